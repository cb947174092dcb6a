"""Business report: stock acquisition rights (会社の新株予約権等に関する事項)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import NextYear
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Quantity, Tally, Text, Words


@item.axis("Class of holders of rights", "新株予約権の保有者の区分")
class HolderClass(item.Axis):
    """The classes of officers who hold rights (Ordinance for Enforcement, article 123, item 1)."""

    DIRECTORS_EXCLUDING_OUTSIDE = item.Label("Directors (excluding outside directors)", "取締役（社外取締役を除く）")
    OUTSIDE_DIRECTORS = item.Label("Outside directors", "社外取締役")
    COMPANY_AUDITORS = item.Label("Company auditors", "監査役")


@item.part("Rights held", "新株予約権の保有状況", prefix="RightsHeld", instant=True)
@frozen(kw_only=True)
class RightsHeld(Part):
    """What one class of officers holds of a grant."""

    people: Is[Tally, item.count("Number of people who hold rights", "保有者数")] = None
    rights: Is[Tally, item.count("Number of stock acquisition rights", "新株予約権の数")] = None
    shares: Is[Quantity, item.shares("Number of shares under the rights", "目的となる株式の数")] = None


@item.part("Grant of stock acquisition rights", "新株予約権の発行", prefix="RightsGrant")
@frozen(kw_only=True)
class RightsGrant(Part):
    """One grant: the meeting that resolved it, its terms, and who holds how many."""

    meeting_date: Is[date | None, item.day("Date of the shareholders' meeting", "株主総会の決議日"), NextYear.KEPT] = (
        None
    )
    directors_excluding_outside: Is[RightsHeld | None, item.member(HolderClass.DIRECTORS_EXCLUDING_OUTSIDE)] = None
    outside_directors: Is[RightsHeld | None, item.member(HolderClass.OUTSIDE_DIRECTORS)] = None
    company_auditors: Is[RightsHeld | None, item.member(HolderClass.COMPANY_AUDITORS)] = None
    kind_of_stock: Is[Words, item.words("Kind of stock under the rights", "目的となる株式の種類")] = None
    issue_value: Is[Amount, item.per_share("Issue value of new shares", "新株の発行価額"), NextYear.KEPT] = None
    exercise_start: Is[date | None, item.day("First day of the exercise term", "行使期間の開始日"), NextYear.KEPT] = (
        None
    )
    exercise_end: Is[date | None, item.day("Last day of the exercise term", "行使期間の終了日"), NextYear.KEPT] = None
    conditions: Is[
        tuple[Text, ...],
        item.rows("Conditions for exercise", "行使の条件", name="ExerciseConditions"),
        item.words("Condition for exercise", "行使の条件"),
    ] = ()


@item.part(
    "Stock acquisition rights",
    "会社の新株予約権等に関する事項",
    prefix="StockAcquisitionRights",
    role=True,
    file=True,
    ref=item.enforcement("123"),
)
@frozen(kw_only=True)
class StockAcquisitionRights(Part):
    """Stock acquisition rights (Ordinance for Enforcement, article 123)."""

    title: Is[Words, item.words("Heading of the stock acquisition rights", "新株予約権等に関する事項の見出し")] = None
    officers_title: Is[
        Words, item.words("Heading of the rights held by officers", "役員が有する新株予約権の見出し")
    ] = None
    basis: Is[
        Prose,
        item.prose(
            "Provision under which the rights were issued",
            "新株予約権の発行の根拠",
            ref=(item.enforcement("123"), item.act("238", in_2008=item.commercial_code("280-19", "1"))),
        ),
    ] = None
    grants: Is[
        tuple[RightsGrant, ...],
        item.rows("Grants of stock acquisition rights", "新株予約権の発行", name="RightsGrants"),
    ] = ()
    employees_title: Is[
        Words, item.words("Heading of the rights granted to employees", "使用人等に交付した新株予約権の見出し")
    ] = None
    employees: Is[
        Prose, item.prose("Rights granted to employees during the year", "当期中に使用人等に交付した新株予約権")
    ] = None
