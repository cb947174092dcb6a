"""Cells as other programs write them: what a workbook's XML says, part by part."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import pytest
from openpyxl.styles.numbers import BUILTIN_FORMATS  # type: ignore[import-untyped,unused-ignore]

from filingexport.formats.xlsx.comments import CellComment, comments
from filingexport.formats.xlsx.numbers import BUILT_IN, DIGITS, holds, number, shown
from filingexport.formats.xlsx.reader import Book, Sheet, read

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook(rows: str, columns: str = "", styles: str = "", **more: str) -> bytes:
    """A workbook of one sheet with these rows."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="{kind}"/></Types>'
        ),
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="r2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{columns}<sheetData>{rows}</sheetData></worksheet>',
        **more,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, text in parts.items():
            file.writestr(zipfile.ZipInfo(name), text)
    return buffer.getvalue()


def sheet(rows: str, columns: str = "", styles: str = "") -> Sheet:
    book: Book = read(workbook(rows, columns, styles), "a.xlsx")
    [found] = book.sheets
    return found


def raw(found: Sheet) -> dict[int, dict[int, str]]:
    return {row: {column: each.text for column, each in cells.items()} for row, cells in found.cells.items()}


def test_cells_stand_where_they_say_or_after_the_last_one() -> None:
    rows = '<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c><c/><c r="F2"><v>3</v></c></row><row><c><v>4</v></c></row>'
    assert raw(sheet(rows)) == {2: {2: "1", 3: "2", 6: "3"}, 3: {1: "4"}}


@pytest.mark.parametrize("odd", ["²", "", "x", "-1", "1234567890"])
def test_what_is_no_number_of_a_row_a_column_or_a_style_is_as_if_it_were_not_there(odd: str) -> None:
    rows = f'<row r="{odd}" s="{odd}"><c r="A{odd}" s="{odd}"><v>1</v></c></row>'
    columns = f'<cols><col min="{odd}" max="{odd}" hidden="1"/></cols>'
    styles = f'<cellXfs count="1"><xf numFmtId="{odd}"/></cellXfs>'
    found = sheet(rows, columns, styles)
    assert raw(found) == {1: {1: "1"}}
    assert found.cells[1][1].code == "General"
    assert found.hidden_columns == {1}


@pytest.mark.parametrize(
    ("columns", "hidden"),
    [
        ('<col min="2" max="4" hidden="1"/>', {2, 3, 4}),
        ('<col min="2" max="4" hidden="1"/><col min="4" max="5" hidden="true"/>', {2, 3, 4, 5}),
        ('<col min="3" max="3" hidden="1"/><col min="5" max="6" hidden="0"/>', {3}),
    ],
)
def test_hidden_columns(columns: str, hidden: set[int]) -> None:
    assert sheet("<row/>", f"<cols>{columns}</cols>").hidden_columns == hidden


def test_comments_are_all_their_runs_of_text() -> None:
    data = workbook(
        "<row/>",
        **{
            "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/comments" Target="../comments1.xml"/></Relationships>',
            "xl/comments1.xml": (
                f'<comments xmlns="{MAIN}"><commentList><comment ref="B2"><text><r><t>one </t></r><r><t/></r><r><t>two</t></r></text></comment>'
                "</commentList></comments>"
            ),
        },
    )
    assert comments(data, "a.xlsx") == (CellComment("A", "B2", "one two"),)


@pytest.mark.parametrize("identifier", sorted(BUILTIN_FORMATS))
def test_formats_that_have_a_number_are_those_that_another_program_has(identifier: int) -> None:
    assert shown(BUILT_IN[identifier]) == shown(BUILTIN_FORMATS[identifier])


def test_formats_of_east_asian_days_and_times() -> None:
    """ECMA-376, 18.8.30, of Japanese: 32 and 33 are times, the others days."""
    others = set(BUILT_IN) - set(BUILTIN_FORMATS)
    assert others == {*range(27, 37), *range(50, 59)}
    assert {each for each in others if BUILT_IN[each] == "hh:mm:ss"} == {32, 33}
    assert all(shown(BUILT_IN[each]).kind == "date" for each in others)


@pytest.mark.parametrize(
    ("code", "places"), [("0.0;0", (1, 1)), ("0;0.0;0.00", (0, 0)), ('0" of; ".0', (1, 1)), ("#,##0.0#_);[Red](#,##0)", (1, 2))]
)  # fmt: skip
def test_the_section_for_positive_numbers_speaks_for_all(code: str, places: tuple[int, int]) -> None:
    found = shown(code)
    assert (found.least, found.most) == places


@pytest.mark.parametrize("value", [Decimal(1).scaleb(-DIGITS), Decimal(10) ** DIGITS - 1, Decimal("0.1"), Decimal(0)])
def test_what_a_spreadsheet_holds_comes_back(value: Decimal) -> None:
    assert holds(value)
    assert number(f"{value:f}") == value


@pytest.mark.parametrize("value", [Decimal(1).scaleb(-DIGITS - 1), Decimal(10) ** DIGITS, Decimal("1." + "3" * DIGITS)])
def test_what_it_does_not_hold_is_known(value: Decimal) -> None:
    assert not holds(value)
