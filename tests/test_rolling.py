"""Roll-forward and status: the next year begins where the last one ended, and nothing of the last one is taken for the next."""

from __future__ import annotations

import json
import shutil
import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from filingexport import Filing, FilingError, dump, load, read_workbook, write
from filingexport.authoring.dump import to_trees, units, write_folder
from filingexport.authoring.review_marks import MARK, left
from filingexport.authoring.source import load_with_places
from filingexport.binding.marks import marks
from filingexport.binding.plan import PartField, RowsField, plan
from filingexport.checks import run as checks_run
from filingexport.checks.context import Context
from filingexport.checks.rule import Kind
from filingexport.cli.main import main
from filingexport.findings import Severity
from filingexport.model.business_report.officers import Officer, OfficerKind
from filingexport.model.meaning import Adding, Adds, Becomes, NameOf, NextYear
from filingexport.rolling.carry import Carried
from filingexport.rolling.completeness import status
from filingexport.rolling.meeting import outcome
from filingexport.rolling.rollforward import roll_forward
from filingexport.rolling.write import write_source, write_workbook
from filingexport.rolling.years import next_years, year_later
from tests.conftest import ROOT
from tests.strategies import all_places, filings
from tests.test_cli import run

SAMPLES = ("iij-2008", "aoba-2026", "minato-2026", "kitahama-2026")


@cache
def last(name: str) -> Filing:
    return load(ROOT / "samples" / name)


@cache
def made(name: str) -> Carried:
    return roll_forward(last(name))


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The next year of each sample as a source folder."""
    folder = tmp_path_factory.mktemp("next")
    for name in SAMPLES:
        write_source(last(name), made(name), folder / name)
    return folder


# --- the year ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2008-03-31", "2009-03-31"),
        ("2027-02-28", "2028-02-29"),  # the last day of the month stays the last
        ("2028-02-29", "2029-02-28"),
        ("2028-02-28", "2029-02-28"),
        ("2008-06-15", "2009-06-15"),
    ],
)
def test_a_day_moves_by_a_year(day: str, expected: str) -> None:
    assert year_later(date.fromisoformat(day)) == date.fromisoformat(expected)


@pytest.mark.parametrize(("start", "end"), [("2027-03-01", "2028-02-29"), ("2028-03-01", "2029-02-28")])
def test_years_follow_one_another_over_leap_years(small: Filing, start: str, end: str) -> None:
    before = attrs.evolve(
        small, fiscal_year_start=year_before(date.fromisoformat(start)), fiscal_year_end=date.fromisoformat(start) - (date(2000, 1, 2) - date(2000, 1, 1)),
    )  # fmt: skip
    years = next_years(before, None)
    assert (years.start, years.end) == (date.fromisoformat(start), date.fromisoformat(end))


def year_before(day: date) -> date:
    return day.replace(year=day.year - 1)


@pytest.mark.parametrize(
    ("to", "says"),
    [
        (date(2008, 3, 31), "ends after"),
        (date(2007, 3, 31), "ends after"),
        (date(2010, 3, 31), "article 59, paragraph 2); did you mean 2009-03-31?"),
        (date(2009, 10, 1), "longer"),
    ],
)
def test_a_year_that_cannot_be_is_refused(small: Filing, to: date, says: str) -> None:
    with pytest.raises(FilingError, match="--to") as told:
        next_years(small, to)
    assert says in str(told.value)


def test_a_year_may_be_shorter_or_half_a_year_longer(small: Filing) -> None:
    assert next_years(small, date(2008, 12, 31)).end == date(2008, 12, 31)
    assert next_years(small, date(2009, 9, 30)).end == date(2009, 9, 30)


def test_the_last_year_of_all_has_no_next(small: Filing) -> None:
    with pytest.raises(FilingError, match="no year follows"):
        roll_forward(attrs.evolve(small, fiscal_year_end=date.max))


# --- what goes over ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SAMPLES)
def test_the_next_year_loads_and_follows_the_last(name: str, folders: Path) -> None:
    filing = load(folders / name)
    assert filing.fiscal_year_start == last(name).fiscal_year_end + (date(2000, 1, 2) - date(2000, 1, 1))
    assert filing.fiscal_year_end == year_later(last(name).fiscal_year_end)
    assert filing.company == last(name).company
    plain = folders / f"{name}-plain"
    dump(made(name).filing, plain)
    assert filing == load(plain), "blanks and marks say nothing"
    assert write(filing), "what there is can be filed as it is"


@pytest.mark.parametrize("name", SAMPLES)
def test_every_opening_balance_is_last_years_closing(name: str) -> None:
    """Found by the marks, in all parts: what `forward` says of a closing balance is true over the years."""
    before, now = Context(last(name)), Context(made(name).filing)
    compared = 0
    for at in before.parts:
        if ".prior_year." in at.path:
            continue
        for attribute, told in marks(at.plan.cls).items():
            for each in told:
                if not (isinstance(each, Adds) and each.how is Adding.FORWARD):
                    continue
                closing, opening = getattr(at.value, attribute), each.plus[0]
                if closing is None or getattr(at.value, opening.split(".")[0]) is None:
                    continue
                value: Any = now.by_path[at.path].value
                for step in opening.split("."):
                    value = getattr(value, step)
                assert value == closing, f"{at.path}.{opening}"
                assert getattr(now.by_path[at.path].value, attribute) is None, "the closing balance is to come"
                compared += 1
    assert compared


@pytest.mark.parametrize("name", SAMPLES)
def test_what_stands_beside_the_year_is_last_years(name: str) -> None:
    seen = 0
    for at in Context(made(name).filing).parts:
        if at.entry is None or isinstance(at.entry, RowsField) or at.plan.start is None or at.parent is None:
            continue
        old = Context(last(name)).by_path[at.parent.path].value
        assert (at.start, at.end) == (last(name).fiscal_year_start, last(name).fiscal_year_end)
        for entry in at.plan.entries:
            value = getattr(at.value, entry.attribute)
            if isinstance(entry, PartField) and value is not None:
                assert value == getattr(old, entry.attribute)
                seen += 1
    assert seen or name in ("iij-2008", "kitahama-2026")


@pytest.mark.parametrize("name", SAMPLES)
def test_no_figure_of_last_year_is_left_as_one_of_this_year(name: str) -> None:
    """Each number stands where one of another year belongs, or its field says that it stays or is counted on."""
    for figure in Context(made(name).filing).figures:
        at = figure.at
        if ".prior_year." in figure.path or figure.opening or (at.plan.start is not None and at.plan.cls is not Filing):
            continue
        if at.entry is not None and isinstance(at.entry, PartField) and at.entry.opening:
            continue
        told = [mark for each in _up(at, figure.leaf.attribute) for mark in each]
        if any(each in (NextYear.KEPT, NextYear.COUNTED) for each in told):
            continue
        into = {each.attribute for holder in _holders(at) for told_ in marks(holder).values() for each in told_ if isinstance(each, Becomes)}  # fmt: skip
        opened = {each.plus[0] for told_ in marks(at.plan.cls).values() for each in told_ if isinstance(each, Adds)}
        assert figure.leaf.attribute in opened or into & set(figure.path.split(".")), figure.path


def _up(at: Any, attribute: str) -> list[Any]:
    found = [marks(at.plan.cls).get(attribute, ())]
    while at.parent is not None:
        found.append(marks(at.parent.plan.cls).get(at.entry.attribute, ()))
        at = at.parent
    return found


def _holders(at: Any) -> list[type]:
    return [] if at is None else [at.plan.cls, *_holders(at.parent)]


@pytest.mark.parametrize("name", SAMPLES)
def test_checks_find_no_tie_broken_between_the_years(name: str) -> None:
    found = checks_run.check(made(name).filing, last=last(name))
    kinds = (Kind.LAST_YEAR, Kind.TIES, Kind.FOOTING)
    assert [str(each.path) for each in found.open(Severity.ERROR) if each.rule.kind in kinds] == []
    carried = ("fx.lastYear.term", "fx.lastYear.column", "fx.lastYear.closing", "fx.lastYear.trend")
    assert [each.path for each in found.open() if each.rule.id in carried] == []


def test_a_wrong_opening_balance_would_be_found() -> None:
    from tests.test_comparing import changed

    path = "consolidated.japan_gaap.changes_in_equity.opening.net_assets"
    other = changed(made("aoba-2026").filing, path, lambda held: attrs.evolve(held, amount=1))
    found = checks_run.check(other, last=last("aoba-2026")).open()
    assert any(each.rule.id == "fx.lastYear.closing" for each in found)


def test_the_trend_moves_by_a_year() -> None:
    report = made("iij-2008").filing.business_report
    assert report is not None
    assert report.trend is not None
    years = report.trend.years
    before = last("iij-2008").business_report.trend.years  # type: ignore[union-attr]
    assert years[:-1] == before[1:]
    assert (years[-1].start, years[-1].end) == (date(2008, 4, 1), date(2009, 3, 31))
    assert years[-1].revenues is None
    assert years[-1].fiscal_term is not None
    assert getattr(years[-1].fiscal_term, "amount", 0) == 17
    assert "business_report.trend.years.4.revenues" in made("iij-2008").blanks


def test_dividends_declared_are_dividends_paid() -> None:
    path = "consolidated.us_gaap.notes.changes_in_equity"
    before, now = (Context(each).by_path[path].value for each in (last("iij-2008"), made("iij-2008").filing))
    assert before.dividends_declared
    assert now.dividends_paid == before.dividends_declared
    assert now.dividends_declared == ()
    assert f"{path}.dividends_paid" in made("iij-2008").reviews


def test_ordinals_are_counted_on_and_the_meeting_is_emptied() -> None:
    filing = made("aoba-2026").filing
    assert getattr(filing.fiscal_term, "amount", 0) == 49
    assert filing.notice is not None
    assert filing.notice.meeting is not None
    assert getattr(filing.notice.meeting.ordinal, "amount", 0) == 49
    assert (filing.notice.meeting.starts_at, filing.notice.notice_date, filing.notice.proposals) == (None, None, ())
    assert filing.reference_documents is not None
    assert filing.reference_documents.appropriation_of_surplus is None


def test_the_extension_goes_with_the_year() -> None:
    before, now = last("iij-2008").extension, made("iij-2008").filing.extension
    assert before is not None
    assert now is not None
    assert now.items == before.items
    assert now.date == date(2009, 3, 31)
    assert now.dated_namespace != before.dated_namespace


# --- officers ------------------------------------------------------------------------------------------------------


def names(carried: Carried) -> list[str]:
    report = carried.filing.business_report
    assert report is not None
    assert report.officers is not None
    return [str(each.name) for each in report.officers.officers]


def test_officers_are_as_the_meeting_left_them() -> None:
    """IIJ's notice of 2008: six terms end and are renewed, one director retires, two are new."""
    held = names(made("iij-2008"))
    assert "Hiroyuki Hisashima" not in held
    before = last("iij-2008").business_report.officers.officers  # type: ignore[union-attr]
    assert [each for each in held if each not in [str(one.name) for one in before]] == [
        str(each.name)
        for each in last("iij-2008").reference_documents.election_of_directors.candidates  # type: ignore[union-attr]
        if each.reappointed is False
    ] + [
        str(each.name)
        for each in last("iij-2008").reference_documents.election_of_company_auditors.candidates  # type: ignore[union-attr]
        if str(each.name) not in [str(one.name) for one in before]
    ]
    aoba = names(made("aoba-2026"))
    assert aoba[3:5] == ["Mei Kusakabe", "Daniel Roth"], "after the directors, before the members of the committee"
    path = "business_report.officers.officers"
    assert {f"{path}.4", f"{path}.5"} <= made("aoba-2026").reviews.keys()
    assert f"{path}.4.position" in made("aoba-2026").blanks


def test_a_proposal_that_was_not_passed_changes_nothing() -> None:
    carried = roll_forward(last("aoba-2026"), failed=[2, 3])
    before = last("aoba-2026").business_report.officers.officers  # type: ignore[union-attr]
    assert names(carried) == [str(each.name) for each in before]
    with pytest.raises(FilingError, match=r"--not-resolved 9: last year's proposals are numbered 1, 2, "):
        roll_forward(last("aoba-2026"), failed=[9])


def test_a_director_who_leaves_may_stay_an_executive_officer() -> None:
    """Minato's directors are elected for a year; who is director and executive officer holds two offices."""
    report, documents = last("minato-2026").business_report, last("minato-2026").reference_documents
    assert report is not None
    assert report.officers is not None
    assert documents is not None
    assert documents.election_of_directors is not None
    gone = documents.election_of_directors.candidates[0].name
    both = Officer(name=gone, kind=OfficerKind.EXECUTIVE_OFFICER)
    officers = attrs.evolve(report.officers, officers=(*report.officers.officers, both))
    fewer = attrs.evolve(documents.election_of_directors, candidates=documents.election_of_directors.candidates[1:])
    filing = attrs.evolve(
        last("minato-2026"),
        business_report=attrs.evolve(report, officers=officers),
        reference_documents=attrs.evolve(documents, election_of_directors=fewer),
    )
    found = outcome(filing, ())
    assert [each.kind for each in found.officers if each.name == gone] == [
        each.kind for each in officers.officers if each.name == gone and each.kind is OfficerKind.EXECUTIVE_OFFICER
    ]
    assert gone in [each.name for each in found.left]
    assert not found.unsure


def test_whose_terms_end_is_not_guessed() -> None:
    """Company auditors' terms are not of a year: without names or a number that fits, nobody is taken away."""
    documents = last("iij-2008").reference_documents
    assert documents is not None
    assert documents.election_of_company_auditors is not None
    silent = attrs.evolve(documents.election_of_company_auditors, terms_expiring_names=(), terms_expiring=None)
    documents = attrs.evolve(documents, election_of_company_auditors=silent)
    carried = roll_forward(attrs.evolve(last("iij-2008"), reference_documents=documents))
    auditors = [each for each in last("iij-2008").business_report.officers.officers if each.kind is OfficerKind.COMPANY_AUDITOR]  # type: ignore[union-attr]  # fmt: skip
    assert {str(each.name) for each in auditors} <= set(names(carried))
    assert "does not say whose terms ended" in carried.reviews["business_report.officers.officers"].en


def test_who_left_is_in_no_table_of_officers() -> None:
    report = last("aoba-2026").business_report
    documents = last("aoba-2026").reference_documents
    assert report is not None
    assert documents is not None
    assert documents.election_of_directors is not None
    gone = documents.election_of_directors.candidates[2].name
    fewer = attrs.evolve(
        documents.election_of_directors,
        candidates=tuple(each for each in documents.election_of_directors.candidates if each.name != gone),
    )
    carried = roll_forward(
        attrs.evolve(
            last("aoba-2026"), reference_documents=attrs.evolve(documents, election_of_directors=fewer)
        )
    )  # fmt: skip
    path = "business_report.officers."

    def persons(filing: Filing) -> set[str]:
        named = Context(filing).names
        told = [each for each in named if each.kind is NameOf.PERSON and each.path.startswith(path)]
        return {each.text for each in told if ".changes." not in each.path}

    assert str(gone) in persons(last("aoba-2026"))
    assert str(gone) not in persons(carried.filing)
    assert "business_report.officers.changes" in carried.reviews, "that the office was left is told, where changes are"


# --- any filing ----------------------------------------------------------------------------------------------------


@given(st.sampled_from(list(all_places().values())).flatmap(lambda path: filings(path, extension=True)))
def test_any_filing_can_be_carried_and_loads(filing: Filing) -> None:
    if filing.fiscal_year_end.year == date.max.year:
        return
    carried = roll_forward(filing)
    with tempfile.TemporaryDirectory() as folder:
        write_source(filing, carried, Path(folder) / "next")
        write_folder_plain(carried.filing, units(filing), Path(folder) / "plain")
        again, places = load_with_places(Path(folder) / "next")
        assert again == load(Path(folder) / "plain")
        assert len(left(Path(folder) / "next")) <= len(carried.reviews)
        assert bool(left(Path(folder) / "next")) == bool(carried.reviews)
        found = status(again, places, left(Path(folder) / "next"))
        assert found.whole().to_review == len(left(Path(folder) / "next"))


def write_folder_plain(filing: Filing, of: Any, folder: Path) -> None:
    from filingexport.authoring.yaml_tree import emit

    write_folder(folder, {name: emit(tree) for name, tree in to_trees(filing, units=of).items()})


# --- marks, workbook, status ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SAMPLES)
def test_marks_stand_above_their_fields(name: str, folders: Path) -> None:
    _, places = load_with_places(folders / name)
    by_path: dict[str, str] = {}
    for path, place in places.items():
        by_path.setdefault(place, path)
    found = left(folders / name)
    assert len(found) == len(made(name).reviews)
    assert {by_path[each] for each in found} <= places.keys()
    assert sum(places.get(path) in found for path in made(name).reviews) == len(made(name).reviews)


def test_the_workbook_says_the_same_and_has_comments(folders: Path, tmp_path: Path) -> None:
    name = "kitahama-2026"
    write_workbook(last(name), made(name), tmp_path / "next.xlsx")
    assert read_workbook(tmp_path / "next.xlsx") == load(folders / name)
    assert len(left(tmp_path / "next.xlsx")) == len(set(left(tmp_path / "next.xlsx"))) > 5
    assert all(each.startswith("next.xlsx[") for each in left(tmp_path / "next.xlsx"))


def test_status_counts_what_is_to_fill_in_and_what_was_had(folders: Path) -> None:
    """What last year filled in is filled in again, or is missing: in a part without tables each field is in one of both."""
    name = "aoba-2026"
    before = {each.name: each for each in status(last(name), {}).chapters}
    filing, places = load_with_places(folders / name)
    now = {each.name: each for each in status(filing, places, left(folders / name)).chapters}
    for chapter in ("ConsolidatedIncomeStatement", "NonConsolidatedBalanceSheet", "NonConsolidatedIncomeStatement"):
        assert now[chapter].expected == before[chapter].expected
        assert now[chapter].filled < 5 < before[chapter].filled
        assert now[chapter].to_review >= 1
    without_places = {each.name: each for each in status(filing, {}, (), last(name)).chapters}
    assert set(without_places["NonConsolidatedBalanceSheet"].missing) == set(now["NonConsolidatedBalanceSheet"].missing)


def test_a_sample_is_complete_but_for_what_checks_find() -> None:
    found = status(last("aoba-2026"), {})
    assert found.whole().missing == ()
    assert found.whole().errors == 0
    assert found.done


def test_every_mark_of_the_model_names_a_field_that_is_there() -> None:
    def walk(at: Any, seen: set[type]) -> None:
        if at.cls in seen:
            return
        seen.add(at.cls)
        fields = {each.attribute for each in at.entries}
        for told in marks(at.cls).values():
            assert {each.attribute for each in told if isinstance(each, Becomes)} <= fields
        for entry in at.entries:
            if isinstance(entry, (PartField, RowsField)):
                walk(entry.plan, seen)

    walk(plan(Filing), set())


# --- the command line -----------------------------------------------------------------------------------------------


def test_rollforward_then_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = ROOT / "samples" / "kitahama-2026"
    done = run("rollforward", source, "--to", "2027-03-31", "--output", tmp_path / "next")
    assert (done.returncode, done.stderr) == (0, "")
    assert "the year from 2026-04-01 to 2027-03-31" in done.stdout
    assert main(["status", str(tmp_path / "next"), "--against", str(source), "--lang", "en"]) == 1, "it is not complete"
    shown = capsys.readouterr().out
    assert "To review" in shown
    assert "Balance sheet (non-consolidated)" in shown
    assert "\x1b" not in shown
    assert main(["status", str(tmp_path / "next"), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    notice = next(each for each in told["chapters"] if each["name"] == "Notice")
    assert "notice.meeting.starts_at" in notice["missing"]
    assert told["all"]["to_review"] == len(left(tmp_path / "next"))
    main(["status", str(tmp_path / "next"), "--lang", "ja"])
    assert "貸借対照表" in capsys.readouterr().out
    for file in (tmp_path / "next").iterdir():  # whoever deletes a mark has reviewed
        kept = [line for line in file.read_text("utf-8").split("\n") if MARK not in line]
        file.write_text("\n".join(kept), "utf-8")
    main(["status", str(tmp_path / "next"), "--json"])
    assert json.loads(capsys.readouterr().out)["all"]["to_review"] == 0
    assert main(["rollforward", str(source), "--output", str(tmp_path / "next")]) != 0
    assert "not empty" in capsys.readouterr().err


def test_waivers_are_carried_to_be_reviewed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(ROOT / "samples" / "kitahama-2026", tmp_path / "last")
    waiver = "- rule: fx.tie.shareholders\n  where: business_report.shares\n  reason: Joint holders.\n"
    (tmp_path / "last" / "waivers.yaml").write_text(waiver, "utf-8")
    assert main(["rollforward", str(tmp_path / "last"), "-o", str(tmp_path / "next"), "--quiet"]) == 0
    assert capsys.readouterr().out == ""
    said = (tmp_path / "next" / "waivers.yaml").read_text("utf-8")
    assert said.startswith(f"# {MARK}: waivers of last year")
    assert "Joint holders." in said
    assert any(each.startswith("waivers.yaml") for each in left(tmp_path / "next"))


def test_what_cannot_be_is_told_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = str(ROOT / "samples" / "kitahama-2026")
    for arguments, says in (
        (("--to", "2026-03-31"), "the next one ends after 2026-04-01"),
        (("--to", "31.3.2027"), "is not a date such as 2009-03-31"),
        (("--not-resolved", "9"), "last year's proposals are numbered 1, 2, 3"),
    ):
        assert main(["rollforward", source, *arguments, "--output", str(tmp_path / "next")]) == 1
        assert says in capsys.readouterr().err
        assert not (tmp_path / "next").exists()
    assert main(["rollforward", source, "--output", str(tmp_path / "next.xlsm")]) == 1
    assert "written as .xlsx" in capsys.readouterr().err
    assert main(["status", str(tmp_path / "nothing")]) == 2
    assert capsys.readouterr().out == ""


def test_a_document_is_rolled_forward_like_its_source(tmp_path: Path) -> None:
    name = "kitahama-2026"
    assert main(["export", str(ROOT / "samples" / name), "-o", str(tmp_path), "--quiet", "--name", "last"]) == 0
    assert main(["rollforward", str(tmp_path / "last.xbrl"), "-o", str(tmp_path / "next"), "--quiet"]) == 0
    assert load(tmp_path / "next") == load_plain(made(name).filing, tmp_path / "plain")


def load_plain(filing: Filing, folder: Path) -> Filing:
    dump(filing, folder)
    return load(folder)


def test_titles_that_name_a_term_are_to_be_reviewed() -> None:
    reviews = made("aoba-2026").reviews
    assert "notice.document_title" in reviews
    assert "notice.addressees" not in reviews
    assert "notice.convener" not in reviews
