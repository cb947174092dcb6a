"""The state of a draft for those who look at it: set by the one thread that reads, told to all that listen."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from filingexport.declaring import frozen


@frozen(eq=False)
class State:
    """What is shown at one moment. number: counts the states. data: for the page's script, as JSON.

    page, policy: the document, and what it may do; empty while there is none.
    """

    number: int
    data: bytes
    page: bytes
    policy: str


class Board:
    """Holds the newest state."""

    def __init__(self, first: State) -> None:
        self._state = first
        self._closed = False
        self._lock = Lock()
        self._listeners: set[_Listener] = set()

    @property
    def state(self) -> State:
        """The newest state."""
        return self._state

    @property
    def closed(self) -> bool:
        """Whether there will be no other."""
        return self._closed

    def publish(self, state: State) -> None:
        """Set the state; from any thread."""
        with self._lock:
            self._state = state
            self._tell()

    def close(self) -> None:
        """Let all that listen go home; from any thread, and from what handles a signal."""
        self._closed = True
        self._tell()

    def _tell(self) -> None:
        for each in tuple(self._listeners):
            each.tell()

    @contextmanager
    def listening(self) -> Iterator[asyncio.Event]:
        """An event that is set whenever there is a new state; from a running loop."""
        listener = _Listener(asyncio.get_running_loop(), asyncio.Event())
        self._listeners.add(listener)
        try:
            yield listener.event
        finally:
            self._listeners.discard(listener)


@frozen(eq=False)
class _Listener:
    loop: asyncio.AbstractEventLoop
    event: asyncio.Event

    def tell(self) -> None:
        if not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self.event.set)
