"""Footing of tables that stand in prose."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lxml import etree

from filingexport.checks.context import Context
from filingexport.checks.numbers import grouped
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.findings import Severity
from filingexport.model import xhtml
from filingexport.said import Said, say, verbatim

_TOTAL: Final = re.compile(r"(?:grand )?total|合計|総計|計", re.IGNORECASE)
_SUBTOTAL: Final = re.compile(r"sub-?total|小計|of which|うち", re.IGNORECASE)
_NUMBER: Final = re.compile(
    r"[(△▲−-]?\s*[0-9]{1,3}(?:,[0-9]{3}){0,12}(?:\.[0-9]{1,20})?\s*\)?|[(△▲−-]?[0-9]{1,15}(?:\.[0-9]{1,20})?\)?"
)
_MAX_SPAN: Final = 100


def _rows(table: etree._Element) -> list[list[str]]:
    """The cells of each row, a spanning cell standing in the first of its columns."""
    found = []
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in row:
            text = unicodedata.normalize("NFKC", "".join(str(each) for each in cell.itertext())).strip()
            cells.append(text)
            cells += [""] * (min(int(cell.get("colspan") or "1"), _MAX_SPAN) - 1)
        found.append(cells)
    return found


def _value(text: str) -> Decimal | None:
    if not _NUMBER.fullmatch(text):
        return None
    number = Decimal(re.sub(r"[^0-9.]", "", text))
    return -number if text[0] in "(△▲−-" else number


@rule(
    "fx.footing.table",
    Kind.FOOTING,
    Severity.WARNING,
    title=Said("A table in the text does not add up", "本文中の表の合計の不一致"),
    why=Said(
        "The row of the total is what the rows above it come to, in every column of figures.",
        "合計の行は、各列において上の行の合計に一致します。",
    ),
    todo=Said("Correct the total or the row that is wrong.", "合計又は各行を訂正してください。"),
    basis=Standard.ARITHMETIC,
)
def table(context: Context) -> Iterator[Found]:
    """Tables in prose with one row that is called the total, the last of the table."""
    for passage in context.passages:
        if not passage.markup or "<table>" not in passage.markup:
            continue
        for element in xhtml.elements(passage.markup):
            if element.tag != "table":
                continue
            rows = _rows(element)
            called = [number for number, row in enumerate(rows) if row and _TOTAL.fullmatch(row[0])]
            if called != [len(rows) - 1] or any(_SUBTOTAL.search(row[0]) for row in rows if row):
                continue
            totals = {column: _value(text) for column, text in enumerate(rows[-1]) if column}
            columns: dict[int, list[Decimal]] = {}
            for row in rows[:-1]:
                for column, text in enumerate(row):
                    if totals.get(column) is not None and (value := _value(text)) is not None:
                        columns.setdefault(column, []).append(value)
            for column, total in totals.items():
                above = columns.get(column, [])
                if total is None or len(above) < 2:
                    continue
                summed = sum(above, Decimal(0))
                places = max((-_exponent(each) for each in (total, *above)), default=0)
                if abs(total - summed) > Decimal(len(above)).scaleb(-places):
                    yield Found(
                        passage.path,
                        say(
                            "column {column}: the total is {total}, the rows come to {summed}",
                            "第{column}列の合計は{total}ですが、各行の合計は{summed}です",
                            column=column + 1,
                            total=grouped(total),
                            summed=grouped(summed),
                        ),
                        verbatim(grouped(total)),
                        verbatim(grouped(summed)),
                    )


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
