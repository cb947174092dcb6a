"""Zip archives: read from untrusted bytes within bounds, written so that the same files give the same bytes."""

from __future__ import annotations

import io
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Mapping
from itertools import pairwise
from typing import BinaryIO, Final

from filingexport.findings import FilingError, coded, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, beyond, too_large, too_many
from filingexport.names import ARCHIVE
from filingexport.reasons import reason
from filingexport.said import Said, say

_SIGNATURE: Final = 4
_CHUNK: Final = 1 << 16
_SMALL: Final = 1 << 20
"""Bytes below which it does not matter how many times larger than packed a file is."""
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})

_DAMAGE: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError, RuntimeError,
)  # fmt: skip
"""What zipfile raises over archives that are none; NotImplementedError is a RuntimeError, UnicodeDecodeError a ValueError."""


def files(data: bytes, place: str, limits: Limits = DEFAULT_LIMITS) -> dict[str, bytes]:
    """Name and content of every file of an archive that others made, in its order; raises FilingError."""
    archive = Archive(data, place, limits)
    return {name: archive.read(name) or b"" for name in archive.in_order}


def pack(files: Mapping[str, bytes]) -> bytes:
    """These files, name to content, as an archive in this order: no clock, no user, no machine in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, whatever machine it is made on
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, compresslevel=6)
    return buffer.getvalue()


def _begins(data: bytes | BinaryIO) -> bytes:
    if isinstance(data, bytes):
        return data[:_SIGNATURE]
    data.seek(0)
    return data.read(_SIGNATURE)


class Archive:
    """An archive that others made. Its files are inflated when they are read, and counted while they are.

    code: the prefix of the standard's codes for what is wrong with it, ``rpe`` or ``tpe``; "" for one that no standard
    is about. Raises FilingError.
    """

    def __init__(self, data: bytes | BinaryIO, place: str, limits: Limits, code: str = "") -> None:
        """data: the archive, or the open file that it is, which stays open as long as it is read."""
        if isinstance(data, bytes) and len(data) > limits.file:
            raise too_large(place, limits)
        self.place = place
        self.limits = limits
        self.code = code
        self.left = limits.unpacked
        if not _begins(data).startswith(ARCHIVE):  # a file that is two: other programs see the other
            raise self._wrong(
                "invalidArchiveFormat",
                say(
                    "is no zip archive, or something stands before it",
                    "zipアーカイブではないか、先頭に余分なデータがあります。",
                ),
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data)
            entries = self._zip.infolist()
        except _DAMAGE as error:
            raise self._wrong(
                "invalidArchiveFormat",
                say(
                    "is no zip archive that can be read: {why}",
                    "zip形式の書庫として読み込めません（{why}）。",
                    why=reason(error),
                ),
            ) from None
        if len(entries) > limits.entries:
            raise too_many(place, "entries", limits)
        self._entries: dict[str, zipfile.ZipInfo] = {}
        seen: dict[str, str] = {}
        for entry in entries:
            name = self._checked(entry)
            folded = unicodedata.normalize("NFC", name).casefold().rstrip("/")
            if folded in seen:
                raise self._wrong(
                    "invalidDirectoryStructure",
                    say(
                        "holds {first!r} beside {second!r}: on some machines one name",
                        "{first!r}と{second!r}があり、環境によっては同じ名前になります。",
                        first=name,
                        second=seen[folded],
                    ),
                )
            seen[folded] = name
            if not name.endswith("/"):
                self._entries[name] = entry
        # With a sign before all others in place of /, what is in a folder follows it at once: no name is taken apart.
        placed = sorted((folded.replace("/", "\0"), name) for folded, name in seen.items())
        for (above, first), (below, second) in pairwise(placed):
            if below.startswith(f"{above}\0") and not first.endswith("/"):
                raise self._wrong(
                    "invalidDirectoryStructure",
                    say(
                        "holds {first!r} both as a file and as a folder of {second!r}",
                        "{first!r}がファイルであり、同時に{second!r}のフォルダでもあります。",
                        first=first,
                        second=second,
                    ),
                )

    def _wrong(self, code: str, message: Said) -> FilingError:
        if not self.code:
            return FilingError([finding("fx:unreadable", message, self.place)])
        return FilingError([coded(f"{self.code}:{code}", message, self.place)])

    def _checked(self, entry: zipfile.ZipInfo) -> str:
        name = entry.orig_filename  # as it is in the archive: zipfile cuts names at a NUL and turns \ round
        parts = name.removesuffix("/").split("/")
        if "\\" in name or any(ord(each) < 32 or ord(each) == 127 for each in name):
            raise self._wrong(
                "invalidArchiveFormat",
                say(
                    "holds a file with a name that cannot be: {file!r}",
                    "使用できない名前のファイルが含まれています: {file!r}",
                    file=name,
                ),
            )
        if not name or any(each in ("", ".", "..") or ":" in each for each in parts):
            raise self._wrong(
                "invalidDirectoryStructure",
                say(
                    "holds {file!r}, which is no name within a folder",
                    "{file!r}はフォルダ内の名前として使用できません。",
                    file=name,
                ),
            )
        if entry.flag_bits & 0x1:
            raise self._wrong(
                "invalidArchiveFormat", say("holds {file!r} encrypted", "{file!r}が暗号化されています。", file=name)
            )
        kind = stat.S_IFMT(entry.external_attr >> 16) if entry.create_system == 3 else 0
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise self._wrong(
                "invalidArchiveFormat",
                say(
                    "holds {file!r}, which is no regular file but a link or a device",
                    "{file!r}は通常のファイルではなく、リンク又はデバイスです。",
                    file=name,
                ),
            )
        if entry.compress_type not in _METHODS:
            raise self._wrong(
                "invalidArchiveFormat",
                say(
                    "holds {file!r} packed in a way other than deflate",
                    "{file!r}の圧縮方式がdeflateではありません。",
                    file=name,
                ),
            )
        return name

    @property
    def in_order(self) -> tuple[str, ...]:
        """The names of all files as they stand in the archive; folders are not told."""
        return tuple(self._entries)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files, sorted; folders are not told."""
        return tuple(sorted(self._entries))

    def size(self, name: str) -> int:
        """The bytes that a file of this name says it has, 0 where there is none; only reading it tells."""
        entry = self._entries.get(name)
        return entry.file_size if entry is not None else 0

    def read(self, name: str) -> bytes | None:
        """The content of a file; None if there is none of this name. Raises FilingError for what is beyond the limits or damaged."""
        entry = self._entries.get(name)
        if entry is None:
            return None
        most = min(self.limits.file, self.left)
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(entry) as file:
                while chunk := file.read(_CHUNK):
                    size += len(chunk)
                    if size > most:
                        said = say(
                            "{name} is larger than may be unpacked",
                            "{name}の展開後の大きさが上限を超えています",
                            name=name,
                        )
                        raise beyond(said, self.place, "file" if most == self.limits.file else "unpacked")
                    if size > _SMALL and size > self.limits.ratio * max(entry.compress_size, 1):
                        said = say(
                            "{name} is more than {most} times as large as packed", "{name}の展開後の大きさが圧縮時の{most}倍を超えています",
                            name=name, most=self.limits.ratio,
                        )  # fmt: skip
                        raise beyond(said, self.place, "ratio")
                    chunks.append(chunk)
        except _DAMAGE as error:
            raise self._wrong(
                "invalidArchiveFormat",
                say(
                    "{file} cannot be unpacked: {why}",
                    "{file}を展開できません（{why}）。",
                    file=name,
                    why=reason(error),
                ),
            ) from None
        self.left -= size
        return b"".join(chunks)
