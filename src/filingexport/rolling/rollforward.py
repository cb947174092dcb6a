"""Roll-forward: the start of next year's notice from last year's."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import attrs

from filingexport.authoring.yaml_tree import BLANK
from filingexport.model.filing import Filing
from filingexport.rolling import reasons
from filingexport.rolling.carry import Carried, carry
from filingexport.rolling.meeting import Outcome, after_meeting, changes, outcome
from filingexport.rolling.years import next_years
from filingexport.said import Said, say

_OFFICERS = "business_report.officers.officers"
_CHANGES = "business_report.officers.changes"
_FIRM = "business_report.accounting_auditor.name"


def roll_forward(last: Filing, to: date | None = None, failed: Collection[int] = ()) -> Carried:
    """The start of the notice for the year after this one, to this day.

    failed: the numbers of the proposals that the meeting did not pass. Raises FilingError.
    """
    years = next_years(last, to)
    found = outcome(last, failed)
    report = last.business_report
    if report is not None and report.officers is not None:
        report = attrs.evolve(report, officers=after_meeting(report.officers, found))
    if report is not None and report.accounting_auditor is not None and found.firm is not None:
        report = attrs.evolve(report, accounting_auditor=attrs.evolve(report.accounting_auditor, name=found.firm))
    made = carry(attrs.evolve(last, business_report=report), years)
    _told(made, last, found)
    return made


def _told(made: Carried, last: Filing, found: Outcome) -> None:
    """Mark what the meeting changed, and list the changes where last year's report did."""
    report = made.filing.business_report
    before = last.business_report.officers if last.business_report is not None else None
    if report is None or report.officers is None or before is None:
        return
    if found.left or found.joined:
        made.reviews[_OFFICERS] = _on(reasons.OFFICERS, found.day)
    if found.unsure and report.officers.officers:
        made.reviews[_OFFICERS] = _on(reasons.TERMS, found.day)
    for number, each in enumerate(report.officers.officers, 1):
        if any(each.name == one.name for one in found.joined):
            made.reviews[f"{_OFFICERS}.{number}"] = _on(reasons.NEW, found.day)
            if each.position is None:
                made.blanks[f"{_OFFICERS}.{number}.position"] = BLANK
    if before.changes and (listed := changes(found)):
        officers = attrs.evolve(report.officers, changes=listed)
        made.filing = attrs.evolve(made.filing, business_report=attrs.evolve(report, officers=officers))
        made.reviews[_CHANGES] = _on(reasons.CHANGES, found.day)
    if found.firm is not None and report.accounting_auditor is not None:
        made.reviews[_FIRM] = _on(reasons.FIRM, found.day)


def _on(said: Said, day: date | None) -> Said:
    return say(said.en, said.ja, day=day.isoformat() if day is not None else Said("last year", "前年"))
