"""Dates and periods."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import attrs

from filingexport.model.business_report.officers import ChangeOfOffice, OfficeChange
from filingexport.model.business_report.stock_acquisition_rights import RightsGrant, StockAcquisitionRights
from filingexport.model.notice_attendance import AdvanceQuestions
from filingexport.model.reference_documents.career import CareerEntry
from filingexport.model.values import Block, Count, Text, YearMonth
from tests.mutations import Case, Change, days, plus, reworded, to

AOBA, MINATO, KITAHAMA, IIJ = "aoba-2026", "minato-2026", "kitahama-2026", "iij-2008"
GROUP = "consolidated.japan_gaap"
OFFICERS = "business_report.officers"
DIRECTORS = "reference_documents.election_of_directors"
US_EQUITY = "consolidated.us_gaap.notes.changes_in_equity"
AUDITORS = "reference_documents.election_of_company_auditors"


def year(number: int) -> Change:
    """The same day so many years later."""
    return lambda value: value.replace(year=value.year + number)


def with_(**fields: Any) -> Change:
    """The same part with these fields."""
    return lambda old: attrs.evolve(old, **fields)


def month(text: str) -> Change:
    return to(YearMonth.parse(text))


_GRANT = StockAcquisitionRights(
    grants=(
        RightsGrant(meeting_date=date(2024, 6, 26), exercise_start=date(2026, 6, 27), exercise_end=date(2034, 6, 26)),
    )
)
_CHANGE = (
    ChangeOfOffice(
        kind=OfficeChange.ASSUMPTION, changed_on=date(2025, 6, 27), position=Text(en="Director", ja="取締役"),
        name=Text(en="Sakura Tobe", ja="戸部 さくら"),
    ),
)  # fmt: skip

CASES = [
    # the fiscal year
    Case("fx.time.fiscalYearLength", KITAHAMA, {"fiscal_year_start": to(date(2024, 9, 1))}),
    Case("fx.time.fiscalYearLength", MINATO, {"fiscal_year_end": to(date(2026, 1, 31))}),
    Case("fx.time.auditedYear", AOBA, {"consolidated_audit_report.period_start": year(-1)}),
    Case("fx.time.auditedYear", AOBA, {"non_consolidated_audit_report.period_end": year(-1)}),
    Case("fx.time.auditedYear", AOBA, {"audit_and_supervisory_committee_report.fiscal_term": plus(-1)}),
    Case("fx.time.auditedYear", MINATO, {"consolidated_audit_report.fiscal_term": plus(1)}),
    Case("fx.time.auditedYear", MINATO, {"audit_committee_report.period_end": days(-1)}),
    Case("fx.time.auditedYear", IIJ, {"board_of_company_auditors_report.period_start": year(-1)}),
    Case("fx.time.fiscalTerm", IIJ, {"reference_documents.grant_of_bonus.fiscal_term": plus(-1)}),
    Case("fx.time.fiscalTerm", IIJ, {"notice.reported_matters.2.text": reworded("16th", "15th")}),
    Case("fx.time.fiscalTerm", AOBA, {"consolidated_audit_report.scope": reworded("48th", "47th")}),
    Case("fx.time.fiscalTerm", AOBA, {"non_consolidated_audit_report.scope": reworded("第48期", "第47期")}),
    Case("fx.time.fiscalTerm", MINATO, {"consolidated_audit_report.scope": reworded("2025", "2024")}),
    Case("fx.time.statementDate", AOBA, {f"{GROUP}.balance_sheet.heading": reworded("2026", "2025")}),
    Case("fx.time.statementDate", AOBA, {f"{GROUP}.income_statement.heading": reworded("2025年４月", "2024年４月")}),
    Case("fx.time.statementDate", KITAHAMA, {"non_consolidated.balance_sheet.heading": reworded("2026", "2025")}),
    Case("fx.time.statementDate", MINATO, {"consolidated.ifrs.profit_or_loss.heading": reworded("2025", "2024")}),
    Case("fx.time.statementDate", MINATO, {"consolidated.ifrs.prior_year.financial_position.heading": reworded("2024", "2025")}),
    Case("fx.time.statementDate", IIJ, {"non_consolidated.changes_in_equity.closing_caption": reworded("2008", "2007")}),
    Case("fx.time.balanceDate", IIJ, {"non_consolidated.notes.related_parties.groups.1.balance_heading": reworded("2008", "2007")}),
    Case("fx.time.balanceDate", AOBA, {"non_consolidated.notes.subsequent_events": to(Block(en="<p>Balances as of March 31, 2025 exclude tax.</p>", ja="<p>残高は2025年３月31日現在であります。</p>"))}),
    Case("fx.time.trend", AOBA, {"business_report.trend.years.2.start": year(-1)}),
    Case("fx.time.trend", AOBA, {"business_report.trend.years.3.fiscal_term": plus(1)}),
    Case("fx.time.trend", MINATO, {"business_report.trend.years.4.fiscal_term": plus(-1)}),
    Case("fx.time.trend", MINATO, {"business_report.trend.years": lambda old: old[:3]}),
    Case("fx.time.trend", IIJ, {"business_report.trend.years.2.heading": reworded("14th", "15th")}),
    Case("fx.time.priorYear", AOBA, {f"{GROUP}.prior_year.end": days(-1)}),
    Case("fx.time.priorYear", MINATO, {"consolidated.ifrs.prior_year.end": year(-1), "consolidated.ifrs.prior_year.start": year(-1)}),
    Case("fx.time.priorYear", AOBA, {"non_consolidated.prior_year.start": year(-1)}),
    # the meeting
    Case("fx.time.noticePeriod", AOBA, {"notice.notice_date": to(date(2026, 6, 12))}),
    Case("fx.time.noticePeriod", MINATO, {"notice.notice_date": to(date(2026, 3, 13))}),
    Case("fx.time.noticePeriod", KITAHAMA, {"notice.notice_date": days(1)}),
    Case("fx.time.noticePeriod", IIJ, {"notice.notice_date": to(date(2008, 6, 13))}),
    Case("fx.time.electronicProvision", AOBA, {"notice.electronic_provision.start_date": to(date(2026, 6, 6))}),
    Case("fx.time.electronicProvision", AOBA, {"notice.electronic_provision.end_date": to(date(2026, 9, 25))}, prepare={"notice.electronic_provision.end_date": to(date(2026, 9, 30))}),
    Case("fx.time.electronicProvision", MINATO, {"notice.electronic_provision.start_date": to(date(2026, 3, 7))}),
    Case("fx.time.votingDeadline", AOBA, {"notice.voting_ways.1.deadline": year(1)}),
    Case("fx.time.votingDeadline", MINATO, {"notice.voting_ways.2.deadline": to(datetime(2026, 3, 27, 17, 30))}),
    Case("fx.time.votingDeadline", KITAHAMA, {"notice.voting_ways.1.deadline": to(datetime(2026, 6, 23, 17, 0))}),
    Case("fx.time.meetingDate", IIJ, {"notice.translation_note": reworded("June 27", "June 26")}),
    Case("fx.time.meetingDate", IIJ, {"consolidated.us_gaap.notes.changes_in_equity.dividends_declared.1.resolution_date": days(1)}),
    Case("fx.time.asPrinted", AOBA, {"notice.meeting.starts_at": to(datetime(2026, 6, 26, 10, 30))}),
    Case("fx.time.asPrinted", AOBA, {"notice.meeting.starts_at_printed": reworded("午前10時", "午前９時")}),
    Case("fx.time.asPrinted", AOBA, {"notice.request": reworded("5:15", "5:30")}),
    Case("fx.time.asPrinted", AOBA, {"notice.request": reworded("午後５時15分", "午後６時")}),
    Case("fx.time.asPrinted", IIJ, {"notice.voting": reworded("5:30", "5:00")}),
    Case("fx.time.asPrinted", IIJ, {"reference_documents.appropriation_of_surplus.effective_date_text": reworded("June 30", "June 28")}),
    Case("fx.time.meetingOrdinal", AOBA, {"notice.document_title": reworded("48th", "47th")}),
    Case("fx.time.meetingOrdinal", AOBA, {"notice.title": reworded("第48回", "第47回")}),
    Case("fx.time.meetingOrdinal", KITAHAMA, {"notice.request": reworded("第33回", "第32回")}),
    Case("fx.time.meetingOrdinal", MINATO, {"notice.meeting.ordinal": plus(1)}),
    Case("fx.time.meetingOrdinal", IIJ, {"reference_documents.amendment_of_remuneration.company_auditors.resolution_date": year(1)}),
    Case("fx.time.meetingOrdinal", IIJ, {"reference_documents.amendment_of_remuneration.directors.resolution_meeting": plus(1)}),
    Case("fx.time.recordDate", AOBA, {"notice.voting_rules.record_date": days(-31)}),
    Case("fx.time.recordDate", AOBA, {f"{GROUP}.notes.further_notes.equity.dividends_paid.1.record_date": year(-1)}),
    Case("fx.time.recordDate", KITAHAMA, {"non_consolidated.notes.further_notes.equity.dividends_paid.2.effective_date": days(30)}),
    Case("fx.time.meetingDay", MINATO, {"notice.attendance.virtual.opens_at": to(datetime(2026, 3, 27, 13, 30))}),
    Case("fx.time.meetingDay", AOBA, {"notice.attendance.reception_opens_at": to(datetime(2026, 6, 26, 11, 0))}, prepare={"notice.attendance.reception_opens_at": to(datetime(2026, 6, 26, 9, 0))}),
    Case("fx.time.meetingDay", AOBA, {"notice.attendance.advance_questions.deadline": year(1)}, prepare={"notice.attendance.advance_questions": to(AdvanceQuestions(deadline=datetime(2026, 6, 19, 17, 0)))}),
    # events
    Case("fx.time.dividend", AOBA, {f"{GROUP}.notes.further_notes.equity.dividends_paid.1.effective_date": to(date(2025, 6, 26))}),
    Case("fx.time.dividend", AOBA, {f"{GROUP}.notes.further_notes.equity.dividends_paid.2.record_date": to(date(2025, 11, 30))}),
    Case("fx.time.dividend", KITAHAMA, {"non_consolidated.notes.further_notes.equity.dividends_paid.1.effective_date": days(-2)}),
    Case("fx.time.dividend", IIJ, {"consolidated.us_gaap.notes.changes_in_equity.dividends_paid.2.resolution_date": days(30)}),
    Case("fx.time.effectiveDate", AOBA, {"reference_documents.appropriation_of_surplus.effective_date": days(-30)}),
    Case("fx.time.effectiveDate", KITAHAMA, {"reference_documents.appropriation_of_surplus.effective_date": days(-2)}),
    Case("fx.time.effectiveDate", IIJ, {"reference_documents.appropriation_of_surplus.effective_date": year(-1)}),
    Case("fx.time.auditDates", AOBA, {"audit_and_supervisory_committee_report.report_date": to(date(2026, 5, 14))}),
    Case("fx.time.auditDates", AOBA, {"consolidated_audit_report.report_date": year(-1)}),
    Case("fx.time.auditDates", MINATO, {"audit_committee_report.report_date": to(date(2026, 3, 24))}),
    Case("fx.time.auditDates", KITAHAMA, {"company_auditors_report.report_date": to(date(2026, 3, 28))}),
    Case("fx.time.auditDates", IIJ, {"board_of_company_auditors_report.report_date": days(-6)}),
    Case("fx.time.exercisePeriod", AOBA, {"business_report.stock_acquisition_rights.grants.1.exercise_end": to(date(2024, 6, 26))}, prepare={"business_report.stock_acquisition_rights": to(_GRANT)}),
    Case("fx.time.exercisePeriod", AOBA, {"business_report.stock_acquisition_rights.grants.1.exercise_start": to(date(2022, 6, 27))}, prepare={"business_report.stock_acquisition_rights": to(_GRANT)}),
    Case("fx.time.exercisePeriod", IIJ, {"business_report.stock_acquisition_rights.grants.2.exercise_end": to(date(2007, 6, 27))}),
    Case("fx.time.inTheYear", AOBA, {"business_report.shares.compensation.plans.1.issued_on": year(-1)}),
    Case("fx.time.inTheYear", AOBA, {"business_report.shares.treasury_acquisitions.1.first_day": year(1)}),
    Case("fx.time.inTheYear", IIJ, {"business_report.investment_and_financing.borrowed_in": month("2006-06")}),
    Case("fx.time.inTheYear", IIJ, {"consolidated.us_gaap.notes.scope_of_consolidation.newly_included.3.included_on": year(1)}),
    Case("fx.time.inTheYear", IIJ, {"business_report.shares.increase_effective_on": year(-1)}),
    Case("fx.time.assumption", AOBA, {f"{OFFICERS}.changes.1.changed_on": days(-1)}, prepare={f"{OFFICERS}.changes": to(_CHANGE)}),
    Case("fx.time.assumption", IIJ, {f"{OFFICERS}.changes.1.changed_on": days(1)}),
    Case("fx.time.declaredLater", IIJ, {f"{US_EQUITY}.dividends_declared_title": reworded("(ii)", "(iii)"), f"{US_EQUITY}.dividends_declared.1.resolution_date": to(date(2008, 6, 27))}, prepare={f"{US_EQUITY}.dividends_declared.1.resolution_date": to(date(2008, 3, 27))}),
    Case("fx.time.electedOutOfSeason", AOBA, {f"{DIRECTORS}.candidates.1.careers.4.month": month("2020-09")}),
    Case("fx.time.electedOutOfSeason", MINATO, {f"{DIRECTORS}.candidates.3.careers.1.month": month("2022-01")}),
    Case("fx.time.dayOfShares", IIJ, {f"{DIRECTORS}.shares_owned_as_of": days(30)}),
    Case("fx.time.dayOfShares", IIJ, {f"{DIRECTORS}.shares_owned_as_of": year(-2)}),
    # people
    Case("fx.time.career", AOBA, {f"{DIRECTORS}.candidates.1.careers.2.month": month("1990-06")}),
    Case("fx.time.career", AOBA, {f"{DIRECTORS}.candidates.4.careers.2.month": month("2027-04")}),
    Case("fx.time.career", AOBA, {f"{DIRECTORS}.candidates.2.careers.1.month": month("1974-04")}),
    Case("fx.time.career", IIJ, {f"{AUDITORS}.candidates.3.careers.3.month": month("2013-10")}),
    Case("fx.time.career", IIJ, {f"{DIRECTORS}.candidates.4.careers.4.month": month("2000-04")}),
    Case("fx.time.birth", AOBA, {f"{DIRECTORS}.candidates.5.birth_date": to(date(1866, 1, 8))}),
    Case("fx.time.birth", MINATO, {f"{DIRECTORS}.candidates.1.birth_date": to(date(2017, 4, 2))}),
    Case("fx.time.yearsInOffice", AOBA, {f"{DIRECTORS}.candidates.3.outside_years_in_office": plus(2)}),
    Case("fx.time.yearsInOffice", AOBA, {f"{DIRECTORS}.candidates.1.years_in_office": plus(2)}),
    Case("fx.time.yearsInOffice", MINATO, {f"{DIRECTORS}.candidates.2.outside_years_in_office": plus(-1)}),
    Case("fx.time.yearsInOffice", MINATO, {f"{DIRECTORS}.candidates.3.careers.1.month": month("2020-03")}),
    Case("fx.time.yearsInOffice", IIJ, {f"{AUDITORS}.candidates.2.outside_years_in_office": to(Count(2))}),
    Case("fx.time.yearsInOffice", IIJ, {f"{DIRECTORS}.candidates.5.outside_years_in_office": to(Count(5))}),
    Case("fx.time.auditorsTerm", IIJ, {f"{AUDITORS}.candidates.2.careers.3.month": month("2005-06")}),
    Case("fx.time.currentOffice", MINATO, {f"{DIRECTORS}.candidates.4.careers.1.current": to(None)}),
    Case("fx.time.currentOffice", AOBA, {f"{DIRECTORS}.candidates.2.careers.2": to(CareerEntry(month=YearMonth(2022, 6), event=Text(en="Plant Manager", ja="工場長"), current=True))}),
    # texts
    Case("fx.time.weekday", AOBA, {"notice.request": reworded("Thursday", "Friday")}),
    Case("fx.time.weekday", AOBA, {"notice.request": reworded("木曜日", "金曜日")}),
    Case("fx.time.weekday", AOBA, {"notice.meeting.starts_at_printed": reworded("（金曜日）", "（木）")}),
    Case("fx.time.weekday", IIJ, {"notice.meeting.starts_at_printed": reworded("Friday", "Saturday")}),
    Case("fx.time.weekday", IIJ, {"notice.voting": reworded("Thursday", "Wednesday")}),
    Case("fx.time.noSuchDay", IIJ, {"business_report.shares.issued_note": reworded("May 11", "May 32")}),
    Case("fx.time.noSuchDay", MINATO, {"consolidated.ifrs.notes.subsequent_events": reworded("February 10", "February 30")}),
    Case("fx.time.noSuchDay", AOBA, {f"{GROUP}.notes.subsequent_events": reworded("9月30日", "9月31日")}, prepare={f"{GROUP}.notes.subsequent_events": to(Block(ja="<p>2026年9月30日までに取得いたします。</p>"))}),
    Case("fx.time.dayMissing", MINATO, {"consolidated.ifrs.notes.subsequent_events": reworded("February 10, 2026", "February 2026")}),
    Case("fx.time.dayMissing", AOBA, {f"{GROUP}.notes.subsequent_events": reworded("May 12, 2026", "May 2026")}),
    Case("fx.time.dayMissing", KITAHAMA, {"non_consolidated.notes.subsequent_events": reworded("2026年4月28日付で", "2026年4月付で")}, prepare={"non_consolidated.notes.subsequent_events": to(Block(ja="<p>2026年4月28日付で借入を行いました。</p>"))}),
]  # fmt: skip
