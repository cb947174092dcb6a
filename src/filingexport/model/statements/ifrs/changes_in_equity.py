"""Consolidated statement of changes in equity under IFRS (連結持分変動計算書): components by movements."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import Cells, Measure, across, forward
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Text


@item.axis("Component of equity (IFRS)", "資本の構成要素（ＩＦＲＳ）")
class IfrsEquityComponent(item.Axis):
    """The columns of the statement; the total of equity goes without a member."""

    SHARE_CAPITAL = item.Label("Share capital", "資本金")
    CAPITAL_SURPLUS = item.Label("Capital surplus", "資本剰余金")
    OTHER_EQUITY_INSTRUMENTS = item.Label("Other equity instruments", "その他の資本性金融商品")
    TREASURY_SHARES = item.Label("Treasury shares", "自己株式")
    RETAINED_EARNINGS = item.Label("Retained earnings", "利益剰余金")
    EXCHANGE_DIFFERENCES = item.Label(
        "Exchange differences on translation of foreign operations", "在外営業活動体の換算差額"
    )
    CASH_FLOW_HEDGES = item.Label("Cash flow hedges", "キャッシュ・フロー・ヘッジ")
    FINANCIAL_ASSETS_AT_FAIR_VALUE = item.Label(
        "Financial assets measured at fair value through other comprehensive income",
        "その他の包括利益を通じて測定する金融資産の公正価値の純変動",
    )
    REMEASUREMENTS = item.Label("Remeasurements of defined benefit plans", "確定給付制度の再測定")
    OTHER_COMPONENTS = item.Label("Other components of equity", "その他の資本の構成要素")
    OWNERS = item.Label("Equity attributable to owners of the parent", "親会社の所有者に帰属する持分")
    NON_CONTROLLING_INTERESTS = item.Label("Non-controlling interests", "非支配持分")


@item.part("Amounts by component of equity (IFRS)", "資本の構成要素ごとの金額（ＩＦＲＳ）")
@frozen(kw_only=True)
class IfrsEquityComponents(Part):
    """One line of the statement."""

    share_capital: Is[Amount, item.column(IfrsEquityComponent.SHARE_CAPITAL), Measure.CAPITAL_STOCK] = None
    capital_surplus: Is[Amount, item.column(IfrsEquityComponent.CAPITAL_SURPLUS), Measure.CAPITAL_SURPLUS] = None
    other_equity_instruments: Is[Amount, item.column(IfrsEquityComponent.OTHER_EQUITY_INSTRUMENTS)] = None
    treasury_shares: Is[Amount, item.column(IfrsEquityComponent.TREASURY_SHARES), Measure.TREASURY_STOCK] = None
    retained_earnings: Is[Amount, item.column(IfrsEquityComponent.RETAINED_EARNINGS), Measure.RETAINED_EARNINGS] = None
    exchange_differences: Is[Amount, item.column(IfrsEquityComponent.EXCHANGE_DIFFERENCES)] = None
    cash_flow_hedges: Is[Amount, item.column(IfrsEquityComponent.CASH_FLOW_HEDGES)] = None
    financial_assets_at_fair_value: Is[Amount, item.column(IfrsEquityComponent.FINANCIAL_ASSETS_AT_FAIR_VALUE)] = None
    remeasurements: Is[Amount, item.column(IfrsEquityComponent.REMEASUREMENTS)] = None
    other_components: Is[
        Amount,
        item.column(IfrsEquityComponent.OTHER_COMPONENTS),
        Measure.ACCUMULATED_OTHER_COMPREHENSIVE_INCOME,
        across("exchange_differences", "cash_flow_hedges", "financial_assets_at_fair_value", "remeasurements"),
    ] = None
    owners: Is[
        Amount,
        item.column(IfrsEquityComponent.OWNERS),
        Measure.EQUITY,
        across(
            "share_capital",
            "capital_surplus",
            "other_equity_instruments",
            "treasury_shares",
            "retained_earnings",
            "other_components",
        ),
    ] = None
    non_controlling_interests: Is[
        Amount, item.column(IfrsEquityComponent.NON_CONTROLLING_INTERESTS), Measure.NON_CONTROLLING_INTERESTS
    ] = None
    total: Is[Amount, item.column(None), Measure.NET_ASSETS, across("owners", "non_controlling_interests")] = None


_BALANCE = item.credit(
    "Balance of equity (IFRS)", "資本の残高（ＩＦＲＳ）", name="BalanceOfEquityIFRS", edinet=False, instant=True
)


@item.part(
    "Consolidated statement of changes in equity (IFRS)", "連結持分変動計算書", prefix="IfrsChangesInEquity", edinet="jpigp_cor", role=True, file=True, ref=(item.act("444"), item.accounting_ifrs("120")),
)  # fmt: skip
@frozen(kw_only=True)
class IfrsChangesInEquity(Part):
    """Consolidated statement of changes in equity (Ordinance on Company Accounting, articles 96 and 120)."""

    title: Is[
        Text | None,
        item.words("Title of the consolidated statement of changes in equity (IFRS)", "連結持分変動計算書の表題"),
    ] = None
    heading: Is[
        Text | None,
        item.words(
            "Date or period of the consolidated statement of changes in equity (IFRS) as printed",
            "連結持分変動計算書の日付又は期間の記載",
        ),
    ] = None
    unit_note: Is[
        Text | None,
        item.words(
            "Unit of the consolidated statement of changes in equity (IFRS) as printed",
            "連結持分変動計算書の単位の記載",
        ),
    ] = None
    opening: Is[IfrsEquityComponents | None, item.At.OPENING, _BALANCE] = None
    changes_in_accounting_policies: Is[
        IfrsEquityComponents | None,
        item.credit(
            "Cumulative effect of changes in accounting policies",
            "会計方針の変更による累積的影響額",
            name="CumulativeEffectsOfChangesInAccountingPoliciesIFRS",
            edinet=False,
        ),
    ] = None
    profit: Is[
        IfrsEquityComponents | None,
        item.credit("Profit (loss), by component", "当期利益（持分変動）", name="ProfitLossInEquityIFRS", edinet=False),
        Cells(retained_earnings=Measure.NET_INCOME, owners=Measure.NET_INCOME, total=Measure.PROFIT),
    ] = None
    other_comprehensive_income: Is[
        IfrsEquityComponents | None,
        item.credit(
            "Other comprehensive income, by component",
            "その他の包括利益（持分変動）",
            name="OtherComprehensiveIncomeInEquityIFRS",
            edinet=False,
        ),
        Cells(total=Measure.OTHER_COMPREHENSIVE_INCOME),
    ] = None
    comprehensive_income: Is[
        IfrsEquityComponents | None,
        item.credit(
            "Comprehensive income, by component",
            "当期包括利益（持分変動）",
            name="ComprehensiveIncomeInEquityIFRS",
            edinet=False,
            total=("profit", "other_comprehensive_income"),
        ),
        Cells(total=Measure.COMPREHENSIVE_INCOME),
    ] = None
    issuance_of_shares: Is[
        IfrsEquityComponents | None,
        item.credit("Issuance of new shares (IFRS)", "新株の発行（ＩＦＲＳ）", name="IssuanceOfNewSharesSSIFRS"),
    ] = None
    purchase_of_treasury_shares: Is[
        IfrsEquityComponents | None,
        item.credit(
            "Purchase of treasury shares", "自己株式の取得", name="PurchaseOfTreasurySharesSSIFRS", doc="Negative."
        ),
    ] = None
    disposal_of_treasury_shares: Is[
        IfrsEquityComponents | None,
        item.credit("Disposal of treasury shares", "自己株式の処分", name="DisposalOfTreasurySharesSSIFRS"),
    ] = None
    cancellation_of_treasury_shares: Is[
        IfrsEquityComponents | None,
        item.credit("Cancellation of treasury shares", "自己株式の消却", name="CancellationOfTreasurySharesSSIFRS"),
    ] = None
    share_based_payments: Is[
        IfrsEquityComponents | None,
        item.credit(
            "Share-based payment transactions",
            "株式に基づく報酬取引",
            name="ShareBasedPaymentTransactionsIFRS",
            edinet=False,
        ),
    ] = None
    dividends: Is[
        IfrsEquityComponents | None,
        item.credit("Dividends", "剰余金の配当", name="DividendsSSIFRS", doc="Negative."),
    ] = None
    changes_in_ownership_interests: Is[
        IfrsEquityComponents | None,
        item.credit(
            "Changes in ownership interests in subsidiaries",
            "支配継続子会社に対する持分変動",
            name="ChangesInOwnershipInterestInSubsidiariesSSIFRS",
        ),
    ] = None
    transfer_to_retained_earnings: Is[
        IfrsEquityComponents | None,
        item.credit(
            "Transfer from other components of equity to retained earnings",
            "その他の資本の構成要素から利益剰余金への振替",
            name="TransferFromOtherComponentsOfEquityToRetainedEarningsIFRS",
            edinet=False,
        ),
    ] = None
    transfer_to_non_financial_assets: Is[
        IfrsEquityComponents | None,
        item.credit(
            "Transfer to non-financial assets",
            "非金融資産への振替",
            name="TransferToNonFinancialAssetsIFRS",
            edinet=False,
        ),
    ] = None
    other: Is[
        IfrsEquityComponents | None,
        item.credit("Other changes in equity", "その他の増減", name="OtherChangesInEquityIFRS", edinet=False),
    ] = None
    transactions_with_owners: Is[
        IfrsEquityComponents | None,
        item.credit(
            "Total transactions with owners",
            "所有者との取引額合計",
            name="TotalTransactionsWithOwnersIFRS",
            edinet=False,
            total=(
                "issuance_of_shares",
                "purchase_of_treasury_shares",
                "disposal_of_treasury_shares",
                "cancellation_of_treasury_shares",
                "share_based_payments",
                "dividends",
                "changes_in_ownership_interests",
                "transfer_to_retained_earnings",
                "transfer_to_non_financial_assets",
                "other",
            ),
        ),
    ] = None
    closing: Is[
        IfrsEquityComponents | None,
        _BALANCE,
        forward("opening", "changes_in_accounting_policies", "comprehensive_income", "transactions_with_owners"),
    ] = None
    note: Is[Prose, item.prose("Note to the statement of changes in equity (IFRS)", "連結持分変動計算書の注")] = None
