"""Figures in sentences, by the words around them.

A figure is taken into the field whose label its words say: those before it in its clause, and those that follow it. What a
sentence says may be of something else, so that all that is read here is marked, but for what the reading of claims
(`filingexport.checks.prose`) understands of a measure as a whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from decimal import Decimal
from html import escape
from typing import Any, Final

from attrs import evolve, frozen

from filingexport.binding.marks import mark
from filingexport.binding.plan import Leaf, PartField, Plan
from filingexport.checks.prose import Claim, amounts, claims, ratios, sentences
from filingexport.drafting import printed, reasons, wording
from filingexport.drafting.fields import Path, Spot, inner_parts, spots
from filingexport.drafting.holding import Entry, Holding
from filingexport.model.meaning import ChangeOf, Measure
from filingexport.model.values import Count, Money, Ratio, Shares

LEAST: Final = 0.52
"""How well the words around a figure go with a label at least."""
LONGEST: Final = 6_000
"""Characters of a paragraph in which figures are looked for: more than any has, and few enough to be read in no time."""
_LETTERS: Final = 50
"""Characters of a text that cost as much to look at as a number."""
_WORDS: Final = {
    word: number
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
    )
}  # fmt: skip
_COUNT: Final = re.compile(
    r"(?<![\w.,/#-])(?:(?P<word>" + "|".join(_WORDS) + r")\s*\(\s*(?P<digits2>[0-9]{1,4})\s*\)"
    r"|(?P<digits>[0-9]{1,3}(?:,[0-9]{3}){1,10}|[0-9]{1,7})(?P<fraction>\.[0-9]{1,15})?(?![0-9%])|(?P<word2>"
    + "|".join(_WORDS)
    + r")\b)"
    r"\s*(?P<unit>shares|株|名|人|社|回|個|years?\b|年間?)?",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"[0-9]+")
_ORDINAL: Final = re.compile(
    r"\b(?P<number>[0-9]{1,3})(?:st|nd|rd|th)\s+(?P<what>(?:fiscal\s+)?(?:year|term|period|business)|(?:ordinary|annual)\s+general\s+meeting)"
    r"|第\s*(?P<number2>[0-9]{1,3})\s*(?P<what2>期|回)",
    re.IGNORECASE,
)
_NOT_COUNTED: Final = re.compile(
    r"(?:article|articles|paragraph|section|item|items|note|no\.?|form|fy|rule|第|令和|平成|chapter|[0-9]q)\s*$",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(
    r"[;；。:：]|,\s+(?:and|mainly|while|whereas|where as|despite|due to|of which)\b|\b(?:mainly due to|due to|despite of|where as|whereas|compared (?:to|with))\b|、(?:主に|また|一方)|により、",
    re.IGNORECASE,
)
_UP: Final = re.compile(r"\b(?:increas\w*|rose|grew|up|gain of|improv\w*)\b|増|上昇|改善", re.IGNORECASE)
_DOWN: Final = re.compile(r"\b(?:decreas\w*|fell|declin\w*|dropped|down|reduc\w*)\b|減|低下|悪化", re.IGNORECASE)
_BY: Final = re.compile(r"\b(?:by|of)\s*$", re.IGNORECASE)
_CHANGE: Final = wording.words("change") | wording.words("increase")
_OF: Final = re.compile(r"\s*(?:of\s+(?:the|all|a total of)?\s*|回?(?:中|のうち)、?\s*)", re.IGNORECASE)
_PART: Final = wording.words("attended") | wording.words("出席回数")
_WHOLE: Final = wording.words("held") | wording.words("開催回数")
_LENGTH: Final = re.compile(r"(?:number of )?years\b|useful life", re.IGNORECASE)
_RIGHT: Final = 70


@frozen(eq=False)
class Mention:
    """A figure in a sentence, and the words around it: before it in its clause, and right behind it."""

    value: Any
    kind: str
    start: int
    end: int
    before: str
    after: str
    moves: int = 0
    pair: str = ""
    """Of two counts (``13 of the 14 meetings``), which: the part or the whole."""


def paragraph(text: str) -> str:
    """A text as paragraphs of the XHTML that prose is kept in."""
    return "".join(f"<p>{escape(line.strip(), quote=False)}</p>" for line in text.split("\n") if line.strip())


def mentions(sentence: str) -> list[Mention]:
    """The figures of a normalised sentence, in their order."""
    found: list[tuple[Any, str, int, int]] = []
    taken = bytearray(len(sentence))  # 1 where something stands already
    for day, start, end in printed.days(sentence):
        _take(taken, start, end)
        found.append((day, "day", start, end))
    for month, start, end in printed.months(sentence):
        _take(taken, start, end)
        found.append((month, "month", start, end))
    for match in _ORDINAL.finditer(sentence):
        what = (match["what"] or match["what2"]).lower()
        kind = "meeting" if "meeting" in what or what == "回" else "term"
        found.append((Count(Decimal(match["number"] or match["number2"]), 0), kind, match.start(), match.end()))
        _take(taken, match.start(), match.end())
    for each in amounts(sentence):
        if not _inside(each.start, each.end, taken):
            found.append((each.value, "money", each.start, each.end))
            _take(taken, each.start, each.end)
    for each in ratios(sentence):
        if not _inside(each.start, each.end, taken):
            found.append((each.value, "ratio", each.start, each.end))
            _take(taken, each.start, each.end)
    for match in _COUNT.finditer(sentence):
        if _inside(match.start(), match.end(), taken) or _NOT_COUNTED.search(
            sentence[max(0, match.start() - 14) : match.start()]
        ):
            continue
        digits = match["digits2"] or match["digits"] or str(_WORDS[(match["word2"] or match["word"]).lower()])
        number = Decimal(digits.replace(",", "") + (match["fraction"] or ""))
        unit = (match["unit"] or "").lower()
        if not unit and "," not in digits and re.fullmatch(r"(?:19|20)[0-9]{2}", digits):
            continue  # a year
        if unit.startswith(("year", "年")):
            found.append((Count(number, 0), "years", match.start(), match.end()))
        elif unit in ("shares", "株"):
            found.append((Shares(number, len((match["fraction"] or ".")[1:])), "shares", match.start(), match.end()))
        else:
            found.append((Count(number, len((match["fraction"] or ".")[1:])), "count", match.start(), match.end()))
    found.sort(key=lambda each: each[2])
    clauses = [match.end() for match in _CLAUSE.finditer(sentence)]
    blank = list(sentence)
    for _, _, start, end in found:
        blank[start:end] = " " * (end - start)
    plain = "".join(blank)
    return [_around(sentence, plain, clauses, found, number) for number in range(len(found))]


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\1" * (end - start)


def _inside(start: int, end: int, taken: bytearray) -> bool:
    return 1 in taken[start:end]


def _around(
    sentence: str, plain: str, clauses: list[int], found: list[tuple[Any, str, int, int]], number: int
) -> Mention:
    """A mention with what stands around it. plain: the sentence with blanks for all that is mentioned. clauses: where they begin."""
    value, kind, start, end = found[number]
    before_it = bisect_right(clauses, start)
    clause = clauses[before_it - 1] if before_it else 0
    follows = found[number + 1][2] if number + 1 < len(found) else len(sentence)
    after = re.split(r"[,;.:。、)）]", sentence[end : min(follows, end + _RIGHT)])[0]
    moves = 0
    near = sentence[max(clause, start - 60) : start]
    if kind in ("ratio", "count", "money", "shares"):
        if re.search(r"増|上昇|改善", after[:6]) or (_UP.search(near) and _BY.search(near)):
            moves = 1
        elif re.search(r"減|低下|悪化", after[:6]) or (_DOWN.search(near) and _BY.search(near)):
            moves = -1
    pair = ""
    if kind == "count":
        if _OF.fullmatch(sentence[end:follows]) and number + 1 < len(found) and found[number + 1][1] == "count":
            pair = "whole" if wording.is_japanese(sentence) else "part"
        elif number and found[number - 1][1] == "count" and _OF.fullmatch(sentence[found[number - 1][3] : start]):
            pair = "part" if wording.is_japanese(sentence) else "whole"
    if pair and number + 1 < len(found) and _OF.fullmatch(sentence[end:follows]):
        behind = found[number + 1][3]  # what is counted stands behind both
        after = re.split(r"[,;.:。、)）]", sentence[behind : behind + _RIGHT])[0]
    return Mention(value, kind, start, end, plain[clause:start], after, moves, pair)


def fill(text: str, place: str, base: Path, at: Plan, holding: Holding, language: str, extra: str = "") -> None:
    """Fill in the fields of the part at `base` from the figures in a text. extra: words that go for all of it."""
    fields = [each for each in spots(at) if (*base, *each.path) not in holding.entries]
    if not fields or len(text) > LONGEST:
        return
    if not holding.may_look(text, place):
        return
    understood = claims(text, language)
    ranked: list[tuple[float, int, int, Mention, Spot, str]] = []
    count = 0
    plain = wording.normal(text)
    holding.looked += len(_DIGITS.findall(plain)) + len(plain) // _LETTERS
    for sentence in sentences(plain, language):
        for mention in mentions(sentence):
            count += 1
            fitting = [each for each in enumerate(fields) if each[1].leaf.concept.kind in _KINDS[mention.kind]]
            said = _said(mention, extra) if fitting else _NOTHING
            for order, spot in fitting:
                likeness = _likeness(mention, spot, said)
                if likeness and _claimed(at, spot, _value(mention, spot), understood):
                    likeness += 0.4
                if likeness >= LEAST:
                    ranked.append((likeness, -count, -order, mention, spot, sentence))
    ranked.sort(key=lambda each: each[:3], reverse=True)
    used: set[int] = set()
    given: set[Path] = set()
    for likeness, number, _, mention, spot, sentence in ranked:
        if number in used or spot.path in given:
            continue
        value = _value(mention, spot)
        if value is None:
            continue
        used.add(number)
        given.add(spot.path)
        why = reasons.SURE if _claimed(at, spot, value, understood) else reasons.sentence(_shown(sentence, mention))
        holding.put(Entry((*base, *spot.path), spot.leaf, value, place, why, 0.6 * likeness if why else 0.9))


def _shown(sentence: str, mention: Mention) -> str:
    start, end = max(0, mention.start - 50), min(len(sentence), mention.end + 30)
    return ("…" if start else "") + sentence[start:end].strip() + ("…" if end < len(sentence) else "")


_KINDS: Final = {
    "money": ("money", "per_share"), "ratio": ("ratio",), "shares": ("shares",), "count": ("count", "shares"), "years": ("count", "years"),
    "day": ("day",), "month": ("month",), "term": ("count",), "meeting": ("count",),
}  # fmt: skip


_Said = tuple[frozenset[str], frozenset[str]]
_NOTHING: Final[_Said] = (frozenset(), frozenset())


def _said(mention: Mention, extra: str) -> _Said:
    """The words around a mention, and those near to it."""
    before = wording.words(mention.before[-300:]) if mention.before.strip() else frozenset()
    words = before | wording.words(mention.after) | (wording.words(extra) if extra else frozenset())
    close = mention.before[-70:] + " " + mention.after
    return words, wording.words(close) if close.strip() else frozenset()


def _likeness(mention: Mention, spot: Spot, said: _Said) -> float:
    leaf = spot.leaf
    name = leaf.attribute
    if mention.kind in ("term", "meeting"):
        ordinal = "fiscal_term" if mention.kind == "term" else "meeting"
        return 0.9 if name.endswith(ordinal) else 0.0
    if name.endswith(("fiscal_term", "resolution_meeting")) or name in ("number", "ordinal"):
        return 0.0
    years = _LENGTH.match(leaf.concept.en) is not None or leaf.concept.kind == "years"
    if (mention.kind == "years") != years:
        return 0.0
    if leaf.concept.kind == "per_share" and not re.search(
        r"per share|1株|１株", mention.before[-40:] + mention.after[:40]
    ):
        return 0.0
    if leaf.concept.kind == "money" and re.match(r"\s*per share", mention.after):
        return 0.0
    weights = wording.weights()
    words, near = said
    changing = any(each & _CHANGE for each in spot.labels[:1])
    if changing != bool(mention.moves) and leaf.concept.kind != "day":
        return 0.0
    if (mention.pair == "part" and spot.labels[0] & _WHOLE) or (mention.pair == "whole" and spot.labels[0] & _PART):
        return 0.0
    best = 0.0
    for label in spot.labels:
        bare = label - _CHANGE if changing else label
        bare = bare - _QUIET
        if not bare:
            continue
        share = weights.share(bare, words)
        score = 0.55 * share + 0.45 * max(weights.likeness(near, bare), weights.likeness(words, bare))
        best = max(best, score)
    return best


_QUIET: Final = wording.words("number amount day date month") | frozenset({"service"})


def _value(mention: Mention, spot: Spot) -> Any:
    value, kind = mention.value, spot.leaf.concept.kind
    if kind == "shares" and isinstance(value, Count):
        value = Shares(value.amount, value.decimals)
    if kind == "years":
        return printed.value(spot.leaf, f"{value.amount} years", None, "en")
    if mention.kind == "ratio" and mention.moves < 0:
        value = Ratio(-value.amount, value.decimals)
    if kind in ("money",) and re.search(r"\b(?:loss|損失)\s+of\s*$", mention.before):
        value = evolve(value, amount=-value.amount)
    return value


def _claimed(at: Plan, spot: Spot, value: Any, understood: Iterable[Claim]) -> bool:
    """Whether a sentence surely says this of the measure that the field is of, as a whole."""
    cls = inner_parts(at)[spot.part].cls
    if isinstance(value, Ratio):
        change = mark(cls, spot.leaf.attribute, ChangeOf)
        measure = mark(cls, change.attribute if change is not None else spot.leaf.attribute, Measure)
    else:
        change, measure = None, mark(cls, spot.leaf.attribute, Measure)
    for claim in understood:
        if measure is None or claim.measure is not measure or claim.of:
            continue
        if isinstance(value, Money) and claim.amount is not None and claim.amount.amount == value.amount:
            return True
        if (
            isinstance(value, Ratio)
            and change is None
            and claim.ratio is not None
            and claim.ratio.amount == value.amount
        ):
            return True
        if change is not None and claim.change is not None and claim.change.amount * claim.direction == value.amount:
            return True
    return False


def classes(text: str, place: str, base: Path, at: Plan, holding: Holding, language: str) -> None:
    """Persons and amounts of classes of people: ``11 Directors: JPY 236,871 thousand (…JPY 9,600 thousand for 2 outside directors)``."""
    parts = [e for e in at.entries if isinstance(e, PartField) and e.line is None and e.member is not None]
    plain = wording.normal(text[:LONGEST])
    for part in parts:
        assert part.member is not None
        leaves = [e for e in part.plan.entries if isinstance(e, Leaf)]
        persons = next((e for e in leaves if e.concept.kind == "count"), None)
        amount = next((e for e in leaves if e.concept.kind == "money"), None)
        if persons is None or amount is None:
            continue
        for label in (part.member.label.en, part.member.label.ja):
            name = re.escape(wording.normal(label))
            short = re.escape(
                wording.normal(label).replace("Company auditors", "Auditors").replace("company auditors", "auditors")
            )
            counted = rf"(?<![\w,.])(?P<count>[0-9]{{1,3}})\s*(?:{name}|{short})|(?<!社外)(?:{name}|{short})\s*(?P<count2>[0-9]{{1,3}})\s*名"
            match = re.search(counted, plain, re.IGNORECASE)
            if match is None:
                continue
            said = amounts(plain)
            before = [
                each
                for each in said
                if each.end <= match.start()
                and re.fullmatch(r"\s*(?:for|to|paid to)\s*", plain[each.end : match.start()])
            ]
            behind = [
                each
                for each in said
                if each.start >= match.end() and re.fullmatch(r"[\s:：,、]*", plain[match.end() : each.start])
            ]
            why = reasons.sentence(plain[:80])
            count = Count(Decimal(match["count"] or match["count2"]), 0)
            holding.put(Entry((*base, part.attribute, persons.attribute), persons, count, place, why, 0.7))
            for each in (before or behind)[:1]:
                holding.put(Entry((*base, part.attribute, amount.attribute), amount, each.value, place, why, 0.7))
            break
