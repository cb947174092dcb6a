"""Each limit: what is at it is read, what is one beyond is refused with the limit's name; options and docs say the same."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from lxml import etree

from filingexport import FilingError, dump, read
from filingexport.authoring.source import load
from filingexport.authoring.workbook import reader as workbook
from filingexport.cli.main import main
from filingexport.formats import archive
from filingexport.formats.deadline import within
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, limits_said, parse_xml
from filingexport.formats.xlsx.reader import read as read_book
from filingexport.ingesting.query import query
from tests.conftest import ROOT
from tests.golden.limits import MARK, limits_text
from tests.hostile.base import filing, inside, made

XBRL = made("xbrl")["notice.xbrl"]
JSON = made("json")["notice.json"]
XLSX = made("xlsx")["notice.xlsx"]
PACKAGE = made("package")["notice.xbr"]


def instance(limits: Limits) -> None:
    assert read(XBRL, limits=limits) == filing()


def as_json(limits: Limits) -> None:
    assert read(JSON, limits=limits) == filing()


def book(limits: Limits) -> None:
    assert workbook.from_book(read_book(XLSX, "notice.xlsx", limits), "notice.xlsx").filing == filing()


def package(limits: Limits) -> None:
    assert read(PACKAGE, limits=limits) == filing()


def bomb(limits: Limits) -> None:
    """Two megabytes, packed as they are."""
    assert archive.files(archive.pack({"a": bytes(2_000_000)}), "a.zip", limits)


def _levels(data: bytes) -> int:
    root = etree.fromstring(data)
    return max(len(list(each.iterancestors())) + 1 for each in root.iter())


def _depth(value: object) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inner is None else 1 + max(map(_depth, inner), default=0)


ROOT_ELEMENT = etree.fromstring(XBRL)
FACTS = [each for each in ROOT_ELEMENT if each.get("contextRef")]
PARTS = inside(PACKAGE)
SHEETS = read_book(XLSX, "notice.xlsx").sheets
PACKED = zipfile.ZipFile(io.BytesIO(archive.pack({"a": bytes(2_000_000)}))).infolist()[0].compress_size
RATIO = -(-2_000_000 // PACKED)
CASES: dict[str, tuple[Callable[[Limits], None], int]] = {
    "file": (instance, len(XBRL)),
    "nodes": (instance, XBRL.count(b"<")),
    "attributes": (instance, max(len(each.attrib) for each in ROOT_ELEMENT.iter())),
    "contexts": (instance, XBRL.count(b"<xbrli:context ")),
    "units": (instance, XBRL.count(b"<xbrli:unit ")),
    "facts": (instance, len(FACTS)),
    "text": (instance, max(len(each.text or "") for each in FACTS)),
    "depth": (as_json, _depth(json.loads(JSON))),
    "levels": (instance, _levels(XBRL)),
    "entries": (package, len(PARTS)),
    "unpacked": (bomb, 2_000_000),
    "ratio": (bomb, RATIO),
    "rows": (book, max(len(re.findall(rb"<row[ >]", data)) for name, data in inside(XLSX).items() if "sheets/" in name)),
    "cells": (book, sum(len(row) for sheet in SHEETS for row in sheet.cells.values())),
}  # fmt: skip


def test_every_limit_has_a_case() -> None:
    assert {*CASES, "seconds"} == {each.name for each in attrs.fields(Limits)}


@pytest.mark.parametrize("name", CASES)
def test_what_is_at_a_limit_is_read_and_one_beyond_is_refused(name: str) -> None:
    act, most = CASES[name]
    limits = attrs.evolve(Limits(ratio=10_000), **{name: most})
    act(limits)
    with pytest.raises(FilingError) as raised:
        act(attrs.evolve(limits, **{name: most - 1}))
    [found] = raised.value.findings
    assert found.code == "fx:limit"
    assert name in ("rows", "cells") or f"--limit {name}=N" in found.message
    assert name in ("rows", "cells") or f"--limit {name}=N" in found.line("ja")


def test_what_takes_longer_than_it_may_is_broken_off() -> None:
    with within(Limits(seconds=60), "x"):
        pass
    started = time.monotonic()
    with pytest.raises(FilingError, match="fx:limit: takes more than 0 seconds"), within(Limits(seconds=0), "x"):  # noqa: PT012
        while time.monotonic() < started + 20:
            pass
    assert time.monotonic() < started + 10


def test_what_stops_a_command_is_not_taken_for_the_limit() -> None:
    with pytest.raises(KeyboardInterrupt), within(Limits(seconds=60), "x"):
        raise KeyboardInterrupt


def test_limits_of_other_formats_are_the_same(tmp_path: Path) -> None:
    for name, data in made("yaml").items():
        (tmp_path / name).write_bytes(data)
    assert load(tmp_path) == filing()
    for limits in (Limits(depth=2), Limits(text=10), Limits(nodes=20), Limits(file=100)):
        with pytest.raises(FilingError, match="fx:limit"):
            load(tmp_path, limits)
    csv = made("csv")
    for limits in (Limits(text=10), Limits(cells=10), Limits(facts=3)):
        with pytest.raises(FilingError, match="fx:limit"):
            read(csv["notice-csv.json"], beside=csv, limits=limits)
    with pytest.raises(FilingError, match="is nested more than 3 levels"):
        parse_xml(b"<a><b><c><d/></c></b></a>", "x", Limits(levels=3))


def test_a_limit_below_zero_is_none() -> None:
    with pytest.raises(ValueError, match="the limit file is below 0"):
        Limits(file=-1)


def test_the_command_line_raises_and_lowers_limits(tmp_path: Path) -> None:
    (tmp_path / "notice.xbrl").write_bytes(XBRL)

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "filingexport", *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert run("validate", "notice.xbrl", "--limit", "facts=10", "--limit", "file=1,000,000").returncode == 1
    told = run("convert", "notice.xbrl", "notice.json", "--limit", "file=100", "--lang", "ja")
    assert told.returncode == 1
    assert (
        "大きさが100バイトを超えています。意図したものであれば、--limit file=Nで上限を上げてください。" in told.stderr
    )
    assert not (tmp_path / "notice.json").exists()
    for wrong in ("none=1", "file=x"):
        told = run("check", "notice.xbrl", "--limit", wrong)
        assert told.returncode == 2
        assert "a limit is a whole number" in told.stderr or "there is no limit" in told.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("export", "source", "--output", "out"),
        ("export", "notice.xlsx", "--output", "out"),
        ("import", "notice.xbrl", "--output", "out"),
        ("convert", "notice.xbrl", "notice.json"),
        ("validate", "notice.xbrl"),
        ("check", "notice.xbrl"),
        ("diff", "notice.xbrl", "source"),
        ("status", "source"),
        ("rollforward", "notice.xbrl", "--output", "out"),
        ("draft", "notice.md", "--output", "out"),
        ("view", "notice.xbrl", "--no-open", "--output", "out"),
        ("serve", "source", "--against", "notice.xbrl", "--no-open"),
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_every_command_that_reads_what_others_wrote_has_limits(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    dump(filing(), Path("source"))
    Path("notice.xbrl").write_bytes(XBRL)
    Path("notice.xlsx").write_bytes(XLSX)
    Path("notice.md").write_text("text\n" * 100)
    assert main([*command, "--limit", "file=300", "--lang", "en"]) != 0
    assert "is larger than 300 bytes" in "".join(capsys.readouterr())
    assert not Path("out").exists() or not list(Path("out").iterdir())


def test_ingest_keeps_to_limits(tmp_path: Path) -> None:
    (tmp_path / "notice.xbrl").write_bytes(XBRL)
    assert (
        main(["ingest", str(tmp_path / "notice.xbrl"), "-o", str(tmp_path / "f"), "-j", "1", "--limit", "facts=3"]) == 1
    )
    [(code, message)] = query(tmp_path / "f", "SELECT code, message FROM findings").rows
    assert code == "fx:limit"
    assert "has more than 3 facts" in message


def test_the_table_of_limits_is_in_step() -> None:
    page = (ROOT / "SECURITY.md").read_text("utf-8")
    assert page.partition(MARK)[2].lstrip("\n").startswith(limits_text()), "run: python -m tests.golden.update"
    assert len(limits_said()) == len(attrs.fields(Limits))
    assert Limits() == DEFAULT_LIMITS
