"""Last year's filing made the start of the next: one walk over the plan, by the kind of each field and what it is marked with.

What is at the end becomes what is at the beginning (`forward` says which), what is of the year stands beside the year, ordinals are
counted on, tables of years move by one. Numbers and dates are emptied, text is carried and to be reviewed. A new disclosure follows
by its kind; where that is not what should be, its field says so (`filingexport.model.meaning.NextYear`).
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any, Final

import attrs
from attrs import define, field

from filingexport.authoring.dump import Blanks
from filingexport.authoring.yaml_tree import BLANK, Mapping, Scalar, Tree
from filingexport.binding.chapters import without_rows
from filingexport.binding.extended import Extended, extended, line_of
from filingexport.binding.extended import cells as cells_of
from filingexport.binding.marks import mark, marks
from filingexport.binding.plan import (
    ExtensionField,
    KeptField,
    Leaf,
    ListLeaf,
    PartField,
    Plan,
    RowsField,
    plan,
)
from filingexport.model.filing import Filing
from filingexport.model.item import NUMERIC
from filingexport.model.meaning import Adding, Adds, Becomes, NameOf, NextYear
from filingexport.model.part import Own, OwnRow
from filingexport.model.values import Block, Count, Money, Nothing, Ratio, Shares, Text
from filingexport.rolling import reasons
from filingexport.rolling.years import Years
from filingexport.said import Said

_OF_THE_YEAR: Final = NUMERIC | {"day", "moment", "month"}
_NUMBERS: Final = (Money, Shares, Count, Ratio)
_TIME: Final = re.compile(
    r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|[0-9]+(?:st|nd|rd|th)\b|第\s*[0-9０-９一二三四五六七八九十]+"
    r"|平成|令和|昭和|[0-9０-９]+\s*[年月期日]|[２][０][０-９]{2}"
    r"|[0-9][0-9,.]*\s*(?:%|million|thousand|billion|yen)|[0-9０-９]\s*(?:％|百万円|千円|億円|円)",
    re.IGNORECASE,
)
"""Words that name a year, a term, a day or an amount."""
_KEEP_YEARS: Final = 4
"""Years that a trend tells: three and this one (Ordinance for Enforcement, article 120, paragraph 1, item 6)."""


@define(eq=False)
class Carried:
    """The start of the next year.

    blanks: what stands in the fields that were emptied. reviews: why what was carried must be looked at, by path.
    """

    filing: Filing
    blanks: Blanks
    reviews: dict[str, Said]


def carry(last: Filing, years: Years) -> Carried:
    """The next filing from last year's."""
    roll = _Roll(years, extended(last.extension), last)
    made = roll.part(plan(Filing), last, "")
    assert isinstance(made, Filing)
    if made.extension is not None:
        moved = years.moved(made.extension.date)
        made = attrs.evolve(made, extension=attrs.evolve(made.extension, date=moved))
    return Carried(made, roll.blanks, roll.reviews)


def tells_time(value: Any) -> bool:
    """Whether a text names a year, a term, a day or an amount."""
    return isinstance(value, Text) and any(_TIME.search(text) for _, text in value.readings)


def _below(path: str, key: str | int) -> str:
    return f"{path}.{key}" if path else str(key)


@define(eq=False)
class _Roll:
    years: Years
    extended: Extended
    last: Filing
    blanks: Blanks = field(factory=dict)
    reviews: dict[str, Said] = field(factory=dict)

    def part(self, plan: Plan, old: Any, path: str, mode: NextYear | None = None) -> Any:
        given: dict[str, Any] = {}
        moved = self.moved_in(plan, old, path)
        for entry in plan.entries:
            value = getattr(old, entry.attribute)
            here = _below(path, entry.attribute)
            if entry.attribute in moved:
                given[entry.attribute] = moved[entry.attribute]
            elif value is not None and value != ():
                told = mark(plan.cls, entry.attribute, NextYear) or mode
                new = self.entry(plan, entry, value, here, told)
                if new is not None:
                    given[entry.attribute] = new
        own = self.own(plan, old.own, path, mode)
        return plan.cls(**given, **({"own": own} if own else {}))

    # --- what moves within a part ---------------------------------------------------------------------------------

    def moved_in(self, plan: Plan, old: Any, path: str) -> dict[str, Any]:
        """Fields of the part whose values come from others of it: opening balances, the year before, what was to come."""
        moved: dict[str, Any] = {}
        for attribute, told in marks(plan.cls).items():
            value = getattr(old, attribute)
            if value is None or value == ():
                continue
            for each in told:
                if isinstance(each, Adds) and each.how is Adding.FORWARD:
                    self.open(old, value, each.plus[0], moved)
                elif isinstance(each, Becomes) and attribute not in moved:
                    moved[each.attribute] = value
                    if not isinstance(value, Text):
                        self.reviews[_below(path, each.attribute)] = reasons.BECAME
        for entry in plan.entries:
            if not isinstance(entry, PartField) or entry.line is not None:
                continue
            value = getattr(old, entry.attribute)
            if value is None:
                continue
            if entry.opening and entry.attribute not in moved:
                closing = next((each for each in plan.entries if isinstance(each, PartField) and each.plan is entry.plan and not each.opening), None)  # fmt: skip
                if closing is not None and (at_end := getattr(old, closing.attribute)) is not None:
                    moved[entry.attribute] = at_end
            elif entry.plan.start is not None and entry.plan.end is not None:
                moved[entry.attribute] = self.year_before(plan, old, entry.plan, value)
        return moved

    def open(self, old: Any, closing: Any, opening: str, moved: dict[str, Any]) -> None:
        """The opening balance from the closing one, where an opening balance was told."""
        attribute, _, inner = opening.partition(".")
        told = getattr(old, attribute)
        if told is None:
            return
        moved[attribute] = attrs.evolve(told, **{inner: closing}) if inner else closing

    def year_before(self, holder: Plan, old: Any, plan: Plan, before: Any) -> Any:
        """What stands beside the year: of the year that has ended, what was told of the one before it."""
        held = {each.attribute for each in holder.entries}
        given = {
            each.attribute: getattr(old, each.attribute)
            for each in plan.entries
            if each.attribute in held and getattr(before, each.attribute) not in (None, ())
        }
        given = {attribute: value for attribute, value in given.items() if value is not None and value != ()}
        assert plan.start is not None
        assert plan.end is not None
        return plan.cls(**given | {plan.start: self.years.last_start, plan.end: self.years.last_end})

    # --- one field ------------------------------------------------------------------------------------------------

    def entry(self, holder: Plan, entry: Any, value: Any, path: str, mode: NextYear | None) -> Any:
        if mode is NextYear.DROPPED:
            return None
        if isinstance(entry, KeptField):
            return None  # facts without a place are of last year
        if isinstance(entry, ExtensionField):
            return value
        becomes = mark(holder.cls, entry.attribute, Becomes) is not None
        match entry:
            case Leaf() if entry.concept.role in ("start", "end"):
                return self.bound(holder, entry)
            case Leaf() if becomes:
                return self.blank(path)
            case Leaf():
                return self.leaf(entry, value, path, mode)
            case ListLeaf():
                return self.blank(path) if becomes else self.list(entry, value, path, mode)
            case PartField() if entry.line is not None:
                self.blanks[path] = self.blank_line(entry, value, holder, path)
                return None
            case PartField():
                return value if mode is NextYear.KEPT else self.part(entry.plan, value, path, mode)
            case RowsField() if becomes or mode is NextYear.EMPTIED:
                return self.blank(path)
            case RowsField():
                return self.rows(entry, value, path, mode)
        raise AssertionError(entry)

    def bound(self, holder: Plan, entry: Leaf) -> date:
        """The bounds of the fiscal year itself; those of other parts move with them (`year_before`, `year_rows`)."""
        assert holder.cls is Filing
        return self.years.start if entry.attribute == holder.start else self.years.end

    def blank(self, path: str, tree: Tree = BLANK) -> None:
        """A field to fill in."""
        self.blanks[path] = tree

    def leaf(self, leaf: Leaf, value: Any, path: str, mode: NextYear | None) -> Any:
        kind = leaf.concept.kind
        if mode is NextYear.KEPT:
            return value
        if mode is NextYear.COUNTED and isinstance(value, Count):
            return attrs.evolve(value, amount=value.amount + 1)
        if leaf.concept.role == "as_of":
            return self.years.moved(value)
        if kind == "day" and not isinstance(value, datetime) and (bound := self.years.bound(value)) is not None:
            return bound
        if mode is not NextYear.EMPTIED and kind not in _OF_THE_YEAR:
            self.review_text(value, path)
            return value
        if leaf.required:
            self.reviews[path] = reasons.TEXT
            return value
        return self.blank(path, _with_caption(value))

    def review_text(self, value: Any, path: str) -> None:
        if isinstance(value, Nothing):
            self.reviews[path] = reasons.NOTHING
        elif isinstance(value, Block):
            self.reviews[path] = reasons.TEXT
        elif tells_time(value):
            self.reviews[path] = reasons.TIME

    def list(self, entry: ListLeaf, values: tuple[Any, ...], path: str, mode: NextYear | None) -> Any:
        if mode is NextYear.KEPT:
            return values
        if mode is NextYear.EMPTIED or entry.leaf.concept.kind in _OF_THE_YEAR:
            return self.blank(path)
        if any(isinstance(each, (Block, Nothing)) or tells_time(each) for each in values):
            self.reviews[path] = reasons.TEXT
        return values

    def blank_line(self, entry: PartField, line: Any, matrix: Plan, path: str) -> Mapping:
        """The columns of a line of a matrix that had amounts, to fill in."""
        members = self.extended.members(matrix, path.rpartition(".")[0])
        return Mapping({column.attribute: BLANK for column, _ in cells_of(entry, line, members)})

    # --- tables ---------------------------------------------------------------------------------------------------

    def rows(self, entry: RowsField, rows: tuple[Any, ...], path: str, mode: NextYear | None) -> Any:
        if mode is NextYear.KEPT:
            return rows
        if entry.plan.start is not None and entry.plan.end is not None:
            return self.year_rows(entry.plan, rows, path)
        made: list[Any] = []
        for row in rows:
            here = _below(path, len(made) + 1)
            new = self.part(entry.plan, row, here, mode)
            if holds(entry.plan, new):
                made.append(new)
            else:  # a row of which nothing is left cannot stand in a source
                self.forget(here)
        if not made:
            return self.blank(path)
        if _is_of_the_year(entry.plan) and path == without_rows(path):  # of tables in rows the outer one tells
            self.reviews[path] = reasons.ROWS
        return tuple(made)

    def year_rows(self, plan: Plan, rows: tuple[Any, ...], path: str) -> tuple[Any, ...]:
        """A table of years moves by one: the oldest falls away where there are enough, the new one is to be filled in."""
        assert plan.start is not None
        assert plan.end is not None
        newest = max(rows, key=lambda row: getattr(row, plan.end or ""))
        if getattr(newest, plan.end) != self.years.last_end:
            self.reviews[path] = reasons.ROWS
            return rows
        latest_first = rows[0] is newest and len(rows) > 1
        kept = rows if len(rows) < _KEEP_YEARS else rows[:-1] if latest_first else rows[1:]
        here = _below(path, 1 if latest_first else len(kept) + 1)
        given: dict[str, Any] = {plan.start: self.years.start, plan.end: self.years.end}
        for entry in plan.entries:
            value = getattr(newest, entry.attribute)
            if entry.attribute in given or value is None or value == () or not isinstance(entry, Leaf):
                continue
            if mark(plan.cls, entry.attribute, NextYear) is NextYear.COUNTED and isinstance(value, Count):
                given[entry.attribute] = attrs.evolve(value, amount=value.amount + 1)
            else:
                self.blank(_below(here, entry.attribute), _with_caption(value))
        for own in newest.own:
            self.blank(_below(here, own.item))
        self.reviews[path] = reasons.YEARS
        new = plan.cls(**given)
        return (new, *kept) if latest_first else (*kept, new)

    def forget(self, path: str) -> None:
        """Forget what was told of a row that is left out."""
        for told in (self.blanks, self.reviews):
            for each in [each for each in told if each == path or each.startswith(f"{path}.")]:
                del told[each]

    # --- the company's own items ------------------------------------------------------------------------------------

    def own(self, plan: Plan, values: tuple[Own, ...], path: str, mode: NextYear | None) -> tuple[Own, ...]:
        if mode is NextYear.KEPT or not values:
            return values
        items = {each.declared.name: each for each in self.extended.items(plan, path)}
        tables = {each.declared.name: each for each in self.extended.tables(plan, path)}
        made = []
        for said in values:
            here = _below(path, said.item)
            if said.item in tables:
                leaves = {each.declared.name: each.leaf for each in tables[said.item].columns}
                rows = self.own_rows(leaves, said.value, here, mode)
                if rows:
                    made.append(Own(item=said.item, value=rows))
                else:
                    self.blank(here)
            elif (item := items.get(said.item)) is not None:
                line = line_of(plan, item)
                if line is not None and isinstance(said.value, line.plan.cls):
                    self.blanks[here] = self.blank_line(line, said.value, plan, here)
                elif (value := self.leaf(item.leaf, said.value, here, mode)) is not None:
                    made.append(Own(item=said.item, value=value))
        return tuple(made)

    def own_rows(
        self, leaves: dict[str, Leaf], rows: tuple[OwnRow, ...], path: str, mode: NextYear | None
    ) -> tuple[OwnRow, ...]:
        made: list[OwnRow] = []
        for row in rows:
            here = _below(path, len(made) + 1)
            kept = [
                Own(item=cell.item, value=value)
                for cell in row.own
                if (value := self.leaf(leaves[cell.item], cell.value, _below(here, cell.item), mode)) is not None
            ]
            for each in [each for each in self.blanks if each.startswith(f"{here}.")]:
                del self.blanks[each]  # rows of own tables are written as they are filled in
            if kept:
                made.append(OwnRow(own=tuple(kept)))
        return tuple(made)


def _with_caption(value: Any) -> Tree:
    """A figure to fill in keeps the caption that it is printed with."""
    if isinstance(value, _NUMBERS) and value.caption is not None:
        caption = Mapping({language: Scalar(text, plain=False) for language, text in value.caption.readings})
        return Mapping({"value": BLANK, "caption": caption})
    return BLANK


def holds(plan: Plan, value: Any) -> bool:
    """Whether a part says anything."""
    if value.own:
        return True
    for entry in plan.entries:
        inner = getattr(value, entry.attribute)
        if inner is None or inner == ():
            continue
        if not isinstance(entry, PartField) or entry.line is not None or holds(entry.plan, inner):
            return True
    return False


def _is_of_the_year(plan: Plan) -> bool:
    """Whether the rows of this class may be others in another year: they have figures, or name somebody."""
    named = any(isinstance(each, NameOf) for told in marks(plan.cls).values() for each in told)
    return named or any(isinstance(each, Leaf) and each.concept.kind in NUMERIC for each in plan.entries)
