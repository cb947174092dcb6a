"""Untrusted files are read within limits; written files appear whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from filingexport.findings import FilingError, finding
from filingexport.formats.safe import Limits, parse_xml, read_bytes, whole_file, write_file
from filingexport.said import Said


def test_a_document_is_parsed() -> None:
    root = parse_xml(b"<a>b<!-- c -->d<?e f?></a>", "x.xml")
    assert (root.tag, root.text) == ("a", "bd")


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE a><a/>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b"<?xml version='1.0'?>\n<!doctype a><a/>",
        '\ufeff<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16"),
    ],
)
def test_a_document_type_is_refused(data: bytes) -> None:
    with pytest.raises(FilingError, match="document type declaration"):
        parse_xml(data, "x.xml")


@pytest.mark.parametrize("space", [" " * 300, "\n" * 5_000])
def test_an_encoding_far_into_the_declaration_is_refused_too(space: str) -> None:
    with pytest.raises(FilingError, match="is in UTF-7; save it as UTF-8"):
        parse_xml(f'<?xml version="1.0"{space}encoding="UTF-7"?><a>+AGE-</a>'.encode(), "x.xml")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("document", ['<?xml version="1.0"?><a/>', "<a/>", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
def test_wide_characters_without_a_mark_are_refused(encoding: str, document: str) -> None:
    with pytest.raises(FilingError, match=r"fx:encoding: is in UTF-16 or UTF-32 without a byte order mark"):
        parse_xml(document.encode(encoding), "x.xml")


@pytest.mark.parametrize("encoding", ["UTF-7", "ISO-8859-1", "Shift_JIS", "UTF-16"])
def test_another_encoding_is_refused(encoding: str) -> None:
    with pytest.raises(FilingError, match=f"is in {encoding}; save it as UTF-8"):
        parse_xml(f'<?xml version="1.0" encoding="{encoding}"?><a/>'.encode(), "x.xml")


def test_utf16_with_a_mark_is_read() -> None:
    assert parse_xml('<?xml version="1.0" encoding="UTF-16"?><a>東京</a>'.encode("utf-16"), "x.xml").text == "東京"
    assert parse_xml(b"\xef\xbb\xbf<a/>", "x.xml").tag == "a"


@pytest.mark.parametrize("data", [b"\xff<a/>", b"<a>\xc3</a>", b"\xff\xfe\x00"])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(FilingError, match="is not the text in UTF-8"):
        parse_xml(data, "x.xml")


@pytest.mark.parametrize(
    "data", [b"", b"<a>", b"<a></b>", b"<a>&x;</a>", b"<a b='1' b='2'/>", b"<a>\x00</a>", b"<a:b/>", b"x"]
)
def test_what_is_not_well_formed_is_refused_with_a_line(data: bytes) -> None:
    with pytest.raises(FilingError, match=r"^x\.xml:\d+: error fx:notXML: is not well-formed"):
        parse_xml(data, "x.xml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(("cut", "line"), [("<a>\n<b>\n", 3), ("<a>\n<b>\n<c", 3), ("<a>\n<b c='", 2), ("<a", 1)])
def test_a_truncated_file_is_refused_at_its_last_line(cut: str, line: int, encoding: str) -> None:
    with pytest.raises(FilingError, match=rf"^x\.xml:{line}: error fx:notXML: is not well-formed"):
        parse_xml(cut.encode(encoding), "x.xml")


def test_depth_is_bounded() -> None:
    with pytest.raises(FilingError, match="fx:notXML"):
        parse_xml(b"<a>" * 300 + b"</a>" * 300, "x.xml")


def test_size_is_bounded(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"<a/>")
    assert read_bytes(file, Limits(file=4)) == b"<a/>"
    with pytest.raises(FilingError, match="is larger than 3 bytes"):
        read_bytes(file, Limits(file=3))
    with pytest.raises(FilingError, match="is larger than 3 bytes"):
        parse_xml(b"<a/>", "x", Limits(file=3))


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    with pytest.raises(FilingError, match="No such file"):
        read_bytes(tmp_path / "none")
    with pytest.raises(FilingError, match="is not a regular file"):
        read_bytes(tmp_path)
    with pytest.raises(FilingError, match="NUL"):
        read_bytes(Path("a\0b"))
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FilingError, match="is not a regular file"):
        read_bytes(tmp_path / "pipe")


def test_a_file_is_written(tmp_path: Path) -> None:
    write_file(tmp_path / "x", b"new")
    write_file(tmp_path / "x", b"newer")
    assert (tmp_path / "x").read_bytes() == b"newer"
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o666 & ~mask


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), RuntimeError("x"), MemoryError()])
def test_a_write_that_breaks_off_leaves_the_old_file(fault: BaseException, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"old")

    def break_off() -> None:
        with whole_file(tmp_path / "x") as file:
            file.write(b"half")
            raise fault

    with pytest.raises(type(fault)):
        break_off()
    assert (tmp_path / "x").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file(step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x").write_bytes(b"old")

    def full(*arguments: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os if step == "fsync" else Path, step, full)
    with pytest.raises(FilingError, match="cannot be written: No space left on device"):
        write_file(tmp_path / "x", b"new")
    monkeypatch.undo()
    assert (tmp_path / "x").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FilingError, match="cannot be written: No such file or directory"):
        write_file(tmp_path / "none" / "x", b"new")
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(FilingError, match="cannot be written: Not a directory"):
        write_file(tmp_path / "file" / "x", b"new")
    with pytest.raises(FilingError, match="a file name cannot hold a NUL character"):
        write_file(tmp_path / "a\0b", b"new")


def test_a_folder_that_may_not_be_written_to_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*arguments: Any, **more: Any) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", denied)  # not by its mode, which does not bind root
    with pytest.raises(FilingError, match="cannot be written: Permission denied"):
        write_file(tmp_path / "x", b"new")


def test_a_folder_in_the_way_is_said_and_stays(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    with pytest.raises(FilingError, match="cannot be written: Is a directory"):
        write_file(tmp_path / "x", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_findings_say_where_and_what() -> None:
    too_much = Said("too much", "多すぎます")
    first = finding("fx:value", Said("is wrong", "誤りです"), "a.yaml:3", "notice.date")
    assert str(first) == "a.yaml:3 (notice.date): error fx:value: is wrong"
    assert first.line("ja") == "a.yaml:3 (notice.date): エラー fx:value: 誤りです"
    assert (
        str(finding("fx:duplicate", Said("again", "再び"), path="notice.date"))
        == "notice.date: note fx:duplicate: again"
    )
    assert str(finding("fx:limit", too_much)) == "error fx:limit: too much"
    error = FilingError([first, finding("fx:limit", too_much)])
    assert str(error) == f"{first}\nerror fx:limit: too much"
    assert error.findings == (first, finding("fx:limit", too_much))
