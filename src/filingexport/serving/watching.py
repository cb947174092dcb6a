"""When a source changes on disk: asked for every moment, by names, times and sizes of its files.

Asking works on every disk, also on one of a network, and with every editor, whether it writes a file in place or puts
another one there; a folder of a notice has some thirty files.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Final

EVERY: Final = 0.1
"""Seconds between two looks."""
SETTLED: Final = 0.05
"""Seconds for which nothing may change before a change counts as saved: editors write in several steps."""
PATIENCE: Final = 2.0
"""Seconds after which a source that never settles is read all the same."""
_YAML: Final = (".yaml", ".yml")

Snapshot = tuple[tuple[str, int, int, int], ...]
"""Name, time of change in nanoseconds, size and number of each file."""


def snapshot(source: Path) -> Snapshot:
    """The state of the files that this source is read from; what cannot be looked at is left out."""
    return tuple(sorted(_files(source)))


def _files(source: Path) -> list[tuple[str, int, int, int]]:
    if source.is_dir():
        return [each for each in _in(source) if each[0].endswith(_YAML)]
    # Beside a document lie its tables and its company's taxonomy, whose names begin as the document's or are below.
    stem = source.name.partition(".")[0]
    beside = [each for each in _in(source.parent) if each[0].startswith(stem)]
    return beside + [(f"taxonomy/{each[0]}", *each[1:]) for each in _in(source.parent / "taxonomy")]


def _in(folder: Path) -> list[tuple[str, int, int, int]]:
    found = []
    try:
        with os.scandir(folder) as entries:
            for each in entries:
                if each.is_file():
                    about = each.stat()
                    found.append((each.name, about.st_mtime_ns, about.st_size, about.st_ino))
    except OSError:  # taken away while it is looked at: the next look tells
        pass
    return found


def watch(source: Path, changed: Callable[[], None], stop: Event) -> None:
    """Call `changed` at once, and whenever the source has changed and settled, until `stop` is set.

    What is saved while `changed` runs is not lost: the source is compared with what it was before that.
    """
    known: Snapshot | None = None
    while not stop.is_set():
        now = snapshot(source)
        if now != known:
            known = now if known is None else _settled(source, now, stop)
            changed()
        stop.wait(EVERY)


def _settled(source: Path, now: Snapshot, stop: Event) -> Snapshot:
    until = monotonic() + PATIENCE
    while monotonic() < until and not stop.wait(SETTLED):
        before, now = now, snapshot(source)
        if now == before:
            break
    return now
