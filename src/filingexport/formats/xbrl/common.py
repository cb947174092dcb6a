"""What the writer and the reader of instances share, with each other and with the other formats."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from filingexport.formats.safe import MAX_MEMBER, MAX_MEMBERS, Limits, beyond
from filingexport.names import ARC_CAPTION, ARC_FACT_FOOTNOTE, ARC_NOTHING, BASE, VERSION_DATE
from filingexport.report import Note, NoteKind, Period
from filingexport.said import Said, say

FOREVER: Final = Period(date.min, date.max)
"""A period without bounds (XBRL 2.1, 4.7.2); no concept of ours uses it, but a foreign fact may."""

ARCROLES: Final[dict[NoteKind, str]] = {"footnote": ARC_FACT_FOOTNOTE, "caption": ARC_CAPTION, "nothing": ARC_NOTHING}
"""How each kind of note is tied to its fact: the arcrole, which the Open Information Model keeps as the type of the link."""

_KINDS: Final = {arcrole: kind for kind, arcrole in ARCROLES.items()}
# The arcroles of captions and nothings mean the same in every version of the taxonomy.
_VERSION: Final = re.compile(f"(?<=^{re.escape(BASE.removesuffix(VERSION_DATE))})[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?=/)")
_ORDER: Final[tuple[NoteKind, ...]] = ("caption", "footnote", "nothing")


def kind_of(arcrole: str) -> NoteKind | None:
    """The kind of note that this arcrole leads to, in any version of the taxonomy."""
    return _KINDS.get(_VERSION.sub(VERSION_DATE, arcrole))


def long_member(axis: str) -> Said:
    """What is said of a typed member that is longer than any is."""
    return say(
        "the typed member of {axis} has more than {most:,} characters",
        "{axis}の型付きメンバーが{most:,}文字を超えています。",
        axis=axis,
        most=MAX_MEMBER,
    )


def many_members(count: int) -> Said:
    """What is said of a context or fact with more dimensions than any has."""
    return say(
        "it has {count:,} dimensions; at most {most} are read",
        "次元が{count:,}個あります。読み込めるのは{most}個までです。",
        count=count,
        most=MAX_MEMBERS,
    )


class Ties:
    """Counts what facts say by their notes. One note may be tied to many facts, and is told with each of them."""

    def __init__(self, place: str, limits: Limits) -> None:
        self._place = place
        self._limits = limits
        self._ties = 0
        self._characters = 0

    def count(self, note: Note, facts: int = 1) -> None:
        """Note that so many more facts have this note; raises FilingError where all facts' notes are beyond the limits."""
        self._ties += facts
        self._characters += facts * sum(len(text) for _, text in note.readings)
        if self._ties > self._limits.nodes:
            raise beyond(
                say("ties facts to notes more than {most} times", "事実と注記の結付けが{most}回を超えています", most=f"{self._limits.nodes:,}"),
                self._place, "nodes",
            )  # fmt: skip
        if self._characters > self._limits.text:
            raise beyond(
                say(
                    "has notes that are told with so many facts that they take more than {most} characters",
                    "多数の事実に結び付いた注記が、合計で{most}文字を超えています",
                    most=f"{self._limits.text:,}",
                ),
                self._place, "text",
            )  # fmt: skip


def in_order(notes: Iterable[Note]) -> tuple[Note, ...]:
    """The notes of a fact by kind, each kind in its own order: between kinds no format keeps one."""
    return tuple(sorted(notes, key=lambda note: _ORDER.index(note.kind)))
