"""docs/coverage.md is in step with the taxonomy and the samples, and the samples state what can be disclosed."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tests.golden.coverage import MARK, NOT_STATED, SAMPLES, coverage_text, not_stated


def test_the_page_is_what_the_samples_state() -> None:
    """`python -m tests.golden.update` writes the tables anew."""
    page = (ROOT / "docs" / "coverage.md").read_text("utf-8")
    assert page.partition(MARK)[2].strip() == coverage_text().strip()


def test_all_samples_are_counted() -> None:
    assert sorted(SAMPLES) == sorted(path.name for path in (ROOT / "samples").iterdir() if path.is_dir())


def test_every_item_outside_the_statements_is_stated_by_a_sample() -> None:
    assert [path for path in not_stated() if not any(part in path for part in NOT_STATED)] == []


@pytest.mark.parametrize("part", NOT_STATED)
def test_each_exception_is_needed(part: str) -> None:
    assert [path for path in not_stated() if part in path]
