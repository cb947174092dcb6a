"""A draft written as a source folder or as a workbook, with its marks."""

from __future__ import annotations

from pathlib import Path

from filingexport.authoring.dump import write_folder as write_folder_of
from filingexport.authoring.review_marks import MARK
from filingexport.authoring.workbook import writer
from filingexport.authoring.workbook.annotate import Remark, with_comments
from filingexport.authoring.workbook.kinds import GAAPS, Kind
from filingexport.authoring.workbook.reader import places_in
from filingexport.drafting import compose, report
from filingexport.drafting.compose import Composed
from filingexport.drafting.draft import Draft
from filingexport.drafting.standards import ATTRIBUTES, said
from filingexport.findings import Severity
from filingexport.formats.safe import write_file
from filingexport.formats.xlsx.reader import read
from filingexport.said import Language


def write_folder(draft: Draft, composed: Composed, folder: Path, language: Language) -> tuple[Path, ...]:
    """Write the source files and the report into a folder, which must be new or empty; returns the files. Raises FilingError."""
    made = compose.files(composed, draft.holding, language)
    made[report.FILE] = report.text(draft, composed, language).encode("utf-8")
    return write_folder_of(folder, made)


def write_workbook(draft: Draft, composed: Composed, target: Path, language: Language) -> tuple[Path, ...]:
    """Write the workbook, its marks as comments on the cells, and the report beside it; returns both. Raises FilingError."""
    trees = {tuple(map(str, path)): tree for path, tree in compose.parts(composed.tree).items()}
    trees[()] = type(trees[()])({name: node for name, node in trees[()].entries.items() if name != "language"})
    standards = ATTRIBUTES[said(draft.document)[0]]
    gaap = next(name for name, attribute in GAAPS.items() if attribute == standards)
    consolidated = any(path[:1] == ("consolidated",) for path in draft.holding.entries)
    alone = any(path[:1] == ("non_consolidated",) for path in draft.holding.entries)
    kind = Kind(None, gaap if consolidated or not alone else "")
    data = writer.empty(kind.leaves_out, trees, draft.language)
    places = places_in(read(data, target.name), target.name)
    remarks = [
        Remark(_cell(places, tuple(path.split(".")), target.name), f"{MARK}: {why}", Severity.WARNING)
        for path, why in compose.marks(draft.holding, language).items()
    ]
    remarks += [
        Remark(_cell(places, tuple(each.path.split(".")), target.name), each.said(language), Severity.ERROR)
        for each in composed.missing
    ]
    write_file(target, with_comments(data, target.name, remarks))
    beside = target.with_suffix(".draft-report.txt")
    write_file(beside, report.text(draft, composed, language).encode("utf-8"))
    return target, beside


def _cell(places: dict[str, str], path: tuple[str | int, ...], file: str) -> str:
    """Where a field stands, or the part that it is in."""
    for end in range(len(path), 0, -1):
        if (found := places.get(".".join(map(str, path[:end])))) is not None:
            return found
    return file
