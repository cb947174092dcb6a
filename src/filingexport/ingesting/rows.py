"""Facts to rows, column by column: what is the same in many facts is worked out once and referred to by number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Context, Decimal, Inexact, InvalidOperation
from functools import lru_cache
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
from attrs import frozen

from filingexport.formats.xbrl.columns import Columns, Kind
from filingexport.formats.xbrl.common import FOREVER
from filingexport.ingesting.columns import DIGITS_AFTER, DIGITS_BEFORE, FACTS, NUMBER, schema
from filingexport.ingesting.desk import Group
from filingexport.names import FX, ISO4217, XBRLI, fx, local_name, namespace
from filingexport.report import Dimensions, Note, Period, Report, TypedMember, Unit

_PLAIN: Final = rf"[+-]?[0-9]{{1,{DIGITS_BEFORE}}}(?:\.[0-9]{{1,{DIGITS_AFTER}}})?"
_IS_PLAIN: Final = re.compile(_PLAIN).fullmatch
_EXACT: Final = Context(prec=DIGITS_BEFORE + DIGITS_AFTER, traps=[Inexact, InvalidOperation])
_STEP: Final = Decimal(1).scaleb(-DIGITS_AFTER)
_NAME, _START, _END = fx("CompanyName"), fx("FiscalYearStartDate"), fx("FiscalYearEndDate")
_OF_HEAD: Final = frozenset({_NAME, _START, _END})


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
    facts = report.facts
    named = ((fact.concept, fact.dimensions, fact.language, fact.value) for fact in facts if fact.concept in _OF_HEAD)
    return _head(named, lambda: [fact.period for fact in facts])


def head_of_columns(columns: Columns) -> Head:
    """The same, from columns."""
    codes = [code for code, concept in columns.named.items() if concept in _OF_HEAD]
    places = sorted(at for code in codes for at in _all_places(columns.concepts, code))
    named = (
        (
            columns.named[columns.concepts[at]],
            columns.placed[columns.contexts[at]][1],
            columns.said[columns.kinds[at]].language,
            None if columns.said[columns.kinds[at]].nil else columns.values[at].decode(),
        )
        for at in places
    )
    return _head(named, lambda: [columns.placed[code][0] for code in columns.contexts])


def _all_places(codes: Sequence[bytes], code: bytes) -> Iterator[int]:
    at = -1
    for _ in range(codes.count(code)):
        at = codes.index(code, at + 1)
        yield at


def _head(named: Iterable[tuple[str, Dimensions, str | None, str | None]], periods: Callable[[], list[Period]]) -> Head:
    names: dict[str | None, str | None] = {}
    start = end = None
    for concept, dimensions, language, value in named:
        if concept == _START:
            start = start or _day(value)
        elif concept == _END:
            end = end or _day(value)
        elif not dimensions:
            names.setdefault(language, value)
    if end is None:
        counted = Counter(period for period in periods() if period.start is not None)
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
    if _IS_PLAIN(text):
        return text
    try:
        exact = _EXACT.quantize(Decimal(text.strip()), _STEP)
    except (InvalidOperation, Inexact):
        return None
    return format(exact, "f") if exact.is_finite() else None


@lru_cache(maxsize=20_000)
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
        return self.numbers.setdefault(value, len(self.numbers))

    def all(self, codes: Iterable[Any], means: Mapping[Any, Hashable]) -> list[int]:
        """The numbers of what these codes mean."""
        numbers = self.numbers
        # Each value is asked for once: to tell one context from another takes longer than all else here.
        known = {code: numbers.setdefault(value, len(numbers)) for code, value in means.items()}
        return list(map(known.__getitem__, codes))

    def column(self, kind: pa.DataType, made: Callable[[Any], Any]) -> pa.Array:
        return pa.array([made(value) for value in self.numbers], kind)


_INT: Final = pa.int32()
_NOTES: Final = schema(FACTS).field("notes").type
_GATHERED: Final = pa.schema(
    [
        *((name, _INT) for name in ("document", "number", "concept", "context", "kind")),
        ("id", pa.string()),
        ("value", pa.string()),
        ("notes", _NOTES),
    ]
)
"""The columns of facts as they are gathered: what is the same in many by its number. An id or value that is not there is empty."""


class Rows:
    """The facts of many documents, in their order."""

    def __init__(self, group: Group) -> None:
        self.group = group
        self.documents = _Numbered()  # (file, digest, scheme, identifier)
        self.concepts = _Numbered()
        self.contexts = _Numbered()  # (start, end, dimensions, end of the fiscal year)
        self.kinds = _Numbered()  # `Kind`
        self.gathered: list[pa.RecordBatch] = []
        self.count = 0

    def __len__(self) -> int:
        return self.count

    def add(self, file: str, digest: str, report: Report, head: Head) -> None:
        """The facts of one document, which is not needed any more afterwards."""
        facts = report.facts
        document = self.documents.of((file, digest, report.entity.scheme, report.entity.identifier))
        # Facts of one context mostly share the objects of its period and dimensions, which live as long as the report.
        contexts = [(id(fact.period), id(fact.dimensions)) for fact in facts]
        kinds = [(fact.unit, fact.language, fact.decimals, fact.value is None) for fact in facts]
        self._gather(
            document,
            concept=self.concepts.all((fact.concept for fact in facts), {fact.concept: fact.concept for fact in facts}),
            context=self.contexts.all(
                contexts,
                {
                    code: (fact.period.start, fact.period.end, fact.dimensions, head.end)
                    for code, fact in dict(zip(contexts, facts, strict=True)).items()
                },
            ),
            kind=self.kinds.all(kinds, {each: Kind(*each) for each in dict.fromkeys(kinds)}),
            id=pa.array([fact.id for fact in facts], pa.string()),
            value=pa.array([fact.value or "" for fact in facts], pa.string()),
            notes=pa.array([_note_rows(fact.notes) if fact.notes else None for fact in facts], _NOTES),
        )

    def add_columns(self, file: str, digest: str, columns: Columns, head: Head) -> None:
        """The same, of one that was read to columns."""
        document = self.documents.of((file, digest, columns.entity.scheme, columns.entity.identifier))
        placed = {
            code: (period.start, period.end, dimensions, head.end)
            for code, (period, dimensions) in columns.placed.items()
        }
        if columns.notes:
            notes = columns.notes
            rows = [_note_rows(notes[at]) if at in notes else None for at in range(len(columns))]
        self._gather(
            document,
            concept=self.concepts.all(columns.concepts, columns.named),
            context=self.contexts.all(columns.contexts, placed),
            kind=self.kinds.all(columns.kinds, columns.said),
            id=_text(columns.ids),
            value=_text(columns.values),
            notes=pa.array(rows, _NOTES) if columns.notes else pa.nulls(len(columns), _NOTES),
        )

    def _gather(self, document: int, **columns: list[int] | pa.Array) -> None:
        # At once in the compact form that Arrow has, so that the objects of one document make room for those of the next.
        count = len(columns["id"])
        given = {
            "document": pa.repeat(pa.scalar(document, _INT), count),
            "number": _counted(count),
            **{name: column if isinstance(column, pa.Array) else pa.array(column, _INT) for name, column in columns.items()},
        }  # fmt: skip
        self.gathered.append(pa.RecordBatch.from_arrays([given[name] for name in _GATHERED.names], schema=_GATHERED))
        self.count += count

    def table(self) -> pa.Table:
        """All rows, in the columns of the facts."""
        whole = pa.Table.from_batches(self.gathered, _GATHERED).combine_chunks()
        got = {name: _one(whole.column(name)) for name in _GATHERED.names}
        documents, concepts, contexts, kinds = (got[name] for name in ("document", "concept", "context", "kind"))
        keys: Iterable[Any] = self.contexts.numbers
        said = [
            _context(Period(start, end), dimensions, year_end, self.group) for start, end, dimensions, year_end in keys
        ]
        text = pa.string()

        def of_document(position: int) -> pa.Array:
            return _spread(self.documents.column(text, lambda key: key[position]), documents)

        def of_context(position: int, kind: pa.DataType) -> pa.Array:
            return pa.array([each[position] for each in said], kind).take(contexts)

        def of_kind(kind: pa.DataType, made: Callable[[Kind], Any]) -> pa.Array:
            return self.kinds.column(kind, made).take(kinds)

        nothing = pa.scalar(None, text)
        value = pc.if_else(of_kind(pa.bool_(), lambda kind: kind.nil), nothing, got["value"])
        is_number = of_kind(pa.bool_(), lambda kind: kind.unit is not None)
        columns = {
            "file": of_document(0),
            "document": of_document(1),
            "number": got["number"],
            "id": pc.if_else(pc.equal(got["id"], ""), nothing, got["id"]),
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
                self.concepts.column(pa.bool_(), lambda concept: True if concept in self.group.items else None).take(
                    concepts
                ),
            ),
            "row": of_context(6, _INT),
            "dimensions": of_context(7, pa.map_(text, text)),
            "unit": _spread(self.kinds.column(text, lambda kind: kind.unit and unit_text(kind.unit)), kinds),
            "language": _spread(self.kinds.column(text, lambda kind: kind.language), kinds),
            "value": value,
            "numeric": numbers(pc.if_else(is_number, value, nothing)),
            "decimals": of_kind(_INT, lambda kind: kind.decimals),
            "notes": got["notes"],
        }
        return pa.table({each.name: columns[each.name] for each in FACTS})


def _text(written: Sequence[bytes]) -> pa.Array:
    """UTF-8 as text; it is that of a document that was parsed."""
    return pa.array(written, pa.binary()).view(pa.string())


_COUNTED = pa.array(range(1, 2_000), _INT)


def _counted(count: int) -> pa.Array:
    """The numbers from 1."""
    return _COUNTED[:count] if count <= len(_COUNTED) else pa.array(range(1, count + 1), _INT)


def numbers(texts: pa.Array) -> pa.Array:
    """The numbers that these texts are; see `number`."""
    plain = pc.match_substring_regex(texts, rf"\A{_PLAIN}\z")
    others = pc.and_kleene(pc.is_valid(texts), pc.invert(plain))
    taken = pc.cast(pc.if_else(plain, texts, None), NUMBER)
    if not pc.any(others).as_py():
        return taken
    rest = pa.array([number(each) for each in texts.filter(others).to_pylist()], pa.string())
    return pc.replace_with_mask(taken, others, pc.cast(rest, NUMBER))


def _one(column: pa.ChunkedArray) -> pa.Array:
    return column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)


def _spread(values: pa.Array, indices: pa.Array) -> pa.Array:
    """The values of all rows, still each once: as they are written to Parquet too."""
    return pc.dictionary_encode(values).take(indices)


@lru_cache(maxsize=20_000)
def _context(period: Period, dimensions: Dimensions, year_end: date | None, group: Group) -> tuple[Any, ...]:
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
        next((group.members.get(str(member)) for axis, member in dimensions if axis == group.axis), None),
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
