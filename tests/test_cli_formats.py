"""The command line with every format: what it writes, prints and refuses."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from filingexport import Filing, load, read
from filingexport.cli import main as cli
from tests.conftest import ROOT
from tests.test_cli import run

SOURCE = ROOT / "samples" / "kitahama-2026"
EDINET = ROOT / "samples" / "aoba-2026"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("formats") / "out"
    done = run("export", SOURCE, "-o", folder, "--formats", "xbrl,ixbrl,json,csv,package,xbr", "--name", "notice")
    assert done.returncode == 0, done.stderr
    assert done.stderr == "", "no progress in a pipe"
    for line in (
        r"instance +\S+/notice\.xbrl  \d+ kB",
        r"ixbrl +\S+/notice\.xhtml  \d+ kB",
        r"json +\S+/notice\.json  \d+ kB",
        r"csv +\S+/notice-csv\.json  \d+ kB",
        r"package +\S+/notice\.xbri  \d+ kB",
        r"xbr +\S+/notice\.xbr  \d+ kB",
        r"equal +read back from each of them",
    ):
        assert re.search(line, done.stdout), (line, done.stdout)
    return folder


@pytest.fixture(scope="module")
def filing() -> Filing:
    return load(SOURCE)


def test_all_formats_are_written_beside_one_another(out: Path) -> None:
    tables = {f"notice-{each}.csv" for each in ("numbers", "text", "others", "notes")}
    documents = {f"notice{end}" for end in (".xbrl", ".xhtml", ".json", "-csv.json", ".xbri", ".xbr")}
    assert {path.name for path in out.iterdir()} == documents | tables | {"taxonomy"}


@pytest.mark.parametrize("name", ["notice.xhtml", "notice.json", "notice-csv.json", "notice.xbri", "notice.xbr"])
def test_every_format_is_valid_and_read(name: str, out: Path, filing: Filing) -> None:
    assert cli.main(["validate", str(out / name), "--quiet"]) == 0
    assert read(out / name) == filing


def test_convert_there_and_back_gives_the_same_bytes(out: Path, tmp_path: Path) -> None:
    done = run("convert", out / "notice.xbrl", tmp_path / "a" / "notice.csv")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"\S+/notice-csv\.json  xBRL-CSV, \d+ kB\n", done.stdout)
    steps = [
        ("a/notice-csv.json", "b/notice.json"),
        ("b/notice.json", "c/notice.xbr"),
        ("c/notice.xbr", "d/notice.xbrl"),
    ]
    for source, target in steps:
        assert cli.main(["convert", str(tmp_path / source), str(tmp_path / target), "-q", "--inside", "csv"]) == 0
    assert (tmp_path / "d" / "notice.xbrl").read_bytes() == (out / "notice.xbrl").read_bytes()
    assert (tmp_path / "b" / "notice.json").read_bytes() == (out / "notice.json").read_bytes()
    assert [path.name for path in (tmp_path / "c").iterdir()] == ["notice.xbr"], "a package holds its taxonomy"


def test_convert_writes_the_name_it_is_given(out: Path, tmp_path: Path, filing: Filing) -> None:
    assert cli.main(["convert", str(out / "notice.json"), str(tmp_path / "facts.txt"), "--to", "csv", "-q"]) == 0
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} >= {"facts.txt", "facts.txt-numbers.csv"}
    assert read(tmp_path / "facts.txt") == filing
    done = run("convert", out / "notice.json", tmp_path / "x.doc")
    assert done.returncode == 1
    assert "its name tells no format; name one of: xbrl (.xbrl), ixbrl (.xhtml)" in done.stderr
    assert run("convert", out / "notice.json", tmp_path / "x", "--to", "doc").returncode == 2


def test_convert_of_facts_from_elsewhere_keeps_and_tells_them(out: Path, tmp_path: Path) -> None:
    text = (out / "notice.xbrl").read_text("utf-8")
    shutil.copytree(out / "taxonomy", tmp_path / "taxonomy")
    foreign = '<o:Thing xmlns:o="http://other.example/" contextRef="D20250401-20260331" id="thing" xml:lang="en">x</o:Thing>\n'
    (tmp_path / "foreign.xbrl").write_text(
        text.replace("<link:footnoteLink", foreign + "<link:footnoteLink", 1), "utf-8"
    )
    done = run("convert", tmp_path / "foreign.xbrl", tmp_path / "foreign.json")
    assert done.returncode == 1
    assert "Thing is no item of this taxonomy; it is kept as it is" in done.stderr
    assert cli.main(["convert", str(tmp_path / "foreign.json"), str(tmp_path / "again.xbrl"), "-q"]) == 1
    assert 'id="thing" xml:lang="en">x</' in (tmp_path / "again.xbrl").read_text("utf-8")


def test_import_of_any_format_gives_the_same_source(out: Path, tmp_path: Path) -> None:
    for number, name in enumerate(("notice.xbrl", "notice-csv.json", "notice.xbri")):
        assert cli.main(["import", str(out / name), "--output", str(tmp_path / str(number)), "-q"]) == 0
    first = {path.name: path.read_bytes() for path in (tmp_path / "0").iterdir()}
    for other in ("1", "2"):
        assert {path.name: path.read_bytes() for path in (tmp_path / other).iterdir()} == first


def test_unknown_formats_are_refused(tmp_path: Path) -> None:
    done = run("export", SOURCE, "-o", tmp_path / "out", "--formats", "xbrl,pdf")
    assert done.returncode == 2
    assert "there is no format 'pdf'; there are: xbrl, ixbrl, csv, json, package, xbr" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_table_alone_is_refused_with_what_to_do(out: Path) -> None:
    done = run("validate", out / "notice-numbers.csv")
    assert done.returncode == 1
    assert done.stderr.startswith(
        "notice-numbers.csv: error xbrlce:invalidJSON: is a table of xBRL-CSV; name its metadata"
    )


def test_view_makes_a_page_without_a_viewer(out: Path, tmp_path: Path) -> None:
    done = run("view", out / "notice.json", "--no-open", "--plain", "--output", tmp_path / "page")
    assert (done.returncode, done.stderr) == (0, "")
    page = Path(done.stdout.strip())
    assert page == tmp_path / "page" / "notice.xhtml"
    assert page.read_bytes() == (out / "notice.xhtml").read_bytes()
    again = run("view", out / "notice.xhtml", "--no-open", "--plain")
    assert again.stdout == f"{out / 'notice.xhtml'}\n", "a page is shown where it is"


def test_view_in_the_viewer_loads_nothing_from_a_network(out: Path, tmp_path: Path) -> None:
    done = run("view", out / "notice.xhtml", "--no-open", "--output", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    page = Path(done.stdout.strip())
    data = page.read_bytes()
    assert re.findall(rb'<script[^>]*\bsrc="([^"]*)"', data) == [b"ixbrlviewer.js"]
    assert (page.parent / "ixbrlviewer.js").stat().st_size > 100_000
    assert b"default-src file: data: blob: 'unsafe-inline' 'unsafe-eval'" in data
    assert b"</script><!--END IXBRL VIEWER EXTENSIONS-->" in data


def test_progress_is_shown_on_a_terminal(out: Path, tmp_path: Path) -> None:
    screen, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "filingexport", "convert", str(out / "notice.xbrl"), str(tmp_path / "notice.json")],
        stdout=subprocess.DEVNULL, stderr=terminal, env={**os.environ, "TERM": "xterm", "COLUMNS": "100"},
    ) as running:  # fmt: skip
        os.close(terminal)
        shown = b""
        with suppress(OSError):  # the terminal is gone when the command is
            while chunk := os.read(screen, 10_000):
                shown += chunk
    os.close(screen)
    assert running.returncode == 0
    assert b"/4" in shown, shown


def test_the_layout_of_edinet_goes_all_the_way_round(tmp_path: Path) -> None:
    done = run("export", EDINET, "-o", tmp_path, "--layout", "edinet", "--times", "2")
    assert (done.returncode, done.stderr) == (0, "")
    names = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    for kind, report in (("PublicDoc", "fxgms000000-cnv-001"), ("AuditDoc", "fxaud-aar-001")):
        whole = f"{report}_E99901-000_2026-03-31_02_2026-06-04"
        assert {
            f"XBRL/{kind}/{whole}.xbrl",
            f"XBRL/{kind}/0101010_honbun_{whole}_ixbrl.htm",
            f"XBRL/{kind}/manifest_{kind}.xml",
            f"XBRL/{kind}/aoba-2026-03-31.xsd",
        } <= names
    filing = load(EDINET)
    assert read(tmp_path) == read(tmp_path / "XBRL") == filing
    assert cli.main(["validate", str(tmp_path), "-q"]) == 0
    public = read(next((tmp_path / "XBRL" / "PublicDoc").glob("*.htm")))
    assert public.consolidated_audit_report is None
    assert public.notice == filing.notice


def test_the_layout_of_edinet_needs_a_code_and_a_day(tmp_path: Path) -> None:
    done = run("export", SOURCE, "-o", tmp_path / "out", "--layout", "edinet")
    assert done.returncode == 1
    assert "company.edinet_code: error fx:missing: EDINET's names of files need the EDINET code" in done.stderr
    assert not (tmp_path / "out").exists()
    done = run("validate", tmp_path)
    assert done.returncode == 2
    assert "is a folder without PublicDoc/manifest_PublicDoc.xml; name a file" in done.stderr


def test_an_edinet_manifest_leads_nowhere_outside(tmp_path: Path) -> None:
    assert cli.main(["export", str(EDINET), "-o", str(tmp_path), "--layout", "edinet", "-q"]) == 0
    manifest = tmp_path / "XBRL" / "PublicDoc" / "manifest_PublicDoc.xml"
    text = manifest.read_text("utf-8")
    for name in ("../secret.xbrl", "/etc/passwd", "none.xbrl"):
        manifest.write_text(re.sub(r'preferredFilename="[^"]*"', f'preferredFilename="{name}"', text), "utf-8")
        done = run("validate", tmp_path)
        assert done.returncode == 1
        assert f"names {name!r}, which is not beside it" in done.stderr


def test_view_of_source_files_shows_their_page(out: Path, tmp_path: Path) -> None:
    assert cli.main(["view", str(SOURCE), "--no-open", "--plain", "--output", str(tmp_path), "-q"]) == 0
    assert (tmp_path / "kitahama-2026.xhtml").read_bytes() == (out / "notice.xhtml").read_bytes()
