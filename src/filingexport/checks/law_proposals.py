"""Completeness by law: reference documents (Ordinance for Enforcement of the Companies Act, articles 73 to 95)."""

from __future__ import annotations

from datetime import date
from typing import Final

from filingexport.checks.context import At, Context
from filingexport.checks.people import board
from filingexport.checks.requirement import ALL, PUBLIC, requires_each
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.proposal_kinds import Proposer
from filingexport.model.reference_documents.amendment_of_articles import AmendmentOfArticles
from filingexport.model.reference_documents.appropriation_of_surplus import AppropriationOfSurplus
from filingexport.model.reference_documents.candidates import Candidate
from filingexport.model.reference_documents.elections import ElectionOfCompanyAuditors, ElectionOfDirectors
from filingexport.model.reference_documents.proposal import Proposal, ShareholderProposal
from filingexport.model.reference_documents.proposed_capital import ProposedDividend, ProposedReorganisation
from filingexport.model.reference_documents.proposed_election import ProposedAccountingAuditor
from filingexport.model.reference_documents.proposed_remuneration import ProposedRemuneration
from filingexport.model.reference_documents.remuneration import AmendmentOfRemuneration, GrantOfBonus, RetiringOfficer
from filingexport.said import Said

_REFORM_2019: Final = date(2021, 3, 1)


def _outside(context: Context, at: At) -> bool:
    return bool(at.value.outside)


def _outside_director(context: Context, at: At) -> bool:
    return bool(at.value.outside) and at.outer(ElectionOfCompanyAuditors) is None


def _outside_incumbent(context: Context, at: At) -> bool:
    known = board(context).index.find(at.value.name)
    return bool(at.value.outside) and (bool(at.value.reappointed) or known is not None)


def _by_company(context: Context, at: At) -> bool:
    return at.value.proposer is not Proposer.SHAREHOLDER


def _has_auditor_candidates(context: Context, at: At) -> bool:
    return bool(at.value.candidates)


CANDIDATES = (
    requires_each("fx.law.birthDate", Candidate, "birth_date", basis=(item.enforcement("74", "1", "1"), item.enforcement("76", "1", "1"))),
    requires_each("fx.law.careers", Candidate, "careers", basis=(item.enforcement("74", "1", "1"), item.enforcement("76", "1", "1"))),
    requires_each("fx.law.sharesOwned", Candidate, "shares_owned", basis=(item.enforcement("74", "2", "1"), item.enforcement("76", "2", "1")), of=PUBLIC),
    requires_each(
        "fx.law.outsideReason", Candidate, "outside_reason", "reason", "outside_statement",
        basis=(item.enforcement("74", "4", "2"), item.enforcement("76", "4", "2")), of=PUBLIC, only=_outside,
    ),
    requires_each(
        "fx.law.expectedRole", Candidate, "expected_role", basis=item.enforcement("74", "4", "3"), of=PUBLIC,
        since=_REFORM_2019, by="meeting", only=_outside_director,
    ),
    requires_each(
        "fx.law.yearsInOutsideOffice", Candidate, "outside_years_in_office", "years_in_office", "outside_term",
        basis=(item.enforcement("74", "4", "8"), item.enforcement("76", "4", "7")), of=PUBLIC, only=_outside_incumbent,
    ),
)  # fmt: skip
"""Candidates (articles 74 to 76)."""

PROPOSALS = (
    requires_each("fx.law.proposalText", Proposal, "text", "dividend", "reserves", "articles", "election", "accounting_auditor", "dismissals", "remuneration", "consolidation", "shares", "reorganisation", "defence", basis=item.enforcement("73", "1", "1")),
    requires_each("fx.law.proposalReason", Proposal, "reason", basis=item.enforcement("73", "1", "2"), only=_by_company),
    requires_each("fx.law.electionReason", ElectionOfDirectors, "reason", basis=item.enforcement("73", "1", "2"), what=Said("Reason for the election of directors", "取締役選任の提案の理由")),
    requires_each("fx.law.auditorsElectionReason", ElectionOfCompanyAuditors, "reason", basis=item.enforcement("73", "1", "2")),
    requires_each("fx.law.amendmentReason", AmendmentOfArticles, "reasons", basis=item.enforcement("73", "1", "2")),
    requires_each("fx.law.amendedArticles", AmendmentOfArticles, "articles", basis=(item.enforcement("73", "1", "1"), item.act("466"))),
    requires_each("fx.law.surplusReason", AppropriationOfSurplus, "policy", basis=item.enforcement("73", "1", "2")),
    requires_each("fx.law.dividendProperty", AppropriationOfSurplus, "dividend_property", basis=item.act("454", "1", "1")),
    requires_each("fx.law.dividendAllocation", AppropriationOfSurplus, "allocation", "dividend_per_share", "classes", basis=item.act("454", "1", "2")),
    requires_each("fx.law.dividendEffect", AppropriationOfSurplus, "effective_date", basis=item.act("454", "1", "3")),
    requires_each("fx.law.proposedDividendEffect", ProposedDividend, "effective_date", basis=item.act("454", "1", "3")),
    requires_each("fx.law.bonusText", GrantOfBonus, "text", basis=item.enforcement("82", "1", "1")),
    requires_each("fx.law.remunerationText", AmendmentOfRemuneration, "text", basis=(item.enforcement("82", "1", "2"), item.act("361", "4"))),
    requires_each("fx.law.retiringCareer", RetiringOfficer, "careers", basis=item.enforcement("82", "1", "4")),
    requires_each(
        "fx.law.appropriateness", ProposedRemuneration, "appropriateness", basis=item.act("361", "4"),
        since=_REFORM_2019, by="meeting",
    ),
    requires_each("fx.law.boardOpinion", ShareholderProposal, "board_opinion", basis=item.enforcement("93", "1", "2")),
    requires_each(
        "fx.law.auditorChoice", ProposedAccountingAuditor, "choice_reason", basis=item.enforcement("77", "", "3"),
        only=_has_auditor_candidates,
    ),
    requires_each("fx.law.reorganisationAgreement", ProposedReorganisation, "agreement", basis=item.enforcement("86", "", "2"), of=ALL, severity=Severity.WARNING),
)  # fmt: skip
"""Proposals (articles 73 and 77 to 93)."""
