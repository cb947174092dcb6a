"""Plain text: a paragraph a line, tables as lines with tabs or with upright strokes."""

from __future__ import annotations

import re
from typing import Final

from filingexport.drafting.document import Block, Cell, Document, Line, table
from filingexport.findings import FilingError, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.said import Said

_RULE: Final = re.compile(r"[\s:|+-]+")
_BULLET: Final = re.compile(r"^\s*[-*•・]\s+(?=\S)")
_TAG: Final = re.compile(r"</?(?:p|br|b|i|strong|em|sup|sub)\s*/?>", re.IGNORECASE)
_EMPHASIS: Final = re.compile(r"\*\*(?=\S)|(?<=\S)\*\*")


def decoded(data: bytes, name: str) -> str:
    """The text of these bytes: UTF-8, UTF-16 with its mark, or Shift_JIS (CP932) as Japanese machines still write it.

    Raises FilingError.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in data:
        raise FilingError(
            [
                finding(
                    "fx:encoding",
                    Said("holds NUL characters: it is no text", "NUL文字があり、テキストではありません"),
                    name,
                )
            ]
        )
    else:
        encodings = ["utf-8-sig", "cp932"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FilingError(
        [
            finding(
                "fx:encoding",
                Said(
                    "is in no encoding that is read; save it as UTF-8",
                    "文字コードを判別できません。UTF-8で保存してください",
                ),
                name,
            )
        ]
    )


def read(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The lines and tables of a text; raises FilingError."""
    blocks: list[Block] = []
    rows: list[list[Cell]] = []

    def close() -> None:
        made = table(rows, rows[0][0].place) if rows else None
        if made is not None:
            blocks.append(made)
        rows.clear()

    for number, raw in enumerate(decoded(data, name).splitlines(), 1):
        place = f"{name}:{number}"
        cells = _cells(raw, place)
        if cells is not None:
            rows.append(cells)
            continue
        if _is_rule(raw) and rows:
            continue
        close()
        text = plain(raw)
        if text:
            blocks.append(Line(text, place))
    close()
    return Document(name, tuple(blocks))


def plain(text: str) -> str:
    """A line without the marks of emphasis and lists, white space as single spaces."""
    return " ".join(_EMPHASIS.sub("", _TAG.sub(" ", _BULLET.sub("", text))).split())


def _is_rule(raw: str) -> bool:
    if "|" not in raw:
        return False
    said = raw.strip().removeprefix("- ")
    return "-" in said and _RULE.fullmatch(said) is not None


def _cells(raw: str, place: str) -> list[Cell] | None:
    if "\t" in raw:
        return [Cell(_cell(each), place) for each in raw.split("\t")]
    stroked = _BULLET.sub("", raw).strip()
    if stroked.count("|") >= 2 and stroked.startswith("|") and not _is_rule(raw):
        return [Cell(_cell(each), place) for each in stroked.strip("|").split("|")]
    return None


def _cell(text: str) -> str:
    """A cell's text; paragraphs that are marked in it stay lines."""
    lines = re.split(r"</p>|<br\s*/?>", text, flags=re.IGNORECASE)
    return "\n".join(line for each in lines if (line := plain(each)))
