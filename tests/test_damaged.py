"""Files damaged at random end in a clear error or in a reading, never in a traceback; a fixed seed, so each run is the same."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from filingexport import FilingError, Finding, export, load, read, validate
from tests.conftest import EFFORT, SAMPLE

SEEDS = range(12 * EFFORT)


def damaged(data: bytes, source: random.Random) -> bytes:
    """The same with some bytes flipped, cut, doubled, or swapped with others of the file."""
    result = bytearray(data)
    for _ in range(source.randint(1, 4)):
        at = source.randrange(len(result))
        match source.randrange(6):
            case 0:
                result[at] ^= 1 << source.randrange(8)
            case 1:
                del result[at : at + source.randint(1, 200)]
            case 2:
                result[at:at] = result[at : at + source.randint(1, 200)]
            case 3:
                del result[at:]
            case 4:
                other = source.randrange(len(result))
                result[at : at + 20] = result[other : other + 20]
            case _:
                result[at:at] = source.choice(
                    [b"<", b"&", b"\x00", b"\xff", b"]]>", b"-", b"9" * 50, b"\n", b'"', b":", b"<!DOCTYPE x>"]
                )
        if not result:
            return b""
    return bytes(result)


def findings_of(act: Callable[[], object]) -> tuple[Finding, ...]:
    """What it is told is wrong; empty if nothing. Any other exception fails the test."""
    try:
        act()
    except FilingError as error:
        return error.findings
    return ()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_damaged_instance_never_shows_a_traceback(seed: int, instance: bytes) -> None:
    source = random.Random(seed)
    for _ in range(4):
        data = damaged(instance, source)
        for act in (read, validate):
            assert all(str(each) for each in findings_of(lambda act=act, data=data: act(data)))  # type: ignore[misc]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_damaged_source_never_shows_a_traceback(seed: int, tmp_path: Path) -> None:
    source = random.Random(seed)
    files = {path.name: path.read_bytes() for path in sorted(SAMPLE.iterdir())}
    folder = tmp_path / "source"
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(damaged(data, source) if source.random() < 0.2 else data)
    findings = findings_of(lambda: export(load(folder), tmp_path / "out", "damaged"))
    assert all(each.place or each.path for each in findings)
    assert bool(findings) != (tmp_path / "out" / "damaged.xbrl").exists(), (
        "either it is told what is wrong, or it is written"
    )


def test_a_year_that_the_explaining_engine_cannot_hold_is_still_explained(
    instance: bytes, own_files: dict[str, bytes]
) -> None:
    changed = instance.replace(b">2008-06-09<", b">99999999999-06-09+99:00<")
    findings = validate(changed, extension=own_files)
    assert [each.code for each in findings] == ["fx:schema"]
