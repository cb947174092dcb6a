"""The README is true: its Python runs, its commands are there, its files exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from filingexport.cli.main import parser
from tests.conftest import ROOT, SAMPLE

README = (ROOT / "README.md").read_text("utf-8")


def test_the_python_of_the_tour_runs_and_prints_what_it_says() -> None:
    [code] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr
    for said in re.findall(r"  # (?:… )?(.+)$", code, re.MULTILINE):
        assert said.strip() in done.stdout


def test_the_summary_in_the_tour_is_what_is_printed(tmp_path: Path) -> None:
    [shown] = re.findall(
        r"^\$ filingexport export samples/iij-2008 --output out\n(.*?)\n\n", README, re.MULTILINE | re.DOTALL
    )
    done = subprocess.run(
        [sys.executable, "-m", "filingexport", "export", str(SAMPLE), "--output", "out"],
        capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, check=False,
    )  # fmt: skip
    printed = [line.rstrip() for line in done.stdout.splitlines()]
    for line in shown.splitlines():
        assert line in printed or line == "…" or line.startswith("time "), line


def test_the_commands_of_the_tour_are_commands() -> None:
    for line in re.findall(r"^\$ filingexport (.*?)(?: +#.*)?$", README, re.MULTILINE):
        parser().parse_args(line.split())


def test_both_commands_are_on_the_first_screen() -> None:
    first = README[:800]
    assert "make demo" in first
    assert "make test" in first


@pytest.mark.parametrize(
    "document",
    [each.relative_to(ROOT).as_posix() for each in (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")))],
)
def test_links_lead_somewhere(document: str) -> None:
    path = ROOT / document
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target
