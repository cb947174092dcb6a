"""From objects to facts: one walk over the plan, in the order of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from datetime import date
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, Final, Literal, TypeVar

from filingexport.binding.extended import Extended, OwnTable, cells, extended, line_of
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
    path_of_role,
    plan,
)
from filingexport.collector import collector_paused
from filingexport.findings import FilingError, Finding, finding
from filingexport.model.part import OwnRow
from filingexport.model.values import DASH, Nothing
from filingexport.report import Dimensions, Entity, Fact, Note, Period, Report, TypedMember
from filingexport.said import Said, say, told
from filingexport.unchecked import unchecked


@collector_paused()
def to_facts(filing: Any) -> Report:
    """The facts of this filing (an object of the model's root class).

    The id of a fact is the path of its field, with rows numbered from 1 and the language of text at the end:
    ``notice.proposals.2.title.en``. Raises FilingError, with all that is wrong, where an object cannot be said
    in facts: a value of another type, a part or row in which nothing is disclosed, a period that ends before it begins.
    """
    facts: list[Fact] = []
    kept = tell(filing, _fact, facts)
    if kept:
        taken = {fact.id for fact in facts}
        facts += [_with_free_id(fact, taken) for fact in kept]
    return Report(entity_of(filing), tuple(facts))


F = TypeVar("F")


def tell(filing: Any, make: Callable[..., F], made: list[F]) -> list[Fact]:
    """Add to `made` what `make` makes of each fact of this filing; returns the facts that the filing keeps as they are.

    make: takes what the constructor of `filingexport.report.Fact` takes. So a format that has no use for facts as objects
    writes them as they are told. Raises FilingError as `to_facts` does.
    """
    attribute = extension_attribute(filing.__class__)
    walk = _Walk(extended(getattr(filing, attribute) if attribute else None, filing.__class__), make, made)
    walk.part(plan(filing.__class__), filing, Scope(None, None, ()), "")
    if walk.findings:
        raise FilingError(walk.findings)
    return walk.kept


def entity_of(filing: Any) -> Entity:
    """The entity that this filing is about."""

    def get(role: Literal["entity_scheme", "entity_identifier"]) -> str:
        value = filing
        for attribute in path_of_role(filing.__class__, role):
            value = getattr(value, attribute)
        return str(value)

    return Entity(get("entity_scheme"), get("entity_identifier"))


def _with_free_id(fact: Fact, taken: set[str]) -> Fact:
    name, number = fact.id or ("kept" if fact.notes else ""), 1
    while name in taken:
        number += 1
        name = f"{fact.id or 'kept'}_{number}"
    if not name:
        return fact
    taken.add(name)
    if name == fact.id:
        return fact
    return Fact(
        fact.concept, fact.period, fact.dimensions, fact.unit, fact.language, fact.value, fact.decimals, name,
        fact.notes, fact.place,
    )  # fmt: skip


class _Walk:
    def __init__(self, extension: Extended, make: Callable[..., Any], facts: list[Any]) -> None:
        self.extension = extension
        self.make = make
        self.facts = facts
        self.kept: list[Fact] = []
        self.findings: list[Finding] = []

    def wrong(self, code: str, message: Said, path: str) -> None:
        self.findings.append(finding(code, message, path=path))

    def misplaced(self, value: Any, wanted: type, path: str) -> None:
        """A value is of another class than belongs here."""
        message = say(
            "a {found} stands where a {wanted} belongs",
            "{wanted}を記入する箇所に{found}があります。",
            found=type(value).__name__,
            wanted=wanted.__name__,
        )
        self.wrong("fx:type", message, path)

    def part(self, plan: Plan, value: Any, scope: Scope, path: str) -> None:
        if not isinstance(value, plan.cls):
            self.misplaced(value, plan.cls, path)
            return
        if plan.start is not None or plan.as_of is not None:
            narrowed = self.own_scope(plan, value, scope, path)
            if narrowed is None:
                return
            scope = narrowed
        duration, instant, dimensions = scope.duration, scope.instant, scope.dimensions
        prefix = f"{path}." if path else ""
        make, add = self.make, self.facts.append
        before = len(self.facts)
        for entry, inner in zip(plan.entries, _values(plan)(value), strict=True):
            if inner is None or (inner.__class__ is tuple and not inner):
                if isinstance(entry, (Leaf, PartField)) and entry.required:
                    message = say(
                        "every filing that has this part must have it", "この部分を記載する場合は必須の事項です。"
                    )
                    self.wrong("fx:missing", message, prefix + entry.attribute)
            elif isinstance(entry, Leaf):
                here, period = prefix + entry.attribute, instant if entry.instant else duration
                if entry.codec is None and inner.__class__ is entry.python and period is not None:
                    for language, text in inner.readings:  # type: ignore[attr-defined]  # most facts of most filings
                        add(make(entry.name, period, dimensions, None, language, text, None, f"{here}.{language}"))
                else:
                    self.leaf(entry, inner, period, dimensions, here)
            elif isinstance(entry, PartField):
                self.part_field(plan, entry, inner, scope, path)
            elif isinstance(entry, RowsField):
                here = prefix + entry.attribute
                for number, row in enumerate(inner, 1):
                    self.part(entry.plan, row, scope.under(_row(entry.axis, number)), f"{here}.{number}")
            elif isinstance(entry, ListLeaf):
                here = prefix + entry.attribute
                for number, each in enumerate(inner, 1):
                    self.leaf_in(scope.under(_row(entry.axis, number)), entry.leaf, each, f"{here}.{number}")
            elif isinstance(entry, KeptField):
                self.kept.extend(inner)
            elif isinstance(entry, ColumnLeaf):
                self.wrong(
                    "fx:type",
                    say("a matrix's row stands outside a line", "マトリクスの行が、行の項目の外にあります。"),
                    prefix + entry.attribute,
                )
        if own := getattr(value, "own", ()):  # a filing is any tree of declared parts, not always of `Part`
            self.own(plan, own, scope, path)
        if len(self.facts) == before and path and not self.findings:
            self.wrong(
                "fx:empty",
                say(
                    "nothing is disclosed in it; use None, or leave the row out",
                    "内容がありません。開示しない場合はNoneとするか、行を削除してください。",
                ),
                path,
            )

    def own(self, plan: Plan, own: tuple[Any, ...], scope: Scope, path: str) -> None:
        """The company's own items and tables."""
        items = {each.declared.name: each for each in self.extension.items(plan, path)}
        tables = {each.declared.name: each for each in self.extension.tables(plan, path)}
        for each, here in self.each_once(own, items.keys() | tables.keys(), plan.cls.__name__, path):
            if (table := tables.get(each.item)) is not None:
                self.table(table, each.value, scope, here)
                continue
            item = items[each.item]
            if (line := line_of(plan, item)) is None:
                self.leaf_in(scope, item.leaf, each.value, here)
            elif not isinstance(each.value, line.plan.cls):
                self.misplaced(each.value, line.plan.cls, here)
            else:
                self.line(plan, line, item.leaf, each.value, scope, path, each.item)

    def each_once(self, own: tuple[Any, ...], declared: Set[str], where: str, path: str) -> Iterator[tuple[Any, str]]:
        """The values that stand here with their paths; what is not declared, stands twice or is empty is told."""
        said: set[str] = set()
        for each in own:
            here = f"{path}.{each.item}" if path else each.item
            if each.item not in declared:
                self.wrong(
                    "fx:extension",
                    say(
                        "the extension declares no {item} in {where}",
                        "{where}について、独自項目{item}は定義されていません。",
                        item=each.item,
                        where=where,
                    ),
                    here,
                )
            elif each.item in said:
                self.wrong(
                    "fx:extension",
                    say("{item} stands here twice", "{item}がここに二度あります。", item=each.item),
                    here,
                )
            elif each.value is None or each.value == ():
                self.wrong(
                    "fx:empty",
                    say(
                        "nothing is disclosed in it; leave it out",
                        "内容がありません。記載しない場合は削除してください。",
                    ),
                    here,
                )
            else:
                yield each, here
            said.add(each.item)

    def table(self, table: OwnTable, rows: Any, scope: Scope, path: str) -> None:
        """The rows of a table of the company's own."""
        if not isinstance(rows, tuple) or not all(isinstance(row, OwnRow) for row in rows):
            self.wrong(
                "fx:type",
                say(
                    "the rows of {table} belong here, each an OwnRow",
                    "ここには{table}の行（それぞれOwnRow）を記入してください。",
                    table=table.declared.name,
                ),
                path,
            )
            return
        columns = {each.declared.name: each.leaf for each in table.columns}
        for number, row in enumerate(rows, 1):
            inner, here = scope.under(_row(table.axis, number)), f"{path}.{number}"
            before = len(self.facts)
            for each, cell in self.each_once(row.own, columns.keys(), table.declared.name, here):
                self.leaf_in(inner, columns[each.item], each.value, cell)
            if len(self.facts) == before and not self.findings:
                self.wrong(
                    "fx:empty",
                    say("nothing is disclosed in it; leave the row out", "内容がありません。行を削除してください。"),
                    here,
                )

    def line(
        self, plan: Plan, entry: PartField, leaf: Leaf, value: Any, scope: Scope, path: str, attribute: str
    ) -> None:
        """A line of a matrix: an amount a column, of the standard columns and those that the extension adds."""
        here = f"{path}.{attribute}" if path else attribute
        before = len(self.facts)
        for column, cell in cells(entry, value):
            self.leaf_in(scope.under(column.pair), leaf, cell, f"{here}.{column.attribute}")
        if own := getattr(value, "own", ()):
            members = {each.attribute: each.pair for each in self.extension.members(plan, path)}
            for each, cell_path in self.each_once(own, members.keys(), plan.cls.__name__, here):
                self.leaf_in(scope.under(members[each.item]), leaf, each.value, cell_path)
        if len(self.facts) == before and not self.findings:
            self.wrong(
                "fx:empty",
                say(
                    "no amount stands in this line; leave it out",
                    "この行に金額がありません。記載しない場合は削除してください。",
                ),
                here,
            )

    def own_scope(self, plan: Plan, value: Any, scope: Scope, path: str) -> Scope | None:
        if plan.start is not None and plan.end is not None:
            start, end = getattr(value, plan.start), getattr(value, plan.end)
            if not isinstance(start, date) or not isinstance(end, date):
                self.wrong(
                    "fx:type",
                    say(
                        "its period needs a first and a last day, both dates",
                        "期間には初日と末日（どちらも日付）が必要です。",
                    ),
                    path,
                )
                return None
            if start > end:
                self.wrong(
                    "fx:period",
                    say(
                        "its period begins on {start}, after it ends on {end}",
                        "期間の初日{start}が末日{end}より後になっています。",
                        start=start,
                        end=end,
                    ),
                    path,
                )
                return None
            scope = scope.over(start, end)
        if plan.as_of is not None and (moment := getattr(value, plan.as_of)) is not None:
            if not isinstance(moment, date):
                self.wrong(
                    "fx:type", say("{field} needs a date", "{field}には日付が必要です。", field=plan.as_of), path
                )
                return None
            scope = scope.at(moment)
        return scope

    def part_field(self, plan: Plan, entry: PartField, value: Any, scope: Scope, holder: str) -> None:
        path = f"{holder}.{entry.attribute}" if holder else entry.attribute
        inner = scope.under(entry.pair)
        if entry.opening:
            try:
                inner = inner.opening()
            except (ValueError, OverflowError) as error:
                self.wrong("fx:period", told(error), path)
                return
        if entry.line is None:
            self.part(entry.plan, value, inner, path)
        elif not isinstance(value, entry.plan.cls):
            self.misplaced(value, entry.plan.cls, path)
        else:
            self.line(plan, entry, entry.line, value, inner, holder, entry.attribute)

    def leaf_in(self, scope: Scope, leaf: Leaf, value: Any, path: str) -> None:
        self.leaf(leaf, value, scope.instant if leaf.instant else scope.duration, scope.dimensions, path)

    def leaf(self, leaf: Leaf, value: Any, period: Period | None, dimensions: Dimensions, path: str) -> None:
        if period is None:
            self.wrong(
                "fx:period",
                say(
                    "only a moment is known here, and this is over a period",
                    "期間についての項目ですが、ここでは時点しか分かりません。",
                ),
                path,
            )
        elif type(value) is leaf.python:  # exactly: a datetime is a date too, and would lose its time
            if leaf.codec is None:
                readings: tuple[tuple[str, str], ...] = value.readings  # type: ignore[attr-defined]
                for language, text in readings:
                    self.facts.append(
                        self.make(leaf.name, period, dimensions, None, language, text, None, f"{path}.{language}")
                    )
                return
            try:
                text, unit, decimals, notes = leaf.codec.encode(value)
            except ValueError as error:
                self.wrong("fx:value", told(error), path)
                return
            self.facts.append(self.make(leaf.name, period, dimensions, unit, None, text, decimals, path, notes))
        elif isinstance(value, Nothing):
            if leaf.nothing:
                self.nil(leaf, (Note("nothing", value.readings),), period, dimensions, path)
            else:
                self.wrong(
                    "fx:type",
                    say("there is no way to disclose nothing here", "この項目では「該当なし」を開示できません。"),
                    path,
                )
        elif value is DASH:
            if leaf.dash:
                self.nil(leaf, (), period, dimensions, path)
            else:
                self.wrong("fx:type", say("a dash has no meaning here", "この項目では「-」は使えません。"), path)
        else:
            self.misplaced(value, leaf.python, path)

    def nil(self, leaf: Leaf, notes: tuple[Note, ...], period: Period, dimensions: Dimensions, path: str) -> None:
        unit = leaf.codec.nil_unit if leaf.codec is not None else None
        self.facts.append(self.make(leaf.name, period, dimensions, unit, None, None, None, path, notes))


_fact: Final = unchecked(Fact)


@cache
def _values(plan: Plan) -> Callable[[Any], tuple[Any, ...]]:
    """What takes the values of a part's fields, in the order of its entries."""
    names = [entry.attribute for entry in plan.entries]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


@lru_cache(maxsize=10_000)
def _row(axis: str, number: int) -> tuple[str, TypedMember]:
    """The axis of a table and a row of it; the same object each time, so that a writer has met it."""
    return axis, TypedMember(ROW_ELEMENT, str(number))
