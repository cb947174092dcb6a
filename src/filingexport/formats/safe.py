"""Reading untrusted files and writing whole ones: limits, the one XML parser, atomic files."""

from __future__ import annotations

import os
import re
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from lxml import etree

from filingexport.declaring import frozen
from filingexport.findings import FilingError, finding
from filingexport.xml_parser import parser


@frozen
class Limits:
    """How much a reader takes. A caller may change them, an input never can. Depth (256) and text (10 MB) are bounded by libxml2.

    file: bytes. attributes: of one element. contexts, units, facts: of a report. depth: levels of JSON. cell: characters
    of a cell of a table. entries, unpacked, ratio: files in a package, bytes of all of them, and how many times
    larger than packed they may be. rows, cells: of a workbook, rows of a sheet and cells that hold something.
    """

    file: int = 100_000_000
    attributes: int = 64
    contexts: int = 200_000
    units: int = 1_000
    facts: int = 1_000_000
    depth: int = 64
    cell: int = 10_000_000
    entries: int = 1_000
    unpacked: int = 500_000_000
    ratio: int = 200
    rows: int = 200_000
    cells: int = 2_000_000


DEFAULT_LIMITS: Final = Limits()


def open_file(path: Path) -> BinaryIO:
    """A regular file, open to be read; raises FilingError for one that is missing or is no file."""
    place = str(path)
    try:
        # Not blocking, so that a named pipe is refused rather than waited for.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise FilingError([finding("fx:unreadable", f"cannot be opened: {error.strerror or error}", place)]) from None
    except ValueError:
        raise FilingError([finding("fx:unreadable", "a file name cannot hold a NUL character", repr(place))]) from None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise FilingError([finding("fx:unreadable", "is not a regular file", place)])
    return os.fdopen(handle, "rb")


def read_bytes(path: Path, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The bytes of a regular file; raises FilingError for one that is missing, is no file, or is too large."""
    with open_file(path) as file:
        data = file.read(limits.file + 1)
    if len(data) > limits.file:
        raise FilingError([finding("fx:limit", f"is larger than {limits.file:,} bytes", str(path))])
    return data


# Where a document type declaration may stand: after white space, comments and processing instructions, before the root
# element (XML 1.0, 2.8). Anywhere else "<!DOCTYPE" is no well-formed XML.
_DOCTYPE: Final = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.IGNORECASE | re.DOTALL)
_ENCODING: Final = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", ""),
    (b"\x00\x00\xfe\xff", ""),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def _utf8(data: bytes, place: str) -> bytes:
    """The document in UTF-8 without a declaration that could say otherwise."""
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), None)
    try:
        if encoding == "utf-16":
            return _without_declaration(data.decode("utf-16").encode("utf-8"))
        if data.startswith((b"<\0", b"\0")):  # what libxml2 would take for UTF-16 or UTF-32 by itself
            raise FilingError(
                [finding("fx:encoding", "is in UTF-16 or UTF-32 without a byte order mark; save it as UTF-8", place)]
            )
        declared = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
        if encoding == "" or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")):
            name = declared[1].decode() if declared else "UTF-32"
            raise FilingError(
                [finding("fx:encoding", f"is in {name}; save it as UTF-8 (or UTF-16 with a byte order mark)", place)]
            )
    except UnicodeError as error:
        raise _not_utf8(error, place) from None
    return data


def _not_utf8(error: UnicodeError, place: str) -> FilingError:
    return FilingError([finding("fx:encoding", f"is not the text in UTF-8 that it should be: {error}", place)])


def _without_declaration(data: bytes) -> bytes:
    return re.sub(rb"^\s*<\?xml[^>]*\?>", b"", data.removeprefix(b"\xef\xbb\xbf"), count=1)


def plain_xml(data: bytes, place: str) -> bytes:
    """The document in UTF-8, without a document type declaration; raises FilingError."""
    text = _utf8(data, place)
    if _DOCTYPE.match(text):
        raise FilingError(
            [
                finding(
                    "fx:doctype",
                    "has a document type declaration (<!DOCTYPE …>); remove it, it could include other files",
                    place,
                )
            ]
        )
    return text


def parse_xml(data: bytes, place: str, limits: Limits = DEFAULT_LIMITS) -> etree._Element:
    """The root element of an untrusted document; raises FilingError.

    Any DOCTYPE is refused, before entities can matter; so is every encoding but UTF-8 and UTF-16.
    """
    if len(data) > limits.file:
        raise FilingError([finding("fx:limit", f"is larger than {limits.file:,} bytes", place)])
    text = plain_xml(data, place)
    try:
        root = etree.fromstring(text, parser())
    except etree.XMLSyntaxError as error:
        try:
            text.decode("utf-8")  # bytes that are no UTF-8 are refused by libxml2 too; this says so better
        except UnicodeError as undecodable:
            raise _not_utf8(undecodable, place) from None
        line = error.lineno or 0
        raise FilingError([finding("fx:notXML", f"is not well-formed: {error.msg}", f"{place}:{line}")]) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise FilingError([finding("fx:doctype", "has a document type declaration; remove it", place)])
    return root


@contextmanager
def whole_file(target: Path) -> Iterator[BinaryIO]:
    """A file to write that appears under its name only when all is written; until then the old one stays.

    Raises FilingError where the folder cannot be written to; whatever is raised inside passes through, and no
    temporary file stays.
    """
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:60]}.", suffix=".part")
    except OSError as error:
        raise FilingError([finding("fx:unreadable", f"cannot be written: {error.strerror}", str(target))]) from None
    except ValueError:
        message = "a file name cannot hold a NUL character"
        raise FilingError([finding("fx:unreadable", message, repr(str(target)))]) from None
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if os.name == "posix":
            mask = os.umask(0)
            os.umask(mask)
            temporary.chmod(0o666 & ~mask)
        temporary.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise FilingError(
            [finding("fx:unreadable", f"cannot be written: {error.strerror or error}", str(target))]
        ) from error
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def write_file(target: Path, data: bytes) -> None:
    """Write these bytes under this name, whole or not at all; raises FilingError."""
    with whole_file(target) as file:
        file.write(data)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
