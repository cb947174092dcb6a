"""Check: what is wrong with a filing, whatever format it is in."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from io import StringIO
from pathlib import Path
from typing import Final, Literal

from rich.console import Console

from filingexport.checks import run, waivers
from filingexport.checks.findings import CheckFinding
from filingexport.checks.outputs import as_json, html, sarif, text
from filingexport.checks.outputs.subject import Subject
from filingexport.cli import workbook
from filingexport.cli.exit_status import INVALID, VALID
from filingexport.cli.opening import is_workbook, opened
from filingexport.cli.speaker import speaker
from filingexport.findings import FilingError, Finding, Severity, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, write_file
from filingexport.said import Language, say

Format = Literal["text", "json", "sarif", "html"]
_FAILS: Final = {
    Severity.ERROR: (Severity.ERROR,),
    Severity.WARNING: (Severity.ERROR, Severity.WARNING),
    Severity.NOTE: (Severity.ERROR, Severity.WARNING, Severity.NOTE),
}
_WIDTH: Final = 100


def check(
    sources: Sequence[Path],
    language: Language,
    form: Format,
    output: Path | None,
    fail_on: Severity,
    against: Path | None,
    annotate: bool = False,
    limits: Limits = DEFAULT_LIMITS,
) -> int:
    """The findings of all sources; `INVALID` where one is as grave as `fail_on` and not waived, or a source cannot be read."""
    last = opened(against, limits).filing if against is not None else None
    subjects: list[Subject] = []
    unread: list[Finding] = []
    for source in sources:
        try:
            held = opened(source, limits)
            checked = run.check(held.filing, places=held.places, last=last, waivers=waivers.of_trees(held.waivers))
        except FilingError as error:  # of many, the others are checked all the same
            unread += error.findings
            continue
        subjects.append(Subject(source, held.filing, checked))
        if annotate and is_workbook(source):
            workbook.annotate_copy(source, [_in_short(each, language) for each in checked.open()])
    if not subjects:
        raise FilingError(unread)
    _put(_said(tuple(subjects), language, form, output), output)
    for each in unread:
        speaker().finding(each)
    failed = any(subject.checked.open(severity) for subject in subjects for severity in _FAILS[fail_on])
    return INVALID if failed or unread else VALID


def rules(language: Language, form: Format, output: Path | None) -> int:
    """All rules."""
    kinds = run.rule_kinds()
    if form == "json":
        _put(as_json.rules_text(kinds), output)
    elif form == "text":
        _put(_console(lambda console: text.write_rules(kinds, language, console), output), output)
    else:
        raise FilingError(
            [
                finding(
                    "fx:value",
                    say(
                        "the rules are listed as text or json, not as {format}",
                        "規則の一覧はtext又はjsonで出力します。{format}では出力できません。",
                        format=form,
                    ),
                )
            ]
        )
    return VALID


def _in_short(found: CheckFinding, language: Language) -> Finding:
    """A finding as a comment beside what it is about."""
    return Finding(
        found.rule.id,
        f"{found.message.get(language)}\n{found.rule.todo.get(language)}",
        found.place,
        found.path,
        found.severity,
    )


def _said(subjects: tuple[Subject, ...], language: Language, form: Format, output: Path | None) -> str | None:
    match form:
        case "json":
            return as_json.text(subjects, language)
        case "sarif":
            return sarif.text(subjects, language, version("filingexport"))
        case "html":
            return html.text(subjects, language)
        case "text":
            return _console(lambda console: text.write(subjects, language, console), output)


def _console(write: Callable[[Console], None], output: Path | None) -> str | None:
    """Printed at once, in colours, where there is a terminal; else as plain text."""
    if output is None and sys.stdout.isatty():
        write(Console(highlight=False))
        return None
    kept = StringIO()
    write(Console(file=kept, highlight=False, width=_WIDTH))
    return "".join(f"{line.rstrip()}\n" for line in kept.getvalue().splitlines())


def _put(said: str | None, output: Path | None) -> None:
    if said is None:
        return
    if output is None:
        print(said, end="")
        speaker().as_json = False  # this is the JSON that was asked for
    else:
        write_file(output, said.encode())
        speaker().file(output)
