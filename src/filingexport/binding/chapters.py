"""Where parts stand: the chapters of the taxonomy, and the places in them.

A chapter is a part that is declared as one (``role=True``), once for consolidated and once for non-consolidated
statements, as EDINET has it: where the members that hold it say. The year before is printed beside the year and is
no chapter of its own. What stands in one chapter as a part of one class is one place: it has one order there, one
set of sums, and the same items of the company's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from filingexport.binding.plan import PartField, Plan, RowsField, plan
from filingexport.declaring import frozen
from filingexport.model import item
from filingexport.model.item import Axis, Label


@frozen
class Chapter:
    """One chapter. key: its name in the taxonomy. label: its heading."""

    key: str
    label: Label


@frozen
class Place:
    """Where a part stands. path: the first path that leads there. chapter: the key of its chapter. part: its class."""

    path: str
    chapter: str
    part: str


_ROW: Final = re.compile(r"\.[0-9]+(?=\.|$)")


def without_rows(path: str) -> str:
    """The path without the numbers of rows."""
    return _ROW.sub("", path)


@frozen(eq=False)
class Standing:
    """All places of a model. chapters: in order, by key. paths: the place at the path of each part, without row numbers.
    tables: the typed axes of the tables that each path leads through.
    """

    chapters: dict[str, Chapter]
    paths: dict[str, Place]
    tables: dict[str, tuple[str, ...]]
    parts: dict[str, tuple[Place, ...]]
    """The places of each class, in the order of the model."""

    def named(self, part: str, places: Iterable[str]) -> tuple[Place, ...]:
        """The places of a class that these paths name, all where there are none; ValueError for a path that names none."""
        said = tuple(places)
        known = self.parts.get(part, ())
        if not said:
            return known
        strange = next((each for each in said if each not in {place.path for place in known}), None)
        if strange is not None:
            raise ValueError(strange)
        return tuple(each for each in known if each.path in said)

    def at(self, path: str) -> Place:
        """The place of the part at this path of an object, in which rows have their numbers."""
        return self.paths[without_rows(path)]


_Held = tuple[Axis, ...]


@cache
def standing(cls: type) -> Standing:
    """The places of this root class's parts."""
    holders: dict[type, dict[_Held, None]] = {}
    found: dict[str, tuple[Plan, Plan, _Held]] = {}  # path to the part, its chapter, and the members that hold that
    tables: dict[str, tuple[str, ...]] = {}

    def collect(at: Plan, path: str, chapter: Plan, held: _Held, members: _Held, rows: tuple[str, ...]) -> None:
        if at.info.role or not path:
            chapter, held = at, members
            holders.setdefault(at.cls, {})[members] = None
        found[path] = at, chapter, held
        tables[path] = rows
        for entry in at.entries:
            if isinstance(entry, RowsField) or (isinstance(entry, PartField) and entry.line is None):
                inner = members
                if isinstance(entry, PartField) and entry.member is not None:
                    inner = (*members, entry.member)
                here = f"{path}.{entry.attribute}" if path else entry.attribute
                below = (*rows, entry.axis) if isinstance(entry, RowsField) else rows
                collect(entry.plan, here, chapter, held, inner, below)

    root = plan(cls)
    collect(root, "", root, (), (), ())
    chapters: dict[str, Chapter] = {}
    paths: dict[str, Place] = {}
    first: dict[tuple[str, str], Place] = {}
    for path, (at, chapter, held) in found.items():
        several = len(holders[chapter.cls]) > 1
        named = _chapter(chapter, held if several else ())
        known = chapters.setdefault(named.key, named)
        if known != named:
            raise TypeError(f"two chapters are called {named.key}")
        part = at.cls.__name__
        paths[path] = first.setdefault((named.key, part), Place(path, named.key, part))
    parts: dict[str, dict[Place, None]] = {}
    for place in paths.values():
        parts.setdefault(place.part, {})[place] = None
    return Standing(chapters, paths, tables, {part: tuple(places) for part, places in parts.items()})


def _chapter(at: Plan, held: _Held) -> Chapter:
    words = "".join(item.camel(each.name.lower()) for each in held)
    english = ", ".join(each.label.en[:1].lower() + each.label.en[1:] for each in held)
    japanese = "・".join(each.label.ja for each in held)
    return Chapter(
        words + at.cls.__name__,
        Label(f"{at.info.en} ({english})", f"{at.info.ja}（{japanese}）") if held else Label(at.info.en, at.info.ja),
    )
