"""The files of a taxonomy as a person gives them: a folder, a taxonomy package, or a schema with its linkbases."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from filingexport.formats import archive
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, opening, parse_xml, read_bytes, too_many
from filingexport.names import ARCHIVE, LINK, XLINK, XSD

_ENDINGS: Final = (".xsd", ".xml")


def files(path: Path, limits: Limits = DEFAULT_LIMITS) -> dict[str, bytes]:
    """Name and content of the files that make up this taxonomy; raises FilingError where it cannot be opened.

    Of a folder, the schemas and linkbases that lie in it; of a package, all of them; of a schema, also the linkbases
    it refers to in its own folder, and if it declares no element itself (an entry point), the schemas it imports from there.
    """
    if path.is_dir():
        return _folder(path, limits)
    data = read_bytes(path, limits)
    if data.startswith(ARCHIVE):
        unpacked = archive.files(data, path.name, limits)
        return {name: content for name, content in unpacked.items() if name.endswith(_ENDINGS)}
    return _schema(path, data, limits)


def _folder(path: Path, limits: Limits) -> dict[str, bytes]:
    with opening(path):
        names = sorted(each for each in path.iterdir() if each.name.endswith(_ENDINGS))
    if len(names) > limits.entries:
        raise too_many(str(path), "entries", limits)
    return {each.name: read_bytes(each, limits) for each in names}


def _schema(path: Path, data: bytes, limits: Limits) -> dict[str, bytes]:
    found = {path.name: data}
    root = parse_xml(data, path.name, limits)
    references = [each.get(f"{{{XLINK}}}href", "") for each in root.iter(f"{{{LINK}}}linkbaseRef")]
    if root.find(f"{{{XSD}}}element") is None:
        references += [each.get("schemaLocation", "") for each in root.iterchildren(f"{{{XSD}}}import")]
    # Only plain names are followed: what lies beside the schema, and nothing else of this machine.
    for name in references[: limits.entries]:
        if name.endswith(_ENDINGS) and Path(name).name == name and (path.parent / name).is_file():
            found[name] = read_bytes(path.parent / name, limits)
    return found
