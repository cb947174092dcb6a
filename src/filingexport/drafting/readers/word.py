"""Word documents (.docx): paragraphs and tables as they stand, deletions that are tracked left out.

The archive is unpacked within bounds first, and its parts are looked at, before python-docx opens what was packed again:
no macro, no declaration of a document type, and nothing that stands outside of the file is ever read.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, Final

import docx
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph

from filingexport.drafting.document import LINES, MAX_LINES, Block, Cell, Document, Line, table, too_much
from filingexport.findings import FilingError, finding
from filingexport.formats.archive import files, pack
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, parse_xml
from filingexport.names import ARCHIVE
from filingexport.reasons import reason
from filingexport.said import Said, say

_OLD: Final = b"\xd0\xcf\x11\xe0"
_HEADING: Final = re.compile(r"^(?:heading|見出し|title)\s*(?P<level>[1-9])?", re.IGNORECASE)
_NOTES: Final = re.compile(r"word/(?:footnotes|endnotes)\.xml")
_MAIN: Final = "word/document.xml"
_KEPT: Final = re.compile(r"word/(?:document|styles|numbering|footnotes|endnotes)\.xml|word/_rels/document\.xml\.rels")
"""The parts that are read; pictures, macros, embedded objects and all else stay behind."""


def read(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The lines and tables of a Word document; raises FilingError."""
    if data.startswith(_OLD):
        raise FilingError(
            [
                finding(
                    "fx:unreadable",
                    Said(
                        "is an old Word file (.doc) or one with a password; save it as .docx without one",
                        "旧形式（.doc）か、パスワード付きのWordファイルです。パスワードのない.docxとして保存してください",
                    ),
                    name,
                )
            ]
        )
    if not data.startswith(ARCHIVE):
        raise FilingError(
            [finding("fx:unreadable", Said("is no Word document (.docx)", "Word文書（.docx）ではありません"), name)]
        )
    kept = {each: content for each, content in files(data, name, limits).items() if _KEPT.fullmatch(each)}
    if _MAIN not in kept:
        raise FilingError(
            [
                finding(
                    "fx:unreadable",
                    Said("is a zip archive, but holds no Word document", "zipファイルですが、Word文書がありません"),
                    name,
                )
            ]
        )
    for part, content in kept.items():
        if part.endswith((".xml", ".rels")):
            parse_xml(content, f"{name} ({part})", limits)
    opened = {
        "[Content_Types].xml": _types(kept),
        "_rels/.rels": _relationships([("r1", f"{_OFFICE}/officeDocument", _MAIN)]),
        **kept,
        "word/_rels/document.xml.rels": _relations(kept, limits),
    }
    try:
        word = docx.Document(io.BytesIO(pack(opened)))
        blocks = [*_body(word, name), *_notes(kept, name, limits)]
    except FilingError:
        raise
    except Exception as error:  # the library raises whatever its parts raise
        raise FilingError(
            [
                finding(
                    "fx:unreadable",
                    say(
                        "cannot be read as a Word document: {why}",
                        "Word文書として読み込めません（{why}）。",
                        why=reason(error),
                    ),
                    name,
                )
            ]
        ) from None
    return Document(name, tuple(blocks))


_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _types(kept: dict[str, bytes]) -> bytes:
    """What kind each part is: that of its name, whatever the archive said."""
    parts = [each for each in kept if each.endswith(".xml")]
    lines = "".join(
        f'<Override PartName="/{each}" ContentType="{_WORD}.{"document.main" if each == _MAIN else each[5:-4]}+xml"/>'
        for each in parts
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{lines}</Types>'
    ).encode()


def _relationships(found: list[tuple[str, str, str]]) -> bytes:
    lines = "".join(f'<Relationship Id="{one}" Type="{kind}" Target="{target}"/>' for one, kind, target in found)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'.encode()


def _relations(kept: dict[str, bytes], limits: Limits) -> bytes:
    """The relations of the document to parts that were kept; those to other parts and to what is outside are left out."""
    root = parse_xml(kept.get("word/_rels/document.xml.rels", b"<Relationships/>"), "relations", limits)
    return _relationships(
        [
            (_plain(each.get("Id", "")), _plain(each.get("Type", "")), _plain(each.get("Target", "")))
            for each in root
            if each.get("TargetMode") != "External" and f"word/{each.get('Target', '').removeprefix('/word/')}" in kept
        ]
    )


def _plain(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9:/._-]", "", text)


def _body(word: Word, name: str) -> Iterator[Block]:
    paragraphs = tables = 0
    for child in word.element.body:  # what python-docx iterates over is sorted anew by libxml2, which takes its square
        if paragraphs + tables > MAX_LINES:
            raise too_much(MAX_LINES, LINES, name)
        if child.tag == qn("w:p"):
            paragraphs += 1
            each = Paragraph(child, word)
            place = f"{name}:paragraph {paragraphs}"
            for line in _text(each._p).split("\n"):
                if text := " ".join(line.split()) if "\t" not in line.strip() else line.strip():
                    yield from _lines(text, place, _level(each))
        elif child.tag == qn("w:tbl"):
            tables += 1
            yield from _table(WordTable(child, word), f"{name}:table {tables}")


def _lines(text: str, place: str, level: int) -> Iterator[Block]:
    """A paragraph; one that is set with tab stops is a row of a table."""
    if "\t" in text and not level:
        cells = [Cell(" ".join(each.split()), place) for each in text.split("\t")]
        made = table([cells], place)
        if made is not None:
            yield made
        return
    yield Line(" ".join(text.split()), place, level)


def _level(paragraph: Paragraph) -> int:
    style = paragraph.style.name if paragraph.style is not None else None
    match = _HEADING.match(style or "")
    return int(match["level"] or 1) if match is not None else 0


def _text(element: Any) -> str:
    """The text of a paragraph as it is now: insertions taken in, deletions and hidden text left out."""
    pieces = []
    for each in element.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:noBreakHyphen")):
        if any(_is_gone(above) for above in each.iterancestors()):
            continue
        if each.tag == qn("w:t"):
            pieces.append(each.text or "")
        elif each.tag == qn("w:tab"):
            if each.getparent() is not None and each.getparent().tag == qn("w:r"):
                pieces.append("\t")
        elif each.tag == qn("w:noBreakHyphen"):
            pieces.append("-")
        else:
            pieces.append("\n")
    return "".join(pieces)


def _is_gone(element: Any) -> bool:
    if element.tag in (qn("w:del"), qn("w:moveFrom")) or str(element.tag).endswith("}Fallback"):
        return True
    if element.tag != qn("w:r"):
        return False
    properties = element.find(qn("w:rPr"))
    return properties is not None and properties.find(qn("w:vanish")) is not None


def _table(given: WordTable, place: str) -> Iterator[Block]:
    rows: list[list[Cell]] = []
    for number, row in enumerate(given._tbl.tr_lst, 1):
        cells: list[Cell] = []
        where = f"{place}, row {number}"
        for cell in row.tc_lst:
            merged = cell.vMerge is not None and cell.vMerge != "restart"
            lines = [] if merged else [" ".join(_text(each).split()) for each in cell.iter(qn("w:p"))]
            cells.append(Cell("\n".join(line for line in lines if line), where))
            cells += [Cell("", where) for _ in range(min(cell.grid_span, 200) - 1)]
        if cells:
            rows.append(cells)
    made = table(rows, place)
    if made is None:
        return
    if len(made.rows[0]) == 1:  # a table that only sets text off
        for only in made.rows:
            yield from (Line(line, only[0].place) for line in only[0].text.split("\n") if line)
        return
    yield made


def _notes(kept: dict[str, bytes], name: str, limits: Limits) -> Iterator[Block]:
    """Footnotes and endnotes, at the end."""
    for part, content in kept.items():
        if _NOTES.fullmatch(part):
            root = parse_xml(content, part, limits)
            for number, note in enumerate(root, 1):
                text = " ".join(_text(note).split())
                if text:
                    yield Line(text, f"{name}:{part.removeprefix('word/').removesuffix('.xml')} {number}")
