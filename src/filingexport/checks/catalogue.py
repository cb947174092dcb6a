"""All rules, by the modules that declare them."""

from __future__ import annotations

from types import ModuleType
from typing import Final

from filingexport.checks import (
    adding,
    footing,
    last_year,
    possible,
    quotations,
    ratios,
    tables,
    tie_agenda,
    tie_group,
    tie_measures,
    tie_officers,
    tie_shares,
)
from filingexport.checks.rule import Rule

_MODULES: Final[tuple[ModuleType, ...]] = (
    footing,
    adding,
    ratios,
    possible,
    quotations,
    tie_measures,
    tie_officers,
    tables,
    tie_agenda,
    tie_group,
    tie_shares,
    last_year,
)


def _declared(module: ModuleType) -> list[Rule]:
    found: list[Rule] = []
    for value in vars(module).values():
        if isinstance(value, Rule):
            found.append(value)
        elif isinstance(value, tuple) and value and all(isinstance(each, Rule) for each in value):
            found.extend(value)
    return found


def _all() -> tuple[Rule, ...]:
    found: dict[str, Rule] = {}
    for module in _MODULES:
        for each in _declared(module):
            if found.setdefault(each.id, each) is not each:
                raise TypeError(f"two rules are called {each.id}")
    return tuple(found.values())


RULES: Final = _all()
"""Every rule, in the order of their modules."""
BY_ID: Final = {each.id: each for each in RULES}
"""Every rule by its id."""
