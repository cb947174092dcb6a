"""Objects made without checks are what the constructor makes, of every class that readers make so."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest
from attrs import frozen

from filingexport.binding.plan import plans
from filingexport.model.business_report.officers import Officer
from filingexport.model.filing import Filing
from filingexport.model.values import Money, Ratio, Shares, Text
from filingexport.report import Fact, Period
from filingexport.unchecked import constructor, unchecked

PERIOD = Period(None, date(2008, 3, 31))
MADE: list[tuple[Any, tuple[Any, ...], dict[str, Any]]] = [
    (Money, (Decimal(5), "USD", -3), {"footnotes": (Text(en="a"),)}),
    (Shares, (Decimal(5), 0), {}),
    (Ratio, (Decimal("0.5"),), {"decimals": None}),
    (Fact, ("{a}b", PERIOD), {"value": "1", "place": "x:1"}),
    (Officer, (), {"name": Text(en="A")}),
]


@pytest.mark.parametrize(("cls", "given", "named"), MADE)
def test_they_are_equal_frozen_and_can_be_pickled(cls: Any, given: tuple[Any, ...], named: dict[str, Any]) -> None:
    made, usual = unchecked(cls)(*given, **named), cls(*given, **named)
    assert type(made) is cls
    assert made == usual
    assert hash(made) == hash(usual)
    assert repr(made) == repr(usual)
    assert pickle.loads(pickle.dumps(made)) == usual
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(made, attrs.fields(cls)[0].name, None)


def test_nothing_is_checked() -> None:
    assert unchecked(Money)("no number", "yen").currency == "yen"


def test_every_part_can_be_made_so() -> None:
    for plan in plans(Filing).values():
        required = {each.name: 1 for each in attrs.fields(plan.cls) if each.default is attrs.NOTHING}
        make: Any = constructor(plan.cls, many=True)
        assert make is not plan.cls
        assert make(**required) == plan.cls(**required)


def test_it_is_the_class_itself_until_it_is_worth_more_and_where_something_is_checked() -> None:
    @frozen
    class Base:
        first: int = 1

    @frozen
    class Part(Base):
        second: int = 2

    @frozen
    class Checked(Base):
        second: int = attrs.field(default=2, converter=int)

    assert [constructor(Part, many=False) is Part for _ in range(4)] == [True, True, False, False]
    assert constructor(Checked, many=True) is Checked
    assert constructor(Base, many=True) is Base
    with pytest.raises(TypeError, match="Base has a slot for weak references"):
        unchecked(Base)


def test_a_default_made_anew_each_time_is_refused() -> None:
    @frozen(weakref_slot=False)
    class Made:
        of: list[int] = attrs.field(factory=list)

    with pytest.raises(TypeError, match=r"Made\.of has a default"):
        unchecked(Made)
