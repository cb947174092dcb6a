"""Notes: revenue recognition (収益認識に関する注記)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Text, Words


@item.part(
    "Revenue of a segment within a category", "区分及びセグメント別の収益", prefix="SegmentRevenue",
    ref=item.accounting("115-2", "1", "1"),
)  # fmt: skip
@frozen(kw_only=True)
class SegmentRevenue(Part):
    """One cell of the table: what a segment contributes to a category of revenue."""

    segment: Is[Text, item.words("Segment of the revenue", "収益のセグメント")]
    amount: Is[Amount, item.credit("Revenue of the segment within the category", "区分及びセグメント別の収益の額")] = (
        None
    )


@item.part(
    "Disaggregated revenue", "収益の分解情報", prefix="DisaggregatedRevenue", ref=item.accounting("115-2", "1", "1")
)
@frozen(kw_only=True)
class DisaggregatedRevenue(Part):
    """One category of revenue: a kind of goods or services, a region, a time of transfer."""

    basis: Is[
        Words,
        item.words("Basis of the categories", "分解の基準", doc="What revenue is split by: goods, regions, timing."),
    ] = None
    name: Is[Text, item.words("Category of revenue", "収益の区分")]
    segments: Is[
        tuple[SegmentRevenue, ...],
        item.rows("Revenue of the category by segment", "区分ごとのセグメント別の収益", name="RevenueSegments"),
    ] = ()
    amount: Is[Amount, item.credit("Revenue of the category", "区分の収益の額")] = None
    is_total: Is[bool | None, item.flag("Subtotal or total of the categories", "小計又は合計の行")] = None


@item.part("Contract balances", "契約残高", prefix="ContractBalances", ref=item.accounting("115-2", "1", "3"))
@frozen(kw_only=True)
class ContractBalances(Part):
    """Receivables, contract assets and contract liabilities at one moment."""

    receivables: Is[Amount, item.debit("Receivables from contracts", "顧客との契約から生じた債権", instant=True)] = None
    assets: Is[Amount, item.debit("Contract assets noted", "契約資産（注記）", instant=True)] = None
    liabilities: Is[Amount, item.credit("Contract liabilities noted", "契約負債（注記）", instant=True)] = None


@item.part(
    "Remaining performance obligations by time", "残存履行義務の期間別の内訳", prefix="RemainingObligation",
    ref=item.accounting("115-2", "1", "3"),
)  # fmt: skip
@frozen(kw_only=True)
class RemainingObligation(Part):
    """What is expected to be recognised as revenue within one stretch of time."""

    time: Is[Text, item.words("Time of the remaining obligations", "収益の認識が見込まれる期間")]
    amount: Is[
        Amount,
        item.credit("Transaction price of the remaining obligations", "残存履行義務に配分した取引価格", instant=True),
    ] = None


@item.part("Revenue recognition", "収益認識に関する注記", ref=item.accounting("115-2"))
@frozen(kw_only=True)
class RevenueRecognitionNote(Part):
    """Revenue by category, the basis of its recognition, balances (Ordinance on Company Accounting, article 115-2)."""

    title: Is[Words, item.words("Heading of the note on revenue recognition", "収益認識に関する注記の見出し")] = None
    disaggregation_title: Is[Words, item.words("Heading of the disaggregated revenue", "収益の分解情報の見出し")] = None
    disaggregation: Is[
        tuple[DisaggregatedRevenue, ...],
        item.rows("Categories of revenue", "収益の分解情報", name="DisaggregatedRevenue"),
    ] = ()
    from_contracts: Is[Amount, item.credit("Revenue from contracts with customers", "顧客との契約から生じる収益")] = (
        None
    )
    from_other_sources: Is[Amount, item.credit("Revenue from other sources", "その他の収益")] = None
    disaggregation_text: Is[Prose, item.prose("Disaggregated revenue as told", "収益の分解情報の記載")] = None
    basis: Is[
        Prose,
        item.prose(
            "Basis for understanding revenue",
            "収益を理解するための基礎となる情報",
            ref=item.accounting("115-2", "1", "2"),
        ),
    ] = None
    opening_balances: Is[ContractBalances | None, item.At.OPENING] = None
    closing_balances: ContractBalances | None = None
    from_opening_liabilities: Is[
        Amount,
        item.credit(
            "Revenue of the year that was in contract liabilities at its beginning",
            "期首の契約負債に含まれていた当期の収益",
        ),
    ] = None
    remaining_obligations: Is[
        tuple[RemainingObligation, ...],
        item.rows("Remaining performance obligations", "残存履行義務", name="RemainingObligations"),
    ] = ()
    later_years: Is[
        Prose,
        item.prose(
            "Information on the revenue of this and later years",
            "当期及び翌期以降の収益の金額を理解するための情報",
            ref=item.accounting("115-2", "1", "3"),
        ),
    ] = None
