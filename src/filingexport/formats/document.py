"""What goes into a format and what comes out of it: the terms in which `registry` speaks to each of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from lxml import etree

from filingexport.declaring import frozen
from filingexport.findings import Finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, read_bytes
from filingexport.report import Report

if TYPE_CHECKING:  # the model is loaded only by what needs it
    from filingexport.binding.vocabulary import Vocabulary
    from filingexport.model.filing import Filing


@frozen
class OwnTaxonomy:
    """The company's extension, for the head of a document: its prefix, its namespace, where its schema lies."""

    prefix: str
    namespace: str
    schema_location: str


@frozen
class Document:
    """What a format writes: a filing and its facts, from one walk.

    name: what the names of its files begin with. schema_location: where, from the document, the taxonomy's entry
    point lies, beside the schema of its elements. own: the company's extension, which is then what the document refers to.
    inside: the format of the report in a report package; package makes the files of the taxonomy package it is too.
    """

    filing: Filing
    report: Report
    name: str
    schema_location: str
    own: OwnTaxonomy | None = None
    inside: str = ""
    package: Callable[[], Mapping[str, bytes]] = dict

    @property
    def entry_point(self) -> str:
        """The schema that the document refers to."""
        return self.schema_location if self.own is None else self.own.schema_location


Files = dict[str, bytes]
"""The files of one document, name to content, the one that is opened first."""


@frozen
class Parsed:
    """A document as read: its facts, what was noticed, which schemas it says its taxonomy is in.

    tree: the instance itself, where the document is one, for validation against XML Schema. names: of all elements in it that
    are facts, where the reader knows them all.
    """

    report: Report
    findings: tuple[Finding, ...]
    taxonomy: tuple[str, ...] = ()
    tree: etree._Element | None = None
    names: frozenset[str] | None = None


class Folder(Protocol):
    """What lies beside a document. Only plain relative names are ever looked up in it (see `is_plain`)."""

    def read(self, name: str) -> bytes | None:
        """The content of a file; None if there is none of this name. Raises FilingError for one that cannot be read."""

    def beside(self, name: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
        """The names of the files in the same folder as `name` whose last part matches, sorted."""

    def locate(self, address: str) -> str:
        """The name under which this folder has what lies at this address; the address itself if it has none."""


@frozen
class Source:
    """A document to read: its bytes, what messages call it, and what lies beside it."""

    data: bytes
    place: str
    folder: Folder


FindTaxonomy = Callable[[tuple[str, ...], Source], "Vocabulary"]
"""How a reader asks, with the schemas a document refers to, for the vocabulary of its taxonomy."""

_PART: Final = re.compile(r"[^./\\:\x00-\x1f\x7f][^/\\:\x00-\x1f\x7f]*")
MAX_PARTS: Final = 4


def is_plain(name: str) -> bool:
    """Whether this is a relative name of a file in the folder or one below: no way up, no drive, nothing hidden."""
    parts = name.split("/")
    return len(name) <= 500 and len(parts) <= MAX_PARTS and all(_PART.fullmatch(each) for each in parts)


@frozen
class Disk:
    """A folder on disk. What leads out of it, by name or by link, is not there."""

    path: Path
    limits: Limits = DEFAULT_LIMITS

    def read(self, name: str) -> bytes | None:
        """See `Folder`."""
        found = self.path / name
        if not is_plain(name) or not found.exists() or not self.holds(found):
            return None
        return read_bytes(found, self.limits)

    def beside(self, name: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
        """See `Folder`."""
        folder = (self.path / name).parent
        if not is_plain(name) or not folder.is_dir() or not self.holds(folder):
            return ()
        before = name.rpartition("/")[0] + "/" * ("/" in name)
        return tuple(sorted(before + each.name for each in folder.iterdir() if pattern.fullmatch(each.name)))

    def holds(self, path: Path) -> bool:
        """Whether this path, with all links followed, is in the folder."""
        return path.resolve().is_relative_to(self.path.resolve())

    def locate(self, address: str) -> str:
        """See `Folder`."""
        return address


@frozen
class Memory:
    """Files in memory, as a folder."""

    files: Mapping[str, bytes]

    def read(self, name: str) -> bytes | None:
        """See `Folder`."""
        return self.files.get(name)

    def beside(self, name: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
        """See `Folder`."""
        before = name.rpartition("/")[0] + "/" * ("/" in name)
        inside = (each for each in self.files if each.startswith(before))
        return tuple(sorted(each for each in inside if pattern.fullmatch(each.removeprefix(before))))

    def locate(self, address: str) -> str:
        """See `Folder`."""
        return address


EMPTY: Final = Memory({})
"""The folder of a document that is bytes alone."""
