"""The reader of inline documents, through the one safe parser; nothing that a document refers to is opened."""

from __future__ import annotations

import attrs

from filingexport.formats.document import Parsed
from filingexport.formats.ixbrl.target import target
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, parse_xml
from filingexport.formats.xbrl import read_tree


def read(data: bytes, place: str = "document", limits: Limits = DEFAULT_LIMITS) -> Parsed:
    """The report in this inline document; nothing it refers to is opened.

    place: how messages call it. What is wrong in single facts is in the findings, and such facts are left out
    only where they cannot be said at all. Raises FilingError where there is no report to read.
    """
    instance, findings = target(parse_xml(data, place, limits), place, limits)
    parsed = read_tree(instance, place, limits)
    return attrs.evolve(parsed, findings=(*findings, *parsed.findings))
