"""Workbook and filing: what is written is read back equal, for the samples and for made-up filings of every part."""

from __future__ import annotations

import tempfile
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filingexport import Filing, load
from filingexport.authoring.workbook import reader, writer
from tests.conftest import EFFORT, ROOT
from tests.strategies import all_places, filings

PLACES = all_places()


def back(filing: Filing, every: bool = False) -> Filing:
    """The filing written as a workbook and read from it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notice.xlsx"
        path.write_bytes(writer.of_filing(filing, every=every))
        loaded = reader.load(path)
    assert loaded.findings == ()
    return loaded.filing


@settings(max_examples=60 * EFFORT, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_made_up_filings_read_back_equal(data: st.DataObject) -> None:
    place = data.draw(st.sampled_from(sorted(PLACES)))
    filing = data.draw(filings(PLACES[place], extension=data.draw(st.booleans())))
    assert back(filing) == filing
