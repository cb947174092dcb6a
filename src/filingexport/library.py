"""The library in a few functions: what the command line does, for programs.

filing = load("samples/iij-2008")          # a source folder, as objects
data = write(filing)                       # an XBRL instance, as bytes
assert read(data, extension=extension_files(filing)) == filing
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import attrs
from attrs import frozen

from filingexport.binding.to_facts import to_facts
from filingexport.examination import Examined, Opened, examined, looked, opened, source_of
from filingexport.findings import FilingError, Finding, finding
from filingexport.formats import registry
from filingexport.formats.document import Document, Files, Memory, OwnTaxonomy, Source
from filingexport.formats.registry import Format
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, write_file
from filingexport.model.extension import Extension
from filingexport.model.filing import Filing
from filingexport.names import BASE, ENTRY_FILE, SCHEMA_FILE
from filingexport.report import Report
from filingexport.taxonomy import build
from filingexport.taxonomy import package as taxonomy_package
from filingexport.taxonomy.entry_points import FULL
from filingexport.taxonomy.extension_files import files as extension_taxonomy
from filingexport.taxonomy.extension_files import stem
from filingexport.taxonomy.extension_rules import faults

TAXONOMY_FOLDER = "taxonomy"
"""The folder beside an exported document in which its taxonomy lies."""
SCHEMA_LOCATION = f"{TAXONOMY_FOLDER}/{ENTRY_FILE}"
"""The taxonomy's full entry point, seen from an exported document."""


def write(
    filing: Filing,
    target: Path | str | None = None,
    *,
    format: str | None = None,
    schema_location: str = SCHEMA_LOCATION,
) -> bytes:
    """The document of this filing; with `target`, also written there, whole or not at all.

    format: the name of a format (see `documents`); None for the one that the target's name tells, else an XBRL instance.
    schema_location: where the taxonomy lies, seen from the document. The same filing gives the same bytes.
    Of a filing with an extension the document refers to the extension's schema, in the same folder as the
    taxonomy's, or in ``taxonomy/`` where that is an address; with `target` the extension's files are written
    there too (see `extension_files`), as are the other files of a document that has several.
    Raises FilingError where an object cannot be said in facts, or in this format, or the file cannot be written.
    """
    form = _format(format, "" if target is None else str(target))
    name = "filing" if target is None else _stem(Path(target).name, form)
    files = _files(form, filing, to_facts(filing), name, schema_location)
    main = next(iter(files))
    if target is not None:
        if (extension := filing.extension) is not None and not form.inside:
            standard = (
                SCHEMA_FILE if "://" not in schema_location else f"{schema_location.rpartition('/')[0]}/{SCHEMA_FILE}"
            )
            _write_extension(extension, Path(target).parent / _extension_folder(schema_location), standard)
        for each, data in files.items():
            if each != main:
                write_file(Path(target).with_name(each), data)
        write_file(Path(target), files[main])
    return files[main]


def documents(
    filing: Filing,
    formats: Sequence[str] = (registry.DEFAULT.name,),
    name: str = "filing",
    *,
    schema_location: str = SCHEMA_LOCATION,
) -> dict[str, bytes]:
    """The files of this filing in these formats, name to content, from one walk over its objects.

    formats: names of the registry (`filingexport.formats.registry`). name: what the files' names begin with.
    Raises FilingError as `write` does.
    """
    report = to_facts(filing)
    files: dict[str, bytes] = {}
    for each in formats:
        files |= _files(registry.named(each), filing, report, name, schema_location)
    return files


def _format(wanted: str | None, name: str) -> Format:
    if wanted is not None:
        return registry.named(wanted)
    return registry.by_suffix(name) or registry.DEFAULT


def _stem(name: str, form: Format) -> str:
    """The name without what it ends with in this format."""
    end = next((each for each in form.suffixes if name.lower().endswith(each)), "")
    return name[: len(name) - len(end)] or name


def _files(form: Format, filing: Filing, report: Report, name: str, schema_location: str = SCHEMA_LOCATION) -> Files:
    """The files of a document in this format. In a package the taxonomy is found by its addresses."""
    own = None
    if form.inside:
        schema_location = f"{BASE}/{ENTRY_FILE}"
    if (extension := filing.extension) is not None:
        _require_sound(extension)
        folder = f"{extension.dated_namespace}/" if form.inside else _extension_folder(schema_location)
        own = OwnTaxonomy(extension.prefix, extension.dated_namespace, folder + extension.schema_file)
    package = partial(taxonomy_package.inside, filing.extension, True)
    return form.write(Document(filing, report, name, schema_location, own, form.inside, package))


def _extension_folder(schema_location: str) -> str:
    """Where the extension lies, seen from the document: beside the standard taxonomy, if that is a file too."""
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


def read(
    source: Path | str | bytes,
    *,
    extension: Mapping[str, bytes] | None = None,
    beside: Mapping[str, bytes] | None = None,
    limits: Limits = DEFAULT_LIMITS,
    findings: list[Finding] | None = None,
) -> Filing:
    """The filing in this document of any format (a file, or its bytes); the inverse of `write`.

    extension: the files of the company's extension taxonomy, as `extension_files` gives them. Without it they are
    looked for where the document says, in its folder or below, and nowhere else.
    beside: the files in the document's folder, name to content; without it, of a file, the folder on disk.
    findings: a list to which what was noticed is added, such as facts that have no place in the model: they are
    kept in ``filing.unplaced`` and written out again. Raises FilingError, with everything found, where something
    of the document could not be kept, or what every filing must have is missing.
    """
    looks = looked(opened(source_of(source, beside, limits), extension, limits))
    filing = looks.whole
    if findings is not None:
        findings += (*looks.lost, *looks.noticed)
    return filing


def validate(
    source: Path | str | bytes,
    *,
    extension: Mapping[str, bytes] | None = None,
    beside: Mapping[str, bytes] | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> tuple[Finding, ...]:
    """What is wrong with this document of any format: its own rules, XML Schema, and whether each fact has its place.

    extension, beside: as of `read`. Empty if it is valid. Raises FilingError where there is no report to validate.
    """
    return examined(opened(source_of(source, beside, limits), extension, limits)).findings


@frozen
class Written:
    """One document that was written: its format, the file that is opened first, the size of all its files in bytes."""

    format: Format
    path: Path
    size: int


@frozen
class Exported:
    """What an export made: its documents, the facts that they all hold, the files of the taxonomy beside them.

    findings: what is wrong with facts that were kept from elsewhere and have no place in the taxonomy; else empty.
    """

    documents: tuple[Written, ...]
    report: Report
    taxonomy: tuple[Path, ...]
    findings: tuple[Finding, ...]

    @property
    def instance(self) -> Path:
        """The first document."""
        return self.documents[0].path

    @property
    def size(self) -> int:
        """Bytes of the first document."""
        return self.documents[0].size


Progress = Callable[[str], None]
"""Told what is done next, in words."""


def export(
    filing: Filing,
    folder: Path | str,
    name: str,
    formats: Sequence[str] = (registry.DEFAULT.name,),
    progress: Progress = lambda step: None,
) -> Exported:
    """Write ``<name>.xbrl``, or other formats, into the folder with the taxonomy beside, so that they open elsewhere.

    Nothing is written unless the facts are valid by the taxonomy's XML Schema and every document reads back to an
    equal filing. Facts of ``filing.unplaced`` cannot be valid; they are written all the same, and what is wrong with
    them is in the findings. Raises FilingError.
    """
    target = Path(folder)
    forms = [registry.named(each) for each in dict.fromkeys(formats)]
    # The extension is read back too, from the very bytes that will lie beside the document.
    given = extension_files(filing)
    progress("validating")
    if filing.unplaced and (wrong := _instance(attrs.evolve(filing, unplaced=()), name, given).examined.findings):
        raise FilingError(wrong)
    instance = _instance(filing, name, given)
    if instance.examined.findings and not filing.unplaced:
        raise FilingError(instance.examined.findings)
    made: list[tuple[Format, Files]] = []
    for form in forms:
        if form is registry.DEFAULT:
            files, back = instance.files, instance.examined.filing
        else:
            progress(f"writing {form.title}")
            files = _files(form, filing, instance.report, name)
            progress(f"reading {form.title} back")
            back = looked(_opened(files, given)).whole
        if back != filing:
            main = next(iter(files))
            raise FilingError(
                [finding("fx:disagree", "what was written does not read back equal; nothing was kept", main)]
            )
        made.append((form, files))
    _make_folder(target)
    taxonomy: tuple[Path, ...] = ()
    if any(not form.inside for form in forms):
        taxonomy = build.write(target / TAXONOMY_FOLDER, (FULL,))
        if filing.extension is not None:
            taxonomy = (*_write_extension(filing.extension, target / TAXONOMY_FOLDER), *taxonomy)
    written = []
    for form, files in made:
        for each, data in reversed(files.items()):  # what is opened first is written last
            write_file(target / each, data)
        written.append(Written(form, target / next(iter(files)), sum(map(len, files.values()))))
    return Exported(tuple(written), instance.report, taxonomy, instance.examined.findings)


@frozen
class _Instance:
    """The instance of a filing, in memory: what every format is judged by."""

    report: Report
    files: Files
    examined: Examined


def _instance(filing: Filing, name: str, given: Mapping[str, bytes]) -> _Instance:
    report = to_facts(filing)
    files = _files(registry.DEFAULT, filing, report, name)
    return _Instance(report, files, examined(_opened(files, given)))


def _opened(files: Files, given: Mapping[str, bytes]) -> Opened:
    main = next(iter(files))
    return opened(Source(files[main], main, Memory(files)), given, DEFAULT_LIMITS)
