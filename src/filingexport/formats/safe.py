"""Reading untrusted files and writing whole ones: limits, the one XML parser, atomic files."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO, Final

from attrs import field, fields, frozen
from lxml import etree

from filingexport.findings import FilingError, finding
from filingexport.reasons import reason
from filingexport.said import NOTHING_SAID, Said, say
from filingexport.xml_parser import parser

_SAID: Final = "said"
COUNTS: Final[dict[str, Said]] = {
    "bytes": Said("bytes", "バイト"),
    "number": Said("number", "個数"),
    "characters": Said("characters", "文字"),
    "levels": Said("levels", "段"),
    "times": Said("times", "倍"),
    "seconds": Said("seconds", "秒"),
}
"""What limits count."""


def _limit(default: int, counts: str, of: Said) -> Any:
    """A limit: what it counts (a key of `COUNTS`), of what, and as much as is taken where nothing else is asked for."""
    return field(default=default, metadata={_SAID: (COUNTS[counts], of)})


@frozen
class Limits:
    """How much a reader takes. A caller may change them, an input never can.

    What may be taken is counted while it is read, so that what is beyond a limit is never held whole. Besides, libxml2
    bounds XML by itself: 256 levels, 10 MB of one text. Raises ValueError for a limit below 0.
    """

    file: int = _limit(100_000_000, "bytes", Said("of one file, packed or not", "1ファイル（圧縮の前後とも）"))
    nodes: int = _limit(
        150_000,
        "number",
        Said("tags of XML, values of JSON or YAML in one file", "1ファイルのXMLタグ・JSON又はYAMLの値"),
    )
    attributes: int = _limit(64, "number", Said("attributes of an XML element", "XML要素1個の属性"))
    contexts: int = _limit(50_000, "number", Said("contexts of a report", "報告書のコンテキスト"))
    units: int = _limit(1_000, "number", Said("units of a report", "報告書の単位"))
    facts: int = _limit(50_000, "number", Said("facts of a report", "報告書の事実"))
    text: int = _limit(
        10_000_000, "characters", Said("of one value: a fact, a cell, a scalar", "値1個（事実・セル・スカラー）")
    )
    depth: int = _limit(64, "levels", Said("of JSON and YAML", "JSON・YAML"))
    levels: int = _limit(256, "levels", Said("of XML", "XML"))
    entries: int = _limit(
        1_000, "number", Said("files in a package or workbook", "パッケージ又はワークブック内のファイル")
    )
    unpacked: int = _limit(
        500_000_000, "bytes", Said("of all files in a package, unpacked", "パッケージ内の全ファイル（展開後）")
    )
    ratio: int = _limit(
        200,
        "times",
        Said("larger unpacked than packed, one file above 1 MB", "展開後の大きさ（1MBを超えるファイル、圧縮時比）"),
    )
    rows: int = _limit(200_000, "number", Said("rows of a sheet", "シートの行"))
    cells: int = _limit(
        300_000,
        "number",
        Said(
            "cells of a table of CSV, or of a workbook that hold something",
            "CSVの表のセル、又はワークブックの空でないセル",
        ),
    )
    seconds: int = _limit(600, "seconds", Said("to read or validate one document", "1文書の読込み又は検証"))

    def __attrs_post_init__(self) -> None:
        for each in fields(Limits):
            if getattr(self, each.name) < 0:
                raise ValueError(f"the limit {each.name} is below 0")


def limits_said() -> tuple[tuple[str, int, Said, Said], ...]:
    """Each limit: name, default, what it counts, of what."""
    return tuple((each.name, each.default, *each.metadata[_SAID]) for each in fields(Limits))


DEFAULT_LIMITS: Final = Limits()
LIBXML2_LEVELS: Final = 256
"""Levels of XML beyond which libxml2 refuses a document by itself."""


def beyond(said: Said, place: str, name: str = "") -> FilingError:
    """What is raised over an input that is beyond a limit; with its name also how to raise it."""
    more = say(
        "; if it is meant to be, raise it: --limit {name}=N",
        "。意図したものであれば、--limit {name}=Nで上限を上げてください。",
        name=name,
    )
    return FilingError([finding("fx:limit", Said(said.en + more.en, said.ja + more.ja) if name else said, place)])


def too_large(place: str, limits: Limits) -> FilingError:
    """What is raised over a file that is larger than may be read."""
    said = say("is larger than {most} bytes", "大きさが{most}バイトを超えています", most=f"{limits.file:,}")
    return beyond(said, place, "file")


_MANY: Final[dict[str, Said]] = {
    "nodes": Said("has more than {most} tags or values", "タグ又は値が{most}個を超えています"),
    "cells": Said("has more than {most} cells", "セルが{most}個を超えています"),
    "attributes": Said("has more than {most} attributes", "属性が{most}個を超えています"),
    "contexts": Said("has more than {most} contexts", "コンテキストが{most}個を超えています"),
    "units": Said("has more than {most} units", "単位が{most}個を超えています"),
    "facts": Said("has more than {most} facts", "事実が{most}個を超えています"),
    "entries": Said("holds more than {most} files", "ファイルが{most}個を超えています"),
}


def too_many(place: str, name: str, limits: Limits) -> FilingError:
    """What is raised over more of something than is taken. name: the limit's."""
    said = _MANY[name]
    most = f"{getattr(limits, name):,}"
    return beyond(say(said.en, said.ja, most=most), place, name)


def too_long(limits: Limits, place: str) -> FilingError:
    """What is raised over a value with more text than is taken."""
    said = say("has a value of more than {most} characters", "{most}文字を超える値があります", most=f"{limits.text:,}")
    return beyond(said, place, "text")


@contextmanager
def _telling(path: Path | str, said: Callable[[Said], Said]) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FilingError([finding("fx:unreadable", said(reason(error)), str(path))]) from None
    except ValueError:
        message = say("a file name cannot hold a NUL character", "ファイル名にNUL文字は使えません。")
        raise FilingError([finding("fx:unreadable", message, repr(str(path)))]) from None


def making(folder: Path) -> AbstractContextManager[None]:
    """Inside, what keeps this folder from being made or looked into is told: raises FilingError."""
    return _telling(folder, lambda why: say("cannot be made: {why}", "フォルダを作成できません（{why}）。", why=why))


def opening(path: Path | str) -> AbstractContextManager[None]:
    """Inside, what keeps this file or folder from being opened is told: raises FilingError."""
    return _telling(path, lambda why: say("cannot be opened: {why}", "開けません（{why}）。", why=why))


def make_folder(folder: Path) -> None:
    """Make this folder; raises FilingError."""
    with making(folder):
        folder.mkdir(parents=True, exist_ok=True)


def open_file(path: Path) -> BinaryIO:
    """A regular file, open to be read; raises FilingError for one that is missing or is no file."""
    with opening(path):
        # Not blocking, so that a named pipe is refused rather than waited for.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise FilingError(
            [finding("fx:unreadable", say("is not a regular file", "通常のファイルではありません。"), str(path))]
        )
    return os.fdopen(handle, "rb")


def read_bytes(path: Path, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The bytes of a regular file; raises FilingError for one that is missing, is no file, or is too large."""
    place = str(path)
    with open_file(path) as file:
        # To ask for as much as is allowed would have memory for all of it made ready.
        size = min(os.fstat(file.fileno()).st_size, limits.file)
        data = file.read(size + 1)
        if len(data) > size:  # it has grown meanwhile, or its size is not known
            data += file.read(limits.file + 1 - len(data))
    if len(data) > limits.file:
        raise too_large(place, limits)
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
                    why=reason(error),
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


@lru_cache(maxsize=16)
def _crowded(most: int) -> etree.XPath:
    # A number in the path, for libxml2 to look no further than that attribute; a variable would be asked for at each.
    return etree.XPath(f"boolean(descendant-or-self::*/@*[{most + 1}])")


def bound(root: etree._Element, place: str, limits: Limits, within: Iterable[etree._Element] | None = None) -> None:
    """Raises FilingError where elements have more attributes, or stand deeper, than the limits say.

    within: the only children of the root that need a look at their attributes; all elements without it.
    """
    crowded = _crowded(limits.attributes)
    if len(root.attrib) > limits.attributes or any(crowded(each) for each in ((root,) if within is None else within)):
        found = next(each for each in root.iter() if len(each.attrib) > limits.attributes)
        raise too_many(f"{place}:{found.sourceline}", "attributes", limits)
    if limits.levels < LIBXML2_LEVELS:
        _bound_levels(root, place, limits)


def parse_xml(data: bytes, place: str, limits: Limits = DEFAULT_LIMITS) -> etree._Element:
    """The root element of an untrusted document; raises FilingError.

    Any DOCTYPE is refused, before entities can matter; so is every encoding but UTF-8 and UTF-16.
    """
    root = parse_unbounded(data, place, limits)
    bound(root, place, limits)
    return root


def parse_unbounded(data: bytes, place: str, limits: Limits) -> etree._Element:
    """The same, for a reader that itself sees to it what attributes elements have, and how deep they stand."""
    if len(data) > limits.file:
        raise too_large(place, limits)
    text = plain_xml(data, place)
    if text.count(b"<") > limits.nodes:
        raise too_many(place, "nodes", limits)
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
                    say("is not well-formed: {why}", "整形式のXMLではありません（{why}）。", why=reason(error)),
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


def _bound_levels(root: etree._Element, place: str, limits: Limits) -> None:
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limits.levels:
            said = say(
                "is nested more than {most} levels deep", "入れ子が{most}段を超えています", most=f"{limits.levels:,}"
            )
            raise beyond(said, f"{place}:{element.sourceline}", "levels")


_TO_DO: Final[dict[int, Said]] = {
    **dict.fromkeys(
        (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)),
        Said(
            "make room on the disk, or name another folder", "ディスクの空きを増やすか、別のフォルダを指定してください"
        ),
    ),
    **dict.fromkeys(
        (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY),
        Said(
            "close it where it is open in another program, or name a folder that you may write to",
            "他のプログラムで開いていれば閉じるか、書込みのできるフォルダを指定してください",
        ),
    ),
    errno.ENOENT: Said(
        "make the folder first, or name another", "先にフォルダを作成するか、別のフォルダを指定してください"
    ),
    errno.ENOTDIR: Said("name a folder, not a file", "ファイルではなくフォルダを指定してください"),
    errno.EISDIR: Said(
        "a folder has this name; name another file", "同名のフォルダがあります。別の名前を指定してください"
    ),
    errno.ENAMETOOLONG: Said("name a shorter one", "短い名前を指定してください"),
}
"""What to do where writing fails, by the number of the system's error."""
_DEVICES: Final = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(?:\..*)?", re.IGNORECASE)
_NO_NAME: Final = re.compile(r'[<>:"|?*\\\x00-\x1f]|[ .]$')


def cannot_be_written(target: Path, error: OSError) -> FilingError:
    """What is raised where the system does not let a file or folder be written: why, and what to do."""
    todo = _TO_DO.get(error.errno or 0, NOTHING_SAID)
    said = say("cannot be written: {why}", "書き込めません（{why}）", why=reason(error))
    if todo:
        said = Said(f"{said.en}; {todo.en}", f"{said.ja}。{todo.ja}。")
    return FilingError([finding("fx:unreadable", said, str(target))])


def _refuse_name(target: Path) -> None:
    """A name under which some machine could not open the file (Windows, Naming Files, Paths, and Namespaces)."""
    if "\0" in str(target):
        message = say("a file name cannot hold a NUL character", "ファイル名にNUL文字は使えません。")
        raise FilingError([finding("fx:unreadable", message, repr(str(target)))])
    if _DEVICES.fullmatch(target.name) or _NO_NAME.search(target.name):
        said = Said(
            'is a name that Windows cannot open; name another, without < > : " | ? * \\, without a dot or space at its end, '
            "and not that of a device such as CON or NUL",
            'はWindowsで開けない名前です。< > : " | ? * \\を含まず、末尾が点又は空白でなく、CON・NUL等の装置名でない名前を指定してください',
        )
        raise FilingError([finding("fx:unreadable", said, str(target))])


@contextmanager
def whole_file(target: Path) -> Iterator[BinaryIO]:
    """A file to write that appears under its name only when all is written; until then the old one stays.

    Raises FilingError where the folder cannot be written to; whatever is raised inside passes through, and no
    temporary file stays.
    """
    temporary, handle = _temporary(target)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise cannot_be_written(target, error) from error
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def _temporary(target: Path) -> tuple[Path, int]:
    _refuse_name(target)
    temporary = target.with_name(f".{target.name[:60]}.{os.urandom(8).hex()}.part")
    try:
        # The system takes the process's umask off these permissions. To ask for the umask is to change it, for all threads.
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as error:
        raise cannot_be_written(target, error) from None
    return temporary, handle


def write_file(target: Path, data: bytes) -> None:
    """Write these bytes under this name, whole or not at all; raises FilingError."""
    with whole_file(target) as file:
        file.write(data)


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write several files that belong together: none is replaced before all are on the disk. Raises FilingError.

    So a disk that fills up leaves all old ones. They are replaced in their order: what is opened first comes last. A file
    that holds these very bytes already stays as it is.
    """
    waiting: dict[Path, Path] = {}
    try:
        for target, data in files.items():
            if _holds(target, data):
                _refuse_name(target)
                continue
            temporary, handle = _temporary(target)
            waiting[target] = temporary
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                if target.is_dir():
                    raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            except OSError as error:
                raise cannot_be_written(target, error) from error
        for target, temporary in waiting.items():
            try:
                temporary.replace(target)
            except OSError as error:
                raise cannot_be_written(target, error) from error
        for folder in dict.fromkeys(target.parent for target in waiting):
            _sync_folder(folder)
    finally:
        for temporary in waiting.values():
            with suppress(FileNotFoundError):
                temporary.unlink()


def _holds(target: Path, data: bytes) -> bool:
    try:
        return target.is_file() and target.stat().st_size == len(data) and target.read_bytes() == data
    except (OSError, ValueError):
        return False


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
