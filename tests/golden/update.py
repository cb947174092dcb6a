"""Write the golden files anew: ``python -m tests.golden.update``. Look at the difference before you commit it."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from filingexport import load, write
from tests.conftest import GOLDEN, ROOT, SAMPLE


def _wording(line: str) -> str:
    """A line of a summary without its figures."""
    return " ".join(re.sub(r"[0-9.,]+(?= |$)", "", line).split())


def tour() -> None:
    """The figures of the summary in the README's tour, as they are printed now."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "filingexport", "export", str(SAMPLE), "--output", "out"],
            capture_output=True, text=True, encoding="utf-8", cwd=Path(folder), check=True,
        )  # fmt: skip
    printed = {_wording(line): line.rstrip() for line in done.stdout.splitlines() if not line.startswith("time ")}
    readme = ROOT / "README.md"
    lines = readme.read_text("utf-8").splitlines()
    readme.write_text("\n".join(printed.get(_wording(line), line) for line in lines) + "\n", "utf-8")


def mutations() -> None:
    """Which rules fire at which mutation."""
    from tests.test_check_mutations import GOLDEN as FIRED
    from tests.test_check_mutations import documented

    FIRED.write_text("\n".join(documented()) + "\n", "utf-8")
    print(FIRED)


RULES_MARK = "<!-- The tables are written by: python -m tests.golden.update -->\n"


def rules() -> None:
    """The tables of the rules in docs/checks.md."""
    from filingexport.checks.outputs.markdown import rules_text
    from filingexport.checks.run import rule_kinds

    page = ROOT / "docs" / "checks.md"
    before, mark, _ = page.read_text("utf-8").partition(RULES_MARK)
    page.write_text(f"{before}{mark}\n{rules_text(rule_kinds())}", "utf-8")
    print(page)


def coverage() -> None:
    """The tables of docs/coverage.md."""
    from tests.golden.coverage import MARK, coverage_text

    page = ROOT / "docs" / "coverage.md"
    before, mark, _ = page.read_text("utf-8").partition(MARK)
    page.write_text(f"{before}{mark}\n{coverage_text()}", "utf-8")
    print(page)


def limits() -> None:
    """The table of SECURITY.md."""
    from tests.golden.limits import END, MARK, limits_text

    page = ROOT / "SECURITY.md"
    before, mark, rest = page.read_text("utf-8").partition(MARK)
    page.write_text(f"{before}{mark}\n{limits_text()}{END}{rest.partition(END)[2]}", "utf-8")
    print(page)


def examples() -> None:
    """The small filing in each format."""
    from tests.golden.example import FOLDER, files

    for old in FOLDER.iterdir():
        old.unlink()
    for name, data in files().items():
        (FOLDER / name).write_bytes(data)
    print(FOLDER)


if __name__ == "__main__":
    write(load(SAMPLE), GOLDEN)
    print(GOLDEN)
    examples()
    tour()
    mutations()
    rules()
    coverage()
    limits()
