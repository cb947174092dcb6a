"""Files damaged at random end in a clear error or in a reading, never in a traceback; a fixed seed, so each run is the same."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from filingexport import FilingError, Finding, documents, export, load, read, validate
from tests.conftest import EFFORT, ROOT, SAMPLE

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


def misshapen(data: bytes, source: random.Random) -> bytes:
    """The same JSON with something of another shape in one to three places."""
    whole = json.loads(data)
    for _ in range(source.randint(1, 3)):
        holder = whole
        while True:
            keys = list(holder) if isinstance(holder, dict) else range(len(holder))
            if not keys:
                break
            key = source.choice(keys)
            if isinstance(holder[key], (dict, list)) and source.random() < 0.8:
                holder = holder[key]
                continue
            holder[key] = source.choice([None, True, 7, -1.5, "", "x", "$x", "#x", "fx:x", [], ["x"], {}, {"x": 1}, {"fx:keeps": 1}])  # fmt: skip
            break
    return json.dumps(whole).encode()


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


@pytest.fixture(scope="module")
def others() -> dict[str, dict[str, bytes]]:
    """A small filing in the formats that are no instance: its files, the one that is opened first."""
    filing = load(ROOT / "samples" / "kitahama-2026")
    return {format: documents(filing, [format]) for format in ("json", "csv", "xbr")}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("format", ["json", "csv", "xbr"])
def test_a_damaged_document_of_another_format_never_shows_a_traceback(
    format: str, seed: int, others: dict[str, dict[str, bytes]]
) -> None:
    source = random.Random(f"{format} {seed}")
    files = others[format]
    for turn in range(4):
        name = source.choice(list(files))
        change = misshapen if turn % 2 and name.endswith(".json") else damaged
        changed = {**files, name: change(files[name], source)}
        if not (main := changed[next(iter(files))]):
            continue
        for act in (read, validate):
            found = findings_of(lambda act=act, main=main, changed=changed: act(main, beside=changed))  # type: ignore[misc]
            assert all(str(each) for each in found)


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
