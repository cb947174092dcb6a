"""What each total of a part is the sum of, as its field says by ``total=``."""

from __future__ import annotations

from functools import cache

from filingexport.binding.plan import Entry, Leaf, PartField, Plan
from filingexport.declaring import frozen
from filingexport.model import item


@frozen(eq=False)
class Summand:
    """One item of a sum: the attributes that lead to it from the part, its leaf (of a matrix, its line), its weight."""

    steps: tuple[str, ...]
    leaf: Leaf
    weight: int


@frozen(eq=False)
class Summation:
    """A total of a part, and what it is the sum of. line: the field of the total, where it is a line of a matrix."""

    attribute: str
    leaf: Leaf
    line: PartField | None
    summands: tuple[Summand, ...]


@cache
def summations(plan: Plan) -> tuple[Summation, ...]:
    """The totals that this part declares; raises TypeError for one that names what is no amount of its own.

    A total that repeats another statement's is not among them: what it sums stands where it is declared.
    """
    found = []
    for entry in plan.entries:
        leaf = _leaf(entry)
        if leaf is None or leaf.concept.total is False or item.declared_in(leaf.concept) is not plan.cls:
            continue
        total = leaf.concept.total
        summands = _all(plan, leaf) if total is True else [resolve(plan, path, leaf) for path in total]
        line = entry if isinstance(entry, PartField) else None
        found.append(Summation(entry.attribute, leaf, line, tuple(summands)))
    return tuple(found)


def _leaf(entry: Entry) -> Leaf | None:
    if isinstance(entry, Leaf):
        return entry
    return entry.line if isinstance(entry, PartField) else None


def weight(total: Leaf, part: Leaf) -> int:
    """With which weight an item is in a total, as their balances say (XBRL 2.1, 5.1.1.2)."""
    if total.concept.balance is None or part.concept.balance is None:
        return 1
    return 1 if total.concept.balance == part.concept.balance else -1


def _counts(leaf: Leaf, total: Leaf) -> bool:
    return leaf.concept.kind == total.concept.kind and not leaf.concept.memo and leaf.instant == total.instant


def _all(plan: Plan, total: Leaf) -> list[Summand]:
    """Every other amount of the part, and the total of each part in it."""
    found = []
    for entry in plan.entries:
        leaf = _leaf(entry)
        if leaf is not None:
            if leaf is not total and _counts(leaf, total) and not leaf.concept.total:
                found.append(Summand((entry.attribute,), leaf, weight(total, leaf)))
        elif isinstance(entry, PartField) and entry.member is None and not entry.opening:
            found += [
                Summand((entry.attribute, inner.attribute), inner, weight(total, inner))
                for inner in entry.plan.entries
                if isinstance(inner, Leaf) and inner.concept.total is True and _counts(inner, total)
            ]
    return found


def resolve(plan: Plan, path: str, total: Leaf) -> Summand:
    """What a path from the part leads to, as an item of this total; raises TypeError for what is no amount beside it."""
    here = plan
    steps = tuple(path.split("."))
    for step in steps[:-1]:
        entry = next((each for each in here.entries if each.attribute == step), None)
        if not isinstance(entry, PartField) or entry.member is not None or entry.opening:
            raise TypeError(
                f"{plan.cls.__name__}: a total names {path!r}, but {step!r} is no part in the same dimensions and period"
            )
        here = entry.plan
    last = next((each for each in here.entries if each.attribute == steps[-1]), None)
    leaf = _leaf(last) if last is not None else None
    if leaf is None:
        raise TypeError(f"{plan.cls.__name__}: a total names {path!r}, which is no amount")
    return Summand(steps, leaf, weight(total, leaf))
