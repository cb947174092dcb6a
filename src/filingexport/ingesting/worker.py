"""The process that reads documents: a task is some of them in a row, its result a part written beside the others.

It notes before each document which one it takes up, where the one who waits for it sees it. So that one knows, when it dies
or takes too long, which document it was; and it changes nothing in the folder by itself but files that nobody looks at.
"""

from __future__ import annotations

import gc
import signal
from pathlib import Path

import pyarrow as pa

from filingexport.ingesting.desk import FINISHING, CouldNotWrite, Desk, Group, Result, Task
from filingexport.ingesting.gathered import Gathered, bound_memory
from filingexport.ingesting.layout import unfinished
from filingexport.ingesting.parts import write_part
from filingexport.ingesting.reading import Shelf


def work(desk: Desk) -> None:
    """Do tasks until there are no more; the body of the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who waits for us, and then ends us
    bound_memory()
    pa.set_cpu_count(1)  # there are as many of us as may be busy
    # Of the system, as the other pools give back what each part needs again.
    pa.set_memory_pool(pa.system_memory_pool())
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
            result = _done(task, shelf, desk, group)
            try:
                connection.send(result)
            except OSError:
                _forget(result, desk)
                raise
            gc.collect()
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return  # who waited for us is gone


def _forget(result: Result | CouldNotWrite, desk: Desk) -> None:
    """Delete what nobody is there to take in."""
    if isinstance(result, Result) and result.part is not None:
        for name in result.part.files():
            unfinished(Path(desk.folder), name, desk.mark).unlink(missing_ok=True)


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
