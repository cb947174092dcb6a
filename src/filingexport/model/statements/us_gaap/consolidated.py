"""Consolidated financial statements under US GAAP (連結計算書類、米国会計基準)."""

from attrs import frozen

from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.statements.us_gaap.balance_sheet import UsGaapBalanceSheet
from filingexport.model.statements.us_gaap.changes_in_equity import UsGaapChangesInEquity
from filingexport.model.statements.us_gaap.income_statement import UsGaapIncomeStatement
from filingexport.model.statements.us_gaap.notes import UsGaapNotes


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
    changes_in_equity: UsGaapChangesInEquity | None = None
    notes: UsGaapNotes | None = None
