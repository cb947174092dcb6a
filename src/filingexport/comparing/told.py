"""What a value says, as it is compared and shown: its amount, accuracy, caption, footnotes, its text by language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import localcontext
from typing import Any, Final, Literal

import attrs

from filingexport.authoring import cells
from filingexport.binding.values import decimal_text, shifted
from filingexport.checks.numbers import grouped, money, percent, shown, to_places
from filingexport.declaring import frozen
from filingexport.model.item import Choice
from filingexport.model.values import DASH, MAX_DIGITS, Block, Count, Money, Nothing, Ratio, Shares, Text
from filingexport.said import Said, verbatim

AspectName = Literal["value", "text", "nothing", "formatting", "accuracy", "caption", "footnote", "place", "kind"]
ASPECTS: Final[dict[AspectName, Said]] = {
    "value": Said("Value", "値"),
    "text": Said("Text", "文章"),
    "nothing": Said("Nothing to report", "該当なし"),
    "formatting": Said("Formatting", "書式"),
    "accuracy": Said("Accuracy", "精度"),
    "caption": Said("Caption", "表示名"),
    "footnote": Said("Footnote", "脚注"),
    "place": Said("Place", "位置"),
    "kind": Said("Kind of value", "値の種類"),
}
"""What may differ in one field, and its name."""
_DASH: Final = Said("– (a dash)", "－（ダッシュ）")
_YES: Final = {True: Said("yes", "はい"), False: Said("no", "いいえ")}
_PLACES: Final = 20
"""Decimals of a ratio up to which it is shown to its accuracy."""
_NUMBERS: Final = (Money, Shares, Count, Ratio)


@frozen
class Told:
    """One thing that a value says. raw: for programs. language: of text, "" for what is in none."""

    aspect: AspectName
    language: str
    raw: str
    shown: Said


def told(value: Any, negated: bool = False) -> Iterator[Told]:
    """All that this value says. negated: a number is printed with the opposite sign."""
    match value:
        case Money() | Shares() | Count() | Ratio():
            yield from _number(value, negated)
        case Text():
            yield from (_words("text", *each) for each in value.readings)
        case Nothing():
            yield from (_words("nothing", *each) for each in value.readings)
        case Block():
            for language, markup in value.readings:
                yield _words("text", language, value.plain(language))
                yield _words("formatting", language, markup)
        case Choice():
            yield Told("value", "", value.value, Said(value.label.en, value.label.ja))
        case bool():
            yield Told("value", "", cells.write(value), _YES[value])
        case tuple():
            text = "\n".join(str(each) for each in value)
            yield Told("value", "", text, verbatim(text))
        case date() | datetime():
            text = cells.write(value)
            yield Told("value", "", text, verbatim(text.replace("T", " ")))
        case _ if value is DASH:
            yield Told("value", "", "-", _DASH)
        case _:
            yield Told("value", "", str(value), verbatim(str(value)))


def _words(aspect: AspectName, language: str, text: str) -> Told:
    return Told(aspect, language, text, verbatim(text))


def _number(value: Money | Shares | Count | Ratio, negated: bool) -> Iterator[Told]:
    raw = decimal_text(value.amount) + (f" {value.currency}" if isinstance(value, Money) else "")
    yield Told("value", "", raw, _exactly(value, negated))
    decimals = "exact" if value.decimals is None else str(value.decimals)
    said = Said("exact", "正確な値") if value.decimals is None else verbatim(f"decimals {decimals}")
    yield Told("accuracy", "", decimals, said)
    if value.caption is not None:
        yield from (_words("caption", *each) for each in value.caption.readings)
    for note in value.footnotes:
        yield from (_words("footnote", *each) for each in note.readings)


def _exactly(value: Money | Shares | Count | Ratio, negated: bool) -> Said:
    """As it is printed, but with all its digits: two numbers that differ must look different."""
    if negated:
        value = attrs.evolve(value, amount=value.amount.copy_negate())
    if isinstance(value, Ratio):
        places = value.decimals
        whole = places is not None and 2 <= places <= _PLACES
        hundredths = shifted(value.amount, 2)
        rounded = whole and to_places(hundredths, (places or 2) - 2) == hundredths
        return percent(value.amount, places if rounded else None)
    return shown(value)


def apart(before: Any, after: Any, negated: bool = False) -> Said | None:
    """By how much a number changed, with its sign; None where it is not two numbers of one kind."""
    if type(before) is not type(after) or not isinstance(before, _NUMBERS) or before.amount == after.amount:
        return None
    if isinstance(before, Money) and before.currency != after.currency:
        return None
    with localcontext(prec=2 * MAX_DIGITS + 2):  # the difference of any two numbers is exact
        amount = before.amount - after.amount if negated else after.amount - before.amount
    sign, size = "+" if amount > 0 else "-", amount.copy_abs()
    if isinstance(before, Ratio):
        points = grouped(shifted(size, 2))
        return Said(f"{sign}{points} points", f"{sign}{points}ポイント")
    if isinstance(before, Money):
        finer = [each.decimals for each in (before, after) if each.decimals is not None]
        said = money(size, before.currency, max(finer) if len(finer) == 2 else None)
        return Said(said.en.replace(" ", f" {sign}", 1), sign + said.ja)
    return verbatim(sign + grouped(size))
