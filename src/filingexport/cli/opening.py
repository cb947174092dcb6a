"""Opening a filing from whatever it is in: a source folder, a workbook, or a document of any format."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from filingexport.authoring.yaml_tree import Tree
from filingexport.cli.speaker import speaker
from filingexport.declaring import frozen
from filingexport.findings import FilingError, Finding, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.model.filing import Filing
from filingexport.said import say


@frozen(eq=False)
class Opened:
    """A filing with the places of its fields and the waivers beside it, where it has such.

    waivers: the trees of a ``waivers.yaml``. findings: what was noticed.
    """

    filing: Filing
    places: Mapping[str, str]
    waivers: tuple[Tree, ...] = ()
    findings: tuple[Finding, ...] = ()


def is_source(path: Path) -> bool:
    """Whether this is a source folder, or one file of it."""
    return path.is_dir() or path.suffix in (".yaml", ".yml")


def is_workbook(path: Path) -> bool:
    """Whether this is the name of a workbook, of whatever kind: the reader says which it reads."""
    return path.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


def require_xlsx(path: Path) -> None:
    """Raises FilingError for the name of a workbook of another kind than is written."""
    if path.suffix.lower() != ".xlsx":
        message = say(
            "a workbook is written as .xlsx, not {suffix}",
            "ブックの拡張子は.xlsxです（指定は{suffix}）。",
            suffix=path.suffix,
        )
        raise FilingError([finding("fx:value", message)])


def opened(path: Path, limits: Limits = DEFAULT_LIMITS) -> Opened:
    """The filing at this path; raises FilingError. What was noticed is told."""
    found = looked_into(path, limits)
    for each in found.findings:
        speaker().finding(each)
    return found


def looked_into(path: Path, limits: Limits = DEFAULT_LIMITS) -> Opened:
    """The same, and nothing is printed."""
    if is_source(path):
        from filingexport.authoring.source import load_with_places, waiver_trees

        filing, places = load_with_places(path, limits)
        return Opened(filing, places, waiver_trees(path, limits))
    if is_workbook(path):
        from filingexport.authoring.workbook import reader

        loaded = reader.load(path, limits)
        return Opened(loaded.filing, loaded.places, loaded.waivers, loaded.findings)
    from filingexport.library import read

    noticed: list[Finding] = []
    filing = read(path, limits=limits, findings=noticed)
    return Opened(filing, {}, (), tuple(noticed))
