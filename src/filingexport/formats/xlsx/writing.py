"""What everything that writes a workbook shares: text that stays text, and the same bytes for the same content."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell

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
    dated = io.BytesIO()
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(dated, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + modified, content)
            elif name.startswith("xl/worksheets/"):
                # Else a row would keep its height when more is typed into it.
                content = content.replace(b' customHeight="1"', b"")
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, whatever machine it is made on
            entry.external_attr = 0o644 << 16
            new.writestr(entry, content)
    return dated.getvalue()
