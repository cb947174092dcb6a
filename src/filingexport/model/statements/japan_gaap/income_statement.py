"""Statement of income under Japanese GAAP (損益計算書)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import Also, Measure, adds
from filingexport.model.part import Part
from filingexport.model.values import Amount, Text


@item.part("Net sales by kind", "売上高の内訳", prefix="", edinet="jppfs_cor")
@frozen(kw_only=True)
class NetSalesByKind(Part):
    """Net sales by kind, where the statement tells them."""

    net_sales_of_goods: Is[Amount, item.credit("Net sales of goods", "商品売上高", name="NetSalesOfGoodsRevOA")] = None
    net_sales_of_finished_goods: Is[
        Amount, item.credit("Net sales of finished goods", "製品売上高", name="NetSalesOfFinishedGoodsRevOA")
    ] = None
    net_sales_of_merchandise_and_finished_goods: Is[
        Amount,
        item.credit(
            "Net sales of merchandise and finished goods",
            "商品及び製品売上高",
            name="NetSalesOfMerchandiseAndFinishedGoodsRevOA",
        ),
    ] = None
    service_sales: Is[Amount, item.credit("Service sales", "サービス売上高", name="ServiceSalesRevOA")] = None
    service_revenue: Is[Amount, item.credit("Service revenue", "役務収益", name="ServiceRevenueRevOA")] = None
    real_estate_sales: Is[Amount, item.credit("Real estate sales", "不動産売上高", name="RealEstateSalesRevOA")] = None
    rent_income: Is[Amount, item.credit("Lease revenue", "賃貸収入", name="RentIncomeRevOA")] = None
    commission_income: Is[Amount, item.credit("Commission income", "手数料収入", name="CommissionIncomeRevOA")] = None
    royalty_income: Is[Amount, item.credit("Royalty revenue", "ロイヤリティー収入", name="RoyaltyIncomeRevOA")] = None
    dividends_from_subsidiaries_and_affiliates: Is[
        Amount,
        item.credit(
            "Dividends from subsidiaries and associates",
            "関係会社受取配当金",
            name="DividendsFromSubsidiariesAndAffiliatesRevOA",
        ),
    ] = None
    management_fee_income: Is[
        Amount, item.credit("Management fee income", "経営管理料", name="ManagementFeeIncomeRevOA")
    ] = None
    consulting_fee_income: Is[
        Amount, item.credit("Consulting fees (operating)", "経営指導料（営業収益）", name="ConsultingFeeIncomeRevOA")
    ] = None
    contracts_completed: Is[
        Amount, item.credit("Completed service contracts", "完成業務高", name="ContractsCompletedRevOA")
    ] = None
    construction_sales: Is[Amount, item.credit("Construction sales", "工事売上高", name="ConstructionSalesRevOA")] = (
        None
    )
    sales_of_software_development: Is[
        Amount,
        item.credit("Sales of software development", "ソフトウエア開発売上高", name="SalesOfSoftwareDevelopmentRevOA"),
    ] = None
    sales_of_information_service: Is[
        Amount, item.credit("Sales of information service", "情報サービス売上高", name="SalesOfInformationServiceRevOA")
    ] = None
    sales_of_maintenance_service: Is[
        Amount, item.credit("Sales of maintenance service", "保守売上高", name="SalesOfMaintenanceServiceRevOA")
    ] = None
    other_sales: Is[Amount, item.credit("Other sales", "その他の売上高", name="OtherSalesRevOA")] = None


@item.part("Cost of sales by kind", "売上原価の内訳", prefix="", edinet="jppfs_cor")
@frozen(kw_only=True)
class CostOfSalesByKind(Part):
    """Cost of sales by kind."""

    cost_of_goods_sold: Is[Amount, item.debit("Cost of goods sold", "商品売上原価")] = None
    cost_of_finished_goods_sold: Is[Amount, item.debit("Cost of finished goods sold", "製品売上原価")] = None
    cost_of_merchandise_and_finished_goods_sold: Is[
        Amount,
        item.debit(
            "Cost of merchandise and finished goods sold",
            "商品及び製品売上原価",
            name="CostOfMerchandiseAndFinishedGoodsSoldCOS",
        ),
    ] = None
    cost_of_service_sales: Is[
        Amount, item.debit("Cost of service sales", "サービス売上原価", name="CostOfServiceSalesCOSExpOA")
    ] = None
    cost_of_sales_real_estate: Is[
        Amount, item.debit("Cost of sales - real estate", "不動産売上原価", name="CostOfSalesRealEstateCOSExpOA")
    ] = None
    rent_cost: Is[Amount, item.debit("Cost of lease revenue", "賃貸原価", name="RentCostCOSExpOA")] = None
    cost_of_completed_work: Is[
        Amount, item.debit("Cost of completed service contracts", "完成業務原価", name="CostOfCompletedWorkCOSExpOA")
    ] = None
    cost_of_construction_sales: Is[
        Amount, item.debit("Cost of construction sales", "工事売上原価", name="CostOfConstructionSalesCOSExpOA")
    ] = None
    cost_of_sales_of_software_development: Is[
        Amount,
        item.debit(
            "Cost of sales of software development",
            "ソフトウエア開発売上原価",
            name="CostOfSalesOfSoftwareDevelopmentCOSExpOA",
        ),
    ] = None
    cost_of_sales_of_information_service: Is[
        Amount,
        item.debit(
            "Cost of sales of information service",
            "情報サービス売上原価",
            name="CostOfSalesOfInformationServiceCOSExpOA",
        ),
    ] = None
    cost_of_sales_of_maintenance_service: Is[
        Amount,
        item.debit(
            "Cost of sales of maintenance service", "保守売上原価", name="CostOfSalesOfMaintenanceServiceCOSExpOA"
        ),
    ] = None
    other_cost: Is[Amount, item.debit("Other costs", "その他の原価", name="OtherCostCOSExpOA")] = None


@item.part(
    "Selling, general and administrative expenses by kind", "販売費及び一般管理費の内訳", prefix="", edinet="jppfs_cor"
)
@frozen(kw_only=True)
class SellingGeneralAndAdministrative(Part):
    """Selling, general and administrative expenses by kind."""

    sales_commission: Is[Amount, item.debit("Sales commission", "販売手数料", name="SalesCommissionSGA")] = None
    packing_and_transportation_expenses: Is[
        Amount, item.debit("Packing and transportation costs", "荷造運搬費", name="PackingAndTransportationExpensesSGA")
    ] = None
    freightage_expenses: Is[Amount, item.debit("Freight costs", "運賃", name="FreightageExpensesSGA")] = None
    warehousing_expenses: Is[Amount, item.debit("Storage costs", "保管費", name="WarehousingExpensesSGA")] = None
    advertising_expenses: Is[
        Amount, item.debit("Advertising expenses", "広告宣伝費", name="AdvertisingExpensesSGA")
    ] = None
    promotion_expenses: Is[Amount, item.debit("Promotion expenses", "販売促進費", name="PromotionExpensesSGA")] = None
    directors_compensations: Is[
        Amount, item.debit("Remuneration for directors", "役員報酬", name="DirectorsCompensationsSGA")
    ] = None
    personal_expenses: Is[Amount, item.debit("Personnel expenses", "人件費", name="PersonalExpensesSGA")] = None
    salaries: Is[Amount, item.debit("Salaries", "給料", name="SalariesSGA")] = None
    salaries_and_allowances: Is[
        Amount, item.debit("Salaries and allowances", "給料及び手当", name="SalariesAndAllowancesSGA")
    ] = None
    employees_salaries_and_bonuses: Is[
        Amount,
        item.debit("Employees' salaries and bonuses", "従業員給料及び賞与", name="EmployeesSalariesAndBonusesSGA"),
    ] = None
    bonuses: Is[Amount, item.debit("Bonuses", "賞与", name="BonusesSGA")] = None
    provision_for_bonuses: Is[
        Amount, item.debit("Provision for bonuses (SG&A)", "賞与引当金繰入額", name="ProvisionForBonusesSGA")
    ] = None
    provision_for_directors_bonuses: Is[
        Amount,
        item.debit(
            "Provision for bonuses for directors (SG&A)", "役員賞与引当金繰入額", name="ProvisionForDirectorsBonusesSGA"
        ),
    ] = None
    retirement_benefit_expenses: Is[
        Amount, item.debit("Retirement benefit expenses", "退職給付費用", name="RetirementBenefitExpensesSGA")
    ] = None
    provision_for_directors_retirement_benefits: Is[
        Amount,
        item.debit(
            "Provision for retirement benefits for directors (SG&A)",
            "役員退職慰労引当金繰入額",
            name="ProvisionForDirectorsRetirementBenefitsSGA",
        ),
    ] = None
    share_based_compensation_expenses: Is[
        Amount, item.debit("Share-based payment expenses", "株式報酬費用", name="ShareBasedCompensationExpensesSGA")
    ] = None
    legal_welfare_expenses: Is[
        Amount, item.debit("Legal welfare expenses", "法定福利費", name="LegalWelfareExpensesSGA")
    ] = None
    welfare_expenses: Is[Amount, item.debit("Welfare expenses", "福利厚生費", name="WelfareExpensesSGA")] = None
    education_and_training_expenses: Is[
        Amount, item.debit("Education and training expenses", "教育研修費", name="EducationAndTrainingExpensesSGA")
    ] = None
    recruiting_expenses: Is[Amount, item.debit("Hiring expenses", "採用費", name="RecruitingExpensesSGA")] = None
    entertainment_expenses: Is[
        Amount, item.debit("Entertainment expenses", "交際費", name="EntertainmentExpensesSGA")
    ] = None
    traveling_and_transportation_expenses: Is[
        Amount,
        item.debit(
            "Travel and transportation expenses", "旅費及び交通費", name="TravelingAndTransportationExpensesSGA"
        ),
    ] = None
    communication_expenses: Is[
        Amount, item.debit("Communication expenses", "通信費", name="CommunicationExpensesSGA")
    ] = None
    utilities_expenses: Is[Amount, item.debit("Utilities expenses", "水道光熱費", name="UtilitiesExpensesSGA")] = None
    supplies_expenses: Is[Amount, item.debit("Supplies expenses", "消耗品費", name="SuppliesExpensesSGA")] = None
    taxes_and_dues: Is[Amount, item.debit("Taxes and dues", "租税公課", name="TaxesAndDuesSGA")] = None
    depreciation: Is[Amount, item.debit("Depreciation", "減価償却費", name="DepreciationSGA")] = None
    amortization_of_goodwill: Is[
        Amount, item.debit("Amortization of goodwill", "のれん償却額", name="AmortizationOfGoodwillSGA")
    ] = None
    repair_expenses: Is[Amount, item.debit("Repair expenses", "修繕費", name="RepairExpensesSGA")] = None
    insurance_expenses: Is[Amount, item.debit("Insurance expenses", "保険料", name="InsuranceExpensesSGA")] = None
    rent_expenses: Is[Amount, item.debit("Rent expenses", "賃借料", name="RentExpensesSGA")] = None
    rents: Is[Amount, item.debit("Rent expenses on land and buildings", "地代家賃", name="RentsSGA")] = None
    commission_fee: Is[Amount, item.debit("Commission expenses (SG&A)", "支払手数料", name="CommissionFeeSGA")] = None
    compensations: Is[Amount, item.debit("Fee expenses", "支払報酬", name="CompensationsSGA")] = None
    business_consignment_expenses: Is[
        Amount, item.debit("Outsourcing expenses", "業務委託費", name="BusinessConsignmentExpensesSGA")
    ] = None
    research_and_development_expenses: Is[
        Amount, item.debit("Research and development expenses", "研究開発費", name="ResearchAndDevelopmentExpensesSGA")
    ] = None
    provision_of_allowance_for_doubtful_accounts: Is[
        Amount,
        item.debit(
            "Provision of allowance for doubtful accounts (SG&A)",
            "貸倒引当金繰入額（販管費）",
            name="ProvisionOfAllowanceForDoubtfulAccountsSGA",
        ),
    ] = None
    bad_debts_expenses: Is[
        Amount, item.debit("Bad debt expenses (SG&A)", "貸倒損失（販管費）", name="BadDebtsExpensesSGA")
    ] = None
    provision_for_product_warranties: Is[
        Amount,
        item.debit(
            "Provision for product warranties (SG&A)", "製品保証引当金繰入額", name="ProvisionForProductWarrantiesSGA"
        ),
    ] = None
    miscellaneous_expenses: Is[
        Amount, item.debit("Miscellaneous expenses", "雑費", name="MiscellaneousExpensesSGA")
    ] = None
    other: Is[
        Amount,
        item.debit(
            "Other selling, general and administrative expenses", "その他の販売費及び一般管理費", name="OtherSGA"
        ),
    ] = None


@item.part("Non-operating income", "営業外収益", prefix="", edinet="jppfs_cor")
@frozen(kw_only=True)
class NonOperatingIncome(Part):
    """Income that is not of the main business and recurs."""

    interest_income: Is[
        Amount, item.credit("Interest income (non-operating)", "受取利息（営業外）", name="InterestIncomeNOI")
    ] = None
    interest_on_securities: Is[
        Amount, item.credit("Interest on securities", "有価証券利息", name="InterestOnSecuritiesNOI")
    ] = None
    dividends_income: Is[Amount, item.credit("Dividend income", "受取配当金", name="DividendsIncomeNOI")] = None
    interest_and_dividends_income: Is[
        Amount, item.credit("Interest and dividends income", "受取利息及び配当金", name="InterestAndDividendsIncomeNOI")
    ] = None
    purchase_discounts: Is[Amount, item.credit("Purchase discounts", "仕入割引", name="PurchaseDiscountsNOI")] = None
    equity_in_earnings_of_affiliates: Is[
        Amount,
        item.credit(
            "Share of profit of entities accounted for using equity method",
            "持分法による投資利益",
            name="EquityInEarningsOfAffiliatesNOI",
        ),
    ] = None
    foreign_exchange_gains: Is[
        Amount,
        item.credit("Foreign exchange gains (non-operating)", "為替差益（営業外）", name="ForeignExchangeGainsNOI"),
    ] = None
    gain_on_sales_of_securities: Is[
        Amount, item.credit("Gain on sale of securities", "有価証券売却益", name="GainOnSalesOfSecuritiesNOI")
    ] = None
    gain_on_sales_of_investment_securities: Is[
        Amount,
        item.credit(
            "Gain on sale of investment securities (non-operating)",
            "投資有価証券売却益（営業外）",
            name="GainOnSalesOfInvestmentSecuritiesNOI",
        ),
    ] = None
    gain_on_valuation_of_securities: Is[
        Amount, item.credit("Gain on valuation of securities", "有価証券評価益", name="GainOnValuationOfSecuritiesNOI")
    ] = None
    gain_on_investments_in_partnership: Is[
        Amount,
        item.credit(
            "Gain on investments in investment partnerships",
            "投資事業組合運用益",
            name="GainOnInvestmentsInPartnershipNOI",
        ),
    ] = None
    gain_on_valuation_of_derivatives: Is[
        Amount,
        item.credit("Gain on valuation of derivatives", "デリバティブ評価益", name="GainOnValuationOfDerivativesNOI"),
    ] = None
    business_advisory_fee: Is[
        Amount, item.credit("Consulting fee income", "経営指導料", name="BusinessAdvisoryFeeNOI")
    ] = None
    fiduciary_obligation_fee: Is[
        Amount, item.credit("Outsourcing service income", "業務受託料", name="FiduciaryObligationFeeNOI")
    ] = None
    royalty_income: Is[Amount, item.credit("Royalty income", "受取ロイヤリティー", name="RoyaltyIncomeNOI")] = None
    commission_fee: Is[Amount, item.credit("Commission fee", "受取手数料", name="CommissionFeeNOI")] = None
    rent_income: Is[Amount, item.credit("Rental income", "受取賃貸料", name="RentIncomeNOI")] = None
    real_estate_rent: Is[
        Amount, item.credit("Rental income from real estate", "不動産賃貸料", name="RealEstateRentNOI")
    ] = None
    house_rent_income: Is[
        Amount, item.credit("Rental income from buildings", "受取家賃", name="HouseRentIncomeNOI")
    ] = None
    insurance_income: Is[Amount, item.credit("Insurance claim income", "受取保険金", name="InsuranceIncomeNOI")] = None
    guarantee_commission_received: Is[
        Amount, item.credit("Guarantee commission income", "受取保証料", name="GuaranteeCommissionReceivedNOI")
    ] = None
    compensation_income: Is[Amount, item.credit("Compensation income", "受取補償金", name="CompensationIncomeNOI")] = (
        None
    )
    subsidies_received: Is[Amount, item.credit("Subsidies received", "助成金収入", name="SubsidyIncomeNOIBounty")] = (
        None
    )
    subsidy_income: Is[Amount, item.credit("Subsidy income", "補助金収入", name="SubsidyIncomeNOI")] = None
    electricity_sale_income: Is[
        Amount, item.credit("Electricity sale income", "売電収入", name="ElectricitySaleIncomeNOI")
    ] = None
    insurance_premiums_refunded_cancellation: Is[
        Amount,
        item.credit(
            "Surrender value of insurance policies", "保険解約返戻金", name="InsurancePremiumsRefundedCancellationNOI"
        ),
    ] = None
    gain_on_sales_of_noncurrent_assets: Is[
        Amount,
        item.credit(
            "Gain on sale of non-current assets (non-operating)",
            "固定資産売却益（営業外）",
            name="GainOnSalesOfNoncurrentAssetsNOI",
        ),
    ] = None
    reversal_of_allowance_for_doubtful_accounts: Is[
        Amount,
        item.credit(
            "Reversal of allowance for doubtful accounts (non-operating)",
            "貸倒引当金戻入額（営業外）",
            name="ReversalOfAllowanceForDoubtfulAccountsNOI",
        ),
    ] = None
    gain_on_bad_debts_recovered: Is[
        Amount,
        item.credit("Recoveries of written off receivables", "償却債権取立益", name="GainOnBadDebtsRecoveredNOI"),
    ] = None
    gain_on_sales_of_scraps: Is[
        Amount, item.credit("Gain on sale of scraps", "スクラップ売却益", name="GainOnSalesOfScraps2NOI")
    ] = None
    interest_on_refund: Is[Amount, item.credit("Interest on tax refund", "還付加算金", name="InterestOnRefundNOI")] = (
        None
    )
    subsidies_for_employment_adjustment: Is[
        Amount,
        item.credit(
            "Subsidies for employment adjustment", "雇用調整助成金", name="SubsidiesForEmploymentAdjustmentNOI"
        ),
    ] = None
    miscellaneous_income: Is[Amount, item.credit("Miscellaneous income", "雑収入", name="MiscellaneousIncomeNOI")] = (
        None
    )
    other: Is[Amount, item.credit("Other non-operating income", "その他の営業外収益", name="OtherNOI")] = None
    total: Is[
        Amount, item.credit("Total non-operating income", "営業外収益合計", name="NonOperatingIncome", total=True)
    ] = None


@item.part("Non-operating expenses", "営業外費用", prefix="", edinet="jppfs_cor")
@frozen(kw_only=True)
class NonOperatingExpenses(Part):
    """Expenses that are not of the main business and recur."""

    interest_expenses: Is[Amount, item.debit("Interest expenses", "支払利息", name="InterestExpensesNOE")] = None
    interest_on_bonds: Is[Amount, item.debit("Interest expenses on bonds", "社債利息", name="InterestOnBondsNOE")] = (
        None
    )
    sales_discounts: Is[Amount, item.debit("Sales discounts", "売上割引", name="SalesDiscountsNOE")] = None
    loss_on_sales_of_securities: Is[
        Amount, item.debit("Loss on sale of securities", "有価証券売却損", name="LossOnSalesOfSecuritiesNOE")
    ] = None
    loss_on_valuation_of_securities: Is[
        Amount, item.debit("Loss on valuation of securities", "有価証券評価損", name="LossOnValuationOfSecuritiesNOE")
    ] = None
    loss_on_sales_of_investment_securities: Is[
        Amount,
        item.debit(
            "Loss on sale of investment securities (non-operating)",
            "投資有価証券売却損（営業外）",
            name="LossOnSalesOfInvestmentSecuritiesNOE",
        ),
    ] = None
    loss_on_valuation_of_investment_securities: Is[
        Amount,
        item.debit(
            "Loss on valuation of investment securities (non-operating)",
            "投資有価証券評価損（営業外）",
            name="LossOnValuationOfInvestmentSecuritiesNOE",
        ),
    ] = None
    equity_in_losses_of_affiliates: Is[
        Amount,
        item.debit(
            "Share of loss of entities accounted for using equity method",
            "持分法による投資損失",
            name="EquityInLossesOfAffiliatesNOE",
        ),
    ] = None
    loss_on_investments_in_partnership: Is[
        Amount,
        item.debit(
            "Loss on investments in investment partnerships",
            "投資事業組合運用損",
            name="LossOnInvestmentsInPartnershipNOE",
        ),
    ] = None
    loss_on_valuation_of_derivatives: Is[
        Amount,
        item.debit("Loss on valuation of derivatives", "デリバティブ評価損", name="LossOnValuationOfDerivativesNOE"),
    ] = None
    amortization_of_bond_issuance_cost: Is[
        Amount,
        item.debit("Amortization of bond issuance costs", "社債発行費償却", name="AmortizationOfBondIssuanceCostNOE"),
    ] = None
    bond_issuance_cost: Is[Amount, item.debit("Bond issuance costs", "社債発行費", name="BondIssuanceCostNOE")] = None
    stock_issuance_cost: Is[Amount, item.debit("Share issuance costs", "株式交付費", name="StockIssuanceCostNOE")] = (
        None
    )
    amortization_of_stock_issuance_cost: Is[
        Amount,
        item.debit("Amortization of stock issuance cost", "新株発行費償却", name="AmortizationOfStockIssuanceCostNOE"),
    ] = None
    commission_for_purchase_of_treasury_stock: Is[
        Amount,
        item.debit(
            "Commission for purchase of treasury shares",
            "自己株式取得費用",
            name="CommissionForPurchaseOfTreasuryStockNOE",
        ),
    ] = None
    interest_on_commercial_papers: Is[
        Amount,
        item.debit(
            "Interest expenses on commercial papers", "コマーシャル・ペーパー利息", name="InterestOnCommercialPapersNOE"
        ),
    ] = None
    foreign_exchange_losses: Is[
        Amount, item.debit("Foreign exchange losses", "為替差損", name="ForeignExchangeLossesNOE")
    ] = None
    loss_on_sales_of_notes_payable: Is[
        Amount,
        item.debit("Loss on sale of notes receivable - trade", "手形売却損", name="LossOnSalesOfNotesPayableNOE"),
    ] = None
    loss_on_sales_of_electronically_recorded_monetary_claims: Is[
        Amount,
        item.debit(
            "Loss on sale of electronically recorded monetary claims",
            "電子記録債権売却損",
            name="LossOnSalesOfElectronicallyRecordedMonetaryClaimsNOE",
        ),
    ] = None
    depreciation_of_inactive_noncurrent_assets: Is[
        Amount,
        item.debit(
            "Depreciation of inactive non-current assets",
            "休止固定資産減価償却費",
            name="DepreciationOfInactiveNoncurrentAssetsNOE",
        ),
    ] = None
    rent_expenses: Is[Amount, item.debit("Rental expenses", "賃貸費用", name="RentExpensesNOE")] = None
    rent_expenses_on_real_estates: Is[
        Amount, item.debit("Rental expenses on real estate", "不動産賃貸費用", name="RentExpensesOnRealEstatesNOE")
    ] = None
    electricity_sale_expenses: Is[
        Amount, item.debit("Electricity sale expenses", "売電費用", name="ElectricitySaleExpensesNOE")
    ] = None
    loss_on_sales_of_noncurrent_assets: Is[
        Amount,
        item.debit(
            "Loss on sale of non-current assets (non-operating)",
            "固定資産売却損（営業外）",
            name="LossOnSalesOfNoncurrentAssetsNOE",
        ),
    ] = None
    loss_on_retirement_of_noncurrent_assets: Is[
        Amount,
        item.debit(
            "Loss on retirement of non-current assets (non-operating)",
            "固定資産除却損（営業外）",
            name="LossOnRetirementOfNoncurrentAssetsNOE",
        ),
    ] = None
    loss_on_disposal_of_noncurrent_assets: Is[
        Amount,
        item.debit(
            "Loss on disposal of non-current assets (non-operating)",
            "固定資産処分損（営業外）",
            name="LossOnDisposalOfNoncurrentAssetsNOE",
        ),
    ] = None
    provision_of_allowance_for_doubtful_accounts: Is[
        Amount,
        item.debit(
            "Provision of allowance for doubtful accounts (non-operating)",
            "貸倒引当金繰入額（営業外）",
            name="ProvisionOfAllowanceForDoubtfulAccountsNOE",
        ),
    ] = None
    bad_debts_expenses: Is[
        Amount, item.debit("Bad debt expenses (non-operating)", "貸倒損失（営業外）", name="BadDebtsExpensesNOE")
    ] = None
    commission_fee: Is[
        Amount, item.debit("Commission expenses (non-operating)", "支払手数料（営業外）", name="CommissionFeeNOE")
    ] = None
    guarantee_commission: Is[
        Amount, item.debit("Guarantee commission", "支払保証料", name="GuaranteeCommissionNOE")
    ] = None
    compensation_expenses: Is[
        Amount, item.debit("Compensation expenses", "支払補償費", name="CompensationExpensesNOE")
    ] = None
    taxes_and_dues: Is[
        Amount, item.debit("Taxes and dues (non-operating)", "租税公課（営業外）", name="TaxesAndDuesNOE")
    ] = None
    contribution: Is[Amount, item.debit("Donations", "寄付金", name="ContributionNOE")] = None
    loss_on_transfer_of_receivables: Is[
        Amount, item.debit("Loss on sale of receivables", "債権売却損", name="LossOnTransferOfReceivablesNOE")
    ] = None
    commission_for_syndicate_loan: Is[
        Amount,
        item.debit("Commission for syndicated loans", "シンジケートローン手数料", name="CommissionForSyndicateLoanNOE"),
    ] = None
    litigation_expenses: Is[Amount, item.debit("Litigation expenses", "訴訟関連費用", name="LitigationExpensesNOE")] = (
        None
    )
    listing_expenses: Is[Amount, item.debit("Listing expenses", "上場関連費用", name="ListingExpensesNOE")] = None
    miscellaneous_loss: Is[Amount, item.debit("Miscellaneous losses", "雑損失", name="MiscellaneousLossNOE")] = None
    other: Is[Amount, item.debit("Other non-operating expenses", "その他の営業外費用", name="OtherNOE")] = None
    total: Is[
        Amount, item.debit("Total non-operating expenses", "営業外費用合計", name="NonOperatingExpenses", total=True)
    ] = None


@item.part("Extraordinary income", "特別利益", prefix="", edinet="jppfs_cor")
@frozen(kw_only=True)
class ExtraordinaryIncome(Part):
    """Income that does not recur."""

    gain_on_step_acquisitions: Is[
        Amount, item.credit("Gain on step acquisitions", "段階取得に係る差益", name="GainOnStepAcquisitionsEI")
    ] = None
    gain_on_change_in_equity: Is[
        Amount, item.credit("Gain on change in equity", "持分変動利益", name="GainOnChangeInEquityEI")
    ] = None
    gain_on_extinguishment_of_tie_in_shares: Is[
        Amount,
        item.credit(
            "Gain on extinguishment of tie-in shares", "抱合せ株式消滅差益", name="GainOnExtinguishmentOfTieInSharesEI"
        ),
    ] = None
    gain_on_sales_of_noncurrent_assets: Is[
        Amount,
        item.credit("Gain on sale of non-current assets", "固定資産売却益", name="GainOnSalesOfNoncurrentAssetsEI"),
    ] = None
    gain_on_disposal_of_noncurrent_assets: Is[
        Amount,
        item.credit(
            "Gain on disposal of non-current assets", "固定資産処分益", name="GainOnDisposalOfNoncurrentAssetsEI"
        ),
    ] = None
    gain_on_sales_of_land: Is[Amount, item.credit("Gain on sale of land", "土地売却益", name="GainOnSalesOfLandEI")] = (
        None
    )
    gain_on_sales_of_investment_securities: Is[
        Amount,
        item.credit(
            "Gain on sales of investment securities", "投資有価証券売却益", name="GainOnSalesOfInvestmentSecuritiesEI"
        ),
    ] = None
    gain_on_redemption_of_investment_securities: Is[
        Amount,
        item.credit(
            "Gain on redemption of investment securities",
            "投資有価証券償還益",
            name="GainOnRedemptionOfInvestmentSecuritiesEI",
        ),
    ] = None
    gain_on_negative_goodwill: Is[
        Amount, item.credit("Gain on bargain purchase", "負ののれん発生益", name="GainOnNegativeGoodwillEI")
    ] = None
    gain_on_liquidation_of_subsidiaries_and_affiliates: Is[
        Amount,
        item.credit(
            "Gain on liquidation of subsidiaries and associates",
            "関係会社清算益",
            name="GainOnLiquidationOfSubsidiariesAndAffiliatesEI",
        ),
    ] = None
    gain_on_sales_of_subsidiaries_and_affiliates_stocks: Is[
        Amount,
        item.credit(
            "Gain on sale of shares of subsidiaries and associates",
            "関係会社株式売却益",
            name="GainOnSalesOfSubsidiariesAndAffiliatesStocksEI",
        ),
    ] = None
    gain_on_transfer_of_business: Is[
        Amount, item.credit("Gain on sale of businesses", "事業譲渡益", name="GainOnTransferOfBusinessEI")
    ] = None
    reversal_of_allowance_for_doubtful_accounts: Is[
        Amount,
        item.credit(
            "Reversal of allowance for doubtful accounts",
            "貸倒引当金戻入額",
            name="ReversalOfAllowanceForDoubtfulAccountsEI",
        ),
    ] = None
    reversal_of_provision_for_loss_on_business_of_subsidiaries_and_affiliates: Is[
        Amount,
        item.credit(
            "Reversal of provision for loss on business of subsidiaries and associates",
            "関係会社事業損失引当金戻入額",
            name="ReversalOfProvisionForLossOnBusinessOfSubsidiariesAndAffiliatesEI",
        ),
    ] = None
    gain_on_revision_of_retirement_benefit_plan: Is[
        Amount,
        item.credit(
            "Gain on revision of retirement benefit plan",
            "退職給付制度改定益",
            name="GainOnRevisionOfRetirementBenefitPlanEI",
        ),
    ] = None
    subsidy: Is[Amount, item.credit("Subsidy income (extraordinary)", "補助金収入（特別）", name="SubsidyEI")] = None
    gain_on_reversal_of_subscription_rights_to_shares: Is[
        Amount,
        item.credit(
            "Gain on reversal of share acquisition rights",
            "新株予約権戻入益",
            name="GainOnReversalOfSubscriptionRightsToSharesEI",
        ),
    ] = None
    insurance_income: Is[
        Amount, item.credit("Insurance claim income (extraordinary)", "受取保険金（特別）", name="InsuranceIncomeEI")
    ] = None
    compensation_income: Is[
        Amount, item.credit("Compensation income (extraordinary)", "受取補償金（特別）", name="CompensationIncomeEI")
    ] = None
    settlement_received: Is[Amount, item.credit("Settlement income", "受取和解金", name="SettlementReceivedEI")] = None
    gain_on_forgiveness_of_debts: Is[
        Amount, item.credit("Gain on forgiveness of debts", "債務免除益", name="GainOnForgivenessOfDebtsEI")
    ] = None
    other: Is[Amount, item.credit("Other extraordinary income", "その他の特別利益", name="OtherEI")] = None
    total: Is[
        Amount, item.credit("Total extraordinary income", "特別利益合計", name="ExtraordinaryIncome", total=True)
    ] = None


@item.part("Extraordinary losses", "特別損失", prefix="", edinet="jppfs_cor")
@frozen(kw_only=True)
class ExtraordinaryLoss(Part):
    """Losses that do not recur."""

    loss_on_step_acquisitions: Is[
        Amount, item.debit("Loss on step acquisitions", "段階取得に係る差損", name="LossOnStepAcquisitionsEL")
    ] = None
    loss_on_change_in_equity: Is[
        Amount, item.debit("Loss on change in equity", "持分変動損失", name="LossOnChangeInEquityEL")
    ] = None
    loss_on_sales_of_noncurrent_assets: Is[
        Amount,
        item.debit("Loss on sales of non-current assets", "固定資産売却損", name="LossOnSalesOfNoncurrentAssetsEL"),
    ] = None
    impairment_loss: Is[Amount, item.debit("Impairment losses", "減損損失", name="ImpairmentLossEL")] = None
    loss_on_disaster: Is[Amount, item.debit("Loss on disaster", "災害による損失", name="LossOnDisasterEL")] = None
    loss_on_retirement_of_noncurrent_assets: Is[
        Amount,
        item.debit(
            "Loss on retirement of non-current assets", "固定資産除却損", name="LossOnRetirementOfNoncurrentAssetsEL"
        ),
    ] = None
    loss_on_sales_and_retirement_of_noncurrent_assets: Is[
        Amount,
        item.debit(
            "Loss on sale and retirement of non-current assets",
            "固定資産除売却損",
            name="LossOnSalesAndRetirementOfNoncurrentAssetsEL",
        ),
    ] = None
    loss_on_disposal_of_noncurrent_assets: Is[
        Amount,
        item.debit(
            "Loss on disposal of non-current assets", "固定資産処分損", name="LossOnDisposalOfNoncurrentAssetsEL"
        ),
    ] = None
    loss_on_reduction_of_noncurrent_assets: Is[
        Amount,
        item.debit(
            "Loss on tax purpose reduction entry of non-current assets",
            "固定資産圧縮損",
            name="LossOnReductionOfNoncurrentAssetsEL",
        ),
    ] = None
    loss_on_sales_of_investment_securities: Is[
        Amount,
        item.debit(
            "Loss on sale of investment securities", "投資有価証券売却損", name="LossOnSalesOfInvestmentSecuritiesEL"
        ),
    ] = None
    loss_on_valuation_of_investment_securities: Is[
        Amount,
        item.debit(
            "Loss on valuation of investment securities",
            "投資有価証券評価損",
            name="LossOnValuationOfInvestmentSecuritiesEL",
        ),
    ] = None
    loss_on_valuation_of_stocks_of_subsidiaries_and_affiliates: Is[
        Amount,
        item.debit(
            "Loss on valuation of stocks of subsidiaries and affiliates",
            "関係会社株式評価損",
            name="LossOnValuationOfStocksOfSubsidiariesAndAffiliatesEL",
        ),
    ] = None
    loss_on_sales_of_stocks_of_subsidiaries_and_affiliates: Is[
        Amount,
        item.debit(
            "Loss on sale of shares of subsidiaries and associates",
            "関係会社株式売却損",
            name="LossOnSalesOfStocksOfSubsidiariesAndAffiliatesEL",
        ),
    ] = None
    loss_on_valuation_of_investments_in_capital_of_subsidiaries_and_affiliates: Is[
        Amount,
        item.debit(
            "Loss on valuation of investments in capital of subsidiaries and associates",
            "関係会社出資金評価損",
            name="LossOnValuationOfInvestmentsInCapitalOfSubsidiariesAndAffiliatesEL",
        ),
    ] = None
    loss_on_liquidation_of_subsidiaries_and_affiliates: Is[
        Amount,
        item.debit(
            "Loss on liquidation of subsidiaries and associates",
            "関係会社整理損",
            name="LossOnLiquidationOfSubsidiariesAndAffiliatesGeneralEL",
        ),
    ] = None
    loss_on_liquidation_of_business: Is[
        Amount, item.debit("Loss on liquidation of business", "事業整理損", name="LossOnLiquidationOfBusinessEL")
    ] = None
    loss_on_business_of_subsidiaries_and_affiliates: Is[
        Amount,
        item.debit(
            "Loss on business of subsidiaries and associates",
            "関係会社事業損失",
            name="LossOnBusinessOfSubsidiariesAndAffiliatesEL",
        ),
    ] = None
    provision_for_loss_on_business_of_subsidiaries_and_affiliates: Is[
        Amount,
        item.debit(
            "Provision for loss on business of subsidiaries and associates",
            "関係会社事業損失引当金繰入額",
            name="ProvisionForLossOnBusinessOfSubsidiariesAndAffiliatesEL",
        ),
    ] = None
    business_structure_improvement_expenses: Is[
        Amount,
        item.debit(
            "Business restructuring expenses", "事業構造改善費用", name="BusinessStructureImprovementExpensesEL"
        ),
    ] = None
    provision_for_business_structure_improvement: Is[
        Amount,
        item.debit(
            "Provision for business restructuring",
            "事業構造改善引当金繰入額",
            name="ProvisionForBusinessStructureImprovementEL",
        ),
    ] = None
    loss_on_business_withdrawal: Is[
        Amount, item.debit("Loss on withdrawal from business", "事業撤退損", name="LossOnBusinessWithdrawalEL")
    ] = None
    loss_on_transfer_of_business: Is[
        Amount, item.debit("Loss on sale of businesses", "事業譲渡損", name="LossOnTransferOfBusinessEL")
    ] = None
    provision_of_allowance_for_doubtful_accounts_for_subsidiaries_and_affiliates: Is[
        Amount,
        item.debit(
            "Provision of allowance for doubtful accounts for subsidiaries and associates",
            "関係会社貸倒引当金繰入額",
            name="ProvisionOfAllowanceForDoubtfulAccountsForSubsidiariesAndAffiliatesEL",
        ),
    ] = None
    special_retirement_expenses: Is[
        Amount, item.debit("Special retirement expenses", "特別退職金", name="SpecialRetirementExpensesEL")
    ] = None
    extra_retirement_payments: Is[
        Amount, item.debit("Extra retirement payments", "割増退職金", name="ExtraRetirementPaymentsEL")
    ] = None
    loss_on_closing_of_stores: Is[
        Amount, item.debit("Loss on store closings", "店舗閉鎖損失", name="LossOnClosingOfStoresEL")
    ] = None
    head_office_transfer_cost: Is[
        Amount, item.debit("Head office relocation expenses", "本社移転費用", name="HeadOfficeTransferCostEL")
    ] = None
    provision_of_allowance_for_doubtful_accounts: Is[
        Amount,
        item.debit(
            "Provision of allowance for doubtful accounts",
            "貸倒引当金繰入額",
            name="ProvisionOfAllowanceForDoubtfulAccountsEL",
        ),
    ] = None
    loss_on_valuation_of_inventories: Is[
        Amount, item.debit("Loss on valuation of inventories", "棚卸資産評価損", name="LossOnValuationOfInventoriesEL")
    ] = None
    loss_on_cancellation_of_leasehold_contracts: Is[
        Amount,
        item.debit(
            "Loss on cancellation of rental contracts",
            "賃貸借契約解約損",
            name="LossOnCancellationOfLeaseholdContractsEL",
        ),
    ] = None
    loss_on_revision_of_retirement_benefit_plan: Is[
        Amount,
        item.debit(
            "Loss on revision of retirement benefit plan",
            "退職給付制度改定損",
            name="LossOnRevisionOfRetirementBenefitPlanEL",
        ),
    ] = None
    compensation_for_damage: Is[
        Amount, item.debit("Compensation for damage", "損害賠償金", name="CompensationForDamageEL")
    ] = None
    settlement_package: Is[Amount, item.debit("Settlement payments", "和解金", name="SettlementPackageEL")] = None
    loss_on_litigation: Is[Amount, item.debit("Loss on litigation", "訴訟関連損失", name="LossOnLitigationEL")] = None
    provision_for_loss_on_litigation: Is[
        Amount,
        item.debit("Provision for loss on litigation", "訴訟損失引当金繰入額", name="ProvisionForLossOnLitigationEL"),
    ] = None
    provision_for_environmental_measures: Is[
        Amount,
        item.debit(
            "Provision for environmental measures", "環境対策引当金繰入額", name="ProvisionForEnvironmentalMeasuresEL"
        ),
    ] = None
    environmental_expenses: Is[
        Amount, item.debit("Environmental expenses", "環境対策費", name="EnvironmentalExpensesEL")
    ] = None
    provision_for_loss_on_disaster: Is[
        Amount,
        item.debit("Provision for loss on disaster", "災害損失引当金繰入額", name="ProvisionForLossOnDisasterEL"),
    ] = None
    other: Is[Amount, item.debit("Other extraordinary losses", "その他の特別損失", name="OtherEL")] = None
    total: Is[
        Amount, item.debit("Total extraordinary losses", "特別損失合計", name="ExtraordinaryLoss", total=True)
    ] = None


@item.part(
    "Statement of income", "損益計算書", prefix="", edinet="jppfs_cor", role=True, file=True,
    ref=(item.act("435", "2"), item.accounting("88")),
)  # fmt: skip
@frozen(kw_only=True)
class IncomeStatement(Part):
    """Statement of income (Companies Act, article 435, paragraph 2; Ordinance on Company Accounting, articles 87 to 94)."""

    title: Is[
        Text | None, item.words("Title of the statement of income", "損益計算書の表題", name="IncomeStatementTitle")
    ] = None
    heading: Is[
        Text | None,
        item.words(
            "Period of the statement of income as printed", "損益計算書の期間の記載", name="IncomeStatementHeading"
        ),
    ] = None
    unit_note: Is[
        Text | None,
        item.words(
            "Unit as printed in the statement of income", "損益計算書の単位の記載", name="IncomeStatementUnitNote"
        ),
    ] = None
    sales: NetSalesByKind | None = None
    net_sales: Is[
        Amount,
        item.credit(
            "Net sales",
            "売上高",
            total=(
                "sales.net_sales_of_goods",
                "sales.net_sales_of_finished_goods",
                "sales.net_sales_of_merchandise_and_finished_goods",
                "sales.service_sales",
                "sales.service_revenue",
                "sales.real_estate_sales",
                "sales.rent_income",
                "sales.commission_income",
                "sales.royalty_income",
                "sales.dividends_from_subsidiaries_and_affiliates",
                "sales.management_fee_income",
                "sales.consulting_fee_income",
                "sales.contracts_completed",
                "sales.construction_sales",
                "sales.sales_of_software_development",
                "sales.sales_of_information_service",
                "sales.sales_of_maintenance_service",
                "sales.other_sales",
            ),
        ),
        Measure.REVENUE,
    ] = None
    costs: CostOfSalesByKind | None = None
    cost_of_sales: Is[
        Amount,
        item.debit(
            "Cost of sales",
            "売上原価",
            total=(
                "costs.cost_of_goods_sold",
                "costs.cost_of_finished_goods_sold",
                "costs.cost_of_merchandise_and_finished_goods_sold",
                "costs.cost_of_service_sales",
                "costs.cost_of_sales_real_estate",
                "costs.rent_cost",
                "costs.cost_of_completed_work",
                "costs.cost_of_construction_sales",
                "costs.cost_of_sales_of_software_development",
                "costs.cost_of_sales_of_information_service",
                "costs.cost_of_sales_of_maintenance_service",
                "costs.other_cost",
            ),
        ),
        Measure.COST_OF_REVENUE,
    ] = None
    gross_profit: Is[
        Amount, item.credit("Gross profit", "売上総利益", total=("net_sales", "cost_of_sales")), Measure.GROSS_PROFIT
    ] = None
    operating_revenue: Is[
        Amount, item.credit("Operating revenue", "営業収益", name="OperatingRevenue1", doc="Instead of net sales.")
    ] = None
    operating_expenses: Is[
        Amount,
        item.debit(
            "Operating expenses",
            "営業費用",
            doc="Instead of cost of sales and selling, general and administrative expenses.",
        ),
    ] = None
    expenses: SellingGeneralAndAdministrative | None = None
    selling_general_and_administrative_expenses: Is[
        Amount,
        item.debit(
            "Selling, general and administrative expenses",
            "販売費及び一般管理費",
            total=(
                "expenses.sales_commission",
                "expenses.packing_and_transportation_expenses",
                "expenses.freightage_expenses",
                "expenses.warehousing_expenses",
                "expenses.advertising_expenses",
                "expenses.promotion_expenses",
                "expenses.directors_compensations",
                "expenses.personal_expenses",
                "expenses.salaries",
                "expenses.salaries_and_allowances",
                "expenses.employees_salaries_and_bonuses",
                "expenses.bonuses",
                "expenses.provision_for_bonuses",
                "expenses.provision_for_directors_bonuses",
                "expenses.retirement_benefit_expenses",
                "expenses.provision_for_directors_retirement_benefits",
                "expenses.share_based_compensation_expenses",
                "expenses.legal_welfare_expenses",
                "expenses.welfare_expenses",
                "expenses.education_and_training_expenses",
                "expenses.recruiting_expenses",
                "expenses.entertainment_expenses",
                "expenses.traveling_and_transportation_expenses",
                "expenses.communication_expenses",
                "expenses.utilities_expenses",
                "expenses.supplies_expenses",
                "expenses.taxes_and_dues",
                "expenses.depreciation",
                "expenses.amortization_of_goodwill",
                "expenses.repair_expenses",
                "expenses.insurance_expenses",
                "expenses.rent_expenses",
                "expenses.rents",
                "expenses.commission_fee",
                "expenses.compensations",
                "expenses.business_consignment_expenses",
                "expenses.research_and_development_expenses",
                "expenses.provision_of_allowance_for_doubtful_accounts",
                "expenses.bad_debts_expenses",
                "expenses.provision_for_product_warranties",
                "expenses.miscellaneous_expenses",
                "expenses.other",
            ),
        ),
        Measure.SELLING_GENERAL_ADMINISTRATIVE,
    ] = None
    operating_income: Is[
        Amount,
        item.credit(
            "Operating income",
            "営業利益",
            total=(
                "gross_profit",
                "operating_revenue",
                "operating_expenses",
                "selling_general_and_administrative_expenses",
            ),
        ),
        Measure.OPERATING_INCOME,
    ] = None
    non_operating_income: NonOperatingIncome | None = None
    non_operating_expenses: NonOperatingExpenses | None = None
    ordinary_income: Is[
        Amount,
        item.credit(
            "Ordinary income",
            "経常利益",
            total=("operating_income", "non_operating_income.total", "non_operating_expenses.total"),
        ),
        Measure.ORDINARY_INCOME,
    ] = None
    extraordinary_income: ExtraordinaryIncome | None = None
    extraordinary_loss: ExtraordinaryLoss | None = None
    income_before_income_taxes: Is[
        Amount,
        item.credit(
            "Income before income taxes",
            "税引前当期純利益",
            total=("ordinary_income", "extraordinary_income.total", "extraordinary_loss.total"),
        ),
        Measure.INCOME_BEFORE_TAX,
    ] = None
    income_taxes_current: Is[Amount, item.debit("Income taxes - current", "法人税、住民税及び事業税")] = None
    income_taxes_for_prior_periods: Is[
        Amount,
        item.debit("Income taxes for prior periods", "過年度法人税等", name="IncomeTaxesForPriorPeriodsIncomeTaxes"),
    ] = None
    income_taxes_deferred: Is[Amount, item.debit("Income taxes - deferred", "法人税等調整額")] = None
    income_taxes: Is[
        Amount,
        item.debit(
            "Income taxes",
            "法人税等合計",
            total=("income_taxes_current", "income_taxes_for_prior_periods", "income_taxes_deferred"),
        ),
        Measure.INCOME_TAXES,
    ] = None
    profit_loss: Is[
        Amount,
        item.credit(
            "Net income",
            "当期純利益",
            total=(
                "income_before_income_taxes",
                "income_taxes_current",
                "income_taxes_for_prior_periods",
                "income_taxes_deferred",
            ),
        ),
        Measure.PROFIT,
        Also(Measure.NET_INCOME, ("profit_attributable_to_owners_of_parent",)),
    ] = None
    profit_attributable_to_non_controlling_interests: Is[
        Amount,
        item.credit(
            "Profit attributable to non-controlling interests",
            "非支配株主に帰属する当期純利益",
            name="ProfitLossAttributableToNonControllingInterests",
            memo=True,
        ),
    ] = None
    profit_attributable_to_owners_of_parent: Is[
        Amount,
        item.credit(
            "Profit attributable to owners of parent",
            "親会社株主に帰属する当期純利益",
            name="ProfitLossAttributableToOwnersOfParent",
            memo=True,
        ),
        Measure.NET_INCOME,
        adds("profit_loss", minus=("profit_attributable_to_non_controlling_interests",)),
    ] = None
