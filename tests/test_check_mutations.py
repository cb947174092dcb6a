"""Every rule finds what it is for: one change at a time in a sample, and the rule says so."""

from __future__ import annotations

import random
from collections import Counter
from importlib import import_module
from itertools import pairwise
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
BY_MODULE: dict[str, list[Case]] = {
    module.name: import_module(f"{check_cases.__name__}.{module.name}").CASES
    for module in sorted(iter_modules(check_cases.__path__), key=lambda each: each.name)
}
CASES: list[Case] = [case for cases in BY_MODULE.values() for case in cases]
CLEAN = ("aoba-2026", "kitahama-2026", "minato-2026")
SEED = 2026


def documented() -> list[str]:
    """For each case the rule, the sample, what is changed, and which rules fire with it; below, what the rule says where."""
    return [line for case in CASES for line in _lines(case, fired(case))]


def _lines(case: Case, found: Counter[tuple[str, str, str]]) -> list[str]:
    others = sorted({rule for rule, _, _ in found} - {case.rule})
    said = sorted(f"  {path}: {message}" for rule, path, message in found.elements() if rule == case.rule)
    return [f"{case}{''.join(f' +{rule}' for rule in others)}", *said]


@pytest.mark.parametrize("module", BY_MODULE)
def test_every_rule_fires_at_its_mutations_and_no_other_than_is_documented(module: str) -> None:
    """`python -m tests.golden.update` writes the file anew; read the difference before it is committed."""
    golden = GOLDEN.read_text("utf-8").splitlines()
    starts = [number for number, line in enumerate(golden) if not line.startswith("  ")]
    known = {tuple(golden[a:b]) for a, b in pairwise([*starts, len(golden)])}
    found = [(case, fired(case)) for case in BY_MODULE[module]]
    assert [str(case) for case, each in found if case.rule not in {rule for rule, _, _ in each}] == []
    assert [lines for case, each in found if tuple(lines := _lines(case, each)) not in known] == []


def test_what_is_documented_is_a_mutation() -> None:
    assert sum(not line.startswith("  ") for line in GOLDEN.read_text("utf-8").splitlines()) == len(CASES)


def test_every_rule_has_a_mutation() -> None:
    assert {each.id for each in RULES} - {case.rule for case in CASES} == set()


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
        paths |= {each.figure.path, *(path for path, _, _ in each.items)}
    return paths
