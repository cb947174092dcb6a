"""Several threads at once: the same bytes, filings and findings as each alone, from the first moment of a process on."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from decimal import ROUND_UP, Context, Decimal, Inexact, localcontext
from pathlib import Path
from typing import Any

import attrs
import pytest

from filingexport import Filing, documents, extension_files, load, read, read_workbook, validate, write, write_workbook
from filingexport.checks.run import check
from filingexport.collector import collector_paused
from filingexport.formats.safe import write_file
from filingexport.model.values import Money, Text
from filingexport.taxonomy import validate as validate_module
from tests.conftest import GOLDEN, ROOT
from tests.together import at_once

KITAHAMA = ROOT / "samples" / "kitahama-2026"

_COLD = '''
import hashlib, sys, tempfile, threading
from pathlib import Path
from filingexport import FilingError, documents, export, extension_files, load, read, validate, write
from filingexport.checks.run import check
from filingexport.findings import FilingError

sys.setswitchinterval(1e-5)
ROOT = Path(sys.argv[1])
GOLDEN = (ROOT / "tests" / "golden" / "iij-2008.xbrl").read_bytes()
OWN = {each.name: each.read_bytes() for each in (ROOT / "tests" / "golden" / "taxonomy").iterdir()}

def kitahama():
    filing = load(ROOT / "samples" / "kitahama-2026")
    made = documents(filing, ("xbrl", "ixbrl", "json", "csv"), "k")
    assert read(made["k.json"], extension=extension_files(filing)) == filing
    return [(name, hashlib.sha256(data).hexdigest()) for name, data in made.items()]

def golden():
    filing = read(GOLDEN, extension=OWN)
    return hashlib.sha256(write(filing)).hexdigest(), [str(each) for each in check(filing).findings]

def broken(word=b"much"):
    text = GOLDEN.replace(b'>55702546000<', b'>' + word + b'<').replace(b'contextRef="', b'contextRef="' + word, 1)
    try:
        return [str(each) for each in validate(text, extension=OWN)]
    except FilingError as error:
        return [str(each) for each in error.findings]

def broken_otherwise():
    return broken(b"more")

def written():
    with tempfile.TemporaryDirectory() as folder:
        export(load(ROOT / "samples" / "kitahama-2026"), Path(folder), "k")
        return [(each.name, hashlib.sha256(each.read_bytes()).hexdigest(), each.stat().st_mode & 0o777) for each in sorted(Path(folder).rglob("*")) if each.is_file()]

TASKS = [kitahama, golden, broken, broken_otherwise, written, golden]
together = [None] * len(TASKS)
gate = threading.Barrier(len(TASKS))

def run(number):
    gate.wait()
    together[number] = TASKS[number]()

threads = [threading.Thread(target=run, args=(number,)) for number in range(len(TASKS))]
for each in threads:
    each.start()
for each in threads:
    each.join()
alone = {task: task() for task in dict.fromkeys(TASKS)}
for number, task in enumerate(TASKS):
    assert together[number] == alone[task], (task.__name__, together[number], alone[task])
    assert alone[task]
assert alone[broken] != alone[broken_otherwise]
print("the same")
'''  # fmt: skip


def test_threads_that_begin_together_in_a_new_process_give_what_each_gives_alone() -> None:
    """Nothing is compiled or kept yet: what one thread makes for all is made while the others ask for it."""
    done = subprocess.run(
        [sys.executable, "-c", _COLD, str(ROOT)], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (done.returncode, done.stdout) == (0, "the same\n"), done.stderr[-3000:]


def numbered(small: Filing, number: int) -> Filing:
    """A small filing that is another than the others."""
    company = attrs.evolve(small.company, name=Text(en=f"Company {number}"), identifier=f"C{number}")
    return attrs.evolve(small, company=company)


def test_the_schema_is_compiled_by_one_thread_at_a_time(small: Filing) -> None:
    """Two that compile it at the same time break one another, in libxml2."""
    data = write(small)
    validate_module._compiled.cache_clear()
    assert at_once([lambda: validate(data)] * 4 + [lambda: [read(data) == small for _ in range(20)]]) == [
        *([()] * 4),
        [True] * 20,
    ]


def test_nothing_leaks_from_one_filing_to_another(small: Filing) -> None:
    filings = [numbered(small, number) for number in range(8)]
    alone = [documents(each, ("xbrl", "json", "csv", "ixbrl")) for each in filings]

    def task(number: int) -> Callable[[], Any]:
        def run() -> Any:
            made = []
            for _ in range(3):
                made.append(documents(filings[number], ("xbrl", "json", "csv", "ixbrl")))
                assert read(made[-1]["filing.xbrl"]) == filings[number]
                assert read(made[-1]["filing.xhtml"]) == filings[number]
                assert validate(made[-1]["filing.json"]) == ()
            return made

        return run

    for expected, found in zip(alone, at_once([task(number) for number in range(8)]), strict=True):
        assert found == [expected] * 3
    assert len({each["filing.xbrl"] for each in alone}) == 8


def test_commands_in_threads_speak_each_its_own_language(tmp_path: Path) -> None:
    from filingexport.cli.main import main
    from filingexport.cli.speaker import Speaker, speaker, speaks

    def task(language: Any) -> Callable[[], Any]:
        def run() -> Any:
            with speaks(Speaker("check", language)):
                return [speaker().language for _ in range(200)]

        return run

    found = at_once([task("en"), task("ja"), task("en"), task("ja")])
    assert found == [["en"] * 200, ["ja"] * 200] * 2
    assert main(["doctor", "--lang", "ja", "--quiet"]) == 0
    assert speaker().language == Speaker().language, "nor does it stay"


def test_the_arithmetic_of_the_caller_is_not_ours(tmp_path: Path) -> None:
    """A program may have set another precision, or traps, for its own thread."""
    filing = load(KITAHAMA)
    formats = ("xbrl", "ixbrl", "csv")
    files = extension_files(filing)

    def everything() -> list[Any]:
        made = documents(filing, formats)
        write_workbook(filing, tmp_path / "x.xlsx")
        return [
            made,
            [read(made[each], extension=files) == filing for each in ("filing.xbrl", "filing.xhtml")],
            load(KITAHAMA) == read_workbook(tmp_path / "x.xlsx") == filing,
            [str(each) for each in check(filing).findings],
        ]

    expected = everything()
    with localcontext(Context(prec=3, rounding=ROUND_UP, traps=[Inexact])):
        assert everything() == expected
        assert Money(Decimal("1234567.5"), "JPY", None).amount == Decimal("1234567.5")
    assert expected[1:3] == [[True, True], True]


@pytest.mark.skipif(os.name != "posix", reason="there is no umask")
def test_writing_leaves_the_umask_alone_and_heeds_it(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:

        def task(number: int) -> Callable[[], None]:
            def run() -> None:
                for each in range(40):
                    write_file(tmp_path / f"{number}-{each}", b"x")

            return run

        at_once([task(number) for number in range(8)])
        assert os.umask(0o027) == 0o027
        assert {each.stat().st_mode & 0o777 for each in tmp_path.iterdir()} == {0o640}
        assert len(list(tmp_path.iterdir())) == 320
    finally:
        os.umask(before)


def test_the_collector_runs_even_if_threads_never_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[bool] = []
    monkeypatch.setattr("filingexport.collector.gc.collect", lambda: ran.append(gc.isenabled()))
    assert gc.isenabled()
    with collector_paused():
        for _ in range(200):
            with collector_paused():
                assert not gc.isenabled()
    assert gc.isenabled()
    assert ran == [False] * 3


def test_the_golden_document_is_read_by_many_at_once(sample: Filing, own_files: dict[str, bytes]) -> None:
    data = GOLDEN.read_bytes()
    found = at_once([lambda: read(data, extension=own_files)] * 4)
    assert found == [sample] * 4
    assert at_once([lambda: extension_files(sample)] * 4) == [own_files] * 4
