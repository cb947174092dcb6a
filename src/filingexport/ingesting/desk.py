"""What passes between a run and its processes; nothing here loads what takes long, as each begins with it."""

from __future__ import annotations

from collections.abc import Mapping
from multiprocessing.connection import Connection
from typing import Any, Final

from attrs import field, frozen

from filingexport.findings import Finding
from filingexport.formats.safe import Limits
from filingexport.ingesting.found import Place
from filingexport.ingesting.layout import Part

FINISHING: Final = -1
"""What a process is at when it writes the part."""


@frozen(eq=False)
class Group:
    """How filings say that a figure is of the group, or of the company alone; see `group`.

    axis: the dimension that says it. members: whether they are of the group. items: those that are of the group where no
    member says otherwise: it is the default, and goes without saying.
    """

    axis: str
    members: Mapping[str, bool]
    items: frozenset[str]


@frozen
class Known:
    """A document that is in the tables: what it was made of ("" where it could not be opened), and its part."""

    document: str
    beside: tuple[str, ...]
    part: str
    failed: bool = False


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
