"""The one way in which XML that others wrote is parsed."""

from __future__ import annotations

from typing import Any, Final

from lxml import etree

_SAFE: Final[dict[str, Any]] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "attribute_defaults": False,
    "huge_tree": False,
    "recover": False,
    "remove_comments": True,
    "remove_pis": True,
    "strip_cdata": True,
    "collect_ids": False,
}
STREAMED: Final = {name: value for name, value in _SAFE.items() if name != "collect_ids"}
"""The same for ``etree.iterparse``, for documents that are looked at element by element."""


def parser() -> etree.XMLParser:
    """A new parser: no entities, no network, no DTD, nothing repaired, libxml2's own bounds on depth and text."""
    made: etree.XMLParser = etree.XMLParser(**_SAFE)
    return made
