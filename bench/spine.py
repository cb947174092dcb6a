"""The sample grown to a size: what is measured, and what tests of large filings read."""

from __future__ import annotations

from pathlib import Path

from bench.generator import repeated
from filingexport import Filing
from filingexport.binding.plan import plan
from filingexport.binding.to_facts import to_facts

ROOT = Path(__file__).parent.parent


def filing_of(sample: Filing, size: int | None) -> Filing:
    """The sample, grown to at least this many facts."""
    times = 1
    while size is not None:
        grown = repeated(plan(Filing), sample, times)
        count = len(to_facts(grown).facts)
        if count >= size:
            assert isinstance(grown, Filing)
            return grown
        times = max(times + 1, times * size // max(count, 1))
    return sample
