"""Tables of records: a row each (subsidiaries, shareholders, candidates), or a column each (the years of the trend).

The columns are matched to the fields of one table of the part by their headings and by what their cells are: figures,
percentages, days, words. A cell that holds a name and a date of birth, or a career, is cut at the dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from attrs import define, frozen

from filingexport.authoring.figures import PrintedUnit
from filingexport.binding.plan import Leaf, ListLeaf, PartField, Plan, RowsField
from filingexport.drafting import layout, printed, prose, reasons, wording
from filingexport.drafting.document import Cell, Table
from filingexport.drafting.fields import (
    Path,
    Spot,
    label_of,
    leaf_words,
    part_words,
    plan_at,
    spots,
    tables,
    topic_words,
)
from filingexport.drafting.holding import Entry, Holding
from filingexport.drafting.statement import caption_words
from filingexport.drafting.units import unit_in
from filingexport.model.item import NUMERIC, Label
from filingexport.model.values import DASH, Block, Text
from filingexport.said import NOTHING_SAID, Said

_COLUMN: Final = 0.42
_SURE: Final = 0.8
_CARD: Final = 200
"""Lines of a table about one subject, at most."""
_PLAIN: Final = frozenset(
    [
        "item",
        "items",
        "account",
        "accounts",
        "amount",
        "amounts",
        "category",
        "科目",
        "項目",
        "金額",
        "区分",
        "摘要",
        "内容",
    ]
)
"""Headings of statements, which are no records."""
_NAME: Final = wording.words("name") | wording.words("氏名") | wording.words("名称") | wording.words("会社名")
_TOTAL: Final = re.compile(r"^\s*(?:total|合\s*計|計)\b", re.IGNORECASE)


@frozen(eq=False)
class Column:
    """A column of a table of records and the field it is of; likeness of its heading and the field's label."""

    number: int
    leaf: Leaf | ListLeaf | RowsField
    path: Path
    likeness: float
    heading: str


@define(eq=False)
class Reading:
    """A table as records of one field: how well it goes."""

    field: RowsField
    path: Path
    columns: list[Column]
    score: float
    why: Said = NOTHING_SAID


def read(
    given: Table, root: Path, topic: Leaf | None, said: str, between: bool, holding: Holding, language: str,
    unit: PrintedUnit | None, fiscal: Fiscal, rows: str = "",
) -> bool:  # fmt: skip
    """Read a table as records of a table of the part at `root`; says whether it is one.

    said: the line right above it; between: whether it stands between the heading and the table. rows: the field that the heading above is of.
    """
    if len(given.rows[0]) > layout.MAX_COLUMNS:
        return False
    whole = layout.joined(given)
    if _years(whole, root, holding, language, unit, fiscal):
        return True
    if _card(whole, root, holding, language, unit):
        return True
    top = _top(whole)
    if not 0 < top < len(whole.rows):
        return False
    readings: list[Reading] = []
    columns = [_Column(whole, top, number) for number in range(len(whole.rows[0]))]
    for path, field in tables(plan_at(root)):
        reading = _reading(whole, top, columns, field, root, path, topic, said, not between)
        if reading is None:
            continue
        if rows == field.attribute:
            reading.score += 1.0
        if holding.rows((*root, *path)):
            reading.score -= 0.2
        readings.append(reading)
    readings.sort(key=lambda each: -each.score)
    if not readings or not _enough(readings[0], whole, top):
        return False
    best = readings[0]
    name = next((c for c in best.columns if isinstance(c.leaf, Leaf) and c.leaf.required and c.likeness < 0.5), None)
    if name is not None:
        best.why = reasons.column_of_name(name.heading)
    begun = holding.tables.setdefault((*root, *best.path), holding.section)
    if begun != holding.section:
        best.why = reasons.OTHER_HEADING
    rival = next((each for each in readings[1:] if each.field.plan is best.field.plan), None)
    if rival is not None and rival.score > best.score - 0.3:
        best.why = reasons.other_table(Label(rival.field.rows.en, rival.field.rows.ja))
    _rows(whole, top, best, root, holding, language, unit)
    return True


@frozen
class Fiscal:
    """The filing's fiscal year: its ordinal, and its last day, where they are known."""

    term: int | None
    start: date | None
    end: date | None


def _top(given: Table) -> int:
    """How many rows head the columns: one, or those before the first whose cells are of other kinds."""
    head = layout.head(given)
    if head == len(given.rows):
        return 1
    # A record need not hold a figure; headings of several rows leave cells empty or repeat.
    filled = [sum(bool(each.text) for each in row) for row in given.rows[:head]]
    top = 1
    while top < head and filled[top] < filled[0] and not any(printed.days(each.text) for each in given.rows[top]):
        top += 1
    return min(top, head) if head else 0


class _Column:
    """A column of a table: its heading, and how far its cells fit what a field is, asked once for each kind of field."""

    def __init__(self, given: Table, top: int, number: int) -> None:
        self.number = number
        self.heading = " ".join(row[number].text for row in given.rows[:top] if row[number].text)
        self.words = caption_words(_without_unit(self.heading))
        self.texts = [row[number].text for row in given.rows[top:] if row[number].text]
        self._fits: dict[str, float] = {}

    def fits(self, leaf: Leaf | ListLeaf | RowsField) -> float:
        kind = leaf.concept.kind if isinstance(leaf, Leaf) else type(leaf).__name__
        if kind not in self._fits:
            self._fits[kind] = _fits(leaf, self.texts)
        return self._fits[kind]


def _reading(
    given: Table, top: int, all_columns: list[_Column], field: RowsField, root: Path, path: Path, topic: Leaf | None,
    said: str, at_heading: bool,
) -> Reading | None:  # fmt: skip
    weights = wording.weights()
    found: list[tuple[float, int, Column]] = []
    around = frozenset().union(*part_words(field.plan), wording.words(field.rows.en), wording.words(field.rows.ja))
    for each_column in all_columns:
        number, heading, words = each_column.number, each_column.heading, each_column.words
        for order, (leaf, at) in enumerate(_fields(field.plan)):
            fit = each_column.fits(leaf)
            if not fit:
                continue
            labels = _labels(leaf)
            likeness = max((weights.likeness(words, each) for each in labels), default=0.0)
            bare = words - around
            for label in labels:
                rest = label - around
                if rest and bare:
                    likeness = max(likeness, weights.likeness(bare, rest) - 0.03)
                if label and words > label and _cut(leaf):
                    likeness = max(likeness, 0.75)
            if (
                isinstance(leaf, Leaf)
                and leaf.attribute == "name"
                and leaf.required
                and _NAME & words
                and _NAME & _all(labels)
            ):
                likeness = max(likeness, 0.85)
            if likeness >= _COLUMN:
                found.append((likeness + 0.05 * fit, -order, Column(number, leaf, at, likeness, heading)))
    found.sort(key=lambda each: each[:2], reverse=True)
    columns: list[Column] = []
    for _, _, column in found:
        same = [each for each in columns if each.number == column.number]
        if any(each.leaf is column.leaf for each in columns):
            continue
        if same and not (_cut(column.leaf) or all(_cut(each.leaf) for each in same)):
            continue
        columns.append(column)
    if not columns:
        return None
    _first_words(given, top, field, columns)
    score = sum(each.likeness for each in columns)
    if topic is not None and at_heading:
        stem = topic.attribute.rpartition("_")[0]
        if stem and field.attribute.startswith(stem):
            score += 1.0
    lines = wording.words(said)
    score += 0.6 * max(
        (
            weights.likeness(lines, each)
            for each in (*part_words(field.plan), wording.words(field.rows.en), wording.words(field.rows.ja))
        ),
        default=0.0,
    )
    for leaf in _titles_of(field, root, path):
        score += 0.8 * max((weights.share(each, lines) for each in topic_words(leaf)), default=0.0)
    return Reading(field, path, columns, score)


def _titles_of(field: RowsField, root: Path, path: Path) -> Iterator[Leaf]:
    """The fields of the heading of a table, by their names: ``dividends_paid_title`` of ``dividends_paid``."""
    owner = plan_at((*root, *path[:-1]))
    for name in ("title", "heading"):
        yield from (
            each for each in owner.entries if isinstance(each, Leaf) and each.attribute == f"{field.attribute}_{name}"
        )


def _all(labels: tuple[frozenset[str], ...]) -> frozenset[str]:
    return frozenset().union(*labels)


def _without_unit(heading: str) -> str:
    return re.sub(
        r"[(（][^)）]{0,60}(?:thousand|million|yen|shares|円|株|名|人|%)[^)）]{0,60}[)）]",
        "",
        heading,
        flags=re.IGNORECASE,
    )


def _fields(at: Plan, path: Path = ()) -> Iterator[tuple[Leaf | ListLeaf | RowsField, Path]]:
    for entry in at.entries:
        here = (*path, entry.attribute)
        if isinstance(entry, (Leaf, ListLeaf)) or (isinstance(entry, RowsField) and _dated(entry) is not None):
            yield entry, here
        elif isinstance(entry, PartField) and entry.line is None and entry.member is None and not entry.opening:
            yield from _fields(entry.plan, here)


def _dated(field: RowsField) -> tuple[Leaf, Leaf] | None:
    """The month and the words of a table of events, such as a career; None for other tables."""
    month = next((e for e in field.plan.entries if isinstance(e, Leaf) and e.concept.kind == "month"), None)
    event = next(
        (e for e in field.plan.entries if isinstance(e, Leaf) and e.concept.kind == "words" and e.required), None
    )
    return (month, event) if month is not None and event is not None else None


def _labels(leaf: Leaf | ListLeaf | RowsField) -> tuple[frozenset[str], ...]:
    if isinstance(leaf, RowsField):
        return (*part_words(leaf.plan), wording.words(leaf.rows.en), wording.words(leaf.rows.ja))
    if isinstance(leaf, ListLeaf):
        return (*leaf_words(leaf.leaf), wording.words(leaf.rows.en), wording.words(leaf.rows.ja))
    return leaf_words(leaf)


def _cut(leaf: Leaf | ListLeaf | RowsField) -> bool:
    """Whether a field may share a cell with a name: a day."""
    return isinstance(leaf, Leaf) and leaf.concept.kind == "day"


def _fits(leaf: Leaf | ListLeaf | RowsField, texts: list[str]) -> float:
    """How many of the cells of a column may be of a field, 0 to 1; 0 where it is certainly not of it."""
    if not texts:
        return 0.0
    if isinstance(leaf, RowsField):
        return _share(texts, lambda each: bool(printed.months(wording.normal(each))))
    if isinstance(leaf, ListLeaf):
        return 0.5 if not all(map(layout.is_amount, texts)) else 0.0
    kind = leaf.concept.kind
    if kind in NUMERIC:
        percent = _share(texts, lambda each: "%" in wording.normal(each))
        figures = _share(texts, lambda each: layout.is_amount(_unstarred(each)))
        if kind == "ratio":
            return percent
        return figures if figures > 0.6 and percent < 0.2 else 0.0
    if kind == "day":
        return _share(texts, lambda each: bool(printed.days(wording.normal(each))))
    if kind == "month":
        return _share(texts, lambda each: len(printed.months(wording.normal(each))) == 1 and len(each) < 20)
    if kind in ("words", "prose"):
        return 0.5 if _share(texts, layout.is_amount) < 0.5 else 0.0
    return 0.0


def _share(texts: list[str], holds: Any) -> float:
    return sum(1 for each in texts if holds(each)) / len(texts)


def _unstarred(text: str) -> str:
    return printed.stripped(text)


def _first_words(given: Table, top: int, field: RowsField, columns: list[Column]) -> None:
    """Take the first column of words as the name that a record must have, where no heading says which is."""
    required = [e for e in field.plan.entries if isinstance(e, Leaf) and e.required and e.concept.kind == "words"]
    if len(required) != 1 or any(each.leaf is required[0] for each in columns):
        return
    for number in range(len(given.rows[0])):
        if any(each.number == number for each in columns):
            continue
        texts = [row[number].text for row in given.rows[top:] if row[number].text]
        if texts and _fits(required[0], texts):
            heading = " ".join(row[number].text for row in given.rows[:top] if row[number].text)
            columns.append(
                Column(number, required[0], (required[0].attribute,), 0.6 if not heading else _COLUMN, heading)
            )
            return


def _enough(reading: Reading, given: Table, top: int) -> bool:
    """Whether so much of a table was matched that it is of this field."""
    headed = sum(any(row[n].text for row in given.rows[:top]) for n in range(len(given.rows[0])))
    headings = {each.number for each in reading.columns if each.heading.strip()}
    said = [
        wording.caption(row[n].text).lower()
        for row in given.rows[:top]
        for n in range(len(given.rows[0]))
        if row[n].text
    ]
    if len(headings) < 2 or all(each in _PLAIN for each in said):
        return False
    matched = len({each.number for each in reading.columns})
    required = {e.attribute for e in reading.field.plan.entries if isinstance(e, Leaf) and e.required}
    has = {each.leaf.attribute for each in reading.columns}
    if required - has:
        return False
    return matched >= 2 and matched * 2 >= headed and reading.score >= 1.0


def _rows(
    given: Table, top: int, reading: Reading, root: Path, holding: Holding, language: str, unit: PrintedUnit | None
) -> None:
    base = (*root, *reading.path)
    required = [
        c for c in reading.columns if isinstance(c.leaf, Leaf) and c.leaf.required and c.leaf.concept.kind == "words"
    ]
    used = {each.number for each in reading.columns}
    for row in given.rows[top:]:
        first = next((each.text for each in row if each.text), "")
        if _TOTAL.match(wording.normal(first)) and any(layout.is_amount(each.text) for each in row):
            _totals(given, top, row, reading, root, holding, language, unit)
            continue
        if required and not any(row[each.number].text for each in required):
            _carried(row, required, base, holding, language)
        number = holding.rows(base) + 1
        if required and not all(
            (*base, number, c.leaf.attribute) in holding.entries or row[c.number].text for c in required
        ):
            holding.leave(" ".join(each.text for each in row if each.text), row[0].place, reasons.NO_NAME)
            continue
        for column in reading.columns:
            _cell(row[column.number], column, reading, (*base, number), holding, language, unit)
        rest = [
            each.text for n, each in enumerate(row) if n not in used and each.text and not printed.is_dash(each.text)
        ]
        if rest:
            holding.leave(" / ".join(rest), row[0].place, reasons.not_in(label_of(reading.field.plan)))


def _carried(row: tuple[Cell, ...], required: list[Column], base: Path, holding: Holding, language: str) -> None:
    """A name printed once for several rows, taken for those below it too."""
    del language
    number = holding.rows(base)
    for column in required:
        above = holding.entries.get((*base, number, column.leaf.attribute))
        if above is not None:
            path = (*base, number + 1, column.leaf.attribute)
            holding.put(Entry(path, above.leaf, above.value, row[0].place, reasons.CARRIED, 0.6))


def _cell(
    cell: Cell, column: Column, reading: Reading, row: Path, holding: Holding, language: str, unit: PrintedUnit | None
) -> None:
    text = cell.text.strip()
    if not text:
        return
    why = reading.why if column.likeness >= _SURE - 0.2 else reasons.column(column.heading)
    leaf = column.leaf
    path = (*row, *column.path)
    if isinstance(leaf, RowsField):
        _career(cell, leaf, path, holding, language)
        return
    if isinstance(leaf, ListLeaf):
        if leaf.leaf.concept.kind == "words" and not printed.is_dash(text):
            several = len(text) > 60
            note = reasons.SEVERAL if several else why
            holding.put(Entry((*path, 1), leaf.leaf, _words(text, language), cell.place, note, column.likeness))
        return
    plain = wording.normal(text)
    dates = printed.days(plain)
    sharing = [each for each in reading.columns if each.number == column.number]
    if leaf.concept.kind == "day" and len(dates) >= 1:
        holding.put(Entry(path, leaf, dates[0][0], cell.place, why, column.likeness))
        return
    if leaf.concept.kind == "words" and len(sharing) > 1 and len(dates) == 1:
        text = re.sub(r"[(（]\s*(?:生)?\s*[)）]|生$", "", plain[: dates[0][1]] + plain[dates[0][2] :]).strip()
    made = (
        printed.value(leaf, text, unit_in(column.heading) or unit, language) if leaf.concept.kind != "prose" else None
    )
    if leaf.concept.kind in ("words", "prose"):
        if printed.is_dash(text):
            return
        made = _words(text, language) if leaf.concept.kind == "words" else Block(**{language: prose.paragraph(text)})
        if leaf.concept.kind == "prose":
            prose.fill(text, cell.place, row, reading.field.plan, holding, language)
    if made is None or (made is DASH and not leaf.dash):
        holding.leave(
            f"{column.heading}: {text}", cell.place, reasons.no_value(Label(leaf.concept.en, leaf.concept.ja))
        )
        return
    holding.put(Entry(path, leaf, made, cell.place, why, column.likeness))


def _words(text: str, language: str) -> Text:
    return Text(**{language: " ".join(text.split())})


def _career(cell: Cell, field: RowsField, path: Path, holding: Holding, language: str) -> None:
    """The entries of a career, each from its month to the next."""
    dated = _dated(field)
    assert dated is not None
    month, event = dated
    plain = wording.normal(cell.text)
    marks = printed.months(plain)
    if not marks:
        return
    before = plain[: marks[0][1]].strip()
    if before:
        holding.leave(before, cell.place, reasons.BEFORE_CAREER)
    number = 0
    for at, (value, _, end) in enumerate(marks):
        said = plain[end : marks[at + 1][1] if at + 1 < len(marks) else len(plain)].strip(" :：、,")
        if not said:
            continue
        number += 1
        holding.put(Entry((*path, number, month.attribute), month, value, cell.place))
        holding.put(Entry((*path, number, event.attribute), event, _words(said, language), cell.place))


def _totals(
    given: Table, top: int, row: tuple[Cell, ...], reading: Reading, root: Path, holding: Holding, language: str,
    unit: PrintedUnit | None,
) -> None:  # fmt: skip
    """The line of sums below the records: to the totals of the part that holds the table."""
    weights = wording.weights()
    owner = (*root, *reading.path[:-1])
    fields = [each for each in spots(plan_at(owner)) if each.leaf.concept.kind in NUMERIC and len(each.path) == 1]
    for column in reading.columns:
        cell = row[column.number]
        if not layout.is_amount(cell.text) or not isinstance(column.leaf, Leaf):
            continue
        words = frozenset().union(*_labels(column.leaf)) | wording.words("total") | wording.words("合計")
        best: tuple[float, Spot | None] = (0.0, None)
        for spot in fields:
            if spot.leaf.concept.kind != column.leaf.concept.kind or not any(
                "total" in each or "合計" in each for each in spot.labels
            ):
                continue
            likeness = max(weights.share(each, words | {"amount", "equivalent"}) for each in spot.labels)
            if likeness > best[0]:
                best = (likeness, spot)
        found = best[1]
        made = (
            None if found is None else printed.value(found.leaf, cell.text, unit_in(column.heading) or unit, language)
        )
        if found is None or made is None or best[0] < 0.5:
            holding.leave(f"{row[0].text} {cell.text}", cell.place, reasons.NO_SUM)
            continue
        why = reasons.SURE if best[0] > 0.9 else reasons.column_total(column.heading)
        holding.put(Entry((*owner, *found.path), found.leaf, made, cell.place, why, 0.9 if not why else 0.7))


# --- a column a record --------------------------------------------------------------------------------------------

_TERM: Final = re.compile(r"\b([0-9]{1,3})(?:st|nd|rd|th)\b|第\s*([0-9]{1,3})\s*期", re.IGNORECASE)


def _years(given: Table, root: Path, holding: Holding, language: str, unit: PrintedUnit | None, fiscal: Fiscal) -> bool:
    """A table with a fiscal year a column, read as rows with a period."""
    found = next(((path, field) for path, field in tables(plan_at(root)) if field.plan.start is not None), None)
    top = layout.head(given)
    if found is None or not 0 < top < len(given.rows):
        return False
    path, field = found
    at, base = field.plan, (*root, *path)
    term = next((e for e in at.entries if isinstance(e, Leaf) and e.concept.kind == "count"), None)
    columns: dict[int, tuple[int | None, list[Cell]]] = {}
    periods: dict[int, tuple[date, date]] = {}
    for number in range(1, len(given.rows[0])):
        heads = [row[number] for row in given.rows[:top] if row[number].text]
        match = next((each for cell in heads if (each := _TERM.search(wording.normal(cell.text)))), None)
        days = printed.days(wording.normal(" ".join(each.text for each in heads)))
        if len(days) == 2 and days[0][0] < days[1][0]:
            periods[number] = (days[0][0], days[1][0])
        if heads:
            columns[number] = (int(match[1] or match[2]) if match else None, heads)
    if not columns or not all(ordinal is not None or number in periods for number, (ordinal, _) in columns.items()):
        return False
    rows: dict[int, int] = {}
    told: dict[int | None, int] = {}
    for known_path, entry in holding.entries.items():
        if term is not None and known_path[: len(base)] == base and known_path[-1] == term.attribute:
            told.setdefault(int(entry.value.amount), int(known_path[len(base)]))
    for number, (ordinal, heads) in columns.items():
        known = told.get(ordinal)
        row = rows[number] = known if known is not None else holding.rows(base) + 1
        if known is None:
            if term is not None and ordinal is not None:
                told[ordinal] = row
            _year(at, (*base, row), ordinal, heads, term, holding, language, fiscal)
            for role, day in zip((at.start, at.end), periods.get(number, ()), strict=False):
                leaf = next((e for e in at.entries if isinstance(e, Leaf) and e.attribute == role), None)
                if leaf is not None:
                    holding.put(Entry((*base, row, leaf.attribute), leaf, day, heads[0].place))
    weights = wording.weights()
    fields = [each for each in spots(at) if each.leaf.concept.kind in NUMERIC]
    for line in given.rows[top:]:
        words = caption_words(_without_unit(line[0].text))
        ranked = sorted(
            ((max(weights.likeness(words, each) - (0.02 if n else 0) for n, each in enumerate(spot.labels)), -order, spot)
             for order, spot in enumerate(fields)), key=lambda each: each[:2], reverse=True,
        )  # fmt: skip
        others = sorted(
            ranked[1:],
            key=lambda each: (
                -max(weights.share(words, label) + weights.likeness(words, label) for label in each[2].labels)
            ),
        )
        for number, row in rows.items():
            text = line[number].text
            if not text:
                continue
            placed = False
            for rank, (likeness, _, spot) in enumerate((*ranked[:1], *others[:4])):
                if likeness < (0.5 if rank == 0 else 0.3):
                    break
                here = (*base, row, *spot.path)
                made = printed.value(spot.leaf, text, unit_in(line[0].text) or unit, language)
                if made is None:
                    continue
                if here in holding.entries:
                    if holding.entries[here].value.amount == getattr(made, "amount", None):
                        placed = True
                        break
                    continue
                why = reasons.SURE if likeness >= _SURE and rank == 0 else reasons.line(line[0].text)
                placed = holding.put(Entry(here, spot.leaf, made, line[number].place, why, likeness))
                break
            if not placed:
                holding.leave(f"{line[0].text} {text}", line[number].place, reasons.not_in(label_of(at)))
    return True


def _year(
    at: Plan, row: Path, ordinal: int | None, heads: list[Cell], term: Leaf | None, holding: Holding, language: str,
    fiscal: Fiscal,
) -> None:  # fmt: skip
    """What heads a column of a year: its ordinal, its name, and, worked out from the filing's year, its days."""
    if term is not None and ordinal is not None:
        made = printed.value(term, str(ordinal), None, language)
        holding.put(Entry((*row, term.attribute), term, made, heads[0].place))
    leaves = {each.attribute: each for each in at.entries if isinstance(each, Leaf)}
    for name, cell in zip(("heading", "name"), heads, strict=False):
        if name in leaves:
            holding.put(Entry((*row, name), leaves[name], _words(cell.text, language), cell.place))
    if fiscal.term is None or fiscal.start is None or fiscal.end is None or ordinal is None:
        return
    back = fiscal.term - ordinal
    why = reasons.WORKED_OUT
    for role, day in ((at.start, fiscal.start), (at.end, fiscal.end)):
        if role is not None:
            value = _years_before(day, back)
            mark = why if back else reasons.SURE
            holding.put(Entry((*row, role), leaves[role], value, heads[0].place, mark, 0.8))


def _years_before(day: date, back: int) -> date:
    try:
        return day.replace(year=day.year - back)
    except ValueError:  # 29 February
        return day.replace(year=day.year - back, day=28)


def _card(given: Table, root: Path, holding: Holding, language: str, unit: PrintedUnit | None) -> bool:
    """A table that is one record: its fields below each other, those of parts beside each other under their headings."""
    best: tuple[int, Path, RowsField] | None = None
    if len(given.rows) > _CARD:
        return False
    for path, field in tables(plan_at(root)):
        parts = [e for e in field.plan.entries if isinstance(e, PartField) and e.line is None and e.member is not None]
        if not parts or field.plan.start is not None:
            continue
        labels = [label for leaf, _ in _fields(field.plan) for label in _labels(leaf)]
        labels += [label for each in parts for leaf, _ in _fields(each.plan) for label in _labels(leaf)]
        weights = wording.weights()
        captions = [wording.words(row[0].text) for row in given.rows if row[0].text]
        hits = sum(any(weights.likeness(each, label) > 0.6 for label in labels) for each in captions)
        if hits >= 3 and hits * 2 > len(given.rows) and (best is None or hits > best[0]):
            best = (hits, path, field)
    if best is None:
        return False
    _, path, field = best
    row = (*root, *path, holding.rows((*root, *path)) + 1)
    weights = wording.weights()
    parts_by_column: dict[int, PartField] = {}
    for line in given.rows:
        if not line[0].text:
            for number, cell in enumerate(line):
                parts = [e for e in field.plan.entries if isinstance(e, PartField) and e.member is not None]
                scored = [
                    (max(weights.likeness(wording.words(cell.text), wording.words(label)) for label in (e.member.label.en, e.member.label.ja)), e)
                    for e in parts if e.member is not None
                ]  # fmt: skip
                likeness, part = max(scored, key=lambda each: each[0], default=(0.0, None))
                if cell.text and likeness > 0.7 and part is not None:
                    parts_by_column[number] = part
            continue
        _card_line(line, field.plan, parts_by_column, row, holding, language, unit)
    return True


def _card_line(
    line: tuple[Cell, ...], at: Plan, parts: dict[int, PartField], row: Path, holding: Holding, language: str,
    unit: PrintedUnit | None,
) -> None:  # fmt: skip
    weights = wording.weights()
    words = wording.words(line[0].text)

    def ranked(plan: Plan) -> list[tuple[float, Leaf | ListLeaf | RowsField]]:
        scored = [
            (max((weights.likeness(words, label) for label in _labels(leaf)), default=0.0), leaf)
            for leaf, _ in _fields(plan)
        ]
        return sorted(scored, key=lambda each: -each[0])

    own = ranked(at)
    inner = {number: ranked(part.plan) for number, part in parts.items()}
    best_inner = max((each[0][0] for each in inner.values() if each), default=0.0)
    if best_inner > max(own[0][0] if own else 0.0, 0.45):
        for number, part in parts.items():
            likeness, leaf = inner[number][0]
            if isinstance(leaf, Leaf) and line[number].text:
                made = printed.value(leaf, line[number].text, unit, language)
                if made is not None:
                    why = reasons.SURE if likeness >= 0.6 else reasons.line(line[0].text)
                    holding.put(
                        Entry((*row, part.attribute, leaf.attribute), leaf, made, line[number].place, why, likeness)
                    )
        return
    text = next((each.text for each in line[1:] if each.text), "")
    days = printed.days(wording.normal(text))
    if len(days) == 2:  # a term: from the first to the last day
        pair = [leaf for _, leaf in own if isinstance(leaf, Leaf) and leaf.concept.kind == "day"
                and max(weights.share(words, label) for label in _labels(leaf)) > 0.4]  # fmt: skip
        if len(pair) >= 2:
            ordered = [each for each in at.entries if each in pair[:2]]
            for leaf, (day, _, _) in zip(ordered, days, strict=False):
                assert isinstance(leaf, Leaf)
                holding.put(Entry((*row, leaf.attribute), leaf, day, line[1].place))
            return
    for likeness, leaf in own:
        if likeness < 0.45:
            break
        if isinstance(leaf, ListLeaf):
            for number, each in enumerate((part for part in text.split("\n") if part.strip()), 1):
                holding.put(Entry((*row, leaf.attribute, number), leaf.leaf, _words(each, language), line[1].place))
            return
        if not isinstance(leaf, Leaf):
            continue
        made = (
            _words(text, language)
            if leaf.concept.kind == "words" and text
            else printed.value(leaf, text, unit, language)
        )
        if made is not None:
            why = reasons.SURE if likeness >= 0.6 else reasons.line(line[0].text)
            holding.put(Entry((*row, leaf.attribute), leaf, made, line[1].place, why, likeness))
            return
    holding.leave(f"{line[0].text}: {text}", line[0].place, reasons.not_in(label_of(at)))
