"""The draft in the making: what each field is given, how sure that is, and from where."""

from __future__ import annotations

from typing import Any, Final

from attrs import define, field, frozen

from filingexport.binding.plan import Leaf
from filingexport.drafting import reasons
from filingexport.drafting.fields import Path
from filingexport.said import NOTHING_SAID, Said

MAX_COMPARED: Final = 400_000
"""Comparisons of a caption with a field in a whole draft; a table beyond them is left as one of no known kind."""
MAX_LOOKED: Final = 20_000
"""Numbers in the texts of a draft that are compared with fields; the texts stand there all the same."""


@frozen(eq=False)
class Entry:
    """The value of a field. why: what makes it unsure, if anything. place: where it stands in the draft.

    strength: how well it is known, from 0 to 1; of two values for one field the stronger stays.
    """

    path: Path
    leaf: Leaf
    value: Any
    place: str
    why: Said = NOTHING_SAID
    strength: float = 1.0

    @property
    def sure(self) -> bool:
        """Whether nobody has to look at it."""
        return not self.why


@frozen(eq=False)
class Left:
    """Text that is in no field. why: what it seems to be."""

    text: str
    place: str
    why: Said


@define(eq=False)
class Holding:
    """All that is known of the filing. left: text that was not placed, in the order of the draft.

    section: the place of the heading that is being read under. tables: under which heading each table began. taken: the
    fields that took a value since that was last cleared. looked: how many numbers of texts were compared with fields.
    compared: how many captions were, times the fields.
    """

    entries: dict[Path, Entry] = field(factory=dict)
    left: list[Left] = field(factory=list)
    section: str = ""
    tables: dict[Path, str] = field(factory=dict)
    taken: dict[Path, None] = field(factory=dict)
    looked: int = 0
    compared: int = 0
    _rows: dict[Path, int] = field(factory=dict)
    _told: bool = False

    def put(self, entry: Entry) -> bool:
        """Take this value unless the field has a stronger one; says whether it was taken."""
        known = self.entries.get(entry.path)
        if known is not None and known.strength >= entry.strength:
            return False
        self.take(entry)
        return True

    def take(self, entry: Entry) -> None:
        """Take this value, whatever the field has."""
        path = entry.path
        self.entries[path] = entry
        self.taken[path] = None
        for at, step in enumerate(path):
            if isinstance(step, int) and step > self._rows.get(path[:at], 0):
                self._rows[path[:at]] = step

    def rows(self, path: Path) -> int:
        """How many rows the table at this path has so far."""
        return self._rows.get(path, 0)

    def may_look(self, text: str, place: str) -> bool:
        """Whether the figures of one more text may be compared with fields; says it once where there are too many."""
        if self.looked > MAX_LOOKED and not self._told:
            self._told = True
            self.leave(text, place, reasons.TOO_MANY)
        return self.looked <= MAX_LOOKED

    def may_compare(self, captions: int, fields: int) -> bool:
        """Whether so many more captions may be compared with so many fields; a draft of a notice is far from too many."""
        self.compared += captions * fields
        return self.compared <= MAX_COMPARED

    def leave(self, text: str, place: str, why: Said) -> None:
        """Keep a text that has no field."""
        self.left.append(Left(text, place, why))
