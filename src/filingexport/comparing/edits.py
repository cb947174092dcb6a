"""The fewest pieces to take out of a list and to put in to have another: Myers' algorithm, with a bound on its work.

E. W. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1 (1986). The standard library's difflib takes
minutes for texts that a hostile, or merely a long, filing may hold.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import Final

from filingexport.declaring import frozen

MOST: Final = 1_500
"""Pieces taken out and put in between which matches are sought; of more, all between the common ends is exchanged."""


@frozen
class Stretch:
    """Pieces of both lists, by their bounds: either the same, or exchanged."""

    same: bool
    old_start: int
    old_end: int
    new_start: int
    new_end: int


def stretches(old: Sequence[Hashable], new: Sequence[Hashable], most: int = MOST) -> Iterator[Stretch]:
    """Both lists from beginning to end, in turns of what is the same and what is exchanged; none is empty."""
    start, shortest = 0, min(len(old), len(new))
    while start < shortest and old[start] == new[start]:
        start += 1
    back = 0
    while back < shortest - start and old[-1 - back] == new[-1 - back]:
        back += 1
    ends = len(old) - back, len(new) - back
    matches = [(0, 0, start)] if start else []
    inner = _matches(old[start : ends[0]], new[start : ends[1]], most)
    matches += [(start + one, start + other, size) for one, other, size in inner]
    at = other_at = 0
    for one, other, size in [*matches, (*ends, back)]:
        if (at, other_at) != (one, other):
            yield Stretch(False, at, one, other_at, other)
        if size:
            yield Stretch(True, one, one + size, other, other + size)
        at, other_at = one + size, other + size


def _matches(old: Sequence[Hashable], new: Sequence[Hashable], most: int) -> list[tuple[int, int, int]]:
    """Where pieces are the same: starts in both and how many; none where more than `most` pieces would be exchanged."""
    rows, columns = len(old), len(new)
    furthest = {1: 0}
    trace: list[dict[int, int]] = []
    for step in range(min(rows + columns, most) + 1):
        trace.append(
            dict(furthest) if step < 2 else {k: furthest[k] for k in range(-step - 1, step + 2) if k in furthest}
        )
        for diagonal in range(-step, step + 1, 2):
            down = diagonal == -step or (diagonal != step and furthest[diagonal - 1] < furthest[diagonal + 1])
            row = furthest[diagonal + 1] if down else furthest[diagonal - 1] + 1
            column = row - diagonal
            while row < rows and column < columns and old[row] == new[column]:
                row, column = row + 1, column + 1
            furthest[diagonal] = row
            if row >= rows and column >= columns:
                return _walked(trace, rows, columns)
    return []


def _walked(trace: list[dict[int, int]], rows: int, columns: int) -> list[tuple[int, int, int]]:
    """The way back from the end."""
    found: list[tuple[int, int, int]] = []
    row, column = rows, columns
    for step in range(len(trace) - 1, -1, -1):
        furthest, diagonal = trace[step], row - column
        down = diagonal == -step or (diagonal != step and furthest[diagonal - 1] < furthest[diagonal + 1])
        before = diagonal + 1 if down else diagonal - 1
        before_row = furthest[before] if step else 0
        before_column = before_row - before if step else 0
        start = (before_row if down else before_row + 1) if step else 0
        if row > start:
            found.append((start, start - diagonal, row - start))
        row, column = before_row, before_column
    return found[::-1]
