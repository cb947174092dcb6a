"""Consolidated statement of shareholders' equity under US GAAP (連結株主資本等変動計算書)."""

from typing import Annotated as Is

from attrs import frozen

from filingexport.model import item
from filingexport.model.meaning import Measure
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Quantity, Text


@item.axis("Component of equity", "資本の構成要素")
class EquityComponent(item.Axis):
    """The columns of the statement; the total of equity goes without a member."""

    COMMON_STOCK = item.Label("Common stock", "資本金")
    ADDITIONAL_PAID_IN_CAPITAL = item.Label("Additional paid-in capital", "資本剰余金")
    ACCUMULATED_DEFICIT = item.Label("Accumulated deficit", "累積欠損")
    ACCUMULATED_OTHER_COMPREHENSIVE_INCOME = item.Label(
        "Accumulated other comprehensive income", "その他の包括利益累計額"
    )


@item.part("Amounts by component of equity", "資本の構成要素ごとの金額")
@frozen(kw_only=True)
class EquityComponents:
    """One line of the statement."""

    common_stock: Is[Amount, item.column(EquityComponent.COMMON_STOCK), Measure.CAPITAL_STOCK] = None
    additional_paid_in_capital: Is[
        Amount, item.column(EquityComponent.ADDITIONAL_PAID_IN_CAPITAL), Measure.CAPITAL_SURPLUS
    ] = None
    accumulated_deficit: Is[Amount, item.column(EquityComponent.ACCUMULATED_DEFICIT), Measure.RETAINED_EARNINGS] = None
    accumulated_other_comprehensive_income: Is[
        Amount,
        item.column(EquityComponent.ACCUMULATED_OTHER_COMPREHENSIVE_INCOME),
        Measure.ACCUMULATED_OTHER_COMPREHENSIVE_INCOME,
    ] = None
    total: Is[Amount, item.column(None), Measure.EQUITY] = None


_SHARES = item.shares(
    "Shares of common stock outstanding", "発行済普通株式数", name="SharesOutstandingBalance", instant=True
)


@item.part("Shares of common stock outstanding at the beginning", "期首の発行済普通株式数", prefix="")
@frozen(kw_only=True)
class OpeningShares(Part):
    """Shares outstanding when the fiscal year began."""

    shares: Is[Quantity, _SHARES] = None


@item.part("Shares of common stock outstanding", "発行済普通株式数の変動", prefix="")
@frozen(kw_only=True)
class SharesOutstanding(Part):
    """The column of shares: opening, issued, closing."""

    opening: Is[OpeningShares | None, item.At.OPENING] = None
    issued: Is[
        Quantity,
        item.shares("Shares of common stock issued", "発行した普通株式数", name="SharesIssuedInThePeriod"),
        Measure.SHARES_ISSUED_IN_THE_YEAR,
    ] = None
    closing: Is[Quantity, _SHARES] = None


_BALANCE = item.credit(
    "Balance of shareholders' equity", "株主資本の残高", name="BalanceOfShareholdersEquity", instant=True
)


@item.part(
    "Consolidated statement of shareholders' equity (US GAAP)", "連結株主資本等変動計算書（米国基準）", prefix="ConsolidatedEquityStatement",
    role=True, file=True, ref=(item.act("444"), item.accounting("120-3")),
)  # fmt: skip
@frozen(kw_only=True)
class UsGaapChangesInEquity(Part):
    """Consolidated statement of shareholders' equity under US GAAP (Companies Act, article 444)."""

    title: Is[
        Text | None,
        item.words("Title of the consolidated statement of shareholders' equity", "連結株主資本等変動計算書の表題"),
    ] = None
    heading: Is[
        Text | None,
        item.words(
            "Period of the consolidated statement of shareholders' equity as printed",
            "連結株主資本等変動計算書の期間の記載",
        ),
    ] = None
    unit_note: Is[
        Text | None,
        item.words(
            "Unit as printed in the consolidated statement of shareholders' equity",
            "連結株主資本等変動計算書の単位の記載",
        ),
    ] = None
    shares_outstanding: SharesOutstanding | None = None
    opening: Is[EquityComponents | None, item.At.OPENING, _BALANCE] = None
    opening_caption: Is[
        Text | None, item.words("Caption of the opening balance of shareholders' equity", "株主資本の期首残高の表示")
    ] = None
    net_income: Is[
        EquityComponents | None,
        item.credit("Net income (change in equity)", "当期純利益（資本の変動）", name="NetIncomeInEquity"),
        Measure.NET_INCOME,
    ] = None
    other_comprehensive_income: Is[
        EquityComponents | None,
        item.credit(
            "Other comprehensive income (loss), net of tax",
            "その他の包括利益（損失）（税効果後）",
            name="OtherComprehensiveIncomeLossNetOfTax",
        ),
        Measure.OTHER_COMPREHENSIVE_INCOME,
    ] = None
    total_comprehensive_income: Is[
        EquityComponents | None,
        item.credit(
            "Total comprehensive income",
            "包括利益合計",
            name="ComprehensiveIncomeUSGAAP",
            total=("net_income", "other_comprehensive_income"),
        ),
        Measure.COMPREHENSIVE_INCOME,
    ] = None
    payment_of_dividends: Is[
        EquityComponents | None,
        item.credit(
            "Payment of dividends", "配当金の支払", name="PaymentOfDividends", doc="A decrease is negative, as printed."
        ),
    ] = None
    issuance_of_common_stock: Is[
        EquityComponents | None,
        item.credit(
            "Issuance of common stock related to share exchanges, net of issuance cost",
            "株式交換に係る普通株式の発行（発行費用控除後）",
            name="IssuanceOfCommonStockRelatedToShareExchanges",
        ),
    ] = None
    issuance_caption: Is[Text | None, item.words("Caption of the issuance of common stock", "普通株式の発行の表示")] = (
        None
    )
    closing: Is[EquityComponents | None, _BALANCE] = None
    closing_caption: Is[
        Text | None, item.words("Caption of the closing balance of shareholders' equity", "株主資本の期末残高の表示")
    ] = None
    note: Is[
        Prose, item.prose("Note to the consolidated statement of shareholders' equity", "連結株主資本等変動計算書の注")
    ] = None
