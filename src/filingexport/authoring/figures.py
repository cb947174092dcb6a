"""Figures as people print them: ``JPY 303 million``, ``(19,555,489)``, ``23.7%``, and back without loss."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from filingexport.binding.values import decimal_text, shifted
from filingexport.declaring import frozen
from filingexport.said import Mistake, say

_SCALES: Final = {
    "": 0,
    "hundred": 2,
    "thousand": 3,
    "thousands": 3,
    "million": 6,
    "millions": 6,
    "billion": 9,
    "billions": 9,
}
_FIGURE: Final = re.compile(
    r"(?P<currency>[A-Z]{3}|¥)?\s*(?P<sign>[-+△▲−])?\s*(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?P<fraction>\.[0-9]+)?"
    r"\s*(?P<scale>hundred|thousands?|millions?|billions?)?\s*(?P<yen>yen)?"
)
_UNIT: Final = re.compile(r"(?P<currency>[A-Z]{3})(?:\s+(?P<scale>thousands?|millions?|billions?))?")
_RATIO: Final = re.compile(
    r"(?P<sign>[-+△▲−])?\s*(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?P<fraction>\.[0-9]+)?\s*(?P<unit>%|points?)?"
)
_EXACT: Final = re.compile(r"[0-9]+(\.[0-9]+)?")
_NEGATIVE: Final = "-△▲−"
MAX_LENGTH: Final = 2_500
"""Characters of a figure: more than the digits and places a number may have, with their separators."""


@frozen
class PrintedUnit:
    """A unit stated once for many figures: a currency and the power of ten of its scale."""

    currency: str
    scale: int


def parse_unit(text: str) -> PrintedUnit:
    """From ``JPY thousands``; raises ValueError."""
    match = _UNIT.fullmatch(text.strip())
    if match is None:
        raise Mistake(
            say(
                "{text!r} is not a unit such as JPY thousands",
                "{text!r}は単位ではありません。JPY thousandsの形で記入してください。",
                text=text,
            )
        )
    return PrintedUnit(match["currency"], _SCALES[match["scale"] or ""])


def _bracketed(text: str) -> tuple[str, bool]:
    stripped = text.strip()
    if len(stripped) > MAX_LENGTH:
        raise Mistake(say("a figure of {count} characters", "数値が{count}文字あり、長すぎます。", count=len(stripped)))
    for opening, closing in ("()", "[]"):
        if stripped.startswith(opening) and stripped.endswith(closing):
            return stripped[1:-1].strip(), opening == "("
    return stripped, False


def _number(match: re.Match[str], negative: bool) -> tuple[Decimal, int]:
    fraction = match["fraction"] or ""
    amount = Decimal(match["digits"].replace(",", "") + fraction)
    if (match["sign"] or "+") in _NEGATIVE:
        negative = not negative
    # Unlike copy_negate and copy_abs, - and abs() round to the context's 28 digits.
    return (amount.copy_negate() if negative else amount), max(len(fraction) - 1, 0)


def parse_money(text: str, unit: PrintedUnit | None, *, scaled: bool = True) -> tuple[Decimal, str, int]:
    """Amount in whole units, currency and decimals of a printed amount of money.

    unit: what is stated for the figures around it; a figure that names its own currency or scale is read by
    itself. scaled: False for amounts a share, which a unit of thousands is not about. Raises ValueError.
    """
    inner, negative = _bracketed(text)
    match = _FIGURE.fullmatch(inner)
    if match is None:
        raise Mistake(
            say(
                "{text!r} is not an amount such as 1,234, (1,234) or JPY 303 million",
                "{text!r}は金額ではありません。1,234、(1,234)、JPY 303 millionの形で記入してください。",
                text=text,
            )
        )
    number, places = _number(match, negative)
    own = match["currency"] or ("JPY" if match["yen"] else None)
    currency = {"¥": "JPY"}.get(own or "", own)
    if match["yen"] and currency != "JPY":
        raise Mistake(
            say("{text!r} is in two currencies", "{text!r}には通貨が二つあります。一つにしてください。", text=text)
        )
    scale = _SCALES[match["scale"] or ""]
    if currency is None:
        if unit is None:
            raise Mistake(
                say(
                    "{text!r} has no currency; write it (JPY {text}) or state a unit above (unit: JPY thousands)",
                    "{text!r}に通貨がありません。JPY {text}のように通貨を付けるか、上位に単位（unit: JPY thousands）を記入してください。",
                    text=text,
                )
            )
        currency = unit.currency
        if match["scale"] is None and scaled:
            scale = unit.scale
    return shifted(number, scale) if scale else number, currency, places - scale


def parse_number(text: str) -> tuple[Decimal, int]:
    """A number of shares, persons or rights, and its decimals; raises ValueError."""
    inner, negative = _bracketed(text)
    match = _FIGURE.fullmatch(inner)
    if match is None or match["currency"] or match["yen"]:
        raise Mistake(
            say(
                "{text!r} is not a number such as 206,478 or +218",
                "{text!r}は数値ではありません。206,478や+218の形で記入してください。",
                text=text,
            )
        )
    number, places = _number(match, negative)
    scale = _SCALES[match["scale"] or ""]
    return shifted(number, scale) if scale else number, places - scale


def parse_ratio(text: str) -> tuple[Decimal, int]:
    """A ratio as a fraction, and its decimals, from ``23.7%``, ``1.2 points`` or ``0.237``; raises ValueError."""
    inner, negative = _bracketed(text)
    match = _RATIO.fullmatch(inner)
    if match is None:
        raise Mistake(
            say(
                "{text!r} is not a ratio such as 23.7% or 1.2 points",
                "{text!r}は比率ではありません。23.7%や1.2 pointsの形で記入してください。",
                text=text,
            )
        )
    number, places = _number(match, negative)
    return (shifted(number, -2), places + 2) if match["unit"] else (number, places)


def _grouped(amount: Decimal, places: int) -> str | None:
    """The amount with thousands separators and exactly this many places; None if it has more."""
    text = decimal_text(amount.copy_abs())
    whole, _, fraction = text.partition(".")
    if len(fraction) > max(places, 0):
        return None
    grouped = format(Decimal(whole), ",f")
    sign = "-" if amount < 0 else ""
    return sign + grouped + ("." + fraction.ljust(places, "0") if places > 0 else "")


def format_money(
    amount: Decimal, currency: str, decimals: int | None, unit: PrintedUnit | None, *, scaled: bool = True
) -> tuple[str, bool]:
    """The amount as it would be printed under this unit, and whether reading that gives these decimals."""
    if decimals is not None:
        if scaled and unit is not None and unit.currency == currency:
            text = _grouped(shifted(amount, -unit.scale), decimals + unit.scale) if decimals >= -unit.scale else None
            if text is not None:
                return text, True
        if not scaled and unit is not None and unit.currency == currency and decimals >= 0:
            text = _grouped(amount, decimals)
            if text is not None:
                return text, True
        for scale, word in ((9, " billion"), (6, " million"), (3, " thousand"), (0, "")):
            # The scale that shows the accuracy with the fewest places.
            if decimals >= -scale and (decimals <= -scale or scale == 0):
                text = _grouped(shifted(amount, -scale), decimals + scale)
                if text is not None:
                    return f"{currency} {text}{word}", True
    exact = _grouped(amount, max(-_exponent(amount), 0))
    assert exact is not None
    return f"{currency} {exact}", False


def format_number(amount: Decimal, decimals: int | None) -> tuple[str, bool]:
    """The number as it would be printed, and whether reading that gives these decimals."""
    if decimals is not None and decimals >= 0 and (text := _grouped(amount, decimals)) is not None:
        return text, True
    exact = _grouped(amount, max(-_exponent(amount), 0))
    assert exact is not None
    return exact, False


def format_ratio(amount: Decimal, decimals: int | None) -> tuple[str, bool]:
    """The ratio in per cent, and whether reading that gives these decimals."""
    if decimals is not None and decimals >= 2 and (text := _grouped(shifted(amount, 2), decimals - 2)) is not None:
        return text + "%", True
    if decimals is not None and 0 <= decimals < 2 and (text := _grouped(amount, decimals)) is not None:
        return text, True
    exact = _grouped(amount, max(-_exponent(amount), 0))
    assert exact is not None
    return exact, False


def _exponent(amount: Decimal) -> int:
    text = decimal_text(amount)
    return -len(text.partition(".")[2])
