"""Balance sheet under Japanese GAAP (貸借対照表), with the names of EDINET's jppfs taxonomy where it has them."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import Equals, Measure
from filingexport.model.part import Part
from filingexport.model.values import Amount, Text


@item.part("Current assets", "流動資産", prefix="", instant=True, edinet="jppfs_cor")
@frozen(kw_only=True)
class CurrentAssets(Part):
    """Current assets in the order of the statement; allowances are negative."""

    total: Is[Amount, item.debit("Current assets", "流動資産", name="CurrentAssets", total=True)] = None
    cash_and_deposits: Is[Amount, item.debit("Cash and deposits", "現金及び預金")] = None
    notes_and_accounts_receivable_trade_and_contract_assets: Is[
        Amount, item.debit("Notes and accounts receivable - trade, and contract assets", "受取手形、売掛金及び契約資産")
    ] = None
    notes_and_accounts_receivable_trade: Is[
        Amount, item.debit("Notes and accounts receivable - trade", "受取手形及び売掛金")
    ] = None
    accounts_receivable_trade_and_contract_assets: Is[
        Amount, item.debit("Accounts receivable - trade, and contract assets", "売掛金及び契約資産")
    ] = None
    notes_receivable_trade: Is[Amount, item.debit("Notes receivable - trade", "受取手形")] = None
    electronically_recorded_monetary_claims_operating: Is[
        Amount,
        item.debit(
            "Electronically recorded monetary claims - operating",
            "電子記録債権",
            name="ElectronicallyRecordedMonetaryClaimsOperatingCA",
        ),
    ] = None
    accounts_receivable_trade: Is[Amount, item.debit("Accounts receivable - trade", "売掛金")] = None
    contract_assets: Is[Amount, item.debit("Contract assets", "契約資産")] = None
    accounts_receivable_from_subsidiaries_and_affiliates_trade: Is[
        Amount, item.debit("Accounts receivable from subsidiaries and associates - trade", "関係会社売掛金")
    ] = None
    accounts_receivable_installment: Is[Amount, item.debit("Accounts receivable - installment", "割賦売掛金")] = None
    operating_accounts_receivable: Is[
        Amount, item.debit("Trade accounts receivable", "営業未収入金", name="OperatingAccountsReceivableCA")
    ] = None
    operating_loans: Is[Amount, item.debit("Operating loans", "営業貸付金", name="OperatingLoansCA")] = None
    lease_receivables: Is[Amount, item.debit("Lease receivables", "リース債権", name="LeaseReceivablesCA")] = None
    lease_investment_assets: Is[
        Amount, item.debit("Investments in leases (current)", "リース投資資産", name="LeaseInvestmentAssetsCA")
    ] = None
    lease_receivables_and_investment_assets: Is[
        Amount,
        item.debit(
            "Lease receivables and investments in leases",
            "リース債権及びリース投資資産",
            name="LeaseReceivablesAndInvestmentAssetsCA",
        ),
    ] = None
    short_term_investment_securities: Is[Amount, item.debit("Securities", "有価証券")] = None
    stocks_of_parent_company: Is[
        Amount, item.debit("Shares of parent (current)", "親会社株式", name="StocksOfParentCompanyCA")
    ] = None
    money_held_in_trust: Is[Amount, item.debit("Money held in trust", "金銭の信託", name="MoneyHeldInTrustCA")] = None
    operational_investment_securities: Is[
        Amount,
        item.debit("Operational investment securities", "営業投資有価証券", name="OperationalInvestmentSecuritiesCA"),
    ] = None
    inventories: Is[
        Amount, item.debit("Inventories", "棚卸資産", doc="Where the statement prints one amount for all kinds.")
    ] = None
    merchandise_and_finished_goods: Is[Amount, item.debit("Merchandise and finished goods", "商品及び製品")] = None
    merchandise: Is[Amount, item.debit("Merchandise", "商品")] = None
    finished_goods: Is[Amount, item.debit("Finished goods", "製品")] = None
    semi_finished_goods: Is[Amount, item.debit("Semi-finished goods", "半製品")] = None
    raw_materials_and_supplies: Is[Amount, item.debit("Raw materials and supplies", "原材料及び貯蔵品")] = None
    raw_materials: Is[Amount, item.debit("Raw materials", "原材料")] = None
    work_in_process: Is[Amount, item.debit("Work in process", "仕掛品")] = None
    partly_finished_work: Is[Amount, item.debit("Partly-finished work", "半成工事")] = None
    costs_on_uncompleted_services: Is[
        Amount, item.debit("Costs on service contracts in progress", "未成業務支出金")
    ] = None
    real_estate_for_sale: Is[Amount, item.debit("Real estate for sale", "販売用不動産")] = None
    real_estate_for_sale_in_process: Is[Amount, item.debit("Real estate for sale in process", "仕掛販売用不動産")] = (
        None
    )
    supplies: Is[Amount, item.debit("Supplies", "貯蔵品")] = None
    other_inventories: Is[Amount, item.debit("Other inventories", "その他の棚卸資産")] = None
    advance_payments_trade: Is[Amount, item.debit("Advance payments to suppliers", "前渡金")] = None
    advance_payments_other: Is[Amount, item.debit("Advance payments", "前払金")] = None
    prepaid_expenses: Is[Amount, item.debit("Prepaid expenses", "前払費用")] = None
    accrued_income: Is[Amount, item.debit("Accrued revenue", "未収収益")] = None
    accrued_interest: Is[Amount, item.debit("Accrued interest", "未収利息")] = None
    short_term_loans_receivable: Is[Amount, item.debit("Short-term loans receivable", "短期貸付金")] = None
    short_term_loans_receivable_to_subsidiaries_and_affiliates: Is[
        Amount, item.debit("Short-term loans receivable from subsidiaries and associates", "関係会社短期貸付金")
    ] = None
    current_portion_of_long_term_loans_receivable: Is[
        Amount, item.debit("Current portion of long-term loans receivable", "１年内回収予定の長期貸付金")
    ] = None
    current_portion_of_long_term_loans_receivable_from_subsidiaries_and_affiliates: Is[
        Amount,
        item.debit(
            "Current portion of long-term loans receivable from subsidiaries and associates",
            "１年内回収予定の関係会社長期貸付金",
        ),
    ] = None
    accounts_receivable_other: Is[Amount, item.debit("Accounts receivable - other", "未収入金")] = None
    accounts_receivable_other_from_subsidiaries_and_affiliates: Is[
        Amount, item.debit("Accounts receivable from subsidiaries and associates - other", "関係会社未収入金")
    ] = None
    consumption_taxes_receivable: Is[Amount, item.debit("Consumption taxes refund receivable", "未収消費税等")] = None
    income_taxes_receivable: Is[Amount, item.debit("Income taxes refund receivable", "未収還付法人税等")] = None
    non_operating_notes_receivable: Is[Amount, item.debit("Non-operating notes receivable", "営業外受取手形")] = None
    electronically_recorded_monetary_claims_non_operating: Is[
        Amount,
        item.debit(
            "Electronically recorded monetary claims - non-operating",
            "営業外電子記録債権",
            name="ElectronicallyRecordedMonetaryClaimsNonOperatingCA",
        ),
    ] = None
    current_portion_of_guarantee_deposits: Is[
        Amount, item.debit("Current portion of guarantee deposits", "１年内回収予定の差入保証金")
    ] = None
    guarantee_deposits: Is[
        Amount, item.debit("Guarantee deposits (current)", "差入保証金（流動）", name="GuaranteeDepositsCA")
    ] = None
    deposit_paid_in_subsidiaries_and_affiliates: Is[
        Amount, item.debit("Deposits paid to subsidiaries and associates", "関係会社預け金")
    ] = None
    deposits_paid: Is[Amount, item.debit("Deposits paid", "預け金")] = None
    advances_paid: Is[Amount, item.debit("Advances paid", "立替金")] = None
    suspense_payments: Is[Amount, item.debit("Suspense payments", "仮払金")] = None
    trust_beneficiary_right: Is[
        Amount, item.debit("Beneficial interests in trust", "信託受益権", name="TrustBeneficiaryRightCA")
    ] = None
    derivatives: Is[Amount, item.debit("Derivatives (current)", "デリバティブ債権", name="DerivativesCA")] = None
    forward_exchange_contracts: Is[
        Amount, item.debit("Forward exchange contracts (current)", "為替予約", name="ForwardExchangeContractsCA")
    ] = None
    prepaid_pension_cost: Is[
        Amount, item.debit("Prepaid pension costs (current)", "前払年金費用（流動）", name="PrepaidPensionCostCA")
    ] = None
    deferred_tax_assets: Is[
        Amount,
        item.debit(
            "Deferred tax assets (current) (Japanese GAAP)",
            "繰延税金資産（流動）（日本基準）",
            name="DeferredTaxAssetsCA",
            edinet=False,
        ),
    ] = None
    other: Is[Amount, item.debit("Other current assets", "その他の流動資産", name="OtherCA")] = None
    allowance_for_doubtful_accounts: Is[
        Amount,
        item.debit(
            "Allowance for doubtful accounts (current)", "貸倒引当金（流動）", name="AllowanceForDoubtfulAccountsCA"
        ),
    ] = None


@item.part("Property, plant and equipment", "有形固定資産", prefix="", instant=True, edinet="jppfs_cor")
@frozen(kw_only=True)
class PropertyPlantAndEquipment(Part):
    """Tangible non-current assets at cost, with accumulated depreciation as one negative amount."""

    total: Is[
        Amount,
        item.debit("Property, plant and equipment", "有形固定資産", name="PropertyPlantAndEquipment", total=True),
    ] = None
    buildings: Is[
        Amount,
        item.debit(
            "Buildings",
            "建物",
            doc="The amount printed: at cost where depreciation is printed below it, else after depreciation.",
        ),
    ] = None
    accumulated_depreciation_buildings: Is[
        Amount, item.debit("Accumulated depreciation, buildings", "減価償却累計額（建物）")
    ] = None
    accumulated_impairment_buildings: Is[
        Amount,
        item.debit(
            "Accumulated impairment, buildings", "減損損失累計額（建物）", name="AccumulatedImpairmentLossBuildings"
        ),
    ] = None
    accumulated_depreciation_and_impairment_buildings: Is[
        Amount,
        item.debit(
            "Accumulated depreciation and impairment, buildings",
            "減価償却累計額及び減損損失累計額（建物）",
            name="AccumulatedDepreciationAndImpairmentLossBuildings",
        ),
    ] = None
    buildings_net: Is[
        Amount,
        item.debit(
            "Buildings, net",
            "建物（純額）",
            total=(
                "buildings",
                "accumulated_depreciation_buildings",
                "accumulated_impairment_buildings",
                "accumulated_depreciation_and_impairment_buildings",
            ),
        ),
    ] = None
    buildings_and_accompanying_facilities: Is[
        Amount,
        item.debit(
            "Facilities attached to buildings",
            "建物附属設備",
            doc="The amount printed: at cost where depreciation is printed below it, else after depreciation.",
        ),
    ] = None
    accumulated_depreciation_buildings_and_accompanying_facilities: Is[
        Amount,
        item.debit("Accumulated depreciation, facilities attached to buildings", "減価償却累計額（建物附属設備）"),
    ] = None
    accumulated_impairment_buildings_and_accompanying_facilities: Is[
        Amount,
        item.debit(
            "Accumulated impairment, facilities attached to buildings",
            "減損損失累計額（建物附属設備）",
            name="AccumulatedImpairmentLossBuildingsAndAccompanyingFacilities",
        ),
    ] = None
    accumulated_depreciation_and_impairment_buildings_and_accompanying_facilities: Is[
        Amount,
        item.debit(
            "Accumulated depreciation and impairment, facilities attached to buildings",
            "減価償却累計額及び減損損失累計額（建物附属設備）",
            name="AccumulatedDepreciationAndImpairmentLossBuildingsAndAccompanyingFacilities",
        ),
    ] = None
    buildings_and_accompanying_facilities_net: Is[
        Amount,
        item.debit(
            "Facilities attached to buildings, net",
            "建物附属設備（純額）",
            total=(
                "buildings_and_accompanying_facilities",
                "accumulated_depreciation_buildings_and_accompanying_facilities",
                "accumulated_impairment_buildings_and_accompanying_facilities",
                "accumulated_depreciation_and_impairment_buildings_and_accompanying_facilities",
            ),
        ),
    ] = None
    structures: Is[
        Amount,
        item.debit(
            "Structures",
            "構築物",
            doc="The amount printed: at cost where depreciation is printed below it, else after depreciation.",
        ),
    ] = None
    accumulated_depreciation_structures: Is[
        Amount, item.debit("Accumulated depreciation, structures", "減価償却累計額（構築物）")
    ] = None
    accumulated_impairment_structures: Is[
        Amount,
        item.debit(
            "Accumulated impairment, structures", "減損損失累計額（構築物）", name="AccumulatedImpairmentLossStructures"
        ),
    ] = None
    accumulated_depreciation_and_impairment_structures: Is[
        Amount,
        item.debit(
            "Accumulated depreciation and impairment, structures",
            "減価償却累計額及び減損損失累計額（構築物）",
            name="AccumulatedDepreciationAndImpairmentLossStructures",
        ),
    ] = None
    structures_net: Is[
        Amount,
        item.debit(
            "Structures, net",
            "構築物（純額）",
            total=(
                "structures",
                "accumulated_depreciation_structures",
                "accumulated_impairment_structures",
                "accumulated_depreciation_and_impairment_structures",
            ),
        ),
    ] = None
    buildings_and_structures: Is[
        Amount,
        item.debit(
            "Buildings and structures",
            "建物及び構築物",
            doc="The amount printed: at cost where depreciation is printed below it, else after depreciation.",
        ),
    ] = None
    accumulated_depreciation_buildings_and_structures: Is[
        Amount, item.debit("Accumulated depreciation, buildings and structures", "減価償却累計額（建物及び構築物）")
    ] = None
    accumulated_impairment_buildings_and_structures: Is[
        Amount,
        item.debit(
            "Accumulated impairment, buildings and structures",
            "減損損失累計額（建物及び構築物）",
            name="AccumulatedImpairmentLossBuildingsAndStructures",
        ),
    ] = None
    accumulated_depreciation_and_impairment_buildings_and_structures: Is[
        Amount,
        item.debit(
            "Accumulated depreciation and impairment, buildings and structures",
            "減価償却累計額及び減損損失累計額（建物及び構築物）",
            name="AccumulatedDepreciationAndImpairmentLossBuildingsAndStructures",
        ),
    ] = None
    buildings_and_structures_net: Is[
        Amount,
        item.debit(
            "Buildings and structures, net",
            "建物及び構築物（純額）",
            total=(
                "buildings_and_structures",
                "accumulated_depreciation_buildings_and_structures",
                "accumulated_impairment_buildings_and_structures",
                "accumulated_depreciation_and_impairment_buildings_and_structures",
            ),
        ),
    ] = None
    machinery_and_equipment: Is[
        Amount,
        item.debit(
            "Machinery and equipment",
            "機械及び装置",
            doc="The amount printed: at cost where depreciation is printed below it, else after depreciation.",
        ),
    ] = None
    accumulated_depreciation_machinery_and_equipment: Is[
        Amount, item.debit("Accumulated depreciation, machinery and equipment", "減価償却累計額（機械及び装置）")
    ] = None
    accumulated_impairment_machinery_and_equipment: Is[
        Amount,
        item.debit(
            "Accumulated impairment, machinery and equipment",
            "減損損失累計額（機械及び装置）",
            name="AccumulatedImpairmentLossMachineryAndEquipment",
        ),
    ] = None
    accumulated_depreciation_and_impairment_machinery_and_equipment: Is[
        Amount,
        item.debit(
            "Accumulated depreciation and impairment, machinery and equipment",
            "減価償却累計額及び減損損失累計額（機械及び装置）",
            name="AccumulatedDepreciationAndImpairmentLossMachineryAndEquipment",
        ),
    ] = None
    machinery_and_equipment_net: Is[
        Amount,
        item.debit(
            "Machinery and equipment, net",
            "機械及び装置（純額）",
            total=(
                "machinery_and_equipment",
                "accumulated_depreciation_machinery_and_equipment",
                "accumulated_impairment_machinery_and_equipment",
                "accumulated_depreciation_and_impairment_machinery_and_equipment",
            ),
        ),
    ] = None
    machinery_equipment_and_vehicles: Is[
        Amount,
        item.debit(
            "Machinery, equipment and vehicles",
            "機械装置及び運搬具",
            doc="The amount printed: at cost where depreciation is printed below it, else after depreciation.",
        ),
    ] = None
    accumulated_depreciation_machinery_equipment_and_vehicles: Is[
        Amount,
        item.debit(
            "Accumulated depreciation, machinery, equipment and vehicles", "減価償却累計額（機械装置及び運搬具）"
        ),
    ] = None
    accumulated_impairment_machinery_equipment_and_vehicles: Is[
        Amount,
        item.debit(
            "Accumulated impairment, machinery, equipment and vehicles",
            "減損損失累計額（機械装置及び運搬具）",
            name="AccumulatedImpairmentLossMachineryEquipmentAndVehicles",
        ),
    ] = None
    accumulated_depreciation_and_impairment_machinery_equipment_and_vehicles: Is[
        Amount,
        item.debit(
            "Accumulated depreciation and impairment, machinery, equipment and vehicles",
            "減価償却累計額及び減損損失累計額（機械装置及び運搬具）",
            name="AccumulatedDepreciationAndImpairmentLossMachineryEquipmentAndVehicles",
        ),
    ] = None
    machinery_equipment_and_vehicles_net: Is[
        Amount,
        item.debit(
            "Machinery, equipment and vehicles, net",
            "機械装置及び運搬具（純額）",
            total=(
                "machinery_equipment_and_vehicles",
                "accumulated_depreciation_machinery_equipment_and_vehicles",
                "accumulated_impairment_machinery_equipment_and_vehicles",
                "accumulated_depreciation_and_impairment_machinery_equipment_and_vehicles",
            ),
        ),
    ] = None
    vessels: Is[
        Amount,
        item.debit(
            "Vessels",
            "船舶",
            doc="The amount printed: at cost where depreciation is printed below it, else after depreciation.",
        ),
    ] = None
    accumulated_depreciation_vessels: Is[
        Amount, item.debit("Accumulated depreciation, vessels", "減価償却累計額（船舶）")
    ] = None
    accumulated_impairment_vessels: Is[
        Amount,
        item.debit(
            "Accumulated impairment, vessels", "減損損失累計額（船舶）", name="AccumulatedImpairmentLossVessels"
        ),
    ] = None
    accumulated_depreciation_and_impairment_vessels: Is[
        Amount,
        item.debit(
            "Accumulated depreciation and impairment, vessels",
            "減価償却累計額及び減損損失累計額（船舶）",
            name="AccumulatedDepreciationAndImpairmentLossVessels",
        ),
    ] = None
    vessels_net: Is[
        Amount,
        item.debit(
            "Vessels, net",
            "船舶（純額）",
            total=(
                "vessels",
                "accumulated_depreciation_vessels",
                "accumulated_impairment_vessels",
                "accumulated_depreciation_and_impairment_vessels",
            ),
        ),
    ] = None
    vehicles: Is[
        Amount,
        item.debit(
            "Vehicles",
            "車両運搬具",
            doc="The amount printed: at cost where depreciation is printed below it, else after depreciation.",
        ),
    ] = None
    accumulated_depreciation_vehicles: Is[
        Amount, item.debit("Accumulated depreciation, vehicles", "減価償却累計額（車両運搬具）")
    ] = None
    accumulated_impairment_vehicles: Is[
        Amount,
        item.debit(
            "Accumulated impairment, vehicles", "減損損失累計額（車両運搬具）", name="AccumulatedImpairmentLossVehicles"
        ),
    ] = None
    accumulated_depreciation_and_impairment_vehicles: Is[
        Amount,
        item.debit(
            "Accumulated depreciation and impairment, vehicles",
            "減価償却累計額及び減損損失累計額（車両運搬具）",
            name="AccumulatedDepreciationAndImpairmentLossVehicles",
        ),
    ] = None
    vehicles_net: Is[
        Amount,
        item.debit(
            "Vehicles, net",
            "車両運搬具（純額）",
            total=(
                "vehicles",
                "accumulated_depreciation_vehicles",
                "accumulated_impairment_vehicles",
                "accumulated_depreciation_and_impairment_vehicles",
            ),
        ),
    ] = None
    tools_furniture_and_fixtures: Is[
        Amount,
        item.debit(
            "Tools, furniture and fixtures",
            "工具、器具及び備品",
            doc="The amount printed: at cost where depreciation is printed below it, else after depreciation.",
        ),
    ] = None
    accumulated_depreciation_tools_furniture_and_fixtures: Is[
        Amount,
        item.debit("Accumulated depreciation, tools, furniture and fixtures", "減価償却累計額（工具、器具及び備品）"),
    ] = None
    accumulated_impairment_tools_furniture_and_fixtures: Is[
        Amount,
        item.debit(
            "Accumulated impairment, tools, furniture and fixtures",
            "減損損失累計額（工具、器具及び備品）",
            name="AccumulatedImpairmentLossToolsFurnitureAndFixtures",
        ),
    ] = None
    accumulated_depreciation_and_impairment_tools_furniture_and_fixtures: Is[
        Amount,
        item.debit(
            "Accumulated depreciation and impairment, tools, furniture and fixtures",
            "減価償却累計額及び減損損失累計額（工具、器具及び備品）",
            name="AccumulatedDepreciationAndImpairmentLossToolsFurnitureAndFixtures",
        ),
    ] = None
    tools_furniture_and_fixtures_net: Is[
        Amount,
        item.debit(
            "Tools, furniture and fixtures, net",
            "工具、器具及び備品（純額）",
            total=(
                "tools_furniture_and_fixtures",
                "accumulated_depreciation_tools_furniture_and_fixtures",
                "accumulated_impairment_tools_furniture_and_fixtures",
                "accumulated_depreciation_and_impairment_tools_furniture_and_fixtures",
            ),
        ),
    ] = None
    lease_assets: Is[
        Amount,
        item.debit(
            "Leased assets",
            "リース資産",
            name="LeaseAssetsPPE",
            doc="The amount printed: at cost where depreciation is printed below it, else after depreciation.",
        ),
    ] = None
    accumulated_depreciation_lease_assets: Is[
        Amount,
        item.debit(
            "Accumulated depreciation, leased assets",
            "減価償却累計額（リース資産）",
            name="AccumulatedDepreciationLeaseAssetsPPE",
        ),
    ] = None
    accumulated_impairment_lease_assets: Is[
        Amount,
        item.debit(
            "Accumulated impairment, leased assets",
            "減損損失累計額（リース資産）",
            name="AccumulatedImpairmentLossLeaseAssetsPPE",
        ),
    ] = None
    accumulated_depreciation_and_impairment_lease_assets: Is[
        Amount,
        item.debit(
            "Accumulated depreciation and impairment, leased assets",
            "減価償却累計額及び減損損失累計額（リース資産）",
            name="AccumulatedDepreciationAndImpairmentLossLeaseAssetsPPE",
        ),
    ] = None
    lease_assets_net: Is[
        Amount,
        item.debit(
            "Leased assets, net",
            "リース資産（純額）",
            name="LeaseAssetsNetPPE",
            total=(
                "lease_assets",
                "accumulated_depreciation_lease_assets",
                "accumulated_impairment_lease_assets",
                "accumulated_depreciation_and_impairment_lease_assets",
            ),
        ),
    ] = None
    land: Is[Amount, item.debit("Land", "土地")] = None
    construction_in_progress: Is[Amount, item.debit("Construction in progress", "建設仮勘定")] = None
    other: Is[Amount, item.debit("Other property, plant and equipment", "その他の有形固定資産", name="OtherPPE")] = None
    accumulated_depreciation: Is[
        Amount, item.debit("Accumulated depreciation", "減価償却累計額", name="AccumulatedDepreciationPPEByGroup")
    ] = None


@item.part("Intangible assets", "無形固定資産", prefix="", instant=True, edinet="jppfs_cor")
@frozen(kw_only=True)
class IntangibleAssets(Part):
    """Intangible non-current assets, net of amortization."""

    total: Is[Amount, item.debit("Intangible assets", "無形固定資産", name="IntangibleAssets", total=True)] = None
    goodwill: Is[Amount, item.debit("Goodwill", "のれん")] = None
    patent_right: Is[Amount, item.debit("Patent right", "特許権")] = None
    leasehold_right: Is[Amount, item.debit("Leasehold interests in land", "借地権")] = None
    trademark: Is[Amount, item.debit("Trademark right", "商標権", name="RightOfTrademark")] = None
    right_of_using_patent: Is[Amount, item.debit("Right to use patent", "特許実施権")] = None
    industrial_property: Is[Amount, item.debit("Industrial property", "工業所有権")] = None
    customer_related_intangible_assets: Is[Amount, item.debit("Customer-related intangible assets", "顧客関連資産")] = (
        None
    )
    copyright: Is[Amount, item.debit("Copyright", "著作権")] = None
    telephone_subscription_right: Is[Amount, item.debit("Telephone subscription right", "電話加入権")] = None
    software: Is[Amount, item.debit("Software", "ソフトウエア")] = None
    software_in_progress: Is[Amount, item.debit("Software in progress", "ソフトウエア仮勘定")] = None
    lease_assets: Is[Amount, item.debit("Leased assets (intangible)", "リース資産（無形）", name="LeaseAssetsIA")] = (
        None
    )
    other: Is[Amount, item.debit("Other intangible assets", "その他の無形固定資産", name="OtherIA")] = None


@item.part("Investments and other assets", "投資その他の資産", prefix="", instant=True, edinet="jppfs_cor")
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
    bonds_of_subsidiaries_and_affiliates: Is[
        Amount, item.debit("Bonds of subsidiaries and associates", "関係会社社債")
    ] = None
    investments_in_other_securities_of_subsidiaries_and_affiliates: Is[
        Amount, item.debit("Investments in other securities of subsidiaries and associates", "その他の関係会社有価証券")
    ] = None
    stocks_of_parent_company: Is[
        Amount, item.debit("Shares of parent (non-current)", "親会社株式（固定）", name="StocksOfParentCompanyIOA")
    ] = None
    investments_in_capital: Is[Amount, item.debit("Investments in capital", "出資金")] = None
    investments_in_capital_of_subsidiaries_and_affiliates: Is[
        Amount, item.debit("Investments in capital of subsidiaries and associates", "関係会社出資金")
    ] = None
    long_term_loans_receivable: Is[Amount, item.debit("Long-term loans receivable", "長期貸付金")] = None
    long_term_loans_receivable_from_subsidiaries_and_affiliates: Is[
        Amount, item.debit("Long-term loans receivable from subsidiaries and associates", "関係会社長期貸付金")
    ] = None
    long_term_loans_receivable_from_employees: Is[
        Amount, item.debit("Long-term loans receivable from employees", "従業員に対する長期貸付金")
    ] = None
    long_term_loans_receivable_from_directors_and_employees: Is[
        Amount,
        item.debit("Long-term loans receivable from directors and employees", "役員及び従業員に対する長期貸付金"),
    ] = None
    distressed_receivables: Is[
        Amount,
        item.debit(
            "Distressed receivables",
            "破産更生債権等",
            name="ClaimsProvableInBankruptcyClaimsProvableInRehabilitationAndOther",
        ),
    ] = None
    long_term_prepaid_expenses: Is[Amount, item.debit("Long-term prepaid expenses", "長期前払費用")] = None
    prepaid_pension_cost: Is[
        Amount, item.debit("Prepaid pension costs", "前払年金費用", name="PrepaidPensionCostIOA")
    ] = None
    net_defined_benefit_asset: Is[Amount, item.debit("Retirement benefit asset", "退職給付に係る資産")] = None
    deferred_tax_assets_for_land_revaluation: Is[
        Amount, item.debit("Deferred tax assets for land revaluation", "再評価に係る繰延税金資産")
    ] = None
    real_estate_for_investment: Is[Amount, item.debit("Investment property", "投資不動産")] = None
    accumulated_depreciation_real_estate_for_investment: Is[
        Amount, item.debit("Accumulated depreciation, investment property", "減価償却累計額（投資不動産）")
    ] = None
    real_estate_for_investment_net: Is[
        Amount,
        item.debit(
            "Investment property, net",
            "投資不動産（純額）",
            total=("real_estate_for_investment", "accumulated_depreciation_real_estate_for_investment"),
        ),
    ] = None
    long_term_deposits: Is[Amount, item.debit("Long-term deposits", "長期預け金")] = None
    long_term_time_deposits: Is[Amount, item.debit("Long-term time deposits", "長期預金")] = None
    insurance_funds: Is[Amount, item.debit("Insurance funds", "保険積立金")] = None
    membership: Is[Amount, item.debit("Membership", "会員権")] = None
    golf_club_membership: Is[Amount, item.debit("Golf club membership", "ゴルフ会員権")] = None
    lease_deposits: Is[Amount, item.debit("Leasehold deposits", "敷金", name="LeaseDepositsIOA")] = None
    lease_and_guarantee_deposits: Is[Amount, item.debit("Leasehold and guarantee deposits", "敷金及び保証金")] = None
    guarantee_deposits: Is[Amount, item.debit("Guarantee deposits", "差入保証金", name="GuaranteeDepositsIOA")] = None
    long_term_accounts_receivable_other: Is[
        Amount, item.debit("Long-term accounts receivable - other", "長期未収入金")
    ] = None
    long_term_accounts_receivable_from_subsidiaries_and_affiliates: Is[
        Amount, item.debit("Long-term accounts receivable from subsidiaries and associates", "関係会社長期未収入金")
    ] = None
    construction_assistance_fund_receivables: Is[
        Amount, item.debit("Construction assistance fund receivables", "建設協力金")
    ] = None
    derivatives: Is[
        Amount, item.debit("Derivatives (non-current)", "デリバティブ債権（固定）", name="DerivativesIOA")
    ] = None
    other: Is[Amount, item.debit("Other investments", "その他の投資", name="OtherIOA")] = None
    deferred_tax_assets: Is[
        Amount,
        item.debit(
            "Deferred tax assets (non-current) (Japanese GAAP)",
            "繰延税金資産（固定）（日本基準）",
            name="DeferredTaxAssets",
        ),
    ] = None
    allowance_for_doubtful_accounts: Is[
        Amount,
        item.debit(
            "Allowance for doubtful accounts (non-current)",
            "貸倒引当金（固定）",
            name="AllowanceForDoubtfulAccountsIOAByGroup",
        ),
    ] = None
    allowance_for_investment_loss: Is[Amount, item.debit("Allowance for investment loss", "投資損失引当金")] = None


@item.part("Non-current assets", "固定資産", prefix="", instant=True, edinet="jppfs_cor")
@frozen(kw_only=True)
class NoncurrentAssets(Part):
    """Tangible, intangible and other non-current assets."""

    total: Is[Amount, item.debit("Non-current assets", "固定資産", name="NoncurrentAssets", total=True)] = None
    property_plant_and_equipment: PropertyPlantAndEquipment | None = None
    intangible_assets: IntangibleAssets | None = None
    investments_and_other_assets: InvestmentsAndOtherAssets | None = None


@item.part("Deferred assets", "繰延資産", prefix="", instant=True, edinet="jppfs_cor")
@frozen(kw_only=True)
class DeferredAssets(Part):
    """Costs that are deferred (Ordinance on Company Accounting, article 74, paragraph 3, item 5)."""

    total: Is[Amount, item.debit("Deferred assets", "繰延資産", name="DeferredAssets", total=True)] = None
    deferred_organization_expenses: Is[
        Amount, item.debit("Organization expenses", "創立費", name="DeferredOrganizationExpensesDA")
    ] = None
    business_commencement_expenses: Is[
        Amount, item.debit("Business commencement expenses", "開業費", name="BusinessCommencementExpensesDA")
    ] = None
    stock_issuance_cost: Is[
        Amount, item.debit("Share issuance costs (deferred)", "株式交付費", name="StockIssuanceCostDA")
    ] = None
    bond_issuance_cost: Is[
        Amount, item.debit("Bond issuance costs (deferred)", "社債発行費", name="BondIssuanceCostDA")
    ] = None
    development_expenses: Is[Amount, item.debit("Development expenses", "開発費", name="DevelopmentExpensesDA")] = None
    other: Is[Amount, item.debit("Other deferred assets", "その他の繰延資産", name="OtherDA")] = None


@item.part("Assets", "資産の部", prefix="", instant=True, edinet="jppfs_cor")
@frozen(kw_only=True)
class Assets(Part):
    """The assets side."""

    current_assets: CurrentAssets | None = None
    noncurrent_assets: NoncurrentAssets | None = None
    deferred_assets: DeferredAssets | None = None
    total: Is[Amount, item.debit("Total assets", "資産合計", name="Assets", total=True), Measure.TOTAL_ASSETS] = None


@item.part("Current liabilities", "流動負債", prefix="", instant=True, edinet="jppfs_cor")
@frozen(kw_only=True)
class CurrentLiabilities(Part):
    """Current liabilities in the order of the statement."""

    total: Is[Amount, item.credit("Current liabilities", "流動負債", name="CurrentLiabilities", total=True)] = None
    notes_and_accounts_payable_trade: Is[
        Amount, item.credit("Notes and accounts payable - trade", "支払手形及び買掛金")
    ] = None
    notes_payable_trade: Is[Amount, item.credit("Notes payable - trade", "支払手形")] = None
    electronically_recorded_obligations_operating: Is[
        Amount,
        item.credit(
            "Electronically recorded obligations - operating",
            "電子記録債務",
            name="ElectronicallyRecordedObligationsOperatingCL",
        ),
    ] = None
    accounts_payable_trade: Is[Amount, item.credit("Accounts payable - trade", "買掛金")] = None
    operating_accounts_payable: Is[Amount, item.credit("Trade accounts payable", "営業未払金")] = None
    short_term_loans_payable: Is[Amount, item.credit("Short-term loans payable", "短期借入金")] = None
    short_term_loans_payable_to_subsidiaries_and_affiliates: Is[
        Amount, item.credit("Short-term borrowings from subsidiaries and associates", "関係会社短期借入金")
    ] = None
    commercial_papers_liabilities: Is[Amount, item.credit("Commercial papers", "コマーシャル・ペーパー")] = None
    short_term_bonds_payable: Is[Amount, item.credit("Short-term bonds payable", "短期社債")] = None
    current_portion_of_bonds: Is[Amount, item.credit("Current portion of bonds payable", "１年内償還予定の社債")] = None
    current_portion_of_bonds_with_subscription_rights_to_shares: Is[
        Amount,
        item.credit("Current portion of bonds with share acquisition rights", "１年内償還予定の新株予約権付社債"),
    ] = None
    current_portion_of_long_term_loans_payable: Is[
        Amount, item.credit("Current portion of long-term borrowings", "１年内返済予定の長期借入金")
    ] = None
    current_portion_of_long_term_loans_payable_to_subsidiaries_and_affiliates: Is[
        Amount,
        item.credit(
            "Current portion of long-term borrowings from subsidiaries and associates",
            "１年内返済予定の関係会社長期借入金",
        ),
    ] = None
    lease_obligations: Is[
        Amount, item.credit("Lease liabilities (current)", "リース債務（流動）", name="LeaseObligationsCL")
    ] = None
    accounts_payable_other: Is[Amount, item.credit("Accounts payable - other", "未払金")] = None
    accounts_payable_other_and_accrued_expenses: Is[
        Amount, item.credit("Accounts payable - other, and accrued expenses", "未払金及び未払費用")
    ] = None
    accrued_expenses: Is[Amount, item.credit("Accrued expenses", "未払費用")] = None
    accrued_bonuses: Is[Amount, item.credit("Accrued bonuses", "未払賞与")] = None
    dividends_payable: Is[Amount, item.credit("Dividends payable", "未払配当金")] = None
    provision_for_directors_bonuses: Is[Amount, item.credit("Provision for directors' bonuses", "役員賞与引当金")] = (
        None
    )
    income_taxes_payable: Is[Amount, item.credit("Income taxes payable", "未払法人税等")] = None
    accrued_business_office_taxes: Is[Amount, item.credit("Accrued business office tax", "未払事業所税")] = None
    accrued_consumption_taxes: Is[Amount, item.credit("Accrued consumption taxes", "未払消費税等")] = None
    contract_liabilities: Is[Amount, item.credit("Contract liabilities", "契約負債")] = None
    advances_received: Is[Amount, item.credit("Advances received", "前受金")] = None
    advances_received_on_uncompleted_contracts: Is[
        Amount, item.credit("Advances received on service contracts in progress", "未成業務受入金")
    ] = None
    deposits_received: Is[Amount, item.credit("Deposits received", "預り金")] = None
    deposits_received_from_subsidiaries_and_affiliates: Is[
        Amount, item.credit("Deposits received from subsidiaries and associates", "関係会社預り金")
    ] = None
    deposits_received_from_employees: Is[Amount, item.credit("Deposits received from employees", "従業員預り金")] = None
    unearned_revenue: Is[Amount, item.credit("Unearned revenue", "前受収益")] = None
    suspense_receipt: Is[Amount, item.credit("Suspense receipt", "仮受金")] = None
    notes_payable_facilities: Is[Amount, item.credit("Notes payable - facilities", "設備関係支払手形")] = None
    electronically_recorded_obligations_facilities: Is[
        Amount,
        item.credit(
            "Electronically recorded obligations - facilities",
            "設備関係電子記録債務",
            name="ElectronicallyRecordedObligationsFacilitiesCL",
        ),
    ] = None
    accounts_payable_facilities: Is[Amount, item.credit("Accounts payable - facilities", "設備関係未払金")] = None
    notes_payable_non_operating: Is[Amount, item.credit("Non-operating notes payable", "営業外支払手形")] = None
    electronically_recorded_obligations_non_operating: Is[
        Amount,
        item.credit(
            "Electronically recorded obligations - non-operating",
            "営業外電子記録債務",
            name="ElectronicallyRecordedObligationsNonOperatingCL",
        ),
    ] = None
    gift_certificates: Is[Amount, item.credit("Gift certificates", "商品券")] = None
    current_portion_of_guarantee_deposits_received: Is[
        Amount, item.credit("Current portion of guarantee deposits received", "１年内返還予定の預り保証金")
    ] = None
    asset_retirement_obligations: Is[
        Amount,
        item.credit(
            "Asset retirement obligations (current)", "資産除去債務（流動）", name="AssetRetirementObligationsCL"
        ),
    ] = None
    derivatives_liabilities: Is[
        Amount,
        item.credit("Derivative liabilities (current)", "デリバティブ債務（流動）", name="DerivativesLiabilitiesCL"),
    ] = None
    forward_exchange_contracts: Is[
        Amount,
        item.credit(
            "Forward exchange contracts (current liabilities)", "為替予約（負債）", name="ForwardExchangeContractsCL"
        ),
    ] = None
    provision_for_bonuses: Is[Amount, item.credit("Provision for bonuses", "賞与引当金")] = None
    provision_for_product_warranties: Is[Amount, item.credit("Provision for product warranties", "製品保証引当金")] = (
        None
    )
    provision_for_repairs: Is[Amount, item.credit("Provision for repairs", "修繕引当金")] = None
    provision_for_loss_on_guarantees: Is[
        Amount,
        item.credit(
            "Provision for loss on guarantees (current)",
            "債務保証損失引当金（流動）",
            name="ProvisionForLossOnGuaranteesCL",
        ),
    ] = None
    provision_for_point_card_certificates: Is[
        Amount,
        item.credit(
            "Provision for point card certificates (current)",
            "ポイント引当金（流動）",
            name="ProvisionForPointCardCertificatesCL",
        ),
    ] = None
    provision_for_shareholder_benefit_program: Is[
        Amount,
        item.credit(
            "Provision for shareholder benefit program",
            "株主優待引当金",
            name="ProvisionForShareholderBenefitProgramCL",
        ),
    ] = None
    provision_for_loss_on_construction_contracts: Is[
        Amount, item.credit("Provision for loss on construction contracts", "工事損失引当金")
    ] = None
    provision_for_warranties_for_completed_construction: Is[
        Amount, item.credit("Provision for warranties for completed construction", "完成工事補償引当金")
    ] = None
    provision_for_loss_on_store_closing: Is[
        Amount, item.credit("Provision for loss on store closings", "店舗閉鎖損失引当金")
    ] = None
    provision_for_sales_returns: Is[Amount, item.credit("Provision for sales returns", "返品調整引当金")] = None
    provision_for_loss_on_order_received: Is[
        Amount,
        item.credit(
            "Provision for loss on orders received", "受注損失引当金", name="ProvisionForLossOnOrderReceivedCL"
        ),
    ] = None
    provision_for_loss_on_liquidation_of_subsidiaries_and_affiliates: Is[
        Amount,
        item.credit(
            "Provision for loss on liquidation of subsidiaries and associates (current)",
            "関係会社整理損失引当金（流動）",
            name="ProvisionForLossOnLiquidationOfSubsidiariesAndAffiliatesCL",
        ),
    ] = None
    provision_for_loss_on_business_of_subsidiaries_and_affiliates: Is[
        Amount,
        item.credit(
            "Provision for loss on business of subsidiaries and associates (current)",
            "関係会社事業損失引当金（流動）",
            name="ProvisionForLossOnBusinessOfSubsidiariesAndAffiliatesCL",
        ),
    ] = None
    provision_for_business_structure_improvement: Is[
        Amount,
        item.credit(
            "Provision for business restructuring (current)",
            "事業構造改善引当金（流動）",
            name="ProvisionForBusinessStructureImprovementCL",
        ),
    ] = None
    provision_for_environmental_measures: Is[
        Amount,
        item.credit(
            "Provision for environmental measures (current)",
            "環境対策引当金（流動）",
            name="ProvisionForEnvironmentalMeasuresCL",
        ),
    ] = None
    provision_for_loss_on_litigation: Is[
        Amount,
        item.credit(
            "Provision for loss on litigation (current)",
            "訴訟損失引当金（流動）",
            name="ProvisionForLossOnLitigationCL",
        ),
    ] = None
    provision_for_contingent_loss: Is[
        Amount,
        item.credit(
            "Provision for contingent loss (current)", "偶発損失引当金（流動）", name="ProvisionForContingentLossCL"
        ),
    ] = None
    provision_for_loss_on_disaster: Is[
        Amount,
        item.credit(
            "Provision for loss on disaster (current)", "災害損失引当金（流動）", name="ProvisionForLossOnDisasterCL"
        ),
    ] = None
    provision_for_share_based_remuneration: Is[
        Amount,
        item.credit(
            "Provision for share awards (current)",
            "株式給付引当金（流動）",
            name="ProvisionForShareBasedRemunerationCL",
        ),
    ] = None
    provision_for_share_based_remuneration_for_directors_and_other_officers: Is[
        Amount,
        item.credit(
            "Provision for share awards for directors (current)",
            "役員株式給付引当金（流動）",
            name="ProvisionForShareBasedRemunerationForDirectorsAndOtherOfficersCL",
        ),
    ] = None
    other_provision: Is[
        Amount, item.credit("Other provisions (current)", "その他の引当金（流動）", name="OtherProvisionCL")
    ] = None
    other: Is[Amount, item.credit("Other current liabilities", "その他の流動負債", name="OtherCL")] = None


@item.part("Non-current liabilities", "固定負債", prefix="", instant=True, edinet="jppfs_cor")
@frozen(kw_only=True)
class NoncurrentLiabilities(Part):
    """Non-current liabilities in the order of the statement."""

    total: Is[Amount, item.credit("Non-current liabilities", "固定負債", name="NoncurrentLiabilities", total=True)] = (
        None
    )
    bonds_payable: Is[Amount, item.credit("Bonds payable", "社債")] = None
    convertible_bond_type_bonds_with_subscription_rights_to_shares: Is[
        Amount, item.credit("Convertible-bond-type bonds with share acquisition rights", "転換社債型新株予約権付社債")
    ] = None
    bonds_with_subscription_rights_to_shares: Is[
        Amount,
        item.credit(
            "Bonds with share acquisition rights", "新株予約権付社債", name="BondsWithSubscriptionRightsToSharesNCL"
        ),
    ] = None
    long_term_loans_payable: Is[Amount, item.credit("Long-term borrowings", "長期借入金")] = None
    long_term_loans_payable_to_subsidiaries_and_affiliates: Is[
        Amount, item.credit("Long-term borrowings from subsidiaries and associates", "関係会社長期借入金")
    ] = None
    long_term_loans_payable_to_shareholders_directors_or_employees: Is[
        Amount,
        item.credit(
            "Long-term borrowings from shareholders, directors or employees", "株主、役員又は従業員からの長期借入金"
        ),
    ] = None
    lease_obligations: Is[
        Amount, item.credit("Lease liabilities (non-current)", "リース債務（固定）", name="LeaseObligationsNCL")
    ] = None
    long_term_accounts_payable_other: Is[Amount, item.credit("Long-term accounts payable - other", "長期未払金")] = None
    long_term_advances_received: Is[Amount, item.credit("Long-term advances received", "長期前受金")] = None
    long_term_unearned_revenue: Is[Amount, item.credit("Long-term unearned revenue", "長期前受収益")] = None
    long_term_deposits_received: Is[Amount, item.credit("Long-term deposits received", "長期預り金")] = None
    guarantee_deposits_received: Is[
        Amount, item.credit("Guarantee deposits received", "受入保証金", name="GuaranteeDepositsReceivedNCL")
    ] = None
    long_term_guarantee_deposited: Is[
        Amount, item.credit("Long-term guarantee deposits received", "長期預り保証金")
    ] = None
    long_term_lease_deposited: Is[Amount, item.credit("Long-term leasehold deposits received", "長期預り敷金")] = None
    long_term_lease_and_guarantee_deposited: Is[
        Amount, item.credit("Long-term leasehold and guarantee deposits received", "長期預り敷金保証金")
    ] = None
    deferred_tax_liabilities: Is[Amount, item.credit("Deferred tax liabilities", "繰延税金負債")] = None
    deferred_tax_liabilities_for_land_revaluation: Is[
        Amount, item.credit("Deferred tax liabilities for land revaluation", "再評価に係る繰延税金負債")
    ] = None
    net_defined_benefit_liability: Is[Amount, item.credit("Retirement benefit liability", "退職給付に係る負債")] = None
    provision_for_retirement_benefits: Is[
        Amount, item.credit("Provision for retirement benefits", "退職給付引当金")
    ] = None
    provision_for_directors_retirement_benefits: Is[
        Amount,
        item.credit("Provision for directors' and company auditors' retirement benefits", "役員退職慰労引当金"),
    ] = None
    provision_for_loss_on_guarantees: Is[
        Amount, item.credit("Provision for loss on guarantees (non-current)", "債務保証損失引当金（固定）")
    ] = None
    provision_for_special_repairs: Is[Amount, item.credit("Provision for special repairs", "特別修繕引当金")] = None
    provision_for_repairs: Is[
        Amount, item.credit("Provision for repairs (non-current)", "修繕引当金（固定）", name="ProvisionForRepairsNCL")
    ] = None
    provision_for_product_warranties: Is[
        Amount,
        item.credit(
            "Provision for product warranties (non-current)",
            "製品保証引当金（固定）",
            name="ProvisionForProductWarrantiesNCL",
        ),
    ] = None
    provision_for_loss_on_business_of_subsidiaries_and_affiliates: Is[
        Amount,
        item.credit(
            "Provision for loss on business of subsidiaries and associates (non-current)",
            "関係会社事業損失引当金（固定）",
            name="ProvisionForLossOnBusinessOfSubsidiariesAndAffiliatesNCL",
        ),
    ] = None
    provision_for_environmental_measures: Is[
        Amount,
        item.credit(
            "Provision for environmental measures (non-current)",
            "環境対策引当金（固定）",
            name="ProvisionForEnvironmentalMeasuresNCL",
        ),
    ] = None
    provision_for_loss_on_litigation: Is[
        Amount,
        item.credit(
            "Provision for loss on litigation (non-current)",
            "訴訟損失引当金（固定）",
            name="ProvisionForLossOnLitigationNCL",
        ),
    ] = None
    provision_for_contingent_loss: Is[
        Amount,
        item.credit(
            "Provision for contingent loss (non-current)",
            "偶発損失引当金（固定）",
            name="ProvisionForContingentLossNCL",
        ),
    ] = None
    provision_for_share_based_remuneration: Is[
        Amount,
        item.credit(
            "Provision for share awards (non-current)",
            "株式給付引当金（固定）",
            name="ProvisionForShareBasedRemunerationNCL",
        ),
    ] = None
    provision_for_share_based_remuneration_for_directors_and_other_officers: Is[
        Amount,
        item.credit(
            "Provision for share awards for directors (non-current)",
            "役員株式給付引当金（固定）",
            name="ProvisionForShareBasedRemunerationForDirectorsAndOtherOfficersNCL",
        ),
    ] = None
    other_provision: Is[
        Amount, item.credit("Other provisions (non-current)", "その他の引当金（固定）", name="OtherProvisionNCL")
    ] = None
    negative_goodwill: Is[Amount, item.credit("Negative goodwill", "負ののれん")] = None
    asset_retirement_obligations: Is[
        Amount,
        item.credit(
            "Asset retirement obligations (non-current)", "資産除去債務（固定）", name="AssetRetirementObligationsNCL"
        ),
    ] = None
    derivatives_liabilities: Is[
        Amount,
        item.credit(
            "Derivative liabilities (non-current)", "デリバティブ債務（固定）", name="DerivativesLiabilitiesNCL"
        ),
    ] = None
    liabilities_from_application_of_equity_method: Is[
        Amount,
        item.credit(
            "Liabilities from application of equity method",
            "持分法適用に伴う負債",
            name="LiabilitiesFromApplicationOfEquityMethodNCL",
        ),
    ] = None
    other: Is[Amount, item.credit("Other non-current liabilities", "その他の固定負債", name="OtherNCL")] = None


@item.part("Liabilities", "負債の部", prefix="", instant=True, edinet="jppfs_cor")
@frozen(kw_only=True)
class Liabilities(Part):
    """The liabilities."""

    current_liabilities: CurrentLiabilities | None = None
    noncurrent_liabilities: NoncurrentLiabilities | None = None
    total: Is[
        Amount, item.credit("Total liabilities", "負債合計", name="Liabilities", total=True), Measure.TOTAL_LIABILITIES
    ] = None


@item.part("Capital surplus", "資本剰余金", prefix="", instant=True, edinet="jppfs_cor")
@frozen(kw_only=True)
class CapitalSurplus(Part):
    """Capital surplus and what it is made of."""

    total: Is[
        Amount, item.credit("Capital surplus", "資本剰余金", name="CapitalSurplus", total=True), Measure.CAPITAL_SURPLUS
    ] = None
    legal_capital_surplus: Is[
        Amount, item.credit("Legal capital surplus", "資本準備金"), Measure.LEGAL_CAPITAL_SURPLUS
    ] = None
    other_capital_surplus: Is[
        Amount, item.credit("Other capital surplus", "その他資本剰余金"), Measure.OTHER_CAPITAL_SURPLUS
    ] = None


@item.part("Other retained earnings", "その他利益剰余金", prefix="", instant=True, edinet="jppfs_cor")
@frozen(kw_only=True)
class OtherRetainedEarnings(Part):
    """Retained earnings other than the legal reserve."""

    total: Is[
        Amount, item.credit("Other retained earnings", "その他利益剰余金", name="OtherRetainedEarnings", total=True)
    ] = None
    reserve_for_dividend_equalization: Is[
        Amount, item.credit("Reserve for dividend equalization", "配当平均積立金")
    ] = None
    reserve_for_business_expansion: Is[Amount, item.credit("Reserve for business expansion", "事業拡張積立金")] = None
    reserve_for_advanced_depreciation_of_noncurrent_assets: Is[
        Amount, item.credit("Reserve for tax purpose reduction entry of non-current assets", "固定資産圧縮積立金")
    ] = None
    reserve_for_special_account_for_advanced_depreciation_of_noncurrent_assets: Is[
        Amount,
        item.credit(
            "Reserve for special account for tax purpose reduction entry of non-current assets",
            "固定資産圧縮特別勘定積立金",
        ),
    ] = None
    reserve_for_special_depreciation: Is[Amount, item.credit("Reserve for special depreciation", "特別償却準備金")] = (
        None
    )
    reserve_for_research_and_development: Is[
        Amount, item.credit("Reserve for research and development", "研究開発積立金")
    ] = None
    reserve_for_dividends: Is[
        Amount, item.credit("Reserve for dividends", "配当積立金", name="ReserveForDividends1")
    ] = None
    reserve_for_directors_retirement_allowance: Is[
        Amount, item.credit("Reserve for retirement allowance for directors", "役員退職積立金")
    ] = None
    reserve_for_reduction_entry: Is[
        Amount, item.credit("Reserve for tax purpose reduction entry", "圧縮積立金", name="ReserveForReductionEntry2")
    ] = None
    reserve_for_reduction_entry_of_land: Is[
        Amount, item.credit("Reserve for tax purpose reduction entry of land", "土地圧縮積立金")
    ] = None
    special_reserve: Is[Amount, item.credit("Special reserve", "特別積立金")] = None
    general_reserve: Is[Amount, item.credit("General reserve", "別途積立金"), Measure.GENERAL_RESERVE] = None
    retained_earnings_brought_forward: Is[
        Amount,
        item.credit("Retained earnings brought forward", "繰越利益剰余金"),
        Measure.RETAINED_EARNINGS_BROUGHT_FORWARD,
    ] = None


@item.part("Retained earnings", "利益剰余金", prefix="", instant=True, edinet="jppfs_cor")
@frozen(kw_only=True)
class RetainedEarnings(Part):
    """Retained earnings and what they are made of."""

    total: Is[
        Amount,
        item.credit("Retained earnings", "利益剰余金", name="RetainedEarnings", total=True),
        Measure.RETAINED_EARNINGS,
    ] = None
    legal_retained_earnings: Is[
        Amount, item.credit("Legal retained earnings", "利益準備金"), Measure.LEGAL_RETAINED_EARNINGS
    ] = None
    other_retained_earnings: OtherRetainedEarnings | None = None


@item.part("Shareholders' equity", "株主資本", prefix="", instant=True, edinet="jppfs_cor")
@frozen(kw_only=True)
class ShareholdersEquity(Part):
    """Shareholders' equity: what shareholders paid in and what was earned and kept."""

    total: Is[
        Amount, item.credit("Shareholders' equity", "株主資本", name="ShareholdersEquity", total=True), Measure.EQUITY
    ] = None
    capital_stock: Is[Amount, item.credit("Capital stock", "資本金"), Measure.CAPITAL_STOCK] = None
    deposit_for_subscriptions_to_shares: Is[
        Amount, item.credit("Deposits for subscriptions of shares", "新株式申込証拠金")
    ] = None
    capital_surplus: CapitalSurplus | None = None
    retained_earnings: RetainedEarnings | None = None
    treasury_stock: Is[Amount, item.credit("Treasury shares", "自己株式", doc="Negative."), Measure.TREASURY_STOCK] = (
        None
    )
    deposit_for_subscriptions_to_treasury_stock: Is[
        Amount, item.credit("Deposits for subscriptions of treasury shares", "自己株式申込証拠金")
    ] = None


@item.part("Valuation and translation adjustments", "評価・換算差額等", prefix="", instant=True, edinet="jppfs_cor")
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
        Measure.ACCUMULATED_OTHER_COMPREHENSIVE_INCOME,
    ] = None
    valuation_difference_on_available_for_sale_securities: Is[
        Amount,
        item.credit("Valuation difference on available-for-sale securities", "その他有価証券評価差額金"),
        Measure.VALUATION_DIFFERENCE,
    ] = None
    deferred_gains_or_losses_on_hedges: Is[
        Amount, item.credit("Deferred gains or losses on hedges", "繰延ヘッジ損益")
    ] = None
    revaluation_reserve_for_land: Is[Amount, item.credit("Revaluation reserve for land", "土地再評価差額金")] = None
    foreign_currency_translation_adjustment: Is[
        Amount, item.credit("Foreign currency translation adjustment", "為替換算調整勘定")
    ] = None
    remeasurements_of_defined_benefit_plans: Is[
        Amount, item.credit("Remeasurements of defined benefit plans", "退職給付に係る調整累計額")
    ] = None


@item.part("Net assets", "純資産の部", prefix="", instant=True, edinet="jppfs_cor")
@frozen(kw_only=True)
class NetAssets(Part):
    """The net assets."""

    shareholders_equity: ShareholdersEquity | None = None
    valuation_and_translation_adjustments: ValuationAndTranslationAdjustments | None = None
    share_award_rights: Is[Amount, item.credit("Share award rights", "株式引受権")] = None
    subscription_rights_to_shares: Is[
        Amount, item.credit("Share acquisition rights", "新株予約権"), Measure.SHARE_ACQUISITION_RIGHTS
    ] = None
    non_controlling_interests: Is[
        Amount, item.credit("Non-controlling interests", "非支配株主持分"), Measure.NON_CONTROLLING_INTERESTS
    ] = None
    total: Is[
        Amount, item.credit("Total net assets", "純資産合計", name="NetAssets", total=True), Measure.NET_ASSETS
    ] = None


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
        Equals("assets.total"),
    ] = None
