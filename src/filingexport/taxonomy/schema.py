"""The taxonomy's XML Schema: items with type, period, balance; dimensions, members; roles."""

from __future__ import annotations

from typing import Final

from lxml import etree

from filingexport.binding.plan import ROW_ELEMENT
from filingexport.model.item import Balance, Choice
from filingexport.names import (
    ARC_CAPTION,
    ARC_NOTHING,
    DTR,
    FX,
    LINK,
    REF,
    ROLE_IN_2008,
    XBRLDT,
    XBRLI,
    XLINK,
    XML,
    XSD,
    local_name,
)
from filingexport.taxonomy.item_types import DTR_LOCATION, item_type
from filingexport.taxonomy.markup import XSD_NAMESPACES, identifier, q, to_bytes
from filingexport.taxonomy.network import ConceptInfo, Network

IMPORTS: Final = (
    (XBRLI, "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"),
    (XBRLDT, "http://www.xbrl.org/2005/xbrldt-2005.xsd"),
    (REF, "http://www.xbrl.org/2006/ref-2006-02-27.xsd"),
    (DTR, DTR_LOCATION),
)


def schema(network: Network) -> bytes:
    """The schema that declares every element; entry points beside it add the linkbases."""
    namespaces = {**XSD_NAMESPACES, "xbrli": XBRLI, "xbrldt": XBRLDT, "dtr-types": DTR}
    root = etree.Element(q(XSD, "schema"), nsmap=namespaces)
    root.attrib.update(
        {"targetNamespace": FX, "elementFormDefault": "qualified", "attributeFormDefault": "unqualified"}
    )
    _appinfo(root, network)
    for space, location in IMPORTS:
        etree.SubElement(root, q(XSD, "import"), {"namespace": space, "schemaLocation": location})
    for name, values in sorted(network.kinds.items()):
        _choice(root, name, values)
    row = etree.SubElement(root, q(XSD, "element"), {"name": local_name(ROW_ELEMENT), "id": identifier(ROW_ELEMENT)})
    row.set("type", "positiveInteger")
    for concept in network.concepts.values():
        _item(root, concept)
    for abstract in network.abstracts.values():
        _abstract(root, abstract.name, "xbrli:item")
    for axis in network.axes.values():
        element = _abstract(root, axis.name, "xbrldt:dimensionItem")
        if axis.domain is None:
            element.set(q(XBRLDT, "typedDomainRef"), f"#{identifier(ROW_ELEMENT)}")
        else:
            for member in (axis.domain, *axis.members):
                _abstract(root, member.name, "xbrli:item", "dtr-types:domainItemType")
    for cube in network.cubes.values():
        _abstract(root, cube.table, "xbrldt:hypercubeItem")
        _abstract(root, cube.line_items, "xbrli:item")
    return to_bytes(root)


def _appinfo(root: etree._Element, network: Network) -> None:
    annotation = etree.SubElement(root, q(XSD, "annotation"))
    appinfo = etree.SubElement(annotation, q(XSD, "appinfo"))
    for number, section in enumerate(network.sections.values(), 1):
        definition = f"{number:04d}0 - {section.en} / {section.ja}"
        declare_role(appinfo, section.role, section.key, definition, ("presentationLink", "calculationLink"))
    for cube in network.cubes.values():
        axes = ", ".join(local_name(axis) for axis in cube.axes) or "no dimension"
        declare_role(
            appinfo, cube.role, f"hypercube_{cube.key}", f"9000 - Items stated by: {axes}", ("definitionLink",)
        )
    _declare_arcrole(appinfo, ARC_CAPTION, "From a fact to the caption printed beside it / 表示科目名")
    _declare_arcrole(appinfo, ARC_NOTHING, "From a disclosed nothing to the sentence that says so / 該当事項なしの記載")
    said = "The provision as it was in June 2008, where it was another / 平成20年６月当時の条文（条番号が異なるもの）"
    declare_role(appinfo, ROLE_IN_2008, "provisionIn2008", said, ("reference",))


def refer(appinfo: etree._Element, linkbases: dict[str, str]) -> None:
    """Refer to linkbases: file and the role of the reference ("" for any)."""
    for file, role in linkbases.items():
        attributes = {
            q(XLINK, "type"): "simple",
            q(XLINK, "href"): file,
            q(XLINK, "arcrole"): "http://www.w3.org/1999/xlink/properties/linkbase",
        }
        if role:
            attributes[q(XLINK, "role")] = role
        etree.SubElement(appinfo, q(LINK, "linkbaseRef"), attributes)


def declare_role(appinfo: etree._Element, uri: str, anchor: str, definition: str, used_on: tuple[str, ...]) -> None:
    """Declare a role, with the extended links it is used on."""
    element = etree.SubElement(appinfo, q(LINK, "roleType"), {"roleURI": uri, "id": anchor})
    etree.SubElement(element, q(LINK, "definition")).text = definition
    for each in used_on:
        etree.SubElement(element, q(LINK, "usedOn")).text = f"link:{each}"


def _declare_arcrole(appinfo: etree._Element, uri: str, definition: str) -> None:
    attributes = {"arcroleURI": uri, "id": uri.rpartition("/")[2], "cyclesAllowed": "undirected"}
    element = etree.SubElement(appinfo, q(LINK, "arcroleType"), attributes)
    etree.SubElement(element, q(LINK, "definition")).text = definition
    etree.SubElement(element, q(LINK, "usedOn")).text = "link:footnoteArc"


def _choice(root: etree._Element, name: str, values: tuple[Choice, ...]) -> None:
    kind = etree.SubElement(root, q(XSD, "complexType"), {"name": name})
    content = etree.SubElement(kind, q(XSD, "simpleContent"))
    restriction = etree.SubElement(content, q(XSD, "restriction"), {"base": "xbrli:tokenItemType"})
    for value in values:
        said = etree.SubElement(restriction, q(XSD, "enumeration"), {"value": value.value})
        annotation = etree.SubElement(said, q(XSD, "annotation"))
        for language, text in (("en", value.label.en), ("ja", value.label.ja)):
            etree.SubElement(annotation, q(XSD, "documentation"), {q(XML, "lang"): language}).text = text


def _item(root: etree._Element, info: ConceptInfo) -> None:
    concept = info.concept
    declare(root, info.name, identifier(info.name), item_type(info.leaf), info.nillable, info.instant, concept.balance)


def declare(
    root: etree._Element, name: str, anchor: str, kind: str, nillable: bool, instant: bool, balance: Balance | None
) -> None:
    """Declare an item; `anchor` is its id, `kind` its type as a prefixed name."""
    element = etree.SubElement(
        root, q(XSD, "element"),
        {"name": local_name(name), "id": anchor, "type": kind, "substitutionGroup": "xbrli:item"},
    )  # fmt: skip
    element.set("nillable", "true" if nillable else "false")
    element.set(q(XBRLI, "periodType"), "instant" if instant else "duration")
    if balance is not None:
        element.set(q(XBRLI, "balance"), balance)


def _abstract(root: etree._Element, name: str, group: str, kind: str = "xbrli:stringItemType") -> etree._Element:
    return abstract(root, name, identifier(name), group, kind)


def abstract(
    root: etree._Element, name: str, anchor: str, group: str, kind: str = "xbrli:stringItemType"
) -> etree._Element:
    """Declare an abstract item: a heading, a member, an axis or a hypercube by its substitution group."""
    return etree.SubElement(
        root, q(XSD, "element"),
        {
            "name": local_name(name), "id": anchor, "type": kind, "substitutionGroup": group,
            "abstract": "true", "nillable": "true", q(XBRLI, "periodType"): "duration",
        },
    )  # fmt: skip
