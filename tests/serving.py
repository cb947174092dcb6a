"""The real command `filingexport serve`, in a process of its own, and what a browser would ask of it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from attrs import field, frozen


@frozen
class Answer:
    """One answer."""

    status: int
    headers: Message
    body: bytes


@frozen
class Served:
    """A command that runs. address: as it was printed."""

    process: subprocess.Popen[str]
    address: str
    source: Path
    jar: dict[str, str] = field(factory=dict)

    @property
    def port(self) -> int:
        port = urlsplit(self.address).port
        assert port is not None
        return port

    def ask(
        self, path: str, method: str = "GET", *, cookie: str | None = "", headers: Mapping[str, str] | None = None
    ) -> Answer:
        """The answer to one request, with the cookie of who entered by the address; cookie=None for none."""
        with closing(self._connection(path, method, cookie, headers or {})) as connection:
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())

    def _connection(self, path: str, method: str, cookie: str | None, headers: Mapping[str, str]) -> HTTPConnection:
        said = {"Host": f"127.0.0.1:{self.port}"}
        if cookie is not None:
            said["Cookie"] = cookie or self.cookie()
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest(method, path, skip_host=True)
        for name, value in (said | dict(headers)).items():
            connection.putheader(name, value)
        connection.endheaders()
        return connection

    def cookie(self) -> str:
        """The cookie that the address gives."""
        if "cookie" not in self.jar:
            parts = urlsplit(self.address)
            entered = self.ask(f"/?{parts.query}", cookie=None)
            self.jar["cookie"] = str(entered.headers["set-cookie"]).partition(";")[0]
        return self.jar["cookie"]

    def state(self) -> Any:
        return json.loads(self.ask("/state").body)

    @contextmanager
    def news(self) -> Iterator[Iterator[int]]:
        """The numbers of the states, as they come."""
        with closing(self._connection("/events", "GET", "", {})) as connection, connection.getresponse() as answer:
            yield (int(line[5:]) for line in answer if line.startswith(b"data:"))

    def made(self, number: int) -> None:
        """Wait for this state."""
        with self.news() as news:
            while next(news) < number:
                pass

    def stop(self) -> tuple[int, str]:
        """Ctrl-C: the exit status, and what was printed besides the address."""
        self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=20)
        return self.process.returncode, said


@contextmanager
def served(source: Path, *options: str) -> Iterator[Served]:
    """The command on this source."""
    process = subprocess.Popen(
        [sys.executable, "-m", "filingexport", "serve", str(source), "--no-open", *options],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address, process.communicate(timeout=20)
        yield Served(process, address, source)
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()
