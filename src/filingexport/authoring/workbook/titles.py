"""Names of sheets: a number in the notice's order, Japanese, and as much English as a name may hold."""

from __future__ import annotations

import re
from typing import Final

from filingexport.model.item import Label

MAX_NAME: Final = 31
"""Characters that the name of a sheet may have."""
_FORBIDDEN: Final = re.compile(r"[:\\/?*\[\]]")
_SAID: Final = frozenset({"Consolidated", "Non-consolidated"})
_SMALL: Final = frozenset({"a", "and", "by", "for", "in", "of", "on", "the", "to", "with"})
_BRACKETED: Final = re.compile(r"\s*[(（][^)）]*[)）]")


def sheet_name(number: int, label: Label) -> str:
    """The name of the sheet of this number, counted from 0; no two numbers have the same."""
    name = f"{number:02d} {_plain(label.ja)}"[:MAX_NAME].rstrip()
    english = _plain(label.en.rpartition(": ")[2]).split()
    if len(english) > 1 and english[0] in _SAID:  # the Japanese says it in two characters
        english = [english[1].capitalize(), *english[2:]]
    kept = list(english)
    while kept and len(f"{name} {' '.join(kept)}") + (kept != english) > MAX_NAME:
        kept.pop()
        while kept and kept[-1].lower() in _SMALL:
            kept.pop()
    return f"{name} {' '.join(kept)}" + ("" if kept == english else "…") if kept else name


def _plain(text: str) -> str:
    return _FORBIDDEN.sub("", _BRACKETED.sub("", text)).strip()
