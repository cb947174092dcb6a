"""Footing of ratios: changes against the year before, margins, ratios of equity, and changes that must go together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Final

from filingexport.binding.marks import mark
from filingexport.binding.plan import Leaf, Plan
from filingexport.checks import intervals
from filingexport.checks.context import At, Context, Figure
from filingexport.checks.intervals import Interval
from filingexport.checks.numbers import percent, shown
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.checks.tie_measures import name_of
from filingexport.findings import Severity
from filingexport.model.business_report.progress import QuotedResults, ServiceResults
from filingexport.model.business_report.trend import TrendYear
from filingexport.model.meaning import ChangeOf, Measure, RatioOf
from filingexport.model.values import Money, Number, Ratio
from filingexport.said import Said, say


def _told(context: Context) -> dict[tuple[Measure, bool | None, date | None], Figure]:
    """The figure of each measure, of the group or of the company alone, for each end: of the statements, else of the trend."""
    found: dict[tuple[Measure, bool | None, date | None], Figure] = {}
    for measure, figures in context.measured.items():
        for figure in figures:
            at = figure.at
            group = (
                (context.tells_group if at.consolidated is None else at.consolidated) if measure.info.of_group else None
            )
            key = (measure, group, figure.moment if figure.leaf.instant else at.end)
            known = found.get(key)
            if known is None or _rank(figure) < _rank(known):
                found[key] = figure
    return found


def _rank(figure: Figure) -> int:
    if figure.at.consolidated is not None:
        return 0
    return 1 if isinstance(figure.at.value, TrendYear) else 2


def figure_of(context: Context, measure: Measure, end: date, of_group: bool | None = None) -> Figure | None:
    """The figure of a measure for the year that ends (or the moment that is) this day: of the statements, else of the trend."""
    wanted = context.tells_group if of_group is None else of_group
    return context.once(_told).get((measure, wanted if measure.info.of_group else None, end))


def year_before(context: Context) -> date:
    """The last day of the year before."""
    return context.year_start - timedelta(days=1)


def computed_change(context: Context, measure: Measure) -> Interval | None:
    """The change of a measure of the group against the year before, if both years are told and the base is positive."""
    now = figure_of(context, measure, context.year_end)
    before = figure_of(context, measure, year_before(context))
    if now is None or before is None or before.value.amount <= 0:
        return None
    try:
        return intervals.change(intervals.rounded(now.value), intervals.rounded(before.value))
    except ZeroDivisionError:
        return None


def same_change(context: Context, printed: Decimal, decimals: int | None, but: Measure) -> Measure | None:
    """Another measure whose change is exactly what is printed: likely what was meant."""
    number = Ratio(printed, decimals)
    for measure in Measure:
        if measure is but:
            continue
        computed = computed_change(context, measure)
        if computed is not None and intervals.fits(number, computed):
            return measure
    return None


def shown_ratio(value: Decimal, like: Ratio) -> Said:
    """A computed ratio to the places that are printed."""
    return percent(value, like.decimals)


def not_the_change(context: Context, path: str, measure: Measure, printed: Ratio, computed: Interval) -> Found:
    """The finding for a change that the figures of the two years do not bear out."""
    meant = same_change(context, printed.amount, printed.decimals, measure)
    message = say(
        "the change of {name} is printed as {printed}, but the figures of the two years give {expected}",
        "{name}の増減率は{printed}と記載されていますが、両年度の数値からは{expected}となります",
        name=name_of(measure),
        printed=shown(printed),
        expected=shown_ratio(computed.middle, printed),
    )
    if meant is not None:
        message = say(
            "{message}; {printed} is the change of {meant}",
            "{message}。{printed}は{meant}の増減率です",
            message=message,
            printed=shown(printed),
            meant=name_of(meant),
        )
    return Found(path, message, shown(printed), shown_ratio(computed.middle, printed))


@rule(
    "fx.footing.change",
    Kind.FOOTING,
    Severity.ERROR,
    title=Said("A percentage of change is not that of the figures", "増減率と両年度の数値の不一致"),
    why=Said(
        "The percentage quoted is what the press repeats; it must follow from the figures of the two years.",
        "記載された増減率は、当期と前期の数値から計算される率に一致します。",
    ),
    todo=Said("Compute the change anew from both years' figures.", "両年度の数値から増減率を計算し直してください。"),
    basis=Standard.ARITHMETIC,
)
def change(context: Context) -> Iterator[Found]:
    """Changes in fields that are declared as the change of a measure, against the trend or the prior year's statements."""
    for at in context.of(QuotedResults):
        for entry in at.plan.entries:
            said = mark(at.plan.cls, entry.attribute, ChangeOf)
            printed = getattr(at.value, entry.attribute)
            if said is None or not isinstance(printed, Ratio):
                continue
            measure = mark(at.plan.cls, said.attribute, Measure)
            computed = computed_change(context, measure) if measure is not None else None
            if measure is not None and computed is not None and not intervals.fits(printed, computed):
                yield not_the_change(context, at.sub(entry.attribute), measure, printed, computed)


@rule(
    "fx.footing.marginChange",
    Kind.FOOTING,
    Severity.ERROR,
    title=Said("The change of the operating margin is not that of the figures", "営業利益率の増減と数値の不一致"),
    why=Said(
        "An operating margin changes by a few points; the change of the operating income is another thing.",
        "営業利益率の増減は営業利益の増減率とは異なります。",
    ),
    todo=Said(
        "Give the change of the margin (in points, or relative), or name the operating income as what changed.",
        "営業利益率の増減（ポイント又は率）を記載するか、営業利益の増減である旨に訂正してください。",
    ),
    basis=Standard.ARITHMETIC,
)
def margin_change(context: Context) -> Iterator[Found]:
    """The change of the operating margin against those of the two years: in points, or relative."""
    margins = [_margin(context, end) for end in (year_before(context), context.year_end)]
    before, now = margins
    if before is None or now is None:
        return
    points = now - before
    try:
        relative = intervals.change(now, before)
    except ZeroDivisionError:
        return
    for at in context.of(QuotedResults):
        printed = at.value.operating_margin_change
        if not isinstance(printed, Ratio):
            continue
        if intervals.fits(printed, points) or intervals.fits(printed, relative):
            continue
        meant = same_change(context, printed.amount, printed.decimals, Measure.OPERATING_MARGIN)
        message = say(
            "the operating margin is said to change by {printed}; it went from {before} to {now}, that is {points} points",
            "営業利益率が{printed}変動したと記載されていますが、{before}から{now}への{points}ポイントの変動です",
            printed=shown(printed),
            before=percent(before.middle, 3),
            now=percent(now.middle, 3),
            points=percent(points.middle, 3).en.rstrip("%"),
        )
        if meant is not None:
            message = say(
                "{message}; {printed} is the change of {meant}",
                "{message}。{printed}は{meant}の増減率です",
                message=message,
                printed=shown(printed),
                meant=name_of(meant),
            )
        yield Found(at.sub("operating_margin_change"), message, shown(printed), percent(points.middle, 3))


def _margin(context: Context, end: date) -> Interval | None:
    income = figure_of(context, Measure.OPERATING_INCOME, end)
    revenue = figure_of(context, Measure.REVENUE, end)
    if income is None or revenue is None:
        return None
    try:
        return intervals.rounded(income.value) / intervals.rounded(revenue.value)
    except ZeroDivisionError:
        return None


@rule(
    "fx.footing.ratio",
    Kind.FOOTING,
    Severity.ERROR,
    title=Said("A ratio is not that of the figures it is made of", "比率と元の数値の不一致"),
    why=Said(
        "A margin or an equity ratio follows from two figures that stand beside it.",
        "利益率や自己資本比率は、並記された二つの数値から計算される率に一致します。",
    ),
    todo=Said(
        "Compute the ratio anew; look whether a change in points was printed as the ratio.",
        "比率を計算し直してください。増減（ポイント）を比率として記載していないかもご確認ください。",
    ),
    basis=Standard.ARITHMETIC,
)
def ratio(context: Context) -> Iterator[Found]:
    """Ratios in fields that are declared as the ratio of others."""
    for parts in context.by_class.values():
        of_others = _of_others(parts[0].plan)
        for at, (entry, said) in ((at, each) for at in parts for each in of_others) if of_others else ():
            printed = getattr(at.value, entry.attribute)
            if not isinstance(printed, Ratio):
                continue
            computed = _ratios(at, said.numerators, said.denominator)
            if not computed and said.within is not None:
                computed = [
                    Interval(each.low * _AT_LEAST, each.high) for each in _ratios(at, (said.within,), said.denominator)
                ]
            if computed and not any(intervals.fits(printed, each) for each in computed):
                expected = shown_ratio(computed[0].high if said.within else computed[0].middle, printed)
                yield Found(
                    at.sub(entry.attribute),
                    say(
                        "{label} is printed as {printed}, but the figures give {expected}",
                        "{label}は{printed}と記載されていますが、数値からは{expected}となります",
                        label=Said(entry.concept.en, entry.concept.ja),
                        printed=shown(printed),
                        expected=expected,
                    ),
                    shown(printed),
                    expected,
                    others=(at.sub(said.numerators[0]), at.sub(said.denominator)),
                )


@cache
def _of_others(plan: Plan) -> tuple[tuple[Leaf, RatioOf], ...]:
    """The ratios of a class that are declared as those of other figures."""
    leaves = (each for each in plan.entries if isinstance(each, Leaf) and each.concept.kind == "ratio")
    marked = ((each, mark(plan.cls, each.attribute, RatioOf)) for each in leaves)
    return tuple((each, said) for each, said in marked if said is not None)


_AT_LEAST: Final = Decimal("0.8")
"""How much of the wider figure the numerator is at least: non-controlling interests and rights are seldom a fifth of net assets."""


def _ratios(at: At, numerators: tuple[str, ...], denominator: str) -> list[Interval]:
    below = getattr(at.value, denominator)
    found = []
    for name in numerators:
        above = getattr(at.value, name)
        if isinstance(above, Money) and isinstance(below, Money) and below.amount > 0:
            try:
                found.append(intervals.rounded(above) / intervals.rounded(below))
            except ZeroDivisionError:
                continue
    return found


@rule(
    "fx.footing.changesAgree",
    Kind.FOOTING,
    Severity.ERROR,
    title=Said("Changes of revenue, cost and margin do not go together", "売上高・原価・総利益の増減率の不整合"),
    why=Said(
        "From the changes of revenue and of cost follows that of the margin, up or down; printed otherwise, one is wrong.",
        "売上高と原価の増減率から総利益の増減率は定まります。記載が異なる場合、いずれかが誤りです。",
    ),
    todo=Said(
        "Recompute last year's margin from the figures of revenue and cost, and then its change.",
        "前期の売上高と原価から総利益とその増減率を計算し直してください。",
    ),
    basis=Standard.ARITHMETIC,
)
def changes_agree(context: Context) -> Iterator[Found]:
    """The change of a margin, of the group or of a service, against that which follows from revenue and cost."""
    for at in context.of(QuotedResults, ServiceResults):
        cost = "cost_of_revenues" if isinstance(at.value, QuotedResults) else "cost"
        names = ("revenues", "revenues_change", cost, f"{cost}_change", "gross_margin", "gross_margin_change")
        values = [getattr(at.value, name) for name in names]
        if not all(isinstance(each, (Money, Ratio)) for each in values):
            continue
        before = _margin_before(values)
        printed = values[5]
        if before is None or not isinstance(printed, Ratio):
            continue
        try:
            computed = intervals.change(intervals.of(values[4]), before)
        except ZeroDivisionError:
            continue
        if not intervals.fits(printed, computed):
            yield Found(
                at.sub("gross_margin_change"),
                say(
                    "the margin is said to change by {printed}; with revenue changing by {revenue} and cost by {cost}, "
                    "it changes by {expected}",
                    "総利益の増減率は{printed}と記載されていますが、売上高{revenue}、原価{cost}の増減からは{expected}となります",
                    printed=shown(printed),
                    revenue=shown(values[1]),
                    cost=shown(values[3]),
                    expected=percent(computed.middle, 3),
                ),
                shown(printed),
                percent(computed.middle, 3),
                others=tuple(at.sub(name) for name in names[:4]),
            )


def _margin_before(values: list[Number]) -> Interval | None:
    """Last year's margin, from this year's revenue and cost and their changes; None where it may be nothing or less."""
    try:
        revenue = intervals.of(values[0]) / intervals.of(values[1]).shifted(Decimal(1))
        cost = intervals.of(values[2]) / intervals.of(values[3]).shifted(Decimal(1))
    except ZeroDivisionError:
        return None
    before = revenue - cost
    return before if before.low > 0 else None
