"""The draft in the making: what each field is given, how sure that is, and from where."""

from __future__ import annotations

from typing import Any

from attrs import define, field, frozen

from filingexport.binding.plan import Leaf
from filingexport.drafting.fields import Path
from filingexport.said import NOTHING_SAID, Said


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

    section: the place of the heading that is being read under. tables: under which heading each table began.
    """

    entries: dict[Path, Entry] = field(factory=dict)
    left: list[Left] = field(factory=list)
    section: str = ""
    tables: dict[Path, str] = field(factory=dict)

    def put(self, entry: Entry) -> bool:
        """Take this value unless the field has a stronger one; says whether it was taken."""
        known = self.entries.get(entry.path)
        if known is not None and known.strength >= entry.strength:
            return False
        self.entries[entry.path] = entry
        return True

    def rows(self, path: Path) -> int:
        """How many rows the table at this path has so far."""
        return max((int(each[len(path)]) for each in self.entries if each[: len(path)] == path), default=0)

    def leave(self, text: str, place: str, why: Said) -> None:
        """Keep a text that has no field."""
        self.left.append(Left(text, place, why))
