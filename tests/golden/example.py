"""A small filing with each kind of thing that the formats say in words of their own; all its files are in ``golden/example``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import attrs

from filingexport import Filing
from filingexport.library import documents
from filingexport.model.values import Count, Text
from filingexport.report import Fact, Period, TypedMember, Unit
from tests.hostile.base import extension, least

FOLDER: Final = Path(__file__).parent / "example"
FORMATS: Final = ("xbrl", "json", "csv", "ixbrl")
_OTHER: Final = "{http://other.example}"
_YEAR: Final = Period(date(2025, 4, 1), date(2026, 3, 31))
_AXIS: Final = ((f"{_OTHER}Axis", TypedMember(f"{_OTHER}axis", 'a, "b"')),)


def example() -> Filing:
    """Texts in two languages, days, a figure with a note, a row, an item of the company's own, facts that have no place."""
    note = Text(en="The sixteenth,\nif counted.", ja="第16期")
    unplaced = (
        Fact(f"{_OTHER}Pieces", _YEAR, _AXIS, Unit((f"{_OTHER}piece",), (f"{_OTHER}day",)), None, "-1.50", 2, "pieces"),
        Fact(f"{_OTHER}Remark", _YEAR, (), None, "en", "#nil, or 16 d0", None, "remark"),
        Fact(f"{_OTHER}None", _YEAR, (), None, None, None, None, "none"),
    )
    return attrs.evolve(least(), fiscal_term=Count(16, footnotes=(note,)), extension=extension(), unplaced=unplaced)


def files() -> dict[str, bytes]:
    """What is written of it: name to content."""
    return documents(example(), FORMATS, "example")
