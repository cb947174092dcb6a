"""Facts to rows, column by column: what is the same in many facts is worked out once and referred to by number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from datetime import date, datetime
from decimal import Context, Decimal, Inexact, InvalidOperation
from functools import cache
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
from attrs import frozen

from filingexport.binding.plan import Leaf, ListLeaf, PartField, Plan, RowsField, axis_name, member_name, plan
from filingexport.formats.xbrl.common import FOREVER
from filingexport.ingesting.columns import DIGITS_AFTER, DIGITS_BEFORE, FACTS, NUMBER, schema
from filingexport.model.filing import ConsolidatedOrNonConsolidated, Filing
from filingexport.names import FX, ISO4217, XBRLI, fx, local_name, namespace
from filingexport.report import Dimensions, Fact, Note, Period, Report, TypedMember, Unit

CONSOLIDATED_AXIS: Final = axis_name(ConsolidatedOrNonConsolidated)
_CONSOLIDATED: Final = {
    member_name(ConsolidatedOrNonConsolidated.CONSOLIDATED): True,
    member_name(ConsolidatedOrNonConsolidated.NON_CONSOLIDATED): False,
}
_PLAIN: Final = re.compile(rf"[+-]?[0-9]{{1,{DIGITS_BEFORE}}}(?:\.[0-9]{{1,{DIGITS_AFTER}}})?").fullmatch
_EXACT: Final = Context(prec=DIGITS_BEFORE + DIGITS_AFTER, traps=[Inexact, InvalidOperation])
_STEP: Final = Decimal(1).scaleb(-DIGITS_AFTER)
_NAME, _START, _END = fx("CompanyName"), fx("FiscalYearStartDate"), fx("FiscalYearEndDate")


@cache
def consolidated() -> frozenset[str]:
    """The items that are of the group where no member says otherwise: it is the default, and goes without saying."""
    found: set[str] = set()

    def collect(of: Plan) -> None:
        for entry in of.entries:
            leaf = entry.leaf if isinstance(entry, ListLeaf) else entry
            if isinstance(leaf, Leaf):
                found.add(leaf.name)
            elif isinstance(entry, PartField) and entry.line is not None:
                found.add(entry.line.name)
            elif isinstance(entry, (PartField, RowsField)):
                collect(entry.plan)

    for entry in plan(Filing).entries:
        if isinstance(entry, PartField) and entry.member is ConsolidatedOrNonConsolidated.CONSOLIDATED:
            collect(entry.plan)
    return frozenset(found)


@frozen
class Head:
    """What a report says of itself. year: that in which the fiscal year ends, 0 where nothing tells it."""

    company_en: str | None
    company_ja: str | None
    start: date | None
    end: date | None
    year: int


def head_of(report: Report) -> Head:
    """Company and fiscal year; of a filing that does not say the year, that of most of its periods."""
    names: dict[str | None, str | None] = {}
    start = end = None
    for fact in report.facts:
        if fact.concept == _NAME and not fact.dimensions:
            names.setdefault(fact.language, fact.value)
        elif fact.concept == _START:
            start = start or _day(fact.value)
        elif fact.concept == _END:
            end = end or _day(fact.value)
    if end is None:
        counted = Counter(fact.period for fact in report.facts if fact.period.start is not None)
        counted.pop(FOREVER, None)
        if counted:
            [(most, _)] = counted.most_common(1)
            start, end = _date(most.start), _date(most.end)
    return Head(names.get("en"), names.get("ja"), start, end, end.year if end else 0)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "").strip())
    except ValueError:
        return None


def _date(moment: date | datetime | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment


def number(text: str) -> str | None:
    """The number in a form that Arrow takes, if it is one and has a place in the column without rounding."""
    if _PLAIN(text):
        return text
    try:
        exact = _EXACT.quantize(Decimal(text.strip()), _STEP)
    except (InvalidOperation, Inexact):
        return None
    return format(exact, "f") if exact.is_finite() else None


def _named(name: str) -> str:
    return local_name(name) if namespace(name) in (FX, XBRLI, ISO4217) else name


def unit_text(unit: Unit) -> str:
    """A unit as people say it: ``JPY``, ``JPY/shares``; measures of other standards with their namespaces."""
    above = "*".join(map(_named, unit.numerators))
    return f"{above}/{'*'.join(map(_named, unit.denominators))}" if unit.denominators else above


def _note_rows(notes: tuple[Note, ...]) -> list[dict[str, str]]:
    return [
        {"kind": note.kind, "language": language, "text": text} for note in notes for language, text in note.readings
    ]


class _Numbered:
    """Values that stand in many rows, each once."""

    def __init__(self) -> None:
        self.numbers: dict[Hashable, int] = {}

    def of(self, value: Any) -> int:
        found = self.numbers.get(value)
        if found is None:
            found = self.numbers[value] = len(self.numbers)
        return found

    def all(self, values: list[Any]) -> list[int | None]:
        """The numbers of these values; of None, None."""
        numbers = self.numbers
        for value in dict.fromkeys(values):
            if value is not None and value not in numbers:
                numbers[value] = len(numbers)
        return list(map(numbers.get, values))

    def column(self, kind: pa.DataType, made: Callable[[Any], Any]) -> pa.Array:
        return pa.array([made(value) for value in self.numbers], kind)


_GATHERED: Final = pa.schema(
    [
        *((name, pa.int32()) for name in ("document", "number", "concept", "context", "unit", "language")),
        ("id", pa.string()),
        ("value", pa.string()),
        ("numeric", pa.string()),
        ("decimals", pa.int32()),
        ("notes", schema(FACTS).field("notes").type),
    ]
)
"""The columns of facts as they are gathered: what is the same in many by its number."""


class Rows:
    """The facts of many documents, in their order."""

    def __init__(self) -> None:
        self.documents = _Numbered()  # (file, digest, scheme, identifier)
        self.concepts = _Numbered()
        self.contexts = _Numbered()  # (period, dimensions, end of the fiscal year)
        self.units = _Numbered()
        self.languages = _Numbered()
        self.gathered: list[pa.RecordBatch] = []
        self.count = 0

    def __len__(self) -> int:
        return self.count

    def add(self, file: str, digest: str, report: Report, head: Head) -> None:
        """The facts of one document, which is not needed any more afterwards."""
        facts = report.facts
        entity = report.entity
        count = len(facts)
        document = self.documents.of((file, digest, entity.scheme, entity.identifier))
        columns: dict[str, Iterable[Any]] = {
            "document": [document] * count,
            "number": range(1, count + 1),
            "concept": self.concepts.all([fact.concept for fact in facts]),
            "context": self._contexts(facts, head),
            "unit": self.units.all([fact.unit for fact in facts]),
            "language": self.languages.all([fact.language for fact in facts]),
            "id": [fact.id or None for fact in facts],
            "value": [fact.value for fact in facts],
            "numeric": [None if fact.unit is None or fact.value is None else number(fact.value) for fact in facts],
            "decimals": [fact.decimals for fact in facts],
            "notes": [_note_rows(fact.notes) if fact.notes else None for fact in facts],
        }
        # At once in the compact form that Arrow has, so that the objects of one document make room for those of the next.
        self.gathered.append(
            pa.RecordBatch.from_arrays(
                [pa.array(columns[each.name], each.type) for each in _GATHERED], schema=_GATHERED
            )
        )
        self.count += count

    def _contexts(self, facts: tuple[Fact, ...], head: Head) -> list[int]:
        # Facts of one context mostly share the objects of its period and dimensions, which live as long as the report.
        keys = [(id(fact.period), id(fact.dimensions)) for fact in facts]
        seen = {
            key: self.contexts.of((fact.period, fact.dimensions, head.end))
            for key, fact in dict(zip(keys, facts, strict=True)).items()
        }
        return list(map(seen.__getitem__, keys))

    def table(self) -> pa.Table:
        """All rows, in the columns of the facts."""
        whole = pa.Table.from_batches(self.gathered, _GATHERED).combine_chunks()
        got = {name: _one(whole.column(name)) for name in _GATHERED.names}
        documents, contexts = got["document"], got["context"]
        concepts, units, languages = got["concept"], got["unit"], got["language"]
        said = [_context(*key) for key in self.contexts.numbers]  # type: ignore[misc]
        text = pa.string()

        def of_document(position: int) -> pa.Array:
            return _spread(self.documents.column(text, lambda key: key[position]), documents)

        def of_context(position: int, kind: pa.DataType) -> pa.Array:
            return pa.array([each[position] for each in said], kind).take(contexts)

        columns = {
            "file": of_document(0),
            "document": of_document(1),
            "number": got["number"],
            "id": got["id"],
            "entity_scheme": of_document(2),
            "entity": of_document(3),
            "concept": _spread(self.concepts.column(text, local_name), concepts),
            "namespace": _spread(self.concepts.column(text, namespace), concepts),
            "period_start": of_context(0, pa.date32()),
            "period_end": of_context(1, pa.date32()),
            "instant": of_context(2, pa.date32()),
            "period": _spread(pa.array([each[3] for each in said], text), contexts),
            "relative_year": of_context(4, pa.int8()),
            "consolidated": pc.coalesce(
                of_context(5, pa.bool_()),
                self.concepts.column(pa.bool_(), lambda concept: True if concept in consolidated() else None).take(
                    concepts
                ),
            ),
            "row": of_context(6, pa.int32()),
            "dimensions": of_context(7, pa.map_(text, text)),
            "unit": _spread(self.units.column(text, unit_text), units),
            "language": _spread(self.languages.column(text, lambda tag: tag), languages),
            "value": got["value"],
            "numeric": pc.cast(got["numeric"], NUMBER),
            "decimals": got["decimals"],
            "notes": got["notes"],
        }
        return pa.table({each.name: columns[each.name] for each in FACTS})


def _one(column: pa.ChunkedArray) -> pa.Array:
    return column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)


def _spread(values: pa.Array, indices: pa.Array) -> pa.Array:
    """The values of all rows, still each once: as they are written to Parquet too."""
    return pc.dictionary_encode(values).take(indices)


def _context(period: Period, dimensions: Dimensions, year_end: date | None) -> tuple[Any, ...]:
    start, end = _date(period.start), _date(period.end)
    assert end is not None
    forever = period == FOREVER
    rows = [member.text for _, member in dimensions if isinstance(member, TypedMember)]
    row = int(rows[0]) if len(rows) == 1 and rows[0] and re.fullmatch(r"[0-9]{1,9}", rows[0]) else None
    return (
        None if forever else start,
        None if forever or start is None else end,
        end if start is None else None,
        _period_text(period),
        None if forever else _relative(end, year_end),
        next((_CONSOLIDATED.get(str(member)) for axis, member in dimensions if axis == CONSOLIDATED_AXIS), None),
        row,
        [(_named(axis), _member_text(member)) for axis, member in dimensions],
    )


def _member_text(member: str | TypedMember) -> str | None:
    return member.text if isinstance(member, TypedMember) else _named(member)


def _period_text(period: Period) -> str:
    if period == FOREVER:
        return "forever"
    end = period.end.isoformat()
    return end if period.start is None else f"{period.start.isoformat()}/{end}"


def _relative(end: date, year_end: date | None) -> int | None:
    """Years from the end of the fiscal year; the end of a month is one in every year (a leap year's February)."""
    if year_end is None:
        return None
    same = (end.month, end.day) == (year_end.month, year_end.day)
    both_leap = end.month == year_end.month == 2 and {end.day, year_end.day} == {28, 29}
    years = end.year - year_end.year
    return years if (same or both_leap) and abs(years) < 100 else None
