"""Figures are read as people print them, and printed so that they read the same."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filingexport.authoring.figures import (
    PrintedUnit,
    format_money,
    format_number,
    format_ratio,
    parse_money,
    parse_number,
    parse_ratio,
    parse_unit,
)
from filingexport.model.values import Money
from tests.strategies import accuracies, amounts

THOUSANDS = PrintedUnit("JPY", 3)
MILLIONS = PrintedUnit("JPY", 6)


@pytest.mark.parametrize(
    ("text", "unit", "amount", "currency", "decimals"),
    [
        ("11,470,980", THOUSANDS, 11_470_980_000, "JPY", -3),
        ("(19,555,489)", THOUSANDS, -19_555_489_000, "JPY", -3),
        ("-1,054,200", THOUSANDS, -1_054_200_000, "JPY", -3),
        ("△1,234", MILLIONS, -1_234_000_000, "JPY", -6),
        ("▲1,234", MILLIONS, -1_234_000_000, "JPY", -6),
        ("[16,771,209]", THOUSANDS, 16_771_209_000, "JPY", -3),
        ("1,234.5", MILLIONS, 1_234_500_000, "JPY", -5),
        ("JPY 303 million", THOUSANDS, 303_000_000, "JPY", -6),
        ("JPY 10,000 thousand", None, 10_000_000, "JPY", -3),
        ("JPY 100 billion", None, 100_000_000_000, "JPY", -9),
        ("12 million yen", None, 12_000_000, "JPY", -6),
        ("750 yen", THOUSANDS, 750, "JPY", 0),
        ("¥750 yen", None, 750, "JPY", 0),
        ("(1,234)", PrintedUnit("JPY", 0), -1_234, "JPY", 0),
        ("−5", PrintedUnit("JPY", 0), -5, "JPY", 0),
        ("¥1,000", MILLIONS, 1_000, "JPY", 0),
        ("¥206,478,000", None, 206_478_000, "JPY", 0),
        ("USD 2,530,000", THOUSANDS, 2_530_000, "USD", 0),
        ("JPY 115,449.63", None, Decimal("115449.63"), "JPY", 2),
        ("0", THOUSANDS, 0, "JPY", -3),
    ],
)
def test_money_as_printed(
    text: str, unit: PrintedUnit | None, amount: Decimal | int, currency: str, decimals: int
) -> None:
    assert parse_money(text, unit) == (amount, currency, decimals)


def test_a_unit_of_thousands_is_not_about_amounts_a_share() -> None:
    assert parse_money("25,100", THOUSANDS, scaled=False) == (Decimal(25_100), "JPY", 0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1,23",
        "1,2345",
        "1.2.3",
        "12 dozen",
        "one",
        "１２",
        "1e3",
        "--1",
        "1,234 (note)",
        "0x1F",
        "1_000",
        "(1",
        "9" * 2_501,
    ],
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not an amount|characters"):
        parse_money(text, THOUSANDS)


def test_money_of_more_than_a_thousand_digits_is_refused() -> None:
    with pytest.raises(ValueError, match="a number beyond 1000 digits"):
        Money(*parse_money("9" * 1_001, THOUSANDS))


def test_money_without_a_currency_says_what_to_write() -> None:
    with pytest.raises(ValueError, match=r"write it \(JPY 5\) or state a unit above \(unit: JPY thousands\)"):
        parse_money("5", None)


@pytest.mark.parametrize("text", ["USD 5 yen", "EUR 5 million yen"])
def test_money_in_two_currencies_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"'{text}' is in two currencies"):
        parse_money(text, None)


@pytest.mark.parametrize(
    ("text", "amount", "decimals"),
    [
        ("206,478", 206_478, 0),
        ("+218", 218, 0),
        ("24.1", Decimal("24.1"), 1),
        ("0", 0, 0),
        ("-3", -3, 0),
        ("2 million", 2_000_000, -6),
    ],
)
def test_numbers_as_printed(text: str, amount: Decimal | int, decimals: int) -> None:
    assert parse_number(text) == (amount, decimals)


@pytest.mark.parametrize("text", ["JPY 5", "5 yen", "5%", "many", ""])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number such as 206,478"):
        parse_number(text)


@pytest.mark.parametrize(
    ("text", "amount", "decimals"),
    [
        ("23.7%", "0.237", 3),
        ("100.0%", "1.000", 3),
        ("1.2 points", "0.012", 3),
        ("2.0points", "0.020", 3),
        ("-13.6%", "-0.136", 3),
        ("0.5", "0.5", 1),
        ("45%", "0.45", 2),
    ],
)
def test_ratios_as_printed(text: str, amount: str, decimals: int) -> None:
    assert parse_ratio(text) == (Decimal(amount), decimals)


@pytest.mark.parametrize("text", ["23,7%", "1,,%", "1,%", "12,34%", "%", ".5%", "5 %%", "JPY 5%", "many", ""])
def test_what_is_no_ratio_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a ratio such as 23\.7% or 1\.2 points"):
        parse_ratio(text)


@pytest.mark.parametrize("text", ["thousands", "JPY dozens", "yen", "jpy thousands", ""])
def test_what_is_no_unit_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a unit such as JPY thousands"):
        parse_unit(text)


def test_units() -> None:
    assert parse_unit("JPY thousands") == THOUSANDS
    assert parse_unit(" USD ") == PrintedUnit("USD", 0)


def test_a_thousand_digits_are_not_rounded() -> None:
    digits = "1234567890" * 90
    assert parse_money(digits, THOUSANDS)[0] == Decimal(digits + "000")
    assert parse_ratio("0." + digits + "%")[0] == Decimal("0.00" + digits)


@pytest.mark.parametrize("sign", ["", "-"])
@pytest.mark.parametrize("digits", ["1234567890" * 90, "9" * 1_000, "9" * 500 + "." + "9" * 500])
def test_the_longest_numbers_are_printed_and_read_exactly(sign: str, digits: str) -> None:
    amount = Decimal(sign + digits)
    places = len(digits.partition(".")[2])
    for unit in (None, THOUSANDS):
        for decimals in (None, places, 1_000):
            text, says_accuracy = format_money(amount, "JPY", decimals, unit)
            assert says_accuracy == (decimals is not None)
            assert parse_money(text, unit) == (amount, "JPY", places if decimals is None else decimals)
    assert parse_number(format_number(amount, places)[0]) == (amount, places)
    assert parse_ratio(format_ratio(amount, places + 2)[0]) == (amount, places + 2)


units = st.sampled_from([None, PrintedUnit("JPY", 0), THOUSANDS, MILLIONS, PrintedUnit("USD", 3)])


@given(amounts, st.sampled_from(["JPY", "USD"]), accuracies, units, st.booleans())
def test_printed_money_reads_the_same(
    amount: Decimal, currency: str, decimals: int | None, unit: PrintedUnit | None, scaled: bool
) -> None:
    text, says_accuracy = format_money(amount, currency, decimals, unit, scaled=scaled)
    read = parse_money(text, unit, scaled=scaled)
    assert read[:2] == (amount, currency)
    assert not says_accuracy or read[2] == decimals


@given(amounts, accuracies)
def test_printed_numbers_and_ratios_read_the_same(amount: Decimal, decimals: int | None) -> None:
    for printed, parse in (
        (format_number(amount, decimals), parse_number),
        (format_ratio(amount, decimals), parse_ratio),
    ):
        text, says_accuracy = printed
        read = parse(text)
        assert read[0] == amount
        assert not says_accuracy or read[1] == decimals


def test_figures_are_printed_as_they_would_be_in_a_notice() -> None:
    assert format_money(Decimal(11_470_980_000), "JPY", -3, THOUSANDS) == ("11,470,980", True)
    assert format_money(Decimal(303_000_000), "JPY", -6, THOUSANDS) == ("JPY 303 million", True)
    assert format_money(Decimal("115449.63"), "JPY", 2, None) == ("JPY 115,449.63", True)
    assert format_money(Decimal(5), "JPY", None, None) == ("JPY 5", False)
    assert format_ratio(Decimal("0.237"), 3) == ("23.7%", True)
    assert format_number(Decimal(200_000), -5) == ("200,000", False)
