"""What a taxonomy's files say, as a plain structure: of any version of ours, or of a company's extension.

`network` is what the classes declare; this is what is written in files, whoever wrote them. Names are in Clark
notation with the date of their namespace left out (`undated`), so that two versions can be laid side by side.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from attrs import field

from filingexport.declaring import frozen

ElementKind = Literal["item", "heading", "axis", "domain or member", "table"]
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def undated(text: str) -> str:
    """The same namespace, role or file name without the date of its version."""
    return _DATE.sub("DATE", text)


def date_of(namespace: str) -> str:
    """The date of the version in a namespace, "" for one without."""
    found = _DATE.search(namespace)
    return found[0] if found else ""


@frozen
class Element:
    """One element declaration. kind: "table" is a hypercube or its line items. type: the expanded name, undated.

    values: those that a closed list allows. domain: what declares the values of a typed axis.
    """

    name: str
    kind: ElementKind
    type: str
    period: str
    balance: str
    nillable: bool
    values: tuple[str, ...] = ()
    domain: str = ""


@frozen
class Reference:
    """A reference to law or another standard: its role (the last step of it) and its parts in order."""

    role: str
    parts: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        said = ", ".join(f"{name.lower()} {text}" if name != "Name" else text for name, text in self.parts)
        return said if self.role == "reference" else f"{said} ({self.role})"


@frozen(eq=False)
class Contents:
    """All that is read of a taxonomy. Keys are names of elements, files and URIs of sections, all undated.

    namespaces: undated, with the date of each, of those that declare elements.
    labels: by element, then by (last step of the role, language).
    sections: the roles of presentation with their definitions; footnotes: the roles and arcroles of footnotes.
    shown: by section, then by heading, the elements below it in order, each with the role of its label ("" if plain).
    sums: by section, then by total, the addends with their weights.
    axes: the combinations of axes (or the line items, where the axes are in other files) each item is stated in.
    members: of each explicit axis, in order; defaults: the default member of an axis.
    anchors: what an item is ("narrower than" or "wider than", another item).
    entry_points: schemas that open sections, with these.
    assertions: of formula linkbases by id, each the test and then its variables and filters, as text.
    """

    namespaces: dict[str, str] = field(factory=dict)
    elements: dict[str, Element] = field(factory=dict)
    labels: dict[str, dict[tuple[str, str], str]] = field(factory=dict)
    references: dict[str, frozenset[Reference]] = field(factory=dict)
    sections: dict[str, str] = field(factory=dict)
    footnotes: dict[str, str] = field(factory=dict)
    shown: dict[str, dict[str, tuple[tuple[str, str], ...]]] = field(factory=dict)
    sums: dict[str, dict[str, dict[str, str]]] = field(factory=dict)
    axes: dict[str, frozenset[tuple[str, ...]]] = field(factory=dict)
    members: dict[str, tuple[str, ...]] = field(factory=dict)
    defaults: dict[str, str] = field(factory=dict)
    anchors: dict[str, frozenset[tuple[str, str]]] = field(factory=dict)
    entry_points: dict[str, frozenset[str]] = field(factory=dict)
    assertions: dict[str, tuple[str, ...]] = field(factory=dict)
