"""The manifest: name, size and SHA-256 of every file that a filing is."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from attrs import field, frozen

from filingexport.examination import opened
from filingexport.findings import FilingError, Finding, finding
from filingexport.formats.archive import Archive
from filingexport.formats.document import Disk, Source, is_plain
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, read_bytes
from filingexport.names import ARCHIVE
from filingexport.said import Said, say

_STANDARD: Final = re.compile(r"filingexport-\d{4}-\d\d-\d\d[a-z-]*\.(?:xsd|xml)")
"""What the files of the standard taxonomy, of any version, are called."""


@frozen(order=True)
class Digest:
    """One file. name: from the folder that the document lies in, or from the top of the package; size: bytes."""

    name: str
    size: int
    sha256: str


@frozen
class Manifest:
    """All files of a filing.

    document: the name of what was signed, a file or a folder. files: it and what lies beside it, or what is in the folder.
    folders: those of which every file is in `files`, so that one more is seen. inside: what a package holds.
    """

    document: str
    files: tuple[Digest, ...]
    folders: tuple[str, ...] = ()
    inside: tuple[Digest, ...] = ()


def digest(name: str, data: bytes) -> Digest:
    """The digest of this content."""
    return Digest(name, len(data), hashlib.sha256(data).hexdigest())


def manifest(path: Path, limits: Limits = DEFAULT_LIMITS) -> Manifest:
    """What is at this path: a package with all it holds, a document with what it is made of and its taxonomy, a folder.

    A document is read, to find what it refers to beside it: its tables, its extension, its taxonomy. Raises FilingError for what
    cannot be read, is beyond the limits, or has a name that cannot be kept.
    """
    if path.is_dir():
        return Manifest(path.resolve().name, tuple(_digests(path, _walked(path, "", limits), limits)), ("",))
    data = read_bytes(path, limits)
    whole = digest(path.name, data)
    if data.startswith(ARCHIVE):
        return Manifest(path.name, (whole,), (), _inside(data, path.name, limits))
    names, folders = _beside(path, data, limits)
    return Manifest(path.name, (whole, *_digests(path.parent, names, limits)), folders)


def _inside(data: bytes, place: str, limits: Limits) -> tuple[Digest, ...]:
    archive = Archive(data, place, limits)
    return tuple(digest(name, archive.read(name) or b"") for name in archive.names)


@frozen
class _Remembering(Disk):
    """A folder that remembers what was read of it."""

    asked: list[str] = field(factory=list)

    def read(self, name: str) -> bytes | None:
        found = Disk.read(self, name)
        if found is not None:
            self.asked.append(name)
        return found

    def beside(self, name: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
        return Disk.beside(self, name, pattern)


def _beside(path: Path, data: bytes, limits: Limits) -> tuple[list[str], tuple[str, ...]]:
    """The names of what belongs to a document, and the folders that belong to it whole."""
    folder = _Remembering(path.parent, limits)
    document = opened(Source(data, path.name, folder), None, limits)
    names = set(folder.asked)
    folders: set[str] = set()
    for location in document.parsed.taxonomy:
        held = location.rpartition("/")[0]
        if not is_plain(location) or not folder.holds(path.parent / location):
            continue  # an address: what lies there is no part of the filing
        if held:
            folders.add(held)
        else:  # the taxonomy stands among other things
            names |= (
                {location, *folder.beside(path.name, _STANDARD)} if folder.path.joinpath(location).is_file() else set()
            )
    for each in sorted(folders):
        names |= set(_walked(path.parent, each, limits))
    return sorted(names - {path.name}), tuple(sorted(folders))


def _walked(top: Path, folder: str, limits: Limits) -> list[str]:
    """The names, from `top`, of all files in a folder and below; raises FilingError for what is no file."""
    found: list[str] = []

    def unreadable(error: OSError) -> None:
        raise FilingError([finding("fx:unreadable", Said(str(error.strerror), ""), str(error.filename))])

    start = top / folder
    for here, below, names in os.walk(start, onerror=unreadable):
        for each in (*below, *names):
            path = Path(here) / each
            name = path.relative_to(top).as_posix()
            mode = path.lstat().st_mode
            if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) or (each in names and not _is_kept(name)):
                raise FilingError(
                    [
                        finding(
                            "fx:signature",
                            say(
                                "is a link, or no file, or has a name that is hidden or not portable; take it out of the folder",
                                "リンク若しくは通常のファイルでないもの、又は隠しファイルなど移植性のない名前です。フォルダから除いてください。",
                            ),
                            str(path),
                        )
                    ]
                )
            if each in names:
                found.append(name)
            if len(found) > limits.entries:
                message = say(
                    "holds more than {most:,} files",
                    "含まれるファイルが{most:,}個を超えています。",
                    most=limits.entries,
                )
                raise FilingError([finding("fx:limit", message, str(start))])
    return sorted(found)


_PART: Final = re.compile(r"[^./\\:\x00-\x1f\x7f][^/\\:\x00-\x1f\x7f]*")
_LONGEST: Final = 500


def _is_kept(name: str) -> bool:
    """Whether this is a name in the folder: no way up, no drive, nothing hidden, and text that can be written."""
    return (
        0 < len(name) <= _LONGEST
        and all(_PART.fullmatch(each) for each in name.split("/"))
        and name.isprintable()  # nor half a character, of a name that is no Unicode
    )


def is_sound(given: Manifest) -> bool:
    """Whether all names of a manifest that others made are names within the folder."""
    every = [*(each.name for each in given.files), *(each for each in given.folders if each)]
    return all(map(_is_kept, every)) and len(set(every)) == len(every)


def _digests(top: Path, names: Iterable[str], limits: Limits) -> Iterator[Digest]:
    left = limits.unpacked
    for name in names:
        data = read_bytes(top / name, limits)
        left -= len(data)
        if left < 0:
            message = say(
                "is, with what stands beside it, larger than {most:,} bytes",
                "関連するファイルを合わせて{most:,}バイトを超えています。",
                most=limits.unpacked,
            )
            raise FilingError([finding("fx:limit", message, str(top))])
        yield digest(name, data)


_CHANGED: Final = Said("was changed after it was signed", "署名の後に変更されています。")
_MISSING: Final = Said("was signed, and is not there", "署名されていますが、存在しません。")
_ADDED: Final = Said("was added after it was signed", "署名の後に追加されています。")


def changes(path: Path, signed: Manifest, limits: Limits = DEFAULT_LIMITS) -> tuple[Finding, ...]:
    """What of the filing at this path is not what the manifest says: a finding a file, in the order of their names.

    What is at the path is hashed, and not read as a document. signed: one that `is_sound`.
    """
    found: list[Finding] = []
    if path.is_dir() != (signed.folders == ("",)):
        message = say(
            "{signed} was signed, which is {kind}",
            "署名されたのは{kind}「{signed}」です。",
            signed=signed.document,
            kind=Said("a file", "ファイル") if path.is_dir() else Said("a folder", "フォルダ"),
        )
        return (finding("fx:changed", message, str(path)),)
    top = path if path.is_dir() else path.parent
    for number, each in enumerate(signed.files):
        first = not path.is_dir() and number == 0  # the document may have been given another name
        place = path if first else top / each.name
        found += _file(place, each, signed.inside if first else (), limits)
    known = {each.name for each in signed.files}
    for folder in signed.folders:
        if (top / folder).is_dir():
            try:
                found += (
                    finding("fx:changed", _ADDED, str(top / name))
                    for name in _walked(top, folder, limits)
                    if name not in known
                )
            except FilingError as error:
                found += error.findings
    return tuple(found)


def _file(place: Path, signed: Digest, inside: tuple[Digest, ...], limits: Limits) -> list[Finding]:
    if not place.exists():
        return [finding("fx:changed", _MISSING, str(place))]
    try:
        data = read_bytes(place, limits)
    except FilingError as error:
        return list(error.findings)
    if digest(signed.name, data) == signed:
        return []
    found = [finding("fx:changed", _CHANGED, str(place))]
    if inside:
        try:
            now = {each.name: each for each in _inside(data, str(place), limits)}
        except FilingError as error:
            return [*found, *error.findings]
        then = {each.name: each for each in inside}
        for name in sorted(then.keys() | now.keys()):
            if then.get(name) != now.get(name):
                said = _ADDED if name not in then else _MISSING if name not in now else _CHANGED
                found.append(finding("fx:changed", said, f"{place}/{name}"))
        if len(found) == 1:
            message = say(
                "holds the same files as when it was signed, packed in another way",
                "含まれるファイルは署名時と同じですが、書庫としては別のものです。",
            )
            found.append(finding("fx:changed", message, str(place)))
    return found
