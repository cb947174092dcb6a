"""A difference as two texts with marks, ready to be shown: long stretches that are the same cut, what cannot be seen named."""

from __future__ import annotations

import unicodedata
from typing import Final

from filingexport.comparing.compare import Change, Difference
from filingexport.comparing.edits import Effort
from filingexport.comparing.told import ASPECTS
from filingexport.comparing.words import Kind, Run, runs
from filingexport.declaring import frozen
from filingexport.said import Language, Said

_LANGUAGES: Final = {"en": Said("English", "英文"), "ja": Said("Japanese", "和文")}
_BY_WORD: Final = frozenset({"text", "nothing", "caption", "footnote", "formatting"})
_UNSEEN: Final = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})
_LINE: Final = "\n"
_KEPT: Final = 20_000
"""Characters of which it is kept how they are shown."""


@frozen
class Shown:
    """One difference as it is shown. name: what differs, "" where it goes without saying. language: of the text, "" for none.

    below: the labels that lead to it in a part that came or went. both: of a text that was reworded, both in one.
    """

    name: str
    language: str
    below: str
    before: tuple[Run, ...] | None
    after: tuple[Run, ...] | None
    both: tuple[Run, ...] | None = None


def shown(change: Change, language: Language, keep: int, effort: Effort) -> list[Shown]:
    """The differences of a change. keep: how many characters stay to either side of what changed. effort: of all changes."""
    several = len({each.language for each in change.differences if each.language}) > 1
    return [_shown(each, language, keep, several, effort) for each in change.differences]


def _shown(each: Difference, language: Language, keep: int, several: bool, effort: Effort) -> Shown:
    words = []
    if each.aspect not in ("value", "text", "place"):
        words.append(ASPECTS[each.aspect].get(language))
    if each.language and (several or each.language not in (language, "en")):
        known = _LANGUAGES.get(each.language)
        words.append(known.get(language) if known is not None else each.language)
    before = each.before.shown.get(language) if each.before is not None else None
    after = each.after.shown.get(language) if each.after is not None else None
    sides: list[tuple[Run, ...] | None] = []
    both: tuple[Run, ...] | None = None
    if before is not None and after is not None and each.aspect in _BY_WORD:
        found = runs(before, after, effort)
        both = _cut(list(found), keep)
        for without in ("added", "removed"):
            sides.append(_cut([run for run in found if run.kind != without], keep))
    else:
        one_sided = before is None or after is None
        sides = [
            _whole(text, kind, one_sided and each.aspect in _BY_WORD, keep)
            for text, kind in ((before, "removed"), (after, "added"))
        ]
    below = " › ".join(visible(label.get(language)) for label in each.below)
    return Shown(("、" if language == "ja" else ", ").join(words), each.language, below, sides[0], sides[1], both)


def _whole(text: str | None, kind: str, long: bool, keep: int) -> tuple[Run, ...] | None:
    """A text without its other side: all of it came or went. Of a long one its beginning is shown."""
    if text is None:
        return None
    said: Kind = "removed" if kind == "removed" else "added"
    most = 8 * keep
    if long and len(text) > most:
        return (Run(said, visible(text[:most])), Run("same", f" … (+{len(text) - most:,})"))
    return (Run(said, visible(text, changed=True)),)


def _cut(found: list[Run], keep: int) -> tuple[Run, ...]:
    """Runs of which those that are the same are cut to what stands beside a change."""
    cut = []
    for number, run in enumerate(found):
        text = run.text
        if run.kind == "same" and len(text) > 3 * keep:
            head = text[:keep] + " … " if number else "… "
            tail = text[-keep:] if number < len(found) - 1 or len(found) == 1 else ""
            text = head + tail
        cut.append(Run(run.kind, visible(text, run.kind != "same")))
    return tuple(cut)


def visible(text: str, changed: bool = False) -> str:
    """The text with what cannot be seen, or turns what stands beside it, by its number.

    changed: so are blanks other than the usual ones, of a piece in which nothing else is.
    """
    blank = changed and text.isspace()
    return text.translate(_TABLES[blank])


class _Table(dict[int, str]):
    """How each character is shown, worked out when it is first met."""

    def __init__(self, blank: bool) -> None:
        super().__init__()
        self._blank = blank

    def __missing__(self, code: int) -> str:
        said = _visible(chr(code), self._blank)
        if len(self) < _KEPT:
            self[code] = said
        return said


def _visible(character: str, blank: bool) -> str:
    if character == _LINE:
        return "⏎\n" if blank else character
    unusual = character.isspace() and character not in (" ", "\u3000")
    if unicodedata.category(character) in _UNSEEN or unusual or (blank and character != " "):
        return f"⟨U+{ord(character):04X}⟩"
    return "␣" if blank else character


_TABLES: Final = {blank: _Table(blank) for blank in (False, True)}
