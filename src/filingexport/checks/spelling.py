"""Spelling: one key for all the ways to write a name, and near keys found by an index, never by comparing all with all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from attrs import define, field

_VARIANTS: Final = str.maketrans(
    "髙﨑濵濱邉邊齋斎齊澤廣櫻嶋嶌惠國眞德瀨吉𠮷圓榮學實壽條靜關龍會萬與藏驒桒塚",
    "高崎浜浜辺辺斉斉斉沢広桜島島恵国真徳瀬吉吉円栄学実寿条静関竜会万与蔵騨桑塚",
)
_LETTERS: Final = re.compile(r"[^\W_]+")
_HONORIFIC: Final = re.compile(r"\b(?:mr|ms|mrs|dr|prof)\b\.?\s*", re.IGNORECASE)
_ROMANISED: Final = (
    (re.compile(r"o[uh](?=[^aiueo]|$)"), "o"),
    (re.compile(r"([aiueo])\1+"), r"\1"),
    (re.compile(r"sh(?=[iauo])"), "s"),
    (re.compile(r"ch(?=[iauo])"), "t"),
    (re.compile(r"tsu"), "tu"),
    (re.compile(r"fu"), "hu"),
    (re.compile(r"j(?=[iauo])"), "z"),
)


def folded(text: str) -> str:
    """The text in lower case, full-width letters as plain ones, accents off."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text))
    return "".join(each for each in plain if not unicodedata.combining(each)).casefold()


def letters(text: str) -> str:
    """Letters and digits only, folded: ``Life Net`` and ``Lifenet`` are one."""
    return "".join(_LETTERS.findall(folded(text)))


@lru_cache(maxsize=16_384)
def person_key(name: str) -> str:
    """One key for a person's name in any romanisation, order and variant of characters.

    Long vowels are short (Yasurou, Yasuro, Yasurō), the systems of romanisation one (Shinji, Sinzi), the parts in order
    of the alphabet, old forms of characters new (髙, 高).
    """
    if _is_japanese(name):
        return "".join(_LETTERS.findall(unicodedata.normalize("NFKC", name))).translate(_VARIANTS)
    parts = _LETTERS.findall(folded(_HONORIFIC.sub("", name)))
    for pattern, replacement in _ROMANISED:
        parts = [pattern.sub(replacement, part) for part in parts]
    return " ".join(sorted(parts))


def _is_japanese(text: str) -> bool:
    return any("\u3040" <= each <= "\u30ff" or "\u3400" <= each <= "\u9fff" for each in text)


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """A word of English without the endings by which one thing is written in two ways: plural, -or, -ing."""
    word = word.casefold()
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    for ending, least in (("ing", 6), ("ed", 6), ("s", 4), ("or", 6)):
        if word.endswith(ending) and len(word) >= least and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


def within_one(one: str, other: str) -> bool:
    """Whether one letter more, less or other makes the two the same, or two neighbours exchanged."""
    if one == other:
        return True
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[same:] == other[same + 1 :]
    if one[same + 1 :] == other[same + 1 :]:
        return True
    return one[same + 2 :] == other[same + 2 :] and one[same : same + 2] == other[same : same + 2][::-1]


_LONGEST: Final = 100
"""Characters of a key that is compared; no name has as many."""
_MOST: Final = 50
"""Keys that are kept as one letter longer than the same piece: more that are all alike are no slips of one another."""


@define
class Near:
    """Keys that differ by one letter, found through the keys with one letter left out."""

    _keys: dict[str, None] = field(factory=dict)
    _shorter: dict[str, list[str]] = field(factory=dict)

    def add(self, key: str) -> None:
        """One more key."""
        if key not in self._keys and len(key) <= _LONGEST:
            self._keys[key] = None
            for each in _without_one(key):
                known = self._shorter.setdefault(each, [])
                if len(known) < _MOST:
                    known.append(key)

    def of(self, key: str) -> Iterator[str]:
        """The keys that are one letter from this, in the order in which they were added; not the key itself."""
        keys, shorter = self._keys, self._shorter
        if len(key) > _LONGEST + 1:
            return
        found = dict.fromkeys(shorter.get(key, ()))
        if key in keys:
            found[key] = None
        for each in _without_one(key):
            if each in keys:
                found[each] = None
            if each in shorter:
                found.update(dict.fromkeys(shorter[each]))
        for each in found:
            if each != key and within_one(key, each):
                yield each


def _without_one(key: str) -> list[str]:
    return [key[:at] + key[at + 1 :] for at in range(len(key))]
