"""The hidden keys: what column A and the header rows say of the cells beside and below them.

A cell is found by its keys and not by its position, so that rows may be inserted and columns moved. Column A of a row holds

- a path, ``notice.meeting.kind``, for a field; ``notice.proposals[]`` for a row of a table (the path of a row in which
  nothing is numbered: rows count in the order in which they stand);
- a path and a field, ``…years[]:net_sales:value``, for a row of a table whose rows are columns; ``…net_income:=`` for a line
  of a matrix;
- a path, ``!`` and what is said there, ``…inventories!:caption.zh``, for what has no cell of its own;
- or one of the words below, with a path.
"""

from __future__ import annotations

from typing import Final, NamedTuple

CONTENTS: Final = "fx:contents"
"""The sheet of contents, in its first cell, with the version of the workbook's layout."""
PART: Final = "fx:part"
"""In the contents: a sheet that the workbook was made with."""
SHEET: Final = "fx:sheet"
"""In the first cell of a sheet: the part that it holds, and the part of the year before beside it."""
FORM: Final = "fx:form"
"""The keys of the columns of fields, for all fields below."""
TABLE: Final = "fx:table"
"""The keys of the columns of a table."""
MATRIX: Final = "fx:matrix"
"""The keys of the columns of a matrix."""
RECORDS: Final = "fx:records"
"""Marks the columns that are rows of a table."""
CARD: Final = "fx:card"
"""A row of a table begins here; its fields stand below."""
END: Final = "fx:end"
"""A table ends here."""
OWN: Final = "fx:own"
"""A row for an item of the company's own, which its first cells name."""
OWN_LINE: Final = "fx:own-line"
"""The same, for a line of a matrix."""
HEADING: Final = "fx:heading"
"""A heading or a note: nothing belongs beside it."""
STATIC: Final = "fx:-"
"""Nothing in this row is read: words of ours stand in all of it."""
LISTS: Final = "fx:lists"
"""The sheet of what cells are chosen from."""
VERSION: Final = "1"
"""The version of the layout; another one may not be readable."""

ROOT: Final = "filing"
"""What the filing itself is called in a key, whose path is empty."""
RECORD: Final = "[]"
"""In a header row: a column that is a row of a table. At the end of a path: a row of the table."""
NUMBER: Final = "#"
"""The column of a row's number, by which the rows of other tables refer to it."""
REFERENCE: Final = "^"
"""The column that says to which row of another table a row belongs."""
LABEL, HINT, CHECK, MEMO = "label", "hint", "check", "memo"
IGNORED: Final = frozenset({LABEL, HINT, CHECK, MEMO})
"""The keys of columns that are not read."""
PRIOR: Final = "prior:"
"""What stands before the key of a column about the year before."""
LINE: Final = "="
"""The field in the key of a line of a matrix, whose cells are amounts in the columns of the matrix."""
LIST: Final = "*"
"""What stands before the language in a cell that holds a list, an item a line."""


class Key(NamedTuple):
    """What column A says of a row.

    verb: one of the words, "" for a path alone. path: the path, "" for none. field: after ``:``, "" for none;
    detail: after ``!``, None for none.
    """

    verb: str
    path: str
    field: str = ""
    detail: str | None = None


def parse(text: str) -> Key:
    """The key in this text."""
    text = text.strip()
    if text.startswith("fx:"):
        verb, _, rest = text.partition(" ")
        return Key(verb, rest.strip())
    path, bang, detail = text.partition("!")
    if bang:
        return Key("", path, "", detail)
    path, _, field = text.partition(":")
    return Key("", path, field)


def join(path: str, step: str) -> str:
    """A path and one step more."""
    return f"{path}.{step}" if path else step


def field_key(field: str, aspect: str) -> str:
    """The key of a table's column: a field of its rows, "" for the row itself, and what of it the cell holds."""
    return f"{field}:{aspect}"


def detail_key(path: str, field: str, aspect: str) -> str:
    """The key of a row for what has no cell of its own."""
    return f"{path}!{field}:{aspect}"
