"""The library in a few functions: what the command line does, for programs.

filing = load("samples/iij-2008")          # a source folder, as objects
data = write(filing)                       # an XBRL instance, as bytes
assert read(data) == filing
"""

from __future__ import annotations

from pathlib import Path

import attrs
from attrs import frozen
from lxml import etree

from filingexport.binding.from_facts import from_facts
from filingexport.binding.to_facts import to_facts
from filingexport.findings import FilingError, Finding, Severity, finding
from filingexport.formats import xbrl
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, parse_xml, read_bytes, write_file
from filingexport.model.filing import Filing
from filingexport.names import SCHEMA_FILE
from filingexport.report import Report
from filingexport.taxonomy import build
from filingexport.taxonomy.validate import schema_findings

TAXONOMY_FOLDER = "taxonomy"
"""The folder beside an exported instance in which its taxonomy lies."""
SCHEMA_LOCATION = f"{TAXONOMY_FOLDER}/{SCHEMA_FILE}"
"""The taxonomy's schema, seen from an exported instance."""


def write(filing: Filing, target: Path | str | None = None, *, schema_location: str = SCHEMA_LOCATION) -> bytes:
    """The XBRL instance of this filing; with `target`, also written there, whole or not at all.

    schema_location: where the taxonomy lies, seen from the instance. The same filing gives the same bytes.
    Raises FilingError where an object cannot be said in facts, or the file cannot be written.
    """
    data = xbrl.write(to_facts(filing), schema_location)
    if target is not None:
        write_file(Path(target), data)
    return data


def read(
    source: Path | str | bytes, *, limits: Limits = DEFAULT_LIMITS, findings: list[Finding] | None = None
) -> Filing:
    """The filing in this XBRL instance (a file, or its bytes); the inverse of `write`.

    findings: a list to which what was noticed is added, such as facts that have no place in the model: they are
    kept in ``filing.unplaced`` and written out again. Raises FilingError, with everything found, where something
    of the instance could not be kept, or what every filing must have is missing.
    """
    data, place = _opened(source, limits)
    looked = _look(parse_xml(data, place, limits), place, limits)
    noticed = (*looked.lost, *looked.noticed)
    if looked.filing is None or any(each.severity is Severity.ERROR for each in looked.lost):
        raise FilingError(noticed)
    if findings is not None:
        findings.extend(noticed)
    return looked.filing


def validate(source: Path | str | bytes, *, limits: Limits = DEFAULT_LIMITS) -> tuple[Finding, ...]:
    """What is wrong with this XBRL instance: XML Schema, XBRL 2.1, and whether the taxonomy has a place for each fact.

    Empty if it is valid. Raises FilingError where there is no instance to validate.
    """
    data, place = _opened(source, limits)
    return _examine(data, place, limits).findings


def _opened(source: Path | str | bytes, limits: Limits) -> tuple[bytes, str]:
    """The bytes, and what messages call them."""
    if isinstance(source, bytes):
        return source, "instance"
    return read_bytes(Path(source), limits), Path(source).name


@frozen
class _Looked:
    """A filing as read: what of the instance could not be kept, and what was noticed in placing the facts."""

    filing: Filing | None
    lost: tuple[Finding, ...]
    noticed: tuple[Finding, ...]


def _look(root: etree._Element, place: str, limits: Limits) -> _Looked:
    parsed = xbrl.read_tree(root, place, limits)
    try:
        reading = from_facts(parsed.report, Filing)
    except FilingError as error:
        return _Looked(None, parsed.findings, error.findings)
    return _Looked(reading.filing, parsed.findings, reading.findings)


@frozen
class _Examined:
    findings: tuple[Finding, ...]
    filing: Filing | None


def _examine(data: bytes, place: str, limits: Limits) -> _Examined:
    """All three questions on one parsed tree: is it valid by XML Schema, by XBRL 2.1, and has each fact its place."""
    root = parse_xml(data, place, limits)
    schema = schema_findings(root, place)
    looked = _look(root, place, limits)
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


def export(filing: Filing, folder: Path | str, name: str) -> Exported:
    """Write ``<name>.xbrl`` into the folder with its taxonomy beside it, so that it can be opened elsewhere.

    Nothing is written unless the instance is valid by the taxonomy's XML Schema and reads back to an equal filing.
    Facts of ``filing.unplaced`` cannot be valid; they are written all the same, and what is wrong with them is in
    the findings. Raises FilingError.
    """
    target = Path(folder)
    place = f"{name}.xbrl"
    own = attrs.evolve(filing, unplaced=()) if filing.unplaced else filing
    report = to_facts(own)
    data = xbrl.write(report, SCHEMA_LOCATION)
    examined = _examine(data, place, DEFAULT_LIMITS)
    if examined.findings:
        raise FilingError(examined.findings)
    if filing.unplaced:
        report = to_facts(filing)
        data = xbrl.write(report, SCHEMA_LOCATION)
        examined = _Examined(_examine(data, place, DEFAULT_LIMITS).findings, read(data))
    if examined.filing != filing:
        raise FilingError(
            [finding("fx:disagree", "what was written does not read back equal; nothing was kept", place)]
        )
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FilingError([finding("fx:unreadable", f"cannot be made: {error.strerror}", str(target))]) from None
    taxonomy = build.write(target / TAXONOMY_FOLDER)
    instance = target / place
    write_file(instance, data)
    return Exported(instance, len(data), report, taxonomy, examined.findings)
