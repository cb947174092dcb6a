"""Whether what is wrong is told in Japanese too."""

from __future__ import annotations

import re
from collections.abc import Iterable

from filingexport.findings import CODES, SEVERITY, Finding

JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


def in_both(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """These findings, each of which has a Japanese reading of its own, with the same place and path."""
    found = tuple(findings)
    assert found
    for each in found:
        assert JAPANESE.search(each.japanese), each
        assert each.japanese != each.message
        where = each.place + (f" ({each.path})" if each.place and each.path else each.path)
        told = each.line("ja")
        assert told == f"{where + ': ' if where else ''}{SEVERITY[each.severity].ja} {each.code}: {each.japanese}"
        assert "{" not in each.japanese or "{" in each.message, each
        if each.code in CODES:
            assert each.severity is CODES[each.code][0]
    return found
