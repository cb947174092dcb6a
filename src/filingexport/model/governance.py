"""How a company is governed: its organs, the classes of its officers, their meetings, and where its shares are listed."""

from enum import StrEnum
from typing import Annotated as Is

from attrs import frozen

from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.values import Tally, Text, Words


class GovernanceForm(StrEnum):
    """Which organs a company has (Companies Act, articles 326 to 328)."""

    BOARD_OF_COMPANY_AUDITORS = "company with board of company auditors"
    AUDIT_AND_SUPERVISORY_COMMITTEE = "company with audit and supervisory committee"
    THREE_COMMITTEES = "company with nominating and other committees"
    COMPANY_AUDITORS = "company with company auditors without board"
    COMPANY_AUDITORS_LIMITED_TO_ACCOUNTING = "company with company auditors limited to accounting"
    ACCOUNTING_ADVISORS = "company with accounting advisors without auditors"
    DIRECTORS_ONLY = "company with directors only"


class OfficerClass(StrEnum):
    """The classes of officers by which tables are told; a table uses those that fit its company's organs.

    Ordinance for Enforcement of the Companies Act, articles 121, item 4, and 122, paragraph 1, item 2.
    """

    DIRECTORS = "directors"
    DIRECTORS_EXCLUDING_OUTSIDE = "directors excluding outside directors"
    OUTSIDE_DIRECTORS = "outside directors"
    DIRECTORS_NOT_ON_COMMITTEE = "directors excluding audit and supervisory committee members"
    DIRECTORS_NOT_ON_COMMITTEE_EXCLUDING_OUTSIDE = (
        "directors excluding audit and supervisory committee members and outside directors"
    )
    OUTSIDE_DIRECTORS_NOT_ON_COMMITTEE = "outside directors excluding audit and supervisory committee members"
    COMMITTEE_DIRECTORS = "directors who are audit and supervisory committee members"
    COMMITTEE_DIRECTORS_EXCLUDING_OUTSIDE = (
        "directors who are audit and supervisory committee members excluding outside directors"
    )
    OUTSIDE_COMMITTEE_DIRECTORS = "outside directors who are audit and supervisory committee members"
    EXECUTIVE_OFFICERS = "executive officers"
    COMPANY_AUDITORS = "company auditors"
    COMPANY_AUDITORS_EXCLUDING_OUTSIDE = "company auditors excluding outside company auditors"
    OUTSIDE_COMPANY_AUDITORS = "outside company auditors"
    ACCOUNTING_ADVISORS = "accounting advisors"
    OUTSIDE_OFFICERS = "outside officers"
    CORPORATE_OFFICERS = "corporate officers who are no directors"
    EMPLOYEES = "employees"
    SUBSIDIARIES_OFFICERS = "officers and employees of subsidiaries"
    TOTAL = "total"


class GoverningBody(StrEnum):
    """The bodies in which officers meet (Companies Act, articles 362, 390, 399-2 and 404), and those companies set up."""

    BOARD_OF_DIRECTORS = "board of directors"
    BOARD_OF_COMPANY_AUDITORS = "board of company auditors"
    AUDIT_AND_SUPERVISORY_COMMITTEE = "audit and supervisory committee"
    NOMINATING_COMMITTEE = "nominating committee"
    AUDIT_COMMITTEE = "audit committee"
    COMPENSATION_COMMITTEE = "compensation committee"
    VOLUNTARY_NOMINATING_COMMITTEE = "voluntary nominating committee"
    VOLUNTARY_COMPENSATION_COMMITTEE = "voluntary compensation committee"
    VOLUNTARY_NOMINATING_AND_COMPENSATION_COMMITTEE = "voluntary nominating and compensation committee"
    SPECIAL_COMMITTEE = "special committee"
    OTHER = "other"


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
