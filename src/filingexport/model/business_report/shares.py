"""Business report: shares of the company (会社の株式に関する事項)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.business_report.share_classes import ShareClass, SharesHeldOfClass, TreasuryAcquisition
from filingexport.model.business_report.stock_compensation import StockCompensation
from filingexport.model.meaning import Measure, NextYear, quoted
from filingexport.model.part import Part
from filingexport.model.values import Prose, Quantity, Rate, Tally, Text, Words


@item.part("Major shareholder", "大株主", prefix="MajorShareholder")
@frozen(kw_only=True)
class MajorShareholder(Part):
    """One of the largest holders, in their order."""

    name: Is[Text, item.words("Name of the shareholder", "株主名", edinet="jpcrp_cor:NameMajorShareholders")]
    mark: Is[Words, item.words("Mark beside the name of the shareholder", "株主名の注記号")] = None
    shares_held: Is[
        Quantity, item.shares("Number of shares held", "持株数", edinet="jpcrp_cor:NumberOfSharesHeld", instant=True)
    ] = None
    holding_ratio: Is[
        Rate,
        item.ratio(
            "Ratio of shares held, treasury shares excluded",
            "持株比率",
            edinet="jpcrp_cor:ShareholdingRatio",
            instant=True,
        ),
    ] = None
    by_class: Is[
        tuple[SharesHeldOfClass, ...],
        item.rows("Shares held by class", "種類別の持株数", name="SharesHeldByClass"),
    ] = ()
    voting_ratio: Is[Rate, item.ratio("Ratio of votes held", "議決権比率", instant=True)] = None


@item.part(
    "Shares of the company",
    "会社の株式に関する事項",
    prefix="Shares",
    role=True,
    file=True,
    ref=item.enforcement("122"),
)
@frozen(kw_only=True)
class Shares(Part):
    """Shares of the company and their holders (Ordinance for Enforcement, article 122)."""

    title: Is[Words, item.words("Heading of the matters regarding shares", "会社の株式に関する事項の見出し")] = None
    authorized: Is[
        Quantity,
        item.shares("Number of shares authorized", "発行可能株式総数", instant=True),
        Measure.SHARES_AUTHORIZED,
    ] = None
    issued: Is[
        Quantity,
        item.shares(
            "Number of shares issued and outstanding (business report)",
            "発行済株式の総数（事業報告）",
            edinet="jpcrp_cor:NumberOfIssuedSharesAsOfFiscalYearEndIssuedSharesTotalNumberOfSharesEtc",
            instant=True,
        ),
        Measure.SHARES_ISSUED,
    ] = None
    issued_note: Is[Prose, item.prose("Note to the number of shares issued", "発行済株式の総数の注")] = None
    increase: Is[
        Quantity,
        item.shares("Increase in the number of shares issued", "発行済株式の増加数"),
        Measure.SHARES_ISSUED_IN_THE_YEAR,
        quoted("issued_note"),
    ] = None
    increase_effective_on: Is[
        date | None, item.day("Effective date of the increase in shares issued", "発行済株式の増加の効力発生日")
    ] = None
    shareholders_title: Is[Words, item.words("Heading of the number of shareholders", "株主数の見出し")] = None
    number_of_shareholders: Is[
        Tally,
        item.count(
            "Number of shareholders",
            "株主数",
            edinet="jpcrp_cor:NumberOfShareholdersTotal",
            name="NumberOfShareholders",
            instant=True,
        ),
    ] = None
    major_shareholders_title: Is[Words, item.words("Heading of the major shareholders", "大株主の見出し")] = None
    major_shareholders: Is[
        tuple[MajorShareholder, ...], item.rows("Major shareholders", "大株主", name="MajorShareholders")
    ] = ()
    major_shareholders_note: Is[Prose, item.prose("Note to the major shareholders", "大株主の注")] = None
    other_title: Is[
        Words, item.words("Heading of other important matters regarding shares", "その他株式に関する重要な事項の見出し")
    ] = None
    other: Is[Prose, item.prose("Other important matters regarding shares", "その他株式に関する重要な事項")] = None
    classes: Is[tuple[ShareClass, ...], item.rows("Classes of shares", "種類株式", name="ShareClasses")] = ()
    treasury_shares: Is[
        Quantity,
        item.shares("Number of treasury shares held", "自己株式の数", name="SharesTreasury", instant=True),
        Measure.TREASURY_SHARES,
    ] = None
    share_unit: Is[
        Quantity,
        item.shares(
            "Shares in a voting unit", "単元株式数", edinet="jpcrp_cor:NumberOfSharesConstitutingOneUnit", instant=True
        ),
        NextYear.KEPT,
    ] = None
    compensation: StockCompensation | None = None
    treasury_acquisitions: Is[
        tuple[TreasuryAcquisition, ...],
        item.rows("Acquisitions of treasury shares", "自己株式の取得等", name="TreasuryAcquisitions"),
        NextYear.DROPPED,
    ] = ()
