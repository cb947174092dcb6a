"""Statements and other runs of amounts as tables: labels as printed, a column a year, units said once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import attrs
from markupsafe import Markup

from filingexport.binding.plan import Leaf, PartField, columns_of
from filingexport.declaring import frozen
from filingexport.formats.ixbrl import labels
from filingexport.formats.ixbrl.arrangement import Slot
from filingexport.formats.ixbrl.blocks import EMPTY, Cell, Figures, Line
from filingexport.formats.ixbrl.desk import Desk, Unit
from filingexport.model.item import NUMERIC
from filingexport.model.values import DASH, Dash, Number, Text


@frozen(eq=False)
class Place:
    """One slot in one year: where it is and what is there."""

    slot: Slot
    path: str


Years = list[Place | None]
"""A slot in each column of a table; None where it is not disclosed."""


def step(path: str, name: str) -> str:
    """The path of what stands under this name at this path."""
    return f"{path}.{name}" if path else name


def leaf_of(slot: Slot) -> Leaf | None:
    """The leaf of a slot that is one value; None for a part or a table."""
    if slot.own is not None:
        return slot.own.leaf
    return slot.entry if isinstance(slot.entry, Leaf) else None


def is_number(slot: Slot) -> bool:
    """Whether it is one number, or a dash where a number could be."""
    leaf = leaf_of(slot)
    return leaf is not None and leaf.concept.kind in NUMERIC and isinstance(slot.value, (Number, Dash))


def is_caption(slot: Slot) -> bool:
    """Whether it is words that head amounts, such as ``CURRENT ASSETS:``."""
    return isinstance(slot.value, Text) and (
        slot.name in ("caption", "heading") or slot.name.endswith(("_caption", "_heading"))
    )


class FigureMaker:
    """Makes tables of amounts."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    # --- what goes into one ----------------------------------------------------------------------------------

    def fits(self, slot: Slot) -> bool:
        """Whether this slot is amounts all through."""
        if slot.heading is not None:
            return bool(slot.below) and all(self.fits(each) for each in slot.below)
        if is_number(slot):
            return True
        if not isinstance(slot.entry, PartField) or slot.entry.line is not None:
            return False
        plan = slot.entry.plan
        if plan.start is not None or plan.as_of is not None or columns_of(plan) is not None:
            return False
        inner = self.desk.slots(plan, slot.value, slot.path)
        return any(not is_caption(each) for each in inner) and all(
            is_caption(each) or self.fits(each) for each in inner
        )

    def numbers(self, slot: Slot, path: str) -> Iterator[tuple[Leaf, Any]]:
        """The numbers in this slot."""
        if slot.heading is not None:
            for each in slot.below:
                yield from self.numbers(each, path)
        elif is_number(slot):
            leaf = leaf_of(slot)
            assert leaf is not None
            yield leaf, slot.value
        elif isinstance(slot.entry, PartField):
            for each in self.desk.slots(slot.entry.plan, slot.value, slot.path):
                if not is_caption(each):
                    yield from self.numbers(each, f"{path}.{slot.name}")

    def merged(self, columns: list[tuple[list[Slot], str] | None]) -> list[Years]:
        """The slots of several years side by side, in the order of the first, later ones' own after what they follow."""
        names: list[str] = []
        by_name: list[dict[str, Place]] = []
        for column in columns:
            found: dict[str, Place] = {}
            before = -1
            for slot in column[0] if column is not None else ():
                assert column is not None
                found[slot.name] = Place(slot, column[1] if slot.heading is not None else step(column[1], slot.name))
                if slot.name not in names:
                    names.insert(before + 1, slot.name)
                before = names.index(slot.name)
            by_name.append(found)
        return [[found.get(name) for found in by_name] for name in names]

    # --- the table -------------------------------------------------------------------------------------------

    def table(self, rows: list[Years], unit_note: Markup, columns: list[Markup], statement: bool) -> Figures:
        """The table of these rows. unit_note: the unit as printed; statement: whether its last total closes it."""
        values = [
            pair for row in rows for place in row if place is not None for pair in self.numbers(place.slot, place.path)
        ]
        unit = self.desk.unit_of(values)
        lines = [line for row in rows for line in self.lines(row, 0, unit, _names(rows))]
        if statement:
            totals = [line for line in lines if line.kind == "total"]
            # A balance sheet closes twice, at the same amount.
            closing = [line for line in totals if _digits(line) == _digits(totals[-1]) and line.depth <= 1]
            lines = [attrs.evolve(line, kind="grand") if line in closing else line for line in lines]
        said = unit_note or (self.desk.unit_words(unit) if unit is not None else Markup())
        return Figures(said, _aligned(lines), columns)

    def lines(self, row: Years, depth: int, unit: Unit | None, among: frozenset[str]) -> Iterator[Line]:
        """The lines of one slot. among: the names of the slots that stand with it."""
        places = [place for place in row if place is not None]
        slot = places[0].slot
        if is_caption(slot):
            said = [self.desk.tagger.words(self.desk.texts(place.slot.value, place.path)) for place in places]
            yield Line("head", depth, said[0], [Cell(each) for each in said[1:]])
        elif slot.heading is not None:
            yield Line("head", depth, self.desk.words(labels.names_of_text(slot.heading.readings)))
            columns = [(place.slot.below, place.path) if place is not None else None for place in row]
            below = self.merged(columns)
            for inner in below:
                yield from self.lines(inner, depth + 1, unit, _names(below))
        elif is_number(slot):
            yield self.line(row, depth, unit, among)
        else:
            yield from self.group(row, depth, unit)

    def line(self, row: Years, depth: int, unit: Unit | None, among: frozenset[str]) -> Line:
        """A line with its amounts."""
        places = [place for place in row if place is not None]
        leaf = leaf_of(places[0].slot)
        assert leaf is not None
        facts = [self.desk.fact(place.path) for place in places]
        label = self.desk.caption(labels.terse(labels.of_leaf(leaf)), facts)
        cells = [
            self.desk.cell(leaf, place.slot.value, place.path, unit) if place is not None else EMPTY for place in row
        ]
        # What a balance sheet tells beside its amounts, as an allowance that is already deducted.
        aside = (leaf.concept.memo and leaf.instant) or (unit is not None and leaf.concept.kind == "shares")
        dashes = all(place.slot.value is DASH for place in places)
        kind = "memo" if aside and not dashes else "total" if _sums(leaf, among) else "item"
        return Line(kind, depth, label, cells)

    def group(self, row: Years, depth: int, unit: Unit | None) -> Iterator[Line]:
        """A part within the statement: its heading, then its lines."""
        entry = next(place.slot.entry for place in row if place is not None)
        assert isinstance(entry, PartField)
        columns = [
            (self.desk.slots(entry.plan, place.slot.value, place.path), place.path) if place is not None else None
            for place in row
        ]
        rows = self.merged(columns)
        captions = [each for each in rows if any(place is not None and is_caption(place.slot) for place in each)]
        amounts = [each for each in rows if each not in captions]
        if not captions and len(amounts) == 1 and _single(amounts[0]):
            line = next(self.lines(amounts[0], depth, unit, frozenset()))
            if entry.opening and "<ix:footnote" not in line.label:  # no caption is printed
                line = attrs.evolve(line, label=self.desk.words(labels.terse(labels.of_part(entry.plan))))
            yield line
            return
        if not captions and _is_total(rows[0]):
            # As Japanese statements have it: the total stands on the line of the heading.
            yield attrs.evolve(self.line(rows.pop(0), depth, unit, frozenset()), kind="headed")
        elif captions and captions[0] is rows[0]:
            yield from self.lines(rows.pop(0), depth, unit, frozenset())
        else:
            label = entry.member.label if entry.member is not None else labels.of_part(entry.plan)
            yield Line("head", depth, self.desk.words(labels.terse(label)))
        for each in rows:
            yield from self.lines(each, depth + 1, unit, _names(rows))


def _names(rows: list[Years]) -> frozenset[str]:
    return frozenset(
        place.slot.name for row in rows for place in row if place is not None and not is_caption(place.slot)
    )


def _sums(leaf: Leaf, among: frozenset[str]) -> bool:
    """Whether this line closes others that stand here, so that a rule is drawn above it."""
    total = leaf.concept.total
    if isinstance(total, tuple):
        return len({path.partition(".")[0] for path in total} & among) > 1
    return total and len(among) > 1


def _digits(line: Line) -> list[str]:
    return [re.sub(r"<[^>]*>", "", cell.body) for cell in line.cells]


def _is_total(row: Years) -> bool:
    leaves = [leaf_of(place.slot) for place in row if place is not None]
    return all(leaf is not None and bool(leaf.concept.total) for leaf in leaves)


def _single(row: Years) -> bool:
    return all(place is None or is_number(place.slot) for place in row)


def _aligned(lines: list[Line]) -> list[Line]:
    """The lines, each number padded so that the points of a column stand below one another."""
    width = max((len(line.cells) for line in lines), default=0)
    most = [max((line.cells[at].places for line in lines if at < len(line.cells)), default=0) for at in range(width)]
    return [attrs.evolve(line, cells=[padded(cell, most[at]) for at, cell in enumerate(line.cells)]) for line in lines]


def padded(cell: Cell, most: int) -> Cell:
    """The cell with as much room behind its number as the longest fraction of the column takes more."""
    if cell.places < 0 or cell.places >= most:
        return cell
    return attrs.evolve(cell, pad=min(most, 6) - cell.places)


def all_numbers(maker: FigureMaker, slots: Iterable[Slot], path: str) -> list[tuple[Leaf, Any]]:
    """The numbers in these slots."""
    return [pair for slot in slots for pair in maker.numbers(slot, path)]
