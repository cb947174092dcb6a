"""Contexts and units as they are written: pooled, with ids that tell what they are and that nothing else has."""

from __future__ import annotations

from datetime import date, datetime

import attrs
import pytest
from lxml import etree

import filingexport
from filingexport import Filing
from filingexport.binding.values import PURE, SHARES, money_unit, per_share_unit
from filingexport.formats.xbrl import read
from filingexport.formats.xbrl.common import FOREVER
from filingexport.formats.xbrl.resources import Resources, attribute, escape
from filingexport.formats.xbrl.writer import write
from filingexport.model.values import Count, Text
from filingexport.names import FX, XBRLDI, XBRLI
from filingexport.report import Dimensions, Entity, Fact, Note, Period, Report, TypedMember, Unit

OTHER = "{http://other.example}"
ENTITY = Entity("http://scheme.example/?a&b", "X & Y")
DAY = Period(None, date(2008, 3, 31))
YEAR = Period(date(2007, 4, 1), date(2008, 3, 31))


def fx(name: str) -> str:
    return f"{{{FX}}}{name}"


ROW = (fx("RowsAxis"), TypedMember(fx("RowNumber"), "1"))


@pytest.mark.parametrize(
    ("period", "dimensions", "identifier"),
    [
        (DAY, (), "I20080331"),
        (YEAR, (), "D20070401-20080331"),
        (Period(None, datetime(2008, 6, 27, 10, 0, 0, 500_000)), (), "I20080627T100000500000"),
        (FOREVER, (), "Forever"),
        (DAY, ((fx("AnAxis"), fx("SomeMember")),), "I20080331_Some"),
        (DAY, ((fx("AnAxis"), fx("SomeMember")), ROW), "I20080331_Some_Rows-1"),
        (DAY, ((OTHER + "PlaceAxis", TypedMember(OTHER + "Place", "Tokyo 東京 1-2-3, Chiyoda-ku, Nagatacho")),), "I20080331_Place-Tokyo123ChiyodakuNag"),
        (DAY, ((OTHER + "PlaceAxis", TypedMember(OTHER + "Place", None)),), "I20080331_Place-nil"),
        (DAY, ((ROW[0], TypedMember(fx("RowNumber"), "1234567890" * 3)),), "I20080331_Rows-12345678901234567890"),
    ],
)  # fmt: skip
def test_a_context_is_called_by_what_it_says(period: Period, dimensions: Dimensions, identifier: str) -> None:
    assert Resources(ENTITY, {}).context(period, dimensions) == identifier


def test_a_context_is_written_once_and_others_of_its_name_beside_it() -> None:
    resources = Resources(ENTITY, {}, ["I20080331_Place-a_2"])
    places = [((OTHER + "PlaceAxis", TypedMember(OTHER + "Place", each)),) for each in ("a", "a ", "a.", "a")]
    assert [resources.context(DAY, each) for each in places] == [
        "I20080331_Place-a", "I20080331_Place-a_3", "I20080331_Place-a_4", "I20080331_Place-a",
    ]  # fmt: skip
    assert resources.context(DAY, places[1]) == "I20080331_Place-a_3"
    assert len(resources.head) == 3


def test_short_ids_are_numbers_that_are_free() -> None:
    resources = Resources(ENTITY, {}, ["c2"], short=True)
    found = [resources.context(each, ()) for each in (DAY, YEAR, FOREVER, DAY)]
    assert found == ["c1", "c2_2", "c3", "c1"]
    assert resources.head[0] == (
        '<context id="c1"><entity><identifier scheme="http://scheme.example/?a&amp;b">X &amp; Y</identifier></entity>'
        "<period><instant>2008-03-31</instant></period></context>\n"
    )
    assert resources.context(DAY, ((fx("AnAxis"), fx("AMember")),)) == "c4"
    alike = [((OTHER + "PlaceAxis", TypedMember(OTHER + "Place", each)),) for each in ("a", "a ", "a.", "b")]
    assert [resources.context(DAY, each) for each in alike] == ["c5", "c6", "c7", "c8"]
    assert (
        '<scenario><di:explicitMember dimension="fx:AnAxis">fx:AMember</di:explicitMember></scenario>'
        in resources.head[3]
    )


@pytest.mark.parametrize(
    "period",
    [
        DAY,
        YEAR,
        FOREVER,
        Period(date(2008, 3, 31), date(2008, 3, 31)),
        Period(None, datetime(2008, 6, 27, 10)),
        Period(datetime(2008, 3, 31, 10), date(2008, 3, 31)),
        Period(date(2008, 3, 31), datetime(2008, 3, 31, 10)),
        Period(datetime(2008, 3, 31, 10), datetime(2008, 3, 31, 10, 0, 0, 1)),
        Period(date(1, 1, 1), date(9999, 12, 30)),
    ],
)
def test_a_period_is_read_back(period: Period) -> None:
    report = Report(Entity("http://scheme.example", "X"), (Fact(OTHER + "Thing", period, value="1", id="a"),))
    parsed = read(write(report), "a.xbrl")
    assert (parsed.report, parsed.findings) == (report, ())


@pytest.mark.parametrize(
    ("unit", "identifier"),
    [
        (money_unit("JPY"), "JPY"),
        (SHARES, "shares"),
        (PURE, "pure"),
        (per_share_unit("JPY"), "JPYPerShares"),
        (Unit((OTHER + "a", OTHER + "b"), (OTHER + "c", OTHER + "d")), "abPerCD"),
    ],
)
def test_a_unit_is_called_by_what_it_says(unit: Unit, identifier: str) -> None:
    resources = Resources(ENTITY, {}, ["JPY"])
    wanted = "JPY_2" if identifier == "JPY" else identifier
    assert [resources.unit(unit), resources.unit(unit)] == [wanted, wanted]
    assert len(resources.head) == 1


def test_a_prefix_is_taken_that_is_free() -> None:
    resources = Resources(ENTITY, {"http://own.example": "ns1"})
    assert resources.name("{http://own.example}A") == "ns1:A"
    assert resources.name(OTHER + "A") == "ns2:A"
    assert resources.name("{http://more.example}A") == "ns3:A"
    assert resources.name(fx("A")) == "fx:A"
    assert (resources.prefixes[XBRLI], resources.prefixes[XBRLDI]) == ("xbrli", "xbrldi")


@pytest.mark.parametrize("text", ["a", "<&>", '"', "'", "\t", "\n", "\r\n", "]]>", "&amp;", "日本"])
def test_text_is_read_back(text: str) -> None:
    read_back = etree.fromstring(f'<a b="{attribute(text)}">{escape(text)}</a>')
    assert (read_back.get("b"), read_back.text) == (text, text)


def test_ids_of_contexts_units_and_notes_give_way_to_those_of_facts() -> None:
    note = Note("footnote", (("en", "As printed."), ("ja", "記載のとおり")))
    facts = tuple(
        Fact(OTHER + "Thing", DAY, (), money_unit("JPY"), None, "1", 0, each, (note,))
        for each in ("I20080331", "JPY", 'a"<&>\tb', "footnote_1")
    )
    report = Report(Entity("http://scheme.example", "X"), facts)
    data = write(report)
    parsed = read(data, "a.xbrl")
    assert parsed.report == report
    assert parsed.findings == ()
    ids = [str(each) for each in etree.fromstring(data).xpath("//@id")]
    assert sorted(ids) == sorted(["I20080331_2", "JPY_2", *(each.id for each in facts)])


def test_notes_of_a_filing_give_way_too(small: Filing) -> None:
    """A fact that is kept may be called as the note of another would be."""
    kept = Fact(OTHER + "Thing", DAY, value="1", id="footnote_1", notes=(Note("footnote", (("en", "Kept."),)),))
    filing = attrs.evolve(small, fiscal_term=Count(16, footnotes=(Text(en="The sixteenth."),)), unplaced=(kept,))
    assert filingexport.read(filingexport.write(filing), findings=[]) == filing
