"""In which order a part is shown: its fields as declared, or as the company arranges them, with the company's own items."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from filingexport.binding.extended import Extended, OwnItem
from filingexport.binding.plan import Entry, ExtensionField, KeptField, Plan
from filingexport.model.extension import Extension
from filingexport.model.values import Text


@frozen(eq=False)
class Slot:
    """A field of a part with its value, or an own item; or an own heading with what stands below it.

    name: the attribute or the item's name, the last step of its path.
    """

    name: str
    entry: Entry | None = None
    own: OwnItem | None = None
    value: Any = None
    heading: Text | None = None
    below: list[Slot] = field(factory=list)


def slots(plan: Plan, value: Any, extension: Extension | None, extended: Extended) -> list[Slot]:
    """What is disclosed in this part, in the order in which it is shown."""
    filled = {
        entry.attribute: Slot(entry.attribute, entry, value=inner)
        for entry in plan.entries
        if not isinstance(entry, (KeptField, ExtensionField))
        and (inner := getattr(value, entry.attribute)) is not None
        and inner != ()
    }
    part = plan.cls.__name__
    own = {each.item: each.value for each in getattr(value, "own", ())}
    if extension is None or not _touches(extension, part):
        return list(filled.values())
    items = {each.declared.name: each for each in extended.items(plan)}
    order: dict[str, list[str]] = {"": []}
    arranged = [each for each in extension.arrangements if each.part == part]
    for arrangement in arranged:
        order[arrangement.heading] = list(arrangement.fields)
    told = {name for names in order.values() for name in names}
    order[""] += [entry.attribute for entry in plan.entries if entry.attribute not in told]
    left = [each for each in extension.items if each.part == part]
    while left:
        ready = [each for each in left if each.after == "" or each.after in order.get(each.heading, ())]
        if not ready:
            ready = left  # stands after what is not here: at the end
        for each in ready:
            names = order.setdefault(each.heading, [])
            names.insert(
                names.index(each.after) + 1 if each.after in names else 0 if not each.after else len(names), each.name
            )
        left = [each for each in left if each not in ready]
    headings = {each.name: each.label for each in extension.items if each.part == part and each.kind == "heading"}

    def below(name: str) -> list[Slot]:
        found: list[Slot] = []
        for each in order.get(name, ()):
            if each in filled:
                found.append(filled[each])
            elif each in headings:
                if inner := below(each):
                    found.append(Slot(each, heading=headings[each], below=inner))
            elif each in items and each in own:
                found.append(Slot(each, own=items[each], value=own[each]))
        return found

    return below("")


def _touches(extension: Extension, part: str) -> bool:
    return any(each.part == part for each in extension.items) or any(
        each.part == part for each in extension.arrangements
    )
