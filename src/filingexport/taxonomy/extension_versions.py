"""Extensions of another version of the taxonomy, read as of this one.

A version is the date in the namespace, and names keep their meaning (see docs/taxonomy.md). So an extension's links to
standard items are the same links here, if this version has the names. What it has no name or no place for is taken away
and told, one finding each; what else the extension says stays as it is.
"""

from __future__ import annotations

import re
from typing import Final

import attrs
from lxml import etree

from filingexport.binding.chapters import standing
from filingexport.binding.extended import leaf_of_field
from filingexport.binding.plan import plans
from filingexport.findings import Finding, finding
from filingexport.model.extension import Arrangement, Extension, ExtensionItem
from filingexport.model.filing import Filing
from filingexport.names import BASE, LINK, SCHEMA_FILE, VERSION_DATE, XLINK, XSD
from filingexport.said import Said, say
from filingexport.taxonomy.extension_layout import column_order, owners
from filingexport.taxonomy.extension_rules import Fault, faults

_VERSION: Final = re.compile(re.escape(BASE.removesuffix(VERSION_DATE)) + r"([0-9]{4}-[0-9]{2}-[0-9]{2})")
UNKNOWN: Final = "?"
"""What an item stands after whose place was told by the order of another version, which is not at hand."""
_ROUNDS: Final = 20
"""Rounds in which an extension is mended; what is wrong with it then is told as what is wrong with any."""
_XL: Final = f"{{{XLINK}}}"
_GONE: Final = frozenset({"name", "part", "type", "columns", "period", "balance", "sign"})
"""Fields of an item without which it cannot be."""


def version_of(schema: etree._Element) -> str:
    """The version of the standard taxonomy that an extension's schema imports; this one where it imports none."""
    spaces = (each.get("namespace", "") for each in schema.iterchildren(f"{{{XSD}}}import"))
    found = (match[1] for match in map(_VERSION.fullmatch, spaces) if match)
    return next(found, VERSION_DATE)


def order_file(version: str) -> str:
    """The file of a version's taxonomy that says in which order items are shown."""
    return f"filingexport-{version}-full-pre.xml"


def as_current(tree: etree._Element, version: str) -> None:
    """Let all links of this tree lead to this version instead of another."""
    old = BASE.removesuffix(VERSION_DATE) + version
    stem, current = f"filingexport-{version}", SCHEMA_FILE.removesuffix(".xsd")
    for element in tree.iter(etree.Element):
        for name, value in element.attrib.items():
            if old in value or stem in value:
                element.set(name, value.replace(old, BASE).replace(stem, current))


def shown_in(tree: etree._Element) -> dict[tuple[str, str], list[str]]:
    """What another version's presentation shows below a heading in a section: the ids of elements, in order."""
    found: dict[tuple[str, str], list[tuple[float, str]]] = {}
    for link in tree.iterchildren(f"{{{LINK}}}presentationLink"):
        ids = {each.get(_XL + "label", ""): each.get(_XL + "href", "").rpartition("#")[2] for each in link}
        for arc in link.iterchildren(f"{{{LINK}}}presentationArc"):
            ends = ids.get(arc.get(_XL + "from", ""), ""), ids.get(arc.get(_XL + "to", ""), "")
            key = (link.get(_XL + "role", ""), ends[0])
            found.setdefault(key, []).append((float(arc.get("order", "1")), ends[1]))
    return {key: [name for _, name in sorted(each, key=lambda pair: pair[0])] for key, each in found.items()}


def mended(extension: Extension, version: str, place: str) -> tuple[Extension, tuple[Finding, ...]]:
    """The extension without what this version has no place for, and what that is."""
    mender = _Mender(extension, version, place)
    return mender.mend(), tuple(mender.told)


class _Mender:
    def __init__(self, extension: Extension, version: str, place: str) -> None:
        self.extension = extension
        self.version = version
        self.place = place
        self.told: list[Finding] = []

    def tell(self, what: str, message: Said) -> None:
        said = say(
            "the extension is of the taxonomy's version {version}; of this one: {what}",
            "この拡張はタクソノミの{version}版によるものです。この版では: {what}",
            version=self.version,
            what=message,
        )
        self.told.append(finding("fx:versionPlace", said, self.place, f"extension.{what}"))

    def mend(self) -> Extension:
        self.extension = attrs.evolve(self.extension, arrangements=self.arrangements())
        for item in self.extension.items:
            if item.after == UNKNOWN and item.part in standing(Filing).parts:
                moved = attrs.evolve(item, after=last_place(item, self.extension))
                self.tell(
                    f"items.{item.name}",
                    say(
                        "{item} stands last in {part}, for the order that told its place is not at hand",
                        "{item}の位置を示す表示順がないため、{part}の最後に置きました。",
                        item=item.name,
                        part=item.part,
                    ),
                )
                items = tuple(moved if each is item else each for each in self.extension.items)
                self.extension = attrs.evolve(self.extension, items=items)
        # Each round takes away what the last one found, which may be what another thing stood after.
        for _ in range(min(len(self.extension.items) + 4, _ROUNDS)):
            found = faults(self.extension)
            if not found or all(each.item == 0 and each.field in ("prefix", "namespace", "items") for each in found):
                break
            self.extension = self.without(found)
        return self.extension

    def arrangements(self) -> list[Arrangement]:
        """Fields that this version adds to an arranged part stand after those that they stand after in the standard order."""
        result = list(self.extension.arrangements)
        for part, places in dict.fromkeys((each.part, each.places) for each in result):
            if part not in standing(Filing).parts:
                continue  # told with the faults
            known = owners(part)
            mine = [n for n, each in enumerate(result) if (each.part, each.places) == (part, places)]
            for number, name in enumerate(known):
                if any(name in result[n].fields for n in mine):
                    continue
                if name == known[-1]:  # such as the total
                    n, before = mine[0], result[mine[0]].fields[-1]
                else:
                    known_before = [each for each in known[:number] if any(each in result[m].fields for m in mine)]
                    before = known_before[-1] if known_before else ""
                    n = next((m for m in mine if before in result[m].fields), mine[0])
                fields = list(result[n].fields)
                fields.insert(fields.index(before) + 1 if before else 0, name)
                result[n] = attrs.evolve(result[n], fields=tuple(fields))
                self.tell(
                    "arrangements",
                    say(
                        "{item} of {part} is new, and stands after {before} in the company's order",
                        "{part}の{item}はこの版で新設された項目です。会社の表示順では{before}の次に置きました。",
                        item=name,
                        part=part,
                        before=before or say("the heading", "見出し"),
                    ),
                )
        return result

    def without(self, found: tuple[Fault, ...]) -> Extension:
        """The extension without what is wrong with it."""
        kept: list[ExtensionItem] = []
        for number, item in enumerate(self.extension.items, 1):
            mine = [each for each in found if each.item == number]
            mine = [each for each in mine if each.field in _GONE][:1] or mine
            for each in mine:
                self.tell(f"items.{item.name}", each.message)
            left = self.item(item, {each.field for each in mine})
            if left is not None:
                kept.append(left)
        gone = {each.field for each in found if each.item == 0}
        for each in found:
            if each.item == 0:
                self.tell(each.field, each.message)
        return attrs.evolve(
            self.extension, items=tuple(kept),
            arrangements=() if "arrangements" in gone else self.extension.arrangements,
            signs=() if "signs" in gone else self.extension.signs,
            sums=() if "sums" in gone else self.extension.sums,
        )  # fmt: skip

    def item(self, item: ExtensionItem, wrong: set[str]) -> ExtensionItem | None:
        """An item without what is wrong with it; None for one that cannot be."""
        if wrong & _GONE:
            return None
        if "total" in wrong:
            item = attrs.evolve(item, total="", weight=0)
        if "heading" in wrong:
            item = attrs.evolve(item, heading="")
        if wrong & {"after", "heading"}:
            item = attrs.evolve(item, after=last_place(item, self.extension))
        if "narrower_than" in wrong:
            item = attrs.evolve(item, narrower_than="")
        if "wider_than" in wrong:
            item = attrs.evolve(item, wider_than="")
        return item


def last_place(item: ExtensionItem, extension: Extension) -> str:
    """What an item stands after that is to stand last in its row: the last own item there, else the last field before the total."""
    row = [
        each
        for each in extension.items
        if each is not item
        and (each.part, each.heading, each.kind == "member") == (item.part, item.heading, item.kind == "member")
    ]
    followed = {each.after for each in row}
    for each in reversed(row):
        if each.name not in followed and not _leads_to(each, item, row):
            return each.name
    if item.kind == "member":
        return next(reversed(column_order(item.part)), "")
    if item.heading or item.part not in standing(Filing).parts:
        return ""
    fields = owners(item.part)
    leaf = leaf_of_field(plans(Filing)[item.part], fields[-1]) if fields else None
    usable = fields[:-1] if leaf is not None and leaf.concept.total else fields
    return usable[-1] if usable else ""


def _leads_to(item: ExtensionItem, end: ExtensionItem, row: list[ExtensionItem]) -> bool:
    """Whether an item stands after another, by those between them."""
    by_name = {each.name: each for each in row}
    seen: set[str] = set()
    at: ExtensionItem | None = item
    while at is not None and at.name not in seen:
        if at.after == end.name:
            return True
        seen.add(at.name)
        at = by_name.get(at.after)
    return False
