"""Documents to the rows of all tables, one document after the other; what cannot be read is told of, and stops nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pyarrow as pa

from filingexport.findings import FilingError, Finding, finding
from filingexport.formats.deadline import within
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.formats.xbrl.columns import Columns
from filingexport.ingesting.columns import DOCUMENTS, FINDINGS, schema
from filingexport.ingesting.desk import Group, Known
from filingexport.ingesting.found import Place
from filingexport.ingesting.parts import Made
from filingexport.ingesting.reading import Contents, Shelf, is_document, may_be_document, read
from filingexport.ingesting.rows import Rows, head_of, head_of_columns
from filingexport.said import say

MEMORY: Final = 4 << 30
"""Bytes of memory that a reading process may take; a document that needs more fails alone."""


def bound_memory() -> Callable[[], None]:
    """Bound the memory of this process; returns what takes the bound away again."""
    try:
        import resource
    except ImportError:  # not on Windows
        return lambda: None
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    bounds = [each for each in (MEMORY, soft, hard) if each != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min(bounds), hard))
    return lambda: resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


class Gathered:
    """The rows of the documents that were taken in, in their order. group: see there. limits: of each document."""

    def __init__(self, group: Group, limits: Limits = DEFAULT_LIMITS) -> None:
        self.group = group
        self.limits = limits
        self.years: dict[int, Rows] = {}
        self.documents: list[dict[str, Any]] = []
        self.findings: list[dict[str, Any]] = []

    def take(self, place: Place, shelf: Shelf, known: Known | None, lost: Finding | None) -> str:
        """Read a document; says what came of it: "read", "failed", "unchanged", or "passed" where it is none. known: what the tables have of it. lost: why it must not be tried again."""
        contents: Contents | None = None
        try:
            if lost is not None:
                raise FilingError([lost])
            if not may_be_document(place):
                return "passed"
            contents = shelf.contents(place)
            if not is_document(place, contents.data):
                return "passed"
            return self._read(place, contents, known)
        except FilingError as error:
            findings = error.findings
        except MemoryError:
            findings = (
                finding(
                    "fx:limit",
                    say(
                        "needs more than {most} GB of memory to be read",
                        "読込みに{most}GBを超えるメモリが必要です。",
                        most=MEMORY >> 30,
                    ),
                ),
            )
        except RecursionError:
            findings = (finding("fx:limit", say("is nested too deep to be read", "入れ子が深すぎて読み込めません。")),)
        except Exception as error:  # a fault of ours in one document must not stop the others
            message = say(
                "could not be read because of a fault in this program ({fault})",
                "本製品の不具合により読み込めませんでした（{fault}）。",
                fault=f"{type(error).__name__}: {error}",
            )
            findings = (finding("fx:unreadable", message),)
        document = contents.digest() if contents is not None and lost is None else ""
        if known is not None and known.document == document:
            return "unchanged"
        beside = sorted(contents.folder.read_so_far) if contents is not None else []
        size = len(contents.data) if contents is not None else None
        self._document(place, document or None, findings, status="failed", beside=beside, bytes=size)
        return "failed"

    def _read(self, place: Place, contents: Contents, known: Known | None) -> str:
        if known is not None:
            for name in known.beside:
                contents.folder.read(name)
            if known.document == contents.digest():
                return "unchanged"
            contents.folder.read_so_far.clear()
        with within(self.limits, place.name):
            found = read(place, contents, self.limits)
        document = contents.digest()
        facts = found.facts
        if isinstance(facts, Columns):
            head = head_of_columns(facts)
            self._rows(head.year).add_columns(place.name, document, facts, head)
            count = len(facts)
        else:
            head = head_of(facts)
            self._rows(head.year).add(place.name, document, facts, head)
            count = len(facts.facts)
        self._document(
            place, document, found.findings,
            beside=sorted(contents.folder.read_so_far), bytes=len(contents.data), format=found.format, status="read",
            entity_scheme=facts.entity.scheme, entity=facts.entity.identifier,
            company_en=head.company_en, company_ja=head.company_ja,
            fiscal_year=head.year, fiscal_year_start=head.start, fiscal_year_end=head.end,
            facts=count, taxonomy=list(found.taxonomy),
        )  # fmt: skip
        return "read"

    def _rows(self, year: int) -> Rows:
        rows = self.years.get(year)
        if rows is None:
            rows = self.years[year] = Rows(self.group)
        return rows

    def _document(self, place: Place, document: str | None, findings: tuple[Finding, ...], **said: Any) -> None:
        self.documents.append({"file": place.name, "document": document, "findings": len(findings), "facts": 0} | said)
        self.findings += [
            {
                "file": place.name,
                "code": each.code,
                "severity": each.severity.value,
                "message": each.message,
                "message_ja": each.said("ja"),
                "place": each.place or None,
            }
            for each in findings
        ]

    def made(self) -> Made:
        """All tables."""
        return Made(self.facts(), self.documents_table(), self.findings_table())

    def facts(self) -> dict[int, pa.Table]:
        """The facts by fiscal year."""
        return {year: rows.table() for year, rows in self.years.items() if len(rows)}

    def documents_table(self) -> pa.Table:
        """A row a document."""
        return pa.Table.from_pylist(self.documents, schema(DOCUMENTS))

    def findings_table(self) -> pa.Table:
        """A row a finding."""
        return pa.Table.from_pylist(self.findings, schema(FINDINGS))
