"""The taxonomy as a structure: concepts, dimensions, sections, sums, collected by one walk over the model's plan."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import Final, Literal

from attrs import define, field

from filingexport.binding.chapters import Standing, standing
from filingexport.binding.plan import (
    ColumnLeaf,
    Leaf,
    ListLeaf,
    PartField,
    Plan,
    RowsField,
    axis_name,
    domain_name,
    member_name,
    plan,
)
from filingexport.binding.sums import summations
from filingexport.declaring import frozen
from filingexport.model import item
from filingexport.model.item import Axis, Choice, Concept, Label, Law
from filingexport.names import BASE, FX, fx, local_name
from filingexport.taxonomy.item_types import choice_type

Preferred = Literal["standard", "total", "negated", "negatedTotal", "periodStart", "periodEnd"]

BASIC_CUBE: Final = "Basic"
"""The hypercube of facts that have no dimension."""


@frozen(eq=False)
class ConceptInfo:
    """One item of the taxonomy. preferred: the kinds of label it is shown with. part_en, part_ja: the part that declares it.
    refs: the law it follows, its own or that of the parts it stands in. edinet: the element of EDINET's taxonomy that it is, such as ``jppfs_cor:CashAndDeposits``, or "".
    """

    name: str
    leaf: Leaf
    concept: Concept
    instant: bool
    nillable: bool
    refs: tuple[Law, ...]
    preferred: set[Preferred]
    part_en: str
    part_ja: str
    edinet: str


@frozen(eq=False)
class AbstractInfo:
    """A heading: an abstract item. cls: the class of the part that it is of."""

    name: str
    cls: type
    en: str
    ja: str
    documentation: str = ""

    @property
    def terse(self) -> Label:
        """As it is printed in place."""
        return item.terse(item.part_info(self.cls))


@frozen(eq=False)
class AxisMember:
    """A member of an explicit dimension."""

    name: str
    en: str
    ja: str


@frozen(eq=False)
class AxisUse:
    """A dimension: explicit with members (and perhaps a default), or typed."""

    name: str
    en: str
    ja: str
    domain: AxisMember | None = None
    members: tuple[AxisMember, ...] = ()
    default: str | None = None


@define(eq=False)
class Node:
    """A place in the presentation: an item, a heading or an axis, with what stands below it.

    owner: the attribute of the heading's class that put it there.
    """

    name: str
    preferred: Preferred = "standard"
    children: list[Node] = field(factory=list)
    owner: str = ""


@frozen(eq=False)
class Sum:
    """A total and what it is the sum of, with weights 1 and -1."""

    total: str
    items: tuple[tuple[str, int], ...]


@frozen(eq=False)
class Section:
    """A chapter of the taxonomy: an extended link role."""

    key: str
    en: str
    ja: str
    nodes: list[Node]
    sums: list[Sum]

    @property
    def role(self) -> str:
        """Its role URI."""
        return f"{BASE}/role/{self.key}"


@frozen(eq=False)
class Cube:
    """Which items are stated in which dimensions, together: a closed hypercube. namespace: that of its elements."""

    key: str
    axes: tuple[str, ...]
    items: dict[str, None]  # in order, each once
    namespace: str = FX

    @property
    def role(self) -> str:
        """Its role URI."""
        return f"{BASE if self.namespace == FX else self.namespace}/role/hypercube/{self.key}"

    @property
    def table(self) -> str:
        """The hypercube's item."""
        return f"{{{self.namespace}}}{self.key}Table"

    @property
    def line_items(self) -> str:
        """The heading of the items in it."""
        return f"{{{self.namespace}}}{self.key}LineItems"


@frozen
class Place:
    """Where a part stands: in which section, under which axes."""

    section: str
    axes: tuple[str, ...]


@frozen(eq=False)
class Network:
    """All of the taxonomy, in the order of the model."""

    concepts: dict[str, ConceptInfo]
    abstracts: dict[str, AbstractInfo]
    axes: dict[str, AxisUse]
    sections: dict[str, Section]
    cubes: dict[tuple[str, ...], Cube]
    kinds: dict[str, tuple[Choice, ...]]
    """Names of the closed lists' types, with their values."""
    places: dict[str, list[Place]]
    """The places of each part, by the name of its class."""
    headings: dict[tuple[str, str], Node]
    """The heading of each part in each section, by section and name of the class."""

    def names(self) -> frozenset[str]:
        """Every element's name."""
        members = (each.name for axis in self.axes.values() if axis.domain for each in (axis.domain, *axis.members))
        tables = (name for cube in self.cubes.values() for name in (cube.table, cube.line_items))
        return frozenset((*self.concepts, *self.abstracts, *self.axes, *members, *tables))


@cache
def network(cls: type) -> Network:
    """The taxonomy of this root class; raises TypeError where two declarations contradict each other."""
    collector = _Collector(standing(cls))
    collector.part(plan(cls), "", None, None, (), set(), ())
    return collector.done()


class _Found:
    """An item so far: where it was met first, how it is shown, and the laws that it follows, by what `id` says of them."""

    __slots__ = ("info", "laws", "leaf", "nillable", "preferred")

    def __init__(self, leaf: Leaf, info: item.PartInfo) -> None:
        self.leaf = leaf
        self.info = info
        self.nillable = leaf.dash or leaf.nothing
        self.preferred: set[Preferred] = set()
        self.laws: dict[int, tuple[Law, ...]] = {}


class _Collector:
    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        self.result = Network({}, {}, {}, {}, {}, {}, {}, {})
        self.identities: dict[str, object] = {}
        self.summed: set[tuple[str, str]] = set()
        self.found: dict[str, _Found] = {}
        self.checked: set[int] = set()
        """The leaves that were held against others of their name, by what `id` says: plans hold them for good."""
        self.drawn: dict[int, set[tuple[str, Preferred]]] = {}
        """What stands below each node, which the result holds."""
        self.visited: set[tuple[int, int, tuple[str, ...], int]] = set()
        """The parts that were met, each at its node: plans, nodes and laws by what `id` says."""
        self.columns: dict[tuple[int, tuple[str, ...]], list[tuple[type[Axis] | None, tuple[str, ...]]]] = {}

    def done(self) -> Network:
        concepts = self.result.concepts
        for name, found in self.found.items():
            leaf = found.leaf
            concepts[name] = ConceptInfo(
                name, leaf, leaf.concept, leaf.instant, found.nillable,
                tuple(dict.fromkeys(chain.from_iterable(found.laws.values()))),
                found.preferred, found.info.en, found.info.ja, _edinet(leaf),
            )  # fmt: skip
        return self.result

    def once(self, name: str, identity: object, what: str) -> None:
        """One name, one declaration: a name met again must come from the same declaration."""
        known = self.identities.setdefault(name, identity)
        if known is not identity:
            raise TypeError(
                f"{local_name(name)} is declared twice ({what}); give one of them another name= or share it with item.same"
            )

    # --- the walk --------------------------------------------------------------------------------------------

    def part(
        self,
        plan: Plan,
        path: str,
        section: Section | None,
        parent: Node | None,
        axes: tuple[str, ...],
        stack: set[type],
        laws: tuple[Law, ...],
    ) -> bool:
        """One part in one place; returns whether a chapter stands in it."""
        if plan.cls in stack:
            raise TypeError(f"{plan.cls.__name__} holds itself")
        info = plan.info
        laws = info.refs or laws  # a part without a provision of its own follows that of the part it is in
        if info.role or section is None:
            section = self.section(path)
            parent = None
        heading = self.heading(plan)
        node = self.node(section, parent, heading)
        visit = id(plan), id(node), axes, id(laws)
        if visit in self.visited:  # such as the year before, which says all the same again
            return False
        place = Place(section.key, axes)
        places = self.result.places.setdefault(plan.cls.__name__, [])
        if place not in places:
            places.append(place)
        self.result.headings.setdefault((section.key, plan.cls.__name__), node)
        openings = {
            entry.line.name if entry.line is not None else None
            for entry in plan.entries
            if isinstance(entry, PartField) and entry.opening
        }
        items: dict[str, None] | None = None
        chaptered = info.role
        for entry in plan.entries:
            here = f"{path}.{entry.attribute}" if path else entry.attribute
            match entry:
                case Leaf():
                    if items is None:
                        items = self.cube(axes).items
                    self.leaf(entry, info, node, items, "standard", laws)
                case ListLeaf():
                    self.typed_axis(entry.axis, entry.rows)
                    self.add(node, entry.axis)
                    below = self.cube(with_axis(axes, entry.axis)).items
                    self.leaf(entry.leaf, info, node, below, "standard", laws)
                case RowsField():
                    self.typed_axis(entry.axis, entry.rows)
                    self.add(node, entry.axis)
                    table = next(each for each in node.children if each.name == entry.axis)
                    inner = with_axis(axes, entry.axis)
                    chaptered |= self.part(entry.plan, here, section, table, inner, stack | {plan.cls}, laws)
                case PartField() if entry.line is not None:
                    preferred: Preferred = "standard"
                    if entry.line.name in openings:
                        preferred = "periodStart" if entry.opening else "periodEnd"
                    self.line(entry, entry.line, info, node, axes, preferred, laws)
                case PartField():
                    inner = axes
                    if entry.member is not None:
                        inner = with_axis(axes, self.explicit_axis(type(entry.member)))
                        self.add_axis(node, type(entry.member))
                    chaptered |= self.part(entry.plan, here, section, node, inner, stack | {plan.cls}, laws)
                case _:
                    pass
            for child in reversed(node.children):  # the newest stand last
                if child.owner:
                    break
                child.owner = entry.attribute
        self.cube(axes)  # a company's own item may stand in any part, also in one without items of its own
        self.sums(plan, section)
        if not chaptered:  # a chapter in it is another one on another path
            self.visited.add(visit)
        return chaptered

    def section(self, path: str) -> Section:
        chapter = self.standing.chapters[self.standing.paths[path].chapter]
        known = self.result.sections.get(chapter.key)
        if known is None:
            known = Section(chapter.key, chapter.label.en, chapter.label.ja, [], [])
            self.result.sections[chapter.key] = known
        return known

    def heading(self, plan: Plan) -> AbstractInfo:
        name = fx(plan.cls.__name__ + "Abstract")
        self.once(name, plan.cls, plan.cls.__name__)
        known = self.result.abstracts.get(name)
        if known is None:
            documentation = " ".join((plan.cls.__doc__ or "").split())
            known = self.result.abstracts[name] = AbstractInfo(
                name, plan.cls, plan.info.en, plan.info.ja, documentation
            )
        return known

    def node(self, section: Section, parent: Node | None, heading: AbstractInfo) -> Node:
        siblings = section.nodes if parent is None else parent.children
        known = next((each for each in siblings if each.name == heading.name), None)
        if known is None:
            known = Node(heading.name)
            siblings.append(known)
        return known

    def below(self, parent: Node) -> set[tuple[str, Preferred]]:
        """What stands below this node already."""
        found = self.drawn.get(id(parent))
        if found is None:
            found = self.drawn[id(parent)] = {(each.name, each.preferred) for each in parent.children}
        return found

    def add(self, parent: Node, name: str, preferred: Preferred = "standard") -> None:
        drawn = self.below(parent)
        if (name, preferred) not in drawn:
            drawn.add((name, preferred))
            parent.children.append(Node(name, preferred))

    def add_axis(self, parent: Node, cls: type[Axis]) -> None:
        name = axis_name(cls)
        drawn = self.below(parent)
        if (name, "standard") not in drawn:
            drawn.add((name, "standard"))
            parent.children.append(self.axis_node(cls))

    def leaf(
        self,
        leaf: Leaf,
        info: item.PartInfo,
        parent: Node | None,
        items: dict[str, None],
        preferred: Preferred,
        laws: tuple[Law, ...],
    ) -> None:
        """One item in one place. items: those of the hypercube that it is stated in."""
        concept, name = leaf.concept, leaf.name
        if concept.negated:
            preferred = "negatedTotal" if concept.total else "negated"
        elif concept.total and preferred == "standard":
            preferred = "total"
        if id(leaf) not in self.checked:
            self.check(leaf, info, parent)
        found = self.found[name]
        found.preferred.add(preferred)
        followed = concept.refs or laws
        if followed:
            found.laws[id(followed)] = followed
        if parent is not None:
            self.add(parent, name, preferred)
        items[name] = None

    def check(self, leaf: Leaf, info: item.PartInfo, parent: Node | None) -> None:
        """Hold an item that is met for the first time against another field of its name."""
        concept = leaf.concept
        self.once(leaf.name, concept, f"{parent.name if parent else ''} {leaf.attribute}")
        known = self.found.get(leaf.name)
        if known is None:
            known = self.found[leaf.name] = _Found(leaf, info)
        if known.leaf.instant != leaf.instant:
            raise TypeError(f"{local_name(leaf.name)} is an instant in one place and a duration in another")
        if known.nillable != (leaf.dash or leaf.nothing) or known.leaf.python is not leaf.python:
            raise TypeError(f"{local_name(leaf.name)} has one type in one place and another elsewhere")
        if concept.kind == "choice":
            assert issubclass(leaf.python, Choice)
            self.once(choice_type(leaf.python), leaf.python, leaf.python.__name__)
            self.result.kinds[choice_type(leaf.python)] = tuple(leaf.python)
        self.checked.add(id(leaf))

    def cube(self, axes: tuple[str, ...]) -> Cube:
        known = self.result.cubes.get(axes)
        if known is None:
            key = "".join(local_name(axis).removesuffix("Axis") for axis in axes) or BASIC_CUBE
            known = self.result.cubes[axes] = Cube(key, axes, {})
        return known

    def line(
        self,
        entry: PartField,
        line: Leaf,
        info: item.PartInfo,
        parent: Node,
        axes: tuple[str, ...],
        preferred: Preferred,
        laws: tuple[Law, ...],
    ) -> None:
        shown: Node | None = parent
        key = id(entry.plan), axes
        columns = self.columns.get(key)
        if columns is None:
            columns = self.columns[key] = [
                self.column(each, axes) for each in entry.plan.entries if isinstance(each, ColumnLeaf)
            ]
        for axis, inner in columns:
            if axis is not None:
                self.add_axis(parent, axis)
            self.leaf(line, info, shown, self.cube(inner).items, preferred, laws)
            shown = None

    def column(self, column: ColumnLeaf, axes: tuple[str, ...]) -> tuple[type[Axis] | None, tuple[str, ...]]:
        """The axis of a column, and the axes by which it is stated."""
        if column.member is None:
            return None, axes
        axis = type(column.member)
        return axis, with_axis(axes, self.explicit_axis(axis))

    def explicit_axis(self, cls: type[Axis]) -> str:
        name = axis_name(cls)
        self.once(name, cls, cls.__name__)
        if name not in self.result.axes:
            info = item.axis_info(cls)
            members = tuple(AxisMember(member_name(each), each.label.en, each.label.ja) for each in cls)
            default = member_name(cls[info.default]) if info.default is not None else None
            domain = AxisMember(domain_name(cls), info.en, info.ja)
            self.result.axes[name] = AxisUse(name, info.en, info.ja, domain, members, default)
        return name

    def axis_node(self, cls: type[Axis]) -> Node:
        """An explicit dimension with its members, as the presentation shows it."""
        members = [Node(member_name(each)) for each in cls]
        return Node(axis_name(cls), "standard", [Node(domain_name(cls), "standard", members)])

    def typed_axis(self, name: str, rows: item.Rows) -> None:
        self.once(name, rows, rows.en)
        if name not in self.result.axes:
            self.result.axes[name] = AxisUse(name, rows.en, rows.ja)

    # --- sums ------------------------------------------------------------------------------------------------

    def sums(self, plan: Plan, section: Section) -> None:
        for each in summations(plan):
            total = each.leaf
            if (section.key, total.name) in self.summed:
                continue
            for summand in each.summands:
                if summand.leaf.instant != total.instant:
                    raise TypeError(
                        f"{local_name(total.name)} sums {local_name(summand.leaf.name)}, which has another period type"
                    )
            self.summed.add((section.key, total.name))
            section.sums.append(Sum(total.name, tuple((one.leaf.name, one.weight) for one in each.summands)))


def _edinet(leaf: Leaf) -> str:
    """The EDINET element that an item is: its own name or another's, in its part's taxonomy or the one it names."""
    taxonomy, said = item.part_info(item.declared_in(leaf.concept)).edinet, leaf.concept.edinet
    if isinstance(said, str):
        if ":" not in said and not taxonomy:
            raise TypeError(f"{local_name(leaf.name)} is an EDINET element of no taxonomy; write prefix:{said}")
        return said if ":" in said else f"{taxonomy}:{said}"
    named = said and taxonomy and leaf.concept.kind in ("money", "per_share")
    return f"{taxonomy}:{local_name(leaf.name)}" if named else ""


def with_axis(axes: tuple[str, ...], axis: str) -> tuple[str, ...]:
    """These axes and one more, in the order of their names."""
    return tuple(sorted({*axes, axis}))
