"""What every part of a page is made with: the filing's slots, the facts at their paths, and values as tagged markup."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from typing import Any

from markupsafe import Markup

from filingexport.binding.extended import extended
from filingexport.binding.plan import Leaf, Plan
from filingexport.declaring import frozen
from filingexport.formats.ixbrl import arrangement, labels, printed
from filingexport.formats.ixbrl.arrangement import Slot
from filingexport.formats.ixbrl.blocks import Cell
from filingexport.formats.ixbrl.printed import Language, Printed
from filingexport.formats.ixbrl.tags import Tagger, text
from filingexport.model.extension import Extension
from filingexport.model.item import Label
from filingexport.model.values import DASH, Block, Count, Money, Nothing, Ratio, Shares, Text, YearMonth, Years
from filingexport.report import Fact, Note


@frozen
class Unit:
    """The unit that a table of amounts says once: a currency and the power of ten that its amounts are scaled by."""

    currency: str
    scale: int


class Desk:
    """One filing on its way to a page."""

    def __init__(self, tagger: Tagger, extension: Extension | None) -> None:
        self.tagger = tagger
        self.languages = tagger.languages
        self.extension = extension
        self.extended = extended(extension)
        self.ids = sorted(tagger.facts)
        self.sections = 0

    # --- what is there ---------------------------------------------------------------------------------------

    def slots(self, plan: Plan, value: Any, path: str) -> list[Slot]:
        """What is disclosed in the part at this path, in the order in which it is shown."""
        return arrangement.slots(plan, value, path, self.extension, self.extended)

    def under(self, path: str) -> list[Fact]:
        """The facts at this path and below it."""
        found = []
        for place in range(bisect_left(self.ids, path), len(self.ids)):
            identifier = self.ids[place]
            if not identifier.startswith(path):
                break
            if identifier == path or identifier[len(path)] == ".":
                found.append(self.tagger.facts[identifier])
        return found

    def pending(self, path: str) -> bool:
        """Whether something at this path stands nowhere yet."""
        return any(id(fact) not in self.tagger.done for fact in self.under(path))

    def fact(self, path: str) -> Fact:
        """The one fact at this path."""
        return self.tagger.facts[path]

    def texts(self, value: Text | Block, path: str) -> dict[str, Fact]:
        """The facts of a text, a language each."""
        return {language: self.tagger.facts[f"{path}.{language}"] for language in value.languages()}

    def free_id(self, path: str) -> str:
        """An id for a section of this path: in words for a chapter, by number below."""
        self.sections += 1
        return self.tagger.resources.free_id(path if "." not in path else f"s{self.sections}")

    # --- words -----------------------------------------------------------------------------------------------

    def words(self, label: Label) -> Markup:
        """A label, not tagged."""
        return self.languages.words(label)

    def each(self, said: dict[Language, str]) -> Markup:
        """Words in the languages of the page, not tagged."""
        return self.languages.each({language: text(each) for language, each in said.items()})

    def caption(self, label: Label, facts: Iterable[Fact]) -> Markup:
        """The caption printed with these facts, tied to them; the label where none is printed."""
        groups: dict[Note, list[Fact]] = {}
        for fact in facts:
            for note in fact.notes:
                if note.kind == "caption":
                    groups.setdefault(note, []).append(fact)
        if not groups:
            return self.words(label)
        first, *others = (self.tagger.tie(note, tied) for note, tied in groups.items())
        return first + Markup("").join(Markup(' <span class="alt">{}</span>').format(each) for each in others)

    # --- values ----------------------------------------------------------------------------------------------

    def inline(self, leaf: Leaf, value: Any, path: str) -> Markup:
        """Any value but a text block, tagged, a number with its unit."""
        if isinstance(value, (Money, Shares, Count, Ratio)) or value is DASH:
            body = self.cell(leaf, value, path).body
            return body + self.captions_beside(self.fact(path))
        tagger, shown = self.tagger, self.languages.shown
        match value:
            case Nothing():
                return tagger.nothing(self.fact(path))
            case Text():
                return tagger.words(self.texts(value, path))
            case bool():
                fixed = "fixed-true" if value else "fixed-false"
                said = {each: Printed(printed.flag(value, each), fixed) for each in shown}
                return tagger.transformed(self.fact(path), said)
            case Enum():
                label = labels.of_choice(value)
                return tagger.labelled(self.fact(path), {"en": label.en, "ja": label.ja})
            case datetime():
                return tagger.labelled(self.fact(path), {each: printed.moment(value, each) for each in shown})
            case date():
                return tagger.transformed(self.fact(path), {each: printed.day(value, each) for each in shown})
            case YearMonth():
                return tagger.transformed(self.fact(path), {each: printed.month(value, each) for each in shown})
            case Years():
                return tagger.labelled(self.fact(path), {each: printed.years(value, each) for each in shown})
            case str():
                return tagger.code(self.fact(path))
        raise TypeError(f"{path}: a {type(value).__name__} has no way to be shown")

    def captions_beside(self, fact: Fact) -> Markup:
        """The captions of a fact that head nothing, beside it."""
        found = Markup()
        for note in fact.notes:
            if note.kind == "caption" and not self.told(fact, note):
                found += Markup(' <span class="note">{}</span>').format(self.tagger.tie(note, (fact,)))
        return found

    def told(self, fact: Fact, note: Note) -> bool:
        """Whether a note of this kind stands somewhere already."""
        return any(kind == note.kind for kind, _ in self.tagger.tied.get(fact.id, ()))

    def flag(self, leaf: Leaf, value: bool, path: str) -> Markup:
        """Yes or no told by the item's label, not by a word beside it."""
        label = labels.terse(labels.of_leaf(leaf))
        fixed = "fixed-true" if value else "fixed-false"
        said: dict[Language, str] = {"en": label.en, "ja": label.ja}
        if not value:
            said = {"en": f"{label.en}: {printed.flag(value, 'en')}", "ja": f"{label.ja}：{printed.flag(value, 'ja')}"}
        return self.tagger.transformed(
            self.fact(path), {each: Printed(said[each], fixed) for each in self.languages.shown}
        )

    def cell(self, leaf: Leaf, value: Any, path: str, unit: Unit | None = None, bare: bool = False) -> Cell:
        """A number or a dash, tagged, with its unit where `unit` does not say it.

        bare: in a column whose head says that these are shares, or amounts a share in the currency of `unit`.
        """
        fact = self.fact(path)
        if value is DASH:
            return Cell(self.tagger.dash(fact), 0)
        scale, before, after, suffix = 0, Markup(), Markup(), ""
        match value:
            case Money() if leaf.concept.kind == "per_share":
                if not bare or unit is None or unit.currency != value.currency:
                    before, after = self._sides(value.currency, 0)
            case Money():
                if unit is not None and unit.currency == value.currency:
                    scale = unit.scale
                else:
                    scale = printed.scale_of(value.decimals)
                    before, after = self._sides(value.currency, scale)
            case Ratio():
                scale, suffix = -2, "%"
            case Shares():
                after = Markup() if bare else self.each({"en": " shares", "ja": "株"})
            case _:
                pass
        figure = printed.figure(value.amount, value.decimals, scale, leaf.concept.negated)
        closed = figure.printed_negative and "en" in self.languages.shown
        body = before + self.tagger.number(fact, figure, suffix) + after
        return Cell(body, figure.places if not (after or suffix) else 0, closed)

    def _sides(self, currency: str, scale: int) -> tuple[Markup, Markup]:
        sides = {language: printed.before_and_after(currency, scale, language) for language in self.languages.shown}
        before = self.each({language: side[0] for language, side in sides.items()})
        return before, self.each({language: side[1] for language, side in sides.items()})

    def unit_of(self, values: Iterable[tuple[Leaf, Any]]) -> Unit | None:
        """The unit that most of these amounts are printed in; None where there is no amount of money."""
        counts: Counter[Unit] = Counter()
        for leaf, value in values:
            if isinstance(value, Money) and leaf.concept.kind == "money":
                counts[Unit(value.currency, printed.scale_of(value.decimals))] += 1
        # The first of equals: Counter keeps the order in which they were met.
        return counts.most_common(1)[0][0] if counts else None

    def unit_words(self, unit: Unit) -> Markup:
        """The unit of a table as it stands above it."""
        return self.each(
            {
                "en": f"({printed.unit_words(unit.currency, unit.scale, 'en')})",
                "ja": f"（単位：{printed.unit_words(unit.currency, unit.scale, 'ja')}）",
            }
        )
