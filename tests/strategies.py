"""Filings made up from the model by the same walk that everything else is: hypothesis strategies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import attrs
from hypothesis import strategies as st

from filingexport.binding.chapters import standing
from filingexport.binding.extended import column_axis, extended, leaf_of_field, line_of
from filingexport.binding.plan import (
    ROW_ELEMENT,
    ColumnLeaf,
    Entry,
    Leaf,
    ListLeaf,
    PartField,
    Plan,
    RowsField,
    momentary,
    plan,
)
from filingexport.binding.to_facts import _with_free_id, to_facts
from filingexport.binding.values import PURE, SHARES
from filingexport.formats.xbrl.common import FOREVER, in_order
from filingexport.model import xhtml
from filingexport.model.extension import KINDS, STRUCTURAL, Arrangement, Extension, ExtensionItem, Signs, Sum
from filingexport.model.filing import Filing
from filingexport.model.item import NUMERIC, declared_in
from filingexport.model.part import Own, OwnRow
from filingexport.model.values import (
    DASH,
    Block,
    Count,
    Money,
    Nothing,
    Ratio,
    Shares,
    Text,
    YearMonth,
    Years,
)
from filingexport.names import fx, local_name
from filingexport.report import Fact, Note, Period, TypedMember, Unit
from filingexport.taxonomy.extension_layout import TURNED, column_order, owners, path_to, shown_below
from filingexport.taxonomy.network import network

_XML = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
_NASTY = st.sampled_from(
    ["]]>", "<script>alert(1)</script>", "&amp;", "=1+1", "\u202eabc", "東京都千代田区", "ｱｲｳ", "葛\U000e0100城市", "a\r\nb", " lead", "trail ", "-", "—",
     "# not a comment", "key: value", "*star*", "no", "null", "1.0", "\tTab", "'", '"', "%x", "@y", "| pipe", "{a}", "[b]", "\u00a0", "\u2028x", "𠮷野家"]
)  # fmt: skip
words = st.one_of(st.text(_XML, min_size=1, max_size=30), _NASTY)
languages = st.sampled_from(["en", "ja", "zh-Hans"])


def readings(text: st.SearchStrategy[str] = words) -> st.SearchStrategy[dict[str, str]]:
    return st.one_of(st.fixed_dictionaries({"en": text}), st.dictionaries(languages, text, min_size=1, max_size=3))


texts = readings().map(lambda said: Text(**said))
nothings = readings().map(lambda said: Nothing(**said))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


_inline = st.recursive(
    words.map(_escaped) | st.just("<br/>"),
    lambda inner: st.tuples(st.sampled_from(["em", "strong", "u", "sub", "sup"]), inner).map(
        lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"
    ),
    max_leaves=3,
)
_mixed = st.lists(_inline, max_size=3).map("".join)
_paragraph = _mixed.map(lambda text: f"<p>{text}</p>")
_cells = st.lists(_mixed, min_size=1, max_size=2)
_table = st.lists(_cells, min_size=1, max_size=2).map(
    lambda rows: (
        "<table><tbody>"
        + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
        + "</tbody></table>"
    )
)


def _lists(block: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    item = st.one_of(_mixed, block, st.tuples(_mixed, block).map("".join)).map(lambda text: f"<li>{text}</li>")
    return st.tuples(st.sampled_from(["ul", "ol"]), st.lists(item, min_size=1, max_size=3)).map(
        lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"
    )


fragments = (
    st.lists(st.recursive(_paragraph | _table, _lists, max_leaves=4), min_size=1, max_size=3)
    .map("".join)
    .map(xhtml.canonical)
)
blocks = readings(fragments).map(lambda said: Block(**said))

amounts = st.one_of(
    st.integers(-(10**12), 10**12).map(Decimal),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=3),
    st.sampled_from(
        [Decimal(10) ** 200, Decimal("-0.000000000000000000000000000001"), Decimal("0.10"), Decimal(0), Decimal("1E+3")]
    ),
)
accuracies = st.one_of(st.sampled_from([-9, -6, -3, 0, 1, 2, 3, None]), st.integers(-30, 30))
notes = st.fixed_dictionaries(
    {}, optional={"caption": texts, "footnotes": st.lists(texts, min_size=1, max_size=2, unique=True).map(tuple)}
)
moneys = st.builds(
    lambda amount, currency, decimals, more: Money(amount, currency, decimals, **more),
    amounts, st.sampled_from(["JPY", "USD", "EUR"]), accuracies, notes,
)  # fmt: skip


def _numbers(python: type) -> st.SearchStrategy[Any]:
    return st.builds(lambda amount, decimals, more: python(amount, decimals, **more), amounts, accuracies, notes)


_days = st.dates(date(1, 1, 2), date(9999, 12, 30))
_codes = st.text(_XML, min_size=1, max_size=20).map(lambda text: " ".join(text.split())).filter(bool)
_BY_KIND: dict[str, st.SearchStrategy[Any]] = {
    "money": moneys,
    "per_share": moneys,
    "shares": _numbers(Shares),
    "count": _numbers(Count),
    "ratio": _numbers(Ratio),
    "day": _days,
    "moment": st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31)),
    "month": st.builds(YearMonth, st.integers(1, 9999), st.integers(1, 12)),
    "years": st.builds(Years, st.integers(0, 9999)),
    "words": texts,
    "prose": blocks,
    "code": _codes,
    "uri": st.from_regex(
        re.compile(r"https?://[a-z]{1,8}\.example/[A-Za-z0-9/?=&%20-]{0,10}", re.A), fullmatch=True
    ).filter(lambda u: "%" not in u),
    "flag": st.booleans(),
}


def leaf_values(leaf: Leaf) -> st.SearchStrategy[Any]:
    if leaf.concept.check is not None:
        return st.just(leaf.concept.example)
    if leaf.concept.role == "entity_identifier":  # without white space, which not every format can say
        return _codes.map(lambda code: "".join(code.split()))
    values = st.sampled_from(list(leaf.python)) if leaf.concept.kind == "choice" else _BY_KIND[leaf.concept.kind]  # type: ignore[call-overload]
    choices = [values]
    if leaf.dash:
        choices.append(st.just(DASH))
    if leaf.nothing:
        choices.append(nothings)
    return st.one_of(choices)


def _line_values(entry: PartField, line: Leaf, members: tuple[ColumnLeaf, ...] = ()) -> st.SearchStrategy[Any]:
    columns = [each.attribute for each in entry.plan.entries if isinstance(each, ColumnLeaf)]
    own = [each.attribute for each in members]
    cells = st.dictionaries(st.sampled_from([*columns, *own]), leaf_values(line), min_size=1, max_size=3)

    def line_of_cells(given: dict[str, Any]) -> Any:
        added = tuple(Own(item=name, value=value) for name, value in given.items() if name in own)
        return entry.plan.cls(own=added, **{name: value for name, value in given.items() if name not in own})

    return cells.map(line_of_cells)


_KINDS_OF_ITEMS = sorted(set(KINDS) - STRUCTURAL)


def _totals(of: Plan, kind: str, instant: bool) -> list[tuple[str, Any]]:
    """The totals of a part that an item of this kind can be in, with their balances."""
    leaves = [(each.attribute, leaf_of_field(of, each.attribute)) for each in of.entries]
    return [
        (name, leaf.concept.balance)
        for name, leaf in leaves
        if leaf is not None and leaf.concept.total and (leaf.concept.kind, leaf.instant) == (kind, instant)
    ]


@st.composite
def _places(draw: st.DrawFn, part: str, at: str) -> tuple[str, ...]:
    """All places of a part, or some of them with this one."""
    every = [each.path for each in standing(Filing).parts[part]]
    some = draw(st.sets(st.sampled_from(every))) | {at}
    return () if len(some) == len(every) else tuple(each for each in every if each in some)


@st.composite
def _items(
    draw: st.DrawFn, of: Plan, places: tuple[str, ...], after: str, heading: str, in_table: bool, prefix: str
) -> list[ExtensionItem]:
    """Items that follow one another in a part, below a heading or as columns of a table."""
    items: list[ExtensionItem] = []
    sums: list[ExtensionItem] = []
    part = of.cls.__name__
    for number in range(draw(st.integers(1, 3))):
        kind: Any = draw(st.sampled_from(_KINDS_OF_ITEMS))
        instant = part in momentary(Filing) or (kind in NUMERIC and draw(st.booleans()))
        balance: Any = draw(st.sampled_from(["debit", "credit", None])) if kind == "money" else None
        totals = [] if in_table else _totals(of, kind, instant)
        totals += [(each.name, each.balance) for each in sums if (each.kind, each.instant) == (kind, instant)]
        total, weight, side = "", 0, None
        summed: bool = draw(st.booleans())
        if totals and summed:
            total, side = totals[draw(st.integers(0, len(totals) - 1))]
            weight = -1 if {side, balance} == {"debit", "credit"} else 1
        anchors = [local_name(name) for name, info in network(Filing).concepts.items() if info.concept.kind == kind]
        item = ExtensionItem(
            name=f"{prefix}{number}", label=draw(texts), documentation=draw(st.none() | texts), kind=kind,
            balance=balance, instant=instant, part=part, places=places, after=after, total=total, weight=weight,
            heading=heading, negated=kind in NUMERIC and draw(st.booleans()),
            **draw(st.sampled_from([{}, *({side: name} for side in ("narrower_than", "wider_than") for name in anchors)])),
        )  # fmt: skip
        after = item.name
        items.append(item)
        if kind in NUMERIC:
            sums.append(item)
    return items


@st.composite
def _signs(draw: st.DrawFn, of: Plan, at: str) -> list[Signs]:
    part = of.cls.__name__
    shown = {node.owner: node.preferred for node in shown_below(standing(Filing).paths[at].chapter, part)}
    able = [
        name
        for name in owners(part)
        if (leaf := leaf_of_field(of, name)) is not None and leaf.concept.kind in NUMERIC and shown[name] in TURNED
    ]
    if not able:
        return []
    chosen = draw(st.sets(st.sampled_from(able), min_size=1, max_size=4))
    return [Signs(part=part, places=draw(_places(part, at)), fields=tuple(name for name in able if name in chosen))]


@st.composite
def _sums(draw: st.DrawFn, of: Plan, items: list[ExtensionItem]) -> list[Sum]:
    """A sum of other fields than the standard ones, in a total of the part or in an own item."""
    part = of.cls.__name__
    own = [each for each in items if each.kind == "money" and not each.total]
    leaves = {each.attribute: leaf_of_field(of, each.attribute) for each in of.entries}
    named = {name: leaf for name, leaf in leaves.items() if leaf is not None and path_to(of, leaf.name) == name}
    totals = [name for name, leaf in named.items() if leaf.concept.total and declared_in(leaf.concept) is of.cls]
    if not (own or totals):
        return []
    total = draw(st.sampled_from([*totals, *(each.name for each in own)]))
    of_own = next((each for each in own if each.name == total), None)
    kind, instant = ("money", of_own.instant) if of_own else (named[total].concept.kind, named[total].instant)
    # What is in no sum can be summed without a circle.
    free = [
        name
        for name, leaf in named.items()
        if (leaf.concept.kind, leaf.instant) == (kind, instant) and not leaf.concept.total
    ]
    if len(free) < 2:
        return []
    chosen = draw(st.lists(st.sampled_from(free), min_size=1, max_size=len(free) - 1, unique=True))
    said = Sum(part=part, total=total, items=tuple(chosen))
    return [said]


@st.composite
def extensions(draw: st.DrawFn, of: Plan, at: str) -> tuple[Extension, tuple[Own, ...]]:
    """An extension of the part at this path, as a whole sound, with values of its items."""
    part, at = of.cls.__name__, standing(Filing).paths[at].path
    fields = owners(part)
    places = draw(_places(part, at))
    items: list[ExtensionItem] = []
    after = draw(st.sampled_from(["", *fields]))
    arrangements: list[Arrangement] = []
    heading = ""
    if draw(st.booleans()):
        order = tuple(draw(st.permutations(fields))) if fields else ()
        cut = draw(st.integers(0, len(order)))
        if draw(st.booleans()):
            heading = "OwnHeading"
            items.append(
                ExtensionItem(
                    name=heading, label=draw(texts), kind="heading", part=part, places=places,
                    after=order[0] if cut else "",
                )
            )  # fmt: skip
            after = draw(st.sampled_from(["", *order[cut:]]))
            arrangements = [
                Arrangement(part=part, places=places, fields=order[:cut]),
                Arrangement(part=part, places=places, fields=order[cut:], heading=heading),
            ]
        else:
            arrangements = [Arrangement(part=part, places=places, fields=order)]
        arrangements = [each for each in arrangements if each.fields]
        if len(arrangements) == 1 and list(arrangements[0].fields) == fields and not arrangements[0].heading:
            arrangements = []
            after, heading = after if after in ("", *fields) else "", heading
    if heading and not arrangements:
        after = ""
    stated = draw(_items(of, places, after, heading, False, "OwnItem"))
    items += stated
    if draw(st.booleans()):
        items.append(ExtensionItem(name="OwnTable", label=draw(texts), kind="table", part=part, places=places, after=stated[-1].name, heading=heading))  # fmt: skip
        items += draw(_items(of, places, "", "OwnTable", True, "OwnColumn"))
    if column_axis(of) is not None and draw(st.booleans()):
        beside = draw(st.sampled_from(["", *column_order(part)]))
        for number in range(draw(st.integers(1, 2))):
            items.append(ExtensionItem(name=f"OwnMember{number}", label=draw(texts), kind="member", part=part, places=places, after=beside))  # fmt: skip
            beside = f"OwnMember{number}"
    extension = Extension(
        prefix="own", namespace="http://own.example/xbrl", date=draw(_days), items=draw(st.permutations(items)),
        arrangements=arrangements, signs=draw(_signs(of, at)) if draw(st.booleans()) else (),
        sums=draw(_sums(of, stated)) if draw(st.booleans()) else (),
    )  # fmt: skip
    compiled = extended(extension)
    members = compiled.members(of)
    values: list[Own] = []
    for each in compiled.items(of):
        if draw(st.booleans()) or not values:
            line = line_of(of, each)
            value = draw(leaf_values(each.leaf) if line is None else _line_values(line, each.leaf, members))
            values.append(Own(item=each.declared.name, value=value))
    for table in compiled.tables(of):
        cells = st.fixed_dictionaries(
            {}, optional={each.declared.name: leaf_values(each.leaf) for each in table.columns}
        )
        rows = draw(st.lists(cells.filter(bool), min_size=1, max_size=3))
        made = tuple(OwnRow(own=tuple(Own(item=name, value=value) for name, value in row.items())) for row in rows)
        values.append(Own(item=table.declared.name, value=made))
    return extension, tuple(draw(st.permutations(values)))


def entry_values(entry: Entry, depth: int) -> st.SearchStrategy[Any]:
    match entry:
        case Leaf():
            return leaf_values(entry)
        case ListLeaf():
            return st.lists(leaf_values(entry.leaf), min_size=1, max_size=3).map(tuple)
        case PartField() if entry.line is not None:
            return _line_values(entry, entry.line)
        case PartField():
            return parts(entry.plan, depth - 1)
        case RowsField():
            return st.lists(parts(entry.plan, depth - 1), min_size=1, max_size=3).map(tuple)
    raise AssertionError(entry)


@st.composite
def parts(draw: st.DrawFn, of: Plan, depth: int = 2) -> Any:
    """A part with what it must have and up to four of the fields it may have."""
    given: dict[str, Any] = {}
    optional = []
    for entry in of.entries:
        required = isinstance(entry, (Leaf, PartField)) and entry.required
        if required:
            given[entry.attribute] = draw(entry_values(entry, depth))
        elif (
            isinstance(entry, (Leaf, ListLeaf))
            or (isinstance(entry, PartField) and entry.line is not None)
            or (isinstance(entry, (PartField, RowsField)) and (depth > 0 or not _has_own(of)))
        ):
            optional.append(entry)
    if optional:
        least = 0 if given else 1
        for entry in draw(
            st.lists(st.sampled_from(optional), min_size=least, max_size=4, unique_by=lambda each: each.attribute)
        ):
            given[entry.attribute] = draw(entry_values(entry, depth))
    if of.start is not None and of.end is not None:
        given[of.start], given[of.end] = sorted((given[of.start], given[of.end]))
    return of.cls(**given)


def _has_own(of: Plan) -> bool:
    return any(isinstance(each, (Leaf, ListLeaf)) for each in of.entries)


Step = PartField | RowsField


def places(of: Plan, path: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    """The way to every part of the model, once a place."""
    for entry in of.entries:
        if isinstance(entry, RowsField) or (isinstance(entry, PartField) and entry.line is None):
            here = (*path, entry)
            yield here
            yield from places(entry.plan, here)


def all_places() -> dict[str, tuple[Step, ...]]:
    return {".".join(step.attribute for step in path): path for path in places(plan(Filing))}


@st.composite
def filings(draw: st.DrawFn, path: tuple[Step, ...], extension: bool = False) -> Filing:
    """A filing in which this part is made up, with as little as may be around it; with an extension of it on demand."""
    value = draw(parts(path[-1].plan))
    declared = None
    if extension:
        declared, own = draw(extensions(path[-1].plan, ".".join(step.attribute for step in path)))
        value = attrs.evolve(value, own=own)
    for index in range(len(path) - 1, -1, -1):
        holder = path[index - 1].plan if index else plan(Filing)
        held = (value,) if isinstance(path[index], RowsField) else value
        given: dict[str, Any] = {path[index].attribute: held}
        for entry in holder.entries:
            if isinstance(entry, (Leaf, PartField)) and entry.required and entry.attribute not in given:
                given[entry.attribute] = draw(entry_values(entry, 0))
        if holder.start is not None and holder.end is not None:
            given[holder.start], given[holder.end] = sorted((given[holder.start], given[holder.end]))
        value = holder.cls(**given)
    assert isinstance(value, Filing)
    return attrs.evolve(value, extension=declared)


_OTHER = "{http://other.example/}"
_names = st.sampled_from(
    [_OTHER + "Thing", "{urn:x-other}a-b.c", "{http://other.example/2}Z\u00e4hler", fx("NoSuchThing")]
)
_axes = st.sampled_from(
    [_OTHER + "PlaceAxis", "{urn:x-other}a.b", "{urn:x-more}a_b", fx("DirectorCandidatesAxis"), fx("AuditBodyAxis")]
)
_members = st.one_of(
    _names,
    st.builds(TypedMember, st.sampled_from([ROW_ELEMENT, _OTHER + "Place"]), st.none() | st.sampled_from(["", "#", "#nil", "##"]) | words),
)  # fmt: skip
_moments = _days | st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30)).filter(lambda each: each.time() != time.min)
_periods = st.one_of(
    st.builds(Period, st.none(), _moments),
    st.tuples(_days, _days).map(lambda pair: Period(*sorted(pair))),
    st.just(FOREVER),
)
_measures = st.sampled_from([PURE.numerators[0], SHARES.numerators[0], "{http://www.xbrl.org/2003/iso4217}JPY", _OTHER + "sheep"])  # fmt: skip
_sides = st.lists(_measures, min_size=1, max_size=3).map(sorted).map(tuple)
_units = st.just(PURE) | st.builds(Unit, _sides, st.just(()) | _sides)
_ids = st.text("ab.-_", max_size=4).map(lambda text: f"kept{text}") | st.sampled_from(["a b", '"<&', "unnamed_1", "footnote_1", "footnote_1.en", "note_1", "#1"])  # fmt: skip
_fact_notes = st.lists(
    st.builds(Note, st.sampled_from(["footnote", "caption", "nothing"]), texts.map(lambda text: text.readings)),
    max_size=3,
    unique=True,
).map(in_order)
_values = st.none() | words | st.sampled_from(["", "#none", "##", "12d3", "1 d INF", " 5 ", "-7.50"])


@st.composite
def kept_facts(draw: st.DrawFn) -> Fact:
    """A fact that has no place in the model: of items, axes, units and ids that it does not know, or knows otherwise."""
    concept = draw(_names | st.sampled_from([fx("CompanyName"), fx("FiscalTermOrdinal"), fx("NoticeDate")]))
    dimensions = draw(st.dictionaries(_axes, _members, max_size=3))
    if concept not in (fx("NoSuchThing"),) and concept.startswith(fx("")):
        dimensions[_OTHER + "PlaceAxis"] = _OTHER + "Tokyo"  # where it has no place
    value = draw(_values)
    unit = draw(st.none() | _units)
    language = draw(st.none() | languages) if unit is None and value is not None else None
    decimals = draw(st.none() | st.integers(-9, 9)) if unit is not None and value is not None else None
    return Fact(
        concept, draw(_periods), tuple(sorted(dimensions.items())), unit, language, value, decimals,
        draw(st.just("") | _ids), draw(_fact_notes),
    )  # fmt: skip


def with_kept_facts(filing: Filing) -> st.SearchStrategy[Filing]:
    """This filing with facts that have no place in it, as reading leaves them: with ids of their own."""

    def kept(facts: list[Fact]) -> Filing:
        taken = {fact.id for fact in to_facts(filing).facts}
        named = [_with_free_id(fact, taken) for fact in facts]
        return attrs.evolve(filing, unplaced=tuple(named))

    return st.lists(kept_facts(), min_size=1, max_size=4).map(kept)
