"""Footing: every total is the sum of what stands above it, as the `total=` of its field says."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

import attrs

from filingexport.binding.extended import amount, leaf_of_field, line_of
from filingexport.binding.plan import ColumnLeaf, PartField, Plan
from filingexport.binding.sums import Summation, resolve, summations
from filingexport.checks.context import At, Context, Figure
from filingexport.checks.numbers import foots, shown
from filingexport.checks.once import once
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.findings import Severity
from filingexport.model.values import Count, Money, Number, Ratio, Shares
from filingexport.said import Said, say

_NUMBERS: Final = (Money, Shares, Count, Ratio)


def totals(context: Context, at: At) -> tuple[Summation, ...]:
    """The totals of a part with what they sum: as the taxonomy has it, or as the company's extension says; and those of its own items."""
    extension = context.filing.extension
    standard = summations(at.plan)
    if extension is None or not context.extends(at.plan):
        return standard
    part = at.plan.cls.__name__
    said = {each.total: each for each in extension.sums if each.part == part}
    own = context.extended.named(at.plan, at.path)
    if not said and not own:
        return standard
    summed = {each.declared.total for each in own.values()} & own.keys()
    found = [each for each in standard if each.attribute not in said]
    for name in (*said, *sorted(summed - said.keys())):
        leaf = own[name].leaf if name in own else leaf_of_field(at.plan, name)
        if leaf is None:
            continue
        entry = next((each for each in at.plan.entries if each.attribute == name), None)
        line = line_of(at.plan, own[name]) if name in own else entry if isinstance(entry, PartField) else None
        paths = said[name].items if name in said else ()
        found.append(Summation(name, leaf, line, tuple(resolve(at.plan, path, leaf) for path in paths)))
    return tuple(found)


def _value(value: Any, name: str) -> Any:
    """A field's value, or that of an own item."""
    standard = getattr(value, name, None)
    return standard if standard is not None or not getattr(value, "own", ()) else value.own_value(name)


Item = tuple[str, Number, int]
"""Where a printed item of a sum stands, the item, and its weight."""


@attrs.define(eq=False, slots=True)
class Sum:
    """A printed total with the printed items of its sum."""

    figure: Figure
    items: tuple[Item, ...]
    computed: Decimal = attrs.field(init=False)
    """The sum of the items as printed."""

    def __attrs_post_init__(self) -> None:
        self.computed = sum([value.amount * weight for _, value, weight in self.items], Decimal(0))

    @property
    def exact(self) -> bool:
        """Whether the total is the sum of what is printed, to the last place."""
        return self.computed == self.figure.value.amount

    @property
    def foots(self) -> bool:
        """Whether rounding explains what difference there is."""
        return self.exact or foots(self.figure.value, ((value, weight) for _, value, weight in self.items))


@once
def sums(context: Context) -> list[Sum]:
    """The printed totals of statements, matrices (down) and notes that have items printed beside them."""
    return [
        each
        for parts in context.by_class.values()
        if may_total(context, parts[0].plan)
        for at in parts
        for each in sums_in(context, at)
    ]


def may_total(context: Context, plan: Plan) -> bool:
    """Whether parts of this class may have totals."""
    return bool(summations(plan)) or context.extends(plan)


def sums_in(context: Context, at: At) -> Iterator[Sum]:
    """The printed totals of this part that have items printed beside them, each column of a matrix by itself."""
    for total in totals(context, at):
        value = _value(at.value, total.attribute)
        if value is None:
            continue
        if total.line is None:
            if isinstance(value, _NUMBERS):
                items = tuple(_items(context, at, total, None))
                if items:
                    yield Sum(Figure(at, at.prefix + total.attribute, value, total.leaf), items)
        else:
            for column in context.columns(total.line, at.path):
                cell = amount(value, column)
                if isinstance(cell, _NUMBERS):
                    items = tuple(_items(context, at, total, column))
                    if items:
                        path = f"{at.prefix}{total.attribute}.{column.attribute}"
                        yield Sum(Figure(at, path, cell, total.leaf, total.line, column), items)


def _items(context: Context, at: At, total: Summation, column: ColumnLeaf | None) -> Iterator[Item]:
    prefix, end = at.prefix, "" if column is None else f".{column.attribute}"
    for summand in total.summands:
        value = at.value
        for step in summand.steps:
            value = getattr(value, step, None)
            if value is None:
                break
        else:
            if column is not None:
                value = amount(value, column)
            if isinstance(value, _NUMBERS):
                yield f"{prefix}{'.'.join(summand.steps)}{end}", value, summand.weight
    own = {each.item: each.value for each in at.value.own} if getattr(at.value, "own", ()) else {}
    for each in context.extended.items(at.plan, at.path) if own else ():
        if each.declared.total != total.attribute:
            continue
        value, path = own.get(each.declared.name), prefix + each.declared.name
        if column is not None and (line := line_of(at.plan, each)) is not None:
            value = amount(value, column) if isinstance(value, line.plan.cls) else None
            path = f"{path}.{column.attribute}"
        if isinstance(value, _NUMBERS):
            yield path, value, each.declared.weight


@rule(
    "fx.footing.total",
    Kind.FOOTING,
    Severity.ERROR,
    title=Said("A total is not the sum of its items", "合計額と内訳の不一致"),
    why=Said(
        "A total that does not foot is the first thing a reader with a calculator finds, and every figure above it is in doubt.",
        "合計が内訳と一致しない場合、内訳のいずれか又は合計額に誤りがあります。",
    ),
    todo=Said(
        "Compare the total and each item with the ledger, and correct the one that is wrong.",
        "合計額と各項目を元帳と照合し、誤りを訂正してください。",
    ),
    basis=(Standard.CALCULATIONS, Standard.ARITHMETIC),
)
def total(context: Context) -> Iterator[Found]:
    """Each total against the items of its sum, in statements, matrices (down) and notes."""
    for each in sums(context):
        if not each.foots:
            yield not_the_sum(each)


_ONE_ITEM: Final = Said("its one item is", "内訳は1項目で")


def not_the_sum(each: Sum) -> Found:
    """The finding for a total that is not the sum of its items."""
    negated = each.figure.leaf.concept.negated
    printed = shown(each.figure.value, negated)
    summed = type(each.figure.value)
    assert issubclass(summed, _NUMBERS)
    coarsest = [value.decimals for _, value, _ in each.items if value.decimals is not None]
    as_number = _like(each.figure.value, each.computed, min(coarsest, default=None))
    expected = shown(as_number, negated)
    apart = each.figure.value.amount - each.computed
    items = _ONE_ITEM
    if len(each.items) > 1:
        items = say("its {count} items come to", "内訳{count}項目の合計は", count=len(each.items))
    return Found(
        each.figure.path,
        say(
            "{label} is printed as {printed}, but {items} {expected}: {apart} apart",
            "{label}は{printed}と記載されていますが、{items}{expected}です（差額{apart}）",
            label=each.figure.label,
            printed=printed,
            items=items,
            expected=expected,
            apart=shown(_like(each.figure.value, abs(apart), as_number.decimals)),
        ),
        printed,
        expected,
        others=tuple([path for path, _, _ in each.items]),
    )


def _like(value: Number, amount: Decimal, decimals: int | None) -> Number:
    if isinstance(value, Money):
        return Money(amount, value.currency, decimals)
    return type(value)(amount, decimals)
