"""Findings as JSON, for programs."""

from __future__ import annotations

import json
from typing import Any

from filingexport.checks.findings import CheckFinding
from filingexport.checks.outputs.subject import Subject, bases
from filingexport.checks.rule import Kind, Rule
from filingexport.said import Language, Said


def text(subjects: tuple[Subject, ...], language: Language) -> str:
    """``{"filings": [{"source", "company", "rules", "findings": […]}]}``; messages in both languages."""
    filings = [
        {
            "source": str(each.path),
            "company": each.name(language),
            "rules": each.checked.rules,
            "findings": [finding(one) for one in each.checked.findings],
        }
        for each in subjects
    ]
    return json.dumps({"filings": filings}, ensure_ascii=False, indent=2) + "\n"


def finding(each: CheckFinding) -> dict[str, Any]:
    """One finding; what it has not is left out."""
    waiver = each.waiver
    said = {
        "rule": each.rule.id,
        "kind": each.rule.kind.value,
        "severity": each.severity.value,
        "message": _both(each.message),
        "printed": _both(each.printed) if each.printed else None,
        "expected": _both(each.expected) if each.expected else None,
        "path": each.path,
        "fact": each.fact_id,
        "place": each.place,
        "section": _both(each.section) if each.section else None,
        "compared": [{"path": path, "place": place} for path, place in each.others],
        "waived": {"reason": waiver.reason, "by": waiver.by, "on": waiver.on, "place": waiver.place}
        if waiver
        else None,
    }
    return {key: value for key, value in said.items() if value}


def rules_text(kinds: dict[Kind, list[Rule]]) -> str:
    """All rules."""
    return json.dumps([rule(each) for rules in kinds.values() for each in rules], ensure_ascii=False, indent=2) + "\n"


def rule(each: Rule) -> dict[str, Any]:
    """One rule."""
    return {
        "id": each.id,
        "kind": each.kind.value,
        "severity": each.severity.value,
        "title": _both(each.title),
        "why": _both(each.why),
        "todo": _both(each.todo),
        "basis": _both(bases(each.basis)),
    }


def _both(said: Said) -> dict[str, str]:
    return {"en": said.en, "ja": said.ja}
