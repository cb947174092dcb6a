"""What is said to people, in English and in Japanese."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, Literal

from filingexport.declaring import frozen

Language = Literal["en", "ja"]


@frozen
class Said:
    """A sentence or word in English and Japanese."""

    en: str
    ja: str

    def get(self, language: Language) -> str:
        """The reading in this language."""
        return self.ja if language == "ja" else self.en

    def __str__(self) -> str:
        return self.en

    def __bool__(self) -> bool:
        return bool(self.en)


NOTHING_SAID: Final = Said("", "")
"""No words."""


def say(en: str, ja: str, **values: Any) -> Said:
    """Both templates filled in: a value that is itself `Said` gives each its own reading, any other the same to both."""
    if not values:
        return Said(en, ja)
    return Said(
        en.format(**{name: each.en if isinstance(each, Said) else each for name, each in values.items()}),
        ja.format(**{name: each.ja if isinstance(each, Said) else each for name, each in values.items()}),
    )


def verbatim(text: str) -> Said:
    """The same words in both: a name, a quotation, a date in figures."""
    return Said(text, text)


def joined(parts: Iterable[Said]) -> Said:
    """Several of them in a row."""
    listed = list(parts)
    return Said(", ".join(each.en for each in listed), "、".join(each.ja for each in listed))
