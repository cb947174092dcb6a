"""read(write(filing)) == filing: for the sample, and for made-up filings of every part of the model."""

from __future__ import annotations

import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filingexport import (
    Filing,
    FilingError,
    Finding,
    documents,
    dump,
    export,
    extension_files,
    load,
    read,
    validate,
    write,
)
from filingexport.binding.plan import ROW_ELEMENT
from filingexport.formats.xbrl.resources import Resources
from filingexport.model.statements.consolidated import Consolidated
from filingexport.model.statements.ifrs.changes_in_equity import IfrsChangesInEquity, IfrsEquityComponents
from filingexport.model.statements.ifrs.consolidated import IfrsConsolidated, IfrsPriorYear
from filingexport.model.values import Money, Text
from filingexport.names import fx
from filingexport.report import Entity, Period, TypedMember
from tests.conftest import EFFORT, SAMPLE
from tests.counting import calls_of
from tests.strategies import all_places, filings, with_kept_facts

PLACES = all_places()


def test_the_sample_reads_back_equal(sample: Filing, instance: bytes, own_files: dict[str, bytes]) -> None:
    findings: list[Finding] = []
    assert read(instance, extension=own_files, findings=findings) == sample
    assert findings == []
    assert sample.unplaced == ()


def test_the_sample_is_valid(instance: bytes, own_files: dict[str, bytes]) -> None:
    assert validate(instance, extension=own_files) == ()


def test_the_same_filing_gives_the_same_bytes(sample: Filing, instance: bytes) -> None:
    assert write(load(SAMPLE)) == instance == write(sample)


@settings(max_examples=20 * EFFORT, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_facts_that_are_kept_are_written_as_of_any_report(data: st.DataObject, small: Filing) -> None:
    """Their ids may be those that contexts and units would have, and hold what no attribute may."""
    filing = data.draw(with_kept_facts(small))
    assert write(filing) == documents(filing)["filing.xbrl"]


@pytest.mark.parametrize("short", [False, True])
def test_contexts_that_are_named_alike_are_told_apart(short: bool) -> None:
    """An id tells the first characters of a typed member alone; equal contexts are one, whichever objects they are."""
    resources = Resources(Entity("http://a.example", "X"), {}, ["D20070401-20080331"], short)
    members = [f"{'a' * 20}{end}" for end in "bcb"] + ["", None]
    ids = [
        resources.context(Period(date(2007, 4, 1), date(2008, 3, 31)), (("{urn:a}A", TypedMember("{urn:a}T", text)),))
        for text in (*members, *members)
    ]
    assert ids[:5] == ids[5:]
    assert ids[0] == ids[2]
    assert len(set(ids)) == len(resources.head) == 4
    assert resources.context(Period(date(2007, 4, 1), date(2008, 3, 31)), ()) not in (*ids, "D20070401-20080331")


def test_a_row_costs_the_same_however_many_there_are() -> None:
    """What is kept from one document for the next has an end, and a table may have more rows."""

    def told(rows: int) -> None:
        resources = Resources(Entity("http://a.example", "X"), {})
        for number in range(rows):
            resources.context(
                Period(None, date(2008, 3, 31)), ((fx("VotingWaysAxis"), TypedMember(ROW_ELEMENT, str(number))),)
            )

    calls = []
    for rows in (1_000, 12_000):
        told(rows)
        calls.append(calls_of(lambda rows=rows: told(rows)))  # type: ignore[misc]
    assert calls[1] < 12.1 * calls[0]


def test_what_is_wrong_is_told_the_same_of_a_filing_and_of_its_facts(small: Filing) -> None:
    no_text: Any = "no text"
    nothing: Any = None
    broken = attrs.evolve(small, company=attrs.evolve(small.company, name=no_text))
    for wrong in (broken, attrs.evolve(small, company=nothing)):
        told = []
        for wanted in (write, documents):
            with pytest.raises(FilingError) as raised:
                wanted(wrong)
            told.append([str(each) for each in raised.value.findings])
        assert told[0] == told[1] != []


def test_export_import_export_gives_the_same_bytes(sample: Filing, tmp_path: Path) -> None:
    exported = export(sample, tmp_path / "out", "notice").instance
    first = exported.read_bytes()
    dump(read(exported), tmp_path / "copy")
    again = load(tmp_path / "copy")
    assert again == sample
    assert export(again, tmp_path / "again", "notice").instance.read_bytes() == first


def test_source_files_of_a_copy_are_stable(sample: Filing, tmp_path: Path) -> None:
    dump(sample, tmp_path / "one")
    dump(load(tmp_path / "one"), tmp_path / "two")
    one = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    assert one == {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()}


def with_balances(small: Filing, opening: Money | None, closing: Money | None) -> Filing:
    """This year's opening balance is last year's closing balance: to XBRL one fact, in the notice two places."""
    year = IfrsChangesInEquity(
        opening=IfrsEquityComponents(total=opening) if opening else None, title=Text(en="This year")
    )
    before = IfrsChangesInEquity(
        closing=IfrsEquityComponents(total=closing) if closing else None, title=Text(en="Last year")
    )
    prior = IfrsPriorYear(start=date(2006, 4, 1), end=date(2007, 3, 31), changes_in_equity=before)
    return attrs.evolve(
        small, consolidated=Consolidated(ifrs=IfrsConsolidated(changes_in_equity=year, prior_year=prior))
    )


AMOUNT = Money(100, "JPY", -6)


@pytest.mark.parametrize("opening", [None, AMOUNT, attrs.evolve(AMOUNT, caption=Text(en="At the beginning"))])
@pytest.mark.parametrize("closing", [None, AMOUNT, attrs.evolve(AMOUNT, caption=Text(en="At the end"))])
def test_what_is_told_in_two_places_is_read_in_both(
    small: Filing, opening: Money | None, closing: Money | None, tmp_path: Path
) -> None:
    filing = with_balances(small, opening, closing)
    assert read(export(filing, tmp_path, "filing").instance) == filing


def test_what_is_told_in_two_places_must_say_one_thing(small: Filing, tmp_path: Path) -> None:
    filing = with_balances(small, AMOUNT, attrs.evolve(AMOUNT, amount=Decimal(101)))
    with pytest.raises(FilingError) as raised:
        export(filing, tmp_path, "filing")
    [found] = raised.value.findings
    assert (found.code, found.path) == ("fx:disagree", "consolidated.ifrs.prior_year.changes_in_equity.closing.total")
    assert (
        "BalanceOfEquityIFRS is '101' here, but '100' at consolidated.ifrs.changes_in_equity.opening.total"
        in found.message
    )
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("place", sorted(PLACES))
@settings(max_examples=3 * EFFORT, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_part_made_up_reads_back_equal(place: str, data: st.DataObject) -> None:
    filing = data.draw(filings(PLACES[place]))
    written = write(filing)
    assert written == documents(filing)["filing.xbrl"]  # of the filing's facts
    findings: list[Finding] = []
    assert read(written, findings=findings) == filing
    assert findings == []
    assert validate(written) == ()


@settings(max_examples=30 * EFFORT, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_made_up_extensions_read_back_equal(data: st.DataObject) -> None:
    filing = data.draw(st.sampled_from(sorted(PLACES)).flatmap(lambda place: filings(PLACES[place], extension=True)))
    written, files = write(filing), extension_files(filing)
    findings: list[Finding] = []
    assert read(written, extension=files, findings=findings) == filing
    assert findings == []
    assert validate(written, extension=files) == ()
    with tempfile.TemporaryDirectory() as folder:
        dump(filing, Path(folder) / "source")
        assert load(Path(folder) / "source") == filing


@settings(max_examples=30 * EFFORT, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_made_up_filings_survive_source_files(data: st.DataObject) -> None:
    filing = data.draw(st.sampled_from(sorted(PLACES)).flatmap(lambda place: filings(PLACES[place])))
    with tempfile.TemporaryDirectory() as folder:
        dump(filing, Path(folder) / "source")
        again = load(Path(folder) / "source")
    assert again == filing
    assert write(again) == write(filing)
