"""What the formats of the Open Information Model leave to the taxonomy: which items are numbers, which axes are typed.

In xBRL-JSON and xBRL-CSV a number without unit is pure, and a typed member is its text alone (OIM 1.0).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from filingexport.binding.extended import extended
from filingexport.binding.plan import ROW_ELEMENT, Leaf, ListLeaf, PartField, RowsField, plans
from filingexport.binding.versions import current_name
from filingexport.declaring import frozen
from filingexport.model.extension import Extension
from filingexport.model.filing import Filing
from filingexport.model.item import LOCALIZED, NUMERIC, Kind

Sort = Literal["number", "text", "other"]
"""What the values of an item are: numbers with a unit, text with a language, or neither."""


@frozen(eq=False)
class Vocabulary:
    """The names that a reader has to know. sorts: the items, each with its sort. typed: typed axes, each with its element."""

    sorts: Mapping[str, Sort]
    typed: Mapping[str, str]

    def sort(self, concept: str) -> Sort | None:
        """The sort of this item, of any version of the taxonomy; None for what the taxonomy has not."""
        return self.sorts.get(concept) or self.sorts.get(current_name(concept))

    def element(self, axis: str) -> str | None:
        """The element that carries the members of this typed axis, of any version; None for another axis."""
        return self.typed.get(axis) or self.typed.get(current_name(axis))


def _sort(kind: Kind) -> Sort:
    return "number" if kind in NUMERIC else "text" if kind in LOCALIZED else "other"


@lru_cache(maxsize=16)
def vocabulary(extension: Extension | None = None) -> Vocabulary:
    """The vocabulary of the taxonomy with this extension."""
    sorts: dict[str, Sort] = {}
    typed: dict[str, str] = {}
    for part in plans(Filing).values():
        for entry in part.entries:
            leaf: Leaf | None = None
            match entry:
                case Leaf():
                    leaf = entry
                case ListLeaf():
                    leaf = entry.leaf
                    typed[entry.axis] = ROW_ELEMENT
                case RowsField():
                    typed[entry.axis] = ROW_ELEMENT
                case PartField():
                    leaf = entry.line
                case _:
                    pass
            if leaf is not None:
                sorts[leaf.name] = _sort(leaf.concept.kind)
    own = extended(extension)
    sorts |= {each.leaf.name: _sort(each.leaf.concept.kind) for each in own.leaves()}
    for tables in own.tables_by_part.values():
        typed |= {table.axis: ROW_ELEMENT for table in tables}
    return Vocabulary(sorts, typed)
