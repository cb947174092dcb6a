"""The small functions on which all rules about figures stand, each at its edges: mutation testing found them untried."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import pytest

from filingexport import Filing, FilingError, read
from filingexport.binding.sums import summations
from filingexport.checks import intervals
from filingexport.checks.context import Context
from filingexport.checks.footing import Sum, not_the_sum, sums_in, totals
from filingexport.checks.intervals import Interval, change, exactly, fits, of, rounded
from filingexport.checks.numbers import agree, foots, grouped, money, near, percent, shown, to_places, unit
from filingexport.checks.texts import english, where
from filingexport.formats.oim import strict
from filingexport.formats.safe import DEFAULT_LIMITS
from filingexport.model.extension import Extension, ExtensionItem
from filingexport.model.extension import Sum as ExtensionSum
from filingexport.model.part import Own
from filingexport.model.statements.japan_gaap.changes_in_equity import ChangesInNetAssets, NetAssetComponents
from filingexport.model.statements.non_consolidated import NonConsolidated
from filingexport.model.values import MAX_DECIMALS, Count, Money, Number, Ratio, Shares, Text
from tests.hostile.base import made


def yen(amount: Any, decimals: int | None = 0) -> Money:
    return Money(amount, "JPY", decimals)


def interval(low: Any, high: Any) -> Interval:
    return Interval(Decimal(low), Decimal(high))


def test_a_printed_number_was_rounded_or_cut_off_towards_zero() -> None:
    assert of(yen(5000, -3)) == interval(4500, 6000)
    assert of(yen(-5000, -3)) == interval(-6000, -4500)
    assert of(yen(0, -3)) == interval(-1000, 1000)  # cut off from either side
    assert of(Ratio("-0.123", 3)) == interval("-0.124", "-0.1225")
    assert of(Ratio("0.001", 3)) == interval("0.0005", "0.002")
    assert of(yen(7, None)) == interval(7, 7)
    assert rounded(yen(5000, -3)) == interval(4500, 5500)
    assert of(Ratio("0.123", 3)) == interval("0.1225", "0.124")


def test_intervals_are_computed_with() -> None:
    one, two = interval(-1, 3), interval(2, 4)
    assert one + two == interval(1, 7)
    assert one - two == interval(-5, 1)
    assert one * two == interval(-4, 12)
    assert one / two == interval("-0.5", "1.5")
    assert two / interval(-4, -2) == interval(-2, "-0.5")
    assert one.shifted(Decimal(2)) == interval(1, 5)
    assert one.middle == 1
    assert exactly(3) == interval(3, 3)
    assert change(interval(110, 121), interval(100, 110)) == interval(0, "0.21")


@pytest.mark.parametrize(
    "divisor", [interval(-1, 1), interval("-0.5", "0.5"), interval(0, 1), interval(-1, 0), interval(0, 0)]
)
def test_what_may_be_zero_divides_nothing(divisor: Interval) -> None:
    for divided in (interval(1, 2), interval(0, 1), interval(0, 0)):
        with pytest.raises(ZeroDivisionError):
            divided / divisor


def test_intervals_that_touch_meet() -> None:
    assert interval(0, 1).meets(interval(1, 2))
    assert interval(1, 2).meets(interval(0, 1))
    assert not interval(0, 1).meets(interval("1.01", 2))
    assert not interval("1.01", 2).meets(interval(0, 1))
    assert fits(yen(5000, -3), exactly(4500))
    assert fits(yen(5000, -3), exactly(6000))
    assert not fits(yen(5000, -3), exactly(6001))
    assert not fits(yen(5000, -3), exactly(4499))


def test_the_last_place_of_a_number() -> None:
    assert [unit(yen(1, each)) for each in (-3, 0, 2, None)] == [1000, 1, Decimal("0.01"), 0]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (yen(66_835_000_000, -6), yen(66_834_123_456), True),  # rounded up
        (yen(66_835_000_000, -6), yen(66_835_999_999), True),  # cut off
        (yen(66_835_000_000, -6), yen(66_836_000_000), False),
        (yen(66_835_000_000, -6), yen(66_834_000_000), False),
        (yen(5000, -3), yen(5001, -3), False),
        (yen(5000, -3), yen(5000, -3), True),
        (yen(5), yen(5, None), True),
        (yen(5), yen("5.5", None), True),
        (yen(5), yen(6, None), False),
        (yen(5), Money(9, "USD", 0), True),
        (Count(5, 0), yen(6, 0), False),
        (yen(6, 0), Count(5, 0), False),
    ],
)
def test_two_numbers_may_be_one_value(one: Number, other: Number, same: bool) -> None:
    assert agree(one, other) is same
    assert agree(other, one) is same


def test_near_is_within_a_last_place_and_what_is_not_known() -> None:
    assert near(yen(5000, -3), Decimal(6000))
    assert not near(yen(5000, -3), Decimal(6001))
    assert near(yen(5000, -3), Decimal(6001), Decimal(1))
    assert not near(yen(5000, -3), Decimal(3998), Decimal(1))
    assert not near(yen(5, None), Decimal(6))


T = -3


@pytest.mark.parametrize(
    ("total", "items", "does"),
    [
        (yen(30), [yen(10), yen(20)], True),
        (yen(31), [yen(10), yen(20)], True),  # cut off, one may lack almost one
        (yen(32), [yen(10), yen(20)], False),
        (yen(29), [yen(10), yen(20)], True),  # rounded: halves of three figures
        (yen(28), [yen(10), yen(20)], False),
        (yen(32), [yen(10), yen(10), yen(10)], True),
        (yen(33), [yen(10), yen(10), yen(10)], False),
        (yen(30_000, T), [yen(10_400), yen(19_100)], True),
        (yen(30_000, T), [yen(10_400), yen(19_098)], False),
        (yen(30_000, T), [yen(10_000), yen(20_999)], True),
        (yen(30_000, T), [yen(10_000), yen(21_001)], False),
        (yen(-30), [yen(-10), yen(-20)], True),
        (yen(-31), [yen(-10), yen(-20)], True),
        (yen(-32), [yen(-10), yen(-20)], False),
        (yen(-28), [yen(-10), yen(-20)], False),
        (yen(-32), [yen(-10), yen(-10), yen(-10)], True),
        (yen(-33), [yen(-10), yen(-10), yen(-10)], False),
        (yen(5, None), [yen(2, None), yen(3, None)], True),
        (yen(6, None), [yen(2, None), yen(3, None)], False),
        (yen("5.5", None), [yen(2), yen(3)], True),
        (yen(7, None), [yen(2), yen(3)], False),
        (Shares(3, 0), [Shares(1, 0), Shares(1, 0)], False),
        (Shares(2, 0), [Shares(1, 0), Shares(1, 0)], True),
        (Shares(3000, T), [Shares(1000, T), Shares(1000, T)], True),
        (Count(3, 0), [Count(1, 0), Count(1, 0)], False),
        (Ratio("0.43", 2), [Ratio("0.10", 2)] * 4, True),
        (Ratio("-0.43", 2), [Ratio("-0.10", 2)] * 4, True),
        (Ratio("0.44", 2), [Ratio("0.10", 2)] * 4, False),
    ],
)
def test_a_total_foots_rounded_or_cut_off_and_not_else(total: Number, items: list[Number], does: bool) -> None:
    assert foots(total, [(each, 1) for each in items]) is does
    turned = [(attrs.evolve(each, amount=-each.amount), -1) for each in items]
    if not isinstance(total, (Shares, Count)):
        assert foots(total, turned) is does


def test_what_is_printed_as_zero_may_have_been_cut_off_from_either_side() -> None:
    ones = [(yen(1), 1)] * 4
    assert foots(yen(0), [*ones, (yen(-8), 1)])  # of 4 × 1.99 and -8, -0.04 is left
    assert foots(yen(0), [*((yen(-1), 1),) * 4, (yen(8), 1)])
    assert not foots(yen(0), [*ones, (yen(-9), 1)])
    assert not foots(yen(0), [*((yen(-1), 1),) * 4, (yen(9), 1)])
    assert foots(yen(-4), [(yen(0), 1)] * 5)  # each of them -0.99
    assert foots(yen(4), [(yen(0), 1)] * 5)
    assert not foots(yen(-5), [(yen(0), 1)] * 5)
    assert not foots(yen(5), [(yen(0), 1)] * 5)


def test_what_is_subtracted_lacks_the_other_way() -> None:
    assert foots(yen(11), [(yen(20), 1), (yen(10), -1)])
    assert foots(yen(9), [(yen(20), 1), (yen(10), -1)])
    assert not foots(yen(12), [(yen(20), 1), (yen(10), -1)])
    assert not foots(yen(8), [(yen(20), 1), (yen(10), -1)])
    assert not foots(Shares(3, 0), [(Shares(4, 0), 1), (Shares(2, 0), -1)])
    assert foots(Shares(2, 0), [(Shares(4, 0), 1), (Shares(2, 0), -1)])


@pytest.mark.parametrize(
    ("value", "en", "ja"),
    [
        (yen(66_835_000_000, -6), "JPY 66,835 million", "66,835百万円"),
        (yen(-66_835_000, -3), "JPY -66,835 thousand", "-66,835千円"),
        (yen(1_500_000_000, -8), "JPY 15 hundred million", "15億円"),
        (yen(2_000_000_000, -9), "JPY 2 billion", "2十億円"),
        (yen(1234, None), "JPY 1,234", "1,234円"),
        (yen(1200, -2), "JPY 1,200", "1,200円"),
        (Money("1234.5", "USD", 2), "USD 1,234.5", "1,234.5USD"),
        (Shares(206_478, 0), "206,478 shares", "206,478株"),
        (Count(1_500, 0), "1,500", "1,500"),
        (Ratio("0.1234", 4), "12.34%", "12.34%"),
        (Ratio("0.12", None), "12%", "12%"),
        (Ratio("0.12", 3), "12.0%", "12.0%"),
        (Ratio("0.1234", 2), "12%", "12%"),
        (Ratio("0.1250", 3), "12.5%", "12.5%"),
        (Ratio("0.1299", 1), "12.99%", "12.99%"),
        (Ratio("0.1", 1), "10%", "10%"),
        (Ratio("0.12", 2), "12%", "12%"),
    ],
)
def test_numbers_are_shown_as_people_print_them(value: Number, en: str, ja: str) -> None:
    assert (shown(value).en, shown(value).ja) == (en, ja)
    turned = attrs.evolve(value, amount=-value.amount)
    assert shown(turned, negated=True) == shown(value)


def test_numbers_are_shown_by_default_in_yen() -> None:
    assert money(Decimal(5)).en == "JPY 5"
    assert percent(Decimal("0.5")).en == "50%"
    assert percent(Decimal("0.5"), 20).en == f"50.{'0' * 18}%"
    assert percent(Decimal("0.5"), 21).en == "50%"


def test_numbers_are_rounded_where_they_can_be() -> None:
    assert to_places(Decimal("1.25"), 1) == Decimal("1.2")
    assert to_places(Decimal("1234.5"), -2) == Decimal("1.2E+3")
    assert to_places(Decimal("123456789012345678901234567890.123"), 2) == Decimal("123456789012345678901234567890.12")
    assert to_places(Decimal(f"1{0:031}.5"), 0) == Decimal(f"1{0:031}.5")
    assert str(to_places(Decimal(10) ** 30, 1)) == f"1{'0' * 30}.0"
    assert grouped(Decimal("-1234567.80")) == "-1,234,567.8"
    assert grouped(Decimal(0)) == "0"


def test_a_rule_is_given_what_it_would_find_by_looking_at_everything(sample: Filing) -> None:
    context = Context(sample)
    for wanted in (
        lambda leaf: leaf.instant,
        lambda leaf: leaf.attribute == "total",
        lambda leaf: "x" in leaf.attribute,
    ):
        assert context.figures_of(wanted) == [each for each in context.figures if wanted(each.leaf)]
    assert [each.number for each in context.figures] == list(range(len(context.figures)))
    assert [each.number for each in context.in_order] == list(range(len(context.passages)))
    assert sorted(context.passages, key=lambda each: each.number) == context.in_order
    for at in context.parts:
        assert context.parts[at.number] is context.by_path[at.path] is at
        assert at in context.of(type(at.value))
        assert all(row.parent is at for entry in at.plan.entries for row in context.at_field(at, entry.attribute))
    rows = [at for at in context.parts if at.row is not None]
    assert sorted(rows, key=lambda at: at.number) == rows
    assert len(rows) == sum(map(len, context.tables.values()))

    asked = []

    def long(text: str) -> str | None:
        asked.append(text)
        return text if len(text) > 40 else None

    found = list(where(context, "en", long))
    assert found == [(each, each.text) for each in english(context) if len(each.text) > 40]
    assert len(asked) == len(set(asked)), "each distinct text is read once"
    assert sorted(found, key=lambda each: each[0].number) == list(where(context, "en", long, as_read=True))


def test_the_sums_of_the_sample_are_all_looked_at(sample: Filing) -> None:
    context = Context(sample)
    found = [each for at in context.parts for each in sums_in(context, at)]
    by_path = {each.figure.path: each for each in found}
    assert len(found) == len(by_path)
    assert len(found) > 50
    assets = by_path["consolidated.us_gaap.balance_sheet.assets.current_assets.total"]
    assert all(weight == 1 for _, _, weight in assets.items)
    assert assets.computed == sum(value.amount for _, value, _ in assets.items)
    assert len(assets.items) > 5
    own = {each.name for each in sample.extension.items if each.total} if sample.extension else set()
    assert own
    summed = {path.rpartition(".")[2] for each in found for path, _, _ in each.items}
    assert own & summed
    for at in context.parts:
        assert {each.attribute for each in totals(context, at)} >= {
            each.figure.path.removeprefix(f"{at.path}.").partition(".")[0] for each in sums_in(context, at)
        }


def test_a_total_that_is_no_sum_is_told_with_all_its_figures(sample: Filing) -> None:
    context = Context(sample)
    at, each = next(
        (at, each)
        for at in context.parts
        for each in sums_in(context, at)
        if each.figure.path == "consolidated.us_gaap.balance_sheet.assets.current_assets.total"
    )
    value = each.figure.value
    assert isinstance(value, Money)
    wrong = attrs.evolve(each.figure, value=attrs.evolve(value, amount=each.computed - 5_000))
    found = not_the_sum(Sum(wrong, each.items))
    assert found.path == each.figure.path
    assert f"its {len(each.items)} items come to JPY " in found.message.en
    assert found.message.en.endswith("JPY 5 thousand apart")
    assert found.message.ja.endswith("（差額5千円）")
    assert found.others == tuple(path for path, _, _ in each.items)
    assert at.path in found.path
    assert intervals.of(value).meets(exactly(value.amount))
    alone = not_the_sum(Sum(wrong, each.items[:1]))
    assert "its one item is JPY " in alone.message.en
    assert "内訳は1項目で" in alone.message.ja


CURRENT = "consolidated.us_gaap.balance_sheet.assets.current_assets"


def test_the_company_says_what_its_total_sums(sample: Filing) -> None:
    """A sum of the extension stands in place of the standard one, in its part and nowhere else."""
    assert sample.extension is not None
    standard = Context(sample)
    at = next(each for each in standard.parts if each.path == CURRENT)
    [usual] = [each for each in sums_in(standard, at) if each.figure.path == f"{CURRENT}.total"]
    names = tuple(path.rpartition(".")[2] for path, _, _ in usual.items[:2])
    part = at.plan.cls.__name__
    said = attrs.evolve(sample.extension, sums=(ExtensionSum(part=part, total="total", items=names),))
    context = Context(attrs.evolve(sample, extension=said))
    before = {each.figure.path: each for at in standard.parts for each in sums_in(standard, at)}
    after = {each.figure.path: each for at in context.parts for each in sums_in(context, at)}
    changed = {path for path in before.keys() | after.keys() if _told(before.get(path)) != _told(after.get(path))}
    assert changed == {f"{CURRENT}.total"}
    assert [path for path, _, _ in after[f"{CURRENT}.total"].items] == [f"{CURRENT}.{each}" for each in names]
    without = Context(attrs.evolve(sample, extension=None))
    assert all(totals(without, each) is summations(each.plan) for each in without.parts)


def _told(each: Sum | None) -> Any:
    return each and [(path, value, weight) for path, value, weight in each.items]


def test_own_items_are_summed_in_a_total_of_the_companys_own(sample: Filing) -> None:
    context = Context(sample)
    at = next(each for each in context.parts if each.path == CURRENT)
    declared = [
        ExtensionItem(
            name=name, label=Text(en=name), kind="money", balance="debit", instant=True, part=at.plan.cls.__name__,
            after=after, total=total, weight=1 if total else 0,
        )
        for name, after, total in (("OwnTotal", "total", ""), ("OwnOne", "OwnTotal", "OwnTotal"), ("OwnTwo", "OwnOne", "OwnTotal"))
    ]  # fmt: skip
    values = {"OwnTotal": yen(30, 0), "OwnOne": yen(10, 0), "OwnTwo": yen(20, 0)}
    part = attrs.evolve(at.value, own=(*at.value.own, *(Own(item=name, value=each) for name, each in values.items())))
    filing = _with_current_assets(sample, part)
    assert sample.extension is not None
    extension = attrs.evolve(sample.extension, items=(*sample.extension.items, *declared))
    context = Context(attrs.evolve(filing, extension=extension))
    found = {each.figure.path: each for at in context.parts for each in sums_in(context, at)}
    own = found[f"{CURRENT}.OwnTotal"]
    assert [(path, value, weight) for path, value, weight in own.items] == [
        (f"{CURRENT}.OwnOne", yen(10), 1),
        (f"{CURRENT}.OwnTwo", yen(20), 1),
    ]
    assert own.computed == 30
    assert f"{CURRENT}.total" in found  # an own item beside it takes no standard total away


def line_of_changes(amount: int, **own: Money) -> NetAssetComponents:
    each = tuple(Own(item=name, value=value) for name, value in own.items())
    return NetAssetComponents(capital_stock=yen(amount), net_assets=yen(2 * amount), own=each)


def test_own_lines_and_sums_of_a_matrix_are_those_of_each_column(sample: Filing) -> None:
    """A line that the company adds has the columns of the standard ones, those that the company adds included."""
    part = "ChangesInNetAssets"
    made = ExtensionItem(
        name="Donations", label=Text(en="Donations"), kind="money", balance="credit", part=part, total="total_changes",
        weight=1,
    )  # fmt: skip
    counted = attrs.evolve(
        made, name="DonationsCount", kind="count", balance=None, after="Donations", total="", weight=0
    )
    column = attrs.evolve(made, name="Reserve", kind="member", balance=None, total="", weight=0)
    extension = Extension(
        prefix="own", namespace="http://example.com/xbrl", date=sample.fiscal_year_end, items=(made, counted, column)
    )
    statement = ChangesInNetAssets(
        issuance_of_new_shares=line_of_changes(10, Reserve=yen(1)), dividends_from_surplus=line_of_changes(-3),
        total_changes=line_of_changes(12, Reserve=yen(3)),
        own=(Own(item="Donations", value=line_of_changes(5, Reserve=yen(2))), Own(item="DonationsCount", value=Count(1, 0))),
    )  # fmt: skip
    filing = Filing(
        company=sample.company, fiscal_year_start=sample.fiscal_year_start, fiscal_year_end=sample.fiscal_year_end,
        non_consolidated=NonConsolidated(changes_in_equity=statement), extension=extension,
    )  # fmt: skip
    at = "non_consolidated.changes_in_equity"

    def looked(filing: Filing) -> dict[str, list[tuple[str, Decimal]]]:
        context = Context(filing)
        [place] = [each for each in context.parts if each.path == at]
        found = sums_in(context, place)
        return {each.figure.path: [(path, value.amount) for path, value, _ in each.items] for each in found}

    standard = {"capital_stock": (10, -3, 5), "net_assets": (20, -6, 10)}
    lines = ("issuance_of_new_shares", "dividends_from_surplus", "Donations")
    expected = {
        f"{at}.total_changes.{name}": [
            (f"{at}.{line}.{name}", Decimal(each)) for line, each in zip(lines, amounts, strict=True)
        ]
        for name, amounts in standard.items()
    }
    reserve = {
        f"{at}.total_changes.Reserve": [(f"{at}.issuance_of_new_shares.Reserve", 1), (f"{at}.Donations.Reserve", 2)]
    }
    assert looked(filing) == {**expected, **reserve}
    fewer = ExtensionSum(part=part, total="total_changes", items=("dividends_from_surplus",))
    said = looked(attrs.evolve(filing, extension=attrs.evolve(extension, sums=(fewer,))))
    assert said == {path: items[-2:] for path, items in expected.items()} | {
        path: items[-1:] for path, items in reserve.items()
    }


def _with_current_assets(filing: Filing, part: Any) -> Filing:
    holders: list[Any] = [filing]
    steps = CURRENT.split(".")
    for step in steps[:-1]:
        holders.append(getattr(holders[-1], step))
    for holder, step in zip(reversed(holders), reversed(steps), strict=True):
        part = attrs.evolve(holder, **{step: part})
    assert isinstance(part, Filing)
    return part


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": [1, 2, {"b": 1, "b": 2}]}', "/a/2"),
        ('{"a": [1, NaN]}', "/a/1"),
        ('{"a": {"b": 1}, "a": 2}', "/"),
        ('{"a": [[], [], {"x": [0, Infinity]}]}', "/a/2/x/1"),
        ('{"a": [\n"b", 1,\n{"c": "d", "c": "d"}]}', "/a/2"),
    ],
)
def test_a_fault_of_json_is_told_with_its_place(text: str, said: str) -> None:
    with pytest.raises(FilingError) as raised:
        strict.parse(text.encode(), "x.json", DEFAULT_LIMITS, "xbrlje:invalidJSON")
    [found] = raised.value.findings
    assert said in (found.path, *found.message.split()), found


def test_the_longest_number_of_json_is_read_and_one_digit_more_is_not() -> None:
    longest = "1" * strict.MAX_NUMBER
    assert strict.parse(longest.encode(), "x", DEFAULT_LIMITS, "x:y") == int(longest)
    with pytest.raises(FilingError):
        strict.parse(f"{longest}1".encode(), "x", DEFAULT_LIMITS, "xbrlje:invalidJSON")


def test_the_longest_fraction_of_json_is_read_and_one_digit_more_is_not() -> None:
    longest = "1." + "5" * (strict.MAX_NUMBER - 2)
    assert strict.parse(longest.encode(), "x", DEFAULT_LIMITS, "x:y") == Decimal(longest)
    with pytest.raises(FilingError):
        strict.parse(f"{longest}5".encode(), "x", DEFAULT_LIMITS, "xbrlje:invalidJSON")


def test_the_greatest_accuracy_has_its_place_and_one_more_is_kept_apart() -> None:
    text = made("xbrl")["notice.xbrl"].decode()
    for sign in ("", "-"):
        for accuracy, apart in ((MAX_DECIMALS, 0), (MAX_DECIMALS + 1, 1)):
            changed = text.replace('decimals="0"', f'decimals="{sign}{accuracy}"', 1)
            assert changed != text
            assert len(read(changed.encode()).unplaced) == apart
