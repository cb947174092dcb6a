"""Questions in SQL to the folder of facts, answered by DuckDB; nothing outside the folder is read, and nothing is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from attrs import asdict, frozen

from filingexport.findings import FilingError, finding
from filingexport.ingesting.columns import CONCEPTS, DOCUMENTS, FACTS, FINDINGS
from filingexport.ingesting.concepts import CONCEPTS_FILE
from filingexport.ingesting.layout import YEAR
from filingexport.ingesting.store import LEDGER, finished
from filingexport.ingesting.views import lines, measured, table, views
from filingexport.said import say


@frozen
class Answer:
    """The names of the columns, and the rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def connect(folder: Path) -> duckdb.DuckDBPyConnection:
    """A connection with the tables and views of a folder that was ingested into; raises FilingError.

    Only finished parts are seen, as of now. SQL may read no other file, and neither write nor load anything.
    """
    if not (folder / LEDGER).exists():
        message = say(
            "is no folder that was ingested into; `filingexport ingest … --output` makes one",
            "`filingexport ingest … --output`で作成したフォルダではありません。",
        )
        raise FilingError([finding("fx:unreadable", message, str(folder))])
    parts = finished(folder)
    whole = folder.resolve()
    connection = duckdb.connect(config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"})
    connection.execute("SET allowed_directories = [$folder]", {"folder": f"{whole}/"})
    connection.execute("SET enable_external_access = false")

    def files(start: str) -> list[str]:
        return [str(whole / each) for part in parts for each in part.files() if each.startswith(start)]

    connection.execute(table("facts", FACTS, files(f"{YEAR}="), partitioned=True))
    connection.execute(table("documents", DOCUMENTS, files("_documents/")))
    connection.execute(table("findings", FINDINGS, files("_findings/")))
    concepts = whole / CONCEPTS_FILE  # which a run that was stopped at once has not written
    connection.execute(table("concepts", CONCEPTS, [str(concepts)] if concepts.exists() else []))
    for title, rows in (("lines", lines()), ("measured", measured())):
        given = pa.Table.from_pylist([asdict(each) for each in rows])
        connection.register("given", given)
        connection.execute(f"CREATE TABLE {title} AS SELECT * FROM given")
        connection.unregister("given")
    for view in views():
        connection.execute(f"CREATE VIEW {view.name} AS {view.sql}")
    connection.execute("SET lock_configuration = true")
    return connection


def query(folder: Path, sql: str) -> Answer:
    """The answer to a question; raises FilingError for one that cannot be answered."""
    with connect(folder) as connection:
        try:
            done = connection.execute(sql)
            columns = tuple(each[0] for each in done.description or ())
            return Answer(columns, tuple(done.fetchall()))
        except duckdb.Error as error:
            raise FilingError(
                [
                    finding(
                        "fx:query",
                        say("the question cannot be answered: {why}", "照会に回答できません：{why}", why=error),
                    )
                ]
            ) from None
