"""Consolidated financial statements under Japanese GAAP (連結計算書類)."""

from datetime import date
from typing import Annotated as Is

from attrs import frozen

from filingexport.model import item
from filingexport.model.meaning import Measure
from filingexport.model.part import Part
from filingexport.model.statements.dividends import Dividend
from filingexport.model.statements.japan_gaap.balance_sheet import BalanceSheet
from filingexport.model.statements.japan_gaap.cash_flows import CashFlows
from filingexport.model.statements.japan_gaap.changes_in_equity import ChangesInNetAssets
from filingexport.model.statements.japan_gaap.comprehensive_income import ComprehensiveIncome
from filingexport.model.statements.japan_gaap.income_statement import IncomeStatement
from filingexport.model.values import Amount, Prose, Quantity, Words


@item.part(
    "Notes to consolidated statements (Japanese GAAP)",
    "連結注記表",
    prefix="ConsolidatedNote",
    role=True,
    file=True,
    ref=(item.act("444"), item.accounting("98")),
)
@frozen(kw_only=True)
class JapanGaapNotes(Part):
    """Notes to consolidated statements (Ordinance on Company Accounting, articles 98 to 116)."""

    title: Is[Words, item.words("Title of the notes to consolidated statements", "連結注記表の表題")] = None
    going_concern: Is[
        Prose,
        item.prose(
            "Going concern assumption (consolidated)",
            "継続企業の前提に関する注記（連結）",
            edinet="jpcrp_cor:NotesUncertaintiesOfEntitysAbilityToContinueAsGoingConcernConsolidatedFinancialStatementsTextBlock",
            ref=item.accounting("100"),
        ),
    ] = None
    scope_of_consolidation: Is[
        Prose,
        item.prose(
            "Scope of consolidation (consolidated)", "連結の範囲に関する事項（連結）", ref=item.accounting("102")
        ),
    ] = None
    equity_method: Is[
        Prose,
        item.prose(
            "Application of the equity method (consolidated)",
            "持分法の適用に関する事項（連結）",
            ref=item.accounting("102"),
        ),
    ] = None
    fiscal_years_of_subsidiaries: Is[
        Prose,
        item.prose(
            "Fiscal years of consolidated subsidiaries (consolidated)",
            "連結子会社の事業年度等に関する事項（連結）",
            ref=item.accounting("102"),
        ),
    ] = None
    accounting_policies: Is[
        Prose,
        item.prose("Accounting policies (consolidated)", "会計方針に関する事項（連結）", ref=item.accounting("102")),
    ] = None
    changes_in_accounting_policies: Is[
        Prose,
        item.prose(
            "Changes in accounting policies (consolidated)",
            "会計方針の変更に関する注記（連結）",
            ref=item.accounting("102-2"),
        ),
    ] = None
    changes_in_presentation: Is[
        Prose,
        item.prose(
            "Changes in presentation (consolidated)", "表示方法の変更に関する注記（連結）", ref=item.accounting("102-3")
        ),
    ] = None
    accounting_estimates: Is[
        Prose,
        item.prose(
            "Accounting estimates (consolidated)", "会計上の見積りに関する注記（連結）", ref=item.accounting("102-3-2")
        ),
    ] = None
    changes_in_estimates: Is[
        Prose,
        item.prose(
            "Changes in accounting estimates (consolidated)",
            "会計上の見積りの変更に関する注記（連結）",
            edinet="jpcrp_cor:NotesChangesInAccountingEstimatesConsolidatedFinancialStatementsTextBlock",
            ref=item.accounting("102-4"),
        ),
    ] = None
    correction_of_errors: Is[
        Prose,
        item.prose(
            "Correction of errors (consolidated)", "誤謬の訂正に関する注記（連結）", ref=item.accounting("102-5")
        ),
    ] = None
    balance_sheet: Is[
        Prose,
        item.prose(
            "Notes to the consolidated balance sheet (consolidated)",
            "連結貸借対照表に関する注記（連結）",
            ref=item.accounting("103"),
        ),
    ] = None
    income_statement: Is[
        Prose,
        item.prose(
            "Notes to the consolidated statement of income (consolidated)",
            "連結損益計算書に関する注記（連結）",
            ref=item.accounting("104"),
        ),
    ] = None
    changes_in_net_assets: Is[
        Prose,
        item.prose(
            "Notes to the consolidated statement of changes in net assets (consolidated)",
            "連結株主資本等変動計算書に関する注記（連結）",
            ref=item.accounting("106"),
        ),
    ] = None
    financial_instruments: Is[
        Prose,
        item.prose("Financial instruments (consolidated)", "金融商品に関する注記（連結）", ref=item.accounting("109")),
    ] = None
    investment_property: Is[
        Prose,
        item.prose(
            "Investment property (consolidated)", "賃貸等不動産に関する注記（連結）", ref=item.accounting("110")
        ),
    ] = None
    revenue_recognition: Is[
        Prose,
        item.prose(
            "Revenue recognition (consolidated)",
            "収益認識に関する注記（連結）",
            edinet="jpcrp_cor:NotesRevenueRecognitionConsolidatedFinancialStatementsTextBlock",
            ref=item.accounting("115-2"),
        ),
    ] = None
    business_combinations: Is[
        Prose,
        item.prose(
            "Business combinations (consolidated)",
            "企業結合等に関する注記（連結）",
            edinet="jpcrp_cor:NotesBusinessCombinationsConsolidatedFinancialStatementsTextBlock",
            ref=item.accounting("116"),
        ),
    ] = None
    subsequent_events: Is[
        Prose,
        item.prose(
            "Significant subsequent events (consolidated)",
            "重要な後発事象に関する注記（連結）",
            edinet="jpcrp_cor:NotesSignificantEventsAfterReportingPeriodConsolidatedFinancialStatementsTextBlock",
            ref=item.accounting("114"),
        ),
    ] = None
    other: Is[Prose, item.prose("Other notes (consolidated)", "その他の注記（連結）", ref=item.accounting("116"))] = (
        None
    )
    shares_issued: Is[
        Quantity,
        item.shares(
            "Shares issued at the end of the year (consolidated notes)",
            "当連結会計年度末の発行済株式の総数",
            instant=True,
            ref=item.accounting("106"),
        ),
        Measure.SHARES_ISSUED,
    ] = None
    dividends: Is[
        tuple[Dividend, ...],
        item.rows("Dividends (consolidated notes)", "剰余金の配当（連結注記表）", name="ConsolidatedNoteDividends"),
    ] = ()
    net_assets_per_share: Is[
        Amount,
        item.per_share(
            "Net assets per share (consolidated)",
            "１株当たり純資産額（連結）",
            instant=True,
            ref=item.accounting("113"),
        ),
        Measure.EQUITY_PER_SHARE,
    ] = None
    earnings_per_share: Is[
        Amount,
        item.per_share(
            "Basic earnings per share (consolidated)", "１株当たり当期純利益（連結）", ref=item.accounting("113")
        ),
        Measure.EARNINGS_PER_SHARE,
    ] = None
    diluted_earnings_per_share: Is[
        Amount,
        item.per_share(
            "Diluted earnings per share (consolidated)",
            "潜在株式調整後１株当たり当期純利益（連結）",
            ref=item.accounting("113"),
        ),
    ] = None


@item.part("Prior year", "前連結会計年度", prefix="ConsolidatedPriorYear")
@frozen(kw_only=True)
class JapanGaapPriorYear(Part):
    """The consolidated statements of the year before, as printed beside those of the year."""

    start: Is[date, item.period_start("First day of the prior year", "前連結会計年度の開始日")]
    end: Is[date, item.period_end("Last day of the prior year", "前連結会計年度の終了日")]
    balance_sheet: BalanceSheet | None = None
    income_statement: IncomeStatement | None = None
    comprehensive_income: ComprehensiveIncome | None = None
    changes_in_equity: ChangesInNetAssets | None = None
    cash_flows: CashFlows | None = None


@item.part(
    "Consolidated financial statements (Japanese GAAP)",
    "連結計算書類（日本基準）",
    prefix="JapanGaapConsolidated",
    ref=(item.act("444"), item.accounting("61")),
)
@frozen(kw_only=True)
class JapanGaapConsolidated(Part):
    """Consolidated financial statements under Japanese GAAP (Companies Act, article 444; Ordinance on Company Accounting, article 61)."""

    balance_sheet: BalanceSheet | None = None
    income_statement: IncomeStatement | None = None
    comprehensive_income: ComprehensiveIncome | None = None
    changes_in_equity: ChangesInNetAssets | None = None
    cash_flows: CashFlows | None = None
    notes: JapanGaapNotes | None = None
    prior_year: JapanGaapPriorYear | None = None
