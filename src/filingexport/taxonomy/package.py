"""The taxonomy as a taxonomy package (Taxonomy Packages 1.0): one zip that any processor finds our addresses in."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from lxml import etree

from filingexport.formats.archive import pack
from filingexport.formats.safe import write_file
from filingexport.model.extension import Extension
from filingexport.names import BASE, SCHEMA_FILE, VERSION_DATE, XML
from filingexport.taxonomy.build import files
from filingexport.taxonomy.entry_points import ENTRY_POINTS, FULL
from filingexport.taxonomy.extension_files import files as extension_files
from filingexport.taxonomy.markup import q, to_bytes

CATALOG: Final = "META-INF/catalog.xml"
METADATA: Final = "META-INF/taxonomyPackage.xml"
_TP: Final = "http://xbrl.org/2016/taxonomy-package"
_OASIS: Final = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
TOP: Final = f"filingexport-taxonomy-{VERSION_DATE}"
"""The one folder at the top of the package (Taxonomy Packages 1.0, 2)."""
_NAMES: Final = {
    "en": (
        "filingexport taxonomy",
        "Convocation notice of a general meeting of shareholders with everything attached to it",
    ),
    "ja": ("filingexport タクソノミ", "株主総会招集通知及びその添付書類"),
}

_EXTENSION_NAMES: Final = {"en": "The company's extension of the filingexport taxonomy", "ja": "提出者別タクソノミ"}
ENTRY_POINTS_TOLD: Final = tuple(({"en": each.en, "ja": each.ja}, f"{BASE}/{each.file}") for each in ENTRY_POINTS)
"""Names and address of each entry point, the full one first."""


def package() -> bytes:
    """The package's bytes: the same classes give the same content, in the same order, with the same dates."""
    catalog = {f"{BASE}/": "../taxonomy/"}
    return pack(
        {
            f"{TOP}/{CATALOG}": _catalog(catalog),
            f"{TOP}/{METADATA}": _metadata(f"{BASE}/", _NAMES, VERSION_DATE, ENTRY_POINTS_TOLD),
            **{f"{TOP}/taxonomy/{name}": data for name, data in sorted(files().items())},
        }
    )


def inside(extension: Extension | None, whole: bool) -> dict[str, bytes]:
    """The files of the taxonomy package that a report package is too, by their names within it.

    extension: the company's, which is always inside. whole: the standard taxonomy too; else it is only referred to.
    Empty where there is nothing to hold.
    """
    catalog: dict[str, str] = {}
    content: dict[str, bytes] = {}
    if whole:
        catalog[f"{BASE}/"] = "../taxonomy/"
        content |= {f"taxonomy/{name}": data for name, data in sorted(files((FULL,)).items())}
    if extension is not None:
        catalog[f"{extension.dated_namespace}/"] = "../extension/"
        own = extension_files(extension, f"{BASE}/{SCHEMA_FILE}")
        content |= {f"extension/{name}": data for name, data in sorted(own.items())}
    if not catalog:
        return {}
    if extension is None:
        metadata = _metadata(f"{BASE}/", _NAMES, VERSION_DATE, ENTRY_POINTS_TOLD[:1])
    else:
        entry_point = (_EXTENSION_NAMES, f"{extension.dated_namespace}/{extension.schema_file}")
        names = {language: (said, said) for language, said in _EXTENSION_NAMES.items()}
        metadata = _metadata(f"{extension.dated_namespace}/", names, extension.date.isoformat(), (entry_point,))
    return {CATALOG: _catalog(catalog), METADATA: metadata, **content}


def write(target: Path) -> int:
    """Write the package under this name, whole or not at all; returns its size in bytes. Raises FilingError."""
    data = package()
    write_file(target, data)
    return len(data)


def _catalog(rewritten: dict[str, str]) -> bytes:
    root = etree.Element(q(_OASIS, "catalog"), nsmap={None: _OASIS})
    for start, prefix in rewritten.items():
        etree.SubElement(root, q(_OASIS, "rewriteURI"), {"uriStartString": start, "rewritePrefix": prefix})
    return to_bytes(root)


def _metadata(
    package: str, names: dict[str, tuple[str, str]], version: str, told: tuple[tuple[dict[str, str], str], ...]
) -> bytes:
    root = etree.Element(q(_TP, "taxonomyPackage"), nsmap={None: _TP})
    etree.SubElement(root, q(_TP, "identifier")).text = package
    for kind in (0, 1):
        for language, said in names.items():
            element = etree.SubElement(root, q(_TP, ("name", "description")[kind]), {q(XML, "lang"): language})
            element.text = said[kind]
    etree.SubElement(root, q(_TP, "version")).text = version
    etree.SubElement(root, q(_TP, "publicationDate")).text = version
    entry_points = etree.SubElement(root, q(_TP, "entryPoints"))
    for labels, address in told:
        entry_point = etree.SubElement(entry_points, q(_TP, "entryPoint"))
        for language, text in labels.items():
            etree.SubElement(entry_point, q(_TP, "name"), {q(XML, "lang"): language}).text = text
        etree.SubElement(entry_point, q(_TP, "entryPointDocument"), {"href": address})
    return to_bytes(root)
