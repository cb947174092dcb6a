"""Fields as they were met in the cells, finished into the tree of a source; what cannot be read is told once."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from attrs import field

from filingexport.authoring.cells import DASHES
from filingexport.authoring.source import UNIT
from filingexport.authoring.workbook import values
from filingexport.authoring.workbook.assemble import Contradiction, Piece, put_together
from filingexport.authoring.workbook.draft import Draft, Group, Held
from filingexport.authoring.workbook.extras import EXTENSION, FIRST_WORD, Wrong
from filingexport.authoring.workbook.layout import LANGUAGES
from filingexport.authoring.workbook.resolve import OWN_KIND, UNIT_KIND
from filingexport.authoring.workbook.shape import VALUE, aspects
from filingexport.authoring.yaml_tree import Scalar, Tree
from filingexport.declaring import frozen
from filingexport.model.item import NUMERIC, Kind
from filingexport.said import Mistake, say, told

_WIDE: Final = re.compile("[！-～￥]")
"""Full-width letters, digits and signs."""
_LETTERS: Final = re.compile(r"[A-Za-z¥]")
_MONEY: Final = frozenset({"money", "per_share"})


@frozen(eq=False)
class Finisher:
    """Finishes fields. kinds: those of the company's own items by name. units: the cell of each sheet's unit.

    without_unit: the sheets whose amounts have none.
    """

    wrong: Wrong
    since_1904: bool
    kinds: dict[str, str]
    units: dict[str, str]
    without_unit: set[str]
    told: set[str] = field(factory=set)

    def __call__(self, draft: Draft) -> Tree | None:
        """The tree of this field; None where nothing is filled in, or it cannot be read."""
        if not draft.held:
            return None
        kind = draft.target.kind
        if kind == UNIT_KIND:
            held = draft.held[0]
            return Scalar(values.unit_text(held.cell), held.place)
        if kind == OWN_KIND:
            kind = self.kinds.get(draft.name) or _guessed(draft)
        pieces: list[Piece] = []
        whole = True
        for held in draft.held:
            try:
                text = self._text(kind, draft, held)
            except ValueError as error:
                self.wrong("fx:cell", told(error), held.place)
                whole = False
                continue
            aspect = _aspect(kind, held)
            if aspect is None:
                self.wrong(
                    "fx:cell",
                    say(
                        "nothing is read from this cell; the item {item} is of the type {kind}",
                        "このセルは読み込まれません。項目{item}の種類は{kind}です。",
                        item=draft.name,
                        kind=kind,
                    ),
                    held.place,
                )
            elif text.strip() or held.exact or held.cell.text == FIRST_WORD:
                pieces.append(Piece(aspect, text, held.place, held.exact))
        if not whole or self._lacks_unit(kind, draft, pieces):
            return None
        try:
            return put_together(kind, draft.target.dash, pieces)  # type: ignore[arg-type]
        except Contradiction as error:
            self.wrong("fx:cell", told(error), error.place)
            return None

    def _text(self, kind: str, draft: Draft, held: Held) -> str:
        if held.exact:
            if held.cell.kind != "text":
                raise Mistake(
                    say(
                        "the row keeps a text exactly, and this is none; type it as a text",
                        "この行には文字列をそのまま記入します。文字列として入力してください。",
                    )
                )
            return held.cell.text
        of: Kind = kind if _aspect(kind, held) == VALUE else "words"  # type: ignore[assignment]
        text = values.text_of(of, draft.target.leaf, held.cell, self.since_1904)
        if of in NUMERIC and _WIDE.search(text) and text.strip() not in DASHES:
            narrow = unicodedata.normalize("NFKC", text)
            raise Mistake(
                say(
                    "{text!r} has full-width characters; type {narrow!r}",
                    "{text!r}に全角文字があります。{narrow!r}と入力してください。",
                    text=text,
                    narrow=narrow,
                )
            )
        if of == "ratio" and text.strip() and text.strip() not in DASHES and not values.has_sign(text):
            raise Mistake(
                say(
                    "{text!r} does not say what it is in; write it with its sign, such as {text}% or 1.2 points",
                    "{text!r}は何の値か分かりません。{text}%や1.2 pointsのように記号を付けて入力してください。",
                    text=text,
                )
            )
        if draft.sheet == EXTENSION and text == FIRST_WORD:
            return ""
        return text

    def _lacks_unit(self, kind: str, draft: Draft, pieces: list[Piece]) -> bool:
        """Whether this is an amount in a unit that the sheet does not state; told once a sheet."""
        if kind not in _MONEY or draft.sheet not in self.without_unit:
            return False
        plain = [each for each in pieces if each.aspect == VALUE and not each.exact and not _LETTERS.search(each.text)]
        if not plain or plain[0].text.strip() in DASHES:
            return False
        if draft.sheet not in self.told:
            self.told.add(draft.sheet)
            place = self.units.get(draft.sheet)
            said = say(
                "the unit of the amounts on this sheet is not chosen; choose it here",
                "このシートの金額の単位が選ばれていません。ここで選んでください。",
            )
            if place is None:
                place, said = (
                    plain[0].place,
                    say(
                        "amounts on this sheet state their own unit; write it such as JPY 5 million",
                        "このシートの金額には、それぞれ単位が必要です。JPY 5 millionのように記入してください。",
                    ),
                )
            self.wrong("fx:cell", said, place)
        return True


def _aspect(kind: str, held: Held) -> str | None:
    """What a cell holds of a field: of an item of the company's own, what its column offers that the kind has."""
    if held.exact or "|" not in held.aspect:
        return held.aspect
    return next((each for each in held.aspect.split("|") if each in aspects(kind)), None)  # type: ignore[arg-type]


def _guessed(draft: Draft) -> str:
    """The kind of an item that the extension does not declare, which is told elsewhere."""
    offered = draft.held[0].aspect.split("|")
    return "code" if offered == [VALUE] else "words" if set(offered) & set(LANGUAGES) else "money"


def states_unit(group: Group | None) -> bool:
    """Whether the part states a unit."""
    draft = group.fields.get(UNIT) if group is not None else None
    return isinstance(draft, Draft) and bool(draft.held)
