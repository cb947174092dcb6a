"""The taxonomy: in step with the classes, complete in both languages, consistent."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Annotated as Is

import pytest
from attrs import frozen
from lxml import etree

from filingexport.authoring.source import LANGUAGE, UNIT
from filingexport.binding.plan import plan, plans
from filingexport.findings import FilingError
from filingexport.model import item
from filingexport.model.filing import Filing
from filingexport.model.values import Amount, Words
from filingexport.names import FX, LINK, SCHEMA_FILE, XLINK, fx, local_name
from filingexport.taxonomy import build, package, standard
from filingexport.taxonomy.documentation import in_english, in_japanese
from filingexport.taxonomy.entry_points import ENTRY_POINTS, FULL, network_of
from filingexport.taxonomy.network import network
from filingexport.taxonomy.validate import compiled
from tests.conftest import ROOT

NETWORK = network(Filing)


def test_what_is_committed_is_in_step_with_the_classes() -> None:
    assert build.check(ROOT / "taxonomy") == ()


def test_what_is_out_of_step_is_said(tmp_path: Path) -> None:
    first, second, *_ = build.write(tmp_path)
    first.write_bytes(first.read_bytes() + b" ")
    second.unlink()
    (tmp_path / "filingexport-1999-01-01.xsd").write_text("")
    codes = [finding.code for finding in build.check(tmp_path)]
    assert codes == ["fx:disagree", "fx:missing", "fx:unknownFile"]
    build.write(tmp_path)
    assert build.check(tmp_path) == ()


def test_a_taxonomy_package_is_the_same_bytes_and_holds_what_its_catalog_names() -> None:
    assert package.package() == package.package()
    archive = zipfile.ZipFile(io.BytesIO(package.package()))
    names = archive.namelist()
    assert names[:2] == [f"{package.TOP}/META-INF/catalog.xml", f"{package.TOP}/META-INF/taxonomyPackage.xml"]
    assert {name.rpartition("/")[2] for name in names[2:]} == set(build.files())
    catalog = etree.fromstring(archive.read(names[0]))
    assert [each.get("uriStartString") for each in catalog] == [f"{FX}/"]
    documents = [each.get("href") for each in etree.fromstring(archive.read(names[1])).iter("{*}entryPointDocument")]
    assert documents == [f"{FX}/{entry_point.file}" for entry_point in ENTRY_POINTS]
    assert len(documents) > 3
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_entry_points_open_their_own_sections_and_the_full_one_all() -> None:
    whole = NETWORK.sections.keys()
    assert network_of(FULL).sections.keys() == whole
    assert [each.key for each in ENTRY_POINTS if each.documented] == ["documented"]
    narrower = [network_of(each).sections.keys() for each in ENTRY_POINTS if each.parts != FULL.parts]
    assert all(keys < whole for keys in narrower)
    assert "Notice" in narrower[0]
    assert "BalanceSheet" not in narrower[0]


def test_the_standard_schemas_are_found_and_nothing_else_is() -> None:
    assert standard.path_of("http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd") is not None
    assert standard.path_of("http://www.xbrl.org/2003/../../../../etc/passwd") is None
    assert standard.path_of("file:///etc/passwd") is None
    assert standard.path_of("http://example.com/x.xsd") is None


def test_the_schema_compiles() -> None:
    assert compiled() is compiled()


def test_items_are_named_well() -> None:
    assert all(re.fullmatch(r"[A-Z][A-Za-z0-9]*", local_name(name)) for name in NETWORK.concepts)


def test_every_element_has_both_labels_and_a_place_in_the_presentation() -> None:
    files = build.files()
    schema = etree.fromstring(files["filingexport-2026-11-24.xsd"])
    items = {
        each.get("id")
        for each in schema.iterchildren("{*}element")
        if each.get("substitutionGroup") in ("xbrli:item", "xbrldt:dimensionItem")
    }
    for suffix, ignored in (("-lab", ""), ("-full-pre", "LineItems")):
        [data] = [data for name, data in files.items() if suffix in name]
        located = {
            each.get(f"{{{XLINK}}}href", "").partition("#")[2] for each in etree.fromstring(data).iter(f"{{{LINK}}}loc")
        }
        missing = {each for each in items - located if each is not None and not (ignored and each.endswith(ignored))}
        assert not missing, suffix


def test_a_sum_is_only_over_amounts_of_its_own_period_type_and_kind() -> None:
    sums = [each for section in NETWORK.sections.values() for each in section.sums]
    assert len(sums) > 30
    for each in sums:
        total = NETWORK.concepts[each.total]
        if not each.items:
            assert local_name(each.total) in {"Revenues", "CostOfRevenues"}, "what a company sums in items of its own"
        assert len({name for name, _ in each.items}) == len(each.items)
        for name, weight in each.items:
            part = NETWORK.concepts[name]
            assert part.instant == total.instant
            assert part.concept.kind == total.concept.kind
            if part.concept.balance and total.concept.balance:
                assert weight == (1 if part.concept.balance == total.concept.balance else -1)


def test_cited_laws_have_articles() -> None:
    laws = {law for info in NETWORK.concepts.values() for law in info.refs}
    assert laws
    assert all(re.fullmatch(r"[0-9]+(-[0-9]+)*", law.article) for law in laws)


def test_a_filing_carries_no_documentation_and_the_package_does() -> None:
    """Documentation and references are what a filing is read without; with them the taxonomy would be half as large again."""
    carried, all_files = build.files((FULL,)), build.files()
    assert {name.rpartition("-")[2] for name in all_files.keys() - carried.keys()} >= {"doc.xml", "ref.xml"}
    assert sum(map(len, carried.values())) < 5_000_000
    [documented] = [each for each in ENTRY_POINTS if each.documented]
    opened = all_files[documented.file].decode("utf-8")
    assert all(f"{SCHEMA_FILE.removesuffix('.xsd')}-{each}.xml" in opened for each in ("lab", "doc", "ref", "full-pre"))


def test_namespaces_are_versioned_by_date() -> None:
    assert date.fromisoformat(FX.rpartition("/")[2])


# --- declarations that contradict themselves are refused when the taxonomy is built -------------------------------


@item.part("First", "一", prefix="")
@frozen(kw_only=True)
class First:
    """One of two that clash."""

    sales: Is[Amount, item.credit("Sales", "売上")] = None


@item.part("Second", "二", prefix="")
@frozen(kw_only=True)
class Second:
    """The other."""

    sales: Is[Amount, item.credit("Sales", "売上")] = None


@item.part("Both", "両方", prefix="")
@frozen(kw_only=True)
class Both:
    """Holds the two that clash."""

    first: First | None = None
    second: Second | None = None


def test_one_name_for_two_things_is_refused() -> None:
    with pytest.raises(TypeError, match="Sales is declared twice"):
        network(Both)


@item.part("Unknown", "不明")
@frozen(kw_only=True)
class NoConcept:
    """A field says nothing of what it is."""

    sales: Amount = None


@item.part("Wrong", "誤")
@frozen(kw_only=True)
class WrongType:
    """Text declared as money."""

    sales: Is[Words, item.credit("Sales", "売上")] = None


@item.part("Dangling", "誤")
@frozen(kw_only=True)
class DanglingTotal:
    """A total over what is not there."""

    total: Is[Amount, item.credit("Total", "合計", total=("sales",))] = None


@pytest.mark.parametrize(
    ("cls", "message"),
    [
        (NoConcept, "says neither what it is"),
        (WrongType, "money takes Money, not Text"),
        (DanglingTotal, "'sales', which is no amount"),
        (int, "is not declared with @item.part"),
    ],
)
def test_a_declaration_that_contradicts_itself_is_refused(cls: type, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        network(cls)


def test_plans_are_compiled_once() -> None:
    assert plan(Filing) is plan(Filing)


def test_a_taxonomy_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FilingError, match="cannot be made"):
        build.write(tmp_path / "file" / "taxonomy")


def test_every_item_is_documented_in_both_languages() -> None:
    for info in NETWORK.concepts.values():
        english, japanese = in_english(info), in_japanese(info)
        assert info.part_en in english
        assert f"「{info.part_ja}」" in japanese
    share = NETWORK.concepts[fx("BasicEarningsPerShare")]
    assert in_english(share) == (
        "An amount of money a share, over a period; stands in: Notes on per share information."
    )
    assert in_japanese(share) == "「１株当たり情報に関する注記」に記載する。１株当たりの金額（期間）。"


def test_the_line_items_of_published_statements_are_edinets() -> None:
    """At least 400 of them, each with the EDINET element that it is, so that a regulator can map."""
    mapped = {name: info for name, info in NETWORK.concepts.items() if info.edinet.startswith("jppfs_cor:")}
    assert len(mapped) >= 600
    other = {local_name(name) for name, info in mapped.items() if info.edinet != f"jppfs_cor:{local_name(name)}"}
    assert other == {"CashAndCashEquivalentsBalance"}, "the plain name is that of the item under US GAAP"
    assert all(info.concept.balance for info in mapped.values())
    summed = {name for section in NETWORK.sections.values() for each in section.sums for name, _ in each.items}
    totals = {each.total for section in NETWORK.sections.values() for each in section.sums}
    alone = {local_name(name) for name, info in mapped.items() if name not in summed | totals and not info.concept.memo}
    # Movements of net assets stand in a matrix; what sums a statement up has nothing above it, nor has what
    # comes beside the cash flows of the year.
    assert alone <= {
        "Assets", "LiabilitiesAndNetAssets", "CashAndCashEquivalentsBalance",
        "IncreaseDecreaseInCashAndCashEquivalentsResultingFromChangeOfScopeOfConsolidationCCE",
    }, alone  # fmt: skip


def test_elements_of_edinet_are_named_once_and_well() -> None:
    """Statements under Japanese GAAP and IFRS, figures of the business report, identifiers of the company."""
    mapped = [info.edinet for info in NETWORK.concepts.values() if info.edinet]
    taxonomies = Counter(each.partition(":")[0] for each in mapped)
    assert taxonomies.keys() == {"jppfs_cor", "jpigp_cor", "jpcrp_cor", "jpdei_cor"}
    assert taxonomies["jpigp_cor"] > 100
    assert taxonomies["jpcrp_cor"] > 30
    assert all(re.fullmatch(r"jp[a-z]{3}_cor:[A-Z][A-Za-z0-9]+", each) for each in mapped)
    assert NETWORK.concepts[fx("NonCurrentLiabilitiesIFRS")].edinet == "jpigp_cor:NonCurrentLabilitiesIFRS"
    for name, info in NETWORK.concepts.items():
        if info.edinet.startswith("jpcrp_cor:"):
            # EDINET tells blocks of text by their names.
            assert info.edinet.endswith("TextBlock") == (info.concept.kind == "prose"), name


@item.part("Astray", "迷子", prefix="Astray")
@frozen(kw_only=True)
class Astray:
    """An EDINET element without a taxonomy."""

    sales: Is[Amount, item.credit("Sales", "売上", edinet="NetSales")] = None


def test_an_element_of_edinet_without_a_taxonomy_is_refused() -> None:
    with pytest.raises(TypeError, match="AstraySales is an EDINET element of no taxonomy; write prefix:NetSales"):
        network(Astray)


def test_no_field_has_a_name_that_means_something_else_in_a_source() -> None:
    for each in plans(Filing).values():
        assert not {entry.attribute for entry in each.entries} & {UNIT, LANGUAGE, "nothing", "value"}, each.cls


def test_the_values_of_closed_lists_are_in_the_schema_and_the_documentation_with_their_labels() -> None:
    schema = etree.fromstring(build.files()[SCHEMA_FILE])
    xs = "{http://www.w3.org/2001/XMLSchema}"
    for kind, values in NETWORK.kinds.items():
        [declared] = [each for each in schema.iter(f"{xs}complexType") if each.get("name") == kind]
        shown = {
            each.get("value"): [said.text for said in each.iter(f"{xs}documentation")]
            for each in declared.iter(f"{xs}enumeration")
        }
        assert shown == {each.value: [each.label.en, each.label.ja] for each in values}
    opinion = NETWORK.concepts[fx("AuditReportOpinion")]
    assert "Values: unqualified; qualified; adverse; disclaimer." in in_english(opinion)
    assert "値：unqualified（無限定適正意見）、" in in_japanese(opinion)
