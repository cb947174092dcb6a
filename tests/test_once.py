"""What a process makes once is one object, whichever threads ask for it at the same time."""

from __future__ import annotations

import threading

import attrs
import pytest

from filingexport.declaring import frozen
from filingexport.once import once
from tests.together import at_once


def test_all_threads_get_the_same_object() -> None:
    waiting = threading.Event()
    made = []

    @once
    def make(key: str) -> object:
        made.append(key)
        waiting.wait(0.05)  # long enough for all others to ask
        return object()

    found = at_once([lambda: make("a")] * 8)
    assert len(found) == 8
    assert len({id(each) for each in found}) == 1
    assert made == ["a"]
    assert make("b") is make("b") is not make("a")


def test_making_one_may_make_others_and_what_fails_is_tried_again() -> None:
    tries = []

    @once
    def make(number: int) -> int:
        tries.append(number)
        if number == 0 and len(tries) < 5:
            raise ValueError("not yet")
        return number and make(number - 1) + 1

    with pytest.raises(ValueError, match="not yet"):
        make(3)
    assert tries == [3, 2, 1, 0]
    assert make(3) == 3
    assert tries == [3, 2, 1, 0, 3, 2, 1, 0]


def test_a_class_is_completed_by_one_thread_while_others_make_objects_of_it() -> None:
    for _ in range(30):

        @frozen
        class Made:
            """Not used before the threads use it."""

            a: int
            b: int = 2
            c: int = 3
            d: int = 4

        found = at_once([lambda cls=Made: attrs.evolve(cls(1), b=5, c=len(attrs.fields(cls)))] * 8)  # type: ignore[misc]
        assert found == [Made(1, 5, 4, 4)] * 8
