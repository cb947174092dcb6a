"""Rows drawn as the sheets of a workbook: cells, what may be chosen in them, formulas of ours, protection, print."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from datetime import date, datetime
from decimal import Decimal
from math import ceil
from typing import Any, Final, Literal, NamedTuple

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import FormulaRule
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from filingexport.authoring.workbook import styles, values
from filingexport.authoring.workbook.lines import ENGLISH, FIRST, JAPANESE, KEY, Composed, Line, Look, Role, Slot
from filingexport.authoring.workbook.shape import width
from filingexport.authoring.workbook.values import Content
from filingexport.formats.xlsx.writing import put_text

ErrorStyle = Literal["stop", "warning"]
_LABEL_WIDTHS: Final = {JAPANESE: 34.0, ENGLISH: 38.0}
_WIDTH: Final = 18.0
_LISTS: Final = "fx.lists"
_INDENT: Final = 2
_MAX_INDENT: Final = 6
_INPUTS: Final = (Role.INPUT, Role.REQUIRED)
_LINE: Final = 15.0
_TALLEST: Final = 409.0
"""Points that a row may be high."""
_WIDE: Final = 40
"""From this width a column is one for text."""
_WARN: Final[ErrorStyle] = "warning"
_STOP: Final[ErrorStyle] = "stop"
_RANGES: Final = 100
"""Ranges that one validation is about."""
_LARGEST: Final = "999999999999999"


class Validation(NamedTuple):
    """What may be typed into a cell. listed: what is chosen from; example: shown while it is filled in."""

    kind: Literal["list", "date", "decimal", "whole"]
    style: ErrorStyle
    listed: str = ""
    example: str = ""


class Lists:
    """The hidden sheet of what cells are chosen from: a column for each list."""

    def __init__(self, fixed: dict[str, tuple[str, ...]]) -> None:
        self.fixed = {"flag": values.FLAGS, "unit": tuple(label for label, _ in values.UNITS), **fixed}
        self.columns: dict[str, tuple[str, ...]] = {}
        self.elsewhere: dict[str, str] = {}

    def formula(self, slot: Slot) -> str | None:
        """What the choices of this cell are, None if it is free."""
        if slot.kind in self.elsewhere:
            return self.elsewhere[slot.kind]
        if slot.kind == "choice" and slot.leaf is not None:
            name = slot.leaf.python.__name__
            self.columns.setdefault(name, tuple(label for _, label in values.choices(slot.leaf)))
        elif slot.kind in self.fixed:
            name = slot.kind
            self.columns.setdefault(name, self.fixed[name])
        else:
            return None
        letter = get_column_letter(list(self.columns).index(name) + 2)
        return f"={quote_sheetname(_LISTS)}!${letter}$2:${letter}${len(self.columns[name]) + 1}"

    def draw(self, book: Workbook, key: str) -> None:
        """Add the sheet, if there are lists."""
        if not self.columns:
            return
        sheet = book.create_sheet(_LISTS)
        sheet.sheet_state = "hidden"
        put_text(_cell(sheet, 1, KEY), key)
        for column, (name, items) in enumerate(self.columns.items(), 2):
            put_text(_cell(sheet, 1, column), name)
            for row, text in enumerate(items, 2):
                put_text(_cell(sheet, row, column), text)
        sheet.protection.sheet = True


class Renderer:
    """Draws sheets into a workbook; cells that look alike share one style."""

    def __init__(self, book: Workbook, lists: Lists) -> None:
        self.book = book
        self.lists = lists
        self.looks: dict[tuple[Any, ...], Any] = {}
        self.widths: dict[int, float] = {}

    def draw(self, composed: Composed, name: str, back: str | None) -> Worksheet:
        """Add this sheet under this name; back: the sheet that its title links to."""
        sheet: Worksheet = self.book.create_sheet(name)
        chosen: dict[Validation, list[tuple[int, int]]] = {}
        self.widths = _widths(composed)
        for row, line in enumerate(composed.lines, 1):
            self._line(sheet, row, line, chosen, composed.last)
        if back is not None:
            self._put(sheet, 1, composed.last, Line("", Look.NOTE), Slot(Content(f"→ {back}"), Role.LINK, target=back))
        self._columns(sheet, composed)
        for validation, cells in chosen.items():
            ranges = _ranges(cells)
            for start in range(0, len(ranges), _RANGES):
                sheet.add_data_validation(_validation(validation, ranges[start : start + _RANGES]))
        _protect(sheet)
        _print(sheet, composed)
        return sheet

    def _line(
        self, sheet: Worksheet, row: int, line: Line, chosen: dict[Validation, list[tuple[int, int]]], last: int
    ) -> None:
        put_text(_cell(sheet, row, KEY), line.key)
        dimension = sheet.row_dimensions[row]
        if line.look is Look.KEYS:
            dimension.hidden = True
        elif line.look is Look.TITLE:
            dimension.height = 27
        elif (height := _height(line, self.widths)) > _LINE:
            dimension.height = height
        if line.folded:
            dimension.outlineLevel, dimension.hidden = 1, True
        band = line.look in (Look.HEADING, Look.CARD)
        for column, text in ((JAPANESE, line.label.ja), (ENGLISH, line.label.en)):
            if column not in line.cells and (text or band or line.look in (Look.FIELD, Look.HEADER)):
                self._put(sheet, row, column, line, Slot(Content(text or None), Role.STATIC))
        for column in range(FIRST, last + 1) if band else ():
            self._put(sheet, row, column, line, Slot(Content(None), Role.STATIC))
        for column, slot in line.cells.items():
            self._put(sheet, row, column, line, slot)
            if slot.role in _INPUTS:
                if (said := self._choice(slot)) is not None:
                    chosen.setdefault(said, []).append((column, row))
            elif slot.role is Role.CHECK:
                _mark(sheet, f"{get_column_letter(column)}{row}", slot.compared)

    def _put(self, sheet: Worksheet, row: int, column: int, line: Line, slot: Slot) -> None:
        cell = _cell(sheet, row, column)
        value = slot.content.value
        match value:
            case str():
                put_text(cell, value)
            case Decimal():
                cell.value = int(value) if value == value.to_integral_value() else float(value)
            case date() | datetime():
                cell.value = value
            case None if slot.formula:
                cell.value = slot.formula
            case _:
                pass
        if slot.target:
            cell.hyperlink = Hyperlink(cell.coordinate, location=f"{quote_sheetname(slot.target)}!B1")
        self._style(cell, line, slot, column)

    def _style(self, cell: Cell, line: Line, slot: Slot, column: int) -> None:
        indent = min(line.depth, _MAX_INDENT) * _INDENT // 2 if column in (JAPANESE, ENGLISH) else 0
        quoted = bool(cell.quotePrefix)
        kind = "choice" if slot.kind not in styles.FIGURE_KINDS else "figure"
        code = "@" if slot.content.format == values.TEXT else slot.content.format
        wide = self.widths.get(column, 0) >= _WIDE
        look = (line.look, slot.role, kind, slot.kind == "hint", indent, code, quoted, wide)
        known = self.looks.get(look)
        if known is not None:
            cell._style = copy(known)  # type: ignore[attr-defined]
            return
        cell.font = styles.font(line.look, slot.role)
        if (fill := styles.fill(line.look, slot.role)) is not None:
            cell.fill = fill
        if (border := styles.border(line.look, slot.role)) is not None:
            cell.border = border
        cell.alignment = styles.alignment(line.look, slot.role, slot.kind, indent, wide)
        cell.protection = styles.protection(slot.role)
        cell.number_format = code if slot.role in (*_INPUTS, Role.CHECK) else "General"
        self.looks[look] = copy(cell._style)  # type: ignore[attr-defined]

    def _choice(self, slot: Slot) -> Validation | None:
        """The validation of a cell: its formula, its style, what is said of it; None for a free one."""
        formula = self.lists.formula(slot)
        if formula is not None:
            closed = slot.kind in ("choice", "flag")
            return Validation("list", _STOP if closed else _WARN, formula)
        match slot.kind:
            case "day" | "moment":
                return Validation("date", _WARN, "", "2026-06-26" if slot.kind == "day" else "2026-06-26 10:00")
            case "money" | "per_share" | "shares" | "count":
                return Validation("decimal", _WARN)
            case "years":
                return Validation("whole", _STOP)
        return None

    def _columns(self, sheet: Worksheet, composed: Composed) -> None:
        for number, wanted in self.widths.items():
            sheet.column_dimensions[get_column_letter(number)].width = wanted
        sheet.column_dimensions["A"].hidden = True
        for each in composed.form:
            if each.detail and each.aspects != ("memo",):
                held = any(
                    each.number in line.cells and line.cells[each.number].role in _INPUTS
                    and line.cells[each.number].content.value is not None
                    for line in composed.lines
                )  # fmt: skip
                dimension = sheet.column_dimensions[get_column_letter(each.number)]
                dimension.outlineLevel, dimension.hidden = 1, not held


def _widths(composed: Composed) -> dict[int, float]:
    """The widths of a sheet's columns, in characters."""
    widths = {**_LABEL_WIDTHS, **dict.fromkeys(range(FIRST, composed.last + 1), _WIDTH), **composed.widths}
    for each in composed.form:
        widths[each.number] = max(each.width, composed.widths.get(each.number, 0))
    return widths


def _height(line: Line, widths: dict[int, float]) -> float:
    """The height that shows all of a row, in points."""
    texts = {JAPANESE: line.label.ja, ENGLISH: line.label.en}
    texts |= {
        at: slot.content.value
        for at, slot in line.cells.items()
        if isinstance(slot.content.value, str) and slot.kind != "hint"
    }
    if line.look is Look.END:
        return _LINE
    most = 1
    for column, text in texts.items():
        room = max(widths.get(column, _WIDTH) - 0.8 - (min(line.depth, _MAX_INDENT) if column < FIRST else 0), 4)
        most = max(most, sum(max(ceil(width(each) / room), 1) for each in text.split("\n")))
    return min(most * _LINE, _TALLEST)


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # nothing is merged
    return cell


def _ranges(cells: list[tuple[int, int]]) -> list[str]:
    """Cells, by column and row, as ranges."""
    found: list[list[tuple[int, int]]] = []
    for column, row in sorted(cells):
        if found and found[-1][-1] == (column, row - 1):
            found[-1].append((column, row))
        else:
            found.append([(column, row)])
    return [
        f"{get_column_letter(each[0][0])}{each[0][1]}:{get_column_letter(each[-1][0])}{each[-1][1]}" for each in found
    ]


def _validation(of: Validation, cells: Iterable[str]) -> DataValidation:
    said = {
        "list": ("一覧から選択", "一覧から選んでください。 Choose from the list."),
        "date": ("日付 Date", "日付（2026-06-26）ではありません。このまま記入しますか。 This is no date such as 2026-06-26."),
        "decimal": ("数値 Number", "数値ではありません。印刷どおりの文字（(1,234)、△1,234、-）ならこのまま記入できます。 Not a number; text is read as printed."),
        "whole": ("年数 Years", "整数で記入してください。 A whole number of years."),
    }[of.kind]  # fmt: skip
    made = DataValidation(
        of.kind, allow_blank=True, errorStyle=of.style, errorTitle=said[0], error=said[1], showErrorMessage=True
    )
    if of.kind == "list":
        made.formula1 = of.listed.removeprefix("=")
    elif of.kind == "date":
        made.operator, made.formula1, made.formula2 = "between", "1", "2958465"
    elif of.kind == "whole":
        made.operator, made.formula1, made.formula2 = "between", "0", "9999"
    else:
        made.operator, made.formula1, made.formula2 = "between", f"-{_LARGEST}", _LARGEST
    if of.example:
        made.promptTitle, made.prompt, made.showInputMessage = "記入例 Example", of.example, True
    made.sqref = " ".join(cells)
    return made


def _mark(sheet: Worksheet, at: str, compared: str) -> None:
    """A sum that is not the total is marked; rounding aside, a spreadsheet's sum of floats is exact enough."""
    both = f"AND(ISNUMBER({at}),ISNUMBER({compared})"
    wrong = FormulaRule(  # type: ignore[no-untyped-call]
        [f"{both},ABS({at}-{compared})>0.000001)"], fill=styles.WRONG, font=styles.WRONG_FONT
    )
    right = FormulaRule(  # type: ignore[no-untyped-call]
        [f"{both},ABS({at}-{compared})<=0.000001)"], font=styles.RIGHT
    )
    sheet.conditional_formatting.add(at, wrong)
    sheet.conditional_formatting.add(at, right)


def _protect(sheet: Worksheet) -> None:
    """Labels and formulas are locked, without a password; rows, columns and formats are the user's."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatCells = protection.formatColumns = protection.formatRows = False
    protection.insertRows = protection.insertColumns = protection.deleteRows = protection.deleteColumns = False
    protection.insertHyperlinks = True


def _print(sheet: Worksheet, composed: Composed) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 90
    sheet.freeze_panes = f"{get_column_letter(FIRST)}{composed.header + 1}"
    setup = sheet.page_setup
    setup.paperSize, setup.orientation = 9, "landscape"  # A4
    setup.fitToWidth, setup.fitToHeight = 1, 0
    assert sheet.sheet_properties.pageSetUpPr is not None
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    assert sheet.sheet_properties.outlinePr is not None
    sheet.sheet_properties.outlinePr.summaryBelow = False
    sheet.sheet_properties.outlinePr.summaryRight = False
    sheet.print_title_rows = f"1:{composed.header}"
    sheet.print_area = f"B1:{get_column_letter(composed.last)}{len(composed.lines)}"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.5
    footer = sheet.HeaderFooter.oddFooter
    assert footer is not None
    footer.center.text = "&A   &P / &N"
