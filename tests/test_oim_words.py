"""The words of the Open Information Model, each by itself: periods, units, names, notes, and JSON that is taken strictly."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

import pytest

from filingexport import FilingError
from filingexport.binding.values import PURE, SHARES, money_unit, per_share_unit
from filingexport.formats.oim import notes, periods, units
from filingexport.formats.oim.names import RESERVED, Namespaces, Prefixes, map_findings
from filingexport.formats.oim.strict import MAX_NUMBER, parse
from filingexport.formats.safe import Limits
from filingexport.formats.xbrl.common import FOREVER
from filingexport.names import BASE, FX, ISO4217, XBRLI
from filingexport.report import Note, Period, Unit

OTHER = "http://other.example"


def span(start: date | datetime | None, end: date | datetime) -> Period:
    return Period(start, end)


# --- periods ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (span(None, date(2008, 3, 31)), "2008-04-01T00:00:00"),
        (span(date(2007, 4, 1), date(2008, 3, 31)), "2007-04-01T00:00:00/2008-04-01T00:00:00"),
        (span(date(2008, 3, 31), date(2008, 3, 31)), "2008-03-31T00:00:00/2008-04-01T00:00:00"),
        (span(None, datetime(2008, 6, 27, 10)), "2008-06-27T10:00:00"),
        (span(datetime(2008, 6, 27, 10), datetime(2008, 6, 27, 10, 0, 0, 500_000)), "2008-06-27T10:00:00/2008-06-27T10:00:00.5"),
        (span(None, date(1, 1, 1)), "0001-01-02T00:00:00"),
        (span(date(1, 1, 1), date(9999, 12, 30)), "0001-01-01T00:00:00/9999-12-31T00:00:00"),
    ],
)  # fmt: skip
def test_a_period_has_one_text(period: Period, text: str) -> None:
    assert periods.text(period) == text
    assert periods.parse(text) == period
    assert periods.parse_short(text) == period


def test_a_period_without_bounds_has_none() -> None:
    assert periods.text(FOREVER) is None
    with pytest.raises(ValueError, match="it would be in the year 10000"):
        periods.text(span(None, date.max))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2008-03-31", "is not a period (such as 2008-04-01T00:00:00"),
        ("2008-04-01T00:00:00Z", "time zones are not used"),
        ("2008-04-01T00:00:00+09:00", "time zones are not used"),
        ("2008-04-01T00:00:00/2007-04-01T00:00:00", "does not end after it begins"),
        ("2008-04-01T00:00:00/2008-04-01T00:00:00", "does not end after it begins"),
        ("0001-01-01T00:00:00", "0001-01-01T00:00:00 is before any day"),
        ("2008-04-01T25:00:00", "hour must be in 0..23"),
    ],
)
def test_what_is_no_period_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        periods.parse(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2008", date(2008, 1, 1), date(2008, 12, 31)),
        ("2008-02", date(2008, 2, 1), date(2008, 2, 29)),
        ("2008-12", date(2008, 12, 1), date(2008, 12, 31)),
        ("2008-03-31", date(2008, 3, 31), date(2008, 3, 31)),
        ("2008Q1", date(2008, 1, 1), date(2008, 3, 31)),
        ("2008Q2", date(2008, 4, 1), date(2008, 6, 30)),
        ("2008Q4", date(2008, 10, 1), date(2008, 12, 31)),
        ("2008H1", date(2008, 1, 1), date(2008, 6, 30)),
        ("2008H2", date(2008, 7, 1), date(2008, 12, 31)),
        ("2008W01", date(2007, 12, 31), date(2008, 1, 6)),
        ("2008W14", date(2008, 3, 31), date(2008, 4, 6)),
        ("2007-04-01..2008-03-31", date(2007, 4, 1), date(2008, 3, 31)),
        ("2008-03-31..2008-03-31", date(2008, 3, 31), date(2008, 3, 31)),
    ],
)
def test_short_forms_of_periods(text: str, first: date, last: date) -> None:
    """xBRL-CSV 1.0, 4.9; the moment at which a period begins is the end of the day before."""
    start = span(None, date.fromordinal(first.toordinal() - 1))
    assert periods.parse_short(text) == span(first, last)
    assert periods.parse_short(text, "start") == start
    assert periods.parse_short(text, "end") == span(None, last)
    if ".." not in text:
        assert periods.parse_short(f"{text}@start") == start
        assert periods.parse_short(f"{text}@end") == span(None, last)


def test_moments_of_full_forms() -> None:
    whole = "2007-04-01T00:00:00/2008-03-31T10:00:00"
    assert periods.parse_short(whole, "start") == span(None, date(2007, 3, 31))
    assert periods.parse_short(whole, "end") == span(None, datetime(2008, 3, 31, 10))
    late = "2007-04-01T09:00:00/2008-04-01T00:00:00"
    assert periods.parse_short(late, "start") == span(None, datetime(2007, 4, 1, 9))


@pytest.mark.parametrize(
    ("text", "which", "message"),
    [
        ("2008-04-01T00:00:00", "start", "is a moment, and has no start and end"),
        ("2008@end", "end", "is a moment, and has no start and end"),
        ("2008-03-31..2007-04-01", "", "ends before it begins"),
        ("2008Q5", "", "is not a period"),
        ("2008W54", "", "Invalid week: 54"),
        ("2008-13", "", "month must be in 1..12"),
    ],
)
def test_what_is_no_short_form_is_refused(text: str, which: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        periods.parse_short(text, which)


# --- units --------------------------------------------------------------------------------------------------------

TOLD = Namespaces({"iso4217": ISO4217, "xbrli": XBRLI, "a": OTHER})


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (money_unit("JPY"), "iso4217:JPY"),
        (SHARES, "xbrli:shares"),
        (per_share_unit("JPY"), "iso4217:JPY/xbrli:shares"),
        (Unit((f"{{{OTHER}}}x", f"{{{OTHER}}}y")), "a:x*a:y"),
        (Unit((f"{{{OTHER}}}x", f"{{{OTHER}}}y"), (f"{{{OTHER}}}z",)), "(a:x*a:y)/a:z"),
        (Unit((f"{{{OTHER}}}z",), (f"{{{OTHER}}}x", f"{{{OTHER}}}x")), "a:z/(a:x*a:x)"),
    ],
)
def test_a_unit_has_one_text(unit: Unit, text: str) -> None:
    prefixes = Prefixes(("a", OTHER))
    assert units.text(unit, prefixes) == text
    assert units.parse(text, TOLD) == unit


def test_pure_has_none() -> None:
    assert units.text(PURE, Prefixes(None)) is None


@pytest.mark.parametrize("text", ["", "a:x/", "/a:x", "a:x/a:y/a:z", "(a:x)", "(a:x*a:y)", "a:x*a:y/a:z", "(a:x)/a:y", "a:y*a:x", "(a:y*a:x)/a:z", "a:x/(a:y)"])  # fmt: skip
def test_what_is_no_unit_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not how a unit is written"):
        units.parse(text, TOLD)


def test_a_measure_needs_a_prefix_that_is_told() -> None:
    with pytest.raises(KeyError, match="q:x"):
        units.parse("a:x/q:x", TOLD)


# --- names --------------------------------------------------------------------------------------------------------


def test_prefixes_are_handed_out_once_and_only_those_used_are_told() -> None:
    prefixes = Prefixes(("own", "http://own.example"))
    assert prefixes.name(f"{{{FX}}}Cash") == "fx:Cash"
    assert prefixes.name("{http://own.example}Orders") == "own:Orders"
    assert prefixes.prefix("http://scheme.example", "entity") == "entity"
    assert prefixes.prefix("http://another.example", "entity") == "ns1"
    assert [prefixes.name(f"{{{OTHER}}}{each}") for each in "ab"] == ["ns2:a", "ns2:b"]
    assert prefixes.told() == {
        "fx": FX, "own": "http://own.example", "entity": "http://scheme.example", "ns1": "http://another.example",
        "ns2": OTHER,
    }  # fmt: skip


def test_a_companys_prefix_gives_way_to_those_that_are_reserved() -> None:
    prefixes = Prefixes(("xbrl", "http://own.example"))
    assert prefixes.name("{http://own.example}Orders") == "ns1:Orders"
    assert Prefixes(("ns1", "http://own.example")).prefix(OTHER) == "ns2"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("a:x", f"{{{OTHER}}}x"), ("a:_-.1", f"{{{OTHER}}}_-.1"), ("a:現金", f"{{{OTHER}}}現金"),
        ("a:", None), ("a:1x", None), ("a:x y", None), ("a:x:y", None), ("q:x", None), ("x", None), (":x", None),
    ],
)  # fmt: skip
def test_names_are_of_a_prefix_that_is_told_and_a_local_name(written: str, name: str | None) -> None:
    assert TOLD.name(written) == name


@pytest.mark.parametrize(
    ("written", "pair"),
    [("a:1 x", None), ("a: x", None), ("a:x ", None), ("a:", None), ("q:x", None), ("a", None), ("a:1x", (OTHER, "1x")), ("a:x:y", (OTHER, "x:y"))],
)  # fmt: skip
def test_identifiers_are_anything_without_white_space(written: str, pair: tuple[str, str] | None) -> None:
    assert TOLD.pair(written) == pair


def test_our_properties_are_those_of_any_version_of_the_taxonomy() -> None:
    older = BASE.replace(BASE[-10:], "2024-01-31")
    told = Namespaces({"fx": FX, "old": older, "a": OTHER, "bad": BASE + "x"})
    assert [told.ours(each) for each in ("fx:keeps", "old:keeps", "a:keeps", "bad:keeps", "fx:other", "keeps")] == [
        True, True, False, False, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"a": OTHER, "xbrli": XBRLI}, None),
        ({"_": OTHER}, None),
        ({"a b": OTHER}, "xbrlje:invalidJSONStructure"),
        ({"1": OTHER}, "xbrlje:invalidJSONStructure"),
        ({"a": 1}, "xbrlje:invalidJSONStructure"),
        ({"a": "other"}, "oimce:invalidURI"),
        ({"a": "http://a b"}, "oimce:invalidURI"),
        ({"xbrli": OTHER}, "oimce:invalidURIForReservedAlias"),
        ({"a": XBRLI}, "oimce:invalidAliasForReservedURI"),
        ({"a": OTHER, "b": OTHER}, "oimce:multipleAliasesForURI"),
    ],
)
def test_a_map_of_namespaces_tells_each_once(told: dict[str, Any], code: str | None) -> None:
    found = map_findings("namespaces", told, RESERVED, "xbrlje", "report.json")
    assert [each.code for each in found] == ([code] if code else [])
    assert all(each.place == f"report.json#/documentInfo/namespaces/{[*told][-1]}" for each in found)


# --- notes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["a", "a < b & c > d", "a\rb\r\nc", "&amp;", "</div>", "<p>x</p>"])
def test_the_text_of_a_note_is_read_back(text: str) -> None:
    assert notes.plain(notes.fragment(text)) == (text, False)


def test_markup_in_a_note_is_seen() -> None:
    assert notes.plain("<p>a <b>b</b></p>c") == ("a bc", True)
    for value in ("<!-- a -->", "<?a b?>", "<![CDATA[a]]>"):
        with pytest.raises(ValueError, match="have no place in a note"):
            notes.plain(value)
    for value in ("<p>", "&x;", "</div><div>"):
        with (
            pytest.raises(ValueError, match="no well-formed XHTML")
            if value != "</div><div>"
            else pytest.raises(ValueError)
        ):
            notes.plain(value)


def test_notes_have_ids_that_no_fact_has() -> None:
    written = notes.NotesWritten({"footnote_1.en", "footnote_3.ja", "caption_4.fr"})
    first, second = (Note("footnote", (("en", each), ("ja", each))) for each in "ab")
    caption = Note("caption", (("en", "c"),))
    assert written.ids(first) == ["footnote_2.en", "footnote_2.ja"]
    assert written.ids(second) == ["footnote_4.en", "footnote_4.ja"]
    assert written.ids(first) == ["footnote_2.en", "footnote_2.ja"]
    assert written.ids(caption) == ["caption_5.en"]


def test_facts_whose_ids_begin_alike_are_one_note() -> None:
    said = [
        ("footnote_1.en", "en", "a"), ("footnote_1.ja", "ja", "b"), ("footnote_2.en", "en", "c"), ("x.en", "en", "d"),
        ("x.ja", "ja", "e"), ("footnote_3.en", "ja", "f"), ("footnote_4.zh-Hans", "zh-hans", "g"),
    ]  # fmt: skip
    assert [each.readings for each in notes.grouped("footnote", said)] == [
        (("en", "a"), ("ja", "b")), (("en", "c"),), (("en", "d"),), (("ja", "e"),), (("ja", "f"),), (("zh-hans", "g"),),
    ]  # fmt: skip


# --- JSON ---------------------------------------------------------------------------------------------------------


def strictly(text: str | bytes, **limits: int) -> Any:
    data = text if isinstance(text, bytes) else text.encode()
    return parse(data, "a.json", Limits(**limits), "xbrlje:invalidJSON")


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('{"a": 1,\n "a": 2}', "a.json:2", "the key 'a' stands twice at /"),
        ('{"b": [{}, {"a": 1, "c": {"d": 1, "d": 2}}]}', "a.json:1", "the key 'd' stands twice at /b/1/c"),
        ('[1,\n[2,\nNaN]]', "a.json:3", "NaN is no JSON value at /1/1"),
        ('["a", "a", NaN]', "a.json:1", "NaN is no JSON value at /2"),
        ('{"a": "b", "b": "b", "c": ["a", {"a": NaN}]}', "a.json:1", "NaN is no JSON value at /c/1/a"),
        ('{"a": -Infinity}', "a.json:1", "-Infinity is no JSON value at /a"),
        ('{"a/b": {"c~d": Infinity}}', "a.json:1", "Infinity is no JSON value at /a~1b/c~0d"),
        ('{"a": [0, ' + "1" * (MAX_NUMBER + 1) + "]}", "a.json:1", f"a number of {MAX_NUMBER + 1} characters at /a/1"),
        ('{"a": ' + "1" * MAX_NUMBER + ".5}", "a.json:1", f"a number of {MAX_NUMBER + 2} characters at /a"),
        ('{"a" 1}', "a.json:1", "is not JSON: Expecting ':' delimiter"),
        ("{", "a.json:1", "is not JSON"),
        ("", "a.json:1", "is not JSON"),
    ],
)  # fmt: skip
def test_what_json_is_not_is_told_with_its_place(text: str, place: str, message: str) -> None:
    with pytest.raises(FilingError) as raised:
        strictly(text)
    [found] = raised.value.findings
    assert (found.code, found.place) == ("xbrlje:invalidJSON", place)
    assert message in found.message


def test_json_is_in_utf_8() -> None:
    assert strictly(b'\xef\xbb\xbf{"a": "\xe6\x97\xa5"}') == {"a": "日"}
    with pytest.raises(FilingError, match="is not the text in UTF-8 that JSON must be"):
        strictly('{"a": "日"}'.encode("shift_jis"))


def test_json_at_a_limit_is_read_and_one_beyond_is_refused() -> None:
    assert strictly("1" * MAX_NUMBER) == int("1" * MAX_NUMBER)
    text = '{"a": [1, {"b": 2}]}'
    for name, most in (("depth", 3), ("nodes", 4), ("file", len(text))):
        assert strictly(text, **{name: most}) == {"a": [1, {"b": 2}]}
        with pytest.raises(FilingError, match="fx:limit"):
            strictly(text, **{name: most - 1})
    assert strictly("1", depth=0) == 1
    with pytest.raises(FilingError, match="fx:limit"):
        strictly("[" * 100_000 + "]" * 100_000)
