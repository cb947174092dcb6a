"""One field's tree put together from what its cells hold: the mirror image of `shape`."""

from __future__ import annotations

from filingexport.authoring import cells
from filingexport.authoring.workbook import values
from filingexport.authoring.workbook.shape import BREAK, CAPTION, DASH, DECIMALS, FOOTNOTES, NOTES, NOTHING, VALUE
from filingexport.authoring.yaml_tree import Mapping, Scalar, Sequence, Tree
from filingexport.characters import is_digits
from filingexport.declaring import frozen
from filingexport.model.item import LOCALIZED, NUMERIC, Kind
from filingexport.said import Mistake, Said, say, told


@frozen
class Piece:
    """What one cell, or several below each other, hold of a field. exact: said in a row of its own, not to be interpreted."""

    aspect: str
    text: str
    place: str
    exact: bool = False


class Contradiction(Mistake):
    """The cells of a field do not fit together; `place` is where."""

    def __init__(self, message: Said, place: str) -> None:
        super().__init__(message)
        self.place = place


def put_together(kind: Kind, dash: bool, pieces: list[Piece]) -> Tree | None:
    """The tree of the field that these pieces are of, in the order they stand in; None for none.

    Raises Contradiction.
    """
    of_aspect: dict[str, list[Piece]] = {}
    for piece in pieces:
        first = of_aspect.setdefault(piece.aspect, [piece])[0]
        if first is piece:
            continue
        if first.exact is piece.exact and (first.exact or kind == "prose"):  # one text, too long for a cell
            of_aspect[piece.aspect].append(piece)
        else:
            raise Contradiction(
                say(
                    "the same field is filled in twice, first at {place}; clear one",
                    "同じ項目が二度記入されています（最初は{place}）。一方を消してください。",
                    place=first.place,
                ),
                piece.place,
            )
    said = {aspect: _together(each) for aspect, each in of_aspect.items()}
    if not said:
        return None
    if kind in LOCALIZED:
        return _text_tree(kind, dash, said)
    if kind in NUMERIC:
        return _figure_tree(said)
    piece = next(iter(said.values()))
    return Scalar(_raw(piece), piece.place)


def _together(pieces: list[Piece]) -> Piece:
    """Pieces of one text."""
    first = pieces[0]
    if len(pieces) == 1:
        return first
    text = ("" if first.exact else BREAK).join(each.text for each in pieces)
    return Piece(first.aspect, text, first.place, first.exact)


def _raw(piece: Piece) -> str:
    if not piece.exact:
        return piece.text
    try:
        return values.unescaped(piece.text)
    except ValueError as error:
        raise Contradiction(told(error), piece.place) from None


def _text_tree(kind: Kind, dash: bool, said: dict[str, Piece]) -> Tree:
    place = next(iter(said.values())).place
    if dash and len(said) == 1 and (only := next(iter(said.values()))).text.strip() in cells.DASHES and not only.exact:
        return Scalar("-", only.place)
    if DASH in said:
        return Scalar("-", said[DASH].place)
    plain: dict[str, Tree] = {}
    nothing: dict[str, Tree] = {}
    for aspect, piece in said.items():
        head, _, tag = aspect.partition(".")
        if piece.exact:
            into, name = (nothing, tag) if head == NOTHING and tag else (plain, aspect)
            into[name] = Scalar(_raw(piece), piece.place, plain=False)
        elif (sentence := values.nothing_in(piece.text)) is not None:
            nothing[aspect] = Scalar(sentence, piece.place, plain=False)
        else:
            plain[aspect] = Scalar(piece.text, piece.place, plain=False)
    if plain and nothing:
        one = next(iter(nothing.values())).place
        raise Contradiction(
            say(
                "one language says that there is nothing, another says something; make them say the same",
                "一方の言語では「該当なし」、他方の言語では内容が記入されています。両言語を揃えてください。",
            ),
            one,
        )
    if nothing:
        return Mapping({NOTHING: Mapping(nothing, place)}, place)
    return Mapping(plain, place)


def _figure_tree(said: dict[str, Piece]) -> Tree:
    first = next(iter(said.values()))
    if VALUE not in said:
        what = first.aspect.partition(".")[0]
        names = {
            CAPTION: say("a caption", "表示科目"),
            NOTES: say("a footnote", "脚注"),
            FOOTNOTES: say("a footnote", "脚注"),
            DECIMALS: say("an accuracy", "精度"),
        }
        raise Contradiction(
            say(
                "there is {what} but no figure; fill in the figure, or clear this",
                "{what}がありますが、数値がありません。数値を記入するか、これを消してください。",
                what=names.get(what, say("something", "内容")),
            ),
            first.place,
        )
    value = Scalar(_raw(said[VALUE]), said[VALUE].place)
    if len(said) == 1:
        return value
    entries: dict[str, Tree] = {VALUE: value}
    caption = {
        aspect.partition(".")[2]: Scalar(_raw(piece), piece.place, plain=False)
        for aspect, piece in said.items() if aspect.startswith(CAPTION + ".")
    }  # fmt: skip
    if DECIMALS in said:
        entries[DECIMALS] = Scalar(_raw(said[DECIMALS]), said[DECIMALS].place)
    if caption:
        entries[CAPTION] = Mapping(dict(caption), first.place)
    if notes := _notes(said):
        entries[FOOTNOTES] = notes
    return Mapping(entries, value.place)


def _notes(said: dict[str, Piece]) -> Sequence | None:
    found: dict[int, dict[str, Tree]] = {}
    place = counted = ""
    for aspect, piece in said.items():
        if aspect.startswith(NOTES + "."):
            texts = [each.strip("\n") for each in piece.text.split(BREAK) if each.strip()]
            if counted and len(texts) != len(found):
                raise Contradiction(
                    say(
                        "here are {count} footnotes and in the other language {other} (parted by empty lines)",
                        "ここには脚注が{count}件、他方の言語には{other}件あります（空行で区切ります）。件数を揃えてください。",
                        count=len(texts),
                        other=len(found),
                    ),
                    piece.place,
                )
            counted = place = piece.place
            for number, text in enumerate(texts, 1):
                found.setdefault(number, {})[aspect.partition(".")[2]] = Scalar(text, piece.place, plain=False)
    for aspect, piece in said.items():
        if aspect.startswith(FOOTNOTES + "."):
            _, which, *tags = aspect.split(".", 2)
            place = piece.place
            if not tags or not is_digits(which, 4):
                raise Contradiction(
                    say("{aspect!r} names no footnote", "{aspect!r}は脚注を示していません。", aspect=aspect),
                    piece.place,
                )
            found.setdefault(int(which), {})[tags[0]] = Scalar(_raw(piece), piece.place, plain=False)
    return Sequence(tuple(Mapping(each, place) for _, each in sorted(found.items())), place) if found else None
