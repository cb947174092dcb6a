"""What a company's extension must keep to, so that its taxonomy is valid and says one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from attrs import frozen

from filingexport.binding.chapters import Place, standing
from filingexport.binding.extended import column_axis, following, leaf_of, leaf_of_field
from filingexport.binding.plan import Leaf, momentary, plans
from filingexport.model.extension import KINDS, STRUCTURAL, Arrangement, Extension, ExtensionItem, Signs, Sum
from filingexport.model.filing import Filing
from filingexport.model.item import NUMERIC, declared_in
from filingexport.names import BASE, fx, local_name
from filingexport.spelling import meant
from filingexport.taxonomy.extension_layout import (
    TURNED,
    column_order,
    cube_keys,
    declared_here,
    owners,
    path_to,
    resolve,
    shown_below,
)
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
    close = meant(name, known)
    return f"; did you mean {close!r}?" if close else ""


class _Check:
    def __init__(self, extension: Extension) -> None:
        self.extension = extension
        self.items = {each.name: each for each in extension.items}

    def all(self) -> Iterator[Fault]:
        yield from self.whole()
        first: dict[str, int] = {}
        elements: dict[str, str] = {}
        after: dict[tuple[str, str, bool, str], str] = {}
        for number, item in enumerate(self.extension.items, 1):
            if not _NAME.fullmatch(item.name):
                yield Fault(number, "name", f"{item.name!r} is no name such as RevenuesHomeUse: a capital letter, then letters and digits")  # fmt: skip
            elif item.name in first:
                yield Fault(number, "name", f"{item.name} is declared twice, first as item {first[item.name]}; give one another name")  # fmt: skip
            elif item.element in _elements():
                yield Fault(number, "name", f"{item.element} is a name of the standard taxonomy; use the standard item, or another name")  # fmt: skip
            elif (known := next((elements[name] for name in self.made(item) if name in elements), None)) is not None:
                yield Fault(number, "name", f"the elements of {known} and {item.name} would have one name; give one another name")  # fmt: skip
            first.setdefault(item.name, number)
            elements |= dict.fromkeys(self.made(item), item.name)
            faults = [*self.where(number, item.part, item.places), *self.item(number, item)]
            yield from faults
            spots = [] if faults else [(place.path, *self.row(item), item.after) for place in self.places(item)]
            before = next((after[spot] for spot in spots if spot in after), None)
            if before is not None:
                yield Fault(number, "after", f"{before} and {item.name} both stand after {item.after or 'the heading'!r}; let one stand after the other")  # fmt: skip
            after |= dict.fromkeys(spots, item.name)
        yield from self.cycles()
        yield from self.arrangements()
        yield from self.signs()
        yield from self.sums()

    def made(self, item: ExtensionItem) -> tuple[str, ...]:
        """The local names of the elements that are made for an item; a table has a hypercube with line items."""
        keys = cube_keys(item) if item.kind == "table" and self.sound(item) else ()
        return (item.element, *(key + end for key in keys for end in ("Table", "LineItems")))

    def row(self, item: ExtensionItem) -> tuple[str, bool]:
        """What an item stands in a row with: what is below the same heading; the columns of a matrix."""
        return item.heading, item.kind == "member"

    def whole(self) -> Iterator[Fault]:
        said = self.extension
        if not _PREFIX.fullmatch(said.prefix) or said.prefix in _RESERVED:
            yield Fault(0, "prefix", f"{said.prefix!r} is no free prefix; use small letters and digits, such as the company's short name")  # fmt: skip
        if not _NAMESPACE.fullmatch(said.namespace) or len(said.namespace) > 1_000:
            yield Fault(0, "namespace", f"{said.namespace!r} is no address such as http://www.example.com/xbrl")
        elif said.dated_namespace.startswith(BASE.rpartition("/")[0]):
            yield Fault(0, "namespace", "the namespace is the standard taxonomy's; use one of the company's own")
        if not (said.items or said.arrangements or said.signs or said.sums):
            yield Fault(
                0, "items", "an extension without items, arrangements, signs or sums says nothing; leave it out"
            )
        if len(said.items) > MAX_ITEMS:
            yield Fault(0, "items", f"there are more than {MAX_ITEMS:,} items")

    def where(self, number: int, part: str, said: tuple[str, ...], field: str = "part") -> Iterator[Fault]:
        """Where an item or another declaration stands: a part, and places of it as they are named."""
        parts = standing(Filing).parts
        if part not in parts:
            yield Fault(number, field, f"{part!r} is no part of a notice{_close(part, sorted(parts))}")
            return
        known = [place.path for place in parts[part]]
        for path in said:
            if path not in known:
                at = standing(Filing).paths.get(path)
                if at is not None and at.part == part:
                    yield Fault(number, field, f"{path} has one order with {at.path}; name that")
                else:
                    yield Fault(number, field, f"{path!r} is no place of {part}{_close(path, known)}")
                return
        if said and said != tuple(path for path in known if path in said):
            yield Fault(number, field, f"the places of {part} stand in the order of the notice, each once: {', '.join(known)}")  # fmt: skip
        elif len(said) == len(known):
            yield Fault(number, field, f"these are all places of {part}; name none to mean all")

    def places(self, declared: ExtensionItem | Arrangement | Signs) -> tuple[Place, ...]:
        return standing(Filing).named(declared.part, declared.places)

    def covers(self, outer: ExtensionItem, inner: ExtensionItem | Arrangement) -> bool:
        """Whether an item stands wherever another does."""
        return set(self.places(outer)) >= set(self.places(inner))

    # --- items -----------------------------------------------------------------------------------------------

    def item(self, number: int, item: ExtensionItem) -> Iterator[Fault]:
        if item.kind not in KINDS:
            yield Fault(number, "type", f"{item.kind!r} is none of: {', '.join(KINDS)}")
            return
        if item.part not in standing(Filing).parts:
            return
        if item.balance is not None and (item.kind != "money" or item.balance not in ("debit", "credit")):
            yield Fault(number, "balance", f"an item of type {item.kind} has no balance {item.balance!r}; only money has, debit or credit")  # fmt: skip
        if item.kind in STRUCTURAL and item.instant:
            yield Fault(number, "period", f"a {item.kind} has no period")
        if item.negated and item.kind not in NUMERIC:
            yield Fault(number, "sign", f"an item of type {item.kind} has no sign that could be turned")
        if item.kind not in STRUCTURAL and not item.instant and item.part in momentary(Filing):
            yield Fault(number, "period", f"{item.part} is at the moment a period begins, so that its items are instants")  # fmt: skip
        if item.kind == "member" and column_axis(plans(Filing)[item.part]) is None:
            yield Fault(number, "part", f"{item.part} is no matrix, so that a member has no place in it")
            return
        if item.kind == "table" and not any(each.heading == item.name for each in self.extension.items):
            yield Fault(number, "columns", f"the table {item.name} has no columns")
        below = list(self.below(number, item))
        yield from below
        if not below:
            yield from self.position(number, item)
        yield from self.sum(number, item)
        for said, field in ((item.narrower_than, "narrower_than"), (item.wider_than, "wider_than")):
            if said and item.kind in STRUCTURAL:
                yield Fault(number, field, f"a {item.kind} has no anchor")
            elif said:
                yield from self.anchor(number, item, said, field)

    def anchor(self, number: int, item: ExtensionItem, said: str, field: str) -> Iterator[Fault]:
        anchor = network(Filing).concepts.get(fx(said))
        if anchor is None:
            close = _close(said, sorted(local_name(name) for name in network(Filing).concepts))
            yield Fault(number, field, f"{said!r} is no item of the standard taxonomy{close}")
        elif anchor.concept.kind != item.kind:
            yield Fault(number, field, f"{said} is of type {anchor.concept.kind}, and {item.name} is of type {item.kind}")  # fmt: skip

    def below(self, number: int, item: ExtensionItem) -> Iterator[Fault]:
        """What an item is shown below: an own heading, or the own table that it is a column of."""
        if not item.heading:
            return
        heading = self.items.get(item.heading)
        if item.kind == "member":
            yield Fault(number, "heading", "a column of a matrix stands below no heading")
        elif (
            heading is None or heading.kind not in ("heading", "table") or heading.part != item.part or heading is item
        ):
            yield Fault(number, "heading", f"{item.heading!r} is no heading that the extension declares in {item.part}")
        elif heading.kind == "table" and item.kind in STRUCTURAL:
            yield Fault(number, "heading", f"a {item.kind} is no column of the table {heading.name}")
        elif not self.sound(heading) or not self.sound(item):
            return  # what is wrong with them is told
        elif heading.kind == "table" and item.places != heading.places:
            yield Fault(number, "part", f"{item.name} is a column of {heading.name}, and stands in the same places")
        elif not self.covers(heading, item):
            yield Fault(number, "heading", f"{heading.name} does not stand in all places that {item.name} stands in")

    def sound(self, item: ExtensionItem) -> bool:
        """Whether it is known where an item stands."""
        return not list(self.where(0, item.part, item.places))

    def position(self, number: int, item: ExtensionItem) -> Iterator[Fault]:
        if not item.after or not self.sound(item):
            return
        for place in self.places(item):
            known = self.neighbours(item, place)
            if item.after not in known:
                close = _close(item.after, sorted(known))
                where = item.heading or (place.path if item.places else item.part)
                yield Fault(number, "after", f"{item.after!r} does not stand in {where}, so nothing can stand after it{close}")  # fmt: skip
                return

    def neighbours(self, item: ExtensionItem, place: Place) -> set[str]:
        """What an item can stand after in this place: what is shown below the same heading."""
        there = declared_here(self.extension.items, place.chapter, item.part) if self.all_sound() else [item]
        own = {each.name for each in there if self.row(each) == self.row(item)}
        if item.kind == "member":
            return (own | column_order(item.part).keys()) - {item.name}
        arranged = self.arranged(place)
        fields = {name for each in arranged if each.heading == item.heading for name in each.fields}
        if not arranged and not item.heading:
            fields = set(owners(item.part))
        return (own | fields) - {item.name}

    def all_sound(self) -> bool:
        return all(self.sound(each) for each in self.extension.items)

    def arranged(self, place: Place) -> list[Arrangement]:
        found = [each for each in self.extension.arrangements if not list(self.where(0, each.part, each.places))]
        return declared_here(tuple(found), place.chapter, place.part)

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
            yield Fault(number, "total", f"{item.total!r} is no amount of {self.table_of(item) or item.part} that could sum it")  # fmt: skip
        elif total.concept.kind != item.kind or total.instant != item.instant:
            yield Fault(number, "total", f"{item.total} is of another type or period than {item.name}, and cannot sum it")  # fmt: skip
        elif item.balance is not None and total.concept.balance is not None:
            said = 1 if item.balance == total.concept.balance else -1
            if said != item.weight:
                yield Fault(number, "weight", f"a {item.balance} item in the {total.concept.balance} total {item.total} has the weight {said}, not {item.weight}; correct the weight or the balance")  # fmt: skip

    def table_of(self, item: ExtensionItem) -> str:
        """The own table that an item is a column of, or ""."""
        heading = self.items.get(item.heading)
        return heading.name if heading is not None and heading.kind == "table" else ""

    def total_leaf(self, item: ExtensionItem) -> Leaf | None:
        own = self.items.get(item.total)
        if own is not None:
            beside = own.part == item.part and self.table_of(own) == self.table_of(item)
            if not beside or own.kind in STRUCTURAL or own.kind not in KINDS:
                return None
            return leaf_of(self.extension, own)
        if self.table_of(item):
            return None
        leaf = leaf_of_field(plans(Filing)[item.part], item.total)
        if leaf is None or not (leaf.concept.total or self.redefined(item)):
            return None
        return leaf

    def redefined(self, item: ExtensionItem) -> bool:
        """Whether the extension makes a sum of the field that this item names as its total."""
        return any((each.part, each.total) == (item.part, item.total) for each in self.extension.sums)

    def cycles(self) -> Iterator[Fault]:
        numbers = {each.name: number for number, each in enumerate(self.extension.items, 1)}
        for part in dict.fromkeys(each.part for each in self.extension.items):
            items = [each for each in self.extension.items if each.part == part]
            placed = {each.name for each in following(items)}
            lost = [each.name for each in items if each.name not in placed]
            if lost:
                yield Fault(numbers[lost[0]], "after", f"{', '.join(lost)} stand after one another in a circle; let one of them stand after a field")  # fmt: skip
        yield from self.anchors_in_circle(numbers)
        for field in ("total", "heading"):
            for name in self.items:
                steps, here = [name], getattr(self.items[name], field)
                while here in self.items and here not in steps:
                    steps.append(here)
                    here = getattr(self.items[here], field)
                if here == name and name == min(steps):
                    verb = "sum" if field == "total" else "hold"
                    yield Fault(numbers[name], field, f"{' and '.join(steps)} {verb} one another in a circle" if len(steps) > 1 else f"{name} cannot {verb} itself")  # fmt: skip

    def anchors_in_circle(self, numbers: dict[str, int]) -> Iterator[Fault]:
        """Whether an item would be narrower than itself, by the standard items that it and others anchor to."""
        own = self.extension.expanded
        narrower: dict[str, list[str]] = {}
        for item in self.extension.items:
            if item.narrower_than:
                narrower.setdefault(fx(item.narrower_than), []).append(own(item.name))
            if item.wider_than:
                narrower.setdefault(own(item.name), []).append(fx(item.wider_than))
        for name in self.items:
            left, seen = list(narrower.get(own(name), ())), set()
            while left:
                at = left.pop()
                if at == own(name):
                    yield Fault(numbers[name], "narrower_than", f"by its anchors {name} would be narrower than itself; take one of them away")  # fmt: skip
                    return
                if at not in seen:
                    seen.add(at)
                    left += narrower.get(at, ())

    # --- order, signs, sums ----------------------------------------------------------------------------------

    def arrangements(self) -> Iterator[Fault]:
        by_place: dict[Place, list[Arrangement]] = {}
        for each in self.extension.arrangements:
            if faults := list(self.where(0, each.part, each.places, "arrangements")):
                yield from faults
                continue
            heading = self.items.get(each.heading)
            if each.heading and (heading is None or heading.kind != "heading" or heading.part != each.part):
                yield Fault(0, "arrangements", f"{each.heading!r} is no heading that the extension declares in {each.part}")  # fmt: skip
            elif heading is not None and self.sound(heading) and not self.covers(heading, each):
                yield Fault(
                    0, "arrangements", f"{each.heading} does not stand in all places that are arranged below it"
                )
            if not each.fields:
                yield Fault(0, "arrangements", f"the arrangement of {each.heading or each.part} names no fields")
            for place in self.places(each):
                by_place.setdefault(place, []).append(each)
        seen: set[tuple[Arrangement, ...]] = set()
        for place, found in by_place.items():
            if tuple(found) in seen:
                continue
            seen.add(tuple(found))
            headings = [each.heading for each in found]
            where = place.path if any(each.places for each in found) else place.part
            again = next((each for each in headings if headings.count(each) > 1), None)
            if again is not None:
                yield Fault(0, "arrangements", f"{again or where} is arranged twice")
                continue
            yield from self.complete(place.part, where, [name for each in found for name in each.fields], headings)

    def complete(self, part: str, where: str, fields: list[str], headings: list[str]) -> Iterator[Fault]:
        """Whether an arrangement names each field once, in another order than the standard one."""
        known = owners(part)
        twice = sorted({name for name in fields if fields.count(name) > 1})
        strange = [name for name in fields if name not in known]
        missing = [name for name in known if name not in fields]
        if twice:
            yield Fault(0, "arrangements", f"{twice[0]!r} stands twice in the arrangement of {where}")
        if strange:
            yield Fault(0, "arrangements", f"{strange[0]!r} is no field of {where} that could be arranged{_close(strange[0], known)}")  # fmt: skip
        if missing:
            yield Fault(0, "arrangements", f"the arrangement of {where} leaves out {', '.join(missing)}; an arrangement names every field")  # fmt: skip
        if fields == known and headings == [""]:
            yield Fault(0, "arrangements", f"the arrangement of {where} is the standard order; leave it out")

    def signs(self) -> Iterator[Fault]:
        told: set[tuple[Place, str]] = set()
        for each in self.extension.signs:
            if faults := list(self.where(0, each.part, each.places, "signs")):
                yield from faults
                continue
            preferred = {node.owner: node.preferred for node in shown_below(self.places(each)[0].chapter, each.part)}
            plan = plans(Filing)[each.part]
            for name in each.fields:
                leaf = leaf_of_field(plan, name)
                if leaf is None or leaf.concept.kind not in NUMERIC or preferred.get(name) not in TURNED:
                    yield Fault(0, "signs", f"{name!r} is no amount of {each.part} whose sign could be turned{_close(name, list(preferred))}")  # fmt: skip
            if not each.fields:
                yield Fault(0, "signs", f"the signs of {each.part} name no fields")
            if list(each.fields) != [name for name in owners(each.part) if name in each.fields]:
                yield Fault(0, "signs", f"the fields of the signs of {each.part} stand in the order of the part, each once")  # fmt: skip
            for place in self.places(each):
                for name in each.fields:
                    if (place, name) in told:
                        yield Fault(0, "signs", f"the sign of {name} in {place.path} is turned twice")
                    told.add((place, name))

    def sums(self) -> Iterator[Fault]:
        told: set[tuple[str, str]] = set()
        for each in self.extension.sums:
            faults = list(self.where(0, each.part, (), "sums")) or list(self.one_sum(each))
            yield from faults
            if (each.part, each.total) in told:
                yield Fault(0, "sums", f"{each.total} in {each.part} is summed twice")
            told.add((each.part, each.total))
            if not faults:
                yield from self.circle(each)

    def one_sum(self, said: Sum) -> Iterator[Fault]:
        plan = plans(Filing)[said.part]
        own = self.items.get(said.total)
        total = leaf_of_field(plan, said.total) if own is None else None
        if own is not None and own.part == said.part and own.kind in KINDS and own.kind not in STRUCTURAL and not self.table_of(own):  # fmt: skip
            total = leaf_of(self.extension, own)
        if total is None or total.concept.kind not in NUMERIC:
            yield Fault(0, "sums", f"{said.total!r} is no amount of {said.part} that could be a sum")
            return
        if own is None and declared_in(total.concept) is not plan.cls:
            yield Fault(0, "sums", f"{said.total} is told again in {said.part}; what it sums stands in {declared_in(total.concept).__name__}")  # fmt: skip
            return
        if own is not None and not said.items:
            yield Fault(0, "sums", f"the sum {said.total} names no items")
        seen: set[str] = set()
        for path in said.items:
            leaf = resolve(plan, path)
            if leaf is None or leaf.name == total.name or path_to(plan, leaf.name) != path:
                yield Fault(0, "sums", f"{path!r} is no amount of {said.part} that {said.total} could sum; own items name their total themselves")  # fmt: skip
            elif leaf.concept.kind != total.concept.kind or leaf.instant != total.instant:
                yield Fault(0, "sums", f"{path} is of another type or period than {said.total}, which cannot sum it")
            elif leaf.name in seen:
                yield Fault(0, "sums", f"{path} stands twice in the sum {said.total}")
            seen.add(leaf.name if leaf is not None else "")
        if own is None:
            items = [leaf.name for path in said.items if (leaf := resolve(plan, path)) is not None]
            for place in standing(Filing).parts[said.part]:
                sums = network(Filing).sections[place.chapter].sums
                standard = next((each for each in sums if each.total == total.name), None)
                if standard is not None and [name for name, _ in standard.items] == items:
                    yield Fault(0, "sums", f"the sum {said.total} in {said.part} is the standard one; leave it out")
                    return

    def circle(self, said: Sum) -> Iterator[Fault]:
        """Whether a total would be summed in itself."""
        plan = plans(Filing)[said.part]
        section = network(Filing).sections[standing(Filing).parts[said.part][0].chapter]
        below = {each.total: [name for name, _ in each.items] for each in section.sums}

        def named(total: str) -> str:
            leaf = leaf_of_field(plan, total)
            return self.extension.expanded(total) if leaf is None else leaf.name

        for each in self.extension.sums:
            if each.part == said.part:
                found = (resolve(plan, path) for path in each.items)
                below[named(each.total)] = [leaf.name for leaf in found if leaf is not None]
        for item in self.extension.items:
            if item.part == said.part and item.total:
                below.setdefault(named(item.total), []).append(self.extension.expanded(item.element))
        start = named(said.total)
        left, seen = list(below.get(start, ())), set()
        while left:
            name = left.pop()
            if name == start:
                yield Fault(0, "sums", f"{said.total} in {said.part} would be summed in itself")
                return
            if name not in seen:
                seen.add(name)
                left += below.get(name, ())
