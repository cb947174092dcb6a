"""Inline XBRL 1.1: the filing as a page that people read, each fact tagged in its place, and back."""

from filingexport.formats.ixbrl.reader import read
from filingexport.formats.ixbrl.writer import write

__all__ = ["read", "write"]
