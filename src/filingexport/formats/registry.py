"""The formats: by name, by the end of a file's name, by what a file begins with.

A format is a module with two functions::

    def write(document: Document) -> Files: ...
    def read(source: Source, taxonomy: FindTaxonomy, limits: Limits) -> Parsed: ...

`write` gives the same bytes for the same document and raises FilingError for what it cannot say. `read` opens nothing
but what lies in the source's folder, and raises FilingError where there is no report to read; what is wrong in single
facts is in the findings. It asks `taxonomy` once, as soon as it knows which schemas the document refers to.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from filingexport.declaring import frozen
from filingexport.findings import FilingError, finding
from filingexport.formats.oim.names import CSV_SUFFIX
from filingexport.names import ARCHIVE
from filingexport.said import say

if TYPE_CHECKING:  # the command line asks which formats there are, and starts sooner without what reads them
    from filingexport.formats.document import Document, Files, FindTaxonomy, Parsed, Source
    from filingexport.formats.safe import Limits


@frozen
class Format:
    """One format.

    suffixes: what its files' names end with, the one that is written first. module: loaded when first used.
    inside: of a package, the format of the report in it, where nothing else is asked for.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    looks: Callable[[bytes], bool]
    module: str
    inside: str = ""

    @property
    def suffix(self) -> str:
        """What the name of a file that is written ends with."""
        return self.suffixes[0]

    def write(self, document: Document) -> Files:
        """The files of this document, the one that is opened first."""
        written: Files = self._module().write(document)
        return written

    def read(self, source: Source, taxonomy: FindTaxonomy, limits: Limits) -> Parsed:
        """The report in this document."""
        parsed: Parsed = self._module().read(source, taxonomy, limits)
        bound(parsed, source.place, limits)
        return parsed

    def _module(self) -> Any:
        return import_module(self.module)


def bound(parsed: Parsed, place: str, limits: Limits) -> None:
    """Raises FilingError where a fact is longer than the limits allow."""
    for position, fact in enumerate(parsed.report.facts):
        if fact.value is not None and len(fact.value) > limits.text:
            from filingexport.formats.safe import too_long

            raise too_long(limits, parsed.report.place(position) or place)


_HEAD: Final = 4096
_ELEMENT: Final = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]")


def _root(data: bytes) -> bytes:
    """The local name of the root element, as far as it can be told without parsing; empty if it cannot."""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode("utf-8")
    found = _ELEMENT.search(head)
    return found[1] if found else b""


def _is_markup(data: bytes) -> bool:
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return start == b"<" or data.startswith((b"\xff\xfe", b"\xfe\xff"))


def _is_json(data: bytes) -> bool:
    return data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def _is_zip(data: bytes) -> bool:
    return data.startswith(ARCHIVE)


_METADATA: Final = re.compile(rb'"documentType"\s*:\s*"[^"]*/xbrl-csv"')


def _is_metadata(data: bytes) -> bool:
    return _is_json(data) and _METADATA.search(data) is not None


def _is_page(data: bytes) -> bool:
    return _is_markup(data) and _root(data) == b"html"


def _is_instance(data: bytes) -> bool:
    return _is_markup(data) and not _is_page(data)


FORMATS: Final = (
    Format("xbrl", "XBRL 2.1 instance", (".xbrl", ".xml"), _is_instance, "filingexport.formats.xbrl.document"),
    Format("ixbrl", "Inline XBRL 1.1", (".xhtml", ".html", ".htm"), _is_page, "filingexport.formats.ixbrl"),
    Format("csv", "xBRL-CSV", (CSV_SUFFIX, ".csv"), _is_metadata, "filingexport.formats.csv"),
    Format("json", "xBRL-JSON", (".json",), _is_json, "filingexport.formats.json"),
    Format("package", "report package", (".xbri",), _is_zip, "filingexport.formats.package", inside="ixbrl"),
    Format("xbr", "report package without a page", (".xbr",), _is_zip, "filingexport.formats.package", inside="xbrl"),
)  # fmt: skip
"""Every format. A file is read by the first of those that it looks like."""
DEFAULT: Final = FORMATS[0]


def named(name: str) -> Format:
    """The format of this name; raises FilingError."""
    for each in FORMATS:
        if each.name == name:
            return each
    known = ", ".join(each.name for each in FORMATS)
    raise FilingError(
        [
            finding(
                "fx:unknownFormat",
                say(
                    "there is no format {format!r}; there are: {known}",
                    "{format!r}という形式はありません。使える形式: {known}",
                    format=name,
                    known=known,
                ),
            )
        ]
    )


def by_suffix(name: str) -> Format | None:
    """The format of the file of this name; None if its end tells none. A longer end tells more."""
    ends = ((suffix, each) for each in FORMATS for suffix in each.suffixes if name.lower().endswith(suffix))
    return max(ends, key=lambda pair: len(pair[0]), default=(None, None))[1]


def recognised(data: bytes, name: str) -> Format:
    """The format of this file, by what is in it, else by its name; raises FilingError if neither tells."""
    for each in FORMATS:
        if each.looks(data):
            return each
    found = by_suffix(name)
    if found is None:
        titles = ", ".join(each.title for each in FORMATS)
        raise FilingError(
            [
                finding(
                    "fx:unknownFormat",
                    say(
                        "is in no format that is read here ({titles})",
                        "ここで読み込める形式（{titles}）のいずれでもありません。",
                        titles=titles,
                    ),
                    name,
                )
            ]
        )
    return found
