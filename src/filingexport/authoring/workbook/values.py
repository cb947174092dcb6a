"""One cell: the text of a source as a spreadsheet's number, day or text, and back to the same text."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Final

from filingexport.authoring.figures import PrintedUnit, parse_unit
from filingexport.binding.plan import Leaf
from filingexport.declaring import frozen
from filingexport.formats.xlsx import numbers
from filingexport.formats.xlsx.reader import Cell
from filingexport.formats.xlsx.writing import MAX_TEXT
from filingexport.model.item import Choice, Kind
from filingexport.said import Mistake, say

TEXT: Final = "@"
"""The number format of cells for text: what is typed there stays as it is typed."""
FORMATS: Final[dict[str, str]] = {
    "money": "#,##0", "per_share": "General", "shares": "General", "count": "General", "years": "General",
    "day": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm",
}  # fmt: skip
"""The number format of an empty cell, by kind; `TEXT` for all others."""
_DIGITS: Final = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})*(?:\.([0-9]+))?|-?[0-9]+(?:\.([0-9]+))?")
_PLAIN: Final = frozenset({"money", "per_share", "shares", "count"})
_YES, _NO = "はい Yes", "いいえ No"
FLAGS: Final = (_YES, _NO)
"""The choices of a yes-or-no cell."""
_FLAG_WORDS: Final = {
    _YES.lower(): "yes", _NO.lower(): "no", "はい": "yes", "いいえ": "no", "有": "yes", "無": "no", "○": "yes", "×": "no",
}  # fmt: skip
_SCALES: Final = {"": "", "千": " thousands", "百万": " millions", "十億": " billions"}
UNITS: Final = tuple(
    (f"{scale}{name} {currency}{word}".strip(), currency + word)
    for currency, name in (("JPY", "円"), ("USD", "米ドル"), ("EUR", "ユーロ"))
    for scale, word in _SCALES.items()
)
"""The units of the list, as they are shown and as a source states them."""
_NOTHING: Final = re.compile(r"\s*(?:nothing|該当なし)\s*[:：]\s*", re.IGNORECASE)
_NOTHING_MARKS: Final = {"ja": "該当なし："}
_UNSAFE: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f]")
_ESCAPE: Final = re.compile(r"[\\\x00-\x09\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_UNESCAPE: Final = re.compile(r"\\(?:u([0-9a-f]{4})|(.))", re.DOTALL)
_WHOLE: Final = re.compile(r"(?:[^\\]|\\u[0-9a-f]{4}|\\[^u])*+", re.DOTALL)
_EMPTY: Final = r"\e"
"""What stands for an empty text, which a cell cannot hold."""


@frozen
class Content:
    """What a cell is given. value: a text, a number, a day, or None for an empty cell. format: its number format."""

    value: str | Decimal | date | datetime | None
    format: str = TEXT


def empty(kind: str) -> Content:
    """An empty cell for a value of this kind."""
    return Content(None, FORMATS.get(kind, TEXT))


def content(kind: Kind, leaf: Leaf | None, text: str) -> Content:
    """The cell that holds this text of a source, so that `text_of` gives the same text."""
    match kind:
        case "money" | "per_share" | "shares" | "count":
            return _figure(kind, text)
        case "years":
            return Content(Decimal(text), "General") if text.isdigit() and str(int(text)) == text else Content(text)
        case "day":
            return _day(text)
        case "moment":
            return _moment(text)
        case "flag":
            return Content(_YES if text == "yes" else _NO if text == "no" else text)
        case "choice":
            return Content(next((label for value, label in choices(leaf) if value == text), text))
    return Content(text)


def _figure(kind: str, text: str) -> Content:
    match = _DIGITS.fullmatch(text)
    if match is None:
        return Content(text)
    value = Decimal(text.replace(",", ""))
    places = len(match[1] or match[2] or "")
    if not numbers.holds(value) or places > numbers.DIGITS or (value.is_zero() and text.startswith("-")):
        return Content(text)
    return Content(value, "#,##0" + ("." + "0" * places if places else ""))


def _day(text: str) -> Content:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return Content(text)
    return Content(day, FORMATS["day"]) if day >= numbers.FIRST_DAY and day.isoformat() == text else Content(text)


def _moment(text: str) -> Content:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return Content(text)
    kept = moment.date() >= numbers.FIRST_DAY and moment.tzinfo is None and not moment.microsecond
    if not kept or _moment_text(moment) != text:
        return Content(text)
    return Content(moment, FORMATS["moment"] + (":ss" if moment.second else ""))


def _moment_text(moment: datetime) -> str:
    return moment.isoformat(timespec="auto" if moment.second else "minutes")


def choices(leaf: Leaf | None) -> tuple[tuple[str, str], ...]:
    """The values of a closed list with their labels, as the list in a cell shows them."""
    if leaf is None or leaf.concept.kind != "choice":
        return ()
    assert issubclass(leaf.python, Choice)
    return tuple((each.value, f"{each.label.ja} {each.value}") for each in leaf.python)


def text_of(kind: Kind, leaf: Leaf | None, cell: Cell, since_1904: bool) -> str:
    """The text of a source that this cell stands for; raises ValueError with what is wrong and what to do.

    A calculated cell is read by the result that it shows.
    """
    match cell.kind:
        case "error":
            raise Mistake(
                say(
                    "the cell shows the error {error}; type the value",
                    "セルがエラー（{error}）です。値を入力してください。",
                    error=cell.text,
                )
            )
        case "formula":
            raise Mistake(
                say(
                    "the cell has a formula that was never calculated; open and save the file, or type the value",
                    "セルに、一度も計算されていない数式があります。ファイルを開いて保存するか、値を入力してください。",
                )
            )
        case "truth":
            if kind == "flag":
                return "yes" if cell.text == "1" else "no"
            raise Mistake(
                say(
                    "the cell holds {truth}; type the value as a text",
                    "セルの値が{truth}です。文字列で入力してください。",
                    truth="TRUE" if cell.text == "1" else "FALSE",
                )
            )
        case "number":
            return _number_text(kind, cell, since_1904)
    text = cell.text
    match kind:
        case "flag":
            return _FLAG_WORDS.get(text.strip().lower(), text)
        case "choice":
            stripped = text.strip()
            return next((value for value, label in choices(leaf) if stripped == label), stripped)
        case "words" | "prose":
            return text
    return text.strip()


def _number_text(kind: Kind, cell: Cell, since_1904: bool) -> str:
    form = numbers.shown(cell.code)
    if kind in ("day", "moment", "month"):
        if form.kind != "date":
            if kind == "month":
                raise Mistake(
                    say(
                        "the cell holds a number; type the month as a text such as 2008-06",
                        "セルの値が数値です。年月は2008-06のように文字列で入力してください。",
                    )
                )
            raise Mistake(
                say(
                    "the cell holds a number that is not shown as a date; give it a date format, or type 2008-06-27",
                    "セルの値が、日付として表示されていない数値です。日付の表示形式にするか、2008-06-27と入力してください。",
                )
            )
        return _date_text(kind, numbers.moment(cell.text, since_1904))
    if form.kind == "date":
        raise Mistake(
            say(
                "the cell shows a date or a time; format it as text and type what is printed",
                "セルが日付又は時刻です。表示形式を文字列にして、印刷されるとおりに入力してください。",
            )
        )
    if kind in _PLAIN or kind == "ratio":
        text = numbers.typed(cell.text, cell.code)
        if text.endswith("%") and kind != "ratio":
            raise Mistake(
                say(
                    "the cell shows {text}, a percentage; give it a plain format (#,##0)",
                    "セルが百分率（{text}）です。表示形式を標準の数値（#,##0）にしてください。",
                    text=text,
                )
            )
        return text
    if form.kind == "text" or kind == "years":
        return numbers.typed(cell.text, "General")
    raise Mistake(
        say(
            "the cell holds a number; format it as text and type what is printed",
            "セルの値が数値です。表示形式を文字列にして、印刷されるとおりに入力してください。",
        )
    )


def _date_text(kind: Kind, moment: datetime) -> str:
    if kind == "moment":
        return _moment_text(moment)
    if moment.time() != time(0):
        raise Mistake(
            say(
                "the cell holds a time of day too ({moment:%H:%M:%S}); type the date only",
                "セルに時刻（{moment:%H:%M:%S}）も含まれています。日付だけを入力してください。",
                moment=moment,
            )
        )
    if kind == "month":
        if moment.day != 1:
            raise Mistake(
                say(
                    "the cell holds the day {moment:%Y-%m-%d}; type the month as a text such as 2008-06",
                    "セルの値が日付（{moment:%Y-%m-%d}）です。年月は2008-06のように文字列で入力してください。",
                    moment=moment,
                )
            )
        return f"{moment:%Y-%m}"
    return moment.date().isoformat()


def has_sign(text: str) -> bool:
    """Whether a ratio says what it is in: per cent or points."""
    return text.rstrip(") ]").endswith(("%", "point", "points"))


# --- units ----------------------------------------------------------------------------------------------------------


def unit_content(text: str) -> Content:
    """The cell of a unit."""
    return Content(next((label for label, stated in UNITS if stated == text), text))


def unit_text(cell: Cell) -> str:
    """The unit of a cell as a source states it, whether it was chosen from the list or typed."""
    text = cell.text.strip()
    return next((stated for label, stated in UNITS if text in (label, label.split(" ", 1)[0])), text)


def parsed_unit(text: str) -> PrintedUnit | None:
    """The unit, or None for what is none."""
    try:
        return parse_unit(text)
    except ValueError:
        return None


# --- text -----------------------------------------------------------------------------------------------------------


def fits(text: str) -> bool:
    """Whether a cell keeps this text exactly, through every program, and is not taken for something else."""
    return (
        bool(text.strip())
        and _UNSAFE.search(text) is None
        and length(text) <= MAX_TEXT
        and _NOTHING.match(text) is None
    )


def length(text: str) -> int:
    """Characters as spreadsheets count them (of UTF-16)."""
    return len(text) + sum(each > "\uffff" for each in text)


def marked_nothing(sentence: str, language: str) -> str | None:
    """The sentence of a disclosed nothing as it stands in a cell; None if it cannot."""
    text = _NOTHING_MARKS.get(language, "nothing: ") + sentence
    return text if fits(sentence) and nothing_in(text) == sentence and length(text) <= MAX_TEXT else None


def nothing_in(text: str) -> str | None:
    """The sentence of a disclosed nothing in a cell's text; None for other text."""
    match = _NOTHING.match(text)
    return text[match.end() :] if match else None


def escaped(text: str) -> str:
    """Any text, for a cell that holds it exactly: with a backslash before what a cell would lose."""
    if not text:
        return _EMPTY
    safe = _ESCAPE.sub(lambda match: "\\\\" if match[0] == "\\" else f"\\u{ord(match[0]):04x}", text)
    # White space alone, or at the ends, is what programs trim.
    return safe if safe.strip() == safe else _EMPTY + safe + _EMPTY


def unescaped(text: str) -> str:
    """The inverse of `escaped`; raises ValueError."""

    def one(match: re.Match[str]) -> str:
        if match[1] is not None:
            return chr(int(match[1], 16))
        if match[2] not in ("\\", "e"):
            raise Mistake(
                say(
                    "\\{letter} means nothing here; a backslash is written twice",
                    "\\{letter}に意味はありません。「\\」そのものは二つ続けて書きます。",
                    letter=match[2],
                )
            )
        return "" if match[2] == "e" else "\\"

    return _UNESCAPE.sub(one, text)


def pieces(text: str) -> list[str]:
    """An escaped text in pieces that a cell holds."""
    found = []
    start, left = 0, length(text)
    while left > MAX_TEXT:
        whole = _WHOLE.match(text, start, start + MAX_TEXT // 2)  # never inside an escape
        assert whole is not None
        found.append(whole[0])
        start = whole.end()
        left -= length(whole[0])
    return [*found, text[start:]]
