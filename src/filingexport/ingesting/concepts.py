"""The items of the taxonomy as a table, beside the facts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from filingexport.formats.safe import write_file
from filingexport.ingesting.columns import CONCEPTS, schema
from filingexport.model.filing import Filing
from filingexport.names import local_name, namespace
from filingexport.taxonomy.network import network

CONCEPTS_FILE: Final = "_concepts.parquet"


def concept_rows() -> Iterable[dict[str, str | None]]:
    """The items of the taxonomy."""
    for name, info in network(Filing).concepts.items():
        yield {
            "concept": local_name(name),
            "namespace": namespace(name),
            "label_en": info.concept.en,
            "label_ja": info.concept.ja,
            "type": info.concept.kind,
            "period_type": "instant" if info.instant else "duration",
            "balance": info.concept.balance,
            "edinet": info.edinet or None,
        }


def write_concepts(folder: Path) -> None:
    """Write it into the folder."""
    buffer = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pylist(list(concept_rows()), schema(CONCEPTS)), buffer, compression="zstd")
    write_file(folder / CONCEPTS_FILE, buffer.getvalue().to_pybytes())
