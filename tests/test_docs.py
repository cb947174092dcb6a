"""The documentation is true: its commands and programs run and print what it shows, its links lead somewhere."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from openpyxl import load_workbook

from filingexport.cli.exit_status import COULD_NOT_RUN
from filingexport.cli.main import main
from filingexport.cli.parser import parser
from tests.conftest import ROOT

PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
NAMES = [each.relative_to(ROOT).as_posix() for each in PAGES]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ELSEWHERE = ("serve", "ingest", "query")
"""Verbs that only a person ends, or that need many filings: they are read here, and run in tests of their own."""
NOT_KEPT = {"taxonomy-2025.zip", "draft-2", "notice.docx"}
"""Files of examples that are not in the project: a command on them is read, and not run."""


def blocks(name: str, language: str) -> list[str]:
    return [text for kind, text in FENCE.findall((ROOT / name).read_text("utf-8")) if kind == language]


def with_commands(name: str) -> bool:
    return any("$ filingexport" in each for each in blocks(name, "console"))


def commands(text: str) -> Iterator[tuple[list[str], list[str]]]:
    """The commands of a console, each with the lines that are shown below it."""
    found: list[tuple[list[str], list[str]]] = []
    open_command = ""  # one whose quotation marks are not closed on its line
    for line in text.splitlines():
        if open_command or line.startswith("$ "):
            open_command += line + "\n"
            if open_command.count('"') % 2 == 0:
                found.append((shlex.split(open_command[2:], comments=True), []))
                open_command = ""
        elif found:
            found[-1][1].append(line)
    yield from ((words[1:], shown) for words, shown in found if words[0] == "filingexport")


def run(words: list[str], capsys: pytest.CaptureFixture[str]) -> str | None:
    """Run one command here, as far as it can be run without a person; what it printed, None where it was not run."""
    parser().parse_args(words)
    if words[0] in ELSEWHERE or not NOT_KEPT.isdisjoint(words):
        return None
    if words[0] == "view":
        words = [*words, "--no-open", *([] if "--plain" in words else ["--plain"])]
    words = [each for each in words if each != "--full"]  # another processor's opinion: asked elsewhere, and slow
    capsys.readouterr()
    status = main(words)
    said = capsys.readouterr()
    assert status != COULD_NOT_RUN, (words, said.err)
    return said.out + said.err


def told(shown: list[str], printed: str) -> None:
    """That each line that is shown was printed; … stands for anything."""
    lines = [line.rstrip() for line in printed.splitlines()]
    for line in shown:
        pattern = line.rstrip().replace("[", "[[]").replace("…", "*")
        if pattern and not pattern.startswith("time "):
            assert any(fnmatchcase(each, pattern) for each in lines), (line, printed)


@pytest.mark.parametrize("name", [each for each in NAMES if with_commands(each) and each != "docs/tutorial.md"])
def test_the_commands_of_a_page_run(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")  # not a link to them: commands write where they are run
    monkeypatch.chdir(tmp_path)
    for text in blocks(name, "console"):
        for words, shown in commands(text):
            printed = run(words, capsys)
            if printed is not None and "--full" not in words:
                told(shown, printed)


@pytest.mark.parametrize("name", [each for each in NAMES if each.startswith("docs/") and blocks(each, "python")])
def test_the_python_of_a_page_runs(name: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    code = "\n".join(each for each in blocks(name, "python") if "@rule" not in each)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr


def fill(text: str, workbook: Path) -> None:
    """Type what the tables of a text say into the sheets that it names, each beside its item."""
    book = load_workbook(workbook)
    sheet = None
    for line in text.splitlines():
        if named := re.search(r"sheet \*\*(.+?)\*\*", line):
            sheet = book[named[1]]
        if not line.startswith("| ") or line.startswith("| item"):
            continue
        assert sheet is not None
        item, *entries = (each.strip() for each in line.strip("|").split("|"))
        found: list[int] = [
            row[0].row
            for row in sheet.iter_rows()
            if f"{row[1].value} {row[2].value}" == item
            and row[0].row is not None
            and (row[0].value != "fx:heading" or str(sheet.cell(row[0].row + 1, 1).value).startswith("fx:table"))
        ]
        assert len(found) == 1, item
        # The heading of a table: its first row is below the keys and the names of its columns.
        row = found[0] + 3 if sheet.cell(found[0], 1).value == "fx:heading" else found[0]
        for column, entry in zip((4, 5), entries, strict=False):
            if entry:
                sheet.cell(row, column).value = typed(entry)
    book.save(workbook)


def typed(entry: str) -> str | int | date:
    """An entry as a spreadsheet takes it when it is typed."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", entry):
        return date.fromisoformat(entry)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}", entry):
        return datetime.fromisoformat(entry)
    return int(entry.replace(",", "")) if re.fullmatch(r"[0-9,]+", entry) else entry


def test_the_tutorial_works_as_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    steps = (ROOT / "docs" / "tutorial.md").read_text("utf-8").split("\n## ")
    verbs = []
    for step in steps:
        for kind, text in FENCE.findall(step):
            assert kind == "console"
            for words, shown in commands(text):
                verbs.append(words[0])
                printed = run(words, capsys)
                if printed is not None:
                    told(shown, printed)
        if "\n| " in step:
            fill(FENCE.sub("", step), tmp_path / "notice.xlsx")
    assert verbs == ["template", "check", "serve", "export", "view", "validate", "import"]
    printed = run(["check", "notice.xlsx"], capsys)
    assert printed is not None
    assert "1,450" not in printed, "both findings about the total are gone"
    assert "6 errors" in printed


def slug(heading: str) -> str:
    """The anchor of a heading."""
    plain = re.sub(r"[`*]|\[([^]]*)\]\([^)]*\)", r"\1", heading)
    return re.sub(r"[\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_somewhere(name: str) -> None:
    path = ROOT / name
    text = FENCE.sub("", path.read_text("utf-8"))
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        led = path.parent / file if file else path
        assert led.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", FENCE.sub("", led.read_text("utf-8")), re.MULTILINE)
            assert anchor in [slug(each) for each in headings], target


def test_every_picture_is_shown_and_says_what_it_shows() -> None:
    shown = set()
    for name in NAMES:
        text = (ROOT / name).read_text("utf-8")
        pictures = re.findall(r"!\[([^]]*)\]\(([^)]+)\)", text)
        pictures += [(said, file) for file, said in re.findall(r'<img src="([^"]+)" alt="([^"]+)"', text)]
        for alternative, target in pictures:
            assert len(alternative) > 10, target
            shown.add(((ROOT / name).parent / target).resolve())
    assert {each.resolve() for each in (ROOT / "docs").iterdir() if each.suffix in (".png", ".svg")} == shown


def test_the_site_has_every_page() -> None:
    said = (ROOT / "mkdocs.yml").read_text("utf-8")
    for name in NAMES:
        if name.startswith("docs/"):
            assert f": {name.removeprefix('docs/')}\n" in said, name


def test_the_site_is_built_without_a_warning_and_asks_for_nothing(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs", reason="mkdocs is not installed; `make docs` installs it")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")],
        capture_output=True, text=True, cwd=ROOT, check=False, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    for page in (tmp_path / "site").rglob("*.html"):
        text = page.read_text("utf-8")
        loaded = re.findall(r"<(?:script|link|img|iframe|source)\b[^>]*?(?:src|href)=\"?([^\" >]+)", text)
        assert [each for each in loaded if re.match(r"(https?:)?//", each)] == [], page.name
    assert "GrossProfit" in (tmp_path / "site" / "taxonomy-items.html").read_text("utf-8")
