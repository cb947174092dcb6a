"""What a command tells: in English or Japanese, to a person or, as JSON, to a program."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Final

from filingexport.findings import Finding
from filingexport.said import Language, Said, say

MOST_TOLD: Final = 1_000
"""Findings that are told to a person one by one."""
_KB: Final = 1_000


def size(count: int) -> str:
    """A size in bytes as people say it, in powers of a thousand."""
    return f"{count / _KB / _KB:.1f} MB" if count >= _KB * _KB else f"{count / _KB:.0f} kB"


class Speaker:
    """Tells what a command does, as it does it; as JSON all at once, when it is done.

    language: of messages. quiet: findings only. as_json: nothing but one JSON object, on stdout.
    """

    def __init__(self, verb: str = "", language: Language = "en", quiet: bool = False, as_json: bool = False) -> None:
        self.verb = verb
        self.language = language
        self.quiet = quiet
        self.as_json = as_json
        self.findings: list[Finding] = []
        self.files: list[dict[str, Any]] = []
        self.data: dict[str, Any] = {}

    @property
    def talks(self) -> bool:
        """Whether more than findings is told to a person."""
        return not self.quiet and not self.as_json

    def finding(self, found: Finding, wanted: bool = False) -> None:
        """Tell a finding: on stdout where it is what the command was asked for, else on stderr."""
        self.findings.append(found)
        if not self.as_json and len(self.findings) <= MOST_TOLD:
            print(found.line(self.language), file=sys.stdout if wanted else sys.stderr)

    def file(self, path: Path, kind: Said | None = None, then: Said | None = None) -> None:
        """Tell that this file was written; kind: what it is; then: what can be done with it."""
        count = path.stat().st_size
        self.files.append({"path": str(path), "bytes": count})
        if self.talks:
            what = f"{kind.get(self.language)}, " if kind is not None else ""
            after = f"; {then.get(self.language)}" if then is not None else ""
            print(f"{path}  {what}{size(count)}{after}")

    def say(self, said: Said) -> None:
        """Tell a person a line that is the result."""
        if self.talks:
            print(said.get(self.language))

    def note(self, said: Said) -> None:
        """Tell a person something about the result."""
        if not self.as_json:
            print(said.get(self.language), file=sys.stderr)

    def done(self, status: int) -> None:
        """The command ends: what it told, for a program."""
        if (more := len(self.findings) - MOST_TOLD) > 0:
            self.note(
                say(
                    "{more} more findings are not shown; --json shows all",
                    "ほかに{more}件の指摘があります（--jsonで全件を表示します）",
                    more=f"{more:,}",
                )
            )
        if self.as_json:
            findings = [
                {
                    "code": each.code,
                    "severity": each.severity.value,
                    "message": each.said(self.language),
                    "place": each.place,
                    "path": each.path,
                }
                for each in self.findings
            ]
            told = {"command": self.verb, "status": status, **self.data, "files": self.files, "findings": findings}
            import json

            print(json.dumps(told, ensure_ascii=False, indent=1))


_speaker: ContextVar[Speaker | None] = ContextVar("speaker", default=None)


def speaker() -> Speaker:
    """The one of the command that runs."""
    return _speaker.get() or Speaker()


@contextmanager
def speaks(chosen: Speaker) -> Iterator[Speaker]:
    """Inside, it is the one of the command that runs."""
    before = _speaker.set(chosen)
    try:
        yield chosen
    finally:
        _speaker.reset(before)
