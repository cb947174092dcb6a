"""Export, import, convert: what they do and tell."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

from filingexport.cli.exit_status import VALID
from filingexport.cli.progress import steps
from filingexport.cli.speaker import speaker
from filingexport.cli.summary import print_export
from filingexport.cli.validating import status_of
from filingexport.findings import Finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.library import convert as convert_file
from filingexport.library import export as export_filing
from filingexport.making import Exported
from filingexport.model.filing import Filing
from filingexport.said import say, verbatim


def export(
    source: Path,
    output: Path,
    name: str | None,
    formats: list[str],
    inside: str,
    referred: bool,
    annotate: bool = False,
    limits: Limits = DEFAULT_LIMITS,
) -> int:
    """Source files, or a workbook, to documents, with a summary."""
    from filingexport.authoring.source import load
    from filingexport.cli import workbook
    from filingexport.cli.opening import is_workbook

    started = loaded = perf_counter()

    def made(filing: Filing) -> Exported:
        nonlocal loaded
        loaded = perf_counter()
        stem = name or source.resolve().stem
        with steps() as progress:
            return export_filing(filing, output, stem, formats, progress, inside=inside, referred=referred)

    if is_workbook(source):
        filing, exported = workbook.export(source, annotate, made, limits)
    else:
        filing = load(source, limits)
        exported = made(filing)
    print_export(filing, exported, loaded - started, perf_counter() - loaded)
    return _told(exported.findings)


def lay_out(source: Path, output: Path, times: int, limits: Limits = DEFAULT_LIMITS) -> int:
    """Source files to folders like those of a submission to EDINET."""
    from filingexport.cli.opening import opened
    from filingexport.edinet import lay_out as lay_out_filing

    for path in lay_out_filing(opened(source, limits).filing, output, times).files:
        speaker().file(path)
    return VALID


def import_(file: Path, output: Path, limits: Limits = DEFAULT_LIMITS) -> int:
    """A document of any format, a workbook or source files to source files or a workbook."""
    from filingexport.authoring.dump import dump
    from filingexport.cli import workbook
    from filingexport.cli.opening import is_workbook, opened

    held = opened(file, limits)
    if is_workbook(output):
        workbook.write(held, output)
    else:
        written = dump(held.filing, output, held.waivers)
        speaker().data["folder"] = str(output)
        speaker().say(
            say(
                "{count} source files in {output}; export them with: filingexport export {output} --output FOLDER",
                "{output}に原稿ファイル{count}個を書き出しました。出力するには: filingexport export {output} --output FOLDER",
                count=len(written),
                output=output,
            )
        )
    return status_of(held.findings)


def convert(
    source: Path, target: Path, to: str | None, inside: str, referred: bool, limits: Limits = DEFAULT_LIMITS
) -> int:
    """A document to another format."""
    findings: list[Finding] = []
    with steps() as progress:
        exported = convert_file(
            source,
            target,
            to=to,
            inside=inside,
            referred=referred,
            limits=limits,
            findings=findings,
            progress=progress,
        )
    for document in exported.documents:
        speaker().file(document.path, verbatim(document.format.title))
    return _told(findings)


def _told(findings: Iterable[Finding]) -> int:
    listed = list(findings)
    for each in listed:
        speaker().finding(each)
    return status_of(listed)
