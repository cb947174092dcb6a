"""Diff: what changed between two filings, whatever formats they are in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

from rich.console import Console

from filingexport.checks.said import Language
from filingexport.cli.main import COULD_NOT_RUN, INVALID, VALID
from filingexport.cli.opening import opened
from filingexport.comparing.compared import Compared, compared
from filingexport.comparing.outputs import as_json, html, text
from filingexport.findings import FilingError
from filingexport.formats.safe import write_file

Format = Literal["text", "json", "html"]


def diff(old: Path, new: Path, form: Format, language: Language, output: Path | None, quiet: bool) -> int:
    """Compare; `VALID` if both say the same, `INVALID` if not, `COULD_NOT_RUN` where one of them cannot be read."""
    try:
        sides = opened(old), opened(new)
        found = compared((str(old), str(new)), (sides[0].filing, sides[1].filing), (sides[0].places, sides[1].places))
        if not quiet or output is not None:
            _put(found, form, language, output)
    except FilingError as error:
        for each in error.findings:
            print(each, file=sys.stderr)
        return COULD_NOT_RUN
    if output is not None and not quiet:
        print(f"{output}  {found.summary().get(language)}")
    return INVALID if found.changes else VALID


def _put(found: Compared, form: Format, language: Language, output: Path | None) -> None:
    if form == "text" and output is None and sys.stdout.isatty():
        text.write(found, language, Console(highlight=False, markup=False))
        return
    match form:
        case "json":
            said = as_json.text(found)
        case "html":
            said = html.text(found, language)
        case "text":
            said = "".join(f"{line.rstrip()}\n" for line in text.plain(found, language))
    if output is None:
        print(said, end="")
    else:
        write_file(output, said.encode())
