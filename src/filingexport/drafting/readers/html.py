"""Pages: paragraphs, headings, lists and tables of HTML, what scripts and styles hold left out. Nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from filingexport.characters import is_digits
from filingexport.drafting.document import CELLS, MAX_CELLS, Block, Cell, Document, Line, table, too_much
from filingexport.drafting.readers.text import decoded
from filingexport.findings import FilingError, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, too_many
from filingexport.reasons import reason
from filingexport.said import say

_SKIPPED: Final = frozenset(
    ["script", "style", "head", "template", "noscript", "svg", "math", "object", "iframe", "nav", "button", "select", "title"]
)  # fmt: skip
_BLOCKS: Final = frozenset(
    ["p", "div", "li", "ul", "ol", "dl", "dt", "dd", "section", "article", "header", "footer", "main", "body", "html", "blockquote", "figure", "figcaption", "address", "pre", "form", "fieldset", "h1", "h2", "h3", "h4", "h5", "h6", "details", "summary", "hr", "aside", "center"]
)  # fmt: skip
_HEADING: Final = re.compile(r"h([1-6])")
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,30})", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"""[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>]*+))?+""")
_TAG: Final = re.compile(
    r"<!--.*?(?:-->|$)"
    r"|<(?P<raw>script|style|title|textarea|xmp|iframe|noembed|noframes)\b[^>]*+>.*?(?:</(?P=raw)|$)"
    rf"|(?P<tag><[A-Za-z](?:\s|/|{_ATTRIBUTE.pattern})*+)",
    re.DOTALL | re.IGNORECASE,
)
"""A comment, an element that holds no others, or a tag with its attributes."""
_WIDEST: Final = 200
"""Columns that a cell may span: more than any table has."""


def read(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The lines and tables of a page; raises FilingError."""
    text = _text(data, name)
    # As characters, with what a declaration says of the encoding taken out: it is decoded already.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    if _crowded(text, limits.attributes):
        raise too_many(name, "attributes", limits)
    if text.count("<") > limits.nodes:
        raise too_many(name, "nodes", limits)
    parser = etree.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, recover=True)
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FilingError(
            [
                finding(
                    "fx:notXML",
                    say("cannot be read as HTML: {why}", "HTMLとして読み込めません（{why}）。", why=reason(error)),
                    name,
                )
            ]
        ) from None
    if root is None:
        raise FilingError([finding("fx:missing", say("the file is empty", "ファイルが空です。"), name)])
    reader = _Reader(name)
    reader.block(root, 0)
    reader.flush(root)
    return Document(name, tuple(reader.blocks))


def _crowded(text: str, most: int) -> bool:
    """Whether an element has more attributes than this; libxml2 compares each with all before it."""
    return any(
        len(found[0]) > most and sum(1 for _ in _ATTRIBUTE.finditer(found[0])) > most + 1
        for found in _TAG.finditer(text)
        if found["tag"]
    )


def _text(data: bytes, name: str) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared is not None and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeError):
            pass
    return decoded(data, name)


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name
        self.blocks: list[Block] = []
        self.pending: list[str] = []
        self.level = 0
        self.numbers: list[int | None] = []

    def place(self, element: etree._Element) -> str:
        return f"{self.name}:{element.sourceline or 0}"

    def flush(self, element: etree._Element) -> None:
        """Close the line that is open."""
        for line in "".join(self.pending).split("\n"):
            text = " ".join(line.split())
            if text:
                self.blocks.append(Line(text, self.place(element), self.level))
        self.pending = []

    def block(self, element: etree._Element, depth: int) -> None:
        tag = _tag(element)
        if tag in _SKIPPED or _is_hidden(element) or depth > 250:
            return
        if tag == "table":
            self.flush(element)
            self.table(element)
            return
        own = tag in _BLOCKS
        heading = _HEADING.fullmatch(tag)
        if own:
            self.flush(element)
            if heading is not None:
                self.level = int(heading[1])
        if tag == "br":
            self.pending.append("\n")
        if tag == "ol":
            start = element.get("start", "1")
            self.numbers.append(int(start) if is_digits(start, 4) else 1)
        elif tag == "ul":
            self.numbers.append(None)
        elif tag == "li" and self.numbers and (number := self.numbers[-1]) is not None:
            self.pending.append(f"{number}. ")
            self.numbers[-1] = number + 1
        if element.text:
            self.pending.append(_inline(element.text))
        for child in element:
            if isinstance(child.tag, str):
                self.block(child, depth + 1)
            if child.tail:
                self.pending.append(_inline(child.tail))
        if own:
            self.flush(element)
            if heading is not None:
                self.level = 0
        if tag in ("ol", "ul"):
            self.numbers.pop()

    def table(self, element: etree._Element) -> None:
        rows: list[list[Cell]] = []
        hanging: dict[int, int] = {}  # columns that a cell above still fills, and for how many rows
        inner = list(_rows(element))
        made_so_far = 0
        for row in inner:
            cells: list[Cell] = []
            for cell in (each for each in row if _tag(each) in ("td", "th") and not _is_hidden(each)):
                while hanging.get(len(cells), 0) > 0:
                    hanging[len(cells)] -= 1
                    cells.append(Cell("", self.place(row)))
                wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
                for number in range(wide):
                    if high > 1:
                        hanging[len(cells)] = high - 1
                    cells.append(Cell(_words(cell) if number == 0 else "", self.place(cell)))
            while hanging.get(len(cells), 0) > 0:
                hanging[len(cells)] -= 1
                cells.append(Cell("", self.place(row)))
            made_so_far += len(cells)
            if made_so_far > MAX_CELLS:
                raise too_much(MAX_CELLS, CELLS, self.place(element))
            if cells:
                rows.append(cells)
        captions = [each for each in element if _tag(each) == "caption"]
        for caption in captions:
            if text := " ".join(_words(caption).split()):
                self.blocks.append(Line(text, self.place(caption)))
        made = table(rows, self.place(element))
        if made is None:
            return
        if len(made.rows[0]) == 1:  # a table that only sets text off
            for only in made.rows:
                self.blocks += [Line(line, only[0].place) for line in only[0].text.split("\n") if line]
            return
        self.blocks.append(made)


def _tag(element: etree._Element) -> str:
    return str(element.tag).rpartition(":")[2].lower() if isinstance(element.tag, str) else ""


def _is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")) is not None


def _inline(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _rows(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if _tag(child) == "tr":
            yield child
        elif _tag(child) in ("thead", "tbody", "tfoot"):
            yield from (each for each in child if _tag(each) == "tr")


def _span(cell: etree._Element, name: str) -> int:
    text = cell.get(name, "1")
    return min(max(int(text), 1), _WIDEST) if is_digits(text, 4) else 1


def _words(element: etree._Element) -> str:
    """The text of a cell, a line a paragraph."""
    pieces: list[str] = []

    def collect(each: etree._Element, depth: int) -> None:
        tag = _tag(each)
        if tag in _SKIPPED or _is_hidden(each) or depth > 250:
            return
        if tag == "br" or (tag in _BLOCKS and pieces):
            pieces.append("\n")
        if each.text:
            pieces.append(_inline(each.text))
        for child in each:
            if isinstance(child.tag, str):
                collect(child, depth + 1)
            if child.tail:
                pieces.append(_inline(child.tail))
        if tag in _BLOCKS or tag == "tr":
            pieces.append("\n")

    collect(element, 0)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
