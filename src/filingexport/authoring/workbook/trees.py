"""Looking into the tree of a source, where what is not filled in is not there."""

from __future__ import annotations

from typing import Final

from filingexport.authoring.source import UNIT
from filingexport.authoring.yaml_tree import Mapping, Scalar, Sequence, Tree

EMPTY: Final = Mapping({})
"""A part in which nothing is filled in."""


def mapping(node: Tree | None) -> Mapping:
    """The fields of a part; none where it is not there."""
    return node if isinstance(node, Mapping) else EMPTY


def rows(node: Tree | None) -> tuple[Tree, ...]:
    """The rows of a table; none where it is not there."""
    return node.items if isinstance(node, Sequence) else ()


def at(tree: Tree | None, field: str) -> Tree | None:
    """The node of a field in a row, by its path; "" for the row itself."""
    here = tree
    for step in field.split(".") if field else ():
        here = here.entries.get(step) if isinstance(here, Mapping) else None
    return here


def filled(node: Tree | None) -> bool:
    """Whether something is filled in here; a unit alone is nothing."""
    match node:
        case Mapping():
            return any(name != UNIT for name in node.entries)
        case Sequence():
            return bool(node.items)
    return node is not None


def unit(tree: Mapping) -> str | None:
    """The unit that a part states."""
    stated = tree.entries.get(UNIT)
    return stated.text if isinstance(stated, Scalar) else None
