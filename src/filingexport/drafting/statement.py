"""Statements: lines of captions and amounts matched to the fields of a part.

Evidence is the caption (its words against the labels, without the words of the headings above it), where the line stands
(under which heading, before which total), the order of the fields, and what adds up (see `arithmetic`). Each line goes
to one field and each field to one line, the best match first.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, Final

from attrs import define, evolve, field, frozen

from filingexport.authoring.figures import PrintedUnit
from filingexport.binding.plan import Leaf, Plan
from filingexport.drafting import printed, reasons, wording
from filingexport.drafting.fields import (
    Path,
    Spot,
    inner_parts,
    is_title,
    leaf_texts,
    part_words,
    plan_at,
    spots,
    topic_words,
)
from filingexport.drafting.holding import Entry, Holding
from filingexport.drafting.layout import Amount, Row, Stack
from filingexport.model.item import NUMERIC
from filingexport.model.values import Money, Text
from filingexport.said import NOTHING_SAID, Said

LEAST: Final = 0.46
"""How like its label a caption is at least, to be taken for it with a mark."""
SURE: Final = 0.84
"""How like its label a caption is at least, to be taken for it without one."""
MARGIN: Final = 0.06
"""How much better than any other it fits, to be sure."""
_TOTALS: Final = frozenset(wording.words(each) for each in ("total", "合計", "計", "total amount"))
_COLUMN_HEADS: Final = frozenset({"item", "items", "account", "accounts", "科目", "項目", "区分", "摘要"})
"""What heads the captions themselves."""
_HEADING: Final = 0.7
_WHOLE: Final = 0.9
_TERSE: Final = 0.02
"""How much less a label tells that is only printed in place, and is shared by several fields."""
_CAPTION: Final = 400
"""Characters of a caption in which figures are looked for."""
_INSIDE: Final = 10
"""Figures in a caption, at most."""
_FIGURES: Final = re.compile(
    r"(?:[A-Z]{3}\s?|[¥￥])?[0-9]{1,3}(?:,[0-9]{3})+(?:\s*(?:thousand|million|billion|shares?|yen|千円|百万円|円|株))*",
    re.I,
)
_HEAD: Final = re.compile(r"^(.{4,}?)\s*(?:[—–]|\s-\s|[,;(（、]).*$")


@frozen(eq=False)
class Line:
    """A line with one figure, and the part whose heading it stands under.

    tier: it closes the lines above it. group: a heading above it that is of no part, "" for none. words: those of the
    caption, without the figures in it and what they are of.
    """

    row: Row
    amount: Amount
    under: Path
    number: int
    tier: bool = False
    group: str = ""
    words: frozenset[str] = field(init=False)

    @words.default
    def _words(self) -> frozenset[str]:
        return caption_words(self.row.caption)


@frozen(eq=False)
class Match:
    """A line and a field that it may be. likeness: of the caption alone; score: with where it stands."""

    line: Line
    spot: Spot
    likeness: float
    score: float


@define(eq=False)
class Matcher:
    """The fields of one part, and the lines that are looked for in them."""

    root: Path
    holding: Holding
    language: str
    unit: PrintedUnit | None
    plan: Plan = field(init=False)
    fields: tuple[Spot, ...] = field(init=False)
    last_total: Spot | None = field(init=False)
    """The last sum of the part itself: what a line that says only “total” is at the foot of a statement."""
    _around: dict[Path, frozenset[str]] = field(init=False, factory=dict)
    _words: dict[Path, frozenset[str]] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        self.plan = plan_at(self.root)
        self.fields = tuple(each for each in spots(self.plan) if each.leaf.concept.kind in NUMERIC)
        totals = [each for each in self.fields if not each.part and each.leaf.concept.total]
        self.last_total = totals[-1] if totals else None

    def lines(self, stack: Stack, column: int | None) -> list[Line]:
        """The lines with a figure. column: that of the year; None for amounts in tiers, of which the last sums the first."""
        found: list[Line] = []
        under: Path = ()
        group = ""
        for row in stack.rows:
            part, whole = self.heading(row, under)
            if part is not None and (not row.amounts or whole):
                under, group = part, ""
                self.caption_of(part, row)
            elif not row.amounts and row.caption:
                known = self.known_heading(row)
                group = "" if known is not None or row.caption.lower() in _COLUMN_HEADS else row.caption
                under = known if known is not None else under
            amounts = [each for each in row.amounts if column is None or each.column == column]
            for number, amount in enumerate(amounts):
                found.append(Line(row, amount, under, len(found), number > 0, group))
            if amounts and not (part is not None and whole):
                words = wording.words(row.caption)
                if group and words in _TOTALS:
                    group = ""
                    continue
                closed = self.closes(row, under)
                if closed is not None:
                    under, group = closed[:-1], ""
        return found

    def heading(self, row: Row, under: Path) -> tuple[Path | None, bool]:
        """The part that a line is the heading of, and whether its figure is that of the part as a whole."""
        words = wording.words(row.caption)
        weights = wording.weights()
        best: tuple[Path | None, float] = (None, _HEADING)
        for path, each in inner_parts(self.plan).items():
            likeness = max((weights.likeness(words, label) for label in part_words(each)), default=0.0)
            likeness += 0.05 if path[: len(under)] == under else 0.0
            if likeness > best[1]:
                best = (path, likeness)
        if best[0] is None or not row.amounts:
            return best[0], False
        # A line with an amount is a heading only where nothing else is called so and the part has a total to take it.
        if best[1] < _WHOLE or _says_total(row.caption):
            return None, False
        if any(not spot.whole and words in spot.labels for spot in self.fields):
            return None, False
        return best[0], any(spot.whole and spot.part == best[0] for spot in self.fields)

    def known_heading(self, row: Row) -> Path | None:
        """The part whose field holds this line as a heading; the heading is filled in."""
        words = wording.words(row.caption)
        weights = wording.weights()
        for spot in spots(self.plan):
            if (
                is_title(spot.leaf)
                and max((weights.likeness(words, each) for each in topic_words(spot.leaf)), default=0) > SURE
            ):
                path = (*self.root, *spot.path)
                self.holding.put(Entry(path, spot.leaf, Text(**{self.language: row.caption}), row.place))
                return spot.part
        return None

    def caption_of(self, part: Path, row: Row) -> None:
        """Fill in the field that holds the caption of a part, where it has one and the line has no figure."""
        for entry in inner_parts(self.plan)[part].entries:
            if isinstance(entry, Leaf) and entry.attribute == "caption" and not row.amounts:
                path = (*self.root, *part, entry.attribute)
                self.holding.put(Entry(path, entry, Text(**{self.language: row.caption}), row.place))

    def closes(self, row: Row, under: Path) -> Path | None:
        """The part that a line is the total of, so that the next line stands outside of it."""
        words = wording.words(row.caption)
        if words in _TOTALS:
            return under or None
        if not _says_total(row.caption):
            return None
        weights = wording.weights()
        for spot in self.fields:
            if (
                spot.whole
                and spot.part
                and max((weights.likeness(words, each) for each in spot.labels), default=0) > SURE
            ):
                return spot.part
        return None

    def matches(self, lines: list[Line]) -> list[Match]:
        """Each line's field: one to one, the best first."""
        found: list[Match] = []
        for line in lines:
            for order, spot in enumerate(self.fields):
                likeness = self.likeness(line, spot)
                if likeness >= LEAST:
                    found.append(Match(line, spot, likeness, likeness + _stands(line, spot) - 0.0001 * order))
        found.sort(key=lambda each: -each.score)
        taken_lines: set[int] = set()
        taken_spots: set[Path] = set()
        result = []
        for each in found:
            if each.line.number in taken_lines or each.spot.path in taken_spots:
                continue
            taken_lines.add(each.line.number)
            taken_spots.add(each.spot.path)
            rivals = [
                other.score
                for other in found
                if other is not each
                and (other.line is each.line or other.spot is each.spot)
                and (other.line.number not in taken_lines or other.line is each.line)
            ]
            margin = each.score - max(rivals, default=0.0)
            result.append(evolve(each, score=margin))
        result.sort(key=lambda each: each.line.number)
        return result

    def likeness(self, line: Line, spot: Spot) -> float:
        """How like a field's labels a line's caption is, where it stands."""
        if line.tier:
            return 0.9 if spot.whole and spot.part == line.under and spot.part else 0.0
        words = line.words
        if words not in _TOTALS and words.isdisjoint(self._all_words(spot)):
            return 0.0
        weights = wording.weights()
        best = 0.0
        for number, label in enumerate(spot.labels):
            best = max(best, weights.likeness(words, label) - (_TERSE if number else 0.0))
        if words in _TOTALS and line.group:
            return 0.0  # of the group, which is no part of ours
        if words in _TOTALS and not line.under and spot is self.last_total:
            return 0.9
        around = self.around(spot.part)
        bare = words - around
        if spot.part == line.under or spot.part == line.under[:-1]:
            for label in spot.labels:
                rest = label - around
                if bare and rest and bare == rest:
                    best = max(best, 0.95 if spot.part == line.under else 0.85)
        if spot.whole:
            if words in _TOTALS and spot.part == line.under:
                best = max(best, 0.9)
            whole = max((weights.likeness(words, each) for each in spot.whole), default=0.0)
            if spot.part == line.under:
                best = max(best, whole)
        return best

    def _all_words(self, spot: Spot) -> frozenset[str]:
        """The words of all labels that a field may be called by."""
        known = self._words.get(spot.path)
        if known is None:
            known = self._words[spot.path] = frozenset[str]().union(*spot.labels, *spot.whole)
        return known

    def around(self, part: Path) -> frozenset[str]:
        """The words of the headings that a field stands under."""
        known = self._around.get(part)
        if known is None:
            parts = inner_parts(self.plan)
            headings = (part_words(parts[part[:end]]) for end in range(1, len(part) + 1))
            known = self._around[part] = frozenset[str]().union(*(label for each in headings for label in each))
        return known

    def inside(self, lines: list[Line], matches: list[Match]) -> None:
        """The figures inside captions: ``net of allowance of JPY 7 thousand``."""
        weights = wording.weights()
        given = {each.spot.path for each in matches}
        at = {each.line.number: each.spot.part for each in matches}
        for line in lines:
            text = wording.normal(line.row.caption[:_CAPTION])
            said = 0
            for found in islice(_FIGURES.finditer(text), _INSIDE):
                clause = re.split(r"[;；]", text[said : found.start()])[-1]
                said = found.end()
                head = _HEAD.match(text)
                words = wording.words(clause) | (wording.words(head[1]) if head else frozenset())
                ranked = sorted(
                    (
                        (max(weights.likeness(words, each) for each in spot.labels), -number, spot)
                        for number, spot in enumerate(self.fields)
                        if spot.path not in given and spot.part == at.get(line.number, line.under)
                    ),
                    key=lambda each: each[:2], reverse=True,
                )  # fmt: skip
                if not ranked or ranked[0][0] < LEAST:
                    continue
                likeness, _, spot = ranked[0]
                made = printed.value(spot.leaf, found.group(), None, self.language)
                if made is None:
                    continue
                margin = likeness - (ranked[1][0] if len(ranked) > 1 else 0.0)
                why = (
                    reasons.SURE if likeness >= SURE and margin >= MARGIN else reasons.inside_caption(line.row.caption)
                )
                given.add(spot.path)
                self.holding.put(Entry((*self.root, *spot.path), spot.leaf, made, line.amount.place, why, 0.7))

    def value(self, match: Match) -> Any:
        """The figure of a line as the value of its field; None where it is none of its kind."""
        line = match.line
        made = printed.value(
            match.spot.leaf, line.amount.text, self.unit, self.language, typographic=line.row.typographic
        )
        return (
            None if made is None else captioned(made, "" if line.tier else line.row.caption, match.spot, self.language)
        )

    def put(self, match: Match, why: Said = NOTHING_SAID) -> bool:
        """Give a field the figure of its line; says whether it could be read."""
        made = self.value(match)
        if made is None:
            return False
        strength = min(match.likeness, 1.0) * (1.0 if not why else 0.8)
        path = (*self.root, *match.spot.path)
        return self.holding.put(Entry(path, match.spot.leaf, made, match.line.amount.place, why, strength))


def caption_words(caption: str) -> frozenset[str]:
    """The words of a caption; of one with figures in it (``net of allowance of JPY 7 thousand``), without them."""
    if _FIGURES.search(wording.normal(caption)):
        bare = _FIGURES.sub(" ", wording.normal(caption))
        if re.search(r"authorized|issued|発行", bare) and (match := _HEAD.match(bare)):
            bare = match[1]
        return wording.words(bare)
    return wording.words(caption)


def captioned(made: Any, caption: str, spot: Spot, language: str) -> Any:
    """A number with the caption printed beside it, where that is not what the field is called."""
    text = wording.unbracketed(wording.normal(caption))
    if (
        not text
        or not isinstance(made, Money)
        or any(text.lower() == wording.normal(each).lower() for each in leaf_texts(spot.leaf))
    ):
        return made
    return evolve(made, caption=Text(**{language: text}))


def _says_total(caption: str) -> bool:
    plain = wording.normal(caption).lower()
    return "total" in plain or plain.endswith("計")


def _stands(line: Line, spot: Spot) -> float:
    """How well the place of a line goes with that of a field."""
    under, part = line.under, spot.part
    if part == under:
        return 0.25
    if part[: len(under)] == under:
        return 0.15 if under else 0.1
    if under[: len(part)] == part:
        return 0.12
    return -0.15
