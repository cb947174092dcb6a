"""Nothing of the original notice is left out: every sentence, every figure and every date is a fact.

The original is taken apart by program (`tests.seed`) and looked for in the facts of the exported instance.
"""

from __future__ import annotations

import re

import pytest

from filingexport.formats import xbrl
from filingexport.model.filing import Filing
from filingexport.report import Report
from filingexport.taxonomy.network import network
from tests.conftest import SEED
from tests.seed import Original, figures_of, take_apart, text_of, values_of

COLUMN_HEADINGS = {
    "Name of company", "Common stock (JPY thousands)", "Ownership", "Primary business", "Source", "Place: KKR Hotel Tokyo", "Balance (JPY thousands)",
    "Number of shares held (shares)", "Number of granted people", "Kind of stock", "Exercise term", "Position in the Company",
    "Classes of stock", "Relation with related parties", "Nature of transaction", "Collateral offices of directors",
    "collateral offices of directors", "Candidate No.", "Name Date of Birth",
    "Careers & Current Positions in and Outside the Company", "Number of Shares Owned", "Careers",
    "Directors (excluding outside directors)", "Date of shareholders' meeting",
}  # fmt: skip
"""Headings of columns and lines that no fact carries: the labels of their items and members say them in other words."""
CITED_DAYS = {"2005-10-28"}
"""The day on which a standard that the company auditors cite was adopted: kept in their sentence only."""


@pytest.fixture(scope="module")
def original() -> Original:
    return take_apart(SEED.read_text("utf-8"))


@pytest.fixture(scope="module")
def report(instance: bytes) -> Report:
    return xbrl.read(instance).report


def letters(text: str) -> str:
    return re.sub("[^a-z0-9]", "", text.lower())


def test_every_figure_of_the_tables_is_a_numeric_fact(original: Original, report: Report) -> None:
    printed, facts = original.table_figures(), figures_of(report)
    assert printed.total() == 345
    assert {figure: count for figure, count in printed.items() if facts[figure] < count} == {}


def test_every_figure_quoted_in_prose_is_a_numeric_fact(original: Original, report: Report) -> None:
    printed, facts = original.prose_figures(), figures_of(report)
    assert printed.total() == 107
    assert {figure for figure in printed if figure not in facts} == set()


def test_every_sentence_is_in_a_fact(original: Original, report: Report) -> None:
    text = text_of(report)
    sentences = list(original.sentences())
    assert len(sentences) == 331
    assert [sentence for sentence in sentences if sentence not in text] == []


def test_every_heading_and_caption_is_in_a_fact_or_a_label(original: Original, report: Report, sample: Filing) -> None:
    text = letters(text_of(report))
    labels = {letters(info.concept.en) for info in network(Filing).concepts.values()}
    assert sample.extension is not None
    labels |= {letters(item.label.get("en") or "") for item in sample.extension.items}
    captions = list(original.captions())
    assert len(captions) > 900
    missing = {
        caption
        for caption in captions
        if letters(caption) not in text and letters(caption) not in labels and not _told_apart(caption, text, labels)
    }
    assert missing <= COLUMN_HEADINGS, missing - COLUMN_HEADINGS


def _told_apart(caption: str, text: str, labels: set[str]) -> bool:
    """A caption and its figure on one line (``(1) Shares authorized: 377,600 shares``) are a label and a numeric fact."""
    words = re.sub(r"(?:JPY )?[\d,.]+ ?(?:shares|yen|thousand)?$", "", caption)
    return words != caption and (letters(words) in text or letters(words) in labels)


def test_every_date_is_a_fact(original: Original, report: Report) -> None:
    values = values_of(report)
    assert len(original.days()) > 40
    assert original.days() - {value[:10] for value in values} == CITED_DAYS
    assert len(original.months()) > 30
    assert original.months() - values == set()
