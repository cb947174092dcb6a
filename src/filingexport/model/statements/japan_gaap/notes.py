"""Notes to non-consolidated financial statements under Japanese GAAP (個別注記表)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import Measure, rows
from filingexport.model.part import Part
from filingexport.model.statements.common_notes.balance_sheet import NotesToBalanceSheet
from filingexport.model.statements.common_notes.further import FurtherNotes
from filingexport.model.statements.common_notes.income_statement import NotesToIncomeStatement
from filingexport.model.statements.japan_gaap.related_parties import RelatedParties
from filingexport.model.statements.useful_life import UsefulLife
from filingexport.model.values import Amount, Prose, Text, Words, Years


@item.part("Significant accounting policies", "重要な会計方針に係る事項に関する注記", ref=item.accounting("101"))
@frozen(kw_only=True)
class AccountingPolicies(Part):
    """Significant accounting policies, a field a topic (Ordinance on Company Accounting, article 101)."""

    title: Is[Words, item.words("Heading of the significant accounting policies", "重要な会計方針の見出し")] = None
    text: Is[
        Prose,
        item.prose("Accounting policies as printed", "会計方針の記載", doc="Policies that are not told by topic."),
    ] = None
    valuation_title: Is[Words, item.words("Heading of the valuation standards", "資産の評価基準の見出し")] = None
    securities: Is[
        Prose, item.prose("Valuation of securities (non-consolidated)", "有価証券の評価基準及び評価方法（個別）")
    ] = None
    derivatives: Is[Prose, item.prose("Valuation of derivatives", "デリバティブの評価基準及び評価方法")] = None
    inventories: Is[
        Prose, item.prose("Valuation of inventories (non-consolidated)", "たな卸資産の評価基準及び評価方法（個別）")
    ] = None
    depreciation_title: Is[Words, item.words("Heading of the depreciation methods", "減価償却の方法の見出し")] = None
    tangible_assets: Is[Prose, item.prose("Depreciation of tangible assets", "有形固定資産の減価償却の方法")] = None
    useful_lives: Is[
        tuple[UsefulLife, ...],
        item.rows("Useful lives of tangible assets", "有形固定資産の耐用年数", name="TangibleAssetsUsefulLives"),
    ] = ()
    equal_instalments_from: Is[
        Amount,
        item.money(
            "Acquisition value from which assets are depreciated in equal instalments", "一括償却資産の取得価額の下限"
        ),
    ] = None
    equal_instalments_below: Is[
        Amount,
        item.money(
            "Acquisition value below which assets are depreciated in equal instalments", "一括償却資産の取得価額の上限"
        ),
    ] = None
    equal_instalments_years: Is[Years | None, item.years("Years of equal instalments", "一括償却資産の償却年数")] = None
    intangible_assets: Is[Prose, item.prose("Amortization of intangible assets", "無形固定資産の減価償却の方法")] = None
    software_useful_life: Is[
        Years | None, item.years("Useful life of software for internal use", "自社利用ソフトウエアの利用可能期間")
    ] = None
    allowances_title: Is[
        Words,
        item.words("Heading of the standards for allowances (non-consolidated)", "引当金の計上基準の見出し（個別）"),
    ] = None
    allowance_for_doubtful_accounts: Is[
        Prose, item.prose("Allowance for doubtful accounts (non-consolidated)", "貸倒引当金の計上基準（個別）")
    ] = None
    retirement_benefits: Is[
        Prose, item.prose("Reserve for employees' retirement benefits", "退職給付引当金の計上基準")
    ] = None
    actuarial_difference_years: Is[
        Years | None, item.years("Years of amortization of actuarial differences", "数理計算上の差異の償却年数")
    ] = None
    directors_retirement_benefits: Is[
        Prose,
        item.prose("Reserve for directors' and company auditors' retirement benefits", "役員退職慰労引当金の計上基準"),
    ] = None
    bonuses: Is[Prose, item.prose("Allowance for bonuses", "賞与引当金の計上基準")] = None
    product_warranties: Is[Prose, item.prose("Allowance for product warranties", "製品保証引当金の計上基準")] = None
    other_allowances: Is[Prose, item.prose("Other allowances", "その他の引当金の計上基準")] = None
    revenue: Is[
        Prose,
        item.prose(
            "Recognition of revenue and expenses",
            "収益及び費用の計上基準",
            doc="Main performance obligations and when revenue of them is recognized.",
            ref=item.accounting("101", "1", "4"),
        ),
    ] = None
    foreign_currency: Is[
        Prose, item.prose("Translation of foreign currencies", "外貨建の資産又は負債の本邦通貨への換算の基準")
    ] = None
    goodwill: Is[Prose, item.prose("Amortization of goodwill", "のれんの償却方法及び償却期間")] = None
    cash: Is[
        Prose, item.prose("Scope of cash in the statement of cash flows", "キャッシュ・フロー計算書における資金の範囲")
    ] = None
    group_taxation: Is[Prose, item.prose("Group tax sharing", "グループ通算制度の適用")] = None
    change_in_presentation: Is[
        Prose,
        item.prose("Change in presentation (non-consolidated)", "表示方法の変更（個別）", ref=item.accounting("102-3")),
    ] = None
    other_title: Is[
        Words, item.words("Heading of the other significant accounting policies", "その他の重要な会計方針の見出し")
    ] = None
    leases: Is[Prose, item.prose("Lease transactions", "リース取引の処理方法")] = None
    deferred_assets: Is[Prose, item.prose("Treatment of deferred assets", "繰延資産の処理方法")] = None
    stock_issuance_cost_years: Is[
        Years | None, item.years("Years of amortization of new share issuing costs", "新株発行費の償却年数")
    ] = None
    hedging: Is[Prose, item.prose("Hedge accounting", "ヘッジ会計の方法")] = None
    consumption_tax: Is[Prose, item.prose("Consumption tax", "消費税等の会計処理")] = None


@item.part("Deferred tax assets by cause", "繰延税金資産の発生原因別内訳", prefix="DeferredTaxAssets", instant=True)
@frozen(kw_only=True)
class DeferredTaxAssetsByCause(Part):
    """Deferred tax assets before and after the valuation allowance, which is negative."""

    heading: Is[Words, item.words("Caption of deferred tax assets", "繰延税金資産の表示")] = None
    operating_loss_carryforward: Is[Amount, item.debit("Tax operating loss carryforward", "繰越欠損金")] = None
    impairment_of_investment_securities: Is[
        Amount, item.debit("Impairment loss on investment securities", "投資有価証券評価損")
    ] = None
    directors_retirement_benefits: Is[
        Amount, item.debit("Reserve for directors' and company auditors' retirement benefits", "役員退職慰労引当金")
    ] = None
    employees_retirement_benefits: Is[
        Amount, item.debit("Reserve for employees' retirement benefits", "退職給付引当金")
    ] = None
    impairment_of_subsidiaries_securities: Is[
        Amount, item.debit("Impairment loss on subsidiaries' securities", "関係会社株式評価損")
    ] = None
    loss_on_sale_of_noncurrent_assets: Is[
        Amount, item.debit("Loss on sale of non-current assets", "固定資産売却損")
    ] = None
    impairment_of_noncurrent_assets: Is[
        Amount, item.debit("Impairment loss of non-current assets", "固定資産減損損失")
    ] = None
    accrued_enterprise_taxes: Is[Amount, item.debit("Accrued enterprise taxes", "未払事業税")] = None
    others: Is[Amount, item.debit("Other deferred tax assets", "その他の繰延税金資産")] = None
    subtotal: Is[
        Amount,
        item.debit(
            "Subtotal of deferred tax assets",
            "繰延税金資産小計",
            total=(
                "operating_loss_carryforward",
                "impairment_of_investment_securities",
                "directors_retirement_benefits",
                "employees_retirement_benefits",
                "impairment_of_subsidiaries_securities",
                "loss_on_sale_of_noncurrent_assets",
                "impairment_of_noncurrent_assets",
                "accrued_enterprise_taxes",
                "others",
            ),
        ),
    ] = None
    valuation_allowance: Is[Amount, item.debit("Valuation allowance", "評価性引当額")] = None
    total: Is[
        Amount, item.debit("Total deferred tax assets", "繰延税金資産合計", total=("subtotal", "valuation_allowance"))
    ] = None


@item.part(
    "Deferred tax accounting", "税効果会計に関する注記", prefix="DeferredTax", instant=True, ref=item.accounting("107")
)
@frozen(kw_only=True)
class DeferredTaxes(Part):
    """Causes of deferred tax assets and liabilities (Ordinance on Company Accounting, article 107)."""

    title: Is[Words, item.words("Heading of deferred tax accounting", "税効果会計に関する注記の見出し")] = None
    heading: Is[Words, item.words("Heading of the components", "発生原因別の内訳の見出し")] = None
    assets: DeferredTaxAssetsByCause | None = None
    liabilities_heading: Is[Words, item.words("Caption of deferred tax liabilities", "繰延税金負債の表示")] = None
    unrealized_gain_on_other_securities: Is[
        Amount, item.credit("Unrealized gain on other securities", "その他有価証券評価差額金に係る繰延税金負債")
    ] = None
    total_liabilities: Is[
        Amount,
        item.credit(
            "Total deferred tax liabilities", "繰延税金負債合計", total=("unrealized_gain_on_other_securities",)
        ),
    ] = None
    net_assets: Is[
        Amount, item.debit("Net deferred tax assets", "繰延税金資産の純額", total=("assets.total", "total_liabilities"))
    ] = None


@item.part("Leased assets", "リース物件の取得価額相当額等", prefix="LeasedAssets", instant=True)
@frozen(kw_only=True)
class LeasedAssets(Part):
    """Amounts equivalent to acquisition cost, accumulated depreciation and net book value of a class of leased assets."""

    asset_class: Is[Words, item.words("Class of leased assets", "リース物件の種類")] = None
    acquisition_cost: Is[Amount, item.debit("Amount equivalent to acquisition cost", "取得価額相当額")] = None
    accumulated_depreciation: Is[
        Amount, item.credit("Amount equivalent to accumulated depreciation", "減価償却累計額相当額")
    ] = None
    net_book_value: Is[
        Amount,
        item.debit(
            "Amount equivalent to net book value",
            "期末残高相当額",
            total=("acquisition_cost", "accumulated_depreciation"),
        ),
    ] = None


@item.part(
    "Non-current assets under lease contracts",
    "リースにより使用する固定資産に関する注記",
    prefix="Lease",
    ref=item.accounting("108"),
)
@frozen(kw_only=True)
class Leases(Part):
    """Finance leases that do not transfer ownership (Ordinance on Company Accounting, article 108)."""

    title: Is[
        Words, item.words("Heading of the notes on leased assets", "リースにより使用する固定資産に関する注記の見出し")
    ] = None
    heading: Is[
        Words,
        item.words(
            "Heading of finance leases without transfer of ownership", "所有権移転外ファイナンス・リース取引の見出し"
        ),
    ] = None
    assets_title: Is[Words, item.words("Heading of the leased assets", "リース物件の見出し")] = None
    unit_note: Is[Words, item.words("Unit as printed in the notes on leases", "リースの注記の単位の記載")] = None
    assets: Is[
        tuple[LeasedAssets, ...], item.rows("Leased assets by class", "リース物件の種類別", name="LeasedAssetClasses")
    ] = ()
    total_acquisition_cost: Is[
        Amount,
        item.debit("Total acquisition cost of leased assets", "取得価額相当額合計", instant=True),
        rows("assets.acquisition_cost"),
    ] = None
    total_accumulated_depreciation: Is[
        Amount,
        item.credit("Total accumulated depreciation of leased assets", "減価償却累計額相当額合計", instant=True),
        rows("assets.accumulated_depreciation"),
    ] = None
    total_net_book_value: Is[
        Amount,
        item.debit(
            "Total net book value of leased assets",
            "期末残高相当額合計",
            instant=True,
            total=("total_acquisition_cost", "total_accumulated_depreciation"),
        ),
        rows("assets.net_book_value"),
    ] = None
    obligations_title: Is[
        Words, item.words("Heading of the lease obligations", "未経過リース料期末残高相当額の見出し")
    ] = None
    obligations_within_one_year: Is[
        Amount, item.credit("Lease obligations within one year", "未経過リース料（１年内）", instant=True)
    ] = None
    obligations_after_one_year: Is[
        Amount, item.credit("Lease obligations after one year", "未経過リース料（１年超）", instant=True)
    ] = None
    total_obligations: Is[
        Amount,
        item.credit(
            "Total lease obligations",
            "未経過リース料合計",
            instant=True,
            total=("obligations_within_one_year", "obligations_after_one_year"),
        ),
    ] = None
    expenses_title: Is[Words, item.words("Heading of the lease expenses", "支払リース料等の見出し")] = None
    lease_expenses: Is[Amount, item.debit("Lease expenses", "支払リース料")] = None
    depreciation: Is[Amount, item.debit("Amount equivalent to depreciation of leased assets", "減価償却費相当額")] = (
        None
    )
    interest: Is[Amount, item.debit("Amount equivalent to interest on leases", "支払利息相当額")] = None
    depreciation_method: Is[
        Prose, item.prose("Calculation of depreciation of leased assets", "減価償却費相当額の算定方法")
    ] = None
    interest_method: Is[Prose, item.prose("Calculation of interest on leases", "利息相当額の算定方法")] = None


@item.part("Notes on per share information", "１株当たり情報に関する注記", ref=item.accounting("113"))
@frozen(kw_only=True)
class PerShareInformation(Part):
    """Net assets and net income a share (Ordinance on Company Accounting, article 113)."""

    title: Is[
        Words,
        item.words(
            "Heading of the notes on per share information (non-consolidated)",
            "１株当たり情報に関する注記の見出し（個別）",
        ),
    ] = None
    net_assets_per_share: Is[
        Amount,
        item.per_share("Net assets per share", "１株当たり純資産額", name="NetAssetsPerShare", instant=True),
        Measure.EQUITY_PER_SHARE,
    ] = None
    net_income_per_share: Is[
        Amount,
        item.per_share("Net income per share", "１株当たり当期純利益", name="BasicEarningsPerShare"),
        Measure.EARNINGS_PER_SHARE,
    ] = None
    diluted_net_income_per_share: Is[
        Amount,
        item.per_share(
            "Diluted net income per share", "潜在株式調整後１株当たり当期純利益", name="DilutedEarningsPerShare"
        ),
    ] = None


@item.part(
    "Notes to non-consolidated financial statements", "個別注記表", role=True, file=True,
    ref=(item.act("435", "2"), item.accounting("98")),
)  # fmt: skip
@frozen(kw_only=True)
class NonConsolidatedNotes(Part):
    """Notes to non-consolidated financial statements (Ordinance on Company Accounting, articles 97 to 116)."""

    title: Is[
        Text | None, item.words("Title of the notes to non-consolidated financial statements", "個別注記表の表題")
    ] = None
    accounting_policies: AccountingPolicies | None = None
    balance_sheet: NotesToBalanceSheet | None = None
    income_statement: NotesToIncomeStatement | None = None
    deferred_taxes: DeferredTaxes | None = None
    leases: Leases | None = None
    related_parties: RelatedParties | None = None
    per_share_information: PerShareInformation | None = None
    subsequent_events_title: Is[
        Words,
        item.words(
            "Heading of significant subsequent events (non-consolidated)", "重要な後発事象に関する注記の見出し（個別）"
        ),
    ] = None
    subsequent_events: Is[
        Prose,
        item.prose(
            "Significant subsequent events (non-consolidated)",
            "重要な後発事象に関する注記（個別）",
            edinet="jpcrp_cor:NotesSignificantEventsAfterReportingPeriodFinancialStatementsTextBlock",
            ref=item.accounting("114"),
        ),
    ] = None
    further_notes: FurtherNotes | None = None
