"""The fewest pieces to take out of a list and to put in to have another: Myers' algorithm, with a bound on its work.

E. W. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1 (1986). The standard library's difflib takes
minutes for texts that a hostile, or merely a long, filing may hold.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from math import isqrt
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


class Effort:
    """The work that the texts of one comparison may take together: of what is left, each takes no more than a part."""

    def __init__(self, steps: int = 4 * MOST * MOST // 2) -> None:
        self.left = steps

    def bound(self, most: int) -> int:
        """Pieces that the next may take out and put in, at most as many as these."""
        return min(most, isqrt(max(self.left, 0) // 2))

    def spend(self, exchanged: int) -> None:
        """Note that so many pieces were."""
        self.left -= exchanged * exchanged // 2


def stretches(
    old: Sequence[Hashable], new: Sequence[Hashable], most: int = MOST, effort: Effort | None = None
) -> Iterator[Stretch]:
    """Both lists from beginning to end, in turns of what is the same and what is exchanged; none is empty."""
    start, shortest = 0, min(len(old), len(new))
    while start < shortest and old[start] == new[start]:
        start += 1
    back = 0
    while back < shortest - start and old[-1 - back] == new[-1 - back]:
        back += 1
    ends = len(old) - back, len(new) - back
    matches = [(0, 0, start)] if start else []
    inner = _matches(old[start : ends[0]], new[start : ends[1]], most, effort)
    matches += [(start + one, start + other, size) for one, other, size in inner]
    at = other_at = 0
    for one, other, size in [*matches, (*ends, back)]:
        if (at, other_at) != (one, other):
            yield Stretch(False, at, one, other_at, other)
        if size:
            yield Stretch(True, one, one + size, other, other + size)
        at, other_at = one + size, other + size


def _matches(
    old: Sequence[Hashable], new: Sequence[Hashable], most: int, effort: Effort | None
) -> list[tuple[int, int, int]]:
    """Where pieces are the same: starts in both and how many; none where more than `most` pieces would be exchanged."""
    rows, columns = len(old), len(new)
    most = min(rows + columns, most if effort is None else effort.bound(most))
    middle = most + 1
    furthest = [0] * (2 * most + 3)  # by diagonal, the first at `middle`
    trace: list[list[int]] = []
    try:
        for step in range(most + 1):
            trace.append(furthest[middle - step - 1 : middle + step + 2])
            for diagonal in range(-step, step + 1, 2):
                at = middle + diagonal
                left, right = furthest[at - 1], furthest[at + 1]
                row = right if diagonal == -step or (diagonal != step and left < right) else left + 1
                column = row - diagonal
                while row < rows and column < columns and old[row] == new[column]:
                    row, column = row + 1, column + 1
                furthest[at] = row
                if row >= rows and column >= columns:
                    return _walked(trace, rows, columns)
        return []
    finally:
        if effort is not None:
            effort.spend(len(trace))


def _walked(trace: list[list[int]], rows: int, columns: int) -> list[tuple[int, int, int]]:
    """The way back from the end."""
    found: list[tuple[int, int, int]] = []
    row, column = rows, columns
    for step in range(len(trace) - 1, -1, -1):
        furthest, diagonal = trace[step], row - column
        at = diagonal + step + 1
        down = diagonal == -step or (diagonal != step and furthest[at - 1] < furthest[at + 1])
        before = diagonal + 1 if down else diagonal - 1
        before_row = furthest[before + step + 1] if step else 0
        before_column = before_row - before if step else 0
        start = (before_row if down else before_row + 1) if step else 0
        if row > start:
            found.append((start, start - diagonal, row - start))
        row, column = before_row, before_column
    return found[::-1]
