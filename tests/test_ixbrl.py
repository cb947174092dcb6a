"""Inline documents as pages: what is shown, where and how it is tagged; hostile values are text."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from filingexport import Filing, extension_files, load, read, write
from filingexport.binding.plan import Leaf, ListLeaf, plans
from filingexport.binding.to_facts import to_facts
from filingexport.formats.ixbrl import printed
from filingexport.formats.ixbrl.compose import _NO_HEADINGS, _SPEAKS
from filingexport.formats.ixbrl.target import IX
from filingexport.formats.ixbrl.words import SCRIPT, WORDS
from filingexport.model.business_report.report import BusinessReport
from filingexport.model.extension import Arrangement, Extension, ExtensionItem
from filingexport.model.filing import Company
from filingexport.model.notice import Meeting, Notice
from filingexport.model.part import Own
from filingexport.model.statements.non_consolidated import NonConsolidated
from filingexport.model.values import DASH, Block, Count, Money, Nothing, Text, YearMonth, Years
from filingexport.taxonomy import standard
from tests.conftest import EFFORT, ROOT
from tests.strategies import all_places, amounts, filings

PLACES = all_places()
SAMPLES = sorted(path.parent.name for path in (ROOT / "samples").glob("*/filing.yaml"))
H = "{http://www.w3.org/1999/xhtml}"
I = f"{{{IX}}}"  # noqa: E741
XSI_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"


@cache
def inline_schema() -> etree.XMLSchema:
    """The schema of Inline XBRL 1.1, which has the modules of XHTML 1.1."""

    class Local(etree.Resolver):
        def resolve(self, url: str, public: str, context: Any) -> Any:  # type: ignore[override]
            found = standard.path_of(url)
            return self.resolve_filename(str(found), context) if found is not None else None

    parser = etree.XMLParser()
    parser.resolvers.add(Local())
    path = standard.path_of("http://www.xbrl.org/2013/inlineXBRL/xhtml-inlinexbrl-1_1.xsd")
    return etree.XMLSchema(etree.parse(str(path), parser))


def page(filing: Filing) -> etree._Element:
    return etree.fromstring(write(filing, format="ixbrl"))


@cache
def sample_page(name: str) -> etree._Element:
    return page(load(ROOT / "samples" / name))


def tags(root: etree._Element) -> list[etree._Element]:
    return list(root.iter(I + "nonFraction", I + "nonNumeric"))


def text(element: etree._Element) -> str:
    return " ".join("".join(str(each) for each in element.itertext()).split())


def row(root: etree._Element, label: str) -> list[str]:
    """The cells of the first line with this label."""
    for line in root.iter(H + "tr"):
        if len(line) and text(line[0]) == label:
            return [text(cell) for cell in line[1:]]
    raise AssertionError(f"no line {label!r}")


def named(root: etree._Element, name: str) -> etree._Element:
    return next(each for each in tags(root) if each.get("name") == name)


# --- the document ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SAMPLES)
def test_a_page_is_one_file_that_needs_nothing_else(name: str) -> None:
    root = sample_page(name)
    assert [each for each in root.iter() if each.get("src", "").startswith("http")] == []
    assert all(each.get("src", "").startswith("data:image/svg+xml,") for each in root.iter(H + "img"))
    assert not [each for each in root.iter(H + "script") if each.get("src")]
    assert not list(root.iter(H + "link", H + "object", H + "iframe"))
    [style] = root.iter(H + "style")
    assert style.text is not None
    assert "@import" not in style.text
    assert re.findall(r"url\([^)]*\)", style.text) == ['url("http://www.xbrl.org/2013/inlineXBRL")'], (
        "the namespace alone"
    )
    assert {each.get("style") for each in root.iter() if each.get("style")} == {"display:none"}, "the header alone"
    links = [each.get("href", "") for each in root.iter(H + "a")]
    assert all(link.startswith(("#", "http")) for link in links)
    ids = {each.get("id") for each in root.iter() if each.get("id")}
    assert {link[1:] for link in links if link.startswith("#")} <= ids


@pytest.mark.parametrize("name", SAMPLES)
def test_a_page_is_valid_inline_xbrl_and_each_id_is_one_of_its_kind(name: str) -> None:
    schema, root = inline_schema(), sample_page(name)
    assert schema.validate(root), schema.error_log
    ids = Counter(each.get("id") for each in root.iter() if each.get("id"))
    assert [each for each, times in ids.items() if times > 1] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_every_fact_is_tagged_once_in_its_place(name: str) -> None:
    filing = load(ROOT / "samples" / name)
    root = sample_page(name)
    hidden = root.find(f".//{I}hidden")
    assert len(tags(root)) == len(to_facts(filing).facts)
    assert b"further-facts" not in etree.tostring(root), "all of a sample stands in its place"
    kinds = {f"fx:{each.name.partition('}')[2]}": each.concept.kind for each in leaves()}
    for each in hidden if hidden is not None else ():
        kind = kinds.get(each.get("name", ""), "")
        assert kind in ("choice", "moment", "years", "prose"), each.get("name")
        if kind == "prose":
            assert "<u>" in (each.text or "")
        shown = [node for node in root.iter() if f"of-{each.get('id')}" in node.get("class", "").split()]
        assert shown or kind == "moment", "what is hidden is shown somewhere"


def leaves() -> list[Leaf]:
    return [
        entry if isinstance(entry, Leaf) else entry.leaf
        for each in plans(Filing).values() for entry in each.entries if isinstance(entry, (Leaf, ListLeaf))
    ]  # fmt: skip


def test_the_same_filing_gives_the_same_bytes(sample: Filing) -> None:
    assert write(sample, format="ixbrl") == write(sample, format="ixbrl")


def test_the_page_of_the_notice_is_small(sample: Filing) -> None:
    assert len(write(sample, format="ixbrl")) < 600_000


@settings(max_examples=25 * EFFORT, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_made_up_filings_are_valid_pages_on_which_all_has_a_place(data: st.DataObject) -> None:
    filing = data.draw(
        st.tuples(st.sampled_from(sorted(PLACES)), st.booleans()).flatmap(
            lambda pair: filings(PLACES[pair[0]], extension=pair[1])
        )
    )
    root = page(filing)
    schema = inline_schema()
    assert schema.validate(root), schema.error_log
    assert root.find(f".//{H}div[@id='further-facts']") is None
    assert len(tags(root)) == len(to_facts(filing).facts)


# --- what is shown --------------------------------------------------------------------------------------------


def test_statements_are_as_printed() -> None:
    root = sample_page("iij-2008")
    assert row(root, "Cash and cash equivalent") == ["11,470,980"], "the caption, not the label"
    cash = named(root, "fx:CashAndCashEquivalents")
    assert (cash.text, cash.get("scale"), cash.get("decimals"), cash.get("format")) == (
        "11,470,980", "3", "-3", "ixt:num-dot-decimal"
    )  # fmt: skip
    assert row(root, "Interest expense") == ["(438,163)"], "an expense in brackets is a positive fact"
    assert named(root, "fx:InterestExpense").get("sign") is None
    assert row(root, "INCOME TAX BENEFIT") == ["(861,414)"]
    assert named(root, "fx:IncomeTaxExpenseBenefit").get("sign") == "-"
    assert row(root, "Commitments and contingencies") == ["—"]
    nil = named(root, "fx:CommitmentsAndContingencies")
    assert (nil.get(XSI_NIL), nil.text, nil.get("decimals")) == ("true", None, None)
    table = next(each for each in root.iter(H + "table") if "Cash and cash equivalent" in text(each))
    [caption] = table.iter(H + "caption")
    assert text(caption) == "(Unit: JPY thousands)", "once, above the statement, as printed"
    assert len(list(caption.iter(I + "nonNumeric"))) == 1


def test_a_balance_sheet_closes_twice_and_a_statement_of_equity_is_a_matrix() -> None:
    root = sample_page("iij-2008")
    closing = [text(line) for line in root.iter(H + "tr") if line.get("class") == "grand"]
    assert closing[:2] == ["TOTAL55,702,546", "TOTAL55,702,546"]
    matrix = next(each for each in root.iter(H + "table") if "matrix" in each.get("class", "").split())
    head = [text(each) for each in matrix.iter(H + "th") if each.get("scope") == "col"]
    assert head[1:3] == ["Common stock", "Additional paid-in capital"]
    assert row(matrix, "BALANCE, APRIL 1, 2007") == [
        "16,833,847",
        "26,599,217",
        "(24,270,769)",
        "949,709",
        "20,112,004",
    ]
    assert row(matrix, "Other comprehensive loss, net of tax")[-1] == "(859,091)", (
        "a caption of the whole line heads it"
    )


def test_the_year_before_stands_beside_the_year() -> None:
    root = sample_page("aoba-2026")
    line = next(each for each in root.iter(H + "tr") if len(each) == 3 and "Cash and deposits" in text(each[0]))
    assert [text(cell) for cell in line[1:]] == ["18,420", "16,985"]
    contexts = [each.get("contextRef") for each in line.iter(I + "nonFraction")]
    assert len(set(contexts)) == 2
    own = next(each for each in root.iter(H + "tr") if "Dies and molds in service" in text(each[0]))
    before = own.getprevious()
    assert before is not None
    assert "Land" in text(before[0]), "the company's own item stands where it is declared to"


def test_a_company_may_arrange_its_statement() -> None:
    labels = [text(line[0]) for line in sample_page("aoba-2026").iter(H + "tr") if line.get("class") == "headed"]
    first = next(place for place, each in enumerate(labels) if "Non-current liabilities" in each)
    second = next(place for place, each in enumerate(labels) if each.startswith("Current liabilities"))
    assert first < second


def test_both_languages_stand_in_place_and_one_is_shown() -> None:
    root = sample_page("aoba-2026")
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    names = [each for each in tags(root) if each.get("name") == "fx:CompanyName"]
    assert [each.getparent().get("class") for each in names] == ["en", "ja"]  # type: ignore[union-attr]
    assert [each.get("{http://www.w3.org/XML/1998/namespace}lang") for each in names] == [None, "ja"]
    assert len([each for each in root.iter(H + "input") if each.get("name") == "language"]) == 2
    day = named(root, "fx:NoticeDate")
    assert day.text == "June 4, 2026"
    holder = day.getparent()
    assert holder is not None
    assert text(holder.getnext()) == "2026年6月4日"  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "language"), [("iij-2008", "en"), ("kitahama-2026", "ja"), ("minato-2026", "en")])
def test_a_page_in_one_language_has_no_switch(name: str, language: str) -> None:
    root = sample_page(name)
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    assert not [each for each in root.iter(H + "input") if each.get("name") == "language"]
    assert not [each for each in root.iter() if set(each.get("class", "").split()) & {"en", "ja"}]


def test_japanese_figures_have_their_own_signs_and_units() -> None:
    root = sample_page("kitahama-2026")
    assert row(root, "貸倒引当金（流動）") == ["△415"]
    assert named(root, "fx:NoticeDate").get("format") == "ixt:date-year-month-day"
    assert "普通株式１株につき" in text(root)
    assert "14,495.08円" in text(root)


def test_footnotes_are_marked_and_tied() -> None:
    root = sample_page("iij-2008")
    marks = [each for each in root.iter(H + "sup") if each.get("class") == "mark"]
    assert [text(each) for each in marks] == ["*1", "*2", "*3"]
    target = marks[0][0].get("href", "")[1:]
    [note] = [each for each in root.iter(H + "li") if each.get("id") == target]
    assert "* The cost and other conditions" in text(note)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_proposal_on_the_front_leads_to_the_reference_documents(name: str) -> None:
    root = sample_page(name)
    [agenda] = [each for each in root.iter(H + "div") if each.get("class") == "agenda"]
    lines = list(agenda.iter(H + "li"))
    assert lines
    listed = {
        link.get("href")
        for nav in root.iter(H + "div") if nav.get("class") == "nav"
        for link in nav.iter(H + "a")
    }  # fmt: skip
    by_id = {each.get("id"): each for each in root.iter() if each.get("id")}
    for line in lines:
        [link] = line.iter(H + "a")
        target = by_id[link.get("href", "")[1:]]
        assert target.tag == H + "div"
        assert text(next(target.iter(H + "h3", H + "h4", H + "h5", H + "h6")))
        assert link.get("href") in listed, "it is in the contents too"


def test_charts_say_in_words_what_they_show() -> None:
    alternatives = [each.get("alt", "") for each in sample_page("iij-2008").iter(H + "img")]
    assert alternatives[0].startswith("Revenues (JPY thousands): FY2004 41,702,567; FY2005 49,812,584")
    assert any("Nippon Telegraph and Telephone Corporation 50,475" in each for each in alternatives)
    loss = [each.get("alt", "") for each in sample_page("minato-2026").iter(H + "img")]
    assert any("(74,440)" in each for each in loss)


def test_prose_that_the_schema_does_not_take_is_shown_and_kept(small: Filing) -> None:
    odd = '<ol start="3"><li><u>a</u></li></ol><table><tbody><tr><td>1</td></tr></tbody><thead><tr><th>2</th></tr></thead></table>'
    filing = attrs.evolve(small, notice=Notice(request=Block(en=odd)))
    root = page(filing)
    assert inline_schema().validate(root)
    assert [text(each) for each in root.iter(H + "span") if each.get("class") == "u"] == ["a"]
    [numbered] = [each for each in root.iter(H + "ol") if each.get("class") == "from-3"]
    assert "ol.from-3{counter-reset:item 2}" in next(root.iter(H + "style")).text.replace("\n", "")  # type: ignore[union-attr]
    assert text(numbered) == "a"
    assert read(write(filing, format="ixbrl")) == filing


def test_own_items_keep_their_order_where_the_page_shows_another(small: Filing) -> None:
    items = [
        ExtensionItem(name=name, label=Text(en=name), kind="words", part="BusinessReport", after=after)
        for name, after in (("First", "Second"), ("Second", "title"))
    ]
    extension = Extension(
        prefix="own", namespace="http://own.example/x", date=date(2008, 3, 31), items=tuple(items),
        arrangements=(Arrangement(part="Company", fields=arranged("Company")[::-1]),),
    )  # fmt: skip
    own = (Own(item="First", value=Text(en="1")), Own(item="Second", value=Text(en="2")))
    filing = attrs.evolve(small, extension=extension, business_report=BusinessReport(title=Text(en="t"), own=own))
    data = write(filing, format="ixbrl")
    assert data.index(b">2</ix:") < data.index(b">1</ix:")
    assert b'name="filingexport-order"' in data
    assert read(data, extension=extension_files(filing)) == filing
    turned = attrs.evolve(filing, business_report=BusinessReport(title=Text(en="t"), own=own[::-1]))
    assert b'name="filingexport-order"' not in write(turned, format="ixbrl")
    assert read(write(turned, format="ixbrl"), extension=extension_files(turned)) == turned


def arranged(part: str) -> tuple[str, ...]:
    from filingexport.taxonomy.extension_layout import owners

    return tuple(owners(part))


def test_two_statements_are_told_apart(sample: Filing) -> None:
    headings = [text(each) for each in sample_page("iij-2008").iter(H + "h2")]
    assert "Consolidated financial statements" in headings
    assert "Non-consolidated financial statements" in headings
    eyebrows = [text(each) for each in sample_page("iij-2008").iter(H + "p") if each.get("class") == "eyebrow"]
    assert eyebrows[:2] == ["Consolidated", "Non-consolidated"], "of two reports with one title"


# --- hostile values -------------------------------------------------------------------------------------------

HOSTILE = (
    "<script>alert(1)</script>", "]]>", "</title><script>x</script>", '"><img src="x" onerror="alert(1)"/>', "&lt;b&gt;", "&#60;",
    "=HYPERLINK(\"http://a.example\")", "\u202egnp.exe", "javascript:alert(1)", "<!-- -->", "<?xml?>", "{{ 7*7 }}", "{% raw %}", "a\r\nb\tc ",
    "\\u003cscript\\u003e", "</ix:nonNumeric>", "<ix:nonFraction/>",
)  # fmt: skip


@pytest.mark.parametrize("said", HOSTILE)
def test_hostile_text_is_text_everywhere(said: str, small: Filing) -> None:
    told = Text(en=said, ja=said)
    extension = Extension(
        prefix="own", namespace="http://own.example/x", date=date(2008, 3, 31),
        items=(ExtensionItem(name="Odd", label=told, kind="money", part="NonConsolidated"),),
    )  # fmt: skip
    amount = Money(Decimal(1), caption=told, footnotes=(told,))
    prose = Block(
        en="<p>" + said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;") + "</p>"
    )
    filing = attrs.evolve(
        small,
        company=attrs.evolve(
            small.company, name=told, identifier="x " + said.strip().replace("\r\n", " ").replace("\t", " ")
        ),
        extension=extension,
        notice=Notice(document_title=told, request=prose, changes=Nothing(en=said), meeting=Meeting(place=(told,))),
        non_consolidated=NonConsolidated(own=(Own(item="Odd", value=amount),)),
    )
    data = write(filing, format="ixbrl")
    assert read(data, extension=extension_files(filing)) == filing
    root = etree.fromstring(data)
    assert inline_schema().validate(root)
    assert len(list(root.iter(H + "script"))) == 2
    assert not list(root.iter(H + "img"))
    assert not [name for each in root.iter() for name in each.attrib if str(name).startswith("on")]
    assert not list(root.iter(etree.Comment, etree.ProcessingInstruction))
    [title] = root.iter(H + "title")
    assert " ".join(said.split()) in text(title)


def test_only_addresses_of_the_web_can_be_followed(small: Filing) -> None:
    filing = attrs.evolve(
        small,
        notice=Notice(changes_url="javascript:alert(1)"),
        company=attrs.evolve(small.company, identifier_scheme="http://a.example/x"),
    )
    links = [each.get("href", "") for each in page(filing).iter(H + "a")]
    assert "javascript:alert(1)" in text(page(filing))
    assert all(each.startswith(("#", "http://a.example/x")) for each in links)


# --- how values are printed -----------------------------------------------------------------------------------


@given(
    amount=amounts,
    decimals=st.none() | st.integers(-30, 30),
    scale=st.sampled_from([-2, 0, 3, 6, 8]),
    negated=st.booleans(),
)
def test_figures_are_exact(amount: Decimal, decimals: int | None, scale: int, negated: bool) -> None:
    shown = printed.figure(amount, decimals, scale, negated)
    value = Decimal(shown.digits.replace(",", "")).scaleb(scale)
    with_sign = -value if shown.negative else value
    assert with_sign == amount
    assert shown.printed_negative is (bool(amount) and (amount < 0) is not negated)


@pytest.mark.parametrize(
    ("amount", "decimals", "scale", "digits"),
    [("11470980000", -3, 3, "11,470,980"), ("1116", 2, 0, "1,116.00"), ("0.237", 3, -2, "23.7"), ("1234567", -3, 3, "1,234.567"), ("24.1", 1, 0, "24.1"), ("5", None, 0, "5")],
)  # fmt: skip
def test_figures_have_the_places_that_their_accuracy_says(
    amount: str, decimals: int | None, scale: int, digits: str
) -> None:
    assert printed.figure(Decimal(amount), decimals, scale).digits == digits


def test_dates_times_and_spans_by_language() -> None:
    moment = datetime(2026, 6, 25, 17, 5)
    assert printed.moment(moment, "en") == "5:05 p.m., Thursday, June 25, 2026"
    assert printed.moment(moment, "ja") == "2026年6月25日（木曜日）午後5時05分"
    assert printed.moment(datetime(2026, 6, 25, 12), "en") == "noon, Thursday, June 25, 2026"
    assert printed.moment(datetime(2026, 6, 25, 9, 0, 1, 500000), "en") == "9:00:01.5 a.m., Thursday, June 25, 2026"
    assert printed.day(date(5, 1, 2), "ja").text == "0005年1月2日"
    assert printed.month(YearMonth(1993, 4), "en").text == "April 1993"
    assert (printed.years(Years(1), "en"), printed.years(Years(5), "ja")) == ("1 year", "5年")
    assert printed.before_and_after("USD", 3, "ja") == ("USD ", "千")


def test_what_the_page_takes_from_names_of_fields_is_there() -> None:
    names = {entry.attribute for each in plans(Filing).values() for entry in each.entries}
    assert names >= _SPEAKS - {"statement"}
    assert names >= _NO_HEADINGS
    assert names >= {
        "title",
        "heading",
        "unit_note",
        "number",
        "caption",
        "notes",
        "mark",
        "notice_date",
        "report_date",
        "convener",
    }


def test_the_words_of_templates_and_script_are_all_said() -> None:
    folder = ROOT / "src/filingexport/formats/ixbrl/templates"
    asked = {name for path in folder.glob("*.xhtml") for name in re.findall(r"words\.(\w+)", path.read_text("utf-8"))}
    assert asked - {"proposal"} == set(WORDS)
    assert set(re.findall(r'word\("(\w+)"\)', (folder / "script.js").read_text("utf-8"))) == set(SCRIPT)


def test_dashes_nothings_and_counts(small: Filing, tmp_path: Path) -> None:
    company = Company(name=Text(en="A", ja="あ"), identifier_scheme="http://a.example/x", identifier="A")
    filing = attrs.evolve(
        small,
        company=company,
        fiscal_term=Count(3),
        notice=Notice(addressees=DASH, request=Nothing(en="None.", ja="なし。")),
    )
    root = page(filing)
    assert inline_schema().validate(root)
    nil = named(root, "fx:NoticeRequest")
    assert nil.get(XSI_NIL) == "true"
    holder = nil.getparent()
    assert holder is not None
    assert text(holder) == "None.なし。"
    write(filing, tmp_path / "a.xhtml")
    assert read(tmp_path / "a.xhtml") == filing
