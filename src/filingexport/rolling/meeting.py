"""Who holds which office after the meeting that last year's notice convenes, if its proposals are passed.

A notice is made before its meeting: that a proposal was passed is assumed, unless it is said that it was not, and is to be reviewed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any, Final, Literal

import attrs

from filingexport.binding.marks import marks
from filingexport.binding.plan import ListLeaf, PartField, Plan, RowsField, plan
from filingexport.checks.people import same
from filingexport.declaring import frozen
from filingexport.findings import FilingError, finding
from filingexport.model.business_report.officers import (
    ChangeOfOffice,
    OfficeChange,
    Officer,
    OfficerKind,
    Officers,
    OutsideOfficerActivities,
)
from filingexport.model.filing import Filing
from filingexport.model.governance import GovernanceForm
from filingexport.model.meaning import NameOf
from filingexport.model.proposal_kinds import ProposalKind, Proposer
from filingexport.model.reference_documents.candidates import Candidate
from filingexport.model.values import Count, Text
from filingexport.said import Said

Office = Literal["director", "committee director", "company auditor"]
_ELECTIONS: Final[dict[ProposalKind, tuple[Office, ...]]] = {
    ProposalKind.ELECTION_OF_DIRECTORS: ("director", "committee director"),
    ProposalKind.ELECTION_OF_DIRECTORS_NOT_ON_COMMITTEE: ("director",),
    ProposalKind.ELECTION_OF_COMMITTEE_DIRECTORS: ("committee director",),
    ProposalKind.ELECTION_OF_COMPANY_AUDITORS: ("company auditor",),
}
_YEARLY: Final = (GovernanceForm.AUDIT_AND_SUPERVISORY_COMMITTEE, GovernanceForm.THREE_COMMITTEES)
"""Where directors, but for members of the audit and supervisory committee, are elected for a year (Companies Act, article 332)."""


@frozen
class Election:
    """A proposal to elect officers. offices: of which offices. expiring: whose terms end, None where it does not say."""

    number: int | None
    offices: tuple[Office, ...]
    candidates: tuple[Candidate, ...]
    names: tuple[Text, ...]
    expiring: int | None


@frozen
class Outcome:
    """The offices after the meeting. day: of the meeting. joined, left: who came and went, with the position that was left.

    unsure: whether it could not be told whose terms ended. firm: the accounting auditor that was elected.
    """

    day: date | None
    officers: tuple[Officer, ...]
    joined: tuple[Officer, ...]
    left: tuple[Officer, ...]
    unsure: bool
    firm: Text | None


def outcome(last: Filing, failed: Collection[int]) -> Outcome:
    """What the meeting makes of the offices. failed: the numbers of the proposals that were not passed.

    Raises FilingError for a number that no proposal has.
    """
    known = _numbers(last)
    strange = sorted(set(failed) - known)
    if strange:
        said = ", ".join(str(each) for each in sorted(known)) or "none"
        raise FilingError(
            [
                finding(
                    "fx:value",
                    Said(
                        f"--not-resolved {strange[0]}: last year's proposals are numbered {said}",
                        f"--not-resolved {strange[0]}：前年の議案の番号は{said}です",
                    ),
                )
            ]
        )
    report = last.business_report
    before = report.officers.officers if report is not None and report.officers is not None else ()
    officers = list(before)
    unsure = False
    day = _day(last)
    for election in _elections(last):
        if election.number in failed:
            continue
        leaving, told = _leaving(last, election, before)
        unsure = unsure or not told
        again = [each.name for each in election.candidates]
        officers = [
            each
            for each in officers
            if not _holds(each, election.offices) or not _among(each.name, leaving) or _among(each.name, again)
        ]
        for candidate in election.candidates:
            if not _among(candidate.name, (each.name for each in officers if _holds(each, election.offices))):
                _add(officers, _officer(candidate, election.offices[0], day), election.offices)
    for name in _dismissed(last, failed):
        officers = [each for each in officers if not same(each.name, name)]
    left = tuple(each for each in before if each not in officers)
    joined = tuple(each for each in officers if each not in before)
    return Outcome(day, tuple(officers), joined, left, unsure, _firm(last, failed))


def _day(last: Filing) -> date | None:
    notice = last.notice
    starts_at = notice.meeting.starts_at if notice is not None and notice.meeting is not None else None
    return starts_at.date() if starts_at is not None else None


def _among(name: Text, names: Iterable[Text]) -> bool:
    return any(same(name, each) for each in names)


def _number(value: Any) -> int | None:
    return int(value.amount) if isinstance(value, Count) and value.amount == int(value.amount) else None


def _numbers(last: Filing) -> set[int]:
    found = [_number(each.number) for each in last.notice.proposals] if last.notice is not None else []
    documents = last.reference_documents
    if documents is not None:
        found += [_number(each.number) for each in documents.further_proposals]
        for attribute in attrs.fields(type(documents)):
            found.append(_number(getattr(getattr(documents, attribute.name), "number", None)))
    return {each for each in found if each is not None}


def _kind(last: Filing, number: int | None) -> ProposalKind | None:
    """What the agenda says that the proposal of this number is."""
    if last.notice is None or number is None:
        return None
    return next((each.kind for each in last.notice.proposals if _number(each.number) == number), None)


def _elections(last: Filing) -> Iterator[Election]:
    documents = last.reference_documents
    if documents is None:
        return
    if (directors := documents.election_of_directors) is not None:
        number = _number(directors.number)
        kind = _kind(last, number)
        offices = _ELECTIONS.get(kind, ("director", "committee director")) if kind is not None else ("director", "committee director")  # fmt: skip
        names = (*directors.terms_expiring_names, *directors.retiring_names)
        yield Election(number, offices, directors.candidates, names, _number(directors.terms_expiring))
    if (auditors := documents.election_of_company_auditors) is not None:
        names = auditors.terms_expiring_names
        expiring = _number(auditors.terms_expiring)
        yield Election(_number(auditors.number), ("company auditor",), auditors.candidates, names, expiring)
    for each in documents.further_proposals:
        if each.election is None or each.election.substitutes or each.proposer is Proposer.SHAREHOLDER:
            continue
        if each.kind in _ELECTIONS:
            expiring = _number(each.election.terms_expiring)
            yield Election(_number(each.number), _ELECTIONS[each.kind], each.election.candidates, (), expiring)


def _office(officer: Officer) -> Office | None:
    if officer.kind is OfficerKind.DIRECTOR:
        return "committee director" if officer.committee_director else "director"
    return "company auditor" if officer.kind is OfficerKind.COMPANY_AUDITOR else None


def _holds(officer: Officer, offices: tuple[Office, ...]) -> bool:
    """Whether an officer may hold one of these offices: one whose kind is not told may; an executive officer does not."""
    return officer.kind is None or _office(officer) in offices


def _leaving(last: Filing, election: Election, officers: tuple[Officer, ...]) -> tuple[list[Text], bool]:
    """Whose terms end, elected again or not, and whether that could be told."""
    if election.names:
        return list(election.names), True
    group = [each.name for each in officers if _office(each) in election.offices]
    by_law = last.company.governance_form in _YEARLY and election.offices != ("committee director",)
    if by_law or election.expiring == len(group):
        return group, True
    again = [each.name for each in election.candidates if _among(each.name, group)]
    return [], election.expiring is not None and election.expiring == len(again)


def _officer(candidate: Candidate, office: Office, day: date | None) -> Officer:
    auditor = office == "company auditor"
    return Officer(
        name=candidate.name,
        rank=candidate.rank,
        kind=OfficerKind.COMPANY_AUDITOR if auditor else OfficerKind.DIRECTOR,
        outside=candidate.outside,
        independent=candidate.independent,
        posts=candidate.concurrent_posts,
        committees=candidate.committees,
        committee_director=True if office == "committee director" else None,
        assumed_on=day,
    )


def _add(officers: list[Officer], officer: Officer, offices: tuple[Office, ...]) -> None:
    """Put in a new officer after those of the same office."""
    place = max((number for number, each in enumerate(officers, 1) if _office(each) in offices), default=len(officers))
    officers.insert(place, officer)


def _dismissed(last: Filing, failed: Collection[int]) -> list[Text]:
    documents = last.reference_documents
    return [
        officer.name
        for each in (documents.further_proposals if documents is not None else ())
        if each.proposer is not Proposer.SHAREHOLDER and _number(each.number) not in failed
        for officer in each.dismissals
    ]


def _firm(last: Filing, failed: Collection[int]) -> Text | None:
    documents = last.reference_documents
    for each in documents.further_proposals if documents is not None else ():
        proposed = each.accounting_auditor
        if (
            proposed is not None and proposed.candidates and each.kind is ProposalKind.ELECTION_OF_ACCOUNTING_AUDITOR
            and each.proposer is not Proposer.SHAREHOLDER and _number(each.number) not in failed
        ):  # fmt: skip
            return proposed.candidates[0].name
    return None


def after_meeting(officers: Officers, found: Outcome) -> Officers:
    """The chapter on officers with those who hold office after the meeting; who left is in none of its tables."""
    left = [each.name for each in found.left if not _among(each.name, (one.name for one in found.officers))]
    made: Officers = _without(plan(Officers), attrs.evolve(officers, officers=found.officers), left)
    outside = made.outside_officers
    if officers.outside_officers is not None and officers.outside_officers.activities and outside is not None:
        known = [each.name for each in outside.activities]
        new = [each for each in found.joined if each.outside and not _among(each.name, known)]
        activities = (*outside.activities, *(OutsideOfficerActivities(name=each.name) for each in new))
        made = attrs.evolve(made, outside_officers=attrs.evolve(outside, activities=activities))
    return made


def _without(plan: Plan, value: Any, left: list[Text]) -> Any:
    """A part without the rows and the names of those who left."""
    if not left:
        return value
    changed: dict[str, Any] = {}
    for entry in plan.entries:
        inner = getattr(value, entry.attribute)
        if inner is None or inner == ():
            continue
        match entry:
            case PartField() if entry.line is None:
                changed[entry.attribute] = _without(entry.plan, inner, left)
            case RowsField():
                naming = [name for name in attrs.fields_dict(entry.plan.cls) if _names_person(entry.plan.cls, name)]
                changed[entry.attribute] = tuple(
                    _without(entry.plan, row, left)
                    for row in inner
                    if not any(isinstance(name := getattr(row, each), Text) and _among(name, left) for each in naming)
                )
            case ListLeaf() if _names_person(plan.cls, entry.attribute):
                changed[entry.attribute] = tuple(
                    each for each in inner if not (isinstance(each, Text) and _among(each, left))
                )
            case _:
                pass
    return attrs.evolve(value, **changed)


def _names_person(cls: type, attribute: str) -> bool:
    return NameOf.PERSON in marks(cls).get(attribute, ())


def changes(found: Outcome) -> tuple[ChangeOfOffice, ...]:
    """The offices that were left and assumed at the meeting, as the next business report may list them."""
    retired = [(OfficeChange.RETIREMENT, each) for each in found.left]
    new = [(OfficeChange.ASSUMPTION, each) for each in found.joined]
    return tuple(
        ChangeOfOffice(kind=kind, changed_on=found.day, position=each.position, name=each.name)
        for kind, each in (*retired, *new)
    )
