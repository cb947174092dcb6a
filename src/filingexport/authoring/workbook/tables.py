"""The columns of a table: the fields of its rows, those of the parts in them among them, a column a language of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from filingexport.authoring.own_items import is_own
from filingexport.authoring.workbook.keys import LIST, field_key, join
from filingexport.authoring.workbook.layout import LANGUAGE_NAMES, LANGUAGES
from filingexport.authoring.workbook.shape import VALUE
from filingexport.authoring.workbook.trees import at, mapping
from filingexport.authoring.yaml_tree import Tree
from filingexport.binding.extended import Extended
from filingexport.binding.plan import ColumnLeaf, Leaf, ListLeaf, PartField, Plan, RowsField
from filingexport.declaring import frozen
from filingexport.model.item import LOCALIZED, Label, terse
from filingexport.model.part import OwnRow


@frozen(eq=False)
class TableColumn:
    """A column. field: the path of its field in the row, "" for the row itself; aspect: what of it the cells hold.
    listed: the cells hold a list, an item a line.
    """

    field: str
    aspect: str
    leaf: Leaf
    label: Label
    listed: bool = False

    @property
    def key(self) -> str:
        """Its key in the header row."""
        return field_key(self.field, self.aspect)


def table_columns(
    entry: RowsField | ListLeaf, extension: Extended, path: str, held: Sequence[Tree] = ()
) -> tuple[TableColumn, ...]:
    """The columns of this table, in the order of the fields; the company's own items come last in their part.

    path: where the table stands. held: the rows, in whose order the values of own items stand.
    """
    if isinstance(entry, ListLeaf):
        return tuple(_of_leaf("", entry.leaf, terse(entry.leaf.concept)))
    return tuple(_of_part(entry.plan, "", path, None, extension, held))


def own_names(tree: Tree | None, path: str) -> list[str]:
    """The company's own items in a part of a row, in the order of their values."""
    return [name for name in mapping(at(tree, path)).entries if is_own(name)]


def _of_part(
    of: Plan, path: str, place: str, over: Label | None, extension: Extended, held: Sequence[Tree]
) -> Iterator[TableColumn]:
    for entry in of.entries:
        here = join(path, entry.attribute)
        match entry:
            case Leaf():
                yield from _of_leaf(here, entry, _under(over, terse(entry.concept)))
            case ListLeaf():
                label = _under(over, rows_label(entry))
                yield from _of_leaf(here, entry.leaf, label, listed=True)
            case PartField() if entry.line is None:
                below = join(place, entry.attribute)
                yield from _of_part(entry.plan, here, below, _under(over, part_label(entry)), extension, held)
            case _:
                pass
    if of.cls is OwnRow:
        return  # a table of the company's own, whose columns are its fields
    declared = {own.declared.name: own for own in extension.items(of, place)}
    used = dict.fromkeys(name for row in held for name in own_names(row, path) if name in declared) if declared else {}
    for name in dict.fromkeys([*used, *declared]):
        concept = declared[name].leaf.concept
        yield from _of_leaf(join(path, name), declared[name].leaf, _under(over, Label(concept.en, concept.ja)))


def _of_leaf(path: str, leaf: Leaf, label: Label, listed: bool = False) -> Iterator[TableColumn]:
    if leaf.concept.kind not in LOCALIZED:
        yield TableColumn(path, (LIST if listed else "") + VALUE, leaf, label, listed)
        return
    for language in LANGUAGES:
        name = LANGUAGE_NAMES[language]
        said = Label(f"{label.en} ({name.en})", f"{label.ja}（{name.ja}）")
        yield TableColumn(path, (LIST if listed else "") + language, leaf, said, listed)


def part_label(entry: PartField) -> Label:
    """The heading of a part in the place where it stands."""
    heading = terse(entry.plan.info)
    if entry.member is None or entry.member.label.ja in heading.ja:
        return heading
    label = entry.member.label
    return Label(f"{label.en}: {heading.en}", f"{label.ja}：{heading.ja}")


def rows_label(entry: RowsField | ListLeaf) -> Label:
    """The heading of a table."""
    return terse(Label(entry.rows.en, entry.rows.ja))


def _under(over: Label | None, label: Label) -> Label:
    return label if over is None else Label(f"{over.en}: {label.en}", f"{over.ja}：{label.ja}")


def inner_tables(of: Plan, extension: Extended, place: str, path: str = "") -> Iterator[tuple[str, RowsField]]:
    """The tables in the rows of a table that stands at this place, the company's own among them, with their paths in the row."""
    for entry in of.entries:
        if isinstance(entry, RowsField):
            yield join(path, entry.attribute), entry
        elif isinstance(entry, PartField) and entry.line is None:
            below = join(place, entry.attribute)
            yield from inner_tables(entry.plan, extension, below, join(path, entry.attribute))
    if of.cls is not OwnRow:
        for table in extension.tables(of, place):
            yield join(path, table.declared.name), table.field


def matrix_columns(entry: PartField) -> tuple[ColumnLeaf, ...]:
    """The standard columns of a matrix, from one of its lines."""
    return tuple(each for each in entry.plan.entries if isinstance(each, ColumnLeaf))


def column_label(column: ColumnLeaf, extension: Extended) -> Label:
    """The heading of a matrix's column."""
    if column.member is not None:
        return column.member.label
    return extension.labels.get(column.attribute, Label("Total", "合計"))
