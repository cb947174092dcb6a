"""Business report: capital expenditures, financing, reorganisations (設備投資、資金調達、事業譲渡等)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import Measure, NameOf, NextYear, quoted
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Quantity, Rate, Tally, Text, Words, YearMonth


@item.part("Investment in a company", "会社への出資", prefix="InvestmentInCompany")
@frozen(kw_only=True)
class InvestmentInCompany(Part):
    """A company established, acquired or invested in: amount and ownership."""

    name: Is[Text, item.words("Name of the company invested in", "出資先の名称"), NameOf.COMPANY]
    month: Is[YearMonth | None, item.month("Month of the investment", "出資の年月")] = None
    amount: Is[Amount, item.debit("Amount of the investment", "出資額")] = None
    ownership: Is[Rate, item.ratio("Ownership after the investment", "出資後の所有割合", instant=True)] = None


@item.part(
    "Capital expenditures, financing and reorganisation",
    "設備投資、資金調達及び組織再編",
    prefix="",
    role=True,
    file=True,
    ref=item.enforcement("120", "1", "5"),
)
@frozen(kw_only=True)
class InvestmentAndFinancing(Part):
    """Capital expenditures, financing and reorganisation (Ordinance for Enforcement, article 120, paragraph 1, item 5)."""

    capital_expenditures_title: Is[Words, item.words("Heading of capital expenditures", "設備投資の見出し")] = None
    capital_expenditures_text: Is[Prose, item.prose("Capital expenditures as told", "設備投資の状況")] = None
    capital_expenditures: Is[
        Amount,
        item.debit("Capital expenditures including capital leases", "設備投資額（キャピタル・リースを含む）"),
        Measure.CAPITAL_EXPENDITURES,
        quoted("capital_expenditures_text"),
    ] = None
    financing_title: Is[Words, item.words("Heading of financing", "資金調達の見出し")] = None
    financing_text: Is[Prose, item.prose("Financing as told", "資金調達の状況")] = None
    proceeds_from_short_term_borrowings: Is[
        Amount,
        item.credit("Proceeds from issuance of short-term borrowings", "短期借入による収入"),
        quoted("financing_text"),
    ] = None
    borrowed_in: Is[
        YearMonth | None,
        item.month("Month of the short-term borrowings", "短期借入の年月", name="ShortTermBorrowingsMonth"),
    ] = None
    repayment_of_short_term_borrowings: Is[
        Amount, item.debit("Repayment of short-term borrowings", "短期借入金の返済"), quoted("financing_text")
    ] = None
    shares_issued_through_share_exchanges: Is[
        Quantity,
        item.shares("Shares newly issued through share exchanges", "株式交換により発行した株式数"),
        quoted("financing_text"),
    ] = None
    business_transfer_out_title: Is[
        Words,
        item.words(
            "Heading of transfers of business, split-offs or spin-offs", "事業の譲渡、吸収分割又は新設分割の見出し"
        ),
    ] = None
    business_transfer_out: Is[
        Prose, item.prose("Transfers of business, split-offs or spin-offs", "事業の譲渡、吸収分割又は新設分割の状況")
    ] = None
    business_transfer_in_title: Is[
        Words, item.words("Heading of transfers of business from other companies", "他の会社の事業の譲受けの見出し")
    ] = None
    business_transfer_in: Is[
        Prose, item.prose("Transfers of business from other companies", "他の会社の事業の譲受けの状況")
    ] = None
    acquired_business: Is[
        tuple[InvestmentInCompany, ...],
        item.rows("Businesses acquired", "譲り受けた事業", name="AcquiredBusinesses"),
        quoted("business_transfer_in"),
        NextYear.DROPPED,
    ] = ()
    succession_of_rights_title: Is[
        Words, item.words("Heading of succession to rights and responsibilities", "権利義務の承継の見出し")
    ] = None
    succession_of_rights: Is[
        Prose,
        item.prose(
            "Succession to the rights and responsibilities of other companies",
            "吸収合併等による他の法人等の事業に関する権利義務の承継の状況",
        ),
    ] = None
    acquisition_of_shares_title: Is[
        Words, item.words("Heading of acquisition or disposal of shares", "株式等の取得又は処分の見出し")
    ] = None
    acquisition_of_shares: Is[
        Prose,
        item.prose(
            "Acquisition or disposal of shares, other equities or warrants of other companies",
            "他の会社の株式その他の持分又は新株予約権等の取得又は処分の状況",
        ),
    ] = None
    investments: Is[
        tuple[InvestmentInCompany, ...],
        item.rows("Companies invested in", "出資先", name="CompaniesInvestedIn"),
        quoted("acquisition_of_shares"),
        NextYear.DROPPED,
    ] = ()


@item.part("Issues to address", "対処すべき課題", role=True, file=True, ref=item.enforcement("120", "1", "8"))
@frozen(kw_only=True)
class IssuesToAddress(Part):
    """Issues that the group faces (Ordinance for Enforcement, article 120, paragraph 1, item 8)."""

    title: Is[Words, item.words("Heading of the issues to address", "対処すべき課題の見出し")] = None
    text: Is[Prose, item.prose("Issues to address", "対処すべき課題", name="IssuesToAddress")] = None
    number_of_employees: Is[
        Tally,
        item.count(
            "Number of employees including contract workers, excluding part-timers",
            "従業員数（契約社員を含みパートタイマーを除く）",
            instant=True,
        ),
        Measure.EMPLOYEES,
        quoted("text"),
    ] = None
    increase_in_employees: Is[
        Tally,
        item.count("Increase in the number of employees", "従業員数の増加"),
        Measure.INCREASE_IN_EMPLOYEES,
        quoted("text"),
    ] = None
    new_graduates: Is[Tally, item.count("New graduates employed", "新卒採用者数"), quoted("text")] = None
    target_revenues: Is[Amount, item.credit("Middle-term target of revenues", "中期目標売上高"), quoted("text")] = None
    target_operating_income: Is[
        Amount, item.credit("Middle-term target of operating income", "中期目標営業利益"), quoted("text")
    ] = None
