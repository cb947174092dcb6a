"""Non-consolidated financial statements (計算書類)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.statements.consolidated import ACCOUNTING_STANDARDS, AccountingStandards
from filingexport.model.statements.japan_gaap.balance_sheet import BalanceSheet
from filingexport.model.statements.japan_gaap.changes_in_equity import ChangesInNetAssets
from filingexport.model.statements.japan_gaap.income_statement import IncomeStatement
from filingexport.model.statements.japan_gaap.notes import NonConsolidatedNotes


@item.part("Prior fiscal year", "前事業年度", prefix="NonConsolidatedPriorYear")
@frozen(kw_only=True)
class NonConsolidatedPriorYear(Part):
    """The statements of the year before, as printed beside those of the year."""

    start: Is[date, item.period_start("First day of the prior fiscal year", "前事業年度の開始日")]
    end: Is[date, item.period_end("Last day of the prior fiscal year", "前事業年度の終了日")]
    balance_sheet: BalanceSheet | None = None
    income_statement: IncomeStatement | None = None
    changes_in_equity: ChangesInNetAssets | None = None


@item.part("Non-consolidated financial statements", "計算書類", ref=item.act("435", "2"))
@frozen(kw_only=True)
class NonConsolidated(Part):
    """Non-consolidated financial statements with their notes (Companies Act, article 435, paragraph 2)."""

    accounting_standards: Is[AccountingStandards | None, ACCOUNTING_STANDARDS] = None
    balance_sheet: BalanceSheet | None = None
    income_statement: IncomeStatement | None = None
    changes_in_equity: ChangesInNetAssets | None = None
    notes: NonConsolidatedNotes | None = None
    prior_year: NonConsolidatedPriorYear | None = None
