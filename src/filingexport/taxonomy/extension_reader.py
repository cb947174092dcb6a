"""The company's extension read back from its files: the mirror image of `extension_files`.

The files are untrusted: they go through the one safe parser, and nothing they refer to is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Final

from lxml import etree

from filingexport.binding.chapters import standing
from filingexport.binding.extended import column_axis
from filingexport.binding.plan import Leaf, PartField, plans
from filingexport.findings import FilingError, Finding, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, parse_xml
from filingexport.model.extension import SUFFIXES, Arrangement, Extension, ExtensionItem, ItemKind, Signs, Sum
from filingexport.model.filing import Filing
from filingexport.model.item import declared_in
from filingexport.model.values import Text
from filingexport.names import BASE, FX_PREFIX, LINK, SCHEMA_FILE, VERSION_DATE, XBRLI, XLINK, XML, XSD, local_name
from filingexport.said import Mistake, Said, say, told
from filingexport.taxonomy.extension_files import ANCHORING, files
from filingexport.taxonomy.extension_layout import TURNED, column_order, owners, path_to, shown_below
from filingexport.taxonomy.extension_location import STANDARD_FILES
from filingexport.taxonomy.extension_rules import faults
from filingexport.taxonomy.extension_versions import UNKNOWN, as_current, mended, order_file, shown_in, version_of
from filingexport.taxonomy.item_types import TYPES
from filingexport.taxonomy.linkbases import (
    CALCULATION,
    CONCEPT_LABEL,
    DOCUMENTATION,
    LABEL_ROLES,
    PARENT_CHILD,
    STANDARD,
)
from filingexport.taxonomy.network import Node, Preferred, network

_L: Final = f"{{{LINK}}}"
_XL: Final = f"{{{XLINK}}}"
_KINDS: Final[dict[str, ItemKind]] = {kind: name for name, kind in TYPES.items()}
_ORDER: Final = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")
_SIGNS: Final = {"1": 1, "-1": -1}


def read(
    given: Mapping[str, bytes], limits: Limits = DEFAULT_LIMITS, findings: list[Finding] | None = None
) -> Extension:
    """The extension in these files (name to content), one of which is its schema.

    Raises FilingError where they are no extension that this package writes, with what is wrong. An extension that
    says more than can be kept is refused, so that nothing is lost. Of an extension of another version of the taxonomy
    what this version has no place for is taken away and told in `findings`; that version's own presentation may be
    among the files, and tells where items stand.
    """
    own = {name: data for name, data in given.items() if not name.startswith(STANDARD_FILES)}
    schemas = [name for name in own if name.endswith(".xsd")]
    if len(schemas) != 1:
        raise _wrong(
            "",
            say(
                "an extension has one schema, not {count}",
                "拡張タクソノミのスキーマは一つです（{count}個あります）。",
                count=len(schemas),
            ),
        )
    trees = {name: parse_xml(data, name, limits) for name, data in sorted(own.items())}
    version = version_of(trees[schemas[0]])
    if version != VERSION_DATE:
        order = given.get(order_file(version))
        old = parse_xml(order, order_file(version), limits) if order is not None else None
        return _of_version(version, schemas[0], trees, old, findings if findings is not None else [])
    extension = _parsed(_Reader(schemas[0], trees))
    found = faults(extension)
    if found:
        raise FilingError([finding("fx:extension", each.message, schemas[0], each.field) for each in found])
    imports = [each.get("schemaLocation", "") for each in trees[schemas[0]].iterchildren(f"{{{XSD}}}import")]
    standard = next((each for each in imports if each == f"{BASE}/{SCHEMA_FILE}"), SCHEMA_FILE)
    built = files(extension, standard)
    for name in sorted(trees.keys() - built.keys()):
        raise _wrong(
            name,
            say(
                "belongs to no extension as filingexport writes it",
                "本ソフトが書き出す拡張タクソノミに、このファイルはありません。",
            ),
        )
    for name, data in built.items():
        if name not in given:
            raise _wrong(
                name,
                say(
                    "is missing beside the extension's schema",
                    "拡張タクソノミのスキーマと同じ場所に、このファイルがありません。",
                ),
            )
        if given[name] != data and _canonical(trees[name]) != _canonical(etree.fromstring(data)):
            raise _wrong(
                name,
                say(
                    "says something that cannot be kept; an extension is read only as filingexport writes it",
                    "保持できない内容があります。読み込めるのは本ソフトが書き出したとおりの拡張タクソノミに限ります。",
                ),
            )
    return extension


def _canonical(tree: etree._Element) -> bytes:
    return etree.tostring(tree, method="c14n2")


def _of_version(
    version: str, schema: str, trees: dict[str, etree._Element], old: etree._Element | None, findings: list[Finding]
) -> Extension:
    """An extension of another version, as of this one."""
    for tree in (*trees.values(), *((old,) if old is not None else ())):
        as_current(tree, version)
    reader = _Reader(schema, trees, version, shown_in(old) if old is not None else {})
    extension, told = mended(_parsed(reader), version, schema)
    findings += [finding("fx:versionPlace", each, schema, "extension") for each in reader.told]
    findings += told
    found = faults(extension)
    if found:
        raise FilingError([finding("fx:extension", each.message, schema, each.field) for each in found])
    touched = {each.path.rpartition(".")[2] for each in told}
    names = {each.name: each.element for each in extension.items}
    built = {name: etree.fromstring(data) for name, data in files(extension).items()}
    more = _said(trees.values()) - _said(built.values())
    kept = {f"{extension.prefix}_{element}" for name, element in names.items() if name not in touched}
    for what, *ends in sorted(more, key=str):
        if kept.intersection(ends):
            raise _wrong(
                schema,
                say(
                    "says {what} of {ends}, which cannot be kept; an extension is read only as filingexport writes it",
                    "保持できない内容（{ends}の{what}）があります。読み込めるのは本ソフトが書き出したとおりの拡張タクソノミに限ります。",
                    what=what,
                    ends=" and ".join(ends),
                ),
            )
    return extension


def _said(trees: Iterable[etree._Element]) -> set[tuple[str, ...]]:
    """What is said of own items apart from their order: a kind of link and its ends."""
    found: set[tuple[str, ...]] = set()
    for tree in trees:
        for link in tree:
            ids = {each.get(_XL + "label", ""): each.get(_XL + "href", "").rpartition("#")[2] for each in link}
            for arc in link:
                if arc.get(_XL + "type") == "arc" and arc.get("use") != "prohibited" and arc.tag != _L + "labelArc":
                    ends = (ids.get(arc.get(_XL + end, ""), "") for end in ("from", "to"))
                    found.add((arc.get(_XL + "arcrole", "").rpartition("/")[2], *ends))
    return found


def _parsed(reader: _Reader) -> Extension:
    try:
        return reader.extension()
    except (ValueError, KeyError, TypeError) as error:
        said = (
            told(error)
            if isinstance(error, ValueError)
            else say("it lacks or mistakes {what}", "不足又は誤りがあります（{what}）", what=error)
        )
        raise _wrong(
            reader.file,
            say(
                "it cannot be read as an extension of this taxonomy: {why}",
                "このタクソノミの拡張として読み込めません: {why}",
                why=said,
            ),
        ) from None


def _wrong(place: str, message: Said) -> FilingError:
    return FilingError([finding("fx:extension", message, place)])


class _Arc:
    """One arc: the role of its link, where it leads from and to, as ids of element declarations, and its attributes."""

    def __init__(self, role: str, source: str, target: Any, element: etree._Element) -> None:
        self.role = role
        self.source = source
        self.target = target
        self.order = element.get("order", "1")
        self.weight = element.get("weight", "")
        self.preferred = _PREFERRED.get(element.get("preferredLabel", STANDARD), "standard")
        self.prohibited = element.get("use") == "prohibited"
        if not _ORDER.fullmatch(self.order):
            raise Mistake(say("an arc has the order {order!r}", "アークの順序が{order!r}です。", order=self.order))

    @property
    def sign(self) -> int:
        """The weight of an item in its total; raises Mistake for another than 1 and -1."""
        if self.weight not in _SIGNS:
            raise Mistake(
                say(
                    "an arc has the weight {weight!r}; an item is added to its total (1) or taken away (-1)",
                    "アークの加減の別が{weight!r}です。合計に加算する項目は1、減算する項目は-1です。",
                    weight=self.weight,
                )
            )
        return _SIGNS[self.weight]


_PREFERRED: Final[dict[str, Preferred]] = {role: kind for kind, role in LABEL_ROLES.items()}


class _Reader:
    def __init__(
        self, schema: str, trees: dict[str, etree._Element], version: str = VERSION_DATE,
        old: dict[tuple[str, str], list[str]] | None = None,
    ) -> None:  # fmt: skip
        """Of another version: `old` is the order in which that version shows its items, by section and heading."""
        self.version = version
        self.old = old or {}
        self.told: list[Said] = []
        self.file = schema
        self.schema = trees[schema]
        self.trees = [tree for name, tree in trees.items() if name != schema]
        self.network = network(Filing)
        self.roles = {section.role: key for key, section in self.network.sections.items()}
        self.parts = {place.part for place in standing(Filing).paths.values()}

    def extension(self) -> Extension:
        namespace, _, day = self.schema.get("targetNamespace", "").rpartition("/")
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
            raise Mistake(say("its namespace does not end in a date", "名前空間が日付で終わっていません。"))
        prefix = self.file.removesuffix(f"-{day}.xsd")
        if prefix == self.file:
            raise Mistake(
                say(
                    "its file is not named after its date, {day}",
                    "ファイル名が日付（{day}）によるものではありません。",
                    day=day,
                )
            )
        self.own = f"{prefix}_"
        self.kinds = {name: kind for name, kind, _ in self.declared()}
        self.labels()
        self.calculation()
        self.anchors()
        self.presentation()
        return Extension(
            prefix=prefix, namespace=namespace, date=date.fromisoformat(day),
            items=tuple(self.item(*declared) for declared in self.declared()),
            arrangements=tuple(
                Arrangement(part=part, places=places, fields=fields, heading=heading)
                for (part, heading, fields), places in self.gathered(self.arranged)
            ),
            signs=tuple(Signs(part=part, places=places, fields=fields) for (part, fields), places in self.gathered(self.turned)),
            sums=self.sums(),
        )  # fmt: skip

    @cached_property
    def names(self) -> dict[str, str]:
        """The standard items' names by their local ones."""
        return {local_name(name): name for name in self.network.concepts}

    @property
    def other(self) -> bool:
        """Whether it is of another version of the taxonomy, in which names may be gone."""
        return self.version != VERSION_DATE

    def section_of(self, role: str) -> str:
        """The key of a section; of another version it may be one that this version has not."""
        return self.roles.get(role, role.rpartition("/")[2]) if self.other else self.roles[role]

    def tell(self, message: Said) -> None:
        self.told.append(
            say(
                "the extension is of the taxonomy's version {version}; of this one: {what}",
                "この拡張はタクソノミの{version}版によるものです。この版では: {what}",
                version=self.version,
                what=message,
            )
        )

    def declared(self) -> list[tuple[str, ItemKind, etree._Element]]:
        """The elements of items, each with its name and its kind; hypercubes and their line items are none."""
        cubes = set()
        for element in self.schema.iterchildren(f"{{{XSD}}}element"):
            if element.get("substitutionGroup") == "xbrldt:hypercubeItem":
                cubes.add(element.get("name", "").removesuffix("Table"))
        found: list[tuple[str, ItemKind, etree._Element]] = []
        for element in self.schema.iterchildren(f"{{{XSD}}}element"):
            name, group = element.get("name", ""), element.get("substitutionGroup", "")
            kind: ItemKind
            if group == "xbrldt:hypercubeItem" or name.removesuffix("LineItems") in cubes:
                continue
            if group == "xbrldt:dimensionItem":
                kind = "table"
            elif element.get("type") == "dtr-types:domainItemType":
                kind = "member"
            elif element.get("abstract") == "true":
                kind = "heading"
            else:
                kind = _KINDS[element.get("type", "")]
            found.append((name.removesuffix(SUFFIXES.get(kind, "")), kind, element))
        return found

    def item(self, name: str, kind: ItemKind, element: etree._Element) -> ExtensionItem:
        label = self.said.get((element.get("name", ""), STANDARD))
        if label is None:
            raise Mistake(say("{item} has no label", "{item}に名称（ラベル）がありません。", item=name))
        documentation = self.said.get((element.get("name", ""), DOCUMENTATION))
        if name not in self.stands:
            raise Mistake(
                say("{item} stands nowhere in the presentation", "{item}が表示リンクのどこにもありません。", item=name)
            )
        [((part, heading, after, negated), places), *others] = self.gathered({name: self.stands[name]})
        if others:
            raise Mistake(
                say(
                    "{item} stands in several places in different ways",
                    "{item}が複数の箇所に異なる形で表示されています。",
                    item=name,
                )
            )
        total, weight = self.totals.get(name, ("", 0))
        balance: Any = element.get(f"{{{XBRLI}}}balance")
        return ExtensionItem(
            name=name, label=Text(**label), documentation=Text(**documentation) if documentation else None, kind=kind,
            balance=balance, instant=element.get(f"{{{XBRLI}}}periodType") == "instant", part=part, places=places,
            after=after, total=self.field_of(part, total), weight=weight, heading=heading, negated=negated,
            narrower_than=self.narrower.get(name, ""), wider_than=self.wider.get(name, ""),
        )  # fmt: skip

    def gathered(self, told: Mapping[Any, Any]) -> list[tuple[Any, tuple[str, ...]]]:
        """What is told in sections, with the places in which it is told the same; all places of a part are ()."""
        found: dict[Any, list[str]] = {}
        for by_section in told.values():
            for section, said in by_section.items():
                found.setdefault(said, []).append(section)
        result = []
        for said, sections in found.items():
            every = standing(Filing).parts.get(said[0], ())
            paths = tuple(place.path for place in every if place.chapter in sections)
            # A chapter that this version has not may have become several: then what stood in it stands in all.
            elsewhere = self.other and any(section not in self.network.sections for section in sections)
            result.append((said, () if len(paths) == len(every) or elsewhere else paths))
        return result

    def field_of(self, part: str, total: str) -> str:
        """The field of a part that this total (an own item, or the name of a standard one) is."""
        if not total or total in self.kinds or part not in self.parts:
            return total
        for entry in plans(Filing)[part].entries:
            leaf = entry.line if isinstance(entry, PartField) else entry if isinstance(entry, Leaf) else None
            if leaf is not None and local_name(leaf.name) == total:
                return entry.attribute
        return total

    # --- links -----------------------------------------------------------------------------------------------

    def arcs(self, kind: str, arcrole: str) -> list[_Arc]:
        """The arcs of this arcrole, in order of the documents; ends that are no element of ours are refused."""
        found = []
        for tree in self.trees:
            for link in tree.iterchildren(_L + kind):
                located: dict[str, str] = {}
                labels: dict[str, list[etree._Element]] = {}
                for child in link:
                    label = child.get(_XL + "label", "")
                    if child.tag == _L + "loc":
                        located[label] = child.get(_XL + "href", "").rpartition("#")[2]
                    elif child.tag == _L + "label":
                        labels.setdefault(label, []).append(child)
                targets: Mapping[str, Any] = labels if kind == "labelLink" else located
                for child in link:
                    if child.get(_XL + "arcrole") == arcrole:
                        ends = located[child.get(_XL + "from", "")], targets[child.get(_XL + "to", "")]
                        found.append(_Arc(link.get(_XL + "role", ""), *ends, child))
        return found

    def is_own(self, identifier: str) -> bool:
        return identifier.startswith(self.own)

    def local(self, identifier: str) -> str:
        """The name of an own item by the id of its element."""
        name = identifier.partition("_")[2]
        bare = (name.removesuffix(suffix) for kind, suffix in SUFFIXES.items() if self.kinds.get(name.removesuffix(suffix)) == kind)  # fmt: skip
        return next(bare, name)

    def standard(self, identifier: str) -> str:
        """The local name of a standard element, "" for another."""
        return identifier.removeprefix(f"{FX_PREFIX}_") if identifier.startswith(f"{FX_PREFIX}_") else ""

    def labels(self) -> None:
        self.said: dict[tuple[str, str], dict[str, str]] = {}
        for arc in self.arcs("labelLink", CONCEPT_LABEL):
            if self.is_own(arc.source):
                for resource in arc.target:
                    language = resource.get(f"{{{XML}}}lang", "")
                    key = (arc.source.partition("_")[2], resource.get(_XL + "role", ""))
                    self.said.setdefault(key, {})[language] = resource.text or ""

    def anchors(self) -> None:
        self.narrower: dict[str, str] = {}
        self.wider: dict[str, str] = {}
        for arc in self.arcs("definitionLink", ANCHORING):
            if self.is_own(arc.target):
                self.narrower[self.local(arc.target)] = self.standard(arc.source)
            else:
                self.wider[self.local(arc.source)] = self.standard(arc.target)

    # --- sums ------------------------------------------------------------------------------------------------

    def calculation(self) -> None:
        """In which total each own item is, and which totals sum standard items in the company's own way."""
        self.totals: dict[str, tuple[str, int]] = {}
        own: dict[tuple[str, str], list[str]] = {}  # the standard items of a redefined or own total, in a section
        redefined: set[tuple[str, str]] = set()
        for arc in self.arcs("calculationLink", CALCULATION):
            total = self.local(arc.source) if self.is_own(arc.source) else self.standard(arc.source)
            here = self.section_of(arc.role), total
            if arc.prohibited:
                redefined.add(here)
            elif self.is_own(arc.target):
                self.totals[self.local(arc.target)] = (total, arc.sign)
            else:
                own.setdefault(here, []).append(self.standard(arc.target))
        self.own_sums = {here: own.get(here, []) for here in dict.fromkeys((*own, *sorted(redefined)))}

    def sums(self) -> tuple[Sum, ...]:
        """The sums of the company's own, each in the part that declares its total."""
        found: dict[str, Sum] = {}
        for (_, total), names in self.own_sums.items():
            gone = [name for name in (total, *names) if name not in self.names and name not in self.kinds]
            if self.other and gone:
                self.tell(
                    say(
                        "{item} is no item any more, so that {total} is summed in the standard way",
                        "{item}はこの版にない項目のため、{total}は標準のとおりに合計します。",
                        item=gone[0],
                        total=total,
                    )
                )
                continue
            if total in self.kinds:
                part = next(iter(self.stands[total].values()))[0]
            else:
                part = declared_in(self.network.concepts[self.names[total]].concept).__name__
            paths = (path_to(plans(Filing)[part], self.names[name]) for name in names)
            items = tuple(path or name for path, name in zip(paths, names, strict=True))
            found[total] = Sum(part=part, total=self.field_of(part, total), items=items)
        return tuple(found.values())

    # --- presentation ----------------------------------------------------------------------------------------

    def presentation(self) -> None:
        """Where the items stand, how parts are arranged, and whose signs are turned: each by the section in which it is so."""
        self.stands: dict[str, dict[str, tuple[str, str, str, bool]]] = {}
        self.arranged: dict[tuple[str, str], dict[str, tuple[str, str, tuple[str, ...]]]] = {}
        self.turned: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {}
        by_section: dict[str, list[_Arc]] = {}
        for arc in self.arcs("presentationLink", PARENT_CHILD):
            by_section.setdefault(self.section_of(arc.role), []).append(arc)
        for section, arcs in by_section.items():
            self.section(section, [arc for arc in arcs if not arc.prohibited])

    def section(self, section: str, arcs: list[_Arc]) -> None:
        below: dict[str, list[_Arc]] = {}
        for arc in arcs:
            below.setdefault(arc.source, []).append(arc)
        domains = self.domains(section)
        parents = {arc.target: arc.source for arc in reversed(arcs)}
        tops: dict[str, str] = {}
        by_part: dict[str, dict[str, list[_Arc]]] = {}
        for source, found in below.items():
            if self.standard(source) in domains and found:
                self.columns(section, domains[self.standard(source)], found)
            else:
                by_part.setdefault(self.part_of(source, parents, tops), {})[source] = found
        for part, headings in by_part.items():
            self.part(section, part, headings)

    def domains(self, section: str) -> dict[str, str]:
        """The domains of the matrices in a section, with the part that each matrix is."""
        found = {}
        for place in standing(Filing).paths.values():
            here = place.chapter == section or (self.other and section not in self.network.sections)
            axis = column_axis(plans(Filing)[place.part]) if here else None
            domain = self.network.axes[axis].domain if axis is not None else None
            if domain is not None:
                found[local_name(domain.name)] = place.part
        return found

    def part_of(self, identifier: str, parents: dict[str, str], tops: dict[str, str]) -> str:
        """The part below whose heading an own heading or table stands, or whose heading this is.

        tops: what has been found, the standard heading of each own one.
        """
        seen: dict[str, None] = {}
        while self.is_own(identifier) and identifier not in tops:
            if identifier in seen:
                raise Mistake(say("headings hold one another", "見出しが循環しています。"))
            seen[identifier] = None
            identifier = parents[identifier]
        identifier = tops.get(identifier, identifier)
        tops.update(dict.fromkeys(seen, identifier))
        part = self.standard(identifier).removesuffix("Abstract")
        if part not in self.parts and not self.other:
            raise Mistake(
                say(
                    "something is shown below {element}, which is no heading of a part",
                    "{element}の下に表示されるものがありますが、{element}は部分の見出しではありません。",
                    element=identifier,
                )
            )
        return part

    def part(self, section: str, part: str, headings: dict[str, list[_Arc]]) -> None:
        """What is shown in a section below the heading of a part and below own headings in it."""
        nodes = self.nodes(section, part)
        known = {(f"{FX_PREFIX}_{local_name(node.name)}", kind): (node.owner, kind != node.preferred)
                 for node in nodes for kind in (node.preferred, TURNED.get(node.preferred, node.preferred))}  # fmt: skip
        drawn: dict[str, list[tuple[str, bool]]] = {source: [] for source in headings}
        for source, found in headings.items():
            for arc in found:
                if self.is_own(arc.target):
                    continue
                if (arc.target, arc.preferred) in known:
                    drawn[source].append(known[arc.target, arc.preferred])
                elif self.other:
                    self.tell(
                        say(
                            "{item} is not shown in {part}, where the company has it in its own order",
                            "会社独自の表示順で{part}にある{item}は、この版では{part}に表示されません。",
                            item=self.standard(arc.target),
                            part=part,
                        )
                    )
                else:
                    raise Mistake(
                        say(
                            "{item} is shown in {part}, where it does not stand",
                            "{item}が{part}に表示されていますが、そこに属する項目ではありません。",
                            item=arc.target,
                            part=part,
                        )
                    )
        order = owners(part) if part in self.parts else []
        names = {source: list(dict.fromkeys(name for name, _ in found)) for source, found in drawn.items()}
        turned = {name for found in drawn.values() for name, opposite in found if opposite}
        if turned:
            self.turned.setdefault(part, {})[section] = (part, tuple(name for name in order if name in turned))
        if self.other:  # what is drawn anew and not turned is drawn for its order; not all of it may have a name here
            arranged = any(not opposite for found in drawn.values() for _, opposite in found)
        else:
            arranged = sum(len(found) for found in names.values()) == len(order) and [*names.values()] != [order]
            if len(names) > 1 and any(found == order for found in names.values()):
                arranged = any(found for source, found in names.items() if self.is_own(source))
        for source, found in headings.items():
            heading = self.local(source) if self.is_own(source) else ""
            if arranged and names[source]:
                self.arranged.setdefault((part, heading), {})[section] = (part, heading, tuple(names[source]))
            places: list[tuple[tuple[int, int], _Arc | str]] = []
            if not heading and not arranged:
                places += self.numbered(
                    section, source, [(f"{FX_PREFIX}_{local_name(node.name)}", node.owner) for node in nodes]
                )
            for arc in found:
                if self.is_own(arc.target):
                    places.append((_place(arc.order), arc))
                elif arranged and (arc.target, arc.preferred) in known:
                    places.append((_place(arc.order), known[arc.target, arc.preferred][0]))
            self.places(section, part, heading, places)

    def nodes(self, section: str, part: str) -> tuple[Node, ...]:
        """What the standard taxonomy shows below the heading of a part; in any section, where this one is of another version."""
        if part not in self.parts:
            return ()
        if (section, part) not in self.network.headings:
            section = standing(Filing).parts[part][0].chapter
        return shown_below(section, part)

    def numbered(
        self, section: str, heading: str, shown: list[tuple[str, str]]
    ) -> list[tuple[tuple[int, int], _Arc | str]]:
        """The numbers that the standard order gives to fields: in another version it is that version's order, if it is known.

        shown: elements in the order of this version, each with its field. One may be there for several fields, such as
        a balance at the beginning and at the end of the period: the first for the first of them.
        """
        fields: dict[str, list[str]] = {}
        for identifier, name in shown:
            fields.setdefault(identifier, []).append(name)
        order = [identifier for identifier, _ in shown]
        if self.other:
            old = (
                found for (role, name), found in self.old.items() if (self.section_of(role), name) == (section, heading)
            )
            order = next(old, [])
        return [((number, 0), fields[each].pop(0)) for number, each in enumerate(order, 1) if fields.get(each)]

    def columns(self, section: str, part: str, found: list[_Arc]) -> None:
        axis = self.network.axes[column_axis(plans(Filing)[part]) or ""]
        columns = {number: name for name, number in column_order(part).items()}
        shown = [(f"{FX_PREFIX}_{local_name(each.name)}", columns.get(n, "")) for n, each in enumerate(axis.members, 1)]
        places = self.numbered(section, found[0].source, shown)
        self.places(
            section, part, "",
            [*(each for each in places if each[1]), *((_place(arc.order), arc) for arc in found)],
        )  # fmt: skip

    def places(self, section: str, part: str, heading: str, places: list[tuple[tuple[int, int], _Arc | str]]) -> None:
        """Own items stand after what comes before them in order."""
        before = ""
        for _, what in sorted(places, key=lambda pair: pair[0]):
            if isinstance(what, str):
                before = what
            else:
                name = self.local(what.target)
                if self.other and not before and _place(what.order)[0]:
                    before = UNKNOWN
                self.stands.setdefault(name, {})[section] = (part, heading, before, what.preferred == "negated")
                before = name


def _place(order: str) -> tuple[int, int]:
    whole, _, fraction = order.partition(".")
    return int(whole), int(fraction or "0")
