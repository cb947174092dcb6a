"""The words of the page itself, in both languages."""

from __future__ import annotations

from typing import Final

from filingexport.model.item import Label

WORDS: Final[dict[str, Label]] = {
    "skip": Label("Skip to the text", "本文へ移動"),
    "contents": Label("Contents", "目次"),
    "language": Label("Language", "言語"),
    "look": Label("Appearance", "表示"),
    "auto": Label("Auto", "自動"),
    "light": Label("Light", "明"),
    "dark": Label("Dark", "暗"),
    "item": Label("Item", "科目"),
    "amount": Label("Amount", "金額"),
    "agenda": Label("Proposals", "決議事項"),
    "appendix": Label("Further facts", "その他の情報"),
    "appendix_about": Label(
        "Facts of the filing that its taxonomy has no place for, kept as they were received.",
        "タクソノミに対応する箇所がないため、受領したまま保持している情報です。",
    ),
    "period": Label("Period", "期間"),
    "dimensions": Label("Dimensions", "軸・メンバー"),
    "unit": Label("Unit", "単位"),
    "value": Label("Value", "値"),
    "colophon": Label(
        "Every figure and text of this document is tagged in Inline XBRL: point at one, or press “Show tags”, to see what it is.",
        "本文書の数値及び文章にはインラインＸＢＲＬのタグが付されています。数値等を指すか、「タグを表示」を押すと内容が表示されます。",
    ),
}
"""By the name that templates use."""

SCRIPT: Final[dict[str, Label]] = {
    "tags": Label("Show tags", "タグを表示"),
    "period": Label("Period", "期間"),
    "instant": Label("As of", "時点"),
    "dimensions": Label("Dimensions", "軸"),
    "row": Label("no.", "番号"),
    "value": Label("Value", "値"),
    "unit": Label("Unit", "単位"),
    "accuracy": Label("Accuracy", "精度"),
    "exact": Label("exact", "正確"),
    "nil": Label("nothing (nil)", "該当なし"),
    "navigation": Label("Contents", "目次"),
    "table": Label("Table", "表"),
}
"""By the name that the script uses."""
