"""Instances that are wrong: each is told of in words, with file, line and what to do; nothing is lost in silence."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from filingexport import Filing, FilingError, Finding, read, validate, write
from filingexport.formats import xbrl as instances
from filingexport.formats.safe import Limits
from filingexport.model.business_report.officers import Officer, OfficerKind, Officers
from filingexport.model.business_report.report import BusinessReport
from filingexport.model.values import DASH, Count, Text
from filingexport.names import FX, fx
from filingexport.report import Note, Period
from tests.japanese import in_both

Change = Callable[[str], str]


def swap(old: str, new: str) -> Change:
    def change(text: str) -> str:
        assert old in text, f"{old!r} is not in the instance"
        return text.replace(old, new, 1)

    return change


def add(line: str) -> Change:
    """Another line among the facts."""
    return swap("</xbrli:xbrl>", line + "</xbrli:xbrl>")


YEAR = "D20070401-20080331"
CONTEXT = (
    '<xbrli:context id="%s"><xbrli:entity><xbrli:identifier scheme="http://filingexport.example/company">Example Inc.'
    "</xbrli:identifier></xbrli:entity><xbrli:period>%s</xbrli:period>%s</xbrli:context>"
)
INSTANT = "<xbrli:instant>2008-03-31</xbrli:instant>"


@pytest.fixture
def text(small: Filing) -> str:
    return write(attrs.evolve(small, fiscal_term=Count(16))).decode()


# Not even read: there is no instance, or it cannot be kept whole.
REFUSED: dict[str, tuple[Change, str, str]] = {
    "empty file": (lambda text: "", "fx:unknownFormat", "is in no format that is read here"),
    "truncated file": (lambda text: text[: len(text) // 2], "fx:notXML", "is not well-formed"),
    "not XML": (lambda text: "<", "fx:notXML", "is not well-formed"),
    "no format": (lambda text: "instance", "fx:unknownFormat", "is in no format that is read here"),
    "another root": (lambda text: "<other/>", "fx:notInstance", "its root is other, not xbrli:xbrl"),
    "DTD": (swap("<xbrli:xbrl", "<!DOCTYPE x []>\n<xbrli:xbrl"), "fx:doctype", "has a document type declaration"),
    "entity": (
        swap("<xbrli:xbrl", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<xbrli:xbrl'),
        "fx:doctype",
        "remove it, it could include other files",
    ),
    "encoding": (swap('encoding="UTF-8"', 'encoding="Shift_JIS"'), "fx:encoding", "is in Shift_JIS; save it as UTF-8"),
    "dangling contextRef": (
        swap(f'contextRef="{YEAR}"', 'contextRef="nowhere"'),
        "fx:reference",
        "CompanyName refers to the context 'nowhere', which is not there",
    ),
    "no contextRef": (swap(f' contextRef="{YEAR}"', ""), "fx:reference", "CompanyName has no contextRef"),
    "dangling unitRef": (
        swap('unitRef="pure"', 'unitRef="dozen"'),
        "fx:reference",
        "FiscalTermOrdinal refers to the unit 'dozen', which is not there",
    ),
    "context id twice": (
        add(CONTEXT % (YEAR, INSTANT, "")),
        "fx:structure",
        "the id 'D20070401-20080331' is used twice",
    ),
    "fact id twice": (
        add(
            f'<fx:FiscalTermOrdinal contextRef="{YEAR}" unitRef="pure" decimals="0" id="fiscal_term">16</fx:FiscalTermOrdinal>'
        ),
        "fx:structure",
        "the id 'fiscal_term' is used twice",
    ),
    "period backwards": (
        swap("<xbrli:endDate>2008-03-31", "<xbrli:endDate>2006-03-31"),
        "fx:structure",
        "its period does not end (2006-03-31) after it begins (2007-04-01)",
    ),
    "period of no length": (
        add(
            CONTEXT
            % (
                "no",
                "<xbrli:startDate>2008-03-31T10:00:00</xbrli:startDate><xbrli:endDate>2008-03-31T10:00:00</xbrli:endDate>",
                "",
            )
        ),
        "fx:structure",
        "its period does not end (2008-03-31T10:00:00) after it begins (2008-03-31T10:00:00)",
    ),
    "period that ends with the day before": (
        add(
            CONTEXT
            % (
                "no",
                "<xbrli:startDate>2008-03-31</xbrli:startDate><xbrli:endDate>2008-03-31T00:00:00</xbrli:endDate>",
                "",
            )
        ),
        "fx:structure",
        "its period does not end (2008-03-31T00:00:00) after it begins (2008-03-31)",
    ),
    "impossible date": (
        swap("<xbrli:endDate>2008-03-31", "<xbrli:endDate>2008-02-31"),
        "fx:structure",
        "'2008-02-31' is not a date such as 2008-03-31",
    ),
    "time zone": (
        swap("<xbrli:endDate>2008-03-31", "<xbrli:endDate>2008-03-31+09:00"),
        "fx:structure",
        "time zones are not used",
    ),
    "precision": (swap('decimals="0"', 'precision="2"'), "fx:structure", "give decimals instead"),
    "no decimals": (swap(' decimals="0"', ""), "fx:structure", "a number has no decimals"),
    "decimals in words": (
        swap('decimals="0"', 'decimals="many"'),
        "fx:structure",
        "decimals 'many' is neither a whole number nor INF",
    ),
    "decimals on text": (
        swap('id="company.name.en"', 'decimals="0" id="company.name.en"'),
        "fx:structure",
        "decimals stand on what is not a number",
    ),
    "nil maybe": (
        swap('id="fiscal_term"', 'id="fiscal_term" xsi:nil="maybe"'),
        "fx:structure",
        'xsi:nil="maybe" is neither true nor false',
    ),
    "nil with content": (
        swap('decimals="0" id="fiscal_term"', 'id="fiscal_term" xsi:nil="true"'),
        "fx:structure",
        "is nil and has content",
    ),
    "tuple": (
        add(f"<fx:Company><fx:CompanyName contextRef='{YEAR}' xml:lang='ja'>x</fx:CompanyName></fx:Company>"),
        "fx:structure",
        "tuples are not used",
    ),
    "member in the segment": (
        add(
            CONTEXT.replace("</xbrli:identifier>", '</xbrli:identifier><xbrli:segment><a xmlns="b"/></xbrli:segment>')
            % ("seg", INSTANT, "")
        ),
        "fx:structure",
        "members stand in the segment; this taxonomy has them in the scenario",
    ),
    "two members of one dimension": (
        add(
            CONTEXT
            % (
                "two",
                INSTANT,
                "<xbrli:scenario>"
                + '<xbrldi:explicitMember dimension="fx:AAxis">fx:B</xbrldi:explicitMember>' * 2
                + "</xbrli:scenario>",
            )
        ),
        "fx:structure",
        "a dimension has two members",
    ),
    **{
        f"typed member of {what}": (
            add(
                CONTEXT
                % (
                    "typed",
                    INSTANT,
                    f'<xbrli:scenario><xbrldi:typedMember dimension="fx:XAxis">{inside}</xbrldi:typedMember></xbrli:scenario>',
                )
            ),
            "fx:structure",
            "the typed member of XAxis is not one plain element",
        )
        for what, inside in {
            "nothing": "",
            "text": "1",
            "two elements": "<fx:RowNumber>1</fx:RowNumber>" * 2,
            "an element in another": "<fx:A><fx:B>1</fx:B></fx:A>",
        }.items()
    },
    "typed member in no namespace": (
        add(
            CONTEXT
            % (
                "typed",
                INSTANT,
                '<xbrli:scenario><xbrldi:typedMember dimension="fx:XAxis"><RowNumber>1</RowNumber></xbrldi:typedMember></xbrli:scenario>',
            )
        ),
        "fx:structure",
        "the typed member of XAxis is in no namespace",
    ),
    "something else in the scenario": (
        add(CONTEXT % ("else", INSTANT, "<xbrli:scenario><fx:Member>1</fx:Member></xbrli:scenario>")),
        "fx:structure",
        "Member in the scenario is not understood",
    ),
    "no period": (
        add(CONTEXT.replace("<xbrli:period>%s</xbrli:period>", "%s") % ("none", "", "")),
        "fx:structure",
        "it has no period",
    ),
    "a start without an end": (
        add(CONTEXT % ("none", "<xbrli:startDate>2007-04-01</xbrli:startDate>", "")),
        "fx:structure",
        "its period is neither an instant nor a start and an end",
    ),
    "no entity": (
        add('<xbrli:context id="none"><xbrli:entity/><xbrli:period><xbrli:forever/></xbrli:period></xbrli:context>'),
        "fx:structure",
        "it names no entity",
    ),
    "a unit of nothing": (add('<xbrli:unit id="none"/>'), "fx:structure", "unit 'none': it has no measure"),
    "a unit of a name without a prefix that is declared": (
        add('<xbrli:unit id="none"><xbrli:measure>zz:JPY</xbrli:measure></xbrli:unit>'),
        "fx:structure",
        "the name 'zz:JPY' has no declared prefix",
    ),
    "unit id twice": (
        add('<xbrli:unit id="pure"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>'),
        "fx:structure",
        "the id 'pure' is used twice",
    ),
    "undeclared prefix": (
        add(
            CONTEXT
            % (
                "pre",
                INSTANT,
                '<xbrli:scenario><xbrldi:explicitMember dimension="zz:A">fx:B</xbrldi:explicitMember></xbrli:scenario>',
            )
        ),
        "fx:structure",
        "the name 'zz:A' has no declared prefix",
    ),
    "two entities": (
        add((CONTEXT % ("other", INSTANT, "")).replace("Example Inc.", "Another Inc.")),
        "fx:entity",
        "the contexts are about several entities",
    ),
    "empty entity": (
        swap("Example Inc.</xbrli:identifier>", "</xbrli:identifier>"),
        "fx:structure",
        "the entity's identifier is empty",
    ),
    "no schemaRef": (
        lambda text: re.sub(r"<link:schemaRef[^>]*/>", "", text),
        "fx:structure",
        "there is no link:schemaRef",
    ),
    "fiscal year missing": (
        lambda text: re.sub(r"<fx:FiscalYearStartDate.*?</fx:FiscalYearStartDate>\n", "", text),
        "fx:missing",
        "FiscalYearStartDate and FiscalYearEndDate are missing",
    ),
    "fiscal year against its context": (
        swap(">2007-04-01</fx:Fiscal", ">2006-04-01</fx:Fiscal"),
        "fx:period",
        "but the context they stand in is over 2007-04-01 to 2008-03-31",
    ),
    "company name missing": (
        lambda text: re.sub(r"<fx:CompanyName .*?</fx:CompanyName>\n", "", text),
        "fx:missing",
        "every filing that has this part must have it",
    ),
    "footnote for nobody": (
        add(
            '<link:footnoteLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">'
            '<link:loc xlink:type="locator" xlink:href="#nobody" xlink:label="a"/></link:footnoteLink>'
        ),
        "fx:reference",
        "a footnote is for '#nobody', but no fact here has that id",
    ),
    "unknown arcrole of a footnote": (
        add(
            '<link:footnoteLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">'
            '<link:loc xlink:type="locator" xlink:href="#fiscal_term" xlink:label="a"/>'
            '<link:footnote xlink:type="resource" xlink:label="b" xml:lang="en">As printed.</link:footnote>'
            '<link:footnoteArc xlink:type="arc" xlink:arcrole="http://www.example.com/else" xlink:from="a" xlink:to="b"/>'
            "</link:footnoteLink>"
        ),
        "fx:structure",
        "is not known; what it leads to is read as a footnote",
    ),
}


def footnoted(*elements: str) -> Change:
    return add(
        '<link:footnoteLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">'
        + "".join(f"<link:{each}" for each in elements) + "</link:footnoteLink>"
    )  # fmt: skip


def loc(label: str, identifier: str) -> str:
    return f'loc xlink:type="locator" xlink:href="#{identifier}" xlink:label="{label}"/>'


def resource(label: str, language: str, text: str) -> str:
    return f'footnote xlink:type="resource" xlink:label="{label}" xml:lang="{language}">{text}</link:footnote>'


def arc(start: str, to: str) -> str:
    arcrole = "http://www.xbrl.org/2003/arcrole/fact-footnote"
    return f'footnoteArc xlink:type="arc" xlink:arcrole="{arcrole}" xlink:from="{start}" xlink:to="{to}"/>'


FOR_A, NOTE_B, A_TO_B = loc("a", "fiscal_term"), resource("b", "en", "As printed."), arc("a", "b")


@pytest.mark.parametrize(
    ("elements", "messages"),
    [
        ((loc("a", "nobody"), FOR_A, NOTE_B, A_TO_B), ["a footnote is for '#nobody', but no fact here has that id"]),
        ((FOR_A, NOTE_B, arc("a", "none"), A_TO_B), ["an arc leads to the footnote 'none', which is not there"]),
        (
            (FOR_A, NOTE_B, resource("c", "en", ""), arc("a", "c"), A_TO_B),
            ["a footnote needs text and one language of its own"],
        ),
        ((FOR_A, NOTE_B, resource("b", "en", "Again."), A_TO_B), ["a footnote needs text and one language of its own"]),
        ((FOR_A, NOTE_B, resource("b", "e_n", "x"), A_TO_B), ["a footnote needs text and one language of its own"]),
        (
            (FOR_A, resource("b", "en", "As <b xmlns=''>printed</b>."), A_TO_B),
            ["a footnote has markup; its text is kept"],
        ),
        ((FOR_A, NOTE_B, arc("none", "b"), A_TO_B), []),
    ],
)
def test_other_notes_are_read_all_the_same(elements: tuple[str, ...], messages: list[str], text: str) -> None:
    """What is wrong with one note says nothing of the next."""
    parsed = instances.read(footnoted(*elements)(text).encode(), "a.xbrl")
    assert [each.message for each in parsed.findings] == messages
    [noted] = [each for each in parsed.report.facts if each.notes]
    assert (noted.id, noted.notes) == ("fiscal_term", (Note("footnote", (("en", "As printed."),)),))


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_kept_whole_is_refused(name: str, text: str) -> None:
    change, code, message = REFUSED[name]
    with pytest.raises(FilingError) as caught:
        read(change(text).encode("utf-8"))
    said = [str(finding) for finding in in_both(caught.value.findings)]
    assert any(finding.code == code and message in finding.message for finding in caught.value.findings), said
    assert all(finding.place or finding.path or finding.code in ("fx:missing",) for finding in caught.value.findings), (
        said
    )


# Read, told of, and kept.
KEPT: dict[str, tuple[Change, str, str]] = {
    "unknown concept": (
        add(f'<fx:NoSuchThing contextRef="{YEAR}" xml:lang="en">x</fx:NoSuchThing>'),
        "fx:unknownConcept",
        "NoSuchThing is no item of this taxonomy; it is kept as it is",
    ),
    "foreign concept": (
        add(f'<o:Thing xmlns:o="http://other.example/" contextRef="{YEAR}" xml:lang="en">x</o:Thing>'),
        "fx:unknownConcept",
        "Thing is no item of this taxonomy",
    ),
    "another period": (
        add(
            CONTEXT
            % ("prior", "<xbrli:startDate>2006-04-01</xbrli:startDate><xbrli:endDate>2007-03-31</xbrli:endDate>", "")
            + '<fx:FiscalTermOrdinal contextRef="prior" unitRef="pure" decimals="0">15</fx:FiscalTermOrdinal>'
        ),
        "fx:unplaced",
        "FiscalTermOrdinal is not stated for 2006-04-01 to 2007-03-31 in this taxonomy",
    ),
    "unknown member": (
        add(
            CONTEXT
            % (
                "m",
                INSTANT,
                '<xbrli:scenario><xbrldi:explicitMember dimension="fx:XAxis">fx:YMember</xbrldi:explicitMember></xbrli:scenario>',
            )
            + '<fx:FiscalTermOrdinal contextRef="m" unitRef="pure" decimals="0">15</fx:FiscalTermOrdinal>'
        ),
        "fx:unplaced",
        "under XAxis YMember",
    ),
    "wrong unit": (
        swap("<xbrli:measure>xbrli:pure", "<xbrli:measure>xbrli:shares"),
        "fx:unit",
        "the unit must be xbrli:pure",
    ),
    "wrong value": (swap(">16<", ">sixteen<"), "fx:value", "'sixteen' is not a decimal number"),
    "exponent": (swap(">16<", ">1e999999999<"), "fx:value", "'1e999999999' is not a decimal number"),
    "not a number": (swap(">16<", ">NaN<"), "fx:value", "'NaN' is not a decimal number"),
    "full-width digits": (swap(">16<", ">１６<"), "fx:value", "'１６' is not a decimal number"),
    "duplicates that disagree": (
        add(f'<fx:FiscalTermOrdinal contextRef="{YEAR}" unitRef="pure" decimals="0">15</fx:FiscalTermOrdinal>'),
        "fx:disagree",
        "FiscalTermOrdinal is '15' here, but '16' at",
    ),
    "nil in one place and a text in another": (
        add(
            f'<fx:CompanyShortName contextRef="{YEAR}" xml:lang="en">x</fx:CompanyShortName><fx:CompanyShortName contextRef="{YEAR}" xsi:nil="true"/>'
        ),
        "fx:disagree",
        "it is nil in one place and has a text in another",
    ),
    "row without a number": (
        add(
            CONTEXT
            % (
                "r",
                INSTANT,
                '<xbrli:scenario><xbrldi:typedMember dimension="fx:XAxis"><fx:RowNumber>x</fx:RowNumber></xbrldi:typedMember></xbrli:scenario>',
            )
            + '<fx:FiscalTermOrdinal contextRef="r" unitRef="pure" decimals="0">15</fx:FiscalTermOrdinal>'
        ),
        "fx:unplaced",
        "FiscalTermOrdinal is not stated at 2008-03-31 under XAxis x",
    ),
}


@pytest.mark.parametrize("name", KEPT)
def test_what_has_no_place_is_told_of_and_kept(name: str, text: str) -> None:
    change, code, message = KEPT[name]
    data = change(text).encode("utf-8")
    findings: list[Finding] = []
    filing = read(data, findings=findings)
    assert any(
        each.code == code and message in each.message and each.place.startswith("instance:") for each in findings
    ), findings
    assert filing.unplaced
    again = read(write(filing))
    assert again == filing, "what was kept is written out again"


@pytest.mark.parametrize("name", KEPT)
def test_what_has_no_place_is_not_valid(name: str, text: str) -> None:
    change, _, _ = KEPT[name]
    assert validate(change(text).encode("utf-8"))


def test_a_row_that_lacks_what_it_must_have_hides_no_other(small: Filing) -> None:
    officers = tuple(Officer(name=Text(en=name), kind=OfficerKind.DIRECTOR) for name in ("First", "Second"))
    filing = attrs.evolve(small, business_report=BusinessReport(officers=Officers(officers=officers)))
    nameless, count = re.subn(r"<fx:OfficerName [^>]*>First</fx:OfficerName>\n", "", write(filing).decode())
    assert count == 1
    findings: list[Finding] = []
    found = read(nameless.encode(), findings=findings)
    assert found.business_report is not None
    assert found.business_report.officers is not None
    assert found.business_report.officers.officers == officers[1:]
    assert [each.value for each in found.unplaced] == ["director"]
    assert "fx:missing" in [each.code for each in findings]


def test_a_fiscal_year_that_cannot_be_read_hides_no_other(text: str) -> None:
    """Two contexts state one; what is wrong with the first says nothing of the second."""
    wrong = CONTEXT % (
        "first",
        "<xbrli:startDate>2006-04-01</xbrli:startDate><xbrli:endDate>2007-03-31</xbrli:endDate>",
        "",
    )
    facts = "".join(
        f'<fx:FiscalYear{name}Date contextRef="first">{value}</fx:FiscalYear{name}Date>'
        for name, value in (("Start", "1st April"), ("End", "2007-03-31"))
    )
    findings: list[Finding] = []
    changed = swap("<xbrli:context id=", f"{wrong}<xbrli:context id=")(add(facts)(text))
    filing = read(changed.encode(), findings=findings)
    assert filing.fiscal_term == Count(16)
    assert str(filing.fiscal_year_end) == "2008-03-31"
    assert findings[0].code == "fx:value"
    assert "'1st April' is not a date" in findings[0].message


def test_a_fact_said_twice_the_same_is_a_note(text: str) -> None:
    findings: list[Finding] = []
    filing = read(
        add(f'<fx:FiscalTermOrdinal contextRef="{YEAR}" unitRef="pure" decimals="0">16</fx:FiscalTermOrdinal>')(
            text
        ).encode(),
        findings=findings,
    )
    assert [each.code for each in findings] == ["fx:duplicate"]
    assert filing.fiscal_term == Count(16)
    assert filing.unplaced == ()


# Rejected by XML Schema, and explained with the path of the field.
SCHEMA: dict[str, tuple[Change, str, str]] = {
    "unknown concept": (KEPT["unknown concept"][0], "NoSuchThing", ""),
    "no item": (add("<fx:RowNumber>1</fx:RowNumber>"), "RowNumber is no item of this taxonomy", ""),
    "bad number": (swap(">16<", ">sixteen<"), "FiscalTermOrdinal 'sixteen'", "fiscal_term"),
    "bad date": (
        swap(">2008-03-31</fx:Fiscal", ">31.3.2008</fx:Fiscal"),
        "FiscalYearEndDate '31.3.2008'",
        "fiscal_year_end",
    ),
    "unknown attribute": (swap('id="fiscal_term"', 'id="fiscal_term" colour="red"'), "colour", "fiscal_term"),
    "abstract heading as a fact": (
        add(f'<fx:CompanyAbstract contextRef="{YEAR}">x</fx:CompanyAbstract>'),
        "CompanyAbstract",
        "",
    ),
}


@pytest.mark.parametrize("name", SCHEMA)
def test_what_breaks_the_schema_is_explained(name: str, text: str) -> None:
    change, message, path = SCHEMA[name]
    findings = in_both(validate(change(text).encode("utf-8")))
    assert any(each.code == "fx:schema" and message in each.message and each.path == path for each in findings), (
        findings
    )
    assert all(re.fullmatch(r"instance:\d+", each.place) for each in findings)


def test_another_taxonomy_is_named(text: str) -> None:
    with pytest.raises(FilingError, match="of another taxonomy or version"):
        validate(swap("filingexport-", "jpcrp-")(text).encode())


def test_limits_hold(text: str) -> None:
    for limits, message in (
        (Limits(file=100), "is larger than 100 bytes"),
        (Limits(contexts=0), "has more than 0 contexts"),
        (Limits(units=0), "has more than 0 units"),
        (Limits(facts=2), "has more than 2 facts"),
        (Limits(attributes=2), "has more than 2 attributes"),
    ):
        with pytest.raises(FilingError, match=message):
            read(text.encode(), limits=limits)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FilingError, match="cannot be opened: No such file or directory"):
        read(tmp_path / "none.xbrl")
    with pytest.raises(FilingError, match="is a folder without PublicDoc/manifest_PublicDoc"):
        read(tmp_path)
    os.mkfifo(tmp_path / "pipe.xbrl")
    with pytest.raises(FilingError, match="is not a regular file"):
        read(tmp_path / "pipe.xbrl")


def test_context_ids_and_prefixes_do_not_matter(text: str, small: Filing) -> None:
    other = text.replace(YEAR, "c1").replace("fx:", "q:").replace("xmlns:fx", "xmlns:q")
    assert read(other.encode()) == attrs.evolve(small, fiscal_term=Count(16))


def test_a_date_with_a_time_at_midnight_is_the_day_before(text: str, small: Filing) -> None:
    other = swap("<xbrli:endDate>2008-03-31<", "<xbrli:endDate>2008-04-01T00:00:00<")(text)
    assert read(other.encode()) == attrs.evolve(small, fiscal_term=Count(16))


def test_comments_and_instructions_split_nothing(text: str, small: Filing) -> None:
    other = text.replace("Example Inc.</fx:CompanyName>", "Exa<!-- -->mple<?x y?> Inc.</fx:CompanyName>")
    assert read(other.encode()) == attrs.evolve(small, fiscal_term=Count(16))


def changed(part: Any, **fields: Any) -> Any:
    # What a program without a type checker could do.
    return attrs.evolve(part, **fields)


def test_objects_that_cannot_be_said_are_refused_with_the_path(small: Filing) -> None:
    for broken, message in (
        (changed(small, fiscal_term="16"), "fiscal_term: error fx:type: a str stands where a Count belongs"),
        (
            changed(small, fiscal_year_end=small.fiscal_year_start.replace(year=2000)),
            "after it ends on 2000-04-01",
        ),
        (changed(small, company=None), "every filing that has this part must have it"),
        (
            changed(small, company=changed(small.company, identifier="a  b")),
            "white space at its ends or more than one space",
        ),
        (changed(small, fiscal_year_start=DASH), "its period needs a first and a last day"),
    ):
        with pytest.raises(FilingError, match=re.escape(message)):
            write(broken)


def test_kept_facts_get_ids_of_their_own(text: str, small: Filing) -> None:
    filing = read(KEPT["unknown concept"][0](text).encode())
    [kept] = filing.unplaced
    assert kept.concept == fx("NoSuchThing")
    assert kept.period == Period(small.fiscal_year_start, small.fiscal_year_end)
    clashing = attrs.evolve(filing, unplaced=(attrs.evolve(kept, id="fiscal_term"), kept))
    assert len(set(re.findall(r' id="([^"]+)"', write(clashing).decode()))) == write(clashing).decode().count(' id="')


def test_the_namespace_is_ours(text: str) -> None:
    assert f'xmlns:fx="{FX}"' in text
    assert Text(en="x") != Text(ja="x")
