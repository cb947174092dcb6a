"""What everything that writes a workbook shares: text that stays text, and the same bytes for the same content."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell

from filingexport.formats.archive import pack

MAX_TEXT: Final = 32_767
"""Characters (of UTF-16) that a cell holds."""
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet could take for a formula."""
_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def put_text(cell: Cell, text: str) -> None:
    """Store text as text, whatever it begins with: it is never calculated."""
    # What looks like the escape of a character (ECMA-376, 22.9.2.19) would be read as that character.
    cell.value = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", _ESCAPED.sub("_x005F_", text))
    cell.data_type = "s"  # openpyxl takes what begins with = for a formula, and #N/A for an error
    if text.startswith(_FORMULA):
        cell.quotePrefix = True  # as if typed with an apostrophe: it stays text when somebody edits the cell


def saved(book: Workbook, made: datetime) -> bytes:
    """The workbook's bytes, with fixed dates where openpyxl puts the time of day: the same book gives the same ones."""
    buffer = io.BytesIO()
    book.save(buffer)
    modified = made.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    content: dict[str, bytes] = {}
    with zipfile.ZipFile(buffer) as archive:
        for name in archive.namelist():
            content[name] = archive.read(name)
            if name == "docProps/core.xml":
                content[name] = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + modified, content[name])
            elif name.startswith("xl/worksheets/"):
                # Else a row would keep its height when more is typed into it.
                content[name] = content[name].replace(b' customHeight="1"', b"")
    return pack(content)
