"""How fast documents become tables, beside the same processes only parsing them with lxml.

    python -m bench.ingest                        1,000 filings of about 700 facts, a process a core
    python -m bench.ingest --filings 200 --jobs 1 --format json

Both are taken in turn, round after round, from the start of the first process to the end of the last: fresh processes, of
which the floor's load lxml alone, and ours are those of the command. The ratios of the medians are what holds from machine
to machine, that of the processors' time also where others use the machine.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import perf_counter

from attrs import frozen

from bench.generator import FACTS, synthetic, write_documents
from bench.run import environment
from filingexport.ingesting.store import finished

_CONTEXT = get_context("spawn")


def make(folder: Path, seeds: range, facts: int, form: str) -> None:
    """Write filings, each in a folder of its own, as each has a taxonomy of its own."""
    for seed in seeds:
        write_documents(folder / f"{seed:06d}", synthetic(seed, facts), f"filing{seed:06d}", [form])


_FLOOR = """
import sys
from lxml import etree
for path in sys.stdin.read().split("\\n"):
    with open(path, "rb") as file:
        etree.fromstring(file.read())
"""
"""What the floor does: read the bytes, parse them; in processes that load nothing else."""


@frozen
class Took:
    """Seconds by the clock, from the start of the first process to the end of the last, and of all processors."""

    wall: float
    cpu: float


def timed(action: Callable[[], object]) -> Took:
    """What an action took that leaves all work to processes, or does it itself."""
    before, started = os.times(), perf_counter()
    action()
    after = os.times()
    return Took(perf_counter() - started, sum(after[:4]) - sum(before[:4]))


def parsed(paths: list[str], jobs: int) -> None:
    """Only parse."""
    work = [subprocess.Popen([sys.executable, "-c", _FLOOR], stdin=subprocess.PIPE, text=True) for _ in range(jobs)]
    for start, process in enumerate(work):
        assert process.stdin is not None
        process.stdin.write("\n".join(paths[start::jobs]))
        process.stdin.close()
    for process in work:
        assert process.wait() == 0


def in_processes(work: Sequence[BaseProcess]) -> None:
    """Do all of it at the same time."""
    for process in work:
        process.start()
    for process in work:
        process.join()


def ingested(filings: Path, output: Path, jobs: int) -> None:
    """The command, as its users start it."""
    words = ["ingest", str(filings), "--output", str(output), "--jobs", str(jobs)]
    subprocess.run(
        [sys.executable, "-m", "filingexport", *words], check=True, stdout=subprocess.DEVNULL, env=environment()
    )


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
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True, env=environment())
    return int(done.stdout) // 1024


def _median(rounds: list[Took]) -> Took | None:
    if not rounds:
        return None
    return Took(statistics.median(each.wall for each in rounds), statistics.median(each.cpu for each in rounds))


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
    ingested(filings / "000000", output, 1)  # after which there is byte code
    floors: list[Took] = []
    took: list[Took] = []
    for _ in range(chosen.rounds):
        if chosen.format in ("xbrl", "ixbrl"):
            floors.append(timed(lambda: parsed(paths, jobs)))
        shutil.rmtree(output, ignore_errors=True)
        took.append(timed(lambda: ingested(filings, output, jobs)))
    again = timed(lambda: ingested(filings, output, jobs))
    whole_run, floor = _median(took), _median(floors)
    facts = sum(each.facts for each in finished(output))
    written = sum(each.stat().st_size for each in output.rglob("*.parquet"))
    print(f"{len(paths):,} documents ({chosen.format}), {facts:,} facts, {size:,} bytes; {jobs} processes")
    for name, what in (("only parsed by lxml", floor), ("ingested", whole_run), ("again, unchanged", again)):
        if what is not None:
            share = (
                ""
                if floor is None
                else f"  {floor.wall / what.wall:.0%} of that rate, {floor.cpu / what.cpu:.0%} by CPU"
            )
            print(
                f"{name:<20} {what.wall:6.2f} s  {len(paths) / what.wall:5,.0f} documents/s"
                f"  CPU {what.cpu / len(paths) * 1000:.1f} ms a document{share}"
            )
    print(f"tables               {written:,} bytes, {written / facts:.1f} a fact")
    print(f"peak of a process    {peak(filings, output, jobs):,} MB")
    if chosen.folder is None:
        shutil.rmtree(whole)


if __name__ == "__main__":
    main()
