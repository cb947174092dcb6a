"""Which items of the taxonomy each sample states: the tables of docs/coverage.md, and what no sample states."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from filingexport import load
from filingexport.binding.plan import Leaf, ListLeaf, PartField, Plan, RowsField, plan
from filingexport.binding.to_facts import to_facts
from filingexport.model.filing import Filing
from filingexport.taxonomy.catalogue import labels, walk
from filingexport.taxonomy.network import Section, network
from tests.conftest import ROOT

MARK: Final = "<!-- The tables are written by: python -m tests.golden.update -->\n"
SAMPLES: Final = ("iij-2008", "aoba-2026", "minato-2026", "kitahama-2026")
STATEMENTS: Final = (
    "balance_sheet", "income_statement", "cash_flows", "profit_or_loss", "financial_position", "changes_in_equity",
    "comprehensive_income",
)  # fmt: skip
"""The parts whose lists of line items are longer than any one company's."""
NOT_STATED: Final = {
    "land_revaluation": "needs land revalued under the law of 1998; no invented company has any",
    "consolidated.japan_gaap.notes.further_notes.going_concern": "a material uncertainty: no sample has one, Minato says why it has none",
    "consolidated_audit_report.going_concern": "the same in the audit report",
    "no_opinion_reason": "a disclaimer of opinion; the auditors of the samples all give one",
    "accounting_only": "an auditor limited to accounting, whose company makes no report on the business report",
    "stock[].rights": "stock acquisition rights proposed as remuneration; Aoba proposes restricted stock and a trust instead",
    "consolidated.us_gaap.prior_year": "IIJ's notice prints no statements of the year before beside those of the year",
}
"""Parts of the path of an item that no sample states, with the reason."""


@cache
def stated() -> dict[str, frozenset[str]]:
    """The names of the items that each sample has a fact of."""
    return {name: frozenset(fact.concept for fact in to_facts(load(ROOT / "samples" / name)).facts) for name in SAMPLES}


@cache
def items() -> dict[str, str]:
    """Each item with the first path at which it stands."""
    found: dict[str, str] = {}
    for name, path in _items(plan(Filing), ""):
        found.setdefault(name, path.removeprefix("."))
    return found


def _items(of: Plan, path: str) -> Iterator[tuple[str, str]]:
    for entry in of.entries:
        if isinstance(entry, Leaf):
            yield entry.name, f"{path}.{entry.attribute}"
        elif isinstance(entry, ListLeaf):
            yield entry.leaf.name, f"{path}.{entry.attribute}[]"
        elif isinstance(entry, (PartField, RowsField)):
            below = f"{path}.{entry.attribute}{'[]' if isinstance(entry, RowsField) else ''}"
            if isinstance(entry, PartField) and entry.line is not None:
                yield entry.line.name, below
            else:
                yield from _items(entry.plan, below)


def not_stated() -> list[str]:
    """The paths of the items outside the statements that no sample states."""
    given = frozenset[str]().union(*stated().values())
    return [
        path
        for name, path in items().items()
        if name not in given and ("notes" in path.split(".") or not any(part in path for part in STATEMENTS))
    ]


def coverage_text() -> str:
    """What no sample states and why; then each section with its headings, how many items there are, and how many each sample states."""
    given = stated()
    everything = network(Filing)
    known = labels(everything)
    lines = [f"- `{part}`: {reason}" for part, reason in NOT_STATED.items()]
    lines += ["", "## The tables", ""]
    for section in everything.sections.values():
        parts = _headings(section)
        if not parts:
            continue
        lines += [f"### {section.en} ({section.ja})", ""]
        lines += ["| part | | items | " + " | ".join(SAMPLES) + " |", "|---|---|--:|" + "--:|" * len(SAMPLES)]
        for heading, names in parts.items():
            counts = " | ".join(str(len(names & given[sample]) or "") for sample in SAMPLES)
            lines.append(f"| {known[heading].en} | {known[heading].ja} | {len(names)} | {counts} |")
        lines.append("")
    return "\n".join(lines)


def _headings(section: Section) -> dict[str, set[str]]:
    """The items below each heading: those of the section's first three levels, whatever is deeper with the heading above it."""
    headings = {node.name for node, _ in walk(section) if node.children}
    result: dict[str, set[str]] = {}
    for node, path in walk(section):
        if not node.children and node.name in items():
            above = [name for name in path if name in headings]
            result.setdefault(above[:3][-1], set()).add(node.name)
    return result
