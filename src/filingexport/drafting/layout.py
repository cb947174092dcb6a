"""How a table is laid out: which columns hold captions and which amounts, what heads them, side by side or one below another."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from filingexport.authoring.figures import PrintedUnit
from filingexport.drafting import wording
from filingexport.drafting.document import Cell, Table
from filingexport.drafting.printed import is_dash, is_figure
from filingexport.drafting.units import unit_in

_SCALE_ALONE: Final = re.compile(
    r"(?:hundred|thousand|million|billion)s?(?: of yen)?|千円|百万円|円|yen|%|株|名|人", re.IGNORECASE
)
_PRIOR: Final = re.compile(
    r"\b(?:prior|previous|preceding|last)\b|前期|前事業年度|前連結会計年度|前年|\breference\b|参考", re.IGNORECASE
)
_CURRENT: Final = re.compile(
    r"\bcurrent (?:fiscal )?(?:year|term|period)\b|当期|当事業年度|当連結会計年度|当年度", re.IGNORECASE
)
MAX_COLUMNS: Final = 60
"""Columns of a table that is read as one of records, years or movements; no table of a notice is as wide."""
_YEAR: Final = re.compile(r"\b((?:19|20)[0-9]{2})\b|((?:19|20)[0-9]{2})年")


@frozen(eq=False)
class Amount:
    """A figure of a row, and the column it stands in."""

    text: str
    place: str
    column: int


@frozen(eq=False)
class Row:
    """A line of a statement: its caption and its figures."""

    caption: str
    place: str
    amounts: tuple[Amount, ...]
    indent: int = 0

    @property
    def typographic(self) -> bool:
        """Whether brackets around the figures only set the line off, as they do around its caption."""
        plain = wording.normal(wording.unnumbered(self.caption))
        return plain != wording.unbracketed(plain) and plain[:1] in "([（［"


@frozen(eq=False)
class Stack:
    """Lines below each other with the columns of their amounts. headings: of each column, "" for none."""

    rows: tuple[Row, ...]
    columns: tuple[int, ...]
    headings: dict[int, str]
    units: dict[int, PrintedUnit]


def joined(given: Table) -> Table:
    """The table with scales that stand in a cell of their own (``1,234 | thousand``) put to their figures."""
    rows = []
    for row in given.rows:
        made: list[Cell] = []
        for cell in row:
            last = made[-1] if made else None
            if last is not None and is_figure(last.text) and _SCALE_ALONE.fullmatch(wording.normal(cell.text)):
                made[-1] = Cell(f"{last.text} {cell.text}", last.place)
                made.append(Cell("", cell.place))
            else:
                made.append(cell)
        rows.append(tuple(made))
    return Table(tuple(rows), given.place)


def is_amount(text: str) -> bool:
    """Whether a cell holds a figure or a dash."""
    return is_figure(text) or is_dash(text)


def head(given: Table) -> int:
    """How many rows at the top hold headings of columns: those before the first with a figure after its first cell."""
    for number, row in enumerate(given.rows):
        if any(is_figure(each.text) for each in row[1:]):
            return number
    return len(given.rows)


def is_prior(heading: str) -> bool:
    """Whether a column's heading says that it is of the year before."""
    return _PRIOR.search(wording.normal(heading)) is not None and _CURRENT.search(wording.normal(heading)) is None


def years(heading: str) -> list[int]:
    """The years that a heading names."""
    return [int(match[1] or match[2]) for match in _YEAR.finditer(wording.normal(heading))]


def stacks(given: Table) -> list[Stack]:
    """The lists of captions with amounts that a table is made of, two where they stand side by side; none where it is no such table."""
    width = len(given.rows[0])
    kinds = [_kind(given, column) for column in range(width)]
    found: list[Stack] = []
    captions: list[int] = []
    amounts: list[int] = []
    groups: list[tuple[list[int], list[int]]] = []
    for column, kind in enumerate(kinds):
        if kind == "text":
            if amounts:
                groups.append((captions, amounts))
                captions, amounts = [], []
            captions.append(column)
        elif kind == "amount":
            amounts.append(column)
    if captions and amounts:
        groups.append((captions, amounts))
    for group in groups:
        if group[0]:
            found.append(_stack(given, *group))
    return found


def _kind(given: Table, column: int) -> str:
    texts = [row[column].text for row in given.rows if row[column].text]
    figures = sum(is_figure(each) for each in texts)
    dashes = sum(is_dash(each) for each in texts)
    others = len(texts) - figures - dashes
    if figures and figures + dashes >= others:
        return "amount"
    return "text" if others else ""


def _stack(given: Table, captions: list[int], amounts: list[int]) -> Stack:
    rows = []
    headings: dict[int, list[str]] = {each: [] for each in amounts}
    begun = False
    for row in given.rows:
        figures = tuple(Amount(row[each].text, row[each].place, each) for each in amounts if is_amount(row[each].text))
        said = [row[each].text for each in captions if row[each].text]
        if not figures and not begun:
            for each in amounts:
                if row[each].text:
                    headings[each].append(row[each].text)
            if any(row[each].text for each in amounts):
                if said:  # what stands beside the headings of the columns heads the captions
                    rows.append(Row(" ".join(said), row[captions[0]].place, (), 0))
                continue
        begun = begun or bool(figures)
        if said or figures:
            indent = next((number for number, each in enumerate(captions) if row[each].text), 0)
            rows.append(Row(" ".join(said), row[captions[0]].place, figures, indent))
    units = {}
    for each in amounts:
        unit = unit_in(" ".join(headings[each])) or _agreed(given, each)
        if unit is not None:
            units[each] = unit
    return Stack(tuple(rows), tuple(amounts), {each: " ".join(said) for each, said in headings.items()}, units)


def _agreed(given: Table, column: int) -> PrintedUnit | None:
    """The unit that some figures of a column state, for those that state none; None where they differ."""
    texts = [row[column].text for row in given.rows if is_figure(row[column].text)]
    stated = {
        unit for each in texts if (unit := unit_in(re.sub(r"[0-9][0-9,.]*", " ", wording.normal(each)))) is not None
    }
    return stated.pop() if len(stated) == 1 else None
