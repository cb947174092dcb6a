"""The library in a few functions: what the command line does, for programs.

filing = load("samples/iij-2008")          # a source folder, as objects
data = write(filing)                       # an XBRL instance, as bytes
assert read(data) == filing
"""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from filingexport.binding.from_facts import from_facts
from filingexport.binding.to_facts import to_facts
from filingexport.findings import FilingError, Finding, Severity, finding
from filingexport.formats import xbrl
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, parse_xml, read_bytes, write_file
from filingexport.model.filing import Filing
from filingexport.names import SCHEMA_FILE
from filingexport.report import Report
from filingexport.taxonomy import build
from filingexport.taxonomy.validate import validate as validate_bytes
from filingexport.taxonomy.validate import validate_tree

TAXONOMY_FOLDER = "taxonomy"
"""The folder beside an exported instance in which its taxonomy lies."""


def write(
    filing: Filing, target: Path | str | None = None, *, schema_location: str = f"{TAXONOMY_FOLDER}/{SCHEMA_FILE}"
) -> bytes:
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
    data, place = (
        (source, "instance") if isinstance(source, bytes) else (read_bytes(Path(source), limits), Path(source).name)
    )
    return _read(xbrl.read(data, place, limits), findings)


def _read(parsed: xbrl.Parsed, findings: list[Finding] | None) -> Filing:
    broken = [each for each in parsed.findings if each.severity is Severity.ERROR]
    try:
        reading = from_facts(parsed.report, Filing)
    except FilingError as error:
        raise FilingError([*parsed.findings, *error.findings]) from None
    if broken:
        raise FilingError([*parsed.findings, *reading.findings])
    if findings is not None:
        findings.extend((*parsed.findings, *reading.findings))
    filing = reading.filing
    assert isinstance(filing, Filing)
    return filing


def validate(source: Path | str | bytes, *, limits: Limits = DEFAULT_LIMITS) -> tuple[Finding, ...]:
    """What is wrong with this XBRL instance: XML Schema, XBRL 2.1, and whether the taxonomy has a place for each fact.

    Empty if it is valid. Raises FilingError where there is no instance to validate.
    """
    data, place = (
        (source, "instance") if isinstance(source, bytes) else (read_bytes(Path(source), limits), Path(source).name)
    )
    root = parse_xml(data, place, limits)
    findings = list(validate_tree(root, place, limits))
    if any(each.code == "fx:schema" for each in findings):
        return tuple(findings)
    parsed = xbrl.read_tree(root, place, limits)
    try:
        findings += from_facts(parsed.report, Filing).findings
    except FilingError as error:
        findings += error.findings
    return tuple(findings)


@frozen
class Exported:
    """What an export made: the instance, its size in bytes, its facts, and the files of its taxonomy beside it."""

    instance: Path
    size: int
    report: Report
    taxonomy: tuple[Path, ...]


def export(filing: Filing, folder: Path | str, name: str) -> Exported:
    """Write ``<name>.xbrl`` into the folder with its taxonomy beside it, so that it can be opened elsewhere.

    Nothing is written unless the instance is valid by the taxonomy's XML Schema and reads back to an equal filing.
    Raises FilingError.
    """
    target = Path(folder)
    report = to_facts(filing)
    data = xbrl.write(report, f"{TAXONOMY_FOLDER}/{SCHEMA_FILE}")
    wrong = validate_bytes(data, f"{name}.xbrl")
    if wrong:
        raise FilingError(wrong)
    findings: list[Finding] = []
    if read(data, findings=findings) != filing:
        raise FilingError(
            [
                finding("fx:disagree", "what was written does not read back equal; nothing was kept", f"{name}.xbrl"),
                *findings,
            ]
        )
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FilingError([finding("fx:unreadable", f"cannot be made: {error.strerror}", str(target))]) from None
    taxonomy = build.write(target / TAXONOMY_FOLDER)
    instance = target / f"{name}.xbrl"
    write_file(instance, data)
    return Exported(instance, len(data), report, taxonomy)
