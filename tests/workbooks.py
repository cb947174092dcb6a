"""What the tests of workbooks share: sheets as cells in memory, without the time that drawing and parsing take."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from filingexport.authoring.workbook.lines import KEY, Composed, Line, Role
from filingexport.authoring.workbook.writer import named
from filingexport.formats.xlsx.reader import Book, Cell, Sheet

_EPOCH = datetime(1899, 12, 30)


def in_memory(composed: list[Composed]) -> Book:
    """The book that a reader finds in a workbook with these sheets."""
    return Book(tuple(_sheet(name, each) for name, each in named(composed).items()))


def _sheet(name: str, composed: Composed) -> Sheet:
    cells = {row: _row(line) for row, line in enumerate(composed.lines, 1)}
    folded = frozenset(row for row, line in enumerate(composed.lines, 1) if line.folded)
    return Sheet(name, {row: held for row, held in cells.items() if held}, hidden_rows=folded)


def _row(line: Line) -> dict[int, Cell]:
    found = {KEY: Cell("text", line.key)} if line.key else {}
    for column, text in ((KEY + 1, line.label.ja), (KEY + 2, line.label.en)):
        if text:
            found[column] = Cell("text", text)
    for column, slot in line.cells.items():
        if slot.role is Role.CHECK:
            found[column] = Cell("number", "0", "#,##0", calculated=True)
        elif slot.content.value is not None:
            found[column] = cell(slot.content.value, slot.content.format)
    return found


def cell(value: str | Decimal | date | datetime, code: str = "General") -> Cell:
    """The cell that holds this value."""
    match value:
        case str():
            return Cell("text", value, code)
        case Decimal():
            return Cell("number", repr(float(value)), code)
        case datetime():
            passed = value - _EPOCH
            return Cell("number", repr(passed.days + passed.seconds / 86_400), code)
    return Cell("number", str((value - _EPOCH.date()).days), code)


def find(book: Book, key: str) -> tuple[Sheet, int]:
    """The sheet and the first row of this key."""
    for sheet in book.sheets:
        for row, cells in sorted(sheet.cells.items()):
            if KEY in cells and cells[KEY].text == key:
                return sheet, row
    raise LookupError(key)


def insert_row(sheet: Sheet, before: int, cells: dict[int, Cell]) -> None:
    """Insert a row, as a person does: without a key."""
    moved = {row + (row >= before): held for row, held in sheet.cells.items()}
    sheet.cells.clear()
    sheet.cells.update(moved)
    if cells:
        sheet.cells[before] = cells


def insert_column(sheet: Sheet, before: int) -> None:
    """Insert an empty column."""
    for row, held in list(sheet.cells.items()):
        sheet.cells[row] = {column + (column >= before): each for column, each in held.items()}


def delete_column(sheet: Sheet, gone: int) -> None:
    """Delete a column."""
    for row, held in list(sheet.cells.items()):
        sheet.cells[row] = {column - (column > gone): each for column, each in held.items() if column != gone}


__all__ = ["cell", "delete_column", "find", "in_memory", "insert_column", "insert_row"]
