"""A proposal of any kind, by the company or by shareholders; there may be several of a kind (議案)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.proposal_kinds import PROPOSAL_KIND, PROPOSER, ProposalKind, Proposer, ResolutionKind
from filingexport.model.reference_documents.amendment_of_articles import AmendedArticle
from filingexport.model.reference_documents.proposed_capital import (
    ProposedConsolidation,
    ProposedDefence,
    ProposedDividend,
    ProposedReorganisation,
    ProposedReserves,
    ProposedShares,
)
from filingexport.model.reference_documents.proposed_election import (
    OfficerToBeDismissed,
    ProposedAccountingAuditor,
    ProposedElection,
)
from filingexport.model.reference_documents.proposed_remuneration import ProposedRemuneration
from filingexport.model.values import Prose, Tally, Text, Words


class BoardStand(item.Choice):
    """Whether the board is for or against a proposal of shareholders."""

    FOR = "for", "賛成"
    AGAINST = "against", "反対"
    NEUTRAL = "neutral", "中立"


@item.part(
    "Shareholders' proposal", "株主提案", prefix="ShareholderProposal",
    ref=(item.act("303"), item.act("304"), item.act("305"), item.enforcement("93")),
)  # fmt: skip
@frozen(kw_only=True)
class ShareholderProposal(Part):
    """Who proposes, as told, and what the board says (Ordinance for Enforcement, article 93)."""

    proposers: Is[
        tuple[Text, ...],
        item.rows("Shareholders who propose", "提案株主", name="ProposingShareholders"),
        item.words("Shareholder who proposes", "提案株主", name="ProposingShareholder"),
    ] = ()
    number_of_proposers: Is[Tally, item.count("Number of shareholders who propose", "提案株主の数")] = None
    votes: Is[
        Tally, item.count("Number of votes of the shareholders who propose", "提案株主の議決権の数", instant=True)
    ] = None
    as_received: Is[Prose, item.prose("Proposal as received from the shareholders", "株主から提出された議案の原文")] = (
        None
    )
    stand: Is[BoardStand | None, item.choice("Stand of the board", "取締役会の賛否")] = None
    board_opinion: Is[
        Prose, item.prose("Opinion of the board", "取締役会の意見", ref=item.enforcement("93", "1", "2"))
    ] = None


@item.part("Opinions on a proposal", "議案についての意見", prefix="ProposalOpinions")
@frozen(kw_only=True)
class ProposalOpinions(Part):
    """What auditors and committees say of a proposal of the company."""

    board: Is[Prose, item.prose("Opinion of the board on the proposal", "議案についての取締役会の意見")] = None
    committee: Is[
        Prose,
        item.prose(
            "Opinion of the audit and supervisory committee on the proposal",
            "議案についての監査等委員会の意見",
            ref=(item.act("342-2", "4"), item.act("361", "6"), item.enforcement("74", "1", "3")),
        ),
    ] = None
    committee_members: Is[
        Prose,
        item.prose(
            "Opinion of audit and supervisory committee members",
            "監査等委員である取締役の意見",
            ref=(item.act("342-2", "1"), item.act("361", "5")),
        ),
    ] = None
    consent: Is[
        Prose,
        item.prose(
            "Consent of the auditors or of the committee to the proposal",
            "監査役会又は監査等委員会の同意",
            ref=(item.act("343", "1"), item.act("344-2", "1")),
        ),
    ] = None
    decision: Is[
        Prose,
        item.prose(
            "Decision of the auditors or of the committee on the accounting auditor",
            "会計監査人に関する監査役会又は監査等委員会の決定",
            ref=(item.act("344"), item.act("399-2", "3", "2"), item.act("404", "2", "2")),
        ),
    ] = None
    audit_findings: Is[
        Prose,
        item.prose(
            "What the auditors found against the proposal",
            "議案についての監査役等の調査の結果",
            ref=(item.act("384"), item.act("399-5"), item.enforcement("73", "1", "3")),
        ),
    ] = None
    advisory_committee: Is[
        Prose, item.prose("Advice of a voluntary committee on the proposal", "任意の委員会の答申")
    ] = None


@item.part("Proposal", "議案", prefix="Proposal", ref=item.enforcement("73"))
@frozen(kw_only=True)
class Proposal(Part):
    """One proposal: its subject, reason and text, the opinions on it, and what its kind needs.

    Ordinance for Enforcement of the Companies Act, articles 73 to 93.
    """

    number: Is[Tally, item.count("Number of the proposal in the reference documents", "議案の番号（参考書類）")] = None
    title: Is[Text, item.words("Title of the proposal in the reference documents", "議案の件名（参考書類）")]
    kind: Is[ProposalKind | None, PROPOSAL_KIND] = None
    proposer: Is[Proposer | None, PROPOSER] = None
    resolution: Is[
        ResolutionKind | None, item.choice("Majority that the proposal needs", "決議の種類", ref=item.act("309"))
    ] = None
    condition: Is[
        Prose, item.prose("Condition of the proposal", "議案の条件", doc="Such as another proposal's approval.")
    ] = None
    reason: Is[Prose, item.prose("Reason for the proposal", "提案の理由", ref=item.enforcement("73", "1", "2"))] = None
    text: Is[Prose, item.prose("Text of the proposal", "議案の内容", ref=item.enforcement("73", "1", "1"))] = None
    class_meeting: Is[
        Words, item.words("Class of shares whose meeting votes too", "種類株主総会の対象となる株式の種類")
    ] = None
    shareholder: ShareholderProposal | None = None
    opinions: ProposalOpinions | None = None
    dividend: ProposedDividend | None = None
    reserves: ProposedReserves | None = None
    articles: Is[
        tuple[AmendedArticle, ...],
        item.rows("Articles that the proposal amends", "議案により変更する条文", name="ProposalArticles"),
    ] = ()
    articles_effective_date: Is[Words, item.words("When the amended articles take effect", "定款変更の効力発生日")] = (
        None
    )
    election: ProposedElection | None = None
    accounting_auditor: ProposedAccountingAuditor | None = None
    dismissals: Is[
        tuple[OfficerToBeDismissed, ...],
        item.rows("Officers to be dismissed", "解任の対象となる役員", name="OfficersToBeDismissed"),
    ] = ()
    remuneration: ProposedRemuneration | None = None
    consolidation: ProposedConsolidation | None = None
    shares: ProposedShares | None = None
    reorganisation: ProposedReorganisation | None = None
    defence: ProposedDefence | None = None
