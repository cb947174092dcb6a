"""A run: documents are found, dealt out in tasks to processes, and what they give is taken in, a part at a time."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Final

from attrs import define, evolve, field, frozen

from filingexport.findings import FilingError, Finding, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.ingesting.desk import FINISHING, CouldNotWrite, Desk, Known, Result, Task
from filingexport.ingesting.found import TASK_BYTES, TASK_DOCUMENTS, Place, batches, find
from filingexport.ingesting.process import begin
from filingexport.ingesting.store import Store, opened
from filingexport.said import Said, say, verbatim

SECONDS: Final = 60.0
"""How long one document may take."""
_FINISHING_SECONDS: Final = 600.0
_WAIT: Final = 0.5


@frozen
class Ingested:
    """What a run did. documents: found, without what is none. read, failed: those that are new in the tables. unchanged: those that were in them
    already. passed: files that only have the names of documents. facts: of those read. failing: documents of the tables that could not be
    read, now or before. findings: on what could not be looked into for documents at all. seconds: how long it took.
    """

    documents: int
    read: int
    failed: int
    unchanged: int
    passed: int
    facts: int
    failing: int
    findings: tuple[Finding, ...]
    seconds: float


@define
class Tally:
    """How far a run is."""

    documents: int
    done: int = 0
    read: int = 0
    failed: int = 0
    unchanged: int = 0
    passed: int = 0
    facts: int = 0
    started: float = field(factory=time.monotonic)

    @property
    def seconds(self) -> float:
        """Since it began."""
        return time.monotonic() - self.started


def ingest(
    given: Sequence[str | Path],
    output: Path,
    *,
    jobs: int | None = None,
    seconds: float = SECONDS,
    retry: bool = False,
    limits: Limits = DEFAULT_LIMITS,
    progress: Callable[[Tally], None] = lambda _: None,
) -> Ingested:
    """Read the documents in these files, folders, patterns and archives into the tables in the folder `output`.

    A document that is in the tables and has not changed since is not read again; one that has changed replaces its rows.
    What cannot be read is in the findings of the tables. jobs: how many processes read (default: one a core). seconds: how
    long one document may take. retry: read again what failed before. limits: of one document, but `seconds`. progress: is told how far the run is, now and then.
    Raises FilingError where the folder cannot be written, or belongs to something else; ModuleNotFoundError without Arrow.
    """
    if find_spec("pyarrow") is None:  # which is not loaded before the processes have been started
        raise ModuleNotFoundError("No module named 'pyarrow'", name="pyarrow")
    found = find(given)
    tally = Tally(len(found.documents))
    with opened(output) as store:
        dealt = tuple(batches(found.documents, TASK_DOCUMENTS, TASK_BYTES))
        run = _Run(store, seconds, limits, tally, progress)
        try:
            run.start(min(len(dealt), max(1, jobs or os.cpu_count() or 1)))
            run.go(dealt, retry)
        finally:
            run.end()
        failing = sum(part.failed for part in store.parts.values())
    return Ingested(
        tally.documents - tally.passed, tally.read, tally.failed, tally.unchanged, tally.passed, tally.facts, failing,
        found.findings, tally.seconds,
    )  # fmt: skip


def _unwritten(why: str) -> Said:
    return say(
        "cannot be written: {why}; what was read until now is kept, run it again",
        "書き込めません（{why}）。読込み済みの内容は保存されています。再度実行してください。",
        why=why,
    )


@define(eq=False)
class _Reader:
    """A process, what it does, and since when."""

    process: Any
    connection: Connection
    at: Any
    task: Task | None = None
    position: int = FINISHING
    since: float = 0.0


class _Run:
    def __init__(
        self, store: Store, seconds: float, limits: Limits, tally: Tally, progress: Callable[[Tally], None]
    ) -> None:
        self.store = store
        self.known: Mapping[str, Known] = {}
        self.seconds = seconds
        self.limits = limits
        self.tally = tally
        self.progress = progress
        self.readers: list[_Reader] = []
        self.context = get_context("spawn")
        self.mark = f"{os.getpid()}-{time.monotonic_ns()}"
        self.lost_in_writing: set[int] = set()

    def start(self, processes: int) -> None:
        """Start the processes, each of which takes a while until it is there."""
        for _ in range(processes):
            self.readers.append(self.reader())

    def go(self, dealt: Sequence[tuple[Place, ...]], retry: bool) -> None:
        """Read these documents, dealt out in tasks. retry: see `ingest`."""
        known = self.store.documents()
        if retry:
            known = {name: evolve(each, document="") if each.failed else each for name, each in known.items()}
        self.known = known
        tasks = deque(
            Task(number, batch, {each.name: known[each.name] for each in batch if each.name in known})
            for number, batch in enumerate(dealt)
        )
        left = len(tasks)
        for reader in self.readers:
            self.greet(reader)
        self.deal(tasks)
        self.store.write_concepts()  # while they read, as it takes a while
        while left:
            self.deal(tasks)
            self.progress(self.tally)
            ready = set(wait([reader.connection for reader in self.readers if reader.task is not None], _WAIT))
            for reader in list(self.readers):
                if reader.connection in ready:
                    left -= self.hear(reader, tasks)
                elif reader.task is not None and self.is_late(reader):
                    reader.process.kill()
                    self.lose(
                        reader,
                        tasks,
                        say(
                            "took more than {most:g} seconds to read, and was stopped",
                            "読込みが{most:g}秒を超えたため中止しました。",
                            most=self.seconds,
                        ),
                    )
        self.progress(self.tally)

    def is_late(self, reader: _Reader) -> bool:
        """Whether it has been at the same document for too long."""
        position = reader.at.value
        if position != reader.position:
            reader.position, reader.since = position, time.monotonic()
        most = self.seconds if position != FINISHING else max(self.seconds, _FINISHING_SECONDS)
        return time.monotonic() - reader.since > most

    def reader(self) -> _Reader:
        ours, theirs = self.context.Pipe()
        at = self.context.Value("q", FINISHING, lock=False)
        desk = Desk(theirs, at, str(self.store.folder), self.mark, self.limits)
        process = self.context.Process(target=begin, args=(desk,), daemon=True)
        process.start()
        theirs.close()
        return _Reader(process, ours, at)

    def greet(self, reader: _Reader) -> None:
        """Tell a new process what it must know before any task."""
        from filingexport.ingesting.group import group

        with suppress(BrokenPipeError, ConnectionResetError):
            reader.connection.send(group())

    def deal(self, tasks: deque[Task]) -> None:
        """Give each process that has none the next task."""
        for reader in self.readers:
            if reader.task is None and tasks:
                self.give(reader, tasks.popleft())

    def give(self, reader: _Reader, task: Task) -> None:
        reader.at.value = FINISHING
        reader.task, reader.position, reader.since = task, FINISHING, time.monotonic()
        with suppress(BrokenPipeError, ConnectionResetError):  # it has died; its end of the pipe says so
            reader.connection.send(task)

    def hear(self, reader: _Reader, tasks: deque[Task]) -> int:
        """Take what a process says; returns how many tasks are done by it."""
        try:
            said = reader.connection.recv()
        except (EOFError, ConnectionResetError, BrokenPipeError):
            reader.process.join()
            status = reader.process.exitcode
            how = verbatim(f"signal {-status}" if status and status < 0 else f"status {status}")
            self.lose(
                reader,
                tasks,
                say(
                    "ended the process that read it ({how}): it may need more memory than there is",
                    "読み込んでいたプロセスが終了しました（{how}）。メモリが不足している可能性があります。",
                    how=how,
                ),
            )
            return 0
        if isinstance(said, CouldNotWrite):
            message = _unwritten(said.message)
            raise FilingError([finding("fx:unreadable", message, str(self.store.folder))])
        self.take(said)
        reader.task = None
        return 1

    def lose(self, reader: _Reader, tasks: deque[Task], why: Said) -> None:
        """A process is gone: its task is done again by another, without the document that it was at."""
        self.readers.remove(reader)
        reader.connection.close()
        reader.process.join()
        task, position = reader.task, reader.at.value
        assert task is not None
        if position != FINISHING:
            task = evolve(task, lost={**task.lost, position: finding("fx:limit", why)})
        elif task.number in self.lost_in_writing:
            message = say(
                "the process that writes into it ends again and again: {why}",
                "書き込むプロセスが繰り返し終了します：{why}",
                why=why,
            )
            raise FilingError([finding("fx:unreadable", message, str(self.store.folder))])
        else:
            self.lost_in_writing.add(task.number)
        tasks.appendleft(task)
        self.readers.append(self.reader())
        self.greet(self.readers[-1])

    def take(self, result: Result) -> None:
        """Take in a part."""
        tally, part = self.tally, result.part
        tally.unchanged += result.unchanged
        tally.passed += result.passed
        tally.done += result.unchanged + result.passed
        if part is None:
            return
        leaving: dict[str, set[str]] = {}
        for name in result.replaced:
            leaving.setdefault(self.known[name].part, set()).add(name)
        try:
            self.store.add(part, self.mark, leaving)
        except OSError as error:
            message = _unwritten(error.strerror or str(error))
            raise FilingError([finding("fx:unreadable", message, str(self.store.folder))]) from None
        tally.done += part.documents
        tally.read += part.documents - part.failed
        tally.failed += part.failed
        tally.facts += part.facts

    def end(self) -> None:
        """Let no process outlive the run."""
        for reader in self.readers:
            if reader.task is not None:
                reader.process.kill()
            else:
                with suppress(BrokenPipeError, ConnectionResetError):
                    reader.connection.send(None)
            reader.process.join()
            reader.connection.close()
