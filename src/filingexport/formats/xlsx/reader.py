"""Cells of an untrusted workbook: their text exactly as it is stored, with the formats that say how it is shown.

Only what a person sees is read: formulas are never evaluated, and nothing outside the file is opened. Rows are
parsed one after the other, so that a sheet of a million empty ones costs time and no memory.
"""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

from attrs import field
from lxml import etree

from filingexport.characters import is_digits
from filingexport.declaring import frozen
from filingexport.findings import FilingError
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, parse_xml, read_bytes
from filingexport.formats.xlsx.numbers import BUILT_IN
from filingexport.formats.xlsx.package import parts, refuse
from filingexport.names import local_name
from filingexport.reasons import reason
from filingexport.said import say
from filingexport.xml_parser import STREAMED

CellKind = Literal["number", "text", "truth", "error", "formula"]
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
MAX_COLUMN: Final = 16_384
"""The last column of a sheet (XFD)."""
MAX_ROW: Final = 1_048_576
"""The last row of a sheet."""


@frozen
class Cell:
    """A cell that holds something.

    kind: "formula" for one whose result was never calculated; else the kind of what is shown. text: as stored.
    code: of its number format. calculated: it has a formula, and the text is the result that was last calculated.
    """

    kind: CellKind
    text: str
    code: str = "General"
    calculated: bool = False


@frozen(eq=False)
class Sheet:
    """A sheet: its cells by row and column (from 1), its merged ranges as written (``A1:B2``), what is hidden."""

    name: str
    cells: dict[int, dict[int, Cell]]
    merged: tuple[str, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


@frozen(eq=False)
class Book:
    """A workbook: its sheets in order; since_1904: whether days are counted from 1904."""

    sheets: tuple[Sheet, ...]
    since_1904: bool = False
    styles: tuple[str, ...] = field(default=("General",))


def read(data: bytes, place: str, limits: Limits = DEFAULT_LIMITS) -> Book:
    """The workbook in these bytes, `place` its name in messages; raises FilingError."""
    found = parts(data, place, limits)
    return _Reader(found, place, limits).book()


def read_file(path: Path, limits: Limits = DEFAULT_LIMITS) -> Book:
    """The workbook in this file; raises FilingError."""
    return read(read_bytes(path, limits), path.name, limits)


def column_letter(number: int) -> str:
    """``AB`` for 28."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """28 for ``AB``."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def local(element: etree._Element) -> str:
    """The name of an element without its namespace: there are two for every part, transitional and strict."""
    return local_name(str(element.tag))  # lxml's QName refuses a namespace with braces in it, which is one


def _attribute(element: etree._Element, name: str) -> str | None:
    """An attribute of any namespace, or none."""
    for key, value in element.attrib.items():
        if local_name(str(key)) == name:
            return str(value)
    return None


def _true(text: str | None) -> bool:
    return text in ("1", "true", "on")


def _marked(marks: bytearray) -> Iterator[int]:
    return (number for number, mark in enumerate(marks) if mark)


class _Reader:
    def __init__(self, found: dict[str, bytes], place: str, limits: Limits) -> None:
        self.parts = found
        self.place = place
        self.limits = limits
        self.strings: list[str] = []
        self.codes: list[str] = ["General"]
        self.left = limits.cells

    def tree(self, name: str) -> etree._Element:
        if name not in self.parts:
            raise refuse(
                say(
                    "is damaged: its part {part} is missing; open and save it again",
                    "ファイルが破損しています（{part}がありません）。開いて保存し直してください。",
                    part=name,
                ),
                self.place,
            )
        return parse_xml(self.parts[name], f"{self.place}!{name}", self.limits)

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Of a part: id to the type and the target of what it refers to inside the file."""
        folder, _, file = name.rpartition("/")
        path = posixpath.join(folder, "_rels", file + ".rels")
        if path not in self.parts:
            return {}
        found = {}
        for each in self.tree(path):
            if each.get("TargetMode") == "External":
                continue
            target = each.get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found[each.get("Id", "")] = (each.get("Type", ""), posixpath.normpath(whole))
        return found

    def book(self) -> Book:
        main = next((part for kind, part in self.relations("").values() if kind.endswith("/officeDocument")), None)
        if main is None:
            raise refuse(
                say("is a package without a workbook", "ブックの内容が含まれていないパッケージです。"), self.place
            )
        root = self.tree(main)
        if local(root) != "workbook":
            raise refuse(
                say("is a package without a workbook", "ブックの内容が含まれていないパッケージです。"), self.place
            )
        relations = self.relations(main)
        for kind, part in relations.values():
            if kind.endswith("/sharedStrings"):
                self.strings = [_text(each) for each in self.tree(part) if local(each) == "si"]
            elif kind.endswith("/styles"):
                self.codes = self.styles(self.tree(part))
        since_1904 = any(local(each) == "workbookPr" and _true(each.get("date1904")) for each in root)
        sheets = []
        for group in root:
            if local(group) != "sheets":
                continue
            for each in group:
                name = each.get("name", "")
                kind, part = relations.get(_attribute(each, "id") or "", ("", ""))
                if kind.endswith("/worksheet"):
                    sheets.append(self.sheet(name, part, each.get("state", "visible") != "visible"))
        return Book(tuple(sheets), since_1904)

    def styles(self, root: etree._Element) -> list[str]:
        """The code of the number format of each style."""
        own: dict[str, str] = {}
        for group in root:
            if local(group) == "numFmts":
                own = {each.get("numFmtId", ""): each.get("formatCode", "General") for each in group}
        for group in root:
            if local(group) == "cellXfs":
                return [self.code(each.get("numFmtId", "0"), own) for each in group]
        return ["General"]

    def code(self, number: str, own: dict[str, str]) -> str:
        if number in own:
            return own[number]
        return BUILT_IN.get(int(number), "General") if is_digits(number) else "General"

    # --- one sheet -------------------------------------------------------------------------------------------

    def sheet(self, name: str, part: str, hidden: bool) -> Sheet:
        if part not in self.parts:
            raise refuse(
                say(
                    "is damaged: the part {part} of sheet {sheet!r} is missing; open and save it again",
                    "ファイルが破損しています（シート{sheet!r}の{part}がありません）。開いて保存し直してください。",
                    part=part,
                    sheet=name,
                ),
                self.place,
            )
        cells: dict[int, dict[int, Cell]] = {}
        merged: list[str] = []
        hidden_rows: set[int] = set()
        hidden_columns = bytearray(MAX_COLUMN + 2)  # a mark a column: ranges may overlap without end
        last = count = 0
        where = f"{self.place}[{name}]"
        for element in self.elements(part, where):
            match local(element):
                case "row":
                    count += 1
                    if count > self.limits.rows:
                        raise refuse(
                            say(
                                "has more than {most:,} rows; delete the empty rows below what is filled in",
                                "行数が{most:,}を超えています。記入した行より下の空の行を削除してください。",
                                most=self.limits.rows,
                            ),
                            where,
                            "fx:limit",
                        )
                    last = _whole(element.get("r"), last + 1, MAX_ROW)
                    if row := self.row(element, where):
                        cells.setdefault(last, {}).update(row)
                    if _true(element.get("hidden")):
                        hidden_rows.add(last)
                case "mergeCell":
                    merged.append(element.get("ref", ""))
                case "col" if _true(element.get("hidden")):
                    first = _whole(element.get("min"), 1, MAX_COLUMN)
                    last_column = _whole(element.get("max"), first, MAX_COLUMN)
                    hidden_columns[first : last_column + 1] = b"\1" * (last_column + 1 - first)
                case _:
                    pass
        return Sheet(name, cells, tuple(merged), hidden, frozenset(hidden_rows), frozenset(_marked(hidden_columns)))

    def elements(self, part: str, where: str) -> Iterator[etree._Element]:
        """Rows, merged ranges and columns, each dropped when it has been looked at."""
        context = etree.iterparse(
            io.BytesIO(self.parts[part]), events=("end",), tag=("{*}row", "{*}mergeCell", "{*}col"), **STREAMED
        )
        try:
            for _, element in context:
                yield element
                element.clear()
                parent = element.getparent()
                while parent is not None and element.getprevious() is not None:
                    del parent[0]
        except etree.XMLSyntaxError as error:
            raise refuse(
                say(
                    "is damaged: {why}; open and save it again",
                    "ファイルが破損しています（{why}）。開いて保存し直してください。",
                    why=reason(error),
                ),
                where,
            ) from None

    def row(self, element: etree._Element, where: str) -> dict[int, Cell]:
        found: dict[int, Cell] = {}
        column = 0
        for each in element:
            if local(each) != "c":
                continue
            reference = _REFERENCE.fullmatch(each.get("r", ""))
            column = column_number(reference[1]) if reference else column + 1
            cell = self.cell(each)
            if cell is None:
                continue
            self.left -= 1
            if self.left < 0:
                raise refuse(
                    say(
                        "has more than {most:,} cells that hold something",
                        "内容のあるセルが{most:,}個を超えています。",
                        most=self.limits.cells,
                    ),
                    where,
                    "fx:limit",
                )
            if column <= MAX_COLUMN:
                found[column] = cell
        return found

    def cell(self, element: etree._Element) -> Cell | None:
        value = formula = inline = None
        for each in element:
            match local(each):
                case "v":
                    value = each.text or ""
                case "f":
                    formula = each
                case "is":
                    inline = _text(each)
                case _:
                    pass
        calculated = formula is not None
        kind = element.get("t", "n")
        style = element.get("s", "0")
        number = int(style) if is_digits(style) else 0
        code = self.codes[number] if number < len(self.codes) else "General"
        match kind:
            case "s":
                index = int(value) if value and is_digits(value) else len(self.strings)
                text = self.strings[index] if index < len(self.strings) else ""
                return Cell("text", text, code, calculated) if text else None
            case "inlineStr":
                return Cell("text", inline, code, calculated) if inline else None
            case "str":
                text = _decoded(value or "")
                return Cell("text", text, code, calculated) if text else None
            case "b":
                return Cell("truth", value or "0", code, calculated)
            case "e":
                return Cell("error", value or "#VALUE!", code, calculated)
            case "d":  # a day as text (ECMA-376, 18.18.11), which few programs write
                return Cell("text", value, code, calculated) if value else None
        if value:
            return Cell("number", value, code, calculated)
        return Cell("formula", "", code, True) if calculated else None


def _whole(text: str | None, otherwise: int, most: int) -> int:
    if text is None or not is_digits(text):
        return otherwise
    return min(max(int(text), 1), most)


def _decoded(text: str) -> str:
    """Text as it was typed: characters that XML cannot hold are written ``_x000D_`` (ECMA-376, 22.9.2.19)."""
    return _ESCAPED.sub(lambda match: _character(match), text) if "_x" in text else text


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return match[0] if 0xD800 <= code <= 0xDFFF else chr(code)


def _text(element: etree._Element) -> str:
    """A text with its runs, without the readings (furigana) that a Japanese Excel keeps beside it."""
    pieces: list[str] = []
    for each in element:
        match local(each):
            case "t":
                pieces.append(each.text or "")
            case "r":
                pieces += [run.text or "" for run in each if local(run) == "t"]
            case _:
                pass
    return _decoded("".join(pieces))


__all__ = ["Book", "Cell", "FilingError", "Sheet", "column_letter", "column_number", "read", "read_file"]
