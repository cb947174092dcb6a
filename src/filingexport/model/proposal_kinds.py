"""What is voted on: the kinds of proposals, who makes them, and which majority they need."""

from filingexport.model import item


class ProposalKind(item.Choice):
    """The subject of a proposal (Companies Act; Ordinance for Enforcement, articles 73 to 93)."""

    APPROPRIATION_OF_SURPLUS = "appropriation of surplus", "剰余金の処分"
    DISPOSITION_OF_LOSS = "disposition of loss", "損失の処理"
    REDUCTION_OF_CAPITAL = "reduction of capital", "資本金の額の減少"
    REDUCTION_OF_RESERVES = "reduction of reserves", "準備金の額の減少"
    AMENDMENT_OF_ARTICLES = "amendment of the articles of incorporation", "定款の変更"
    ELECTION_OF_DIRECTORS = "election of directors", "取締役の選任"
    ELECTION_OF_DIRECTORS_NOT_ON_COMMITTEE = (
        "election of directors excluding audit and supervisory committee members",
        "取締役（監査等委員を除く。）の選任",
    )
    ELECTION_OF_COMMITTEE_DIRECTORS = (
        "election of directors who are audit and supervisory committee members",
        "監査等委員である取締役の選任",
    )
    ELECTION_OF_COMPANY_AUDITORS = "election of company auditors", "監査役の選任"
    ELECTION_OF_SUBSTITUTES = "election of substitutes", "補欠の役員の選任"
    ELECTION_OF_ACCOUNTING_ADVISORS = "election of accounting advisors", "会計参与の選任"
    ELECTION_OF_ACCOUNTING_AUDITOR = "election of the accounting auditor", "会計監査人の選任"
    DISMISSAL_OF_OFFICERS = "dismissal of officers", "役員の解任"
    DISMISSAL_OF_ACCOUNTING_AUDITOR = (
        "dismissal or refusal to rehire the accounting auditor",
        "会計監査人の解任又は不再任",
    )
    REMUNERATION = "remuneration of officers", "役員の報酬等"
    STOCK_COMPENSATION = "stock compensation of officers", "役員の株式報酬"
    BONUS = "bonus to officers", "役員賞与の支給"
    RETIREMENT_ALLOWANCE = "retirement allowance", "退職慰労金の支給"
    STOCK_ACQUISITION_RIGHTS = "stock acquisition rights", "新株予約権の発行"
    ISSUE_OF_SHARES = "issue of shares", "募集株式の発行"
    ACQUISITION_OF_TREASURY_SHARES = "acquisition of treasury shares", "自己株式の取得"
    SHARE_CONSOLIDATION = "share consolidation", "株式の併合"
    ACQUISITION_DEFENCE = "acquisition defence", "買収への対応方針（買収防衛策）"
    REORGANISATION = "reorganisation", "組織再編"
    TRANSFER_OF_BUSINESS = "transfer of business", "事業の譲渡等"
    EXEMPTION_FROM_LIABILITY = "exemption from liability", "責任の免除"
    APPROVAL_OF_STATEMENTS = "approval of financial statements", "計算書類の承認"
    DISSOLUTION = "dissolution", "解散"
    OTHER = "other", "その他"


class Proposer(item.Choice):
    """Who makes a proposal (Companies Act, articles 298 and 303 to 305)."""

    COMPANY = "company", "会社提案"
    SHAREHOLDER = "shareholder", "株主提案"


class ResolutionKind(item.Choice):
    """Which majority a proposal needs (Companies Act, article 309)."""

    ORDINARY = "ordinary", "普通決議"
    ORDINARY_FOR_OFFICERS = "ordinary for officers", "普通決議（役員の選任又は解任）"
    SPECIAL = "special", "特別決議"
    EXTRAORDINARY = "extraordinary special", "特殊決議"
    ADVISORY = "advisory", "勧告的決議"


PROPOSAL_KIND = item.choice("Subject of the proposal", "議案の種類", name="ProposalKind")
"""The subject of a proposal, in the agenda and in the reference documents."""
PROPOSER = item.choice(
    "Proposed by", "提案者の別", name="Proposer", ref=(item.act("303"), item.act("304"), item.act("305"))
)
"""Whether the company or shareholders propose it, in the agenda and in the reference documents."""
