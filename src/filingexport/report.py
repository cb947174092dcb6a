"""The facts of a filing in the terms of the XBRL Open Information Model (OIM 1.0): the narrow waist of the package.

`binding` turns objects into a `Report` and back; `formats` turn a `Report` into markup and back. Names are
expanded names in Clark notation, ``{namespace}local``. Values are the lexical forms of XML Schema.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Literal

from attrs import field

from filingexport.declaring import frozen


@frozen(order=True, cache_hash=True)
class Period:
    """Start and end day of a duration, both included; `start` None for an instant, at the end of the day `end`."""

    start: date | datetime | None
    end: date | datetime


@frozen(cache_hash=True)
class Unit:
    """Measures multiplied, over measures multiplied (XBRL 2.1, 4.8), each sorted."""

    numerators: tuple[str, ...]
    denominators: tuple[str, ...] = ()


@frozen(order=True, cache_hash=True)
class TypedMember:
    """The value of a typed dimension: the element that carries it and its text; `text` None if it is nil."""

    element: str
    text: str | None


Dimensions = tuple[tuple[str, "str | TypedMember"], ...]
"""(axis, member) pairs sorted by axis; a member is a name, or a `TypedMember`."""

NoteKind = Literal["footnote", "caption", "nothing"]


@frozen
class Note:
    """Text tied to a fact: a footnote, the caption printed beside a figure, or the sentence of a disclosed nothing.

    readings: (language, text) pairs sorted by language.
    """

    kind: NoteKind
    readings: tuple[tuple[str, str], ...]


@frozen
class Entity:
    """Who reports: an identifier under the scheme of the authority that gave it (XBRL 2.1, 4.7.3.1)."""

    scheme: str
    identifier: str


@frozen(weakref_slot=False)  # so that `unchecked` can make them
class Fact:
    """One fact.

    value: its lexical form, of characters that XML can hold; None if nil. decimals: accuracy of a number, None for exact (INF) and for what is
    no number. unit: of a number. language: of text. id: unique in the report; for a fact of an object, the path
    of its field. place: where the reader found it, for messages ("line 12"), unless the report says so; no part of
    equality.
    """

    concept: str
    period: Period
    dimensions: Dimensions = ()
    unit: Unit | None = None
    language: str | None = None
    value: str | None = None
    decimals: int | None = None
    id: str = ""
    notes: tuple[Note, ...] = ()
    place: str = field(default="", eq=False)


@frozen
class Report:
    """The facts of one filing about one entity, in the order of the document.

    places: where the reader found the fact at a position, where the facts themselves do not say; found only when asked.
    """

    entity: Entity
    facts: tuple[Fact, ...]
    places: Callable[[int], str] | None = field(default=None, eq=False, repr=False)

    def place(self, position: int) -> str:
        """Where the reader found the fact at this position, for messages; "" where it is not known."""
        place = self.facts[position].place
        return place if place or self.places is None else self.places(position)
