"""Why a value is to be reviewed, and why a passage was not placed, as it is told to people."""

from __future__ import annotations

from typing import Final

from filingexport.model.item import Label
from filingexport.said import NOTHING_SAID, Said, say

SURE: Final = NOTHING_SAID
"""No reason to review a value."""

# --- to review ----------------------------------------------------------------------------------------------------


def caption(text: str) -> Said:
    """Of a value by a caption that is not its label."""
    return say(
        "the caption “{text}” is not quite what the field is called",
        "見出し「{text}」は項目名と一致しません",
        text=text,
    )


def caption_of_another(text: str) -> Said:
    """Of a value by a caption that two fields might have."""
    return say(
        "the caption “{text}” may be of another field too", "見出し「{text}」は別の項目にも当てはまります", text=text
    )


def inside_caption(text: str) -> Said:
    """Of a figure that is told in a caption."""
    return say("it is read from the caption “{text}”", "見出し「{text}」の中の数値です", text=text)


def rest(text: str) -> Said:
    """Of a line that is only called the rest."""
    return say(
        "“{text}” may be the rest of something else: no sum that holds says so",
        "「{text}」は別の項目のその他かもしれません（合計と一致する内訳がありません）",
        text=text,
    )


def group(text: str) -> Said:
    """Of a line under a heading that is not ours."""
    return say(
        "it stands under “{text}”, which is no heading of the taxonomy",
        "タクソノミにない見出し「{text}」の下にあります",
        text=text,
    )


def broken_sum(text: str, found: str, stated: str) -> Said:
    """Of the lines of a sum that does not hold."""
    return say(
        "the lines of “{text}” that were found come to {found}, not {stated}",
        "「{text}」の内訳として見つかった行の合計は{found}で、{stated}と一致しません",
        text=text, found=found, stated=stated,
    )  # fmt: skip


def broken_column(text: str) -> Said:
    """Of the cells of a column whose movements do not lead to its end."""
    return say(
        "the movements that were found in the column “{text}” do not lead from its first balance to its last",
        "「{text}」の列で見つかった変動額では期首残高から期末残高になりません",
        text=text,
    )


def heading(text: str) -> Said:
    """Of a heading that is not quite one of ours."""
    return say("“{text}” is not quite what this heading is called", "「{text}」は見出しの名称と一致しません", text=text)


def not_entered(text: str) -> Said:
    """Of what stands under a heading of something in a part whose own heading was not met."""
    return say(
        "“{text}” may be of another part: the heading of its own was not found above",
        "「{text}」の上に属する部分の見出しがないため、別の部分の記載かもしれません",
        text=text,
    )


def column(text: str) -> Said:
    """Of a cell in a column that is not quite called like the field."""
    return say(
        "the column “{text}” is not quite what the field is called", "列「{text}」は項目名と一致しません", text=text
    )


def column_total(text: str) -> Said:
    """Of the sum below a column."""
    return say(
        "the sum of the column “{text}” is not quite what the field is called",
        "列「{text}」の合計は項目名と一致しません",
        text=text,
    )


def column_of_name(text: str) -> Said:
    """Of the rows of a table whose names are not surely names."""
    return say(
        "the column “{text}” may not hold the name that each row of this table must have",
        "列「{text}」が、各行に必要な名称の列でないかもしれません",
        text=text,
    )


def other_table(label: Label) -> Said:
    """Of the rows of a table that may be of another field."""
    return Said(f"it may stand in “{label.en}” too", f"「{label.ja}」にも当てはまります")


def line(text: str) -> Said:
    """Of a cell in a line that is not quite called like the field."""
    return say(
        "the line “{text}” is not quite what the field is called", "行「{text}」は項目名と一致しません", text=text
    )


def sentence(text: str) -> Said:
    """Of a figure in a sentence."""
    return say(
        "it is read from a sentence, which may speak of something else: “{text}”",
        "文から読み取った数値で、別のことを述べているかもしれません：「{text}」",
        text=text,
    )


CARRIED: Final = Said("it is printed in the row above only", "上の行にだけ記載されています")
OTHER_HEADING: Final = Said(
    "other rows of this table stand under another heading", "この表の他の行は別の見出しの下にあります"
)
SEVERAL: Final = Said("it may be several items in one", "複数の項目がまとまっているかもしれません")
WORKED_OUT: Final = Said(
    "it is worked out from the number of the year and the fiscal year of the filing",
    "期数と当事業年度から求めた日付です",
)
MOST_NAMED: Final = Said("it is the company named most at the beginning", "冒頭で最も多く記載されている会社名です")
NO_STANDARDS: Final = Said(
    "the text does not say so; no other standards are named", "本文に記載がなく、他の会計基準の記載もありません"
)
OTHER_PERIODS: Final = Said("other periods of a year are named too", "他の事業年度の期間も記載されています")
OTHER_TERMS: Final = Said("other terms are named too", "他の期も記載されています")

# --- not placed ---------------------------------------------------------------------------------------------------

OWN_ITEM: Final = Said(
    "no field of the taxonomy is called so: perhaps an item of the company's own",
    "タクソノミに該当する項目がありません。会社独自の項目かもしれません",
)
NO_FIELD: Final = Said("no field is called so", "該当する項目がありません")
NO_MOVEMENT: Final = Said("no movement of the taxonomy is called so", "該当する変動事由がありません")
NO_SUM: Final = Said("no field holds this sum", "この合計の項目がありません")
CONTENTS: Final = Said("a line of the table of contents", "目次の行です")
FOLLOWED: Final = Said("a heading or a line that was only followed", "見出しなど、区切りとして用いた行です")
TOO_MANY: Final = Said(
    "there are so many figures in texts that those from here on were not looked at; fill them in by hand",
    "文中の数値が多すぎるため、ここから後の文中の数値は読み取っていません。手で記入してください",
)
UNREAD_ROW: Final = Said("a row that was not read", "読み取れなかった行です")
UNKNOWN_TABLE: Final = Said("a table of no known kind", "種類の分からない表です")
NOTE: Final = Said("a note; place it where it belongs", "注記です。該当する項目に割り当ててください")
NO_NAME: Final = Said("a row without a name", "名称のない行です")
BEFORE_CAREER: Final = Said("it stands before the first month of the career", "略歴の最初の年月より前にあります")


def not_in(label: Label) -> Said:
    """Of a passage that no field of a part holds."""
    return Said(f"no field of “{label.en}” is called so", f"「{label.ja}」に該当する項目がありません")


def text_of(label: Label) -> Said:
    """Of text in a section that no field was found for."""
    return Said(
        f"text of “{label.en}” that no field was found for", f"「{label.ja}」の文で、該当する項目が見つかりません"
    )


def no_value(label: Label) -> Said:
    """Of a cell that is no value of its field."""
    return Said(f"it is no value of “{label.en}”", f"「{label.ja}」の値ではありません")


def cannot_stand(path: str, message: Said) -> Said:
    """Of a value that the source would refuse."""
    return say("it cannot stand in {path}: {message}", "{path}には置けません：{message}", path=path, message=message)
