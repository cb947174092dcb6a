"""The same input gives the same bytes, whatever the hash seed, the locale, the time zone, the clock or the order of files."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from filingexport import FilingError, read
from tests.conftest import EFFORT, ROOT
from tests.hostile.base import made as made_files

SAMPLE = ROOT / "samples" / ("iij-2008" if EFFORT > 1 else "kitahama-2026")
FORMATS = "xbrl,ixbrl,json,csv,package,xbr"
SETTINGS: tuple[dict[str, str], ...] = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "4711", "LC_ALL": "ja_JP.UTF-8", "LANG": "ja_JP.UTF-8", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "86400"},
    {"PYTHONHASHSEED": "99", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/St_Johns", "PYTHONUTF8": "0", "SOURCE_DATE_EPOCH": "1900000000"},
)  # fmt: skip
_RUN = (
    "import sys; from filingexport.cli.main import main; "
    "sys.exit(max(main(['export', sys.argv[1], '--output', sys.argv[2], '--name', 'notice', '--formats', sys.argv[3], '-q']), "
    "main(['import', sys.argv[2] + '/notice.xbrl', '--output', sys.argv[2] + '/source', '-q']), "
    "main(['import', sys.argv[2] + '/notice.xbrl', '--output', sys.argv[2] + '/notice.xlsx', '-q'])))"
)


def made(source: Path, folder: Path, settings: dict[str, str]) -> dict[str, str]:
    """The digest of every file of an export, of the source and of the workbook made of it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "TZ"))}
    command = [sys.executable, "-c", _RUN, str(source), str(folder), FORMATS]
    done = subprocess.run(command, env=environment | settings, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    return {str(each.relative_to(folder)): hashlib.sha256(each.read_bytes()).hexdigest() for each in files}


def shuffled(source: Path, folder: Path) -> Path:
    """A copy whose files were made in another order and are of another age."""
    folder.mkdir()
    names = sorted(each.name for each in source.iterdir())
    random.Random(1).shuffle(names)
    for age, name in enumerate(names):
        (folder / name).write_bytes((source / name).read_bytes())
        os.utime(folder / name, (age * 1_000_000, age * 1_000_000))
    return folder


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return made(SAMPLE, tmp_path_factory.mktemp("first"), SETTINGS[0])


@pytest.mark.parametrize("settings", SETTINGS[1:] if EFFORT > 1 else SETTINGS[1:2])
def test_the_same_input_gives_the_same_bytes(settings: dict[str, str], first: dict[str, str], tmp_path: Path) -> None:
    again = made(shuffled(SAMPLE, tmp_path / "source"), tmp_path / "out", settings)
    assert {name: again.get(name) for name in first} == first
    assert again.keys() == first.keys()
    assert {"notice.xbrl", "notice.xhtml", "notice.json", "notice.xbri", "notice.xbr", "notice.xlsx", "source/filing.yaml"} <= first.keys()  # fmt: skip


def test_nothing_that_is_written_asks_the_clock() -> None:
    """So there is no time in any file that SOURCE_DATE_EPOCH would have to stand for; only the local page shows one."""
    asking = (
        "datetime.now",
        "datetime.today",
        "date.today",
        "time.time(",
        "utcnow",
        "localtime",
        "strftime(",
        "uuid4",
        "getpass",
        "gethostname",
    )
    allowed = {
        "cli/serve.py",  # the time beside a local page
        "serving/draft.py",
        "formats/xlsx/writing.py",  # a date that is given
        "cli/sign.py",  # a passphrase that is asked for
    }
    found = {
        str(path.relative_to(ROOT / "src" / "filingexport")): word
        for path in (ROOT / "src").rglob("*.py")
        for word in asking
        if word in path.read_text("utf-8")
    }
    assert not found.keys() - allowed, found


def test_findings_of_unknown_properties_come_as_these_stand() -> None:
    """In the order of a set they would come in another one at every start of a process."""
    names = [f"unknown{number * 7 % 12}" for number in range(12)]
    for reader in ("json", "csv"):
        files = made_files(reader)
        main = next(iter(files))
        whole = json.loads(files[main])
        whole["documentInfo"] |= dict.fromkeys(names, 1)
        with pytest.raises(FilingError) as caught:
            read(json.dumps(whole).encode(), beside=files)
        told = [next((name for name in names if f"'{name}'" in str(each)), "") for each in caught.value.findings]
        assert list(filter(None, told)) == names, reader
