"""Filings of another version of the taxonomy: read, with what cannot be placed told exactly and kept."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from filingexport import Filing, FilingError, Finding, load, read, validate, write
from filingexport.names import BASE, VERSION_DATE
from tests.conftest import ROOT, SAMPLE

OLD = "2025-04-01"


def of_version(data: bytes, version: str) -> bytes:
    return data.replace(BASE.encode(), BASE.replace(VERSION_DATE, version).encode()).replace(
        f"filingexport-{VERSION_DATE}".encode(), f"filingexport-{version}".encode()
    )


@pytest.fixture
def plain() -> Filing:
    """The sample without its extension, so that all of it is of the standard taxonomy."""
    filing = load(ROOT / "samples" / "kitahama-2026")
    report = filing.business_report
    sheet = filing.non_consolidated
    assert report is not None
    assert sheet is not None
    return attrs.evolve(
        filing, extension=None, business_report=None, non_consolidated=attrs.evolve(sheet, balance_sheet=None)
    )


def test_a_filing_of_an_older_version_reads_the_same(plain: Filing) -> None:
    findings: list[Finding] = []
    assert read(of_version(write(plain), OLD), findings=findings) == plain
    assert [each.code for each in findings] == ["fx:version"]
    assert f"is of the taxonomy's version {OLD}, read as of version {VERSION_DATE}" in findings[0].message


def test_what_has_no_name_any_more_is_told_and_kept(plain: Filing) -> None:
    data = of_version(write(plain), OLD).replace(b"fx:NoticeDate", b"fx:DateOfTheNotice")
    findings: list[Finding] = []
    filing = read(data, findings=findings)
    [kept] = filing.unplaced
    assert kept.concept == f"{{{BASE.replace(VERSION_DATE, OLD)}}}DateOfTheNotice"
    assert kept.value == "2026-06-10"
    assert [each.code for each in findings] == ["fx:version", "fx:unknownConcept"]
    assert "DateOfTheNotice is no item of this taxonomy; it is kept as it is" in findings[1].message


def test_validation_names_the_version(plain: Filing) -> None:
    with pytest.raises(FilingError, match="it is of another taxonomy or version"):
        validate(of_version(write(plain), OLD))


def test_a_filing_of_this_version_says_nothing_of_versions(tmp_path: Path) -> None:
    findings: list[Finding] = []
    write(load(SAMPLE), tmp_path / "x.xbrl")
    read(tmp_path / "x.xbrl", findings=findings)
    assert findings == []
