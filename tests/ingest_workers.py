"""Bodies of reading processes that do to some documents what no reader should: for the tests of what then happens."""

from __future__ import annotations

import os
import signal
import time
from typing import Any

from filingexport.ingesting import gathered, worker
from filingexport.ingesting.desk import Desk


def _with(read: Any, desk: Desk) -> None:
    gathered.read = read  # type: ignore[attr-defined]
    worker.work(desk)


def killed(desk: Desk) -> None:
    """The process is killed over documents whose name holds "deadly", as by a system that is out of memory."""
    whole = gathered.read  # type: ignore[attr-defined]

    def read(place: Any, contents: Any, limits: Any) -> Any:
        if "deadly" in place.name:
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(place, contents, limits)

    _with(read, desk)


def endless(desk: Desk) -> None:
    """Documents whose name holds "endless" are never done."""
    whole = gathered.read  # type: ignore[attr-defined]

    def read(place: Any, contents: Any, limits: Any) -> Any:
        while "endless" in place.name:
            time.sleep(1)
        return whole(place, contents, limits)

    _with(read, desk)


def faulty(desk: Desk) -> None:
    """A fault of our own, and too little memory, over some documents."""
    whole = gathered.read  # type: ignore[attr-defined]

    def read(place: Any, contents: Any, limits: Any) -> Any:
        if "faulty" in place.name:
            raise KeyError("a fault")
        if "large" in place.name:
            raise MemoryError
        return whole(place, contents, limits)

    _with(read, desk)
