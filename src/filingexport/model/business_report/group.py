"""Business report: parent and subsidiaries, business lines, offices, employees, borrowings (重要な子会社の状況等)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.business_report.policies import GroupRelations
from filingexport.model.meaning import Measure, NameOf, quoted
from filingexport.model.part import Part
from filingexport.model.values import Amount, Block, Prose, Rate, Tally, Text, Words, YearMonth


@item.part("Principal subsidiary", "重要な子会社", prefix="Subsidiary")
@frozen(kw_only=True)
class Subsidiary(Part):
    """A principal subsidiary: capital in its own currency, ownership, business."""

    name: Is[Text, item.words("Name of the subsidiary", "子会社の名称"), NameOf.COMPANY]
    capital: Is[Amount, item.credit("Common stock of the subsidiary", "子会社の資本金", instant=True)] = None
    ownership: Is[Rate, item.ratio("Ownership of the subsidiary", "子会社に対する所有割合", instant=True)] = None
    includes_indirect_ownership: Is[bool | None, item.flag("Includes indirect ownership", "間接所有を含む")] = None
    business: Is[Words, item.words("Primary business of the subsidiary", "子会社の主要な事業内容")] = None


@item.part(
    "Parent companies and subsidiaries",
    "重要な親会社及び子会社の状況",
    prefix="Subsidiaries",
    role=True,
    file=True,
    ref=item.enforcement("120", "1", "7"),
)
@frozen(kw_only=True)
class Subsidiaries(Part):
    """Principal parent companies and subsidiaries (Ordinance for Enforcement, article 120, paragraph 1, item 7)."""

    title: Is[
        Words, item.words("Heading of parent companies and subsidiaries", "重要な親会社及び子会社の状況の見出し")
    ] = None
    heading: Is[Words, item.words("Heading of the principal subsidiaries", "重要な子会社の見出し")] = None
    subsidiaries: Is[
        tuple[Subsidiary, ...], item.rows("Principal subsidiaries", "重要な子会社", name="PrincipalSubsidiaries")
    ] = ()
    notes: Is[
        tuple[Block, ...],
        item.rows("Notes to the principal subsidiaries", "重要な子会社の注", name="SubsidiaryNotes"),
        item.prose("Note to the principal subsidiaries", "重要な子会社の注"),
    ] = ()
    investment_after_year_end: Is[
        Amount,
        item.debit("Investment in a subsidiary established after the year-end", "期末後に設立した子会社への出資額"),
        quoted("notes"),
    ] = None
    investment_after_year_end_month: Is[
        YearMonth | None, item.month("Month of the establishment after the year-end", "期末後の設立年月")
    ] = None
    counts_text: Is[
        Prose, item.prose("Numbers of subsidiaries and investees as told", "連結子会社数及び持分法適用会社数の記載")
    ] = None
    number_of_consolidated_subsidiaries: Is[
        Tally,
        item.count("Number of consolidated subsidiaries at the year-end", "期末の連結子会社数", instant=True),
        Measure.CONSOLIDATED_SUBSIDIARIES,
        quoted("counts_text"),
    ] = None
    number_of_equity_method_investees: Is[
        Tally,
        item.count("Number of equity-method investees at the year-end", "期末の持分法適用会社数", instant=True),
        Measure.EQUITY_METHOD_INVESTEES,
        quoted("counts_text"),
    ] = None
    relations: GroupRelations | None = None


@item.part("Office", "事業所")
@frozen(kw_only=True)
class Office(Part):
    """An office: whose, which kind, where."""

    company: Is[Words, item.words("Company of the office", "事業所の会社"), NameOf.COMPANY] = None
    kind: Is[Words, item.words("Kind of office", "事業所の区分")] = None
    location: Is[Words, item.words("Location of the office", "事業所の所在地")] = None


@item.part("Lender", "借入先", prefix="Lender")
@frozen(kw_only=True)
class Lender(Part):
    """A lender and what is owed to it."""

    name: Is[Text, item.words("Name of the lender", "借入先の名称"), NameOf.COMPANY]
    balance: Is[Amount, item.credit("Balance of borrowings from the lender", "借入金残高", instant=True)] = None


@item.part(
    "Business lines, offices, employees and borrowings",
    "主要な事業内容、事業所、従業員及び借入先",
    prefix="Operations",
    role=True,
    file=True,
    ref=item.enforcement("120", "1"),
)
@frozen(kw_only=True)
class Operations(Part):
    """Business lines, offices, employees, borrowings (Ordinance for Enforcement, article 120, paragraph 1, items 1 to 3)."""

    business_lines_title: Is[Words, item.words("Heading of the major business lines", "主要な事業内容の見出し")] = None
    business_lines: Is[
        Prose,
        item.prose(
            "Major business lines", "主要な事業内容", name="PrincipalBusiness", ref=item.enforcement("120", "1", "1")
        ),
    ] = None
    offices_title: Is[Words, item.words("Heading of the major offices", "主要な事業所の見出し")] = None
    offices_columns: Is[
        tuple[Text, ...],
        item.rows("Column headings of the major offices as printed", "主要な事業所の列見出し", name="OfficeColumns"),
        item.words("Column heading of the major offices", "主要な事業所の列見出し"),
    ] = ()
    offices: Is[tuple[Office, ...], item.rows("Major offices", "主要な事業所", name="Offices")] = ()
    employees_title: Is[Words, item.words("Heading of the employees", "従業員の状況の見出し")] = None
    number_of_employees: Is[
        Tally,
        item.count(
            "Number of employees",
            "従業員数",
            edinet="jpcrp_cor:NumberOfEmployees",
            name="NumberOfEmployees",
            instant=True,
            ref=item.enforcement("120", "1", "2"),
        ),
        Measure.EMPLOYEES,
    ] = None
    change_in_employees: Is[
        Tally,
        item.count(
            "Change in the number of employees from the end of the prior year",
            "従業員数の前期末比増減",
            name="ChangeInNumberOfEmployees",
        ),
        Measure.INCREASE_IN_EMPLOYEES,
    ] = None
    change_caption: Is[Words, item.words("Caption of the change in employees", "従業員数の増減の表示")] = None
    employees_note: Is[Prose, item.prose("Note to the employees", "従業員の状況の注")] = None
    borrowings_title: Is[Words, item.words("Heading of the major borrowings", "主要な借入先の見出し")] = None
    borrowings: Is[tuple[Lender, ...], item.rows("Major lenders", "主要な借入先", name="Lenders")] = ()
