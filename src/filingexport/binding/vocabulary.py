"""What the formats of the Open Information Model leave to the taxonomy: which items are numbers, which axes are typed.

In xBRL-JSON and xBRL-CSV a number without unit is pure, and a typed member is its text alone (OIM 1.0).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from filingexport.binding.extended import extended
from filingexport.binding.plan import ROW_ELEMENT, Leaf, ListLeaf, PartField, RowsField, plans
from filingexport.binding.versions import current_name
from filingexport.model.extension import Extension
from filingexport.model.filing import Filing
from filingexport.model.item import NUMERIC


@frozen(eq=False)
class Vocabulary:
    """The names that a reader has to know. numbers: items measured in a unit. typed: typed axes, each with its element."""

    numbers: frozenset[str]
    typed: Mapping[str, str]

    def is_number(self, concept: str) -> bool:
        """Whether this item, of any version of the taxonomy, is a number."""
        return concept in self.numbers or current_name(concept) in self.numbers

    def element(self, axis: str) -> str | None:
        """The element that carries the members of this typed axis; None for another axis."""
        return self.typed.get(axis) or self.typed.get(current_name(axis))


@lru_cache(maxsize=16)
def vocabulary(extension: Extension | None = None) -> Vocabulary:
    """The vocabulary of the taxonomy with this extension."""
    numbers: set[str] = set()
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
            if leaf is not None and leaf.concept.kind in NUMERIC:
                numbers.add(leaf.name)
    for items in extended(extension).by_part.values():
        numbers |= {each.leaf.name for each in items if each.leaf.concept.kind in NUMERIC}
    return Vocabulary(frozenset(numbers), typed)
