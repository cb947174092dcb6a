"""Where in a workbook the parts of a filing stand: which have a sheet, beside what, and how a table is laid out.

All of it follows from the plan: a part that is a file of its own in a source folder is a sheet; the statements of
a year before stand beside those of the year; a table has a row for each of its rows, unless that is too much for one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache
from typing import Final

from attrs import field

from filingexport.binding.plan import Entry, Leaf, ListLeaf, PartField, Plan, RowsField, plan
from filingexport.declaring import frozen
from filingexport.model.filing import Filing
from filingexport.model.item import LOCALIZED, Label

LANGUAGES: Final = ("ja", "en")
"""The languages that have cells of their own; text in others stands in rows of its own."""
LANGUAGE_NAMES: Final = {"ja": Label("Japanese", "日本語"), "en": Label("English", "英語")}
_WIDEST: Final = 18
"""Columns that a table may have; what has more is laid out as cards."""
_PROSE: Final = 3
"""Fields of prose from which a row is a card."""
_MOSTLY: Final = 2
"""How many times as many figures as texts make a sheet one of figures."""
_PROSE_IN_FIGURES: Final = 20
"""The same of prose, which is hard to read in the narrow columns of such a sheet."""

Path = tuple[str, ...]
LeavesOut = Callable[[Path, PartField | RowsField], bool]
"""Whether a part, at this path, has no place in the workbook."""


def nothing_left_out(path: Path, entry: PartField | RowsField) -> bool:
    """Every part has its place."""
    return False


class Mode(Enum):
    """How a table is laid out."""

    TABLE = "a row each"
    RECORDS = "a column each"
    CARDS = "a block of rows each"


class Style(Enum):
    """How a sheet is laid out: by what most of it is."""

    TEXT = "text in two languages beside each other"
    FIGURES = "figures of the year and the year before beside each other"
    GRID = "figures in many columns"


@frozen(eq=False)
class Sheet:
    """A part with a sheet of its own.

    path: its attributes; () for the filing itself. prior: the path of the same part of the year before, if it stands here too.
    """

    path: Path
    plan: Plan
    label: Label
    prior: Path | None = None
    style: Style = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "style", _style(self.plan))

    @property
    def beside(self) -> bool:
        """Whether the year before stands in columns beside the year, not below it."""
        return self.prior is not None and self.style is Style.FIGURES


def is_line(entry: Entry) -> bool:
    """Whether this field is a line of a matrix."""
    return isinstance(entry, PartField) and entry.line is not None


def inner_parts(of: Plan) -> Iterator[PartField]:
    """The parts in a part that stand on the same sheet."""
    for entry in of.entries:
        if isinstance(entry, PartField) and entry.line is None and not entry.plan.info.file:
            yield entry


@cache
def mode(entry: RowsField) -> Mode:
    """How this table is laid out."""
    flat = not any(isinstance(each, RowsField) or is_line(each) for each in _flattened(entry.plan))
    if entry.plan.start is not None and flat:
        return Mode.RECORDS
    columns = prose = 0
    for each in _flattened(entry.plan):
        if isinstance(each, RowsField) and mode(each) is not Mode.TABLE:
            return Mode.CARDS
        if is_line(each):
            return Mode.CARDS
        if isinstance(each, Leaf):
            columns += len(LANGUAGES) if each.concept.kind in LOCALIZED else 1
            prose += each.concept.kind == "prose"
        elif isinstance(each, ListLeaf):
            columns += len(LANGUAGES)
    return Mode.CARDS if columns > _WIDEST or prose >= _PROSE else Mode.TABLE


def _flattened(of: Plan) -> Iterator[Entry]:
    for entry in of.entries:
        if isinstance(entry, PartField) and entry.line is None:
            yield from _flattened(entry.plan)
        else:
            yield entry


def _on_sheet(of: Plan) -> Iterator[Entry]:
    """All fields that stand on the sheet of this part."""
    for entry in of.entries:
        if isinstance(entry, PartField) and entry.line is None:
            if not entry.plan.info.file:
                yield from _on_sheet(entry.plan)
        else:
            yield entry


@cache
def _style(of: Plan) -> Style:
    entries = list(_on_sheet(of))
    if any(is_line(each) or (isinstance(each, RowsField) and mode(each) is Mode.RECORDS) for each in entries):
        return Style.GRID
    if any(isinstance(each, (RowsField, ListLeaf)) for each in entries):
        return Style.TEXT
    leaves = [each for each in entries if isinstance(each, Leaf)]
    texts = sum(each.concept.kind in LOCALIZED for each in leaves)
    prose = sum(each.concept.kind == "prose" for each in leaves)
    figures = len(leaves) - texts
    return Style.FIGURES if figures > max(_MOSTLY * texts, _PROSE_IN_FIGURES * prose) else Style.TEXT


def comparatives(of: Plan) -> dict[str, Path]:
    """The fields of a part whose year before stands in another of its fields: attribute to the path there.

    They are of the same class, in a part with a period of its own beside them.
    """
    found: dict[str, Path] = {}
    for holder in of.entries:
        if not isinstance(holder, PartField) or holder.line is not None or holder.plan.start is None:
            continue
        before = {each.attribute: each.plan for each in holder.plan.entries if isinstance(each, PartField)}
        for entry in of.entries:
            if (
                isinstance(entry, PartField)
                and entry.line is None
                and entry.plan.info.file
                and before.get(entry.attribute) is entry.plan
            ):
                found[entry.attribute] = (holder.attribute, entry.attribute)
    return found


@cache
def all_sheets() -> dict[Path, Sheet]:
    """Every sheet that a filing may have, by the path of its part."""
    return {each.path: each for each in sheets()}


def sheets(leaves_out: LeavesOut = nothing_left_out) -> tuple[Sheet, ...]:
    """The sheets of a filing, in the order of the notice, without those of the years before that stand beside."""
    root = plan(Filing)
    found = [Sheet((), root, Label("Company and filing", "会社及び書類"))]
    found += _below(root, (), None, (), leaves_out)
    return tuple(found)


def _below(of: Plan, path: Path, prior: Path | None, over: tuple[Label, ...], leaves_out: LeavesOut) -> Iterator[Sheet]:
    beside = comparatives(of)
    shown_beside = set(beside.values())
    for entry in of.entries:
        if not isinstance(entry, PartField) or entry.line is not None:
            continue
        here = (*path, entry.attribute)
        if leaves_out(here, entry):
            continue
        labels = (*over, entry.member.label) if entry.member is not None else over
        before = (*prior, entry.attribute) if prior is not None else None
        if entry.attribute in beside:
            before = (*path, *beside[entry.attribute])
        if entry.plan.info.file:
            yield Sheet(here, entry.plan, _label(labels, entry.plan), before)
        held = [each for each in shown_beside if each[0] == entry.attribute]
        if held:
            yield from _others(entry.plan, here, {each[1] for each in held}, labels, leaves_out)
        else:
            yield from _below(entry.plan, here, before, labels, leaves_out)


def _others(of: Plan, path: Path, shown: set[str], over: tuple[Label, ...], leaves_out: LeavesOut) -> Iterator[Sheet]:
    """Of a year before: what does not stand beside the year."""
    for sheet in _below(of, path, None, over, leaves_out):
        if sheet.path[len(path)] not in shown:
            yield sheet


def _label(over: tuple[Label, ...], of: Plan) -> Label:
    """The title of a sheet: that of its part, and what it is the part of where that does not say it."""
    en = [each.en for each in over if each.en.lower() not in of.info.en.lower()]
    ja = [each.ja for each in over if each.ja not in of.info.ja]
    return Label(": ".join([*en, of.info.en]), " ".join([*ja, of.info.ja]))
