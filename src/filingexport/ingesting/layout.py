"""How the folder of the tables is laid out: what every process of a run knows of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from attrs import frozen

YEAR: Final = "fiscal_year"
"""The column that facts are partitioned by: in the folder, and in the documents."""


@frozen
class Part:
    """A finished part. years: the fiscal years of its facts; documents, failed, facts, findings: how many."""

    name: str
    documents: int
    failed: int
    facts: int
    findings: int
    years: tuple[int, ...]

    def files(self) -> Iterator[str]:
        """Its files, from the folder."""
        for year in self.years:
            yield f"{YEAR}={year}/{self.name}"
        yield f"_documents/{self.name}"
        if self.findings:
            yield f"_findings/{self.name}"


def unfinished(folder: Path, name: str, mark: str) -> Path:
    """Where a file of a part is until the part is finished: under a name that nobody looks at, with the mark of the run."""
    head, _, tail = name.rpartition("/")
    return folder / head / f".{tail.removesuffix('.parquet')}.{mark}.parquet"
