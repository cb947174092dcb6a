"""Rows in which a user has named an item of the company's own: to the part that the extension says the item stands in."""

from __future__ import annotations

from collections.abc import Iterator

from filingexport.authoring.own_items import part_paths
from filingexport.authoring.workbook import keys
from filingexport.authoring.workbook.draft import Draft, Group, Held, LostKey, Rows
from filingexport.authoring.workbook.extras import EXTENSION
from filingexport.authoring.workbook.finish import Wrong
from filingexport.authoring.workbook.layout import inner_parts
from filingexport.authoring.workbook.resolve import OWN_KIND, Part, Target, UnknownKey, part_at
from filingexport.authoring.workbook.shape import VALUE
from filingexport.authoring.workbook.sheet_reader import OwnRow
from filingexport.binding.plan import Plan


def declared(root: Group) -> dict[str, tuple[str, str]]:
    """The items that the sheet of the extension declares: name to kind and part."""
    extension = root.fields.get(EXTENSION)
    items = extension.fields.get("items") if isinstance(extension, Group) else None
    found = {}
    for item in items.items if isinstance(items, Rows) else ():
        if isinstance(item, Group):
            name, kind, part = (_text(item, each) for each in ("name", "type", "part"))
            found[name] = (kind, part.replace("-", "_"))
    return found


def _text(item: Group, name: str) -> str:
    draft = item.fields.get(name)
    return draft.held[0].cell.text.strip() if isinstance(draft, Draft) and draft.held else ""


def put_own_rows(root: Group, rows: list[OwnRow], wrong: Wrong) -> None:
    """Put what these rows hold where their items stand."""
    items = declared(root)
    for row in rows:
        if row.name not in items:
            wrong(
                "fx:cell",
                f"the sheet of the extension declares no item {row.name!r}; declare it there, or correct the name",
                row.place,
            )
            continue
        path = row.matrix or _path_of(row, items[row.name][1], wrong)
        if path is None:
            continue
        try:
            _put(root, row, path)
        except LostKey as error:
            wrong("fx:sheet", f"{error}", row.place)


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


def _path_of(row: OwnRow, part: str, wrong: Wrong) -> str | None:
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
            f"{row.part!r} is the path of no part; leave it out, or write one such as {row.sheet or 'company'}",
            row.place,
        )
        return None
    try:
        of = part_at(part)
    except UnknownKey:
        of = Part(None)
    name = of.plan.cls.__name__ if of.plan is not None else part_paths().get(part, part)
    here = part_at(row.sheet).plan
    assert here is not None
    found = [path for path, each in _parts(here, row.sheet) if each.cls.__name__ == name]
    if len(found) == 1:
        return found[0]
    if not found:
        wrong(
            "fx:cell",
            f"the item {row.name!r} stands in {part}, which is not on this sheet; write its value on the sheet of that part",
            row.place,
        )
    else:
        wrong(
            "fx:cell",
            f"the item {row.name!r} may stand in {', '.join(found)}; write which into the cell beside its name",
            row.place,
        )
    return None


def _parts(of: Plan, path: str) -> Iterator[tuple[str, Plan]]:
    yield path, of
    for entry in inner_parts(of):
        yield from _parts(entry.plan, keys.join(path, entry.attribute))
