"""Completeness by law: the business report (Ordinance for Enforcement of the Companies Act, articles 117 to 126)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from filingexport.checks.company import company
from filingexport.checks.context import At, Context
from filingexport.checks.people import board
from filingexport.checks.requirement import (
    ANY_COMMITTEE,
    AUDITED,
    GROUP,
    LARGE,
    POLICY_ON_PAY,
    PUBLIC,
    requires,
    requires_each,
)
from filingexport.checks.rule import Found, Kind, rule
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.business_report.officers import Officer, OfficerKind, OutsideOfficerActivities
from filingexport.model.business_report.shares import MajorShareholder
from filingexport.model.business_report.trend import TrendYear
from filingexport.model.values import Count, Money
from filingexport.said import Said, say

REFORM_2009: Final = date(2009, 4, 1)
"""Ministry of Justice Ordinance 7 of 2009: business reports of years that end on or after this day."""
REFORM_2014: Final = date(2015, 5, 1)
"""Act 90 of 2014 and Ordinance 6 of 2015: business reports of years that end on or after this day."""
REFORM_2019: Final = date(2021, 3, 1)
"""Act 70 of 2019 and Ordinance 52 of 2020: business reports of years that end on or after this day."""


def _without_borrowings(context: Context) -> bool:
    """Whether the balance sheets show no loans: then there are no major lenders to tell."""
    return not any(
        isinstance(figure.value, Money)
        and figure.value.amount > 0
        and figure.path.startswith(("consolidated.", "non_consolidated."))
        for figure in context.figures_of(
            lambda leaf: leaf.instant and ("loans_payable" in leaf.attribute or "borrowings" in leaf.attribute)
        )
    )


BUSINESS = (
    requires(
        "fx.law.businessLines", "business_report.operations.business_lines", "business_report.progress_and_results.segments",
        basis=item.enforcement("120", "1", "1"), of=PUBLIC,
    ),
    requires("fx.law.offices", "business_report.operations.offices", basis=item.enforcement("120", "1", "2"), of=PUBLIC),
    requires("fx.law.employees", "business_report.operations.number_of_employees", basis=item.enforcement("120", "1", "2"), of=PUBLIC),
    requires(
        "fx.law.borrowings", "business_report.operations.borrowings",
        basis=item.enforcement("120", "1", "3"), of=PUBLIC, unless=_without_borrowings,
    ),
    requires("fx.law.progress", "business_report.progress_and_results.general", "business_report.progress_and_results.services", "business_report.progress_and_results.segments", basis=item.enforcement("120", "1", "4"), of=PUBLIC),
    requires(
        "fx.law.financing", "business_report.investment_and_financing.financing_text",
        basis=item.enforcement("120", "1", "5"), of=PUBLIC, severity=Severity.WARNING,
    ),
    requires(
        "fx.law.capitalExpenditures", "business_report.investment_and_financing.capital_expenditures_text",
        "business_report.investment_and_financing.capital_expenditures",
        basis=item.enforcement("120", "1", "5"), of=PUBLIC, severity=Severity.WARNING,
    ),
    requires("fx.law.trend", "business_report.trend.years", basis=item.enforcement("120", "1", "6"), of=PUBLIC),
    requires(
        "fx.law.subsidiaries", "business_report.subsidiaries.subsidiaries", "business_report.subsidiaries.notes",
        basis=item.enforcement("120", "1", "7"), of=PUBLIC & GROUP,
    ),
    requires("fx.law.issues", "business_report.issues_to_address.text", basis=item.enforcement("120", "1", "8"), of=PUBLIC),
)  # fmt: skip
"""The current state of the company (article 120)."""


@rule(
    "fx.law.trendYears",
    Kind.COMPLETENESS,
    Severity.ERROR,
    title=Said("The trend tells fewer than three years before this one", "直前三事業年度の推移の不足"),
    why=Said(
        "Assets and income of the three years before this one are to be told, unless the company is younger.",
        "直前三事業年度の財産及び損益の状況の推移を記載しなければなりません。",
    ),
    todo=Said("Add the years that are missing.", "不足する年度を追加してください。"),
    basis=item.enforcement("120", "1", "6"),
)
def trend_years(context: Context) -> Iterator[Found]:
    """Years in the trend that end before this one."""
    rows = context.of(TrendYear)
    before = len({at.value.end for at in rows if at.value.end < context.year_end})
    term = context.filing.fiscal_term
    possible = min(3, int(term.amount) - 1) if isinstance(term, Count) else 3
    if rows and company(context).public and before < possible:
        yield Found(
            "business_report.trend.years",
            say(
                "the trend tells {before} years before this one; {possible} are asked for",
                "推移表に記載された当事業年度前の年度は{before}期間です（{possible}期間が必要）",
                before=before,
                possible=possible,
            ),
        )


SHARES = (
    requires("fx.law.majorShareholders", "business_report.shares.major_shareholders", basis=item.enforcement("122", "1", "1"), of=PUBLIC),
    requires_each(
        "fx.law.holdingRatio", MajorShareholder, "holding_ratio", "voting_ratio",
        basis=item.enforcement("122", "1", "1"), of=PUBLIC, since=REFORM_2009,
    ),
    requires_each("fx.law.sharesHeld", MajorShareholder, "shares_held", "by_class", basis=item.enforcement("122", "1", "1"), of=PUBLIC),
)  # fmt: skip
"""Shares (article 122)."""


def _pays_by_policy(context: Context) -> bool:
    report = context.filing.business_report
    return report is None or report.officers is None


OFFICERS = (
    requires("fx.law.officers", "business_report.officers.officers", basis=item.enforcement("121", "", "1"), of=PUBLIC),
    requires_each("fx.law.position", Officer, "position", basis=item.enforcement("121", "", "2"), of=PUBLIC),
    requires(
        "fx.law.remuneration", "business_report.officers.remuneration_details.by_kind", "business_report.officers.remuneration",
        "business_report.officers.remuneration_details.individual",
        basis=item.enforcement("121", "", "4"), of=PUBLIC, unless=_pays_by_policy,
        what=Said("Total remuneration of each class of officers", "役員区分ごとの報酬等の総額"),
    ),
    requires(
        "fx.law.remunerationByKind", "business_report.officers.remuneration_details.by_kind",
        "business_report.officers.remuneration_details.individual",
        basis=item.enforcement("121", "", "4"), of=PUBLIC, since=REFORM_2019, unless=_pays_by_policy,
    ),
    requires(
        "fx.law.remunerationResolution", "business_report.officers.remuneration_details.resolutions",
        basis=item.enforcement("121", "", "5-4"), of=PUBLIC, since=REFORM_2019,
        unless=lambda context: _pays_by_policy(context) or company(context).committees,
    ),
    requires(
        "fx.law.remunerationPolicy", "business_report.officers.remuneration_details.policy.outline",
        basis=(item.enforcement("121", "", "6"), item.act("361", "7")), of=POLICY_ON_PAY, since=REFORM_2019,
        unless=_pays_by_policy,
    ),
    requires(
        "fx.law.policyMethod", "business_report.officers.remuneration_details.policy.method",
        basis=item.enforcement("121", "", "6"), of=POLICY_ON_PAY, since=REFORM_2019,
        unless=lambda context: _no_policy(context),
    ),
    requires(
        "fx.law.policyConformity", "business_report.officers.remuneration_details.policy.conformity",
        basis=item.enforcement("121", "", "6"), of=POLICY_ON_PAY, since=REFORM_2019,
        unless=lambda context: _no_policy(context),
    ),
    requires(
        "fx.law.fullTimeReason", "business_report.officers.full_time_reason",
        basis=item.enforcement("121", "", "10"), of=ANY_COMMITTEE, since=REFORM_2014, unless=_pays_by_policy,
    ),
    requires_each(
        "fx.law.outsideActivities", Officer, "attendance", basis=item.enforcement("124", "", "4"), of=PUBLIC,
        only=lambda context, at: bool(at.value.outside) and not _has_activities(context, at),
        what=Said("Attendance and activities of the outside officer", "社外役員の主な活動状況"),
    ),
    requires_each(
        "fx.law.outsideRole", OutsideOfficerActivities, "expected_role",
        basis=item.enforcement("124", "", "4"), of=PUBLIC, since=REFORM_2019,
        only=lambda context, at: _is_director(context, at),
    ),
)  # fmt: skip
"""Officers (articles 121 and 124)."""


def _no_policy(context: Context) -> bool:
    report = context.filing.business_report
    details = report.officers.remuneration_details if report is not None and report.officers is not None else None
    return details is None or details.policy is None or details.policy.outline is None


def _has_activities(context: Context, at: At) -> bool:
    return id(at) in context.once(_with_activities)


def _with_activities(context: Context) -> set[int]:
    found = (board(context).index.find(each.value.name) for each in context.of(OutsideOfficerActivities))
    return {id(at) for at in found if at is not None}


def _is_director(context: Context, at: At) -> bool:
    officer = board(context).index.find(at.value.name)
    return officer is None or officer.value.kind is OfficerKind.DIRECTOR


def _no_outside_director(context: Context) -> bool:
    return not any(at.value.outside and at.value.kind is OfficerKind.DIRECTOR for at in context.of(Officer))


ROLES = (
    requires(
        "fx.law.outsideRoles", "business_report.officers.outside_officers.activities",
        basis=item.enforcement("124", "", "4"), of=PUBLIC, since=REFORM_2019, unless=_no_outside_director,
        what=Said("Duties performed by outside directors in the role expected of them", "社外取締役に期待される役割に関して行った職務の概要"),
    ),
)  # fmt: skip
"""Since 2021, what outside directors did in the role expected of them."""

ACCOUNTING_AUDITOR = (
    requires("fx.law.accountingAuditor", "business_report.accounting_auditor.name", basis=item.enforcement("126", "", "1"), of=AUDITED),
    requires(
        "fx.law.auditFee", "business_report.accounting_auditor.audit_fee",
        basis=item.enforcement("126", "", "2"), of=AUDITED & PUBLIC,
    ),
    requires(
        "fx.law.feeConsent", "business_report.accounting_auditor.consent_reason",
        basis=(item.enforcement("126", "", "2"), item.act("399")), of=AUDITED & PUBLIC, since=REFORM_2014,
    ),
    requires(
        "fx.law.dismissalPolicy", "business_report.accounting_auditor.dismissal_policy",
        basis=item.enforcement("126", "", "4"), of=AUDITED & PUBLIC,
    ),
    requires(
        "fx.law.totalFees", "business_report.accounting_auditor.total_fees_payable",
        basis=item.enforcement("126", "", "8"), of=AUDITED & LARGE & GROUP,
    ),
)  # fmt: skip
"""The accounting auditor (article 126)."""

SYSTEMS = (
    requires(
        "fx.law.internalControl", "business_report.policies_and_systems.systems",
        "business_report.policies_and_systems.introduction",
        basis=(item.enforcement("118", "", "2"), item.act("362", "4", "6"), item.act("362", "5")), of=LARGE,
        what=Said("Outline of the resolution on internal control systems", "業務の適正を確保するための体制の決議の概要"),
    ),
    requires(
        "fx.law.internalControlOperation", "business_report.policies_and_systems.operating_status",
        basis=item.enforcement("118", "", "2"), of=LARGE, since=REFORM_2014,
    ),
)  # fmt: skip
"""Systems for proper business (article 118)."""
