"""Status: how complete a notice is, chapter by chapter."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from filingexport.authoring.review_marks import left
from filingexport.checks import waivers
from filingexport.cli.exit_status import COULD_NOT_RUN, INVALID, VALID
from filingexport.cli.opening import is_source, is_workbook, opened
from filingexport.cli.speaker import speaker
from filingexport.findings import FilingError
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.rolling.completeness import ChapterStatus, Status, status
from filingexport.said import Language, Said

_HEADINGS: Final = (
    Said("Chapter", "章"),
    Said("Filled", "記入済"),
    Said("Expected", "必要"),
    Said("", ""),
    Said("To review", "要確認"),
    Said("Errors", "エラー"),
    Said("Warnings", "警告"),
)
_DONE: Final = Said("complete", "完了")


def show(source: Path, against: Path | None, as_json: bool, limits: Limits = DEFAULT_LIMITS) -> int:
    """The status of a source or document; `VALID` if it is complete, `INVALID` if not, `COULD_NOT_RUN` if it cannot be read."""
    told = speaker()
    try:
        held = opened(source, limits)
        last = opened(against, limits).filing if against is not None else None
        marks = left(source, limits) if is_source(source) or is_workbook(source) else ()
        found = status(held.filing, held.places, marks, last, waivers.of_trees(held.waivers))
    except FilingError as error:
        for each in error.findings:
            told.finding(each)
        return COULD_NOT_RUN
    if as_json:
        print(json.dumps(_json(found), ensure_ascii=False, indent=1))
        told.as_json = False  # this is the JSON that was asked for
    elif told.talks:
        _print(found, told.language)
    return VALID if found.done else INVALID


def _json(found: Status) -> dict[str, Any]:
    return {
        "complete": found.done,
        "chapters": [_chapter(each) for each in found.chapters],
        "all": {
            key: value for key, value in _chapter(found.whole()).items() if key not in ("name", "missing", "label")
        },
    }


def _chapter(each: ChapterStatus) -> dict[str, Any]:
    return {
        "name": each.name, "label": {"en": each.label.en, "ja": each.label.ja}, "filled": each.filled,
        "expected": each.expected, "to_review": each.to_review, "errors": each.errors, "warnings": each.warnings,
        "missing": list(each.missing),
    }  # fmt: skip


def _print(found: Status, language: Language) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for number, heading in enumerate(_HEADINGS):
        table.add_column(heading.get(language), justify="left" if number == 0 else "right", no_wrap=number > 0)
    for each in (*found.chapters, found.whole()):
        share = f"{100 * each.filled // each.expected}%" if each.expected else ""
        style = "bold" if each.label == found.whole().label else ""
        counts = [(each.to_review, "yellow"), (each.errors, "red"), (each.warnings, "")]
        table.add_row(
            Text(each.label.get(language), style), f"{each.filled:,}", f"{each.expected:,}",
            Text(_DONE.get(language), "green") if each.done else share,
            *(Text(f"{count:,}" if count else "–", colour if count else "dim") for count, colour in counts),
        )  # fmt: skip
    console = Console(highlight=False, markup=False)
    if not console.is_terminal:
        console = Console(highlight=False, markup=False, width=120)
    console.print(table)
