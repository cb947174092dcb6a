"""Documents to tables: the rows are the facts, whatever happens to the files, the processes and the run."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import threading
import zipfile
from contextlib import suppress
from decimal import Decimal
from multiprocessing.connection import Connection
from pathlib import Path
from time import sleep
from typing import Any

import pyarrow.dataset as ds
import pytest
from attrs import evolve
from bench.generator import synthetic, write_documents
from hypothesis import given
from hypothesis import strategies as st

from filingexport import FilingError
from filingexport.binding.to_facts import to_facts
from filingexport.cli.main import main
from filingexport.formats.safe import DEFAULT_LIMITS
from filingexport.ingesting import gathered, parts, run, worker
from filingexport.ingesting.columns import FACTS, NUMBER, TABLES
from filingexport.ingesting.desk import Desk, Task
from filingexport.ingesting.found import Place
from filingexport.ingesting.group import group
from filingexport.ingesting.query import connect, query
from filingexport.ingesting.rows import number, unit_text
from filingexport.ingesting.run import Ingested, ingest
from filingexport.ingesting.store import finished, opened
from filingexport.names import FX, local_name, namespace
from filingexport.report import TypedMember
from tests import ingest_workers
from tests.conftest import ROOT

SEEDS = range(6)
SIZE = 300
JAPANESE, INTERNATIONAL = 5, 0
"""Filings of these numbers are under Japanese GAAP (at 1,400 facts), and IFRS."""
TASK = 10
"""Files of a task: two filings, each with the four linkbases of its taxonomy, which are passed over."""


@pytest.fixture(scope="module")
def filings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six instances, each with its own taxonomy beside it."""
    folder = tmp_path_factory.mktemp("filings")
    for seed in SEEDS:
        write_documents(folder / f"{seed}", synthetic(seed, SIZE), f"filing{seed}")
    return folder


@pytest.fixture(scope="module")
def tables(filings: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an undisturbed run of one process gives, in several parts."""
    output = tmp_path_factory.mktemp("tables") / "facts.parquet"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(run, "TASK_DOCUMENTS", TASK)
        patched.setattr(run, "get_context", lambda _: Threads)
        done = ingest([filings], output, jobs=1)
    assert (done.read, done.failed, done.documents) == (6, 0, 6)
    return output


class Threads:
    """Threads in place of processes: for what happens to documents, which is the same in both, and starts at once."""

    Pipe = staticmethod(multiprocessing.Pipe)
    Value = staticmethod(multiprocessing.Value)

    class Process(threading.Thread):
        exitcode = 0

        def __init__(self, target: Any, args: Any, daemon: bool) -> None:
            (desk,) = args
            ours = Connection(os.dup(desk.connection.fileno()))  # who starts a process closes its own copy
            super().__init__(target=worker.tasks, args=(evolve(desk, connection=ours),), daemon=daemon)

        def kill(self) -> None:
            """Its end of the pipe is closed soon."""

        def join(self, timeout: float | None = 1) -> None:
            super().join(timeout)


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "get_context", lambda _: Threads)


@pytest.fixture
def small_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "TASK_DOCUMENTS", TASK)


def contents(output: Path) -> dict[str, bytes]:
    """Every file of the tables."""
    return {
        str(path.relative_to(output)): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file() and path.name != "_lock"
    }


def rows(output: Path) -> list[dict[str, Any]]:
    """All facts, in the order of their documents."""
    found: list[dict[str, Any]] = ds.dataset(output, partitioning="hive").to_table().to_pylist()
    return sorted(found, key=lambda row: (row["file"], row["number"]))


def failures(output: Path) -> dict[str, str]:
    """Why documents could not be read, by the last part of their names."""
    answer = query(output, "SELECT file, min(message) FROM findings WHERE severity = 'error' GROUP BY ALL")
    return {str(file).rpartition("/")[2]: str(message) for file, message in answer.rows}


def test_the_rows_are_the_facts(filings: Path, tables: Path) -> None:
    by_file: dict[str, list[dict[str, Any]]] = {}
    for row in rows(tables):
        by_file.setdefault(row["file"], []).append(row)
    assert sorted(by_file) == [str(filings / f"{seed}" / f"filing{seed}.xbrl") for seed in SEEDS]
    for seed, told in zip(SEEDS, by_file.values(), strict=True):
        filing = synthetic(seed, SIZE)
        report = to_facts(filing)
        assert len(told) == len(report.facts)
        for row, fact in zip(told, report.facts, strict=True):
            assert (row["id"], row["concept"], row["namespace"]) == (fact.id, local_name(fact.concept), namespace(fact.concept))  # fmt: skip
            assert (row["value"], row["decimals"], row["language"]) == (fact.value, fact.decimals, fact.language)
            assert row["unit"] == (fact.unit and unit_text(fact.unit))
            if fact.unit is not None and fact.value is not None:
                assert row["numeric"] == Decimal(fact.value)
            else:
                assert row["numeric"] is None
            if fact.period.start is None:
                assert (row["period_start"], row["period_end"], row["instant"]) == (None, None, fact.period.end)
            else:
                assert (row["period_start"], row["period_end"], row["instant"]) == (fact.period.start, fact.period.end, None)  # fmt: skip
            assert dict(row["dimensions"]) == {
                local_name(axis): member.text if isinstance(member, TypedMember) else local_name(member)
                for axis, member in fact.dimensions
                if namespace(axis) == FX
            }
            notes = [(note.kind, *reading) for note in fact.notes for reading in note.readings]
            assert [tuple(each.values()) for each in row["notes"] or []] == notes
            assert row["fiscal_year"] == filing.fiscal_year_end.year
            assert row["entity"] == report.entity.identifier


def test_the_tables_do_not_depend_on_how_many_read(
    filings: Path, tables: Path, tmp_path: Path, small_tasks: None
) -> None:
    output = tmp_path / "facts.parquet"
    ingest([filings], output, jobs=3)
    assert contents(output) == contents(tables)
    assert len(finished(output)) == 3


@pytest.mark.usefixtures("threads")
def test_a_second_run_reads_nothing_and_changes_nothing(filings: Path, tables: Path, tmp_path: Path) -> None:
    output = shutil.copytree(tables, tmp_path / "facts.parquet")
    done = ingest([filings], output, jobs=1)
    assert (done.read, done.unchanged, done.facts) == (0, 6, 0)
    assert contents(output) == contents(tables)


@pytest.mark.usefixtures("threads")
def test_a_changed_document_replaces_its_rows(filings: Path, tables: Path, tmp_path: Path) -> None:
    """And the documents that were in one part with it keep theirs, though they are no longer there to be read."""
    changed = shutil.copytree(filings, tmp_path / "filings")
    output = tmp_path / "facts.parquet"
    ingest([changed], output, jobs=1)
    before = rows(output)
    path = changed / "2" / "filing2.xbrl"
    path.write_bytes(path.read_bytes().replace("株式会社".encode(), "合同会社".encode()))
    for seed in (0, 1):
        shutil.rmtree(changed / f"{seed}")
    (changed / "5" / "filing5.xbrl").write_bytes(b"no longer XML")
    done = ingest([changed], output, jobs=1)
    assert (done.read, done.failed, done.unchanged) == (1, 1, 2)
    after = rows(output)
    assert [row for row in after if "filing2" not in row["file"]] == [
        row for row in before if "filing2" not in row["file"] and "filing5" not in row["file"]
    ]
    second = [row["value"] for row in after if "filing2" in row["file"]]
    assert len(second) == len([row for row in before if "filing2" in row["file"]])
    assert any("合同会社" in (value or "") for value in second)
    assert list(failures(output)) == ["filing5.xbrl"]
    assert len(query(output, "SELECT * FROM documents").rows) == 6
    parts = {name for part in finished(output) for name in part.files()}
    assert parts | {"_ledger.json", "_concepts.parquet"} == contents(output).keys()


@pytest.mark.usefixtures("threads")
def test_several_documents_of_one_part_change_in_several_tasks(filings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    changed = shutil.copytree(filings, tmp_path / "filings")
    output = tmp_path / "facts.parquet"
    ingest([changed], output, jobs=1)
    for seed in (0, 3, 5):
        path = changed / f"{seed}" / f"filing{seed}.xbrl"
        path.write_bytes(path.read_bytes().replace("株式会社".encode(), "合同会社".encode()))
    monkeypatch.setattr(run, "TASK_DOCUMENTS", TASK)
    done = ingest([changed], output, jobs=1)
    assert (done.read, done.unchanged) == (3, 3)
    assert len({row["file"] for row in rows(output)}) == 6
    assert query(output, "SELECT count(*) FROM (SELECT file, number FROM facts GROUP BY ALL HAVING count(*) > 1)").rows == ((0,),)  # fmt: skip


@pytest.mark.usefixtures("threads")
def test_every_format_gives_the_same_rows(tmp_path: Path) -> None:
    filing = synthetic(3, SIZE)
    write_documents(tmp_path / "in", filing, "notice", ["xbrl", "ixbrl", "json", "csv", "package", "xbr"])
    output = tmp_path / "facts.parquet"
    done = ingest([tmp_path / "in"], output, jobs=1)
    assert (done.read, done.failed) == (6, 0), failures(output)
    told: dict[str, list[Any]] = {}
    for row in rows(output):
        said = tuple(str(row[name]) for name in ("concept", "period", "dimensions", "unit", "language", "value", "numeric", "decimals"))  # fmt: skip
        told.setdefault(row["file"], []).append(said)
    first, *others = told.values()
    assert all(sorted(each) == sorted(first) for each in others)
    formats = query(output, "SELECT format FROM documents ORDER BY file").rows
    assert sorted(each for (each,) in formats) == ["csv", "ixbrl", "json", "package", "package", "xbrl"]


@pytest.mark.usefixtures("threads")
def test_an_archive_of_documents_is_read_where_it_lies(filings: Path, tables: Path, tmp_path: Path) -> None:
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for path in sorted(filings.rglob("*")):
            if path.is_file():
                file.write(path, path.relative_to(filings))
    output = tmp_path / "facts.parquet"
    done = ingest([archive], output, jobs=2)
    assert (done.read, done.failed) == (6, 0)
    told, expected = rows(output), rows(tables)
    assert {row["file"] for row in told} == {f"{archive}!{seed}/filing{seed}.xbrl" for seed in SEEDS}
    for row in (*told, *expected):
        del row["file"]
    assert told == expected


BAD = {
    "empty.xbrl": b"",
    "broken.xbrl": b"<xbrl xmlns='http://www.xbrl.org/2003/instance'><context>",
    "laughs.xbrl": b"<!DOCTYPE x [<!ENTITY a 'ha'>]><x>&a;</x>",
    "binary.xbrl": bytes(range(256)) * 10,
    "other.xbrl": b"<html/>",
    "broken.xhtml": b"<html xmlns='http://www.w3.org/1999/xhtml'><p></html>",
    "broken.xbri": b"PK\x03\x04 and nothing more",
    "deep.json": b'{"documentInfo": {"documentType": "https://xbrl.org/2021/xbrl-json"}, "x": ' + b"[" * 5_000,
    "broken.zip": b"PK\x03\x04 and nothing more",
}


@pytest.mark.usefixtures("threads")
def test_bad_documents_stop_nothing_and_are_told_of(filings: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(filings, tmp_path / "filings")
    for name, data in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "manifest.xml").write_bytes(b"<manifest/>")
    (folder / "data.json").write_bytes(b"{}")
    (folder / "notes.txt").write_bytes(b"no document")
    (folder / "gone.xbrl").symlink_to(folder / "nowhere")
    for name in ("pipe.xbrl", "pipe.xml"):
        os.mkfifo(folder / name)
    output = tmp_path / "facts.parquet"
    done = ingest([folder, tmp_path / "no-such-file.xbrl"], output, jobs=2)
    assert (done.read, done.passed) == (6, 26)
    told = failures(output)
    assert told.keys() == {*BAD, "gone.xbrl", "pipe.xbrl", "pipe.xml", "no-such-file.xbrl"}
    assert all(told.values())
    assert done.failed == done.failing == len(told)
    assert len({row["file"] for row in rows(output)}) == 6
    status = query(output, "SELECT status, count(*), sum(facts) > 0 FROM documents GROUP BY ALL ORDER BY 1").rows
    assert status == (("failed", len(told), False), ("read", 6, True))
    again = ingest([folder, tmp_path / "no-such-file.xbrl"], output, jobs=1)
    assert (again.read, again.failed, again.failing) == (0, 0, len(told))
    (folder / "empty.xbrl").write_bytes((folder / "0" / "filing0.xbrl").read_bytes())
    healed = ingest([folder], output, jobs=1)
    assert (healed.read, healed.failing) == (1, len(told) - 1)
    retried = ingest([folder], output, jobs=1, retry=True)
    assert (retried.read, retried.failed, retried.failing) == (0, len(told) - 5, len(told) - 1)


@pytest.mark.parametrize(
    ("body", "named", "why"),
    [
        (ingest_workers.killed, ["deadly"], "ended the process"),
        (ingest_workers.endless, ["endless"], "took more than 1 seconds"),
        (ingest_workers.faulty, ["faulty", "large"], ""),
    ],
)
def test_what_happens_to_a_process_happens_to_one_document(
    body: Any, named: list[str], why: str, filings: Path, tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(filings, tmp_path / "filings")
    for name in named:
        shutil.copy(folder / "0" / "filing0.xbrl", folder / "3" / f"{name}.xbrl")
    monkeypatch.setattr(run, "begin", body)
    output = tmp_path / "facts.parquet"
    done = ingest([folder], output, jobs=2, seconds=1)
    assert (done.read, done.failed) == (6, len(named))
    told = failures(output)
    assert sorted(told) == sorted(f"{name}.xbrl" for name in named)
    assert all(why in message for message in told.values())
    assert [row["value"] for row in rows(output)] == [row["value"] for row in rows(tables)]
    again = ingest([folder], output, jobs=1, seconds=1)
    assert (again.read, again.failed, again.unchanged) == (0, 0, 6 + len(named))


_STOPPED = """
import os, signal, sys
from pathlib import Path
from filingexport.ingesting import run, store

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    given, output, when = sys.argv[1:]
    run.TASK_DOCUMENTS = 10
    save, clean, count = store.Store.save, store.Store.clean, []

    def stopping(self):
        if self.parts and when == "before the ledger":
            die()
        save(self)
        count.append(self)
        if len(count) == 3:  # the first is that of the empty folder
            die()

    store.Store.save = stopping
    if when == "at once":
        store.Store.clean = die
    run.ingest([given], Path(output), jobs=2)
"""


def _wait_for_the_last_of(group: int) -> None:
    """The processes that read end by themselves when who waited for them is gone, and finish a part before."""
    with suppress(ProcessLookupError):
        while True:
            os.killpg(group, 0)
            sleep(0.02)


@pytest.mark.parametrize("when", ["at once", "before the ledger", "after the second part"])
def test_killed_in_the_middle_it_loses_nothing_and_repeats_nothing(
    when: str, filings: Path, tables: Path, tmp_path: Path, small_tasks: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    script, output = tmp_path / "stopped.py", tmp_path / "facts.parquet"
    script.write_text(_STOPPED, "utf-8")
    with subprocess.Popen(
        [sys.executable, str(script), str(filings), str(output), when], start_new_session=True
    ) as stopped:
        assert stopped.wait() == -signal.SIGKILL
    _wait_for_the_last_of(stopped.pid)
    whole = {row["file"]: 0 for row in rows(tables)}
    for (file,) in query(
        output, "SELECT DISTINCT file FROM facts"
    ).rows:  # in the meantime all of some documents is there
        counted = f"SELECT count(*) FROM facts WHERE file = '{file}'"
        assert query(output, counted).rows == query(tables, counted).rows
        whole[file] = 1
    monkeypatch.setattr(run, "get_context", lambda _: Threads)
    resumed = ingest([filings], output, jobs=1)
    assert resumed.unchanged == sum(whole.values())
    assert resumed.read == 6 - resumed.unchanged
    assert contents(output) == contents(tables)


def test_a_process_that_reads_does_not_load_the_model() -> None:
    """It is a fifth of a second for each of them."""
    code = "import sys, filingexport.ingesting.worker; sys.exit('filingexport.model.filing' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("before", ["", "import numpy; "])
def test_a_process_that_reads_does_not_load_numpy(before: str) -> None:
    """Arrow would load it: half as long again until the first document is read. Where it is there it stays."""
    code = (
        "import sys, filingexport.ingesting.process as process; process._leave_out_numpy()\n"
        "import filingexport.ingesting.worker\n"
        "sys.exit(sys.modules.get('numpy') is not None)"
    )
    done = subprocess.run([sys.executable, "-c", before + code], check=False)
    assert done.returncode == bool(before)


def test_until_the_processes_are_started_arrow_is_not_loaded() -> None:
    """It takes as long as they take to start."""
    code = "import sys, filingexport.ingesting.run; sys.exit('pyarrow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_nobody_takes_in_is_not_left_behind(filings: Path, tmp_path: Path) -> None:
    """The one who dealt out was killed while a process read: what that has written it takes away."""
    ours, theirs = multiprocessing.Pipe()
    ours.send(group())
    ours.send(Task(0, (Place(str(filings / "0" / "filing0.xbrl")),), {}))
    ours.close()
    written: list[Path] = []

    def write_part(folder: Path, *rest: Any) -> Any:
        part = parts.write_part(folder, *rest)
        written.extend(path for path in folder.rglob("*") if path.is_file())
        return part

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(worker, "write_part", write_part)
        worker.tasks(Desk(theirs, multiprocessing.Value("q", 0), str(tmp_path), "mark", DEFAULT_LIMITS))
    assert len(written) == 2
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_two_runs_do_not_write_into_one_folder(filings: Path, tmp_path: Path) -> None:
    output = tmp_path / "facts.parquet"
    with opened(output), pytest.raises(FilingError, match="another run"):
        ingest([filings], output)


def test_a_folder_of_something_else_is_left_alone(filings: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(FilingError, match="name a new one"):
        ingest([filings], tmp_path)
    (tmp_path / "other" / "x").mkdir(parents=True)
    (tmp_path / "other" / "_ledger.json").write_text("[]", "utf-8")
    with pytest.raises(FilingError, match="no ledger"):
        ingest([filings], tmp_path / "other")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["mine.txt", "other"]
    with pytest.raises(FilingError, match="no folder that was ingested into"):
        query(tmp_path, "SELECT 1")


@pytest.mark.usefixtures("threads")
def test_a_part_that_cannot_be_written_ends_the_run_and_keeps_the_rest(
    filings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "facts.parquet"
    monkeypatch.setattr(run, "TASK_DOCUMENTS", TASK)

    def after_the_first(tally: run.Tally) -> None:
        if tally.read and not (output / "moved").exists():
            (output / "_documents").rename(output / "moved")
            (output / "_documents").write_bytes(b"in the way")

    with pytest.raises(FilingError, match="cannot be written"):
        ingest([filings], output, jobs=1, progress=after_the_first)


numbers = st.decimals(allow_nan=False, allow_infinity=False).map(str) | st.from_regex(r"[+-]?[0-9]{1,40}(\.[0-9]{0,15})?", fullmatch=True)  # fmt: skip


@given(
    numbers
    | st.sampled_from(["INF", "-INF", "NaN", "", " 1 ", "1e3", "٣", "1_000", "1" * 28, "1" * 29, "0." + "0" * 11])
)
def test_a_number_is_exact_or_not_there(text: str) -> None:
    said = number(text)
    if said is None:
        return
    assert Decimal(said) == Decimal(text)
    import pyarrow as pa
    import pyarrow.compute as pc

    assert pc.cast(pa.array([said]), NUMBER)[0].as_py() == Decimal(text)


def test_numbers_that_fit_are_there() -> None:
    for text in ("0", "-7720255000", "0.142", "1E+3", "9" * 28, "-0.0000000001", "+5", "12."):
        assert number(text) is not None, text
    for text in ("9" * 29, "0.00000000001", "NaN", "INF", "", "x"):
        assert number(text) is None, text


# --- questions ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def larger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two listed companies and a small one."""
    folder = tmp_path_factory.mktemp("larger")
    for seed, facts in ((JAPANESE, 1_400), (INTERNATIONAL, 700), (3, SIZE)):
        write_documents(folder / f"{seed}", synthetic(seed, facts), f"filing{seed}")
    shutil.copytree(folder / "3", folder / "copy")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(run, "get_context", lambda _: Threads)
        done = ingest([folder], folder / "facts.parquet", jobs=1)
    assert (done.read, done.failed) == (4, 0)
    return folder / "facts.parquet"


def test_statements_are_tables(larger: Path) -> None:
    for seed, standards in ((JAPANESE, "japan_gaap"), (INTERNATIONAL, "ifrs")):
        filing = synthetic(seed, 1_400 if seed == JAPANESE else 700)
        assert filing.consolidated is not None
        if standards == "japan_gaap":
            held = filing.consolidated.japan_gaap
            assert held is not None
            assert held.income_statement is not None
            assert held.prior_year is not None
            assert held.prior_year.income_statement is not None
            amount, prior = held.income_statement.net_sales, held.prior_year.income_statement.net_sales
        else:
            other = filing.consolidated.ifrs
            assert other is not None
            assert other.profit_or_loss is not None
            assert other.prior_year is not None
            assert other.prior_year.profit_or_loss is not None
            amount, prior = other.profit_or_loss.revenue, other.prior_year.profit_or_loss.revenue
        told = query(
            larger,
            "SELECT s.amount, s.prior_year FROM statements s JOIN measured m USING (standards, statement, concept) "
            f"WHERE m.measure = 'revenue' AND s.consolidated AND s.standards = '{standards}' "
            "AND s.statement = 'income_statement' AND s.amount IS NOT NULL",
        ).rows
        assert told == ((amount.amount, prior.amount),)  # type: ignore[union-attr]


def test_measures_are_one_whatever_the_standards_call_them(larger: Path) -> None:
    told = query(
        larger,
        "SELECT standards, amount, prior_year FROM measures WHERE measure = 'net_income' AND consolidated ORDER BY 1",
    ).rows
    assert [row[0] for row in told] == ["ifrs", "japan_gaap"]
    assert told[0][1] < 0 < told[0][2]  # a loss after a profit
    own = query(larger, "SELECT count(*) FROM measures WHERE measure = 'net_income' AND NOT consolidated").rows
    assert own == ((3,),)


def test_people_dividends_and_fees_are_tables(larger: Path) -> None:
    filing = synthetic(JAPANESE, 1_400)
    assert filing.business_report is not None
    assert filing.business_report.officers is not None
    assert filing.business_report.accounting_auditor is not None
    assert filing.reference_documents is not None
    assert filing.reference_documents.appropriation_of_surplus is not None
    where = f"WHERE entity = '{filing.company.identifier}'"
    names = query(larger, f"SELECT coalesce(name_en, name_ja), coalesce(outside, false) FROM officers {where} ORDER BY row").rows  # fmt: skip
    assert names == tuple((str(each.name), each.outside or False) for each in filing.business_report.officers.officers)
    auditor = filing.business_report.accounting_auditor
    assert query(larger, f"SELECT coalesce(name_en, name_ja), audit_fee FROM auditors {where}").rows == (
        (str(auditor.name), auditor.audit_fee.amount),  # type: ignore[union-attr]
    )
    proposed = filing.reference_documents.appropriation_of_surplus
    assert query(larger, f"SELECT dividend_per_share, total_dividend, effective_date FROM dividends {where}").rows == (
        (proposed.dividend_per_share.amount, proposed.total_dividend.amount, proposed.effective_date),  # type: ignore[union-attr]
    )


def test_one_document_under_two_names_is_one_filing(larger: Path) -> None:
    assert query(larger, "SELECT count(*) FROM documents").rows == ((4,),)
    assert query(larger, "SELECT count(*) FROM filings").rows == ((3,),)


@pytest.mark.usefixtures("threads")
def test_every_view_answers_with_nothing_in_it(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    done = ingest([tmp_path / "in"], tmp_path / "facts.parquet", jobs=1)
    assert done == Ingested(0, 0, 0, 0, 0, 0, 0, (), done.seconds)
    with connect(tmp_path / "facts.parquet") as connection:
        for (name,) in connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall():
            if name != "concepts":
                assert connection.execute(f"SELECT count(*) FROM {name}").fetchall() == [(0,)]
        for name, columns in TABLES.items():
            described = [each[0] for each in connection.execute(f"DESCRIBE {name}").fetchall()]
            assert described[: len(columns)] == [each.name for each in columns]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "COPY facts TO '/tmp/stolen.csv'",
        "INSTALL httpfs",
        "ATTACH '/tmp/other.db'",
        "SET enable_external_access = true",
        "SELEC 1",
        "SELECT no_such_column FROM facts",
    ],
)
def test_questions_reach_nothing_else(sql: str, tables: Path) -> None:
    with pytest.raises(FilingError, match="cannot be answered"):
        query(tables, sql)


# --- the command line ---------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("threads")
def test_the_commands(
    filings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def command(*arguments: str | Path) -> tuple[int, str, str]:
        status = main([*map(str, arguments), *(() if "--lang" in arguments else ("--lang", "en"))])
        said = capsys.readouterr()
        return status, said.out, said.err

    monkeypatch.chdir(tmp_path)
    folder = shutil.copytree(filings, tmp_path / "filings")
    status, out, err = command("ingest", folder, "--jobs", "1", "--output", "facts.parquet")
    assert (status, err) == (0, "")
    assert "6 documents: 6 read, 0 failed, 0 unchanged" in out
    (folder / "bad.xbrl").write_bytes(b"bad")
    pattern = str(folder / "**" / "*.xbrl")
    status, out, _ = command("ingest", pattern, "--output", "facts.parquet", "--json", "--jobs", "1")
    told = json.loads(out)
    assert status == told["status"] == 1
    assert (told["documents"], told["read"], told["failed"], told["unchanged"]) == (7, 0, 1, 6)
    status, out, err = command("ingest", folder, "-o", "facts.parquet", "--lang", "ja", "--jobs", "1")
    assert "文書7件：読込み0件、失敗0件、変更なし7件" in out
    assert "1件の文書を読み込めません" in err
    status, out, _ = command("query", "SELECT count(*) AS facts, NULL AS nothing, [1, 2] AS list FROM facts")
    counted = sum(len(to_facts(synthetic(seed, SIZE)).facts) for seed in SEEDS)
    assert (status, out) == (0, f'facts,nothing,list\n{counted},,"[1, 2]"\n')
    _, out, _ = command("query", "--json", "SELECT 0.10::DECIMAL(38, 10) AS n, DATE '2026-03-31' AS d, true AS b")
    assert json.loads(out)["rows"] == [{"n": "0.1", "d": "2026-03-31", "b": True}]
    one = tmp_path / "one"
    one.mkdir()
    shutil.copy(folder / "0" / "filing0.xbrl", one)
    assert "1 document: 1 read" in command("ingest", one, "-o", "one.parquet", "--jobs", "1")[1]
    status, out, err = command("query", "nonsense")
    assert (status, out) == (1, "")
    assert "fx:query" in err
    assert command("query", "SELECT 1", "--facts", "nowhere")[0] == 2
    assert command("query")[0] == 2
    assert "会計監査人とその報酬" in command("query", "--tables", "--lang", "ja")[1]


@pytest.mark.parametrize("package", ["pyarrow", "duckdb"])
def test_without_the_extra_it_says_which_to_install(package: str, tmp_path: Path) -> None:
    verb = ["query", "SELECT 1"] if package == "duckdb" else ["ingest", ".", "--output", "x"]
    code = (
        f"import sys; sys.modules['{package}'] = None; from filingexport.cli.main import main; sys.exit(main({verb}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 2
    assert "pip install 'filingexport[data]'" in done.stderr


def test_the_document_tells_every_column_and_view() -> None:
    said = (ROOT / "docs" / "ingest.md").read_text("utf-8")
    for columns in TABLES.values():
        for each in columns:
            assert f"| `{each.name}` |" in said, each.name
            assert each.means.en in said, each.name
    from filingexport.ingesting.views import views

    for view in views():
        assert f"| `{view.name}` | {view.means.en}" in said, view.name
    assert len(FACTS) == len({each.name for each in FACTS})
    assert gathered.MEMORY >> 30 == 4
    assert "4 GB" in said
