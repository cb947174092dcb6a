"""What all tests share."""

from __future__ import annotations

import gc
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from filingexport import Filing, extension_files, load, write
from filingexport.model.filing import Company
from filingexport.model.values import Text

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "iij-2008"
GOLDEN = ROOT / "tests" / "golden" / "iij-2008.xbrl"
GOLDEN_EXTENSION = ROOT / "tests" / "golden" / "taxonomy"
SEED = ROOT / "tests" / "data" / "iij-2008-convocation-notice.txt"

EFFORT = int(os.environ.get("FILINGEXPORT_EFFORT", "1"))
"""How many times as many examples as usual the property tests make; above 1 also other ones at each run."""

settings.register_profile(
    "default",
    max_examples=8 * EFFORT,
    deadline=None,
    derandomize=EFFORT == 1,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("default")


def pytest_collection_finish() -> None:
    """What is there when the tests begin stays; to look through it again and again takes a tenth of their time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session")
def sample() -> Filing:
    return load(SAMPLE)


@pytest.fixture(scope="session")
def instance(sample: Filing) -> bytes:
    return write(sample)


@pytest.fixture(scope="session")
def own_files(sample: Filing) -> dict[str, bytes]:
    """The extension of the sample."""
    return extension_files(sample)


@pytest.fixture
def small() -> Filing:
    """The least a filing can be."""
    company = Company(
        name=Text(en="Example Inc."),
        identifier_scheme="http://filingexport.example/company",
        identifier="Example Inc.",
    )
    return Filing(company=company, fiscal_year_start=date(2007, 4, 1), fiscal_year_end=date(2008, 3, 31))
