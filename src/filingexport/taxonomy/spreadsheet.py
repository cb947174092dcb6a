"""The taxonomy as a workbook, for people who sort and filter: items, sums, axes with their members, closed lists, sections."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from filingexport.formats.safe import write_file
from filingexport.formats.xlsx.writing import put_text, saved
from filingexport.model.filing import Filing
from filingexport.model.law import in_2008
from filingexport.names import VERSION_DATE, local_name
from filingexport.taxonomy.catalogue import KIND_WORDS, catalogue, citation, labels, terse_labels
from filingexport.taxonomy.item_types import item_type
from filingexport.taxonomy.network import Network, network

_HEADER_FONT: Final = Font(bold=True)
_HEADER_FILL: Final = PatternFill("solid", fgColor="FFE3E8EE")
_CELL_ALIGNMENT: Final = Alignment(vertical="top", wrap_text=True)

Value = str | int | None
Columns = tuple[tuple[str, int], ...]
"""Headings of columns, with their widths in characters."""


def workbook(network: Network) -> bytes:
    """The workbook's bytes: the same classes and the same openpyxl give the same ones."""
    book = Workbook()
    made = datetime.fromisoformat(VERSION_DATE)
    book.properties.creator = "filingexport"
    book.properties.title = f"filingexport taxonomy {VERSION_DATE}"
    book.properties.created = made
    assert book.active is not None
    book.remove(book.active)
    _concepts(book, network)
    _calculation(book, network)
    _axes(book, network)
    _choices(book, network)
    _sections(book, network)
    return saved(book, made)


def write(target: Path) -> int:
    """Write the workbook of the whole taxonomy, whole or not at all; returns its size in bytes. Raises FilingError."""
    data = workbook(network(Filing))
    write_file(target, data)
    return len(data)


def _concepts(book: Workbook, network: Network) -> None:
    known, printed = labels(network), terse_labels(network)
    columns = (
        ("Name", 44), ("Label (en)", 44), ("Label (ja)", 36), ("Printed as (en)", 36), ("Printed as (ja)", 28),
        ("Documentation", 50), ("Type", 18), ("XBRL type", 30), ("Values", 30), ("Period", 10), ("Balance", 10),
        ("Nil", 6), ("Section", 36), ("Depth", 8), ("Places", 60), ("References", 50), ("References (ja)", 36),
        ("References in 2008", 50), ("References in 2008 (ja)", 36), ("EDINET", 44), ("Axes", 44),
    )  # fmt: skip

    def row(name: str) -> list[Value]:
        entry = entries[name]
        info = entry.info
        kind = item_type(info.leaf)
        citations = [citation(law) for law in info.refs]
        earlier = [citation(law) for law in in_2008(info.refs)]
        places = [
            " > ".join([place.section.en, *(known[each].en for each in place.path[1:])]) for place in entry.places
        ]
        return [
            local_name(name),
            entry.label.en,
            entry.label.ja,
            printed[name].en,
            printed[name].ja,
            info.concept.doc,
            KIND_WORDS[info.concept.kind].en,
            kind,
            "\n".join(each.value for each in network.kinds.get(kind.partition(":")[2], ())),
            "instant" if info.instant else "duration",
            info.concept.balance,
            "yes" if info.nillable else "no",
            entry.places[0].section.en,
            entry.places[0].depth,
            "\n".join(places),
            "\n".join(each.en for each in citations),
            "\n".join(each.ja for each in citations),
            "\n".join(each.en for each in earlier),
            "\n".join(each.ja for each in earlier),
            info.edinet,
            "\n".join(" x ".join(local_name(axis) for axis in axes) or "none" for axes in entry.axes),
        ]

    entries = catalogue(network)
    _sheet(book, "Concepts", columns, (row(name) for name in entries))


def _calculation(book: Workbook, network: Network) -> None:
    known = labels(network)
    columns = (("Section", 44), ("Total", 44), ("Total (en)", 44), ("Weight", 8), ("Item", 44), ("Item (en)", 44))
    rows: Iterable[list[Value]] = (
        [section.en, local_name(each.total), known[each.total].en, weight, local_name(name), known[name].en]
        for section in network.sections.values()
        for each in section.sums
        for name, weight in each.items
    )
    _sheet(book, "Calculation", columns, rows)


def _axes(book: Workbook, network: Network) -> None:
    columns = (
        ("Axis", 40), ("Axis (en)", 36), ("Axis (ja)", 30), ("Kind", 10), ("Member", 50), ("Member (en)", 44),
        ("Member (ja)", 36), ("Default", 8),
    )  # fmt: skip
    rows: list[list[Value]] = []
    for axis in network.axes.values():
        head: list[Value] = [local_name(axis.name), axis.en, axis.ja]
        if axis.domain is None:
            rows.append([*head, "typed", "(number of the row, from 1)", None, None, None])
        for member in axis.members:
            default = "yes" if member.name == axis.default else "no"
            rows.append([*head, "explicit", local_name(member.name), member.en, member.ja, default])
    _sheet(book, "Axes & members", columns, rows)


def _choices(book: Workbook, network: Network) -> None:
    columns = (("Type", 30), ("Value", 54), ("Label (en)", 54), ("Label (ja)", 54), ("Items", 60))
    items = [(item_type(info.leaf).partition(":")[2], local_name(name)) for name, info in network.concepts.items()]
    rows: Iterable[list[Value]] = (
        [kind, value.value, value.label.en, value.label.ja, "\n".join(name for other, name in items if other == kind)]
        for kind, values in sorted(network.kinds.items())
        for value in values
    )
    _sheet(book, "Values", columns, rows)


def _sections(book: Workbook, network: Network) -> None:
    columns = (("Number", 8), ("Section", 30), ("Label (en)", 54), ("Label (ja)", 44), ("Role", 80), ("Items", 8))
    entries = catalogue(network).values()
    rows: Iterable[list[Value]] = (
        [number, section.key, section.en, section.ja, section.role,
         sum(any(place.section is section for place in entry.places) for entry in entries)]
        for number, section in enumerate(network.sections.values(), 1)
    )  # fmt: skip
    _sheet(book, "Sections", columns, rows)


def _sheet(book: Workbook, title: str, columns: Columns, rows: Iterable[list[Value]]) -> None:
    sheet: Worksheet = book.create_sheet(title)
    for number, (heading, width) in enumerate(columns, 1):
        _put(sheet, 1, number, heading)
        head = sheet.cell(1, number)
        head.font, head.fill = _HEADER_FONT, _HEADER_FILL
        sheet.column_dimensions[get_column_letter(number)].width = width
    last = 1
    for last, row in enumerate(rows, 2):  # the last number is the height of the table
        for number, value in enumerate(row, 1):
            _put(sheet, last, number, value)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"


def _put(sheet: Worksheet, row: int, column: int, value: Value) -> None:
    """Text is stored as text whatever it begins with: a label is never calculated."""
    if value is None or value == "":
        return
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # nothing is merged here
    cell.alignment = _CELL_ALIGNMENT
    if isinstance(value, int):
        cell.value = value
        return
    put_text(cell, value)
