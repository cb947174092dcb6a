"""Filings as a data source of Spark 4: the tables that `filingexport ingest` writes, read by a cluster.

    from filingexport.spark import FilingExportDataSource

    spark.dataSource.register(FilingExportDataSource)
    facts = spark.read.format("filingexport").load("/filings/2026")
    findings = spark.read.format("filingexport").option("table", "findings").load("/filings/2026")

Needs the extra ``spark`` (pyspark, pyarrow) on every machine of the cluster, and paths that each of them can open.
"""

from __future__ import annotations

import json
import signal
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pyarrow as pa
from attrs import evolve, fields, frozen

from filingexport.findings import FilingError, Finding, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.ingesting.columns import CONCEPTS, DOCUMENTS, FACTS_AND_YEAR, FINDINGS, schema
from filingexport.ingesting.desk import Group
from filingexport.ingesting.found import TASK_BYTES, TASK_DOCUMENTS, Place, batches, find
from filingexport.ingesting.gathered import Gathered, bound_memory
from filingexport.ingesting.layout import YEAR
from filingexport.ingesting.reading import Shelf
from filingexport.said import Said, say

try:
    from pyspark.sql.datasource import DataSource, DataSourceReader, InputPartition
    from pyspark.sql.pandas.types import from_arrow_schema
    from pyspark.sql.types import StructType
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(f"{error}: pip install 'filingexport[spark]'", name=error.name) from None

TABLES: Final = {"facts": FACTS_AND_YEAR, "documents": DOCUMENTS, "findings": FINDINGS, "concepts": CONCEPTS}
"""The tables, by the name that the option ``table`` gives: those of `ingest`."""
SECONDS: Final = 60
"""How long one document may take, where the option ``seconds`` does not say otherwise."""
_TOGETHER: Final = 50
"""Documents whose rows are handed to Spark at a time."""
_ROWS: Final = 10_000
"""Rows of a batch."""


class FilingExportDataSource(DataSource):
    """``spark.read.format("filingexport").load(path)``: filings of any format, in files, folders, patterns and archives.

    Options:

    - ``table``: ``facts`` (the default), ``documents``, ``findings`` (what could not be read, and why), ``concepts``.
    - ``documentsPerTask``, ``bytesPerTask``: how many files, or bytes of them, a task has at most (1,000; 32,000,000).
    - the name of a field of `filingexport.Limits`, such as ``file`` or ``seconds`` (60 here): how much of one document is taken.

    Raises FilingError for an option that is none of these, and where there is nothing to read.
    """

    @classmethod
    def name(cls) -> str:
        """The name of the format."""
        return "filingexport"

    def schema(self) -> StructType:
        """The columns of the table, as `filingexport.ingesting.columns` declares them."""
        return from_arrow_schema(schema(TABLES[_asked(self.options).table]))

    def reader(self, schema: StructType) -> DataSourceReader:
        """What reads the table."""
        from filingexport.ingesting.group import group  # only on the driver, as it loads the model

        return _Reader(_asked(self.options), group())


@frozen
class _Asked:
    """What the options say."""

    table: str
    paths: tuple[str, ...]
    documents: int
    bytes: int
    limits: Limits


_LIMITS: Final = {each.name.lower(): each.name for each in fields(Limits)}
_OURS: Final = ("path", "paths", "table", "documentsPerTask", "bytesPerTask")


def _asked(options: Mapping[str, str]) -> _Asked:
    given = {name.lower(): value for name, value in options.items()}  # Spark does not tell capitals from small letters
    unknown = sorted(given.keys() - {name.lower() for name in _OURS} - _LIMITS.keys())
    if unknown:
        known = ", ".join((*_OURS[2:], *_LIMITS.values()))
        raise _wrong(
            say(
                "there is no option {name!r}; there are: {known}",
                "{name!r}というオプションはありません。使えるもの：{known}",
                name=unknown[0],
                known=known,
            )
        )
    table = given.get("table", "facts")
    if table not in TABLES:
        known = ", ".join(TABLES)
        message = say(
            "there is no table {name!r}; there are: {known}",
            "{name!r}という表はありません。使えるもの：{known}",
            name=table,
            known=known,
        )
        raise _wrong(message)
    paths = json.loads(given["paths"]) if "paths" in given else [given["path"]] if given.get("path") else []
    limits = {_LIMITS[name]: _number(name, value) for name, value in given.items() if name in _LIMITS}
    return _Asked(
        table, tuple(map(_local, paths)),
        _number("documentsPerTask", given.get("documentspertask", str(TASK_DOCUMENTS)), 1),
        _number("bytesPerTask", given.get("bytespertask", str(TASK_BYTES)), 1),
        evolve(DEFAULT_LIMITS, **{"seconds": SECONDS, **limits}),
    )  # fmt: skip


def _number(name: str, text: str, least: int = 0) -> int:
    if text.isdecimal() and int(text) >= least:
        return int(text)
    message = say(
        "the option {name} is a whole number of at least {least}, and not {text!r}",
        "オプション{name}は{least}以上の整数で指定してください（{text!r}は使えません）。",
        name=name,
        least=least,
        text=text,
    )
    raise _wrong(message)


def _wrong(message: Said) -> FilingError:
    return FilingError([finding("fx:unreadable", message)])


def _local(path: str) -> str:
    """A path as the system knows it; Spark also says ``file:/…``."""
    return url2pathname(urlsplit(path).path) if path.startswith("file:") else path


@frozen(eq=False)
class _Batch(InputPartition):
    """Documents that a task reads. lost: what could not be looked into for documents, and why."""

    places: tuple[Place, ...]
    lost: tuple[Finding, ...] = ()


class _Reader(DataSourceReader):
    """Reads a table; made on the driver and sent to the tasks, which load the model only where a format needs it."""

    def __init__(self, asked: _Asked, group: Group) -> None:
        self.asked = asked
        self.group = group

    def partitions(self) -> Sequence[InputPartition]:
        """The tasks: some documents each, in the order of their names."""
        if self.asked.table == "concepts":
            return [_Batch(())]
        if not self.asked.paths:
            raise _wrong(say("name what to read: load(path)", "読み込むパスを指定してください：load(path)"))
        found = find(self.asked.paths)
        if found.findings and not found.documents:
            raise FilingError(found.findings)
        tasks = [_Batch(places) for places in batches(found.documents, self.asked.documents, self.asked.bytes)]
        lost = [_Batch((), found.findings)] * bool(found.findings)
        return [*tasks, *lost] or [_Batch(())]

    def read(self, partition: InputPartition) -> Iterator[pa.RecordBatch]:
        """The rows of these documents."""
        assert isinstance(partition, _Batch)
        if self.asked.table == "concepts":
            from filingexport.ingesting.concepts import concept_rows

            yield from pa.Table.from_pylist(list(concept_rows()), schema(CONCEPTS)).to_batches(_ROWS)
            return
        shelf = Shelf(self.asked.limits)
        try:
            with _bounded():
                for gathered in self.gathered(partition, shelf):
                    for table in self.tables(gathered):
                        yield from table.combine_chunks().to_batches(_ROWS)
        finally:
            shelf.close()

    def gathered(self, batch: _Batch, shelf: Shelf) -> Iterator[Gathered]:
        """The rows of these documents, those of some at a time."""
        rows = Gathered(self.group, self.asked.limits)
        for why in batch.lost:
            rows.take(Place(why.place, "", True), shelf, None, why)
        for place in batch.places:
            rows.take(place, shelf, None, None)
            if len(rows.documents) == _TOGETHER:
                yield rows
                rows = Gathered(self.group, self.asked.limits)
        yield rows

    def tables(self, gathered: Gathered) -> Iterator[pa.Table]:
        """What is asked for of them, in plain columns."""
        if self.asked.table == "documents":
            yield gathered.documents_table()
        elif self.asked.table == "findings":
            yield gathered.findings_table()
        else:
            whole = schema(FACTS_AND_YEAR)
            for year, table in gathered.facts().items():
                column = pa.repeat(pa.scalar(year, whole.field(YEAR).type), table.num_rows)
                yield table.append_column(YEAR, column).cast(whole)


@contextmanager
def _bounded() -> Iterator[None]:
    """Memory and time of this process are bounded as a document is read: see `deadline.within`, which breaks off as Ctrl-C does."""
    unbound = bound_memory()
    main = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGINT, signal.default_int_handler) if main else None
    try:
        yield
    finally:
        if main:
            signal.signal(signal.SIGINT, before)
        unbound()
