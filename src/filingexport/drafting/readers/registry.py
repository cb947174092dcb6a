"""Which formats drafts are read from, by the end of a file's name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import Final

from attrs import evolve

from filingexport.characters import spaced, unwritable
from filingexport.drafting.document import (
    CELLS,
    LETTERS,
    LINES,
    MAX_CELLS,
    MAX_LETTERS,
    MAX_LINES,
    Block,
    Cell,
    Document,
    Line,
    Table,
    table,
    too_much,
)
from filingexport.drafting.readers import html, markdown, text, word
from filingexport.findings import FilingError, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.said import Said, say

READERS: Final[dict[str, Callable[[bytes, str, Limits], Document]]] = {
    ".docx": word.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".txt": text.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
}
"""The reader of each kind of file, by the end of its name."""


def read(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The text of a draft; raises FilingError."""
    suffix = PurePath(name).suffix.lower()
    reader = READERS.get(suffix)
    if len(data) > limits.file:
        raise FilingError(
            [
                finding(
                    "fx:limit",
                    say("is larger than {most:,} bytes", "ファイルが{most:,}バイトを超えています。", most=limits.file),
                    name,
                )
            ]
        )
    if reader is None:
        known = ", ".join(READERS)
        hint = {
            ".doc": Said("; save it as .docx", "。.docxとして保存してください"),
            ".docm": Said("; save it as .docx, without macros", "。マクロのない.docxとして保存してください"),
            ".pdf": Said("; save it as .docx or .txt", "。.docx又は.txtとして保存してください"),
        }
        raise FilingError(
            [
                finding(
                    "fx:unknownFormat",
                    say(
                        "a draft is one of {known}, not {suffix}{hint}",
                        "下書きの元は{known}のいずれかです（{suffix}は読めません）{hint}",
                        known=known,
                        suffix=suffix or Said("a file without an ending", "拡張子のないファイル"),
                        hint=hint.get(suffix, Said("", "")),
                    ),
                    name,
                )
            ]
        )
    document = reader(data, name, limits)
    bounded(document)
    document = writable(document)
    if not document.blocks:
        raise FilingError([finding("fx:missing", Said("holds no text", "文字がありません"), name)])
    return document


def bounded(document: Document) -> None:
    """Raises FilingError where a text holds more than a notice does, so that reading it would take long."""
    tables = [each for each in document.blocks if isinstance(each, Table)]
    if sum(len(each.rows) for each in tables) + len(document.blocks) - len(tables) > MAX_LINES:
        raise too_much(MAX_LINES, LINES, document.name)
    if sum(len(each.rows) * len(each.rows[0]) for each in tables) > MAX_CELLS:
        raise too_much(MAX_CELLS, CELLS, document.name)
    long = next((each.place for each in _pieces(document) if len(each.text) > MAX_LETTERS), None)
    if long is not None:
        raise too_much(MAX_LETTERS, LETTERS, long)


def writable(document: Document) -> Document:
    """The text with a space for each control character and the like, which no filing can hold and nobody sees; lines and
    tables of nothing else are left out.
    """
    if not any(unwritable(each.text) for each in _pieces(document)):
        return document
    blocks: list[Block] = []
    for each in document.blocks:
        if isinstance(each, Line):
            text = spaced(each.text).strip()
            blocks += [evolve(each, text=text)] if text else []
            continue
        rows = [[evolve(cell, text=spaced(cell.text).strip()) for cell in row] for row in each.rows]
        made = table(rows, each.place)
        blocks += [made] if made is not None else []
    return evolve(document, blocks=tuple(blocks))


def _pieces(document: Document) -> Iterator[Line | Cell]:
    for each in document.blocks:
        if isinstance(each, Line):
            yield each
        else:
            yield from (cell for row in each.rows for cell in row)
