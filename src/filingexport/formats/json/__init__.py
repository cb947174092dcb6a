"""xBRL-JSON 1.0: a report as one JSON document, and back."""

from filingexport.formats.json.reader import read
from filingexport.formats.json.writer import write

__all__ = ["read", "write"]
