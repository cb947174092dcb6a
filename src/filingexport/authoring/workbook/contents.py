"""The first sheet: what the workbook holds, with links, and how to fill it in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from filingexport.authoring.workbook import keys
from filingexport.authoring.workbook.layout import Path
from filingexport.authoring.workbook.lines import ENGLISH, FIRST, JAPANESE, Composed, FormColumn, Line, Look, Role, Slot
from filingexport.authoring.workbook.values import Content
from filingexport.declaring import frozen
from filingexport.model.item import Label
from filingexport.names import VERSION_DATE

TITLE: Final = "目次 Contents"
"""The name of the sheet."""
_HOW: Final = (
    ("黄色のセルに記入します。橙色は必須です（その区分を記載する場合）。", "Fill in the yellow cells; the orange ones must be filled in where their part is."),
    ("灰色のセルには何も記入しません。使わないシート・行は空欄のままにします。", "Nothing belongs in grey cells. Sheets and rows that you do not use stay empty."),
    ("金額は、シートの上部で選んだ単位で、印刷どおりに記入します（1,234、(1,234)、△1,234、-）。単位の異なる金額は USD 1,234 や JPY 5 million と記入します。",
     "Amounts are in the unit chosen at the top of the sheet, as printed: 1,234  (1,234)  △1,234  - for a dash. An amount in another unit says so: USD 1,234, JPY 5 million."),
    ("比率は 23.7% のように％を付けて記入します。空欄は「記載なし」、「-」は印刷されたダッシュです。", "Ratios are written with their sign: 23.7%. An empty cell is not disclosed; - is a printed dash."),
    ("記載すべき事項がない旨は「該当なし：該当事項はありません。」と記入します。", "To disclose that there is nothing, write: nothing: There is nothing to report."),
    ("文章は段落を空行で区切り、箇条書きは「- 」「1. 」、表は「| 」、強調は *…* で書きます。長い文章は下の行（〃）に続けられます。",
     "Prose: an empty line between paragraphs, - and 1. for lists, | for tables, *…* for emphasis. Long prose goes on in the rows marked 〃."),
    ("表の行は「行を追加するときは…」の行の上に挿入して増やせます。列Aと見出しの隠し行は消さないでください（どのセルがどの項目かを示します）。",
     "Tables grow by rows inserted above the row that says so. Keep the hidden column A and the hidden header rows: they say which cell is which item."),
    ("「検算」欄は合計の計算値です。記入した合計と異なると赤くなります。", "“Calculated” shows what a total should be, in red where it differs from what is typed."),
    ("シートは誤操作を防ぐため保護されています（パスワードなし）。", "Sheets are protected against slips, without a password."),
    ("提出用ファイルの作成: filingexport export このファイル.xlsx --output out", "To file it: filingexport export THIS.xlsx --output out. With --annotate, what is wrong is written into a copy as comments."),
)  # fmt: skip


@frozen
class Entry:
    """A sheet in the contents."""

    path: Path
    name: str
    label: Label


def contents(entries: Sequence[Entry]) -> Composed:
    """The sheet of contents."""
    label = Label("Convocation notice: workbook", "株主総会招集通知　記入用ブック")
    lines = [
        Line(f"{keys.CONTENTS} {keys.VERSION} {VERSION_DATE}", Look.TITLE, label),
        Line(keys.HEADING, Look.NOTE, Label(f"Taxonomy {VERSION_DATE}", f"タクソノミ {VERSION_DATE}")),
        Line(keys.HEADING, Look.HEADING, Label("Sheets", "シート")),
    ]
    for entry in entries:
        line = Line(f"{keys.PART} {'.'.join(entry.path) or keys.ROOT}", Look.FIELD)
        line.cells[JAPANESE] = Slot(Content(entry.label.ja), Role.LINK, target=entry.name)
        line.cells[ENGLISH] = Slot(Content(entry.label.en), Role.LINK, target=entry.name)
        lines.append(line)
    lines.append(Line(keys.HEADING, Look.HEADING, Label("How to fill it in", "記入のしかた")))
    lines += [Line(keys.HEADING, Look.BLANK, Label(english, japanese)) for japanese, english in _HOW]
    form = (FormColumn(JAPANESE, (), label, 70), FormColumn(ENGLISH, (), label, 80))
    return Composed((keys.CONTENTS,), label, form, lines, 2, FIRST - 1)
