"""Where the facts of a report stand, found once: rows as a tree, and in each row the facts by period and members.

The walk over the plan goes down this tree. A table's rows are the branches of its axis; all else that tells contexts
apart, the period and the members of explicit dimensions, is a small number, so that a part finds its facts by one
look-up, and a field its fact by another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from typing import Final

from filingexport.binding.plan import ROW_ELEMENT, ListLeaf, PartField, Plan, RowsField, plan
from filingexport.characters import is_digits
from filingexport.report import Dimensions, Fact, Period, Report, TypedMember

Group = dict[str, list[Fact]]
"""The facts of one context, by concept."""

Members = tuple[tuple[str, str | TypedMember], ...]
"""(axis, member) pairs of explicit dimensions, sorted by axis."""

Nestings = Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]]
"""The ways in which tables stand in tables: the axes from the outside in, by the same axes in the order of their names."""

_MAX_ROW: Final = 10_000_000
_NOWHERE: Final = -1
_EXPLICIT: Final = 0
_NO_ROW: Final = -1
_SPACE: Final = " \t\r\n"


class Row:
    """A row of a table, or what stands in none.

    groups: its facts, by the number that `Index` gives to period and members. tables: the tables in it, by axis; of each the
    rows, by number.
    """

    __slots__ = ("groups", "tables")

    def __init__(self) -> None:
        self.groups: dict[int, Group] = {}
        self.tables: dict[str, dict[int, Row]] | None = None  # most rows have none

    def rows(self, axis: str) -> list[tuple[int, Row]]:
        """The rows of this table in the order of their numbers."""
        return sorted(self.tables.get(axis, {}).items()) if self.tables is not None else []

    def inner(self, axis: str, number: int) -> Row:
        """A row of a table in this one, made if it is not there."""
        if self.tables is None:
            self.tables = {}
        rows = self.tables.get(axis)
        if rows is None:
            rows = self.tables[axis] = {}
        row = rows.get(number)
        if row is None:
            row = rows[number] = Row()
        return row


class Index:
    """The facts of a report by where the walk over a plan looks for them.

    nestings: how the tables of the plan stand in tables. Facts in contexts that no part of the plan can have are in no row of the tree.
    """

    def __init__(self, report: Report, nestings: Nestings) -> None:
        self.root = Row()
        self.contexts: list[tuple[Period, Members]] = []
        """Period and members, by their number."""
        self.concepts: set[str] = set()
        """Every concept that is stated anywhere."""
        self._nestings = nestings
        self._numbers: dict[tuple[Period, Members], int] = {}
        self._identities: dict[tuple[int, Members], int] = {}
        self._rows: dict[int, int] = {}
        # Facts of one context share its very objects, so most are placed by identity, without hashing dimensions.
        self._groups: dict[tuple[int, int], Group] = {}
        self._fill(report)

    def _fill(self, report: Report) -> None:
        groups = self._groups
        group: Group = {}
        period: Period | None = None
        dimensions: Dimensions | None = None
        for fact in report.facts:
            if fact.dimensions is not dimensions or fact.period is not period:
                period, dimensions = fact.period, fact.dimensions
                identity = (id(period), id(dimensions))
                known = groups.get(identity)
                group = groups[identity] = self._group(period, dimensions) if known is None else known
            facts = group.get(fact.concept)
            if facts is None:
                group[fact.concept] = [fact]
            else:
                facts.append(fact)
        self.concepts = set().union(*groups.values())

    def group_of(self, fact: Fact) -> Group:
        """The facts in the same context as this one of the report."""
        return self._groups[id(fact.period), id(fact.dimensions)]

    def number(self, period: Period | None, members: Members) -> int:
        """The number of this period and these members; one that no row has, if no context has them."""
        return _NOWHERE if period is None else self._numbers.get((period, members), _NOWHERE)

    def _group(self, period: Period, dimensions: Dimensions) -> Group:
        explicit: Members = ()
        typed: dict[str, int] = {}
        for pair in dimensions:
            # Contexts share the objects of what is the same in them, or most of them.
            number = self._rows.get(id(pair))
            if number is None:
                number = self._rows[id(pair)] = _row_number(pair[1])
            if number > 0:
                typed[pair[0]] = number
            elif number == _EXPLICIT:
                explicit = (*explicit, pair)
            else:
                return {}
        identity = (id(period), explicit)
        at = self._identities.get(identity)
        if at is None:
            key = (period, explicit)
            if key not in self._numbers:
                self._numbers[key] = len(self.contexts)
                self.contexts.append(key)
            at = self._identities[identity] = self._numbers[key]
        group: Group | None = None
        for axes in self._nestings.get(tuple(typed), ()):
            row = self.root
            for axis in axes:
                row = row.inner(axis, typed[axis])
            known = row.groups.get(at)
            if known is None:
                # One table may stand in another at one place of the model and the other way round elsewhere.
                known = row.groups[at] = {} if group is None else group
            group = known
        return {} if group is None else group


def _row_number(member: str | TypedMember) -> int:
    """A row's number, whichever way it is written."""
    if isinstance(member, str):
        return _EXPLICIT
    if member.element != ROW_ELEMENT or member.text is None:
        return _NO_ROW
    text = member.text.strip(_SPACE).removeprefix("+")
    if not is_digits(text):
        return _NO_ROW
    number = int(text)
    return number if 1 <= number <= _MAX_ROW else _NO_ROW


@cache
def nestings(cls: type) -> Nestings:
    """How tables stand in tables in this root class."""
    found: dict[tuple[str, ...], dict[tuple[str, ...], None]] = defaultdict(dict)

    def collect(plan: Plan, outer: tuple[str, ...]) -> None:
        found[tuple(sorted(outer))][outer] = None
        for entry in plan.entries:
            match entry:
                case RowsField():
                    collect(entry.plan, (*outer, entry.axis))
                case ListLeaf():
                    inner = (*outer, entry.axis)
                    found[tuple(sorted(inner))][inner] = None
                case PartField():
                    collect(entry.plan, outer)
                case _:
                    pass

    collect(plan(cls), ())
    return {axes: tuple(nestings) for axes, nestings in found.items()}


class View:
    """What a part sees of a row: the facts over its period and at its moment, under its members.

    duration is None where only a moment is known.
    """

    __slots__ = ("_index", "_opening", "_under", "at", "duration", "instant", "members", "over")

    def __init__(self, index: Index, duration: Period | None, instant: Period | None, members: Members) -> None:
        self.duration = duration
        self.instant = instant
        self.members = members
        self.over = index.number(duration, members)
        """The number of the facts over its period."""
        self.at = index.number(instant, members)
        """The number of the facts at its moment."""
        self._index = index
        self._under: dict[tuple[str, str], View] = {}
        self._opening: View | None = None

    def of(self, duration: Period | None, instant: Period | None) -> View:
        """The same of another period and moment."""
        return View(self._index, duration, instant, self.members)

    def under(self, pair: tuple[str, str] | None) -> View:
        """The same under one more (axis, member) pair."""
        if pair is None:
            return self
        known = self._under.get(pair)
        if known is None:
            members = tuple(sorted((*self.members, pair), key=lambda each: each[0]))
            known = self._under[pair] = View(self._index, self.duration, self.instant, members)
        return known

    def opening(self) -> View | None:
        """The moment its period begins; None where there is no period that could have an opening."""
        if self._opening is None and self.duration is not None and self.duration.start is not None:
            try:
                moment = Period(None, self.duration.start - timedelta(days=1))
            except OverflowError:
                return None
            self._opening = self.of(None, moment)
        return self._opening
