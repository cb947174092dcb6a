"""Business report: progress and results of the business (事業の経過及びその成果)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.business_report.segments import SegmentResults
from filingexport.model.meaning import ChangeOf, Measure, RatioOf, adds, quoted
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Rate, Words


@item.part("Figures of the prior year quoted in the results", "前期の数値の引用", prefix="PriorYearQuoted")
@frozen(kw_only=True)
class PriorYearQuoted(Part):
    """What the text quotes of the year before, over that year."""

    start: Is[date, item.period_start("First day of the year before", "前事業年度の開始日")]
    end: Is[date, item.period_end("Last day of the year before", "前事業年度の終了日")]
    gain_on_securities_net: Is[
        Amount,
        item.credit(
            "Gain from sales of available-for-sale securities and impairment loss, net, of the prior year",
            "売却可能有価証券の売却益及び評価損（純額）（前期）",
        ),
    ] = None


@item.part("Results of the group quoted in the text", "企業集団の業績の数値", prefix="QuotedResults")
@frozen(kw_only=True)
class QuotedResults(Part):
    """The figures in the text on the group, with their changes against the prior year (decreases are negative)."""

    operating_margin_change: Is[
        Rate, item.ratio("Change in operating margin as printed", "営業利益の増減率（本文冒頭の記載）")
    ] = None
    revenues: Is[Amount, item.credit("Revenues quoted", "売上高（本文）"), Measure.REVENUE] = None
    revenues_change: Is[Rate, item.ratio("Change in revenues", "売上高の増減率"), ChangeOf("revenues")] = None
    cost_of_revenues: Is[Amount, item.debit("Cost of revenues quoted", "売上原価（本文）"), Measure.COST_OF_REVENUE] = (
        None
    )
    cost_of_revenues_change: Is[
        Rate, item.ratio("Change in cost of revenues", "売上原価の増減率"), ChangeOf("cost_of_revenues")
    ] = None
    gross_margin: Is[
        Amount,
        item.credit("Gross margin quoted", "売上総利益（本文）"),
        Measure.GROSS_PROFIT,
        adds("revenues", minus=("cost_of_revenues",)),
    ] = None
    gross_margin_change: Is[
        Rate, item.ratio("Change in gross margin", "売上総利益の増減率"), ChangeOf("gross_margin")
    ] = None
    selling_general_and_administrative: Is[
        Amount,
        item.debit(
            "Sales and marketing and general and administrative expenses quoted", "販売費及び一般管理費（本文）"
        ),
        Measure.SELLING_GENERAL_ADMINISTRATIVE,
    ] = None
    selling_general_and_administrative_change: Is[
        Rate,
        item.ratio(
            "Change in sales and marketing and general and administrative expenses", "販売費及び一般管理費の増減率"
        ),
        ChangeOf("selling_general_and_administrative"),
    ] = None
    operating_income: Is[
        Amount, item.credit("Operating income quoted", "営業利益（本文）"), Measure.OPERATING_INCOME
    ] = None
    operating_income_change: Is[
        Rate, item.ratio("Change in operating income", "営業利益の増減率"), ChangeOf("operating_income")
    ] = None
    operating_margin_ratio: Is[
        Rate, item.ratio("Operating margin ratio", "営業利益率"), RatioOf(("operating_income",), "revenues")
    ] = None
    income_before_tax: Is[
        Amount, item.credit("Income before income tax quoted", "税引前利益（本文）"), Measure.INCOME_BEFORE_TAX
    ] = None
    income_before_tax_change: Is[
        Rate, item.ratio("Change in income before income tax", "税引前利益の増減率"), ChangeOf("income_before_tax")
    ] = None
    gain_on_securities_net: Is[
        Amount,
        item.credit(
            "Gain from sales of available-for-sale securities and impairment loss, net",
            "売却可能有価証券の売却益及び評価損（純額）",
        ),
    ] = None
    net_income: Is[Amount, item.credit("Net income quoted", "当期純利益（本文）"), Measure.NET_INCOME] = None
    net_income_change: Is[Rate, item.ratio("Change in net income", "当期純利益の増減率"), ChangeOf("net_income")] = None
    deferred_income_tax_benefit: Is[
        Amount, item.credit("Deferred income tax benefit quoted", "法人税等調整益（本文）")
    ] = None
    prior_year: PriorYearQuoted | None = None


@item.part("Figures of the service a year before", "サービスの前年同期の数値", prefix="PriorServiceFigures")
@frozen(kw_only=True)
class PriorServiceFigures(Part):
    """Figures of the same service a year before, in items of the company's own (accounts, contracts, stores)."""

    as_of: Is[date | None, item.as_of("Day of the prior figures of the service", "前年同期末日")] = None


@item.part("Results by service", "サービス別の業績", prefix="Service")
@frozen(kw_only=True)
class ServiceResults(Part):
    """Results of one service line: the text and the figures in it (decreases are negative)."""

    title: Is[Words, item.words("Heading of the service", "サービスの見出し")] = None
    text: Is[Prose, item.prose("Results of the service", "サービスの業績")] = None
    revenues: Is[Amount, item.credit("Revenues of the service", "サービスの売上高"), quoted("text")] = None
    revenues_change: Is[
        Rate,
        item.ratio("Change in revenues of the service", "サービスの売上高の増減率"),
        ChangeOf("revenues"),
        quoted("text"),
    ] = None
    revenues_of_acquired_subsidiary: Is[
        Amount, item.credit("Revenues added by an acquired subsidiary", "取得した子会社による売上高"), quoted("text")
    ] = None
    a_year_before: PriorServiceFigures | None = None
    cost: Is[Amount, item.debit("Cost of the service", "サービスの売上原価"), quoted("text")] = None
    cost_change: Is[
        Rate,
        item.ratio("Change in cost of the service", "サービスの売上原価の増減率"),
        ChangeOf("cost"),
        quoted("text"),
    ] = None
    cost_of_acquired_subsidiary: Is[
        Amount, item.debit("Cost added by an acquired subsidiary", "取得した子会社による売上原価"), quoted("text")
    ] = None
    gross_margin: Is[
        Amount,
        item.credit("Gross margin of the service", "サービスの売上総利益"),
        adds("revenues", minus=("cost",)),
        quoted("text"),
    ] = None
    gross_margin_change: Is[
        Rate,
        item.ratio("Change in gross margin of the service", "サービスの売上総利益の増減率"),
        ChangeOf("gross_margin"),
        quoted("text"),
    ] = None
    gross_margin_ratio: Is[
        Rate,
        item.ratio("Gross margin ratio of the service", "サービスの売上総利益率"),
        quoted("text"),
        RatioOf(("gross_margin",), "revenues"),
    ] = None
    gross_margin_ratio_change: Is[
        Rate,
        item.ratio(
            "Change in the gross margin ratio of the service, in points", "サービスの売上総利益率の増減（ポイント）"
        ),
        quoted("text"),
    ] = None


@item.part(
    "Progress and results of the business",
    "事業の経過及びその成果",
    role=True,
    file=True,
    ref=item.enforcement("120", "1", "4"),
)
@frozen(kw_only=True)
class ProgressAndResults(Part):
    """Progress and results of the business (Ordinance for Enforcement, article 120, paragraph 1, item 4)."""

    title: Is[Words, item.words("Heading of progress and results", "事業の経過及びその成果の見出し")] = None
    general: Is[Prose, item.prose("General progress and results", "全般の経過及び成果")] = None
    results: Is[QuotedResults | None, quoted("general")] = None
    services_introduction: Is[Prose, item.prose("Introduction of the results by service", "サービス別の業績の前文")] = (
        None
    )
    services: Is[
        tuple[ServiceResults, ...], item.rows("Results by service", "サービス別の業績", name="ServiceLines")
    ] = ()
    segments: Is[
        tuple[SegmentResults, ...],
        item.rows("Results by segment", "セグメント別の業績", name="SegmentResults"),
    ] = ()
