"""Report packages that are wrong or hostile: each is refused in words, nothing is unpacked to disk or opened outside."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Callable
from copy import copy
from pathlib import Path
from typing import Any

import attrs
import pytest
from lxml import etree

from filingexport import Filing, FilingError, Finding, convert, load, read
from filingexport.formats.archive import Archive, pack
from filingexport.formats.package.reader import Packed
from filingexport.formats.safe import Limits
from filingexport.library import documents, export
from filingexport.model.values import Count
from tests.conftest import ROOT
from tests.japanese import in_both
from tests.test_extension import EXTENSION, filing_with, money

Files = dict[str, bytes]
Change = Callable[[Files], Files]


@pytest.fixture
def filing(small: Filing) -> Filing:
    return attrs.evolve(small, fiscal_term=Count(16))


@pytest.fixture
def files(filing: Filing) -> Files:
    """What is in a package, name to content."""
    with zipfile.ZipFile(io.BytesIO(documents(filing, ["xbr"])["filing.xbr"])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def renamed(old: str, new: str) -> Change:
    return lambda files: {name.replace(old, new): data for name, data in files.items()}


def without(part: str) -> Change:
    return lambda files: {name: data for name, data in files.items() if part not in name}


def put(name: str, data: bytes) -> Change:
    return lambda files: {**files, f"filing/{name}": data}


def typed(kind: str) -> Change:
    document = {"documentInfo": {"documentType": f"https://xbrl.org/report-package/{kind}"}}
    return put("META-INF/reportPackage.json", json.dumps(document).encode())


META = "filing/META-INF/reportPackage.json"
# name: (change, code, message)
WRONG: dict[str, tuple[Change, str, str]] = {
    "no top folder": (renamed("filing/", ""), "rpe:invalidDirectoryStructure", "holds one folder"),
    "two top folders": (lambda files: {**files, "other/x": b""}, "rpe:invalidDirectoryStructure", "holds one folder"),
    "way up": (lambda files: {**files, "filing/../../x": b""}, "rpe:invalidDirectoryStructure", "no name within a folder"),
    "from the root": (lambda files: {**files, "/etc/passwd": b""}, "rpe:invalidDirectoryStructure", "no name within a folder"),
    "drive": (lambda files: {**files, "C:/x": b""}, "rpe:invalidDirectoryStructure", "no name within a folder"),
    "backslash": (lambda files: {**files, "filing\\x": b""}, "rpe:invalidArchiveFormat", "a name that cannot be"),
    "control character": (lambda files: {**files, "filing/a\x01b": b""}, "rpe:invalidArchiveFormat", "a name that cannot be"),
    "names that collide": (put("REPORTS/filing.xbrl", b""), "rpe:invalidDirectoryStructure", "on some machines one name"),
    "a file as a folder": (put("reports", b""), "rpe:invalidDirectoryStructure", "both as a file and as a folder"),
    "no metadata": (without("reportPackage"), "rpe:documentTypeFileExtensionMismatch", "a .xbr package has a file META-INF/reportPackage.json"),
    "metadata is no JSON": (put("META-INF/reportPackage.json", b"{"), "rpe:invalidJSON", "is not JSON"),
    "key twice": (put("META-INF/reportPackage.json", b'{"a":1,"a":2}'), "rpe:invalidJSON", "the key 'a' stands twice"),
    "no type": (put("META-INF/reportPackage.json", b"{}"), "rpe:invalidJSONStructure", "no documentInfo with a documentType"),
    "unknown type": (typed("2099/xbr"), "rpe:unsupportedReportPackageVersion", "is no type of package that is read"),
    "type of another end": (typed("2023/xbri"), "rpe:documentTypeFileExtensionMismatch", "says that it is a .xbri, and its name ends with .xbr"),
    "no reports": (without("/reports/"), "rpe:missingReportsDirectory", "no folder reports"),
    "no report": (renamed(".xbrl", ".txt"), "rpe:missingReport", "no report in reports"),
    "two reports": (put("reports/other.xbrl", b""), "rpe:multipleReports", "there are 2 reports (filing.xbrl, other.xbrl)"),
    "a page": (renamed("filing.xbrl", "filing.xhtml"), "rpe:incorrectReportType", "a .xbr package does not hold filing.xhtml"),
    "a page by its content": (put("reports/filing.xbrl", b"<html xmlns='http://www.w3.org/1999/xhtml'/>"), "rpe:incorrectReportType", "does not hold a report in Inline XBRL"),
    "a package in it": (put("reports/filing.xbrl", b"PK\x03\x04"), "rpe:incorrectReportType", "a package stands in a package"),
    "catalog with an entity": (put("META-INF/catalog.xml", b"<!DOCTYPE x><x/>"), "fx:doctype", "document type declaration"),
    "report is wrong": (put("reports/filing.xbrl", b"<xbrl/>"), "fx:notInstance", "its root is xbrl"),
}  # fmt: skip


def findings_of(tmp_path: Path, data: bytes, name: str = "filing.xbr", limits: Limits | None = None) -> list[Finding]:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(FilingError) as caught:
        read(tmp_path / name, limits=limits or Limits())
    assert [path.name for path in tmp_path.iterdir()] == [name], "nothing is unpacked"
    return list(in_both(caught.value.findings))


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_refused_once(name: str, files: Files, tmp_path: Path) -> None:
    change, code, message = WRONG[name]
    [found] = findings_of(tmp_path, pack(change(files)))
    assert found.code == code
    assert message in found.message
    assert found.place.startswith("filing.xbr")


def entry(name: str, data: bytes = b"", **more: Any) -> bytes:
    """An archive of one entry with what zipfile itself would not write."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        info = zipfile.ZipInfo(name)
        info.create_system = 3
        info.compress_type = more.get("method", zipfile.ZIP_DEFLATED)
        info.external_attr = more.get("mode", 0o644) << 16
        archive.writestr(info, data)
        info.flag_bits |= more.get("flags", 0)
    return buffer.getvalue()


HOSTILE: dict[str, tuple[bytes, str, str]] = {
    "link": (entry("a/b", b"/etc/passwd", mode=stat.S_IFLNK | 0o777), "rpe:invalidArchiveFormat", "no regular file but a link or a device"),
    "device": (entry("a/b", mode=stat.S_IFCHR | 0o600), "rpe:invalidArchiveFormat", "no regular file but a link or a device"),
    "encrypted": (entry("a/b", b"x", flags=1), "rpe:invalidArchiveFormat", "encrypted"),
    "another packing": (entry("a/b", b"x", method=zipfile.ZIP_BZIP2), "rpe:invalidArchiveFormat", "in a way other than deflate"),
    "cut off": (entry("a/b", b"x" * 1000)[:-30], "rpe:invalidArchiveFormat", "is no zip archive that can be read"),
    "only a beginning": (b"PK\x03\x04", "rpe:invalidArchiveFormat", "is no zip archive that can be read"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_archives_are_refused(name: str, tmp_path: Path) -> None:
    data, code, message = HOSTILE[name]
    [found] = findings_of(tmp_path, data)
    assert found.code == code
    assert message in found.message


def test_a_damaged_file_in_a_package_is_told(files: Files, tmp_path: Path) -> None:
    data = bytearray(pack(files))
    at = data.index(b"reports/filing.xbrl") + 200
    data[at] ^= 0xFF
    [found] = findings_of(tmp_path, bytes(data))
    assert found.code == "rpe:invalidArchiveFormat"
    assert "filing/reports/filing.xbrl cannot be unpacked" in found.message


def test_limits_hold(files: Files, tmp_path: Path) -> None:
    bomb = pack({**files, "filing/reports/filing.xbrl": b"<xbrl>" + b" " * 20_000_000})
    for data, limits, message in (
        (pack(files), Limits(file=100), "is larger than 100 bytes"),
        (pack(files), Limits(entries=2), "holds more than 2 files"),
        (pack(files), Limits(unpacked=1_000), "is larger than may be unpacked"),
        (bomb, Limits(), "is more than 200 times as large as packed"),
        (bomb, Limits(file=10_000_000, ratio=5_000), "is larger than may be unpacked"),
    ):
        [found] = findings_of(tmp_path, data, limits=limits)
        assert (found.code, message in found.message) == ("fx:limit", True), found


def test_what_is_unpacked_is_counted_over_all_files() -> None:
    archive = Archive(pack({"a/1": b"x" * 600, "a/2": b"x" * 600}), "x.zip", Limits(unpacked=1_000))
    assert archive.read("a/1") == b"x" * 600
    assert archive.read("a/none") is None
    with pytest.raises(FilingError, match="is larger than may be unpacked"):
        archive.read("a/2")


def test_the_same_files_give_the_same_bytes_and_no_clock(files: Files) -> None:
    assert pack(files) == pack(dict(files))
    with zipfile.ZipFile(io.BytesIO(pack(files))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.external_attr >> 16 for info in archive.infolist()} == {0o644}
        names = archive.namelist()
        assert names[0].startswith("filing/META-INF/")


def test_a_zip_may_hold_a_report_without_saying_so(files: Files, filing: Filing, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(pack(without("reportPackage")(files)))
    assert read(tmp_path / "x.zip") == filing


def test_a_report_may_stand_in_one_folder_below(files: Files, filing: Filing, tmp_path: Path) -> None:
    """Where none stands in `reports` itself, each may have a folder of its own there (Report Packages 1.0)."""
    below = renamed("reports/", "reports/annual/")(files)
    (tmp_path / "below.xbr").write_bytes(pack(below))
    assert read(tmp_path / "below.xbr") == filing
    other = put("reports/other/filing.xbrl", b"<xbrl/>")
    (tmp_path / "both.xbr").write_bytes(pack(other(files)))
    assert read(tmp_path / "both.xbr") == filing, "what stands below is no report then"
    deep = renamed("reports/", "reports/annual/2026/")(files)
    with pytest.raises(FilingError, match="no report in reports"):
        read(pack(deep))


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_places_in_the_catalog_the_longer_address_is_taken(turned: bool, small: Filing, tmp_path: Path) -> None:
    filing = filing_with(small, EXTENSION, DepositsWithParent=money(30))
    with zipfile.ZipFile(export(filing, tmp_path, "filing", ("xbr",)).instance) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    catalog = "filing/META-INF/catalog.xml"
    root = etree.fromstring(files[catalog])
    [line] = [each for each in root if "extension" in each.get("rewritePrefix", "")]
    shorter = copy(line)
    shorter.set("uriStartString", line.get("uriStartString", "")[:12])
    shorter.set("rewritePrefix", "a/longer/folder/in/which/there/is/nothing/at/all/")
    line.addprevious(shorter) if turned else line.addnext(shorter)
    files[catalog] = etree.tostring(root)
    assert read(pack(files)) == filing


def test_the_extension_is_found_through_the_catalog_only(small: Filing, tmp_path: Path) -> None:
    filing = filing_with(small, EXTENSION, DepositsWithParent=money(30))
    for inside in ("xbrl", "csv"):
        filing = attrs.evolve(filing, company=attrs.evolve(filing.company, identifier="Example"))
        package = export(filing, tmp_path / inside, "filing", ("xbr",), inside=inside).instance
        assert [path.name for path in package.parent.iterdir()] == ["filing.xbr"], "a package needs nothing beside it"
        assert read(package) == filing
        with zipfile.ZipFile(package) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        catalog = "filing/META-INF/catalog.xml"
        assert catalog in files
        for prefix in (b"../../extension/", b"http://other.example/", b"/extension/"):
            damaged = {**files, catalog: files[catalog].replace(b"../extension/", prefix)}
            assert read(pack(damaged)).extension is None


@pytest.mark.parametrize(
    ("address", "where"),
    [
        ("http://a.example/x.xsd", "/p/extension/x.xsd"),
        ("http://a.example/deep/x.xsd", "/p/deep/x.xsd"),
        ("http://a.example/none.xsd", "http://a.example/none.xsd"),
        ("http://a.example/../../q/x.xsd", "http://a.example/../../q/x.xsd"),
        ("http://b.example/x.xsd", "http://b.example/x.xsd"),
        ("../extension/x.xsd", "/p/extension/x.xsd"),
        ("y.xsd", "/p/reports/y.xsd"),
        ("none.xsd", "none.xsd"),
        ("../../q/x.xsd", "../../q/x.xsd"),
    ],
)
def test_where_an_address_is_in_a_package(address: str, where: str) -> None:
    """What is in the package's one folder is found by the catalog, or beside the report; all else is no file of it."""
    files = dict.fromkeys(("p/extension/x.xsd", "p/deep/x.xsd", "p/reports/y.xsd", "q/x.xsd"), b"x")
    rewritten = (("http://a.example/deep/", "p/deep/"), ("http://a.example/", "p/extension/"))
    folder = Packed(Archive(pack(files), "x.zip", Limits()), "p/reports", "p", rewritten)
    assert folder.locate(address) == where
    assert folder.read(where) == (b"x" if where.startswith("/p/") else None)


def test_a_package_that_only_refers_to_the_taxonomy_is_small(tmp_path: Path) -> None:
    filing = load(ROOT / "samples" / "kitahama-2026")
    sizes = [
        export(filing, tmp_path / str(referred), "x", ("package",), referred=referred).size
        for referred in (False, True)
    ]
    assert sizes[1] < sizes[0] / 5
    package = tmp_path / "True" / "x.xbri"
    with zipfile.ZipFile(package) as archive:
        assert not [name for name in archive.namelist() if "/taxonomy/" in name]
        assert [name for name in archive.namelist() if "/extension/" in name]
    assert read(package) == filing
    assert read(convert(package, tmp_path / "x.json").instance) == filing
