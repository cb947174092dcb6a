"""The engine of the checks: context, findings, waivers, the command line and its outputs."""

from __future__ import annotations

import json
import random
import re
import shutil
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from bench.spine import filing_of
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from filingexport import Filing, load, read
from filingexport.binding.to_facts import to_facts
from filingexport.checks.catalogue import RULES
from filingexport.checks.context import Context
from filingexport.checks.outputs.markdown import rules_text
from filingexport.checks.run import check, rule_kinds
from filingexport.cli.main import main
from tests.conftest import EFFORT, ROOT, SAMPLE
from tests.counting import calls_of
from tests.golden.update import RULES_MARK
from tests.mutations import put, sample, to
from tests.strategies import all_places, filings

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


# --- formats ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["xbrl", "ixbrl", "json", "csv"])
def test_a_document_of_any_format_is_checked_like_its_source(
    draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    """The same findings at the same paths; the facts' ids say where, as a document has no lines of a source."""
    spoil(draft, BALANCE_SHEET, "total: 22,144", "total: 22,444")
    filing = load(draft)
    assert main(["export", str(draft), "--output", str(tmp_path / "out"), "--formats", form, "--quiet"]) == 0
    suffix = {"ixbrl": ".xhtml"}.get(form, f".{form}")
    documents = [each for each in (tmp_path / "out").rglob("aoba*") if each.is_file() and "taxonomy" not in each.parts]
    document = next(each for each in documents if each.suffix == (".json" if form == "csv" else suffix))
    capsys.readouterr()
    assert main(["check", str(document), "--format", "json"]) == 1
    (told,) = json.loads(capsys.readouterr().out)["filings"]
    expected = check(filing).findings
    assert [(each["rule"], each["path"]) for each in told["findings"]] == [(e.rule.id, e.path) for e in expected]
    if form == "xbrl":
        assert f'id="{told["findings"][0]["fact"]}"' in document.read_text("utf-8")
    assert all("place" not in each for each in told["findings"])


def test_text_is_grouped_and_plain_where_there_is_no_terminal(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(draft, BALANCE_SHEET, "total: 22,144", "total: 22,444")
    assert main(["check", str(draft)]) == 1
    said = capsys.readouterr().out
    assert said.count("fx.footing.total") == 1, "a rule is told once, with all its findings"
    assert f"{BALANCE_SHEET}:53 consolidated.japan_gaap.balance_sheet.liabilities.current_liabilities.total" in said
    assert "\x1b" not in said
    assert all(line == line.rstrip() for line in said.splitlines())
    assert main(["check", str(draft), "--lang", "ja"]) == 1
    assert "内訳12項目の合計は22,144百万円です" in capsys.readouterr().out


def test_sarif_has_what_the_standard_requires(draft: Path, tmp_path: Path) -> None:
    """SARIF 2.1.0: version, driver, rules by index, levels, lines; waived findings are suppressed with a justification."""
    spoil(draft, BALANCE_SHEET, "total: 22,144", "total: 22,444")
    (draft / "waivers.yaml").write_text(
        "- rule: fx.footing.total\n  where: consolidated.japan_gaap.balance_sheet.liabilities.total\n  reason: Known.\n",
        "utf-8",
    )
    target = tmp_path / "found.sarif"
    assert main(["check", str(draft), "--format", "sarif", "--output", str(target)]) == 1
    log = json.loads(target.read_text("utf-8"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        physical = result["locations"][0]["physicalLocation"]
        assert physical["region"]["startLine"] > 0
        assert physical["artifactLocation"]["uri"].endswith(BALANCE_SHEET)
    suppressed = [result for result in run["results"] if "suppressions" in result]
    assert [each["suppressions"] for each in suppressed] == [[{"kind": "external", "justification": "Known."}]]


def test_the_page_needs_nothing_else_and_carries_no_behaviour(draft: Path, tmp_path: Path) -> None:
    spoil(draft, "notice.yaml", "en: Haruka Minami", "en: <script>alert(1)</script>")
    spoil(draft, "notice.yaml", "ja: 南 はるか", "ja: <script>alert(1)</script>")
    target = tmp_path / "found.html"
    assert main(["check", str(draft), "--format", "html", "--output", str(target)]) == 1
    page = target.read_text("utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert not re.search(r'(?:src|href)="', page)
    (policy,) = html.fromstring(page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_the_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--rules", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert {each["id"] for each in listed} == {each.id for each in RULES} | {"fx.waiver.unused"}
    assert all(each["why"]["ja"] and each["basis"]["en"] for each in listed)
    assert main(["check", "--rules", "--lang", "ja"]) == 0
    assert "会社法第298条" in capsys.readouterr().out
    assert main(["check", "--rules", "--format", "sarif"]) == 1


def test_nothing_to_check_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["check"]) == 2
    assert "give a source folder" in capsys.readouterr().err
    assert main(["check", str(tmp_path / "none.xbrl")]) == 2


def test_one_that_cannot_be_read_does_not_keep_the_others_from_being_checked(
    draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.xbrl").write_text("<xbrl", "utf-8")
    assert main(["check", str(tmp_path / "broken.xbrl"), str(draft)]) == 1
    said = capsys.readouterr()
    assert "nothing found" in said.out
    assert "fx:notXML" in said.err


# --- waivers and severities -----------------------------------------------------------------------------------------


def waive(draft: Path, text: str) -> None:
    (draft / "waivers.yaml").write_text(text, "utf-8")


def test_a_waived_finding_is_shown_with_its_reason_and_fails_nothing(
    draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(draft, BALANCE_SHEET, "total: 22,144", "total: 22,444")
    waive(
        draft,
        "- rule: fx.footing.total\n  where: consolidated.japan_gaap.balance_sheet.liabilities\n"
        "  reason: Printed so by the ledger.\n  by: Accounting\n  on: 2026-05-01\n",
    )
    assert main(["check", str(draft)]) == 0
    said = capsys.readouterr().out
    assert "waived fx.footing.total" in said
    assert "Printed so by the ledger. (Accounting, 2026-05-01)" in said
    assert "0 errors, 0 warnings, 0 notes, 2 waived" in said
    assert main(["export", str(draft), "--output", str(tmp_path / "out"), "--quiet"]) == 0
    assert load(draft) == read(tmp_path / "out" / "aoba.xbrl")


def test_a_waiver_that_matches_nothing_is_a_note(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    waive(draft, "- rule: fx.footing.total\n  reason: Fixed long ago.\n- rule: fx.footing.totl\n  reason: Misspelt.\n")
    assert main(["check", str(draft)]) == 0
    said = capsys.readouterr().out
    assert "waivers.yaml:1" in said
    assert "matches nothing" in said
    assert "there is no rule fx.footing.totl to waive" in said
    assert main(["check", str(draft), "--fail-on", "note"]) == 1
    assert main(["check", str(draft), "--fail-on", "warning"]) == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("rule: fx.footing.total\n", "waivers.yaml:1: error fx:type: a list of waivers"),
        ("- rule: fx.footing.total\n", "'reason' is missing"),
        ("- rule: x\n  reason: y\n  wher: z\n", "waivers.yaml:3: error fx:unknownField: a waiver has no field 'wher'"),
        ("- rule: [x]\n  reason: y\n", "a text belongs under 'rule'"),
        ("- x\n", "a waiver has the fields"),
    ],
)
def test_a_bad_waiver_is_told_with_its_line(
    draft: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    waive(draft, text)
    assert main(["check", str(draft)]) == 1
    assert told in capsys.readouterr().err


def test_what_fails_is_asked_for(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(draft, "business-report.accounting-auditor.yaml", "audit_fee: '52'", "audit_fee: '51'")
    spoil(
        draft,
        "business-report.officers.remuneration-details.yaml",
        "persons: '3'\n  total: '46'",
        "persons: '2'\n  total: '46'",
    )
    assert main(["check", str(draft)]) == 0, "a warning fails nothing unless asked"
    assert main(["check", str(draft), "--fail-on", "warning"]) == 1


def test_last_year_is_compared(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(draft), "--against", str(draft)]) == 1
    said = capsys.readouterr().out
    assert "fx.lastYear.term" in said
    assert "the year begins on 2025-04-01; last year ended on 2026-03-31" in said


# --- whatever a filing is -----------------------------------------------------------------------------------------


ANYWHERE = st.sampled_from(list(all_places().values())).flatmap(filings)


@given(ANYWHERE, ANYWHERE)
@settings(max_examples=30 * EFFORT)
def test_the_rules_survive_any_filing(filing: Filing, last: Filing) -> None:
    """No rule raises, whatever the figures, texts and gaps; each finding is said in both languages and stands somewhere."""
    checked = check(filing, last=last)
    context = Context(filing)
    for each in checked.findings:
        assert each.message.en
        assert each.message.ja
        context.at(each.path)


@pytest.mark.parametrize(
    ("source", "most"),
    [(SAMPLE, 75), *((each, 55) for each in CLEAN)],
    ids=["iij-2008", *(each.name for each in CLEAN)],
)
def test_the_work_of_the_rules_is_little_and_grows_as_the_facts_do(source: Path, most: int) -> None:
    """No rule compares every row with every other: four times the facts are at most five times the work.

    Nor does one go through all parts for what few of them have: a fact takes so many calls of functions, built-in ones among them.
    """
    small, large = (filing_of(load(source), size) for size in (2_000, 8_000))
    check(small)  # what is made once in a process is made here
    facts = [len(to_facts(each).facts) for each in (small, large)]
    calls = [calls_of(lambda each=each: check(each)) for each in (small, large)]  # type: ignore[misc]
    assert calls[1] / calls[0] < 1.25 * facts[1] / facts[0]
    assert calls[1] < most * facts[1]


@pytest.mark.parametrize("amount", ["1E+900", "-1E-900", "0", "9" * 400])
def test_absurd_figures_are_survived(amount: str) -> None:
    """What an untrusted file may hold: far more digits than any arithmetic keeps, in figures that many rules compare."""
    name = "aoba-2026"
    figures = [each for figures in Context(sample(name)).measured.values() for each in figures]
    some = random.Random(1).sample(figures, 40)
    for at in range(0, len(some), 5):  # a few at a time: those that are held against each other are seldom all absurd
        filing = sample(name)
        for figure in some[at : at + 5]:
            decimals = random.Random(figure.path).choice([0, -1000, 1000])
            absurd = attrs.evolve(figure.value, amount=Decimal(amount), decimals=decimals)
            filing = put(filing, figure.path, to(absurd))
        check(filing)


def test_the_documentation_lists_the_rules_as_they_are_declared() -> None:
    """`python -m tests.golden.update` writes the tables anew."""
    page = (ROOT / "docs" / "checks.md").read_text("utf-8")
    assert page.partition(RULES_MARK)[2].strip() == rules_text(rule_kinds()).strip()
