"""The taxonomy's linkbases: labels, presentation, calculation, definition, reference."""

from __future__ import annotations

from typing import Final

from lxml import etree

from filingexport.model import item
from filingexport.model.item import Label, Law
from filingexport.model.law import in_2008
from filingexport.names import REF, ROLE_IN_2008, ROLE_LINK, SCHEMA_FILE, XBRLDT
from filingexport.taxonomy.markup import ExtendedLink, arcrole_ref, linkbase, q, role_ref, to_bytes
from filingexport.taxonomy.network import AbstractInfo, AxisMember, AxisUse, ConceptInfo, Network, Node, Preferred

STANDARD: Final = "http://www.xbrl.org/2003/role/label"
TERSE: Final = "http://www.xbrl.org/2003/role/terseLabel"
DOCUMENTATION: Final = "http://www.xbrl.org/2003/role/documentation"
_NEGATED_SCHEMA: Final = "http://www.xbrl.org/lrr/role/negated-2009-12-16.xsd"
LABEL_ROLES: Final[dict[Preferred, str]] = {
    "standard": STANDARD,
    "total": "http://www.xbrl.org/2003/role/totalLabel",
    "negated": "http://www.xbrl.org/2009/role/negatedLabel",
    "negatedTotal": "http://www.xbrl.org/2009/role/negatedTotalLabel",
    "periodStart": "http://www.xbrl.org/2003/role/periodStartLabel",
    "periodEnd": "http://www.xbrl.org/2003/role/periodEndLabel",
}
DIMENSION_ARCROLE: Final = "http://xbrl.org/int/dim/arcrole/"
DIMENSION_SCHEMA: Final = "http://www.xbrl.org/2005/xbrldt-2005.xsd"
CALCULATION: Final = "https://xbrl.org/2023/arcrole/summation-item"
CALCULATION_SCHEMA: Final = "https://www.xbrl.org/2023/calculation-1.1.xsd"
CONCEPT_LABEL: Final = "http://www.xbrl.org/2003/arcrole/concept-label"
REFERENCE: Final = "http://www.xbrl.org/2003/role/reference"
CONCEPT_REFERENCE: Final = "http://www.xbrl.org/2003/arcrole/concept-reference"
PARENT_CHILD: Final = "http://www.xbrl.org/2003/arcrole/parent-child"


LANGUAGES: Final = ("en", "ja")
"""The languages of the taxonomy."""


def labels(network: Network) -> bytes:
    """The labels in English and Japanese."""
    shown = {role for info in network.concepts.values() for role in info.preferred}
    return _labels({language: _all_labels(network, language) for language in LANGUAGES}, shown)


def documentation(network: Network) -> bytes:
    """The documentation in English and Japanese, in a linkbase of its own: a filing is read without it."""
    return _labels({language: _all_documentation(network, language) for language in LANGUAGES}, set())


def _labels(spoken: dict[str, dict[str, list[tuple[str, str]]]], shown: set[Preferred]) -> bytes:
    """What is said of each element in each language; of those of which the same is said, it is said once."""
    root = linkbase(compact=True)
    negated_role_refs(root, shown)
    link = ExtendedLink(root, "labelLink", ROLE_LINK, compact=True)
    together: dict[tuple[tuple[tuple[str, str], ...], ...], list[str]] = {}
    for name in spoken[LANGUAGES[0]]:
        said = tuple(tuple(spoken[language][name]) for language in LANGUAGES)
        together.setdefault(said, []).append(name)
    for number, (said, names) in enumerate(together.items(), 1):
        source, target = link.group(f"c{number}", names), link.next_resource()
        for language, readings in zip(LANGUAGES, said, strict=True):
            for role, text in readings:
                link.resource("label", target, role, text, language)
        link.arc("labelArc", CONCEPT_LABEL, source, target)
    return to_bytes(root, compact=True)


def _all_documentation(network: Network, language: str) -> dict[str, list[tuple[str, str]]]:
    from filingexport.taxonomy.documentation import in_english, in_japanese  # an extension has no use for it

    english = language == "en"
    result = {
        info.name: [(DOCUMENTATION, in_english(info) if english else in_japanese(info))]
        for info in network.concepts.values()
    }
    for abstract in network.abstracts.values():
        said = abstract.documentation if english else f"「{abstract.ja}」の見出し。"
        result[abstract.name] = [(DOCUMENTATION, said)]
    return result


_SUFFIXES: Final = {
    "heading": (" [abstract]", " [タイトル項目]"),
    "axis": (" [axis]", " [軸]"),
    "domain": (" [domain]", " [ドメイン]"),
    "member": (" [member]", " [メンバー]"),
    "table": (" [table]", " [表]"),
    "line items": (" [line items]", " [表示項目]"),
}
"""What the standard label of an element that is no item ends in; the terse one is what is printed."""


def _all_labels(network: Network, language: str) -> dict[str, list[tuple[str, str]]]:
    """For each element, its labels as (role, text)."""
    from filingexport.taxonomy.catalogue import terse_labels  # an extension has no use for it

    english = language == "en"
    terse = {name: label.en if english else label.ja for name, label in terse_labels(network).items()}
    result = {info.name: _concept_labels(info, language) for info in network.concepts.values()}

    def name(element: str, kind: str, label: Label | AbstractInfo | AxisUse | AxisMember) -> None:
        standard = (label.en if english else label.ja) + _SUFFIXES[kind][0 if english else 1]
        result[element] = [(STANDARD, standard), *(((TERSE, terse[element]),) if element in terse else ())]

    for abstract in network.abstracts.values():
        name(abstract.name, "heading", abstract)
    for axis in network.axes.values():
        name(axis.name, "axis", axis)
        if axis.domain is not None:
            name(axis.domain.name, "domain", axis.domain)
        for member in axis.members:
            name(member.name, "member", member)
    for cube in network.cubes.values():
        axes = [network.axes[axis] for axis in cube.axes]
        by = Label(
            "By " + ", ".join(axis.en for axis in axes) if axes else "Without dimensions",
            "、".join(axis.ja for axis in axes) + "別" if axes else "軸なし",
        )
        name(cube.table, "table", by)
        name(cube.line_items, "line items", by)
    return result


def negated_role_refs(root: etree._Element, shown: set[Preferred]) -> None:
    """Say where the roles of negated labels are declared, if they are used."""
    for preferred in sorted(shown):
        if preferred.startswith("negated"):
            role_ref(root, LABEL_ROLES[preferred], f"{_NEGATED_SCHEMA}#{preferred}Label")


def _concept_labels(info: ConceptInfo, language: str) -> list[tuple[str, str]]:
    concept, printed = info.concept, item.terse(info.concept)
    english = language == "en"
    standard, terse = (concept.en, printed.en) if english else (concept.ja, printed.ja)
    result = [(STANDARD, standard)]
    if (printed.en, printed.ja) != (concept.en, concept.ja):  # in both languages, if it differs in one
        result.append((TERSE, terse))
    for preferred in sorted(info.preferred - {"standard"}):
        # These are for a place in a statement: they say what is printed there.
        text = terse
        if preferred == "periodStart":
            text = f"{terse}, beginning of the period" if english else f"{terse}（期首）"
        elif preferred == "periodEnd":
            text = f"{terse}, end of the period" if english else f"{terse}（期末）"
        result.append((LABEL_ROLES[preferred], text))
    return result


def references(network: Network) -> bytes:
    """The laws that the items follow, today and in 2008, and the elements of EDINET's taxonomy that they are.

    Items that follow the same provisions are told of together: their locators share a label, and so do the provisions.
    """
    root = linkbase(compact=True, ref=REF)
    role_ref(root, ROLE_IN_2008, f"{SCHEMA_FILE}#provisionIn2008")
    link = ExtendedLink(root, "referenceLink", ROLE_LINK, compact=True)

    def refer(label: str, role: str, *parts: tuple[str, str]) -> None:
        resource = link.resource("reference", label, role, None, None)
        for name, text in parts:
            if text:
                etree.SubElement(resource, q(REF, name)).text = text

    together: dict[tuple[Law, ...], list[str]] = {}
    for info in network.concepts.values():
        if info.refs:
            together.setdefault(info.refs, []).append(info.name)
    for number, (laws, names) in enumerate(together.items(), 1):
        source, target = link.group(f"g{number}", names), link.next_resource()
        for law in laws:
            refer(target, REFERENCE, *_law_parts(law))
        for law in in_2008(laws):
            refer(target, ROLE_IN_2008, *_law_parts(law))
        link.arc("referenceArc", CONCEPT_REFERENCE, source, target)
    for info in network.concepts.values():
        if info.edinet:
            target = link.next_resource()
            refer(target, REFERENCE, ("Name", "EDINET taxonomy"), ("Section", info.edinet))
            link.arc("referenceArc", CONCEPT_REFERENCE, link.locate(info.name), target)
    return to_bytes(root, compact=True)


def _law_parts(law: Law) -> tuple[tuple[str, str], ...]:
    return ("Name", law.name), ("Article", law.article), ("Paragraph", law.paragraph), ("Clause", law.item)


def presentation(network: Network) -> bytes:
    """The order of the notice, a role a section."""
    root = linkbase(compact=True)
    negated_role_refs(
        root, {node.preferred for section in network.sections.values() for top in section.nodes for node in _walk(top)}
    )
    for section in network.sections.values():
        role_ref(root, section.role, f"{SCHEMA_FILE}#{section.key}")
    for section in network.sections.values():
        link = ExtendedLink(root, "presentationLink", section.role, compact=True)
        drawn: set[tuple[str, str]] = set()
        for top in section.nodes:
            _present(link, top, drawn)
    return to_bytes(root, compact=True)


def _walk(node: Node) -> list[Node]:
    return [node, *(below for child in node.children for below in _walk(child))]


def _present(link: ExtendedLink, node: Node, drawn: set[tuple[str, str]]) -> None:
    source = link.locate(node.name)
    for order, child in enumerate(node.children, 1):
        pair = (node.name, child.name)
        attributes = {"order": str(order)}
        if child.preferred != "standard":
            attributes["preferredLabel"] = LABEL_ROLES[child.preferred]
        # A heading may stand in two tables: its own children are drawn once. An item shown twice under one
        # heading, at the start and at the end of the period, has two locators: arcs between two labels are unique.
        again = pair in drawn
        if not again or child.preferred != "standard":
            drawn.add(pair)
            target = link.locate(child.name, child.preferred if again else "")
            link.arc("presentationArc", PARENT_CHILD, source, target, **attributes)
        _present(link, child, drawn)


def calculation(network: Network) -> bytes:
    """The sums (Calculations 1.1), a role a section."""
    root = linkbase(compact=True)
    arcrole_ref(root, CALCULATION, f"{CALCULATION_SCHEMA}#summation-item")
    sections = [section for section in network.sections.values() if section.sums]
    for section in sections:
        role_ref(root, section.role, f"{SCHEMA_FILE}#{section.key}")
    for section in sections:
        link = ExtendedLink(root, "calculationLink", section.role, compact=True)
        for each in section.sums:
            source = link.locate(each.total)
            for order, (name, weight) in enumerate(each.items, 1):
                link.arc("calculationArc", CALCULATION, source, link.locate(name), order=str(order), weight=str(weight))
    return to_bytes(root, compact=True)


def definition(network: Network) -> bytes:
    """The dimensions: closed hypercubes with their axes, domains and defaults, a role a hypercube."""
    root = linkbase(compact=True, xbrldt=XBRLDT)
    for cube in network.cubes.values():
        role_ref(root, cube.role, f"{SCHEMA_FILE}#hypercube_{cube.key}")
    for name in ("all", "hypercube-dimension", "dimension-domain", "domain-member", "dimension-default"):
        arcrole_ref(root, DIMENSION_ARCROLE + name, f"{DIMENSION_SCHEMA}#{name}")
    defaulted: set[str] = set()
    for cube in network.cubes.values():
        link = ExtendedLink(root, "definitionLink", cube.role, compact=True)

        def arc(
            kind: str, source: str, target: str, order: int, link: ExtendedLink = link, **more: str
        ) -> etree._Element:
            return link.arc(
                "definitionArc",
                DIMENSION_ARCROLE + kind,
                link.locate(source),
                link.locate(target),
                order=str(order),
                **more,
            )

        has = arc("all", cube.line_items, cube.table, 1)
        has.set(q(XBRLDT, "contextElement"), "scenario")
        has.set(q(XBRLDT, "closed"), "true")
        for order, name in enumerate(cube.axes, 1):
            axis = network.axes[name]
            arc("hypercube-dimension", cube.table, name, order)
            if axis.domain is None:
                continue
            head = arc("dimension-domain", name, axis.domain.name, 1)
            head.set(q(XBRLDT, "usable"), "false")
            for position, member in enumerate(axis.members, 1):
                arc("domain-member", axis.domain.name, member.name, position)
            if axis.default is not None and name not in defaulted:
                defaulted.add(name)
                arc("dimension-default", name, axis.default, 2)
        if cube.items:
            # One arc to all of them: in which order they stand is for the presentation to say.
            items = link.group("items", cube.items)
            link.arc("definitionArc", DIMENSION_ARCROLE + "domain-member", link.locate(cube.line_items), items)
    return to_bytes(root, compact=True)
