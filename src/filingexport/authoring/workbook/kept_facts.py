"""The sheet of facts that have no place in the model, read back into the tree that it was written from."""

from __future__ import annotations

from typing import Any

from filingexport.authoring.workbook import keys, values
from filingexport.authoring.workbook.extras import Wrong
from filingexport.authoring.yaml_tree import Mapping, Scalar, Sequence, Tree
from filingexport.formats.xlsx.reader import Sheet, column_letter
from filingexport.said import told


def read_unplaced(sheet: Sheet, column: int, place: str, wrong: Wrong) -> Tree | None:
    """The tree of the kept facts; None for none."""
    texts: dict[str, str] = {}
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
            texts[path] = texts.get(path, "") + (values.unescaped(held.text) if held is not None else "")
        except ValueError as error:
            wrong("fx:cell", told(error), where)
    nested: dict[str, Any] = {}
    for path, text in texts.items():
        here = nested
        *outer, last = path.split(".")
        for step in outer:
            here = here.setdefault(step, {})
        here[last] = Scalar(text, places[path], plain=False)
    return _tree(nested, place) if nested else None


def _tree(nested: dict[str, Any], place: str) -> Tree:
    made = {name: each if isinstance(each, Scalar) else _tree(each, place) for name, each in nested.items()}
    if all(name.isdigit() for name in made):
        return Sequence(tuple(each for _, each in sorted(made.items(), key=lambda pair: int(pair[0]))), place)
    return Mapping(made, place)
