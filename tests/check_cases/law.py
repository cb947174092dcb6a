"""What the law asks for: taken out of a complete filing, and asked for."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs

from filingexport.model.audit import Opinion
from filingexport.model.business_report.shares import MajorShareholder
from filingexport.model.governance import GovernanceForm
from filingexport.model.notice import VotingMethod
from filingexport.model.reference_documents.proposal import Proposal
from filingexport.model.reference_documents.proposed_capital import ProposedDividend, ProposedReorganisation
from filingexport.model.reference_documents.proposed_election import (
    AccountingAuditorCandidate,
    ProposedAccountingAuditor,
)
from filingexport.model.reference_documents.proposed_remuneration import ProposedRemuneration
from filingexport.model.values import Block, Money, Text
from tests.mutations import Case, Change, times, to

AOBA, MINATO, KITAHAMA, IIJ = "aoba-2026", "minato-2026", "kitahama-2026", "iij-2008"
GROUP, IFRS, US, NON = "consolidated.japan_gaap", "consolidated.ifrs", "consolidated.us_gaap", "non_consolidated"
REPORT = "business_report"
OFFICERS = f"{REPORT}.officers"
DETAILS = f"{OFFICERS}.remuneration_details"
AUDITOR = f"{REPORT}.accounting_auditor"
REFERENCE = "reference_documents"
DIRECTORS = f"{REFERENCE}.election_of_directors"
SURPLUS = f"{REFERENCE}.appropriation_of_surplus"
FURTHER = f"{REFERENCE}.further_proposals"
EMPTY: Final[tuple[Any, ...]] = ()


def prose(text: str) -> Block:
    return Block(en=f"<p>{text}</p>")


def without(*indices: int) -> Change:
    """A table without these rows, numbered from 1."""
    return lambda rows: tuple(row for number, row in enumerate(rows, 1) if number not in indices)


def _gone(rule: str, sample: str, *paths: str) -> Case:
    return Case(rule, sample, {path: to(None) for path in paths})


def _emptied(rule: str, sample: str, *paths: str) -> Case:
    return Case(rule, sample, {path: to(EMPTY) for path in paths})


def _proposal(**fields: Any) -> dict[str, Change]:
    said = Proposal(title=Text(en="A proposal"), reason=prose("It is good."), text=prose("Do it."), **fields)
    return {FURTHER: to((said,))}


NOTICE = [
    _gone("fx.law.noticeDate", AOBA, "notice.notice_date"),
    _gone("fx.law.meetingTime", MINATO, "notice.meeting.starts_at"),
    _emptied("fx.law.meetingPlace", AOBA, "notice.meeting.place"),
    Case("fx.law.purpose", KITAHAMA, {"notice.proposals": to(EMPTY), "notice.reported_matters": to(EMPTY)}),
    _gone("fx.law.electronicProvision", AOBA, "notice.electronic_provision"),
    _gone("fx.law.provisionStart", MINATO, "notice.electronic_provision.start_date"),
    _emptied("fx.law.provisionSite", MINATO, "notice.electronic_provision.sites"),
    _gone("fx.law.withoutPlace", MINATO, "notice.attendance.virtual.without_place"),
    _gone("fx.law.communicationFailure", MINATO, "notice.attendance.virtual.communication_failure"),
    _gone("fx.law.businessReport", KITAHAMA, "business_report"),
    _gone("fx.law.statements", AOBA, "non_consolidated"),
    _gone("fx.law.consolidated", MINATO, "consolidated"),
    _gone("fx.law.auditReport", MINATO, "non_consolidated_audit_report"),
    _gone("fx.law.consolidatedAuditReport", AOBA, "consolidated_audit_report"),
    Case(
        "fx.law.boardOfAuditorsReport", IIJ, {"board_of_company_auditors_report": to(None)},
        prepare={"company.governance_form": to(GovernanceForm.BOARD_OF_COMPANY_AUDITORS)},
    ),
    _gone("fx.law.auditorsReport", KITAHAMA, "company_auditors_report"),
    _gone("fx.law.committeeReport", AOBA, "audit_and_supervisory_committee_report"),
    _gone("fx.law.auditCommitteeReport", MINATO, "audit_committee_report"),
    Case("fx.law.writtenVotes", AOBA, {"notice.voting_ways": without(1)}),
    Case("fx.law.writtenVotes", IIJ, {"notice.voting_ways.1.method": to(VotingMethod.PLATFORM)}),
    _gone("fx.law.votingDeadline", AOBA, "notice.voting_ways.1.deadline"),
    _gone("fx.law.votingDeadline", MINATO, "notice.voting_ways.2.deadline"),
    Case("fx.law.approvalOfStatements", KITAHAMA, {"notice.proposals": without(1)}),
    Case("fx.law.approvalOfStatements", AOBA, {"non_consolidated_audit_report.opinion": to(Opinion.QUALIFIED)}),
]  # fmt: skip

BUSINESS_REPORT = [
    Case("fx.law.businessLines", AOBA, {f"{REPORT}.operations.business_lines": to(None)}),
    _emptied("fx.law.offices", MINATO, f"{REPORT}.operations.offices"),
    _gone("fx.law.employees", AOBA, f"{REPORT}.operations.number_of_employees"),
    _emptied("fx.law.borrowings", MINATO, f"{REPORT}.operations.borrowings"),
    Case("fx.law.progress", IIJ, {f"{REPORT}.progress_and_results.general": to(None), f"{REPORT}.progress_and_results.services": to(EMPTY)}),
    _gone("fx.law.financing", AOBA, f"{REPORT}.investment_and_financing.financing_text"),
    Case("fx.law.capitalExpenditures", AOBA, {f"{REPORT}.investment_and_financing.capital_expenditures_text": to(None), f"{REPORT}.investment_and_financing.capital_expenditures": to(None)}),
    _emptied("fx.law.trend", MINATO, f"{REPORT}.trend.years"),
    Case("fx.law.trendYears", AOBA, {f"{REPORT}.trend.years": without(1)}),
    Case("fx.law.trendYears", IIJ, {f"{REPORT}.trend.years": without(1, 2)}),
    _emptied("fx.law.subsidiaries", MINATO, f"{REPORT}.subsidiaries.subsidiaries"),
    _gone("fx.law.issues", AOBA, f"{REPORT}.issues_to_address.text"),
    _emptied("fx.law.majorShareholders", IIJ, f"{REPORT}.shares.major_shareholders"),
    _gone("fx.law.holdingRatio", MINATO, f"{REPORT}.shares.major_shareholders.2.holding_ratio"),
    Case("fx.law.sharesHeld", AOBA, {f"{REPORT}.shares.major_shareholders": lambda rows: (*rows, MajorShareholder(name=Text(en="Nameless Fund", ja="名無しファンド"), holding_ratio=rows[0].holding_ratio))}),
    _emptied("fx.law.officers", AOBA, f"{OFFICERS}.officers"),
    _gone("fx.law.position", MINATO, f"{OFFICERS}.officers.3.position"),
    Case("fx.law.remuneration", AOBA, {f"{DETAILS}.by_kind": to(EMPTY)}),
    _gone("fx.law.remuneration", IIJ, f"{OFFICERS}.remuneration"),
    Case("fx.law.remunerationByKind", MINATO, {f"{DETAILS}.by_kind": to(EMPTY), f"{DETAILS}.individual": to(EMPTY)}),
    _emptied("fx.law.remunerationResolution", AOBA, f"{DETAILS}.resolutions"),
    _gone("fx.law.remunerationPolicy", AOBA, f"{DETAILS}.policy"),
    _gone("fx.law.policyMethod", MINATO, f"{DETAILS}.policy.method"),
    _gone("fx.law.policyConformity", AOBA, f"{DETAILS}.policy.conformity"),
    _gone("fx.law.fullTimeReason", MINATO, f"{OFFICERS}.full_time_reason"),
    Case("fx.law.outsideActivities", AOBA, {f"{OFFICERS}.officers.3.attendance": to(EMPTY), f"{OFFICERS}.outside_officers.activities": without(1)}),
    _gone("fx.law.outsideRole", AOBA, f"{OFFICERS}.outside_officers.activities.2.expected_role"),
    _emptied("fx.law.outsideRoles", MINATO, f"{OFFICERS}.outside_officers.activities"),
    _gone("fx.law.accountingAuditor", MINATO, f"{AUDITOR}.name"),
    _gone("fx.law.auditFee", AOBA, f"{AUDITOR}.audit_fee"),
    _gone("fx.law.feeConsent", MINATO, f"{AUDITOR}.consent_reason"),
    _gone("fx.law.dismissalPolicy", IIJ, f"{AUDITOR}.dismissal_policy"),
    _gone("fx.law.totalFees", AOBA, f"{AUDITOR}.total_fees_payable"),
    Case("fx.law.internalControl", MINATO, {f"{REPORT}.policies_and_systems.systems": to(EMPTY)}),
    _gone("fx.law.internalControlOperation", AOBA, f"{REPORT}.policies_and_systems.operating_status"),
]  # fmt: skip

ORGANS = [
    Case("fx.law.directors", MINATO, {f"{OFFICERS}.officers": without(3, 4)}),
    Case("fx.law.boardOfAuditors", IIJ, {f"{OFFICERS}.officers.15.full_time": to(None)}),
    Case("fx.law.boardOfAuditors", IIJ, {f"{OFFICERS}.officers.15.outside": to(None), f"{OFFICERS}.officers.16.outside": to(None)}),
    Case("fx.law.boardOfAuditors", IIJ, {f"{OFFICERS}.officers": without(17, 18)}),
    Case("fx.law.auditAndSupervisoryCommittee", AOBA, {f"{OFFICERS}.officers.5.outside": to(False)}),
    Case("fx.law.auditAndSupervisoryCommittee", AOBA, {f"{OFFICERS}.officers": without(6)}),
    Case("fx.law.committees", MINATO, {f"{OFFICERS}.officers.3.committees": without(2)}),
    Case("fx.law.committees", MINATO, {f"{OFFICERS}.officers": without(5, 6)}),
    Case("fx.law.committees", MINATO, {f"{OFFICERS}.officers.4.outside": to(False), f"{OFFICERS}.officers.2.outside": to(False)}),
    Case(
        "fx.law.outsideDirector", IIJ, {f"{OFFICERS}.officers": lambda rows: tuple(attrs.evolve(row, outside=None) if row.kind == "director" else row for row in rows)},
        prepare={"company.securities_code": to("9999"), "fiscal_year_start": to(date(2025, 4, 1)), "fiscal_year_end": to(date(2026, 3, 31))},
    ),
    Case("fx.law.representative", AOBA, {f"{OFFICERS}.officers.1.representative": to(None), f"{OFFICERS}.officers.1.position": to(Text(en="Director", ja="取締役"))}),
]  # fmt: skip

STATEMENTS = [
    _gone("fx.law.balanceSheet", KITAHAMA, f"{NON}.balance_sheet"),
    _gone("fx.law.incomeStatement", MINATO, f"{NON}.income_statement"),
    _gone("fx.law.changesInNetAssets", AOBA, f"{NON}.changes_in_equity"),
    _gone("fx.law.notes", KITAHAMA, f"{NON}.notes"),
    _gone("fx.law.consolidatedBalanceSheet", AOBA, f"{GROUP}.balance_sheet"),
    _gone("fx.law.consolidatedIncomeStatement", MINATO, f"{IFRS}.profit_or_loss"),
    _gone("fx.law.consolidatedChanges", IIJ, f"{US}.changes_in_equity"),
    _gone("fx.law.consolidatedNotes", MINATO, f"{IFRS}.notes"),
    _gone("fx.law.accountingPolicies", AOBA, f"{NON}.notes.accounting_policies"),
    _gone("fx.law.accountingPolicies", IIJ, f"{NON}.notes.accounting_policies"),
    _gone("fx.law.sharesNote", KITAHAMA, f"{NON}.notes.further_notes.equity"),
    _gone("fx.law.sharesNote", AOBA, f"{NON}.notes.further_notes.equity"),
    _gone("fx.law.deferredTaxes", MINATO, f"{NON}.notes.deferred_taxes"),
    _gone("fx.law.perShare", IIJ, f"{NON}.notes.per_share_information"),
    _gone("fx.law.consolidationScope", AOBA, f"{GROUP}.notes.scope_of_consolidation"),
    _gone("fx.law.consolidationScope", IIJ, f"{US}.notes.scope_of_consolidation"),
    _gone("fx.law.consolidatedPolicies", MINATO, f"{IFRS}.notes.accounting_policies"),
    _gone("fx.law.basisOfPreparation", MINATO, f"{IFRS}.notes.basis"),
    _gone("fx.law.basisOfPresentation", IIJ, f"{US}.notes.accounting_policies.basis_of_presentation"),
    _gone("fx.law.consolidatedShares", AOBA, f"{GROUP}.notes.further_notes.equity"),
    _gone("fx.law.financialInstruments", AOBA, f"{GROUP}.notes.further_notes.financial_instruments"),
    _gone("fx.law.estimates", MINATO, f"{IFRS}.notes.further_notes.accounting_estimates"),
    _gone("fx.law.revenueRecognition", AOBA, f"{GROUP}.notes.further_notes.revenue_recognition"),
    _gone("fx.law.consolidatedPerShare", MINATO, f"{IFRS}.notes.owners_equity_per_share"),
    Case("fx.law.legalReserve", IIJ, {f"{NON}.changes_in_equity.provision_of_legal_retained_earnings.legal_retained_earnings": times("0.1")}),
    Case("fx.law.legalReserve", KITAHAMA, {f"{NON}.changes_in_equity.provision_of_legal_retained_earnings": to(None)}, prepare={f"{NON}.changes_in_equity.opening.legal_capital_surplus": to(Money(4_000_000, "JPY", -3))}),
    Case("fx.law.distributable", KITAHAMA, {f"{SURPLUS}.total_dividend": to(Money(103_300_000, "JPY", 0))}),
]  # fmt: skip

AUDITS = [
    Case(
        "fx.law.auditScope",
        AOBA,
        {f"consolidated_audit_report.{each}": to(None) for each in ("scope", "responsibilities_of_auditor")},
    ),
    _gone("fx.law.opinion", MINATO, "non_consolidated_audit_report.opinion_text"),
    _gone("fx.law.basisOfOpinion", AOBA, "non_consolidated_audit_report.basis_of_opinion"),
    Case("fx.law.noOpinion", IIJ, {"consolidated_audit_report.opinion": to(Opinion.DISCLAIMER)}),
    _gone("fx.law.otherInformation", MINATO, "consolidated_audit_report.other_information"),
    _gone("fx.law.auditDate", AOBA, "consolidated_audit_report.report_date"),
    _emptied("fx.law.auditSigned", IIJ, "non_consolidated_audit_report.signatories"),
    _gone("fx.law.auditorsInterest", AOBA, "consolidated_audit_report.interest"),
    _gone("fx.law.boardMethod", IIJ, "board_of_company_auditors_report.method"),
    _gone("fx.law.boardDate", IIJ, "board_of_company_auditors_report.report_date"),
    _emptied("fx.law.boardSigned", IIJ, "board_of_company_auditors_report.signatories"),
    _emptied("fx.law.boardOnBusinessReport", IIJ, "board_of_company_auditors_report.results.business_report"),
    _gone("fx.law.boardOnStatements", IIJ, "board_of_company_auditors_report.results.statements"),
    _gone("fx.law.boardOnConsolidated", IIJ, "board_of_company_auditors_report.results.consolidated"),
    _gone("fx.law.bodyMethod", AOBA, "audit_and_supervisory_committee_report.method"),
    _gone("fx.law.bodyDate", KITAHAMA, "company_auditors_report.report_date"),
    _emptied("fx.law.bodySigned", MINATO, "audit_committee_report.signatories"),
    _emptied("fx.law.bodyOnBusinessReport", MINATO, "audit_committee_report.results.business_report"),
    _gone("fx.law.bodyOnStatements", KITAHAMA, "company_auditors_report.results.statements"),
    _gone("fx.law.bodyOnConsolidated", AOBA, "audit_and_supervisory_committee_report.results.consolidated"),
]

PROPOSALS = [
    _gone("fx.law.birthDate", MINATO, f"{DIRECTORS}.candidates.4.birth_date"),
    _emptied("fx.law.careers", AOBA, f"{DIRECTORS}.candidates.4.careers"),
    _gone("fx.law.sharesOwned", AOBA, f"{DIRECTORS}.candidates.5.shares_owned"),
    _gone("fx.law.outsideReason", MINATO, f"{DIRECTORS}.candidates.2.outside_reason"),
    _gone("fx.law.expectedRole", AOBA, f"{DIRECTORS}.candidates.5.expected_role"),
    Case("fx.law.yearsInOutsideOffice", AOBA, {f"{DIRECTORS}.candidates.3.{each}years_in_office": to(None) for each in ("outside_", "")}),
    _gone("fx.law.proposalText", KITAHAMA, f"{FURTHER}.1.text"),
    _gone("fx.law.proposalReason", KITAHAMA, f"{FURTHER}.1.reason"),
    _gone("fx.law.electionReason", MINATO, f"{DIRECTORS}.reason"),
    _gone("fx.law.auditorsElectionReason", IIJ, f"{REFERENCE}.election_of_company_auditors.reason"),
    _emptied("fx.law.amendmentReason", IIJ, f"{REFERENCE}.amendment_of_articles.reasons"),
    _emptied("fx.law.amendedArticles", IIJ, f"{REFERENCE}.amendment_of_articles.articles"),
    _gone("fx.law.surplusReason", AOBA, f"{SURPLUS}.policy"),
    _gone("fx.law.dividendProperty", KITAHAMA, f"{SURPLUS}.dividend_property"),
    Case("fx.law.dividendAllocation", AOBA, {f"{SURPLUS}.allocation": to(None), f"{SURPLUS}.dividend_per_share": to(None), f"{SURPLUS}.classes": to(EMPTY)}),
    _gone("fx.law.dividendEffect", IIJ, f"{SURPLUS}.effective_date"),
    Case(
        "fx.law.proposedDividendEffect", MINATO, {f"{FURTHER}.1.dividend.effective_date": to(None)},
        prepare=_proposal(dividend=ProposedDividend(property=Text(en="Cash"), effective_date=date(2026, 3, 30))),
    ),
    _gone("fx.law.bonusText", IIJ, f"{REFERENCE}.grant_of_bonus.text"),
    _gone("fx.law.remunerationText", IIJ, f"{REFERENCE}.amendment_of_remuneration.text"),
    _emptied("fx.law.retiringCareer", IIJ, f"{REFERENCE}.grant_of_retirement_allowance.officers.1.careers"),
    Case(
        "fx.law.appropriateness", MINATO, {f"{FURTHER}.1.remuneration.appropriateness": to(None)},
        prepare=_proposal(remuneration=ProposedRemuneration(appropriateness=prose("It fits the policy."), calculation=prose("By results."))),
    ),
    _gone("fx.law.boardOpinion", KITAHAMA, f"{FURTHER}.5.shareholder.board_opinion"),
    Case(
        "fx.law.auditorChoice", MINATO, {f"{FURTHER}.1.accounting_auditor.choice_reason": to(None)},
        prepare=_proposal(accounting_auditor=ProposedAccountingAuditor(candidates=(AccountingAuditorCandidate(name=Text(en="Nobody LLC")),), choice_reason=prose("It is large."))),
    ),
    Case(
        "fx.law.reorganisationAgreement", MINATO, {f"{FURTHER}.1.reorganisation.agreement": to(None)},
        prepare=_proposal(reorganisation=ProposedReorganisation(agreement=prose("The agreement of merger."), ratio=Text(en="1 to 2"))),
    ),
]  # fmt: skip

CASES = [*NOTICE, *BUSINESS_REPORT, *ORGANS, *STATEMENTS, *AUDITS, *PROPOSALS]
