"""Which formats drafts are read from, by the end of a file's name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Final

from filingexport.drafting.document import MAX_LINES, Document, Table
from filingexport.drafting.readers import html, markdown, text, word
from filingexport.findings import FilingError, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits

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
        raise FilingError([finding("fx:limit", f"is larger than {limits.file:,} bytes", name)])
    if reader is None:
        known = ", ".join(READERS)
        hint = {
            ".doc": "; save it as .docx",
            ".docm": "; save it as .docx, without macros",
            ".pdf": "; save it as .docx or .txt",
        }
        raise FilingError(
            [
                finding(
                    "fx:unknownFormat",
                    f"a draft is one of {known}, not {suffix or 'a file without an ending'}{hint.get(suffix, '')}",
                    name,
                )
            ]
        )
    document = reader(data, name)
    if sum(len(each.rows) if isinstance(each, Table) else 1 for each in document.blocks) > MAX_LINES:
        raise FilingError([finding("fx:limit", f"holds more than {MAX_LINES:,} lines and rows of tables", name)])
    if not document.blocks:
        raise FilingError([finding("fx:missing", "holds no text", name)])
    return document
