"""From a filing to the sections of a page: one walk over the plan, in the order in which the company arranges it.

What a text is on the page its attribute's name tells, as everywhere in the model: ``title`` heads its part, ``heading``
stands below it (a day or period), ``unit_note`` is the unit of a statement; ``…_title``, ``…_heading`` and ``…_caption``
head what follows them; ``note``, ``notes`` and ``…_note`` stand in small type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from markupsafe import Markup

from filingexport.binding.plan import Leaf, ListLeaf, PartField, Plan, RowsField, columns_of, plan
from filingexport.formats.ixbrl import labels, printed
from filingexport.formats.ixbrl.arrangement import Slot
from filingexport.formats.ixbrl.blocks import (
    Block,
    Card,
    Cards,
    Details,
    Figures,
    Heading,
    Letter,
    Notes,
    Numbered,
    Prose,
    Section,
    Table,
)
from filingexport.formats.ixbrl.desk import Desk
from filingexport.formats.ixbrl.figures import FigureMaker, Years, is_caption, is_number, leaf_of
from filingexport.formats.ixbrl.matrices import MatrixMaker, is_line
from filingexport.formats.ixbrl.tables import Heads, Row, TableMaker, is_short
from filingexport.formats.ixbrl.tags import join
from filingexport.model import values
from filingexport.model.item import Label
from filingexport.model.values import Nothing, Text

NOTES: Final = Label("Notes", "注")
_PROPOSAL: Final = Label("Proposal", "議案")
_DEEPEST: Final = 6
_SPEAKS: Final = frozenset({"text", "general", "body", "request", "voting", "statement", "introduction"})
"""Prose that needs no label where it comes first below its heading."""
# What is numbered by itself, such as "(1) Securities" or "１．", says what it is.
_NUMBERED: Final = re.compile(r"^[\s<p>]*[（(\[]?([0-9０-９]{1,2}|[①-⑳]|[ivx]{1,4}|[ＩⅠ-Ⅹ])[-－0-9]*[)）.．、\]]")
_NO_HEADINGS: Final = frozenset({"original_title"})
_NOTE: Final = re.compile(r"(^|_)notes?$")
_TELLS_NOTE: Final = re.compile(r"^[\s<p>]*[（(]?(Notes?\b|注)")
_LETTER_DAY: Final = frozenset({"notice_date", "report_date"})
_LETTER_TO: Final = frozenset({"addressee", "addressees"})
_LETTER_FROM: Final = frozenset({"convener", "firm", "office", "signatories"})


class Composer:
    """Makes the sections of one filing."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.figures = FigureMaker(desk)
        self.matrices = MatrixMaker(desk)
        self.tables = TableMaker(desk)
        self.where: dict[str, str] = {}
        """The ids of the sections, by the paths of the parts."""

    def chapters(self, filing: Any) -> list[Section]:
        """The chapters: the parts of the filing, then what it says of itself and its company."""
        found: list[Section] = []
        rest: list[tuple[Slot, str]] = []
        company: Section | None = None
        for slot in self.desk.slots(plan(filing.__class__), filing, ""):
            if isinstance(slot.entry, PartField) and not slot.entry.required:
                chapter = self.part(slot.entry.plan, slot.value, slot.name, 2, labels.of_part(slot.entry.plan))
                member = slot.entry.member
                if member is not None and member.label.en.lower() not in chapter.name.en.lower():
                    chapter.eyebrow = self.desk.words(member.label)
                    chapter.name = _with_member(chapter.name, member.label)
                found.append(chapter)
            elif isinstance(slot.entry, PartField):
                company = self.part(slot.entry.plan, slot.value, slot.name, 2, labels.of_part(slot.entry.plan))
            else:
                rest.append((slot, slot.name))
        if company is None:
            company = Section(self.desk.free_id("company"), 2, Label("Company", "会社"), Markup())
        company.blocks += self.flow(rest, 3)
        self.footnotes(company)
        return [*found, company]

    # --- a part ----------------------------------------------------------------------------------------------

    def part(
        self, of: Plan, value: Any, path: str, level: int, name: Label, prior: tuple[Any, str] | None = None
    ) -> Section:
        """A part as a section. prior: the same part of the year before, to stand beside it."""
        slots = self.desk.slots(of, value, path)
        while _is_shell(of, slots):
            [slot] = slots
            assert isinstance(slot.entry, PartField)
            of, value, path = slot.entry.plan, slot.value, f"{path}.{slot.name}"
            slots = self.desk.slots(of, value, path)
        section = Section(self.desk.free_id(path), level, labels.terse(name), self.desk.words(labels.terse(name)))
        self.where[path] = section.id
        slots = self.head(section, slots, path)
        if (line := columns_of(of)) is not None:
            section.blocks += self.matrix(slots, line, path, level)
        else:
            before, letter, slots = self.letter(slots, path)
            first = [(slot, f"{path}.{slot.name}") for slot in before]
            section.blocks += self.flow(first, level + 1, None, None, path, of) + letter
            places = [(slot, f"{path}.{slot.name}") for slot in slots]
            section.blocks += self.flow(places, level + 1, section, prior, path, of)
        self.footnotes(section)
        return section

    def head(self, section: Section, slots: list[Slot], path: str) -> list[Slot]:
        """Take title, subtitle and number from these slots; returns the others."""
        rest = []
        number = Markup()
        for slot in slots:
            where = f"{path}.{slot.name}"
            if slot.name == "title" and isinstance(slot.value, Text):
                section.title = self.desk.tagger.words(self.desk.texts(slot.value, where))
                section.name = labels.names_of_text(slot.value.readings)
            elif slot.name == "heading" and isinstance(slot.value, Text):
                section.subtitle = self.desk.tagger.words(self.desk.texts(slot.value, where))
            elif slot.name == "number" and is_number(slot) and any(each.name == "title" for each in slots):
                leaf = leaf_of(slot)
                assert leaf is not None
                number = self.desk.inline(leaf, slot.value, where)
            else:
                rest.append(slot)
        if number:
            section.number = number
        return rest

    def letter(self, slots: list[Slot], path: str) -> tuple[list[Slot], list[Block], list[Slot]]:
        """The head of a letter, where there is one, with the slots before and after it."""
        names = {slot.name for slot in slots}
        if not names & _LETTER_TO and not (names & _LETTER_DAY and names & _LETTER_FROM):
            return [], [], slots
        day, to, sender = Markup(), Markup(), []
        before: list[Slot] = []
        after: list[Slot] = []
        for slot in slots:
            where = f"{path}.{slot.name}"
            leaf = leaf_of(slot)
            if slot.name in _LETTER_DAY and leaf is not None:
                day = self.desk.inline(leaf, slot.value, where)
            elif slot.name in _LETTER_TO and leaf is not None:
                to = self.desk.inline(leaf, slot.value, where)
            elif slot.name in _LETTER_FROM:
                sender += self.lines_of(slot, where)
            else:
                (after if day or to or sender else before).append(slot)
        return before, [Letter(day, to, sender)], after

    def lines_of(self, slot: Slot, path: str) -> list[Markup]:
        """All that stands in a slot, a line each; a row of a table is one line."""
        leaf = leaf_of(slot)
        if leaf is not None and isinstance(slot.value, bool):
            return [Markup('<span class="alt">{}</span>').format(self.desk.flag(leaf, slot.value, path))]
        if leaf is not None:
            return [self.tables.body(leaf, slot.value, path)]
        match slot.entry:
            case ListLeaf():
                return [
                    self.tables.body(slot.entry.leaf, each, f"{path}.{place}")
                    for place, each in enumerate(slot.value, 1)
                ]
            case RowsField():
                lines = []
                for place, row in enumerate(slot.value, 1):
                    inner = self.desk.slots(slot.entry.plan, row, f"{path}.{place}")
                    said = [each for part in inner for each in self.lines_of(part, f"{path}.{place}.{part.name}")]
                    lines.append(join(said, " "))
                return lines
            case PartField():
                inner = self.desk.slots(slot.entry.plan, slot.value, path)
                return [each for part in inner for each in self.lines_of(part, f"{path}.{part.name}")]
            case _:
                return []

    # --- what stands in a part -------------------------------------------------------------------------------

    def flow(
        self, places: list[tuple[Slot, str]], level: int, section: Section | None = None,
        prior: tuple[Any, str] | None = None, path: str = "", of: Plan | None = None,
    ) -> list[Block]:  # fmt: skip
        """These slots as blocks, one below the other."""
        return _Flow(self, places, level, section, prior, path, of).blocks()

    def matrix(self, slots: list[Slot], line: PartField, path: str, level: int) -> list[Block]:
        """A matrix with what stands before and after it."""
        lines = [slot for slot in slots if is_line(slot, line)]
        captions = [slot for slot in slots if slot.name.endswith("_caption") and isinstance(slot.value, Text)]
        unit_note = Markup()
        before: list[tuple[Slot, str]] = []
        after: list[tuple[Slot, str]] = []
        for slot in slots:
            if slot.name == "unit_note" and isinstance(slot.value, Text):
                unit_note = self.desk.tagger.words(self.desk.texts(slot.value, f"{path}.{slot.name}"))
            elif slot not in lines and slot not in captions:
                (after if before or slot.name.startswith("note") else before).append((slot, f"{path}.{slot.name}"))
        blocks = self.flow(before, level + 1, None, None, path)
        table = [slot for slot in slots if slot in lines or slot in captions]
        if table:
            blocks.append(self.matrices.table(table, line, path, unit_note))
        elif unit_note:
            blocks.append(Prose(unit_note, style="unit"))
        return blocks + self.flow(after, level + 1, None, None, path)

    def footnotes(self, section: Section) -> None:
        """The footnotes met in this section, at its end."""
        if fresh := self.desk.tagger.take_footnotes():
            section.blocks.append(Notes([(each.anchor, each.number, each.said) for each in fresh]))


class _Flow:
    """One part's slots on their way to blocks."""

    def __init__(
        self, composer: Composer, places: list[tuple[Slot, str]], level: int, section: Section | None,
        prior: tuple[Any, str] | None, path: str, of: Plan | None,
    ) -> None:  # fmt: skip
        self.composer = composer
        self.desk = composer.desk
        self.places = places
        self.level = min(level, _DEEPEST)
        self.section = section
        self.path = path
        self.of = of
        self.done: list[Block] = []
        self.run: list[tuple[Slot, str]] = []
        self.unit_note = Markup()
        self.heads = Heads()
        self.owns_heads = True
        self.prior: dict[str, Slot] = {}
        self.prior_path = ""
        if prior is not None and of is not None:
            self.prior = {slot.name: slot for slot in self.desk.slots(of, prior[0], prior[1])}
            self.prior_path = prior[1]
        self.introduced = False
        self.columns: list[Markup] = []
        self.in_row = False
        self.fresh = section is not None
        """Whether what comes next comes first below a heading."""

    def blocks(self) -> list[Block]:
        places = list(self.places)
        while places:
            slot, path = places.pop(0)
            if slot.entry is not None and not self.desk.pending(path) and slot.heading is None:
                continue  # stands beside another year's already
            family = self.family(slot, places)
            if not family and (self.composer.figures.fits(slot) or self.runs_on(slot, places)):
                self.run.append((slot, path))
                continue
            self.flush()
            if family:
                self.relatives([(slot, path), *family])
                del places[: len(family)]
                continue
            self.slot(slot, path)
        self.flush()
        # What was kept for a table that is not there stands by itself.
        for said in (
            ([self.unit_note] if self.unit_note else []) + self.columns + (self.heads.left() if self.owns_heads else [])
        ):
            self.add(Prose(said, style="notes"))
        return self.done

    def runs_on(self, slot: Slot, places: list[tuple[Slot, str]]) -> bool:
        """Whether this is a caption amid the amounts of a statement."""
        if self.of is None or not self.of.info.role or not slot.name.endswith("_caption") or not is_caption(slot):
            return False
        return bool(places) and self.composer.figures.fits(places[0][0])

    def add(self, block: Block) -> None:
        self.done.append(block)
        self.introduced = False
        self.fresh = isinstance(block, Heading)

    def detail(self, label: Markup, lines: list[Markup]) -> None:
        if not (self.done and isinstance(self.done[-1], Details)):
            self.done.append(Details())
        last = self.done[-1]
        assert isinstance(last, Details)
        last.items.append((label, lines))
        self.fresh = False

    # --- amounts ---------------------------------------------------------------------------------------------

    def flush(self) -> None:
        """The amounts met so far: a table where they are several, else details."""
        run, self.run = self.run, []
        if not run:
            return
        numbers = [pair for slot, path in run for pair in self.composer.figures.numbers(slot, path)]
        money = sum(leaf.concept.kind == "money" for leaf, _ in numbers)
        groups = any(not is_number(slot) and not self.holds_one(slot) for slot, _ in run)
        if ((money >= 2 or self.prior or groups) and len(numbers) > 1) or groups:
            self.figures(run)
            return
        for slot, path in run:
            self.number(slot, path)

    def holds_one(self, slot: Slot) -> bool:
        """Whether this part holds one number and nothing else."""
        if not isinstance(slot.entry, PartField):
            return False
        inner = self.desk.slots(slot.entry.plan, slot.value, slot.path)
        return len(inner) == 1 and is_number(inner[0])

    def number(self, slot: Slot, path: str) -> None:
        leaf = leaf_of(slot)
        if leaf is None:  # a part that holds one number
            assert isinstance(slot.entry, PartField)
            [inner] = self.desk.slots(slot.entry.plan, slot.value, slot.path)
            leaf = leaf_of(inner)
            assert leaf is not None
            where = f"{path}.{inner.name}"
            label = self.desk.caption(labels.terse(_part_label(slot.entry)), [self.desk.fact(where)])
            self.detail(label, [self.desk.inline(leaf, inner.value, where)])
            return
        label = self.desk.caption(self.label(leaf), [self.desk.fact(path)])
        self.detail(label, [self.desk.inline(leaf, slot.value, path)])

    def figures(self, run: list[tuple[Slot, str]]) -> None:
        rows: list[Years]
        columns: list[Markup] = []
        now = ([slot for slot, _ in run], self.path)
        before = [self.prior[slot.name] for slot in now[0] if slot.name in self.prior]
        # What only the year before has stands with it too.
        before += [
            slot for name, slot in self.prior.items()
            if slot not in before and name not in {each.name for each, _ in self.places} and self.composer.figures.fits(slot)
        ]  # fmt: skip
        if before and self.of is not None:
            order = {entry.attribute: place for place, entry in enumerate(self.of.entries)}
            before.sort(key=lambda slot: order.get(slot.name, len(order)))
            rows = self.composer.figures.merged([now, (before, self.prior_path)])
            columns = [self.head_of_year(now, {}), self.head_of_year((before, self.prior_path), self.prior)]
        else:
            rows = self.composer.figures.merged([now])
        statement = self.of is not None and self.of.info.role
        self.add(self.composer.figures.table(rows, self.unit_note, columns, statement))
        self.unit_note = Markup()

    def head_of_year(self, column: tuple[list[Slot], str], texts: dict[str, Slot]) -> Markup:
        """What heads the amounts of a year: as printed over the statement of the year before, else its period."""
        said = []
        for name in ("title", "heading", "unit_note"):
            slot = texts.get(name)
            if slot is not None and isinstance(slot.value, Text) and self.desk.pending(f"{column[1]}.{name}"):
                words = self.desk.tagger.words(self.desk.texts(slot.value, f"{column[1]}.{name}"))
                said.append(Markup('<span class="alt">{}</span>').format(words) if name != "heading" else words)
        if "heading" in texts and said:
            return join(said, " ")
        facts = (fact for slot in column[0] for fact in self.desk.under(f"{column[1]}.{slot.name}"))
        period = next((fact.period for fact in facts if fact.unit is not None), None)
        if period is not None:
            start = period.start
            texts_of = {language: printed.period(start, period.end, language) for language in self.desk.languages.shown}
            said.append(self.desk.each(texts_of))
        return join(said, " ")

    # --- one slot --------------------------------------------------------------------------------------------

    def label(self, leaf: Leaf) -> Label:
        label = labels.terse(labels.of_leaf(leaf))
        return labels.in_row(label, labels.of_part(self.of)) if self.in_row and self.of is not None else label

    def slot(self, slot: Slot, path: str) -> None:
        if slot.heading is not None:
            self.add(Heading(self.level, self.desk.words(labels.names_of_text(slot.heading.readings))))
            inner = [(each, f"{self.path}.{each.name}" if self.path else each.name) for each in slot.below]
            for block in _Flow(self.composer, inner, self.level + 1, None, None, self.path, self.of).blocks():
                self.add(block)
            return
        leaf = leaf_of(slot)
        if leaf is not None:
            self.leaf(slot, leaf, path)
            return
        match slot.entry:
            case ListLeaf():
                self.simple_list(slot, slot.entry, path)
            case RowsField():
                self.rows(slot.entry, slot.value, path)
            case PartField() if slot.entry.line is None:
                self.part(slot, slot.entry, path)
            case _:
                pass

    def leaf(self, slot: Slot, leaf: Leaf, path: str) -> None:
        value = slot.value
        if isinstance(value, values.Block):
            self.prose(slot.name, leaf, path, self.desk.tagger.prose(self.desk.texts(value, path)), str(value))
        elif slot.name == "unit_note" and isinstance(value, Text):
            self.unit_note = self.desk.tagger.words(self.desk.texts(value, path))
        elif is_caption(slot) or (
            slot.name.endswith("_title") and isinstance(value, Text) and slot.name not in _NO_HEADINGS
        ):
            self.caption(slot, path)
        elif isinstance(value, Nothing) or not is_short(slot):
            self.prose(slot.name, leaf, path, self.desk.inline(leaf, value, path), str(value))
        elif self.printed_beside(slot.name):
            self.desk.tagger.hide(self.desk.fact(path))
        elif slot.name.endswith("mark"):
            self.add(Prose(self.desk.inline(leaf, value, path), style="mark"))
        else:
            self.detail(self.desk.words(self.label_of(slot, leaf)), [self.desk.inline(leaf, value, path)])

    def label_of(self, slot: Slot, leaf: Leaf) -> Label:
        """The label of a value; of one as printed, that of the value itself."""
        other = slot.name.removesuffix("_printed")
        for each, _ in self.places:
            if other != slot.name and each.name == other and (found := leaf_of(each)) is not None:
                return self.label(found)
        return self.label(leaf)

    def printed_beside(self, name: str) -> bool:
        """Whether the notice's own words for this value stand in the part too, and the value has no other place."""
        slot = next((each for each, _ in self.places if each.name == name), None)
        printed = any(each.name == f"{name}_printed" for each, _ in self.places)
        return printed and slot is not None and isinstance(slot.value, datetime)

    def caption(self, slot: Slot, path: str) -> None:
        said = self.desk.tagger.words(self.desk.texts(slot.value, path))
        column = slot.name.removesuffix("_heading").removesuffix("_title")
        if self.is_column(column):
            self.heads.keep(column, said)
            return
        self.add(Heading(self.level, said))

    def is_column(self, name: str) -> bool:
        """Whether this names a column of a table in this part and no field of the part itself."""
        if self.of is None or any(entry.attribute == name for entry in self.of.entries):
            return False
        tables = [slot.entry for slot, _ in self.places if isinstance(slot.entry, RowsField)]
        return any(_has_column(each.plan, name) for each in tables)

    def prose(self, name: str, leaf: Leaf, path: str, body: Markup, said: str) -> None:
        style = "notes" if _NOTE.search(name) else ""
        label = Markup()
        if style:
            label = Markup() if _TELLS_NOTE.match(said) else self.desk.words(NOTES)
        elif (
            not (self.fresh and (name in _SPEAKS or self.headed()))
            and not name.endswith("introduction")
            and not _NUMBERED.match(said)
        ):
            label = self.desk.words(self.label(leaf))
        self.add(Prose(body, label, style))
        self.introduced = name.endswith("introduction")

    def headed(self) -> bool:
        """Whether a printed heading stands right before."""
        return bool(self.done) and isinstance(self.done[-1], Heading)

    def simple_list(self, slot: Slot, entry: ListLeaf, path: str) -> None:
        said = [
            self.composer.tables.body(entry.leaf, each, f"{path}.{place}") for place, each in enumerate(slot.value, 1)
        ]
        notes = bool(_NOTE.search(slot.name))
        label = (
            Markup()
            if self.fresh and self.headed()
            else self.desk.words(NOTES if notes else labels.terse(Label(entry.rows.en, entry.rows.ja)))
        )
        if (
            notes
            or entry.leaf.concept.kind == "prose"
            or any(len(text) > 90 for each in slot.value for _, text in getattr(each, "readings", ()))
        ):
            self.add(Numbered([(Markup(), each, []) for each in said], label, "notes" if notes else "plain"))
        else:
            self.detail(label or self.desk.words(labels.terse(Label(entry.rows.en, entry.rows.ja))), said)

    def part(self, slot: Slot, entry: PartField, path: str) -> None:
        prior = None
        if self.holds_all(slot):
            inner = [(each, f"{path}.{each.name}") for each in self.desk.slots(entry.plan, slot.value, path)]
            for block in _Flow(self.composer, inner, self.level, None, None, path, entry.plan).blocks():
                self.add(block)
            return
        if self.of is not None:
            prior = self.beside(slot, entry, path)
        self.add(self.composer.part(entry.plan, slot.value, path, self.level, _part_label(entry), prior))

    def holds_all(self, slot: Slot) -> bool:
        """Whether this part is but a holder of others, and the only part here: the statements under one set of standards."""
        if sum(isinstance(each.entry, PartField) for each, _ in self.places) != 1 or not isinstance(
            slot.entry, PartField
        ):
            return False
        inner = self.desk.slots(slot.entry.plan, slot.value, slot.path)
        return len(inner) > 1 and all(isinstance(each.entry, PartField) and each.entry.line is None for each in inner)

    def beside(self, slot: Slot, entry: PartField, path: str) -> tuple[Any, str] | None:
        """The part of the year before that stands beside this one."""
        for other, where in self.places:
            if other is slot or not isinstance(other.entry, PartField) or other.entry.plan.start is None:
                continue
            for inner in self.desk.slots(other.entry.plan, other.value, where):
                same = isinstance(inner.entry, PartField) and inner.entry.plan is entry.plan
                if same and columns_of(entry.plan) is None and self.desk.pending(f"{where}.{inner.name}"):
                    return inner.value, f"{where}.{inner.name}"
        return None

    # --- tables ----------------------------------------------------------------------------------------------

    def rows(self, entry: RowsField, value: tuple[Any, ...], path: str) -> None:
        label = labels.terse(Label(entry.rows.en, entry.rows.ja))
        said = self.desk.words(label)
        headed = self.headed() or self.introduced
        tables = self.composer.tables
        flat = tables.rows(entry.plan, value, path)
        of = labels.of_part(entry.plan)
        columns = tables.columns(flat, of) if flat is not None else []
        if flat is not None and entry.plan.start is not None and len(flat) <= 6:
            charts = tables.year_charts(entry.plan, flat, columns)
            self.add(tables.years(entry.plan, flat, columns, self.unit_note))
            self.unit_note = Markup()
            if charts is not None:
                self.add(charts)
            return
        if flat is not None and tables.is_list(columns):
            self.add(
                tables.listed(flat, columns, Markup() if headed or (self.fresh and self.section is not None) else said)
            )
            return
        if flat is not None and tables.is_table(flat, columns):
            if not headed:
                self.add(Heading(self.level, said))
            chart = tables.holder_chart(flat, columns)
            table = tables.table(flat, columns, self.unit_note, self.heads)
            if self.columns and len(self.columns) == len(table.head):
                table.head, self.columns = self.columns, []
            self.add(table)
            self.unit_note = Markup()
            if chart is not None:
                self.add(chart)
            return
        if not headed:
            self.add(Heading(self.level, said))
        self.cards(entry, value, path)

    def cards(self, entry: RowsField, rows: tuple[Any, ...], path: str) -> None:
        cards = []
        heavy = False
        # Below a heading of this level; where an introduction stands for it, in its place.
        level = min(self.level + (not self.introduced), _DEEPEST)
        for place, row in enumerate(rows, 1):
            where = f"{path}.{place}"
            slots = self.desk.slots(entry.plan, row, where)
            title = _named(slots, ("name", "title", "asset_class", "subject"))
            position = next(
                (each for each in slots if each.name in ("position", "titles") and isinstance(each.value, Text)), None
            )
            number = next((each for each in slots if each.name == "number" and is_number(each)), None)
            said = [self.words_of(each, where) for each in (title, position)]
            numbered = Markup()
            if number is not None:
                leaf = leaf_of(number)
                assert leaf is not None
                numbered = self.desk.inline(leaf, number.value, f"{where}.number")
            heading = said[0]
            if not heading:
                name = labels.of_part(entry.plan)
                heading = self.desk.words(Label(f"{name.en} {place}", f"{name.ja}{place}"))
            rest = [
                each for each in slots if each not in (title, position, number) and not isinstance(each.value, bool)
            ]
            badges = [
                self.desk.flag(leaf, each.value, f"{where}.{each.name}")
                for each in slots if isinstance(each.value, bool) and (leaf := leaf_of(each)) is not None
            ]  # fmt: skip
            inner = _Flow(
                self.composer,
                [(each, f"{where}.{each.name}") for each in rest],
                level + 1,
                None,
                None,
                where,
                entry.plan,
            )
            inner.heads, inner.owns_heads = self.heads, False
            inner.in_row = True
            blocks = inner.blocks()
            heavy = heavy or any(not isinstance(each, Details) for each in blocks) or len(blocks) > 1
            identifier, name = "", Label("", "")
            if numbered and title is not None and title.name == "title" and isinstance(title.value, Text):  # a proposal
                identifier, name = self.desk.free_id(where), labels.names_of_text(title.value.readings)
                self.composer.where[where] = identifier
            cards.append(Card(numbered, heading, said[1], badges, blocks, identifier, name))
        wide = any(_is_wide(block) for card in cards for block in card.blocks)
        self.add(Cards(level, cards, wide or (not heavy and len(cards) == 1)))

    def words_of(self, slot: Slot | None, path: str) -> Markup:
        if slot is None:
            return Markup()
        return self.desk.tagger.words(self.desk.texts(slot.value, f"{path}.{slot.name}"))

    # --- parts of one kind under several members -------------------------------------------------------------

    def family(self, slot: Slot, places: list[tuple[Slot, str]]) -> list[tuple[Slot, str]]:
        """The parts after this one that are of its class under other members of its axis, if all are light."""
        found: list[tuple[Slot, str]] = []
        if not isinstance(slot.entry, PartField) or slot.entry.member is None:
            return found
        for other, path in places:
            if not isinstance(other.entry, PartField) or other.entry.plan is not slot.entry.plan:
                break
            found.append((other, path))
        light = all(
            all(row is not None for _, row, _ in self.composer.tables.flat(slot.entry.plan, each.value, "", ()))
            for each in (slot, *(other for other, _ in found))
        )
        return found if light else []

    def relatives(self, parts: list[tuple[Slot, str]]) -> None:
        """Parts of one class as the rows of a table, headed by their members."""
        tables = self.composer.tables
        rows, heads = [], []
        for slot, path in parts:
            assert isinstance(slot.entry, PartField)
            cells = {
                steps: (inner, where)
                for steps, inner, where in tables.flat(slot.entry.plan, slot.value, path, ())
                if inner
            }
            rows.append(Row(path, slot.value, cells))
            heads.append(self.desk.words(_part_label(slot.entry)))
        entry = parts[0][0].entry
        assert isinstance(entry, PartField)
        columns = tables.columns(rows, labels.of_part(entry.plan))
        self.add(tables.table(rows, columns, self.unit_note, self.heads, heads))
        self.unit_note = Markup()


def _is_wide(block: Block) -> bool:
    """Whether this needs the width of the page, not of a card beside another."""
    match block:
        case Prose():
            return len(re.sub(r"<[^>]*>", "", block.body)) > 200
        case Table():
            return len(block.head) > 3
        case Figures():
            return bool(block.columns)
        case Section() | Cards() | Numbered():
            return True
        case _:
            return False


def _named(slots: Iterable[Slot], names: tuple[str, ...]) -> Slot | None:
    for name in names:
        for slot in slots:
            if slot.name == name and isinstance(slot.value, Text):
                return slot
    return None


def _part_label(entry: PartField) -> Label:
    return entry.member.label if entry.member is not None else labels.of_part(entry.plan)


def _is_shell(of: Plan, slots: list[Slot]) -> bool:
    """Whether a part holds but one other part, and no words of its own."""
    if len(slots) != 1:
        return False
    [slot] = slots
    return isinstance(slot.entry, PartField) and slot.entry.line is None and slot.entry.plan.start is None


def _has_column(of: Plan, name: str) -> bool:
    return any(
        entry.attribute == name or (isinstance(entry, RowsField) and _has_column(entry.plan, name))
        for entry in of.entries
    )


def _with_member(label: Label, member: Label) -> Label:
    return Label(f"{label.en} ({member.en})", f"{label.ja}（{member.ja}）")
