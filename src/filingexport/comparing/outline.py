"""A filing as an outline of what it says: parts, tables, fields, each with its label; what two filings are compared by.

One walk over the plan; the company's extension and facts without a place are outlined too. A node's children are made when
they are asked for, so that what two filings have in common costs no more than to be found equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Final, Literal

import attrs
from attrs import field

from filingexport.binding.extended import Extended, OwnTable, extended, line_of
from filingexport.binding.extended import cells as cells_of
from filingexport.binding.marks import marks
from filingexport.binding.plan import (
    ColumnLeaf,
    ExtensionField,
    KeptField,
    Leaf,
    ListLeaf,
    PartField,
    Plan,
    RowsField,
    plan,
)
from filingexport.declaring import frozen
from filingexport.model.extension import Extension
from filingexport.model.filing import Filing
from filingexport.model.item import Choice
from filingexport.model.meaning import NameOf
from filingexport.model.part import Own, OwnRow
from filingexport.model.values import Text, YearMonth
from filingexport.names import local_name
from filingexport.report import Fact, Note, TypedMember, Unit
from filingexport.said import Said, verbatim

_TOTAL: Final = Said("Total", "合計")
_OPENING: Final = Said("opening balance", "期首")
_FACTS: Final = Said("Facts without a place", "対応する箇所のない情報")
_EXTENSION: Final = Said("The company's own items", "会社独自の項目")
_OF_EXTENSION: Final[dict[str, Said]] = {
    "prefix": Said("Prefix", "接頭辞"),
    "namespace": Said("Namespace", "名前空間"),
    "date": Said("Date", "日付"),
    "items": Said("Items", "項目"),
    "arrangements": Said("Order", "配列"),
    "signs": Said("Signs", "符号"),
    "sums": Said("Sums", "合計"),
    "name": Said("Name", "名称"),
    "label": Said("Label", "ラベル"),
    "documentation": Said("Documentation", "説明"),
    "kind": Said("Kind", "種類"),
    "balance": Said("Balance", "貸借"),
    "instant": Said("At a moment", "時点"),
    "part": Said("Part", "部分"),
    "places": Said("Places", "箇所"),
    "after": Said("Stands after", "直前の項目"),
    "total": Said("Total", "合計項目"),
    "weight": Said("Weight", "加減"),
    "heading": Said("Heading", "見出し"),
    "negated": Said("Printed with the other sign", "逆符号で表示"),
    "narrower_than": Said("Narrower than", "上位の標準項目"),
    "wider_than": Said("Wider than", "下位の標準項目"),
    "fields": Said("Fields", "科目"),
}
_OF_FACT: Final[dict[str, Said]] = {
    "concept": Said("Concept", "要素"),
    "period": Said("Period", "期間"),
    "dimensions": Said("Dimensions", "軸・メンバー"),
    "unit": Said("Unit", "単位"),
    "language": Said("Language", "言語"),
    "value": Said("Value", "値"),
    "decimals": Said("Decimals", "精度"),
    "id": Said("Identifier", "識別子"),
    "notes": Said("Notes", "注記"),
}
_NAMING: Final = frozenset({"words", "code", "day", "month", "choice", "moment"})
"""The kinds of fields that a row without a name is told by."""


@frozen(eq=False)
class Node:
    """Something a filing says.

    key: its field, or the name of an own item; of a row its number. kind: "field" for one value. value: the object.
    title: what names a row among others. chapter: it begins a chapter. negated: a number is printed with the other sign.
    """

    key: str
    kind: Literal["field", "part", "rows"]
    label: Said
    value: Any
    path: str
    title: Said | None = None
    chapter: bool = False
    negated: bool = False
    _expand: Callable[[], list[Node]] = field(default=list)

    def children(self) -> list[Node]:
        """What it holds, in order; of a field nothing."""
        return self._expand()


def outline(filing: Filing) -> Node:
    """The root of the outline of this filing."""
    root = plan(Filing)
    maker = _Outline(extended(filing.extension))
    return Node("", "part", _said(root.info), filing, "", expand=lambda: list(maker.part(root, filing, "")))


def _said(label: Any) -> Said:
    return Said(label.en, label.ja)


def _below(path: str, key: str | int) -> str:
    return f"{path}.{key}" if path else str(key)


class _Outline:
    def __init__(self, extension: Extended) -> None:
        self.extension = extension

    def part(self, plan: Plan, value: Any, path: str) -> Iterator[Node]:
        for entry in plan.entries:
            inner = getattr(value, entry.attribute)
            if inner is None or inner == ():
                continue
            here = _below(path, entry.attribute)
            match entry:
                case Leaf():
                    leaf = self.extension.printed(entry, path, entry.attribute)
                    yield _field(leaf, inner, here)
                case PartField() if entry.line is not None:
                    leaf = self.extension.printed(entry.line, path, entry.attribute)
                    yield self.line(plan, entry, leaf, inner, path, entry.attribute)
                case PartField():
                    yield self.held(plan, entry, inner, here)
                case RowsField():
                    yield self.rows(entry, inner, here)
                case ListLeaf():
                    yield _list(entry, inner, here)
                case KeptField():
                    yield _facts(inner, here)
                case ExtensionField():
                    yield _of_extension(inner, here)
                case ColumnLeaf():
                    raise AssertionError(entry)
        yield from self.own(plan, value.own, path)

    def held(self, holder: Plan, entry: PartField, value: Any, path: str) -> Node:
        info = entry.plan.info
        label = _said(info)
        if entry.opening:
            label = Said(f"{label.en} ({_OPENING.en})", f"{label.ja}（{_OPENING.ja}）")
        elif entry.member is not None and _held_often(holder, entry.plan):
            member = entry.member.label
            label = Said(f"{label.en} ({member.en[:1].lower()}{member.en[1:]})", f"{label.ja}（{member.ja}）")
        return Node(
            entry.attribute, "part", label, value, path, chapter=info.role or info.file,
            expand=lambda: list(self.part(entry.plan, value, path)),
        )  # fmt: skip

    def rows(self, entry: RowsField, rows: tuple[Any, ...], path: str) -> Node:
        def made() -> list[Node]:
            return [self.row(entry.plan, row, number, path) for number, row in enumerate(rows, 1)]

        return Node(entry.attribute, "rows", Said(entry.rows.en, entry.rows.ja), rows, path, expand=made)

    def row(self, plan: Plan, value: Any, number: int, path: str) -> Node:
        here = _below(path, number)
        return Node(
            str(number), "part", _said(plan.info), value, here, title=_title(plan, value),
            expand=lambda: list(self.part(plan, value, here)),
        )  # fmt: skip

    def line(self, matrix: Plan, entry: PartField, leaf: Leaf, value: Any, holder: str, key: str) -> Node:
        """A line of a matrix; its fields are its columns."""
        here = _below(holder, key)

        def made() -> list[Node]:
            members = self.extension.members(matrix, holder)
            return [
                Node(
                    column.attribute, "field", self.column(column), cell, _below(here, column.attribute),
                    negated=leaf.concept.negated,
                )
                for column, cell in cells_of(entry, value, members)
            ]  # fmt: skip

        return Node(key, "part", _said(leaf.concept), value, here, expand=made)

    def column(self, column: ColumnLeaf) -> Said:
        if column.member is not None:
            return _said(column.member.label)
        own = self.extension.labels.get(column.attribute)
        return _said(own) if own is not None else _TOTAL

    def own(self, plan: Plan, values: tuple[Own, ...], path: str) -> Iterator[Node]:
        if not values:
            return
        items = {each.declared.name: each for each in self.extension.items(plan, path)}
        tables = {each.declared.name: each for each in self.extension.tables(plan, path)}
        for said in values:
            here = _below(path, said.item)
            if said.item in tables:
                yield self.table(tables[said.item], said.value, here)
            elif (item := items.get(said.item)) is None:  # what is not declared is shown by its name
                yield Node(said.item, "field", verbatim(said.item), said.value, here)
            elif (line := line_of(plan, item)) is not None and isinstance(said.value, line.plan.cls):
                yield self.line(plan, line, item.leaf, said.value, path, said.item)
            else:
                yield _field(item.leaf, said.value, here)

    def table(self, table: OwnTable, rows: tuple[OwnRow, ...], path: str) -> Node:
        leaves = {each.declared.name: each.leaf for each in table.columns}

        def row(number: int, value: OwnRow) -> Node:
            here = _below(path, number)
            cells = [_field(leaves[cell.item], cell.value, _below(here, cell.item)) for cell in value.own]
            first = next((_naming(each.value) for each in cells if _naming(each.value) is not None), None)
            return Node(str(number), "part", label, value, here, title=first, expand=lambda: cells)

        label = Said(table.field.rows.en, table.field.rows.ja)
        return Node(
            table.declared.name, "rows", label, rows, path, expand=lambda: [row(*each) for each in enumerate(rows, 1)]
        )


def _held_often(holder: Plan, held: Plan) -> bool:
    return sum(isinstance(each, PartField) and each.plan is held for each in holder.entries) > 1


def _field(leaf: Leaf, value: Any, path: str) -> Node:
    return Node(leaf.attribute, "field", _said(leaf.concept), value, path, negated=leaf.concept.negated)


def _list(entry: ListLeaf, values: tuple[Any, ...], path: str) -> Node:
    concept = entry.leaf.concept

    def made() -> list[Node]:
        return [
            Node(str(number), "field", _said(concept), value, _below(path, number), negated=concept.negated)
            for number, value in enumerate(values, 1)
        ]

    return Node(entry.attribute, "rows", Said(entry.rows.en, entry.rows.ja), values, path, expand=made)


def _title(plan: Plan, value: Any) -> Said | None:
    """What names a row: its name, its period, or the first field that names things."""
    named = marks(plan.cls)
    leaves = [each for each in plan.entries if isinstance(each, Leaf)]
    for leaf in leaves:
        if any(isinstance(each, NameOf) for each in named.get(leaf.attribute, ())):
            said = _naming(getattr(value, leaf.attribute))
            if said is not None:
                return said
    if plan.start is not None and plan.end is not None:
        return verbatim(f"{getattr(value, plan.start)} – {getattr(value, plan.end)}")
    for leaf in leaves:
        if leaf.concept.kind in _NAMING and (said := _naming(getattr(value, leaf.attribute))) is not None:
            return said
    return None


def _naming(value: Any) -> Said | None:
    match value:
        case Text():
            english = value.get("en") or value.readings[0][1]
            return Said(english, value.get("ja") or english)
        case Choice():
            return _said(value.label)
        case str() | date() | YearMonth():
            return verbatim(str(value))
    return None


# --- what the model does not declare ------------------------------------------------------------------------------


def _record(key: str, label: Said, value: Any, path: str, names: dict[str, Said], title: Said | None = None) -> Node:
    """An object of attrs whose fields are told by `names`; those that say nothing are left out."""

    def made() -> list[Node]:
        found = []
        for attribute in attrs.fields(type(value)):
            inner = getattr(value, attribute.name)
            if attribute.name not in names or inner is None or inner in ((), "", False):
                continue
            found.append(Node(attribute.name, "field", names[attribute.name], inner, _below(path, attribute.name)))
        return found

    return Node(key, "part", label, value, path, title=title, expand=made)


def _of_extension(extension: Extension, path: str) -> Node:
    def made() -> list[Node]:
        found = [
            Node(name, "field", _OF_EXTENSION[name], getattr(extension, name), _below(path, name))
            for name in ("prefix", "namespace", "date")
        ]
        for name in ("items", "arrangements", "signs", "sums"):
            if getattr(extension, name):
                found.append(_declarations(name, getattr(extension, name), _below(path, name)))
        return found

    return Node("extension", "part", _EXTENSION, extension, path, chapter=True, expand=made)


def _declarations(name: str, values: tuple[Any, ...], path: str) -> Node:
    label = _OF_EXTENSION[name]

    def made() -> list[Node]:
        return [
            _record(str(number), label, each, _below(path, number), _OF_EXTENSION, _declared(each))
            for number, each in enumerate(values, 1)
        ]

    return Node(name, "rows", label, values, path, expand=made)


def _declared(value: Any) -> Said:
    """What names a declaration: the item, or the part and what is said of it."""
    name = getattr(value, "name", "")
    if name:
        return verbatim(name)
    more = (getattr(value, "total", ""), getattr(value, "heading", ""), *getattr(value, "places", ()))
    return verbatim(" ".join(filter(None, (value.part, *more))))


@frozen
class _Told:
    """A fact in words, for comparison."""

    concept: str
    period: str
    dimensions: tuple[str, ...]
    unit: str
    language: str | None
    value: str | None
    decimals: int | None
    id: str
    notes: tuple[str, ...]


def _facts(facts: tuple[Fact, ...], path: str) -> Node:
    def made() -> list[Node]:
        return [
            _record(
                str(number), _FACTS, _told(each), _below(path, number), _OF_FACT, verbatim(local_name(each.concept))
            )
            for number, each in enumerate(facts, 1)
        ]

    return Node("unplaced", "rows", _FACTS, facts, path, chapter=True, expand=made)


def _told(fact: Fact) -> _Told:
    start, end = fact.period.start, fact.period.end
    return _Told(
        fact.concept,
        f"{end}" if start is None else f"{start} – {end}",
        tuple(f"{axis} = {_member(member)}" for axis, member in fact.dimensions),
        "" if fact.unit is None else _unit(fact.unit),
        fact.language,
        fact.value,
        fact.decimals,
        fact.id,
        tuple(_note(each) for each in fact.notes),
    )


def _member(member: str | TypedMember) -> str:
    if isinstance(member, TypedMember):
        return f"{member.element} {member.text!r}"
    return member


def _unit(unit: Unit) -> str:
    over = " / " + " × ".join(unit.denominators) if unit.denominators else ""
    return " × ".join(unit.numerators) + over


def _note(note: Note) -> str:
    return f"{note.kind}: " + "; ".join(f"{language}: {text}" for language, text in note.readings)
