"""Ties of officers, candidates and the agenda."""

from __future__ import annotations

from filingexport.model.values import Money, Text
from tests.check_cases.figures import AOBA, IIJ, KITAHAMA, MINATO
from tests.mutations import Case, plus, reworded, times, to

OFFICERS = "business_report.officers"
DIRECTORS = "reference_documents.election_of_directors"


def named(en: str, ja: str | None = None) -> Text:
    return Text(en=en) if ja is None else Text(en=en, ja=ja)


_SOMEBODY = named("Gentaro Nobody", "誰田 権太郎")


CASES = [
    Case("fx.tie.attendance", AOBA, {f"{OFFICERS}.officers.6.attendance.2.attended": plus(2)}),
    Case("fx.tie.attendance", IIJ, {f"{OFFICERS}.outside_officers.activities.1.board_attended": plus(1)}),
    Case("fx.tie.attendanceOutOf", AOBA, {f"{OFFICERS}.officers.3.attendance.1.held": to(None)}),
    Case("fx.tie.meetingsHeld", AOBA, {f"{DIRECTORS}.candidates.2.attendance.1.held": plus(3)}),
    Case("fx.tie.meetingsHeld", MINATO, {f"{OFFICERS}.officers.3.attendance.1.held": plus(1)}),
    Case("fx.tie.meetingsHeld", IIJ, {f"{OFFICERS}.outside_officers.activities.6.auditors_board_held": plus(1)}),
    Case("fx.tie.officersListed", IIJ, {f"{OFFICERS}.changes.2.name": to(named("Kazuhiro Tokita"))}),
    Case("fx.tie.changesListed", IIJ, {f"{OFFICERS}.changes.1.name": to(_SOMEBODY)}),
    Case("fx.tie.outsideOfficers", IIJ, {f"{OFFICERS}.officers.13.outside": to(False)}),
    Case("fx.tie.outsideOfficers", IIJ, {f"{OFFICERS}.outside_officers.activities.6.name": to(_SOMEBODY)}),
    Case("fx.tie.convener", AOBA, {"notice.convener.name": to(_SOMEBODY)}),
    Case("fx.tie.convener", KITAHAMA, {"notice.convener.name": reworded("北浜 とも子", "松任 学")}),
    Case("fx.tie.remunerationHeads", AOBA, {f"{OFFICERS}.remuneration_details.by_kind.1.persons": plus(1)}),
    Case("fx.tie.remunerationPart", IIJ, {f"{OFFICERS}.remuneration.outside_company_auditors.amount": times("2")}),
    Case("fx.tie.remunerationPart", MINATO, {f"{OFFICERS}.remuneration_details.individual.1.total": times("4")}),
    Case("fx.tie.remunerationLimit", AOBA, {f"{OFFICERS}.remuneration_details.resolutions.2.amount": times("0.5")}),
    Case("fx.tie.individualPay", MINATO, {f"{OFFICERS}.remuneration_details.individual.1.name": to(_SOMEBODY)}),
    Case("fx.tie.signatories", AOBA, {"audit_and_supervisory_committee_report.signatories.2.name": to(_SOMEBODY)}),
    Case("fx.tie.signatories", MINATO, {"audit_committee_report.signatories.1.outside": to(False)}),
    Case("fx.tie.auditFirm", AOBA, {"consolidated_audit_report.firm": to(named("Sawanaka & Co.", "沢中監査法人"))}),
    Case("fx.tie.skills", AOBA, {f"{OFFICERS}.skills_matrix.people.2.name": to(_SOMEBODY)}),
    Case("fx.tie.skills", AOBA, {f"{OFFICERS}.skills_matrix.people.1.skills.2": to(named("Cooking", "料理"))}),
    Case("fx.tie.liabilityLimit", IIJ, {f"{OFFICERS}.outside_officers.liability_limit": times("2")}),
    Case("fx.tie.agenda", IIJ, {"notice.proposals.5.title": reworded("Bonus", "Money")}),
    Case("fx.tie.agenda", KITAHAMA, {"reference_documents.further_proposals.5.number": plus(1)}),
    Case("fx.tie.agenda", MINATO, {"notice.proposals": lambda old: old[1:]}),
    Case("fx.tie.agendaNumbers", IIJ, {"notice.proposals.4.number": plus(2)}),
    Case("fx.tie.agendaNumbers", AOBA, {"business_report.policies_and_systems.systems.1.number": plus(1)}),
    Case("fx.tie.agendaNumbers", MINATO, {f"{DIRECTORS}.candidates.3.number": plus(-1)}),
    Case("fx.tie.candidates", MINATO, {f"{DIRECTORS}.to_be_elected": plus(1)}),
    Case(
        "fx.tie.candidates", IIJ, {"reference_documents.election_of_company_auditors.title": reworded("Three", "Two")}
    ),
    Case("fx.tie.candidates", IIJ, {f"{DIRECTORS}.to_be_reappointed": plus(-1)}),
    Case("fx.tie.candidatesInOffice", MINATO, {f"{DIRECTORS}.candidates.2.name": to(_SOMEBODY)}),
    Case("fx.tie.candidatesInOffice", MINATO, {f"{DIRECTORS}.candidates.2.reappointed": to(False)}),
    Case("fx.tie.candidatesInOffice", IIJ, {f"{DIRECTORS}.retiring_names.1": to(_SOMEBODY)}),
    Case(
        "fx.tie.nothingAmended",
        IIJ,
        {"reference_documents.amendment_of_remuneration.directors.proposed_amount": to(Money(300_000_000, "JPY", -6))},
    ),
    Case("fx.tie.posts", MINATO, {f"{DIRECTORS}.candidates.1.careers.1.event": to(named("Head of Marketing"))}),
    Case("fx.tie.expiringReappointed", IIJ, {f"{DIRECTORS}.terms_expiring_names": lambda old: old[1:]}),
    Case("fx.tie.officerCount", IIJ, {"reference_documents.amendment_of_remuneration.directors.officers_now": plus(1)}),
    Case(
        "fx.tie.officerCount", IIJ, {"reference_documents.amendment_of_remuneration.directors.officers_after": plus(-1)}
    ),
    Case("fx.tie.officerCount", IIJ, {"reference_documents.grant_of_bonus.persons": plus(10)}),
    Case("fx.tie.bonus", IIJ, {"reference_documents.grant_of_bonus.amount": to(Money(21_000_000, "JPY", -6))}),
    Case(
        "fx.tie.retiringOfficer",
        IIJ,
        {"reference_documents.grant_of_retirement_allowance.officers.1.name": to(named("Kazuhiro Tokita"))},
    ),
    Case("fx.tie.reference", AOBA, {"reference_documents": to(None)}),
]
