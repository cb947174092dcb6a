"""What differs between two versions of the taxonomy: as tables to read, or as JSON."""

from __future__ import annotations

import json
from itertools import compress
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from filingexport.cli.main import COULD_NOT_RUN, INVALID, VALID
from filingexport.cli.speaker import speaker
from filingexport.findings import FilingError
from filingexport.names import local_name, namespace
from filingexport.taxonomy import build, given
from filingexport.taxonomy.diff import AREAS, Change, Difference, compare_files

_SIGNS: Final = {"added": ("+", "green"), "removed": ("-", "red"), "changed": ("~", "yellow"), "moved": ("~", "yellow")}
_BUILT: Final = "the classes"


def diff(old: Path, new: Path | None, as_json: bool) -> int:
    """Compare, and say what differs; 1 if a filing of the old version may not read any more, 2 if nothing can be said."""
    try:
        after = build.files() if new is None else given.files(new)
        found = compare_files(given.files(old), old.name, after, _BUILT if new is None else new.name)
    except FilingError as error:
        for each in error.findings:
            speaker().finding(each)
        return COULD_NOT_RUN
    names = str(old), _BUILT if new is None else str(new)
    if as_json:
        print(_json(names, found))
        speaker().as_json = False  # this is the JSON that was asked for
    else:
        _print(names, found)
    return VALID if found.compatible else INVALID


def _json(names: tuple[str, str], found: Difference) -> str:
    document = {
        "old": {"given": names[0], "namespaces": found.old.namespaces},
        "new": {"given": names[1], "namespaces": found.new.namespaces},
        "compatible": found.compatible,
        "not compared": list(found.apart),
        "changes": [
            {
                "area": each.area, "change": each.kind, "name": local_name(each.name), "namespace": namespace(each.name),
                "what": each.what, "old": each.before, "new": each.after, "compatible": each.compatible,
                "effect": each.effect,
            }
            for each in found.changes
        ],
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False, indent=1)


def _print(names: tuple[str, str], found: Difference) -> None:
    console = Console(highlight=False, markup=False, width=None if Console().is_terminal else 160)
    for side, name, contents in (("old", names[0], found.old), ("new", names[1], found.new)):
        versions = ", ".join(_visible(date or "without a date") for date in dict.fromkeys(contents.namespaces.values()))
        items = sum(each.kind == "item" for each in contents.elements.values())
        console.print(f"{side}  {_visible(name)}: version {versions}, {items:,} items", soft_wrap=True)
    wrong = [each for each in found.changes if not each.compatible]
    if wrong:
        console.print()
        console.print(_table(f"Filings of the old version may not read ({len(wrong):,})", wrong))
    for area in AREAS:
        rest = [each for each in found.changes if each.area == area and each.compatible]
        if rest:
            console.print()
            console.print(_table(f"{area.capitalize()} ({len(rest):,})", rest))
    console.print()
    for each in found.apart:
        console.print(f"not compared: {_visible(each)}, which only one of the two has", soft_wrap=True)
    if not found.changes:
        console.print("the same")
    elif not wrong:
        console.print(f"{len(found.changes):,} changes; every filing of the old version still reads")
    else:
        console.print(
            f"{len(found.changes):,} changes; with {len(wrong):,} of them filings of the old version may not read"
        )
        if found.old.namespaces == found.new.namespaces:
            console.print("Both are of one version: such changes need a new version date (docs/taxonomy.md).")


def _table(title: str, changes: list[Change]) -> Table:
    """A row a change; columns that would be empty are left out."""
    table = Table(title=Text(title, "bold"), title_justify="left", box=None, pad_edge=False, expand=True)
    table.add_column("", no_wrap=True)
    said = [(local_name(each.name), each.what, each.before, each.after, each.effect) for each in changes]
    shown = [any(column) for column in zip(*said, strict=True)]
    for heading in compress(("Name", "What", "Old", "New", "Because"), shown):
        table.add_column(heading, overflow="fold", ratio=1)
    for each, texts in zip(changes, said, strict=True):
        table.add_row(Text(*_SIGNS[each.kind]), *(Text(_visible(text)) for text in compress(texts, shown)))
    return table


def _visible(text: str) -> str:
    """The text with what a terminal would act on replaced."""
    return "".join(
        each if each.isprintable() else " " if each.isspace() else "\N{REPLACEMENT CHARACTER}" for each in text
    )
