"""The rules as a table in Markdown, for the documentation."""

from __future__ import annotations

from filingexport.checks.outputs.subject import bases
from filingexport.checks.rule import Kind, Rule


def rules_text(kinds: dict[Kind, list[Rule]]) -> str:
    """All rules by kind, as the declarations have them."""
    lines: list[str] = []
    for kind, rules in kinds.items():
        lines += [
            f"### {kind.label.en} ({kind.label.ja})",
            "",
            "| rule | severity | what | by |",
            "| --- | --- | --- | --- |",
        ]
        for each in rules:
            lines.append(
                f"| `{each.id}` | {each.severity.value} | {_cell(each.title.en)}<br>{_cell(each.title.ja)} "
                f"| {_cell(bases(each.basis).en)} |"
            )
        lines.append("")
    return "\n".join(lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
