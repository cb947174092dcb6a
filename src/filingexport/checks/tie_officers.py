"""Ties of officers: lists, attendance, pay, signatures, skills, all of the same people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from filingexport.checks import people
from filingexport.checks.choices import chosen
from filingexport.checks.context import At, Context
from filingexport.checks.numbers import foots, shown
from filingexport.checks.people import board
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.audit import AuditReport, BoardOfCompanyAuditorsReport
from filingexport.model.audit_bodies import AuditBody, AuditBodyReport
from filingexport.model.business_report.accounting_auditor import AccountingAuditor
from filingexport.model.business_report.officers import (
    OfficeChange,
    Officer,
    OfficerKind,
    Officers,
    OutsideOfficerActivities,
    OutsideOfficers,
    Remuneration,
    RemunerationOfClass,
)
from filingexport.model.business_report.remuneration import (
    IndividualRemuneration,
    RemunerationByKind,
    RemunerationResolution,
)
from filingexport.model.governance import Attendance, GoverningBody, OfficerClass
from filingexport.model.item import enforcement
from filingexport.model.notice import Convener
from filingexport.model.reference_documents.candidates import Candidate
from filingexport.model.skills import SkillHolder, SkillsMatrix
from filingexport.model.values import Block, Count, Money, Text
from filingexport.said import Said, say, verbatim

_BODY_FIELDS: Final = (
    ("board_attended", "board_held", GoverningBody.BOARD_OF_DIRECTORS),
    ("auditors_board_attended", "auditors_board_held", GoverningBody.BOARD_OF_COMPANY_AUDITORS),
)
_WHY_SAME: Final = Said(
    "The lists of the notice are of the same people; a reader who counts finds the one who is missing.",
    "招集通知の各一覧は同一の役員に関するもので、人数や氏名の食い違いは誤りを示します。",
)
_CORRECT: Final = Said(
    "Compare both lists, and correct the one that is wrong.", "両者を照合し、誤りを訂正してください。"
)


# --- attendance ---------------------------------------------------------------------------------------------------


def _attendances(context: Context) -> Iterator[tuple[At, Text, GoverningBody, str, Count | None, str, Count | None]]:
    """(part, person, body, path of attended, attended, path of held, held)."""
    for at in context.of(Attendance):
        holder = at.parent
        if holder is None or not isinstance(holder.value, (Officer, OutsideOfficerActivities, Candidate)):
            continue
        if at.value.body is not None:
            yield (
                at, holder.value.name, at.value.body,
                at.sub("attended"), _count(at.value.attended), at.sub("held"), _count(at.value.held),
            )  # fmt: skip
    for at in context.of(OutsideOfficerActivities):
        for attended, held, body in _BODY_FIELDS:
            yield (
                at, at.value.name, body,
                at.sub(attended), _count(getattr(at.value, attended)), at.sub(held), _count(getattr(at.value, held)),
            )  # fmt: skip


def _count(value: object) -> Count | None:
    return value if isinstance(value, Count) else None


@rule(
    "fx.tie.attendance",
    Kind.TIES,
    Severity.ERROR,
    title=Said("More meetings attended than held", "出席回数が開催回数を上回る"),
    why=Said("Nobody attends a meeting that was not held.", "開催された回数を超えて出席することはできません。"),
    todo=Said("Correct one of the two numbers after the minutes.", "議事録に基づき訂正してください。"),
    basis=(Standard.ARITHMETIC, enforcement("124", "", "4")),
)
def attendance(context: Context) -> Iterator[Found]:
    """Each attendance against the number of meetings held."""
    for _, name, body, path, attended, other, held in _attendances(context):
        if attended is not None and held is not None and attended.amount > held.amount:
            yield Found(
                path,
                say(
                    "{name} attended {attended} of {held} meetings of the {body}",
                    "{name}の{body}への出席は{held}回中{attended}回とされています",
                    name=people.said(name),
                    attended=shown(attended),
                    held=shown(held),
                    body=chosen(body),
                ),
                shown(attended),
                Said(f"at most {shown(held)}", f"{shown(held)}以下"),
                others=(other,),
            )


@rule(
    "fx.tie.attendanceOutOf",
    Kind.TIES,
    Severity.WARNING,
    title=Said("Meetings attended without how many were held", "開催回数の記載のない出席回数"),
    why=Said(
        "Attendance is told as so many of so many; without the number held it says nothing.",
        "出席状況は開催回数とともに記載しなければ評価できません。",
    ),
    todo=Said(
        "Add the number of meetings held while the officer was in office.", "在任中の開催回数を記載してください。"
    ),
    basis=enforcement("124", "", "4"),
)
def attendance_out_of(context: Context) -> Iterator[Found]:
    """Each attendance that lacks the number held."""
    for _, name, body, path, attended, _, held in _attendances(context):
        if attended is not None and held is None:
            yield Found(
                path,
                say(
                    "{name} attended {attended} meetings of the {body}, of how many is not said",
                    "{name}は{body}に{attended}回出席とありますが、開催回数の記載がありません",
                    name=people.said(name),
                    attended=shown(attended),
                    body=chosen(body),
                ),
                shown(attended),
            )


@rule(
    "fx.tie.meetingsHeld",
    Kind.TIES,
    Severity.ERROR,
    title=Said("The number of meetings held is not the same for all", "会議体の開催回数の不一致"),
    why=Said(
        "Who was in office all year had the same meetings to attend; only who came or went had fewer.",
        "期を通じて在任した役員については、同一の会議体の開催回数は一致します。",
    ),
    todo=Said(
        "Correct the number, or say from when to when the officer was in office.",
        "回数を訂正するか、在任期間を記載してください。",
    ),
    basis=(Standard.CONSISTENCY, enforcement("124", "", "4")),
)
def meetings_held(context: Context) -> Iterator[Found]:
    """The numbers held of one body: the same for all who were in office all year, not more for who was not."""
    officers = board(context)
    newcomers = {
        key
        for at in context.of(Officer)
        if at.value.assumed_on is not None and context.year_start <= at.value.assumed_on
        for key in people.keys(at.value.name)
    }
    by_body: dict[GoverningBody, list[tuple[str, Text, Count, bool]]] = {}
    for at, name, body, _, _, path, held in _attendances(context):
        of_candidate = at.parent is not None and isinstance(at.parent.value, Candidate)
        if held is None or (at.outer_at(Officers) is None and not of_candidate):
            continue
        partly = officers.has_changed(name) or bool(newcomers.intersection(people.keys(name)))
        by_body.setdefault(body, []).append((path, name, held, partly))
    for body, found in by_body.items():
        full = [held.amount for _, _, held, partly in found if not partly]
        if not full:
            continue
        usual, times = Counter(full).most_common(1)[0]
        if times * 2 <= len(full) and len(full) > 1:
            usual = max(full)
        for path, name, held, partly in found:
            if held.amount == usual or (partly and held.amount < usual):
                continue
            yield Found(
                path,
                say(
                    "the {body} held {held} meetings for {name}, but {usual} for the others",
                    "{body}の開催回数が{name}については{held}回ですが、他の役員については{usual}回です",
                    body=chosen(body),
                    held=shown(held),
                    name=people.said(name),
                    usual=usual,
                ),
                shown(held),
                verbatim(str(usual)),
                # Fewer may be those held since the officer came, which is not told.
                severity=None if held.amount > usual else Severity.WARNING,
            )


# --- who is listed ------------------------------------------------------------------------------------------------


@rule(
    "fx.tie.officersListed",
    Kind.TIES,
    Severity.WARNING,
    title=Said("The list of officers holds one who had left", "退任した役員が一覧に記載されている"),
    why=Said(
        "A list as of the end of the year is of those in office then; who left before is told apart.",
        "期末現在の役員一覧には在任者を記載し、期中に退任した者は区別して記載します。",
    ),
    todo=Said(
        "Move the officer to those who left in the year, or say in the list that the office ended.",
        "期中に退任した役員として区分するか、退任の旨を一覧に注記してください。",
    ),
    basis=enforcement("121", "", "1"),
)
def officers_listed(context: Context) -> Iterator[Found]:
    """Officers whose retirement in the year stands among the changes, and who stand in the list all the same."""
    officers = board(context)
    for at in officers.officers:
        left = officers.changed(at.value.name, OfficeChange.RETIREMENT)
        if left is None or left > context.year_end:
            continue
        again = officers.changed(at.value.name, OfficeChange.ASSUMPTION)
        if again is not None and again >= left:
            continue
        yield Found(
            at.sub("name"),
            say(
                "{name} is in the list of officers, but left office on {left}",
                "{name}は役員一覧に記載されていますが、{left}に退任しています",
                name=people.said(at.value.name),
                left=left.isoformat(),
            ),
            people.said(at.value.name),
        )


@rule(
    "fx.tie.changesListed",
    Kind.TIES,
    Severity.ERROR,
    title=Said("An officer who assumed office is not in the list", "就任した役員が一覧にない"),
    why=_WHY_SAME,
    todo=_CORRECT,
    basis=enforcement("121", "", "1"),
)
def changes_listed(context: Context) -> Iterator[Found]:
    """Those who assumed office in the year and did not leave again, against the list."""
    officers = board(context)
    if not officers.officers:
        return
    for at in officers.changes:
        gone = officers.changed(at.value.name, OfficeChange.RETIREMENT)
        if at.value.kind is not OfficeChange.ASSUMPTION or gone is not None:
            continue
        if officers.index.find(at.value.name) is None:
            yield _not_listed(at.sub("name"), at.value.name)


def _not_listed(path: str, name: Text, severity: Severity | None = None) -> Found:
    return Found(
        path,
        say("{name} is not in the list of officers", "{name}は役員一覧に記載されていません", name=people.said(name)),
        people.said(name),
        severity=severity,
    )


@rule(
    "fx.tie.outsideOfficers",
    Kind.TIES,
    Severity.WARNING,
    title=Said("Outside officers differ between list and activities", "社外役員の一覧と活動状況の不一致"),
    why=Said(
        "The activities of each outside officer are told, and of outside officers only.",
        "主な活動状況は、社外役員の全員について、かつ社外役員についてのみ記載します。",
    ),
    todo=Said(
        "Mark the officer as outside in the list, or take the officer from the activities; add who is missing.",
        "一覧の社外役員の表示と活動状況の記載を一致させてください。",
    ),
    basis=enforcement("124", "", "4"),
)
def outside_officers(context: Context) -> Iterator[Found]:
    """Both ways: each in the activities is an outside officer of the list, and each outside officer is in the activities."""
    officers = board(context).officers
    told = context.of(OutsideOfficerActivities)
    if not officers or not told:
        return
    active = people.people(context).index(told)
    for at in told:
        listed = board(context).index.find(at.value.name)
        if listed is None:
            yield _not_listed(at.sub("name"), at.value.name, Severity.ERROR)
        elif listed.value.outside is not True:
            yield Found(
                at.sub("name"),
                say(
                    "the activities tell of {name} as an outside officer; the list does not call {name} one",
                    "{name}は社外役員の活動状況に記載されていますが、一覧では社外役員とされていません",
                    name=people.said(at.value.name),
                ),
                others=(listed.sub("name"),),
            )
    for at in officers:
        if at.value.outside is True and not at.value.attendance and active.find(at.value.name) is None:
            yield Found(
                at.sub("name"),
                say(
                    "{name} is an outside officer, and nothing is told of the officer's activities",
                    "社外役員である{name}の活動状況の記載がありません",
                    name=people.said(at.value.name),
                ),
            )


@rule(
    "fx.tie.convener",
    Kind.TIES,
    Severity.WARNING,
    title=Said("The convener is no representative director in the list", "招集者と役員一覧の代表取締役の不一致"),
    why=Said(
        "The notice goes out in the name of a representative director; the list must show who represents the company.",
        "招集通知は代表取締役名で発せられるため、役員一覧の代表取締役と一致します。",
    ),
    todo=Said(
        "Give the same office in both places, or correct the name.",
        "双方の地位の記載を一致させるか、氏名を訂正してください。",
    ),
    basis=(item.act("298", "4"), enforcement("121", "", "2")),
)
def convener(context: Context) -> Iterator[Found]:
    """The convener against the list: there at all, and shown there as representing the company."""
    officers = board(context).officers
    for at in context.of(Convener) if officers else ():
        listed = [each for each in officers if people.same(at.value.name, each.value.name)]
        if not listed and (near := board(context).index.find(at.value.name)) is not None:
            listed = [near]
        if not listed:
            yield _not_listed(at.sub("name"), at.value.name, Severity.ERROR)
        elif not any(_represents(each.value) for each in listed):
            yield Found(
                at.sub("name"),
                say(
                    "{name} convenes the meeting as {title}; the list calls {name} {position} and nobody of that name a "
                    "representative",
                    "{name}は{title}として招集していますが、役員一覧では{position}とのみ記載され、代表者とされていません",
                    name=people.said(at.value.name),
                    title=_words(at.value.title),
                    position=_words(listed[0].value.position),
                ),
                _words(at.value.title),
                others=(listed[0].sub("position"),),
            )


def _represents(officer: Officer) -> bool:
    if officer.representative is True:
        return True
    position = officer.position
    texts = (position, *officer.posts[:1]) if isinstance(position, Text) else officer.posts[:1]
    return any(
        "representative" in reading.lower() or "代表" in reading for text in texts for _, reading in text.readings
    )


def _words(value: object) -> Said:
    return people.said(value) if isinstance(value, Text) else Said("–", "－")


# --- pay ----------------------------------------------------------------------------------------------------------

_PAID: Final = (
    ("directors", OfficerKind.DIRECTOR, False),
    ("outside_directors", OfficerKind.DIRECTOR, True),
    ("company_auditors", OfficerKind.COMPANY_AUDITOR, False),
    ("outside_company_auditors", OfficerKind.COMPANY_AUDITOR, True),
)
_CLASSES: Final = {"directors": Said("directors", "取締役"), "outside_directors": Said("outside directors", "社外取締役"), "company_auditors": Said("company auditors", "監査役"), "outside_company_auditors": Said("outside company auditors", "社外監査役")}  # fmt: skip


@rule(
    "fx.tie.remunerationHeads",
    Kind.TIES,
    Severity.WARNING,
    title=Said("More or fewer officers were paid than held office", "報酬の支給人員と役員数の不一致"),
    why=Said(
        "Who held office in the year and was paid nothing, or was paid without being listed, is told in a note.",
        "在任した役員数と支給人員が異なる場合、無報酬の者又は退任者の有無を注記します。",
    ),
    todo=Said(
        "Correct the number, or add a note on those without pay or no longer in office.",
        "人員を訂正するか、無報酬の役員又は退任した役員について注記してください。",
    ),
    basis=enforcement("121", "", "4"),
)
def remuneration_heads(context: Context) -> Iterator[Found]:
    """The number paid of each class against the list of officers and those who left in the year."""
    officers = board(context)
    for at in context.of(Remuneration) if officers.officers else ():
        for attribute, kind, outside in _PAID:
            part = getattr(at.value, attribute)
            if not isinstance(part, RemunerationOfClass) or not isinstance(part.persons, Count):
                continue
            listed = [each for each in officers.of_kind(kind) if each.value.outside is True or not outside]
            number = len(people.persons(listed))
            yield from _heads(context, at.sub(f"{attribute}.persons"), part.persons, number, _CLASSES[attribute], at)
    for at in context.of(RemunerationByKind) if officers.officers else ():
        heads = _of_class(context, at.value.officer_class)
        if heads is not None and isinstance(at.value.persons, Count):
            name = chosen(at.value.officer_class)
            yield from _heads(context, at.sub("persons"), at.value.persons, heads, name, at)


def _heads(context: Context, path: str, printed: Count, number: int, of: Said, at: At) -> Iterator[Found]:
    if printed.amount == number or _explained(at):
        return
    yield Found(
        path,
        say(
            "{printed} {of} were paid, {number} are listed, and no note says why",
            "支給人員は{of}{printed}名ですが、一覧には{number}名が記載され、相違の理由の注記がありません",
            printed=shown(printed),
            of=of,
            number=number,
        ),
        shown(printed),
        verbatim(str(number)),
    )


def _explained(at: At) -> bool:
    """Whether a note to the pay speaks of who retired or was not paid."""
    holder: At | None = at
    while holder is not None and not isinstance(holder.value, Officers):
        for name in ("note", "notes", "text"):
            note = getattr(holder.value, name, None)
            for _, reading in getattr(note, "readings", ()):
                lowered = reading.lower()
                if any(word in lowered for word in ("retired", "resigned", "unpaid", "without pay", "no remuneration", "not paid", "退任", "無報酬", "辞任")):  # fmt: skip
                    return True
        holder = holder.parent
    return False


def _of_class(context: Context, of: OfficerClass | None) -> int | None:
    """How many of the list are of this class; None for classes that are not counted there."""
    return context.once(_classes).get(of) if of is not None else None


def _classes(context: Context) -> dict[OfficerClass, int]:
    listed = [at.value for at in people.persons(board(context).officers)]
    directors = [each for each in listed if each.kind is OfficerKind.DIRECTOR]
    auditors = [each for each in listed if each.kind is OfficerKind.COMPANY_AUDITOR]
    found = {
        OfficerClass.DIRECTORS: directors,
        OfficerClass.OUTSIDE_DIRECTORS: [each for each in directors if each.outside],
        OfficerClass.DIRECTORS_EXCLUDING_OUTSIDE: [each for each in directors if not each.outside],
        OfficerClass.DIRECTORS_NOT_ON_COMMITTEE: [each for each in directors if not each.committee_director],
        OfficerClass.DIRECTORS_NOT_ON_COMMITTEE_EXCLUDING_OUTSIDE: [
            each for each in directors if not each.committee_director and not each.outside
        ],
        OfficerClass.COMMITTEE_DIRECTORS: [each for each in directors if each.committee_director],
        OfficerClass.OUTSIDE_COMMITTEE_DIRECTORS: [
            each for each in directors if each.committee_director and each.outside
        ],
        OfficerClass.COMPANY_AUDITORS: auditors,
        OfficerClass.OUTSIDE_COMPANY_AUDITORS: [each for each in auditors if each.outside],
        OfficerClass.EXECUTIVE_OFFICERS: board(context).of_kind(OfficerKind.EXECUTIVE_OFFICER),
    }
    return {of: len(officers) for of, officers in found.items()}


@rule(
    "fx.tie.remunerationPart",
    Kind.TIES,
    Severity.ERROR,
    title=Said("A part of the pay exceeds the whole", "報酬の内数が総額を上回る"),
    why=Said(
        "What outside officers were paid is a part of what the class was paid, in persons and in yen.",
        "社外役員への支給人員及び支給額は、当該区分の内数です。",
    ),
    todo=Said("Correct the part or the whole.", "内数又は総額を訂正してください。"),
    basis=(Standard.ARITHMETIC, enforcement("121", "", "4")),
)
def remuneration_part(context: Context) -> Iterator[Found]:
    """Outside directors in directors, outside company auditors in company auditors; one officer in the class."""
    for at in context.of(Remuneration):
        for whole_name, part_name in (
            ("directors", "outside_directors"),
            ("company_auditors", "outside_company_auditors"),
        ):
            whole, part = getattr(at.value, whole_name), getattr(at.value, part_name)
            if whole is None or part is None:
                continue
            for field in ("persons", "amount"):
                one, all_ = getattr(part, field), getattr(whole, field)
                if isinstance(one, (Count, Money)) and isinstance(all_, (Count, Money)) and one.amount > all_.amount:
                    yield _exceeds(at.sub(f"{part_name}.{field}"), one, at.sub(f"{whole_name}.{field}"), all_)
    totals = {at.value.officer_class: at for at in context.of(RemunerationByKind)}
    for at in context.of(IndividualRemuneration):
        whole_at = totals.get(at.value.officer_class) if at.value.officer_class is not None else None
        one = at.value.total
        if whole_at is None or not isinstance(one, Money) or not _paid_here(context, at.value):
            continue
        total = whole_at.value.total
        if isinstance(total, Money) and one.amount > total.amount:
            yield _exceeds(at.sub("total"), one, whole_at.sub("total"), total)


def _paid_here(context: Context, pay: IndividualRemuneration) -> bool:
    """Whether it is pay of this company, not of one of its group."""
    if not isinstance(pay.payer, Text):
        return True
    ours = {reading for _, reading in context.filing.company.name.readings}
    return any(reading in ours for _, reading in pay.payer.readings)


def _exceeds(path: str, one: Count | Money, other: str, whole: Count | Money) -> Found:
    return Found(
        path,
        say(
            "{one} is more than the {whole} that it is a part of",
            "内数{one}が総数{whole}を上回っています",
            one=shown(one),
            whole=shown(whole),
        ),
        shown(one),
        others=(other,),
    )


@rule(
    "fx.footing.remuneration",
    Kind.FOOTING,
    Severity.ERROR,
    title=Said("The kinds of pay do not come to the total", "報酬の種類別の額と総額の不一致"),
    why=Said(
        "Fixed, performance-linked and non-monetary pay may overlap, so that together they are the total or more, never less.",
        "固定報酬、業績連動報酬等、非金銭報酬等は重複があり得るため、その合計は総額以上となります。",
    ),
    todo=Said("Correct the total or the kind that is wrong.", "総額又は種類別の額を訂正してください。"),
    basis=(Standard.ARITHMETIC, enforcement("121", "", "4")),
)
def remuneration_kinds(context: Context) -> Iterator[Found]:
    """The total of a class or an officer against the kinds beside it."""
    for at in context.of(RemunerationByKind, IndividualRemuneration):
        total = at.value.total
        kinds = ("fixed", "performance_linked", "non_monetary", "retirement", "other")
        parts = [value for name in kinds if isinstance(value := getattr(at.value, name, None), Money)]
        if not isinstance(total, Money) or not parts:
            continue
        overlap = len([each for each in parts if each.amount]) > 2
        summed = sum(each.amount for each in parts)
        largest = max(parts, key=lambda each: each.amount)
        exact = foots(total, ((each, 1) for each in parts))
        if largest.amount > total.amount or (not exact and (summed < total.amount or not overlap)):
            expected = Money(
                largest.amount if largest.amount > total.amount else summed, total.currency, total.decimals
            )
            yield Found(
                at.sub("total"),
                say(
                    "the total is {printed}, its kinds come to {expected}",
                    "総額は{printed}ですが、種類別の額の合計は{expected}です",
                    printed=shown(total),
                    expected=shown(expected),
                ),
                shown(total),
                shown(expected),
            )


@rule(
    "fx.tie.remunerationLimit",
    Kind.TIES,
    Severity.WARNING,
    title=Said("Pay exceeds the limit that the meeting resolved", "報酬が株主総会決議の限度額を超える"),
    why=Said(
        "Directors may not be paid more than the articles or a meeting of shareholders allow.",
        "取締役の報酬等は、定款又は株主総会の決議で定めた額を超えて支給できません。",
    ),
    todo=Said(
        "Check both figures; if both are right, the excess has no resolution.",
        "両者を確認してください。いずれも正しい場合、超過額には決議がありません。",
    ),
    basis=(item.act("361", "1"), item.act("387", "1"), enforcement("121", "", "5-4")),
)
def remuneration_limit(context: Context) -> Iterator[Found]:
    """Fixed and performance-linked pay in money of a class against the limit in money resolved for it."""
    limits = {
        at.value.officer_class: at
        for at in context.of(RemunerationResolution)
        if at.value.officer_class is not None
        and isinstance(at.value.amount, Money)
        and _in_money(at.value)
        and not _monthly(at.value)
    }
    others = [at for at in context.of(RemunerationResolution) if at not in limits.values() and not _in_stock(at.value)]
    for at in context.of(RemunerationByKind):
        limit = limits.get(at.value.officer_class)
        paid = [v for name in ("fixed", "performance_linked") if isinstance(v := getattr(at.value, name), Money)]
        if limit is None or not paid or others:
            continue
        amount = Money(sum(each.amount for each in paid), paid[0].currency, paid[0].decimals)
        if amount.amount > limit.value.amount.amount:
            yield Found(
                at.sub("total"),
                say(
                    "{amount} was paid in money; the meeting allowed {limit}",
                    "金銭報酬{amount}は、決議された限度額{limit}を超えています",
                    amount=shown(amount),
                    limit=shown(limit.value.amount),
                ),
                shown(amount),
                shown(limit.value.amount),
                others=(limit.sub("amount"),),
            )


_MONEY: Final = re.compile(r"(?<!non-)\b(?:money|monetary|cash)\b|(?<!非)金銭", re.IGNORECASE)
_STOCK: Final = re.compile(r"\b(?:stocks?|shares?)\b|株式|新株予約権", re.IGNORECASE)


def _subject_says(resolution: RemunerationResolution, pattern: re.Pattern[str]) -> bool:
    readings = resolution.subject.readings if isinstance(resolution.subject, Text) else ()
    return any(pattern.search(text) for _, text in readings)


def _in_money(resolution: RemunerationResolution) -> bool:
    """Whether the limit is one on all remuneration in money."""
    return resolution.subject is None or (_subject_says(resolution, _MONEY) and not _in_stock(resolution))


def _in_stock(resolution: RemunerationResolution) -> bool:
    """Whether the limit is one on stock, which comes beside that on money."""
    return resolution.shares is not None or _subject_says(resolution, _STOCK)


def _monthly(resolution: RemunerationResolution) -> bool:
    readings = resolution.outline.readings if isinstance(resolution.outline, Block) else ()
    return any("month" in reading.lower() or "月額" in reading for _, reading in readings)


@rule(
    "fx.tie.individualPay",
    Kind.TIES,
    Severity.ERROR,
    title=Said("Pay is told of one who is not in the list of officers", "報酬の個別開示の対象者が一覧にない"),
    why=_WHY_SAME,
    todo=_CORRECT,
    basis=enforcement("121", "", "4"),
)
def individual_pay(context: Context) -> Iterator[Found]:
    """Each officer whose pay is told by name, against the list and those who left."""
    officers = board(context)
    for at in context.of(IndividualRemuneration) if officers.officers else ():
        if officers.index.find(at.value.name) is None and not officers.has_changed(at.value.name):
            yield _not_listed(at.sub("name"), at.value.name)


# --- signatures, firm, skills -------------------------------------------------------------------------------------


@rule(
    "fx.tie.signatories",
    Kind.TIES,
    Severity.ERROR,
    title=Said("The signatories of the audit report are not its members", "監査報告の署名者と構成員の不一致"),
    why=Said(
        "The report of an audit body is that of all its members, whom the list of officers names.",
        "監査報告は構成員全員の連名であり、役員一覧の構成員と一致します。",
    ),
    todo=_CORRECT,
    basis=(item.act("390", "2"), enforcement("130")),
)
def signatories(context: Context) -> Iterator[Found]:
    """Those who sign for a body against its members in the list; whether they are outside officers too."""
    officers = board(context).officers
    for at, body in _bodies(context):
        members = [each for each in officers if people.sits_on(each.value, body)]
        signed = [context.by_path[f"{at.sub('signatories')}.{n}"] for n in range(1, len(at.value.signatories) + 1)]
        if not members or not signed:
            continue
        everybody = people.people(context)
        sitting, signing = everybody.index(members), everybody.index(signed)
        for one in signed:
            member = sitting.find(one.value.name)
            if member is None:
                yield Found(
                    one.sub("name"),
                    say(
                        "{name} signs for the {body}, but is no member of it in the list of officers",
                        "{name}は{body}の監査報告に署名していますが、役員一覧では構成員とされていません",
                        name=people.said(one.value.name),
                        body=chosen(body),
                    ),
                    people.said(one.value.name),
                )
            elif (
                one.value.outside is not None
                and member.value.outside is not None
                and one.value.outside is not member.value.outside
            ):
                yield Found(
                    one.sub("outside"),
                    say(
                        "{name} is an outside officer in one place and not in the other",
                        "{name}が社外役員であるか否かの記載が食い違っています",
                        name=people.said(one.value.name),
                    ),
                    others=(member.sub("outside"),),
                )
        for member in members:
            if signing.find(member.value.name) is None and not board(context).left_by(member.value, context.year_end):
                yield Found(
                    at.sub("signatories"),
                    say(
                        "{name} is a member of the {body} and does not sign its report",
                        "{body}の構成員である{name}の署名がありません",
                        name=people.said(member.value.name),
                        body=chosen(body),
                    ),
                    severity=Severity.WARNING,
                    others=(member.sub("name"),),
                )


def _bodies(context: Context) -> Iterator[tuple[At, GoverningBody]]:
    for at in context.of(BoardOfCompanyAuditorsReport):
        yield at, GoverningBody.BOARD_OF_COMPANY_AUDITORS
    bodies = {
        AuditBody.AUDIT_AND_SUPERVISORY_COMMITTEE: GoverningBody.AUDIT_AND_SUPERVISORY_COMMITTEE,
        AuditBody.AUDIT_COMMITTEE: GoverningBody.AUDIT_COMMITTEE,
        AuditBody.COMPANY_AUDITORS: GoverningBody.BOARD_OF_COMPANY_AUDITORS,
    }
    for at in context.of(AuditBodyReport):
        for member in at.members:
            if isinstance(member, AuditBody):
                yield at, bodies[member]


@rule(
    "fx.tie.auditFirm",
    Kind.TIES,
    Severity.ERROR,
    title=Said("The audit firm is not the accounting auditor of the business report", "会計監査人の名称の不一致"),
    why=Said(
        "The firm that signs is the accounting auditor that the business report names.",
        "監査報告書の監査法人は、事業報告に記載された会計監査人と一致します。",
    ),
    todo=Said("Correct the name.", "名称を訂正してください。"),
    basis=(enforcement("126", "", "1"), item.accounting("126")),
)
def audit_firm(context: Context) -> Iterator[Found]:
    """The firm of each audit report against the business report."""
    named = context.first_at(AccountingAuditor)
    name = named.value.name if named is not None else None
    if named is None or not isinstance(name, Text):
        return
    for at in context.of(AuditReport):
        firm = at.value.firm
        if isinstance(firm, Text) and not people.same(firm, name):
            yield Found(
                at.sub("firm"),
                say(
                    "{firm} signs the report; the business report names {name}",
                    "監査報告書は{firm}、事業報告は{name}となっています",
                    firm=people.said(firm),
                    name=people.said(name),
                ),
                people.said(firm),
                people.said(name),
                others=(named.sub("name"),),
            )


@rule(
    "fx.tie.skills",
    Kind.TIES,
    Severity.ERROR,
    title=Said(
        "The skills matrix holds one who is neither officer nor candidate, or a skill it does not name",
        "スキル・マトリックスの不一致",
    ),
    why=_WHY_SAME,
    todo=_CORRECT,
    basis=Standard.CONSISTENCY,
)
def skills(context: Context) -> Iterator[Found]:
    """People of the matrix against officers and candidates; their skills against the columns."""
    known = people.people(context).index([*context.of(Officer), *context.of(Candidate)])
    of_matrix: dict[int, set[people.Spelled]] = {}
    for at in context.of(SkillHolder):
        if known and known.find(at.value.name) is None:
            yield Found(
                at.sub("name"),
                say(
                    "{name} is neither an officer nor a candidate",
                    "{name}は役員でも候補者でもありません",
                    name=people.said(at.value.name),
                ),
                people.said(at.value.name),
            )
        matrix = at.outer(SkillsMatrix)
        if matrix is not None and id(matrix) not in of_matrix:
            of_matrix[id(matrix)] = {each for column in matrix.skills for each in people.keys(column.name)}
        columns = of_matrix[id(matrix)] if matrix is not None else set()
        for number, skill in enumerate(at.value.skills, 1):
            if columns and columns.isdisjoint(people.keys(skill)):
                yield Found(
                    f"{at.sub('skills')}.{number}",
                    say(
                        "the matrix has no column {skill}",
                        "マトリックスに{skill}の列がありません",
                        skill=people.said(skill),
                    ),
                    people.said(skill),
                )


@rule(
    "fx.tie.liabilityLimit",
    Kind.TIES,
    Severity.WARNING,
    title=Said("The limit of liability differs between business report and candidates", "責任限度額の不一致"),
    why=Said(
        "The contract that the business report outlines is the one that the candidate is told to have.",
        "事業報告に記載された責任限定契約と、候補者についての記載は同一の契約に関するものです。",
    ),
    todo=Said(
        "Correct the amount, or say that the new contract differs.",
        "金額を訂正するか、契約内容の相違を記載してください。",
    ),
    basis=item.act("427", "1"),
)
def liability_limit(context: Context) -> Iterator[Found]:
    """The limit of each candidate's contract against that of the officers in office."""
    for holder in context.of(OutsideOfficers):
        limit = holder.value.liability_limit
        if not isinstance(limit, Money):
            continue
        for at in context.of(Candidate):
            own = at.value.liability_limit
            if isinstance(own, Money) and own.amount != limit.amount:
                yield Found(
                    at.sub("liability_limit"),
                    say(
                        "liability is limited to {own} for {name}, to {limit} in the business report",
                        "{name}の責任限度額は{own}ですが、事業報告では{limit}です",
                        own=shown(own),
                        name=people.said(at.value.name),
                        limit=shown(limit),
                    ),
                    shown(own),
                    shown(limit),
                    others=(holder.sub("liability_limit"),),
                )
