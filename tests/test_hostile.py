"""Hostile and broken files: each reads right or is refused in words, in bounded time and memory, and touches nothing else."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from filingexport.ingesting.query import query
from filingexport.ingesting.run import ingest
from tests.conftest import EFFORT, ROOT
from tests.hostile.base import DRAFTS, READERS
from tests.hostile.corpus import Case, cases, ready, templates
from tests.hostile.guard import Machine

SHARE = 40
"""Of the light cases of a kind and a reader, one of how many is read in every run; `make soak` reads all."""
MENDED = (
    "xbrl another type", "ixbrl continued 20,000 times", "package something before it", "xlsx many hidden columns",
    "xlsx number of 5000 places", "xbrl decimals of a million digits", "csv table at a very long name", "xbrl 100,000 attributes",
    "xlsx braces in a namespace", "html high and wide cells", "txt dots", "md pictures", "html an encoding undefined", "txt controls", "html a tag that is text",
    "xbrl 8,000 periods", "xbrl 2,000 arcs from 2,000 locators", "xbrl a footnote of 200,000 characters on 1,000 facts",
    "xbrl 5,000 zeros in a reference", "xbrl references without a space", "xbrl elements without a space",
    "xbrl a namespace of 50,000 characters", "xbrl 5,000 namespaces, 5,000 measures", "xbrl 5,000 schemas",
    "xbrl 1,000 dimensions, 5,000 facts", "ixbrl 5,000 namespaces",
    "ixbrl 200 facts around 500,000 characters", "ixbrl a text with 30,000 exclusions",
    "ixbrl exclusions far below", "ixbrl a date of 20,000 months",
    "json a key twice under a long key", "json a key twice after a long text", "json 10,000 schemas below a long address",
    "json a namespace of 100,000 characters", "json facts of 10,000 dimensions", "csv short rows below a wide header",
    "csv a column of 20,000 dimensions", "csv a name of 500,000 characters of 200 facts", "csv properties from one column 50,000 times",
    "csv a parameter of a million characters", "csv 5,000 tables in one file", "package a catalog of 5,000 addresses",
    "extension 2,000 labels by 2,000 arcs", "extension of another version, 1,500 sections",
    "package names of 32,000 folders", "xbrl a label called as an element", "md a line of controls", "json decimals of 1e1111111111111111111", "xlsx a row of a power",
    "yaml 2,000 items in 30,000 rows", "yaml 20,000 items like 2,000", "yaml 100,000 items of a list in a text", "xlsx cards of 60,000 tables",
    "xlsx columns of records", "xlsx a path of 3,000 steps", "xlsx a name of 40,000 steps", "txt shareholders", "txt accounts in many columns",
    "txt years in many columns", "txt names and lines", "txt a rule and no rule", "txt a unit in a heading",
)  # fmt: skip
"""Cases that once ended otherwise than promised."""


def chosen() -> Iterator[Case]:
    seen: Counter[tuple[str, str]] = Counter()
    for case in templates(light=EFFORT == 1):
        seen[case.kind, case.reader] += 1
        often = 1 if EFFORT > 1 else SHARE
        if case.name in MENDED or EFFORT > 1 or (not case.heavy and seen[case.kind, case.reader] % often == 1):
            yield ready(case)


HALVES = 2
"""The files are read by so many tests, which two processes can run beside each other."""


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="memory is measured by Linux's /proc")
@pytest.mark.parametrize("half", range(HALVES))
def test_every_file_reads_right_or_is_refused(half: int, tmp_path: Path) -> None:
    kinds: Counter[str] = Counter()
    readers: Counter[str] = Counter()
    wrong = []
    with Machine(tmp_path) as machine:
        for ended in machine.run(islice(chosen(), half, None, HALVES)):
            kinds[ended.case.kind] += 1
            readers[ended.case.reader] += 1
            if ended.wrong:
                wrong.append(f"{ended.case.kind}, {ended.case.name}: {'; '.join(ended.wrong)}")
    assert not wrong, "\n".join(wrong)
    assert len(kinds) >= 15
    assert set(readers) == {*READERS, *DRAFTS}
    assert sum(kinds.values()) >= 75
    print(sum(kinds.values()), "files", dict(kinds), dict(readers))


def test_the_guard_sees_what_it_is_there_for(tmp_path: Path) -> None:
    """Were a reader to open another file, to connect, to start a process or to burn time, it would be told."""
    code = (
        "import sys, os, socket, subprocess; from tests.hostile.child import Guard; "
        "guard = Guard((sys.prefix, os.path.dirname(os.__file__))); guard.folder = sys.argv[1]; sys.addaudithook(guard.hook); "
        "guard.on = True; open('/etc/hostname', 'rb').close() if os.path.exists('/etc/hostname') else None\n"
        "try: open('/etc/passwd').close(); socket.create_connection(('127.0.0.1', 9), 1)\n"
        "except OSError: pass\n"
        "subprocess.run(['true']); open(sys.argv[1] + '/x', 'w').close(); open(sys.argv[1] + '/../y', 'w').close()\n"
        "guard.on = False; print('\\n'.join(guard.seen))"
    )
    inside = tmp_path / "in"
    inside.mkdir()
    done = subprocess.run([sys.executable, "-c", code, str(inside)], capture_output=True, text=True, check=True)
    for what in ("opens /etc/passwd", "socket.connect", "subprocess.Popen", f"writes {tmp_path}/y"):
        assert what in done.stdout, done.stdout
    assert f"{inside}/x" not in done.stdout


def test_a_folder_of_hostile_files_is_ingested_with_findings_alone(tmp_path: Path) -> None:
    """Of each document the tables say that it was read, or why not; none is the fault of the program."""
    for number, case in enumerate(each for each in templates(light=True) if not each.heavy):
        if EFFORT > 1 or number % 10 == 0:
            for name, data in ready(case).files.items():
                file = tmp_path / "in" / str(number) / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
    done = ingest([tmp_path / "in"], tmp_path / "facts.parquet", jobs=1)
    assert done.read > 25
    assert done.failed > 25
    assert done.findings == ()
    ended = query(tmp_path / "facts.parquet", "SELECT count(*) FROM documents WHERE status = 'failed'").rows
    assert list(ended) == [(done.failed,)]
    faults = "SELECT file, message FROM findings WHERE severity = 'error' AND (code = 'fx:unreadable' OR message = '' OR message LIKE '%fault in this%')"
    assert not query(tmp_path / "facts.parquet", faults).rows
    assert sorted(each.name for each in tmp_path.iterdir()) == ["facts.parquet", "in"]


@pytest.mark.skipif(EFFORT == 1, reason="make soak")
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.parametrize("reader", [*READERS, *DRAFTS])
def test_no_call_of_the_system_opens_another_file_or_a_socket(reader: str, tmp_path: Path) -> None:
    """What libraries in C do is seen too: of all system calls after the start, none opens what it should not."""
    log = tmp_path / "strace.log"
    folder = tmp_path / "machine"
    folder.mkdir()
    kinds = ("entities", "document types", "inclusions", "references", "archives", "injection", "drafts")
    wrapper = ("strace", "-f", "-qq", "-o", str(log), "-e", "trace=open,openat,openat2,connect,sendto,execve,creat")
    with Machine(folder, wrapper) as machine:
        count = sum(1 for _ in machine.run(each for each in cases(reader) if each.kind in kinds and not each.heavy))
    assert count > 10
    calls = log.read_text("utf-8", "replace")
    assert not re.search(r"sa_family=AF_INET6?\b", calls)
    assert len(re.findall(r"execve\(", calls)) == 1
    opened = re.findall(r'open(?:at2?)?\([^"]*"([^"]+)"', calls)
    own = (
        "/proc",
        "/lib",
        "/usr",
        "/etc/ld.so",
        "/etc/mime.types",
        "/etc/localtime",
        "/etc/locale",
        "/dev/null",
        "/sys/",
    )
    places = (
        *own,
        str(ROOT),
        str(folder / "case"),
        str(folder / "warm"),
        sys.prefix,
        sys.base_prefix,
    )
    strange = {each for each in opened if each.startswith("/") and not each.startswith(places)}
    assert not strange, sorted(strange)


ISOLATED = ("unshare", "--map-root-user", "--net")


def _can_isolate() -> bool:
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*ISOLATED, "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(EFFORT == 1, reason="make soak")
@pytest.mark.skipif(not _can_isolate(), reason="this machine lets nobody make a network namespace (unshare)")
def test_every_file_ends_the_same_where_there_is_no_network(tmp_path: Path) -> None:
    """In a namespace of its own without any interface, not even the loopback one."""
    wrong = []
    count = 0
    with Machine(tmp_path, ISOLATED) as machine:
        for ended in machine.run(each for each in cases(light=True) if not each.heavy):
            count += 1
            if ended.wrong:
                wrong.append(f"{ended.case.kind}, {ended.case.name}: {'; '.join(ended.wrong)}")
    assert not wrong, "\n".join(wrong)
    assert count > 1_500


@pytest.mark.skipif(EFFORT == 1, reason="make soak")
def test_what_is_told_of_a_file_is_the_same_in_every_process(tmp_path: Path) -> None:
    """A set of texts has another order in each: none of it is in what is told, or in how a case ends."""
    ways = [("env", f"PYTHONHASHSEED={seed}") for seed in (0, 4711)]
    with Machine(tmp_path, ways[0]) as machine:
        chosen = [each for number, each in enumerate(cases(light=True)) if number % 5 == 0 and not each.heavy]
        first = [(ended.statuses, ended.told) for ended in machine.run(chosen)]
        machine.anew(ways[1])
        second = [(ended.statuses, ended.told) for ended in machine.run(chosen)]
    different = [(case.name, *both) for case, *both in zip(chosen, first, second, strict=True) if both[0] != both[1]]
    assert not different, "\n".join(map(str, different))
    assert len(chosen) > 400
