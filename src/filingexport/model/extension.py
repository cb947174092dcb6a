"""The company's extension: items that no standard covers, declared by the filer and not by this package.

An item is declared here once; its values stand in the parts of the filing, in ``own`` (see `filingexport.model.part`).
From the declaration the company's extension taxonomy is made, with a namespace of its own, and read back.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, Literal

from attrs import field, frozen

from filingexport.model.item import Balance, Kind
from filingexport.model.values import Text

ItemKind = Kind | Literal["heading"]
KINDS: Final[tuple[ItemKind, ...]] = (
    "money", "per_share", "shares", "ratio", "count", "day", "moment", "month", "years", "words", "prose", "code",
    "uri", "flag", "heading",
)  # fmt: skip
"""What an item of an extension may be: as the standard items, without closed lists, and headings."""


@frozen(kw_only=True)
class ExtensionItem:
    """One item of the company's own.

    name: its local name, in upper camel case (``ConnectivityServicesHomeUse``). label: its label, by language.
    documentation: what it is, where the label does not say it all.
    kind: which values it takes, as the helpers of `filingexport.model.item` name them; "heading" for a heading, which
    takes none. balance: debit or credit, of money. instant: at a moment, not over a period.
    part: the class of the part in which it stands, such as ``CurrentAssets``. after: the field or own item that it
    stands after there, "" for the first; no two items stand after the same.
    total: the field or own item of the part that it is summed in, "" for none; weight: 1 or -1 in that sum, which
    must be as the balances say (XBRL 2.1, 5.1.1.2), 0 for none.
    heading: the own heading that it is shown below, "" for the part's.
    narrower_than, wider_than: the standard item that it anchors to.
    """

    name: str
    label: Text
    documentation: Text | None = None
    kind: ItemKind
    balance: Balance | None = None
    instant: bool = False
    part: str
    after: str = ""
    total: str = ""
    weight: int = 0
    heading: str = ""
    narrower_than: str = ""
    wider_than: str = ""


@frozen(kw_only=True)
class Arrangement:
    """The order in which the company prints a part, where it is not the standard one.

    part: the class of the part. fields: all its fields that stand in the presentation, in the company's order; own items stand
    after what they say. heading: the own heading below which these fields are shown instead, "" for the part's.
    """

    part: str
    fields: tuple[str, ...]
    heading: str = ""


def _in_order(arrangements: Iterable[Arrangement]) -> tuple[Arrangement, ...]:
    # Their order says nothing, and files keep none: equal extensions are equal objects.
    return tuple(sorted(arrangements, key=lambda each: (each.part, each.heading)))


@frozen(kw_only=True, cache_hash=True)
class Extension:
    """What the company declares beside the standard taxonomy.

    prefix: the prefix of its names. namespace: the address that, with the date, is its namespace.
    date: usually the last day of the fiscal year.
    """

    prefix: str
    namespace: str
    date: date
    items: tuple[ExtensionItem, ...] = ()
    arrangements: tuple[Arrangement, ...] = field(default=(), converter=_in_order)

    @property
    def dated_namespace(self) -> str:
        """The namespace of its items."""
        return f"{self.namespace}/{self.date.isoformat()}"

    @property
    def schema_file(self) -> str:
        """The name of its schema, which is the entry point of the filing's taxonomy."""
        return f"{self.prefix}-{self.date.isoformat()}.xsd"

    def expanded(self, name: str) -> str:
        """The expanded name of an item."""
        return f"{{{self.dated_namespace}}}{name}"
