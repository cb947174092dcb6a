"""What looks at many of the same kind takes time in proportion: the calls are counted, not the seconds.

Patterns are given a long run that almost fits; were they to look back from each place of it, none of these would end in a minute.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

import attrs
import pytest
from lxml import etree

from filingexport import Filing, load, write
from filingexport.authoring.workbook import values
from filingexport.checks import company_names, names_people, printed_dates, prose, shape_captions, tables
from filingexport.checks.catalogue import BY_ID
from filingexport.checks.findings import Waiver
from filingexport.checks.run import check
from filingexport.drafting.holding import Entry, Holding
from filingexport.drafting.identity import leaf_at
from filingexport.formats.xlsx.writing import MAX_TEXT
from filingexport.model.business_report.group import Subsidiaries, Subsidiary
from filingexport.model.values import Block, Text
from filingexport.taxonomy.validate import schema_findings
from tests.conftest import ROOT
from tests.counting import calls_of

LONG = 60_000


def calls_of_rule(filing: Filing, rule: str, waivers: tuple[Waiver, ...] = ()) -> int:
    """How many functions are called while this rule is checked."""
    return calls_of(lambda: check(filing, rules=[BY_ID[rule]], waivers=waivers))


def with_subsidiaries(count: int) -> Filing:
    whole = load(ROOT / "samples" / "kitahama-2026")
    report = whole.business_report
    assert report is not None
    listed = tuple(
        Subsidiary(name=Text(en=f"Alpha North{number} Co., Ltd.", ja=f"株式会社アルファ{number}北"))
        for number in range(count)
    )
    return attrs.evolve(whole, business_report=attrs.evolve(report, subsidiaries=Subsidiaries(subsidiaries=listed)))


@pytest.mark.parametrize("rule", ["fx.name.company", "fx.name.companyInText"])
def test_twice_as_many_companies_take_twice_the_calls(rule: str) -> None:
    few, many = calls_of_rule(with_subsidiaries(150), rule), calls_of_rule(with_subsidiaries(600), rule)
    assert many < 5 * few


def test_waivers_are_looked_up_by_rule_and_path() -> None:
    filing = with_subsidiaries(100)
    rule = "fx.shape.blankCell"

    def waived(count: int) -> int:
        return calls_of_rule(filing, rule, tuple(Waiver(rule, f"a.{number}", "x") for number in range(count)))

    assert waived(400) < 5 * waived(100)


def test_the_first_waiver_that_covers_a_finding_is_the_one_named() -> None:
    filing = load(ROOT / "samples" / "iij-2008")
    first = check(filing).findings[0]
    path = first.path
    waivers = [Waiver("fx.other.rule", path, "other"), Waiver(first.rule.id, path.rpartition(".")[0], "part"), Waiver(first.rule.id, path, "field")]  # fmt: skip
    named = check(filing, waivers=waivers).findings
    assert next(each.waiver for each in named if (each.rule, each.path) == (first.rule, path)) == waivers[1]


def test_rows_of_a_draft_are_counted_as_they_come() -> None:
    holding = Holding()
    leaf = leaf_at(("company", "name"))
    for number in (1, 2, 5, 3):
        holding.put(Entry(("notice", "proposals", number, "title"), leaf, Text(en="x"), "x:1"))
    assert holding.rows(("notice", "proposals")) == 5
    assert holding.rows(("notice", "convener")) == 0


@pytest.mark.parametrize(
    "text", ["\x80" * 40_000, "\\" * 40_000, "a\\" * 30_000, "x" * 400_000, "\\u0080" * 20_000], ids=len
)
def test_a_long_text_is_cut_between_escapes(text: str) -> None:
    pieces = values.pieces(values.escaped(text))
    assert len(pieces) > 1
    assert all(values.length(each) <= MAX_TEXT for each in pieces)
    assert "".join(map(values.unescaped, pieces)) == text


def test_no_pattern_of_the_rules_looks_back_over_a_long_run() -> None:
    assert company_names.company_key("x" + "(" * LONG + "y") == "xy"
    assert company_names.company_key("a" + " " * LONG + "b") == "ab"
    assert company_names.without_aside("Alpha (formerly Beta) ") == "Alpha"
    assert company_names.without_aside("Alpha (a) (b（c)") == "Alpha (a)"
    assert printed_dates.times("a" + " " * LONG + "b 午前 10 時 30 分") == [time(10, 30)]
    assert shape_captions._words("a" + " " * LONG + "asset, net of tax") == {"asset"}
    assert names_people._pairs("A-" * LONG + " x") == ()
    assert prose.ratios("1" + ",111" * LONG + " x") == ()
    assert len(list(prose.sentences("No. " * LONG + "x", "en"))) == 1


def test_numbers_of_a_thousand_digits_are_none_of_a_notice() -> None:
    assert prose.amounts("JPY 1" + ",111" * 500)  # the first digits, and no error
    assert tables._value("1" + ",111" * 2_000) is None
    whole = load(ROOT / "samples" / "kitahama-2026")
    rows = "".join(f"<tr><td>{name}</td><td>3{',111' * 2_000}</td></tr>" for name in ("a", "b", "合計"))
    report = whole.business_report
    assert report is not None
    assert report.progress_and_results is not None
    told = attrs.evolve(report.progress_and_results, general=Block(ja=f"<table><tbody>{rows}</tbody></table>"))
    assert check(attrs.evolve(whole, business_report=attrs.evolve(report, progress_and_results=told)))


def _many(small: Filing, count: int) -> etree._Element:
    """An instance with so many items more, each the same on a line of its own."""
    text = write(small).decode()
    line = next(each for each in text.splitlines() if each.startswith("<fx:CompanyName "))
    more = "\n".join(line.replace('id="company.name.en"', f'id="more{number}"') for number in range(count))
    return etree.fromstring(text.replace(line, f"{line}\n{more}").encode())


@pytest.mark.parametrize("wrong", [(), (6_900,), (10, 6_900), range(6_900)])
def test_what_breaks_the_schema_is_found_anywhere_in_a_large_instance(wrong: Sequence[int], small: Filing) -> None:
    """It is validated some items at a time, and stands as it stood."""
    root = _many(small, 7_000)
    before = list(root)
    items = [each for each in before if each.get("id", "").startswith("more")]
    for number in wrong:
        items[number].set("colour", "red")
    found = schema_findings(root, "a.xbrl")
    assert list(root) == before
    told = {each.path for each in found}
    assert told == {f"more{number}" for number in wrong} if len(wrong) < 100 else len(told) >= 20


def test_an_id_that_is_used_far_away_too_is_found(small: Filing) -> None:
    root = _many(small, 7_000)
    root[-1].set("id", "more0")
    assert schema_findings(root, "a.xbrl"), "the two stand in parts that are validated one after the other"
    assert schema_findings(_many(small, 7_000), "a.xbrl") == ()
