"""Validation of instances by XML Schema: libxml2 decides, `explain` says why.

libxml2 compiles the published instance schema in time cubic in the number of items, because every item stands in the
substitution group of ``xbrli:item``. In the copy that it is given, in memory, the choice of items and tuples is
therefore a strict wildcard over our namespace. What the wildcard would let through and the original would not, an
element of ours that is no item, is one look-up in our own list.
"""

from __future__ import annotations

import threading
from functools import cache
from typing import Any, Final

from lxml import etree

from filingexport.findings import FilingError, Finding, finding
from filingexport.model.filing import Filing
from filingexport.names import BASE, FX, LINK, SCHEMA_FILE, XBRLDI, XBRLI, XLINK, XSD, local_name, namespace
from filingexport.taxonomy import standard
from filingexport.taxonomy.network import network
from filingexport.taxonomy.schema import schema

INSTANCE_SCHEMA: Final = "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"
TAXONOMY_URL: Final = f"{BASE}/{SCHEMA_FILE}"
DRIVER: Final = f"""<schema xmlns="{XSD}">
<import namespace="{XBRLI}" schemaLocation="{INSTANCE_SCHEMA}"/>
<import namespace="{LINK}" schemaLocation="http://www.xbrl.org/2003/xbrl-linkbase-2003-12-31.xsd"/>
<import namespace="{XBRLDI}" schemaLocation="http://www.xbrl.org/2006/xbrldi-2006.xsd"/>
<import namespace="{FX}" schemaLocation="{TAXONOMY_URL}"/>
</schema>""".encode()
"""A schema that brings together all that an instance of ours is made of."""
_MAX_SHOWN: Final = 100

_lock = threading.Lock()


class _Catalog(etree.Resolver):
    """Serves the standard schemas from the package, ours from memory, and refuses everything else."""

    def resolve(self, system_url: str | None, public_id: str | None, context: Any) -> Any:
        url = system_url or ""
        if url == TAXONOMY_URL:
            data = schema(network(Filing), {})
        elif (path := standard.path_of(url)) is not None:
            data = path.read_bytes()
            if url == INSTANCE_SCHEMA:
                data = _with_wildcard(data)
        else:
            raise OSError(f"{url!r} is no schema that this taxonomy uses")
        return self.resolve_string(data, context, base_url=url)


def _with_wildcard(data: bytes) -> bytes:
    root = etree.fromstring(data)
    choices = [
        choice
        for choice in root.iter(f"{{{XSD}}}choice")
        if any(str(each.get("ref")).endswith(":item") for each in choice.iterchildren(f"{{{XSD}}}element"))
    ]
    for choice in choices:
        for each in list(choice):
            if str(each.get("ref")).endswith((":item", ":tuple")):
                choice.remove(each)
        etree.SubElement(choice, f"{{{XSD}}}any", {"namespace": FX, "processContents": "strict"})
    return etree.tostring(root)


@cache
def compiled() -> etree.XMLSchema:
    """The schema, compiled once in a process; raises FilingError where the standard schemas are missing."""
    standard.folder()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    parser.resolvers.add(_Catalog())
    return etree.XMLSchema(etree.fromstring(DRIVER, parser, base_url=f"{BASE}/driver.xsd"))


def schema_findings(root: etree._Element, place: str) -> tuple[Finding, ...]:
    """What breaks the taxonomy's XML Schema in this instance; raises FilingError if it refers to another taxonomy."""
    references = [each.get(f"{{{XLINK}}}href", "") for each in root.iterchildren(f"{{{LINK}}}schemaRef")]
    if references and not any(each.rpartition("/")[2] == SCHEMA_FILE for each in references):
        raise FilingError(
            [
                finding(
                    "fx:notOurTaxonomy",
                    f"refers to {references[0]!r}, not to {SCHEMA_FILE}; it is of another taxonomy or version",
                    f"{place}:{root.sourceline}",
                )
            ]
        )
    checker = compiled()
    with _lock:  # one compiled schema keeps one log of errors
        valid = checker.validate(root)
        log = [(each.line, each.message) for each in list(checker.error_log)] if not valid else []
    known = network(Filing).concepts
    # One set of names is enough where all is well; the elements are looked for only where something is not.
    strange = {str(each.tag) for each in root} - known.keys()
    findings = [
        finding(
            "fx:schema",
            f"{local_name(name)} is no item of this taxonomy",
            f"{place}:{each.sourceline}",
            each.get("id", ""),
        )
        for name in sorted(strange)
        if namespace(name) == FX
        for each in root.iterchildren(name)
    ]
    if not valid:
        from filingexport.taxonomy.explain import explain  # the second engine is loaded only for what the first rejects

        try:
            explained = explain(root, place, _MAX_SHOWN)
        except (ArithmeticError, ValueError, TypeError, RecursionError):
            # It stumbles over values such as a year of many digits; then libxml2's own words must do.
            explained = []
        findings += explained or [
            finding("fx:schema", message, f"{place}:{line}") for line, message in log[:_MAX_SHOWN]
        ]
    return tuple(findings)
