"""Every format, to a filing and on to every other: nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filingexport import Filing, Finding, extension_files, load, read, validate
from filingexport.binding.to_facts import to_facts
from filingexport.formats import registry
from filingexport.library import documents
from tests.conftest import EFFORT, ROOT
from tests.strategies import all_places, filings, with_kept_facts

PLACES = all_places()
FORMATS = [each.name for each in registry.FORMATS]
PLAIN = [each.name for each in registry.FORMATS if not each.inside]
"""Those that are no packages, which hold one of the others."""
SAMPLES = sorted(path.parent.name for path in (ROOT / "samples").glob("*/filing.yaml"))


def there_and_back(filing: Filing, format: str, findings: list[Finding] | None = None) -> Filing:
    files = documents(filing, [format])
    main = next(iter(files.values()))
    return read(main, beside=files, extension=extension_files(filing), findings=findings)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_goes_through_every_format_in_turn(name: str) -> None:
    filing = load(ROOT / "samples" / name)
    own = extension_files(filing)
    reports = []
    passed = filing
    for format in FORMATS:
        files = documents(passed, [format])
        main = next(iter(files.values()))
        assert validate(main, beside=files, extension=own) == (), format
        findings: list[Finding] = []
        passed = read(main, beside=files, extension=own, findings=findings)
        assert findings == [], format
        reports.append(to_facts(passed))
    assert passed == filing
    assert all(report == reports[0] for report in reports)


@pytest.mark.parametrize("format", PLAIN)
@settings(max_examples=15 * EFFORT, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_made_up_filings_survive_every_format(format: str, data: st.DataObject) -> None:
    filing = data.draw(
        st.tuples(st.sampled_from(sorted(PLACES)), st.booleans()).flatmap(
            lambda pair: filings(PLACES[pair[0]], extension=pair[1])
        )
    )
    findings: list[Finding] = []
    assert there_and_back(filing, format, findings) == filing
    assert findings == []


@pytest.mark.parametrize("format", PLAIN)
@settings(max_examples=25 * EFFORT, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_facts_that_have_no_place_survive_every_format(format: str, data: st.DataObject) -> None:
    filing = data.draw(filings(PLACES["company"]).flatmap(with_kept_facts))
    findings: list[Finding] = []
    assert there_and_back(filing, format, findings) == filing
    assert len(findings) >= len(filing.unplaced)
