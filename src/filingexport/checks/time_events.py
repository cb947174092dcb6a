"""Time: events. Resolution before effect, what happened in the year in the year, audits in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from filingexport.checks.context import At, Context
from filingexport.checks.printed_dates import said, said_period
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.checks.texts import in_fields
from filingexport.checks.time_meeting import meeting_day
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.audit import AuditReport, BoardOfCompanyAuditorsReport
from filingexport.model.audit_bodies import AuditBodyReport
from filingexport.model.business_report.investment import InvestmentAndFinancing
from filingexport.model.business_report.officers import ChangeOfOffice, OfficeChange
from filingexport.model.business_report.share_classes import TreasuryAcquisition
from filingexport.model.business_report.shares import Shares
from filingexport.model.business_report.stock_acquisition_rights import RightsGrant
from filingexport.model.business_report.stock_compensation import StockPlan
from filingexport.model.notice import Notice
from filingexport.model.reference_documents.appropriation_of_surplus import AppropriationOfSurplus
from filingexport.model.reference_documents.elections import ElectionOfDirectors
from filingexport.model.reference_documents.proposed_capital import (
    ProposedConsolidation,
    ProposedDividend,
    ProposedReorganisation,
    ProposedReserves,
)
from filingexport.model.reference_documents.proposed_election import ProposedElection
from filingexport.model.statements.common_notes.consolidation import NewlyIncludedCompany
from filingexport.model.statements.dividends import Dividend
from filingexport.model.values import YearMonth
from filingexport.said import Said, say, verbatim

_PROPOSED: Final = (
    AppropriationOfSurplus, ProposedDividend, ProposedReserves, ProposedConsolidation, ProposedReorganisation,
)  # fmt: skip


@rule(
    "fx.time.dividend",
    Kind.TIME,
    Severity.ERROR,
    title=Said("A dividend takes effect before it is resolved", "配当の効力発生日が決議日より前です"),
    why=Said(
        "A dividend takes effect on the day that the resolution sets, which cannot lie before the resolution, nor the "
        "record date after it.",
        "配当の効力発生日は決議で定める日であり、決議日より前にはなりません。基準日が決議日より後になることもありません。",
    ),
    todo=Said(
        "Compare both days with the minutes, and correct the one that is wrong.",
        "議事録と照合し、決議日又は効力発生日を訂正してください。",
    ),
    basis=(item.act("454", "1", "3"), item.accounting("105")),
)
def dividend(context: Context) -> Iterator[Found]:
    """Record date, resolution and effect of each dividend in their order."""
    for at in context.of(Dividend):
        each: Dividend = at.value
        if each.resolution_date is None:
            continue
        if each.effective_date is not None and each.effective_date < each.resolution_date:
            yield Found(
                at.sub("effective_date"),
                say(
                    "the dividend takes effect on {effective}, {days} before the resolution of {resolution}",
                    "配当の効力発生日（{effective}）が決議日（{resolution}）の{days}前です",
                    effective=said(each.effective_date),
                    resolution=said(each.resolution_date),
                    days=_days((each.resolution_date - each.effective_date).days),
                ),
                said(each.effective_date),
                say("{day} or later", "{day}以後", day=said(each.resolution_date)),
                others=(at.sub("resolution_date"),),
            )
        if each.record_date is not None and each.record_date > each.resolution_date:
            yield Found(
                at.sub("record_date"),
                say(
                    "the record date {record} is after the resolution of {resolution}",
                    "基準日（{record}）が決議日（{resolution}）より後です",
                    record=said(each.record_date),
                    resolution=said(each.resolution_date),
                ),
                said(each.record_date),
                others=(at.sub("resolution_date"),),
            )


def _days(number: int) -> Said:
    return Said("a day" if number == 1 else f"{number} days", f"{number}日")


@rule(
    "fx.time.effectiveDate",
    Kind.TIME,
    Severity.ERROR,
    title=Said("A proposal takes effect before the meeting", "議案の効力発生日が総会より前です"),
    why=Said(
        "What the meeting resolves cannot take effect before it.",
        "総会の決議事項の効力が総会の日より前に生じることはありません。",
    ),
    todo=Said("Correct the effective date.", "効力発生日を訂正してください。"),
    basis=(item.act("454", "1", "3"), Standard.CONSISTENCY),
)
def effective_date(context: Context) -> Iterator[Found]:
    """Effective dates in proposals against the day of the meeting."""
    meeting = meeting_day(context)
    if meeting is None:
        return
    for at in context.of(*_PROPOSED):
        day = at.value.effective_date
        if day is not None and day < meeting:
            yield Found(
                at.sub("effective_date"),
                say(
                    "the proposal takes effect on {printed}, before the meeting of {meeting}",
                    "効力発生日（{printed}）が総会の日（{meeting}）より前です",
                    printed=said(day),
                    meeting=said(meeting),
                ),
                said(day),
                say("{day} or later", "{day}以後", day=said(meeting)),
                others=("notice.meeting.starts_at",),
            )


@rule(
    "fx.time.auditDates",
    Kind.TIME,
    Severity.ERROR,
    title=Said("Audit reports are dated out of order", "監査報告の日付の前後関係の誤り"),
    why=Said(
        "The accounting auditor reports after the year has ended, the auditing body after the accounting auditor, and "
        "the notice encloses both.",
        "会計監査報告は事業年度の末日後に、監査役会等の監査報告は会計監査報告の受領後に作成され、いずれも招集通知に添付されます。",
    ),
    todo=Said("Correct the date of the report.", "監査報告の日付を訂正してください。"),
    basis=(item.accounting("130"), item.accounting("132"), item.act("437")),
)
def audit_dates(context: Context) -> Iterator[Found]:
    """Year-end, accounting auditor's report, body's report, notice."""
    notice = context.first(Notice)
    sent = notice.notice_date if notice is not None else None
    reports = [at for at in context.of(AuditReport) if at.value.report_date is not None]
    bodies = [
        at for at in context.of(BoardOfCompanyAuditorsReport, AuditBodyReport) if at.value.report_date is not None
    ]
    for at in (*reports, *bodies):
        day = at.value.report_date
        if day <= context.year_end:
            yield _out_of_order(
                at, say("the year ends on {day}", "事業年度の末日は{day}です", day=said(context.year_end))
            )
        elif sent is not None and day > sent:
            yield _out_of_order(at, say("the notice is of {day}", "招集通知の日付は{day}です", day=said(sent)))
    latest = max(reports, key=lambda at: at.value.report_date, default=None)
    if latest is None:
        return
    for at in bodies:
        if at.value.report_date < latest.value.report_date:
            day = said(latest.value.report_date)
            yield _out_of_order(
                at,
                say("the accounting auditor's report is of {day}", "会計監査人の監査報告書の日付は{day}です", day=day),
                latest.sub("report_date"),
            )


def _out_of_order(at: At, other: Said, path: str = "fiscal_year_end") -> Found:
    day = said(at.value.report_date)
    return Found(
        at.sub("report_date"),
        say(
            "the report is dated {day}, but {other}",
            "監査報告の日付は{day}ですが、{other}",
            day=day,
            other=other,
        ),
        day,
        others=(path,),
    )


@rule(
    "fx.time.exercisePeriod",
    Kind.TIME,
    Severity.ERROR,
    title=Said("An exercise term begins after it ends, or before its grant", "新株予約権の行使期間の誤り"),
    why=Said(
        "Rights cannot be exercised before the meeting that resolved them; rights whose term is over are not held any more.",
        "新株予約権は決議前に行使できず、行使期間の満了した新株予約権は保有の対象になりません。",
    ),
    todo=Said(
        "Correct the term, or leave out rights that expired.",
        "行使期間を訂正し、又は満了した新株予約権を除いてください。",
    ),
    basis=(item.enforcement("123"), item.act("236", "1", "4")),
)
def exercise_period(context: Context) -> Iterator[Found]:
    """Resolution, first and last day of exercise, and the year-end."""
    for at in context.of(RightsGrant):
        grant: RightsGrant = at.value
        start, end, resolved = grant.exercise_start, grant.exercise_end, grant.meeting_date
        if start is not None and end is not None and end < start:
            yield _term(at, "exercise_end", end, say("it begins on {day}", "開始日は{day}です", day=said(start)))
        elif start is not None and resolved is not None and start < resolved:
            yield _term(
                at, "exercise_start", start,
                say("the meeting was on {day}", "総会の決議日は{day}です", day=said(resolved)),
            )  # fmt: skip
        elif end is not None and end < context.year_end:
            yield _term(
                at, "exercise_end", end,
                say("the year ends on {day}", "事業年度の末日は{day}です", day=said(context.year_end)),
                Severity.WARNING,
            )  # fmt: skip


def _term(at: At, attribute: str, day: date, other: Said, severity: Severity | None = None) -> Found:
    return Found(
        at.sub(attribute),
        say(
            "the exercise term {which} on {day}, but {other}",
            "行使期間の{which}が{day}とされていますが、{other}",
            which=Said("begins", "開始日") if attribute == "exercise_start" else Said("ends", "終了日"),
            day=said(day),
            other=other,
        ),
        said(day),
        severity=severity,
    )


_IN_YEAR: Final = (
    (NewlyIncludedCompany, "included_on"),
    (Shares, "increase_effective_on"),
    (StockPlan, "issued_on"),
    (TreasuryAcquisition, "first_day"),
    (ChangeOfOffice, "changed_on"),
)
_IN_YEAR_MONTHS: Final = ((InvestmentAndFinancing, "borrowed_in"), (AppropriationOfSurplus, "interim_paid_in"))


@rule(
    "fx.time.inTheYear",
    Kind.TIME,
    Severity.WARNING,
    title=Said("What happened in the year is dated in another", "当期の事象の日付が事業年度外です"),
    why=Said(
        "The business report tells what happened in the fiscal year; a date outside it is mostly a slip in the year.",
        "事業報告は当事業年度中の事象を記載するものであり、事業年度外の日付は年の誤記の可能性が高いものです。",
    ),
    todo=Said("Check the date.", "日付を確認してください。"),
    basis=(item.enforcement("120"), Standard.CONSISTENCY),
)
def in_the_year(context: Context) -> Iterator[Found]:
    """Dates of first inclusion, of new shares, of share grants, of acquisitions, of changes of office, of borrowing."""
    for cls, attribute in _IN_YEAR:
        for at in context.of(cls):
            day = getattr(at.value, attribute)
            if day is not None and not context.year_start <= day <= context.year_end:
                yield _outside(context, at, attribute, said(day))
    first = YearMonth(context.year_start.year, context.year_start.month)
    last = YearMonth(context.year_end.year, context.year_end.month)
    for holder, attribute in _IN_YEAR_MONTHS:
        for at in context.of(holder):
            month = getattr(at.value, attribute)
            if month is not None and not first <= month <= last:
                yield _outside(context, at, attribute, verbatim(str(month)))


def _outside(context: Context, at: At, attribute: str, printed: Said) -> Found:
    return Found(
        at.sub(attribute),
        say(
            "{printed} is outside the fiscal year from {year}",
            "{printed}は当事業年度（{year}）の外にあります",
            printed=printed,
            year=said_period(context.year_start, context.year_end),
        ),
        printed,
        others=("fiscal_year_start", "fiscal_year_end"),
    )


_WEEKS: Final = timedelta(days=31)
_ELECTED: Final = re.compile(r"director|auditor|取締役|監査役", re.IGNORECASE)
_GENERAL: Final = re.compile(r"(?:ordinary|general) meeting|定時株主総会", re.IGNORECASE)


@rule(
    "fx.time.assumption",
    Kind.TIME,
    Severity.WARNING,
    title=Said("An officer took office shortly before the meeting that elects officers", "就任日が選任総会の直前です"),
    why=Said(
        "Directors and company auditors are elected by the meeting; a day shortly before it is told wrongly, here or there.",
        "取締役及び監査役は株主総会で選任されるため、直前の就任日は、就任日か総会の日のいずれかが誤りです。",
    ),
    todo=Said(
        "Compare the day of the meeting and that of the assumption of office with the minutes.",
        "総会の日と就任の日を議事録と照合してください。",
    ),
    basis=(item.act("329", "1"), Standard.CONSISTENCY),
)
def assumption(context: Context) -> Iterator[Found]:
    """Assumptions of office against the general meetings in the year, which the notes on dividends tell."""
    meetings = {
        at.value.resolution_date: at.sub("resolution_date")
        for at in context.of(Dividend)
        if at.value.resolution_date is not None
        and context.year_start <= at.value.resolution_date <= context.year_end
        and any(_GENERAL.search(text) for _, text in getattr(at.value.resolution, "readings", ()))
    }
    by_day = {day.toordinal(): (number, day, path) for number, (day, path) in enumerate(meetings.items())}
    for at in context.of(ChangeOfOffice):
        change: ChangeOfOffice = at.value
        if change.kind is not OfficeChange.ASSUMPTION or change.changed_on is None:
            continue
        if not any(_ELECTED.search(text) for _, text in getattr(change.position, "readings", ())):
            continue
        following = (change.changed_on.toordinal() + day for day in range(1, _WEEKS.days + 1))
        near = [each for day in following if (each := by_day.get(day)) is not None]
        for _, meeting, path in sorted(near):
            yield Found(
                at.sub("changed_on"),
                say(
                    "{name} took office on {day}, before the general meeting of {meeting}",
                    "{name}の就任日は{day}ですが、定時株主総会は{meeting}に開催されています",
                    name=_name(change),
                    day=said(change.changed_on),
                    meeting=said(meeting),
                ),
                said(change.changed_on),
                said(meeting),
                others=(path,),
            )


def _name(change: ChangeOfOffice) -> Said:
    readings = dict(change.name.readings)
    english = readings.get("en", str(change.name))
    return Said(english, readings.get("ja", english))


_DECLARED: Final = re.compile(
    r"\bdeclared (?:during|in) the (?:fiscal )?year\b|当(?:期|事業年度|連結会計年度)中?に決議", re.IGNORECASE
)


@rule(
    "fx.time.declaredLater",
    Kind.TIME,
    Severity.NOTE,
    title=Said(
        "A dividend is told as declared in the year, but resolved after it",
        "当期に決議したとされる配当の決議日が期末後です",
    ),
    why=Said(
        "Dividends with a record date in the year that take effect after it are told; who resolves them after the "
        "year-end has not declared them in it.",
        "基準日が当期に属し効力発生日が翌期となる配当の注記ですが、決議は当期末後に行われています。",
    ),
    todo=Said("Say that the record date is in the year.", "「基準日が当期に属する配当」と記載してください。"),
    basis=(item.accounting("105", "", "3"), Standard.CONSISTENCY),
)
def declared_later(context: Context) -> Iterator[Found]:
    """Headings over dividends to come, against the days of their resolution."""
    for passage in in_fields(context, "dividends_declared_title".__eq__):
        if not _DECLARED.search(passage.text):
            continue
        for number, each in enumerate(passage.at.value.dividends_declared, 1):
            if each.resolution_date is not None and each.resolution_date > context.year_end:
                yield Found(
                    passage.path,
                    say(
                        "“{text}” stands over a dividend that is resolved on {day}",
                        "「{text}」とされていますが、決議日は{day}です",
                        text=passage.text,
                        day=said(each.resolution_date),
                    ),
                    said(each.resolution_date),
                    others=(passage.at.sub(f"dividends_declared.{number}.resolution_date"),),
                )


@rule(
    "fx.time.dayOfShares",
    Kind.TIME,
    Severity.WARNING,
    title=Said("Shares of candidates are told as of a day that had not come", "所有株式数の基準日の誤り"),
    why=Said(
        "The shares that candidates own are told as of a day before the notice.",
        "候補者の所有株式数は招集通知の日以前の日現在で記載されます。",
    ),
    todo=Said("Correct the day.", "基準日を訂正してください。"),
    basis=item.enforcement("74", "2", "1"),
)
def day_of_shares(context: Context) -> Iterator[Found]:
    """The day as of which candidates' shares are told, against the notice and the year before it."""
    notice = context.first(Notice)
    sent = notice.notice_date if notice is not None else None
    if sent is None:
        return
    for at in context.of(ElectionOfDirectors, ProposedElection):
        day = at.value.shares_owned_as_of
        if day is not None and (day > sent or (sent - day).days > 366):
            yield Found(
                at.sub("shares_owned_as_of"),
                say(
                    "the shares owned are told as of {day}, but the notice is of {sent}",
                    "所有株式数が{day}現在とされていますが、招集通知の日付は{sent}です",
                    day=said(day),
                    sent=said(sent),
                ),
                said(day),
                others=("notice.notice_date",),
            )
