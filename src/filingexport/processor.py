"""An independent XBRL processor as a second opinion: Arelle, offline, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from filingexport.findings import FilingError, Finding, Severity, finding
from filingexport.said import say

TIMEOUT: Final = 300
"""Seconds the processor may take."""
_LEVELS: Final = {
    "critical": Severity.ERROR,
    "error": Severity.ERROR,
    "inconsistency": Severity.WARNING,
    "warning": Severity.WARNING,
}


def judge(path: Path, packages: tuple[Path, ...] = ()) -> tuple[Finding, ...]:
    """What Arelle says of this document or taxonomy: XBRL 2.1, Dimensions, Calculations 1.1, OIM, units, data types.

    packages: taxonomy packages to find schemas in. Nothing is fetched. Empty if it reports no error and no warning. Raises FilingError if it cannot be run.
    """
    arguments = ["--validate", "--calc", "c11r", "--utr", "--validateDuplicateFacts", "inconsistent"]
    if packages:
        arguments += ["--packages", "|".join(str(each.resolve()) for each in packages)]
    entries, said = run(path, arguments)
    findings = []
    loaded = False
    for entry in entries:
        level = entry.get("level", "")
        loaded = loaded or (entry.get("code") == "info" and "loaded in" in entry["message"]["text"])
        if level in _LEVELS:
            where = entry.get("refs") or [{}]
            line = where[0].get("sourceLine", "")
            place = f"{path.name}:{line}" if line else path.name
            findings.append(
                Finding(entry["code"], " ".join(entry["message"]["text"].split()), place, "", _LEVELS[level])
            )
    if not loaded and not findings:
        raise FilingError(
            [
                finding(
                    "fx:processor",
                    say(
                        "Arelle did not load {file}: {why}",
                        "Arelleが{file}を読み込みませんでした: {why}",
                        file=path.name,
                        why=said,
                    ),
                )
            ]
        )
    return tuple(findings)


def run(path: Path, arguments: list[str]) -> tuple[list[dict[str, Any]], str]:
    """Arelle on this document, offline, with these arguments: the entries of its log, and the end of what it printed.

    Raises FilingError if it cannot be run.
    """
    if find_spec("arelle") is None:
        raise FilingError(
            [
                finding(
                    "fx:processor",
                    say(
                        "the package arelle-release is not installed",
                        "arelle-releaseパッケージがインストールされていません。",
                    ),
                )
            ]
        )
    with tempfile.TemporaryDirectory(prefix="filingexport-") as scratch:
        log = Path(scratch) / "log.json"
        command = [
            sys.executable, "-m", "arelle.CntlrCmdLine", "--disablePersistentConfig", "--internetConnectivity=offline",
            "-f", str(path.resolve()), "--logFile", str(log), *arguments,
        ]  # fmt: skip
        environment = {**os.environ, "XDG_CONFIG_HOME": scratch, "HOME": scratch}
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, timeout=TIMEOUT, env=environment, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise FilingError(
                [
                    finding(
                        "fx:processor",
                        say("Arelle could not be run: {why}", "Arelleを実行できませんでした: {why}", why=error),
                    )
                ]
            ) from None
        if not log.is_file():
            raise FilingError(
                [
                    finding(
                        "fx:processor",
                        say(
                            "Arelle wrote no log: {why}",
                            "Arelleがログを出力しませんでした: {why}",
                            why=done.stderr.strip()[-400:],
                        ),
                    )
                ]
            )
        entries: list[dict[str, Any]] = json.loads(log.read_text("utf-8"))["log"]
        return entries, done.stderr.strip()[-400:]
