"""Every kind of value becomes a fact and is read back the same; what is none of its kind is refused."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filingexport.binding.values import (
    PURE,
    SHARES,
    Codec,
    UnitError,
    codec,
    decimal_text,
    money_unit,
    parse_date,
    parse_decimal,
    parse_moment,
    parse_uri,
    per_share_unit,
    python_class,
    shifted,
)
from filingexport.model.item import Choice, Concept, Kind
from filingexport.model.values import (
    Block,
    Count,
    Dash,
    Money,
    Nothing,
    Ratio,
    Shares,
    Text,
    YearMonth,
    Years,
)
from filingexport.report import Fact, Note, Period, Unit
from tests.strategies import accuracies, amounts, moneys, notes

JPY = money_unit("JPY")
ANY_DAY = Period(None, date(2008, 3, 31))


class Answer(Choice):
    YES = "Yes", "はい"
    NO = "No", "いいえ"


PYTHON: dict[Kind, type] = {
    "money": Money,
    "per_share": Money,
    "shares": Shares,
    "count": Count,
    "ratio": Ratio,
    "day": date,
    "moment": datetime,
    "month": YearMonth,
    "years": Years,
    "code": str,
    "uri": str,
    "flag": bool,
    "choice": Answer,
}


def of(kind: Kind) -> Codec:
    return codec(Concept(kind, "x", "x"), PYTHON[kind])


def fact(
    value: str, unit: Unit | None = None, decimals: int | None = None, about: tuple[Note, ...] = (), place: str = ""
) -> Fact:
    return Fact("x", ANY_DAY, unit=unit, value=value, decimals=decimals, notes=about, place=place)


def reread(kind: Kind, value: Any) -> Any:
    return of(kind).decode(fact(*of(kind).encode(value)))


@given(moneys, st.sampled_from(["money", "per_share"]))
def test_money_is_read_back_with_its_accuracy_caption_and_footnotes(value: Money, kind: Kind) -> None:
    assert reread(kind, value) == value


@given(amounts, accuracies, notes)
def test_numbers_are_read_back_with_their_accuracy_caption_and_footnotes(
    amount: Decimal, decimals: int | None, more: dict[str, Any]
) -> None:
    assert reread("shares", Shares(amount, decimals, **more)) == Shares(amount, decimals, **more)
    assert reread("count", Count(amount, decimals, **more)) == Count(amount, decimals, **more)
    assert reread("ratio", Ratio(amount, decimals, **more)) == Ratio(amount, decimals, **more)


@given(st.dates(), st.datetimes(), st.integers(1, 9999), st.integers(1, 12), st.integers(0, 9999))
def test_times_are_read_back(day: date, moment: datetime, year: int, month: int, years: int) -> None:
    assert reread("day", day) == day
    assert reread("moment", moment) == moment
    assert reread("month", YearMonth(year, month)) == YearMonth(year, month)
    assert reread("years", Years(years)) == Years(years)


@pytest.mark.parametrize(
    ("kind", "value", "text", "unit"),
    [
        ("money", Money(11_470_980_000, decimals=-3), "11470980000", JPY),
        ("money", Money("2530000.50", "USD", 2), "2530000.5", money_unit("USD")),
        ("per_share", Money("115449.63", decimals=2), "115449.63", per_share_unit("JPY")),
        ("shares", Shares("24.1", 1), "24.1", SHARES),
        ("count", Count("2E+5", -5), "200000", PURE),
        ("ratio", Ratio("0.2370", 3), "0.237", PURE),
        ("day", date(988, 3, 1), "0988-03-01", None),
        ("moment", datetime(2008, 6, 27, 10), "2008-06-27T10:00:00", None),
        ("month", YearMonth(1993, 4), "1993-04", None),
        ("years", Years(5), "P5Y", None),
        ("code", "3774", "3774", None),
        ("uri", "http://www.example.com/IR/?a=%20", "http://www.example.com/IR/?a=%20", None),
        ("flag", True, "true", None),
        ("flag", False, "false", None),
        ("choice", Answer.NO, "No", None),
    ],
)
def test_a_value_has_one_lexical_form(kind: Kind, value: Any, text: str, unit: Unit | None) -> None:
    assert of(kind).encode(value)[:2] == (text, unit)
    assert reread(kind, value) == value


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("day", "\n 2008-03-31\t", date(2008, 3, 31)),
        ("moment", " 2008-06-27T10:00:00.5 ", datetime(2008, 6, 27, 10, 0, 0, 500_000)),
        ("month", "\n1993-04\n", YearMonth(1993, 4)),
        ("years", " P05Y ", Years(5)),
        ("flag", " 1 ", True),
        ("flag", "0", False),
        ("code", " a \n b ", "a b"),
        ("uri", " http://example.com ", "http://example.com"),
        ("choice", "\tYes ", Answer.YES),
    ],
)
def test_space_around_a_value_is_not_part_of_it(kind: Kind, text: str, value: Any) -> None:
    assert of(kind).decode(fact(text)) == value


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        ("day", "2008-02-30", "is not a date such as 2008-03-31"),
        ("day", "2008-03-31Z", "is not a date such as 2008-03-31"),
        ("day", "20080331", "is not a date such as 2008-03-31"),
        ("day", "２００８-03-31", "is not a date such as 2008-03-31"),
        ("moment", "2008-06-27", "is not a date and time such as 2008-06-27T10:00:00"),
        ("moment", "2008-06-27T10:00:00+09:00", "is not a date and time such as 2008-06-27T10:00:00"),
        ("moment", "2008-06-27T25:00:00", "is not a date and time such as 2008-06-27T10:00:00"),
        ("month", "1993-13", "is not a month of a year"),
        ("month", "1993-04-01", "is not a month such as 1993-04"),
        ("years", "5", "is not a number of years such as P5Y"),
        ("years", "-P5Y", "is not a number of years such as P5Y"),
        ("years", "P10000Y", "is not a number of years such as P5Y"),
        ("flag", "yes", "is neither true nor false"),
        ("code", " \n ", "the code is empty"),
        ("uri", "no address", "is not an address such as"),
        ("choice", "Perhaps", "is none of: Yes, No"),
    ],
)
def test_a_fact_that_is_none_of_its_kind_is_refused(kind: Kind, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        of(kind).decode(fact(text))


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("moment", datetime(2008, 6, 27, tzinfo=UTC), "has a time zone; times of a notice are local"),
        ("code", " x", "has white space at its ends or more than one space"),
        ("code", "x  y", "has white space at its ends or more than one space"),
        ("code", "", "is empty"),
        ("code", "\x01", "character U+0001 at position 1 cannot be written in XML"),
        ("uri", "www.example.com", "is not an address such as"),
        ("uri", "http://example.com/" + "x" * 2_000, f"'{'http://example.com/' + 'x' * 61}' is not an address such as"),
    ],
)
def test_a_value_that_cannot_be_written_is_refused(kind: Kind, value: Any, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        of(kind).encode(value)


@pytest.mark.parametrize(
    "address", ["javascript", "//example.com", "http://example.com/東京", "http://example.com/%zz", "http://a b", ""]
)
def test_what_is_no_absolute_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="is not an address such as"):
        parse_uri(address)


@pytest.mark.parametrize(
    ("kind", "unit", "message"),
    [
        ("money", None, "a currency, such as iso4217:JPY"),
        ("money", PURE, "a currency, such as iso4217:JPY"),
        ("money", per_share_unit("JPY"), "a currency, such as iso4217:JPY"),
        ("money", Unit(JPY.numerators * 2), "a currency, such as iso4217:JPY"),
        ("per_share", JPY, "a currency divided by xbrli:shares"),
        ("shares", PURE, "xbrli:shares"),
        ("count", SHARES, "xbrli:pure"),
        ("ratio", None, "xbrli:pure"),
    ],
)
def test_a_number_in_another_unit_is_refused(kind: Kind, unit: Unit | None, message: str) -> None:
    with pytest.raises(UnitError, match=f"^the unit must be {message}$"):
        of(kind).decode(fact("1", unit))


@pytest.mark.parametrize(
    ("kind", "unit"),
    [
        ("money", JPY),
        ("per_share", per_share_unit("JPY")),
        ("shares", SHARES),
        ("count", PURE),
        ("ratio", PURE),
        ("day", None),
        ("flag", None),
    ],
)
def test_a_dash_has_the_unit_of_its_kind(kind: Kind, unit: Unit | None) -> None:
    assert of(kind).nil_unit == unit


def test_a_code_of_currency_is_checked() -> None:
    with pytest.raises(ValueError, match="'yen' is not a currency code"):
        of("money").decode(fact("1", money_unit("yen")))


@pytest.mark.parametrize("decimals", [1_001, -1_001])
def test_accuracy_is_bounded(decimals: int) -> None:
    with pytest.raises(ValueError, match=f"decimals {decimals} is beyond 1000"):
        of("count").decode(fact("1", PURE, decimals))


def test_a_figure_has_one_caption_and_no_footnote_twice() -> None:
    caption, footnote = Note("caption", (("en", "a"),)), Note("footnote", (("en", "b"),))
    read = of("count").decode(fact("1", PURE, 0, (footnote, caption)))
    assert read == Count(1, caption=Text(en="a"), footnotes=(Text(en="b"),))
    with pytest.raises(ValueError, match="the figure has two captions"):
        of("count").decode(fact("1", PURE, 0, (caption, caption)))
    with pytest.raises(ValueError, match="the same footnote stands twice"):
        of("count").decode(fact("1", PURE, 0, (footnote, footnote)))


@pytest.mark.parametrize(("text", "amount"), [("+5", "5"), (".5", "0.5"), ("5.", "5"), (" -0 ", "0"), ("007", "7")])
def test_decimals_are_read_as_xml_schema_has_them(text: str, amount: str) -> None:
    assert str(parse_decimal(text)) == amount


@pytest.mark.parametrize("text", ["", ".", "1e3", "1,000", "NaN", "INF", "１", "1 000", "0x1", "1_0", "--1", "\xa05"])
def test_what_is_no_decimal_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a decimal number"):
        parse_decimal(text)


def test_a_decimal_of_more_than_a_thousand_digits_is_refused() -> None:
    with pytest.raises(ValueError, match="a number of 1003 characters; at most 1000 digits are read"):
        parse_decimal("1" * 1_003)


@pytest.mark.parametrize(
    "amount", ["9" * 1_000, "-" + "9" * 1_000, "-" + "9" * 500 + "." + "9" * 500, "-0." + "0" * 998 + "1", "1E+999"]
)
def test_the_longest_numbers_are_read_back_exactly(amount: str) -> None:
    value = Money(Decimal(amount), decimals=None)
    assert value.amount == Decimal(amount)
    assert reread("money", value) == value


@given(amounts, st.integers(-50, 50))
def test_shifting_is_exact_and_comes_back(amount: Decimal, places: int) -> None:
    moved = shifted(amount, places)
    assert shifted(moved, -places) == amount
    assert "E" not in decimal_text(moved)
    assert parse_decimal(decimal_text(moved)) == moved


def test_shifting_does_not_round() -> None:
    digits = "1234567890" * 90
    assert shifted(Decimal(digits), 3) == Decimal(digits + "000")
    assert shifted(Decimal("-" + digits), -3) == Decimal(f"-{digits[:-3]}.{digits[-3:]}")


@pytest.mark.parametrize(
    ("amount", "text"), [("1E+3", "1000"), ("0E+2", "0"), ("0.100", "0.1"), ("100", "100"), ("-1.0", "-1")]
)
def test_decimals_have_one_spelling(amount: str, text: str) -> None:
    assert decimal_text(Decimal(amount)) == text


def test_dates_and_times_are_read_by_themselves() -> None:
    assert parse_date("2008-02-29") == date(2008, 2, 29)
    assert parse_moment("2008-06-27T10:00:00") == datetime(2008, 6, 27, 10)


def test_a_field_of_another_class_has_no_codec() -> None:
    with pytest.raises(TypeError, match="money takes Money, not Shares"):
        codec(Concept("money", "x", "x"), Shares)
    with pytest.raises(TypeError, match=r"a choice is an item\.Choice, not str"):
        codec(Concept("choice", "x", "x"), str)


def test_a_field_has_one_class_of_values() -> None:
    assert python_class("money", (Money, Dash, type(None))) is Money
    assert python_class("prose", (Block, Nothing, type(None))) is Block
    with pytest.raises(TypeError, match="needs one class of values, not 2"):
        python_class("money", (Money, Shares))
    with pytest.raises(TypeError, match="needs one class of values, not 0"):
        python_class("money", (Dash, Nothing, type(None)))
    with pytest.raises(TypeError, match="words takes Text, not Block"):
        python_class("words", (Block,))
