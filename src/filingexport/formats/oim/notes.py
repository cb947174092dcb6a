"""Notes as the Open Information Model has them: facts of their own, tied by links whose type says what kind of note it is.

A note of ours may be said in several languages; each is a fact, and their ids begin alike: ``footnote_3.en``,
``footnote_3.ja``. The value of a note fact is a fragment of XHTML (OIM 1.0, 3.4.1); ours is text without markup.
"""

from __future__ import annotations

import re
from typing import Any, Final

from lxml import etree

from filingexport.names import ARC_FACT_FOOTNOTE, ROLE_LINK
from filingexport.reasons import reason
from filingexport.report import Note, NoteKind
from filingexport.said import Mistake, say
from filingexport.xml_parser import parser

LINK_TYPES: Final[dict[NoteKind, str]] = {"footnote": "footnote", "caption": "caption", "nothing": "nothing"}
"""The alias of each kind's link type."""
GROUP: Final = "_"
"""The alias of the standard link group."""
RESERVED_LINKS: Final = {
    "footnote": ARC_FACT_FOOTNOTE,
    "explanatoryFact": "http://www.xbrl.org/2009/arcrole/fact-explanatoryFact",
    GROUP: ROLE_LINK,
}
_ID: Final = re.compile(r"((?:footnote|caption|nothing)_[0-9]+)\.([A-Za-z0-9-]+)")


def fragment(text: str) -> str:
    """The text as a fragment of XHTML."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("\r", "&#13;")  # as itself it would be read back as a line feed (XML 1.0, 2.11)


def plain(value: str) -> tuple[str, bool]:
    """The text of a fragment of XHTML, and whether it had markup; raises ValueError where it is no such fragment."""
    if "<" not in value and "&" not in value and "\r" not in value:
        return value, False
    if "<!" in value or "<?" in value:
        raise Mistake(
            say(
                "markup declarations and processing instructions have no place in a note",
                "注記ではマークアップ宣言と処理命令を使えません。",
            )
        )
    try:
        root: Any = etree.fromstring(f"<div>{value}</div>".encode(), parser())
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        raise Mistake(
            say(
                "the note is no well-formed XHTML: {why}",
                "注記が整形式のXHTMLではありません（{why}）。",
                why=reason(error),
            )
        ) from None
    return "".join(root.itertext()), len(root) > 0


class NotesWritten:
    """The notes of a report while it is written: each once, a fact a language."""

    def __init__(self, taken: set[str]) -> None:
        """taken: ids of facts, which notes must not have."""
        self.taken = frozenset(taken)
        self.stems: dict[Note, str] = {}
        self.last = 0

    def ids(self, note: Note) -> list[str]:
        """The ids of the facts of this note."""
        stem = self.stems.get(note)
        if stem is None:
            self.last += 1
            while any(f"{note.kind}_{self.last}.{language}" in self.taken for language, _ in note.readings):
                self.last += 1
            stem = self.stems[note] = f"{note.kind}_{self.last}"
        return [f"{stem}.{language}" for language, _ in note.readings]


def grouped(kind: NoteKind, said: list[tuple[str, str, str]]) -> list[Note]:
    """The notes that these facts (id, language, text) of one link make: those whose ids begin alike are one note."""
    notes: dict[str, list[tuple[str, str]]] = {}
    for identifier, language, text in said:
        match = _ID.fullmatch(identifier)
        stem = match[1] if match and match[2].lower() == language.lower() else f"\0{identifier}"
        notes.setdefault(stem, []).append((language, text))
    return [Note(kind, tuple(sorted(readings))) for readings in notes.values()]
