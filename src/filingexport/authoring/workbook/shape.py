"""One field's tree and its cells: taken apart for the cells that there are (put together again in `assemble`).

The tree is that of a source (see `filingexport.authoring.dump`). What of it a field's cells cannot hold (a third language, a
text of white space, a caption where there is no column for captions) goes into details: rows of their own.
"""

from __future__ import annotations

from typing import Final

from attrs import field

from filingexport.authoring import cells, markdown
from filingexport.authoring.workbook import values
from filingexport.authoring.workbook.layout import LANGUAGES
from filingexport.authoring.yaml_tree import Mapping, Scalar, Sequence, Tree
from filingexport.declaring import frozen
from filingexport.model.item import LOCALIZED, NUMERIC, Kind

VALUE: Final = "value"
DECIMALS: Final = "decimals"
CAPTION: Final = "caption"
NOTES: Final = "notes"
FIGURE: Final = (VALUE, *(f"{name}.{language}" for name in (CAPTION, NOTES) for language in LANGUAGES), DECIMALS)
"""What the cells of a figure may hold."""
FOOTNOTES: Final = "footnotes"
NOTHING: Final = "nothing"
DASH: Final = "dash"
BREAK: Final = "\n\n"
"""What parts the footnotes of a figure in a cell, and the paragraphs of prose in several cells."""
_ROOM: Final = 1_200
"""Width, in digits, of the prose that one cell of a form shows at once."""


@frozen
class Shape:
    """A field taken apart. cells: what of it (`FIGURE`, or a language) to the texts of its cells, one below the other.
    details: what has no cell, by what it is.
    """

    cells: dict[str, list[str]] = field(factory=dict)
    details: list[tuple[str, str]] = field(factory=list)


def aspects(kind: Kind) -> tuple[str, ...]:
    """What the cells of a field of this kind may hold."""
    if kind in LOCALIZED:
        return LANGUAGES
    return FIGURE if kind in NUMERIC else (VALUE,)


def taken_apart(
    kind: Kind, dash: bool, node: Tree | None, language: str, room: frozenset[str], several: bool = False
) -> Shape:
    """The cells and details of this field.

    dash: whether it may be a printed dash. language: of text that does not say. room: what there are cells for.
    several: whether long prose may be parted into several cells.
    """
    shape = Shape()
    if node is None:
        return shape
    if kind in LOCALIZED:
        _text(shape, kind, dash, node, language, room, several)
    elif kind in NUMERIC:
        _figure(shape, kind, node, language, room)
    else:
        assert isinstance(node, Scalar)
        _put(shape, VALUE, VALUE, node.text, room)
    return shape


def _put(shape: Shape, cell: str, detail: str, text: str, room: frozenset[str]) -> None:
    if cell in room and values.fits(text):
        shape.cells[cell] = [text]
    else:
        shape.details.append((detail, text))


def readings(node: Tree, language: str) -> dict[str, str]:
    """The text of a node by language."""
    if isinstance(node, Scalar):
        return {language: node.text}
    assert isinstance(node, Mapping)
    return {tag: text.text for tag, text in node.entries.items() if isinstance(text, Scalar)}


def _text(shape: Shape, kind: Kind, dash: bool, node: Tree, language: str, room: frozenset[str], several: bool) -> None:
    if isinstance(node, Scalar) and dash and node.text.strip() in cells.DASHES:
        held = next((each for each in LANGUAGES if each in room), None)
        if held is not None:
            shape.cells[held] = ["-"]
        else:
            shape.details.append((DASH, "-"))
        return
    if isinstance(node, Mapping) and set(node.entries) == {NOTHING}:
        for tag, sentence in readings(node.entries[NOTHING], language).items():
            marked = values.marked_nothing(sentence, tag)
            if tag in room and marked is not None:
                shape.cells[tag] = [marked]
            else:
                shape.details.append((f"{NOTHING}.{tag}", sentence))
        return
    for tag, text in readings(node, language).items():
        mistakable = dash and text.strip() in cells.DASHES
        if tag not in room or mistakable or not values.fits(text):
            shape.details.append((tag, text))
        elif kind == "prose":
            shape.cells[tag] = parted(_unwrapped(text)) if several else [_unwrapped(text)]
        else:
            shape.cells[tag] = [text]


def _unwrapped(text: str) -> str:
    """The same prose with a line a paragraph: a cell wraps by itself."""
    if "\n" not in text or text.lstrip().startswith("<"):
        return text
    written = markdown.from_xhtml(markdown.to_xhtml(text), wrapped=False)
    return written if values.fits(written) and not written.startswith("<") else text


def parted(text: str) -> list[str]:
    """Prose in pieces that a cell shows at once; joined by an empty line they are the text again."""
    if width(text) <= _ROOM or text.lstrip().startswith("<"):
        return [text]
    found = [""]
    for paragraph in text.split(BREAK):
        longer = found[-1] + BREAK + paragraph if found[-1] else paragraph
        # A piece begins and ends with text, so that no line break is lost between two.
        if width(longer) > _ROOM and found[-1].strip() and paragraph.strip() and not paragraph.startswith("\n"):
            found.append(paragraph)
        else:
            found[-1] = longer
    whole = all(values.fits(each) and not each.endswith("\n") for each in found)
    return found if whole and BREAK.join(found) == text else [text]


def width(text: str) -> float:
    """The width of a text, in digits: letters are narrower on the whole, characters of Japanese twice as wide."""
    wide = sum("\u2e7f" < each < "\uffa0" for each in text)
    return 0.88 * (len(text) - wide) + 1.92 * wide


def _figure(shape: Shape, kind: Kind, node: Tree, language: str, room: frozenset[str]) -> None:
    if isinstance(node, Scalar):
        _put_figure(shape, kind, node.text, room)
        return
    assert isinstance(node, Mapping)
    for name, said in node.entries.items():
        if name == CAPTION:
            for tag, text in readings(said, language).items():
                _put(shape, f"{CAPTION}.{tag}", f"{CAPTION}.{tag}", text, room)
        elif name == FOOTNOTES:
            assert isinstance(said, Sequence)
            _footnotes(shape, [readings(each, language) for each in said.items], room)
        else:
            assert isinstance(said, Scalar)
            if name == VALUE:
                _put_figure(shape, kind, said.text, room)
            else:
                _put(shape, name, name, said.text, room)


def _put_figure(shape: Shape, kind: Kind, text: str, room: frozenset[str]) -> None:
    # A ratio without its sign is a fraction to a source, and could be a slip in a cell: it is told apart by its row.
    signed = kind != "ratio" or text in cells.DASHES or values.has_sign(text)
    _put(shape, VALUE, VALUE, text, room if signed else frozenset())


def _footnotes(shape: Shape, notes: list[dict[str, str]], room: frozenset[str]) -> None:
    tags = set(notes[0])
    regular = all(
        set(each) == tags
        and all(BREAK not in text and text == text.strip() and values.fits(text) for text in each.values())
        for each in notes
    )
    if regular and all(f"{NOTES}.{tag}" in room for tag in tags):
        whole = {tag: BREAK.join(each[tag] for each in notes) for tag in tags}
        if all(values.fits(text) for text in whole.values()):
            shape.cells.update({f"{NOTES}.{tag}": [text] for tag, text in sorted(whole.items())})
            return
    for number, each in enumerate(notes, 1):
        shape.details.extend((f"{FOOTNOTES}.{number}.{tag}", text) for tag, text in each.items())


def as_lines(items: tuple[Tree, ...], language: str) -> dict[str, str] | None:
    """A list of texts as a cell a language, an item a line; None where that would not give the same list back."""
    said = [readings(each, language) for each in items]
    tags = set(said[0])
    if not all(set(each) == tags for each in said) or not tags <= set(LANGUAGES):
        return None
    if not all(
        isinstance(each, Scalar) or NOTHING not in each.entries for each in items if isinstance(each, (Scalar, Mapping))
    ):
        return None
    if any("\n" in text or not values.fits(text) for each in said for text in each.values()):
        return None
    whole: dict[str, str] = {tag: "\n".join(each[tag] for each in said) for tag in LANGUAGES if tag in tags}
    return whole if all(values.fits(text) for text in whole.values()) else None
