"""The unit of amounts as a notice prints it once: ``(Unit: JPY thousands)``, ``(Thousand of Yen)``, 「（単位：百万円）」."""

from __future__ import annotations

import re
from typing import Final

from filingexport.authoring.figures import PrintedUnit
from filingexport.drafting import wording

_SCALE: Final = {"": 0, "thousand": 3, "million": 6, "billion": 9, "千": 3, "百万": 6, "十億": 9, "億": 8}
_CURRENCY: Final = {
    "yen": "JPY",
    "円": "JPY",
    "¥": "JPY",
    "japanese yen": "JPY",
    "us dollars": "USD",
    "米ドル": "USD",
    "dollars": "USD",
}
_EN: Final = re.compile(
    r"\b(?P<currency>[A-Z]{3}|[Yy]en|¥)\s*(?:in\s+)?(?P<scale>thousand|million|billion)s?\b"
    r"|\b(?P<scale2>thousand|million|billion)s?\s+of\s+(?P<currency2>[A-Z]{3}\b|(?:japanese\s+)?yen|u\.?s\.?\s+dollars)",
    re.IGNORECASE,
)
_JA: Final = re.compile(r"(?P<scale>百万|十億|億|千)?(?P<currency>円|米ドル)")
_BARE: Final = re.compile(r"unit\s*:\s*(?P<currency>[A-Z]{3}|yen)\b", re.IGNORECASE)
_NOTE_EN: Final = re.compile(r"^[(\[（]?\s*(?:units?\s*[:：]|in\s+)?.{0,60}[)\]）]?$", re.IGNORECASE)


def unit_in(text: str) -> PrintedUnit | None:
    """The unit that a caption, a column's heading or a note of the unit states; None where it states none."""
    plain = wording.normal(text)
    match = _EN.search(plain)
    if match is not None:
        currency = match["currency"] or match["currency2"]
        scale = (match["scale"] or match["scale2"]).lower()
        return PrintedUnit(_currency(currency), _SCALE[scale])
    if "単位" in plain or re.search(r"[(（](?:百万|千|億)?円[)）]", plain):
        found = _JA.search(plain[plain.find("単位") + 2 :] if "単位" in plain else plain)
        if found is not None:
            return PrintedUnit(_CURRENCY[found["currency"]], _SCALE[found["scale"] or ""])
    bare = _BARE.search(plain)
    return PrintedUnit(_currency(bare["currency"]), 0) if bare is not None else None


def is_unit_note(text: str) -> bool:
    """Whether a line is a note of the unit, and nothing else."""
    plain = wording.normal(text)
    return len(plain) <= 80 and unit_in(plain) is not None and not re.search(r"[0-9]", plain)


def _currency(text: str) -> str:
    lower = " ".join(text.lower().replace(".", "").split())
    return _CURRENCY.get(lower, text.upper())
