"""Candidates for officers (候補者), whatever the office."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.governance import (
    ATTENDANCE,
    COMMITTEES,
    POSITION_RANK,
    Attendance,
    CommitteeMembership,
    PositionRank,
)
from filingexport.model.meaning import NameOf, quoted
from filingexport.model.part import Part
from filingexport.model.reference_documents.career import CAREERS, CareerEntry
from filingexport.model.values import Amount, Prose, Quantity, Tally, Text, Words


class LiabilityContract(item.Choice):
    """Whether a contract that limits an outside officer's liability is there (Companies Act, article 427)."""

    IN_FORCE = "in force", "締結済み"
    PLANNED = "planned", "締結予定"


@item.part("Candidate", "候補者", ref=(item.enforcement("74"), item.enforcement("76")))
@frozen(kw_only=True)
class Candidate(Part):
    """A candidate with career and shares owned; for an outside candidate also why, since when, under which contract.

    Ordinance for Enforcement of the Companies Act, articles 74 (directors) and 76 (company auditors).
    """

    number: Is[Tally, item.count("Number of the candidate", "候補者番号")] = None
    name: Is[
        Text,
        item.words(
            "Name of the candidate",
            "候補者の氏名",
            edinet="jpcrp_cor:NameInformationAboutDirectorsAndCorporateAuditorsProposal",
        ),
        NameOf.PERSON,
    ]
    birth_date: Is[date | None, item.day("Date of birth", "生年月日")] = None
    careers: Is[tuple[CareerEntry, ...], CAREERS] = ()
    shares_owned: Is[
        Quantity,
        item.shares(
            "Number of shares of the company owned",
            "所有する当社の株式数",
            edinet="jpcrp_cor:NumberOfSharesHeldOrdinarySharesInformationAboutDirectorsAndCorporateAuditorsProposal",
            instant=True,
        ),
    ] = None
    reappointed: Is[bool | None, item.flag("Reappointed", "再任")] = None
    outside: Is[bool | None, item.flag("Candidate for outside office", "社外役員候補者")] = None
    outside_statement: Is[
        Prose, item.prose("Statement that the candidate is for outside office", "社外役員候補者である旨")
    ] = None
    outside_reason: Is[
        Prose,
        item.prose(
            "Reason for the choice of the outside candidate",
            "社外役員候補者とした理由",
            ref=item.enforcement("74", "4", "2"),
        ),
    ] = None
    outside_term: Is[Prose, item.prose("Term in outside office as printed", "社外役員としての在任年数の記載")] = None
    outside_years_in_office: Is[
        Tally,
        item.count("Years in outside office at the close of the meeting", "社外役員としての在任年数"),
        quoted("outside_term"),
    ] = None
    liability_contract: Is[
        LiabilityContract | None, item.choice("Status of the liability limitation contract", "責任限定契約の状況")
    ] = None
    liability_contract_text: Is[
        Prose,
        item.prose(
            "Liability limitation contract with the candidate", "候補者との責任限定契約の概要", ref=item.act("427", "1")
        ),
    ] = None
    liability_limit: Is[
        Amount,
        item.money("Amount to which liability is limited by contract", "責任限定契約の限度額"),
        quoted("liability_contract_text"),
    ] = None
    position: Is[
        Words,
        item.words(
            "Present position of the candidate",
            "候補者の当社における地位及び担当",
            ref=item.enforcement("74", "2", "4"),
        ),
    ] = None
    rank: Is[PositionRank | None, POSITION_RANK] = None
    woman: Is[bool | None, item.flag("Candidate is a woman", "女性候補者")] = None
    reason: Is[Prose, item.prose("Reason for the choice of the candidate", "候補者とした理由")] = None
    expected_role: Is[
        Prose,
        item.prose(
            "Role expected of the outside candidate",
            "社外取締役候補者に期待される役割の概要",
            ref=item.enforcement("74", "4", "3"),
        ),
    ] = None
    independent: Is[bool | None, item.flag("Candidate for independent officer", "独立役員候補者")] = None
    independence: Is[Prose, item.prose("Independence of the candidate", "候補者の独立性に関する事項")] = None
    concurrent_posts: Is[
        tuple[Text, ...],
        item.rows("Concurrent posts of candidates", "候補者の重要な兼職", name="CandidateConcurrentPosts"),
        item.words("Concurrent post of the candidate", "候補者の重要な兼職", name="CandidateConcurrentPost"),
    ] = ()
    skills: Is[
        tuple[Text, ...],
        item.rows("Skills of candidates", "候補者のスキル", name="CandidateSkills"),
        item.words("Skill of the candidate", "候補者のスキル", name="CandidateSkill"),
    ] = ()
    attendance: Is[tuple[Attendance, ...], ATTENDANCE] = ()
    committees: Is[tuple[CommitteeMembership, ...], COMMITTEES] = ()
    years_in_office: Is[Tally, item.count("Years in office at the close of the meeting", "在任年数")] = None
    substitute_for: Is[
        Words,
        item.words(
            "Officer for whom the candidate is a substitute", "補欠の対象となる役員", ref=item.enforcement("96", "2")
        ),
    ] = None
    special_interest: Is[
        Prose,
        item.prose("Special interest between the candidate and the company", "候補者と当社との特別の利害関係の内容"),
    ] = None
    indemnity: Is[
        Prose,
        item.prose(
            "Indemnity contract with the candidate",
            "候補者との補償契約の内容の概要",
            ref=item.enforcement("74", "1", "5"),
        ),
    ] = None
    insurance: Is[
        Prose,
        item.prose(
            "Insurance of the candidate's liability",
            "候補者を被保険者とする役員等賠償責任保険契約の内容の概要",
            ref=item.enforcement("74", "1", "6"),
        ),
    ] = None
    misconduct: Is[
        Prose,
        item.prose(
            "Unlawful acts at the company while the candidate held outside office",
            "社外役員在任中の不当な業務執行に関する事項",
            ref=item.enforcement("74", "4"),
        ),
    ] = None
