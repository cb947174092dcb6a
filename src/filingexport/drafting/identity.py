"""What a notice says of itself: the company, the fiscal year, the meeting."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

from filingexport.binding.plan import Leaf
from filingexport.drafting import printed, reasons, wording
from filingexport.drafting.document import Document, Line
from filingexport.drafting.fields import Path, plan_at
from filingexport.drafting.holding import Entry, Holding
from filingexport.drafting.records import Fiscal
from filingexport.drafting.standards import ATTRIBUTES
from filingexport.drafting.standards import said as standards_said
from filingexport.model.values import Count, Text
from filingexport.said import Said

_TERM: Final = re.compile(
    r"\b([0-9]{1,3})(?:st|nd|rd|th)\s+(?:fiscal\s+)?(?:year|term|period|business\s+(?:year|term))\b|第\s*([0-9]{1,3})\s*期",
    re.IGNORECASE,
)
_MEETING: Final = re.compile(
    r"\b([0-9]{1,3})(?:st|nd|rd|th)\s+(?:ordinary|annual)\s+general\s+meeting|第\s*([0-9]{1,3})\s*回\s*定時株主総会",
    re.IGNORECASE,
)
_EXTRAORDINARY: Final = re.compile(r"extraordinary general meeting|臨時株主総会", re.IGNORECASE)
_COMPANY_EN: Final = re.compile(
    r"(?<![\w&.'-])(?:[A-Z0-9][\w&.'-]{0,40}[ ]){0,7}(?:[A-Z0-9][\w&.'-]{0,40}),?[ ](?:Co\.,?[ ]?Ltd\.?|Inc\.?|Corporation|Corp\.?|Company,?[ ]Limited|Limited|Ltd\.?|Holdings)(?![\w])"
)
_COMPANY_JA: Final = re.compile(r"株式会社[^\s、。（）()「」]{1,25}|[^\s、。（）()「」はがのをに]{1,25}株式会社")
_SHORT: Final = re.compile(r"[(（](?:hereinafter[^\"“「]{0,30})?[\"“「](?P<short>[^\"”」]{1,20})[\"”」]")
_TIME: Final = re.compile(
    r"\b(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})\s*(?P<half>[ap])\.?m\.?|(?P<half2>午前|午後)\s*(?P<hour2>[0-9]{1,2})時(?:\s*(?P<minute2>[0-9]{1,2})分|(?P<thirty>半))?",
    re.IGNORECASE,
)
_LONGEST: Final = 2_000
_HELD: Final = re.compile(r"^\s*(?:[0-9]{1,2}[.．、]\s*)?(?:date and time|date|日\s*時)\s*[:：]?", re.IGNORECASE)


def fill(document: Document, holding: Holding, language: str) -> Fiscal:
    """Fill in what the text says of the company, its fiscal year and the meeting."""
    lines = [each for each in document.blocks if isinstance(each, Line)]
    filler = _Identity(holding, language)
    filler.company(lines)
    filler.standards(document)
    fiscal = filler.year(lines)
    filler.meeting(lines)
    filler.date(lines, fiscal)
    return fiscal


def leaf_at(path: Path) -> Leaf:
    """The field at this path; raises KeyError where there is none."""
    for each in plan_at(path[:-1]).entries:
        if isinstance(each, Leaf) and each.attribute == path[-1]:
            return each
    raise KeyError(path)


def _opening(line: Line) -> str:
    """As much of a line as is looked at."""
    return wording.normal(line.text[:_LONGEST])[:_LONGEST]


class _Identity:
    def __init__(self, holding: Holding, language: str) -> None:
        self.holding = holding
        self.language = language

    def put(self, path: Path, value: Any, place: str, why: Said = reasons.SURE) -> None:
        self.holding.put(Entry(path, leaf_at(path), value, place, why, 0.8 if why else 1.0))

    def text(self, said: str) -> Text:
        return Text(**{self.language: said})

    def company(self, lines: list[Line]) -> None:
        pattern = _COMPANY_JA if self.language == "ja" else _COMPANY_EN
        counted: Counter[str] = Counter()
        first: dict[str, str] = {}
        for line in lines:
            for match in pattern.finditer(_opening(line)):
                counted[match.group()] += 1
                first.setdefault(match.group(), line.place)
        early = {name for line in lines[:40] for name in (m.group() for m in pattern.finditer(_opening(line)))}
        ranked = sorted((each for each in counted if each in early), key=lambda each: -counted[each])
        alone = [each for each in ranked if any(_opening(line) == each for line in lines[:40])]
        name = next(iter(alone or ranked), None)
        if name is None:
            return
        self.put(
            ("company", "name"),
            self.text(name),
            first[name],
            reasons.SURE if alone else reasons.MOST_NAMED,
        )
        for line in lines[:60]:
            plain = _opening(line)
            at = plain.find(name)
            short = _SHORT.match(plain[at + len(name) :].lstrip()) if at >= 0 else None
            if short is not None and short["short"].lower() not in ("the company", "当社"):
                self.put(("company", "short_name"), self.text(short["short"]), line.place)
                return

    def standards(self, document: Document) -> None:
        standards, place = standards_said(document)
        used = any(path[:2] == ("consolidated", ATTRIBUTES[standards]) for path in self.holding.entries)
        if place or used:
            why = reasons.SURE if place else reasons.NO_STANDARDS
            self.put(("consolidated", "accounting_standards"), standards, place, why)

    def year(self, lines: list[Line]) -> Fiscal:
        periods: Counter[tuple[date, date]] = Counter()
        terms: Counter[int] = Counter()
        places: dict[Any, str] = {}
        for line in lines:
            plain = _opening(line)
            days = printed.days(plain)
            for one, other in pairwise(days):
                between = plain[one[2] : other[1]]
                length = (other[0] - one[0]).days
                if 300 <= length <= 370 and re.fullmatch(
                    r"\s*(?:to|through|until|[-–—~〜～]|から)\s*", between, re.IGNORECASE
                ):
                    periods[(one[0], other[0])] += 1
                    places.setdefault((one[0], other[0]), line.place)
            for match in _TERM.finditer(plain):
                number = int(match[1] or match[2])
                terms[number] += 1
                places.setdefault(number, line.place)
        start = end = term = None
        if periods:
            (start, end), most = max(periods.items(), key=lambda each: (each[1], each[0]))
            why = reasons.SURE if most > 1 or len(periods) == 1 else reasons.OTHER_PERIODS
            self.put(("fiscal_year_start",), start, places[(start, end)], why)
            self.put(("fiscal_year_end",), end, places[(start, end)], why)
        if terms:
            term, most = max(terms.items(), key=lambda each: (each[1], each[0]))
            sure = most * 2 > sum(terms.values()) or len(terms) == 1
            why = reasons.SURE if sure else reasons.OTHER_TERMS
            self.put(("fiscal_term",), Count(Decimal(term), 0), places[term], why)
        return Fiscal(term, start, end)

    def meeting(self, lines: list[Line]) -> None:
        kinds = type_of_meeting()
        for line in lines:
            match = _MEETING.search(_opening(line))
            if match is not None:
                self.put(("notice", "meeting", "ordinal"), Count(Decimal(match[1] or match[2]), 0), line.place)
                self.put(("notice", "meeting", "kind"), kinds["ordinary"], line.place)
                break
            if _EXTRAORDINARY.search(_opening(line)):
                self.put(("notice", "meeting", "kind"), kinds["extraordinary"], line.place)
                break
        for line in lines[:200]:
            plain = _opening(line)
            if not _HELD.match(plain):
                continue
            days, hours = printed.days(plain), times(plain)
            if len(days) == 1 and len(hours) == 1:
                self.put(("notice", "meeting", "starts_at"), datetime.combine(days[0][0], hours[0]), line.place)
                said = wording.unnumbered(plain)
                self.put(("notice", "meeting", "starts_at_printed"), self.text(said), line.place)
                break

    def date(self, lines: list[Line], fiscal: Fiscal) -> None:
        """The date of the notice: a line that is nothing but a day, before the meeting."""
        held = self.holding.entries.get(("notice", "meeting", "starts_at"))
        for line in lines[:60]:
            plain = _opening(line)
            days = printed.days(plain)
            if len(days) != 1 or days[0][1] != 0 or len(plain) - days[0][2] > 2:
                continue
            day = days[0][0]
            after_year = fiscal.end is None or day > fiscal.end
            before = held is None or (day < held.value.date() and held.value.date() - day < timedelta(days=120))
            if after_year and before:
                self.put(("notice", "notice_date"), day, line.place)
                return


def type_of_meeting() -> dict[str, Any]:
    """The kinds of meetings, by their words."""
    leaf = leaf_at(("notice", "meeting", "kind"))
    return {str(each.value): each for each in leaf.python}  # type: ignore[attr-defined]


def times(plain: str) -> list[time]:
    """The times of day in a normalised text."""
    found = []
    for match in _TIME.finditer(plain):
        hour = int(match["hour"] or match["hour2"])
        minute = int(match["minute"] or match["minute2"] or (30 if match["thirty"] else 0))
        half = (match["half"] or match["half2"]).lower()
        if half in ("p", "午後") and hour < 12:
            hour += 12
        elif half in ("a", "午前") and hour == 12:
            hour = 0
        if hour < 24 and minute < 60:
            found.append(time(hour, minute))
    return found
