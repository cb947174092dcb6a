"""Formats beside the plain instance: sizes, writing from objects, reading to facts; a part of what `bench.spine` makes."""

from __future__ import annotations

from collections.abc import Callable

from filingexport import Filing, extension_files
from filingexport.binding.to_facts import to_facts
from filingexport.examination import opened, source_of
from filingexport.formats.safe import DEFAULT_LIMITS
from filingexport.library import documents

NAMES = ("xbrl", "json", "csv", "xbr")


def table(
    filings: list[Filing], medians: Callable[[dict[str, Callable[[], object]], int], dict[str, float]]
) -> list[str]:
    """A line a filing and format, as Markdown."""
    lines = [
        "| facts | format | bytes | objects to document | document to facts |",
        "|---:|---|---:|---:|---:|",
    ]
    for filing in filings:
        own = extension_files(filing)
        count = len(to_facts(filing).facts)
        actions: dict[str, Callable[[], object]] = {}
        sizes = {}
        for name in NAMES:
            files = documents(filing, [name])
            source = source_of(next(iter(files.values())), files, DEFAULT_LIMITS)
            sizes[name] = sum(map(len, files.values()))
            actions[f"write {name}"] = lambda name=name, filing=filing: documents(filing, [name])  # type: ignore[misc]
            actions[f"read {name}"] = lambda source=source, own=own: opened(source, own, DEFAULT_LIMITS)  # type: ignore[misc]
        took = medians(actions, 21 if count < 5_000 else 5)
        for name in NAMES:
            written, read = (
                f"{took[f'{what} xbrl'] * 1000:.0f} ms" if name == "xbrl" else f"{took[f'{what} {name}'] / took[f'{what} xbrl']:.1f}×"
                for what in ("write", "read")
            )  # fmt: skip
            lines.append(f"| {count:,} | {name} | {sizes[name]:,} | {written} | {read} |")
    return lines
