"""Which columns a sheet should have and has lost, so that something could be nowhere filled in."""

from __future__ import annotations

from collections.abc import Iterator

from filingexport.authoring.workbook import keys, layout
from filingexport.authoring.workbook.extras import TABLES, WAIVER_COLUMNS, WAIVERS
from filingexport.authoring.workbook.keys import RECORD
from filingexport.authoring.workbook.lines import form_columns
from filingexport.authoring.workbook.resolve import matrix_at, table_at
from filingexport.authoring.workbook.sheet_reader import SheetReader
from filingexport.authoring.workbook.tables import matrix_columns, table_columns
from filingexport.binding.extended import extended
from filingexport.binding.plan import ListLeaf, RowsField
from filingexport.said import Said, say

_EXTRA = {**{path: columns for path, (columns, _) in TABLES.items()}, f"{WAIVERS}{RECORD}": WAIVER_COLUMNS}


def lost_columns(reader: SheetReader) -> Iterator[tuple[Said, list[str]]]:
    """What has lost columns, in words, and their keys."""
    sheet = layout.all_sheets().get(tuple(reader.path.split(".")) if reader.path else ())
    if sheet is not None and reader.form:
        there = {aspect for offered in reader.form.values() for aspect in offered}
        wanted = [aspect for column in form_columns(sheet, 0, False) for aspect in column.aspects]
        yield say("the fields", "項目"), [each for each in wanted if each not in there | keys.IGNORED]
    for path, columns in reader.tables.items():
        yield (
            say("the table {path}", "表「{path}」", path=path.removesuffix(RECORD)),
            [each for each in _table(path) if each not in columns.values()],
        )
    for path, columns in reader.matrices.items():
        names = [each.attribute for each in matrix_columns(matrix_at(path))]
        yield (
            say("the matrix {path}", "マトリクス「{path}」", path=path),
            [each for each in names if each not in columns.values()],
        )


def _table(path: str) -> list[str]:
    if path in _EXTRA:
        return [keys.field_key(each.field, each.aspect) for each in _EXTRA[path]]
    entry = table_at(path).entry
    if not isinstance(entry, (RowsField, ListLeaf)):
        return []  # a table of the company's own
    return [each.key for each in table_columns(entry, extended(None), path.replace(RECORD, ""))]
