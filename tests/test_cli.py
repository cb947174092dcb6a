"""The real command line, run as a user runs it: what it prints, what it writes, how it ends."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from filingexport.names import SCHEMA_FILE
from filingexport.taxonomy import build
from filingexport.taxonomy.entry_points import FULL
from tests.conftest import GOLDEN, GOLDEN_EXTENSION, ROOT, SAMPLE


def run(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "filingexport", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "out"
    done = run("export", SAMPLE, "--output", folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_export_writes_the_instance_and_what_it_needs(out: Path) -> None:
    assert (out / "iij-2008.xbrl").read_bytes() == GOLDEN.read_bytes()
    standard = set(build.files((FULL,)))
    own = {path.name: path.read_bytes() for path in GOLDEN_EXTENSION.iterdir()}
    assert {path.name for path in (out / "taxonomy").iterdir()} == standard | own.keys()
    assert {name: (out / "taxonomy" / name).read_bytes() for name in own} == own
    assert (out / "taxonomy" / SCHEMA_FILE).read_bytes() == (ROOT / "taxonomy" / SCHEMA_FILE).read_bytes()
    assert {path.name for path in out.iterdir()} == {"iij-2008.xbrl", "taxonomy"}


def test_export_prints_a_summary(tmp_path: Path) -> None:
    done = run("export", SAMPLE, "-o", tmp_path)
    for line in (
        r"Internet Initiative Japan Inc\.  2007-04-01 to 2008-03-31",
        r"Consolidated: Consolidated balance sheet \(US GAAP\) +49 +41 +8",
        r"All +1,\d{3} +\d{3} +\d{3}",
        r"\d+ contexts, 5 units, 48 disclosed nothings, \d+ captions and footnotes",
        r"valid +by XML Schema \(libxml2\)",
        r"equal +read back from the instance",
        r"time +\d\.\d\d s reading the source",
    ):
        assert re.search(line, done.stdout), line
    assert done.stderr == ""
    assert "\x1b" not in done.stdout, "no colours in a pipe"


def test_quiet_export_prints_nothing(tmp_path: Path) -> None:
    done = run("export", SAMPLE, "-o", tmp_path, "--quiet", "--name", "filing")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "filing.xbrl").is_file()


def test_import_and_export_again_give_the_same_bytes(out: Path, tmp_path: Path) -> None:
    done = run("import", out / "iij-2008.xbrl", "--output", tmp_path / "copy")
    assert done.returncode == 0, done.stderr
    assert re.search(r"34 source files in .*copy; export them with: filingexport export", done.stdout)
    again = run("export", tmp_path / "copy", "--output", tmp_path / "again", "--name", "iij-2008")
    assert again.returncode == 0, again.stderr
    assert (tmp_path / "again" / "iij-2008.xbrl").read_bytes() == GOLDEN.read_bytes()


def test_facts_of_elsewhere_go_all_the_way_round(out: Path, tmp_path: Path) -> None:
    text = (out / "iij-2008.xbrl").read_text("utf-8")
    shutil.copytree(out / "taxonomy", tmp_path / "taxonomy")
    foreign = '<o:Thing xmlns:o="http://other.example/" contextRef="D20070401-20080331" id="thing" xml:lang="en">x</o:Thing>\n'
    (tmp_path / "foreign.xbrl").write_text(
        text.replace("<link:footnoteLink", foreign + "<link:footnoteLink", 1), "utf-8"
    )
    done = run("import", tmp_path / "foreign.xbrl", "--output", tmp_path / "copy")
    assert done.returncode == 1
    assert re.search(
        r"foreign\.xbrl:\d+ \(thing\): error fx:unknownConcept: Thing is no item of this taxonomy; it is kept as it is",
        done.stderr,
    )
    assert (tmp_path / "copy" / "unplaced.yaml").is_file()
    done = run("export", tmp_path / "copy", "--output", tmp_path / "again", "--name", "foreign")
    assert done.returncode == 1
    assert "not valid  with 1 facts kept from elsewhere; the rest is:" in done.stdout
    assert "foreign.xbrl" in done.stderr
    written = (tmp_path / "again" / "foreign.xbrl").read_text("utf-8")
    assert 'id="thing" xml:lang="en">x</' in written
    again = run("import", tmp_path / "again" / "foreign.xbrl", "--output", tmp_path / "copy2", "-q")
    assert again.returncode == 1
    for path in (tmp_path / "copy").iterdir():
        assert path.read_bytes() == (tmp_path / "copy2" / path.name).read_bytes()


def test_import_into_a_folder_in_use_is_refused(out: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    done = run("import", out / "iij-2008.xbrl", "--output", tmp_path)
    assert done.returncode == 2
    assert "is not empty; name a new folder" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_validate_says_valid(out: Path) -> None:
    done = run("validate", out / "iij-2008.xbrl")
    assert done.returncode == 0
    assert done.stdout.startswith(f"{out / 'iij-2008.xbrl'}: valid (XML Schema (libxml2)")


def test_validate_with_the_independent_processor(out: Path) -> None:
    done = run("validate", out / "iij-2008.xbrl", "--full")
    assert done.returncode == 0, done.stdout
    assert "Arelle (Dimensions, Calculations 1.1, units, data types)" in done.stdout


def test_validate_prints_a_line_a_finding(out: Path, tmp_path: Path) -> None:
    text = (out / "iij-2008.xbrl").read_text("utf-8")
    shutil.copytree(out / "taxonomy", tmp_path / "taxonomy")
    bad = tmp_path / "bad.xbrl"
    bad.write_text(
        text.replace(">2008-06-09<", ">9 June<").replace(
            'contextRef="D20070401-20080331" id="notice.title.en"', 'contextRef="x" id="notice.title.en"'
        ),
        "utf-8",
    )
    done = run("validate", bad)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert any(
        re.fullmatch(r"bad\.xbrl:\d+ \(notice\.notice_date\): error fx:schema: NoticeDate '9 June': .*", line)
        for line in lines
    ), lines
    assert any("NoticeTitle refers to the context 'x', which is not there" in line for line in lines), lines


def test_validate_of_nothing_could_not_run(tmp_path: Path) -> None:
    done = run("validate", tmp_path / "none.xbrl")
    assert done.returncode == 2
    assert done.stdout == ""
    assert (
        done.stderr.strip()
        == f"{tmp_path / 'none.xbrl'}: error fx:unreadable: cannot be opened: No such file or directory"
    )


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"<html/>", b"PK\x03\x04", b"<!DOCTYPE x><x/>"])
def test_validate_of_something_else_never_shows_a_traceback(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.xbrl").write_bytes(content)
    done = run("validate", tmp_path / "x.xbrl")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("x.xbrl")


def test_export_of_a_source_that_is_wrong_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "filing.yaml").write_text("company:\n  nam: x\n")
    done = run("export", tmp_path, "--output", tmp_path / "out")
    assert done.returncode == 1
    assert (
        "filing.yaml:2 (company): error fx:unknownField: there is no field 'nam' here; did you mean 'name'?"
        in done.stderr
    )
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_export_into_a_file_could_not_run(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    done = run("export", SAMPLE, "--output", tmp_path / "out")
    assert done.returncode == 2
    assert "cannot be made" in done.stderr
    assert (tmp_path / "out").read_text() == "mine"


def test_taxonomy_build_and_check(tmp_path: Path) -> None:
    done = run("taxonomy", "build", "--folder", tmp_path / "taxonomy")
    assert done.returncode == 0
    assert f"{SCHEMA_FILE}  " in done.stdout
    done = run("taxonomy", "check", "--folder", tmp_path / "taxonomy")
    assert (done.returncode, done.stdout) == (0, f"{tmp_path / 'taxonomy'}: in step with the classes, and sound\n")
    (tmp_path / "taxonomy" / SCHEMA_FILE).write_text("")
    done = run("taxonomy", "check", "--folder", tmp_path / "taxonomy")
    assert done.returncode == 1
    assert "is not what the classes give; run: filingexport taxonomy build" in done.stdout


def test_taxonomy_package(tmp_path: Path) -> None:
    done = run("taxonomy", "package", "--output", tmp_path / "taxonomy.zip")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r".*taxonomy\.zip  \d+ kB\n", done.stdout)
    assert (tmp_path / "taxonomy.zip").read_bytes().startswith(b"PK")


def test_help_and_version() -> None:
    assert "examples:" in run("--help").stdout
    assert re.fullmatch(r"filingexport \d+\.\d+\.\d+, taxonomy \d{4}-\d\d-\d\d\n", run("--version").stdout)
    assert run().returncode == 2
    assert run("frobnicate").returncode == 2


def test_any_locale_prints_japanese(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "filing.yaml").write_text(
        "language: ja\ncompany:\n  name: 株式会社例\n  identifier_scheme: http://filingexport.example/company\n  identifier: x\n"
        "fiscal_year_start: 2007-04-01\nfiscal_year_end: 2008-03-31\n",
        "utf-8",
    )
    done = run("export", source, "--output", tmp_path / "out", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    assert "株式会社例" in done.stdout


def test_the_same_bytes_whatever_the_hash_seed_and_time_zone(tmp_path: Path) -> None:
    for number, (seed, zone) in enumerate((("1", "UTC"), ("2", "Asia/Tokyo"))):
        done = run("export", SAMPLE, "-q", "-o", tmp_path / str(number), PYTHONHASHSEED=seed, TZ=zone, LC_ALL="C")
        assert done.returncode == 0, done.stderr
    for path in (tmp_path / "0").rglob("*.x*"):
        assert path.read_bytes() == (tmp_path / "1" / path.relative_to(tmp_path / "0")).read_bytes()
