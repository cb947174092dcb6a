"""Findings as a person reads them in a terminal or a log."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Line

from filingexport.checks.findings import CheckFinding
from filingexport.checks.outputs.subject import Subject, bases, summary
from filingexport.checks.rule import Kind, Rule
from filingexport.findings import SEVERITY, Severity
from filingexport.said import Language, Said

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_WHY = Said("why", "理由")
_DO = Said("do", "対応")
_BASIS = Said("basis", "根拠")
_WAIVED = Said("waived", "適用除外")
_CLEAN = Said("nothing found", "指摘事項はありません")


def write(subjects: tuple[Subject, ...], language: Language, console: Console) -> None:
    """All findings: by severity and, below, by rule, whose reason and remedy are told once."""
    for subject in subjects:
        console.print(Line.assemble((subject.name(language), "bold"), f"  {subject.path}"), soft_wrap=True)
        found = [each for each in subject.checked.findings if each.waiver is None]
        if not found:
            console.print(Line(_CLEAN.get(language), "green"))
        for rule, findings in groupby(sorted(found, key=_by_rule(subject)), key=lambda each: each.rule):
            _rule(rule, list(findings), language, console)
        for each in subject.checked.waived:
            _waived(each, language, console)
        console.print()
    console.print(Line(summary(subjects).get(language), "bold"))


def _by_rule(subject: Subject) -> Callable[[CheckFinding], int]:
    first: dict[str, int] = {}
    for number, each in enumerate(subject.checked.findings):
        first.setdefault(each.rule.id, number)
    return lambda each: first[each.rule.id]


def _rule(rule: Rule, findings: list[CheckFinding], language: Language, console: Console) -> None:
    console.print()
    severity = findings[0].severity
    console.print(
        Line.assemble(
            (SEVERITY[severity].get(language), _STYLE[severity]), " ", (rule.title.get(language), "bold"),
            (f"  {rule.id}", "dim"),
        )
    )  # fmt: skip
    for each in findings:
        line = Line()
        if each.severity is not severity:
            line.append(f"{SEVERITY[each.severity].get(language)} ", _STYLE[each.severity])
        if each.place:
            line.append(f"{each.place} ", "magenta")
        line.append(each.path, "blue")
        console.print(Line("  ") + line, soft_wrap=True)
        console.print(Padding(Line(each.message.get(language)), (0, 0, 0, 4), expand=False))
    for name, text in ((_WHY, rule.why), (_DO, rule.todo), (_BASIS, bases(rule.basis))):
        console.print(Padding(Line(f"{name.get(language)}: {text.get(language)}", "dim"), (0, 0, 0, 2), expand=False))


def _waived(finding: CheckFinding, language: Language, console: Console) -> None:
    waiver = finding.waiver
    assert waiver is not None
    console.print()
    console.print(
        Line.assemble(
            (_WAIVED.get(language), "green"), f" {finding.rule.id}  ", (finding.place, "magenta"), " ",
            (finding.path, "blue"),
        ),
        soft_wrap=True,
    )  # fmt: skip
    console.print(Padding(Line(finding.message.get(language), "dim"), (0, 0, 0, 4), expand=False))
    signed = ", ".join(each for each in (waiver.by, waiver.on) if each)
    console.print(Padding(Line(f"{waiver.reason}{f' ({signed})' if signed else ''}"), (0, 0, 0, 4), expand=False))


def write_rules(kinds: dict[Kind, list[Rule]], language: Language, console: Console) -> None:
    """All rules, by kind: id, severity, what, why, what it rests on."""
    for kind, rules in kinds.items():
        console.print()
        console.print(Line(kind.label.get(language), "bold"))
        table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True)
        table.add_column(no_wrap=True)
        table.add_column()
        for each in rules:
            said = Line.assemble(
                (each.title.get(language), "bold"), "\n", each.why.get(language), "\n",
                (bases(each.basis).get(language), "dim"),
            )  # fmt: skip
            table.add_row(each.id, Line(SEVERITY[each.severity].get(language), _STYLE[each.severity]), said)
        console.print(table)
    console.print()
    console.print(f"{sum(len(rules) for rules in kinds.values())}")
