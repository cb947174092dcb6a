"""What a hidden key is about: the way down the plan to a field, a part or a table."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from filingexport.authoring.own_items import is_own
from filingexport.authoring.source import UNIT
from filingexport.authoring.workbook.extras import EXTENSION, EXTENSION_FIELDS, TABLES, WAIVERS
from filingexport.authoring.workbook.keys import LIST, RECORD, ROOT
from filingexport.binding.plan import Leaf, ListLeaf, PartField, Plan, RowsField, plan
from filingexport.declaring import frozen
from filingexport.model.filing import Filing
from filingexport.model.item import LOCALIZED, Kind

UNIT_KIND: Final = "unit"
"""The kind of the cell of a unit."""
OWN_KIND: Final = "own"
"""The kind of an item of the company's own, which its extension says."""
_EXTENSION_TEXTS: Final = ("label", "documentation")
_WHOLE: Final = frozenset({EXTENSION, *TABLES, f"{WAIVERS}{RECORD}"})
_LISTED: Final = frozenset(
    (path, each.field) for path, (columns, _) in TABLES.items() for each in columns if each.aspect.startswith(LIST)
)


MAX_STEPS: Final = 32
"""Steps of a path in a key."""


@frozen(eq=False)
class Target:
    """A field: its kind, and whether it may be a printed dash. listed: it holds a list of such values."""

    kind: Kind | str
    dash: bool = False
    leaf: Leaf | None = None
    listed: bool = False

    @property
    def localized(self) -> bool:
        """Whether it has a text a language."""
        return self.kind in LOCALIZED


@frozen(eq=False)
class Part:
    """A part, a row of a table, or a line of a matrix. entry: the table, or the line; plan: None for a list of values."""

    plan: Plan | None
    entry: RowsField | ListLeaf | PartField | None = None


class UnknownKey(LookupError):
    """No field of this version has this key."""


def _bound(path: str) -> None:
    """Raises UnknownKey for a path of more steps than any of the model has."""
    if path.count(".") > MAX_STEPS:
        raise UnknownKey(path[:80])


@lru_cache(maxsize=4096)
def part_at(path: str) -> Part:
    """The part, row or line at this path; raises UnknownKey."""
    _bound(path)
    here = Part(plan(Filing))
    if path in _WHOLE:
        return Part(None)
    for step in path.split(".") if path and path != ROOT else ():
        name = step.removesuffix(RECORD)
        entry = next((each for each in here.plan.entries if each.attribute == name), None) if here.plan else None
        match entry:
            case PartField() if step == name:
                here = Part(entry.plan, entry)
            case RowsField() if step != name:
                here = Part(entry.plan, entry)
            case ListLeaf() if step != name:
                here = Part(None, entry)
            case None if is_own(name) and here.plan is not None and here.plan.cls and step == name:
                here = Part(here.plan, here.entry)  # a line of the company's own, with the columns of its matrix
            case None if is_own(name) and here.plan is not None:
                here = Part(None)  # a row of a table of the company's own
            case _:
                raise UnknownKey(path)
    return here


def table_at(path: str) -> Part:
    """The row of the table, or list, at this path; raises UnknownKey."""
    found = part_at(path)
    if not path.endswith(RECORD):
        raise UnknownKey(path)
    return found


def matrix_at(path: str) -> PartField:
    """A line of the matrix at this path; raises UnknownKey."""
    of = part_at(path).plan
    line = next((each for each in of.entries if isinstance(each, PartField) and each.line), None) if of else None
    if line is None or path.endswith(RECORD):
        raise UnknownKey(path)
    return line


@lru_cache(maxsize=4096)
def field_at(path: str, name: str) -> Target:
    """The field of this name, or path, in the part at this path; "" for a row that is a value; raises UnknownKey."""
    if path.split(".", 1)[0].removesuffix(RECORD) in (EXTENSION, WAIVERS):
        return _extra(path, name)
    _bound(name)
    here = part_at(path)
    if here.plan is None and here.entry is None and is_own(name):
        return Target(OWN_KIND, dash=True)
    if not name:
        if isinstance(here.entry, ListLeaf):
            return Target(here.entry.leaf.concept.kind, here.entry.leaf.dash, here.entry.leaf)
        raise UnknownKey(path)
    of = here.plan
    *outer, last = name.split(".")
    for step in outer:
        if is_own(step) and is_own(last):
            return Target(OWN_KIND, dash=True)  # a column of a table of the company's own
        entry = next((each for each in of.entries if each.attribute == step), None) if of is not None else None
        if isinstance(entry, ListLeaf) and last.isdigit() and step == outer[-1]:
            return Target(entry.leaf.concept.kind, entry.leaf.dash, entry.leaf)
        if not isinstance(entry, PartField):
            raise UnknownKey(f"{path}.{name}")
        if entry.line is not None:
            return Target(entry.line.concept.kind, entry.line.dash, entry.line)
        of = entry.plan
    if last == UNIT:
        return Target(UNIT_KIND)
    if is_own(last):
        return Target(OWN_KIND, dash=True)
    entry = next((each for each in of.entries if each.attribute == last), None) if of is not None else None
    match entry:
        case Leaf():
            return Target(entry.concept.kind, entry.dash, entry)
        case ListLeaf():
            return Target(entry.leaf.concept.kind, entry.leaf.dash, entry.leaf, listed=True)
    raise UnknownKey(f"{path}.{name}")


def _extra(path: str, name: str) -> Target:
    if path == EXTENSION:
        if name not in EXTENSION_FIELDS:
            raise UnknownKey(f"{path}.{name}")
        return Target(EXTENSION_FIELDS[name][0])
    if (path, name) == (f"{WAIVERS}{RECORD}", "on"):
        return Target("day")
    return Target("words" if name in _EXTENSION_TEXTS else "code", listed=(path, name) in _LISTED)
