"""Tables of open rows: as a list, a table, years side by side, or cards, by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import attrs
from markupsafe import Markup

from filingexport.binding.marks import mark as mark_of
from filingexport.binding.plan import Leaf, ListLeaf, PartField, Plan
from filingexport.binding.values import shifted
from filingexport.declaring import frozen
from filingexport.formats.ixbrl import charts, labels, printed
from filingexport.formats.ixbrl.arrangement import Slot
from filingexport.formats.ixbrl.blocks import EMPTY, Cell, Charts, Numbered, Table
from filingexport.formats.ixbrl.desk import Desk, Unit
from filingexport.formats.ixbrl.figures import is_number, leaf_of, padded
from filingexport.formats.ixbrl.tags import join
from filingexport.model.item import NUMERIC, Label
from filingexport.model.meaning import Measure
from filingexport.model.values import Block, Money, Nothing, Shares, Text

_WIDEST: Final = 12
"""What the columns of a table may weigh together; beyond that its rows are cards."""
_CHARTS: Final = 4


@frozen(eq=False)
class Column:
    """A column: where its values are in a row, by the steps from the row, and what heads it."""

    steps: tuple[str, ...]
    label: Label
    leaf: Leaf
    many: bool


@frozen(eq=False)
class Row:
    """A row: its path and its values by the steps that lead to them, each with the path of its fact."""

    path: str
    value: Any
    cells: dict[tuple[str, ...], tuple[Slot, str]]


class Heads:
    """What is printed at the heads of columns, by their names. The first table that has the column shows the fact itself,
    others its words.
    """

    def __init__(self) -> None:
        self.kept: dict[str, Markup] = {}
        self.shown: set[str] = set()
        self.passed: list[Markup] = []

    def keep(self, name: str, said: Markup) -> None:
        """Keep this for the column of this name in the tables that follow."""
        if name in self.kept and name not in self.shown:
            self.passed.append(self.kept[name])
        self.shown.discard(name)
        self.kept[name] = said

    def take(self, name: str) -> Markup:
        """What heads this column; empty if nothing is printed there."""
        said = self.kept.get(name, Markup())
        if name in self.shown:
            return Markup(re.sub(r"</?ix:[^>]*>", "", said))  # noqa: S704  # a fact is tagged once
        self.shown.add(name)
        return said

    def left(self) -> list[Markup]:
        """What no table has shown."""
        return self.passed + [said for name, said in self.kept.items() if name not in self.shown]


class TableMaker:
    """Makes tables, lists and charts of rows."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    # --- rows and columns ------------------------------------------------------------------------------------

    def rows(self, plan: Plan, values: tuple[Any, ...], path: str) -> list[Row] | None:
        """The rows, where all that stands in them are single values or plain lists; None where there is more."""
        found = []
        for number, value in enumerate(values, 1):
            here = f"{path}.{number}"
            cells: dict[tuple[str, ...], tuple[Slot, str]] = {}
            for steps, slot, where in self.flat(plan, value, here, ()):
                if slot is None:
                    return None
                cells[steps] = (slot, where)
            found.append(Row(here, value, cells))
        return found

    def flat(
        self, plan: Plan, value: Any, path: str, before: tuple[str, ...]
    ) -> Iterator[tuple[tuple[str, ...], Slot | None, str]]:
        """The single values of a row and of the parts in it; None for what is none."""
        for slot in self.desk.slots(plan, value, path):
            where = f"{path}.{slot.name}"
            steps = (*before, slot.name)
            if leaf_of(slot) is not None or isinstance(slot.entry, ListLeaf):
                yield steps, slot, where
            elif isinstance(slot.entry, PartField) and slot.entry.line is None and not _own_place(slot.entry):
                yield from self.flat(slot.entry.plan, slot.value, where, steps)
            else:
                yield steps, None, where

    def columns(self, rows: list[Row], row: Label) -> list[Column]:
        """The columns of these rows, in the order in which they are met."""
        found: dict[tuple[str, ...], Column] = {}
        previous: list[tuple[str, ...]] = []
        for each in rows:
            before = -1
            for steps, (slot, _) in each.cells.items():
                if steps not in found:
                    leaf = slot.entry.leaf if isinstance(slot.entry, ListLeaf) else leaf_of(slot)
                    assert leaf is not None
                    label = labels.in_row(labels.of_leaf(leaf), row)
                    found[steps] = Column(steps, label, leaf, isinstance(slot.entry, ListLeaf))
                    previous.insert(before + 1, steps)
                before = previous.index(steps)
        columns = [found[steps] for steps in previous]
        # Two columns that would be called the same are called in full.
        short = [(each.label.en, each.label.ja) for each in columns]
        return [
            each if short.count(said) == 1 else attrs.evolve(each, label=labels.terse(labels.of_leaf(each.leaf)))
            for each, said in zip(columns, short, strict=True)
        ]

    # --- what to make of them --------------------------------------------------------------------------------

    def is_list(self, columns: list[Column]) -> bool:
        """Whether this is a list: one text a row, perhaps with a number before it and choices beside it."""
        texts = [each for each in columns if each.leaf.concept.kind in ("words", "prose")]
        rest = [each for each in columns if each not in texts]
        if len(texts) != 1 or texts[0].many:
            return False
        plain = all(each.steps == ("number",) or each.leaf.concept.kind in ("choice", "flag") for each in rest)
        return plain and (any(each.steps == ("number",) for each in rest) or not rest)

    def is_table(self, rows: list[Row], columns: list[Column]) -> bool:
        """Whether the rows are light enough for the lines of a table."""
        return sum(self.weight(rows, column) for column in columns) <= _WIDEST

    def weight(self, rows: list[Row], column: Column) -> int:
        """How much of a line's width a column needs."""
        if column.leaf.concept.kind not in ("words", "prose", "code", "uri"):
            return 1
        most = 0
        for row in rows:
            if column.steps in row.cells:
                value = row.cells[column.steps][0].value
                for each in value if isinstance(value, tuple) else (value,):
                    most = max([most, *(len(said) for _, said in getattr(each, "readings", ()))], default=0)
        if column.leaf.concept.kind == "prose":
            return 4 if most <= 260 else 7
        return 1 if most <= 16 else 2 if most <= 60 else 4

    # --- list ------------------------------------------------------------------------------------------------

    def listed(self, rows: list[Row], columns: list[Column], label: Markup) -> Numbered:
        """The rows as a list."""
        items = []
        for row in rows:
            number, said, beside = Markup(), Markup(), []
            for column in columns:
                if column.steps not in row.cells:
                    continue
                slot, path = row.cells[column.steps]
                if column.steps == ("number",):
                    number = self.desk.inline(column.leaf, slot.value, path)
                elif column.leaf.concept.kind in ("words", "prose"):
                    said = self.body(column.leaf, slot.value, path)
                elif column.leaf.concept.kind == "flag":
                    name = self.desk.words(column.label)
                    beside.append(Markup("{}: {}").format(name, self.desk.inline(column.leaf, slot.value, path)))
                else:
                    beside.append(self.desk.inline(column.leaf, slot.value, path))
            items.append((number, said, beside))
        return Numbered(items, label)

    def body(self, leaf: Leaf, value: Any, path: str) -> Markup:
        """A value in a cell, prose too."""
        if isinstance(value, Block):
            return self.desk.tagger.prose(self.desk.texts(value, path))
        return self.desk.inline(leaf, value, path)

    # --- table -----------------------------------------------------------------------------------------------

    def table(
        self, rows: list[Row], columns: list[Column], unit_note: Markup, heads: Heads,
        row_heads: list[Markup] | None = None,
    ) -> Table:  # fmt: skip
        """The rows as a table. heads: what is printed at the head of a column, by its name; row_heads: what heads a row."""
        columns, marks = self.without_marks(columns)
        units = {column.steps: self.unit(rows, column) for column in columns}
        common = {unit for unit in units.values() if unit is not None}
        above = unit_note
        if not above and len(common) == 1:
            above = self.desk.unit_words(next(iter(common)))
        body = []
        for row in rows:
            cells = []
            for column in columns:
                cell = self.cell(row, column, units[column.steps])
                for mark in marks.get(column.steps, ()):
                    if mark in row.cells:
                        slot, path = row.cells[mark]
                        leaf = leaf_of(slot)
                        assert leaf is not None
                        cell = attrs.evolve(cell, body=join([cell.body, self.body(leaf, slot.value, path)], " "))
                cells.append(cell)
            body.append(cells)
        for at in range(len(columns)):
            most = max((cells[at].places for cells in body), default=0)
            for cells in body:
                cells[at] = padded(cells[at], most)
        head = []
        for column in columns:
            said = heads.take(column.steps[-1]) or self.column_caption(rows, column)
            unit = units[column.steps]
            if unit is not None and not unit_note and len(common) > 1:
                said = Markup('{} <span class="unit">{}</span>').format(said, self.desk.unit_words(unit))
            head.append(said)
        numeric = [column.leaf.concept.kind in NUMERIC and not column.many for column in columns]
        first = columns[0].leaf.concept.kind in ("words", "choice") and not columns[0].many
        if row_heads is not None:
            head, numeric, first = [Markup(), *head], [False, *numeric], True
            body = [[Cell(said), *cells] for said, cells in zip(row_heads, body, strict=True)]
        style = "equal" if all(column.leaf.concept.kind == "prose" for column in columns) else ""
        return Table(head, body, numeric, above, first, style)

    def without_marks(self, columns: list[Column]) -> tuple[list[Column], dict[tuple[str, ...], list[tuple[str, ...]]]]:
        """The columns without those of marks, such as ``(Note)``, which stand in the cell before."""
        kept: list[Column] = []
        marks: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for column in columns:
            if column.steps[-1] == "mark" and kept:
                marks.setdefault(kept[-1].steps, []).append(column.steps)
            else:
                kept.append(column)
        return kept, marks

    def unit(self, rows: list[Row], column: Column) -> Unit | None:
        """The unit of a column of amounts, where all of it is in one currency or most of it is."""
        return self.desk.unit_of(
            (column.leaf, row.cells[column.steps][0].value) for row in rows if column.steps in row.cells
        )

    def column_caption(self, rows: list[Row], column: Column) -> Markup:
        """The caption that all amounts of a column have, else its label."""
        facts = [
            self.desk.fact(path)
            for row in rows
            if column.steps in row.cells
            for slot, path in (row.cells[column.steps],)
            if is_number(slot)
        ]
        captions = [[note for note in fact.notes if note.kind == "caption"] for fact in facts]
        if len(facts) > 1 and captions[0] and all(each == captions[0] for each in captions):
            return self.desk.tagger.tie(captions[0][0], facts)
        return self.desk.words(column.label)

    def cell(self, row: Row, column: Column, unit: Unit | None) -> Cell:
        """One cell of a table."""
        if column.steps not in row.cells:
            return EMPTY
        slot, path = row.cells[column.steps]
        if isinstance(slot.entry, ListLeaf):
            lines = [self.body(slot.entry.leaf, each, f"{path}.{place}") for place, each in enumerate(slot.value, 1)]
            return Cell(join([Markup('<div class="line">{}</div>').format(line) for line in lines]))
        if not is_number(slot):
            return Cell(self.body(column.leaf, slot.value, path), short=column.leaf.concept.kind in ("day", "month"))
        cell = self.desk.cell(column.leaf, slot.value, path, unit, bare=True)
        return attrs.evolve(cell, body=cell.body + self.desk.captions_beside(self.desk.fact(path)))

    # --- years -----------------------------------------------------------------------------------------------

    def years(self, plan: Plan, rows: list[Row], columns: list[Column], unit_note: Markup) -> Table:
        """Rows with periods of their own, side by side as columns."""
        unit = self.desk.unit_of(
            (column.leaf, row.cells[column.steps][0].value)
            for column in columns
            for row in rows
            if column.steps in row.cells
        )
        texts = [each for each in columns if each.leaf.concept.kind not in NUMERIC]
        words = [each for each in texts if each.leaf.concept.kind == "words"]
        heading = words[0] if words else None
        names = words[1:]
        head = [self.desk.words(labels.of_part(plan))]
        for row in rows:
            said = self.value(row, heading) if heading is not None else Markup()
            for each in names[:1]:
                said = join([said, Markup('<span class="alt">{}</span>').format(self.value(row, each))], " ")
            head.append(said or self.desk.words(self.period(plan, row)))
        body: list[list[Cell]] = []
        shown = [each for each in columns if each is not heading and each not in names[:1]]
        dates = [each for each in shown if each.leaf.concept.kind not in NUMERIC or each.leaf.concept.kind == "count"]
        for column in (*(each for each in shown if each not in dates), *dates):
            facts = [
                self.desk.fact(row.cells[column.steps][1])
                for row in rows
                if column.steps in row.cells and is_number(row.cells[column.steps][0])
            ]
            cells = [Cell(self.desk.caption(column.label, facts))]
            for row in rows:
                if column.steps not in row.cells:
                    cells.append(EMPTY)
                    continue
                slot, path = row.cells[column.steps]
                cells.append(
                    self.desk.cell(column.leaf, slot.value, path, unit)
                    if is_number(slot)
                    else Cell(self.value(row, column))
                )
            body.append(cells)
        said_unit = unit_note or (self.desk.unit_words(unit) if unit is not None else Markup())
        totals = frozenset(range(len(shown) - len(dates), len(shown)))
        return Table(head, body, [False, *(True for _ in rows)], said_unit, style="years", totals=totals)

    def value(self, row: Row, column: Column) -> Markup:
        """What stands in a cell that is no number."""
        if column.steps not in row.cells:
            return Markup()
        slot, path = row.cells[column.steps]
        if isinstance(slot.entry, ListLeaf):
            return join(
                [self.body(slot.entry.leaf, each, f"{path}.{place}") for place, each in enumerate(slot.value, 1)], " "
            )
        return self.body(column.leaf, slot.value, path)

    def period(self, plan: Plan, row: Row) -> Label:
        """The period of a row, in words."""
        start, end = getattr(row.value, plan.start or ""), getattr(row.value, plan.end or "")
        assert isinstance(start, date)
        assert isinstance(end, date)
        return Label(printed.period(start, end, "en"), printed.period(start, end, "ja"))

    # --- charts ----------------------------------------------------------------------------------------------

    def year_charts(self, plan: Plan, rows: list[Row], columns: list[Column]) -> Charts | None:
        """The amounts of at least three years, each as a small chart; None where there is none."""
        pictures: list[list[tuple[str, str, str, int, int]]] = []
        for column in sorted(columns, key=lambda each: _rank(plan, each)):
            values = [row.cells[column.steps][0].value for row in rows if column.steps in row.cells]
            amounts = [each for each in values if isinstance(each, Money)]
            if column.leaf.concept.kind != "money" or len(amounts) < max(3, len(rows)) or len(pictures) == _CHARTS:
                continue
            unit = self.desk.unit_of((column.leaf, each) for each in amounts)
            if unit is None or any(each.currency != unit.currency for each in amounts):
                continue
            said: list[tuple[str, str, str, int, int]] = []
            for language in self.desk.languages.shown:
                title = column.label.en if language == "en" else column.label.ja
                bars = []
                for row, amount in zip(rows, amounts, strict=True):
                    shown = printed.figure(amount.amount, amount.decimals, unit.scale)
                    bars.append(
                        charts.Bar(
                            self.year_name(plan, row, language),
                            _signed(shown, language),
                            shifted(amount.amount, -unit.scale),
                        )
                    )
                address, width, height = charts.columns(title, bars)
                words = printed.unit_words(unit.currency, unit.scale, language)
                said.append((language, address, _alternative(f"{title} ({words})", bars), width, height))
            pictures.append(said)
        return Charts(pictures, "years") if pictures else None

    def year_name(self, plan: Plan, row: Row, language: printed.Language) -> str:
        """The shortest that is printed of a year, else the year it ends in."""
        texts = [slot.value for slot, _ in row.cells.values() if isinstance(slot.value, Text)]
        names = [said for each in texts if (said := each.get(language) or str(each)) and len(said) <= 8]
        if names:
            return min(names, key=len)
        end = getattr(row.value, plan.end or "")
        return f"{end.year:04d}"

    def holder_chart(self, rows: list[Row], columns: list[Column]) -> Charts | None:
        """The largest holders: names with numbers of shares, at least three; None for any other table."""
        names = [
            each for each in columns if each.leaf.concept.kind == "words" and not each.many and each.steps[-1] != "mark"
        ]
        numbers = [each for each in columns if each.leaf.concept.kind == "shares"]
        if len(rows) < 3 or len(numbers) != 1 or len(names) != 1:
            return None
        values = [row.cells[numbers[0].steps][0].value for row in rows if numbers[0].steps in row.cells]
        if len(values) != len(rows) or not all(isinstance(each, Shares) and each.amount > 0 for each in values):
            return None
        said: list[tuple[str, str, str, int, int]] = []
        for language in self.desk.languages.shown:
            bars = []
            for row, value in zip(rows, values, strict=True):
                slot = row.cells.get(names[0].steps)
                name = slot[0].value if slot is not None else None
                shown = printed.figure(value.amount, value.decimals, 0)
                told = (name.get(language) or str(name)) if isinstance(name, Text) else "—"
                bars.append(charts.Bar(told, shown.digits, value.amount))
            address, width, height = charts.lengths(bars)
            title = numbers[0].label.en if language == "en" else numbers[0].label.ja
            said.append((language, address, _alternative(title, bars), width, height))
        return Charts([said], "holders")


def _own_place(entry: PartField) -> bool:
    return entry.plan.start is not None or entry.opening


def _signed(shown: printed.Figure, language: printed.Language) -> str:
    before, after = printed.brackets(language)
    return f"{before}{shown.digits}{after}" if shown.printed_negative else shown.digits


def _alternative(title: str, bars: list[charts.Bar]) -> str:
    return f"{title}: " + "; ".join(f"{bar.label} {bar.printed}" for bar in bars)


def is_short(slot: Slot) -> bool:
    """Whether this is a value that takes a line at most."""
    value = slot.value
    if isinstance(value, (Text, Nothing)):
        return all(len(said) <= 120 for _, said in value.readings)
    return leaf_of(slot) is not None and not isinstance(value, Block)


_FIRST: Final = (Measure.REVENUE, Measure.OPERATING_INCOME, Measure.NET_INCOME, Measure.TOTAL_ASSETS)
"""What is drawn before all else, where the table tells it."""


def _rank(of: Plan, column: Column) -> int:
    measure = mark_of(of.cls, column.leaf.attribute, Measure)
    return _FIRST.index(measure) if measure in _FIRST else len(_FIRST)
