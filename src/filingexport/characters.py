"""The characters that a filing may hold: those that XML can (XML 1.0, 2.2)."""

from __future__ import annotations

import re
from typing import Final

from filingexport.said import Mistake, say

# Controls, lone surrogates and the two that are no characters.
# As what they are: a pattern of what they are not takes ten times as long to compile.
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def unwritable(text: str) -> re.Match[str] | None:
    """The first character of this text that XML cannot hold; None for none."""
    # What can be printed can be written: a quick look spares most texts the slow one.
    return None if text.isprintable() else _NOT_XML.search(text)


def spaced(text: str) -> str:
    """The text with a space in place of each character that XML cannot hold."""
    return _NOT_XML.sub(" ", text)


def is_digits(text: str, most: int = 9) -> bool:
    """Whether it is the digits 0 to 9 alone, at most so many: what `str.isdigit` takes besides, as ², is no number to `int`."""
    return 0 < len(text) <= most and text.isascii() and text.isdigit()


def check_characters(text: str) -> None:
    """Raises ValueError for a character that XML cannot hold."""
    bad = unwritable(text)
    if bad is not None:
        raise Mistake(
            say(
                "character U+{code:04X} at position {position} cannot be written in XML; remove it",
                "{position}文字目の文字U+{code:04X}はXMLに書けません。削除してください。",
                code=ord(bad.group()),
                position=bad.start() + 1,
            )
        )
