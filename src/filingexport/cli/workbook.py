"""Workbooks: an empty one, one of a filing, and the filing in one."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from filingexport.cli.main import VALID
from filingexport.findings import FilingError, Finding, finding
from filingexport.model.filing import Filing


def is_workbook(path: Path) -> bool:
    """Whether this is the name of a workbook, of whatever kind: the reader says which it reads."""
    return path.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


def template(form: str, gaap: str, unit: str, output: Path) -> int:
    """Write an empty workbook."""
    from filingexport.authoring.figures import parse_unit
    from filingexport.authoring.workbook import writer
    from filingexport.authoring.workbook.template import FORMS, GAAPS
    from filingexport.authoring.workbook.template import template as made

    wrong = []
    if form not in FORMS:
        wrong.append(finding("fx:value", f"--company-form {form} is none of: {', '.join(FORMS)}"))
    if gaap and gaap not in GAAPS:
        wrong.append(finding("fx:value", f"--gaap {gaap} is none of: {', '.join(GAAPS)}"))
    if output.suffix.lower() != ".xlsx":
        wrong.append(finding("fx:value", f"a workbook is called something.xlsx, not {output.name}"))
    try:
        parse_unit(unit or "JPY")
    except ValueError as error:
        wrong.append(finding("fx:value", f"--unit: {error}"))
    if wrong:
        raise FilingError(wrong)
    size = writer.write(output, made(form, gaap, unit))
    print(f"{output}  {size:,} bytes; when it is filled in: filingexport export {output} --output FOLDER")
    return VALID


def write(filing: Filing, output: Path, quiet: bool) -> int:
    """Write the workbook of a filing."""
    from filingexport.authoring.workbook import writer
    from filingexport.authoring.workbook.template import kind_of

    if output.suffix.lower() != ".xlsx":
        raise FilingError([finding("fx:value", f"a workbook is written as .xlsx, not {output.suffix}")])
    size = writer.write(output, writer.of_filing(filing, leaves_out=kind_of(filing).leaves_out))
    if not quiet:
        print(f"{output}  {size:,} bytes; export it with: filingexport export {output} --output FOLDER")
    return VALID


def load(path: Path, annotate: bool = False) -> Filing:
    """The filing in a workbook; annotate: what is wrong is also written into a copy of it. Raises FilingError."""
    from filingexport.authoring.workbook import reader

    try:
        loaded = reader.load(path)
    except FilingError as error:
        if annotate:
            _annotate(path, error.findings)
        raise
    for each in loaded.findings:
        print(each, file=sys.stderr)
    if annotate and loaded.findings:
        _annotate(path, loaded.findings)
    return loaded.filing


def _annotate(path: Path, findings: tuple[Finding, ...]) -> None:
    from filingexport.authoring.workbook.annotate import annotate

    with suppress(FilingError):  # what cannot be opened is among the findings already
        print(f"see the comments in {annotate(path, findings)}", file=sys.stderr)
