"""Which formats drafts are read from, by the end of a file's name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Final

from filingexport.drafting.document import MAX_LINES, Document, Table
from filingexport.drafting.readers import html, markdown, text, word
from filingexport.findings import FilingError, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.said import Said, say

READERS: Final[dict[str, Callable[[bytes, str], Document]]] = {
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
    document = reader(data, name)
    if sum(len(each.rows) if isinstance(each, Table) else 1 for each in document.blocks) > MAX_LINES:
        raise FilingError(
            [
                finding(
                    "fx:limit",
                    say(
                        "holds more than {most} lines and rows of tables",
                        "行と表の行が{most}を超えます",
                        most=f"{MAX_LINES:,}",
                    ),
                    name,
                )
            ]
        )
    if not document.blocks:
        raise FilingError([finding("fx:missing", Said("holds no text", "文字がありません"), name)])
    return document
