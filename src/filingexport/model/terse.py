"""Terse labels: what is printed in place, where the standard label says more to be told apart from all others.

A standard label is unique in the taxonomy and therefore often qualified: "Net income (US GAAP)", "売上高（推移表）". In its
place, under its heading, the statement prints "Net income", "売上高". The qualifiers are a closed list, so that what
belongs to the thing itself stays: "Income tax expense (benefit)", "建物（純額）". A field may declare another (``terse=``).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

QUALIFIERS: Final[tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = (
    # which accounting standards, which statement or document
    (("(US GAAP)",), ("米国基準",)),
    (("(IFRS)",), ("ＩＦＲＳ",)),
    (("(Japanese GAAP)",), ("日本基準", "ＪＧＡＡＰ")),
    (("(consolidated)",), ("連結",)),
    (("(non-consolidated)",), ("個別",)),
    ((" in the reference documents",), ("参考書類",)),
    ((" proposed",), ("議案", "選任議案")),
    ((" noted",), ("注記", "詳細", "種類別")),
    ((" quoted",), ("本文", "本文冒頭の記載")),
    (("(business report)", " told of the segment"), ("事業報告",)),
    ((" at the end of the fiscal year", " of the fiscal year"), ("推移表",)),
    ((", of the prior year",), ("前期",)),
    ((), ("監査等委員会等",)),
    # which part of a statement
    (("(current)",), ("流動",)),
    (("(non-current)",), ("固定", "非流動")),
    (("(current liabilities)",), ("負債",)),
    (("(intangible)",), ("無形",)),
    (("(deferred)",), ()),
    (("(operating)",), ("営業収益", "営業活動")),
    ((), ("売上高", "売上原価")),
    (("(SG&A)",), ("販管費",)),
    (("(non-operating)",), ("営業外",)),
    (("(extraordinary)",), ("特別",)),
    ((), ("その他の包括利益",)),
    ((", not reclassified",), ("振り替えられないもの",)),
    ((", reclassified",), ("振り替えられるもの",)),
    (("(cash flows)",), ("キャッシュ・フロー計算書",)),
    (("(operating, above the subtotal)",), ("営業活動、小計前",)),
    (("(operating, below the subtotal)",), ("営業活動、小計後",)),
    (("(investing)",), ("投資活動",)),
    (("(financing)",), ("財務活動",)),
    (("(net assets)", "(change in net assets)"), ("純資産の変動",)),
    (("(change in equity)",), ("資本の変動",)),
    ((", by component",), ("持分変動",)),
)
"""What tells a label apart and is not printed in place, in English and in Japanese.

English: in brackets, wherever it stands; without, at the end, and only where the Japanese label has its counterpart
(otherwise it is a word like others). Japanese: in full-width brackets, wherever it stands.
"""

_TRAILING: Final = {
    form: tuple(each for each in english if not each.startswith("("))
    for english, japanese in QUALIFIERS
    for form in japanese
}


@cache
def _bracketed() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Qualifiers in brackets, in English and in Japanese; made when a label is first asked for, as most commands ask for none."""
    english = "|".join(re.escape(form) for said, _ in QUALIFIERS for form in said if form.startswith("("))
    japanese = "|".join(re.escape(form) for _, said in QUALIFIERS for form in said)
    return re.compile(f" (?:{english})"), re.compile(f"（(?:{japanese})）")


@cache
def _contra() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is taken off an asset is printed below it, without its name."""
    english = re.compile(r"^(Accumulated (?:depreciation|impairment|depreciation and impairment)), .+$")
    return english, re.compile(r"(?<=累計額)（[^（）]+）$")


def unqualified(en: str, ja: str) -> tuple[str, str]:
    """An English and a Japanese label without their qualifiers; the same where they have none."""
    bracketed_en, bracketed_ja = _bracketed()
    contra_en, contra_ja = _contra()
    for qualifier in bracketed_ja.findall(ja):
        for form in _TRAILING[qualifier.strip("（）")]:
            if en.endswith(form):
                en = en.removesuffix(form)
                break
    en, ja = bracketed_en.sub("", en), bracketed_ja.sub("", ja)
    if contra := contra_en.match(en):
        en, ja = contra[1], contra_ja.sub("", ja)
    return en, ja
