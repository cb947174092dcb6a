"""The company's extension taxonomy as files: schema, labels, presentation, calculation, definition.

The schema is the entry point of the filing: it imports the standard taxonomy, which lies beside it. The company's
items are added to the standard taxonomy's own networks: below the heading of their part, into the sum they are
counted in, into the hypercube of their axes; the anchors stand in a role of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from lxml import etree

from filingexport.binding.extended import OwnItem, leaf_of, line_of
from filingexport.binding.plan import ColumnLeaf, Leaf, PartField, Plan, axis_name, plans
from filingexport.model.extension import Extension, ExtensionItem
from filingexport.model.filing import Filing
from filingexport.names import DTR, FX, FX_PREFIX, LINK, SCHEMA_FILE, XBRLI, XLINK, XSD, XSI, fx, local_name, namespace
from filingexport.taxonomy.entry_points import FULL
from filingexport.taxonomy.linkbases import (
    CALCULATION,
    CALCULATION_SCHEMA,
    CONCEPT_LABEL,
    DIMENSION_ARCROLE,
    DIMENSION_SCHEMA,
    DOCUMENTATION,
    LABEL_ROLES,
    PARENT_CHILD,
    STANDARD,
    negated_role_refs,
)
from filingexport.taxonomy.markup import ExtendedLink, arcrole_ref, identifier, linkbase, q, role_ref, to_bytes
from filingexport.taxonomy.network import Node, Section, network, with_axis
from filingexport.taxonomy.schema import IMPORTS, TYPES, abstract, declare, declare_role, refer

ANCHORING: Final = "http://www.esma.europa.eu/xbrl/esef/arcrole/wider-narrower"
"""The arcrole from a wider to a narrower item, in XBRL International's Link Role Registry."""
_ANCHORING_SCHEMA: Final = "http://www.xbrl.org/lrr/arcrole/esma-arcrole-2018-11-21.xsd"
_LINKBASE_ROLE: Final = "http://www.xbrl.org/2003/role/"


@lru_cache(maxsize=16)
def files(extension: Extension, standard: str = SCHEMA_FILE) -> dict[str, bytes]:
    """Name and content of each file of this extension; the same extension gives the same bytes.

    standard: where, from these files, the standard taxonomy's schema lies. The extension must be sound (`filingexport.taxonomy.extension_rules.check`).
    """
    return _Files(extension, standard).build()


def stem(extension: Extension) -> str:
    """What the names of its files begin with."""
    return extension.schema_file.removesuffix(".xsd")


def children(heading: Node) -> list[Node]:
    """What is drawn below a heading, each once."""
    drawn: dict[tuple[str, str], Node] = {}
    for child in heading.children:
        drawn.setdefault((child.name, child.preferred), child)
    return list(drawn.values())


class _Files:
    def __init__(self, extension: Extension, standard: str) -> None:
        self.extension = extension
        self.standard = standard
        self.network = network(Filing)
        self.plans = plans(Filing)
        self.items = {each.name: each for each in extension.items}

    def build(self) -> dict[str, bytes]:
        whole = stem(self.extension)
        built: dict[str, tuple[bytes, str]] = {}
        for language in self.languages():
            built[f"{whole}-lab-{language}.xml"] = self.labels(language), "labelLinkbaseRef"
        built[f"{whole}-pre.xml"] = self.presentation(), "presentationLinkbaseRef"
        if any(each.weight for each in self.extension.items):
            built[f"{whole}-cal.xml"] = self.calculation(), "calculationLinkbaseRef"
        built[f"{whole}-def.xml"] = self.definition(), "definitionLinkbaseRef"
        references = {name: _LINKBASE_ROLE + role for name, (_, role) in built.items()}
        return {
            self.extension.schema_file: self.schema(references),
            **{name: data for name, (data, _) in built.items()},
        }

    def languages(self) -> list[str]:
        said = [each.label for each in self.extension.items]
        said += [each.documentation for each in self.extension.items if each.documentation is not None]
        return sorted({language for text in said for language, _ in text})

    # --- names -----------------------------------------------------------------------------------------------

    def anchor(self, name: str) -> str:
        return f"{self.extension.prefix}_{name}"

    def address(self, name: str) -> str:
        if namespace(name) == FX:
            return f"{self.standard}#{identifier(name)}"
        return f"{self.extension.schema_file}#{self.anchor(local_name(name))}"

    def expanded(self, item: ExtensionItem) -> str:
        return self.extension.expanded(item.name)

    def link(self, root: etree._Element, kind: str, role: str) -> ExtendedLink:
        return ExtendedLink(root, kind, role, self.address)

    def plan(self, item: ExtensionItem) -> Plan:
        return self.plans[item.part]

    def sections(self, part: str) -> list[Section]:
        """The sections in which a part stands."""
        keys = dict.fromkeys(place.section for place in self.network.places[part])
        return [self.network.sections[key] for key in keys]

    # --- schema ----------------------------------------------------------------------------------------------

    def schema(self, linkbases: dict[str, str]) -> bytes:
        own = self.extension.dated_namespace
        spaces: dict[str | None, str] = {
            None: XSD, self.extension.prefix: own, FX_PREFIX: FX, "link": LINK, "xlink": XLINK, "xsi": XSI,
            "xbrli": XBRLI, "dtr-types": DTR,
        }  # fmt: skip
        root = etree.Element(q(XSD, "schema"), nsmap=spaces)
        root.attrib.update(
            {"targetNamespace": own, "elementFormDefault": "qualified", "attributeFormDefault": "unqualified"}
        )
        appinfo = etree.SubElement(etree.SubElement(root, q(XSD, "annotation")), q(XSD, "appinfo"))
        refer(appinfo, linkbases)
        if any(each.narrower_than or each.wider_than for each in self.extension.items):
            text = "Anchors of the company's own items / 企業独自の要素の関連付け"
            declare_role(appinfo, self.anchoring, "anchoring", text, ("definitionLink",))
        imports = [each for each in IMPORTS if each[0] in (XBRLI, DTR)]
        folder, slash, _ = self.standard.rpartition("/")
        for space, location in (*imports, (FX, self.standard), (FULL.namespace, folder + slash + FULL.file)):
            etree.SubElement(root, q(XSD, "import"), {"namespace": space, "schemaLocation": location})
        for item in self.extension.items:
            anchor = self.anchor(item.name)
            if item.kind == "heading":
                abstract(root, self.expanded(item), anchor, "xbrli:item")
            else:
                leaf = leaf_of(self.extension, item, item.kind)
                nillable = leaf.dash or leaf.nothing
                declare(root, leaf.name, anchor, TYPES[item.kind], nillable, item.instant, item.balance)
        return to_bytes(root)

    @property
    def anchoring(self) -> str:
        return f"{self.extension.dated_namespace}/role/anchoring"

    # --- labels ----------------------------------------------------------------------------------------------

    def labels(self, language: str) -> bytes:
        root = linkbase()
        link = self.link(root, "labelLink", "http://www.xbrl.org/2003/role/link")
        for item in self.extension.items:
            said = ((STANDARD, item.label), (DOCUMENTATION, item.documentation))
            readings = [(role, text.get(language)) for role, text in said if text is not None]
            shown = [(role, text) for role, text in readings if text is not None]
            if shown:
                source = link.locate(self.expanded(item))
                target = f"label_{source}"
                for role, text in shown:
                    link.resource("label", target, role, text, language)
                link.arc("labelArc", CONCEPT_LABEL, source, target)
        return to_bytes(root)

    # --- presentation ----------------------------------------------------------------------------------------

    def presentation(self) -> bytes:
        root = linkbase()
        arranged = {each.part for each in self.extension.arrangements}
        parts = dict.fromkeys(
            (*(each.part for each in self.extension.arrangements), *(i.part for i in self.extension.items))
        )
        sections = {section.key: section for part in parts for section in self.sections(part)}
        moved = [node for part in arranged for node in self.nodes(part)]
        negated_role_refs(root, {node.preferred for node in moved})
        for section in sections.values():
            role_ref(root, section.role, f"{self.standard}#{section.key}")
        for section in sections.values():
            link = self.link(root, "presentationLink", section.role)
            for part in parts:
                if (section.key, part) in self.network.headings:
                    if part in arranged:
                        self.prohibit(link, part)
                    self.arrange(link, part)
        return to_bytes(root)

    def nodes(self, part: str) -> list[Node]:
        """What the standard taxonomy shows below the heading of this part."""
        return children(self.network.headings[self.network.places[part][0].section, part])

    def prohibit(self, link: ExtendedLink, part: str) -> None:
        """Take the standard arcs of a part away (XBRL 2.1, 3.5.3.9.7.5): an arc that is equivalent to each, prohibited."""
        for order, node in enumerate(self.nodes(part), 1):
            more = {"order": str(order), "use": "prohibited", "priority": "1"}
            self.present(link, fx(part + "Abstract"), node.name, node, more)

    def present(self, link: ExtendedLink, parent: str, child: str, node: Node | None, more: dict[str, str]) -> None:
        if node is not None and node.preferred != "standard":
            more["preferredLabel"] = LABEL_ROLES[node.preferred]
        # Arcs between the same two labels are unique in a link (XBRL 2.1, 3.5.3.9.5), so that each has a locator of its own.
        target = link.locate(child, ".".join((node.preferred if node else "", more["order"], more.get("use", ""))))
        link.arc("presentationArc", PARENT_CHILD, link.locate(parent), target, **more)

    def arrange(self, link: ExtendedLink, part: str) -> None:
        nodes = self.nodes(part)
        arrangements = [each for each in self.extension.arrangements if each.part == part]
        orders: dict[tuple[str, str], str] = {}  # (heading, field or item) to the order it has there
        for arrangement in arrangements:
            parent = self.parent(part, arrangement.heading)
            order = 0
            for attribute in arrangement.fields:
                for node in nodes:
                    if node.owner == attribute:
                        order += 1
                        self.present(link, parent, node.name, node, {"order": str(order)})
                        orders[arrangement.heading, attribute] = str(order)
        if not arrangements:
            for order, node in enumerate(nodes, 1):
                orders["", node.owner] = str(order)
        for item in following([each for each in self.extension.items if each.part == part]):
            before = orders.get((item.heading, item.after), "0")
            # Items that follow one another after a field stand between it and the next: 3, 3.000001, 3.000002, 4.
            whole, _, fraction = before.partition(".")
            orders[item.heading, item.name] = f"{whole}.{int(fraction or '0') + 1:06d}"
        for item in self.extension.items:
            if item.part == part:
                parent = self.parent(part, item.heading)
                order_of_item = {"order": orders[item.heading, item.name]}
                self.present(link, parent, self.expanded(item), None, order_of_item)

    def parent(self, part: str, heading: str) -> str:
        return self.extension.expanded(heading) if heading else fx(part + "Abstract")

    # --- calculation -----------------------------------------------------------------------------------------

    def calculation(self) -> bytes:
        root = linkbase()
        arcrole_ref(root, CALCULATION, f"{CALCULATION_SCHEMA}#summation-item")
        arcs: dict[str, list[tuple[str, ExtensionItem]]] = {}
        for item in self.extension.items:
            if item.weight:
                total = self.total(item)
                for section in self.sections(item.part):
                    if namespace(total) != FX or any(each.total == total for each in section.sums):
                        arcs.setdefault(section.key, []).append((total, item))
        for key in arcs:
            role_ref(root, self.network.sections[key].role, f"{self.standard}#{key}")
        for key, found in arcs.items():
            section = self.network.sections[key]
            link = self.link(root, "calculationLink", section.role)
            standard = {each.total: len(each.items) for each in section.sums}
            for position, (total, item) in enumerate(found, 1):
                order = str(standard.get(total, 0) + position)
                ends = link.locate(total), link.locate(self.expanded(item))
                link.arc("calculationArc", CALCULATION, *ends, order=order, weight=str(item.weight))
        return to_bytes(root)

    def total(self, item: ExtensionItem) -> str:
        """The item that sums this one."""
        if item.total in self.items:
            return self.expanded(self.items[item.total])
        leaf = leaf_of_field(self.plan(item), item.total)
        assert leaf is not None, "the extension was checked"
        return leaf.name

    # --- definition ------------------------------------------------------------------------------------------

    def definition(self) -> bytes:
        root = linkbase()
        placed: dict[tuple[str, ...], list[str]] = {}
        for item in self.extension.items:
            if item.kind != "heading":
                for axes in self.axes(item):
                    placed.setdefault(axes, []).append(self.expanded(item))
        cubes = [self.network.cubes[axes] for axes in placed]
        anchored = [each for each in self.extension.items if each.narrower_than or each.wider_than]
        for cube in cubes:
            role_ref(root, cube.role, f"{self.standard}#hypercube_{cube.key}")
        if anchored:
            role_ref(root, self.anchoring, f"{self.extension.schema_file}#anchoring")
        if cubes:
            arcrole_ref(root, DIMENSION_ARCROLE + "domain-member", f"{DIMENSION_SCHEMA}#domain-member")
        if anchored:
            arcrole_ref(root, ANCHORING, f"{_ANCHORING_SCHEMA}#wider-narrower")
        for cube in cubes:
            link = self.link(root, "definitionLink", cube.role)
            source = link.locate(cube.line_items)
            for order, name in enumerate(placed[cube.axes], len(cube.items) + 1):
                arcrole = DIMENSION_ARCROLE + "domain-member"
                link.arc("definitionArc", arcrole, source, link.locate(name), order=str(order))
        if anchored:
            link = self.link(root, "definitionLink", self.anchoring)
            arc: Callable[[str, str, int], object] = lambda wide, narrow, order: link.arc(  # noqa: E731
                "definitionArc", ANCHORING, link.locate(wide), link.locate(narrow), order=str(order)
            )
            for order, item in enumerate(anchored, 1):
                if item.narrower_than:
                    arc(fx(item.narrower_than), self.expanded(item), order)
                if item.wider_than:
                    arc(self.expanded(item), fx(item.wider_than), order)
        return to_bytes(root)

    def axes(self, item: ExtensionItem) -> list[tuple[str, ...]]:
        """The combinations of axes by which this item is stated."""
        plan = self.plan(item)
        outer = dict.fromkeys(place.axes for place in self.network.places[item.part])
        assert item.kind != "heading"
        line = line_of(plan, OwnItem(item, leaf_of(self.extension, item, item.kind)))
        if line is None:
            return list(outer)
        columns = [each for each in line.plan.entries if isinstance(each, ColumnLeaf)]
        return list(
            dict.fromkeys(
                axes if column.member is None else with_axis(axes, axis_name(type(column.member)))
                for axes in outer
                for column in columns
            )
        )


def leaf_of_field(plan: Plan, attribute: str) -> Leaf | None:
    """The leaf of a field that has one, or of a line of a matrix."""
    for entry in plan.entries:
        if entry.attribute == attribute:
            return entry.line if isinstance(entry, PartField) else entry if isinstance(entry, Leaf) else None
    return None


def following(items: list[ExtensionItem]) -> Iterator[ExtensionItem]:
    """The items so that each comes after the own item it stands after; those of a cycle are left out."""
    names = {(each.heading, each.name) for each in items}
    done: set[tuple[str, str]] = set()
    left = items
    while left:
        ready = [each for each in left if (each.heading, each.after) not in names - done]
        if not ready:
            return
        yield from ready
        done |= {(each.heading, each.name) for each in ready}
        left = [each for each in left if (each.heading, each.name) not in done]
