"""Workbooks of Office Open XML (ECMA-376, SpreadsheetML): cells read exactly and within limits, and what writing shares."""
