"""The summary of an export, as a person likes to read it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from filingexport.binding.plan import PartField, plan
from filingexport.library import Exported
from filingexport.model.filing import Filing


def print_export(filing: Filing, source: Path, exported: Exported, loading: float, exporting: float) -> None:
    """Facts a section, contexts, units, file and size, what was validated and by what, time taken."""
    facts = exported.report.facts
    console = Console(highlight=False, width=None if Console().is_terminal else 100)
    console.print(f"[bold]{filing.company.name}[/bold]  {filing.fiscal_year_start} to {filing.fiscal_year_end}")
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Section")
    table.add_column("Facts", justify="right")
    table.add_column("Numbers", justify="right")
    table.add_column("Text", justify="right")
    sections = Counter(_section(fact.id) for fact in facts)
    numbers = Counter(_section(fact.id) for fact in facts if fact.unit is not None)
    for name in dict.fromkeys(_section(fact.id) for fact in facts):
        count, numeric = sections[name], numbers[name]
        table.add_row(_HEADINGS[name], f"{count:,}", f"{numeric:,}", f"{count - numeric:,}")
    table.add_section()
    total = sum(numbers.values())
    table.add_row("[bold]All[/bold]", f"[bold]{len(facts):,}[/bold]", f"{total:,}", f"{len(facts) - total:,}")
    console.print(table)
    contexts = {(fact.period, fact.dimensions) for fact in facts}
    units = {fact.unit for fact in facts if fact.unit is not None}
    nils = sum(fact.value is None for fact in facts)
    notes = sum(len(fact.notes) for fact in facts)
    size = sum(path.stat().st_size for path in exported.taxonomy)
    console.print(
        f"{len(contexts):,} contexts, {len(units)} units, {nils} disclosed nothings, {notes} captions and footnotes"
    )
    console.print(f"instance   {exported.instance}  {exported.size:,} bytes", soft_wrap=True)
    console.print(
        f"taxonomy   {exported.taxonomy[0]}  {len(exported.taxonomy)} files, {size / 1e6:.1f} MB", soft_wrap=True
    )
    if exported.findings:
        console.print(f"[red]not valid[/red]  with {len(filing.unplaced)} facts kept from elsewhere; the rest is:")
    console.print(
        "[green]valid[/green]      by XML Schema (libxml2) against the taxonomy; references and dimensions checked"
    )
    console.print("[green]equal[/green]      read back from the instance, the filing equals the source's")
    console.print(
        f"time       {loading:.2f} s reading the source, {exporting:.2f} s writing, validating and reading back"
    )


def _section(path: str) -> str:
    """The section a fact is counted in: a chapter of the business report, a statement, a proposal, or the part itself."""
    steps = path.split(".")
    below = ".".join(steps[:2])
    return below if below in _HEADINGS else steps[0] if steps[0] in _HEADINGS else ""


def _headings() -> dict[str, str]:
    result = {"": "Company and fiscal year"}
    for entry in plan(Filing).entries:
        if not isinstance(entry, PartField) or entry.attribute == "company":
            continue
        over = f"{entry.member.label.en}: " if entry.member is not None else ""
        result[entry.attribute] = over + entry.plan.info.en
        for below in entry.plan.entries:
            if isinstance(below, PartField) and below.plan.info.role:
                result[f"{entry.attribute}.{below.attribute}"] = over + below.plan.info.en
    return result


_HEADINGS = _headings()
