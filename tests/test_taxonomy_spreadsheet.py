"""The workbook of the taxonomy: all of the network is there, text stays text, and the bytes are always the same."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path
from typing import Annotated as Is
from typing import Any

import pytest
from attrs import frozen
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from filingexport.cli.main import main
from filingexport.model import item
from filingexport.model.filing import Filing
from filingexport.model.law import in_2008
from filingexport.model.values import Amount
from filingexport.names import VERSION_DATE, local_name
from filingexport.taxonomy import spreadsheet
from filingexport.taxonomy.catalogue import catalogue, citation, terse_labels
from filingexport.taxonomy.network import network

NETWORK = network(Filing)


@cache
def data() -> Any:
    return spreadsheet.workbook(NETWORK)


@cache
def book() -> Any:
    return load_workbook(io.BytesIO(data()))


@item.part("Formulas", "式", prefix="Formula")
@frozen(kw_only=True)
class Formulas:
    """Labels that a spreadsheet could take for formulas, and one with a character that XML cannot hold."""

    equals: Is[Amount, item.credit("=1+1", "=HYPERLINK(A1)", doc="@SUM(A1)")] = None
    plus: Is[Amount, item.credit("+1", "-1")] = None
    error: Is[Amount, item.credit("#N/A", "危\x07険")] = None


def rows(title: str) -> list[dict[str, object]]:
    """The rows of a sheet, by the headings of its columns."""
    head, *below = book()[title].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in below]


def test_the_sheets_are_there_with_a_frozen_header_filters_and_widths() -> None:
    assert book().sheetnames == ["Concepts", "Calculation", "Axes & members", "Values", "Sections"]
    for sheet in book():
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(
            sheet.column_dimensions[get_column_letter(number)].width >= len(str(cell.value))
            for number, cell in enumerate(sheet[1], 1)
        )


def test_every_item_of_the_network_is_a_row() -> None:
    found = {row["Name"]: row for row in rows("Concepts")}
    entries, printed = catalogue(NETWORK), terse_labels(NETWORK)
    assert list(found) == [local_name(name) for name in entries]
    for name, entry in entries.items():
        row, info = found[local_name(name)], entry.info
        assert (row["Label (en)"], row["Label (ja)"]) == (info.concept.en, info.concept.ja)
        assert (row["Documentation"] or "") == info.concept.doc
        assert row["Period"] == ("instant" if info.instant else "duration")
        assert row["Balance"] == info.concept.balance
        assert row["Nil"] == ("yes" if info.nillable else "no")
        assert (row["Section"], row["Depth"]) == (entry.places[0].section.en, entry.places[0].depth)
        assert len(str(row["Places"]).splitlines()) == len(entry.places)
        assert str(row["References"] or "").splitlines() == [citation(law).en for law in info.refs]
        assert str(row["References in 2008"] or "").splitlines() == [citation(law).en for law in in_2008(info.refs)]
        assert str(row["References in 2008 (ja)"] or "").splitlines() == [
            citation(law).ja for law in in_2008(info.refs)
        ]
        assert (row["EDINET"] or "") == info.edinet
        assert (row["Printed as (en)"], row["Printed as (ja)"]) == (printed[name].en, printed[name].ja)
        axes = [" x ".join(map(local_name, axes)) or "none" for axes in entry.axes]
        assert str(row["Axes"]).splitlines() == axes
        assert bool(row["Values"]) == (info.concept.kind == "choice")


def test_the_workbook_tells_what_is_printed_the_law_of_2008_and_edinets_element() -> None:
    found = {row["Name"]: row for row in rows("Concepts")}
    cash = found["CashAndDeposits"]
    assert cash["EDINET"] == "jppfs_cor:CashAndDeposits"
    differ = [row for row in found.values() if row["Label (en)"] != row["Printed as (en)"]]
    assert len(differ) > 100
    earlier = {str(row["References in 2008"]) for row in found.values()}
    assert "Ordinance on Company Accounting, article 148, paragraph 1" in earlier


def test_sums_axes_and_sections_are_those_of_the_network() -> None:
    assert [(row["Section"], row["Total"], row["Weight"], row["Item"]) for row in rows("Calculation")] == [
        (section.en, local_name(each.total), weight, local_name(name))
        for section in NETWORK.sections.values()
        for each in section.sums
        for name, weight in each.items
    ]
    axes = rows("Axes & members")
    assert list(dict.fromkeys(row["Axis"] for row in axes)) == [local_name(name) for name in NETWORK.axes]
    assert [row["Member"] for row in axes if row["Kind"] == "explicit"] == [
        local_name(member.name) for axis in NETWORK.axes.values() for member in axis.members
    ]
    assert [row["Member"] for row in axes if row["Default"] == "yes"] == ["ConsolidatedMember"]
    assert [(row["Section"], row["Role"]) for row in rows("Sections")] == [
        (section.key, section.role) for section in NETWORK.sections.values()
    ]
    assert all(isinstance(row["Items"], int) for row in rows("Sections"))


def test_the_values_of_closed_lists_are_told_with_their_labels() -> None:
    assert [(row["Type"], row["Value"], row["Label (en)"], row["Label (ja)"]) for row in rows("Values")] == [
        (kind, value.value, value.label.en, value.label.ja)
        for kind, values in sorted(NETWORK.kinds.items())
        for value in values
    ]
    assert all(row["Items"] for row in rows("Values"))


def test_what_looks_like_a_formula_is_text() -> None:
    sheet = load_workbook(io.BytesIO(spreadsheet.workbook(network(Formulas))))["Concepts"]
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row}
    for text in ("=1+1", "=HYPERLINK(A1)", "@SUM(A1)", "+1", "-1"):
        assert cells[text].data_type == "s"
        assert cells[text].quotePrefix
    assert cells["#N/A"].data_type == "s"
    assert "危\N{REPLACEMENT CHARACTER}険" in cells
    assert not any(cell.data_type == "f" for cell in cells.values())


def test_the_same_classes_give_the_same_bytes_with_fixed_dates() -> None:
    assert spreadsheet.workbook(NETWORK) == data()
    archive = zipfile.ZipFile(io.BytesIO(data()))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    dates = re.findall(rb"<dcterms:(?:created|modified)[^>]*>([^<]*)", archive.read("docProps/core.xml"))
    assert dates == [f"{VERSION_DATE}T00:00:00Z".encode()] * 2


def test_the_verb_writes_the_workbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["taxonomy", "export", "--xlsx", str(tmp_path / "taxonomy.xlsx")]) == 0
    assert (tmp_path / "taxonomy.xlsx").read_bytes() == data()
    assert re.fullmatch(r".*taxonomy\.xlsx  \d+ kB\n", capsys.readouterr().out)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["taxonomy", "export", "--xlsx", str(tmp_path / "none" / "taxonomy.xlsx")]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert "cannot be written: No such file or directory" in line
