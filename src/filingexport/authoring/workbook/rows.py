"""Tables as rows, or as columns: a header row of keys, a row or a column each, empty ones below or beside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from filingexport.authoring.own_items import is_own
from filingexport.authoring.workbook import keys
from filingexport.authoring.workbook.canvas import NO_ROOM, Canvas
from filingexport.authoring.workbook.lines import (
    ENGLISH,
    FIRST,
    JAPANESE,
    Line,
    Look,
    Slot,
    key_slot,
    text_slot,
    value_slot,
    words_slot,
)
from filingexport.authoring.workbook.shape import Shape, as_lines, taken_apart
from filingexport.authoring.workbook.tables import TableColumn, inner_tables, own_names, rows_label, table_columns
from filingexport.authoring.workbook.trees import at, mapping, rows
from filingexport.authoring.yaml_tree import Tree
from filingexport.binding.plan import Leaf, ListLeaf, RowsField
from filingexport.model.item import Label

_ITEM: Final = Label("Item", "項目")
_WIDTHS: Final = {
    "words": 22.0,
    "prose": 34.0,
    "choice": 22.0,
    "flag": 12.0,
    "day": 13.0,
    "count": 13.0,
    "ratio": 13.0,
    "uri": 30.0,
}
"""How wide a column of values of a kind is, in characters."""
_RECORD: Final = 17.0


def put_table(
    canvas: Canvas, entry: RowsField | ListLeaf, path: str, held: Sequence[tuple[str, Tree]], depth: int,
    belongs: bool = False,
) -> None:  # fmt: skip
    """Add a table with a row each. path: of its rows' keys; held: the rows, each with the number of the row of another
    table that it belongs to, "" for none; belongs: whether they belong to such.
    """
    extension, place = canvas.source.extension, path.replace(keys.RECORD, "")
    fields = _by_field(table_columns(entry, extension, place, [tree for _, tree in held]))
    inner = dict(inner_tables(entry.plan, extension, place)) if isinstance(entry, RowsField) else {}
    _header(canvas, path, fields, bool(inner), belongs)
    below: dict[str, list[tuple[str, Tree]]] = {name: [] for name in inner}
    inside = keys.RECORD in path.removesuffix(keys.RECORD) and not belongs
    few = inside or isinstance(entry, ListLeaf)
    room = canvas.source.room.inner_rows if few else canvas.source.room.rows
    for number in range(1, len(held) + room + 1):
        reference, tree = held[number - 1] if number <= len(held) else ("", None)
        line = Line(path, Look.ROW, depth=depth)
        if inner:
            line.cells[JAPANESE] = text_slot(str(number), "number")
        if belongs:
            line.cells[ENGLISH] = text_slot(reference or None, "number")
        canvas.add(line)
        column = FIRST
        moved = _out_of_order(canvas, fields, inner, tree)
        for name, group in fields.items():
            for slot in _cells(canvas, path, name, group, None if name in moved else at(tree, name)):
                line.cells[column] = slot
                column += 1
        for name in moved:
            _as_details(canvas, path, name, fields, inner, at(tree, name))
        for name in inner:
            if name not in moved:
                below[name] += [(str(number), each) for each in rows(at(tree, name))]
    canvas.end(path, depth, "insert further rows above this row", "行を追加するときは、この行の上に挿入")
    for name, each in inner.items():
        if not below[name] and canvas.source.room == NO_ROOM:
            continue
        canvas.heading(rows_label(each), depth + 1)
        put_table(canvas, each, keys.join(path, name) + keys.RECORD, below[name], depth + 1, belongs=True)


def put_records(canvas: Canvas, entry: RowsField, path: str, held: Sequence[Tree]) -> None:
    """Add a table with a column each."""
    numbers = range(len(held) + canvas.source.room.records)
    head = Line(f"{keys.RECORDS} {path}", Look.KEYS, cells=_labels())
    shown = Line(keys.STATIC, Look.TABLE, _ITEM)
    for number in numbers:
        head.cells[FIRST + number] = key_slot(keys.RECORD)
        shown.cells[FIRST + number] = words_slot(str(number + 1))
        canvas.widen(FIRST + number, _RECORD)
    canvas.add(head)
    canvas.add(shown)
    fields = _by_field(table_columns(entry, canvas.source.extension, path.replace(keys.RECORD, ""), held))
    moved = [_out_of_order(canvas, fields, {}, tree) for tree in held]
    for name, group in fields.items():
        lines = [Line(f"{path}:{column.key}", Look.FIELD, column.label) for column in group]
        for line in lines:
            canvas.add(line)
        for number in numbers:
            node = at(held[number], name) if number < len(held) and name not in moved[number] else None
            cells = _cells(canvas, path, name, group, node, FIRST + number)
            for line, slot in zip(lines, cells, strict=True):
                line.cells[FIRST + number] = slot
    for number, names in enumerate(moved):
        for name in names:
            _as_details(canvas, path, name, fields, {}, at(held[number], name), FIRST + number)
    canvas.end(path, 0, "insert further columns between two of these", "列を追加するときは、この表の列の間に挿入")


def _by_field(columns: Sequence[TableColumn]) -> dict[str, list[TableColumn]]:
    found: dict[str, list[TableColumn]] = {}
    for column in columns:
        found.setdefault(column.field, []).append(column)
    return found


def _labels() -> dict[int, Slot]:
    return {JAPANESE: key_slot(keys.LABEL), ENGLISH: key_slot(keys.LABEL)}


def _header(canvas: Canvas, path: str, fields: dict[str, list[TableColumn]], numbered: bool, belongs: bool) -> None:
    head = Line(f"{keys.TABLE} {path}", Look.KEYS, cells=_labels())
    shown = Line(keys.STATIC, Look.TABLE)
    if numbered:
        head.cells[JAPANESE] = key_slot(keys.NUMBER)
        shown.cells[JAPANESE] = words_slot("行番号\nNo.")
    if belongs:
        head.cells[ENGLISH] = key_slot(keys.REFERENCE)
        shown.cells[ENGLISH] = words_slot("上の表の行番号\nNo. of the row above that it belongs to")
    columns = [column for group in fields.values() for column in group]
    for number, column in enumerate(columns, FIRST):
        head.cells[number] = key_slot(column.key)
        required = column.leaf.required and not column.listed
        mark = "＊" if required else ""
        shown.cells[number] = words_slot(f"{mark}{column.label.ja}\n{column.label.en}")
        canvas.widen(number, _WIDTHS.get(column.leaf.concept.kind, 18))
    canvas.add(head)
    canvas.add(shown)


def _out_of_order(
    canvas: Canvas, fields: dict[str, list[TableColumn]], inner: dict[str, RowsField], tree: Tree | None
) -> list[str]:
    """The company's own items whose values would be read from this row in another order than they have: in their order."""
    found: list[str] = []
    own = [name for name in (*fields, *inner) if is_own(name.rpartition(".")[2])]
    for path in dict.fromkeys(name.rpartition(".")[0] for name in own):
        names = [keys.join(path, name) for name in own_names(tree, path)]
        there = [name for name in fields if name in names]
        # What has no cell in the row stands below it, and tables below all rows.
        below = [name for name in there if not _shape(canvas, fields[name], at(tree, name)).cells]
        last = [name for name in inner if name in names]
        if names != [*(name for name in there if name not in below), *below, *last]:
            found += names
    return found


def _shape(canvas: Canvas, group: list[TableColumn], node: Tree | None) -> Shape:
    leaf = group[0].leaf
    room = frozenset(each.aspect for each in group)
    return taken_apart(leaf.concept.kind, leaf.dash, node, canvas.source.language, room)


def _as_details(
    canvas: Canvas, path: str, name: str, fields: dict[str, list[TableColumn]], inner: dict[str, RowsField],
    node: Tree | None, column: int = FIRST,
) -> None:  # fmt: skip
    """Add an item of the company's own, or a table, in rows below."""
    if name not in inner:
        canvas.details(path, name, _detailed(canvas, fields[name][0].leaf, node), column)
        return
    leaves = {each.attribute: each for each in inner[name].plan.entries if isinstance(each, Leaf)}
    for number, row in enumerate(rows(node), 1):
        for each, cell in mapping(row).entries.items():
            canvas.details(path, f"{name}.{number}.{each}", _detailed(canvas, leaves[each], cell), column)


def _detailed(canvas: Canvas, leaf: Leaf, node: Tree | None) -> Shape:
    return taken_apart(leaf.concept.kind, leaf.dash, node, canvas.source.language, frozenset())


def _cells(
    canvas: Canvas, path: str, name: str, group: list[TableColumn], node: Tree | None, detail: int = FIRST
) -> list[Slot]:
    """The cells of a field of a row, one a column; what has no cell is added below, in the column `detail`."""
    leaf = group[0].leaf
    language = canvas.source.language
    if not group[0].listed:
        shape = _shape(canvas, group, node)
        canvas.details(path, name, shape, detail)
        return [value_slot(leaf, each.aspect, shape.cells.get(each.aspect, [None])[0]) for each in group]
    items = rows(node)
    lines = as_lines(items, language) if items else {}
    if lines is None:  # a list that would not come back the same from lines
        for number, item in enumerate(items, 1):
            canvas.details(path, f"{name}.{number}", _detailed(canvas, leaf, item), detail)
        lines = {}
    return [text_slot(lines.get(each.aspect.removeprefix(keys.LIST))) for each in group]
