"""The folder that the rows are kept in: parts of Parquet, and the ledger that says which parts there are.

    facts.parquet/
      fiscal_year=2026/part-….parquet   the facts, a row a fact
      _documents/part-….parquet         a row a document
      _findings/part-….parquet          a row a finding
      _concepts.parquet                 a row an item of the taxonomy
      _ledger.json                      the parts that are finished

A part is what one process read at one go. It counts from the moment the ledger names it, and the ledger is replaced as a
whole: whenever a run is stopped, what is there is all of some parts and nothing of the others. Programs that read
folders of Parquet pass over names that begin with ``_`` or ``.``, and so see the facts alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from attrs import evolve

from filingexport.findings import FilingError, finding
from filingexport.formats.safe import write_file
from filingexport.ingesting.desk import Known
from filingexport.ingesting.layout import YEAR, Part, unfinished
from filingexport.reasons import reason
from filingexport.said import say

VERSION: Final = 1
"""Of the columns and the ledger; a folder of another version is not added to."""
LEDGER: Final = "_ledger.json"
_LOCK: Final = "_lock"
_PART: Final = re.compile(r"part-[0-9a-f]{24}\.parquet")
_UNFINISHED: Final = re.compile(r"\.part-.*\.parquet")


class Store:
    """The folder, for the one run that may change it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.parts = {part.name: part for part in finished(folder)}
        self.moved: dict[str, str] = {}  # what became of the rest of a part from which documents were taken

    def documents(self) -> dict[str, Known]:
        """All documents by name."""
        if not self.parts:
            return {}
        from filingexport.ingesting.tables import documents  # only here, as it loads Arrow

        return documents(self.folder, self.parts)

    def write_concepts(self) -> None:
        """Write the items of the taxonomy."""
        from filingexport.ingesting.concepts import write_concepts  # only here, as it loads Arrow and the model

        write_concepts(self.folder)

    def clean(self) -> None:
        """Delete what a stopped run left: files of no finished part."""
        wanted = {name for part in self.parts.values() for name in part.files()}
        for holder in self.folder.iterdir():
            if not holder.is_dir() or not (holder.name.startswith(f"{YEAR}=") or holder.name.startswith("_")):
                continue
            for path in holder.iterdir():
                ours = _PART.fullmatch(path.name) or _UNFINISHED.fullmatch(path.name)
                if ours and f"{holder.name}/{path.name}" not in wanted:
                    path.unlink()

    def add(self, part: Part, mark: str, leaving: Mapping[str, set[str]]) -> None:
        """Take in a part that is written. leaving: by part, the documents that it has in place of older ones."""
        leaving = {self._now(name): files for name, files in leaving.items()}
        added = [part]
        for name, files in leaving.items():
            rest = self._without(self.parts[name], files, mark)
            if rest is not None:
                added.append(rest)
                self.moved[name] = rest.name
        for each in added:
            for name in each.files():
                unfinished(self.folder, name, mark).replace(self.folder / name)
        old = [self.parts[name] for name in leaving]
        self.parts = {name: each for name, each in self.parts.items() if name not in leaving}
        self.parts |= {each.name: each for each in added}
        self.save()
        kept = {name for each in added for name in each.files()}
        for each in old:
            for name in each.files():
                if name not in kept:
                    (self.folder / name).unlink(missing_ok=True)

    def _now(self, name: str) -> str:
        while name not in self.parts:
            name = self.moved[name]
        return name

    def _without(self, part: Part, files: set[str], mark: str) -> Part | None:
        """A part without these documents, written, but not taken in; None if it has no others."""
        from filingexport.ingesting.tables import without

        rest = without(self.folder, part, files)
        if rest is None:
            return None
        from filingexport.ingesting.parts import write_part

        return write_part(self.folder, rest, mark)

    def save(self) -> None:
        """Write the ledger: from now on this is what there is."""
        parts = [
            {name: getattr(part, name) for name in ("name", "documents", "failed", "facts", "findings", "years")}
            for _, part in sorted(self.parts.items())
        ]
        told = json.dumps({"version": VERSION, "parts": parts}, indent=0)
        write_file(self.folder / LEDGER, told.encode())


def finished(folder: Path) -> tuple[Part, ...]:
    """The finished parts of a folder; none of one that is new. Raises FilingError for what is no such folder."""
    path = folder / LEDGER
    try:
        told: Any = json.loads(path.read_bytes())
        if told["version"] != VERSION:
            message = say(
                "was written by another version ({version}); ingest into a new folder",
                "別の版（{version}）で作成されています。新しいフォルダを指定してください。",
                version=told["version"],
            )
            raise FilingError([finding("fx:unreadable", message, str(path))])
        parts = [Part(**{**each, "years": tuple(each["years"])}) for each in told["parts"]]
    except FileNotFoundError:
        if folder.exists() and (not folder.is_dir() or any(not each.name.startswith("_") for each in folder.iterdir())):
            message = say(
                "is there already, and no folder that was ingested into; name a new one",
                "既に存在し、ingestで作成したフォルダではありません。新しいフォルダを指定してください。",
            )
            raise FilingError([finding("fx:unreadable", message, str(folder))]) from None
        return ()
    except (ValueError, KeyError, TypeError) as error:
        message = say(
            "is no ledger that can be read ({why}); ingest into a new folder",
            "台帳として読み込めません（{why}）。新しいフォルダを指定してください。",
            why=error,
        )
        raise FilingError([finding("fx:unreadable", message, str(path))]) from None
    except OSError as error:
        raise FilingError(
            [
                finding(
                    "fx:unreadable",
                    say("cannot be opened: {why}", "開けません（{why}）。", why=reason(error)),
                    str(path),
                )
            ]
        ) from None
    for part in parts:
        if not _PART.fullmatch(part.name):
            raise FilingError(
                [
                    finding(
                        "fx:unreadable",
                        say(
                            "names a part {name!r}, which is none",
                            "存在し得ない部分{name!r}があります。",
                            name=part.name,
                        ),
                        str(path),
                    )
                ]
            )
    return tuple(evolve(part, years=tuple(int(year) for year in part.years)) for part in parts)


@contextmanager
def opened(folder: Path) -> Iterator[Store]:
    """The folder, made where it is not there, for this process alone; raises FilingError."""
    finished(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / _LOCK).open("wb")
    except OSError as error:
        raise FilingError(
            [
                finding(
                    "fx:unreadable",
                    say("cannot be written: {why}", "書き込めません（{why}）。", why=reason(error)),
                    str(folder),
                )
            ]
        ) from None
    with lock:
        _lock(lock.fileno(), folder)
        store = Store(folder)
        if not (folder / LEDGER).exists():
            store.save()  # from now on the folder is known to be one of ours
        store.clean()
        yield store


def _lock(handle: int, folder: Path) -> None:
    try:
        import fcntl
    except ImportError:  # not on Windows; there two runs into one folder are for the user to avoid
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        message = say(
            "another run writes into it now; wait until it has ended",
            "別の実行が書込み中です。終了をお待ちください。",
        )
        raise FilingError([finding("fx:unreadable", message, str(folder))]) from None
