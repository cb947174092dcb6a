"""Report packages (Report Package 1.0): a report with its taxonomy in one file, and back."""

from filingexport.formats.package.reader import read
from filingexport.formats.package.writer import write

__all__ = ["read", "write"]
