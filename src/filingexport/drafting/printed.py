"""Figures, dates and names as they are printed in cells and after captions: which there are, and their values for a field."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any, Final

from filingexport.authoring import cells
from filingexport.authoring.figures import PrintedUnit
from filingexport.binding.plan import Leaf
from filingexport.binding.values import shifted
from filingexport.checks.prose import amounts
from filingexport.drafting import wording
from filingexport.model.item import NUMERIC
from filingexport.model.values import DASH, Count, Money, Ratio, Shares, YearMonth, Years

_SIGN: Final = "[-+△▲−–]"
_NUMBER: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_FIGURE: Final = re.compile(
    rf"[\[(（]?\s*(?:[A-Z]{{3}}|[¥￥$€])?\s*{_SIGN}?\s*{_NUMBER}\s*"
    r"(?:%|points?|ポイント|pt)?\s*(?:hundred|thousand|million|billion|兆|億|千万|百万|万|千)?\s*"
    r"(?:yen|円|株|名|人|社|個|回|期|shares?|persons?|people|companies)?(?:[0-9]{1,2}銭)?\s*[\])）]?",
    re.IGNORECASE,
)
_MARKS: Final = re.compile(r"\s*(?:\*+|※[0-9]*|[（(]\s*(?:注|note)s?\.?\s*[0-9]*\s*[)）]|[¹²³])\s*$", re.IGNORECASE)
_LONGEST: Final = 200
"""Characters of a cell that may hold a figure."""
_MARKED: Final = 60
"""Characters at the end of a text among which the marks of notes are."""
_PURE: Final = re.compile(rf"(?P<sign>{_SIGN})?\s*(?P<number>{_NUMBER})")
_UNITS: Final = re.compile(
    r"\s*(?:株|名|人|社|個|回|期|shares?|persons?|people|companies|thousand(?:s)? of yen)\s*$", re.IGNORECASE
)
_SEN: Final = re.compile(r"^(?P<yen>[0-9,]+)円(?P<sen>[0-9]{1,2})銭$")
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august", "sep sept september", "oct october", "nov november", "dec december"), 1
    )
    for name in names.split()
}  # fmt: skip
_EN_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ERAS: Final = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911}
DATE: Final = re.compile(
    rf"\b(?P<month>{_EN_MONTH})\.?\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)[0-9]{{2}})\b"
    rf"|\b(?P<day2>[0-9]{{1,2}})\s+(?P<month2>{_EN_MONTH})\.?,?\s+(?P<year2>(?:19|20)[0-9]{{2}})\b"
    r"|(?:(?P<era>令和|平成|昭和|大正)(?P<year3>[0-9]{1,2}|元)|(?P<year4>(?:19|20)[0-9]{2}))年\s*(?P<month3>[0-9]{1,2})月\s*(?P<day3>[0-9]{1,2})日"
    r"|\b(?P<year5>(?:19|20)[0-9]{2})[-/.](?P<month5>[0-9]{1,2})[-/.](?P<day5>[0-9]{1,2})\b",
    re.IGNORECASE,
)
"""A day as it is printed in either language, the years of Japan's eras too."""
MONTH: Final = re.compile(
    rf"\b(?P<month>{_EN_MONTH})\.?,?\s+(?P<year>(?:19|20)[0-9]{{2}})\b"
    r"|(?:(?P<era>令和|平成|昭和|大正)(?P<year3>[0-9]{1,2}|元)|(?P<year4>(?:19|20)[0-9]{2}))年\s*(?P<month3>[0-9]{1,2})月(?!\s*[0-9]{1,2}日)"
    r"|\b(?P<year5>(?:19|20)[0-9]{2})[-/.](?P<month5>[0-9]{1,2})\b(?![-/.][0-9])",
    re.IGNORECASE,
)
"""A month of a year."""


def is_figure(text: str) -> bool:
    """Whether a text is a number with its unit, and nothing else."""
    if len(text) > _LONGEST:
        return False
    plain = stripped(text)
    return _FIGURE.fullmatch(plain) is not None and any(each.isdigit() for each in plain)


def is_dash(text: str) -> bool:
    """Whether a text is a printed dash."""
    return wording.normal(text) in cells.DASHES or text.strip() in cells.DASHES


def stripped(text: str) -> str:
    """A figure without the marks of footnotes behind it."""
    plain = wording.normal(text)
    return plain[:-_MARKED] + _MARKS.sub("", plain[-_MARKED:])


def days(text: str) -> list[tuple[date, int, int]]:
    """The days in a normalised text, with where they stand."""
    found = []
    for match in DATE.finditer(text):
        each = match.groupdict()
        year = _year(each, "year", "year2", "year4", "year5")
        month = each["month"] or each["month2"] or each["month3"] or each["month5"]
        day = each["day"] or each["day2"] or each["day3"] or each["day5"]
        try:
            found.append((date(year, _month(month), int(day)), match.start(), match.end()))
        except ValueError:
            continue
    return found


def months(text: str) -> list[tuple[YearMonth, int, int]]:
    """The months in a normalised text that are not those of days."""
    taken = bytearray(len(text))  # 1 where a day stands
    for _, start, end in days(text):
        taken[start:end] = b"\1" * (end - start)
    found = []
    for match in MONTH.finditer(text):
        if 1 in taken[match.start() : match.end()]:
            continue
        each = match.groupdict()
        number = _month(each["month"] or each["month3"] or each["month5"])
        if 1 <= number <= 12:
            year = _year(each, "year", "year4", "year5")
            found.append((YearMonth.parse(f"{year:04}-{number:02}"), match.start(), match.end()))
    return found


def _year(groups: dict[str, str | None], *names: str) -> int:
    era = groups.get("era")
    if era is not None:
        within = groups["year3"] or "1"
        return _ERAS[era] + (1 if within == "元" else int(within))
    return int(next(year for name in names if (year := groups.get(name))))


def _month(text: str | None) -> int:
    assert text is not None
    return int(text) if text.isdigit() else _MONTHS[text.lower()]


def value(leaf: Leaf, text: str, unit: PrintedUnit | None, language: str, *, typographic: bool = False) -> Any:
    """The value of this field from what is printed for it; None where it is none of its kind.

    typographic: brackets around the figure only set it off, and say no sign.
    """
    plain = stripped(text)
    kind = leaf.concept.kind
    if is_dash(plain):
        return DASH if leaf.dash else None
    if kind in NUMERIC:
        return _number(leaf, plain, unit, typographic)
    if kind == "day":
        found = days(plain)
        return found[0][0] if len(found) == 1 else None
    if kind == "month":
        single = months(plain)
        return single[0][0] if len(single) == 1 else None
    if kind == "years":
        match = re.fullmatch(r"([0-9]{1,3})\s*(?:years?|年)", plain)
        return Years(int(match[1])) if match else None
    try:
        return cells.read(leaf, text.strip(), unit, language)
    except ValueError:
        return None


def _number(leaf: Leaf, plain: str, unit: PrintedUnit | None, typographic: bool) -> Any:
    kind = leaf.concept.kind
    if len(plain) > _LONGEST or _FIGURE.fullmatch(plain) is None:
        return None
    negative = plain.startswith("(") and plain.endswith(")") and not typographic
    inner = wording.unbracketed(plain)
    made: Any = None
    if kind in ("money", "per_share"):
        made = _money(inner, unit, kind == "money")
    elif kind == "ratio":
        made = _ratio(inner)
    else:
        match = _PURE.fullmatch(_UNITS.sub("", inner))
        if match is not None and "%" not in inner:
            number, places = _decimal(match["number"])
            made = Shares(number, places) if kind == "shares" else Count(number, places)
            negative ^= _is_minus(match["sign"])
    if made is None:
        return None
    if negative:
        made = type(made)(-made.amount, *(each for each in (getattr(made, "currency", None),) if each), made.decimals)
    return cells.printed_sign(leaf, made)


def _money(inner: str, unit: PrintedUnit | None, scaled: bool) -> Money | None:
    sen = _SEN.fullmatch(inner)
    if sen is not None:
        return Money(_decimal(sen["yen"])[0] + Decimal(sen["sen"]) / 100, "JPY", 2)
    sign = re.match(_SIGN, inner)
    bare = inner[1:].strip() if sign else inner
    found = amounts(bare)
    if len(found) == 1 and found[0].start == 0 and found[0].end == len(bare):
        made = found[0].value
        assert isinstance(made, Money)
    elif (match := _PURE.fullmatch(inner)) is not None and unit is not None:
        number, places = _decimal(match["number"])
        scale = unit.scale if scaled else 0
        made = Money(shifted(number, scale), unit.currency, places - scale)
    else:
        return None
    if sign and _is_minus(sign.group()):
        made = Money(-made.amount, made.currency, made.decimals)
    return made


def _ratio(inner: str) -> Ratio | None:
    match = re.fullmatch(rf"(?P<sign>{_SIGN})?\s*(?P<number>{_NUMBER})\s*(?:%|points?|ポイント|pt)", inner)
    if match is None:
        return None
    number, places = _decimal(match["number"])
    number = shifted(number, -2)
    return Ratio(-number if _is_minus(match["sign"]) else number, places + 2)


def _decimal(text: str) -> tuple[Decimal, int]:
    plain = text.replace(",", "")
    return Decimal(plain), len(plain.partition(".")[2])


def _is_minus(sign: str | None) -> bool:
    return sign is not None and sign != "+"
