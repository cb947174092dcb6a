"""Where we stand: writing, validating and reading, against the floor that lxml sets on the same bytes.

    python -m bench.spine            prints the table
    python -m bench.spine --write    writes it to docs/performance.md

All figures of a row are taken in turn in one run, round after round, and are medians; ratios are what holds from
machine to machine. The floor of writing is `lxml.etree.tostring` of the finished tree, that of reading
`lxml.etree.fromstring` of the finished bytes.
"""

from __future__ import annotations

import gc
import platform
import statistics
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

from lxml import etree

from bench import formats
from bench.generator import repeated
from filingexport import Filing, load
from filingexport.binding.from_facts import from_facts
from filingexport.binding.plan import plan
from filingexport.binding.to_facts import to_facts
from filingexport.checks.run import check
from filingexport.formats import xbrl
from filingexport.formats.ixbrl.reader import read as read_page
from filingexport.library import documents
from filingexport.taxonomy.validate import compiled, schema_findings

ROOT = Path(__file__).parent.parent
SIZES = (None, 2_000, 20_000, 200_000)
"""Facts: of the sample as it is, and of the sample with its tables repeated until there are so many."""


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


def medians(actions: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median seconds of each action, taken in turn."""
    taken: dict[str, list[float]] = {name: [] for name in actions}
    for action in actions.values():
        action()
    for _ in range(rounds):
        for name, action in actions.items():
            gc.collect()
            started = perf_counter()
            action()
            taken[name].append(perf_counter() - started)
    return {name: statistics.median(times) for name, times in taken.items()}


def first_use() -> float:
    """Milliseconds from a fresh process's import to a compiled schema."""
    code = (
        "from time import perf_counter as t; s = t();"
        "from filingexport.taxonomy.validate import compiled; compiled(); print((t() - s) * 1000)"
    )
    times = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        for _ in range(5)
    ]
    return statistics.median(times)


def pages() -> list[str]:
    """The inline documents of the samples beside their instances, each made from the objects, and read to facts."""
    lines = [
        "| sample | facts | instance | page | write the instance | write the page | read the instance to facts | read the page |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for path in sorted((ROOT / "samples").glob("*/filing.yaml")):
        filing = load(path.parent)
        [(_, instance)] = documents(filing, ["xbrl"]).items()
        [(_, page)] = documents(filing, ["ixbrl"]).items()
        took = medians(
            {
                "xbrl": lambda filing=filing: documents(filing, ["xbrl"]),  # type: ignore[misc]
                "ixbrl": lambda filing=filing: documents(filing, ["ixbrl"]),  # type: ignore[misc]
                "read xbrl": lambda data=instance: xbrl.read(data),  # type: ignore[misc]
                "read ixbrl": lambda data=page: read_page(data),  # type: ignore[misc]
            },
            21,
        )
        lines.append(
            f"| {path.parent.name} | {len(to_facts(filing).facts):,} | {len(instance):,} bytes | {len(page):,} bytes "
            f"| {took['xbrl'] * 1000:.1f} ms | {took['ixbrl'] / took['xbrl']:.1f}× | {took['read xbrl'] * 1000:.1f} ms "
            f"| {took['read ixbrl'] / took['read xbrl']:.1f}× |"
        )
    return lines


def table() -> str:
    """The figures as a Markdown table, with how they were made."""
    sample = load(ROOT / "samples" / "iij-2008")
    compiled()
    lines = [
        "| facts | bytes | parse (floor) | serialise (floor) | write | validate (XML Schema) | read to facts | read to objects | objects to facts | all checks |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for size in SIZES:
        filing = filing_of(sample, size)
        report = to_facts(filing)
        data = xbrl.write(report)
        tree = etree.fromstring(data)
        rounds = 31 if len(report.facts) < 5_000 else 11 if len(report.facts) < 50_000 else 3
        took = medians(
            {
                "parse": lambda data=data: etree.fromstring(data),  # type: ignore[misc]
                "serialise": lambda tree=tree: etree.tostring(tree, encoding="UTF-8"),  # type: ignore[misc]
                "write": lambda filing=filing: xbrl.write(to_facts(filing)),  # type: ignore[misc]
                "validate": lambda tree=tree: schema_findings(tree, ""),  # type: ignore[misc]
                "facts": lambda data=data: xbrl.read(data),  # type: ignore[misc]
                "read": lambda data=data: from_facts(xbrl.read(data).report, Filing),  # type: ignore[misc]
                "to_facts": lambda filing=filing: to_facts(filing),  # type: ignore[misc]
                "check": lambda filing=filing: check(filing),  # type: ignore[misc]
            },
            rounds,
        )
        parse, serialise = took["parse"], took["serialise"]
        lines.append(
            f"| {len(report.facts):,} | {len(data):,} | {parse * 1000:.1f} ms | {serialise * 1000:.1f} ms "
            f"| {took['write'] / serialise:.1f}× serialise | {took['validate'] / parse:.2f}× parse "
            f"| {took['facts'] / parse:.1f}× parse | {took['read'] / parse:.1f}× parse | {took['to_facts'] / serialise:.1f}× serialise "
            f"| {took['check'] / took['read']:.1f}× read |"
        )
    versions = ", ".join(f"{name} {version(name)}" for name in ("lxml", "attrs", "xmlschema"))
    return "\n".join(
        [
            "# Performance",
            "",
            "Made by `make bench` (`python -m bench.spine --write`): medians of interleaved rounds in one process. Read the",
            "ratios; absolute times are of one small machine.",
            "",
            *lines,
            "",
            "## The page (Inline XBRL) beside the instance",
            "",
            *pages(),
            "",
            "## xBRL-JSON, xBRL-CSV and a report package beside the instance",
            "",
            "The package holds the instance and, deflated, the whole taxonomy: most of its bytes, and of the time it takes to write.",
            "",
            *formats.table([sample, filing_of(sample, 20_000)], medians),
            "",
            f"First use in a fresh process, from import to a compiled schema: {first_use():.0f} ms.",
            "",
            f"Python {platform.python_version()}, {versions}.",
            "",
        ]
    )


if __name__ == "__main__":
    text = table()
    print(text)
    if "--write" in sys.argv[1:]:
        (ROOT / "docs" / "performance.md").write_text(text, "utf-8")
