"""All rules, by the modules that declare them."""

from __future__ import annotations

from types import ModuleType
from typing import Final

from filingexport.checks import (
    adding,
    footing,
    last_year,
    law_audit,
    law_notice,
    law_organs,
    law_proposals,
    law_report,
    law_statements,
    names_companies,
    names_people,
    names_terms,
    possible,
    quotations,
    ratios,
    shape_captions,
    shape_marks,
    shape_tables,
    shape_text,
    tables,
    tie_agenda,
    tie_dividends,
    tie_group,
    tie_measures,
    tie_officers,
    tie_per_share,
    tie_shares,
    time_events,
    time_meeting,
    time_people,
    time_text,
    time_year,
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
    tie_dividends,
    tie_per_share,
    tie_shares,
    time_year,
    time_meeting,
    time_events,
    time_people,
    time_text,
    names_people,
    names_companies,
    names_terms,
    shape_tables,
    shape_captions,
    shape_marks,
    shape_text,
    law_notice,
    law_report,
    law_organs,
    law_statements,
    law_audit,
    law_proposals,
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
