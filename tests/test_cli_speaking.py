"""How every verb tells: in two languages, quietly, as JSON; its help; what is installed; completion in a shell."""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from filingexport.cli import doctor
from filingexport.cli.language import language_asked, language_of
from filingexport.cli.main import main
from filingexport.cli.parser import parser
from filingexport.findings import CODES, Finding, finding
from filingexport.said import Said
from tests.conftest import GOLDEN, ROOT
from tests.test_cli import run

KITAHAMA = ROOT / "samples" / "kitahama-2026"
JAPANESE = re.compile(r"[぀-ヿ一-鿿]")


def verbs(whole: argparse.ArgumentParser, name: str = "") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every verb with its parser; verbs of verbs, not what holds them."""
    inner = [each for each in whole._actions if isinstance(each, argparse._SubParsersAction)]
    if not inner:
        yield name, whole
    for action in inner:
        for called, verb in action.choices.items():
            yield from verbs(verb, f"{name} {called}".strip())


VERBS = dict(verbs(parser()))


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_has_the_same_ways_to_tell_and_says_its_exit_status(name: str) -> None:
    options = {option for action in VERBS[name]._actions for option in action.option_strings}
    assert {"--lang", "--quiet", "--json"} <= options
    said = VERBS[name].format_help()
    assert "exit status: 0 all is well; 1" in said
    if " " not in name:
        assert f"examples:\n  {'eval' if name == 'completion' else f'filingexport {name}'}" in said


@pytest.mark.parametrize("name", VERBS)
def test_every_help_is_there_in_japanese(name: str) -> None:
    said = dict(verbs(parser(language="ja")))[name]
    english = VERBS[name]
    assert [each.option_strings for each in said._actions] == [each.option_strings for each in english._actions]
    page = said.format_help()
    assert page.startswith("使い方：")
    assert "終了コード：0は" in page
    assert JAPANESE.search(said.description or "")
    for action, other in zip(said._actions, english._actions, strict=True):
        if other.help:
            assert JAPANESE.search(action.help or ""), action
            assert not JAPANESE.search(other.help), other
    assert not re.search("^(usage|options|positional arguments|examples)", page, re.MULTILINE)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["export", "x"], "filingexport export：エラー：次の引数が必要です：--output/-o"),
        (["export", "x", "-o", "y", "--more"], "filingexport：エラー：不明な引数です：--more"),
        (["export", "x", "-o"], "--output/-oには値が1つ必要です"),
        (["ingest", "-o", "x"], "次の引数が必要です：DIR|GLOB|ZIP|FILE"),
        (["check", "x", "--format", "no"], "--formatに'no'は指定できません（指定できる値："),
        (["serve", "x", "--port", "no"], "--portは整数で指定してください（指定された値：'no'）"),
        (["verify", "x", "--key", "a", "--certificate", "b"], "--certificateは--keyと同時に指定できません"),
        (["check", "x", "--rules=1"], "--rulesに値は指定できません（指定された値：'1'）"),
        (["check", "x", "--f", "y"], "オプション--fは複数に該当します：--format, --fail-on"),
        (["check", "x", "--limit", "no=1"], "--limit：「no」という上限はありません。上限：file, "),
        (
            ["check", "x", "--limit", "file"],
            "--limit：上限はfile=1000のように整数で指定してください（指定された値：「file」）",
        ),
        (["export", "x", "-o", "y", "-f", "no"], "--formats/-f：「no」という形式はありません。形式：xbrl, "),
        (["ingest", "x", "-o", "y", "-j", "0"], "--jobs/-j：「0」は1以上の整数ではありません"),
        (["nothing"], "VERBに'nothing'は指定できません"),
    ],
)
def test_a_mistake_in_the_arguments_is_told_in_japanese(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*arguments, "--lang", "ja"])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("使い方：")
    assert told in said


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        ([], "en"),
        (["check", "--lang", "ja"], "ja"),
        (["--lang=ja", "check"], "ja"),
        (["check", "--lang", "de"], "en"),
        (["check", "--lang"], "en"),
        (["check", "--", "--lang", "ja"], "en"),
    ],
)
def test_the_language_is_known_before_the_arguments_are(
    arguments: list[str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert language_asked(arguments) == language


def test_the_language_may_stand_before_the_verb(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "ja", "validate", "none.xbrl"]) == 2
    assert "開けません" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ja"}, "ja"),
        ({"LANG": "", "LC_ALL": ""}, "en"),
        ({"LANG": "de_DE"}, "en"),
    ],
)
def test_the_language_is_the_locales(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


def test_export_speaks_japanese(tmp_path: Path) -> None:
    done = run("export", KITAHAMA, "-o", tmp_path, LC_ALL="ja_JP.UTF-8")
    assert done.returncode == 0
    for line in (
        "株式会社北浜醸造所  2025-04-01から2026-03-31まで",
        "区分 +ファクト",
        "個別：貸借対照表",
        "一致 +書き出した",
    ):
        assert re.search(line, done.stdout), line
    assert "Section" not in done.stdout
    assert "Section" in run("export", KITAHAMA, "-o", tmp_path, "--lang", "en", LC_ALL="ja_JP.UTF-8").stdout


def test_a_finding_is_told_in_japanese(tmp_path: Path) -> None:
    done = run("validate", tmp_path / "none.xbrl", "--lang", "ja")
    assert done.returncode == 2
    assert re.search(
        r"none\.xbrl: エラー fx:unreadable: 開けません（ファイル又はフォルダがありません）。",
        done.stderr + done.stdout,
    )


def test_every_code_means_something_in_both_languages() -> None:
    for code, (_, meaning) in CODES.items():
        assert JAPANESE.search(meaning.ja), code
        assert not JAPANESE.search(meaning.en), code


def test_a_message_without_japanese_is_led_there_by_its_code() -> None:
    assert Finding("fx:value", "'x' is none").said("ja") == "値が項目の種類に合いません。'x' is none"
    assert finding("fx:value", Said("'x' is none", "「x」は不可です")).said("ja") == "「x」は不可です"
    assert Finding("xbrl:other", "of a standard").said("ja") == "of a standard"


def told(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> dict[str, Any]:
    """The JSON that this command prints, and nothing beside it."""
    status = main([*map(str, arguments), "--json"])
    out, err = capsys.readouterr()
    assert err == ""
    found: dict[str, Any] = json.loads(out)
    assert found["status"] == status
    return found


def test_a_program_gets_one_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = told(capsys, "export", KITAHAMA, "-o", tmp_path / "out", "--formats", "xbrl,json")
    files = made["files"]
    assert {Path(each["path"]).name for each in files} >= {"kitahama-2026.xbrl", "kitahama-2026.json"}
    assert all(Path(each["path"]).stat().st_size == each["bytes"] for each in files)
    assert made["command"] == "export"
    assert made["fiscalYearEnd"] == "2026-03-31"
    document = tmp_path / "out" / "kitahama-2026.xbrl"
    assert told(capsys, "validate", document)["findings"] == []
    assert told(capsys, "convert", document, tmp_path / "new.json")["files"]
    assert told(capsys, "import", document, "-o", tmp_path / "copy")["folder"] == str(tmp_path / "copy")
    wrong = told(capsys, "import", document, "-o", tmp_path / "copy")
    [found] = wrong["findings"]
    assert found["severity"] == "error"
    assert "is not empty" in found["message"]


def test_check_as_json_is_what_its_format_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(KITAHAMA), "--json"]) == 0
    first = capsys.readouterr().out
    assert main(["check", str(KITAHAMA), "--format", "json"]) == 0
    assert capsys.readouterr().out == first
    assert json.loads(first)["filings"]


def test_quiet_prints_findings_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (
        ("import", GOLDEN, "-o", tmp_path / "copy"),
        ("template", "--company-form", "company_auditors", "-o", tmp_path / "x.xlsx"),
        ("taxonomy", "package", "-o", tmp_path / "x.zip"),
        ("doctor",),
    ):
        assert main([*map(str, arguments), "--quiet"]) == 0
        assert capsys.readouterr() == ("", ""), arguments


def test_doctor_says_what_is_installed_and_what_extras_add(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for line in project["dependencies"]:
        name = re.split(r"[>=<~]", line)[0].lower()
        assert re.search(rf"✓  {name} +\d", said.lower()), name
    assert project["optional-dependencies"].keys() == doctor.EXTRAS.keys()
    assert all(re.search(rf"^[✓–]  {name} ", said, re.MULTILINE) for name in doctor.EXTRAS)


def test_doctor_says_what_is_missing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_installed", lambda name: "" if name in ("lxml", "ixbrl-viewer") else "1.0")
    assert main(["doctor", "--lang", "en"]) == 1
    out, err = capsys.readouterr()
    assert err == "lxml is not installed\n"
    assert "✗  lxml" in out
    assert "pip install 'filingexport[view]'" in out
    found = told(capsys, "doctor")
    assert found["faults"] == ["lxml is not installed"]
    assert found["extras"]["view"] == {"installed": False, "missing": ["ixbrl-viewer"]}


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_completes_verbs_options_and_files(tmp_path: Path) -> None:
    script = tmp_path / "completion"
    script.write_text(run("completion", "bash").stdout, "utf-8")
    (tmp_path / "notice.xbrl").touch()
    ask = r"""
    source "$1"
    complete_words() {
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
      $(complete -p filingexport | sed 's/.*-F \([^ ]*\).*/\1/') filingexport "${@: -1}" "${@: -2:1}"
      echo "${COMPREPLY[@]}"
    }
    complete_words filingexport va
    complete_words filingexport validate --fu
    complete_words filingexport validate no
    """
    done = subprocess.run(
        ["bash", "-c", ask, "bash", script], capture_output=True, text=True, cwd=tmp_path, env=dict(os.environ), check=False
    )  # fmt: skip
    assert [each.strip() for each in done.stdout.splitlines()] == ["validate", "--full", "notice.xbrl"], done.stderr
