"""The company's extension read back from its files: the mirror image of `extension_files`.

The files are untrusted: they go through the one safe parser, and nothing they refer to is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from lxml import etree

from filingexport.binding.plan import Leaf, PartField, plans
from filingexport.findings import FilingError, finding
from filingexport.formats.document import Folder
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, parse_xml
from filingexport.model.extension import Arrangement, Extension, ExtensionItem, ItemKind
from filingexport.model.filing import Filing
from filingexport.model.values import Text
from filingexport.names import BASE, FX_PREFIX, LINK, SCHEMA_FILE, XBRLI, XLINK, XML, XSD, local_name
from filingexport.taxonomy.extension_files import ANCHORING, children, files
from filingexport.taxonomy.extension_rules import faults
from filingexport.taxonomy.linkbases import (
    CALCULATION,
    CONCEPT_LABEL,
    DOCUMENTATION,
    LABEL_ROLES,
    PARENT_CHILD,
    STANDARD,
)
from filingexport.taxonomy.network import network
from filingexport.taxonomy.schema import TYPES

_L: Final = f"{{{LINK}}}"
_XL: Final = f"{{{XLINK}}}"
_KINDS: Final[dict[str, ItemKind]] = {kind: name for name, kind in TYPES.items()}
_LOCATION: Final = re.compile(r"([A-Za-z0-9_][A-Za-z0-9_-]*/)?[A-Za-z0-9_-]+\.xsd")
MAX_FILES: Final = 60
"""Linkbases that are read with an extension's schema: one a language, and presentation, calculation, definition."""
_ORDER: Final = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")


def read(given: Mapping[str, bytes], limits: Limits = DEFAULT_LIMITS) -> Extension:
    """The extension in these files (name to content), one of which is its schema.

    Raises FilingError where they are no extension that this package writes, with what is wrong. An extension that
    says more than can be kept is refused, so that nothing is lost.
    """
    schemas = [name for name in given if name.endswith(".xsd")]
    if len(schemas) != 1:
        raise _wrong("", f"an extension has one schema, not {len(schemas)}")
    trees = {name: parse_xml(data, name, limits) for name, data in sorted(given.items())}
    try:
        extension = _Reader(schemas[0], trees).extension()
    except (ValueError, KeyError, TypeError) as error:
        said = f"{error}" if isinstance(error, ValueError) else f"it lacks or mistakes {error}"
        raise _wrong(schemas[0], f"it cannot be read as an extension of this taxonomy: {said}") from None
    found = faults(extension)
    if found:
        raise FilingError([finding("fx:extension", each.message, schemas[0], each.field) for each in found])
    imports = [each.get("schemaLocation", "") for each in trees[schemas[0]].iterchildren(f"{{{XSD}}}import")]
    standard = next((each for each in imports if each == f"{BASE}/{SCHEMA_FILE}"), SCHEMA_FILE)
    built = files(extension, standard)
    for name in trees.keys() - built.keys():
        raise _wrong(name, "belongs to no extension as filingexport writes it")
    for name, data in built.items():
        if name not in given:
            raise _wrong(name, "is missing beside the extension's schema")
        if etree.tostring(trees[name], method="c14n2") != etree.tostring(etree.fromstring(data), method="c14n2"):
            raise _wrong(
                name, "says something that cannot be kept; an extension is read only as filingexport writes it"
            )
    return extension


def beside(locations: Iterable[str], folder: Folder) -> dict[str, bytes]:
    """The files of the extension that a document refers to, from what lies beside it; none if it refers to none.

    Only a plain relative name of a schema, or what the folder has in place of an address, is followed, and only its
    own linkbases, by their names, are read with it.
    """
    for location in locations:
        name = folder.locate(location)
        if name == location and not _LOCATION.fullmatch(location):
            continue
        if name.rpartition("/")[2].startswith("filingexport-"):  # the standard one, of any date
            continue
        stem = re.escape(name.rpartition("/")[2].removesuffix(".xsd"))
        names = [name, *folder.beside(name, re.compile(f"{stem}-.{{3,}}\\.xml"))[:MAX_FILES]]
        read = {each.rpartition("/")[2]: folder.read(each) for each in names}
        found = {each: data for each, data in read.items() if data is not None}
        if name.rpartition("/")[2] in found:
            return found
    return {}


def _wrong(place: str, message: str) -> FilingError:
    return FilingError([finding("fx:extension", message, place)])


class _Arc:
    """One arc: where it leads from and to, as ids of element declarations, and its attributes."""

    def __init__(self, role: str, source: str, target: Any, element: etree._Element) -> None:
        self.role = role
        self.source = source
        self.target = target
        self.order = element.get("order", "1")
        self.weight = element.get("weight", "")
        self.label = element.get("preferredLabel", STANDARD)
        self.prohibited = element.get("use") == "prohibited"


class _Reader:
    def __init__(self, schema: str, trees: dict[str, etree._Element]) -> None:
        self.file = schema
        self.schema = trees[schema]
        self.trees = [tree for name, tree in trees.items() if name != schema]
        self.network = network(Filing)

    def extension(self) -> Extension:
        namespace, _, day = self.schema.get("targetNamespace", "").rpartition("/")
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
            raise ValueError("its namespace does not end in a date")
        prefix = self.file.removesuffix(f"-{day}.xsd")
        if prefix == self.file:
            raise ValueError(f"its file is not named after its date, {day}")
        self.own = f"{prefix}_"
        self.labels()
        self.calculation()
        self.anchors()
        self.presentation()
        items = []
        for element in self.schema.iterchildren(f"{{{XSD}}}element"):
            items.append(self.item(element))
        arrangements = tuple(
            Arrangement(part=part, fields=tuple(fields), heading=heading)
            for (part, heading), fields in self.arranged.items()
        )
        return Extension(
            prefix=prefix, namespace=namespace, date=date.fromisoformat(day), items=tuple(items), arrangements=arrangements
        )  # fmt: skip

    def item(self, element: etree._Element) -> ExtensionItem:
        name = element.get("name", "")
        kind: ItemKind
        if element.get("abstract") == "true":
            kind = "heading"
        else:
            kind = _KINDS[element.get("type", "")]
        label = self.said.get((name, STANDARD))
        if label is None:
            raise ValueError(f"{name} has no label")
        documentation = self.said.get((name, DOCUMENTATION))
        part, heading, after = self.places[name]
        total, weight = self.totals.get(name, ("", 0))
        balance: Any = element.get(f"{{{XBRLI}}}balance")
        leaf = next((each for each in self.fields(part) if each.name == total), None) if total else None
        total_name = total if leaf is None else self.fields(part)[leaf]
        return ExtensionItem(
            name=name, label=Text(**label), documentation=Text(**documentation) if documentation else None, kind=kind,
            balance=balance, instant=element.get(f"{{{XBRLI}}}periodType") == "instant", part=part, after=after,
            total=total_name, weight=weight, heading=heading,
            narrower_than=self.narrower.get(name, ""), wider_than=self.wider.get(name, ""),
        )  # fmt: skip

    def fields(self, part: str) -> dict[Leaf, str]:
        """The leaves of a part with their attributes."""
        found: dict[Leaf, str] = {}
        for entry in plans(Filing)[part].entries:
            leaf = entry.line if isinstance(entry, PartField) else entry if isinstance(entry, Leaf) else None
            if leaf is not None and leaf.concept.total:
                found.setdefault(leaf, entry.attribute)
        return found

    # --- links -----------------------------------------------------------------------------------------------

    def arcs(self, kind: str, arcrole: str) -> list[_Arc]:
        """The arcs of this arcrole, in order of the documents; ends that are no element of ours are refused."""
        found = []
        for tree in self.trees:
            for link in tree.iterchildren(_L + kind):
                located: dict[str, Any] = {}
                for child in link:
                    label = child.get(_XL + "label", "")
                    if child.tag == _L + "loc":
                        located[label] = child.get(_XL + "href", "").rpartition("#")[2]
                    elif child.tag == _L + "label":
                        located.setdefault(label, []).append(child)
                for child in link:
                    if child.get(_XL + "arcrole") == arcrole:
                        ends = located[child.get(_XL + "from", "")], located[child.get(_XL + "to", "")]
                        found.append(_Arc(link.get(_XL + "role", ""), *ends, child))
        return found

    def is_own(self, identifier: str) -> bool:
        return identifier.startswith(self.own)

    def local(self, identifier: str) -> str:
        return identifier.partition("_")[2]

    def standard(self, identifier: str) -> str:
        """The local name of a standard element, "" for another."""
        return identifier.removeprefix(f"{FX_PREFIX}_") if identifier.startswith(f"{FX_PREFIX}_") else ""

    def labels(self) -> None:
        self.said: dict[tuple[str, str], dict[str, str]] = {}
        for arc in self.arcs("labelLink", CONCEPT_LABEL):
            for resource in arc.target:
                language = resource.get(f"{{{XML}}}lang", "")
                key = (self.local(arc.source), resource.get(_XL + "role", ""))
                self.said.setdefault(key, {})[language] = resource.text or ""

    def calculation(self) -> None:
        self.totals: dict[str, tuple[str, int]] = {}
        for arc in self.arcs("calculationLink", CALCULATION):
            if self.is_own(arc.source):
                total = self.local(arc.source)
            else:
                total = next(name for name in self.network.concepts if name.endswith("}" + self.standard(arc.source)))
            self.totals[self.local(arc.target)] = (total, int(arc.weight))

    def anchors(self) -> None:
        self.narrower: dict[str, str] = {}
        self.wider: dict[str, str] = {}
        for arc in self.arcs("definitionLink", ANCHORING):
            if self.is_own(arc.target):
                self.narrower[self.local(arc.target)] = self.standard(arc.source)
            else:
                self.wider[self.local(arc.source)] = self.standard(arc.target)

    def presentation(self) -> None:
        """Where the items stand, and how parts are arranged."""
        arcs = [each for each in self.arcs("presentationLink", PARENT_CHILD) if not each.prohibited]
        roles = {section.role: key for key, section in self.network.sections.items()}
        below: dict[tuple[str, str], list[_Arc]] = {}
        first: dict[str, str] = {}
        for arc in arcs:
            if not _ORDER.fullmatch(arc.order):
                raise ValueError(f"an arc has the order {arc.order!r}")
            # A part that stands in several sections is arranged the same in each; the first tells.
            if first.setdefault(arc.source, arc.role) == arc.role:
                below.setdefault((arc.role, arc.source), []).append(arc)

        def part_of(identifier: str) -> str:
            seen = []
            while self.is_own(identifier):
                if identifier in seen:
                    raise ValueError("headings hold one another")
                seen.append(identifier)
                identifier = next(arc.source for arc in arcs if arc.target == identifier)
            return self.standard(identifier).removesuffix("Abstract")

        self.places: dict[str, tuple[str, str, str]] = {}
        self.arranged: dict[tuple[str, str], list[str]] = {}
        for (role, source), found in below.items():
            part = part_of(source)
            heading = self.local(source) if self.is_own(source) else ""
            nodes = children(self.network.headings[roles[role], part])
            owners = {
                (f"{FX_PREFIX}_{local_name(node.name)}", LABEL_ROLES[node.preferred]): node.owner for node in nodes
            }
            moved = [arc for arc in found if not self.is_own(arc.target)]
            places = [
                (_place(arc.order), arc if self.is_own(arc.target) else owners[arc.target, arc.label]) for arc in found
            ]
            if not moved and not heading:
                places += [((number, 0), node.owner) for number, node in enumerate(nodes, 1)]
            for arc in moved:
                fields = self.arranged.setdefault((part, heading), [])
                if (owner := owners[arc.target, arc.label]) not in fields:
                    fields.append(owner)
            before = ""
            for _, what in sorted(places, key=lambda pair: pair[0]):
                if isinstance(what, str):
                    before = what
                else:
                    name = self.local(what.target)
                    self.places[name] = (part, heading, before)
                    before = name


def _place(order: str) -> tuple[int, int]:
    whole, _, fraction = order.partition(".")
    return int(whole), int(fraction or "0")
