"""Instances as a format of the registry."""

from __future__ import annotations

from filingexport.formats import xbrl
from filingexport.formats.document import Document, Files, FindTaxonomy, Parsed, Source
from filingexport.formats.safe import Limits


def write(document: Document) -> Files:
    """The instance, one file."""
    data = xbrl.write(document.report, document.schema_location, document.own)
    return {f"{document.name}.xbrl": data}


def read(source: Source, taxonomy: FindTaxonomy, limits: Limits) -> Parsed:
    """The report in an instance; an instance says all by itself, so the taxonomy is only told of."""
    parsed = xbrl.read(source.data, source.place, limits)
    taxonomy(parsed.taxonomy, source)
    return parsed
