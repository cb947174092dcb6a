"""Consolidated financial statements under IFRS (連結計算書類、指定国際会計基準)."""

from datetime import date
from typing import Annotated as Is

from attrs import frozen

from filingexport.model import item
from filingexport.model.meaning import Measure
from filingexport.model.part import Part
from filingexport.model.statements.ifrs.cash_flows import IfrsCashFlows
from filingexport.model.statements.ifrs.changes_in_equity import IfrsChangesInEquity
from filingexport.model.statements.ifrs.comprehensive_income import IfrsComprehensiveIncome
from filingexport.model.statements.ifrs.financial_position import IfrsFinancialPosition
from filingexport.model.statements.ifrs.profit_or_loss import IfrsProfitOrLoss
from filingexport.model.values import Amount, Prose, Words


@item.part("Prior year (IFRS)", "前連結会計年度（ＩＦＲＳ）", prefix="IfrsPriorYear")
@frozen(kw_only=True)
class IfrsPriorYear(Part):
    """The statements of the year before, as printed beside those of the year: over that year and at its end."""

    start: Is[date, item.period_start("First day of the prior year (IFRS)", "前連結会計年度の開始日（ＩＦＲＳ）")]
    end: Is[date, item.period_end("Last day of the prior year (IFRS)", "前連結会計年度の終了日（ＩＦＲＳ）")]
    financial_position: IfrsFinancialPosition | None = None
    profit_or_loss: IfrsProfitOrLoss | None = None
    comprehensive_income: IfrsComprehensiveIncome | None = None
    changes_in_equity: IfrsChangesInEquity | None = None
    cash_flows: IfrsCashFlows | None = None


@item.part("Segment (IFRS)", "報告セグメント（ＩＦＲＳ）", prefix="IfrsSegment")
@frozen(kw_only=True)
class IfrsSegment(Part):
    """A reportable segment, the others, the reconciliation or the total (IFRS 8)."""

    name: Is[Words, item.words("Name of the segment (IFRS)", "セグメントの名称（ＩＦＲＳ）")] = None
    external_revenue: Is[
        Amount, item.credit("Revenue from external customers of the segment", "セグメントの外部顧客への売上収益")
    ] = None
    intersegment_revenue: Is[Amount, item.credit("Intersegment revenue", "セグメント間の内部売上収益")] = None
    revenue: Is[
        Amount,
        item.credit(
            "Revenue of the segment", "セグメントの売上収益", total=("external_revenue", "intersegment_revenue")
        ),
    ] = None
    profit: Is[Amount, item.credit("Segment profit (loss)", "セグメント利益")] = None
    depreciation: Is[
        Amount, item.debit("Depreciation and amortization of the segment", "セグメントの減価償却費及び償却費")
    ] = None
    impairment_losses: Is[
        Amount, item.debit("Impairment losses of the segment (IFRS)", "セグメントの減損損失（ＩＦＲＳ）")
    ] = None
    capital_expenditures: Is[Amount, item.debit("Capital expenditures of the segment", "セグメントの資本的支出")] = None
    assets: Is[Amount, item.debit("Assets of the segment", "セグメントの資産", instant=True)] = None


@item.part(
    "Notes to consolidated statements (IFRS)",
    "連結注記表（ＩＦＲＳ）",
    prefix="IfrsNote",
    role=True,
    file=True,
    ref=(item.act("444"), item.accounting_ifrs("98")),
)
@frozen(kw_only=True)
class IfrsNotes(Part):
    """Notes to consolidated statements under IFRS (Ordinance on Company Accounting, articles 98 to 116 and 120)."""

    title: Is[Words, item.words("Title of the notes (IFRS)", "連結注記表の表題（ＩＦＲＳ）")] = None
    basis: Is[
        Prose,
        item.prose(
            "Basis of preparation (IFRS)", "連結計算書類の作成の基礎（ＩＦＲＳ）", ref=item.accounting_ifrs("120")
        ),
    ] = None
    scope: Is[
        Prose,
        item.prose(
            "Scope of consolidation and of the equity method (IFRS)",
            "連結の範囲及び持分法の適用に関する事項（ＩＦＲＳ）",
            ref=item.accounting_ifrs("102"),
        ),
    ] = None
    accounting_policies: Is[
        Prose,
        item.prose(
            "Significant accounting policies (IFRS)", "重要な会計方針（ＩＦＲＳ）", ref=item.accounting_ifrs("101")
        ),
    ] = None
    changes_in_accounting_policies: Is[
        Prose,
        item.prose(
            "Changes in accounting policies (IFRS)",
            "会計方針の変更に関する注記（ＩＦＲＳ）",
            ref=item.accounting_ifrs("102-2"),
        ),
    ] = None
    accounting_estimates: Is[
        Prose,
        item.prose(
            "Accounting estimates (IFRS)", "会計上の見積りに関する注記（ＩＦＲＳ）", ref=item.accounting_ifrs("102-3-2")
        ),
    ] = None
    going_concern: Is[
        Prose,
        item.prose(
            "Going concern assumption (IFRS)", "継続企業の前提に関する注記（ＩＦＲＳ）", ref=item.accounting_ifrs("100")
        ),
    ] = None
    financial_position: Is[
        Prose,
        item.prose(
            "Notes to the statement of financial position (IFRS)",
            "連結財政状態計算書に関する注記（ＩＦＲＳ）",
            ref=item.accounting_ifrs("103"),
        ),
    ] = None
    profit_or_loss: Is[
        Prose,
        item.prose(
            "Notes to the statement of profit or loss (IFRS)",
            "連結損益計算書に関する注記（ＩＦＲＳ）",
            ref=item.accounting_ifrs("104"),
        ),
    ] = None
    changes_in_equity: Is[
        Prose,
        item.prose(
            "Notes to the statement of changes in equity (IFRS)",
            "連結持分変動計算書に関する注記（ＩＦＲＳ）",
            ref=item.accounting_ifrs("106"),
        ),
    ] = None
    financial_instruments: Is[
        Prose,
        item.prose("Financial instruments (IFRS)", "金融商品に関する注記（ＩＦＲＳ）", ref=item.accounting_ifrs("109")),
    ] = None
    investment_property: Is[
        Prose,
        item.prose("Investment property (IFRS)", "投資不動産に関する注記（ＩＦＲＳ）", ref=item.accounting_ifrs("110")),
    ] = None
    revenue: Is[
        Prose,
        item.prose("Revenue recognition (IFRS)", "収益認識に関する注記（ＩＦＲＳ）", ref=item.accounting_ifrs("115-2")),
    ] = None
    share_based_payments: Is[
        Prose,
        item.prose(
            "Share-based payments (IFRS)", "株式に基づく報酬に関する注記（ＩＦＲＳ）", ref=item.accounting_ifrs("116")
        ),
    ] = None
    subsequent_events: Is[
        Prose,
        item.prose(
            "Significant subsequent events (IFRS)",
            "重要な後発事象に関する注記（ＩＦＲＳ）",
            ref=item.accounting_ifrs("114"),
        ),
    ] = None
    other: Is[Prose, item.prose("Other notes (IFRS)", "その他の注記（ＩＦＲＳ）", ref=item.accounting_ifrs("116"))] = (
        None
    )
    segments: Is[
        tuple[IfrsSegment, ...], item.rows("Segments (IFRS)", "報告セグメント（ＩＦＲＳ）", name="IfrsSegments")
    ] = ()
    owners_equity_per_share: Is[
        Amount,
        item.per_share(
            "Equity attributable to owners of the parent per share",
            "１株当たり親会社所有者帰属持分",
            name="EquityAttributableToOwnersOfParentPerShareIFRS",
            instant=True,
            ref=item.accounting_ifrs("113"),
        ),
        Measure.EQUITY_PER_SHARE,
    ] = None


@item.part(
    "Consolidated financial statements (IFRS)",
    "連結計算書類（ＩＦＲＳ）",
    prefix="IfrsStatements",
    ref=(item.act("444"), item.accounting_ifrs("120")),
)
@frozen(kw_only=True)
class IfrsConsolidated(Part):
    """Consolidated financial statements under IFRS (Companies Act, article 444; Ordinance on Company Accounting, article 120)."""

    financial_position: IfrsFinancialPosition | None = None
    profit_or_loss: IfrsProfitOrLoss | None = None
    comprehensive_income: IfrsComprehensiveIncome | None = None
    changes_in_equity: IfrsChangesInEquity | None = None
    cash_flows: IfrsCashFlows | None = None
    notes: IfrsNotes | None = None
    prior_year: IfrsPriorYear | None = None
