"""What the writer and the reader of instances share, with each other and with the other formats."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from filingexport.names import ARC_CAPTION, ARC_FACT_FOOTNOTE, ARC_NOTHING, BASE, VERSION_DATE
from filingexport.report import Note, NoteKind, Period

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


def in_order(notes: Iterable[Note]) -> tuple[Note, ...]:
    """The notes of a fact by kind, each kind in its own order: between kinds no format keeps one."""
    return tuple(sorted(notes, key=lambda note: _ORDER.index(note.kind)))
