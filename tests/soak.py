"""Round trips at scale: ``python -m tests.soak`` makes filings up, and takes each through every format, its source and its workbook.

For each part of the model in turn, so that a multiple of their number is every part so many times; a third has an extension, a
third facts that have no place. A sample of the files is also read by Arelle, which must find the very facts that were written. The
same seed makes the same filings.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import attrs
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from filingexport import Filing, documents, dump, extension_files, load, read, read_workbook, write_workbook
from filingexport.formats import registry
from filingexport.making import Order, write_all
from tests.strategies import all_places, filings, with_kept_facts

ROOT: Final = Path(__file__).parent.parent
PLACES: Final = all_places()
OTHERS: Final = ("ixbrl", "json", "csv", "package", "xbr")
"""Each filing goes through the instance, and through one or more of these."""


@attrs.frozen(eq=False)
class Made:
    """A filing with what it is made of."""

    number: int
    place: str
    kind: str
    filing: Filing


def made_up(start: int, count: int) -> Iterator[Made]:
    """Filings number `start` to `start + count`, the same ones each time."""
    names = sorted(PLACES)
    for number in range(start, start + count):
        place = names[number % len(names)]
        kind = ("plain", "extension", "kept")[number // len(names) % 3]
        yield Made(number, place, kind, _one(number, place, kind))


def _one(number: int, place: str, kind: str) -> Filing:
    """The last that hypothesis makes of a few: its first ones are the least that there can be."""
    found: list[Filing] = []

    @seed(number)
    @settings(
        max_examples=2, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(data=st.data())
    def make(data: st.DataObject) -> None:
        filing = data.draw(filings(PLACES[place], extension=kind == "extension"))
        if kind == "kept":
            filing = data.draw(with_kept_facts(filing))
        identifier = "".join(filing.company.identifier.split()) or "C"
        found.append(attrs.evolve(filing, company=attrs.evolve(filing.company, identifier=identifier)))

    make()
    return found[-1]


def through(made: Made, every: bool) -> int:
    """Take it through formats, source and workbook; how many documents were written. AssertionError if one is not equal.

    every: through all formats, else through the instance and one other, in turn.
    """
    filing = made.filing
    chosen = OTHERS if every else (OTHERS[made.number % len(OTHERS)],)
    files = documents(filing, ("xbrl", *chosen))
    extension = extension_files(filing)
    beside = files | {f"taxonomy/{name}": data for name, data in extension.items()}
    ends = {"xbrl": ".xbrl", "ixbrl": ".xhtml", "json": ".json", "csv": "-csv.json", "package": ".xbri", "xbr": ".xbr"}
    for name in ("xbrl", *chosen):
        back = read(files[f"filing{ends[name]}"], beside=beside)
        assert back == filing, (made.number, made.place, made.kind, name)
    if every or made.number % 7 == 0:
        with tempfile.TemporaryDirectory() as folder:
            dump(filing, Path(folder) / "source")
            assert load(Path(folder) / "source") == filing, (made.number, made.place, made.kind, "source")
    if every or made.number % 97 == 0:
        with tempfile.TemporaryDirectory() as folder:
            write_workbook(filing, Path(folder) / "x.xlsx")
            assert read_workbook(Path(folder) / "x.xlsx") == filing, (made.number, made.place, made.kind, "workbook")
    return 1 + len(chosen)


def differential(sample: list[Made]) -> int:
    """Have Arelle read these filings; how many facts it found. AssertionError if one is another than was written."""
    from tests.test_formats_arelle import _all

    expected: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for made in sample:
            at = Path(folder) / str(made.number)
            orders = [Order(registry.named(each)) for each in ("xbrl", "json", "csv")]
            exported = write_all(made.filing, at, "filing", orders)
            for document in exported.documents:
                expected[str(document.path)] = _all(exported.report)
        done = subprocess.run(
            [sys.executable, "-m", "tests.arelle_facts", "--facts", *expected],
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        found: dict[str, Any] = json.loads(done.stdout)
        for file, facts in expected.items():
            assert sorted(map(json.dumps, found[file]["facts"])) == facts, file
    return sum(map(len, expected.values()))


def main() -> int:
    """Run it, and say how much and how long."""
    options = argparse.ArgumentParser(prog="tests.soak")
    options.add_argument("--filings", type=int, default=10_000)
    options.add_argument("--start", type=int, default=0, help="number of the first one")
    options.add_argument("--arelle", type=int, default=60, help="how many of them Arelle reads too")
    options.add_argument("--every", action="store_true", help="each through all formats, source and workbook")
    options.add_argument("--seconds", type=float, default=0, help="no new filing after this time (default: no limit)")
    given_ = options.parse_args()
    started = time.monotonic()
    count = written = 0
    failed: list[str] = []
    kept: list[Made] = []
    choose = random.Random(given_.start)
    for made in made_up(given_.start, given_.filings):
        if given_.seconds and time.monotonic() - started > given_.seconds:
            break
        try:
            written += through(made, given_.every)
        except Exception as error:
            failed.append(f"{made.number} {made.place} {made.kind}: {type(error).__name__} {str(error)[:300]}")
            print(failed[-1], flush=True)
        count += 1
        if made.kind == "plain" and choose.random() < 3 * given_.arelle / given_.filings:
            kept.append(made)
    seconds = time.monotonic() - started
    print(f"{count:,} filings, {written:,} documents written and read back equal but {len(failed)}, {seconds:,.0f} s")
    if kept:
        started = time.monotonic()
        facts = differential(kept)
        print(f"Arelle: the same {facts:,} facts in {3 * len(kept):,} documents, {time.monotonic() - started:,.0f} s")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
