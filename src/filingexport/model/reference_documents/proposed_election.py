"""Proposals on who holds an office: elections, substitutes, dismissals, the accounting auditor (選任、補欠、解任)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import NameOf
from filingexport.model.part import Part
from filingexport.model.reference_documents.candidates import Candidate
from filingexport.model.reference_documents.career import CAREERS, CareerEntry
from filingexport.model.values import Amount, Prose, Quantity, Tally, Text, Words


@item.part(
    "Proposed election", "選任議案", prefix="ProposedElection",
    ref=(item.act("329"), item.enforcement("74"), item.enforcement("74-3"), item.enforcement("76")),
)  # fmt: skip
@frozen(kw_only=True)
class ProposedElection(Part):
    """Officers to be elected, of whatever class, or substitutes for them (Companies Act, article 329)."""

    to_be_elected: Is[Tally, item.count("Number of officers to be elected", "選任する役員の数")] = None
    terms_expiring: Is[Tally, item.count("Number of officers whose terms expire", "任期満了となる役員の数")] = None
    newly_elected: Is[Tally, item.count("Number of additional officers", "増員する役員の数")] = None
    decided_by: Is[
        Words,
        item.words(
            "Committee that decided the proposal",
            "議案の内容を決定した委員会",
            doc="The nominating committee of a company with three committees.",
            ref=item.act("404", "1"),
        ),
    ] = None
    substitutes: Is[bool | None, item.flag("Election of substitutes", "補欠役員の選任", ref=item.act("329", "3"))] = (
        None
    )
    substitutes_validity: Is[
        Prose,
        item.prose(
            "How long the election of substitutes is valid",
            "補欠役員の選任の効力",
            ref=(item.act("329", "3"), item.enforcement("96")),
        ),
    ] = None
    shares_owned_as_of: Is[
        date | None,
        item.as_of("Day as of which the shares of these candidates are stated", "所有株式数の基準日（選任議案）"),
    ] = None
    candidates: Is[tuple[Candidate, ...], item.rows("Candidates proposed", "候補者", name="ProposedCandidates")] = ()
    special_interest: Is[
        Prose, item.prose("Special interest between these candidates and the company", "候補者と当社との特別の利害関係")
    ] = None
    notes: Is[Prose, item.prose("Notes to the candidates", "候補者に関する注")] = None


@item.part(
    "Candidate for accounting auditor", "会計監査人の候補者", prefix="AccountingAuditorCandidate",
    ref=item.enforcement("77"),
)  # fmt: skip
@frozen(kw_only=True)
class AccountingAuditorCandidate(Part):
    """The firm or person proposed as accounting auditor (Ordinance for Enforcement, article 77)."""

    name: Is[Text, item.words("Name of the candidate for accounting auditor", "会計監査人候補者の名称")]
    office: Is[
        Words, item.words("Principal office of the candidate for accounting auditor", "主たる事務所の所在場所")
    ] = None
    careers: Is[tuple[CareerEntry, ...], CAREERS] = ()
    members: Is[Tally, item.count("Number of people of the audit firm", "監査法人の構成人員")] = None
    capital: Is[Amount, item.credit("Capital of the audit firm", "監査法人の出資金")] = None
    clients: Is[Tally, item.count("Number of companies that the audit firm audits", "監査関与会社数")] = None
    profile: Is[Prose, item.prose("Profile of the candidate for accounting auditor", "会計監査人候補者の概要")] = None


@item.part(
    "Proposed accounting auditor", "会計監査人の選任及び解任の議案", prefix="ProposedAccountingAuditor",
    ref=(item.enforcement("77"), item.enforcement("81")),
)  # fmt: skip
@frozen(kw_only=True)
class ProposedAccountingAuditor(Part):
    """Election, dismissal or refusal to rehire of the accounting auditor (Companies Act, articles 329, 339 and 344)."""

    candidates: Is[
        tuple[AccountingAuditorCandidate, ...],
        item.rows("Candidates for accounting auditor", "会計監査人の候補者", name="AccountingAuditorCandidates"),
    ] = ()
    choice_reason: Is[
        Prose,
        item.prose(
            "Why the candidate for accounting auditor was chosen",
            "会計監査人の候補者とした理由",
            ref=item.enforcement("77", "", "3"),
        ),
    ] = None
    leaving: Is[Words, item.words("Accounting auditor who leaves", "退任する会計監査人の名称")] = None
    leaving_reason: Is[
        Prose,
        item.prose("Reason for the dismissal or refusal to rehire", "解任又は不再任の理由", ref=item.enforcement("81")),
    ] = None
    leaving_opinion: Is[
        Prose,
        item.prose(
            "Opinion of the accounting auditor who leaves", "退任する会計監査人の意見", ref=item.act("345", "5")
        ),
    ] = None


@item.part(
    "Officer to be dismissed", "解任の対象となる役員", prefix="OfficerToBeDismissed",
    ref=(item.act("339"), item.enforcement("78"), item.enforcement("80")),
)  # fmt: skip
@frozen(kw_only=True)
class OfficerToBeDismissed(Part):
    """An officer whose dismissal is proposed, and why (Companies Act, article 339)."""

    name: Is[Text, item.words("Name of the officer to be dismissed", "解任の対象となる役員の氏名"), NameOf.PERSON]
    position: Is[Words, item.words("Position of the officer to be dismissed", "解任の対象となる役員の地位")] = None
    reason: Is[Prose, item.prose("Reason for the dismissal of the officer", "役員の解任の理由")] = None
    shares_owned: Is[
        Quantity,
        item.shares("Shares owned by the officer to be dismissed", "解任の対象となる役員の所有株式数", instant=True),
    ] = None
