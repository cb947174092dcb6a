"""Business report: results by segment (セグメント別の業績)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import ChangeOf, quoted
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Rate, Tally, Text, Words


@item.part("Results of a segment", "セグメント別の業績", prefix="SegmentResults", ref=item.enforcement("120", "1", "4"))
@frozen(kw_only=True)
class SegmentResults(Part):
    """What the business report tells of one segment, as the company divides its business."""

    name: Is[Text, item.words("Segment told in the business report", "事業報告のセグメントの名称")]
    text: Is[Prose, item.prose("Results of the segment", "セグメントの業績")] = None
    revenue: Is[
        Amount, item.credit("Revenue told of the segment", "セグメントの売上高（事業報告）"), quoted("text")
    ] = None
    revenue_change: Is[
        Rate,
        item.ratio("Change in revenue of the segment", "セグメントの売上高の増減率"),
        ChangeOf("revenue"),
        quoted("text"),
    ] = None
    revenue_share: Is[Rate, item.ratio("Share of the segment in revenue", "セグメントの売上高構成比")] = None
    profit: Is[Amount, item.credit("Profit told of the segment", "セグメント利益（事業報告）"), quoted("text")] = None
    profit_change: Is[
        Rate,
        item.ratio("Change in profit of the segment", "セグメント利益の増減率"),
        ChangeOf("profit"),
        quoted("text"),
    ] = None
    capital_expenditures: Is[
        Amount, item.debit("Capital expenditures told of the segment", "セグメントの設備投資額")
    ] = None
    main_products: Is[Words, item.words("Main products of the segment", "セグメントの主要製品")] = None
    employees: Is[
        Tally, item.count("Employees told of the segment", "セグメントの従業員数（事業報告）", instant=True)
    ] = None
