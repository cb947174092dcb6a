"""Statement of cash flows under Japanese GAAP (キャッシュ・フロー計算書): direct or indirect method."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import forward
from filingexport.model.part import Part
from filingexport.model.values import Amount, Text


@item.part("Cash flows from operating activities", "営業活動によるキャッシュ・フロー", prefix="", edinet="jppfs_cor")
@frozen(kw_only=True)
class OperatingCashFlows(Part):
    """Receipts are positive, payments negative."""

    income_before_income_taxes: Is[
        Amount,
        item.debit(
            "Profit before income taxes (cash flows)",
            "税引前当期純利益（キャッシュ・フロー計算書）",
            name="IncomeBeforeIncomeTaxesOpeCF",
            edinet=False,
        ),
    ] = None
    operating_revenue_received: Is[
        Amount, item.debit("Operating revenue received", "営業収入", name="OperatingIncomeOpeCF", doc="Direct method.")
    ] = None
    payments_for_raw_materials_and_goods: Is[
        Amount,
        item.debit(
            "Payments for raw materials and goods",
            "原材料又は商品の仕入れによる支出",
            name="PaymentsForRawMaterialsAndGoodsOpeCF",
            doc="Direct method.",
        ),
    ] = None
    payments_for_payroll: Is[
        Amount,
        item.debit(
            "Payments of personnel expenses", "人件費の支出", name="PaymentsForPayrollOpeCF", doc="Direct method."
        ),
    ] = None
    payments_for_other_operating_activity: Is[
        Amount,
        item.debit(
            "Payments for other operating activities",
            "その他の営業支出",
            name="PaymentsForOtherOperatingActivityOpeCF",
            doc="Direct method.",
        ),
    ] = None
    depreciation_and_amortization: Is[
        Amount,
        item.debit(
            "Depreciation (cash flows)",
            "減価償却費（キャッシュ・フロー計算書）",
            name="DepreciationAndAmortizationOpeCF",
        ),
    ] = None
    impairment_loss: Is[
        Amount,
        item.debit(
            "Impairment losses (cash flows)", "減損損失（キャッシュ・フロー計算書）", name="ImpairmentLossOpeCF"
        ),
    ] = None
    amortization_of_goodwill: Is[
        Amount,
        item.debit(
            "Amortization of goodwill (cash flows)",
            "のれん償却額（キャッシュ・フロー計算書）",
            name="AmortizationOfGoodwillOpeCF",
        ),
    ] = None
    share_based_compensation_expenses: Is[
        Amount,
        item.debit(
            "Share-based payment expenses (cash flows)",
            "株式報酬費用（キャッシュ・フロー計算書）",
            name="ShareBasedCompensationExpensesOpeCF",
        ),
    ] = None
    increase_decrease_in_allowance_for_doubtful_accounts: Is[
        Amount,
        item.debit(
            "Increase (decrease) in allowance for doubtful accounts",
            "貸倒引当金の増減額（△は減少）",
            name="IncreaseDecreaseInAllowanceForDoubtfulAccountsOpeCF",
        ),
    ] = None
    increase_decrease_in_provision_for_bonuses: Is[
        Amount,
        item.debit(
            "Increase (decrease) in provision for bonuses",
            "賞与引当金の増減額（△は減少）",
            name="IncreaseDecreaseInProvisionForBonusesOpeCF",
        ),
    ] = None
    increase_decrease_in_provision_for_directors_bonuses: Is[
        Amount,
        item.debit(
            "Increase (decrease) in provision for bonuses for directors",
            "役員賞与引当金の増減額（△は減少）",
            name="IncreaseDecreaseInProvisionForDirectorsBonusesOpeCF",
        ),
    ] = None
    increase_decrease_in_net_defined_benefit_liability: Is[
        Amount,
        item.debit(
            "Increase (decrease) in retirement benefit liability",
            "退職給付に係る負債の増減額（△は減少）",
            name="IncreaseDecreaseInNetDefinedBenefitLiabilityOpeCF",
        ),
    ] = None
    increase_decrease_in_provision_for_product_warranties: Is[
        Amount,
        item.debit(
            "Increase (decrease) in provision for product warranties",
            "製品保証引当金の増減額（△は減少）",
            name="IncreaseDecreaseInProvisionForProductWarrantiesOpeCF",
        ),
    ] = None
    interest_and_dividends_income: Is[
        Amount,
        item.debit(
            "Interest and dividend income (cash flows)",
            "受取利息及び受取配当金",
            name="InterestAndDividendsIncomeOpeCF",
        ),
    ] = None
    interest_expenses: Is[
        Amount,
        item.debit(
            "Interest expenses (cash flows)", "支払利息（キャッシュ・フロー計算書）", name="InterestExpensesOpeCF"
        ),
    ] = None
    foreign_exchange_losses_gains: Is[
        Amount,
        item.debit("Foreign exchange losses (gains)", "為替差損益（△は益）", name="ForeignExchangeLossesGainsOpeCF"),
    ] = None
    equity_in_earnings_losses_of_affiliates: Is[
        Amount,
        item.debit(
            "Share of loss (profit) of entities accounted for using equity method",
            "持分法による投資損益（△は益）",
            name="EquityInEarningsLossesOfAffiliatesOpeCF",
        ),
    ] = None
    loss_gain_on_sales_of_property_plant_and_equipment: Is[
        Amount,
        item.debit(
            "Loss (gain) on sale of property, plant and equipment",
            "有形固定資産売却損益（△は益）",
            name="LossGainOnSalesOfPropertyPlantAndEquipmentOpeCF",
        ),
    ] = None
    loss_gain_on_sales_of_noncurrent_assets: Is[
        Amount,
        item.debit(
            "Loss (gain) on sale of non-current assets",
            "固定資産売却損益（△は益）",
            name="LossGainOnSalesOfNoncurrentAssetsOpeCF",
        ),
    ] = None
    loss_on_retirement_of_noncurrent_assets: Is[
        Amount,
        item.debit(
            "Loss on retirement of non-current assets (cash flows)",
            "固定資産除却損（キャッシュ・フロー計算書）",
            name="LossOnRetirementOfNoncurrentAssetsOpeCF",
        ),
    ] = None
    loss_gain_on_sales_of_investment_securities: Is[
        Amount,
        item.debit(
            "Loss (gain) on sale of investment securities",
            "投資有価証券売却損益（△は益）",
            name="LossGainOnSalesOfInvestmentSecuritiesOpeCF",
        ),
    ] = None
    loss_gain_on_valuation_of_investment_securities: Is[
        Amount,
        item.debit(
            "Loss (gain) on valuation of investment securities",
            "投資有価証券評価損益（△は益）",
            name="LossGainOnValuationOfInvestmentSecuritiesOpeCF",
        ),
    ] = None
    subsidy_income: Is[
        Amount,
        item.debit("Subsidy income (cash flows)", "補助金収入（キャッシュ・フロー計算書）", name="SubsidyIncomeOpeCF"),
    ] = None
    decrease_increase_in_notes_and_accounts_receivable_trade: Is[
        Amount,
        item.debit(
            "Decrease (increase) in trade receivables",
            "売上債権の増減額（△は増加）",
            name="DecreaseIncreaseInNotesAndAccountsReceivableTradeOpeCF",
        ),
    ] = None
    decrease_increase_in_inventories: Is[
        Amount,
        item.debit(
            "Decrease (increase) in inventories",
            "棚卸資産の増減額（△は増加）",
            name="DecreaseIncreaseInInventoriesOpeCF",
        ),
    ] = None
    increase_decrease_in_notes_and_accounts_payable_trade: Is[
        Amount,
        item.debit(
            "Increase (decrease) in trade payables",
            "仕入債務の増減額（△は減少）",
            name="IncreaseDecreaseInNotesAndAccountsPayableTradeOpeCF",
        ),
    ] = None
    other: Is[
        Amount,
        item.debit(
            "Other, net (operating, above the subtotal)",
            "その他（営業活動、小計前）",
            name="OtherNetOpeCF",
        ),
    ] = None
    subtotal: Is[
        Amount,
        item.debit(
            "Subtotal of operating cash flows",
            "小計（営業活動によるキャッシュ・フロー）",
            terse=("Subtotal", "小計"),
            name="SubtotalOpeCF",
            total=(
                "income_before_income_taxes",
                "operating_revenue_received",
                "payments_for_raw_materials_and_goods",
                "payments_for_payroll",
                "payments_for_other_operating_activity",
                "depreciation_and_amortization",
                "impairment_loss",
                "amortization_of_goodwill",
                "share_based_compensation_expenses",
                "increase_decrease_in_allowance_for_doubtful_accounts",
                "increase_decrease_in_provision_for_bonuses",
                "increase_decrease_in_provision_for_directors_bonuses",
                "increase_decrease_in_net_defined_benefit_liability",
                "increase_decrease_in_provision_for_product_warranties",
                "interest_and_dividends_income",
                "interest_expenses",
                "foreign_exchange_losses_gains",
                "equity_in_earnings_losses_of_affiliates",
                "loss_gain_on_sales_of_property_plant_and_equipment",
                "loss_gain_on_sales_of_noncurrent_assets",
                "loss_on_retirement_of_noncurrent_assets",
                "loss_gain_on_sales_of_investment_securities",
                "loss_gain_on_valuation_of_investment_securities",
                "subsidy_income",
                "decrease_increase_in_notes_and_accounts_receivable_trade",
                "decrease_increase_in_inventories",
                "increase_decrease_in_notes_and_accounts_payable_trade",
                "other",
            ),
        ),
    ] = None
    interest_and_dividends_received: Is[
        Amount,
        item.debit(
            "Interest and dividends received",
            "利息及び配当金の受取額",
            name="InterestAndDividendsIncomeReceivedOpeCFInvCF",
        ),
    ] = None
    interest_paid: Is[Amount, item.debit("Interest paid", "利息の支払額", name="InterestExpensesPaidOpeCFFinCF")] = None
    income_taxes_paid: Is[Amount, item.debit("Income taxes paid", "法人税等の支払額", name="IncomeTaxesPaidOpeCF")] = (
        None
    )
    income_taxes_refunded: Is[
        Amount, item.debit("Income taxes refunded", "法人税等の還付額", name="IncomeTaxesRefundOpeCF")
    ] = None
    other_below_subtotal: Is[
        Amount,
        item.debit(
            "Other, net (operating, below the subtotal)",
            "その他（営業活動、小計後）",
            name="OtherNetOpeCFSubtotal",
        ),
    ] = None
    total: Is[
        Amount,
        item.debit(
            "Net cash provided by (used in) operating activities",
            "営業活動によるキャッシュ・フロー計",
            name="NetCashProvidedByUsedInOperatingActivities",
            total=(
                "subtotal",
                "interest_and_dividends_received",
                "interest_paid",
                "income_taxes_paid",
                "income_taxes_refunded",
                "other_below_subtotal",
            ),
        ),
    ] = None


@item.part("Cash flows from investing activities", "投資活動によるキャッシュ・フロー", prefix="", edinet="jppfs_cor")
@frozen(kw_only=True)
class InvestingCashFlows(Part):
    """Receipts are positive, payments negative."""

    payments_into_time_deposits: Is[
        Amount,
        item.debit("Payments into time deposits", "定期預金の預入による支出", name="PaymentsIntoTimeDepositsInvCF"),
    ] = None
    proceeds_from_withdrawal_of_time_deposits: Is[
        Amount,
        item.debit(
            "Proceeds from withdrawal of time deposits",
            "定期預金の払戻による収入",
            name="ProceedsFromWithdrawalOfTimeDepositsInvCF",
        ),
    ] = None
    purchase_of_property_plant_and_equipment: Is[
        Amount,
        item.debit(
            "Purchase of property, plant and equipment",
            "有形固定資産の取得による支出",
            name="PurchaseOfPropertyPlantAndEquipmentInvCF",
        ),
    ] = None
    proceeds_from_sales_of_property_plant_and_equipment: Is[
        Amount,
        item.debit(
            "Proceeds from sale of property, plant and equipment",
            "有形固定資産の売却による収入",
            name="ProceedsFromSalesOfPropertyPlantAndEquipmentInvCF",
        ),
    ] = None
    purchase_of_intangible_assets: Is[
        Amount,
        item.debit(
            "Purchase of intangible assets", "無形固定資産の取得による支出", name="PurchaseOfIntangibleAssetsInvCF"
        ),
    ] = None
    purchase_of_investment_securities: Is[
        Amount,
        item.debit(
            "Purchase of investment securities",
            "投資有価証券の取得による支出",
            name="PurchaseOfInvestmentSecuritiesInvCF",
        ),
    ] = None
    proceeds_from_sales_of_investment_securities: Is[
        Amount,
        item.debit(
            "Proceeds from sale of investment securities",
            "投資有価証券の売却による収入",
            name="ProceedsFromSalesOfInvestmentSecuritiesInvCF",
        ),
    ] = None
    payments_of_loans_receivable: Is[
        Amount, item.debit("Loan advances", "貸付けによる支出", name="PaymentsOfLoansReceivableInvCF")
    ] = None
    collection_of_loans_receivable: Is[
        Amount,
        item.debit(
            "Proceeds from collection of loans receivable",
            "貸付金の回収による収入",
            name="CollectionOfLoansReceivableInvCF",
        ),
    ] = None
    other: Is[Amount, item.debit("Other, net (investing)", "その他（投資活動）", name="OtherNetInvCF")] = None
    total: Is[
        Amount,
        item.debit(
            "Net cash provided by (used in) investing activities",
            "投資活動によるキャッシュ・フロー計",
            name="NetCashProvidedByUsedInInvestmentActivities",
            total=True,
        ),
    ] = None


@item.part("Cash flows from financing activities", "財務活動によるキャッシュ・フロー", prefix="", edinet="jppfs_cor")
@frozen(kw_only=True)
class FinancingCashFlows(Part):
    """Receipts are positive, payments negative."""

    net_increase_decrease_in_short_term_loans_payable: Is[
        Amount,
        item.debit(
            "Net increase (decrease) in short-term borrowings",
            "短期借入金の純増減額（△は減少）",
            name="NetIncreaseDecreaseInShortTermLoansPayableFinCF",
        ),
    ] = None
    proceeds_from_long_term_loans_payable: Is[
        Amount,
        item.debit(
            "Proceeds from long-term borrowings", "長期借入れによる収入", name="ProceedsFromLongTermLoansPayableFinCF"
        ),
    ] = None
    repayment_of_long_term_loans_payable: Is[
        Amount,
        item.debit(
            "Repayments of long-term borrowings",
            "長期借入金の返済による支出",
            name="RepaymentOfLongTermLoansPayableFinCF",
        ),
    ] = None
    proceeds_from_issuance_of_bonds: Is[
        Amount,
        item.debit("Proceeds from issuance of bonds", "社債の発行による収入", name="ProceedsFromIssuanceOfBondsFinCF"),
    ] = None
    redemption_of_bonds: Is[
        Amount, item.debit("Redemption of bonds", "社債の償還による支出", name="RedemptionOfBondsFinCF")
    ] = None
    repayments_of_lease_obligations: Is[
        Amount,
        item.debit(
            "Repayments of finance lease liabilities",
            "ファイナンス・リース債務の返済による支出",
            name="RepaymentsOfFinanceLeaseObligationsFinCF",
        ),
    ] = None
    proceeds_from_issuance_of_common_stock: Is[
        Amount,
        item.debit(
            "Proceeds from issuance of shares", "株式の発行による収入", name="ProceedsFromIssuanceOfCommonStockFinCF"
        ),
    ] = None
    purchase_of_treasury_stock: Is[
        Amount,
        item.debit(
            "Purchase of treasury shares (cash flows)", "自己株式の取得による支出", name="PurchaseOfTreasuryStockFinCF"
        ),
    ] = None
    cash_dividends_paid: Is[Amount, item.debit("Dividends paid", "配当金の支払額", name="CashDividendsPaidFinCF")] = (
        None
    )
    other: Is[Amount, item.debit("Other, net (financing)", "その他（財務活動）", name="OtherNetFinCF")] = None
    total: Is[
        Amount,
        item.debit(
            "Net cash provided by (used in) financing activities",
            "財務活動によるキャッシュ・フロー計",
            name="NetCashProvidedByUsedInFinancingActivities",
            total=True,
        ),
    ] = None


_CASH = item.debit(
    "Cash and cash equivalents (cash flows)",
    "現金及び現金同等物の残高",
    name="CashAndCashEquivalentsBalance",
    instant=True,
    edinet="jppfs_cor:CashAndCashEquivalents",
)


@item.part("Cash and cash equivalents at the beginning", "現金及び現金同等物の期首残高", prefix="", instant=True)
@frozen(kw_only=True)
class OpeningCash(Part):
    """Cash and cash equivalents when the period began."""

    amount: Is[Amount, _CASH] = None


@item.part(
    "Statement of cash flows",
    "連結キャッシュ・フロー計算書",
    prefix="CashFlowStatement",
    role=True,
    file=True,
    edinet="jppfs_cor",
)
@frozen(kw_only=True)
class CashFlows(Part):
    """Statement of cash flows; the Companies Act does not require it, many notices have it."""

    title: Is[Text | None, item.words("Title of the statement of cash flows", "連結キャッシュ・フロー計算書の表題")] = (
        None
    )
    heading: Is[
        Text | None,
        item.words("Period of the statement of cash flows as printed", "連結キャッシュ・フロー計算書の期間の記載"),
    ] = None
    unit_note: Is[
        Text | None,
        item.words("Unit of the statement of cash flows as printed", "連結キャッシュ・フロー計算書の単位の記載"),
    ] = None
    operating: OperatingCashFlows | None = None
    investing: InvestingCashFlows | None = None
    financing: FinancingCashFlows | None = None
    exchange_effect: Is[
        Amount,
        item.debit(
            "Effect of exchange rate change on cash and cash equivalents",
            "現金及び現金同等物に係る換算差額（ＪＧＡＡＰ）",
            name="EffectOfExchangeRateChangeOnCashAndCashEquivalents",
        ),
    ] = None
    net_increase: Is[
        Amount,
        item.debit(
            "Net increase (decrease) in cash and cash equivalents",
            "現金及び現金同等物の増減額（△は減少）",
            name="NetIncreaseDecreaseInCashAndCashEquivalents",
            total=("operating.total", "investing.total", "financing.total", "exchange_effect"),
        ),
    ] = None
    change_of_scope: Is[
        Amount,
        item.debit(
            "Change in cash from a change in scope of consolidation",
            "連結範囲の変更に伴う現金及び現金同等物の増減額",
            name="IncreaseDecreaseInCashAndCashEquivalentsResultingFromChangeOfScopeOfConsolidationCCE",
            memo=True,
        ),
    ] = None
    opening: Is[OpeningCash | None, item.At.OPENING] = None
    closing: Is[Amount, _CASH, forward("opening.amount", "net_increase", "change_of_scope")] = None
