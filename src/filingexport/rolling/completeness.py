"""How complete a notice is, chapter by chapter: what is filled in of what is expected, what is to be reviewed, what is wrong.

Expected is what is filled in, what stands in the source as a field to fill in, what the law asks of this company
(`filingexport.checks`), and, where last year's filing is given, what that had.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from filingexport.binding.chapters import standing, without_rows
from filingexport.binding.marks import mark
from filingexport.binding.plan import (
    ExtensionField,
    KeptField,
    Leaf,
    ListLeaf,
    PartField,
    Plan,
    RowsField,
    plan,
)
from filingexport.checks import run
from filingexport.checks.findings import Waiver
from filingexport.checks.rule import Kind
from filingexport.declaring import frozen
from filingexport.findings import Severity
from filingexport.model.filing import Filing
from filingexport.model.meaning import NextYear
from filingexport.said import Said

_PRIOR: Final = ".prior_year."
_BEFORE: Final = "YearBefore"
_WHOLE: Final = Said("Company and fiscal year", "会社及び事業年度")


@frozen
class ChapterStatus:
    """One chapter. name: as the taxonomy names it. missing: the paths of what is expected and not filled in.

    to_review: how many marks are left in it. errors, warnings: findings about what is filled in.
    """

    name: str
    label: Said
    filled: int
    missing: tuple[str, ...]
    to_review: int
    errors: int
    warnings: int

    @property
    def expected(self) -> int:
        """How many fields there should be."""
        return self.filled + len(self.missing)

    @property
    def done(self) -> bool:
        """Whether nothing is missing, to be reviewed or wrong."""
        return not (self.missing or self.to_review or self.errors)


@frozen
class Status:
    """All chapters in the order of the notice, those with something in them or expected."""

    chapters: tuple[ChapterStatus, ...]

    @property
    def done(self) -> bool:
        """Whether the notice is complete."""
        return all(each.done for each in self.chapters)

    def whole(self) -> ChapterStatus:
        """The sum of all chapters."""
        return ChapterStatus(
            "",
            Said("All", "合計"),
            sum(each.filled for each in self.chapters),
            tuple(path for each in self.chapters for path in each.missing),
            sum(each.to_review for each in self.chapters),
            sum(each.errors for each in self.chapters),
            sum(each.warnings for each in self.chapters),
        )


def status(
    filing: Filing,
    places: Mapping[str, str],
    marks: Iterable[str] = (),
    last: Filing | None = None,
    waivers: tuple[Waiver, ...] = (),
) -> Status:
    """How complete this filing is.

    places: file and line, or cell, of each field of its source, also of those to fill in. marks: the places of marks to review.
    last: last year's filing. waivers: findings that need nothing.
    """
    chapters = _Chapters()
    there = dict(_fields(plan(Filing), filing, "", chapters))
    filled = Counter(chapters.of(path) for path, held in there.items() if held)
    missing: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for path in _to_fill_in(there, places):
        missing[chapters.of(path)][path] = None
    if last is not None:
        for path in _of_last(last, filing):
            missing[chapters.of(path)][path] = None
    checked = run.check(filing, places=places, last=last, waivers=waivers)
    wrong: Counter[tuple[str, Severity]] = Counter()
    for found in checked.open():
        if found.rule.kind is Kind.COMPLETENESS:
            asked = missing[chapters.of(found.path)]
            if not any(each == found.path or each.startswith(f"{found.path}.") for each in asked):
                asked[found.path] = None
        else:
            wrong[chapters.of(found.path), found.severity] += 1
    review = Counter(chapters.of(path) for path in _paths_of(marks, places))
    told = [
        ChapterStatus(
            name, label, filled[name], tuple(missing[name]), review[name], wrong[name, Severity.ERROR],
            wrong[name, Severity.WARNING],
        )
        for name, label in chapters.all.items()
    ]  # fmt: skip
    return Status(tuple(each for each in told if each.expected or each.to_review or each.errors or each.warnings))


class _Chapters:
    """The chapters of the model, those of the year before apart, each by a name."""

    def __init__(self) -> None:
        self.standing = standing(Filing)
        self.all: dict[str, Said] = {}
        for path in self.standing.paths:
            name, before = self._named(path)
            label = self.standing.chapters[name.removesuffix(_BEFORE)].label
            said = Said(label.en, label.ja) if path else _WHOLE
            if before:
                said = Said(f"{said.en}, year before", f"{said.ja}・前年")
            self.all.setdefault(name, said)

    def _named(self, path: str) -> tuple[str, bool]:
        place = self.standing.paths[path]
        before = _PRIOR in f".{path}." and place.chapter != self.standing.paths[""].chapter
        return place.chapter + (_BEFORE if before else ""), before

    def of(self, path: str) -> str:
        """The name of the chapter that a field is in."""
        at = without_rows(path)
        while at not in self.standing.paths:
            at = at.rpartition(".")[0]
        return self._named(at)[0]


def _fields(plan: Plan, value: Any, path: str, chapters: _Chapters) -> Iterator[tuple[str, bool]]:
    """Every field that could be filled in where its part is there, and whether it is."""
    for entry in plan.entries:
        inner = getattr(value, entry.attribute)
        here = f"{path}.{entry.attribute}" if path else entry.attribute
        held = inner is not None and inner != ()
        match entry:
            case Leaf() | ListLeaf():
                yield here, held
            case PartField() if entry.line is not None:
                if held:
                    for column in entry.plan.entries:
                        yield f"{here}.{column.attribute}", getattr(inner, column.attribute) is not None
                    for own in inner.own:
                        yield f"{here}.{own.item}", True
            case PartField():
                if held:
                    yield from _fields(entry.plan, inner, here, chapters)
            case RowsField():
                for number, row in enumerate(inner, 1):
                    yield from _fields(entry.plan, row, f"{here}.{number}", chapters)
            case _:
                pass
    for own in value.own:
        yield f"{path}.{own.item}" if path else own.item, True


def _to_fill_in(there: Mapping[str, bool], places: Mapping[str, str]) -> Iterator[str]:
    """The fields that stand in a source with nothing in them: keys with nothing below them that are not filled in."""
    holders = {path.rpartition(".")[0] for path in places}
    for path in places:
        if path not in holders and not there.get(path, False) and _is_value(path):
            yield path


def _is_value(path: str) -> bool:
    """Whether a path leads to a value or a table, and not to a part in which nothing is, or to a row."""
    at = plan(Filing)
    steps = path.split(".")
    for number, step in enumerate(steps, 1):
        last = number == len(steps)
        if step.isdigit():
            if last:
                return False
            continue
        entry = next((each for each in at.entries if each.attribute == step), None)
        if entry is None or isinstance(entry, (KeptField, ExtensionField)):
            return entry is None and last and step[:1].isupper()  # an item of the company's own
        if last:
            return not isinstance(entry, PartField)
        if isinstance(entry, (PartField, RowsField)):
            at = entry.plan
    return False


def _of_last(last: Filing, filing: Filing) -> Iterator[str]:
    """What last year's filing had, outside tables, and this one has not; a table counts as one field."""

    def walk(at: Plan, before: Any, now: Any, path: str) -> Iterator[str]:
        for entry in at.entries:
            value = getattr(before, entry.attribute)
            if value is None or value == () or mark(at.cls, entry.attribute, NextYear) is NextYear.DROPPED:
                continue
            here = f"{path}.{entry.attribute}" if path else entry.attribute
            held = getattr(now, entry.attribute) if now is not None else None
            if isinstance(entry, PartField) and entry.plan.start is not None:
                continue  # what stands beside the year follows from last year's figures, not from its own
            if isinstance(entry, PartField) and entry.line is None:
                yield from walk(entry.plan, value, held, here)
            elif isinstance(entry, PartField):
                for column in entry.plan.entries:
                    if getattr(value, column.attribute) is not None and getattr(held, column.attribute, None) is None:
                        yield f"{here}.{column.attribute}"
            elif isinstance(entry, (Leaf, ListLeaf, RowsField)) and (held is None or held == ()):
                yield here
        for own in before.own:
            if now is None or now.own_value(own.item) is None:
                yield f"{path}.{own.item}" if path else own.item

    yield from walk(plan(Filing), last, filing, "")


def _paths_of(marks: Iterable[str], places: Mapping[str, str]) -> Iterator[str]:
    """The fields that marks stand at; a mark at the head of a file stands for what is in it."""
    by_place: dict[str, str] = {}
    for path, place in places.items():
        by_place.setdefault(place, path)
    for each in marks:
        if each in by_place:
            yield by_place[each]
            continue
        file = each.rpartition(":")[0] or each.partition("]")[0]
        yield next((path for place, path in by_place.items() if place.startswith(file)), "")
