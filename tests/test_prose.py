"""Sentences of a business report, and what is read from them; others are passed over."""

from __future__ import annotations

from decimal import Decimal
from time import perf_counter

import pytest

from filingexport.checks.prose import amounts, claims, counts, normal, plain_numbers, ratios, sentences
from filingexport.model.meaning import Measure
from filingexport.model.values import Money

MILLION = 1_000_000


@pytest.mark.parametrize(
    ("text", "amount", "decimals"),
    [
        ("JPY 66,835 million", 66_835 * MILLION, -6),
        ("JPY303 million", 303 * MILLION, -6),
        ("¥1,000", 1_000, 0),
        ("1,750 yen", 1_750, 0),
        ("JPY 1.5 billion", 1_500 * MILLION, -8),
        ("JPY 1.25 billion", 1_250 * MILLION, -7),
        ("12.345億円", 1_234_500_000, -5),
        ("７８,４５０百万円", 78_450 * MILLION, -6),
        ("329,675千円", 329_675_000, -3),
        ("1億2,000万円", 120 * MILLION, -4),
        ("12億円", 1_200 * MILLION, -8),
        ("△3,000千円", -3_000_000, -3),
        ("USD 2,530,000", 2_530_000, 0),
    ],
)
def test_amounts(text: str, amount: int, decimals: int) -> None:
    (mention,) = amounts(normal(text))
    assert isinstance(mention.value, Money)
    assert (mention.value.amount, mention.value.decimals) == (Decimal(amount), decimals)


def test_ratios_and_numbers() -> None:
    assert [each.value.decimals for each in ratios(normal("7% 7.3% 7.32% 1.234 points"))] == [2, 3, 4, 5]
    assert [(each.value.amount, each.points) for each in ratios(normal("７.３％増、1.2 points, 2.0ポイント"))] == [
        (Decimal("0.073"), False), (Decimal("0.012"), True), (Decimal("0.020"), True),
    ]  # fmt: skip
    assert plain_numbers("eight(8) of 1,373 in FY2007") >= {Decimal(8), Decimal(1373)}
    assert [*sentences("By IIJ Co., Ltd. Revenue fell. It rose.", "en")] == [
        "By IIJ Co., Ltd. Revenue fell.", "It rose.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "measure", "of", "direction", "change", "amount"),
    [
        ("As a result, revenues of the Group for FY2007 increased by 17.1% to JPY 66,835 million compared to FY2006.",
         Measure.REVENUE, "", 1, "0.171", 66_835),
        ("Net sales were JPY 78,450 million (up 7.3%).", Measure.REVENUE, "", 1, "0.073", 78_450),
        ("Revenue fell from JPY 431,850 million to JPY 412,300 million.", Measure.REVENUE, "", -1, None, 412_300),
        ("The operating loss was JPY 67,110 million.", Measure.OPERATING_INCOME, "", 0, None, -67_110),
        ("Operating income increased by JPY 1,259 million to JPY 4,759 million, mainly due to sales of JPY 9 million.",
         Measure.OPERATING_INCOME, "", 1, None, 4_759),
        ("Revenues from SI increased by 11.4% to JPY 34,018 million.", Measure.REVENUE, "from SI", 1, "0.114", 34_018),
        ("Sales increased in Asia by 5.0%.", Measure.REVENUE, "in Asia", 1, "0.050", None),
        ("売上高は78,450百万円（前期比7.3％増）となりました。", Measure.REVENUE, "", 1, "0.073", 78_450),
        ("連結売上高は前期比2.1％減の70,000百万円となりました。", Measure.REVENUE, "", -1, "0.021", 70_000),
        ("営業利益は前期を500百万円上回る7,914百万円となりました。", Measure.OPERATING_INCOME, "", 0, None, 7_914),
        ("経常利益は8,000百万円から8,481百万円に増加しました。", Measure.ORDINARY_INCOME, "", 1, None, 8_481),
        ("当期純損失は1,200百万円となりました。", Measure.NET_INCOME, "", 0, None, -1_200),
    ],
)  # fmt: skip
def test_what_is_read(
    text: str, measure: Measure, of: str, direction: int, change: str | None, amount: int | None
) -> None:
    (claim,) = claims(text, "ja" if "、" in text or "。" in text else "en")
    assert (claim.measure, claim.of, claim.direction) == (measure, of, direction)
    assert (claim.change.amount if claim.change else None) == (Decimal(change) if change else None)
    assert (claim.amount.amount if claim.amount else None) == (amount * MILLION if amount is not None else None)


@pytest.mark.parametrize(
    ("text", "language", "direction", "change", "points", "ratio", "amount", "quote"),
    [
        ("Operating margin increased by 1.2 points to 16.8%.", "en", 1, "0.012", True, "0.168", None,
         "Operating margin increased by 1.2 points to 16.8%."),
        ("Operating margin ratio continued to increase to 7.1%.", "en", 1, None, False, "0.071", None,
         "Operating margin ratio continued to increase to 7.1%."),
        ("Revenue fell by 3.2% from 5.1%.", "en", -1, "0.032", False, None, None, "Revenue fell by 3.2% from 5.1%."),
        ("Net income was JPY 1,200 million, less than JPY 1,500 million.", "en", 0, None, False, None, 1_200,
         "Net income was JPY 1,200 million, less than JPY 1,500 million."),
        ("Revenue grew over JPY 500 million to JPY 900 million.", "en", 1, None, False, None, 900,
         "Revenue grew over JPY 500 million to JPY 900 million."),
        ("営業利益率は0.5ポイント上昇し7.1％となりました。", "ja", 1, "0.005", True, "0.071", None, "営業利益率は0.5ポイント上昇し7.1%となりました"),
        ("当期純損失は△1,200百万円となりました。", "ja", 0, None, False, None, -1_200, "当期純損失は△1,200百万円となりました"),
        ("売上高は原油高の影響で1,000百万円減の9,000百万円となりました。", "ja", -1, None, False, None, 9_000,
         "売上高は原油高の影響で1,000百万円減の9,000百万円となりました"),
    ],
)  # fmt: skip
def test_all_that_a_sentence_says(
    text: str,
    language: str,
    direction: int,
    change: str | None,
    points: bool,
    ratio: str | None,
    amount: int | None,
    quote: str,
) -> None:
    (claim,) = claims(text, language)
    assert (claim.direction, claim.points, claim.quote) == (direction, points, quote)
    told = [each.amount if each else None for each in (claim.change, claim.ratio, claim.amount)]
    assert told == [
        Decimal(change) if change else None, Decimal(ratio) if ratio else None, amount * MILLION if amount else None,
    ]  # fmt: skip


def test_sentences_of_two_measures_are_parted() -> None:
    text = "Revenue was up 3% and operating income was down 4.5% to JPY 90 million."
    assert [(each.measure, each.direction, each.quote) for each in claims(text, "en")] == [
        (Measure.REVENUE, 1, "Revenue was up 3% and"),
        (Measure.OPERATING_INCOME, -1, "operating income was down 4.5% to JPY 90 million."),
    ]
    text = "売上高は前期比2.1％減、営業利益は5.0％増の900百万円となりました。"
    assert [(each.measure, each.direction, each.quote) for each in claims(text, "ja")] == [
        (Measure.REVENUE, -1, "売上高は前期比2.1%減"),
        (Measure.OPERATING_INCOME, 1, "営業利益は5.0%増の900百万円となりました"),
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Monthly recurring revenues increased by 23.7%.", "en"),
        ("The Group would like to achieve over JPY 100 billion in revenues.", "en"),
        ("Revenue is expected to be JPY 90,000 million next year.", "en"),
        ("Operating income in the first half was JPY 2,000 million.", "en"),
        ("国内の売上高は1,000百万円となりました。", "ja"),
        ("次期の売上高は90,000百万円を見込んでおります。", "ja"),
        ("第４四半期の営業利益は900百万円となりました。", "ja"),
        ("El beneficio neto fue de JPY 1 million.", "es"),
    ],
)
def test_what_is_passed_over(text: str, language: str) -> None:
    assert [each for each in claims(text, language) if not each.of and each.amount] == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Aoba has nine consolidated subsidiaries.", "en", [(Measure.CONSOLIDATED_SUBSIDIARIES, 9)]),
        ("There are 38 consolidated subsidiaries and 4 investments accounted for using the equity method.", "en",
         [(Measure.CONSOLIDATED_SUBSIDIARIES, 38), (Measure.EQUITY_METHOD_INVESTEES, 4)]),
        ("連結子会社の数は９社であります。", "ja", [(Measure.CONSOLIDATED_SUBSIDIARIES, 9)]),
        ("持分法を適用した関連会社の数は２社であります。", "ja", [(Measure.EQUITY_METHOD_INVESTEES, 2)]),
        ("Two new consolidated subsidiaries were added; an increase of 218 employees.", "en", []),
        ("New are two consolidated subsidiaries.", "en", []),
        ("新たに連結子会社は2社であります。", "ja", []),
        ("We have 1,234 employees, of whom two employees assist the committee.", "en", [(Measure.EMPLOYEES, 1_234)]),
        ("There are nine (9) consolidated subsidiaries.", "en", [(Measure.CONSOLIDATED_SUBSIDIARIES, 9)]),
        ("従業員数は1,234名であります。", "ja", [(Measure.EMPLOYEES, 1_234)]),
    ],
)  # fmt: skip
def test_counts(text: str, language: str, expected: list[tuple[Measure, int]]) -> None:
    assert [(measure, int(number)) for measure, number, _ in counts(text, language)] == expected


@pytest.mark.parametrize(
    "piece",
    ["1", "1,234,", "1億", "revenue ", "売上高は", "revenue of ", "(revenue was ", "JPY 1 million, ", "．", "%"],
)
def test_reading_takes_time_in_step_with_the_text(piece: str) -> None:
    """An untrusted text cannot make the patterns search for long."""
    text = piece * (100_000 // len(piece))
    started = perf_counter()
    amounts(normal(text))
    ratios(normal(text))
    plain_numbers(normal(text))
    claims(text, "en")
    claims(text, "ja")
    counts(text, "en")
    counts(text, "ja")
    assert perf_counter() - started < 10
