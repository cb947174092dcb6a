"""How a company is governed: its organs, the classes of its officers, their meetings, and where its shares are listed."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.values import Tally, Text, Words


class GovernanceForm(item.Choice):
    """Which organs a company has (Companies Act, articles 326 to 328)."""

    BOARD_OF_COMPANY_AUDITORS = "company with board of company auditors", "監査役会設置会社"
    AUDIT_AND_SUPERVISORY_COMMITTEE = "company with audit and supervisory committee", "監査等委員会設置会社"
    THREE_COMMITTEES = "company with nominating and other committees", "指名委員会等設置会社"
    COMPANY_AUDITORS = "company with company auditors without board", "監査役設置会社（監査役会を置かない会社）"
    COMPANY_AUDITORS_LIMITED_TO_ACCOUNTING = (
        "company with company auditors limited to accounting",
        "監査役の監査の範囲を会計に関するものに限定する会社",
    )
    ACCOUNTING_ADVISORS = (
        "company with accounting advisors without auditors",
        "会計参与設置会社（監査役を置かない会社）",
    )
    DIRECTORS_ONLY = "company with directors only", "取締役のみの会社"


class OfficerClass(item.Choice):
    """The classes of officers by which tables are told; a table uses those that fit its company's organs.

    Ordinance for Enforcement of the Companies Act, articles 121, item 4, and 122, paragraph 1, item 2.
    """

    DIRECTORS = "directors", "取締役"
    DIRECTORS_EXCLUDING_OUTSIDE = "directors excluding outside directors", "取締役（社外取締役を除く。）"
    OUTSIDE_DIRECTORS = "outside directors", "社外取締役"
    DIRECTORS_NOT_ON_COMMITTEE = (
        "directors excluding audit and supervisory committee members",
        "取締役（監査等委員を除く。）",
    )
    DIRECTORS_NOT_ON_COMMITTEE_EXCLUDING_OUTSIDE = (
        "directors excluding audit and supervisory committee members and outside directors",
        "取締役（監査等委員及び社外取締役を除く。）",
    )
    OUTSIDE_DIRECTORS_NOT_ON_COMMITTEE = (
        "outside directors excluding audit and supervisory committee members",
        "社外取締役（監査等委員を除く。）",
    )
    COMMITTEE_DIRECTORS = "directors who are audit and supervisory committee members", "取締役（監査等委員）"
    COMMITTEE_DIRECTORS_EXCLUDING_OUTSIDE = (
        "directors who are audit and supervisory committee members excluding outside directors",
        "取締役（監査等委員）（社外取締役を除く。）",
    )
    OUTSIDE_COMMITTEE_DIRECTORS = (
        "outside directors who are audit and supervisory committee members",
        "社外取締役（監査等委員）",
    )
    EXECUTIVE_OFFICERS = "executive officers", "執行役"
    COMPANY_AUDITORS = "company auditors", "監査役"
    COMPANY_AUDITORS_EXCLUDING_OUTSIDE = (
        "company auditors excluding outside company auditors",
        "監査役（社外監査役を除く。）",
    )
    OUTSIDE_COMPANY_AUDITORS = "outside company auditors", "社外監査役"
    ACCOUNTING_ADVISORS = "accounting advisors", "会計参与"
    OUTSIDE_OFFICERS = "outside officers", "社外役員"
    CORPORATE_OFFICERS = "corporate officers who are no directors", "取締役を兼務しない執行役員"
    EMPLOYEES = "employees", "従業員"
    SUBSIDIARIES_OFFICERS = "officers and employees of subsidiaries", "子会社の役員及び従業員"
    TOTAL = "total", "合計"


class PositionRank(item.Choice):
    """The ranks that companies give their officers; which words a company prints is told beside it."""

    CHAIRMAN = "chairman", "会長"
    VICE_CHAIRMAN = "vice chairman", "副会長"
    PRESIDENT = "president", "社長"
    EXECUTIVE_VICE_PRESIDENT = "executive vice president", "副社長"
    SENIOR_MANAGING = "senior managing", "専務"
    MANAGING = "managing", "常務"
    ADVISOR = "advisor", "相談役"
    NO_RANK = "without rank", "役職なし"


class GoverningBody(item.Choice):
    """The bodies in which officers meet (Companies Act, articles 362, 390, 399-2 and 404), and those companies set up."""

    BOARD_OF_DIRECTORS = "board of directors", "取締役会"
    BOARD_OF_COMPANY_AUDITORS = "board of company auditors", "監査役会"
    AUDIT_AND_SUPERVISORY_COMMITTEE = "audit and supervisory committee", "監査等委員会"
    NOMINATING_COMMITTEE = "nominating committee", "指名委員会"
    AUDIT_COMMITTEE = "audit committee", "監査委員会"
    COMPENSATION_COMMITTEE = "compensation committee", "報酬委員会"
    VOLUNTARY_NOMINATING_COMMITTEE = "voluntary nominating committee", "任意の指名委員会"
    VOLUNTARY_COMPENSATION_COMMITTEE = "voluntary compensation committee", "任意の報酬委員会"
    VOLUNTARY_NOMINATING_AND_COMPENSATION_COMMITTEE = (
        "voluntary nominating and compensation committee",
        "任意の指名・報酬委員会",
    )
    SPECIAL_COMMITTEE = "special committee", "特別委員会"
    OTHER = "other", "その他"


POSITION_RANK = item.choice("Rank of the position", "役職の区分", name="PositionRank")
"""The rank of an officer or a candidate among the directors or executive officers."""
OFFICER_CLASS = item.choice("Class of officers", "役員の区分", name="OfficerClass")
"""The class of officers that a row of a table is about."""
GOVERNING_BODY = item.choice("Body of officers", "会議体", name="GoverningBody")
"""The body that a row of a table is about."""
GOVERNING_BODY_NAME = item.words("Name of the body as printed", "会議体の名称", name="GoverningBodyName")
"""The name that the company gives to the body."""


@item.part("Membership in a committee", "委員会の構成", prefix="CommitteeMembership", ref=item.act("400"))
@frozen(kw_only=True)
class CommitteeMembership(Part):
    """A committee that an officer sits on (Companies Act, articles 38 and 400)."""

    body: Is[GoverningBody | None, GOVERNING_BODY] = None
    name: Is[Words, GOVERNING_BODY_NAME] = None
    chair: Is[bool | None, item.flag("Chair of the committee", "委員長")] = None
    selected: Is[
        bool | None,
        item.flag(
            "Selected committee member",
            "選定監査等委員・選定監査委員",
            doc="Chosen by the committee to demand reports and to state its opinion.",
        ),
    ] = None


COMMITTEES = item.rows("Committees of the officer", "役員が属する委員会", name="CommitteeMemberships")
"""The one table of committees, wherever an officer or a candidate stands."""


@item.part("Attendance at a body", "会議体への出席状況", prefix="Attendance")
@frozen(kw_only=True)
class Attendance(Part):
    """How many meetings of one body an officer attended, of how many that were held while in office."""

    body: Is[GoverningBody | None, GOVERNING_BODY] = None
    name: Is[Words, GOVERNING_BODY_NAME] = None
    attended: Is[Tally, item.count("Meetings attended", "出席回数")] = None
    held: Is[Tally, item.count("Meetings held while in office", "在任中の開催回数")] = None


ATTENDANCE = item.rows("Attendance at bodies", "会議体への出席状況", name="Attendance")
"""The one table of attendance, wherever an officer or a candidate stands."""


@item.part("Listing", "上場", prefix="Listing")
@frozen(kw_only=True)
class Listing(Part):
    """An exchange on which the company's shares are listed."""

    exchange: Is[
        Text,
        item.words(
            "Exchange",
            "上場金融商品取引所",
            edinet="jpcrp_cor:NameOfFinancialInstrumentsExchangeOnWhichSecuritiesAreListedOrAuthorizedFinancialInstrumentsBusinessAssociationToWhichSecuritiesAreRegistered",
        ),
    ]
    market: Is[Words, item.words("Market of the exchange", "市場区分")] = None
    code: Is[str | None, item.code("Code at the exchange", "銘柄コード")] = None
