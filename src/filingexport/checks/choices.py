"""What a value of a closed list is called."""

from __future__ import annotations

from filingexport.model.item import Choice
from filingexport.said import Said


def chosen(value: Choice) -> Said:
    """A value of a closed list, as it is called."""
    return Said(value.value, value.label.ja)
