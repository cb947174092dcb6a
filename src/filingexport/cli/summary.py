"""The summary of an export, as a person likes to read it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from filingexport.binding.plan import PartField, Plan, plan
from filingexport.making import Exported
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
    console.print(
        f"{len(contexts):,} contexts, {len(units)} units, {nils} disclosed nothings, {notes} captions and footnotes"
    )
    for document in exported.documents:
        name = {"xbrl": "instance"}.get(document.format.name, document.format.name)
        console.print(f"{name:<10} {document.path}  {size(document.size)}", soft_wrap=True)
    if exported.taxonomy:
        total = sum(path.stat().st_size for path in exported.taxonomy)
        count = len(exported.taxonomy)
        console.print(f"taxonomy   {exported.taxonomy[0]}  {count} files, {size(total)}", soft_wrap=True)
    if exported.findings:
        console.print(f"[red]not valid[/red]  with {len(filing.unplaced)} facts kept from elsewhere; the rest is:")
    console.print(
        "[green]valid[/green]      by XML Schema (libxml2) against the taxonomy; references and dimensions checked"
    )
    console.print(
        f"[green]equal[/green]      read back from {'the instance' if len(exported.documents) == 1 else 'each of them'}, the filing equals the source's"
    )
    console.print(
        f"time       {loading:.2f} s reading the source, {exporting:.2f} s writing, validating and reading back"
    )


def size(count: int) -> str:
    """A size in bytes as people say it, in powers of a thousand."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{count / 1_000:.0f} kB"


def _section(path: str) -> str:
    """The section a fact is counted in: the chapter it stands in, or what holds the chapters."""
    while path and path not in _HEADINGS:
        path = path.rpartition(".")[0]
    return path


def _headings() -> dict[str, str]:
    """The chapters by their paths, and the fields of the filing; of a year before, the heading says so."""
    result = {"": "Company and fiscal year"}

    def collect(at: Plan, path: str, over: tuple[str, ...]) -> None:
        for entry in at.entries:
            if not isinstance(entry, PartField) or entry.line is not None or entry.attribute == "company":
                continue
            here = f"{path}.{entry.attribute}" if path else entry.attribute
            mine = (*over, entry.member.label.en) if entry.member is not None else over
            info = entry.plan.info
            if not path or info.role:
                result[here] = ": ".join((*mine, info.en))
            collect(entry.plan, here, (*mine, info.en) if entry.plan.start is not None else mine)

    collect(plan(Filing), "", ())
    return result


_HEADINGS = _headings()
