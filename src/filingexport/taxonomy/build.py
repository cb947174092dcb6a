"""The files of the taxonomy from the classes, and whether the committed ones are in step."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from filingexport.findings import Finding, finding
from filingexport.formats.safe import making, write_files
from filingexport.model.filing import Filing
from filingexport.names import SCHEMA_FILE
from filingexport.said import say
from filingexport.taxonomy import entry_points as entry_points_module
from filingexport.taxonomy import formula, linkbases
from filingexport.taxonomy.entry_points import ENTRY_POINTS, EntryPoint
from filingexport.taxonomy.network import network
from filingexport.taxonomy.schema import schema

_STEM = SCHEMA_FILE.removesuffix(".xsd")
_LINKBASE_ROLE = "http://www.xbrl.org/2003/role/"


@cache
def files(entry_points: tuple[EntryPoint, ...] = ENTRY_POINTS) -> dict[str, bytes]:
    """Name and content of each file for these entry points; the same classes give the same bytes."""
    whole = network(Filing)
    common = {
        f"{_STEM}-lab.xml": (linkbases.labels(whole), "labelLinkbaseRef"),
        f"{_STEM}-def.xml": (linkbases.definition(whole), "definitionLinkbaseRef"),
    }
    documents = {}
    if any(entry_point.documented for entry_point in entry_points):
        documents = {
            f"{_STEM}-doc.xml": (linkbases.documentation(whole), "labelLinkbaseRef"),
            f"{_STEM}-ref.xml": (linkbases.references(whole), "referenceLinkbaseRef"),
        }
    formulas = {}
    if any(entry_point.formulas for entry_point in entry_points):
        formulas = {formula.FILE: (formula.linkbase(), "")}
    built = {SCHEMA_FILE: schema(whole)}
    networks: dict[str, tuple[bytes, str]] = {}
    for entry_point in entry_points:
        own = _networks(entry_point)
        opened = {**common, **(documents if entry_point.documented else {}), **own}
        opened |= formulas if entry_point.formulas else {}
        references = {name: _LINKBASE_ROLE + role if role else "" for name, (_, role) in opened.items()}
        built[entry_point.file] = entry_points_module.schema(entry_point, references)
        networks |= own
    return built | {name: data for name, (data, _) in {**networks, **common, **documents, **formulas}.items()}


def _networks(entry_point: EntryPoint) -> dict[str, tuple[bytes, str]]:
    """Presentation and calculation of an entry point; those that open the same sections share them."""
    shown = entry_points_module.network_of(entry_point)
    key = next(each.key for each in ENTRY_POINTS if each.parts == entry_point.parts)
    own = {f"{_STEM}-{key}-pre.xml": (linkbases.presentation(shown), "presentationLinkbaseRef")}
    if any(section.sums for section in shown.sections.values()):
        own[f"{_STEM}-{key}-cal.xml"] = (linkbases.calculation(shown), "calculationLinkbaseRef")
    return own


def write(folder: Path, entry_points: tuple[EntryPoint, ...] = ENTRY_POINTS) -> tuple[Path, ...]:
    """Write the taxonomy into this folder and remove what an older one left there; raises FilingError."""
    wanted = files(entry_points)
    with making(folder):
        folder.mkdir(parents=True, exist_ok=True)
        # Never by way of a symbolic link: what it leads to is somebody else's.
        found = () if folder.is_symlink() else folder.glob("filingexport-*.x*")
        stale = [each for each in found if each.name not in wanted and not each.is_symlink()]
    write_files({folder / name: data for name, data in wanted.items()})
    for each in stale:
        each.unlink()
    return tuple(folder / name for name in wanted)


def check(folder: Path) -> tuple[Finding, ...]:
    """What in this folder is not what the classes give; empty if all is in step."""
    findings = []
    for name, data in files().items():
        path = folder / name
        if not path.is_file():
            findings.append(
                finding(
                    "fx:missing",
                    say(
                        "is missing; run: filingexport taxonomy build",
                        "ファイルがありません。filingexport taxonomy buildを実行してください。",
                    ),
                    str(path),
                )
            )
        elif path.read_bytes() != data:
            findings.append(
                finding(
                    "fx:disagree",
                    say(
                        "is not what the classes give; run: filingexport taxonomy build",
                        "クラスの定義と一致しません。filingexport taxonomy buildを実行してください。",
                    ),
                    str(path),
                )
            )
    for path in sorted(folder.glob("filingexport-*.x*")):
        if path.name not in files():
            findings.append(
                finding(
                    "fx:unknownFile",
                    say(
                        "is of no taxonomy that the classes give",
                        "クラスの定義によるタクソノミのファイルではありません。",
                    ),
                    str(path),
                )
            )
    return tuple(findings)
