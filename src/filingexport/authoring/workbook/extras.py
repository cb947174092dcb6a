"""The sheets beside those of the parts: the company's extension, waivers, and facts that have no place in the model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from filingexport.authoring.workbook import keys, values
from filingexport.authoring.workbook.layout import LANGUAGES
from filingexport.authoring.workbook.lines import (
    ENGLISH,
    FIRST,
    JAPANESE,
    Composed,
    FormColumn,
    Line,
    Look,
    Role,
    Slot,
    key_slot,
    words_slot,
)
from filingexport.authoring.workbook.shape import VALUE, readings
from filingexport.authoring.workbook.trees import at, mapping, rows
from filingexport.authoring.workbook.values import Content
from filingexport.authoring.yaml_tree import Mapping, Scalar, Sequence, Tree
from filingexport.binding.chapters import standing
from filingexport.declaring import frozen
from filingexport.model.extension import KINDS
from filingexport.model.filing import Filing
from filingexport.model.item import Kind, Label
from filingexport.said import Said, say

EXTENSION: Final = "extension"
WAIVERS: Final = "waivers"
UNPLACED: Final = "unplaced"
FIRST_WORD: Final = "(first) 先頭"
"""What stands for an item of the extension that is the first in its part."""
_SPARE: Final = 12
_AFTER: Final = "after"
TABLE: Final = "table"
"""The field that says of which table of the company's own an item is a column."""
COLUMNS: Final = "columns"
"""The field of a table that holds its columns in a source."""
Wrong = Callable[[str, Said, str], None]
"""Told the code of a finding, the message and the place."""


@frozen
class ExtraColumn:
    """A column of such a sheet: its key is a field and what of it the cells hold; list: what a cell is chosen from."""

    field: str
    aspect: str
    label: Label
    required: bool = False
    list: str = ""
    width: float = 20


def _both(name: str, label: Label, required: bool = False) -> tuple[ExtraColumn, ...]:
    japanese = Label(f"{label.en} (Japanese)", f"{label.ja}（日本語）")
    english = Label(f"{label.en} (English)", f"{label.ja}（英語）")
    return ExtraColumn(name, "ja", japanese, width=30), ExtraColumn(name, "en", english, required, width=30)


ITEM_COLUMNS: Final = (
    ExtraColumn("name", VALUE, Label("Name, such as RevenuesHomeUse", "項目名（英字）"), True, width=34),
    *_both("label", Label("Label", "名称"), True),
    ExtraColumn("type", VALUE, Label("Type", "種類"), True, "type"),
    ExtraColumn(
        "part", keys.LIST + VALUE, Label("Where it stands, one a line", "記載箇所（１行に１つ）"), True, "part", 44
    ),
    ExtraColumn("table", VALUE, Label("Is a column of the own table", "独自の表の列である場合、その表")),
    ExtraColumn("balance", VALUE, Label("Debit or credit, of money", "借方・貸方（金額）"), list="balance"),
    ExtraColumn("period", VALUE, Label("At a moment or over a period", "時点・期間"), list="period"),
    ExtraColumn(_AFTER, VALUE, Label("Stands after", "直前の項目")),
    ExtraColumn("total", VALUE, Label("Is in the total (or: none)", "合計項目（なければ none）")),
    ExtraColumn("weight", VALUE, Label("1 or -1 in it", "加減（1 又は -1）"), list="weight"),
    ExtraColumn("heading", VALUE, Label("Below the own heading", "独自の見出し")),
    ExtraColumn(
        "sign",
        VALUE,
        Label("Printed with the opposite sign: opposite", "符号を反転して表示する場合 opposite"),
        list="sign",
    ),
    ExtraColumn("narrower_than", VALUE, Label("Is part of the standard item", "上位の標準項目")),
    ExtraColumn("wider_than", VALUE, Label("Includes the standard item", "下位の標準項目")),
    *_both("documentation", Label("Description", "説明")),
)
"""An item of the extension."""
_PART: Final = ExtraColumn(
    "part", keys.LIST + VALUE, Label("Part, one a line", "記載箇所（１行に１つ）"), True, "part", 34
)
ARRANGEMENT_COLUMNS: Final = (
    _PART,
    ExtraColumn("fields", keys.LIST + VALUE, Label("All its fields in the company's order, one a line", "会社の順序による全項目（１行に１つ）"), True, width=30),
    ExtraColumn("heading", VALUE, Label("Below the own heading", "独自の見出し"), width=30),
)  # fmt: skip
"""An order of the company's own."""
SIGNS_COLUMNS: Final = (
    _PART,
    ExtraColumn("fields", keys.LIST + VALUE, Label("Amounts, one a line", "金額の項目（１行に１つ）"), True, width=30),
)
"""Amounts that the company prints with the opposite sign."""
SUM_COLUMNS: Final = (
    ExtraColumn("part", VALUE, Label("Part", "記載箇所"), True, "part", 34),
    ExtraColumn("total", VALUE, Label("Total", "合計項目"), True, width=30),
    ExtraColumn(
        "items", keys.LIST + VALUE, Label("What it is the sum of, one a line", "構成項目（１行に１つ）"), width=30
    ),
)
"""What the company sums in a total, where that is not what the standard total sums."""
TABLES: Final = {
    f"{EXTENSION}.items[]": (ITEM_COLUMNS, Label("Items", "項目")),
    f"{EXTENSION}.arrangements[]": (ARRANGEMENT_COLUMNS, Label("Order of the company's own", "会社独自の表示順")),
    f"{EXTENSION}.signs[]": (SIGNS_COLUMNS, Label("Printed with the opposite sign", "符号を反転して表示する項目")),
    f"{EXTENSION}.sums[]": (SUM_COLUMNS, Label("Sums of the company's own", "会社独自の合計")),
}
"""The tables of the sheet of the extension, by the keys of their rows."""
WAIVER_COLUMNS: Final = (
    ExtraColumn("rule", VALUE, Label("Rule", "規則"), True, width=34),
    ExtraColumn(
        "where", VALUE, Label("Path of the field or part; empty for all", "対象の項目（空欄は全体）"), width=44
    ),
    ExtraColumn("reason", VALUE, Label("Reason", "理由"), True, width=50),
    ExtraColumn("by", VALUE, Label("Decided by", "決定者")),
    ExtraColumn("on", VALUE, Label("Decided on", "決定日")),
)
"""A finding that the filer decided not to act on."""
EXTENSION_FIELDS: Final[dict[str, tuple[Kind, Label]]] = {
    "prefix": ("code", Label("Prefix of the items' names", "項目名の接頭辞")),
    "namespace": ("code", Label("Address that their namespace begins with", "名前空間のアドレス")),
    "date": ("day", Label("Date, usually the last day of the fiscal year", "日付（通常は事業年度の末日）")),
}
"""What is said once of the extension."""
LISTS: Final[dict[str, tuple[str, ...]]] = {
    "type": tuple(KINDS),
    "balance": ("debit", "credit"),
    "period": ("instant", "duration"),
    "weight": ("1", "-1"),
    "part": tuple(path for path in standing(Filing).paths if path),
    "sign": ("opposite",),
}
"""What the cells of the extension are chosen from."""


def extension_sheet(tree: Mapping, language: str, spare: int = _SPARE) -> Composed:
    """The company's own items, and its own order of the standard ones."""
    label = Label("Extension", "独自項目")
    note = Label(
        "Items that no standard item covers; see the guide to the extension", "標準項目にない会社独自の項目を定義します"
    )
    lines = _head(EXTENSION, label, note)
    for name, (kind, said) in EXTENSION_FIELDS.items():
        node = tree.entries.get(name)
        content = values.content(kind, None, node.text) if isinstance(node, Scalar) else values.empty(kind)
        line = Line(keys.join(EXTENSION, name), Look.FIELD, said)
        line.cells[FIRST] = Slot(content, Role.INPUT, kind)
        lines.append(line)
    for path, (columns, heading) in TABLES.items():
        kept = rows(tree.entries.get(path.removesuffix(keys.RECORD).rpartition(".")[2]))
        lines.append(Line(keys.HEADING, Look.HEADING, heading))
        most = spare if columns is ITEM_COLUMNS else min(spare, 3)
        lines += _table(path, columns, tuple(_flat(kept)), language, most)
    return _composed(EXTENSION, label, lines, ITEM_COLUMNS)


def _flat(items: tuple[Tree, ...]) -> Iterator[Tree]:
    """Items with the columns of tables as rows of their own, after their table."""
    for item in items:
        said = mapping(item)
        columns = rows(said.entries.get(COLUMNS))
        yield Mapping({name: node for name, node in said.entries.items() if name != COLUMNS})
        for column in columns:
            yield Mapping({**mapping(column).entries, TABLE: said.entries["name"]})


def nested(tree: Mapping, wrong: Wrong) -> Mapping:
    """The extension with the columns of tables in their tables, as a source has them: the inverse of `_flat`."""
    tables: dict[str, Mapping] = {}
    columns: dict[str, list[Tree]] = {}
    items: list[Tree] = []
    for item in rows(tree.entries.get("items")):
        said = mapping(item)
        table = said.entries.get(TABLE)
        name = said.entries.get("name")
        rest = Mapping({key: node for key, node in said.entries.items() if key != TABLE}, said.place, said.key_places)
        if not isinstance(table, Scalar):
            items.append(rest)
            if isinstance(name, Scalar):
                tables[name.text] = rest
        elif table.text in tables:
            columns.setdefault(table.text, []).append(rest)
        else:
            wrong(
                "fx:cell",
                say(
                    "there is no table {table!r} above; write the name of the table that it is a column of",
                    "{table!r}という表は上にありません。この列が属する表の名前を記入してください。",
                    table=table.text,
                ),
                table.place,
            )
    for of, held in columns.items():
        tables[of].entries[COLUMNS] = Sequence(tuple(held), held[0].place if isinstance(held[0], Mapping) else "")
    if not items:
        return tree
    return Mapping(
        {**tree.entries, "items": Sequence(tuple(items), tree.key_places.get("items", tree.place))},
        tree.place,
        tree.key_places,
    )


def waivers_sheet(waivers: tuple[Tree, ...], spare: int = _SPARE) -> Composed:
    """The findings that the filer decided not to act on."""
    label = Label("Waivers", "適用除外")
    note = Label("Findings that you decided not to act on, with the reason", "対応しないと決めた指摘とその理由")
    lines = _head(WAIVERS, label, note)
    lines += _table(f"{WAIVERS}[]", WAIVER_COLUMNS, waivers, "en", spare)
    return _composed(WAIVERS, label, lines, WAIVER_COLUMNS)


def unplaced_sheet(tree: Mapping) -> Composed:
    """The facts that have no place in the model, as they were read; they are kept, not filled in."""
    label = Label("Unplaced facts", "配置できない情報")
    note = Label(
        "Facts of the filing that no field here holds; they are kept as they are",
        "この様式に対応する項目がない情報（そのまま保持されます）",
    )
    lines = _head(UNPLACED, label, note)
    for number, fact in enumerate(rows(tree.entries.get("facts")), 1):
        for path, text in _scalars(fact, str(number)):
            for piece in values.pieces(values.escaped(text)):
                line = Line(keys.detail_key(UNPLACED, path, VALUE), Look.DETAIL, Label(path, ""))
                line.cells[FIRST] = Slot(Content(piece))
                lines.append(line)
    return _composed(UNPLACED, label, lines, ())


def _scalars(tree: Tree, path: str) -> Iterator[tuple[str, str]]:
    match tree:
        case Scalar():
            yield path, tree.text
        case Mapping():
            for name, node in tree.entries.items():
                yield from _scalars(node, keys.join(path, name))
        case Sequence():
            for number, node in enumerate(tree.items, 1):
                yield from _scalars(node, keys.join(path, str(number)))


def _head(path: str, label: Label, note: Label) -> list[Line]:
    head = Line(keys.FORM, Look.KEYS, cells={JAPANESE: key_slot(keys.LABEL), ENGLISH: key_slot(keys.LABEL)})
    head.cells[FIRST] = key_slot(VALUE)
    return [
        Line(f"{keys.SHEET} {path}", Look.TITLE, label),
        Line(keys.HEADING, Look.NOTE, note),
        head,
        Line(keys.STATIC, Look.HEADER, Label("Item", "項目"), {FIRST: words_slot("記入欄\nEntry")}),
    ]


def _composed(path: str, label: Label, lines: list[Line], columns: tuple[ExtraColumn, ...]) -> Composed:
    widths = [each.width for each in columns] or [80.0]
    form = tuple(FormColumn(number, (), label, width) for number, width in enumerate(widths, FIRST))
    return Composed((path,), label, form, lines, 4, FIRST + len(widths) - 1)


def _table(
    path: str, columns: tuple[ExtraColumn, ...], held: tuple[Tree, ...], language: str, spare: int
) -> Iterator[Line]:
    head = Line(
        f"{keys.TABLE} {path}", Look.KEYS, cells={JAPANESE: key_slot(keys.LABEL), ENGLISH: key_slot(keys.LABEL)}
    )
    shown = Line(keys.STATIC, Look.TABLE)
    for number, column in enumerate(columns, FIRST):
        head.cells[number] = key_slot(keys.field_key(column.field, column.aspect))
        mark = "＊" if column.required else ""
        shown.cells[number] = words_slot(f"{mark}{column.label.ja}\n{column.label.en}")
    yield head
    yield shown
    for number in range(len(held) + spare):
        line = Line(path, Look.ROW)
        tree = held[number] if number < len(held) else None
        details: list[tuple[str, str, str]] = []
        for place, column in enumerate(columns, FIRST):
            text = _cell(column, at(tree, column.field), language)
            line.cells[place] = Slot(Content(text), Role.INPUT, column.list or "words")
        yield line
        for name, node in mapping(tree).entries.items():
            if isinstance(node, Mapping):
                details += [(name, tag, text) for tag, text in readings(node, language).items() if not _held(tag, text)]
        for name, tag, text in details:
            for piece in values.pieces(values.escaped(text)):
                more = Line(keys.detail_key(path, name, tag), Look.DETAIL, Label(f"↳ {name} {tag}", ""))
                more.cells[FIRST] = Slot(Content(piece))
                yield more
    yield Line(
        f"{keys.END} {path}",
        Look.END,
        Label("insert further rows above this row", "行を追加するときは、この行の上に挿入"),
    )


def _held(tag: str, text: str) -> bool:
    return tag in LANGUAGES and values.fits(text)


def _cell(column: ExtraColumn, node: Tree | None, language: str) -> str | None:
    match node:
        case Scalar() if column.aspect.endswith(VALUE):
            return FIRST_WORD if column.field == _AFTER and not node.text else node.text or None
        case Mapping() | Scalar():
            text = readings(node, language).get(column.aspect)
            return text if text is not None and values.fits(text) else None
        case Sequence():
            return "\n".join(each.text for each in node.items if isinstance(each, Scalar)) or None
    return None
