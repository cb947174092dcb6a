"""Useful lives of depreciable assets, as notes on accounting policies list them."""

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.part import Part
from filingexport.model.values import Words, Years


@item.part(
    "Useful life of a class of assets", "資産の種類ごとの耐用年数", prefix="UsefulLife", ref=item.accounting("101")
)
@frozen(kw_only=True)
class UsefulLife(Part):
    """The useful life of a class of assets: from, to, and as printed."""

    asset_class: Is[Words, item.words("Class of assets", "資産の種類")] = None
    printed: Is[Words, item.words("Useful life as printed", "耐用年数の記載")] = None
    minimum: Is[Years | None, item.years("Shortest useful life", "最短耐用年数")] = None
    maximum: Is[Years | None, item.years("Longest useful life", "最長耐用年数")] = None
