"""Which documents there are: files, those of folders and patterns, and those in zip archives."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path
from typing import Final

from attrs import frozen

from filingexport.findings import FilingError, Finding, finding
from filingexport.formats.archive import Archive
from filingexport.formats.registry import FORMATS
from filingexport.formats.safe import Limits, opening
from filingexport.said import say

ARCHIVE_LIMITS: Final = Limits(file=1 << 62, entries=200_000, unpacked=1 << 62)
"""Of an archive of many filings, which is read where it lies; each file in it has the bounds of any document."""
_PACKAGE: Final = "META-INF/reportPackage.json"
_TABLES: Final = ".csv"
"""Tables of xBRL-CSV are read with the metadata file that names them, never by themselves."""
_SUFFIXES: Final = tuple(sorted({each for form in FORMATS for each in form.suffixes} - {_TABLES}))
_ARCHIVE: Final = ".zip"


@frozen(order=True)
class Place:
    """Where a document is: a file, by its absolute path, or a member of an archive.

    asked: the file was named, and not only found in a folder, so that it is read whatever it looks like. size: bytes.
    """

    path: str
    member: str = ""
    asked: bool = False
    size: int = 0

    @property
    def name(self) -> str:
        """What the document is called in the tables: its path, and after ``!`` its name in the archive."""
        return f"{self.path}!{self.member}" if self.member else self.path


@frozen
class Found:
    """The documents in the order of their names, each once, and what could not be looked into."""

    documents: tuple[Place, ...]
    findings: tuple[Finding, ...]


def find(given: Sequence[str | Path]) -> Found:
    """The documents in these files, folders, patterns (``2026/**/*.xbrl``) and archives.

    In folders and archives only files whose names end as documents do are taken. Links to folders are not followed.
    """
    places: dict[str, Place] = {}
    findings: list[Finding] = []
    for each in given:
        try:
            for place in _within(str(each)):
                places.setdefault(place.name, place)
        except FilingError as error:
            findings += error.findings
    return Found(tuple(places[name] for name in sorted(places)), tuple(findings))


TASK_DOCUMENTS: Final = 1_000
TASK_BYTES: Final = 32_000_000
"""A task is so many files in the order of their names, or so many bytes of them, whichever is less: a bound of the
memory of a process, of what a stopped run loses, and, whatever the number of processes, the same parts."""


def batches(places: Sequence[Place], most: int, most_bytes: int) -> Iterator[tuple[Place, ...]]:
    """The places in their order, in tasks of at most so many files and bytes; a larger file is a task of its own."""
    batch: list[Place] = []
    size = 0
    for place in places:
        if batch and (len(batch) == most or size + place.size > most_bytes):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(place)
        size += place.size
    if batch:
        yield tuple(batch)


def _within(given: str) -> Iterator[Place]:
    path = Path(given)
    if path.is_dir():
        yield from _files(_walk(path), False)
    elif not path.exists() and has_magic(given):
        matches = sorted(glob(given, recursive=True))
        if not matches:
            raise FilingError(
                [finding("fx:unreadable", say("the pattern matches no file", "該当するファイルがありません。"), given)]
            )
        yield from _files((Path(each) for each in matches if Path(each).is_file()), False)
    else:
        yield from _files([path], True)


def _walk(folder: Path) -> Iterator[Path]:
    for holder, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(holder, name)


def _files(paths: Iterable[Path], asked: bool) -> Iterator[Place]:
    for path in paths:
        name = path.name.lower()
        if name.endswith(_ARCHIVE):
            yield from _archive(path)
        elif asked or name.endswith(_SUFFIXES):
            yield Place(os.path.abspath(path), "", asked, _size(path))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # told when it is opened


def _archive(path: Path) -> Iterator[Place]:
    whole = os.path.abspath(path)
    with opening(whole):
        opened = path.open("rb")
    try:
        with opened as file:
            archive = Archive(file, whole, ARCHIVE_LIMITS)
            members = {name: archive.size(name) for name in archive.in_order}
    except FilingError:
        yield Place(whole, "", True, 0)  # the table says what is wrong with it
        return
    if any(name.partition("/")[2] == _PACKAGE for name in members):
        yield Place(whole, "", True, _size(path))
        return
    for name, size in members.items():
        if name.lower().endswith(_SUFFIXES) and not re.search(r"(?:^|/)[.]", name):
            yield Place(whole, name, False, size)
