"""Figures that cannot be: fewer than none, more than all, equity above the assets that it is of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from filingexport.binding.plan import Leaf
from filingexport.checks import intervals
from filingexport.checks.context import Context
from filingexport.checks.intervals import Interval
from filingexport.checks.numbers import grouped, shown, to_places, unit
from filingexport.checks.ratios import figure_of
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.business_report.trend import Trend, TrendYear
from filingexport.model.meaning import Measure
from filingexport.model.values import Count, Money, Ratio, Shares
from filingexport.said import Said, say

_CHANGES: Final = ("change", "increase", "movement", "difference")
_SHARE_OF_ALL: Final = (
    "ownership",
    "holding_ratio",
    "voting_ratio",
    "women_managers",
    "paternity_leave",
    "revenue_share",
)
_SCALE: Final = 20
"""How many times more or fewer shares there were in a year that is past, if nothing says so."""


@rule(
    "fx.footing.possible",
    Kind.FOOTING,
    Severity.ERROR,
    title=Said("A figure that cannot be", "あり得ない数値"),
    why=Said(
        "Nobody is fewer than none, and nobody owns more than all.",
        "人数・株式数が負となることや、割合が100％を超えることはありません。",
    ),
    todo=Said("Correct the sign or the number.", "符号又は数値を訂正してください。"),
    basis=Standard.ARITHMETIC,
)
def possible(context: Context) -> Iterator[Found]:
    """Numbers of persons, companies, meetings and shares below zero; shares of a whole beyond it; dividends below zero."""
    for figure in context.figures_of(_bounded):
        name, value = figure.leaf.attribute, figure.value
        if isinstance(value, (Count, Shares)):
            wrong = value.amount < 0 and not any(word in name for word in _CHANGES)
        elif isinstance(value, Ratio):
            wrong = name in _SHARE_OF_ALL and not 0 <= value.amount <= 1
        else:
            wrong = value.amount < 0 and figure.leaf.concept.kind == "per_share" and "dividend" in name
            wrong = wrong or (value.amount < 0 and name == "per_share")
        if wrong:
            yield Found(
                figure.path,
                say("{label} is {value}", "{label}が{value}となっています", label=figure.label, value=shown(value)),
                shown(value),
            )


def _bounded(leaf: Leaf) -> bool:
    """Whether a figure of this item may be one that cannot be."""
    name, kind = leaf.attribute, leaf.concept.kind
    if kind in ("count", "shares"):
        return not any(word in name for word in _CHANGES)
    if kind == "ratio":
        return name in _SHARE_OF_ALL
    return name == "per_share" or (kind == "per_share" and "dividend" in name)


@rule(
    "fx.tie.equityInAssets",
    Kind.TIES,
    Severity.ERROR,
    title=Said("Equity exceeds total assets", "純資産が総資産を超える"),
    why=Said(
        "Total assets are liabilities and equity; equity is more only if liabilities were below zero.",
        "総資産は負債と純資産の合計であり、純資産が総資産を超えることはありません。",
    ),
    todo=Said("Correct one of the two figures.", "いずれかの数値を訂正してください。"),
    basis=Standard.ACCOUNTING,
)
def equity_in_assets(context: Context) -> Iterator[Found]:
    """Equity and net assets of each year of the trend against its total assets."""
    for at in context.of(TrendYear):
        assets = at.value.total_assets
        for name in ("equity", "net_assets"):
            equity = getattr(at.value, name)
            if isinstance(assets, Money) and isinstance(equity, Money) and equity.amount > assets.amount + unit(assets):
                yield Found(
                    at.sub(name),
                    say(
                        "{equity} of equity in {assets} of assets",
                        "総資産{assets}に対し純資産が{equity}となっています",
                        equity=shown(equity),
                        assets=shown(assets),
                    ),
                    shown(equity),
                    others=(at.sub("total_assets"),),
                )


@rule(
    "fx.tie.perShareScale",
    Kind.TIES,
    Severity.ERROR,
    title=Said("A figure a share has the wrong sign or scale", "１株当たりの数値の符号又は桁の誤り"),
    why=Said(
        "A loss is a loss a share too, and the shares that both figures imply are about those there were.",
        "損失の場合は１株当たりも損失となり、逆算した株式数は実際の株式数と桁が一致します。",
    ),
    todo=Said("Correct the sign, or the unit of one of the figures.", "符号又は単位を訂正してください。"),
    basis=(Standard.ARITHMETIC, item.accounting("113")),
)
def per_share_scale(context: Context) -> Iterator[Found]:
    """Net income a share of every year told: its sign, and whether the shares it implies are of the size of today's."""
    issued = figure_of(context, Measure.SHARES_ISSUED, context.year_end)
    split = context.first(Trend)
    was_split = split is not None and split.stock_split_shares is not None
    yield from _equity_signs(context)
    for figure in context.measured.get(Measure.EARNINGS_PER_SHARE, ()):
        end = figure.at.end
        group = context.tells_group if figure.at.consolidated is None else figure.at.consolidated
        beside = getattr(figure.at.value, "net_income", None)
        income = figure_of(context, Measure.NET_INCOME, end, group) if end is not None else None
        value = beside if isinstance(beside, Money) else income.value if income is not None else None
        if not isinstance(value, Money) or not value.amount or not figure.value.amount:
            continue
        if (value.amount > 0) is not (figure.value.amount > 0):
            yield Found(
                figure.path,
                say(
                    "{per_share} a share of a net income of {income}",
                    "当期純利益{income}に対し１株当たり{per_share}となっています",
                    per_share=shown(figure.value),
                    income=shown(value),
                ),
                shown(figure.value),
            )
            continue
        if issued is None or was_split:
            continue
        implied = value.amount / figure.value.amount
        bounds = Interval(issued.value.amount / _SCALE, issued.value.amount * _SCALE)
        if not intervals.exactly(implied).meets(bounds):
            yield Found(
                figure.path,
                say(
                    "{income} at {per_share} a share means {implied} shares; {issued} are issued",
                    "当期純利益{income}、１株当たり{per_share}から株式数は{implied}株となりますが、発行済株式の総数は{issued}株です",
                    income=shown(value),
                    per_share=shown(figure.value),
                    implied=grouped(to_places(implied, 0)),
                    issued=grouped(issued.value.amount),
                ),
                shown(figure.value),
            )


def _equity_signs(context: Context) -> Iterator[Found]:
    for figure in context.measured.get(Measure.EQUITY_PER_SHARE, ()):
        group = context.tells_group if figure.at.consolidated is None else figure.at.consolidated
        day = figure.moment
        equity = figure_of(context, Measure.NET_ASSETS, day, group) if day is not None else None
        if equity is not None and equity.value.amount > 0 > figure.value.amount:
            yield Found(
                figure.path,
                say(
                    "{per_share} a share of net assets of {equity}",
                    "純資産{equity}に対し１株当たり{per_share}となっています",
                    per_share=shown(figure.value),
                    equity=shown(equity.value),
                ),
                shown(figure.value),
            )
