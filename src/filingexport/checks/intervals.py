"""Which exact values printed numbers may stand for, and what is computed from them: closed intervals of decimals."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from attrs import define

from filingexport.checks.numbers import unit
from filingexport.model.values import Number

_HALF: Final = Decimal("0.5")
_ONE: Final = Decimal(1)


@define(unsafe_hash=True)  # made by the thousand, for which a frozen class takes twice as long
class Interval:
    """From `low` to `high`, both included."""

    low: Decimal
    high: Decimal

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __truediv__(self, other: Interval) -> Interval:
        """The quotient; raises ZeroDivisionError where the divisor may be zero."""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError
        ends = [one / two for one in (self.low, self.high) for two in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __mul__(self, other: Interval) -> Interval:
        ends = [one * two for one in (self.low, self.high) for two in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def shifted(self, by: Decimal) -> Interval:
        """Both ends moved."""
        return Interval(self.low + by, self.high + by)

    @property
    def middle(self) -> Decimal:
        """The value in its middle."""
        return (self.low + self.high) / 2

    def meets(self, other: Interval) -> bool:
        """Whether they have a value in common."""
        return self.low <= other.high and other.low <= self.high


def exactly(value: Decimal | int) -> Interval:
    """Just this value."""
    number = Decimal(value)
    return Interval(number, number)


def of(value: Number) -> Interval:
    """What a printed number may stand for: rounded to its last place, or cut off there towards zero, from either side of it."""
    last = unit(value)
    amount = value.amount
    below, above = last if amount <= 0 else last * _HALF, last if amount >= 0 else last * _HALF
    return Interval(amount - below, amount + above)


def rounded(value: Number) -> Interval:
    """What a printed number may stand for if it is rounded."""
    half = unit(value) * _HALF
    return Interval(value.amount - half, value.amount + half)


def change(now: Interval, before: Interval) -> Interval:
    """The relative change; raises ZeroDivisionError where the base may be zero."""
    return (now / before).shifted(-_ONE)


def fits(printed: Number, computed: Interval) -> bool:
    """Whether the printed number may stand for a value of this interval."""
    return of(printed).meets(computed)
