"""A filing, or nothing yet, as a workbook: the mirror image of `reader`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.protection import WorkbookProtection

from filingexport.authoring.dump import Units, to_trees
from filingexport.authoring.source import LANGUAGE, ROOT_FILE
from filingexport.authoring.workbook import extras, keys, layout
from filingexport.authoring.workbook.canvas import FULL_ROOM, NO_ROOM, Room, Source
from filingexport.authoring.workbook.compose import compose
from filingexport.authoring.workbook.contents import TITLE, Entry, contents
from filingexport.authoring.workbook.kinds import kind_of
from filingexport.authoring.workbook.layout import LeavesOut
from filingexport.authoring.workbook.lines import FIRST, Composed
from filingexport.authoring.workbook.render import Lists, Renderer
from filingexport.authoring.workbook.titles import sheet_name
from filingexport.authoring.workbook.trees import EMPTY, filled
from filingexport.authoring.yaml_tree import Mapping, Scalar, Tree
from filingexport.binding.extended import Extended, extended
from filingexport.declaring import frozen
from filingexport.formats.safe import write_file
from filingexport.formats.xlsx.writing import saved
from filingexport.model.filing import Filing
from filingexport.names import VERSION_DATE

_SUFFIX: Final = ".yaml"


@frozen(eq=False)
class Plan:
    """What goes into a workbook. trees: of each part that is a file of a source folder, by its path, as far as it is filled
    in. leaves_out: parts that have no place while nothing is in them. every: whether the others have one all the same.
    """

    trees: dict[layout.Path, Mapping]
    language: str = "ja"
    extension: Mapping = EMPTY
    unplaced: Mapping = EMPTY
    waivers: tuple[Tree, ...] = ()
    room: Room = FULL_ROOM
    leaves_out: LeavesOut = layout.nothing_left_out
    every: bool = True


def of_filing(
    filing: Filing,
    *,
    leaves_out: LeavesOut = layout.nothing_left_out,
    waivers: tuple[Tree, ...] = (),
    every: bool = True,
    units: Units | None = None,
) -> bytes:
    """The workbook of this filing. every: with the sheets of parts that it does not have, and empty rows. units: of the
    money in parts that have none yet.
    """
    return drawn(lay_out(filing, leaves_out=leaves_out, waivers=waivers, every=every, units=units))


def write_workbook(filing: Filing, target: Path | str, waivers: tuple[Tree, ...] = ()) -> int:
    """Write this filing as a workbook to fill in further, whole or not at all; returns its size in bytes.

    It has the sheets that a notice of such a company may have, and those of all that is filled in. waivers: the trees of
    findings that the filer decided not to act on. Raises FilingError.
    """
    return write(Path(target), of_filing(filing, leaves_out=kind_of(filing).leaves_out, waivers=waivers))


def lay_out(
    filing: Filing,
    *,
    leaves_out: LeavesOut = layout.nothing_left_out,
    waivers: tuple[Tree, ...] = (),
    every: bool = True,
    units: Units | None = None,
) -> list[Composed]:
    """The sheets of this filing, before they are drawn."""
    trees = to_trees(filing, units=units)
    root = trees[ROOT_FILE]
    language = root.entries[LANGUAGE]
    assert isinstance(language, Scalar)
    by_path = {_path(name): tree for name, tree in trees.items()}
    by_path[()] = Mapping({name: node for name, node in root.entries.items() if name != LANGUAGE})
    plan = Plan(
        by_path, language.text, by_path.pop((extras.EXTENSION,), EMPTY), by_path.pop((extras.UNPLACED,), EMPTY), waivers,
        FULL_ROOM if every else NO_ROOM, leaves_out, every,
    )  # fmt: skip
    return _composed(plan, extended(filing.extension))


def empty(leaves_out: LeavesOut, trees: dict[layout.Path, Mapping], language: str = "ja") -> bytes:
    """A workbook to fill in. trees: what of it is known already, in this language."""
    return drawn(_composed(Plan(trees, language, leaves_out=leaves_out), extended(None)))


def write(target: Path, data: bytes) -> int:
    """Write a workbook, whole or not at all; returns its size in bytes. Raises FilingError."""
    write_file(target, data)
    return len(data)


def _path(name: str) -> layout.Path:
    return () if name == ROOT_FILE else tuple(name.removesuffix(_SUFFIX).replace("-", "_").split("."))


def _composed(plan: Plan, extension: Extended) -> list[Composed]:
    source = Source(plan.trees, plan.language, extension, plan.room, plan.leaves_out)
    composed = [compose(sheet, source) for sheet in _sheets(plan)]
    if plan.every or filled(plan.extension):
        composed.append(extras.extension_sheet(plan.extension, plan.language, plan.room.rows))
    if plan.every or plan.waivers:
        composed.append(extras.waivers_sheet(plan.waivers, plan.room.rows))
    if filled(plan.unplaced):
        composed.append(extras.unplaced_sheet(plan.unplaced))
    return composed


def _sheets(plan: Plan) -> list[layout.Sheet]:
    """The sheets that are laid out: those with something in them, and all that are not left out."""
    has_place = {each.path for each in layout.sheets(plan.leaves_out)} if plan.every else {()}
    return [
        each
        for each in layout.all_sheets().values()
        if each.path in has_place
        or filled(plan.trees.get(each.path))
        or (each.prior and filled(plan.trees.get(each.prior)))
    ]


def named(composed: list[Composed]) -> dict[str, Composed]:
    """These sheets by their names, the contents before them."""
    names = [sheet_name(number, each.label) for number, each in enumerate(composed)]
    entries = [Entry(each.path, name, each.label) for each, name in zip(composed, names, strict=True)]
    return {TITLE: contents(entries), **dict(zip(names, composed, strict=True))}


def drawn(composed: list[Composed]) -> bytes:
    """The workbook with these sheets, the contents before them."""
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    made = datetime.fromisoformat(VERSION_DATE)
    book.properties.creator = "filingexport"
    book.properties.title = "Convocation notice"
    book.properties.created = made
    sheets = named(composed)
    lists = Lists(extras.LISTS)
    for name, each in sheets.items():
        if each.path == (extras.EXTENSION,):
            lists.elsewhere["own"] = _own_names(each, name)
    renderer = Renderer(book, lists)
    for name, each in sheets.items():
        renderer.draw(each, name, None if name == TITLE else TITLE)
    lists.draw(book, keys.LISTS)
    book.security = WorkbookProtection(lockStructure=True)
    return saved(book, made)


def _own_names(extension: Composed, name: str) -> str:
    """The cells with the names of the company's own items, from which those in other sheets are chosen."""
    numbers = [number for number, line in enumerate(extension.lines, 1) if line.key == f"{extras.EXTENSION}.items[]"]
    letter = get_column_letter(FIRST)
    return f"={quote_sheetname(name)}!${letter}${numbers[0]}:${letter}${numbers[-1]}" if numbers else ""
