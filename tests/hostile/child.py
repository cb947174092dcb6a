"""Reads files that it is named, one after the other, under a guard, and says what came of each: a line of JSON a file.

The guard is an audit hook (PEP 578): what is opened outside the folder of the case and the interpreter's own, every
socket and every process is recorded. A bound on memory and one on time end the process itself.
"""

from __future__ import annotations

import ctypes
import gc
import io
import json
import os
import resource
import sys
import time
import traceback
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parent.parent.parent
ADDRESS_SPACE: Final = 2_000_000_000
_WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES: Final = (
    "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.symlink", "os.link", "os.truncate", "os.chmod", "os.chown",
    "shutil.rmtree", "shutil.move", "shutil.copyfile", "os.utime",
)  # fmt: skip
_NEVER: Final = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "pty.", "urllib.",
    "http.", "ftplib.", "smtplib.", "webbrowser.", "os.startfile", "pickle.", "marshal.loads", "ctypes.dlopen",
)  # fmt: skip


class Guard:
    """What the process does, against where it may."""

    def __init__(self, readable: tuple[str, ...]) -> None:
        self.readable = readable
        self.folder = ""
        self.seen: list[str] = []
        self.on = False

    def hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.on:
            return
        if event == "open":
            path, _, flags = arguments
            if isinstance(path, int):
                return
            name = os.path.realpath(os.fsdecode(path))
            writes = bool((flags or 0) & _WRITES)
            if not name.startswith(self.folder) and (writes or not name.startswith(self.readable)):
                self.seen.append(f"{'writes' if writes else 'opens'} {name}")
        elif event in _CHANGES:
            for each in arguments:
                if isinstance(each, (str, bytes)) and not os.path.abspath(os.fsdecode(each)).startswith(self.folder):
                    self.seen.append(f"{event} {each!r}")
        elif event == "exec" or event == "import":
            return
        elif event.startswith(_NEVER) and not self.imports() and not self.own(event, arguments):
            self.seen.append(f"{event} {arguments!r}"[:200])

    def own(self, event: str, arguments: tuple[Any, ...]) -> bool:
        """Whether the engine that explains opens a standard schema that is installed here, which it does by its URL."""
        url = str(arguments[0]) if event == "urllib.Request" else ""
        return url.startswith("file://") and url.removeprefix("file://").startswith(self.readable)

    def imports(self) -> bool:
        """Whether a module of Python's is being imported, which reads compiled code."""
        frame = sys._getframe(2)
        while frame is not None:
            if frame.f_code.co_filename.startswith("<frozen importlib"):
                return True
            frame = frame.f_back  # type: ignore[assignment]
        return False


def _memory(field: str) -> int:
    """Bytes, from the process's status (Linux)."""
    with open("/proc/self/status") as status:
        line = next((each for each in status if each.startswith(field)), "")
    return int(line.split()[1]) * 1024 if line else 0


def _trim() -> None:
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    with open("/proc/self/clear_refs", "w") as marks:
        marks.write("5")


def run(commands: list[list[str]]) -> dict[str, Any]:
    """These command lines of filingexport, one after the other: status, what was told, and what ended it."""
    from filingexport.cli.main import main

    told = io.StringIO()
    statuses: list[int] = []
    broken = ""
    seconds = 0.0
    for command in commands:
        started = time.process_time()
        try:
            with redirect_stdout(told), redirect_stderr(told):
                statuses.append(main(command))
        except SystemExit as error:
            statuses.append(error.code if isinstance(error.code, int) else 2)
        except BaseException:
            broken = traceback.format_exc()
            break
        finally:
            seconds = max(seconds, time.process_time() - started)
    return {"statuses": statuses, "told": told.getvalue()[:100_000], "broken": broken, "seconds": seconds}


def main() -> None:
    answers = os.fdopen(os.dup(1), "w")
    stdlib = os.path.dirname(os.__file__)
    readable = (
        str(ROOT / "src"),
        str(ROOT / "taxonomy"),
        stdlib,
        sys.prefix,
        sys.base_prefix,
        "/proc/self/",
        "/usr/share/zoneinfo",
        "/etc/mime.types",
        f"/proc/{os.getpid()}/",
    )
    guard = Guard(readable)
    warm = json.loads(sys.stdin.readline())
    result = run(warm["commands"])  # what is loaded and compiled once is no one file's doing
    assert result["statuses"] == [0] * len(warm["commands"]), result
    _memory("VmHWM")
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    sys.addaudithook(guard.hook)
    print(json.dumps(result), file=answers, flush=True)
    for line in sys.stdin:
        job = json.loads(line)
        _trim()
        guard.folder, guard.seen = job["folder"], []
        guard.on = True
        result = run(job["commands"])
        guard.on = False
        result |= {"violations": guard.seen, "memory": _memory("VmHWM")}
        print(json.dumps(result), file=answers, flush=True)


if __name__ == "__main__":
    main()
