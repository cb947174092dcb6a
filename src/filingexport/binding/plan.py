"""What a class of the model means, compiled once: flat lists that the walks over objects and facts follow.

A `Plan` says, in the order of the fields, where each field's facts are: concept, period and members. It is
made from the class alone, so that no part of the package has code for one class.
"""

from __future__ import annotations

import types
from datetime import date, timedelta
from functools import cache
from typing import Any, Final, Literal, Union, get_args, get_origin

from attrs import field

from filingexport.binding import values
from filingexport.declaring import NOTHING, fields, frozen
from filingexport.model import item
from filingexport.model.item import Axis, Column, Concept, Member, PartInfo, Rows
from filingexport.model.values import Dash, Nothing
from filingexport.names import fx
from filingexport.once import once
from filingexport.report import Dimensions, Period
from filingexport.said import Mistake, say
from filingexport.unchecked import unchecked

ROW_ELEMENT: Final = fx("RowNumber")
"""The element that carries a row's number in a typed dimension."""


@frozen(eq=False)
class Leaf:
    """A field with facts of its own: one, or one a language."""

    attribute: str
    name: str
    concept: Concept
    codec: values.Codec | None  # None for text, which has a fact a language
    python: type
    instant: bool
    required: bool
    dash: bool
    nothing: bool


@frozen(eq=False)
class ListLeaf:
    """A table of one column: a tuple of values, one a row."""

    attribute: str
    axis: str
    rows: Rows
    leaf: Leaf


@frozen(eq=False)
class ColumnLeaf:
    """A field of a matrix's row class: the line's concept under the column's member."""

    attribute: str
    member: Axis | None
    pair: tuple[str, str] | None
    python: type


@frozen(eq=False)
class PartField:
    """A field that holds a part. `line` is the concept of all its columns, if it is a line of a matrix."""

    attribute: str
    plan: Plan
    member: Axis | None
    pair: tuple[str, str] | None
    opening: bool
    line: Leaf | None
    required: bool


@frozen(eq=False)
class RowsField:
    """A field that holds a table: a tuple of parts, one a row."""

    attribute: str
    plan: Plan
    axis: str
    rows: Rows


@frozen(eq=False)
class KeptField:
    """The field that keeps what could not be placed."""

    attribute: str


@frozen(eq=False)
class ExtensionField:
    """The field that holds the company's extension."""

    attribute: str


Entry = Leaf | ListLeaf | ColumnLeaf | PartField | RowsField | KeptField | ExtensionField


def columns_of(plan: Plan) -> PartField | None:
    """A line of the matrix that this part is; None for a part that is none."""
    return next((each for each in plan.entries if isinstance(each, PartField) and each.line is not None), None)


@frozen(eq=False)
class Plan:
    """One class of the model.

    entries: its fields in order. start, end, as_of: the attributes that give the part a period of its own.
    """

    cls: type
    info: PartInfo
    entries: tuple[Entry, ...]
    start: str | None = None
    end: str | None = None
    as_of: str | None = None
    defaults: dict[str, Any] = field(factory=dict)


@frozen(weakref_slot=False)
class Scope:
    """Where a part's facts are: its period (None where only a moment is defined), its moment, its members."""

    duration: Period | None
    instant: Period | None
    dimensions: Dimensions

    def under(self, pair: tuple[str, Any] | None) -> Scope:
        """The same under one more (axis, member) pair."""
        if pair is None:
            return self
        dimensions = self.dimensions
        if dimensions and dimensions[-1][0] > pair[0]:
            at = len(dimensions) - 1
            while at and dimensions[at - 1][0] > pair[0]:
                at -= 1
            dimensions = (*dimensions[:at], pair, *dimensions[at:])
        else:
            dimensions = (*dimensions, pair)
        return _scope(self.duration, self.instant, dimensions)

    def over(self, start: date, end: date) -> Scope:
        """The same over another period and at its end."""
        return Scope(Period(start, end), Period(None, end), self.dimensions)

    def at(self, moment: date) -> Scope:
        """The same with its instants at another day."""
        return Scope(self.duration, Period(None, moment), self.dimensions)

    def opening(self) -> Scope:
        """The moment the period begins; raises ValueError where there is no period to begin."""
        if self.duration is None or self.duration.start is None:
            raise Mistake(
                say(
                    "there is no period that could have an opening balance",
                    "期首残高となる期間がありません。",
                )
            )
        return Scope(None, Period(None, self.duration.start - timedelta(days=1)), self.dimensions)


_scope: Final = unchecked(Scope)


@cache
def axis_name(cls: type[Axis]) -> str:
    """The expanded name of an explicit dimension."""
    return fx(cls.__name__ if cls.__name__.endswith("Axis") else cls.__name__ + "Axis")


def domain_name(cls: type[Axis]) -> str:
    """The expanded name of an explicit dimension's domain."""
    return fx(cls.__name__.removesuffix("Axis") + "Domain")


@cache
def member_name(member: Axis) -> str:
    """The expanded name of a member: ``COMMON_STOCK`` of `EquityComponent` is ``EquityComponentCommonStockMember``."""
    return fx(item.axis_info(type(member)).prefix + item.camel(member.name.lower()) + "Member")


def member_pair(member: Axis | None) -> tuple[str, str] | None:
    """The (axis, member) pair that says so in a context; None for the default, which goes without saying."""
    if member is None or item.axis_info(type(member)).default == member.name:
        return None
    return axis_name(type(member)), member_name(member)


def _rows_axis(rows: Rows, attribute: str) -> str:
    return fx(item.camel(rows.name or attribute) + "Axis")


def _unwrap(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    metadata = getattr(hint, "__metadata__", None)
    if metadata is None:
        return hint, ()
    return hint.__origin__, metadata


def _alternatives(hint: Any) -> tuple[Any, ...]:
    if get_origin(hint) in (Union, types.UnionType):
        return get_args(hint)
    return (hint,)


class _Hint:
    """A type as it stands at a field, taken apart: many fields have the very same one."""

    __slots__ = ("alternatives", "hint", "parts", "python")

    def __init__(self, hint: Any) -> None:
        self.hint = hint
        self.alternatives = _alternatives(hint)
        self.parts = [each for each in self.alternatives if item.is_part(each)]
        self.python: dict[item.Kind, type] = {}


_hints: Final[dict[int, _Hint]] = {}
"""By identity; the hints are kept, so that no other gets the identity of one."""


def _taken_apart(hint: Any) -> _Hint:
    known = _hints.get(id(hint))
    if known is None:
        known = _hints[id(hint)] = _Hint(hint)
    return known


def _leaf(
    owner: type, attribute: str, concept: Concept, hint: Any, info: PartInfo, required: bool, python: type | None = None
) -> Leaf:
    said = _taken_apart(hint)
    kind = concept.kind
    try:
        if python is None:
            python = said.python.get(kind)
            if python is None:
                python = said.python[kind] = values.python_class(kind, said.alternatives)
        codec = None if kind in item.LOCALIZED else values.codec(concept, python)
    except TypeError as error:
        raise TypeError(f"{owner.__name__}.{attribute}: {error}") from None
    if concept.instant is not None:
        instant = concept.instant
    else:
        instant = info.instant and kind in item.NUMERIC
    return Leaf(
        attribute, fx(item.concept_name(concept)), concept, codec, python, instant, required,
        Dash in said.alternatives, Nothing in said.alternatives,
    )  # fmt: skip


def _tuple_of(hint: Any) -> Any:
    if get_origin(hint) is not tuple:
        return None
    arguments = get_args(hint)
    return arguments[0] if len(arguments) == 2 and arguments[1] is Ellipsis else None


@once
def plan(cls: type) -> Plan:
    """Compile this class; raises TypeError where its declaration contradicts itself."""
    info = item.part_info(cls)
    entries: list[Entry] = []
    own: dict[str, str] = {}
    defaults: dict[str, Any] = {}
    for attribute in fields(cls):
        name = attribute.name
        hint, metadata = _unwrap(attribute.type)
        required = attribute.default is NOTHING
        if not required:
            defaults[name] = attribute.default
        found: dict[type, Any] = {type(each): each for each in metadata}
        concept: Concept | None = found.get(Concept)
        if item.Extended in found:
            continue  # what stands there is declared by the company, not by the class: see `extension`
        if item.Declares in found:
            entries.append(ExtensionField(name))
        elif item.Unplaced in found:
            entries.append(KeptField(name))
        elif (row := _tuple_of(hint)) is not None:
            rows: Rows | None = found.get(Rows)
            if rows is None:
                raise TypeError(f"{cls.__name__}.{name} is a tuple without item.rows")
            axis = _rows_axis(rows, name)
            if item.is_part(row):
                entries.append(RowsField(name, plan(row), axis, rows))
            elif concept is not None:
                entries.append(ListLeaf(name, axis, rows, _leaf(cls, name, concept, row, info, True)))
            else:
                raise TypeError(f"{cls.__name__}.{name}: rows of {row!r} need a concept")
        elif Column in found:
            python = values.python_class("money", _taken_apart(hint).alternatives)
            member = found[Column].member
            entries.append(ColumnLeaf(name, member, member_pair(member), python))
        elif parts := _taken_apart(hint).parts:
            member = found[Member].member if Member in found else None
            inner = plan(parts[0])
            line = None
            if concept is not None:
                column = next((each for each in inner.entries if isinstance(each, ColumnLeaf)), None)
                if column is None:
                    raise TypeError(f"{cls.__name__}.{name} has a concept, but {inner.cls.__name__} has no columns")
                cell = next(_unwrap(each.type)[0] for each in fields(inner.cls) if each.name == column.attribute)
                line = _leaf(cls, name, concept, cell, info, False, column.python)
            entries.append(PartField(name, inner, member, member_pair(member), item.At in found, line, required))
        elif concept is not None:
            if concept.role in ("start", "end", "as_of"):
                own[concept.role] = name
            entries.append(_leaf(cls, name, concept, hint, info, required))
        else:
            raise TypeError(f"{cls.__name__}.{name} says neither what it is (a concept) nor what it holds (a part)")
    if ("start" in own) != ("end" in own):
        raise TypeError(f"{cls.__name__} has only one of period_start and period_end")
    return Plan(cls, info, tuple(entries), own.get("start"), own.get("end"), own.get("as_of"), defaults)


@cache
def plans(cls: type) -> dict[str, Plan]:
    """The plans of this class and of every part in it, by the name of the class; raises TypeError for a name used twice."""
    found: dict[str, Plan] = {}

    def collect(each: Plan) -> None:
        known = found.setdefault(each.cls.__name__, each)
        if known is not each:
            raise TypeError(f"two parts are called {each.cls.__name__}")
        for entry in each.entries:
            line = isinstance(entry, PartField) and entry.line is not None
            if isinstance(entry, (PartField, RowsField)) and not line and found.get(_name(entry)) is not entry.plan:
                collect(entry.plan)

    def _name(entry: PartField | RowsField) -> str:
        return entry.plan.cls.__name__

    collect(plan(cls))
    return found


@cache
def paths(cls: type) -> dict[str, Plan]:
    """Where parts stand: the path of each, without the numbers of rows, and its plan; "" for the class itself."""
    found: dict[str, Plan] = {}

    def collect(at: Plan, path: str) -> None:
        found[path] = at
        for entry in at.entries:
            if isinstance(entry, RowsField) or (isinstance(entry, PartField) and entry.line is None):
                collect(entry.plan, f"{path}.{entry.attribute}" if path else entry.attribute)

    collect(plan(cls), "")
    return found


@cache
def concepts(plan: Plan) -> frozenset[str]:
    """The concepts of this part and of all that stands in it, without the company's own."""
    names: set[str] = set()
    for entry in plan.entries:
        match entry:
            case Leaf():
                names.add(entry.name)
            case ListLeaf():
                names.add(entry.leaf.name)
            case PartField() if entry.line is not None:
                names.add(entry.line.name)
            case PartField() | RowsField():
                names |= concepts(entry.plan)
            case _:
                pass
    return frozenset(names)


@cache
def momentary(cls: type) -> frozenset[str]:
    """The names of the parts that stand at an opening somewhere, where only a moment is known and no period."""
    found: set[str] = set()

    def collect(each: Plan, opening: bool) -> None:
        if opening:
            found.add(each.cls.__name__)
        for entry in each.entries:
            if isinstance(entry, RowsField) or (isinstance(entry, PartField) and entry.line is None):
                own_period = entry.plan.start is not None
                collect(entry.plan, not own_period and (opening or (isinstance(entry, PartField) and entry.opening)))

    collect(plan(cls), False)
    return frozenset(found)


@cache
def extension_attribute(cls: type) -> str | None:
    """The attribute of this root class that holds the company's extension."""
    return next((each.attribute for each in plan(cls).entries if isinstance(each, ExtensionField)), None)


@cache
def path_of_role(cls: type, role: Literal["entity_scheme", "entity_identifier"]) -> tuple[str, ...]:
    """The attributes that lead from `cls` to its field of this role; raises TypeError if there is none."""

    def search(plan: Plan) -> tuple[str, ...] | None:
        for entry in plan.entries:
            if isinstance(entry, Leaf) and entry.concept.role == role:
                return (entry.attribute,)
            if isinstance(entry, PartField) and (below := search(entry.plan)) is not None:
                return (entry.attribute, *below)
        return None

    found = search(plan(cls))
    if found is None:
        raise TypeError(f"{cls.__name__} has no field that gives the {role.replace('_', ' ')}")
    return found
