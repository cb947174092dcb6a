"""The main commands, in a process in which nothing may touch a network: ``python -m tests.no_network FOLDER``.

An audit hook sees every socket that Python makes, connects, binds or looks a name up for, whoever asks for it, and every
process that is started, in which it could not see any more. None is needed by what is run here but by `ingest`, whose
processes have the hook too: a ``sitecustomize`` of this test sets it in each Python that starts, and what is touched is also
written to a file. They speak with one another by pairs of local sockets, which no network sees. `validate --full` starts
Arelle, offline, and `serve` listens on this machine alone: both have tests of their own.
"""

from __future__ import annotations

import os
import shutil
import socket
import sys
from pathlib import Path
from typing import Any

TOUCHED: list[str] = []
TOLD = "FILINGEXPORT_TOUCHED"
"""The environment variable that names the file in which every process says what it touched."""
CUSTOMIZE = "import sys; from tests.no_network import watch; sys.addaudithook(watch)"
"""A ``sitecustomize`` that sets the hook in whatever Python is started."""


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook (PEP 578)."""
    if event == "socket.__new__" and arguments[1] == getattr(socket, "AF_UNIX", None):
        return
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "ssl.")) or event in (
        "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty", "webbrowser.open",
    ):  # fmt: skip
        TOUCHED.append(f"{event} {arguments!r:.200}")
        if told := os.environ.get(TOLD):
            with open(told, "a", encoding="utf-8") as file:
                file.write(f"{TOUCHED[-1]}\n")
        raise PermissionError(f"the network is touched: {event}")


def commands(root: Path, at: Path) -> list[list[str]]:
    """What is run."""
    out, sample = at / "out", root / "samples" / "kitahama-2026"
    every: list[list[str | Path]] = [
        ["export", sample, "-o", out, "--formats", "xbrl,ixbrl,json,csv,package"],
        ["validate", out / "kitahama-2026.xbrl"],
        ["validate", out / "kitahama-2026.xhtml"],
        ["validate", out / "kitahama-2026.xbri"],
        ["import", out / "kitahama-2026.json", "-o", at / "copy"],
        ["import", out / "kitahama-2026.xbrl", "-o", at / "notice.xlsx"],
        ["convert", out / "kitahama-2026.xbrl", at / "x.json"],
        ["check", sample, "--format", "html", "-o", at / "found.html"],
        ["check", "--rules"],
        ["diff", sample, at / "copy", "--format", "html", "-o", at / "changes.html"],
        ["rollforward", out / "kitahama-2026.xbrl", "-o", at / "next"],
        ["status", sample],
        ["view", out / "kitahama-2026.xbrl", "--no-open", "--plain", "-o", at / "page"],
        ["template", "--company-form", "company_auditors", "-o", at / "empty.xlsx"],
        ["draft", at / "notice.txt", "-o", at / "draft"],
        ["sign", "--new-key", at / "key.pem"],
        ["sign", out / "kitahama-2026.xbri", "--key", at / "key.pem"],
        ["verify", out / "kitahama-2026.xbri", "--key", at / "key.pub.pem"],
        ["taxonomy", "check", "--folder", root / "taxonomy"],
        ["taxonomy", "package", "-o", at / "taxonomy.zip"],
        ["taxonomy", "diff", root / "taxonomy"],
        ["ingest", out, "--output", at / "facts.parquet", "--jobs", "2"],
        ["query", "SELECT count(*) FROM facts", "--facts", at / "facts.parquet"],
        ["doctor"],
        ["completion", "bash"],
    ]
    return [[str(each) for each in words] for words in every]


def hostile(at: Path) -> list[list[str]]:
    """Documents that ask for something elsewhere."""
    whole = (at / "out" / "kitahama-2026.xbrl").read_text("utf-8")
    far = "http://network.example/x"
    made = {
        "doctype.xbrl": whole.replace("<xbrli:xbrl", f'<!DOCTYPE x SYSTEM "{far}.dtd"><xbrli:xbrl', 1),
        "schema.xbrl": whole.replace('xlink:href="taxonomy/', f'xlink:href="{far}/', 1),
        "hint.xbrl": whole.replace("<xbrli:xbrl", f'<xbrli:xbrl xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="urn:x {far}.xsd"', 1),
    }  # fmt: skip
    for name, text in made.items():
        assert text != whole, name
        (at / name).write_text(text, "utf-8")
    return [["validate", str(at / name)] for name in made]


def main(folder: Path) -> int:
    """Run them all; which ended how is printed, and what was touched."""
    from filingexport.cli.exit_status import COULD_NOT_RUN
    from filingexport.cli.main import main as run

    root = Path(__file__).parent.parent
    text = root / "tests" / "data" / "iij-2008-convocation-notice.txt"
    shutil.copy(text, folder / "notice.txt")
    ended: list[tuple[str, int]] = []
    for words in commands(root, folder):
        ended.append((" ".join(words[:2]), run(words)))
    for words in hostile(folder):  # made of what the commands have written
        ended.append((" ".join(words[:2]), run(words)))
    for name, status in ended:
        print(f"ended {status} {name}", file=sys.stderr)
    path = Path(os.environ.get(TOLD, ""))
    TOUCHED.extend(path.read_text("utf-8").splitlines() if path.is_file() else [])
    print(f"touched {TOUCHED}", file=sys.stderr)
    return int(bool(TOUCHED) or any(status == COULD_NOT_RUN for _, status in ended))


if __name__ == "__main__":
    sys.addaudithook(watch)
    sys.exit(main(Path(sys.argv[1])))
