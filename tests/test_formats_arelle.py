"""An independent processor, offline, finds nothing wrong with any format, and reads in each the very facts that were written."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from filingexport import export, load
from filingexport.formats.xbrl.common import ARCROLES
from filingexport.processor import judge
from filingexport.report import Entity, Fact, Report, TypedMember
from tests.arelle_facts import asked, exact
from tests.conftest import EFFORT, ROOT

SAMPLES = sorted(path.parent.name for path in (ROOT / "samples").glob("*/filing.yaml"))
EVERY = ("xbrl", "ixbrl", "json", "csv", "package")
SOME = {"aoba-2026": ("ixbrl", "json"), "kitahama-2026": ("ixbrl", "csv"), "minato-2026": ("ixbrl", "package")}
"""Of samples that are asked in every format by `make soak` only; what differs between them, the company's taxonomy, is in each."""


def _moment(value: date | datetime, days: int = 0) -> str:
    whole = value if isinstance(value, datetime) else datetime.combine(value, time.min) + timedelta(days=days)
    return str(whole)


def _said(fact: Fact, entity: Entity) -> list[Any]:
    """The fact as `tests.arelle_facts` prints one."""
    period = fact.period
    return [
        fact.concept, entity.scheme, entity.identifier,
        None if period.start is None else _moment(period.start), _moment(period.end, 1),
        [[axis, member.text if isinstance(member, TypedMember) else member] for axis, member in fact.dimensions],
        None if fact.unit is None else [list(fact.unit.numerators), list(fact.unit.denominators)],
        fact.value if fact.unit is None or fact.value is None else exact(fact.value),
        None if fact.unit is None or fact.value is None else "INF" if fact.decimals is None else str(fact.decimals),
        None if fact.language is None else fact.language.lower(),
        sorted([ARCROLES[note.kind], language.lower(), text] for note in fact.notes for language, text in note.readings),
    ]  # fmt: skip


def _all(report: Report) -> list[str]:
    return sorted(json.dumps(_said(fact, report.entity)) for fact in report.facts)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_format_is_clean_and_has_the_facts_that_were_written(name: str, tmp_path: Path) -> None:
    exported = export(load(ROOT / "samples" / name), tmp_path, name, EVERY if EFFORT > 1 else SOME.get(name, EVERY))
    expected = _all(exported.report)
    for file, said in asked(*[document.path for document in exported.documents]).items():
        assert said["messages"] == [], file
        assert sorted(map(json.dumps, said["facts"])) == expected, file


def test_the_processor_sees_what_is_wrong_in_a_page(tmp_path: Path) -> None:
    exported = export(load(ROOT / "samples" / "kitahama-2026"), tmp_path, "page", ("ixbrl",))
    data = exported.instance.read_bytes()
    before, total, after = data.partition(b'name="fx:Assets"')
    assert b">442,533<" in after
    broken = before + total + after.replace(b">442,533<", b">442,999<", 1)
    exported.instance.write_bytes(broken.replace(b"<h1", b"<main/><h1"))
    codes = {each.code for each in judge(exported.instance)}
    assert any(code.startswith("calc11e:") for code in codes), codes
    assert any(code.startswith(("ix11", "html", "xmlSchema", "lxml")) for code in codes), codes
