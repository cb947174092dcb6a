"""Statement of changes in net assets under Japanese GAAP (株主資本等変動計算書): components by movements."""

from typing import Annotated as Is

from attrs import frozen

from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Text


@item.axis("Component of net assets", "純資産の構成要素")
class ComponentOfNetAssets(item.Axis):
    """The columns of the statement; the total of net assets goes without a member."""

    CAPITAL_STOCK = item.Label("Capital stock", "資本金")
    LEGAL_CAPITAL_SURPLUS = item.Label("Legal capital surplus", "資本準備金")
    LEGAL_RETAINED_EARNINGS = item.Label("Legal retained earnings", "利益準備金")
    RETAINED_EARNINGS_BROUGHT_FORWARD = item.Label("Retained earnings brought forward", "繰越利益剰余金")
    RETAINED_EARNINGS = item.Label("Retained earnings", "利益剰余金")
    SHAREHOLDERS_EQUITY = item.Label("Shareholders' equity", "株主資本")
    VALUATION_DIFFERENCE = item.Label(
        "Valuation difference on available-for-sale securities", "その他有価証券評価差額金"
    )


@item.part("Amounts by component of net assets", "純資産の構成要素ごとの金額")
@frozen(kw_only=True)
class NetAssetComponents:
    """One line of the statement."""

    capital_stock: Is[Amount, item.column(ComponentOfNetAssets.CAPITAL_STOCK)] = None
    legal_capital_surplus: Is[Amount, item.column(ComponentOfNetAssets.LEGAL_CAPITAL_SURPLUS)] = None
    legal_retained_earnings: Is[Amount, item.column(ComponentOfNetAssets.LEGAL_RETAINED_EARNINGS)] = None
    retained_earnings_brought_forward: Is[
        Amount, item.column(ComponentOfNetAssets.RETAINED_EARNINGS_BROUGHT_FORWARD)
    ] = None
    retained_earnings: Is[Amount, item.column(ComponentOfNetAssets.RETAINED_EARNINGS)] = None
    shareholders_equity: Is[Amount, item.column(ComponentOfNetAssets.SHAREHOLDERS_EQUITY)] = None
    valuation_difference: Is[Amount, item.column(ComponentOfNetAssets.VALUATION_DIFFERENCE)] = None
    net_assets: Is[Amount, item.column(None)] = None


_BALANCE = item.credit("Balance of net assets", "純資産の残高", name="BalanceOfNetAssets", instant=True)


@item.part(
    "Statement of changes in net assets", "株主資本等変動計算書", prefix="ChangesInNetAssets", role=True, file=True,
    ref=(item.act("435", "2"), item.accounting("96")),
)  # fmt: skip
@frozen(kw_only=True)
class ChangesInNetAssets(Part):
    """Statement of changes in net assets (Ordinance on Company Accounting, article 96)."""

    title: Is[
        Text | None, item.words("Title of the statement of changes in net assets", "株主資本等変動計算書の表題")
    ] = None
    heading: Is[Text | None, item.words("Period as printed", "株主資本等変動計算書の期間の記載")] = None
    unit_note: Is[Text | None, item.words("Unit as printed", "株主資本等変動計算書の単位の記載")] = None
    opening: Is[NetAssetComponents | None, item.At.OPENING, _BALANCE] = None
    opening_caption: Is[Text | None, item.words("Caption of the opening balance", "期首残高の表示")] = None
    changes_caption: Is[Text | None, item.words("Caption of the changes", "事業年度中の変動額の表示")] = None
    issuance_of_new_shares: Is[
        NetAssetComponents | None, item.credit("Issuance of new shares", "新株の発行", name="IssuanceOfNewShares")
    ] = None
    issuance_caption: Is[Text | None, item.words("Caption of the issuance of new shares", "新株の発行の表示")] = None
    dividends_from_surplus: Is[
        NetAssetComponents | None,
        item.credit(
            "Dividends from surplus",
            "剰余金の配当",
            name="DividendsFromSurplus",
            doc="A decrease is negative, as printed.",
        ),
    ] = None
    dividends_caption: Is[Text | None, item.words("Caption of the dividends", "剰余金の配当の表示")] = None
    provision_of_legal_retained_earnings: Is[
        NetAssetComponents | None,
        item.credit(
            "Provision of legal retained earnings", "利益準備金の積立", name="ProvisionOfLegalRetainedEarnings"
        ),
    ] = None
    provision_caption: Is[
        Text | None, item.words("Caption of the provision of the legal reserve", "利益準備金の積立の表示")
    ] = None
    net_income: Is[
        NetAssetComponents | None,
        item.credit("Net income (change in net assets)", "当期純利益（純資産の変動）", name="ProfitLossInNetAssets"),
    ] = None
    net_changes_of_other_items: Is[
        NetAssetComponents | None,
        item.credit(
            "Net changes of items other than shareholders' equity",
            "株主資本以外の項目の変動額（純額）",
            name="NetChangesOfItemsOtherThanShareholdersEquity",
        ),
    ] = None
    net_changes_caption: Is[
        Text | None, item.words("Caption of the net changes of other items", "株主資本以外の項目の変動額の表示")
    ] = None
    total_changes: Is[
        NetAssetComponents | None,
        item.credit(
            "Total changes during the period",
            "当期変動額合計",
            name="TotalChangesOfItemsDuringThePeriod",
            total=(
                "issuance_of_new_shares",
                "dividends_from_surplus",
                "provision_of_legal_retained_earnings",
                "net_income",
                "net_changes_of_other_items",
            ),
        ),
    ] = None
    total_changes_caption: Is[Text | None, item.words("Caption of the total changes", "当期変動額合計の表示")] = None
    closing: Is[NetAssetComponents | None, _BALANCE] = None
    closing_caption: Is[Text | None, item.words("Caption of the closing balance", "期末残高の表示")] = None
    note: Is[Prose, item.prose("Note to the statement of changes in net assets", "株主資本等変動計算書の注")] = None
