"""Proposals on remuneration: limits and stock (報酬等の額、株式報酬)."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.business_report.stock_compensation import StockPlanKind
from filingexport.model.governance import OFFICER_CLASS, OfficerClass
from filingexport.model.part import Part
from filingexport.model.values import Amount, Prose, Quantity, Tally, Words, Years


@item.part(
    "Proposed limit of remuneration", "報酬等の限度額の議案", prefix="ProposedLimit",
    ref=(item.act("361", "1", "1"), item.act("387"), item.enforcement("82"), item.enforcement("82-2")),
)  # fmt: skip
@frozen(kw_only=True)
class ProposedLimit(Part):
    """The limit proposed for one class of officers, beside the present one."""

    officer_class: Is[OfficerClass | None, OFFICER_CLASS] = None
    present: Is[Amount, item.money("Present limit of the class", "区分ごとの現在の限度額")] = None
    present_since: Is[
        date | None, item.day("Date of the resolution on the class's limit", "区分ごとの限度額の決議日")
    ] = None
    proposed: Is[Amount, item.money("Proposed limit of the class", "区分ごとの改定後の限度額")] = None
    outside_part: Is[
        Amount, item.money("Part of the proposed limit for outside directors", "うち社外取締役分の限度額")
    ] = None
    time_unit: Is[Words, item.words("Time that the limit is for", "限度額の期間（年額・月額等）")] = None
    persons: Is[Tally, item.count("Number of officers whom the limit is for", "限度額の対象となる役員の員数")] = None
    outside_persons: Is[
        Tally, item.count("Number of outside officers whom the limit is for", "限度額の対象となる社外役員の員数")
    ] = None


@item.part(
    "Proposed stock compensation", "株式報酬の議案", prefix="ProposedStock",
    ref=(
        item.act("361", "1", "3"), item.act("361", "1", "4"), item.act("361", "1", "5"),
        item.enforcement("98-2"), item.enforcement("98-3"), item.enforcement("98-4"),
    ),
)  # fmt: skip
@frozen(kw_only=True)
class ProposedStock(Part):
    """Shares, rights or money to pay for them, given to a class of officers (Companies Act, article 361, items 3 to 5)."""

    officer_class: Is[OfficerClass | None, OFFICER_CLASS] = None
    kind: Is[StockPlanKind | None, item.choice("Kind of stock proposed", "株式報酬の議案の種類")] = None
    amount: Is[Amount, item.money("Limit of the value of the stock proposed", "株式報酬の限度額")] = None
    shares: Is[Quantity, item.shares("Limit of the shares proposed", "交付する株式数の上限")] = None
    rights: Is[Tally, item.count("Limit of the stock acquisition rights proposed", "新株予約権の数の上限")] = None
    persons: Is[Tally, item.count("Number of officers given the stock proposed", "株式報酬の対象となる役員の員数")] = (
        None
    )
    transfer_restriction: Is[
        Prose, item.prose("Restriction of transfer of the stock", "譲渡制限期間及び譲渡制限の内容")
    ] = None
    restriction_years: Is[Years | None, item.years("Years of the restriction of transfer", "譲渡制限期間（年）")] = None
    release: Is[Prose, item.prose("When the restriction of transfer ends", "譲渡制限の解除")] = None
    taking_back: Is[Prose, item.prose("When the stock is taken back", "株式の無償取得")] = None
    trust: Is[Prose, item.prose("Trust that gives the stock", "株式交付信託の概要")] = None
    trust_amount: Is[Amount, item.money("Limit of money put into the trust", "信託に拠出する金員の上限")] = None
    performance: Is[Prose, item.prose("Performance that the stock follows", "株式報酬の業績条件")] = None
    dilution: Is[Words, item.words("Dilution by the stock proposed", "希釈化率")] = None


@item.part("Proposed remuneration", "報酬等の議案", prefix="ProposedRemuneration", ref=item.act("361"))
@frozen(kw_only=True)
class ProposedRemuneration(Part):
    """Limits and stock with the reason why they are appropriate (Companies Act, article 361, paragraph 4)."""

    limits: Is[
        tuple[ProposedLimit, ...], item.rows("Proposed limits of remuneration", "報酬等の限度額", name="ProposedLimits")
    ] = ()
    stock: Is[
        tuple[ProposedStock, ...], item.rows("Stock compensation proposed", "株式報酬の内容", name="ProposedStock")
    ] = ()
    calculation: Is[
        Prose,
        item.prose(
            "How remuneration without a fixed amount is calculated",
            "額が確定していない報酬等の具体的な算定方法",
            ref=item.act("361", "1", "2"),
        ),
    ] = None
    appropriateness: Is[
        Prose,
        item.prose("Why the remuneration is appropriate", "報酬等を相当とする理由", ref=item.act("361", "4")),
    ] = None
    policy: Is[
        Prose,
        item.prose(
            "Policy for remuneration after the proposal", "議案可決後の報酬等の決定方針", ref=item.act("361", "7")
        ),
    ] = None
