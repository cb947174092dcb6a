"""Where a rule ends: at its bound, in rounding, and with what explains a difference nothing is found; one step beyond it is.

That each rule finds what it is for is in `test_check_mutations`. Here one rule at a time is asked about a changed sample.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from filingexport import Filing
from filingexport.checks.catalogue import RULES
from filingexport.checks.run import check
from filingexport.findings import Severity
from filingexport.model.business_report.officers import OfficeChange
from filingexport.model.extension import Extension, ExtensionItem
from filingexport.model.part import Own
from filingexport.model.proposal_kinds import ProposalKind, Proposer
from filingexport.model.statements.japan_gaap.changes_in_equity import ChangesInNetAssets, NetAssetComponents
from filingexport.model.statements.non_consolidated import NonConsolidated
from filingexport.model.values import Block, Count, Money, Ratio, Shares, Text, YearMonth
from tests.check_cases.figures import AOBA, GROUP, IFRS, IIJ, KITAHAMA, MINATO, US, million
from tests.mutations import Change, applied, plus, reworded, sample, times, to

BY_ID = {each.id: each for each in RULES}
NOBODY = Text(en="Gentaro Nobody", ja="誰田 権太郎")
SHARES = "business_report.shares"
OFFICERS = "business_report.officers"
SURPLUS = "reference_documents.appropriation_of_surplus"
DIRECTORS = "reference_documents.election_of_directors"
EQUITY = f"{GROUP}.notes.further_notes.equity"
PAY = f"{OFFICERS}.remuneration_details"

Edits = dict[str, Change]


def found(rule: str, filing: Filing) -> list[str]:
    """Where this rule finds something; of what is no error, with how bad it is."""
    findings = check(filing, rules=[BY_ID[rule]]).findings
    return [*dict.fromkeys(f"{each.path}{_how_bad(each.severity)}" for each in findings)]


def _how_bad(severity: Severity) -> str:
    return "" if severity is Severity.ERROR else f" ({severity.value})"


def nothing(rule: str, name: str, *edits: Edits) -> list[Any]:
    return [pytest.param(rule, name, each, [], id=f"{rule} {' '.join(each)}") for each in edits]


def at(rule: str, name: str, path: str, *edits: Edits) -> list[Any]:
    return [pytest.param(rule, name, each, [path], id=f"{rule} {' '.join(each)}") for each in edits]


def million_yen(amount: int) -> Change:
    return to(million(amount))


def both(*changes: Change) -> Change:
    """One change after the other."""

    def change(value: Any) -> Any:
        for each in changes:
            value = each(value)
        return value

    return change


def having(**values: Any) -> Change:
    """A part with these fields."""
    return lambda old: attrs.evolve(old, **values)


HOLDERS = [
    # 2,960,100 of the first three are listed; they may hold all, and the same number as the one above.
    *nothing(
        "fx.tie.shareholders", AOBA,
        {f"{SHARES}.major_shareholders.1.shares_held": to(Shares(14_800_000 - 702_500 - 618_200))},
        {f"{SHARES}.major_shareholders.2.shares_held": to(Shares(1_640_300))},
        {f"{SHARES}.number_of_shareholders": to(Count(3)), f"{SHARES}.classes.1.holders": to(Count(3))},
    ),
    *at(
        "fx.tie.shareholders", AOBA, f"{SHARES}.major_shareholders.1.shares_held",
        {f"{SHARES}.major_shareholders.1.shares_held": to(Shares(14_800_000 - 702_500 - 618_200 + 1))},
    ),
    *at(
        "fx.tie.shareholders", AOBA, f"{SHARES}.major_shareholders.2.shares_held (warning)",
        {f"{SHARES}.major_shareholders.2.shares_held": to(Shares(1_640_301))},
    ),
    *at(
        "fx.tie.shareholders", AOBA, f"{SHARES}.number_of_shareholders",
        {f"{SHARES}.number_of_shareholders": to(Count(2)), f"{SHARES}.classes.1.holders": to(Count(2))},
    ),
    # Of the classes' 36 and 2 holders, all may hold both; or one class is not told.
    *nothing(
        "fx.tie.shareholders", KITAHAMA,
        {f"{SHARES}.number_of_shareholders": to(Count(36))},
        {f"{SHARES}.number_of_shareholders": to(Count(50)), f"{SHARES}.classes.2.holders": to(None)},
    ),
    *at(
        "fx.tie.shareholders", KITAHAMA, f"{SHARES}.number_of_shareholders",
        {f"{SHARES}.number_of_shareholders": to(Count(35))},
        {f"{SHARES}.number_of_shareholders": to(Count(39))},
    ),
    # Of votes the company has none for its own shares: 6,120 of 10,000 are 61.2%.
    *nothing(
        "fx.footing.holdingRatio", KITAHAMA,
        {
            f"{SHARES}.classes.1": having(treasury=Shares(2_000)),
            f"{SHARES}.major_shareholders.1.voting_ratio": to(Ratio("0.612", 3)),
            f"{SHARES}.major_shareholders.2.voting_ratio": to(Ratio("0.18", 3)),
            f"{SHARES}.major_shareholders.3.voting_ratio": to(Ratio("0.12", 3)),
            f"{SHARES}.major_shareholders.4.voting_ratio": to(Ratio("0.06", 3)),
        },
        {f"{SHARES}.major_shareholders.3.by_class.2.shares": plus(200)},
        {f"{SHARES}.classes.1.voting": to(None)},
        {f"{SHARES}.major_shareholders.1.by_class": to(())},
    ),
    *nothing("fx.tie.withinAuthorized", AOBA, {f"{SHARES}.authorized": to(Shares(14_800_000))}),
    *at("fx.tie.withinAuthorized", AOBA, f"{SHARES}.issued", {f"{SHARES}.authorized": to(Shares(14_799_999))}),
    *at("fx.tie.withinAuthorized", KITAHAMA, f"{SHARES}.classes.1.issued", {f"{SHARES}.classes.1.authorized": to(Shares(11_999))}),
    *at("fx.tie.shareClasses", KITAHAMA, f"{SHARES}.classes.1.issued", {f"{SHARES}.classes.2.issued": to(None)}),
    *at("fx.tie.shareClasses", AOBA, f"{EQUITY}.treasury.1.closing", {f"{EQUITY}.treasury.1.closing": plus(100)}),
    *nothing("fx.tie.outstanding", IIJ, {f"{US}.changes_in_equity.shares_outstanding.closing": to(None)}),
    # 725 shares under the rights of officers; each right is for 5, and a holder has one at least.
    *nothing(
        "fx.tie.rights", IIJ,
        {f"{US}.notes.changes_in_equity.shares_under_rights": to(Shares(725))},
        {"business_report.stock_acquisition_rights.grants.1.directors_excluding_outside.people": to(Count(60))},
        {
            "business_report.stock_acquisition_rights.grants.1.directors_excluding_outside.shares": to(Shares(120)),
            "business_report.stock_acquisition_rights.grants.2.directors_excluding_outside.shares": to(Shares(85)),
        },
    ),
    *at(
        "fx.tie.rights", IIJ, "business_report.stock_acquisition_rights.grants.2.directors_excluding_outside.shares",
        {f"{US}.notes.changes_in_equity.shares_under_rights": to(Shares(724))},
        {"business_report.stock_acquisition_rights.grants.2.directors_excluding_outside.shares": to(Shares(424))},
    ),
    *at(
        "fx.tie.rights", IIJ, "business_report.stock_acquisition_rights.grants.1.directors_excluding_outside.people",
        {"business_report.stock_acquisition_rights.grants.1.directors_excluding_outside.people": to(Count(61))},
    ),
    # Plans may give to employees too.
    *nothing(
        "fx.tie.stockCompensation", AOBA,
        {f"{SHARES}.compensation.given.1.shares": to(Shares(8_399))},
        {f"{SHARES}.compensation.plans.1.amount": to(million(24))},
    ),
    *at("fx.tie.stockCompensation", AOBA, f"{SHARES}.compensation.given.1.shares", {f"{SHARES}.compensation.given.1.shares": to(Shares(8_401))}),
    *at("fx.tie.stockCompensation", AOBA, f"{SHARES}.compensation.plans.1.amount", {f"{SHARES}.compensation.plans.1.amount": to(million(25))}),
    *nothing("fx.tie.proposerVotes", KITAHAMA, {"reference_documents.further_proposals.5.shareholder.proposers": to((NOBODY,)), "reference_documents.further_proposals.5.shareholder.votes": to(Count(9_999))}),
    *at("fx.tie.proposerVotes", KITAHAMA, "reference_documents.further_proposals.5.shareholder.votes (warning)", {"reference_documents.further_proposals.5.shareholder.votes": to(Count(1_201))}),
]  # fmt: skip

DIVIDENDS = [
    # JPY 45 on the 14,587,600 to 14,800,000 shares that may be entitled.
    *nothing(
        "fx.tie.dividendShares", AOBA,
        {f"{SURPLUS}.total_dividend": to(Money(656_441_999, "JPY", 0))},
        {f"{SURPLUS}.total_dividend": to(Money(666_000_001, "JPY", 0))},
        {f"{SURPLUS}.dividend_per_share": to(Money(0, "JPY", 0))},
        {f"{SURPLUS}.dividend_per_share": to(None)},
    ),
    *at(
        "fx.tie.dividendShares", AOBA, f"{SURPLUS}.total_dividend",
        {f"{SURPLUS}.total_dividend": to(Money(656_441_998, "JPY", 0))},
        {f"{SURPLUS}.total_dividend": to(Money(666_000_002, "JPY", 0))},
    ),
    # JPY 150 on 12,000 shares, of which the company may hold some.
    *nothing(
        "fx.tie.classDividend", KITAHAMA,
        {f"{SURPLUS}.classes.1.total": to(Money(1_800_001, "JPY", 0)), f"{SURPLUS}.total_dividend": to(Money(3_300_001, "JPY", 0))},
        {
            f"{SHARES}.classes.1": having(treasury=Shares(1_000)),
            f"{SURPLUS}.classes.1.total": to(Money(1_650_000, "JPY", 0)),
            f"{SURPLUS}.total_dividend": to(Money(3_150_000, "JPY", 0)),
        },
        {f"{SURPLUS}.classes.1.total": to(None), f"{SURPLUS}.total_dividend": to(Money(9_000_000, "JPY", 0))},
    ),
    *at(
        "fx.tie.classDividend", KITAHAMA, f"{SURPLUS}.classes.1.total",
        {f"{SURPLUS}.classes.1.total": to(Money(1_800_002, "JPY", 0)), f"{SURPLUS}.total_dividend": to(Money(3_300_002, "JPY", 0))},
        {f"{SURPLUS}.classes.1.total": to(Money(1_650_000, "JPY", 0)), f"{SURPLUS}.total_dividend": to(Money(3_150_000, "JPY", 0))},
    ),
    *at(
        "fx.tie.classDividend", KITAHAMA, "reference_documents.further_proposals.6.dividend.total",
        {"reference_documents.further_proposals.6.dividend.total": to(Money(8_700_002, "JPY", 0))},
    ),
    # Slightly less than the notes list: a trust of the company holds shares.
    *at(
        "fx.tie.dividendsPaid", AOBA, f"{GROUP}.changes_in_equity.dividends_from_surplus.net_assets (warning)",
        {f"{GROUP}.changes_in_equity.dividends_from_surplus.net_assets": million_yen(-1_149)},
    ),
    *at(
        "fx.tie.dividendsPaid", AOBA, f"{GROUP}.changes_in_equity.dividends_from_surplus.net_assets",
        {f"{GROUP}.changes_in_equity.dividends_from_surplus.net_assets": million_yen(-1_147)},
        {f"{GROUP}.changes_in_equity.dividends_from_surplus.net_assets": million_yen(-1_175)},
    ),
    *nothing(
        "fx.tie.proposedDividend", IIJ,
        {f"{US}.notes.changes_in_equity.dividends_declared.1.record_date": to(date(2008, 3, 30)), f"{SURPLUS}.dividend_per_share": plus(1)},
        {f"{SURPLUS}.total_dividend": to(Money(206_478_999, "JPY", 0))},
    ),
    *at("fx.tie.proposedDividend", IIJ, f"{SURPLUS}.dividend_per_share", {f"{SURPLUS}.dividend_per_share": plus(1)}),
    *at("fx.tie.interimDividend", IIJ, f"{SURPLUS}.interim_paid_in", {f"{SURPLUS}.interim_paid_in": to(YearMonth(2007, 11))}, {f"{SURPLUS}.interim_paid_in": to(YearMonth(2008, 12))}),
    *nothing(
        "fx.tie.interimDividend", IIJ,
        {f"{SURPLUS}.interim_paid_in": to(None)},
        # A dividend recorded on the last day of the year is none of the interim ones.
        {f"{US}.notes.changes_in_equity.dividends_paid.2.record_date": to(date(2008, 3, 31)), f"{SURPLUS}.interim_dividend_per_share": plus(1)},
    ),
    *at(
        "fx.tie.interimDividend", IIJ, f"{SURPLUS}.interim_dividend_per_share",
        {f"{US}.notes.changes_in_equity.dividends_paid.2.record_date": to(date(2007, 4, 1)), f"{SURPLUS}.interim_dividend_per_share": plus(1)},
    ),
]  # fmt: skip

PEOPLE = [
    *nothing(
        "fx.tie.attendance", IIJ,
        {f"{OFFICERS}.outside_officers.activities.3.board_attended": to(Count(7))},
        {f"{OFFICERS}.outside_officers.activities.3.board_held": to(None)},
    ),
    *at("fx.tie.attendance", IIJ, f"{OFFICERS}.outside_officers.activities.3.board_attended", {f"{OFFICERS}.outside_officers.activities.3.board_attended": to(Count(8))}),
    # Who left in the year had fewer meetings, never more; who came in it, too.
    *nothing(
        "fx.tie.meetingsHeld", IIJ,
        {f"{OFFICERS}.outside_officers.activities.3.board_held": to(Count(13))},
        {f"{OFFICERS}.outside_officers.activities.3.board_held": to(Count(14))},
    ),
    *at("fx.tie.meetingsHeld", IIJ, f"{OFFICERS}.outside_officers.activities.3.board_held", {f"{OFFICERS}.outside_officers.activities.3.board_held": to(Count(15))}),
    *at("fx.tie.meetingsHeld", IIJ, f"{OFFICERS}.outside_officers.activities.1.board_held (warning)", {f"{OFFICERS}.outside_officers.activities.1.board_held": to(Count(13))}),
    *at("fx.tie.meetingsHeld", IIJ, f"{OFFICERS}.outside_officers.activities.6.auditors_board_held (warning)", {f"{OFFICERS}.outside_officers.activities.6.auditors_board_held": to(Count(13))}),
    *nothing(
        "fx.tie.meetingsHeld", AOBA,
        {f"{OFFICERS}.officers.2.assumed_on": to(date(2025, 4, 1)), f"{OFFICERS}.officers.2.attendance.1.held": to(Count(11))},
    ),
    *at(
        "fx.tie.meetingsHeld", AOBA, f"{OFFICERS}.officers.2.attendance.1.held (warning)",
        {f"{OFFICERS}.officers.2.assumed_on": to(date(2025, 3, 31)), f"{OFFICERS}.officers.2.attendance.1.held": to(Count(11))},
    ),
    # Who left and came again is in office; who leaves after the year is, too.
    *nothing(
        "fx.tie.officersListed", IIJ,
        {
            f"{OFFICERS}.changes.2.name": to(Text(en="Junichi Shimagami")), f"{OFFICERS}.changes.2.changed_on": to(date(2007, 6, 26)),
            f"{OFFICERS}.officers.12.name": to(NOBODY),
        },
        {f"{OFFICERS}.changes.2.changed_on": to(date(2008, 4, 1))},
    ),
    *at(
        "fx.tie.officersListed", IIJ, f"{OFFICERS}.officers.9.name (warning)",
        {
            f"{OFFICERS}.changes.2.name": to(Text(en="Junichi Shimagami")), f"{OFFICERS}.changes.2.changed_on": to(date(2007, 6, 27)),
            f"{OFFICERS}.officers.12.name": to(NOBODY),
        },
    ),
    *at("fx.tie.officersListed", IIJ, f"{OFFICERS}.officers.11.name (warning)", {f"{OFFICERS}.changes.2.name": to(Text(en="Takashi Hiroi")), f"{OFFICERS}.changes.2.changed_on": to(date(2008, 3, 31))}),
    *nothing(
        "fx.tie.changesListed", IIJ,
        {f"{OFFICERS}.changes.1.name": to(NOBODY), f"{OFFICERS}.changes.2.name": to(NOBODY)},
        {f"{OFFICERS}.changes.1.name": to(NOBODY), f"{OFFICERS}.changes.1.kind": to(OfficeChange.RETIREMENT)},
    ),
    # A note that tells of who retired or was not paid explains the number.
    *nothing(
        "fx.tie.remunerationHeads", IIJ,
        {f"{OFFICERS}.remuneration.note": reworded("Remunerations include", "One director was without pay. They include"), f"{OFFICERS}.remuneration.directors.persons": plus(1)},
    ),
    *nothing(
        "fx.tie.remunerationPart", IIJ,
        {f"{OFFICERS}.remuneration.outside_company_auditors.persons": to(Count(4)), f"{OFFICERS}.remuneration.outside_company_auditors.amount": to(Money(20_373_000, "JPY", -3))},
    ),
    *at("fx.tie.remunerationPart", IIJ, f"{OFFICERS}.remuneration.outside_company_auditors.persons", {f"{OFFICERS}.remuneration.outside_company_auditors.persons": to(Count(5))}),
    *at("fx.tie.remunerationPart", IIJ, f"{OFFICERS}.remuneration.outside_directors.amount", {f"{OFFICERS}.remuneration.outside_directors.amount": to(Money(236_872_000, "JPY", -3))}),
    *nothing("fx.tie.auditFees", AOBA, {"business_report.accounting_auditor.audit_fee": million_yen(58)}),
    *at("fx.tie.auditFees", AOBA, "business_report.accounting_auditor.audit_fee", {"business_report.accounting_auditor.audit_fee": million_yen(59)}),
    *nothing(
        "fx.tie.convener", AOBA,
        {f"{OFFICERS}.officers.1.representative": to(None)},
        {
            f"{OFFICERS}.officers.1.representative": to(None), f"{OFFICERS}.officers.1.position": to(Text(en="President")),
            f"{OFFICERS}.officers.1.posts": to((Text(en="Representative Director"), Text(en="In charge of sales"))),
        },
    ),
    *at(
        "fx.tie.convener", AOBA, "notice.convener.name (warning)",
        {f"{OFFICERS}.officers.1.representative": to(None), f"{OFFICERS}.officers.1.position": to(Text(en="President", ja="社長"))},
        # What somebody represents elsewhere is another post.
        {
            f"{OFFICERS}.officers.1.representative": to(None), f"{OFFICERS}.officers.1.position": to(Text(en="President")),
            f"{OFFICERS}.officers.1.posts": to((Text(en="In charge of sales"), Text(en="Representative Director of Another Co."))),
        },
    ),
    *nothing("fx.tie.liabilityLimit", IIJ, {f"{DIRECTORS}.candidates.4.liability_limit": to(None)}),
    *at("fx.tie.liabilityLimit", IIJ, f"{DIRECTORS}.candidates.4.liability_limit (warning)", {f"{DIRECTORS}.candidates.4.liability_limit": to(Money(10_000_001, "JPY", 0))}),
    *at("fx.tie.signatories", IIJ, "board_of_company_auditors_report.signatories (warning)", {"board_of_company_auditors_report.signatories": lambda old: old[1:]}),
    *at("fx.tie.posts", IIJ, f"{DIRECTORS}.candidates.5.careers.5.event (note)", {f"{DIRECTORS}.candidates.5.careers.5.event": to(Text(en="Friends and Family Society"))}),
    *nothing("fx.tie.signatories", AOBA, {"audit_and_supervisory_committee_report.signatories.2.outside": to(None)}),
]  # fmt: skip


AGENDA = [
    *nothing("fx.tie.agenda", IIJ, {"notice.proposals.5.number": to(None)}),
    *nothing("fx.tie.agenda", AOBA, {"notice.proposals.1.kind": to(None), "notice.proposals.1.proposer": to(None)}),
    *at("fx.tie.agenda", IIJ, "reference_documents.grant_of_bonus.title (warning)", {"notice.proposals.5.title": reworded("Bonus", "Bonuses")}),
    *at("fx.tie.agenda", AOBA, f"{SURPLUS}.kind", {"notice.proposals.1.kind": to(ProposalKind.AMENDMENT_OF_ARTICLES)}),
    *at("fx.tie.agenda", KITAHAMA, "reference_documents.further_proposals.1.proposer", {"notice.proposals.1.proposer": to(Proposer.SHAREHOLDER)}),
    *nothing("fx.tie.agendaNumbers", IIJ, {"notice.proposals.4.number": to(None)}),
    *at("fx.tie.agendaNumbers", IIJ, "notice.proposals.1.number", {"notice.proposals.1.number": plus(1), "notice.proposals.2.number": plus(1)}),
    *at("fx.tie.agendaNumbers", IIJ, "notice.reported_matters.2.number", {"notice.reported_matters.2.number": plus(-1)}),
    *at("fx.tie.agendaNumbers", IIJ, "notice.cautionary_notes.3.number", {"notice.cautionary_notes.3.number": plus(1)}),
    # By how many a board grows, in a proposal of any kind, is not how many candidates are new.
    *nothing(
        "fx.tie.candidates", KITAHAMA,
        {"reference_documents.further_proposals.4.election.newly_elected": to(Count(3))},
        {"reference_documents.further_proposals.4.title": reworded("１名", "若干名")},
    ),
    *nothing(
        "fx.tie.candidates", IIJ,
        {f"{DIRECTORS}.title": reworded("Eight Directors", "Nine or Ten Directors")},
        {f"{DIRECTORS}.terms_expiring": plus(1), f"{DIRECTORS}.terms_expiring_names": to(())},
    ),
    *at("fx.tie.candidates", IIJ, f"{DIRECTORS}.newly_elected", {f"{DIRECTORS}.newly_elected": plus(1)}),
    *at("fx.tie.candidates", IIJ, f"{DIRECTORS}.terms_expiring", {f"{DIRECTORS}.terms_expiring": plus(1)}),
    *at("fx.tie.candidates", IIJ, f"{DIRECTORS}.title", {f"{DIRECTORS}.title": reworded("Eight", "Nine")}),
    *at("fx.tie.candidates", KITAHAMA, "reference_documents.further_proposals.4.title", {"reference_documents.further_proposals.4.title": reworded("１名", "２名")}),
    *nothing(
        "fx.tie.candidatesInOffice", IIJ,
        {f"{DIRECTORS}.candidates.1.reappointed": to(None)},
        {f"{DIRECTORS}.candidates.7.reappointed": to(True), f"{OFFICERS}.changes.1.name": to(Text(en="Kiyoshi Ishida"))},
        {f"{DIRECTORS}.candidates.4.outside": to(None)},
    ),
    *at("fx.tie.candidatesInOffice", IIJ, f"{DIRECTORS}.candidates.7.name", {f"{DIRECTORS}.candidates.7.reappointed": to(True)}),
    *at("fx.tie.candidatesInOffice", IIJ, f"{DIRECTORS}.candidates.1.reappointed (warning)", {f"{DIRECTORS}.candidates.1.reappointed": to(False)}),
    *at("fx.tie.candidatesInOffice", IIJ, f"{DIRECTORS}.candidates.4.outside (warning)", {f"{DIRECTORS}.candidates.4.outside": to(False)}),
    *at("fx.tie.candidatesInOffice", IIJ, f"{DIRECTORS}.terms_expiring_names.2", {f"{DIRECTORS}.terms_expiring_names.2": to(NOBODY)}),
    *nothing("fx.tie.expiringReappointed", IIJ, {f"{DIRECTORS}.candidates.7.reappointed": to(True), f"{DIRECTORS}.terms_expiring_names": to(())}),
    *at("fx.tie.expiringReappointed", IIJ, f"{DIRECTORS}.candidates.7.name (warning)", {f"{DIRECTORS}.candidates.7.reappointed": to(True)}),
    # Of 14 listed one left in the year; nobody says who of those that leave is meant, so that the number after is not told.
    *nothing(
        "fx.tie.officerCount", IIJ,
        {"reference_documents.grant_of_bonus.persons": to(Count(13))},
        {
            f"{DIRECTORS}.terms_expiring_names": to(()), f"{DIRECTORS}.retiring_names": to(()),
            "reference_documents.amendment_of_remuneration.directors.officers_after": plus(5),
        },
    ),
    *at("fx.tie.officerCount", IIJ, "reference_documents.grant_of_bonus.persons", {"reference_documents.grant_of_bonus.persons": to(Count(14))}),
    *at(
        "fx.tie.officerCount", IIJ, "reference_documents.amendment_of_remuneration.directors.outside_officers_now",
        {"reference_documents.amendment_of_remuneration.directors.outside_officers_now": plus(1)},
    ),
    *at(
        "fx.tie.officerCount", IIJ, "reference_documents.amendment_of_remuneration.directors.outside_officers_after",
        {"reference_documents.amendment_of_remuneration.directors.outside_officers_after": plus(-1)},
    ),
    *at(
        "fx.tie.officerCount", IIJ, "reference_documents.amendment_of_remuneration.company_auditors.officers_after",
        {"reference_documents.amendment_of_remuneration.company_auditors.officers_after": plus(1)},
    ),
    *nothing("fx.tie.nothingAmended", IIJ, {"reference_documents.amendment_of_remuneration.directors.proposed_amount": to(Money(300_000_001, "JPY", 0))}),
    *nothing("fx.tie.retiringOfficer", IIJ, {f"{DIRECTORS}.retiring_names": to(()), f"{OFFICERS}.changes.2.name": to(Text(en="Hiroyuki Hisashima"))}),
    *at(
        "fx.tie.retiringOfficer", IIJ, "reference_documents.grant_of_retirement_allowance.officers.1.name",
        {f"{DIRECTORS}.retiring_names": to(())},
        {f"{DIRECTORS}.candidates.8.name": to(Text(en="Hiroyuki Hisashima"))},
    ),
    *nothing("fx.tie.reference", AOBA, {"reference_documents": to(None), "notice.voting_ways": to(())}),
]  # fmt: skip

REVENUE = f"{GROUP}.notes.further_notes.revenue_recognition"
FAIR = f"{GROUP}.notes.further_notes.financial_instruments.fair_values"
SEGMENTS = f"{GROUP}.notes.further_notes.segments.segments"
PARTIES = "non_consolidated.notes.related_parties.groups"
CAPTIONED = f"{US}.balance_sheet.shareholders_equity.common_stock"
ISSUED = "Common stock, authorized, 377,600 shares; issued and outstanding, 206,478 shares; note {}"

GROUPS = [
    *nothing("fx.tie.subsidiariesNamed", AOBA, {"business_report.subsidiaries.number_of_consolidated_subsidiaries": to(Count(2))}),
    # JPY 8,600 million are borrowed on three lines of the balance sheet, in millions each, as is what the lenders listed are owed.
    *nothing("fx.tie.borrowings", AOBA, {"business_report.operations.borrowings.1.balance": million_yen(6_204)}),
    *at("fx.tie.borrowings", AOBA, "business_report.operations.borrowings.1.balance", {"business_report.operations.borrowings.1.balance": million_yen(6_205)}),
    # A text may call a company by the first three letters of its name, not by two.
    *nothing("fx.tie.ownership", IIJ, {f"{PARTIES}.2.parties.1.name": to(Text(en="NT")), f"{PARTIES}.2.parties.1.ownership": to(Ratio("0.059", 3))}),
    *at("fx.tie.ownership", IIJ, f"{PARTIES}.2.parties.1.ownership", {f"{PARTIES}.2.parties.1.name": to(Text(en="NTT")), f"{PARTIES}.2.parties.1.ownership": to(Ratio("0.059", 3))}),
    *nothing(
        "fx.tie.services", AOBA,
        {"business_report.progress_and_results.services.1.revenues": to(None), "business_report.progress_and_results.services.2.revenues": times("2")},
        {"business_report.progress_and_results.services.1.revenues": million_yen(54_916)},
        {"business_report.progress_and_results.services": lambda old: old[:1]},
    ),
    *at("fx.tie.services", AOBA, "business_report.progress_and_results.services.1.revenues", {"business_report.progress_and_results.services.1.revenues": million_yen(54_917)}),
    # One that is not told may be what is lacking.
    *at("fx.tie.services", AOBA, "business_report.progress_and_results.services.1.revenues (warning)", {"business_report.progress_and_results.services.1.revenues": million_yen(54_912)}),
    *nothing("fx.tie.segments", AOBA, {f"{SEGMENTS}.3.employees": plus(5)}, {f"{SEGMENTS}.3.profit": times("2")}),
    *at("fx.tie.segments", AOBA, f"{SEGMENTS}.5.external_revenue", {f"{SEGMENTS}.5.external_revenue": million_yen(78_451)}),
    *at("fx.tie.segments", AOBA, f"{SEGMENTS}.5.employees", {f"{SEGMENTS}.5.employees": plus(1)}),
    *at("fx.tie.disaggregation", AOBA, f"{REVENUE}.disaggregation.1.amount", {f"{REVENUE}.disaggregation.1.segments.1.amount": million_yen(31_263)}),
    *nothing("fx.tie.disaggregation", AOBA, {f"{REVENUE}.disaggregation.1.segments.1.amount": to(None)}),
    *nothing("fx.tie.contractBalances", AOBA, {f"{REVENUE}.opening_balances.assets": to(None)}),
    *at("fx.tie.contractBalances", AOBA, f"{REVENUE}.opening_balances.assets", {f"{REVENUE}.opening_balances.assets": million_yen(1_591)}),
    *nothing("fx.tie.fairValueLevels", AOBA, {f"{FAIR}.1.level_1": to(None)}, {f"{FAIR}.3.level_2": million_yen(5_973)}, {f"{FAIR}.1.level_1": million_yen(4_984), f"{FAIR}.1.level_3": million_yen(1)}),
    *at(
        "fx.tie.fairValueLevels", AOBA, f"{FAIR}.3.fair_value",
        {f"{FAIR}.3.level_2": million_yen(5_974)},
        {f"{FAIR}.1.fair_value": to(None), f"{FAIR}.3.level_2": million_yen(5_974)},
    ),
    *at("fx.tie.fairValueLevels", AOBA, f"{FAIR}.3.carrying_amount", {f"{FAIR}.3.at_fair_value": to(True)}),
    # Small numbers in a caption are those of notes.
    *nothing("fx.tie.caption", IIJ, {CAPTIONED: having(caption=Text(en=ISSUED.format(100)))}),
    *at("fx.tie.caption", IIJ, f"{CAPTIONED} (warning)", {CAPTIONED: having(caption=Text(en=ISSUED.format(101)))}),
    *nothing("fx.tie.relatedParties", IIJ, {f"{PARTIES}.2.parties.1.transactions.2.account": to(Text(en="Long-term monetary claims")), f"{PARTIES}.2.parties.1.transactions.2.balance": times("9")}),
    *nothing("fx.tie.relatedParties", IIJ, {f"{PARTIES}.2.parties.1.transactions.2.balance": to(Money(2_156_374_000, "JPY", -3))}),
    *at(
        "fx.tie.relatedParties", IIJ, f"{PARTIES}.2.parties.1.transactions.2.balance (warning)",
        {f"{PARTIES}.2.parties.1.transactions.2.balance": to(Money(2_156_375_000, "JPY", -3))},
    ),
    # Transactions with subsidiaries come to JPY 15,505,140 thousand in the notes, in three figures of a thousand each.
    *nothing("fx.tie.relatedParties", IIJ, {f"{PARTIES}.1.parties.1.transactions.2.amount": to(Money(9_739_633_000, "JPY", -3))}),
    *at(
        "fx.tie.relatedParties", IIJ, f"{PARTIES}.1.parties.1.transactions.2.amount (warning)",
        {f"{PARTIES}.1.parties.1.transactions.2.amount": to(Money(9_739_634_000, "JPY", -3))},
    ),
]  # fmt: skip

TREND = "business_report.trend.years"
PER_SHARE = f"{GROUP}.notes.per_share_information"
BASIS = f"{GROUP}.notes.further_notes.per_share"
OWN_PER_SHARE = "non_consolidated.notes.per_share_information.net_income_per_share"
RESERVES = "non_consolidated.changes_in_equity"


def yen(amount: str) -> Change:
    return to(Money(amount, "JPY", 2))


FIGURES = [
    *nothing(
        "fx.footing.possible", AOBA,
        {"business_report.subsidiaries.subsidiaries.2.ownership": to(Ratio("0", 3))},
        {"business_report.subsidiaries.subsidiaries.2.ownership": to(Ratio("1", 3))},
        {"business_report.operations.number_of_employees": to(Count(0))},
        {"business_report.operations.change_in_employees": to(Count(-64))},
        {f"{TREND}.1.dividend_per_share": to(Money(0, "JPY", 0))},
    ),
    *at("fx.footing.possible", AOBA, "business_report.subsidiaries.subsidiaries.2.ownership", {"business_report.subsidiaries.subsidiaries.2.ownership": to(Ratio("-0.001", 3))}, {"business_report.subsidiaries.subsidiaries.2.ownership": to(Ratio("1.001", 3))}),
    *at("fx.footing.possible", AOBA, f"{TREND}.1.dividend_per_share", {f"{TREND}.1.dividend_per_share": to(Money(-1, "JPY", 0))}),
    *at("fx.footing.possible", AOBA, f"{EQUITY}.dividends_paid.1.per_share", {f"{EQUITY}.dividends_paid.1.per_share": to(Money(-1, "JPY", 0))}),
    *nothing("fx.tie.equityInAssets", AOBA, {f"{TREND}.1.net_assets": million_yen(79_841)}),
    *at("fx.tie.equityInAssets", AOBA, f"{TREND}.1.net_assets", {f"{TREND}.1.net_assets": million_yen(79_842)}),
    *at("fx.tie.equityInAssets", IIJ, f"{TREND}.1.equity", {f"{TREND}.1.equity": to(Money(37_116_473_000, "JPY", -3))}),
    # Of 14,800,000 shares there may have been a twentieth, or twenty times as many.
    *nothing("fx.tie.perShareScale", AOBA, {f"{TREND}.1.net_income_per_share": yen("8.41")}, {f"{TREND}.1.net_income_per_share": yen("3362.16")}, {f"{TREND}.1.net_income": million_yen(0)}, {f"{TREND}.1.net_assets_per_share": yen("0")}),
    *at("fx.tie.perShareScale", AOBA, f"{TREND}.1.net_income_per_share", {f"{TREND}.1.net_income_per_share": yen("8.40")}, {f"{TREND}.1.net_income_per_share": yen("3362.17")}, {f"{TREND}.1.net_income_per_share": yen("-169.68")}),
    *at("fx.tie.perShareScale", AOBA, f"{TREND}.1.net_assets_per_share", {f"{TREND}.1.net_assets_per_share": yen("-1")}),
    # JPY 5,913 million on 14,587,600 to 14,663,200 shares.
    *nothing("fx.tie.earningsShares", AOBA, {f"{PER_SHARE}.net_income_per_share": yen("403.22")}, {f"{PER_SHARE}.net_income_per_share": yen("405.38")}),
    *at("fx.tie.earningsShares", AOBA, f"{PER_SHARE}.net_income_per_share", {f"{PER_SHARE}.net_income_per_share": yen("403.21")}, {f"{PER_SHARE}.net_income_per_share": yen("405.39")}),
    # Where the number at the beginning is not told, a fiftieth more or less.
    *nothing(
        "fx.tie.earningsShares", AOBA,
        *({f"{EQUITY}.issued.1.opening": to(None), f"{PER_SHARE}.net_income_per_share": yen(each)} for each in ("399.49", "413.77")),
    ),
    *at(
        "fx.tie.earningsShares", AOBA, f"{PER_SHARE}.net_income_per_share (warning)",
        *({f"{EQUITY}.issued.1.opening": to(None), f"{PER_SHARE}.net_income_per_share": yen(each)} for each in ("399.48", "413.78")),
    ),
    *nothing("fx.tie.equityShares", AOBA, {f"{PER_SHARE}.net_assets_per_share": yen("4384.55")}, {f"{PER_SHARE}.net_assets_per_share": yen("4384.40")}, {f"{TREND}.3.net_assets_per_share": times("2")}),
    # Without statements nothing says what the trend is of.
    *nothing("fx.tie.equityShares", AOBA, {"consolidated": to(None), "non_consolidated": to(None)}),
    *nothing("fx.tie.equityShares", IIJ, {"consolidated": to(None), "non_consolidated": to(None)}),
    # Where equity is told, the ratio is of it, and not of something less than net assets.
    *at("fx.footing.ratio", AOBA, f"{TREND}.4.equity_ratio", {f"{TREND}.4": having(equity=million(59_555))}),
    *at("fx.tie.equityShares", AOBA, f"{PER_SHARE}.net_assets_per_share", {f"{PER_SHARE}.net_assets_per_share": yen("4384.56")}, {f"{PER_SHARE}.net_assets_per_share": yen("4384.39")}),
    *nothing("fx.tie.perShareNote", AOBA, {f"{BASIS}.basic_earnings": yen("403.66")}, {f"{BASIS}.diluted_earnings": yen("403.34")}, {f"{BASIS}.diluted_earnings": yen("400"), f"{BASIS}.dilutive_shares": to(None)}),
    *at("fx.tie.perShareNote", AOBA, f"{BASIS}.basic_earnings", {f"{BASIS}.basic_earnings": yen("403.68")}),
    *at("fx.tie.perShareNote", AOBA, f"{BASIS}.diluted_earnings", {f"{BASIS}.diluted_earnings": yen("403.36")}, {f"{BASIS}.diluted_earnings": yen("403.63")}),
    # A hundredth of the shares may be held in the group.
    *nothing("fx.tie.averageShares", IIJ, {OWN_PER_SHARE: yen("19154.50")}, {OWN_PER_SHARE: yen("18775.00")}),
    *at("fx.tie.averageShares", IIJ, f"{OWN_PER_SHARE} (warning)", {OWN_PER_SHARE: yen("19155.10")}, {OWN_PER_SHARE: yen("18774.40")}),
    # JPY 461,309 thousand of dividends call for a tenth in reserves, or what they lack to a quarter of JPY 14,294,625 thousand.
    *nothing("fx.tie.legalReserve", IIJ, {f"{RESERVES}.opening": to(None)}, {f"{RESERVES}.dividends_from_surplus": to(None)}),
    *nothing(
        "fx.tie.legalReserve", IIJ,
        {f"{RESERVES}.issuance_of_new_shares.legal_capital_surplus": to(Money(0, "JPY", -3)), f"{RESERVES}.opening.legal_capital_surplus": to(Money(3_573_656_000, "JPY", -3)), f"{RESERVES}.provision_of_legal_retained_earnings": to(None)},
        {f"{RESERVES}.opening.legal_capital_surplus": to(Money(1_000, "JPY", -3)), f"{RESERVES}.provision_of_legal_retained_earnings": to(None)},
        {f"{RESERVES}.opening.legal_capital_surplus": to(Money(1_000, "JPY", -3)), f"{RESERVES}.issuance_of_new_shares": to(None), f"{RESERVES}.provision_of_legal_retained_earnings.legal_retained_earnings": to(Money(46_130_000, "JPY", -3))},
    ),
    *at(
        "fx.tie.legalReserve", IIJ, f"{RESERVES}.dividends_from_surplus.net_assets",
        {f"{RESERVES}.issuance_of_new_shares.legal_capital_surplus": to(Money(0, "JPY", -3)), f"{RESERVES}.opening.legal_capital_surplus": to(Money(3_573_000_000, "JPY", -3)), f"{RESERVES}.opening.legal_retained_earnings": to(Money(600_000, "JPY", -3)), f"{RESERVES}.provision_of_legal_retained_earnings": to(None), f"{RESERVES}.dividends_from_surplus.net_assets": to(Money(-461_309_000, "JPY", 0))},
        {f"{RESERVES}.opening.legal_capital_surplus": to(Money(1_000, "JPY", -3)), f"{RESERVES}.issuance_of_new_shares": to(None), f"{RESERVES}.provision_of_legal_retained_earnings.legal_retained_earnings": to(Money(46_129_000, "JPY", -3))},
    ),
    # A million of many that are told in millions may be rounding.
    *nothing("fx.footing.total", AOBA, {f"{GROUP}.balance_sheet.assets.noncurrent_assets.intangible_assets.other": plus(1_000_000)}),
    # A difference is one of two figures, and a balance follows from two.
    *nothing(
        "fx.footing.beside", IIJ,
        {"business_report.progress_and_results.results.cost_of_revenues": to(None), "business_report.progress_and_results.results.gross_margin": times("2")},
    ),
    *nothing("fx.footing.forward", MINATO, {f"{IFRS}.cash_flows.opening": to(None), f"{IFRS}.cash_flows.exchange_effect": to(None)}),
    *nothing("fx.footing.change", AOBA, {f"{GROUP}.prior_year.income_statement.net_sales": million_yen(-1)}, {f"{GROUP}.prior_year.income_statement.net_sales": million_yen(0)}),
    *nothing("fx.footing.split", IIJ, {f"{TREND}.1.net_income_per_share_adjusted": to(Money(15_171, "JPY", 0))}),
    *at("fx.footing.split", IIJ, f"{TREND}.1.equity_per_share_adjusted", {f"{TREND}.1.equity_per_share_adjusted": plus(2)}),
    # Of several kinds of pay one may be counted in two; less than the total they never are, and of two they are it.
    *nothing("fx.footing.remuneration", AOBA, {f"{PAY}.by_kind.1.total": million_yen(150)}, {f"{PAY}.by_kind.1.total": million_yen(108)}),
    *at(
        "fx.footing.remuneration", AOBA, f"{PAY}.by_kind.1.total",
        {f"{PAY}.by_kind.1.total": million_yen(107)}, {f"{PAY}.by_kind.1.total": million_yen(187)},
        {f"{PAY}.by_kind.1.total": million_yen(150), f"{PAY}.by_kind.1.non_monetary": million_yen(0)},
        {f"{PAY}.by_kind.1.total": million_yen(150), f"{PAY}.by_kind.1.non_monetary": to(None)},
    ),
    *nothing("fx.tie.remunerationLimit", AOBA, {f"{PAY}.resolutions.2.amount": million_yen(46)}, {f"{PAY}.resolutions.2.amount": million_yen(45), f"{PAY}.resolutions.2.outline": to(Block(en="<p>A month.</p>"))}, {f"{PAY}.resolutions.2.amount": million_yen(45), f"{PAY}.resolutions.2.subject": to(Text(en="Fixed pay", ja="固定報酬"))}),
    *at("fx.tie.remunerationLimit", AOBA, f"{PAY}.by_kind.2.total (warning)", {f"{PAY}.resolutions.2.amount": million_yen(45)}, {f"{PAY}.resolutions.2.amount": million_yen(45), f"{PAY}.resolutions.2.subject": to(None)}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "name", "edits", "expected"), [*HOLDERS, *DIVIDENDS, *PEOPLE, *AGENDA, *GROUPS, *FIGURES]
)
def test_a_rule_ends_at_its_bound(rule: str, name: str, edits: Edits, expected: list[str]) -> None:
    before = found(rule, sample(name))
    after = found(rule, applied(sample(name), edits))
    assert [each for each in after if each not in before] == expected


@pytest.mark.parametrize(
    ("closing", "expected"), [(15, []), (10, ["non_consolidated.changes_in_equity.closing.net_assets"])]
)
def test_a_movement_of_the_companys_own_counts_in_the_balance_that_follows(
    closing: int, expected: list[str], small: Filing
) -> None:
    item = ExtensionItem(
        name="OwnMovement", label=Text(en="A movement of our own"), kind="money", part="ChangesInNetAssets", after="opening",
    )  # fmt: skip
    statement = ChangesInNetAssets(
        opening=NetAssetComponents(net_assets=million(10)),
        own=(Own(item="OwnMovement", value=NetAssetComponents(net_assets=million(5))),),
        closing=NetAssetComponents(net_assets=million(closing)),
    )
    filing = attrs.evolve(
        small,
        non_consolidated=NonConsolidated(changes_in_equity=statement),
        extension=Extension(prefix="own", namespace="http://own.example", date=date(2008, 3, 31), items=(item,)),
    )
    assert found("fx.footing.forward", filing) == expected
