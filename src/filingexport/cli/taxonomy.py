"""Build, check and show the taxonomy: what the verbs print."""

from __future__ import annotations

from pathlib import Path

from filingexport.cli.exit_status import INVALID, VALID
from filingexport.cli.speaker import speaker
from filingexport.model.filing import Filing
from filingexport.said import say
from filingexport.taxonomy import build as taxonomy
from filingexport.taxonomy import package as taxonomy_package
from filingexport.taxonomy.network import network
from filingexport.taxonomy.soundness import faults


def build(folder: Path) -> int:
    """Write the files."""
    for path in taxonomy.write(folder):
        speaker().file(path)
    return VALID


def package(target: Path) -> int:
    """Write the taxonomy package."""
    taxonomy_package.write(target)
    speaker().file(target)
    return VALID


def check(folder: Path) -> int:
    """Say what is not in step, and what is not sound."""
    findings = (*taxonomy.check(folder), *faults(network(Filing)))
    for each in findings:
        speaker().finding(each, wanted=True)
    if not findings:
        speaker().say(
            say(
                "{folder}: in step with the classes, and sound",
                "{folder}: クラスと一致し、不備もありません",
                folder=folder,
            )
        )
    return INVALID if findings else VALID


def docs(folder: Path) -> int:
    """Write the page to read and search."""
    from filingexport.taxonomy import docs as taxonomy_docs

    speaker().file(taxonomy_docs.write(folder))
    return VALID


def export(target: Path) -> int:
    """Write the workbook."""
    from filingexport.taxonomy import spreadsheet

    spreadsheet.write(target)
    speaker().file(target)
    return VALID
