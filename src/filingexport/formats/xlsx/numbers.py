"""Numbers and days as a spreadsheet keeps them: what a cell shows by its number format, exactly, and never as float.

A spreadsheet keeps a number as a binary float and shows at most 15 significant digits of it (ECMA-376, 18.17.5). So
the number that a person typed is the one with the fewest digits that has this float, within 15 digits.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Final

from filingexport.declaring import frozen
from filingexport.said import NOTHING_SAID, Mistake, Said, say

DIGITS: Final = 15
"""Significant digits that a spreadsheet shows of a number."""
_RAW: Final = re.compile(r"[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]{1,3})?|[-+]?\.[0-9]+(?:[eE][-+]?[0-9]{1,3})?")
_NOT_ZERO: Final = re.compile(r"[^eE]*[1-9]")
_LARGEST: Final = Decimal(10) ** DIGITS
_ARITHMETIC: Final = Context(prec=50)
"""Not that of the thread, which a program may have set for itself."""
_LITERAL: Final = re.compile(r'"[^"]*"|\\.|_.|\*.')
_BRACKETS: Final = re.compile(r"\[[^\]]*\]")
_LOCALE: Final = re.compile(r"\[\$-[^\]]*\]")
_CURRENCY: Final = re.compile(r"[$¥€£￥]")
_DATE: Final = re.compile(r"[ymdhsge]|aaa", re.IGNORECASE)
_GENERAL: Final = frozenset({"", "@", "general", "standard", "g/標準"})
_PLACES: Final = re.compile(r"[0#?](?:[0#?,]*)(?:\.([0#?]*))?")
_EPOCH: Final = datetime(1899, 12, 30)
_EPOCH_1904: Final = datetime(1904, 1, 1)
FIRST_DAY: Final = date(1900, 3, 1)
"""The first day that every spreadsheet counts alike: before it Excel has a day that never was (29 February 1900)."""

# The formats that have a number instead of a code (ECMA-376, 18.8.30), as far as they are not general.
BUILT_IN: Final = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "¥#,##0", 6: "¥#,##0", 7: "¥#,##0.00", 8: "¥#,##0.00",
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00", 41: "#,##0", 42: "¥#,##0", 43: "#,##0.00", 44: "¥#,##0.00", 48: "##0.0E+0", 49: "@",
    **dict.fromkeys((14, 15, 16, 17, *range(27, 32), 34, 35, 36, *range(50, 59)), "yyyy-mm-dd"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 45, 46, 47), "hh:mm:ss"), 22: "yyyy-mm-dd hh:mm",
}  # fmt: skip


@frozen
class Shown:
    """What a number format shows.

    kind: "number", "date", or "text" for General and text, which show what is typed. least, most: decimal places.
    percent: a hundredfold. strange: what it shows besides digits that would change the meaning.
    """

    kind: str
    least: int = 0
    most: int = DIGITS
    percent: bool = False
    strange: Said = NOTHING_SAID


@lru_cache(maxsize=1024)
def shown(code: str) -> Shown:
    """What this code of a number format shows; the section for positive numbers speaks for all."""
    code = _LOCALE.sub("", code)
    if code.lower() in _GENERAL:
        return Shown("text")
    if _CURRENCY.search(code):
        return Shown("number", strange=say("a currency sign", "通貨記号"))
    section = _LITERAL.sub("", _sections(code)[0])
    bare = _BRACKETS.sub("", section)
    if _BRACKETS.search(section) and re.search(r"\[(h+|m+|s+)\]", section, re.IGNORECASE):
        return Shown("date")
    if re.search(r"[0#?]", bare) is None:
        return Shown("date") if _DATE.search(bare) else Shown("text")
    if "/" in bare or re.search(r"[eE][+-]", bare):
        return Shown("number", strange=say("a fraction or a power of ten", "分数又は指数"))
    if re.search(r"[ymdhsYMDHS]", bare):
        return Shown("date")
    found = _PLACES.search(bare)
    assert found is not None
    if re.search(r"[0#?],+(?![0#?,])", bare):
        return Shown("number", strange=say("thousands left out", "千単位などの省略"))
    places = found[1] or ""
    return Shown("number", places.count("0"), len(places), percent="%" in bare)


def _sections(code: str) -> list[str]:
    """The code's sections (positive; negative; zero; text), which a quoted semicolon does not part."""
    sections = [""]
    for piece in re.split(r'("[^"]*"|\\.|;)', code):
        if piece == ";":
            sections.append("")
        else:
            sections[-1] += piece
    return sections


def number(raw: str) -> Decimal:
    """The number that was typed, from the text of a cell's value; raises ValueError."""
    if _RAW.fullmatch(raw.strip()) is None:
        raise Mistake(say("{raw!r} is no number", "{raw!r}は数値ではありません。", raw=raw[:40]))
    found = Decimal(format(float(raw), f".{DIGITS}g"))
    if not found and _NOT_ZERO.match(raw.strip()):
        raise Mistake(
            say(
                "it is smaller than a spreadsheet keeps; type it as a text",
                "表計算ソフトで保持できないほど小さい数です。文字列として入力してください。",
            )
        )
    if not found.is_finite() or found.copy_abs() >= _LARGEST:
        raise Mistake(
            say(
                "it has more than {digits} digits, of which a spreadsheet loses some; type it as a text",
                "{digits}桁を超えており、表計算ソフトでは一部が失われます。文字列として入力してください。",
                digits=DIGITS,
            )
        )
    return found if found else Decimal(0)


def typed(raw: str, code: str) -> str:
    """The digits that a cell shows, in the plain form of ``-1234.50`` or ``23.7%``; raises ValueError.

    raw: the text of its value. code: of its number format. A number that is shown rounded is not guessed at.
    """
    value, form = number(raw), shown(code)
    if form.strange:
        raise Mistake(
            say(
                "the cell's number format shows {shown}; give it a plain one (#,##0)",
                "セルの表示形式に{shown}が含まれています。標準の数値（#,##0）にしてください。",
                shown=form.strange,
            )
        )
    if form.percent:
        value = value.scaleb(2, _ARITHMETIC)
    held = max(-_exponent(value), 0)
    if held > form.most:
        rounded = value.quantize(Decimal(1).scaleb(-form.most, _ARITHMETIC), ROUND_HALF_UP, _ARITHMETIC)
        seen = format(rounded, "f") + ("%" if form.percent else "")
        raise Mistake(
            say(
                "the cell shows {seen} but holds {value}{percent}; type what is printed, or show all of its decimal places",
                "セルの表示は{seen}ですが、値は{value}{percent}です。印刷されるとおりに入力するか、小数点以下をすべて表示してください。",
                seen=seen,
                value=_plain(value),
                percent="%" if form.percent else "",
            )
        )
    return format(value, f".{max(held, form.least)}f") + ("%" if form.percent else "")


def _exponent(value: Decimal) -> int:
    exponent = value.normalize(_ARITHMETIC).as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent


def _plain(value: Decimal) -> str:
    return format(value.normalize(_ARITHMETIC), "f")


def holds(value: Decimal) -> bool:
    """Whether a spreadsheet keeps this number exactly, for `number` to give it back."""
    if value.copy_abs() >= _LARGEST or -_exponent(value) > DIGITS:
        return False
    return Decimal(format(float(value), f".{DIGITS}g")) == value


def moment(raw: str, since_1904: bool) -> datetime:
    """The day, and time to the second, of a serial number; raises ValueError."""
    value = number(raw)
    if value < 0 or value > 2_958_466:
        raise Mistake(say("{value} is no day", "{value}は日付ではありません。", value=_plain(value)))
    found = (_EPOCH_1904 if since_1904 else _EPOCH) + timedelta(
        seconds=round(_ARITHMETIC.multiply(value, Decimal(86_400)))
    )
    if not since_1904 and found.date() < FIRST_DAY:
        raise Mistake(
            say(
                "spreadsheets disagree about days before 1 March 1900; type it as a text, such as '1899-12-31",
                "1900年3月1日より前の日付は、表計算ソフトによって扱いが異なります。'1899-12-31のように文字列で入力してください。",
            )
        )
    return found
