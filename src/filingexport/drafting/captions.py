"""Lines of text with a caption and one figure or day: ``(1) Number of shares authorized: 377,600 shares``."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from filingexport.authoring.figures import PrintedUnit
from filingexport.drafting import printed, reasons, wording
from filingexport.drafting.document import Block, Line
from filingexport.drafting.fields import Path, Spot, plan_at, spots
from filingexport.drafting.holding import Entry, Holding
from filingexport.drafting.statement import LEAST, MARGIN, SURE, captioned
from filingexport.model.item import NUMERIC

_WITHIN: Final = 0.75
"""How like a label a caption counts that says more than it: ``Number of shareholders at the end of the year``."""
_KINDS: Final = NUMERIC | {"day", "years"}
_SPLIT: Final = re.compile(r"^(?P<caption>.{3,160}?)\s*[:：]\s*(?P<value>\S.{0,60})$")
_TRAILING: Final = re.compile(
    r"^(?P<caption>.{3,120}?[^\s0-9,.])\s+(?P<value>(?:[A-Z]{3}\s?|[¥￥])?[0-9][0-9,.]*\s*(?:(?:thousand|million|billion|shares?|yen|persons?|千円|百万円|円|株|名|人|社)\s*){0,2})$",
    re.IGNORECASE,
)


@frozen(eq=False)
class Captioned:
    """A caption, what is printed for it, and where."""

    caption: str
    value: str
    place: str


def captioned_lines(blocks: list[Block]) -> list[Captioned]:
    """The lines of a section that are a caption with a figure or a day, or two lines that are."""
    found = []
    for number, block in enumerate(blocks):
        if not isinstance(block, Line):
            continue
        text = wording.normal(block.text)
        match = _SPLIT.match(text) or _TRAILING.match(text)
        if match is not None and _is_value(match["value"]):
            found.append(Captioned(match["caption"], match["value"], block.place))
        elif printed.is_figure(text) and number and isinstance(blocks[number - 1], Line):
            above = blocks[number - 1]
            assert isinstance(above, Line)
            if above.text.endswith((":", "：")):
                found.append(Captioned(above.text, text, block.place))
    return found


def _is_value(text: str) -> bool:
    if printed.is_figure(text):
        return True
    days = printed.days(text)
    return len(days) == 1 and days[0][1] == 0 and days[0][2] == len(text.rstrip(" .)"))


def read(
    blocks: list[Block], root: Path, heading: str, holding: Holding, language: str, unit: PrintedUnit | None
) -> set[str]:
    """Match captioned lines to the fields of the part at `root`; returns the places of those that were matched."""
    return match(captioned_lines(blocks), root, heading, holding, language, unit)


def match(
    lines: list[Captioned], root: Path, heading: str, holding: Holding, language: str, unit: PrintedUnit | None
) -> set[str]:
    """Match captions to the fields of the part at `root`; returns the places of those that were matched."""
    weights = wording.weights()
    fields = [each for each in spots(plan_at(root)) if each.leaf.concept.kind in _KINDS]
    if not holding.may_compare(len(lines), len(fields)):
        return set()
    above = wording.words(heading)
    ranked: list[tuple[float, int, int, Spot]] = []
    for number, line in enumerate(lines):
        words = wording.words(line.caption)
        both = words | above
        for order, spot in enumerate(fields):
            likeness = max((weights.likeness(words, each) for each in spot.labels), default=0.0)
            if any(each <= words for each in spot.labels):
                likeness = max(likeness, _WITHIN)
            if len(lines) == 1:
                likeness = max(
                    likeness, max((weights.likeness(above, each) for each in spot.labels), default=0.0) * 0.95
                )
            likeness = max(likeness, max((weights.likeness(both, each) for each in spot.labels), default=0.0) * 0.9)
            if likeness >= LEAST:
                ranked.append((likeness, -order, number, spot))
    ranked.sort(key=lambda each: each[:2], reverse=True)
    of_line: dict[int, list[tuple[float, Spot]]] = {}
    for likeness, _, number, spot in ranked:
        of_line.setdefault(number, []).append((likeness, spot))
    taken: set[int] = set()
    given: set[Path] = set()
    placed = set()
    for likeness, _, number, spot in ranked:
        if number in taken or spot.path in given:
            continue
        line = lines[number]
        made = printed.value(spot.leaf, line.value, unit, language)
        if made is None:
            continue
        rivals = [
            other for other, each in of_line[number]
            if each is not spot and each.path not in given
            and printed.value(each.leaf, line.value, unit, language) is not None
        ]  # fmt: skip
        taken.add(number)
        given.add(spot.path)
        placed.add(line.place)
        sure = likeness >= SURE and likeness - max(rivals, default=0.0) >= MARGIN
        why = reasons.SURE if sure else reasons.caption(line.caption)
        made = captioned(made, line.caption, spot, language)
        holding.put(Entry((*root, *spot.path), spot.leaf, made, line.place, why, likeness * (1 if sure else 0.8)))
    return placed
