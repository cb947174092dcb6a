"""Documentation of every element in both languages, from what is declared: type, period, side, place, law.

What a field's declaration says in words comes first; the rest follows from its structure, so that it is always true.
"""

from __future__ import annotations

from typing import Final

from filingexport.model.item import Kind, Law
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
_LAWS: Final = {
    "Companies Act": "会社法",
    "Ordinance for Enforcement of the Companies Act": "会社法施行規則",
    "Ordinance on Company Accounting": "会社計算規則",
}
_SIDES: Final = {"debit": ("on the debit side", "借方"), "credit": ("on the credit side", "貸方")}


def law_in_english(law: Law) -> str:
    """A provision as English cites it: ``Companies Act, article 298, paragraph 1, item 2``."""
    steps = (("article", law.article), ("paragraph", law.paragraph), ("item", law.item))
    return ", ".join((law.name, *(f"{name} {number}" for name, number in steps if number)))


def law_in_japanese(law: Law) -> str:
    """A provision as Japanese cites it: ``会社法第298条第1項第2号``."""
    name = _LAWS.get(law.name, law.name)
    number, _, branch = law.article.partition("-")
    article = f"第{number}条" + "".join(f"の{each}" for each in branch.split("-") if each)
    paragraph = f"第{law.paragraph}項" if law.paragraph else ""
    return name + article * bool(law.article) + paragraph + (f"第{law.item}号" if law.item else "")


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
    if concept.total:
        said.append("A total.")
    if concept.memo:
        said.append("In no total.")
    if info.refs:
        said.append("; ".join(law_in_english(law) for law in info.refs) + ".")
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
    said = f"「{info.part_ja}」に記載する「{concept.ja}」。{sentence}"
    said += f"（{'、'.join(notes)}）。" if notes else "。"
    if info.refs:
        said += "、".join(law_in_japanese(law) for law in info.refs) + "。"
    return said
