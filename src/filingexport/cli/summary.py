"""The summary of an export, as a person likes to read it."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from filingexport.binding.plan import PartField, Plan, plan
from filingexport.cli.speaker import size, speaker
from filingexport.making import Exported
from filingexport.model.filing import Filing
from filingexport.model.item import Label
from filingexport.said import Language, Said, say, verbatim


def print_export(filing: Filing, exported: Exported, loading: float, exporting: float) -> None:
    """Facts a section, contexts, units, file and size, what was validated and by what, time taken."""
    told = speaker()
    facts = exported.report.facts
    told.data |= {
        "company": str(filing.company.name),
        "fiscalYearStart": str(filing.fiscal_year_start),
        "fiscalYearEnd": str(filing.fiscal_year_end),
        "facts": len(facts),
    }
    told.files += [
        {"path": str(each.path), "bytes": each.size, "format": each.format.name} for each in exported.documents
    ]
    told.files += [{"path": str(path), "bytes": path.stat().st_size} for path in exported.taxonomy]
    if told.talks:
        _print(filing, exported, loading, exporting, told.language)


def _print(filing: Filing, exported: Exported, loading: float, exporting: float, language: Language) -> None:
    facts = exported.report.facts
    console = Console(highlight=False, width=None if Console().is_terminal else 100)

    def tell(said: Said) -> None:
        console.print(said.get(language), soft_wrap=True)

    name = filing.company.name.get(language) or str(filing.company.name)
    tell(
        say(
            "[bold]{name}[/bold]  {start} to {end}",
            "[bold]{name}[/bold]  {start}から{end}まで",
            name=escape(name),
            start=filing.fiscal_year_start,
            end=filing.fiscal_year_end,
        )
    )
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(Said("Section", "区分").get(language))
    for heading in (Said("Facts", "ファクト"), Said("Numbers", "数値"), Said("Text", "文字")):
        table.add_column(heading.get(language), justify="right")
    sections = Counter(_section(fact.id) for fact in facts)
    numbers = Counter(_section(fact.id) for fact in facts if fact.unit is not None)
    for section in dict.fromkeys(_section(fact.id) for fact in facts):
        count, numeric = sections[section], numbers[section]
        table.add_row(_HEADINGS[section].get(language), f"{count:,}", f"{numeric:,}", f"{count - numeric:,}")
    table.add_section()
    total = sum(numbers.values())
    table.add_row(
        f"[bold]{Said('All', '合計').get(language)}[/bold]", f"[bold]{len(facts):,}[/bold]", f"{total:,}",
        f"{len(facts) - total:,}",
    )  # fmt: skip
    console.print(table)
    tell(
        say(
            "{contexts:,} contexts, {units} units, {nils} disclosed nothings, {notes} captions and footnotes",
            "コンテキスト{contexts:,}、単位{units}、該当なし{nils}、表示名及び注記{notes}",
            contexts=len({(fact.period, fact.dimensions) for fact in facts}),
            units=len({fact.unit for fact in facts if fact.unit is not None}),
            nils=sum(fact.value is None for fact in facts),
            notes=sum(len(fact.notes) for fact in facts),
        )
    )
    for document in exported.documents:
        called = {"xbrl": "instance"}.get(document.format.name, document.format.name)
        tell(verbatim(f"{called:<10} {escape(str(document.path))}  {size(document.size)}"))
    if exported.taxonomy:
        tell(
            say(
                "taxonomy   {first}  {count} files, {size}",
                "taxonomy   {first}  {count}ファイル、{size}",
                first=escape(str(exported.taxonomy[0])),
                count=len(exported.taxonomy),
                size=size(sum(path.stat().st_size for path in exported.taxonomy)),
            )
        )
    if exported.findings:
        tell(
            say(
                "[red]not valid[/red]  with {count} facts kept from elsewhere; the rest is:",
                "[red]不適合[/red]     他から引き継いだファクト{count}個を除き、次のとおりです:",
                count=len(filing.unplaced),
            )
        )
    tell(
        Said(
            "[green]valid[/green]      by XML Schema (libxml2) against the taxonomy; references and dimensions checked",
            "[green]妥当[/green]       タクソノミのXMLスキーマ（libxml2）に適合。参照及び次元を確認済み",
        )
    )
    tell(
        Said(
            "[green]equal[/green]      read back from the instance, the filing equals the source's",
            "[green]一致[/green]       書き出したインスタンスを読み戻し、原稿の内容と一致",
        )
        if len(exported.documents) == 1
        else Said(
            "[green]equal[/green]      read back from each of them, the filing equals the source's",
            "[green]一致[/green]       書き出した各文書を読み戻し、原稿の内容と一致",
        )
    )
    tell(
        say(
            "time       {loading:.2f} s reading the source, {exporting:.2f} s writing, validating and reading back",
            "time       原稿の読込み{loading:.2f}秒、書出し・検証・読戻し{exporting:.2f}秒",
            loading=loading,
            exporting=exporting,
        )
    )


def _section(path: str) -> str:
    """The section a fact is counted in: the chapter it stands in, or what holds the chapters."""
    while path and path not in _HEADINGS:
        path = path.rpartition(".")[0]
    return path


def _headings() -> dict[str, Said]:
    """The chapters by their paths, and the fields of the filing; of a year before, the heading says so."""
    result = {"": Said("Company and fiscal year", "会社及び事業年度")}

    def collect(at: Plan, path: str, over: tuple[Label, ...]) -> None:
        for entry in at.entries:
            if not isinstance(entry, PartField) or entry.line is not None or entry.attribute == "company":
                continue
            here = f"{path}.{entry.attribute}" if path else entry.attribute
            mine = (*over, entry.member.label) if entry.member is not None else over
            info = entry.plan.info
            if not path or info.role:
                result[here] = Said(
                    ": ".join((*(each.en for each in mine), info.en)), "：".join((*(each.ja for each in mine), info.ja))
                )
            collect(entry.plan, here, (*mine, Label(info.en, info.ja)) if entry.plan.start is not None else mine)

    collect(plan(Filing), "", ())
    return result


_HEADINGS = _headings()
