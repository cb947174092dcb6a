"""A sheet's rows from the tree of its part, by a walk over the plan: what is filled in, and room for what is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from filingexport.authoring.own_items import is_own
from filingexport.authoring.source import UNIT
from filingexport.authoring.workbook import keys, values
from filingexport.authoring.workbook.canvas import NO_ROOM, Canvas, Source
from filingexport.authoring.workbook.checks import put_checks
from filingexport.authoring.workbook.fields import Place, in_prior, put_field
from filingexport.authoring.workbook.layout import LANGUAGES, Mode, Path, Sheet, Style, is_line, mode
from filingexport.authoring.workbook.lines import (
    ENGLISH,
    FIRST,
    JAPANESE,
    Composed,
    Line,
    Look,
    Role,
    Slot,
    form_columns,
    key_slot,
    text_slot,
    words_slot,
)
from filingexport.authoring.workbook.matrix import MatrixLine, put_matrix
from filingexport.authoring.workbook.rows import put_records, put_table
from filingexport.authoring.workbook.shape import VALUE, taken_apart
from filingexport.authoring.workbook.tables import matrix_columns, part_label, rows_label, table_columns
from filingexport.authoring.workbook.trees import EMPTY, filled, mapping, rows, unit
from filingexport.authoring.workbook.values import Content
from filingexport.authoring.yaml_tree import Mapping, Tree
from filingexport.binding.extended import Extended, OwnItem, line_of
from filingexport.binding.plan import Entry, Leaf, ListLeaf, PartField, Plan, RowsField
from filingexport.binding.sums import summations
from filingexport.model.item import LOCALIZED, Label
from filingexport.taxonomy.catalogue import citation

_MONEY: Final = ("money", "per_share")
_MANY: Final = 12
"""Fields of a part from which those without a value are folded away, in a sheet of figures that has some."""
_LARGE: Final = 100
"""Fields from which a card is large."""


def compose(sheet: Sheet, source: Source) -> Composed:
    """The rows of this sheet."""
    tree, before = source.tree(sheet.path), source.tree(sheet.prior)
    widest = max((len(each) for each in _wide(sheet.plan, tree, source)), default=0)
    canvas = Canvas(sheet, source, form_columns(sheet, widest, _has_totals(sheet.plan)))
    path = ".".join(sheet.path)
    _title(canvas)
    header = _header(canvas)
    _unit(canvas, sheet.path, sheet.prior if sheet.beside else None)
    _put_part(canvas, sheet.plan, Place(path, path, 0), tree, before if sheet.beside else EMPTY)
    if sheet.prior is not None and not sheet.beside:
        canvas.heading(Label("Year before", "前年度"), 0)
        _unit(canvas, sheet.prior, None)
        prior = ".".join(sheet.prior)
        _put_part(canvas, sheet.plan, Place(prior, prior, 0), before, EMPTY)
    _own_rows(canvas)
    if not filled(tree) and not filled(before):
        for line in canvas.lines:
            line.folded = False
    main = max(each.number for each in canvas.form if not each.detail)
    last = max(main, FIRST + widest - 1)
    return Composed(sheet.path, sheet.label, canvas.form, canvas.lines, header, last, canvas.widths)


def _wide(of: Plan, tree: Mapping, source: Source) -> Iterator[range]:
    """The columns of each table and matrix on the sheet of this part."""
    for entry in of.entries:
        match entry:
            case PartField() if entry.line is not None:
                yield range(len(matrix_columns(entry)))
            case PartField() if not entry.plan.info.file:
                yield from _wide(entry.plan, mapping(tree.entries.get(entry.attribute)), source)
            case RowsField() if mode(entry) is Mode.RECORDS:
                yield range(len(rows(tree.entries.get(entry.attribute))) + source.room.records)
            case ListLeaf() | RowsField():
                if isinstance(entry, ListLeaf) or mode(entry) is Mode.TABLE:
                    yield range(len(table_columns(entry, source.extension)))
                if isinstance(entry, RowsField):
                    for row in (EMPTY, *rows(tree.entries.get(entry.attribute))):
                        yield from _wide(entry.plan, mapping(row), source)
            case _:
                pass


def _has_totals(of: Plan) -> bool:
    """Whether figures on the sheet of this part are totals, other than lines of a matrix."""
    if any(each.line is None for each in summations(of)):
        return True
    return any(
        _has_totals(entry.plan)
        for entry in of.entries
        if isinstance(entry, PartField) and entry.line is None and not entry.plan.info.file
    )


# --- the head and the foot of a sheet -------------------------------------------------------------------------------


def _title(canvas: Canvas) -> None:
    sheet = canvas.sheet
    paths = [sheet.path, *([sheet.prior] if sheet.prior is not None else [])]
    canvas.add(Line(f"{keys.SHEET} {' '.join('.'.join(each) or keys.ROOT for each in paths)}", Look.TITLE, sheet.label))
    laws = [citation(law) for law in sheet.plan.info.refs]
    cited = Label("; ".join(each.en for each in laws), "、".join(each.ja for each in laws))
    canvas.add(Line(keys.HEADING, Look.NOTE, cited))


def _unit(canvas: Canvas, path: Path, prior: Path | None) -> None:
    """The row of the unit, stated once for all money below."""
    if not path or not _has_money(canvas.sheet.plan, canvas.source.extension):
        return
    line = Line(keys.join(".".join(path), UNIT), Look.FIELD, Label("Unit of the amounts", "金額の単位"))
    for aspect, stated in ((VALUE, path), (keys.PRIOR + VALUE, prior)):
        if stated is not None:
            text = unit(canvas.source.tree(stated))
            content = Content(None) if text is None else values.unit_content(text)
            line.cells[canvas.columns[aspect]] = Slot(content, Role.INPUT, "unit")
    canvas.add(line)


def _header(canvas: Canvas) -> int:
    line = Line(keys.FORM, Look.KEYS, cells={JAPANESE: key_slot(keys.LABEL), ENGLISH: key_slot(keys.LABEL)})
    shown = Line(keys.STATIC, Look.HEADER, Label("Item", "項目"))
    for column in canvas.form:
        line.cells[column.number] = key_slot("|".join(column.aspects))
        shown.cells[column.number] = words_slot(f"{column.label.ja}\n{column.label.en}")
    canvas.add(line)
    return canvas.add(shown)


def _own_rows(canvas: Canvas) -> None:
    """Rows for items of the company's own that have no row yet."""
    count = canvas.source.room.own
    if not count:
        return
    canvas.heading(
        Label(
            "Items of the company's own, declared in the sheet of extensions",
            "会社独自の項目（「独自項目」シートで定義したもの）",
        ),
        0,
    )
    shown = Line(keys.STATIC, Look.TABLE)
    shown.cells[JAPANESE] = words_slot("項目名\nName of the item")
    shown.cells[ENGLISH] = words_slot("記載箇所（必要な場合）\nPath of its part, where there are several")
    canvas.add(shown)
    for _ in range(count):
        line = Line(f"{keys.OWN} {'.'.join(canvas.sheet.path) or keys.ROOT}", Look.ROW)
        line.cells |= {JAPANESE: text_slot(kind="own"), ENGLISH: text_slot()}
        for aspect in (VALUE, *LANGUAGES, keys.PRIOR + VALUE):
            if aspect in canvas.columns:
                line.cells.setdefault(canvas.columns[aspect], Slot(Content(None, "General")))
        canvas.add(line)


def _has_money(of: Plan, extension: Extended) -> bool:
    """Whether money stands on the sheet of this part."""
    if any(each.declared.kind in _MONEY for each in extension.items(of)):
        return True
    for entry in of.entries:
        match entry:
            case Leaf():
                found = entry.concept.kind in _MONEY
            case PartField():
                found = entry.line is not None or (not entry.plan.info.file and _has_money(entry.plan, extension))
            case RowsField():
                found = _has_money(entry.plan, extension)
            case _:
                found = False
        if found:
            return True
    return False


# --- parts ----------------------------------------------------------------------------------------------------------


def _put_part(canvas: Canvas, of: Plan, place: Place, tree: Mapping, prior: Mapping) -> None:
    """The rows of a part. prior: its tree in the year before, where that stands beside the year."""
    start = len(canvas.lines)
    lines: list[MatrixLine] = []
    totals = {each.attribute for each in summations(of) if each.line is not None}

    def flush() -> None:
        if lines:
            put_matrix(canvas, place, tree, tuple(lines))
            lines.clear()

    moved: list[OwnItem] = []
    units = _in_order(canvas, of, tree if _own(tree) else prior)
    if (before := _own(prior)) and [name for name in map(_name, units) if name in before] != before:
        moved = [each for name in before for each in units if isinstance(each, OwnItem) and _name(each) == name]
    for each in units:
        if isinstance(each, OwnItem):
            name = each.declared.name
            if (field := line_of(of, each)) is not None:
                lines.append(MatrixLine(name, each.leaf, field))
                continue
        else:
            name = each.attribute
            if isinstance(each, PartField) and each.line is not None:
                lines.append(MatrixLine(name, each.line, each, name in totals))
                continue
        flush()
        entry = each.leaf if isinstance(each, OwnItem) else each
        _put_entry(
            canvas, entry, place.at(name), tree.entries.get(name), None if each in moved else prior.entries.get(name)
        )
    flush()
    for own in moved:  # values of the year before that stand in another order than those of the year
        name = own.declared.name
        shape = taken_apart(
            own.leaf.concept.kind, own.leaf.dash, prior.entries[name], canvas.source.language, frozenset()
        )
        for aspect, text in shape.details:
            path = in_prior(canvas, keys.join(place.path, name))
            canvas.detail(keys.detail_key(path, "", aspect), f"{own.declared.name} {aspect}", text, place.depth)
    put_checks(canvas, of, place.unique)
    _fold(canvas, start)


def _put_entry(canvas: Canvas, entry: Entry, place: Place, node: Tree | None, prior: Tree | None) -> None:
    match entry:
        case Leaf():
            put_field(canvas, place, entry, node, prior)
        case ListLeaf() if filled(node) or canvas.source.room != NO_ROOM:
            canvas.heading(rows_label(entry), place.depth)
            put_table(canvas, entry, place.path + keys.RECORD, [("", each) for each in rows(node)], place.depth)
        case PartField() if not entry.plan.info.file:
            if filled(node) or filled(prior) or not _left_out(canvas, place.path, entry):
                canvas.heading(part_label(entry), place.depth)
                mark = len(canvas.lines)
                below = Place(place.path, place.unique, place.depth + 1)
                _put_part(canvas, entry.plan, below, mapping(node), mapping(prior))
                if len(canvas.lines) == mark:
                    canvas.lines.pop()  # all of it stands on other sheets
        case RowsField():
            if filled(node) or not _left_out(canvas, place.path, entry):
                _put_rows(canvas, entry, place, rows(node))
        case _:
            pass


def _left_out(canvas: Canvas, path: str, entry: PartField | RowsField) -> bool:
    """Whether a part that is not filled in has no place."""
    if canvas.source.room == NO_ROOM:
        return True
    return canvas.source.leaves_out(tuple(path.replace(keys.RECORD, "").split(".")), entry)


def _put_rows(canvas: Canvas, entry: RowsField, place: Place, held: Sequence[Tree]) -> None:
    canvas.heading(rows_label(entry), place.depth)
    path = place.path + keys.RECORD
    match mode(entry):
        case Mode.TABLE:
            put_table(canvas, entry, path, [("", each) for each in held], place.depth)
        case Mode.RECORDS:
            put_records(canvas, entry, path, held)
        case Mode.CARDS:
            _put_cards(canvas, entry, Place(path, place.unique, place.depth), held)


def _put_cards(canvas: Canvas, entry: RowsField, place: Place, held: Sequence[Tree]) -> None:
    room = canvas.source.room
    inner = keys.RECORD in place.path.removesuffix(keys.RECORD)
    empty = room.large_cards if inner or _size(entry.plan) > _LARGE else room.cards
    info = entry.plan.info
    for number in range(1, max(len(held) + min(empty, 1), empty) + 1):
        label = Label(f"{info.en} {number}", f"{info.ja} {number}")
        canvas.add(Line(f"{keys.CARD} {place.path}", Look.CARD, label, depth=place.depth))
        tree = mapping(held[number - 1]) if number <= len(held) else EMPTY
        _put_part(canvas, entry.plan, Place(place.path, f"{place.unique}.{number}", place.depth + 1), tree, EMPTY)
    canvas.end(
        place.path, place.depth, "to add one, copy all rows of an empty one and insert them above this row",
        "追加するときは、空の枠の全行をコピーしてこの行の上に挿入",
    )  # fmt: skip


def _in_order(canvas: Canvas, of: Plan, tree: Mapping) -> list[Entry | OwnItem]:
    """The fields of a part in the order of its rows, with the company's own items where the company puts them.

    The lines of a matrix stand together. Own items whose values stand in another order in the filing come last.
    """
    entries = list(of.entries)
    first = next((number for number, each in enumerate(entries) if is_line(each)), None)
    if first is not None:
        rest = entries[first:]
        entries[first:] = [each for each in rest if is_line(each)] + [each for each in rest if not is_line(each)]
    declared = {each.declared.name: each for each in canvas.source.extension.items(of)}
    units: list[Entry | OwnItem] = list(entries)
    waiting = list(declared.values())
    while waiting:
        for own in waiting:
            after = own.declared.after
            at = next((number for number, each in enumerate(units, 1) if _name(each) == after), None)
            if at is not None or not after:
                units.insert(at or 0, own)
                waiting.remove(own)
                break
        else:
            units += waiting
            break
    filled_in = _own(tree)
    if [_name(each) for each in units if _name(each) in filled_in] == filled_in:
        return units
    others = [own for name, own in declared.items() if name not in filled_in]
    return [*entries, *(declared[name] for name in filled_in), *others]


def _own(tree: Mapping) -> list[str]:
    """The company's own items in a part, in the order of their values."""
    return [name for name in tree.entries if is_own(name)]


def _name(unit: Entry | OwnItem) -> str:
    return unit.declared.name if isinstance(unit, OwnItem) else unit.attribute


def _fold(canvas: Canvas, start: int) -> None:
    """Fold the rows without a value, where a part has many."""
    fields = [line for line in canvas.lines[start:] if line.look in (Look.FIELD, Look.TOTAL)]
    if len(fields) < _MANY or canvas.sheet.style is not Style.FIGURES:
        return
    for line in fields:
        held = any(slot.content.value is not None for slot in line.cells.values() if slot.role is not Role.STATIC)
        line.folded = not held and line.depth > 0


def _size(of: Plan) -> int:
    """The fields of a part and of all parts in it, a language of text each."""
    count = 0
    for entry in of.entries:
        match entry:
            case Leaf():
                count += len(LANGUAGES) if entry.concept.kind in LOCALIZED else 1
            case ListLeaf():
                count += len(LANGUAGES)
            case PartField() | RowsField():
                count += _size(entry.plan)
            case _:
                pass
    return count
