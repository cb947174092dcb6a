"""The facts of an instance one after the other, in memory that does not grow with their number.

The document is parsed twice, element by element, and nothing of it is kept but what facts refer to: contexts, units and
notes. The first time these are read, wherever they stand; the second time the facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

from lxml import etree

from filingexport.findings import FilingError, Finding, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, open_file, plain_xml
from filingexport.formats.xbrl.reader import (
    CONTEXT,
    CONTEXTS,
    FOOTNOTE_LINK,
    REFERENCES,
    SCHEMA_REF,
    UNIT,
    UNITS,
    Reader,
)
from filingexport.reasons import reason
from filingexport.report import Fact
from filingexport.said import Said, say
from filingexport.xml_parser import STREAMED

_HEAD: Final = 1 << 16
"""Bytes in which the declarations before the root are looked for; libxml2 is asked again once it has seen the root."""
_NO_FACT: Final = REFERENCES | {CONTEXT, UNIT, FOOTNOTE_LINK, SCHEMA_REF}
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


def facts(
    source: Path | str, *, limits: Limits = DEFAULT_LIMITS, findings: list[Finding] | None = None
) -> Iterator[Fact]:
    """The facts of the XBRL instance in this file, in order, as `filingexport.read` understands them.

    Memory holds the contexts, units and notes, and one fact at a time; so ids used twice and notes for facts that are
    not there are not looked for, and nothing is validated (see `filingexport.validate`). The file is in UTF-8 and is
    opened again for each pass. limits: how much is taken; raise ``file`` and ``facts`` for documents beyond them.
    findings: a list to which what is wrong in single contexts, units and facts is added; such facts are left out.
    Without it FilingError is raised for the first, as it is where there is no instance to read.
    """
    path = Path(source)
    told: list[Finding] = []
    reader: Reader | None = None
    links: dict[str, Any] = {}
    for root, child in _children(path, limits):
        if reader is None:
            reader = _reader(root, path, limits, told)
            continue
        if child.tag == CONTEXT:
            reader.keyed(child, reader.contexts, reader.context, limits.contexts, CONTEXTS)
        elif child.tag == UNIT:
            reader.keyed(child, reader.units, reader.unit, limits.units, UNITS)
        elif child.tag == FOOTNOTE_LINK:
            for identifier, notes in reader.notes([child], _Any()).items():
                links.setdefault(identifier, []).extend(notes)
        _tell(told, findings)
    assert reader is not None  # a document without a root is not well-formed
    reader.entity()
    _tell(told, findings)
    count = 0
    for root, child in _children(path, limits):
        if child is not root and isinstance(child.tag, str) and child.tag not in _NO_FACT:
            count += 1
            if count > limits.facts:
                raise _error(
                    "fx:limit",
                    say("has more than {most:,} facts", "事実が{most:,}件を超えています。", most=limits.facts),
                    str(path),
                )
            fact = reader.fact(child, links)
            _tell(told, findings)
            if fact is not None:
                yield fact


def _reader(root: etree._Element, path: Path, limits: Limits, told: list[Finding]) -> Reader:
    reader = Reader(root, str(path), limits)
    reader.findings = told
    reader.ids = _Forgetful()
    return reader


def _tell(told: list[Finding], findings: list[Finding] | None) -> None:
    if told:
        if findings is None:
            raise FilingError(told)
        findings += told
        told.clear()


def _error(code: str, message: Said, place: str) -> FilingError:
    return FilingError([finding(code, message, place)])


class _Any(set[str]):
    """Ids of facts that are said to be there: they have not been read yet."""

    def __contains__(self, identifier: object) -> bool:
        return True


class _Forgetful(set[str]):
    """Ids that are not kept."""

    def add(self, identifier: str) -> None:
        """Forget it."""


def _children(path: Path, limits: Limits) -> Iterator[tuple[etree._Element, etree._Element]]:
    """The root with itself, as it begins, then with each of its children in turn, whole; each is gone when the next is asked for."""
    place = str(path)
    with open_file(path) as file:
        head = file.read(_HEAD)
        if head.startswith(_UTF_16):
            message = say(
                "is in UTF-16; save it as UTF-8 to read it fact by fact",
                "UTF-16です。事実を1件ずつ読み込むには、UTF-8で保存してください。",
            )
            raise _error("fx:encoding", message, place)
        plain_xml(head, place)
        file.seek(0)
        events = etree.iterparse(_Bounded(file, limits, place), events=("start", "end"), **STREAMED)
        root: etree._Element | None = None
        depth = 0
        try:
            for event, element in events:
                if event == "start":
                    depth += 1
                    if root is None:
                        root = element
                        if root.getroottree().docinfo.internalDTD is not None:
                            message = say(
                                "has a document type declaration; remove it", "文書型宣言があります。削除してください。"
                            )
                            raise _error("fx:doctype", message, place)
                        yield root, root
                    continue
                depth -= 1
                if depth == 1:
                    assert root is not None
                    yield root, element
                    root.remove(element)
        except etree.XMLSyntaxError as error:
            message = say("is not well-formed: {why}", "整形式のXMLではありません（{why}）。", why=reason(error))
            raise _error("fx:notXML", message, f"{place}:{error.lineno or 0}") from None


class _Bounded:
    """A file of which no more is read than the limit allows; libxml2 does not see its name, by which it would inflate it."""

    def __init__(self, file: BinaryIO, limits: Limits, place: str) -> None:
        self.file = file
        self.left = limits.file
        self.limits = limits
        self.place = place

    def read(self, size: int = -1) -> bytes:
        """At most so many bytes more; raises FilingError beyond the limit."""
        data = self.file.read(size)
        self.left -= len(data)
        if self.left < 0:
            message = say(
                "is larger than {most:,} bytes", "ファイルが{most:,}バイトを超えています。", most=self.limits.file
            )
            raise _error("fx:limit", message, self.place)
        return data
