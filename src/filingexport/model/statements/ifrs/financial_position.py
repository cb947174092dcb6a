"""Consolidated statement of financial position under IFRS (連結財政状態計算書), with the names of EDINET's IFRS taxonomy where it has them."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import Equals, Measure
from filingexport.model.part import Part
from filingexport.model.values import Amount, Text


@item.part("Current assets (IFRS)", "流動資産（ＩＦＲＳ）", prefix="", edinet="jpigp_cor", instant=True)
@frozen(kw_only=True)
class IfrsCurrentAssets(Part):
    """Current assets."""

    cash_and_cash_equivalents: Is[
        Amount,
        item.debit(
            "Cash and cash equivalents (IFRS)", "現金及び現金同等物（ＩＦＲＳ）", name="CashAndCashEquivalentsIFRS"
        ),
        Measure.CASH,
    ] = None
    trade_and_other_receivables: Is[
        Amount,
        item.debit("Trade and other receivables", "営業債権及びその他の債権", name="TradeAndOtherReceivablesCAIFRS"),
    ] = None
    contract_assets: Is[
        Amount, item.debit("Contract assets (IFRS)", "契約資産（ＩＦＲＳ）", name="ContractAssetsCAIFRS")
    ] = None
    inventories: Is[Amount, item.debit("Inventories (IFRS)", "棚卸資産（ＩＦＲＳ）", name="InventoriesCAIFRS")] = None
    income_taxes_receivable: Is[
        Amount, item.debit("Income taxes receivable", "未収法人所得税", name="IncomeTaxesReceivableCAIFRS")
    ] = None
    other_financial_assets: Is[
        Amount,
        item.debit("Other financial assets (current)", "その他の金融資産（流動）", name="OtherFinancialAssetsCAIFRS"),
    ] = None
    other: Is[
        Amount,
        item.debit("Other current assets (IFRS)", "その他の流動資産（ＩＦＲＳ）", name="OtherCurrentAssetsCAIFRS"),
    ] = None
    held_for_sale: Is[
        Amount, item.debit("Assets held for sale", "売却目的で保有する資産", name="AssetsHeldForSaleIFRS")
    ] = None
    total: Is[
        Amount,
        item.debit("Total current assets (IFRS)", "流動資産合計（ＩＦＲＳ）", name="CurrentAssetsIFRS", total=True),
    ] = None


@item.part("Non-current assets (IFRS)", "非流動資産（ＩＦＲＳ）", prefix="", edinet="jpigp_cor", instant=True)
@frozen(kw_only=True)
class IfrsNonCurrentAssets(Part):
    """Non-current assets."""

    property_plant_and_equipment: Is[
        Amount,
        item.debit(
            "Property, plant and equipment (IFRS)", "有形固定資産（ＩＦＲＳ）", name="PropertyPlantAndEquipmentIFRS"
        ),
    ] = None
    right_of_use_assets: Is[Amount, item.debit("Right-of-use assets", "使用権資産", name="RightOfUseAssetsIFRS")] = None
    goodwill: Is[Amount, item.debit("Goodwill (IFRS)", "のれん（ＩＦＲＳ）", name="GoodwillIFRS")] = None
    intangible_assets: Is[Amount, item.debit("Intangible assets", "無形資産", name="IntangibleAssetsIFRS")] = None
    investment_property: Is[
        Amount, item.debit("Investment property (IFRS)", "投資不動産（ＩＦＲＳ）", name="InvestmentPropertyIFRS")
    ] = None
    equity_method_investments: Is[
        Amount,
        item.debit(
            "Investments accounted for using the equity method",
            "持分法で会計処理されている投資",
            name="InvestmentsAccountedForUsingEquityMethodIFRS",
        ),
    ] = None
    other_financial_assets: Is[
        Amount,
        item.debit(
            "Other financial assets (non-current)", "その他の金融資産（非流動）", name="OtherFinancialAssetsNCAIFRS"
        ),
    ] = None
    retirement_benefit_asset: Is[
        Amount,
        item.debit(
            "Retirement benefit asset (IFRS)", "退職給付に係る資産（ＩＦＲＳ）", name="RetirementBenefitAssetNCAIFRS"
        ),
    ] = None
    deferred_tax_assets: Is[Amount, item.debit("Deferred tax assets", "繰延税金資産", name="DeferredTaxAssetsIFRS")] = (
        None
    )
    other: Is[
        Amount, item.debit("Other non-current assets", "その他の非流動資産", name="OtherNonCurrentAssetsNCAIFRS")
    ] = None
    total: Is[
        Amount, item.debit("Total non-current assets", "非流動資産合計", name="NonCurrentAssetsIFRS", total=True)
    ] = None


@item.part("Assets (IFRS)", "資産（ＩＦＲＳ）", prefix="", edinet="jpigp_cor", instant=True)
@frozen(kw_only=True)
class IfrsAssets(Part):
    """The assets side."""

    current_assets: IfrsCurrentAssets | None = None
    non_current_assets: IfrsNonCurrentAssets | None = None
    total: Is[
        Amount,
        item.debit("Total assets (IFRS)", "資産合計（ＩＦＲＳ）", name="AssetsIFRS", total=True),
        Measure.TOTAL_ASSETS,
    ] = None


@item.part("Current liabilities (IFRS)", "流動負債（ＩＦＲＳ）", prefix="", edinet="jpigp_cor", instant=True)
@frozen(kw_only=True)
class IfrsCurrentLiabilities(Part):
    """Current liabilities."""

    trade_and_other_payables: Is[
        Amount, item.credit("Trade and other payables", "営業債務及びその他の債務", name="TradeAndOtherPayablesCLIFRS")
    ] = None
    contract_liabilities: Is[
        Amount, item.credit("Contract liabilities (IFRS)", "契約負債（ＩＦＲＳ）", name="ContractLiabilitiesCLIFRS")
    ] = None
    bonds_and_borrowings: Is[
        Amount, item.credit("Bonds and borrowings (current)", "社債及び借入金（流動）", name="BondsAndBorrowingsCLIFRS")
    ] = None
    lease_liabilities: Is[
        Amount, item.credit("Lease liabilities (current)", "リース負債（流動）", name="LeaseLiabilitiesCLIFRS")
    ] = None
    other_financial_liabilities: Is[
        Amount,
        item.credit(
            "Other financial liabilities (current)", "その他の金融負債（流動）", name="OtherFinancialLiabilitiesCLIFRS"
        ),
    ] = None
    income_taxes_payable: Is[
        Amount, item.credit("Income taxes payable", "未払法人所得税", name="IncomeTaxesPayableCLIFRS")
    ] = None
    employee_benefits: Is[
        Amount,
        item.credit("Accrued employee benefits", "従業員給付に係る負債（流動）", name="EmployeeBenefitsAccrualsCLIFRS"),
    ] = None
    provisions: Is[Amount, item.credit("Provisions (current)", "引当金（流動）", name="ProvisionsCLIFRS")] = None
    other: Is[
        Amount,
        item.credit(
            "Other current liabilities (IFRS)", "その他の流動負債（ＩＦＲＳ）", name="OtherCurrentLiabilitiesCLIFRS"
        ),
    ] = None
    held_for_sale: Is[
        Amount,
        item.credit(
            "Liabilities directly associated with assets held for sale",
            "売却目的で保有する資産に直接関連する負債",
            name="LiabilitiesDirectlyAssociatedWithAssetsHeldForSaleIFRS",
        ),
    ] = None
    total: Is[
        Amount,
        item.credit(
            "Total current liabilities (IFRS)",
            "流動負債合計（ＩＦＲＳ）",
            name="TotalCurrentLiabilitiesIFRS",
            total=True,
        ),
    ] = None


@item.part("Non-current liabilities (IFRS)", "非流動負債（ＩＦＲＳ）", prefix="", edinet="jpigp_cor", instant=True)
@frozen(kw_only=True)
class IfrsNonCurrentLiabilities(Part):
    """Non-current liabilities."""

    bonds_and_borrowings: Is[
        Amount,
        item.credit("Bonds and borrowings (non-current)", "社債及び借入金（非流動）", name="BondsAndBorrowingsNCLIFRS"),
    ] = None
    lease_liabilities: Is[
        Amount, item.credit("Lease liabilities (non-current)", "リース負債（非流動）", name="LeaseLiabilitiesNCLIFRS")
    ] = None
    other_financial_liabilities: Is[
        Amount,
        item.credit(
            "Other financial liabilities (non-current)",
            "その他の金融負債（非流動）",
            name="OtherFinancialLiabilitiesNCLIFRS",
        ),
    ] = None
    retirement_benefit_liability: Is[
        Amount,
        item.credit(
            "Retirement benefit liability (IFRS)",
            "退職給付に係る負債（ＩＦＲＳ）",
            name="RetirementBenefitLiabilityNCLIFRS",
        ),
    ] = None
    provisions: Is[Amount, item.credit("Provisions (non-current)", "引当金（非流動）", name="ProvisionsNCLIFRS")] = None
    deferred_tax_liabilities: Is[
        Amount,
        item.credit("Deferred tax liabilities (IFRS)", "繰延税金負債（ＩＦＲＳ）", name="DeferredTaxLiabilitiesIFRS"),
    ] = None
    other: Is[
        Amount,
        item.credit("Other non-current liabilities", "その他の非流動負債", name="OtherNonCurrentLiabilitiesNCLIFRS"),
    ] = None
    total: Is[
        Amount,
        item.credit(
            "Total non-current liabilities",
            "非流動負債合計",
            name="NonCurrentLiabilitiesIFRS",
            edinet="NonCurrentLabilitiesIFRS",
            total=True,
        ),
    ] = None


@item.part("Liabilities (IFRS)", "負債（ＩＦＲＳ）", prefix="", edinet="jpigp_cor", instant=True)
@frozen(kw_only=True)
class IfrsLiabilities(Part):
    """The liabilities."""

    current_liabilities: IfrsCurrentLiabilities | None = None
    non_current_liabilities: IfrsNonCurrentLiabilities | None = None
    total: Is[
        Amount,
        item.credit("Total liabilities (IFRS)", "負債合計（ＩＦＲＳ）", name="LiabilitiesIFRS", total=True),
        Measure.TOTAL_LIABILITIES,
    ] = None


@item.part(
    "Equity attributable to owners of the parent",
    "親会社の所有者に帰属する持分",
    prefix="",
    edinet="jpigp_cor",
    instant=True,
)
@frozen(kw_only=True)
class IfrsOwnersEquity(Part):
    """Equity of the owners of the parent; treasury shares are negative."""

    share_capital: Is[
        Amount, item.credit("Share capital", "資本金", name="ShareCapitalIFRS"), Measure.CAPITAL_STOCK
    ] = None
    capital_surplus: Is[
        Amount,
        item.credit("Capital surplus (IFRS)", "資本剰余金（ＩＦＲＳ）", name="CapitalSurplusIFRS"),
        Measure.CAPITAL_SURPLUS,
    ] = None
    other_equity_instruments: Is[
        Amount,
        item.credit(
            "Other equity instruments", "その他の資本性金融商品", name="OtherEquityInstrumentsIFRS", edinet=False
        ),
    ] = None
    treasury_shares: Is[
        Amount,
        item.credit("Treasury shares (IFRS)", "自己株式（ＩＦＲＳ）", name="TreasurySharesIFRS", doc="Negative."),
        Measure.TREASURY_STOCK,
    ] = None
    retained_earnings: Is[
        Amount,
        item.credit("Retained earnings (IFRS)", "利益剰余金（ＩＦＲＳ）", name="RetainedEarningsIFRS"),
        Measure.RETAINED_EARNINGS,
    ] = None
    other_components: Is[
        Amount,
        item.credit("Other components of equity", "その他の資本の構成要素", name="OtherComponentsOfEquityIFRS"),
        Measure.ACCUMULATED_OTHER_COMPREHENSIVE_INCOME,
    ] = None
    held_for_sale: Is[
        Amount,
        item.credit(
            "Other comprehensive income of assets held for sale",
            "売却目的で保有する資産に関連するその他の包括利益",
            name="OtherComprehensiveIncomeAssociatedWithAssetsHeldForSaleIFRS",
            edinet=False,
        ),
    ] = None
    total: Is[
        Amount,
        item.credit(
            "Total equity attributable to owners of the parent",
            "親会社の所有者に帰属する持分合計",
            name="EquityAttributableToOwnersOfParentIFRS",
            total=True,
        ),
        Measure.EQUITY,
    ] = None


@item.part("Equity (IFRS)", "資本（ＩＦＲＳ）", prefix="", edinet="jpigp_cor", instant=True)
@frozen(kw_only=True)
class IfrsEquity(Part):
    """The equity."""

    owners: IfrsOwnersEquity | None = None
    non_controlling_interests: Is[
        Amount,
        item.credit("Non-controlling interests", "非支配持分", name="NonControllingInterestsIFRS"),
        Measure.NON_CONTROLLING_INTERESTS,
    ] = None
    total: Is[
        Amount,
        item.credit("Total equity (IFRS)", "資本合計（ＩＦＲＳ）", name="EquityIFRS", total=True),
        Measure.NET_ASSETS,
    ] = None


@item.part(
    "Consolidated statement of financial position (IFRS)", "連結財政状態計算書", prefix="IfrsFinancialPosition", edinet="jpigp_cor", instant=True, role=True, file=True, ref=(item.act("444"), item.accounting_ifrs("120")),
)  # fmt: skip
@frozen(kw_only=True)
class IfrsFinancialPosition(Part):
    """Consolidated statement of financial position (Ordinance on Company Accounting, article 120)."""

    title: Is[
        Text | None,
        item.words("Title of the consolidated statement of financial position (IFRS)", "連結財政状態計算書の表題"),
    ] = None
    heading: Is[
        Text | None,
        item.words(
            "Date or period of the consolidated statement of financial position (IFRS) as printed",
            "連結財政状態計算書の日付又は期間の記載",
        ),
    ] = None
    unit_note: Is[
        Text | None,
        item.words(
            "Unit of the consolidated statement of financial position (IFRS) as printed",
            "連結財政状態計算書の単位の記載",
        ),
    ] = None
    assets: IfrsAssets | None = None
    liabilities: IfrsLiabilities | None = None
    equity: IfrsEquity | None = None
    total_liabilities_and_equity: Is[
        Amount,
        item.credit(
            "Total liabilities and equity",
            "負債及び資本合計",
            name="LiabilitiesAndEquityIFRS",
            total=("liabilities.total", "equity.total"),
        ),
        Equals("assets.total"),
    ] = None
