"""What the checks found, with everything a person or a program needs to act on it."""

from __future__ import annotations

from filingexport.checks.rule import Rule
from filingexport.declaring import frozen
from filingexport.findings import Severity
from filingexport.said import NOTHING_SAID, Said


@frozen
class Waiver:
    """A decision not to act on a rule's finding, with its reason.

    rule: the id of the rule. where: the path it holds for, and all below it; "" for the whole filing.
    reason: why. by, on: whose decision, and when, as written. place: where it is written.
    """

    rule: str
    where: str
    reason: str
    by: str = ""
    on: str = ""
    place: str = ""


@frozen(weakref_slot=False)  # so that `unchecked` can make them
class CheckFinding:
    """One finding.

    path: the field. fact_id: the id that its fact has in an instance. place: file and line, where read from a source.
    section: the heading of the part of the notice it is in. printed, expected: the values, "" where there is none.
    others: the fields it was compared with, with their places. waiver: who decided not to act on it, and why.
    """

    rule: Rule
    severity: Severity
    message: Said
    path: str
    fact_id: str = ""
    place: str = ""
    section: Said = NOTHING_SAID
    printed: Said | None = None
    expected: Said | None = None
    others: tuple[tuple[str, str], ...] = ()
    waiver: Waiver | None = None


@frozen
class Checked:
    """All that was found, errors first, in the order of the document; what is waived is among them, marked."""

    findings: tuple[CheckFinding, ...]
    rules: int

    def open(self, severity: Severity | None = None) -> tuple[CheckFinding, ...]:
        """Those not waived; of one severity, or of all."""
        return tuple(
            each for each in self.findings
            if each.waiver is None and (severity is None or each.severity is severity)
        )  # fmt: skip

    @property
    def waived(self) -> tuple[CheckFinding, ...]:
        """Those waived."""
        return tuple(each for each in self.findings if each.waiver is not None)
