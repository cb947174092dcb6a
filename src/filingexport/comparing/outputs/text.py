"""What changed for people at a terminal: a table there; in a pipe plain lines, words marked as wdiff marks them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from filingexport.comparing.compare import Change
from filingexport.comparing.compared import Compared
from filingexport.comparing.edits import Effort
from filingexport.comparing.outputs.marked import Shown, shown, visible
from filingexport.comparing.words import Run
from filingexport.said import Language, Said

_SIGNS: Final = {"added": ("+", "green"), "removed": ("-", "red"), "changed": ("~", "yellow"), "moved": ("↕", "cyan")}
_STYLES: Final = {"same": "", "removed": "red strike", "added": "green"}
_MARKS: Final = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
_OLD: Final = Said("Old", "旧")
_NEW: Final = Said("New", "新")
_WHERE: Final = Said("Where", "箇所")
_KEEP: Final = 60
"""Characters that are shown to either side of a change."""
_ARROW: Final = " › "


def write(found: Compared, language: Language, console: Console) -> None:
    """A table a chapter."""
    _heads(found, language, console)
    effort = Effort()
    for chapter, changes in groupby(found.changes, key=lambda each: each.chapter):
        table = Table(
            title=Text(_led(chapter, language) or found.new.company(language), "bold"), title_justify="left", box=None,
            pad_edge=False, expand=True, padding=(0, 1, 1, 0),
        )  # fmt: skip
        table.add_column("", no_wrap=True)
        for said, ratio in ((_WHERE, 3), (_OLD, 4), (_NEW, 4)):
            table.add_column(said.get(language), overflow="fold", ratio=ratio)
        for each in changes:
            _add(table, each, language, effort)
        console.print()
        console.print(table)
    console.print()
    console.print(found.summary().get(language))


def _heads(found: Compared, language: Language, console: Console) -> None:
    for said, side in ((_OLD, found.old), (_NEW, found.new)):
        year = f"{side.filing.fiscal_year_start} – {side.filing.fiscal_year_end}"
        console.print(f"{said.get(language)}  {visible(side.name)}  {visible(side.company(language))}  {year}", soft_wrap=True, markup=False)  # fmt: skip


def _add(table: Table, change: Change, language: Language, effort: Effort) -> None:
    sign, style = _SIGNS[change.kind]
    where = Text(_led(change.label, language))
    old_place, new_place = change.places
    where.append(f"\n{visible(new_place or old_place or change.path)}", "dim")
    if change.apart is not None:
        where.append(f"\n{change.apart.get(language)}", "bold")
    before, after = Text(), Text()
    for number, each in enumerate(shown(change, language, _KEEP, effort)):
        for cell, said in ((before, each.before), (after, each.after)):
            if said is None:
                continue
            if number and cell:
                cell.append("\n")
            if head := _head(each):
                cell.append(f"{head}: ", "dim")
            for run in said:
                cell.append(run.text, _STYLES[run.kind])
    table.add_row(Text(sign, style), where, before, after)


def plain(found: Compared, language: Language) -> Iterator[str]:
    """Lines without colours: a change, then what it says."""
    for said, side in ((_OLD, found.old), (_NEW, found.new)):
        year = f"{side.filing.fiscal_year_start} – {side.filing.fiscal_year_end}"
        yield f"{said.get(language)}  {visible(side.name)}  {visible(side.company(language))}  {year}"
    effort = Effort()
    for change in found.changes:
        yield ""
        apart = f"  ({change.apart.get(language)})" if change.apart is not None else ""
        yield f"{_SIGNS[change.kind][0]} {_led((*change.chapter, *change.label), language)}{apart}"
        yield f"  {_place(change)}"
        for each in shown(change, language, _KEEP, effort):
            head = _head(each)
            for line in _lines(each):
                yield f"    {head}: {line}" if head else f"    {line}"
    yield ""
    yield found.summary().get(language)


def _lines(each: Shown) -> Iterator[str]:
    for side in (each.before, each.after) if each.both is None else (each.both,):
        if side is not None:
            yield _marked(side)


def _marked(runs: tuple[Run, ...]) -> str:
    return "".join(f"{_MARKS[run.kind][0]}{run.text}{_MARKS[run.kind][1]}" for run in runs).replace("\n", "\n    ")


def _head(each: Shown) -> str:
    return _ARROW.join(filter(None, (each.below, each.name)))


def _led(labels: tuple[Said, ...], language: Language) -> str:
    return _ARROW.join(visible(each.get(language)) for each in labels)


def _place(change: Change) -> str:
    return "  ".join(visible(each) for each in (change.path, *dict.fromkeys(filter(None, change.places))))
