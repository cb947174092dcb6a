"""The values a notice is made of: amounts with their accuracy, text with its language.

Every value is immutable, and equal to another only if everything printed about it is equal:
``Money(1, "JPY", -3)`` and ``Money(1, "JPY", 0)`` are two statements. No value is ever a float.

A field of a notice is in one of three states, kept apart through every format:

- it has a value;
- it discloses that there is none: `Nothing` (with the sentence that says so) or `DASH`;
- it is not disclosed: ``None``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import lru_cache
from typing import Final, Self

from attrs import field

from filingexport.characters import check_characters
from filingexport.declaring import frozen
from filingexport.languages import in_usual_case, is_tag
from filingexport.model import xhtml
from filingexport.said import Mistake, WrongType, say

MAX_DIGITS: Final = 1_000
"""Digits a number may have: enough for any amount, few enough to convert at once."""
MAX_DECIMALS: Final = 1_000
"""Bound of `decimals` in either direction, so that no power of ten is unbounded."""

_CURRENCY: Final = re.compile(r"[A-Z]{3}")


class Dash(Enum):
    """A printed dash: the notice says that the item exists and that there is nothing in it."""

    DASH = "-"

    def __repr__(self) -> str:
        return "DASH"


DASH: Final = Dash.DASH


_set: Final = object.__setattr__  # the classes are frozen


class _Localized:
    """What `Text`, `Block` and `Nothing` share: one reading a language, in the order of the language tags."""

    __slots__ = ()
    readings: tuple[tuple[str, str], ...]

    def languages(self) -> tuple[str, ...]:
        """The language tags (BCP 47) it is given in."""
        return tuple(language for language, _ in self.readings)

    def get(self, language: str) -> str | None:
        """The reading in exactly this language, or None."""
        for tag, reading in self.readings:
            if tag == language:
                return reading
        return None

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.readings)

    def __str__(self) -> str:
        return self.get("en") or self.readings[0][1]


@lru_cache(maxsize=256)
def _language(tag: str) -> str:
    if not isinstance(tag, str) or not is_tag(tag):
        raise Mistake(
            say(
                "{tag!r} is not a language tag such as en or ja (BCP 47)",
                "{tag!r}は言語タグではありません。enやjaのように記入してください（BCP 47）。",
                tag=tag,
            )
        )
    return in_usual_case(tag)


def _written(text: str) -> str:
    check_characters(text)
    return text


def _as_it_is(text: str) -> str:
    return text


def _readings(readings: dict[str, str], brought: Callable[[str], str] = _written) -> tuple[tuple[str, str], ...]:
    """The readings in order, each brought to the form it is kept in; raises ValueError."""
    if not readings:
        raise Mistake(
            say(
                "a text needs at least one language; use None for what is not disclosed",
                "文字列には少なくとも一つの言語が必要です。開示しない場合はNoneとしてください。",
            )
        )
    if len(readings) == 1:
        [(tag, reading)] = readings.items()
        if type(reading) is str and reading:
            return ((_language(tag), brought(reading)),)
    said: dict[str, str] = {}
    for tag, reading in readings.items():
        language = _language(tag)
        if language in said:
            raise Mistake(
                say("the language {language} is given twice", "言語{language}が二度あります。", language=language)
            )
        if not isinstance(reading, str):
            raise WrongType(
                say(
                    "the text in {language} is a {type}, not a string",
                    "言語{language}の値は文字列でなければなりません（{type}です）。",
                    language=language,
                    type=type(reading).__name__,
                )
            )
        if not reading:
            raise Mistake(
                say(
                    "the text in {language} is empty; leave it out instead",
                    "言語{language}の文字列が空です。なければ削除してください。",
                    language=language,
                )
            )
        said[language] = brought(reading)
    return tuple(said.items()) if len(said) == 1 else tuple(sorted(said.items()))


@frozen(init=False, repr=False)
class Text(_Localized):
    """A name, caption or sentence in one or more languages: ``Text(en="Tokyo", ja="東京")``.

    The characters are kept exactly (no normalisation); language tags are brought to their usual case, ``zh-Hans``.
    Raises ValueError for no language, an empty reading, a malformed language tag (BCP 47) or a character XML 1.0
    cannot hold.
    """

    readings: tuple[tuple[str, str], ...]

    def __init__(self, **readings: str) -> None:
        _set(self, "readings", _readings(readings))

    @classmethod
    def of_document(cls, readings: dict[str, str]) -> Self:
        """The same of readings out of a document, whose reader has seen to the characters."""
        made = object.__new__(cls)
        _set(made, "readings", _readings(readings, _as_it_is))
        return made

    @classmethod
    def of_reading(cls, language: str, reading: str) -> Self:
        """The same of the only reading, which is not empty."""
        made = object.__new__(cls)
        _set(made, "readings", ((_language(language), reading),))
        return made

    def __repr__(self) -> str:
        return "Text(" + ", ".join(f"{lang}={text!r}" for lang, text in self.readings) + ")"


@frozen(init=False, repr=False)
class Block(_Localized):
    """Prose with structure (paragraphs, lists, tables, emphasis), as XHTML, in one or more languages.

    ``Block(en="<p>First.</p><p>Second.</p>")``. The markup is the subset that `filingexport.model.xhtml`
    describes and is brought to its one canonical form, so that equal prose is equal text.
    Raises ValueError where the markup is not well-formed or not of that subset.
    """

    readings: tuple[tuple[str, str], ...]

    def __init__(self, **readings: str) -> None:
        _set(self, "readings", _readings(readings, xhtml.canonical))

    @classmethod
    def of_document(cls, readings: dict[str, str]) -> Self:
        """The same of readings out of a document, whose reader has seen to the characters."""
        made = object.__new__(cls)
        _set(made, "readings", _readings(readings, xhtml.canonical_of_document))
        return made

    @classmethod
    def of_reading(cls, language: str, reading: str) -> Self:
        """The same of the only reading, which is not empty."""
        made = object.__new__(cls)
        _set(made, "readings", ((_language(language), xhtml.canonical_of_document(reading)),))
        return made

    def plain(self, language: str) -> str:
        """The text without its markup, one line a paragraph, item or row; raises KeyError for a language it has not."""
        reading = self.get(language)
        if reading is None:
            raise KeyError(language)
        return xhtml.plain(reading)

    def __repr__(self) -> str:
        return "Block(" + ", ".join(f"{lang}={text!r}" for lang, text in self.readings) + ")"


@frozen(init=False, repr=False)
class Nothing(_Localized):
    """A disclosed nothing, with the sentence that says so: ``Nothing(en="There is nothing to report on this subject.")``.

    In a filing it is a nil fact (XBRL 2.1, 4.6.2) with the sentence as its footnote.
    """

    readings: tuple[tuple[str, str], ...]

    def __init__(self, **readings: str) -> None:
        _set(self, "readings", _readings(readings))

    def __repr__(self) -> str:
        return "Nothing(" + ", ".join(f"{lang}={text!r}" for lang, text in self.readings) + ")"


def to_decimal(value: Decimal | int | str) -> Decimal:
    """An exact Decimal; raises TypeError for a float or bool and ValueError for what is no finite number."""
    if isinstance(value, (bool, float)) or not isinstance(value, (Decimal, int, str)):
        raise WrongType(
            say(
                "{value!r} is a {type}; amounts are Decimal, int or digits in a string",
                "{value!r}は{type}です。金額はDecimal、int又は数字の文字列としてください。",
                value=value,
                type=type(value).__name__,
            )
        )
    if isinstance(value, str) and len(value) > MAX_DIGITS + 2:
        raise Mistake(
            say(
                "a number of {count} characters; at most {most} digits are taken",
                "数値が{count}文字あります。扱えるのは{most}桁までです。",
                count=len(value),
                most=MAX_DIGITS,
            )
        )
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise Mistake(say("{value!r} is not a number", "{value!r}は数値ではありません。", value=value)) from None
    if not number.is_finite():
        raise Mistake(say("{value} is not a finite number", "{value}は有限の数値ではありません。", value=value))
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)  # finite
    whole = max(number.adjusted() + 1, 1)
    if whole > MAX_DIGITS or exponent < -MAX_DIGITS:
        raise Mistake(say("a number beyond {most} digits", "数値が{most}桁を超えています。", most=MAX_DIGITS))
    # Together they are one text that is read back; zeros at the end of a fraction are not written.
    if whole - exponent > MAX_DIGITS and len(format(number.copy_abs(), "f").rstrip("0")) > MAX_DIGITS + 1:
        raise Mistake(say("a number beyond {most} digits", "数値が{most}桁を超えています。", most=MAX_DIGITS))
    return number if number else abs(number)  # there is one zero


def _check_decimals(_: object, __: object, value: int | None) -> None:
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongType(
            say(
                "decimals {value!r} is a {type}, not a whole number",
                "精度（decimals）{value!r}は{type}であり、整数ではありません。",
                value=value,
                type=type(value).__name__,
            )
        )
    if abs(value) > MAX_DECIMALS:
        raise Mistake(
            say(
                "decimals {decimals} is beyond {most}",
                "精度（decimals）{decimals}が上限の{most}を超えています。",
                decimals=value,
                most=MAX_DECIMALS,
            )
        )


def _check_currency(_: object, __: object, value: str) -> None:
    if not isinstance(value, str) or not _CURRENCY.fullmatch(value):
        raise Mistake(
            say(
                "{value!r} is not a currency code such as JPY (ISO 4217)",
                "{value!r}は通貨コードではありません。JPYのように記入してください（ISO 4217）。",
                value=value,
            )
        )


def _check_footnotes(_: object, __: object, value: tuple[Text, ...]) -> None:
    if value and len(set(value)) != len(value):
        raise Mistake(say("the same footnote stands twice on one figure", "一つの数値に同じ脚注が二度付いています。"))


@frozen(weakref_slot=False)  # so that `unchecked` can make them
class Money:
    """An amount of money.

    amount: exact, in whole units of the currency (yen, not thousands).
    currency: ISO 4217 code.
    decimals: accuracy as XBRL 2.1 (4.6.5) has it: -3 for figures printed in thousands, 0 for whole units,
        2 for two places; None for exact (INF).
    caption: the caption printed beside the figure, where it is not the standard label.
    footnotes: the texts that marks on the figure refer to.
    """

    amount: Decimal = field(converter=to_decimal)
    currency: str = field(default="JPY", validator=_check_currency)
    decimals: int | None = field(default=0, validator=_check_decimals)
    caption: Text | None = field(default=None, kw_only=True)
    footnotes: tuple[Text, ...] = field(default=(), validator=_check_footnotes, kw_only=True)


@frozen
class _Number:
    amount: Decimal = field(converter=to_decimal)
    decimals: int | None = field(default=0, validator=_check_decimals)
    caption: Text | None = field(default=None, kw_only=True)
    footnotes: tuple[Text, ...] = field(default=(), validator=_check_footnotes, kw_only=True)


@frozen
class Shares(_Number):
    """A number of shares (unit ``xbrli:shares``); `decimals` 1 for 24.1 shares, None for exact."""


@frozen
class Count(_Number):
    """A number of persons, companies, meetings, rights … (unit ``xbrli:pure``); decimals -5 for "some 200,000"."""


@frozen
class Ratio(_Number):
    """A ratio as a fraction (unit ``xbrli:pure``): 23.7 % is ``Ratio(Decimal("0.237"), 3)``, 1.2 points ``Ratio("0.012", 3)``."""


Number = Money | Shares | Count | Ratio


@frozen(order=True)
class YearMonth:
    """A month of a year, as careers print it (``xs:gYearMonth``); raises ValueError outside years 1 to 9999, months 1 to 12."""

    year: int
    month: int

    def __attrs_post_init__(self) -> None:
        whole = type(self.year) is int and type(self.month) is int
        if not (whole and 1 <= self.year <= 9999 and 1 <= self.month <= 12):
            raise Mistake(
                say(
                    "{year}-{month} is not a month of a year",
                    "{year}-{month}は年月ではありません。",
                    year=self.year,
                    month=self.month,
                )
            )

    @classmethod
    def parse(cls, text: str) -> Self:
        """From ``1993-04``; raises ValueError."""
        match = re.fullmatch(r"([0-9]{4})-([0-9]{2})", text)
        if match is None:
            raise Mistake(
                say(
                    "{text!r} is not a month such as 1993-04",
                    "{text!r}は年月ではありません。1993-04の形で記入してください。",
                    text=text,
                )
            )
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


@frozen(order=True)
class Years:
    """A length of time in years, as useful lives are printed (``xs:duration``, ``P5Y``); raises ValueError below 0 or above 9999."""

    number: int

    def __attrs_post_init__(self) -> None:
        if type(self.number) is not int or not 0 <= self.number <= 9999:
            raise Mistake(
                say(
                    "{number} is not a number of years from 0 to 9999",
                    "{number}は0から9999までの年数ではありません。",
                    number=self.number,
                )
            )


# What a field may hold, by kind: a value, a disclosed nothing where the kind has one, or not disclosed.
Amount = Money | Dash | None
Quantity = Shares | Dash | None
Tally = Count | Dash | None
Rate = Ratio | Dash | None
Words = Text | Nothing | Dash | None
Prose = Block | Nothing | None
