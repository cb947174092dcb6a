"""One action on one file, timed in a process of its own: what it takes, and how much memory at most.

    python -m bench.worker ACTION FOLDER

Seconds are of the processor, so that what else the machine does counts little. FOLDER is what `bench.run` has prepared: an instance with its taxonomy beside. Prints one JSON object. What a peer cannot
do is told in it, in the peer's words.
"""

from __future__ import annotations

import gc
import json
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import attrs

from bench import peers
from filingexport.formats.safe import DEFAULT_LIMITS, Limits

SPENT = 1.0
"""Seconds after which an action is not repeated again."""
MOST = 15


def instance(folder: Path) -> bytes:
    """The instance's bytes."""
    return (folder / "filing.xbrl").read_bytes()


def large() -> Limits:
    """Limits beyond the filings that are measured: those of the package are for what strangers send."""
    return attrs.evolve(DEFAULT_LIMITS, facts=10**6, contexts=10**6, nodes=10**7, cells=10**7)


def streamed(folder: Path) -> int:
    """How many facts pass."""
    from filingexport import facts

    return sum(1 for _ in facts(folder / "filing.xbrl", limits=large()))


def _own(folder: Path, name: str) -> Callable[[], object]:
    """Our own actions, and the floors below them."""
    from lxml import etree

    if name.startswith("memory"):
        return _reader(folder, name.removeprefix("memory "))
    data = instance(folder)
    match name:
        case "parse":
            return lambda: etree.fromstring(data)
        case "serialise":
            tree = etree.fromstring(data)
            return lambda: etree.tostring(tree, encoding="UTF-8")
    from filingexport import Filing, library
    from filingexport.binding.from_facts import from_facts
    from filingexport.binding.to_facts import to_facts
    from filingexport.collector import collector_paused
    from filingexport.examination import opened, source_of
    from filingexport.formats import xbrl
    from filingexport.taxonomy.validate import compiled, schema_findings

    limits = large()
    small = folder.parent / "first" / "filing.xbrl"
    extension = opened(source_of(small, None, limits), None, limits).extension
    match name:
        case "schema":
            tree, checker = etree.fromstring(data), compiled(extension)
            return lambda: checker.validate(tree)
        case "validate":
            read = xbrl.read(data, limits=large())
            instance_tree, names = read.tree, read.names
            assert instance_tree is not None
            return lambda: schema_findings(instance_tree, "", extension, names)
        case "facts":
            return lambda: xbrl.read(data, limits=large())
        case "streamed":
            return lambda: streamed(folder)
        case "objects":
            # In one pause of the collector, as `library.read` does it.
            return collector_paused()(lambda: from_facts(xbrl.read(data, limits=large()).report, Filing, extension))
        case "read and validate":
            return lambda: library.validate(folder / "filing.xbrl", limits=large())
    filing = library.read(folder / "filing.xbrl", limits=large())
    match name:
        case "to facts":
            return lambda: to_facts(filing)
        case "write":
            return lambda: xbrl.write_filing(filing)
        case "check":
            from filingexport.checks.run import check

            return lambda: check(filing)
    what, form = name.split()
    if what == "make":
        return lambda: library.documents(filing, [form])
    files = library.documents(filing, [form])
    own = library.extension_files(filing)
    main = next(iter(files.values()))
    source = source_of(main, files, limits)
    return lambda: opened(source, own, limits)


def _reader(folder: Path, name: str) -> Callable[[], object]:
    """One reading, in a process that has read only the small sample before, so that nothing of it is there yet."""
    from lxml import etree

    from filingexport import library
    from filingexport.formats import xbrl

    library.read(folder.parent / "first" / "filing.xbrl")
    data = instance(folder)
    match name:
        case "tree":
            return lambda: etree.fromstring(data)
        case "facts":
            return lambda: xbrl.read(data, limits=large())
        case "streamed":
            return lambda: streamed(folder)
    return lambda: library.read(folder / "filing.xbrl", limits=large())


def action(name: str, folder: Path) -> Callable[[], object]:
    """What is timed; all that comes before it is done."""
    return peers.action(name, folder) if name in peers.ACTIONS else _own(folder, name)


def _peak(run: Callable[[], object]) -> int:
    """How many bytes more than before are in memory at most, while what the action gives is kept."""
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")  # the highest so far is forgotten
    before = _status("VmRSS")
    kept = run()
    peak = _status("VmHWM") - before
    del kept
    return peak


def _status(name: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) * 1024


def measured(name: str, folder: Path) -> dict[str, Any]:
    """Seconds (the median), bytes at most; what is new in memory is of the first run, in which nothing is freed yet; times are of later ones."""
    try:
        run = action(name, folder)
    except peers.CannotError as error:
        return {"cannot": str(error)}
    started = process_time()
    try:
        peak = _peak(run)
    except peers.CannotError as error:
        return {"cannot": str(error)}
    taken = [process_time() - started]
    spent = taken[0]
    times: list[float] = []
    while not name.startswith("memory") and (len(times) < 2 or (spent < SPENT and len(times) < MOST)):
        gc.collect()
        started = process_time()
        run()
        times.append(process_time() - started)
        spent += times[-1]
    found: dict[str, Any] = {"seconds": statistics.median(times or taken), "peak": peak}
    if name == "check":
        found["findings"] = len(run().findings)  # type: ignore[attr-defined]
    return found


if __name__ == "__main__":
    print(json.dumps(measured(sys.argv[1], Path(sys.argv[2]))))
