"""Where a company's extension lies: which files beside a document are those of the extension that it refers to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from filingexport.findings import FilingError
from filingexport.formats.document import Folder
from filingexport.formats.safe import parse_xml
from filingexport.names import LINK, VERSION_DATE, XLINK

_LOCATION: Final = re.compile(r"([A-Za-z0-9_][A-Za-z0-9_-]*/)?[A-Za-z0-9_-]+\.xsd")
STANDARD_FILES: Final = "filingexport-"
"""What the names of the standard taxonomy's files begin with, of any date."""
MAX_FILES: Final = 60
"""Linkbases that are read with an extension's schema: one a language, and presentation, calculation, definition."""


def beside(locations: Iterable[str], folder: Folder) -> dict[str, bytes]:
    """The files of the extension that a document refers to, from what lies beside it; none if it refers to none.

    Only a plain relative name of a schema, or what the folder has in place of an address, is followed, and only its
    own linkbases, by their names, are read with it; of an extension of another version of the taxonomy also that
    version's presentation, if it lies there too.
    """
    for location in locations:
        name = folder.locate(location)
        if name == location and not _LOCATION.fullmatch(location):
            continue
        if name.rpartition("/")[2].startswith(STANDARD_FILES):  # the standard one, of any date
            continue
        stem = re.escape(name.rpartition("/")[2].removesuffix(".xsd"))
        names = [name, *folder.beside(name, re.compile(f"{stem}-.{{3,}}\\.xml"))[:MAX_FILES]]
        read = {each.rpartition("/")[2]: folder.read(each) for each in names}
        found = {each: data for each, data in read.items() if data is not None}
        schema = name.rpartition("/")[2]
        if schema in found:
            found = {each: data for each, data in found.items() if each in {schema, *_referred(found[schema], found)}}
            return found | _order(name, found, folder)
    return {}


def _referred(schema: bytes, found: Iterable[str]) -> set[str]:
    """The linkbases that a schema refers to (XBRL 2.1, 3.2): others beside it, as of an older state, are none of it."""
    try:
        root = parse_xml(schema, "schema")
    except FilingError:
        return set(found)  # told when the schema is read
    return {each.get(f"{{{XLINK}}}href", "").rpartition("/")[2] for each in root.iter(f"{{{LINK}}}linkbaseRef")}


def _order(schema: str, found: Mapping[str, bytes], folder: Folder) -> dict[str, bytes]:
    """The presentation of the version of the taxonomy that an extension is of, where that is another than this one."""
    from filingexport.taxonomy.extension_versions import order_file, version_of  # only where there is an extension

    try:
        version = version_of(parse_xml(found[schema.rpartition("/")[2]], schema))
    except FilingError:
        return {}  # told when the schema is read
    if version == VERSION_DATE:
        return {}
    head, slash, _ = schema.rpartition("/")
    data = folder.read(head + slash + order_file(version))
    return {} if data is None else {order_file(version): data}
