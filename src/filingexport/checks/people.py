"""Officers: who holds which office when, and whether two names are the same person's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from filingexport.checks.context import At, Context
from filingexport.model.business_report.officers import (
    ChangeOfOffice,
    OfficeChange,
    Officer,
    OfficerKind,
)
from filingexport.model.governance import GoverningBody
from filingexport.model.meaning import NameOf
from filingexport.model.values import Text
from filingexport.said import Said

LIKE: Final = 0.85
"""How alike two spellings of a name are, from 0 to 1, to be taken for one person's; that they differ is for the rules on names."""
_SHORTEST: Final = 6
"""Characters of a name below which spellings are not compared: two short names differ by one character in earnest."""
_LONGEST: Final = 100
"""Characters of a name above which spellings are not compared: no name has as many."""
_FEW: Final = 300
"""Names among which other spellings are looked for; no notice names so many people."""
_SPACE: Final = re.compile(r"\s+")
_TITLE: Final = re.compile(r"^(?:mr|ms|mrs|dr|prof)\.?\s+", re.IGNORECASE)


@lru_cache(maxsize=4_096)
def key(name: str) -> str:
    """A name without what spellings differ in for no reason: spaces, case, width, a title before it."""
    return _SPACE.sub("", _TITLE.sub("", unicodedata.normalize("NFKC", name))).casefold()


Spelled = tuple[str, str]
"""The language and the key of a name."""


def keys(name: Text) -> tuple[Spelled, ...]:
    """The same in every language of the name, with the language."""
    return tuple((language, key(reading)) for language, reading in name.readings)


def same(one: Text, other: Text) -> bool:
    """Whether both are the same name, in a language that both are given in."""
    return not set(keys(one)).isdisjoint(keys(other))


def alike(one: str, other: str) -> bool:
    """Whether two keys may be one name, of which one is misspelt."""
    if min(len(one), len(other)) < _SHORTEST or abs(len(one) - len(other)) > 3 or len(one) > _LONGEST:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= LIKE and matcher.ratio() >= LIKE


def said(name: Text) -> Said:
    """A name for a message."""
    readings = dict(name.readings)
    first = name.readings[0][1]
    return Said(readings.get("en", first), readings.get("ja", first))


class People:
    """Everybody whom a filing names, a misspelt name taken for the name that it is like.

    Two in the list of officers are never taken for one.
    """

    def __init__(self, context: Context) -> None:
        self._listed = dict.fromkeys(each for at in context.of(Officer) for each in keys(at.value.name))
        named = [each for one in (context, context.last) if one is not None for each in one.names]
        spelled = dict.fromkeys((each.language, key(each.text)) for each in named if each.kind is NameOf.PERSON)
        self._meant: dict[Spelled, Spelled] = {}
        self._ids: dict[tuple[tuple[str, str], ...], tuple[Spelled, ...]] = {}
        known = list(dict.fromkeys((*self._listed, *spelled)))
        if len(known) <= _FEW:
            for each in spelled:
                if each not in self._listed:
                    self._meant[each] = next((one for one in known if self._is(one, each)), each)

    def _is(self, one: Spelled, other: Spelled) -> bool:
        first = one in self._listed or self._meant.get(one) == one
        return first and one[0] == other[0] and one != other and alike(one[1], other[1])

    def ids(self, name: Text) -> tuple[Spelled, ...]:
        """What stands for this person in every language of the name."""
        found = self._ids.get(name.readings)
        if found is None:
            found = self._ids[name.readings] = tuple([self._meant.get(each, each) for each in keys(name)])
        return found

    def same(self, one: Text, other: Text) -> bool:
        """Whether both name the same person."""
        return not set(self.ids(one)).isdisjoint(self.ids(other))

    def among(self, name: Text, names: Iterable[Text]) -> bool:
        """Whether one of these names is this person's."""
        mine = set(self.ids(name))
        return any(not mine.isdisjoint(self.ids(each)) for each in names)

    def index(self, parts: Iterable[At]) -> Index:
        """These parts (each with a ``name``) by person."""
        return Index(self, parts)


class Index:
    """Parts by the person that each is about."""

    def __init__(self, people: People, parts: Iterable[At]) -> None:
        self._people = people
        self.listed = list(parts)
        self._by_id: dict[Spelled, list[At]] = {}
        for at in self.listed:
            for each in people.ids(at.value.name):
                self._by_id.setdefault(each, []).append(at)

    def all(self, name: Text) -> list[At]:
        """The parts of this person: one may be listed as director and as executive officer."""
        return next((found for each in self._people.ids(name) if (found := self._by_id.get(each))), [])

    def find(self, name: Text) -> At | None:
        """The first of them, or None."""
        return next(iter(self.all(name)), None)

    def __bool__(self) -> bool:
        return bool(self.listed)

    def __iter__(self) -> Iterator[At]:
        return iter(self.listed)


def people(context: Context) -> People:
    """Everybody whom this filing names."""
    return context.once(People)


class Board:
    """The officers in the business report's list, and who came and went in the year."""

    def __init__(self, context: Context) -> None:
        everybody = people(context)
        self.officers = context.of(Officer)
        self.changes = context.of(ChangeOfOffice)
        self.index = everybody.index(self.officers)
        self._changed = {
            change: everybody.index(at for at in self.changes if at.value.kind is change) for change in OfficeChange
        }
        self._kinds = {kind: [at for at in self.officers if at.value.kind is kind] for kind in OfficerKind}
        self._people = everybody
        self._in_office: dict[tuple[date, OfficerKind], Index] = {}

    def of_kind(self, kind: OfficerKind) -> list[At]:
        """Those listed of this kind."""
        return self._kinds[kind]

    def changed(self, name: Text, change: OfficeChange) -> date | None:
        """The day on which the person assumed or left office in the year, as the list of changes says."""
        at = self._changed[change].find(name)
        day = at.value.changed_on if at is not None else None
        return day if isinstance(day, date) else None

    def has_changed(self, name: Text) -> bool:
        """Whether the person assumed or left an office in the year."""
        return any(index.find(name) is not None for index in self._changed.values())

    def left_by(self, officer: Officer, day: date) -> bool:
        """Whether the person had left office on this day."""
        left = self.changed(officer.name, OfficeChange.RETIREMENT)
        return left is not None and left <= day

    def on(self, day: date, kind: OfficerKind) -> Index:
        """Those listed of this kind who are in office on this day."""
        if (day, kind) not in self._in_office:
            there = (at for at in self.of_kind(kind) if not self.left_by(at.value, day))
            self._in_office[day, kind] = self._people.index(there)
        return self._in_office[day, kind]


def board(context: Context) -> Board:
    """The officers of this filing."""
    return context.once(Board)


def persons(officers: Iterable[At]) -> list[At]:
    """Each person once, who may be listed as director and as executive officer."""
    found: list[At] = []
    seen: set[Spelled] = set()
    for at in officers:
        spelled = keys(at.value.name)
        if seen.isdisjoint(spelled):
            found.append(at)
        seen.update(spelled)
    return found


def sits_on(officer: Officer, body: GoverningBody) -> bool:
    """Whether the officer is listed as a member of this body, or is one by office."""
    if any(each.body is body for each in officer.committees):
        return True
    if body is GoverningBody.BOARD_OF_DIRECTORS:
        return officer.kind is OfficerKind.DIRECTOR
    if body is GoverningBody.BOARD_OF_COMPANY_AUDITORS:
        return officer.kind is OfficerKind.COMPANY_AUDITOR
    if body is GoverningBody.AUDIT_AND_SUPERVISORY_COMMITTEE:
        return officer.committee_director is True
    return False
