"""Completeness by law: organs. As many directors, auditors and committee members as the law asks, and outside ones among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from filingexport.checks.company import company
from filingexport.checks.context import At, Context
from filingexport.checks.people import board
from filingexport.checks.requirement import LISTED
from filingexport.checks.rule import Found, Kind, rule
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.business_report.officers import Officer, OfficerKind
from filingexport.model.governance import GovernanceForm, GoverningBody
from filingexport.said import Said, say, verbatim

_OUTSIDE_DIRECTOR: Final = date(2021, 3, 1)
_OFFICERS: Final = "business_report.officers.officers"
_COMMITTEES: Final = (
    (GoverningBody.NOMINATING_COMMITTEE, Said("nominating committee", "指名委員会")),
    (GoverningBody.AUDIT_COMMITTEE, Said("audit committee", "監査委員会")),
    (GoverningBody.COMPENSATION_COMMITTEE, Said("compensation committee", "報酬委員会")),
)


def _who(context: Context, test: Callable[[Officer], bool | None]) -> list[At]:
    """The officers that the test is true of, without those who left office in the year."""
    officers = board(context)
    return [at for at in context.of(Officer) if test(at.value) and not officers.left_by(at.value, context.year_end)]


def _is_director(officer: Officer) -> bool:
    return officer.kind is OfficerKind.DIRECTOR


def _too_few(what: Said, count: int, needed: int) -> Found:
    return Found(
        _OFFICERS,
        say(
            "the list of officers has {count} {what}; {needed} are needed",
            "役員の一覧の{what}は{count}名です（{needed}名以上が必要）",
            count=count,
            what=what,
            needed=needed,
        ),
        verbatim(str(count)),
        say("{needed} or more", "{needed}名以上", needed=needed),
    )


@rule(
    "fx.law.directors",
    Kind.COMPLETENESS,
    Severity.ERROR,
    title=Said("Too few directors for a board", "取締役会の構成員の不足"),
    why=Said(
        "A board of directors has three members at least.", "取締役会設置会社の取締役は３人以上でなければなりません。"
    ),
    todo=Said("Complete the list of officers, or elect directors.", "役員の一覧を補い、又は取締役を選任してください。"),
    basis=item.act("331", "5"),
)
def directors(context: Context) -> Iterator[Found]:
    """Directors in the list of companies that must have a board."""
    listed = _who(context, _is_director)
    if company(context).board and listed and len(listed) < 3:
        yield _too_few(Said("directors", "取締役"), len(listed), 3)


@rule(
    "fx.law.boardOfAuditors",
    Kind.COMPLETENESS,
    Severity.ERROR,
    title=Said("The board of company auditors is not composed as the law asks", "監査役会の構成要件の不充足"),
    why=Said(
        "A board of company auditors has three members at least, half of them from outside, and one who is full-time.",
        "監査役会設置会社の監査役は３人以上で、半数以上が社外監査役であり、常勤の監査役を選定しなければなりません。",
    ),
    todo=Said("Complete the list of officers and its marks.", "役員の一覧及び社外・常勤の別を補ってください。"),
    basis=(item.act("335", "3"), item.act("390", "3")),
)
def board_of_auditors(context: Context) -> Iterator[Found]:
    """Number, outside members and full-time member of the board of company auditors."""
    auditors = _who(context, lambda officer: officer.kind is OfficerKind.COMPANY_AUDITOR)
    if company(context).form is not GovernanceForm.BOARD_OF_COMPANY_AUDITORS or not context.of(Officer):
        return
    outside = sum(bool(at.value.outside) for at in auditors)
    if len(auditors) < 3:
        yield _too_few(Said("company auditors", "監査役"), len(auditors), 3)
    elif outside * 2 < len(auditors):
        yield _too_few(Said("outside company auditors", "社外監査役"), outside, (len(auditors) + 1) // 2)
    elif not any(at.value.full_time for at in auditors):
        yield _too_few(Said("full-time company auditors", "常勤監査役"), 0, 1)


@rule(
    "fx.law.auditAndSupervisoryCommittee",
    Kind.COMPLETENESS,
    Severity.ERROR,
    title=Said("The audit and supervisory committee is not composed as the law asks", "監査等委員会の構成要件の不充足"),
    why=Said(
        "An audit and supervisory committee has three directors at least, most of them from outside.",
        "監査等委員会は３人以上の取締役で構成し、その過半数は社外取締役でなければなりません。",
    ),
    todo=Said("Complete the list of officers and its marks.", "役員の一覧及び社外の別を補ってください。"),
    basis=item.act("331", "6"),
)
def audit_and_supervisory_committee(context: Context) -> Iterator[Found]:
    """Number and majority of outside members of the audit and supervisory committee."""
    members = _who(context, lambda officer: officer.committee_director)
    if not company(context).committee or not context.of(Officer):
        return
    outside = sum(bool(at.value.outside) for at in members)
    if len(members) < 3:
        yield _too_few(Said("audit and supervisory committee members", "監査等委員である取締役"), len(members), 3)
    elif outside * 2 <= len(members):
        yield _too_few(Said("outside committee members", "監査等委員である社外取締役"), outside, len(members) // 2 + 1)


@rule(
    "fx.law.committees",
    Kind.COMPLETENESS,
    Severity.ERROR,
    title=Said("A committee is not composed as the law asks", "委員会の構成要件の不充足"),
    why=Said(
        "Nominating, audit and compensation committee have three directors at least, most of them from outside; "
        "executive officers are no members of the audit committee.",
        "指名委員会、監査委員会及び報酬委員会はそれぞれ３人以上の取締役で構成し、過半数は社外取締役でなければならず、"
        "執行役は監査委員となることができません。",
    ),
    todo=Said("Complete the committees of each director.", "各取締役の所属委員会を補ってください。"),
    basis=(item.act("400", "1"), item.act("400", "3"), item.act("400", "4"), item.act("402", "1")),
)
def committees(context: Context) -> Iterator[Found]:
    """Number and majority of outside members of each of the three committees; that there are executive officers."""
    if not company(context).committees or not context.of(Officer):
        return
    executives = _who(context, lambda officer: officer.kind is OfficerKind.EXECUTIVE_OFFICER)
    for body, what in _COMMITTEES:
        members = _who(context, lambda officer, body=body: any(each.body is body for each in officer.committees))  # type: ignore[misc]
        outside = sum(bool(at.value.outside) for at in members)
        if len(members) < 3:
            yield _too_few(say("members of the {what}", "{what}の委員", what=what), len(members), 3)
        elif outside * 2 <= len(members):
            yield _too_few(
                say("outside members of the {what}", "{what}の社外取締役", what=what), outside, len(members) // 2 + 1
            )
        elif body is GoverningBody.AUDIT_COMMITTEE:
            names = {text for at in executives for _, text in at.value.name.readings}
            for at in members:
                if names & {text for _, text in at.value.name.readings}:
                    yield Found(
                        at.sub("committees"),
                        Said(
                            "an executive officer is told to be a member of the audit committee",
                            "執行役が監査委員とされています",
                        ),
                    )
    if not executives:
        yield _too_few(Said("executive officers", "執行役"), 0, 1)


@rule(
    "fx.law.outsideDirector",
    Kind.COMPLETENESS,
    Severity.ERROR,
    title=Said("There is no outside director", "社外取締役が置かれていません"),
    why=Said(
        "Since March 1, 2021 listed companies with a board of company auditors must have an outside director.",
        "2021年３月１日以後、上場会社等である監査役会設置会社は社外取締役を置かなければなりません。",
    ),
    todo=Said("Mark the outside directors in the list of officers.", "役員の一覧に社外取締役を表示してください。"),
    basis=item.act("327-2"),
)
def outside_director(context: Context) -> Iterator[Found]:
    """Outside directors of listed companies with a board of company auditors."""
    known = company(context)
    if known.form is not GovernanceForm.BOARD_OF_COMPANY_AUDITORS or not LISTED.test(known):
        return
    if context.year_end < _OUTSIDE_DIRECTOR or not context.of(Officer):
        return
    if not _who(context, lambda officer: _is_director(officer) and officer.outside):
        yield _too_few(Said("outside directors", "社外取締役"), 0, 1)


@rule(
    "fx.law.representative",
    Kind.COMPLETENESS,
    Severity.WARNING,
    title=Said("Nobody is marked as representative", "代表取締役・代表執行役の表示がありません"),
    why=Said(
        "A company with a board has a representative director, one with committees a representative executive officer; "
        "the position of each officer is to be told.",
        "取締役会設置会社は代表取締役（指名委員会等設置会社は代表執行役）を選定し、各役員の地位を記載しなければなりません。",
    ),
    todo=Said("Mark the representative in the list of officers.", "役員の一覧に代表者を表示してください。"),
    basis=(item.act("362", "3"), item.act("420", "1"), item.enforcement("121", "", "2")),
)
def representative(context: Context) -> Iterator[Found]:
    """One officer marked as representative, or called so or president."""
    if not company(context).board or not context.of(Officer):
        return
    for at in context.of(Officer):
        titles = [text for _, text in getattr(at.value.position, "readings", ())]
        if at.value.representative or any(
            word in title.lower() for title in titles for word in ("representative", "president", "代表", "社長")
        ):
            return
    yield Found(
        _OFFICERS,
        Said("no officer is marked as representative", "役員の一覧に代表者の表示がありません"),
    )
