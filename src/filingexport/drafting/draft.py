"""From the bytes of a draft to what is known of the filing."""

from __future__ import annotations

from attrs import frozen

from filingexport.drafting import identity, wording
from filingexport.drafting.document import Document, Line
from filingexport.drafting.filling import Filler
from filingexport.drafting.holding import Holding
from filingexport.drafting.readers import registry
from filingexport.drafting.sections import cut


@frozen(eq=False)
class Draft:
    """What is known of a filing, and the document it was read from."""

    document: Document
    holding: Holding
    language: str


def draft_of(data: bytes, name: str) -> Draft:
    """What the draft of this name says; raises FilingError."""
    document = registry.read(data, name)
    language = _language(document)
    holding = Holding()
    fiscal = identity.fill(document, holding, language)
    filler = Filler(holding, language, fiscal)
    for section in cut(document):
        filler.section(section)
    return Draft(document, holding, language)


def _language(document: Document) -> str:
    lines = [each.text for each in document.blocks if isinstance(each, Line)]
    japanese = sum(wording.is_japanese(each) for each in lines)
    return "ja" if japanese * 2 > len(lines) else "en"
