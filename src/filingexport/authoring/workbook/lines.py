"""The rows of a sheet before they are drawn: keys, labels and cells, and what a cell is for."""

from __future__ import annotations

from enum import Enum
from typing import Final

from attrs import define, field

from filingexport.authoring.workbook import values
from filingexport.authoring.workbook.keys import PRIOR
from filingexport.authoring.workbook.layout import LANGUAGES, Path, Sheet, Style
from filingexport.authoring.workbook.shape import VALUE
from filingexport.authoring.workbook.values import Content
from filingexport.binding.plan import Leaf
from filingexport.declaring import frozen
from filingexport.model.item import Label

KEY: Final = 1
"""The column of the keys."""
JAPANESE: Final = 2
"""The column of labels in Japanese; in a table, of the numbers of rows."""
ENGLISH: Final = 3
"""The column of labels in English; in a table, of the row of another table that a row belongs to."""
FIRST: Final = 4
"""The first column of cells to fill in."""


NO_LABEL: Final = Label("", "")


class Look(Enum):
    """What a row is to the eye."""

    TITLE = "title"
    NOTE = "note"
    HEADING = "heading"
    KEYS = "keys"
    HEADER = "header"
    TABLE = "header of a table"
    FIELD = "field"
    TOTAL = "total"
    MORE = "more of the field above"
    DETAIL = "detail"
    ROW = "row of a table"
    CARD = "card"
    END = "end"
    CHECK = "check"
    BLANK = "blank"


class Role(Enum):
    """What a cell is for."""

    INPUT = "to fill in"
    REQUIRED = "must be filled in"
    ABSENT = "nothing belongs here"
    STATIC = "words of ours"
    KEY = "key"
    CHECK = "calculated"
    LINK = "link"


@define(eq=False)
class Slot:
    """A cell. kind: of the values it takes (a `Kind`, "unit", or the name of a list); leaf: of its field.
    formula: of ours, for `Role.CHECK`; compared: the cell that it is compared with. target: of a link.
    """

    content: Content
    role: Role = Role.INPUT
    kind: str = "words"
    leaf: Leaf | None = None
    formula: str = ""
    compared: str = ""
    target: str = ""


@define(eq=False)
class Line:
    """A row: its key, its labels, its cells by column. depth: of its indentation. folded: hidden until asked for."""

    key: str
    look: Look
    label: Label = NO_LABEL
    cells: dict[int, Slot] = field(factory=dict)
    depth: int = 0
    folded: bool = False


@frozen
class FormColumn:
    """A column of the fields of a sheet. aspects: what it holds, by the kind of the field. detail: shown on demand."""

    number: int
    aspects: tuple[str, ...]
    label: Label
    width: float
    detail: bool = False


_VALUE: Final = Label("This year", "当年度")
_PRIOR: Final = Label("Year before", "前年度")
_JAPANESE: Final = Label("Japanese", "日本語")
_ENGLISH: Final = Label("English", "英語")
_CHECK: Final = Label("Calculated", "検算")
_DETAILS: Final[tuple[tuple[str, Label], ...]] = (
    ("caption.ja", Label("Caption as printed (Japanese)", "表示科目（日本語）")),
    ("caption.en", Label("Caption as printed (English)", "表示科目（英語）")),
    ("notes.ja", Label("Footnotes (Japanese)", "脚注（日本語）")),
    ("notes.en", Label("Footnotes (English)", "脚注（英語）")),
    ("decimals", Label("Accuracy (decimals)", "精度（桁）")),
)


@frozen(eq=False)
class Composed:
    """A sheet to be drawn. path: what it holds. header: the row below which it scrolls; last: the last column that is
    printed. widths: of columns that are not those of fields.
    """

    path: Path
    label: Label
    form: tuple[FormColumn, ...]
    lines: list[Line]
    header: int
    last: int
    widths: dict[int, float] = field(factory=dict)


def form_columns(sheet: Sheet, widest: int, checked: bool) -> tuple[FormColumn, ...]:
    """The columns of the fields of a sheet, whose tables have up to `widest` columns; checked: it has totals."""
    columns: list[FormColumn] = []

    def add(aspects: tuple[str, ...], label: Label, width: float, detail: bool = False, at: int | None = None) -> None:
        number = at if at is not None else (columns[-1].number + 1 if columns else FIRST)
        columns.append(FormColumn(number, aspects, label, width, detail))

    details = _DETAILS
    match sheet.style:
        case Style.FIGURES:
            add(("value",), _VALUE, 19)
            if checked:
                add(("check",), _CHECK, 17)
            if sheet.beside:
                add(("prior:value",), _PRIOR, 19)
                if checked:
                    add(("prior:check",), _CHECK, 17)
            add(("ja", "caption.ja"), Label("Text, or caption as printed (Japanese)", "文言・表示科目（日本語）"), 30)
            add(("en", "caption.en"), Label("Text, or caption as printed (English)", "文言・表示科目（英語）"), 34)
            details = details[2:]  # a caption stands where a text would
        case Style.GRID:
            add(("value", "ja"), Label("Entry; Japanese", "記入欄（日本語）"), 17)
            add(("en",), _ENGLISH, 17, at=FIRST + 4)
        case Style.TEXT:
            add(("value", "ja"), Label("Entry; Japanese", "記入欄（日本語）"), 46)
            add(("en",), _ENGLISH, 46)
            if checked:
                add(("check",), _CHECK, 17)
    if sheet.style is not Style.GRID:
        add(("hint",), Label("How to fill in", "記入方法"), 24)
    last = max(columns[-1].number, FIRST + widest - 1)
    for number, (aspect, label) in enumerate(details, 1):
        add((aspect,), label, 20, True, at=last + number)
    last += len(details)
    if sheet.beside:
        prior = [*((each, each) for each in LANGUAGES), *((f"caption.{each}", each) for each in LANGUAGES)]
        for number, language in enumerate(LANGUAGES, 1):
            aspects = tuple(f"{PRIOR}{aspect}" for aspect, of in prior if of == language)
            said = _JAPANESE if language == "ja" else _ENGLISH
            label = Label(f"Year before: text, caption ({said.en})", f"前年度：文言・表示科目（{said.ja}）")
            add(aspects, label, 20, True, at=last + number)
        last += len(LANGUAGES)
        for number, (aspect, label) in enumerate(_DETAILS[2:], 1):
            add(
                (f"{PRIOR}{aspect}",),
                Label(f"Year before: {label.en.lower()}", f"前年度：{label.ja}"),
                20,
                True,
                last + number,
            )
        last += len(_DETAILS[2:])
    add(("memo",), Label("Memo (not read)", "メモ（読み込まれません）"), 30, True, at=last + 1)
    return tuple(columns)


def key_slot(text: str) -> Slot:
    """A cell of a row of keys."""
    return Slot(Content(text), Role.KEY)


def words_slot(text: str, kind: str = "words") -> Slot:
    """A cell with words of ours."""
    return Slot(Content(text or None), Role.STATIC, kind)


def absent_slot() -> Slot:
    """A cell in which nothing belongs."""
    return Slot(Content(None), Role.ABSENT)


def text_slot(text: str | None = None, kind: str = "words") -> Slot:
    """A cell for text."""
    return Slot(Content(text), Role.INPUT, kind)


def value_slot(leaf: Leaf, aspect: str, text: str | None, required: bool = False) -> Slot:
    """A cell of a field. aspect: what of it the cell holds; text: None for an empty cell."""
    kind = leaf.concept.kind
    role = Role.REQUIRED if required else Role.INPUT
    if aspect != VALUE:
        return Slot(Content(text), role, "prose" if kind == "prose" else "words", leaf)
    return Slot(values.empty(kind) if text is None else values.content(kind, leaf, text), role, kind, leaf)
