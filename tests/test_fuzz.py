"""A short part of the fuzzing with fixed seeds; `make fuzz` is the long one. Every crash ever found has its seed or its case here."""

from __future__ import annotations

import pytest

from filingexport import FilingError
from tests import fuzz
from tests.conftest import EFFORT
from tests.hostile.base import ALL, made

RUNS = 25 * EFFORT


@pytest.mark.parametrize("reader", ALL)
def test_a_file_with_changes_is_read_or_refused(reader: str) -> None:
    told: list[str] = []
    assert fuzz.crashes(reader, RUNS, tell=told.append) == [], "\n".join(told)


@pytest.mark.parametrize("reader", ALL)
def test_the_sound_files_are_read_and_changes_are_refused(reader: str) -> None:
    """Else fuzzing would see only the first gate."""
    fuzz.take(reader, made(reader))
    if reader in ("html", "md", "txt"):
        return  # half of a text is one too
    name, data = fuzz.parts(reader)[0]
    with pytest.raises(FilingError):
        fuzz.take(reader, fuzz.files_with(reader, name, data[: len(data) // 2]))
