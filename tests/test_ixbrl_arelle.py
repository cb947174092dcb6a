"""An independent processor has nothing to say of the pages, and finds in them the facts that the instances have."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from arelle.api.Session import Session  # type: ignore[import-untyped]
from arelle.logging.handlers.StructuredMessageLogHandler import (  # type: ignore[import-untyped]
    StructuredMessageLogHandler,
)
from arelle.RuntimeOptions import RuntimeOptions  # type: ignore[import-untyped]

from filingexport import export, load
from filingexport.formats.xbrl.common import ARCROLES
from filingexport.names import local_name
from filingexport.processor import judge
from filingexport.report import Entity, Fact, TypedMember
from tests.conftest import ROOT

SAMPLES = sorted(path.parent.name for path in (ROOT / "samples").glob("*/filing.yaml"))


def aspects(fact: Any) -> tuple[Any, ...]:
    """What a fact says, in the terms of the Open Information Model."""
    context = fact.context
    dimensions = []
    for axis, member_of in context.qnameDims.items():
        member = str(member_of.memberQname) if member_of.isExplicit else member_of.typedMember.stringValue
        dimensions.append((axis.localName, member.rpartition(":")[2]))
    value: Any = None
    if not fact.isNil:
        value = Decimal(str(fact.value)) if fact.isNumeric else fact.value
    unit = None
    if fact.isNumeric:
        unit = tuple(tuple(sorted(each.clarkNotation for each in side)) for side in fact.unit.measures)
    language = fact.xmlLang if not fact.isNil and fact.concept.type.isOimTextFactType else None
    return (
        fact.qname.clarkNotation, context.entityIdentifier, context.startDatetime, context.endDatetime, tuple(sorted(dimensions)), unit,
        value, fact.decimals, language or None,
    )  # fmt: skip


def our_aspects(fact: Fact, entity: Entity) -> tuple[Any, ...]:
    """The same of a fact of ours, as the instance has it."""
    period = fact.period
    end = datetime.combine(period.end, time.min) + timedelta(days=1)
    start = datetime.combine(period.start, time.min) if period.start is not None else None
    dimensions = [
        (axis[1:].partition("}")[2], member.text if isinstance(member, TypedMember) else local_name(member))
        for axis, member in fact.dimensions
    ]
    unit = None if fact.unit is None else (fact.unit.numerators, fact.unit.denominators)
    value: Any = fact.value
    if fact.unit is not None and fact.value is not None:
        value = Decimal(fact.value)
    decimals = (
        None if fact.unit is None or fact.value is None else "INF" if fact.decimals is None else str(fact.decimals)
    )
    return (
        fact.concept, (entity.scheme, entity.identifier), start, end, tuple(sorted(dimensions)), unit, value, decimals, fact.language,
    )  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
def test_a_page_is_clean_and_says_what_the_instance_says(
    name: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    filing = load(ROOT / "samples" / name)
    exported = export(filing, tmp_path, name, ("ixbrl",))
    options = RuntimeOptions(
        entrypointFile=str(exported.instance), internetConnectivity="offline", disablePersistentConfig=True, keepOpen=True,
        cacheDirectory=str(tmp_path_factory.mktemp("cache")), plugins="inlineXbrlDocumentSet", validate=True, calcs="c11r",
        utrValidate=True, validateDuplicateFacts="inconsistent",
    )  # fmt: skip
    handler = StructuredMessageLogHandler()
    with Session() as session:
        session.run(options, logHandler=handler)
        [model] = session.get_models()
        found = [aspects(fact) for fact in model.factsInInstance]
        notes = []
        for arcrole in ARCROLES.values():
            for relation in model.relationshipSet(arcrole).modelRelationships:
                note = relation.toModelObject
                notes.append((arcrole, aspects(relation.fromModelObject), note.xmlLang, note.stringValue))
    assert [each for each in handler.messages if each["levelname"] != "INFO"] == []
    ours = {id(fact): our_aspects(fact, exported.report.entity) for fact in exported.report.facts}
    assert sorted(found, key=repr) == sorted(ours.values(), key=repr)
    our_notes = [
        (ARCROLES[note.kind], ours[id(fact)], language, text)
        for fact in exported.report.facts for note in fact.notes for language, text in note.readings
    ]  # fmt: skip
    assert sorted(notes, key=repr) == sorted(our_notes, key=repr)


def test_the_processor_sees_what_is_wrong(tmp_path: Path) -> None:
    exported = export(load(ROOT / "samples" / "kitahama-2026"), tmp_path, "page", ("ixbrl",))
    data = exported.instance.read_bytes()
    before, total, after = data.partition(b'name="fx:Assets"')
    assert b">442,533<" in after
    broken = before + total + after.replace(b">442,533<", b">442,999<", 1)
    exported.instance.write_bytes(broken.replace(b"<h1", b"<main/><h1"))
    codes = {each.code for each in judge(exported.instance)}
    assert any(code.startswith("calc11e:") for code in codes), codes
    assert any(code.startswith(("ix11", "html", "xmlSchema", "lxml")) for code in codes), codes
