"""How values are printed in English and in Japanese, and the transformation that reads each back.

Names of transformations are those of the Transformation Registry 5 (``ixt``).
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Final, Literal

from filingexport.binding.values import shifted
from filingexport.declaring import frozen
from filingexport.model.values import YearMonth, Years

Language = Literal["en", "ja"]

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAYS_JA: Final = "月火水木金土日"
_SCALES: Final[dict[int, tuple[str, str]]] = {
    0: ("", ""), 3: ("thousand", "千"), 6: ("million", "百万"), 8: ("hundred million", "億"), 9: ("billion", "十億"),
}  # fmt: skip
SCALES: Final = frozenset(_SCALES)
"""The powers of ten by which amounts of money are printed smaller."""
_MOST_PLACES: Final = 6
"""Zeros at the end of a fraction are printed only up to here, however accurate a figure says it is."""


@frozen
class Printed:
    """A value as printed, and the transformation that gives the value back; None where the text itself is the value."""

    text: str
    format: str | None


@frozen
class Figure:
    """A number as printed: its digits, the power of ten they are scaled by, whether the value is below zero, and whether
    it is printed as such (the two differ for what is printed with the opposite sign).
    """

    digits: str
    scale: int
    negative: bool
    printed_negative: bool

    @property
    def format(self) -> str | None:
        """The transformation that reads the digits; none where they are the number as it is written anyway."""
        plain = "," not in self.digits and not ("." in self.digits and self.digits.endswith("0"))
        return None if plain else "num-dot-decimal"

    @property
    def places(self) -> int:
        """Digits after the point."""
        return len(self.digits.partition(".")[2])


def figure(amount: Decimal, decimals: int | None, scale: int, negated: bool = False) -> Figure:
    """A number as printed under this scale, exactly; with as many places as its accuracy says."""
    negative = amount < 0
    text = format(shifted(amount.copy_abs(), -scale), "f")
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    if decimals is not None:
        fraction = fraction.ljust(min(decimals + scale, _MOST_PLACES), "0")
    digits = f"{int(whole):,}" + (f".{fraction}" if fraction else "")
    return Figure(digits, scale, negative, negative is not negated if amount else False)


def scale_of(decimals: int | None) -> int:
    """The scale at which an amount of this accuracy is printed by itself."""
    return -decimals if decimals is not None and -decimals in SCALES else 0


def unit_words(currency: str, scale: int, language: Language) -> str:
    """The unit of a table of amounts: ``JPY thousands``, ``千円``."""
    english, japanese = _SCALES[scale]
    if language == "en":
        return f"{currency} {english}s" if english else currency
    return japanese + ("円" if currency == "JPY" else f" {currency}")


def before_and_after(currency: str, scale: int, language: Language) -> tuple[str, str]:
    """What stands before and after one amount: ``JPY 512,427 thousand``, ``512,427千円``."""
    english, japanese = _SCALES[scale]
    if language == "en":
        return f"{currency} ", f" {english}" if english else ""
    return ("", f"{japanese}円") if currency == "JPY" else (f"{currency} ", japanese)


def brackets(language: Language) -> tuple[str, str]:
    """What stands before and after the digits of a negative number, by the convention of the language."""
    return ("(", ")") if language == "en" else ("△", "")


def day(value: date, language: Language) -> Printed:
    """A date: ``June 27, 2008``, ``2008年6月27日``."""
    if language == "en":
        return Printed(f"{MONTHS[value.month - 1]} {value.day}, {value.year:04d}", "date-monthname-day-year-en")
    return Printed(f"{value.year:04d}年{value.month}月{value.day}日", "date-year-month-day")


def month(value: YearMonth, language: Language) -> Printed:
    """A month: ``April 1993``, ``1993年4月``."""
    if language == "en":
        return Printed(f"{MONTHS[value.month - 1]} {value.year:04d}", "date-monthname-year-en")
    return Printed(f"{value.year:04d}年{value.month}月", "date-year-month")


def moment(value: datetime, language: Language) -> str:
    """A date with a time: ``10:00 a.m., Friday, June 27, 2008``; no transformation reads one."""
    seconds = f":{value.second:02d}" if value.second or value.microsecond else ""
    if value.microsecond:
        seconds += f".{value.microsecond:06d}".rstrip("0")
    hour = value.hour % 12 or 12
    if language == "en":
        half = "a.m." if value.hour < 12 else "p.m."
        clock = (
            "noon"
            if value.hour == 12 and not (value.minute or seconds)
            else f"{hour}:{value.minute:02d}{seconds} {half}"
        )
        return f"{clock}, {WEEKDAYS[value.weekday()]}, {day(value, 'en').text}"
    half = "午前" if value.hour < 12 else "午後"
    clock = f"{half}{value.hour % 12}時" + (f"{value.minute:02d}分" if value.minute or seconds else "")
    if seconds:
        clock += f"{seconds[1:]}秒"
    return f"{day(value, 'ja').text}（{_WEEKDAYS_JA[value.weekday()]}曜日）{clock}"


def years(value: Years, language: Language) -> str:
    """A length of time: ``5 years``, ``5年``."""
    if language == "en":
        return f"{value.number} year" + ("" if value.number == 1 else "s")
    return f"{value.number}年"


def flag(value: bool, language: Language) -> str:
    """Yes or no."""
    if language == "en":
        return "Yes" if value else "No"
    return "該当" if value else "非該当"


def period(start: date | None, end: date, language: Language) -> str:
    """A period, both days included, or a moment."""
    last = day(end, language).text
    if start is None:
        return last
    first = day(start, language).text
    return f"{first} to {last}" if language == "en" else f"{first}～{last}"
