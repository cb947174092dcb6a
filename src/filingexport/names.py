"""Namespaces and names of the standards, and of this taxonomy."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import count
from typing import Final

VERSION_DATE: Final = "2026-11-24"
"""The date of the taxonomy's version, part of its namespace; it changes when a filing of the old one could read differently."""
BASE: Final = f"http://filingexport.example/taxonomy/{VERSION_DATE}"
FX: Final = BASE
FX_PREFIX: Final = "fx"
SCHEMA_FILE: Final = f"filingexport-{VERSION_DATE}.xsd"
"""The schema that declares every element."""
ENTRY_FILE: Final = f"filingexport-{VERSION_DATE}-full.xsd"
"""The entry point that filings refer to: all sections (see `filingexport.taxonomy.entry_points`)."""
TAXONOMY_FOLDER: Final = "taxonomy"
"""The folder beside a document in which its taxonomy lies."""
SCHEMA_LOCATION: Final = f"{TAXONOMY_FOLDER}/{ENTRY_FILE}"
"""The taxonomy's full entry point, seen from a document beside it."""

ARCHIVE: Final = (b"PK\x03\x04", b"PK\x05\x06")
"""What a zip archive begins with, the second one that holds nothing (APPNOTE 4.3.7, 4.3.16)."""

XBRLI: Final = "http://www.xbrl.org/2003/instance"
LINK: Final = "http://www.xbrl.org/2003/linkbase"
XLINK: Final = "http://www.w3.org/1999/xlink"
XBRLDI: Final = "http://xbrl.org/2006/xbrldi"
XBRLDT: Final = "http://xbrl.org/2005/xbrldt"
ISO4217: Final = "http://www.xbrl.org/2003/iso4217"
XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
XSD: Final = "http://www.w3.org/2001/XMLSchema"
XML: Final = "http://www.w3.org/XML/1998/namespace"
DTR: Final = "http://www.xbrl.org/dtr/type/2024-01-31"
REF: Final = "http://www.xbrl.org/2006/ref"

ROLE_LINK: Final = "http://www.xbrl.org/2003/role/link"
ROLE_FOOTNOTE: Final = "http://www.xbrl.org/2003/role/footnote"
ARC_FACT_FOOTNOTE: Final = "http://www.xbrl.org/2003/arcrole/fact-footnote"
ARC_CAPTION: Final = f"{BASE}/arcrole/fact-caption"
"""From a fact to the caption printed beside it."""
ARC_NOTHING: Final = f"{BASE}/arcrole/fact-nothing"
"""From a fact that discloses nothing to the sentence that says so."""
ROLE_IN_2008: Final = f"{BASE}/role/provisionIn2008"
"""A reference to the provision as it was in June 2008, where it was another."""


def fx(local: str) -> str:
    """The expanded name, in Clark notation, of a name of this taxonomy."""
    return f"{{{FX}}}{local}"


def local_name(name: str) -> str:
    """The local part of a name in Clark notation."""
    return name.rpartition("}")[2]


def namespace(name: str) -> str:
    """The namespace of a name in Clark notation, "" for none."""
    return name[1:].partition("}")[0] if name.startswith("{") else ""


def free_names(stem: str, taken: Container[str]) -> Iterator[str]:
    """The stem with 1, 2 …, without those that are taken, also while they are asked for."""
    return (name for number in count(1) if (name := f"{stem}{number}") not in taken)
