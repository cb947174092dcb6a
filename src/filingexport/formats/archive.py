"""The files of an untrusted zip archive: whole, within limits, under names that cannot lead anywhere."""

from __future__ import annotations

import io
import re
import stat
import unicodedata
import zipfile
import zlib
from typing import Final

from filingexport.findings import FilingError, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits

MAGIC: Final = b"PK\x03\x04"
"""What a zip archive that holds something begins with."""
_CHUNK: Final = 1 << 16
_SMALL: Final = 1_000_000
"""Bytes up to which a file may be packed as tightly as it likes."""
_STRANGE: Final = re.compile(r"[\x00-\x1f\x7f\\:]")


def files(data: bytes, place: str, limits: Limits = DEFAULT_LIMITS) -> dict[str, bytes]:
    """Name and content of each file in this archive, in its order; raises FilingError.

    Refused are names that lead out of the archive or that some system takes for one another, what is no regular
    file, and what grows beyond the limits: bytes are counted as they are inflated, whatever the archive says of itself.
    """
    found: dict[str, bytes] = {}
    seen: set[str] = set()
    left = limits.archive
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > limits.entries:
                raise _refuse("fx:limit", f"holds more than {limits.entries:,} files", place)
            for entry in entries:
                where = f"{place}!{_printable(entry.orig_filename)}"
                _check_name(entry, where)
                key = unicodedata.normalize("NFC", entry.filename).casefold()
                if key in seen:
                    raise _refuse(
                        "fx:unreadable", "stands in the archive twice, or differs from another in case only", where
                    )
                seen.add(key)
                if entry.is_dir():
                    continue
                content = _inflate(archive, entry, min(left, limits.file), limits.ratio, where)
                left -= len(content)
                found[entry.filename] = content
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError) as error:
        # RuntimeError is how zipfile says that a file is encrypted.
        raise _refuse("fx:unreadable", f"is no zip archive that can be read: {error}", place) from None
    return found


def _refuse(code: str, message: str, place: str) -> FilingError:
    return FilingError([finding(code, message, place)])


def _printable(name: str) -> str:
    return "".join(each if each.isprintable() else "?" for each in name[:200])


def _check_name(entry: zipfile.ZipInfo, where: str) -> None:
    name = entry.orig_filename
    steps = name.removesuffix("/").split("/")
    if _STRANGE.search(name) or not all(steps) or ".." in steps or "." in steps:
        raise _refuse("fx:unreadable", "has a name that is no plain relative path", where)
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFDIR if entry.is_dir() else stat.S_IFREG):
        raise _refuse("fx:unreadable", "is not a regular file (a link or a device)", where)


def _inflate(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int, ratio: int, where: str) -> bytes:
    content = bytearray()
    with archive.open(entry) as file:
        while chunk := file.read(_CHUNK):
            content += chunk
            if len(content) > most:
                raise _refuse("fx:limit", "is larger than is read from one archive", where)
            if len(content) > max(_SMALL, ratio * entry.compress_size):
                raise _refuse("fx:limit", f"unpacks to more than {ratio} times its size", where)
    return bytes(content)
