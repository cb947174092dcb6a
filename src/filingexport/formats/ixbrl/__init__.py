"""Inline XBRL 1.1: the filing as a page that people read, each fact tagged in its place, and back."""

from filingexport.formats.document import Document, Files, FindTaxonomy, Parsed, Source
from filingexport.formats.ixbrl import reader, writer
from filingexport.formats.safe import Limits


def write(document: Document) -> Files:
    """The page, one self-contained file."""
    return {f"{document.name}.xhtml": writer.write(document)}


def read(source: Source, taxonomy: FindTaxonomy, limits: Limits) -> Parsed:
    """The report in a page, which says all by itself; the taxonomy is only told of."""
    parsed = reader.read(source.data, source.place, limits)
    taxonomy(parsed.taxonomy, source)
    return parsed
