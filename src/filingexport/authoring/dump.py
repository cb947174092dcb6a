"""Objects written as a source folder that people can go on editing: the mirror image of `source`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from filingexport.authoring import cells, kept, markdown, own_items
from filingexport.authoring.figures import PrintedUnit
from filingexport.authoring.source import LANGUAGE, ROOT_FILE, UNIT, WAIVERS_FILE
from filingexport.authoring.yaml_tree import Mapping, Scalar, Sequence, Tree, emit
from filingexport.binding.extended import Extended, OwnTable, extended, line_of
from filingexport.binding.extended import cells as cells_of
from filingexport.binding.plan import (
    ExtensionField,
    KeptField,
    Leaf,
    ListLeaf,
    PartField,
    Plan,
    RowsField,
    plan,
)
from filingexport.findings import FilingError, finding
from filingexport.formats.safe import making, write_files
from filingexport.model.filing import Filing
from filingexport.model.part import OwnRow
from filingexport.model.values import DASH, Block, Count, Money, Nothing, Ratio, Shares, Text
from filingexport.said import say

Blanks = dict[str, Tree]
"""What stands in fields that are still to be filled in, by path."""
Units = dict[str, PrintedUnit]
"""The unit of the money in a file, by the path of its part."""
_SCALE_WORDS = {3: " thousands", 6: " millions", 9: " billions"}


def dump(filing: Filing, folder: Path | str, waivers: tuple[Tree, ...] = ()) -> tuple[Path, ...]:
    """Write the source files of this filing into the folder, which must be new or empty; returns them.

    waivers: the trees of findings that the filer decided not to act on.
    `filingexport.authoring.source.load` reads them back to an equal filing. Raises FilingError.
    """
    files: dict[str, Tree] = {**to_trees(filing), **({WAIVERS_FILE: Sequence(waivers)} if waivers else {})}
    return write_folder(Path(folder), {name: emit(tree) for name, tree in files.items()})


def write_folder(target: Path, files: dict[str, bytes]) -> tuple[Path, ...]:
    """Write source files into a folder, which must be new or empty; returns them. Raises FilingError."""
    with making(target):
        target.mkdir(parents=True, exist_ok=True)
        used = any(target.iterdir())
    if used:
        raise FilingError(
            [
                finding(
                    "fx:unreadable",
                    say(
                        "is not empty; name a new folder, so that nothing is mixed up",
                        "フォルダが空ではありません。他のファイルと混ざらないよう、新しいフォルダを指定してください。",
                    ),
                    str(target),
                )
            ]
        )
    written = {target / name: data for name, data in files.items()}
    write_files(written)
    return tuple(written)


def to_trees(filing: Filing, blanks: Blanks | None = None, units: Units | None = None) -> dict[str, Mapping]:
    """The source files of this filing: file name to tree.

    blanks: what stands in fields that are still to be filled in, by path. units: of the money in a file that has none yet.
    """
    language = _language(filing)
    writer = Dumper(language, extended(filing.extension), blanks, units)
    root = writer.part(plan(Filing), filing, None, "")
    files = {ROOT_FILE: Mapping({LANGUAGE: Scalar(language), **root.entries})}
    files.update(sorted(writer.files.items()))
    return files


def units(filing: Filing) -> Units:
    """The unit that most of the money in each file was printed in, where it is one of thousands or more."""
    found: Units = {}

    def collect(plan: Plan, value: Any, path: str) -> None:
        for entry in plan.entries:
            if not isinstance(entry, PartField) or entry.line is not None:
                continue
            if (inner := getattr(value, entry.attribute)) is None:
                continue
            here = f"{path}.{entry.attribute}" if path else entry.attribute
            if entry.plan.info.file and (own := _unit(entry.plan, inner)) is not None:
                found[here] = own
            collect(entry.plan, inner, here)

    collect(plan(Filing), filing, "")
    return found


def _language(filing: Filing) -> str:
    """The language of the filing's text where it does not say: that of most of it."""
    return "en" if filing.company.name.get("en") is not None else filing.company.name.languages()[0]


class Dumper:
    """Makes the trees of values: of a whole filing's parts, or of single fields. language: of text that need not say."""

    def __init__(
        self, language: str, extension: Extended, blanks: Blanks | None = None, units: Units | None = None
    ) -> None:
        self.language = language
        self.extension = extension
        self.blanks: Blanks = blanks or {}
        self.units: Units = units or {}
        self.files: dict[str, Mapping] = {}
        self.marks = 0

    def part(self, plan: Plan, value: Any, unit: PrintedUnit | None, path: str) -> Mapping:
        """The tree of a part; those of it that are files of their own go to `files`."""
        entries: dict[str, Tree] = {}
        for entry in plan.entries:
            inner = getattr(value, entry.attribute)
            here = f"{path}.{entry.attribute}" if path else entry.attribute
            if inner is None or inner == ():
                if here in self.blanks:
                    entries[entry.attribute] = self.blanks[here]
                continue
            match entry:
                case Leaf():
                    entries[entry.attribute] = self.leaf(
                        self.extension.printed(entry, path, entry.attribute), inner, unit
                    )
                case PartField() if entry.line is not None:
                    line = self.extension.printed(entry.line, path, entry.attribute)
                    entries[entry.attribute] = self.line(plan, entry, line, inner, unit, path)
                case PartField() if entry.plan.info.file:
                    own = _unit(entry.plan, inner) or self.units.get(here)
                    tree = self.part(entry.plan, inner, own, here)
                    stated: dict[str, Tree] = {} if own is None else {UNIT: Scalar(unit_text(own))}
                    if tree.entries:
                        self.files[here.replace("_", "-") + ".yaml"] = Mapping({**stated, **tree.entries})
                case PartField():
                    tree = self.part(entry.plan, inner, unit, here)
                    if tree.entries:
                        entries[entry.attribute] = tree
                case RowsField():
                    entries[entry.attribute] = Sequence(
                        tuple(
                            self.part(entry.plan, row, unit, f"{here}.{number}") for number, row in enumerate(inner, 1)
                        )
                    )
                case ListLeaf():
                    entries[entry.attribute] = Sequence(tuple(self.leaf(entry.leaf, each, unit) for each in inner))
                case KeptField():
                    self.files[f"{entry.attribute}.yaml"] = Mapping({"facts": kept.write(inner)})
                case ExtensionField():
                    self.files[f"{entry.attribute}.yaml"] = own_items.write(inner)
                case _:
                    raise AssertionError(entry)
        items = self.extension.named(plan, path)
        tables = {each.declared.name: each for each in self.extension.tables(plan, path)}
        for own in value.own:
            if own.item in tables:
                entries[own.item] = self.table(tables[own.item], own.value, unit)
            elif (field := line_of(plan, items[own.item])) is None:
                entries[own.item] = self.leaf(items[own.item].leaf, own.value, unit)
            else:
                entries[own.item] = self.line(plan, field, items[own.item].leaf, own.value, unit, path)
        if self.blanks:
            for name in (*items, *tables):
                if (here := f"{path}.{name}" if path else name) in self.blanks and name not in entries:
                    entries[name] = self.blanks[here]
        return Mapping(entries)

    def table(self, table: OwnTable, rows: tuple[OwnRow, ...], unit: PrintedUnit | None) -> Sequence:
        """The rows of a table of the company's own."""
        columns = {each.declared.name: each.leaf for each in table.columns}
        return Sequence(
            tuple(Mapping({own.item: self.leaf(columns[own.item], own.value, unit) for own in row.own}) for row in rows)
        )

    def line(
        self, plan: Plan, field: PartField, line: Leaf, value: Any, unit: PrintedUnit | None, path: str
    ) -> Mapping:
        """A line of a matrix: an amount a column, in their order; those that the extension adds come last, as they stand."""
        entries: dict[str, Tree] = {
            column.attribute: self.leaf(line, cell, unit) for column, cell in cells_of(field, value)
        }
        return Mapping(entries | {own.item: self.leaf(line, own.value, unit) for own in value.own})

    def leaf(self, leaf: Leaf, value: Any, unit: PrintedUnit | None) -> Tree:
        """The tree of one field's value under this unit."""
        match value:
            case Nothing():
                return Mapping({"nothing": self.words(value)})
            case Text():
                return self.words(value, dash=leaf.dash)
            case Block():
                return self.by_language({tag: self.prose(reading) for tag, reading in value})
            case Money() | Shares() | Count() | Ratio():
                return self.figure(leaf, value, unit)
        if value is DASH:
            return Scalar("-")
        return Scalar(cells.write(value))

    def prose(self, fragment: str) -> str:
        """Prose as Markdown, as long as a reader takes more of it; else as the XHTML that it is."""
        if self.marks + fragment.count("<") // 2 > markdown.MAX_MARKS:
            return fragment
        written = markdown.from_xhtml(fragment)
        self.marks += markdown.marks(written)
        return written if self.marks <= markdown.MAX_MARKS else fragment

    def words(self, value: Text | Nothing, dash: bool = False) -> Tree:
        """The tree of a text."""
        readings = dict(value.readings)
        mistakable = dash and any(text.strip() in cells.DASHES for text in readings.values())
        if mistakable or any(not text.strip() for text in readings.values()):
            return Mapping({tag: _quoted(text) for tag, text in readings.items()})
        return self.by_language(readings)

    def by_language(self, readings: dict[str, str]) -> Tree:
        """A text, or a text a language."""
        if set(readings) == {self.language}:
            return _quoted(readings[self.language])
        return Mapping({tag: _quoted(text) for tag, text in readings.items()})

    def figure(self, leaf: Leaf, value: Money | Shares | Count | Ratio, unit: PrintedUnit | None) -> Tree:
        """A number, with what is told about it."""
        text, decimals = cells.figure(leaf, value, unit)
        if decimals is None and value.caption is None and not value.footnotes:
            return Scalar(text)
        entries: dict[str, Tree] = {"value": Scalar(text)}
        if decimals is not None:
            entries["decimals"] = Scalar(decimals)
        if value.caption is not None:
            entries["caption"] = self.words(value.caption)
        if value.footnotes:
            entries["footnotes"] = Sequence(tuple(self.words(note) for note in value.footnotes))
        return Mapping(entries)


def _quoted(text: str) -> Scalar:
    # The emitter quotes what plain style could not hold; white space at the ends must be held too.
    return Scalar(text, plain=text == text.strip())


def _unit(plan: Plan, value: Any) -> PrintedUnit | None:
    """The unit that most of the money of a part was printed in, if it was printed in thousands or more."""
    counted: Counter[PrintedUnit] = Counter()

    def count(plan: Plan, value: Any) -> None:
        for entry in plan.entries:
            inner = getattr(value, entry.attribute, None)
            if inner is None or inner == ():
                continue
            match entry:
                case RowsField():
                    for row in inner:
                        count(entry.plan, row)
                case PartField() if entry.line is not None:
                    for column in entry.plan.entries:
                        add(getattr(inner, column.attribute, None))
                    for own in inner.own:
                        add(own.value)
                case PartField() if not entry.plan.info.file:
                    count(entry.plan, inner)
                case Leaf() if entry.concept.kind == "money":
                    add(inner)
                case _:
                    pass
        for own in getattr(value, "own", ()):
            for each in own.value if isinstance(own.value, tuple) else (own,):
                for cell in each.own if isinstance(each, OwnRow) else (each,):
                    add(cell.value)

    def add(amount: Any) -> None:
        if isinstance(amount, Money) and amount.decimals is not None and -amount.decimals in _SCALE_WORDS:
            counted[PrintedUnit(amount.currency, -amount.decimals)] += 1

    count(plan, value)
    if not counted:
        return None
    # The most used, the first of equals in order of their names, so that the same filing gives the same files.
    return min(counted, key=lambda unit: (-counted[unit], unit.currency, unit.scale))


def unit_text(unit: PrintedUnit) -> str:
    """How a unit is written in a source: ``JPY thousands``."""
    return unit.currency + _SCALE_WORDS.get(unit.scale, "")
