"""Inline documents that others wrote: what is read of them, and what is said of those that are wrong."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from arelle import FunctionIxt  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from filingexport import FilingError, Finding, read
from filingexport.formats.document import EMPTY, Source
from filingexport.formats.ixbrl import read as read_format
from filingexport.formats.ixbrl.reader import read as read_page
from filingexport.formats.ixbrl.transformations import NAMESPACE, REGISTRIES
from filingexport.formats.safe import Limits
from filingexport.names import FX
from filingexport.report import Fact
from tests.japanese import in_both

SPACES = (
    'xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" '
    f'xmlns:ixt="{NAMESPACE}" xmlns:ixt3="http://www.xbrl.org/inlineXBRL/transformation/2015-02-26" '
    'xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    f'xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:fx="{FX}"'
)
ENTITY = '<xbrli:entity><xbrli:identifier scheme="http://a.example">A</xbrli:identifier></xbrli:entity>'
CONTEXTS = (
    f'<xbrli:context id="d">{ENTITY}<xbrli:period><xbrli:startDate>2007-04-01</xbrli:startDate>'
    "<xbrli:endDate>2008-03-31</xbrli:endDate></xbrli:period></xbrli:context>"
    f'<xbrli:context id="i">{ENTITY}<xbrli:period><xbrli:instant>2008-03-31</xbrli:instant></xbrli:period></xbrli:context>'
    '<xbrli:unit id="JPY"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit>'
    '<xbrli:unit id="pure"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>'
)
REFERENCES = '<ix:references><link:schemaRef xlink:type="simple" xlink:href="taxonomy/x.xsd"/></ix:references>'


def page(
    body: str, resources: str = "", contexts: str = CONTEXTS, references: str = REFERENCES, hidden: str = "", html: str = 'xml:lang="en"'
) -> bytes:  # fmt: skip
    hide = f"<ix:hidden>{hidden}</ix:hidden>" if hidden else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<html {SPACES} {html}><head><title>t</title></head><body>'
        f'<div style="display:none"><ix:header>{hide}{references}<ix:resources>{contexts}{resources}</ix:resources></ix:header></div>\n'
        f"{body}</body></html>"
    ).encode()


def number(text: str, more: str = "", unit: str = "JPY") -> str:
    return f'<p><ix:nonFraction name="fx:Revenues" contextRef="d" unitRef="{unit}" decimals="0" id="n"{more}>{text}</ix:nonFraction></p>'


def words(text: str, more: str = "") -> str:
    return f'<div><ix:nonNumeric name="fx:CompanyName" contextRef="d" id="w"{more}>{text}</ix:nonNumeric></div>'


def facts(data: bytes) -> tuple[Fact, ...]:
    parsed = read_page(data, "page")
    assert parsed.findings == ()
    return parsed.report.facts


def one(data: bytes) -> Fact:
    [fact] = facts(data)
    return fact


# --- what is read ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "more", "value"),
    [
        ("1,234", ' format="ixt:num-dot-decimal"', "1234"),
        ("1.234,50", ' format="ixt:num-comma-decimal"', "1234.5"),
        ("11,470,980", ' format="ixt:num-dot-decimal" scale="3"', "11470980000"),
        ("12.5", ' scale="-2"', "0.125"),
        ("438,163", ' format="ixt:num-dot-decimal" scale="3" sign="-"', "-438163000"),
        ("-", ' format="ixt:fixed-zero"', "0"),
        ("１２円５０銭", ' format="ixt:num-unit-decimal"', "12.5"),
        ("1 234.5", ' format="ixt:num-dot-decimal"', "1234.5"),
        ("1’234.50", ' format="ixt:num-dot-decimal-apos"', "1234.5"),
        ("0012.50", "", "0012.50"),
        ("0" * 3_990 + "12345.500", "", "0" * 3_990 + "12345.500"),
        ("9" * 900, ' scale="90"', "9" * 900 + "0" * 90),
        ("1,234", ' format="ixt3:numdotdecimal"', "1234"),
    ],
)
def test_numbers_are_read_exactly(text: str, more: str, value: str) -> None:
    fact = one(page(number(text, more)))
    assert (fact.value, fact.decimals, fact.id, fact.language) == (value, 0, "n", None)


def test_a_number_may_stand_in_a_number() -> None:
    body = (
        '<p><ix:nonFraction name="fx:Revenues" contextRef="d" unitRef="JPY" decimals="0" scale="3">'
        '<ix:nonFraction name="fx:CostOfRevenues" contextRef="d" unitRef="JPY" decimals="0" scale="3">7</ix:nonFraction></ix:nonFraction></p>'
    )
    assert [(fact.concept, fact.value) for fact in facts(page(body))] == [
        (f"{{{FX}}}Revenues", "7000"), (f"{{{FX}}}CostOfRevenues", "7000")
    ]  # fmt: skip


READ = [
    ("June 27, 2008", "date-monthname-day-year-en", "2008-06-27"),
    ("27 Jun 2008", "date-day-monthname-year-en", "2008-06-27"),
    ("&#10; 27  Jun&#10; 2008 ", "date-day-monthname-year-en", "2008-06-27"),
    ("12/2008", "date-month-year", "2008-12"),
    ("2008年６月27日", "date-year-month-day", "2008-06-27"),
    ("平成20年6月27日", "date-jpn-era-year-month-day", "2008-06-27"),
    ("令和元年５月", "date-jpn-era-year-month", "2019-05"),
    ("令和7年12月", "date-jpn-era-year-month", "2025-12"),
    ("令6年1月31日", "date-jpn-era-year-month-day", "2024-01-31"),
    ("平12年2月29日", "date-jpn-era-year-month-day", "2000-02-29"),
    ("昭和64年1月7日", "date-jpn-era-year-month-day", "1989-01-07"),
    ("昭23年4月1日", "date-jpn-era-year-month-day", "1948-04-01"),
    ("大正12年9月1日", "date-jpn-era-year-month-day", "1923-09-01"),
    ("大元年8月", "date-jpn-era-year-month", "1912-08"),
    ("明治31年7月16日", "date-jpn-era-year-month-day", "1898-07-16"),
    ("明45年7月", "date-jpn-era-year-month", "1912-07"),
    ("27.6.08", "date-day-month-year", "2008-06-27"),
    ("27/06/2008", "date-day-month-year", "2008-06-27"),
    ("6/27/2008", "date-month-day-year", "2008-06-27"),
    ("6-27-8", "date-month-day-year", "2008-06-27"),
    ("6/2008", "date-month-year", "2008-06"),
    ("27.6", "date-day-month", "--06-27"),
    ("6/27th", "date-month-day", "--06-27"),
    ("27 June", "date-day-monthname-en", "--06-27"),
    ("FEB 29th", "date-monthname-day-en", "--02-29"),
    ("April 1993", "date-monthname-year-en", "1993-04"),
    ("1993 DECEMBER", "date-year-monthname-en", "1993-12"),
    ("1993年4月", "date-year-month", "1993-04"),
    ("Yes, indeed", "fixed-true", "true"),
    ("", "fixed-false", "false"),
    ("see below", "fixed-empty", ""),
]


def test_each_transformation_of_dates_is_among_them() -> None:
    assert {name for _, name, _ in READ} >= {each for each in REGISTRIES[NAMESPACE] if each.startswith("date-")}


@pytest.mark.parametrize(("text", "name", "value"), READ)
def test_dates_and_truth_values_are_read_and_have_no_language(text: str, name: str, value: str) -> None:
    fact = one(page(words(text, f' format="ixt:{name}"')))
    assert (fact.value, fact.language) == (value, None)


def test_text_is_kept_with_its_white_space_and_the_language_in_scope() -> None:
    assert one(page(words(" a\n b "))).value == " a\n b "
    assert one(page(words("a"))).language == "en"
    assert one(page(words("a", ' xml:lang="ja"'))).language == "ja"
    assert one(page(words("a", ' xml:lang=""'))).language is None
    assert one(page(f'<div xml:lang="ja">{words("a")}</div>')).language == "ja"
    assert one(page(words("a"), html="")).language is None


def test_what_is_excluded_is_no_part_of_a_text_and_inner_tags_are_none_of_it() -> None:
    inner = '<ix:nonNumeric name="fx:CompanyShortName" contextRef="d">B</ix:nonNumeric>'
    found = facts(page(words(f"a {inner} c<ix:exclude> page 7 </ix:exclude>d")))
    assert [fact.value for fact in found] == ["a B cd", "B"]


def test_markup_is_escaped_without_namespaces() -> None:
    body = words(
        '<p>a &amp; <em>b</em></p><table><tbody><tr><td rowspan="2" colspan="3">1</td></tr></tbody></table><p/>',
        ' escape="true"',
    )
    assert one(page(body)).value == (
        '<p>a &amp; <em>b</em></p><table><tbody><tr><td colspan="3" rowspan="2">1</td></tr></tbody></table><p/>'
    )
    assert one(page(words("<p>a</p><p>b</p>"))).value == "ab", "without escape it is the text alone"


def test_a_text_may_be_continued() -> None:
    body = (
        words("<p>one</p>", ' escape="true" continuedAt="c1"')
        + '<div><ix:continuation id="c2"><p>three</p></ix:continuation></div>'
        + '<div><ix:continuation id="c1" continuedAt="c2"><p>two</p></ix:continuation></div>'
    )
    assert one(page(body)).value == "<p>one</p><p>two</p><p>three</p>"


def test_hidden_facts_are_facts() -> None:
    hidden = '<ix:nonNumeric name="fx:CompanyName" contextRef="d">A</ix:nonNumeric>'
    assert one(page("<p>x</p>", hidden=hidden)).value == "A"


def test_nil_facts() -> None:
    fact = one(page('<p>—<ix:nonFraction name="fx:Revenues" contextRef="d" unitRef="JPY" xsi:nil="true"/></p>'))
    assert (fact.value, fact.decimals, fact.language) == (None, None, None)
    assert one(page('<p><ix:nonNumeric name="fx:CompanyName" contextRef="d" xsi:nil="true"/></p>')).value is None


def test_footnotes_of_a_fact_in_order_and_one_in_two_languages() -> None:
    notes = (
        '<p><ix:footnote id="a">first</ix:footnote><ix:footnote id="b" xml:lang="ja">一</ix:footnote>'
        '<ix:footnote id="c">sec<ix:exclude>x</ix:exclude>ond</ix:footnote></p>'
    )
    ties = '<ix:relationship fromRefs="n" toRefs="a b c"/>'
    fact = one(page(number("1") + notes, ties))
    assert [(note.kind, note.readings) for note in fact.notes] == [
        ("footnote", (("en", "first"), ("ja", "一"))),
        ("footnote", (("en", "second"),)),
    ]


@pytest.mark.parametrize(
    "unit",
    [
        '<xbrli:unit id="JPY" xmlns:fx="http://www.xbrl.org/2003/iso4217"><xbrli:measure>fx:JPY</xbrli:measure></xbrli:unit>',
        '<xbrli:unit id="JPY"><xbrli:measure xmlns:q="http://www.xbrl.org/2003/iso4217">q:JPY</xbrli:measure></xbrli:unit>',
        '<unit id="JPY" xmlns="http://www.xbrl.org/2003/instance"><measure> iso4217:JPY </measure></unit>',
    ],
)
def test_prefixes_mean_what_they_mean_where_they_stand(unit: str) -> None:
    fact = one(page(number("1", unit="yen"), unit.replace('id="JPY"', 'id="yen"')))
    assert fact.unit is not None
    assert fact.unit.numerators == ("{http://www.xbrl.org/2003/iso4217}JPY",)


def test_a_prefix_of_a_namespace_that_nothing_else_has() -> None:
    unit = '<xbrli:unit id="odd"><xbrli:measure xmlns:q="http://q.example">q:thing</xbrli:measure></xbrli:unit>'
    fact = one(page(number("1", unit="odd"), unit))
    assert fact.unit is not None
    assert fact.unit.numerators == ("{http://q.example}thing",)


@pytest.mark.parametrize(
    ("space", "name"), [("http://www.xbrl.org/2003/instance", "pure"), ("http://www.xbrl.org/2003/iso4217", "USD")]
)
def test_a_measure_without_prefix_is_in_the_default_namespace(space: str, name: str) -> None:
    unit = f'<xbrli:unit id="u"><xbrli:measure xmlns="{space}">{name}</xbrli:measure></xbrli:unit>'
    fact = one(page(number("1", unit="u"), unit))
    assert fact.unit is not None
    assert fact.unit.numerators == (f"{{{space}}}{name}",)
    parsed = read_page(page(number("1", unit="u"), unit.replace(f' xmlns="{space}"', "")), "page")
    assert [each.message for each in parsed.findings] == [f"unit 'u': the name '{name}' has no declared prefix"]


def test_a_prefix_that_means_two_things() -> None:
    """Each name is read with what its prefix means there, also where the page has bound the prefix to a third thing."""
    units = "".join(
        f'<xbrli:unit id="{name}" xmlns:{prefix}="http://{name}.example"><xbrli:measure>{prefix}:thing</xbrli:measure></xbrli:unit>'
        for prefix in ("q", "fx")
        for name in (f"{prefix}1", f"{prefix}2")
    )
    for name in ("q1", "q2", "fx1", "fx2"):
        fact = one(page(number("1", unit=name), units))
        assert fact.concept == f"{{{FX}}}Revenues"
        assert fact.unit is not None
        assert fact.unit.numerators == (f"{{http://{name}.example}}thing",)


def test_a_dimension_and_its_member_have_prefixes_of_their_own() -> None:
    contexts = "".join(
        f'<xbrli:context id="{name}" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:a="http://{name}.example">{ENTITY}'
        "<xbrli:period><xbrli:instant>2008-03-31</xbrli:instant></xbrli:period><xbrli:scenario>"
        '<xbrldi:explicitMember dimension="a:Axis" xmlns:b="http://b.example">b:Member</xbrldi:explicitMember>'
        "</xbrli:scenario></xbrli:context>"
        for name in ("m", "n")
    )
    for name in ("m", "n"):
        fact = one(page(number("1").replace('contextRef="d"', f'contextRef="{name}"'), contexts))
        assert fact.dimensions == ((f"{{http://{name}.example}}Axis", "{http://b.example}Member"),)


def test_places_are_lines_of_the_page() -> None:
    parsed = read_page(page("<p>x</p>\n\n" + number("1")), "page")
    assert parsed.report.facts[0].place == "page:5"
    assert parsed.taxonomy == ("taxonomy/x.xsd",)
    assert parsed.tree is not None


def test_the_taxonomy_is_told_of() -> None:
    told: list[tuple[str, ...]] = []

    def taxonomy(locations: tuple[str, ...], source: Source) -> Any:
        told.append(locations)

    read_format(Source(page(number("1")), "page", EMPTY), taxonomy, Limits())
    assert told == [("taxonomy/x.xsd",)]


# --- the registry, against another implementation of it ---------------------------------------------------------

_SAID = st.one_of(
    st.text("0123456789.,' \u00a0", max_size=12),
    st.text("0123456789年月日/-. ", max_size=14),
    st.builds("{} {}, {}".format, st.sampled_from(["January", "Feb", "MAY", "June", "Dec", "Foo"]), st.integers(0, 40), st.integers(0, 2100)),
    st.builds("{}{}年{}月{}日".format, st.sampled_from(["昭和", "平成", "平", "令和", ""]), st.integers(0, 70), st.integers(0, 13), st.integers(0, 32)),
    st.builds("{} {} {}".format, st.integers(0, 40), st.sampled_from(["March", "APR", "Sep"]), st.sampled_from(["8", "08", "2008", "20088"])),
    st.builds("{}円{}銭".format, st.integers(0, 10**6), st.integers(0, 120)),
)  # fmt: skip


@pytest.mark.parametrize("name", sorted(set(REGISTRIES[NAMESPACE]) - {"fixed-empty"}))
@given(said=_SAID)
def test_transformations_read_what_another_processor_reads(name: str, said: str) -> None:
    said = " ".join(said.split())
    ours: str | None
    try:
        ours = REGISTRIES[NAMESPACE][name](said)
    except ValueError:
        ours = None
    theirs: str | None
    try:
        theirs = FunctionIxt.ixtNamespaceFunctions[NAMESPACE][name](said)
    except Exception:
        theirs = None
    if ours is not None and name.startswith("num-") and theirs is not None:
        assert Decimal(ours) == Decimal(theirs)
    elif ours is None or theirs is None:
        # Where the two disagree whether it can be read at all, ours is the one that says no: to a year of
        # five digits, to a second of the thirteenth month.
        assert ours is None
    else:
        assert ours == theirs


# --- what is wrong ----------------------------------------------------------------------------------------------

TUPLE = '<div><ix:tuple name="fx:X" tupleID="t"/></div>'
FRACTION = '<p><ix:fraction name="fx:X" contextRef="d" unitRef="pure"/></p>'
NOTE = '<p><ix:footnote id="a">x</ix:footnote></p>'
INNER = (
    '<ix:nonFraction name="fx:CostOfRevenues" contextRef="d" unitRef="JPY" decimals="0" scale="3">7</ix:nonFraction>'
)
BAD_FACTS = {
    "unknown transformation": (number("1", ' format="ixt:num-roman"'), "the transformation num-roman is not known"),
    "unknown registry": (number("1", ' xmlns:q="http://q.example" format="q:num"'), "the transformation registry http://q.example is not known"),
    "no prefix of a format": (number("1", ' format="q:num"'), "the name 'q:num' has no declared prefix"),
    "not of the form": (number("1.2.3", ' format="ixt:num-dot-decimal"'), "num-dot-decimal does not read it: '1.2.3' is not a number"),
    "no such month": (words("13/2008", ' format="ixt:date-month-year"'), "there is no month 13"),
    "no such day": (words("February 30, 2008", ' format="ixt:date-monthname-day-year-en"'), "there is no day 30 in month 2 of 2008"),
    "a date as a number": (number("June 27, 2008", ' format="ixt:date-monthname-day-year-en"'), "gives '2008-06-27', which is no number"),
    "a sign in the digits": (number("-1"), "'-1' is no number without sign"),
    "separators without format": (number("1,000"), "'1,000' is no number without sign"),
    "no digits": (number(""), "'' is no number without sign"),
    "another sign": (number("1", ' sign="+"'), 'sign="+" is not "-"'),
    "scale": (number("1", ' scale="many"'), "scale 'many' is not a whole number"),
    "scale beyond": (number("1", ' scale="99999"'), "scale '99999' is not a whole number from -1000 to 1000"),
    "too many digits": (number("1" * 5000), "its digits take 5000 characters"),
    "text in a number": (number("<em>1</em>"), "a number holds either digits or one other number"),
    "text after the number inside": (number(INNER + " x", ' scale="3"'), "a number holds either digits or one other number"),
    "text before the number inside": (number("x " + INNER, ' scale="3"'), "a number holds either digits or one other number"),
    "another scale inside": (
        number('<ix:nonFraction name="fx:CostOfRevenues" contextRef="d" unitRef="JPY" decimals="0">7</ix:nonFraction>', ' scale="3"'),
        "it holds a number with another scale",
    ),
    "no name": ('<p><ix:nonNumeric contextRef="d">x</ix:nonNumeric></p>', "the name '' has no declared prefix"),
    "no prefix": ('<p><ix:nonNumeric name="CompanyName" contextRef="d">x</ix:nonNumeric></p>', "the name 'CompanyName' has no declared prefix"),
    "escape": (words("x", ' escape="yes"'), 'escape="yes" is neither true nor false'),
    "continued nowhere": (words("x", ' continuedAt="c"'), "it is continued at 'c', but there is no such continuation"),
    "a circle": (
        words("x", ' continuedAt="c"') + '<p><ix:continuation id="c" continuedAt="c">y</ix:continuation></p>',
        "its continuations run in a circle, at 'c'",
    ),
    "another document": (words("x", ' target="other"'), "it is for the document 'other'"),
    "of a tuple": (words("x", ' tupleRef="t"'), "it belongs to a tuple"),
    "tuple": (TUPLE, "ix:tuple is not read here"),
    "fraction": (FRACTION, "ix:fraction is not read here"),
    "an element of no inline XBRL": ("<p><ix:number>1</ix:number></p>", "ix:number is no element of Inline XBRL 1.1"),
    "nothing to be left out of": ("<p><ix:exclude>x</ix:exclude></p>", "ix:exclude stands in no text"),
    "continues nothing": ('<p><ix:continuation id="c">x</ix:continuation></p>', "the continuation 'c' continues nothing"),
    "a continuation without id": ("<p><ix:continuation>x</ix:continuation></p>", "a continuation has no id"),
    "two footnotes of one id": (NOTE + NOTE, "the id 'a' is used for two footnotes"),
    "no context": ('<p><ix:nonNumeric name="fx:CompanyName" contextRef="q">x</ix:nonNumeric></p>', "refers to the context 'q'"),
    "no unit": (number("1", unit="q"), "refers to the unit 'q'"),
    "nil with content": (words("x", ' xsi:nil="true"'), "CompanyName is nil and has content"),
    "no accuracy": ('<p><ix:nonFraction name="fx:Revenues" contextRef="d" unitRef="JPY">1</ix:nonFraction></p>', "a number has no decimals"),
    "one id twice": (words("x") + words("x"), "the id 'w' is used twice"),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD_FACTS)
def test_what_is_wrong_in_a_fact_is_said_once_and_where(what: str) -> None:
    body, message = BAD_FACTS[what]
    parsed = read_page(page("<p>x</p>\n" + body), "page.xhtml")
    [found] = in_both(parsed.findings)
    assert message in found.message
    assert found.place == "page.xhtml:4"
    assert "\n" not in str(found)


BAD_RESOURCES = {
    "a relationship to nothing": ('<ix:relationship fromRefs="n" toRefs="q"/>', "a relationship leads to 'q', which is no footnote here"),
    "a relationship from nothing": ('<ix:relationship fromRefs="q" toRefs="a"/>', "a footnote is for '#q', but no fact here has that id"),
    "a stranger": ("<link:linkbaseRef/>", "linkbaseRef has no place in ix:resources"),
    "two contexts of one id": (CONTEXTS[: CONTEXTS.index("</xbrli:context>")] + "</xbrli:context>", "the id 'd' is used twice"),
    "a context without period": (f'<xbrli:context id="x">{ENTITY}</xbrli:context>', "context 'x': it has no period"),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD_RESOURCES)
def test_what_is_wrong_in_the_resources_is_said_once(what: str) -> None:
    resources, message = BAD_RESOURCES[what]
    [found] = read_page(page(number("1") + NOTE, resources), "page").findings
    assert message in found.message


REFUSED = {
    "no references": (page(number("1"), references=""), "has no ix:references"),
    "references for others": (page(number("1"), references=REFERENCES.replace("<ix:references>", '<ix:references target="x">')), "without a target"),
    "no contexts": (page(number("1"), contexts=""), "has no contexts in ix:resources"),
    "a plain page": (f"<html {SPACES}><head><title>t</title></head><body><p>x</p></body></html>".encode(), "without any Inline XBRL"),
    "the older version": (page('<p><x:nonNumeric xmlns:x="http://www.xbrl.org/2008/inlineXBRL"/></p>'), "is Inline XBRL 1.0"),
    "another root": (page(number("1")).replace(b"http://www.w3.org/1999/xhtml", b"http://www.w3.org/1999/other"), "not html in the namespace of XHTML"),
    "not well-formed": (page(number("1")).replace(b"</body>", b""), "is not well-formed"),
    "a document type": (page(number("1")).replace(b"<html", b"<!DOCTYPE html><html"), "document type declaration"),
    "an entity": (page(number("1")).replace(b"<html", b"<!DOCTYPE h [<!ENTITY x 'y'>]><html"), "document type declaration"),
}  # fmt: skip


def test_a_note_that_is_not_there_leaves_the_others_tied() -> None:
    parsed = read_page(page(number("1") + NOTE, '<ix:relationship fromRefs="n" toRefs="b a"/>'), "page")
    assert [each.message for each in parsed.findings] == ["a relationship leads to 'b', which is no footnote here"]
    assert [note.readings for fact in parsed.report.facts for note in fact.notes] == [(("en", "x"),)]


def test_what_a_nil_number_shows_is_no_content_but_a_dash_alone() -> None:
    nil = '<p><ix:nonFraction name="fx:Revenues" contextRef="d" unitRef="JPY" xsi:nil="true">{}</ix:nonFraction></p>'
    for dash in ("-", " – ", "—", ""):
        assert one(page(nil.format(dash))).value is None
    for text in (nil.format("0"), nil.replace("nonFraction", "nonNumeric").replace(' unitRef="JPY"', "").format("—")):
        assert [each.code for each in read_page(page(text), "page").findings] == ["fx:structure"]


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_report_is_refused_in_one_message(what: str) -> None:
    data, message = REFUSED[what]
    with pytest.raises(FilingError) as raised:
        read_page(data, "page.xhtml")
    [found] = in_both(raised.value.findings)
    assert message in found.message
    assert found.place.startswith("page.xhtml")


def test_a_footnote_that_is_continued_nowhere_is_told_of_and_the_fact_is_read() -> None:
    note = '<p><ix:footnote id="a" continuedAt="q">x</ix:footnote></p>'
    parsed = read_page(page(number("1") + note, '<ix:relationship fromRefs="n" toRefs="a"/>'), "page.xhtml")
    assert [fact.value for fact in parsed.report.facts] == ["1"]
    assert "a footnote: it is continued at 'q'" in parsed.findings[0].message


@pytest.mark.parametrize(
    "fact",
    [
        number("1,000"),
        number("1", unit="none"),
        words("x", ' target="other" continuedAt="c"').replace('id="w"', 'id="n"'),
        words("x", ' escape="yes" continuedAt="c"').replace('id="w"', 'id="n"'),
    ],
)
def test_what_follows_from_a_fact_that_is_wrong_is_not_told_too(fact: str) -> None:
    """That nothing is tied to its note, or that its continuation continues nothing, is no other mistake."""
    more = (
        '<p><ix:continuation id="c" continuedAt="d">y</ix:continuation><ix:continuation id="d">z</ix:continuation></p>'
    )
    body = fact + NOTE + more * ("continuedAt" in fact)
    [found] = read_page(page(body, '<ix:relationship fromRefs="n" toRefs="a"/>'), "page").findings
    assert found.path == "n"


def test_a_continuation_that_a_wrong_fact_shares_is_told_of_once() -> None:
    circle = '<p><ix:continuation id="c" continuedAt="d">y</ix:continuation><ix:continuation id="d" continuedAt="c">z</ix:continuation></p>'
    parsed = read_page(page(words("x", ' continuedAt="c"') + circle), "page")
    assert len(parsed.findings) == 1


def test_limits_hold() -> None:
    data = page(number("1") + words("x"))
    assert len(read_page(data, "page", Limits(facts=2)).report.facts) == 2
    for limits, message in (
        (Limits(facts=1), "more than 1 facts"),
        (Limits(file=100), "larger than"),
        (Limits(contexts=1), "1 contexts"),
    ):
        with pytest.raises(FilingError) as raised:
            read_page(data, "page", limits)
        assert message in raised.value.findings[0].message
    many = words("x", "".join(f' xmlns:a{n}="http://a.example/{n}" a{n}:b="c"' for n in range(70)))
    with pytest.raises(FilingError, match="64 attributes"):
        read_page(page(many))


def test_a_fact_that_could_not_be_read_makes_no_filing_in_silence() -> None:
    findings: list[Finding] = []
    with pytest.raises(FilingError) as raised:
        read(page(number("1,000")), findings=findings)
    assert any(each.code == "fx:inline" for each in raised.value.findings)
