"""Ties of the agenda: proposals and reference documents, candidates and officers, numbers told and names listed."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterator
from decimal import Decimal
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice
from typing import Any, Final

from filingexport.checks import people
from filingexport.checks.choices import chosen
from filingexport.checks.context import At, Context
from filingexport.checks.memory import remembered
from filingexport.checks.numbers import agree, shown
from filingexport.checks.people import Board, board
from filingexport.checks.prose import normal, plain_numbers
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.declaring import frozen
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.business_report.officers import OfficeChange, OfficerKind
from filingexport.model.business_report.systems import PoliciesAndSystems
from filingexport.model.item import Choice, enforcement
from filingexport.model.notice import AgendaProposal, Notice
from filingexport.model.proposal_kinds import ProposalKind, Proposer
from filingexport.model.reference_documents.amendment_of_articles import AmendmentOfArticles
from filingexport.model.reference_documents.appropriation_of_surplus import AppropriationOfSurplus
from filingexport.model.reference_documents.candidates import Candidate
from filingexport.model.reference_documents.documents import ReferenceDocuments
from filingexport.model.reference_documents.elections import ElectionOfCompanyAuditors, ElectionOfDirectors
from filingexport.model.reference_documents.proposal import Proposal
from filingexport.model.reference_documents.proposed_election import ProposedElection
from filingexport.model.reference_documents.proposed_remuneration import ProposedLimit
from filingexport.model.reference_documents.remuneration import (
    AmendmentOfRemuneration,
    GrantOfBonus,
    GrantOfRetirementAllowance,
    RemunerationLimit,
    RetiringOfficer,
)
from filingexport.model.statements.japan_gaap.balance_sheet import CurrentLiabilities
from filingexport.model.values import Count, Money, Text
from filingexport.said import Said, say, verbatim

_DIRECTORS: Final = (
    ProposalKind.ELECTION_OF_DIRECTORS,
    ProposalKind.ELECTION_OF_DIRECTORS_NOT_ON_COMMITTEE,
    ProposalKind.ELECTION_OF_COMMITTEE_DIRECTORS,
)
_PARTS: Final[dict[type, tuple[ProposalKind, ...]]] = {
    AppropriationOfSurplus: (ProposalKind.APPROPRIATION_OF_SURPLUS,),
    AmendmentOfArticles: (ProposalKind.AMENDMENT_OF_ARTICLES,),
    ElectionOfDirectors: _DIRECTORS,
    ElectionOfCompanyAuditors: (ProposalKind.ELECTION_OF_COMPANY_AUDITORS,),
    GrantOfBonus: (ProposalKind.BONUS,),
    AmendmentOfRemuneration: (ProposalKind.REMUNERATION,),
    GrantOfRetirementAllowance: (ProposalKind.RETIREMENT_ALLOWANCE,),
}
"""The parts of the reference documents that are one proposal each."""
_JA_ORDINAL: Final = re.compile(r"^第[0-9]+号議案[\s:：]*")
_EN_ORDINAL: Final = re.compile(r"^(?:item|proposal|agenda item)\s*(?:no\.?\s*)?[0-9]+\s*[:.\-]?\s*", re.IGNORECASE)


@frozen(eq=False)
class Explained:
    """A proposal as the reference documents tell it."""

    at: At
    number: Decimal | None
    title: Text | None
    kinds: tuple[ProposalKind, ...]
    proposer: Proposer | None


def explained(context: Context) -> list[Explained]:
    """The proposals of the reference documents, in their order."""
    found = []
    for at in context.of(*_PARTS):
        number, title = at.value.number, at.value.title
        found.append(
            Explained(at, _number(number), title if isinstance(title, Text) else None, _PARTS[type(at.value)], None)
        )
    for at in context.of(Proposal):
        value = at.value
        found.append(
            Explained(at, _number(value.number), value.title, (value.kind,) if value.kind else (), value.proposer)
        )
    return found


def _number(value: Any) -> Decimal | None:
    return value.amount if isinstance(value, Count) else None


@remembered
def _title(reading: str) -> str:
    plain = unicodedata.normalize("NFKC", reading).strip()
    return re.sub(r"\s+", " ", _EN_ORDINAL.sub("", _JA_ORDINAL.sub("", plain))).casefold()


def _same_title(one: Text, other: Text) -> tuple[bool, bool]:
    """(the same, worded alike) in a language that both are given in."""
    shared = [(reading, other.get(language)) for language, reading in one.readings if other.get(language)]
    pairs = [(_title(mine), _title(theirs or "")) for mine, theirs in shared]
    if not pairs:
        return True, True
    same = all(mine == theirs for mine, theirs in pairs)
    return same, same or all(_worded_alike(mine, theirs) for mine, theirs in pairs)


_LONGEST: Final = 300
"""Characters of a title whose wording is compared, where it differs."""
_OF_A_NUMBER: Final = 20
"""Proposals that are looked at for the one of a number: there is one, but for slips."""


@lru_cache(maxsize=4_096)
def _worded_alike(one: str, other: str) -> bool:
    short = max(len(one), len(other)) <= _LONGEST  # comparing costs up to the square of their length
    return short and SequenceMatcher(None, one, other, autojunk=False).ratio() >= 0.7


@rule(
    "fx.tie.agenda",
    Kind.TIES,
    Severity.ERROR,
    title=Said("The agenda and the reference documents differ", "議案と参考書類の不一致"),
    why=Said(
        "Shareholders vote on the proposals of the agenda by what the reference documents say of each.",
        "株主は参考書類の記載に基づき各議案について議決権を行使するため、両者の議案は一致します。",
    ),
    todo=Said(
        "Give each proposal the same number and title in both places; add the one that is missing.",
        "双方の議案番号及び件名を一致させ、欠けている議案を追加してください。",
    ),
    basis=(item.act("298", "1", "2"), item.act("301", "1"), enforcement("73")),
)
def agenda(context: Context) -> Iterator[Found]:
    """Number, title and kind of each proposal in both places, both ways."""
    told, listed = explained(context), context.of(AgendaProposal)
    if not told or not listed:
        return
    matcher = _Matcher(told)
    for at in listed:
        match = matcher.match(at)
        if match is None:
            yield Found(
                at.sub("title"),
                say(
                    "the reference documents say nothing of the proposal {title}",
                    "議案「{title}」が参考書類に記載されていません",
                    title=people.said(at.value.title),
                ),
                people.said(at.value.title),
            )
            continue
        number = _number(at.value.number)
        if number is not None and match.number is not None and number != match.number:
            yield Found(
                match.at.sub("number"),
                say(
                    "number {theirs} here, number {mine} on the agenda: {title}",
                    "議案番号が参考書類では{theirs}、招集通知では{mine}です（{title}）",
                    theirs=match.number,
                    mine=number,
                    title=people.said(at.value.title),
                ),
                verbatim(str(match.number)),
                verbatim(str(number)),
                others=(at.sub("number"),),
            )
        if match.title is not None:
            same, alike = _same_title(at.value.title, match.title)
            if not same:
                yield Found(
                    match.at.sub("title"),
                    say(
                        "the proposal is called {theirs} here and {mine} on the agenda",
                        "議案の件名が参考書類では「{theirs}」、招集通知では「{mine}」です",
                        theirs=people.said(match.title),
                        mine=people.said(at.value.title),
                    ),
                    people.said(match.title),
                    people.said(at.value.title),
                    severity=Severity.WARNING if alike else None,
                    others=(at.sub("title"),),
                )
        if at.value.kind is not None and match.kinds and at.value.kind not in match.kinds:
            yield _differs(match.at, at, "kind", match.kinds[0], at.value.kind)
        if at.value.proposer is not None and match.proposer is not None and at.value.proposer is not match.proposer:
            yield _differs(match.at, at, "proposer", match.proposer, at.value.proposer)
    for each in told:
        if id(each) not in matcher.taken:
            yield Found(
                each.at.sub("title") if each.title is not None else each.at.path,
                say(
                    "the agenda has no such proposal: {title}",
                    "招集通知の議案に「{title}」がありません",
                    title=people.said(each.title)
                    if each.title is not None
                    else Said(each.at.plan.info.en, each.at.plan.info.ja),
                ),
            )


def _differs(at: At, other: At, attribute: str, mine: Choice, theirs: Choice) -> Found:
    return Found(
        at.sub(attribute),
        say(
            "{mine} here, {theirs} on the agenda",
            "参考書類では{mine}、招集通知では{theirs}です",
            mine=chosen(mine),
            theirs=chosen(theirs),
        ),
        chosen(mine),
        chosen(theirs),
        others=(other.sub(attribute),),
    )


_NONE: Final[deque[Explained]] = deque()


class _Matcher:
    """Finds the proposal of the reference documents: of the same title, else of the same number, else of the same kind."""

    def __init__(self, told: list[Explained]) -> None:
        self.taken: set[int] = set()
        self._by_title: dict[tuple[str, str], deque[Explained]] = {}
        self._by_number: dict[Decimal, deque[Explained]] = {}
        self._nameless: deque[Explained] = deque()
        for each in told:
            for language, reading in each.title.readings if each.title is not None else ():
                self._by_title.setdefault((language, _title(reading)), deque()).append(each)
            if each.number is not None:
                self._by_number.setdefault(each.number, deque()).append(each)
            if each.number is None and each.title is None:
                self._nameless.append(each)

    def match(self, at: At) -> Explained | None:
        found = next(self._fitting(at), None)
        if found is not None:
            self.taken.add(id(found))
        return found

    def _fitting(self, at: At) -> Iterator[Explained]:
        for language, reading in at.value.title.readings:
            yield from self._free(self._by_title.get((language, _title(reading)), _NONE))
        number = _number(at.value.number)
        same = islice(self._free(self._by_number.get(number, _NONE)), _OF_A_NUMBER) if number is not None else ()
        for each in same:
            if each.title is None or at.value.kind in each.kinds or _same_title(at.value.title, each.title)[1]:
                yield each
        for each in self._free(self._nameless):
            if at.value.kind in each.kinds:
                yield each

    def _free(self, among: deque[Explained]) -> Iterator[Explained]:
        while among and id(among[0]) in self.taken:
            among.popleft()  # so that many of one title are not passed over again and again
        return (each for each in among if id(each) not in self.taken)


@rule(
    "fx.tie.agendaNumbers",
    Kind.TIES,
    Severity.ERROR,
    title=Said("Numbers do not run from one", "連番の不備"),
    why=Said(
        "Votes are cast, and parts are referred to, by number; one that is missing or stands twice makes a vote doubtful.",
        "議決権の行使や参照は番号によるため、欠番や重複があってはなりません。",
    ),
    todo=Said("Number them from 1, each once.", "１から順に振り直してください。"),
    basis=item.act("298", "1", "2"),
)
def agenda_numbers(context: Context) -> Iterator[Found]:
    """The numbers of the agenda, the matters reported, the notes of caution, the candidates, the systems of control."""
    for holder in context.of(Notice):
        for attribute in ("proposals", "reported_matters", "cautionary_notes"):
            yield from _in_order(holder, attribute)
    for holder in context.of(PoliciesAndSystems):
        yield from _in_order(holder, "systems")
    for holder in context.of(ElectionOfDirectors, ElectionOfCompanyAuditors, ProposedElection):
        yield from _in_order(holder, "candidates")


def _in_order(holder: At, attribute: str) -> Iterator[Found]:
    rows = getattr(holder.value, attribute)
    numbers = [_number(each.number) for each in rows]
    if None in numbers or not numbers:
        return
    for place, number in enumerate(numbers, 1):
        if number != place:
            yield Found(
                f"{holder.sub(attribute)}.{place}.number",
                say(
                    "number {number} stands in place {place}",
                    "{place}番目の番号が{number}となっています",
                    number=number,
                    place=place,
                ),
                verbatim(str(number)),
                verbatim(str(place)),
            )
            return


# --- candidates ---------------------------------------------------------------------------------------------------


def _elections(context: Context) -> Iterator[tuple[At, OfficerKind]]:
    for at in context.of(ElectionOfDirectors):
        yield at, OfficerKind.DIRECTOR
    for at in context.of(ElectionOfCompanyAuditors):
        yield at, OfficerKind.COMPANY_AUDITOR
    for at in context.of(ProposedElection):
        proposal = at.outer(Proposal)
        kind = proposal.kind if proposal is not None else None
        auditors = kind is ProposalKind.ELECTION_OF_COMPANY_AUDITORS
        yield at, OfficerKind.COMPANY_AUDITOR if auditors else OfficerKind.DIRECTOR


def _candidates(context: Context, election: At) -> list[At]:
    return context.within(election, Candidate)


@rule(
    "fx.tie.candidates",
    Kind.TIES,
    Severity.ERROR,
    title=Said("The number to be elected is not that of the candidates", "選任する員数と候補者数の不一致"),
    why=Said(
        "As many are to be elected as candidates are listed, and as many are reappointed or new as the reason says.",
        "選任する員数、再任・新任の員数は、候補者の一覧と一致します。",
    ),
    todo=Said(
        "Correct the number, or add the candidate who is missing.", "員数を訂正するか、候補者を追加してください。"
    ),
    basis=(Standard.ARITHMETIC, item.act("329"), enforcement("74"), enforcement("76")),
)
def candidates(context: Context) -> Iterator[Found]:
    """The numbers of an election, in its fields and its title, against the candidates listed."""
    for election, _ in _elections(context):
        listed = _candidates(context, election)
        if not listed:
            continue
        again = [at for at in listed if at.value.reappointed is True]
        counts: list[tuple[str, int]] = [("to_be_elected", len(listed))]
        if again:
            counts += [("to_be_reappointed", len(again)), ("newly_elected", len(listed) - len(again))]
        if (
            isinstance(election.value, (ElectionOfDirectors, ElectionOfCompanyAuditors))
            and election.value.terms_expiring_names
        ):
            counts.append(("terms_expiring", len(election.value.terms_expiring_names)))
        for attribute, count in counts:
            printed = getattr(election.value, attribute, None)
            if isinstance(printed, Count) and printed.amount != count and not _additional(election, attribute):
                yield Found(
                    election.sub(attribute),
                    say(
                        "{label} is {printed}; {count} are named",
                        "{label}は{printed}名とありますが、氏名が記載されているのは{count}名です",
                        label=_label(election, attribute),
                        printed=shown(printed),
                        count=count,
                    ),
                    shown(printed),
                    verbatim(str(count)),
                )
        yield from _in_the_title(context, election, len(listed))


def _additional(election: At, attribute: str) -> bool:
    """In a proposal of any kind, `newly_elected` is by how many the body grows, whoever the new ones are."""
    return attribute == "newly_elected" and isinstance(election.value, ProposedElection)


def _label(at: At, attribute: str) -> Said:
    entry = next(each for each in at.plan.entries if each.attribute == attribute)
    concept = entry.concept  # type: ignore[union-attr]
    return Said(concept.en, concept.ja)


def _in_the_title(context: Context, election: At, count: int) -> Iterator[Found]:
    holder = election.outer_at(Proposal) if isinstance(election.value, ProposedElection) else election
    titles = [(holder.sub("title"), holder.value.title)] if holder is not None else []
    for path, title in titles:
        for language, reading in title.readings if isinstance(title, Text) else ():
            plain = normal(_JA_ORDINAL.sub("", reading) if language == "ja" else _EN_ORDINAL.sub("", reading))
            numbers = plain_numbers(plain)
            if len(numbers) == 1 and (number := next(iter(numbers))) != count:
                yield Found(
                    path,
                    say(
                        "the title speaks of {number}; {count} candidates are listed",
                        "件名では{number}名ですが、候補者は{count}名です",
                        number=number,
                        count=count,
                    ),
                    verbatim(reading),
                    verbatim(str(count)),
                )


@rule(
    "fx.tie.candidatesInOffice",
    Kind.TIES,
    Severity.ERROR,
    title=Said("Candidates and officers in office do not fit", "候補者と現任役員の不一致"),
    why=Said(
        "Who is reappointed is in office, who is new is not; terms expire of those in office.",
        "再任の候補者は現任の役員であり、新任の候補者は現任ではありません。任期満了・退任する者は現任の役員です。",
    ),
    todo=Said(
        "Compare candidates, those who leave, and the list of officers.",
        "候補者、退任者及び役員一覧を照合してください。",
    ),
    basis=(enforcement("74"), enforcement("76"), enforcement("121", "", "1")),
)
def candidates_in_office(context: Context) -> Iterator[Found]:
    """Each candidate, each whose term expires and each who retires, against the list of officers."""
    officers = board(context)
    for election, kind in _elections(context) if officers.officers else ():
        if getattr(election.value, "substitutes", None) is True:
            continue
        in_office = _in_the_body(context, election, officers.on(context.year_end, kind))
        for at in _candidates(context, election):
            there = in_office.find(at.value.name)
            new = officers.changed(at.value.name, OfficeChange.ASSUMPTION)
            if at.value.reappointed is True and there is None and new is None:
                yield _not_in_office(at.sub("name"), at.value.name, "is to be reappointed", "再任の候補者ですが")
            elif at.value.reappointed is False and there is not None:
                yield Found(
                    at.sub("reappointed"),
                    say(
                        "{name} is called a new candidate, but is in the list of officers",
                        "{name}は新任候補者とされていますが、役員一覧に記載されています",
                        name=people.said(at.value.name),
                    ),
                    severity=Severity.WARNING,
                    others=(there.sub("name"),),
                )
            theirs = there.value.outside if there is not None else None
            if there is not None and at.value.outside is not None and theirs not in (None, at.value.outside):
                yield Found(
                    at.sub("outside"),
                    say(
                        "{name} is an outside officer in one place and not in the other",
                        "{name}が社外役員であるか否かの記載が、役員一覧と食い違っています",
                        name=people.said(at.value.name),
                    ),
                    severity=Severity.WARNING,
                    others=(there.sub("outside"),),
                )
        for attribute in ("terms_expiring_names", "retiring_names"):
            for number, name in enumerate(getattr(election.value, attribute, ()), 1):
                if in_office.find(name) is None:
                    path = f"{election.sub(attribute)}.{number}"
                    yield _not_in_office(path, name, "leaves office", "退任する役員とされていますが")


def _in_the_body(context: Context, election: At, in_office: people.Index) -> people.Index:
    """With an audit and supervisory committee, its directors are elected apart from the others (Companies Act, 329-2)."""
    if not any(at.value.committee_director for at in in_office):
        return in_office
    proposal = election.outer(Proposal)
    of_committee = proposal is not None and proposal.kind is ProposalKind.ELECTION_OF_COMMITTEE_DIRECTORS
    if (
        proposal is not None
        and not of_committee
        and proposal.kind is not ProposalKind.ELECTION_OF_DIRECTORS_NOT_ON_COMMITTEE
    ):
        return in_office
    return people.people(context).index(at for at in in_office if (at.value.committee_director is True) is of_committee)


def _not_in_office(path: str, name: Text, en: str, ja: str) -> Found:
    return Found(
        path,
        Said(
            f"{people.said(name).en} {en}, but is not in office by the list of officers",
            f"{people.said(name).ja}は{ja}、役員一覧では在任していません",
        ),
        people.said(name),
    )


@rule(
    "fx.tie.posts",
    Kind.TIES,
    Severity.NOTE,
    title=Said("A present post of a candidate is not in the list of officers", "候補者の現職と役員一覧の不一致"),
    why=Said(
        "The career says what the candidate does now; the list of officers tells positions, duties and concurrent posts.",
        "略歴の現職は、役員一覧の地位、担当及び重要な兼職の状況と整合します。",
    ),
    todo=Said(
        "Add the post to the list if it is important, or mark in the career when it ended.",
        "重要な兼職等であれば一覧に追加し、終了した職であれば略歴を訂正してください。",
    ),
    basis=(enforcement("74", "2"), enforcement("121", "", "8")),
)
def posts(context: Context) -> Iterator[Found]:
    """Each career entry marked as current, of candidates in office, against position and posts in the list."""
    everybody, told = people.people(context), context.once(_posts)
    for at in context.of(Candidate):
        ids = everybody.ids(at.value.name)
        for number, entry in enumerate(at.value.careers, 1):
            if entry.current is not True:
                continue
            for language, reading in entry.event.readings:
                words = _words(reading, language)
                known = next((told[each, language] for each in ids if (each, language) in told), None)
                if known and words and not words & known:
                    yield Found(
                        f"{at.sub('careers')}.{number}.event",
                        say(
                            "{name} is said to be “{post}” now; the list of officers tells nothing like it",
                            "{name}の現職「{post}」に相当する記載が役員一覧にありません",
                            name=people.said(at.value.name),
                            post=people.said(entry.event),
                        ),
                        people.said(entry.event),
                    )
                    break


def _posts(context: Context) -> dict[tuple[people.Spelled, str], set[str]]:
    """The words of the positions and posts of each person in the list of officers, by language."""
    everybody = people.people(context)
    found: dict[tuple[people.Spelled, str], set[str]] = {}
    for at in board(context).officers:
        for text in (at.value.position, *at.value.posts):
            for language, reading in text.readings if isinstance(text, Text) else ():
                words = _words(reading, language)
                for each in everybody.ids(at.value.name):
                    found.setdefault((each, language), set()).update(words)
    return found


_COMMON: Final = frozenset(
    [
        "company",
        "same",
        "position",
        "current",
        "joined",
        "temporarily",
        "transferred",
        "with",
        "from",
        "admitted",
        "established",
        "general",
        "office",
    ]
)


@lru_cache(maxsize=4_096)
def _words(text: str, language: str) -> frozenset[str]:
    """The words of a post that tell it from others; of Japanese, every two characters."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    if language == "ja":
        run = re.sub(r"[\s、。・()（）当社同社現任]", "", plain)
        return frozenset(run[n : n + 2] for n in range(len(run) - 1))
    return frozenset(
        each
        for each in re.findall(r"[a-z]{3,}", plain)
        if each not in _COMMON and each not in ("the", "and", "for", "its")
    )


@rule(
    "fx.tie.expiringReappointed",
    Kind.TIES,
    Severity.WARNING,
    title=Said("Who is reappointed is not among those whose terms expire", "再任候補者と任期満了者の不一致"),
    why=Said(
        "An officer in office needs no election before the term expires.",
        "任期の途中にある役員を再任する必要はありません。",
    ),
    todo=Said(
        "Add the name to those whose terms expire, or mark the candidate as new.",
        "任期満了者に追加するか、新任に訂正してください。",
    ),
    basis=(enforcement("74"), enforcement("76"), item.act("332")),
)
def expiring_reappointed(context: Context) -> Iterator[Found]:
    """Each candidate marked as reappointed against the names of those whose terms expire."""
    for election, _ in _elections(context):
        expiring = getattr(election.value, "terms_expiring_names", ())
        if not expiring:
            continue
        for at in _candidates(context, election):
            if at.value.reappointed is True and not people.people(context).among(at.value.name, expiring):
                yield Found(
                    at.sub("name"),
                    say(
                        "{name} is to be reappointed, but the reason does not say that the term expires",
                        "{name}は再任候補者ですが、任期満了者に含まれていません",
                        name=people.said(at.value.name),
                    ),
                    people.said(at.value.name),
                )


# --- numbers of officers ------------------------------------------------------------------------------------------


@rule(
    "fx.tie.officerCount",
    Kind.TIES,
    Severity.ERROR,
    title=Said("A number of officers is not that of the lists", "役員の員数と一覧の不一致"),
    why=Said(
        "The number of officers now is that of the list without those who left; after the elections it follows from the candidates.",
        "現在の員数は役員一覧（退任者を除く）と、選任後の員数は候補者の一覧と整合します。",
    ),
    todo=Said("Count again, as of which date.", "基準日を確認のうえ数え直してください。"),
    basis=(Standard.ARITHMETIC, enforcement("82", "1")),
)
def officer_count(context: Context) -> Iterator[Found]:
    """The numbers now and after the elections in a proposal on pay; how many directors are given a bonus."""
    officers = board(context)
    if not officers.officers:
        return
    for at in context.of(AmendmentOfRemuneration):
        for attribute, kind in (("directors", OfficerKind.DIRECTOR), ("company_auditors", OfficerKind.COMPANY_AUDITOR)):
            limit = getattr(at.value, attribute)
            if isinstance(limit, RemunerationLimit):
                yield from _limit(context, officers, at.sub(attribute), limit, kind)
    for at in context.of(GrantOfBonus):
        given, directors = at.value.persons, officers.on(context.year_end, OfficerKind.DIRECTOR).listed
        if isinstance(given, Count) and given.amount > len(directors):
            yield _wrong_count(at.sub("persons"), given, len(directors), severity=None)


def _limit(
    context: Context, officers: Board, path: str, limit: RemunerationLimit, kind: OfficerKind
) -> Iterator[Found]:
    now = officers.on(context.year_end, kind).listed
    outside = [at for at in now if at.value.outside is True]
    expected: list[tuple[str, int | None]] = [("officers_now", len(now)), ("outside_officers_now", len(outside))]
    after = _after(context, now, kind)
    if after is not None:
        expected += [("officers_after", after[0]), ("outside_officers_after", after[1])]
    for attribute, count in expected:
        printed = getattr(limit, attribute)
        if isinstance(printed, Count) and count is not None and printed.amount != count:
            yield _wrong_count(f"{path}.{attribute}", printed, count, None)


def _after(context: Context, now: list[At], kind: OfficerKind) -> tuple[int, int | None] | None:
    """How many there are after the elections, and how many of them outside; None if that cannot be told.

    Without an election of this kind the number stays.
    """
    elections = [at for at, of in _elections(context) if of is kind]
    if not elections:
        return len(now), len([at for at in now if at.value.outside is True])
    everybody = people.people(context)
    stay, officers = list(now), everybody.index(now)
    elected: list[At] = []
    for election in elections:
        leaving = [*getattr(election.value, "terms_expiring_names", ()), *getattr(election.value, "retiring_names", ())]
        if not leaving:
            return None
        gone = {id(at) for name in leaving if (at := officers.find(name)) is not None}
        stay = [at for at in stay if id(at) not in gone]
        elected += _candidates(context, election)
    outside: int | None = len([at for at in (*stay, *elected) if at.value.outside is True])
    return len(stay) + len(elected), outside


def _wrong_count(path: str, printed: Count, count: int, severity: Severity | None) -> Found:
    return Found(
        path,
        say(
            "{printed} officers are told; by the lists there are {count}",
            "{printed}名と記載されていますが、一覧からは{count}名となります",
            printed=shown(printed),
            count=count,
        ),
        shown(printed),
        verbatim(str(count)),
        severity=severity,
    )


@rule(
    "fx.tie.nothingAmended",
    Kind.TIES,
    Severity.NOTE,
    title=Said("A proposal amends a limit to what it is", "改定前後で同額の報酬限度額"),
    why=Said(
        "A limit that stays as it is needs no resolution; if it is to be resolved anew, the title should not call it an amendment.",
        "限度額が変わらない場合、改定の決議は不要です。改めて決議する場合はその旨を明らかにします。",
    ),
    todo=Said(
        "Check the amount, or say why it is resolved anew.", "金額を確認するか、改めて決議する理由を記載してください。"
    ),
    basis=(item.act("361", "4"), enforcement("82", "1")),
)
def nothing_amended(context: Context) -> Iterator[Found]:
    """The limit proposed for each class of officers against the present one."""
    for at in context.of(RemunerationLimit, ProposedLimit):
        proposal = isinstance(at.value, RemunerationLimit)
        present = at.value.present_amount if proposal else at.value.present
        proposed = at.value.proposed_amount if proposal else at.value.proposed
        if isinstance(present, Money) and isinstance(proposed, Money) and present.amount == proposed.amount:
            yield Found(
                at.sub("proposed_amount" if proposal else "proposed"),
                say(
                    "{proposed} is proposed, and is the limit now",
                    "改定後の限度額{proposed}は現在の限度額と同額です",
                    proposed=shown(proposed),
                ),
                shown(proposed),
            )


@rule(
    "fx.tie.bonus",
    Kind.TIES,
    Severity.WARNING,
    title=Said("The bonus proposed is not the allowance in the balance sheet", "役員賞与議案と役員賞与引当金の不一致"),
    why=Said(
        "The bonus of the year is provided for at its end in the amount that the meeting is asked for.",
        "当期に係る役員賞与は、議案の額を期末に役員賞与引当金として計上します。",
    ),
    todo=Said(
        "Compare the proposal with the allowance for directors' bonuses.",
        "議案の額と役員賞与引当金を照合してください。",
    ),
    basis=(Standard.ACCOUNTING, item.act("361", "1")),
)
def bonus(context: Context) -> Iterator[Found]:
    """The proposal on a bonus against the allowance for directors' bonuses in the company's own balance sheet."""
    for at in context.of(GrantOfBonus):
        amount = at.value.amount
        for other in context.of(CurrentLiabilities):
            allowance = other.value.provision_for_directors_bonuses
            own = other.consolidated is False and other.moment == context.year_end
            if own and isinstance(amount, Money) and isinstance(allowance, Money) and not agree(amount, allowance):
                yield Found(
                    at.sub("amount"),
                    say(
                        "a bonus of {amount} is proposed, {allowance} is provided for",
                        "議案の賞与総額は{amount}ですが、役員賞与引当金は{allowance}です",
                        amount=shown(amount),
                        allowance=shown(allowance),
                    ),
                    shown(amount),
                    shown(allowance),
                    others=(other.sub("provision_for_directors_bonuses"),),
                )


@rule(
    "fx.tie.retiringOfficer",
    Kind.TIES,
    Severity.ERROR,
    title=Said("A retirement allowance is for one who does not retire", "退職慰労金の対象者と退任者の不一致"),
    why=Said(
        "The allowance is for officers who leave at the meeting or left in the year.",
        "退職慰労金の対象者は、総会終結時に退任する者又は期中に退任した者です。",
    ),
    todo=Said(
        "Correct the name, or tell the retirement where the officers are listed.",
        "氏名を訂正するか、退任の旨を記載してください。",
    ),
    basis=(item.act("361"), enforcement("82", "2")),
)
def retiring_officer(context: Context) -> Iterator[Found]:
    """Each who is given a retirement allowance against those who leave: by the elections, by the list of changes."""
    officers = board(context)
    leaving: list[Text] = [at.value.name for at in officers.changes if at.value.kind is OfficeChange.RETIREMENT]
    elected: list[Text] = []
    for election, _ in _elections(context):
        leaving += [
            *getattr(election.value, "retiring_names", ()),
            *getattr(election.value, "terms_expiring_names", ()),
        ]
        elected += [at.value.name for at in _candidates(context, election)]
    everybody = people.people(context)
    gone = {each for name in leaving for each in everybody.ids(name)}
    again = {each for name in elected for each in everybody.ids(name)}
    for at in context.of(RetiringOfficer) if leaving else ():
        name = at.value.name
        if gone.isdisjoint(everybody.ids(name)) or not again.isdisjoint(everybody.ids(name)):
            yield Found(
                at.sub("name"),
                say(
                    "{name} is given a retirement allowance, but does not retire by the rest of the notice",
                    "{name}は退職慰労金の対象とされていますが、退任者とされていません",
                    name=people.said(name),
                ),
                people.said(name),
            )


@rule(
    "fx.tie.reference",
    Kind.TIES,
    Severity.NOTE,
    title=Said("There are proposals, and no reference documents", "参考書類のない議案"),
    why=Said(
        "Where votes may be cast in writing, reference documents go to the shareholders with the notice.",
        "書面による議決権行使を認める場合、招集通知に際して株主総会参考書類を交付します。",
    ),
    todo=Said("Add the reference documents, or leave out voting in writing.", "参考書類を追加してください。"),
    basis=(item.act("301", "1"), item.act("302", "1")),
)
def reference(context: Context) -> Iterator[Found]:
    """An agenda with ways to vote without attending, and nothing on its proposals."""
    for at in context.of(Notice):
        if at.value.proposals and at.value.voting_ways and not context.of(ReferenceDocuments):
            yield Found(
                at.sub("proposals"),
                Said("the reference documents on these proposals are not there", "これらの議案の参考書類がありません"),
            )
