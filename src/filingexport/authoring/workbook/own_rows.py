"""Rows in which a user has named an item of the company's own: to the part that the extension says the item stands in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from filingexport.authoring.workbook import keys
from filingexport.authoring.workbook.draft import Draft, Group, Held, LostKey, Rows
from filingexport.authoring.workbook.extras import EXTENSION, Wrong
from filingexport.authoring.workbook.layout import inner_parts
from filingexport.authoring.workbook.resolve import OWN_KIND, Target, UnknownKey, part_at
from filingexport.authoring.workbook.shape import VALUE
from filingexport.authoring.workbook.sheet_reader import OwnRow
from filingexport.binding.chapters import standing
from filingexport.binding.plan import Plan
from filingexport.model.extension import STRUCTURAL
from filingexport.model.filing import Filing
from filingexport.said import say, told

_MANY: Final = 12
"""Parts that are told of one by one."""


def declared(root: Group) -> dict[str, tuple[str, list[str]]]:
    """The items that the sheet of the extension declares: name to kind and parts."""
    extension = root.fields.get(EXTENSION)
    items = extension.fields.get("items") if isinstance(extension, Group) else None
    found = {}
    for item in items.items if isinstance(items, Rows) else ():
        if isinstance(item, Group):
            held = item.fields.get("part")
            parts = [_said(each) for each in held.items] if isinstance(held, Rows) else []
            found[_text(item, "name")] = _text(item, "type"), [each.replace("-", "_") for each in parts if each]
    return found


def _said(draft: Group | Draft) -> str:
    return draft.held[0].cell.text.strip() if isinstance(draft, Draft) and draft.held else ""


def _text(item: Group, name: str) -> str:
    draft = item.fields.get(name)
    return draft.held[0].cell.text.strip() if isinstance(draft, Draft) and draft.held else ""


def put_own_rows(root: Group, rows: list[OwnRow], wrong: Wrong) -> None:
    """Put what these rows hold where their items stand."""
    items = declared(root)
    names = cache(lambda name: _named(items[name][1]))
    for row in rows:
        if row.name not in items:
            wrong(
                "fx:cell",
                say(
                    "the sheet of the extension declares no item {item!r}; declare it there, or correct the name",
                    "「独自項目」シートに項目{item!r}が定義されていません。定義するか、名前を訂正してください。",
                    item=row.name,
                ),
                row.place,
            )
            continue
        kind, parts = items[row.name]
        if kind in STRUCTURAL:
            wrong(
                "fx:cell",
                say(
                    "the item {item!r} is a {kind}; make the workbook anew (filingexport import), then it has its place",
                    "項目{item!r}の種類は{kind}です。ブックを作り直す（filingexport import）と記入欄ができます。",
                    item=row.name,
                    kind=kind,
                ),
                row.place,
            )
            continue
        path = row.matrix or _path_of(row, parts, names(row.name), wrong)
        if path is None:
            continue
        try:
            _put(root, row, path)
        except LostKey as error:
            wrong("fx:sheet", told(error), row.place)


def _put(root: Group, row: OwnRow, path: str) -> None:
    """Put what a row holds into the part at this path."""
    for key, (cell, place) in row.held.items():
        group = root
        where = row.prior + path[len(row.sheet) :] if key.startswith(keys.PRIOR) else path
        for step in where.split(".") if where else ():
            group = group.group(step, row.place)
        target, name, aspect = Target(OWN_KIND, True), row.name, key.replace(keys.PRIOR, "")
        if row.matrix:
            group = group.group(row.name, row.place)
            target, name, aspect = Target("money", True), key, VALUE
        group.draft(name, Draft(target, name, place, row.sheet)).held.append(Held(aspect, cell, place))


def _path_of(row: OwnRow, parts: list[str], names: frozenset[str], wrong: Wrong) -> str | None:
    """The path of the part in which the item stands on this sheet."""
    if row.part:
        said = row.part.replace("-", "_")
        for path in (said, keys.join(row.sheet, said)):
            try:
                part_at(path)
            except UnknownKey:
                continue
            return path
        wrong(
            "fx:cell",
            say(
                "{part!r} is the path of no part; leave it out, or write one such as {example}",
                "{part!r}という部分はありません。空欄にするか、{example}のようなパスを記入してください。",
                part=row.part,
                example=row.sheet or "company",
            ),
            row.place,
        )
        return None
    found = [path for path, part in _parts_on(row.sheet) if part in names]
    if len(found) == 1:
        return found[0]
    if not found:
        wrong(
            "fx:cell",
            say(
                "the item {item!r} stands in {parts}, not on this sheet; write its value on the sheet of its part",
                "項目{item!r}の記載箇所は{parts}で、このシートではありません。該当するシートに値を記入してください。",
                item=row.name,
                parts=", ".join(parts[:_MANY]) + (", …" if len(parts) > _MANY else ""),
            ),
            row.place,
        )
    else:
        wrong(
            "fx:cell",
            say(
                "the item {item!r} may stand in {parts}; write which into the cell beside its name",
                "項目{item!r}の記載箇所の候補は{parts}です。名前の隣のセルに、どれかを記入してください。",
                item=row.name,
                parts=", ".join(found),
            ),
            row.place,
        )
    return None


def _named(parts: list[str]) -> frozenset[str]:
    """The parts that are named, by a path or by themselves."""
    stands = standing(Filing)
    of_paths = {stands.paths[each].part for each in parts if each in stands.paths}
    return frozenset(of_paths | {each for each in parts if each in stands.parts})


@cache
def _parts_on(sheet: str) -> tuple[tuple[str, str], ...]:
    """The parts that a sheet holds, with their paths."""
    here = part_at(sheet).plan
    assert here is not None
    return tuple((path, each.cls.__name__) for path, each in _parts(here, sheet))


def _parts(of: Plan, path: str) -> Iterator[tuple[str, Plan]]:
    yield path, of
    for entry in inner_parts(of):
        yield from _parts(entry.plan, keys.join(path, entry.attribute))
