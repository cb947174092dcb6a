"""Consolidated statement of cash flows under IFRS (連結キャッシュ・フロー計算書); the Companies Act does not require it."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import Measure, forward
from filingexport.model.part import Part
from filingexport.model.statements.ifrs.financial_position import IfrsCurrentAssets
from filingexport.model.values import Amount, Text


@item.part(
    "Cash flows from operating activities (IFRS)",
    "営業活動によるキャッシュ・フロー（ＩＦＲＳ）",
    prefix="",
    edinet="jpigp_cor",
)
@frozen(kw_only=True)
class IfrsOperatingCashFlows(Part):
    """Receipts are positive, payments negative."""

    profit_before_tax: Is[
        Amount,
        item.debit(
            "Profit (loss) before tax (cash flows)",
            "税引前利益（キャッシュ・フロー計算書）",
            name="ProfitLossBeforeTaxOpeCFIFRS",
            edinet=False,
        ),
    ] = None
    depreciation_and_amortization: Is[
        Amount,
        item.debit(
            "Depreciation and amortization", "減価償却費及び償却費", name="DepreciationAndAmortizationOpeCFIFRS"
        ),
    ] = None
    impairment_losses: Is[
        Amount,
        item.debit(
            "Impairment losses (cash flows) (IFRS)",
            "減損損失（キャッシュ・フロー計算書）（ＩＦＲＳ）",
            name="ImpairmentLossesOpeCFIFRS",
            edinet=False,
        ),
    ] = None
    finance_income_and_costs: Is[
        Amount,
        item.debit(
            "Finance income and finance costs", "金融収益及び金融費用", name="FinanceIncomeAndFinanceCostsOpeCFIFRS"
        ),
    ] = None
    share_of_profit_of_equity_method_investments: Is[
        Amount,
        item.debit(
            "Share of loss (profit) of equity method investments",
            "持分法による投資損益（△は益）",
            name="ShareOfLossProfitOfInvestmentsAccountedForUsingEquityMethodOpeCFIFRS",
        ),
    ] = None
    receivables: Is[
        Amount,
        item.debit(
            "Decrease (increase) in trade and other receivables",
            "営業債権及びその他の債権の増減額",
            name="DecreaseIncreaseInTradeAndOtherReceivablesOpeCFIFRS",
        ),
    ] = None
    inventories: Is[
        Amount,
        item.debit(
            "Decrease (increase) in inventories", "棚卸資産の増減額", name="DecreaseIncreaseInInventoriesOpeCFIFRS"
        ),
    ] = None
    payables: Is[
        Amount,
        item.debit(
            "Increase (decrease) in trade and other payables",
            "営業債務及びその他の債務の増減額",
            name="IncreaseDecreaseInTradeAndOtherPayablesOpeCFIFRS",
        ),
    ] = None
    other: Is[
        Amount, item.debit("Other operating cash flows", "その他の営業活動", name="OtherOpeCFIFRS", edinet=False)
    ] = None
    interest_received: Is[Amount, item.debit("Interest received", "利息の受取額", name="InterestReceivedOpeCFIFRS")] = (
        None
    )
    dividends_received: Is[
        Amount, item.debit("Dividends received", "配当金の受取額", name="DividendsReceivedOpeCFIFRS")
    ] = None
    interest_paid: Is[
        Amount, item.debit("Interest paid (IFRS)", "利息の支払額（ＩＦＲＳ）", name="InterestPaidOpeCFIFRS")
    ] = None
    income_taxes_paid: Is[
        Amount, item.debit("Income taxes paid", "法人所得税の支払額", name="IncomeTaxesPaidOpeCFIFRS")
    ] = None
    total: Is[
        Amount,
        item.debit(
            "Net cash provided by (used in) operating activities",
            "営業活動によるキャッシュ・フロー",
            name="NetCashProvidedByUsedInOperatingActivitiesIFRS",
            total=True,
        ),
    ] = None


@item.part(
    "Cash flows from investing activities (IFRS)",
    "投資活動によるキャッシュ・フロー（ＩＦＲＳ）",
    prefix="",
    edinet="jpigp_cor",
)
@frozen(kw_only=True)
class IfrsInvestingCashFlows(Part):
    """Receipts are positive, payments negative."""

    purchase_of_property: Is[
        Amount,
        item.debit(
            "Purchase of property, plant and equipment (IFRS)",
            "有形固定資産の取得による支出（ＩＦＲＳ）",
            name="PurchaseOfPropertyPlantAndEquipmentInvCFIFRS",
        ),
    ] = None
    sale_of_property: Is[
        Amount,
        item.debit(
            "Proceeds from sale of property, plant and equipment (IFRS)",
            "有形固定資産の売却による収入（ＩＦＲＳ）",
            name="ProceedsFromSaleOfPropertyPlantAndEquipmentInvCFIFRS",
        ),
    ] = None
    purchase_of_intangible_assets: Is[
        Amount,
        item.debit(
            "Purchase of intangible assets", "無形資産の取得による支出", name="PurchaseOfIntangibleAssetsInvCFIFRS"
        ),
    ] = None
    purchase_of_investments: Is[
        Amount,
        item.debit(
            "Purchase of investments", "投資の取得による支出", name="PurchaseOfInvestmentsInvCFIFRS", edinet=False
        ),
    ] = None
    sale_of_investments: Is[
        Amount,
        item.debit(
            "Proceeds from sale of investments",
            "投資の売却による収入",
            name="ProceedsFromSaleOfInvestmentsInvCFIFRS",
            edinet=False,
        ),
    ] = None
    acquisition_of_subsidiaries: Is[
        Amount,
        item.debit(
            "Acquisition of subsidiaries",
            "子会社の取得による支出",
            name="PaymentsForAcquisitionOfSubsidiariesInvCFIFRS",
            edinet=False,
        ),
    ] = None
    other: Is[
        Amount, item.debit("Other investing cash flows", "その他の投資活動", name="OtherInvCFIFRS", edinet=False)
    ] = None
    total: Is[
        Amount,
        item.debit(
            "Net cash provided by (used in) investing activities",
            "投資活動によるキャッシュ・フロー",
            name="NetCashProvidedByUsedInInvestingActivitiesIFRS",
            total=True,
        ),
    ] = None


@item.part(
    "Cash flows from financing activities (IFRS)",
    "財務活動によるキャッシュ・フロー（ＩＦＲＳ）",
    prefix="",
    edinet="jpigp_cor",
)
@frozen(kw_only=True)
class IfrsFinancingCashFlows(Part):
    """Receipts are positive, payments negative."""

    short_term_borrowings: Is[
        Amount,
        item.debit(
            "Net increase (decrease) in short-term borrowings",
            "短期借入金の純増減額",
            name="NetIncreaseDecreaseInShortTermBorrowingsFinCFIFRS",
        ),
    ] = None
    proceeds_from_long_term_borrowings: Is[
        Amount,
        item.debit(
            "Proceeds from long-term borrowings (IFRS)",
            "長期借入れによる収入（ＩＦＲＳ）",
            name="ProceedsFromLongTermBorrowingsFinCFIFRS",
        ),
    ] = None
    repayments_of_long_term_borrowings: Is[
        Amount,
        item.debit(
            "Repayments of long-term borrowings (IFRS)",
            "長期借入金の返済による支出（ＩＦＲＳ）",
            name="RepaymentsOfLongTermBorrowingsFinCFIFRS",
        ),
    ] = None
    issuance_of_bonds: Is[
        Amount,
        item.debit(
            "Proceeds from issuance of bonds (IFRS)",
            "社債の発行による収入（ＩＦＲＳ）",
            name="ProceedsFromIssuanceOfBondsFinCFIFRS",
        ),
    ] = None
    redemption_of_bonds: Is[
        Amount,
        item.debit("Redemption of bonds (IFRS)", "社債の償還による支出（ＩＦＲＳ）", name="RedemptionOfBondsFinCFIFRS"),
    ] = None
    repayments_of_lease_liabilities: Is[
        Amount,
        item.debit(
            "Repayments of lease liabilities",
            "リース負債の返済による支出",
            name="RepaymentsOfLeaseLiabilitiesFinCFIFRS",
        ),
    ] = None
    purchase_of_treasury_shares: Is[
        Amount,
        item.debit(
            "Purchase of treasury shares (cash flows) (IFRS)",
            "自己株式の取得による支出（ＩＦＲＳ）",
            name="PaymentsForPurchaseOfTreasurySharesFinCFIFRS",
        ),
    ] = None
    dividends_paid: Is[
        Amount,
        item.debit(
            "Dividends paid to owners of the parent",
            "親会社の所有者への配当金の支払額",
            name="DividendsPaidToOwnersOfParentFinCFIFRS",
        ),
    ] = None
    dividends_paid_to_non_controlling_interests: Is[
        Amount,
        item.debit(
            "Dividends paid to non-controlling interests",
            "非支配持分への配当金の支払額",
            name="DividendsPaidToNonControllingInterestsFinCFIFRS",
        ),
    ] = None
    other: Is[
        Amount, item.debit("Other financing cash flows", "その他の財務活動", name="OtherFinCFIFRS", edinet=False)
    ] = None
    total: Is[
        Amount,
        item.debit(
            "Net cash provided by (used in) financing activities",
            "財務活動によるキャッシュ・フロー",
            name="NetCashProvidedByUsedInFinancingActivitiesIFRS",
            total=True,
        ),
    ] = None


@item.part(
    "Cash and cash equivalents at the beginning (IFRS)",
    "現金及び現金同等物の期首残高（ＩＦＲＳ）",
    prefix="",
    edinet="jpigp_cor",
    instant=True,
)
@frozen(kw_only=True)
class IfrsOpeningCash(Part):
    """Cash and cash equivalents when the period began."""

    amount: Is[Amount, item.same(IfrsCurrentAssets, "cash_and_cash_equivalents"), Measure.CASH] = None


@item.part(
    "Consolidated statement of cash flows (IFRS)", "連結キャッシュ・フロー計算書（ＩＦＲＳ）", prefix="IfrsCashFlows", edinet="jpigp_cor", role=True, file=True, ref=(item.act("444"), item.accounting_ifrs("120")),
)  # fmt: skip
@frozen(kw_only=True)
class IfrsCashFlows(Part):
    """Consolidated statement of cash flows."""

    title: Is[
        Text | None,
        item.words(
            "Title of the consolidated statement of cash flows (IFRS)", "連結キャッシュ・フロー計算書（ＩＦＲＳ）の表題"
        ),
    ] = None
    heading: Is[
        Text | None,
        item.words(
            "Date or period of the consolidated statement of cash flows (IFRS) as printed",
            "連結キャッシュ・フロー計算書（ＩＦＲＳ）の日付又は期間の記載",
        ),
    ] = None
    unit_note: Is[
        Text | None,
        item.words(
            "Unit of the consolidated statement of cash flows (IFRS) as printed",
            "連結キャッシュ・フロー計算書（ＩＦＲＳ）の単位の記載",
        ),
    ] = None
    operating: IfrsOperatingCashFlows | None = None
    investing: IfrsInvestingCashFlows | None = None
    financing: IfrsFinancingCashFlows | None = None
    exchange_effect: Is[
        Amount,
        item.debit(
            "Effect of exchange rate changes on cash and cash equivalents",
            "現金及び現金同等物に係る換算差額",
            name="EffectOfExchangeRateChangesOnCashAndCashEquivalentsIFRS",
        ),
    ] = None
    net_increase: Is[
        Amount,
        item.debit(
            "Net increase (decrease) in cash and cash equivalents",
            "現金及び現金同等物の増減額",
            name="NetIncreaseDecreaseInCashAndCashEquivalentsIFRS",
            total=("operating.total", "investing.total", "financing.total", "exchange_effect"),
        ),
    ] = None
    opening: Is[IfrsOpeningCash | None, item.At.OPENING] = None
    closing: Is[
        Amount,
        item.debit(
            "Cash and cash equivalents at the end of the period",
            "現金及び現金同等物の期末残高",
            name="CashAndCashEquivalentsAtEndOfPeriodIFRS",
            edinet=False,
            instant=True,
        ),
        Measure.CASH,
        forward("opening.amount", "net_increase"),
    ] = None
