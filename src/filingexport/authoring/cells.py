"""One field's value as it is written in a source, and back: text to value and value to text, whatever holds the text."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

import attrs

from filingexport.authoring import figures, markdown
from filingexport.authoring.figures import PrintedUnit
from filingexport.binding.plan import Leaf
from filingexport.binding.values import parse_code, parse_date, parse_uri
from filingexport.characters import is_digits
from filingexport.model.item import NUMERIC, choice_named
from filingexport.model.values import DASH, Block, Count, Money, Number, Ratio, Shares, Text, YearMonth, Years
from filingexport.said import Mistake, say

DASHES: Final = frozenset({"-", "—", "–", "―", "－", "−"})
"""What is read as a printed dash."""
EXACT: Final = "exact"
"""What is written for decimals where a number is exact (INF)."""
_YES: Final = frozenset({"yes", "true"})
_NO: Final = frozenset({"no", "false"})


def read(leaf: Leaf, text: str, unit: PrintedUnit | None, language: str) -> Any:
    """The value of this field from its text; raises ValueError.

    unit: what is stated for the money around it. language: of text that does not say.
    """
    if leaf.dash and text.strip() in DASHES:
        return DASH
    match leaf.concept.kind:
        case "money" | "per_share":
            amount, currency, decimals = figures.parse_money(text, unit, scaled=leaf.concept.kind == "money")
            return printed_sign(leaf, Money(amount, currency, decimals))
        case "shares":
            return printed_sign(leaf, Shares(*figures.parse_number(text)))
        case "count":
            return printed_sign(leaf, Count(*figures.parse_number(text)))
        case "ratio":
            return printed_sign(leaf, Ratio(*figures.parse_ratio(text)))
        case "day":
            return parse_date(text)
        case "moment":
            return _moment(text)
        case "month":
            return YearMonth.parse(text.strip())
        case "years":
            return _years(text)
        case "flag":
            return _flag(text)
        case "choice":
            return choice_named(leaf.python, text.strip())
        case "words":
            return Text(**{language: text})
        case "prose":
            return prose({language: text})
        case "code":
            return _code(leaf, text)
        case "uri":
            return parse_uri(text)


def prose(readings: dict[str, str]) -> Block:
    """Prose from Markdown or XHTML in each language; raises ValueError."""
    return Block(**{language: markdown.to_xhtml(text) for language, text in readings.items()})


def printed_sign(leaf: Leaf, value: Any) -> Any:
    """A number with the sign it is printed with instead of the sign it has, and the other way round."""
    if leaf.concept.negated and leaf.concept.kind in NUMERIC and value is not DASH:
        return attrs.evolve(value, amount=value.amount.copy_negate())
    return value


def _moment(text: str) -> datetime:
    try:
        value = datetime.fromisoformat(text.strip())
    except ValueError:
        raise Mistake(
            say(
                "{text!r} is not a date and time such as 2008-06-27T10:00",
                "{text!r}は日時ではありません。2008-06-27T10:00の形で記入してください。",
                text=text,
            )
        ) from None
    if value.tzinfo is not None or "T" not in text:
        raise Mistake(
            say(
                "{text!r} is not a date and time such as 2008-06-27T10:00, without a time zone",
                "{text!r}は日時ではありません。2008-06-27T10:00の形で、時差を付けずに記入してください。",
                text=text,
            )
        )
    return value


def _years(text: str) -> Years:
    stripped = text.strip().removesuffix("years").removesuffix("year").strip()
    if not is_digits(stripped, 4):
        raise Mistake(
            say(
                "{text!r} is not a number of years such as 5",
                "{text!r}は年数ではありません。5のように整数で記入してください。",
                text=text,
            )
        )
    return Years(int(stripped))


def _flag(text: str) -> bool:
    word = text.strip().lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise Mistake(
        say(
            "{text!r} is neither yes nor no",
            "{text!r}は「はい」（yes）でも「いいえ」（no）でもありません。どちらかを記入してください。",
            text=text,
        )
    )


def _code(leaf: Leaf, text: str) -> str:
    value = parse_code(text)
    Text(en=value)  # what XML cannot hold is refused here, not when the filing is written
    if leaf.concept.check is not None:
        leaf.concept.check(value)
    return value


def figure(leaf: Leaf, value: Number, unit: PrintedUnit | None) -> tuple[str, str | None]:
    """A number's text under this unit, and what must be said of its decimals (None if the text says it)."""
    shown = printed_sign(leaf, value)
    match shown:
        case Money():
            scaled = leaf.concept.kind == "money"
            text, said = figures.format_money(shown.amount, shown.currency, shown.decimals, unit, scaled=scaled)
        case Ratio():
            text, said = figures.format_ratio(shown.amount, shown.decimals)
        case _:
            text, said = figures.format_number(shown.amount, shown.decimals)
    if said:
        return text, None
    return text, EXACT if shown.decimals is None else str(shown.decimals)


def write(value: Any) -> str:
    """The text of a value that is neither a number nor in a language."""
    match value:
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.isoformat(timespec="auto" if value.second or value.microsecond else "minutes")
        case date():
            return value.isoformat()
        case Years():
            return str(value.number)
    return str(getattr(value, "value", value))
