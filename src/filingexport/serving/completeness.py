"""How complete each part of a filing is: what the law asks of this company in this year, and what of it is told."""

from __future__ import annotations

from collections import Counter

from filingexport.binding.plan import PartField, plan
from filingexport.checks.catalogue import RULES
from filingexport.checks.context import Context
from filingexport.checks.findings import Checked
from filingexport.checks.rule import Kind
from filingexport.declaring import frozen
from filingexport.findings import Severity
from filingexport.model.filing import Filing
from filingexport.said import Said


@frozen
class Completeness:
    """One part of the filing: of what is asked of it, how much is told, how much is missing and how much of that is waived.

    path: of the part, such as ``business_report``.
    """

    path: str
    title: Said
    told: int
    missing: int
    waived: int

    @property
    def asked(self) -> int:
        """How many things are asked in all."""
        return self.told + self.missing + self.waived


def part_titles() -> dict[str, Said]:
    """The parts of a filing by their paths, in its order."""
    found: dict[str, Said] = {}
    for each in plan(Filing).entries:
        if isinstance(each, PartField):
            title = Said(each.plan.info.en, each.plan.info.ja)
            label = each.member.label if each.member is not None else None
            if label is not None and label.en.lower() not in title.en.lower():
                title = Said(f"{title.en} ({label.en})", f"{title.ja}（{label.ja}）")
            found[each.attribute] = title
    return found


def part_of(path: str) -> str:
    """The part that this field is in."""
    return path.partition(".")[0]


def completeness(filing: Filing, checked: Checked) -> tuple[Completeness, ...]:
    """The parts of which the law asks something, in the filing's order. checked: what the checks found in it.

    Requirements that are declared as such are counted whether they are met or not; the other rules of the law count
    where they found something missing, as errors or warnings.
    """
    context = Context(filing)
    told = Counter(
        part_of(each.path) for rule in RULES if rule.asks is not None for each in rule.asks(context) if each.told
    )
    missing: Counter[str] = Counter()
    waived: Counter[str] = Counter()
    for each in checked.findings:
        if is_missing(each.rule.kind, each.severity):
            (missing if each.waiver is None else waived)[part_of(each.path)] += 1
    parts = [
        Completeness(path, title, told[path], missing[path], waived[path]) for path, title in part_titles().items()
    ]
    return tuple(each for each in parts if each.asked)


def is_missing(kind: Kind, severity: Severity) -> bool:
    """Whether a finding says that something is missing which the law asks for."""
    return kind is Kind.COMPLETENESS and severity is not Severity.NOTE
