"""In which order a part is shown: its fields as declared, or as the company arranges them, with the company's own items."""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs
from attrs import field

from filingexport.binding.extended import Extended, OwnItem
from filingexport.binding.plan import Entry, ExtensionField, KeptField, Leaf, PartField, Plan
from filingexport.declaring import frozen
from filingexport.model.extension import Extension
from filingexport.model.part import OwnRow
from filingexport.model.values import Text


@frozen(eq=False)
class Slot:
    """A field of a part with its value, or an own item or table; or an own heading with what stands below it.

    name: the attribute or the item's name, the last step of its path.
    """

    name: str
    path: str
    entry: Entry | None = None
    own: OwnItem | None = None
    value: Any = None
    heading: Text | None = None
    below: list[Slot] = field(factory=list)


def slots(plan: Plan, value: Any, path: str, extension: Extension | None, extended: Extended) -> list[Slot]:
    """What is disclosed in the part at this path, in the order in which it is shown."""

    def slot(name: str, **said: Any) -> Slot:
        return Slot(name, f"{path}.{name}" if path else name, **said)

    if isinstance(value, OwnRow):
        cells = {each.item: each.value for each in value.own}
        return [
            slot(each.attribute, entry=each, value=cells[each.attribute])
            for each in plan.entries
            if each.attribute in cells
        ]
    before = f"{path}." if path else ""
    turned = bool(extended.signs)
    filled = {}
    for name, entry in _shown(plan):
        inner = getattr(value, name)
        if inner is not None and inner != ():
            filled[name] = Slot(name, before + name, _printed(entry, path, extended) if turned else entry, value=inner)
    if extension is None:
        return list(filled.values())
    own = {each.item: each.value for each in getattr(value, "own", ())}
    order = extended.order(plan, path)
    if order is None:
        return list(filled.values())
    items = {each.declared.name: each for each in extended.items(plan, path)}
    tables = {each.declared.name: each.field for each in extended.tables(plan, path)}
    headings = {each.name: each.label for each in extension.items if each.kind == "heading"}

    def below(heading: str) -> list[Slot]:
        found: list[Slot] = []
        for name in order.get(heading, ()):
            if name in filled:
                found.append(filled[name])
            elif name in headings:
                if inner := below(name):
                    found.append(slot(name, heading=headings[name], below=inner))
            elif name in own and name in items:
                found.append(slot(name, own=items[name], value=own[name]))
            elif name in own and name in tables:
                found.append(slot(name, entry=tables[name], value=own[name]))
        return found

    return below("")


@cache
def _shown(plan: Plan) -> tuple[tuple[str, Entry], ...]:
    """The fields of a class that may be shown."""
    return tuple((each.attribute, each) for each in plan.entries if not isinstance(each, (KeptField, ExtensionField)))


def _printed(entry: Entry, path: str, extended: Extended) -> Entry:
    """The field with the sign that the company prints it with."""
    if isinstance(entry, Leaf):
        return extended.printed(entry, path, entry.attribute)
    if isinstance(entry, PartField) and entry.line is not None:
        line = extended.printed(entry.line, path, entry.attribute)
        return entry if line is entry.line else attrs.evolve(entry, line=line)
    return entry
