"""The next fiscal year: its days, and how days move with it."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from filingexport.declaring import frozen
from filingexport.findings import FilingError, finding
from filingexport.model.filing import Filing
from filingexport.said import Said, say

_LONGEST = 18
"""Months that a fiscal year may have when its end changes (Ordinance on Company Accounting, article 59, paragraph 2)."""


@frozen
class Years:
    """Last year and the next one: their first and last days."""

    last_start: date
    last_end: date
    start: date
    end: date

    def moved(self, day: date) -> date:
        """Where a day goes with the year: the bounds of last year to those of this one, another day by a year."""
        if day == self.last_end:
            return self.end
        if day == self.last_start:
            return self.start
        if self.last_start > date.min and day == self.last_start - timedelta(days=1):
            return self.last_end
        return year_later(day)

    def bound(self, day: date) -> date | None:
        """The same of a day that is a bound of last year; None for any other."""
        return self.moved(day) if day in (self.last_start, self.last_end) else None


def year_later(day: date) -> date:
    """The same day a year later; the last day of a month goes to the last day of that month.

    A day of the last year that a date can have stays.
    """
    if day.year == date.max.year:
        return day
    last = calendar.monthrange(day.year, day.month)[1]
    longest = calendar.monthrange(day.year + 1, day.month)[1]
    return date(day.year + 1, day.month, longest if day.day == last else min(day.day, longest))


def next_years(last: Filing, to: date | None) -> Years:
    """The year that follows that of this filing, to this day, by default the same a year later.

    Raises FilingError where no fiscal year can end on that day.
    """
    if last.fiscal_year_end.year == date.max.year:
        raise FilingError(
            [
                finding(
                    "fx:value",
                    say(
                        "no year follows that to {end}",
                        "{end}に終わる事業年度の翌年度は表せません。",
                        end=last.fiscal_year_end,
                    ),
                    "",
                    "fiscal_year_end",
                )
            ]
        )
    start = last.fiscal_year_end + timedelta(days=1)
    end = to if to is not None else year_later(last.fiscal_year_end)
    months = (end.year - start.year) * 12 + end.month - start.month + (1 if end.day >= start.day - 1 else 0)
    if end <= start:
        raise FilingError(
            [
                finding(
                    "fx:value",
                    Said(
                        f"--to {end}: the last year ends on {last.fiscal_year_end}; the next one ends after {start}",
                        f"--to {end}：前期は{last.fiscal_year_end}に終了しています。当期の末日は{start}より後です",
                    ),
                )
            ]
        )  # fmt: skip
    if months > _LONGEST or (months == _LONGEST and (end + timedelta(days=1)).day > start.day):
        raise FilingError(
            [
                finding(
                    "fx:value",
                    Said(
                        f"--to {end}: a year from {start} would be longer than a year and six months (Ordinance on Company "
                        f"Accounting, article 59, paragraph 2); did you mean {year_later(last.fiscal_year_end)}?",
                        f"--to {end}：{start}からの事業年度が１年６か月を超えます（会社計算規則第59条第２項）。"
                        f"{year_later(last.fiscal_year_end)}ではありませんか",
                    ),
                )
            ]
        )  # fmt: skip
    return Years(last.fiscal_year_start, last.fiscal_year_end, start, end)
