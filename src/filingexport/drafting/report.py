"""What a draft was made of: what is sure, what is to be reviewed and why, what was not placed, what is still to be given."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from filingexport.drafting.compose import Composed
from filingexport.drafting.document import Line
from filingexport.drafting.draft import Draft
from filingexport.drafting.fields import Path
from filingexport.drafting.holding import Entry
from filingexport.model.item import NUMERIC
from filingexport.said import Language, Said, say

FILE: Final = "draft-report.txt"
"""The report beside the files of a source folder."""

_WORDS: Final = {
    "en": {
        "head": "Draft of a filing, made from {name}",
        "sums": "{filled} fields filled in: {sure} sure, {review} to review (numbers: {numbers}, of them {numbers_review} to review); "
        "{left} passages of the text not placed",
        "missing": "To fill in: what every filing must have and the text does not say",
        "review": "To review: taken from the text, but not surely what this field is",
        "left": "Not placed: text that is in no field; place it, or leave it out",
        "none": "(nothing)",
    },
    "ja": {
        "head": "{name} から作成した下書き",
        "sums": "記入した項目 {filled}：確実 {sure}、要確認 {review}（うち数値 {numbers}、要確認 {numbers_review}）；割り当てられなかった文 {left}",
        "missing": "要記入：必須であるが本文に記載がない項目",
        "review": "要確認：本文から取ったが、この項目であることが確実でないもの",
        "left": "未割当：どの項目にも入っていない文。割り当てるか、省いてください",
        "none": "（なし）",
    },
}  # fmt: skip


def dotted(path: Path) -> str:
    """The path of a field as messages tell it: ``business_report.trend.years.1.revenues``."""
    return ".".join(map(str, path))


def counts(draft: Draft) -> dict[str, int]:
    """How many fields are filled in, sure and not, and how many passages were not placed."""
    entries = draft.holding.entries.values()
    numbers = [each for each in entries if each.leaf.concept.kind in NUMERIC]
    return {
        "filled": len(entries),
        "sure": sum(each.sure for each in entries),
        "review": sum(not each.sure for each in entries),
        "numbers": len(numbers),
        "numbers_review": sum(not each.sure for each in numbers),
        "left": len(draft.holding.left),
    }


def summary(draft: Draft) -> Said:
    """One line: how much was filled in."""
    return say(_WORDS["en"]["sums"], _WORDS["ja"]["sums"], **counts(draft))


def text(draft: Draft, composed: Composed, language: Language) -> str:
    """The report for people."""
    words = _WORDS[language]
    lines = [words["head"].format(name=draft.document.name), summary(draft).get(language)]
    review = _in_order(draft, (each for each in draft.holding.entries.values() if not each.sure))
    ordinals = _ordinals(draft)
    left = sorted(draft.holding.left, key=lambda each: ordinals.get(each.place, 0))
    sections: tuple[tuple[str, list[str]], ...] = (
        (words["missing"], [f"{each.path}: {each.said(language)}" for each in composed.missing]),
        (
            words["review"],
            [f"{each.place}  {dotted(each.path)} = {shown(each.value)}: {each.why.get(language)}" for each in review],
        ),
        (words["left"], [f"{each.place}  {_short(each.text)}  [{each.why.get(language)}]" for each in left]),
    )
    for title, items in sections:
        lines += ["", f"{title} ({len(items)})", *(f"  {each}" for each in items or [words["none"]])]
    return "\n".join(lines) + "\n"


def data(draft: Draft, composed: Composed, language: Language) -> dict[str, Any]:
    """The report for programs."""
    entries = _in_order(draft, draft.holding.entries.values())
    return {
        "file": draft.document.name,
        "language": draft.language,
        "counts": counts(draft),
        "missing": [{"path": each.path, "message": each.said(language)} for each in composed.missing],
        "fields": [
            {"path": dotted(each.path), "value": shown(each.value), "place": each.place, "sure": each.sure}
            | ({"review": each.why.get(language)} if each.why else {})
            for each in entries
        ],
        "left": [
            {"text": each.text, "place": each.place, "why": each.why.get(language)} for each in draft.holding.left
        ],
    }


def shown(value: Any) -> str:
    """A value for people to recognise."""
    amount = getattr(value, "amount", None)
    if amount is not None:
        currency = getattr(value, "currency", "")
        return f"{currency} {amount:,f}".strip()
    readings = getattr(value, "readings", None)
    if readings is not None:
        return _short(re.sub(r"<[^>]+>", " ", readings[0][1]))
    return str(getattr(value, "value", value))


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 160 else plain[:159] + "…"


def _ordinals(draft: Draft) -> dict[str, int]:
    """Where each place comes in the text."""
    found: dict[str, int] = {}
    for block in draft.document.blocks:
        for place in (block.place,) if isinstance(block, Line) else (row[0].place for row in block.rows):
            found.setdefault(place, len(found))
    return found


def _in_order(draft: Draft, entries: Iterable[Entry]) -> list[Entry]:
    ordinals = _ordinals(draft)
    return sorted(entries, key=lambda each: (ordinals.get(each.place, 0), dotted(each.path)))
