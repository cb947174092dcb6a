"""Dates and times as texts print them, in English and in Japanese, with the weekday beside them."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import pairwise
from typing import Final

from filingexport.checks.context import Context, Passage
from filingexport.checks.memory import remembered
from filingexport.checks.once import once
from filingexport.checks.texts import where_any
from filingexport.declaring import frozen
from filingexport.said import Said

_MONTHS: Final = {name.lower(): number for number, name in enumerate(month_name) if name}
_MONTHS.update({name[:3]: number for name, number in list(_MONTHS.items())})
_MONTHS["sept"] = 9
_DAYS: Final = {name.lower(): number for number, name in enumerate(day_name)}
_JAPANESE_DAYS: Final = "月火水木金土日"
_ERAS: Final = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}

_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_WEEKDAY: Final = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_ENGLISH: Final = re.compile(
    rf"(?:\b(?P<before>{_WEEKDAY}),?\s+)?\b(?:(?P<first>\d{{1,2}})\s+)?(?P<month>{_MONTH})\s+"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(?P<year>(?:1[89]|2[01])\d\d)\b(?:,?\s*\(?(?P<after>{_WEEKDAY})\)?)?",
    re.IGNORECASE,
)
_JAPANESE: Final = re.compile(
    r"(?:(?P<era>明治|大正|昭和|平成|令和)\s*(?P<count>元|\d{1,2})|(?P<year>\d{4}))\s*年\s*(?P<month>\d{1,2})\s*月"
    r"(?:\s*(?P<day>\d{1,2})\s*日)?(?:\s*[（(]\s*(?P<after>[月火水木金土日])(?:曜日?)?\s*[)）])?"
)
_ENGLISH_TIME: Final = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>[ap])\.?\s?m\b\.?", re.IGNORECASE
)
_JAPANESE_TIME: Final = re.compile(
    r"(?:(?P<half>午前|午後)\s*+)?(?P<hour>\d{1,2})\s*+時(?:\s*(?P<minute>\d{1,2})\s*分|(?P<thirty>半))?(?!間)"
)


@frozen
class PrintedDate:
    """A date in a text: where it stands, its numbers, and the weekday printed with it (Monday is 0).

    day: None of a month without a day. weekday: None where none is printed.
    """

    begin: int
    end: int
    text: str
    year: int
    month: int
    day: int | None
    weekday: int | None

    @property
    def date(self) -> date | None:
        """The date; None of a month without a day, and of a day that no calendar has."""
        if self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


_YEAR: Final = re.compile(r"\b(?:1[89]|2[01])\d\d\b")
_WIDTH: Final = 40
"""Characters before and after its year within which an English date is looked for."""


@remembered
def dates(text: str) -> tuple[PrintedDate, ...]:
    """The dates of this text, in their order."""
    found: list[PrintedDate] = []
    last = 0
    for year in _YEAR.finditer(text):
        match = _ENGLISH.search(text, max(last, year.start() - _WIDTH), min(len(text), year.end() + _WIDTH))
        if match is not None and match.start("year") == year.start():
            found.append(_english(match))
            last = match.end()
    if "年" in text:
        found += [_japanese(match) for match in _JAPANESE.finditer(text)]
        found.sort(key=lambda each: each.begin)
    return tuple(found)


def _english(match: re.Match[str]) -> PrintedDate:
    weekday = match["before"] or match["after"]
    day = match["day"] or match["first"]
    return PrintedDate(
        match.start(), match.end(), match[0], int(match["year"]), _MONTHS[match["month"].lower().rstrip(".")],
        int(day) if day else None, _DAYS[weekday.lower()] if weekday else None,
    )  # fmt: skip


def _japanese(match: re.Match[str]) -> PrintedDate:
    if match["era"]:
        year = _ERAS[match["era"]] + (1 if match["count"] == "元" else int(match["count"]))
    else:
        year = int(match["year"])
    after = match["after"]
    return PrintedDate(
        match.start(), match.end(), match[0], year, int(match["month"]),
        int(match["day"]) if match["day"] else None, _JAPANESE_DAYS.index(after) if after else None,
    )  # fmt: skip


def times(text: str) -> list[time]:
    """The times of day of this text, in their order; what is none (``25:00``) is left out."""
    found: list[tuple[int, time]] = []
    for pattern in (_ENGLISH_TIME, _JAPANESE_TIME):
        for match in pattern.finditer(text):
            hour = int(match["hour"])
            half = match["half"] or ""
            if hour < 12 and (half.lower() == "p" or half == "午後"):
                hour += 12
            elif half.lower() == "a" and hour == 12:
                hour = 0
            minute = 30 if match.groupdict().get("thirty") else int(match["minute"] or 0)
            if hour < 24 and minute < 60:
                found.append((match.start(), time(hour, minute)))
    return [each for _, each in sorted(found)]


@once
def dated(context: Context) -> list[tuple[Passage, tuple[PrintedDate, ...]]]:
    """The texts of the notice that print dates, each with them."""
    return list(where_any(context, {"": dates}))


def said(day: date) -> Said:
    """A day as people write it: ``June 27, 2008`` and ``2008年6月27日``; with the time of day, where it has one."""
    en = f"{month_name[day.month]} {day.day}, {day.year}"
    ja = f"{day.year}年{day.month}月{day.day}日"
    if isinstance(day, datetime):
        return Said(f"{day:%H:%M} on {en}", f"{ja}{day.hour}時{day.minute:02d}分")
    return Said(en, ja)


def said_period(start: date, end: date) -> Said:
    """A period from its first to its last day."""
    first, last = said(start), said(end)
    return Said(f"{first.en} to {last.en}", f"{first.ja}から{last.ja}まで")


def said_weekday(day: date) -> Said:
    """The weekday of this day."""
    return Said(day_name[day.weekday()], f"{_JAPANESE_DAYS[day.weekday()]}曜日")


def day_of(value: date) -> date:
    """The day, without the time of day that it may have."""
    return value.date() if isinstance(value, datetime) else value


def add_months(day: date, months: int) -> date:
    """The corresponding day so many months later, or the last of that month where it has none (Civil Code, article 143).

    Raises ValueError beyond the year 9999.
    """
    whole = day.year * 12 + day.month - 1 + months
    year, month = divmod(whole, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            if not 1 <= year <= 9999:
                raise
    raise AssertionError("every month has 28 days")


def years_between(start: date, end: date) -> int:
    """Whole years from one day to another; negative where the other is before it."""
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def periods(text: str) -> Iterator[tuple[PrintedDate, PrintedDate]]:
    """The periods of this text: ``from April 1, 2007 to March 31, 2008``, 自2007年４月１日至2008年３月31日 and their like."""
    found = [each for each in dates(text) if each.date is not None]
    for first, last in pairwise(found):
        between = text[first.end : last.begin].strip(" 　\n\t（(")
        if between.lower() in ("to", "through", "until", "-", "–", "—", "～", "〜", "から", "より", "至", "、至", "－"):
            yield first, last
