"""The texts of a notice in the order in which they are read: that of the fields of each part, parts among them."""

from __future__ import annotations

from filingexport.checks.context import At, Context, Passage
from filingexport.checks.once import once

Key = tuple[int, ...]


@once
def in_order(context: Context) -> list[Passage]:
    """Every text, in the order of the document."""
    keys: dict[int, Key] = {}
    places: dict[type, dict[str, int]] = {}

    def key(at: At) -> Key:
        found = keys.get(id(at))
        if found is None:
            found = () if at.parent is None else (*key(at.parent), _place(places, at), at.row or 0)
            keys[id(at)] = found
        return found

    def of(passage: Passage) -> Key:
        entries = places.get(passage.at.plan.cls)
        if entries is None:
            entries = places[passage.at.plan.cls] = _entries(passage.at)
        return (*key(passage.at), entries.get(passage.leaf.attribute, len(entries)))

    return sorted(context.passages, key=of)  # those of one field stay in their order


def _entries(at: At) -> dict[str, int]:
    return {each.attribute: number for number, each in enumerate(at.plan.entries)}


def _place(places: dict[type, dict[str, int]], at: At) -> int:
    assert at.parent is not None
    assert at.entry is not None
    entries = places.get(at.parent.plan.cls)
    if entries is None:
        entries = places[at.parent.plan.cls] = _entries(at.parent)
    return entries.get(at.entry.attribute, 0)
