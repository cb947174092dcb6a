"""The data source of Spark gives the rows of `ingest`. Needs pyspark and Java 17, and is skipped without: `make spark`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from bench.generator import synthetic, write_documents

from filingexport import FilingError
from filingexport.ingesting import gathered, run
from filingexport.ingesting.columns import TABLES
from filingexport.ingesting.run import ingest
from tests.test_ingest import BAD, SIZE, Threads

pytest.importorskip("pyspark", reason="pyspark is not installed: make spark")
from filingexport.spark import FilingExportDataSource

pytestmark = [
    pytest.mark.skipif(
        not (shutil.which("java") or os.environ.get("JAVA_HOME")), reason="there is no Java, which Spark runs on"
    ),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # of py4j
]


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from pyspark.sql import SparkSession

    place = tmp_path_factory.mktemp("spark")
    told = {
        "spark.ui.enabled": "false", "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1",
        "spark.sql.warehouse.dir": str(place), "spark.local.dir": str(place), "spark.log.level": "OFF",
        "spark.sql.shuffle.partitions": "2", "spark.driver.memory": "1g", "spark.sql.session.timeZone": "UTC",
    }  # fmt: skip
    builder = SparkSession.builder.master("local[2]").appName("tests")
    for name, value in told.items():
        builder = builder.config(name, value)
    with pytest.MonkeyPatch.context() as patched:
        for name in ("PYSPARK_PYTHON", "PYSPARK_DRIVER_PYTHON"):
            patched.setenv(name, sys.executable)
        session = builder.getOrCreate()
        session.dataSource.register(FilingExportDataSource)
        yield session
        session.stop()


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Filings in every format, an archive of some, and files that cannot be read."""
    folder = tmp_path_factory.mktemp("mixed")
    for seed, form in enumerate(("xbrl", "ixbrl", "json", "csv", "package", "xbr", "xbrl")):
        write_documents(folder / f"{seed}", synthetic(seed, SIZE), f"filing{seed}", [form])
    for name, data in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "notes.txt").write_bytes(b"no document")
    (folder / "data.json").write_bytes(b"{}")
    with zipfile.ZipFile(folder / "some.zip", "w") as archive:
        for path in sorted((folder / "0").rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(folder))
    return folder


def table(output: Path, name: str) -> list[dict[str, Any]]:
    """All rows of a table of `ingest`, in an order of their own."""
    held = output if name == "facts" else output / "_concepts.parquet" if name == "concepts" else output / f"_{name}"
    return in_order(pq.read_table(held, partitioning="hive").to_pylist())


def in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(
        rows, key=lambda row: [str(row.get(name)) for name in ("file", "number", "place", "message", "concept")]
    )


def test_one_process_many_and_spark_give_the_same_rows(mixed: Path, tmp_path: Path, spark: Any) -> None:
    one, many = tmp_path / "one", tmp_path / "many"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(run, "get_context", lambda _: Threads)
        patched.setattr(run, "TASK_DOCUMENTS", 7)
        done = ingest([mixed], one, jobs=1)
    assert (done.read, done.failed) == (8, len(BAD))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(run, "TASK_DOCUMENTS", 11)
        ingest([mixed], many, jobs=3)
    reader = spark.read.format("filingexport").option("documentsPerTask", "9")
    for name in TABLES:
        read = reader.option("table", name).load(str(mixed))
        expected = table(one, name)
        assert expected
        assert table(many, name) == expected
        assert in_order(read.toArrow().to_pylist()) == expected, name
        assert read.columns == [each.name for each in TABLES[name]] + ["fiscal_year"] * (name == "facts")
    # As Spark sees the folder of `ingest`, which it partitions by the year.
    assert spark.read.parquet(str(one)).schema == reader.option("table", "facts").load(str(mixed)).schema


def test_thousands_of_files_are_few_tasks(mixed: Path, spark: Any) -> None:
    files = sum(
        1 for path in mixed.rglob("*") if path.suffix in (".xbrl", ".xml", ".xhtml", ".json", ".xbri", ".xbr", ".zip")
    )
    assert files > 20
    reader = spark.read.format("filingexport")
    assert reader.load(str(mixed)).rdd.getNumPartitions() == 1
    assert reader.option("documentsPerTask", "10").load(str(mixed)).rdd.getNumPartitions() > 3


def test_patterns_several_paths_and_limits(mixed: Path, spark: Any) -> None:
    reader = spark.read.format("filingexport")
    some = reader.load([str(mixed / "0"), f"file://{mixed}/[6]/*.xbrl"])
    assert {Path(row.file).name for row in some.select("file").distinct().collect()} == {"filing0.xbrl", "filing6.xbrl"}
    limited = reader.option("facts", "10").option("table", "findings").load(str(mixed / "0"))
    assert [(row.code, row.severity) for row in limited.collect()] == [("fx:limit", "error")]
    lost = (
        spark.read.format("filingexport").option("table", "documents").load([str(mixed / "0"), str(mixed / "no*such")])
    )
    assert sorted(row.status for row in lost.collect()) == ["failed", "read"]


@pytest.mark.parametrize(
    ("options", "path", "why"),
    [
        ({"tables": "facts"}, ".", "there is no option 'tables'"),
        ({"table": "fact"}, ".", "there is no table 'fact'"),
        ({"documentsPerTask": "0"}, ".", "at least 1"),
        ({"facts": "many"}, ".", "not 'many'"),
        ({}, "no*such", "matches no file"),
    ],
)
def test_what_cannot_be_asked_for_is_told(options: dict[str, str], path: str, why: str, tmp_path: Path) -> None:
    source = FilingExportDataSource({**options, "path": str(tmp_path / path)})
    with pytest.raises(FilingError, match=why):
        source.reader(source.schema()).partitions()


def test_a_document_that_takes_too_long_is_told_of(mixed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = gathered.read  # type: ignore[attr-defined]

    def endless(place: Any, *rest: Any) -> Any:
        while "filing0" in place.name:
            time.sleep(0.01)
        return whole(place, *rest)

    monkeypatch.setattr(gathered, "read", endless)
    source = FilingExportDataSource({"path": f"{mixed}/[06]/*.xbrl", "table": "findings", "seconds": "1"})
    reader = source.reader(source.schema())
    told = [row for part in reader.partitions() for batch in reader.read(part) for row in batch.to_pylist()]
    assert [(Path(row["file"]).name, row["code"]) for row in told] == [("filing0.xbrl", "fx:limit")]
    assert "more than 1 seconds" in told[0]["message"]


def test_without_pyspark_it_says_which_to_install() -> None:
    code = "import sys; sys.modules['pyspark'] = None; import filingexport.spark"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "pip install 'filingexport[spark]'" in done.stderr
