"""How a filing says that a figure is of the group, or of the company alone: asked of the model once in a run.

The processes that read are told, as they need the model for nothing else.
"""

from __future__ import annotations

from functools import cache

from filingexport.binding.plan import Leaf, ListLeaf, PartField, Plan, RowsField, axis_name, member_name, plan
from filingexport.ingesting.rows import Group
from filingexport.model.filing import ConsolidatedOrNonConsolidated, Filing


@cache
def group() -> Group:
    """What the model says."""
    axis = ConsolidatedOrNonConsolidated
    found: set[str] = set()

    def collect(of: Plan) -> None:
        for entry in of.entries:
            leaf = entry.leaf if isinstance(entry, ListLeaf) else entry
            if isinstance(leaf, Leaf):
                found.add(leaf.name)
            elif isinstance(entry, PartField) and entry.line is not None:
                found.add(entry.line.name)
            elif isinstance(entry, (PartField, RowsField)):
                collect(entry.plan)

    for entry in plan(Filing).entries:
        if isinstance(entry, PartField) and entry.member is axis.CONSOLIDATED:
            collect(entry.plan)
    members = {member_name(each): each is axis.CONSOLIDATED for each in axis}
    return Group(axis_name(axis), members, frozenset(found))
