"""One sheet of a workbook: each cell to the field that its hidden keys say, whatever row or column it is in by now."""

from __future__ import annotations

from typing import Final

from attrs import define, field

from filingexport.authoring.own_items import is_own
from filingexport.authoring.workbook import keys
from filingexport.authoring.workbook.context import Context, belongs, outside
from filingexport.authoring.workbook.draft import CHANGED, Draft, Group, Held, LostKey
from filingexport.authoring.workbook.extras import Wrong
from filingexport.authoring.workbook.keys import PRIOR, RECORD, Key
from filingexport.authoring.workbook.lines import FIRST, KEY
from filingexport.authoring.workbook.resolve import (
    OWN_KIND,
    UNIT_KIND,
    Target,
    UnknownKey,
    field_at,
    matrix_at,
    part_at,
    table_at,
)
from filingexport.authoring.workbook.shape import VALUE, aspects
from filingexport.binding.plan import PartField
from filingexport.declaring import frozen
from filingexport.formats.safe import beyond
from filingexport.formats.xlsx.reader import Cell, Sheet, column_letter
from filingexport.model.item import LOCALIZED, NUMERIC
from filingexport.names import VERSION_DATE
from filingexport.said import Said, say, told

_RUNS: Final = 12
"""Runs of rows without keys that are told one by one; more are one finding."""
_HEADER_GONE: Final = say(
    "the hidden row of keys above it is gone; undo what removed it, or take a new workbook and copy the values",
    "上部の非表示のキーの行が失われています。削除の操作を取り消すか、新しいブックに値をコピーしてください。",
)
_OFFERED: Final = 16
"""What one column of a form may be for, at most."""
_RECORDS: Final = 10
"""Places that a column of a table with a record a column counts for."""
MAX_PLACES: Final = 2_000_000
"""Places of a workbook where a row meets a column that has a key, at most."""
_MOVE: Final = say(
    "move it into a cell that is to be filled in, or into the column of memos",
    "記入欄のセル又はメモの列に移してください。",
)


@frozen(eq=False)
class OwnRow:
    """A row in which a user has named an item of the company's own.

    part: as typed. held: what its cells hold, with their places, by the keys of their columns. sheet, prior: the parts
    that the sheet holds. matrix: of which it is a line, "" for none.
    """

    name: str
    part: str
    held: dict[str, tuple[Cell, str]]
    place: str
    sheet: str
    prior: str
    matrix: str


@define(eq=False)
class Looked:
    """How many places of a workbook, where a row meets a column that has a key, were looked at."""

    count: int = 0

    def more(self, count: int, place: str) -> None:
        """So many more; raises FilingError where they are too many."""
        self.count += count
        if self.count > MAX_PLACES:
            raise beyond(
                say(
                    "has more than {most} places where a row and a column with hidden keys meet; take out keys that were copied",
                    "非表示のキーのある行と列の交点が{most}か所を超えています。複写されたキーを削除してください",
                    most=f"{MAX_PLACES:,}",
                ),
                place,
            )


@define(eq=False)
class SheetReader:
    """Reads one sheet into the tree in the making.

    file: its name in messages. path, prior: of the parts that it holds. keys_in: the column of the keys. form, tables,
    matrices, records: the keys of columns as met so far. own: the rows that name items of the company's own.
    filled: row and column of each cell that was read.
    """

    sheet: Sheet
    file: str
    path: str
    prior: str
    keys_in: int
    context: Context
    wrong: Wrong
    form: dict[int, tuple[str, ...]] = field(factory=dict)
    tables: dict[str, dict[int, str]] = field(factory=dict)
    matrices: dict[str, dict[int, str]] = field(factory=dict)
    records: dict[str, dict[int, Group | Draft]] = field(factory=dict)
    own: list[OwnRow] = field(factory=list)
    filled: set[tuple[int, int]] = field(factory=set)
    looked: Looked = field(factory=lambda: Looked())
    _optional: dict[tuple[str, str], bool] = field(init=False, factory=dict)

    def read(self) -> None:
        """Read all rows."""
        rows = sorted(self.sheet.cells)
        found = {row: self._key(row) for row in rows}
        following: dict[int, Key | None] = {}
        below: Key | None = None
        for row in reversed(rows):
            following[row] = below
            below = found[row] or below
        above: Key | None = None
        keyless = []
        for row in rows:
            key = found[row]
            try:
                if key is not None:
                    self._row(row, key)
                elif not self._inserted(row, above, following[row]):
                    keyless.append(row)
            except UnknownKey:
                self.wrong(
                    "fx:sheet",
                    say(
                        "its hidden key names no field of this version ({version}); take a new workbook and copy the values",
                        "非表示のキーに当たる項目が、この版（{version}）にはありません。新しいブックに値をコピーしてください。",
                        version=VERSION_DATE,
                    ),
                    self._at(row),
                )
            except LostKey as error:
                self.wrong("fx:sheet", told(error), self._at(row))
            above = key or above
        self._tell_keyless(keyless)
        for message, place in self.context.join():
            self.wrong("fx:cell", message, place)

    # --- rows ------------------------------------------------------------------------------------------------

    def _key(self, row: int) -> Key | None:
        cell = self.sheet.cells[row].get(self.keys_in)
        return keys.parse(cell.text) if cell is not None and cell.kind == "text" and cell.text.strip() else None

    def _at(self, row: int, column: int | None = None) -> str:
        """The place of a cell; of a row, its first cell that is seen."""
        return f"{self.file}[{self.sheet.name}]!{column_letter(column or self.keys_in + 1)}{row}"

    def _cells(self, row: int) -> dict[int, Cell]:
        """What a row holds beside its key."""
        return {
            column: cell for column, cell in self.sheet.cells[row].items()
            if column != self.keys_in and not (cell.kind == "text" and not cell.text.strip())
        }  # fmt: skip

    def _header(self, row: int) -> dict[int, str]:
        return {column: cell.text.strip() for column, cell in self._cells(row).items()}

    def _row(self, row: int, key: Key) -> None:
        match key.verb:
            case keys.SHEET | keys.STATIC:
                pass
            case keys.HEADING | keys.END:
                self._nothing_beside(row)
            case keys.FORM:
                self.form = {
                    column: tuple(text.split("|", _OFFERED)[:_OFFERED]) for column, text in self._header(row).items()
                }
            case keys.TABLE:
                table_at(key.path)
                self.tables[key.path] = self._header(row)
            case keys.MATRIX:
                matrix_at(key.path)
                self.matrices[key.path] = self._header(row)
            case keys.RECORDS:
                columns = [column for column, text in self._header(row).items() if text == RECORD]
                # A column that was inserted between two of them is one too.
                between = range(min(columns), max(columns) + 1) if columns else range(0)
                self.looked.more(_RECORDS * len(between), self._at(row))
                self.records[key.path] = {each: self.context.begin(key.path, self._at(row, each)) for each in between}
            case keys.CARD:
                self._nothing_beside(row)
                self.context.begin(key.path, self._at(row))
            case keys.OWN | keys.OWN_LINE:
                self._own_row(row, key)
            case "" if key.detail is not None:
                self._detail(row, key)
            case "" if key.field == keys.LINE:
                self._matrix_line(row, key.path)
            case "" if key.field:
                self._record_line(row, key)
            case "" if key.path.endswith(RECORD):
                self._table_row(row, key.path)
            case "":
                self._form_row(row, key.path)
            case _:
                raise LostKey(CHANGED)

    def _is_input(self, column: int) -> bool:
        """Whether the column is not one of labels."""
        return column > self.keys_in + (FIRST - KEY) - 1

    def _nothing_beside(self, row: int) -> None:
        for column in self._cells(row):
            if self._is_input(column):
                self._unread(row, column)

    def _unread(self, row: int, column: int, why: Said = _MOVE) -> None:
        self.wrong(
            "fx:cell",
            say("nothing is read from this cell; {why}", "このセルは読み込まれません。{why}", why=why),
            self._at(row, column),
        )

    def _inserted(self, row: int, above: Key | None, below: Key | None) -> bool:
        """Read a row without a key that was inserted into a table, or below prose; False if it was neither."""
        if not self._cells(row):
            return True
        if below is not None and below.verb in ("", keys.END) and not below.field and below.path in self.tables:
            self._table_row(row, below.path)
        elif above is not None and not above.verb and above.detail is None and self._is_prose(above.path):
            self._form_row(row, above.path)
        else:
            return False
        return True

    def _is_prose(self, path: str) -> bool:
        outer, _, name = path.rpartition(".")
        return not path.endswith(RECORD) and field_at(outer, name).kind == "prose"

    def _tell_keyless(self, rows: list[int]) -> None:
        """Rows that hold something and have no key, a run of them at once."""
        runs: list[list[int]] = []
        for row in rows:
            if runs and row == runs[-1][-1] + 1:
                runs[-1].append(row)
            else:
                runs.append([row])
        if len(runs) > _RUNS:
            runs = [rows]
        for run in runs:
            many = (
                say(
                    "{count} rows (from {first} to {last}) have",
                    "{count}行（{first}行目から{last}行目まで）",
                    count=len(run),
                    first=run[0],
                    last=run[-1],
                )
                if len(run) > 1
                else say("this row has", "この行")
            )
            self.wrong(
                "fx:sheet",
                say(
                    "{many} no key in the hidden column A, and nothing is read from what stands there; insert rows only inside a table or below prose, and undo what removed keys",
                    "{many}はA列の非表示のキーがないため、内容が読み込まれません。行は表の中又は文章の下にだけ挿入し、キーを消した操作は取り消してください。",
                    many=many,
                ),
                self._at(run[0]),
            )

    def _held(self, row: int, column: int, aspect: str, cell: Cell | None, exact: bool = False) -> Held | None:
        """What a cell holds of a field; None for an empty one."""
        if cell is None:
            return None
        self.filled.add((row, column))
        return Held(aspect, cell, self._at(row, column), exact)

    # --- fields ----------------------------------------------------------------------------------------------

    def _form_row(self, row: int, path: str) -> None:
        outer, _, name = path.rpartition(".")
        target = field_at(outer, name)
        if not self.form:
            raise LostKey(_HEADER_GONE)
        cells = self._cells(row)
        self.looked.more(len(self.form), self._at(row))
        begun = False  # one cell for it is enough, where nothing is in the others
        for column, offered in self.form.items():
            cell = cells.pop(column, None)
            if cell is None and begun:
                continue
            aspect = _aspect(target, offered)
            if aspect is None or (aspect.startswith(PRIOR) and not self.prior):
                if cell is not None and not keys.IGNORED & {each.removeprefix(PRIOR) for each in offered}:
                    self._unread(row, column, _no_such(target))
                continue
            before = aspect.startswith(PRIOR)
            if cell is None and before:
                continue
            where = keys.join(self.prior, path[len(self.path) :].lstrip(".")) if before else path
            holder, _, last = where.rpartition(".")
            place = self._at(row, column)
            held = self._held(row, column, aspect.replace(PRIOR, ""), cell)
            self.context.put(self.context.container(holder, place), target, last, held, place)
            begun = begun or not before
        for column in cells:
            self._unread(row, column)

    def _matrix_line(self, row: int, path: str) -> None:
        outer, _, name = path.rpartition(".")
        target = _line(outer, name)
        if outer not in self.matrices:
            raise LostKey(_HEADER_GONE)
        cells = self._cells(row)
        group = self.context.container(path, self._at(row))
        self.looked.more(len(self.matrices[outer]), self._at(row))
        for column, key in self.matrices[outer].items():
            cell = cells.pop(column, None)
            if cell is not None and key not in keys.IGNORED:
                self.context.put(group, target, key, self._held(row, column, VALUE, cell), self._at(row, column))
        for column in cells:
            self._unread(row, column)

    # --- tables ----------------------------------------------------------------------------------------------

    def _table_row(self, row: int, path: str) -> None:
        columns = self.tables.get(path)
        if columns is None:
            raise LostKey(_HEADER_GONE)
        place = self._at(row)
        cells = self._cells(row)
        record = self.context.begin(path, place)
        number = reference = ""
        refers_at = place
        lacking: set[str] = set()  # what there is an empty cell for already
        self.looked.more(len(columns), place)
        for column, key in columns.items():
            cell = cells.pop(column, None)
            if cell is None and (key in lacking or self._may_be_empty(path, key)):
                continue
            if cell is None:
                lacking.add(key)
            if key == keys.NUMBER:
                number = _digits(cell)
            elif key == keys.REFERENCE:
                reference, refers_at = _digits(cell), self._at(row, column)
            elif key not in keys.IGNORED:
                self._table_cell(path, record, key, cell, (row, column))
        for column in cells:
            self._unread(row, column)
        if isinstance(record, Draft):
            return
        if number and not self.context.number(path, record, number, place):
            self.wrong(
                "fx:cell",
                say(
                    "two rows of this table have the number {number}; number them differently",
                    "この表には番号{number}の行が二つあります。別の番号を付けてください。",
                    number=number,
                ),
                place,
            )
        if belongs(outside(path)):
            self.context.refer(path, record, reference, refers_at)

    def _table_cell(self, path: str, record: Group | Draft, key: str, cell: Cell | None, at: tuple[int, int]) -> None:
        name, _, aspect = key.rpartition(":")
        place = self._at(*at)
        held = self._held(*at, aspect, cell)
        if isinstance(record, Draft):
            record.held += [held] if held is not None else []
        elif aspect.startswith(keys.LIST):
            self.context.put_list(record, field_at(path, name), name, aspect.removeprefix(keys.LIST), cell, place)
        else:
            self.context.put(record, field_at(path, name), name, held, place)

    def _may_be_empty(self, path: str, key: str) -> bool:
        """Whether nothing comes of an empty cell of this column of a table: no field that must be filled in is lacking."""
        known = self._optional.get((path, key))
        if known is None:
            name, _, aspect = key.rpartition(":")
            known = key in keys.IGNORED
            if not known and key not in (keys.NUMBER, keys.REFERENCE) and "." not in name and name:
                try:
                    target = field_at(path, name)
                    known = is_own(name) or aspect.startswith(keys.LIST) or _is_optional(target)
                except UnknownKey:
                    known = False  # which each row tells
            self._optional[path, key] = known
        return known

    def _record_line(self, row: int, key: Key) -> None:
        records = self.records.get(key.path)
        if records is None:
            raise LostKey(_HEADER_GONE)
        cells = self._cells(row)
        self.looked.more(len(records), self._at(row))
        optional = self._may_be_empty(key.path, key.field)
        for column, record in records.items():
            if optional and column not in cells:
                continue
            self._table_cell(key.path, record, key.field, cells.pop(column, None), (row, column))
        for column in cells:
            if self._is_input(column):
                self._unread(row, column)

    # --- details and own items -------------------------------------------------------------------------------

    def _detail(self, row: int, key: Key) -> None:
        """A row for what has no cell of its own."""
        assert key.detail is not None
        name, _, aspect = key.detail.rpartition(":")
        for column, cell in self._cells(row).items():
            if not self._is_input(column):
                continue
            place = self._at(row, column)
            held = Held(aspect, cell, place, exact=True)
            if key.path.endswith(RECORD):
                records = self.records.get(key.path)
                record = self.context.current.get(key.path) if records is None else records.get(column)
                if record is None:
                    self._unread(row, column)
                elif isinstance(record, Draft):
                    record.held.append(held)
                else:
                    self.context.put(record, field_at(key.path, name), name, held, place)
                continue
            outer, _, last = key.path.rpartition(".")
            if name:  # of a line of a matrix, in the column of this name
                self.context.put(self.context.container(key.path, place), _line(outer, last), name, held, place)
            else:
                self.context.put(self.context.container(outer, place), field_at(outer, last), last, held, place)

    def _own_row(self, row: int, key: Key) -> None:
        cells = self._cells(row)
        name, part = cells.pop(self.keys_in + 1, None), cells.pop(self.keys_in + 2, None)
        line = key.verb == keys.OWN_LINE
        columns = self.matrices.get(key.path, {}) if line else {at: "|".join(said) for at, said in self.form.items()}
        held: dict[str, tuple[Cell, str]] = {}
        for column, cell in cells.items():
            if column in columns and columns[column] not in keys.IGNORED:
                held[columns[column]] = cell, self._at(row, column)
            else:
                self._unread(row, column)
        if name is not None and held:
            typed = part.text.strip() if part is not None else ""
            matrix = key.path if line else ""
            self.own.append(OwnRow(name.text.strip(), typed, held, self._at(row), self.path, self.prior, matrix))
        elif held:
            self.wrong(
                "fx:cell",
                say(
                    "values without an item; write the name of the company's own item here",
                    "値がありますが、項目がありません。ここに独自項目の名前を記入してください。",
                ),
                self._at(row),
            )


def _is_optional(target: Target) -> bool:
    return target.leaf is not None and not target.leaf.required


def _line(outer: str, name: str) -> Target:
    """What the cells of a line of a matrix are; raises UnknownKey."""
    if is_own(name):
        return Target("money", True)
    of = part_at(outer).plan
    entry = next((each for each in of.entries if each.attribute == name), None) if of is not None else None
    if not isinstance(entry, PartField) or entry.line is None:
        raise UnknownKey(f"{outer}.{name}")
    return Target(entry.line.concept.kind, entry.line.dash, entry.line)


def _aspect(target: Target, offered: tuple[str, ...]) -> str | None:
    """What a column holds of a field in a row of its own; None for nothing. Of an item of the company's own, whose kind the
    extension says, all that the column is for.
    """
    if target.kind == OWN_KIND:
        return None if keys.IGNORED & {each.removeprefix(PRIOR) for each in offered} else "|".join(offered)
    wanted = (VALUE,) if target.kind == UNIT_KIND else aspects(target.kind)  # type: ignore[arg-type]
    return next((each for each in offered if each.removeprefix(PRIOR) in wanted), None)


def _digits(cell: Cell | None) -> str:
    """The number of a row, whether it was typed as a number or as a text."""
    if cell is None:
        return ""
    text = cell.text.strip()
    return text.removesuffix(".0") if cell.kind == "number" else text


def _no_such(target: Target) -> Said:
    if target.kind in NUMERIC:
        return say(
            "a figure has no text here; its caption and footnotes have columns of their own",
            "数値の項目です。表示科目や脚注には専用の列があります。",
        )
    if target.kind in LOCALIZED:
        return say("a text stands in the columns of its languages", "文章は、言語ごとの列に記入してください。")
    return say(
        "this field has one value, in the first column to fill in",
        "この項目の値は一つです。最初の記入欄に記入してください。",
    )
