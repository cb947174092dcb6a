"""What is in a document of any format: opened, read to a filing, validated. For `library`, which says it to programs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from attrs import evolve

from filingexport.binding.extended import extended
from filingexport.binding.from_facts import from_facts
from filingexport.binding.versions import as_current
from filingexport.binding.vocabulary import Vocabulary, vocabulary
from filingexport.declaring import frozen
from filingexport.findings import FilingError, Finding, Severity
from filingexport.formats import registry, xbrl
from filingexport.formats.document import Disk, Memory, OwnTaxonomy, Parsed, Source
from filingexport.formats.registry import Format
from filingexport.formats.safe import Limits, check_schemas, parse_xml, read_bytes
from filingexport.model.extension import Extension
from filingexport.model.filing import Filing
from filingexport.names import LINK, XBRLI, namespace
from filingexport.taxonomy.extension_location import beside
from filingexport.taxonomy.items import leaves
from filingexport.taxonomy.validate import schema_findings


@frozen
class Opened:
    """A document as it came: its format, its facts, what messages call it, and its company's extension.

    told: what was noticed in reading the extension.
    """

    format: Format
    parsed: Parsed
    place: str
    extension: Extension | None
    told: tuple[Finding, ...] = ()


def source_of(given: Path | str | bytes, beside: Mapping[str, bytes] | None, limits: Limits) -> Source:
    """A file with what lies beside it, or bytes with what is said to."""
    if isinstance(given, bytes):
        return Source(given, "instance", Memory(beside or {}))
    path = Path(given)
    folder = Disk(path.parent, limits) if beside is None else Memory(beside)
    return Source(read_bytes(path, limits), path.name, folder)


def opened(source: Source, extension_files: Mapping[str, bytes] | None, limits: Limits) -> Opened:
    """The document read to facts; raises FilingError where there is no report to read, or its extension is wrong.

    extension_files: those of the company's extension; None to look for them where the document says.
    """
    form = registry.recognised(source.data, source.place)
    found: list[Extension] = []
    told: list[Finding] = []

    def taxonomy(locations: tuple[str, ...], holder: Source) -> Vocabulary:
        check_schemas(locations, holder.place)
        files = beside(locations, holder.folder) if extension_files is None else extension_files
        if not files:
            return vocabulary()
        from filingexport.taxonomy.extension_reader import read as read_extension  # only where there is one

        found.append(read_extension(files, limits, told))
        return vocabulary(found[0])

    parsed = form.read(source, taxonomy, limits)
    return Opened(form, parsed, source.place, found[0] if found else None, tuple(told))


@frozen
class Looked:
    """A filing as read: what of the document could not be kept, and what was noticed in placing the facts."""

    filing: Filing | None
    lost: tuple[Finding, ...]
    noticed: tuple[Finding, ...]

    @property
    def whole(self) -> Filing:
        """The filing; raises FilingError where something of the document could not be kept."""
        if self.filing is None or any(each.severity is Severity.ERROR for each in self.lost):
            raise FilingError((*self.lost, *self.noticed))
        return self.filing


def looked(document: Opened) -> Looked:
    """The filing in this document."""
    parsed = document.parsed
    known = leaves(Filing).keys() | extended(document.extension).names
    report, versions = as_current(parsed.report, known, document.place)
    told = (*versions, *document.told)
    try:
        reading = from_facts(report, Filing, document.extension)
    except FilingError as error:
        return Looked(None, parsed.findings, (*told, *error.findings))
    return Looked(reading.filing, parsed.findings, (*told, *reading.findings))


@frozen
class Examined:
    """All findings, and the filing if there is one."""

    findings: tuple[Finding, ...]
    filing: Filing | None


def examined(document: Opened) -> Examined:
    """All three questions on one document: is it valid by XML Schema, by its format, and has each fact its place."""
    schema = _schema_findings(document)
    looks = looked(document)
    # What the schema rejects on a line is not said again by the reader; and facts that break it have no place anyway.
    places = {each.place for each in schema}
    rest = [each for each in looks.lost if each.place not in places]
    return Examined((*schema, *rest, *(() if schema else looks.noticed)), looks.filing)


def _schema_findings(document: Opened) -> tuple[Finding, ...]:
    """What breaks the taxonomy's XML Schema; of a document that is no instance, in the instance that says the same."""
    parsed = document.parsed
    if parsed.tree is not None:
        return schema_findings(parsed.tree, document.place, document.extension, parsed.names)
    if not parsed.taxonomy:
        return ()
    own = None
    if (extension := document.extension) is not None:
        own = OwnTaxonomy(extension.prefix, extension.dated_namespace, parsed.taxonomy[0])
    data = xbrl.write(parsed.report, parsed.taxonomy[0], own)
    tree = parse_xml(data, document.place, Limits(file=2 * len(data), nodes=len(data)))
    items = [each for each in tree if namespace(str(each.tag)) not in (XBRLI, LINK)]
    places = {
        f"{document.place}:{item.sourceline}": fact.place for item, fact in zip(items, parsed.report.facts, strict=True)
    }
    return tuple(
        evolve(each, place=places.get(each.place, document.place))
        for each in schema_findings(tree, document.place, document.extension)
    )
