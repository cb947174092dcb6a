"""The writer of xBRL-CSV: four tables, which a spreadsheet opens, and the metadata.

numbers, text, others (days, codes, choices …) and notes. A row is a fact; the members of an axis are a column, if a
fact of the table has one. Columns that processors ignore (comments) keep the id of a fact, which is the path of its
field, and its place in the document.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final, Literal

from filingexport.binding.vocabulary import vocabulary
from filingexport.formats.csv.cells import written
from filingexport.formats.document import Document, Files
from filingexport.formats.oim.encoding import Encoded, Encoder
from filingexport.formats.oim.names import CSV_SUFFIX, CSV_TYPE, KEEPS, NOTE, Prefixes
from filingexport.formats.oim.notes import GROUP, NotesWritten, fragment
from filingexport.formats.xbrl.common import ARCROLES
from filingexport.names import ROLE_LINK, fx
from filingexport.report import Fact, NoteKind, Period

Kind = Literal["numbers", "text", "others"]
NOTES: Final = "notes"
VALUE: Final = "value"
_SUFFIX: Final = re.compile(r".*[0-9.]\s*d\s*(0|-?[1-9][0-9]*|INF)\s*", re.DOTALL)
_NOT_IN_URL: Final = re.compile(r"[#?%]")
_CORE: Final = {"numbers": ("concept", "period", "unit"), "text": ("concept", "period", "language"),
                "others": ("concept", "period")}  # fmt: skip


def write(document: Document) -> Files:
    """The metadata file and its tables; raises FilingError for what they cannot say."""
    return _Writer(document).write()


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document = document
        own = document.own
        self.prefixes = Prefixes(None if own is None else (own.prefix, own.namespace))
        self.encoder = Encoder(document.report.entity, self.prefixes, vocabulary(document.filing.extension))
        self.keeps = self.prefixes.name(fx(KEEPS))
        self.notes = NotesWritten({fact.id for fact in document.report.facts if fact.id})
        self.rows: dict[Kind, list[tuple[int, Fact, Encoded]]] = {"numbers": [], "text": [], "others": []}
        self.columns: dict[str, str] = {}
        self.links: dict[NoteKind, dict[str, list[str]]] = {}
        self.note_rows: dict[str, int] = {}

    def write(self) -> Files:
        for number, fact in enumerate(self.document.report.facts, 1):
            self.rows[_kind_of(fact)].append((number, fact, self.encoder.fact(fact)))
        name = _NOT_IN_URL.sub("_", self.document.name)
        templates: dict[str, Any] = {}
        tables: dict[str, Any] = {}
        main = f"{self.document.name}{CSV_SUFFIX}"
        files: Files = {main: b""}
        for kind, rows in self.rows.items():
            if rows:
                templates[kind], files[f"{name}-{kind}.csv"] = self.table(kind, rows)
                tables[kind] = {"url": f"{name}-{kind}.csv"}
        if self.notes.stems:
            templates[NOTES], files[f"{name}-{NOTES}.csv"] = self.note_table()
            tables[NOTES] = {"url": f"{name}-{NOTES}.csv"}
        info: dict[str, Any] = {"documentType": CSV_TYPE, "namespaces": self.prefixes.told()}
        if self.links:
            info["linkTypes"] = {kind: ARCROLES[kind] for kind in self.links}
            info["linkGroups"] = {GROUP: ROLE_LINK}
        info["taxonomy"] = [self.document.entry_point]
        whole: dict[str, Any] = {"documentInfo": info, "tableTemplates": templates, "tables": tables}
        if self.links:
            whole["links"] = {kind: {GROUP: tied} for kind, tied in self.links.items()}
        files[main] = f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode()
        return files

    # --- one table -------------------------------------------------------------------------------------------

    def table(self, kind: Kind, rows: list[tuple[int, Fact, Encoded]]) -> tuple[dict[str, Any], bytes]:
        core = _CORE[kind]
        axes: dict[str, None] = {}
        for _, fact, _ in rows:
            for axis, _ in fact.dimensions:
                axes[self.prefixes.name(axis)] = None
        columns = {axis: self.column(axis) for axis in sorted(axes)}
        dimensions = {name: f"${name}" for name in core} | {axis: f"${column}" for axis, column in columns.items()}
        value: dict[str, Any] = {"dimensions": dimensions}
        before = [*core]
        if kind == "numbers":
            value["decimals"] = "$decimals"
            before.append("decimals")
        kept = any(_kept(fact, encoded) for _, fact, encoded in rows)
        described: dict[str, Any] = {"id": self.comment("id"), **{name: {} for name in before}, VALUE: value}
        described |= {column: {} for column in columns.values()} | {"order": self.comment("order")}
        if kept:
            described["kept"] = self.comment("kept")
        template = {"columns": described, "dimensions": {"entity": self.encoder.entity}}
        lines = []
        for row, (number, fact, encoded) in enumerate(rows, 1):
            said = dict(encoded.dimensions)
            if (full := said.get("period")) is not None:
                said["period"] = _period(fact.period, full)
            cells = [fact.id, *(_cell(said, name) for name in core)]
            if kind == "numbers":
                cells.append("" if encoded.decimals is None else str(encoded.decimals))
            cells += [written(fact.value), *(_cell(said, axis) for axis in columns), str(number)]
            if kept:
                more = _kept(fact, encoded)
                cells.append(json.dumps(more, ensure_ascii=False) if more else "")
            lines.append(cells)
            self.tie(fact, f"{kind}.r_{row}.{VALUE}")
        return template, _csv(list(described), lines)

    def comment(self, what: str) -> dict[str, Any]:
        return {"comment": True, self.keeps: what}

    def column(self, axis: str) -> str:
        """The column of an axis: its local name, as an identifier of its own."""
        known = self.columns.get(axis)
        if known is None:
            wanted = re.sub(r"[^\w-]", "_", axis.partition(":")[2])
            taken = {
                "id",
                "order",
                "kept",
                VALUE,
                "decimals",
                "rowNumber",
                *_CORE["numbers"],
                *_CORE["text"],
                *self.columns.values(),
            }
            free = [wanted, *(f"{wanted}_{number}" for number in range(2, len(taken) + 3))]
            known = self.columns[axis] = next(each for each in free if each not in taken)
        return known

    # --- notes -----------------------------------------------------------------------------------------------

    def tie(self, fact: Fact, identifier: str) -> None:
        for note in fact.notes:
            targets = self.links.setdefault(note.kind, {}).setdefault(identifier, [])
            for each in self.notes.ids(note):
                row = self.note_rows.setdefault(each, len(self.note_rows) + 1)
                targets.append(f"{NOTES}.r_{row}.{VALUE}")

    def note_table(self) -> tuple[dict[str, Any], bytes]:
        dimensions = {"concept": self.prefixes.name(NOTE), "language": "$language"}
        template = {"columns": {"id": self.comment("id"), "language": {}, VALUE: {"dimensions": dimensions}}}
        texts = {
            identifier: (language, text)
            for note in self.notes.stems
            for identifier, (language, text) in zip(self.notes.ids(note), note.readings, strict=True)
        }
        lines = [[each, texts[each][0].lower(), written(fragment(texts[each][1]))] for each in self.note_rows]
        return template, _csv(list(template["columns"]), lines)


def _kind_of(fact: Fact) -> Kind:
    return "numbers" if fact.unit is not None else "text" if fact.language is not None else "others"


def _kept(fact: Fact, encoded: Encoded) -> dict[str, Any]:
    """What is kept beside the row: also, of text that looks like a number with its accuracy, that it is not."""
    number = fact.unit is not None or "unit" in encoded.kept
    if number and fact.value is not None and _SUFFIX.fullmatch(fact.value):
        return {**encoded.kept, "suffix": False}
    return encoded.kept


def _cell(dimensions: dict[str, str | None], name: str) -> str:
    return written(dimensions[name]) if name in dimensions else ""


def _period(period: Period, full: str) -> str:
    """The period as people write it, where it is of whole days (xBRL-CSV 1.0, 4.9)."""
    if isinstance(period.end, datetime) or isinstance(period.start, datetime):
        return full
    return f"{period.end}@end" if period.start is None else f"{period.start}..{period.end}"


def _csv(header: list[str], lines: Iterable[list[str]]) -> bytes:
    """RFC 4180, what is in a cell in quotes, so that no program has to guess the dialect."""
    rows = (",".join(_quoted(cell) for cell in row) for row in (header, *lines))
    return "".join(f"{row}\n" for row in rows).encode("utf-8")


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if cell else ""
