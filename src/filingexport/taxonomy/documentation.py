"""Documentation of every item in both languages, from what is declared: type, period, side, place.

What a field's declaration says in words comes first; the rest follows from its structure, so that it is always true.
The law is in the references, and not said twice.
"""

from __future__ import annotations

from typing import Final

from filingexport.model.item import Choice, Kind
from filingexport.taxonomy.network import ConceptInfo

_KINDS: Final[dict[Kind, tuple[str, str]]] = {
    "money": ("An amount of money", "金額"),
    "per_share": ("An amount of money a share", "１株当たりの金額"),
    "shares": ("A number of shares", "株式数"),
    "ratio": ("A ratio, as a fraction", "比率（小数）"),
    "count": ("A number", "数"),
    "day": ("A date", "日付"),
    "moment": ("A date and time, local to the company", "日時（現地時間）"),
    "month": ("A month", "年月"),
    "years": ("A length of time in years", "年数"),
    "words": ("Text", "文字列"),
    "prose": ("Paragraphs, lists and tables", "文章（段落、箇条書き及び表を含む。）"),
    "code": ("A code", "コード"),
    "uri": ("An address of the web", "ウェブアドレス"),
    "flag": ("Yes or no", "該当の有無"),
    "choice": ("One of a list", "選択肢から一つ"),
}
_SIDES: Final = {"debit": ("on the debit side", "借方"), "credit": ("on the credit side", "貸方")}


def values_of(info: ConceptInfo) -> tuple[Choice, ...]:
    """The values of an item that is one of a closed list; none of another."""
    return tuple(info.leaf.python) if issubclass(info.leaf.python, Choice) else ()


def in_english(info: ConceptInfo) -> str:
    """What this item is."""
    concept = info.concept
    sentence = _KINDS[concept.kind][0]
    if concept.balance is not None:
        sentence += f" {_SIDES[concept.balance][0]}"
    if info.leaf.codec is not None and info.leaf.codec.nil_unit is not None:
        sentence += ", at a moment" if info.instant else ", over a period"
    said = [concept.doc.rstrip(".") + "."] if concept.doc else []
    said.append(f"{sentence}; stands in: {info.part_en}.")
    if values := values_of(info):
        said.append("Values: " + "; ".join(each.value for each in values) + ".")
    if concept.total:
        said.append("A total.")
    if concept.memo:
        said.append("In no total.")
    return " ".join(said)


def in_japanese(info: ConceptInfo) -> str:
    """The same in Japanese."""
    concept = info.concept
    sentence = _KINDS[concept.kind][1]
    notes = []
    if concept.balance is not None:
        notes.append(_SIDES[concept.balance][1])
    if info.leaf.codec is not None and info.leaf.codec.nil_unit is not None:
        notes.append("時点" if info.instant else "期間")
    if concept.total:
        notes.append("合計")
    if concept.memo:
        notes.append("合計に含めない")
    said = f"「{info.part_ja}」に記載する。{sentence}"
    said += f"（{'、'.join(notes)}）。" if notes else "。"
    if values := values_of(info):
        said += "値：" + "、".join(f"{each.value}（{each.label.ja}）" for each in values) + "。"
    return said
