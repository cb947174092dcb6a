"""Findings written back as comments into a copy of the workbook that they are about."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Final

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from filingexport.authoring.workbook.lines import JAPANESE
from filingexport.declaring import frozen
from filingexport.findings import SEVERITY, Finding, Severity
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, read_bytes, write_file
from filingexport.formats.xlsx.package import refuse
from filingexport.formats.xlsx.reader import Book, column_number, read
from filingexport.formats.xlsx.writing import put_text, saved
from filingexport.names import VERSION_DATE
from filingexport.said import Language, say

_PLACE: Final = re.compile(r"\[(?P<sheet>[^\]]+)\](?:!(?P<column>[A-Z]{1,3})(?P<row>[0-9]{1,7}))?")
_AUTHOR: Final = "filingexport"
_COLORS: Final = {Severity.ERROR: "FFA11D12", Severity.WARNING: "FFC98A1B", Severity.NOTE: "FF6B7785"}
_WIDTH: Final = 360
_LINE: Final = 18
_CHARACTERS: Final = 44
"""Characters of a line of a comment."""


def annotated_path(path: Path) -> Path:
    """Where the copy lies: ``notice.annotated.xlsx`` beside ``notice.xlsx``."""
    return path.with_suffix(f".annotated{path.suffix}")


def annotate(
    path: Path, findings: Iterable[Finding], limits: Limits = DEFAULT_LIMITS, language: Language = "en"
) -> Path:
    """Write a copy of this workbook with the findings as comments at their cells; returns where. Raises FilingError.

    A finding about a sheet, or about what has no place in the workbook, stands at the title of its sheet, or of the first one.
    """
    target = annotated_path(path)
    told = [
        Remark(each.place, f"{SEVERITY[each.severity].get(language)}: {each.said(language)}", each.severity)
        for each in findings
    ]
    write_file(target, with_comments(read_bytes(path, limits), path.name, told, limits))
    return target


@frozen
class Remark:
    """A comment to make. place: the cell or sheet, as findings name it. severity: the colour of the sheet's tab."""

    place: str
    text: str
    severity: Severity = Severity.NOTE


def with_comments(data: bytes, name: str, remarks: Iterable[Remark], limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The workbook with these comments beside those that it has. Raises FilingError."""
    held = read(data, name, limits)  # refuses what is no safe workbook, before another library opens it
    try:
        book = load_workbook(io.BytesIO(data))
    except Exception as error:  # the library raises whatever its parts raise
        raise refuse(
            say("cannot be annotated: {why}", "コメントを書き込めません（{why}）。", why=error), name
        ) from None
    _restore_text(book, held)
    for (sheet, row, column), about in _by_cell(book, name, remarks).items():
        cell = sheet.cell(row, column)
        if not isinstance(cell, Cell):
            continue  # inside a merged range, whose first cell holds all there is
        lines = [each.text for each in about]
        if cell.comment is not None:
            lines.insert(0, cell.comment.text)
        comment = Comment("\n\n".join(lines), _AUTHOR)
        height = sum(1 + len(line) // _CHARACTERS for line in comment.text.split("\n")) + 1
        comment.width, comment.height = _WIDTH, min(height, 30) * _LINE
        cell.comment = comment
        sheet.sheet_properties.tabColor = _COLORS[min((each.severity for each in about), key=list(Severity).index)]
    return saved(book, datetime.fromisoformat(VERSION_DATE))


def _by_cell(book: Workbook, file: str, remarks: Iterable[Remark]) -> dict[tuple[Worksheet, int, int], list[Remark]]:
    found: dict[tuple[Worksheet, int, int], list[Remark]] = {}
    first = next(each for each in book.worksheets if each.sheet_state == "visible")
    for remark in remarks:
        place = _PLACE.fullmatch(remark.place.removeprefix(file)) if remark.place.startswith(file) else None
        sheet = next((each for each in book.worksheets if place and each.title == place["sheet"]), first)
        row, column = 1, JAPANESE
        if place is not None and place["row"] is not None and sheet.title == place["sheet"]:
            row, column = int(place["row"]), column_number(place["column"])
        found.setdefault((sheet, row, column), []).append(remark)
    return found


def _restore_text(book: Workbook, held: Book) -> None:
    """Give each cell the text that it has in the file: the library changes what looks like an escaped character."""
    for sheet in held.sheets:
        into = book[sheet.name]
        for row, cells in sheet.cells.items():
            for column, cell in cells.items():
                there = into.cell(row, column)
                if cell.kind == "text" and not cell.calculated and isinstance(there, Cell) and there.data_type == "s":
                    put_text(there, cell.text)
