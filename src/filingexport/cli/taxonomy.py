"""Build, check and show the taxonomy: what the verbs print."""

from __future__ import annotations

from pathlib import Path

from filingexport.cli.main import INVALID, VALID
from filingexport.model.filing import Filing
from filingexport.taxonomy import build as taxonomy
from filingexport.taxonomy import package as taxonomy_package
from filingexport.taxonomy.network import network
from filingexport.taxonomy.soundness import faults


def build(folder: Path) -> int:
    """Write the files."""
    for path in taxonomy.write(folder):
        print(f"{path}  {path.stat().st_size:,} bytes")
    return VALID


def package(target: Path) -> int:
    """Write the taxonomy package."""
    print(f"{target}  {taxonomy_package.write(target):,} bytes")
    return VALID


def check(folder: Path) -> int:
    """Say what is not in step, and what is not sound."""
    findings = (*taxonomy.check(folder), *faults(network(Filing)))
    for each in findings:
        print(each)
    if not findings:
        print(f"{folder}: in step with the classes, and sound")
    return INVALID if findings else VALID


def docs(folder: Path) -> int:
    """Write the page to read and search."""
    from filingexport.taxonomy import docs as taxonomy_docs

    path = taxonomy_docs.write(folder)
    print(f"{path}  {path.stat().st_size:,} bytes")
    return VALID


def export(target: Path) -> int:
    """Write the workbook."""
    from filingexport.taxonomy import spreadsheet

    print(f"{target}  {spreadsheet.write(target):,} bytes")
    return VALID
