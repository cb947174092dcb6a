"""Consolidated financial statements under Japanese GAAP (連結計算書類)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.statements.common_notes.balance_sheet import NotesToBalanceSheet
from filingexport.model.statements.common_notes.consolidation import EquityMethodScope, ScopeOfConsolidation
from filingexport.model.statements.common_notes.further import FurtherNotes
from filingexport.model.statements.common_notes.income_statement import NotesToIncomeStatement
from filingexport.model.statements.japan_gaap.balance_sheet import BalanceSheet
from filingexport.model.statements.japan_gaap.cash_flows import CashFlows
from filingexport.model.statements.japan_gaap.changes_in_equity import ChangesInNetAssets
from filingexport.model.statements.japan_gaap.comprehensive_income import ComprehensiveIncome
from filingexport.model.statements.japan_gaap.income_statement import IncomeStatement
from filingexport.model.statements.japan_gaap.notes import AccountingPolicies, PerShareInformation
from filingexport.model.values import Prose, Words


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
    scope_of_consolidation: ScopeOfConsolidation | None = None
    equity_method: EquityMethodScope | None = None
    fiscal_years_of_subsidiaries: Is[
        Prose,
        item.prose(
            "Fiscal years of consolidated subsidiaries (consolidated)",
            "連結子会社の事業年度等に関する事項（連結）",
            ref=item.accounting("102"),
        ),
    ] = None
    accounting_policies: AccountingPolicies | None = None
    balance_sheet: NotesToBalanceSheet | None = None
    income_statement: NotesToIncomeStatement | None = None
    per_share_information: PerShareInformation | None = None
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
    further_notes: FurtherNotes | None = None


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
