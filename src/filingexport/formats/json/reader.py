"""The reader of xBRL-JSON, strict: what the specification forbids is told with its code, what cannot be kept is told too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urljoin

from filingexport.findings import FilingError, Finding, Severity, coded
from filingexport.formats.document import FindTaxonomy, Parsed, Source
from filingexport.formats.oim import strict
from filingexport.formats.oim.decoding import Decoder
from filingexport.formats.oim.names import (
    JSON_TYPE,
    MAX_NAME,
    RESERVED,
    Namespaces,
    map_findings,
    property_of_others,
)
from filingexport.formats.oim.notes import GROUP, RESERVED_LINKS
from filingexport.formats.safe import Limits, check_schemas
from filingexport.names import ROLE_LINK
from filingexport.said import Said, say

_CODE: Final = "xbrlje"
_STRUCTURE: Final = f"{_CODE}:invalidJSONStructure"
_INFO: Final = frozenset({"documentType", "features", "namespaces", "linkTypes", "linkGroups", "taxonomy", "baseURL"})
_FACT: Final = frozenset({"value", "decimals", "dimensions", "links"})


def read(source: Source, taxonomy: FindTaxonomy, limits: Limits) -> Parsed:
    """The report in this document; raises FilingError where there is none."""
    return _Reader(source, limits).read(taxonomy)


def _step(name: str) -> str:
    return "/" + name.replace("~", "~0").replace("/", "~1")


class _Reader:
    def __init__(self, source: Source, limits: Limits) -> None:
        self.source = source
        self.place = source.place
        self.limits = limits
        self.findings: list[Finding] = []
        self.ignored: set[str] = set()

    def wrong(self, code: str, message: Said, pointer: str) -> None:
        self.findings.append(coded(code, message, f"{self.place}#{pointer}"))

    def read(self, taxonomy: FindTaxonomy) -> Parsed:
        whole = strict.parse(self.source.data, self.place, self.limits, f"{_CODE}:invalidJSON")
        info = whole.get("documentInfo") if isinstance(whole, dict) else None
        if not isinstance(info, dict):
            raise FilingError(
                [
                    coded(
                        _STRUCTURE,
                        say(
                            "it has no object documentInfo, so it is no xBRL-JSON",
                            "documentInfoオブジェクトがなく、xBRL-JSONではありません。",
                        ),
                        self.place,
                    )
                ]
            )
        if info.get("documentType") != JSON_TYPE:
            message = say(
                "its documentType is {said!r}, not {wanted!r}",
                "documentTypeが{said!r}であり、{wanted!r}ではありません。",
                said=info.get("documentType"),
                wanted=JSON_TYPE,
            )
            raise FilingError([coded("oimce:unsupportedDocumentType", message, f"{self.place}#/documentInfo")])
        namespaces = Namespaces(self.map(info, "namespaces", RESERVED))
        self.types = self.map(info, "linkTypes", RESERVED_LINKS)
        self.groups = self.map(info, "linkGroups", RESERVED_LINKS)
        self.extensions(info, _INFO, namespaces, "/documentInfo")
        self.extensions(whole, frozenset({"documentInfo", "facts"}), namespaces, "")
        schemas = self.schemas(info)
        facts = whole.get("facts", {})
        if not isinstance(facts, dict):
            self.wrong(_STRUCTURE, say("an object belongs here", "オブジェクトを記載してください。"), "/facts")
            facts = {}
        vocabulary = taxonomy(schemas, self.source)
        self.decoder = Decoder(namespaces, vocabulary, _CODE, self.place, self.limits)
        links = [link for identifier, said in facts.items() for link in self.fact(identifier, said, namespaces)]
        for identifier, arcrole, targets, place in links:
            self.decoder.link(identifier, arcrole, targets, place)
        try:
            report = self.decoder.report()
        except FilingError as error:
            raise FilingError([*self.findings, *error.findings]) from None
        return Parsed(report, (*self.findings, *self.decoder.findings), schemas)

    # --- documentInfo ----------------------------------------------------------------------------------------

    def map(self, info: dict[str, Any], name: str, reserved: dict[str, str]) -> dict[str, str]:
        told = info.get(name, {})
        if not isinstance(told, dict):
            self.wrong(
                _STRUCTURE, say("an object belongs here", "オブジェクトを記載してください。"), f"/documentInfo/{name}"
            )
            return {}
        self.findings += map_findings(name, told, reserved, _CODE, self.place)
        return {alias: uri for alias, uri in told.items() if isinstance(uri, str)}

    def schemas(self, info: dict[str, Any]) -> tuple[str, ...]:
        told = info.get("taxonomy")
        if not isinstance(told, list) or not all(isinstance(each, str) for each in told):
            self.wrong(
                _STRUCTURE,
                say(
                    "a list of the taxonomy's schemas belongs here", "タクソノミのスキーマのリストを記載してください。"
                ),
                "/documentInfo/taxonomy",
            )
            return ()
        if not told:
            self.wrong(
                "oime:noTaxonomy",
                say("there is no schema, so no taxonomy", "スキーマがないため、タクソノミが分かりません。"),
                "/documentInfo/taxonomy",
            )
        check_schemas(told, self.place)
        base = info.get("baseURL", "")
        if not isinstance(base, str) or (base and "://" not in base):
            self.wrong(
                "oime:invalidBaseURL",
                say("{url!r} is no absolute URL", "{url!r}は絶対URLではありません。", url=base),
                "/documentInfo/baseURL",
            )
            base = ""
        check_schemas((base,), self.place)
        return tuple(urljoin(base, each) if base else each for each in told)

    def extensions(
        self, said: dict[str, Any], known: frozenset[str], namespaces: Namespaces, pointer: str
    ) -> dict[str, Any]:
        """What our own writer keeps in this object. Of other properties each name is told of once."""
        kept: dict[str, Any] = {}
        if said.keys() <= known:
            return kept
        for name in said:  # in the order in which they stand: a set has none
            if name in known:
                continue
            if namespaces.ours(name):
                if isinstance(said[name], dict):
                    kept = said[name]
                else:
                    self.wrong(
                        _STRUCTURE,
                        say("{what} is no object", "{what}がオブジェクトではありません。", what=name),
                        pointer,
                    )
            elif (said_of_it := property_of_others(name, namespaces, self.ignored)) is not None:
                code, message, severity = said_of_it
                self.findings.append(coded(code or _STRUCTURE, message, f"{self.place}#{pointer}", "", severity))
        return kept

    # --- facts -----------------------------------------------------------------------------------------------

    def fact(self, identifier: str, said: Any, namespaces: Namespaces) -> Iterator[tuple[str, str, list[str], str]]:
        """Take in a fact; yields its links: its id, the type, the ids they lead to, the place."""
        self.decoder.broken.add(identifier)  # until it is read
        pointer = f"/facts{_step(identifier if len(identifier) <= MAX_NAME else f'{identifier[:MAX_NAME]}…')}"
        if not identifier:
            self.wrong(_STRUCTURE, say("the id of a fact is empty", "事実のidが空です。"), pointer)
            return
        if not isinstance(said, dict):
            self.wrong(_STRUCTURE, say("a fact is an object", "事実はオブジェクトで記載してください。"), pointer)
            return
        kept: dict[str, Any] = {}
        if said.keys() - _FACT:
            kept = self.extensions(said, _FACT, namespaces, pointer)
        dimensions = said.get("dimensions")
        value = said.get("value", ...)
        if not isinstance(dimensions, dict) or not (value is None or isinstance(value, str)):
            self.wrong(
                _STRUCTURE,
                say(
                    "a fact has dimensions, an object, and a value, which is text or null",
                    "事実には、dimensions（オブジェクト）とvalue（文字列又はnull）が必要です。",
                ),
                pointer,
            )
            return
        for name, each in dimensions.items():
            if not isinstance(each, str) and (each is not None or ":" not in name):
                self.wrong(
                    _STRUCTURE,
                    say("the value of a dimension is text", "次元の値は文字列で記載してください。"),
                    f"{pointer}/dimensions{_step(name)}",
                )
                return
        if "decimals" in said and said["decimals"] is None:
            self.wrong(
                _STRUCTURE,
                say(
                    "decimals is a whole number; leave it out for exact",
                    "decimalsは整数で記載してください。正確な値の場合は記載しません。",
                ),
                pointer,
            )
            return
        self.decoder.broken.discard(identifier)
        self.decoder.add(identifier, dimensions, value, said.get("decimals"), kept, f"{self.place}#{pointer}")
        if "links" in said:
            yield from self.links(identifier, said["links"], f"{pointer}/links")

    def links(self, identifier: str, said: Any, pointer: str) -> Iterator[tuple[str, str, list[str], str]]:
        if not isinstance(said, dict):
            self.wrong(_STRUCTURE, say("an object belongs here", "オブジェクトを記載してください。"), pointer)
            return
        for alias, groups in said.items():
            at = pointer + _step(alias)
            arcrole = self.types.get(alias)
            if arcrole is None:
                self.wrong(
                    f"{_CODE}:unknownLinkType",
                    say("{alias!r} is not among the linkTypes", "{alias!r}はlinkTypesにありません。", alias=alias),
                    at,
                )
                continue
            if not isinstance(groups, dict):
                self.wrong(_STRUCTURE, say("an object belongs here", "オブジェクトを記載してください。"), at)
                continue
            for group, targets in groups.items():
                if group not in self.groups:
                    self.wrong(
                        f"{_CODE}:unknownLinkGroup",
                        say(
                            "{alias!r} is not among the linkGroups", "{alias!r}はlinkGroupsにありません。", alias=group
                        ),
                        at + _step(group),
                    )
                elif not isinstance(targets, list) or not all(isinstance(each, str) for each in targets):
                    self.wrong(
                        _STRUCTURE,
                        say("a list of ids belongs here", "idのリストを記載してください。"),
                        at + _step(group),
                    )
                else:
                    if self.groups[group] != ROLE_LINK:
                        message = say(
                            "the link group {group} is read as {standard!r}, the standard one",
                            "リンクグループ{group}は、標準の{standard!r}として読み込みます。",
                            group=self.groups[group],
                            standard=GROUP,
                        )
                        self.findings.append(coded("fx:structure", message, f"{self.place}#{at}", "", Severity.WARNING))
                    yield identifier, arcrole, targets, f"{self.place}#{at}"
