"""The company's extension in a source: ``extension.yaml``, read and written.

People name a part by its path (``non_consolidated.balance_sheet.assets``); the extension names it by its class.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final, get_args

from filingexport.authoring.yaml_tree import Mapping, Scalar, Sequence, Tree
from filingexport.binding.chapters import standing
from filingexport.binding.extended import leaf_of_field
from filingexport.binding.plan import Leaf, PartField, Plan, momentary, plans
from filingexport.binding.values import parse_date
from filingexport.findings import Finding, finding
from filingexport.model.extension import KINDS, STRUCTURAL, Arrangement, Extension, ExtensionItem, Signs, Sum
from filingexport.model.filing import Filing
from filingexport.model.item import NUMERIC, Balance
from filingexport.model.values import Text
from filingexport.said import NOTHING_SAID, Mistake, Said, say, told, verbatim
from filingexport.spelling import meant
from filingexport.taxonomy.extension_layout import column_order, owners
from filingexport.taxonomy.extension_rules import MAX_ITEMS, faults

_KEYS: Final = frozenset({"prefix", "namespace", "date", "items", "arrangements", "signs", "sums"})
_COLUMN_KEYS: Final = frozenset(
    {"name", "label", "documentation", "type", "balance", "period", "after", "total", "weight", "sign", "narrower_than",
     "wider_than"}
)  # fmt: skip
_ITEM_KEYS: Final = _COLUMN_KEYS | {"part", "heading", "columns"}
_ARRANGEMENT_KEYS: Final = frozenset({"part", "heading", "fields"})
_SIGNS_KEYS: Final = frozenset({"part", "fields"})
_SUM_KEYS: Final = frozenset({"part", "total", "items"})
_OPPOSITE: Final = "opposite"
"""What is written for the sign of an amount that is printed with the opposite one."""
_NONE: Final = "none"
"""What is written for the total of an amount that is in none."""


def is_own(key: str) -> bool:
    """Whether a key of a source names an item of the company's own: fields begin with a small letter."""
    return key[:1].isupper()


class _Broken(Mistake):
    def __init__(self, message: Said, place: str) -> None:
        super().__init__(message)
        self.place = place


def read(tree: Tree, language: str, year_end: date | None, findings: list[Finding]) -> Extension | None:
    """The extension in this tree; what is wrong goes to `findings`, and then there is none."""
    reader = _Reader(language)
    try:
        extension = reader.extension(tree, year_end)
    except _Broken as error:
        findings.append(finding("fx:extension", told(error), error.place, "extension"))
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
        said = self.mapping(tree, say("an extension", "拡張"), _KEYS)
        self.places.append((tree.place, "extension"))
        stated = self.scalar(said, "date")
        try:
            day = parse_date(stated) if stated else year_end
        except ValueError as error:
            raise _Broken(told(error), said["date"].place) from None
        if day is None:
            raise _Broken(
                say(
                    "it needs a date, usually the last day of the fiscal year",
                    "日付（date）がありません。通常は事業年度の末日を記入してください。",
                ),
                tree.place,
            )
        self.arrangements = [self.arrangement(each) for each in self.rows(said, "arrangements")]
        items: list[ExtensionItem] = []
        for number, row in enumerate(self.rows(said, "items"), 1):
            self.item(row, items, f"extension.items.{number}", None)
        return Extension(
            prefix=self.scalar(said, "prefix"), namespace=self.scalar(said, "namespace"), date=day, items=tuple(items),
            arrangements=self.arrangements, signs=[self.signs(each) for each in self.rows(said, "signs")],
            sums=[self.sum_of(each) for each in self.rows(said, "sums")],
        )  # fmt: skip

    def item(self, tree: Tree, items: list[ExtensionItem], path: str, table: ExtensionItem | None) -> None:
        """Read an item, a column of `table` where there is one, and add it to those before it."""
        said = self.mapping(
            tree,
            say("an item", "独自項目") if table is None else say("a column", "列"),
            _ITEM_KEYS if table is None else _COLUMN_KEYS,
        )
        name, stated = self.scalar(said, "name"), self.scalar(said, "type")
        for key, value in (("name", name), ("type", stated), ("part", table or said.get("part"))):
            if value is None or value == "":
                raise _Broken(
                    say("an item needs a {key}", "独自項目に{key}がありません。記入してください。", key=key), tree.place
                )
        kind: Any = stated
        if kind not in KINDS:
            raise _Broken(
                say(
                    "{kind!r} is none of: {kinds}",
                    "種類{kind!r}はありません。次のいずれかを記入してください: {kinds}",
                    kind=kind,
                    kinds=", ".join(KINDS),
                ),
                said["type"].place,
            )
        label = self.text(said, "label")
        if label is None:
            raise _Broken(
                say("{item} needs a label", "{item}に名称（label）がありません。記入してください。", item=name),
                tree.place,
            )
        balance: Any = self.scalar(said, "balance") or None
        if balance is not None and balance not in get_args(Balance):
            raise _Broken(
                say(
                    "{balance!r} is neither debit nor credit",
                    "{balance!r}は借方（debit）でも貸方（credit）でもありません。",
                    balance=balance,
                ),
                said["balance"].place,
            )
        part, places = (table.part, table.places) if table is not None else self.part(said, tree)
        heading = self.scalar(said, "heading") if table is None else table.name
        at = plans(Filing)[part]
        total, weight = "", 0
        if kind not in STRUCTURAL:
            instant = self.period(said, at, kind)
            total, weight = self.sum(said, at, kind, instant, balance, table is not None)
        else:
            instant = False
        after = self.scalar(said, "after")
        if "after" not in said:
            after = self.last(kind, part, places, heading, items)
        made = ExtensionItem(
            name=name, label=label, documentation=self.text(said, "documentation"), kind=kind, balance=balance,
            instant=instant, part=part, places=places, after=after, total=total, weight=weight, heading=heading,
            negated=self.sign(said), narrower_than=self.scalar(said, "narrower_than"),
            wider_than=self.scalar(said, "wider_than"),
        )  # fmt: skip
        items.append(made)
        self.places.append((tree.place, path))
        if "columns" in said and kind != "table":
            raise _Broken(
                say(
                    "{item} is no table, and has no columns",
                    "{item}は表ではないため、列（columns）を持てません。",
                    item=name,
                ),
                said["columns"].place,
            )
        for number, row in enumerate(self.rows(said, "columns"), 1):
            self.item(row, items, f"{path}.columns.{number}", made)

    def period(self, said: dict[str, Tree], at: Plan, kind: str) -> bool:
        """Whether an item is at a moment. Where the declaration is silent, it is as its part's numbers are."""
        period = self.scalar(said, "period")
        if period not in ("", "instant", "duration"):
            raise _Broken(
                say(
                    "{period!r} is neither instant nor duration",
                    "{period!r}は時点（instant）でも期間（duration）でもありません。",
                    period=period,
                ),
                said["period"].place,
            )
        if period:
            return period == "instant"
        return (at.info.instant and kind in NUMERIC) or at.cls.__name__ in momentary(Filing)

    def sign(self, said: dict[str, Tree]) -> bool:
        stated = self.scalar(said, "sign")
        if stated not in ("", _OPPOSITE):
            raise _Broken(
                say(
                    "a sign is {word} (to the standard one), or not said",
                    "符号（sign）には、標準と逆の場合の{word}だけを記入できます。それ以外は記入しないでください。",
                    word=_OPPOSITE,
                ),
                said["sign"].place,
            )
        return stated == _OPPOSITE

    def last(self, kind: str, part: str, places: tuple[str, ...], heading: str, before: list[ExtensionItem]) -> str:
        """What an item stands after that says nothing: the last own item there, else the last field that is no total."""
        there = set(standing(Filing).named(part, places))
        if len(before) > MAX_ITEMS:
            return ""  # so many are refused when all are read
        for each in reversed(before):
            same = (each.part, each.heading, each.kind == "member") == (part, heading, kind == "member")
            if same and there <= set(standing(Filing).named(part, each.places)):
                return each.name
        if kind == "member":
            return next(reversed(column_order(part)), "")
        arranged = [
            each
            for each in self.arrangements
            if each.part == part and there & set(standing(Filing).named(part, each.places))
        ]
        fields = owners(part) if not arranged and not heading else []
        fields += [name for each in arranged if each.heading == heading for name in each.fields]
        last = leaf_of_field(plans(Filing)[part], fields[-1]) if fields else None
        usable = fields[:-1] if last is not None and last.concept.total else fields
        return usable[-1] if usable else ""

    def sum(
        self, said: dict[str, Tree], at: Plan, kind: str, instant: bool, balance: Balance | None, column: bool
    ) -> tuple[str, int]:
        """The total the item is in, and its weight."""
        total, stated = self.scalar(said, "total"), self.scalar(said, "weight")
        if stated not in ("", "1", "-1", "+1", "0"):
            raise _Broken(
                say(
                    "a weight is 1 or -1, not {weight!r}",
                    "加減の別（weight）は1又は-1です。{weight!r}は記入できません。",
                    weight=stated,
                ),
                said["weight"].place,
            )
        if total == _NONE or stated == "0":
            if stated not in ("", "0"):
                raise _Broken(
                    say(
                        "an item in no total has no weight",
                        "どの合計にも含まれない項目に、加減の別（weight）は記入できません。",
                    ),
                    said["weight"].place,
                )
            return "", 0
        totals = {
            entry.attribute: leaf
            for entry in (() if column else at.entries)
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
        said = self.mapping(tree, say("an arrangement", "表示順（arrangements）"), _ARRANGEMENT_KEYS)
        part, places = self.part(said, tree)
        return Arrangement(
            part=part, places=places, fields=self.names(said, "fields"), heading=self.scalar(said, "heading")
        )

    def signs(self, tree: Tree) -> Signs:
        said = self.mapping(tree, say("signs", "符号（signs）"), _SIGNS_KEYS)
        part, places = self.part(said, tree)
        fields = self.names(said, "fields")
        known = owners(part)
        order = sorted(fields, key=lambda name: known.index(name) if name in known else -1)
        return Signs(part=part, places=places, fields=tuple(order))

    def sum_of(self, tree: Tree) -> Sum:
        said = self.mapping(tree, say("a sum", "合計（sums）"), _SUM_KEYS)
        part, _ = self.part(said, tree)
        return Sum(part=part, total=self.scalar(said, "total"), items=self.names(said, "items"))

    def names(self, said: dict[str, Tree], key: str) -> tuple[str, ...]:
        return tuple(self.plain(each, say("a field", "項目名")) for each in self.rows(said, key))

    def part(self, said: dict[str, Tree], where: Tree) -> tuple[str, tuple[str, ...]]:
        """A part, and the places of it that are named: by their paths, or by the class for all of them."""
        tree = said.get("part")
        if tree is None:
            raise _Broken(
                say(
                    "it needs a part: where it stands",
                    "記載箇所（part）がありません。どの部分の項目かを記入してください。",
                ),
                where.place,
            )
        stated = tree.items if isinstance(tree, Sequence) else (tree,)
        found = [self.one_part(self.plain(each, say("a part", "記載箇所")), each.place) for each in stated]
        part = found[0][0] if found else ""
        other = next((each for each, _ in found if each != part), None)
        if other is not None:
            raise _Broken(
                say(
                    "{part} and {other} are different parts; what is said of them is said apart",
                    "{part}と{other}は異なる部分です。それぞれ別に記入してください。",
                    part=part,
                    other=other,
                ),
                tree.place,
            )
        named = {path for _, paths in found for path in paths}
        every = [each.path for each in standing(Filing).parts.get(part, ())]
        if not found or len(named) == len(every):
            return part, ()
        return part, tuple(path for path in every if path in named)

    def one_part(self, stated: str, place: str) -> tuple[str, list[str]]:
        """The class that a path or a name of a class means, and the places of it."""
        stands = standing(Filing)
        at = stands.paths.get(stated.replace("-", "_")) if stated else None
        if at is not None:
            return at.part, [at.path]
        if stated in stands.parts:
            return stated, [each.path for each in stands.parts[stated]]
        close = meant(stated.replace("-", "_"), list(stands.paths))
        hint = say("; did you mean {close}?", "。{close}の誤りではありませんか", close=close) if close else NOTHING_SAID
        raise _Broken(
            say(
                "{path!r} is the path of no part, such as non_consolidated.balance_sheet{hint}",
                "{path!r}という部分はありません。non_consolidated.balance_sheetのようにパスで記入してください{hint}。",
                path=stated,
                hint=hint,
            ),
            place,
        )

    # --- shapes ----------------------------------------------------------------------------------------------

    def mapping(self, tree: Tree, what: Said, keys: frozenset[str]) -> dict[str, Tree]:
        if not isinstance(tree, Mapping):
            raise _Broken(
                say(
                    "{what} has fields (name: value): {keys}",
                    "{what}には項目（名前: 値）を記入してください。使える項目: {keys}",
                    what=what,
                    keys=", ".join(sorted(keys)),
                ),
                tree.place,
            )
        for key in tree.entries:
            if key not in keys:
                close = meant(key, sorted(keys))
                hint = (
                    say("did you mean {close!r}?", "{close!r}の誤りではありませんか。", close=close)
                    if close
                    else say("known are: {keys}", "使える項目: {keys}", keys=", ".join(sorted(keys)))
                )
                raise _Broken(
                    say(
                        "{key!r} is not said of {what}; {hint}",
                        "{key!r}は{what}に記入できる項目ではありません。{hint}",
                        key=key,
                        what=what,
                        hint=hint,
                    ),
                    tree.key_places.get(key, tree.place),
                )
        return tree.entries

    def raw(self, tree: Tree, what: Said) -> str:
        if not isinstance(tree, Scalar):
            raise _Broken(say("{what} is a plain text", "{what}は文字列で記入してください。", what=what), tree.place)
        return tree.text

    def plain(self, tree: Tree, what: Said) -> str:
        return self.raw(tree, what).strip()

    def scalar(self, said: dict[str, Tree], key: str) -> str:
        return self.plain(said[key], verbatim(key)) if key in said else ""

    def rows(self, said: dict[str, Tree], key: str) -> tuple[Tree, ...]:
        tree = said.get(key)
        if tree is None or (isinstance(tree, Scalar) and not tree.text.strip()):
            return ()
        if not isinstance(tree, Sequence):
            raise _Broken(
                say(
                    "{key} are a list (one '- ' each)",
                    "{key}はリストで記入してください（1件ごとに「- 」で始めます）。",
                    key=key,
                ),
                tree.place,
            )
        return tree.items

    def text(self, said: dict[str, Tree], key: str) -> Text | None:
        tree = said.get(key)
        if tree is None:
            return None
        try:
            if isinstance(tree, Mapping):
                return Text(**{language: self.raw(each, verbatim(key)) for language, each in tree.entries.items()})
            return Text(**{self.language: self.raw(tree, verbatim(key))})
        except ValueError as error:
            raise _Broken(say("{key}: {error}", "{key}：{error}", key=key, error=told(error)), tree.place) from None


def write(extension: Extension) -> Mapping:
    """The extension as it stands in ``extension.yaml``: everything said, nothing left to silence."""
    entries: dict[str, Tree] = {
        "prefix": _text(extension.prefix), "namespace": _text(extension.namespace),
        "date": Scalar(extension.date.isoformat()),
    }  # fmt: skip
    tables = {each.name for each in extension.items if each.kind == "table"}
    columns: dict[str, list[ExtensionItem]] = {}
    for each in extension.items:
        columns.setdefault(each.heading if each.heading in tables else "", []).append(each)
    if extension.items:
        entries["items"] = Sequence(tuple(_item(each, columns) for each in columns.get("", ())))
    if extension.arrangements:
        entries["arrangements"] = Sequence(tuple(_arrangement(each) for each in extension.arrangements))
    if extension.signs:
        entries["signs"] = Sequence(tuple(_signs(each) for each in extension.signs))
    if extension.sums:
        entries["sums"] = Sequence(tuple(_sum(each) for each in extension.sums))
    return Mapping(entries)


def _text(text: str) -> Scalar:
    return Scalar(text, plain=text == text.strip() and bool(text))


def _readings(text: Text) -> Mapping:
    return Mapping({language: Scalar(said, plain=False) for language, said in text})


def _item(item: ExtensionItem, columns: dict[str, list[ExtensionItem]], of_table: bool = False) -> Mapping:
    said: dict[str, Tree] = {"name": _text(item.name), "label": _readings(item.label)}
    if item.documentation is not None:
        said["documentation"] = _readings(item.documentation)
    said["type"] = _text(item.kind)
    if item.balance is not None:
        said["balance"] = _text(item.balance)
    if item.kind not in STRUCTURAL:
        said["period"] = _text("instant" if item.instant else "duration")
    if not of_table:
        said["part"] = _part(item)
        if item.heading:
            said["heading"] = _text(item.heading)
    said["after"] = _text(item.after)
    if item.kind in NUMERIC:
        said["total"] = _text(item.total or _NONE)
    if item.weight:
        said["weight"] = Scalar(str(item.weight))
    if item.negated:
        said["sign"] = _text(_OPPOSITE)
    for key, anchor in (("narrower_than", item.narrower_than), ("wider_than", item.wider_than)):
        if anchor:
            said[key] = _text(anchor)
    if item.kind == "table":
        said["columns"] = Sequence(tuple(_item(each, columns, True) for each in columns[item.name]))
    return Mapping(said)


def _part(declared: ExtensionItem | Arrangement | Signs) -> Tree:
    """The paths of the places, one as it is."""
    paths = [each.path for each in standing(Filing).named(declared.part, declared.places)]
    return _text(paths[0] or declared.part) if len(paths) == 1 else Sequence(tuple(_text(each) for each in paths))


def _names(names: tuple[str, ...]) -> Sequence:
    return Sequence(tuple(_text(name) for name in names))


def _arrangement(arrangement: Arrangement) -> Mapping:
    said: dict[str, Tree] = {"part": _part(arrangement)}
    if arrangement.heading:
        said["heading"] = _text(arrangement.heading)
    return Mapping({**said, "fields": _names(arrangement.fields)})


def _signs(signs: Signs) -> Mapping:
    return Mapping({"part": _part(signs), "fields": _names(signs.fields)})


def _sum(said: Sum) -> Mapping:
    path = standing(Filing).parts[said.part][0].path
    return Mapping({"part": _text(path or said.part), "total": _text(said.total), "items": _names(said.items)})
