"""Identifiers that authorities give to companies, each with what makes one well-formed.

Each check raises ValueError with what is wrong; a mistyped digit is found where the identifier has a check digit.
"""

from __future__ import annotations

import re

from filingexport.said import Mistake, say


def corporate_number(text: str) -> None:
    """法人番号: 13 digits, the first a check digit, calculated as the National Tax Agency publishes it."""
    if not re.fullmatch(r"[0-9]{13}", text):
        raise Mistake(
            say(
                "{text!r} is not a corporate number: 13 digits such as 7000012050002",
                "{text!r}は法人番号ではありません。7000012050002のような13桁の数字です。",
                text=text,
            )
        )
    weighted = sum(int(digit) * (1 if place % 2 == 0 else 2) for place, digit in enumerate(reversed(text[1:])))
    expected = 9 - weighted % 9
    if int(text[0]) != expected:
        raise Mistake(
            say(
                "{text!r} is not a corporate number: its first digit should be {expected}; is a digit mistyped?",
                "{text!r}は法人番号ではありません。先頭の数字（検査用数字）は{expected}になるはずです。入力誤りがないか確認してください。",
                text=text,
                expected=expected,
            )
        )


def edinet_code(text: str) -> None:
    """EDINETコード: the letter E and five digits."""
    if not re.fullmatch(r"E[0-9]{5}", text):
        raise Mistake(
            say(
                "{text!r} is not an EDINET code: E and five digits, such as E00001",
                "{text!r}はEDINETコードではありません。E00001のように、Eと5桁の数字です。",
                text=text,
            )
        )


def securities_code(text: str) -> None:
    """証券コード: four digits or letters as the Securities Identification Code Committee gives them, or five."""
    if not re.fullmatch(r"[0-9][0-9A-HJ-NPR-UW-Y][0-9][0-9A-HJ-NPR-UW-Y][0-9]?", text):
        raise Mistake(
            say(
                "{text!r} is not a securities code: four characters such as 1301 or 130A",
                "{text!r}は証券コードではありません。1301や130Aのような4文字です。",
                text=text,
            )
        )


def lei(text: str) -> None:
    """取引主体識別子: 20 capital letters and digits, the last two check digits (ISO 17442, ISO/IEC 7064 mod 97-10)."""
    if not re.fullmatch(r"[0-9A-Z]{18}[0-9]{2}", text):
        raise Mistake(
            say(
                "{text!r} is not an LEI: 18 capital letters or digits and two check digits",
                "{text!r}はLEI（取引主体識別子）ではありません。英大文字又は数字18文字と検査用数字2桁です。",
                text=text,
            )
        )
    if int("".join(str(int(character, 36)) for character in text)) % 97 != 1:
        raise Mistake(
            say(
                "{text!r} is not an LEI: its check digits do not fit; is a character mistyped?",
                "{text!r}はLEI（取引主体識別子）ではありません。検査用数字が合いません。入力誤りがないか確認してください。",
                text=text,
            )
        )
