"""Statements of changes in equity: movements down, components across, each amount in a line and a column."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any, Final

from attrs import define, frozen

from filingexport.authoring.figures import PrintedUnit
from filingexport.binding.plan import ColumnLeaf, Leaf, PartField, Plan
from filingexport.drafting import layout, printed, reasons, wording
from filingexport.drafting.document import Table
from filingexport.drafting.fields import PRIOR, Path, label_words, leaf_words, part_words, plan_at
from filingexport.drafting.holding import Entry, Holding
from filingexport.model.values import DASH, Money
from filingexport.said import Said

_LINE: Final = 0.4
_COLUMN: Final = 0.55
_SURE: Final = 0.84
_HIGHER: Final = 0.08
_BALANCE: Final = re.compile(r"\bbalances?\b|残高", re.IGNORECASE)
_OF_BALANCE: Final = wording.words("balance") | wording.words("残高")
_TOTALS: Final = (frozenset({"total"}), wording.words("合計"), wording.words("計"))


@frozen(eq=False)
class Column:
    """A column of a table and the component that it is of. likeness: of its heading and the component's label."""

    number: int
    field: ColumnLeaf
    likeness: float
    heading: str


@define(eq=False)
class Movement:
    """A line of a table and the field it is of."""

    caption: str
    place: str
    cells: dict[int, str]
    field: PartField | None = None
    likeness: float = 0.0


@cache
def lines_of(at: Plan) -> tuple[PartField, ...]:
    """The lines of the matrix that a part is; none where it is none."""
    return tuple(each for each in at.entries if isinstance(each, PartField) and each.line is not None)


def read(given: Table, root: Path, holding: Holding, language: str, unit: PrintedUnit | None) -> bool:
    """Match the cells of a table to the matrix at `root`; says whether it is such a table."""
    at = plan_at(root)
    fields = lines_of(at)
    if not fields or len(given.rows[0]) > layout.MAX_COLUMNS:
        return False
    whole = layout.joined(given)
    top = next((n for n, row in enumerate(whole.rows) if any(layout.is_amount(each.text) for each in row[1:])), 0)
    if top == 0:
        return False
    unit = layout.stacks(whole)[0].units.get(1, unit) if layout.stacks(whole) else unit
    movements = [
        Movement(row[0].text, row[0].place, {n: each.text for n, each in enumerate(row) if n and each.text})
        for row in whole.rows[top:]
    ]
    _find_lines(movements, fields)
    columns = _columns(whole, top, fields, _closing(movements, unit), _known(root, holding))
    if not columns:
        return False
    footed, broken = _footed(movements, columns, unit)
    for movement in movements:
        if movement.field is None or movement.field.line is None:
            said = " ".join(movement.cells.values())
            if said:
                holding.leave(f"{movement.caption} {said}", movement.place, reasons.NO_MOVEMENT)
            continue
        for column in columns:
            text = movement.cells.get(column.number)
            made = None if text is None else printed.value(movement.field.line, text, unit, language)
            if made is None:
                continue
            why = _why(movement, column, footed, broken)
            path = (*root, movement.field.attribute, column.field.attribute)
            holding.put(Entry(path, movement.field.line, made, movement.place, why, 0.7 if why else 0.95))
    _beside(at, root, whole, top, columns, movements, holding, language)
    return True


def _why(movement: Movement, column: Column, footed: set[int], broken: set[int]) -> Said:
    if column.number in broken:
        return reasons.broken_column(column.heading)
    if column.likeness < _COLUMN + 0.05 or (column.likeness < _SURE and column.number not in footed):
        return reasons.column(column.heading)
    if movement.likeness < _COLUMN or (movement.likeness < _SURE and column.number not in footed):
        return reasons.line(movement.caption)
    return reasons.SURE


def _closing(movements: list[Movement], unit: PrintedUnit | None) -> dict[int, Decimal]:
    """The balances at the end, by their columns."""
    last = next((each for each in reversed(movements) if _BALANCE.search(each.caption)), None)
    found = {}
    if last is not None and last.field is not None and last.field.line is not None:
        for number, text in last.cells.items():
            made = printed.value(last.field.line, text, unit, "en")
            if isinstance(made, Money):
                found[number] = made.amount
    return found


def _known(root: Path, holding: Holding) -> list[tuple[frozenset[str], Decimal]]:
    """The amounts of the other statements beside this one, with the words of what they are called."""
    return [
        (label, entry.value.amount)
        for path, entry in holding.entries.items()
        if path[: len(root) - 1] == root[:-1] and path[: len(root)] != root and isinstance(entry.value, Money)
        and entry.sure and PRIOR not in path
        for label in leaf_words(entry.leaf)
    ]  # fmt: skip


def _tied(labels: list[frozenset[str]], closing: Decimal | None, known: list[tuple[frozenset[str], Decimal]]) -> float:
    """What the balance sheet says of a column: more where its amount is the same, less where it is another."""
    said = [amount for label, amount in known if label in labels]
    if closing is None or not said:
        return 0.0
    return 0.5 if closing in said else -0.3


def _columns(
    given: Table, top: int, fields: tuple[PartField, ...], closing: dict[int, Decimal],
    known: list[tuple[frozenset[str], Decimal]],
) -> list[Column]:  # fmt: skip
    weights = wording.weights()
    candidates = [each for each in fields[-1].plan.entries if isinstance(each, ColumnLeaf)]
    balance = fields[-1].line
    assert balance is not None
    found: list[Column] = []
    for number in range(1, len(given.rows[0])):
        heads = [row[number].text for row in given.rows[:top] if row[number].text]
        if not heads:
            continue
        # What stands right above the amounts tells most; what stands higher may head other columns too.
        lowest = wording.words(heads[-1])
        said = [lowest, wording.words(" ".join(heads)), *(wording.words(each) for each in heads[:-1])]
        for field in candidates:
            labels: list[frozenset[str]]
            if field.member is not None:
                labels = list(label_words((field.member.label.en, field.member.label.ja)))
                likeness = max(
                    weights.likeness(one, label) - (_HIGHER if one is not lowest else 0)
                    for one in said
                    for label in labels
                )
                if wording.squeezed(" ".join(heads)) in map(
                    wording.squeezed, (field.member.label.en, field.member.label.ja)
                ):
                    likeness = 1.0
                if frozenset({"total"}) <= said[0] and not frozenset({"total"}) <= labels[0]:
                    likeness = max(
                        likeness, max(weights.likeness(said[0] - {"total"}, label) for label in labels) - 0.04
                    )
            else:
                labels = [*_TOTALS, *(each - _OF_BALANCE | {"total"} for each in leaf_words(balance)),
                          *(each - _OF_BALANCE | wording.words("合計") for each in leaf_words(balance))]  # fmt: skip
                likeness = max(
                    weights.likeness(one, label) - (_HIGHER if one is not lowest else 0)
                    for one in said
                    for label in labels
                )
            if likeness >= 0.3:
                likeness += _tied(labels, closing.get(number), known) if field.member is not None else 0.0
            if likeness >= _COLUMN:
                found.append(Column(number, field, likeness, " ".join(heads)))
    found.sort(key=lambda each: -each.likeness)
    taken: dict[int, Column] = {}
    for each in found:
        if each.number not in taken and all(each.field is not other.field for other in taken.values()):
            taken[each.number] = each
    return sorted(taken.values(), key=lambda each: each.number)


def _find_lines(movements: list[Movement], fields: tuple[PartField, ...]) -> None:
    weights = wording.weights()
    balances = [each for each in movements if _BALANCE.search(each.caption)]
    opening = next((each for each in fields if each.opening), None)
    same = opening.line.concept if opening is not None and opening.line is not None else None
    closing = next((e for e in fields if not e.opening and e.line is not None and e.line.concept is same), None)
    if balances and opening is not None:
        balances[0].field, balances[0].likeness = opening, 1.0
    if len(balances) > 1 and closing is not None:
        balances[-1].field, balances[-1].likeness = closing, 1.0
    found = []
    for number, movement in enumerate(movements):
        if movement.field is not None or not movement.cells:
            continue
        words = wording.words(movement.caption)
        for order, field in enumerate(fields):
            if field is opening or field is closing or field.line is None:
                continue
            likeness = max((weights.likeness(words, each) for each in leaf_words(field.line)), default=0.0)
            if likeness >= _LINE:
                found.append((likeness, -order, number, field))
    taken: set[int] = set()
    for likeness, _, number, field in sorted(found, key=lambda each: (-each[0], -each[1])):
        if movements[number].field is None and id(field) not in taken:
            taken.add(id(field))
            movements[number].field, movements[number].likeness = field, likeness


def _footed(movements: list[Movement], columns: list[Column], unit: PrintedUnit | None) -> tuple[set[int], set[int]]:
    """The columns in which the balance at the end is that at the beginning and the movements between, and those in which not."""
    footed: set[int] = set()
    broken: set[int] = set()
    for column in columns:
        opening = closing = None
        moved = Decimal(0)
        for each in movements:
            if each.field is None or each.field.line is None or column.number not in each.cells:
                continue
            made = printed.value(each.field.line, each.cells[column.number], unit, "en")
            if not isinstance(made, Money):
                continue
            if each.field.opening:
                opening = made.amount
            elif each.field.line.concept is _balance_of(movements):
                closing = made.amount
            elif each.field.line.concept.total is False:
                moved += made.amount
        if opening is not None and closing is not None:
            (footed if opening + moved == closing else broken).add(column.number)
    return footed, broken


def _balance_of(movements: list[Movement]) -> Any:
    return next(
        (e.field.line.concept for e in movements if e.field is not None and e.field.opening and e.field.line), None
    )


def _beside(
    at: Plan, root: Path, given: Table, top: int, columns: list[Column], movements: list[Movement], holding: Holding,
    language: str,
) -> None:  # fmt: skip
    """Numbers of shares that stand in a column beside the components: at the beginning, issued, at the end."""
    weights = wording.weights()
    taken = {each.number for each in columns}
    parts = [each for each in at.entries if isinstance(each, PartField) and each.line is None]
    for number in range(1, len(given.rows[0])):
        heading = " ".join(row[number].text for row in given.rows[:top] if row[number].text)
        words = wording.words(heading)
        if number in taken or not words:
            continue
        for part in parts:
            if max((weights.likeness(words, each) for each in part_words(part.plan)), default=0.0) < _SURE:
                continue
            inner = next((each for each in part.plan.entries if isinstance(each, PartField) and each.opening), None)
            own = [each for each in part.plan.entries if isinstance(each, Leaf) and each.concept.kind == "shares"]
            for movement in movements:
                text = movement.cells.get(number)
                if text is None:
                    continue
                path: Path
                why = reasons.SURE
                if movement.field is not None and movement.field.opening and inner is not None:
                    leaf = next(each for each in inner.plan.entries if isinstance(each, Leaf))
                    path = (*root, part.attribute, inner.attribute, leaf.attribute)
                elif (
                    movement.field is not None
                    and movement.field.line is not None
                    and movement.field.line.concept is _balance_of(movements)
                ):
                    leaf = own[-1]
                    path = (*root, part.attribute, leaf.attribute)
                else:
                    said = wording.words(movement.caption)
                    leaf = max(
                        own[:-1],
                        key=lambda each: max(weights.likeness(said, label) for label in leaf_words(each)),
                        default=own[-1],
                    )
                    path = (*root, part.attribute, leaf.attribute)
                    why = reasons.line(movement.caption)
                made = printed.value(leaf, text, None, language)
                if made is not None and made is not DASH:
                    holding.put(Entry(path, leaf, made, movement.place, why, 0.7 if why else 0.95))
