"""The cells of xBRL-CSV (xBRL-CSV 1.0, appendix A): special values, and where text needs an escape."""

from __future__ import annotations

from enum import Enum

from filingexport.said import Mistake, say


class Special(Enum):
    """What a cell holds that is no text. Null is None."""

    EMPTY = "an empty cell"
    NONE = "#none"


Cell = str | Special | None
"""Text, null, or nothing."""


def written(value: str | None) -> str:
    """The cell of a value: text or null."""
    if value is None:
        return "#nil"
    if value == "":
        return "#empty"
    return f"#{value}" if value.startswith("#") else value


def read(cell: str) -> Cell:
    """What this cell holds; raises ValueError for a special value that there is not."""
    if cell == "":
        return Special.EMPTY
    if not cell.startswith("#"):
        return cell
    if cell.startswith("##"):
        return cell[1:]
    if cell == "#nil":
        return None
    if cell == "#none":
        return Special.NONE
    if cell == "#empty":
        return ""
    raise Mistake(
        say(
            "{cell!r} is no special value; text that begins with # is written with two",
            "{cell!r}は特殊値ではありません。#で始まる文字列は##と書きます。",
            cell=cell[:40],
        )
    )
