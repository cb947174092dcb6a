"""xBRL-CSV 1.0: a report as tables with a metadata file that says what their columns are, and back."""

from filingexport.formats.csv.reader import read
from filingexport.formats.csv.writer import write

__all__ = ["read", "write"]
