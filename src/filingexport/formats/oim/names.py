"""Prefixed names, both ways: a name is written ``prefix:local``, the prefixes are told once a document (OIM Common 1.0, 4)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from filingexport.findings import Finding, Severity, coded
from filingexport.names import BASE, FX, FX_PREFIX, ISO4217, VERSION_DATE, XBRLI, XSD, free_names, local_name, namespace
from filingexport.said import Said, say

XBRL: Final = "https://xbrl.org/2021"
NOTE: Final = f"{{{XBRL}}}note"
"""The concept of a note (OIM 1.0, 3.4.1)."""
JSON_TYPE: Final = f"{XBRL}/xbrl-json"
CSV_TYPE: Final = f"{XBRL}/xbrl-csv"
CSV_SUFFIX: Final = "-csv.json"
"""What the name of a metadata file of xBRL-CSV ends with, so that it can lie beside the same report in xBRL-JSON."""

RESERVED: Final = {
    "xbrl": XBRL, "xbrli": XBRLI, "xs": XSD, "iso4217": ISO4217,
    "utr": "http://www.xbrl.org/2009/utr", "enum2": "http://xbrl.org/2020/extensible-enumerations-2.0",
}  # fmt: skip
"""Prefixes that always mean the same."""
MAX_ALIASES: Final = 1_000
"""Namespaces, types or groups of links that a document may tell, of each."""
MAX_NAME: Final = 500
"""Characters of the local part of a name: a cell of a table may be the name of many facts."""
KEEPS: Final = "keeps"
"""The local name of our own properties and columns, in the taxonomy's namespace: what a format has no way to say of a fact."""

_NCNAME: Final = re.compile(r"[^\W\d][\w.·-]*")
_URI: Final = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:[!$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]*(#[!$%&'()*+,\-./0-9:;=?@A-Z_a-z~]*)?"
)
_OURS: Final = re.compile(re.escape(BASE.removesuffix(VERSION_DATE)) + r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Prefixes:
    """Hands out prefixes while a document is written; only those used are told."""

    def __init__(self, own: tuple[str, str] | None) -> None:
        """own: prefix and namespace of the company's extension."""
        self.wanted = {uri: prefix for prefix, uri in RESERVED.items()} | {FX: FX_PREFIX}
        if own is not None and own[0] not in self.wanted.values():
            self.wanted[own[1]] = own[0]
        self.used: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.taken = set(self.wanted.values())
        self.free = free_names("ns", self.taken)

    def prefix(self, uri: str, wish: str = "") -> str:
        """The prefix of this namespace; `wish` if it has none yet and that is free."""
        known = self.used.get(uri) or self.wanted.get(uri)
        if known is None:
            known = wish if wish and wish not in self.taken else next(self.free)
            self.taken.add(known)
        self.used[uri] = known
        return known

    def name(self, expanded: str) -> str:
        """The prefixed form of a name in Clark notation."""
        known = self.names.get(expanded)
        if known is None:
            known = self.names[expanded] = f"{self.prefix(namespace(expanded))}:{local_name(expanded)}"
        return known

    def told(self) -> dict[str, str]:
        """The namespaces of the document."""
        return {prefix: uri for uri, prefix in self.used.items()}


class Namespaces:
    """The namespaces that a document tells."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        self.uris = {prefix: uri for prefix, uri in told.items() if isinstance(uri, str)}
        self.names: dict[str, str | None] = {}

    def name(self, prefixed: str) -> str | None:
        """The name in Clark notation; None for what is no name or has no prefix that is told."""
        if prefixed not in self.names:
            prefix, colon, local = prefixed.partition(":")
            uri = self.uris.get(prefix)
            known = colon and uri and len(local) <= MAX_NAME and _NCNAME.fullmatch(local)
            self.names[prefixed] = f"{{{uri}}}{local}" if known else None
        return self.names[prefixed]

    def pair(self, prefixed: str) -> tuple[str, str] | None:
        """The two parts of an SQName (OIM Common 1.0, 4.2): the namespace, and anything without white space."""
        prefix, colon, local = prefixed.partition(":")
        uri = self.uris.get(prefix)
        return (uri, local) if colon and uri and local and local.split() == [local] else None

    def ours(self, property: str) -> bool:
        """Whether this is the property in which we keep what the format has no way to say."""
        name = self.name(property)
        return name is not None and local_name(name) == KEEPS and _OURS.fullmatch(namespace(name)) is not None


def map_findings(
    name: str, told: Mapping[str, Any], reserved: Mapping[str, str], code: str, place: str
) -> list[Finding]:
    """What is wrong with a map of aliases to URIs (OIM Common 1.0, 4.1): namespaces, linkTypes or linkGroups.

    Raises FilingError for more of them, or longer ones, than are taken.
    """
    from filingexport.formats.safe import MAX_ADDRESS, beyond, too_long_address  # only for what reads

    found = []
    if len(told) > MAX_ALIASES:
        said = say("has more than {most} {name}", "{name}が{most}個を超えています", most=f"{MAX_ALIASES:,}", name=name)
        raise beyond(said, place)
    if any(isinstance(uri, str) and len(uri) > MAX_ADDRESS for uri in told.values()):
        raise too_long_address(place)
    seen: dict[str, str] = {}
    by_uri = {uri: alias for alias, uri in reserved.items()}
    for alias, uri in told.items():
        at = f"{place}#/documentInfo/{name}/{alias}"
        if not _NCNAME.fullmatch(alias) and alias != "_":
            found.append(
                coded(
                    f"{code}:invalidJSONStructure",
                    say(
                        "{alias!r} is no alias (an XML name without colon)",
                        "{alias!r}は別名（コロンのないXML名）として使えません。",
                        alias=alias,
                    ),
                    at,
                )
            )
        elif not isinstance(uri, str):
            found.append(
                coded(f"{code}:invalidJSONStructure", say("a URI belongs here", "URIを記載してください。"), at)
            )
        elif not _URI.fullmatch(uri):
            found.append(
                coded(
                    "oimce:invalidURI",
                    say("{uri!r} is no absolute URI", "{uri!r}は絶対URIではありません。", uri=uri),
                    at,
                )
            )
        elif reserved.get(alias, uri) != uri:
            found.append(
                coded(
                    "oimce:invalidURIForReservedAlias",
                    say(
                        "{alias!r} always means {uri}",
                        "{alias!r}は常に{uri}を指します。",
                        alias=alias,
                        uri=reserved[alias],
                    ),
                    at,
                )
            )
        elif by_uri.get(uri, alias) != alias:
            found.append(
                coded(
                    "oimce:invalidAliasForReservedURI",
                    say(
                        "{uri} always has the alias {alias!r}",
                        "{uri}の別名は常に{alias!r}です。",
                        uri=uri,
                        alias=by_uri[uri],
                    ),
                    at,
                )
            )
        elif uri in seen:
            found.append(
                coded(
                    "oimce:multipleAliasesForURI",
                    say(
                        "{uri} has the alias {alias!r} already",
                        "{uri}には既に別名{alias!r}があります。",
                        uri=uri,
                        alias=seen[uri],
                    ),
                    at,
                )
            )
        else:
            seen[uri] = alias
    return found


def property_of_others(name: str, namespaces: Namespaces, told: set[str]) -> tuple[str, Said, Severity] | None:
    """What is to be said of a property that is neither of the format nor ours, and by which code: "" for the format's own of a
    wrong structure. told: properties of another's making that were told of, which is done once of each.
    """
    if ":" not in name:
        message = say(
            "there is no property {property!r} here",
            "{property!r}というプロパティはここにはありません。",
            property=name,
        )
        return "", message, Severity.ERROR
    if namespaces.name(name) is None:
        message = say(
            "the prefix of the property {property!r} is not among the namespaces",
            "プロパティ{property!r}の接頭辞がnamespacesにありません。",
            property=name,
        )
        return "oimce:unboundPrefix", message, Severity.ERROR
    if name in told:
        return None
    told.add(name)
    message = say(
        "the property {property} is of another's making and is not kept",
        "プロパティ{property}は他者が定めたものであり、保持されません。",
        property=name,
    )
    return "fx:structure", message, Severity.WARNING
