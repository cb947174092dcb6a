"""Places whose facts only their ids tell apart: one concept in the same dimensions, told in several parts of a notice."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import Final

from filingexport.binding.plan import ColumnLeaf, Leaf, ListLeaf, PartField, Plan, RowsField, paths, plan
from filingexport.report import Report

_ROW: Final = re.compile(r"\.[0-9]+(?=\.|$)")


def shared_places(cls: type, report: Report) -> frozenset[str]:
    """The paths, without numbers of rows, of the fields that another field could be taken for, were it not for ids.

    Their periods may still differ; what is not in this set is found by its concept and context alone. A part with a
    period of its own, such as the prior year, counts only where the report has it.
    """
    told = {_ROW.sub("", fact.id) for fact in report.facts}
    return _shared(
        cls, frozenset(part for part in _own_periods(cls) if any(each.startswith(f"{part}.") for each in told))
    )


@cache
def _own_periods(cls: type) -> tuple[str, ...]:
    return tuple(path for path, each in paths(cls).items() if each.start is not None and path)


@cache
def _shared(cls: type, present: frozenset[str]) -> frozenset[str]:
    found: dict[tuple[str, frozenset[object]], list[str]] = defaultdict(list)

    def collect(of: Plan, path: str, dimensions: frozenset[object]) -> None:
        for entry in of.entries:
            here = f"{path}.{entry.attribute}" if path else entry.attribute
            match entry:
                case Leaf():
                    found[entry.name, dimensions].append(here)
                case ListLeaf():
                    found[entry.leaf.name, dimensions | {entry.axis}].append(here)
                case RowsField() if entry.plan.start is not None and here not in present:
                    pass
                case RowsField():
                    collect(entry.plan, here, dimensions | {entry.axis})
                case PartField() if entry.plan.start is not None and here not in present:
                    pass
                case PartField():
                    inner = dimensions | {entry.pair} if entry.pair is not None else dimensions
                    if entry.line is None:
                        collect(entry.plan, here, inner)
                        continue
                    for column in entry.plan.entries:
                        if isinstance(column, ColumnLeaf):
                            under = inner | {column.pair} if column.pair is not None else inner
                            found[entry.line.name, under].append(f"{here}.{column.attribute}")
                case _:
                    pass

    collect(plan(cls), "", frozenset())
    return frozenset(path for paths in found.values() if len(paths) > 1 for path in paths)


def is_among(places: frozenset[str], identifier: str) -> bool:
    """Whether the fact of this id, the path of a field, is in one of these places."""
    path = _ROW.sub("", identifier)
    return path in places or path.rpartition(".")[0] in places  # of text: the language stands at the end
