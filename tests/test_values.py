"""Values hold what is printed, exactly, and refuse what cannot be said."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given

from filingexport.binding.plan import Leaf, plans
from filingexport.model import item
from filingexport.model.filing import Filing
from filingexport.model.notice_attendance import MeetingForm
from filingexport.model.values import DASH, Block, Count, Money, Nothing, Ratio, Shares, Text, YearMonth, Years
from tests.strategies import amounts


def test_money_is_equal_only_if_all_that_is_printed_is_equal() -> None:
    assert Money(1) == Money("1.0", "JPY", 0)
    assert Money(1) != Money(1, "USD")
    assert Money(1) != Money(1, "JPY", -3)
    assert Money(1) != Money(1, "JPY", None)
    assert Money(1) != Money(1, caption=Text(en="Sales"))
    assert len({Money(1), Money("1.00"), Money(1, decimals=-3)}) == 2


def test_kinds_of_numbers_are_not_each_other() -> None:
    assert len({Shares(1), Count(1), Ratio(1), Money(1)}) == 4


def test_values_cannot_be_changed() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Money(1).amount = Decimal(2)  # type: ignore[misc]


@pytest.mark.parametrize("amount", [1.5, True, None, float("nan"), object()])
def test_an_amount_is_never_a_float(amount: Any) -> None:
    with pytest.raises(TypeError, match="amounts are Decimal, int or digits in a string"):
        Money(amount)


@pytest.mark.parametrize(
    "amount", ["NaN", "Infinity", "abc", "", Decimal("sNaN"), "1" * 1_003, Decimal("1E+1001"), Decimal("1E-1001"),
     Decimal("1" * 1_001), Decimal("-1E-1000"), Decimal("1" * 600 + "." + "1" * 600)]
)  # fmt: skip
def test_an_amount_is_a_finite_number_of_a_thousand_digits_at_most(amount: Any) -> None:
    with pytest.raises(ValueError, match=r"not a number|not a finite number|digits"):
        Money(amount)


def test_zeros_at_the_end_of_a_fraction_do_not_count_as_digits() -> None:
    assert Money(Decimal("1" * 600 + "." + "0" * 600)).amount == Decimal("1" * 600)


def test_there_is_one_zero() -> None:
    assert str(Money("-0").amount) == "0"


@pytest.mark.parametrize("currency", ["yen", "jpy", "¥", "", "JPYX", None])
def test_a_currency_is_a_code(currency: Any) -> None:
    with pytest.raises(ValueError, match="is not a currency code such as JPY"):
        Money(1, currency)


@pytest.mark.parametrize("decimals", [1_001, -1_001])
def test_decimals_are_bounded(decimals: int) -> None:
    with pytest.raises(ValueError, match="is beyond 1000"):
        Count(1, decimals)


@pytest.mark.parametrize("decimals", [1.0, "0", True])
def test_decimals_are_whole(decimals: Any) -> None:
    with pytest.raises(TypeError, match="not a whole number"):
        Ratio(1, decimals)


def test_one_footnote_stands_once() -> None:
    with pytest.raises(ValueError, match="the same footnote stands twice"):
        Money(1, footnotes=(Text(en="a"), Text(en="a")))


@given(amounts)
def test_an_amount_is_kept_exactly(amount: Decimal) -> None:
    assert Money(amount).amount == amount


def test_text_has_its_languages() -> None:
    text = Text(ja="東京", en="Tokyo")
    assert text == Text(en="Tokyo", ja="東京")
    assert text.languages() == ("en", "ja")
    assert (text.get("ja"), text.get("de"), str(text), str(Text(ja="東京"))) == ("東京", None, "Tokyo", "東京")
    assert repr(text) == "Text(en='Tokyo', ja='東京')"


@pytest.mark.parametrize("kind", [Text, Block, Nothing])
def test_text_needs_a_language_and_content(kind: type) -> None:
    with pytest.raises(ValueError, match="needs at least one language"):
        kind()
    with pytest.raises(ValueError, match="the text in en is empty"):
        kind(en="")
    with pytest.raises(TypeError, match="the text in en is a int"):
        kind(en=1)


@pytest.mark.parametrize("kind", [Text, Block, Nothing])
@pytest.mark.parametrize("tag", ["no language", "", "en-", "-en", "en_US", "日本語", "en\n", "abcdefghi"])
def test_a_bad_language_tag_is_refused(kind: type, tag: str) -> None:
    with pytest.raises(ValueError, match="is not a language tag such as en or ja"):
        kind(**{tag: "<p>x</p>"})


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x1b", "\udfff", "\ufffe", "\uffff"])
def test_text_refuses_what_xml_cannot_hold(character: str) -> None:
    with pytest.raises(ValueError, match=rf"character U\+{ord(character):04X} at position 3 cannot be written in XML"):
        Text(en="ab" + character)


@pytest.mark.parametrize("text", ["\t", "\r\n", "葛\U000e0100城市", "𠮷野家", "ｱｲｳ", "\u202e", "\x85", "e\u0301", "é"])
def test_text_is_kept_to_the_character(text: str) -> None:
    assert Text(ja=text).get("ja") == text


def test_kinds_of_text_are_not_each_other() -> None:
    assert len({Text(en="x"), Nothing(en="x")}) == 2
    assert repr(DASH) == "DASH"


def test_a_month_is_a_month() -> None:
    assert str(YearMonth.parse("1993-04")) == "1993-04"
    assert YearMonth(1993, 4) < YearMonth(1994, 1)
    for wrong in ("1993-13", "1993-4", "April 1993", "0000-01"):
        with pytest.raises(ValueError, match="is not a month"):
            YearMonth.parse(wrong)


@pytest.mark.parametrize(("year", "month"), [(1993.0, 4), (1993, 4.0), (True, 4), (10_000, 1), (1993, 0)])
def test_a_month_is_two_whole_numbers(year: Any, month: Any) -> None:
    with pytest.raises(ValueError, match="is not a month of a year"):
        YearMonth(year, month)


@pytest.mark.parametrize("number", [-1, 10_000, True, 1.5, "5"])
def test_years_are_bounded(number: Any) -> None:
    with pytest.raises(ValueError, match="is not a number of years"):
        Years(number)


def choices() -> list[type[item.Choice]]:
    """Every closed list that an item of the model takes."""
    leaves = [each for at in plans(Filing).values() for each in at.entries if isinstance(each, Leaf)]
    return sorted({each.python for each in leaves if each.concept.kind == "choice"}, key=lambda each: each.__name__)


@pytest.mark.parametrize("cls", choices(), ids=lambda cls: cls.__name__)
def test_every_value_of_a_closed_list_is_named_in_both_languages(cls: type[item.Choice]) -> None:
    english = [item.choice_label(each, "en") for each in cls]
    japanese = [item.choice_label(each, "ja") for each in cls]
    assert len(set(english)) == len(set(japanese)) == len(cls) > 1
    assert all(label.isascii() and label[:1].isupper() for label in english)
    assert all(re.search("[\\u3040-\\u9fff]", label) for label in japanese)
    for each in cls:
        assert each is item.choice_named(cls, each.value) is item.choice_named(cls, each.label.ja)


def test_a_closed_list_names_what_it_has() -> None:
    with pytest.raises(ValueError, match="'hybrid' is none of: physical, hybrid where"):
        item.choice_named(MeetingForm, "hybrid")
