"""How a filing says that a figure is of the group, or of the company alone: asked of the model once in a run.

The processes that read are told, as they need the model for nothing else.
"""

from __future__ import annotations

from functools import cache

from filingexport.binding.plan import PartField, axis_name, concepts, member_name, plan
from filingexport.ingesting.desk import Group
from filingexport.model.filing import ConsolidatedOrNonConsolidated, Filing


@cache
def group() -> Group:
    """What the model says."""
    axis = ConsolidatedOrNonConsolidated
    held = [
        entry.plan
        for entry in plan(Filing).entries
        if isinstance(entry, PartField) and entry.member is axis.CONSOLIDATED
    ]
    members = {member_name(each): each is axis.CONSOLIDATED for each in axis}
    return Group(axis_name(axis), members, frozenset().union(*map(concepts, held)))
