"""The invented filings of tests and benches: alike each time, sound, of every class, in every format."""

from __future__ import annotations

import attrs
import pytest
from bench.generator import complete, synthetic

from filingexport import Filing, documents, extension_files, read
from filingexport.binding.plan import PartField, Plan, RowsField, plan, plans
from filingexport.binding.to_facts import to_facts
from filingexport.checks.run import check
from filingexport.findings import Severity
from filingexport.formats.registry import FORMATS
from filingexport.formats.safe import DEFAULT_LIMITS
from filingexport.model.values import Money

US_GAAP = 11
"""The number of a filing under US GAAP."""


def classes(of: Plan, value: object) -> set[str]:
    """The names of the classes of the model that stand in this part."""
    found = {of.cls.__name__}
    for entry in of.entries:
        inner = getattr(value, entry.attribute)
        if isinstance(entry, RowsField):
            for row in inner:
                found |= classes(entry.plan, row)
        elif isinstance(entry, PartField) and inner is not None and entry.line is None:
            found |= classes(entry.plan, inner)
    return found


def test_one_number_gives_one_filing_and_another_gives_another() -> None:
    made = [synthetic(seed) for seed in range(8)]
    assert made == [synthetic(seed) for seed in range(8)]
    assert len({filing.company.name for filing in made}) == 8
    assert len({filing.company.identifier for filing in made}) == 8
    assert len({filing.fiscal_year_end.year for filing in made}) > 3
    assert len({to_facts(filing).entity for filing in made}) == 8


@pytest.mark.parametrize("seed", [*range(8), US_GAAP])
def test_what_is_filed_is_sound_and_of_the_usual_size(seed: int) -> None:
    """As a company's own filing would be: `check` finds no error, and in those of the invented samples nothing at all."""
    filing = synthetic(seed)
    assert 450 <= len(to_facts(filing).facts) <= 1_700
    found = check(filing).findings
    assert [each for each in found if each.severity is Severity.ERROR] == []
    assert seed == US_GAAP or not found


def test_companies_differ_in_what_a_regulator_asks_for() -> None:
    made = [synthetic(seed) for seed in range(18)]
    forms = {filing.company.governance_form for filing in made}
    assert len(forms - {None}) == 3
    auditors = {
        str(report.accounting_auditor.name)
        for filing in made
        if (report := filing.business_report) is not None and report.accounting_auditor is not None
    }
    assert len(auditors) > 4
    standards = {
        name
        for filing in made
        if filing.consolidated is not None
        for name in ("japan_gaap", "ifrs", "us_gaap")
        if getattr(filing.consolidated, name) is not None
    }
    assert standards == {"japan_gaap", "ifrs", "us_gaap"}
    growth = set()
    for filing in made:
        if filing.consolidated is not None and filing.business_report is not None:
            assert filing.business_report.trend is not None
            before, this = filing.business_report.trend.years[-2:]
            profit = "net_income" if isinstance(this.net_income, Money) else "profit_attributable_to_owners"
            growth.add(round(getattr(this, profit).amount / getattr(before, profit).amount, 2))
    assert len(growth) > 5
    dividends = {
        documents_.appropriation_of_surplus.dividend_per_share
        for filing in made
        if (documents_ := filing.reference_documents) is not None and documents_.appropriation_of_surplus is not None
    }
    assert len(dividends) > 3
    assert {filing.company.name.languages() for filing in made} >= {("en", "ja"), ("ja",)}


def test_days_of_the_week_and_quoted_figures_follow() -> None:
    made = (synthetic(seed, 1_400) for seed in range(20))
    filing = next(each for each in made if "Notice of the 48th" in str(each.notice.document_title))  # type: ignore[union-attr]
    assert filing.notice is not None
    assert filing.notice.meeting is not None
    printed = str(filing.notice.meeting.starts_at_printed)
    assert filing.notice.meeting.starts_at is not None
    assert f"{filing.notice.meeting.starts_at:%A, %B %d, %Y}" in printed
    assert filing.business_report is not None
    assert filing.business_report.progress_and_results is not None
    results = filing.business_report.progress_and_results.results
    assert results is not None
    said = str(filing.business_report.progress_and_results.general)
    assert f"JPY {results.revenues.amount / 10**6:,.0f} million" in said  # type: ignore[union-attr]


@pytest.mark.parametrize("facts", [500, 5_000])
def test_it_is_about_as_large_as_asked(facts: int) -> None:
    assert facts * 0.8 <= len(to_facts(synthetic(3, facts)).facts) <= facts * 1.8


def test_the_complete_one_has_every_class() -> None:
    made = complete(1, rows=1)
    assert made == complete(1, rows=1)
    lines = {"Own", "OwnRow"}
    columns = {entry.plan.cls.__name__ for each in plans(Filing).values() for entry in each.entries if isinstance(entry, PartField) and entry.line is not None}  # fmt: skip
    assert classes(plan(Filing), made) >= set(plans(Filing)) - columns - lines


@pytest.mark.parametrize("form", [each.name for each in FORMATS])
def test_every_format_says_it_and_reads_it_back(form: str) -> None:
    filings = [synthetic(5), synthetic(US_GAAP)]
    if form in ("xbrl", "json", "csv"):
        filings.append(complete(2, rows=1))
    for filing in filings:
        written = documents(filing, [form])
        name, data = next(iter(written.items()))
        limits = attrs.evolve(DEFAULT_LIMITS, cells=3_000_000)  # one of every class is far larger than a notice
        assert read(data, beside=written, extension=extension_files(filing), limits=limits) == filing, name


def test_no_name_of_the_sample_is_left() -> None:
    for seed in (*range(6), US_GAAP):
        filing = synthetic(seed)
        for fact in to_facts(filing).facts:
            for name in (
                "Aoba",
                "青葉",
                "Minato",
                "Sawanami",
                "Haruka Minami",
                "Ingrid Kanda",
                "9991",
                "99901",
                "IIJ",
                "iij",
                "Koichi Suzuki",
                "NTT",
                "Mizuho",
            ):
                assert fact.value is None or name not in fact.value, (seed, fact.id)
