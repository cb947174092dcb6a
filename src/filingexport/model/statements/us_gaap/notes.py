"""Notes to consolidated financial statements under US GAAP (連結注記表)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import Becomes, Measure
from filingexport.model.part import Part
from filingexport.model.statements.common_notes.balance_sheet import NotesToBalanceSheet
from filingexport.model.statements.common_notes.consolidation import EquityMethodScope, ScopeOfConsolidation
from filingexport.model.statements.common_notes.further import FurtherNotes
from filingexport.model.statements.dividends import Dividend
from filingexport.model.statements.useful_life import UsefulLife
from filingexport.model.values import Amount, Prose, Quantity, Tally, Words


@item.part(
    "Significant accounting policies (US GAAP)", "会計方針に関する事項（米国基準）", ref=item.accounting("102", "1")
)
@frozen(kw_only=True)
class UsGaapAccountingPolicies(Part):
    """Significant accounting policies, a field a topic (Ordinance on Company Accounting, article 102, paragraph 1, item 3)."""

    title: Is[Words, item.words("Heading of the accounting policies", "会計方針の見出し")] = None
    basis_of_presentation: Is[Prose, item.prose("Basis of presentation", "連結計算書類の作成基準")] = None
    appraisal_of_assets_title: Is[Words, item.words("Heading of the appraisal of assets", "資産の評価の見出し")] = None
    securities: Is[Prose, item.prose("Valuation of securities", "有価証券の評価基準及び評価方法")] = None
    inventories: Is[Prose, item.prose("Valuation of inventories", "たな卸資産の評価基準及び評価方法")] = None
    depreciation: Is[
        Prose, item.prose("Depreciation and amortization of property and equipment", "有形固定資産の減価償却の方法")
    ] = None
    useful_lives: Is[
        tuple[UsefulLife, ...], item.rows("Useful lives (US GAAP)", "耐用年数（米国基準）", name="UsGaapUsefulLives")
    ] = ()
    leases: Is[Prose, item.prose("Leases", "リース取引")] = None
    impairment_of_long_lived_assets: Is[Prose, item.prose("Impairment of long-lived assets", "長期性資産の減損")] = None
    goodwill_and_intangible_assets: Is[
        Prose, item.prose("Goodwill and intangible assets", "のれん及びその他の無形資産")
    ] = None
    allowances_title: Is[Words, item.words("Heading of the standards for allowances", "引当金の計上基準の見出し")] = (
        None
    )
    allowance_for_doubtful_accounts: Is[
        Prose, item.prose("Allowance for doubtful accounts", "貸倒引当金の計上基準")
    ] = None
    pension_and_severance: Is[Prose, item.prose("Pension and severance indemnities plans", "退職給付の計上基準")] = None
    amortization_years_of_unrecognized_net_obligation: Is[
        Tally, item.count("Years of amortization of the unrecognized net obligation", "会計基準変更時差異の償却年数")
    ] = None
    revenue_recognition: Is[Prose, item.prose("Revenue recognition", "収益の認識")] = None
    income_tax: Is[Prose, item.prose("Income tax", "法人税等")] = None
    change_in_accounting_method: Is[
        Prose, item.prose("Change in accounting method", "会計処理の方法の変更", ref=item.accounting("102-2"))
    ] = None
    change_in_presentation: Is[
        Prose, item.prose("Change in presentation", "表示方法の変更", ref=item.accounting("102-3"))
    ] = None


@item.part(
    "Notes to the consolidated statement of shareholders' equity",
    "連結株主資本等変動計算書に関する注記",
    ref=item.accounting("106"),
)
@frozen(kw_only=True)
class UsGaapChangesInEquityNotes(Part):
    """Shares, dividends, rights (Ordinance on Company Accounting, article 106)."""

    title: Is[
        Words,
        item.words(
            "Heading of the notes to the statement of shareholders' equity",
            "連結株主資本等変動計算書に関する注記の見出し",
        ),
    ] = None
    shares_issued_title: Is[Words, item.words("Heading of the number of shares issued", "発行済株式の総数の見出し")] = (
        None
    )
    class_of_shares_issued: Is[Words, item.words("Class of the shares issued", "発行済株式の種類")] = None
    shares_issued: Is[
        Quantity,
        item.shares("Number of shares issued and outstanding", "発行済株式の総数", instant=True),
        Measure.SHARES_ISSUED,
    ] = None
    dividends_paid_title: Is[Words, item.words("Heading of dividends paid", "配当金支払額の見出し")] = None
    dividends_paid: Is[tuple[Dividend, ...], item.rows("Dividends paid", "配当金支払額", name="DividendsPaid")] = ()
    dividends_declared_title: Is[
        Words, item.words("Heading of dividends declared", "翌期に効力が発生する配当の見出し")
    ] = None
    dividends_declared: Is[
        tuple[Dividend, ...],
        item.rows(
            "Dividends with a record date in the year, effective in the next",
            "基準日が当期に属し効力発生日が翌期となる配当",
            name="DividendsDeclared",
        ),
        Becomes("dividends_paid"),
    ] = ()
    shares_under_rights_title: Is[
        Words, item.words("Heading of the shares under stock acquisition rights", "新株予約権の目的となる株式の見出し")
    ] = None
    class_of_shares_under_rights: Is[
        Words, item.words("Class of the shares under stock acquisition rights", "新株予約権の目的となる株式の種類")
    ] = None
    shares_under_rights: Is[
        Quantity,
        item.shares(
            "Number of shares to be acquired by exercising stock acquisition rights",
            "新株予約権の目的となる株式の数",
            instant=True,
        ),
    ] = None
    other_comprehensive_income_title: Is[
        Words, item.words("Heading of other comprehensive income", "その他の包括利益の見出し")
    ] = None
    other_comprehensive_income: Is[Prose, item.prose("Other comprehensive income", "その他の包括利益の内容")] = None


@item.part(
    "Notes on per share information (consolidated)", "１株当たり情報に関する注記（連結）", ref=item.accounting("113")
)
@frozen(kw_only=True)
class UsGaapPerShareInformation(Part):
    """Equity and net income a share (Ordinance on Company Accounting, article 113)."""

    title: Is[
        Words, item.words("Heading of the notes on per share information", "１株当たり情報に関する注記の見出し")
    ] = None
    shareholders_equity_per_share: Is[
        Amount,
        item.per_share("Shareholders' equity per share", "１株当たり株主資本", instant=True),
        Measure.EQUITY_PER_SHARE,
    ] = None
    net_income_per_share: Is[
        Amount,
        item.per_share("Basic net income per share (US GAAP)", "基本的１株当たり当期純利益（米国基準）"),
        Measure.EARNINGS_PER_SHARE,
    ] = None
    diluted_net_income_per_share: Is[
        Amount, item.per_share("Diluted net income per share (US GAAP)", "希薄化後１株当たり当期純利益（米国基準）")
    ] = None


@item.part(
    "Notes to consolidated statements (US GAAP)", "連結注記表（米国基準）", role=True, file=True,
    ref=(item.act("444"), item.accounting("98")),
)  # fmt: skip
@frozen(kw_only=True)
class UsGaapNotes(Part):
    """Notes to consolidated financial statements (Ordinance on Company Accounting, articles 97 to 116)."""

    title: Is[Words, item.words("Title of the notes to consolidated financial statements", "連結注記表の表題")] = None
    basis_title: Is[
        Words,
        item.words("Heading of the basic significant matters", "連結計算書類作成のための基本となる重要な事項の見出し"),
    ] = None
    scope_of_consolidation: ScopeOfConsolidation | None = None
    equity_method: EquityMethodScope | None = None
    accounting_policies: UsGaapAccountingPolicies | None = None
    balance_sheet: NotesToBalanceSheet | None = None
    changes_in_equity: UsGaapChangesInEquityNotes | None = None
    per_share_information: UsGaapPerShareInformation | None = None
    subsequent_events_title: Is[
        Words, item.words("Heading of significant subsequent events", "重要な後発事象に関する注記の見出し")
    ] = None
    subsequent_events: Is[
        Prose, item.prose("Significant subsequent events", "重要な後発事象に関する注記", ref=item.accounting("114"))
    ] = None
    further_notes: FurtherNotes | None = None
