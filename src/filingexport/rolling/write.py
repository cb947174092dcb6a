"""The start of the next year written as a source folder or as a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from filingexport.authoring import review_marks
from filingexport.authoring.dump import to_trees, units, write_folder
from filingexport.authoring.source import WAIVERS_FILE
from filingexport.authoring.workbook import reader, writer
from filingexport.authoring.workbook.kinds import kind_of
from filingexport.authoring.yaml_tree import Sequence, Tree, emit
from filingexport.formats.safe import write_file
from filingexport.formats.xlsx.reader import read
from filingexport.model.filing import Filing
from filingexport.rolling.carry import Carried
from filingexport.said import Said

_WAIVERS: Final = Said("waivers of last year", "前年の適用除外")


def write_source(last: Filing, made: Carried, folder: Path, waivers: tuple[Tree, ...] = ()) -> tuple[Path, ...]:
    """Write the files of a source folder, which must be new or empty, with marks above what is to be reviewed.

    last: last year's filing, whose units the money keeps. waivers: those of last year. Raises FilingError.
    """
    trees = to_trees(made.filing, made.blanks, units(last))
    files = review_marks.in_files(trees, _reasons(made))
    if waivers:
        files[WAIVERS_FILE] = review_marks.marked_whole(emit(Sequence(waivers)), _both(_WAIVERS))
    return write_folder(folder, files)


def write_workbook(last: Filing, made: Carried, target: Path, waivers: tuple[Tree, ...] = ()) -> int:
    """Write a workbook with comments at what is to be reviewed; returns its size in bytes. Raises FilingError."""
    data = writer.of_filing(
        made.filing, leaves_out=kind_of(made.filing).leaves_out, waivers=waivers, units=units(last)
    )  # fmt: skip
    places = reader.from_book(read(data, target.name), target.name).places
    whole = review_marks.in_workbook(data, target.name, places, _reasons(made))
    write_file(target, whole)
    return len(whole)


def _reasons(made: Carried) -> dict[str, str]:
    return {path: _both(said) for path, said in made.reviews.items()}


def _both(said: Said) -> str:
    return f"{said.en} / {said.ja}"
