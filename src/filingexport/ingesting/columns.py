"""The columns of the tables, each with what it means: the one place where they are declared."""

from __future__ import annotations

from typing import Final

import pyarrow as pa
from attrs import frozen

from filingexport.ingesting.layout import YEAR
from filingexport.said import Said

NUMBER: Final = pa.decimal128(38, 10)
"""28 digits before the point and 10 after it: any amount that a company prints, and any ratio."""
DIGITS_BEFORE: Final = 28
DIGITS_AFTER: Final = 10

_TEXT: Final = pa.string()
_NOTE: Final = pa.struct([("kind", _TEXT), ("language", _TEXT), ("text", _TEXT)])


@frozen
class Column:
    """A column of a table: its name, its type in Arrow, what it holds."""

    name: str
    type: pa.DataType
    means: Said


def _column(name: str, kind: pa.DataType, en: str, ja: str) -> Column:
    return Column(name, kind, Said(en, ja))


_FILE: Final = _column(
    "file", _TEXT, "the document: its path, and after ! its name in an archive", "文書のパス（書庫内の名称は!の後）"
)
_DOCUMENT: Final = _column(
    "document", _TEXT, "SHA-256 of the document and of what was read beside it", "文書及び付随ファイルのSHA-256"
)
_SCHEME: Final = _column("entity_scheme", _TEXT, "who gave the identifier (a URI)", "識別子の付与者（URI）")
_ENTITY: Final = _column("entity", _TEXT, "the identifier of the company", "会社の識別子")

FACTS: Final = (
    _FILE,
    _DOCUMENT,
    _column("number", pa.int32(), "the place of the fact in its document, from 1", "文書内の順序（1から）"),
    _column(
        "id", _TEXT, "the id of the fact; in our own documents the path of its field", "事実のID（本製品の文書では項目のパス）"
    ),
    _SCHEME,
    _ENTITY,
    _column("concept", _TEXT, "the local name of the item, such as NetSales", "項目の名称（NetSales等）"),
    _column(
        "namespace", _TEXT, "the namespace of the item; that of the taxonomy, or a company's own", "項目の名前空間"
    ),
    _column("period_start", pa.date32(), "first day of a period; null for a moment", "期間の初日（時点の場合はnull）"),
    _column("period_end", pa.date32(), "last day of a period; null for a moment", "期間の末日（時点の場合はnull）"),
    _column("instant", pa.date32(), "the day at whose end a moment is; null for a period", "時点（期間の場合はnull）"),
    _column(
        "period", _TEXT, "the period as text: first and last day, or a moment; with times, where it has them", "期間の文字列表現"
    ),
    _column(
        "relative_year",
        pa.int8(),
        "0 where the period ends with the fiscal year of the filing, -1 a year earlier, …; null where it ends on another day",
        "当事業年度末に終わるものは0、前年度は-1（それ以外の日はnull）",
    ),
    _column(
        "consolidated",
        pa.bool_(),
        "true for figures of the group, false for those of the company alone, null for what is of neither",
        "連結はtrue、個別はfalse（いずれでもない場合はnull）",
    ),
    _column(
        "row", pa.int32(), "the number of the row, for a fact in one table; null outside tables and in nested ones", "表の行番号"
    ),
    _column(
        "dimensions",
        pa.map_(_TEXT, _TEXT),
        "axis to member: local names where they are of the taxonomy, {namespace}name where not; rows by their number",
        "次元とメンバー",
    ),
    _column(
        "unit", _TEXT, "JPY, shares, pure, JPY/shares, …; null for what is no number", "単位（数値以外はnull）"
    ),
    _column("language", _TEXT, "language tag of a text; null for what is no text", "文章の言語（文章以外はnull）"),
    _column("value", _TEXT, "the value as it is stated; null for a disclosed nothing", "値（該当なしの開示はnull）"),
    _column(
        "numeric",
        NUMBER,
        "the number, exact; null for what is no number, and for one that would have to be rounded",
        "数値（丸めが必要なものはnull）",
    ),
    _column(
        "decimals", pa.int32(), "accuracy: -6 for millions, 0 for units; null where exact, and for what is no number", "精度"
    ),
    _column(
        "notes", pa.list_(_NOTE), "captions, footnotes and sentences of disclosed nothings that are tied to the fact", "注記"
    ),
)  # fmt: skip
"""A row a fact."""

DOCUMENTS: Final = (
    _FILE,
    _DOCUMENT,
    _column("beside", pa.list_(_TEXT), "the files that were read beside it", "付随して読み込んだファイル"),
    _column("bytes", pa.int64(), "the size of the document", "文書のバイト数"),
    _column("format", _TEXT, "xbrl, ixbrl, json, csv, package; null for what is in none", "形式"),
    _column("status", _TEXT, "read, or failed: then the findings say why", "read又はfailed（理由はfindings）"),
    _SCHEME,
    _ENTITY,
    _column("company_en", _TEXT, "the name of the company in English", "会社名（英語）"),
    _column("company_ja", _TEXT, "the name of the company in Japanese", "会社名（日本語）"),
    _column(
        YEAR,
        pa.int32(),
        "the year in which the fiscal year ends; of a filing that does not say it, that of most of its periods; 0 for none",
        "事業年度末の属する年",
    ),
    _column("fiscal_year_start", pa.date32(), "first day of the fiscal year", "事業年度の初日"),
    _column("fiscal_year_end", pa.date32(), "last day of the fiscal year", "事業年度の末日"),
    _column("facts", pa.int32(), "how many facts it has", "事実の数"),
    _column("findings", pa.int32(), "how many findings were made in reading it", "指摘の数"),
    _column("taxonomy", pa.list_(_TEXT), "the schemas that it refers to", "参照するスキーマ"),
)
"""A row a document."""

FINDINGS: Final = (
    _FILE,
    _column("code", _TEXT, "the code of the finding", "コード"),
    _column("severity", _TEXT, "error, warning or note", "重要度"),
    _column("message", _TEXT, "what is wrong, and why", "内容"),
    _column("message_ja", _TEXT, "the same in Japanese", "内容（日本語）"),
    _column("place", _TEXT, "file and line", "ファイルと行"),
)
"""A row a finding made in reading: what of a document is not, or not wholly, in the facts."""

CONCEPTS: Final = (
    _column("concept", _TEXT, "the local name of the item", "項目の名称"),
    _column("namespace", _TEXT, "the namespace of the taxonomy", "名前空間"),
    _column("label_en", _TEXT, "its label in English", "標準ラベル（英語）"),
    _column("label_ja", _TEXT, "its label in Japanese", "標準ラベル（日本語）"),
    _column("type", _TEXT, "money, shares, ratio, day, words, prose, …", "型"),
    _column("period_type", _TEXT, "instant or duration", "期間型"),
    _column("balance", _TEXT, "debit or credit; null for what is no amount", "貸借区分"),
    _column("edinet", _TEXT, "the element of EDINET's taxonomy that it is; null for none", "EDINETの要素"),
)
"""A row an item of the taxonomy."""

FACTS_AND_YEAR: Final = (*FACTS, next(each for each in DOCUMENTS if each.name == YEAR))
"""The facts as whoever reads the whole folder sees them: the partition's column is their last."""

TABLES: Final = {"facts": FACTS, "documents": DOCUMENTS, "findings": FINDINGS, "concepts": CONCEPTS}


def schema(columns: tuple[Column, ...]) -> pa.Schema:
    """The columns as Arrow has them."""
    return pa.schema([(each.name, each.type) for each in columns])
