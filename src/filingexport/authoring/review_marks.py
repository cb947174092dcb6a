"""Marks "to review" in a source: comments that go when whoever looked at the field deletes them, and that can be counted.

In YAML a mark is a comment line above the field; in a workbook a comment of its cell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from filingexport.authoring import yaml_tree
from filingexport.authoring.source import ROOT_FILE
from filingexport.authoring.workbook.annotate import Remark, with_comments
from filingexport.authoring.yaml_tree import Sequence, Tree
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, read_bytes
from filingexport.formats.xlsx.comments import comments

MARK: Final = "to review 要確認"
"""What a mark begins with."""
_LINE: Final = re.compile(rf"^[ ]*#[ ]*{MARK}")
_INDENT: Final = re.compile(r"[ ]*")


def in_files(trees: Mapping[str, Tree], reasons: Mapping[str, str]) -> dict[str, bytes]:
    """The files of a source with the marks in them. reasons: what each mark says, by the path of its field."""
    found = {name: yaml_tree.emit(tree) for name, tree in trees.items()}
    by_file: defaultdict[str, list[tuple[list[str], str]]] = defaultdict(list)
    for path, reason in reasons.items():
        name, steps = _file(path, found)
        by_file[name].append((steps, reason))
    for name, told in by_file.items():
        tree = yaml_tree.parse(found[name], name)
        assert tree is not None
        marks: defaultdict[int, list[str]] = defaultdict(list)
        for steps, reason in told:
            marks[_line(tree, steps)].append(reason)
        found[name] = _marked(found[name], marks)
    return found


def marked_whole(data: bytes, reason: str) -> bytes:
    """A file with a mark that is about all of it."""
    return f"# {MARK}: {_plain(reason)}\n".encode() + data


def _file(path: str, files: Iterable[str]) -> tuple[str, list[str]]:
    """The file that holds the field at this path, and the steps to it in there."""
    steps = path.split(".")
    for size in range(len(steps), 0, -1):
        name = ".".join(steps[:size]).replace("_", "-") + ".yaml"
        if name in files:
            return name, steps[size:]
    return ROOT_FILE, steps


def _line(tree: Tree, steps: list[str]) -> int:
    """The number of the line on which a field stands, or the nearest thing that holds it."""
    line = 1
    for step in steps:
        if isinstance(tree, yaml_tree.Mapping) and step in tree.entries:
            place, tree = tree.key_places[step], tree.entries[step]
        elif isinstance(tree, Sequence) and step.isdigit() and 0 < int(step) <= len(tree.items):
            tree = tree.items[int(step) - 1]
            place = tree.place
        else:
            break
        line = int(place.rpartition(":")[2])
    return line


def _marked(data: bytes, marks: Mapping[int, list[str]]) -> bytes:
    lines: list[str] = []
    for number, line in enumerate(data.decode().split("\n"), 1):
        indent = _INDENT.match(line)
        space = indent[0] if indent is not None else ""
        lines += [f"{space}# {MARK}: {_plain(reason)}" for reason in dict.fromkeys(marks.get(number, ()))]
        lines.append(line)
    return "\n".join(lines).encode()


def _plain(reason: str) -> str:
    """One line of what can be shown: a reason may quote whatever stands in a document."""
    return " ".join("".join(each if each.isprintable() else " " for each in reason).split())


def in_workbook(data: bytes, name: str, places: Mapping[str, str], reasons: Mapping[str, str]) -> bytes:
    """A workbook with the marks as comments. places: the cell of each field, by its path. Raises FilingError."""
    remarks = []
    first: dict[str, str] = {}  # the first cell of what is in a part
    for path, place in places.items():
        holder = path.rpartition(".")[0]
        while holder and holder not in first:
            first[holder] = place
            holder = holder.rpartition(".")[0]
    for path, reason in reasons.items():
        remarks.append(Remark(_nearest(path, places, first), f"{MARK}: {reason}"))
    return with_comments(data, name, remarks)


def _nearest(path: str, places: Mapping[str, str], first: Mapping[str, str]) -> str:
    """The cell of a field, else the first one of what is in it, else that of what holds it."""
    while path:
        if path in places:
            return places[path]
        if path in first:
            return first[path]
        path = path.rpartition(".")[0]
    return ""


def left(source: Path, limits: Limits = DEFAULT_LIMITS) -> tuple[str, ...]:
    """The places of the marks that are left in a source folder, one of its files, or a workbook. Raises FilingError.

    In a folder it is the line below the mark (``notice.yaml:12``), in a workbook the cell (``notice.xlsx[02 …]!B5``).
    """
    if source.is_dir():
        files = sorted(each for each in source.iterdir() if each.suffix in (".yaml", ".yml"))
        return tuple(place for file in files for place in _left(file, limits))
    if source.suffix in (".yaml", ".yml"):
        return tuple(_left(source, limits))
    told = comments(read_bytes(source, limits), source.name, limits)
    return tuple(f"{source.name}[{each.sheet}]!{each.cell}" for each in told if MARK in each.text)


def _left(file: Path, limits: Limits) -> list[str]:
    lines = read_bytes(file, limits).decode("utf-8", errors="replace").split("\n")
    found: list[str] = []
    below = len(lines) + 1  # the first line from here on that is no remark
    for number in range(len(lines), 0, -1):
        line = lines[number - 1]
        if _LINE.match(line):
            found.append(f"{file.name}:{below}")
        elif not line.lstrip().startswith("#"):
            below = number
    return found[::-1]
