"""XBRL 2.1 instances with dimensions: a `Report` as bytes, and back."""

from filingexport.formats.xbrl.reader import Parsed, read, read_tree
from filingexport.formats.xbrl.writer import write

__all__ = ["Parsed", "read", "read_tree", "write"]
