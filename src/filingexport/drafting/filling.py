"""One section of the text into the fields of its part: heading, tables, captioned lines, lists, paragraphs, figures."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Any, Final

from attrs import define, evolve, field

from filingexport.authoring.figures import PrintedUnit
from filingexport.binding.plan import Leaf, ListLeaf, Plan, RowsField
from filingexport.drafting import accounts, captions, matrix, prose, reasons, records, units, wording
from filingexport.drafting.document import Line, Table
from filingexport.drafting.fields import Path, is_title, label_of, part_words, plan_at
from filingexport.drafting.holding import Entry, Holding
from filingexport.drafting.records import Fiscal
from filingexport.drafting.sections import Section, is_heading
from filingexport.model.values import Block as Prose
from filingexport.model.values import Count, Nothing, Text

_NOTHING: Final = re.compile(
    r"^(?:there (?:is|are|was|were) (?:nothing|no\b).{0,80}|not applicable|none|n/a|該当(?:する)?事項は(?:ありません|ございません)|記載すべき事項はありません|特に?記載.{0,20}ありません)[.。]?$",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    r"^(?:(?:item|proposal|note|agenda item)\s*(?:no\.?\s*)?(?P<one>[0-9]{1,2})\s*[:：.]|第(?P<two>[0-9]{1,2})号議案|[(（]?注?\s*(?P<four>[0-9]{1,2})[)）.．、](?![0-9]))\s*[:：]?\s*(?P<text>\S.*)$",
    re.IGNORECASE,
)
_PERIOD: Final = re.compile(
    r"^[(（]?\s*(?:from|as of|at|for the)\b.*[0-9]{4}.*$|^[(（]?.{0,8}[0-9]{4}年.*(?:まで|現在)[)）]?$", re.IGNORECASE
)
_NOTES: Final = re.compile(r"^[(（\[]?\s*(?:notes?|注記?)\s*[)）\]]?[:：]?$", re.IGNORECASE)
_TEXTS: Final = ("text", "general", "policy", "introduction", "scope", "method")
_LIKE_NAME: Final = 0.88
_OPENING: Final = 400
"""Characters at the beginning of a paragraph among which a name is looked for."""
_PERSONS: Final = 200
"""Rows of a table whose names are looked for in the text below it."""
_COMPARED: Final = 100_000
"""Names that are compared, letter for letter, with what may be misspelt, in a whole draft."""


@define(eq=False)
class Filler:
    """Fills in what sections say, one after the other."""

    holding: Holding
    language: str
    fiscal: Fiscal
    _growing: dict[Path, tuple[Leaf, list[str], list[str]]] = field(init=False, factory=dict)
    """Of the rows whose text goes on over several lines: the field, its paragraphs and their places."""
    _compared: int = field(init=False, default=0)

    def section(self, section: Section) -> None:
        """Take all of a section in, or leave it with its place; where its part was not entered, with a mark."""
        self.holding.taken.clear()
        self._section(section)
        self._grown()
        if not section.entered and section.heading is not None:
            for entry in [self.holding.entries[path] for path in self.holding.taken]:
                if entry.sure:
                    self.holding.take(evolve(entry, why=reasons.not_entered(section.heading.text)))

    def _section(self, section: Section) -> None:
        at, path = plan_at(section.path), section.path
        heading = section.heading.text if section.heading is not None else ""
        self.holding.section = section.heading.place if section.heading is not None else ""
        self._heading(section, at)
        unit: PrintedUnit | None = None
        placed = captions.read(section.blocks, path, heading, self.holding, self.language, None)
        said = heading
        text: list[Line] = []
        row: tuple[RowsField, int] | None = None
        lists = [e for e in at.entries if isinstance(e, RowsField) and _number_of(e) is not None]
        titled = [e for e in at.entries if isinstance(e, RowsField) and _is_titled(e)]
        for number, block in enumerate(section.blocks):
            if isinstance(block, Table):
                self._table(block, section, said, heading, unit)
                continue
            line = block
            if units.is_unit_note(line.text):
                unit = units.unit_in(line.text)
                self._words(at, path, "unit_note", line)
                continue
            if (
                number < 2
                and _PERIOD.match(wording.normal(line.text))
                and any(e.attribute == "heading" for e in at.entries)
            ):
                self._words(at, path, "heading", line)
                continue
            if line.place in placed:
                continue
            said = line.text
            listed = self._listed(line, lists, section, row)
            if listed is not None:
                row = listed
                continue
            if (
                titled
                and is_heading(line)
                and not line.text.endswith((":", "："))
                and not _NOTES.match(line.text)
                and not _NUMBERED.match(wording.normal(line.text))
            ):
                row = self._titled(line, titled[0], path)
                continue
            if row is not None and is_heading(line) and _NUMBERED.match(wording.normal(line.text)):
                row = None  # a heading of the next subject, which no field is called like
            if row is not None and not _NOTES.match(line.text):
                self._in_row(line, row, path)
                continue
            text.append(line)
        self._text(text, section, at)

    def _heading(self, section: Section, at: Plan) -> None:
        line = section.heading
        if line is None:
            return
        topic = section.topic
        name = "title"
        if topic is not None:
            name = topic.attribute if is_title(topic) else f"{topic.attribute}_title"
        why = reasons.SURE if section.likeness >= 0.75 else reasons.heading(line.text)
        leaf = _leaf(at, name)
        if leaf is not None and not section.rows:
            self.holding.put(
                Entry((*section.path, name), leaf, self.text(line.text), line.place, why, section.likeness)
            )
        number = _leaf(at, "number")
        match = _NUMBERED.match(wording.normal(line.text))
        if number is not None and match is not None and topic is None and (match["one"] or match["two"]):
            value = Count(int(match["one"] or match["two"]), 0)
            self.holding.put(Entry((*section.path, "number"), number, value, line.place, why, section.likeness))
        prose.fill(line.text, line.place, section.path, at, self.holding, self.language)

    def text(self, said: str) -> Text:
        """A text in the draft's language."""
        return Text(**{self.language: " ".join(said.split())})

    def _words(self, at: Plan, path: Path, name: str, line: Line) -> None:
        leaf = _leaf(at, name)
        if leaf is not None and leaf.concept.kind == "words":
            self.holding.put(Entry((*path, name), leaf, self.text(line.text), line.place))

    def _table(self, block: Table, section: Section, said: str, heading: str, unit: PrintedUnit | None) -> None:
        path = section.path
        if matrix.read(block, path, self.holding, self.language, unit):
            return
        if records.read(
            block,
            path,
            section.topic,
            said,
            said != heading,
            self.holding,
            self.language,
            unit,
            self.fiscal,
            section.rows,
        ):
            return
        year = accounts.Year(self.fiscal.end.year if self.fiscal.end is not None else None)
        if accounts.read(block, path, self.holding, self.language, unit, year):
            return
        for row in block.rows:
            self.holding.leave(" / ".join(each.text for each in row if each.text), row[0].place, reasons.UNKNOWN_TABLE)

    def _listed(
        self, line: Line, lists: list[RowsField], section: Section, row: tuple[RowsField, int] | None
    ) -> tuple[RowsField, int] | None:
        """An item of a numbered list that is a table of the part; its row."""
        match = _NUMBERED.match(wording.normal(line.text))
        if match is None or not lists:
            return None
        number = int(match["one"] or match["two"] or match["four"])
        field = _list_of(lists, section, line)
        if field is None:
            return None
        base = (*section.path, field.attribute)
        if number != self.holding.rows(base) + 1:
            return None
        counted = _number_of(field)
        assert counted is not None
        self.holding.put(Entry((*base, number, counted.attribute), counted, Count(number, 0), line.place))
        whole = line.text if match["one"] and line.text.lower().startswith("note") else match["text"]
        for entry in field.plan.entries:
            if (
                isinstance(entry, Leaf)
                and entry.concept.kind == "words"
                and (entry.required or entry.attribute in ("title", "text"))
            ):
                self.holding.put(Entry((*base, number, entry.attribute), entry, self.text(whole), line.place))
                break
            if isinstance(entry, Leaf) and entry.concept.kind == "prose":
                self._prose((*base, number), entry, [Line(whole, line.place)])
                break
        return field, number

    def _titled(self, line: Line, field: RowsField, path: Path) -> tuple[RowsField, int]:
        """A heading that opens a row of a table of texts: the results of a service."""
        base = (*path, field.attribute)
        number = self.holding.rows(base) + 1
        leaf = _leaf(field.plan, "title")
        assert leaf is not None
        self.holding.put(Entry((*base, number, "title"), leaf, self.text(line.text), line.place))
        return field, number

    def _in_row(self, line: Line, row: tuple[RowsField, int], path: Path) -> None:
        field, number = row
        base = (*path, field.attribute, number)
        listed = next((e for e in field.plan.entries if isinstance(e, ListLeaf)), None)
        if listed is not None and listed.leaf.concept.kind == "prose":
            here = (*base, listed.attribute)
            value = Prose(**{self.language: prose.paragraph(line.text)})
            self.holding.put(Entry((*here, self.holding.rows(here) + 1), listed.leaf, value, line.place))
            return
        leaf = next((e for e in field.plan.entries if isinstance(e, Leaf) and e.concept.kind == "prose"), None)
        if leaf is None:
            self.holding.leave(line.text, line.place, reasons.not_in(label_of(field.plan)))
            return
        here = (*base, leaf.attribute)
        if here not in self._growing:
            known = self.holding.entries.get(here)
            before = known.value.readings[0][1] if known is not None else ""
            self._growing[here] = (leaf, [before], [])
        _, said, places = self._growing[here]
        said.append(prose.paragraph(line.text))
        places.append(line.place)
        if len(places) == 1:  # the rest is taken in together, when the section ends
            self.holding.take(Entry(here, leaf, Prose(**{self.language: "".join(said)}), line.place))
        prose.fill(line.text, line.place, base, field.plan, self.holding, self.language)

    def _grown(self) -> None:
        for path, (leaf, said, places) in self._growing.items():
            if len(places) > 1:
                self.holding.take(Entry(path, leaf, Prose(**{self.language: "".join(said)}), places[-1]))
        self._growing.clear()

    def _text(self, lines: list[Line], section: Section, at: Plan) -> None:
        """What is left of a section: its prose, and the figures in it."""
        path = section.path
        if not lines:
            return
        leaf = _prose_of(section, at)
        own: list[Line] = []
        for line in lines:
            named = self._named(line, at, path)
            if named is not None:
                prose.fill(line.text, line.place, named[0], named[1], self.holding, self.language)
            prose.fill(line.text, line.place, path, at, self.holding, self.language)
            prose.classes(line.text, line.place, path, at, self.holding, self.language)
            own.append(line)
        if leaf is not None and (*path, leaf.attribute) not in self.holding.entries:
            body = [each for each in own if not _NOTES.match(each.text)]
            notes = next((n for n, each in enumerate(own) if _NOTES.match(each.text)), None)
            if notes is not None:
                body = own[:notes]
                for each in own[notes:]:
                    self.holding.leave(each.text, each.place, reasons.NOTE)
            heading = section.heading
            nothing = leaf.nothing and len(body) == 1 and _NOTHING.match(wording.normal(body[0].text))
            has_title = _leaf(at, f"{leaf.attribute}_title") is not None
            if body and heading is not None and section.topic is leaf and not has_title and not nothing:
                body = [heading, *body]  # the heading is printed above the text, and has no field of its own
            if body:
                self._prose(path, leaf, body)
            return
        for each in own:
            self.holding.leave(each.text, each.place, reasons.text_of(label_of(at)))

    def _prose(self, base: Path, leaf: Leaf, lines: list[Line]) -> None:
        value: Any
        if len(lines) == 1 and leaf.nothing and _NOTHING.match(wording.normal(lines[0].text)):
            value = Nothing(**{self.language: lines[0].text})
        else:
            value = Prose(**{self.language: "".join(prose.paragraph(each.text) for each in lines)})
        self.holding.put(Entry((*base, leaf.attribute), leaf, value, lines[0].place))

    def _named(self, line: Line, at: Plan, path: Path) -> tuple[Path, Plan] | None:
        """The row of a person whom a paragraph is about, by the name at its beginning."""
        opening = wording.normal(line.text[:_OPENING])[:90].lower()
        found: list[tuple[Path, Plan]] = []
        for rows in (e for e in at.entries if isinstance(e, RowsField)):
            base = (*path, rows.attribute)
            for number in range(1, min(self.holding.rows(base), _PERSONS) + 1):
                entry = self.holding.entries.get((*base, number, "name"))
                if entry is None or not isinstance(entry.value, Text):
                    continue
                name = entry.value.readings[0][1].lower()
                if self._names(name, opening):
                    found.append(((*base, number), rows.plan))
        return found[0] if len(found) == 1 else None

    def _names(self, name: str, text: str) -> bool:
        """Whether a text names this person, a slip of the pen allowed."""
        if name in text:
            return True
        if wording.is_japanese(name):
            return name.replace(" ", "") in text.replace(" ", "")
        if self._compared > _COMPARED or len(name) > len(text):
            return False
        parts = text.split()
        size = len(name.split())
        self._compared += max(len(parts) - size + 1, 0)
        said = (" ".join(parts[at : at + size]).strip(",.") for at in range(len(parts) - size + 1))
        matchers = (SequenceMatcher(None, name, each) for each in said if abs(len(each) - len(name)) <= len(name) // 4)
        return any(each.quick_ratio() >= _LIKE_NAME and each.ratio() >= _LIKE_NAME for each in matchers)


def _leaf(at: Plan, name: str) -> Leaf | None:
    return next((e for e in at.entries if isinstance(e, Leaf) and e.attribute == name), None)


def _number_of(field: RowsField) -> Leaf | None:
    """The field of a row that holds its printed number, of a list whose items are little else than text."""
    number = _leaf(field.plan, "number")
    if number is None or number.concept.kind != "count" or len(field.plan.entries) > 6:
        return None
    return number


def _is_titled(field: RowsField) -> bool:
    """Whether the rows of a table are texts under headings of their own, with figures of them."""
    title, text = _leaf(field.plan, "title"), _leaf(field.plan, "text")
    return title is not None and text is not None and _leaf(field.plan, "number") is None


def _list_of(lists: list[RowsField], section: Section, line: Line) -> RowsField | None:
    """Which list an item is of: that which the heading above it names, or the only one that there is."""
    if section.rows:
        return next((each for each in lists if each.attribute == section.rows), None)
    if section.topic is None:
        return lists[0] if len(lists) == 1 else None
    order = [e.attribute for e in plan_at(section.path).entries]
    below = order[order.index(section.topic.attribute) + 1 : order.index(section.topic.attribute) + 2]
    if (right_below := next((each for each in lists if each.attribute in below), None)) is not None:
        return right_below  # a list stands below its heading in the part too
    words = wording.words(section.heading.text) if section.heading is not None else frozenset()
    words |= wording.words(section.topic.concept.en)
    weights = wording.weights()
    scored = [
        (max(weights.share(label, words) for label in (*part_words(each.plan), wording.words(each.rows.en))), each)
        for each in lists
    ]
    likeness, best = max(scored, key=lambda each: each[0])
    return best if likeness > 0.4 else None


def _prose_of(section: Section, at: Plan) -> Leaf | None:
    """The field that holds the text of a section: the topic's, or the part's own."""
    leaves = [e for e in at.entries if isinstance(e, Leaf) and e.concept.kind == "prose"]
    topic = section.topic
    if topic is not None:
        if not is_title(topic):
            return topic
        stem = topic.attribute.rpartition("_")[0]
        return next((e for e in leaves if e.attribute in (stem, f"{stem}_text", f"{stem}_note")), None)
    if section.rows:
        return None
    named = [e for name in _TEXTS for e in leaves if e.attribute == name]
    return named[0] if named else None
