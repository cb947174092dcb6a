"""Which row of one table is which of another: an officer who is put in is one new row, not a change in all that follow.

Rows are the same by what they say, else by what names them, else by how much they have in common; what is left over between
two rows that are matched is matched in order, where nothing tells it apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from typing import Any, Final

from filingexport.comparing.outline import Node
from filingexport.comparing.told import told
from filingexport.comparing.words import likeness
from filingexport.declaring import frozen

_MOST: Final = 40_000
"""Pairs of rows that are weighed: of more, those left over are matched in order."""
_ALIKE: Final = 0.4
"""Rows that have so much in common are one, where their names do not speak against it …"""
_NAMED_APART: Final = 0.8
"""… and so much where they have different names."""
_SPELLING: Final = 0.6
"""Names that are so alike are two spellings of one."""
_LONGEST_NAME: Final = 200
_LONGEST: Final = 20_000
"""Characters of a row that are weighed …"""
_WEIGHED: Final = 4_000_000
"""… and of all pairs of rows of a table: the more pairs, the less of each row."""


@frozen
class Pair:
    """A row of each table that are one; None on the side that has it not. moved: others overtook it."""

    old: Node | None
    new: Node | None
    moved: bool = False


def aligned(old: Sequence[Node], new: Sequence[Node]) -> list[Pair]:
    """The rows of both tables, in the order of the new one; what it has not stands after the row it stood after."""
    matched: dict[int, int] = {}  # of the old rows to those of the new
    _by(old, new, matched, lambda node: node.value)
    _by(old, new, matched, lambda node: (node.title.en, node.title.ja) if node.title is not None else None)
    _by_likeness(old, new, matched)
    _in_gaps(old, new, matched)
    return _in_order(old, new, matched)


def _left(size: int, taken: Any) -> list[int]:
    return [each for each in range(size) if each not in taken]


def _by(
    old: Sequence[Node], new: Sequence[Node], matched: dict[int, int], key: Callable[[Node], Hashable | None]
) -> None:
    """Match rows of one key, in order."""
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number in reversed(_left(len(new), set(matched.values()))):
        if (told_by := key(new[number])) is not None:
            places[told_by].append(number)
    for number in _left(len(old), matched):
        told_by = key(old[number])
        if told_by is not None and (found := places.get(told_by)):
            matched[number] = found.pop()


def _by_likeness(old: Sequence[Node], new: Sequence[Node], matched: dict[int, int]) -> None:
    rows, others = _left(len(old), matched), _left(len(new), set(matched.values()))
    if not rows or not others or len(rows) * len(others) > _MOST:
        return
    longest = min(_LONGEST, _WEIGHED // (len(rows) * len(others)))
    said = {id(node): _said(node, longest) for node in (*(old[each] for each in rows), *(new[each] for each in others))}
    weighed = []
    for row in rows:
        for other in others:
            weight = _common(said[id(old[row])], said[id(new[other])])
            if weight >= (_NAMED_APART if _named_apart(old[row], new[other]) else _ALIKE):
                weighed.append((-weight, abs(row - other), row, other))
    taken: set[int] = set()
    for _, _, row, other in sorted(weighed):
        if row not in matched and other not in taken:
            matched[row] = other
            taken.add(other)


def _said(node: Node, longest: int) -> Counter[tuple[str, str]]:
    """The words of a row by the field that they stand in. longest: characters that are looked at."""
    found: Counter[tuple[str, str]] = Counter()
    left = longest

    def collect(at: Node, path: str) -> None:
        nonlocal left
        if left <= 0:
            return
        if at.kind == "field":
            for each in told(at.value):
                if each.aspect in ("value", "text", "nothing"):
                    found.update((path, word) for word in each.raw[:left].split() or [each.raw[:left]])
                    for character in each.raw[:left] if not each.raw.isascii() else "":
                        found[path, character] += 1
                    left -= len(each.raw)
        for child in at.children():
            collect(child, path if at.kind == "rows" else f"{path}.{child.key}")

    collect(node, "")
    return found


def _common(one: Counter[tuple[str, str]], other: Counter[tuple[str, str]]) -> float:
    size = one.total() + other.total()
    return 2 * (one & other).total() / size if size else 0.0


def _named_apart(old: Node, new: Node) -> bool:
    if old.title is None or new.title is None or not old.title or not new.title:
        return False
    return max(_spelt(old.title.en, new.title.en), _spelt(old.title.ja, new.title.ja)) < _SPELLING


@lru_cache(maxsize=2_000)
def _letters(name: str) -> Counter[str]:
    return Counter(name)


def _spelt(one: str, other: str) -> float:
    """How alike two names are by their characters and words."""
    one, other = one[:_LONGEST_NAME], other[:_LONGEST_NAME]
    letters, others = _letters(one), _letters(other)
    size = letters.total() + others.total()
    by_letter = 2 * (letters & others).total() / size if size else 1.0
    return (by_letter + likeness(one, other)) / 2


def _in_gaps(old: Sequence[Node], new: Sequence[Node], matched: dict[int, int]) -> None:
    """Between two neighbours that are matched, as many rows on both sides, which no name tells apart, are the same rows."""
    rows, taken = _left(len(old), matched), set(matched.values())
    start = 0
    while start < len(rows):
        end = start
        while end + 1 < len(rows) and rows[end + 1] == rows[end] + 1:
            end += 1
        first = matched[rows[start] - 1] + 1 if rows[start] else 0
        last = first
        while last < len(new) and last not in taken:
            last += 1
        if last - first == end - start + 1:
            for row, other in zip(rows[start : end + 1], range(first, last), strict=True):
                if old[row].title is None or new[other].title is None or not _named_apart(old[row], new[other]):
                    matched[row] = other
                    taken.add(other)
        start = end + 1


def _in_order(old: Sequence[Node], new: Sequence[Node], matched: dict[int, int]) -> list[Pair]:
    by_new = {other: row for row, other in matched.items()}
    stays = _staying([by_new[other] for other in range(len(new)) if other in by_new])
    found: list[Pair] = []
    # What is gone stands after the row it stood after.
    gone: defaultdict[int, list[Node]] = defaultdict(list)
    before = -1
    for row in range(len(old)):
        if row in matched:
            before = row
        else:
            gone[before].append(old[row])
    found += [Pair(each, None) for each in gone[-1]]
    for other in range(len(new)):
        row = by_new.get(other, -2)
        found.append(Pair(old[row], new[other], row not in stays) if row >= 0 else Pair(None, new[other]))
        found += [Pair(each, None) for each in gone[row]] if row >= 0 else []
    return found


def _staying(rows: list[int]) -> set[int]:
    """The most rows that kept their order: the longest increasing subsequence."""
    ends: list[int] = []
    places: list[int] = []
    before: dict[int, int] = {}
    for row in rows:
        place = bisect_left(ends, row)
        if place:
            before[row] = ends[place - 1]
        ends[place : place + 1] = [row]
        places.append(place)
    kept: set[int] = set()
    at = ends[-1] if ends else None
    while at is not None:
        kept.add(at)
        at = before.get(at)
    return kept
