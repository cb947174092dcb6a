"""What a page is made of. Each kind of block has a template of its name; its text is markup, tagged where it is a fact."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field
from markupsafe import Markup

from filingexport.declaring import frozen
from filingexport.model.item import Label


class Block:
    """Anything that stands in a section, one below the other."""

    __slots__ = ()
    kind: ClassVar[str]


@define(eq=False, slots=False)
class Section(Block):
    """A part of the notice with a heading. name: its heading as plain text, for the table of contents.

    level: of the heading, 2 for a chapter. eyebrow: what stands above it, if no number does.
    """

    kind: ClassVar[str] = "section"
    id: str
    level: int
    name: Label
    title: Markup
    subtitle: Markup = field(default=Markup())
    number: Markup = field(default=Markup())
    eyebrow: Markup = field(default=Markup())
    blocks: list[Block] = field(factory=list)

    @property
    def sections(self) -> list[Section | Card]:
        """What the table of contents lists below it: sections, and cards that stand for such."""
        found: list[Section | Card] = []
        for each in self.blocks:
            if isinstance(each, Section):
                found.append(each)
            elif isinstance(each, Cards):
                found += [card for card in each.cards if card.id]
        return found


@frozen(eq=False, slots=False)
class Heading(Block):
    """A heading of what follows it."""

    kind: ClassVar[str] = "heading"
    level: int
    text: Markup


@frozen(eq=False, slots=False)
class Prose(Block):
    """Paragraphs, lists and tables as the notice has them. label: what they are, where their own text does not say it."""

    kind: ClassVar[str] = "prose"
    body: Markup
    label: Markup = field(default=Markup())
    style: str = ""


@frozen(eq=False, slots=False)
class Numbered(Block):
    """A list whose numbers are facts, or that has none. Each item: number, text, what is said beside it."""

    kind: ClassVar[str] = "numbered"
    items: list[tuple[Markup, Markup, list[Markup]]]
    label: Markup = field(default=Markup())
    style: str = ""


@define(eq=False, slots=False)
class Details(Block):
    """Short facts, each with its label."""

    kind: ClassVar[str] = "details"
    items: list[tuple[Markup, list[Markup]]] = field(factory=list)


@frozen(eq=False, slots=False)
class Cell:
    """A cell. places: digits after the point of a number, -1 for what is none; pad: digits the column has more.

    closed: whether a bracket closes it. short: whether it stays on one line, as a date does.
    """

    body: Markup
    places: int = -1
    closed: bool = False
    pad: int = 0
    short: bool = False


EMPTY = Cell(Markup())


@frozen(eq=False, slots=False)
class Line:
    """A line of a statement. kind: item, head, total, grand (the last total of a statement), memo or text."""

    kind: str
    depth: int
    label: Markup
    cells: list[Cell] = field(factory=list)


@define(eq=False, slots=False)
class Figures(Block):
    """A statement: labels and amounts, a column a year. columns: what heads the amounts, empty where there is one."""

    kind: ClassVar[str] = "figures"
    unit: Markup
    lines: list[Line]
    columns: list[Markup] = field(factory=list)


@define(eq=False, slots=False)
class Table(Block):
    """A table with a head. numeric: which columns are numbers. first: whether the first column heads its row."""

    kind: ClassVar[str] = "table"
    head: list[Markup]
    rows: list[list[Cell]]
    numeric: list[bool]
    unit: Markup = field(default=Markup())
    first: bool = True
    style: str = ""
    totals: frozenset[int] = frozenset()


@frozen(eq=False, slots=False)
class Card:
    """One row of a table that is too rich for a line. id, name: of one that is in the table of contents, as of a section."""

    number: Markup
    title: Markup
    subtitle: Markup
    badges: list[Markup]
    blocks: list[Block]
    id: str = ""
    name: Label = field(default=Label("", ""))


@frozen(eq=False, slots=False)
class Cards(Block):
    """Rows of a table, each a card. wide: one below the other, not side by side."""

    kind: ClassVar[str] = "cards"
    level: int
    cards: list[Card]
    wide: bool


@frozen(eq=False, slots=False)
class Charts(Block):
    """Pictures of figures that stand in a table beside them. Each: (language or "", address, what it says, width, height)."""

    kind: ClassVar[str] = "charts"
    pictures: list[list[tuple[str, str, str, int, int]]]
    style: str = ""


@frozen(eq=False, slots=False)
class Notes(Block):
    """Footnotes: (anchor, number, text)."""

    kind: ClassVar[str] = "notes"
    items: list[tuple[str, int, Markup]]


@frozen(eq=False, slots=False)
class Letter(Block):
    """The head of a letter: date, to whom, from whom."""

    kind: ClassVar[str] = "letter"
    day: Markup
    addressees: Markup
    sender: list[Markup]
