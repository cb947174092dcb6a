"""What every part of a notice may hold beside its own fields: items that the company adds (see `extension`)."""

from datetime import date, datetime
from typing import Any

from filingexport.declaring import Is, frozen
from filingexport.model import item
from filingexport.model.values import Block, Count, Dash, Money, Nothing, Ratio, Shares, Text, YearMonth, Years

OwnValue = (
    Money | Shares | Count | Ratio | Text | Block | Nothing | Dash | date | datetime | YearMonth | Years | str | bool
)
"""What an item of the company's own may be, by its type: as of a standard item of that type."""


@frozen(kw_only=True)
class Own:
    """The value of an item that the company's extension declares.

    item: the item's name in the extension. value: an `OwnValue`; in a matrix a line of it, an object of the matrix's
    own class with an amount a column; of a table its rows, a tuple of `OwnRow`.
    """

    item: str
    value: Any


@frozen(kw_only=True)
class OwnRow:
    """A row of a table of the company's own: the values of its columns."""

    own: tuple[Own, ...] = ()

    def own_value(self, name: str) -> Any:
        """The value in the column of this name; None where there is none."""
        return _value(self.own, name)


@frozen(kw_only=True)
class Part:
    """A part of the notice. Every class that is declared with `item.part` is one."""

    own: Is[tuple[Own, ...], item.Extended()] = ()

    def own_value(self, name: str) -> Any:
        """The value of the company's own item of this name; None where it is not disclosed here."""
        return _value(self.own, name)


def _value(own: tuple[Own, ...], name: str) -> Any:
    return next((each.value for each in own if each.item == name), None)
