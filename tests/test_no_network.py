"""At run time no network is touched, by any command: see `tests.no_network`."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from filingexport.cli.main import parser
from tests.conftest import ROOT
from tests.no_network import commands
from tests.test_cli_speaking import verbs

NEEDS_OTHERS = {"serve"}
"""Verbs that listen, or are ended by a person."""


def test_no_command_touches_a_network_or_starts_a_process(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.no_network", str(tmp_path)], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert "touched []" in done.stderr, done.stderr[-3000:]
    ended = re.findall(r"^ended (\d) (\w+)", done.stderr, re.MULTILINE)
    assert len(ended) >= 26
    assert done.returncode == 0, (ended, done.stderr[-3000:])


def test_every_verb_is_among_them() -> None:
    run = {words[0] for words in commands(ROOT, Path())}
    assert {name.partition(" ")[0] for name, _ in verbs(parser())} - NEEDS_OTHERS == run


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
