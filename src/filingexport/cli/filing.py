"""Export, import, convert, validate: what they print."""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

from filingexport.cli.main import INVALID, VALID
from filingexport.cli.progress import steps
from filingexport.cli.summary import print_export, size
from filingexport.findings import Finding, Severity
from filingexport.library import convert as convert_file
from filingexport.library import export as export_filing
from filingexport.library import validate as validate_file
from filingexport.making import Exported
from filingexport.model.filing import Filing


def export(
    source: Path, output: Path, name: str | None, formats: list[str], inside: str, referred: bool, quiet: bool,
    annotate: bool = False,
) -> int:  # fmt: skip
    """Source files, or a workbook, to documents, with a summary."""
    from filingexport.authoring.source import load
    from filingexport.cli import workbook
    from filingexport.cli.opening import is_workbook

    started = loaded = perf_counter()

    def made(filing: Filing) -> Exported:
        nonlocal loaded
        loaded = perf_counter()
        stem = name or source.resolve().stem
        with steps(quiet) as progress:
            return export_filing(filing, output, stem, formats, progress, inside=inside, referred=referred)

    if is_workbook(source):
        filing, exported = workbook.export(source, annotate, made)
    else:
        filing = load(source)
        exported = made(filing)
    done = perf_counter()
    if not quiet:
        print_export(filing, source, exported, loaded - started, done - loaded)
    for each in exported.findings:
        print(each, file=sys.stderr)
    return INVALID if exported.findings else VALID


def lay_out(source: Path, output: Path, times: int, quiet: bool) -> int:
    """Source files to folders like those of a submission to EDINET."""
    from filingexport.cli.opening import opened
    from filingexport.edinet import lay_out as lay_out_filing

    laid = lay_out_filing(opened(source).filing, output, times)
    if not quiet:
        for path in laid.files:
            print(f"{path}  {size(path.stat().st_size)}")
    return VALID


def import_(file: Path, output: Path, quiet: bool) -> int:
    """A document of any format, a workbook or source files to source files or a workbook."""
    from filingexport.authoring.dump import dump
    from filingexport.cli import workbook
    from filingexport.cli.opening import is_workbook, opened

    held = opened(file)
    if is_workbook(output):
        workbook.write(held, output, quiet)
    else:
        written = dump(held.filing, output, held.waivers)
        if not quiet:
            print(
                f"{len(written)} source files in {output}; export them with: filingexport export {output} --output FOLDER"
            )
    return INVALID if any(each.severity is Severity.ERROR for each in held.findings) else VALID


def convert(source: Path, target: Path, to: str | None, inside: str, referred: bool, quiet: bool) -> int:
    """A document to another format."""
    findings: list[Finding] = []
    with steps(quiet) as progress:
        exported = convert_file(
            source, target, to=to, inside=inside, referred=referred, findings=findings, progress=progress
        )
    for each in findings:
        print(each, file=sys.stderr)
    if not quiet:
        for document in exported.documents:
            print(f"{document.path}  {document.format.title}, {size(document.size)}")
    return INVALID if any(each.severity is Severity.ERROR for each in findings) else VALID


def validate(file: Path, full: bool, quiet: bool) -> int:
    """A document's findings."""
    findings = list(validate_file(file))
    engines = "XML Schema (libxml2), XBRL 2.1 references, dimensions"
    if full:
        from filingexport.processor import judge

        findings += judge(file)
        engines += ", Arelle (Dimensions, Calculations 1.1, units, data types)"
    for each in findings:
        print(each)
    wrong = any(each.severity is Severity.ERROR for each in findings)
    if not quiet and not wrong:
        print(f"{file}: valid ({engines})")
    return INVALID if wrong else VALID
