"""The one way in which XML that others wrote is parsed."""

from __future__ import annotations

from lxml import etree


def parser() -> etree.XMLParser:
    """A new parser: no entities, no network, no DTD, nothing repaired, libxml2's own bounds on depth and text."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=True,
        collect_ids=False,
    )
