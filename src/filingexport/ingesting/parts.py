"""A part: what a process read at one go, as files; the process that reads needs no more of the store than this."""

from __future__ import annotations

import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq
from attrs import frozen

from filingexport.ingesting.layout import Part, unfinished


@frozen
class Made:
    """The tables of a part that is not in the folder yet."""

    facts: Mapping[int, pa.Table]
    documents: pa.Table
    findings: pa.Table

    def part(self) -> Part:
        """What the ledger says of it; its name follows from what is in it."""
        told = sha256()
        for name, document in zip(
            *(self.documents.column(each).to_pylist() for each in ("file", "document")), strict=True
        ):
            told.update(f"{name}\0{document}\n".encode())
        counts = self.documents.column("status").to_pylist()
        return Part(
            f"part-{told.hexdigest()[:24]}.parquet", len(counts), counts.count("failed"),
            sum(each.num_rows for each in self.facts.values()), self.findings.num_rows, tuple(sorted(self.facts)),
        )  # fmt: skip


def write_part(folder: Path, made: Made, mark: str) -> Part:
    """Write the files of a part under names that nobody looks at; raises OSError. mark: makes them this run's own."""
    part = made.part()
    tables = [made.facts[year] for year in part.years] + [made.documents] + [made.findings] * bool(part.findings)
    for name, table in zip(part.files(), tables, strict=True):
        path = unfinished(folder, name, mark)
        path.parent.mkdir(exist_ok=True)
        _write(path, table)
    return part


def _write(path: Path, table: pa.Table) -> None:
    with path.open("wb") as file:
        # Arrow's own schema is left out: it would keep how columns were held in memory here.
        pq.write_table(
            table, file, compression="zstd", store_schema=False, use_dictionary=_of(table, _OF_ONE_ROW),
            write_statistics=_of(table, _OF_ONE_ROW | _WITHOUT_ORDER),
        )  # fmt: skip
        file.flush()
        os.fsync(file.fileno())


_OF_ONE_ROW: Final = {"id", "value", "number", "message", "message_ja"}
"""Columns in which nearly each row has another value: neither worth a dictionary nor found by their least and greatest."""
_WITHOUT_ORDER: Final = {"dimensions", "notes", "beside", "taxonomy"}


def _of(table: pa.Table, but: set[str]) -> list[str]:
    return [name for name in table.schema.names if name not in but]
