"""The words of the page around the document, in both languages."""

from __future__ import annotations

from typing import Final

from filingexport.said import Said

WORDS: Final = {
    "document": Said("Document", "書類"),
    "findings": Said("Findings", "指摘事項"),
    "completeness": Said("Completeness", "法定記載事項"),
    "views": Said("Views", "表示"),
    "language": Said("Language", "言語"),
    "look": Said("Appearance", "外観"),
    "auto": Said("Auto", "自動"),
    "light": Said("Light", "明"),
    "dark": Said("Dark", "暗"),
    "severity": Said("Severity", "重要度"),
    "part": Said("Part", "部分"),
    "all": Said("All parts", "すべて"),
    "filing": Said("The filing as a whole", "全体"),
    "waived": Said("Waived", "適用除外"),
    "printed": Said("As printed", "記載"),
    "expected": Said("Expected", "想定"),
    "why": Said("Why", "理由"),
    "todo": Said("What to do", "対応"),
    "basis": Said("Basis", "根拠"),
    "compared": Said("Compared with", "比較した項目"),
    "reason": Said("Reason", "理由"),
    "shown": Said("{shown} of {all} shown", "{all}件中{shown}件を表示"),
    "clean": Said("Nothing was found.", "指摘事項はありません。"),
    "filtered": Said("Nothing that is shown by this choice.", "この条件に該当する指摘はありません。"),
    "told": Said("{told} of {asked}", "{asked}件中{told}件"),
    "missing": Said("{count} missing", "不足{count}件"),
    "complete": Said("complete", "完了"),
    "asked": Said(
        "What the law asks of this company in this year, by the rules of completeness.",
        "この会社・事業年度について法令が記載を求める事項（法定記載事項の規則による）。",
    ),
    "nothing_asked": Said(
        "Nothing that the rules ask of this filing is known.", "規則が記載を求める事項はありません。"
    ),
    "broken": Said("The source cannot be read as it is now", "現在の原稿は読み込めません"),
    "broken_old": Said("Below is the last state that could be read, of {time}.", "下は最後に読み込めた{time}時点の内容です。"),
    "broken_new": Said("It has not been read once yet; save it again when it is put right.", "まだ一度も読み込めていません。訂正して保存してください。"),
    "noticed": Said("Noticed while reading", "読み込み時の注意"),
    "waiting": Said("Reading the source …", "原稿を読み込んでいます…"),
    "updated": Said("Up to date, {time}", "最新（{time}）"),
    "lost": Said(
        "The command has ended or cannot be reached; what is shown is of {time}.",
        "コマンドが終了したか、接続できません。{time}時点の内容を表示しています。",
    ),
    "at_place": Said("{severity}: {message}", "{severity}：{message}"),
    "more": Said("{count} findings here, the first: {message}", "この箇所に{count}件、最初の指摘：{message}"),
    "no_place": Said("not on the page", "書類に表示箇所がありません"),
    "near": Said("the part it is about is shown", "該当する部分を表示"),
}  # fmt: skip
"""By the names that the script and the templates know them by."""
