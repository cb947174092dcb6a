"""Careers, as candidates' and retiring officers' tables tell them (略歴)."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.values import Text, YearMonth


@item.part("Career entry", "略歴", prefix="Career")
@frozen(kw_only=True)
class CareerEntry(Part):
    """One station of a career; without a month it is of the same month as the entry before it."""

    month: Is[YearMonth | None, item.month("Month of the career entry", "略歴の年月")] = None
    event: Is[Text, item.words("Career entry", "略歴", name="CareerEvent")]
    current: Is[bool | None, item.flag("Current position", "現任")] = None


CAREERS = item.rows("Careers", "略歴", name="Careers")
"""The one table of career entries, wherever it stands."""
