"""Balance sheet under Japanese GAAP (貸借対照表), with the names of EDINET's jppfs taxonomy where it has them."""

from typing import Annotated as Is

from attrs import frozen

from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.values import Amount, Text


@item.part("Current assets", "流動資産", prefix="", instant=True)
@frozen(kw_only=True)
class CurrentAssets(Part):
    """Current assets in the order of the statement; allowances are negative."""

    total: Is[Amount, item.debit("Current assets", "流動資産", name="CurrentAssets", total=True)] = None
    cash_and_deposits: Is[Amount, item.debit("Cash and deposits", "現金及び預金")] = None
    accounts_receivable_trade: Is[Amount, item.debit("Accounts receivable - trade", "売掛金")] = None
    merchandise: Is[Amount, item.debit("Merchandise", "商品")] = None
    work_in_process: Is[Amount, item.debit("Work in process", "仕掛品")] = None
    supplies: Is[Amount, item.debit("Supplies", "貯蔵品")] = None
    prepaid_expenses: Is[Amount, item.debit("Prepaid expenses", "前払費用")] = None
    accounts_receivable_other: Is[Amount, item.debit("Accounts receivable - other", "未収入金")] = None
    short_term_loans_receivable: Is[Amount, item.debit("Short-term loans receivable", "短期貸付金")] = None
    deferred_tax_assets: Is[
        Amount, item.debit("Deferred tax assets (current)", "繰延税金資産（流動）", name="DeferredTaxAssetsCA")
    ] = None
    other: Is[Amount, item.debit("Other current assets", "その他の流動資産", name="OtherCA")] = None
    allowance_for_doubtful_accounts: Is[
        Amount,
        item.debit(
            "Allowance for doubtful accounts (current)", "貸倒引当金（流動）", name="AllowanceForDoubtfulAccountsCA"
        ),
    ] = None


@item.part("Property, plant and equipment", "有形固定資産", prefix="", instant=True)
@frozen(kw_only=True)
class PropertyPlantAndEquipment(Part):
    """Tangible non-current assets at cost, with accumulated depreciation as one negative amount."""

    total: Is[
        Amount,
        item.debit("Property, plant and equipment", "有形固定資産", name="PropertyPlantAndEquipment", total=True),
    ] = None
    leasehold_improvements: Is[Amount, item.debit("Leasehold improvements", "建物附属設備")] = None
    data_communication_and_office_equipment: Is[
        Amount, item.debit("Data communication equipment and office equipment", "工具、器具及び備品（通信・事務機器）")
    ] = None
    accumulated_depreciation: Is[
        Amount, item.debit("Accumulated depreciation", "減価償却累計額", name="AccumulatedDepreciationPPEByGroup")
    ] = None


@item.part("Intangible assets", "無形固定資産", prefix="", instant=True)
@frozen(kw_only=True)
class IntangibleAssets(Part):
    """Intangible non-current assets, net of amortization."""

    total: Is[Amount, item.debit("Intangible assets", "無形固定資産", name="IntangibleAssets", total=True)] = None
    telephone_subscription_right: Is[Amount, item.debit("Telephone subscription right", "電話加入権")] = None
    software: Is[Amount, item.debit("Software", "ソフトウエア")] = None


@item.part("Investments and other assets", "投資その他の資産", prefix="", instant=True)
@frozen(kw_only=True)
class InvestmentsAndOtherAssets(Part):
    """Investments and other non-current assets; allowances are negative."""

    total: Is[
        Amount,
        item.debit("Investments and other assets", "投資その他の資産", name="InvestmentsAndOtherAssets", total=True),
    ] = None
    investment_securities: Is[Amount, item.debit("Investment securities", "投資有価証券")] = None
    stocks_of_subsidiaries_and_affiliates: Is[
        Amount, item.debit("Stocks of subsidiaries and affiliates", "関係会社株式")
    ] = None
    long_term_prepaid_expenses: Is[Amount, item.debit("Long-term prepaid expenses", "長期前払費用")] = None
    guarantee_deposits: Is[Amount, item.debit("Guarantee deposits", "差入保証金", name="GuaranteeDepositsIOA")] = None
    other: Is[Amount, item.debit("Other investments", "その他の投資", name="OtherIOA")] = None
    deferred_tax_assets: Is[
        Amount, item.debit("Deferred tax assets (non-current)", "繰延税金資産（固定）", name="DeferredTaxAssets")
    ] = None
    allowance_for_doubtful_accounts: Is[
        Amount,
        item.debit(
            "Allowance for doubtful accounts (non-current)",
            "貸倒引当金（固定）",
            name="AllowanceForDoubtfulAccountsIOAByGroup",
        ),
    ] = None


@item.part("Non-current assets", "固定資産", prefix="", instant=True)
@frozen(kw_only=True)
class NoncurrentAssets(Part):
    """Tangible, intangible and other non-current assets."""

    total: Is[Amount, item.debit("Non-current assets", "固定資産", name="NoncurrentAssets", total=True)] = None
    property_plant_and_equipment: PropertyPlantAndEquipment | None = None
    intangible_assets: IntangibleAssets | None = None
    investments_and_other_assets: InvestmentsAndOtherAssets | None = None


@item.part("Assets", "資産の部", prefix="", instant=True)
@frozen(kw_only=True)
class Assets(Part):
    """The assets side."""

    current_assets: CurrentAssets | None = None
    noncurrent_assets: NoncurrentAssets | None = None
    total: Is[Amount, item.debit("Total assets", "資産合計", name="Assets", total=True)] = None


@item.part("Current liabilities", "流動負債", prefix="", instant=True)
@frozen(kw_only=True)
class CurrentLiabilities(Part):
    """Current liabilities in the order of the statement."""

    total: Is[Amount, item.credit("Current liabilities", "流動負債", name="CurrentLiabilities", total=True)] = None
    accounts_payable_trade: Is[Amount, item.credit("Accounts payable - trade", "買掛金")] = None
    short_term_loans_payable: Is[Amount, item.credit("Short-term loans payable", "短期借入金")] = None
    accounts_payable_other: Is[Amount, item.credit("Accounts payable - other", "未払金")] = None
    accrued_expenses: Is[Amount, item.credit("Accrued expenses", "未払費用")] = None
    provision_for_directors_bonuses: Is[Amount, item.credit("Provision for directors' bonuses", "役員賞与引当金")] = (
        None
    )
    income_taxes_payable: Is[Amount, item.credit("Income taxes payable", "未払法人税等")] = None
    accrued_consumption_taxes: Is[Amount, item.credit("Accrued consumption taxes", "未払消費税等")] = None
    advances_received: Is[Amount, item.credit("Advances received", "前受金")] = None
    deposits_received: Is[Amount, item.credit("Deposits received", "預り金")] = None
    unearned_revenue: Is[Amount, item.credit("Unearned revenue", "前受収益")] = None
    other: Is[Amount, item.credit("Other current liabilities", "その他の流動負債", name="OtherCL")] = None


@item.part("Non-current liabilities", "固定負債", prefix="", instant=True)
@frozen(kw_only=True)
class NoncurrentLiabilities(Part):
    """Non-current liabilities in the order of the statement."""

    total: Is[Amount, item.credit("Non-current liabilities", "固定負債", name="NoncurrentLiabilities", total=True)] = (
        None
    )
    long_term_unearned_revenue: Is[Amount, item.credit("Long-term unearned revenue", "長期前受収益")] = None
    provision_for_retirement_benefits: Is[
        Amount, item.credit("Provision for retirement benefits", "退職給付引当金")
    ] = None
    provision_for_directors_retirement_benefits: Is[
        Amount,
        item.credit("Provision for directors' and company auditors' retirement benefits", "役員退職慰労引当金"),
    ] = None


@item.part("Liabilities", "負債の部", prefix="", instant=True)
@frozen(kw_only=True)
class Liabilities(Part):
    """The liabilities."""

    current_liabilities: CurrentLiabilities | None = None
    noncurrent_liabilities: NoncurrentLiabilities | None = None
    total: Is[Amount, item.credit("Total liabilities", "負債合計", name="Liabilities", total=True)] = None


@item.part("Capital surplus", "資本剰余金", prefix="", instant=True)
@frozen(kw_only=True)
class CapitalSurplus(Part):
    """Capital surplus and what it is made of."""

    total: Is[Amount, item.credit("Capital surplus", "資本剰余金", name="CapitalSurplus", total=True)] = None
    legal_capital_surplus: Is[Amount, item.credit("Legal capital surplus", "資本準備金")] = None


@item.part("Other retained earnings", "その他利益剰余金", prefix="", instant=True)
@frozen(kw_only=True)
class OtherRetainedEarnings(Part):
    """Retained earnings other than the legal reserve."""

    total: Is[
        Amount, item.credit("Other retained earnings", "その他利益剰余金", name="OtherRetainedEarnings", total=True)
    ] = None
    retained_earnings_brought_forward: Is[
        Amount, item.credit("Retained earnings brought forward", "繰越利益剰余金")
    ] = None


@item.part("Retained earnings", "利益剰余金", prefix="", instant=True)
@frozen(kw_only=True)
class RetainedEarnings(Part):
    """Retained earnings and what they are made of."""

    total: Is[Amount, item.credit("Retained earnings", "利益剰余金", name="RetainedEarnings", total=True)] = None
    legal_retained_earnings: Is[Amount, item.credit("Legal retained earnings", "利益準備金")] = None
    other_retained_earnings: OtherRetainedEarnings | None = None


@item.part("Shareholders' equity", "株主資本", prefix="", instant=True)
@frozen(kw_only=True)
class ShareholdersEquity(Part):
    """Shareholders' equity: what shareholders paid in and what was earned and kept."""

    total: Is[Amount, item.credit("Shareholders' equity", "株主資本", name="ShareholdersEquity", total=True)] = None
    capital_stock: Is[Amount, item.credit("Capital stock", "資本金")] = None
    capital_surplus: CapitalSurplus | None = None
    retained_earnings: RetainedEarnings | None = None


@item.part("Valuation and translation adjustments", "評価・換算差額等", prefix="", instant=True)
@frozen(kw_only=True)
class ValuationAndTranslationAdjustments(Part):
    """Gains and losses that are not in profit or loss yet."""

    total: Is[
        Amount,
        item.credit(
            "Valuation and translation adjustments",
            "評価・換算差額等",
            name="ValuationAndTranslationAdjustments",
            total=True,
        ),
    ] = None
    valuation_difference_on_available_for_sale_securities: Is[
        Amount, item.credit("Valuation difference on available-for-sale securities", "その他有価証券評価差額金")
    ] = None


@item.part("Net assets", "純資産の部", prefix="", instant=True)
@frozen(kw_only=True)
class NetAssets(Part):
    """The net assets."""

    shareholders_equity: ShareholdersEquity | None = None
    valuation_and_translation_adjustments: ValuationAndTranslationAdjustments | None = None
    total: Is[Amount, item.credit("Total net assets", "純資産合計", name="NetAssets", total=True)] = None


@item.part(
    "Balance sheet", "貸借対照表", prefix="BalanceSheet", instant=True, role=True, file=True,
    ref=(item.act("435", "2"), item.accounting("73")),
)  # fmt: skip
@frozen(kw_only=True)
class BalanceSheet(Part):
    """Balance sheet (Companies Act, article 435, paragraph 2; Ordinance on Company Accounting, articles 72 to 86)."""

    title: Is[Text | None, item.words("Title of the balance sheet", "貸借対照表の表題")] = None
    heading: Is[Text | None, item.words("Date as printed", "貸借対照表日の記載")] = None
    unit_note: Is[Text | None, item.words("Unit as printed in the balance sheet", "貸借対照表の単位の記載")] = None
    assets: Assets | None = None
    liabilities: Liabilities | None = None
    net_assets: NetAssets | None = None
    total_liabilities_and_net_assets: Is[
        Amount,
        item.credit(
            "Total liabilities and net assets",
            "負債純資産合計",
            name="LiabilitiesAndNetAssets",
            total=("liabilities.total", "net_assets.total"),
        ),
    ] = None
