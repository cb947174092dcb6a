"""Prose as people write it (a subset of Markdown) and as the filing keeps it (XHTML), both ways.

Paragraphs parted by a blank line, ``- `` and ``1. `` lists, pipe tables, ``*emphasis*``, ``**strong**``. What
Markdown cannot say (underlines, cells that span) is written as XHTML: prose that begins with ``<`` is taken as such.
"""

from __future__ import annotations

import re
from functools import cache
from textwrap import wrap
from typing import Final

from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from filingexport.model import xhtml
from filingexport.said import Mistake, say

# Between two characters of these scripts a line break in the source is no space in the text.
_WIDE: Final = re.compile("[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]")
_SPECIAL: Final = re.compile(r"([\\*_<|])")
_LINE_END: Final = re.compile(r"\r\n?|\n")
_WIDTH: Final = 100
_STARTS: Final = re.compile(r"^(\s*)([-+#=>]|[0-9]{1,9}[.)](?=\s|$))")


MAX_MARKS: Final = 30_000
"""Line ends and marks of Markdown in all texts of a filing, which take time to read; what is written as XHTML is not counted."""


def marks(text: str) -> int:
    """How many line ends and marks of Markdown a text has; none where it is XHTML."""
    return 0 if text.lstrip().startswith("<") else sum(map(text.count, "\n|*_\\"))


@cache
def _markdown() -> MarkdownIt:
    # Deeper than prose may be: what is nested beyond this is dropped by the parser, not refused.
    parser = MarkdownIt("zero", {"html": False, "maxNesting": 4 * xhtml.MAX_DEPTH})
    return parser.enable(["list", "table", "emphasis", "escape", "newline"])


def to_xhtml(text: str) -> str:
    """The canonical XHTML of this prose; raises ValueError for markup that is not of the subset."""
    if text.lstrip().startswith("<"):
        return xhtml.canonical(text)
    if "\0" in text:
        raise Mistake(
            say(
                "character U+0000 cannot be written in XML; remove it",
                "文字U+0000はXMLに書けません。削除してください。",
            )
        )
    tokens = _markdown().parse(text)
    _refuse_lost_cells(text, tokens)
    builder = etree.TreeBuilder()
    builder.start("div", {})
    for token in tokens:
        if token.type == "inline":
            _inline(builder, token.children or [])
        elif token.hidden:
            continue
        elif token.nesting == 1:
            start = token.attrs.get("start") if token.tag == "ol" else None
            builder.start(token.tag, {"start": str(start)} if start is not None else {})
        elif token.nesting == -1:
            builder.end(token.tag)
        else:
            raise Mistake(say("{type} is not used in prose", "{type}は文章では使えません。", type=token.type))
    builder.end("div")
    return xhtml.canonical("".join(etree.tostring(child, encoding="unicode") for child in builder.close()))


def _refuse_lost_cells(text: str, tokens: list[Token]) -> None:
    """Raise ValueError for a row with more cells than the table's first, which Markdown would drop."""
    lines = _LINE_END.split(text)
    columns = 0
    for token in tokens:
        if token.type == "table_open":
            columns = 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and columns and token.map is not None:
            row = lines[token.map[0]].strip()
            cells = escapedSplit(row)
            if len(cells) - (cells[0] == "") - (cells[-1] == "") > columns:
                raise Mistake(
                    say(
                        "a row has more cells than the first row of its table: {row!r}",
                        "表に、先頭行よりセルの多い行があります。セルの数を揃えてください: {row!r}",
                        row=row[:80],
                    )
                )


def _inline(builder: etree.TreeBuilder, tokens: list[Token]) -> None:
    for index, token in enumerate(tokens):
        if token.type in ("text", "text_special"):
            builder.data(token.content)
        elif token.type == "softbreak":
            before = tokens[index - 1].content[-1:] if index else ""
            after = tokens[index + 1].content[:1] if index + 1 < len(tokens) else ""
            builder.data("" if _WIDE.match(before) and _WIDE.match(after) else " ")
        elif token.type == "hardbreak":
            builder.start("br", {})
            builder.end("br")
        elif token.nesting == 1:
            builder.start(token.tag, {})
        elif token.nesting == -1:
            builder.end(token.tag)
        else:
            raise Mistake(say("{type} is not used in prose", "{type}は文章では使えません。", type=token.type))


def from_xhtml(fragment: str, wrapped: bool = True) -> str:
    """Prose that `to_xhtml` reads back to this canonical fragment: Markdown where that can say it, else the XHTML.

    wrapped: with lines of a width that people read in a file of text.
    """
    try:
        blocks = [_block(element) for element in xhtml.elements(fragment)]
        plain = "\n\n".join(blocks)
        for written in ("\n\n".join(map(_wrapped, blocks)) if wrapped else plain, plain):
            if to_xhtml(written) == fragment:
                return written
    except ValueError:
        pass
    return fragment


def _wrapped(block: str) -> str:
    if "\n" in block or len(block) <= _WIDTH:
        return block
    return "\n".join(wrap(block, _WIDTH, break_long_words=False, break_on_hyphens=False))


def _block(element: etree._Element) -> str:
    if element.tag == "p":
        return _text(element)
    if element.tag in ("ul", "ol"):
        first = int(element.get("start", "1"))
        lines = []
        for number, item in enumerate(element, first):
            mark = "- " if element.tag == "ul" else f"{number}. "
            blocks = [child for child in item if child.tag in ("p", "ul", "ol", "table")]
            if blocks:
                content = "\n\n".join(filter(None, (_text(item), *(_block(child) for child in blocks))))
            else:
                content = _text(item)
            padding = " " * len(mark)
            lines.append(mark + content.replace("\n", "\n" + padding).replace("\n" + padding + "\n", "\n\n"))
        return "\n".join(lines)
    if element.tag == "table":
        rows = [[_text(cell) for cell in row] for part in element for row in part]
        header, *body = rows
        return "\n".join(
            [
                "| " + " | ".join(header) + " |",
                "|" + " --- |" * len(header),
                *("| " + " | ".join(row) + " |" for row in body),
            ]
        )
    raise ValueError(f"<{element.tag!s}> has no Markdown")


def _text(element: etree._Element) -> str:
    pieces = [_escape(element.text or "")]
    for child in element:
        if child.tag == "em":
            pieces.append(f"*{_text(child)}*")
        elif child.tag == "strong":
            pieces.append(f"**{_text(child)}**")
        elif child.tag == "br":
            pieces.append("\\\n")
        elif child.tag in ("p", "ul", "ol", "table"):
            continue
        else:
            raise ValueError(f"<{child.tag!s}> has no Markdown")
        pieces.append(_escape(child.tail or ""))
    return _STARTS.sub(lambda match: f"{match[1]}{match[2][:-1]}\\{match[2][-1]}", "".join(pieces))


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
