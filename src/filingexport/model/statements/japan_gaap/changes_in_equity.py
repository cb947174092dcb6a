"""Statement of changes in net assets under Japanese GAAP (株主資本等変動計算書): components by movements."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import Becomes, Cells, Measure, across, forward
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
    OTHER_CAPITAL_SURPLUS = item.Label("Other capital surplus", "その他資本剰余金")
    CAPITAL_SURPLUS = item.Label("Capital surplus", "資本剰余金")
    GENERAL_RESERVE = item.Label("General reserve", "別途積立金")
    RESERVE_FOR_REDUCTION_ENTRY = item.Label("Reserve for tax purpose reduction entry", "圧縮積立金")
    RESERVE_FOR_SPECIAL_DEPRECIATION = item.Label("Reserve for special depreciation", "特別償却準備金")
    TREASURY_STOCK = item.Label("Treasury shares", "自己株式")
    DEFERRED_GAINS_ON_HEDGES = item.Label("Deferred gains or losses on hedges", "繰延ヘッジ損益")
    REVALUATION_RESERVE_FOR_LAND = item.Label("Revaluation reserve for land", "土地再評価差額金")
    FOREIGN_CURRENCY_TRANSLATION = item.Label("Foreign currency translation adjustment", "為替換算調整勘定")
    REMEASUREMENTS = item.Label("Remeasurements of defined benefit plans", "退職給付に係る調整累計額")
    VALUATION_AND_TRANSLATION = item.Label("Valuation and translation adjustments", "評価・換算差額等")
    SHARE_ACQUISITION_RIGHTS = item.Label("Share acquisition rights", "新株予約権")
    NON_CONTROLLING_INTERESTS = item.Label("Non-controlling interests", "非支配株主持分")


@item.part("Amounts by component of net assets", "純資産の構成要素ごとの金額")
@frozen(kw_only=True)
class NetAssetComponents(Part):
    """One line of the statement."""

    capital_stock: Is[Amount, item.column(ComponentOfNetAssets.CAPITAL_STOCK), Measure.CAPITAL_STOCK] = None
    legal_capital_surplus: Is[
        Amount, item.column(ComponentOfNetAssets.LEGAL_CAPITAL_SURPLUS), Measure.LEGAL_CAPITAL_SURPLUS
    ] = None
    legal_retained_earnings: Is[
        Amount, item.column(ComponentOfNetAssets.LEGAL_RETAINED_EARNINGS), Measure.LEGAL_RETAINED_EARNINGS
    ] = None
    retained_earnings_brought_forward: Is[
        Amount,
        item.column(ComponentOfNetAssets.RETAINED_EARNINGS_BROUGHT_FORWARD),
        Measure.RETAINED_EARNINGS_BROUGHT_FORWARD,
    ] = None
    retained_earnings: Is[
        Amount,
        item.column(ComponentOfNetAssets.RETAINED_EARNINGS),
        Measure.RETAINED_EARNINGS,
        across(
            "legal_retained_earnings",
            "reserve_for_reduction_entry",
            "reserve_for_special_depreciation",
            "general_reserve",
            "retained_earnings_brought_forward",
        ),
    ] = None
    shareholders_equity: Is[
        Amount,
        item.column(ComponentOfNetAssets.SHAREHOLDERS_EQUITY),
        Measure.EQUITY,
        across("capital_stock", "capital_surplus", "retained_earnings", "treasury_stock"),
    ] = None
    valuation_difference: Is[
        Amount, item.column(ComponentOfNetAssets.VALUATION_DIFFERENCE), Measure.VALUATION_DIFFERENCE
    ] = None
    other_capital_surplus: Is[
        Amount, item.column(ComponentOfNetAssets.OTHER_CAPITAL_SURPLUS), Measure.OTHER_CAPITAL_SURPLUS
    ] = None
    capital_surplus: Is[
        Amount,
        item.column(ComponentOfNetAssets.CAPITAL_SURPLUS),
        Measure.CAPITAL_SURPLUS,
        across("legal_capital_surplus", "other_capital_surplus"),
    ] = None
    general_reserve: Is[Amount, item.column(ComponentOfNetAssets.GENERAL_RESERVE), Measure.GENERAL_RESERVE] = None
    reserve_for_reduction_entry: Is[Amount, item.column(ComponentOfNetAssets.RESERVE_FOR_REDUCTION_ENTRY)] = None
    reserve_for_special_depreciation: Is[Amount, item.column(ComponentOfNetAssets.RESERVE_FOR_SPECIAL_DEPRECIATION)] = (
        None
    )
    treasury_stock: Is[Amount, item.column(ComponentOfNetAssets.TREASURY_STOCK), Measure.TREASURY_STOCK] = None
    deferred_gains_on_hedges: Is[Amount, item.column(ComponentOfNetAssets.DEFERRED_GAINS_ON_HEDGES)] = None
    revaluation_reserve_for_land: Is[Amount, item.column(ComponentOfNetAssets.REVALUATION_RESERVE_FOR_LAND)] = None
    foreign_currency_translation: Is[Amount, item.column(ComponentOfNetAssets.FOREIGN_CURRENCY_TRANSLATION)] = None
    remeasurements: Is[Amount, item.column(ComponentOfNetAssets.REMEASUREMENTS)] = None
    valuation_and_translation: Is[
        Amount,
        item.column(ComponentOfNetAssets.VALUATION_AND_TRANSLATION),
        Measure.ACCUMULATED_OTHER_COMPREHENSIVE_INCOME,
        across(
            "valuation_difference",
            "deferred_gains_on_hedges",
            "revaluation_reserve_for_land",
            "foreign_currency_translation",
            "remeasurements",
        ),
    ] = None
    share_acquisition_rights: Is[
        Amount, item.column(ComponentOfNetAssets.SHARE_ACQUISITION_RIGHTS), Measure.SHARE_ACQUISITION_RIGHTS
    ] = None
    non_controlling_interests: Is[
        Amount, item.column(ComponentOfNetAssets.NON_CONTROLLING_INTERESTS), Measure.NON_CONTROLLING_INTERESTS
    ] = None
    net_assets: Is[
        Amount,
        item.column(None),
        Measure.NET_ASSETS,
        across(
            "shareholders_equity", "valuation_and_translation", "share_acquisition_rights", "non_controlling_interests"
        ),
    ] = None


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
    cumulative_effects_of_changes_in_accounting_policies: Is[
        NetAssetComponents | None,
        item.credit(
            "Cumulative effects of changes in accounting policies (net assets)",
            "会計方針の変更による累積的影響額（純資産の変動）",
            name="CumulativeEffectsOfChangesInAccountingPolicies",
        ),
    ] = None
    issuance_of_shares_by_exercise_of_rights: Is[
        NetAssetComponents | None,
        item.credit(
            "Issuance of new shares - exercise of share acquisition rights (net assets)",
            "新株の発行（新株予約権の行使）（純資産の変動）",
            name="IssuanceOfNewSharesexerciseOfSubscriptionRightsToShares",
        ),
    ] = None
    purchase_of_treasury_stock: Is[
        NetAssetComponents | None,
        item.credit(
            "Purchase of treasury shares (net assets)", "自己株式の取得（純資産の変動）", name="PurchaseOfTreasuryStock"
        ),
    ] = None
    disposal_of_treasury_stock: Is[
        NetAssetComponents | None,
        item.credit(
            "Disposal of treasury shares (net assets)", "自己株式の処分（純資産の変動）", name="DisposalOfTreasuryStock"
        ),
    ] = None
    retirement_of_treasury_stock: Is[
        NetAssetComponents | None,
        item.credit(
            "Cancellation of treasury shares (net assets)",
            "自己株式の消却（純資産の変動）",
            name="RetirementOfTreasuryStock",
        ),
    ] = None
    capital_reduction: Is[
        NetAssetComponents | None,
        item.credit("Capital reduction (net assets)", "減資（純資産の変動）", name="CapitalReduction"),
    ] = None
    deficit_disposition: Is[
        NetAssetComponents | None,
        item.credit("Deficit disposition (net assets)", "欠損填補（純資産の変動）", name="DeficitDisposition"),
    ] = None
    provision_of_reserve_for_reduction_entry: Is[
        NetAssetComponents | None,
        item.credit(
            "Provision of reserve for tax purpose reduction entry (net assets)",
            "圧縮積立金の積立（純資産の変動）",
            name="ProvisionOfReserveForReductionEntry2",
        ),
    ] = None
    reversal_of_reserve_for_reduction_entry: Is[
        NetAssetComponents | None,
        item.credit(
            "Reversal of reserve for tax purpose reduction entry (net assets)",
            "圧縮積立金の取崩（純資産の変動）",
            name="ReversalOfReserveForReductionEntry2",
        ),
    ] = None
    provision_of_general_reserve: Is[
        NetAssetComponents | None,
        item.credit(
            "Provision of general reserve (net assets)",
            "別途積立金の積立（純資産の変動）",
            name="ProvisionOfGeneralReserve",
        ),
    ] = None
    change_of_scope_of_consolidation: Is[
        NetAssetComponents | None,
        item.credit(
            "Change in scope of consolidation (net assets)",
            "連結範囲の変動（純資産の変動）",
            name="ChangeOfScopeOfConsolidation",
        ),
    ] = None
    purchase_of_shares_of_consolidated_subsidiaries: Is[
        NetAssetComponents | None,
        item.credit(
            "Purchase of shares of consolidated subsidiaries (net assets)",
            "連結子会社株式の取得による持分の増減（純資産の変動）",
            name="PurchaseOfSharesOfConsolidatedSubsidiaries",
        ),
    ] = None
    increase_by_share_exchanges: Is[
        NetAssetComponents | None,
        item.credit(
            "Increase by share exchanges (net assets)",
            "株式交換による増加（純資産の変動）",
            name="IncreaseByShareExchanges",
        ),
    ] = None
    increase_by_merger: Is[
        NetAssetComponents | None,
        item.credit("Increase by merger (net assets)", "合併による増加（純資産の変動）", name="IncreaseByMerger"),
    ] = None
    net_income: Is[
        NetAssetComponents | None,
        item.credit("Net income (change in net assets)", "当期純利益（純資産の変動）", name="ProfitLossInNetAssets"),
        Cells(
            retained_earnings=Measure.NET_INCOME, shareholders_equity=Measure.NET_INCOME, net_assets=Measure.NET_INCOME
        ),
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
                "cumulative_effects_of_changes_in_accounting_policies",
                "issuance_of_shares_by_exercise_of_rights",
                "purchase_of_treasury_stock",
                "disposal_of_treasury_stock",
                "retirement_of_treasury_stock",
                "capital_reduction",
                "deficit_disposition",
                "provision_of_reserve_for_reduction_entry",
                "reversal_of_reserve_for_reduction_entry",
                "provision_of_general_reserve",
                "change_of_scope_of_consolidation",
                "purchase_of_shares_of_consolidated_subsidiaries",
                "increase_by_share_exchanges",
                "increase_by_merger",
                "net_income",
                "net_changes_of_other_items",
            ),
        ),
    ] = None
    total_changes_caption: Is[Text | None, item.words("Caption of the total changes", "当期変動額合計の表示")] = None
    closing: Is[NetAssetComponents | None, _BALANCE, forward("opening", "total_changes")] = None
    closing_caption: Is[
        Text | None, item.words("Caption of the closing balance", "期末残高の表示"), Becomes("opening_caption")
    ] = None
    note: Is[Prose, item.prose("Note to the statement of changes in net assets", "株主資本等変動計算書の注")] = None
