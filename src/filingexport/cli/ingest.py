"""The verbs `ingest` and `query`: facts of many filings as tables, and questions to them."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from filingexport.cli.exit_status import INVALID, VALID
from filingexport.cli.speaker import speaker
from filingexport.findings import FilingError, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.said import Said, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from filingexport.ingesting.run import Tally

_EXTRA: Final = Said(
    "needs packages that are not installed ({name}): pip install 'filingexport[data]'",
    "必要なパッケージ（{name}）がありません：pip install 'filingexport[data]'",
)


@contextmanager
def _extra() -> Iterator[None]:
    """Says which extra to install where a package of it is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in ("pyarrow", "duckdb"):
            raise
        raise FilingError([finding("fx:notInstalled", say(_EXTRA.en, _EXTRA.ja, name=error.name))]) from None


def ingest(
    given: Sequence[Path],
    output: Path,
    jobs: int | None,
    seconds: float,
    retry: bool,
    limits: Limits = DEFAULT_LIMITS,
) -> int:
    """Read documents into the tables; `INVALID` where some could not be read."""
    told = speaker()
    with _extra():
        from filingexport.ingesting.run import ingest as run

        with _progress() as progress:
            done = run(given, output, jobs=jobs, seconds=seconds, retry=retry, limits=limits, progress=progress)
    for each in done.findings:
        told.finding(each)
    told.data |= {
        "output": str(output),
        "documents": done.documents,
        "read": done.read,
        "failed": done.failed,
        "unchanged": done.unchanged,
        "passed": done.passed,
        "facts": done.facts,
        "failing": done.failing,
        "seconds": round(done.seconds, 3),
    }
    new = done.read + done.failed
    told.say(
        say(
            "{output}  {documents}: {read:,} read, {failed:,} failed, {unchanged:,} unchanged, {passed}; {facts}",
            "{output}  {documents}：読込み{read:,}件、失敗{failed:,}件、変更なし{unchanged:,}件、{passed}、{facts}",
            output=output, documents=_counted(done.documents, "document", "文書"), read=done.read, failed=done.failed,
            unchanged=done.unchanged, passed=_counted(done.passed, "other file", "対象外"),
            facts=_counted(done.facts, "fact", "事実"),
        )
    )  # fmt: skip
    told.say(
        say(
            "time  {seconds:.1f} s, {rate:,.0f} documents a second, {facts:,.0f} facts a second",
            "時間  {seconds:.1f}秒、毎秒{rate:,.0f}文書、毎秒{facts:,.0f}件",
            seconds=done.seconds, rate=(new + done.unchanged) / done.seconds, facts=done.facts / done.seconds,
        )
    )  # fmt: skip
    if done.failing:
        told.note(
            say(
                "documents that could not be read: {count:,}; why: filingexport query --facts {output} \"SELECT * FROM findings WHERE severity = 'error'\"",
                "{count:,}件の文書を読み込めません。理由：filingexport query --facts {output} \"SELECT * FROM findings WHERE severity = 'error'\"",
                count=done.failing, output=output,
            )
        )  # fmt: skip
    return INVALID if done.failing or done.findings else VALID


def _counted(count: int, en: str, ja: str) -> Said:
    """So many of something."""
    return Said(f"{count:,} {en}{'' if count == 1 else 's'}", f"{ja}{count:,}件")


@contextmanager
def _progress() -> Iterator[Callable[[Tally], None]]:
    """A bar with the rate, on a terminal; it goes when all is done."""
    console = Console(stderr=True)
    if not speaker().talks or not console.is_terminal:
        yield lambda tally: None
        return
    columns = (
        SpinnerColumn(), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn(),
    )  # fmt: skip
    unit = Said("documents/s", "文書/秒").get(speaker().language)
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None, rate="")

        def tell(tally: Tally) -> None:
            rate = f"{tally.done / max(tally.seconds, 0.001):,.0f} {unit}"
            bar.update(task, completed=tally.done, total=tally.documents, rate=rate)

        yield tell


def query(sql: str, facts: Path) -> int:
    """Print the answer: as a table on a terminal, as CSV elsewhere."""
    told = speaker()
    with _extra():
        from filingexport.ingesting.query import query as ask
    answer = ask(facts, sql)
    if told.as_json:
        told.data["columns"] = list(answer.columns)
        told.data["rows"] = [
            {name: _plain(value) for name, value in zip(answer.columns, row, strict=True)} for row in answer.rows
        ]
        return VALID
    console = Console(highlight=False)
    if not console.is_terminal:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows([_cell(value) for value in row] for row in answer.rows)
        return VALID
    table = Table()
    numbers = [any(isinstance(row[at], (int, Decimal)) and not isinstance(row[at], bool) for row in answer.rows) for at in range(len(answer.columns))]  # fmt: skip
    for name, number in zip(answer.columns, numbers, strict=True):
        table.add_column(Text(name), justify="right" if number else "left")
    for row in answer.rows:
        table.add_row(*(Text(_shown(value)) for value in row))
    console.print(table)
    count = len(answer.rows)
    told.say(Said("1 row" if count == 1 else f"{count:,} rows", f"{count:,}行"))
    return VALID


def tables() -> int:
    """Print the tables and views, with the columns of the tables."""
    told = speaker()
    with _extra():
        from filingexport.ingesting.columns import TABLES
        from filingexport.ingesting.views import views
    language = told.language
    told.data["tables"] = {
        name: {each.name: each.means.get(language) for each in columns} for name, columns in TABLES.items()
    }
    told.data["views"] = {each.name: each.means.get(language) for each in views()}
    if told.as_json:
        return VALID
    for name, columns in told.data["tables"].items():
        print(name)
        for column, means in columns.items():
            print(f"  {column:<20}{means}")
    print(Said("views", "ビュー").get(language))
    for name, means in told.data["views"].items():
        print(f"  {name:<28}{means}")
    return VALID


def _plain(value: Any) -> Any:
    """A value as JSON has it: a number with a fraction as its digits, never as a float."""
    if isinstance(value, Decimal):
        return _digits(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)


def _digits(value: Decimal) -> str:
    """All digits, without the zeros that end a fraction."""
    shown = format(value, "f")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _cell(value: Any) -> str:
    if value is None:
        return ""
    plain = _plain(value)
    if isinstance(plain, bool):
        return str(plain).lower()
    return json.dumps(plain, ensure_ascii=False) if isinstance(plain, (dict, list)) else str(plain)


def _shown(value: Any) -> str:
    """The same for people: thousands are set apart."""
    if isinstance(value, Decimal):
        whole, point, rest = _digits(value).partition(".")
        return f"{int(whole):,}{point}{rest}" if whole not in ("-0", "") else _digits(value)
    return _cell(value)
