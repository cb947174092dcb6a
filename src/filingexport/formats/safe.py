"""Reading untrusted files and writing whole ones: limits, the one XML parser, atomic files."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO, Final

from lxml import etree

from filingexport.declaring import frozen
from filingexport.findings import FilingError, finding
from filingexport.said import Said, say
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


_CAUSES: Final = {
    errno.ENOENT: "ファイル又はフォルダがありません",
    errno.EACCES: "アクセス権がありません",
    errno.EPERM: "許可されていない操作です",
    errno.EISDIR: "フォルダです",
    errno.ENOTDIR: "フォルダではありません",
    errno.EEXIST: "既に存在します",
    errno.ENOSPC: "空き容量がありません",
    errno.EROFS: "読取り専用です",
    errno.ENAMETOOLONG: "名前が長すぎます",
}
"""The usual reasons of the operating system, in Japanese."""


def cause(error: OSError) -> Said:
    """Why the operating system refused."""
    return Said(str(error.strerror or error), _CAUSES.get(error.errno or 0, ""))


def open_file(path: Path) -> BinaryIO:
    """A regular file, open to be read; raises FilingError for one that is missing or is no file."""
    place = str(path)
    try:
        # Not blocking, so that a named pipe is refused rather than waited for.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise FilingError(
            [
                finding(
                    "fx:unreadable",
                    say("cannot be opened: {why}", "ファイルを開けません（{why}）。", why=cause(error)),
                    place,
                )
            ]
        ) from None
    except ValueError:
        raise FilingError(
            [
                finding(
                    "fx:unreadable",
                    say("a file name cannot hold a NUL character", "ファイル名にNUL文字は使えません。"),
                    repr(place),
                )
            ]
        ) from None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise FilingError(
            [finding("fx:unreadable", say("is not a regular file", "通常のファイルではありません。"), place)]
        )
    return os.fdopen(handle, "rb")


def read_bytes(path: Path, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The bytes of a regular file; raises FilingError for one that is missing, is no file, or is too large."""
    place = str(path)
    with open_file(path) as file:
        data = file.read(limits.file + 1)
    if len(data) > limits.file:
        raise FilingError(
            [
                finding(
                    "fx:limit",
                    say("is larger than {most:,} bytes", "ファイルが{most:,}バイトを超えています。", most=limits.file),
                    place,
                )
            ]
        )
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
                [
                    finding(
                        "fx:encoding",
                        say(
                            "is in UTF-16 or UTF-32 without a byte order mark; save it as UTF-8",
                            "UTF-16又はUTF-32ですが、バイト順マーク（BOM）がありません。UTF-8で保存してください。",
                        ),
                        place,
                    )
                ]
            )
        declared = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
        if encoding == "" or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")):
            name = declared[1].decode() if declared else "UTF-32"
            raise FilingError(
                [
                    finding(
                        "fx:encoding",
                        say(
                            "is in {encoding}; save it as UTF-8 (or UTF-16 with a byte order mark)",
                            "文字コードが{encoding}です。UTF-8（又はBOM付きのUTF-16）で保存してください。",
                            encoding=name,
                        ),
                        place,
                    )
                ]
            )
    except UnicodeError as error:
        raise _not_utf8(error, place) from None
    return data


def _not_utf8(error: UnicodeError, place: str) -> FilingError:
    return FilingError(
        [
            finding(
                "fx:encoding",
                say(
                    "is not the text in UTF-8 that it should be: {why}",
                    "UTF-8の文字列として読み込めません（{why}）。",
                    why=error,
                ),
                place,
            )
        ]
    )


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
                    say(
                        "has a document type declaration (<!DOCTYPE …>); remove it, it could include other files",
                        "文書型宣言（<!DOCTYPE …>）があります。他のファイルを取り込むおそれがあるため、削除してください。",
                    ),
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
        raise FilingError(
            [
                finding(
                    "fx:limit",
                    say("is larger than {most:,} bytes", "ファイルが{most:,}バイトを超えています。", most=limits.file),
                    place,
                )
            ]
        )
    text = plain_xml(data, place)
    try:
        root = etree.fromstring(text, parser())
    except etree.XMLSyntaxError as error:
        try:
            text.decode("utf-8")  # bytes that are no UTF-8 are refused by libxml2 too; this says so better
        except UnicodeError as undecodable:
            raise _not_utf8(undecodable, place) from None
        line = error.lineno or 0
        raise FilingError(
            [
                finding(
                    "fx:notXML",
                    say("is not well-formed: {why}", "整形式のXMLではありません（{why}）。", why=error.msg),
                    f"{place}:{line}",
                )
            ]
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise FilingError(
            [
                finding(
                    "fx:doctype",
                    say("has a document type declaration; remove it", "文書型宣言があります。削除してください。"),
                    place,
                )
            ]
        )
    return root


@contextmanager
def whole_file(target: Path) -> Iterator[BinaryIO]:
    """A file to write that appears under its name only when all is written; until then the old one stays.

    Raises FilingError where the folder cannot be written to; whatever is raised inside passes through, and no
    temporary file stays.
    """
    temporary = target.with_name(f".{target.name[:60]}.{token_hex(8)}.part")
    try:
        # The system takes the process's umask off these permissions. To ask for the umask is to change it, for all threads.
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as error:
        raise FilingError(
            [
                finding(
                    "fx:unreadable",
                    say("cannot be written: {why}", "ファイルを書き込めません（{why}）。", why=cause(error)),
                    str(target),
                )
            ]
        ) from None
    except ValueError:
        message = say("a file name cannot hold a NUL character", "ファイル名にNUL文字は使えません。")
        raise FilingError([finding("fx:unreadable", message, repr(str(target)))]) from None
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise FilingError(
            [
                finding(
                    "fx:unreadable",
                    say("cannot be written: {why}", "ファイルを書き込めません（{why}）。", why=cause(error)),
                    str(target),
                )
            ]
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
