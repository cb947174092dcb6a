"""Runs cases in a guarded process and says what is wrong with how each ended."""

from __future__ import annotations

import json
import re
import select
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from tests.conftest import ROOT
from tests.hostile.base import DRAFTS, PLACED, READERS, made
from tests.hostile.corpus import Case, main_of

SECONDS: Final = 2.0
MEMORY: Final = 300_000_000
PATIENCE: Final = 30.0
"""Seconds of the clock after which a process is ended; the bound is on those of the processor."""
SECRET: Final = "the-secret-of-another-file"

_TRACEBACK: Final = re.compile(r"Traceback \(most recent|^\w*Error: ", re.MULTILINE)


@frozen
class Ended:
    """How a case ended. wrong: what it should not have done; empty if all is as promised."""

    case: Case
    statuses: tuple[int, ...]
    seconds: float
    memory: int
    told: str
    wrong: tuple[str, ...]


class Machine:
    """A folder with a secret and a port that is listened on, and processes that read what is put into the folder."""

    def __init__(self, folder: Path, wrapper: tuple[str, ...] = ()) -> None:
        self.folder = folder.resolve()
        self.wrapper = wrapper
        self.secret = self.folder / "secret" / "secret.csv"
        self.secret.parent.mkdir(parents=True)
        self.secret.write_text(SECRET)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.setblocking(False)
        PLACED.update({"{secret}": str(self.secret), "{port}": str(self.listener.getsockname()[1])})
        self.child: subprocess.Popen[str] | None = None

    def __enter__(self) -> Machine:
        return self

    def __exit__(self, *error: object) -> None:
        if self.child is not None:
            _end(self.child)
        self.listener.close()

    def anew(self, wrapper: tuple[str, ...]) -> None:
        """The next case is read by another process, which this command starts."""
        if self.child is not None:
            _end(self.child)
        self.child, self.wrapper = None, wrapper

    def run(self, cases: Iterable[Case]) -> Iterator[Ended]:
        """Each case, read; a process that ends is told of its case, and the next case gets a new one."""
        for case in cases:
            yield self.one(case)

    def one(self, case: Case) -> Ended:
        inside = self.folder / "case"
        shutil.rmtree(inside, ignore_errors=True)
        source = inside / "in"
        for name, data in case.files.items():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes(data)
        result = self.asked({"folder": str(inside), "commands": _commands(case.reader, source, inside)})
        wrong = list(_wrong(case, result))
        if (visitor := self.visited()) is not None:
            wrong.append(f"connected to the network ({visitor})")
        if any(SECRET.encode() in path.read_bytes() for path in (inside / "out").rglob("*") if path.is_file()):
            wrong.append("took over another file")
        if sorted(each.name for each in self.folder.iterdir()) not in (["case", "secret"], ["case", "secret", "warm"]):
            wrong.append("made a file elsewhere")
        return Ended(case, tuple(result.get("statuses", ())), result.get("seconds", 0.0), result.get("memory", 0), result.get("told", ""), tuple(wrong))  # fmt: skip

    def visited(self) -> str | None:
        try:
            connection, address = self.listener.accept()
        except BlockingIOError:
            return None
        connection.close()
        return f"{address}"

    def asked(self, job: dict[str, Any]) -> dict[str, Any]:
        child = self.child
        if child is None:
            child = self.child = self.started()
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(json.dumps(job) + "\n")
        child.stdin.flush()
        ready, _, _ = select.select([child.stdout], [], [], PATIENCE)
        line = child.stdout.readline() if ready else ""
        if not line:
            _end(child)
            self.child = None
            return {"dead": f"the process ended ({child.returncode})" if ready else f"it took more than {PATIENCE} s"}
        answer: dict[str, Any] = json.loads(line)
        return answer

    def started(self) -> subprocess.Popen[str]:
        child = subprocess.Popen(
            [*self.wrapper, sys.executable, "-m", "tests.hostile.child"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
        )  # fmt: skip
        warm = self.folder / "warm"
        shutil.rmtree(warm, ignore_errors=True)
        commands = []
        for reader in (*READERS, *DRAFTS):
            for name, data in made(reader).items():
                (warm / reader / "in" / name).parent.mkdir(parents=True, exist_ok=True)
                (warm / reader / "in" / name).write_bytes(data)
            commands += _commands(reader, warm / reader / "in", warm / reader)
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(json.dumps({"commands": commands}) + "\n")
        child.stdin.flush()
        assert child.stdout.readline(), "the sound files are not read"
        return child


def _end(child: subprocess.Popen[str]) -> None:
    assert child.stdin is not None
    assert child.stdout is not None
    child.kill()
    child.wait()
    child.stdin.close()
    child.stdout.close()


def _commands(reader: str, source: Path, inside: Path) -> list[list[str]]:
    file = source if reader == "yaml" else source / main_of(made(reader))
    if reader in DRAFTS:
        return [["draft", str(file), "--output", str(inside / "out"), "--lang", "en"]]
    taken = ["import", str(file), "--output", str(inside / "out"), "--lang", "en"]
    if reader in ("yaml", "xlsx"):
        return [taken]
    return [["validate", str(file), "--lang", "en"], taken]


def _wrong(case: Case, result: dict[str, Any]) -> Iterator[str]:
    if "dead" in result:
        yield result["dead"]
        return
    told, statuses = result["told"], result["statuses"]
    if result["broken"] or _TRACEBACK.search(told):
        yield f"a traceback: {result['broken'] or told}"[-1_500:]
        return
    if any(each not in (0, 1, 2) for each in statuses):
        yield f"exit {statuses}"
    yield from result["violations"]
    if result["seconds"] > SECONDS:
        yield f"took {result['seconds']:.1f} s"
    if result["memory"] > MEMORY:
        yield f"took {result['memory'] / 1e6:.0f} MB"
    read = not any(statuses)
    if not read and not any(" error " in f" {each}" for each in told.splitlines()):
        yield f"exit {statuses}, and no error is told: {told[:300]!r}"
    if not read and (len(told) > 90_000 or any(len(each) > 20_000 for each in told.splitlines())):
        yield f"told {len(told)} characters"
    if case.reads is not None and read is not case.reads:
        yield f"was {'read' if read else 'refused'}: {told[:300]!r}"
    if SECRET in told:
        yield "told what stands in another file"
