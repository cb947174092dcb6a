"""Workbooks that are wrong: all of it told at once, each with file, sheet and cell, and what to do; nothing is lost in silence."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from openpyxl import load_workbook

from filingexport import Filing, FilingError, Finding, load
from filingexport.authoring.workbook import reader, writer
from filingexport.authoring.workbook.kinds import kind_of
from filingexport.cli.exit_status import COULD_NOT_RUN, INVALID, VALID
from filingexport.cli.main import main
from filingexport.findings import CODES, Severity
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.formats.xlsx.reader import Book, Cell, Sheet, column_letter
from filingexport.formats.xlsx.reader import read as read_book
from tests.conftest import EFFORT, ROOT
from tests.japanese import in_both
from tests.workbooks import cell, delete_column, find, in_memory, insert_column, insert_row

FILING = load(ROOT / "samples" / "kitahama-2026")
WHOLE = in_memory(writer.lay_out(FILING, leaves_out=kind_of(FILING).leaves_out))
D, E, F = 4, 5, 6
ASSETS = "non_consolidated.balance_sheet.assets.current_assets"
CASH = f"{ASSETS}.cash_and_deposits"
HOLDER = "business_report.shares.major_shareholders[]"

Change = Callable[[Book], object]


def fresh() -> Book:
    """The workbook, to be changed."""
    sheets = (attrs.evolve(each, cells={row: dict(held) for row, held in each.cells.items()}) for each in WHOLE.sheets)
    return attrs.evolve(WHOLE, sheets=tuple(sheets))


def put(key: str, column: int, value: Cell | str, nth: int = 0) -> Change:
    """Type something into a cell."""

    def change(book: Book) -> None:
        sheet, row = find(book, key)
        sheet.cells[row + nth][column] = value if isinstance(value, Cell) else cell(value)

    return change


def number(text: str, code: str = "General") -> Cell:
    return Cell("number", text, code)


def column_of(book: Book, table: str, key: str) -> int:
    sheet, row = find(book, f"fx:table {table}")
    return next(column for column, each in sheet.cells[row].items() if each.text == key)


def in_table(table: str, key: str, value: Cell | str, nth: int = 0) -> Change:
    return lambda book: put(table, column_of(book, table, key), value, nth)(book)


def drop(key: str) -> Change:
    """Delete a row, as the text in its cells is gone."""

    def change(book: Book) -> None:
        sheet, row = find(book, key)
        del sheet.cells[row]

    return change


def sheet_of(book: Book, path: str) -> Sheet:
    return next(each for each in book.sheets if each.cells[1][1].text.split(" ")[:2] == ["fx:sheet", path])


def copied(key: str) -> Change:
    """Copy a row and insert it below."""

    def change(book: Book) -> None:
        sheet, row = find(book, key)
        insert_row(sheet, row + 1, dict(sheet.cells[row]))

    return change


def without(path: str) -> Callable[[Book], Book]:
    return lambda book: attrs.evolve(
        book, sheets=tuple(each for each in book.sheets if each is not sheet_of(book, path))
    )


def with_copy(path: str) -> Callable[[Book], Book]:
    return lambda book: attrs.evolve(book, sheets=(*book.sheets, attrs.evolve(sheet_of(book, path), name="Copy")))


def changed(path: str, **how: Any) -> Callable[[Book], Book]:
    """The book with a sheet that is changed as a whole."""

    def change(book: Book) -> Book:
        old = sheet_of(book, path)
        return attrs.evolve(
            book, sheets=tuple(attrs.evolve(each, **how) if each is old else each for each in book.sheets)
        )

    return change


def all_of(*changes: Change) -> Change:
    def change(book: Book) -> Book | None:
        for each in changes:
            book = made if isinstance(made := each(book), Book) else book
        return book

    return change


def lose_first_key(book: Book) -> None:
    del sheet_of(book, "notice").cells[1][1]


def lose_all_keys(book: Book) -> None:
    delete_column(sheet_of(book, "notice"), 1)


def clear_keys(book: Book) -> None:
    sheet = sheet_of(book, "notice")
    for row in range(6, max(sheet.cells) + 1):
        sheet.cells.get(row, {}).pop(1, None)


def delete_english(book: Book) -> None:
    delete_column(sheet_of(book, "notice"), E)


def table_grown_beyond(book: Book) -> None:
    """Rows pasted below the end of a table."""
    sheet, row = find(book, f"fx:end {HOLDER}")
    insert_row(sheet, row + 1, {D: cell("甲"), F: cell("乙")})
    insert_row(sheet, row + 1, {D: cell("丙")})


def unkeyed(text: str) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        sheet, row = find(book, "notice.convener.title")
        insert_row(sheet, row, {D: cell(text)})

    return change


def many_lost_rows(book: Book) -> None:
    sheet = sheet_of(book, "notice")
    for row in sorted(sheet.cells)[6::2]:
        sheet.cells[row].pop(1, None)


CASES: dict[str, tuple[Change, str, str, str]] = {
    # what is typed
    "text where a number belongs": (put(CASH, D, "about 5"), "fx:value", "'about 5' is not an amount such as 1,234, (1,234) or JPY 303 million", CASH),
    "full-width digits": (put(CASH, D, "１，２３４"), "fx:cell", "'１，２３４' has full-width characters; type '1,234'", CASH),
    "full-width brackets": (put(CASH, D, "（1,234）"), "fx:cell", "type '(1,234)'", CASH),
    "number shown rounded": (put(CASH, D, number("1234.5", "#,##0")), "fx:cell", "the cell shows 1235 but holds 1234.5; type what is printed", CASH),
    "currency sign in the format": (put(CASH, D, number("1234", "[$¥-411]#,##0")), "fx:cell", "the cell's number format shows a currency sign", CASH),
    "thousands left out": (put(CASH, D, number("1234567", "#,##0,")), "fx:cell", "shows thousands left out", CASH),
    "per cent where an amount belongs": (put(CASH, D, number("0.25", "0%")), "fx:cell", "the cell shows 25%, a percentage", CASH),
    "more digits than a spreadsheet keeps": (put(CASH, D, number("1234567890123456789")), "fx:cell", "more than 15 digits, of which a spreadsheet loses some; type it as a text", CASH),
    "date where an amount belongs": (put(CASH, D, cell(date(2026, 3, 31), "yyyy-mm-dd")), "fx:cell", "the cell shows a date or a time", CASH),
    "truth value": (put(CASH, D, Cell("truth", "1")), "fx:cell", "the cell holds TRUE; type the value as a text", CASH),
    "error": (put(CASH, D, Cell("error", "#REF!", calculated=True)), "fx:cell", "the cell shows the error #REF!; type the value", CASH),
    "formula without a result": (put(CASH, D, Cell("formula", "", calculated=True)), "fx:cell", "has a formula that was never calculated; open and save the file", CASH),
    "number where a date belongs": (put("fiscal_year_end", D, number("46112")), "fx:cell", "holds a number that is not shown as a date", "fiscal_year_end"),
    "date with a time of day": (put("fiscal_year_end", D, cell(datetime(2026, 3, 31, 12), "yyyy-mm-dd")), "fx:cell", "holds a time of day too (12:00:00)", "fiscal_year_end"),
    "day that spreadsheets count differently": (put("fiscal_year_end", D, number("59", "yyyy-mm-dd")), "fx:cell", "spreadsheets disagree about days before 1 March 1900", "fiscal_year_end"),
    "date in words": (put("fiscal_year_end", D, "March 31, 2026"), "fx:value", "'March 31, 2026' is not a date", "fiscal_year_end"),
    "day in place of a month": (in_table("reference_documents.election_of_directors.candidates[].careers[]", "month:value", cell(date(2020, 4, 2), "mmm-yy")), "fx:cell", "holds the day 2020-04-02; type the month as a text such as 2008-06", "reference_documents.election_of_directors.candidates[].careers[]"),
    "number in a text with a format": (put("notice.convener.name", D, number("1234", "#,##0")), "fx:cell", "the cell holds a number; format it as text", "notice.convener.name"),
    "ratio without its sign": (in_table(HOLDER, "holding_ratio:value", "23.7"), "fx:cell", "'23.7' does not say what it is in; write it with its sign, such as 23.7%", HOLDER),
    "none of the list": (put("notice.meeting.kind", D, "annual"), "fx:value", "'annual' is none of: ordinary, extraordinary, class", "notice.meeting.kind"),
    "neither yes nor no": (put("company.is_large", D, "perhaps"), "fx:value", "'perhaps' is neither yes nor no", "company.is_large"),
    "nothing in one language only": (all_of(put("notice.request", D, "該当なし：ありません。"), put("notice.request", E, "Come.")), "fx:cell", "one language says that there is nothing, another says something", "notice.request"),
    "prose with markup that is not read": (put("notice.request", D, "<script>x</script>"), "fx:value", "script", "notice.request"),
    "required field left empty": (lambda book: find(book, "company.name")[0].cells[find(book, "company.name")[1]].pop(D), "fx:missing", "'name' (Company name) is missing and must be given", "company.name"),
    "unit that is none": (put("non_consolidated.balance_sheet.unit", D, "ドル"), "fx:value", "'ドル' is not a unit such as JPY thousands", "non_consolidated.balance_sheet.unit"),
    "unit not chosen": (lambda book: find(book, "non_consolidated.balance_sheet.unit")[0].cells[find(book, "non_consolidated.balance_sheet.unit")[1]].pop(D), "fx:cell", "the unit of the amounts on this sheet is not chosen; choose it here", "non_consolidated.balance_sheet.unit"),
    "text beside a figure of a form": (put("notice.meeting.ordinal", E, "first"), "fx:cell", "nothing is read from this cell; a figure has no text here", "notice.meeting.ordinal"),
    "text beside a heading": (lambda book: sheet_of(book, "notice").cells[2].update({D: cell("x")}), "fx:cell", "nothing is read from this cell; move it into a cell that is to be filled in", ""),
    "cell beyond the table": (put(HOLDER, 40, "x"), "fx:cell", "nothing is read from this cell", HOLDER),
    "row copied with its key": (copied(CASH), "fx:cell", "the same field is filled in twice, first at notice.xlsx[", ""),
    "two rows of one number": (all_of(in_table(HOLDER, "name:ja", "甲", 0), put(HOLDER, 2, "1", 1), in_table(HOLDER, "name:ja", "乙", 1)), "fx:cell", "two rows of this table have the number 1; number them differently", ""),
    "row of a row that is not there": (all_of(put(f"{HOLDER}.by_class[]", 3, "99"), in_table(f"{HOLDER}.by_class[]", "share_class:ja", "普通株式")), "fx:cell", "there is no row of the number '99' in the table above; write the number of that row here", f"{HOLDER}.by_class[]"),
    "row of no row": (all_of(lambda book: find(book, f"{HOLDER}.by_class[]")[0].cells[find(book, f"{HOLDER}.by_class[]")[1]].pop(3, None), in_table(f"{HOLDER}.by_class[]", "share_class:ja", "普通株式")), "fx:cell", "it says no row that it belongs to", f"{HOLDER}.by_class[]"),
    # what the filing's own items are
    "own item that is not declared": (all_of(put("fx:own business_report.shares", 2, "Nope"), put("fx:own business_report.shares", D, "5")), "fx:cell", "the sheet of the extension declares no item 'Nope'", "fx:own business_report.shares"),
    "value of no item": (put("fx:own business_report.shares", D, "5"), "fx:cell", "values without an item; write the name of the company's own item here", "fx:own business_report.shares"),
    # what was done to sheets, rows and columns
    "sheet deleted": (without("notice"), "fx:sheet", "the sheet '招集通知' (notice) is gone; bring it back, or delete its row here", ""),
    "sheet copied": (with_copy("notice"), "fx:sheet", "is a copy of the sheet '01 招集通知 Convocation notice'; delete one of them", ""),
    "cells merged": (changed("notice", merged=("D9:E9",)), "fx:cell", "cells are merged (D9:E9), and what they hold is only in one of them; unmerge them", ""),
    "first key lost": (lose_first_key, "fx:sheet", "has lost the hidden keys that say which cell is which item", ""),
    "column of keys deleted": (lose_all_keys, "fx:sheet", "has lost the hidden keys", ""),
    "keys cleared": (clear_keys, "fx:sheet", "no key in the hidden column A, and nothing is read from what stands there", ""),
    "keys of many rows cleared": (many_lost_rows, "fx:sheet", "rows (from", ""),
    "row of header keys deleted": (drop(f"fx:table {HOLDER}"), "fx:sheet", "the hidden row of keys above it is gone", HOLDER),
    "row of the fields' keys deleted": (drop("fx:form"), "fx:sheet", "the hidden row of keys above it is gone", "company.name"),
    "column of a table deleted": (lambda book: delete_column(sheet_of(book, "business_report.shares"), column_of(book, HOLDER, "holding_ratio:value")), "fx:sheet", "columns of the table business_report.shares.major_shareholders are gone (holding_ratio:value); undo what removed them", ""),
    "column of the fields deleted": (delete_english, "fx:sheet", "columns of the fields are gone (en); undo what removed them", ""),
    "key of another version": (put("notice.convener.name", 1, "notice.convener.nom"), "fx:sheet", "its hidden key names no field of this version", ""),
    "sheet of another version": (lambda book: sheet_of(book, "notice").cells[1].update({1: cell("fx:sheet notice_of_old")}), "fx:sheet", "is about notice_of_old, which this version", ""),
    "key changed": (put("notice.convener.name", 1, "fx:what"), "fx:sheet", "its hidden key was changed", ""),
    "row inserted among fields": (unkeyed("typed in between"), "fx:sheet", "this row has no key in the hidden column A", ""),
    "rows pasted below a table": (table_grown_beyond, "fx:sheet", "2 rows (from", ""),
    "row moved out of its card": (put("notice.convener.name", 1, "reference_documents.further_proposals[].title"), "fx:sheet", "belongs to a row of reference_documents.further_proposals[] that should begin above it", ""),
}  # fmt: skip


def findings(book: Book) -> tuple[Finding, ...]:
    with pytest.raises(FilingError) as raised:
        reader.from_book(book, "notice.xlsx")
    return in_both(raised.value.findings)


@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_is_told_with_its_cell(name: str) -> None:
    change, code, message, key = CASES[name]
    book = fresh()
    book = made if isinstance(made := change(book), Book) else book
    found = findings(book)
    told = [each for each in found if each.code == code and message in each.message]
    assert told, found
    assert all(each.place.startswith("notice.xlsx") for each in found)
    assert all(each.code in CODES for each in found)
    if key:
        sheet, row = find(book, key)
        places = [each.place for each in told]
        assert any(each.startswith(f"notice.xlsx[{sheet.name}]!") and each.endswith(str(row)) for each in places), (
            places
        )


def test_all_is_told_at_once() -> None:
    book = fresh()
    names = [
        "text where a number belongs",
        "none of the list",
        "date in words",
        "cell beyond the table",
        "unit that is none",
    ]
    for name in names[:4]:
        CASES[name][0](book)
    assert len(findings(book)) == 4


def test_what_could_not_be_read_is_not_called_missing_too() -> None:
    book = fresh()
    put("fiscal_year_end", D, number("46112"))(book)
    assert [each.code for each in findings(book)] == ["fx:cell"]


# --- what is allowed ------------------------------------------------------------------------------------------------


def unchanged(book: Book) -> tuple[Finding, ...]:
    loaded = reader.from_book(book, "notice.xlsx")
    assert loaded.filing == FILING
    return loaded.findings


def value_of(book: Book, key: str, column: int = D) -> Cell:
    sheet, row = find(book, key)
    return sheet.cells[row][column]


def test_rows_and_columns_may_be_inserted_and_labels_changed() -> None:
    book = fresh()
    for sheet in book.sheets:
        insert_row(sheet, 1, {})
        insert_row(sheet, 4, {})
        insert_column(sheet, 1)
        insert_column(sheet, 6)
        for cells in sheet.cells.values():
            if 3 in cells and (key := cells.get(2)) and not key.text.endswith("[]") and not key.text.startswith("fx:"):
                cells[3] = cell("another label")
    shown = tuple(attrs.evolve(each, hidden_rows=frozenset()) for each in book.sheets)
    assert unchanged(attrs.evolve(book, sheets=shown)) == ()


def test_columns_may_change_places() -> None:
    book = fresh()
    for cells in sheet_of(book, "business_report.shares").cells.values():
        held = {column: cells.pop(column) for column in (F, F + 1) if column in cells}
        cells.update({2 * F + 1 - column: each for column, each in held.items()})
    assert unchanged(book) == ()


def test_sheets_may_be_renamed_and_change_places() -> None:
    book = fresh()
    sheets = tuple(attrs.evolve(each, name=f"S{number}") for number, each in enumerate(book.sheets))
    assert unchanged(attrs.evolve(book, sheets=tuple(reversed(sheets)))) == ()


def test_rows_of_a_table_are_inserted_without_keys_and_blank_ones_are_nothing() -> None:
    book = fresh()
    sheet, row = find(book, "notice.proposals[]")
    columns = {each.text: column for column, each in sheet.cells[find(book, "fx:table notice.proposals[]")[1]].items()}
    insert_row(sheet, row, {columns["title:ja"]: cell("報告の件")})
    insert_row(sheet, row + 2, {columns["title:ja"]: cell("  ")})
    filing = reader.from_book(book, "notice.xlsx").filing
    assert filing.notice is not None
    assert FILING.notice is not None
    assert str(filing.notice.proposals[0].title) == "報告の件"
    assert filing.notice.proposals[1:] == FILING.notice.proposals


def test_a_paragraph_may_be_added_below_prose() -> None:
    book = fresh()
    put("notice.request", D, "一つ目。")(book)
    find(book, "notice.request")[0].cells[find(book, "notice.request")[1]].pop(E, None)
    sheet, row = find(book, "notice.request")
    insert_row(sheet, row + 1, {D: cell("二つ目。")})
    filing = reader.from_book(book, "notice.xlsx").filing
    assert filing.notice is not None
    assert filing.notice.request.get("ja") == "<p>一つ目。</p><p>二つ目。</p>"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        (number("1234"), 1_234_000_000), (number("1234", "#,##0;△#,##0"), 1_234_000_000), ("1,234", 1_234_000_000), ("△1,234", -1_234_000_000),
        ("(1,234)", -1_234_000_000), ("JPY 5 million", 5_000_000), (number("0.30000000000000004"), 300_000), (number("1.1000000000000001E+3"), 1_100_000_000),
        (Cell("number", "12", "#,##0", calculated=True), 12_000_000), ("－", None), ("-", None),
    ],
)  # fmt: skip
def test_figures_are_read_as_printed(typed: Cell | str, amount: int | None) -> None:
    book = fresh()
    put("non_consolidated.balance_sheet.unit", D, "百万円")(book)
    put(CASH, D, typed)(book)
    filing = reader.from_book(book, "notice.xlsx").filing
    held = filing.non_consolidated.balance_sheet.assets.current_assets.cash_and_deposits  # type: ignore[union-attr]
    assert (held.amount if amount is not None else held) == (Decimal(amount) if amount is not None else held)  # type: ignore[union-attr]
    if amount is not None:
        assert getattr(held, "currency", None) == "JPY"


@pytest.mark.parametrize(
    ("code", "decimals"), [("#,##0", -6), ("General", -6), ("0.0", -5), ("#,##0.00", -4), ("0", -6)]
)
def test_accuracy_is_what_the_cell_shows(code: str, decimals: int) -> None:
    book = fresh()
    put("non_consolidated.balance_sheet.unit", D, "JPY millions")(book)
    put(CASH, D, number("12", code))(book)
    filing = reader.from_book(book, "notice.xlsx").filing
    assert filing.non_consolidated.balance_sheet.assets.current_assets.cash_and_deposits.decimals == decimals  # type: ignore[union-attr]


def test_days_counted_from_1904() -> None:
    book = fresh()
    for sheet in book.sheets:
        for cells in sheet.cells.values():
            for column, each in cells.items():
                if each.code.startswith("yyyy-mm-dd"):
                    cells[column] = Cell("number", repr(float(each.text) - 1462), each.code)
    assert unchanged(attrs.evolve(book, since_1904=True)) == ()


def test_a_strange_sheet_and_hidden_rows_are_noticed() -> None:
    book = fresh()
    book = attrs.evolve(book, sheets=(*book.sheets, Sheet("My notes", {1: {1: cell("42")}}), Sheet("Empty", {})))
    _, row = find(book, CASH)
    book = changed("non_consolidated.balance_sheet", hidden_rows=frozenset((row,)), hidden_columns=frozenset((D,)))(
        book
    )
    found = unchanged(book)
    assert [(each.code, each.severity) for each in found] == [
        ("fx:unread", Severity.WARNING), ("fx:hidden", Severity.NOTE), ("fx:hidden", Severity.NOTE),
    ]  # fmt: skip
    assert [each.message for each in found] == [
        "is no sheet of this form, and nothing is read from it", f"hidden rows hold something, which is read: {row}",
        f"hidden columns hold something, which is read: {column_letter(D)}",
    ]  # fmt: skip


def test_memos_are_not_read() -> None:
    book = fresh()
    sheet, row = find(book, "fx:form")
    memo = next(column for column, each in sheet.cells[row].items() if each.text == "memo")
    put("company.name", memo, "ask the legal department")(book)
    assert unchanged(book) == ()


# --- files ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def data() -> bytes:
    """The smallest workbook."""
    from filingexport.model.filing import Company
    from filingexport.model.values import Text

    company = Company(
        name=Text(en="Example Inc."), identifier_scheme="http://filingexport.example/company", identifier="Example Inc."
    )
    return writer.of_filing(
        Filing(company=company, fiscal_year_start=date(2007, 4, 1), fiscal_year_end=date(2008, 3, 31)), every=False
    )


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(content: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, each in content.items():
            archive.writestr(name, each)
    return buffer.getvalue()


def swap(name: str, old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        content = parts(data)
        assert old in content[name]
        return zipped({**content, name: content[name].replace(old, new, 1)})

    return change


def plus(name: str, content: bytes) -> Callable[[bytes], bytes]:
    return lambda data: zipped({**parts(data), name: content})


def minus(name: str) -> Callable[[bytes], bytes]:
    return lambda data: zipped({each: content for each, content in parts(data).items() if each != name})


SHEET = "xl/worksheets/sheet2.xml"
TYPES = "[Content_Types].xml"
MAIN = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
FILES: dict[str, tuple[Callable[[bytes], bytes], str, str]] = {
    "empty file": (lambda data: b"", "fx:unreadable", "is empty"),
    "broken archive": (lambda data: data[: len(data) // 2], "fx:unreadable", "is damaged"),
    "damaged content": (lambda data: data[:200] + bytes(64) + data[264:], "fx:unreadable", "is damaged"),
    "password": (lambda data: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le"), "fx:unreadable", "is protected by a password to open; in Excel remove it"),
    "old format": (lambda data: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "fx:unreadable", "is in an old format (.xls"),
    "macros": (swap(TYPES, MAIN, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "fx:unreadable", "may hold macros (.xlsm), which are not opened; save it as an Excel workbook"),
    "macros under another name": (plus("xl/vbaProject.bin", b"x"), "fx:unreadable", "may hold macros"),
    "binary workbook": (swap(TYPES, MAIN, b"application/vnd.ms-excel.sheet.binary.macroEnabled.main"), "fx:unreadable", "is a binary workbook (.xlsb)"),
    "Word document": (swap(TYPES, MAIN, b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"), "fx:unreadable", "is a Word document"),
    "presentation": (swap(TYPES, MAIN, b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), "fx:unreadable", "is a PowerPoint presentation"),
    "OpenDocument": (lambda data: zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "fx:unreadable", "is an OpenDocument file (.ods)"),
    "another archive": (lambda data: zipped({"a.txt": b"x"}), "fx:unreadable", "is a zip archive, but no workbook"),
    "table of text": (lambda data: "科目,金額\n".encode("cp932"), "fx:unreadable", "is no workbook (.xlsx); if it is a table of text"),
    "HTML": (lambda data: b"<html><table/></html>", "fx:unreadable", "is XML or HTML, not a workbook"),
    "PDF": (lambda data: b"%PDF-1.7", "fx:unreadable", "is a PDF document"),
    "document type": (swap(SHEET, b"<worksheet", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet'), "fx:doctype", "has a document type declaration"),
    "document type in a part that is not read": (plus("docProps/custom.xml", b"<!DOCTYPE x []><x/>"), "fx:doctype", "has a document type declaration"),
    "another encoding": (swap(SHEET, b"<worksheet", b"<?xml version='1.0' encoding='Shift_JIS'?><worksheet"), "fx:encoding", "is in Shift_JIS"),
    "sheet that is not well-formed": (swap(SHEET, b"</sheetData>", b""), "fx:unreadable", "is damaged"),
    "part missing": (minus(SHEET), "fx:unreadable", "is damaged: the part xl/worksheets/sheet2.xml"),
    "no workbook in it": (minus("xl/workbook.xml"), "fx:unreadable", "its part xl/workbook.xml is missing"),
    "no relations": (minus("_rels/.rels"), "fx:unreadable", "is a package without a workbook"),
    "zip bomb": (plus("xl/media/image.png", bytes(60_000_000)), "fx:limit", "xl/media/image.png is more than 200 times as large as packed"),
    "a million blank rows, packed": (swap(SHEET, b"</sheetData>", b'<row r="9"/>' * 1_000_000 + b"</sheetData>"), "fx:limit", "a sheet may hold a million empty rows with formats: delete the rows below what is filled in"),
    "name that leads out": (plus("../x.xml", b"<x/>"), "fx:unreadable", "holds '../x.xml', which is no name within a folder"),
    "too many parts": (lambda data: zipped({**parts(data), **{f"xl/x{number}.bin": b"" for number in range(1001)}}), "fx:limit", "holds more than 1,000 files"),
    "none of ours": (lambda data: other_workbook(), "fx:unreadable", "is a workbook, but none of filingexport; make one with filingexport template"),
}  # fmt: skip


def other_workbook() -> bytes:
    from openpyxl import Workbook

    buffer = io.BytesIO()
    book = Workbook()
    assert book.active is not None
    book.active["A1"] = "Total"
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_workbook_to_read(name: str, data: bytes, tmp_path: Path) -> None:
    change, code, message = FILES[name]
    path = tmp_path / "notice.xlsx"
    path.write_bytes(change(data))
    with pytest.raises(FilingError) as raised:
        reader.load(path)
    [found] = in_both(raised.value.findings)
    assert found.code == code
    assert message in found.message
    assert found.place.startswith("notice.xlsx")
    assert main(["export", str(path), "--output", str(tmp_path / "out"), "--annotate"]) in (INVALID, COULD_NOT_RUN)
    assert [each.name for each in tmp_path.iterdir()] == ["notice.xlsx"]


def test_limits_are_the_callers(data: bytes) -> None:
    with pytest.raises(FilingError, match="more than 10 cells that hold something"):
        read_book(data, "notice.xlsx", attrs.evolve(DEFAULT_LIMITS, cells=10))
    rows = swap(SHEET, b"</sheetData>", b"<row/>" * 600 + b"</sheetData>")(data)
    with pytest.raises(FilingError, match="has more than 500 rows; delete the empty rows below what is filled in"):
        read_book(rows, "notice.xlsx", attrs.evolve(DEFAULT_LIMITS, rows=500))
    with pytest.raises(FilingError, match="is larger than may be unpacked"):
        read_book(data, "notice.xlsx", Limits(unpacked=1000))


def test_strict_open_xml_is_read(data: bytes, tmp_path: Path) -> None:
    transitional = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    path = tmp_path / "notice.xlsx"
    path.write_bytes(zipped({name: each.replace(transitional, strict) for name, each in parts(data).items()}))
    assert reader.load(path).filing.company.name.get("en") == "Example Inc."


NS = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(sheet: bytes, strings: bytes | None = None) -> bytes:
    """A workbook of one sheet, written by hand."""
    relation = '<Relationship Id="%s" Type="x/%s" Target="%s"/>'
    whole = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
    more = relation % ("r2", "sharedStrings", "strings.xml")
    book = b'<workbook %s xmlns:r="%s"><workbookPr date1904="1"/><sheets><sheet name="S" sheetId="1" r:id="r1" state="veryHidden"/></sheets></workbook>'
    content = {
        TYPES: b"<Types/>",
        "_rels/.rels": (whole % relation % ("r1", "officeDocument", "/xl/workbook.xml")).encode(),
        "xl/workbook.xml": book % (NS, RELATIONS.encode()),
        "xl/_rels/workbook.xml.rels": (whole % (relation % ("r1", "worksheet", "worksheets/s.xml") + more)).encode(),
        "xl/worksheets/s.xml": b"<worksheet %s><sheetData>%s</sheetData></worksheet>" % (NS, sheet),
    }
    if strings is not None:
        content["xl/strings.xml"] = b"<sst %s>%s</sst>" % (NS, strings)
    return zipped(content)


def test_cells_of_all_types() -> None:
    found = read_book(
        package(
            b'<row><c t="inlineStr"><is><t>a</t></is></c><c t="str"><f>A1</f><v>b_x000D__x005F_x000D_</v></c><c t="b"><v>1</v></c>'
            b'<c t="e"><v>#N/A</v></c><c><f>1+1</f></c><c><v>2</v></c><c t="d"><v>2026-03-31</v></c><c r="Z1" s="9"><v>3</v></c>'
            b'<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>99</v></c><c t="s"/><c/></row>',
            "<si><t xml:space='preserve'> a</t><rPh sb='0' eb='1'><t>よみ</t></rPh></si><si><r><t>b</t></r><r><rPr><b/></rPr><t>c</t></r></si>".encode(),
        ),
        "x.xlsx",
    )  # fmt: skip
    assert found.since_1904
    [only] = found.sheets
    assert only.hidden
    assert only.cells == {1: {
        1: Cell("text", "a"), 2: Cell("text", "b\r_x000D_", calculated=True), 3: Cell("truth", "1"), 4: Cell("error", "#N/A"),
        5: Cell("formula", "", calculated=True), 6: Cell("number", "2"), 7: Cell("text", "2026-03-31"), 26: Cell("number", "3"),
        27: Cell("text", " a"), 28: Cell("text", "bc"),
    }}  # fmt: skip


def test_strings_that_are_missing() -> None:
    with pytest.raises(FilingError, match=r"its part xl/strings\.xml is missing"):
        read_book(package(b""), "x.xlsx")


# --- comments -------------------------------------------------------------------------------------------------------


def test_findings_are_written_back_as_comments(data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "notice.xlsx"
    path.write_bytes(data)
    book = load_workbook(path)
    sheet = next(each for each in book.worksheets if each["A1"].value == "fx:sheet filing")
    rows = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1)}
    sheet.cell(rows["fiscal_year_end"], D).value = "March 31"
    sheet.cell(rows["company.name"], D).value = None
    sheet.cell(rows["company.name"], E).value = "_x0041_ =1+1"
    book.create_sheet("Mine")["A1"] = "note"
    book.save(path)
    assert main(["export", str(path), "--output", str(tmp_path / "out"), "--annotate"]) == INVALID
    said = capsys.readouterr().err
    assert f"see the comments in {tmp_path / 'notice.annotated.xlsx'}" in said
    assert (
        f"notice.xlsx[{sheet.title}]!D{rows['fiscal_year_end']} (fiscal_year_end): error fx:value: 'March 31' is not a date"
        in said
    )
    copy = load_workbook(tmp_path / "notice.annotated.xlsx")
    comment = copy[sheet.title].cell(rows["fiscal_year_end"], D).comment
    assert comment is not None
    assert comment.text == "error: 'March 31' is not a date such as 2008-03-31"
    noticed = copy["Mine"].cell(1, 2).comment
    assert noticed is not None
    assert noticed.text == "warning: is no sheet of this form, and nothing is read from it"
    assert not (tmp_path / "out").exists()
    copy[sheet.title].cell(rows["fiscal_year_end"], D).value = date(2026, 3, 31)
    copy.save(tmp_path / "notice.annotated.xlsx")
    assert (
        main(["export", str(tmp_path / "notice.annotated.xlsx"), "--output", str(tmp_path / "out"), "--quiet"]) == VALID
    )


def test_what_an_export_finds_is_about_a_cell(
    small: Filing, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An opening balance that is not last year's closing one is told where it stands."""
    from tests.test_round_trip import AMOUNT, with_balances

    filing = with_balances(small, AMOUNT, attrs.evolve(AMOUNT, amount=Decimal(101)))
    path = tmp_path / "notice.xlsx"
    path.write_bytes(writer.of_filing(filing, every=False))
    assert main(["export", str(path), "--output", str(tmp_path / "out")]) == INVALID
    said = capsys.readouterr().err
    assert "notice.xlsx[" in said
    assert "]!" in said.partition("error fx:disagree")[0]


# --- whatever it is -------------------------------------------------------------------------------------------------

TYPED = [
    "", "x", "fx:", "fx:sheet", "fx:table a[]", "fx:card notice", "fx:matrix x", "fx:own", "fx:records business_report.trend", "notice.proposals[]",
    "notice.meeting", "notice.meeting[]", "extension.items[]", "extension.foo", "waivers[]", "unplaced!1.a.b:value", "unplaced!a", "notice.title!:x",
    "notice.title!a.b:ja", "notice!:ja", "notice.proposals[]!title:zz", "notice.proposals[]!title.9:ja", "business_report.trend.years[]:foo:value",
    "=1", "#", "^", "value", "prior:value", "ja|caption.ja", "nope:value", "title:ja", "*ja", ":ja", "-", "1", "\\u12", "\\x", "a" * 40_000, "nothing: x",
    "fx:end notice.proposals[]", "non_consolidated.changes_in_equity.Own:=", "non_consolidated.changes_in_equity.opening!total:caption.en", "notice.Own",
    "notice.title:=", "a[].b", "[]", ".", "!", ":", "fx:sheet extension", "fx:sheet unplaced", "fx:sheet filing", "fx:contents", "fx:lists",
]  # fmt: skip
NUMBERS = ["1", "1e400", "-1", "abc", "1.5", "46000", "99999999", "1e308", "0.1", "nan", ""]
CODES_OF_NUMBERS = ["General", "#,##0", "yyyy-mm-dd", "0%", "@", "[$¥-411]#,##0", "# ?/?", ";;;", "[h]:mm", "[[", '"']


def any_cell(chance: random.Random) -> Cell:
    kind: Any = chance.choice(["text", "text", "text", "number", "truth", "error", "formula"])
    if kind == "text":
        return Cell("text", chance.choice(TYPED))
    if kind == "number":
        return Cell("number", chance.choice(NUMBERS), chance.choice(CODES_OF_NUMBERS))
    return Cell(kind, chance.choice(["1", "0", "#REF!", ""]))


@pytest.mark.parametrize("seed", range(12 * EFFORT))
def test_whatever_is_done_to_cells_it_is_a_filing_or_findings(seed: int) -> None:
    chance = random.Random(seed)
    book = fresh()
    for _ in range(chance.randint(1, 12)):
        sheet = chance.choice(book.sheets)
        row = chance.choice(sorted(sheet.cells))
        match chance.randrange(6):
            case 0 | 1:
                sheet.cells[row][chance.choice([1, *sheet.cells[row]])] = any_cell(chance)
            case 2:
                sheet.cells[row][chance.randint(1, 30)] = any_cell(chance)
            case 3:
                del sheet.cells[row]
            case 4:
                insert_row(sheet, row, dict(sheet.cells[row]))
            case 5:
                delete_column(sheet, chance.randint(1, 6))
    with suppress(FilingError):
        reader.from_book(book, "notice.xlsx")


def test_whatever_is_done_to_bytes_it_is_a_filing_or_findings(data: bytes, tmp_path: Path) -> None:
    content = parts(data)
    path = tmp_path / "notice.xlsx"
    chance = random.Random(0)
    strange = [
        b"&#0;",
        b"<!DOCTYPE a>",
        b'r="A1048577"',
        b's="99999999999"',
        b'<row r="99999999999"/>',
        b'<c r="ZZZZ1"><v>1</v></c>',
        b't="s"',
        b"<",
    ]
    for _ in range(80 * EFFORT):
        name = chance.choice(sorted(content))
        changed = bytearray(content[name])
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(changed) or 1)
            match chance.randrange(3):
                case 0:
                    changed[at : at + 1] = bytes([chance.choice(b'<>"=/ 01289abcxyz&;\x00\xff')])
                case 1:
                    del changed[at : at + chance.randint(1, 30)]
                case 2:
                    changed[at:at] = chance.choice(strange)
        path.write_bytes(zipped({**content, name: bytes(changed)}))
        with suppress(FilingError):
            reader.load(path)


# --- the company's own items ----------------------------------------------------------------------------------------


def test_own_items_that_are_typed_stand_in_their_parts() -> None:
    book = fresh()
    sheet, row = find(book, "fx:end extension.items[]")
    balance, equity = "non_consolidated.balance_sheet", "non_consolidated.changes_in_equity"
    columns = {each.text: column for column, each in sheet.cells[find(book, "fx:table extension.items[]")[1]].items()}
    for name, kind, part in (
        ("Gold", "money", f"{balance}.assets.current_assets"),
        ("Gifts", "money", equity),
        ("Remark", "words", equity),
    ):
        said = {"name:value": name, "label:ja": name, "type:value": kind, "part:*value": part}
        insert_row(sheet, row, {columns[key]: cell(text) for key, text in said.items()})
    form = find(book, "fx:form")[0]
    assert form.cells
    sheet = sheet_of(book, balance)
    prior = next(column for column, each in sheet.cells[3].items() if each.text == "prior:value")
    for key, text in (
        ("non_consolidated.prior_year.start", "2024-04-01"),
        ("non_consolidated.prior_year.end", "2025-03-31"),
    ):
        put(key, D, text)(book)
    put(f"fx:own {balance}", 2, "Gold")(book)
    put(f"fx:own {balance}", D, number("7"))(book)
    put(f"fx:own {balance}", prior, number("6"))(book)
    put(f"fx:own-line {equity}", 2, "Gifts")(book)
    put(f"fx:own-line {equity}", D, "(5)")(book)
    put(f"fx:own {equity}", 2, "Remark")(book)
    put(f"fx:own {equity}", D, "寄付")(book)
    held = reader.from_book(book, "notice.xlsx").filing.non_consolidated
    assert held is not None
    assert str(held.balance_sheet.assets.current_assets.own_value("Gold").amount) == "7000"  # type: ignore[union-attr]
    assert str(held.prior_year.balance_sheet.assets.current_assets.own_value("Gold").amount) == "6000"  # type: ignore[union-attr]
    changes = held.changes_in_equity
    assert changes is not None
    assert str(changes.own_value("Gifts").capital_stock.amount) == "-5000"
    assert changes.own_value("Remark").get("ja") == "寄付"
