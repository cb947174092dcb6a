"""What a company's extension adds to the networks of the taxonomy: where its items are shown, summed, and stated.

It is computed here without markup; `extension_files` writes it, and `extension_reader` finds it again. In each section
the standard arcs of a part that the company arranges, turns or sums in its own way are prohibited, and drawn anew with
a higher priority (XBRL 2.1, 3.5.3.9.7.5), so that an arc that stays as it was wins over its own prohibition.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal, TypeVar

from filingexport.binding.chapters import standing
from filingexport.binding.extended import (
    OwnItem,
    OwnTable,
    column_axis,
    extended,
    following,
    leaf_of,
    leaf_of_field,
    line_of,
)
from filingexport.binding.plan import ColumnLeaf, Leaf, PartField, Plan, plans
from filingexport.binding.sums import weight
from filingexport.declaring import frozen
from filingexport.model.extension import Arrangement, Extension, ExtensionItem, Signs
from filingexport.model.filing import Filing
from filingexport.names import FX, fx, namespace
from filingexport.taxonomy.network import Cube, Network, Node, Preferred, Section, network, with_axis

PROHIBITED: Final = 1
"""The priority of an arc that takes a standard one away."""
REDRAWN: Final = 2
"""The priority of an arc that stands in its stead."""
TURNED: Final[dict[Preferred, Preferred]] = {
    "standard": "negated", "negated": "standard", "total": "negatedTotal", "negatedTotal": "total",
}  # fmt: skip
"""How an item is shown that the company prints with the other sign."""


@frozen
class Shown:
    """An arc of presentation in a section. Expanded names; priority 0 adds to what is there."""

    section: str
    parent: str
    child: str
    order: str
    preferred: Preferred = "standard"
    priority: int = 0


@frozen
class Summed:
    """An arc of calculation in a section."""

    section: str
    total: str
    item: str
    order: int
    weight: int
    priority: int = 0


@frozen
class Stated:
    """An arc of dimensions in the role of a hypercube. arcrole: the last part of it."""

    cube: Cube
    arcrole: Literal["all", "hypercube-dimension", "dimension-domain", "domain-member"]
    parent: str
    child: str
    order: str


@frozen(eq=False)
class Layout:
    """All that an extension adds. cubes: the hypercubes of its own tables."""

    shown: tuple[Shown, ...]
    summed: tuple[Summed, ...]
    stated: tuple[Stated, ...]
    cubes: tuple[Cube, ...]


@lru_cache(maxsize=32)
def layout(extension: Extension) -> Layout:
    """The layout of this extension, which must be sound (`filingexport.taxonomy.extension_rules`)."""
    made = _Layout(extension)
    stated = tuple(made.definition())
    return Layout(tuple(made.presentation()), tuple(made.calculation()), stated, tuple(made.cubes.values()))


def children(heading: Node) -> list[Node]:
    """What is drawn below a heading, each once."""
    drawn: dict[tuple[str, str], Node] = {}
    for child in heading.children:
        drawn.setdefault((child.name, child.preferred), child)
    return list(drawn.values())


@lru_cache(maxsize=1_000)
def shown_below(section: str, part: str) -> tuple[Node, ...]:
    """What the standard taxonomy shows in a section below the heading of a part."""
    return tuple(children(network(Filing).headings[section, part]))


@lru_cache(maxsize=1_000)
def owners(part: str) -> list[str]:
    """The fields of a part that are shown below its heading, in the standard order."""
    first = standing(Filing).parts[part][0]
    return list(dict.fromkeys(node.owner for node in shown_below(first.chapter, part)))


@lru_cache(maxsize=100)
def column_order(part: str) -> dict[str, int]:
    """The columns of a matrix in the order in which its axis has their members, from 1; none for a part that is no matrix."""
    axis = column_axis(plans(Filing)[part])
    if axis is None:
        return {}
    members = [each.name for each in network(Filing).axes[axis].members]
    line = next(each for each in plans(Filing)[part].entries if isinstance(each, PartField) and each.line is not None)
    columns = {each.pair[1]: each.attribute for each in line.plan.entries if isinstance(each, ColumnLeaf) and each.pair}
    return {columns[name]: number for number, name in enumerate(members, 1) if name in columns}


T = TypeVar("T", ExtensionItem, Arrangement, Signs)


def declared_here(declared: tuple[T, ...], section: str, part: str) -> list[T]:
    """Of what is declared, what is so for this part in this section."""
    found = []
    for each in declared:
        if each.part == part:
            places = standing(Filing).named(part, each.places)
            if any(place.chapter == section for place in places):
                found.append(each)
    return found


def resolve(plan: Plan, path: str) -> Leaf | None:
    """The leaf at this path of attributes from a part, in the same dimensions and period; None where there is none."""
    *outer, last = path.split(".")
    at = plan
    for step in outer:
        entry = next((each for each in at.entries if each.attribute == step), None)
        if not isinstance(entry, PartField) or entry.line is not None or entry.member is not None or entry.opening:
            return None
        at = entry.plan
    return leaf_of_field(at, last)


def path_to(plan: Plan, name: str) -> str | None:
    """The path of attributes from a part to the amount of this name, the nearest one; None where there is none."""
    inner: list[tuple[str, Plan]] = []
    for entry in plan.entries:
        opening = isinstance(entry, PartField) and entry.opening
        leaf = leaf_of_field(plan, entry.attribute)
        if leaf is not None and leaf.name == name and not opening:
            return entry.attribute
        if isinstance(entry, PartField) and entry.line is None and entry.member is None and not opening:
            inner.append((entry.attribute, entry.plan))
    found = ((attribute, path_to(at, name)) for attribute, at in inner)
    return next((f"{attribute}.{path}" for attribute, path in found if path is not None), None)


def outer_axes(item: ExtensionItem) -> list[tuple[str, ...]]:
    """The combinations of axes by which the places of an item are stated."""
    chapters = {place.chapter for place in standing(Filing).named(item.part, item.places)}
    return list(dict.fromkeys(each.axes for each in network(Filing).places[item.part] if each.section in chapters))


def cube_keys(table: ExtensionItem) -> dict[str, tuple[str, ...]]:
    """What the hypercubes of an own table are called, with the axes that the table stands by: one, where it stands by one combination."""
    return {table.name + (str(n) if n > 1 else ""): axes for n, axes in enumerate(outer_axes(table), 1)}


class _Layout:
    def __init__(self, extension: Extension) -> None:
        self.extension = extension
        self.network: Network = network(Filing)
        self.plans = plans(Filing)
        self.items = {each.name: each for each in extension.items}
        self.cubes: dict[tuple[str, ...], Cube] = {}

    def expanded(self, item: ExtensionItem) -> str:
        return self.extension.expanded(item.element)

    def parts(self) -> list[tuple[Section, str]]:
        """The parts that the extension is about, in each of their sections, in the order of the model."""
        own = self.extension
        said = {each.part for each in own.items} | {each.part for each in own.arrangements}
        said |= {each.part for each in own.signs} | {each.part for each in own.sums}
        found = dict.fromkeys((place.chapter, place.part) for place in standing(Filing).paths.values())
        return [(self.network.sections[chapter], part) for chapter, part in found if part in said]

    # --- presentation ----------------------------------------------------------------------------------------

    def presentation(self) -> Iterator[Shown]:
        for section, part in self.parts():
            yield from self.below(section.key, part)

    def below(self, section: str, part: str) -> Iterator[Shown]:
        """What is shown in a section below the heading of a part."""
        nodes = shown_below(section, part)
        items = declared_here(self.extension.items, section, part)
        arrangements = declared_here(self.extension.arrangements, section, part)
        turned = {name for each in declared_here(self.extension.signs, section, part) for name in each.fields}
        heading = fx(part + "Abstract")
        orders: dict[tuple[str, str], str] = {}  # (own heading, field or item) to the order it has there
        for number, node in enumerate(nodes, 1):
            if arrangements or node.owner in turned:
                yield Shown(section, heading, node.name, str(number), node.preferred, PROHIBITED)
            if not arrangements:
                orders["", node.owner] = str(number)
                if node.owner in turned:
                    yield Shown(section, heading, node.name, str(number), TURNED[node.preferred], REDRAWN)
        for arrangement in arrangements:
            parent = self.parent(part, arrangement.heading)
            order = 0
            for attribute in arrangement.fields:
                for node in nodes:
                    if node.owner == attribute:
                        order += 1
                        preferred = TURNED[node.preferred] if attribute in turned else node.preferred
                        yield Shown(section, parent, node.name, str(order), preferred, REDRAWN)
                        orders[arrangement.heading, attribute] = str(order)
        yield from self.own(section, part, [each for each in items if each.kind != "member"], orders)
        yield from self.members(section, part, [each for each in items if each.kind == "member"])

    def own(
        self, section: str, part: str, items: list[ExtensionItem], orders: dict[tuple[str, str], str]
    ) -> Iterator[Shown]:
        for item in following(items):
            orders[item.heading, item.name] = _next(orders.get((item.heading, item.after), "0"))
        for item in items:
            preferred: Preferred = "negated" if item.negated else "standard"
            parent = self.parent(part, item.heading)
            yield Shown(section, parent, self.expanded(item), orders[item.heading, item.name], preferred)

    def parent(self, part: str, heading: str) -> str:
        return self.expanded(self.items[heading]) if heading else fx(part + "Abstract")

    def members(self, section: str, part: str, items: list[ExtensionItem]) -> Iterator[Shown]:
        """Columns stand below the domain of the matrix's axis."""
        if items:
            for item, order in self.member_orders(part, items):
                yield Shown(section, self.domain(part), self.expanded(item), order)

    def member_orders(self, part: str, items: list[ExtensionItem]) -> Iterator[tuple[ExtensionItem, str]]:
        orders = {name: str(number) for name, number in column_order(part).items()}
        for item in following(items):
            orders[item.name] = _next(orders.get(item.after, "0"))
        for item in items:
            yield item, orders[item.name]

    def domain(self, part: str) -> str:
        axis = self.network.axes[column_axis(self.plans[part]) or ""]
        assert axis.domain is not None, "the extension was checked"
        return axis.domain.name

    # --- calculation -----------------------------------------------------------------------------------------

    def calculation(self) -> Iterator[Summed]:
        """Sums hold wherever their items stand together, so that they are the same in all sections of a part."""
        for section, part in self.parts():
            standard = {each.total: each.items for each in section.sums}
            counted: dict[str, int] = {total: len(items) for total, items in standard.items()}
            for said in self.extension.sums:
                if said.part == part:
                    total = self.leaf(part, said.total)
                    for order, (name, old) in enumerate(standard.get(total.name, ()), 1):
                        yield Summed(section.key, total.name, name, order, old, PROHIBITED)
                    for order, path in enumerate(said.items, 1):
                        each = resolve(self.plans[part], path)
                        assert each is not None, "the extension was checked"
                        yield Summed(section.key, total.name, each.name, order, weight(total, each), REDRAWN)
                    counted[total.name] = len(said.items)
            for item in self.extension.items:
                if item.part == part and item.weight:
                    total = self.leaf(part, item.total)
                    if namespace(total.name) == FX and total.name not in counted:
                        continue  # the section shows the total, but what it sums stands in another
                    counted[total.name] = counted.get(total.name, 0) + 1
                    yield Summed(section.key, total.name, self.expanded(item), counted[total.name], item.weight)

    def leaf(self, part: str, name: str) -> Leaf:
        """The leaf of a field or an own item of a part."""
        item = self.items.get(name)
        if item is not None:
            return leaf_of(self.extension, item)
        leaf = leaf_of_field(self.plans[part], name)
        assert leaf is not None, "the extension was checked"
        return leaf

    # --- definition ------------------------------------------------------------------------------------------

    def definition(self) -> Iterator[Stated]:
        compiled = extended(self.extension)
        placed: dict[tuple[str, ...], int] = {}
        for own in (each for items in compiled.by_part.values() for each in items):
            for axes in self.axes(own):
                cube = self.network.cubes[axes]
                placed[axes] = placed.get(axes, len(cube.items)) + 1
                yield Stated(cube, "domain-member", cube.line_items, self.expanded(own.declared), str(placed[axes]))
        for table in (each for tables in compiled.tables_by_part.values() for each in tables):
            for key, outer in cube_keys(table.declared).items():
                yield from self.table(table, key, with_axis(outer, table.axis))
        for part in dict.fromkeys(each.part for each in self.extension.items if each.kind == "member"):
            yield from self.columns(part)

    def table(self, table: OwnTable, key: str, axes: tuple[str, ...]) -> Iterator[Stated]:
        """The hypercube of a table of the company's own."""
        cube = Cube(key, axes, {}, self.extension.dated_namespace)
        self.cubes[axes] = cube
        yield Stated(cube, "all", cube.line_items, cube.table, "1")
        for number, name in enumerate(axes, 1):
            yield Stated(cube, "hypercube-dimension", cube.table, name, str(number))
            axis = self.network.axes.get(name)
            if axis is not None and axis.domain is not None:
                yield Stated(cube, "dimension-domain", name, axis.domain.name, "1")
                for position, member in enumerate(axis.members, 1):
                    yield Stated(cube, "domain-member", axis.domain.name, member.name, str(position))
        for number, own in enumerate(table.columns, 1):
            yield Stated(cube, "domain-member", cube.line_items, self.expanded(own.declared), str(number))

    def columns(self, part: str) -> Iterator[Stated]:
        """The columns that the company adds to a matrix are members of its axis, wherever its lines stand by that."""
        axis = column_axis(self.plans[part]) or ""
        members = [each for each in self.extension.items if each.kind == "member" and each.part == part]
        drawn: set[tuple[str, str]] = set()
        for item, order in self.member_orders(part, members):
            for outer in outer_axes(item):
                cube = self.network.cubes[with_axis(outer, axis)]
                if (cube.key, item.name) not in drawn:
                    drawn.add((cube.key, item.name))
                    yield Stated(cube, "domain-member", self.domain(part), self.expanded(item), order)

    def axes(self, own: OwnItem) -> list[tuple[str, ...]]:
        """The combinations of axes by which an item is stated."""
        line = line_of(self.plans[own.declared.part], own)
        outer = outer_axes(own.declared)
        if line is None:
            return outer
        columns = [each.pair[0] if each.pair else "" for each in line.plan.entries if isinstance(each, ColumnLeaf)]
        return list(dict.fromkeys(with_axis(axes, axis) if axis else axes for axes in outer for axis in columns))


def _next(order: str) -> str:
    # Items that follow one another after a field stand between it and the next: 3, 3.000001, 3.000002, 4.
    whole, _, fraction = order.partition(".")
    return f"{whole}.{int(fraction or '0') + 1:06d}"
