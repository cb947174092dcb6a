"""Python's cyclic garbage collector, kept from running while many objects are made that stay.

Every few hundred new objects the collector looks for cycles among them, and now and then among all objects there are.
A reader makes tens of thousands of objects in a row, without cycles, and hands all of them back: looking through them
again and again finds nothing and takes up to a third of its time. Objects that nothing refers to any more go
at once all the same, by their reference counts.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_lock = threading.Lock()
_pauses = 0
_was_enabled = False
_ended = 0
_OFTEN: Final = 64
"""Pauses that may end while others go on, until the collector runs once all the same."""


@contextmanager
def collector_paused() -> Iterator[None]:
    """No cyclic garbage collection inside; also a decorator.

    The collector is one for the whole process. So it is the first pause of all threads that stops it, and the end of
    the last one that sets it going again, if it was going; pauses may be nested. Where threads relieve one another
    without an end, so that there is no last one, it runs once in a while all the same. A program that has stopped the collector itself
    finds it stopped afterwards.
    """
    global _pauses, _was_enabled, _ended
    with _lock:
        if _pauses == 0:
            _was_enabled = gc.isenabled()
            gc.disable()
            _ended = 0
        _pauses += 1
    try:
        yield
    finally:
        with _lock:
            _pauses -= 1
            _ended += 1
            overdue = _was_enabled and _pauses > 0 and _ended % _OFTEN == 0
            if _pauses == 0 and _was_enabled:
                gc.enable()
        if overdue:
            gc.collect()
