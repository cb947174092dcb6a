"""Why an instance is rejected, in words with the path of the field: by xmlschema, a second engine."""

from __future__ import annotations

import threading
from functools import lru_cache
from typing import Any, cast

import xmlschema
from lxml import etree

from filingexport.findings import Finding, finding
from filingexport.model.extension import Extension
from filingexport.model.filing import Filing
from filingexport.names import local_name
from filingexport.reasons import reason
from filingexport.said import NOTHING_SAID, say
from filingexport.taxonomy import standard
from filingexport.taxonomy.entry_points import FULL
from filingexport.taxonomy.entry_points import schema as entry_schema
from filingexport.taxonomy.extension_files import files
from filingexport.taxonomy.network import network
from filingexport.taxonomy.schema import schema

_XBRLDI_SCHEMA = "http://www.xbrl.org/2006/xbrldi-2006.xsd"


def _to_local(url: str) -> str:
    found = standard.path_of(url)
    return found.as_uri() if found is not None else url


_compiling = threading.Lock()


def engine(extension: Extension | None = None) -> xmlschema.XMLSchema10:
    """The taxonomy's schema in xmlschema, with nothing changed in the standard ones; compiled once in a process."""
    with _compiling:  # it takes seconds; threads that need it wait for the first one
        return _engine(extension)


@lru_cache(maxsize=8)
def _engine(extension: Extension | None) -> xmlschema.XMLSchema10:
    compiled = xmlschema.XMLSchema10(
        schema(network(Filing)).decode("utf-8"),
        uri_mapper=_to_local, allow="local", defuse="always", use_location_hints=False, build=False,
    )  # fmt: skip
    if extension is not None:
        compiled.add_schema(entry_schema(FULL, {}).decode("utf-8"))
        compiled.add_schema(files(extension)[extension.schema_file].decode("utf-8"))
    compiled.add_schema(_to_local(_XBRLDI_SCHEMA), build=True)
    return compiled


def explain(root: etree._Element, place: str, most: int, extension: Extension | None = None) -> list[Finding]:
    """At most `most` findings, each with the line, the path of the field and the reason."""
    findings: list[Finding] = []
    for error in engine(extension).iter_errors(cast(Any, root)):
        element = error.elem
        line = getattr(element, "sourceline", None) or root.sourceline
        path = element.get("id", "") if element is not None else ""
        name = local_name(str(element.tag)) if element is not None else say("the document", "文書")
        value = (element.text or "").strip() if element is not None else ""
        shown = NOTHING_SAID
        if value and element is not None and len(element) == 0:
            shown = say(" {value!r}", "の値{value!r}", value=value[:40])
        why = reason(" ".join((error.reason or error.message or "is not valid").split()))
        findings.append(
            finding(
                "fx:schema",
                say(
                    "{element}{value}: {why}",
                    "{element}{value}がXMLスキーマに反しています（{why}）。",
                    element=name,
                    value=shown,
                    why=why,
                ),
                f"{place}:{line}",
                path,
            )
        )
        if len(findings) >= most:
            break
    return findings
