"""A filing as rules see it: every part with its path and period, every figure, every text, found at once.

One walk over the plan, in the order of the document; what rules ask for is indexed the first time it is asked.
Rules go by the class of a part and by what a field is marked with (`filingexport.model.meaning`), never by content.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from operator import attrgetter
from typing import Any, Final, TypeVar

import attrs

from filingexport.binding.extended import Extended, cells, extended, line_of
from filingexport.binding.plan import ColumnLeaf, Leaf, PartField, Plan, RowsField, plan
from filingexport.checks.fields import LEAF, LINE, LIST, PART, ROWS, Look, looks, standard_columns
from filingexport.checks.memory import MAX_LENGTH, remembered
from filingexport.model import xhtml
from filingexport.model.filing import ConsolidatedOrNonConsolidated, Filing
from filingexport.model.item import Axis
from filingexport.model.meaning import Also, Mark, Measure, NameOf
from filingexport.model.part import Own
from filingexport.model.values import Block, Count, Money, Nothing, Number, Ratio, Shares, Text
from filingexport.said import NOTHING_SAID, Said

P = TypeVar("P")
M = TypeVar("M")
NUMBERS: Final = (Money, Shares, Count, Ratio)
"""The values that are numbers."""
_NUMBER: Final = 0
_TEXT: Final = 1
_PROSE: Final = 2
_DAY: Final = 3
_KINDS: Final[dict[type, int]] = {
    **dict.fromkeys(NUMBERS, _NUMBER), Text: _TEXT, Block: _PROSE, Nothing: _PROSE, date: _DAY, datetime: _DAY,
}  # fmt: skip
_NUMBER_OF: Final = attrgetter("number")


@attrs.define(eq=False, slots=True)
class At:
    """A part and where it stands.

    value: the object. path: where it is. entry: the field of `parent` that holds it; row: its number in a table, from 1.
    start, end: the period of its figures over time; moment: the day of those at a moment.
    members: what it stands under, such as `ConsolidatedOrNonConsolidated.NON_CONSOLIDATED`.
    number: which part of the document it is, from 0. prefix: what the paths of its fields begin with. chapter: the number of
    the nearest part that holds it, or of itself, which is a chapter of the notice; -1 for none.
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
    number: int
    prefix: str
    chapter: int

    def sub(self, attribute: str) -> str:
        """The path of one of its fields."""
        return self.prefix + attribute

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
    """A number and where it stands. In a matrix `line` is the line's field and `column` that of its column.

    number: which figure of the document it is, from 0.
    """

    at: At
    path: str
    value: Number
    leaf: Leaf
    line: PartField | None = None
    column: ColumnLeaf | None = None
    number: int = -1

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

    nothing: it is the sentence of a disclosed nothing. note: it stands on a figure, as its footnote or caption. number:
    which it is in the order in which texts are read.
    """

    at: At
    path: str
    language: str
    text: str
    leaf: Leaf
    markup: str = ""
    nothing: bool = False
    note: bool = False
    number: int = -1


@attrs.define(eq=False, slots=True)
class Named:
    """A name in a field that is marked as holding names of this kind."""

    kind: NameOf
    path: str
    language: str
    text: str
    at: At


class Context:
    """A filing with its indexes. `last` is the context of last year's filing, where one is given.

    parts: every part, in the order of the document: before those in it. figures: every number, in that order; dashes are
    none. passages: every text in every language, with the footnotes and captions of figures; in_order: the same as they
    are read, that is in the order of the fields of each part, parts among them. names: every name in a field that is
    marked as holding names. days: every field that holds a date (or date and time): the part, the path, the date, the
    field. tables: the rows of each table, by its path. measured: the numbers whose field says which measure they are of.
    """

    def __init__(self, filing: Filing, places: Mapping[str, str] | None = None, last: Context | None = None) -> None:
        self.filing = filing
        self.last = last
        self.places: Mapping[str, str] = places or {}
        self.extended: Extended = extended(filing.extension)
        self.parts: list[At] = []
        self.by_path: dict[str, At] = {}
        self.by_class: dict[type, list[At]] = {}
        self.figures: list[Figure] = []
        self.passages: list[Passage] = []
        self.in_order: list[Passage] = []
        self.names: list[Named] = []
        self.days: list[tuple[At, str, date, Leaf]] = []
        self.tables: dict[str, list[At]] = {}
        self.measured: dict[Measure, list[Figure]] = {}
        self._made: dict[Any, Any] = {}
        self._by_leaf: dict[Leaf, list[Figure]] = {}
        self._headings: dict[int, Said] = {}
        self._plain: dict[str, str] = {}
        root = plan(Filing)
        self._walk(root, filing, None, None, None, "", (), None, None, None)
        for number, passage in enumerate(self.in_order):
            passage.number = number

    def _walk(
        self, plan: Plan, value: Any, parent: At | None, entry: PartField | RowsField | None, row: int | None, path: str,
        members: tuple[Axis, ...], start: date | None, end: date | None, moment: date | None,
    ) -> At:  # fmt: skip
        if plan.start is not None and plan.end is not None:
            start, end = getattr(value, plan.start), getattr(value, plan.end)
            moment = end
        if plan.as_of is not None and (day := getattr(value, plan.as_of)) is not None:
            moment = day
        looked = looks(plan)
        prefix = f"{path}." if path else ""
        number = len(self.parts)
        chapter = number if looked.chapter else -1 if parent is None else parent.chapter
        at = At(
            value, plan, path, parent, entry, row, members, start, end, moment, number, prefix, chapter
        )  # fmt: skip
        self.parts.append(at)
        self.by_path[path] = at
        same = self.by_class.get(plan.cls)
        if same is None:
            same = self.by_class[plan.cls] = []
        same.append(at)
        values = looked.values(value)
        told: list[Passage] = []
        after: list[tuple[int, Look, Any]] = []  # parts and tables, and how many of the texts are read before each
        for look, held in zip(looked.fields, values, strict=False):
            if held is None:
                continue
            kind = look.kind
            if kind == LEAF:
                what = _KINDS.get(type(held))
                if what == _TEXT:
                    here, leaf = prefix + look.attribute, look.leaf
                    for language, text in held.readings:
                        told.append(Passage(at, here, language, text, leaf))
                        if look.names:
                            self.names += [Named(each, here, language, text, at) for each in look.names]
                elif what is not None:
                    self._leaf(at, look, prefix + look.attribute, held, what, told)
            elif kind == LINE:
                self._line(at, look, prefix + look.attribute, held, told)
            elif kind == LIST:
                for number, each in enumerate(held, 1):
                    self._leaf(at, look, f"{prefix}{look.attribute}.{number}", each, _KINDS.get(type(each)), told)
            elif kind == PART or held:
                after.append((len(told), look, held))
        if looked.own and values[-1]:
            for figure in self._own_figures(at, values[-1]):
                self._figure(figure)
            told += self._own_passages(at, values[-1])
        self.passages += told
        read = 0
        for before, look, held in after:
            self.in_order += told[read:before]
            read = before
            holder = look.entry
            here = prefix + look.attribute
            if look.kind == ROWS:
                rows = self.tables[here] = []
                for number, each in enumerate(held, 1):
                    rows.append(
                        self._walk(
                            holder.plan, each, at, holder, number, f"{here}.{number}", members, start, end, moment
                        )
                    )
                continue
            under = members if holder.member is None else (*members, holder.member)
            if holder.opening:
                ends = start - timedelta(days=1) if start is not None and start > date.min else None
                self._walk(holder.plan, held, at, holder, None, here, under, None, None, ends)
            else:
                self._walk(holder.plan, held, at, holder, None, here, under, start, end, moment)
        self.in_order += told[read:] if read else told
        return at

    def _leaf(self, at: At, look: Look, path: str, value: Any, kind: int | None, told: list[Passage]) -> None:
        """What a field holds: a number, a text, a day."""
        leaf = look.leaf
        if kind == _NUMBER:
            if look.numeric:
                figures = self.figures
                figure = Figure(at, path, value, leaf, None, None, len(figures))
                figures.append(figure)
                same = self._by_leaf.get(leaf)
                if same is None:
                    same = self._by_leaf[leaf] = []
                same.append(figure)
                if look.marks:
                    self._measure(figure, _of_field(at.value, look.marks))
            if value.caption is not None or value.footnotes:
                told += _notes(at, path, value, leaf)
        elif kind == _TEXT:
            for language, text in value.readings:
                told.append(Passage(at, path, language, text, leaf))
                self.names += [Named(each, path, language, text, at) for each in look.names]
        elif kind == _DAY:
            if look.day:
                self.days.append((at, path, value, leaf))
        elif kind == _PROSE:
            for passage in self._prose(at, path, value, leaf):
                told.append(passage)
                if look.names and not passage.nothing:
                    self.names += [Named(name, path, passage.language, passage.text, at) for name in look.names]

    def _line(self, at: At, look: Look, path: str, line: Any, told: list[Passage]) -> None:
        """A line of a matrix."""
        for cell, value in zip(look.cells, look.cell_values(line), strict=True):
            if value is None:
                continue
            kind = _KINDS.get(type(value))
            if kind == _NUMBER:
                here = f"{path}.{cell.attribute}"
                if type(value) is Money:
                    figure = Figure(at, here, value, look.leaf, look.entry, cell.leaf)
                    self._figure(figure)
                    if cell.marks:
                        self._measure(figure, _of_field(line, cell.marks))
                    if cell.measures:
                        self._measure(figure, cell.measures)
                if value.caption is not None or value.footnotes:
                    told += _notes(at, here, value, look.leaf)
        if line.own:
            for column in self.extended.members(at.plan, at.path):
                value = line.own_value(column.attribute)
                here = f"{path}.{column.attribute}"
                if isinstance(value, Money):
                    self._figure(Figure(at, here, value, look.leaf, look.entry, column))
                if isinstance(value, NUMBERS):
                    told += _notes(at, here, value, look.leaf)

    def _figure(self, figure: Figure) -> None:
        figure.number = len(self.figures)
        self.figures.append(figure)
        same = self._by_leaf.get(figure.leaf)
        if same is None:
            self._by_leaf[figure.leaf] = [figure]
        else:
            same.append(figure)

    def _measure(self, figure: Figure, measures: Iterable[Measure]) -> None:
        for measure in measures:
            found = self.measured.get(measure)
            if found is None:
                found = self.measured[measure] = []
            found.append(figure)

    def _prose(self, at: At, path: str, value: Block | Nothing, leaf: Leaf) -> Iterator[Passage]:
        if isinstance(value, Nothing):
            for language, text in value.readings:
                yield Passage(at, path, language, text, leaf, nothing=True)
            return
        for language, markup in value.readings:
            yield Passage(at, path, language, self.plain(markup), leaf, markup)

    def plain(self, markup: str) -> str:
        """Prose without its markup."""
        plain = self._plain.get(markup)  # many rows say the same
        if plain is None:
            plain = self._plain[markup] = xhtml.plain(markup) if len(markup) > MAX_LENGTH else _plain(markup)
        return plain

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
            return self.by_class.get(classes[0], [])
        found = [at for cls in classes for at in self.by_class.get(cls, ())]
        found.sort(key=_NUMBER_OF)
        return found

    def within(self, holder: At, cls: type) -> list[At]:
        """The parts of this class that this part itself holds, in its fields and tables."""
        return self._held.get((holder.number, cls), [])

    @cached_property
    def _held(self) -> dict[tuple[int, type], list[At]]:
        found: dict[tuple[int, type], list[At]] = {}
        for at in self.parts:
            if at.parent is not None:
                found.setdefault((at.parent.number, at.plan.cls), []).append(at)
        return found

    def at_field(self, holder: At, attribute: str) -> Sequence[At]:
        """The part that this field holds, or the rows of the table."""
        path = holder.prefix + attribute
        rows = self.tables.get(path)
        if rows is not None:
            return rows
        held = self.by_path.get(path)
        return () if held is None else (held,)

    def first(self, cls: type[P]) -> P | None:
        """The first part of this class, or None."""
        found = self.by_class.get(cls)
        return found[0].value if found else None

    def first_at(self, cls: type) -> At | None:
        """The same, with where it stands."""
        found = self.by_class.get(cls)
        return found[0] if found else None

    def at(self, path: str) -> At:
        """The part that the field of this path stands in."""
        while path not in self.by_path:
            path = path.rpartition(".")[0]
        return self.by_path[path]

    def place(self, path: str) -> str:
        """File and line of this field or, where the source has no line for it, of what holds it; "" if not from a source."""
        if not self.places:
            return ""
        while path and path not in self.places:
            path = path.rpartition(".")[0]
        return self.places.get(path, "")

    def section(self, path: str) -> Said:
        """The chapter of the notice that this field is in: the heading as printed, else the standard one."""
        return self.heading(self.at(path))

    def heading(self, at: At) -> Said:
        """The chapter that this part is in."""
        if at.chapter < 0:
            return NOTHING_SAID
        known = self._headings.get(at.chapter)
        if known is None:
            known = self._headings[at.chapter] = _heading(self.parts[at.chapter])
        return known

    # --- what the company's extension adds -------------------------------------------------------------------

    def extends(self, plan: Plan) -> bool:
        """Whether the extension says anything of parts of this class: items of its own, or what a total sums."""
        return plan.cls.__name__ in self._extended_parts

    @cached_property
    def _extended_parts(self) -> frozenset[str]:
        extension = self.filing.extension
        sums = {each.part for each in extension.sums} if extension is not None else set()
        return frozenset(sums | self.extended.by_part.keys())

    def columns(self, line: PartField, path: str) -> Sequence[ColumnLeaf]:
        """The columns of the matrix at this path, with those that are added to it."""
        return self.extended.columns(line, path) if self.extended.members_by_part else standard_columns(line)

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

    def figures_of(self, wanted: Callable[[Leaf], object]) -> list[Figure]:
        """The figures of the items that this function says yes to; it is asked once about each item."""
        found = [figures for leaf, figures in self._by_leaf.items() if wanted(leaf)]
        if len(found) == 1:
            return found[0]
        return sorted([figure for figures in found for figure in figures], key=_NUMBER_OF)

    def figures_in(self, at: At) -> list[Figure]:
        """The numbers that stand in this part itself, with those of the company's own items."""
        return self._figures_of.get(at.number, [])

    @cached_property
    def _figures_of(self) -> dict[int, list[Figure]]:
        found: dict[int, list[Figure]] = {}
        for figure in self.figures:
            found.setdefault(figure.at.number, []).append(figure)
        return found

    def _own_figures(self, at: At, own: tuple[Own, ...]) -> Iterator[Figure]:
        declared = self.extended.named(at.plan, at.path)
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

    def number(self, path: str) -> Number | None:
        """The number at this path; None for a dash and where there is none."""
        at = self.at(path)
        value: Any = at.value
        for step in path[len(at.path) :].strip(".").split("."):
            value = getattr(value, step, None) if step else value
        return value if isinstance(value, NUMBERS) else None

    def _own_passages(self, at: At, own: tuple[Own, ...]) -> Iterator[Passage]:
        declared = self.extended.named(at.plan, at.path)
        for said in own:
            if said.item in declared:
                yield from self._said(at, at.sub(said.item), said.value, declared[said.item].leaf)
            for leaf, path, cell in self._own_cells(at, said):
                yield from self._said(at, path, cell, leaf)

    def _said(self, at: At, path: str, value: Any, leaf: Leaf) -> Iterator[Passage]:
        if isinstance(value, Text):
            for language, text in value.readings:
                yield Passage(at, path, language, text, leaf)
        elif isinstance(value, (Block, Nothing)):
            yield from self._prose(at, path, value, leaf)
        elif isinstance(value, NUMBERS):
            yield from _notes(at, path, value, leaf)


def _heading(chapter: At) -> Said:
    if chapter.parent is None:
        return NOTHING_SAID
    standard = Said(chapter.plan.info.en, chapter.plan.info.ja)
    title = getattr(chapter.value, "title", None)
    if isinstance(title, Text):
        readings = dict(title.readings)
        return Said(readings.get("en", standard.en), readings.get("ja", readings.get("en", standard.ja)))
    return standard


def _of_field(beside: Any, said: tuple[Mark, ...]) -> Iterator[Measure]:
    for each in said:
        if isinstance(each, Measure):
            yield each
        elif isinstance(each, Also) and all(getattr(beside, other, None) is None for other in each.unless):
            yield each.measure


_plain: Final = remembered(xhtml.plain)


def _notes(at: At, path: str, value: Number, leaf: Leaf) -> Iterator[Passage]:
    """The texts that stand on a number: its caption and footnotes."""
    for note in (*((value.caption,) if value.caption is not None else ()), *value.footnotes):
        for language, text in note.readings:
            yield Passage(at, path, language, text, leaf, note=True)
