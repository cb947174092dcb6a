"""The transformations of Inline XBRL: from how a value is printed to the value (Transformation Registry 4 and 5).

Those for numbers, dates and truth values, in the languages of Japanese filings; of the registries 2 and 3 the names that
EDINET uses. Each function takes text with its white space collapsed and raises ValueError for what it does not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from filingexport.formats.ixbrl.printed import MONTHS
from filingexport.said import Mistake, say

Transformation = Callable[[str], str]

NAMESPACE: Final = "http://www.xbrl.org/inlineXBRL/transformation/2022-02-16"
"""The registry that is written: 5."""
_FOURTH: Final = "http://www.xbrl.org/inlineXBRL/transformation/2020-02-12"
_OLDER: Final = (
    "http://www.xbrl.org/inlineXBRL/transformation/2011-07-31", "http://www.xbrl.org/inlineXBRL/transformation/2015-02-26",
)  # fmt: skip

_WIDE: Final = str.maketrans("０１２３４５６７８９", "0123456789")
_APOSTROPHES: Final = "'`´’′＇"
_NAMES: Final = "|".join(
    (
        *MONTHS,
        *(name[:3] for name in MONTHS),
        *(name.upper() for name in MONTHS),
        *(name[:3].upper() for name in MONTHS),
    )
)
_ERAS: Final = {
    "明治": 1867, "明": 1867, "大正": 1911, "大": 1911, "昭和": 1925, "昭": 1925, "平成": 1988, "平": 1988, "令和": 2018, "令": 2018,
}  # fmt: skip
_ERA_DAY: Final = re.compile(
    r"(明治?|大正?|昭和?|平成?|令和?)\s*([0-9]{1,2}|元)\s*年\s*([0-9]{1,2})\s*月(?:\s*([0-9]{1,2})\s*日)?"
)


def _match(pattern: str, said: str, example: str) -> re.Match[str]:
    found = re.fullmatch(pattern, said)
    if found is None:
        raise Mistake(
            say(
                "{text!r} is not of the form {example}",
                "{text!r}は{example}の形ではありません。",
                text=said[:60],
                example=example,
            )
        )
    return found


def _year(said: str) -> int:
    return int(said) if len(said) > 2 else 2000 + int(said)


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise Mistake(
            say(
                "there is no day {day} in month {month} of {year}",
                "{year}年{month}月{day}日という日はありません。",
                day=day,
                month=month,
                year=year,
            )
        ) from None


def _month(year: int, month: int) -> str:
    if not 1 <= month <= 12:
        raise Mistake(say("there is no month {month}", "{month}月という月はありません。", month=month))
    return f"{year:04d}-{month:02d}"


def _day_of_month(month: int, day: int) -> str:
    _day(2000, month, day)  # a leap year: 29 February is a day of the year
    return f"--{month:02d}-{day:02d}"


def _named(said: str) -> int:
    return next(place for place, name in enumerate(MONTHS, 1) if name[:3].lower() == said[:3].lower())


def _number(point: str, between: str) -> Transformation:
    inside = re.escape(between)
    pattern = re.compile(rf"([0-9 \u00a0{inside}]*)(?:{re.escape(point)}([0-9 \u00a0]+))?")

    def read(said: str) -> str:
        found = pattern.fullmatch(said)
        whole = re.sub(r"[^0-9]", "", found[1]) if found else ""
        fraction = re.sub(r"[^0-9]", "", found[2] or "") if found else ""
        if not whole + fraction:
            raise Mistake(
                say(
                    "{text!r} is not a number with {point!r} before its decimals",
                    "{text!r}は小数点が{point!r}の数値ではありません。",
                    text=said[:60],
                    point=point,
                )
            )
        fraction = fraction.rstrip("0")
        return (whole.lstrip("0") or "0") + (f".{fraction}" if fraction else "")

    return read


def _units(between: str) -> Transformation:
    """Digits, words, digits: ``12 yen 50 sen``."""
    inside = re.escape(between)

    def read(said: str) -> str:
        found = _match(
            rf"([0-9{inside}]+)[^0-9{inside}][^0-9]*([0-9]{{1,2}})[^0-9]*", said.translate(_WIDE), "12 yen 50 sen"
        )
        whole = re.sub(r"[^0-9]", "", found[1])
        if not whole:
            raise Mistake(
                say("{text!r} has no digits before its unit", "{text!r}の単位の前に数字がありません。", text=said[:60])
            )
        fraction = found[2].zfill(2).rstrip("0")
        return (whole.lstrip("0") or "0") + (f".{fraction}" if fraction else "")

    return read


def _fixed(value: str) -> Transformation:
    return lambda said: value


def _day_month_year(said: str) -> str:
    found = _match(r"([0-9]{1,2})[^0-9]+([0-9]{1,2})[^0-9]+([0-9]{4}|[0-9]{1,2})", said, "27.6.2008")
    return _day(_year(found[3]), int(found[2]), int(found[1]))


def _month_day_year(said: str) -> str:
    found = _match(r"([0-9]{1,2})[^0-9]+([0-9]{1,2})[^0-9]+([0-9]{4}|[0-9]{1,2})", said, "6/27/2008")
    return _day(_year(found[3]), int(found[1]), int(found[2]))


def _year_month_day(said: str) -> str:
    found = _match(
        r"([0-9]{4}|[0-9]{1,2})[^0-9]+([0-9]{1,2})[^0-9]+([0-9]{1,2})[^0-9]*", said.translate(_WIDE), "2008年6月27日"
    )
    return _day(_year(found[1]), int(found[2]), int(found[3]))


def _year_month(said: str) -> str:
    found = _match(r"([0-9]{4}|[0-9]{1,2})[^0-9]+([0-9]{1,2})[^0-9]*", said.translate(_WIDE), "2008年6月")
    return _month(_year(found[1]), int(found[2]))


def _month_year(said: str) -> str:
    found = _match(r"([0-9]{1,2})[^0-9]+([0-9]{4}|[0-9]{1,2})", said, "6/2008")
    return _month(_year(found[2]), int(found[1]))


def _day_month(said: str) -> str:
    found = _match(r"([0-9]{1,2})[^0-9]+([0-9]{1,2})", said, "27.6")
    return _day_of_month(int(found[2]), int(found[1]))


def _month_day(said: str) -> str:
    found = _match(r"([0-9]{1,2})[^0-9]+([0-9]{1,2})[A-Za-z]*", said, "6/27")
    return _day_of_month(int(found[1]), int(found[2]))


def _day_name_year(said: str) -> str:
    example = "27 June 2008"
    # The month is looked for between the two numbers alone: to look for the year after each month would take a text of
    # months the square of its length.
    found = _match(r"([0-9]{1,2})([^0-9]+)([0-9]{4}|[0-9]{1,2})", said, example)
    month = _match(rf"[^0-9]+({_NAMES})[^0-9]+", found[2], example)
    return _day(_year(found[3]), _named(month[1]), int(found[1]))


def _name_day_year(said: str) -> str:
    found = _match(rf"({_NAMES})[^0-9]+([0-9]{{1,2}})[^0-9]+([0-9]{{4}}|[0-9]{{1,2}})", said, "June 27, 2008")
    return _day(_year(found[3]), _named(found[1]), int(found[2]))


def _name_year(said: str) -> str:
    found = _match(rf"({_NAMES})[^0-9]+([0-9]{{4}}|[0-9]{{1,2}})", said, "June 2008")
    return _month(_year(found[2]), _named(found[1]))


def _year_name(said: str) -> str:
    found = _match(rf"([0-9]{{4}}|[0-9]{{1,2}})[^0-9]+({_NAMES})", said, "2008 June")
    return _month(_year(found[1]), _named(found[2]))


def _name_day(said: str) -> str:
    found = _match(rf"({_NAMES})[^0-9]+([0-9]{{1,2}})[A-Za-z]{{0,2}}", said, "June 27")
    return _day_of_month(_named(found[1]), int(found[2]))


def _day_name(said: str) -> str:
    found = _match(rf"([0-9]{{1,2}})[^0-9]+({_NAMES})", said, "27 June")
    return _day_of_month(_named(found[2]), int(found[1]))


def _era(said: str) -> re.Match[str]:
    found = _ERA_DAY.fullmatch(said.translate(_WIDE))
    if found is None:
        raise Mistake(
            say(
                "{text!r} is not of the form 平成20年6月27日",
                "{text!r}は平成20年6月27日の形ではありません。",
                text=said[:60],
            )
        )
    return found


def _era_year(found: re.Match[str]) -> int:
    return _ERAS[found[1]] + (1 if found[2] == "元" else int(found[2]))


def _era_day(said: str) -> str:
    found = _era(said)
    if found[4] is None:
        raise Mistake(say("{text!r} names no day", "{text!r}は日を示していません。", text=said[:60]))
    return _day(_era_year(found), int(found[3]), int(found[4]))


def _era_month(said: str) -> str:
    found = _era(said)
    if found[4] is not None:
        raise Mistake(say("{text!r} is a day, not a month", "{text!r}は月ではなく日を示しています。", text=said[:60]))
    return _month(_era_year(found), int(found[3]))


_FOUR: Final[dict[str, Transformation]] = {
    "fixed-empty": _fixed(""),
    "fixed-false": _fixed("false"),
    "fixed-true": _fixed("true"),
    "fixed-zero": _fixed("0"),
    "num-dot-decimal": _number(".", ","),
    "num-comma-decimal": _number(",", "."),
    "num-unit-decimal": _units(".,，．"),
    "date-day-month-year": _day_month_year,
    "date-month-day-year": _month_day_year,
    "date-year-month-day": _year_month_day,
    "date-year-month": _year_month,
    "date-month-year": _month_year,
    "date-day-month": _day_month,
    "date-month-day": _month_day,
    "date-day-monthname-year-en": _day_name_year,
    "date-monthname-day-year-en": _name_day_year,
    "date-monthname-year-en": _name_year,
    "date-year-monthname-en": _year_name,
    "date-monthname-day-en": _name_day,
    "date-day-monthname-en": _day_name,
    "date-jpn-era-year-month-day": _era_day,
    "date-jpn-era-year-month": _era_month,
}
_FIVE: Final[dict[str, Transformation]] = {
    **_FOUR,
    "num-dot-decimal-apos": _number(".", "," + _APOSTROPHES),
    "num-comma-decimal-apos": _number(",", "." + _APOSTROPHES),
    "num-unit-decimal-apos": _units(".,，．" + _APOSTROPHES),
}
_EARLIER_NAMES: Final = {
    "nocontent": "fixed-empty",
    "booleanfalse": "fixed-false",
    "booleantrue": "fixed-true",
    "zerodash": "fixed-zero",
    "numdotdecimal": "num-dot-decimal",
    "numcommadecimal": "num-comma-decimal",
    "numunitdecimal": "num-unit-decimal",
    "datedaymonthyear": "date-day-month-year",
    "datemonthdayyear": "date-month-day-year",
    "dateyearmonthday": "date-year-month-day",
    "dateyearmonthdaycjk": "date-year-month-day",
    "dateyearmonthcjk": "date-year-month",
    "datedaymonthyearen": "date-day-monthname-year-en",
    "datemonthdayyearen": "date-monthname-day-year-en",
    "datemonthyearen": "date-monthname-year-en",
    "dateyearmonthen": "date-year-monthname-en",
    "dateerayearmonthdayjp": "date-jpn-era-year-month-day",
    "dateerayearmonthjp": "date-jpn-era-year-month",
}
REGISTRIES: Final[dict[str, dict[str, Transformation]]] = {
    NAMESPACE: _FIVE,
    _FOURTH: _FOUR,
    **{space: {name: _FOUR[now] for name, now in _EARLIER_NAMES.items()} for space in _OLDER},
}
"""The transformations by the namespace of their registry and their name."""
