"""What is installed elsewhere: the wheel holds the package, its types and the taxonomy."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from tests.conftest import ROOT


def test_the_wheel_ships_the_taxonomy(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    [wheel] = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"filingexport/data/taxonomy/{path.name}" for path in (ROOT / "taxonomy").iterdir()} <= names
    assert {"filingexport/py.typed", "filingexport/model/filing.py"} <= names
    templates = {f"filingexport/taxonomy/templates/{name}" for name in ("index.html", "style.css", "script.js")}
    assert templates <= names
    assert not any("test" in name or name.startswith("samples") for name in names)
