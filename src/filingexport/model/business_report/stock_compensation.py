"""Business report: shares given to officers for their services (職務執行の対価として交付した株式)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.governance import OFFICER_CLASS, OfficerClass
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Quantity, Tally, Words


class StockPlanKind(item.Choice):
    """The kinds of plans by which officers are given shares."""

    RESTRICTED_STOCK = "restricted stock", "譲渡制限付株式"
    PERFORMANCE_SHARES = "performance shares", "業績連動型株式（パフォーマンス・シェア）"
    RESTRICTED_STOCK_UNITS = "restricted stock units", "譲渡制限付株式ユニット"
    STOCK_TRUST = "stock trust", "株式交付信託"
    OTHER = "other", "その他"


@item.part("Shares given to a class of officers", "役員区分ごとに交付した株式", prefix="SharesGiven")
@frozen(kw_only=True)
class SharesGiven(Part):
    """Shares given in the year to one class of officers (Ordinance for Enforcement, article 122, paragraph 1, item 2)."""

    officer_class: Is[OfficerClass | None, OFFICER_CLASS] = None
    caption: Is[Words, item.words("Class of officers given shares as printed", "交付対象者の区分の記載")] = None
    share_class: Is[Words, item.words("Class of the shares given", "交付した株式の種類")] = None
    shares: Is[Quantity, item.shares("Number of shares given", "交付した株式の数")] = None
    persons: Is[Tally, item.count("Number of officers given shares", "交付を受けた者の人数")] = None


@item.part("Stock plan", "株式報酬制度", prefix="StockPlan")
@frozen(kw_only=True)
class StockPlan(Part):
    """A plan by which officers are given shares: restricted stock, a trust, units."""

    kind: Is[StockPlanKind | None, item.choice("Kind of stock plan", "株式報酬制度の種類")] = None
    name: Is[Words, item.words("Name of the stock plan", "株式報酬制度の名称")] = None
    outline: Is[Prose, item.prose("Outline of the stock plan", "株式報酬制度の概要")] = None
    issued_on: Is[date | None, item.day("Day on which shares were given under the plan", "株式の交付日")] = None
    shares: Is[Quantity, item.shares("Number of shares given under the plan", "制度により交付した株式の数")] = None
    amount: Is[Amount, item.money("Total value of the shares given under the plan", "交付した株式の価額の総額")] = None
    price: Is[Amount, item.per_share("Value of a share given under the plan", "交付した株式１株の価額")] = None
    shares_in_trust: Is[
        Quantity, item.shares("Number of the company's shares in the trust", "信託が保有する当社株式の数", instant=True)
    ] = None
    book_value_in_trust: Is[
        Amount, item.debit("Book value of the shares in the trust", "信託が保有する当社株式の帳簿価額", instant=True)
    ] = None
    taken_back: Is[
        Quantity, item.shares("Number of shares taken back without consideration", "無償取得した株式の数")
    ] = None


@item.part(
    "Stock compensation", "職務執行の対価として交付した株式の状況", prefix="StockCompensation",
    ref=item.enforcement("122", "1", "2"),
)  # fmt: skip
@frozen(kw_only=True)
class StockCompensation(Part):
    """Shares given to officers for their services (Ordinance for Enforcement, article 122, paragraph 1, item 2)."""

    title: Is[Words, item.words("Heading of the stock compensation", "株式報酬の見出し")] = None
    given: Is[
        tuple[SharesGiven, ...],
        item.rows("Shares given to officers", "役員に交付した株式", name="SharesGiven"),
    ] = ()
    plans: Is[tuple[StockPlan, ...], item.rows("Stock plans", "株式報酬制度", name="StockPlans")] = ()
    notes: Is[Prose, item.prose("Notes to the stock compensation", "株式報酬の注")] = None
