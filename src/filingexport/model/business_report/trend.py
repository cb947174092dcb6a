"""Business report: trend of assets and income of the last fiscal years (財産及び損益の状況の推移)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import Measure, NextYear, RatioOf
from filingexport.model.part import Part
from filingexport.model.values import Amount, Block, Rate, Tally, Words


@item.part("Fiscal year of the trend", "推移表の事業年度", prefix="Trend")
@frozen(kw_only=True)
class TrendYear(Part):
    """One fiscal year: its facts are over that year and at its end."""

    start: Is[date, item.period_start("First day of the fiscal year of the trend", "推移表の事業年度の開始日")]
    end: Is[date, item.period_end("Last day of the fiscal year of the trend", "推移表の事業年度の終了日")]
    fiscal_term: Is[
        Tally, item.count("Ordinal of the fiscal year of the trend", "推移表の事業年度の期数"), NextYear.COUNTED
    ] = None
    heading: Is[Words, item.words("Heading of the fiscal year as printed", "推移表の事業年度の表示")] = None
    name: Is[Words, item.words("Name of the fiscal year as printed", "推移表の事業年度の略称")] = None
    orders: Is[Amount, item.credit("Orders received of the fiscal year", "受注高（推移表）")] = None
    revenues: Is[Amount, item.credit("Revenues of the fiscal year", "売上高（推移表）"), Measure.REVENUE] = None
    operating_income: Is[
        Amount, item.credit("Operating income of the fiscal year", "営業利益（推移表）"), Measure.OPERATING_INCOME
    ] = None
    ordinary_income: Is[
        Amount,
        item.credit(
            "Ordinary income of the fiscal year",
            "経常利益（推移表）",
            edinet="jpcrp_cor:OrdinaryIncomeLossSummaryOfBusinessResults",
        ),
        Measure.ORDINARY_INCOME,
    ] = None
    income_before_tax: Is[
        Amount, item.credit("Income before tax of the fiscal year", "税引前利益（推移表）"), Measure.INCOME_BEFORE_TAX
    ] = None
    net_income: Is[Amount, item.credit("Net income of the fiscal year", "当期純利益（推移表）"), Measure.NET_INCOME] = (
        None
    )
    profit_attributable_to_owners: Is[
        Amount,
        item.credit("Profit attributable to owners of the fiscal year", "親会社株主に帰属する当期純利益（推移表）"),
        Measure.NET_INCOME,
    ] = None
    net_income_per_share: Is[
        Amount,
        item.per_share("Net income per share of the fiscal year", "１株当たり当期純利益（推移表）"),
        Measure.EARNINGS_PER_SHARE,
    ] = None
    total_assets: Is[
        Amount,
        item.debit("Total assets at the end of the fiscal year", "総資産（推移表）", instant=True),
        Measure.TOTAL_ASSETS,
    ] = None
    net_assets: Is[
        Amount,
        item.credit(
            "Net assets at the end of the fiscal year",
            "純資産（推移表）",
            edinet="jpcrp_cor:NetAssetsSummaryOfBusinessResults",
            instant=True,
        ),
        Measure.NET_ASSETS,
    ] = None
    equity: Is[
        Amount,
        item.credit("Total shareholders' equity at the end of the fiscal year", "株主資本（推移表）", instant=True),
        Measure.EQUITY,
    ] = None
    net_assets_per_share: Is[
        Amount,
        item.per_share(
            "Net assets per share at the end of the fiscal year",
            "１株当たり純資産額（推移表）",
            edinet="jpcrp_cor:NetAssetsPerShareSummaryOfBusinessResults",
            instant=True,
        ),
        Measure.EQUITY_PER_SHARE,
    ] = None
    equity_per_share: Is[
        Amount,
        item.per_share(
            "Shareholders' equity per share at the end of the fiscal year", "１株当たり株主資本（推移表）", instant=True
        ),
        Measure.EQUITY_PER_SHARE,
    ] = None
    net_income_per_share_adjusted: Is[
        Amount,
        item.per_share("Net income per share adjusted for the stock split", "株式分割調整後１株当たり当期純利益"),
    ] = None
    equity_per_share_adjusted: Is[
        Amount,
        item.per_share(
            "Shareholders' equity per share adjusted for the stock split",
            "株式分割調整後１株当たり株主資本",
            instant=True,
        ),
    ] = None
    equity_per_share_on_shares_at_year_end: Is[
        Amount,
        item.per_share(
            "Shareholders' equity per share on the shares outstanding at the year-end",
            "期末発行済株式数に基づく１株当たり株主資本",
            instant=True,
        ),
    ] = None
    dividend_per_share: Is[
        Amount,
        item.per_share(
            "Dividend per share of the fiscal year",
            "１株当たり配当額（推移表）",
            edinet="jpcrp_cor:DividendPaidPerShareSummaryOfBusinessResults",
        ),
    ] = None
    equity_ratio: Is[
        Rate,
        item.ratio(
            "Equity ratio at the end of the fiscal year",
            "自己資本比率（推移表）",
            edinet="jpcrp_cor:EquityToAssetRatioSummaryOfBusinessResults",
            instant=True,
        ),
        RatioOf(("equity",), "total_assets", within="net_assets"),  # which holds non-controlling interests too
    ] = None
    return_on_equity: Is[Rate, item.ratio("Return on equity of the fiscal year", "自己資本利益率（推移表）")] = None


@item.part(
    "Trend of assets and income",
    "財産及び損益の状況の推移",
    prefix="TrendTable",
    role=True,
    file=True,
    ref=item.enforcement("120", "1", "6"),
)
@frozen(kw_only=True)
class Trend(Part):
    """Trend of assets and income (Ordinance for Enforcement, article 120, paragraph 1, item 6)."""

    title: Is[Words, item.words("Heading of the trend", "財産及び損益の状況の推移の見出し")] = None
    unit_note: Is[Words, item.words("Unit as printed in the trend", "推移表の単位の記載")] = None
    years: Is[tuple[TrendYear, ...], item.rows("Fiscal years of the trend", "推移表の事業年度", name="TrendYears")] = ()
    notes: Is[
        tuple[Block, ...],
        item.rows("Notes to the trend", "推移表の注", name="TrendNotes"),
        item.prose("Note to the trend", "推移表の注"),
    ] = ()
    stock_split_effective_date: Is[
        date | None, item.day("Effective date of the stock split", "株式分割の効力発生日")
    ] = None
    stock_split_shares: Is[Tally, item.count("Shares into which one share was split", "株式分割の比率")] = None
