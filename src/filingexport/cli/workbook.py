"""Workbooks: an empty one, one of a filing, and the filing in one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import evolve

from filingexport.cli.exit_status import VALID
from filingexport.cli.opening import Opened, require_xlsx
from filingexport.cli.speaker import speaker
from filingexport.findings import FilingError, Finding, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.making import Exported
from filingexport.model.filing import Filing
from filingexport.said import say, told

_NAMES_SHEET = ".xlsx["
"""What the place of a finding holds that is about a sheet: others are about the file, which could not be opened."""


def template(form: str, gaap: str, unit: str, output: Path) -> int:
    """Write an empty workbook."""
    from filingexport.authoring.figures import parse_unit
    from filingexport.authoring.workbook import writer
    from filingexport.authoring.workbook.kinds import FORMS, GAAPS
    from filingexport.authoring.workbook.template import template as made

    wrong = []
    if form not in FORMS:
        wrong.append(
            finding(
                "fx:value",
                say(
                    "--company-form {form} is none of: {forms}",
                    "--company-form「{form}」は選択肢にありません。次のいずれかです: {forms}",
                    form=form,
                    forms=", ".join(FORMS),
                ),
            )
        )
    if gaap and gaap not in GAAPS:
        wrong.append(
            finding(
                "fx:value",
                say(
                    "--gaap {gaap} is none of: {gaaps}",
                    "--gaap「{gaap}」は選択肢にありません。次のいずれかです: {gaaps}",
                    gaap=gaap,
                    gaaps=", ".join(GAAPS),
                ),
            )
        )
    if output.suffix.lower() != ".xlsx":
        wrong.append(
            finding(
                "fx:value",
                say(
                    "a workbook is called something.xlsx, not {file}",
                    "ブックの名前は「○○.xlsx」としてください（指定は{file}）。",
                    file=output.name,
                ),
            )
        )
    try:
        parse_unit(unit or "JPY")
    except ValueError as error:
        wrong.append(finding("fx:value", say("--unit: {error}", "--unit: {error}", error=told(error))))
    if wrong:
        raise FilingError(wrong)
    writer.write(output, made(form, gaap, unit))
    speaker().file(
        output,
        then=say(
            "when it is filled in: filingexport export {output} --output FOLDER",
            "記入後は: filingexport export {output} --output FOLDER",
            output=output,
        ),
    )
    return VALID


def write(opened: Opened, output: Path) -> int:
    """Write the workbook of a filing."""
    from filingexport.authoring.workbook.writer import write_workbook

    require_xlsx(output)
    write_workbook(opened.filing, output, opened.waivers)
    speaker().file(
        output,
        then=say(
            "export it with: filingexport export {output} --output FOLDER",
            "出力するには: filingexport export {output} --output FOLDER",
            output=output,
        ),
    )
    return VALID


def export(
    path: Path, annotate: bool, made: Callable[[Filing], Exported], limits: Limits = DEFAULT_LIMITS
) -> tuple[Filing, Exported]:
    """The filing in a workbook, and what is made from it; annotate: what is wrong is also written into a copy of it.

    Raises FilingError, whose findings name cells where a field has one.
    """
    from filingexport.authoring.workbook import reader

    places: dict[str, str] = {}
    noticed: tuple[Finding, ...] = ()
    try:
        loaded = reader.load(path, limits)
        places, noticed = loaded.places, loaded.findings
        for each in noticed:
            speaker().finding(each)
        exported = made(loaded.filing)
    except FilingError as error:
        # What is found in what was made, and not in a cell, is about the field that it names.
        found = [evolve(each, place=places.get(each.path, each.place)) for each in error.findings]
        if annotate and any(_NAMES_SHEET in each.place for each in found):
            annotate_copy(path, (*noticed, *found))
        raise FilingError(found) from None
    if annotate and noticed:
        annotate_copy(path, noticed)
    return loaded.filing, exported


def annotate_copy(path: Path, findings: Sequence[Finding]) -> None:
    """Write these findings into a copy of the workbook, and say where it is."""
    from filingexport.authoring.workbook.annotate import annotate

    speaker().note(
        say(
            "see the comments in {copy}",
            "{copy}のコメントをご覧ください",
            copy=annotate(path, findings, language=speaker().language),
        )
    )
