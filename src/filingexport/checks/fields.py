"""What of a class the walk over a filing looks at, compiled once: one getter of all its fields, and what each may hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, Final

from filingexport.binding.marks import mark, marks
from filingexport.binding.plan import ColumnLeaf, Entry, Leaf, ListLeaf, PartField, Plan, RowsField
from filingexport.declaring import fields, frozen
from filingexport.model.item import LOCALIZED, NUMERIC
from filingexport.model.meaning import Also, Cells, Mark, Measure, NameOf

LEAF: Final = 0
LIST: Final = 1
LINE: Final = 2
PART: Final = 3
ROWS: Final = 4
DAYS: Final = frozenset({"day", "moment"})


@frozen(eq=False)
class Cell:
    """A column of a matrix as one of its lines has it. marks: of the column; measures: that the line has in it."""

    leaf: ColumnLeaf
    attribute: str
    marks: tuple[Mark, ...]
    measures: tuple[Measure, ...]


@frozen(eq=False)
class Look:
    """A field that may hold a number, text, day, line or part.

    kind: which of the above. leaf: whose number or text it is. numeric: whether that may be a figure. marks: those that say which
    measure it is of. names: which kinds of names it holds. cells, cell_values: of a line, its columns and a getter of them.
    """

    kind: int
    attribute: str
    entry: Any
    leaf: Any
    numeric: bool
    day: bool
    marks: tuple[Mark, ...]
    names: tuple[NameOf, ...]
    cells: tuple[Cell, ...]
    cell_values: Callable[[Any], tuple[Any, ...]]


@frozen(eq=False)
class Looks:
    """The fields of a class that are looked at. values: all of them at once, with `own` behind them where it has that."""

    fields: tuple[Look, ...]
    values: Callable[[Any], tuple[Any, ...]]
    own: bool
    chapter: bool
    """Whether it is a chapter of the notice, with a heading."""


def getter(attributes: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """These attributes of an object as a tuple."""
    if len(attributes) > 1:
        return attrgetter(*attributes)
    if attributes:
        one = attrgetter(attributes[0])
        return lambda value: (one(value),)
    return lambda value: ()


@cache
def looks(plan: Plan) -> Looks:
    """What is looked at of this class."""
    found = []
    for entry in plan.entries:
        look = _look(plan, entry)
        if look is not None:
            found.append(look)
    own = any(each.name == "own" for each in fields(plan.cls))
    names = [each.attribute for each in found]
    return Looks(
        tuple(found),
        getter([*names, "own"] if own else names),
        own,
        bool(plan.info.role or plan.info.file),
    )


def _look(plan: Plan, entry: Any) -> Look | None:
    said = marks(plan.cls).get(entry.attribute, ())
    measures = tuple(each for each in said if isinstance(each, Measure | Also))
    names = tuple(each for each in said if isinstance(each, NameOf))
    if isinstance(entry, Leaf | ListLeaf):
        leaf = entry if isinstance(entry, Leaf) else entry.leaf
        kind = leaf.concept.kind
        day = isinstance(entry, Leaf) and kind in DAYS
        if kind not in NUMERIC and kind not in LOCALIZED and not day:
            return None
        which = LEAF if isinstance(entry, Leaf) else LIST
        return Look(
            which, entry.attribute, entry, leaf, kind in NUMERIC, day, measures, names, (), getter([])
        )  # fmt: skip
    if isinstance(entry, PartField) and entry.line is not None:
        cells = tuple(_cells(plan, entry, entry.line))
        values = getter([each.attribute for each in cells])
        return Look(LINE, entry.attribute, entry, entry.line, True, False, (), (), cells, values)
    if isinstance(entry, PartField | RowsField):
        which = PART if isinstance(entry, PartField) else ROWS
        return Look(which, entry.attribute, entry, None, False, False, (), (), (), getter([]))
    return None


def _cells(plan: Plan, entry: PartField, line: Leaf) -> list[Cell]:
    of_columns = marks(entry.plan.cls)
    said = mark(plan.cls, entry.attribute, Cells)
    found = []
    for column in entry.plan.entries:
        if isinstance(column, ColumnLeaf):
            # The balance of a component is what its column says; of a movement, what the line says of the column.
            own = of_columns.get(column.attribute, ()) if line.instant else ()
            measures = () if line.instant or said is None else said.columns
            found.append(
                Cell(
                    column,
                    column.attribute,
                    tuple(each for each in own if isinstance(each, Measure | Also)),
                    tuple(measure for name, measure in measures if name == column.attribute),
                )
            )
    return found


@cache
def standard_columns(line: PartField) -> tuple[ColumnLeaf, ...]:
    """The columns of a matrix as its class declares them."""
    return tuple(each for each in line.plan.entries if isinstance(each, ColumnLeaf))


@cache
def entries(plan: Plan) -> dict[str, Entry]:
    """The entries of a class by attribute."""
    return {each.attribute: each for each in plan.entries}
