"""Slips of the hand in dates, names, marks and texts of clean samples, many from one seed: nearly all are found."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from attrs import frozen

from filingexport.checks.context import Context
from filingexport.checks.printed_dates import dates
from filingexport.checks.spelling import person_key
from filingexport.model.values import Block, Count, Text
from tests.mutations import found, get, plus, put, sample, to

CLEAN = ("aoba-2026", "kitahama-2026", "minato-2026")
OURS = ("fx.time.", "fx.name.", "fx.shape.", "fx.law.")
SEED = 2026


@frozen
class Slip:
    """What is changed where, and how, given the dice."""

    sample: str
    path: str
    how: str
    change: Callable[[Any, random.Random], Any]


DAYS = (
    (r"(?:^|_)audit_report\.(?:period_start|period_end|report_date)$|_report\.(?:period_start|period_end)$", (-1, 1)),
    (r"_committee_report\.report_date$|^company_auditors_report\.report_date$", (-1, 1)),
    (r"^business_report\.trend\.years\.\d+\.(?:start|end)$|prior_year\.end$", (-1, 1)),
    (r"^notice\.(?:notice_date|meeting\.starts_at|voting_rules\.record_date|voting_ways\.\d\.deadline)$", (-1, 1)),
    (r"^notice\.electronic_provision\.start_date$|^notice\.attendance\.virtual\.opens_at$", (1,)),
    (r"dividends(?:_paid)?\.\d+\.(?:resolution_date|record_date|effective_date)$", (-1, 1)),
    (r"^reference_documents\.appropriation_of_surplus\.effective_date$", (-1,)),
    (r"^business_report\.shares\.(?:compensation\.plans\.\d\.issued_on|treasury_acquisitions\.\d\.first_day)$", (-1, 1)),
)  # fmt: skip
"""Days that other days hold, and by how many years they slip."""
TERMS = re.compile(r"(?:^fiscal_term|\.fiscal_term|^notice\.meeting\.ordinal)$")


def _years(number: int) -> Callable[[Any, random.Random], Any]:
    def change(value: date, _: random.Random) -> date:
        return value.replace(year=value.year + number)

    return change


def _one_more_or_less(value: Any, by: random.Random) -> Any:
    return plus(by.choice([-1, 1]))(value)


def _read(value: Any, change: Callable[[str, str], str]) -> Any:
    return type(value)(**{language: change(language, reading) for language, reading in value.readings})


def _letter(language: str) -> Callable[[Any, random.Random], Any]:
    """One letter of a name changed, left out or doubled, in one of its languages."""

    def change(value: Text, by: random.Random) -> Text:
        def slip(here: str, text: str) -> str:
            if here != language:
                return text
            places = [at for at, letter in enumerate(text) if letter.isalpha() and at > 0]
            at = by.choice(places)
            if language == "ja":
                return text[:at] + by.choice([each for each in "口亜井乃" if each != text[at]]) + text[at + 1 :]
            kind = by.choice(["other", "out", "double"])
            if kind == "other":
                return text[:at] + by.choice([each for each in "bdgkmnprt" if each != text[at]]) + text[at + 1 :]
            return text[:at] + (text[at] if kind == "double" else "") + text[at + (kind == "out") :]

        changed: Text = _read(value, slip)
        return changed

    return change


def _names(name: str) -> Iterator[Slip]:
    """Names that stand in two places at least, long enough to be told from another's."""
    context = Context(sample(name))
    places: dict[tuple[str, str], set[str]] = {}
    for each in context.names:
        places.setdefault((each.language, person_key(each.text)), set()).add(each.path)
    for each in context.names:
        letters = sum(map(str.isalpha, each.text))
        long = letters >= (5 if each.language == "ja" else 9)
        if len(places[each.language, person_key(each.text)]) > 1 and long:
            yield Slip(name, each.path, f"a letter of the name ({each.language})", _letter(each.language))


def _texts(name: str) -> Iterator[Slip]:
    for passage in Context(sample(name)).passages:
        if passage.nothing or passage.note or not isinstance(get(sample(name), passage.path), (Text, Block)):
            continue
        english = passage.language == "en"
        printed = dates(passage.text)
        if any(each.weekday is not None for each in printed):
            yield Slip(name, passage.path, "the weekday", _weekday)
        if passage.leaf.attribute == "heading" and hasattr(passage.at.value, "unit_note") and printed:
            yield Slip(name, passage.path, "the year of the heading", _year_of_heading)
        if passage.leaf.attribute == "unit_note" and re.search("illion|百万|千", passage.text):
            yield Slip(name, passage.path, "the unit", _unit)
        if english and len(passage.text.split()) > 6:
            yield Slip(name, passage.path, "a word twice", _word_twice)
        if not english and len(passage.text) > 30 and "を" in passage.text:
            yield Slip(name, passage.path, "a particle twice", _particle_twice)
        if re.search(r"[)）」]", passage.text) and not re.match(r"\s*\(?\w[)）]", passage.text):
            yield Slip(name, passage.path, "a bracket left out", _bracket)


def _weekday(value: Any, by: random.Random) -> Any:
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")

    def slip(_: str, text: str) -> str:
        text = re.sub("|".join(days), lambda match: days[(days.index(match[0]) + 1) % 5], text)
        return re.sub(
            "([月火水木金])曜", lambda match: "月火水木金"[("月火水木金".index(match[1]) + 1) % 5] + "曜", text
        )

    return _read(value, slip)


def _year_of_heading(value: Any, by: random.Random) -> Any:
    step = by.choice([-1, 1])
    return _read(value, lambda _, text: re.sub(r"20\d\d", lambda match: str(int(match[0]) + step), text, count=1))


def _unit(value: Any, by: random.Random) -> Any:
    def slip(_: str, text: str) -> str:
        if "百万" in text or "illion" in text:
            return text.replace("百万", "千").replace("millions", "thousands").replace("Millions", "Thousands")
        return text.replace("千", "百万")

    return _read(value, slip)


def _word_twice(value: Any, by: random.Random) -> Any:
    def slip(language: str, text: str) -> str:
        words = [
            match for match in re.finditer(r"(?<=[a-z] )[a-z]{2,}(?= [a-z])", text) if match[0] not in ("that", "so")
        ]
        if language != "en" or not words:
            return text
        word = by.choice(words)
        return text[: word.end()] + " " + word[0] + text[word.end() :]

    return _read(value, slip)


def _particle_twice(value: Any, by: random.Random) -> Any:
    return _read(value, lambda language, text: text.replace("を", "をを", 1) if language == "ja" else text)


def _bracket(value: Any, by: random.Random) -> Any:
    return _read(value, lambda _, text: re.sub(r"[)）」]", "", text, count=1))


@cache
def slips() -> tuple[Slip, ...]:
    """Every slip that can be made in the clean samples, in order."""
    made: list[Slip] = []
    for name in CLEAN:
        context = Context(sample(name))
        for _, path, _, _ in context.days:
            for pattern, steps in DAYS:
                if re.search(pattern, path):
                    made += [Slip(name, path, f"the year, by {step}", _years(step)) for step in steps]
        for figure in context.figures:
            if TERMS.search(figure.path) and isinstance(figure.value, Count) and figure.path != "fiscal_term":
                made.append(Slip(name, figure.path, "the number of the term", _one_more_or_less))
        made += _names(name)
        made += _texts(name)
    return tuple(dict.fromkeys(made))


def test_slips_in_dates_names_marks_and_texts_are_caught() -> None:
    """Of 200 slips at least 95 of 100 are found by a rule on time, names, shape or law."""
    by = random.Random(SEED)
    base = {name: found(sample(name)) for name in CLEAN}
    chosen = by.sample(slips(), 200)
    missed, made = [], 0
    for slip in chosen:
        old = get(sample(slip.sample), slip.path)
        new = slip.change(old, by)
        if new == old:
            continue
        made += 1
        after = found(put(sample(slip.sample), slip.path, to(new))) - base[slip.sample]
        if not any(rule.startswith(OURS) for rule, _, _ in after):
            missed.append(f"{slip.sample} {slip.path}: {slip.how}: {new}")
    assert made >= 150
    assert len(missed) <= made * 0.05, missed


@pytest.mark.parametrize("name", CLEAN)
def test_clean_samples_have_nothing_to_find(name: str) -> None:
    """So each rule that speaks of what a sample has is silent where it is right."""
    assert found(sample(name)) == {}
