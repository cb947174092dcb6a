"""Findings as one page: HTML that needs no other file, no network and no script."""

from __future__ import annotations

from functools import cache
from importlib import resources
from itertools import groupby
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from filingexport.checks.findings import CheckFinding
from filingexport.checks.outputs.subject import Subject, bases, counts, summary
from filingexport.checks.rule import Rule
from filingexport.content_policy import digest
from filingexport.declaring import frozen
from filingexport.findings import SEVERITIES, SEVERITY, Severity
from filingexport.said import Language, Said

_WORDS: Final = {
    "title": Said("Findings", "チェック結果"),
    "printed": Said("As printed", "記載"),
    "expected": Said("Expected", "想定"),
    "why": Said("Why", "理由"),
    "todo": Said("What to do", "対応"),
    "basis": Said("Basis", "根拠"),
    "compared": Said("Compared with", "比較した項目"),
    "fact": Said("Fact", "ファクト"),
    "waived": Said("Waived", "適用除外"),
    "clean": Said("Nothing was found.", "指摘事項はありません。"),
    "year": Said("Fiscal year", "事業年度"),
}


_SHOWN_OTHERS: Final = 6
"""How many of the compared fields a finding shows."""


@frozen(eq=False)
class _Group:
    """The findings of one rule."""

    rule: Rule
    findings: list[CheckFinding]

    @property
    def severity(self) -> Severity:
        return self.findings[0].severity


def _groups(subject: Subject) -> list[_Group]:
    found = subject.checked.open()
    first: dict[str, int] = {}
    for number, each in enumerate(found):
        first.setdefault(each.rule.id, number)
    ordered = sorted(found, key=lambda each: first[each.rule.id])
    return [_Group(rule, list(findings)) for rule, findings in groupby(ordered, key=lambda each: each.rule)]


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("filingexport.checks.outputs"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def text(subjects: tuple[Subject, ...], language: Language) -> str:
    """The page."""
    style = (resources.files("filingexport.checks.outputs") / "templates" / "findings.css").read_text("utf-8")
    return _environment().get_template("findings.html").render(
        language=language,
        subjects=[(each, _groups(each)) for each in subjects],
        words={name: said.get(language) for name, said in _WORDS.items()},
        severities=SEVERITIES,
        severity=SEVERITY,
        counts=counts(subjects),
        summary=summary(subjects),
        bases=bases,
        shown_others=_SHOWN_OTHERS,
        style=Markup(style),  # noqa: S704  # our own file
        policy=f"default-src 'none'; style-src '{digest(style)}'; base-uri 'none'; form-action 'none'",
    ) + "\n"  # fmt: skip
