"""Consolidated statement of cash flows under US GAAP (連結キャッシュ・フロー計算書); the Companies Act does not require it."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import forward
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Text


@item.part("Cash flows from operating activities (US GAAP)", "営業活動によるキャッシュ・フロー（米国基準）", prefix="")
@frozen(kw_only=True)
class UsGaapOperatingCashFlows(Part):
    """From the group's net income to cash; what adds to cash is positive."""

    net_income: Is[
        Amount,
        item.debit("Net income (cash flows)", "当期純利益（キャッシュ・フロー計算書）", name="NetIncomeOpeCFUSGAAP"),
    ] = None
    depreciation_and_amortization: Is[
        Amount, item.debit("Depreciation and amortization", "減価償却費", name="DepreciationAndAmortizationOpeCFUSGAAP")
    ] = None
    operating_lease_cost: Is[
        Amount,
        item.debit(
            "Amortization of operating lease right-of-use assets",
            "オペレーティング・リース使用権資産の償却",
            name="AmortizationOfOperatingLeaseRightOfUseAssetsOpeCFUSGAAP",
        ),
    ] = None
    impairment_losses: Is[
        Amount,
        item.debit(
            "Impairment losses on long-lived assets",
            "長期性資産の減損損失",
            name="ImpairmentLossesOnLongLivedAssetsOpeCFUSGAAP",
        ),
    ] = None
    goodwill_impairment_losses: Is[
        Amount,
        item.debit("Impairment losses on goodwill", "のれんの減損損失", name="ImpairmentLossesOnGoodwillOpeCFUSGAAP"),
    ] = None
    loss_on_disposal_of_property: Is[
        Amount,
        item.debit(
            "Loss (gain) on sale and disposal of property, plant and equipment",
            "固定資産売廃却損益",
            name="LossGainOnDisposalOfPropertyPlantAndEquipmentOpeCFUSGAAP",
        ),
    ] = None
    loss_on_investment_securities: Is[
        Amount,
        item.debit(
            "Loss (gain) on investment securities", "投資有価証券損益", name="LossGainOnInvestmentSecuritiesOpeCFUSGAAP"
        ),
    ] = None
    write_down_of_investments: Is[
        Amount, item.debit("Write-down of investments", "投資の評価損", name="WriteDownOfInvestmentsOpeCFUSGAAP")
    ] = None
    equity_in_net_loss: Is[
        Amount,
        item.debit(
            "Equity in net loss (income) of equity method investees",
            "持分法による投資損失（△利益）",
            name="EquityInNetLossIncomeOfEquityMethodInvesteesOpeCFUSGAAP",
        ),
    ] = None
    deferred_income_taxes: Is[
        Amount, item.debit("Deferred income taxes", "法人税等繰延税額", name="DeferredIncomeTaxesOpeCFUSGAAP")
    ] = None
    stock_based_compensation: Is[
        Amount, item.debit("Stock-based compensation", "株式報酬費用", name="StockBasedCompensationOpeCFUSGAAP")
    ] = None
    provision_for_doubtful_accounts: Is[
        Amount,
        item.debit(
            "Provision for doubtful accounts", "貸倒引当金繰入額", name="ProvisionForDoubtfulAccountsOpeCFUSGAAP"
        ),
    ] = None
    foreign_exchange_losses: Is[
        Amount,
        item.debit("Foreign exchange losses (gains)", "為替差損益", name="ForeignExchangeLossesGainsOpeCFUSGAAP"),
    ] = None
    trade_receivables: Is[
        Amount,
        item.debit(
            "Decrease (increase) in trade receivables",
            "売上債権の減少（△増加）",
            name="DecreaseIncreaseInTradeReceivablesOpeCFUSGAAP",
        ),
    ] = None
    finance_receivables: Is[
        Amount,
        item.debit(
            "Decrease (increase) in lease and finance receivables",
            "リース債権及び金融債権の減少（△増加）",
            name="DecreaseIncreaseInLeaseAndFinanceReceivablesOpeCFUSGAAP",
        ),
    ] = None
    inventories: Is[
        Amount,
        item.debit(
            "Decrease (increase) in inventories",
            "棚卸資産の減少（△増加）",
            name="DecreaseIncreaseInInventoriesOpeCFUSGAAP",
        ),
    ] = None
    prepaid_expenses: Is[
        Amount,
        item.debit(
            "Decrease (increase) in prepaid expenses and other current assets",
            "前払費用及びその他の流動資産の減少（△増加）",
            name="DecreaseIncreaseInPrepaidExpensesAndOtherCurrentAssetsOpeCFUSGAAP",
        ),
    ] = None
    trade_payables: Is[
        Amount,
        item.debit(
            "Increase (decrease) in trade payables",
            "買入債務の増加（△減少）",
            name="IncreaseDecreaseInTradePayablesOpeCFUSGAAP",
        ),
    ] = None
    accrued_income_taxes: Is[
        Amount,
        item.debit(
            "Increase (decrease) in accrued income taxes",
            "未払法人税等の増加（△減少）",
            name="IncreaseDecreaseInAccruedIncomeTaxesOpeCFUSGAAP",
        ),
    ] = None
    accrued_expenses: Is[
        Amount,
        item.debit(
            "Increase (decrease) in accrued expenses",
            "未払費用の増加（△減少）",
            name="IncreaseDecreaseInAccruedExpensesOpeCFUSGAAP",
        ),
    ] = None
    retirement_and_pension_costs: Is[
        Amount,
        item.debit(
            "Increase (decrease) in accrued retirement and pension costs",
            "未払退職及び年金費用の増加（△減少）",
            name="IncreaseDecreaseInAccruedRetirementAndPensionCostsOpeCFUSGAAP",
        ),
    ] = None
    other_liabilities: Is[
        Amount,
        item.debit(
            "Increase (decrease) in other current liabilities",
            "その他の流動負債の増加（△減少）",
            name="IncreaseDecreaseInOtherCurrentLiabilitiesOpeCFUSGAAP",
        ),
    ] = None
    other: Is[Amount, item.debit("Other, net (operating)", "その他（営業活動）", name="OtherNetOpeCFUSGAAP")] = None
    total: Is[
        Amount,
        item.debit(
            "Net cash provided by (used in) operating activities (US GAAP)",
            "営業活動によるキャッシュ・フロー計（米国基準）",
            name="NetCashProvidedByUsedInOperatingActivitiesUSGAAP",
            total=True,
        ),
    ] = None


@item.part("Cash flows from investing activities (US GAAP)", "投資活動によるキャッシュ・フロー（米国基準）", prefix="")
@frozen(kw_only=True)
class UsGaapInvestingCashFlows(Part):
    """Receipts are positive, payments negative."""

    purchase_of_property: Is[
        Amount,
        item.debit(
            "Purchases of property, plant and equipment",
            "有形固定資産の購入",
            name="PurchasesOfPropertyPlantAndEquipmentInvCFUSGAAP",
        ),
    ] = None
    sale_of_property: Is[
        Amount,
        item.debit(
            "Proceeds from sale of property, plant and equipment",
            "有形固定資産の売却",
            name="ProceedsFromSaleOfPropertyPlantAndEquipmentInvCFUSGAAP",
        ),
    ] = None
    purchase_of_software: Is[
        Amount,
        item.debit(
            "Purchases of software and other intangible assets",
            "ソフトウエア及びその他の無形資産の購入",
            name="PurchasesOfIntangibleAssetsInvCFUSGAAP",
        ),
    ] = None
    purchase_of_fixed_assets: Is[
        Amount,
        item.debit(
            "Purchases of fixed assets",
            "固定資産の購入",
            name="PurchasesOfFixedAssetsInvCFUSGAAP",
            doc="Tangible and intangible together, where they are not told apart.",
        ),
    ] = None
    sale_of_fixed_assets: Is[
        Amount,
        item.debit(
            "Proceeds from sale of fixed assets",
            "固定資産の売却",
            name="ProceedsFromSaleOfFixedAssetsInvCFUSGAAP",
            doc="Tangible and intangible together, where they are not told apart.",
        ),
    ] = None
    purchase_of_investments: Is[
        Amount,
        item.debit(
            "Purchases of investments and securities", "投資有価証券の購入", name="PurchasesOfInvestmentsInvCFUSGAAP"
        ),
    ] = None
    sale_of_investments: Is[
        Amount,
        item.debit(
            "Proceeds from sale and maturity of investments and securities",
            "投資有価証券の売却及び償還",
            name="ProceedsFromSaleAndMaturityOfInvestmentsInvCFUSGAAP",
        ),
    ] = None
    purchase_of_equity_method_investments: Is[
        Amount,
        item.debit(
            "Investments in and advances to equity method investees",
            "持分法適用関連会社への投資及び貸付",
            name="InvestmentsInAndAdvancesToEquityMethodInvesteesInvCFUSGAAP",
        ),
    ] = None
    time_deposits: Is[
        Amount,
        item.debit(
            "Decrease (increase) in time deposits",
            "定期預金の減少（△増加）",
            name="DecreaseIncreaseInTimeDepositsInvCFUSGAAP",
        ),
    ] = None
    short_term_investments: Is[
        Amount,
        item.debit(
            "Decrease (increase) in short-term investments",
            "短期投資の減少（△増加）",
            name="DecreaseIncreaseInShortTermInvestmentsInvCFUSGAAP",
        ),
    ] = None
    loans_receivable: Is[
        Amount,
        item.debit(
            "Collection (payment) of loans receivable",
            "貸付金の回収（△支払）",
            name="CollectionPaymentOfLoansReceivableInvCFUSGAAP",
        ),
    ] = None
    guarantee_deposits: Is[
        Amount,
        item.debit(
            "Refund (payment) of guarantee deposits",
            "敷金保証金の返還（△支払）",
            name="RefundPaymentOfGuaranteeDepositsInvCFUSGAAP",
        ),
    ] = None
    acquisition_of_businesses: Is[
        Amount,
        item.debit(
            "Acquisitions of businesses, net of cash acquired",
            "事業の買収（取得現金控除後）",
            name="AcquisitionsOfBusinessesNetOfCashAcquiredInvCFUSGAAP",
        ),
    ] = None
    sale_of_businesses: Is[
        Amount,
        item.debit(
            "Sales of businesses, net of cash disposed of",
            "事業の売却（譲渡現金控除後）",
            name="SalesOfBusinessesNetOfCashDisposedOfInvCFUSGAAP",
        ),
    ] = None
    other: Is[
        Amount,
        item.debit("Other, net (investing) (US GAAP)", "その他（投資活動）（米国基準）", name="OtherNetInvCFUSGAAP"),
    ] = None
    total: Is[
        Amount,
        item.debit(
            "Net cash provided by (used in) investing activities (US GAAP)",
            "投資活動によるキャッシュ・フロー計（米国基準）",
            name="NetCashProvidedByUsedInInvestingActivitiesUSGAAP",
            total=True,
        ),
    ] = None


@item.part("Cash flows from financing activities (US GAAP)", "財務活動によるキャッシュ・フロー（米国基準）", prefix="")
@frozen(kw_only=True)
class UsGaapFinancingCashFlows(Part):
    """Receipts are positive, payments negative."""

    long_term_debt_proceeds: Is[
        Amount,
        item.debit(
            "Proceeds from long-term debt", "長期借入債務による調達", name="ProceedsFromLongTermDebtFinCFUSGAAP"
        ),
    ] = None
    long_term_debt_repayments: Is[
        Amount,
        item.debit("Repayments of long-term debt", "長期借入債務の返済", name="RepaymentsOfLongTermDebtFinCFUSGAAP"),
    ] = None
    short_term_borrowings: Is[
        Amount,
        item.debit(
            "Increase (decrease) in short-term borrowings, net",
            "短期借入金の増減（純額）",
            name="IncreaseDecreaseInShortTermBorrowingsFinCFUSGAAP",
        ),
    ] = None
    lease_obligations: Is[
        Amount,
        item.debit(
            "Repayments of finance (capital) lease obligations",
            "ファイナンス（キャピタル）・リース債務の返済",
            name="RepaymentsOfFinanceLeaseObligationsFinCFUSGAAP",
        ),
    ] = None
    issuance_of_stock: Is[
        Amount,
        item.debit(
            "Proceeds from issuance of common stock",
            "普通株式の発行",
            name="ProceedsFromIssuanceOfCommonStockFinCFUSGAAP",
        ),
    ] = None
    treasury_stock: Is[
        Amount,
        item.debit(
            "Repurchases and reissuance of treasury stock",
            "自己株式の取得及び処分",
            name="RepurchasesAndReissuanceOfTreasuryStockFinCFUSGAAP",
        ),
    ] = None
    dividends_paid: Is[Amount, item.debit("Dividends paid", "配当金の支払", name="DividendsPaidFinCFUSGAAP")] = None
    dividends_paid_to_noncontrolling_interests: Is[
        Amount,
        item.debit(
            "Dividends paid to noncontrolling interests",
            "非支配持分への配当金の支払",
            name="DividendsPaidToNoncontrollingInterestsFinCFUSGAAP",
        ),
    ] = None
    transactions_with_noncontrolling_interests: Is[
        Amount,
        item.debit(
            "Purchases of and transactions with noncontrolling interests",
            "非支配持分の取得及び非支配持分との取引",
            name="TransactionsWithNoncontrollingInterestsFinCFUSGAAP",
        ),
    ] = None
    other: Is[
        Amount,
        item.debit("Other, net (financing) (US GAAP)", "その他（財務活動）（米国基準）", name="OtherNetFinCFUSGAAP"),
    ] = None
    total: Is[
        Amount,
        item.debit(
            "Net cash provided by (used in) financing activities (US GAAP)",
            "財務活動によるキャッシュ・フロー計（米国基準）",
            name="NetCashProvidedByUsedInFinancingActivitiesUSGAAP",
            total=True,
        ),
    ] = None


_CASH = item.debit(
    "Cash, cash equivalents and restricted cash (cash flows)",
    "現金、現金同等物及び制限付現金の残高",
    name="CashCashEquivalentsAndRestrictedCashUSGAAP",
    instant=True,
    doc="With restricted cash where there is any (ASC 230-10-45-4).",
)


@item.part(
    "Cash and cash equivalents at the beginning (US GAAP)",
    "現金及び現金同等物の期首残高（米国基準）",
    prefix="",
    instant=True,
)
@frozen(kw_only=True)
class UsGaapOpeningCash(Part):
    """Cash and cash equivalents when the period began."""

    amount: Is[Amount, _CASH] = None


@item.part(
    "Consolidated statement of cash flows (US GAAP)",
    "連結キャッシュ・フロー計算書（米国基準）",
    role=True,
    file=True,
    ref=(item.act("444"), item.accounting("120-3")),
)
@frozen(kw_only=True)
class UsGaapCashFlows(Part):
    """Consolidated statement of cash flows under US GAAP (ASC 230); what adds to cash is positive."""

    title: Is[
        Text | None,
        item.words(
            "Title of the consolidated statement of cash flows (US GAAP)",
            "連結キャッシュ・フロー計算書（米国基準）の表題",
        ),
    ] = None
    heading: Is[
        Text | None,
        item.words(
            "Period of the consolidated statement of cash flows (US GAAP) as printed",
            "連結キャッシュ・フロー計算書（米国基準）の期間の記載",
        ),
    ] = None
    unit_note: Is[
        Text | None,
        item.words(
            "Unit of the consolidated statement of cash flows (US GAAP) as printed",
            "連結キャッシュ・フロー計算書（米国基準）の単位の記載",
        ),
    ] = None
    operating: UsGaapOperatingCashFlows | None = None
    investing: UsGaapInvestingCashFlows | None = None
    financing: UsGaapFinancingCashFlows | None = None
    exchange_effect: Is[
        Amount,
        item.debit(
            "Effect of exchange rate changes on cash (US GAAP)",
            "為替変動の現金及び現金同等物への影響額（米国基準）",
            name="EffectOfExchangeRateChangesOnCashUSGAAP",
        ),
    ] = None
    net_increase: Is[
        Amount,
        item.debit(
            "Net increase (decrease) in cash (US GAAP)",
            "現金及び現金同等物の純増減額（米国基準）",
            name="NetIncreaseDecreaseInCashUSGAAP",
            total=("operating.total", "investing.total", "financing.total", "exchange_effect"),
        ),
    ] = None
    opening: Is[UsGaapOpeningCash | None, item.At.OPENING] = None
    closing: Is[Amount, _CASH, forward("opening.amount", "net_increase")] = None
    interest_paid: Is[
        Amount,
        item.debit(
            "Interest paid in the year (US GAAP)",
            "利息の支払額（米国基準）",
            name="InterestPaidSupplementalUSGAAP",
            memo=True,
            doc="Supplemental; positive for a payment.",
        ),
    ] = None
    income_taxes_paid: Is[
        Amount,
        item.debit(
            "Income taxes paid in the year (US GAAP)",
            "法人税等の支払額（米国基準）",
            name="IncomeTaxesPaidSupplementalUSGAAP",
            memo=True,
            doc="Supplemental; positive for a payment.",
        ),
    ] = None
    noncash_activities: Is[
        Prose,
        item.prose(
            "Noncash investing and financing activities (US GAAP)", "現金支出を伴わない投資及び財務活動（米国基準）"
        ),
    ] = None
