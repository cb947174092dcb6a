"""A filing laid out like a submission to EDINET: folders, names of files and manifests. EDINET takes no such notices.

What is followed of EDINET's file specification for submissions, and what is not, is told in docs/formats.md.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import attrs
from lxml import etree

from filingexport.binding.plan import Leaf, PartField, plan
from filingexport.binding.to_facts import to_facts
from filingexport.declaring import frozen
from filingexport.examination import Examined, examined, looked, opened
from filingexport.findings import FilingError, Finding, finding
from filingexport.formats import registry
from filingexport.formats.document import Disk, Document, Files, Memory, OwnTaxonomy, Source
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, make_folder, parse_xml, read_bytes, write_files
from filingexport.making import ADDRESS, require_sound
from filingexport.model.filing import Filing
from filingexport.names import BASE, SCHEMA_FILE, XML
from filingexport.said import say
from filingexport.taxonomy.extension_files import files as extension_files
from filingexport.taxonomy.markup import q, to_bytes

ROOT: Final = "XBRL"
PUBLIC: Final = "PublicDoc"
AUDIT: Final = "AuditDoc"
REPORTS: Final = {PUBLIC: "fxgms000000-cnv-001", AUDIT: "fxaud-aar-001"}
"""Ordinance, form, kind of report and its number, as EDINET's names of files have them; ours are none of EDINET's."""
_TITLES: Final = {
    PUBLIC: {"ja": "株主総会招集通知", "en": "Convocation notice of a general meeting of shareholders"},
    AUDIT: {"ja": "監査報告書", "en": "Audit reports"},
}
_MANIFEST: Final = "http://disclosure.edinet-fsa.go.jp/2013/manifest"
_CODE: Final = re.compile(r"E[0-9]{5}(-[0-9]{3})?")
_SCHEME: Final = "http://disclosure.edinet-fsa.go.jp"


@frozen
class Laid:
    """What was written: the folder ``XBRL`` and the files in it."""

    folder: Path
    files: tuple[Path, ...]


def lay_out(filing: Filing, folder: Path, times: int = 1) -> Laid:
    """Write ``XBRL/PublicDoc`` with the notice and ``XBRL/AuditDoc`` with the audit reports, each with its manifest.

    times: how many times this has been submitted, from 1. Nothing is written unless all of it is valid and reads back
    to an equal filing. Raises FilingError, also where the EDINET code or the date of the notice is missing.
    """
    require_sound(filing.extension)
    name = _name(filing, times)
    made: Files = {}
    for kind, part in _parts(filing).items():
        made |= {f"{kind}/{each}": data for each, data in _documents(part, kind, f"{REPORTS[kind]}_{name}").items()}
    found = _examined(made)
    wrong = [each for examined in found for each in examined.findings]
    if wrong and not filing.unplaced:
        raise FilingError(wrong)
    if _merged(found) != filing:
        raise FilingError(
            [
                finding(
                    "fx:disagree",
                    say(
                        "what was written does not read back equal; nothing was kept",
                        "書き出した内容を読み戻すと元と一致しないため、保存しませんでした。",
                    ),
                    ROOT,
                )
            ]
        )
    root = folder / ROOT
    written = []
    for each in made:
        make_folder((root / each).parent)
        written.append(root / each)
    write_files({root / each: data for each, data in made.items()})
    return Laid(root, tuple(written))


def read(folder: Path, limits: Limits = DEFAULT_LIMITS, findings: list[Finding] | None = None) -> Filing:
    """The filing in such a folder (``XBRL``, or the one that it is in); raises FilingError."""
    filing = None
    for source in _sources(folder, limits):
        looks = looked(opened(source, None, limits))
        part = looks.whole
        if findings is not None:
            findings += (*looks.lost, *looks.noticed)
        filing = part if filing is None else _with_audit(filing, part)
    assert filing is not None
    return filing


def validate(folder: Path, limits: Limits = DEFAULT_LIMITS) -> tuple[Finding, ...]:
    """What is wrong with the documents in such a folder; raises FilingError where there are none."""
    return tuple(
        each for source in _sources(folder, limits) for each in examined(opened(source, None, limits)).findings
    )


# --- parts -------------------------------------------------------------------------------------------------------


def _audit_fields() -> tuple[str, ...]:
    parts = (each for each in plan(Filing).entries if isinstance(each, PartField))
    return tuple(each.attribute for each in parts if each.plan.cls.__module__.startswith("filingexport.model.audit"))


def _head_fields() -> tuple[str, ...]:
    """What every filing must have."""
    required = (each for each in plan(Filing).entries if isinstance(each, (Leaf, PartField)) and each.required)
    return tuple(each.attribute for each in required)


def _parts(filing: Filing) -> dict[str, Filing]:
    """The filing in two: the notice, and the audit reports if there are any."""
    audit: dict[str, Any] = {name: getattr(filing, name) for name in _audit_fields()}
    if not any(audit.values()):
        return {PUBLIC: filing}
    head: dict[str, Any] = {name: getattr(filing, name) for name in (*_head_fields(), "extension")} | audit
    absent: dict[str, Any] = dict.fromkeys(audit)
    return {PUBLIC: attrs.evolve(filing, **absent), AUDIT: Filing(**head)}


def _with_audit(filing: Filing, reports: Filing) -> Filing:
    audit: dict[str, Any] = {name: getattr(reports, name) for name in _audit_fields()}
    return attrs.evolve(filing, **audit)


def _name(filing: Filing, times: int) -> str:
    """Code, last day of the year, times of submission and day of submission."""
    company = filing.company
    code = company.edinet_code or (company.identifier if company.identifier_scheme == _SCHEME else "")
    wrong = []
    if not _CODE.fullmatch(code):
        wrong.append(
            finding(
                "fx:missing",
                say(
                    "EDINET's names of files need the EDINET code",
                    "EDINETのファイル名にはEDINETコードが必要です。会社のEDINETコードを記入してください。",
                ),
                path="company.edinet_code",
            )
        )
    day = None if filing.notice is None else filing.notice.notice_date
    if day is None:
        wrong.append(
            finding(
                "fx:missing",
                say(
                    "EDINET's names of files need the day of the notice",
                    "EDINETのファイル名には招集通知の日付が必要です。記入してください。",
                ),
                path="notice.notice_date",
            )
        )
    if not 1 <= times <= 99:
        wrong.append(
            finding(
                "fx:value",
                say(
                    "a filing is submitted 1 to 99 times, not {times}",
                    "提出回数は1から99までです（指定は{times}）。",
                    times=times,
                ),
            )
        )
    if wrong:
        raise FilingError(wrong)
    return f"{code if '-' in code else f'{code}-000'}_{filing.fiscal_year_end}_{times:02}_{day}"


# --- documents ---------------------------------------------------------------------------------------------------


def _documents(filing: Filing, kind: str, name: str) -> Files:
    own = None
    made: Files = {}
    if (extension := filing.extension) is not None:
        own = OwnTaxonomy(extension.prefix, extension.dated_namespace, extension.schema_file)
        made |= extension_files(extension, f"{BASE}/{SCHEMA_FILE}")
    document = Document(filing, to_facts(filing), name, ADDRESS, own)
    page = f"0101010_honbun_{name}_ixbrl.htm"
    [made[page]] = registry.named("ixbrl").write(document).values()
    [(instance, made[instance])] = registry.DEFAULT.write(document).items()
    made[f"manifest_{kind}.xml"] = _manifest(kind, instance, page)
    return made


def _manifest(kind: str, instance: str, page: str) -> bytes:
    root = etree.Element(q(_MANIFEST, "manifest"), nsmap={None: _MANIFEST})
    composition = etree.SubElement(root, q(_MANIFEST, "tocComposition"))
    for language, title in _TITLES[kind].items():
        etree.SubElement(composition, q(_MANIFEST, "title"), {q(XML, "lang"): language}).text = title
    listed = etree.SubElement(root, q(_MANIFEST, "list"))
    attributes = {"id": kind, "type": kind, "preferredFilename": instance}
    each = etree.SubElement(listed, q(_MANIFEST, "instance"), attributes)
    etree.SubElement(each, q(_MANIFEST, "ixbrl")).text = page
    return to_bytes(root)


def _examined(made: Files) -> list[Examined]:
    found = []
    for kind in (PUBLIC, AUDIT):
        inside = {name.removeprefix(f"{kind}/"): data for name, data in made.items() if name.startswith(f"{kind}/")}
        for name, data in inside.items():
            if name.endswith((".xbrl", ".htm")):
                found.append(examined(opened(Source(data, name, Memory(inside)), None, DEFAULT_LIMITS)))
    return found


def _merged(found: list[Examined]) -> Filing | None:
    """The filing that pages and instances both say; None if they differ or one says none."""
    filings = [each.filing for each in found]
    pairs = list(zip(filings[::2], filings[1::2], strict=True))
    if any(one is None or one != other for one, other in pairs):
        return None
    merged = pairs[0][0]
    for part, _ in pairs[1:]:
        assert merged is not None
        assert part is not None
        merged = _with_audit(merged, part)
    return merged


def _sources(folder: Path, limits: Limits) -> list[Source]:
    """The instances that the manifests name, the notice first."""
    root = folder / ROOT if (folder / ROOT).is_dir() else folder
    found = []
    for kind in (PUBLIC, AUDIT):
        path = root / kind / f"manifest_{kind}.xml"
        if not path.is_file():
            if kind == PUBLIC:
                message = say(
                    "is a folder without {kind}/manifest_{kind}.xml; name a file",
                    "フォルダに{kind}/manifest_{kind}.xmlがありません。ファイルを指定してください。",
                    kind=kind,
                )
                raise FilingError([finding("fx:unreadable", message, str(folder))])
            continue
        disk = Disk(path.parent, limits)
        manifest = parse_xml(read_bytes(path, limits), path.name, limits)
        for each in manifest.iter(q(_MANIFEST, "instance")):
            name = each.get("preferredFilename", "")
            data = disk.read(name)
            if data is None:
                message = say(
                    "names {file!r}, which is not beside it",
                    "{file!r}を参照していますが、同じフォルダにありません。",
                    file=name,
                )
                raise FilingError([finding("fx:reference", message, f"{path.name}:{each.sourceline}")])
            found.append(Source(data, name, disk))
    if not found:
        raise FilingError(
            [
                finding(
                    "fx:missing",
                    say("the manifest names no instance", "マニフェストにインスタンスの指定がありません。"),
                    str(root),
                )
            ]
        )
    return found
