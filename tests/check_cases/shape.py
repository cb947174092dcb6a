"""Shape of tables, captions, marks and texts."""

from __future__ import annotations

import attrs

from filingexport.model.statements.common_notes.going_concern import GoingConcernNote
from filingexport.model.values import Block, Money, Nothing, Ratio, Text, Years
from tests.check_cases.names import GENERAL, ISSUES, more, text
from tests.mutations import Case, Change, negated, reworded, to

AOBA, MINATO, KITAHAMA, IIJ = "aoba-2026", "minato-2026", "kitahama-2026", "iij-2008"
OFFICERS = "business_report.officers"
DIRECTORS = "reference_documents.election_of_directors"
GROUP = "consolidated.japan_gaap"
US = "consolidated.us_gaap"
NON = "non_consolidated"
EQUITY = f"{NON}.changes_in_equity"
RIGHTS = "business_report.stock_acquisition_rights.grants"


def captioned(en: str, ja: str | None = None) -> Change:
    """The same figure with this caption."""
    caption = Text(en=en) if ja is None else Text(en=en, ja=ja)
    return lambda value: attrs.evolve(value, caption=caption)


def noted(*notes: str) -> Change:
    """The same figure with these footnotes."""
    return lambda value: attrs.evolve(value, footnotes=tuple(Text(en=note) for note in notes))


def doubled(row: int) -> Change:
    """A table with one of its rows twice."""
    return lambda rows: (*rows, rows[row - 1])


CASES = [
    # tables
    Case("fx.shape.blankCell", MINATO, {"consolidated.ifrs.notes.further_notes.segments.segments.2.assets": to(None)}),
    Case("fx.shape.blankCell", AOBA, {"business_report.trend.years.2.operating_income": to(None)}),
    Case("fx.shape.blankCell", AOBA, {"business_report.shares.major_shareholders.3.holding_ratio": to(None)}),
    Case("fx.shape.blankCell", IIJ, {f"{RIGHTS}.1.outside_directors.shares": to(None)}),
    Case("fx.shape.blankCell", IIJ, {f"{OFFICERS}.outside_officers.activities.2.board_held": to(None)}),
    Case("fx.shape.blankInMatrix", IIJ, {f"{EQUITY}.net_income.capital_stock": to(None)}),
    Case("fx.shape.blankInMatrix", IIJ, {f"{EQUITY}.total_changes.valuation_difference": to(None)}),
    Case("fx.shape.unitInColumn", AOBA, {"business_report.trend.years.1.revenues": to(Money(66_210_000, "JPY", -3))}),
    Case("fx.shape.unitInColumn", AOBA, {"business_report.shares.major_shareholders.2.holding_ratio": to(Ratio("0.05", 2))}),
    Case("fx.shape.unitInColumn", IIJ, {"business_report.subsidiaries.subsidiaries.4.capital": to(Money(400_000_000, "USD", -3))}),
    Case("fx.shape.columnHeadings", AOBA, {"business_report.operations.offices_columns.2": text("Location", "所在地")}, prepare={"business_report.operations.offices_columns": to((Text(en="Company", ja="会社"), Text(en="Kind", ja="区分"), Text(en="Location", ja="所在地")))}),
    Case("fx.shape.duplicateRow", AOBA, {"business_report.subsidiaries.subsidiaries": doubled(1)}),
    Case("fx.shape.duplicateRow", MINATO, {f"{OFFICERS}.officers": doubled(6)}),
    Case("fx.shape.duplicateRow", KITAHAMA, {f"{OFFICERS}.officers.3.name": to(Text(ja="松任 学"))}),
    Case("fx.shape.duplicateRow", IIJ, {"business_report.operations.borrowings": doubled(4)}),
    Case("fx.shape.sisterHeadings", AOBA, {f"{NON}.income_statement.unit_note": reworded("(JPY millions)", "(JPY Millions)")}),
    Case("fx.shape.sisterHeadings", MINATO, {"consolidated.ifrs.cash_flows.heading": reworded("For the year", "For The Year")}),
    Case("fx.shape.sisterHeadings", IIJ, {f"{US}.balance_sheet.unit_note": reworded("(Unit: JPY thousands)", "(Unit : JPY thousands)")}),
    # captions
    Case("fx.shape.captionOfAnother", AOBA, {f"{GROUP}.income_statement.gross_profit": captioned("Cost of sales", "売上原価")}),
    Case("fx.shape.captionOfAnother", KITAHAMA, {f"{NON}.income_statement.ordinary_income": lambda value: attrs.evolve(value, caption=Text(ja="当期純利益"))}),
    Case("fx.shape.captionOfAnother", MINATO, {f"{NON}.balance_sheet.net_assets.total": captioned("Total liabilities")}),
    Case("fx.shape.captionOfAnother", IIJ, {f"{NON}.balance_sheet.assets.current_assets.prepaid_expenses": captioned("Accounts receivable")}),
    Case("fx.shape.captionAgainstItem", AOBA, {f"{NON}.income_statement.extraordinary_loss.total": captioned("Extraordinary income", "特別利益")}),
    Case("fx.shape.captionAgainstItem", AOBA, {f"{GROUP}.balance_sheet.assets.current_assets.accounts_receivable_trade": captioned("Accounts payable", "買掛金")}),
    Case("fx.shape.captionAgainstItem", KITAHAMA, {f"{NON}.balance_sheet.liabilities.noncurrent_liabilities.total": lambda value: attrs.evolve(value, caption=Text(ja="流動負債合計"))}),
    Case("fx.shape.captionAgainstItem", IIJ, {f"{NON}.income_statement.extraordinary_loss.loss_on_sales_of_noncurrent_assets": captioned("Gain on sales of non-current assets")}),
    Case("fx.shape.signAgainstCaption", IIJ, {f"{US}.income_statement.equity_in_net_income_loss": negated}),
    Case("fx.shape.signAgainstCaption", MINATO, {"consolidated.ifrs.profit_or_loss.operating_profit": captioned("Operating profit")}),
    Case("fx.shape.signAgainstCaption", AOBA, {f"{GROUP}.income_statement.ordinary_income": negated}, prepare={f"{GROUP}.income_statement.ordinary_income": captioned("Ordinary income", "経常利益")}),
    Case("fx.shape.bracketsTwoMeanings", IIJ, {f"{US}.income_statement.operating_expenses.research_and_development": negated}),
    Case("fx.shape.bracketsTwoMeanings", AOBA, {f"{GROUP}.income_statement.income_taxes_deferred": negated, f"{GROUP}.income_statement.non_operating_income.other": negated}),
    Case("fx.shape.totalBelowPart", AOBA, {f"{GROUP}.income_statement.cost_of_sales": captioned("Total costs", "原価合計"), f"{GROUP}.income_statement.selling_general_and_administrative_expenses": captioned("Total costs and expenses", "原価費用合計")}),
    Case("fx.shape.unitNote", AOBA, {f"{GROUP}.balance_sheet.unit_note": text("(JPY thousands)", "（単位：千円）")}),
    Case("fx.shape.unitNote", KITAHAMA, {f"{NON}.income_statement.unit_note": to(Text(ja="（単位：百万円）"))}),
    Case("fx.shape.unitNote", MINATO, {f"{NON}.balance_sheet.unit_note": reworded("Millions", "Thousands")}),
    Case("fx.shape.unitNote", IIJ, {f"{NON}.notes.related_parties.groups.1.amount_heading": reworded("Thousand", "Million")}),
    Case("fx.shape.captionSlip", IIJ, {f"{NON}.balance_sheet.assets.noncurrent_assets.investments_and_other_assets.long_term_prepaid_expenses": captioned("Long-term prepaid expanses")}),
    Case("fx.shape.captionSlip", IIJ, {f"{EQUITY}.net_changes_caption": text("Net charges of items other than shareholders' equity")}),
    Case("fx.shape.captionOrder", AOBA, {f"{NON}.notes.deferred_taxes.assets.employees_retirement_benefits": captioned("Provision for benefits of retirement", "退職給付引当金")}),
    Case("fx.shape.captionOrder", IIJ, {f"{NON}.notes.deferred_taxes.assets.impairment_of_investment_securities": captioned("Loss on investment securities valuation")}),
    Case("fx.shape.captionOfMeasure", IIJ, {f"{EQUITY}.closing.capital_stock": captioned("Paid-in funds")}),
    Case("fx.shape.deduction", AOBA, {f"{GROUP}.balance_sheet.assets.current_assets.allowance_for_doubtful_accounts": negated}),
    Case("fx.shape.deduction", KITAHAMA, {f"{NON}.balance_sheet.assets.current_assets.allowance_for_doubtful_accounts": negated}),
    Case("fx.shape.deduction", MINATO, {f"{NON}.balance_sheet.net_assets.shareholders_equity.treasury_stock": negated}),
    Case("fx.shape.deduction", IIJ, {f"{NON}.balance_sheet.assets.noncurrent_assets.property_plant_and_equipment.accumulated_depreciation": negated}),
    # marks, numbers, headings
    Case("fx.shape.markWithoutNote", AOBA, {"business_report.shares.major_shareholders.1.mark": text("(Note 2)", "（注２）")}),
    Case("fx.shape.markWithoutNote", IIJ, {"business_report.shares.major_shareholders_note": to(None), "business_report.shares.issued_note": to(None)}),
    Case("fx.shape.markWithoutNote", MINATO, {f"{NON}.income_statement.operating_revenue": captioned("Operating revenue (Note 1)")}),
    Case("fx.shape.noteMarks", IIJ, {f"{NON}.notes.related_parties.groups.1.parties.1.transactions.3.amount": noted("* Determined otherwise.")}),
    Case("fx.shape.noteMarks", AOBA, {"business_report.trend.years.2.revenues": noted("** Restated.")}),
    Case("fx.shape.missingMark", AOBA, {"business_report.trend.years.1.net_income": noted("* a"), "business_report.trend.years.2.net_income": noted("* a"), "business_report.trend.years.4.net_income": noted("* a")}),
    Case("fx.shape.missingMark", IIJ, {f"{NON}.notes.related_parties.groups.1.parties.1.transactions.2.amount": noted()}, prepare={f"{NON}.notes.related_parties.groups.1.parties.1.transactions.1.amount": noted("* a")}),
    Case("fx.shape.headingNumbers", AOBA, {"business_report.trend.title": reworded("(3)", "(4)")}),
    Case("fx.shape.headingNumbers", IIJ, {"business_report.operations.offices_title": reworded("(12)", "(13)")}),
    Case("fx.shape.headingNumbers", IIJ, {f"{NON}.notes.leases.title": reworded("5.", "4.")}),
    Case("fx.shape.headingNumbers", IIJ, {f"{NON}.notes.accounting_policies.allowances_title": reworded("1-3.", "1-4.")}),
    Case("fx.shape.emptySection", IIJ, {"business_report.policies_and_systems.basic_policy": to(None)}),
    Case("fx.shape.emptySection", IIJ, {"business_report.accounting_auditor.non_audit_services": to(None)}),
    Case("fx.shape.emptySection", AOBA, {f"{NON}.notes.further_notes.going_concern": to(GoingConcernNote(title=Text(en="Going concern", ja="継続企業")))}),
    Case("fx.shape.nothingAndSomething", AOBA, {"business_report.investment_and_financing.capital_expenditures_text": to(Nothing(en="There is nothing to report.", ja="該当事項はありません。"))}),
    Case("fx.shape.nothingAndSomething", IIJ, {"business_report.investment_and_financing.business_transfer_in": to(Nothing(en="There is nothing to report on this subject."))}),
    Case("fx.shape.usefulLife", AOBA, {f"{NON}.notes.accounting_policies.useful_lives.1.maximum": to(Years(50))}),
    Case("fx.shape.usefulLife", AOBA, {f"{NON}.notes.accounting_policies.useful_lives.2.printed": reworded("9年", "8年")}),
    Case("fx.shape.usefulLife", IIJ, {f"{US}.notes.accounting_policies.useful_lives.4.minimum": to(Years(5))}),
    # texts
    Case("fx.shape.brackets", AOBA, {"reference_documents.election_of_directors.candidates.5.careers.1.event": reworded("(invented)", "(invented")}),
    Case("fx.shape.brackets", KITAHAMA, {"reference_documents.further_proposals.5.text": reworded("」", "")}),
    Case("fx.shape.brackets", IIJ, {GENERAL: reworded("(\"MVNO\")", "(\"MVNO)")}),
    Case("fx.shape.apostrophe", MINATO, {f"{OFFICERS}.outside_officers.activities.1.activities": reworded("investors' views", "investor' views")}),
    Case("fx.shape.repeatedWord", MINATO, {GENERAL: reworded("the operating", "the the operating")}),
    Case("fx.shape.repeatedWord", AOBA, {"notice.request": reworded("ご通知", "をを通知")}),
    Case("fx.shape.repeatedWord", IIJ, {ISSUES: reworded("to expand", "to to expand")}),
    Case("fx.shape.brokenPhrase", MINATO, {"consolidated.ifrs.notes.basis": reworded("pursuant to", "pursuant")}),
    Case("fx.shape.brokenPhrase", MINATO, {"consolidated.ifrs.notes.basis": reworded("pursuant to", "in compliance the law and")}),
    Case("fx.shape.brokenPhrase", AOBA, {"consolidated_audit_report.basis_of_opinion": reworded("in accordance with", "in accordance")}),
    Case("fx.shape.spacing", MINATO, {GENERAL: reworded("JPY 412,300", "JPY412,300")}),
    Case("fx.shape.spacing", AOBA, {GENERAL: reworded("78,450百万円", "78,450 百万円")}),
    Case("fx.shape.spacing", IIJ, {"business_report.operations.employees_note": reworded("employees and contracted", "employees , and contracted")}),
    Case("fx.shape.punctuation", MINATO, {"notice.request": reworded("online only;", "online only, ,")}),
    Case("fx.shape.punctuation", IIJ, {GENERAL: reworded("(\"the Group\")", "(\"the Group\",)")}),
    Case("fx.shape.numberInWords", IIJ, {"reference_documents.grant_of_bonus.text": reworded("nine (9)", "nine (8)")}),
    Case("fx.shape.numberInWords", IIJ, {f"{DIRECTORS}.reason": reworded("two (2)", "(2)")}),
    Case("fx.shape.numberInWords", MINATO, {f"{DIRECTORS}.reason": to(Block(en="<p>The terms of all four (5) directors expire.</p>"))}),
    Case("fx.shape.ratioInPoints", MINATO, {GENERAL: more("The gross margin ratio was 19.6 points.")}),
    Case("fx.shape.ratioInPoints", AOBA, {GENERAL: more(ja="営業利益率は10.1ポイントとなりました。")}),
    Case("fx.shape.ratioInPoints", IIJ, {"business_report.progress_and_results.services.1.text": reworded("increased by 1.2 points to 16.8%", "was 16.8 points")}),
    Case("fx.shape.currencyTwice", MINATO, {GENERAL: reworded("JPY 31,500 million", "JPY 31,500 million yen")}),
    Case("fx.shape.currencyTwice", AOBA, {"reference_documents.appropriation_of_surplus.allocation": reworded("１株につき45円", "１株につき¥45円")}),
    Case("fx.shape.unfinished", MINATO, {"notice.request": reworded("there is no place to attend.", "there is no place to")}),
    Case("fx.shape.unfinished", IIJ, {"business_report.operations.employees_note": reworded("seconded from other companies.", "seconded from")}),
    Case("fx.shape.unfinished", AOBA, {"notice.request": reworded("お願い申しあげます。", "お願い申しあげ、")}),
]  # fmt: skip
