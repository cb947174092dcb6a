"""Officers: who holds which office when, and whether two names are the same person's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import SequenceMatcher
from typing import Final

from attrs import frozen

from filingexport.checks.context import At, Context
from filingexport.checks.said import Said
from filingexport.model.business_report.officers import (
    ChangeOfOffice,
    OfficeChange,
    Officer,
    OfficerKind,
    Officers,
)
from filingexport.model.governance import GoverningBody
from filingexport.model.values import Text

_LIKE: Final = 0.85
"""How alike two spellings of a name are, from 0 to 1, to be taken for one person's; that they differ is for the rules on names."""
_SPACE: Final = re.compile(r"\s+")
_TITLE: Final = re.compile(r"^(?:mr|ms|mrs|dr|prof)\.?\s+", re.IGNORECASE)


def key(name: str) -> str:
    """A name without what spellings differ in for no reason: spaces, case, width, a title before it."""
    return _SPACE.sub("", _TITLE.sub("", unicodedata.normalize("NFKC", name))).casefold()


def keys(name: Text) -> dict[str, str]:
    """The same in every language of the name."""
    return {language: key(reading) for language, reading in name.readings}


def same(one: Text, other: Text) -> bool:
    """Whether both name the same person, in a language that both are given in."""
    first, second = keys(one), keys(other)
    return any(reading == second.get(language) for language, reading in first.items())


def alike(one: Text, other: Text) -> bool:
    """Whether both name the same person, if one of them is perhaps misspelt."""
    first, second = keys(one), keys(other)
    for language, reading in first.items():
        theirs = second.get(language)
        if theirs is None:
            continue
        if reading == theirs:
            return True
        shortest = min(len(reading), len(theirs))
        if shortest >= 6 and SequenceMatcher(None, reading, theirs, autojunk=False).ratio() >= _LIKE:
            return True
    return False


def find(name: Text, among: Iterable[At]) -> At | None:
    """The part (with a ``name``) of this person: of the same spelling, else of one that is alike."""
    listed = list(among)
    exact = next((at for at in listed if same(name, at.value.name)), None)
    return exact or next((at for at in listed if alike(name, at.value.name)), None)


def said(name: Text) -> Said:
    """A name for a message."""
    readings = dict(name.readings)
    first = name.readings[0][1]
    return Said(readings.get("en", first), readings.get("ja", first))


@frozen(eq=False)
class Board:
    """The officers in the business report's list, and who came and went in the year."""

    officers: tuple[At, ...]
    changes: tuple[At, ...]

    def of_kind(self, kind: OfficerKind) -> list[At]:
        """Those listed of this kind."""
        return [at for at in self.officers if at.value.kind is kind]

    def changed(self, name: Text, change: OfficeChange) -> date | None:
        """The day on which the person assumed or left office in the year, as the list of changes says."""
        for at in self.changes:
            if at.value.kind is change and alike(name, at.value.name):
                day = at.value.changed_on
                return day if isinstance(day, date) else None
        return None

    def has_changed(self, name: Text) -> bool:
        """Whether the person assumed or left an office in the year."""
        return any(alike(name, at.value.name) for at in self.changes)

    def left_by(self, officer: Officer, day: date) -> bool:
        """Whether the person had left office on this day."""
        left = self.changed(officer.name, OfficeChange.RETIREMENT)
        return left is not None and left <= day

    def on(self, day: date, kind: OfficerKind) -> list[At]:
        """Those listed of this kind who are in office on this day."""
        return [at for at in self.of_kind(kind) if not self.left_by(at.value, day)]


def board(context: Context) -> Board:
    """The officers of this filing."""
    return Board(tuple(context.of(Officer)), tuple(context.of(ChangeOfOffice)))


def persons(officers: Iterable[At]) -> list[At]:
    """Each person once, who may be listed as director and as executive officer."""
    found: list[At] = []
    for at in officers:
        if not any(same(at.value.name, other.value.name) for other in found):
            found.append(at)
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


def lists(context: Context) -> Iterator[At]:
    """The parts that hold the lists of officers."""
    yield from context.of(Officers)
