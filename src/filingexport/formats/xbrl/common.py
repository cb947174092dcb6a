"""What the writer and the reader of instances share."""

from __future__ import annotations

from datetime import date
from typing import Final

from filingexport.names import ROLE_CAPTION, ROLE_FOOTNOTE, ROLE_NOTHING
from filingexport.report import NoteKind, Period

FOREVER: Final = Period(date.min, date.max)
"""A period without bounds (XBRL 2.1, 4.7.2); no concept of ours uses it, but a foreign fact may."""

ROLES: Final[dict[NoteKind, str]] = {"footnote": ROLE_FOOTNOTE, "caption": ROLE_CAPTION, "nothing": ROLE_NOTHING}
"""The footnote role of each kind of note."""
