"""How a value of each kind becomes a fact's lexical form, unit and accuracy, and back.

One codec a kind. `encode` takes a value that is present; `decode` a fact that is not nil. Both raise ValueError
(TypeError for a value of another type) with a message that says what is expected.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Final

from filingexport.declaring import frozen
from filingexport.model.item import Choice, Concept, Kind
from filingexport.model.values import (
    MAX_DECIMALS,
    MAX_DIGITS,
    Block,
    Count,
    Dash,
    Money,
    Nothing,
    Number,
    Ratio,
    Shares,
    Text,
    YearMonth,
    Years,
    to_decimal,
)
from filingexport.names import ISO4217, XBRLI
from filingexport.report import Fact, Note, Unit
from filingexport.said import Mistake, Said, say, verbatim
from filingexport.unchecked import unchecked

PURE: Final = Unit((f"{{{XBRLI}}}pure",))
SHARES: Final = Unit((f"{{{XBRLI}}}shares",))
NIL_CURRENCY: Final = "JPY"
"""The currency of a dash: a nil amount needs a unit (XBRL 2.1, 4.6.2), and a notice under Japanese law is in yen."""

_FEW: Final = 100
"""Characters of a number that is not worth asking whether it has too many digits."""
_DECIMAL: Final = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)")
_CURRENCY_MEASURE: Final = f"{{{ISO4217}}}"
_SPACE: Final = " \t\r\n"


@cache
def money_unit(currency: str) -> Unit:
    """The unit of an amount in this currency."""
    return Unit((_CURRENCY_MEASURE + currency,))


@cache
def per_share_unit(currency: str) -> Unit:
    """The unit of an amount a share in this currency."""
    return Unit((_CURRENCY_MEASURE + currency,), SHARES.numerators)


def decimal_text(amount: Decimal) -> str:
    """The canonical ``xs:decimal``: no exponent, no trailing zeros after the point."""
    text = str(amount)
    if "E" in text:
        text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def shifted(amount: Decimal, places: int) -> Decimal:
    """The amount times ten to the power of `places`, exactly (Decimal.scaleb rounds to its context)."""
    sign, digits, exponent = amount.as_tuple()
    assert isinstance(exponent, int)
    # No exponent above zero stays: 11,470,980 thousand reads as 11470980000, not as 1.147098E+10.
    zeros = max(exponent + places, 0)
    return Decimal((sign, digits + (0,) * zeros, exponent + places - zeros))


def parse_decimal(text: str) -> Decimal:
    """An ``xs:decimal``; raises ValueError."""
    if len(text) > MAX_DIGITS + 2:
        raise Mistake(
            say(
                "a number of {count} characters; at most {most} digits are read",
                "数値が{count}文字あります。読み込めるのは{most}桁までです。",
                count=len(text),
                most=MAX_DIGITS,
            )
        )
    if text.isdigit() and text.isascii():
        return Decimal(text)
    stripped = text.strip(_SPACE)
    if not _DECIMAL.fullmatch(stripped):
        raise Mistake(say("{text!r} is not a decimal number", "{text!r}は10進数ではありません。", text=text))
    if len(stripped) > _FEW:
        return to_decimal(stripped)
    number = Decimal(stripped)
    return number if number else abs(number)  # there is one zero


@lru_cache(maxsize=256)
def _currency(unit: Unit | None, denominators: tuple[str, ...]) -> str:
    if unit is None or len(unit.numerators) != 1 or unit.denominators != denominators:
        raise _unit_error(_PER_SHARE if denominators else _AMOUNT)
    measure = unit.numerators[0]
    if not measure.startswith(_CURRENCY_MEASURE):
        raise _unit_error(_PER_SHARE if denominators else _AMOUNT)
    currency = measure[len(_CURRENCY_MEASURE) :]
    Money(0, currency)  # raises ValueError for what is no code
    return currency


class UnitError(Mistake):
    """A number in a unit that its concept is not measured in."""


def _unit_error(what: Said) -> UnitError:
    return UnitError(say("the unit must be {what}", "単位は{what}でなければなりません。", what=what))


_AMOUNT: Final = say("a currency, such as iso4217:JPY", "通貨（iso4217:JPYなど）")
_PER_SHARE: Final = say("a currency divided by xbrli:shares", "xbrli:shares当たりの通貨")


def captions_and_footnotes(notes: tuple[Note, ...]) -> tuple[Text | None, tuple[Text, ...]]:
    """The caption and the footnotes among a number's notes; raises ValueError for two captions."""
    if not notes:
        return None, ()
    captions = [Text(**dict(note.readings)) for note in notes if note.kind == "caption"]
    if len(captions) > 1:
        raise Mistake(say("the figure has two captions", "数値に表示科目（caption）が二つあります。"))
    footnotes = tuple(Text(**dict(note.readings)) for note in notes if note.kind == "footnote")
    return (captions[0] if captions else None), footnotes


def notes_of(value: Number) -> tuple[Note, ...]:
    """A number's caption and footnotes as notes."""
    if value.caption is None and not value.footnotes:
        return ()
    footnotes = tuple(Note("footnote", footnote.readings) for footnote in value.footnotes)
    return footnotes if value.caption is None else (Note("caption", value.caption.readings), *footnotes)


@frozen
class Codec:
    """One kind's way to lexical form and back.

    python: the class of its values. encode: value to (lexical form, unit, decimals, notes).
    decode: fact to value. nil_unit: the unit of a nil fact.
    """

    python: type
    encode: Callable[[Any], tuple[str, Unit | None, int | None, tuple[Note, ...]]]
    decode: Callable[[Fact], Any]
    nil_unit: Unit | None = None


def _text_of(fact: Fact) -> str:
    assert fact.value is not None
    return fact.value


def _too_accurate(decimals: int) -> Mistake:
    return Mistake(
        say(
            "decimals {decimals} is beyond {most}",
            "精度（decimals）{decimals}が上限の{most}を超えています。",
            decimals=decimals,
            most=MAX_DECIMALS,
        )
    )


def _encode_money(value: Money) -> tuple[str, Unit | None, int | None, tuple[Note, ...]]:
    return decimal_text(value.amount), money_unit(value.currency), value.decimals, notes_of(value)


def _encode_per_share(value: Money) -> tuple[str, Unit | None, int | None, tuple[Note, ...]]:
    return decimal_text(value.amount), per_share_unit(value.currency), value.decimals, notes_of(value)


_money: Final = unchecked(Money)


def _decode_amount(fact: Fact, denominators: tuple[str, ...]) -> Money:
    currency = _currency(fact.unit, denominators)
    amount, decimals = parse_decimal(_text_of(fact)), fact.decimals
    if decimals is not None and not -MAX_DECIMALS <= decimals <= MAX_DECIMALS:
        raise _too_accurate(decimals)
    if not fact.notes:
        return _money(amount, currency, decimals)
    caption, footnotes = captions_and_footnotes(fact.notes)
    return Money(amount, currency, decimals, caption=caption, footnotes=footnotes)


def _decode_money(fact: Fact) -> Money:
    return _decode_amount(fact, ())


def _decode_per_share(fact: Fact) -> Money:
    return _decode_amount(fact, SHARES.numerators)


def _number(python: type[Shares] | type[Count] | type[Ratio], unit: Unit, what: str) -> Codec:
    make: Callable[..., Shares | Count | Ratio] = unchecked(python)
    met = unit  # the object last met: a report has one object a unit, so that most need no comparison

    def encode(value: Shares | Count | Ratio) -> tuple[str, Unit | None, int | None, tuple[Note, ...]]:
        return decimal_text(value.amount), unit, value.decimals, notes_of(value)

    def decode(fact: Fact) -> Shares | Count | Ratio:
        nonlocal met
        if fact.unit is not met:
            if fact.unit != unit:
                raise _unit_error(verbatim(what))
            met = fact.unit
        amount, decimals = parse_decimal(_text_of(fact)), fact.decimals
        if decimals is not None and not -MAX_DECIMALS <= decimals <= MAX_DECIMALS:
            raise _too_accurate(decimals)
        if not fact.notes:
            return make(amount, decimals)
        caption, footnotes = captions_and_footnotes(fact.notes)
        return python(amount, decimals, caption=caption, footnotes=footnotes)

    return Codec(python, encode, decode, unit)


def _simple(python: type, to_text: Callable[[Any], str], from_text: Callable[[str], Any]) -> Codec:
    def encode(value: Any) -> tuple[str, Unit | None, int | None, tuple[Note, ...]]:
        return to_text(value), None, None, ()

    def decode(fact: Fact) -> Any:
        if fact.notes:
            raise Mistake(_NOTES)
        return from_text(_text_of(fact))

    return Codec(python, encode, decode)


def text_of(python: type[Any], facts: Sequence[Fact]) -> Any:
    """The text or prose, an object of class `python`, of these facts, one a language; raises ValueError."""
    if len(facts) == 1:
        [fact] = facts
        if fact.language and fact.value and not fact.notes:
            return python.of_reading(fact.language, fact.value)
    readings: dict[str, str] = {}
    for fact in facts:
        if fact.notes:
            raise Mistake(_NOTES)
        if not fact.language:
            raise Mistake(say("the text has no language (xml:lang)", "文字列に言語（xml:lang）がありません。"))
        readings[fact.language] = _text_of(fact)
    return python.of_document(readings)


_NOTES: Final = say("footnotes are kept on numbers only", "脚注は数値にのみ付けられます。")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?")
_DURATION: Final = re.compile(r"P([0-9]{1,4})Y")


def parse_date(text: str) -> date:
    """An ``xs:date`` without a time zone; raises ValueError."""
    stripped = text.strip(_SPACE)
    try:
        if _DATE.fullmatch(stripped):
            return date.fromisoformat(stripped)
    except ValueError:
        pass
    raise Mistake(
        say(
            "{text!r} is not a date such as 2008-03-31",
            "{text!r}は日付ではありません。2008-03-31の形で記入してください。",
            text=text,
        )
    )


def parse_moment(text: str) -> datetime:
    """An ``xs:dateTime`` without a time zone; raises ValueError."""
    stripped = text.strip(_SPACE)
    try:
        if _MOMENT.fullmatch(stripped):
            return datetime.fromisoformat(stripped)
    except ValueError:
        pass
    raise Mistake(
        say(
            "{text!r} is not a date and time such as 2008-06-27T10:00:00",
            "{text!r}は日時ではありません。2008-06-27T10:00:00の形で記入してください。",
            text=text,
        )
    )


def _moment_text(value: datetime) -> str:
    if value.tzinfo is not None:
        raise Mistake(
            say(
                "{moment} has a time zone; times of a notice are local and have none",
                "{moment}に時差が付いています。招集通知の時刻は現地時刻で、時差を付けません。",
                moment=value.isoformat(),
            )
        )
    return value.isoformat()


def _parse_years(text: str) -> Years:
    match = _DURATION.fullmatch(text.strip(_SPACE))
    if match is None:
        raise Mistake(
            say(
                "{text!r} is not a number of years such as P5Y",
                "{text!r}は年数ではありません。P5Yの形で記入してください。",
                text=text,
            )
        )
    return Years(int(match[1]))


def _parse_flag(text: str) -> bool:
    stripped = text.strip(_SPACE)
    if stripped in ("true", "1"):
        return True
    if stripped in ("false", "0"):
        return False
    raise Mistake(say("{text!r} is neither true nor false", "{text!r}はtrueでもfalseでもありません。", text=text))


def _code_text(value: str) -> str:
    # The readings of Text are checked for what XML can hold; codes and addresses go through the same check.
    Text(en=value)
    if value != " ".join(value.split()):
        raise Mistake(
            say(
                "{value!r} has white space at its ends or more than one space",
                "{value!r}の前後に空白があるか、空白が連続しています。",
                value=value,
            )
        )
    return value


def parse_uri(text: str) -> str:
    """An absolute address; raises ValueError."""
    return _uri_text(text.strip(_SPACE))


def parse_code(text: str) -> str:
    """A code, white space at its ends taken off; raises ValueError for none."""
    collapsed = " ".join(text.split(None))
    if not collapsed:
        raise Mistake(say("the code is empty", "コードが空です。"))
    return collapsed


_URI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|\[|\]|%[0-9A-Fa-f]{2})+")


def _uri_text(value: str) -> str:
    if not _URI.fullmatch(value) or len(value) > 2_000:
        raise Mistake(
            say(
                "{text!r} is not an address such as http://www.example.com/IR/",
                "{text!r}はアドレスではありません。http://www.example.com/IR/の形で記入してください。",
                text=value[:80],
            )
        )
    return value


_CODECS: Final[dict[Kind, Codec]] = {
    "money": Codec(Money, _encode_money, _decode_money, money_unit(NIL_CURRENCY)),
    "per_share": Codec(Money, _encode_per_share, _decode_per_share, per_share_unit(NIL_CURRENCY)),
    "shares": _number(Shares, SHARES, "xbrli:shares"),
    "count": _number(Count, PURE, "xbrli:pure"),
    "ratio": _number(Ratio, PURE, "xbrli:pure"),
    "day": _simple(date, date.isoformat, parse_date),
    "moment": _simple(datetime, _moment_text, parse_moment),
    "month": _simple(YearMonth, str, lambda text: YearMonth.parse(text.strip(_SPACE))),
    "years": _simple(Years, lambda value: f"P{value.number}Y", _parse_years),
    "code": _simple(str, _code_text, parse_code),
    "uri": _simple(str, _uri_text, parse_uri),
    "flag": _simple(bool, lambda value: "true" if value else "false", _parse_flag),
}

LOCALIZED: Final[dict[Kind, type]] = {"words": Text, "prose": Block}
"""The kinds with one fact a language, and the class of their values."""


def _choice(python: type[Choice]) -> Codec:
    known = {each.value: each for each in python}

    def decode(text: str) -> Choice:
        try:
            return known[text.strip(_SPACE)]
        except KeyError:
            raise Mistake(
                say(
                    "{text!r} is none of: {known}",
                    "{text!r}は選択肢にありません。次のいずれかです: {known}",
                    text=text,
                    known=", ".join(known),
                )
            ) from None

    return _simple(python, lambda value: str(value.value), decode)


def _checked_code(check: Callable[[str], None]) -> Codec:
    def encode(value: str) -> str:
        check(_code_text(value))
        return value

    def decode(text: str) -> str:
        value = parse_code(text)
        check(value)
        return value

    return _simple(str, encode, decode)


def codec(concept: Concept, python: type) -> Codec:
    """The codec for a field of this concept whose values are of class `python`; not for text."""
    if concept.kind == "choice":
        if not issubclass(python, Choice):
            raise TypeError(f"a choice is an item.Choice, not {python.__name__}")
        return _choice(python)
    if concept.check is not None:
        if concept.kind != "code":
            raise TypeError(f"{concept.kind} has no check of its own; only a code has")
        return _checked_code(concept.check)
    found = _CODECS[concept.kind]
    if found.python is not python:
        raise TypeError(f"{concept.kind} takes {found.python.__name__}, not {python.__name__}")
    return found


def python_class(kind: Kind, candidates: tuple[type, ...]) -> type:
    """Of the classes in a field's type, the one of its values; raises TypeError if there is not exactly one."""
    values = [each for each in candidates if each not in (Dash, Nothing, type(None))]
    if len(values) != 1:
        raise TypeError(f"a field of kind {kind} needs one class of values, not {len(values)}")
    if kind in LOCALIZED and values[0] is not LOCALIZED[kind]:
        raise TypeError(f"{kind} takes {LOCALIZED[kind].__name__}, not {values[0].__name__}")
    return values[0]
