"""Labels as a page shows them: of fields, parts, rows and members, shortened where their place says the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Final

from filingexport.binding.extended import Extended
from filingexport.binding.plan import (
    ColumnLeaf,
    Leaf,
    ListLeaf,
    PartField,
    Plan,
    RowsField,
    axis_name,
    member_name,
    plans,
)
from filingexport.model import item
from filingexport.model.filing import Filing
from filingexport.model.item import Axis, Choice, Label

# What tells concepts of several statements apart goes without saying inside one of them.
_STANDARDS_EN: Final = re.compile(
    r" \((US GAAP|IFRS|consolidated|consolidated notes|cash flows|cash flow statement|net assets|change in net assets|change in equity)\)"
)
_STANDARDS_JA: Final = re.compile(
    r"（(米国基準|ＩＦＲＳ|推移表|参考書類|連結|連結注記|キャッシュ・フロー(?:計算書)?|純資産の変動|資本の変動|その他の包括利益|本文)）"
)
_OF_THE_YEAR: Final = re.compile(r" (of|at the end of) the fiscal year$")
_OF_ROW: Final = re.compile(r"^(?P<head>.+) (?:of|for) (?:an?|the) (?P<row>.+)$")
_ROW_JA: Final = re.compile(r"^(?P<row>.+)の(?P<head>[^の]{2,})$")


def terse(label: Label) -> Label:
    """The label without the set of standards that its statement belongs to."""
    english = _STANDARDS_EN.sub("", label.en)
    japanese = _STANDARDS_JA.sub("", label.ja)
    return label if (english, japanese) == (label.en, label.ja) else Label(english, japanese)


def in_row(label: Label, row: Label) -> Label:
    """The label of a column: "Name of the officer" is "Name" in a table of officers."""
    short = terse(label)
    english, japanese = _OF_THE_YEAR.sub("", short.en), short.ja
    found = _OF_ROW.match(english)
    if found and _told_by(found["row"].lower(), row.en.lower()):
        english = found["head"]
    found = _ROW_JA.match(japanese)
    if found and found["row"] in row.ja:
        japanese = found["head"]
    return Label(english, japanese)


def _told_by(noun: str, row: str) -> bool:
    # "candidate" is told by "Candidates for directors", "officer" by "Officer", but "number" by none of them.
    return noun in row or noun.rpartition(" ")[2] in row.split()


def of_leaf(leaf: Leaf) -> Label:
    """The standard label of a field."""
    return Label(leaf.concept.en, leaf.concept.ja)


def of_part(plan: Plan) -> Label:
    """The heading of a part."""
    return Label(plan.info.en, plan.info.ja)


def of_choice(value: Enum) -> Label:
    """The label of one of a closed list."""
    if isinstance(value, Choice):
        return Label(item.choice_label(value, "en"), item.choice_label(value, "ja"))
    return Label(str(value.value), str(value.value))


def names_of_text(readings: tuple[tuple[str, str], ...]) -> Label:
    """A text of the filing as a label, for a table of contents."""
    said = dict(readings)
    first = readings[0][1]
    english = said.get("en") or said.get("ja") or first
    return Label(english, said.get("ja") or english)


@cache
def _standard() -> dict[str, Label]:
    found: dict[str, Label] = {}

    def of_axis(cls: type[Axis]) -> None:
        info = item.axis_info(cls)
        found[axis_name(cls)] = Label(info.en, info.ja)
        found.update({member_name(each): each.label for each in cls})

    for part in plans(Filing).values():
        for entry in part.entries:
            match entry:
                case Leaf():
                    found[entry.name] = of_leaf(entry)
                case ListLeaf():
                    found[entry.leaf.name] = of_leaf(entry.leaf)
                    found[entry.axis] = Label(entry.rows.en, entry.rows.ja)
                case RowsField():
                    found[entry.axis] = Label(entry.rows.en, entry.rows.ja)
                case PartField():
                    if entry.member is not None:
                        of_axis(type(entry.member))
                    if entry.line is not None:
                        found[entry.line.name] = of_leaf(entry.line)
                        for column in entry.plan.entries:
                            if isinstance(column, ColumnLeaf) and column.member is not None:
                                of_axis(type(column.member))
                case _:
                    pass
    return found


def of_names(names: Iterator[str], extended: Extended) -> dict[str, Label]:
    """The labels of these items, axes and members, where there is one."""
    own = {each.leaf.name: of_leaf(each.leaf) for each in extended.leaves()}
    own |= {
        table.axis: extended.labels[table.declared.name]
        for tables in extended.tables_by_part.values()
        for table in tables
    }
    for members in extended.members_by_part.values():
        own |= {each.column.pair[1]: extended.labels[each.declared.name] for each in members if each.column.pair}
    known = _standard()
    return {name: label for name in names if (label := known.get(name) or own.get(name)) is not None}
