"""The items of a company's extension as leaves: what the plan of a class is for standard items."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

import attrs
from attrs import frozen

from filingexport.binding import values
from filingexport.binding.chapters import Standing, standing
from filingexport.binding.plan import ColumnLeaf, Leaf, PartField, Plan, axis_name, columns_of, plans
from filingexport.model.extension import STRUCTURAL, Extension, ExtensionItem, Signs
from filingexport.model.filing import Filing
from filingexport.model.item import LOCALIZED, NUMERIC, Concept, Kind
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
    """A table of the extension: the axis of its rows, and its columns in the order of their declaration."""

    declared: ExtensionItem
    axis: str
    columns: tuple[OwnItem, ...]


@frozen(eq=False)
class OwnMember:
    """A column of a matrix that the extension adds."""

    declared: ExtensionItem
    column: ColumnLeaf


@frozen(eq=False)
class Extended:
    """An extension compiled. Its items, tables and members are by the part in which they stand, in the order of their
    declaration. names: of all items with values. fits: the paths of the places where each stands.
    """

    by_part: dict[str, tuple[OwnItem, ...]]
    tables_by_part: dict[str, tuple[OwnTable, ...]]
    members_by_part: dict[str, tuple[OwnMember, ...]]
    names: frozenset[str]
    standing: Standing
    fits: dict[str, frozenset[str]]
    signs: dict[tuple[str, str], Leaf]

    def items(self, plan: Plan, path: str | None = None) -> tuple[OwnItem, ...]:
        """The items that stand in this part, of the one at this path where it is named; not the columns of tables."""
        found = self.by_part.get(plan.cls.__name__, ())
        return tuple(each for each in found if self._fits(each.declared, path)) if found else found

    def tables(self, plan: Plan, path: str | None = None) -> tuple[OwnTable, ...]:
        """The tables that stand in this part."""
        found = self.tables_by_part.get(plan.cls.__name__, ())
        return tuple(each for each in found if self._fits(each.declared, path)) if found else found

    def members(self, plan: Plan, path: str | None = None) -> tuple[ColumnLeaf, ...]:
        """The columns that are added to this matrix."""
        found = self.members_by_part.get(plan.cls.__name__, ())
        return tuple(each.column for each in found if self._fits(each.declared, path)) if found else ()

    def _fits(self, declared: ExtensionItem, path: str | None) -> bool:
        if path is None or not declared.places:
            return True
        return self.standing.at(path).path in self.fits[declared.name]

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
        elif item.kind not in STRUCTURAL:
            own = OwnItem(item, leaf_of(extension, item))
            if item.heading in of_tables:
                columns.setdefault(item.heading, []).append(own)
            else:
                by_part.setdefault(item.part, []).append(own)
    own_tables: dict[str, list[OwnTable]] = {}
    for table in tables:
        assert extension is not None
        made = OwnTable(table, extension.expanded(table.element), tuple(columns.get(table.name, ())))
        own_tables.setdefault(table.part, []).append(made)
    for said in () if extension is None else extension.signs:
        signs |= _signs(plans(cls), stands, said)
    return Extended(
        {part: tuple(items) for part, items in by_part.items()},
        {part: tuple(found) for part, found in own_tables.items()},
        {part: tuple(found) for part, found in members.items()},
        frozenset(each.leaf.name for items in (*by_part.values(), *columns.values()) for each in items),
        stands,
        {each.name: frozenset(each.places) for each in declared},
        signs,
    )


NOTHING: Final = extended(None)
"""What a filing without extension has."""


def leaf_of(extension: Extension, declared: ExtensionItem) -> Leaf:
    """The leaf of an item that has values, as `plan` makes one of a field."""
    kind = declared.kind
    assert kind in _PYTHON
    label = declared.label
    english = label.get("en") or label.readings[0][1]
    concept = Concept(
        kind, english, label.get("ja") or english, declared.name, balance=declared.balance, instant=declared.instant,
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


def cells(line: PartField, value: Any, members: tuple[ColumnLeaf, ...] = ()) -> list[tuple[ColumnLeaf, Any]]:
    """The columns of a line with their amounts; `members` are those that the extension adds."""
    found = [(each, getattr(value, each.attribute)) for each in line.plan.entries if isinstance(each, ColumnLeaf)]
    if members:
        found += [(each, value.own_value(each.attribute)) for each in members]
    return [(column, cell) for column, cell in found if cell is not None]
