"""Validate: what it does and tells. It loads nothing of what writes, and so starts sooner."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from filingexport.cli.exit_status import INVALID, VALID
from filingexport.cli.speaker import speaker
from filingexport.findings import Finding, Severity
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.library import validate as validate_file
from filingexport.said import Said, say


def validate(file: Path, full: bool, limits: Limits = DEFAULT_LIMITS) -> int:
    """A document's findings."""
    findings = list(validate_file(file, limits=limits))
    engines = Said(
        "XML Schema (libxml2), XBRL 2.1 references, dimensions", "XMLスキーマ（libxml2）、XBRL 2.1の参照、次元"
    )
    if full:
        from filingexport.processor import judge

        findings += judge(file)
        engines = say(
            "{engines}, Arelle (Dimensions, Calculations 1.1, units, data types)",
            "{engines}、Arelle（次元、計算 1.1、単位、データ型）",
            engines=engines,
        )
    for each in findings:
        speaker().finding(each, wanted=True)
    status = status_of(findings)
    if status == VALID:
        speaker().say(say("{file}: valid ({engines})", "{file}: 妥当（{engines}）", file=file, engines=engines))
    return status


def status_of(findings: Iterable[Finding]) -> int:
    """The exit status that these findings call for."""
    return INVALID if any(each.severity is Severity.ERROR for each in findings) else VALID
