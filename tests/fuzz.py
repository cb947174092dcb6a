"""Fuzzing of the readers: ``python -m tests.fuzz [READER…] [--runs N] [--seed N]``. Anything but a reading or a FilingError is a crash.

Each run changes one file of a sound filing; of an archive one of its parts, packed again, so that the change gets behind
the checksum. Guided by coverage where atheris is installed and ``--guided`` is asked for, else by a seed, the same at each run.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import re
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import FunctionType

from filingexport import FilingError, read, validate
from filingexport.authoring import yaml_tree
from filingexport.authoring.source import from_tree
from filingexport.authoring.workbook import reader as workbook
from filingexport.drafting.compose import compose
from filingexport.drafting.draft import draft_of
from filingexport.findings import Finding
from filingexport.formats.safe import Limits
from filingexport.formats.xlsx.reader import read as read_book
from tests.hostile.base import ALL, DRAFTS, Files, inside, made, repacked
from tests.hostile.corpus import CHARACTERS, DAYS, INJECTIONS, NUMBERS, VALUES

LIMITS = Limits(file=2_000_000, unpacked=4_000_000)
_ARCHIVES = ("package", "xlsx", "docx")
_TOKENS = tuple(
    each.encode("utf-8", "surrogatepass")
    for each in (*VALUES, *DAYS, *INJECTIONS.values(), *(text for text in (*CHARACTERS.values(), *NUMBERS.values()) if len(text) < 100))
)  # fmt: skip
_SIGNS = tuple(
    each.encode()
    for each in ("<", ">", "&", "&#0;", "]]>", "<![CDATA[", "<!--", "<?x?>", "<!DOCTYPE x>", "\0", "\n", "\r", '"', "'", ":", "- ", "{", "}", "[", "]", ",", "null", "true", '""', "xsi:nil='true'", "*a", "&a", "!!x", "? ", "|", ">-", "#", "$", "%")
)  # fmt: skip


@cache
def parts(reader: str, small: bool = False) -> tuple[tuple[str, bytes], ...]:
    """What may be changed: the files of a sound filing, or the parts of its archive that are text, and the archive."""
    files = made(reader, small)
    if reader not in _ARCHIVES:
        return tuple(files.items())
    [(name, data)] = files.items()
    kinds = (".xml", ".xbrl", ".json", ".rels", ".xsd", ".xhtml")
    return ((name, data), *((part, held) for part, held in inside(data).items() if part.endswith(kinds)))


def files_with(reader: str, name: str, data: bytes, small: bool = False) -> Files:
    """The files of the filing with this part changed."""
    files = made(reader, small)
    if name in files:
        return {**files, name: data}
    [(holder, whole)] = files.items()
    return {holder: repacked(whole, {name: data})}


def take(reader: str, files: Files) -> None:
    """Read and validate; raises FilingError where it is refused."""
    main = next(iter(files))
    match reader:
        case "yaml":
            trees = {name: yaml_tree.parse(data, name, LIMITS) for name, data in files.items()}
            root = trees[main]
            findings: list[Finding] = []
            if isinstance(root, yaml_tree.Mapping):
                notice = trees.get("notice.yaml") or yaml_tree.BLANK
                from_tree(yaml_tree.Mapping({**root.entries, "notice": notice}, root.place, root.key_places), findings)
            assert all(str(each) for each in findings)
        case "xlsx":
            workbook.from_book(read_book(files[main], main, LIMITS), main)
        case _ if reader in DRAFTS:
            made_of = draft_of(files[main], main, LIMITS)
            compose(made_of.holding, made_of.language)
        case _:
            read(files[main], beside=files, limits=LIMITS)
            validate(files[main], beside=files, limits=LIMITS)


def changed(data: bytes, source: random.Random, others: tuple[bytes, ...]) -> bytes:
    """The same with one to five changes: bits, pieces cut, doubled, moved or taken from another file, words of the trade."""
    result = bytearray(data)
    for _ in range(source.choice((1, 1, 1, 2, 3, 5))):
        if not result:
            break
        at = source.randrange(len(result))
        size = source.choice((1, 2, 4, 16, 64, 256))
        match source.randrange(9):
            case 0:
                result[at] ^= 1 << source.randrange(8)
            case 1:
                del result[at : at + size]
            case 2:
                result[at:at] = result[at : at + size] * source.choice((1, 1, 1, 30))
            case 3:
                start = source.randrange(len(result))
                piece = result[start : start + size]
                result[at : at + size] = piece
            case 4:
                other = source.choice(others)
                start = source.randrange(len(other) or 1)
                result[at:at] = other[start : start + size]
            case 5:
                result[at:at] = source.choice(_SIGNS)
            case 6:
                result[at : at + size] = source.choice(_TOKENS)
            case 7:
                _value(result, at, source.choice(_TOKENS))
            case _:
                result[at] = source.randrange(256)
    return bytes(result)


def _value(result: bytearray, at: int, token: bytes) -> None:
    """Put a token in place of what stands between two marks, as a whole value."""
    ends = b"<>\"'\n,"
    start, end = at, at
    while start > 0 and result[start - 1] not in ends:
        start -= 1
    while end < len(result) and result[end] not in ends:
        end += 1
    result[start:end] = token


def one(reader: str, source: random.Random) -> tuple[str, Files]:
    """The name of a part and the files with that part changed: of the least filing, or one time in ten of a larger one."""
    small = source.random() < 0.9
    held = parts(reader, small)
    name, data = source.choice(held)
    return name, files_with(reader, name, changed(data, source, tuple(each for _, each in held)), small)


def crashes(reader: str, runs: int, seed: int = 0, tell: Callable[[str], None] = print) -> list[tuple[int, str]]:
    """Runs with these seeds that ended in anything but a reading or a FilingError: the seed, and the traceback."""
    found = []
    started = time.monotonic()
    for turn in range(seed, seed + runs):
        _, files = one(reader, random.Random(f"{reader} {turn}"))
        try:
            take(reader, files)
        except FilingError as error:
            for each in error.findings:
                each.line("ja")
        except Exception:
            found.append((turn, traceback.format_exc()))
            tell(f"{reader}: crash with seed {turn}\n{found[-1][1]}")
    tell(f"{reader}: {runs:,} runs, {len(found)} crashes, {time.monotonic() - started:.0f} s")
    return found


def guided(reader: str, runs: int, corpus: Path, seconds: int) -> None:
    """The same guided by coverage of our own modules; does not return (libFuzzer ends the process).

    Every second input is changed as those above are, and every other one as libFuzzer does, which also takes over what
    our code compares things with. Each begins with a byte that says which of the parts it is.
    """
    import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

    held = parts(reader, small=True)[:256]
    names = [name for name, _ in held]
    others = tuple(data for _, data in held)
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(others):
        if len(data) < LIMITS.file // 4:
            (corpus / f"{reader}-{number}").write_bytes(bytes([number]) + data)

    def target(data: bytes) -> None:
        if data:
            again(reader, names[data[0] % len(names)], data[1:])

    def mutated(data: bytes, most: int, seed: int) -> bytes:
        source = random.Random(seed)
        if source.random() < 0.25:  # from a sound part: else mostly what is refused at once would be changed once more
            number = source.randrange(len(others))
            data = bytes([number]) + others[number]
        if source.random() < 0.5 or len(data) < 2:
            return bytes(atheris.Mutate(data, most))
        return data[:1] + changed(data[1:], source, others)[: most - 1]

    take(reader, made(reader))
    take(reader, made(reader, small=True))  # what is only loaded when it is used is loaded now
    for each in [each for each in gc.get_objects() if isinstance(each, FunctionType)]:
        if (each.__module__ or "").startswith("filingexport."):
            atheris.instrument_func(each)
    gc.collect()
    gc.freeze()
    options = (f"-runs={runs}", f"-max_total_time={seconds}", "-max_len=400000", "-timeout=20")
    atheris.Setup(
        [sys.argv[0], str(corpus), *options, f"-artifact_prefix={corpus}/", "-print_final_stats=1"],
        target,
        custom_mutator=mutated,
    )
    atheris.Fuzz()


def again(reader: str, name: str, data: bytes) -> None:
    """Take the least filing with this part as it is here, where it may be refused."""
    try:
        take(reader, files_with(reader, name, data, small=True))
    except FilingError as error:
        for each in error.findings:
            each.line("ja")


_DONE = re.compile(r"^Done (?P<runs>\d+) runs in (?P<seconds>\d+) second", re.MULTILINE)
_COVERED = re.compile(r"^#\d+\s+\w+\s+cov: (?P<covered>\d+)", re.MULTILINE)
_KEPT = re.compile(r"Test unit written to (?P<path>.+)$", re.MULTILINE)


def all_guided(readers: list[str], runs: int, folder: Path, seconds: int) -> int:
    """Each of these readers in a process of its own, with what was found below the folder; how many crashed."""
    if find_spec("atheris") is None:
        print("not guided by coverage: atheris is not installed here (pip install 'filingexport[fuzz]')")
        return 0
    crashed = 0
    for reader in readers:
        command = [sys.executable, "-m", "tests.fuzz", reader, "--guided", str(folder / reader), "--runs", str(runs)]
        done = subprocess.run([*command, "--seconds", str(seconds), "--alone"], capture_output=True, text=True, check=False)  # fmt: skip
        told = _DONE.search(done.stderr)
        covered = _COVERED.findall(done.stderr)
        if done.returncode or told is None:
            crashed += 1
            kept = _KEPT.search(done.stderr)
            print(f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}\n{reader}: crash")
            if kept is not None:
                print(f"again: python -m tests.fuzz {reader} --file {kept['path']}")
            continue
        places = f"{covered[0]} to {covered[-1]} places of our code" if covered else ""
        print(f"{reader}: guided, {int(told['runs']):,} runs, no crash, {told['seconds']} s, {places}", flush=True)
    return crashed


def main(arguments: list[str] | None = None) -> int:
    """The command line."""
    options = argparse.ArgumentParser(prog="tests.fuzz", description=__doc__)
    options.add_argument("readers", nargs="*", default=ALL)
    options.add_argument("--runs", type=int, default=100_000)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument(
        "--seconds", type=int, default=0, help="with --guided: no longer than this for a reader (default: no limit)"
    )
    options.add_argument(
        "--guided", type=Path, metavar="FOLDER", help="guided by coverage; where what was found is kept"
    )
    options.add_argument("--file", type=Path, help="one reader: what --guided kept of a crash, once more")
    options.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    asked = options.parse_args(arguments)
    if asked.file is not None:
        kept, names = asked.file.read_bytes(), [name for name, _ in parts(asked.readers[0], small=True)]
        again(asked.readers[0], names[kept[0] % len(names)], kept[1:])
        return 0
    if asked.guided is not None:
        if asked.alone:
            guided(asked.readers[0], asked.runs, asked.guided, asked.seconds)
        return all_guided(asked.readers, asked.runs, asked.guided, asked.seconds)
    found = {reader: [seed for seed, _ in crashes(reader, asked.runs, asked.seed)] for reader in asked.readers}
    print(json.dumps(found))
    return any(found.values())


if __name__ == "__main__":
    sys.exit(main())
