"""The files of the taxonomy from the classes, and whether the committed ones are in step."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from filingexport.findings import FilingError, Finding, finding
from filingexport.formats.safe import write_file
from filingexport.model.filing import Filing
from filingexport.names import SCHEMA_FILE
from filingexport.taxonomy import linkbases
from filingexport.taxonomy.network import network
from filingexport.taxonomy.schema import schema

_STEM = SCHEMA_FILE.removesuffix(".xsd")
_LINKBASE_ROLE = "http://www.xbrl.org/2003/role/"


@cache
def files() -> dict[str, bytes]:
    """Name and content of each file; the same classes give the same bytes."""
    whole = network(Filing)
    built = {
        f"{_STEM}-lab-en.xml": (linkbases.labels(whole, "en"), "labelLinkbaseRef"),
        f"{_STEM}-lab-ja.xml": (linkbases.labels(whole, "ja"), "labelLinkbaseRef"),
        f"{_STEM}-pre.xml": (linkbases.presentation(whole), "presentationLinkbaseRef"),
        f"{_STEM}-cal.xml": (linkbases.calculation(whole), "calculationLinkbaseRef"),
        f"{_STEM}-def.xml": (linkbases.definition(whole), "definitionLinkbaseRef"),
        f"{_STEM}-ref.xml": (linkbases.references(whole), "referenceLinkbaseRef"),
    }
    entry = schema(whole, {name: _LINKBASE_ROLE + role for name, (_, role) in built.items()})
    return {SCHEMA_FILE: entry, **{name: data for name, (data, _) in built.items()}}


def write(folder: Path) -> tuple[Path, ...]:
    """Write the taxonomy into this folder and remove what an older one left there; raises FilingError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stale = [each for each in folder.glob("filingexport-*.x*") if each.name not in files()]
    except OSError as error:
        raise FilingError([finding("fx:unreadable", f"cannot be made: {error.strerror}", str(folder))]) from None
    for name, data in files().items():
        write_file(folder / name, data)
    for each in stale:
        each.unlink()
    return tuple(folder / name for name in files())


def check(folder: Path) -> tuple[Finding, ...]:
    """What in this folder is not what the classes give; empty if all is in step."""
    findings = []
    for name, data in files().items():
        path = folder / name
        if not path.is_file():
            findings.append(finding("fx:missing", "is missing; run: filingexport taxonomy build", str(path)))
        elif path.read_bytes() != data:
            findings.append(
                finding("fx:disagree", "is not what the classes give; run: filingexport taxonomy build", str(path))
            )
    for path in sorted(folder.glob("filingexport-*.x*")):
        if path.name not in files():
            findings.append(finding("fx:unknownFile", "is of no taxonomy that the classes give", str(path)))
    return tuple(findings)
