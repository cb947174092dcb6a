"""Terms that a notice defines for itself: ``hi-ho Inc. ("hi-ho")``, ``(SFAS)``, （以下「当社」という。）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from filingexport.checks.context import Context, Passage
from filingexport.checks.memory import remembered
from filingexport.checks.once import once
from filingexport.checks.texts import where_any
from filingexport.declaring import frozen

_QUOTED: Final = re.compile(
    r"[(（]\s*(?:hereinafter,?\s+|collectively,?\s+)?(?P<terms>(?:the\s+)?[\"“][^\"”“()]{1,50}[\"”]"
    r"(?:\s*+(?:,|or|and)\s*+(?:the\s+)?[\"“][^\"”“()]{1,50}[\"”])*)\s*+,?\s*+[)）]"
)
_TERM: Final = re.compile(r"[\"“]([^\"”“]+)[\"”]")
_BARE: Final = re.compile(r"(?<=[a-z])\s+\((?P<term>[A-Z][A-Za-z]*[A-Z][A-Za-z]*|US GAAP|U\.S\. GAAP)\)")
_JAPANESE: Final = re.compile(
    r"[（(](?:以下|以降)[、,]?\s*「(?P<term>[^」]{1,30})」(?:という|といい|と略|と呼)[^）)]{0,12}[)）]"
)
_BEFORE: Final = 80


@frozen
class Definition:
    """A term, the words before it that it stands for, and where it is defined.

    number: of its text, in reading order; offset: in that text. document: the part of the filing that it is made in.
    """

    term: str
    means: str
    passage: Passage
    number: int
    offset: int
    document: str


@remembered
def _in(text: str) -> tuple[tuple[str, int], ...]:
    return tuple(_defined(text)) if "(" in text or "（" in text else ()


def _defined(text: str) -> Iterator[tuple[str, int]]:
    for match in _QUOTED.finditer(text):
        for term in _TERM.findall(match["terms"]):
            yield term.strip().rstrip(","), match.start()
    for match in _BARE.finditer(text):
        if _initials(text[max(0, match.start() - _BEFORE) : match.start()], match["term"]):
            yield match["term"], match.start()
    for match in _JAPANESE.finditer(text):
        yield match["term"], match.start()


def _initials(before: str, term: str) -> bool:
    """Whether the words before may be what the letters stand for: the first of them begins like the term."""
    words = re.findall(r"[A-Za-z]+", before[-_BEFORE:])
    return any(word[:1].upper() == term[:1] for word in words[-8:])


@once
def definitions(context: Context) -> list[Definition]:
    """All definitions, in reading order."""
    found = []
    for passage, terms in where_any(context, {"en": _in, "ja": _in}, as_read=True):
        for term, offset in terms if not passage.nothing else ():
            means = passage.text[max(0, offset - _BEFORE) : offset].strip()
            found.append(Definition(term, means, passage, passage.number, offset, passage.path.partition(".")[0]))
    return found
