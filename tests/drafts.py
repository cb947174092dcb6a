"""Drafts for tests: notices written as pages, Word, Markdown and text, and how much of them a draft gets right.

``python -m tests.drafts`` prints the scores; with a sample's name and a format, what is missing and what is wrong too.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, Final

import docx
from attrs import frozen
from docx.oxml.ns import qn
from lxml import etree

from filingexport.authoring import cells
from filingexport.authoring.figures import PrintedUnit, parse_unit
from filingexport.authoring.source import UNIT, load
from filingexport.authoring.yaml_tree import Mapping, Scalar, Sequence, Tree
from filingexport.binding.plan import Leaf, PartField, Plan, RowsField, plan
from filingexport.drafting.compose import Composed, compose
from filingexport.drafting.document import Document, Line
from filingexport.drafting.draft import Draft, draft_of
from filingexport.drafting.readers import html
from filingexport.library import write
from filingexport.model.filing import Filing
from filingexport.model.item import NUMERIC
from filingexport.model.values import Count, Money, Ratio, Shares
from tests.conftest import ROOT

SEED: Final = ROOT / "tests" / "data" / "iij-2008-convocation-notice.txt"
"""The text of the real notice that samples/iij-2008 was written from by hand."""
NUMBERS: Final = (Money, Shares, Count, Ratio)
FORMATS: Final = ("html", "docx", "md", "txt")
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"

Known = tuple[Decimal, int | None, str]
"""A number as it counts: its amount, its decimals, its currency."""


# --- making drafts ------------------------------------------------------------------------------------------------


@cache
def page(sample: str, language: str) -> bytes:
    """The page of a sample in one of its languages, as HTML that says nothing of what its figures are."""
    root = etree.fromstring(write(load(ROOT / "samples" / sample), format="ixbrl"))
    other = {"en": "ja", "ja": "en"}[language]
    for element in list(root.iter()):
        parent = element.getparent()
        said = element.get("class") if element.get("class") in ("en", "ja") else element.get(_LANG)
        if said == other and parent is not None and etree.QName(element).localname != "body":
            before = element.getprevious()
            if element.tail and before is not None:
                before.tail = (before.tail or "") + element.tail
            elif element.tail:
                parent.text = (parent.text or "") + element.tail
            parent.remove(element)
    return etree.tostring(root, encoding="utf-8")


def as_docx(document: Document, bare: bool = False) -> bytes:
    """A document's lines and tables as a Word file. bare: with no part and no style that it does not need."""
    word = docx.Document()
    for block in document.blocks:
        if isinstance(block, Line):
            if block.level:
                word.add_heading(block.text, min(block.level, 9))
            else:
                word.add_paragraph(block.text)
            continue
        grid = word.add_table(len(block.rows), len(block.rows[0]))
        for row, cells_of_row in zip(block.rows, grid.rows, strict=True):
            for cell, into in zip(row, cells_of_row.cells, strict=True):
                into.text = cell.text
    if bare:
        needed = {name for name, each in word.part.rels.items() if each.reltype.endswith("/styles")}
        for name in word.part.rels.keys() - needed:
            word.part.rels.pop(name)
        about = word.part.package
        for name in [name for name, each in about.rels.items() if each.target_part is not word.part]:
            about.rels.pop(name)
        used = {"Normal", *(each.get(qn("w:val")) for each in word.element.body.iter(qn("w:pStyle"), qn("w:tblStyle")))}
        for style in tuple(word.styles.element):
            if style.get(qn("w:styleId")) not in used:
                word.styles.element.remove(style)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def as_markdown(document: Document) -> bytes:
    """A document's lines and tables as Markdown."""
    pieces = []
    for block in document.blocks:
        if isinstance(block, Line):
            pieces.append("#" * block.level + " " * bool(block.level) + _escaped(block.text))
            continue
        rows = [
            "| " + " | ".join(_escaped(each.text).replace("\n", "<br>") for each in row) + " |" for row in block.rows
        ]
        pieces.append("\n".join([rows[0], "|" + "---|" * len(block.rows[0]), *rows[1:]]))
    return ("\n\n".join(pieces) + "\n").encode()


def _escaped(text: str) -> str:
    return "".join("\\" + each if each in "\\*_[]<>|#`~" else each for each in text).replace("1.", "1\\.", 1)


def as_text(document: Document) -> bytes:
    """A document's lines, and its tables as lines with tabs."""
    pieces = []
    for block in document.blocks:
        if isinstance(block, Line):
            pieces.append("- " * (block.text[:1] in "-*") + block.text)
        else:
            pieces.append("\n".join("\t".join(" ".join(each.text.split()) for each in row) for row in block.rows))
    return ("\n\n".join(pieces) + "\n").encode()


def written(sample: str, language: str, kind: str) -> bytes:
    """The notice of a sample as a draft of this kind."""
    data = page(sample, language)
    if kind == "html":
        return data
    document = html.read(data, "page.html")
    return {"docx": as_docx, "md": as_markdown, "txt": as_text}[kind](document)


# --- judging drafts -----------------------------------------------------------------------------------------------


@frozen
class Score:
    """How a draft compares: paths of numbers that are right, right and marked, wrong, wrong without a mark, missing."""

    right: tuple[str, ...]
    marked: tuple[str, ...]
    wrong: tuple[str, ...]
    unmarked: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def share(self) -> float:
        """How much of the filing's numbers is right."""
        return len(self.right) / (len(self.right) + len(self.missing) + len(self._other))

    @property
    def _other(self) -> tuple[str, ...]:
        return tuple(each for each in self.wrong if not each.endswith("+"))

    def __str__(self) -> str:
        return (
            f"{self.share:6.1%} right ({len(self.right)}, {len(self.marked)} of them to review), "
            f"{len(self.wrong)} wrong, {len(self.unmarked)} of them without a mark, {len(self.missing)} missing"
        )


def score(draft: Draft, composed: Composed, filing: Filing) -> Score:
    """Compare the numbers of a draft, as its source says them, with those of the filing, path by path.

    A number that the filing does not have at that path is wrong, and its path ends with +.
    """
    wanted = dict(_numbers(plan(Filing), filing, ""))
    found = dict(_read(plan(Filing), composed.tree, None, ""))
    marks = {".".join(map(str, path)) for path, entry in draft.holding.entries.items() if not entry.sure}
    right = tuple(path for path in wanted if found.get(path) == wanted[path])
    wrong = tuple(
        path + ("" if path in wanted else "+") for path in found if path not in wanted or found[path] != wanted[path]
    )
    return Score(
        right,
        tuple(path for path in right if path in marks),
        wrong,
        tuple(path for path in wrong if path.rstrip("+") not in marks),
        tuple(path for path in wanted if path not in found),
    )


def _known(value: Any) -> Known:
    return value.amount, value.decimals, getattr(value, "currency", "")


def _numbers(at: Plan, value: Any, path: str) -> Iterator[tuple[str, Known]]:
    """The numbers of a filing, those of the company's own items too, but not those that tables of its own hold."""
    for entry in at.entries:
        inner = getattr(value, entry.attribute, None)
        here = f"{path}.{entry.attribute}" if path else entry.attribute
        if isinstance(inner, NUMBERS):
            yield here, _known(inner)
        elif isinstance(entry, PartField) and inner is not None and entry.line is not None:
            columns = ((each.attribute, getattr(inner, each.attribute, None)) for each in entry.plan.entries)
            yield from ((f"{here}.{name}", _known(cell)) for name, cell in columns if isinstance(cell, NUMBERS))
        elif isinstance(entry, PartField) and inner is not None:
            yield from _numbers(entry.plan, inner, here)
        elif isinstance(entry, RowsField):
            for number, row in enumerate(inner or (), 1):
                yield from _numbers(entry.plan, row, f"{here}.{number}")
    for own in getattr(value, "own", ()):
        if isinstance(own.value, NUMBERS):
            yield f"{path}.{own.item}", _known(own.value)


def _read(at: Plan, tree: Mapping, unit: PrintedUnit | None, path: str) -> Iterator[tuple[str, Known]]:
    """The numbers that a source's tree says, complete or not."""
    stated = tree.entries.get(UNIT)
    unit = parse_unit(stated.text) if isinstance(stated, Scalar) else unit
    for entry in at.entries:
        node = tree.entries.get(entry.attribute)
        here = f"{path}.{entry.attribute}" if path else entry.attribute
        if isinstance(entry, Leaf) and node is not None and entry.concept.kind in NUMERIC:
            yield from _figure(entry, node, unit, here)
        elif isinstance(entry, PartField) and isinstance(node, Mapping) and entry.line is not None:
            for name, cell in node.entries.items():
                yield from _figure(entry.line, cell, unit, f"{here}.{name}")
        elif isinstance(entry, PartField) and isinstance(node, Mapping):
            yield from _read(entry.plan, node, unit, here)
        elif isinstance(entry, RowsField) and isinstance(node, Sequence):
            for number, row in enumerate(node.items, 1):
                assert isinstance(row, Mapping)
                yield from _read(entry.plan, row, unit, f"{here}.{number}")


def _figure(leaf: Leaf, node: Tree, unit: PrintedUnit | None, path: str) -> Iterator[tuple[str, Known]]:
    said = node.entries["value"] if isinstance(node, Mapping) and "value" in node.entries else node
    if isinstance(said, Scalar):
        value = cells.read(leaf, said.text, unit, "en")
        if isinstance(value, NUMBERS):
            amount, decimals, currency = _known(value)
            told = node.entries.get("decimals") if isinstance(node, Mapping) else None
            if isinstance(told, Scalar):
                decimals = None if told.text == cells.EXACT else int(told.text)
            yield path, (amount, decimals, currency)


# --- scores -------------------------------------------------------------------------------------------------------

CASES: Final = (
    ("iij-2008", "en", "seed"),
    *(("aoba-2026", "en", kind) for kind in FORMATS),
    *(("aoba-2026", "ja", kind) for kind in FORMATS),
    ("minato-2026", "en", "html"),
    ("kitahama-2026", "ja", "html"),
)
"""A sample, the language of its notice, and the kind of the draft."""


def drafted(sample: str, language: str, kind: str) -> tuple[Draft, Composed, Score]:
    """The draft of a sample's notice, and how it compares with the sample."""
    data = SEED.read_bytes() if kind == "seed" else written(sample, language, kind)
    draft = draft_of(data, "notice.txt" if kind == "seed" else f"notice.{kind}")
    composed = compose(draft.holding, draft.language)
    return draft, composed, score(draft, composed, load(ROOT / "samples" / sample))


def main(arguments: list[str]) -> None:
    """Print the scores."""
    for sample, language, kind in CASES:
        if arguments and arguments != [sample, kind]:
            continue
        _, _, result = drafted(sample, language, kind)
        print(f"{sample:14} {language} {kind:5} {result}")
        if arguments:
            print(*(f"  missing {each}" for each in result.missing), sep="\n")
            print(*(f"  wrong   {each}" for each in result.wrong), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
