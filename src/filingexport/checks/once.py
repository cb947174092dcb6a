"""What several rules look up in one filing, made once: an index over its texts, its names, its people."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from filingexport.checks.context import Context

T = TypeVar("T")


def once(make: Callable[[Context], T]) -> Callable[[Context], T]:
    """The same function, which makes its answer the first time it is asked about a filing (see `Context.once`)."""

    @wraps(make)
    def ask(context: Context) -> T:
        return context.once(make)

    return ask
