"""Business report: officers (会社役員に関する事項)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.business_report.protection import (
    DirectorsAndOfficersInsurance,
    IndemnityContracts,
    LiabilityLimitation,
)
from filingexport.model.business_report.remuneration import RemunerationDetails
from filingexport.model.governance import (
    ATTENDANCE,
    COMMITTEES,
    POSITION_RANK,
    Attendance,
    CommitteeMembership,
    PositionRank,
)
from filingexport.model.meaning import NameOf, NextYear, quoted
from filingexport.model.part import Part
from filingexport.model.skills import SkillsMatrix, SkillsMatrixPlace
from filingexport.model.values import Amount, Block, Prose, Tally, Text, Words


class OfficerKind(item.Choice):
    """The kinds of officers (Companies Act, article 329)."""

    DIRECTOR = "director", "取締役"
    COMPANY_AUDITOR = "company auditor", "監査役"
    EXECUTIVE_OFFICER = "executive officer", "執行役"
    ACCOUNTING_ADVISOR = "accounting advisor", "会計参与"


class OfficeChange(item.Choice):
    """What happened to an office."""

    ASSUMPTION = "assumption", "就任"
    RETIREMENT = "retirement", "退任"


@item.part("Officer", "会社役員", ref=(item.enforcement("121", "", "1"), item.enforcement("121", "", "2")))
@frozen(kw_only=True)
class Officer(Part):
    """An officer with position, duties and concurrent posts (Ordinance for Enforcement, article 121)."""

    position: Is[
        Words,
        item.words(
            "Position of the officer",
            "会社における地位",
            edinet="jpcrp_cor:OfficialTitleOrPositionInformationAboutDirectorsAndCorporateAuditors",
        ),
    ] = None
    rank: Is[PositionRank | None, POSITION_RANK] = None
    name: Is[
        Text,
        item.words(
            "Name of the officer", "役員の氏名", edinet="jpcrp_cor:NameInformationAboutDirectorsAndCorporateAuditors"
        ),
        NameOf.PERSON,
    ]
    kind: Is[OfficerKind | None, item.choice("Kind of officer", "役員の種類")] = None
    outside: Is[bool | None, item.flag("Outside officer", "社外役員")] = None
    full_time: Is[bool | None, item.flag("Full-time company auditor", "常勤監査役")] = None
    posts: Is[
        tuple[Text, ...],
        item.rows("Duties and concurrent posts of officers", "担当及び重要な兼職", name="OfficerPosts"),
        item.words("Duty or concurrent post of the officer", "担当又は重要な兼職"),
    ] = ()
    committee_director: Is[
        bool | None,
        item.flag(
            "Director who is audit and supervisory committee member", "監査等委員である取締役", ref=item.act("38", "2")
        ),
    ] = None
    representative: Is[
        bool | None,
        item.flag(
            "Representative director or executive officer",
            "代表取締役・代表執行役",
            ref=(item.act("349", "3"), item.act("420")),
        ),
    ] = None
    independent: Is[bool | None, item.flag("Independent officer", "独立役員")] = None
    assumed_on: Is[date | None, item.day("Day on which the officer took office", "就任の日"), NextYear.KEPT] = None
    financial_knowledge: Is[
        Prose,
        item.prose(
            "Considerable knowledge of finance and accounting",
            "財務及び会計に関する相当程度の知見",
            ref=item.enforcement("121", "", "9"),
        ),
    ] = None
    committees: Is[tuple[CommitteeMembership, ...], COMMITTEES] = ()
    attendance: Is[tuple[Attendance, ...], ATTENDANCE] = ()


@item.part("Change of an office", "役員の異動", prefix="OfficeChange")
@frozen(kw_only=True)
class ChangeOfOffice(Part):
    """An office assumed or left during the year."""

    kind: Is[OfficeChange | None, item.choice("Kind of change of the office", "異動の種類")] = None
    changed_on: Is[date | None, item.day("Date of the change of the office", "異動の日")] = None
    position: Is[Words, item.words("Position that was assumed or left", "異動の地位")] = None
    name: Is[
        Text, item.words("Name of the officer who assumed or left office", "異動のあった役員の氏名"), NameOf.PERSON
    ]
    reason: Is[
        Prose,
        item.prose(
            "Reason of the resignation or dismissal", "辞任又は解任の理由", ref=item.enforcement("121", "", "7")
        ),
    ] = None
    opinion: Is[
        Prose,
        item.prose(
            "Opinion on the resignation or dismissal",
            "辞任又は解任についての意見",
            ref=(item.act("345"), item.enforcement("121", "", "7")),
        ),
    ] = None


@item.part("Corporate officer", "執行役員", prefix="CorporateOfficer")
@frozen(kw_only=True)
class CorporateOfficer(Part):
    """A corporate officer whom the board appoints; not an officer by law."""

    name: Is[Text, item.words("Name of the corporate officer", "執行役員の氏名"), NameOf.PERSON]
    position: Is[Words, item.words("Position of the corporate officer", "執行役員の地位")] = None
    duties: Is[Words, item.words("Duties of the corporate officer", "執行役員の担当")] = None


@item.axis("Class of officers paid", "報酬等の対象となる役員の区分")
class PaidOfficers(item.Axis):
    """The classes of officers by which remuneration is told; outside officers are also in the class they belong to."""

    DIRECTORS = item.Label("Directors", "取締役")
    OUTSIDE_DIRECTORS = item.Label("Outside directors", "社外取締役")
    COMPANY_AUDITORS = item.Label("Company auditors", "監査役")
    OUTSIDE_COMPANY_AUDITORS = item.Label("Outside company auditors", "社外監査役")


@item.part("Remuneration of a class of officers", "役員区分ごとの報酬等", prefix="RemunerationOf")
@frozen(kw_only=True)
class RemunerationOfClass(Part):
    """How many were paid how much."""

    persons: Is[Tally, item.count("Number of officers paid", "報酬等の支給人員")] = None
    amount: Is[Amount, item.debit("Amount of remuneration", "報酬等の額")] = None


@item.part(
    "Remuneration of directors and auditors",
    "取締役及び監査役の報酬等の額",
    prefix="Remuneration",
    ref=(item.enforcement("121", "", "4"), item.enforcement("124", "1", "5")),
)
@frozen(kw_only=True)
class Remuneration(Part):
    """Total remuneration, the outside part of it, and the retirement reserve in it (Ordinance for Enforcement, articles 121 and 124)."""

    title: Is[Words, item.words("Heading of the remuneration", "報酬等の額の見出し")] = None
    text: Is[Prose, item.prose("Remuneration as printed", "報酬等の額の記載")] = None
    directors: Is[RemunerationOfClass | None, item.member(PaidOfficers.DIRECTORS), quoted("text")] = None
    outside_directors: Is[RemunerationOfClass | None, item.member(PaidOfficers.OUTSIDE_DIRECTORS), quoted("text")] = (
        None
    )
    company_auditors: Is[RemunerationOfClass | None, item.member(PaidOfficers.COMPANY_AUDITORS), quoted("text")] = None
    outside_company_auditors: Is[
        RemunerationOfClass | None, item.member(PaidOfficers.OUTSIDE_COMPANY_AUDITORS), quoted("text")
    ] = None
    note: Is[Prose, item.prose("Note to the remuneration", "報酬等の額の注")] = None
    retirement_reserve: Is[
        Amount,
        item.debit(
            "Provision of the retirement reserve included in remuneration", "報酬等に含まれる役員退職慰労引当金繰入額"
        ),
        quoted("note"),
    ] = None


@item.part(
    "Activities of an outside officer",
    "社外役員の主な活動状況",
    prefix="OutsideOfficer",
    ref=item.enforcement("124", "1", "4"),
)
@frozen(kw_only=True)
class OutsideOfficerActivities(Part):
    """Attendance and activities of an outside officer (Ordinance for Enforcement, article 124, paragraph 1, item 4)."""

    position: Is[Words, item.words("Position of the outside officer", "社外役員の地位")] = None
    name: Is[Text, item.words("Name of the outside officer", "社外役員の氏名"), NameOf.PERSON]
    board_attended: Is[
        Tally, item.count("Board of directors meetings attended", "取締役会への出席回数"), quoted("activities")
    ] = None
    board_held: Is[
        Tally,
        item.count("Board of directors meetings held while in office", "在任中の取締役会の開催回数"),
        quoted("activities"),
    ] = None
    auditors_board_attended: Is[
        Tally, item.count("Board of company auditors meetings attended", "監査役会への出席回数"), quoted("activities")
    ] = None
    auditors_board_held: Is[
        Tally,
        item.count("Board of company auditors meetings held while in office", "在任中の監査役会の開催回数"),
        quoted("activities"),
    ] = None
    activities: Is[Prose, item.prose("Principal activities", "主な活動状況")] = None
    attendance: Is[tuple[Attendance, ...], ATTENDANCE] = ()
    expected_role: Is[
        Prose,
        item.prose(
            "Duties performed in the role expected of the outside director",
            "社外取締役に期待される役割に関して行った職務の概要",
            ref=item.enforcement("124", "", "4"),
        ),
    ] = None


@item.part("Outside officers", "社外役員に関する事項", prefix="OutsideOfficers", ref=item.enforcement("124"))
@frozen(kw_only=True)
class OutsideOfficers(Part):
    """Outside directors and company auditors (Ordinance for Enforcement, article 124)."""

    title: Is[Words, item.words("Heading of the outside officers", "社外役員に関する事項の見出し")] = None
    concurrent_title: Is[Words, item.words("Heading of the concurrent offices", "兼任状況の見出し")] = None
    concurrent: Is[Prose, item.prose("Concurrent offices of outside officers", "他の会社の業務執行者等の兼任状況")] = (
        None
    )
    activities_title: Is[Words, item.words("Heading of the activities", "主な活動状況の見出し")] = None
    activities: Is[
        tuple[OutsideOfficerActivities, ...],
        item.rows("Activities of outside officers", "社外役員の主な活動状況", name="OutsideOfficerActivities"),
    ] = ()
    notes: Is[
        tuple[Block, ...],
        item.rows("Notes to the activities", "主な活動状況の注", name="OutsideOfficerNotes"),
        item.prose("Note to the activities", "主な活動状況の注"),
    ] = ()
    liability_title: Is[
        Words, item.words("Heading of the liability limitation contracts", "社外役員の責任限定契約の見出し")
    ] = None
    liability_limitation: Is[
        Prose,
        item.prose(
            "Outline of the liability limitation contracts", "責任限定契約の内容の概要", ref=item.act("427", "1")
        ),
    ] = None
    liability_limit: Is[
        Amount, item.money("Amount to which liability is limited", "責任限度額"), quoted("liability_limitation")
    ] = None
    parent_compensation_title: Is[
        Words, item.words("Heading of compensation from the parent or subsidiaries", "親会社等からの報酬等の見出し")
    ] = None
    parent_compensation: Is[
        Prose,
        item.prose(
            "Compensation received from the parent company or subsidiaries",
            "親会社又は子会社等から受けた役員報酬等の総額",
        ),
    ] = None


@item.part(
    "Officers of the company",
    "会社役員に関する事項",
    prefix="Officers",
    role=True,
    file=True,
    ref=item.enforcement("121"),
)
@frozen(kw_only=True)
class Officers(Part):
    """Directors and company auditors (Ordinance for Enforcement, articles 121 and 124)."""

    title: Is[Words, item.words("Heading of the matters regarding officers", "会社役員に関する事項の見出し")] = None
    list_title: Is[Words, item.words("Heading of the list of officers", "取締役及び監査役の氏名等の見出し")] = None
    officers: Is[tuple[Officer, ...], item.rows("Officers", "会社役員", name="Officers")] = ()
    notes: Is[
        tuple[Block, ...],
        item.rows("Notes to the officers", "会社役員の注", name="OfficerNotes"),
        item.prose("Note to the officers", "会社役員の注"),
    ] = ()
    changes: Is[
        tuple[ChangeOfOffice, ...],
        item.rows("Changes of offices during the year", "事業年度中の役員の異動", name="OfficeChanges"),
        NextYear.DROPPED,
    ] = ()
    remuneration: Remuneration | None = None
    outside_officers: OutsideOfficers | None = None
    full_time_reason: Is[
        Prose,
        item.prose(
            "Whether and why there are full-time committee members",
            "常勤の監査等委員又は監査委員の選定の有無及びその理由",
            ref=item.enforcement("121", "", "10"),
        ),
    ] = None
    corporate_officers: Is[
        tuple[CorporateOfficer, ...], item.rows("Corporate officers", "執行役員", name="CorporateOfficers")
    ] = ()
    skills_matrix: Is[SkillsMatrix | None, item.member(SkillsMatrixPlace.BUSINESS_REPORT)] = None
    remuneration_details: RemunerationDetails | None = None
    liability_limitation: LiabilityLimitation | None = None
    indemnity: IndemnityContracts | None = None
    insurance: DirectorsAndOfficersInsurance | None = None
