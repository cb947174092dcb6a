"""XBRL 2.1 instances with dimensions: a `Report` as bytes, and back."""

from filingexport.formats.document import OwnTaxonomy, Parsed
from filingexport.formats.xbrl.reader import read_tree
from filingexport.formats.xbrl.text_reader import read
from filingexport.formats.xbrl.writer import write, write_filing

__all__ = ["OwnTaxonomy", "Parsed", "read", "read_tree", "write", "write_filing"]
