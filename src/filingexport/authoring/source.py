"""A source folder as people write it, read into objects: YAML, a file a part, by a walk over the plan.

All that is wrong is reported at once, each with file, line and the path of the field.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Set
from datetime import date
from pathlib import Path
from typing import Any, Final

from filingexport.authoring import cells, kept, markdown, own_items
from filingexport.authoring.figures import PrintedUnit, parse_unit
from filingexport.authoring.yaml_tree import Mapping, Scalar, Sequence, Tree, parse
from filingexport.binding.chapters import without_rows
from filingexport.binding.extended import OwnTable, extended, line_of
from filingexport.binding.plan import (
    ColumnLeaf,
    ExtensionField,
    KeptField,
    Leaf,
    ListLeaf,
    PartField,
    Plan,
    RowsField,
    plan,
)
from filingexport.binding.values import parse_date
from filingexport.findings import FilingError, Finding, finding
from filingexport.formats.deadline import within
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, beyond, read_bytes
from filingexport.model import item
from filingexport.model.extension import Extension
from filingexport.model.filing import Filing
from filingexport.model.part import Own, OwnRow
from filingexport.model.values import DASH, MAX_DECIMALS, Nothing, Text
from filingexport.said import NOTHING_SAID, Mistake, Said, WrongType, say, told
from filingexport.spelling import meant

ROOT_FILE: Final = "filing.yaml"
"""The file of the filing itself; every other is named after the path of its part: ``non-consolidated.balance-sheet.yaml``."""
UNIT: Final = "unit"
"""The key that states the unit of the money in a mapping and below it."""
LANGUAGE: Final = "language"
"""The key, in `ROOT_FILE`, of the language of text that states none."""
EXTENSION: Final = "extension"
"""The key, and the file, of the company's extension."""
WAIVERS_FILE: Final = "waivers.yaml"
"""The file of the findings that the filer decided not to act on; it is about the draft, and no part of the filing."""
_MAX_COMPARED: Final = 4_000
"""Names that are compared with names that are not known, to say what may have been meant."""
_MAX_TOLD: Final = 100
"""Unknown fields of one part that are told of one by one."""
_FIGURE_KEYS: Final = frozenset({"value", "caption", "footnotes", "decimals"})


def load(path: Path | str, limits: Limits = DEFAULT_LIMITS) -> Filing:
    """The filing in this folder (or this one file); raises FilingError with everything that is wrong."""
    return load_with_places(path, limits)[0]


def load_with_places(path: Path | str, limits: Limits = DEFAULT_LIMITS) -> tuple[Filing, dict[str, str]]:
    """The same, with the place (``notice.yaml:12``) of each field and part by its path (``notice.meeting.starts_at``)."""
    folder = Path(path)
    reader = _Source(limits)
    with within(limits, str(path)):
        tree = reader.gather(folder)
        filing = reader.filing(tree) if tree is not None else None
    if reader.findings or filing is None:
        raise FilingError(reader.findings)
    return filing, reader.places


def from_tree(tree: Mapping, findings: list[Finding]) -> Filing | None:
    """The filing in this tree, whatever it was read from; what is wrong is added to `findings`, and then there is none."""
    reader = _Source(DEFAULT_LIMITS)
    filing = reader.filing(tree)
    findings += reader.findings
    return None if reader.findings else filing


class _Empty(Exception):
    """What must be there is missing; said in a finding already."""


def waiver_trees(folder: Path, limits: Limits = DEFAULT_LIMITS) -> tuple[Tree, ...]:
    """The waivers in this source folder as they are written (see `filingexport.checks.waivers`); none without the file.

    Raises FilingError where the file cannot be read or holds no list.
    """
    path = folder / WAIVERS_FILE
    if not path.is_file():
        return ()
    tree = parse(read_bytes(path, limits), path.name, limits)
    if tree is None:
        return ()
    if not isinstance(tree, Sequence):
        raise FilingError(
            [
                finding(
                    "fx:type",
                    say(
                        "a list of waivers ('- rule: …') belongs here",
                        "適用除外のリスト（「- rule: …」）を記入してください。",
                    ),
                    tree.place,
                )
            ]
        )
    return tree.items


class _Source:
    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.findings: list[Finding] = []
        self.places: dict[str, str] = {}
        self.language = "en"
        self.compared = self.marks = 0
        self.extension: Extension | None = None
        self.extended = extended(None)

    def wrong(self, code: str, message: Said, place: str, path: str) -> None:
        self.findings.append(finding(code, message, place, path))

    def empty_row(self, place: str, path: str) -> None:
        """A row that stands there and says nothing."""
        self.wrong(
            "fx:empty",
            say(
                "the row holds nothing; fill it in or remove it",
                "行に何も記入されていません。記入するか、行を削除してください。",
            ),
            place,
            path,
        )

    # --- files -----------------------------------------------------------------------------------------------

    def gather(self, folder: Path) -> Mapping | None:
        """All files as one tree."""
        if folder.is_dir():
            files = sorted(
                each for each in folder.iterdir() if each.suffix in (".yaml", ".yml") and each.name != WAIVERS_FILE
            )
            root = folder / ROOT_FILE
            if root not in files:
                self.wrong(
                    "fx:unreadable",
                    say(
                        "there is no {file}; is this the folder of a notice?",
                        "{file}がありません。招集通知の原稿のフォルダか確認してください。",
                        file=ROOT_FILE,
                    ),
                    str(folder),
                    "",
                )
                return None
            # The root comes first, so that parts are put into it.
            files.remove(root)
            files.insert(0, root)
        else:
            files = [folder]
        tree: Mapping | None = None
        for file in files:
            try:
                part = parse(read_bytes(file, self.limits), file.name, self.limits)
            except FilingError as error:
                self.findings += error.findings
                continue
            if part is None:
                continue
            if not isinstance(part, Mapping):
                self.wrong(
                    "fx:type",
                    say(
                        "fields (name: value) belong here, not a list or a text",
                        "リストや文字列ではなく、項目（名前: 値）を記入してください。",
                    ),
                    part.place,
                    "",
                )
            elif tree is None and file == files[0]:
                tree = part
            elif tree is not None:
                self.place(tree, file, part)
        if tree is None and not self.findings:
            self.wrong("fx:missing", say("the file is empty", "ファイルが空です。"), str(files[0]), "")
        return tree

    def place(self, tree: Mapping, file: Path, part: Mapping) -> None:
        """Put a part's file where its name says."""
        steps = file.stem.replace("-", "_").split(".")
        here = tree
        at: Plan | None = plan(Filing)
        for index, step in enumerate(steps):
            entry = next((each for each in at.entries if each.attribute == step), None) if at is not None else None
            if not isinstance(entry, (PartField, KeptField, ExtensionField)):
                known = sorted(_file_names())
                close = self.meant(file.stem, known)
                hint = (
                    say("; did you mean {close}.yaml?", "。{close}.yamlの誤りではありませんか", close=close)
                    if close
                    else NOTHING_SAID
                )
                self.wrong(
                    "fx:unknownFile",
                    say("there is no part of this name{hint}", "この名前の部分はありません{hint}。", hint=hint),
                    file.name,
                    "",
                )
                return
            at = entry.plan if isinstance(entry, PartField) else None
            if index == len(steps) - 1:
                known_part = here.entries.get(step)
                if isinstance(known_part, Mapping):
                    self.merge(known_part, part, ".".join(steps))
                elif known_part is None or (isinstance(known_part, Scalar) and not known_part.text):
                    here.entries[step] = part
                    here.key_places[step] = part.place
                else:
                    self.wrong(
                        "fx:duplicateKey",
                        say(
                            "{step!r} is given in {place} and in a file of its own",
                            "{step!r}が{place}と専用のファイルの両方にあります。一方を削除してください。",
                            step=step,
                            place=known_part.place,
                        ),
                        part.place,
                        step,
                    )
            else:
                inner = here.entries.get(step)
                if not isinstance(inner, Mapping):
                    inner = Mapping({}, part.place)
                    here.entries[step] = inner
                    here.key_places[step] = part.place
                here = inner

    def merge(self, known: Mapping, more: Mapping, path: str) -> None:
        """Fields of a part that are given in several files: together they are the part; none is given twice."""
        for key, value in more.entries.items():
            first = known.entries.get(key)
            if first is None:
                known.entries[key] = value
                known.key_places[key] = more.key_places[key]
            elif isinstance(first, Mapping) and isinstance(value, Mapping):
                self.merge(first, value, f"{path}.{key}")
            else:
                place = known.key_places.get(key, known.place)
                self.wrong(
                    "fx:duplicateKey",
                    say(
                        "{key!r} stands here again, first at {place}",
                        "{key!r}が二度あります（最初は{place}）。一方を削除してください。",
                        key=key,
                        place=place,
                    ),
                    more.key_places[key],
                    path,
                )

    # --- the walk --------------------------------------------------------------------------------------------

    def filing(self, tree: Mapping) -> Filing | None:
        language = tree.entries.get(LANGUAGE)
        if isinstance(language, Scalar):
            try:
                Text(**{language.text: "x"})
                self.language = language.text
            except ValueError as error:
                self.wrong("fx:value", told(error), language.place, LANGUAGE)
        if (declared := tree.entries.get(EXTENSION)) is not None and not _blank(declared):
            # First, because the values of its items may stand anywhere.
            self.extension = own_items.read(declared, self.language, self.year_end(tree), self.findings)
            if self.extension is None:
                return None
            self.extended = extended(self.extension)
        try:
            value = self.part(plan(Filing), tree, None, "", True, (LANGUAGE,))
        except _Empty:
            return None
        assert value is None or isinstance(value, Filing)
        return value

    def year_end(self, tree: Mapping) -> date | None:
        """The last day of the fiscal year, if it can be read; the field itself says what is wrong with it."""
        end = plan(Filing).end
        node = tree.entries.get(end) if end is not None else None
        try:
            return parse_date(node.text) if isinstance(node, Scalar) else None
        except ValueError:
            return None

    def unit_of(self, mapping: Mapping, outer: PrintedUnit | None, path: str) -> PrintedUnit | None:
        stated = mapping.entries.get(UNIT)
        if stated is None:
            return outer
        if not isinstance(stated, Scalar):
            self.wrong(
                "fx:type",
                say("a unit such as JPY thousands belongs here", "JPY thousandsのような単位を記入してください。"),
                stated.place,
                path,
            )
            return outer
        try:
            return parse_unit(stated.text)
        except ValueError as error:
            self.wrong("fx:value", told(error), stated.place, path)
            return outer

    def part(
        self, plan: Plan, tree: Tree, outer: PrintedUnit | None, path: str, required: bool, also: tuple[str, ...] = ()
    ) -> Any:
        """The part's object, None if nothing is filled in; raises _Empty where what it must have is missing."""
        if not isinstance(tree, Mapping):
            if isinstance(tree, Scalar) and not tree.text.strip() and not required:
                return None
            self.wrong(
                "fx:type",
                say(
                    "the fields of {part!r} (name: value) belong here",
                    "ここには{part!r}の項目（名前: 値）を記入してください。",
                    part=Said(plan.info.en, plan.info.ja),
                ),
                tree.place,
                path,
            )
            raise _Empty
        unit = self.unit_of(tree, outer, path)
        self.unknown(plan, tree, path, also)
        found: dict[str, Any] = {}
        missing: list[Leaf | PartField] = []
        broken = False
        for entry in plan.entries:
            node = tree.entries.get(entry.attribute)
            value: Any = None
            if node is not None:
                before = len(self.findings)
                self.places[_below(path, entry.attribute)] = _place(tree, entry.attribute, node)
                try:
                    value = self.entry(plan, entry, node, unit, path)
                except _Empty:
                    broken = True
                broken = broken or len(self.findings) > before
            if value is not None and value != ():
                found[entry.attribute] = value
            elif isinstance(entry, (Leaf, PartField)) and entry.required and (node is None or _blank(node)):
                missing.append(entry)
        before = len(self.findings)
        if own := self.own(plan, tree, unit, path):
            found["own"] = own
        broken = broken or len(self.findings) > before
        if not found and not broken and not required:
            return None
        for each in missing:
            name = each.attribute
            concept = each.concept if isinstance(each, Leaf) else each.plan.info
            example = each.concept.example if isinstance(each, Leaf) else ""
            place = tree.key_places.get(name, tree.place)
            self.wrong(
                "fx:missing",
                say(
                    "{field!r} ({label}) is missing and must be given{example}",
                    "必須の項目{field!r}（{label}）がありません。記入してください{example}。",
                    field=name,
                    label=Said(concept.en, concept.ja),
                    example=say(", such as {text}", "（例 {text}）", text=example) if example else NOTHING_SAID,
                ),
                place,
                _below(path, name),
            )
        if missing or broken:
            raise _Empty
        return plan.cls(**found)

    def own(self, plan: Plan, tree: Mapping, unit: PrintedUnit | None, path: str) -> tuple[Own, ...]:
        """The values of the company's own items: the keys that begin with a capital letter, in their order."""
        if not any(map(own_items.is_own, tree.entries)):
            return ()
        items = self.extended.named(plan, path)
        tables = {each.declared.name: each for each in self.extended.tables(plan, path)}
        result = []
        for key, node, here in self.own_keys(tree, items.keys() | tables.keys(), path, plan):
            value: Any
            if key in tables:
                value = self.table(tables[key], node, unit, here)
            elif (line := line_of(plan, items[key])) is not None:
                value = self.line(plan, line, items[key].leaf, node, unit, path, key)
            else:
                value = self.leaf(items[key].leaf, node, unit, here)
            if value is not None and value != ():
                result.append(Own(item=key, value=value))
        return tuple(result)

    def declared(self, of: Plan, key: str) -> bool:
        """Whether an item or table of this name is declared for this part, wherever it stands."""
        return key in self.extended.named(of) or any(each.declared.name == key for each in self.extended.tables(of))

    def meant(self, key: str, known: Collection[str]) -> str:
        """The known name that is most like this one; none any more where many were looked for."""
        self.compared += len(known)
        return meant(key, sorted(known)) if self.compared <= _MAX_COMPARED else ""

    def own_keys(
        self, tree: Mapping, declared: Set[str], path: str, of: Plan | None = None
    ) -> Iterator[tuple[str, Tree, str]]:
        """The keys of a mapping that begin with a capital letter, in their order, with their paths; others than `declared` are told.

        of: the part, of which something else may be declared for other places.
        """
        strange = 0
        for key, node in tree.entries.items():
            if not own_items.is_own(key):
                continue
            if key in declared:
                here = _below(path, key)
                self.places[here] = _place(tree, key, node)
                yield key, node, here
                continue
            strange += 1
            if strange > _MAX_TOLD:
                continue
            close = self.meant(key, declared)
            hint = (
                say("; did you mean {close!r}?", "。{close!r}の誤りではありませんか", close=close)
                if close
                else say(
                    "; declare it in {file}.yaml with this part",
                    "。この部分の項目として{file}.yamlに定義してください",
                    file=EXTENSION,
                )
            )
            if of is not None and self.declared(of, key):
                hint = say(
                    ", only elsewhere; add {part} to its part in {file}.yaml",
                    "（他の箇所にはあります）。{file}.yamlの該当する項目の記載箇所（part）に{part}を加えてください",
                    part=without_rows(path),
                    file=EXTENSION,
                )
            place = tree.key_places.get(key, tree.place)
            self.wrong(
                "fx:unknownField",
                say(
                    "the extension declares no {key!r} here{hint}",
                    "独自項目{key!r}は、この箇所については定義されていません{hint}。",
                    key=key,
                    hint=hint,
                ),
                place,
                path,
            )
        if strange > _MAX_TOLD:
            self.more_strange(strange, tree.place, path)

    def more_strange(self, count: int, place: str, path: str) -> None:
        """Say how many fields more than those told of are not known."""
        said = say(
            "there are {count} more fields that are not known here",
            "ほかに{count}個の不明な項目があります",
            count=f"{count - _MAX_TOLD:,}",
        )
        self.findings.append(finding("fx:unknownField", said, place, path))

    def table(self, table: OwnTable, node: Tree, outer: PrintedUnit | None, path: str) -> tuple[OwnRow, ...]:
        """The rows of a table of the company's own."""
        if _blank(node):
            return ()
        if not isinstance(node, Sequence):
            self.wrong(
                "fx:type",
                say("a list (one '- ' a row) belongs here", "リストで記入してください（1行ごとに「- 」で始めます）。"),
                node.place,
                path,
            )
            return ()
        columns = {each.declared.name: each.leaf for each in table.columns}
        rows = []
        for number, row in enumerate(node.items, 1):
            here, before = f"{path}.{number}", len(self.findings)
            if not isinstance(row, Mapping):
                self.wrong(
                    "fx:type",
                    say(
                        "the columns of {table} (name: value) belong here",
                        "ここには{table}の列（名前: 値）を記入してください。",
                        table=table.declared.name,
                    ),
                    row.place,
                    here,
                )
                continue
            unit = self.unit_of(row, outer, here)
            self.only_own(row, table.declared.name, here)
            said = [
                Own(item=key, value=value)
                for key, cell, at in self.own_keys(row, columns.keys(), here)
                if (value := self.leaf(columns[key], cell, unit, at)) is not None
            ]
            if said:
                rows.append(OwnRow(own=tuple(said)))
            elif len(self.findings) == before:
                self.empty_row(row.place, here)
        return tuple(rows)

    def only_own(self, row: Mapping, name: str, path: str) -> None:
        for key in row.entries:
            if key != UNIT and not own_items.is_own(key):
                place = row.key_places.get(key, row.place)
                self.wrong(
                    "fx:unknownField",
                    say(
                        "{key!r} is no column of {table}; own names begin with a capital letter",
                        "{key!r}は{table}の列ではありません。独自項目の名前は大文字で始まります。",
                        key=key,
                        table=name,
                    ),
                    place,
                    path,
                )

    def unknown(self, plan: Plan, tree: Mapping, path: str, also: tuple[str, ...]) -> None:
        known = [entry.attribute for entry in plan.entries]
        strange = [
            key for key in tree.entries if not (key in known or key == UNIT or key in also or own_items.is_own(key))
        ]
        for key in strange[:_MAX_TOLD]:
            close = self.meant(key, known)
            hint = (
                say("; did you mean {close!r}?", "。{close!r}の誤りではありませんか", close=close)
                if close
                else say(
                    "; known are: {known}",
                    "。使える項目: {known}",
                    known=", ".join(known[:12]) + (", …" if len(known) > 12 else ""),
                )
            )
            self.wrong(
                "fx:unknownField",
                say(
                    "there is no field {key!r} here{hint}",
                    "項目{key!r}はここにはありません{hint}。",
                    key=key,
                    hint=hint,
                ),
                tree.key_places.get(key, tree.place),
                path,
            )
        if len(strange) > _MAX_TOLD:
            self.more_strange(len(strange), tree.place, path)

    def entry(self, plan: Plan, entry: Any, node: Tree, unit: PrintedUnit | None, holder: str) -> Any:
        path = f"{holder}.{entry.attribute}" if holder else entry.attribute
        match entry:
            case Leaf():
                return self.leaf(self.extended.printed(entry, holder, entry.attribute), node, unit, path)
            case PartField() if entry.line is not None:
                line = self.extended.printed(entry.line, holder, entry.attribute)
                return self.line(plan, entry, line, node, unit, holder, entry.attribute)
            case PartField():
                return self.part(entry.plan, node, unit, path, entry.required)
            case RowsField() | ListLeaf():
                return self.rows(entry, node, unit, path)
            case KeptField():
                return kept.read(node, path, self.findings)
            case ExtensionField():
                return self.extension
        raise AssertionError(entry)

    def line(
        self, plan: Plan, entry: PartField, line: Leaf, node: Tree, outer: PrintedUnit | None, holder: str, key: str
    ) -> Any:
        """A line of a matrix: an amount a column, of the standard columns and those that the extension adds."""
        path = f"{holder}.{key}" if holder else key
        if not isinstance(node, Mapping):
            if _blank(node):
                return None
            self.wrong(
                "fx:type",
                say(
                    "the columns of the line (name: amount) belong here",
                    "ここには行の列（名前: 金額）を記入してください。",
                ),
                node.place,
                path,
            )
            return None
        unit = self.unit_of(node, outer, path)
        self.unknown(entry.plan, node, path, ())
        found: dict[str, Any] = {}
        for column in entry.plan.entries:
            cell = node.entries.get(column.attribute)
            if isinstance(column, ColumnLeaf) and cell is not None:
                self.places[f"{path}.{column.attribute}"] = _place(node, column.attribute, cell)
                value = self.leaf(line, cell, unit, f"{path}.{column.attribute}")
                if value is not None:
                    found[column.attribute] = value
        members = {each.attribute for each in self.extended.members(plan, holder)}
        own = [
            Own(item=name, value=value)
            for name, cell, here in self.own_keys(node, members, path)
            if (value := self.leaf(line, cell, unit, here)) is not None
        ]
        if own:
            found["own"] = tuple(own)
        return entry.plan.cls(**found) if found else None

    def rows(self, entry: RowsField | ListLeaf, node: Tree, unit: PrintedUnit | None, path: str) -> tuple[Any, ...]:
        if _blank(node):
            return ()
        if not isinstance(node, Sequence):
            self.wrong(
                "fx:type",
                say("a list (one '- ' a row) belongs here", "リストで記入してください（1行ごとに「- 」で始めます）。"),
                node.place,
                path,
            )
            return ()
        result = []
        for number, row in enumerate(node.items, 1):
            here = f"{path}.{number}"
            self.places[here] = row.place
            value = None
            before = len(self.findings)
            try:
                if isinstance(entry, ListLeaf):
                    value = self.leaf(entry.leaf, row, unit, here)
                else:
                    value = self.part(entry.plan, row, unit, here, False)
            except _Empty:
                continue
            if value is not None:
                result.append(value)
            elif len(self.findings) == before:
                self.empty_row(row.place, here)
        return tuple(result)

    # --- one field -------------------------------------------------------------------------------------------

    def leaf(self, leaf: Leaf, node: Tree, unit: PrintedUnit | None, path: str) -> Any:
        try:
            match node:
                case Scalar():
                    if not node.text.strip():
                        if node.plain or not node.text:
                            return None
                        raise Mistake(
                            say(
                                "it holds only white space; leave it out instead",
                                "空白だけが記入されています。該当がなければ項目を削除してください。",
                            )
                        )
                    self.count_marks(leaf, node)
                    return cells.read(leaf, node.text, unit, self.language)
                case Mapping() if set(node.entries) == {"nothing"}:
                    if not leaf.nothing:
                        raise Mistake(
                            say(
                                "there is no way to disclose nothing here",
                                "この項目では「該当なし」（nothing）を開示できません。",
                            )
                        )
                    return Nothing(**self.readings(node.entries["nothing"]))
                case Mapping() if leaf.concept.kind in item.LOCALIZED:
                    for reading in node.entries.values():
                        self.count_marks(leaf, reading)
                    readings = self.readings(node)
                    return cells.prose(readings) if leaf.concept.kind == "prose" else Text(**readings)
                case Mapping() if leaf.concept.kind in item.NUMERIC:
                    return self.figure(leaf, node, unit)
                case _:
                    kind = say("list", "リスト") if isinstance(node, Sequence) else say("group of fields", "複数の項目")
                    raise WrongType(
                        say(
                            "a value belongs here, not a {kind}",
                            "{kind}ではなく、一つの値を記入してください。",
                            kind=kind,
                        )
                    )
        except TypeError as error:
            self.wrong("fx:type", told(error), node.place, path)
        except ValueError as error:
            self.wrong("fx:value", told(error), node.place, path)
        return None

    def count_marks(self, leaf: Leaf, node: Tree) -> None:
        """Raises FilingError where the prose of the filing has too many marks of Markdown."""
        if leaf.concept.kind == "prose" and isinstance(node, Scalar):
            self.marks += markdown.marks(node.text)
            if self.marks > markdown.MAX_MARKS:
                said = say(
                    "with it the texts have more than {most} lines and marks of Markdown; write long lists and tables as XHTML (<ul>…, <table>…)",
                    "ここまでの文章のMarkdownの行と記号が{most}個を超えています。長い箇条書きや表はXHTML（<ul>…、<table>…）で記入してください",
                    most=f"{markdown.MAX_MARKS:,}",
                )
                raise beyond(said, node.place)

    def readings(self, node: Tree) -> dict[str, str]:
        """Text by language: of a plain text, the language of the filing."""
        match node:
            case Scalar():
                return {self.language: node.text}
            case Mapping():
                said = {}
                for language, text in node.entries.items():
                    if not isinstance(text, Scalar):
                        raise WrongType(
                            say(
                                "a text belongs under {language!r}",
                                "{language!r}には文字列を記入してください。",
                                language=language,
                            )
                        )
                    said[language] = text.text
                return said
        raise WrongType(
            say(
                "a text, or one text a language (en: …, ja: …), belongs here",
                "文字列、又は言語ごとの文字列（en: …、ja: …）を記入してください。",
            )
        )

    def figure(self, leaf: Leaf, node: Mapping, unit: PrintedUnit | None) -> Any:
        strange = sorted(set(node.entries) - _FIGURE_KEYS)
        if strange:
            raise Mistake(
                say(
                    "{key!r} is not said of a figure; it has value, caption, footnotes, decimals",
                    "{key!r}は数値に付けられる項目ではありません。使える項目はvalue、caption、footnotes、decimalsです。",
                    key=strange[0],
                )
            )
        value = node.entries.get("value")
        if not isinstance(value, Scalar):
            raise WrongType(say("the figure has no value", "数値に値（value）がありません。"))
        if not value.text.strip():
            return None  # to be filled in; what is printed beside it stands there already
        number = cells.read(leaf, value.text, unit, self.language)
        more: dict[str, Any] = {}
        if (caption := node.entries.get("caption")) is not None:
            more["caption"] = Text(**self.readings(caption))
        if (notes := node.entries.get("footnotes")) is not None:
            if not isinstance(notes, Sequence):
                raise WrongType(say("footnotes are a list", "脚注（footnotes）はリストで記入してください。"))
            more["footnotes"] = tuple(Text(**self.readings(note)) for note in notes.items)
        if (decimals := node.entries.get("decimals")) is not None:
            more["decimals"] = _decimals(decimals)
        if number is DASH:
            raise Mistake(
                say(
                    "a dash has no caption, footnotes or decimals",
                    "「-」には、表示科目（caption）、脚注（footnotes）、精度（decimals）を記入できません。",
                )
            )
        fields = {"amount": number.amount, "decimals": number.decimals, **more}
        if leaf.concept.kind in ("money", "per_share"):
            fields["currency"] = number.currency
        return type(number)(**fields)


def _decimals(node: Tree) -> int | None:
    if isinstance(node, Scalar):
        if node.text.strip() == cells.EXACT:
            return None
        try:
            value = int(node.text) if len(node.text) <= 6 else MAX_DECIMALS + 1
        except ValueError:
            value = MAX_DECIMALS + 1
        if abs(value) <= MAX_DECIMALS:
            return value
    raise Mistake(
        say(
            "decimals are a whole number such as -3, or {word}",
            "精度（decimals）は-3のような整数、又は{word}です。",
            word=cells.EXACT,
        )
    )


def _below(path: str, name: str) -> str:
    """The path of a field of the part at this path."""
    return f"{path}.{name}" if path else name


def _place(mapping: Mapping, key: str, node: Tree) -> str:
    """Where a field stands: a value on its line, a group of fields at its key."""
    return node.place if isinstance(node, Scalar) else mapping.key_places.get(key, node.place)


def _blank(node: Tree) -> bool:
    return isinstance(node, Scalar) and not node.text.strip()


def _file_names() -> set[str]:
    names: set[str] = set()

    def collect(plan: Plan, path: str) -> None:
        for entry in plan.entries:
            if isinstance(entry, PartField) and entry.line is None:
                here = _below(path, entry.attribute)
                if entry.plan.info.file:
                    names.add(here.replace("_", "-"))
                collect(entry.plan, here)

    collect(plan(Filing), "")
    return names
