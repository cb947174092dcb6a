"""Completeness by law: the notice of convocation and what it encloses (Companies Act, articles 298 to 302, 325-2 to 325-5, 437)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from filingexport.checks.company import MANY_SHAREHOLDERS, company
from filingexport.checks.context import Context
from filingexport.checks.requirement import (
    AUDITED,
    COMMITTEE,
    COMMITTEES,
    GROUP,
    LARGE,
    LISTED,
    Whom,
    requires,
)
from filingexport.checks.rule import Found, Kind, rule
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.business_report.shares import Shares
from filingexport.model.governance import GovernanceForm
from filingexport.model.item import Law
from filingexport.model.notice import MeetingKind, Notice, VotingMethod
from filingexport.model.notice_attendance import MeetingForm
from filingexport.model.values import Count
from filingexport.said import Said, say

ELECTRONIC_PROVISION: Final = date(2023, 3, 1)
"""Meetings of listed companies from this day on are convened with electronic provision (Act 70 of 2019, in force 2022-09-01)."""
_COMPETITIVENESS: Final = Law("Industrial Competitiveness Enhancement Act", "66", "2")


def _form(context: Context) -> MeetingForm | None:
    notice = context.first(Notice)
    return notice.attendance.form if notice is not None and notice.attendance is not None else None


def _without_place(context: Context) -> bool:
    return _form(context) is MeetingForm.VIRTUAL_ONLY


def _not_ordinary(context: Context) -> bool:
    notice = context.first(Notice)
    return notice is None or notice.meeting is None or notice.meeting.kind is not MeetingKind.ORDINARY


NOTICE = (
    requires("fx.law.noticeDate", "notice.notice_date", basis=item.act("299", "1")),
    requires("fx.law.meetingTime", "notice.meeting.starts_at", basis=(item.act("298", "1", "1"), item.act("299", "4"))),
    requires(
        "fx.law.meetingPlace", "notice.meeting.place",
        basis=(item.act("298", "1", "1"), item.act("299", "4")), unless=_without_place,
    ),
    requires(
        "fx.law.purpose", "notice.proposals", "notice.reported_matters",
        basis=(item.act("298", "1", "2"), item.act("299", "4")),
        what=Said("Matters that are the purpose of the meeting", "株主総会の目的である事項"),
    ),
    requires(
        "fx.law.electronicProvision", "notice.electronic_provision",
        basis=(item.act("325-2"), item.act("325-4", "2"), Law("Act on Book-Entry Transfer of Corporate Bonds and Shares", "159-2", "1")),
        of=LISTED, since=ELECTRONIC_PROVISION, by="meeting",
    ),
    requires(
        "fx.law.provisionStart", "notice.electronic_provision.start_date",
        basis=item.act("325-3", "1"), of=LISTED, since=ELECTRONIC_PROVISION, by="meeting",
        unless=lambda context: context.filing.notice is None or context.filing.notice.electronic_provision is None,
    ),
    requires(
        "fx.law.provisionSite", "notice.electronic_provision.sites",
        basis=(item.act("325-4", "2", "3"), item.enforcement("95-3", "1", "1")),
        of=LISTED, since=ELECTRONIC_PROVISION, by="meeting",
        unless=lambda context: context.filing.notice is None or context.filing.notice.electronic_provision is None,
    ),
    requires(
        "fx.law.withoutPlace", "notice.attendance.virtual.without_place", basis=_COMPETITIVENESS,
        unless=lambda context: not _without_place(context),
    ),
    requires(
        "fx.law.communicationFailure", "notice.attendance.virtual.communication_failure", basis=_COMPETITIVENESS,
        unless=lambda context: not _without_place(context),
    ),
)  # fmt: skip
"""What the notice itself must tell."""

_ENCLOSED_WITH: Final = Whom(Said("an ordinary general meeting's notice", "定時株主総会の招集通知"), lambda known: True)

ENCLOSED = (
    requires("fx.law.businessReport", "business_report", basis=item.act("437"), of=_ENCLOSED_WITH, unless=_not_ordinary),
    requires("fx.law.statements", "non_consolidated", basis=(item.act("437"), item.act("435", "2")), of=_ENCLOSED_WITH, unless=_not_ordinary),
    requires(
        "fx.law.consolidated", "consolidated", basis=(item.act("444", "3"), item.act("444", "6")),
        of=LARGE & LISTED, unless=_not_ordinary,
    ),
    requires(
        "fx.law.auditReport", "non_consolidated_audit_report",
        basis=(item.act("436", "2", "1"), item.act("437"), item.accounting("133", "1")),
        of=AUDITED, unless=_not_ordinary,
        what=Said("Accounting auditor's report on the non-consolidated statements", "計算書類に係る会計監査報告"),
    ),
    requires(
        "fx.law.consolidatedAuditReport", "consolidated_audit_report",
        basis=item.act("444", "4"), of=AUDITED & GROUP, unless=_not_ordinary,
        what=Said("Accounting auditor's report on the consolidated statements", "連結計算書類に係る会計監査報告"),
    ),
    requires(
        "fx.law.boardOfAuditorsReport", "board_of_company_auditors_report",
        basis=(item.act("390", "2", "1"), item.act("437")),
        of=Whom(
            Said("companies with a board of company auditors", "監査役会設置会社"),
            lambda known: known.form is GovernanceForm.BOARD_OF_COMPANY_AUDITORS,
        ),
        unless=_not_ordinary,
    ),
    requires(
        "fx.law.auditorsReport", "company_auditors_report", basis=(item.act("381", "1"), item.act("437")),
        of=Whom(
            Said("companies with company auditors without a board", "監査役設置会社（監査役会設置会社を除く。）"),
            lambda known: known.form is GovernanceForm.COMPANY_AUDITORS,
        ),
        unless=_not_ordinary, what=Said("Report of the company auditors", "監査役の監査報告"),
    ),
    requires(
        "fx.law.committeeReport", "audit_and_supervisory_committee_report",
        basis=(item.act("399-2", "3", "1"), item.act("437")), of=COMMITTEE, unless=_not_ordinary,
        what=Said("Report of the audit and supervisory committee", "監査等委員会の監査報告"),
    ),
    requires(
        "fx.law.auditCommitteeReport", "audit_committee_report",
        basis=(item.act("404", "2", "1"), item.act("437")), of=COMMITTEES, unless=_not_ordinary,
        what=Said("Report of the audit committee", "監査委員会の監査報告"),
    ),
)  # fmt: skip
"""What is enclosed with the notice of an ordinary meeting."""


@rule(
    "fx.law.writtenVotes",
    Kind.COMPLETENESS,
    Severity.ERROR,
    title=Said("Votes in writing must be taken", "書面による議決権行使の定めがありません"),
    why=Said(
        "From a thousand shareholders on, those who do not attend must be able to vote in writing.",
        "議決権を有する株主が1,000人以上の会社は、書面による議決権の行使を認めなければなりません。",
    ),
    todo=Said(
        "Add voting in writing, or show that proxies are solicited from all shareholders.",
        "書面投票を定め、又は全株主に対する委任状の勧誘を行ってください。",
    ),
    basis=item.act("298", "2"),
)
def written_votes(context: Context) -> Iterator[Found]:
    """Ways to vote of companies with a thousand shareholders."""
    notice, shares = context.first(Notice), context.first(Shares)
    if notice is None or shares is None or not isinstance(shares.number_of_shareholders, Count):
        return
    if shares.number_of_shareholders.amount < MANY_SHAREHOLDERS:
        return
    if not any(way.method in (VotingMethod.WRITING, VotingMethod.PROXY) for way in notice.voting_ways):
        yield Found(
            "notice.voting_ways",
            say(
                "there are {number} shareholders, but no voting in writing",
                "株主数は{number}名ですが、書面による議決権の行使が定められていません",
                number=format(int(shares.number_of_shareholders.amount), ",d"),
            ),
            others=("business_report.shares.number_of_shareholders",),
        )


@rule(
    "fx.law.votingDeadline",
    Kind.COMPLETENESS,
    Severity.NOTE,
    title=Said("One way to vote has a deadline, another has none", "行使期限の記載のない議決権行使方法"),
    why=Said(
        "Where no time is set, votes are taken until the close of business before the meeting; who votes by that way is not told.",
        "特定の時を定めない場合の期限は総会の直前の営業時間の終了時ですが、その旨が記載されていません。",
    ),
    todo=Said("Tell the deadline of each way to vote.", "方法ごとに行使期限を記載してください。"),
    basis=(item.enforcement("63", "", "3"), item.enforcement("69"), item.enforcement("70")),
)
def voting_deadline(context: Context) -> Iterator[Found]:
    """Voting in writing and by internet: the one without a deadline where the other has one."""
    notice = context.first(Notice)
    ways = {} if notice is None else {
        way.method: (number, way) for number, way in enumerate(notice.voting_ways, 1)
        if way.method in (VotingMethod.WRITING, VotingMethod.INTERNET)
    }  # fmt: skip
    if len(ways) == 2 and len({way.deadline is None for _, way in ways.values()}) == 2:
        for number, way in ways.values():
            if way.deadline is None:
                yield Found(
                    f"notice.voting_ways.{number}.deadline",
                    say(
                        "until when votes are taken {way} is not told",
                        "{way}による議決権行使の期限が記載されていません",
                        way=Said("in writing", "書面")
                        if way.method is VotingMethod.WRITING
                        else Said("by internet", "インターネット"),
                    ),
                )


_APPROVAL: Final = "approval of financial statements"


@rule(
    "fx.law.approvalOfStatements",
    Kind.COMPLETENESS,
    Severity.ERROR,
    title=Said("The statements must be put to the vote", "計算書類の承認議案がありません"),
    why=Said(
        "Statements that no accounting auditor has found in order are approved by the meeting.",
        "会計監査人の無限定適正意見等の要件を満たさない計算書類は、定時株主総会の承認を受けなければなりません。",
    ),
    todo=Said("Add a proposal to approve the statements.", "計算書類承認の議案を追加してください。"),
    basis=(item.act("438", "2"), item.act("439")),
)
def approval_of_statements(context: Context) -> Iterator[Found]:
    """Agendas of companies without an accounting auditor, or with a qualified opinion."""
    notice, known = context.first(Notice), company(context)
    if notice is None or not notice.proposals or _not_ordinary(context):
        return
    report = context.filing.non_consolidated_audit_report
    qualified = report is not None and report.opinion is not None and report.opinion != "unqualified"
    if known.accounting_auditor is False or qualified:
        approved = any(
            each.kind == _APPROVAL
            or any("計算書類" in text or "financial statements" in text.lower() for _, text in each.title.readings)
            for each in notice.proposals
        )
        if not approved:
            yield Found(
                "notice.proposals",
                Said(
                    "no proposal on the agenda approves the financial statements",
                    "議案に計算書類の承認がありません",
                ),
            )
