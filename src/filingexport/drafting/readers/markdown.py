"""Markdown (CommonMark with tables): headings, paragraphs, lists and tables, their marks taken off."""

from __future__ import annotations

import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from filingexport.drafting import wording
from filingexport.drafting.document import Block, Cell, Document, Line, table, too_much
from filingexport.drafting.readers.text import decoded, plain
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.said import Said

_WRAPPED: Final = 60
"""Characters of a line, of Latin letters, from which lines are taken for one paragraph that was wrapped; of Japanese, half of it."""
_BRACKETS: Final = 5_000
"""Opening brackets of a paragraph."""
_PARAGRAPHS: Final = re.compile(r"\n[ \t]*\n")
_parser: Final = MarkdownIt("commonmark", {"maxNesting": 40}).enable("table")


def read(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The lines and tables of a Markdown text; raises FilingError."""
    text = decoded(data, name)
    # What may open a link is looked for up to the end of the paragraph, each time anew.
    if any(each.count("[") > _BRACKETS for each in _PARAGRAPHS.split(text)):
        raise too_much(_BRACKETS, Said("opening brackets in one paragraph", "1段落の「[」"), name)
    return _Reader(name).document(_parser.parse(text))


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name
        self.blocks: list[Block] = []
        self.level = 0
        self.number = ""
        self.line = 1
        """That of the last token that has one: cells have none."""
        self.rows: list[list[Cell]] | None = None

    def document(self, tokens: list[Token]) -> Document:
        for token in tokens:
            if token.map is not None:
                self.line = token.map[0] + 1
            match token.type:
                case "heading_open":
                    self.level = int(token.tag[1])
                case "heading_close":
                    self.level = 0
                case "list_item_open":
                    # What numbers an item is a mark of the list; of an unnumbered one there is none.
                    self.number = f"{token.info}{token.markup} " if token.info else ""
                case "table_open":
                    self.rows = []
                case "tr_open":
                    assert self.rows is not None
                    self.rows.append([])
                case "table_close":
                    made = table(self.rows or [], f"{self.name}:{self.line}")
                    self.rows = None
                    if made is not None:
                        self.blocks.append(made)
                case "inline":
                    self.inline(token)
                case "fence" | "code_block" | "html_block":
                    self.lines(token.content, token.map[0] + 1 if token.map else 0)
                case _:
                    pass
        return Document(self.name, tuple(self.blocks))

    def inline(self, token: Token) -> None:
        lines = _lines(token)
        first = self.line
        if self.rows is not None:
            self.rows[-1].append(Cell("\n".join(lines), f"{self.name}:{first}"))
            return
        if not self.level and len(lines) > 1 and all(len(each) >= _least(each) for each in lines[:-1]):
            lines = ["".join(lines) if wording.is_japanese(lines[0]) else " ".join(lines)]
        for offset, line in enumerate(lines):
            if line:
                self.blocks.append(Line(self.number + line, f"{self.name}:{first + offset}", self.level))
                self.number = ""

    def lines(self, text: str, first: int) -> None:
        for offset, line in enumerate(text.split("\n")):
            if said := plain(line):
                self.blocks.append(Line(said, f"{self.name}:{first + offset}"))


def _least(line: str) -> int:
    return _WRAPPED // 2 if wording.is_japanese(line) else _WRAPPED


def _lines(token: Token) -> list[str]:
    """The text of a paragraph or a cell, line by line."""
    pieces: list[str] = []
    for child in token.children or ():
        match child.type:
            case "text" | "code_inline":
                pieces.append(child.content)
            case "softbreak" | "hardbreak":
                pieces.append("\n")
            case "html_inline" if child.content.lower().startswith(("<br", "</p")):
                pieces.append("\n")
            case "image":
                pieces.append(child.content)
            case _:
                pass
    return [" ".join(line.split()) for line in "".join(pieces).split("\n")]
