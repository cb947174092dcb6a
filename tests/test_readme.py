"""The README is true: its Python runs and prints what it says. Its commands and links are tried with those of all pages."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def test_the_python_of_the_tour_runs_and_prints_what_it_says() -> None:
    [code] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr
    for said in re.findall(r"  # (?:… )?(.+)$", code, re.MULTILINE):
        assert said.strip() in done.stdout


def test_both_commands_are_on_the_first_screen() -> None:
    first = README[:800]
    assert "make demo" in first
    assert "make test" in first
