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

from filingexport.findings import FilingError, Finding, finding
from filingexport.formats.xbrl.columns import Columns
from filingexport.ingesting.columns import DOCUMENTS, FINDINGS, schema
from filingexport.ingesting.found import Place
from filingexport.ingesting.parts import Known, Made, Part, write_part
from filingexport.ingesting.reading import Contents, Shelf, is_document, may_be_document, read
from filingexport.ingesting.rows import Group, Rows, head_of, head_of_columns
from filingexport.said import say

MEMORY: Final = 4 << 30
"""Bytes of memory that a reading process may take; a document that needs more fails alone."""
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
    written, under names with this mark.
    """

    connection: Connection
    at: Any
    folder: str
    mark: str


def work(desk: Desk) -> None:
    """Do tasks until there are no more; the body of the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who waits for us, and then ends us
    _bound_memory()
    pa.set_cpu_count(1)  # there are as many of us as may be busy
    # Facts have no cycles; what little there is goes between tasks.
    gc.disable()
    gc.freeze()
    tasks(desk)


def tasks(desk: Desk) -> None:
    """The same, in a process that is as it is."""
    shelf, connection = Shelf(), desk.connection
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


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _done(task: Task, shelf: Shelf, desk: Desk, group: Group) -> Result | CouldNotWrite:
    gathered = Gathered(group)
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


class Gathered:
    """The rows of a part."""

    def __init__(self, group: Group) -> None:
        self.group = group
        self.years: dict[int, Rows] = {}
        self.documents: list[dict[str, Any]] = []
        self.findings: list[dict[str, Any]] = []

    def take(self, place: Place, shelf: Shelf, known: Known | None, lost: Finding | None) -> str:
        """Read a document. known: what the tables have of it. lost: why it must not be tried again."""
        contents: Contents | None = None
        try:
            if lost is not None:
                raise FilingError([lost])
            if not may_be_document(place):
                return "passed"
            contents = shelf.contents(place)
            if not is_document(place, contents.data):
                return "passed"
            return self._read(place, contents, known)
        except FilingError as error:
            findings = error.findings
        except MemoryError:
            findings = (
                finding(
                    "fx:limit",
                    say(
                        "needs more than {most} GB of memory to be read",
                        "読込みに{most}GBを超えるメモリが必要です。",
                        most=MEMORY >> 30,
                    ),
                ),
            )
        except RecursionError:
            findings = (finding("fx:limit", say("is nested too deep to be read", "入れ子が深すぎて読み込めません。")),)
        except Exception as error:  # a fault of ours in one document must not stop the others
            message = say(
                "could not be read because of a fault in this program ({fault})",
                "本製品の不具合により読み込めませんでした（{fault}）。",
                fault=f"{type(error).__name__}: {error}",
            )
            findings = (finding("fx:unreadable", message),)
        document = contents.digest() if contents is not None and lost is None else ""
        if known is not None and known.document == document:
            return "unchanged"
        beside = sorted(contents.folder.read_so_far) if contents is not None else []
        size = len(contents.data) if contents is not None else None
        self._document(place, document or None, findings, status="failed", beside=beside, bytes=size)
        return "failed"

    def _read(self, place: Place, contents: Contents, known: Known | None) -> str:
        if known is not None:
            for name in known.beside:
                contents.folder.read(name)
            if known.document == contents.digest():
                return "unchanged"
            contents.folder.read_so_far.clear()
        found = read(place, contents)
        document = contents.digest()
        facts = found.facts
        if isinstance(facts, Columns):
            head = head_of_columns(facts)
            self._rows(head.year).add_columns(place.name, document, facts, head)
            count = len(facts)
        else:
            head = head_of(facts)
            self._rows(head.year).add(place.name, document, facts, head)
            count = len(facts.facts)
        self._document(
            place, document, found.findings,
            beside=sorted(contents.folder.read_so_far), bytes=len(contents.data), format=found.format, status="read",
            entity_scheme=facts.entity.scheme, entity=facts.entity.identifier,
            company_en=head.company_en, company_ja=head.company_ja,
            fiscal_year=head.year, fiscal_year_start=head.start, fiscal_year_end=head.end,
            facts=count, taxonomy=list(found.taxonomy),
        )  # fmt: skip
        return "read"

    def _rows(self, year: int) -> Rows:
        rows = self.years.get(year)
        if rows is None:
            rows = self.years[year] = Rows(self.group)
        return rows

    def _document(self, place: Place, document: str | None, findings: tuple[Finding, ...], **said: Any) -> None:
        self.documents.append({"file": place.name, "document": document, "findings": len(findings), "facts": 0} | said)
        self.findings += [
            {
                "file": place.name,
                "code": each.code,
                "severity": each.severity.value,
                "message": each.message,
                "message_ja": each.said("ja"),
                "place": each.place or None,
            }
            for each in findings
        ]

    def made(self) -> Made:
        """The tables."""
        return Made(
            {year: rows.table() for year, rows in self.years.items() if len(rows)},
            pa.Table.from_pylist(self.documents, schema(DOCUMENTS)),
            pa.Table.from_pylist(self.findings, schema(FINDINGS)),
        )
