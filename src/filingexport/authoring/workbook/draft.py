"""The tree of a filing in the making: parts and rows as their cells are met, then the tree of a source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from attrs import define, field

from filingexport.authoring.workbook.resolve import Target
from filingexport.authoring.yaml_tree import Mapping, Sequence, Tree
from filingexport.formats.xlsx.reader import Cell
from filingexport.said import Mistake, say

CHANGED: Final = say(
    "its hidden key was changed; undo that, or take a new workbook and copy the values",
    "非表示のキーが変更されています。元に戻すか、新しいブックに値をコピーしてください。",
)
"""What is said of a key that cannot be."""


class LostKey(Mistake):
    """A row whose keys say less than is needed, or what cannot be."""


@define(eq=False)
class Held:
    """What one cell holds of a field. exact: in a row of its own, with escapes."""

    aspect: str
    cell: Cell
    place: str
    exact: bool = False


@define(eq=False)
class Draft:
    """A field. place: of its first cell, filled in or not."""

    target: Target
    name: str
    place: str
    sheet: str
    held: list[Held] = field(factory=list)


@define(eq=False)
class Group:
    """A part, a row of a table or a line of a matrix."""

    place: str = ""
    fields: dict[str, Group | Rows | Draft] = field(factory=dict)

    def group(self, name: str, place: str) -> Group:
        """The part of this name in it; raises LostKey, as `rows` and `draft` do, where it holds another thing."""
        found = self.fields.setdefault(name, Group(place))
        if not isinstance(found, Group):
            raise LostKey(CHANGED)
        return found

    def rows(self, name: str) -> Rows:
        """The table of this name in it."""
        found = self.fields.setdefault(name, Rows())
        if not isinstance(found, Rows):
            raise LostKey(CHANGED)
        return found

    def draft(self, name: str, new: Draft) -> Draft:
        """The field of this name in it."""
        found = self.fields.setdefault(name, new)
        if not isinstance(found, Draft):
            raise LostKey(CHANGED)
        return found

    def drafts(self) -> Iterator[Draft]:
        """The fields of it and of all that is in it."""
        for each in self.fields.values():
            match each:
                case Draft():
                    yield each
                case Group():
                    yield from each.drafts()
                case Rows():
                    for item in each.items:
                        yield from (item,) if isinstance(item, Draft) else item.drafts()

    @property
    def filled(self) -> bool:
        """Whether some field in it is filled in."""
        return any(each.held for each in self.drafts())


@define(eq=False)
class Rows:
    """A table, or a list."""

    items: list[Group | Draft] = field(factory=list)

    def row(self, number: int, place: str) -> Group:
        """The row of this number, the next one if it is new; raises LostKey."""
        if number == len(self.items) + 1:
            self.items.append(Group(place))
        found = self.items[number - 1] if 1 <= number <= len(self.items) else None
        if not isinstance(found, Group):
            raise LostKey(CHANGED)
        return found


Finish = Callable[[Draft], Tree | None]
"""Makes the tree of a field; None for one that is not filled in, or not readable."""


def to_tree(group: Group, finish: Finish) -> Mapping:
    """The tree of a part, without what is not filled in."""
    entries: dict[str, Tree] = {}
    places: dict[str, str] = {}
    for name, each in group.fields.items():
        tree: Tree | None
        match each:
            case Draft():
                places[name] = each.place
                tree = finish(each)
            case Group():
                places[name] = each.place
                tree = to_tree(each, finish)
                tree = tree if tree.entries else None
            case Rows():
                tree = _rows(each, finish)
                places[name] = tree.place if tree is not None else ""
        if tree is not None:
            entries[name] = tree
    return Mapping(entries, group.place, places)


def _rows(rows: Rows, finish: Finish) -> Sequence | None:
    items: list[Tree] = []
    for each in rows.items:
        tree = finish(each) if isinstance(each, Draft) else to_tree(each, finish)
        if tree is not None and not (isinstance(tree, Mapping) and not tree.entries):
            items.append(tree)
    return Sequence(tuple(items), items[0].place) if items else None
