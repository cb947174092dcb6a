"""The items of a company's extension as leaves: what the plan of a class is for standard items."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from attrs import frozen

from filingexport.binding import values
from filingexport.binding.plan import ColumnLeaf, Leaf, PartField, Plan, columns_of
from filingexport.model.extension import Extension, ExtensionItem
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
class Extended:
    """An extension compiled: its items by the part in which they stand, in the order of their declaration."""

    by_part: dict[str, tuple[OwnItem, ...]]
    names: frozenset[str]

    def items(self, plan: Plan) -> tuple[OwnItem, ...]:
        """The items that stand in this part."""
        return self.by_part.get(plan.cls.__name__, ())


NOTHING: Final = Extended({}, frozenset())
"""What a filing without extension has."""


@lru_cache(maxsize=64)
def extended(extension: Extension | None) -> Extended:
    """Compile this extension."""
    if extension is None:
        return NOTHING
    by_part: dict[str, list[OwnItem]] = {}
    for declared in extension.items:
        if declared.kind != "heading":
            by_part.setdefault(declared.part, []).append(OwnItem(declared, leaf_of(extension, declared, declared.kind)))
    compiled = {part: tuple(items) for part, items in by_part.items()}
    return Extended(compiled, frozenset(each.leaf.name for items in compiled.values() for each in items))


def leaf_of(extension: Extension, declared: ExtensionItem, kind: Kind) -> Leaf:
    """The leaf of this item, as `plan` makes one of a field."""
    label = declared.label
    english = label.get("en") or label.readings[0][1]
    concept = Concept(
        kind, english, label.get("ja") or english, declared.name, balance=declared.balance, instant=declared.instant
    )
    python = _PYTHON[kind]
    codec = None if kind in LOCALIZED else values.codec(concept, python)
    return Leaf(
        declared.name, extension.expanded(declared.name), concept, codec, python, declared.instant, False,
        dash=kind in NUMERIC or kind == "words", nothing=kind in LOCALIZED,
    )  # fmt: skip


def line_of(plan: Plan, own: OwnItem) -> PartField | None:
    """In a matrix, a line whose columns this item has too; None where it is one value."""
    return columns_of(plan) if own.leaf.concept.kind == "money" else None


def cells(line: PartField, value: Any) -> list[tuple[ColumnLeaf, Any]]:
    """The columns of a line with their amounts."""
    found = [(each, getattr(value, each.attribute)) for each in line.plan.entries if isinstance(each, ColumnLeaf)]
    return [(column, cell) for column, cell in found if cell is not None]
