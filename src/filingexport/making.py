"""Documents made of a filing in memory, judged, and only then written: for `library`, which says it to programs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

import attrs

from filingexport.binding.to_facts import to_facts
from filingexport.collector import collector_paused
from filingexport.declaring import frozen
from filingexport.examination import Examined, Opened, examined, looked, opened
from filingexport.findings import FilingError, Finding, finding
from filingexport.formats import registry, xbrl
from filingexport.formats.document import Document, Files, Memory, OwnTaxonomy, Source
from filingexport.formats.registry import Format
from filingexport.formats.safe import DEFAULT_LIMITS, make_folder, parse_xml, read_bytes, write_files
from filingexport.model.extension import Extension
from filingexport.model.filing import Filing
from filingexport.names import BASE, ENTRY_FILE, LINK, SCHEMA_FILE, SCHEMA_LOCATION, TAXONOMY_FOLDER, XLINK
from filingexport.report import Report
from filingexport.said import Said, say
from filingexport.taxonomy import build
from filingexport.taxonomy import package as taxonomy_package
from filingexport.taxonomy.entry_points import FULL
from filingexport.taxonomy.extension_files import files as extension_taxonomy
from filingexport.taxonomy.extension_files import stem
from filingexport.taxonomy.extension_rules import faults
from filingexport.taxonomy.markup import q

ADDRESS = f"{BASE}/{ENTRY_FILE}"
"""The address of the taxonomy's full entry point."""

Progress = Callable[[Said, int, int], None]
"""Told what is done next, in words, how many steps are done, and how many there are."""


@frozen
class Order:
    """One document to make. inside: of a package, the format of the report in it. file: its name, if not the usual one."""

    form: Format
    inside: str = ""
    file: str = ""
    referred: bool = False


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


def files_of(order: Order, filing: Filing, report: Report, name: str, schema_location: str = SCHEMA_LOCATION) -> Files:
    """The files of a document. The filing's extension must be sound (see `require_sound`)."""
    files = order.form.write(document_of(order, filing, report, name, schema_location))
    if not order.file:
        return files
    main, *others = files
    return {order.file: files[main], **{each: files[each] for each in others}}


def files_of_filing(order: Order, filing: Filing, name: str, schema_location: str = SCHEMA_LOCATION) -> Files:
    """The same, of a filing whose facts nobody needs besides. Raises FilingError where an object cannot be said in facts."""
    if order.form is not registry.DEFAULT or order.file:
        return files_of(order, filing, to_facts(filing), name, schema_location)
    own = _own(filing.extension, schema_location, False)
    return {f"{name}{order.form.suffix}": xbrl.write_filing(filing, schema_location, own)}


def document_of(
    order: Order, filing: Filing, report: Report, name: str, schema_location: str = SCHEMA_LOCATION
) -> Document:
    """What a format is given. In a package the taxonomy is found by its addresses, and the extension is always inside."""
    inside = order.inside or order.form.inside
    if inside:
        schema_location = ADDRESS
    own = _own(filing.extension, schema_location, bool(inside))
    package = partial(taxonomy_package.inside, filing.extension, not order.referred)
    return Document(filing, report, name, schema_location, own, inside, package)


def _own(extension: Extension | None, schema_location: str, packed: bool) -> OwnTaxonomy | None:
    if extension is None:
        return None
    folder = f"{extension.dated_namespace}/" if packed else extension_folder(schema_location)
    return OwnTaxonomy(extension.prefix, extension.dated_namespace, folder + extension.schema_file)


def extension_folder(schema_location: str) -> str:
    """Where the extension lies, seen from the document: beside the standard taxonomy, if that is a file too."""
    folder, slash, _ = schema_location.rpartition("/")
    return f"{TAXONOMY_FOLDER}/" if "://" in schema_location else folder + slash


def require_sound(extension: Extension | None) -> None:
    """Raises FilingError, with all that is wrong, for an extension of which no taxonomy can be made."""
    if extension is None:
        return
    found = faults(extension)
    if found:
        names = ["extension", *(each.name for each in extension.items)]
        raise FilingError(
            [finding("fx:extension", each.message, "", f"{names[each.item]}.{each.field}") for each in found]
        )


def write_extension(extension: Extension, folder: Path, standard: str = SCHEMA_FILE) -> tuple[Path, ...]:
    """Write the files of this extension, and take away what an older state of it left there."""
    make_folder(folder)
    built = {folder / name: data for name, data in extension_taxonomy(extension, standard).items()}
    stale = stale_files(extension, folder)
    write_files(built)
    remove(stale)
    return tuple(built)


def stale_files(extension: Extension, folder: Path) -> tuple[Path, ...]:
    """The linkbases of an older state of this very extension in this folder, which a newer one has no more.

    What is not of it stays, whatever its name: only what the schema that lies there refers to is meant, and only if that
    schema is of the extension's own namespace. Nothing is found by way of a symbolic link.
    """
    schema = folder / extension.schema_file
    if folder.is_symlink() or schema.is_symlink() or not schema.is_file():
        return ()
    try:
        root = parse_xml(read_bytes(schema), extension.schema_file)
    except FilingError:
        return ()
    if root.get("targetNamespace") != extension.dated_namespace:
        return ()
    named = {each.get(q(XLINK, "href"), "") for each in root.iter(q(LINK, "linkbaseRef"))}
    ours = re.compile(re.escape(stem(extension)) + r"-(?:lab-[A-Za-z0-9-]+|pre|cal|def)\.xml")
    built = extension_taxonomy(extension)
    found = (folder / name for name in sorted(named) if ours.fullmatch(name) and name not in built)
    return tuple(each for each in found if each.is_file() and not each.is_symlink())


def remove(paths: Iterable[Path]) -> None:
    """Remove these files; one that cannot be stays, and no document refers to it any more."""
    for each in paths:
        with suppress(OSError):
            each.unlink()


@collector_paused()
def write_all(
    filing: Filing, folder: Path, name: str, orders: Iterable[Order], progress: Progress = lambda step, done, all: None
) -> Exported:
    """Make, judge and write these documents, with the taxonomy beside those that are no packages.

    Nothing is written unless the facts are valid by the taxonomy's XML Schema and every document reads back to an
    equal filing, the extension from the very bytes that are written. Facts of ``filing.unplaced`` cannot be valid; they are
    written all the same, and what is wrong with them is in the findings. Raises FilingError.
    """
    require_sound(filing.extension)
    wanted = list(orders)
    steps = 2 + 2 * sum(order.form is not registry.DEFAULT for order in wanted)
    done = 0

    def tell(step: Said) -> None:
        nonlocal done
        progress(step, done, steps)
        done += 1

    tell(say("validating", "検証しています"))
    if filing.unplaced and (wrong := _instance(attrs.evolve(filing, unplaced=()), name).examined.findings):
        raise FilingError(wrong)
    instance = _instance(filing, name)
    if instance.examined.findings and not filing.unplaced:
        raise FilingError(instance.examined.findings)
    made: list[tuple[Order, Files]] = []
    for order in wanted:
        if order.form is registry.DEFAULT:
            [(main, data)] = instance.files.items()
            files, back = {order.file or main: data}, instance.examined.filing
        else:
            tell(say("writing {format}", "{format}を書き出しています", format=order.form.title))
            files = files_of(order, filing, instance.report, name)
            tell(say("reading {format} back", "{format}を読み戻しています", format=order.form.title))
            back = looked(_opened(files, filing.extension)).whole
        if back != filing:
            message = say(
                "what was written does not read back equal; nothing was kept",
                "書き出した内容を読み戻すと元と一致しないため、保存しませんでした。",
            )
            raise FilingError([finding("fx:disagree", message, next(iter(files)))])
        made.append((order, files))
    tell(say("saving", "保存しています"))
    make_folder(folder)
    beside = folder / TAXONOMY_FOLDER
    taxonomy: dict[Path, bytes] = {}
    stale: tuple[Path, ...] = ()
    if any(not order.form.inside for order in wanted):
        make_folder(beside)
        if (extension := filing.extension) is not None:
            taxonomy = {beside / each: data for each, data in extension_taxonomy(extension).items()}
            stale = stale_files(extension, beside)
        taxonomy |= {beside / each: data for each, data in build.files((FULL,)).items()}
    written = []
    documents: dict[Path, bytes] = {}
    for order, files in made:
        documents |= {folder / each: data for each, data in reversed(files.items())}  # what is opened first comes last
        written.append(Written(order.form, folder / next(iter(files)), sum(map(len, files.values()))))
    write_files(taxonomy | documents)
    remove(stale)
    return Exported(tuple(written), instance.report, tuple(taxonomy), instance.examined.findings)


@frozen
class _Instance:
    """The instance of a filing, in memory: what every format is judged by."""

    report: Report
    files: Files
    examined: Examined


def _instance(filing: Filing, name: str) -> _Instance:
    report = to_facts(filing)
    files = files_of(Order(registry.DEFAULT), filing, report, name)
    return _Instance(report, files, examined(_opened(files, filing.extension)))


def _opened(files: Files, extension: Extension | None) -> Opened:
    """The document as it will be opened: from its bytes, with what will lie beside it."""
    beside = dict(files)
    if extension is not None:
        beside |= {f"{TAXONOMY_FOLDER}/{each}": data for each, data in extension_taxonomy(extension).items()}
    main = next(iter(files))
    return opened(Source(files[main], main, Memory(beside)), None, DEFAULT_LIMITS)
