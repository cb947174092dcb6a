"""Proposals on surplus, capital, shares and the enterprise (剰余金、資本、株式及び組織再編の議案)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.reference_documents.share_class_dividend import (
    CLASS_DIVIDENDS,
    SURPLUS_MOVEMENTS,
    ClassDividend,
    SurplusMovement,
)
from filingexport.model.values import Amount, Prose, Quantity, Tally, Text, Words


@item.part("Proposed dividend", "剰余金の配当の議案", prefix="ProposedDividend", ref=(item.act("453"), item.act("454")))
@frozen(kw_only=True)
class ProposedDividend(Part):
    """A dividend by class of shares (Companies Act, article 454)."""

    property: Is[
        Words, item.words("Type of property of the dividend", "配当財産の種類（議案）", ref=item.act("454", "1", "1"))
    ] = None
    classes: Is[tuple[ClassDividend, ...], CLASS_DIVIDENDS] = ()
    total: Is[Amount, item.credit("Total of the dividends proposed", "配当総額（議案）")] = None
    resource: Is[Words, item.words("Resource of the dividend", "配当の原資")] = None
    effective_date: Is[
        date | None,
        item.day("Day on which the dividend takes effect", "配当の効力発生日（議案）", ref=item.act("454", "1", "3")),
    ] = None


@item.part(
    "Proposed change of capital, reserves or surplus", "資本金、準備金又は剰余金の額の変更の議案", prefix="ProposedReserves",
    ref=(item.act("447"), item.act("448"), item.act("450"), item.act("451"), item.act("452")),
)  # fmt: skip
@frozen(kw_only=True)
class ProposedReserves(Part):
    """Reduction of capital or reserves, disposition of a loss (Companies Act, articles 447, 448 and 450 to 452)."""

    movements: Is[tuple[SurplusMovement, ...], SURPLUS_MOVEMENTS] = ()
    effective_date: Is[
        date | None, item.day("Day on which the change of capital or reserves takes effect", "減少等の効力発生日")
    ] = None
    creditors: Is[Prose, item.prose("Objections of creditors", "債権者の異議申述手続", ref=item.act("449"))] = None


@item.part(
    "Proposed share consolidation", "株式の併合の議案", prefix="ProposedConsolidation",
    ref=(item.act("180"), item.enforcement("85-3")),
)  # fmt: skip
@frozen(kw_only=True)
class ProposedConsolidation(Part):
    """Several shares become one (Companies Act, article 180)."""

    shares_into_one: Is[Tally, item.count("Shares that become one", "併合の割合", ref=item.act("180", "2", "1"))] = None
    effective_date: Is[
        date | None,
        item.day("Day on which the consolidation takes effect", "併合の効力発生日", ref=item.act("180", "2", "2")),
    ] = None
    share_class: Is[
        Words, item.words("Class of the shares consolidated", "併合する株式の種類", ref=item.act("180", "2", "3"))
    ] = None
    authorized_after: Is[
        Quantity,
        item.shares(
            "Shares authorized after the consolidation", "併合後の発行可能株式総数", ref=item.act("180", "2", "4")
        ),
    ] = None
    fractions: Is[
        Prose, item.prose("Treatment of fractions of shares", "１株に満たない端数の処理", ref=item.act("235"))
    ] = None


@item.part(
    "Proposed acquisition of treasury shares or issue of shares", "自己株式の取得又は株式の発行の議案",
    prefix="ProposedShares", ref=(item.act("156"), item.act("199"), item.act("238")),
)  # fmt: skip
@frozen(kw_only=True)
class ProposedShares(Part):
    """Own shares to be acquired, or shares or rights to be issued (Companies Act, articles 156, 199 and 238)."""

    share_class: Is[Words, item.words("Class of the shares in the proposal", "議案の対象となる株式の種類")] = None
    shares: Is[Quantity, item.shares("Number of shares in the proposal", "議案の対象となる株式の数")] = None
    amount: Is[Amount, item.money("Total amount paid in the proposal", "対価又は払込金額の総額")] = None
    price: Is[Amount, item.per_share("Amount paid a share in the proposal", "１株当たりの対価又は払込金額")] = None
    first_day: Is[date | None, item.day("First day of the acquisition or payment", "取得又は払込みの期間の開始日")] = (
        None
    )
    last_day: Is[date | None, item.day("Last day of the acquisition or payment", "取得又は払込みの期間の終了日")] = None
    counterparties: Is[
        tuple[Text, ...],
        item.rows("Sellers or allottees", "相手方又は割当先", name="ProposedSharesParties"),
        item.words("Seller or allottee", "相手方又は割当先", name="ProposedSharesParty"),
    ] = ()


@item.part(
    "Proposed reorganisation", "組織再編の議案", prefix="ProposedReorganisation",
    ref=(
        item.act("467"), item.act("783"), item.act("795"), item.act("804"), item.act("816-3"),
        item.enforcement("86"), item.enforcement("87"), item.enforcement("88"), item.enforcement("91"),
        item.enforcement("92"),
    ),
)  # fmt: skip
@frozen(kw_only=True)
class ProposedReorganisation(Part):
    """Merger, split, share exchange, transfer or delivery, transfer of business (Enforcement, articles 86 to 92)."""

    parties: Is[
        tuple[Text, ...],
        item.rows("Parties of the reorganisation", "組織再編の当事会社", name="ReorganisationParties"),
        item.words("Party of the reorganisation", "組織再編の当事会社", name="ReorganisationParty"),
    ] = ()
    effective_date: Is[
        date | None, item.day("Day on which the reorganisation takes effect", "組織再編の効力発生日")
    ] = None
    agreement: Is[Prose, item.prose("Agreement or plan of the reorganisation", "契約又は計画の内容の概要")] = None
    consideration: Is[Prose, item.prose("Appropriateness of the consideration", "対価の相当性に関する事項")] = None
    ratio: Is[Words, item.words("Ratio of the reorganisation", "割当比率")] = None
    parties_statements: Is[
        Prose, item.prose("Statements of the other party and later events", "相手方の計算書類及び後発事象に関する事項")
    ] = None


@item.part("Proposed defence plan", "買収への対応方針の議案", prefix="ProposedDefence")
@frozen(kw_only=True)
class ProposedDefence(Part):
    """Introduction, renewal or abolition of a defence against acquisitions."""

    plan: Is[Words, item.words("Name of the plan proposed", "議案の対応方針の名称")] = None
    effective_until: Is[date | None, item.day("Last day of the plan proposed", "議案の対応方針の有効期限")] = None
    outline: Is[Prose, item.prose("Outline of the plan proposed", "議案の対応方針の内容")] = None
    changes: Is[Prose, item.prose("Changes against the present plan", "現行の対応方針からの変更点")] = None
    committee: Is[
        tuple[Text, ...],
        item.rows("Members of the independent committee", "独立委員会の委員", name="DefenceCommittee"),
        item.words("Member of the independent committee", "独立委員会の委員", name="DefenceCommitteeMember"),
    ] = ()
