"""Against last year's filing: the sample's own prior year, made a filing of its own, goes over without a finding."""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs

from filingexport import Filing
from filingexport.model.statements.consolidated import AccountingStandards
from filingexport.model.values import Count, Money, Shares, Text
from tests.check_cases.figures import AOBA, GROUP, IIJ, US
from tests.check_cases.officers import named
from tests.mutations import Case, applied, days, plus, reworded, sample, times, to


def _year_before(filing: Filing) -> dict[str, Any]:
    trend = filing.business_report.trend  # type: ignore[union-attr]
    before = trend.years[-2]  # type: ignore[union-attr]
    return {
        "fiscal_year_start": to(before.start),
        "fiscal_year_end": to(before.end),
        "fiscal_term": plus(-1),
        "notice.meeting.ordinal": plus(-1),
        "business_report.trend.years": lambda old: old[:-1],
    }


@cache
def aoba_before() -> Filing:
    """Aoba a year earlier: the prior year's statements, one term and one meeting less, fewer employees."""
    this = sample(AOBA)
    prior = this.consolidated.japan_gaap.prior_year  # type: ignore[union-attr]
    own = this.non_consolidated.prior_year  # type: ignore[union-attr]
    return applied(
        this,
        {
            **_year_before(this),
            GROUP: lambda old: attrs.evolve(
                old,
                balance_sheet=prior.balance_sheet,  # type: ignore[union-attr]
                income_statement=prior.income_statement,  # type: ignore[union-attr]
                comprehensive_income=prior.comprehensive_income,  # type: ignore[union-attr]
                changes_in_equity=None,
                cash_flows=None,
                prior_year=None,
            ),
            "non_consolidated": lambda old: attrs.evolve(
                old,
                balance_sheet=own.balance_sheet,  # type: ignore[union-attr]
                income_statement=own.income_statement,  # type: ignore[union-attr]
                changes_in_equity=None,
                prior_year=None,
            ),
            "business_report.operations.number_of_employees": plus(-64),
            "reference_documents": to(None),
        },
    )


@cache
def iij_before() -> Filing:
    """IIJ a year earlier, as far as its notice of 2008 tells."""
    this = sample(IIJ)
    return applied(
        this,
        {
            **_year_before(this),
            US: lambda old: attrs.evolve(old, balance_sheet=None, income_statement=None, changes_in_equity=None),
            f"{US}.notes.scope_of_consolidation": lambda old: attrs.evolve(
                old, subsidiaries=old.subsidiaries[:5], newly_included=(), number_of_subsidiaries=Count(5)
            ),
            f"{US}.notes.equity_method": lambda old: attrs.evolve(
                old, investees=old.investees[:2], newly_included=(), number_of_investees=Count(3)
            ),
            f"{US}.notes.accounting_policies.change_in_accounting_method": to(None),
            f"{US}.notes.accounting_policies.change_in_presentation": to(None),
            f"{US}.notes.changes_in_equity.shares_issued": to(Shares(204_300)),
            "non_consolidated": to(None),
            "business_report.shares.issued": to(Shares(204_300)),
            "business_report.shares.increase": to(None),
            "business_report.officers.changes": to(()),
            "business_report.officers.officers": lambda old: tuple(
                each for each in old if str(each.name) != "Junichi Shimagami"
            ),
            "business_report.operations.number_of_employees": to(Count(1_155)),
            "business_report.issues_to_address.number_of_employees": to(Count(1_155)),
            "reference_documents": lambda old: attrs.evolve(
                old,
                appropriation_of_surplus=attrs.evolve(
                    old.appropriation_of_surplus,
                    annual_dividend_per_share=Money(1_500),
                    interim_dividend_per_share=None,
                    dividend_per_share=Money(1_500),
                ),
                election_of_directors=None,
                election_of_company_auditors=None,
                grant_of_retirement_allowance=None,
            ),
        },
    )


CASES = [
    Case("fx.lastYear.term", AOBA, {"fiscal_term": plus(1)}, last=aoba_before),
    Case("fx.lastYear.term", AOBA, {"fiscal_year_start": days(1)}, last=aoba_before),
    Case("fx.lastYear.term", AOBA, {"notice.meeting.ordinal": plus(2)}, last=aoba_before),
    Case("fx.lastYear.column", AOBA, {f"{GROUP}.prior_year.balance_sheet.assets.current_assets.other": times("1.5")}, last=aoba_before),
    Case("fx.lastYear.closing", AOBA, {"business_report.trend.years.3.revenues": times("1.1")}, last=aoba_before),
    Case("fx.lastYear.closing", AOBA, {f"{GROUP}.changes_in_equity.opening.capital_stock": times("1.1")}, last=aoba_before),
    Case("fx.lastYear.trend", AOBA, {"business_report.trend.years.2.net_income": times("1.1")}, last=aoba_before),
    Case("fx.lastYear.shares", IIJ, {"business_report.shares.increase": plus(100)}, last=iij_before),
    Case("fx.lastYear.shares", IIJ, {f"{US}.changes_in_equity.shares_outstanding.opening.shares": plus(100)}, last=iij_before),
    Case("fx.lastYear.employees", AOBA, {"business_report.operations.change_in_employees": plus(10)}, last=aoba_before),
    Case("fx.lastYear.dividend", IIJ, {"reference_documents.appropriation_of_surplus.increase_per_share": plus(50)}, last=iij_before),
    Case("fx.lastYear.largeChange", AOBA, {f"{GROUP}.balance_sheet.assets.current_assets.cash_and_deposits": times("2")}, last=aoba_before),
    Case("fx.lastYear.vanished", AOBA, {f"{GROUP}.balance_sheet.assets.current_assets.work_in_process": to(None)}, prepare={f"{GROUP}.notes.further_notes.accounting_changes": to(None)}, last=aoba_before),
    Case("fx.lastYear.policy", AOBA, {f"{GROUP}.notes.accounting_policies.text": reworded("declining balance", "straight-line")}, prepare={f"{GROUP}.notes.further_notes.accounting_changes": to(None)}, last=aoba_before),
    Case("fx.lastYear.standards", AOBA, {"consolidated.accounting_standards": to(AccountingStandards.IFRS)}, last=aoba_before),
    Case("fx.lastYear.name", AOBA, {"business_report.accounting_auditor.name": to(named("Kuwanami & Co.", "桑波監査法人"))}, prepare={"reference_documents": to(None)}, last=aoba_before),
    Case("fx.lastYear.name", AOBA, {"company.identifier": to("529900T8BM49AURSDO99")}, last=aoba_before),
    Case("fx.lastYear.officers", AOBA, {"business_report.officers.officers.2.name": to(named("Gentaro Nobody", "誰田 権太郎"))}, last=aoba_before),
    Case("fx.lastYear.officers", IIJ, {"business_report.officers.changes": lambda old: old[1:]}, last=iij_before),
    Case("fx.lastYear.subsidiaries", IIJ, {f"{US}.notes.equity_method.investees.1": to(Text(en="Nobody Multifeed Co."))}, last=iij_before),
]  # fmt: skip
