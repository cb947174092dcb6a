"""read(write(filing)) == filing: for the sample, and for made-up filings of every part of the model."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filingexport import Filing, Finding, dump, export, extension_files, load, read, validate, write
from tests.conftest import EFFORT, SAMPLE
from tests.strategies import all_places, filings

PLACES = all_places()


def test_the_sample_reads_back_equal(sample: Filing, instance: bytes, own_files: dict[str, bytes]) -> None:
    findings: list[Finding] = []
    assert read(instance, extension=own_files, findings=findings) == sample
    assert findings == []
    assert sample.unplaced == ()


def test_the_sample_is_valid(instance: bytes, own_files: dict[str, bytes]) -> None:
    assert validate(instance, extension=own_files) == ()


def test_the_same_filing_gives_the_same_bytes(sample: Filing, instance: bytes) -> None:
    assert write(load(SAMPLE)) == instance == write(sample)


def test_export_import_export_gives_the_same_bytes(sample: Filing, tmp_path: Path) -> None:
    exported = export(sample, tmp_path / "out", "notice").instance
    first = exported.read_bytes()
    dump(read(exported), tmp_path / "copy")
    again = load(tmp_path / "copy")
    assert again == sample
    assert export(again, tmp_path / "again", "notice").instance.read_bytes() == first


def test_source_files_of_a_copy_are_stable(sample: Filing, tmp_path: Path) -> None:
    dump(sample, tmp_path / "one")
    dump(load(tmp_path / "one"), tmp_path / "two")
    one = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    assert one == {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()}


@pytest.mark.parametrize("place", sorted(PLACES))
@settings(max_examples=8 * EFFORT, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_part_made_up_reads_back_equal(place: str, data: st.DataObject) -> None:
    filing = data.draw(filings(PLACES[place]))
    written = write(filing)
    findings: list[Finding] = []
    assert read(written, findings=findings) == filing
    assert findings == []
    assert validate(written) == ()


@settings(max_examples=150 * EFFORT, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_made_up_extensions_read_back_equal(data: st.DataObject) -> None:
    filing = data.draw(st.sampled_from(sorted(PLACES)).flatmap(lambda place: filings(PLACES[place], extension=True)))
    written, files = write(filing), extension_files(filing)
    findings: list[Finding] = []
    assert read(written, extension=files, findings=findings) == filing
    assert findings == []
    assert validate(written, extension=files) == ()
    with tempfile.TemporaryDirectory() as folder:
        dump(filing, Path(folder) / "source")
        assert load(Path(folder) / "source") == filing


@settings(max_examples=60 * EFFORT, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_made_up_filings_survive_source_files(data: st.DataObject) -> None:
    filing = data.draw(st.sampled_from(sorted(PLACES)).flatmap(lambda place: filings(PLACES[place])))
    with tempfile.TemporaryDirectory() as folder:
        dump(filing, Path(folder) / "source")
        again = load(Path(folder) / "source")
    assert again == filing
    assert write(again) == write(filing)
