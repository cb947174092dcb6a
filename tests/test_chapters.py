"""Chapters and places: where parts stand, and which of them share one order."""

from __future__ import annotations

import pytest

from filingexport.binding.chapters import standing, without_rows
from filingexport.binding.plan import paths
from filingexport.model.filing import Filing
from filingexport.names import fx
from filingexport.taxonomy.network import network

STANDS = standing(Filing)


def test_every_part_stands_in_one_chapter_of_the_taxonomy() -> None:
    assert STANDS.paths.keys() == paths(Filing).keys()
    assert list(STANDS.chapters) == list(network(Filing).sections)
    for path, at in paths(Filing).items():
        place = STANDS.paths[path]
        assert place.part == at.cls.__name__
        assert (place.chapter, place.part) in network(Filing).headings
        assert STANDS.paths[place.path] is place


def test_consolidated_and_non_consolidated_statements_are_chapters_apart() -> None:
    group, alone = STANDS.parts["BalanceSheet"]
    assert (group.chapter, group.path) == ("ConsolidatedBalanceSheet", "consolidated.japan_gaap.balance_sheet")
    assert (alone.chapter, alone.path) == ("NonConsolidatedBalanceSheet", "non_consolidated.balance_sheet")
    label = STANDS.chapters["NonConsolidatedBalanceSheet"].label
    assert (label.en, label.ja) == ("Balance sheet (non-consolidated)", "貸借対照表（個別）")


def test_the_year_before_stands_with_the_year() -> None:
    prior = STANDS.paths["consolidated.japan_gaap.prior_year.balance_sheet.assets"]
    assert prior.path == "consolidated.japan_gaap.balance_sheet.assets"


def test_a_chapter_that_stands_once_has_the_name_of_its_class() -> None:
    assert STANDS.paths["consolidated.ifrs.cash_flows.operating"].chapter == "IfrsCashFlows"


def test_paths_of_objects_lead_to_places() -> None:
    path = "reference_documents.election_of_directors.candidates.12.careers.3"
    assert without_rows(path) == "reference_documents.election_of_directors.candidates.careers"
    assert STANDS.at(path) is STANDS.paths[without_rows(path)]
    assert STANDS.tables[without_rows(path)] == (
        fx("DirectorCandidatesAxis"),
        fx("CareersAxis"),
    )


def test_places_are_named_by_their_first_path() -> None:
    assert STANDS.named("BalanceSheet", ()) == STANDS.parts["BalanceSheet"]
    assert STANDS.named("BalanceSheet", ("non_consolidated.balance_sheet",)) == STANDS.parts["BalanceSheet"][1:]
    with pytest.raises(ValueError, match=r"non_consolidated\.prior_year\.balance_sheet"):
        STANDS.named("BalanceSheet", ("non_consolidated.prior_year.balance_sheet",))
