"""Whole files against those committed: what changes in them is seen in review."""

from __future__ import annotations

from filingexport import Filing, read
from tests.conftest import GOLDEN, GOLDEN_EXTENSION


def test_the_instance_of_the_sample_is_the_golden_one(instance: bytes) -> None:
    assert instance == GOLDEN.read_bytes(), "run python -m tests.golden.update and review the difference"


def test_the_extension_of_the_sample_is_the_golden_one(own_files: dict[str, bytes]) -> None:
    assert {path.name: path.read_bytes() for path in GOLDEN_EXTENSION.iterdir()} == own_files


def test_the_golden_instance_reads_as_the_sample(sample: Filing) -> None:
    assert read(GOLDEN) == sample
