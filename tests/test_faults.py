"""Faults of writing: what is written is whole or not there, the old file survives, and it is said what to do."""

from __future__ import annotations

import errno
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from filingexport import Filing, FilingError, export, read, write
from filingexport.formats.safe import write_file, write_files
from filingexport.names import ENTRY_FILE
from filingexport.taxonomy import build
from tests.conftest import EFFORT, ROOT
from tests.exporter import draft

KILLS = 200 if EFFORT > 1 else 3


def listed(folder: Path) -> list[str]:
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file())


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """No file may grow beyond this, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_where_a_file_cannot_grow_all_old_ones_survive(tmp_path: Path) -> None:
    small = draft(1)
    export(small, tmp_path, "notice", ["xbrl", "json"])
    before = {name: (tmp_path / name).read_bytes() for name in listed(tmp_path)}
    (tmp_path / "taxonomy" / ENTRY_FILE).write_bytes(b"older")
    before[f"taxonomy/{ENTRY_FILE}"] = b"older"
    changed = draft(2)
    with (
        files_of_at_most(1_000),
        pytest.raises(FilingError, match="File too large; make room on the disk, or name another"),
    ):
        export(changed, tmp_path, "notice", ["xbrl", "json"])
    assert {name: (tmp_path / name).read_bytes() for name in listed(tmp_path)} == before


def test_a_disk_that_fills_up_keeps_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk can be mounted by root alone")
    try:
        write_file(folder / "a", b"old" * 1_000)
        with pytest.raises(FilingError, match="No space left on device; make room on the disk"):
            write_files({folder / "a": b"new" * 5_000, folder / "b": b"new" * 30_000})
        assert (folder / "a").read_bytes() == b"old" * 1_000
        assert listed(folder) == ["a"]
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize(
    ("number", "todo"),
    [
        (errno.EROFS, "name a folder that you may write to"),
        (errno.EACCES, "close it where it is open in another program"),
        (errno.EPERM, "close it where it is open in another program"),
        (errno.ENOSPC, "make room on the disk"),
        (errno.EIO, "Input/output error"),
    ],
)
@pytest.mark.parametrize("step", ["open", "replace"])
def test_it_is_said_what_to_do(
    number: int, todo: str, step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where a folder is read-only, or on Windows a file is open in another program: rights do not bind root."""
    write_file(tmp_path / "x", b"old")

    def fail(*arguments: Any, **more: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("os.open" if step == "open" else "pathlib.Path.replace", fail)
    for act in (partial(write_file, tmp_path / "x", b"new"), partial(write_files, {tmp_path / "x": b"new"})):
        with pytest.raises(FilingError, match=todo) as raised:
            act()
        assert "書き込めません" in raised.value.findings[0].line("ja")
    monkeypatch.undo()
    assert (tmp_path / "x").read_bytes() == b"old"
    assert listed(tmp_path) == ["x"]


@pytest.mark.skipif(os.geteuid() == 0, reason="rights do not bind root")
def test_a_folder_without_rights_is_said(small: Filing, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(FilingError, match="Permission denied"):
        export(small, tmp_path / "out", "notice")


@pytest.mark.parametrize(
    "name", ["CON", "nul.xbrl", "a:b", "a?b", "a*b", 'a"b', "a|b", "a<b", "a\\b", "a.", "a ", "COM1.json", "a\nb"]
)
def test_names_that_another_machine_cannot_open_are_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(FilingError, match="is a name that Windows cannot open; name another"):
        write_file(tmp_path / name, b"x")
    with pytest.raises(FilingError, match="is a name that Windows cannot open; name another"):
        write_files({tmp_path / "sound": b"x", tmp_path / name: b"x"})
    assert listed(tmp_path) == []


def test_a_name_that_is_too_long_is_said(small: Filing, tmp_path: Path) -> None:
    with pytest.raises(FilingError, match="File name too long; name a shorter one"):
        export(small, tmp_path, "n" * 300)
    assert [each for each in listed(tmp_path) if not each.startswith("taxonomy")] == []


def test_a_link_in_place_of_the_taxonomy_loses_nothing_where_it_leads(tmp_path: Path) -> None:
    """Once an export removed, by way of such a link, the entry points of a taxonomy that was shared."""
    shared = tmp_path / "shared"
    build.write(shared)
    (shared / "kitahama-2026-03-31-other.xml").write_bytes(b"<not-of-the-extension/>")
    before = {name: ((shared / name).read_bytes(), (shared / name).stat().st_ino) for name in listed(shared)}
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "taxonomy").symlink_to(shared, target_is_directory=True)
    export(draft(1), tmp_path / "out", "notice")
    build.write(tmp_path / "out" / "taxonomy", ())
    after = {
        name: ((shared / name).read_bytes(), (shared / name).stat().st_ino)
        for name in before
        if (shared / name).exists()
    }
    assert after == before


def test_a_file_that_is_not_of_the_extension_is_never_removed(tmp_path: Path) -> None:
    filing = draft(1)
    export(filing, tmp_path, "notice")
    folder = tmp_path / "taxonomy"
    assert filing.extension is not None
    stem = filing.extension.schema_file.removesuffix(".xsd")
    others = {
        f"{stem}-notes.xml": b"<a/>",
        f"{stem}-lab-fr.xml": b"mine",
        f"{stem}-2-pre.xml": b"another's",
        "x.xml": b"x",
    }
    for name, data in others.items():
        (folder / name).write_bytes(data)
    export(draft(2), tmp_path, "notice", ["xbrl", "json"])
    assert {name: (folder / name).read_bytes() for name in others} == others
    assert read(tmp_path / "notice.xbrl") == draft(2), "what lies beside an extension and is not of it is not read"
    write(filing, tmp_path / "notice.xbrl")
    assert {name: (folder / name).read_bytes() for name in others} == others


def test_a_process_that_is_killed_leaves_whole_files(tmp_path: Path) -> None:
    """At random moments; 200 times by `make soak`."""
    drafts = (draft(1), draft(2))
    source = random.Random(7)
    export(drafts[0], tmp_path, "notice", ["xbrl", "json"])
    seen = set()
    for turn in range(KILLS):
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.exporter", str(tmp_path), str(turn % 2), "1000"],
            stdout=subprocess.PIPE, cwd=ROOT, text=True,
        )  # fmt: skip
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(source.random())
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        for name in ("notice.xbrl", "notice.json"):
            held = read(tmp_path / name)
            assert held in drafts, f"after kill {turn} {name} is neither draft"
            seen.add(drafts.index(held))
        assert read(tmp_path / "notice.xbrl") in drafts
    if KILLS > 100:
        assert seen == {0, 1}


def test_two_exporters_at_once_leave_whole_files(tmp_path: Path) -> None:
    turns = str(3 * EFFORT)
    children = [
        subprocess.Popen([sys.executable, "-m", "tests.exporter", str(tmp_path), first, turns], stdout=subprocess.PIPE, cwd=ROOT, text=True)
        for first in "01"
    ]  # fmt: skip
    for child in children:
        told, _ = child.communicate(timeout=600)
        assert child.returncode == 0, told
    for name in ("notice.xbrl", "notice.json"):
        assert read(tmp_path / name) in (draft(1), draft(2))
    assert not [name for name in listed(tmp_path) if name.endswith(".part")]
