"""The taxonomy as a person reads it: each item with its places, sums, axes and law, turned round from the network once.

The network says which items a sum or a section has; a reader asks the other way round. The page and the workbook
both show this, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import field

from filingexport.declaring import frozen
from filingexport.model import item
from filingexport.model.item import Kind, Label, Law
from filingexport.taxonomy.network import ConceptInfo, Network, Node, Preferred, Section

KIND_WORDS: Final[dict[Kind, Label]] = {
    "money": Label("Amount of money", "金額"),
    "per_share": Label("Amount a share", "1株当たり金額"),
    "shares": Label("Number of shares", "株式数"),
    "ratio": Label("Ratio", "比率"),
    "count": Label("Number", "数"),
    "day": Label("Date", "日付"),
    "moment": Label("Date and time", "日時"),
    "month": Label("Month", "年月"),
    "years": Label("Length of time", "期間の長さ"),
    "words": Label("Text", "文字列"),
    "prose": Label("Text block", "文章"),
    "code": Label("Code", "コード"),
    "uri": Label("Web address", "ウェブアドレス"),
    "flag": Label("Yes or no", "真偽"),
    "choice": Label("One of a list", "選択肢"),
}
"""What a person calls the kinds of value."""

INSTANT: Final = Label("At a moment", "時点")
DURATION: Final = Label("Over a period", "期間")
BALANCES: Final = {"debit": Label("Debit", "借方"), "credit": Label("Credit", "貸方")}
SHOWN: Final[dict[Preferred, Label]] = {
    "total": Label("a total", "合計"),
    "negated": Label("printed with the opposite sign", "符号を反転して表示"),
    "negatedTotal": Label("a total printed with the opposite sign", "符号を反転して表示する合計"),
    "periodStart": Label("at the beginning of the period", "期首"),
    "periodEnd": Label("at the end of the period", "期末"),
}
"""How an item stands in its place, where not in the plain way."""

_LAWS: Final = {
    "Companies Act": "会社法",
    "Ordinance for Enforcement of the Companies Act": "会社法施行規則",
    "Ordinance on Company Accounting": "会社計算規則",
    "Commercial Code": "商法",
    "Industrial Competitiveness Enhancement Act": "産業競争力強化法",
}


@frozen
class Place:
    """Where an item stands: a section, and the headings and axes from its top down to the item."""

    section: Section
    path: tuple[str, ...]

    @property
    def depth(self) -> int:
        """How many headings and axes stand above it."""
        return len(self.path)


@frozen
class InSum:
    """A total that an item is part of, with its weight there."""

    total: str
    weight: int


@frozen(eq=False)
class Entry:
    """One item with all that is said of it. `axes` is one tuple for each combination of axes it is stated in.

    `total_of` is one tuple of items with their weights for each way it is summed: the same sum in two sections, such as
    those of the consolidated and the non-consolidated statement, is one.
    """

    info: ConceptInfo
    places: list[Place] = field(factory=list)
    total_of: list[tuple[tuple[str, int], ...]] = field(factory=list)
    part_of: list[InSum] = field(factory=list)
    axes: list[tuple[str, ...]] = field(factory=list)

    @property
    def label(self) -> Label:
        """Its standard labels."""
        return Label(self.info.concept.en, self.info.concept.ja)

    @property
    def period(self) -> Label:
        """Whether it is at a moment or over a period."""
        return INSTANT if self.info.instant else DURATION

    @property
    def balance(self) -> Label | None:
        """Its side of the books, where it is an amount of money with one."""
        return BALANCES[self.info.concept.balance] if self.info.concept.balance else None


def catalogue(network: Network) -> dict[str, Entry]:
    """Every item by its expanded name, in the order of the model."""
    result = {name: Entry(info) for name, info in network.concepts.items()}
    for section in network.sections.values():
        for node, path in walk(section):
            if node.name in result:
                place = Place(section, path)
                # The balance at the start and at the end of a period is one item in one place, shown twice.
                if place not in result[node.name].places:
                    result[node.name].places.append(place)
        for each in section.sums:
            if each.items not in result[each.total].total_of:
                result[each.total].total_of.append(each.items)
            for name, weight in each.items:
                if (above := InSum(each.total, weight)) not in result[name].part_of:
                    result[name].part_of.append(above)
    for cube in network.cubes.values():
        for name in cube.items:
            result[name].axes.append(cube.axes)
    return result


def walk(section: Section) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """Each node of a section in the order of presentation, with the names of what stands above it."""

    def below(nodes: list[Node], path: tuple[str, ...]) -> Iterator[tuple[Node, tuple[str, ...]]]:
        for node in nodes:
            yield node, path
            yield from below(node.children, (*path, node.name))

    return below(section.nodes, ())


def labels(network: Network) -> dict[str, Label]:
    """The labels of every item, heading, axis, domain and member, without the standard's suffixes such as [axis]."""
    result = {name: Label(info.concept.en, info.concept.ja) for name, info in network.concepts.items()}
    result |= {name: Label(abstract.en, abstract.ja) for name, abstract in network.abstracts.items()}
    for axis in network.axes.values():
        result[axis.name] = Label(axis.en, axis.ja)
        for member in (*((axis.domain,) if axis.domain is not None else ()), *axis.members):
            result[member.name] = Label(member.en, member.ja)
    return result


def terse_labels(network: Network) -> dict[str, Label]:
    """What is printed in place for every item, heading, axis, domain and member."""
    result = {name: item.terse(info.concept) for name, info in network.concepts.items()}
    result |= {name: abstract.terse for name, abstract in network.abstracts.items()}
    known = labels(network)
    return {name: result.get(name) or item.terse(label) for name, label in known.items()}


def citation(law: Law) -> Label:
    """A provision as it is cited in English and in Japanese; a law without a known Japanese title keeps its English one."""
    english = [law.name]
    japanese = [_LAWS.get(law.name, law.name)]
    for number, en, ja in (
        (law.article, "article", "条"), (law.paragraph, "paragraph", "項"), (law.item, "item", "号"),
    ):  # fmt: skip
        if number:
            head, *branches = number.split("-")  # article 435-2 is 第435条の2
            english.append(f"{en} {number}")
            japanese.append(f"第{head}{ja}" + "".join(f"の{branch}" for branch in branches))
    return Label(", ".join(english), "".join(japanese))
