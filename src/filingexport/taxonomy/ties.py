"""The ties that XBRL can express: what the statements tell twice, and balances that follow from movements.

Made from the same marks beside the fields of the model that the checks go by (`filingexport.model.meaning`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from filingexport.binding.marks import mark, marks
from filingexport.binding.plan import ColumnLeaf, Leaf, PartField, Plan, axis_name, member_pair, paths, plan
from filingexport.declaring import frozen
from filingexport.model.filing import ConsolidatedOrNonConsolidated, Filing
from filingexport.model.item import Concept
from filingexport.model.meaning import Adding, Adds, Also, Cells, Measure
from filingexport.model.statements.consolidated import Consolidated
from filingexport.model.statements.non_consolidated import NonConsolidated

NON_CONSOLIDATED: Final = member_pair(ConsolidatedOrNonConsolidated.NON_CONSOLIDATED)
"""The axis and member of the company's own statements."""


@frozen
class Term:
    """A figure: its concept and, in a matrix, the axis of the columns with the column's member (None: the total)."""

    concept: str
    axis: str = ""
    member: str | None = None


@frozen
class Tie:
    """Two figures of one measure; `alone` where they are one only in the company's own statements."""

    measure: Measure
    one: Term
    other: Term
    alone: bool = False


@frozen
class Roll:
    """A closing balance that is the opening balance and the movement; `more`: a movement that need not be there."""

    closing: Concept
    balance: str
    opening: str
    movement: str
    more: str = ""


def _statements() -> Iterator[tuple[str, Plan]]:
    """The parts of the statements of the year, by the kind of statements: the field of `Consolidated`, or the other."""
    kinds = [each.attribute for each in plan(Consolidated).entries if isinstance(each, PartField)]
    for path, of in paths(Filing).items():
        steps = path.split(".")
        if "prior_year" in steps or "notes" in steps or len(steps) < 2:
            continue
        if steps[0] == "consolidated" and steps[1] in kinds:
            yield steps[1], of
        elif steps[0] == "non_consolidated":
            yield NonConsolidated.__name__, of


def _terms(of: Plan) -> Iterator[tuple[Measure, Term, bool]]:
    """(measure, figure, whether only in the company's own statements) of the fields of this part."""
    for entry in of.entries:
        if isinstance(entry, Leaf):
            for said in marks(of.cls).get(entry.attribute, ()):
                if isinstance(said, Measure):
                    yield said, Term(entry.name), False
                elif isinstance(said, Also):
                    yield said.measure, Term(entry.name), True
        elif isinstance(entry, PartField) and entry.line is not None and not entry.opening:
            columns = {each.attribute: each for each in entry.plan.entries if isinstance(each, ColumnLeaf)}
            if entry.line.instant:
                for name, column in columns.items():
                    if (measure := mark(entry.plan.cls, name, Measure)) is not None:
                        yield measure, _cell(entry, column), False
            elif (cells := mark(of.cls, entry.attribute, Cells)) is not None:
                for name, measure in cells.columns:
                    yield measure, _cell(entry, columns[name]), False


def _cell(line: PartField, column: ColumnLeaf) -> Term:
    assert line.line is not None
    axes = {axis_name(type(each.member)) for each in line.plan.entries if isinstance(each, ColumnLeaf) and each.member}
    return Term(line.line.name, next(iter(axes)), column.pair[1] if column.pair is not None else None)


@cache
def ties() -> tuple[Tie, ...]:
    """Every figure of the statements that is the same as another of them, each pair once."""
    found: dict[tuple[Term, Term], Tie] = {}
    told: dict[tuple[str, Measure], list[tuple[Term, bool]]] = {}
    for kind, of in _statements():
        for measure, term, alone in _terms(of):
            told.setdefault((kind, measure), []).append((term, alone))
    for (kind, measure), terms in told.items():
        firm = [term for term, alone in terms if not alone]
        for other in firm[1:]:
            if other != firm[0]:
                found.setdefault((firm[0], other), Tie(measure, firm[0], other))
        if kind == NonConsolidated.__name__:
            for one, other in ((term, other) for term, alone in terms if alone for other in firm if other.axis):
                found.setdefault((one, other), Tie(measure, one, other, alone=True))
    return tuple(found.values())


@cache
def rolls() -> tuple[Roll, ...]:
    """The balances that follow from an opening balance and one total of movements."""
    found: dict[str, Roll] = {}
    for _, of in _statements():
        for entry in of.entries:
            said = mark(of.cls, entry.attribute, Adds)
            if said is None or said.how is not Adding.FORWARD or said.minus or len(said.plus) > 3:
                continue
            closing = entry.line if isinstance(entry, PartField) else entry
            opening = _leaf(of, said.plus[0])
            movements = [leaf for name in said.plus[1:] if (leaf := _leaf(of, name)) is not None and not leaf.instant]
            if isinstance(closing, Leaf) and opening is not None and len(movements) == len(said.plus) - 1:
                more = movements[1].name if len(movements) > 1 else ""
                roll = Roll(closing.concept, closing.name, opening.name, movements[0].name, more)
                found.setdefault(closing.name, roll)
    return tuple(found.values())


def _leaf(of: Plan, path: str) -> Leaf | None:
    """The figure, or the line of a matrix, that a path leads to."""
    name, _, rest = path.partition(".")
    entry = next(each for each in of.entries if each.attribute == name)
    if isinstance(entry, PartField) and entry.line is None:
        return _leaf(entry.plan, rest)
    leaf = entry.line if isinstance(entry, PartField) else entry
    return leaf if isinstance(leaf, Leaf) else None
