"""The text cut at its headings: which part of the notice each stretch is about.

Headings are found by the labels of parts and of fields that hold headings, in both languages. A chapter (the business
report, a statement, a report of auditors) is entered by a heading that says nearly all of its label; what is in a chapter
by one that is like its label more than any other in the chapter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from attrs import define, field, frozen

from filingexport.binding.plan import Leaf, PartField, Plan, RowsField, plan
from filingexport.drafting import wording
from filingexport.drafting.document import Block, Document, Line
from filingexport.drafting.fields import PRIOR, Path, is_title, label_words, part_words, plan_at, topic_words
from filingexport.drafting.printed import is_figure
from filingexport.drafting.standards import left_out
from filingexport.model import item
from filingexport.model.filing import ConsolidatedOrNonConsolidated, Filing

_LONGEST: Final = 170
"""Characters of a heading."""
_CHAPTER: Final = 0.74
"""How like its label a chapter's heading is at least."""
_CONTENTS: Final = 6
"""Lines of a table of contents at least."""
_CHAPTERS: Final = 3
"""Chapters that it names at least."""
_NUMBERED: Final = 0.95
_INNER: Final = 0.6
_PROPOSED: Final = 0.3
REPORT: Final = wording.words("audit report") | wording.words("監査報告")
"""The words of the heading of a report of auditors."""
_YEARS: Final = re.compile(
    r"\b(?:for|of) the (?:[0-9]{1,3}(?:st|nd|rd|th)\s+)?(?:fiscal )?(?:year|term|period)\b.*$|\b[0-9]{1,3}(?:st|nd|rd|th)\b"
    r"|第[0-9]{1,3}[期回]|\((?:from|as of)?[^()]*\b(?:19|20)[0-9]{2}\b[^()]*\)|[（(](?:[0-9]{4}年|令和|平成)[^（()）]*[）)]",
    re.IGNORECASE,
)
_MEETING: Final = re.compile(
    r"\bfor the (?:[0-9a-z]+ )?(?:ordinary |extraordinary |annual )?general meeting of shareholders", re.I
)
_PROPOSAL: Final = re.compile(
    r"^(?:第[0-9一二三四五六七八九十]+号議案|(?:item|proposal|agenda item)\s+(?:no\.?\s*)?[0-9]+)", re.IGNORECASE
)
_SENTENCE: Final = re.compile(r"[.。;；]\s*$|です|ます")
_NUMBER: Final = re.compile(
    r"^\s*(?:[(（][0-9ivxa-z一二三四五六七八九十]{1,4}[)）]|[0-9]{1,2}(?:[-－][0-9]{1,2})*[.．、]?(?=\s|[^0-9,.%])|第[0-9一二三四五六七八九十]+号議案|(?:item|proposal)\s+(?:no\.?\s*)?[0-9]+\s*[:.]?|[①-⑳]|[一二三四五六七八九十]+[、.]|[a-z][.．](?=\s))",
    re.IGNORECASE,
)
_AMOUNT: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]円|[0-9]株")


@frozen(eq=False)
class Target:
    """What a heading may be of: a part, a topic in it (the field that holds the heading), or a table in it (`rows`)."""

    path: Path
    topic: Leaf | None
    words: tuple[frozenset[str], ...]
    order: int
    rows: str = ""


@define(eq=False)
class Section:
    """A stretch of text under one heading. topic: the field that holds the heading, if it is a topic of the part.

    rows: the table that the heading is of. entered: the heading of the part itself stood above, so that the text is surely of it.
    """

    path: Path
    topic: Leaf | None
    heading: Line | None
    likeness: float
    blocks: list[Block] = field(factory=list)
    rows: str = ""
    entered: bool = True


def _members(entry: PartField) -> item.Label | None:
    """What tells the statements of the group from those of the company, as headings say it."""
    return entry.member.label if isinstance(entry.member, ConsolidatedOrNonConsolidated) else None


@frozen(eq=False)
class Chapter:
    """A part whose heading is looked for everywhere; within: only in this part, of the year before."""

    path: Path
    words: tuple[frozenset[str], ...]
    within: Path = ()


@cache
def _chapters(leave: frozenset[str]) -> tuple[Chapter, ...]:
    """The parts that stand right in the filing, and the statements, without those that `leave` names."""
    found: list[Chapter] = []

    def collect(at: Plan, path: Path, member: item.Label | None, deep: bool, within: Path) -> None:
        for entry in at.entries:
            if not isinstance(entry, PartField) or entry.line is not None or entry.attribute in leave:
                continue
            here = (*path, entry.attribute)
            label = member if deep else _members(entry)
            if entry.attribute == PRIOR:
                if deep:
                    found.append(Chapter(here, tuple(_named(entry.plan, None))))
                    collect(entry.plan, here, member, True, here)
                continue
            if any(isinstance(each, Leaf) and is_title(each) for each in entry.plan.entries):
                found.append(Chapter(here, tuple(_named(entry.plan, label)), within))
            holds_statements = label is not None and (not deep or not entry.plan.info.role)
            if holds_statements and not entry.attribute.endswith("_report"):
                collect(entry.plan, here, label, True, within)

    collect(plan(Filing), (), None, False, ())
    return tuple(found)


def _named(at: Plan, member: item.Label | None) -> Iterator[frozenset[str]]:
    """The words of a chapter's heading. A statement of the group is never called without saying so."""
    group = ConsolidatedOrNonConsolidated.CONSOLIDATED.label
    if member is not group:
        yield from part_words(at)
    if member is None:
        return
    for en in (at.info.en, item.terse(at.info).en):
        yield wording.words(en if member.en.lower() in en.lower() else f"{member.en} {en}")
    for ja in (at.info.ja, item.terse(at.info).ja):
        yield wording.words(ja if member.ja in ja else f"{member.ja}{ja}")


@cache
def _targets(path: Path) -> tuple[Target, ...]:
    """What headings in a chapter may be of, in the order of the chapter."""
    found: list[Target] = []

    def collect(at: Plan, here: Path) -> None:
        for entry in at.entries:
            if (isinstance(entry, Leaf) and is_title(entry) and entry.attribute != "title") or (
                isinstance(entry, Leaf) and entry.concept.kind == "prose"
            ):
                found.append(Target(here, entry, topic_words(entry), len(found)))
            elif isinstance(entry, RowsField):
                words = (*part_words(entry.plan), *label_words((entry.rows.en, entry.rows.ja)))
                found.append(Target(here, None, words, len(found), entry.attribute))
            elif isinstance(entry, PartField) and entry.line is None and entry.attribute != PRIOR and not entry.opening:
                inner = (*here, entry.attribute)
                titles = [each for each in entry.plan.entries if isinstance(each, Leaf) and each.attribute == "title"]
                more = topic_words(titles[0]) if titles else ()
                found.append(Target(inner, None, (*part_words(entry.plan), *more), len(found)))
                collect(entry.plan, inner)

    collect(plan_at(path), path)
    return tuple(found)


@cache
def _by_word(path: Path) -> dict[str, tuple[int, ...]]:
    """Which of the targets in a chapter have a word in their labels."""
    found: dict[str, dict[int, None]] = {}
    for target in _targets(path):
        for word in frozenset[str]().union(*target.words):
            found.setdefault(word, {})[target.order] = None
    return {word: tuple(orders) for word, orders in found.items()}


def is_heading(line: Line) -> bool:
    """Whether a line may be a heading: short, and no sentence."""
    text = line.text
    if line.level:
        return len(text) <= 2 * _LONGEST
    if len(text) > _LONGEST or _SENTENCE.search(text):
        return False
    if _AMOUNT.search(text):
        return False
    colon = re.search(r"[:：]\s*(?=\S)", re.sub(_NUMBER, "", text))
    return colon is None


def bare(text: str) -> str:
    """A heading's words without terms and dates."""
    return _YEARS.sub("", _MEETING.sub("", wording.caption(text)))


def cut(document: Document) -> list[Section]:
    """The sections of a document, in its order; the first is what stands before any heading."""
    chapters = _chapters(left_out(document))
    cutter = _Cutter(chapters)
    listed = contents(document)
    for number, block in enumerate(document.blocks):
        if number in listed:
            continue
        follows = document.blocks[number + 1] if number + 1 < len(document.blocks) else None
        if isinstance(block, Line) and is_heading(block) and not _leads(block, follows):
            cutter.heading(block, document.blocks[number + 1 : number + 4])
        else:
            cutter.found[-1].blocks.append(block)
    return cutter.found


def _of_chapter(block: Block, chapters: tuple[Chapter, ...]) -> bool:
    words = wording.words(bare(wording.unnumbered(block.text))) if isinstance(block, Line) else frozenset()
    weights = wording.weights()
    return any(weights.likeness(words, each) >= _CHAPTER for chapter in chapters for each in chapter.words)


def contents(document: Document) -> frozenset[int]:
    """The blocks that are lines of a table of contents: many headings, one right below another, that come again further on.

    An agenda is none, though its items come again as headings of the proposals.
    """
    blocks = document.blocks
    chapters = _chapters(left_out(document))
    told = {}
    for number, block in enumerate(blocks):
        if isinstance(block, Line):
            told[_alone(block.text)] = number
    found: set[int] = set()
    run: list[int] = []

    def close() -> None:
        again = [each for each in run if told[_alone(blocks[each].text)] > run[-1]]  # type: ignore[union-attr]
        agenda = [each for each in run if _PROPOSAL.match(wording.normal(blocks[each].text))]  # type: ignore[union-attr]
        enough = len(run) >= _CONTENTS and len(again) * 10 >= len(run) * 7 and len(agenda) * 4 < len(run)
        if enough and sum(_of_chapter(blocks[each], chapters) for each in run) >= _CHAPTERS:
            found.update(run)
        run.clear()

    for number, block in enumerate(blocks):
        if isinstance(block, Line) and is_heading(block):
            run.append(number)
        else:
            close()
    close()
    return frozenset(found)


def _alone(text: str) -> str:
    """A heading without its numbers and the page that a table of contents gives."""
    plain = wording.unnumbered(wording.unnumbered(wording.normal(text)))
    page = re.search(r"[0-9]{1,3}$", plain)
    return wording.squeezed(plain[: page.start()].rstrip(" .…·・") if page is not None else plain)


def _leads(line: Line, follows: Block | None) -> bool:
    """Whether a line is the caption of an amount that stands below it alone."""
    return line.text.endswith((":", "：")) and isinstance(follows, Line) and is_figure(follows.text)


class _Cutter:
    def __init__(self, chapters: tuple[Chapter, ...]) -> None:
        self.chapters = chapters
        self.places = frozenset(each.path for each in chapters)
        self.found = [Section(("notice",), None, None, 1.0)]
        self.seen: set[Path] = {("notice",)}
        self.entered: set[Path] = set()
        """The parts whose own headings were met."""
        self.stack: list[tuple[str, Path]] = []
        """The numbering of the headings that are open, the outer ones first, and what they are of."""

    def heading(self, line: Line, following: tuple[Block, ...]) -> None:
        words = wording.words(bare(line.text))
        section = self.found[-1]
        root = _root(section.path, self.chapters)
        style = _style(line.text)
        outer = self._outer(style, _number(line.text))
        target, inner = _best_target(
            words, section, root, outer, self.places, _PROPOSAL.match(wording.normal(line.text)) is not None
        )
        chapter, likeness = self._chapter(words, line, following, root)
        if style and style not in ("[", "item 1:", "第1号議案") and likeness < _NUMBERED:
            chapter = None  # chapters are seldom numbered, and items of the agenda sound like them
        if chapter is not None and likeness > inner:
            self.seen.add(chapter)
            self.stack = []
            self.found.append(Section(chapter, None, line, likeness))
        elif target is not None:
            if style:
                self.stack = [*self._open(style, _number(line.text)), (style, target.path)]
            if target.topic is None and not target.rows:
                self.entered.add(target.path)
            known = target.path == root or any(target.path[: len(each)] == each for each in self.entered)
            self.found.append(Section(target.path, target.topic, line, inner, rows=target.rows, entered=known))
        else:
            if style and style != "[":
                above = self._open(style, _number(line.text))
                self.stack = [*above, (style, above[-1][1] if above else root)]
            section.blocks.append(line)

    def _open(self, style: str, number: int) -> list[tuple[str, Path]]:
        """The headings above one of this numbering: those before its list began, or, of a list that was not seen to begin,
        those whose numbers are of a higher kind.
        """
        at = next((place for place, each in enumerate(self.stack) if each[0] == style), None)
        if at is None:
            at = len(self.stack)
            while number != 1 and at and _rank(self.stack[at - 1][0]) > _rank(style):
                at -= 1
        return self.stack[:at]

    def _outer(self, style: str, number: int) -> Path:
        above = self._open(style, number) if style else []
        return above[-1][1] if above else ()

    def _chapter(
        self, words: frozenset[str], line: Line, following: tuple[Block, ...], root: Path
    ) -> tuple[Path | None, float]:
        weights = wording.weights()
        more = words
        if REPORT & words and len(words) <= 4:  # "Audit report": whose, the sentence below says
            first = " ".join(each.text[:120] for each in following if isinstance(each, Line))
            more = words | wording.words(first)
        best: tuple[Path | None, float] = (None, 0.0)
        for chapter in self.chapters:
            if chapter.path == root[: len(chapter.path)] or (
                chapter.within and chapter.within != root[: len(chapter.within)]
            ):
                continue
            if not chapter.within and PRIOR in root and _twin(chapter.path, root):
                continue  # in the year before, a statement's heading is that of the year before
            likeness = max((weights.likeness(words, each) for each in chapter.words), default=0.0)
            if more is not words and str(chapter.path[-1]).endswith("_report"):
                told = max((weights.share(each, more) for each in chapter.words), default=0.0)
                likeness = max(likeness, 0.9 if told > 0.99 else 0.0)
            if chapter.path in self.seen:
                likeness -= 0.12
            if likeness >= _CHAPTER and likeness > best[1]:
                best = (chapter.path, likeness)
        return best


_RANKS: Final = ("第", "item", "proposal", "一、", "1.", "1", "1-1", "(1)", "①", "(i)", "a.", "(a)")


def _rank(style: str) -> int:
    """How low a kind of numbering usually stands."""
    return next((rank for rank in range(len(_RANKS) - 1, -1, -1) if style.startswith(_RANKS[rank])), 0)


def _number(text: str) -> int:
    """The number of a heading; 1 for letters and for none, with which a list may begin."""
    match = _NUMBER.match(wording.normal(text))
    digits = re.findall(r"[0-9]+", match.group()) if match is not None else []
    return int(digits[-1]) if digits else 1


def _twin(path: Path, root: Path) -> bool:
    """Whether a part has one of the same name in the year before that the text is in."""
    before = root[: root.index(PRIOR) + 1]
    return path[:-1] == before[:-1] and any(each.attribute == path[-1] for each in plan_at(before).entries)


def _style(text: str) -> str:
    """How a heading is numbered: the shape of its number, "" for none."""
    match = _NUMBER.match(wording.normal(text))
    if match is None:
        return "[" if re.match(r"^\s*[\[［【<＜]", text) else ""
    shape = re.sub(r"[0-9]+", "1", match.group().lower().strip())
    shape = re.sub(r"\b[ivx]+\b", "i", shape)
    shape = re.sub(r"[一二三四五六七八九十]+", "一", shape)
    return re.sub(r"[①-⑳]", "①", re.sub(r"(?<![a-z])[a-hj-z](?![a-z])", "a", shape))


def _root(at: Path, chapters: tuple[Chapter, ...]) -> Path:
    """The chapter that a part is in."""
    inside = [each.path for each in chapters if at[: len(each.path)] == each.path]
    return max(inside, key=len) if inside else at[:1]


def _best_target(
    words: frozenset[str], section: Section, root: Path, outer: Path, chapters: frozenset[Path], proposal: bool
) -> tuple[Target | None, float]:
    """What in the chapter a heading is of. outer: what the heading above it, by their numbering, is of.

    proposal: whether it is numbered as a proposal, so that it is one of them whatever it says.
    """
    targets = _targets(root)
    least = _INNER
    if proposal:
        targets = tuple(each for each in targets if len(each.path) == 2 and each.topic is None)
        least = _PROPOSED
        if root != ("reference_documents",):
            return None, 0.0
    here = next(
        (
            each.order
            for each in targets
            if each.path == section.path and each.topic is section.topic and each.rows == section.rows
        ),
        next((each.order for each in targets if each.path == section.path), -1),
    )
    best: tuple[Target | None, float] = (None, 0.0)
    index = _by_word(root)
    near = {order for word in words for order in index.get(word, ())}
    for target in targets:
        if target.order not in near or (target.topic is None and target.path in chapters):
            continue
        likeness = max((_of_heading(words, each) for each in target.words), default=0.0)
        if likeness < least or (outer and target.topic is not None and target.topic is section.topic):
            continue
        if target.order < here:
            likeness -= 0.15
        if target.topic is not None and not is_title(target.topic):
            likeness -= 0.03  # a field that holds the heading comes before the one that holds what it says
        if outer:
            likeness += 0.1 if target.path[: len(outer)] == outer else -0.3
        if likeness >= least and likeness > best[1] + 1e-9:
            best = (target, likeness)
    return best


def _of_heading(words: frozenset[str], label: frozenset[str]) -> float:
    weights = wording.weights()
    likeness = weights.likeness(words, label)
    if len(label) >= 3 and label <= words:
        likeness = max(likeness, 0.8)
    return likeness
