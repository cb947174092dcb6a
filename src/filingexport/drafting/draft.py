"""From the bytes of a draft to what is known of the filing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from filingexport.drafting import identity, reasons, wording
from filingexport.drafting.document import Document, Line
from filingexport.drafting.filling import Filler
from filingexport.drafting.holding import Holding
from filingexport.drafting.printed import is_figure
from filingexport.drafting.readers import registry
from filingexport.drafting.sections import contents, cut
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.model import xhtml
from filingexport.model.values import Block


@frozen(eq=False)
class Draft:
    """What is known of a filing, and the document it was read from."""

    document: Document
    holding: Holding
    language: str


def draft_of(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Draft:
    """What the draft of this name says; raises FilingError."""
    document = registry.read(data, name, limits)
    language = _language(document)
    holding = Holding()
    fiscal = identity.fill(document, holding, language)
    filler = Filler(holding, language, fiscal)
    for number in sorted(contents(document)):
        block = document.blocks[number]
        if isinstance(block, Line):
            holding.leave(block.text, block.place, reasons.CONTENTS)
    for section in cut(document):
        filler.section(section)
    _sweep(document, holding)
    return Draft(document, holding, language)


def _language(document: Document) -> str:
    lines = [each.text for each in document.blocks if isinstance(each, Line)]
    japanese = sum(wording.is_japanese(each) for each in lines)
    return "ja" if japanese * 2 > len(lines) else "en"


def _sweep(document: Document, holding: Holding) -> None:
    """Leave what no field took and nothing told yet, so that no line of the text is lost."""
    told = {each.place for each in holding.entries.values()} | {each.place for each in holding.left}
    texts = _letters(" ".join(_readings(holding)))
    for block in document.blocks:
        if isinstance(block, Line):
            if block.place not in told and _letters(block.text) not in texts:
                holding.leave(block.text, block.place, reasons.FOLLOWED)
            continue
        for row in block.rows:
            if row[0].place not in told and any(is_figure(each.text) for each in row[1:]):
                holding.leave(" / ".join(each.text for each in row if each.text), row[0].place, reasons.UNREAD_ROW)


def _readings(holding: Holding) -> Iterator[str]:
    for entry in holding.entries.values():
        for _, text in getattr(entry.value, "readings", ()):
            yield xhtml.plain(text) if isinstance(entry.value, Block) else text


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)
