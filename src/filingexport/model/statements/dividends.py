"""Dividends from surplus, as notes to both kinds of statements tell them."""

from datetime import date

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.values import Amount, Words


@item.part("Dividend", "配当", prefix="Dividend", ref=item.accounting("105"))
@frozen(kw_only=True)
class Dividend(Part):
    """One dividend from surplus (Ordinance on Company Accounting, article 105)."""

    resolution: Is[Words, item.words("Resolution", "決議")] = None
    resolution_date: Is[date | None, item.day("Date of the resolution", "決議日")] = None
    class_of_stock: Is[Words, item.words("Class of stock", "株式の種類")] = None
    total_amount: Is[
        Amount,
        item.credit(
            "Total amount of dividends", "配当金の総額", edinet="jpcrp_cor:TotalAmountOfDividendsDividendsOfSurplus"
        ),
    ] = None
    per_share: Is[Amount, item.per_share("Dividend per share", "１株当たり配当額")] = None
    record_date: Is[date | None, item.day("Record date", "基準日", edinet="jpcrp_cor:RecordDateDividendsOfSurplus")] = (
        None
    )
    effective_date: Is[date | None, item.day("Effective date", "効力発生日")] = None
