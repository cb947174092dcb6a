"""Periods as the Open Information Model writes them: moments, and the end of a day is the midnight after it (OIM 1.0, 3.2.3).

xBRL-CSV has shorter forms too (xBRL-CSV 1.0, 4.9): ``2008``, ``2008-03``, ``2008Q1``, ``2008H1``, ``2008W14``,
``2008-03-31``, each a period with both ends included, or one of its ends with ``@start`` or ``@end``, and
``2007-04-01..2008-03-31``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta
from typing import Final

from filingexport.formats.xbrl.common import FOREVER
from filingexport.report import Period
from filingexport.said import Mistake, Said, quoted, say, told

_MOMENT: Final = r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?)"
_FULL: Final = re.compile(f"{_MOMENT}(?:/{_MOMENT})?")
_DAYS: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.\.([0-9]{4}-[0-9]{2}-[0-9]{2})")
_SHORT: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?|Q([1-4])|H([12])|W([0-9]{2}))?(?:@(start|end))?")


def text(period: Period) -> str | None:
    """The period as text; None for one without bounds. Raises ValueError for a moment that has no such text."""
    if period == FOREVER:
        return None
    end = _written(_after(period.end))
    return end if period.start is None else f"{_written(_midnight(period.start))}/{end}"


def parse(said: str) -> Period:
    """The period; raises ValueError."""
    match = _FULL.fullmatch(said)
    if match is None:
        zoned = re.fullmatch(r".*(Z|[+-][0-9]{2}:?[0-9]{2})", said)
        more = (
            say("time zones are not used", "時差は付けません")
            if zoned
            else say(
                "such as 2008-04-01T00:00:00 or two of these with / between",
                "2008-04-01T00:00:00の形、又はその二つを/で区切った形",
            )
        )
        raise Mistake(
            say("{text!r} is not a period ({more})", "{text!r}は期間ではありません（{more}）。", text=said, more=more)
        )
    first = datetime.fromisoformat(f"{match[1]}T{match[2]}")
    if match[3] is None:
        return Period(None, _end(first))
    last = datetime.fromisoformat(f"{match[3]}T{match[4]}")
    if first >= last:
        # One of no length cannot be said in an instance (XBRL 2.1, 4.7.2).
        raise Mistake(
            say(
                "the period {text!r} does not end after it begins",
                "期間{text!r}の終わりが始まりより後ではありません。",
                text=said,
            )
        )
    return Period(first.date() if first.time() == time.min else first, _end(last))


def refusal(said: str, error: Exception) -> Said:
    """What is said of a period that cannot be read; a day or an hour that is none is refused by the calendar itself."""
    found = told(error)
    return found if found.ja else Said(found.en, f"期間{quoted(f'{said}').ja}に、暦にない日付又は時刻があります。")


def parse_short(said: str, which: str = "") -> Period:
    """The period in any form that xBRL-CSV has; raises ValueError.

    which: "start" or "end" for the moment at which the period begins or ends.
    """
    if _FULL.fullmatch(said):
        whole = parse(said)
        if not which:
            return whole
        if whole.start is None:
            raise Mistake(
                say(
                    "{text!r} is a moment, and has no start and end",
                    "{text!r}は時点であり、始まりと終わりがありません。",
                    text=said,
                )
            )
        return _moment(whole.start, whole.end, which)
    if (days := _DAYS.fullmatch(said)) is not None:
        first, last = date.fromisoformat(days[1]), date.fromisoformat(days[2])
        if first > last:
            raise Mistake(
                say("the period {text!r} ends before it begins", "期間{text!r}の終わりが始まりより前です。", text=said)
            )
        return _moment(first, last, which)
    match = _SHORT.fullmatch(said)
    if match is None:
        return parse(said)  # for its message
    year, month, day, quarter, half, week = (int(each) if each else 0 for each in match.groups()[:6])
    if which and match[7]:
        raise Mistake(
            say(
                "{text!r} is a moment, and has no start and end",
                "{text!r}は時点であり、始まりと終わりがありません。",
                text=said,
            )
        )
    if week:
        first = date.fromisocalendar(year, week, 1)
        last = first + timedelta(days=6)
    elif day:
        first = last = date(year, month, day)
    else:
        if quarter:
            begin, months = quarter * 3 - 2, 3
        elif half:
            begin, months = half * 6 - 5, 6
        else:
            begin, months = (month, 1) if month else (1, 12)
        end = begin + months - 1
        first = date(year, begin, 1)
        last = date(year, end, monthrange(year, end)[1])
    return _moment(first, last, which or match[7] or "")


def _moment(start: date | datetime, end: date | datetime, which: str) -> Period:
    if which == "start":
        return Period(None, start if isinstance(start, datetime) else start - timedelta(days=1))
    return Period(None if which == "end" else start, end)


def _midnight(value: date | datetime) -> datetime:
    return value if isinstance(value, datetime) else datetime.combine(value, time.min)


def _after(value: date | datetime) -> datetime:
    if isinstance(value, datetime):
        return value
    if value == date.max:
        raise Mistake(
            say(
                "a period up to {day} has no end that can be written; it would be in the year 10000",
                "{day}までの期間の終わりは西暦10000年になり、表せません。",
                day=value,
            )
        )
    return datetime.combine(value + timedelta(days=1), time.min)


def _written(moment: datetime) -> str:
    said = moment.isoformat()
    return said.rstrip("0") if "." in said else said


def _end(moment: datetime) -> date | datetime:
    if moment.time() != time.min:
        return moment
    if moment.date() == date.min:
        raise Mistake(say("{moment} is before any day", "{moment}より前の日はありません。", moment=moment.isoformat()))
    return moment.date() - timedelta(days=1)
