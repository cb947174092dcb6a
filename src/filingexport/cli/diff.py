"""Diff: what changed between two filings, whatever formats they are in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

from rich.console import Console

from filingexport.cli.exit_status import COULD_NOT_RUN, INVALID, VALID
from filingexport.cli.opening import opened
from filingexport.cli.speaker import speaker
from filingexport.comparing.compared import Compared, compared
from filingexport.comparing.outputs import as_json, html, text
from filingexport.findings import FilingError
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, write_file
from filingexport.said import Language

Format = Literal["text", "json", "html"]


def diff(old: Path, new: Path, form: Format, output: Path | None, limits: Limits = DEFAULT_LIMITS) -> int:
    """Compare; `VALID` if both say the same, `INVALID` if not, `COULD_NOT_RUN` where one of them cannot be read."""
    told = speaker()
    try:
        sides = opened(old, limits), opened(new, limits)
        found = compared(
            (str(old), str(new)), (sides[0].filing, sides[1].filing), (sides[0].places, sides[1].places)
        )  # fmt: skip
        if output is not None:
            write_file(output, _said(found, form, told.language).encode())
            told.file(output, then=found.summary())
        elif form == "text" and told.talks and sys.stdout.isatty():
            text.write(found, told.language, Console(highlight=False, markup=False))
        elif not told.quiet:
            print(_said(found, form, told.language), end="")
            told.as_json = False  # this is the JSON that was asked for
    except FilingError as error:
        for each in error.findings:
            told.finding(each)
        return COULD_NOT_RUN
    return INVALID if found.changes else VALID


def _said(found: Compared, form: Format, language: Language) -> str:
    match form:
        case "json":
            return as_json.text(found)
        case "html":
            return html.text(found, language)
        case "text":
            return "".join(f"{line.rstrip()}\n" for line in text.plain(found, language))
