"""Each sample folder: it exports, is valid, and comes back the same. What an independent processor says: `test_formats_arelle`."""

from __future__ import annotations

from pathlib import Path

import pytest

from filingexport import dump, export, load, read, validate
from tests.conftest import ROOT

SAMPLES = sorted(path.parent.name for path in (ROOT / "samples").glob("*/filing.yaml"))


def test_there_are_samples_of_several_kinds() -> None:
    filings = [load(ROOT / "samples" / name) for name in SAMPLES]
    assert len(filings) > 1
    assert all(filing.extension is not None for filing in filings)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_goes_all_the_way_round_and_is_valid(name: str, tmp_path: Path) -> None:
    filing = load(ROOT / "samples" / name)
    exported = export(filing, tmp_path / "out", name)
    assert exported.findings == ()
    assert validate(exported.instance) == ()
    assert read(exported.instance) == filing
    dump(read(exported.instance), tmp_path / "copy")
    again = export(load(tmp_path / "copy"), tmp_path / "again", name)
    assert again.instance.read_bytes() == exported.instance.read_bytes()


@pytest.mark.parametrize("name", [name for name in SAMPLES if name != "iij-2008"])
def test_an_invented_company_is_labelled_as_such(name: str) -> None:
    first = (ROOT / "samples" / name / "filing.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# An invented company: every name and figure in this folder is made up."
