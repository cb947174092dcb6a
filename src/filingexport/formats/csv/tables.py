"""The rows of one table, made into facts: where each property of a fact comes from is worked out once a column."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from filingexport.declaring import frozen
from filingexport.findings import FilingError, Finding, coded
from filingexport.formats.csv import cells
from filingexport.formats.csv.cells import Cell, Special
from filingexport.formats.csv.metadata import CODE, Column, Given, Metadata, Reference, Table
from filingexport.formats.oim.periods import parse_short, refusal
from filingexport.formats.oim.periods import text as period_text
from filingexport.formats.safe import Limits, too_large, too_long, too_many
from filingexport.reasons import reason
from filingexport.said import Mistake, Said, say, told

ROW_NUMBER: Final = "rowNumber"
_IDENTIFIER: Final = re.compile(r"[^\W\d][\w·-]*")
_ROW_ID: Final = re.compile(r"[\w·-]+")


@frozen
class Row:
    """One fact as a row says it. name: its id, where our own writer keeps one. order: its place in the document, or 0."""

    identifier: str
    dimensions: dict[str, str | None]
    value: str | None
    decimals: Any
    kept: dict[str, Any]
    place: str
    name: str | None
    order: int


@frozen
class _Sources:
    """Where the properties of facts come from. cells: dimension, the column's place, which end of a period.

    given: dimension, value (`Special.NONE` for the number of the row), which end of a period. columns: those that are used.
    """

    cells: tuple[tuple[str, int, str], ...]
    given: tuple[tuple[str, Cell, str], ...]
    decimals: Given
    columns: frozenset[str]


class _Wrong(Mistake):
    """A cell that cannot be read."""

    def __init__(self, code: str, message: Said) -> None:
        self.code = f"{CODE}:{code}"
        super().__init__(message)


def lines(data: bytes, place: str, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of each row; raises FilingError for what is no CSV (RFC 4180) in UTF-8."""
    if len(data) > limits.file:
        raise too_large(place, limits)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = say(
            "is not the text in UTF-8 that it should be: {why}",
            "UTF-8の文字列として読み込めません（{why}）。",
            why=reason(error),
        )
        raise FilingError([coded(f"{CODE}:invalidCSVFileFormat", message, place)]) from None
    if data.count(b",") + data.count(b"\n") > limits.cells:
        raise too_many(place, "cells", limits)
    if csv.field_size_limit() < limits.text:
        csv.field_size_limit(limits.text)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for row in reader:
            if any(len(cell) > limits.text for cell in row):
                raise too_long(limits, f"{place}:{line}")
            yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        code = "fx:limit" if "field larger" in f"{error}" else f"{CODE}:invalidCSVFileFormat"
        raise FilingError(
            [
                coded(
                    code,
                    say("is no CSV: {why}", "CSVとして読み込めません（{why}）。", why=reason(error)),
                    f"{place}:{line}",
                )
            ]
        ) from None


class TableReader:
    """Reads one table; what is wrong is told. unread: the table, or those of its rows, that for this gave no facts."""

    def __init__(self, table: Table, metadata: Metadata, limits: Limits, tell: Callable[[Finding], None]) -> None:
        self.table = table
        self.metadata = metadata
        self.limits = limits
        self.tell = tell
        self.columns = table.template.columns
        self.sources: dict[tuple[str, ...], _Sources] = {}
        self.places: dict[str, int] = {}
        self.unread: set[str] = set()

    def read(self, data: bytes) -> Iterator[Row]:
        """The facts of this file, in its order."""
        url = self.table.url
        rows = lines(data, url, self.limits)
        first = next(rows, None)
        if first is None:
            self._wrong("invalidHeaderValue", say("has no header", "見出し行がありません。"), url)
        if first is None or not self._header(first[1]):
            self.unread.add(self.table.name)
            return
        row_ids: set[str] = set()
        for number, (line, row) in enumerate(rows, 1):
            if not row:
                continue
            yield from self._row(number, row, f"{url}:{line}", row_ids)

    def _wrong(self, code: str, message: Said, place: str) -> None:
        self.tell(coded(f"{CODE}:{code}", message, place))

    def _header(self, header: list[str]) -> bool:
        """Note where the columns are; False if the table cannot be read by this header."""
        place, sound = f"{self.table.url}:1", True
        for index, name in enumerate(header):
            if name == "":
                continue
            if not _IDENTIFIER.fullmatch(name):
                self._wrong(
                    "invalidHeaderValue",
                    say(
                        "{column!r} is no identifier: letters, digits, _ and -",
                        "{column!r}は識別子ではありません。英数字、_、-で記載してください。",
                        column=name,
                    ),
                    place,
                )
            elif name not in self.columns:
                self._wrong(
                    "unknownColumn",
                    say(
                        "the template {template} has no column {column!r}",
                        "テンプレート{template}に{column!r}という列はありません。",
                        template=self.table.template.name,
                        column=name,
                    ),
                    place,
                )
            elif name in self.places:
                self._wrong(
                    "repeatedColumnIdentifier",
                    say("the column {column!r} stands twice", "列{column!r}が二度あります。", column=name),
                    place,
                )
            else:
                self.places[name] = index
                continue
            sound = False
        self.width = len(header)
        self.nameless = [index for index, name in enumerate(header) if name == ""]
        self.facts = [each for each in self.columns.values() if each.makes_facts and each.name in self.places]
        self.plain = [
            each.name
            for each in self.columns.values()
            if not each.comment and not each.makes_facts and each.name in self.places
            and each.name != self.table.template.row_id
        ]  # fmt: skip
        self.keeps = {each.keeps: self.places[each.name] for each in self.columns.values()
                      if each.comment and each.keeps and each.name in self.places}  # fmt: skip
        return sound

    # --- rows ------------------------------------------------------------------------------------------------

    def _row(self, number: int, row: list[str], place: str, row_ids: set[str]) -> Iterator[Row]:
        row_id = ""
        try:
            row_id = self._row_id(number, row, row_ids)
            for index in (*self.nameless, *range(self.width, len(row))):
                if index < len(row) and row[index]:
                    raise _Wrong(
                        "unmappedCellValue",
                        say(
                            "{text!r} stands in a column without a name",
                            "名前のない列に{text!r}があります。",
                            text=row[index][:40],
                        ),
                    )
            used: set[str] = set()
            found = [each for column in self.facts if (each := self._fact(column, number, row, row_id, place, used))]
            for name in self.plain:
                if name not in used and not isinstance(self._at(row, name), Special):
                    raise _Wrong(
                        "unmappedCellValue",
                        say(
                            "no fact of the row uses what stands in the column {column!r}",
                            "列{column!r}の内容を使う事実が、この行にありません。",
                            column=name,
                        ),
                    )
        except _Wrong as error:
            self.tell(coded(error.code, told(error), place))
            self.unread.add(f"{self.table.name}.r_{row_id}")
            return
        yield from found

    def _row_id(self, number: int, row: list[str], row_ids: set[str]) -> str:
        column = self.table.template.row_id
        if column not in self.places:
            return str(number)
        said = self._at(row, column)
        if not isinstance(said, str):
            raise _Wrong(
                "missingRowIdentifier",
                say(
                    "the row has no identifier in the column {column!r}",
                    "列{column!r}に行の識別子がありません。",
                    column=column,
                ),
            )
        if not _ROW_ID.fullmatch(said):
            raise _Wrong(
                "invalidRowIdentifier",
                say("{text!r} is no identifier of a row", "{text!r}は行の識別子ではありません。", text=said),
            )
        if said in row_ids:
            raise _Wrong(
                "repeatedRowIdentifier",
                say("the identifier {text!r} of a row stands twice", "行の識別子{text!r}が二度あります。", text=said),
            )
        row_ids.add(said)
        return said

    def _at(self, row: list[str], column: str) -> Cell:
        index = self.places[column]
        return self._read(row[index]) if index < len(row) else Special.EMPTY

    def _read(self, cell: str) -> Cell:
        try:
            return cells.read(cell)
        except ValueError as error:
            raise _Wrong("unknownSpecialValue", told(error)) from None

    def _fact(self, column: Column, number: int, row: list[str], row_id: str, place: str, used: set[str]) -> Row | None:
        value = self._at(row, column.name)
        if value is Special.EMPTY:
            return None
        if value is Special.NONE:
            raise _Wrong(
                "illegalUseOfNone",
                say(
                    "#none stands in the column {column!r}, which is of facts",
                    "事実の列{column!r}に#noneがあります。",
                    column=column.name,
                ),
            )
        assert not isinstance(value, Special)
        sources = self._sources(column, row, used)
        used |= sources.columns
        dimensions: dict[str, str | None] = {}
        for name, index, which in sources.cells:
            if index < len(row) and row[index] != "":  # most axes are no axes of most facts
                said = self._read(row[index])
                if not isinstance(said, Special):
                    dimensions[name] = self._dimension(name, said, which)
        for name, given, which in sources.given:
            dimensions[name] = self._dimension(name, str(number) if given is Special.NONE else given, which)
        decimals = self._decimals(sources.decimals, row)
        identifier = f"{self.table.name}.r_{row_id}.{column.name}"
        return Row(
            identifier, dimensions, value, decimals, self._kept(row), place, self._comment(row, "id"), self._order(row)
        )  # fmt: skip

    def _dimension(self, name: str, said: Cell, which: str) -> str | None:
        assert not isinstance(said, Special)
        if said is None and ":" not in name:
            raise _Wrong(
                "invalidDimensionValue",
                say("{dimension} cannot be #nil", "{dimension}は#nilにできません。", dimension=name),
            )
        return self._period(said, which) if name == "period" else said

    def _decimals(self, given: Given, row: list[str]) -> int | None:
        if isinstance(given, Reference):
            given = self._at(row, given.name)
        if given is None or isinstance(given, (Special, Reference)):
            return None
        if isinstance(given, str) and not re.fullmatch(r"-?[0-9]{1,9}", given):
            raise _Wrong(
                "invalidDecimalsValue",
                say(
                    "decimals {decimals!r} is no whole number",
                    "decimalsの値{decimals!r}は整数ではありません。",
                    decimals=given,
                ),
            )
        return int(given)

    def _period(self, said: str | None, which: str) -> str | None:
        try:
            return period_text(parse_short(said or "", which))
        except (ValueError, OverflowError) as error:
            code = (
                "referenceTargetNotDuration" if "has no start and end" in f"{error}" else "invalidPeriodRepresentation"
            )
            raise _Wrong(code, refusal(said or "", error)) from None

    # --- where properties come from --------------------------------------------------------------------------

    def _sources(self, column: Column, row: list[str], used: set[str]) -> _Sources:
        """Where the properties of a column's facts come from: its own, those of the groups chosen in this row, the table's, the report's."""
        chosen: list[str] = []
        for each in column.groups_from:
            said = self._at(row, each) if each in self.places else Special.EMPTY
            if said is Special.EMPTY:
                chosen.append("")
                continue
            groups = self.columns[each].groups or {}
            if not isinstance(said, str) or said not in groups:
                raise _Wrong(
                    "unknownPropertyGroup",
                    say(
                        "the column {column!r} has no property group {group!r}",
                        "列{column!r}に{group!r}というプロパティグループはありません。",
                        column=each,
                        group=said,
                    ),
                )
            chosen.append(said)
            used.add(each)
        key = (column.name, *chosen)
        known = self.sources.get(key)
        if known is None:
            known = self.sources[key] = self._new_sources(column, chosen)
        return known

    def _new_sources(self, column: Column, chosen: list[str]) -> _Sources:
        layers = [column.properties] if column.properties else []
        for each, name in zip(column.groups_from, chosen, strict=True):
            if name:
                layers.append((self.columns[each].groups or {})[name])
        layers += [self.table.template.shared, self.metadata.shared]
        dimensions: dict[str, Given] = {}
        for layer in layers:
            for dimension, given in layer.dimensions.items():
                dimensions.setdefault(dimension, given)
        decimals = next((layer.decimals for layer in layers if layer.decimals is not Special.EMPTY), Special.NONE)
        columns: list[tuple[str, int, str]] = []
        others: list[tuple[str, Cell, str]] = []
        used = set()
        for name, given in dimensions.items():
            which = given.which if isinstance(given, Reference) else ""
            if isinstance(given, Reference) and given.name == ROW_NUMBER:
                others.append((name, Special.NONE, which))
                continue
            found = self._resolved(given)
            if isinstance(found, Reference):
                columns.append((name, self.places[found.name], which))
                used.add(found.name)
            elif not isinstance(found, (Special, int)):
                others.append((name, found, which))
        accuracy = self._resolved(decimals)
        if isinstance(accuracy, Reference):
            used.add(accuracy.name)
        return _Sources(tuple(columns), tuple(others), accuracy, frozenset(used))

    def _resolved(self, given: Given) -> Given:
        """What is given, or a reference to a column that this file has."""
        if not isinstance(given, Reference):
            return given
        name = given.name
        if name in self.places and not self.columns[name].comment:
            return given
        for parameters in (self.table.parameters, self.metadata.parameters):
            if name in parameters:
                return parameters[name]
        if name in self.columns:
            return Special.NONE  # a column that this file leaves out
        raise _Wrong(
            "invalidReferenceTarget",
            say(
                "${reference} is neither a column nor a parameter",
                "${reference}は列でもパラメータでもありません。",
                reference=name,
            ),
        )

    # --- what our own writer keeps ---------------------------------------------------------------------------

    def _comment(self, row: list[str], what: str) -> str | None:
        index = self.keeps.get(what)
        return None if index is None or index >= len(row) else row[index]

    def _order(self, row: list[str]) -> int:
        said = self._comment(row, "order") or ""
        return int(said) if re.fullmatch(r"[0-9]{1,9}", said) else 0

    def _kept(self, row: list[str]) -> dict[str, Any]:
        said = self._comment(row, "kept")
        if not said:
            return {}
        try:
            kept = json.loads(said)
        except (ValueError, RecursionError):
            kept = None
        if not isinstance(kept, dict):
            raise _Wrong(
                "invalidJSONStructure",
                say(
                    "what the column of what is kept holds is no JSON object",
                    "保持内容の列がJSONオブジェクトではありません。",
                ),
            )
        return kept


def parameters(data: bytes, place: str, limits: Limits) -> Mapping[str, Cell]:
    """The parameters in a parameter file; raises FilingError."""
    found: dict[str, Cell] = {}
    for line, row in lines(data, place, limits):
        try:
            if line == 1:
                if row != ["name", "value"]:
                    raise Mistake(
                        say(
                            "the header of a parameter file is name,value",
                            "パラメータファイルの見出しはname,valueです。",
                        )
                    )
            elif row:
                if len(row) != 2 or not _IDENTIFIER.fullmatch(row[0]) or not row[1] or row[0] in found:
                    raise Mistake(
                        say(
                            "a row of a parameter file is one identifier, not told before, and its value",
                            "パラメータファイルの行は、一度だけ使う識別子とその値です。",
                        )
                    )
                found[row[0]] = cells.read(row[1])
        except ValueError as error:
            raise FilingError([coded(f"{CODE}:invalidParameterCSVFile", told(error), f"{place}:{line}")]) from None
    return found
