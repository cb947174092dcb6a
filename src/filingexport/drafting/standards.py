"""Which accounting standards a notice follows, as its text says; the statements of the others are left out."""

from __future__ import annotations

import re
from typing import Final

from filingexport.binding.plan import PartField, plan
from filingexport.drafting.document import Document, Line
from filingexport.model.statements.consolidated import AccountingStandards, Consolidated

_SAID: Final = {
    AccountingStandards.US_GAAP: re.compile(
        r"\bU\.?S\.? GAAP\b|generally accepted in the United States|米国会計基準|米国において一般に公正妥当",
        re.IGNORECASE,
    ),
    AccountingStandards.IFRS: re.compile(
        r"\bIFRS(?:s| Accounting Standards)?\b|International Financial Reporting Standards|国際会計基準|国際財務報告基準"
        r"|Statement of Financial Position|財政状態計算書",
        re.IGNORECASE,
    ),
}
ATTRIBUTES: Final = {
    AccountingStandards.US_GAAP: "us_gaap",
    AccountingStandards.IFRS: "ifrs",
    AccountingStandards.JAPAN_GAAP: "japan_gaap",
}
"""The part of the consolidated statements that follow each."""


def said(document: Document) -> tuple[AccountingStandards, str]:
    """The standards of the consolidated statements, and the place that says so; Japan's, with no place, where none does."""
    places: dict[AccountingStandards, list[str]] = {each: [] for each in _SAID}
    for block in document.blocks:
        if isinstance(block, Line):
            for standards, pattern in _SAID.items():
                if pattern.search(block.text):
                    places[standards].append(block.place)
    most = max(places, key=lambda each: len(places[each]))
    return (most, places[most][0]) if places[most] else (AccountingStandards.JAPAN_GAAP, "")


def left_out(document: Document) -> frozenset[str]:
    """The names of the parts that follow other standards."""
    kept = ATTRIBUTES[said(document)[0]]
    return frozenset(
        each.attribute for each in plan(Consolidated).entries if isinstance(each, PartField) and each.attribute != kept
    )
