"""Classes that xsdata makes from the taxonomy's schema, as its users make them: once, by its command line."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from filingexport.names import BASE, SCHEMA_FILE
from filingexport.taxonomy import standard

_LOCATION: Final = re.compile(r'(schemaLocation\s*=\s*")([^" ]+)(")')


def classes(folder: Path) -> Any:
    """The module of the classes, made in this folder if it is not there; raises what xsdata says."""
    if not (folder / "made.py").is_file():
        (folder / "schemas").mkdir(parents=True)
        done: set[str] = set()
        start = _taken(f"{BASE}/{SCHEMA_FILE}", folder / "schemas", done)
        command = [
            sys.executable,
            "-m",
            "xsdata",
            "generate",
            f"schemas/{start}",
            "--package",
            "made",
            "--structure-style",
            "single-package",
        ]
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"  # it calls ruff by its name
        made = subprocess.run(
            command, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
        )
        if made.returncode:
            raise ValueError((made.stderr.strip().splitlines() or ["xsdata said nothing"])[-1])
    sys.path.insert(0, str(folder))
    return importlib.import_module("made")


def _taken(url: str, into: Path, done: set[str]) -> str:
    """Copy a schema and those it imports into one folder, each under a name of its own, so that nothing is fetched."""
    name = re.sub(r"[^A-Za-z0-9.-]", "_", url.partition("://")[2])
    if name in done:
        return name
    done.add(name)

    def moved(match: re.Match[str]) -> str:
        location = match[2] if "://" in match[2] else f"{url.rpartition('/')[0]}/{match[2]}"
        return f"{match[1]}{_taken(location, into, done)}{match[3]}" if _local(location) else match[0]

    path = _local(url)
    assert path is not None
    (into / name).write_text(_LOCATION.sub(moved, path.read_text("utf-8")), "utf-8")
    return name


def _local(url: str) -> Path | None:
    if url.startswith(BASE):
        return Path(__file__).parent.parent / "taxonomy" / url.rpartition("/")[2]
    return standard.path_of(url)
