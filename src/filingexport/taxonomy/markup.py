"""Elements of schemas and linkbases, made short: the shapes that every linkbase repeats."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from lxml import etree

from filingexport.names import FX, FX_PREFIX, LINK, SCHEMA_FILE, XLINK, XSD, XSI, local_name


def q(namespace: str, name: str) -> str:
    """An expanded name."""
    return f"{{{namespace}}}{name}"


def identifier(name: str) -> str:
    """The id of an element declaration, by which linkbases refer to it."""
    return f"{FX_PREFIX}_{local_name(name)}"


def href(name: str) -> str:
    """The address of an element declaration, from a linkbase beside the schema."""
    return f"{SCHEMA_FILE}#{identifier(name)}"


def linkbase(*, compact: bool = False, **more: str) -> etree._Element:
    """An empty linkbase; `more` are further prefixes. A compact one has no prefix for its own elements."""
    spaces: dict[str | None, str] = {None if compact else "link": LINK, "xlink": XLINK}
    if not compact:
        spaces["xsi"] = XSI
    spaces.update(more)
    return etree.Element(q(LINK, "linkbase"), nsmap=spaces)


def role_ref(parent: etree._Element, role: str, where: str) -> None:
    """Say where a role is declared."""
    etree.SubElement(parent, q(LINK, "roleRef"), {"roleURI": role, q(XLINK, "type"): "simple", q(XLINK, "href"): where})


def arcrole_ref(parent: etree._Element, arcrole: str, where: str) -> None:
    """Say where an arcrole is declared."""
    etree.SubElement(
        parent, q(LINK, "arcroleRef"), {"arcroleURI": arcrole, q(XLINK, "type"): "simple", q(XLINK, "href"): where}
    )


class ExtendedLink:
    """An extended link with one locator an item.

    address: where an item is declared. compact: labels are short (c1, r1), not the names of the items; for the links
    that hold every item, in which nobody follows an arc by eye.
    """

    def __init__(
        self,
        parent: etree._Element,
        kind: str,
        role: str,
        address: Callable[[str], str] = href,
        *,
        compact: bool = False,
    ) -> None:
        self.address = address
        self.compact = compact
        self.element = etree.SubElement(parent, q(LINK, kind), {q(XLINK, "type"): "extended", q(XLINK, "role"): role})
        self._located: dict[str, str] = {}
        self._resources = 0

    def locate(self, name: str, variant: str = "") -> str:
        """The label of the locator for this item; another locator for each `variant`."""
        key = local_name(name) + (f".{variant}" if variant else "")
        if key not in self._located:
            label = f"c{len(self._located) + 1}" if self.compact else key
            self._located[key] = self.group(label, (name,))
        return self._located[key]

    def group(self, label: str, names: Iterable[str]) -> str:
        """Locators of these items under one label: an arc from it leads from each of them (XBRL 2.1, 3.5.3.9)."""
        for name in names:
            attributes = {q(XLINK, "type"): "locator", q(XLINK, "href"): self.address(name), q(XLINK, "label"): label}
            etree.SubElement(self.element, q(LINK, "loc"), attributes)
        return label

    def next_resource(self) -> str:
        """A short label for one or several resources."""
        self._resources += 1
        return f"r{self._resources}"

    def arc(self, kind: str, arcrole: str, source: str, target: str, **attributes: str) -> etree._Element:
        """An arc between two labels."""
        ends = {q(XLINK, "type"): "arc", q(XLINK, "arcrole"): arcrole, q(XLINK, "from"): source, q(XLINK, "to"): target}
        return etree.SubElement(self.element, q(LINK, kind), ends, None, **attributes)

    def resource(self, kind: str, label: str, role: str, text: str | None, language: str | None) -> etree._Element:
        """A resource: a label or a reference."""
        element = etree.SubElement(
            self.element, q(LINK, kind),
            {q(XLINK, "type"): "resource", q(XLINK, "label"): label, q(XLINK, "role"): role},
        )  # fmt: skip
        if language is not None:
            element.set("{http://www.w3.org/XML/1998/namespace}lang", language)
        element.text = text
        return element


def to_bytes(root: etree._Element, *, compact: bool = False) -> bytes:
    """The document with a declaration, an element a line, indented unless compact, and a line end at its end."""
    etree.indent(root, "" if compact else " ")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


XSD_NAMESPACES: Final[dict[str | None, str]] = {None: XSD, FX_PREFIX: FX, "link": LINK, "xlink": XLINK, "xsi": XSI}
