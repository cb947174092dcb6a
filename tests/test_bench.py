"""The bench's tables and plot, of figures made up; what it measures is run by hand (``make bench``)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bench import peers, plot, run, worker
from lxml import etree

FIGURES: dict[tuple[int, str], dict[str, Any]] = {
    (count, name): {"seconds": count * 1e-6 * place, "peak": count * 1000 * place, "findings": place}
    for count in (1_500, 20_000)
    for place, name in enumerate((*run.FLOORS, *run.OURS, *run.MEMORY, *run.actions(count)), 1)
}


@pytest.fixture
def folders(tmp_path: Path) -> dict[int, Path]:
    found = {count: tmp_path / str(count) for count in (1_500, 20_000)}
    for folder in found.values():
        folder.mkdir()
        (folder / "filing.xbrl").write_bytes(b"<x/>")
    return found


def test_ratios_are_to_the_floor_of_the_same_size(folders: dict[int, Path]) -> None:
    figures = FIGURES | {(1_500, "parse"): {"seconds": 0.002}, (1_500, "objects"): {"seconds": 0.005}}
    figures[1_500, "py-xbrl: read"] = {"cannot": "it | fails"}
    figures[1_500, "Arelle: load"] = {"seconds": 0.25}
    checked = {(2_000, "objects"): {"seconds": 0.05}, (2_000, "check"): {"seconds": 0.02, "findings": 1_234}}
    text = run.report(figures, folders, {"python": 0.05, "filingexport --help": 0.06}, {"aoba-2026": checked})
    [row] = [line for line in text.splitlines() if line.startswith("| 1,500 | 4 |")]
    assert "2.0 ms" in row
    assert "2.5×" in row
    assert "| aoba-2026 | 2,000 | 1,234 | 50 ms | 0.40× |" in text
    assert "| `filingexport --help` | 60 ms | 1.2× |" in text
    assert "| 1,500 | Arelle: load | 250 ms | 50× objects |" in text
    assert "cannot: it / fails" in text


def test_a_median_is_of_all_rounds_and_a_failure_is_not_hidden() -> None:
    assert run._median([{"seconds": 1.0}, {"seconds": 5.0}, {"seconds": 2.0}]) == {"seconds": 2.0}
    assert run._median([{"seconds": 1.0}, {"cannot": "why"}]) == {"cannot": "why"}


def test_the_plot_is_an_svg_with_a_line_a_name() -> None:
    root = etree.fromstring(plot.svg({"a & b": [(1_000.0, 2.0), (10_000.0, 3.0)], "c": [(1_000.0, 500.0)]}).encode())
    assert len(root.findall("{*}polyline")) == 2
    assert "a & b" in "".join(str(each) for each in root.itertext())


def test_a_worker_times_an_action_and_says_what_cannot_be_done(
    folders: dict[int, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = worker.measured("parse", folders[1_500])
    assert taken["seconds"] > 0

    def cannot(folder: Path) -> Any:
        raise peers.CannotError("it is not installed")

    monkeypatch.setitem(peers.ACTIONS, "other", cannot)
    assert worker.measured("other", folders[1_500]) == {"cannot": "it is not installed"}
