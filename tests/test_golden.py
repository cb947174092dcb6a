"""Whole files against those committed: what changes in them is seen in review."""

from __future__ import annotations

import pytest

from filingexport import Filing, extension_files, read
from tests.conftest import GOLDEN, GOLDEN_EXTENSION
from tests.golden.example import FOLDER, example, files

ANEW = "run python -m tests.golden.update and review the difference"


def test_the_instance_of_the_sample_is_the_golden_one(instance: bytes) -> None:
    assert instance == GOLDEN.read_bytes(), ANEW


def test_the_extension_of_the_sample_is_the_golden_one(own_files: dict[str, bytes]) -> None:
    assert {path.name: path.read_bytes() for path in GOLDEN_EXTENSION.iterdir()} == own_files


def test_the_golden_instance_reads_as_the_sample(sample: Filing) -> None:
    assert read(GOLDEN) == sample


def test_the_example_is_the_golden_one_in_each_format() -> None:
    assert {path.name: path.read_bytes() for path in FOLDER.iterdir()} == files(), ANEW


@pytest.mark.parametrize("name", ["example.xbrl", "example.json", "example-csv.json", "example.xhtml"])
def test_the_golden_example_reads_as_it_was_written(name: str) -> None:
    assert read(FOLDER / name, extension=extension_files(example())) == example()
