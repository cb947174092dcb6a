"""What the rules read out of texts: dates, times, names of companies and people, definitions."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filingexport.checks.company_names import company_key, in_text, parted
from filingexport.checks.defined_terms import _in as defined_in
from filingexport.checks.printed_dates import add_months, dates, periods, times, years_between
from filingexport.checks.spelling import Near, person_key, stem, within_one
from filingexport.checks.texts import around

MONDAY, FRIDAY = 0, 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("held on Friday, June 27, 2008 at 10", [(2008, 6, 27, FRIDAY)]),
        ("June 27, 2008 (Friday)", [(2008, 6, 27, FRIDAY)]),
        ("27 June 2008", [(2008, 6, 27, None)]),
        ("On April 2007, Sept. 2008", [(2007, 4, None, None), (2008, 9, None, None)]),
        ("2026年６月26日（金曜日）", [(2026, 6, 26, FRIDAY)]),
        ("令和元年５月１日、平成20年３月", [(2019, 5, 1, None), (2008, 3, None, None)]),
        ("In 2008, 1,998 shares may be bought", []),
        ("3,000 shares of 2006 series", []),
        ("2026年度", []),
    ],
)
def test_dates_are_read_in_both_languages(text: str, expected: list[tuple[int, int, int | None, int | None]]) -> None:
    assert [(each.year, each.month, each.day, each.weekday) for each in dates(text)] == expected


def test_a_day_that_no_calendar_has_is_a_date_without_a_day() -> None:
    (found,) = dates("February 30, 2026")
    assert found.day == 30
    assert found.date is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10:00 a.m. and 5.30 pm", [time(10), time(17, 30)]),
        ("12:15 a.m., 12:15 p.m.", [time(0, 15), time(12, 15)]),
        ("午後６時30分、午前10時半", [time(18, 30), time(10, 30)]),
        ("24時間、午後25時", []),
        ("3 amendments", []),
    ],
)
def test_times_are_read_in_both_languages(text: str, expected: list[time]) -> None:
    assert times(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from April 1, 2007 to March 31, 2008", [(date(2007, 4, 1), date(2008, 3, 31))]),
        ("2025年４月１日から2026年３月31日まで", [(date(2025, 4, 1), date(2026, 3, 31))]),
        ("on April 1, 2007 and March 31, 2008", []),
        ("April 2007 to March 2008", []),
    ],
)
def test_periods_are_two_days_with_a_word_between(text: str, expected: list[tuple[date, date]]) -> None:
    assert [(first.date, last.date) for first, last in periods(text)] == expected


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(-600, 600))
def test_months_later_is_the_corresponding_day_or_the_last(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert later.day == day.day or add_months(later, 0).day >= 28


def test_whole_years_between_two_days() -> None:
    assert years_between(date(1960, 2, 29), date(2026, 2, 28)) == 65
    assert years_between(date(1960, 2, 29), date(2026, 3, 1)) == 66


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yasuro Tanahashi", "Yasurou Tanahashi"),
        ("Ohno Shinji", "Sinzi Ono"),
        ("Mr. Tarō Yamada", "Taro Yamada"),
        ("髙田 洋", "高田洋"),
    ],
)
def test_one_person_has_one_key(one: str, other: str) -> None:
    assert person_key(one) == person_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Ken Ito", "Kenji Ito"), ("高田洋", "高田宏"), ("Hiroshi Ota", "Hiroki Ota")]
)
def test_two_people_have_two(one: str, other: str) -> None:
    assert person_key(one) != person_key(other)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("hi-ho Inc.", ("hi-ho", "Inc.")),
        ("Net Care, Inc", ("Net Care", "Inc.")),
        ("Minato Co., Ltd.", ("Minato", "Co., Ltd.")),
        ("Aoba LTD", ("Aoba", "Ltd.")),
        ("株式会社アオバ", ("アオバ", "株式会社")),
        ("Deloitte Touche", ("Deloitte Touche", "")),
        ("Corporation", ("Corporation", "")),
    ],
)
def test_a_name_and_its_legal_form(name: str, expected: tuple[str, str]) -> None:
    assert parted(name) == expected


def test_one_company_has_one_key() -> None:
    assert (
        len(
            {
                company_key(each)
                for each in ("Life Net Insurance Inc.", "Lifenet Insurance Company", "LIFENET Insurance (Note)")
            }
        )
        == 1
    )
    assert company_key("Lifenet Insurance") != company_key("Lifenet Assurance")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("services of Net Care, Inc. and hi-ho Inc. grew", ["Net Care, Inc."]),
        ("Director of Bank of Aoba Co., Ltd.", ["Bank of Aoba Co., Ltd."]),
        ("the Corporation Law, the Company Auditors, our Company", []),
        ("Companies Act and Incorporated matters", []),
    ],
)
def test_companies_that_a_text_mentions(text: str, expected: list[str]) -> None:
    assert [name for _, _, name in in_text(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('hi-ho Inc. ("hi-ho")', ["hi-ho"]),
        ("(the “Company” or “IIJ”)", ["Company", "IIJ"]),
        ("Statements of Financial Accounting Standards (SFAS)", ["SFAS"]),
        ("株式会社アオバ（以下「当社」という。）", ["当社"]),
        ("a decrease (JPY) of notes", []),
        ("(see 「別紙」)", []),
    ],
)
def test_terms_that_a_text_defines(text: str, expected: list[str]) -> None:
    assert [term for term, _ in defined_in(text)] == expected


letters = st.text(st.sampled_from("abc"), max_size=7)


@given(letters, letters)
def test_one_letter_apart_is_one_edit(one: str, other: str) -> None:
    edits = {one, *(one[:at] + one[at + 1 :] for at in range(len(one)))}
    edits |= {one[:at] + each + one[at:] for at in range(len(one) + 1) for each in "abc"}
    edits |= {one[:at] + each + one[at + 1 :] for at in range(len(one)) for each in "abc"}
    edits |= {one[:at] + one[at + 1] + one[at] + one[at + 2 :] for at in range(len(one) - 1)}
    assert within_one(one, other) == (other in edits)
    assert within_one(other, one) == within_one(one, other)


@given(st.lists(letters, unique=True, max_size=12), letters)
def test_the_index_finds_what_comparing_with_all_finds(keys: list[str], key: str) -> None:
    near = Near()
    for each in keys:
        near.add(each)
    assert set(near.of(key)) == {each for each in keys if each != key and within_one(key, each)}


def test_endings_by_which_one_thing_is_written_in_two_ways() -> None:
    assert stem("companies") == stem("company")
    assert stem("systems") == stem("system")
    assert stem("business") == "business"


def test_a_place_in_a_text_is_cut_at_words() -> None:
    text = "The quick brown fox jumps over the lazy dog\nand then it sleeps for a long while"
    begin = text.index("lazy")
    assert around(text, begin, begin + 4, 12) == "…over the lazy dog and…"
    assert around("lazy", 0, 4) == "lazy"
