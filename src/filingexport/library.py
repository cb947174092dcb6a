"""The library in a few functions: what the command line does, for programs.

filing = load("samples/iij-2008")          # a source folder, as objects
data = write(filing)                       # an XBRL instance, as bytes
assert read(data, extension=extension_files(filing)) == filing
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import attrs
from attrs import frozen
from lxml import etree

from filingexport.binding.from_facts import from_facts
from filingexport.binding.to_facts import to_facts
from filingexport.binding.versions import as_current
from filingexport.collector import collector_paused
from filingexport.findings import FilingError, Finding, Severity, finding
from filingexport.formats import xbrl
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, parse_xml, read_bytes, write_file
from filingexport.model.extension import Extension
from filingexport.model.filing import Filing
from filingexport.names import ENTRY_FILE, SCHEMA_FILE
from filingexport.report import Report
from filingexport.taxonomy import build
from filingexport.taxonomy.entry_points import FULL
from filingexport.taxonomy.extension_files import files as extension_taxonomy
from filingexport.taxonomy.extension_files import stem
from filingexport.taxonomy.extension_reader import beside
from filingexport.taxonomy.extension_reader import read as read_extension
from filingexport.taxonomy.extension_rules import faults
from filingexport.taxonomy.network import network
from filingexport.taxonomy.validate import schema_findings

TAXONOMY_FOLDER = "taxonomy"
"""The folder beside an exported instance in which its taxonomy lies."""
SCHEMA_LOCATION = f"{TAXONOMY_FOLDER}/{ENTRY_FILE}"
"""The taxonomy's full entry point, seen from an exported instance."""


@collector_paused()
def write(filing: Filing, target: Path | str | None = None, *, schema_location: str = SCHEMA_LOCATION) -> bytes:
    """The XBRL instance of this filing; with `target`, also written there, whole or not at all.

    schema_location: where the taxonomy lies, seen from the instance. The same filing gives the same bytes.
    Of a filing with an extension the instance refers to the extension's schema, in the same folder as the
    taxonomy's, or in ``taxonomy/`` where that is an address; with `target` the extension's files are written
    there too (see `extension_files`).
    Raises FilingError where an object cannot be said in facts, or the file cannot be written.
    """
    own = None
    if (extension := filing.extension) is not None:
        _require_sound(extension)
        location = _extension_folder(schema_location) + extension.schema_file
        own = xbrl.OwnTaxonomy(extension.prefix, extension.dated_namespace, location)
    data = xbrl.write(to_facts(filing), schema_location, own)
    if target is not None:
        if extension is not None:
            standard = (
                SCHEMA_FILE if "://" not in schema_location else f"{schema_location.rpartition('/')[0]}/{SCHEMA_FILE}"
            )
            _write_extension(extension, Path(target).parent / _extension_folder(schema_location), standard)
        write_file(Path(target), data)
    return data


def _extension_folder(schema_location: str) -> str:
    """Where the extension lies, seen from the instance: beside the standard taxonomy, if that is a file too."""
    folder, slash, _ = schema_location.rpartition("/")
    return f"{TAXONOMY_FOLDER}/" if "://" in schema_location else folder + slash


def extension_files(filing: Filing) -> dict[str, bytes]:
    """The files of this filing's extension taxonomy: name to content; none without extension. Raises FilingError."""
    if filing.extension is None:
        return {}
    _require_sound(filing.extension)
    return dict(extension_taxonomy(filing.extension))


def _require_sound(extension: Extension) -> None:
    found = faults(extension)
    if found:
        names = ["extension", *(each.name for each in extension.items)]
        raise FilingError(
            [finding("fx:extension", each.message, "", f"{names[each.item]}.{each.field}") for each in found]
        )


def _write_extension(extension: Extension, folder: Path, standard: str = SCHEMA_FILE) -> tuple[Path, ...]:
    _make_folder(folder)
    built = extension_taxonomy(extension, standard)
    written = []
    for name, data in built.items():
        write_file(folder / name, data)
        written.append(folder / name)
    for stale in folder.glob(f"{stem(extension)}-???*.xml"):
        if stale.name not in built:  # of an older state of the same extension, and would be read with it
            stale.unlink()
    return tuple(written)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FilingError([finding("fx:unreadable", f"cannot be made: {error.strerror}", str(folder))]) from None


@collector_paused()
def read(
    source: Path | str | bytes,
    *,
    extension: Mapping[str, bytes] | None = None,
    limits: Limits = DEFAULT_LIMITS,
    findings: list[Finding] | None = None,
) -> Filing:
    """The filing in this XBRL instance (a file, or its bytes); the inverse of `write`.

    extension: the files of the company's extension taxonomy, as `extension_files` gives them. Without it, of a file,
    they are looked for where the instance says, in its folder or below, and nowhere else.
    findings: a list to which what was noticed is added, such as facts that have no place in the model: they are
    kept in ``filing.unplaced`` and written out again. Raises FilingError, with everything found, where something
    of the instance could not be kept, or what every filing must have is missing.
    """
    opened = _open(source, extension, limits)
    looked = _look(opened, limits)
    noticed = (*looked.lost, *looked.noticed)
    if looked.filing is None or any(each.severity is Severity.ERROR for each in looked.lost):
        raise FilingError(noticed)
    if findings is not None:
        findings.extend(noticed)
    return looked.filing


@collector_paused()
def validate(
    source: Path | str | bytes, *, extension: Mapping[str, bytes] | None = None, limits: Limits = DEFAULT_LIMITS
) -> tuple[Finding, ...]:
    """What is wrong with this XBRL instance: XML Schema, XBRL 2.1, and whether the taxonomy has a place for each fact.

    extension: as of `read`. Empty if it is valid. Raises FilingError where there is no instance to validate.
    """
    return _examine(_open(source, extension, limits), limits).findings


@frozen
class _Opened:
    """An instance as it came: parsed, what messages call it, and its company's extension."""

    root: etree._Element
    place: str
    extension: Extension | None


def _open(source: Path | str | bytes, given: Mapping[str, bytes] | None, limits: Limits) -> _Opened:
    data, place = (source, "instance") if isinstance(source, bytes) else (None, Path(source).name)
    if data is None:
        data = read_bytes(Path(str(source)), limits)
    root = parse_xml(data, place, limits)
    if given is None:
        given = {} if isinstance(source, bytes) else beside(Path(source), root, limits)
    return _Opened(root, place, read_extension(given, limits) if given else None)


@frozen
class _Looked:
    """A filing as read: what of the instance could not be kept, and what was noticed in placing the facts."""

    filing: Filing | None
    lost: tuple[Finding, ...]
    noticed: tuple[Finding, ...]


def _look(opened: _Opened, limits: Limits) -> _Looked:
    parsed = xbrl.read_tree(opened.root, opened.place, limits)
    report, versions = as_current(parsed.report, network(Filing).concepts.keys(), opened.place)
    try:
        reading = from_facts(report, Filing, opened.extension)
    except FilingError as error:
        return _Looked(None, parsed.findings, (*versions, *error.findings))
    return _Looked(reading.filing, parsed.findings, (*versions, *reading.findings))


@frozen
class _Examined:
    findings: tuple[Finding, ...]
    filing: Filing | None


def _examine(opened: _Opened, limits: Limits) -> _Examined:
    """All three questions on one parsed tree: is it valid by XML Schema, by XBRL 2.1, and has each fact its place."""
    schema = schema_findings(opened.root, opened.place, opened.extension)
    looked = _look(opened, limits)
    # What the schema rejects on a line is not said again by the reader; and facts that break it have no place anyway.
    lines = {each.place for each in schema}
    rest = [each for each in looked.lost if each.place not in lines]
    return _Examined((*schema, *rest, *(() if schema else looked.noticed)), looked.filing)


@frozen
class Exported:
    """What an export made: the instance, its size in bytes, its facts, the files of its taxonomy beside it.

    findings: what is wrong with facts that were kept from elsewhere and have no place in the taxonomy; else empty.
    """

    instance: Path
    size: int
    report: Report
    taxonomy: tuple[Path, ...]
    findings: tuple[Finding, ...]


@collector_paused()
def export(filing: Filing, folder: Path | str, name: str) -> Exported:
    """Write ``<name>.xbrl`` into the folder with its taxonomy beside it, so that it can be opened elsewhere.

    Nothing is written unless the instance is valid by the taxonomy's XML Schema and reads back to an equal filing.
    Facts of ``filing.unplaced`` cannot be valid; they are written all the same, and what is wrong with them is in
    the findings. Raises FilingError.
    """
    target = Path(folder)
    place = f"{name}.xbrl"
    own = attrs.evolve(filing, unplaced=()) if filing.unplaced else filing
    data = write(own)
    # The extension is read back too, from the very bytes that will lie beside the instance.
    given = extension_files(filing)
    examined = _examined(data, place, given)
    if examined.findings:
        raise FilingError(examined.findings)
    if filing.unplaced:
        data = write(filing)
        examined = _Examined(_examined(data, place, given).findings, read(data, extension=given))
    if examined.filing != filing:
        raise FilingError(
            [finding("fx:disagree", "what was written does not read back equal; nothing was kept", place)]
        )
    _make_folder(target)
    taxonomy = build.write(target / TAXONOMY_FOLDER, (FULL,))
    if filing.extension is not None:
        taxonomy = (*_write_extension(filing.extension, target / TAXONOMY_FOLDER), *taxonomy)
    instance = target / place
    write_file(instance, data)
    return Exported(instance, len(data), to_facts(filing), taxonomy, examined.findings)


def _examined(data: bytes, place: str, given: Mapping[str, bytes]) -> _Examined:
    extension = read_extension(given) if given else None
    return _examine(_Opened(parse_xml(data, place, DEFAULT_LIMITS), place, extension), DEFAULT_LIMITS)
