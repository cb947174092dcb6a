"""Numbers as they are printed: which exact values a printed one may stand for, when two agree, how one is shown.

A figure in thousands may be rounded or, as many Japanese statements are, cut off; a filing seldom says which. A rule
speaks only where neither can explain the difference.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, localcontext
from typing import Final

from filingexport.binding.values import decimal_text, shifted
from filingexport.model.values import Count, Money, Number, Ratio, Shares
from filingexport.said import Said

ZERO: Final = Decimal(0)
_HALF: Final = Decimal("0.5")
_ONE: Final = Decimal(1)
_SCALES: Final = {
    3: (" thousand", "千"),
    6: (" million", "百万"),
    8: (" hundred million", "億"),
    9: (" billion", "十億"),
}
_YEN: Final = "JPY"
_MOST: Final = 30
"""The power of ten beyond which no figure of a notice is, and none is rounded."""


def unit(value: Number) -> Decimal:
    """The last place that is printed: 1,000 for a figure in thousands; 0 for an exact one."""
    return _units[value.decimals]


class _Units(dict[int | None, Decimal]):
    def __missing__(self, decimals: int) -> Decimal:
        found = self[decimals] = shifted(_ONE, -decimals)
        return found


_units: Final = _Units({None: ZERO})
"""By the accuracy, of which there are no more than two thousand."""


def agree(one: Number, other: Number) -> bool:
    """Whether both may be the same exact value, each printed to its own accuracy, rounded or cut off.

    Two of the same accuracy must be the same: the same value is printed the same way twice.
    """
    if isinstance(one, Money) and isinstance(other, Money) and one.currency != other.currency:
        return True  # not comparable; that the currencies differ is another rule's
    if one.decimals == other.decimals:
        return one.amount - other.amount == 0
    apart = abs(one.amount - other.amount)
    return apart < max(unit(one), unit(other)) or apart == 0


def near(printed: Number, exact: Decimal, slack: Decimal = ZERO) -> bool:
    """Whether the printed number may stand for a computed value that is itself known to within `slack`."""
    return abs(printed.amount - exact) <= unit(printed) + slack


def foots(total: Number, items: Iterable[tuple[Number, int]]) -> bool:
    """Whether the total may be the sum of the items with their weights (1 or -1): Calculations 1.1, rounded or cut off.

    Rounded: the interval of the total, half a unit to either side, meets the sum of those of the items. Cut off: of n
    items of one accuracy each may lack almost a unit, so that the sum of what is printed falls short by up to n - 1.
    """
    if isinstance(total, (Count, Shares)) and unit(total) <= 1:  # whole shares and persons are counted, not rounded
        return total.amount == sum((value.amount * weight for value, weight in items), ZERO)
    summed, halves, low, high = ZERO, unit(total) * _HALF, ZERO, ZERO
    for value, weight in items:
        summed += value.amount * weight
        last = unit(value)
        halves += last * _HALF
        # Cut off towards zero: what is lacking has the sign of the printed value; what is printed as zero may lack either.
        for sign in _signs(value.amount):
            lacking = last * weight * sign
            low, high = low + min(lacking, ZERO), high + max(lacking, ZERO)
    apart = total.amount - summed
    if abs(apart) <= halves:
        return True
    ends = [unit(total) * sign for sign in _signs(total.amount)]
    above, below = max(ZERO, *ends), min(ZERO, *ends)
    # The exact total is in (total + below, total + above), the exact sum in (summed + low, summed + high), ends out.
    return apart + below < high and apart + above > low


def _signs(amount: Decimal) -> tuple[int, ...]:
    """The signs that a value may have that is printed as this amount, cut off."""
    return (-1,) if amount < 0 else (1,) if amount > 0 else (-1, 1)


def shown(value: Number, negated: bool = False) -> Said:
    """A number as people print it: ``JPY 66,835 million`` and ``66,835百万円``."""
    amount = -value.amount if negated else value.amount
    if isinstance(value, Ratio):
        return percent(amount, value.decimals)
    if isinstance(value, Shares):
        text = grouped(amount)
        return Said(f"{text} shares", f"{text}株")
    if isinstance(value, Count):
        return Said(grouped(amount), grouped(amount))
    return money(amount, value.currency, value.decimals)


def money(amount: Decimal, currency: str = _YEN, decimals: int | None = 0) -> Said:
    """An amount in the scale that its accuracy says."""
    scale = -decimals if decimals is not None and -decimals in _SCALES else 0
    en, ja = _SCALES.get(scale, ("", ""))
    text = grouped(shifted(amount, -scale))
    if currency == _YEN:
        return Said(f"{_YEN} {text}{en}", f"{text}{ja}円")
    return Said(f"{currency} {text}{en}", f"{text}{ja}{currency}")


def percent(amount: Decimal, decimals: int | None = None) -> Said:
    """A ratio in per cent, to these decimals of the fraction."""
    if decimals is None or not 2 <= decimals <= 20:
        text = grouped(shifted(amount, 2))
    else:
        text = format(shifted(amount, 2), f",.{decimals - 2}f")
    return Said(f"{text}%", f"{text}%")


def to_places(amount: Decimal, places: int) -> Decimal:
    """Rounded to so many places; as it is where it has more digits than can be rounded."""
    if amount.adjusted() > _MOST:
        return amount
    with localcontext(prec=_MOST + abs(places) + 2):  # as many digits as there are, and no more are asked for
        return round(amount, places)


def grouped(amount: Decimal) -> str:
    """With separators of thousands."""
    text = decimal_text(amount.copy_abs())
    whole, _, fraction = text.partition(".")
    return ("-" if amount < 0 else "") + format(int(whole), ",d") + (f".{fraction}" if fraction else "")
