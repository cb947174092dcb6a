"""The sheet of facts that have no place in the model, read back into the tree that it was written from."""

from __future__ import annotations

from typing import Any

from filingexport.authoring.workbook import keys, values
from filingexport.authoring.workbook.draft import CHANGED
from filingexport.authoring.workbook.extras import Wrong
from filingexport.authoring.workbook.resolve import MAX_STEPS
from filingexport.authoring.yaml_tree import Mapping, Scalar, Sequence, Tree
from filingexport.characters import is_digits
from filingexport.formats.xlsx.reader import Sheet, column_letter
from filingexport.said import told


def read_unplaced(sheet: Sheet, column: int, place: str, wrong: Wrong) -> Tree | None:
    """The tree of the kept facts; None for none."""
    texts: dict[str, list[str]] = {}
    places: dict[str, str] = {}
    for row in sorted(sheet.cells):
        cells = sheet.cells[row]
        key = cells.get(column)
        parsed = keys.parse(key.text) if key is not None else None
        if parsed is None or parsed.detail is None:
            continue
        path = parsed.detail.rpartition(":")[0]
        held = next((cell for at, cell in sorted(cells.items()) if at > column + 2), None)
        where = f"{place}!{column_letter(column + 3)}{row}"
        places.setdefault(path, where)
        try:
            texts.setdefault(path, []).append(values.unescaped(held.text) if held is not None else "")
        except ValueError as error:
            wrong("fx:cell", told(error), where)
    nested: dict[str, Any] = {}
    for path, pieces in texts.items():
        here: Any = nested
        *outer, last = path.split(".")
        for step in outer if len(outer) <= MAX_STEPS else ():
            here = here.setdefault(step, {}) if isinstance(here, dict) else None
        if not isinstance(here, dict) or last in here or len(outer) > MAX_STEPS:
            wrong("fx:sheet", CHANGED, places[path])  # a value that has parts, or the other way round
            continue
        here[last] = Scalar("".join(pieces), places[path], plain=False)
    return _tree(nested, place) if nested else None


def _tree(nested: dict[str, Any], place: str) -> Tree:
    made = {name: each if isinstance(each, Scalar) else _tree(each, place) for name, each in nested.items()}
    if all(map(is_digits, made)):
        return Sequence(tuple(each for _, each in sorted(made.items(), key=lambda pair: int(pair[0]))), place)
    return Mapping(made, place)
