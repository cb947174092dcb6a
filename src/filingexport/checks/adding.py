"""Footing beside the calculation network: matrices across, balances forward, tables by their rows (`meaning.Adds`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, Final

from filingexport.binding.extended import amount, line_of
from filingexport.binding.marks import mark
from filingexport.binding.plan import ColumnLeaf, Leaf, PartField, Plan, RowsField
from filingexport.checks.context import NUMBERS, At, Context, Figure
from filingexport.checks.fields import entries
from filingexport.checks.footing import Item, Sum, not_the_sum, sums, totals
from filingexport.checks.rule import Found, Kind, Rule, Standard, rule
from filingexport.declaring import frozen
from filingexport.findings import Severity
from filingexport.model.meaning import Adding, Adds
from filingexport.model.part import Part
from filingexport.said import Said


@frozen(eq=False)
class _Field:
    """A field with an `Adds`: a leaf, a line of a matrix, or a column of one."""

    attribute: str
    adds: Adds
    leaf: Leaf | None
    line: PartField | None


@cache
def _fields(plan: Plan) -> tuple[_Field, ...]:
    found = []
    for entry in plan.entries:
        said = mark(plan.cls, entry.attribute, Adds)
        if said is not None and isinstance(entry, Leaf):
            found.append(_Field(entry.attribute, said, entry, None))
        elif said is not None and isinstance(entry, PartField) and entry.line is not None:
            found.append(_Field(entry.attribute, said, entry.line, entry))
    return tuple(found)


@cache
def _columns(plan: Plan) -> tuple[tuple[ColumnLeaf, Adds], ...]:
    """The columns of a matrix's row class that are sums of others."""
    return tuple(
        (entry, said)
        for entry in plan.entries
        if isinstance(entry, ColumnLeaf) and (said := mark(plan.cls, entry.attribute, Adds)) is not None
    )


def _sums(context: Context, how: Adding) -> list[Sum]:
    return context.once(_MADE[how])


def _maker(how: Adding) -> Callable[[Context], list[Sum]]:
    return lambda context: list(_across_lines(context) if how is Adding.ACROSS else _beside(context, how))


_MADE: Final = {how: _maker(how) for how in Adding}


def _beside(context: Context, how: Adding) -> Iterator[Sum]:
    for parts in context.by_class.values():
        fields = [each for each in _fields(parts[0].plan) if each.adds.how is how]
        for at in parts if fields else ():
            for field in fields:
                yield from _field_sums(context, at, field)


def _across_lines(context: Context) -> Iterator[Sum]:
    for parts in context.by_class.values():
        lines = _lines(parts[0].plan)
        extends = context.extends(parts[0].plan)
        for at in parts if lines or extends else ():
            for entry, leaf in lines:
                line = getattr(at.value, entry.attribute)
                if line is not None:
                    yield from _across(context, at, entry, leaf, entry.attribute, line)
            if extends:
                yield from _own_across(context, at)


@cache
def _lines(plan: Plan) -> tuple[tuple[PartField, Leaf], ...]:
    """The lines of a matrix that has columns which are sums of others."""
    return tuple(
        (entry, entry.line)
        for entry in plan.entries
        if isinstance(entry, PartField) and entry.line is not None and _columns(entry.plan)
    )


def _across(context: Context, at: At, entry: PartField, leaf: Leaf, attribute: str, line: Any) -> Iterator[Sum]:
    for column, said in _columns(entry.plan):
        cell = getattr(line, column.attribute)
        if not isinstance(cell, NUMBERS):
            continue
        beside = context.extended.beside(at.path) if line.own else {}
        path = at.prefix + attribute
        items = tuple(_column_items(path, entry, line, said, beside))
        if items:
            yield Sum(Figure(at, f"{path}.{column.attribute}", cell, leaf, entry, column), items)


def _column_items(
    path: str, entry: PartField, line: Any, said: Adds, beside: dict[str, list[ColumnLeaf]]
) -> Iterator[Item]:
    for name in said.plus:
        cell = getattr(line, name)
        if isinstance(cell, NUMBERS):
            yield f"{path}.{name}", cell, 1
        elif cell is None:
            for column, adds in _columns(entry.plan):
                if column.attribute == name:
                    yield from _column_items(path, entry, line, adds, beside)
        # A column that the company adds is counted where the one is that it stands after.
        for own in beside.get(name, ()):
            if isinstance(added := amount(line, own), NUMBERS):
                yield f"{path}.{own.attribute}", added, 1


def _own_across(context: Context, at: At) -> Iterator[Sum]:
    own = getattr(at.value, "own", ())
    declared = context.extended.named(at.plan, at.path) if own else {}
    for each in own:
        item = declared.get(each.item)
        line = line_of(at.plan, item) if item is not None else None
        if item is not None and line is not None and isinstance(each.value, line.plan.cls):
            yield from _across(context, at, line, item.leaf, each.item, each.value)


def _field_sums(context: Context, at: At, field: _Field) -> Iterator[Sum]:
    value = getattr(at.value, field.attribute)
    if value is None or field.leaf is None:
        return
    path = at.sub(field.attribute)
    if field.line is None:
        if isinstance(value, NUMBERS):
            items = tuple(_items(context, at, field.adds, None))
            if _complete(field.adds, items):
                yield Sum(Figure(at, path, value, field.leaf), items)
        return
    for column in context.columns(field.line, at.path):
        cell = amount(value, column)
        if isinstance(cell, NUMBERS):
            items = tuple(_items(context, at, field.adds, column))
            if items:
                yield Sum(Figure(at, f"{path}.{column.attribute}", cell, field.leaf, field.line, column), items)


def _complete(said: Adds, items: tuple[Item, ...]) -> bool:
    """Of figures that stand beside each other, whether enough are there: a difference needs both, a sum any."""
    if not items:
        return False
    if said.how is Adding.FORWARD:
        return len(items) > 1
    return len(items) > 1 if said.minus or len(said.plus) > 1 else True


def _items(context: Context, at: At, said: Adds, column: ColumnLeaf | None) -> Iterator[Item]:
    for names, weight in ((said.plus, 1), (said.minus, -1)):
        for name in names:
            for path, value, sign in _resolved(context, at, name.split("."), column):
                yield path, value, sign * weight
    if said.how is Adding.FORWARD and column is not None:
        # The company's own movements count, unless a total of movements holds them already.
        own = {each.item: each.value for each in getattr(at.value, "own", ())}
        for each in context.extended.items(at.plan, at.path) if own else ():
            if each.declared.total or each.declared.name not in own:
                continue
            cell = _cell(own[each.declared.name], column)
            if isinstance(cell, NUMBERS):
                yield f"{at.prefix}{each.declared.name}.{column.attribute}", cell, 1


def _cell(value: Any, column: ColumnLeaf | None) -> Any:
    """A value, or its amount in a column."""
    if column is None:
        return value
    return amount(value, column) if isinstance(value, Part) else None


def _resolved(context: Context, at: At, steps: Sequence[str], column: ColumnLeaf | None) -> Iterator[Item]:
    """The printed numbers that a path leads to; of a total that is not printed, those that it would sum."""
    entry = entries(at.plan)[steps[0]]
    value, path = getattr(at.value, steps[0]), at.prefix + steps[0]
    if isinstance(entry, RowsField):
        for number in range(1, len(value) + 1):
            yield from _resolved(context, context.by_path[f"{path}.{number}"], steps[1:], column)
    elif isinstance(entry, PartField) and entry.line is None:
        if value is not None:
            yield from _resolved(context, context.by_path[path], steps[1:], column)
    else:
        cell = _cell(value, column)
        if isinstance(cell, NUMBERS):
            yield f"{path}.{column.attribute}" if column is not None else path, cell, 1
        elif cell is None:
            yield from _unprinted(context, at, steps[0], column)


def _unprinted(context: Context, at: At, attribute: str, column: ColumnLeaf | None) -> Iterator[Item]:
    total = next((each for each in totals(context, at) if each.attribute == attribute), None)
    if total is None:
        return
    for summand in total.summands:
        if len(summand.steps) == 1:
            for path, value, sign in _resolved(context, at, summand.steps, column):
                yield path, value, sign * summand.weight
    own = {each.item: each.value for each in getattr(at.value, "own", ())}
    for item in context.extended.items(at.plan, at.path) if own else ():
        if item.declared.total == attribute and item.declared.name in own:
            cell = own[item.declared.name]
            cell = _cell(cell, column)
            if isinstance(cell, NUMBERS):
                yield at.prefix + item.declared.name, cell, item.declared.weight


def _rule(how: Adding, id: str, title: Said, why: Said) -> Rule:
    def check(context: Context) -> Iterator[Found]:
        for each in _sums(context, how):
            if not each.foots:
                yield not_the_sum(each)

    return rule(
        id,
        Kind.FOOTING,
        Severity.ERROR,
        title=title,
        why=why,
        todo=Said(
            "Compare the figure and what it adds up with the ledger, and correct the one that is wrong.",
            "当該金額と内訳を元帳と照合し、誤りを訂正してください。",
        ),
        basis=Standard.ARITHMETIC,
    )(check)


ACROSS: Final = _rule(
    Adding.ACROSS,
    "fx.footing.across",
    Said("A line of a matrix does not add up across", "行の各列の合計と合計列の不一致"),
    Said(
        "The column of a total is the sum of the columns of its components in every line, opening and closing too.",
        "合計の列は、期首・期末を含むすべての行において、構成要素の列の合計に一致します。",
    ),
)
FORWARD: Final = _rule(
    Adding.FORWARD,
    "fx.footing.forward",
    Said(
        "A balance does not follow from the opening balance and the movements", "期首残高及び変動額と期末残高の不一致"
    ),
    Said(
        "The closing balance is the opening balance with the movements of the year.",
        "期末残高は、期首残高に当期の変動額を加減した額に一致します。",
    ),
)
ROWS: Final = _rule(
    Adding.ROWS,
    "fx.footing.rows",
    Said("The total of a table is not the sum of its rows", "表の合計と各行の不一致"),
    Said(
        "A table's total is what its rows come to; a row may be missing, or one too many.",
        "表の合計は各行の合計に一致します。行の脱漏又は重複の可能性があります。",
    ),
)
FIGURES: Final = _rule(
    Adding.FIGURES,
    "fx.footing.beside",
    Said("Figures that stand beside each other do not add up", "並記された数値の不整合"),
    Said(
        "A margin is revenue less cost, an annual dividend the sum of its parts: the reader does this sum at once.",
        "総利益は売上高と原価の差、年間配当は各配当の合計など、読者が直ちに検算できる関係です。",
    ),
)


@rule(
    "fx.footing.uneven",
    Kind.FOOTING,
    Severity.WARNING,
    title=Said("One total is a little off where all others are exact", "他の合計が完全に一致する中での端数差"),
    why=Said(
        "Rounding may explain a difference of a unit, but in a statement whose other totals are exact it is more likely a slip.",
        "端数処理による差とも考えられますが、他の合計が正確に一致する計算書類では誤記の可能性が高い差です。",
    ),
    todo=Said(
        "Compare the total and its items with the ledger; waive the finding if the difference is one of rounding.",
        "元帳と照合し、端数処理によるものであれば適用除外としてください。",
    ),
    basis=Standard.ARITHMETIC,
)
def uneven(context: Context) -> Iterator[Found]:
    """Totals within rounding but not exact, in a statement where at least three others are exact and none other is not."""
    by_chapter: dict[str, tuple[list[Sum], int]] = {}
    for each in every_sum(context):
        chapter = _chapter(each.figure.at)
        off, exact = by_chapter.get(chapter, ([], 0))
        if _same_accuracy(each):
            if each.exact:
                exact += 1
            elif each.foots:
                off = [*off, each]
            by_chapter[chapter] = (off, exact)
    for off, exact in by_chapter.values():
        # Two at most: a wrong subtotal shows in its own sum and in the one above it.
        if off and len(off) <= 2 and exact >= 3 * len(off):
            for each in off:
                yield not_the_sum(each)


def every_sum(context: Context) -> Iterator[Sum]:
    """Every sum of statements, matrices and tables that is printed with its items."""
    yield from sums(context)
    for how in (Adding.ACROSS, Adding.FORWARD, Adding.ROWS):
        yield from _sums(context, how)


def _same_accuracy(each: Sum) -> bool:
    decimals = each.figure.value.decimals
    return decimals is not None and all(value.decimals == decimals for _, value, _ in each.items)


def _chapter(at: At) -> str:
    while at.parent is not None and not at.plan.info.role:
        at = at.parent
    return at.path
