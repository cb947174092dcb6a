"""Time: people. Careers in order, ages that can be, terms of office as long as told and as the law has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from filingexport.checks.context import At, Context
from filingexport.checks.printed_dates import said, years_between
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.checks.time_meeting import meeting_day
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.notice import Notice
from filingexport.model.reference_documents.candidates import Candidate
from filingexport.model.reference_documents.career import CareerEntry
from filingexport.model.reference_documents.elections import ElectionOfCompanyAuditors
from filingexport.model.reference_documents.remuneration import RetiringOfficer
from filingexport.model.values import Count, Text, YearMonth
from filingexport.said import Said, say, verbatim

_YOUNGEST_AT_WORK: Final = 15
_OLDEST: Final = 100
_AUDITORS_TERM: Final = 4


def name_of(value: Any) -> Said:
    """The name of a person or company in both languages, where it is given in both."""
    readings: dict[str, str] = dict(value.readings)
    english = readings.get("en", str(value))
    return Said(english, readings.get("ja", english))


def _months(careers: tuple[CareerEntry, ...]) -> Iterator[tuple[int, CareerEntry, YearMonth]]:
    """Each entry with its number and its month: its own, or that of the entry before."""
    month: YearMonth | None = None
    for number, each in enumerate(careers, 1):
        month = each.month or month
        if month is not None:
            yield number, each, month


@rule(
    "fx.time.career",
    Kind.TIME,
    Severity.WARNING,
    title=Said("A career is not in order", "略歴の時系列の誤り"),
    why=Said(
        "Careers are told from the first station to the last; one out of order has a wrong date or stands in the wrong row.",
        "略歴は年月順に記載されるものであり、前後する項目は年月か位置が誤っています。",
    ),
    todo=Said("Correct the month, or the place of the entry.", "年月又は記載順を訂正してください。"),
    basis=(item.enforcement("74", "1", "1"), item.enforcement("76", "1", "1")),
)
def career(context: Context) -> Iterator[Found]:
    """Months of careers one after the other, none after the notice, none in childhood."""
    notice = context.first(Notice)
    sent = notice.notice_date if notice is not None else None
    for at in context.of(Candidate, RetiringOfficer):
        born: date | None = getattr(at.value, "birth_date", None)
        before: YearMonth | None = None
        for number, entry, month in _months(at.value.careers):
            path = f"{at.sub('careers')}.{number}.month"
            if entry.month is None:
                continue
            if before is not None and (month.year, month.month) < (before.year, before.month):
                yield _entry(
                    at, path, month, say("the entry before it is of {month}", "前の項目は{month}です", month=before)
                )
            if sent is not None and (month.year, month.month) > (sent.year, sent.month):
                yield _entry(
                    at, path, month, say("the notice is of {day}", "招集通知の日付は{day}です", day=said(sent))
                )
            if born is not None and before is None and month.year - born.year < _YOUNGEST_AT_WORK:
                yield _entry(
                    at, path, month, say("the candidate was born on {day}", "生年月日は{day}です", day=said(born))
                )
            before = month


def _entry(at: At, path: str, month: YearMonth, other: Said) -> Found:
    return Found(
        path,
        say(
            "the career of {name} has an entry of {month}, but {other}",
            "{name}の略歴に{month}の項目がありますが、{other}",
            name=name_of(at.value.name),
            month=month,
            other=other,
        ),
        verbatim(str(month)),
    )


@rule(
    "fx.time.birth",
    Kind.TIME,
    Severity.WARNING,
    title=Said("A candidate is too young or too old", "候補者の年齢が不自然です"),
    why=Said("A date of birth is quickly mistyped by ten years.", "生年月日の入力誤りの可能性があります。"),
    todo=Said("Check the date of birth.", "生年月日を確認してください。"),
    basis=(item.enforcement("74", "1", "1"), Standard.PRACTICE),
)
def birth(context: Context) -> Iterator[Found]:
    """The age of each candidate at the meeting."""
    day = meeting_day(context) or context.year_end
    for at in context.of(Candidate):
        born = at.value.birth_date
        if born is None:
            continue
        age = years_between(born, day)
        if not 18 <= age <= _OLDEST:
            yield Found(
                at.sub("birth_date"),
                say(
                    "{name}, born on {born}, would be {age} years old",
                    "{name}（{born}生）は{age}歳となります",
                    name=name_of(at.value.name),
                    born=said(born),
                    age=age,
                ),
                said(born),
            )


_OFFICE: Final = re.compile(
    r"(?<!division )(?<!department )(?<!deputy )\b(?:director|company auditor|auditor of the company)\b|取締役|監査役",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(
    r"\b(?:executive|managing|representative) officer\b|^(?!(?:代表)?取締役).*執行役員|\bof (?!the (?:same|company)\b)[A-Z]|(?:社|行|会|所)\s?"
    r"(?:社外)?(?:取締役|監査役)$"
    r"|,\s(?:the\s)?[A-Z][^,]*\b(?:Co\.|Ltd|Inc|Corp|Corporation|Company|GmbH|Bank|Holdings|Association|Foundation)",
)
_OUR: Final = re.compile(r"\bof the company\b|当社", re.IGNORECASE)


def office_since(
    candidate: Candidate | RetiringOfficer, company_names: tuple[str, ...]
) -> tuple[int, YearMonth] | None:
    """The number and month of the entry by which the candidate holds the present office of this company.

    That is the first entry marked as current that names an office of a director or company auditor, of the company or
    of none that is named.
    """
    for number, entry, month in _months(candidate.careers):
        if entry.current and _names_office(entry, company_names):
            return number, month
    return None


def _names_office(entry: CareerEntry, company_names: tuple[str, ...]) -> bool:
    """Whether the entry is of an office of a director or company auditor of this company."""
    return any(_is_office(event, company_names) for _, event in entry.event.readings)


@lru_cache(maxsize=4_096)
def _is_office(event: str, company_names: tuple[str, ...]) -> bool:
    if not _OFFICE.search(event):
        return False
    ours = _OUR.search(event) or any(name in event for name in company_names)
    return bool(ours) or not _OTHERS.search(event)


def _earlier_offices(candidate: Candidate, company_names: tuple[str, ...]) -> set[YearMonth]:
    """When the candidate took another office of director or company auditor before the present one.

    One who is president since 2020 may have been a director since 2017, and says so.
    """
    return {
        month
        for _, entry, month in _months(candidate.careers)
        if not entry.current and _names_office(entry, company_names)
    }


def _months_between(month: YearMonth, day: date) -> int:
    return (day.year - month.year) * 12 + day.month - month.month


def _years_fit(years: Decimal, months: int) -> bool:
    """Whether so many years are told of so many months; a part of a year may be counted or not."""
    return -1 < years - months // 12 <= (1 if months % 12 else 0)


@rule(
    "fx.time.yearsInOffice",
    Kind.TIME,
    Severity.ERROR,
    title=Said("Years in office do not fit the career", "在任年数と略歴の不一致"),
    why=Said(
        "How long an outside officer has served bears on independence; the career beside it says otherwise.",
        "社外役員の在任年数は独立性の判断に関わるものであり、略歴と一致しなければなりません。",
    ),
    todo=Said(
        "Count the years from the day of election to the close of the meeting.",
        "選任時から本総会終結の時までの年数を確認してください。",
    ),
    basis=(item.enforcement("74", "4", "8"), item.enforcement("76", "4", "7")),
)
def years_in_office(context: Context) -> Iterator[Found]:
    """Years told against the month of the present office and the month of the meeting."""
    meeting = meeting_day(context)
    names = tuple(text for _, text in context.filing.company.name.readings)
    if meeting is None:
        return
    for at in context.of(Candidate):
        candidate: Candidate = at.value
        since = office_since(candidate, names)
        for attribute in ("outside_years_in_office", "years_in_office"):
            told = getattr(candidate, attribute)
            if since is None or not isinstance(told, Count):
                continue
            number, month = since
            months = _months_between(month, meeting)
            before = _earlier_offices(candidate, names) if attribute == "years_in_office" else set()
            if not any(_years_fit(told.amount, _months_between(each, meeting)) for each in {month, *before}):
                yield Found(
                    at.sub(attribute),
                    say(
                        "{name} is said to have been in office for {told} years, but took it in {month}: {expected}",
                        "{name}の在任年数が{told}年とされていますが、就任は{month}であり、{expected}年です",
                        name=name_of(candidate.name),
                        told=told.amount.normalize(),
                        month=month,
                        expected=months // 12,
                    ),
                    verbatim(str(told.amount)),
                    verbatim(str(months // 12)),
                    others=(f"{at.sub('careers')}.{number}.month",),
                )


@rule(
    "fx.time.auditorsTerm",
    Kind.TIME,
    Severity.NOTE,
    title=Said("A company auditor's term ends before its four years", "監査役の任期が４年に満たずに満了します"),
    why=Said(
        "The term of a company auditor is four years; only one elected for a predecessor may have a shorter one.",
        "監査役の任期は選任後４年以内の最終の事業年度に関する定時総会までであり、短くなるのは補欠の場合等に限られます。",
    ),
    todo=Said(
        "Check that the auditor was elected in place of another, and say so.",
        "補欠として選任された監査役であるかを確認し、その旨を記載してください。",
    ),
    basis=(item.act("336", "1"), item.act("336", "3")),
)
def auditors_term(context: Context) -> Iterator[Found]:
    """Auditors whose terms are told to expire, against the month in which they took office."""
    meeting = meeting_day(context)
    names = tuple(text for _, text in context.filing.company.name.readings)
    if meeting is None:
        return
    for at in context.of(ElectionOfCompanyAuditors):
        election: ElectionOfCompanyAuditors = at.value
        expiring = {text for name in election.terms_expiring_names for _, text in name.readings}
        for number, candidate in enumerate(election.candidates, 1):
            if not expiring & {text for _, text in candidate.name.readings}:
                continue
            since = office_since(candidate, names)
            if since is None or (meeting.year - since[1].year) % _AUDITORS_TERM == 0:
                continue
            path = f"{at.sub('candidates')}.{number}"
            yield Found(
                f"{path}.name",
                say(
                    "the term of {name} is told to expire {years} years after {month}; a company auditor's is four years",
                    "{name}の任期が{month}の就任から{years}年で満了するとされていますが、監査役の任期は４年です",
                    name=name_of(candidate.name),
                    years=meeting.year - since[1].year,
                    month=since[1],
                ),
                others=(f"{path}.careers.{since[0]}.month",),
            )


@rule(
    "fx.time.currentOffice",
    Kind.TIME,
    Severity.NOTE,
    title=Said("An incumbent's career does not lead to the present office", "現任者の略歴に現職がありません"),
    why=Said(
        "A candidate whose term expires holds an office of the company, but no station of the career that names it is "
        "marked as current.",
        "任期満了となる候補者は現任の役員ですが、略歴に現任の役職として表示された項目がありません。",
    ),
    todo=Said("Mark the present office as current.", "現職に「現任」の表示を付してください。"),
    basis=(item.enforcement("74", "2", "4"), item.enforcement("76", "2", "4")),
)
def current_office(context: Context) -> Iterator[Found]:
    """Careers of reappointed candidates: one current station is an office, or the position that the list of officers tells."""
    names = tuple(text for _, text in context.filing.company.name.readings)
    positions = _positions(context)
    for at in context.of(Candidate):
        candidate: Candidate = at.value
        if not candidate.reappointed or not candidate.careers or office_since(candidate, names) is not None:
            continue
        told = {text.lower() for key in _keys(candidate.name) for text in positions.get(key, ())}
        current = [text.lower() for entry in candidate.careers if entry.current for _, text in entry.event.readings]
        if any(position in event for position in told for event in current):
            continue
        yield Found(
            at.sub("careers"),
            say(
                "{name} is reappointed, but no current station of the career is an office of the company",
                "{name}は再任候補者ですが、略歴の現任の項目に当社の役職がありません",
                name=name_of(candidate.name),
            ),
        )


def _positions(context: Context) -> dict[str, list[str]]:
    report = context.filing.business_report
    found: dict[str, list[str]] = {}
    for officer in report.officers.officers if report is not None and report.officers is not None else ():
        for key in _keys(officer.name):
            found.setdefault(key, []).extend(text for _, text in getattr(officer.position, "readings", ()))
    return found


def _keys(name: Text) -> list[str]:
    return ["".join(text.lower().split()) for _, text in name.readings]


@rule(
    "fx.time.electedOutOfSeason",
    Kind.TIME,
    Severity.NOTE,
    title=Said("An officer took office in a month without an ordinary meeting", "定時株主総会の月以外の就任"),
    why=Said(
        "Directors and company auditors are elected by the meeting; another month means an extraordinary meeting, or a slip.",
        "取締役及び監査役は株主総会で選任されるため、定時株主総会の月以外の就任は臨時株主総会によるものか誤記です。",
    ),
    todo=Said("Check the month against the minutes.", "就任の年月を議事録と照合してください。"),
    basis=item.act("329", "1"),
)
def elected_out_of_season(context: Context) -> Iterator[Found]:
    """The month of the present office of candidates and retiring officers, against the month of the meeting."""
    meeting = meeting_day(context)
    names = tuple(text for _, text in context.filing.company.name.readings)
    for at in context.of(Candidate, RetiringOfficer) if meeting is not None else ():
        since = office_since(at.value, names)
        if since is None or meeting is None or since[1].month == meeting.month:
            continue
        yield Found(
            f"{at.sub('careers')}.{since[0]}.month",
            say(
                "{name} took the present office in {month}; the ordinary meeting is in month {usual}",
                "{name}の現職への就任は{month}ですが、定時株主総会は{usual}月に開催されています",
                name=name_of(at.value.name),
                month=since[1],
                usual=meeting.month,
            ),
            verbatim(str(since[1])),
            others=("notice.meeting.starts_at",),
        )
