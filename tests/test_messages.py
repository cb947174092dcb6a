"""What people are told is told in English and in Japanese: every template, every finding, the real command line."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import string
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from attrs import frozen
from openpyxl import Workbook, load_workbook

from filingexport import FilingError
from filingexport.authoring.workbook.annotate import annotate
from filingexport.authoring.yaml_tree import parse
from filingexport.findings import Finding, finding
from filingexport.formats.safe import read_bytes
from filingexport.model.item import choice_named
from filingexport.model.notice import MeetingKind
from filingexport.said import Mistake, Said, WrongType, joined, say, told, verbatim
from tests.conftest import ROOT, SAMPLE
from tests.japanese import JAPANESE, in_both

SOURCES = sorted((ROOT / "src" / "filingexport").rglob("*.py"))
_WORD = re.compile(r"[A-Za-z]{2,}")


@frozen
class Template:
    """A call that fills in two templates."""

    place: str
    en: str
    ja: str
    values: frozenset[str]


@cache
def templates() -> tuple[Template, ...]:
    return tuple(_templates())


def _templates() -> Iterator[Template]:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            # `tell` is what some commands call their own `say` that prints.
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("say", "tell")):
                continue
            texts = [each.value for each in node.args[:2] if isinstance(each, ast.Constant)]
            names = frozenset(each.arg for each in node.keywords if each.arg is not None)
            place = f"{path.relative_to(ROOT)}:{node.lineno}"
            if len(texts) == 2 and all(isinstance(each, str) for each in texts):
                yield Template(place, str(texts[0]), str(texts[1]), names)
            elif node.func.id == "say":
                assert not any(isinstance(each, ast.JoinedStr) for each in node.args), f"{place}: an f-string"


def fields(text: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]


def test_every_template_says_the_same_in_both_languages() -> None:
    found = templates()
    assert len(found) > 700
    for each in found:
        if each.values:
            assert set(fields(each.en)) == set(fields(each.ja)) == each.values, each
        else:
            assert not re.search(r"\{[a-z_]+[}!:]", each.en + each.ja), each


def test_every_template_has_japanese() -> None:
    for each in templates():
        plain_en, plain_ja = (re.sub(r"\{[^}]*\}", "", text) for text in (each.en, each.ja))
        only_values = bool(each.values) and not any(letter.isalpha() for letter in plain_ja)
        if not only_values and set(_WORD.findall(plain_en)) - set(_WORD.findall(plain_ja)):
            assert JAPANESE.search(plain_ja), each


def test_a_quoted_value_is_quoted_as_its_language_does() -> None:
    said = say("{text!r} is no date ({text})", "{text!r}は日付ではありません（{text}）", text="6月27日")
    assert said == Said("'6月27日' is no date (6月27日)", "「6月27日」は日付ではありません（6月27日）")
    assert say("{text!r}", "{text!r}", text="it's\n\x1b[2J\\").ja == "「it's\\n\\x1b[2J\\」"
    part = Said("Meeting", "株主総会")
    assert say("{part!r} {count:,}", "{part!r} {count:,}", part=part, count=1_000) == Said(
        "'Meeting' 1,000", "「株主総会」 1,000"
    )


def test_what_an_error_of_ours_says() -> None:
    said = say("no", "いいえ")
    for error in (Mistake(said), WrongType(said)):
        assert str(error) == "no"
        assert told(error) == said
    assert told(ValueError("no")) == Said("no", "")
    assert say("why: {error}", "理由: {error}", error=told(ValueError("no"))).ja == "理由: no"
    assert isinstance(Mistake(said), ValueError)
    assert isinstance(WrongType(said), TypeError)
    assert joined([verbatim("a"), said]) == Said("a, no", "a、いいえ")


def test_a_finding_without_japanese_is_led_to_by_what_its_code_means() -> None:
    assert Finding("fx:value", "odd").said("ja") == "値が項目の種類に合いません。odd"
    assert Finding("xbrl.5.2", "odd").said("ja") == "odd"


def test_what_the_system_refuses_is_told_in_japanese(tmp_path: Path) -> None:
    with pytest.raises(FilingError) as caught:
        read_bytes(tmp_path / "none")
    [found] = in_both(caught.value.findings)
    assert found.message == "cannot be opened: No such file or directory"
    assert found.japanese == "開けません（ファイル又はフォルダがありません）。"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('a: "x\n', "引用符が閉じられていません"),
        ("a: b: c\n", "この位置に「キー: 値」は書けません"),
        ("a: @x\n", "値の先頭に使えない文字か、字下げのタブがあります"),
        ('a: "x" y\n', "キーがあるべき位置にありません。字下げを確認してください"),
        ("a: \x01", "使えない文字U+0001があります"),
    ],
)
def test_what_is_no_yaml_is_told_in_japanese(text: str, why: str) -> None:
    with pytest.raises(FilingError) as caught:
        parse(text.encode(), "notice.yaml")
    [found] = in_both(caught.value.findings)
    assert found.japanese.startswith(f"YAMLとして読み込めません（{why}）")


def test_a_list_of_choices_tells_what_they_are_called() -> None:
    with pytest.raises(Mistake) as caught:
        choice_named(MeetingKind, "annual")
    assert f"{caught.value}" == "'annual' is none of: ordinary, extraordinary, class"
    assert caught.value.said.ja.startswith("「annual」は選択肢にありません。次のいずれかです: ordinary（定時")


# --- the real command line ------------------------------------------------------------------------------------------


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("LANG", "LC_ALL", "LC_MESSAGES")}
    command = [sys.executable, "-m", "filingexport", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env={**kept, **environment}, timeout=120, check=False
    )


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A source with two mistakes."""
    folder = tmp_path_factory.mktemp("source") / "notice"
    shutil.copytree(SAMPLE, folder)
    notice = folder / "notice.yaml"
    text = notice.read_text("utf-8")
    assert "2008-06-09" in text
    notice.write_text(text.replace("2008-06-09", "2008-06-31", 1).replace("  name: Koichi Suzuki\n", "", 1), "utf-8")
    return folder


ENGLISH = "error fx:value: '2008-06-31' is not a date such as 2008-03-31"
INTO_JAPANESE = "エラー fx:value: 「2008-06-31」は日付ではありません。2008-03-31の形で記入してください。"


@pytest.mark.parametrize(
    ("options", "locale", "expected"),
    [
        ((), {"LANG": "ja_JP.UTF-8"}, INTO_JAPANESE),
        ((), {"LANG": "C.UTF-8"}, ENGLISH),
        (("--lang", "ja"), {"LANG": "C.UTF-8"}, INTO_JAPANESE),
        (("--lang", "en"), {"LANG": "ja_JP.UTF-8"}, ENGLISH),
    ],
)
def test_the_locale_or_the_option_says_the_language(
    wrong: Path, tmp_path: Path, options: tuple[str, ...], locale: dict[str, str], expected: str
) -> None:
    done = run("export", wrong, "--output", tmp_path / "out", *options, **locale)
    assert done.returncode == 1
    date, name = sorted(done.stderr.splitlines())
    assert re.fullmatch(r"notice\.yaml:\d+ \(notice\.notice_date\): " + re.escape(expected), date), date
    assert re.match(r"notice\.yaml:\d+ \(notice\.convener\.name\): ", name), name
    assert ("必須の項目「name」（" in name) is (expected is INTO_JAPANESE)


def test_a_program_is_told_in_the_language_too(wrong: Path, tmp_path: Path) -> None:
    done = run("export", wrong, "--output", tmp_path / "out", "--json", LANG="ja_JP.UTF-8")
    assert done.stderr == ""
    messages = {each["path"]: each["message"] for each in json.loads(done.stdout)["findings"]}
    assert messages["notice.notice_date"] == INTO_JAPANESE.partition("fx:value: ")[2]


def test_comments_in_a_workbook_are_in_the_language(tmp_path: Path) -> None:
    path = tmp_path / "notice.xlsx"
    book = Workbook()
    book.worksheets[0].title = "01 会社"
    book.save(path)
    said = say("{text!r} is not a date", "{text!r}は日付ではありません。", text="3月31日")
    comment = load_workbook(annotate(path, [finding("fx:value", said, "notice.xlsx[01 会社]!D7")], language="ja"))[
        "01 会社"
    ]["D7"].comment
    assert comment is not None
    assert comment.text == "エラー: 「3月31日」は日付ではありません。"
