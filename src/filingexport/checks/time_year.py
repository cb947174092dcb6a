"""Time: the fiscal year. Its number, first and last day are the same in every part that tells them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from operator import itemgetter
from typing import Final

from filingexport.checks.context import At, Context
from filingexport.checks.memory import remembered
from filingexport.checks.printed_dates import add_months, dated, dates, periods, said, said_period
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.audit import AuditReport, BoardOfCompanyAuditorsReport
from filingexport.model.audit_bodies import AuditBodyReport
from filingexport.model.business_report.progress import PriorYearQuoted
from filingexport.model.business_report.trend import Trend, TrendYear
from filingexport.model.reference_documents.remuneration import GrantOfBonus
from filingexport.model.statements.ifrs.consolidated import IfrsPriorYear
from filingexport.model.statements.japan_gaap.consolidated import JapanGaapPriorYear
from filingexport.model.statements.japan_gaap.related_parties import RelatedPartyGroup
from filingexport.model.statements.non_consolidated import NonConsolidatedPriorYear
from filingexport.model.statements.us_gaap.consolidated import UsGaapPriorYear
from filingexport.model.values import Count
from filingexport.said import Said, say, verbatim

_DAY: Final = timedelta(days=1)
_LONGEST: Final = 550
"""Days that no fiscal year has: a year and a half (Ordinance on Company Accounting, article 59, paragraph 2)."""
_PRIOR_YEARS: Final = (
    JapanGaapPriorYear, IfrsPriorYear, UsGaapPriorYear, NonConsolidatedPriorYear, PriorYearQuoted,
)  # fmt: skip
_TERM: Final = re.compile(
    r"\b(?P<en>\d{1,3})(?:st|nd|rd|th)\s+(?:fiscal\s+(?:year|term|period)|business\s+year|term|period)\b|"
    r"第\s*(?P<ja>\d{1,3})\s*期",
    re.IGNORECASE,
)
_NEAR: Final = 24
"""Characters between a term and its period: ``for the 16th term (from April 1, 2007 …)``."""


def _last_years_end(context: Context) -> date:
    return context.year_start - _DAY if context.year_start > date.min else context.year_start


@rule(
    "fx.time.fiscalYearLength",
    Kind.TIME,
    Severity.ERROR,
    title=Said("The fiscal year is too long", "事業年度の期間が長すぎます"),
    why=Said(
        "A fiscal year is at most a year long, or a year and a half where its last day was changed.",
        "事業年度は１年（末日を変更した最初の事業年度は１年６か月）を超えることができません。",
    ),
    todo=Said(
        "Correct the first or the last day of the fiscal year.",
        "事業年度の開始日又は終了日を訂正してください。",
    ),
    basis=item.accounting("59", "2"),
)
def fiscal_year_length(context: Context) -> Iterator[Found]:
    """From the first to the last day."""
    start, end = context.year_start, context.year_end
    if start.year >= date.max.year - 1 or end < add_months(start, 12):
        return
    long = end >= add_months(start, 18)
    yield Found(
        "fiscal_year_end",
        say(
            "the fiscal year from {period} is longer than {limit}",
            "{period}の事業年度は{limit}を超えています",
            period=said_period(start, end),
            limit=Said("a year and a half", "１年６か月") if long else Said("a year", "１年"),
        ),
        printed=said(end),
        severity=None if long else Severity.WARNING,
        others=("fiscal_year_start",),
    )


def _period_printed(context: Context, at: At, first: str, last: str) -> Iterator[Found]:
    """The period that a part prints, against the fiscal year."""
    for attribute, expected, which in (
        (first, context.year_start, Said("begins on", "開始日")),
        (last, context.year_end, Said("ends on", "終了日")),
    ):
        printed = getattr(at.value, attribute)
        if printed is not None and printed != expected:
            year = said_period(context.year_start, context.year_end)
            yield Found(
                at.sub(attribute),
                say(
                    "the year audited {which} {printed}, but this filing is of the year from {year}",
                    "監査対象期間の{which}は{printed}ですが、本書類の事業年度は{year}です",
                    which=which,
                    printed=said(printed),
                    year=year,
                ),
                said(printed),
                said(expected),
                others=("fiscal_year_start" if attribute == first else "fiscal_year_end",),
            )


@rule(
    "fx.time.auditedYear",
    Kind.TIME,
    Severity.ERROR,
    title=Said("An audit report is on another year", "監査報告の対象年度が異なります"),
    why=Said(
        "An audit report that names another fiscal year says nothing about these statements.",
        "他の事業年度を対象とする監査報告は、本書類の計算書類等の監査報告になりません。",
    ),
    todo=Said(
        "Ask the auditors for a report on this fiscal year, or correct the year where it was copied wrongly.",
        "当事業年度の監査報告を入手し、又は年度の転記誤りを訂正してください。",
    ),
    basis=(item.act("436"), item.act("444", "4"), Standard.CONSISTENCY),
)
def audited_year(context: Context) -> Iterator[Found]:
    """Term, first and last day of the year that each audit report names."""
    for at in context.of(AuditReport, BoardOfCompanyAuditorsReport, AuditBodyReport):
        yield from _period_printed(context, at, "period_start", "period_end")
        yield from _term(context, at, "fiscal_term", Said("the audit report", "監査報告"))


def _term(context: Context, at: At, attribute: str, what: Said) -> Iterator[Found]:
    ours, theirs = context.filing.fiscal_term, getattr(at.value, attribute)
    if isinstance(ours, Count) and isinstance(theirs, Count) and ours.amount != theirs.amount:
        yield Found(
            at.sub(attribute),
            say(
                "{what} is on fiscal term {printed}, but this filing is of term {expected}",
                "{what}は第{printed}期を対象としていますが、本書類は第{expected}期です",
                what=what,
                printed=theirs.amount,
                expected=ours.amount,
            ),
            verbatim(str(theirs.amount)),
            verbatim(str(ours.amount)),
            others=("fiscal_term",),
        )


@rule(
    "fx.time.fiscalTerm",
    Kind.TIME,
    Severity.ERROR,
    title=Said("A part is of another fiscal term", "期数の不一致"),
    why=Said(
        "One filing is of one fiscal term; another number is left over from another year.",
        "期数は書類全体で一致すべきであり、異なる期数は過年度の記載の残りと考えられます。",
    ),
    todo=Said("Correct the number of the fiscal term.", "期数を訂正してください。"),
    basis=Standard.CONSISTENCY,
)
def fiscal_term(context: Context) -> Iterator[Found]:
    """The term of the bonus, and those printed beside their periods in texts."""
    for at in context.of(GrantOfBonus):
        yield from _term(context, at, "fiscal_term", Said("the bonus", "賞与の議案"))
    ours = context.filing.fiscal_term
    if not isinstance(ours, Count):
        return
    for passage, _ in dated(context):
        for number, first, last in _terms(passage.text):
            years = last.year - context.year_end.year
            if number - ours.amount != years:
                yield Found(
                    passage.path,
                    say(
                        "the text says that term {number} is {period}; as this filing's term {ours} ends on {end}, "
                        "that period is term {expected}",
                        "第{number}期が{period}とされていますが、本書類の第{ours}期は{end}に終了するため、"
                        "当該期間は第{expected}期です",
                        number=number,
                        period=said_period(first, last),
                        ours=ours.amount,
                        end=said(context.year_end),
                        expected=ours.amount + years,
                    ),
                    verbatim(str(number)),
                    verbatim(str(ours.amount + years)),
                    others=("fiscal_term", "fiscal_year_end"),
                )


@remembered
def _terms(text: str) -> tuple[tuple[int, date, date], ...]:
    """Each term that the text prints with its period of about a year."""
    return tuple(_with_periods(text))


def _with_periods(text: str) -> Iterator[tuple[int, date, date]]:
    named = [(match.end(), int(match["en"] or match["ja"])) for match in _TERM.finditer(text)]
    for begin, end in periods(text) if named else ():
        first, last = begin.date, end.date
        before = bisect_right(named, begin.begin, key=itemgetter(0))
        stands, number = named[before - 1] if before else (-_NEAR - 1, 0)  # the last that is named before it
        near = begin.begin - stands <= _NEAR
        if near and first is not None and last is not None and 300 < (last - first).days < 400:
            yield number, first, last


_CAPTIONS: Final = frozenset({"heading", "opening_caption", "closing_caption"})


@rule(
    "fx.time.statementDate",
    Kind.TIME,
    Severity.ERROR,
    title=Said("A statement is headed with another date", "計算書類の日付・期間の表示の不一致"),
    why=Said(
        "The heading says which day or period the figures are of; another one makes them figures of another year.",
        "計算書類の表示する日付又は期間が異なると、他の年度の数値とみなされます。",
    ),
    todo=Said("Correct the date in the heading.", "表示された日付又は期間を訂正してください。"),
    basis=(item.accounting("58"), item.accounting("59"), Standard.CONSISTENCY),
)
def statement_date(context: Context) -> Iterator[Found]:
    """The days in the headings and captions of balances of statements, against the period of their part."""
    for passage, found in dated(context):
        attribute = passage.leaf.attribute
        if attribute not in _CAPTIONS or not hasattr(passage.at.value, "unit_note"):
            continue
        start, end = passage.at.start, passage.at.end
        if start is None or end is None:
            continue
        allowed = {start, end}
        if attribute == "opening_caption":
            allowed = {start, start - _DAY}
        elif attribute == "closing_caption":
            allowed = {end}
        for each in found:
            if each.date is not None and each.date not in allowed:
                expected = end if attribute != "opening_caption" else start
                nearest = min(sorted(allowed), key=lambda day: abs((day - (each.date or day)).days))
                yield Found(
                    passage.path,
                    say(
                        "“{printed}” stands over figures of {period}",
                        "「{printed}」と表示されていますが、数値は{period}のものです",
                        printed=each.text,
                        period=said_period(start, end),
                    ),
                    verbatim(each.text),
                    said(nearest if attribute == "heading" else expected),
                )


@rule(
    "fx.time.balanceDate",
    Kind.TIME,
    Severity.ERROR,
    title=Said("Balances are headed with the end of another year", "期末残高の日付の不一致"),
    why=Said(
        "Balances in notes are those at the end of the fiscal year; a date of the year before was left standing.",
        "注記の期末残高は当事業年度末の残高であり、前年の日付が残っています。",
    ),
    todo=Said(
        "Correct the date, or the balances if they are last year's.",
        "日付を訂正してください。前年の残高が残っている場合は残高を訂正してください。",
    ),
    basis=(item.accounting("112"), Standard.CONSISTENCY),
)
def balance_date(context: Context) -> Iterator[Found]:
    """Headings of balances, and notes that tell last year's end without this year's."""
    for at in context.of(RelatedPartyGroup):
        heading = at.value.balance_heading
        for _, text in getattr(heading, "readings", ()):
            for each in dates(text):
                if each.date is not None and each.date != context.year_end:
                    yield _another_end(context, at.sub("balance_heading"), each.text)
    last = _last_years_end(context)
    for passage, found in dated(context):
        if not passage.path.startswith(("consolidated.", "non_consolidated.")) or passage.at.end != context.year_end:
            continue
        if passage.note or passage.leaf.attribute in _CAPTIONS or passage.leaf.attribute == "balance_heading":
            continue
        days = {each.date for each in found}
        if last in days and context.year_end not in days and context.year_start not in days:
            for each in found:
                if each.date == last and _AS_OF.search(passage.text, max(0, each.begin - 20), each.end + 8):
                    yield _another_end(context, passage.path, each.text, Severity.WARNING)
                    break


_AS_OF: Final = re.compile(r"\bas (?:of|at)\b|\bat the end\b|現在|末残高", re.IGNORECASE)


def _another_end(context: Context, path: str, printed: str, severity: Severity | None = None) -> Found:
    return Found(
        path,
        say(
            "“{printed}” is told as the date of balances, but the fiscal year ends on {end}",
            "残高の日付が「{printed}」とされていますが、事業年度の末日は{end}です",
            printed=printed,
            end=said(context.year_end),
        ),
        verbatim(printed),
        said(context.year_end),
        severity,
        ("fiscal_year_end",),
    )


@rule(
    "fx.time.trend",
    Kind.TIME,
    Severity.ERROR,
    title=Said("The years of the trend do not follow each other", "財産及び損益の推移の年度の不整合"),
    why=Said(
        "The trend shows consecutive years up to this one; a gap or a wrong number misleads on every figure below it.",
        "推移表は当事業年度までの連続する年度を示すものであり、年度の誤りは全ての数値の誤解を招きます。",
    ),
    todo=Said("Correct the period or the number of the year.", "年度の期間又は期数を訂正してください。"),
    basis=(item.enforcement("120", "1", "6"), Standard.CONSISTENCY),
)
def trend(context: Context) -> Iterator[Found]:
    """Each year of the trend follows the one before, in days and in number, and the last is this filing's."""
    for table in context.of(Trend):
        before: At | None = None
        rows = [at for at in context.of(TrendYear) if at.parent is table]
        for at in rows:
            year: TrendYear = at.value
            if not 0 < (year.end - year.start).days < _LONGEST:
                yield Found(
                    at.sub("start"),
                    say(
                        "a year of the trend is told to be {period}",
                        "推移表の年度が{period}とされています",
                        period=said_period(year.start, year.end),
                    ),
                    said(year.start),
                    others=(at.sub("end"),),
                )
            elif before is not None:
                yield from _follows(before, at)
            if year.end == context.year_end:
                yield from _term(context, at, "fiscal_term", Said("the last year of the trend", "推移表の当事業年度"))
            yield from _headed(at)
            before = at
        if rows and context.year_end not in {at.value.end for at in rows}:
            newest = max(rows, key=lambda at: at.value.end)
            yield Found(
                newest.sub("end"),
                say(
                    "the trend ends on {printed}, before this fiscal year",
                    "推移表の最終年度の末日は{printed}であり、当事業年度が含まれていません",
                    printed=said(newest.value.end),
                ),
                said(newest.value.end),
                said(context.year_end),
                others=("fiscal_year_end",),
            )


def _headed(at: At) -> Iterator[Found]:
    year: TrendYear = at.value
    if not isinstance(year.fiscal_term, Count):
        return
    for _, text in getattr(year.heading, "readings", ()):
        match = _TERM.search(text)
        if match and int(match["en"] or match["ja"]) != year.fiscal_term.amount:
            yield Found(
                at.sub("heading"),
                say(
                    "the column is headed “{text}”, but its fiscal term is {term}",
                    "列の見出しは「{text}」ですが、期数は第{term}期です",
                    text=text,
                    term=year.fiscal_term.amount,
                ),
                verbatim(text),
                verbatim(str(year.fiscal_term.amount)),
                others=(at.sub("fiscal_term"),),
            )


def _follows(before: At, at: At) -> Iterator[Found]:
    one, other = before.value, at.value
    newer, older = (other, one) if other.end >= one.end else (one, other)
    if newer.start != older.end + _DAY:
        yield Found(
            at.sub("start"),
            say(
                "the year from {printed} does not follow the one beside it, which is {other}",
                "{printed}の年度は、隣の年度（{other}）と連続していません",
                printed=said_period(other.start, other.end),
                other=said_period(one.start, one.end),
            ),
            said(other.start),
            others=(before.sub("end"),),
        )
    if isinstance(newer.fiscal_term, Count) and isinstance(older.fiscal_term, Count):
        expected = one.fiscal_term.amount + (1 if newer is other else -1)
        if other.fiscal_term.amount != expected:
            yield Found(
                at.sub("fiscal_term"),
                say(
                    "term {printed} stands beside term {other}; it should be {expected}",
                    "第{other}期の隣が第{printed}期とされていますが、第{expected}期のはずです",
                    printed=other.fiscal_term.amount,
                    other=one.fiscal_term.amount,
                    expected=expected,
                ),
                verbatim(str(other.fiscal_term.amount)),
                verbatim(str(expected)),
                others=(before.sub("fiscal_term"),),
            )


@rule(
    "fx.time.priorYear",
    Kind.TIME,
    Severity.ERROR,
    title=Said("The prior year does not end where this year begins", "前事業年度の期間の不整合"),
    why=Said(
        "Figures of the year before are those of the year that ended the day before this one began.",
        "前事業年度は当事業年度の開始日の前日に終了するものです。",
    ),
    todo=Said(
        "Correct the first or the last day of the prior year.", "前事業年度の開始日又は終了日を訂正してください。"
    ),
    basis=(item.accounting("59", "2"), Standard.CONSISTENCY),
)
def prior_year(context: Context) -> Iterator[Found]:
    """The last day of every prior year given, and that it begins before it."""
    expected = _last_years_end(context)
    for at in context.of(*_PRIOR_YEARS):
        if at.value.end != expected:
            yield Found(
                at.sub("end"),
                say(
                    "the prior year ends on {printed}, but this fiscal year begins on {start}",
                    "前事業年度の終了日は{printed}ですが、当事業年度は{start}に開始しています",
                    printed=said(at.value.end),
                    start=said(context.year_start),
                ),
                said(at.value.end),
                said(expected),
                others=("fiscal_year_start",),
            )
        elif (at.value.end - at.value.start).days >= _LONGEST:
            yield Found(
                at.sub("start"),
                say(
                    "the prior year {period} is longer than a year and a half",
                    "前事業年度（{period}）が１年６か月を超えています",
                    period=said_period(at.value.start, at.value.end),
                ),
                said(at.value.start),
            )
