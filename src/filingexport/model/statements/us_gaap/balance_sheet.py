"""Consolidated balance sheet under US GAAP (連結貸借対照表); EDINET has no detailed taxonomy of it, so most names are ours."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import Equals, Measure
from filingexport.model.part import Part
from filingexport.model.statements.japan_gaap import balance_sheet as jgaap
from filingexport.model.values import Amount, Quantity, Text


@item.part("Current assets (US GAAP)", "流動資産（米国基準）", prefix="", instant=True)
@frozen(kw_only=True)
class UsGaapCurrentAssets(Part):
    """Current assets; the allowances named in captions are memo amounts, already deducted."""

    caption: Is[Text | None, item.words("Caption of current assets", "流動資産の表示", name="CurrentAssetsCaption")] = (
        None
    )
    cash_and_cash_equivalents: Is[
        Amount, item.debit("Cash and cash equivalents", "現金及び現金同等物"), Measure.CASH
    ] = None
    restricted_cash: Is[
        Amount,
        item.debit(
            "Restricted cash, current (US GAAP)", "制限付現金－流動（米国基準）", name="RestrictedCashCurrentUSGAAP"
        ),
    ] = None
    time_deposits: Is[
        Amount, item.debit("Time deposits (US GAAP)", "定期預金（米国基準）", name="TimeDepositsUSGAAP")
    ] = None
    short_term_investments: Is[Amount, item.debit("Short-term investments", "短期投資")] = None
    marketable_securities: Is[
        Amount,
        item.debit(
            "Marketable securities, current (US GAAP)",
            "有価証券－流動（米国基準）",
            name="MarketableSecuritiesCurrentUSGAAP",
        ),
    ] = None
    accounts_receivable_net: Is[
        Amount,
        item.debit(
            "Accounts receivable, net of allowance for doubtful accounts",
            "売掛金（純額）",
            name="AccountsReceivableNet",
        ),
    ] = None
    allowance_for_doubtful_accounts_receivable: Is[
        Amount,
        item.credit(
            "Allowance for doubtful accounts, accounts receivable",
            "売掛金に対する貸倒引当金",
            name="AllowanceForDoubtfulAccountsReceivable",
            memo=True,
        ),
    ] = None
    notes_and_accounts_receivable: Is[
        Amount,
        item.debit(
            "Trade notes and accounts receivable, net (US GAAP)",
            "受取手形及び売掛金（純額）（米国基準）",
            name="TradeNotesAndAccountsReceivableNetUSGAAP",
            doc="Where notes and accounts are not told apart.",
        ),
    ] = None
    contract_assets: Is[
        Amount,
        item.debit(
            "Contract assets, current (US GAAP)", "契約資産－流動（米国基準）", name="ContractAssetsCurrentUSGAAP"
        ),
    ] = None
    finance_receivables: Is[
        Amount,
        item.debit(
            "Lease and finance receivables, current (US GAAP)",
            "リース債権及び金融債権－流動（米国基準）",
            name="LeaseAndFinanceReceivablesCurrentUSGAAP",
        ),
    ] = None
    receivables_from_affiliates: Is[
        Amount,
        item.debit(
            "Receivables from affiliated companies (US GAAP)",
            "関連会社等に対する債権（米国基準）",
            name="ReceivablesFromAffiliatedCompaniesUSGAAP",
        ),
    ] = None
    inventories: Is[Amount, item.same(jgaap.CurrentAssets, "inventories")] = None
    prepaid_expenses: Is[Amount, item.same(jgaap.CurrentAssets, "prepaid_expenses")] = None
    deferred_tax_assets: Is[
        Amount, item.debit("Deferred tax assets - current", "繰延税金資産－流動", name="DeferredTaxAssetsCurrentUSGAAP")
    ] = None
    assets_held_for_sale: Is[
        Amount,
        item.debit(
            "Assets held for sale, current (US GAAP)",
            "売却目的保有資産－流動（米国基準）",
            name="AssetsHeldForSaleCurrentUSGAAP",
        ),
    ] = None
    prepaid_expenses_and_other: Is[
        Amount,
        item.debit(
            "Prepaid expenses and other current assets (US GAAP)",
            "前払費用及びその他の流動資産（米国基準）",
            name="PrepaidExpensesAndOtherCurrentAssetsUSGAAP",
            doc="Where they are not told apart.",
        ),
    ] = None
    other_current_assets_net: Is[
        Amount,
        item.debit(
            "Other current assets, net of allowance for doubtful accounts",
            "その他の流動資産（純額）",
            name="OtherCurrentAssetsNet",
        ),
    ] = None
    allowance_other_current_assets: Is[
        Amount,
        item.credit(
            "Allowance for doubtful accounts, other current assets",
            "その他の流動資産に対する貸倒引当金",
            name="AllowanceForDoubtfulAccountsOtherCurrentAssets",
            memo=True,
        ),
    ] = None
    total: Is[Amount, item.debit("Total current assets", "流動資産合計", name="CurrentAssetsUSGAAP", total=True)] = None


@item.part("Investments and advances (US GAAP)", "投資及び貸付金（米国基準）", prefix="", instant=True)
@frozen(kw_only=True)
class UsGaapInvestments(Part):
    """Investments and advances that are not current."""

    equity_method_investees: Is[
        Amount,
        item.debit(
            "Investments in and advances to equity method investees, net of loan loss valuation allowance",
            "持分法適用関連会社に対する投資及び貸付金（純額）",
            name="InvestmentsInAndAdvancesToEquityMethodInvestees",
        ),
    ] = None
    loan_loss_valuation_allowance: Is[
        Amount,
        item.credit(
            "Loan loss valuation allowance, equity method investees",
            "持分法適用関連会社貸付金に対する貸倒引当金",
            name="LoanLossValuationAllowanceEquityMethodInvestees",
            memo=True,
        ),
    ] = None
    investment_securities: Is[
        Amount,
        item.debit("Investment securities (US GAAP)", "投資有価証券（米国基準）", name="InvestmentSecuritiesUSGAAP"),
    ] = None
    finance_receivables: Is[
        Amount,
        item.debit(
            "Lease and finance receivables, noncurrent (US GAAP)",
            "リース債権及び金融債権－固定（米国基準）",
            name="LeaseAndFinanceReceivablesNoncurrentUSGAAP",
        ),
    ] = None
    receivables: Is[
        Amount,
        item.debit(
            "Trade receivables, noncurrent (US GAAP)",
            "売上債権－固定（米国基準）",
            name="TradeReceivablesNoncurrentUSGAAP",
        ),
    ] = None
    other: Is[Amount, item.debit("Other investments", "その他投資", name="OtherInvestmentsUSGAAP")] = None
    total: Is[
        Amount,
        item.debit(
            "Total investments and advances (US GAAP)",
            "投資及び貸付金合計（米国基準）",
            name="InvestmentsAndAdvancesUSGAAP",
            total=True,
        ),
    ] = None


@item.part("Property, plant and equipment (US GAAP)", "有形固定資産（米国基準）", prefix="", instant=True)
@frozen(kw_only=True)
class UsGaapPropertyAndEquipment(Part):
    """Property, plant and equipment by kind at cost, less accumulated depreciation."""

    land: Is[Amount, item.debit("Land (US GAAP)", "土地（米国基準）", name="LandUSGAAP")] = None
    buildings: Is[
        Amount,
        item.debit(
            "Buildings and structures at cost (US GAAP)",
            "建物及び構築物（米国基準）",
            name="BuildingsAndStructuresUSGAAP",
        ),
    ] = None
    machinery: Is[
        Amount,
        item.debit(
            "Machinery and equipment at cost (US GAAP)",
            "機械装置及びその他の有形固定資産（米国基準）",
            name="MachineryAndEquipmentUSGAAP",
        ),
    ] = None
    leased_assets: Is[
        Amount,
        item.debit(
            "Assets leased to others at cost (US GAAP)", "賃貸用資産（米国基準）", name="AssetsLeasedToOthersUSGAAP"
        ),
    ] = None
    construction_in_progress: Is[
        Amount,
        item.debit("Construction in progress (US GAAP)", "建設仮勘定（米国基準）", name="ConstructionInProgressUSGAAP"),
    ] = None
    accumulated_depreciation: Is[
        Amount,
        item.debit(
            "Less accumulated depreciation (US GAAP)",
            "減価償却累計額（控除）（米国基準）",
            name="LessAccumulatedDepreciationUSGAAP",
            doc="Negative, as printed.",
        ),
    ] = None
    total: Is[
        Amount,
        item.debit(
            "Property and equipment, net of accumulated depreciation",
            "有形固定資産（純額）",
            name="PropertyAndEquipmentNet",
            total=True,
        ),
    ] = None


@item.part("Assets (US GAAP)", "資産（米国基準）", prefix="", instant=True)
@frozen(kw_only=True)
class UsGaapAssets(Part):
    """The assets side, in the order of the statement."""

    caption: Is[Text | None, item.words("Caption of assets", "資産の部の表示", name="AssetsCaption")] = None
    current_assets: UsGaapCurrentAssets | None = None
    investments: UsGaapInvestments | None = None
    property_and_equipment: UsGaapPropertyAndEquipment | None = None
    right_of_use_assets: Is[
        Amount,
        item.debit(
            "Operating lease right-of-use assets (US GAAP)",
            "オペレーティング・リース使用権資産（米国基準）",
            name="OperatingLeaseRightOfUseAssetsUSGAAP",
        ),
    ] = None
    goodwill: Is[Amount, item.debit("Goodwill (US GAAP)", "のれん（米国基準）", name="GoodwillUSGAAP")] = None
    intangible_assets_net: Is[
        Amount,
        item.debit(
            "Intangible assets, net of accumulated amortization",
            "無形固定資産（純額）",
            name="IntangibleAssetsNet",
            doc="Without goodwill where that is told apart.",
        ),
    ] = None
    guarantee_deposits: Is[Amount, item.same(jgaap.InvestmentsAndOtherAssets, "guarantee_deposits")] = None
    prepaid_pension_costs: Is[
        Amount,
        item.debit("Prepaid pension costs (US GAAP)", "前払年金費用（米国基準）", name="PrepaidPensionCostsUSGAAP"),
    ] = None
    deferred_tax_assets: Is[
        Amount,
        item.debit(
            "Deferred tax assets - noncurrent",
            "繰延税金資産－固定",
            name="DeferredTaxAssetsNoncurrentUSGAAP",
            doc="All of them in statements of today (ASU 2015-17).",
        ),
    ] = None
    other_assets_net: Is[
        Amount,
        item.debit("Other assets, net of allowance for doubtful accounts", "その他資産（純額）", name="OtherAssetsNet"),
    ] = None
    allowance_other_assets: Is[
        Amount,
        item.credit(
            "Allowance for doubtful accounts, other assets",
            "その他資産に対する貸倒引当金",
            name="AllowanceForDoubtfulAccountsOtherAssets",
            memo=True,
        ),
    ] = None
    total: Is[
        Amount,
        item.debit(
            "Total assets (US GAAP)",
            "資産合計（米国基準）",
            name="AssetsUSGAAP",
            total=(
                "current_assets.total",
                "investments.equity_method_investees",
                "investments.investment_securities",
                "investments.finance_receivables",
                "investments.receivables",
                "investments.other",
                "property_and_equipment.total",
                "right_of_use_assets",
                "goodwill",
                "intangible_assets_net",
                "guarantee_deposits",
                "prepaid_pension_costs",
                "deferred_tax_assets",
                "other_assets_net",
            ),
        ),
        Measure.TOTAL_ASSETS,
    ] = None


@item.part("Current liabilities (US GAAP)", "流動負債（米国基準）", prefix="", instant=True)
@frozen(kw_only=True)
class UsGaapCurrentLiabilities(Part):
    """Current liabilities."""

    caption: Is[
        Text | None, item.words("Caption of current liabilities", "流動負債の表示", name="CurrentLiabilitiesCaption")
    ] = None
    short_term_borrowings: Is[
        Amount, item.credit("Short-term borrowings", "短期借入金", name="ShortTermBorrowingsUSGAAP")
    ] = None
    current_portion_of_long_term_debt: Is[
        Amount,
        item.credit(
            "Current portion of long-term debt (US GAAP)",
            "一年以内返済予定の長期借入債務（米国基準）",
            name="CurrentPortionOfLongTermDebtUSGAAP",
        ),
    ] = None
    short_term_debt_and_current_portion: Is[
        Amount,
        item.credit(
            "Short-term loans and current portion of long-term debt (US GAAP)",
            "短期借入金及び一年以内返済予定の長期債務（米国基準）",
            name="ShortTermLoansAndCurrentPortionOfLongTermDebtUSGAAP",
            doc="Where they are not told apart.",
        ),
    ] = None
    capital_lease_obligations_current: Is[
        Amount,
        item.credit(
            "Capital lease obligations - current portion",
            "１年以内返済予定のリース債務",
            name="CapitalLeaseObligationsCurrent",
            doc="Finance lease obligations in statements of today (ASC 842).",
        ),
    ] = None
    operating_lease_liabilities_current: Is[
        Amount,
        item.credit(
            "Operating lease liabilities, current (US GAAP)",
            "オペレーティング・リース負債－流動（米国基準）",
            name="OperatingLeaseLiabilitiesCurrentUSGAAP",
        ),
    ] = None
    accounts_payable: Is[Amount, item.credit("Accounts payable", "買掛金及び未払金", name="AccountsPayableUSGAAP")] = (
        None
    )
    trade_payables: Is[
        Amount,
        item.credit(
            "Trade notes and accounts payable (US GAAP)",
            "支払手形及び買掛金（米国基準）",
            name="TradeNotesAndAccountsPayableUSGAAP",
        ),
    ] = None
    payables_to_affiliates: Is[
        Amount,
        item.credit(
            "Payables to affiliated companies (US GAAP)",
            "関連会社等に対する債務（米国基準）",
            name="PayablesToAffiliatedCompaniesUSGAAP",
        ),
    ] = None
    contract_liabilities: Is[
        Amount,
        item.credit(
            "Contract liabilities, current (US GAAP)",
            "契約負債－流動（米国基準）",
            name="ContractLiabilitiesCurrentUSGAAP",
        ),
    ] = None
    income_taxes_payable: Is[
        Amount,
        item.credit("Accrued income taxes (US GAAP)", "未払法人税等（米国基準）", name="AccruedIncomeTaxesUSGAAP"),
    ] = None
    accrued_expenses: Is[Amount, item.same(jgaap.CurrentLiabilities, "accrued_expenses")] = None
    accrued_retirement_and_pension_costs: Is[
        Amount,
        item.credit(
            "Accrued retirement and pension costs - current",
            "未払退職年金費用－流動",
            name="AccruedRetirementAndPensionCostsCurrent",
        ),
    ] = None
    liabilities_held_for_sale: Is[
        Amount,
        item.credit(
            "Liabilities held for sale, current (US GAAP)",
            "売却目的保有負債－流動（米国基準）",
            name="LiabilitiesHeldForSaleCurrentUSGAAP",
        ),
    ] = None
    other: Is[Amount, item.same(jgaap.CurrentLiabilities, "other")] = None
    total: Is[
        Amount, item.credit("Total current liabilities", "流動負債合計", name="CurrentLiabilitiesUSGAAP", total=True)
    ] = None


@item.part("Liabilities (US GAAP)", "負債（米国基準）", prefix="", instant=True)
@frozen(kw_only=True)
class UsGaapLiabilities(Part):
    """The liabilities."""

    current_liabilities: UsGaapCurrentLiabilities | None = None
    long_term_debt: Is[
        Amount, item.credit("Long-term debt (US GAAP)", "長期借入債務（米国基準）", name="LongTermDebtUSGAAP")
    ] = None
    capital_lease_obligations_noncurrent: Is[
        Amount,
        item.credit(
            "Capital lease obligations - noncurrent",
            "リース債務－固定",
            name="CapitalLeaseObligationsNoncurrent",
            doc="Finance lease obligations in statements of today (ASC 842).",
        ),
    ] = None
    operating_lease_liabilities_noncurrent: Is[
        Amount,
        item.credit(
            "Operating lease liabilities, noncurrent (US GAAP)",
            "オペレーティング・リース負債－固定（米国基準）",
            name="OperatingLeaseLiabilitiesNoncurrentUSGAAP",
        ),
    ] = None
    accrued_retirement_and_pension_costs: Is[
        Amount,
        item.credit(
            "Accrued retirement and pension costs - noncurrent",
            "未払退職年金費用－固定",
            name="AccruedRetirementAndPensionCostsNoncurrent",
        ),
    ] = None
    deferred_tax_liabilities: Is[
        Amount,
        item.credit(
            "Deferred tax liabilities, noncurrent (US GAAP)",
            "繰延税金負債－固定（米国基準）",
            name="DeferredTaxLiabilitiesNoncurrentUSGAAP",
        ),
    ] = None
    other_noncurrent_liabilities: Is[
        Amount, item.credit("Other noncurrent liabilities", "その他固定負債", name="OtherNoncurrentLiabilities")
    ] = None
    total: Is[
        Amount,
        item.credit("Total liabilities (US GAAP)", "負債合計（米国基準）", name="LiabilitiesUSGAAP", total=True),
        Measure.TOTAL_LIABILITIES,
    ] = None


@item.part("Shareholders' equity (US GAAP)", "株主資本（米国基準）", prefix="", instant=True)
@frozen(kw_only=True)
class UsGaapShareholdersEquity(Part):
    """Shareholders' equity of the company with the numbers of shares in its captions."""

    caption: Is[
        Text | None, item.words("Caption of shareholders' equity", "株主資本の表示", name="ShareholdersEquityCaption")
    ] = None
    common_stock: Is[Amount, item.same(jgaap.ShareholdersEquity, "capital_stock"), Measure.CAPITAL_STOCK] = None
    shares_authorized: Is[
        Quantity,
        item.shares("Common stock, authorized shares", "普通株式の授権株式数", name="CommonStockSharesAuthorized"),
        Measure.SHARES_AUTHORIZED,
    ] = None
    shares_issued_and_outstanding: Is[
        Quantity,
        item.shares(
            "Common stock, issued and outstanding shares",
            "普通株式の発行済株式数",
            name="CommonStockSharesIssuedAndOutstanding",
        ),
        Measure.SHARES_ISSUED,
    ] = None
    additional_paid_in_capital: Is[
        Amount, item.credit("Additional paid-in capital", "資本剰余金（米国基準）"), Measure.CAPITAL_SURPLUS
    ] = None
    legal_reserve: Is[
        Amount,
        item.credit(
            "Retained earnings appropriated for legal reserve (US GAAP)",
            "利益準備金（米国基準）",
            name="LegalReserveUSGAAP",
        ),
        Measure.LEGAL_RETAINED_EARNINGS,
    ] = None
    retained_earnings: Is[
        Amount,
        item.credit(
            "Retained earnings (accumulated deficit)",
            "利益剰余金（累積欠損）",
            name="RetainedEarningsAccumulatedDeficit",
            doc="Negative where there is a deficit; without the legal reserve where that is told apart.",
        ),
        Measure.RETAINED_EARNINGS,
    ] = None
    accumulated_other_comprehensive_income: Is[
        Amount,
        item.credit("Accumulated other comprehensive income", "その他の包括利益累計額"),
        Measure.ACCUMULATED_OTHER_COMPREHENSIVE_INCOME,
    ] = None
    treasury_stock: Is[
        Amount,
        item.credit(
            "Treasury stock, at cost (US GAAP)",
            "自己株式（米国基準）",
            name="TreasuryStockUSGAAP",
            doc="Negative, as printed.",
        ),
        Measure.TREASURY_STOCK,
    ] = None
    treasury_shares: Is[
        Quantity,
        item.shares("Treasury stock, shares (US GAAP)", "自己株式数（米国基準）", name="TreasuryStockSharesUSGAAP"),
    ] = None
    total: Is[
        Amount,
        item.credit("Total shareholders' equity", "株主資本合計", name="ShareholdersEquityUSGAAP", total=True),
        Measure.EQUITY,
    ] = None


@item.part(
    "Consolidated balance sheet (US GAAP)",
    "連結貸借対照表（米国基準）",
    instant=True,
    role=True,
    file=True,
    ref=(item.act("444"), item.accounting("120-3")),
)
@frozen(kw_only=True)
class UsGaapBalanceSheet(Part):
    """Consolidated balance sheet under US GAAP (Companies Act, article 444; in 2008 article 148, paragraph 1, of the Ordinance on Company Accounting).

    Minority interest stood between liabilities and equity in years before ASC 810 (FAS 160); noncontrolling interests are equity.
    """

    title: Is[Text | None, item.words("Title of the consolidated balance sheet", "連結貸借対照表の表題")] = None
    heading: Is[
        Text | None, item.words("Date of the consolidated balance sheet as printed", "連結貸借対照表日の記載")
    ] = None
    unit_note: Is[
        Text | None, item.words("Unit as printed in the consolidated balance sheet", "連結貸借対照表の単位の記載")
    ] = None
    assets: UsGaapAssets | None = None
    liabilities_and_equity_caption: Is[
        Text | None, item.words("Caption of liabilities and shareholders' equity", "負債及び資本の部の表示")
    ] = None
    liabilities: UsGaapLiabilities | None = None
    minority_interest: Is[
        Amount,
        item.credit(
            "Minority interest", "少数株主持分", name="MinorityInterest", doc="In years before ASC 810 (FAS 160)."
        ),
    ] = None
    redeemable_noncontrolling_interests: Is[
        Amount,
        item.credit(
            "Redeemable noncontrolling interests (US GAAP)",
            "償還可能非支配持分（米国基準）",
            name="RedeemableNoncontrollingInterestsUSGAAP",
            doc="Outside equity (ASC 480-10-S99-3A).",
        ),
    ] = None
    commitments_and_contingencies: Is[
        Amount,
        item.credit(
            "Commitments and contingencies", "契約債務及び偶発債務", name="CommitmentsAndContingencies", memo=True
        ),
    ] = None
    shareholders_equity: UsGaapShareholdersEquity | None = None
    noncontrolling_interests: Is[
        Amount,
        item.credit(
            "Noncontrolling interests (US GAAP)", "非支配持分（米国基準）", name="NoncontrollingInterestsUSGAAP"
        ),
        Measure.NON_CONTROLLING_INTERESTS,
    ] = None
    total_equity: Is[
        Amount,
        item.credit(
            "Total equity (US GAAP)",
            "純資産合計（米国基準）",
            name="EquityUSGAAP",
            total=(
                "shareholders_equity.total",
                "noncontrolling_interests",
            ),
        ),
        Measure.NET_ASSETS,
    ] = None
    total_liabilities_and_equity: Is[
        Amount,
        item.credit(
            "Total liabilities and equity (US GAAP)",
            "負債及び純資産合計（米国基準）",
            name="LiabilitiesAndEquityUSGAAP",
            doc="With minority interest where that stands apart.",
            total=(
                "liabilities.total",
                "minority_interest",
                "redeemable_noncontrolling_interests",
                "shareholders_equity.total",
                "noncontrolling_interests",
            ),
        ),
        Equals("assets.total"),
    ] = None
