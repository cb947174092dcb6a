"""Further notes that statements of any accounting standards may have (注記表のその他の注記)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.meaning import NextYear
from filingexport.model.part import Part
from filingexport.model.statements.common_notes.equity import EquityNote, PerShareNote
from filingexport.model.statements.common_notes.estimates import AccountingChangesNote, AccountingEstimatesNote
from filingexport.model.statements.common_notes.financial_instruments import (
    FinancialInstrumentsNote,
    InvestmentPropertyNote,
)
from filingexport.model.statements.common_notes.going_concern import GoingConcernNote
from filingexport.model.statements.common_notes.revenue import RevenueRecognitionNote
from filingexport.model.statements.common_notes.segments import SegmentNote
from filingexport.model.values import Prose, Text, Words


@item.part("Subsequent event", "重要な後発事象", prefix="SubsequentEvent", ref=item.accounting("114"))
@frozen(kw_only=True)
class SubsequentEvent(Part):
    """One event after the year-end (Ordinance on Company Accounting, article 114)."""

    title: Is[Text, item.words("Subsequent event", "後発事象の件名")]
    text: Is[Prose, item.prose("Subsequent event as told", "後発事象の内容")] = None


@item.part("Note on another matter", "その他の注記", prefix="OtherNote", ref=item.accounting("116"))
@frozen(kw_only=True)
class OtherNote(Part):
    """A note that has no place of its own: business combinations, retirement benefits, impairment and others."""

    title: Is[Text, item.words("Title of the other note", "その他の注記の件名")]
    text: Is[Prose, item.prose("Other note", "その他の注記の内容")] = None


@item.part("Further notes", "その他の注記事項", role=True, file=True, ref=item.accounting("98"))
@frozen(kw_only=True)
class FurtherNotes(Part):
    """Notes that do not depend on the accounting standards, for consolidated and non-consolidated statements.

    Ordinance on Company Accounting, articles 98 to 116.
    """

    going_concern: GoingConcernNote | None = None
    accounting_changes: AccountingChangesNote | None = None
    accounting_estimates: AccountingEstimatesNote | None = None
    equity: EquityNote | None = None
    financial_instruments: FinancialInstrumentsNote | None = None
    investment_property: InvestmentPropertyNote | None = None
    segments: SegmentNote | None = None
    revenue_recognition: RevenueRecognitionNote | None = None
    per_share: PerShareNote | None = None
    subsequent_events_title: Is[Words, item.words("Heading of the subsequent events", "後発事象の見出し")] = None
    subsequent_events: Is[
        tuple[SubsequentEvent, ...],
        item.rows("Subsequent events", "重要な後発事象", name="SubsequentEvents"),
        NextYear.DROPPED,
    ] = ()
    others: Is[tuple[OtherNote, ...], item.rows("Other notes", "その他の注記", name="OtherNotes")] = ()
