"""The library in a few functions: what the command line does, for programs.

filing = load("samples/iij-2008")          # a source folder, as objects
data = write(filing)                       # an XBRL instance, as bytes
assert read(data, extension=extension_files(filing)) == filing
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from filingexport.collector import collector_paused
from filingexport.examination import examined, looked, opened, source_of
from filingexport.findings import FilingError, Finding, finding
from filingexport.formats import registry
from filingexport.formats.deadline import within
from filingexport.formats.registry import Format
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.model.filing import Filing
from filingexport.names import SCHEMA_FILE, SCHEMA_LOCATION
from filingexport.said import say

# What reads and validates loads nothing of what writes, and starts sooner: see the imports in the functions below.
if TYPE_CHECKING:
    from filingexport.making import Exported, Order, Progress


@collector_paused()
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
    there too (see `extension_files`), as are the other files of a document that has several. A package holds all that.
    Raises FilingError where an object cannot be said in facts, or in this format, or the file cannot be written.
    """
    from filingexport.formats.safe import write_files
    from filingexport.making import Order, extension_folder, files_of_filing, require_sound, write_extension

    require_sound(filing.extension)
    form = _format(format, "" if target is None else str(target))
    name = "filing" if target is None else _stem(Path(target).name, form)
    files = files_of_filing(Order(form), filing, name, schema_location)
    main = next(iter(files))
    if target is not None:
        if (extension := filing.extension) is not None and not form.inside:
            standard = (
                SCHEMA_FILE if "://" not in schema_location else f"{schema_location.rpartition('/')[0]}/{SCHEMA_FILE}"
            )
            write_extension(extension, Path(target).parent / extension_folder(schema_location), standard)
        others = {Path(target).with_name(each): data for each, data in files.items() if each != main}
        write_files({**others, Path(target): files[main]})
    return files[main]


def documents(
    filing: Filing,
    formats: Sequence[str] = (registry.DEFAULT.name,),
    name: str = "filing",
    *,
    schema_location: str = SCHEMA_LOCATION,
) -> dict[str, bytes]:
    """The files of this filing in these formats, name to content, from one walk over its objects.

    formats: of ``xbrl``, ``ixbrl``, ``json``, ``csv``, ``package``, ``xbr`` (`filingexport.formats.registry`).
    name: what the files' names begin with. Raises FilingError as `write` does.
    """
    from filingexport.binding.to_facts import to_facts
    from filingexport.making import Order, files_of, require_sound

    require_sound(filing.extension)
    report = to_facts(filing)
    files: dict[str, bytes] = {}
    for each in formats:
        files |= files_of(Order(registry.named(each)), filing, report, name, schema_location)
    return files


def _format(wanted: str | None, name: str) -> Format:
    if wanted is not None:
        return registry.named(wanted)
    return registry.by_suffix(name) or registry.DEFAULT


def _stem(name: str, form: Format) -> str:
    """The name without what it ends with in this format."""
    end = next((each for each in form.suffixes if name.lower().endswith(each)), "")
    return name[: len(name) - len(end)] or name


def extension_files(filing: Filing) -> dict[str, bytes]:
    """The files of this filing's extension taxonomy: name to content; none without extension. Raises FilingError."""
    from filingexport.making import require_sound
    from filingexport.taxonomy.extension_files import files as extension_taxonomy

    require_sound(filing.extension)
    if filing.extension is None:
        return {}
    return dict(extension_taxonomy(filing.extension))


@collector_paused()
def read(
    source: Path | str | bytes,
    *,
    extension: Mapping[str, bytes] | None = None,
    beside: Mapping[str, bytes] | None = None,
    limits: Limits = DEFAULT_LIMITS,
    findings: list[Finding] | None = None,
) -> Filing:
    """The filing in this document of any format (a file, or its bytes); the inverse of `write`.

    A folder is read as `edinet` lays one out. extension: the files of the company's extension taxonomy, as
    `extension_files` gives them. Without it they are looked for where the document says, in its folder or below, and
    nowhere else. beside: the files in the document's folder, name to content; without it, of a file, the folder on disk.
    findings: a list to which what was noticed is added, such as facts that have no place in the model: they are
    kept in ``filing.unplaced`` and written out again. Raises FilingError, with everything found, where something
    of the document could not be kept, or what every filing must have is missing.
    """
    if not isinstance(source, bytes) and Path(source).is_dir():
        from filingexport import edinet

        return edinet.read(Path(source), limits, findings)
    with within(limits, "document" if isinstance(source, bytes) else str(source)):
        looks = looked(opened(source_of(source, beside, limits), extension, limits))
        filing = looks.whole
    if findings is not None:
        findings += (*looks.lost, *looks.noticed)
    return filing


@collector_paused()
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
    if not isinstance(source, bytes) and Path(source).is_dir():
        from filingexport import edinet

        return edinet.validate(Path(source), limits)
    with within(limits, "document" if isinstance(source, bytes) else str(source)):
        return examined(opened(source_of(source, beside, limits), extension, limits)).findings


def export(
    filing: Filing,
    folder: Path | str,
    name: str,
    formats: Sequence[str] = (registry.DEFAULT.name,),
    progress: Progress = lambda step, done, steps: None,
    *,
    inside: str = "",
    referred: bool = False,
) -> Exported:
    """Write ``<name>.xbrl``, or other formats, into the folder with the taxonomy beside, so that they open elsewhere.

    formats: as of `documents`. inside: what the package ``xbr`` holds, of ``xbrl``, ``json``, ``csv``.
    referred: a package only refers to the standard taxonomy, and does not hold it.
    Nothing is written unless the facts are valid by the taxonomy's XML Schema and every document reads back to an
    equal filing. Facts of ``filing.unplaced`` cannot be valid; they are written all the same, and what is wrong with
    them is in the findings. Raises FilingError.
    """
    from filingexport.making import write_all

    orders = [_order(registry.named(each), inside, referred) for each in dict.fromkeys(formats)]
    return write_all(filing, Path(folder), name, orders, progress)


def _order(form: Format, inside: str, referred: bool, file: str = "") -> Order:
    from filingexport.making import Order

    if inside and form.name == "xbr":
        held = registry.named(inside)
        if held.inside or held.name == "ixbrl":
            message = say(
                "a package {suffix} holds a report without a page: xbrl, json or csv, not {inside}",
                "パッケージ（{suffix}）に入れられるのはページのない形式（xbrl、json、csv）です。{inside}は入れられません。",
                suffix=form.suffix,
                inside=inside,
            )
            raise FilingError([finding("fx:unknownFormat", message)])
        return Order(form, inside, file, referred)
    return Order(form, "", file, referred)


def convert(
    source: Path | str,
    target: Path | str,
    *,
    to: str | None = None,
    inside: str = "",
    referred: bool = False,
    limits: Limits = DEFAULT_LIMITS,
    findings: list[Finding] | None = None,
    progress: Progress = lambda step, done, steps: None,
) -> Exported:
    """The filing in one document, of any format, written as another, with its taxonomy beside; nothing is lost.

    to: the format; None for the one that the target's name tells. inside, referred: as of `export`. findings: as of
    `read`. Raises FilingError as `read` and `export` do.
    """
    from filingexport.making import write_all

    path = Path(target)
    form = registry.named(to) if to is not None else registry.by_suffix(path.name)
    if form is None:
        known = ", ".join(f"{each.name} ({each.suffix})" for each in registry.FORMATS)
        message = say(
            "its name tells no format; name one of: {known}",
            "ファイル名から形式が分かりません。次のいずれかを指定してください: {known}",
            known=known,
        )
        raise FilingError([finding("fx:unknownFormat", message, str(path))])
    filing = read(source, limits=limits, findings=findings)
    # A table's name is none for the metadata file, which is opened first.
    file = "" if path.name.lower().endswith(".csv") else path.name
    return write_all(filing, path.parent, _stem(path.name, form), [_order(form, inside, referred, file)], progress)
