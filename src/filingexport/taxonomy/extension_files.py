"""The company's extension taxonomy as files: schema, labels, presentation, calculation, definition.

The schema is the entry point of the filing: it imports the standard taxonomy, which lies beside it. The company's
items are added to the standard taxonomy's own networks, as `extension_layout` says; the anchors and the hypercubes of
its own tables stand in roles of its own.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from lxml import etree

from filingexport.binding.extended import leaf_of
from filingexport.binding.plan import ROW_ELEMENT
from filingexport.model.extension import Extension, ExtensionItem
from filingexport.model.filing import Filing
from filingexport.names import (
    DTR,
    FX,
    FX_PREFIX,
    LINK,
    SCHEMA_FILE,
    XBRLDT,
    XBRLI,
    XLINK,
    XSD,
    XSI,
    fx,
    local_name,
    namespace,
)
from filingexport.taxonomy.entry_points import FULL
from filingexport.taxonomy.extension_layout import PROHIBITED, Stated, layout
from filingexport.taxonomy.item_types import TYPES
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
from filingexport.taxonomy.network import Cube, Preferred, network
from filingexport.taxonomy.schema import IMPORTS, abstract, declare, declare_role, refer

ANCHORING: Final = "http://www.esma.europa.eu/xbrl/esef/arcrole/wider-narrower"
"""The arcrole from a wider to a narrower item, in XBRL International's Link Role Registry."""
_ANCHORING_SCHEMA: Final = "http://www.xbrl.org/lrr/arcrole/esma-arcrole-2018-11-21.xsd"
_LINKBASE_ROLE: Final = "http://www.xbrl.org/2003/role/"
_LABEL_ROLE: Final = "http://www.xbrl.org/2003/role/link"


@lru_cache(maxsize=16)
def files(extension: Extension, standard: str = SCHEMA_FILE) -> dict[str, bytes]:
    """Name and content of each file of this extension; the same extension gives the same bytes.

    standard: where, from these files, the standard taxonomy's schema lies. The extension must be sound (`filingexport.taxonomy.extension_rules.check`).
    """
    return _Files(extension, standard).build()


def stem(extension: Extension) -> str:
    """What the names of its files begin with."""
    return extension.schema_file.removesuffix(".xsd")


class _Files:
    def __init__(self, extension: Extension, standard: str) -> None:
        self.extension = extension
        self.standard = standard
        self.network = network(Filing)
        self.layout = layout(extension)

    def build(self) -> dict[str, bytes]:
        whole = stem(self.extension)
        built: dict[str, tuple[bytes, str]] = {}
        for language in self.languages():
            built[f"{whole}-lab-{language}.xml"] = self.labels(language), "labelLinkbaseRef"
        built[f"{whole}-pre.xml"] = self.presentation(), "presentationLinkbaseRef"
        if self.layout.summed:
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
        own = {language for text in said for language, _ in text}
        return sorted(own | ({"en", "ja"} if self.turned() or self.layout.cubes else set()))

    def turned(self) -> dict[str, list[Preferred]]:
        """The standard items that are shown with a label that the standard taxonomy has not for them, with its kinds."""
        found: dict[str, dict[Preferred, None]] = {}
        for each in self.layout.shown:
            info = self.network.concepts.get(each.child)
            if info is not None and each.preferred != "standard" and each.preferred not in info.preferred:
                found.setdefault(each.child, {})[each.preferred] = None
        return {name: list(kinds) for name, kinds in found.items()}

    # --- names -----------------------------------------------------------------------------------------------

    def anchor(self, name: str) -> str:
        return f"{self.extension.prefix}_{name}"

    def address(self, name: str) -> str:
        if namespace(name) == FX:
            return f"{self.standard}#{identifier(name)}"
        return f"{self.extension.schema_file}#{self.anchor(local_name(name))}"

    def expanded(self, item: ExtensionItem) -> str:
        return self.extension.expanded(item.element)

    def link(self, root: etree._Element, kind: str, role: str) -> ExtendedLink:
        return ExtendedLink(root, kind, role, self.address)

    # --- schema ----------------------------------------------------------------------------------------------

    def schema(self, linkbases: dict[str, str]) -> bytes:
        own = self.extension.dated_namespace
        spaces: dict[str | None, str] = {
            None: XSD, self.extension.prefix: own, FX_PREFIX: FX, "link": LINK, "xlink": XLINK, "xsi": XSI,
            "xbrli": XBRLI, "dtr-types": DTR,
        }  # fmt: skip
        if self.layout.cubes:
            spaces["xbrldt"] = XBRLDT
        root = etree.Element(q(XSD, "schema"), nsmap=spaces)
        root.attrib.update(
            {"targetNamespace": own, "elementFormDefault": "qualified", "attributeFormDefault": "unqualified"}
        )
        appinfo = etree.SubElement(etree.SubElement(root, q(XSD, "annotation")), q(XSD, "appinfo"))
        refer(appinfo, linkbases)
        if any(each.narrower_than or each.wider_than for each in self.extension.items):
            text = "Anchors of the company's own items / 企業独自の要素の関連付け"
            declare_role(appinfo, self.anchoring, "anchoring", text, ("definitionLink",))
        for cube in self.layout.cubes:
            text = f"Items of the company's own table / 企業独自の表の要素: {cube.key}"
            declare_role(appinfo, cube.role, f"hypercube_{cube.key}", text, ("definitionLink",))
        needed = (XBRLI, XBRLDT, DTR) if self.layout.cubes else (XBRLI, DTR)
        imports = [each for each in IMPORTS if each[0] in needed]
        folder, slash, _ = self.standard.rpartition("/")
        for space, location in (*imports, (FX, self.standard), (FULL.namespace, folder + slash + FULL.file)):
            etree.SubElement(root, q(XSD, "import"), {"namespace": space, "schemaLocation": location})
        for item in self.extension.items:
            self.declare(root, item)
        for cube in self.layout.cubes:
            abstract(root, cube.table, self.anchor(local_name(cube.table)), "xbrldt:hypercubeItem")
            abstract(root, cube.line_items, self.anchor(local_name(cube.line_items)), "xbrli:item")
        return to_bytes(root)

    def declare(self, root: etree._Element, item: ExtensionItem) -> None:
        name, anchor = self.expanded(item), self.anchor(item.element)
        match item.kind:
            case "heading":
                abstract(root, name, anchor, "xbrli:item")
            case "member":
                abstract(root, name, anchor, "xbrli:item", "dtr-types:domainItemType")
            case "table":
                axis = abstract(root, name, anchor, "xbrldt:dimensionItem")
                axis.set(q(XBRLDT, "typedDomainRef"), f"{self.standard}#{identifier(ROW_ELEMENT)}")
            case kind:
                leaf = leaf_of(self.extension, item)
                nillable = leaf.dash or leaf.nothing
                declare(root, leaf.name, anchor, TYPES[kind], nillable, item.instant, item.balance)

    @property
    def anchoring(self) -> str:
        return f"{self.extension.dated_namespace}/role/anchoring"

    # --- labels ----------------------------------------------------------------------------------------------

    def labels(self, language: str) -> bytes:
        root = linkbase()
        turned = self.turned()
        kinds_shown: set[Preferred] = {kind for kinds in turned.values() for kind in kinds}
        if any(each.negated for each in self.extension.items):
            kinds_shown.add("negated")
        negated_role_refs(root, kinds_shown)
        link = self.link(root, "labelLink", _LABEL_ROLE)

        def add(name: str, readings: list[tuple[str, str]]) -> None:
            source = link.locate(name)
            for role, text in readings:
                link.resource("label", f"label_{source}", role, text, language)
            link.arc("labelArc", CONCEPT_LABEL, source, f"label_{source}")

        for item in self.extension.items:
            label = item.label.get(language)
            readings = [] if label is None else [(STANDARD, label)]
            if label is not None and item.negated:
                readings.append((LABEL_ROLES["negated"], label))
            if item.documentation is not None and (said := item.documentation.get(language)) is not None:
                readings.append((DOCUMENTATION, said))
            if readings:
                add(self.expanded(item), readings)
        if language in ("en", "ja"):
            for name, kinds in turned.items():
                concept = self.network.concepts[name].concept
                text = concept.en if language == "en" else concept.ja
                add(name, [(LABEL_ROLES[kind], text) for kind in kinds])
            for cube in self.layout.cubes:
                suffixes = ("[table]", "[line items]") if language == "en" else ("[表]", "[表示項目]")
                for name, suffix in zip((cube.table, cube.line_items), suffixes, strict=True):
                    add(name, [(STANDARD, f"{self.cube_label(cube, language)} {suffix}")])
        return to_bytes(root)

    def cube_label(self, cube: Cube, language: str) -> str:
        tables = {self.expanded(each): each.label for each in self.extension.items if each.kind == "table"}
        label = next(tables[axis] for axis in cube.axes if axis in tables)
        return label.get(language) or label.readings[0][1]

    # --- presentation ----------------------------------------------------------------------------------------

    def presentation(self) -> bytes:
        root = linkbase()
        negated_role_refs(root, {each.preferred for each in self.layout.shown})
        sections = list(dict.fromkeys(each.section for each in self.layout.shown))
        for key in sections:
            role_ref(root, self.network.sections[key].role, f"{self.standard}#{key}")
        for key in sections:
            link = self.link(root, "presentationLink", self.network.sections[key].role)
            for each in self.layout.shown:
                if each.section != key:
                    continue
                more = {"order": each.order, **_overriding(each.priority)}
                if each.preferred != "standard":
                    more["preferredLabel"] = LABEL_ROLES[each.preferred]
                # Arcs between the same two labels are unique in a link (XBRL 2.1, 3.5.3.9.5), so that each has a locator of its own.
                variant = ".".join((each.preferred, each.order, str(each.priority))) if each.priority else ""
                link.arc(
                    "presentationArc", PARENT_CHILD, link.locate(each.parent), link.locate(each.child, variant), **more
                )
        return to_bytes(root)

    # --- calculation -----------------------------------------------------------------------------------------

    def calculation(self) -> bytes:
        root = linkbase()
        arcrole_ref(root, CALCULATION, f"{CALCULATION_SCHEMA}#summation-item")
        sections = list(dict.fromkeys(each.section for each in self.layout.summed))
        for key in sections:
            role_ref(root, self.network.sections[key].role, f"{self.standard}#{key}")
        for key in sections:
            link = self.link(root, "calculationLink", self.network.sections[key].role)
            for each in self.layout.summed:
                if each.section == key:
                    variant = f"{each.order}.{each.priority}" if each.priority else ""
                    more = {"order": str(each.order), "weight": str(each.weight), **_overriding(each.priority)}
                    link.arc(
                        "calculationArc", CALCULATION, link.locate(each.total), link.locate(each.item, variant), **more
                    )
        return to_bytes(root)

    # --- definition ------------------------------------------------------------------------------------------

    def definition(self) -> bytes:
        root = linkbase(xbrldt=XBRLDT) if self.layout.cubes else linkbase()
        by_cube: dict[str, list[Stated]] = {}
        for each in self.layout.stated:
            by_cube.setdefault(each.cube.role, []).append(each)
        anchored = [each for each in self.extension.items if each.narrower_than or each.wider_than]
        for found in by_cube.values():
            cube = found[0].cube
            file = self.standard if cube.namespace == FX else self.extension.schema_file
            role_ref(root, cube.role, f"{file}#hypercube_{cube.key}")
        if anchored:
            role_ref(root, self.anchoring, f"{self.extension.schema_file}#anchoring")
        for arcrole in dict.fromkeys(each.arcrole for each in self.layout.stated):
            arcrole_ref(root, DIMENSION_ARCROLE + arcrole, f"{DIMENSION_SCHEMA}#{arcrole}")
        if anchored:
            arcrole_ref(root, ANCHORING, f"{_ANCHORING_SCHEMA}#wider-narrower")
        for role, found in by_cube.items():
            link = self.link(root, "definitionLink", role)
            for each in found:
                ends = link.locate(each.parent), link.locate(each.child)
                arc = link.arc("definitionArc", DIMENSION_ARCROLE + each.arcrole, *ends, order=each.order)
                if each.arcrole == "all":
                    arc.set(q(XBRLDT, "contextElement"), "scenario")
                    arc.set(q(XBRLDT, "closed"), "true")
                elif each.arcrole == "dimension-domain":
                    arc.set(q(XBRLDT, "usable"), "false")
        if anchored:
            self.anchors(self.link(root, "definitionLink", self.anchoring), anchored)
        return to_bytes(root)

    def anchors(self, link: ExtendedLink, anchored: list[ExtensionItem]) -> None:
        for order, item in enumerate(anchored, 1):
            own = link.locate(self.expanded(item))
            if item.narrower_than:
                wide = link.locate(fx(item.narrower_than))
                link.arc("definitionArc", ANCHORING, wide, own, order=str(order))
            if item.wider_than:
                narrow = link.locate(fx(item.wider_than))
                link.arc("definitionArc", ANCHORING, own, narrow, order=str(order))


def _overriding(priority: int) -> dict[str, str]:
    """The attributes of an arc that takes another away, or stands in its stead."""
    if not priority:
        return {}
    use = {"use": "prohibited"} if priority == PROHIBITED else {}
    return {**use, "priority": str(priority)}
