"""The fields of a notice as a reader of drafts needs them: where each stands, and what it is called in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from attrs import frozen

from filingexport.binding.plan import Leaf, ListLeaf, PartField, Plan, RowsField, plan, plans
from filingexport.drafting import wording
from filingexport.model import item
from filingexport.model.filing import Filing

Path = tuple[str | int, ...]
"""Attributes from the filing to a field; a number is that of a row, from 1."""

PRIOR: Final = "prior_year"
"""The name of fields that hold the part of the year before."""
_TITLE_EN: Final = re.compile(r"^(?:heading|title|caption) of (?:the )?", re.IGNORECASE)
_TITLE_JA: Final = re.compile(r"の(?:見出し|表題|表示|件名)$")
_BRACKETED: Final = re.compile(r"\s*[(（][^)）]*[)）]")
_TITLES: Final = ("title", "heading", "caption")


@frozen(eq=False)
class Spot:
    """A field with a value: its path, its leaf, and the words of its labels, of which any may be printed.

    whole: of a part's total, the words of the part's heading, under which the total may stand.
    """

    path: Path
    leaf: Leaf
    labels: tuple[frozenset[str], ...]
    whole: tuple[frozenset[str], ...] = ()

    @property
    def part(self) -> Path:
        """The path of the part that has the field."""
        return self.path[:-1]


def _texts(en: str, ja: str, terse: item.Label) -> tuple[str, ...]:
    return tuple(dict.fromkeys((en, terse.en, ja, terse.ja)))


def leaf_texts(leaf: Leaf) -> tuple[str, ...]:
    """What a field is called: its labels, and what is printed in place."""
    return _texts(leaf.concept.en, leaf.concept.ja, item.terse(leaf.concept))


def part_texts(at: Plan) -> tuple[str, ...]:
    """What a part is called."""
    return _texts(at.info.en, at.info.ja, item.terse(at.info))


@cache
def leaf_words(leaf: Leaf) -> tuple[frozenset[str], ...]:
    """The words of what a field is called."""
    return label_words(leaf_texts(leaf))


def label_words(labels: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """The words of labels, and of those without what stands in brackets in them."""
    texts = list(labels)
    texts += [without for text in texts if (without := _BRACKETED.sub("", text).strip()) != text]
    return tuple(dict.fromkeys(each for text in texts if (each := wording.words(text))))


@cache
def part_words(at: Plan) -> tuple[frozenset[str], ...]:
    """The words of what a part is called."""
    return tuple(dict.fromkeys(each for text in part_texts(at) if (each := wording.words(text))))


@cache
def every_label() -> tuple[str, ...]:
    """All labels of fields and parts."""
    found: list[str] = []
    for each in plans(Filing).values():
        found += part_texts(each)
        for entry in each.entries:
            if isinstance(entry, Leaf):
                found += leaf_texts(entry)
            elif isinstance(entry, ListLeaf):
                found += leaf_texts(entry.leaf)
            elif isinstance(entry, PartField) and entry.line is not None:
                found += leaf_texts(entry.line)
    return tuple(found)


def label_of(at: Plan) -> item.Label:
    """A part's heading in both languages."""
    return item.Label(at.info.en, at.info.ja)


def plan_at(path: Path) -> Plan:
    """The plan of the part at this path; raises KeyError where there is none."""
    at = plan(Filing)
    for step in path:
        if isinstance(step, int):
            continue
        entry = next((each for each in at.entries if each.attribute == step), None)
        if not isinstance(entry, (PartField, RowsField)):
            raise KeyError(path)
        at = entry.plan
    return at


@cache
def spots(at: Plan) -> tuple[Spot, ...]:
    """The fields of a part and of the parts in it, without those of rows and matrices and of the year before, in their order."""
    return tuple(_spots(at, ()))


def _spots(at: Plan, path: Path) -> Iterator[Spot]:
    for entry in at.entries:
        if isinstance(entry, Leaf):
            whole = part_words(at) if entry.concept.total is True else ()
            yield Spot((*path, entry.attribute), entry, leaf_words(entry), whole)
        elif isinstance(entry, PartField) and entry.line is None and not entry.opening and entry.attribute != PRIOR:
            yield from _spots(entry.plan, (*path, entry.attribute))


@cache
def inner_parts(at: Plan) -> dict[Path, Plan]:
    """The parts in a part, and itself under (), without rows, matrices and the year before."""
    found: dict[Path, Plan] = {}

    def collect(each: Plan, path: Path) -> None:
        found[path] = each
        for entry in each.entries:
            if isinstance(entry, PartField) and entry.line is None and not entry.opening and entry.attribute != PRIOR:
                collect(entry.plan, (*path, entry.attribute))

    collect(at, ())
    return found


@cache
def tables(at: Plan) -> tuple[tuple[Path, RowsField], ...]:
    """The tables in a part and the parts in it, with their paths."""
    return tuple(
        ((*path, entry.attribute), entry)
        for path, each in inner_parts(at).items()
        for entry in each.entries
        if isinstance(entry, RowsField)
    )


def is_title(leaf: Leaf) -> bool:
    """Whether a field holds a heading that is printed: its name says so."""
    return leaf.concept.kind == "words" and leaf.attribute.rpartition("_")[2] in _TITLES


@cache
def topic_words(leaf: Leaf) -> tuple[frozenset[str], ...]:
    """What the heading that a field holds is about: ``Heading of financing`` is about financing."""
    texts = (_TITLE_JA.sub("", _TITLE_EN.sub("", text)) for text in leaf_texts(leaf))
    return tuple(dict.fromkeys(each for text in texts if (each := wording.words(text))))


def title_of(at: Plan) -> str | None:
    """The field of a part's own heading."""
    return next((each.attribute for each in at.entries if isinstance(each, Leaf) and each.attribute == "title"), None)
