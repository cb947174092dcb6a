"""What is voted on: the kinds of proposals, who makes them, and which majority they need."""

from enum import StrEnum

from filingexport.model import item


class ProposalKind(StrEnum):
    """The subject of a proposal (Companies Act; Ordinance for Enforcement, articles 73 to 93)."""

    APPROPRIATION_OF_SURPLUS = "appropriation of surplus"
    DISPOSITION_OF_LOSS = "disposition of loss"
    REDUCTION_OF_CAPITAL = "reduction of capital"
    REDUCTION_OF_RESERVES = "reduction of reserves"
    AMENDMENT_OF_ARTICLES = "amendment of the articles of incorporation"
    ELECTION_OF_DIRECTORS = "election of directors"
    ELECTION_OF_DIRECTORS_NOT_ON_COMMITTEE = "election of directors excluding audit and supervisory committee members"
    ELECTION_OF_COMMITTEE_DIRECTORS = "election of directors who are audit and supervisory committee members"
    ELECTION_OF_COMPANY_AUDITORS = "election of company auditors"
    ELECTION_OF_SUBSTITUTES = "election of substitutes"
    ELECTION_OF_ACCOUNTING_ADVISORS = "election of accounting advisors"
    ELECTION_OF_ACCOUNTING_AUDITOR = "election of the accounting auditor"
    DISMISSAL_OF_OFFICERS = "dismissal of officers"
    DISMISSAL_OF_ACCOUNTING_AUDITOR = "dismissal or refusal to rehire the accounting auditor"
    REMUNERATION = "remuneration of officers"
    STOCK_COMPENSATION = "stock compensation of officers"
    BONUS = "bonus to officers"
    RETIREMENT_ALLOWANCE = "retirement allowance"
    STOCK_ACQUISITION_RIGHTS = "stock acquisition rights"
    ISSUE_OF_SHARES = "issue of shares"
    ACQUISITION_OF_TREASURY_SHARES = "acquisition of treasury shares"
    SHARE_CONSOLIDATION = "share consolidation"
    ACQUISITION_DEFENCE = "acquisition defence"
    REORGANISATION = "reorganisation"
    TRANSFER_OF_BUSINESS = "transfer of business"
    EXEMPTION_FROM_LIABILITY = "exemption from liability"
    APPROVAL_OF_STATEMENTS = "approval of financial statements"
    DISSOLUTION = "dissolution"
    OTHER = "other"


class Proposer(StrEnum):
    """Who makes a proposal (Companies Act, articles 298 and 303 to 305)."""

    COMPANY = "company"
    SHAREHOLDER = "shareholder"


class ResolutionKind(StrEnum):
    """Which majority a proposal needs (Companies Act, article 309)."""

    ORDINARY = "ordinary"
    ORDINARY_FOR_OFFICERS = "ordinary for officers"
    SPECIAL = "special"
    EXTRAORDINARY = "extraordinary special"
    ADVISORY = "advisory"


PROPOSAL_KIND = item.choice("Subject of the proposal", "議案の種類", name="ProposalKind")
"""The subject of a proposal, in the agenda and in the reference documents."""
PROPOSER = item.choice(
    "Proposed by", "提案者の別", name="Proposer", ref=(item.act("303"), item.act("304"), item.act("305"))
)
"""Whether the company or shareholders propose it, in the agenda and in the reference documents."""
