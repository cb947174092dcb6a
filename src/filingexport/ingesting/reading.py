"""One document to its facts, without objects: what is in it, and what it was made of."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from attrs import field, frozen

from filingexport.binding.versions import as_current, version_of, version_of_name
from filingexport.findings import FilingError, Finding, finding
from filingexport.formats import registry
from filingexport.formats.archive import Archive
from filingexport.formats.document import Disk, Folder, Source, is_plain
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, opening, read_bytes
from filingexport.formats.xbrl.columns import Columns, read_columns
from filingexport.ingesting.found import ARCHIVE_LIMITS, Place
from filingexport.report import Report
from filingexport.said import say
from filingexport.taxonomy.extension_location import beside

if TYPE_CHECKING:  # which loads the model
    from filingexport.binding.vocabulary import Vocabulary

_NEEDS_VOCABULARY: Final = ("json", "csv")
"""Formats in which only the taxonomy tells a number from a text; the others say all by themselves."""
_LOOKS: Final = {
    ".xml": re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?xbrl[\s>]"),
    ".json": re.compile(rb'/xbrl-(?:json|csv)"'),
    ".html": re.compile(rb"http://www\.xbrl\.org/20\d\d/inlineXBRL"),
}
"""What a file of a name that also others have must hold to be a document."""
_HEAD: Final = 1_000
_ROOT_OF_OTHERS: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?+(?:<\?xml [^<>]*+>\s*+)?+<(?:[A-Za-z_][\w.-]*+:)?+(?!xbrl[\s>])[A-Za-z]"
)
"""An XML document that plainly is something else: a linkbase, a manifest."""
_LOOKS[".htm"] = _LOOKS[".html"]


@frozen
class Contents:
    """The bytes of a document, and the folder that it stands in."""

    data: bytes
    folder: Watched

    def digest(self) -> str:
        """SHA-256 of the document and of what was read beside it, by name: two with one digest say the same."""
        whole = sha256(self.data)
        for name in sorted(self.folder.read_so_far):
            whole.update(name.encode() + b"\0" + self.folder.read_so_far[name])
        return whole.hexdigest()


@frozen
class Watched:
    """A folder that remembers what was read from it."""

    folder: Folder
    read_so_far: dict[str, bytes] = field(factory=dict)

    def read(self, name: str) -> bytes | None:
        """See `Folder`."""
        data = self.folder.read(name)
        if data is not None:
            self.read_so_far[name] = sha256(data).digest()
        return data

    def beside(self, name: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
        """See `Folder`."""
        return self.folder.beside(name, pattern)

    def locate(self, address: str) -> str:
        """See `Folder`."""
        return self.folder.locate(address)


@frozen
class _InArchive:
    """The folder of a document in an archive of many."""

    archive: Archive
    path: str

    def read(self, name: str) -> bytes | None:
        return self.archive.read(self.path + name) if is_plain(name) else None

    def beside(self, name: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
        before = name.rpartition("/")[0] + "/" * ("/" in name)
        start = self.path + before
        inside = (each.removeprefix(start) for each in self.archive.names if each.startswith(start))
        return tuple(before + each for each in inside if pattern.fullmatch(each))

    def locate(self, address: str) -> str:
        return address


class Shelf:
    """Opens documents; the archive it took the last one from stays open for the next."""

    def __init__(self, limits: Limits = DEFAULT_LIMITS) -> None:
        self.limits = limits
        self._archive: Archive | None = None
        self._file: BinaryIO | None = None

    def contents(self, place: Place) -> Contents:
        """The document at this place; raises FilingError."""
        if not place.member:
            path = Path(place.path)
            return Contents(read_bytes(path, self.limits), Watched(Disk(path.parent, self.limits)))
        archive = self._opened(place.path)
        data = archive.read(place.member)
        if data is None:
            raise FilingError(
                [finding("fx:unreadable", say("is no longer in its archive", "書庫の中にありません。"), place.name)]
            )
        head, slash, _ = place.member.rpartition("/")
        return Contents(data, Watched(_InArchive(archive, head + slash)))

    def _opened(self, path: str) -> Archive:
        if self._archive is None or self._archive.place != path:
            with opening(path):
                file = Path(path).open("rb")  # noqa: SIM115 - open as long as the archive is
            self.close()
            limits = Limits(
                file=self.limits.file, entries=ARCHIVE_LIMITS.entries,
                unpacked=ARCHIVE_LIMITS.unpacked, ratio=self.limits.ratio,
            )  # fmt: skip
            self._file = file
            self._archive = Archive(file, path, limits)
        return self._archive

    def close(self) -> None:
        """Close the archive that is open."""
        self._archive = None
        if self._file is not None:
            self._file.close()
            self._file = None


def may_be_document(place: Place) -> bool:
    """Whether the beginning of a file that was only found, and has a name that others have too, looks like a document's."""
    if place.asked or place.member or not place.path.lower().endswith(".xml"):
        return True
    try:
        # Not blocking, as a name may be that of a pipe.
        handle = os.open(place.path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            return _ROOT_OF_OTHERS.match(os.read(handle, _HEAD)) is None
        finally:
            os.close(handle)
    except (OSError, ValueError):
        return True  # told when it is opened


def is_document(place: Place, data: bytes) -> bool:
    """Whether a file that was only found looks like a document; one that was asked for always does."""
    if place.asked:
        return True
    name = place.member or place.path
    looks = _LOOKS.get(name[name.rfind(".") :].lower())
    return looks is None or looks.search(data) is not None


@frozen
class Read:
    """A document as read: to columns where it is an instance that looks as usual, else to a report.

    format: the name of its format. taxonomy: the schemas it refers to.
    """

    facts: Columns | Report
    format: str
    taxonomy: tuple[str, ...]
    findings: tuple[Finding, ...]


def read(place: Place, contents: Contents, limits: Limits = DEFAULT_LIMITS) -> Read:
    """The facts of this document, of other versions of the taxonomy in the names of this one; raises FilingError."""
    name = (place.member or place.path).rpartition("/")[2]
    form = registry.recognised(contents.data, name)
    source = Source(contents.data, name, contents.folder)
    told: list[Finding] = []
    if form is registry.DEFAULT:
        parsed = read_columns(contents.data, name, limits)
        if isinstance(parsed, Columns):
            if not any(map(version_of, parsed.spaces)):
                return Read(parsed, form.name, parsed.taxonomy, ())
            parsed = form.read(source, _Taxonomy(limits, told), limits)
        else:
            registry.bound(parsed, name, limits)
    else:
        parsed = form.read(source, _Taxonomy(limits, told), limits)
    report, versions = _current(parsed.report, name)
    return Read(report, form.name, parsed.taxonomy, (*parsed.findings, *versions, *told))


@frozen
class _Taxonomy:
    """The vocabulary of a document's taxonomy, for the formats in which only that tells a number from a text."""

    limits: Limits
    told: list[Finding]

    def __call__(self, locations: Sequence[str], holder: Source) -> Vocabulary:
        from filingexport.binding.vocabulary import vocabulary  # only for what needs it, as it loads the model

        if registry.recognised(holder.data, holder.place).name not in _NEEDS_VOCABULARY:
            return vocabulary()
        files = beside(locations, holder.folder)
        if not files:
            return vocabulary()
        from filingexport.taxonomy.extension_reader import read as read_extension  # only where there is one

        return vocabulary(read_extension(files, self.limits, self.told))


_CURRENT: Final[set[str]] = set()
"""Items that were seen and are of no other version of the taxonomy."""
_MOST: Final = 100_000


def _current(report: Report, place: str) -> tuple[Report, tuple[Finding, ...]]:
    """See `as_current`; the taxonomy is only asked where an item is of another version."""
    new = {fact.concept for fact in report.facts} - _CURRENT
    if any(map(version_of_name, new)):
        from filingexport.model.filing import Filing
        from filingexport.taxonomy.network import network

        return as_current(report, network(Filing).concepts.keys(), place)
    if len(_CURRENT) < _MOST:
        _CURRENT.update(new)
    return report, ()
