"""What a process makes once, whichever thread asks for it first.

`functools.cache` lets two threads that ask at the same time each make their own; where others compare by identity, as they
do the plan of a class, or where making changes something, as completing a class does, there must be one.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from typing import Any, Final, TypeVar

__all__ = ["MAKING", "once"]

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

MAKING: Final = RLock()
"""Held while such a thing is made. One for all, so that no two threads can wait for each other; making one may make others."""


class _Made(dict[Any, Any]):
    """What was made, by what it was made of: looking it up is one step of C."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        self._make = make

    def __missing__(self, key: Any) -> Any:
        with MAKING:
            if key not in self:
                self[key] = self._make(key)
            return self[key]


def once(make: Callable[[_Key], _Value]) -> Callable[[_Key], _Value]:
    """`functools.cache` for a function of one argument of which two threads never get two results."""
    return _Made(make).__getitem__
