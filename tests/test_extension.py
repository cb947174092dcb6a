"""Extensions: what is wrong with one is told in one clear message and nothing is written; what stands in its files."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from lxml import etree

from filingexport import Exported, Filing, FilingError, dump, export, extension_files, load, read, validate, write
from filingexport.binding.chapters import standing
from filingexport.binding.plan import momentary
from filingexport.model.business_report.group import Operations
from filingexport.model.business_report.report import BusinessReport
from filingexport.model.extension import Arrangement, Extension, ExtensionItem, ItemKind, Signs, Sum
from filingexport.model.part import Own, OwnRow
from filingexport.model.statements.consolidated import Consolidated
from filingexport.model.statements.japan_gaap.balance_sheet import Assets, BalanceSheet, CurrentAssets
from filingexport.model.statements.japan_gaap.changes_in_equity import ChangesInNetAssets, NetAssetComponents
from filingexport.model.statements.non_consolidated import NonConsolidated
from filingexport.model.statements.us_gaap.consolidated import UsGaapConsolidated
from filingexport.model.statements.us_gaap.income_statement import UsGaapIncomeStatement, UsGaapOperatingExpenses
from filingexport.model.values import Money, Text
from filingexport.names import BASE, VERSION_DATE, local_name
from filingexport.taxonomy import build
from filingexport.taxonomy.extension_files import files, stem
from filingexport.taxonomy.extension_layout import column_order, owners, shown_below
from filingexport.taxonomy.extension_reader import read as read_extension
from filingexport.taxonomy.extension_rules import MAX_ITEMS, faults
from tests.arelle_facts import asked, codes
from tests.conftest import SAMPLE
from tests.japanese import in_both

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
IN_GROUP = "consolidated.japan_gaap.balance_sheet.assets.current_assets"
ALONE = "non_consolidated.balance_sheet.assets.current_assets"
TENANTS = ExtensionItem(
    name="MajorTenants", label=Text(en="Major tenants", ja="主要な賃借人"), kind="table", part="Operations"
)
TENANT = ExtensionItem(
    name="TenantName", label=Text(en="Name of the tenant"), kind="words", part="Operations", heading="MajorTenants"
)
RENT = ExtensionItem(
    name="TenantRent", label=Text(en="Annual rent"), kind="money", balance="credit", part="Operations",
    heading="MajorTenants", after="TenantName",
)  # fmt: skip


def order(*first: str) -> tuple[str, ...]:
    return (*first, *(name for name in owners("CurrentAssets") if name not in first))


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
    "anchors in a circle": (with_items(attrs.evolve(ITEM, wider_than="NotesReceivableTrade"), attrs.evolve(SECOND, narrower_than="NotesReceivableTrade", wider_than="CashAndDeposits")), "by its anchors DepositsWithParent would be narrower than itself"),
    "unknown heading": (changed(heading="Liquidity"), "'Liquidity' is no heading that the extension declares in CurrentAssets"),
    "heading that is an amount": (with_items(ITEM, attrs.evolve(SECOND, heading="DepositsWithParent", after="")), "'DepositsWithParent' is no heading"),
    "circle of headings": (with_items(attrs.evolve(HEADING, heading="Other"), attrs.evolve(HEADING, name="Other", heading="Liquidity")), "hold one another in a circle"),
    "prefix": (attrs.evolve(EXTENSION, prefix="Example Inc"), "'Example Inc' is no free prefix"),
    "prefix of a standard": (attrs.evolve(EXTENSION, prefix="xbrli"), "'xbrli' is no free prefix"),
    "namespace": (attrs.evolve(EXTENSION, namespace="example"), "'example' is no address such as http://www.example.com/xbrl"),
    "namespace of ours": (attrs.evolve(EXTENSION, namespace="http://filingexport.example/taxonomy"), "the namespace is the standard taxonomy's"),
    "nothing in it": (with_items(), "an extension without items, arrangements, signs or sums says nothing"),
    "arrangement that leaves out": (attrs.evolve(EXTENSION, arrangements=[Arrangement(part="CurrentAssets", fields=("total", "cash_and_deposits"))]), "the arrangement of CurrentAssets leaves out notes_and_accounts_receivable_trade"),
    "unknown place": (changed(places=("non_consolidated.balance_sheet.assets",)), "'non_consolidated.balance_sheet.assets' is no place of CurrentAssets; did you mean 'non_consolidated.balance_sheet.assets.current_assets'?"),
    "place of the year before": (changed(places=("non_consolidated.prior_year.balance_sheet.assets.current_assets",)), "has one order with non_consolidated.balance_sheet.assets.current_assets; name that"),
    "all places": (changed(places=(IN_GROUP, ALONE)), "these are all places of CurrentAssets; name none to mean all"),
    "places out of order": (changed(places=(IN_GROUP, IN_GROUP, IN_GROUP)), "stand in the order of the notice, each once"),
    "heading elsewhere": (with_items(attrs.evolve(HEADING, places=(IN_GROUP,)), attrs.evolve(ITEM, heading="Liquidity", after="", places=(ALONE,))), "Liquidity does not stand in all places that DepositsWithParent stands in"),
    "sign of text": (with_items(attrs.evolve(HEADING, negated=True)), "an item of type heading has no sign that could be turned"),
    "table without columns": (with_items(TENANTS), "the table MajorTenants has no columns"),
    "table in a table": (with_items(TENANTS, TENANT, attrs.evolve(TENANTS, name="Inner", heading="MajorTenants", after="TenantName"), attrs.evolve(TENANT, name="Deep", heading="Inner")), "a table is no column of the table MajorTenants"),
    "column in a total of the part": (with_items(TENANTS, TENANT, attrs.evolve(RENT, total="total", weight=1)), "'total' is no amount of MajorTenants that could sum it"),
    "elements of one name": (with_items(TENANTS, TENANT, attrs.evolve(TENANT, name="MajorTenantsAxis", heading="", after="MajorTenants")), "the elements of MajorTenants and MajorTenantsAxis would have one name"),
    "member of no matrix": (with_items(attrs.evolve(HEADING, kind="member")), "CurrentAssets is no matrix, so that a member has no place in it"),
    "member after a line": (with_items(ExtensionItem(name="Reserve", label=Text(en="R"), kind="member", part="ChangesInNetAssets", after="closing")), "'closing' does not stand in ChangesInNetAssets"),
    "standard order": (attrs.evolve(EXTENSION, arrangements=[Arrangement(part="CurrentAssets", fields=tuple(owners("CurrentAssets")))]), "the arrangement of CurrentAssets is the standard order; leave it out"),
    "arranged twice in one place": (attrs.evolve(EXTENSION, arrangements=[Arrangement(part="CurrentAssets", fields=order("merchandise")), Arrangement(part="CurrentAssets", places=(ALONE,), fields=order("merchandise"))]), "non_consolidated.balance_sheet.assets.current_assets is arranged twice"),
    "sign of a heading": (attrs.evolve(EXTENSION, signs=[Signs(part="BalanceSheet", fields=("assets",))]), "'assets' is no amount of BalanceSheet whose sign could be turned"),
    "sign turned twice": (attrs.evolve(EXTENSION, signs=[Signs(part="CurrentAssets", fields=("total",)), Signs(part="CurrentAssets", places=(ALONE,), fields=("total",))]), "the sign of total in non_consolidated.balance_sheet.assets.current_assets is turned twice"),
    "sum of a stranger": (attrs.evolve(EXTENSION, sums=[Sum(part="CurrentAssets", total="total", items=("cash",))]), "'cash' is no amount of CurrentAssets that total could sum"),
    "sum of another period": (attrs.evolve(EXTENSION, sums=[Sum(part="IfrsProfitOrLoss", total="profit", items=("basic_earnings_per_share",))]), "basic_earnings_per_share is of another type or period than profit"),
    "sum in no amount": (attrs.evolve(EXTENSION, sums=[Sum(part="BalanceSheet", total="title")]), "'title' is no amount of BalanceSheet that could be a sum"),
    "standard sum": (attrs.evolve(EXTENSION, sums=[Sum(part="IfrsProfitOrLoss", total="gross_profit", items=("revenue", "cost_of_sales"))]), "the sum gross_profit in IfrsProfitOrLoss is the standard one; leave it out"),
    "sum of itself": (attrs.evolve(EXTENSION, sums=[Sum(part="IfrsProfitOrLoss", total="gross_profit", items=("revenue", "profit_before_tax"))]), "gross_profit in IfrsProfitOrLoss would be summed in itself"),
    "summed twice": (attrs.evolve(EXTENSION, sums=[Sum(part="IfrsProfitOrLoss", total="gross_profit", items=("revenue",))] * 2), "gross_profit in IfrsProfitOrLoss is summed twice"),
    "sum told again": (attrs.evolve(EXTENSION, sums=[Sum(part="ComprehensiveIncome", total="profit_loss", items=("other_comprehensive_income.total",))]), "profit_loss is told again in ComprehensiveIncome; what it sums stands in IncomeStatement"),
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
    [found] = in_both(raised.value.findings)
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
    [found] = in_both(raised.value.findings)
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
    [found] = in_both(raised.value.findings)
    assert message in found.message
    assert found.path.startswith("non_consolidated.balance_sheet.assets.current_assets.")


def arcs(files: dict[str, bytes], suffix: str) -> list[dict[str, str]]:
    return arcs_of(next(data for name, data in files.items() if name.endswith(suffix)))


def arcs_of(data: bytes, role: str = "") -> list[dict[str, str]]:
    found = []
    for link in etree.fromstring(data):
        if role and link.get("{http://www.w3.org/1999/xlink}role") != role:
            continue
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
    after = owners("CurrentAssets").index("cash_and_deposits") + 1
    shown, summed = arcs(files, "-pre.xml"), arcs(files, "-cal.xml")
    assert len(shown) == len(summed) == 2, "in the consolidated and in the non-consolidated balance sheet"
    for each in shown:
        assert (each["from"], each["to"]) == ("fx_CurrentAssetsAbstract", "example_DepositsWithParent")
        assert after < float(each["order"]) < after + 1
    for each in summed:
        assert (each["from"], each["to"], each["weight"]) == ("fx_CurrentAssets", "example_DepositsWithParent", "1")
    *placed, anchor = arcs(files, "-def.xml")
    assert {each["to"] for each in placed} == {"example_DepositsWithParent"}
    assert (anchor["from"], anchor["to"]) == ("fx_CashAndDeposits", "example_DepositsWithParent")
    assert anchor["arcrole"].endswith("/wider-narrower")


def effective(extension: Extension, section: str, parent: str, kind: str = "pre") -> list[tuple[str, str]]:
    """What stands below an item in a section when the extension's arcs meet the standard ones (XBRL 2.1, 3.5.3.9.7.5).

    Each with its label role in presentation, its weight in calculation.
    """
    key = "preferredLabel" if kind == "pre" else "weight"
    equal: dict[tuple[str, ...], list[tuple[int, bool]]] = {}
    for data in (
        build.files()[f"filingexport-{VERSION_DATE}-full-{kind}.xml"],
        files(extension)[f"{stem(extension)}-{kind}.xml"],
    ):
        for each in arcs_of(data, f"{BASE}/role/{section}"):
            if each["from"] == parent:
                said = (each["to"], each["order"], each.get(key, ""))
                equal.setdefault(said, []).append((int(each.get("priority", "0")), each.get("use") == "prohibited"))
    left = []
    for (child, order, label), found in equal.items():
        highest = max(priority for priority, _ in found)
        if not any(prohibited for priority, prohibited in found if priority == highest):
            left.append((float(order), child, label))
    return [(child, label.rpartition("/")[2]) for _, child, label in sorted(left)]


def assert_only_the_second_does_not_foot(right: Exported, wrong: Exported) -> None:
    """As an independent processor finds."""
    said = asked(right.instance, wrong.instance)
    assert said[right.instance]["messages"] == []
    assert codes(said[wrong.instance]["messages"]) == {"calc11e"}


def test_the_independent_processor_sums_own_items_and_follows_the_order(small: Filing, tmp_path: Path) -> None:
    arrangements = (
        Arrangement(part="CurrentAssets", fields=order()[3:]),
        Arrangement(part="CurrentAssets", fields=order()[:3], heading="Liquidity"),
    )
    items = (attrs.evolve(HEADING, after=order()[3]), attrs.evolve(ITEM, heading="Liquidity", after=order()[0]))
    extension = attrs.evolve(EXTENSION, items=items, arrangements=arrangements)
    filing = filing_with(small, extension, DepositsWithParent=money(30))
    exported = export(filing, tmp_path, "right")
    assert read(exported.instance) == filing
    wrong = export(filing_with(small, extension, DepositsWithParent=money(40)), tmp_path, "wrong")
    assert_only_the_second_does_not_foot(exported, wrong)


def test_an_order_is_that_of_one_place() -> None:
    moved = (*owners("CurrentAssets")[1:-1], "cash_and_deposits", "total")
    said = Arrangement(part="CurrentAssets", places=(ALONE,), fields=moved)
    extension = attrs.evolve(EXTENSION, items=(), arrangements=[said])
    heading = "fx_CurrentAssetsAbstract"
    names = {node.owner: f"fx_{local_name(node.name)}" for node in shown_below("NonConsolidatedBalanceSheet", "CurrentAssets")}  # fmt: skip
    alone = effective(extension, "NonConsolidatedBalanceSheet", heading)
    assert [child for child, _ in alone] == [names[field] for field in moved]
    # The total stays where it was, and is shown all the same.
    assert alone[-1] == ("fx_CurrentAssets", "totalLabel")
    group = [child for child, _ in effective(extension, "ConsolidatedBalanceSheet", heading)]
    assert group == [names[field] for field in owners("CurrentAssets")]


def test_an_item_stands_in_one_place_alone(small: Filing) -> None:
    extension = with_items(attrs.evolve(ITEM, places=(IN_GROUP,)))
    heading = "fx_CurrentAssetsAbstract"
    assert "example_DepositsWithParent" in dict(effective(extension, "ConsolidatedBalanceSheet", heading))
    assert "example_DepositsWithParent" not in dict(effective(extension, "NonConsolidatedBalanceSheet", heading))
    with pytest.raises(FilingError, match="the extension declares no DepositsWithParent in CurrentAssets"):
        write(filing_with(small, extension, DepositsWithParent=money(30)))


def test_two_places_have_items_after_the_same_field() -> None:
    group, alone = attrs.evolve(ITEM, places=(IN_GROUP,)), attrs.evolve(SECOND, after=ITEM.after, places=(ALONE,))
    assert faults(with_items(group, alone)) == ()


def test_a_sum_of_the_companys_own_takes_the_place_of_the_standard_one(small: Filing, tmp_path: Path) -> None:
    items = tuple(f"operating_expenses.{name}" for name in ("selling_general_and_administrative", "research_and_development"))  # fmt: skip
    said = Sum(part="UsGaapIncomeStatement", total="operating_income", items=("gross_profit", *items))
    extension = attrs.evolve(EXTENSION, items=(), sums=[said])
    below = effective(extension, "UsGaapIncomeStatement", "fx_OperatingIncomeUSGAAP", "cal")
    assert below == [
        ("fx_GrossProfitUSGAAP", "1"), ("fx_SellingGeneralAndAdministrativeUSGAAP", "-1"), ("fx_ResearchAndDevelopment", "-1"),
    ]  # fmt: skip
    expenses = UsGaapOperatingExpenses(selling_general_and_administrative=money(30), research_and_development=money(5))
    statement = UsGaapIncomeStatement(gross_profit=money(100), operating_expenses=expenses, operating_income=money(65))
    consolidated = Consolidated(us_gaap=UsGaapConsolidated(income_statement=statement))
    filing = attrs.evolve(small, consolidated=consolidated, extension=extension)
    exported = export(filing, tmp_path, "right")
    assert read(exported.instance) == filing
    broken = attrs.evolve(statement, operating_income=money(70))
    consolidated = Consolidated(us_gaap=UsGaapConsolidated(income_statement=broken))
    wrong = export(attrs.evolve(filing, consolidated=consolidated), tmp_path, "wrong")
    assert_only_the_second_does_not_foot(exported, wrong)


def test_costs_are_printed_without_brackets(small: Filing, tmp_path: Path) -> None:
    shutil.copytree(SAMPLE.parent / "minato-2026", tmp_path / "source")
    file = tmp_path / "source" / "extension.yaml"
    said = "signs:\n- part: consolidated.ifrs.profit_or_loss\n  fields: [cost_of_sales]\n"
    file.write_text(file.read_text("utf-8") + said, "utf-8")
    statement = tmp_path / "source" / "consolidated.ifrs.profit-or-loss.yaml"
    text = statement.read_text("utf-8")
    statement.write_text(text.replace("cost_of_sales: (331,520)", "cost_of_sales: 331,520"), "utf-8")
    prior = tmp_path / "source" / "consolidated.ifrs.prior-year.profit-or-loss.yaml"
    prior.write_text(re.sub(r"cost_of_sales: \((.*)\)", r"cost_of_sales: \1", prior.read_text("utf-8")), "utf-8")
    filing = load(tmp_path / "source")
    plain = load(SAMPLE.parent / "minato-2026")
    assert filing.consolidated == plain.consolidated
    assert filing.extension is not None
    shown = dict(effective(filing.extension, "IfrsProfitOrLoss", "fx_IfrsProfitOrLossAbstract"))
    assert (shown["fx_CostOfSalesIFRS"], shown["fx_OtherExpensesIFRS"]) == ("", "negatedLabel")
    dump(filing, tmp_path / "copy")
    assert "cost_of_sales: 331,520" in (tmp_path / "copy" / statement.name).read_text("utf-8")


def test_a_company_has_a_table_of_its_own(small: Filing, tmp_path: Path) -> None:
    extension = with_items(TENANTS, TENANT, RENT)
    rows = tuple(
        OwnRow(own=(Own(item="TenantName", value=Text(en=name)), Own(item="TenantRent", value=money(rent))))
        for name, rent in (("Harbour Foods", 120), ("Harbour Foods", 80), ("Kita Logistics", 45))
    )
    report = BusinessReport(operations=Operations(own=(Own(item="MajorTenants", value=rows),)))
    filing = attrs.evolve(small, business_report=report, extension=extension)
    exported = export(filing, tmp_path, "tenants")
    assert asked(exported.instance)[exported.instance]["messages"] == []
    again = read(exported.instance)
    assert again == filing
    assert again.business_report is not None
    assert again.business_report.operations is not None
    first, *_ = again.business_report.operations.own_value("MajorTenants")
    assert first.own_value("TenantRent") == money(120)


def test_a_company_has_a_column_of_its_own_in_a_statement_of_changes(small: Filing, tmp_path: Path) -> None:
    reserve = ExtensionItem(
        name="ReserveForDividends", label=Text(en="Reserve for dividends", ja="配当準備積立金"), kind="member",
        part="ChangesInNetAssets", after="general_reserve", places=("non_consolidated.changes_in_equity",),
    )  # fmt: skip
    line = NetAssetComponents(general_reserve=money(5), net_assets=money(12), own=(Own(item="ReserveForDividends", value=money(7)),))  # fmt: skip
    statement = ChangesInNetAssets(opening=line, closing=line)
    filing = attrs.evolve(
        small, non_consolidated=NonConsolidated(changes_in_equity=statement), extension=with_items(reserve)
    )
    exported = export(filing, tmp_path, "reserve")
    assert asked(exported.instance)[exported.instance]["messages"] == []
    assert read(exported.instance) == filing
    domain = effective(with_items(reserve), "NonConsolidatedChangesInNetAssets", "fx_ComponentOfNetAssetsDomain")
    names = [name for name, _ in domain]
    assert names[names.index("fx_ComponentOfNetAssetsGeneralReserveMember") + 1] == "example_ReserveForDividendsMember"


def test_a_company_has_a_line_of_its_own_in_a_statement_of_changes(small: Filing) -> None:
    item = ExtensionItem(
        name="OwnMovement", label=Text(en="A movement of our own"), kind="money", part="ChangesInNetAssets", after="opening",
    )  # fmt: skip
    line = NetAssetComponents(net_assets=money(5))

    def filing(value: Any) -> Filing:
        statement = ChangesInNetAssets(opening=line, own=(Own(item="OwnMovement", value=value),), closing=line)
        return attrs.evolve(
            small, non_consolidated=NonConsolidated(changes_in_equity=statement), extension=with_items(item)
        )

    assert read(write(filing(line)), extension=extension_files(filing(line))) == filing(line)
    with pytest.raises(FilingError, match="fx:type"):
        write(filing(money(5)))


def after_everything(parts: list[str]) -> Extension:
    """An item after each field and column of these parts, and one before them all."""
    items = []
    for part in parts:
        columns = column_order(part)
        places: tuple[tuple[ItemKind, tuple[str, ...]], ...] = (
            ("words", ("", *owners(part))), ("member", ("", *columns) if columns else ()),
        )  # fmt: skip
        for kind, befores in places:
            for number, before in enumerate(befores):
                items.append(
                    ExtensionItem(
                        name=f"{part}{kind.title()}{number}", label=Text(en="x"), kind=kind, part=part, after=before,
                        instant=kind == "words" and part in momentary(Filing),
                    )
                )  # fmt: skip
    return with_items(*items)


@pytest.mark.parametrize("half", [0, 1])
def test_an_item_is_read_back_after_any_field_that_it_stands_after(half: int) -> None:
    """Also where one element stands at two places of a part, such as the balances that open and close a statement."""
    extension = after_everything(sorted(standing(Filing).parts)[half::2])
    assert 500 < len(extension.items) <= MAX_ITEMS
    assert faults(extension) == ()
    assert read_extension(files(extension)) == extension


def test_signs_are_turned_where_an_own_line_follows_the_opening_balance() -> None:
    line = attrs.evolve(
        ITEM, part="UsGaapChangesInEquity", after="opening", instant=False, balance=None, negated=True,
        total="total_comprehensive_income", narrower_than="",
    )  # fmt: skip
    signs = (Signs(part="UsGaapChangesInEquity", fields=("other_comprehensive_income",)),)
    extension = attrs.evolve(with_items(line), signs=signs)
    assert faults(extension) == ()
    assert read_extension(files(extension)) == extension


def many(**fields: Callable[[int], Any]) -> Extension:
    """As many items as there may be; each field of each by its number."""
    return with_items(
        *(
            attrs.evolve(ITEM, **{"name": f"I{n}", "total": "", "weight": 0, "narrower_than": "", **{name: each(n) for name, each in fields.items()}})
            for n in range(MAX_ITEMS)
        )
    )  # fmt: skip


def chain(n: int) -> str:
    return f"I{n - 1}" if n else ""


def back(n: int) -> str:
    return f"I{n + 1}" if n < MAX_ITEMS - 1 else ""


def circle(n: int) -> str:
    return f"I{(n + 1) % MAX_ITEMS}"


SUMS = tuple(Sum(part="CurrentAssets", total=f"I{n}", items=("cash_and_deposits",)) for n in range(MAX_ITEMS))
LARGE: dict[str, tuple[Callable[[], Extension], str]] = {
    "one after another": (lambda: many(after=chain), ""),
    "one before another": (lambda: many(after=back), ""),
    "in a circle": (lambda: many(after=circle), "stand after one another in a circle"),
    "after what is not there": (lambda: many(after=lambda n: f"cash{n}"), "'cash0' does not stand in CurrentAssets"),
    "each the total of the last": (lambda: many(after=chain, total=back, weight=lambda n: int(n < MAX_ITEMS - 1)), ""),
    "totals in a circle": (lambda: many(after=chain, total=circle, weight=lambda n: 1), "sum one another in a circle"),
    "totals that are not there": (lambda: many(after=chain, total=lambda n: f"total{n}", weight=lambda n: 1), "'total0' is no amount"),
    "each with a sum": (lambda: attrs.evolve(many(after=chain, total=back, weight=lambda n: int(n < MAX_ITEMS - 1)), sums=SUMS), ""),
    "headings in one another": (lambda: many(kind=lambda n: "heading", instant=lambda n: False, balance=lambda n: None, after=lambda n: "", heading=chain), ""),
    "headings in a circle": (lambda: many(kind=lambda n: "heading", instant=lambda n: False, balance=lambda n: None, after=lambda n: "", heading=circle), "hold one another in a circle"),
    "anchors that are not there": (lambda: many(after=chain, narrower_than=lambda n: f"CashAndDeposit{n}"), "did you mean 'CashAndDeposits'"),
    "anchors in a circle": (lambda: many(after=chain, narrower_than=lambda n: "CashAndDeposits", wider_than=lambda n: "CashAndDeposits"), "narrower than itself"),
    "too many items": (lambda: attrs.evolve(many(after=chain), items=(*many(after=chain).items, ITEM)), "there are 2,001 items; an extension has at most 2,000"),
    "too many signs": (lambda: changed_signs(MAX_ITEMS + 1), "there are 2,001 signs; an extension has at most 2,000"),
    "the same signs": (lambda: changed_signs(MAX_ITEMS), "is turned twice"),
}  # fmt: skip


def changed_signs(count: int) -> Extension:
    return attrs.evolve(EXTENSION, signs=(Signs(part="CurrentAssets", fields=("cash_and_deposits",)),) * count)


@pytest.mark.parametrize("case", sorted(LARGE))
def test_an_extension_as_large_as_may_be_is_judged_in_no_time(case: str) -> None:
    """Each way in which items lead to one another is followed once, not once for every item."""
    make, message = LARGE[case]
    extension = make()
    started = time.process_time()
    found = faults(extension)
    assert time.process_time() - started < 1
    assert [each for each in found if message in str(each.message)] if message else found == (), found[:2]


@pytest.mark.parametrize("case", ["headings in one another", "each with a sum"])
def test_an_extension_as_large_as_may_be_is_read_in_time(case: str) -> None:
    extension = LARGE[case][0]()
    written = files(extension)
    started = time.process_time()
    assert read_extension(written) == extension
    assert time.process_time() - started < 5


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
    "a weight that is none": (lambda f: {n: d.replace(b'weight="1"', b'weight=""') for n, d in f.items()}, "an arc has the weight ''; an item is added"),
    "half a weight": (lambda f: {n: d.replace(b'weight="1"', b'weight="0.5"') for n, d in f.items()}, "an arc has the weight '0.5'; an item is added"),
    "another namespace": (lambda f: {n: d.replace(b"/2008-03-31", b"/latest") for n, d in f.items()}, "its namespace does not end in a date"),
    "something more": (lambda f: {n: d.replace(b"</schema>", b'<element name="x" id="x"/></schema>') for n, d in f.items()}, "cannot be read|says something"),
    "a comment is nothing more": (lambda f: {n: d.replace(b"</schema>", b"<!-- x --></schema>") for n, d in f.items()}, ""),
    "a heading below nothing": (lambda f: {n: d.replace(b'xlink:from="CurrentAssetsAbstract"', b'xlink:from="DepositsWithParent"') for n, d in f.items()}, "cannot be read|says something|hold one another"),
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
    with pytest.raises(FilingError, match=message) as raised:
        read(write(filing), extension=given)
    in_both(raised.value.findings)


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
