"""Ready views over the facts: statements, measures and tables of the notice, each derived from the plan of its part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from attrs import frozen

from filingexport.binding.marks import marks
from filingexport.binding.plan import Leaf, PartField, Plan, RowsField, plan
from filingexport.ingesting.columns import CONCEPTS, DOCUMENTS, FACTS, FINDINGS, Column
from filingexport.ingesting.group import group
from filingexport.ingesting.layout import YEAR
from filingexport.model.filing import Filing
from filingexport.model.item import NUMERIC
from filingexport.model.meaning import Also, Measure
from filingexport.names import local_name
from filingexport.said import Said

_TYPES: Final = {
    "string": "VARCHAR", "int8": "TINYINT", "int32": "INTEGER", "int64": "BIGINT", "date32[day]": "DATE", "bool": "BOOLEAN",
    "decimal128(38, 10)": "DECIMAL(38, 10)", "map<string, string>": "MAP(VARCHAR, VARCHAR)",
}  # fmt: skip


@frozen
class View:
    """A view: its name, what a row of it is, and the query that makes it."""

    name: str
    means: Said
    sql: str


@frozen
class Line:
    """A line of a statement, as a row of the table that the views join."""

    standards: str
    statement: str
    position: int
    concept: str
    label_en: str
    label_ja: str


@frozen
class Measured:
    """Which measure a line is of. rank: 1 for one that is of it only where no line of rank 0 is given."""

    standards: str
    statement: str
    concept: str
    measure: str
    rank: int


def text(value: str) -> str:
    """A text as a literal of SQL."""
    return "'" + value.replace("'", "''") + "'"


def name(value: str) -> str:
    """A name of a column or view of SQL."""
    return '"' + value.replace('"', '""') + '"'


# --- the tables themselves ---------------------------------------------------------------------------------------


def _type(column: Column) -> str:
    kind = str(column.type)
    if kind.startswith("list<item: struct"):
        return "STRUCT(kind VARCHAR, language VARCHAR, text VARCHAR)[]"
    if kind.startswith("list<"):
        return "VARCHAR[]"
    return next(sql for arrow, sql in _TYPES.items() if kind.startswith(arrow.rstrip(">")))


def table(title: str, columns: Sequence[Column], files: Sequence[str], partitioned: bool = False) -> str:
    """A view of these files, which may be none."""
    shown = ", ".join(name(each.name) for each in columns) + (f", {YEAR}" if partitioned else "")
    if not files:
        empty = ", ".join(f"NULL::{_type(each)} AS {name(each.name)}" for each in columns)
        empty += f", NULL::INTEGER AS {YEAR}" if partitioned else ""
        return f"CREATE VIEW {title} AS SELECT {empty} WHERE false"
    listed = ", ".join(map(text, files))
    hive = (
        f", hive_partitioning = true, hive_types = {{'{YEAR}': INTEGER}}"
        if partitioned
        else ", hive_partitioning = false"
    )
    return f"CREATE VIEW {title} AS SELECT {shown} FROM read_parquet([{listed}]{hive})"


BASE: Final = (("facts", FACTS), ("documents", DOCUMENTS), ("findings", FINDINGS), ("concepts", CONCEPTS))

# --- statements --------------------------------------------------------------------------------------------------

_STATEMENTS: Final = {
    "balance_sheet": "balance_sheet",
    "financial_position": "balance_sheet",
    "income_statement": "income_statement",
    "profit_or_loss": "income_statement",
    "comprehensive_income": "comprehensive_income",
    "cash_flows": "cash_flows",
}
"""The fields that hold statements of single amounts, and what the views call them under all standards."""
_OWN_STANDARDS: Final = "japan_gaap"
"""What the company's own statements are under, always (Companies Act, article 432)."""


@cache
def lines() -> tuple[Line, ...]:
    """The lines of the statements, in their order."""
    found: dict[tuple[str, str, str], Line] = {}
    for standards, statement, of in _statements():
        for position, (leaf, _) in enumerate(_amounts(of), 1):
            concept = local_name(leaf.name)
            line = Line(standards, statement, position, concept, leaf.concept.en, leaf.concept.ja)
            found.setdefault((standards, statement, concept), line)
    return tuple(found.values())


@cache
def measured() -> tuple[Measured, ...]:
    """The measures of the lines."""
    return tuple(
        dict.fromkeys(
            Measured(standards, statement, local_name(leaf.name), measure, rank)
            for standards, statement, of in _statements()
            for leaf, said in _amounts(of)
            for measure, rank in said
        )
    )


def _statements() -> Iterator[tuple[str, str, Plan]]:
    whole = {each.attribute: each.plan for each in plan(Filing).entries if isinstance(each, PartField)}
    held = [(_OWN_STANDARDS, whole["non_consolidated"])]
    held += [(each.attribute, each.plan) for each in whole["consolidated"].entries if isinstance(each, PartField)]
    for standards, of in held:
        for entry in of.entries:
            if isinstance(entry, PartField) and entry.attribute in _STATEMENTS:
                yield standards, _STATEMENTS[entry.attribute], entry.plan


def _amounts(of: Plan) -> Iterator[tuple[Leaf, list[tuple[str, int]]]]:
    for entry in of.entries:
        if isinstance(entry, Leaf) and entry.concept.kind in NUMERIC:
            yield entry, _measures(of, entry.attribute)
        elif isinstance(entry, PartField) and entry.line is None:
            yield from _amounts(entry.plan)


def _measures(of: Plan, attribute: str) -> list[tuple[str, int]]:
    found = []
    for said in marks(of.cls).get(attribute, ()):
        if isinstance(said, Measure):
            found.append((said.name.lower(), 0))
        elif isinstance(said, Also):
            found.append((said.measure.name.lower(), 1))
    return found


_HEAD: Final = "d.file, d.document, d.entity, coalesce(d.company_en, d.company_ja) AS company, d.fiscal_year"

_AXIS: Final = text(local_name(group().axis))
_ALONE: Final = f"cardinality(f.dimensions) = if(f.dimensions[{_AXIS}] IS NULL, 0, 1)"
"""In no dimension but the one that tells the group from the company."""

FILINGS: Final = View(
    "filings",
    Said(
        "a document that was read; of the same document under several names, the first",
        "読み込んだ文書（同一文書は一つ）",
    ),
    "SELECT * FROM documents WHERE status = 'read' QUALIFY row_number() OVER (PARTITION BY document ORDER BY file) = 1",
)

STATEMENTS: Final = View(
    "statements",
    Said("a line of a statement: amount, and that of the year before where the filing has it", "計算書類の一行（当年度と前年度）"),
    f"""
SELECT {_HEAD}, f.consolidated, l.standards, l.statement, l.position, f.concept, l.label_en, l.label_ja, f.unit,
  min(f.numeric) FILTER (f.relative_year = 0) AS amount,
  min(f.numeric) FILTER (f.relative_year = -1) AS prior_year
FROM facts f JOIN filings d USING (file) JOIN lines l USING (concept) JOIN bases b
  ON b.file = f.file AND b.consolidated = f.consolidated AND b.standards = l.standards
WHERE {_ALONE} AND f.numeric IS NOT NULL AND f.relative_year IN (0, -1)
GROUP BY ALL
""",
)  # fmt: skip

BASES: Final = View(
    "bases",
    Said("the accounting standards of the statements of a filing", "計算書類の会計基準"),
    f"""
SELECT file, consolidated, arg_max(standards, lines) AS standards FROM (
  SELECT f.file, f.consolidated, l.standards, count(*) AS lines
  FROM facts f JOIN lines l USING (concept)
  WHERE f.consolidated IS NOT NULL AND {_ALONE} AND f.relative_year = 0
    AND (f.consolidated OR l.standards = '{_OWN_STANDARDS}')
  GROUP BY ALL) GROUP BY ALL
""",
)

MEASURES: Final = View(
    "measures",
    Said(
        "a measure (revenue, net_income, total_assets, …) whatever the standards call it; the year before from the filing, or else from that of the year before",
        "基準によらない主要指標（売上高、当期純利益等）",
    ),
    """
WITH told AS (
  SELECT s.file, s.document, s.entity, s.company, s.fiscal_year, s.consolidated, s.standards, l.measure, s.unit,
    arg_min(s.amount, (l.rank, s.position)) FILTER (s.amount IS NOT NULL) AS amount,
    arg_min(s.prior_year, (l.rank, s.position)) FILTER (s.prior_year IS NOT NULL) AS prior_year
  FROM statements s JOIN measured l USING (standards, statement, concept) GROUP BY ALL)
SELECT t.* EXCLUDE (prior_year), coalesce(min(t.prior_year), max(p.amount)) AS prior_year
FROM told t LEFT JOIN told p ON p.entity = t.entity AND p.fiscal_year = t.fiscal_year - 1
  AND p.consolidated = t.consolidated AND p.measure = t.measure AND p.unit = t.unit
GROUP BY ALL
""",
)

# --- tables of the notice ----------------------------------------------------------------------------------------

_TABLES: Final = (
    ("officers", Said("an officer", "役員一人"), "business_report.officers.officers"),
    ("officer_pay", Said("pay of a kind of officers", "役員区分ごとの報酬"), "business_report.officers.remuneration_details.by_kind"),
    ("auditors", Said("the accounting auditor and its fees", "会計監査人とその報酬"), "business_report.accounting_auditor"),
    ("shareholders", Said("a major shareholder", "大株主一人"), "business_report.shares.major_shareholders"),
    ("segments", Said("results of a segment", "セグメントの業績"), "business_report.progress_and_results.segments"),
    ("trend", Said("a year of the trend of assets and results", "財産及び損益の状況の推移の一年"), "business_report.trend.years"),
    ("director_candidates", Said("a candidate for director", "取締役候補者一人"), "reference_documents.election_of_directors.candidates"),
    ("dividends", Said("the dividend that the meeting is asked to resolve", "株主総会に付議する配当"), "reference_documents.appropriation_of_surplus"),
    ("dividends_paid", Said("a dividend paid in the year", "当年度に支払った配当"), "non_consolidated.notes.further_notes.equity.dividends_paid"),
    ("dividends_paid_consolidated", Said("the same, in the consolidated notes", "同上（連結注記）"), "consolidated.japan_gaap.notes.further_notes.equity.dividends_paid"),
    ("meetings", Said("the meeting of a notice", "招集通知の株主総会"), "notice.meeting"),
    ("proposals", Said("a proposal of the agenda", "議案"), "notice.proposals"),
)  # fmt: skip
"""What the views of the notice's tables are called, and where in the model each stands."""


def of_part(title: str, means: Said, path: str) -> View:
    """A view of the part at this path, a row a filing, or a row of its table; raises KeyError for no such path."""
    of = plan(Filing)
    axes: list[str] = []
    members: list[tuple[str, str]] = []
    for step in path.split("."):
        entry = {each.attribute: each for each in of.entries}[step]
        assert isinstance(entry, (PartField, RowsField)), path
        if isinstance(entry, RowsField):
            axes.append(local_name(entry.axis))
        elif entry.pair is not None:
            members.append((local_name(entry.pair[0]), local_name(entry.pair[1])))
        of = entry.plan
    columns, concepts = [], []
    for leaf in of.entries:
        if isinstance(leaf, Leaf):
            concept = local_name(leaf.name)
            concepts.append(text(concept))
            columns += [f"{value} AS {name(column)}" for column, value in _leaf_columns(leaf, concept)]
    row = ", ".join(f"try_cast(f.dimensions[{text(axis)}] AS INTEGER)" for axis in axes)
    rows = f"{row} AS row," if len(axes) == 1 else f"[{row}] AS rows," if axes else ""
    said = " AND ".join(
        [
            f"cardinality(f.dimensions) = {len(axes) + len(members)}",
            *(f"f.dimensions[{text(axis)}] IS NOT NULL" for axis in axes),
            *(f"f.dimensions[{text(axis)}] = {text(member)}" for axis, member in members),
        ]
    )
    sql = f"""
SELECT {_HEAD}, {rows}
  {("," + chr(10) + "  ").join(columns)}
FROM facts f JOIN filings d USING (file)
WHERE f.concept IN ({", ".join(concepts)}) AND {said}
GROUP BY ALL
"""
    return View(title, means, sql)


def _leaf_columns(leaf: Leaf, concept: str) -> Iterator[tuple[str, str]]:
    this = f"f.concept = {text(concept)}"
    if leaf.codec is None:
        for language in ("en", "ja"):
            yield f"{leaf.attribute}_{language}", f"min(f.value) FILTER ({this} AND f.language = '{language}')"
    elif leaf.concept.kind in NUMERIC:
        yield leaf.attribute, f"min(f.numeric) FILTER ({this})"
    elif leaf.concept.kind == "day":
        yield leaf.attribute, f"min(try_cast(f.value AS DATE)) FILTER ({this})"
    elif leaf.concept.kind == "flag":
        yield leaf.attribute, f"min(try_cast(f.value AS BOOLEAN)) FILTER ({this})"
    else:
        yield leaf.attribute, f"min(f.value) FILTER ({this})"


@cache
def views() -> tuple[View, ...]:
    """All ready views, each after those that it is made of."""
    return (FILINGS, BASES, STATEMENTS, MEASURES, *(of_part(*each) for each in _TABLES))
