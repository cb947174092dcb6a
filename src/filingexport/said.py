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


class Mistake(ValueError):
    """A value is none of its kind; `said` is what is wrong, why, and what to do, its `str` the same in English."""

    def __init__(self, said: Said) -> None:
        super().__init__(said.en)
        self.said = said


class WrongType(TypeError):
    """A value is of another type than belongs there; `said` as in `Mistake`."""

    def __init__(self, said: Said) -> None:
        super().__init__(said.en)
        self.said = said


LONGEST: Final = 2_000
"""Characters of a sentence, of a value in it, or of a place: one of an input may be of any length, and be told of many times."""


def bounded(text: str) -> str:
    """The text; of a very long one the beginning and the end."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} … {text[-LONGEST // 4 :]}"


class _Quoted(str):
    """A text whose `repr` is a Japanese quotation: 「text」, with what cannot be printed escaped."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"「{''.join(each if each.isprintable() else repr(each)[1:-1] for each in self)}」"


def say(en: str, ja: str, **values: Any) -> Said:
    """Both templates filled in: a value that is itself `Said` gives each its own reading, any other the same to both.

    ``{name!r}`` quotes a text as each language does: 'text' and 「text」. Of a very long text the beginning and the end are told.
    """
    if not values:
        return Said(en, ja)
    english = japanese = values
    for name, each in values.items():
        if type(each) is Said or (isinstance(each, str) and len(each) > LONGEST):
            if english is values:
                english, japanese = dict(values), dict(values)
            if isinstance(each, Said):
                english[name] = each.en
                japanese[name] = each.ja or each.en
            else:
                english[name] = japanese[name] = bounded(each)
    if "!r" in ja:
        japanese = {name: _Quoted(each) if type(each) is str else each for name, each in japanese.items()}
    return Said(en.format_map(english), ja.format_map(japanese))


def quoted(text: str) -> Said:
    """A text as each language quotes it."""
    return say("{text!r}", "{text!r}", text=text)


def told(error: Exception) -> Said:
    """What an error says: in both languages where it is one of ours, else in English alone."""
    return error.said if isinstance(error, Mistake | WrongType) else Said(str(error), "")


def verbatim(text: str) -> Said:
    """The same words in both: a name, a quotation, a date in figures."""
    return Said(text, text)


def joined(parts: Iterable[Said]) -> Said:
    """Several of them in a row."""
    listed = list(parts)
    return Said(", ".join(each.en for each in listed), "、".join(each.ja for each in listed))
