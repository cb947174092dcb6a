"""What a company's extension must keep to, so that its taxonomy is valid and says one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from attrs import frozen

from filingexport.binding.extended import leaf_of
from filingexport.binding.plan import Leaf, momentary, plans
from filingexport.model.extension import KINDS, Extension, ExtensionItem
from filingexport.model.filing import Filing
from filingexport.names import BASE, fx, local_name
from filingexport.taxonomy.extension_files import children, following, leaf_of_field
from filingexport.taxonomy.network import network

MAX_ITEMS: Final = 5_000
"""Items that one extension may declare."""
_NAME: Final = re.compile(r"[A-Z][A-Za-z0-9]{0,199}")
_PREFIX: Final = re.compile(r"[a-z][a-z0-9]{0,29}(-[a-z0-9]{1,29}){0,3}")
_NAMESPACE: Final = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~-]+)*")
_RESERVED: Final = frozenset(
    {"xbrli", "link", "xlink", "xbrldi", "xbrldt", "iso4217", "xsi", "xs", "xsd", "xml", "xmlns", "fx", "dtr-types", "ref", "filingexport"}
)  # fmt: skip


@frozen
class Fault:
    """What is wrong with an extension. item: the number of the item it is about, from 1; 0 for the extension itself."""

    item: int
    field: str
    message: str


@lru_cache(maxsize=64)
def faults(extension: Extension) -> tuple[Fault, ...]:
    """All that is wrong with this extension; empty if its taxonomy can be made."""
    return tuple(_Check(extension).all())


@lru_cache(maxsize=1)
def _elements() -> frozenset[str]:
    return frozenset(local_name(name) for name in network(Filing).names()) | {"RowNumber"}


def _close(name: str, known: list[str]) -> str:
    close = get_close_matches(name, known, 1)
    return f"; did you mean {close[0]!r}?" if close else ""


class _Check:
    def __init__(self, extension: Extension) -> None:
        self.extension = extension
        self.items = {each.name: each for each in extension.items}

    def all(self) -> Iterator[Fault]:
        yield from self.whole()
        first: dict[str, int] = {}
        after: dict[tuple[str, str, str], str] = {}
        for number, item in enumerate(self.extension.items, 1):
            if not _NAME.fullmatch(item.name):
                yield Fault(number, "name", f"{item.name!r} is no name such as RevenuesHomeUse: a capital letter, then letters and digits")  # fmt: skip
            elif item.name in first:
                yield Fault(number, "name", f"{item.name} is declared twice, first as item {first[item.name]}; give one another name")  # fmt: skip
            elif item.name in _elements():
                yield Fault(number, "name", f"{item.name} is a name of the standard taxonomy; use the standard item, or another name")  # fmt: skip
            first.setdefault(item.name, number)
            yield from self.item(number, item)
            place = (item.part, item.heading, item.after)
            if place in after:
                yield Fault(number, "after", f"{after[place]} and {item.name} both stand after {item.after or 'the heading'!r}; let one stand after the other")  # fmt: skip
            after.setdefault(place, item.name)
        yield from self.cycles()
        yield from self.arrangements()

    def whole(self) -> Iterator[Fault]:
        said = self.extension
        if not _PREFIX.fullmatch(said.prefix) or said.prefix in _RESERVED:
            yield Fault(0, "prefix", f"{said.prefix!r} is no free prefix; use small letters and digits, such as the company's short name")  # fmt: skip
        if not _NAMESPACE.fullmatch(said.namespace) or len(said.namespace) > 1_000:
            yield Fault(0, "namespace", f"{said.namespace!r} is no address such as http://www.example.com/xbrl")
        elif said.dated_namespace.startswith(BASE.rpartition("/")[0]):
            yield Fault(0, "namespace", "the namespace is the standard taxonomy's; use one of the company's own")
        if not said.items and not said.arrangements:
            yield Fault(0, "items", "an extension without items or arrangements says nothing; leave it out")
        if len(said.items) > MAX_ITEMS:
            yield Fault(0, "items", f"there are more than {MAX_ITEMS:,} items")

    def item(self, number: int, item: ExtensionItem) -> Iterator[Fault]:
        if item.kind not in KINDS:
            yield Fault(number, "type", f"{item.kind!r} is none of: {', '.join(KINDS)}")
            return
        if item.balance is not None and (item.kind != "money" or item.balance not in ("debit", "credit")):
            yield Fault(number, "balance", f"an item of type {item.kind} has no balance {item.balance!r}; only money has, debit or credit")  # fmt: skip
        if item.kind == "heading" and item.instant:
            yield Fault(number, "period", "a heading has no period")
        if item.part not in network(Filing).places:
            yield Fault(number, "part", f"{item.part!r} is no part of a notice{_close(item.part, sorted(network(Filing).places))}")  # fmt: skip
            return
        if item.kind != "heading" and not item.instant and item.part in momentary(Filing):
            yield Fault(number, "period", f"{item.part} is at the moment a period begins, so that its items are instants")  # fmt: skip
        if item.heading:
            heading = self.items.get(item.heading)
            if heading is None or heading.kind != "heading" or heading.part != item.part or heading is item:
                yield Fault(number, "heading", f"{item.heading!r} is no heading that the extension declares in {item.part}")  # fmt: skip
                return
        if item.after and item.after not in self.neighbours(item):
            close = _close(item.after, sorted(self.neighbours(item)))
            yield Fault(number, "after", f"{item.after!r} does not stand in {item.heading or item.part}, so nothing can stand after it{close}")  # fmt: skip
        yield from self.sum(number, item)
        for said, field in ((item.narrower_than, "narrower_than"), (item.wider_than, "wider_than")):
            if said and item.kind == "heading":
                yield Fault(number, field, "a heading has no anchor")
            elif said:
                anchor = network(Filing).concepts.get(fx(said))
                if anchor is None:
                    close = _close(said, sorted(local_name(name) for name in network(Filing).concepts))
                    yield Fault(number, field, f"{said!r} is no item of the standard taxonomy{close}")
                elif anchor.concept.kind != item.kind:
                    yield Fault(number, field, f"{said} is of type {anchor.concept.kind}, and {item.name} is of type {item.kind}")  # fmt: skip

    def neighbours(self, item: ExtensionItem) -> set[str]:
        """What an item can stand after: what is shown below the same heading."""
        own = {each.name for each in self.extension.items if (each.part, each.heading) == (item.part, item.heading)}
        arranged = [each for each in self.extension.arrangements if each.part == item.part]
        fields = {name for each in arranged if each.heading == item.heading for name in each.fields}
        if not arranged and not item.heading:
            fields = set(owners(item.part))
        return (own | fields) - {item.name}

    def sum(self, number: int, item: ExtensionItem) -> Iterator[Fault]:
        if not item.total:
            if item.weight:
                yield Fault(number, "total", f"its weight is {item.weight}, but no total is named; name it or take the weight away")  # fmt: skip
            return
        if item.weight not in (1, -1):
            yield Fault(number, "weight", f"the weight in a total is 1 or -1, not {item.weight}")
            return
        total = self.total_leaf(item)
        if total is None:
            yield Fault(number, "total", f"{item.total!r} is no amount of {item.part} that could sum it")
        elif total.concept.kind != item.kind or total.instant != item.instant:
            yield Fault(number, "total", f"{item.total} is of another type or period than {item.name}, and cannot sum it")  # fmt: skip
        elif item.balance is not None and total.concept.balance is not None:
            said = 1 if item.balance == total.concept.balance else -1
            if said != item.weight:
                yield Fault(number, "weight", f"a {item.balance} item in the {total.concept.balance} total {item.total} has the weight {said}, not {item.weight}; correct the weight or the balance")  # fmt: skip

    def total_leaf(self, item: ExtensionItem) -> Leaf | None:
        own = self.items.get(item.total)
        if own is not None:
            if own.kind == "heading" or own.part != item.part or own.kind not in KINDS:
                return None
            return leaf_of(self.extension, own, own.kind)
        leaf = leaf_of_field(plans(Filing)[item.part], item.total)
        if leaf is None or not leaf.concept.total:
            return None
        return leaf

    def cycles(self) -> Iterator[Fault]:
        numbers = {each.name: number for number, each in enumerate(self.extension.items, 1)}
        for part in dict.fromkeys(each.part for each in self.extension.items):
            items = [each for each in self.extension.items if each.part == part]
            placed = {each.name for each in following(items)}
            lost = [each.name for each in items if each.name not in placed]
            if lost:
                yield Fault(numbers[lost[0]], "after", f"{', '.join(lost)} stand after one another in a circle; let one of them stand after a field")  # fmt: skip
        for field in ("total", "heading"):
            for name in self.items:
                steps, here = [name], getattr(self.items[name], field)
                while here in self.items and here not in steps:
                    steps.append(here)
                    here = getattr(self.items[here], field)
                if here == name and name == min(steps):
                    verb = "sum" if field == "total" else "hold"
                    yield Fault(numbers[name], field, f"{' and '.join(steps)} {verb} one another in a circle" if len(steps) > 1 else f"{name} cannot {verb} itself")  # fmt: skip

    def arrangements(self) -> Iterator[Fault]:
        by_part: dict[str, list[str]] = {}
        places: set[tuple[str, str]] = set()
        for each in self.extension.arrangements:
            if each.part not in network(Filing).places:
                known = sorted(network(Filing).places)
                yield Fault(0, "arrangements", f"{each.part!r} is no part of a notice{_close(each.part, known)}")
                continue
            heading = self.items.get(each.heading)
            if each.heading and (heading is None or heading.kind != "heading" or heading.part != each.part):
                yield Fault(0, "arrangements", f"{each.heading!r} is no heading that the extension declares in {each.part}")  # fmt: skip
            if (each.part, each.heading) in places:
                yield Fault(0, "arrangements", f"{each.heading or each.part} is arranged twice")
            if not each.fields:
                yield Fault(0, "arrangements", f"the arrangement of {each.heading or each.part} names no fields")
            places.add((each.part, each.heading))
            by_part.setdefault(each.part, []).extend(each.fields)
        for part, fields in by_part.items():
            known = owners(part)
            twice = sorted({name for name in fields if fields.count(name) > 1})
            strange = [name for name in fields if name not in known]
            missing = [name for name in known if name not in fields]
            if twice:
                yield Fault(0, "arrangements", f"{twice[0]!r} stands twice in the arrangement of {part}")
            if strange:
                yield Fault(0, "arrangements", f"{strange[0]!r} is no field of {part} that could be arranged{_close(strange[0], known)}")  # fmt: skip
            if missing:
                yield Fault(0, "arrangements", f"the arrangement of {part} leaves out {', '.join(missing)}; an arrangement names every field")  # fmt: skip


@lru_cache(maxsize=1_000)
def owners(part: str) -> list[str]:
    """The fields of a part that are shown below its heading, in the standard order."""
    whole = network(Filing)
    heading = whole.headings[whole.places[part][0].section, part]
    return list(dict.fromkeys(node.owner for node in children(heading)))
