"""Kinds of companies: which parts of a notice have a place in the workbook of each."""

from __future__ import annotations

from typing import Final

from filingexport.authoring.workbook.layout import Path
from filingexport.binding.plan import PartField, RowsField, plan
from filingexport.declaring import frozen
from filingexport.model.filing import ConsolidatedOrNonConsolidated, Filing
from filingexport.model.governance import GovernanceForm
from filingexport.model.statements.consolidated import AccountingStandards, Consolidated

FORMS: Final = tuple(form.name.lower() for form in GovernanceForm)
"""The forms of companies, as they are named in a command; ``company_auditors`` is with or without a board of them."""
GAAPS: Final = {
    entry.attribute.replace("_", "-"): entry.attribute
    for entry in plan(Consolidated).entries
    if isinstance(entry, PartField)
}
"""The accounting standards of consolidated statements, as they are named in a command, and the parts that follow them."""
_AUDITORS: Final = "company_auditors"
_BOARD: Final = "board_of_company_auditors"
_COMMITTEE: Final = "audit_and_supervisory_committee"
_THREE: Final = ("audit_committee", "nominating_committee", "compensation_committee")
_ALONE: Final = "company_auditors_report"
"""The report of company auditors who have no board."""
_WITH_AUDITORS: Final = (
    GovernanceForm.BOARD_OF_COMPANY_AUDITORS, GovernanceForm.COMPANY_AUDITORS,
    GovernanceForm.COMPANY_AUDITORS_LIMITED_TO_ACCOUNTING,
)  # fmt: skip


@frozen
class Kind:
    """A kind of company. form: None where it is not known. gaap: of `GAAPS`, "" for no consolidated statements.

    board: whether its company auditors have a board; None where that is not known.
    """

    form: GovernanceForm | None
    gaap: str
    board: bool | None = None

    def leaves_out(self, path: Path, entry: PartField | RowsField) -> bool:
        """Whether a part has no place in such a company's notice: its field is named after an organ that it lacks, or it
        follows other accounting standards, or is consolidated.
        """
        name = entry.attribute
        if (
            not self.gaap
            and isinstance(entry, PartField)
            and entry.member is ConsolidatedOrNonConsolidated.CONSOLIDATED
        ):
            return True
        if len(path) > 1 and path[-2] == "consolidated" and name in GAAPS.values():
            return name != GAAPS.get(self.gaap)
        if name == _ALONE and self.board:
            return True
        return any(_about(name, organ) for organ in self.lacking())

    def lacking(self) -> tuple[str, ...]:
        """The organs that such a company does not have, as fields are named after them."""
        match self.form:
            case None:
                return ()
            case GovernanceForm.AUDIT_AND_SUPERVISORY_COMMITTEE:
                return (_AUDITORS, *_THREE)
            case GovernanceForm.THREE_COMMITTEES:
                return (_AUDITORS, _COMMITTEE)
            case form if form in _WITH_AUDITORS:
                return (_COMMITTEE, *_THREE, *([_BOARD] if self.board is False else []))
        return (_AUDITORS, _COMMITTEE, *_THREE)


def _about(name: str, organ: str) -> bool:
    return name == organ or name.startswith(organ + "_") or name.endswith("_" + organ) or f"_{organ}_" in name


def kind_of(filing: Filing) -> Kind:
    """The kind of the company that files."""
    form = filing.company.governance_form
    board = None if form not in _WITH_AUDITORS else form is GovernanceForm.BOARD_OF_COMPANY_AUDITORS
    consolidated = filing.consolidated
    if consolidated is None:
        return Kind(form, "" if filing.non_consolidated is not None else gaap_of(AccountingStandards.JAPAN_GAAP), board)
    followed = next((name for name, part in GAAPS.items() if getattr(consolidated, part) is not None), "")
    return Kind(form, followed or gaap_of(consolidated.accounting_standards or AccountingStandards.JAPAN_GAAP), board)


def gaap_of(standards: AccountingStandards) -> str:
    """The name of accounting standards in a command; statements by JMIS are written as those of IFRS."""
    name = standards.name.lower().replace("_", "-")
    return name if name in GAAPS else "ifrs"
