"""Shape: tables. A cell for every row, a unit for every column, a heading over the right one, no row twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from types import NoneType
from typing import Any, Final

from filingexport.binding.marks import marks
from filingexport.binding.plan import Leaf, ListLeaf, PartField, Plan, RowsField
from filingexport.checks.context import NUMBERS, At, Context
from filingexport.checks.fields import getter, standard_columns
from filingexport.checks.memory import remembered
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.checks.texts import in_fields
from filingexport.declaring import frozen
from filingexport.findings import Severity
from filingexport.model.item import LOCALIZED, NUMERIC, Concept
from filingexport.model.meaning import NameOf
from filingexport.model.values import DASH, Money, Number, Ratio, Shares, Text
from filingexport.said import Said, say, verbatim

_FEW: Final = 2
"""So many other rows must have the cell, before its absence in one is a blank."""


@frozen(eq=False)
class _Leaves:
    """Fields of a class that hold one value, and a getter of them."""

    attributes: tuple[str, ...]
    values: Callable[[Any], tuple[Any, ...]]


@cache
def _leaves(plan: Plan) -> _Leaves:
    names = tuple(each.attribute for each in plan.entries if isinstance(each, Leaf))
    return _Leaves(names, getter(names))


@cache
def _numeric(plan: Plan) -> _Leaves:
    names = tuple(
        each.attribute for each in plan.entries if isinstance(each, Leaf) and each.concept.kind in NUMERIC
    )  # fmt: skip
    return _Leaves(names, getter(names))


def _cells(at: At) -> dict[str, Any]:
    """The numeric cells of a row that hold something, a dash too."""
    cells = _numeric(at.plan)
    values = cells.values(at.value)
    return {name: value for name, value in zip(cells.attributes, values, strict=True) if value is not None}


def _label(at: At, attribute: str) -> Said:
    concept = _concept(at, attribute)
    return Said(concept.en, concept.ja)


def _concept(at: At, attribute: str) -> Concept:
    entry = next(each for each in at.plan.entries if each.attribute == attribute)
    if isinstance(entry, ListLeaf):
        return entry.leaf.concept
    assert isinstance(entry, Leaf)
    return entry.concept


def _row_name(at: At) -> Said:
    """What a row or a group of cells is called: its member, its name, the first of its texts, else its number."""
    return _text_name(at) or _numbered(at)


def _numbered(at: At) -> Said:
    return Said(f"row {at.row}", f"{at.row}行目")


def _text_name(at: At) -> Said | None:
    if isinstance(at.entry, PartField) and at.entry.member is not None:
        label = at.entry.member.label
        return Said(label.en, label.ja)
    for attribute in _may_name(at.plan):
        value = getattr(at.value, attribute, None)
        if isinstance(value, Text):
            readings = dict(value.readings)
            english = readings.get("en", str(value))
            return Said(english, readings.get("ja", english))
    return None


@cache
def _may_name(plan: Plan) -> tuple[str, ...]:
    """The fields of a class that may be texts, its name first."""
    texts = [each.attribute for each in plan.entries if isinstance(each, Leaf) and each.concept.kind in LOCALIZED]
    return ("name", *texts) if "name" in texts else tuple(texts)


@rule(
    "fx.shape.blankCell",
    Kind.SHAPE,
    Severity.WARNING,
    title=Said("A cell is blank where a figure or a dash belongs", "数値又は「－」の記載漏れ"),
    why=Said(
        "A blank may be nothing, unknown or forgotten; a dash says that there is nothing.",
        "空欄は該当なしか記載漏れか判別できません。該当がない場合は「－」を記載します。",
    ),
    todo=Said("Fill in the figure, or a dash.", "数値又は「－」を記載してください。"),
    basis=Standard.PRACTICE,
)
def blank_cell(context: Context) -> Iterator[Found]:
    """Cells that all other rows like this one have; and blanks in a group of cells that is dashed and filled in its sister."""
    for rows in context.tables.values():
        if len(rows) > _FEW:
            yield from _unlike_the_others(rows)
    for parts in context.by_class.values():
        if not _numeric(parts[0].plan).attributes:
            continue
        groups: dict[str, list[At]] = {}
        for at in parts:
            if at.parent is not None and at.parent.row is not None and isinstance(at.entry, PartField):
                groups.setdefault(_ROW.sub("", at.path), []).append(at)
        for sisters in groups.values():
            yield from _unlike_the_sister(sisters)


_ROW: Final = re.compile(r"\.\d+\b")


def _unlike_the_others(rows: list[At]) -> Iterator[Found]:
    leaves = _leaves(rows[0].plan)
    alike: dict[tuple[type, ...], list[At]] = {}
    for at in rows:
        alike.setdefault(tuple(map(type, leaves.values(at.value))), []).append(at)
    if len(alike) < 2:
        return
    signatures: dict[frozenset[str], list[At]] = {}  # by the fields that hold something
    for types, same in alike.items():
        filled = (name for name, each in zip(leaves.attributes, types, strict=True) if each is not NoneType)
        signatures.setdefault(frozenset(filled), []).extend(same)
    for signature, same in signatures.items():
        if len(same) != 1:
            continue
        one_more = (signature | {name} for name in leaves.attributes if name not in signature)
        fuller = [(other, signatures[other]) for other in one_more if other in signatures]
        if len(fuller) == 1 and len(fuller[0][1]) >= _FEW:
            (missing,) = fuller[0][0] - signature
            if missing in _cells(fuller[0][1][0]):
                yield _blank(same[0], missing, fuller[0][1][0])


def _unlike_the_sister(sisters: list[At]) -> Iterator[Found]:
    if len(sisters) < 2:
        return
    first: dict[tuple[str, ...], At] = {}  # of those in which the same cells hold something
    dashed: list[tuple[At, tuple[str, ...]]] = []
    for at in sisters:
        cells = _cells(at)
        names = tuple(cells)
        first.setdefault(names, at)
        if any(value is DASH for value in cells.values()):
            dashed.append((at, names))
    fuller: dict[tuple[str, ...], tuple[str, ...] | None] = {}
    for at, names in dashed:
        if names not in fuller:
            fuller[names] = next((other for other in first if set(names) < set(other)), None)
        more = fuller[names]
        if more is not None:
            yield from (_blank(at, missing, first[more]) for missing in more if missing not in names)


def _blank(at: At, attribute: str, like: At) -> Found:
    return Found(
        at.sub(attribute),
        say(
            "{label} is blank in {row}, and filled in in the rows beside it",
            "{row}の{label}が空欄ですが、他の行には記載があります",
            label=_label(at, attribute),
            row=_row_name(at),
        ),
        expected=Said("a figure or a dash", "数値又は「－」"),
        others=(like.sub(attribute),),
    )


@rule(
    "fx.shape.blankInMatrix",
    Kind.SHAPE,
    Severity.WARNING,
    title=Said("A matrix has a blank among its dashes", "株主資本等変動計算書の空欄"),
    why=Said(
        "Where every empty cell has a dash, a blank one was forgotten.",
        "該当のない欄に「－」を記載している表で、空欄は記載漏れと思われます。",
    ),
    todo=Said("Fill in the amount, or a dash.", "金額又は「－」を記載してください。"),
    basis=Standard.PRACTICE,
)
def blank_in_matrix(context: Context) -> Iterator[Found]:
    """In a matrix with dashes: the columns that all other lines have."""
    for parts in context.by_class.values():
        lines = _lines(parts[0].plan)
        for at in parts if len(lines) > _FEW else ():
            yield from _blank_among_dashes(at, lines)


@cache
def _lines(plan: Plan) -> tuple[PartField, ...]:
    return tuple(entry for entry in plan.entries if isinstance(entry, PartField) and entry.line is not None)


def _blank_among_dashes(at: At, lines: tuple[PartField, ...]) -> Iterator[Found]:
    given = {entry.attribute: line for entry in lines if (line := getattr(at.value, entry.attribute)) is not None}
    if len(given) <= _FEW:
        return
    columns: dict[str, list[str]] = {}
    dashes = 0
    names = standard_columns(lines[0])
    for attribute, line in given.items():
        for column in names:
            cell = getattr(line, column.attribute)
            if cell is not None:
                columns.setdefault(column.attribute, []).append(attribute)
                dashes += cell is DASH
    for column_name, filled in columns.items() if dashes else ():
        missing = [attribute for attribute in given if attribute not in filled]
        if len(missing) == 1 and len(filled) >= len(given) - 1:
            yield Found(
                f"{at.sub(missing[0])}.{column_name}",
                say(
                    "{line}: the column {column} is blank, and filled in in all other lines",
                    "{line}の{column}の欄が空欄ですが、他の行には全て記載があります",
                    line=verbatim(missing[0].replace("_", " ")),
                    column=verbatim(column_name.replace("_", " ")),
                ),
                expected=Said("an amount or a dash", "金額又は「－」"),
                others=(f"{at.sub(filled[0])}.{column_name}",),
            )


@rule(
    "fx.shape.unitInColumn",
    Kind.SHAPE,
    Severity.NOTE,
    title=Said("The unit changes inside a column", "列内の単位の相違"),
    why=Said(
        "Who reads down a column reads all of it in one unit.",
        "同一の列の数値は同一の単位で読まれます。",
    ),
    todo=Said(
        "Tell the amount in the column's unit, or print its unit clearly beside it.",
        "列の単位に合わせるか、単位を明記してください。",
    ),
    basis=Standard.PRACTICE,
)
def unit_in_column(context: Context) -> Iterator[Found]:
    """Columns of a table: the currency, the scale and, of ratios and shares, the places of the rows that differ from most."""
    for rows in context.tables.values():
        if len(rows) <= _FEW or not _differ(rows):
            continue
        columns: dict[str, list[tuple[At, Number]]] = {}
        for at in rows:
            for attribute, value in _cells(at).items():
                if isinstance(value, NUMBERS):
                    columns.setdefault(attribute, []).append((at, value))
        for attribute, cells in columns.items():
            yield from _odd_units(attribute, cells)


def _differ(rows: list[At]) -> bool:
    """Whether there are two units in a column."""
    values = _numeric(rows[0].plan).values
    for column in zip(*[values(at.value) for at in rows], strict=True):
        if len({_unit_of(each) for each in column if isinstance(each, NUMBERS)}) > 1:
            return True
    return False


def _odd_units(attribute: str, cells: list[tuple[At, Number]]) -> Iterator[Found]:
    if len(cells) < _FEW + 1:
        return
    units: dict[tuple[str, int | None], list[tuple[At, Number]]] = {}
    for at, value in cells:
        units.setdefault(_unit_of(value), []).append((at, value))
    if len(units) < 2:
        return
    usual, most = max(units.items(), key=lambda each: len(each[1]))
    for unit, odd in units.items():
        if unit == usual or len(odd) * 3 > len(cells):
            continue
        for at, value in odd:
            if value.amount == 0:
                continue
            money = isinstance(value, Money)
            yield Found(
                at.sub(attribute),
                say(
                    "{label} of {row} is in {unit}; the column is in {usual}",
                    "{row}の{label}は{unit}で記載されていますが、列の他の数値は{usual}です",
                    label=_label(at, attribute),
                    row=_row_name(at),
                    unit=_said_unit(unit, money),
                    usual=_said_unit(usual, money),
                ),
                severity=Severity.WARNING if money and unit[0] == usual[0] else None,
                others=(most[0][0].sub(attribute),),
            )


def _unit_of(value: Number) -> tuple[str, int | None]:
    if isinstance(value, Money):
        return value.currency, value.decimals
    if isinstance(value, (Ratio, Shares)):
        return "", value.decimals
    return "", None


def _said_unit(unit: tuple[str, int | None], money: bool) -> Said:
    currency, decimals = unit
    if not money:
        places = max(0, (decimals or 0) - 2) if decimals is not None and decimals > 1 else max(0, decimals or 0)
        return Said(f"{places} decimal places", f"小数点以下{places}桁")
    scale = {-3: (" thousands", "千"), -6: (" millions", "百万"), -9: (" billions", "十億")}.get(
        decimals or 0, ("", "")
    )
    return Said(f"{currency}{scale[0]}", f"{scale[1]}{'円' if currency == 'JPY' else currency}")


_KEYS_OF_FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "location": ("address", "location", "site", "所在地", "住所", "場所"),
    "kind": ("function", "kind", "type", "category", "区分", "機能", "種類", "名称"),
    "company": ("name", "company", "会社", "名称"),
    "name": ("name", "company", "氏名", "名称", "会社"),
}
"""Words that head a column, by the field that it holds."""


@rule(
    "fx.shape.columnHeadings",
    Kind.SHAPE,
    Severity.WARNING,
    title=Said("Columns are headed with each other's headings", "列見出しの入れ違い"),
    why=Said(
        "Under a heading of another column each value says something else.",
        "見出しが入れ違うと、各欄の意味が異なって理解されます。",
    ),
    todo=Said("Put each heading over its column.", "見出しを正しい列に付してください。"),
    basis=Standard.CONSISTENCY,
)
def column_headings(context: Context) -> Iterator[Found]:
    """Headings of a table's columns against the fields of its rows, in their order."""
    for parts in context.by_class.values():
        headed = _headed(parts[0].plan)
        for at, (entry, rows) in ((at, each) for at in parts for each in headed) if headed else ():
            headings = getattr(at.value, entry.attribute)
            fields = [each.attribute for each in rows.plan.entries if isinstance(each, Leaf)]
            for number, (heading, attribute) in enumerate(zip(headings, fields, strict=False), 1):
                for _, text in heading.readings:
                    owner = _owner(text, attribute, fields)
                    if owner is not None:
                        yield Found(
                            f"{at.sub(entry.attribute)}.{number}",
                            say(
                                "“{heading}” stands over {here}; it belongs over {there}",
                                "「{heading}」の見出しの列に{here}が記載されています。{there}の見出しと思われます",
                                heading=text,
                                here=_field_label(rows, attribute),
                                there=_field_label(rows, owner),
                            ),
                            verbatim(text),
                        )


@cache
def _headed(plan: Plan) -> tuple[tuple[ListLeaf, RowsField], ...]:
    """The headings of a table's columns in a class, and the table."""
    tables = {f"{each.attribute}_columns": each for each in plan.entries if isinstance(each, RowsField)}
    headings = (each for each in plan.entries if isinstance(each, ListLeaf) and each.attribute in tables)
    return tuple((each, tables[each.attribute]) for each in headings)


def _owner(text: str, attribute: str, fields: list[str]) -> str | None:
    """The field that a heading speaks of, where it is another than the one below it."""
    lower = text.lower()
    if any(key in lower for key in _KEYS_OF_FIELDS.get(attribute, ())):
        return None
    for other in fields:
        if other != attribute and any(key in lower for key in _KEYS_OF_FIELDS.get(other, ())):
            return other if attribute in _KEYS_OF_FIELDS else None
    return None


def _field_label(rows: RowsField, attribute: str) -> Said:
    leaf = next(each for each in rows.plan.entries if each.attribute == attribute)
    assert isinstance(leaf, Leaf)
    return Said(leaf.concept.en.lower(), leaf.concept.ja)


@rule(
    "fx.shape.duplicateRow",
    Kind.SHAPE,
    Severity.ERROR,
    title=Said("A row stands twice in a table", "行の重複"),
    why=Said(
        "One of the two is counted twice, or should be another.",
        "二重に計上されているか、いずれかが他の者・項目の誤りです。",
    ),
    todo=Said("Take one out, or correct it.", "一方を削除し、又は訂正してください。"),
    basis=Standard.CONSISTENCY,
)
def duplicate_row(context: Context) -> Iterator[Found]:
    """Rows that are equal in all, and rows of one person or company under the same heading of the table."""
    for rows in context.tables.values():
        if len(rows) < 2:
            continue
        whole = _Seen(rows[0].plan)
        named: dict[Any, At] = {}
        told: dict[int, Said | None] = {}  # rows that are equal are called the same, but for their numbers
        identity = _identity(rows[0].plan)
        for at in rows:
            first = whole.first(at)
            if first is not at:
                if first.number not in told:
                    told[first.number] = _text_name(first)
                yield _twice(at, first, told[first.number] or _numbered(at), None)
                continue
            if identity is not None:
                key = (str(at.value.name), *map(str, identity(at.value)))
                first = named.setdefault(key, at)
                if first is not at:
                    yield _twice(at, first, _row_name(at), Severity.WARNING)


class _Seen:
    """The rows of a table that differ from one another.

    Two that are equal have the same name, and few that are not have: of those, not of all, everything is compared.
    """

    def __init__(self, plan: Plan) -> None:
        self._name = next(iter(_may_name(plan)), None)
        self._named: dict[Any, list[At]] = {}
        self._of_many: dict[Any, At] = {}

    def first(self, at: At) -> At:
        """The first row that is equal to this, which may be itself."""
        name = None if self._name is None else getattr(at.value, self._name)
        known = self._named.setdefault(getattr(name, "readings", None), [])
        for each in known:
            if each.value == at.value:
                return each
        if len(known) == _MOST_OF_A_NAME:
            return self._of_many.setdefault(at.value, at)
        known.append(at)
        return at


_MOST_OF_A_NAME: Final = 4
"""Rows that are compared one by one: where more have one name, a hash is worth while."""


@cache
def _identity(plan: Plan) -> Callable[[Any], tuple[Any, ...]] | None:
    """Of a row that is about a person or a company: what else than the name tells two rows of one apart."""
    said = marks(plan.cls)
    names = [attribute for attribute, found in said.items() if any(isinstance(each, NameOf) for each in found)]
    if names != ["name"]:
        return None
    return getter(
        [
            entry.attribute
            for entry in plan.entries
            if isinstance(entry, Leaf) and entry.concept.kind in ("choice", "day", "month")
        ]
    )


def _twice(at: At, first: At, name: Said, severity: Severity | None) -> Found:
    message = Said(
        f"{name.en} stands here and in row {first.row} of the same table",
        f"{name.ja or name.en}は同じ表の{first.row}行目にも記載されています",
    )
    return Found(at.path, message, name, None, severity, (first.path,))


@rule(
    "fx.shape.sisterHeadings",
    Kind.SHAPE,
    Severity.NOTE,
    title=Said("Headings of one kind are written in different ways", "同種の見出しの表記の不統一"),
    why=Said(
        "Sister headings differ in what they name, not in how they are written.",
        "同種の見出しは、対象以外の表記を統一すべきです。",
    ),
    todo=Said("Write them in one way.", "表記を統一してください。"),
    basis=Standard.PRACTICE,
)
def sister_headings(context: Context) -> Iterator[Found]:
    """Texts of one column, captions of opening and closing balances, notes on units: equal but for capitals and blanks."""
    groups: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for passage in in_fields(context, _is_heading):
        if not passage.nothing and not passage.note and passage.language == "en":
            shape = _shape(passage.text)
            groups.setdefault(("", shape), []).append((passage.text, passage.path))
    for (_, _), texts in groups.items():
        ways: dict[str, list[str]] = {}
        for text, path in texts:
            ways.setdefault(_written(text), []).append(path)
        if len(ways) < 2:
            continue
        usual = max(ways, key=lambda way: len(ways[way]))
        by_path = {path: text for text, path in texts}
        for way, paths in ways.items():
            if way != usual:
                yield Found(
                    paths[0],
                    say(
                        "“{printed}” is written “{usual}” in its sister",
                        "「{printed}」は同種の見出しでは「{usual}」のように表記されています",
                        printed=by_path[paths[0]],
                        usual=by_path[ways[usual][0]],
                    ),
                    verbatim(by_path[paths[0]]),
                    verbatim(by_path[ways[usual][0]]),
                    others=(ways[usual][0], *paths[1:3]),
                )


def _is_heading(attribute: str) -> bool:
    return attribute in ("heading", "unit_note") or attribute.endswith(("_caption", "_heading"))


_NUMBERS: Final = re.compile(r"\d+(?:st|nd|rd|th)?")
_MONTHS: Final = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b", re.IGNORECASE
)


@remembered
def _shape(text: str) -> str:
    return re.sub(r"\s+", "", _NUMBERS.sub("#", _MONTHS.sub("M", text))).casefold()


@remembered
def _written(text: str) -> str:
    months = _MONTHS.sub(lambda match: "MONTH" if match[0].isupper() else "Month", text)
    return re.sub(r"\s+", " ", _NUMBERS.sub("#", months))
