"""The taxonomy as a taxonomy package (Taxonomy Packages 1.0): one zip that any processor finds our addresses in."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Final

from lxml import etree

from filingexport.formats.safe import write_file
from filingexport.names import BASE, VERSION_DATE, XML
from filingexport.taxonomy.build import files
from filingexport.taxonomy.entry_points import ENTRY_POINTS
from filingexport.taxonomy.markup import q, to_bytes

_TP: Final = "http://xbrl.org/2016/taxonomy-package"
_CATALOG: Final = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
TOP: Final = f"filingexport-taxonomy-{VERSION_DATE}"
"""The one folder at the top of the package (Taxonomy Packages 1.0, 2)."""
_NAMES: Final = {
    "en": (
        "filingexport taxonomy",
        "Convocation notice of a general meeting of shareholders with everything attached to it",
    ),
    "ja": ("filingexport タクソノミ", "株主総会招集通知及びその添付書類"),
}


def package() -> bytes:
    """The package's bytes: the same classes give the same content, in the same order, with the same dates."""
    content = {
        f"{TOP}/META-INF/catalog.xml": _catalog(),
        f"{TOP}/META-INF/taxonomyPackage.xml": _metadata(),
        **{f"{TOP}/taxonomy/{name}": data for name, data in sorted(files().items())},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in content.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, whatever machine it is made on
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, compresslevel=9)
    return buffer.getvalue()


def write(target: Path) -> int:
    """Write the package under this name, whole or not at all; returns its size in bytes. Raises FilingError."""
    data = package()
    write_file(target, data)
    return len(data)


def _catalog() -> bytes:
    root = etree.Element(q(_CATALOG, "catalog"), nsmap={None: _CATALOG})
    rewrite = {"uriStartString": f"{BASE}/", "rewritePrefix": "../taxonomy/"}
    etree.SubElement(root, q(_CATALOG, "rewriteURI"), rewrite)
    return to_bytes(root)


def _metadata() -> bytes:
    root = etree.Element(q(_TP, "taxonomyPackage"), nsmap={None: _TP})
    etree.SubElement(root, q(_TP, "identifier")).text = f"{BASE}/"
    _documentation(root)
    etree.SubElement(root, q(_TP, "version")).text = VERSION_DATE
    etree.SubElement(root, q(_TP, "publicationDate")).text = VERSION_DATE
    entry_points = etree.SubElement(root, q(_TP, "entryPoints"))
    for each in ENTRY_POINTS:
        entry_point = etree.SubElement(entry_points, q(_TP, "entryPoint"))
        for language, said in (("en", each.en), ("ja", each.ja)):
            etree.SubElement(entry_point, q(_TP, "name"), {q(XML, "lang"): language}).text = said
        etree.SubElement(entry_point, q(_TP, "entryPointDocument"), {"href": f"{BASE}/{each.file}"})
    return to_bytes(root)


def _documentation(parent: etree._Element) -> None:
    for kind in (0, 1):
        for language, said in _NAMES.items():
            element = etree.SubElement(parent, q(_TP, ("name", "description")[kind]), {q(XML, "lang"): language})
            element.text = said[kind]
