"""The reader of xBRL-CSV: the layouts of the specification, but for metadata that extends other metadata, which is told of."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

import attrs

from filingexport.findings import FilingError, Finding, coded
from filingexport.formats.csv.metadata import CODE, Metadata, MetadataReader, Table
from filingexport.formats.csv.tables import Row, TableReader, parameters
from filingexport.formats.document import FindTaxonomy, Parsed, Source
from filingexport.formats.oim import strict
from filingexport.formats.oim.decoding import Decoder
from filingexport.formats.safe import Limits
from filingexport.said import say

_SUFFIX: Final = re.compile(r"(.*[0-9.])\s*d\s*(0|-?[1-9][0-9]{0,8}|INF)\s*", re.DOTALL)


def read(source: Source, taxonomy: FindTaxonomy, limits: Limits) -> Parsed:
    """The report whose metadata this is; its tables are looked for beside it, and nowhere else."""
    return _Reader(source, limits).read(taxonomy)


class _Reader:
    def __init__(self, source: Source, limits: Limits) -> None:
        self.source = source
        self.limits = limits
        self.findings: list[Finding] = []
        self.unread: set[str] = set()

    def read(self, taxonomy: FindTaxonomy) -> Parsed:
        place = self.source.place
        if place.lower().endswith(".csv"):
            message = say(
                "is a table of xBRL-CSV; name its metadata file (.json), which says what its columns are",
                "xBRL-CSVの表です。列の意味を示すメタデータファイル（.json）を指定してください。",
            )
            raise FilingError([coded(f"{CODE}:invalidJSON", message, place)])
        whole = strict.parse(self.source.data, place, self.limits, f"{CODE}:invalidJSON")
        reader = MetadataReader(place)
        metadata = reader.read(whole)
        self.findings += reader.findings
        if metadata.parameter_url:
            metadata = self.with_parameters(metadata)
        decoder = Decoder(metadata.namespaces, taxonomy(metadata.taxonomy, self.source), CODE, place, self.limits)
        rows = [row for table in metadata.tables for row in self.rows(table, metadata)]
        for row in sorted(rows, key=lambda row: row.order):
            self.add(decoder, row)
        for arcrole, identifier, targets, where in metadata.links:
            decoder.broken.update(filter(self.of_what_is_unread, (identifier, *targets)))
            decoder.link(identifier, arcrole, targets, where)
        try:
            report = decoder.report()
        except FilingError as error:
            raise FilingError([*self.findings, *error.findings]) from None
        return Parsed(report, (*self.findings, *decoder.findings), metadata.taxonomy)

    def with_parameters(self, metadata: Metadata) -> Metadata:
        url = metadata.parameter_url
        data = self.source.folder.read(url)
        if data is None:
            raise FilingError(
                [
                    coded(
                        f"{CODE}:missingParametersFile",
                        say("the file {file!r} is not beside it", "ファイル{file!r}が同じ場所にありません。", file=url),
                        self.source.place,
                    )
                ]
            )
        return attrs.evolve(metadata, parameters={**metadata.parameters, **parameters(data, url, self.limits)})

    def rows(self, table: Table, metadata: Metadata) -> list[Row]:
        data = self.source.folder.read(table.url)
        if data is None and "%" in table.url:
            data = self.source.folder.read(unquote(table.url))
        if data is None:
            if not table.optional:
                message = say(
                    "the table's file {file!r} is not beside it",
                    "表のファイル{file!r}が同じ場所にありません。",
                    file=table.url,
                )
                place = f"{self.source.place}#/tables/{table.name}"
                self.findings.append(coded(f"{CODE}:missingRequiredCSVFile", message, place))
                self.unread.add(table.name)
            return []
        found: list[Row] = []
        reader = TableReader(table, metadata, self.limits, self.findings.append)
        for row in reader.read(data):
            if len(found) >= self.limits.facts:
                break  # the decoder tells of it
            found.append(row)
        self.unread |= reader.unread
        return found

    def of_what_is_unread(self, identifier: str) -> bool:
        """Whether a fact is of a table or row that was told of already (ids of xBRL-CSV are table.r_row.column)."""
        row = identifier.rpartition(".")[0]
        return row in self.unread or row.partition(".")[0] in self.unread

    def add(self, decoder: Decoder, row: Row) -> None:
        """Take in a fact, without the properties that the table has and its item cannot have (xBRL-CSV 1.0, 4.5)."""
        dimensions, value, decimals = row.dimensions, row.value, row.decimals
        concept = decoder.namespaces.name(dimensions.get("concept") or "") or ""
        sort = decoder.vocabulary.sort(concept)
        if sort in ("text", "other"):
            dimensions.pop("unit", None)
            decimals = None
        if sort in ("number", "other"):
            dimensions.pop("language", None)
        if (sort == "number" or "unit" in dimensions) and value is not None and row.kept.get("suffix") is not False:
            match = _SUFFIX.fullmatch(value)
            if match is not None:
                value, decimals = match[1].rstrip(), None if match[2] == "INF" else int(match[2])
        if value is None:
            decimals = None
        decoder.add(row.identifier, dimensions, value, decimals, row.kept, row.place, row.name)
