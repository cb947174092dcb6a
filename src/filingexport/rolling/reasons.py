"""Why something that was carried from last year is to be reviewed: the words of the marks."""

from __future__ import annotations

from typing import Final

from filingexport.said import Said

TEXT: Final = Said("text of last year", "前年の文章")
TIME: Final = Said("names a year, a day or an amount", "年月・期数・金額を含む記載")
NOTHING: Final = Said("there was nothing to report last year", "前年は該当なし")
ROWS: Final = Said("rows of last year", "前年の行")
OFFICERS: Final = Said(
    "officers of last year as the meeting of {day} left them, if its proposals were passed",
    "{day}の総会の議案が可決されたものとした役員",
)
NEW: Final = Said(
    "elected on {day}, if the proposal was passed; fill in the position", "{day}の総会で選任。地位を記入のこと"
)
CHANGES: Final = Said("from the proposals for the meeting of {day}", "{day}の総会の議案による異動")
TERMS: Final = Said(
    "the proposal does not say whose terms ended on {day}: remove who left",
    "{day}に任期が満了した役員が不明。退任者を削除のこと",
)
FIRM: Final = Said("proposed on {day} as accounting auditor", "{day}の総会で会計監査人に選任")
BECAME: Final = Said("was to come last year; check that it did", "前年は予定。実績を確認のこと")
YEARS: Final = Said("the year is added, the oldest taken away", "当期を追加し最古の年度を削除")
