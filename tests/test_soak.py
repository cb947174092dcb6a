"""A small fixed part of `make soak`: see `tests.soak`."""

from __future__ import annotations

from tests.soak import PLACES, made_up, through


def test_some_made_up_filings_go_through_formats_in_turn() -> None:
    """Of each kind some: plain, with an extension, with facts that have no place."""
    kinds = set()
    for kind in range(3):
        for made in made_up(kind * len(PLACES) + 101 * kind, 3):
            kinds.add(made.kind)
            assert through(made, every=False) == 2
    assert kinds == {"plain", "extension", "kept"}


def test_the_same_number_is_the_same_filing() -> None:
    assert [each.filing for each in made_up(30, 2)] == [each.filing for each in made_up(30, 2)]
