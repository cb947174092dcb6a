"""The process that reads documents: a task is some of them in a row, its result a part written beside the others.

It notes before each document which one it takes up, where the one who waits for it sees it. So that one knows, when it dies
or takes too long, which document it was; and it changes nothing in the folder by itself but files that nobody looks at.
"""

from __future__ import annotations

import gc
import signal
from collections.abc import Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
from attrs import field, frozen

from filingexport.findings import Finding
from filingexport.formats.safe import Limits
from filingexport.ingesting.found import Place
from filingexport.ingesting.gathered import Gathered, bound_memory
from filingexport.ingesting.parts import Known, Part, write_part
from filingexport.ingesting.reading import Shelf
from filingexport.ingesting.rows import Group

FINISHING: Final = -1
"""What a process is at when it writes the part."""


@frozen
class Task:
    """Documents to read. known: those that are in the tables. lost: why some must not be tried again, by position."""

    number: int
    places: tuple[Place, ...]
    known: Mapping[str, Known]
    lost: Mapping[int, Finding] = field(factory=dict)


@frozen
class Result:
    """What came of a task. part: None where nothing is new. unchanged, passed: documents that were in the tables already,
    and files that are no documents. replaced: documents of which the tables have an older state.
    """

    number: int
    part: Part | None
    unchanged: int
    passed: int
    replaced: tuple[str, ...]


@frozen
class CouldNotWrite:
    """The part could not be written: there is no room, or no right to."""

    message: str


@frozen
class Desk:
    """What a process is given to do its tasks with. connection: what the `Group` and then tasks come from, and results go
    to. at: a number that others see: the position of the document that it is at, or `FINISHING`. folder: where parts are
    written, under names with this mark. limits: of each document.
    """

    connection: Connection
    at: Any
    folder: str
    mark: str
    limits: Limits


def work(desk: Desk) -> None:
    """Do tasks until there are no more; the body of the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who waits for us, and then ends us
    bound_memory()
    pa.set_cpu_count(1)  # there are as many of us as may be busy
    # Facts have no cycles; what little there is goes between tasks.
    gc.disable()
    gc.freeze()
    tasks(desk)


def tasks(desk: Desk) -> None:
    """The same, in a process that is as it is."""
    shelf, connection = Shelf(desk.limits), desk.connection
    group: Group | None = None
    while True:
        try:
            group = group or connection.recv()
            assert group is not None
            task: Task | None = connection.recv()
            if task is None:
                return
            connection.send(_done(task, shelf, desk, group))
            gc.collect()
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return  # who waited for us is gone


def _done(task: Task, shelf: Shelf, desk: Desk, group: Group) -> Result | CouldNotWrite:
    gathered = Gathered(group, desk.limits)
    unchanged = passed = 0
    replaced: list[str] = []
    for position, place in enumerate(task.places):
        desk.at.value = position
        name = place.name
        known = task.known.get(name)
        came = gathered.take(place, shelf, known, task.lost.get(position))
        if came == "unchanged":
            unchanged += 1
        elif came == "passed":
            passed += 1
        elif known is not None:
            replaced.append(name)
    desk.at.value = FINISHING
    shelf.close()
    if not gathered.documents:
        return Result(task.number, None, unchanged, passed, ())
    try:
        part = write_part(Path(desk.folder), gathered.made(), desk.mark)
    except OSError as error:
        return CouldNotWrite(error.strerror or str(error))
    return Result(task.number, part, unchanged, passed, tuple(replaced))
