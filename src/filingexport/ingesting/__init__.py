"""Facts of thousands of filings as columnar files, and questions to them in SQL.

Read `run.ingest` first: it finds documents, has them read by processes of their own, and keeps what they give in parts.
Needs the extra ``data`` (pyarrow, duckdb).
"""
