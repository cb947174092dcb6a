"""Exports the first or the second draft of a filing, over and over: what the tests of faults kill, starve and run twice."""

from __future__ import annotations

import sys
from pathlib import Path

import attrs

from filingexport import Filing, FilingError, export, load
from filingexport.model.extension import Extension
from tests.conftest import ROOT


def draft(number: int) -> Filing:
    """The sample with an extension: the second draft has another label of its items."""
    whole = load(ROOT / "samples" / "kitahama-2026")
    if number == 1:
        return whole
    assert isinstance(whole.extension, Extension)
    return attrs.evolve(whole, fiscal_term=None)


def main(folder: Path, first: int, turns: int) -> int:
    """Export both drafts in turns; 1 where one could not be."""
    drafts = {number: draft(number) for number in (1, 2)}
    print("ready", flush=True)
    status = 0
    for turn in range(turns):
        try:
            export(drafts[1 + (turn + first) % 2], folder, "notice", ["xbrl", "json"])
        except FilingError as error:
            print(error, flush=True)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
