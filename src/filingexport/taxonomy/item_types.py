"""The types of the taxonomy's items, by the kind of their concepts."""

from __future__ import annotations

from typing import Final

from filingexport.binding.plan import Leaf
from filingexport.model.item import Kind
from filingexport.names import FX_PREFIX

TYPES: Final[dict[Kind, str]] = {
    "money": "xbrli:monetaryItemType",
    "per_share": "dtr-types:perShareItemType",
    "shares": "xbrli:sharesItemType",
    "ratio": "dtr-types:percentItemType",
    "count": "xbrli:decimalItemType",
    "day": "xbrli:dateItemType",
    "moment": "xbrli:dateTimeItemType",
    "month": "xbrli:gYearMonthItemType",
    "years": "xbrli:durationItemType",
    "words": "xbrli:stringItemType",
    "prose": "dtr-types:textBlockItemType",
    "code": "xbrli:tokenItemType",
    "uri": "xbrli:anyURIItemType",
    "flag": "xbrli:booleanItemType",
}
DTR_LOCATION: Final = "https://www.xbrl.org/dtr/type/2024-01-31/types.xsd"


def choice_type(python: type) -> str:
    """The local name of the type of a closed list."""
    return python.__name__[:1].lower() + python.__name__[1:] + "ItemType"


def item_type(leaf: Leaf) -> str:
    """The prefixed name of an item's type."""
    if leaf.concept.kind == "choice":
        return f"{FX_PREFIX}:{choice_type(leaf.python)}"
    return TYPES[leaf.concept.kind]
