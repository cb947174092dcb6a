"""Statements of changes in equity: a real matrix, components across, movements down."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from markupsafe import Markup

from filingexport.binding.extended import amount
from filingexport.binding.plan import ColumnLeaf, Leaf, PartField
from filingexport.declaring import frozen
from filingexport.formats.ixbrl import labels
from filingexport.formats.ixbrl.arrangement import Slot
from filingexport.formats.ixbrl.blocks import EMPTY, Cell, Table
from filingexport.formats.ixbrl.desk import Desk, Unit
from filingexport.formats.ixbrl.figures import padded
from filingexport.model.item import Label
from filingexport.model.values import Money, Text
from filingexport.report import Fact, Note

_TOTAL = Label("Total", "合計")
_OPENING = Label("Balance at the beginning of the period", "当期首残高")
_CLOSING = Label("Balance at the end of the period", "当期末残高")


@frozen(eq=False)
class Row:
    """A line of the matrix: its leaf, its amounts by column, and what stands at its head."""

    slot: Slot
    path: str
    leaf: Leaf
    opening: bool

    def value(self, column: ColumnLeaf) -> Any:
        """The amount in this column, None if there is none."""
        return amount(self.slot.value, column)


def is_line(slot: Slot, line: PartField) -> bool:
    """Whether this slot is a line of the matrix."""
    if slot.own is not None:
        return isinstance(slot.value, line.plan.cls)
    return isinstance(slot.entry, PartField) and slot.entry.line is not None


class MatrixMaker:
    """Makes matrices."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def table(self, slots: list[Slot], line: PartField, path: str, unit_note: Markup) -> Table:
        """The matrix of these lines, and of the captions among them."""
        rows = [self.row(each, path) for each in self.lines(slots, line)]
        captions: dict[str, Slot] = {}  # by the name of the line that each is printed with
        for each in slots:
            if _is_caption(each) and (line_of_it := _target(each.name, rows)) is not None:
                captions.setdefault(line_of_it.slot.name, each)
        columns = [
            each for each in self.desk.extended.columns(line, path) if any(row.value(each) is not None for row in rows)
        ]
        unit = self.desk.unit_of((row.leaf, row.value(column)) for row in rows for column in columns)
        facts = {
            (row.path, column.attribute): self.desk.fact(f"{row.path}.{column.attribute}")
            for row in rows for column in columns if row.value(column) is not None
        }  # fmt: skip
        heads = {column.attribute: self.column_caption(column, rows, facts) for column in columns}
        openings = {row.leaf.name for row in rows if row.opening}
        body: list[list[Cell]] = []
        totals = set()
        for slot in slots:
            if _is_caption(slot):
                if slot in captions.values():
                    continue
                said = self.desk.tagger.words(self.desk.texts(slot.value, f"{path}.{slot.name}"))
                body.append([Cell(said), *(EMPTY for _ in columns)])
                continue
            row = next((each for each in rows if each.slot is slot), None)
            if row is None:
                continue
            label = self.row_label(row, captions.get(slot.name), path, columns, facts, openings)
            cells = [Cell(label)]
            for column in columns:
                value = row.value(column)
                if value is None:
                    cells.append(EMPTY)
                    continue
                cells.append(self.cell(row, column, facts[row.path, column.attribute], unit))
            if row.leaf.concept.total or row.leaf.name in openings:
                totals.add(len(body))
            body.append(cells)
        for at in range(1, len(columns) + 1):
            most = max((cells[at].places for cells in body), default=0)
            for cells in body:
                cells[at] = padded(cells[at], most)
        head = [Markup(), *(heads[each.attribute] for each in columns)]
        said_unit = unit_note or (self.desk.unit_words(unit) if unit is not None else Markup())
        return Table(head, body, [False, *(True for _ in columns)], said_unit, style="matrix", totals=frozenset(totals))

    def cell(self, row: Row, column: ColumnLeaf, fact: Fact, unit: Unit | None) -> Cell:
        """An amount with the captions that head neither its line nor its column."""
        cell = self.desk.cell(row.leaf, row.value(column), f"{row.path}.{column.attribute}", unit)
        return attrs.evolve(cell, body=cell.body + self.desk.captions_beside(fact))

    def lines(self, slots: list[Slot], line: PartField) -> Iterator[Slot]:
        """The lines among these slots."""
        return (each for each in slots if is_line(each, line))

    def row(self, slot: Slot, path: str) -> Row:
        """A line compiled."""
        if slot.own is not None:
            return Row(slot, f"{path}.{slot.name}", slot.own.leaf, False)
        assert isinstance(slot.entry, PartField)
        assert slot.entry.line is not None
        return Row(slot, f"{path}.{slot.name}", slot.entry.line, slot.entry.opening)

    def column_caption(self, column: ColumnLeaf, rows: list[Row], facts: dict[tuple[str, str], Fact]) -> Markup:
        """What heads a column: the caption printed with amounts of this column alone, else the component's label."""
        own = self.desk.extended.labels.get(column.attribute)
        label = column.member.label if column.member is not None else own or _TOTAL
        groups: dict[Note, list[tuple[str, Fact]]] = {}
        for (path, attribute), fact in facts.items():
            if attribute == column.attribute:
                for note in fact.notes:
                    if note.kind == "caption":
                        groups.setdefault(note, []).append((path, fact))
        for note, found in groups.items():
            # A caption that all of a line has is the line's.
            if not any(self._shared(path, note, facts) for path, _ in found) and len(groups) == 1:
                return self.desk.tagger.tie(note, [fact for _, fact in found])
        return self.desk.words(labels.terse(label))

    def _shared(self, path: str, note: Note, facts: dict[tuple[str, str], Fact]) -> bool:
        line = [fact for (where, _), fact in facts.items() if where == path]
        return len(line) > 1 and all(note in fact.notes for fact in line)

    def row_label(
        self, row: Row, printed: Slot | None, path: str, columns: list[ColumnLeaf], facts: dict[tuple[str, str], Fact],
        openings: set[str],
    ) -> Markup:  # fmt: skip
        """What stands at the head of a line: as printed, else its label."""
        label = labels.terse(labels.of_leaf(row.leaf))
        if row.leaf.name in openings:
            label = _OPENING if row.opening else _CLOSING
        line = [fact for column in columns if (fact := facts.get((row.path, column.attribute))) is not None]
        shared = [note for note in line[0].notes if note.kind == "caption" and all(note in each.notes for each in line)]
        shared = [note for note in shared if not self.desk.told(line[0], note)]
        said = self.desk.words(label)
        if shared and (len(line) > 1 or len(columns) == 1):
            said = self.desk.tagger.tie(shared[0], line)
        if printed is not None:
            return self.desk.tagger.words(self.desk.texts(printed.value, f"{path}.{printed.name}"))
        return said


def _is_caption(slot: Slot) -> bool:
    return slot.name.endswith("_caption") and isinstance(slot.value, Text)


def _target(caption: str, rows: list[Row]) -> Row | None:
    """The line that a caption is printed with: ``dividends_caption`` is that of ``dividends_from_surplus``."""
    name = caption.removesuffix("_caption")
    exact = next((row for row in rows if row.slot.name == name), None)
    return exact or next((row for row in rows if row.slot.name.startswith(name + "_")), None)


def amounts(slots: list[Slot], line: PartField) -> list[Money]:
    """The amounts of these lines."""
    return [
        value
        for slot in slots
        if is_line(slot, line)
        for each in line.plan.entries
        if isinstance(each, ColumnLeaf) and isinstance(value := getattr(slot.value, each.attribute), Money)
    ]
