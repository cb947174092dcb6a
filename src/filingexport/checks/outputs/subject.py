"""What was checked, with what was found: what all outputs are made from."""

from __future__ import annotations

from pathlib import Path

from filingexport.checks.findings import Checked, CheckFinding
from filingexport.checks.rule import Basis, basis_text
from filingexport.declaring import frozen
from filingexport.findings import SEVERITIES, SEVERITY, Severity
from filingexport.model.filing import Filing
from filingexport.said import Language, Said, joined


@frozen
class Subject:
    """One source or file, the filing in it, and what was found."""

    path: Path
    filing: Filing
    checked: Checked

    def name(self, language: Language) -> str:
        """The company's name."""
        name = self.filing.company.name
        return name.get(language) or str(name)


def bases(basis: tuple[Basis, ...]) -> Said:
    """What a rule rests on."""
    return joined(basis_text(each) for each in basis)


def where(finding: CheckFinding) -> str:
    """Where a finding is: file and line, else the path."""
    return finding.place or finding.path


def counts(subjects: tuple[Subject, ...]) -> dict[Severity, int]:
    """How many findings are open, by severity."""
    return {severity: sum(len(each.checked.open(severity)) for each in subjects) for severity in SEVERITIES}


def summary(subjects: tuple[Subject, ...]) -> Said:
    """How many of which severity, how many are waived, by how many rules: one line."""
    number = counts(subjects)
    waived = sum(len(each.checked.waived) for each in subjects)
    rules = max((each.checked.rules for each in subjects), default=0)
    en = ", ".join(f"{count} {SEVERITY[each].en}{'' if count == 1 else 's'}" for each, count in number.items())
    ja = "、".join(f"{SEVERITY[each].ja}{count}件" for each, count in number.items())
    if waived:
        en, ja = f"{en}, {waived} waived", f"{ja}、適用除外{waived}件"
    return Said(f"{en}; {rules} rules", f"{ja}（{rules}規則）")
