"""Consolidated financial statements under IFRS (連結計算書類、指定国際会計基準)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import Measure
from filingexport.model.part import Part
from filingexport.model.statements.common_notes.balance_sheet import NotesToBalanceSheet
from filingexport.model.statements.common_notes.consolidation import EquityMethodScope, ScopeOfConsolidation
from filingexport.model.statements.common_notes.further import FurtherNotes
from filingexport.model.statements.common_notes.income_statement import NotesToIncomeStatement
from filingexport.model.statements.ifrs.cash_flows import IfrsCashFlows
from filingexport.model.statements.ifrs.changes_in_equity import IfrsChangesInEquity
from filingexport.model.statements.ifrs.comprehensive_income import IfrsComprehensiveIncome
from filingexport.model.statements.ifrs.financial_position import IfrsFinancialPosition
from filingexport.model.statements.ifrs.profit_or_loss import IfrsProfitOrLoss
from filingexport.model.values import Amount, Prose, Words


@item.part("Prior year (IFRS)", "前連結会計年度（ＩＦＲＳ）", prefix="IfrsPriorYear")
@frozen(kw_only=True)
class IfrsPriorYear(Part):
    """The statements of the year before, as printed beside those of the year: over that year and at its end."""

    start: Is[date, item.period_start("First day of the prior year (IFRS)", "前連結会計年度の開始日（ＩＦＲＳ）")]
    end: Is[date, item.period_end("Last day of the prior year (IFRS)", "前連結会計年度の終了日（ＩＦＲＳ）")]
    financial_position: IfrsFinancialPosition | None = None
    profit_or_loss: IfrsProfitOrLoss | None = None
    comprehensive_income: IfrsComprehensiveIncome | None = None
    changes_in_equity: IfrsChangesInEquity | None = None
    cash_flows: IfrsCashFlows | None = None


@item.part(
    "Notes to consolidated statements (IFRS)",
    "連結注記表（ＩＦＲＳ）",
    prefix="IfrsNote",
    role=True,
    file=True,
    ref=(item.act("444"), item.accounting_ifrs("98")),
)
@frozen(kw_only=True)
class IfrsNotes(Part):
    """Notes to consolidated statements under IFRS (Ordinance on Company Accounting, articles 98 to 116 and 120)."""

    title: Is[Words, item.words("Title of the notes (IFRS)", "連結注記表の表題（ＩＦＲＳ）")] = None
    basis: Is[
        Prose,
        item.prose(
            "Basis of preparation (IFRS)", "連結計算書類の作成の基礎（ＩＦＲＳ）", ref=item.accounting_ifrs("120")
        ),
    ] = None
    scope_of_consolidation: ScopeOfConsolidation | None = None
    equity_method: EquityMethodScope | None = None
    accounting_policies: Is[
        Prose,
        item.prose(
            "Significant accounting policies (IFRS)", "重要な会計方針（ＩＦＲＳ）", ref=item.accounting_ifrs("101")
        ),
    ] = None
    financial_position: NotesToBalanceSheet | None = None
    profit_or_loss: NotesToIncomeStatement | None = None
    share_based_payments: Is[
        Prose,
        item.prose(
            "Share-based payments (IFRS)", "株式に基づく報酬に関する注記（ＩＦＲＳ）", ref=item.accounting_ifrs("116")
        ),
    ] = None
    owners_equity_per_share: Is[
        Amount,
        item.per_share(
            "Equity attributable to owners of the parent per share",
            "１株当たり親会社所有者帰属持分",
            name="EquityAttributableToOwnersOfParentPerShareIFRS",
            instant=True,
            ref=item.accounting_ifrs("113"),
        ),
        Measure.EQUITY_PER_SHARE,
    ] = None
    subsequent_events: Is[
        Prose,
        item.prose(
            "Significant subsequent events (IFRS)",
            "重要な後発事象に関する注記（ＩＦＲＳ）",
            ref=item.accounting_ifrs("114"),
        ),
    ] = None
    further_notes: FurtherNotes | None = None


@item.part(
    "Consolidated financial statements (IFRS)",
    "連結計算書類（ＩＦＲＳ）",
    prefix="IfrsStatements",
    ref=(item.act("444"), item.accounting_ifrs("120")),
)
@frozen(kw_only=True)
class IfrsConsolidated(Part):
    """Consolidated financial statements under IFRS (Companies Act, article 444; Ordinance on Company Accounting, article 120)."""

    financial_position: IfrsFinancialPosition | None = None
    profit_or_loss: IfrsProfitOrLoss | None = None
    comprehensive_income: IfrsComprehensiveIncome | None = None
    changes_in_equity: IfrsChangesInEquity | None = None
    cash_flows: IfrsCashFlows | None = None
    notes: IfrsNotes | None = None
    prior_year: IfrsPriorYear | None = None
