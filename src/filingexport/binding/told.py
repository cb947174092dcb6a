"""Facts that a notice tells in several places.

This year's opening balance is last year's closing balance. Both are one and the same fact to XBRL, in one context; only
our own ids, the paths of fields, tell where each was printed. Where ids are not ours, a fact is told in every place
it fits.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache

from filingexport.binding.chapters import without_rows
from filingexport.binding.extended import Extended, line_of
from filingexport.binding.plan import ColumnLeaf, Leaf, ListLeaf, PartField, Plan, paths
from filingexport.report import Fact


def _leaf_at(plan: Plan, attribute: str) -> Leaf | None:
    for entry in plan.entries:
        if entry.attribute == attribute:
            match entry:
                case Leaf():
                    return entry
                case ListLeaf():
                    return entry.leaf
                case PartField():
                    return entry.line
                case _:
                    return None
    return None


def _places(line: PartField | None) -> int:
    """How many places a field is: each column of a line is one."""
    return 1 if line is None else sum(isinstance(each, ColumnLeaf) for each in line.plan.entries)


@cache
def _in_several_places(cls: type) -> frozenset[str]:
    found: Counter[str] = Counter()
    for part in paths(cls).values():
        for entry in part.entries:
            match entry:
                case Leaf():
                    found[entry.name] += 1
                case ListLeaf():
                    found[entry.leaf.name] += 1
                case PartField() if entry.line is not None:
                    found[entry.line.name] += _places(entry)
                case _:
                    pass
    return frozenset(name for name, places in found.items() if places > 1)


@lru_cache(maxsize=16)
def _own_in_several_places(cls: type, extension: Extended) -> frozenset[str]:
    own: Counter[str] = Counter()
    for path, part in paths(cls).items():
        added = len(extension.members(part, path))
        for each in extension.items(part, path):
            own[each.leaf.name] += _places(line_of(part, each)) + added
        for table in extension.tables(part, path):
            own.update(each.leaf.name for each in table.columns)
        if added:
            own.update({e.line.name: 2 for e in part.entries if isinstance(e, PartField) and e.line is not None})
    return frozenset(name for name, places in own.items() if places > 1)


class Told:
    """Where the facts of a filing of class `cls` with this extension are told.

    several: the concepts that have several places; of all others there is nothing to tell apart.
    """

    def __init__(self, cls: type, extension: Extended) -> None:
        self._cls = cls
        self._extension = extension
        self.several = _in_several_places(cls)
        if extension.names or extension.members_by_part:
            self.several |= _own_in_several_places(cls, extension)

    def elsewhere(self, fact: Fact, path: str) -> bool:
        """Whether the fact's id is another place of its concept than this one; rows do not matter."""
        if f"{fact.id}.".startswith(f"{path}."):
            return False
        place, here = without_rows(fact.id), without_rows(path)
        if place == here:
            return False
        slots = (place, place.rpartition(".")[0])  # text has its language at the end
        return here not in slots and fact.concept in (self._concept_at(slot) for slot in slots)

    def _concept_at(self, place: str) -> str | None:
        """The concept of the field at this path; None if there is no such field."""
        parts = paths(self._cls)
        part, _, name = place.rpartition(".")
        if part in parts:
            leaf = _leaf_at(parts[part], name)
            own = (each.leaf.name for each in self._extension.items(parts[part], part) if each.declared.name == name)
            return leaf.name if leaf is not None else next(own, None)
        outer, _, line = part.rpartition(".")  # a column of a line, or of a table of the company's own
        if outer not in parts or not line:
            return None
        tables = (each for each in self._extension.tables(parts[outer], outer) if each.declared.name == line)
        columns = (each.leaf.name for table in tables for each in table.columns if each.declared.name == name)
        return next(columns, None) or self._concept_at(part)
