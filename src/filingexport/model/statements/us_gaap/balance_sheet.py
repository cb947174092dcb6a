"""Consolidated balance sheet under US GAAP (連結貸借対照表); EDINET has no detailed taxonomy of it, so most names are ours."""

from typing import Annotated as Is

from attrs import frozen

from filingexport.model import item
from filingexport.model.meaning import Measure
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
    short_term_investments: Is[Amount, item.debit("Short-term investments", "短期投資")] = None
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
    inventories: Is[Amount, item.same(jgaap.CurrentAssets, "inventories")] = None
    prepaid_expenses: Is[Amount, item.same(jgaap.CurrentAssets, "prepaid_expenses")] = None
    deferred_tax_assets: Is[
        Amount, item.debit("Deferred tax assets - current", "繰延税金資産－流動", name="DeferredTaxAssetsCurrentUSGAAP")
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


@item.part("Assets (US GAAP)", "資産（米国基準）", prefix="", instant=True)
@frozen(kw_only=True)
class UsGaapAssets(Part):
    """The assets side, in the order of the statement."""

    caption: Is[Text | None, item.words("Caption of assets", "資産の部の表示", name="AssetsCaption")] = None
    current_assets: UsGaapCurrentAssets | None = None
    investments_in_equity_method_investees: Is[
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
    other_investments: Is[Amount, item.debit("Other investments", "その他投資", name="OtherInvestmentsUSGAAP")] = None
    property_and_equipment_net: Is[
        Amount,
        item.debit(
            "Property and equipment, net of accumulated depreciation",
            "有形固定資産（純額）",
            name="PropertyAndEquipmentNet",
        ),
    ] = None
    intangible_assets_net: Is[
        Amount,
        item.debit(
            "Intangible assets, net of accumulated amortization", "無形固定資産（純額）", name="IntangibleAssetsNet"
        ),
    ] = None
    guarantee_deposits: Is[Amount, item.same(jgaap.InvestmentsAndOtherAssets, "guarantee_deposits")] = None
    deferred_tax_assets: Is[
        Amount,
        item.debit("Deferred tax assets - noncurrent", "繰延税金資産－固定", name="DeferredTaxAssetsNoncurrentUSGAAP"),
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
        item.debit("Total assets (US GAAP)", "資産合計（米国基準）", name="AssetsUSGAAP", total=True),
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
    capital_lease_obligations_current: Is[
        Amount,
        item.credit(
            "Capital lease obligations - current portion",
            "１年以内返済予定のリース債務",
            name="CapitalLeaseObligationsCurrent",
        ),
    ] = None
    accounts_payable: Is[Amount, item.credit("Accounts payable", "買掛金及び未払金", name="AccountsPayableUSGAAP")] = (
        None
    )
    accrued_expenses: Is[Amount, item.same(jgaap.CurrentLiabilities, "accrued_expenses")] = None
    accrued_retirement_and_pension_costs: Is[
        Amount,
        item.credit(
            "Accrued retirement and pension costs - current",
            "未払退職年金費用－流動",
            name="AccruedRetirementAndPensionCostsCurrent",
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
    capital_lease_obligations_noncurrent: Is[
        Amount,
        item.credit(
            "Capital lease obligations - noncurrent", "リース債務－固定", name="CapitalLeaseObligationsNoncurrent"
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
    """Shareholders' equity with the numbers of shares in its captions."""

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
    accumulated_deficit: Is[
        Amount,
        item.credit("Accumulated deficit", "累積欠損", doc="Negative where there is a deficit, positive for earnings."),
        Measure.RETAINED_EARNINGS,
    ] = None
    accumulated_other_comprehensive_income: Is[
        Amount,
        item.credit("Accumulated other comprehensive income", "その他の包括利益累計額"),
        Measure.ACCUMULATED_OTHER_COMPREHENSIVE_INCOME,
    ] = None
    total: Is[
        Amount,
        item.credit("Total shareholders' equity", "株主資本合計", name="ShareholdersEquityUSGAAP", total=True),
        Measure.EQUITY,
    ] = None


@item.part(
    "Consolidated balance sheet (US GAAP)", "連結貸借対照表（米国基準）", prefix="ConsolidatedBalanceSheet", instant=True, role=True, file=True,
    ref=(item.act("444"), item.accounting("120-3")),
)  # fmt: skip
@frozen(kw_only=True)
class UsGaapBalanceSheet(Part):
    """Consolidated balance sheet under US GAAP (Companies Act, article 444; in 2008 article 148, paragraph 1, of the Ordinance on Company Accounting)."""

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
    minority_interest: Is[Amount, item.credit("Minority interest", "少数株主持分", name="MinorityInterest")] = None
    commitments_and_contingencies: Is[
        Amount,
        item.credit(
            "Commitments and contingencies", "契約債務及び偶発債務", name="CommitmentsAndContingencies", memo=True
        ),
    ] = None
    shareholders_equity: UsGaapShareholdersEquity | None = None
    total_liabilities_and_equity: Is[
        Amount,
        item.credit(
            "Total liabilities, minority interest and shareholders' equity",
            "負債、少数株主持分及び資本合計",
            name="LiabilitiesMinorityInterestAndShareholdersEquity",
            total=("liabilities.total", "minority_interest", "shareholders_equity.total"),
        ),
    ] = None
