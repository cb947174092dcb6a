"""What was read of a text before: a table says the same in many rows, a draft from day to day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")
MAX_LENGTH: Final = 200_000
"""Characters of a text that are read: far more than a chapter of a notice."""
_SHORT: Final = 12_000
_MANY: Final = 4_096


def remembered(read: Callable[[str], T]) -> Callable[[str], T]:
    """The same function of a text, that remembers short texts."""
    return _Memory(read).__getitem__


class _Memory(dict[str, T]):
    """What was read of short texts; a look-up is all that it takes the second time."""

    def __init__(self, read: Callable[[str], T]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> T:
        if len(text) > _SHORT:
            return self._read(text[:MAX_LENGTH])
        found = self._read(text)
        if len(self) >= _MANY:
            self.clear()
        self[text] = found
        return found
