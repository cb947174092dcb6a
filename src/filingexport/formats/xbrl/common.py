"""What the writer and the reader of instances share."""

from __future__ import annotations

from datetime import date
from typing import Final

from filingexport.names import ARC_CAPTION, ARC_FACT_FOOTNOTE, ARC_NOTHING
from filingexport.report import NoteKind, Period

FOREVER: Final = Period(date.min, date.max)
"""A period without bounds (XBRL 2.1, 4.7.2); no concept of ours uses it, but a foreign fact may."""

ARCROLES: Final[dict[NoteKind, str]] = {"footnote": ARC_FACT_FOOTNOTE, "caption": ARC_CAPTION, "nothing": ARC_NOTHING}
"""How each kind of note is tied to its fact: the arcrole, which the Open Information Model keeps as the type of the link."""
