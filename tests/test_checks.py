"""The engine of the checks: context, findings, waivers, the command line and its outputs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from filingexport import load
from filingexport.checks.catalogue import RULES
from filingexport.checks.context import Context
from filingexport.checks.run import check
from filingexport.cli.main import main
from tests.conftest import ROOT, SAMPLE

SAMPLES = ROOT / "samples"
CLEAN = [SAMPLES / name for name in ("aoba-2026", "minato-2026", "kitahama-2026")]
BALANCE_SHEET = "consolidated.japan-gaap.balance-sheet.yaml"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A copy of a clean source, to spoil."""
    return Path(shutil.copytree(SAMPLES / "aoba-2026", tmp_path / "aoba"))


def spoil(draft: Path, file: str, old: str, new: str) -> None:
    path = draft / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("source", CLEAN, ids=lambda path: path.name)
def test_no_false_alarm(source: Path) -> None:
    assert [str(each.message) for each in check(load(source)).open() if each.severity == "error"] == []


def test_every_figure_and_text_has_its_place() -> None:
    from filingexport.authoring.source import load_with_places

    filing, places = load_with_places(SAMPLE)
    context = Context(filing, places)
    assert len(context.figures) > 500
    assert len(context.passages) > 500
    for path in (*(each.path for each in context.figures), *(each.path for each in context.passages)):
        file, _, line = context.places[path].partition(":")
        assert (SAMPLE / file).is_file()
        assert int(line) > 0


def test_a_finding_names_file_line_and_both_values(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(draft, BALANCE_SHEET, "total: 22,144", "total: 22,444")
    assert main(["check", str(draft), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["filings"][0]["findings"]
    first = next(each for each in found if each["path"].endswith("current_liabilities.total"))
    assert first["place"] == f"{BALANCE_SHEET}:53"
    assert first["fact"] == first["path"]
    assert first["printed"] == {"en": "JPY 22,444 million", "ja": "22,444百万円"}
    assert first["expected"] == {"en": "JPY 22,144 million", "ja": "22,144百万円"}
    assert first["section"]["ja"] == "連結貸借対照表"


def test_rule_ids_are_unique_and_said_in_both_languages() -> None:
    assert len({each.id for each in RULES}) == len(RULES)
    for each in RULES:
        for said in (each.title, each.why, each.todo):
            assert said.en
            assert said.ja
            assert said.en != said.ja
