"""From facts to objects: facts are placed by context once, then the plan is walked with one look-up a field.

The walk takes what it knows; what is left over is unplaced: kept in the filing, and reported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import cache, cached_property
from itertools import chain, count
from typing import Any, Final

import attrs

from filingexport.binding.chapters import without_rows
from filingexport.binding.contexts import Group, Index, Nestings, Row, View, nestings
from filingexport.binding.extended import Extended, OwnItem, OwnTable, extended, line_of
from filingexport.binding.plan import (
    ColumnLeaf,
    KeptField,
    Leaf,
    ListLeaf,
    PartField,
    Plan,
    RowsField,
    concepts,
    extension_attribute,
    plan,
)
from filingexport.binding.to_facts import entity_of
from filingexport.binding.told import Told
from filingexport.binding.values import UnitError, parse_date, text_of
from filingexport.collector import collector_paused
from filingexport.declaring import frozen
from filingexport.findings import FilingError, Finding, finding
from filingexport.model.extension import Extension
from filingexport.model.part import Own, OwnRow
from filingexport.model.values import DASH, Nothing
from filingexport.names import local_name
from filingexport.report import Fact, Period, Report
from filingexport.said import Mistake, Said, quoted, say, told, verbatim
from filingexport.unchecked import constructor


@frozen
class Reading:
    """What reading gave: the filing, and what was noticed on the way."""

    filing: Any
    findings: tuple[Finding, ...]


@collector_paused()
def from_facts(report: Report, cls: type, extension: Extension | None = None) -> Reading:
    """The object of class `cls` (the model's root) that has these facts; `extension` declares the company's own items.

    Facts that have no place in it are kept in its unplaced facts, each with a finding. Raises FilingError, with
    everything found, where what every filing must have is missing, so that there is no object.
    """
    reader = _Reader(report, cls, extension)
    filing = reader.read()
    return Reading(filing, tuple(reader.findings))


@cache
def _parts(plan: Plan) -> frozenset[str]:
    """The names of the classes of this part and of all that stand in it."""
    names = {plan.cls.__name__}
    for entry in plan.entries:
        if isinstance(entry, RowsField) or (isinstance(entry, PartField) and entry.line is None):
            names |= _parts(entry.plan)
    return frozenset(names)


def _own_concepts(extension: Extended) -> Iterator[tuple[str, set[str]]]:
    """The concepts of the company's own, by the part that they stand in."""
    for part, items in extension.by_part.items():
        yield part, {each.leaf.name for each in items}
    for part, tables in extension.tables_by_part.items():
        yield part, {each.leaf.name for table in tables for each in table.columns}


_EMPTY: Final[Group] = {}
_MANY: Final = 5_000
_MOST_KEPT: Final = 20_000_000
"""Characters of the members and units of facts that have no place, over all facts."""
_COMPARED: Final = 20
"""Facts of one concept, context and language that others of them are compared with: one that disagrees does so with some of these."""
_PAIRS: Final = 1_000
"""Pairs of facts that disagree and are told of."""
_TOLD: Final = 40
"""Characters of a value or name in a message."""


@frozen(eq=False)
class _Course:
    """The way through one part in one report: only the fields that any fact could be of, and those that must be there.

    own: whether items of the company's own may stand in it. make: makes the part. start, end, as_of: the concepts that say its own period, "" for none.
    """

    entries: tuple[Leaf | PartField | RowsField | ListLeaf, ...]
    own: bool
    make: Callable[..., Any]
    start: str
    end: str
    as_of: str


@frozen(eq=False)
class _Candidate:
    """A field that facts may be of. always: whether it must be there. name: its concept, "" where it holds a part; then concepts
    are those of all that stands in it, and parts the names of its classes.
    """

    entry: Leaf | PartField | RowsField | ListLeaf
    always: bool
    name: str
    concepts: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()


@cache
def _candidates(plan: Plan) -> tuple[_Candidate, ...]:
    """The fields of a part that facts may be of, in order."""
    found: list[_Candidate] = []
    for entry in plan.entries:
        match entry:
            case Leaf():
                found.append(_Candidate(entry, entry.required, entry.name))
            case ListLeaf():
                found.append(_Candidate(entry, False, entry.leaf.name))
            case PartField() if entry.line is not None:
                found.append(_Candidate(entry, entry.required, entry.line.name))
            case PartField():
                found.append(_Candidate(entry, entry.required, "", concepts(entry.plan), _parts(entry.plan)))
            case RowsField():
                found.append(_Candidate(entry, False, "", concepts(entry.plan), _parts(entry.plan)))
            case _:
                pass
    return tuple(found)


@cache
def _own_period_of(plan: Plan) -> tuple[str, str, str]:
    """The concepts that say the first day, the last day and the moment of a part; "" for none."""
    names: dict[str | None, str] = {each.attribute: each.name for each in plan.entries if isinstance(each, Leaf)}
    names[None] = ""
    return names[plan.start], names[plan.end], names[plan.as_of]


@frozen(eq=False)
class _Mine:
    """What of the company's own stands in one place. by_name: the number of each item, by its concept. lines: some are of a matrix."""

    items: tuple[OwnItem, ...]
    by_name: dict[str, int]
    tables: tuple[OwnTable, ...] = ()
    members: tuple[ColumnLeaf, ...] = ()
    lines: bool = False


def _numbered(items: tuple[OwnItem, ...]) -> dict[str, int]:
    return {each.leaf.name: number for number, each in enumerate(items)}


class _Missing(Exception):
    """What a part must have is not there; said in a finding already."""


def _below(path: str, name: str | int) -> str:
    return f"{path}.{name}" if path else f"{name}"


class _Reader:
    def __init__(self, report: Report, cls: type, extension: Extension | None) -> None:
        self.report = report
        self.cls = cls
        self.declared = extension
        self.extension = extended(extension, cls)
        self.findings: list[Finding] = []
        self.taken: list[list[Fact]] = []
        self.refused: set[int] = set()
        self.compared: set[frozenset[int]] = set()
        self.firsts: dict[int, dict[str | None, list[Fact]]] = {}
        """By the identity of the facts of one concept in one context: in each language the first of them."""
        self.mine: dict[tuple[Plan, str], _Mine] = {}
        self.index = Index(report, nestings(cls) if not self.extension.tables_by_part else self.all_nestings())
        self.told = Told(cls, self.extension)
        self.several = self.told.several
        self.courses: dict[Plan, _Course] = {}
        self.owners = {part for part, names in _own_concepts(self.extension) if names & self.index.concepts}
        """The parts in which some item of the company's own, or of a table of its own, is stated."""

    def all_nestings(self) -> Nestings:
        """How tables stand in tables, also those of the company's own."""
        found = dict(nestings(self.cls))
        for path, at in self.extension.standing.paths.items():
            for table in self.extension.tables_by_part.get(at.part, ()):
                axes = (*self.extension.standing.tables[path], table.axis)
                key = tuple(sorted(axes))
                found[key] = tuple(dict.fromkeys((*found.get(key, ()), axes)))
        return found

    def wrong(self, code: str, message: Said, fact: Fact | None = None, path: str = "") -> None:
        self.findings.append(finding(code, message, self.place(fact) if fact else "", path))

    def place(self, fact: Fact) -> str:
        return self.report.place(self.positions[id(fact)])

    @cached_property
    def positions(self) -> dict[int, int]:
        """Where in the document each fact stands, by identity."""
        return dict(zip(map(id, self.report.facts), count(), strict=False))

    # --- the walk --------------------------------------------------------------------------------------------

    def read(self) -> Any:
        root = plan(self.cls)
        try:
            value = self.part(root, self.root_view(root), self.index.root, "", True)
        except _Missing:
            value = None
        if value is None:
            self.leftovers(frozenset())
            raise FilingError(self.findings)
        entity = entity_of(value)
        if entity != self.report.entity:
            self.wrong(
                "fx:entity",
                say(
                    "the contexts are about {about!r} ({scheme}), the company's own facts say {said!r} ({said_scheme})",
                    "コンテキストの提出者は{about!r}（{scheme}）ですが、会社自身の事実では{said!r}（{said_scheme}）です。",
                    about=self.report.entity.identifier,
                    scheme=self.report.entity.scheme,
                    said=entity.identifier,
                    said_scheme=entity.scheme,
                ),
            )
        attribute = extension_attribute(self.cls)
        if self.declared is not None and attribute is not None:
            value = attrs.evolve(value, **{attribute: self.declared})
        kept = self.leftovers(frozenset(map(id, chain.from_iterable(self.taken))))
        field = next((each for each in root.entries if isinstance(each, KeptField)), None)
        if kept and field is not None:
            value = attrs.evolve(value, **{field.attribute: kept})
        return value

    def course(self, plan: Plan) -> _Course:
        """The way through this part; found once in a report, as a table has many rows."""
        known = self.courses.get(plan)
        if known is not None:
            return known
        stated, owners = self.index.concepts, self.owners
        entries = tuple(
            [
                each.entry
                for each in _candidates(plan)
                if each.always
                or (each.name in stated if each.name else not each.concepts.isdisjoint(stated))
                or (owners and not each.parts.isdisjoint(owners))
            ]
        )
        own = plan.cls.__name__ in owners
        make: Callable[..., Any] = constructor(plan.cls, many=len(self.report.facts) > _MANY)
        course = _Course(entries, own, make, *_own_period_of(plan))
        self.courses[plan] = course
        return course

    def root_view(self, root: Plan) -> View:
        """The filing's own period, from the facts that state it: they alone are looked for without knowing their period."""
        if root.start is None or root.end is None:
            raise TypeError(f"{root.cls.__name__} states no period of its own")
        course = self.course(root)
        start, end = course.start, course.end
        periods: list[Period] = []
        for number, group in self.index.root.groups.items():
            period, members = self.index.contexts[number]
            if not members and start in group and end in group:
                try:
                    said = Period(parse_date(group[start][0].value or ""), parse_date(group[end][0].value or ""))
                except ValueError as error:
                    self.wrong("fx:value", told(error), group[start][0], root.start)
                    continue
                if said == period:
                    periods.append(period)
                else:
                    self.wrong(
                        "fx:period",
                        say(
                            "{start} and {end} say {first} to {last}, but the context they stand in is over {begins} to {ends}",
                            "{start}と{end}では{first}から{last}までですが、その事実のコンテキストの期間は{begins}から{ends}までです。",
                            start=local_name(start),
                            end=local_name(end),
                            first=said.start,
                            last=said.end,
                            begins=period.start,
                            ends=period.end,
                        ),
                        group[start][0],
                        root.start,
                    )
        if len(periods) != 1:
            if periods:
                self.wrong(
                    "fx:disagree",
                    say(
                        "{count} different fiscal years are stated; one filing is for one year",
                        "異なる事業年度が{count}件あります。一つの提出書類は一事業年度についてのものです。",
                        count=len(periods),
                    ),
                )
            elif not self.findings:
                self.wrong(
                    "fx:missing",
                    say(
                        "{start} and {end} are missing, so the fiscal year is not known",
                        "{start}と{end}がないため、事業年度が分かりません。",
                        start=local_name(start),
                        end=local_name(end),
                    ),
                )
            raise FilingError(self.findings)
        return View(self.index, periods[0], Period(None, periods[0].end), ())

    def part(self, plan: Plan, view: View, row: Row, path: str, required: bool) -> Any:
        """The part's object; None if nothing of it is there. Raises _Missing if some of it is there, but not all it must have."""
        course = self.courses.get(plan) or self.course(plan)
        if course.start and course.end and path:
            own = self.own_period(course, view, row)
            if own is None:
                return None
            view = own
        if course.as_of:
            view = self.as_of(course, view, row)
        before = len(self.taken)
        over = row.groups.get(view.over, _EMPTY)
        at = row.groups.get(view.at, _EMPTY)
        found: dict[str, Any] = {}
        missing: list[str] = []
        for entry in course.entries:
            attribute = entry.attribute
            value: Any = None
            if isinstance(entry, Leaf):
                facts = (at if entry.instant else over).get(entry.name)
                if facts is not None:
                    value = self.leaf(entry, facts, path, attribute)
                if value is None and entry.required:
                    missing.append(_below(path, attribute))
            elif isinstance(entry, PartField):
                here = _below(path, attribute)
                try:
                    if (inner := self.inner(entry, view)) is not None:
                        if entry.line is not None:
                            members = self.stated(self.mine_of(plan, path).members, inner, row)
                            value = self.line(entry.plan, entry.line, inner, row, here, members)
                        else:
                            value = self.part(entry.plan, inner, row, here, entry.required)
                except _Missing:
                    if entry.required:
                        raise
                if value is None and entry.required:
                    missing.append(here)
            elif isinstance(entry, RowsField):
                value = tuple(self.table(entry, view, row, _below(path, attribute))) or None
            else:
                value = tuple(self.list_rows(entry, view, row, _below(path, attribute))) or None
            if value is not None:
                found[attribute] = value
        if course.own and (mine := self.own(plan, view, row, path)):
            found["own"] = mine
        if not found and not required:
            return None
        if missing:
            for each in missing:
                self.wrong(
                    "fx:missing",
                    say("every filing that has this part must have it", "この部分を記載する場合は必須の事項です。"),
                    path=each,
                )
            del self.taken[before:]
            raise _Missing
        if not found:
            return None
        return course.make(**found)

    def own_period(self, course: _Course, view: View, row: Row) -> View | None:
        """The period of a part that states its own: the one in which the facts that state it agree with their context."""
        for number, group in row.groups.items():
            period, members = self.index.contexts[number]
            if course.start in group and course.end in group and members == view.members:
                try:
                    first = parse_date(group[course.start][0].value or "")
                    last = parse_date(group[course.end][0].value or "")
                except ValueError:
                    continue
                if Period(first, last) == period:
                    return view.of(period, Period(None, last))
        return None

    def as_of(self, course: _Course, view: View, row: Row) -> View:
        facts = row.groups.get(view.over, _EMPTY).get(course.as_of)
        if facts and facts[0].value is not None:
            try:
                return view.of(view.duration, Period(None, parse_date(facts[0].value)))
            except ValueError:
                pass  # reported when the field itself is read
        return view

    def inner(self, entry: PartField, view: View) -> View | None:
        """What the part in this field sees; None where it would be at the opening of no period."""
        inner = view.under(entry.pair)
        return inner.opening() if entry.opening else inner

    def line(self, columns: Plan, line: Leaf, view: View, row: Row, path: str, members: tuple[ColumnLeaf, ...]) -> Any:
        """A line of a matrix: an amount a column, of the standard columns and those that the extension adds; None if there is none."""
        found: dict[str, Any] = {}
        for column in columns.entries:
            if isinstance(column, ColumnLeaf) and (value := self.cell(line, column, view, row, path)) is not None:
                found[column.attribute] = value
        own: list[tuple[int, Own]] = []
        for column in members:
            before = len(self.taken)
            if (value := self.cell(line, column, view, row, path)) is not None:
                own.append((self.first_since(before), Own(item=column.attribute, value=value)))
        if own:
            found["own"] = _in_order(own)
        return self.course(columns).make(**found) if found else None

    def cell(self, line: Leaf, column: ColumnLeaf, view: View, row: Row, path: str) -> Any:
        """The amount of a line in this column; None if there is none."""
        facts = self.facts_of(line, view.under(column.pair), row)
        return self.leaf(line, facts, path, column.attribute) if facts is not None else None

    def first_since(self, before: int) -> int:
        """Where in the document the first of the facts stands that were taken since then."""
        return min(self.positions[id(fact)] for facts in self.taken[before:] for fact in facts)

    def facts_of(self, leaf: Leaf, view: View, row: Row) -> list[Fact] | None:
        return row.groups.get(view.at if leaf.instant else view.over, _EMPTY).get(leaf.name)

    def own(self, plan: Plan, view: View, row: Row, path: str) -> tuple[Own, ...]:
        """The company's own items and tables that stand in this part, in the order of the document."""
        found: list[tuple[int, Own]] = []
        mine = self.mine_of(plan, path)
        members = self.stated(mine.members, view, row)
        for each in mine.items if mine.lines else self.items_in(mine, view, row):
            line = line_of(plan, each)
            before = len(self.taken)
            if line is not None:
                here = _below(path, each.declared.name)
                value = self.line(line.plan, each.leaf, view, row, here, members)
            else:
                facts = self.facts_of(each.leaf, view, row)
                value = self.leaf(each.leaf, facts, path, each.declared.name) if facts is not None else None
            if value is not None:
                found.append((self.first_since(before), Own(item=each.declared.name, value=value)))
        for table in mine.tables if row.tables is not None else ():
            before = len(self.taken)
            if rows := tuple(self.own_rows(table, view, row, _below(path, table.declared.name))):
                found.append((self.first_since(before), Own(item=table.declared.name, value=rows)))
        return _in_order(found)

    def mine_of(self, plan: Plan, path: str) -> _Mine:
        """What of the company's own stands in this part; looked for once a place, as a table has many rows."""
        place = without_rows(path)
        known = self.mine.get((plan, place))
        if known is None:
            items = self.extension.items(plan, path)
            known = self.mine[plan, place] = _Mine(
                items, _numbered(items), self.extension.tables(plan, path), self.extension.members(plan, path),
                any(line_of(plan, each) is not None for each in items),
            )  # fmt: skip
        return known

    def items_in(self, mine: _Mine, view: View, row: Row) -> Iterable[OwnItem]:
        """The items of which a row may have a fact: where it has fewer facts than there are items, those that it has."""
        over, at = row.groups.get(view.over, _EMPTY), row.groups.get(view.at, _EMPTY)
        if len(mine.items) <= len(over) + len(at):
            return mine.items
        return [
            mine.items[number]
            for number in sorted({mine.by_name[each] for each in (*over, *at) if each in mine.by_name})
        ]

    def stated(self, members: tuple[ColumnLeaf, ...], view: View, row: Row) -> tuple[ColumnLeaf, ...]:
        """The columns of a matrix under which anything is stated."""
        groups = row.groups
        under = ((each, view.under(each.pair)) for each in members)
        return tuple(each for each, inner in under if inner.over in groups or inner.at in groups)

    def own_rows(self, table: OwnTable, view: View, row: Row, path: str) -> Iterator[OwnRow]:
        columns = _Mine(table.columns, _numbered(table.columns))
        for number, inner in row.rows(table.axis):
            found: list[tuple[int, Own]] = []
            for column in self.items_in(columns, view, inner):
                before = len(self.taken)
                facts = self.facts_of(column.leaf, view, inner)
                here = f"{path}.{number}"
                if (
                    facts is not None
                    and (value := self.leaf(column.leaf, facts, here, column.declared.name)) is not None
                ):
                    found.append((self.first_since(before), Own(item=column.declared.name, value=value)))
            if found:
                yield OwnRow(own=_in_order(found))

    def table(self, entry: RowsField, view: View, row: Row, path: str) -> Iterator[Any]:
        for number, inner in row.rows(entry.axis):
            try:
                value = self.part(entry.plan, view, inner, f"{path}.{number}", False)
            except _Missing:
                continue
            if value is not None:
                yield value

    def list_rows(self, entry: ListLeaf, view: View, row: Row, path: str) -> Iterator[Any]:
        for number, inner in row.rows(entry.axis):
            facts = self.facts_of(entry.leaf, view, inner)
            if facts is not None and (value := self.leaf(entry.leaf, facts, path, number)) is not None:
                yield value

    # --- one field -------------------------------------------------------------------------------------------

    def leaf(self, leaf: Leaf, facts: list[Fact], outer: str, name: str | int) -> Any:
        """The value of the field of this name (or row of this number) in the part at the path `outer`."""
        if leaf.name in self.several:
            here = _below(outer, name)
            # Most stand alone, and have the id of their place.
            if len(facts) > 1 or not facts[0].id.startswith(here) or facts[0].id[len(here) : len(here) + 1] not in ".":
                facts = self.told_here(facts, here)
        chosen = facts if len(facts) == 1 else self.distinct(leaf, facts, outer, name)
        if not chosen:
            return None
        first = chosen[0]
        try:
            if first.value is None:
                value = self.nil(leaf, first)
            elif leaf.codec is not None:
                value = leaf.codec.decode(first)
            else:
                value = text_of(leaf.python, chosen)
        except UnitError as error:
            return self.refuse("fx:unit", told(error), first, _below(outer, name))
        except (ValueError, TypeError) as error:
            return self.refuse("fx:value", told(error), first, _below(outer, name))
        self.taken.append(facts)
        return value

    def told_here(self, facts: list[Fact], path: str) -> list[Fact]:
        """Of the facts of one concept in one context, those of this place."""
        here = []
        for fact in facts:
            if self.told.elsewhere(fact, path):
                self.compare(fact)
            else:
                here.append(fact)
        return here

    def compare(self, fact: Fact) -> None:
        """Facts that are one to XBRL must say one thing, wherever they are told."""
        facts = self.index.group_of(fact).get(fact.concept, [])
        by_language = self.firsts.get(id(facts))
        if by_language is None:
            by_language = self.firsts[id(facts)] = {}
            for each in facts:
                firsts = by_language.setdefault(each.language, [])
                if len(firsts) < _COMPARED:
                    firsts.append(each)
        for other in by_language.get(fact.language, ()):
            pair = frozenset((id(fact), id(other)))
            differ = (other.value, other.unit) != (fact.value, fact.unit)
            if differ and pair not in self.compared and len(self.compared) < _PAIRS:
                self.compared.add(pair)
                self.wrong(
                    "fx:disagree",
                    say(
                        "{item} is {here} here, but {there} at {place}, and both are the same fact; correct one",
                        "{item}はここでは{here}ですが、{place}では{there}です。どちらも同じ事実のため、一方を訂正してください。",
                        item=local_name(fact.concept),
                        here=_short(fact),
                        there=_short(other),
                        place=other.id or self.place(other),
                    ),
                    fact,
                    fact.id,
                )

    def refuse(self, code: str, message: Said, fact: Fact, path: str) -> None:
        self.wrong(code, message, fact, path)
        self.refused.add(id(fact))

    def distinct(self, leaf: Leaf, facts: list[Fact], outer: str, name: str | int) -> list[Fact]:
        """One fact, or one a language: repeated ones are told of, ones that disagree are refused."""
        path = _below(outer, name)
        by_language: dict[str | None, Fact] = {}
        for fact in facts:
            known = by_language.setdefault(fact.language if leaf.codec is None else None, fact)
            if known is fact:
                continue
            if _says(known) == _says(fact):
                self.wrong(
                    "fx:duplicate",
                    say(
                        "it is stated here again, the same as at {place}",
                        "同じ事実が{place}にもあります。",
                        place=self.place(known) or known.id,
                    ),
                    fact,
                    path,
                )
            else:
                self.wrong(
                    "fx:disagree",
                    say(
                        "{item} is {here} here, but {there} at {place}; correct one",
                        "{item}はここでは{here}ですが、{place}では{there}です。一方を訂正してください。",
                        item=local_name(fact.concept),
                        here=_short(fact),
                        there=_short(known),
                        place=self.place(known) or known.id,
                    ),
                    fact,
                    path,
                )
                self.refused.update(id(each) for each in facts)
                return []
        chosen = list(by_language.values())
        if len(chosen) > 1 and any(fact.value is None for fact in chosen):
            self.wrong(
                "fx:disagree",
                say(
                    "it is nil in one place and has a text in another; correct one",
                    "一方はnil、他方は文字列です。一方を訂正してください。",
                ),
                chosen[0],
                path,
            )
            self.refused.update(id(each) for each in facts)
            return []
        return chosen

    def nil(self, leaf: Leaf, fact: Fact) -> Any:
        sentences = [note for note in fact.notes if note.kind == "nothing"]
        if len(sentences) == 1 and leaf.nothing:
            return Nothing(**dict(sentences[0].readings))
        if sentences or fact.notes:
            raise Mistake(
                say(
                    "a disclosed nothing has one sentence, and only where the item can have one",
                    "「該当なし」の開示は一文だけで、それができる項目に限ります。",
                )
            )
        if not leaf.dash:
            raise Mistake(
                say(
                    "it is nil without the sentence that there is nothing to report",
                    "nilですが、「該当なし」の文がありません。",
                )
                if leaf.nothing
                else say("it cannot be nil", "nilにできない項目です。")
            )
        return DASH

    def bound(self, left: tuple[Fact, ...]) -> None:
        """Raises FilingError where facts without a place would take too much to tell: each is kept with all its members."""
        sizes: dict[tuple[int, int], int] = {}
        total = 0
        for fact in left:
            key = id(fact.dimensions), id(fact.unit)
            size = sizes.get(key)
            if size is None:
                size = sizes[key] = _size(fact)
            total += size
        if total > _MOST_KEPT:
            message = say(
                "the members and units of facts that have no place here take {count:,} characters together; at most {most:,} are kept",
                "対応する箇所のない事実のメンバーと単位が、合計で{count:,}文字あります。保持できるのは{most:,}文字までです。",
                count=total,
                most=_MOST_KEPT,
            )
            raise FilingError([*self.findings, finding("fx:limit", message)])

    def leftovers(self, taken: frozenset[int]) -> tuple[Fact, ...]:
        if len(taken) == len(self.report.facts):
            return ()
        left = tuple(fact for fact in self.report.facts if id(fact) not in taken)
        self.bound(left)
        known = concepts(plan(self.cls)) | self.extension.names
        for fact in left:
            if id(fact) in self.refused:
                continue
            name = local_name(fact.concept)
            if fact.concept not in known:
                self.wrong(
                    "fx:unknownConcept",
                    say(
                        "{item} is no item of this taxonomy; it is kept as it is",
                        "{item}はこのタクソノミにない項目です。そのまま保持します。",
                        item=name,
                    ),
                    fact,
                    fact.id,
                )
            else:
                self.wrong(
                    "fx:unplaced",
                    say(
                        "{item} is not stated {where} in this taxonomy, or what it belongs to is incomplete; it is kept as it is",
                        "このタクソノミでは{item}を{where}記載できないか、属する部分が不完全です。そのまま保持します。",
                        item=name,
                        where=_where(fact),
                    ),
                    fact,
                    fact.id,
                )
        return tuple(each if each.place else attrs.evolve(each, place=self.place(each)) for each in left)


def _size(fact: Fact) -> int:
    """Characters of what a fact shares with others."""
    members = sum(
        len(axis) + len(member if isinstance(member, str) else f"{member.element}{member.text}")
        for axis, member in fact.dimensions
    )
    return members + (0 if fact.unit is None else sum(map(len, (*fact.unit.numerators, *fact.unit.denominators))))


def _in_order(found: list[tuple[int, Own]]) -> tuple[Own, ...]:
    """The values in the order of the document."""
    return tuple(own for _, own in sorted(found, key=lambda pair: pair[0]))


def _says(fact: Fact) -> tuple[Any, ...]:
    return (fact.value, fact.decimals, fact.unit, fact.notes)


def _short(fact: Fact) -> Said:
    if fact.value is None:
        return verbatim("nil")
    return quoted(_cut(fact.value))


def _cut(said: str) -> str:
    """As much of a name or text as is told: many facts may have it."""
    return said if len(said) <= _TOLD else said[: _TOLD - 1] + "…"


def _where(fact: Fact) -> Said:
    period = fact.period
    if period.start is None:
        when = say("at {end}", "{end}の時点に", end=_day(period.end))
    else:
        when = say(
            "for {start} to {end}", "{start}から{end}までの期間に", start=_day(period.start), end=_day(period.end)
        )
    members = ", ".join(
        f"{_cut(local_name(axis))} {_cut(local_name(member) if isinstance(member, str) else member.text or 'nil')}"
        for axis, member in fact.dimensions
    )
    if not members:
        return when
    return say("{when} under {members}", "{when}、{members}の次元で", when=when, members=members)


def _day(value: date | datetime) -> str:
    return value.isoformat()
