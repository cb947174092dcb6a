"""What a sheet is laid out on: its rows so far, its columns, and where the figures stand that are summed."""

from __future__ import annotations

from typing import Final

from attrs import field

from filingexport.authoring.workbook import keys, values
from filingexport.authoring.workbook.layout import LeavesOut, Path, Sheet
from filingexport.authoring.workbook.lines import FIRST, FormColumn, Line, Look, Slot
from filingexport.authoring.workbook.shape import Shape
from filingexport.authoring.workbook.trees import EMPTY
from filingexport.authoring.workbook.values import Content
from filingexport.authoring.yaml_tree import Mapping
from filingexport.binding.extended import Extended
from filingexport.declaring import frozen
from filingexport.model.item import Label


@frozen
class Room:
    """How many empty rows are laid out: of a table, of a list or a table in a card, of cards, of cards in cards or large ones, of tables
    whose rows are columns, and for items of the company's own.
    """

    rows: int = 6
    inner_rows: int = 3
    cards: int = 8
    large_cards: int = 2
    records: int = 6
    own: int = 3


FULL_ROOM: Final = Room()
"""Empty rows as people need them."""
NO_ROOM: Final = Room(0, 0, 0, 0, 0, 0)
"""No empty rows: for a filing that is only carried."""


@frozen(eq=False)
class Source:
    """What sheets are made from.

    trees: the tree of each part with a sheet, by its path, and of each of a year before. language: of text that does not
    say. extension: the company's items. room: how much may be added. leaves_out: parts without data that have no place.
    """

    trees: dict[Path, Mapping]
    language: str
    extension: Extended
    room: Room
    leaves_out: LeavesOut

    def tree(self, path: Path | None) -> Mapping:
        """The tree of this part; an empty one where nothing is filled in."""
        return self.trees.get(path, EMPTY) if path is not None else EMPTY


@frozen(eq=False)
class Canvas:
    """A sheet in the making. columns: those of fields, by what they hold. figures: row and column of the cell of a
    figure, by its path with the numbers of rows. widths: those that columns need for tables.
    """

    sheet: Sheet
    source: Source
    form: tuple[FormColumn, ...]
    lines: list[Line] = field(factory=list)
    figures: dict[str, tuple[int, int]] = field(factory=dict)
    widths: dict[int, float] = field(factory=dict)
    columns: dict[str, int] = field(init=False)

    @columns.default
    def _columns(self) -> dict[str, int]:
        return {aspect: column.number for column in self.form for aspect in column.aspects}

    def add(self, line: Line) -> int:
        """Add a row; returns its number."""
        self.lines.append(line)
        return len(self.lines)

    def widen(self, column: int, width: float) -> None:
        """Make a column as wide as a table needs it."""
        self.widths[column] = max(self.widths.get(column, 0), width)

    def heading(self, label: Label, depth: int) -> None:
        """Add a heading."""
        self.add(Line(keys.HEADING, Look.HEADING, label, depth=depth))

    def end(self, path: str, depth: int, en: str, ja: str) -> None:
        """Add the row that ends a table."""
        self.add(Line(f"{keys.END} {path}", Look.END, Label(en, ja), depth=depth))

    def detail(self, key: str, what: str, text: str, depth: int, column: int = FIRST) -> None:
        """Add rows for what has no cell of its own."""
        for piece in values.pieces(values.escaped(text)):
            line = Line(key, Look.DETAIL, Label(f"↳ {what}", f"↳ {what}"), depth=depth)
            line.cells[column] = Slot(Content(piece))
            self.add(line)

    def details(self, path: str, field: str, shape: Shape, column: int = FIRST) -> None:
        """Add rows for what a row of a table has no cells for."""
        for aspect, text in shape.details:
            self.detail(keys.detail_key(path, field, aspect), f"{field} {aspect}".strip(), text, 1, column)
