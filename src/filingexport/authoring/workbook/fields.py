"""A field as a row: its labels, its cells, how to fill them in; more rows for long prose and for what has no cell."""

from __future__ import annotations

from typing import Final

from filingexport.authoring.workbook import keys, values
from filingexport.authoring.workbook.canvas import Canvas
from filingexport.authoring.workbook.keys import PRIOR
from filingexport.authoring.workbook.layout import LANGUAGES
from filingexport.authoring.workbook.lines import Line, Look, Role, Slot, absent_slot, value_slot, words_slot
from filingexport.authoring.workbook.shape import VALUE, aspects, taken_apart
from filingexport.authoring.yaml_tree import Tree
from filingexport.binding.plan import Leaf
from filingexport.declaring import frozen
from filingexport.model.item import Label, terse

_HINTS: Final[dict[str, Label]] = {
    "ratio": Label("with its sign: 23.7%, 1.2 points", "比率（％を付けて）"),
    "day": Label("date: 2026-06-26", "日付"),
    "moment": Label("date and time: 2026-06-26 10:00", "日時"),
    "month": Label("month: 2026-06", "年月"),
    "years": Label("whole years: 5", "年数"),
    "prose": Label("paragraphs, with an empty line between; - lists; | tables |", "文章（段落は空行で区切る）"),
    "flag": Label("choose yes or no", "はい・いいえを選択"),
    "choice": Label("choose from the list", "一覧から選択"),
}
_MAIN: Final = frozenset({VALUE, PRIOR + VALUE, *LANGUAGES})


@frozen
class Place:
    """Where a field stands. path: of its keys, without the numbers of rows; unique: with them; depth: of indentation."""

    path: str
    unique: str
    depth: int

    def at(self, name: str) -> Place:
        """A field of the part that stands here."""
        return Place(keys.join(self.path, name), keys.join(self.unique, name), self.depth)


def label_of(leaf: Leaf) -> Label:
    """The labels of a field in its place."""
    return terse(leaf.concept)


def put_field(canvas: Canvas, place: Place, leaf: Leaf, node: Tree | None, prior: Tree | None) -> None:
    """Add the rows of this field. prior: its node in the year before, where that stands beside the year."""
    kind = leaf.concept.kind
    look = Look.TOTAL if leaf.concept.total else Look.FIELD
    lines = [Line(place.path, look, label_of(leaf), depth=place.depth)]
    row = canvas.add(lines[0])
    for column in canvas.form:
        if not column.detail and _MAIN & set(column.aspects):
            lines[0].cells[column.number] = absent_slot()
    if keys.HINT in canvas.columns:
        lines[0].cells[canvas.columns[keys.HINT]] = words_slot(_hint(leaf), "hint")
    details: list[tuple[str, str, str]] = []
    for side, tree in (("", node), (PRIOR, prior)):
        room = [each for each in aspects(kind) if side + each in canvas.columns]
        shape = taken_apart(kind, leaf.dash, tree, canvas.source.language, frozenset(room), several=True)
        for aspect in room:
            texts: list[str | None] = [*shape.cells.get(aspect, ())] or [None]
            for number, text in enumerate(texts):
                if number == len(lines):
                    lines.append(Line(place.path, Look.MORE, Label("〃", "〃"), depth=place.depth))
                    canvas.add(lines[-1])
                slot = value_slot(leaf, aspect, text, leaf.required and not side)
                lines[number].cells[canvas.columns[side + aspect]] = slot
            if aspect == VALUE:
                canvas.figures[side + place.unique] = (row, canvas.columns[side + aspect])
        details += [(side, aspect, text) for aspect, text in shape.details]
    for line in lines[1:]:
        for language in LANGUAGES:  # so that a paragraph may be added in either language
            line.cells.setdefault(canvas.columns[language], Slot(values.empty(kind), Role.INPUT, kind, leaf))
    for side, aspect, text in details:
        path = in_prior(canvas, place.path) if side else place.path
        canvas.detail(keys.detail_key(path, "", aspect), aspect, text, place.depth)


def in_prior(canvas: Canvas, path: str) -> str:
    """The path of the same field in the year before."""
    return ".".join([*(canvas.sheet.prior or ()), *path.split(".")[len(canvas.sheet.path) :]])


def _hint(leaf: Leaf) -> str:
    concept = leaf.concept
    said = ["＊必須 required"] if leaf.required else []
    if (hint := _HINTS.get(concept.kind)) is not None:
        said.append(f"{hint.ja} {hint.en}")
    if concept.example:
        said.append(f"例 such as {concept.example}")
    return "; ".join([*said, *([concept.doc] if concept.doc else [])])
