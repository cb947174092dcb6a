"""Prose on a page: the XHTML subset of text blocks, where the schema of Inline XBRL 1.1 takes it as it is, and where not.

That schema has the modules of XHTML 1.1: no ``u``, no ``start`` of a list, and a table has one head, before its bodies.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from filingexport.model import xhtml

_SUSPECT: Final = re.compile(r"<u>|<u/>|<ol start|<table>")


def fits(fragment: str) -> bool:
    """Whether this canonical fragment may stand in an inline document as it is."""
    if not _SUSPECT.search(fragment):
        return True
    for element in _iter(fragment):
        if element.tag == "u" or element.get("start") is not None:
            return False
        if element.tag == "table" and not _well_built(element):
            return False
    return True


def _well_built(table: etree._Element) -> bool:
    tags = [child.tag for child in table]
    heads = tags.count("thead")
    return "tbody" in tags and (heads == 0 or (heads == 1 and tags[0] == "thead"))


def _iter(fragment: str) -> list[etree._Element]:
    return [element for top in xhtml.elements(fragment) for element in top.iter()]


def shown(fragment: str) -> tuple[str, set[int]]:
    """The fragment with what the schema does not take said by classes, and the numbers at which lists start.

    ``u`` is a span of class ``u``, a list that starts at 3 has the class ``from-3``.
    """
    starts: set[int] = set()
    tops = xhtml.elements(fragment)
    for top in tops:
        for element in list(top.iter()):
            if element.tag == "u":
                element.tag = "span"
                element.set("class", "u")
            elif element.tag == "ol" and (start := element.get("start")) is not None:
                del element.attrib["start"]
                element.set("class", f"from-{int(start)}")
                starts.add(int(start))
            elif element.tag == "table" and not _well_built(element):
                for child in element:
                    child.tag = "tbody"
    return "".join(etree.tostring(top, encoding="unicode", with_tail=False) for top in tops), starts
