"""What differs between two versions of a taxonomy, and whether filings of the older one still read.

The rules are those of docs/taxonomy.md, "How versions change": what a filing of the old version may say must still
have a name, a type and a place, and its sums must still hold. Names are compared without the date of their namespace.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, TypeVar, get_args

from attrs import evolve, field

from filingexport.declaring import frozen
from filingexport.findings import FilingError, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.names import local_name
from filingexport.said import NOTHING_SAID, Said, say, verbatim
from filingexport.taxonomy.contents import Contents, Element
from filingexport.taxonomy.reader import read

Area = Literal["items", "dimensions", "sums", "assertions", "entry points", "presentation", "labels", "references"]
AREAS: Final[tuple[Area, ...]] = get_args(Area)
Kind = Literal["added", "removed", "changed", "moved"]

T = TypeVar("T")

_NUMBER: Final = re.compile(r"^[0-9]+ - ")
_NO_ITEM: Final = say("its facts have no name any more", "その事実を表す要素がなくなります")
_OTHER_VALUES: Final = say("its facts are of another kind", "その事実の種類が変わります")
_NO_NIL: Final = say("a dash or a disclosed nothing is not valid any more", "「-」や「該当なし」が使えなくなります")
_NO_VALUE: Final = say("facts of that value are not valid any more", "その値の事実が使えなくなります")
_NO_PLACE: Final = say("facts stated so have no place any more", "そのように記載した事実の置き場所がなくなります")
_NO_SUM: Final = say("a total that added up may not add up any more", "一致していた合計が一致しなくなることがあります")
_NO_FILE: Final = say("what refers to it does not open", "それを参照するものが開けなくなります")


def _both(text: str | Said) -> Said:
    return text if isinstance(text, Said) else verbatim(text)


@frozen
class Change:
    """One difference.

    name: the element (undated Clark notation), section or file it is about. what: the property that differs, no words
    for the thing itself. effect: why a filing of the old version does not read any more, no words where it does.
    """

    area: Area
    kind: Kind
    name: str
    what: Said = field(converter=_both)
    before: Said = field(converter=_both)
    after: Said = field(converter=_both)
    effect: Said = field(default=NOTHING_SAID, converter=_both)

    @property
    def compatible(self) -> bool:
        """Whether what a filing of the old version says still reads, and means the same."""
        return not self.effect


@frozen(eq=False)
class Difference:
    """All changes, those of one area together.

    old, new: what was compared. apart: what only one of the two has and was not compared: namespaces of elements, and
    "documentation", "references" or "assertions", which a filing does not carry beside it.
    """

    old: Contents
    new: Contents
    changes: tuple[Change, ...]
    apart: tuple[str, ...] = ()

    @property
    def compatible(self) -> bool:
        """Whether every filing of the old version still reads."""
        return all(each.compatible for each in self.changes)


def compare_files(
    old: Mapping[str, bytes], old_place: str, new: Mapping[str, bytes], new_place: str, limits: Limits = DEFAULT_LIMITS
) -> Difference:
    """What differs from the older to the newer of two taxonomies, each its files by name; places are for messages.

    A taxonomy that only one of them has, such as a company's extension beside the standard one, is left out. Raises
    FilingError where one cannot be read, or where they declare nothing in a namespace of both.
    """
    before, after = read(old, old_place, limits), read(new, new_place, limits)
    common = before.namespaces.keys() & after.namespaces.keys()
    if not common:
        message = say(
            "declares nothing in a namespace of {other}; an extension is compared with another of the same company",
            "{other}と共通の名前空間に宣言がありません。拡張タクソノミは同じ会社のものと比較してください。",
            other=new_place,
        )
        raise FilingError([finding("fx:unreadable", message, old_place)])
    apart = tuple(sorted(before.namespaces.keys() ^ after.namespaces.keys()))
    if before.namespaces.keys() - common:
        before = read(old, old_place, limits, only=common)
    if after.namespaces.keys() - common:
        after = read(new, new_place, limits, only=common)
    difference = compare(before, after)
    return evolve(difference, apart=(*apart, *difference.apart))


def compare(old: Contents, new: Contents) -> Difference:
    """What differs from the older to the newer of two taxonomies."""
    apart = []
    if _documented(old) != _documented(new):
        apart.append("documentation")
        old, new = _without_documentation(old), _without_documentation(new)
    if bool(old.references) != bool(new.references):
        apart.append("references")
        old, new = evolve(old, references={}), evolve(new, references={})
    if bool(old.assertions) != bool(new.assertions):
        apart.append("assertions")
        old, new = evolve(old, assertions={}), evolve(new, assertions={})
    found = _Comparison(old, new).all()
    return Difference(old, new, tuple(sorted(found, key=lambda each: AREAS.index(each.area))), tuple(apart))


def _documented(contents: Contents) -> bool:
    return any(role == "documentation" for labels in contents.labels.values() for role, _ in labels)


def _without_documentation(contents: Contents) -> Contents:
    labels = {
        name: {key: text for key, text in labels.items() if key[0] != "documentation"}
        for name, labels in contents.labels.items()
    }
    return evolve(contents, labels=labels)


class _Comparison:
    def __init__(self, old: Contents, new: Contents) -> None:
        self.old = old
        self.new = new

    def all(self) -> Iterator[Change]:
        yield from self.elements()
        yield from self.dimensions()
        yield from self.sums()
        yield from self.assertions()
        yield from self.entry_points()
        yield from self.roles()
        yield from self.places()
        yield from self.orders()
        yield from self.texts()

    def stayed(self, names: Iterable[str]) -> Iterator[str]:
        """Of these, what is not itself new or gone: of that, no more is told."""
        return (name for name in names if (name in self.old.elements) == (name in self.new.elements))

    # --- elements --------------------------------------------------------------------------------------------

    def elements(self) -> Iterator[Change]:
        for name in _union(self.old.elements, self.new.elements):
            before, after = self.old.elements.get(name), self.new.elements.get(name)
            if any(each is not None and each.kind == "table" for each in (before, after)):
                continue  # what the tables hold is told by the axes of the items
            if before is None:
                assert after is not None
                yield Change("items", "added", name, "", "", self.told(self.new, after))
            elif after is None:
                effect = NOTHING_SAID if before.kind == "heading" else _NO_ITEM
                yield Change("items", "removed", name, "", self.told(self.old, before), "", effect)
            elif before != after:
                yield from self.element(before, after)

    def told(self, contents: Contents, element: Element) -> str:
        said: list[str] = [element.kind]
        if element.kind == "item":
            said = [each for each in (local_name(element.type), element.period, element.balance) if each]
        label = contents.labels.get(element.name, {}).get(("label", "en"), "")
        return ", ".join(said) + (f": {label}" if label else "")

    def element(self, old: Element, new: Element) -> Iterator[Change]:
        name = old.name
        properties: tuple[tuple[Said, str, str], ...] = (
            (say("kind", "種類"), old.kind, new.kind),
            (say("type", "型"), *_told_apart(old.type, new.type)),
            (say("period", "期間・時点の区分"), old.period, new.period),
            (say("balance", "貸借区分"), old.balance, new.balance),
            (say("domain", "定義域"), old.domain, new.domain),
        )
        for what, before, after in properties:
            if before != after:
                yield Change("items", "changed", name, what, before, after, _OTHER_VALUES)
        if old.nillable != new.nillable and new.kind == "item":
            effect = NOTHING_SAID if new.nillable else _NO_NIL
            yield Change(
                "items", "changed", name, say("nillable", "nilの可否"), _yes(old.nillable), _yes(new.nillable), effect
            )
        if old.type == new.type:
            gone = [each for each in old.values if each not in new.values]
            come = [each for each in new.values if each not in old.values]
            if gone:
                yield Change("items", "removed", name, say("values", "選択肢"), ", ".join(gone), "", _NO_VALUE)
            if come:
                yield Change("items", "added", name, say("values", "選択肢"), "", ", ".join(come))

    # --- dimensions ------------------------------------------------------------------------------------------

    def dimensions(self) -> Iterator[Change]:
        for name in self.stayed(_union(self.old.axes, self.new.axes)):
            before, after = self.old.axes.get(name, frozenset()), self.new.axes.get(name, frozenset())
            for combination in sorted(before - after):
                yield Change("dimensions", "removed", name, say("axes", "次元"), _axes(combination), "", _NO_PLACE)
            for combination in sorted(after - before):
                yield Change("dimensions", "added", name, say("axes", "次元"), "", _axes(combination))
        for name in self.stayed(_union(self.old.members, self.new.members)):
            members, others = self.old.members.get(name, ()), self.new.members.get(name, ())
            for each in members:
                if each not in others:
                    yield Change(
                        "dimensions", "removed", name, say("member", "メンバー"), local_name(each), "", _NO_PLACE
                    )
            for each in others:
                if each not in members:
                    yield Change("dimensions", "added", name, say("member", "メンバー"), "", local_name(each))
            for each, was, now in _moved(members, others):
                yield Change(
                    "dimensions",
                    "moved",
                    name,
                    say("member {member}", "メンバー{member}", member=local_name(each)),
                    _after(was),
                    _after(now),
                )
        for name in self.stayed(_union(self.old.defaults, self.new.defaults)):
            default, other = self.old.defaults.get(name, ""), self.new.defaults.get(name, "")
            if default != other:
                yield Change(
                    "dimensions",
                    "changed",
                    name,
                    say("default", "既定値"),
                    local_name(default),
                    local_name(other),
                    _NO_PLACE,
                )

    # --- sums ------------------------------------------------------------------------------------------------

    def sums(self) -> Iterator[Change]:
        everywhere: dict[tuple[str, str], set[str]] = {}
        for totals in self.old.sums.values():
            for total, addends in totals.items():
                for addend, weight in addends.items():
                    everywhere.setdefault((total, addend), set()).add(weight)

        def agrees(total: str, addend: str, weight: str) -> bool:
            """Whether an old filing keeps to this, if it says anything of it: it did so before, or cannot know it."""
            known = total in self.old.elements and addend in self.old.elements
            return not known or everywhere.get((total, addend)) == {weight}

        for section in _union(self.old.sums, self.new.sums):
            old, new = self.old.sums.get(section, {}), self.new.sums.get(section, {})
            for total in _union(old, new):
                before, after = old.get(total, {}), new.get(total, {})
                for addend in _union(before, after):
                    what = say(
                        "{item} in {section}", "{section}の{item}", item=local_name(addend), section=_last(section)
                    )
                    was, now = before.get(addend), after.get(addend)
                    if was is None:
                        assert now is not None
                        effect = NOTHING_SAID if agrees(total, addend, now) else _NO_SUM
                        yield Change("sums", "added", total, what, "", _weight(now), effect)
                    elif now is None:
                        effect = _NO_SUM if after else NOTHING_SAID  # a sum that is gone asks nothing
                        yield Change("sums", "removed", total, what, _weight(was), "", effect)
                    elif was != now:
                        yield Change("sums", "changed", total, what, _weight(was), _weight(now), _NO_SUM)

    # --- assertions ------------------------------------------------------------------------------------------

    def assertions(self) -> Iterator[Change]:
        """An old filing reads whatever they say; whether it satisfies them is for who evaluates them."""
        for name in _union(self.old.assertions, self.new.assertions):
            before, after = self.old.assertions.get(name), self.new.assertions.get(name)
            if before is None:
                yield Change("assertions", "added", name, "", "", (after or ("",))[0])
            elif after is None:
                yield Change("assertions", "removed", name, "", before[0], "")
            elif before != after:
                gone = "; ".join(each for each in before if each not in after)
                come = "; ".join(each for each in after if each not in before)
                yield Change("assertions", "changed", name, "", gone, come)

    # --- sections --------------------------------------------------------------------------------------------

    def entry_points(self) -> Iterator[Change]:
        for name in _union(self.old.entry_points, self.new.entry_points):
            before, after = self.old.entry_points.get(name), self.new.entry_points.get(name)
            if before is None:
                yield Change("entry points", "added", name, "", "", _sections(len(after or ())))
            elif after is None:
                yield Change("entry points", "removed", name, "", _sections(len(before)), "", _NO_FILE)
            else:
                for section in sorted(before - after):
                    yield Change("entry points", "removed", name, say("section", "セクション"), _last(section), "")
                for section in sorted(after - before):
                    yield Change("entry points", "added", name, say("section", "セクション"), "", _last(section))

    def roles(self) -> Iterator[Change]:
        # A section's number is its place among the others; where one is put between, the rest did not change.
        old, new = (
            {uri: _NUMBER.sub("", said) for uri, said in each.sections.items()} for each in (self.old, self.new)
        )
        yield from self.role(say("section", "セクション"), old, new, NOTHING_SAID)
        yield from self.role(say("kind of footnote", "脚注の種類"), self.old.footnotes, self.new.footnotes, _NO_FILE)

    def role(self, what: Said, old: dict[str, str], new: dict[str, str], gone: Said) -> Iterator[Change]:
        for uri in _union(old, new):
            before, after = old.get(uri), new.get(uri)
            if before is None:
                yield Change("presentation", "added", _last(uri), what, "", after or "")
            elif after is None:
                yield Change("presentation", "removed", _last(uri), what, before, "", gone)
            elif before != after:
                yield Change("presentation", "changed", _last(uri), what, before, after)

    def places(self) -> Iterator[Change]:
        old, new = _places(self.old), _places(self.new)
        for name in self.stayed(_union(old, new)):
            before, after = old.get(name, []), new.get(name, [])
            gone = [each for each in before if each not in after]
            come = [each for each in after if each not in before]
            if gone or come:
                kind: Kind = "moved" if gone and come else "removed" if gone else "added"
                if {each[:2] for each in gone} == {each[:2] for each in come}:
                    kind = "changed"  # it stays where it is, with a label of another role
                yield Change("presentation", kind, name, say("place", "箇所"), _told(gone), _told(come))

    def orders(self) -> Iterator[Change]:
        for section in _union(self.old.shown, self.new.shown):
            old, new = self.old.shown.get(section, {}), self.new.shown.get(section, {})
            for parent in _union(old, new):
                for (child, _), was, now in _moved(old.get(parent, ()), new.get(parent, ())):
                    what = say(
                        "order in {section} > {heading}",
                        "{section} > {heading}での順序",
                        section=_last(section),
                        heading=local_name(parent),
                    )
                    before, after = (_after(each[0] if each else "") for each in (was, now))
                    yield Change("presentation", "moved", child, what, before, after)

    # --- texts -----------------------------------------------------------------------------------------------

    def texts(self) -> Iterator[Change]:
        for name in self.stayed(_union(self.old.labels, self.new.labels)):
            if (element := self.new.elements.get(name)) is not None and element.kind == "table":
                continue
            labels, others = self.old.labels.get(name, {}), self.new.labels.get(name, {})
            for key in _union(labels, others):
                role, language = key
                yield from _text("labels", name, f"{role} ({language})", labels.get(key), others.get(key))
        for name in self.stayed(_union(self.old.references, self.new.references)):
            before, after = self.old.references.get(name, frozenset()), self.new.references.get(name, frozenset())
            for said in sorted(map(str, before - after)):
                yield Change("references", "removed", name, "", said, "")
            for said in sorted(map(str, after - before)):
                yield Change("references", "added", name, "", "", said)
        for name in self.stayed(_union(self.old.anchors, self.new.anchors)):
            anchors, now = self.old.anchors.get(name, frozenset()), self.new.anchors.get(name, frozenset())
            for relation, other in sorted(anchors - now):
                yield Change("references", "removed", name, relation, local_name(other), "")
            for relation, other in sorted(now - anchors):
                yield Change("references", "added", name, relation, "", local_name(other))


def _text(area: Area, name: str, what: str, before: str | None, after: str | None) -> Iterator[Change]:
    if before != after:
        kind: Kind = "added" if before is None else "removed" if after is None else "changed"
        yield Change(area, kind, name, what, before or "", after or "")


def _union(old: Iterable[T], new: Iterable[T]) -> list[T]:
    """The keys of both, the newer's first, in their order."""
    return list(dict.fromkeys((*new, *old)))


def _told_apart(old: str, new: str) -> tuple[str, str]:
    """Two expanded names as people say them: without namespaces, unless only these differ."""
    if old != new and local_name(old) == local_name(new):
        return old, new
    return local_name(old), local_name(new)


def _yes(value: bool) -> Said:
    return say("yes", "可") if value else say("no", "不可")


def _weight(weight: str) -> Said:
    return say("weight {weight}", "加減の別 {weight}", weight=weight)


def _sections(count: int) -> Said:
    return say("{count} sections", "{count}セクション", count=count)


def _axes(combination: tuple[str, ...]) -> Said:
    return verbatim(" x ".join(map(local_name, combination))) if combination else say("none", "なし")


def _last(uri: str) -> str:
    return uri.rpartition("/")[2]


def _after(name: str | None) -> Said:
    return say("after {item}", "{item}の次", item=local_name(name)) if name else say("first", "先頭")


_Place = tuple[str, str, str]
"""A section, the heading an item stands under, and the role of its label."""


def _places(contents: Contents) -> dict[str, list[_Place]]:
    found: dict[str, list[_Place]] = {}
    for section, parents in contents.shown.items():
        for parent, children in parents.items():
            for child, label in children:
                found.setdefault(child, []).append((section, parent, label))
    return found


def _told(places: Sequence[_Place]) -> str:
    said = (
        f"{_last(section)} > {local_name(parent)}" + (f" ({label})" if label else "")
        for section, parent, label in places
    )
    return "; ".join(said)


def _moved(old: Sequence[T], new: Sequence[T]) -> Iterator[tuple[T, T | None, T | None]]:
    """The fewest things to take out so that the rest of what both have is in one order; each with what it stood after."""
    position = {each: number for number, each in enumerate(old)}
    rest = _longest_run([each for each in new if each in position], position.__getitem__)
    for number, each in enumerate(new):
        if each in position and each not in rest:
            was = position[each]
            yield each, old[was - 1] if was else None, new[number - 1] if number else None


def _longest_run(sequence: Sequence[T], rank: Callable[[T], int]) -> set[T]:
    """The longest part of a sequence, in its order, whose ranks increase (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for number, each in enumerate(sequence):
        pile = bisect_left(tops, rank(each))
        previous.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [rank(each)]
        ends[pile : pile + 1] = [number]
    run: set[T] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        run.add(sequence[at])
        at = previous[at]
    return run
