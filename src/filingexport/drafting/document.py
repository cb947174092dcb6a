"""A notice's text as it was read from a file of any format: lines and tables in their order, each with its place."""

from __future__ import annotations

from typing import Final

from attrs import field, frozen

from filingexport.findings import FilingError, finding
from filingexport.said import Said, say

MAX_LINES: Final = 10_000
"""Lines and rows of tables of a text: far more than a notice has."""
MAX_CELLS: Final = 100_000
"""Cells of a text's tables, each filled up to its widest row."""
MAX_LETTERS: Final = 20_000
"""Characters of a line or a cell: the longest paragraphs of notices have some 3,000."""


def too_much(most: int, what: Said, place: str) -> FilingError:
    """What is raised over a text that holds more of something than a notice does."""
    said = say("holds more than {most:,} {what}", "{what}が{most:,}を超えます", most=most, what=what)
    return FilingError([finding("fx:limit", said, place)])


@frozen
class Line:
    """A paragraph, a heading or an item of a list. level: of a heading that the format marks as one, 0 for others.

    place: the file and the line or paragraph, as ``notice.txt:12``.
    """

    text: str
    place: str
    level: int = field(default=0, eq=False)


@frozen
class Cell:
    """A cell of a table; its lines are parted by line breaks."""

    text: str
    place: str


@frozen
class Table:
    """Rows of cells, all of them as wide as the table."""

    rows: tuple[tuple[Cell, ...], ...]
    place: str


Block = Line | Table


@frozen
class Document:
    """The whole text of a file. name: the file's, as it is told to people."""

    name: str
    blocks: tuple[Block, ...]


CELLS: Final = Said("cells of tables", "表のセル")
LINES: Final = Said("lines and rows of tables", "行と表の行")
LETTERS: Final = Said("characters in one line", "1行の文字数")


def table(rows: list[list[Cell]], place: str) -> Table | None:
    """A table of these rows, filled up to one width; None where nothing is in it. Raises FilingError for too large a one."""
    kept = [row for row in rows if any(each.text for each in row)]
    if not kept:
        return None
    width = max(len(row) for row in kept)
    if width * len(kept) > MAX_CELLS:
        raise too_much(MAX_CELLS, CELLS, place)
    return Table(tuple((*row, *(Cell("", row[0].place) for _ in range(width - len(row)))) for row in kept), place)
