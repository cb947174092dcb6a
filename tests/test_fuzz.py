"""A short part of the fuzzing with fixed seeds; `make fuzz` is the long one. Every crash ever found has its seed or its case here."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from filingexport import FilingError
from tests import fuzz
from tests.conftest import EFFORT
from tests.hostile.base import ALL, made

RUNS = 25 * EFFORT


@pytest.mark.parametrize("reader", ALL)
def test_a_file_with_changes_is_read_or_refused(reader: str) -> None:
    told: list[str] = []
    assert fuzz.crashes(reader, RUNS, tell=told.append) == [], "\n".join(told)


@pytest.mark.parametrize("reader", ALL)
def test_the_sound_files_are_read_and_changes_are_refused(reader: str) -> None:
    """Else fuzzing would see only the first gate."""
    fuzz.take(reader, made(reader))
    if reader in ("html", "md", "txt"):
        return  # half of a text is one too
    name, data = fuzz.parts(reader)[0]
    with pytest.raises(FilingError):
        fuzz.take(reader, fuzz.files_with(reader, name, data[: len(data) // 2]))


def test_a_file_that_was_kept_is_taken_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What `--guided` keeps of a crash: a byte for the part, and the part. Where atheris is not, it says so."""
    kept = tmp_path / "crash"
    kept.write_bytes(b"\1" + made("yaml", small=True)["notice.yaml"])
    taken: list[dict[str, bytes]] = []
    monkeypatch.setattr(fuzz, "take", lambda reader, files: taken.append(files))
    assert fuzz.main(["yaml", "--file", str(kept)]) == 0
    assert taken == [made("yaml", small=True)]
    monkeypatch.setattr(fuzz, "find_spec", lambda name: None)
    assert fuzz.main(["yaml", "--guided", str(tmp_path)]) == 0
    assert "atheris is not installed" in capsys.readouterr().out


@pytest.mark.skipif(EFFORT == 1 or find_spec("atheris") is None, reason="make soak, where atheris is installed")
def test_guided_by_coverage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz.main(["yaml", "--guided", str(tmp_path), "--runs", "500"]) == 0
    assert "yaml: guided, 500 runs, no crash" in capsys.readouterr().out
