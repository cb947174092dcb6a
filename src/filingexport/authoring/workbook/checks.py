"""What each total should be, as a formula beside it: over the cells that it is the sum of, with the signs as printed."""

from __future__ import annotations

from collections.abc import Iterable

from filingexport.authoring.workbook import keys
from filingexport.authoring.workbook.canvas import Canvas
from filingexport.authoring.workbook.lines import Role, Slot
from filingexport.authoring.workbook.matrix import CHECKED
from filingexport.authoring.workbook.tables import matrix_columns
from filingexport.authoring.workbook.values import Content
from filingexport.binding.plan import Leaf, Plan
from filingexport.binding.sums import Summation, summations
from filingexport.formats.xlsx.reader import column_letter


def put_checks(canvas: Canvas, of: Plan, unique: str) -> None:
    """Add the formulas for the totals of a part, whose rows are there."""
    for total in summations(of):
        if _summed_otherwise(canvas, of, total):
            continue
        name = keys.join(unique, total.attribute)
        items = [(keys.join(unique, step), weight) for step, weight in _items(canvas, of, total, unique)]
        if total.line is None:
            for side in ("", keys.PRIOR):
                at, column = canvas.figures.get(side + name), canvas.columns.get(side + keys.CHECK)
                if at is not None and column is not None:
                    _check(canvas, (at[0], column), at, [(side + item, weight) for item, weight in items])
        elif (below := canvas.figures.get(name + CHECKED)) is not None:
            for each in matrix_columns(total.line):
                at = canvas.figures[keys.join(name, each.attribute)]
                cells = [(keys.join(item, each.attribute), weight) for item, weight in items]
                _check(canvas, (below[0], at[1]), at, cells)


def _summed_otherwise(canvas: Canvas, of: Plan, total: Summation) -> bool:
    """Whether the company sums other items in this total than the standard ones."""
    declared = canvas.source.extension.declared
    return declared is not None and any(
        (each.part, each.total) == (of.cls.__name__, total.attribute) for each in declared.sums
    )


def _items(canvas: Canvas, of: Plan, total: Summation, unique: str) -> list[tuple[str, int]]:
    """What a total is the sum of, by the paths from its part, with the weights of what is printed."""
    extension = canvas.source.extension

    def sign(leaf: Leaf, steps: tuple[str, ...]) -> int:
        """The sign of what is printed against that of the amount."""
        *outer, last = (*unique.split("."), *steps) if unique else steps
        return -1 if extension.printed(leaf, ".".join(outer), last).concept.negated else 1

    found = [(".".join(each.steps), each.weight * sign(each.leaf, each.steps)) for each in total.summands]
    for own in extension.items(of, unique):
        if own.declared.total == total.attribute and own.declared.weight:
            found.append((own.declared.name, own.declared.weight * (-1 if own.declared.negated else 1)))
    return [(step, weight * sign(total.leaf, (total.attribute,))) for step, weight in found]


def _check(canvas: Canvas, where: tuple[int, int], at: tuple[int, int], items: Iterable[tuple[str, int]]) -> None:
    cells = [(canvas.figures[name], weight) for name, weight in items if name in canvas.figures]
    if cells:
        slot = Slot(Content(None, "#,##0"), Role.CHECK, "money", formula=formula(cells), compared=address(*at))
        canvas.lines[where[0] - 1].cells[where[1]] = slot


def address(row: int, column: int) -> str:
    """``D12`` for row 12, column 4."""
    return f"{column_letter(column)}{row}"


def formula(cells: list[tuple[tuple[int, int], int]]) -> str:
    """The sum of these cells with their weights; empty where none of them is a number."""
    added = _ranges([at for at, weight in cells if weight > 0])
    taken = _ranges([at for at, weight in cells if weight < 0])
    total = (f"SUM({added})" if added else "0") + (f"-SUM({taken})" if taken else "")
    return f'=IF(COUNT({_ranges([at for at, _ in cells])})=0,"",{total})'


def _ranges(cells: list[tuple[int, int]]) -> str:
    """Cells of a column as ranges, so that a sum of many is short."""
    found: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for row, column in sorted(cells, key=lambda at: (at[1], at[0])):
        if found and found[-1][1] == (row - 1, column):
            found[-1] = (found[-1][0], (row, column))
        else:
            found.append(((row, column), (row, column)))
    return ",".join(
        address(*first) if first == last else f"{address(*first)}:{address(*last)}" for first, last in found
    )
