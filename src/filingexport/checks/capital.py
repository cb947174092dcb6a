"""The shares of the company, as far as the notice tells: how many there are, whose, of which classes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from filingexport.checks.context import Context
from filingexport.checks.once import once
from filingexport.checks.ratios import figure_of
from filingexport.declaring import frozen
from filingexport.model.business_report.share_classes import ShareClass
from filingexport.model.business_report.stock_compensation import StockPlan
from filingexport.model.business_report.trend import Trend
from filingexport.model.meaning import Measure
from filingexport.model.statements.common_notes.equity import EquityNote
from filingexport.model.statements.us_gaap.changes_in_equity import UsGaapSharesOutstanding
from filingexport.model.values import Money, Text
from filingexport.model.values import Shares as Quantity

CLASSES: Final = 100
"""Classes of shares that are looked through; no company has so many."""


@frozen
class Capital:
    """The shares of the company, as far as the notice tells.

    issued, treasury: at the end of the year. outstanding: issued without those held by the company.
    at_start: outstanding when the year began, None where not told. classes: how many classes of shares there are.
    """

    issued: Decimal
    treasury: Decimal
    at_start: Decimal | None
    classes: int

    @property
    def outstanding(self) -> Decimal:
        """Shares in the hands of others at the end of the year."""
        return self.issued - self.treasury


@once
def capital(context: Context) -> Capital | None:
    """The shares of this filing; None where the number issued is not told."""
    issued = figure_of(context, Measure.SHARES_ISSUED, context.year_end)
    if issued is None or issued.value.amount <= 0:
        return None
    treasury = figure_of(context, Measure.TREASURY_SHARES, context.year_end)
    held = treasury.value.amount if treasury is not None else Decimal(0)
    return Capital(issued.value.amount, held, _at_start(context), max(len(context.of(ShareClass)), 1))


def _at_start(context: Context) -> Decimal | None:
    """Shares outstanding at the beginning: told, or those at the end without the increase told."""
    for at in context.of(UsGaapSharesOutstanding):
        if at.end == context.year_end and at.value.opening is not None:
            shares = at.value.opening.shares
            if isinstance(shares, Quantity):
                return shares.amount
    for at in context.of(EquityNote):
        issued = [number_of(each.opening) for each in at.value.issued]
        held = [number_of(each.opening) for each in at.value.treasury]
        if issued and None not in issued and None not in held:
            return sum((each for each in issued if each), Decimal(0)) - sum((each for each in held if each), Decimal(0))
    return None


def in_trusts(context: Context) -> Decimal:
    """Shares that trusts hold for officers, which figures a share may leave out."""
    return sum((number_of(at.value.shares_in_trust) or Decimal(0) for at in context.of(StockPlan)), Decimal(0))


def number_of(value: Any) -> Decimal | None:
    """The amount of a number of money or shares; None for anything else."""
    return value.amount if isinstance(value, (Money, Quantity)) else None


def same_class(one: Text, other: Text) -> bool:
    """Whether both name one class of shares, in a language that both are in."""
    return any(reading == other.get(language) for language, reading in one.readings)


def split_in_the_year(context: Context) -> bool:
    """Whether shares were split in the fiscal year, so that figures a share are of two kinds."""
    trend = context.first(Trend)
    day = trend.stock_split_effective_date if trend is not None else None
    return day is not None and day >= context.year_start
