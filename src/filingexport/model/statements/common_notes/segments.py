"""Notes: segments (セグメント情報)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Tally, Text, Words


class SegmentLine(item.Choice):
    """What a line of the segment table is."""

    REPORTABLE = "reportable segment", "報告セグメント"
    REPORTABLE_TOTAL = "total of reportable segments", "報告セグメント計"
    OTHER = "other", "その他"
    SUBTOTAL = "subtotal", "小計"
    RECONCILIATION = "reconciliation", "調整額"
    TOTAL = "total", "合計"


@item.part("Segment", "セグメント", prefix="Segment", ref=item.accounting("116"))
@frozen(kw_only=True)
class Segment(Part):
    """One segment, the others, the reconciliation or the total of the table."""

    name: Is[Text, item.words("Name of the segment", "セグメントの名称")]
    line: Is[SegmentLine | None, item.choice("What the line of segments is", "セグメント表の区分")] = None
    business: Is[Words, item.words("Business of the segment", "セグメントの事業内容")] = None
    external_revenue: Is[Amount, item.credit("Revenue from external customers", "外部顧客への売上高")] = None
    intersegment_revenue: Is[Amount, item.credit("Intersegment revenue", "セグメント間の内部売上高又は振替高")] = None
    revenue: Is[
        Amount,
        item.credit(
            "Revenue of the segment", "セグメントの売上高計", total=("external_revenue", "intersegment_revenue")
        ),
    ] = None
    profit: Is[
        Amount,
        item.credit("Profit of the segment", "セグメント利益", doc="As the company measures it; losses are negative."),
    ] = None
    assets: Is[Amount, item.debit("Assets of the segment", "セグメント資産", instant=True)] = None
    liabilities: Is[Amount, item.credit("Liabilities of the segment", "セグメント負債", instant=True)] = None
    depreciation: Is[Amount, item.debit("Depreciation of the segment", "セグメントの減価償却費")] = None
    impairment: Is[Amount, item.debit("Impairment losses of the segment", "セグメントの減損損失")] = None
    capital_expenditures: Is[
        Amount,
        item.debit(
            "Increase in tangible and intangible assets of the segment",
            "セグメントの有形固定資産及び無形固定資産の増加額",
        ),
    ] = None
    employees: Is[Tally, item.count("Number of employees of the segment", "セグメントの従業員数", instant=True)] = None


@item.part("Segments", "セグメント情報に関する注記", ref=item.accounting("116"))
@frozen(kw_only=True)
class SegmentNote(Part):
    """Segments with the reconciliation to the statements (Ordinance on Company Accounting, article 116)."""

    title: Is[Words, item.words("Heading of the note on segments", "セグメント情報の見出し")] = None
    outline: Is[Prose, item.prose("Outline of the reportable segments", "報告セグメントの概要")] = None
    measurement: Is[Prose, item.prose("How segments are measured", "セグメントごとの金額の算定方法")] = None
    profit_caption: Is[Words, item.words("Profit that segments are measured by", "セグメント利益の種類")] = None
    segments: Is[tuple[Segment, ...], item.rows("Segment table", "セグメント別の金額", name="Segments")] = ()
    reconciliation: Is[Prose, item.prose("What the reconciliation is made of", "調整額の内容")] = None
    notes: Is[Prose, item.prose("Notes to the segments", "セグメント情報の注")] = None
