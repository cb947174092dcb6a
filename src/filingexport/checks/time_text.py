"""Time: dates in texts. A weekday that fits, a day that the calendar has, a day where one is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from filingexport.checks.context import Context
from filingexport.checks.printed_dates import dated, said, said_weekday
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.findings import Severity
from filingexport.said import Said, say, verbatim


@rule(
    "fx.time.weekday",
    Kind.TIME,
    Severity.ERROR,
    title=Said("A weekday does not fit its date", "曜日と日付の不一致"),
    why=Said(
        "Who reads the weekday and who reads the date come on different days.",
        "曜日を見る者と日付を見る者とで異なる日と理解されます。",
    ),
    todo=Said("Correct the date or the weekday.", "日付又は曜日を訂正してください。"),
    basis=Standard.CALENDAR,
)
def weekday(context: Context) -> Iterator[Found]:
    """Every date that is printed with a weekday."""
    for passage, found in dated(context):
        for each in found:
            if each.weekday is not None and each.date is not None and each.date.weekday() != each.weekday:
                yield Found(
                    passage.path,
                    say(
                        "“{printed}”: {day} is a {weekday}",
                        "「{printed}」とありますが、{day}は{weekday}です",
                        printed=each.text,
                        day=said(each.date),
                        weekday=said_weekday(each.date),
                    ),
                    verbatim(each.text),
                    said_weekday(each.date),
                )


@rule(
    "fx.time.noSuchDay",
    Kind.TIME,
    Severity.ERROR,
    title=Said("There is no such day", "存在しない日付"),
    why=Said("The date is a slip, and nobody can tell which day is meant.", "誤記であり、いずれの日か特定できません。"),
    todo=Said("Correct the date.", "日付を訂正してください。"),
    basis=Standard.CALENDAR,
)
def no_such_day(context: Context) -> Iterator[Found]:
    """Dates such as June 31 in texts."""
    for passage, found in dated(context):
        for each in found:
            if each.day is not None and each.date is None:
                yield Found(
                    passage.path,
                    say("“{printed}” is no day of the calendar", "「{printed}」は暦にない日です", printed=each.text),
                    verbatim(each.text),
                )


_ON: Final = re.compile(r"\bon\s+(?:or about\s+)?$", re.IGNORECASE)
_JAPANESE_ON: Final = re.compile(r"^\s*(?:付け?で|付けの|に開催(?:の|された)第?\S{0,6}(?:株主総会|取締役会))")


@rule(
    "fx.time.dayMissing",
    Kind.TIME,
    Severity.WARNING,
    title=Said("A day is missing in a date", "日の記載漏れ"),
    why=Said(
        "“On” announces a day, but only a month follows: the day was lost.",
        "特定の日を示す文脈で年月のみが記載されており、日の記載が漏れています。",
    ),
    todo=Said("Add the day, or write “in” with the month.", "日を補い、又は月の表現に改めてください。"),
    basis=Standard.PRACTICE,
)
def day_missing(context: Context) -> Iterator[Found]:
    """A month without a day where the text speaks of a day."""
    for passage, found in dated(context):
        for each in found:
            if each.day is not None:
                continue
            before, after = passage.text[max(0, each.begin - 12) : each.begin], passage.text[each.end : each.end + 24]
            if _ON.search(before) or ("年" in each.text and _JAPANESE_ON.search(after)):
                yield Found(
                    passage.path,
                    say(
                        "“{printed}” has no day",
                        "「{printed}」に日の記載がありません",
                        printed=f"on {each.text}" if "年" not in each.text else each.text,
                    ),
                    verbatim(each.text),
                )
