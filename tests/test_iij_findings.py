"""The list of what is wrong in the IIJ notice is what the checks report."""

from __future__ import annotations

import re
from collections import Counter

from filingexport.checks.run import check
from tests.conftest import ROOT
from tests.mutations import sample

ROW = re.compile(r"^\| .+ \| `(?P<path>[^`]*)` \| `(?P<rule>fx\.[A-Za-z.]+)` \|$", re.MULTILINE)


def test_each_line_of_the_list_is_found_and_each_finding_is_in_the_list() -> None:
    page = (ROOT / "docs" / "iij-2008-findings.md").read_text("utf-8")
    listed = Counter((match["rule"], match["path"]) for match in ROW.finditer(page))
    found = Counter((each.rule.id, each.path) for each in check(sample("iij-2008")).findings)
    assert found - listed == Counter(), "found, and not in docs/iij-2008-findings.md"
    assert listed - found == Counter(), "in docs/iij-2008-findings.md, and not found"
