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
from filingexport.authoring.workbook.layout import LANGUAGES, Mode, Path, Sheet, Style, inner_parts, mode
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
from filingexport.authoring.workbook.tables import part_label, rows_label, table_columns
from filingexport.authoring.workbook.trees import EMPTY, filled, mapping, rows, unit
from filingexport.authoring.workbook.values import Content
from filingexport.authoring.yaml_tree import Mapping, Tree
from filingexport.binding.extended import Extended, OwnItem, OwnTable, line_of
from filingexport.binding.plan import Entry, Leaf, ListLeaf, PartField, Plan, RowsField
from filingexport.binding.sums import summations
from filingexport.model.item import LOCALIZED, Label
from filingexport.model.part import OwnRow
from filingexport.taxonomy.catalogue import citation

_MONEY: Final = ("money", "per_share")
_MANY: Final = 12
"""Fields of a part from which those without a value are folded away, in a sheet of figures that has some."""
_LARGE: Final = 100
"""Fields from which a card is large."""


def compose(sheet: Sheet, source: Source) -> Composed:
    """The rows of this sheet."""
    tree, before = source.tree(sheet.path), source.tree(sheet.prior)
    widest = max((len(each) for each in _wide(sheet.plan, tree, source, ".".join(sheet.path))), default=0)
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


def _wide(of: Plan, tree: Mapping, source: Source, path: str) -> Iterator[range]:
    """The columns of each table and matrix on the sheet of this part."""
    for entry in of.entries:
        here = keys.join(path, entry.attribute)
        match entry:
            case PartField() if entry.line is not None:
                yield range(len(source.extension.columns(entry, path)))
            case PartField() if not entry.plan.info.file:
                yield from _wide(entry.plan, mapping(tree.entries.get(entry.attribute)), source, here)
            case RowsField() if mode(entry) is Mode.RECORDS:
                yield range(len(rows(tree.entries.get(entry.attribute))) + source.room.records)
            case ListLeaf() | RowsField():
                if isinstance(entry, ListLeaf) or mode(entry) is Mode.TABLE:
                    yield range(len(table_columns(entry, source.extension, here)))
                if isinstance(entry, RowsField):
                    for row in (EMPTY, *rows(tree.entries.get(entry.attribute))):
                        yield from _wide(entry.plan, mapping(row), source, here)
            case _:
                pass
    for table in source.extension.tables(of, path):
        yield range(len(table_columns(table.field, source.extension, path)))


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
    added = (*extension.items(of), *(column for table in extension.tables(of) for column in table.columns))
    if any(each.declared.kind in _MONEY for each in added):
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

    units = _in_order(canvas, of, place, tree if _own(tree) else prior)
    before = _own(prior)
    moved = before if [_name(each) for each in units if _name(each) in before] != before else []
    for each in units:
        name = _name(each)
        line = _line(of, each)
        if line is not None:
            lines.append(MatrixLine(name, *line, name in totals))
            continue
        flush()
        node, then = tree.entries.get(name), None if name in moved else prior.entries.get(name)
        match each:
            case Label():
                canvas.heading(each, place.depth)
            case OwnItem():
                put_field(canvas, place.at(name), each.leaf, node, then)
            case OwnTable():
                _put_rows(canvas, each.field, place.at(name), rows(node))
                _put_prior_table(canvas, each, place, then)
            case _:
                _put_entry(canvas, each, place.at(name), node, then)
    flush()
    known = {_name(each): each for each in units}
    for name in moved:  # values of the year before that stand in another order than those of the year
        match known[name]:
            case OwnItem() as own:
                _put_moved(canvas, own, place, prior)
            case OwnTable() as table:
                _put_prior_table(canvas, table, place, prior.entries[name])
            case _:
                pass
    put_checks(canvas, of, place.unique)
    _fold(canvas, start)


def _put_prior_table(canvas: Canvas, table: OwnTable, place: Place, node: Tree | None) -> None:
    """A table of the company's own in the year before, where that stands beside the year."""
    if filled(node):
        path = in_prior(canvas, place.at(table.declared.name).path)
        _put_rows(canvas, table.field, Place(path, path, place.depth), rows(node))


def _put_moved(canvas: Canvas, own: OwnItem, place: Place, prior: Mapping) -> None:
    name = own.declared.name
    shape = taken_apart(own.leaf.concept.kind, own.leaf.dash, prior.entries[name], canvas.source.language, frozenset())
    for aspect, text in shape.details:
        path = in_prior(canvas, keys.join(place.path, name))
        canvas.detail(keys.detail_key(path, "", aspect), f"{name} {aspect}", text, place.depth)


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
    own = entry.plan.cls is OwnRow
    if own or mode(entry) is Mode.TABLE:
        put_table(canvas, entry, path, [("", each) for each in held], place.depth)
    elif mode(entry) is Mode.RECORDS and not any(_own_tables(canvas, entry.plan, place.unique)):
        put_records(canvas, entry, path, held)
    else:
        _put_cards(canvas, entry, Place(path, place.unique, place.depth), held)


def _own_tables(canvas: Canvas, of: Plan, path: str) -> Iterator[OwnTable]:
    """The tables that the company adds to the rows of a table, which a column cannot hold."""
    yield from canvas.source.extension.tables(of, path)
    for entry in inner_parts(of):
        yield from _own_tables(canvas, entry.plan, keys.join(path, entry.attribute))


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


Unit = Entry | OwnItem | OwnTable | Label
"""What stands in a part: a field, what the company adds, or a heading of the company's own."""


def _in_order(canvas: Canvas, of: Plan, place: Place, tree: Mapping) -> list[Unit]:
    """What stands in a part in the order of its rows: the company's, where it declares one.

    The lines of a matrix stand together. Own items whose values stand in another order in the filing come last.
    """
    extension = canvas.source.extension
    added: dict[str, Unit] = {each.declared.name: each for each in extension.items(of, place.unique)}
    added |= {each.declared.name: each for each in extension.tables(of, place.unique)}
    known: dict[str, Unit] = {entry.attribute: entry for entry in of.entries} | added
    units: list[Unit] = list(known.values())
    if (order := extension.order(of, place.unique)) is not None:
        names = dict.fromkeys(_flattened(order, ""))
        units = [
            known[each] if each in known else extension.labels[each] for each in names if each in known or each in order
        ]
        units += [each for name, each in known.items() if name not in names]
    first = next((number for number, each in enumerate(units) if _line(of, each) is not None), None)
    if first is not None:
        units = [each for each in units if not isinstance(each, Label)]
        rest = units[first:]
        units[first:] = [each for each in rest if _line(of, each)] + [each for each in rest if not _line(of, each)]
    filled_in = _own(tree)
    if [_name(each) for each in units if _name(each) in filled_in] == filled_in:
        return units
    others = [each for name, each in added.items() if name not in filled_in]
    return [*of.entries, *(added[name] for name in filled_in), *others]


def _flattened(order: dict[str, list[str]], heading: str) -> Iterator[str]:
    """The names in a part, each own heading before what stands below it."""
    for name in order.get(heading, ()):
        yield name
        if name in order and name != heading:
            yield from _flattened(order, name)


def _line(of: Plan, unit: Unit) -> tuple[Leaf, PartField] | None:
    """The leaf of a line of a matrix, with the field whose columns it has; None for what is none."""
    if isinstance(unit, OwnItem):
        field = line_of(of, unit)
        return (unit.leaf, field) if field is not None else None
    return (unit.line, unit) if isinstance(unit, PartField) and unit.line is not None else None


def _own(tree: Mapping) -> list[str]:
    """The company's own items in a part, in the order of their values."""
    return [name for name in tree.entries if is_own(name)]


def _name(unit: Unit) -> str:
    match unit:
        case OwnItem() | OwnTable():
            return unit.declared.name
        case Label():
            return ""
    return unit.attribute


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
