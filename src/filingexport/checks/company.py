"""What is known of the company that rules of law go by: its organs, whether it is public, large, listed.

What the filing declares counts; what it leaves out is told from what it contains, where that leaves no doubt, and is
unknown otherwise. A rule of law speaks only of a company that is known to be one the law means.
"""

from __future__ import annotations

from typing import Any, Final

from filingexport.checks.context import Context
from filingexport.checks.once import once
from filingexport.declaring import frozen
from filingexport.model.business_report.officers import OfficerKind, Officers
from filingexport.model.business_report.shares import Shares
from filingexport.model.governance import GovernanceForm
from filingexport.model.values import Count, Money

MANY_SHAREHOLDERS: Final = 1000
"""From so many shareholders with votes on, votes in writing must be taken (Companies Act, article 298, paragraph 2)."""


@frozen
class Company:
    """What is known. None is unknown.

    form: its organs. accounting_auditor: has one. public: some of its shares may be transferred freely. large: capital
    of 500 million yen or liabilities of 20 billion. listed: on an exchange. group: prepares consolidated statements.
    """

    form: GovernanceForm | None
    accounting_auditor: bool | None
    public: bool | None
    large: bool | None
    listed: bool | None
    group: bool

    @property
    def board(self) -> bool | None:
        """Whether it must have a board of directors (Companies Act, article 327, paragraph 1); None where it may."""
        if self.form in _WITH_BOARD or self.public:
            return True
        return False if self.form is GovernanceForm.DIRECTORS_ONLY else None

    @property
    def auditors(self) -> bool:
        """Whether company auditors audit its directors' duties, with a board of their own or without."""
        return self.form in (GovernanceForm.BOARD_OF_COMPANY_AUDITORS, GovernanceForm.COMPANY_AUDITORS)

    @property
    def committee(self) -> bool:
        """Whether it has an audit and supervisory committee."""
        return self.form is GovernanceForm.AUDIT_AND_SUPERVISORY_COMMITTEE

    @property
    def committees(self) -> bool:
        """Whether it has nominating, audit and compensation committees."""
        return self.form is GovernanceForm.THREE_COMMITTEES


_WITH_BOARD: Final = frozenset(
    {
        GovernanceForm.BOARD_OF_COMPANY_AUDITORS,
        GovernanceForm.AUDIT_AND_SUPERVISORY_COMMITTEE,
        GovernanceForm.THREE_COMMITTEES,
    }
)
_MUST_HAVE_ACCOUNTING_AUDITOR: Final = frozenset(
    {GovernanceForm.AUDIT_AND_SUPERVISORY_COMMITTEE, GovernanceForm.THREE_COMMITTEES}
)


@once
def company(context: Context) -> Company:
    """What is known of the filing company."""
    filing, declared = context.filing, context.filing.company
    form = declared.governance_form or _form(context)
    listed = True if declared.listings or declared.securities_code else None
    public = declared.is_public
    if public is None and (listed or _many_shareholders(context)):
        public = True
    auditor = declared.has_accounting_auditor
    if auditor is None and (
        filing.non_consolidated_audit_report is not None
        or filing.consolidated_audit_report is not None
        or form in _MUST_HAVE_ACCOUNTING_AUDITOR
    ):
        auditor = True
    large = declared.is_large if declared.is_large is not None else _large(context)
    return Company(form, auditor, public, large, listed, filing.consolidated is not None)


_LARGE_CAPITAL: Final = 500_000_000
_LARGE_LIABILITIES: Final = 20_000_000_000


def _large(context: Context) -> bool | None:
    """Whether the balance sheet shows a large company (Companies Act, article 2, item 6); None where it shows none."""
    statements = context.filing.non_consolidated
    sheet = statements.balance_sheet if statements is not None else None
    for value, limit in (
        (_amount(sheet, "net_assets", "shareholders_equity", "capital_stock"), _LARGE_CAPITAL),
        (_amount(sheet, "liabilities", "total"), _LARGE_LIABILITIES),
    ):
        if value is not None and value.currency == "JPY" and value.amount >= limit:
            return True
    return None


def _amount(value: Any, *steps: str) -> Money | None:
    for step in steps:
        value = getattr(value, step, None)
    return value if isinstance(value, Money) else None


def _form(context: Context) -> GovernanceForm | None:
    filing = context.filing
    if filing.board_of_company_auditors_report is not None:
        return GovernanceForm.BOARD_OF_COMPANY_AUDITORS
    if filing.audit_and_supervisory_committee_report is not None:
        return GovernanceForm.AUDIT_AND_SUPERVISORY_COMMITTEE
    if filing.audit_committee_report is not None:
        return GovernanceForm.THREE_COMMITTEES
    officers = context.first(Officers)
    for each in officers.officers if officers is not None else ():
        if each.kind is OfficerKind.EXECUTIVE_OFFICER:
            return GovernanceForm.THREE_COMMITTEES
        if each.committee_director:
            return GovernanceForm.AUDIT_AND_SUPERVISORY_COMMITTEE
    return None


def _many_shareholders(context: Context) -> bool:
    shares = context.first(Shares)
    number = shares.number_of_shareholders if shares is not None else None
    return isinstance(number, Count) and number.amount >= MANY_SHAREHOLDERS
