"""Where two texts differ, word by word; in Japanese by runs of characters of one kind, then by character."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, Literal

from filingexport.comparing.edits import Effort, stretches
from filingexport.declaring import frozen

Kind = Literal["same", "removed", "added"]

_TOKENS: Final = re.compile(
    r"""
    [0-9０-９]+(?:[,.，．][0-9０-９]+)*          # a number with its separators
    |[^\W\d_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]+(?:['’-][^\W\d_\u3040-\u9fff]+)*   # a word in letters
    |[\u3400-\u9fff\uf900-\ufaff々〆]+           # kanji
    |[\u30a0-\u30ff\uff66-\uff9fー]+             # katakana
    |[\u3041-\u309f]+                            # hiragana
    |\n|[^\S\n]+                                 # a line's end; blanks
    |.                                           # one of all else
    """,
    re.VERBOSE | re.DOTALL,
)
_FINE: Final = re.compile(r"[0-9０-９]+(?:[,.，．][0-9０-９]+)*|[A-Za-z]+|.", re.DOTALL)
"""A number, a word, or one character."""
_MOSTLY: Final = 0.5
_SENTENCES: Final = re.compile(r".*?(?:[。\n]|[.!?]\s+|\Z)", re.DOTALL)
_JAPANESE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]")
_BLANK: Final = re.compile(r"[^\S\n]+")


@frozen
class Run:
    """A piece of text that both have, or only one."""

    kind: Kind
    text: str


def tokens(text: str) -> list[str]:
    """The words of a text, with what stands between them; together they are the text."""
    return _TOKENS.findall(text)


def _sentences(text: str) -> list[str]:
    return [each for each in _SENTENCES.findall(text) if each]


def runs(before: str, after: str, effort: Effort | None = None) -> tuple[Run, ...]:
    """What to take out of one text and what to put in to have the other.

    The runs that are the same and removed make up `before`, those that are the same and added `after`. effort: of the
    comparison that the texts are part of.
    """
    found: list[Run] = []
    effort = effort or Effort()
    for one, other in _changed(_sentences(before), _sentences(after), found, effort):
        inner: list[Run] = []
        for old, new in _changed(tokens("".join(one)), tokens("".join(other)), inner, effort):
            inner += _characters("".join(old), "".join(new), effort)
        found += inner
    return _joined(found)


def _changed(
    before: Sequence[str], after: Sequence[str], found: list[Run], effort: Effort
) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """The stretches that differ, in order; those that are the same go to `found` between them."""
    for each in stretches(before, after, effort=effort):
        if each.same:
            found.append(Run("same", "".join(before[each.old_start : each.old_end])))
        else:
            yield before[each.old_start : each.old_end], after[each.new_start : each.new_end]


def _characters(before: str, after: str, effort: Effort) -> Iterator[Run]:
    """Words that were exchanged: in Japanese, which has no blanks, by character, where most characters stay."""
    if _JAPANESE.search(before) and _JAPANESE.search(after):
        one, other = _FINE.findall(before), _FINE.findall(after)
        inner: list[Run] = []
        for old, new in _changed(one, other, inner, effort):
            inner += _exchanged("".join(old), "".join(new))
        stays = sum(len(each.text) for each in inner if each.kind == "same")
        if 2 * stays >= _MOSTLY * (len(before) + len(after)):
            yield from inner
            return
    yield from _exchanged(before, after)


def _exchanged(before: str, after: str) -> Iterator[Run]:
    if before:
        yield Run("removed", before)
    if after:
        yield Run("added", after)


def _joined(found: list[Run]) -> tuple[Run, ...]:
    """Neighbours of one kind as one; a blank between two changes belongs to them, so that phrases are not cut to pieces."""
    whole: list[Run] = []
    for number, each in enumerate(found):
        between = (
            each.kind == "same"
            and _BLANK.fullmatch(each.text) is not None
            and 0 < number < len(found) - 1
            and {found[number - 1].kind, found[number + 1].kind} <= {"removed", "added"}
        )
        for run in (Run("removed", each.text), Run("added", each.text)) if between else (each,):
            _put(whole, run)
    return tuple(whole)


def _put(whole: list[Run], run: Run) -> None:
    """Add a run; between two that are the same, what is removed stands before what is added."""
    place = len(whole)
    if run.kind == "removed":
        while place and whole[place - 1].kind == "added":
            place -= 1
    if place and whole[place - 1].kind == run.kind:
        whole[place - 1] = Run(run.kind, whole[place - 1].text + run.text)
    else:
        whole.insert(place, run)


@lru_cache(maxsize=2_000)
def _counted(text: str) -> Counter[str]:
    """The words of a text; each name of a table is compared with each of another."""
    return Counter(tokens(text))


def likeness(before: str, after: str) -> float:
    """How alike two texts are by their words, from 0 to 1, whatever their order."""
    one, other = _counted(before), _counted(after)
    size = sum(one.values()) + sum(other.values())
    return 2 * sum((one & other).values()) / size if size else 1.0
