"""How fast documents become tables, beside the same processes only parsing them with lxml.

    python -m bench.ingest                        1,000 filings of about 700 facts, a process a core
    python -m bench.ingest --filings 200 --jobs 1 --format json

Both are taken in turn, round after round, from the start of the first process to the end of the last; the ratio of the
medians is what holds from machine to machine.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import perf_counter

from lxml import etree

from bench.generator import FACTS, synthetic, write_documents
from filingexport.ingesting.run import ingest
from filingexport.ingesting.store import finished

_CONTEXT = get_context("spawn")


def make(folder: Path, seeds: range, facts: int, form: str) -> None:
    """Write filings, each in a folder of its own, as each has a taxonomy of its own."""
    for seed in seeds:
        write_documents(folder / f"{seed:06d}", synthetic(seed, facts), f"filing{seed:06d}", [form])


def parse(paths: list[str]) -> None:
    """What the floor does: read the bytes, parse them."""
    for path in paths:
        etree.fromstring(Path(path).read_bytes())


def in_processes(work: Sequence[BaseProcess]) -> float:
    """Seconds from the start of the first to the end of the last."""
    started = perf_counter()
    for process in work:
        process.start()
    for process in work:
        process.join()
    return perf_counter() - started


def ingested(filings: Path, output: Path, jobs: int) -> float:
    """Seconds of a run into a new folder."""
    shutil.rmtree(output, ignore_errors=True)
    started = perf_counter()
    done = ingest([filings], output, jobs=jobs)
    assert not done.failed, done
    return perf_counter() - started


def peak(filings: Path, output: Path, jobs: int) -> int:
    """Megabytes that the largest process of a run had at its peak."""
    shutil.rmtree(output, ignore_errors=True)
    code = (
        "import resource, sys\nfrom pathlib import Path\nfrom filingexport.ingesting.run import ingest\n"
        "if __name__ == '__main__':\n"
        f"    ingest([Path({str(filings)!r})], Path({str(output)!r}), jobs={jobs})\n"
        "    print(max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))\n"
    )
    script = filings / "peak.py"
    script.write_text(code, "utf-8")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    return int(done.stdout) // 1024


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--filings", type=int, default=1_000)
    options.add_argument("--facts", type=int, default=FACTS)
    options.add_argument("--format", default="xbrl")
    options.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--folder", type=Path, help="where the filings are, or will be (default: a temporary folder)")
    chosen = options.parse_args()
    whole = chosen.folder or Path(tempfile.mkdtemp(prefix="filingexport-bench-"))
    filings, output = whole / f"{chosen.format}-{chosen.filings}-{chosen.facts}", whole / "facts.parquet"
    jobs = chosen.jobs
    if not filings.is_dir():
        seeds = [range(start, chosen.filings, jobs) for start in range(jobs)]
        arguments = [(filings, each, chosen.facts, chosen.format) for each in seeds]
        in_processes([_CONTEXT.Process(target=make, args=each) for each in arguments])
    paths = [str(each) for each in sorted(filings.glob("*/filing*"))]
    size = sum(Path(each).stat().st_size for each in paths)
    floors: list[float] = []
    took: list[float] = []
    for _ in range(chosen.rounds):
        if chosen.format in ("xbrl", "ixbrl"):
            work = [_CONTEXT.Process(target=parse, args=(paths[start::jobs],)) for start in range(jobs)]
            floors.append(in_processes(work))
        took.append(ingested(filings, output, jobs))
    started = perf_counter()
    again = ingest([filings], output, jobs=jobs)
    unchanged = perf_counter() - started
    seconds = statistics.median(took)
    facts = sum(each.facts for each in finished(output))
    written = sum(each.stat().st_size for each in output.rglob("*.parquet"))
    print(f"{len(paths):,} documents ({chosen.format}), {facts:,} facts, {size:,} bytes; {jobs} processes")
    if floors:
        floor = statistics.median(floors)
        print(f"only parsed by lxml  {floor:.2f} s  {len(paths) / floor:,.0f} documents/s")
        print(
            f"ingested             {seconds:.2f} s  {len(paths) / seconds:,.0f} documents/s  {floor / seconds:.0%} of that rate"
        )
    else:
        print(f"ingested             {seconds:.2f} s  {len(paths) / seconds:,.0f} documents/s")
    print(f"again, unchanged     {unchanged:.2f} s  {again.unchanged / unchanged:,.0f} documents/s")
    print(f"tables               {written:,} bytes, {written / facts:.1f} a fact")
    print(f"peak of a process    {peak(filings, output, jobs):,} MB")
    if chosen.folder is None:
        shutil.rmtree(whole)


if __name__ == "__main__":
    main()
