"""The writer of xBRL-JSON: a fact a line, in the order of the document, each under its id.

Values are the lexical forms that the instance has. The feature ``xbrl:canonicalValues`` is not claimed: it would ask for
``11470980000.0`` where every other document says ``11470980000``.
"""

from __future__ import annotations

import json
from typing import Any, Final

from filingexport.binding.vocabulary import vocabulary
from filingexport.formats.document import Document, Files
from filingexport.formats.oim.encoding import Encoder
from filingexport.formats.oim.names import JSON_TYPE, KEEPS, NOTE, Prefixes
from filingexport.formats.oim.notes import GROUP, NotesWritten, fragment
from filingexport.formats.xbrl.common import ARCROLES
from filingexport.names import ROLE_LINK, fx
from filingexport.report import Fact, NoteKind, Report

UNNAMED: Final = "unnamed"
"""What the ids of facts begin with that have none."""


def write(document: Document) -> Files:
    """The report as xBRL-JSON, one file; raises FilingError for what it cannot say."""
    return {f"{document.name}.json": _Writer(document).write().encode("utf-8")}


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.report: Report = document.report
        own = document.own
        self.prefixes = Prefixes(None if own is None else (own.prefix, own.namespace))
        self.encoder = Encoder(self.report.entity, self.prefixes, vocabulary(document.filing.extension))
        self.ids = {fact.id for fact in self.report.facts if fact.id}
        self.notes = NotesWritten(self.ids)
        self.kinds: dict[NoteKind, None] = {}

    def write(self) -> str:
        lines = [self.fact(fact) for fact in self.report.facts]
        lines += self.note_facts()
        info: dict[str, Any] = {"documentType": JSON_TYPE, "namespaces": self.prefixes.told()}
        if self.kinds:
            info["linkTypes"] = {kind: ARCROLES[kind] for kind in self.kinds}
            info["linkGroups"] = {GROUP: ROLE_LINK}
        info["taxonomy"] = [self.document.entry_point]
        head = json.dumps(info, ensure_ascii=False, indent=1)
        return f'{{\n"documentInfo": {head},\n"facts": {{\n' + ",\n".join(lines) + "\n}\n}\n"

    def fact(self, fact: Fact) -> str:
        encoded = self.encoder.fact(fact)
        said: dict[str, Any] = {"value": fact.value}
        if encoded.decimals is not None:
            said["decimals"] = encoded.decimals
        said["dimensions"] = encoded.dimensions
        if fact.notes:
            links: dict[str, dict[str, list[str]]] = {}
            for note in fact.notes:
                self.kinds[note.kind] = None
                links.setdefault(note.kind, {GROUP: []})[GROUP].extend(self.notes.ids(note))
            said["links"] = links
        kept = encoded.kept if fact.id else {**encoded.kept, "id": None}
        if kept:
            said[self.prefixes.name(fx(KEEPS))] = kept
        return f"{_line(fact.id or self.free_id())}: {_line(said)}"

    def free_id(self) -> str:
        number = 1
        while f"{UNNAMED}_{number}" in self.ids:
            number += 1
        self.ids.add(f"{UNNAMED}_{number}")
        return f"{UNNAMED}_{number}"

    def note_facts(self) -> list[str]:
        lines = []
        concept = self.prefixes.name(NOTE) if self.notes.stems else ""
        for note in self.notes.stems:
            for identifier, (language, text) in zip(self.notes.ids(note), note.readings, strict=True):
                dimensions = {"concept": concept, "noteId": identifier, "language": language.lower()}
                lines.append(f"{_line(identifier)}: {_line({'value': fragment(text), 'dimensions': dimensions})}")
        return lines
