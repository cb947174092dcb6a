"""Footing, and ties of figures."""

from __future__ import annotations

import attrs

from filingexport.model.statements.common_notes.equity import EquityNote, PerShareNote, ShareMovement
from filingexport.model.statements.common_notes.further import FurtherNotes
from filingexport.model.statements.common_notes.revenue import DisaggregatedRevenue, RevenueRecognitionNote
from filingexport.model.values import Block, Money, Ratio, Shares, Text
from tests.mutations import Case, days, negated, plus, reworded, times, to

AOBA, MINATO, KITAHAMA, IIJ = "aoba-2026", "minato-2026", "kitahama-2026", "iij-2008"
GROUP = "consolidated.japan_gaap"
US = "consolidated.us_gaap"
IFRS = "consolidated.ifrs"


def million(amount: int) -> Money:
    return Money(amount * 1_000_000, "JPY", -6)


FOOTING = [
    Case("fx.footing.total", AOBA, {f"{GROUP}.income_statement.non_operating_income.other": times("2")}),
    Case("fx.footing.total", IIJ, {f"{US}.balance_sheet.liabilities.other_noncurrent_liabilities": plus(9_000_000)}),
    Case("fx.footing.total", IIJ, {"non_consolidated.notes.deferred_taxes.assets.others": times("1.5")}),
    Case("fx.footing.total", KITAHAMA, {"non_consolidated.income_statement.expenses.depreciation": negated}),
    Case("fx.footing.total", MINATO, {f"{IFRS}.cash_flows.operating.other": times("0.1")}),
    Case("fx.footing.across", AOBA, {f"{GROUP}.changes_in_equity.closing.non_controlling_interests": times("2")}),
    Case("fx.footing.across", IIJ, {f"{US}.changes_in_equity.net_income.retained_earnings": times("1.1")}),
    Case("fx.footing.forward", KITAHAMA, {"non_consolidated.changes_in_equity.total_changes.net_assets": times("2")}),
    Case("fx.footing.forward", MINATO, {f"{IFRS}.cash_flows.net_increase": times("2")}),
    Case("fx.footing.forward", IIJ, {f"{US}.changes_in_equity.shares_outstanding.issued": plus(1)}),
    Case("fx.footing.rows", IIJ, {"non_consolidated.notes.leases.assets.2.acquisition_cost": times("2")}),
    Case(
        "fx.footing.beside", IIJ, {"reference_documents.appropriation_of_surplus.annual_dividend_per_share": plus(100)}
    ),
    Case(
        "fx.footing.beside",
        AOBA,
        {f"{GROUP}.income_statement.profit_attributable_to_non_controlling_interests": times("2")},
    ),
    Case(
        "fx.footing.uneven",
        AOBA,
        {
            f"{GROUP}.balance_sheet.assets.intangible_assets.total"
            if False
            else f"{GROUP}.balance_sheet.assets.noncurrent_assets.intangible_assets.other": plus(1_000_000)
        },
    ),
    Case("fx.footing.change", IIJ, {"business_report.progress_and_results.results.net_income_change": plus("0.02")}),
    Case(
        "fx.footing.change",
        IIJ,
        {"business_report.progress_and_results.results.net_income_change": to(Ratio("0.171", 3))},
    ),
    Case("fx.footing.change", AOBA, {"business_report.progress_and_results.results.revenues_change": negated}),
    Case(
        "fx.footing.marginChange",
        AOBA,
        {"business_report.progress_and_results.results.operating_margin_change": to(Ratio("0.050", 3))},
        prepare={
            "business_report.progress_and_results.results": lambda old: attrs.evolve(
                old, operating_margin_change=Ratio("0.040", 3)
            )
        },
    ),
    Case("fx.footing.ratio", IIJ, {"business_report.progress_and_results.services.1.gross_margin_ratio": plus("0.02")}),
    Case(
        "fx.footing.ratio",
        AOBA,
        {"business_report.trend.years.4.equity_ratio": to(Ratio("0.694", 3))},
        prepare={"business_report.trend.years.4": lambda old: attrs.evolve(old, equity_ratio=Ratio("0.684", 3))},
    ),
    Case("fx.footing.ratio", AOBA, {"business_report.trend.years.1.equity_ratio": times("0.5")}),
    Case(
        "fx.footing.changesAgree", IIJ, {"business_report.progress_and_results.services.1.gross_margin_change": negated}
    ),
    Case("fx.footing.possible", AOBA, {"business_report.operations.number_of_employees": negated}),
    Case("fx.footing.possible", AOBA, {"business_report.subsidiaries.subsidiaries.2.ownership": plus("0.2")}),
    Case("fx.footing.proseCount", AOBA, {f"{GROUP}.notes.scope_of_consolidation.text": reworded("nine", "six")}),
    Case("fx.footing.proseCount", AOBA, {f"{GROUP}.notes.equity_method.text": reworded("２社", "３社")}),
    Case("fx.footing.prose", AOBA, {"business_report.progress_and_results.general": reworded("7,914", "7,419")}),
    Case(
        "fx.footing.prose", KITAHAMA, {"business_report.progress_and_results.general": reworded("329,675", "329,765")}
    ),
    Case("fx.footing.proseChange", AOBA, {"business_report.progress_and_results.general": reworded("7.3", "3.7")}),
    Case("fx.footing.proseChange", MINATO, {"business_report.progress_and_results.general": reworded("4.5%", "5.4%")}),
    Case("fx.footing.direction", MINATO, {"business_report.progress_and_results.general": reworded("fell", "rose")}),
    Case("fx.footing.direction", AOBA, {"business_report.progress_and_results.general": reworded("％増", "％減")}),
    Case(
        "fx.footing.remuneration", AOBA, {"business_report.officers.remuneration_details.by_kind.2.fixed": times("2")}
    ),
    Case(
        "fx.footing.remuneration",
        AOBA,
        {"business_report.officers.remuneration_details.by_kind.1.total": to(million(107))},
    ),
    Case(
        "fx.footing.table",
        AOBA,
        {f"{GROUP}.notes.further_notes.revenue_recognition.disaggregation_text": reworded("23,535", "23,355")},
        prepare={
            f"{GROUP}.notes.further_notes.revenue_recognition.disaggregation_text": to(
                Block(
                    en="<table><thead><tr><th>Kind</th><th>JPY millions</th></tr></thead><tbody><tr><td>Machine tools</td><td>54,915</td></tr>"
                    "<tr><td>Tools and service</td><td>23,535</td></tr><tr><td>Total</td><td>78,450</td></tr></tbody></table>"
                )
            )
        },
    ),
    Case("fx.footing.split", IIJ, {"business_report.trend.years.1.net_income_per_share_adjusted": plus(100)}),
    Case("fx.footing.holdingRatio", AOBA, {"business_report.shares.major_shareholders.1.holding_ratio": plus("0.01")}),
    Case(
        "fx.footing.holdingRatio", KITAHAMA, {"business_report.shares.major_shareholders.2.voting_ratio": plus("0.02")}
    ),
]

MEASURES = [
    Case("fx.tie.revenue", AOBA, {"business_report.trend.years.4.revenues": times("1.1")}),
    Case("fx.tie.costOfRevenue", IIJ, {"business_report.progress_and_results.results.cost_of_revenues": times("1.1")}),
    Case(
        "fx.tie.grossProfit",
        IIJ,
        {"business_report.progress_and_results.results.gross_margin": times("1.1")},
        prepare={
            f"{US}.income_statement": lambda old: attrs.evolve(old, gross_profit=Money(13_952_678_000, "JPY", -3))
        },
    ),
    Case(
        "fx.tie.sellingGeneralAdministrative",
        AOBA,
        {"business_report.progress_and_results.results.selling_general_and_administrative": to(million(12_460))},
        prepare={
            "business_report.progress_and_results.results": lambda old: attrs.evolve(
                old, selling_general_and_administrative=million(12_640)
            ),
            "business_report.progress_and_results.general": to(
                Block(
                    en="<p>Expenses were JPY 12,640 million, JPY 12,460 million, JPY 78,450 million, JPY 7,914 million; up 7.3%.</p>"
                )
            ),
        },
    ),
    Case("fx.tie.operatingIncome", AOBA, {"business_report.trend.years.4.operating_income": times("1.1")}),
    Case(
        "fx.tie.ordinaryIncome",
        AOBA,
        {"business_report.trend.years.4.ordinary_income": to(million(8_418))},
        prepare={"business_report.trend.years.4": lambda old: attrs.evolve(old, ordinary_income=million(8_481))},
    ),
    Case(
        "fx.tie.incomeBeforeTax",
        AOBA,
        {"business_report.trend.years.4.income_before_tax": to(million(8_516))},
        prepare={"business_report.trend.years.4": lambda old: attrs.evolve(old, income_before_tax=million(8_615))},
    ),
    Case("fx.tie.netIncome", AOBA, {f"{GROUP}.changes_in_equity.net_income.net_assets": times("1.1")}),
    Case("fx.tie.netIncome", MINATO, {f"{IFRS}.profit_or_loss.attributable_to.owners": times("0.9")}),
    Case("fx.tie.netIncome", IIJ, {"non_consolidated.income_statement.profit_loss": times("1.1")}),
    Case("fx.tie.profit", MINATO, {f"{IFRS}.comprehensive_income.profit": times("1.1")}),
    Case(
        "fx.tie.otherComprehensiveIncome",
        MINATO,
        {f"{IFRS}.comprehensive_income.other_comprehensive_income": times("1.1")},
    ),
    Case("fx.tie.comprehensiveIncome", MINATO, {f"{IFRS}.comprehensive_income.comprehensive_income": times("1.1")}),
    Case("fx.tie.cash", MINATO, {f"{IFRS}.cash_flows.closing": times("1.1")}),
    Case("fx.tie.totalAssets", AOBA, {"business_report.trend.years.4.total_assets": times("1.1")}),
    Case("fx.tie.netAssets", AOBA, {"business_report.trend.years.4.net_assets": times("1.1")}),
    Case("fx.tie.equity", IIJ, {"business_report.trend.years.4.equity": times("1.1")}),
    Case(
        "fx.tie.capitalStock",
        AOBA,
        {f"{GROUP}.balance_sheet.net_assets.shareholders_equity.capital_stock": times("1.1")},
    ),
    Case(
        "fx.tie.legalCapitalSurplus",
        KITAHAMA,
        {"non_consolidated.changes_in_equity.closing.legal_capital_surplus": times("1.1")},
    ),
    Case("fx.tie.capitalSurplus", AOBA, {f"{GROUP}.changes_in_equity.closing.capital_surplus": times("1.1")}),
    Case(
        "fx.tie.legalRetainedEarnings",
        KITAHAMA,
        {"non_consolidated.changes_in_equity.closing.legal_retained_earnings": times("1.1")},
    ),
    Case(
        "fx.tie.retainedEarningsBroughtForward",
        KITAHAMA,
        {"non_consolidated.changes_in_equity.closing.retained_earnings_brought_forward": times("1.1")},
    ),
    Case("fx.tie.retainedEarnings", AOBA, {f"{GROUP}.changes_in_equity.closing.retained_earnings": times("1.1")}),
    Case("fx.tie.treasuryStock", AOBA, {f"{GROUP}.changes_in_equity.closing.treasury_stock": times("1.1")}),
    Case(
        "fx.tie.accumulatedOtherComprehensiveIncome",
        AOBA,
        {f"{GROUP}.changes_in_equity.closing.valuation_and_translation": times("1.1")},
    ),
    Case(
        "fx.tie.valuationDifference",
        KITAHAMA,
        {"non_consolidated.changes_in_equity.closing.valuation_difference": times("1.1")},
    ),
    Case(
        "fx.tie.nonControllingInterests",
        AOBA,
        {f"{GROUP}.balance_sheet.net_assets.non_controlling_interests": times("1.1")},
    ),
    Case("fx.tie.earningsPerShare", IIJ, {"business_report.trend.years.4.net_income_per_share": times("1.1")}),
    Case("fx.tie.equityPerShare", IIJ, {"business_report.trend.years.4.equity_per_share": times("1.1")}),
    Case("fx.tie.sharesAuthorized", IIJ, {f"{US}.balance_sheet.shareholders_equity.shares_authorized": plus(100)}),
    Case("fx.tie.sharesIssued", IIJ, {f"{US}.notes.changes_in_equity.shares_issued": plus(1000)}),
    Case("fx.tie.sharesIssuedInTheYear", IIJ, {"business_report.shares.increase": plus(9)}),
    Case("fx.tie.employees", IIJ, {"business_report.issues_to_address.number_of_employees": plus(10)}),
    Case("fx.tie.increaseInEmployees", IIJ, {"business_report.operations.change_in_employees": plus(10)}),
    Case(
        "fx.tie.consolidatedSubsidiaries",
        IIJ,
        {"business_report.subsidiaries.number_of_consolidated_subsidiaries": plus(1)},
    ),
    Case(
        "fx.tie.equityMethodInvestees", IIJ, {"business_report.subsidiaries.number_of_equity_method_investees": plus(1)}
    ),
    *(
        Case(
            f"fx.tie.{rule}",
            AOBA,
            {f"{GROUP}.changes_in_equity.closing.{column}": times("2")},
            prepare={
                f"{GROUP}.balance_sheet.net_assets.{line}": to(million(120)),
                f"{GROUP}.changes_in_equity.closing.{column}": to(million(120)),
            },
        )
        for rule, column, line in (
            (
                "otherCapitalSurplus",
                "other_capital_surplus",
                "shareholders_equity.capital_surplus.other_capital_surplus",
            ),
            ("shareAcquisitionRights", "share_acquisition_rights", "subscription_rights_to_shares"),
        )
    ),
    Case(
        "fx.tie.generalReserve",
        IIJ,
        {"non_consolidated.changes_in_equity.closing.general_reserve": times("2")},
        prepare={
            "non_consolidated.balance_sheet.net_assets.shareholders_equity.retained_earnings.other_retained_earnings"
            ".general_reserve": to(million(120)),
            "non_consolidated.changes_in_equity.closing.general_reserve": to(million(120)),
        },
    ),
    Case("fx.tie.opening", AOBA, {f"{GROUP}.changes_in_equity.opening.net_assets": times("1.1")}),
    Case("fx.tie.opening", IIJ, {"business_report.trend.years.3.equity": times("1.1")}),
]

_NOTE = FurtherNotes(
    equity=EquityNote(
        issued=(ShareMovement(share_class=Text(en="Common stock"), opening=Shares(204_300), increase=Shares(2_178), closing=Shares(206_478)),),
    ),
    per_share=PerShareNote(profit=Money(5_176_589_000, "JPY", -3), average_shares=Shares(206_239), basic_earnings=Money(25_100)),
    revenue_recognition=RevenueRecognitionNote(
        disaggregation=(
            DisaggregatedRevenue(name=Text(en="Services"), amount=Money(65_320_756_000, "JPY", -3)),
            DisaggregatedRevenue(name=Text(en="Equipment"), amount=Money(1_514_543_000, "JPY", -3)),
            DisaggregatedRevenue(name=Text(en="Total"), amount=Money(66_835_299_000, "JPY", -3), is_total=True),
        )
    ),
)  # fmt: skip
_WITH_NOTE = {f"{US}.notes.further_notes": to(_NOTE)}

SHARES = [
    Case("fx.tie.equityInAssets", AOBA, {"business_report.trend.years.1.net_assets": times("2")}),
    Case("fx.tie.perShareScale", MINATO, {f"{IFRS}.prior_year.profit_or_loss.basic_earnings_per_share": times("1000")}),
    Case(
        "fx.tie.perShareScale", KITAHAMA, {"non_consolidated.notes.per_share_information.net_income_per_share": negated}
    ),
    Case("fx.tie.dividendShares", IIJ, {f"{US}.notes.changes_in_equity.dividends_paid.2.per_share": plus(50)}),
    Case(
        "fx.tie.dividendShares",
        AOBA,
        {f"{GROUP}.notes.further_notes.equity.dividends_paid.1.total_amount": times("1.1")},
    ),
    Case(
        "fx.tie.classDividend",
        KITAHAMA,
        {"reference_documents.appropriation_of_surplus.classes.2.per_share": plus(250)},
    ),
    Case("fx.tie.classDividend", KITAHAMA, {"reference_documents.appropriation_of_surplus.total_dividend": times("2")}),
    Case("fx.tie.dividendsPaid", AOBA, {f"{GROUP}.changes_in_equity.dividends_from_surplus.net_assets": times("1.5")}),
    Case("fx.tie.proposedDividend", IIJ, {"reference_documents.appropriation_of_surplus.effective_date": days(1)}),
    Case("fx.tie.proposedDividend", IIJ, {f"{US}.notes.changes_in_equity.dividends_declared.1.per_share": plus(100)}),
    Case(
        "fx.tie.interimDividend",
        IIJ,
        {"reference_documents.appropriation_of_surplus.interim_dividend_per_share": plus(50)},
    ),
    Case(
        "fx.tie.legalReserve",
        IIJ,
        {
            "non_consolidated.changes_in_equity.provision_of_legal_retained_earnings.legal_retained_earnings": times(
                "0.5"
            )
        },
        prepare={
            "non_consolidated.changes_in_equity.opening.legal_capital_surplus": to(Money(1_000, "JPY", -3)),
            "non_consolidated.changes_in_equity.issuance_of_new_shares.legal_capital_surplus": to(Money(0, "JPY", -3)),
        },
    ),
    Case(
        "fx.tie.earningsShares",
        IIJ,
        {"non_consolidated.notes.per_share_information.net_income_per_share": times("1.1")},
    ),
    Case(
        "fx.tie.earningsShares",
        KITAHAMA,
        {"non_consolidated.notes.per_share_information.net_income_per_share": times("1.1")},
    ),
    Case("fx.tie.equityShares", AOBA, {f"{GROUP}.notes.per_share_information.net_assets_per_share": times("1.1")}),
    Case(
        "fx.tie.perShareNote",
        IIJ,
        {f"{US}.notes.further_notes.per_share.average_shares": plus(20_000)},
        prepare=_WITH_NOTE,
    ),
    Case(
        "fx.tie.averageShares", IIJ, {"non_consolidated.notes.per_share_information.net_income_per_share": times("1.1")}
    ),
    Case("fx.tie.stockCompensation", AOBA, {"business_report.shares.compensation.given.1.shares": plus(1_000)}),
    Case(
        "fx.tie.stockCompensation",
        AOBA,
        {"business_report.shares.compensation.plans.1.price": plus(100)},
        prepare={
            "business_report.shares.compensation.plans.1": lambda old: attrs.evolve(old, amount=Money(24_024_000))
        },
    ),
    Case("fx.tie.proposerVotes", KITAHAMA, {"reference_documents.further_proposals.5.shareholder.votes": plus(300)}),
    Case("fx.tie.shareholders", AOBA, {"business_report.shares.major_shareholders.3.shares_held": times("100")}),
    Case("fx.tie.shareholders", KITAHAMA, {"business_report.shares.number_of_shareholders": plus(30)}),
    Case("fx.tie.shareClasses", KITAHAMA, {"business_report.shares.classes.2.issued": plus(100)}),
    Case(
        "fx.tie.shareClasses", IIJ, {f"{US}.notes.further_notes.equity.issued.1.closing": plus(100)}, prepare=_WITH_NOTE
    ),
    Case("fx.tie.withinAuthorized", AOBA, {"business_report.shares.authorized": times("0.1")}),
    Case("fx.tie.outstanding", IIJ, {f"{US}.changes_in_equity.shares_outstanding.closing": plus(10)}),
    Case(
        "fx.tie.rights",
        IIJ,
        {"business_report.stock_acquisition_rights.grants.1.directors_excluding_outside.shares": plus(7)},
    ),
    Case("fx.tie.rights", IIJ, {f"{US}.notes.changes_in_equity.shares_under_rights": times("0.1")}),
]

NOTES = [
    Case("fx.tie.quoted", IIJ, {"business_report.investment_and_financing.proceeds_from_short_term_borrowings": times("2")}),
    Case("fx.tie.quoted", IIJ, {"reference_documents.grant_of_bonus.text": reworded("12 million", "21 million")}),
    Case("fx.tie.quoted", IIJ, {"reference_documents.election_of_directors.candidates.4.outside_years_in_office": plus(1)}),
    Case("fx.tie.translation", AOBA, {"business_report.investment_and_financing.capital_expenditures_text": reworded("4,550百万円", "4,505百万円")}),
    Case("fx.tie.translation", AOBA, {"business_report.officers.remuneration_details.policy.outline": reworded("25％", "52％")}),
    Case("fx.tie.balance", AOBA, {f"{GROUP}.balance_sheet.total_liabilities_and_net_assets": times("1.1")}),
    Case("fx.tie.balance", MINATO, {f"{IFRS}.prior_year.financial_position.assets.total": times("1.1")}),
    Case("fx.tie.subsidiariesNamed", AOBA, {"business_report.subsidiaries.number_of_consolidated_subsidiaries": plus(-8)}),
    Case("fx.tie.subsidiariesNamed", IIJ, {f"{US}.notes.scope_of_consolidation.newly_included.3.name": to(Text(en="Safe Networks Inc."))}),
    Case("fx.tie.borrowings", AOBA, {"business_report.operations.borrowings.1.balance": times("3")}),
    Case("fx.tie.ownership", IIJ, {"non_consolidated.notes.related_parties.groups.2.parties.1.ownership": plus("0.05")}),
    Case("fx.tie.ownership", IIJ, {"business_report.investment_and_financing.investments.2.ownership": plus("0.05")}),
    Case("fx.tie.services", AOBA, {"business_report.progress_and_results.services.1.revenues": times("1.1")}),
    Case("fx.tie.serviceLine", IIJ, {"business_report.progress_and_results.services.2.revenues": times("1.1")}),
    Case("fx.tie.segments", MINATO, {f"{IFRS}.notes.further_notes.segments.segments.2.depreciation": times("2")}),
    Case("fx.tie.segments", MINATO, {f"{IFRS}.notes.further_notes.segments.segments.5.assets": times("1.1")}),
    Case("fx.tie.segments", AOBA, {f"{GROUP}.notes.further_notes.segments.segments.4.employees": plus(2)}),
    Case("fx.tie.segments", AOBA, {f"{GROUP}.notes.further_notes.segments.segments.5.liabilities": times("1.1")}),
    Case("fx.tie.segmentResults", MINATO, {"business_report.progress_and_results.segments.2.employees": plus(1)}),
    Case("fx.tie.fairValueLevels", MINATO, {f"{IFRS}.notes.further_notes.financial_instruments.fair_values.1.level_3": times("2")}),
    Case("fx.tie.fairValueLevels", AOBA, {f"{GROUP}.notes.further_notes.financial_instruments.fair_values.1.carrying_amount": times("2")}),
    Case("fx.tie.contractBalances", AOBA, {f"{GROUP}.notes.further_notes.revenue_recognition.closing_balances.assets": times("1.1")}),
    Case("fx.tie.contractBalances", MINATO, {f"{IFRS}.notes.further_notes.revenue_recognition.opening_balances.liabilities": times("2")}),
    Case("fx.tie.annualDividend", AOBA, {"reference_documents.appropriation_of_surplus.annual_dividend_per_share": plus(1)}),
    Case("fx.tie.segmentResults", MINATO, {"business_report.progress_and_results.segments.3.profit": times("1.1")}),
    Case("fx.tie.disaggregation", IIJ, {f"{US}.notes.further_notes.revenue_recognition.disaggregation.2.amount": times("2")}, prepare=_WITH_NOTE),
    Case("fx.tie.caption", IIJ, {f"{US}.balance_sheet.assets.current_assets.allowance_for_doubtful_accounts_receivable": times("2")}),
    Case("fx.tie.caption", IIJ, {f"{US}.balance_sheet.shareholders_equity.common_stock": lambda old: attrs.evolve(old, caption=Text(en="Common stock—authorized, 377,600 shares; issued and outstanding, 206,487 shares"))}),
    Case("fx.tie.deferredTax", IIJ, {"non_consolidated.balance_sheet.assets.current_assets.deferred_tax_assets": times("1.1")}),
    Case("fx.tie.relatedParties", IIJ, {"non_consolidated.notes.related_parties.groups.1.parties.1.transactions.1.balance": times("2")}),
    Case("fx.tie.auditFees", AOBA, {"business_report.accounting_auditor.audit_fee": times("2")}),
]  # fmt: skip


CASES = [*FOOTING, *MEASURES, *SHARES, *NOTES]
