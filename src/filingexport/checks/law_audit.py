"""Completeness by law: audit reports (Ordinance on Company Accounting, articles 122 to 129; Ordinance for Enforcement, 129 to 131)."""

from __future__ import annotations

from datetime import date
from typing import Final

from filingexport.checks.context import At, Context
from filingexport.checks.requirement import ALL, GROUP, requires_each
from filingexport.model import item
from filingexport.model.audit import (
    AuditReport,
    BoardOfCompanyAuditorsReport,
    CompanyAuditorsResults,
    Opinion,
)
from filingexport.model.audit_bodies import AuditBodyReport, AuditBodyResults
from filingexport.model.item import Law
from filingexport.said import Said

_OTHER_INFORMATION: Final = date(2022, 3, 31)
"""Reports on years that end on or after this day (Ordinance 45 of 2021)."""
_BASIS: Final = date(2020, 3, 31)
"""Reports on years that end on or after this day (auditing standards as revised in 2018)."""
_ACCOUNTANTS: Final = Law("Certified Public Accountants Act", "25", "2")


def _modified(context: Context, at: At) -> bool:
    return at.value.opinion is Opinion.DISCLAIMER


ACCOUNTING_AUDITOR = (
    requires_each("fx.law.auditScope", AuditReport, "scope", "responsibilities_of_auditor", basis=item.accounting("126", "1", "1")),
    requires_each("fx.law.opinion", AuditReport, "opinion_text", "no_opinion_reason", basis=item.accounting("126", "1", "2")),
    requires_each(
        "fx.law.basisOfOpinion", AuditReport, "basis_of_opinion", "basis", "no_opinion_reason",
        basis=item.accounting("126", "1", "2"), since=_BASIS,
    ),
    requires_each("fx.law.noOpinion", AuditReport, "no_opinion_reason", basis=item.accounting("126", "1", "3"), only=_modified),
    requires_each("fx.law.otherInformation", AuditReport, "other_information", basis=item.accounting("126", "1", "5"), since=_OTHER_INFORMATION),
    requires_each("fx.law.auditDate", AuditReport, "report_date", basis=item.accounting("126", "1")),
    requires_each("fx.law.auditSigned", AuditReport, "signatories", basis=Law("Certified Public Accountants Act", "34-12", "2")),
    requires_each("fx.law.auditorsInterest", AuditReport, "interest", basis=_ACCOUNTANTS),
)  # fmt: skip
"""What the accounting auditor reports (article 126)."""

_BODIES: Final = (item.accounting("128", "2"), item.accounting("127"), item.enforcement("130"))

BODIES = tuple(
    requires_each(f"fx.law.{prefix}{name}", cls, *attributes, basis=basis, of=GROUP if group else ALL, what=what)
    for prefix, report, results in (
        ("board", BoardOfCompanyAuditorsReport, CompanyAuditorsResults),
        ("body", AuditBodyReport, AuditBodyResults),
    )
    for name, cls, attributes, basis, group, what in (
        ("Method", report, ("method",), _BODIES, False, Said("Method of the audit by the body", "監査の方法及びその内容")),
        ("Date", report, ("report_date",), _BODIES, False, Said("Date of the body's report", "監査報告を作成した日")),
        ("Signed", report, ("signatories",), (item.act("393", "2"), item.act("390", "2", "1")), False, Said("Signatories of the body's report", "監査報告の署名者")),
        ("OnBusinessReport", results, ("business_report",), (item.enforcement("129", "1", "2"), item.enforcement("130", "2", "2")), False, Said("Opinion on the business report", "事業報告についての意見")),
        ("OnStatements", results, ("statements",), (item.accounting("127", "", "2"), item.accounting("128", "2", "2")), False, Said("Opinion on the financial statements", "計算書類の監査についての意見")),
        ("OnConsolidated", results, ("consolidated",), (item.act("444", "4"), item.accounting("127", "", "2")), True, Said("Opinion on the consolidated statements", "連結計算書類の監査についての意見")),
    )
)  # fmt: skip
"""What the auditing body reports."""
