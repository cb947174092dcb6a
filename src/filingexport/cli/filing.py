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
from filingexport.library import read
from filingexport.library import validate as validate_file


def export(
    source: Path, output: Path, name: str | None, formats: list[str], inside: str, referred: bool, quiet: bool
) -> int:
    """Source files to documents, with a summary."""
    from filingexport.authoring.source import load

    started = perf_counter()
    filing = load(source)
    loaded = perf_counter()
    with steps(quiet) as progress:
        exported = export_filing(
            filing, output, name or source.resolve().stem, formats, progress, inside=inside, referred=referred
        )
    done = perf_counter()
    if not quiet:
        print_export(filing, source, exported, loaded - started, done - loaded)
    for each in exported.findings:
        print(each, file=sys.stderr)
    return INVALID if exported.findings else VALID


def lay_out(source: Path, output: Path, times: int, quiet: bool) -> int:
    """Source files to folders like those of a submission to EDINET."""
    from filingexport.authoring.source import load
    from filingexport.edinet import lay_out as lay_out_filing

    laid = lay_out_filing(load(source), output, times)
    if not quiet:
        for path in laid.files:
            print(f"{path}  {size(path.stat().st_size)}")
    return VALID


def import_(file: Path, output: Path, quiet: bool) -> int:
    """A document back to source files."""
    from filingexport.authoring.dump import dump

    findings: list[Finding] = []
    filing = read(file, findings=findings)
    written = dump(filing, output)
    for each in findings:
        print(each, file=sys.stderr)
    if not quiet:
        print(
            f"{len(written)} source files in {output}; export them with: filingexport export {output} --output FOLDER"
        )
    return INVALID if any(each.severity is Severity.ERROR for each in findings) else VALID


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
