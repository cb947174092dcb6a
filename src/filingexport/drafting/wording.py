"""What captions and headings have in common: the words of two texts compared, in English and in Japanese.

Words are brought to one form: width, case, number, and the words that translators choose differently for one thing
(`SYNONYMS`). How much a word tells is how rare it is among the labels of the taxonomy.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import Final

from attrs import field, frozen

from filingexport.drafting.synonyms import PHRASES, STOPS, SYNONYMS

_JAPANESE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff々]")
_NUMBERING: Final = re.compile(
    r"^(?:[\s\u3000]*(?:[（(\[]\s*(?:[0-9]{1,2}|[ivxIVX]{1,5}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|注\s*[0-9]*|note\s*[0-9]*)\s*[)）\]][.．、]?"
    r"|第[0-9一二三四五六七八九十]{1,3}号議案|(?:item|proposal|note|agenda)\s+(?:no\.?\s*)?[0-9]{1,2}\b\s*[:.．：]?"
    r"|[0-9]{1,2}(?:[-－.．][0-9]{1,2}){1,3}[.．、]?(?=\s|[^0-9.,%])|[0-9]{1,2}[.．、)](?![0-9])|[IVXⅠ-Ⅻ]{1,4}[.．、]|[a-zA-Z][.．)](?=\s)|[①-⑳㋐-㋾]|[一二三四五六七八九十]{1,3}[.．、]|[■●○◆◇□※＊*・])[\s\u3000:：]*)+",
    re.IGNORECASE,
)
_BRACKETS: Final = re.compile(r"^[<\[［＜【「(（〔](?P<inner>.*)[>\]］＞】」)）〕]\s*[:：]?$", re.DOTALL)
_ASIDE: Final = re.compile(r"[(（]\s*(?:notes?|注|※|\*)[^)）]{0,12}[)）]", re.IGNORECASE)
_WORD: Final = re.compile(r"[a-z][a-z'’]*|[0-9]+(?:\.[0-9]+)?")
_LIMIT: Final = 400
"""Characters of a caption that are compared; what is longer is no caption."""
_READ: Final = 4_000
"""Characters of a text that are looked at for them."""
_SUMS: Final = 20_000
"""Sets of words whose weight is kept."""
_BRACKETED: Final = 8
"""Pairs of brackets around a caption that are taken off."""


def is_japanese(text: str) -> bool:
    """Whether a text has Japanese letters."""
    return _JAPANESE.search(text) is not None


@lru_cache(maxsize=256)
def normal(text: str) -> str:
    """The text in one width (NFKC) and with white space as single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def unnumbered(text: str) -> str:
    """A heading without its number: ``(2) Financing`` as ``Financing``."""
    return _NUMBERING.sub("", text).strip() or text.strip()


def unbracketed(text: str) -> str:
    """A caption without the brackets that set it off as a whole."""
    stripped = text.strip()
    for _ in range(_BRACKETED):
        match = _BRACKETS.match(stripped)
        inner = match["inner"].strip() if match is not None else ""
        if not inner:
            break
        stripped = inner
    return stripped


def caption(text: str) -> str:
    """A caption or heading for comparing: no number, no brackets, no colon, one width."""
    return unbracketed(unnumbered(_ASIDE.sub("", normal(text)).strip())).strip(" :：*＊※")


@lru_cache(maxsize=65536)
def words(text: str) -> frozenset[str]:
    """The telling words of a text in their one form; of Japanese, pairs of letters."""
    plain = caption(text[:_READ])[:_LIMIT].lower().replace("’", "'")
    if is_japanese(plain):
        for phrase, form in PHRASES:
            if is_japanese(phrase):
                plain = plain.replace(phrase, form)
        letters = re.sub(r"[\s、。・,.()（）「」の及びおよ並びに等_-]", "", plain)
        return frozenset(letters[at : at + 2] for at in range(max(1, len(letters) - 1)))
    plain = plain.replace("non-", "non").replace("long-lived", "longlived")
    plain = re.sub(r"[^a-z0-9'.]+", " ", plain)
    plain = f" {plain} "
    for phrase, form in PHRASES:
        plain = plain.replace(f" {phrase} ", f" {form} ")
    return frozenset(each for word in _WORD.findall(plain) if (each := _form(word)) and each not in STOPS)


def _form(word: str) -> str:
    bare = word.removesuffix("'s").replace("'", "")
    found = SYNONYMS.get(bare)
    if found is not None:
        return found
    for end, new in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if bare.endswith(end) and len(bare) > len(end) + 2 and not bare.endswith(("ss", "us", "is")):
            bare = bare[: -len(end)] + new
            break
    return SYNONYMS.get(bare, bare)


def squeezed(text: str) -> str:
    """The letters of a caption alone, for captions that a change of line or a space has cut."""
    return re.sub(r"[\W_]+", "", caption(text).lower())


@frozen
class Weights:
    """How much each word tells among some labels."""

    counts: dict[str, int]
    total: int
    _known: dict[str, float] = field(init=False, factory=dict, eq=False)
    _sums: dict[frozenset[str], float] = field(init=False, factory=dict, eq=False)

    def of(self, word: str) -> float:
        """How much this word tells."""
        known = self._known.get(word)
        if known is None:
            known = math.log(1 + self.total / (1 + self.counts.get(word, 0)))
            if word in self.counts:
                self._known[word] = known
        return known

    def sum(self, words: frozenset[str]) -> float:
        """How much these words tell together, in whatever order they come out of a set."""
        known = self._sums.get(words)
        if known is None:
            if len(self._sums) >= _SUMS:
                self._sums.clear()
            known = self._sums[words] = math.fsum(map(self.of, words))
        return known

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """From 0, nothing in common, to 1, the same words (Dice's coefficient of their weights)."""
        if not one or not other:
            return 0.0
        both = one & other
        if not both:
            return 0.0
        return 2 * self.sum(both) / (self.sum(one) + self.sum(other))

    def share(self, part: frozenset[str], whole: frozenset[str]) -> float:
        """How much of what `part` tells stands in `whole`."""
        weight = self.sum(part)
        return self.sum(part & whole) / weight if weight else 0.0


@cache
def weights() -> Weights:
    """The weights among all labels of the taxonomy."""
    from filingexport.drafting.fields import every_label

    counts: Counter[str] = Counter()
    labels = every_label()
    for label in labels:
        counts.update(words(label))
    return Weights(dict(counts), len(labels))
