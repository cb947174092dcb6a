"""An empty workbook for a kind of company, with what is known before anybody fills it in."""

from __future__ import annotations

from filingexport.authoring.source import UNIT
from filingexport.authoring.workbook import layout, writer
from filingexport.authoring.workbook.kinds import Kind, gaap_of
from filingexport.authoring.workbook.layout import Path
from filingexport.authoring.yaml_tree import Mapping, Scalar, Tree
from filingexport.model.governance import GovernanceForm
from filingexport.model.statements.consolidated import AccountingStandards


def template(form: str, gaap: str, unit: str = "") -> bytes:
    """The empty workbook of a company. form: of `FORMS`; gaap: of `GAAPS`, "" for no consolidated statements; unit: that of
    its amounts, "" to choose it on each sheet.
    """
    governance = GovernanceForm[form.upper()]
    told = governance is not GovernanceForm.COMPANY_AUDITORS
    kind = Kind(governance, gaap, governance is GovernanceForm.BOARD_OF_COMPANY_AUDITORS if told else None)
    root: dict[str, Tree] = {}
    if told:
        root["company"] = Mapping({"governance_form": Scalar(governance.value)})
    standards = next((each for each in AccountingStandards if gaap and gaap_of(each) == gaap), None)
    if standards is not None:
        root["consolidated"] = Mapping({"accounting_standards": Scalar(standards.value)})
    trees: dict[Path, Mapping] = {}
    if unit:
        stated = Mapping({UNIT: Scalar(unit)})
        trees = {each: stated for sheet in layout.all_sheets().values() for each in (sheet.path, sheet.prior) if each}
    return writer.empty(kind.leaves_out, {(): Mapping(root), **trees})
