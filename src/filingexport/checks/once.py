"""What several rules look up in one filing, made once: an index over its texts, its names, its people."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from filingexport.checks.context import Context

T = TypeVar("T")


def once(make: Callable[[Context], T]) -> Callable[[Context], T]:
    """The same function, which makes its answer the first time it is asked about a filing."""
    made: WeakKeyDictionary[Context, T] = WeakKeyDictionary()

    @wraps(make)
    def ask(context: Context) -> T:
        if context not in made:
            made[context] = make(context)
        return made[context]

    return ask
