"""What is installed, what each extra adds, and whether all that is needed is there."""

from __future__ import annotations

import platform
import re
from importlib.metadata import PackageNotFoundError, metadata, requires, version
from typing import Any, Final

from attrs import asdict
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from filingexport.cli.exit_status import INVALID, VALID
from filingexport.cli.speaker import speaker
from filingexport.declaring import frozen
from filingexport.findings import FilingError
from filingexport.names import VERSION_DATE
from filingexport.said import Said, say
from filingexport.taxonomy import standard

EXTRAS: Final[dict[str, Said]] = {
    "view": Said(
        "`view` opens pages in the open-source ixbrl-viewer", "`view`がオープンソースのixbrl-viewerでページを開きます"
    ),
    "data": Said(
        "`ingest` and `query`: the facts of thousands of filings as tables, and questions in SQL",
        "`ingest`と`query`：多数の提出書類の事実を表にし、SQLで照会します",
    ),
    "spark": Said(
        "`filingexport.spark`: the same tables, read by a cluster; needs Java 17 too",
        "`filingexport.spark`：同じ表をSparkで読み込みます（Java 17も必要です）",
    ),
    "serve": Said("`serve` shows a draft on a local page", "`serve`が原稿をローカルページで表示します"),
    "sign": Said("`sign` and `verify`: signatures of filings", "`sign`と`verify`：署名と検証"),
    "audit": Said("`make audit`: vulnerabilities, a bill of materials", "`make audit`：脆弱性の照会と部品表"),
    "mutants": Said("`make mutants`: tests of the tests", "`make mutants`：テストの検査"),
    "fuzz": Said(
        "`make fuzz`: changes of files guided by coverage (Linux)", "`make fuzz`：網羅率に基づくファジング（Linux）"
    ),
    "docs": Said("`make docs` builds the documentation as a site", "`make docs`で文書のサイトを作成します"),
    "bench": Said("`make bench` also measures another library", "`make bench`で他のライブラリも計測します"),
    "dev": Said("`make test`: tests, types and style", "`make test`：テスト、型検査、書式検査"),
}
"""What each extra of the package is for; a test holds them against pyproject.toml."""
_NAME: Final = re.compile(r"^[A-Za-z0-9._-]+")
_EXTRA: Final = re.compile(r"""extra\s*==\s*["']([^"']+)["']""")


@frozen
class Package:
    """A package that is asked for; installed: its version, or "" where it is not there."""

    name: str
    wanted: str
    installed: str


def packages() -> dict[str, list[Package]]:
    """The packages that are asked for, by extra; those that are always needed under ""."""
    found: dict[str, list[Package]] = {"": []}
    for extra in metadata("filingexport").get_all("Provides-Extra") or []:
        found[extra] = []
    for line in requires("filingexport") or []:
        wanted, _, condition = line.partition(";")
        name = _NAME.match(wanted)
        assert name is not None, line
        extra = _EXTRA.search(condition)
        found[extra[1] if extra else ""].append(Package(name[0], wanted[name.end() :].strip(), _installed(name[0])))
    return found


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def doctor() -> int:
    """Print it all; `INVALID` where something that is always needed is missing."""
    told = speaker()
    by_extra = packages()
    faults = [
        say("{name} is not installed", "{name}がインストールされていません", name=each.name)
        for each in by_extra[""]
        if not each.installed
    ]
    try:
        schemas = str(standard.folder())
    except FilingError as error:
        schemas = ""
        for each in error.findings:
            told.finding(each)
        faults.append(Said("the standard schemas are missing", "標準のスキーマがありません"))
    told.data |= {
        "version": version("filingexport"),
        "taxonomy": VERSION_DATE,
        "python": platform.python_version(),
        "packages": [asdict(each) for each in by_extra.pop("")],
        "extras": {name: _extra(listed) for name, listed in by_extra.items()},
        "faults": [fault.get(told.language) for fault in faults],
    }
    if told.talks:
        _print(told.data, bool(schemas))
    for fault in faults:
        told.note(fault)
    return INVALID if faults else VALID


def _extra(listed: list[Package]) -> dict[str, Any]:
    return {
        "installed": all(each.installed for each in listed),
        "missing": [each.name for each in listed if not each.installed],
    }


def _print(data: dict[str, Any], schemas: bool) -> None:
    language = speaker().language
    console = Console(highlight=False, width=None if Console().is_terminal else 120)
    yes, no = "[green]✓[/green]", "[red]✗[/red]"

    def table(*rows: tuple[str, str, str]) -> None:
        shown = Table(box=None, show_header=False, pad_edge=False)
        for row in rows:
            shown.add_row(*row)
        console.print(shown)

    console.print(f"[bold]filingexport {data['version']}[/bold]")
    table(
        (yes, "Python", data["python"]),
        (yes, Said("taxonomy", "タクソノミ").get(language), data["taxonomy"]),
        (yes if schemas else no, Said("standard schemas", "標準のスキーマ").get(language), "XBRL International"),
        *(
            (yes if each["installed"] else no, each["name"], each["installed"] or escape(each["wanted"]))
            for each in data["packages"]
        ),
    )
    console.print()
    console.print(Said("[bold]Extras[/bold]", "[bold]追加機能[/bold]").get(language))
    rows = []
    for name, extra in data["extras"].items():
        what = escape(EXTRAS[name].get(language))
        how = escape(f"pip install 'filingexport[{name}]'")
        rows.append((yes if extra["installed"] else "–", name, what if extra["installed"] else f"{what}\n{how}"))
    table(*rows)
