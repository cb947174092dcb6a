"""The company's extension in a source: ``extension.yaml``, read and written.

People name a part by its path (``non_consolidated.balance_sheet.assets``); the extension names it by its class.
"""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Any, Final, get_args

from filingexport.authoring.yaml_tree import Mapping, Scalar, Sequence, Tree
from filingexport.binding.plan import Leaf, PartField, Plan, momentary, paths, plans
from filingexport.binding.values import parse_date
from filingexport.findings import Finding, finding
from filingexport.model.extension import KINDS, Arrangement, Extension, ExtensionItem
from filingexport.model.filing import Filing
from filingexport.model.item import NUMERIC, Balance
from filingexport.model.values import Text
from filingexport.taxonomy.extension_rules import faults, owners

_KEYS: Final = frozenset({"prefix", "namespace", "date", "items", "arrangements"})
_ITEM_KEYS: Final = frozenset(
    {"name", "label", "documentation", "type", "balance", "period", "part", "after", "heading", "total", "weight",
     "narrower_than", "wider_than"}
)  # fmt: skip
_ARRANGEMENT_KEYS: Final = frozenset({"part", "heading", "fields"})
_NONE: Final = "none"
"""What is written for the total of an amount that is in none."""


def is_own(key: str) -> bool:
    """Whether a key of a source names an item of the company's own: fields begin with a small letter."""
    return key[:1].isupper()


@cache
def part_paths() -> dict[str, str]:
    """Where parts stand: the path of each, without the numbers of rows, and the name of its class."""
    return {path: at.cls.__name__ for path, at in paths(Filing).items() if path}


def _path_of(part: str) -> str:
    return next((path for path, name in part_paths().items() if name == part), part)


class _Broken(ValueError):
    def __init__(self, message: str, place: str) -> None:
        super().__init__(message)
        self.place = place


def read(tree: Tree, language: str, year_end: date | None, findings: list[Finding]) -> Extension | None:
    """The extension in this tree; what is wrong goes to `findings`, and then there is none."""
    reader = _Reader(language)
    try:
        extension = reader.extension(tree, year_end)
    except _Broken as error:
        findings.append(finding("fx:extension", f"{error}", error.place, "extension"))
        return None
    for fault in faults(extension):
        place, path = reader.places[fault.item]
        findings.append(finding("fx:extension", fault.message, place, f"{path}.{fault.field}"))
    return None if faults(extension) else extension


class _Reader:
    def __init__(self, language: str) -> None:
        self.language = language
        self.places: list[tuple[str, str]] = []

    def extension(self, tree: Tree, year_end: date | None) -> Extension:
        said = self.mapping(tree, "an extension", _KEYS)
        self.places.append((tree.place, "extension"))
        stated = self.scalar(said, "date")
        try:
            day = parse_date(stated) if stated else year_end
        except ValueError as error:
            raise _Broken(f"{error}", said["date"].place) from None
        if day is None:
            raise _Broken("it needs a date, usually the last day of the fiscal year", tree.place)
        items: list[ExtensionItem] = []
        for number, row in enumerate(self.rows(said, "items"), 1):
            items.append(self.item(row, items))
            self.places.append((row.place, f"extension.items.{number}"))
        return Extension(
            prefix=self.scalar(said, "prefix"), namespace=self.scalar(said, "namespace"), date=day, items=tuple(items),
            arrangements=tuple(self.arrangement(each) for each in self.rows(said, "arrangements")),
        )  # fmt: skip

    def item(self, tree: Tree, before: list[ExtensionItem]) -> ExtensionItem:
        said = self.mapping(tree, "an item", _ITEM_KEYS)
        name, kind = self.scalar(said, "name"), self.scalar(said, "type")
        for key, value in (("name", name), ("type", kind), ("part", self.scalar(said, "part"))):
            if not value:
                raise _Broken(f"an item needs a {key}", tree.place)
        if kind not in KINDS:
            raise _Broken(f"{kind!r} is none of: {', '.join(KINDS)}", said["type"].place)
        label = self.text(said, "label")
        if label is None:
            raise _Broken(f"{name} needs a label", tree.place)
        balance: Any = self.scalar(said, "balance") or None
        if balance is not None and balance not in get_args(Balance):
            raise _Broken(f"{balance!r} is neither debit nor credit", said["balance"].place)
        part = self.part(said)
        at = plans(Filing).get(part)
        period = self.scalar(said, "period")
        if period not in ("", "instant", "duration"):
            raise _Broken(f"{period!r} is neither instant nor duration", said["period"].place)
        # Where the declaration is silent, an item is as its part's are: same period, at its end, in its total.
        instant = period == "instant"
        if not period and at is not None and kind != "heading":
            instant = (at.info.instant and kind in NUMERIC) or part in momentary(Filing)
        heading = self.scalar(said, "heading")
        total, weight = self.sum(said, at, kind, instant, balance)
        after = self.scalar(said, "after")
        if "after" not in said and at is not None:
            after = _last(part, heading, before)
        return ExtensionItem(
            name=name, label=label, documentation=self.text(said, "documentation"), kind=kind, balance=balance,
            instant=instant, part=part, after=after, total=total, weight=weight, heading=heading,
            narrower_than=self.scalar(said, "narrower_than"), wider_than=self.scalar(said, "wider_than"),
        )  # fmt: skip

    def sum(
        self, said: dict[str, Tree], at: Plan | None, kind: str, instant: bool, balance: Balance | None
    ) -> tuple[str, int]:
        """The total the item is in, and its weight."""
        total, stated = self.scalar(said, "total"), self.scalar(said, "weight")
        if stated not in ("", "1", "-1", "+1", "0"):
            raise _Broken(f"a weight is 1 or -1, not {stated!r}", said["weight"].place)
        if total == _NONE or stated == "0":
            if stated not in ("", "0"):
                raise _Broken("an item in no total has no weight", said["weight"].place)
            return "", 0
        totals = {
            entry.attribute: leaf
            for entry in (at.entries if at is not None else ())
            if (leaf := entry.line if isinstance(entry, PartField) else entry if isinstance(entry, Leaf) else None)
            and leaf.concept.total
            and leaf.concept.kind == kind
            and leaf.instant == instant
        }
        if not total:
            whole = [name for name, leaf in totals.items() if leaf.concept.total is True]
            if len(whole) != 1:
                return "", int(stated or "0")
            total = whole[0]
        if stated:
            return total, int(stated)
        side = totals[total].concept.balance if total in totals else balance
        return total, -1 if balance is not None and side is not None and balance != side else 1

    def arrangement(self, tree: Tree) -> Arrangement:
        said = self.mapping(tree, "an arrangement", _ARRANGEMENT_KEYS)
        fields = [self.plain(each, "a field") for each in self.rows(said, "fields")]
        return Arrangement(part=self.part(said), fields=tuple(fields), heading=self.scalar(said, "heading"))

    def part(self, said: dict[str, Tree]) -> str:
        stated = self.scalar(said, "part").replace("-", "_")
        found = part_paths().get(stated)
        if found is None and stated not in plans(Filing):
            close = get_close_matches(stated, list(part_paths()), 1)
            hint = f"; did you mean {close[0]}?" if close else ""
            place = said["part"].place if "part" in said else ""
            raise _Broken(f"{stated!r} is the path of no part, such as non_consolidated.balance_sheet{hint}", place)
        return found or stated

    # --- shapes ----------------------------------------------------------------------------------------------

    def mapping(self, tree: Tree, what: str, keys: frozenset[str]) -> dict[str, Tree]:
        if not isinstance(tree, Mapping):
            raise _Broken(f"{what} has fields (name: value): {', '.join(sorted(keys))}", tree.place)
        for key in tree.entries:
            if key not in keys:
                close = get_close_matches(key, sorted(keys), 1)
                hint = f"did you mean {close[0]!r}?" if close else f"known are: {', '.join(sorted(keys))}"
                raise _Broken(f"{key!r} is not said of {what}; {hint}", tree.key_places.get(key, tree.place))
        return tree.entries

    def raw(self, tree: Tree, what: str) -> str:
        if not isinstance(tree, Scalar):
            raise _Broken(f"{what} is a plain text", tree.place)
        return tree.text

    def plain(self, tree: Tree, what: str) -> str:
        return self.raw(tree, what).strip()

    def scalar(self, said: dict[str, Tree], key: str) -> str:
        return self.plain(said[key], key) if key in said else ""

    def rows(self, said: dict[str, Tree], key: str) -> tuple[Tree, ...]:
        tree = said.get(key)
        if tree is None or (isinstance(tree, Scalar) and not tree.text.strip()):
            return ()
        if not isinstance(tree, Sequence):
            raise _Broken(f"{key} are a list (one '- ' each)", tree.place)
        return tree.items

    def text(self, said: dict[str, Tree], key: str) -> Text | None:
        tree = said.get(key)
        if tree is None:
            return None
        try:
            if isinstance(tree, Mapping):
                return Text(**{language: self.raw(each, key) for language, each in tree.entries.items()})
            return Text(**{self.language: self.raw(tree, key)})
        except ValueError as error:
            raise _Broken(f"{key}: {error}", tree.place) from None


def _last(part: str, heading: str, before: list[ExtensionItem]) -> str:
    """What an item stands after that says nothing: the last own item there, else the last field that is no total."""
    own = [each.name for each in before if (each.part, each.heading) == (part, heading)]
    if own:
        return own[-1]
    if heading:
        return ""
    entries = {entry.attribute: entry for entry in plans(Filing)[part].entries}
    fields = owners(part)
    last = entries.get(fields[-1]) if fields else None
    ends_in_total = isinstance(last, Leaf) and bool(last.concept.total)
    usable = fields[:-1] if ends_in_total else fields
    return usable[-1] if usable else ""


def write(extension: Extension) -> Mapping:
    """The extension as it stands in ``extension.yaml``: everything said, nothing left to silence."""
    entries: dict[str, Tree] = {
        "prefix": _text(extension.prefix), "namespace": _text(extension.namespace),
        "date": Scalar(extension.date.isoformat()),
    }  # fmt: skip
    if extension.items:
        entries["items"] = Sequence(tuple(_item(each) for each in extension.items))
    if extension.arrangements:
        entries["arrangements"] = Sequence(tuple(_arrangement(each) for each in extension.arrangements))
    return Mapping(entries)


def _text(text: str) -> Scalar:
    return Scalar(text, plain=text == text.strip() and bool(text))


def _readings(text: Text) -> Mapping:
    return Mapping({language: Scalar(said, plain=False) for language, said in text})


def _item(item: ExtensionItem) -> Mapping:
    said: dict[str, Tree] = {"name": _text(item.name), "label": _readings(item.label)}
    if item.documentation is not None:
        said["documentation"] = _readings(item.documentation)
    said["type"] = _text(item.kind)
    if item.balance is not None:
        said["balance"] = _text(item.balance)
    if item.kind != "heading":
        said["period"] = _text("instant" if item.instant else "duration")
    said["part"] = _text(_path_of(item.part))
    if item.heading:
        said["heading"] = _text(item.heading)
    said["after"] = _text(item.after)
    if item.kind in NUMERIC:
        said["total"] = _text(item.total or _NONE)
    if item.weight:
        said["weight"] = Scalar(str(item.weight))
    for key, anchor in (("narrower_than", item.narrower_than), ("wider_than", item.wider_than)):
        if anchor:
            said[key] = _text(anchor)
    return Mapping(said)


def _arrangement(arrangement: Arrangement) -> Mapping:
    said: dict[str, Tree] = {"part": _text(_path_of(arrangement.part))}
    if arrangement.heading:
        said["heading"] = _text(arrangement.heading)
    said["fields"] = Sequence(tuple(_text(name) for name in arrangement.fields))
    return Mapping(said)
