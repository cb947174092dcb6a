"""A filing as rules see it: every part with its path and period, every figure, every text, found at once.

One walk over the plan, in the order of the document; what rules ask for is indexed the first time it is asked.
Rules go by the class of a part and by what a field is marked with (`filingexport.model.meaning`), never by content.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Final, TypeVar

import attrs

from filingexport.binding.extended import Extended, cells, extended, line_of
from filingexport.binding.marks import mark, marks
from filingexport.binding.plan import (
    ColumnLeaf,
    ExtensionField,
    KeptField,
    Leaf,
    ListLeaf,
    PartField,
    Plan,
    RowsField,
    plan,
)
from filingexport.declaring import frozen
from filingexport.model.filing import ConsolidatedOrNonConsolidated, Filing
from filingexport.model.item import NUMERIC, Axis
from filingexport.model.meaning import Also, Cells, Mark, Measure, NameOf
from filingexport.model.part import Own
from filingexport.model.values import Block, Count, Dash, Money, Nothing, Number, Ratio, Shares, Text
from filingexport.said import Said

P = TypeVar("P")
M = TypeVar("M")
NUMBERS: Final = (Money, Shares, Count, Ratio)
"""The values that are numbers."""


@attrs.define(eq=False, slots=True)
class At:
    """A part and where it stands.

    value: the object. path: where it is. entry: the field of `parent` that holds it; row: its number in a table, from 1.
    start, end: the period of its figures over time; moment: the day of those at a moment.
    members: what it stands under, such as `ConsolidatedOrNonConsolidated.NON_CONSOLIDATED`.
    """

    value: Any
    plan: Plan
    path: str
    parent: At | None
    entry: PartField | RowsField | None
    row: int | None
    members: tuple[Axis, ...]
    start: date | None
    end: date | None
    moment: date | None

    def sub(self, attribute: str) -> str:
        """The path of one of its fields."""
        return f"{self.path}.{attribute}" if self.path else attribute

    @property
    def consolidated(self) -> bool | None:
        """True in the consolidated statements, False in the non-consolidated, None in parts that are of neither."""
        for member in self.members:
            if isinstance(member, ConsolidatedOrNonConsolidated):
                return member is ConsolidatedOrNonConsolidated.CONSOLIDATED
        return None

    def outer(self, cls: type[P]) -> P | None:
        """The nearest part of this class that holds it."""
        at = self.outer_at(cls)
        return at.value if at is not None else None

    def outer_at(self, cls: type) -> At | None:
        """The same, with where it stands."""
        at: At | None = self
        while at is not None and not isinstance(at.value, cls):
            at = at.parent
        return at


@attrs.define(eq=False, slots=True)
class Figure:
    """A number and where it stands. In a matrix `line` is the line's field and `column` that of its column."""

    at: At
    path: str
    value: Number
    leaf: Leaf
    line: PartField | None = None
    column: ColumnLeaf | None = None

    @property
    def opening(self) -> bool:
        """Whether it stands in a line of opening balances."""
        return self.line is not None and self.line.opening

    @property
    def moment(self) -> date | None:
        """The day it is of, of a number at a moment."""
        if not self.leaf.instant:
            return None
        if self.opening and self.at.start is not None:
            return self.at.start - timedelta(days=1)
        return self.at.moment

    @property
    def label(self) -> Said:
        """What it is called: as printed beside it, else its standard label."""
        standard = Said(self.leaf.concept.en, self.leaf.concept.ja)
        if self.value.caption is None:
            return standard
        caption = dict(self.value.caption.readings)
        return Said(caption.get("en", standard.en), caption.get("ja", standard.ja))


@attrs.define(eq=False, slots=True)
class Passage:
    """A text of the notice in one language, without markup; `path` is that of its field, `markup` the prose as it is kept.

    nothing: it is the sentence of a disclosed nothing. note: it stands on a figure, as its footnote or caption.
    """

    at: At
    path: str
    language: str
    text: str
    leaf: Leaf
    markup: str = ""
    nothing: bool = False
    note: bool = False


@frozen
class Named:
    """A name in a field that is marked as holding names of this kind."""

    kind: NameOf
    path: str
    language: str
    text: str
    at: At


class Context:
    """A filing with its indexes. `last` is the context of last year's filing, where one is given."""

    def __init__(self, filing: Filing, places: Mapping[str, str] | None = None, last: Context | None = None) -> None:
        self.filing = filing
        self.last = last
        self.places: Mapping[str, str] = places or {}
        self.extended: Extended = extended(filing.extension)
        self.parts: list[At] = []
        self.by_path: dict[str, At] = {}
        self._by_class: dict[type, list[At]] = {}
        self._made: dict[Any, Any] = {}
        self._sections: dict[str, Said] = {}
        root = plan(Filing)
        self._walk(root, filing, None, None, None, "", (), None, None, None)

    def _walk(
        self, plan: Plan, value: Any, parent: At | None, entry: PartField | RowsField | None, row: int | None, path: str,
        members: tuple[Axis, ...], start: date | None, end: date | None, moment: date | None,
    ) -> None:  # fmt: skip
        if plan.start is not None and plan.end is not None:
            start, end = getattr(value, plan.start), getattr(value, plan.end)
            moment = end
        if plan.as_of is not None and (day := getattr(value, plan.as_of)) is not None:
            moment = day
        at = At(value, plan, path, parent, entry, row, members, start, end, moment)
        self.parts.append(at)
        self.by_path[path] = at
        self._by_class.setdefault(plan.cls, []).append(at)
        for each in plan.entries:
            if isinstance(each, PartField):
                if each.line is not None or (inner := getattr(value, each.attribute)) is None:
                    continue
                under = members if each.member is None else (*members, each.member)
                here = f"{path}.{each.attribute}" if path else each.attribute
                if each.opening:
                    before = start - timedelta(days=1) if start is not None and start > date.min else None
                    self._walk(each.plan, inner, at, each, None, here, under, None, None, before)
                else:
                    self._walk(each.plan, inner, at, each, None, here, under, start, end, moment)
            elif isinstance(each, RowsField):
                here = f"{path}.{each.attribute}" if path else each.attribute
                for number, inner in enumerate(getattr(value, each.attribute), 1):
                    self._walk(each.plan, inner, at, each, number, f"{here}.{number}", members, start, end, moment)

    def once(self, make: Callable[[Context], M]) -> M:
        """What this function makes of the filing, made at the first call: an index that several rules share."""
        if make not in self._made:
            self._made[make] = make(self)
        made: M = self._made[make]
        return made

    # --- by class and path -----------------------------------------------------------------------------------

    def of(self, *classes: type) -> list[At]:
        """All parts of exactly these classes, in the order of the document."""
        if len(classes) == 1:
            return self._by_class.get(classes[0], [])
        found = [at for cls in classes for at in self._by_class.get(cls, ())]
        order = self._order
        return sorted(found, key=lambda at: order[id(at)])

    def within(self, holder: At, cls: type) -> list[At]:
        """The parts of this class that this part itself holds, in its fields and tables."""
        return self._held.get((id(holder), cls), [])

    @cached_property
    def _held(self) -> dict[tuple[int, type], list[At]]:
        found: dict[tuple[int, type], list[At]] = {}
        for at in self.parts:
            if at.parent is not None:
                found.setdefault((id(at.parent), at.plan.cls), []).append(at)
        return found

    def first(self, cls: type[P]) -> P | None:
        """The first part of this class, or None."""
        found = self._by_class.get(cls)
        return found[0].value if found else None

    def first_at(self, cls: type) -> At | None:
        """The same, with where it stands."""
        found = self._by_class.get(cls)
        return found[0] if found else None

    def at(self, path: str) -> At:
        """The part that the field of this path stands in."""
        while path not in self.by_path:
            path = path.rpartition(".")[0]
        return self.by_path[path]

    @cached_property
    def _order(self) -> dict[int, int]:
        return {id(at): number for number, at in enumerate(self.parts)}

    def place(self, path: str) -> str:
        """File and line of this field or, where the source has no line for it, of what holds it; "" if not from a source."""
        if not self.places:
            return ""
        while path and path not in self.places:
            path = path.rpartition(".")[0]
        return self.places.get(path, "")

    def section(self, path: str) -> Said:
        """The chapter of the notice that this field is in: the heading as printed, else the standard one."""
        at: At | None = self.at(path)
        while at is not None and not (at.plan.info.role or at.plan.info.file):
            at = at.parent
        if at is None:
            return Said("", "")
        known = self._sections.get(at.path)
        if known is None:
            known = self._sections[at.path] = _heading(at)
        return known

    # --- the year --------------------------------------------------------------------------------------------

    @property
    def year_start(self) -> date:
        """The first day of the fiscal year."""
        return self.filing.fiscal_year_start

    @property
    def year_end(self) -> date:
        """Its last day."""
        return self.filing.fiscal_year_end

    @cached_property
    def tells_group(self) -> bool:
        """Whether there are consolidated statements, so that figures of neither are those of the group."""
        return self.filing.consolidated is not None

    # --- figures ---------------------------------------------------------------------------------------------

    @cached_property
    def figures(self) -> list[Figure]:
        """Every number, in the order of the document; dashes are none."""
        found: list[Figure] = []
        for at in self.parts:
            found.extend(self.figures_in(at))
        return found

    def figures_in(self, at: At) -> Iterator[Figure]:
        """The numbers that stand in this part itself, with those of the company's own items."""
        value = at.value
        for entry in at.plan.entries:
            match entry:
                case Leaf():
                    if entry.concept.kind in NUMERIC and isinstance(number := getattr(value, entry.attribute), NUMBERS):
                        yield Figure(at, at.sub(entry.attribute), number, entry)
                case ListLeaf():
                    if entry.leaf.concept.kind in NUMERIC:
                        for row, number in enumerate(getattr(value, entry.attribute), 1):
                            if isinstance(number, NUMBERS):
                                yield Figure(at, f"{at.sub(entry.attribute)}.{row}", number, entry.leaf)
                case PartField() if entry.line is not None:
                    if (line := getattr(value, entry.attribute)) is not None:
                        yield from self._cells(at, entry, entry.line, entry.attribute, line)
                case _:
                    pass
        if own := getattr(value, "own", ()):
            declared = {each.declared.name: each for each in self.extended.items(at.plan, at.path)}
            for said in own:
                item = declared.get(said.item)
                if item is None:
                    for leaf, path, cell in self._own_cells(at, said):
                        if isinstance(cell, NUMBERS):
                            yield Figure(at, path, cell, leaf)
                    continue
                if isinstance(said.value, NUMBERS):
                    yield Figure(at, at.sub(said.item), said.value, item.leaf)
                elif (line_field := line_of(at.plan, item)) is not None and isinstance(said.value, line_field.plan.cls):
                    yield from self._cells(at, line_field, item.leaf, said.item, said.value)

    def _own_cells(self, at: At, said: Own) -> Iterator[tuple[Leaf, str, Any]]:
        """The cells of a table of the company's own."""
        table = next((each for each in self.extended.tables(at.plan, at.path) if each.declared.name == said.item), None)
        columns = {each.declared.name: each.leaf for each in table.columns} if table is not None else {}
        for number, row in enumerate(said.value if table is not None else (), 1):
            for cell in row.own:
                yield columns[cell.item], f"{at.sub(said.item)}.{number}.{cell.item}", cell.value

    def _cells(self, at: At, entry: PartField, leaf: Leaf, attribute: str, line: Any) -> Iterator[Figure]:
        for column, cell in cells(entry, line, self.extended.members(at.plan, at.path)):
            if isinstance(cell, Money):
                yield Figure(at, f"{at.sub(attribute)}.{column.attribute}", cell, leaf, entry, column)

    @cached_property
    def measured(self) -> dict[Measure, list[Figure]]:
        """The numbers whose field says which measure they are of."""
        found: dict[Measure, list[Figure]] = {}
        for figure in self.figures:
            for measure in _measures(figure):
                found.setdefault(measure, []).append(figure)
        return found

    def number(self, path: str) -> Number | None:
        """The number at this path; None for a dash and where there is none."""
        at = self.at(path)
        value: Any = at.value
        for step in path[len(at.path) :].strip(".").split("."):
            value = getattr(value, step, None) if step else value
        return value if isinstance(value, NUMBERS) else None

    # --- texts -----------------------------------------------------------------------------------------------

    @cached_property
    def passages(self) -> list[Passage]:
        """Every text in every language, in the order of the document, with the footnotes and captions of figures."""
        found: list[Passage] = []
        for at in self.parts:
            found.extend(self._passages_in(at))
        return found

    def _passages_in(self, at: At) -> Iterator[Passage]:
        for entry in at.plan.entries:
            if isinstance(entry, Leaf):
                if (value := getattr(at.value, entry.attribute)) is not None and _may_say(value):
                    yield from _said(at, at.sub(entry.attribute), value, entry)
            elif isinstance(entry, ListLeaf):
                for row, value in enumerate(getattr(at.value, entry.attribute), 1):
                    yield from _said(at, f"{at.sub(entry.attribute)}.{row}", value, entry.leaf)
            elif isinstance(entry, PartField) and entry.line is not None:
                line = getattr(at.value, entry.attribute)
                if line is not None:
                    for column, cell in cells(entry, line, self.extended.members(at.plan, at.path)):
                        if cell is not None and _may_say(cell):
                            yield from _said(at, f"{at.sub(entry.attribute)}.{column.attribute}", cell, entry.line)
            elif isinstance(entry, (KeptField, ExtensionField)):
                continue
        if own := getattr(at.value, "own", ()):
            declared = {each.declared.name: each for each in self.extended.items(at.plan, at.path)}
            for said in own:
                if said.item in declared:
                    yield from _said(at, at.sub(said.item), said.value, declared[said.item].leaf)
                for leaf, path, cell in self._own_cells(at, said):
                    yield from _said(at, path, cell, leaf)

    @cached_property
    def names(self) -> list[Named]:
        """Every name in a field that is marked as holding names."""
        found: list[Named] = []
        for passage in self.passages:
            if passage.nothing or passage.note:
                continue
            for each in marks(passage.at.plan.cls).get(passage.leaf.attribute, ()):
                if isinstance(each, NameOf):
                    found.append(Named(each, passage.path, passage.language, passage.text, passage.at))
        return found

    @cached_property
    def days(self) -> list[tuple[At, str, date, Leaf]]:
        """Every field that holds a date (or date and time): the part, the path, the date, the field."""
        return [
            (at, at.sub(entry.attribute), value, entry)
            for at in self.parts
            for entry in at.plan.entries
            if isinstance(entry, Leaf)
            and entry.concept.kind in ("day", "moment")
            and isinstance(value := getattr(at.value, entry.attribute), date)
        ]


def _heading(chapter: At) -> Said:
    if chapter.parent is None:
        return Said("", "")
    standard = Said(chapter.plan.info.en, chapter.plan.info.ja)
    title = getattr(chapter.value, "title", None)
    if isinstance(title, Text):
        readings = dict(title.readings)
        return Said(readings.get("en", standard.en), readings.get("ja", readings.get("en", standard.ja)))
    return standard


def _measures(figure: Figure) -> Iterator[Measure]:
    if figure.line is None:
        yield from _of_field(figure.at.value, marks(figure.at.plan.cls).get(figure.leaf.attribute, ()))
    elif figure.column is not None and figure.leaf.attribute == figure.line.attribute:
        line = getattr(figure.at.value, figure.line.attribute)
        if figure.leaf.instant:  # the balance of a component is what its column says
            yield from _of_field(line, marks(figure.line.plan.cls).get(figure.column.attribute, ()))
        elif said := mark(figure.at.plan.cls, figure.line.attribute, Cells):
            yield from (measure for column, measure in said.columns if column == figure.column.attribute)


def _of_field(beside: Any, said: tuple[Mark, ...]) -> Iterator[Measure]:
    for each in said:
        if isinstance(each, Measure):
            yield each
        elif isinstance(each, Also) and all(getattr(beside, other, None) is None for other in each.unless):
            yield each.measure


def _may_say(value: Any) -> bool:
    """Whether there is a text in this value: most numbers have neither caption nor footnotes."""
    return not isinstance(value, NUMBERS) or value.caption is not None or bool(value.footnotes)


def _said(at: At, path: str, value: Any, leaf: Leaf) -> Iterator[Passage]:
    if isinstance(value, Text):
        for language, text in value.readings:
            yield Passage(at, path, language, text, leaf)
    elif isinstance(value, Block):
        for language, markup in value.readings:
            yield Passage(at, path, language, value.plain(language), leaf, markup)
    elif isinstance(value, Nothing):
        for language, text in value.readings:
            yield Passage(at, path, language, text, leaf, nothing=True)
    elif isinstance(value, NUMBERS) and not isinstance(value, Dash):
        for note in (*((value.caption,) if value.caption is not None else ()), *value.footnotes):
            for language, text in note.readings:
                yield Passage(at, path, language, text, leaf, note=True)
