"""A matrix as it is printed: a line a row, a column a member; below each total what it should be."""

from __future__ import annotations

from collections.abc import Sequence

from filingexport.authoring.own_items import is_own
from filingexport.authoring.workbook import keys, values
from filingexport.authoring.workbook.canvas import Canvas
from filingexport.authoring.workbook.fields import Place, label_of
from filingexport.authoring.workbook.lines import (
    ENGLISH,
    FIRST,
    JAPANESE,
    Line,
    Look,
    Role,
    Slot,
    key_slot,
    text_slot,
    value_slot,
    words_slot,
)
from filingexport.authoring.workbook.shape import VALUE, taken_apart
from filingexport.authoring.workbook.tables import column_label
from filingexport.authoring.workbook.trees import mapping
from filingexport.authoring.yaml_tree import Mapping
from filingexport.binding.plan import Leaf, PartField
from filingexport.declaring import frozen
from filingexport.model.item import Label

_WIDTH = 15.0
CHECKED = "?"
"""After the path of a total of a matrix: the row below it, for what is calculated."""


@frozen(eq=False)
class MatrixLine:
    """A line: a field of the matrix, or an item of the company's own with its columns."""

    name: str
    leaf: Leaf
    field: PartField
    checked: bool = False


def put_matrix(canvas: Canvas, place: Place, tree: Mapping, lines: Sequence[MatrixLine]) -> None:
    """Add these lines, with their header."""
    extension = canvas.source.extension
    columns = extension.columns(lines[0].field, place.unique)
    labels = {JAPANESE: key_slot(keys.LABEL), ENGLISH: key_slot(keys.LABEL)}
    head = Line(f"{keys.MATRIX} {place.path}", Look.KEYS, cells=labels)
    shown = Line(keys.STATIC, Look.TABLE, Label("Line", "項目"))
    for number, column in enumerate(columns, FIRST):
        label = column_label(column, extension)
        head.cells[number] = key_slot(column.attribute)
        shown.cells[number] = words_slot(f"{label.ja}\n{label.en}")
        canvas.widen(number, _WIDTH)
    canvas.add(head)
    canvas.add(shown)
    for each in lines:
        here = place.at(each.name)
        look = Look.TOTAL if each.leaf.concept.total else Look.FIELD
        line = Line(f"{here.path}:{keys.LINE}", look, label_of(each.leaf), depth=place.depth)
        row = canvas.add(line)
        said = mapping(tree.entries.get(each.name))
        added = [name for name in said.entries if is_own(name)]
        # The amounts in columns that the company adds stand in their order.
        moved = added if added != [column.attribute for column in columns if column.attribute in added] else []
        for number, column in enumerate(columns, FIRST):
            node = said.entries.get(column.attribute) if column.attribute not in moved else None
            language = canvas.source.language
            shape = taken_apart(each.leaf.concept.kind, each.leaf.dash, node, language, frozenset((VALUE,)))
            line.cells[number] = value_slot(each.leaf, VALUE, shape.cells.get(VALUE, [None])[0])
            canvas.figures[keys.join(here.unique, column.attribute)] = (row, number)
            canvas.details(here.path, column.attribute, shape)
        for name in moved:
            language = canvas.source.language
            canvas.details(
                here.path,
                name,
                taken_apart(each.leaf.concept.kind, each.leaf.dash, said.entries[name], language, frozenset()),
            )
        if each.checked:
            below = Line(keys.STATIC, Look.CHECK, Label("calculated", "検算"), depth=place.depth + 1)
            canvas.figures[here.unique + CHECKED] = (canvas.add(below), 0)
    for _ in range(canvas.source.room.own):
        line = Line(f"{keys.OWN_LINE} {place.path}", Look.ROW, cells={JAPANESE: text_slot(kind="own")})
        for number in range(FIRST, FIRST + len(columns)):
            line.cells[number] = Slot(values.empty("money"), Role.INPUT, "money")
        canvas.add(line)
