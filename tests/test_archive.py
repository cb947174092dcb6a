"""Zip archives from strangers: whole, within limits, under plain names, or refused with a reason."""

from __future__ import annotations

import io
import stat
import zipfile

import pytest

from filingexport.findings import FilingError
from filingexport.formats import archive
from filingexport.formats.safe import Limits


def zipped(*entries: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as file:
        for name, content in entries:
            # Without the time of day: bytes are names of tests, which two processes must agree on.
            entry = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name)
            file.writestr(entry, content, method)
    return buffer.getvalue()


def linked(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def with_flag(data: bytes, offset: int, value: bytes) -> bytes:
    """The archive with these bytes in the directory's entry of the first file."""
    at = data.index(b"PK\x01\x02") + offset
    return data[:at] + value + data[at + len(value) :]


def test_files_come_out_whole_and_in_order() -> None:
    data = zipped(("b/x.xsd", b"1"), ("b/", b""), ("a.xml", b"22" * 99))
    assert archive.files(data, "p.zip") == {"b/x.xsd": b"1", "a.xml": b"22" * 99}
    assert archive.files(zipped(("a", b"x"), method=zipfile.ZIP_STORED), "p.zip") == {"a": b"x"}
    assert archive.files(zipped(("our filing.xml", b"x")), "p.zip") == {"our filing.xml": b"x"}


def test_a_file_says_how_long_it_is_before_it_is_read() -> None:
    held = archive.Archive(zipped(("a.xml", b"22" * 99)), "p.zip", Limits())
    assert (held.size("a.xml"), held.size("b.xml")) == (198, 0)


GOOD = zipped(("a.xml", b"<a/>" * 50))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (zipped(("../a.xml", b"")), r"p.zip: error fx:unreadable: holds '../a.xml', which is no name within a folder"),
        (zipped(("/etc/a.xml", b"")), "no name within a folder"),
        (zipped(("a//b.xml", b"")), "no name within a folder"),
        (zipped(("a/./b.xml", b"")), "no name within a folder"),
        (zipped(("C:a.xml", b"")), "no name within a folder"),
        (zipped(("a\\b.xml", b"")), "a name that cannot be"),
        (zipped(("a\x1b[2J.xml", b"")), r"a name that cannot be: 'a.x1b\[2J.xml'"),
        (GOOD.replace(b"a.xml", b"a\x00xml"), "a name that cannot be"),
        (zipped(("A.xml", b""), ("a.XML", b"")), "holds 'a.XML' beside 'A.xml'"),
        (zipped(("e\u0301.xml", b""), ("\u00e9.xml", b"")), "on some machines one name"),
        (zipped((linked("a.xml"), b"/etc/passwd")), "no regular file but a link"),
        (zipped(("a.xml", b"0" * 5_000_000)), "more than 200 times as large as packed"),
        (GOOD[:-30], "is no zip archive that can be read"),
        (GOOD[:40] + b"\xff\xff\xff" + GOOD[43:], "a.xml cannot be unpacked"),
        (with_flag(GOOD, 8, b"\x01"), "encrypted"),
        (with_flag(GOOD, 10, b"\x63"), "packed in a way other than deflate"),
        (b"PK\x03\x04", "is no zip archive that can be read"),
    ],
)
def test_what_is_no_good_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(FilingError, match=message):
        archive.files(data, "p.zip")


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (Limits(entries=1), "holds more than 1 files"),
        (Limits(file=999), "a.xml is larger than may be unpacked"),
        (Limits(unpacked=2_999), "b.xml is larger than may be unpacked"),
    ],
)
def test_limits_are_kept(limits: Limits, message: str) -> None:
    data = zipped(("a.xml", b"x" * 2_000), ("b.xml", b"x" * 1_000))
    assert len(archive.files(data, "p.zip")) == 2
    with pytest.raises(FilingError, match=f"fx:limit: {message}"):
        archive.files(data, "p.zip", limits)


def test_sizes_are_counted_and_not_believed() -> None:
    """An archive may say that a file is small; what counts is what comes out."""
    data = zipped(("a.xml", b"x" * 10_000))
    lying = with_flag(data, 24, b"\x05\x00\x00\x00")
    with pytest.raises(FilingError, match=r"cannot be unpacked|is larger than"):
        archive.files(lying, "p.zip", Limits(file=100))


def test_every_cut_of_an_archive_is_read_or_refused() -> None:
    for length in range(len(GOOD)):
        with pytest.raises(FilingError):
            archive.files(GOOD[:length], "p.zip")
