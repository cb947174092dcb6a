"""What a run reads of the tables that are in the folder already."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from filingexport.ingesting.columns import DOCUMENTS, FACTS, FINDINGS, Column, schema
from filingexport.ingesting.desk import Known
from filingexport.ingesting.layout import YEAR, Part
from filingexport.ingesting.parts import Made


def documents(folder: Path, parts: Iterable[str]) -> dict[str, Known]:
    """The documents of these parts by name."""
    known: dict[str, Known] = {}
    for name in parts:
        table = pq.read_table(folder / "_documents" / name, columns=["file", "document", "beside", "status"])
        for row in table.to_pylist():
            known[row["file"]] = Known(
                row["document"] or "", tuple(row["beside"] or ()), name, row["status"] == "failed"
            )
    return known


def without(folder: Path, part: Part, files: set[str]) -> Made | None:
    """A part without these documents; None if it has no others."""
    gone = pa.array(sorted(files), pa.string())

    def rest(name: str, columns: tuple[Column, ...]) -> pa.Table:
        # The partition's own column is that of the folder, and no column of the file.
        table = pq.read_table(folder / name, partitioning=None).cast(schema(columns))
        return table.filter(pc.invert(pc.is_in(table["file"], gone)))

    held = rest(f"_documents/{part.name}", DOCUMENTS)
    if not held.num_rows:
        return None
    facts = {year: rest(f"{YEAR}={year}/{part.name}", FACTS) for year in part.years}
    findings = rest(f"_findings/{part.name}", FINDINGS) if part.findings else schema(FINDINGS).empty_table()
    return Made({year: table for year, table in facts.items() if table.num_rows}, held, findings)
