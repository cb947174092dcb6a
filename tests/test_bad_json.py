"""xBRL-JSON that is wrong: each is told of once, with the standard's code, where and what to do; nothing is lost in silence."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

from filingexport import Filing, FilingError, Finding, Severity, read, validate
from filingexport.binding.to_facts import to_facts
from filingexport.examination import opened, source_of
from filingexport.formats.json.writer import UNNAMED
from filingexport.formats.oim import strict
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.library import documents
from filingexport.model.values import Count, Text
from filingexport.report import Fact, Period
from tests.japanese import in_both

Change = Callable[[dict[str, Any]], object]
TERM = "fiscal_term"
NAME = "company.name.en"


@pytest.fixture
def filing(small: Filing) -> Filing:
    company = attrs.evolve(small.company, identifier="Example")
    term = Count(16, footnotes=(Text(en="The sixteenth."),))
    return attrs.evolve(small, company=company, fiscal_term=term)


@pytest.fixture
def report(filing: Filing) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(documents(filing, ["json"])["filing.json"])
    return whole


def put(path: str, value: Any) -> Change:
    """Set what is at this path, its steps parted by /."""

    def change(whole: dict[str, Any]) -> None:
        *steps, last = path.split("/")
        for step in steps:
            whole = whole[step]
        whole[last] = value

    return change


def drop(path: str) -> Change:
    def change(whole: dict[str, Any]) -> None:
        *steps, last = path.split("/")
        for step in steps:
            whole = whole[step]
        del whole[last]

    return change


def pure(whole: dict[str, Any]) -> None:
    whole["documentInfo"]["namespaces"]["xbrli"] = "http://www.xbrl.org/2003/instance"
    whole["facts"][TERM]["dimensions"]["unit"] = "xbrli:pure"


FACT = f"facts/{TERM}"
SAID = f"facts/{NAME}"
NOTE = "facts/footnote_1.en"
# name: (change, code, message, where in the document)
WRONG: dict[str, tuple[Change, str, str, str]] = {
    "another type": (put("documentInfo/documentType", "x"), "oimce:unsupportedDocumentType", "its documentType is 'x'", "/documentInfo"),
    "no taxonomy": (put("documentInfo/taxonomy", []), "oime:noTaxonomy", "there is no schema", "/documentInfo/taxonomy"),
    "taxonomy is text": (put("documentInfo/taxonomy", "x"), "xbrlje:invalidJSONStructure", "a list of the taxonomy's schemas", "/documentInfo/taxonomy"),
    "base is relative": (put("documentInfo/baseURL", "x/"), "oime:invalidBaseURL", "is no absolute URL", "/documentInfo/baseURL"),
    "reserved prefix": (put("documentInfo/namespaces/xbrl", "http://other.example"), "oimce:invalidURIForReservedAlias", "'xbrl' always means https://xbrl.org/2021", "/documentInfo/namespaces/xbrl"),
    "two prefixes": (put("documentInfo/namespaces/x", "http://filingexport.example/company"), "oimce:multipleAliasesForURI", "has the alias 'entity' already", "/documentInfo/namespaces/x"),
    "prefix of a reserved URI": (put("documentInfo/namespaces/p", "http://www.w3.org/2001/XMLSchema"), "oimce:invalidAliasForReservedURI", "always has the alias 'xs'", "/documentInfo/namespaces/p"),
    "namespace is relative": (put("documentInfo/namespaces/p", "other"), "oimce:invalidURI", "is no absolute URI", "/documentInfo/namespaces/p"),
    "unknown member": (put("documentInfo/colour", "red"), "xbrlje:invalidJSONStructure", "there is no property 'colour' here", "/documentInfo"),
    "prefix of a property": (put("documentInfo/x:colour", "red"), "oimce:unboundPrefix", "the prefix of the property 'x:colour'", "/documentInfo"),
    "facts are a list": (put("facts", []), "xbrlje:invalidJSONStructure", "an object belongs here", "/facts"),
    "no value": (drop(f"{FACT}/value"), "xbrlje:invalidJSONStructure", "a value, which is text or null", f"/facts/{TERM}"),
    "value is a number": (put(f"{FACT}/value", 16), "xbrlje:invalidJSONStructure", "a value, which is text or null", f"/facts/{TERM}"),
    "no concept": (drop(f"{FACT}/dimensions/concept"), "oime:missingConceptDimension", "it has no concept", f"/facts/{TERM}"),
    "concept's prefix": (put(f"{FACT}/dimensions/concept", "q:Term"), "oimce:unboundPrefix", "the prefix of the concept 'q:Term'", f"/facts/{TERM}"),
    "no name": (put(f"{FACT}/dimensions/concept", "fx:a b"), "xbrlje:invalidJSONStructure", "'fx:a b' is no name", f"/facts/{TERM}"),
    "entity's prefix": (put(f"{FACT}/dimensions/entity", "q:Example"), "oimce:unboundPrefix", "the prefix of the entity 'q:Example'", f"/facts/{TERM}"),
    "entity with a space": (put(f"{FACT}/dimensions/entity", "entity:Ex ample"), "oimce:invalidSQName", "is no prefix, colon and identifier", f"/facts/{TERM}"),
    "another entity": (put(f"{FACT}/dimensions/entity", "entity:Other"), "fx:entity", "the facts are about several entities: 'Example', 'Other'", ""),
    "a day as a period": (put(f"{FACT}/dimensions/period", "2008-03-31"), "oimce:invalidPeriodRepresentation", "'2008-03-31' is not a period (such as 2008-04-01T00:00:00", f"/facts/{TERM}"),
    "impossible day": (put(f"{FACT}/dimensions/period", "2008-02-31T00:00:00"), "oimce:invalidPeriodRepresentation", "day is out of range", f"/facts/{TERM}"),
    "period backwards": (put(f"{FACT}/dimensions/period", "2008-04-01T00:00:00/2007-04-01T00:00:00"), "oimce:invalidPeriodRepresentation", "does not end after it begins", f"/facts/{TERM}"),
    "time zone": (put(f"{FACT}/dimensions/period", "2008-04-01T00:00:00Z"), "oimce:invalidPeriodRepresentation", "time zones are not used", f"/facts/{TERM}"),
    "pure": (pure, "oime:illegalPureUnit", "leave it out", f"/facts/{TERM}"),
    "unit's prefix": (put(f"{FACT}/dimensions/unit", "q:JPY"), "oimce:unboundPrefix", "the prefix of the measure 'q:JPY'", f"/facts/{TERM}"),
    "no unit": (put(f"{FACT}/dimensions/unit", "a//b"), "oimce:invalidUnitStringRepresentation", "is not how a unit is written", f"/facts/{TERM}"),
    "measures out of order": (put(f"{FACT}/dimensions/unit", "fx:b*fx:a"), "oimce:invalidUnitStringRepresentation", "its measures stand in alphabetical order", f"/facts/{TERM}"),
    "unit on text": (put(f"{SAID}/dimensions/unit", "fx:b"), "oime:misplacedUnitDimension", "its item is no number", f"/facts/{NAME}"),
    "decimals in words": (put(f"{FACT}/decimals", "0"), "xbrlje:invalidJSONStructure", "decimals 0 is no whole number", f"/facts/{TERM}"),
    "decimals with a point": (put(f"{FACT}/decimals", 0.5), "xbrlje:invalidJSONStructure", "decimals 0.5 is no whole number", f"/facts/{TERM}"),
    "decimals INF": (put(f"{FACT}/decimals", None), "xbrlje:invalidJSONStructure", "leave it out for exact", f"/facts/{TERM}"),
    "decimals on nil": (put(f"{FACT}/value", None), "oime:misplacedDecimalsProperty", "decimals stand on a nil fact", f"/facts/{TERM}"),
    "decimals on text": (put(f"{SAID}/decimals", 0), "oime:misplacedDecimalsProperty", "decimals stand on what is no number", f"/facts/{NAME}"),
    "language of a number": (put(f"{FACT}/dimensions/language", "en"), "oime:misplacedLanguageDimension", "a number has no language", f"/facts/{TERM}"),
    "language in capitals": (put(f"{SAID}/dimensions/language", "EN"), "xbrlje:invalidLanguageCodeCase", "is not in small letters", f"/facts/{NAME}"),
    "no language tag": (put(f"{SAID}/dimensions/language", "en_us"), "xbrlje:invalidJSONStructure", "is no language tag", f"/facts/{NAME}"),
    "dimension without prefix": (put(f"{FACT}/dimensions/colour", "red"), "xbrlje:invalidJSONStructure", "there is no dimension 'colour'", f"/facts/{TERM}"),
    "nil member": (put(f"{FACT}/dimensions/fx:AuditBodyAxis", None), "xbrlje:invalidDimensionValue", "only a typed dimension can be nil", f"/facts/{TERM}"),
    "member is a number": (put(f"{FACT}/dimensions/fx:AuditBodyAxis", 1), "xbrlje:invalidJSONStructure", "the value of a dimension is text", f"/facts/{TERM}/dimensions/fx:AuditBodyAxis"),
    "control character": (put(f"{SAID}/value", "a\x01b"), "fx:value", "character U+0001 cannot be in a report", f"/facts/{NAME}"),
    "half a character": (put(f"{SAID}/value", "a\ud800b"), "fx:value", "character U+D800 cannot be in a report", f"/facts/{NAME}"),
    "noteId of a fact": (put(f"{FACT}/dimensions/noteId", TERM), "oime:misplacedNoteIDDimension", "only a note has", f"/facts/{TERM}"),
    "link type": (put(f"{FACT}/links", {"other": {"_": []}}), "xbrlje:unknownLinkType", "'other' is not among the linkTypes", f"/facts/{TERM}/links/other"),
    "link group": (put(f"{FACT}/links/footnote", {"other": []}), "xbrlje:unknownLinkGroup", "'other' is not among the linkGroups", f"/facts/{TERM}/links/footnote/other"),
    "links that are no list": (put(f"{FACT}/links/footnote/_", "x"), "xbrlje:invalidJSONStructure", "a list of ids belongs here", f"/facts/{TERM}/links/footnote/_"),
    "links that are no ids": (put(f"{FACT}/links/footnote/_", [1]), "xbrlje:invalidJSONStructure", "a list of ids belongs here", f"/facts/{TERM}/links/footnote/_"),
    "link to nothing": (put(f"{FACT}/links/footnote/_", ["footnote_1.en", "none"]), "xbrlje:unknownLinkTarget", "'none' is no note of this report", f"/facts/{TERM}/links/footnote"),
    "link to a fact": (put(f"{FACT}/links/footnote/_", ["footnote_1.en", NAME]), "oime:illegalStandardFootnoteTarget", "is a fact, not a note", f"/facts/{TERM}/links/footnote"),
    "note without language": (drop(f"{NOTE}/dimensions/language"), "oime:missingLanguageForNoteFact", "a note needs a language", "/facts/footnote_1.en"),
    "note without id": (drop(f"{NOTE}/dimensions/noteId"), "oime:missingNoteIDDimension", "a note needs the dimension noteId", "/facts/footnote_1.en"),
    "another's id": (put(f"{NOTE}/dimensions/noteId", "x"), "oime:invalidNoteIDValue", "is not its own id", "/facts/footnote_1.en"),
    "note of an entity": (put(f"{NOTE}/dimensions/entity", "entity:Example"), "oime:misplacedNoteFactDimension", "a note has no dimension entity", "/facts/footnote_1.en"),
    "note is no XHTML": (put(f"{NOTE}/value", "<p>a"), "oime:invalidXHTMLFragment", "is no well-formed XHTML", "/facts/footnote_1.en"),
    "note with an entity": (put(f"{NOTE}/value", "&x;"), "oime:invalidXHTMLFragment", "is no well-formed XHTML", "/facts/footnote_1.en"),
    "note with markup": (put(f"{NOTE}/value", "<p>a</p>"), "fx:structure", "has markup, which is not kept", "/facts/footnote_1.en"),
}  # fmt: skip


def findings_of(data: bytes, limits: Limits | None = None) -> list[Finding]:
    with pytest.raises(FilingError) as caught:
        read(data, limits=limits or Limits())
    return list(in_both(caught.value.findings))


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_with_its_place(name: str, report: dict[str, Any]) -> None:
    change, code, message, where = WRONG[name]
    change(report)
    found = findings_of(json.dumps(report).encode())
    [told] = [each for each in found if each.code == code and message in each.message]
    assert told.place == f"instance#{where}" if where else told.place == "instance"
    assert told.severity is Severity.ERROR


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_not_valid(name: str, report: dict[str, Any]) -> None:
    change, code, _, _ = WRONG[name]
    change(report)
    try:
        found = validate(json.dumps(report).encode())
    except FilingError as error:
        found = error.findings
    assert code in [each.code for each in found]


# Not JSON, or none that is read.
REFUSED: dict[str, tuple[bytes, str, str, str]] = {
    "cut off": (b'{"documentInfo": {', "xbrlje:invalidJSON", "is not JSON: Expecting", "instance:1"),
    "key twice": (b'{"documentInfo": {"a": 1,\n "a": 2}}', "xbrlje:invalidJSON", "the key 'a' stands twice at /documentInfo", "instance:2"),
    "NaN": (b'{"documentInfo": {"a": NaN}}', "xbrlje:invalidJSON", "NaN is no JSON value at /documentInfo/a", "instance:1"),
    "long number": (b'{"documentInfo": {"a": %s}}' % (b"1" * 5_000), "xbrlje:invalidJSON", "a number of 5000 characters", "instance:1"),
    "not UTF-8": (b'{"documentInfo": "\xff"}', "xbrlje:invalidJSON", "is not the text in UTF-8", "instance"),
    "deep": (b'{"a":' * 65 + b"1" + b"}" * 65, "fx:limit", "is nested more than 64 levels deep", "instance"),
    "very deep": (b'{"a":' + b"[" * 100_000, "fx:limit", "is nested more than 64 levels deep", "instance"),
    "no documentInfo": (b"{}", "xbrlje:invalidJSONStructure", "it has no object documentInfo", "instance"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_json_is_refused(name: str) -> None:
    data, code, message, place = REFUSED[name]
    [found] = findings_of(data)
    assert (found.code, found.place) == (code, place)
    assert message in found.message


def test_limits_hold(report: dict[str, Any]) -> None:
    data = json.dumps(report).encode()
    for limits, message in (
        (Limits(file=100), "is larger than 100 bytes"),
        (Limits(facts=2), "has more than 2 facts"),
        (Limits(contexts=0), "has more than 0 contexts"),
        (Limits(depth=3), "is nested more than 3 levels deep"),
    ):
        assert any(message in each.message for each in findings_of(data, limits)), message
    put(f"{FACT}/dimensions/unit", "fx:sheep")(report)
    assert "has more than 0 units" in findings_of(json.dumps(report).encode(), Limits(units=0))[0].message


def test_order_and_another_s_properties_do_not_matter(report: dict[str, Any], filing: Filing) -> None:
    report["documentInfo"]["namespaces"]["o"] = "http://other.example"
    for fact in report["facts"].values():
        fact["o:colour"] = {"red": [1, 2]}
    turned = dict(reversed(report.items())) | {"facts": dict(reversed(report["facts"].items()))}
    findings: list[Finding] = []
    assert read(json.dumps(turned).encode(), findings=findings) == filing
    [told] = findings
    assert (told.severity, told.message) == (
        Severity.WARNING,
        "the property o:colour is of another's making and is not kept",
    )


def test_values_that_break_the_schema_are_explained_at_the_fact(report: dict[str, Any]) -> None:
    put(f"{FACT}/value", "sixteen")(report)
    findings = validate(json.dumps(report).encode())
    assert any(
        each.code == "fx:schema" and "FiscalTermOrdinal 'sixteen'" in each.message
        and each.place == f"instance#/facts/{TERM}" and each.path == TERM
        for each in findings
    ), findings  # fmt: skip


def test_an_identifier_with_white_space_cannot_be_said(small: Filing) -> None:
    for format in ("json", "csv"):
        with pytest.raises(FilingError, match="has white space, which the formats of the Open Information"):
            documents(small, [format])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('NaN\x02{"\\q": 1}', "NaN is no JSON value"),
        ('{"a": {"x": 1, "x": 2}, "b": -Infinityx, "\\q": 1}', "'x' stands twice"),
        ('{"a": 1e1111111111111111111x, "\\q": 1}', "1e1111111111111111111 is beyond all bounds at /a"),
        ('{"\\q": NaN}', "not JSON"),
    ],
)
def test_what_is_refused_is_told_of_whatever_follows_it(text: str, said: str) -> None:
    with pytest.raises(FilingError) as caught:
        strict.parse(text.encode(), "x.json", Limits(), "xbrlje:invalidJSON")
    assert said in str(caught.value.findings[0])


@pytest.mark.parametrize(
    ("base", "schema", "found"),
    [
        ("", "taxonomy/x.xsd", "taxonomy/x.xsd"),
        ("http://a.example/b/", "taxonomy/x.xsd", "http://a.example/b/taxonomy/x.xsd"),
        ("http://a.example/b/", "http://c.example/x.xsd", "http://c.example/x.xsd"),
    ],
)
def test_schemas_are_where_the_base_says(base: str, schema: str, found: str, report: dict[str, Any]) -> None:
    report["documentInfo"] |= {"taxonomy": [schema]} | ({"baseURL": base} if base else {})
    source = source_of(json.dumps(report).encode(), None, DEFAULT_LIMITS)
    assert opened(source, None, DEFAULT_LIMITS).parsed.taxonomy == (found,)


def test_facts_without_ids_are_kept_apart_from_those_that_are_called_as_they_would_be(filing: Filing) -> None:
    period = Period(date(2007, 4, 1), date(2008, 3, 31))

    def fact(value: str, identifier: str) -> Fact:
        return Fact("{http://other.example}Pieces", period, (), None, None, value, None, identifier)

    kept = (fact("a", ""), fact("b", f"{UNNAMED}_1"), fact("c", ""), fact("d", f"{UNNAMED}_3"), fact("e", ""))
    whole = attrs.evolve(filing, unplaced=kept)
    data = documents(whole, ["json"])["filing.json"]
    assert len(json.loads(data)["facts"]) == len(to_facts(whole).facts) + 1  # the footnote
    assert read(data) == whole


def test_links_that_are_wrong_hide_no_others(report: dict[str, Any]) -> None:
    report["facts"][TERM]["links"] = {"other": {"_": []}, "more": {"_": []}, "footnote": {"x": [], "_": ["none"]}}
    with pytest.raises(FilingError) as raised:
        read(json.dumps(report).encode())
    told = " ".join(each.message for each in raised.value.findings)
    assert all(
        each in told
        for each in ("'other' is not among", "'more' is not among", "'x' is not among", "'none' is no note")
    )
