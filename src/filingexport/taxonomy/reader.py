"""A taxonomy read from its files: schemas and linkbases to `Contents`. The mirror image of `schema` and `linkbases`.

The files are untrusted: they go through the one safe parser, and nothing they refer to is opened. What XBRL 2.1 and
Dimensions 1.0 say of a valid taxonomy is Arelle's to judge; here only what cannot be read is refused.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final

from attrs import evolve
from lxml import etree

from filingexport.declaring import frozen
from filingexport.findings import FilingError, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, parse_xml
from filingexport.names import LINK, XBRLDT, XBRLI, XLINK, XML, XSD, local_name
from filingexport.said import Said, say
from filingexport.taxonomy.contents import Contents, Element, ElementKind, Reference, date_of, undated
from filingexport.taxonomy.extension_files import ANCHORING
from filingexport.taxonomy.linkbases import (
    CALCULATION,
    CONCEPT_LABEL,
    CONCEPT_REFERENCE,
    DIMENSION_ARCROLE,
    PARENT_CHILD,
)

_L: Final = f"{{{LINK}}}"
_XL: Final = f"{{{XLINK}}}"
_XS: Final = f"{{{XSD}}}"
_SUMS: Final = (CALCULATION, "http://www.xbrl.org/2003/arcrole/summation-item")
"""Calculations 1.1, and those of XBRL 2.1."""
_VARIABLES: Final = "http://xbrl.org/arcrole/2008/variable-"
"""What the arcroles from an assertion to its variables and from these to their filters begin with (Formula 1.0)."""
_STEPS: Final = 1_000_000
"""How many arcs are followed from all assertions: they may share what they lead to, and in a circle."""


def read(
    given: Mapping[str, bytes], place: str, limits: Limits = DEFAULT_LIMITS, *, only: Container[str] | None = None
) -> Contents:
    """What these files (name to content) say; `place` is what messages call them all.

    only: the namespaces, undated, that are read; schemas that declare elements in others are passed over with their
    linkbases. So are files that are neither schema nor linkbase. Raises FilingError where no element is declared, or
    where a file cannot be read.
    """
    schemas: dict[str, etree._Element] = {}
    linkbases: dict[str, etree._Element] = {}
    for name, data in sorted(given.items()):
        root = parse_xml(data, f"{place}/{name}", limits)
        # Files refer to one another by plain names, in whichever folder of a package they are.
        if root.tag == f"{_XS}schema":
            schemas[_file(name)] = root
        elif root.tag == f"{_L}linkbase":
            linkbases[_file(name)] = root
    if not schemas:
        raise FilingError(
            [
                finding(
                    "fx:unreadable",
                    say("holds no schema of a taxonomy (.xsd)", "タクソノミのスキーマ（.xsd）がありません。"),
                    place,
                )
            ]
        )
    if only is not None:
        other = {name: root for name, root in schemas.items() if _declares(root) and _space(root) not in only}
        schemas = {name: root for name, root in schemas.items() if name not in other}
        passed = {each for root in other.values() for each in _linkbases(root)}
        linkbases = {name: root for name, root in linkbases.items() if name not in passed}
    reader = _Reader(place)
    for name, root in schemas.items():
        reader.schema(name, root)
    if not reader.contents.elements:
        message = say(
            "declares no element; give the folder, the package, or the schema that declares them",
            "要素の宣言がありません。フォルダ、パッケージ、又は要素を宣言しているスキーマを指定してください。",
        )
        raise FilingError([finding("fx:unreadable", message, place)])
    for name, root in linkbases.items():
        reader.linkbase(name, root)
    return reader.done(schemas)


@frozen
class _Arc:
    """One arc between two elements. key: what makes two arcs equivalent (XBRL 2.1, 3.5.3.9.7.4)."""

    section: str
    source: str
    target: str
    order: Decimal
    label: str
    weight: str
    priority: int
    prohibited: bool

    @property
    def key(self) -> tuple[object, ...]:
        return self.section, self.source, self.target, self.order, self.label, self.weight


class _Reader:
    def __init__(self, place: str) -> None:
        self.place = place
        self.contents = Contents()
        self.anchors: dict[tuple[str, str], str] = {}  # (schema, id) to the element's name
        self.spaces: dict[str, str] = {}  # schema to namespace, of those given and those imported
        self.files: dict[str, set[str]] = {}  # linkbase to the sections it shows
        self.arcs: dict[str, list[_Arc]] = {}  # arcrole to arcs
        self.steps = _STEPS

    def wrong(self, name: str, element: etree._Element, message: Said) -> FilingError:
        return FilingError([finding("fx:unreadable", message, f"{self.place}/{name}:{element.sourceline}")])

    # --- schemas ---------------------------------------------------------------------------------------------

    def schema(self, name: str, root: etree._Element) -> None:
        space = root.get("targetNamespace", "")
        self.spaces[name] = space
        for each in root.iterchildren(f"{_XS}import"):
            self.spaces.setdefault(_file(each.get("schemaLocation", "")), each.get("namespace", ""))
        lists = {}
        for kind in root.iterchildren(f"{_XS}complexType", f"{_XS}simpleType"):
            lists[kind.get("name", "")] = tuple(each.get("value", "") for each in kind.iter(f"{_XS}enumeration"))
        declared = _declares(root)
        if declared:
            self.contents.namespaces[undated(space)] = date_of(space)
        for each in declared:
            local = each.get("name")
            if not local:
                raise self.wrong(name, each, say("an element has no name", "名前のない要素があります。"))
            element = _element(each, f"{{{undated(space)}}}{local}", undated(space), lists)
            if element.name in self.contents.elements:
                raise self.wrong(
                    name, each, say("{element} is declared twice", "{element}が二度宣言されています。", element=local)
                )
            self.contents.elements[element.name] = element
            self.anchors[name, each.get("id", "")] = element.name
        for each in root.iter(f"{_L}roleType", f"{_L}arcroleType"):
            uri = undated(each.get("roleURI", "") or each.get("arcroleURI", ""))
            used = {str(used.text).rpartition(":")[2] for used in each.iterchildren(f"{_L}usedOn")}
            said = each.findtext(f"{_L}definition", "").strip()
            if "presentationLink" in used:
                self.contents.sections[uri] = said
            elif used & {"footnote", "footnoteArc"}:
                self.contents.footnotes[uri] = said

    # --- linkbases -------------------------------------------------------------------------------------------

    def linkbase(self, name: str, root: etree._Element) -> None:
        for link in root.iterchildren():
            if link.get(_XL + "type") != "extended":
                continue
            if not str(link.tag).startswith(_L):
                self.assertions(name, link)
                continue
            section = undated(link.get(_XL + "role", ""))
            located: dict[str, list[str]] = {}
            resources: dict[str, list[etree._Element]] = {}
            for child in link:
                label = child.get(_XL + "label", "")
                if child.tag == f"{_L}loc":
                    located.setdefault(label, []).append(self.element(name, child))
                elif child.get(_XL + "type") == "resource":
                    resources.setdefault(label, []).append(child)
            for child in link:
                if child.get(_XL + "type") == "arc":
                    self.arc(name, section, child, located, resources)

    def element(self, name: str, locator: etree._Element) -> str:
        file, _, anchor = locator.get(_XL + "href", "").partition("#")
        file = _file(file)
        found = self.anchors.get((file, anchor))
        if found is None:
            _, separator, local = anchor.partition("_")
            # An extension stands alone: what it refers to in the standard taxonomy is known by its id.
            if any(known == file for known, _ in self.anchors) or not separator:
                raise self.wrong(
                    name,
                    locator,
                    say(
                        "{element!r} is no element that {file!r} declares",
                        "{element!r}は{file!r}で宣言されていない要素です。",
                        element=anchor,
                        file=file,
                    ),
                )
            found = f"{{{undated(self.spaces.get(file, ''))}}}{local}"
        return found

    def arc(
        self, name: str, section: str, arc: etree._Element,
        located: dict[str, list[str]], resources: dict[str, list[etree._Element]],
    ) -> None:  # fmt: skip
        arcrole = arc.get(_XL + "arcrole", "")
        source, target = arc.get(_XL + "from", ""), arc.get(_XL + "to", "")
        if source not in located or not (target in located or target in resources):
            raise self.wrong(
                name,
                arc,
                say(
                    "an arc leads from {source!r} to {target!r}, one of which is not there",
                    "{source!r}から{target!r}へのアークがありますが、一方がありません。",
                    source=source,
                    target=target,
                ),
            )
        for element in located[source]:
            for resource in resources.get(target, ()):
                if arcrole == CONCEPT_LABEL:
                    self.label(element, resource)
                elif arcrole == CONCEPT_REFERENCE:
                    self.reference(element, resource)
            for other in located.get(target, ()):
                if arcrole == PARENT_CHILD:
                    self.files.setdefault(name, set()).add(section)
                self.arcs.setdefault(arcrole, []).append(self.read_arc(name, section, arc, element, other))

    def read_arc(self, name: str, section: str, arc: etree._Element, source: str, target: str) -> _Arc:
        try:
            order = Decimal(arc.get("order", "1"))
            priority = int(arc.get("priority", "0"))
        except (InvalidOperation, ValueError):
            raise self.wrong(
                name,
                arc,
                say("an arc's order or priority is no number", "アークの順序又は優先度が数値ではありません。"),
            ) from None
        if not order.is_finite():
            raise self.wrong(name, arc, say("an arc's order is no number", "アークの順序が数値ではありません。"))
        label = _last(arc.get("preferredLabel", ""))
        prohibited = arc.get("use") == "prohibited"
        return _Arc(section, source, target, order, label, arc.get("weight", ""), priority, prohibited)

    def label(self, element: str, resource: etree._Element) -> None:
        key = _last(resource.get(_XL + "role", "")), resource.get(f"{{{XML}}}lang", "")
        known = self.contents.labels.setdefault(element, {})
        text = "".join(resource.itertext())
        known[key] = f"{known[key]} / {text}" if key in known else text

    def reference(self, element: str, resource: etree._Element) -> None:
        parts = tuple((local_name(str(each.tag)), each.text or "") for each in resource)
        found = Reference(_last(resource.get(_XL + "role", "")), parts)
        known = self.contents.references.get(element, frozenset())
        self.contents.references[element] = known | {found}

    def assertions(self, name: str, link: etree._Element) -> None:
        """The assertions of a generic link, each with the variables and filters that its arcs lead to."""
        resources: dict[str, list[etree._Element]] = {}
        arcs: dict[str, list[etree._Element]] = {}
        for child in link:
            kind = child.get(_XL + "type")
            if kind == "resource":
                resources.setdefault(child.get(_XL + "label", ""), []).append(child)
            elif kind == "arc" and child.get(_XL + "arcrole", "").startswith(_VARIABLES):
                arcs.setdefault(child.get(_XL + "from", ""), []).append(child)
        for found in resources.values():
            for each in found:
                identifier = each.get("id", "")
                if not identifier or not local_name(str(each.tag)).endswith("Assertion"):
                    continue
                if identifier in self.contents.assertions:
                    raise self.wrong(
                        name,
                        each,
                        say(
                            "the assertion {assertion} is declared twice",
                            "アサーション{assertion}が二度宣言されています。",
                            assertion=identifier,
                        ),
                    )
                said = (_said(each), *sorted(self.variables(name, each, resources, arcs)))
                self.contents.assertions[identifier] = said

    def variables(
        self, name: str, assertion: etree._Element,
        resources: Mapping[str, Sequence[etree._Element]], arcs: Mapping[str, Sequence[etree._Element]],
    ) -> Iterator[str]:  # fmt: skip
        """What an assertion is about, each variable with its filters as text."""
        ways = [("", assertion.get(_XL + "label", ""))]
        passed = set(ways)
        while ways:
            variable, source = ways.pop()
            for arc in arcs.get(source, ()):
                target = arc.get(_XL + "to", "")
                named = arc.get("name", variable)
                if target not in resources:
                    raise self.wrong(
                        name,
                        arc,
                        say(
                            "an arc leads to {target!r}, which is not there",
                            "アークの指す{target!r}がありません。",
                            target=target,
                        ),
                    )
                self.steps -= 1
                if self.steps < 0:
                    message = say(
                        "the assertions have more than {most:,} variables and filters",
                        "アサーションの変数とフィルタが{most:,}個を超えています。",
                        most=_STEPS,
                    )
                    raise FilingError([finding("fx:limit", message, f"{self.place}/{name}")])
                not_ = "not " if arc.get("complement") in ("true", "1") else ""
                yield from (f"${named}: {not_}{_said(each)}" for each in resources[target])
                if (named, target) not in passed:
                    passed.add((named, target))
                    ways.append((named, target))

    # --- together --------------------------------------------------------------------------------------------

    def done(self, schemas: Mapping[str, etree._Element]) -> Contents:
        contents = self.contents
        for (section, parent), below in _grouped(_effective(self.arcs.get(PARENT_CHILD, ()))).items():
            shown = dict.fromkeys((arc.target, arc.label) for arc in below)
            contents.shown.setdefault(section, {})[parent] = tuple(shown)
        for arcrole in _SUMS:
            for arc in _effective(self.arcs.get(arcrole, ())):
                contents.sums.setdefault(arc.section, {}).setdefault(arc.source, {})[arc.target] = arc.weight
        for arc in _effective(self.arcs.get(ANCHORING, ())):
            for element, anchor in (
                (arc.target, ("narrower than", arc.source)),
                (arc.source, ("wider than", arc.target)),
            ):
                contents.anchors[element] = contents.anchors.get(element, frozenset()) | {anchor}
        self.dimensions()
        for name, root in schemas.items():
            sections = frozenset(section for each in _linkbases(root) for section in self.files.get(each, ()))
            if sections:
                contents.entry_points[undated(name)] = sections
        return contents

    def dimensions(self) -> None:
        contents = self.contents
        kinds = {
            kind: list(_effective(self.arcs.get(DIMENSION_ARCROLE + kind, ())))
            for kind in ("all", "hypercube-dimension", "dimension-domain", "domain-member", "dimension-default")
        }
        tables = _grouped(kinds["hypercube-dimension"])
        cubes = {
            (arc.section, arc.source): tuple(each.target for each in tables.get((arc.section, arc.target), ()))
            for arc in kinds["all"]
        }
        for _, head in cubes:
            if (known := contents.elements.get(head)) is not None:
                contents.elements[head] = evolve(known, kind="table")
        domains = {arc.target: arc.source for arc in kinds["dimension-domain"]}
        below = {key: [arc.target for arc in found] for key, found in _grouped(kinds["domain-member"]).items()}
        for arc in kinds["dimension-default"]:
            contents.defaults[arc.source] = arc.target
        heads = {target for found in below.values() for target in found}
        axes: dict[str, set[tuple[str, ...]]] = {}
        for section, head in below:
            if head in domains:
                axis = domains[head]
                found = dict.fromkeys((*contents.members.get(axis, ()), *_all_below(below, section, head)))
                contents.members[axis] = tuple(found)
            elif (section, head) in cubes or head not in heads:
                # Where the hypercube is in other files, the head of its line items stands for it.
                stated = cubes.get((section, head), (head,))
                for item in _all_below(below, section, head):
                    axes.setdefault(item, set()).add(tuple(sorted(stated)))
        contents.axes.update({item: frozenset(combinations) for item, combinations in axes.items()})


def _element(each: etree._Element, name: str, space: str, lists: Mapping[str, tuple[str, ...]]) -> Element:
    kind_of_value = _expanded(each, each.get("type", ""))
    group = local_name(_expanded(each, each.get("substitutionGroup", "")))
    kind: ElementKind = "item"
    if group == "dimensionItem":
        kind = "axis"
    elif group == "hypercubeItem":
        kind = "table"
    elif each.get("abstract") in ("true", "1"):
        kind = "domain or member" if local_name(kind_of_value) == "domainItemType" else "heading"
    own = kind_of_value.startswith(f"{{{space}}}")
    return Element(
        name,
        kind,
        kind_of_value,
        each.get(f"{{{XBRLI}}}periodType", ""),
        each.get(f"{{{XBRLI}}}balance", ""),
        each.get("nillable") in ("true", "1"),
        lists.get(local_name(kind_of_value), ()) if own else (),
        undated(each.get(f"{{{XBRLDT}}}typedDomainRef", "")),
    )


def _said(resource: etree._Element) -> str:
    """An assertion, variable or filter as text: its name, its attributes but those of the link, and what it holds."""
    attributes = (f"{key}={value}" for key, value in sorted(resource.attrib.items()) if key[0] != "{" and key != "id")
    texts = (text for each in resource.itertext() if (text := each.strip()))
    return " ".join((local_name(str(resource.tag)), *attributes, *texts))


def _space(root: etree._Element) -> str:
    return undated(root.get("targetNamespace", ""))


def _declares(root: etree._Element) -> list[etree._Element]:
    """The declarations of elements that stand for something: all but those of typed dimensions' values."""
    return [each for each in root.iterchildren(f"{_XS}element") if each.get("substitutionGroup")]


def _linkbases(root: etree._Element) -> list[str]:
    """The linkbases that a schema refers to."""
    return [_file(each.get(_XL + "href", "")) for each in root.iter(f"{_L}linkbaseRef")]


def _expanded(element: etree._Element, name: str) -> str:
    """A prefixed name of an attribute's value in Clark notation, undated."""
    prefix, separator, local = name.rpartition(":")
    return f"{{{undated(element.nsmap.get(prefix if separator else None) or '')}}}{local}"


def _file(location: str) -> str:
    return location.rpartition("/")[2]


def _last(uri: str) -> str:
    return uri.rpartition("/")[2]


def _effective(arcs: Iterable[_Arc]) -> Iterator[_Arc]:
    """The arcs that count, in order: of equivalent ones that of the highest priority, unless it prohibits (XBRL 2.1, 3.5.3.9.7.5)."""
    kept: dict[tuple[object, ...], _Arc] = {}
    for arc in arcs:
        known = kept.get(arc.key)
        if known is None or (arc.priority, arc.prohibited) > (known.priority, known.prohibited):
            kept[arc.key] = arc
    yield from sorted((arc for arc in kept.values() if not arc.prohibited), key=lambda arc: arc.order)


def _grouped(arcs: Iterable[_Arc]) -> dict[tuple[str, str], list[_Arc]]:
    """The arcs by section and by where they lead from."""
    found: dict[tuple[str, str], list[_Arc]] = {}
    for arc in arcs:
        found.setdefault((arc.section, arc.source), []).append(arc)
    return found


def _all_below(below: Mapping[tuple[str, str], list[str]], section: str, head: str) -> list[str]:
    """Everything below a head in one section, each once."""
    found: dict[str, None] = {}
    waiting = list(reversed(below.get((section, head), ())))
    while waiting:
        each = waiting.pop()
        if each not in found:
            found[each] = None
            waiting += reversed(below.get((section, each), ()))
    return list(found)
