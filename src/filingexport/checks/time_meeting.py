"""Time: the meeting. When it is, when notice of it is given, until when votes are taken, as of which day they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from filingexport.checks.company import company
from filingexport.checks.context import Context
from filingexport.checks.memory import remembered
from filingexport.checks.printed_dates import add_months, dated, dates, day_of, said, times
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.checks.texts import where_any
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.item import Law
from filingexport.model.notice import Meeting, MeetingKind, Notice, VotingMethod
from filingexport.model.notice_attendance import AdvanceQuestions, MeetingAttendance, VirtualMeeting
from filingexport.model.reference_documents.remuneration import RemunerationLimit
from filingexport.model.statements.dividends import Dividend
from filingexport.model.values import Count
from filingexport.said import Said, say, verbatim

_DAY: Final = timedelta(days=1)
_BOOK_ENTRY: Final = Law("Act on Book-Entry Transfer of Corporate Bonds and Shares", "159-2", "2")


def meeting_day(context: Context) -> date | None:
    """The day of the meeting; None where it is not told."""
    meeting = context.first(Meeting)
    return day_of(meeting.starts_at) if meeting is not None and meeting.starts_at is not None else None


@rule(
    "fx.time.noticePeriod",
    Kind.TIME,
    Severity.ERROR,
    title=Said("The notice is sent too late", "招集通知の発送期限の超過"),
    why=Said(
        "A notice must be sent two full weeks before the meeting (one week by companies whose shares may not be "
        "transferred freely, where there is no voting in writing or by internet); resolutions may be cancelled otherwise.",
        "招集通知は総会の日の２週間前（書面投票等を定めない非公開会社は１週間前）までに発送しなければならず、"
        "これに反すると決議取消しの原因となります。",
    ),
    todo=Said("Send the notice earlier, or hold the meeting later.", "発送日を早めるか、総会の日を遅らせてください。"),
    basis=(item.act("299", "1"), item.act("325-4", "1")),
)
def notice_period(context: Context) -> Iterator[Found]:
    """Full days between the notice and the meeting; neither day counts."""
    notice, meeting = context.first(Notice), meeting_day(context)
    if notice is None or notice.notice_date is None or meeting is None:
        return
    short = company(context).public is False and not notice.voting_ways and notice.electronic_provision is None
    needed = 7 if short else 14
    between = (meeting - notice.notice_date).days - 1
    if between < needed:
        latest = meeting - timedelta(days=needed + 1)
        yield Found(
            "notice.notice_date",
            say(
                "the notice of {printed} is {between} full days before the meeting of {meeting}; {needed} are needed",
                "招集通知の日付は{printed}であり、総会の日（{meeting}）との間は中{between}日です（中{needed}日が必要）",
                printed=said(notice.notice_date),
                between=max(between, 0),
                meeting=said(meeting),
                needed=needed,
            ),
            said(notice.notice_date),
            say("{day} or earlier", "{day}以前", day=said(latest)),
            others=("notice.meeting.starts_at",),
        )


@rule(
    "fx.time.electronicProvision",
    Kind.TIME,
    Severity.ERROR,
    title=Said("Electronic provision begins too late or ends too early", "電子提供措置の期間の不足"),
    why=Said(
        "The documents must be on the web site from three weeks before the meeting, or from the day of the notice if "
        "that is earlier, until three months after it.",
        "電子提供措置は、総会の日の３週間前の日又は招集通知の発送日のいずれか早い日から、総会の日後３か月を経過する日までとらなければなりません。",
    ),
    todo=Said("Correct the day, or provide the documents earlier.", "日付を訂正し、又は開始日を早めてください。"),
    basis=item.act("325-3", "1"),
)
def electronic_provision(context: Context) -> Iterator[Found]:
    """First and last day of electronic provision against meeting and notice."""
    notice, meeting = context.first(Notice), meeting_day(context)
    if notice is None or notice.electronic_provision is None or meeting is None:
        return
    provision, where = notice.electronic_provision, "notice.electronic_provision"
    latest = meeting - timedelta(days=21)
    if notice.notice_date is not None:
        latest = min(latest, notice.notice_date)
    if provision.start_date is not None and provision.start_date > latest:
        yield Found(
            f"{where}.start_date",
            say(
                "electronic provision begins on {printed}; for the meeting of {meeting} it must by {latest}",
                "電子提供措置の開始日は{printed}ですが、{meeting}の総会については{latest}までに開始しなければなりません",
                printed=said(provision.start_date),
                meeting=said(meeting),
                latest=said(latest),
            ),
            said(provision.start_date),
            say("{day} or earlier", "{day}以前", day=said(latest)),
            others=("notice.meeting.starts_at", "notice.notice_date"),
        )
    if provision.end_date is not None and meeting.year < 9999:
        earliest = add_months(meeting, 3)
        if provision.end_date < earliest:
            yield Found(
                f"{where}.end_date",
                say(
                    "electronic provision ends on {printed}, less than three months after the meeting of {meeting}",
                    "電子提供措置の終了日は{printed}であり、総会の日（{meeting}）後３か月に足りません",
                    printed=said(provision.end_date),
                    meeting=said(meeting),
                ),
                said(provision.end_date),
                say("{day} or later", "{day}以後", day=said(earliest)),
                others=("notice.meeting.starts_at",),
            )


@rule(
    "fx.time.votingDeadline",
    Kind.TIME,
    Severity.ERROR,
    title=Said("Votes are taken until a wrong time", "議決権行使期限の誤り"),
    why=Said(
        "Votes without attending are taken until the close of business before the meeting, or until a time that is set: "
        "not after the meeting begins, and two weeks after the notice at the earliest.",
        "書面等による議決権行使の期限は総会の直前の営業時間の終了時、又は定めた特定の時（総会の日時以前であって、"
        "招集通知の発送日から２週間を経過した日以後の時）です。",
    ),
    todo=Said("Correct the deadline.", "行使期限を訂正してください。"),
    basis=(item.enforcement("63", "", "3"), item.enforcement("69"), item.enforcement("70")),
)
def voting_deadline(context: Context) -> Iterator[Found]:
    """Each deadline against the meeting and the notice."""
    notice = context.first(Notice)
    if notice is None or notice.meeting is None or notice.meeting.starts_at is None:
        return
    starts = notice.meeting.starts_at
    for number, way in enumerate(notice.voting_ways, 1):
        if way.deadline is None or way.method is VotingMethod.PROXY:
            continue
        path = f"notice.voting_ways.{number}.deadline"
        if way.deadline > starts:
            yield Found(
                path,
                say(
                    "votes are taken until {printed}, after the meeting begins at {starts}",
                    "行使期限は{printed}ですが、総会は{starts}に開始します",
                    printed=said(way.deadline),
                    starts=said(starts),
                ),
                said(way.deadline),
                others=("notice.meeting.starts_at",),
            )
        elif notice.notice_date is not None and day_of(way.deadline) < _business_day_before(day_of(starts)):
            earliest = notice.notice_date + timedelta(days=15)
            if day_of(way.deadline) < earliest:
                yield Found(
                    path,
                    say(
                        "votes are taken until {printed}, less than two weeks after the notice of {notice}",
                        "行使期限は{printed}ですが、招集通知の発送日（{notice}）から２週間を経過していません",
                        printed=said(way.deadline),
                        notice=said(notice.notice_date),
                    ),
                    said(way.deadline),
                    say("{day} or later", "{day}以後", day=said(earliest)),
                    others=("notice.notice_date",),
                )


def _business_day_before(day: date) -> date:
    before = day - _DAY
    while before.weekday() > 4:
        before -= _DAY
    return before


_HELD: Final = re.compile(
    r"\b(?:to be|will be|is to be|shall be|is) held (?:as stated |at [^.;]{0,40}? )?on\s+$", re.IGNORECASE
)
_HELD_JA: Final = re.compile(
    r"^\s*(?:[（(][^）)]{0,40}[）)])?\s*(?:午前|午後|\d|時|分|より|から|に|の)*\s*開催(?:の|予定|する|いたし)"
)
_MEETING: Final = re.compile(r"general meeting of shareholders|株主総会", re.IGNORECASE)


@rule(
    "fx.time.meetingDate",
    Kind.TIME,
    Severity.ERROR,
    title=Said("The meeting is told on two days", "総会の日の不一致"),
    why=Said(
        "Shareholders who go by the wrong day miss the meeting.",
        "総会の日の誤りにより株主が出席の機会を失うおそれがあります。",
    ),
    todo=Said("Correct the day that is wrong.", "誤った日付を訂正してください。"),
    basis=(item.act("298", "1", "1"), Standard.CONSISTENCY),
)
def meeting_date(context: Context) -> Iterator[Found]:
    """Where texts tell when this meeting is held, and the date of the resolution of dividends that it resolves."""
    meeting = meeting_day(context)
    if meeting is None:
        return
    for passage, found in dated(context):
        speaks_of_it: bool | None = None
        for each in found:
            before, after = passage.text[max(0, each.begin - 60) : each.begin], passage.text[each.end : each.end + 40]
            if each.date in (None, meeting) or not (_HELD.search(before) or _HELD_JA.search(after)):
                continue
            if speaks_of_it is None:
                speaks_of_it = _MEETING.search(passage.text) is not None
            if speaks_of_it and each.date is not None and each.date > context.year_end:
                yield _elsewhere(passage.path, each.date, meeting)
    for at in context.of(Dividend):
        dividend: Dividend = at.value
        day = dividend.resolution_date
        if day is not None and day > context.year_end and day != meeting and _is_meeting(dividend):
            yield _elsewhere(at.sub("resolution_date"), day, meeting)


def _is_meeting(dividend: Dividend) -> bool:
    return any(_GENERAL.search(text) for _, text in getattr(dividend.resolution, "readings", ()))


_GENERAL: Final = re.compile(r"(?:ordinary|general) meeting|定時株主総会", re.IGNORECASE)


def _elsewhere(path: str, printed: date, meeting: date) -> Found:
    return Found(
        path,
        say(
            "the meeting is told to be held on {printed}, but the notice convenes it for {meeting}",
            "総会の日が{printed}とされていますが、招集通知では{meeting}です",
            printed=said(printed),
            meeting=said(meeting),
        ),
        said(printed),
        said(meeting),
        others=("notice.meeting.starts_at",),
    )


@rule(
    "fx.time.asPrinted",
    Kind.TIME,
    Severity.ERROR,
    title=Said("A date or time is printed otherwise than told as data", "日時の記載とデータの不一致"),
    why=Said(
        "What shareholders read and what programs read must be one date and one time.",
        "株主が読む記載とデータとして提供する日時は一致しなければなりません。",
    ),
    todo=Said("Correct the text or the field.", "記載又はデータを訂正してください。"),
    basis=Standard.CONSISTENCY,
)
def as_printed(context: Context) -> Iterator[Found]:
    """The meeting's date and time, the deadlines of votes, the effective date of a dividend."""
    notice = context.first(Notice)
    if notice is not None:
        if notice.meeting is not None and notice.meeting.starts_at is not None:
            path = "notice.meeting.starts_at"
            for _, text in getattr(notice.meeting.starts_at_printed, "readings", ()):
                yield from _printed_otherwise(f"{path}_printed", text, (notice.meeting.starts_at,), (path,))
        deadlines = tuple(way.deadline for way in notice.voting_ways if way.deadline is not None)
        paths = tuple(
            f"notice.voting_ways.{number}.deadline"
            for number, way in enumerate(notice.voting_ways, 1)
            if way.deadline is not None
        )
        for passage, _ in dated(context) if deadlines else ():
            if passage.path in ("notice.voting", "notice.request") and times(passage.text):
                yield from _printed_otherwise(passage.path, passage.text, deadlines, paths)
    for passage, found in dated(context):
        if passage.leaf.attribute != "effective_date_text":
            continue
        day = passage.at.value.effective_date
        for each in found:
            if day is not None and each.date not in (None, day):
                yield _otherwise(passage.path, verbatim(each.text), said(day), (passage.at.sub("effective_date"),))


def _printed_otherwise(path: str, text: str, moments: tuple[datetime, ...], others: tuple[str, ...]) -> Iterator[Found]:
    days, hours = [each for each in dates(text) if each.date is not None], times(text)
    expected = said(moments[0])
    for each in days:
        if each.date not in {moment.date() for moment in moments}:
            yield _otherwise(path, verbatim(each.text), expected, others)
    for hour in hours:
        if hour not in {moment.time() for moment in moments}:
            yield _otherwise(path, verbatim(f"{hour:%H:%M}"), expected, others)


def _otherwise(path: str, printed: Said, expected: Said, others: tuple[str, ...]) -> Found:
    return Found(
        path,
        say(
            "{printed} is printed here, but the field beside it says {expected}",
            "{printed}と記載されていますが、データでは{expected}です",
            printed=printed,
            expected=expected,
        ),
        printed,
        expected,
        others=others,
    )


_ORDINAL: Final = re.compile(
    r"\b(?P<en>\d{1,3})(?:st|nd|rd|th)\s+(?:annual |ordinary )?(?:ordinary |annual )?general\s+meeting\s+of\s+"
    r"shareholders|第\s*(?P<ja>\d{1,3})\s*回\s*定時株主総会",
    re.IGNORECASE,
)


@rule(
    "fx.time.meetingOrdinal",
    Kind.TIME,
    Severity.ERROR,
    title=Said("The meeting has another number here", "総会の回次の不一致"),
    why=Said(
        "A title or text copied from last year's notice keeps last year's number.",
        "前年の招集通知から複写した表題等に前年の回次が残っています。",
    ),
    todo=Said("Correct the number of the meeting.", "回次を訂正してください。"),
    basis=Standard.CONSISTENCY,
)
def meeting_ordinal(context: Context) -> Iterator[Found]:
    """The number in titles and texts of the notice; elsewhere that of a past meeting against its year."""
    meeting = context.first(Meeting)
    day = meeting_day(context)
    if meeting is None or not isinstance(meeting.ordinal, Count) or meeting.kind is not MeetingKind.ORDINARY:
        return
    ours = int(meeting.ordinal.amount)
    for passage, matches in where_any(context, {"": _ordinals}):
        for match in matches:
            number = int(match["en"] or match["ja"])
            if number == ours:
                continue
            if passage.path.startswith("notice."):
                yield _wrong_ordinal(passage.path, number, ours, None)
            elif day is not None:
                held = next((each.date for each in dates(passage.text[match.end() : match.end() + 40])), None)
                if held is not None and held.year - day.year != number - ours:
                    yield _wrong_ordinal(passage.path, number, ours + held.year - day.year, held)
    for at in context.of(RemunerationLimit):
        limit: RemunerationLimit = at.value
        if day is not None and isinstance(limit.resolution_meeting, Count) and limit.resolution_date is not None:
            number, expected = int(limit.resolution_meeting.amount), ours + limit.resolution_date.year - day.year
            if number != expected:
                yield _wrong_ordinal(at.sub("resolution_meeting"), number, expected, limit.resolution_date)


@remembered
def _ordinals(text: str) -> tuple[re.Match[str], ...]:
    told = "eneral" in text or "ENERAL" in text or "株主総会" in text
    return tuple(_ORDINAL.finditer(text)) if told else ()


def _wrong_ordinal(path: str, printed: int, expected: int, held: date | None) -> Found:
    if held is None:
        return Found(
            path,
            say(
                "the meeting is called number {printed} here; it is number {expected}",
                "総会が第{printed}回とされていますが、第{expected}回です",
                printed=printed,
                expected=expected,
            ),
            verbatim(str(printed)),
            verbatim(str(expected)),
            others=("notice.meeting.ordinal",),
        )
    return Found(
        path,
        say(
            "the meeting of {held} is called number {printed}; counting one a year it was number {expected}",
            "{held}の総会が第{printed}回とされていますが、毎年１回とすれば第{expected}回です",
            held=said(held),
            printed=printed,
            expected=expected,
        ),
        verbatim(str(printed)),
        verbatim(str(expected)),
        Severity.WARNING,
        ("notice.meeting.ordinal",),
    )


@rule(
    "fx.time.recordDate",
    Kind.TIME,
    Severity.ERROR,
    title=Said("A record date does not fit the day of the right", "基準日と権利行使日の不整合"),
    why=Said(
        "Rights of shareholders of a record date can be exercised within three months after it, and not before it.",
        "基準日株主の権利は、基準日から３か月以内に行使するものに限られます。",
    ),
    todo=Said("Correct the record date or the other date.", "基準日又は権利行使の日を訂正してください。"),
    basis=item.act("124", "2"),
)
def record_date(context: Context) -> Iterator[Found]:
    """Record dates of votes and of dividends: not after the day they are for, and not over three months before it."""
    notice, meeting = context.first(Notice), meeting_day(context)
    if notice is not None and notice.voting_rules is not None and meeting is not None:
        day = notice.voting_rules.record_date
        if day is not None:
            yield from _record("notice.voting_rules.record_date", day, meeting, "notice.meeting.starts_at")
    for at in context.of(Dividend):
        dividend: Dividend = at.value
        if dividend.record_date is not None and dividend.effective_date is not None:
            path = at.sub("record_date")
            yield from _record(path, dividend.record_date, dividend.effective_date, at.sub("effective_date"))


def _record(path: str, record: date, right: date, other: str) -> Iterator[Found]:
    if record > right:
        yield Found(
            path,
            say(
                "the record date {record} is after {right}, the day on which the right is exercised",
                "基準日（{record}）が権利行使の日（{right}）より後です",
                record=said(record),
                right=said(right),
            ),
            said(record),
            others=(other,),
        )
    elif record.year < 9999 and right > add_months(record, 3):
        yield Found(
            path,
            say(
                "the record date {record} is more than three months before {right}",
                "基準日（{record}）から{right}まで３か月を超えています",
                record=said(record),
                right=said(right),
            ),
            said(record),
            others=(other,),
        )


@rule(
    "fx.time.meetingDay",
    Kind.TIME,
    Severity.ERROR,
    title=Said("What must come before the meeting comes after it", "総会当日の手続の時刻の不整合"),
    why=Said(
        "Reception and virtual venue open, and registration and questions close, before the meeting begins.",
        "受付やバーチャル会場の開始、事前登録や事前質問の締切は、総会の開始前でなければなりません。",
    ),
    todo=Said("Correct the time.", "日時を訂正してください。"),
    basis=Standard.CONSISTENCY,
)
def before_the_meeting(context: Context) -> Iterator[Found]:
    """Opening of reception and site, deadlines of registration and questions, against the beginning of the meeting."""
    meeting = context.first(Meeting)
    if meeting is None or meeting.starts_at is None:
        return
    for cls, attributes in (
        (MeetingAttendance, ("reception_opens_at",)),
        (VirtualMeeting, ("opens_at", "registration_deadline")),
        (AdvanceQuestions, ("deadline",)),
    ):
        for at in context.of(cls):
            for attribute in attributes:
                moment = getattr(at.value, attribute)
                if moment is not None and moment > meeting.starts_at:
                    leaf = next(each for each in at.plan.entries if each.attribute == attribute)
                    concept = getattr(leaf, "concept")  # noqa: B009  (a leaf, as its kind is a moment)
                    yield Found(
                        at.sub(attribute),
                        say(
                            "{label}: {printed} is after the meeting begins at {starts}",
                            "{label}（{printed}）が総会の開始（{starts}）より後です",
                            label=Said(concept.en, concept.ja),
                            printed=said(moment),
                            starts=said(meeting.starts_at),
                        ),
                        said(moment),
                        others=("notice.meeting.starts_at",),
                    )
