"""Work of several threads at the same moment."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any


def at_once(tasks: list[Callable[[], Any]]) -> list[Any]:
    """What these give, all at the same time, switched as often as can be."""
    gate = threading.Barrier(len(tasks))
    found: list[Any] = [None] * len(tasks)

    def run(number: int) -> None:
        gate.wait()
        try:
            found[number] = tasks[number]()
        except Exception as error:
            found[number] = error

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(tasks))]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    finally:
        sys.setswitchinterval(interval)
    return found
