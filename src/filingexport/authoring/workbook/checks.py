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
        name = keys.join(unique, total.attribute)
        items = [(keys.join(unique, step), weight) for step, weight in _items(canvas, of, total)]
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


def _items(canvas: Canvas, of: Plan, total: Summation) -> list[tuple[str, int]]:
    """What a total is the sum of, by the paths from its part, with the weights of what is printed."""
    found = [(".".join(each.steps), each.weight * _sign(each.leaf)) for each in total.summands]
    for own in canvas.source.extension.items(of):
        if own.declared.total == total.attribute and own.declared.weight:
            found.append((own.declared.name, own.declared.weight))
    return [(step, weight * _sign(total.leaf)) for step, weight in found]


def _sign(leaf: Leaf) -> int:
    """The sign of what is printed against that of the amount."""
    return -1 if leaf.concept.negated else 1


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
