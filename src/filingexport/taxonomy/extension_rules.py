"""What a company's extension must keep to, so that its taxonomy is valid and says one thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from graphlib import CycleError, TopologicalSorter
from typing import Final

from filingexport.binding.chapters import Place, standing
from filingexport.binding.extended import column_axis, following, leaf_of, leaf_of_field
from filingexport.binding.plan import ROW_ELEMENT, Leaf, momentary, plans
from filingexport.declaring import frozen
from filingexport.model.extension import KINDS, STRUCTURAL, Arrangement, Extension, ExtensionItem, Signs, Sum
from filingexport.model.filing import Filing
from filingexport.model.item import NUMERIC, declared_in
from filingexport.names import BASE, fx, local_name
from filingexport.said import NOTHING_SAID, Said, say
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

MAX_ITEMS: Final = 2_000
"""Items, arrangements, signs, and sums that one extension may declare, of each."""
_HINTS: Final = 20
"""Names that are compared with all known ones, to say what was meant; of those beyond it is not said."""
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
    message: Said


@lru_cache(maxsize=64)
def faults(extension: Extension) -> tuple[Fault, ...]:
    """All that is wrong with this extension; empty if its taxonomy can be made."""
    return tuple(_Check(extension).all())


@lru_cache(maxsize=1)
def _elements() -> frozenset[str]:
    return network(Filing).names() | {ROW_ELEMENT}


_HEADING: Final = say("the heading", "見出し")


def _circle(steps: list[str], sums: bool) -> Said:
    """What is said of items that are the totals, or the headings, of one another."""
    verb = say("sum", "合計") if sums else say("hold", "見出し")
    if len(steps) == 1:
        return say("{item} cannot {verb} itself", "{item}を自身の{verb}にはできません。", item=steps[0], verb=verb)
    return say(
        "{items} {verb} one another in a circle",
        "{items}が互いの{verb}になり、循環しています。",
        items=Said(" and ".join(steps), "と".join(steps)),
        verb=verb,
    )


def _circle_in(leads: Mapping[str, Iterable[str]]) -> list[str]:
    """Names that lead to one another in a circle; empty if none do."""
    try:
        TopologicalSorter(leads).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


class _Check:
    def __init__(self, extension: Extension) -> None:
        self.extension = extension
        self.items = {each.name: each for each in extension.items}
        self.hints = 0
        self.known_where: dict[tuple[str, tuple[str, ...]], bool] = {}
        self.near: dict[tuple[Place, str, bool], frozenset[str]] = {}
        self.headings = {each.heading for each in extension.items}
        self.rows = cache(self._rows)
        self.arranged = cache(self._arranged)
        self.in_circle = cache(self._in_circle)
        self.summed = {(each.part, each.total) for each in extension.sums}

    def all(self) -> Iterator[Fault]:
        many = list(self.too_many())
        yield from many or self.each()

    def too_many(self) -> Iterator[Fault]:
        said = self.extension
        counts = (("arrangements", len(said.arrangements)), ("signs", len(said.signs)), ("sums", len(said.sums)))
        for field, count in (("items", len(said.items)), *counts):
            if count > MAX_ITEMS:
                yield Fault(
                    0,
                    field,
                    say(
                        "there are {count:,} {field}; an extension has at most {most:,}",
                        "{field}が{count:,}個あります。拡張に記入できるのは{most:,}個までです。",
                        count=count,
                        field=field,
                        most=MAX_ITEMS,
                    ),
                )

    def each(self) -> Iterator[Fault]:
        yield from self.whole()
        first: dict[str, int] = {}
        elements: dict[str, str] = {}
        after: dict[tuple[str, str, bool, str], str] = {}
        for number, item in enumerate(self.extension.items, 1):
            if not _NAME.fullmatch(item.name):
                yield Fault(
                    number,
                    "name",
                    say(
                        "{item!r} is no name such as RevenuesHomeUse: a capital letter, then letters and digits",
                        "{item!r}は名前として使えません。RevenuesHomeUseのように、大文字で始まる英数字にしてください。",
                        item=item.name,
                    ),
                )
            elif item.name in first:
                yield Fault(
                    number,
                    "name",
                    say(
                        "{item} is declared twice, first as item {first}; give one another name",
                        "{item}が二度定義されています（最初は{first}番目の項目）。一方の名前を変えてください。",
                        item=item.name,
                        first=first[item.name],
                    ),
                )
            elif fx(item.element) in _elements():
                yield Fault(
                    number,
                    "name",
                    say(
                        "{element} is a name of the standard taxonomy; use the standard item, or another name",
                        "{element}は標準タクソノミの要素名です。標準の要素を使うか、別の名前にしてください。",
                        element=item.element,
                    ),
                )
            elif (known := next((elements[name] for name in self.made(item) if name in elements), None)) is not None:
                yield Fault(
                    number,
                    "name",
                    say(
                        "the elements of {known} and {item} would have one name; give one another name",
                        "{known}と{item}の要素名が同じになります。一方の名前を変えてください。",
                        known=known,
                        item=item.name,
                    ),
                )
            first.setdefault(item.name, number)
            elements |= dict.fromkeys(self.made(item), item.name)
            faults = [*self.where(number, item.part, item.places), *self.item(number, item)]
            yield from faults
            spots = [] if faults else [(place.path, *self.row(item), item.after) for place in self.places(item)]
            before = next((after[spot] for spot in spots if spot in after), None)
            if before is not None:
                yield Fault(
                    number,
                    "after",
                    say(
                        "{first} and {item} both stand after {after!r}; let one stand after the other",
                        "{first}と{item}がどちらも{after!r}の次に置かれています。一方を他方の次に置いてください。",
                        first=before,
                        item=item.name,
                        after=item.after or _HEADING,
                    ),
                )
            after |= dict.fromkeys(spots, item.name)
        yield from self.cycles()
        yield from self.arrangements()
        yield from self.signs()
        yield from self.sums()

    def close(self, name: str, known: Iterable[str]) -> Said:
        """What may have been meant by a name."""
        self.hints += 1
        close = meant(name, sorted(known)) if self.hints <= _HINTS else ""
        return (
            say("; did you mean {close!r}?", "。{close!r}の誤りではありませんか", close=close)
            if close
            else NOTHING_SAID
        )

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
            yield Fault(
                0,
                "prefix",
                say(
                    "{prefix!r} is no free prefix; use small letters and digits, such as the company's short name",
                    "{prefix!r}は接頭辞として使えません。会社の略称など、英小文字と数字にしてください。",
                    prefix=said.prefix,
                ),
            )
        if not _NAMESPACE.fullmatch(said.namespace) or len(said.namespace) > 1_000:
            yield Fault(
                0,
                "namespace",
                say(
                    "{address!r} is no address such as http://www.example.com/xbrl",
                    "{address!r}はアドレスではありません。http://www.example.com/xbrlの形で記入してください。",
                    address=said.namespace,
                ),
            )
        elif said.dated_namespace.startswith(BASE.rpartition("/")[0]):
            yield Fault(
                0,
                "namespace",
                say(
                    "the namespace is the standard taxonomy's; use one of the company's own",
                    "名前空間が標準タクソノミのものです。会社独自のものにしてください。",
                ),
            )
        if not (said.items or said.arrangements or said.signs or said.sums):
            yield Fault(
                0,
                "items",
                say(
                    "an extension without items, arrangements, signs or sums says nothing; leave it out",
                    "独自項目、表示順、符号、合計のいずれもない拡張には意味がありません。削除してください。",
                ),
            )

    def where(self, number: int, part: str, said: tuple[str, ...], field: str = "part") -> Iterator[Fault]:
        """Where an item or another declaration stands: a part, and places of it as they are named."""
        parts = standing(Filing).parts
        if part not in parts:
            yield Fault(
                number,
                field,
                say(
                    "{part!r} is no part of a notice{hint}",
                    "{part!r}という部分は招集通知にありません{hint}。",
                    part=part,
                    hint=self.close(part, parts),
                ),
            )
            return
        known = [place.path for place in parts[part]]
        for path in said:
            if path not in known:
                at = standing(Filing).paths.get(path)
                if at is not None and at.part == part:
                    yield Fault(
                        number,
                        field,
                        say(
                            "{place} has one order with {same}; name that",
                            "{place}の表示順は{same}と共通です。{same}を指定してください。",
                            place=path,
                            same=at.path,
                        ),
                    )
                else:
                    yield Fault(
                        number,
                        field,
                        say(
                            "{place!r} is no place of {part}{hint}",
                            "{place!r}は{part}の箇所ではありません{hint}。",
                            place=path,
                            part=part,
                            hint=self.close(path, known),
                        ),
                    )
                return
        if said and said != tuple(path for path in known if path in said):
            yield Fault(
                number,
                field,
                say(
                    "the places of {part} stand in the order of the notice, each once: {places}",
                    "{part}の箇所は、招集通知での順に一度ずつ記入してください: {places}",
                    part=part,
                    places=", ".join(known),
                ),
            )
        elif len(said) == len(known):
            yield Fault(
                number,
                field,
                say(
                    "these are all places of {part}; name none to mean all",
                    "{part}のすべての箇所が指定されています。すべてを指す場合は記入しないでください。",
                    part=part,
                ),
            )

    def places(self, declared: ExtensionItem | Arrangement | Signs) -> tuple[Place, ...]:
        return standing(Filing).named(declared.part, declared.places)

    def covers(self, outer: ExtensionItem, inner: ExtensionItem | Arrangement) -> bool:
        """Whether an item stands wherever another does."""
        return set(self.places(outer)) >= set(self.places(inner))

    # --- items -----------------------------------------------------------------------------------------------

    def item(self, number: int, item: ExtensionItem) -> Iterator[Fault]:
        if item.kind not in KINDS:
            yield Fault(
                number,
                "type",
                say(
                    "{kind!r} is none of: {kinds}",
                    "種類{kind!r}はありません。次のいずれかを記入してください: {kinds}",
                    kind=item.kind,
                    kinds=", ".join(KINDS),
                ),
            )
            return
        if item.part not in standing(Filing).parts:
            return
        if item.balance is not None and (item.kind != "money" or item.balance not in ("debit", "credit")):
            yield Fault(
                number,
                "balance",
                say(
                    "an item of type {kind} has no balance {balance!r}; only money has, debit or credit",
                    "種類が{kind}の項目に貸借区分{balance!r}はありません。貸借区分（debit又はcredit）は金額（money）だけが持ちます。",
                    kind=item.kind,
                    balance=item.balance,
                ),
            )
        if item.kind in STRUCTURAL and item.instant:
            yield Fault(
                number,
                "period",
                say("a {kind} has no period", "{kind}に期間・時点の区分はありません。", kind=item.kind),
            )
        if item.negated and item.kind not in NUMERIC:
            yield Fault(
                number,
                "sign",
                say(
                    "an item of type {kind} has no sign that could be turned",
                    "種類が{kind}の項目に、反転できる符号はありません。",
                    kind=item.kind,
                ),
            )
        if item.kind not in STRUCTURAL and not item.instant and item.part in momentary(Filing):
            yield Fault(
                number,
                "period",
                say(
                    "{part} is at the moment a period begins, so that its items are instants",
                    "{part}は期首時点の部分であり、その項目は時点（instant）です。",
                    part=item.part,
                ),
            )
        if item.kind == "member" and column_axis(plans(Filing)[item.part]) is None:
            yield Fault(
                number,
                "part",
                say(
                    "{part} is no matrix, so that a member has no place in it",
                    "{part}はマトリクスではないため、列の要素（member）を置けません。",
                    part=item.part,
                ),
            )
            return
        if item.kind == "table" and item.name not in self.headings:
            yield Fault(
                number,
                "columns",
                say("the table {table} has no columns", "表{table}に列がありません。", table=item.name),
            )
        below = list(self.below(number, item))
        yield from below
        if not below:
            yield from self.position(number, item)
        yield from self.sum(number, item)
        for said, field in ((item.narrower_than, "narrower_than"), (item.wider_than, "wider_than")):
            if said and item.kind in STRUCTURAL:
                yield Fault(
                    number,
                    field,
                    say(
                        "a {kind} has no anchor",
                        "{kind}には関連付け（narrower_than、wider_than）ができません。",
                        kind=item.kind,
                    ),
                )
            elif said:
                yield from self.anchor(number, item, said, field)

    def anchor(self, number: int, item: ExtensionItem, said: str, field: str) -> Iterator[Fault]:
        anchor = network(Filing).concepts.get(fx(said))
        if anchor is None:
            close = self.close(said, (local_name(name) for name in network(Filing).concepts))
            yield Fault(
                number,
                field,
                say(
                    "{item!r} is no item of the standard taxonomy{hint}",
                    "{item!r}という要素は標準タクソノミにありません{hint}。",
                    item=said,
                    hint=close,
                ),
            )
        elif anchor.concept.kind != item.kind:
            yield Fault(
                number,
                field,
                say(
                    "{anchor} is of type {kind}, and {item} is of type {own}",
                    "{anchor}の種類は{kind}、{item}の種類は{own}です。同じ種類の要素に関連付けてください。",
                    anchor=said,
                    kind=anchor.concept.kind,
                    item=item.name,
                    own=item.kind,
                ),
            )

    def below(self, number: int, item: ExtensionItem) -> Iterator[Fault]:
        """What an item is shown below: an own heading, or the own table that it is a column of."""
        if not item.heading:
            return
        heading = self.items.get(item.heading)
        if item.kind == "member":
            yield Fault(
                number,
                "heading",
                say("a column of a matrix stands below no heading", "マトリクスの列は見出しの下に置けません。"),
            )
        elif (
            heading is None or heading.kind not in ("heading", "table") or heading.part != item.part or heading is item
        ):
            yield Fault(
                number,
                "heading",
                say(
                    "{heading!r} is no heading that the extension declares in {part}",
                    "見出し{heading!r}は、拡張で{part}について定義されていません。",
                    heading=item.heading,
                    part=item.part,
                ),
            )
        elif heading.kind == "table" and item.kind in STRUCTURAL:
            yield Fault(
                number,
                "heading",
                say(
                    "a {kind} is no column of the table {table}",
                    "{kind}は表{table}の列にできません。",
                    kind=item.kind,
                    table=heading.name,
                ),
            )
        elif not self.sound(heading) or not self.sound(item):
            return  # what is wrong with them is told
        elif heading.kind == "table" and item.places != heading.places:
            yield Fault(
                number,
                "part",
                say(
                    "{item} is a column of {table}, and stands in the same places",
                    "{item}は{table}の列であり、同じ箇所に置かなければなりません。",
                    item=item.name,
                    table=heading.name,
                ),
            )
        elif not self.covers(heading, item):
            yield Fault(
                number,
                "heading",
                say(
                    "{heading} does not stand in all places that {item} stands in",
                    "{item}を置く箇所のうち、{heading}のない箇所があります。",
                    heading=heading.name,
                    item=item.name,
                ),
            )

    def sound(self, item: ExtensionItem) -> bool:
        """Whether it is known where an item stands."""
        key = item.part, item.places
        if key not in self.known_where:
            self.known_where[key] = not list(self.where(0, *key))
        return self.known_where[key]

    def position(self, number: int, item: ExtensionItem) -> Iterator[Fault]:
        if not item.after or not self.sound(item):
            return
        for place in self.places(item):
            known = self.neighbours(item, place)
            if item.after == item.name or item.after not in known:
                close = self.close(item.after, known - {item.name})
                where = item.heading or (place.path if item.places else item.part)
                yield Fault(
                    number,
                    "after",
                    say(
                        "{item!r} does not stand in {where}, so nothing can stand after it{hint}",
                        "{item!r}が{where}にないため、その次には置けません{hint}。",
                        item=item.after,
                        where=where,
                        hint=close,
                    ),
                )
                return

    def neighbours(self, item: ExtensionItem, place: Place) -> frozenset[str]:
        """What is shown below the same heading in this place: what an item can stand after, and itself."""
        row = self.row(item)
        key = place, *row
        if key not in self.near:
            if item.kind == "member":
                fields: Iterable[str] = column_order(item.part)
            else:
                arranged = self.arranged(place)
                fields = owners(item.part) if not arranged and not item.heading else arranged.get(item.heading, ())
            self.near[key] = frozenset({*fields, *self.rows(place).get(row, ())})
        return self.near[key]

    def _rows(self, place: Place) -> dict[tuple[str, bool], list[str]]:
        """The own items of each row in this place."""
        found: dict[tuple[str, bool], list[str]] = {}
        for each in declared_here(self.extension.items, place.chapter, place.part) if self.all_sound else ():
            found.setdefault(self.row(each), []).append(each.name)
        return found

    def _arranged(self, place: Place) -> dict[str, list[str]]:
        """The fields that are arranged in this place, by their heading."""
        found: dict[str, list[str]] = {}
        for each in declared_here(self.sound_arrangements, place.chapter, place.part):
            found.setdefault(each.heading, []).extend(each.fields)
        return found

    @cached_property
    def sound_arrangements(self) -> tuple[Arrangement, ...]:
        return tuple(each for each in self.extension.arrangements if not list(self.where(0, each.part, each.places)))

    @cached_property
    def all_sound(self) -> bool:
        return all(self.sound(each) for each in self.extension.items)

    def sum(self, number: int, item: ExtensionItem) -> Iterator[Fault]:
        if not item.total:
            if item.weight:
                yield Fault(
                    number,
                    "total",
                    say(
                        "its weight is {weight}, but no total is named; name it or take the weight away",
                        "加減の別（weight）が{weight}ですが、合計（total）の指定がありません。合計を指定するか、加減の別を削除してください。",
                        weight=item.weight,
                    ),
                )
            return
        if item.weight not in (1, -1):
            yield Fault(
                number,
                "weight",
                say(
                    "the weight in a total is 1 or -1, not {weight}",
                    "合計への加減の別（weight）は1又は-1です。{weight}は記入できません。",
                    weight=item.weight,
                ),
            )
            return
        total = self.total_leaf(item)
        if total is None:
            yield Fault(
                number,
                "total",
                say(
                    "{total!r} is no amount of {part} that could sum it",
                    "{total!r}は、この項目を合計できる{part}の金額・数値ではありません。",
                    total=item.total,
                    part=self.table_of(item) or item.part,
                ),
            )
        elif total.concept.kind != item.kind or total.instant != item.instant:
            yield Fault(
                number,
                "total",
                say(
                    "{total} is of another type or period than {item}, and cannot sum it",
                    "{total}は{item}と種類又は期間・時点の区分が異なるため、合計にできません。",
                    total=item.total,
                    item=item.name,
                ),
            )
        elif item.balance is not None and total.concept.balance is not None:
            said = 1 if item.balance == total.concept.balance else -1
            if said != item.weight:
                yield Fault(
                    number,
                    "weight",
                    say(
                        "a {balance} item in the {side} total {total} has the weight {right}, not {weight}; correct the weight or the balance",
                        "{side}の合計{total}に含まれる{balance}の項目の加減の別は{right}です（{weight}ではありません）。加減の別又は貸借区分を訂正してください。",
                        balance=item.balance,
                        side=total.concept.balance,
                        total=item.total,
                        right=said,
                        weight=item.weight,
                    ),
                )

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
        return (item.part, item.total) in self.summed

    def cycles(self) -> Iterator[Fault]:
        numbers = {each.name: number for number, each in enumerate(self.extension.items, 1)}
        by_part: dict[str, list[ExtensionItem]] = {}
        for each in self.extension.items:
            by_part.setdefault(each.part, []).append(each)
        for items in by_part.values():
            placed = {each.name for each in following(items)}
            lost = [each.name for each in items if each.name not in placed]
            if lost:
                yield Fault(
                    numbers[lost[0]],
                    "after",
                    say(
                        "{items} stand after one another in a circle; let one of them stand after a field",
                        "{items}の並び順が循環しています。いずれかを標準の項目の次に置いてください。",
                        items=", ".join(lost),
                    ),
                )
        yield from self.anchors_in_circle(numbers)
        for field in ("total", "heading"):
            for steps in self.circles({name: getattr(item, field) for name, item in self.items.items()}):
                yield Fault(numbers[steps[0]], field, _circle(steps, field == "total"))

    def circles(self, leads: dict[str, str]) -> list[list[str]]:
        """The circles in which names lead to one another, each once, from the first of its names."""
        found = []
        seen: set[str] = set()
        for name in leads:
            steps: dict[str, int] = {}
            here = name
            while here in leads and here not in seen:
                seen.add(here)
                steps[here] = len(steps)
                here = leads[here]
            if here in steps:
                circle = list(steps)[steps[here] :]
                first = circle.index(min(circle))
                found.append(circle[first:] + circle[:first])
        return found

    def anchors_in_circle(self, numbers: dict[str, int]) -> Iterator[Fault]:
        """Whether an item would be narrower than itself, by the standard items that it and others anchor to."""
        own = {self.extension.expanded(name): name for name in self.items}
        narrower: dict[str, list[str]] = {}
        for item in self.extension.items:
            if item.narrower_than:
                narrower.setdefault(fx(item.narrower_than), []).append(self.extension.expanded(item.name))
            if item.wider_than:
                narrower.setdefault(self.extension.expanded(item.name), []).append(fx(item.wider_than))
        circle = _circle_in(narrower)
        if circle:
            name = min((own[each] for each in circle if each in own), key=lambda each: numbers[each])
            yield Fault(
                numbers[name],
                "narrower_than",
                say(
                    "by its anchors {item} would be narrower than itself; take one of them away",
                    "関連付けをたどると、{item}が自身より狭い概念になります。いずれかの関連付けを削除してください。",
                    item=name,
                ),
            )

    # --- order, signs, sums ----------------------------------------------------------------------------------

    def arrangements(self) -> Iterator[Fault]:
        by_place: dict[Place, list[Arrangement]] = {}
        for each in self.extension.arrangements:
            if faults := list(self.where(0, each.part, each.places, "arrangements")):
                yield from faults
                continue
            heading = self.items.get(each.heading)
            if each.heading and (heading is None or heading.kind != "heading" or heading.part != each.part):
                yield Fault(
                    0,
                    "arrangements",
                    say(
                        "{heading!r} is no heading that the extension declares in {part}",
                        "見出し{heading!r}は、拡張で{part}について定義されていません。",
                        heading=each.heading,
                        part=each.part,
                    ),
                )
            elif heading is not None and self.sound(heading) and not self.covers(heading, each):
                yield Fault(
                    0,
                    "arrangements",
                    say(
                        "{heading} does not stand in all places that are arranged below it",
                        "表示順が指定された箇所のうち、見出し{heading}のない箇所があります。",
                        heading=each.heading,
                    ),
                )
            if not each.fields:
                yield Fault(
                    0,
                    "arrangements",
                    say(
                        "the arrangement of {where} names no fields",
                        "{where}の表示順に項目がありません。",
                        where=each.heading or each.part,
                    ),
                )
            for place in self.places(each):
                by_place.setdefault(place, []).append(each)
        seen: set[tuple[Arrangement, ...]] = set()
        for place, found in by_place.items():
            if tuple(found) in seen:
                continue
            seen.add(tuple(found))
            headings = [each.heading for each in found]
            where = place.path if any(each.places for each in found) else place.part
            again = next((each for each, count in Counter(headings).items() if count > 1), None)
            if again is not None:
                yield Fault(
                    0,
                    "arrangements",
                    say("{where} is arranged twice", "{where}の表示順が二度指定されています。", where=again or where),
                )
                continue
            yield from self.complete(place.part, where, [name for each in found for name in each.fields], headings)

    def complete(self, part: str, where: str, fields: list[str], headings: list[str]) -> Iterator[Fault]:
        """Whether an arrangement names each field once, in another order than the standard one."""
        known = owners(part)
        twice = sorted(name for name, count in Counter(fields).items() if count > 1)
        strange = [name for name in fields if name not in known]
        missing = [name for name in known if name not in set(fields)]
        if twice:
            yield Fault(
                0,
                "arrangements",
                say(
                    "{item!r} stands twice in the arrangement of {where}",
                    "{where}の表示順に{item!r}が二度あります。",
                    item=twice[0],
                    where=where,
                ),
            )
        if strange:
            yield Fault(
                0,
                "arrangements",
                say(
                    "{item!r} is no field of {where} that could be arranged{hint}",
                    "{item!r}は、表示順を指定できる{where}の項目ではありません{hint}。",
                    item=strange[0],
                    where=where,
                    hint=self.close(strange[0], known),
                ),
            )
        if missing:
            yield Fault(
                0,
                "arrangements",
                say(
                    "the arrangement of {where} leaves out {missing}; an arrangement names every field",
                    "{where}の表示順に{missing}がありません。表示順にはすべての項目を記入してください。",
                    where=where,
                    missing=", ".join(missing),
                ),
            )
        if fields == known and headings == [""]:
            yield Fault(
                0,
                "arrangements",
                say(
                    "the arrangement of {where} is the standard order; leave it out",
                    "{where}の表示順は標準と同じです。削除してください。",
                    where=where,
                ),
            )

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
                    yield Fault(
                        0,
                        "signs",
                        say(
                            "{item!r} is no amount of {part} whose sign could be turned{hint}",
                            "{item!r}は、符号を反転できる{part}の金額・数値ではありません{hint}。",
                            item=name,
                            part=each.part,
                            hint=self.close(name, preferred),
                        ),
                    )
            if not each.fields:
                yield Fault(
                    0,
                    "signs",
                    say("the signs of {part} name no fields", "{part}の符号の指定に項目がありません。", part=each.part),
                )
            if list(each.fields) != [name for name in owners(each.part) if name in each.fields]:
                yield Fault(
                    0,
                    "signs",
                    say(
                        "the fields of the signs of {part} stand in the order of the part, each once",
                        "{part}の符号の指定では、項目をその部分での順に一度ずつ記入してください。",
                        part=each.part,
                    ),
                )
            for place in self.places(each):
                for name in each.fields:
                    if (place, name) in told:
                        yield Fault(
                            0,
                            "signs",
                            say(
                                "the sign of {item} in {place} is turned twice",
                                "{place}の{item}の符号が二度反転されています。",
                                item=name,
                                place=place.path,
                            ),
                        )
                    told.add((place, name))

    def sums(self) -> Iterator[Fault]:
        told: set[tuple[str, str]] = set()
        for each in self.extension.sums:
            faults = list(self.where(0, each.part, (), "sums")) or list(self.one_sum(each))
            yield from faults
            if (each.part, each.total) in told:
                yield Fault(
                    0,
                    "sums",
                    say(
                        "{total} in {part} is summed twice",
                        "{part}の{total}の合計が二度指定されています。",
                        total=each.total,
                        part=each.part,
                    ),
                )
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
            yield Fault(
                0,
                "sums",
                say(
                    "{total!r} is no amount of {part} that could be a sum",
                    "{total!r}は、合計にできる{part}の金額・数値ではありません。",
                    total=said.total,
                    part=said.part,
                ),
            )
            return
        if own is None and declared_in(total.concept) is not plan.cls:
            yield Fault(
                0,
                "sums",
                say(
                    "{total} is told again in {part}; what it sums stands in {place}",
                    "{total}は{part}に再掲された項目です。その内訳は{place}にあります。",
                    total=said.total,
                    part=said.part,
                    place=declared_in(total.concept).__name__,
                ),
            )
            return
        if own is not None and not said.items:
            yield Fault(
                0,
                "sums",
                say("the sum {total} names no items", "合計{total}に内訳の項目がありません。", total=said.total),
            )
        seen: set[str] = set()
        for path in said.items:
            leaf = resolve(plan, path)
            if leaf is None or leaf.name == total.name or path_to(plan, leaf.name) != path:
                yield Fault(
                    0,
                    "sums",
                    say(
                        "{item!r} is no amount of {part} that {total} could sum; own items name their total themselves",
                        "{item!r}は、{total}の内訳にできる{part}の金額・数値ではありません。独自項目は、その項目の側で合計を指定します。",
                        item=path,
                        part=said.part,
                        total=said.total,
                    ),
                )
            elif leaf.concept.kind != total.concept.kind or leaf.instant != total.instant:
                yield Fault(
                    0,
                    "sums",
                    say(
                        "{item} is of another type or period than {total}, which cannot sum it",
                        "{item}は{total}と種類又は期間・時点の区分が異なるため、内訳にできません。",
                        item=path,
                        total=said.total,
                    ),
                )
            elif leaf.name in seen:
                yield Fault(
                    0,
                    "sums",
                    say(
                        "{item} stands twice in the sum {total}",
                        "合計{total}の内訳に{item}が二度あります。",
                        item=path,
                        total=said.total,
                    ),
                )
            seen.add(leaf.name if leaf is not None else "")
        if own is None:
            items = [leaf.name for path in said.items if (leaf := resolve(plan, path)) is not None]
            for place in standing(Filing).parts[said.part]:
                sums = network(Filing).sections[place.chapter].sums
                standard = next((each for each in sums if each.total == total.name), None)
                if standard is not None and [name for name, _ in standard.items] == items:
                    yield Fault(
                        0,
                        "sums",
                        say(
                            "the sum {total} in {part} is the standard one; leave it out",
                            "{part}の合計{total}は標準と同じです。削除してください。",
                            total=said.total,
                            part=said.part,
                        ),
                    )
                    return

    def circle(self, said: Sum) -> Iterator[Fault]:
        """Whether a total would be summed in itself."""
        if self.named(said.part, said.total) in self.in_circle(said.part):
            yield Fault(
                0,
                "sums",
                say(
                    "{total} in {part} would be summed in itself",
                    "{part}の{total}が、自身の内訳に含まれています。",
                    total=said.total,
                    part=said.part,
                ),
            )

    def named(self, part: str, total: str) -> str:
        """The expanded name of a total of a part."""
        leaf = leaf_of_field(plans(Filing)[part], total)
        return self.extension.expanded(total) if leaf is None else leaf.name

    def _in_circle(self, part: str) -> frozenset[str]:
        """Totals of a part that would be summed in themselves, by one another."""
        plan = plans(Filing)[part]
        section = network(Filing).sections[standing(Filing).parts[part][0].chapter]
        below = {each.total: [name for name, _ in each.items] for each in section.sums}
        for each in self.extension.sums:
            if each.part == part:
                found = (resolve(plan, path) for path in each.items)
                below[self.named(part, each.total)] = [leaf.name for leaf in found if leaf is not None]
        for item in self.extension.items:
            if item.part == part and item.total:
                below.setdefault(self.named(part, item.total), []).append(self.extension.expanded(item.element))
        return frozenset(_circle_in(below))
