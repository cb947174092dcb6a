"""A workbook as people filled it in, read into the objects of a filing: the mirror image of `writer`.

All that is wrong is told at once, each with file, sheet and cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from filingexport.authoring.source import UNIT, from_tree
from filingexport.authoring.workbook import keys
from filingexport.authoring.workbook.columns_left import lost_columns
from filingexport.authoring.workbook.context import Context
from filingexport.authoring.workbook.draft import Draft, Group, to_tree
from filingexport.authoring.workbook.extras import EXTENSION, UNPLACED, WAIVERS, nested
from filingexport.authoring.workbook.finish import Finisher, states_unit
from filingexport.authoring.workbook.kept_facts import read_unplaced
from filingexport.authoring.workbook.keys import Key
from filingexport.authoring.workbook.own_rows import declared, put_own_rows
from filingexport.authoring.workbook.resolve import UnknownKey, part_at
from filingexport.authoring.workbook.sheet_reader import Looked, OwnRow, SheetReader
from filingexport.authoring.yaml_tree import Mapping, Sequence, Tree
from filingexport.binding.plan import PartField, plan
from filingexport.declaring import frozen
from filingexport.findings import FilingError, Finding, Severity, finding
from filingexport.formats.deadline import within
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.formats.xlsx.package import refuse
from filingexport.formats.xlsx.reader import Book, Cell, Sheet, column_letter, read_file
from filingexport.model.filing import Filing
from filingexport.names import VERSION_DATE
from filingexport.said import Said, say

_LOOKED_AT: Final = 60
"""Rows and columns of a sheet in which its first key is looked for."""
_MANY: Final = 6
_LONGEST_NAME: Final = 64
"""Characters of a sheet's name that are compared with titles; a spreadsheet has at most 31."""
_MOST_TOLD: Final = 10_000
"""Things wrong with one workbook after which no more is looked for."""
"""Things of a kind that one message names."""
_AGAIN: Final = say(
    "undo what removed them, or take a new workbook and copy the values",
    "削除の操作を取り消すか、新しいブックに値をコピーしてください。",
)


@frozen(eq=False)
class Loaded:
    """What a workbook holds. waivers: findings that the filer decided not to act on, as trees of a ``waivers.yaml``.
    findings: what was noticed and is no error. places: where each field and part stands, by its path, as
    ``notice.xlsx[01 招集通知]!D7``.
    """

    filing: Filing
    waivers: tuple[Tree, ...]
    findings: tuple[Finding, ...]
    places: dict[str, str]


def load(path: Path | str, limits: Limits = DEFAULT_LIMITS) -> Loaded:
    """The filing in this workbook; raises FilingError with everything that is wrong."""
    file = Path(path)
    with within(limits, str(path)):
        return from_book(read_file(file, limits), file.name)


def read_workbook(
    path: Path | str, *, limits: Limits = DEFAULT_LIMITS, findings: list[Finding] | None = None
) -> Filing:
    """The filing in this workbook; the inverse of `write_workbook`.

    findings: a list to which what was noticed is added. Raises FilingError with everything that is wrong, each with its cell.
    """
    loaded = load(path, limits)
    if findings is not None:
        findings += loaded.findings
    return loaded.filing


def from_book(book: Book, file: str) -> Loaded:
    """The filing in the cells of a workbook. file: its name in messages. Raises FilingError."""
    reader = _Reader(book, file)
    filing = reader.filing()
    if filing is None or any(each.severity is Severity.ERROR for each in reader.findings):
        raise FilingError(reader.findings)
    return Loaded(filing, reader.waivers, tuple(reader.findings), reader.places)


def places_in(book: Book, file: str) -> dict[str, str]:
    """Where each field that is filled in stands, by its path, in a workbook that need not be complete."""
    reader = _Reader(book, file)
    reader.filing()
    return reader.places


@frozen(eq=False)
class _Marked:
    """A sheet with its first key and the column of its keys."""

    sheet: Sheet
    key: Key
    column: int


class _Reader:
    def __init__(self, book: Book, file: str) -> None:
        self.book = book
        self.file = file
        self.findings: list[Finding] = []
        self.root = Group(file)
        self.unplaced: Tree | None = None
        self.waivers: tuple[Tree, ...] = ()
        self.places: dict[str, str] = {}
        self.lost: list[str] = []
        self.parts: list[tuple[str, str]] = []
        self.own: list[OwnRow] = []
        self.looked = Looked()
        self.units: dict[str, str] = {}
        self.without_unit: set[str] = set()

    def wrong(self, code: str, message: Said, place: str) -> None:
        self.findings.append(finding(code, message, place))
        if len(self.findings) >= _MOST_TOLD:
            raise FilingError(self.findings)  # whoever mends these reads the rest afterwards

    def place(self, sheet: Sheet) -> str:
        return f"{self.file}[{sheet.name}]"

    def filing(self) -> Filing | None:
        marked = self.marked()
        self.compare_with_contents(marked)
        seen: dict[str, str] = {}
        for each in marked:
            if each.key.verb != keys.SHEET:
                continue
            path = each.key.path.partition(" ")[0]
            if path in seen:
                self.wrong(
                    "fx:sheet",
                    say(
                        "is a copy of the sheet {sheet!r}; delete one of them",
                        "シート{sheet!r}の複製です。一方を削除してください。",
                        sheet=seen[path],
                    ),
                    self.place(each.sheet),
                )
            else:
                seen[path] = each.sheet.name
                self.sheet(each)
        put_own_rows(self.root, self.own, self.wrong)
        for path, prior in self.parts:
            self.unit(path, prior)
        tree = self.tree()
        self.places = dict(_places(tree, ""))
        told = {each.place for each in self.findings}
        found: list[Finding] = []
        filing = from_tree(tree, found)
        # What could not be read is not there; that is no second fault.
        self.findings += [each for each in found if each.code != "fx:missing" or each.place not in told]
        return filing

    def tree(self) -> Mapping:
        """The tree of all sheets."""
        kinds = {name: kind for name, (kind, _) in declared(self.root).items()}
        finish = Finisher(self.wrong, self.book.since_1904, kinds, self.units, self.without_unit)
        whole = to_tree(self.root, finish)
        for entry in plan(Filing).entries:
            # What it must have is told field by field, even where nothing of a part is filled in.
            empty = self.root.fields.get(entry.attribute)
            if isinstance(entry, PartField) and entry.required and isinstance(empty, Group):
                whole.entries.setdefault(entry.attribute, to_tree(empty, finish))
        extension = whole.entries.get(EXTENSION)
        if isinstance(extension, Mapping):
            whole.entries[EXTENSION] = nested(extension, self.wrong)
        waivers = whole.entries.pop(WAIVERS, None)
        self.waivers = waivers.items if isinstance(waivers, Sequence) else ()
        if self.unplaced is not None:
            whole.entries[UNPLACED] = self.unplaced
        return whole

    # --- which sheets ----------------------------------------------------------------------------------------

    def marked(self) -> list[_Marked]:
        """The sheets with keys; told: those that have lost them, and those that are none of ours."""
        found = []
        strangers = []
        for sheet in self.book.sheets:
            marked = _mark(sheet)
            if marked is not None:
                found.append(marked)
            elif sheet.cells:
                strangers.append(sheet)
        titles = {title for each in found if each.key.verb == keys.CONTENTS for title in self.listed(each).values()}
        lost = [each for each in strangers if _has_keys(each) or not titles.isdisjoint(_pieces(each.name))]
        self.lost = [each.name for each in lost]
        if not lost and not any(each.key.verb == keys.SHEET for each in found):
            raise refuse(
                say(
                    "is a workbook, but none of filingexport; make one with filingexport template, or import a filing",
                    "このブックは本ソフトの様式ではありません。filingexport templateで作成するか、提出書類から作成（import）してください。",
                ),
                self.file,
            )
        losing = set(map(id, lost))
        for sheet in strangers:
            if id(sheet) in losing:
                self.wrong(
                    "fx:sheet",
                    say(
                        "has lost the hidden keys that say which cell is which item (column A, above all its first cell); {hint}",
                        "どのセルがどの項目かを示す非表示のキー（A列、特に先頭のセル）が失われています。{hint}",
                        hint=_AGAIN,
                    ),
                    self.place(sheet),
                )
            else:
                self.wrong(
                    "fx:unread",
                    say(
                        "is no sheet of this form, and nothing is read from it",
                        "この様式のシートではないため、読み込まれません。",
                    ),
                    self.place(sheet),
                )
        return found

    def listed(self, contents: _Marked) -> dict[str, str]:
        """The sheets that the workbook was made with: path to title in Japanese."""
        found = {}
        for row in contents.sheet.cells.values():
            cell = row.get(contents.column)
            key = keys.parse(cell.text) if cell is not None else None
            if key is not None and key.verb == keys.PART:
                title = row.get(contents.column + 1)
                found[key.path] = title.text if title is not None else key.path
        return found

    def compare_with_contents(self, marked: list[_Marked]) -> None:
        there = {each.key.path.partition(" ")[0] for each in marked if each.key.verb == keys.SHEET}
        named = {piece for name in self.lost for piece in _pieces(name)}
        for contents in (each for each in marked if each.key.verb == keys.CONTENTS):
            for path, title in self.listed(contents).items():
                if path not in there and title not in named:
                    self.wrong(
                        "fx:sheet",
                        say(
                            "the sheet {sheet!r} ({path}) is gone; bring it back, or delete its row here if nothing is to be said in it",
                            "シート{sheet!r}（{path}）がありません。元に戻すか、記載する事項がなければこの行を削除してください。",
                            sheet=title,
                            path=path,
                        ),
                        self.place(contents.sheet),
                    )

    # --- one sheet -------------------------------------------------------------------------------------------

    def sheet(self, marked: _Marked) -> None:
        sheet = marked.sheet
        path, _, prior = marked.key.path.partition(" ")
        path = "" if path == keys.ROOT else path
        self.refuse_merged(sheet)
        if path == UNPLACED:
            self.unplaced = read_unplaced(sheet, marked.column, self.place(sheet), self.wrong)
            return
        try:
            for each in filter(None, (path, prior)):
                if each not in (EXTENSION, WAIVERS):
                    part_at(each)
        except UnknownKey:
            self.wrong(
                "fx:sheet",
                say(
                    "is about {path}, which this version ({version_date}) does not have; take a new workbook and copy the values",
                    "{path}のシートですが、この版（{version_date}）にはありません。新しいブックに値をコピーしてください。",
                    path=path,
                    version_date=VERSION_DATE,
                ),
                self.place(sheet),
            )
            return
        context = Context(self.root, path)
        reader = SheetReader(sheet, self.file, path, prior, marked.column, context, self.wrong, looked=self.looked)
        reader.read()
        self.own += reader.own
        self.notice_hidden(sheet, reader)
        for what, lost in lost_columns(reader):
            if lost:
                some = ", ".join(lost[:_MANY]) + (", …" if len(lost) > _MANY else "")
                self.wrong(
                    "fx:sheet",
                    say(
                        "columns of {what} are gone ({lost}); {hint}",
                        "{what}の列が失われています（{lost}）。{hint}",
                        what=what,
                        lost=some,
                        hint=_AGAIN,
                    ),
                    self.place(sheet),
                )
        self.parts.append((path, prior))

    def refuse_merged(self, sheet: Sheet) -> None:
        if sheet.merged:
            some = ", ".join(sheet.merged[:_MANY]) + (", …" if len(sheet.merged) > _MANY else "")
            self.wrong(
                "fx:cell",
                say(
                    "cells are merged ({cells}), and what they hold is only in one of them; unmerge them",
                    "結合されたセルがあります（{cells}）。内容は一つのセルにしか残らないため、結合を解除してください。",
                    cells=some,
                ),
                self.place(sheet),
            )

    def notice_hidden(self, sheet: Sheet, reader: SheetReader) -> None:
        """Rows and columns that are hidden and hold something."""
        rows = sorted({row for row, _ in reader.filled} & sheet.hidden_rows)
        columns = sorted({column for _, column in reader.filled} & sheet.hidden_columns)
        for what, found in (
            (say("rows", "行"), [str(each) for each in rows]),
            (say("columns", "列"), [column_letter(each) for each in columns]),
        ):
            if found:
                some = ", ".join(found[:_MANY]) + (", …" if len(found) > _MANY else "")
                self.wrong(
                    "fx:hidden",
                    say(
                        "hidden {what} hold something, which is read: {found}",
                        "非表示の{what}に内容があり、読み込まれます: {found}",
                        what=what,
                        found=some,
                    ),
                    self.place(sheet),
                )

    def unit(self, path: str, prior: str) -> None:
        """Where the unit of a sheet is chosen; the year before is in that of the year where it states none."""
        year, before = _group(self.root, path), _group(self.root, prior) if prior else None
        for group in (year, before):
            draft = group.fields.get(UNIT) if group is not None else None
            if isinstance(draft, Draft):
                self.units.setdefault(path, draft.place)
        if year is not None and before is not None and states_unit(year) and not states_unit(before):
            before.fields[UNIT] = year.fields[UNIT]
        if not states_unit(year) and not states_unit(before):
            self.without_unit.add(path)


def _pieces(name: str) -> Iterator[str]:
    """All pieces of a sheet's name, which has few characters: whatever may be the title in it."""
    name = name[:_LONGEST_NAME]
    yield from {name[start:end] for start in range(len(name) + 1) for end in range(start, len(name) + 1)}


def _mark(sheet: Sheet) -> _Marked | None:
    """The first key of a sheet, if it is that of a whole sheet; rows and columns may have been inserted before it."""
    for row in sorted(sheet.cells)[:_LOOKED_AT]:
        for column in sorted(sheet.cells[row]):
            cell = sheet.cells[row][column]
            if column > _LOOKED_AT or cell.kind != "text" or not cell.text.startswith("fx:"):
                continue
            key = keys.parse(cell.text)
            return _Marked(sheet, key, column) if key.verb in (keys.SHEET, keys.CONTENTS, keys.LISTS) else None
    return None


def _has_keys(sheet: Sheet) -> bool:
    return any(_is_key(cell) for row in sheet.cells.values() for cell in row.values())


def _is_key(cell: Cell) -> bool:
    return cell.kind == "text" and cell.text.startswith("fx:")


def _group(root: Group, path: str) -> Group | None:
    here = root
    for step in path.split(".") if path else ():
        inner = here.fields.get(step)
        if not isinstance(inner, Group):
            return None
        here = inner
    return here


def _places(tree: Tree, path: str) -> Iterator[tuple[str, str]]:
    """The place of each field and part, by its path."""
    if path:
        yield path, tree.place
    match tree:
        case Mapping():
            for name, node in tree.entries.items():
                yield from _places(node, keys.join(path, name))
        case Sequence():
            for number, node in enumerate(tree.items, 1):
                yield from _places(node, keys.join(path, str(number)))
        case _:
            pass
