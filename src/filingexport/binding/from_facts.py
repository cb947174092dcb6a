"""From facts to objects: facts are grouped by context once, then the plan is walked with one look-up a field.

The walk takes what it knows; what is left over is unplaced: kept in the filing, and reported.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache, cached_property
from typing import Any, Final

import attrs
from attrs import frozen

from filingexport.binding.extended import OwnItem, extended, line_of
from filingexport.binding.plan import (
    ROW_ELEMENT,
    ColumnLeaf,
    KeptField,
    Leaf,
    ListLeaf,
    PartField,
    Plan,
    RowsField,
    Scope,
    extension_attribute,
    paths,
    plan,
)
from filingexport.binding.to_facts import entity_of
from filingexport.binding.values import UnitError, parse_date
from filingexport.collector import collector_paused
from filingexport.findings import FilingError, Finding, finding
from filingexport.model.extension import Extension
from filingexport.model.item import NUMERIC
from filingexport.model.part import Own
from filingexport.model.values import DASH, Block, Nothing, Text
from filingexport.names import local_name
from filingexport.report import Dimensions, Fact, Period, Report, TypedMember

_MAX_ROW: Final = 10_000_000


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
def _concepts(cls: type) -> frozenset[str]:
    names: set[str] = set()
    seen: set[type] = set()

    def collect(plan: Plan) -> None:
        if plan.cls in seen:
            return
        seen.add(plan.cls)
        for entry in plan.entries:
            match entry:
                case Leaf():
                    names.add(entry.name)
                case ListLeaf():
                    names.add(entry.leaf.name)
                case PartField() | RowsField():
                    if isinstance(entry, PartField) and entry.line is not None:
                        names.add(entry.line.name)
                    collect(entry.plan)
                case _:
                    pass

    collect(plan(cls))
    return frozenset(names)


@cache
def _outer_axes(cls: type) -> dict[str, tuple[tuple[str, ...], ...]]:
    """For each table's axis, the axes of the tables it stands in: a tuple for each place it is used."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)

    def collect(plan: Plan, outer: tuple[str, ...]) -> None:
        for entry in plan.entries:
            match entry:
                case RowsField():
                    found[entry.axis].add(outer)
                    collect(entry.plan, tuple(sorted((*outer, entry.axis))))
                case ListLeaf():
                    found[entry.axis].add(outer)
                case PartField():
                    collect(entry.plan, outer)
                case _:
                    pass

    collect(plan(cls), ())
    return {axis: tuple(sorted(uses)) for axis, uses in found.items()}


def _row_number(member: str | TypedMember) -> int | None:
    if not isinstance(member, TypedMember) or member.element != ROW_ELEMENT or member.text is None:
        return None
    text = member.text.strip(" \t\r\n").removeprefix("+")
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        return None
    number = int(text)
    return number if 1 <= number <= _MAX_ROW else None


_Group = dict[str, list[Fact]]
_ROW: Final = re.compile(r"\.[0-9]+(?=\.|$)")


def _without_rows(path: str) -> str:
    return _ROW.sub("", path)


def _leaf_at(plan: Plan, attribute: str) -> Leaf | None:
    for entry in plan.entries:
        if entry.attribute == attribute:
            match entry:
                case Leaf():
                    return entry
                case ListLeaf():
                    return entry.leaf
                case PartField():
                    return entry.line
                case _:
                    return None
    return None


class _Missing(Exception):
    """What a part must have is not there; said in a finding already."""


class _Reader:
    def __init__(self, report: Report, cls: type, extension: Extension | None) -> None:
        self.report = report
        self.cls = cls
        self.declared = extension
        self.extension = extended(extension)
        self.findings: list[Finding] = []
        self.taken: list[Fact] = []
        self.refused: set[int] = set()
        self.compared: set[frozenset[int]] = set()
        self.groups: dict[tuple[Period, Dimensions], _Group] = {}
        self.rows: dict[tuple[str, Dimensions], set[int]] = defaultdict(set)
        self.uses: dict[tuple[str, ...], list[tuple[int, str, tuple[int, ...]]]] = {}
        self.periods: dict[Dimensions, list[Period]] = defaultdict(list)
        self.group()

    def wrong(self, code: str, message: str, fact: Fact | None = None, path: str = "") -> None:
        self.findings.append(finding(code, message, fact.place if fact else "", path))

    @cached_property
    def positions(self) -> dict[int, int]:
        """Where in the document each fact stands, by identity."""
        return {id(fact): position for position, fact in enumerate(self.report.facts)}

    # --- grouping --------------------------------------------------------------------------------------------

    def group(self) -> None:
        # Facts of one context share its very objects, so most are grouped by identity, without hashing dimensions.
        same: dict[tuple[int, int], _Group] = {}
        for fact in self.report.facts:
            identity = (id(fact.period), id(fact.dimensions))
            group = same.get(identity)
            if group is None:
                group = same[identity] = self.group_of(fact.period, fact.dimensions)
            known = group.get(fact.concept)
            if known is None:
                group[fact.concept] = [fact]
            else:
                known.append(fact)

    def group_of(self, period: Period, dimensions: Dimensions) -> _Group:
        """The facts of this context, whichever way its row numbers are written."""
        group = self.groups.get((period, dimensions))
        if group is None:
            known = self.known_dimensions(dimensions)
            canonical = dimensions if known is None else known
            group = self.groups[(period, dimensions)] = self.groups.setdefault((period, canonical), {})
            if known is not None:
                self.periods[known].append(period)
                self.register_rows(known)
        return group

    def known_dimensions(self, dimensions: Dimensions) -> Dimensions | None:
        """The same with row numbers in their canonical form; None where a row has no number."""
        result = []
        for axis, member in dimensions:
            if isinstance(member, TypedMember):
                number = _row_number(member)
                if number is None:
                    return None
                member = TypedMember(ROW_ELEMENT, str(number))
            result.append((axis, member))
        return tuple(result)

    def register_rows(self, dimensions: Dimensions) -> None:
        """Note which rows the tables have. What there is to note depends on the axes alone, so it is found once for each set of axes."""
        axes = tuple(axis for axis, _ in dimensions)
        uses = self.uses.get(axes)
        if uses is None:
            outer_axes = _outer_axes(self.cls)
            uses = self.uses[axes] = [
                (index, axis, tuple(axes.index(each) for each in outer))
                for index, axis in enumerate(axes)
                for outer in outer_axes.get(axis, ())
                if set(outer) <= set(axes)
            ]
        for index, axis, outer in uses:
            number = _row_number(dimensions[index][1])
            if number is not None:
                self.rows[(axis, tuple(dimensions[each] for each in outer))].add(number)

    # --- the walk --------------------------------------------------------------------------------------------

    def read(self) -> Any:
        root = plan(self.cls)
        try:
            value = self.part(root, self.root_scope(root), "", True)
        except _Missing:
            value = None
        if value is None:
            self.leftovers(frozenset())
            raise FilingError(self.findings)
        entity = entity_of(value)
        if entity != self.report.entity:
            self.wrong(
                "fx:entity",
                f"the contexts are about {self.report.entity.identifier!r} ({self.report.entity.scheme}), "
                f"the company's own facts say {entity.identifier!r} ({entity.scheme})",
            )
        attribute = extension_attribute(self.cls)
        if self.declared is not None and attribute is not None:
            value = attrs.evolve(value, **{attribute: self.declared})
        kept = self.leftovers(frozenset(id(fact) for fact in self.taken))
        field = next((each for each in root.entries if isinstance(each, KeptField)), None)
        if kept and field is not None:
            value = attrs.evolve(value, **{field.attribute: kept})
        return value

    def root_scope(self, root: Plan) -> Scope:
        """The filing's own period, from the facts that state it: they alone are looked for without knowing their period."""
        if root.start is None or root.end is None:
            raise TypeError(f"{root.cls.__name__} states no period of its own")
        leaves = {entry.attribute: entry for entry in root.entries if isinstance(entry, Leaf)}
        start, end = leaves[root.start].name, leaves[root.end].name
        periods: list[Period] = []
        for (period, dimensions), group in self.groups.items():
            if not dimensions and start in group and end in group:
                try:
                    said = Period(parse_date(group[start][0].value or ""), parse_date(group[end][0].value or ""))
                except ValueError as error:
                    self.wrong("fx:value", f"{error}", group[start][0], root.start)
                    continue
                if said == period:
                    periods.append(period)
                else:
                    self.wrong(
                        "fx:period",
                        f"{local_name(start)} and {local_name(end)} say {said.start} to {said.end}, "
                        f"but the context they stand in is over {period.start} to {period.end}",
                        group[start][0],
                        root.start,
                    )
        if len(periods) != 1:
            if periods:
                self.wrong(
                    "fx:disagree", f"{len(periods)} different fiscal years are stated; one filing is for one year"
                )
            elif not self.findings:
                self.wrong(
                    "fx:missing",
                    f"{local_name(start)} and {local_name(end)} are missing, so the fiscal year is not known",
                )
            raise FilingError(self.findings)
        first = periods[0]
        assert isinstance(first.start, date)
        return Scope(None, None, ()).over(first.start, first.end)

    def part(self, plan: Plan, scope: Scope, path: str, required: bool) -> Any:
        """The part's object; None if nothing of it is there. Raises _Missing if some of it is there, but not all it must have."""
        if plan.start is not None and plan.end is not None and path:
            own = self.own_period(plan, scope)
            if own is None:
                return None
            scope = own
        if plan.as_of is not None:
            scope = self.as_of(plan, scope)
        before = len(self.taken)
        durations: _Group = self.groups.get((scope.duration, scope.dimensions), {}) if scope.duration else {}
        instants: _Group = self.groups.get((scope.instant, scope.dimensions), {}) if scope.instant else {}
        found: dict[str, Any] = {}
        missing: list[str] = []
        for entry in plan.entries:
            here = f"{path}.{entry.attribute}" if path else entry.attribute
            value: Any = None
            match entry:
                case Leaf():
                    facts = (instants if entry.instant else durations).get(entry.name)
                    if facts is not None:
                        value = self.leaf(entry, facts, here)
                    if value is None and entry.required:
                        missing.append(here)
                case PartField():
                    try:
                        value = self.part_field(entry, scope, here)
                    except _Missing:
                        if entry.required:
                            raise
                    if value is None and entry.required:
                        missing.append(here)
                case RowsField():
                    value = tuple(self.table(entry, scope, here))
                case ListLeaf():
                    value = tuple(self.list_rows(entry, scope, here))
                case _:
                    continue
            if value is not None and value != ():
                found[entry.attribute] = value
        if (items := self.extension.items(plan)) and (mine := self.own(plan, items, scope, path)):
            found["own"] = mine
        if not found and not required:
            return None
        if missing:
            for each in missing:
                self.wrong("fx:missing", "every filing that has this part must have it", path=each)
            del self.taken[before:]
            raise _Missing
        if not found:
            return None
        return plan.cls(**found)

    def own_period(self, plan: Plan, scope: Scope) -> Scope | None:
        """The period of a part that states its own: the one in which the facts that state it agree with their context."""
        leaves = {entry.attribute: entry for entry in plan.entries if isinstance(entry, Leaf)}
        assert plan.start is not None
        assert plan.end is not None
        start, end = leaves[plan.start].name, leaves[plan.end].name
        for period in self.periods.get(scope.dimensions, ()):
            group = self.groups[(period, scope.dimensions)]
            if start in group and end in group:
                try:
                    first, last = parse_date(group[start][0].value or ""), parse_date(group[end][0].value or "")
                except ValueError:
                    continue
                if Period(first, last) == period:
                    return scope.over(first, last)
        return None

    def as_of(self, plan: Plan, scope: Scope) -> Scope:
        leaf = next(each for each in plan.entries if isinstance(each, Leaf) and each.attribute == plan.as_of)
        facts = self.groups.get((scope.duration, scope.dimensions), {}).get(leaf.name) if scope.duration else None
        if facts and facts[0].value is not None:
            try:
                return scope.at(parse_date(facts[0].value))
            except ValueError:
                pass  # reported when the field itself is read
        return scope

    def part_field(self, entry: PartField, scope: Scope, path: str) -> Any:
        inner = scope.under(entry.pair)
        if entry.opening:
            if inner.duration is None:
                return None
            inner = inner.opening()
        if entry.line is None:
            return self.part(entry.plan, inner, path, entry.required)
        return self.line(entry.plan, entry.line, inner, path)

    def line(self, columns: Plan, line: Leaf, scope: Scope, path: str) -> Any:
        """A line of a matrix: an amount a column; None if there is none."""
        found = {}
        for column in columns.entries:
            if not isinstance(column, ColumnLeaf):
                continue
            facts = self.facts_of(line, scope.under(column.pair))
            if facts is not None and (value := self.leaf(line, facts, f"{path}.{column.attribute}")) is not None:
                found[column.attribute] = value
        return columns.cls(**found) if found else None

    def facts_of(self, leaf: Leaf, scope: Scope) -> list[Fact] | None:
        period = scope.instant if leaf.instant else scope.duration
        return self.groups.get((period, scope.dimensions), {}).get(leaf.name) if period else None

    def own(self, plan: Plan, items: tuple[OwnItem, ...], scope: Scope, path: str) -> tuple[Own, ...]:
        """The company's own items that stand in this part, in the order of the document."""
        found: list[tuple[int, Own]] = []
        for each in items:
            here = f"{path}.{each.declared.name}" if path else each.declared.name
            line = line_of(plan, each)
            before = len(self.taken)
            if line is not None:
                value = self.line(line.plan, each.leaf, scope, here)
            else:
                facts = self.facts_of(each.leaf, scope)
                value = self.leaf(each.leaf, facts, here) if facts is not None else None
            if value is not None:
                first = min(self.positions[id(fact)] for fact in self.taken[before:])
                found.append((first, Own(item=each.declared.name, value=value)))
        return tuple(own for _, own in sorted(found, key=lambda pair: pair[0]))

    def row_numbers(self, axis: str, scope: Scope) -> list[int]:
        outer = tuple(pair for pair in scope.dimensions if isinstance(pair[1], TypedMember))
        return sorted(self.rows.get((axis, outer), ()))

    def table(self, entry: RowsField, scope: Scope, path: str) -> Iterable[Any]:
        for number in self.row_numbers(entry.axis, scope):
            inner = scope.under((entry.axis, TypedMember(ROW_ELEMENT, str(number))))
            try:
                row = self.part(entry.plan, inner, f"{path}.{number}", False)
            except _Missing:
                continue
            if row is not None:
                yield row

    def list_rows(self, entry: ListLeaf, scope: Scope, path: str) -> Iterable[Any]:
        for number in self.row_numbers(entry.axis, scope):
            inner = scope.under((entry.axis, TypedMember(ROW_ELEMENT, str(number))))
            facts = self.facts_of(entry.leaf, inner)
            if facts is not None and (value := self.leaf(entry.leaf, facts, f"{path}.{number}")) is not None:
                yield value

    # --- one field -------------------------------------------------------------------------------------------

    def leaf(self, leaf: Leaf, facts: list[Fact], path: str) -> Any:
        facts = self.told_here(facts, path)
        chosen = self.distinct(leaf, facts, path)
        if not chosen:
            return None
        first = chosen[0]
        try:
            if leaf.concept.kind not in NUMERIC and any(fact.value is not None and fact.notes for fact in chosen):
                raise ValueError("footnotes are kept on numbers only")
            if first.value is None:
                value = self.nil(leaf, first)
            elif leaf.codec is not None:
                value = leaf.codec.decode(first)
            else:
                readings = {fact.language or "": fact.value or "" for fact in chosen}
                if "" in readings:
                    raise ValueError("the text has no language (xml:lang)")
                value = Block(**readings) if leaf.python is Block else Text(**readings)
        except UnitError as error:
            return self.refuse("fx:unit", f"{error}", first, path)
        except (ValueError, TypeError) as error:
            return self.refuse("fx:value", f"{error}", first, path)
        self.taken.extend(facts)
        return value

    def told_here(self, facts: list[Fact], path: str) -> list[Fact]:
        """Of the facts of one concept in one context, those of this place.

        A notice tells some facts twice: this year's opening balance is last year's closing balance. They are one and
        the same fact to XBRL, in one context; only our own ids, the paths of fields, tell where each was printed.
        Where ids are not ours, a fact is told in every place it fits.
        """
        return [fact for fact in facts if f"{fact.id}.".startswith(f"{path}.") or not self.told_elsewhere(fact, path)]

    def told_elsewhere(self, fact: Fact, path: str) -> bool:
        place = _without_rows(fact.id)
        if place == _without_rows(path):
            return False
        slots = (place, place.rpartition(".")[0])  # text has its language at the end
        if _without_rows(path) in slots or fact.concept not in (self.concept_at(slot) for slot in slots):
            return False
        self.compare(fact)
        return True

    def concept_at(self, place: str) -> str | None:
        """The concept of the field at this path; None if there is no such field."""
        parts = paths(self.cls)
        part, _, name = place.rpartition(".")
        if part in parts:
            leaf = _leaf_at(parts[part], name)
            own = (each.leaf.name for each in self.extension.items(parts[part]) if each.declared.name == name)
            return leaf.name if leaf is not None else next(own, None)
        outer, _, line = part.rpartition(".")  # a column of a line
        return self.concept_at(part) if outer in parts and line else None

    def compare(self, fact: Fact) -> None:
        """Facts that are one to XBRL must say one thing, wherever they are told."""
        for other in self.groups[(fact.period, fact.dimensions)].get(fact.concept, ()):
            pair = frozenset((id(fact), id(other)))
            differ = other.language == fact.language and (other.value, other.unit) != (fact.value, fact.unit)
            if differ and pair not in self.compared:
                self.compared.add(pair)
                self.wrong(
                    "fx:disagree",
                    f"{local_name(fact.concept)} is {_short(fact)} here, but {_short(other)} at {other.id or other.place}, "
                    "and both are the same fact; correct one",
                    fact, fact.id,
                )  # fmt: skip

    def refuse(self, code: str, message: str, fact: Fact, path: str) -> None:
        self.wrong(code, message, fact, path)
        self.refused.add(id(fact))

    def distinct(self, leaf: Leaf, facts: list[Fact], path: str) -> list[Fact]:
        """One fact, or one a language: repeated ones are told of, ones that disagree are refused."""
        if len(facts) == 1:
            return facts
        by_language: dict[str | None, Fact] = {}
        for fact in facts:
            known = by_language.setdefault(fact.language if leaf.codec is None else None, fact)
            if known is fact:
                continue
            if _says(known) == _says(fact):
                self.wrong(
                    "fx:duplicate", f"it is stated here again, the same as at {known.place or known.id}", fact, path
                )
            else:
                self.wrong(
                    "fx:disagree",
                    f"{local_name(fact.concept)} is {_short(fact)} here, but {_short(known)} at {known.place or known.id}; correct one",
                    fact,
                    path,
                )
                self.refused.update(id(each) for each in facts)
                return []
        chosen = list(by_language.values())
        if len(chosen) > 1 and any(fact.value is None for fact in chosen):
            self.wrong("fx:disagree", "it is nil in one place and has a text in another; correct one", chosen[0], path)
            self.refused.update(id(each) for each in facts)
            return []
        return chosen

    def nil(self, leaf: Leaf, fact: Fact) -> Any:
        sentences = [note for note in fact.notes if note.kind == "nothing"]
        if len(sentences) == 1 and leaf.nothing:
            return Nothing(**dict(sentences[0].readings))
        if sentences or fact.notes:
            raise ValueError("a disclosed nothing has one sentence, and only where the item can have one")
        if not leaf.dash:
            raise ValueError(
                "it is nil without the sentence that there is nothing to report" if leaf.nothing else "it cannot be nil"
            )
        return DASH

    def leftovers(self, taken: frozenset[int]) -> tuple[Fact, ...]:
        left = tuple(fact for fact in self.report.facts if id(fact) not in taken)
        known = _concepts(self.cls) | self.extension.names
        for fact in left:
            if id(fact) in self.refused:
                continue
            name = local_name(fact.concept)
            if fact.concept not in known:
                self.wrong(
                    "fx:unknownConcept", f"{name} is no item of this taxonomy; it is kept as it is", fact, fact.id
                )
            else:
                self.wrong(
                    "fx:unplaced",
                    f"{name} is not stated {_where(fact)} in this taxonomy, or what it belongs to is incomplete; it is kept as it is",
                    fact,
                    fact.id,
                )
        return left


def _says(fact: Fact) -> tuple[Any, ...]:
    return (fact.value, fact.decimals, fact.unit, fact.notes)


def _short(fact: Fact) -> str:
    if fact.value is None:
        return "nil"
    return repr(fact.value if len(fact.value) <= 40 else fact.value[:39] + "…")


def _where(fact: Fact) -> str:
    period = fact.period
    when = f"at {_day(period.end)}" if period.start is None else f"for {_day(period.start)} to {_day(period.end)}"
    members = ", ".join(
        f"{local_name(axis)} {local_name(member) if isinstance(member, str) else member.text}"
        for axis, member in fact.dimensions
    )
    return when + (f" under {members}" if members else "")


def _day(value: date | datetime) -> str:
    return value.isoformat()
