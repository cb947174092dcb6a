"""The company's extension: what no standard covers, declared by the filer and not by this package.

An item is declared here once; its values stand in the parts of the filing, in ``own`` (see `filingexport.model.part`).
From the declaration the company's extension taxonomy is made, with a namespace of its own, and read back.

A part is named by its class. A class may stand in several places, such as the consolidated and the non-consolidated
balance sheet (see `filingexport.binding.chapters`): what is declared for a part is so in all of them, or in the
`places` that it names, each by the first path that leads there.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, Literal

from attrs import field

from filingexport.declaring import frozen
from filingexport.model.item import Balance, Kind
from filingexport.model.values import Text

ItemKind = Kind | Literal["heading", "table", "member"]
STRUCTURAL: Final[frozenset[ItemKind]] = frozenset({"heading", "table", "member"})
"""The kinds of items that have no value themselves."""
KINDS: Final[tuple[ItemKind, ...]] = (
    "money", "per_share", "shares", "ratio", "count", "day", "moment", "month", "years", "words", "prose", "code",
    "uri", "flag", "heading", "table", "member",
)  # fmt: skip
"""What an item of an extension may be: as the standard items, without closed lists; headings; tables; and members,
which are columns of a matrix."""
SUFFIXES: Final[dict[ItemKind, str]] = {"table": "Axis", "member": "Member"}
"""What the names of elements end in, for the kinds that are told by it: a table is the axis of its rows."""


@frozen(kw_only=True)
class ExtensionItem:
    """One item of the company's own.

    name: its local name, in upper camel case (``ConnectivityServicesHomeUse``). label: its label, by language.
    documentation: what it is, where the label does not say it all.
    kind: which values it takes, as the helpers of `filingexport.model.item` name them; "heading" for a heading,
    "table" for a table of open rows, "member" for a column of a matrix (a statement of changes in equity).
    balance: debit or credit, of money. instant: at a moment, not over a period.
    part: the class of the part in which it stands, such as ``CurrentAssets``; places: in which of that class's places
    alone, () for all. after: the field, own item or (of a member) column that it stands after there, "" for the first;
    no two items stand after the same.
    total: the field or own item of the part that it is summed in, "" for none; weight: 1 or -1 in that sum, which
    must be as the balances say (XBRL 2.1, 5.1.1.2), 0 for none.
    heading: the own heading that it is shown below, or the own table of which it is a column, "" for the part's.
    negated: it is printed with the opposite sign.
    narrower_than, wider_than: the standard item that it anchors to.
    """

    name: str
    label: Text
    documentation: Text | None = None
    kind: ItemKind
    balance: Balance | None = None
    instant: bool = False
    part: str
    places: tuple[str, ...] = ()
    after: str = ""
    total: str = ""
    weight: int = 0
    heading: str = ""
    negated: bool = False
    narrower_than: str = ""
    wider_than: str = ""

    @property
    def element(self) -> str:
        """The local name of its element."""
        return self.name + SUFFIXES.get(self.kind, "")


@frozen(kw_only=True)
class Arrangement:
    """The order in which the company prints a part, where it is not the standard one.

    part, places: as of an item. fields: all its fields that stand in the presentation, in the company's order; own
    items stand after what they say. heading: the own heading below which these fields are shown instead, "" for the
    part's.
    """

    part: str
    places: tuple[str, ...] = ()
    fields: tuple[str, ...]
    heading: str = ""


@frozen(kw_only=True)
class Signs:
    """Fields of a part that the company prints with the other sign than the standard one, such as costs without brackets.

    part, places: as of an item. fields: the amounts, in the order of the part.
    """

    part: str
    places: tuple[str, ...] = ()
    fields: tuple[str, ...]


@frozen(kw_only=True)
class Sum:
    """What the company sums in a total, where it is not what the standard total sums.

    Sums are checked wherever their items stand together (Calculations 1.1), so that one holds in all places of a part.
    part: its class. total: the field, or an own item of the part. items: the fields that are summed, each with the
    parts it stands in (``assets.total``), in order; own items say themselves which total they are in. Weights follow
    from the balances. Without items the total is the sum of nothing but those.
    """

    part: str
    total: str
    items: tuple[str, ...] = ()


def _items(items: Iterable[ExtensionItem]) -> tuple[ExtensionItem, ...]:
    # The columns of a table stand after it, as they are written.
    said = tuple(items)
    tables = {each.name for each in said if each.kind == "table"}
    columns: dict[str, list[ExtensionItem]] = {}
    for each in said:
        if each.heading in tables:
            columns.setdefault(each.heading, []).append(each)
    if not columns:
        return said
    found: list[ExtensionItem] = []

    def add(item: ExtensionItem) -> None:
        found.append(item)
        for column in columns.pop(item.name, ()):
            add(column)

    for each in said:
        if each.heading not in tables:
            add(each)
    return (*found, *(each for left in columns.values() for each in left))  # of tables that hold one another


# The order of these says nothing, and files keep none: equal extensions are equal objects.


def _arrangements(said: Iterable[Arrangement]) -> tuple[Arrangement, ...]:
    return tuple(sorted(said, key=lambda each: (each.part, each.places, each.heading)))


def _signs(said: Iterable[Signs]) -> tuple[Signs, ...]:
    return tuple(sorted(said, key=lambda each: (each.part, each.places)))


def _sums(said: Iterable[Sum]) -> tuple[Sum, ...]:
    return tuple(sorted(said, key=lambda each: (each.part, each.total)))


@frozen(kw_only=True, cache_hash=True)
class Extension:
    """What the company declares beside the standard taxonomy.

    prefix: the prefix of its names. namespace: the address that, with the date, is its namespace.
    date: usually the last day of the fiscal year.
    """

    prefix: str
    namespace: str
    date: date
    items: tuple[ExtensionItem, ...] = field(default=(), converter=_items)
    arrangements: tuple[Arrangement, ...] = field(default=(), converter=_arrangements)
    signs: tuple[Signs, ...] = field(default=(), converter=_signs)
    sums: tuple[Sum, ...] = field(default=(), converter=_sums)

    @property
    def dated_namespace(self) -> str:
        """The namespace of its items."""
        return f"{self.namespace}/{self.date.isoformat()}"

    @property
    def schema_file(self) -> str:
        """The name of its schema, which is the entry point of the filing's taxonomy."""
        return f"{self.prefix}-{self.date.isoformat()}.xsd"

    def expanded(self, name: str) -> str:
        """The expanded name of an element."""
        return f"{{{self.dated_namespace}}}{name}"
