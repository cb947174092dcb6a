"""Extensions: what is wrong with one is told in one clear message and nothing is written; what stands in its files."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from lxml import etree

from filingexport import Filing, FilingError, export, extension_files, load, read, validate, write
from filingexport.model.extension import Arrangement, Extension, ExtensionItem
from filingexport.model.part import Own
from filingexport.model.statements.japan_gaap.balance_sheet import Assets, BalanceSheet, CurrentAssets
from filingexport.model.statements.non_consolidated import NonConsolidated
from filingexport.model.values import Money, Text
from filingexport.processor import judge
from filingexport.taxonomy.extension_rules import faults, owners
from tests.conftest import SAMPLE

ITEM = ExtensionItem(
    name="DepositsWithParent", label=Text(en="Deposits with the parent", ja="親会社預け金"), kind="money",
    balance="debit", instant=True, part="CurrentAssets", after="cash_and_deposits", total="total", weight=1,
    narrower_than="CashAndDeposits",
)  # fmt: skip
EXTENSION = Extension(prefix="example", namespace="http://example.com/xbrl", date=date(2008, 3, 31), items=(ITEM,))


def with_items(*items: ExtensionItem) -> Extension:
    return attrs.evolve(EXTENSION, items=items)


def changed(**fields: Any) -> Extension:
    return with_items(attrs.evolve(ITEM, **fields))


SECOND = attrs.evolve(ITEM, name="SecondItem", after="DepositsWithParent")
HEADING = ExtensionItem(name="Liquidity", label=Text(en="Liquidity"), kind="heading", part="CurrentAssets")
BAD: dict[str, tuple[Extension, str]] = {
    "small letter": (changed(name="deposits"), "'deposits' is no name such as RevenuesHomeUse"),
    "name with a colon": (changed(name="A:b"), "is no name such as"),
    "name in Japanese": (changed(name="預け金"), "is no name such as"),
    "duplicate name": (with_items(ITEM, attrs.evolve(ITEM, after="merchandise")), "DepositsWithParent is declared twice, first as item 1"),
    "clash with a standard item": (changed(name="CashAndDeposits"), "CashAndDeposits is a name of the standard taxonomy"),
    "clash with a standard heading": (changed(name="CurrentAssetsAbstract"), "is a name of the standard taxonomy"),
    "unknown type": (changed(kind="monetary"), "'monetary' is none of: money, per_share"),
    "balance of text": (changed(kind="words", total="", weight=0, narrower_than=""), "an item of type words has no balance 'debit'"),
    "unknown part": (changed(part="CurentAssets"), "'CurentAssets' is no part of a notice; did you mean 'CurrentAssets'?"),
    "after nothing known": (changed(after="cash_and_deposit"), "'cash_and_deposit' does not stand in CurrentAssets, so nothing can stand after it; did you mean 'cash_and_deposits'?"),
    "two after one": (with_items(ITEM, attrs.evolve(SECOND, after="cash_and_deposits")), "DepositsWithParent and SecondItem both stand after 'cash_and_deposits'"),
    "circle of places": (with_items(attrs.evolve(ITEM, after="SecondItem"), SECOND), "DepositsWithParent, SecondItem stand after one another in a circle"),
    "wrong balance for its total": (changed(balance="credit"), "a credit item in the debit total total has the weight -1, not 1; correct the weight or the balance"),
    "wrong weight": (changed(weight=2), "the weight in a total is 1 or -1, not 2"),
    "weight without total": (changed(total=""), "its weight is 1, but no total is named"),
    "unknown total": (changed(total="totl"), "'totl' is no amount of CurrentAssets that could sum it"),
    "total that is none": (changed(total="merchandise"), "'merchandise' is no amount of CurrentAssets that could sum it"),
    "total of another period": (changed(instant=False), "total is of another type or period than DepositsWithParent"),
    "circle of totals": (with_items(attrs.evolve(ITEM, total="SecondItem"), attrs.evolve(SECOND, total="DepositsWithParent")), "DepositsWithParent and SecondItem sum one another in a circle"),
    "total of itself": (changed(total="DepositsWithParent"), "DepositsWithParent cannot sum itself"),
    "unknown anchor": (changed(narrower_than="CashAndDeposit"), "'CashAndDeposit' is no item of the standard taxonomy; did you mean 'CashAndDeposits'?"),
    "anchor of another type": (changed(wider_than="NoticeDate"), "NoticeDate is of type day, and DepositsWithParent is of type money"),
    "anchor of a heading": (with_items(attrs.evolve(HEADING, narrower_than="Assets")), "a heading has no anchor"),
    "unknown heading": (changed(heading="Liquidity"), "'Liquidity' is no heading that the extension declares in CurrentAssets"),
    "heading that is an amount": (with_items(ITEM, attrs.evolve(SECOND, heading="DepositsWithParent", after="")), "'DepositsWithParent' is no heading"),
    "circle of headings": (with_items(attrs.evolve(HEADING, heading="Other"), attrs.evolve(HEADING, name="Other", heading="Liquidity")), "hold one another in a circle"),
    "prefix": (attrs.evolve(EXTENSION, prefix="Example Inc"), "'Example Inc' is no free prefix"),
    "prefix of a standard": (attrs.evolve(EXTENSION, prefix="xbrli"), "'xbrli' is no free prefix"),
    "namespace": (attrs.evolve(EXTENSION, namespace="example"), "'example' is no address such as http://www.example.com/xbrl"),
    "namespace of ours": (attrs.evolve(EXTENSION, namespace="http://filingexport.example/taxonomy"), "the namespace is the standard taxonomy's"),
    "nothing in it": (with_items(), "an extension without items or arrangements says nothing"),
    "arrangement that leaves out": (attrs.evolve(EXTENSION, arrangements=[Arrangement(part="CurrentAssets", fields=("total", "cash_and_deposits"))]), "the arrangement of CurrentAssets leaves out notes_and_accounts_receivable_trade"),
    "arrangement of a stranger": (attrs.evolve(EXTENSION, arrangements=[Arrangement(part="CurrentAssets", fields=(*owners("CurrentAssets"), "cash"))]), "'cash' is no field of CurrentAssets that could be arranged"),
    "arranged twice": (attrs.evolve(EXTENSION, arrangements=[Arrangement(part="CurrentAssets", fields=(*owners("CurrentAssets"), "total"))]), "'total' stands twice in the arrangement of CurrentAssets"),
}  # fmt: skip


@pytest.mark.parametrize("case", sorted(BAD))
def test_a_bad_extension_is_told_in_one_message_and_nothing_is_written(
    case: str, small: Filing, tmp_path: Path
) -> None:
    extension, message = BAD[case]
    with pytest.raises(FilingError) as raised:
        export(attrs.evolve(small, extension=extension), tmp_path / "out", "bad")
    assert len(raised.value.findings) == 1, raised.value
    [found] = raised.value.findings
    assert (found.code, message in found.message) == ("fx:extension", True), found
    assert found.path.startswith(("extension.", *(f"{each.name}." for each in extension.items)))
    assert not (tmp_path / "out").exists()


IN_SOURCE: dict[str, tuple[str, str, str]] = {
    "unknown key": ("  narrower_than: Revenues\n", "  narower_than: Revenues\n", "'narower_than' is not said of an item; did you mean 'narrower_than'?"),
    "path of no part": ("part: consolidated.us_gaap.income_statement.revenues", "part: consolidated.us_gaap.income_statement.revenue", "did you mean consolidated.us_gaap.income_statement.revenues?"),
    "no label": ("  label:\n    en: Connectivity services (corporate use)\n    ja: 接続サービス（法人向け）\n", "", "RevenuesConnectivityServicesCorporateUse needs a label"),
    "type": ("type: money", "type: monetary", "'monetary' is none of: money"),
    "balance": ("balance: credit", "balance: right", "'right' is neither debit nor credit"),
    "period": ("period: instant", "period: always", "'always' is neither instant nor duration"),
    "wrong weight": ("  narrower_than: Revenues\n", "  weight: -1\n", "a credit item in the credit total RevenuesConnectivityAndValueAddedServices has the weight 1, not -1"),
    "clash": ("name: RevenuesSystemsIntegration", "name: Revenues", "Revenues is a name of the standard taxonomy"),
}  # fmt: skip


@pytest.mark.parametrize("case", sorted(IN_SOURCE))
def test_a_bad_extension_in_a_source_is_told_with_its_line(case: str, tmp_path: Path) -> None:
    old, new, message = IN_SOURCE[case]
    shutil.copytree(SAMPLE, tmp_path / "source")
    file = tmp_path / "source" / "extension.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(FilingError) as raised:
        load(tmp_path / "source")
    [found] = raised.value.findings
    assert (found.code, message in found.message) == ("fx:extension", True), found
    assert found.place.startswith("extension.yaml:")


def test_a_value_that_is_not_declared_is_told(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "source")
    file = tmp_path / "source" / "consolidated.us-gaap.income-statement.yaml"
    file.write_text(file.read_text("utf-8").replace("RevenuesEquipmentSales:", "RevenuesEquipmentSale:"), "utf-8")
    with pytest.raises(
        FilingError, match="declares no 'RevenuesEquipmentSale' here; did you mean 'RevenuesEquipmentSales'"
    ):
        load(tmp_path / "source")


def money(amount: int) -> Money:
    return Money(amount, "JPY", 0)


def filing_with(small: Filing, extension: Extension, **own: Money) -> Filing:
    values = tuple(Own(item=name, value=value) for name, value in own.items())
    assets = CurrentAssets(cash_and_deposits=money(100), total=money(130), own=values)
    sheet = BalanceSheet(assets=Assets(current_assets=assets, total=money(130)))
    return attrs.evolve(small, non_consolidated=NonConsolidated(balance_sheet=sheet), extension=extension)


@pytest.mark.parametrize(
    ("own", "message"),
    [
        ((Own(item="Unknown", value=money(1)),), "the extension declares no Unknown in CurrentAssets"),
        ((Own(item="DepositsWithParent", value=money(1)),) * 2, "DepositsWithParent stands here twice"),
        ((Own(item="DepositsWithParent", value=Text(en="x")),), "a Text stands where a Money belongs"),
        ((Own(item="DepositsWithParent", value=None),), "nothing is disclosed in it; leave it out"),
    ],
)
def test_a_bad_value_of_an_own_item_is_told(small: Filing, own: tuple[Own, ...], message: str) -> None:
    filing = attrs.evolve(
        small,
        extension=EXTENSION,
        non_consolidated=NonConsolidated(
            balance_sheet=BalanceSheet(assets=Assets(current_assets=CurrentAssets(total=money(1), own=own)))
        ),
    )
    with pytest.raises(FilingError) as raised:
        write(filing)
    [found] = raised.value.findings
    assert message in found.message
    assert found.path.startswith("non_consolidated.balance_sheet.assets.current_assets.")


def arcs(files: dict[str, bytes], suffix: str) -> list[dict[str, str]]:
    root = etree.fromstring(next(data for name, data in files.items() if name.endswith(suffix)))
    found = []
    for link in root:
        hrefs = {
            each.get("{http://www.w3.org/1999/xlink}label"): str(each.get("{http://www.w3.org/1999/xlink}href"))
            for each in link
            if str(each.tag).endswith("}loc")
        }
        for arc in link:
            if str(arc.tag).endswith("Arc"):
                said = {str(key).rpartition("}")[2]: str(value) for key, value in arc.attrib.items()}
                said["from"], said["to"] = (hrefs[said[end]].rpartition("#")[2] for end in ("from", "to"))
                found.append(said)
    return found


def test_an_item_stands_in_place_and_in_its_sum_and_is_anchored(small: Filing) -> None:
    files = extension_files(attrs.evolve(small, extension=EXTENSION))
    [shown] = arcs(files, "-pre.xml")
    assert (shown["from"], shown["to"]) == ("fx_CurrentAssetsAbstract", "example_DepositsWithParent")
    after = owners("CurrentAssets").index("cash_and_deposits") + 1
    assert after < float(shown["order"]) < after + 1
    [summed] = arcs(files, "-cal.xml")
    assert (summed["from"], summed["to"], summed["weight"]) == ("fx_CurrentAssets", "example_DepositsWithParent", "1")
    *placed, anchor = arcs(files, "-def.xml")
    assert {each["to"] for each in placed} == {"example_DepositsWithParent"}
    assert (anchor["from"], anchor["to"]) == ("fx_CashAndDeposits", "example_DepositsWithParent")
    assert anchor["arcrole"].endswith("/wider-narrower")


def order(*first: str) -> tuple[str, ...]:
    return (*first, *(name for name in owners("CurrentAssets") if name not in first))


def test_the_independent_processor_sums_own_items_and_follows_the_order(small: Filing, tmp_path: Path) -> None:
    arrangements = (
        Arrangement(part="CurrentAssets", fields=order()[3:]),
        Arrangement(part="CurrentAssets", fields=order()[:3], heading="Liquidity"),
    )
    items = (attrs.evolve(HEADING, after=order()[3]), attrs.evolve(ITEM, heading="Liquidity", after=order()[0]))
    extension = attrs.evolve(EXTENSION, items=items, arrangements=arrangements)
    filing = filing_with(small, extension, DepositsWithParent=money(30))
    exported = export(filing, tmp_path, "right")
    assert judge(exported.instance) == ()
    assert read(exported.instance) == filing
    wrong = export(filing_with(small, extension, DepositsWithParent=money(40)), tmp_path, "wrong")
    assert {each.code.partition(":")[0] for each in judge(wrong.instance)} == {"calc11e"}


def test_an_instance_without_its_extension_is_told_of(small: Filing) -> None:
    filing = filing_with(small, EXTENSION, DepositsWithParent=money(30))
    with pytest.raises(FilingError, match="its company's extension is not beside it"):
        validate(write(filing))


Change = Callable[[dict[str, bytes]], dict[str, bytes]]
DAMAGED: dict[str, tuple[Change, str]] = {
    "label gone": (lambda f: {n: d for n, d in f.items() if "-lab-en" not in n and "-lab-ja" not in n}, "DepositsWithParent has no label"),
    "linkbase gone": (lambda f: {n: d for n, d in f.items() if "-cal" not in n}, "belongs|missing|cannot be read|says something"),
    "two schemas": (lambda f: {**f, "other.xsd": f["example-2008-03-31.xsd"]}, "an extension has one schema, not 2"),
    "another type": (lambda f: {n: d.replace(b"monetaryItemType", b"stringItemType") for n, d in f.items()}, "an item of type words has no balance"),
    "another weight": (lambda f: {n: d.replace(b'weight="1"', b'weight="-1"') for n, d in f.items()}, "has the weight 1, not -1"),
    "another namespace": (lambda f: {n: d.replace(b"/2008-03-31", b"/latest") for n, d in f.items()}, "its namespace does not end in a date"),
    "something more": (lambda f: {n: d.replace(b"</schema>", b'<element name="x" id="x"/></schema>') for n, d in f.items()}, "cannot be read|says something"),
    "a comment is nothing more": (lambda f: {n: d.replace(b"</schema>", b"<!-- x --></schema>") for n, d in f.items()}, ""),
    "entity": (lambda f: {n: d.replace(b"<schema", b'<!DOCTYPE x><schema') for n, d in f.items()}, "document type|DOCTYPE"),
}  # fmt: skip


@pytest.mark.parametrize("case", sorted(DAMAGED))
def test_a_damaged_extension_is_refused(case: str, small: Filing) -> None:
    change, message = DAMAGED[case]
    filing = filing_with(small, EXTENSION, DepositsWithParent=money(30))
    given = change(extension_files(filing))
    if not message:
        assert read(write(filing), extension=given) == filing
        return
    with pytest.raises(FilingError, match=message):
        read(write(filing), extension=given)


@pytest.mark.parametrize("location", ["../secret.xsd", "/etc/passwd.xsd", "a/b/c.xsd", "http://other.example/x.xsd", "file:///x.xsd", "taxonomy/%2e%2e/x.xsd"])  # fmt: skip
def test_only_what_lies_beside_an_instance_is_opened(location: str, small: Filing, tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    exported = export(filing_with(small, EXTENSION, DepositsWithParent=money(30)), inside, "filing").instance
    (tmp_path / "secret.xsd").write_bytes((inside / "taxonomy" / EXTENSION.schema_file).read_bytes())
    exported.write_bytes(exported.read_bytes().replace(b"taxonomy/example-2008-03-31.xsd", location.encode()))
    assert read(exported).extension is None


def test_a_link_out_of_the_folder_is_not_followed(small: Filing, tmp_path: Path) -> None:
    exported = export(
        filing_with(small, EXTENSION, DepositsWithParent=money(30)), tmp_path / "inside", "filing"
    ).instance
    (tmp_path / "inside" / "taxonomy").rename(tmp_path / "outside")
    (tmp_path / "inside" / "taxonomy").symlink_to(tmp_path / "outside")
    assert read(exported).extension is None


def test_stale_files_of_an_extension_are_taken_away(small: Filing, tmp_path: Path) -> None:
    filing = filing_with(small, EXTENSION, DepositsWithParent=money(30))
    export(filing, tmp_path, "filing")
    english = attrs.evolve(EXTENSION, items=(attrs.evolve(ITEM, label=Text(en="Deposits with the parent")),))
    exported = export(attrs.evolve(filing, extension=english), tmp_path, "filing").instance
    assert not list((tmp_path / "taxonomy").glob("example-*-lab-ja.xml"))
    assert read(exported).extension == english


def test_the_extension_of_the_sample_is_sound(sample: Filing) -> None:
    assert sample.extension is not None
    assert faults(sample.extension) == ()
