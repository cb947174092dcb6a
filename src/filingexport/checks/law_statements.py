"""Completeness by law: statements and their notes (Ordinance on Company Accounting, articles 59 to 120-3), and reserves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from filingexport.checks.company import company
from filingexport.checks.context import Context
from filingexport.checks.numbers import money, shown, unit
from filingexport.checks.requirement import AUDITED, GROUP, Whom, at_path, given, requires
from filingexport.checks.rule import Found, Kind, rule
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.reference_documents.appropriation_of_surplus import AppropriationOfSurplus
from filingexport.model.values import Money
from filingexport.said import Said, say

_ESTIMATES: Final = date(2021, 3, 31)
"""Notes of years that end on or after this day (Ordinance 45 of 2020)."""
_REVENUE: Final = date(2021, 4, 1)
"""Notes of years that begin on or after this day (Ordinance 45 of 2020)."""
_INSTRUMENTS: Final = date(2010, 3, 31)
"""Notes of years that end on or after this day (Ordinance 7 of 2009)."""
_NON: Final = "non_consolidated"
_JAPAN: Final = "consolidated.japan_gaap"
_IFRS: Final = "consolidated.ifrs"
_US: Final = "consolidated.us_gaap"

_PER_SHARE_OF: Final = Whom(
    Said("companies with an accounting auditor, and public companies", "会計監査人設置会社及び公開会社"),
    lambda known: known.accounting_auditor or known.public,
)


def _amount(context: Context, path: str) -> Decimal:
    value = at_path(context.filing, path)
    return value.amount if isinstance(value, Money) else Decimal(0)


def _no_treasury_shares(context: Context) -> bool:
    return not _amount(context, f"{_NON}.balance_sheet.net_assets.shareholders_equity.treasury_stock")


def _no_deferred_taxes(context: Context) -> bool:
    return not any(
        isinstance(figure.value, Money) and figure.value.amount
        for figure in context.figures_of(lambda leaf: "deferred_tax" in leaf.attribute)
        if figure.path.startswith(f"{_NON}.balance_sheet.")
    )


def _treasury_shares_or_all(context: Context) -> bool:
    """Whether the note on shares may be left out: by one that tells them for the group and holds none of its own."""
    return company(context).group and _no_treasury_shares(context)


STATEMENTS = (
    requires("fx.law.balanceSheet", f"{_NON}.balance_sheet", basis=item.act("435", "2")),
    requires("fx.law.incomeStatement", f"{_NON}.income_statement", basis=item.act("435", "2")),
    requires("fx.law.changesInNetAssets", f"{_NON}.changes_in_equity", basis=(item.act("435", "2"), item.accounting("59", "1"))),
    requires("fx.law.notes", f"{_NON}.notes", basis=(item.act("435", "2"), item.accounting("59", "1"))),
    requires(
        "fx.law.consolidatedBalanceSheet", f"{_JAPAN}.balance_sheet", f"{_IFRS}.financial_position", f"{_US}.balance_sheet",
        basis=(item.act("444", "1"), item.accounting("61")),
        what=Said("Consolidated balance sheet", "連結貸借対照表"),
    ),
    requires(
        "fx.law.consolidatedIncomeStatement", f"{_JAPAN}.income_statement", f"{_IFRS}.profit_or_loss", f"{_US}.income_statement",
        basis=(item.act("444", "1"), item.accounting("61")),
        what=Said("Consolidated statement of income", "連結損益計算書"),
    ),
    requires(
        "fx.law.consolidatedChanges", f"{_JAPAN}.changes_in_equity", f"{_IFRS}.changes_in_equity", f"{_US}.changes_in_equity",
        basis=(item.act("444", "1"), item.accounting("61")),
        what=Said("Consolidated statement of changes in net assets", "連結株主資本等変動計算書"),
    ),
    requires(
        "fx.law.consolidatedNotes", f"{_JAPAN}.notes", f"{_IFRS}.notes", f"{_US}.notes",
        basis=(item.act("444", "1"), item.accounting("61")),
        what=Said("Notes to the consolidated statements", "連結注記表"),
    ),
)  # fmt: skip
"""The statements themselves."""


def _no_notes(context: Context) -> bool:
    return at_path(context.filing, f"{_NON}.notes") is None


def _no_consolidated_notes(context: Context) -> bool:
    return not any(given(at_path(context.filing, f"{each}.notes")) for each in (_JAPAN, _IFRS, _US))


NOTES = (
    requires(
        "fx.law.accountingPolicies", f"{_NON}.notes.accounting_policies",
        basis=(item.accounting("98", "1", "2"), item.accounting("101")), unless=_no_notes,
    ),
    requires(
        "fx.law.sharesNote", f"{_NON}.notes.further_notes.equity",
        basis=(item.accounting("105"), item.accounting("98", "1", "9")),
        unless=lambda context: _no_notes(context) or _treasury_shares_or_all(context),
    ),
    requires(
        "fx.law.deferredTaxes", f"{_NON}.notes.deferred_taxes",
        basis=(item.accounting("107"), item.accounting("98", "1", "10")), of=_PER_SHARE_OF,
        unless=lambda context: _no_notes(context) or _no_deferred_taxes(context),
    ),
    requires(
        "fx.law.perShare", f"{_NON}.notes.per_share_information.net_assets_per_share",
        f"{_NON}.notes.further_notes.per_share",
        basis=(item.accounting("113"), item.accounting("98", "1", "16")), of=_PER_SHARE_OF, unless=_no_notes,
    ),
    requires(
        "fx.law.consolidationScope", f"{_JAPAN}.notes.scope_of_consolidation", f"{_IFRS}.notes.scope_of_consolidation",
        f"{_US}.notes.scope_of_consolidation",
        basis=item.accounting("102", "1", "1"), of=GROUP, unless=_no_consolidated_notes,
    ),
    requires(
        "fx.law.consolidatedPolicies", f"{_JAPAN}.notes.accounting_policies", f"{_IFRS}.notes.accounting_policies",
        f"{_US}.notes.accounting_policies",
        basis=item.accounting("102", "1", "3"), of=GROUP, unless=_no_consolidated_notes,
    ),
    requires(
        "fx.law.basisOfPreparation", f"{_IFRS}.notes.basis", basis=item.accounting("120", "2"), of=GROUP,
        unless=lambda context: at_path(context.filing, f"{_IFRS}.notes") is None,
    ),
    requires(
        "fx.law.basisOfPresentation", f"{_US}.notes.accounting_policies.basis_of_presentation",
        basis=item.accounting("120-3", "2"), of=GROUP,
        unless=lambda context: at_path(context.filing, f"{_US}.notes") is None,
    ),
    requires(
        "fx.law.consolidatedShares", f"{_JAPAN}.notes.further_notes.equity",
        f"{_IFRS}.notes.further_notes.equity", f"{_US}.notes.changes_in_equity.shares_issued",
        basis=(item.accounting("106"), item.accounting("98", "1", "9")), of=GROUP, unless=_no_consolidated_notes,
        what=Said("Shares issued, and dividends, of the group's notes", "連結注記表の発行済株式及び配当"),
    ),
    requires(
        "fx.law.financialInstruments", f"{_JAPAN}.notes.further_notes.financial_instruments", f"{_IFRS}.notes.further_notes.financial_instruments",
        f"{_US}.notes.further_notes.financial_instruments",
        basis=(item.accounting("109"), item.accounting("98", "1", "12")), of=GROUP, since=_INSTRUMENTS,
        unless=_no_consolidated_notes,
    ),
    requires(
        "fx.law.estimates", f"{_JAPAN}.notes.further_notes.accounting_estimates", f"{_IFRS}.notes.further_notes.accounting_estimates",
        f"{_US}.notes.further_notes.accounting_estimates",
        basis=(item.accounting("102-3-2"), item.accounting("98", "1", "4-2")), of=GROUP & AUDITED, since=_ESTIMATES,
        unless=_no_consolidated_notes, severity=Severity.WARNING,
    ),
    requires(
        "fx.law.revenueRecognition", f"{_JAPAN}.notes.further_notes.revenue_recognition", f"{_IFRS}.notes.further_notes.revenue_recognition",
        f"{_US}.notes.further_notes.revenue_recognition",
        basis=(item.accounting("115-2"), item.accounting("98", "1", "18-2")), of=GROUP & AUDITED, since=_REVENUE,
        by="year start", unless=_no_consolidated_notes,
    ),
    requires(
        "fx.law.consolidatedPerShare", f"{_JAPAN}.notes.per_share_information.net_assets_per_share", f"{_IFRS}.notes.owners_equity_per_share",
        f"{_US}.notes.per_share_information.shareholders_equity_per_share",
        basis=(item.accounting("113"), item.accounting("98", "1", "16")), of=GROUP, unless=_no_consolidated_notes,
    ),
)  # fmt: skip
"""Notes that every company of its kind has (article 98)."""

_LEGAL: Final = f"{_NON}.balance_sheet.net_assets.shareholders_equity"


@rule(
    "fx.law.legalReserve",
    Kind.COMPLETENESS,
    Severity.ERROR,
    title=Said("A tenth of the dividends was not put to the legal reserves", "準備金の積立不足"),
    why=Said(
        "With each dividend a tenth of it goes to the legal reserves, until they are a quarter of the capital.",
        "剰余金の配当をする場合、資本金の４分の１に達するまで配当額の10分の１を準備金として計上しなければなりません。",
    ),
    todo=Said("Compare the provision with the dividends paid.", "準備金の積立額と配当額を照合してください。"),
    basis=(item.act("445", "4"), item.accounting("22")),
)
def legal_reserve(context: Context) -> Iterator[Found]:
    """The line of the provision against that of the dividends, unless the reserves were full at the beginning."""
    changes = f"{_NON}.changes_in_equity"
    at = context.by_path.get(changes)
    if at is None:
        return
    matrix = at.value
    paid = getattr(matrix.dividends_from_surplus, "retained_earnings_brought_forward", None)
    capital = getattr(matrix.opening, "capital_stock", None)
    if not isinstance(paid, Money) or not isinstance(capital, Money) or paid.amount >= 0:
        return
    reserves = sum(
        (
            cell.amount
            for column in ("legal_capital_surplus", "legal_retained_earnings")
            if isinstance(cell := getattr(matrix.opening, column, None), Money)
        ),
        Decimal(0),
    )
    room = max(capital.amount / 4 - reserves, Decimal(0))
    needed = min(-paid.amount / 10, room)
    provided = Decimal(0)
    for column in ("legal_retained_earnings", "legal_capital_surplus"):
        cell = getattr(matrix.provision_of_legal_retained_earnings, column, None)
        provided += cell.amount if isinstance(cell, Money) else 0
    slack = unit(paid)
    if provided + slack < needed:
        yield Found(
            f"{changes}.provision_of_legal_retained_earnings",
            say(
                "dividends of {paid} were paid, but {provided} was put to the legal reserves; {needed} is a tenth or what "
                "they lack",
                "配当{paid}に対する準備金の積立額は{provided}ですが、{needed}以上が必要です",
                paid=shown(paid, negated=True),
                provided=money(provided, paid.currency, paid.decimals),
                needed=money(needed, paid.currency, paid.decimals),
            ),
            money(provided, paid.currency, paid.decimals),
            money(needed, paid.currency, paid.decimals),
            others=(f"{changes}.dividends_from_surplus.retained_earnings_brought_forward",),
        )


@rule(
    "fx.law.distributable",
    Kind.COMPLETENESS,
    Severity.ERROR,
    title=Said("The dividend is more than the company may distribute", "分配可能額を超える配当"),
    why=Said(
        "Dividends are paid from surplus: other capital surplus and other retained earnings, less treasury shares; the "
        "company alone counts, not the group.",
        "配当は単体の剰余金（その他資本剰余金及びその他利益剰余金から自己株式の帳簿価額を控除した額等）の範囲に限られます。",
    ),
    todo=Said("Compute the distributable amount anew.", "分配可能額を再計算してください。"),
    basis=(item.act("461", "1", "8"), item.act("461", "2"), item.act("446")),
)
def distributable(context: Context) -> Iterator[Found]:
    """The proposed total against the surplus at the year-end less treasury shares: more can never be distributed."""
    appropriation = context.first_at(AppropriationOfSurplus)
    total = appropriation.value.total_dividend if appropriation is not None else None
    other = at_path(context.filing, f"{_LEGAL}.retained_earnings.other_retained_earnings.total")
    if appropriation is None or not isinstance(total, Money) or not isinstance(other, Money):
        return
    surplus = (
        other.amount
        + _amount(context, f"{_LEGAL}.capital_surplus.other_capital_surplus")
        + _amount(context, f"{_LEGAL}.treasury_stock")
    )
    if total.currency == other.currency and total.amount > surplus + unit(other):
        yield Found(
            appropriation.sub("total_dividend"),
            say(
                "dividends of {total} are proposed; the surplus less treasury shares is {surplus}",
                "配当総額は{total}ですが、剰余金から自己株式を控除した額は{surplus}です",
                total=shown(total),
                surplus=money(surplus, other.currency, other.decimals),
            ),
            shown(total),
            others=(f"{_LEGAL}.retained_earnings.other_retained_earnings.total",),
        )
