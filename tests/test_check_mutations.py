"""Every rule finds what it is for: one change at a time in a sample, and the rule says so."""

from __future__ import annotations

import random
from importlib import import_module
from pkgutil import iter_modules

import pytest

from filingexport.checks.adding import every_sum
from filingexport.checks.catalogue import RULES
from filingexport.checks.context import Context
from filingexport.checks.tie_measures import groups
from filingexport.model.meaning import Measure
from tests import check_cases
from tests.conftest import ROOT
from tests.mutations import Case, at_random, fired, found, get, put, sample, to

GOLDEN = ROOT / "tests" / "golden" / "mutations.txt"
CASES: list[Case] = [
    case
    for module in sorted(iter_modules(check_cases.__path__), key=lambda each: each.name)
    for case in import_module(f"{check_cases.__name__}.{module.name}").CASES
]
CLEAN = ("aoba-2026", "kitahama-2026", "minato-2026")
SEED = 2026


def documented() -> list[str]:
    """A line a case: the rule, the sample, what is changed, and which rules fire with it."""
    return [f"{case}{''.join(f' +{rule}' for rule in sorted(fired(case) - {case.rule}))}" for case in CASES]


@pytest.fixture(scope="module")
def all_fired() -> list[set[str]]:
    return [fired(case) for case in CASES]


def test_every_rule_fires_at_its_mutations(all_fired: list[set[str]]) -> None:
    assert [str(case) for case, rules in zip(CASES, all_fired, strict=True) if case.rule not in rules] == []


def test_every_rule_has_a_mutation() -> None:
    assert {each.id for each in RULES} - {case.rule for case in CASES} == set()


def test_no_other_rule_fires_than_is_documented(all_fired: list[set[str]]) -> None:
    """`python -m tests.golden.update` writes the file anew; read the difference before it is committed."""
    lines = [
        f"{case}{''.join(f' +{rule}' for rule in sorted(rules - {case.rule}))}"
        for case, rules in zip(CASES, all_fired, strict=True)
    ]
    assert lines == GOLDEN.read_text("utf-8").splitlines()


def _slips(paths: list[tuple[str, str]], number: int) -> tuple[int, list[str]]:
    """How many of these figures, each changed as a hand slips, and which of the changes no rule found."""
    by = random.Random(SEED)
    base = {name: found(sample(name)) for name in CLEAN}
    missed, count = [], 0
    for name, path in by.sample(paths, number):
        old = get(sample(name), path)
        new = at_random(old, by)
        if new == old:
            continue
        count += 1
        if not found(put(sample(name), path, to(new))) - base[name]:
            missed.append(f"{name} {path}: {old.amount} -> {new.amount}")
    return count, missed


def test_slips_in_what_rules_are_about_are_caught() -> None:
    """Figures that are part of a sum, told twice, or quoted from a text: at least 95 slips of 100 are found."""
    count, missed = _slips([(name, path) for name in CLEAN for path in sorted(_compared(name))], 330)
    assert count >= 300
    assert len(missed) <= count * 0.05, missed


def test_slips_anywhere_are_caught_mostly() -> None:
    """Any figure, also those that a notice tells once and nowhere else."""
    count, missed = _slips([(name, each.path) for name in CLEAN for each in Context(sample(name)).figures], 120)
    assert len(missed) <= count * 0.12, missed


def _compared(name: str) -> set[str]:
    """The figures of a sample that some rule holds against others."""
    context = Context(sample(name))
    paths = {figure.path for measure in Measure for figures in groups(context, measure) for figure in figures}
    for each in every_sum(context):
        paths |= {each.figure.path, *(path for _, path, _, _ in each.items)}
    return paths
