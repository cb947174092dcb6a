"""At run time no network is touched, by any command: see `tests.no_network`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from filingexport.cli.parser import parser
from tests.conftest import ROOT
from tests.no_network import CUSTOMIZE, TOLD, commands
from tests.test_cli_speaking import verbs

LISTENS = {"serve"}
"""Verbs that listen, on this machine alone."""


def hooked(folder: Path) -> dict[str, str]:
    """An environment in which every Python that is started has the hook, and says in a file what it touched."""
    (folder / "site").mkdir()
    (folder / "site" / "sitecustomize.py").write_text(CUSTOMIZE, "utf-8")
    paths = os.pathsep.join((str(folder / "site"), str(ROOT)))
    return {**os.environ, "PYTHONPATH": paths, TOLD: str(folder / "touched")}


def test_no_command_touches_a_network_or_starts_a_process(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.no_network", str(tmp_path)],
        capture_output=True, text=True, cwd=ROOT, env=hooked(tmp_path), check=False,
    )  # fmt: skip
    assert "touched []" in done.stderr, done.stderr[-3000:]
    ended = re.findall(r"^ended (\d) (\w+)", done.stderr, re.MULTILINE)
    assert len(ended) >= 28
    assert done.returncode == 0, (ended, done.stderr[-3000:])


def test_every_verb_is_among_them() -> None:
    run = {words[0] for words in commands(ROOT, Path())}
    assert {name.partition(" ")[0] for name, _ in verbs(parser())} - LISTENS == run


def test_the_hook_sees_what_a_process_of_ours_touches(tmp_path: Path) -> None:
    code = (
        "import urllib.request\nfrom multiprocessing import get_context\n"
        "if __name__ == '__main__':\n"
        "    work = get_context('spawn').Process(target=urllib.request.urlopen, args=('http://network.example/',))\n"
        "    work.start(); work.join(); assert work.exitcode == 1\n"
    )
    (tmp_path / "starts.py").write_text(code, "utf-8")
    done = subprocess.run(
        [sys.executable, str(tmp_path / "starts.py")], capture_output=True, text=True, env=hooked(tmp_path), check=False
    )
    assert done.returncode == 0, done.stderr
    assert "network.example" in (tmp_path / "touched").read_text("utf-8")


def test_the_hook_sees_what_is_touched() -> None:
    for touch in (
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://network.example/')",
        "import subprocess; subprocess.run(['true'])",
        "import socket; socket.getaddrinfo('network.example', 80)",
    ):
        code = f"import sys; from tests.no_network import watch; sys.addaudithook(watch)\n{touch}"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
        assert "the network is touched" in done.stderr, touch
