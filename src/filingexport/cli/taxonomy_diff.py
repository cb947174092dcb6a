"""What differs between two versions of the taxonomy: as tables to read, or as JSON."""

from __future__ import annotations

import json
from itertools import compress
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from filingexport.cli.exit_status import COULD_NOT_RUN, INVALID, VALID
from filingexport.cli.speaker import speaker
from filingexport.findings import FilingError
from filingexport.names import local_name, namespace
from filingexport.said import Language, Said, joined, say, verbatim
from filingexport.taxonomy import build, given
from filingexport.taxonomy.diff import AREAS, Area, Change, Difference, compare_files

_SIGNS: Final = {"added": ("+", "green"), "removed": ("-", "red"), "changed": ("~", "yellow"), "moved": ("~", "yellow")}
_BUILT: Final = say("the classes", "クラスの定義")
_AREAS: Final[dict[Area, Said]] = {
    "items": say("Items", "項目"),
    "dimensions": say("Dimensions", "次元"),
    "sums": say("Sums", "合計"),
    "assertions": say("Assertions", "アサーション"),
    "entry points": say("Entry points", "エントリポイント"),
    "presentation": say("Presentation", "表示"),
    "labels": say("Labels", "ラベル"),
    "references": say("References", "参照"),
}
_HEADINGS: Final = (
    say("Name", "名前"),
    say("What", "事項"),
    say("Old", "旧"),
    say("New", "新"),
    say("Because", "理由"),
)
_APART: Final = {
    "documentation": say("documentation", "説明"),
    "references": say("references", "参照"),
    "assertions": say("assertions", "アサーション"),
}


def diff(old: Path, new: Path | None, as_json: bool) -> int:
    """Compare, and say what differs; 1 if a filing of the old version may not read any more, 2 if nothing can be said."""
    try:
        after = build.files() if new is None else given.files(new)
        found = compare_files(
            given.files(old), old.name, after, _BUILT.get(speaker().language) if new is None else new.name
        )
    except FilingError as error:
        for each in error.findings:
            speaker().finding(each)
        return COULD_NOT_RUN
    names = str(old), _BUILT.en if new is None else str(new)
    if as_json:
        print(_json(names, found))
        speaker().as_json = False  # this is the JSON that was asked for
    else:
        _print((verbatim(str(old)), _BUILT if new is None else verbatim(str(new))), found)
    return VALID if found.compatible else INVALID


def _json(names: tuple[str, str], found: Difference) -> str:
    document = {
        "old": {"given": names[0], "namespaces": found.old.namespaces},
        "new": {"given": names[1], "namespaces": found.new.namespaces},
        "compatible": found.compatible,
        "not compared": list(found.apart),
        "changes": [
            {
                "area": each.area, "change": each.kind, "name": local_name(each.name), "namespace": namespace(each.name),
                "what": each.what.en, "old": each.before.en, "new": each.after.en, "compatible": each.compatible,
                "effect": each.effect.get(speaker().language),
            }
            for each in found.changes
        ],
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False, indent=1)


def _print(names: tuple[Said, Said], found: Difference) -> None:
    console = Console(highlight=False, markup=False, width=None if Console().is_terminal else 160)
    language = speaker().language

    def tell(en: str, ja: str, **values: Any) -> None:
        console.print(_visible(say(en, ja, **values).get(language)), soft_wrap=True)

    sides = (say("old", "旧"), names[0], found.old), (say("new", "新"), names[1], found.new)
    for side, name, contents in sides:
        dates = dict.fromkeys(contents.namespaces.values())
        versions = joined(verbatim(date) if date else say("without a date", "日付なし") for date in dates)
        tell(
            "{side}  {name}: version {versions}, {items:,} items",
            "{side}  {name}: {versions}版、{items:,}項目",
            side=side, name=name, versions=versions, items=sum(each.kind == "item" for each in contents.elements.values()),
        )  # fmt: skip
    wrong = [each for each in found.changes if not each.compatible]
    if wrong:
        console.print()
        title = say("Filings of the old version may not read", "旧版の提出書類を読み込めなくなる変更")
        console.print(_table(title, wrong, language))
    for area in AREAS:
        rest = [each for each in found.changes if each.area == area and each.compatible]
        if rest:
            console.print()
            console.print(_table(_AREAS[area], rest, language))
    console.print()
    for each in found.apart:
        tell(
            "not compared: {what}, which only one of the two has",
            "比較していません: {what}（一方にだけあります）",
            what=_APART.get(each, verbatim(each)),
        )
    if not found.changes:
        tell("the same", "同じです")
    elif not wrong:
        tell(
            "{count:,} changes; every filing of the old version still reads",
            "変更は{count:,}件です。旧版の提出書類はすべて読み込めます",
            count=len(found.changes),
        )
    else:
        tell(
            "{count:,} changes; with {wrong:,} of them filings of the old version may not read",
            "変更は{count:,}件です。うち{wrong:,}件により旧版の提出書類を読み込めなくなることがあります",
            count=len(found.changes),
            wrong=len(wrong),
        )
        if found.old.namespaces == found.new.namespaces:
            tell(
                "Both are of one version: such changes need a new version date (docs/taxonomy.md).",
                "両者は同じ版です。このような変更には新しい版の日付が必要です（docs/taxonomy.md）。",
            )


def _table(title: Said, changes: list[Change], language: Language) -> Table:
    """A row a change; columns that would be empty are left out."""
    table = Table(
        title=Text(f"{title.get(language)} ({len(changes):,})", "bold"),
        title_justify="left",
        box=None,
        pad_edge=False,
        expand=True,
    )
    table.add_column("", no_wrap=True)
    said = [
        (local_name(each.name), *(one.get(language) for one in (each.what, each.before, each.after, each.effect)))
        for each in changes
    ]
    shown = [any(column) for column in zip(*said, strict=True)]
    for heading in compress(_HEADINGS, shown):
        table.add_column(heading.get(language), overflow="fold", ratio=1)
    for each, texts in zip(changes, said, strict=True):
        table.add_row(Text(*_SIGNS[each.kind]), *(Text(_visible(text)) for text in compress(texts, shown)))
    return table


def _visible(text: str) -> str:
    """The text with what a terminal would act on replaced."""
    return "".join(
        each if each.isprintable() else " " if each.isspace() else "\N{REPLACEMENT CHARACTER}" for each in text
    )
