"""Filings of another version of the taxonomy: read, with what cannot be placed told exactly and kept."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from filingexport import Filing, FilingError, Finding, export, extension_files, load, read, validate, write
from filingexport.binding.plan import plans
from filingexport.names import BASE, VERSION_DATE, local_name
from filingexport.taxonomy import build
from filingexport.taxonomy.extension_layout import owners
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


def old_files(filing: Filing, *changes: tuple[bytes, bytes], order: bool = True) -> dict[str, bytes]:
    """The extension's files as of the other version; `order` is that version's presentation beside them."""
    files = dict(extension_files(filing))
    if order:
        files |= {name: data for name, data in build.files().items() if name.endswith("-full-pre.xml")}
    for old, new in changes:
        assert any(old in data for data in files.values()), old
        files = {name: data.replace(old, new) for name, data in files.items()}
    return {name.replace(VERSION_DATE, OLD): of_version(data, OLD) for name, data in files.items()}


@pytest.mark.parametrize("name", ["iij-2008", "aoba-2026", "kitahama-2026", "minato-2026"])
def test_a_filing_of_an_older_version_with_an_extension_reads_the_same(name: str) -> None:
    filing = load(ROOT / "samples" / name)
    findings: list[Finding] = []
    assert read(of_version(write(filing), OLD), extension=old_files(filing), findings=findings) == filing
    assert [each.code for each in findings] == ["fx:version"]


def test_it_reads_from_its_folder_too(tmp_path: Path) -> None:
    filing = load(ROOT / "samples" / "kitahama-2026")
    export(filing, tmp_path, "notice")
    for path in [each for each in tmp_path.rglob("*") if each.is_file()]:
        path.write_bytes(of_version(path.read_bytes(), OLD))
        path.rename(path.with_name(path.name.replace(VERSION_DATE, OLD)))
    assert read(tmp_path / "notice.xbrl") == filing


def test_an_item_whose_place_cannot_be_known_stands_last_and_is_told() -> None:
    filing = load(ROOT / "samples" / "kitahama-2026")
    findings: list[Finding] = []
    again = read(of_version(write(filing), OLD), extension=old_files(filing, order=False), findings=findings)
    assert again.unplaced == ()
    assert attrs.evolve(again, extension=None) == attrs.evolve(filing, extension=None)
    told = [each.message for each in findings if each.code == "fx:versionPlace"]
    assert told[0].endswith("WoodenBrewingVats stands last in PropertyPlantAndEquipment, for the order that told its place is not at hand")  # fmt: skip
    assert read(write(again), extension=extension_files(again)) == again


GONE = {
    "an anchor": ((b"fx_MachineryAndEquipment", b"fx_Machinery"), "'Machinery' is no item of the standard taxonomy", True),
    "a total": ((b'#fx_PropertyPlantAndEquipment"', b'#fx_TangibleAssets"'), "'TangibleAssets' is no amount of PropertyPlantAndEquipment that could sum it", True),
    "a part": ((b"fx_PropertyPlantAndEquipmentAbstract", b"fx_TangibleAssetsAbstract"), "'TangibleAssets' is no part of a notice", False),
}  # fmt: skip


@pytest.mark.parametrize("case", sorted(GONE))
def test_what_an_extension_names_and_this_version_has_not_is_told(case: str) -> None:
    change, message, stays = GONE[case]
    filing = load(ROOT / "samples" / "kitahama-2026")
    findings: list[Finding] = []
    again = read(of_version(write(filing), OLD), extension=old_files(filing, change), findings=findings)
    [told] = [each for each in findings if each.code == "fx:versionPlace"]
    assert message in told.message
    assert told.path == "extension.items.WoodenBrewingVats"
    assert again.extension is not None
    assert ("WoodenBrewingVats" in {each.name for each in again.extension.items}) is stays
    # A value without an item is kept as it is, with its fact's own name.
    assert [fact.concept.rpartition("}")[2] for fact in again.unplaced] == ([] if stays else ["WoodenBrewingVats"])


def test_an_arrangement_of_an_older_version_takes_in_what_is_new() -> None:
    filing = load(ROOT / "samples" / "aoba-2026")
    fields = owners("Liabilities")
    new = next(each for each in fields if each == "total")
    element = b"fx_" + local_name(plans(Filing)["Liabilities"].entries[fields.index(new)].name).encode()  # type: ignore[union-attr]
    findings: list[Finding] = []
    # In the older version the total had another name, so that here the arrangement does not name it.
    again = read(
        of_version(write(filing), OLD),
        extension=old_files(filing, (b"#" + element + b'"', b'#fx_Former"')),
        findings=findings,
    )
    told = " ".join(each.message for each in findings if each.code == "fx:versionPlace")
    assert "Former is not shown in Liabilities" in told
    assert "total of Liabilities is new, and stands after current_liabilities" in told
    assert again.extension is not None
    assert filing.extension is not None
    assert again.extension.arrangements == filing.extension.arrangements


def test_validation_names_the_version(plain: Filing) -> None:
    with pytest.raises(FilingError, match="it is of another taxonomy or version"):
        validate(of_version(write(plain), OLD))
    filing = load(ROOT / "samples" / "kitahama-2026")
    with pytest.raises(FilingError, match=f"is of the taxonomy's version {OLD}; it is of another taxonomy or version"):
        validate(of_version(write(filing), OLD), extension=old_files(filing))


def test_a_filing_of_this_version_says_nothing_of_versions(tmp_path: Path) -> None:
    findings: list[Finding] = []
    write(load(SAMPLE), tmp_path / "x.xbrl")
    read(tmp_path / "x.xbrl", findings=findings)
    assert findings == []
