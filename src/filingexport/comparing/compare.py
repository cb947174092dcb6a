"""Two filings compared: each field that says another thing, once; rows of tables that came, went or moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final, Literal

from attrs import evolve

from filingexport.comparing.align import aligned
from filingexport.comparing.outline import Node, outline
from filingexport.comparing.told import AspectName, Told, apart, told
from filingexport.declaring import frozen
from filingexport.model.filing import Filing
from filingexport.said import Said, verbatim

ChangeKind = Literal["added", "removed", "changed", "moved"]
KINDS: Final[dict[ChangeKind, Said]] = {
    "added": Said("added", "追加"),
    "removed": Said("removed", "削除"),
    "changed": Said("changed", "変更"),
    "moved": Said("moved", "移動"),
}
"""What may have happened, and its name."""


@frozen
class Difference:
    """One thing that is said otherwise. before, after: None on the side that does not say it.

    below: of a part or row that came or went, the labels that lead from it to the field.
    """

    aspect: AspectName
    language: str
    before: Told | None
    after: Told | None
    below: tuple[Said, ...] = ()


@frozen
class Change:
    """A field, a part or a row that is not as it was.

    path: where it is in the new filing, in the old one for what is gone; old_path: where it was, "" for what is new.
    chapter: the labels that lead to its chapter. label: those that lead from there to it. apart: by how much a number changed.
    places: file and line in the old and in the new source, where there are such.
    """

    kind: ChangeKind
    path: str
    old_path: str
    chapter: tuple[Said, ...]
    label: tuple[Said, ...]
    differences: tuple[Difference, ...]
    apart: Said | None = None
    places: tuple[str, str] = ("", "")


def compare(
    old: Filing, new: Filing, places: tuple[Mapping[str, str], Mapping[str, str]] | None = None
) -> tuple[Change, ...]:
    """What changed from the old filing to the new one, in the order of the document; nothing exactly if they are equal.

    places: file and line of each field, by path, of both.
    """
    found = _compared(outline(old), outline(new), (), ())
    if places is None:
        return tuple(found)
    return tuple(evolve(each, places=_places(each, *places)) for each in found)


def _places(change: Change, old: Mapping[str, str], new: Mapping[str, str]) -> tuple[str, str]:
    before = _place(change.old_path, old) if change.old_path else ""
    return before, _place(change.path, new) if change.kind != "removed" else ""


def _place(path: str, places: Mapping[str, str]) -> str:
    while path and path not in places:
        path = path.rpartition(".")[0]
    return places.get(path, "")


_Labels = tuple[Said, ...]


def _compared(old: Node, new: Node, chapter: _Labels, label: _Labels) -> Iterator[Change]:
    if old.value == new.value and type(old.value) is type(new.value):
        return
    if old.kind != new.kind:
        yield _one("removed", old, chapter, label)
        yield _one("added", new, chapter, label)
    elif new.kind == "field":
        yield Change(
            "changed", new.path, old.path, chapter, label, tuple(_differences(old, new)),
            apart(old.value, new.value, new.negated),
        )  # fmt: skip
    elif new.kind == "rows":
        yield from _rows(old, new, chapter, label)
    else:
        yield from _part(old, new, chapter, label)


def _led(node: Node, chapter: _Labels, label: _Labels) -> tuple[_Labels, _Labels]:
    """The labels that lead to a node below this one."""
    said = node.label
    if node.title:  # a row is told by its name
        said = node.title
    if not node.chapter:
        return chapter, (*label, said)
    led = (*chapter, *label, said)
    # "Consolidated statements" says no more than "Consolidated statements (IFRS)" after it.
    told = [one for one, after in pairwise(led) if not (after.en.startswith(one.en) and after.ja.startswith(one.ja))]
    return (*told, said), ()


def _part(old: Node, new: Node, chapter: _Labels, label: _Labels) -> Iterator[Change]:
    before = {each.key: each for each in old.children()}
    after = {each.key: each for each in new.children()}
    for key in _merged(list(before), list(after)):
        one, other = before.get(key), after.get(key)
        here = other if other is not None else one
        assert here is not None
        led = _led(here, chapter, label)
        if one is not None and other is not None:
            yield from _compared(one, other, *led)
        elif other is not None:
            yield _one("added", other, *led)
        elif one is not None:
            yield _one("removed", one, *led)
    kept, order = [key for key in before if key in after], [key for key in after if key in before]
    if kept != order:
        yield _moved(new.path, old.path, chapter, label, ", ".join(kept), ", ".join(order))


def _merged(before: list[str], after: list[str]) -> list[str]:
    """The keys of both in order; those that only the old one has stand after the one they stood after."""
    found = list(after)
    place = 0
    for key in before:
        if key in after:
            place = found.index(key) + 1
        else:
            found.insert(place, key)
            place += 1
    return found


def _rows(old: Node, new: Node, chapter: _Labels, label: _Labels) -> Iterator[Change]:
    for pair in aligned(old.children(), new.children()):
        node = pair.new if pair.new is not None else pair.old
        assert node is not None
        number = verbatim(f"{node.key}")
        named = Said(f"{number.en} {node.title.en}", f"{number.ja} {node.title.ja}") if node.title else number
        led = (chapter, (*label, named))
        if pair.old is None:
            yield _one("added", node, *led)
        elif pair.new is None:
            yield _one("removed", node, *led)
        else:
            if pair.moved:
                yield _moved(pair.new.path, pair.old.path, *led, pair.old.key, pair.new.key)
            yield from _compared(pair.old, pair.new, *led)


def _moved(path: str, old_path: str, chapter: _Labels, label: _Labels, before: str, after: str) -> Change:
    was, now = (Told("place", "", each, verbatim(each)) for each in (before, after))
    return Change("moved", path, old_path, chapter, label, (Difference("place", "", was, now),))


def _one(kind: Literal["added", "removed"], node: Node, chapter: _Labels, label: _Labels) -> Change:
    """Something that is only in one filing, with all that it says."""
    differences = tuple(_contents(kind, node, ()))
    return Change(kind, node.path, "" if kind == "added" else node.path, chapter, label, differences)


def _contents(kind: Literal["added", "removed"], node: Node, below: _Labels) -> Iterator[Difference]:
    if node.kind == "field":
        for each in told(node.value, node.negated):
            if each.aspect in ("formatting", "accuracy"):
                continue  # what was not there did not change in these
            before, after = (None, each) if kind == "added" else (each, None)
            yield Difference(each.aspect, each.language, before, after, below)
    for child in node.children():
        if node.kind == "rows":
            title = child.title
            said = Said(f"{child.key} {title.en}", f"{child.key} {title.ja}") if title else verbatim(child.key)
        else:
            said = child.label
        yield from _contents(kind, child, (*below, said))


def _differences(old: Node, new: Node) -> Iterator[Difference]:
    before, after = _by_aspect(old), _by_aspect(new)
    found = 0
    keys = list(dict.fromkeys((*before, *after)))
    reworded = {key[1] for key in keys if key[0] == "text" and _raw(before.get(key)) != _raw(after.get(key))}
    for key in keys:
        one, other = before.get(key), after.get(key)
        if _raw(one) == _raw(other):
            continue
        if key[0] == "formatting" and key[1] in reworded:
            continue  # told by its text
        if key[0] in ("formatting", "accuracy") and (one is None or other is None):
            continue  # what was not there did not change in these
        found += 1
        yield Difference(key[0], key[1], one, other)
    if not found:
        names = (type(each.value).__name__ for each in (old, new))
        was, now = (Told("kind", "", each, verbatim(each)) for each in names)
        yield Difference("kind", "", was, now)


def _by_aspect(node: Node) -> dict[tuple[AspectName, str, int], Told]:
    found: dict[tuple[AspectName, str, int], Told] = {}
    for each in told(node.value, node.negated):
        number = 0
        while (each.aspect, each.language, number) in found:
            number += 1
        found[each.aspect, each.language, number] = each
    return found


def _raw(said: Told | None) -> str | None:
    return said.raw if said is not None else None
