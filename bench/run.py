"""The whole bench: every action on every size in processes of its own, in turn, round after round; a table and a plot.

python -m bench.run            prints the tables
python -m bench.run --write    writes docs/performance.md (between its marks) and docs/performance.svg
python -m bench.run --once     one round of all
python -m bench.run --quick    small sizes and one round, to see that all works
"""

from __future__ import annotations

import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from bench import peers, plot
from bench.spine import ROOT, filing_of
from filingexport import Filing, export, load, write
from filingexport.binding.to_facts import to_facts

BEGIN, END = "<!-- figures: made by make bench -->\n", "<!-- end of figures -->\n"
FLOORS = ("parse", "serialise", "schema")
MEMORY = ("memory tree", "memory facts", "memory objects", "memory streamed")
OURS = ("validate", "facts", "streamed", "objects", "to facts", "write", "read and validate")
FORMATS = ("xbrl", "ixbrl", "json", "csv", "xbr")
VERSIONS = ("lxml", "attrs", "xmlschema", "arelle-release", "py-xbrl", "xsdata", "xbrl-forge")
OURS_BESIDE = {"validate": "read and validate", "serialise": "write", "write": "write"}
"""Which action of ours does what a peer's does, by a word in its name; else reading to objects."""
SIZES: tuple[int | None, ...] = (None, 2_000, 20_000, 200_000)
"""Facts: the sample as it is, and with its tables repeated until there are so many."""
SAMPLE = "iij-2008"
CHECKED = ("aoba-2026", "minato-2026", "kitahama-2026")
"""Samples on which the checks are measured too: of the first one every row is found fault with."""
PEERS_UP_TO = 3_000
"""More facts than this take a peer minutes."""
FORMATS_UP_TO = 30_000

Figures = dict[tuple[int, str], dict[str, Any]]


def environment() -> dict[str, str]:
    """Of the processes: with byte code, as installed programs have it."""
    found = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**found, "PYTHONPATH": str(ROOT)}


def prepared(folder: Path, sizes: Iterable[int | None], name: str = SAMPLE) -> dict[int, Path]:
    """For each size a folder with an instance and its taxonomy; by number of facts."""
    sample = load(ROOT / "samples" / name)
    export(sample, folder / "first", "filing")
    found: dict[int, Path] = {}
    for size in sizes:
        filing = filing_of(sample, size)
        count = len(to_facts(filing).facts)
        place = folder / str(count)
        if (folder / "first" / "taxonomy").is_dir():
            shutil.copytree(folder / "first" / "taxonomy", place / "taxonomy")
        place.mkdir(exist_ok=True)
        _write(filing, place / "filing.xbrl")
        found[count] = place
    return found


def _write(filing: Filing, target: Path) -> None:
    write(filing, target)


def actions(count: int) -> tuple[str, ...]:
    """What is measured at this size."""
    found = [*FLOORS, *OURS, "check", *MEMORY]
    if count <= FORMATS_UP_TO:
        found += [
            f"{what} {form}" for form in FORMATS for what in ("make", "read") if form != "ixbrl" or count <= PEERS_UP_TO
        ]
    if count <= PEERS_UP_TO:
        found += peers.ACTIONS
    return tuple(found)


def checks_of(count: int) -> tuple[str, ...]:
    """What is measured of a sample for its checks."""
    return ("objects", "check")


def rounds_of(count: int) -> int:
    """More where it costs little."""
    return 3 if count <= PEERS_UP_TO else 2 if count <= FORMATS_UP_TO else 1


def measured(folders: dict[int, Path], once: bool, actions: Callable[[int], Iterable[str]] = actions) -> Figures:
    """Medians over the rounds; every round has every action of every size once, each in a new process."""
    taken: dict[tuple[int, str], list[dict[str, Any]]] = defaultdict(list)
    for number in range(1 if once else max(map(rounds_of, folders))):
        for count, folder in folders.items():
            for name in actions(count) if number < rounds_of(count) else ():
                done = subprocess.run(
                    [sys.executable, "-m", "bench.worker", name, str(folder)],
                    capture_output=True, text=True, env=environment(), cwd=ROOT, check=False,
                )  # fmt: skip
                lines = done.stdout.splitlines()
                broken = (done.stderr.strip().splitlines() or ["nothing was said"])[-1]
                taken[count, name].append(
                    json.loads(lines[-1]) if done.returncode == 0 and lines else {"cannot": broken}
                )
                print(f"{count:>8,} {name:28} {taken[count, name][-1]}", file=sys.stderr)
    return {key: _median(each) for key, each in taken.items()}


def _median(several: list[dict[str, Any]]) -> dict[str, Any]:
    if any("cannot" in each for each in several):
        return next(each for each in several if "cannot" in each)
    return {name: statistics.median([each[name] for each in several]) for name in several[0]}


# --- starts -------------------------------------------------------------------------------------------------------


def _spent() -> float:
    """Seconds of the processor for all processes started here that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def starts(folder: Path, rounds: int) -> dict[str, float]:
    """Median seconds of the processor for whole processes, taken in turn."""
    commands = {
        "python -c 'import lxml.etree, attrs'": ["-c", "import lxml.etree, attrs"],
        "filingexport --help": ["-m", "filingexport", "--help"],
        "import of the model": ["-c", "from filingexport import Filing"],
        "model and compiled schema": ["-c", "from filingexport.taxonomy.validate import compiled; compiled()"],
        "filingexport validate, of the sample": ["-m", "filingexport", "validate", str(folder / "filing.xbrl")],
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            started = _spent()
            subprocess.run([sys.executable, *command], capture_output=True, env=environment(), cwd=ROOT, check=True)
            if number:  # the first one compiles modules to byte code
                taken[name].append(_spent() - started)
    return {name: statistics.median(times) for name, times in taken.items()}


# --- tables -------------------------------------------------------------------------------------------------------


def _times(figures: Figures, count: int, name: str, floor: str) -> str:
    found, below = figures.get((count, name)), figures[count, floor]
    if found is None:
        return "–"
    return "no" if "cannot" in found else f"{found['seconds'] / below['seconds']:.1f}×"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def spine_table(figures: Figures, folders: dict[int, Path]) -> list[str]:
    """Reading, validating and writing against the floors."""
    lines = [
        "| facts | bytes | lxml parse | lxml serialise | validate | read to facts | fact by fact | read to objects | read, validate, place | objects to facts | write | check |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for count, folder in folders.items():
        seconds = [figures[count, name]["seconds"] * 1000 for name in ("parse", "serialise")]
        lines.append(
            _row(
                f"{count:,}", f"{(folder / 'filing.xbrl').stat().st_size:,}", f"{seconds[0]:.1f} ms", f"{seconds[1]:.1f} ms",
                *(_times(figures, count, name, "parse") for name in ("validate", "facts", "streamed", "objects", "read and validate")),
                *(_times(figures, count, name, "serialise") for name in ("to facts", "write")),
                _times(figures, count, "check", "objects"),
            )
        )  # fmt: skip
    return lines


def checks_table(figures: Mapping[str, Figures]) -> list[str]:
    """The rules on each sample against reading it."""
    lines = ["| sample | facts | findings | read to objects | check |", "|---|---:|---:|---:|---:|"]
    for sample, found in figures.items():
        for count in dict.fromkeys(count for count, _ in found):
            read, checked = found[count, "objects"], found[count, "check"]
            ratio = f"{checked['seconds'] / read['seconds']:.2f}×"
            lines.append(
                _row(sample, f"{count:,}", f"{checked['findings']:,.0f}", f"{read['seconds'] * 1000:,.0f} ms", ratio)
            )
    return lines


def memory_table(figures: Figures, folders: dict[int, Path]) -> list[str]:
    """What is in memory at most, beside the document's bytes."""
    lines = ["| facts | lxml's tree | read to facts | read to objects | fact by fact |", "|---:|---:|---:|---:|---:|"]
    for count in folders:
        if count <= PEERS_UP_TO:
            continue  # it fits into what the process had before
        tree = figures[count, "memory tree"]["peak"]
        others = (
            f"{figures[count, f'memory {name}']['peak'] / tree:.1f}×" for name in ("facts", "objects", "streamed")
        )
        lines.append(_row(f"{count:,}", f"{tree / 1e6:.1f} MB", *others))
    return lines


def formats_table(figures: Figures, folders: dict[int, Path]) -> list[str]:
    """Each format beside the instance."""
    lines = ["| facts | format | objects to document | document to facts |", "|---:|---|---:|---:|"]
    for count in folders:
        for form in FORMATS if count <= FORMATS_UP_TO else ():
            if (count, f"make {form}") in figures:
                made, read = (_times(figures, count, f"{what} {form}", f"{what} xbrl") for what in ("make", "read"))
                if form == "xbrl":
                    made, read = (
                        f"{figures[count, f'{what} xbrl']['seconds'] * 1000:.0f} ms" for what in ("make", "read")
                    )
                lines.append(_row(f"{count:,}", form, made, read))
    return lines


def peers_table(figures: Figures, folders: dict[int, Path]) -> list[str]:
    """Other programs on the same files."""
    lines = ["| facts | program | takes | against ours |", "|---:|---|---:|---|"]
    for count in folders:
        for name in peers.ACTIONS if count <= PEERS_UP_TO else ():
            found = figures[count, name]
            if "cannot" in found:
                lines.append(_row(f"{count:,}", name, "–", f"cannot: {found['cannot']}".replace("|", "/")))
                continue
            ours = next((each for said, each in OURS_BESIDE.items() if said in name), "objects")
            ratio = found["seconds"] / figures[count, ours]["seconds"]
            lines.append(_row(f"{count:,}", name, f"{found['seconds'] * 1000:,.0f} ms", f"{ratio:.0f}× {ours}"))
    return lines


def starts_table(took: dict[str, float]) -> list[str]:
    """Whole processes against the smallest that imports what we need."""
    floor = next(iter(took.values()))
    lines = ["| process | takes | |", "|---|---:|---:|"]
    return lines + [_row(f"`{name}`", f"{each * 1000:.0f} ms", f"{each / floor:.1f}×") for name, each in took.items()]


def versions() -> str:
    """Of Python and of what was measured."""
    found = [f"Python {platform.python_version()}"]
    for name in VERSIONS:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} not installed")
    return ", ".join(found)


def report(figures: Figures, folders: dict[int, Path], took: dict[str, float], checked: Mapping[str, Figures]) -> str:
    """The figures as Markdown."""
    parts = [
        ("Reading, validating, writing", spine_table(figures, folders)),
        ("Checks", checks_table({SAMPLE: figures, **checked})),
        ("Memory", memory_table(figures, folders)),
        ("Formats", formats_table(figures, folders)),
        ("Other programs on the same files", peers_table(figures, folders)),
        ("Start", starts_table(took)),
    ]
    text = "\n".join(f"## {title}\n\n" + "\n".join(lines) + "\n" for title, lines in parts)
    return f"{text}\n{versions()}; {os.cpu_count()} cores.\n"


def main(arguments: list[str]) -> None:
    """Measure, print, and write."""
    quick = "--quick" in arguments
    with tempfile.TemporaryDirectory() as folder:
        folders = prepared(Path(folder), SIZES[:2] if quick else SIZES)
        took = starts(folders[min(folders)], 1 if quick else 9)
        once = quick or "--once" in arguments
        figures = measured(folders, once)
        checked = {
            name: measured(prepared(Path(folder) / name, SIZES[1:2] if quick else SIZES[1:], name), once, checks_of)
            for name in CHECKED
        }
        text = report(figures, folders, took, checked)
    print(text)
    if "--write" in arguments:
        page = ROOT / "docs" / "performance.md"
        before, _, rest = page.read_text("utf-8").partition(BEGIN)
        page.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}", "utf-8")
        lines: plot.Lines = {
            name: [
                (float(count), figures[count, name]["seconds"] / count * 1e6)
                for count in folders
                if "seconds" in figures.get((count, name), {})
            ]
            for name in ("parse", "validate", "facts", "objects", "write", "check", *peers.ACTIONS)
        }
        (ROOT / "docs" / "performance.svg").write_text(
            plot.svg({name: each for name, each in lines.items() if each}), "utf-8"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
