"""Consolidated financial statements under US GAAP (連結計算書類、米国会計基準)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.statements.us_gaap.balance_sheet import UsGaapBalanceSheet
from filingexport.model.statements.us_gaap.cash_flows import UsGaapCashFlows
from filingexport.model.statements.us_gaap.changes_in_equity import UsGaapChangesInEquity
from filingexport.model.statements.us_gaap.comprehensive_income import UsGaapComprehensiveIncome
from filingexport.model.statements.us_gaap.income_statement import UsGaapIncomeStatement
from filingexport.model.statements.us_gaap.notes import UsGaapNotes


@item.part("Prior year (US GAAP)", "前連結会計年度（米国基準）")
@frozen(kw_only=True)
class UsGaapPriorYear(Part):
    """The statements of the year before, as printed beside those of the year: over that year and at its end."""

    start: Is[date, item.period_start("First day of the prior year (US GAAP)", "前連結会計年度の開始日（米国基準）")]
    end: Is[date, item.period_end("Last day of the prior year (US GAAP)", "前連結会計年度の終了日（米国基準）")]
    balance_sheet: UsGaapBalanceSheet | None = None
    income_statement: UsGaapIncomeStatement | None = None
    comprehensive_income: UsGaapComprehensiveIncome | None = None
    changes_in_equity: UsGaapChangesInEquity | None = None
    cash_flows: UsGaapCashFlows | None = None


@item.part(
    "Consolidated financial statements (US GAAP)",
    "連結計算書類（米国基準）",
    ref=(item.act("444"), item.accounting("120-3")),
)
@frozen(kw_only=True)
class UsGaapConsolidated(Part):
    """Consolidated financial statements under US GAAP (Companies Act, article 444; Ordinance on Company Accounting, article 120-3)."""

    balance_sheet: UsGaapBalanceSheet | None = None
    income_statement: UsGaapIncomeStatement | None = None
    comprehensive_income: UsGaapComprehensiveIncome | None = None
    changes_in_equity: UsGaapChangesInEquity | None = None
    cash_flows: UsGaapCashFlows | None = None
    notes: UsGaapNotes | None = None
    prior_year: UsGaapPriorYear | None = None
