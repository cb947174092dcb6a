"""The items of a company's extension as leaves: what the plan of a class is for standard items."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

import attrs

from filingexport.binding import values
from filingexport.binding.chapters import Standing, standing
from filingexport.binding.plan import ColumnLeaf, Leaf, PartField, Plan, RowsField, axis_name, columns_of, plans
from filingexport.declaring import frozen
from filingexport.model.extension import Arrangement, Extension, ExtensionItem, Signs
from filingexport.model.filing import Filing
from filingexport.model.item import LOCALIZED, NUMERIC, Concept, Kind, Label, PartInfo, Rows
from filingexport.model.part import OwnRow
from filingexport.model.values import Block, Count, Money, Ratio, Shares, Text, YearMonth, Years

_PYTHON: Final[dict[Kind, type]] = {
    "money": Money, "per_share": Money, "shares": Shares, "ratio": Ratio, "count": Count, "month": YearMonth,
    "day": date, "moment": datetime, "years": Years, "words": Text, "prose": Block, "code": str, "uri": str, "flag": bool,
}  # fmt: skip


@frozen(eq=False)
class OwnItem:
    """An item of the extension with its leaf."""

    declared: ExtensionItem
    leaf: Leaf


@frozen(eq=False)
class OwnTable:
    """A table of the extension: the axis of its rows, and its columns in the order in which they are shown."""

    declared: ExtensionItem
    axis: str
    columns: tuple[OwnItem, ...]
    field: RowsField
    """The table as `plan` makes one of a field; its rows are objects of `OwnRow`."""


@frozen(eq=False)
class OwnMember:
    """A column of a matrix that the extension adds."""

    declared: ExtensionItem
    column: ColumnLeaf


_NONE: Final[dict[str, OwnItem]] = {}


@frozen(eq=False)
class Extended:
    """An extension compiled. Its items, tables and members are by the part in which they stand, in the order of their
    declaration. names: of all items with values. labels: of everything declared, by its name.
    """

    declared: Extension | None

    by_part: dict[str, tuple[OwnItem, ...]]
    tables_by_part: dict[str, tuple[OwnTable, ...]]
    members_by_part: dict[str, tuple[OwnMember, ...]]
    names: frozenset[str]
    standing: Standing
    labels: dict[str, Label]
    signs: dict[tuple[str, str], Leaf]
    _named: dict[tuple[str, str | None], dict[str, OwnItem]] = attrs.field(init=False, factory=dict)
    """The items of a part at a path without the numbers of rows: they are asked for again for each row."""

    def leaves(self) -> Iterator[OwnItem]:
        """All items with values, also the columns of tables."""
        for items in self.by_part.values():
            yield from items
        for tables in self.tables_by_part.values():
            for table in tables:
                yield from table.columns

    def items(self, plan: Plan, path: str | None = None) -> tuple[OwnItem, ...]:
        """The items that stand in this part, of the one at this path where it is named; not the columns of tables."""
        return tuple(self.named(plan, path).values())

    def named(self, plan: Plan, path: str | None = None) -> dict[str, OwnItem]:
        """The same by their names; it is not to be changed."""
        part = plan.cls.__name__
        found = self.by_part.get(part)
        if not found:
            return _NONE
        key = (part, None if path is None else self.standing.at(path).path)
        known = self._named.get(key)
        if known is None:
            known = {each.declared.name: each for each in found if self._fits(each.declared, path)}
            self._named[key] = known
        return known

    def tables(self, plan: Plan, path: str | None = None) -> tuple[OwnTable, ...]:
        """The tables that stand in this part."""
        found = self.tables_by_part.get(plan.cls.__name__, ())
        return tuple(each for each in found if self._fits(each.declared, path)) if found else found

    def members(self, plan: Plan, path: str | None = None) -> tuple[ColumnLeaf, ...]:
        """The columns that are added to this matrix."""
        found = self.members_by_part.get(plan.cls.__name__, ())
        return tuple(each.column for each in found if self._fits(each.declared, path)) if found else ()

    def columns(self, line: PartField, path: str) -> list[ColumnLeaf]:
        """The columns of the matrix at this path, those that are added after those that they stand after."""
        found = [each for each in line.plan.entries if isinstance(each, ColumnLeaf)]
        added = self.members_by_part.get(self.standing.at(path).part, ())
        made = {each.declared.name: each.column for each in added}
        names = [column.attribute for column in found]
        columns = {column.attribute: column for column in found} | made
        here = following([each.declared for each in added if self._fits(each.declared, path)])
        insert_after(names, [(each.after, each.name) for each in here])
        return [columns[name] for name in names]

    def beside(self, path: str) -> dict[str, list[ColumnLeaf]]:
        """The columns that are added to the matrix at this path, by the standard column that they stand after."""
        added = [
            each
            for each in self.members_by_part.get(self.standing.at(path).part, ())
            if self._fits(each.declared, path)
        ]
        before: dict[str, str] = {}  # the standard column before each
        for declared in following([each.declared for each in added]):
            before[declared.name] = before.get(declared.after, declared.after)
        found: dict[str, list[ColumnLeaf]] = {}
        for each in added:
            after = before.get(each.declared.name, each.declared.after)
            found.setdefault(after, []).append(each.column)
        return found

    def _fits(self, declared: ExtensionItem | Arrangement, path: str | None) -> bool:
        return path is None or not declared.places or self.standing.at(path).path in declared.places

    def order(self, plan: Plan, path: str) -> dict[str, list[str]] | None:
        """The names of what is shown in the part at this path, in the company's order: of fields, own items, tables and
        headings, by the own heading (or "") that they stand below; None where it is the standard order with nothing added.
        """
        part = plan.cls.__name__
        declared = self.declared
        if declared is None:
            return None
        items = [
            each for each in declared.items if each.part == part and each.kind != "member" and self._fits(each, path)
        ]
        arranged = [each for each in declared.arrangements if each.part == part and self._fits(each, path)]
        if not items and not arranged:
            return None
        order: dict[str, list[str]] = {"": []}
        for arrangement in arranged:
            order[arrangement.heading] = list(arrangement.fields)
        told = {name for names in order.values() for name in names}
        order[""] += [entry.attribute for entry in plan.entries if entry.attribute not in told]
        own: dict[str, list[tuple[str, str]]] = {}
        for each in following(items):
            own.setdefault(each.heading, []).append((each.after, each.name))
        for heading, pairs in own.items():
            insert_after(order.setdefault(heading, []), pairs)
        return order

    def printed(self, leaf: Leaf, path: str, attribute: str) -> Leaf:
        """The leaf of a field of the part at this path with the sign that the company prints it with."""
        if not self.signs:
            return leaf
        return self.signs.get((self.standing.at(path).path, attribute), leaf)


@lru_cache(maxsize=64)
def extended(extension: Extension | None, cls: type = Filing) -> Extended:
    """Compile this extension of the model with this root class."""
    stands = standing(cls)
    by_part: dict[str, list[OwnItem]] = {}
    columns: dict[str, list[OwnItem]] = {}
    members: dict[str, list[OwnMember]] = {}
    signs: dict[tuple[str, str], Leaf] = {}
    declared = () if extension is None else extension.items
    tables = [each for each in declared if each.kind == "table"]
    of_tables = {each.name for each in tables}
    for item in declared:
        assert extension is not None
        if item.kind == "member":
            if (column := _member(plans(cls).get(item.part), extension, item)) is not None:
                members.setdefault(item.part, []).append(OwnMember(item, column))
        elif item.kind in _PYTHON:  # what has another kind is told by the rules of extensions
            own = OwnItem(item, leaf_of(extension, item))
            if item.heading in of_tables:
                columns.setdefault(item.heading, []).append(own)
            else:
                by_part.setdefault(item.part, []).append(own)
    own_tables: dict[str, list[OwnTable]] = {}
    for table in tables:
        assert extension is not None
        own_tables.setdefault(table.part, []).append(_table(table, extension, columns.get(table.name, [])))
    for said in () if extension is None else extension.signs:
        signs |= _signs(plans(cls), stands, said)
    return Extended(
        extension,
        {part: tuple(items) for part, items in by_part.items()},
        {part: tuple(found) for part, found in own_tables.items()},
        {part: tuple(found) for part, found in members.items()},
        frozenset(each.leaf.name for items in (*by_part.values(), *columns.values()) for each in items),
        stands,
        {each.name: label_of(each) for each in declared},
        signs,
    )


def following(items: list[ExtensionItem]) -> Iterator[ExtensionItem]:
    """The items so that each comes after the own item it stands after; those of a cycle are left out."""
    names = {(each.heading, each.name) for each in items}
    waiting: dict[tuple[str, str], list[tuple[int, ExtensionItem]]] = {}
    ready: list[tuple[int, ExtensionItem]] = []
    for number, each in enumerate(items):
        before = each.heading, each.after
        (waiting.setdefault(before, []) if before in names else ready).append((number, each))
    done: set[tuple[str, str]] = set()
    while ready:
        yield from (each for _, each in ready)
        now = dict.fromkeys((each.heading, each.name) for _, each in ready)
        done |= now.keys()
        after = (pair for key in now for pair in waiting.pop(key, ()) if (pair[1].heading, pair[1].name) not in done)
        ready = sorted(after, key=lambda pair: pair[0])


def insert_after(names: list[str], pairs: list[tuple[str, str]]) -> None:
    """Put the second of each pair after the first, in turn, or before all where that is not there; all names differ."""
    after: dict[str, list[str]] = {}
    known = set(names)
    for before, name in pairs:
        after.setdefault(before if before in known else "", []).append(name)
        known.add(name)
    # What is put after the same name later stands nearer to it.
    left = [*names[::-1], *after.pop("", ())]
    names.clear()
    while left:
        names.append(left.pop())
        left += after.pop(names[-1], ())


def label_of(declared: ExtensionItem) -> Label:
    """The label of an item in English and Japanese; in a language that it has no label in, the one it has."""
    english = declared.label.get("en") or declared.label.readings[0][1]
    return Label(english, declared.label.get("ja") or english)


def _table(declared: ExtensionItem, extension: Extension, columns: list[OwnItem]) -> OwnTable:
    by_name = {each.declared.name: each for each in columns}
    order = [each.name for each in following([each.declared for each in columns])]
    shown = tuple(by_name[name] for name in (*order, *(name for name in by_name if name not in order)))
    label, axis = label_of(declared), extension.expanded(declared.element)
    info = PartInfo(label.en, label.ja, "", False, False, False, ())
    field = RowsField(
        declared.name, Plan(OwnRow, info, tuple(each.leaf for each in shown)), axis, Rows(label.en, label.ja, None)
    )
    return OwnTable(declared, axis, shown, field)


def leaf_of(extension: Extension, declared: ExtensionItem) -> Leaf:
    """The leaf of an item that has values, as `plan` makes one of a field."""
    kind = declared.kind
    assert kind in _PYTHON
    label = label_of(declared)
    concept = Concept(
        kind, label.en, label.ja, declared.name, balance=declared.balance, instant=declared.instant,
        negated=declared.negated,
    )  # fmt: skip
    python = _PYTHON[kind]
    codec = None if kind in LOCALIZED else values.codec(concept, python)
    return Leaf(
        declared.name, extension.expanded(declared.element), concept, codec, python, declared.instant, False,
        dash=kind in NUMERIC or kind == "words", nothing=kind in LOCALIZED,
    )  # fmt: skip


def leaf_of_field(plan: Plan, attribute: str) -> Leaf | None:
    """The leaf of a field that has one, or of a line of a matrix."""
    for entry in plan.entries:
        if entry.attribute == attribute:
            return entry.line if isinstance(entry, PartField) else entry if isinstance(entry, Leaf) else None
    return None


def column_axis(plan: Plan) -> str | None:
    """The axis that the columns of a matrix are members of; None for a part that is no matrix."""
    line = columns_of(plan)
    if line is None:
        return None
    columns = (each.member for each in line.plan.entries if isinstance(each, ColumnLeaf) and each.member is not None)
    return next((axis_name(type(each)) for each in columns), None)


def _member(plan: Plan | None, extension: Extension, item: ExtensionItem) -> ColumnLeaf | None:
    axis = column_axis(plan) if plan is not None else None
    if axis is None:
        return None
    return ColumnLeaf(item.name, None, (axis, extension.expanded(item.element)), Money)


def _signs(plans: dict[str, Plan], standing: Standing, said: Signs) -> dict[tuple[str, str], Leaf]:
    found: dict[tuple[str, str], Leaf] = {}
    for attribute in said.fields:
        leaf = leaf_of_field(plans[said.part], attribute) if said.part in plans else None
        if leaf is not None:
            turned = attrs.evolve(leaf, concept=attrs.evolve(leaf.concept, negated=not leaf.concept.negated))
            for place in standing.parts.get(said.part, ()):
                if not said.places or place.path in said.places:
                    found[place.path, attribute] = turned
    return found


def line_of(plan: Plan, own: OwnItem) -> PartField | None:
    """In a matrix, a line whose columns this item has too; None where it is one value."""
    if own.declared.kind != "money":
        return None
    return columns_of(plan)


def amount(line: Any, column: ColumnLeaf) -> Any:
    """The amount of a line in a column, also in one that the extension adds; None if there is none."""
    standard = getattr(line, column.attribute, None)
    return standard if standard is not None or not line.own else line.own_value(column.attribute)


def cells(line: PartField, value: Any, members: tuple[ColumnLeaf, ...] = ()) -> list[tuple[ColumnLeaf, Any]]:
    """The columns of a line with their amounts; `members` are those that the extension adds."""
    found = [(each, getattr(value, each.attribute)) for each in line.plan.entries if isinstance(each, ColumnLeaf)]
    if members:
        found += [(each, value.own_value(each.attribute)) for each in members]
    return [(column, cell) for column, cell in found if cell is not None]
