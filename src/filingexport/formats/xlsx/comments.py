"""The comments of a workbook: which cell each is about, and its text."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Final

from lxml import etree

from filingexport.declaring import frozen
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, parse_xml
from filingexport.formats.xlsx.package import parts
from filingexport.names import local_name

_RELATIONS: Final = ".rels"


@frozen
class CellComment:
    """A comment. sheet: the name of the sheet; cell: as ``B5``."""

    sheet: str
    cell: str
    text: str


def comments(data: bytes, place: str, limits: Limits = DEFAULT_LIMITS) -> tuple[CellComment, ...]:
    """All comments of this workbook, sheet by sheet; `place` is its name in messages. Raises FilingError."""
    found = parts(data, place, limits)
    book = "xl/workbook.xml"
    if book not in found:
        return ()
    targets = _relations(found, book, place, limits)
    result: list[CellComment] = []
    for sheet in parse_xml(found[book], f"{place}!{book}", limits).iter("{*}sheet"):
        _, part = targets.get(
            next((value for key, value in sheet.attrib.items() if local_name(key) == "id"), ""), ("", "")
        )
        for kind, target in _relations(found, part, place, limits).values():
            if target in found and kind.endswith("/comments"):
                root = parse_xml(found[target], f"{place}!{target}", limits)
                result += _of_sheet(root, sheet.get("name", ""))
    return tuple(result)


def _of_sheet(root: etree._Element, sheet: str) -> Iterator[CellComment]:
    for each in root.iter("{*}comment"):
        text = "".join(piece.text or "" for piece in each.iter("{*}t"))
        yield CellComment(sheet, each.get("ref", ""), text)


def _relations(found: dict[str, bytes], part: str, place: str, limits: Limits) -> dict[str, tuple[str, str]]:
    """What a part refers to inside the file: id to type and name."""
    folder, _, file = part.rpartition("/")
    name = posixpath.join(folder, "_rels", file + _RELATIONS)
    if not part or name not in found:
        return {}
    result: dict[str, tuple[str, str]] = {}
    for each in parse_xml(found[name], f"{place}!{name}", limits):
        target = each.get("Target", "")
        if each.get("TargetMode") != "External":
            whole = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            result[each.get("Id", "")] = each.get("Type", ""), posixpath.normpath(whole)
    return result
