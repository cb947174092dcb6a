"""The reader of report packages: nothing in a package is unpacked to disk, and nothing out of it is opened."""

from __future__ import annotations

import posixpath
import re
from typing import Final

from filingexport.declaring import frozen
from filingexport.findings import FilingError, coded
from filingexport.formats import registry
from filingexport.formats.archive import Archive
from filingexport.formats.document import FindTaxonomy, Parsed, Source, is_plain
from filingexport.formats.oim import strict
from filingexport.formats.package.writer import DOCUMENT_TYPE, INLINE, METADATA, OTHER
from filingexport.formats.safe import Limits, parse_xml, too_many
from filingexport.said import Said, say

_REPORTS: Final = "reports"
_CATALOG: Final = "META-INF/catalog.xml"
_OASIS: Final = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}"
_INLINE: Final = (".xhtml", ".html", ".htm")
_OTHERS: Final = (".xbrl", ".json")
_ENDS: Final = {f"{DOCUMENT_TYPE}/xbri": INLINE, f"{DOCUMENT_TYPE}/xbr": OTHER, DOCUMENT_TYPE: ".zip"}


def read(source: Source, taxonomy: FindTaxonomy, limits: Limits) -> Parsed:
    """The one report in this package; raises FilingError where there is none, or several, or the package is not sound."""
    return _Reader(source, limits).read(taxonomy)


@frozen
class Packed:
    """The folder of the report in a package. What the package's catalog has in place of an address begins with /."""

    archive: Archive
    path: str
    top: str
    rewritten: tuple[tuple[str, str], ...]

    def read(self, name: str) -> bytes | None:
        """See `filingexport.formats.document.Folder`."""
        return self.archive.read(self._inside(name))

    def beside(self, name: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
        """See `filingexport.formats.document.Folder`."""
        folder = self._inside(name).rpartition("/")[0] + "/"
        before = name.rpartition("/")[0] + "/" * ("/" in name)
        inside = (each.removeprefix(folder) for each in self.archive.names if each.startswith(folder))
        return tuple(before + each for each in inside if pattern.fullmatch(each))

    def locate(self, address: str) -> str:
        """See `filingexport.formats.document.Folder`."""
        for start, place in self.rewritten:  # the longest first
            if address.startswith(start):
                return self._within(place + address.removeprefix(start)) or address
        if "://" in address or address.startswith("/"):
            return address
        return self._within(f"{self.path}/{address}") or address

    def _inside(self, name: str) -> str:
        if name.startswith("/"):
            return name[1:]
        return f"{self.path}/{name}" if is_plain(name) else ""

    def _within(self, path: str) -> str:
        """The path if it stays in the package, with a / before it."""
        plain = posixpath.normpath(path)
        return f"/{plain}" if plain.startswith(f"{self.top}/") and f"{plain}" in self.archive.names else ""


class _Reader:
    def __init__(self, source: Source, limits: Limits) -> None:
        self.place = source.place
        self.limits = limits
        self.archive = Archive(source.data, source.place, limits, "rpe")

    def wrong(self, code: str, message: Said, inner: str = "") -> FilingError:
        return FilingError([coded(f"rpe:{code}", message, f"{self.place}/{inner}" if inner else self.place)])

    def read(self, taxonomy: FindTaxonomy) -> Parsed:
        tops = {name.partition("/")[0] for name in self.archive.names}
        loose = [name for name in self.archive.names if "/" not in name]
        if len(tops) != 1 or loose:
            raise self.wrong(
                "invalidDirectoryStructure",
                say(
                    "a package holds one folder, and all its files are in it",
                    "パッケージには一つのフォルダがあり、すべてのファイルがその中になければなりません。",
                ),
            )
        [self.top] = tops
        end = self.metadata()
        name = self.report(end)
        data = self.archive.read(name)
        assert data is not None
        place = f"{self.place}/{name.removeprefix(f'{self.top}/')}"
        held = registry.recognised(data, place)
        if held.inside:
            raise self.wrong(
                "incorrectReportType",
                say("a package stands in a package", "パッケージの中にパッケージがあります。"),
                name,
            )
        if (end == INLINE and held.name != "ixbrl") or (end == OTHER and held.name == "ixbrl"):
            raise self.wrong(
                "incorrectReportType",
                say(
                    "a {suffix} package does not hold a report in {format}",
                    "{suffix}のパッケージに{format}形式の報告書は入れられません。",
                    suffix=end,
                    format=held.title,
                ),
                name,
            )
        folder = Packed(self.archive, name.rpartition("/")[0], self.top, self.catalog())
        return held.read(Source(data, place, folder), taxonomy, self.limits)

    def metadata(self) -> str:
        """The end that the name of such a package has: .xbri, .xbr or .zip."""
        end = next((each for each in (INLINE, OTHER, ".zip") if self.place.lower().endswith(each)), "")
        data = self.archive.read(f"{self.top}/{METADATA}")
        if data is None:
            if end in (INLINE, OTHER):
                raise self.wrong(
                    "documentTypeFileExtensionMismatch",
                    say(
                        "a {suffix} package has a file {file}",
                        "{suffix}のパッケージには{file}が必要です。",
                        suffix=end,
                        file=METADATA,
                    ),
                )
            return ".zip"
        whole = strict.parse(data, f"{self.place}/{METADATA}", self.limits, "rpe:invalidJSON")
        info = whole.get("documentInfo") if isinstance(whole, dict) else None
        said = info.get("documentType") if isinstance(info, dict) else None
        if not isinstance(said, str):
            raise self.wrong(
                "invalidJSONStructure",
                say("there is no documentInfo with a documentType", "documentTypeを持つdocumentInfoがありません。"),
                METADATA,
            )
        if said not in _ENDS:
            raise self.wrong(
                "unsupportedReportPackageVersion",
                say(
                    "{type!r} is no type of package that is read",
                    "{type!r}は対応していないパッケージの種類です。",
                    type=said,
                ),
                METADATA,
            )
        if end and end != _ENDS[said]:
            message = say(
                "the package says that it is a {said}, and its name ends with {suffix}",
                "パッケージの種類は{said}ですが、ファイル名の末尾は{suffix}です。",
                said=_ENDS[said],
                suffix=end,
            )
            raise self.wrong("documentTypeFileExtensionMismatch", message)
        return _ENDS[said]

    def report(self, end: str) -> str:
        """The name of the report."""
        folder = f"{self.top}/{_REPORTS}/"
        names = [name.removeprefix(folder) for name in self.archive.names if name.startswith(folder)]
        if not names:
            raise self.wrong(
                "missingReportsDirectory",
                say(
                    "there is no folder {folder}, so no report",
                    "フォルダ{folder}がなく、報告書がありません。",
                    folder=_REPORTS,
                ),
            )
        reports = [name for name in names if name.lower().endswith(_INLINE + _OTHERS) and name.count("/") <= 1]
        at_top = [name for name in reports if "/" not in name]
        reports = at_top or reports
        if not reports:
            raise self.wrong(
                "missingReport",
                say("there is no report in {folder}", "{folder}に報告書がありません。", folder=_REPORTS),
            )
        if len(reports) > 1:
            told = ", ".join(reports[:5])
            message = say(
                "there are {count} reports ({reports}), and one is read; unpack it and name one",
                "報告書が{count}件（{reports}）ありますが、読み込めるのは一件です。展開して一つを指定してください。",
                count=len(reports),
                reports=told,
            )
            raise self.wrong("multipleReports", message)
        ends = {INLINE: _INLINE, OTHER: _OTHERS}.get(end, _INLINE + _OTHERS)
        if not reports[0].lower().endswith(ends):
            raise self.wrong(
                "incorrectReportType",
                say(
                    "a {suffix} package does not hold {report}",
                    "{suffix}のパッケージに{report}は入れられません。",
                    suffix=end,
                    report=reports[0],
                ),
            )
        return folder + reports[0]

    def catalog(self) -> tuple[tuple[str, str], ...]:
        """What addresses begin with, and where in the archive that is; the longest first."""
        data = self.archive.read(f"{self.top}/{_CATALOG}")
        if data is None:
            return ()
        root = parse_xml(data, f"{self.place}/{_CATALOG}", self.limits)
        if len(root) > self.limits.entries:
            raise too_many(f"{self.place}/{_CATALOG}", "entries", self.limits)
        found = {}
        for each in root.iterchildren(f"{_OASIS}rewriteURI"):
            start, prefix = each.get("uriStartString", ""), each.get("rewritePrefix", "")
            if start and "://" not in prefix:
                found[start] = posixpath.normpath(f"{self.top}/META-INF/{prefix}") + "/"
        return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))
