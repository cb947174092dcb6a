"""Mutations of a filing: one figure, date, name or sign of a clean sample is changed, and a rule must say so.

`Case` is one written by hand for a rule: what is changed, and which rule fires. What it says then, and which others fire
with it, is documented in ``golden/mutations.txt``, which the test compares.
`seeded` makes many from a seed: for a rule, the fields that it is about, each changed at random.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

import attrs
from attrs import field, frozen

from filingexport import Filing, load
from filingexport.checks.run import check
from filingexport.model.values import Block, Count, Money, Ratio, Shares, Text, YearMonth
from tests.conftest import ROOT

Change = Callable[[Any], Any]
"""From the value at a path to the changed one."""
NUMBERS = (Money, Shares, Count, Ratio)


@cache
def sample(name: str) -> Filing:
    return load(ROOT / "samples" / name)


def get(value: Any, path: str) -> Any:
    """What stands at this path; rows are numbered from 1."""
    for step in path.split("."):
        value = value[int(step) - 1] if isinstance(value, tuple) else _own(value, step)
    return value


def _own(value: Any, step: str) -> Any:
    if step[:1].isupper():
        return next(each.value for each in value.own if each.item == step)
    return getattr(value, step)


def put(value: Any, path: str, change: Change) -> Any:
    """The same object with what stands at this path changed."""
    step, _, rest = path.partition(".")

    def below(inner: Any) -> Any:
        return put(inner, rest, change) if rest else change(inner)

    if isinstance(value, tuple):
        number = int(step) - 1
        return (*value[:number], below(value[number]), *value[number + 1 :])
    if step[:1].isupper():
        own = tuple(attrs.evolve(each, value=below(each.value)) if each.item == step else each for each in value.own)
        return attrs.evolve(value, own=own)
    return attrs.evolve(value, **{step: below(getattr(value, step))})


# --- changes ------------------------------------------------------------------------------------------------------


def to(new: Any) -> Change:
    """Whatever it was, now this."""
    return lambda _: new


def times(factor: str) -> Change:
    """A number times a factor, to its own accuracy."""

    def change(value: Any) -> Any:
        place = Decimal(1).scaleb(-(value.decimals or 0))
        return attrs.evolve(value, amount=(value.amount * Decimal(factor) / place).to_integral_value() * place)

    return change


def plus(step: str | int) -> Change:
    """A number and this many."""
    return lambda value: attrs.evolve(value, amount=value.amount + Decimal(step))


def negated(value: Any) -> Any:
    """A number with the other sign."""
    return attrs.evolve(value, amount=-value.amount)


def said(en: str, ja: str | None = None) -> Change:
    """Another text; in the languages that the old one has."""

    def change(value: Any) -> Any:
        readings = {language: ja if language == "ja" and ja is not None else en for language, _ in value.readings}
        return (
            Block(**{k: f"<p>{v}</p>" for k, v in readings.items()}) if isinstance(value, Block) else Text(**readings)
        )

    return change


def reworded(old: str, new: str) -> Change:
    """Words of a text replaced, in whichever language they stand."""

    def change(value: Any) -> Any:
        assert any(old in reading for _, reading in value.readings), f"{old!r} is not in {value}"
        return type(value)(**{language: reading.replace(old, new) for language, reading in value.readings})

    return change


def days(number: int) -> Change:
    """A date so many days later."""
    return lambda value: value + timedelta(days=number)


# --- cases --------------------------------------------------------------------------------------------------------


@frozen
class Case:
    """One mutation.

    rule: must fire. prepare: brings the sample to where the rule has something to speak of; what is found then is the
    base. last: last year's filing.
    """

    rule: str
    sample: str
    edits: Mapping[str, Change] = field(hash=False)
    prepare: Mapping[str, Change] = field(factory=dict, hash=False)
    last: Callable[[], Filing] | None = None

    def __str__(self) -> str:
        return f"{self.rule}  {self.sample}  {', '.join(self.edits)}"


def found(filing: Filing, last: Filing | None = None) -> Counter[tuple[str, str, str]]:
    """What is found: rule, path, message."""
    return Counter((each.rule.id, each.path, each.message.en) for each in check(filing, last=last).findings)


def applied(filing: Filing, edits: Mapping[str, Change]) -> Filing:
    for path, change in edits.items():
        filing = put(filing, path, change)
    return filing


@cache
def _base(name: str) -> Counter[tuple[str, str, str]]:
    return found(sample(name))


def fired(case: Case) -> Counter[tuple[str, str, str]]:
    """What is found in the mutated filing and was not found before."""
    start = sample(case.sample)
    last = case.last() if case.last is not None else None
    if case.prepare:
        start = applied(start, case.prepare)
    before = found(start, last) if case.prepare or last is not None else _base(case.sample)
    return found(applied(start, case.edits), last) - before


# --- from a seed --------------------------------------------------------------------------------------------------


def at_random(value: Any, by: random.Random) -> Any:
    """The value changed as a slip of the hand changes it: a digit, a sign, the unit, a day, a letter."""
    match value:
        case Money() | Shares() | Count() | Ratio():
            return _number(value, by)
        case datetime() | date():
            return value + timedelta(days=by.choice([-366, -365, -31, -1, 1, 30, 365]))
        case YearMonth():
            return YearMonth(value.year + by.choice([-1, 1]), value.month)
        case bool():
            return not value
        case Text():
            return Text(**{language: _letters(reading, by) for language, reading in value.readings})
    raise TypeError(f"no way to change a {type(value).__name__}")


def _number(value: Any, by: random.Random) -> Any:
    place = -(value.decimals or 0)
    digits = str(abs(int(value.amount.scaleb(-place))))
    kinds = ["digit", "digit", "digit", "swap", "unit", "sign"]
    if isinstance(value, (Count, Shares, Ratio)):
        kinds = ["digit", "swap", "more"]
    kind = by.choice(kinds)
    swappable = [n for n in range(len(digits) - 1) if digits[n] != digits[n + 1]]
    if kind == "swap" and swappable:
        n = by.choice(swappable)
        digits = digits[:n] + digits[n + 1] + digits[n] + digits[n + 2 :]
    elif kind == "unit":
        digits += "000"
    elif kind == "sign" and value.amount:
        return attrs.evolve(value, amount=-value.amount)
    elif kind == "more":
        digits = str(int(digits) + by.randint(1, 3))
    else:
        n = by.randrange(len(digits))
        digits = digits[:n] + by.choice([each for each in "123456789" if each != digits[n]]) + digits[n + 1 :]
    amount = Decimal(digits).scaleb(place)
    return attrs.evolve(value, amount=-amount if value.amount < 0 else amount)


def _letters(text: str, by: random.Random) -> str:
    n = by.randrange(len(text))
    return (
        text[:n] + by.choice("xqz甲乙丙") + text[n + 1 :]
        if by.random() < 0.5
        else text + " " + by.choice(["Jr.", "II", "丙"])
    )


def seeded(name: str, rule: str, paths: Iterable[str], number: int, seed: int) -> Iterator[tuple[str, str, Any, Any]]:
    """(rule, path, old, new): so many mutations of the fields that a rule is about."""
    known = sorted(set(paths))
    by = random.Random(f"{seed} {rule} {name}")
    for path in by.sample(known, min(number, len(known))):
        old = get(sample(name), path)
        new = at_random(old, by)
        if new != old:
            yield rule, path, old, new
