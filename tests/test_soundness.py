"""The taxonomy lacks nothing and says nothing twice; and the check sees it where it does."""

from __future__ import annotations

from typing import Annotated as Is

import pytest
from attrs import evolve, frozen

from filingexport.cli.main import main
from filingexport.model import item
from filingexport.model.filing import Filing
from filingexport.model.values import Amount, Tally, Words
from filingexport.names import fx
from filingexport.taxonomy.network import network
from filingexport.taxonomy.soundness import faults
from tests.conftest import ROOT


def test_the_taxonomy_is_sound() -> None:
    assert faults(network(Filing)) == ()


@item.part("Blank ", "Blank", prefix="Blank")
@frozen(kw_only=True)
class Blank:
    """Labels that are none."""

    empty: Is[Words, item.words("", "空")] = None
    untranslated: Is[Words, item.words("Sales", "Sales")] = None
    spaced: Is[Words, item.words(" Costs", "費用 ")] = None
    terse: Is[Words, item.words("Profit", "利益", terse=("Profit", ""))] = None


def test_a_label_that_is_missing_or_not_translated_is_told() -> None:
    assert [(each.path, each.message.partition(":")[0]) for each in faults(network(Blank))] == [
        ("BlankEmpty", "its English label is empty or begins or ends with a space"),
        ("BlankUntranslated", "its Japanese label has no Japanese, or begins or ends with a space"),
        ("BlankSpaced", "its English label is empty or begins or ends with a space"),
        ("BlankSpaced", "its Japanese label has no Japanese, or begins or ends with a space"),
        ("BlankAbstract", "its English label is empty or begins or ends with a space"),
        ("BlankAbstract", "its Japanese label has no Japanese, or begins or ends with a space"),
        ("BlankEmpty", "its English terse label is empty or begins or ends with a space"),
        ("BlankUntranslated", "its Japanese terse label has no Japanese, or begins or ends with a space"),
        ("BlankSpaced", "its English terse label is empty or begins or ends with a space"),
        ("BlankSpaced", "its Japanese terse label has no Japanese, or begins or ends with a space"),
        ("BlankTerse", "its Japanese terse label has no Japanese, or begins or ends with a space"),
        ("BlankAbstract", "its English terse label is empty or begins or ends with a space"),
        ("BlankAbstract", "its Japanese terse label has no Japanese, or begins or ends with a space"),
    ]


@item.part("One", "一", prefix="One", role=True)
@frozen(kw_only=True)
class One:
    """A section."""

    sales: Is[Amount, item.credit("Net sales", "売上高")] = None
    again: Is[Amount, item.credit("Net  Sales", "純売上高")] = None
    other_words: Is[Amount, item.credit("Turnover", "売上高")] = None
    number: Is[Tally, item.count("Net sales", "売上高")] = None
    costs: Is[Amount, item.debit("Net sales", "売上高")] = None
    stock: Is[Amount, item.credit("Net sales", "売上高", instant=True)] = None
    assets: Is[Amount, item.debit("Assets", "資産", edinet="jppfs_cor:Assets")] = None


@item.part("Two", "二", prefix="Two", role=True)
@frozen(kw_only=True)
class Two:
    """Another section."""

    sales: Is[Amount, item.credit("NET SALES", "売上高")] = None
    english_only: Is[Amount, item.credit("Assets", "総資産")] = None
    shared: Is[Amount, item.same(One, "costs")] = None
    total: Is[Amount, item.debit("Total", "合計", edinet="jppfs_cor:Assets")] = None


@item.part("Both", "両方", prefix="Both")
@frozen(kw_only=True)
class Both:
    """Holds the two."""

    one: One | None = None
    two: Two | None = None


def test_items_that_mean_the_same_are_told_and_those_that_differ_in_kind_period_or_side_are_not() -> None:
    assert [(each.path, each.message) for each in faults(network(Both))] == [
        ("OneAgain", "means the same as OneSales: both have the label 'Net  Sales' in One; share the item or tell them apart"),
        ("OneOtherWords", "means the same as OneSales: both have the label '売上高' in One; share the item or tell them apart"),
        ("TwoSales", "means the same as OneSales: both have the labels 'NET SALES' and '売上高'; share the item or tell them apart"),
        ("TwoTotal", "means the same as OneAssets: both have the EDINET element jppfs_cor:Assets; share the item or tell them apart"),
    ]  # fmt: skip


def test_what_stands_nowhere_or_is_not_documented_is_told() -> None:
    sound = network(Both)
    section = sound.sections["Two"]
    nowhere = evolve(sound, sections={**sound.sections, "Two": evolve(section, nodes=[])})
    assert {each.path for each in faults(nowhere) if "nowhere" in each.message} == {
        "TwoSales", "TwoEnglishOnly", "TwoTotal", "TwoAbstract",
    }  # fmt: skip
    heading = sound.abstracts[fx("TwoAbstract")]
    silent = evolve(sound, abstracts={**sound.abstracts, heading.name: evolve(heading, documentation="")})
    assert [each.path for each in faults(silent) if "not documented" in each.message] == ["TwoAbstract"]


def test_the_command_says_that_it_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["taxonomy", "check", "--folder", str(ROOT / "taxonomy")]) == 0
    assert "in step with the classes, and sound" in capsys.readouterr().out
