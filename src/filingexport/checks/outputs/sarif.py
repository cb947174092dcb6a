"""Findings as SARIF 2.1.0 (OASIS), which editors and code hosts show beside the line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from filingexport.checks.findings import CheckFinding
from filingexport.checks.outputs.subject import Subject, bases
from filingexport.checks.rule import Rule
from filingexport.findings import Severity
from filingexport.said import Language

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVEL: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def text(subjects: tuple[Subject, ...], language: Language, version: str) -> str:
    """One run with all findings; those waived are suppressed by the justification in the source."""
    rules: dict[str, Rule] = {}
    results = []
    for subject in subjects:
        for each in subject.checked.findings:
            rules.setdefault(each.rule.id, each.rule)
            results.append(_result(each, subject.path, list(rules).index(each.rule.id), language))
    driver = {
        "name": "filingexport",
        "version": version,
        "semanticVersion": version,
        "language": language,
        "rules": [_rule(each, language) for each in rules.values()],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(each: Rule, language: Language) -> dict[str, Any]:
    return {
        "id": each.id,
        "shortDescription": {"text": each.title.get(language)},
        "fullDescription": {"text": each.why.get(language)},
        "help": {"text": each.todo.get(language)},
        "defaultConfiguration": {"level": _LEVEL[each.severity]},
        "properties": {"kind": each.kind.value, "basis": bases(each.basis).get(language)},
    }


def _result(each: CheckFinding, path: Path, index: int, language: Language) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": each.rule.id,
        "ruleIndex": index,
        "level": _LEVEL[each.severity],
        "message": {"text": each.message.get(language)},
        "locations": [_location(path, each.place, each.path)],
    }
    if each.others:
        result["relatedLocations"] = [
            {"id": number, **_location(path, place, other)} for number, (other, place) in enumerate(each.others, 1)
        ]
    properties = {
        "printed": each.printed.get(language) if each.printed else "",
        "expected": each.expected.get(language) if each.expected else "",
        "fact": each.fact_id,
    }
    if said := {key: value for key, value in properties.items() if value}:
        result["properties"] = said
    if each.waiver is not None:
        result["suppressions"] = [{"kind": "external", "justification": each.waiver.reason}]
    return result


def _location(path: Path, place: str, field: str) -> dict[str, Any]:
    file, _, line = place.rpartition(":")
    if file and line.isdigit():
        address = path / file if path.is_dir() else path
        physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(address)}, "region": {"startLine": int(line)}}
    else:
        physical = {"artifactLocation": {"uri": _uri(path)}}
    location: dict[str, Any] = {"physicalLocation": physical}
    if field:
        location["logicalLocations"] = [{"fullyQualifiedName": field, "kind": "member"}]
    return location


def _uri(path: Path) -> str:
    """A relative reference (RFC 3986) for a relative path, a file URI for an absolute one."""
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
