"""xBRL-CSV that is wrong: each is told of with the standard's code, where and what to do; and layouts that others use."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest

from filingexport import Filing, FilingError, Finding, Severity, read, validate
from filingexport.formats.csv import cells
from filingexport.formats.csv.cells import Special
from filingexport.formats.oim.periods import parse_short
from filingexport.formats.safe import Limits
from filingexport.library import documents
from filingexport.model.values import Count, Text
from filingexport.names import BASE, ENTRY_FILE, FX
from filingexport.report import Fact, Period, Unit
from tests.japanese import in_both

MAIN = "filing-csv.json"
Files = dict[str, bytes]
Change = Callable[[Files], object]


@pytest.fixture
def filing(small: Filing) -> Filing:
    company = attrs.evolve(small.company, identifier="Example")
    return attrs.evolve(small, company=company, fiscal_term=Count(16, footnotes=(Text(en="The sixteenth."),)))


@pytest.fixture
def files(filing: Filing) -> Files:
    return documents(filing, ["csv"])


def put(path: str, value: Any) -> Change:
    """Set what is at this path of the metadata, its steps parted by /."""

    def change(files: Files) -> None:
        whole = json.loads(files[MAIN])
        inner = whole
        *steps, last = path.split("/")
        for step in steps:
            inner = inner[step]
        inner[last] = value
        files[MAIN] = json.dumps(whole).encode()

    return change


def swap(table: str, old: str, new: str) -> Change:
    def change(files: Files) -> None:
        name = f"filing-{table}.csv"
        assert old.encode() in files[name], files[name]
        files[name] = files[name].replace(old.encode(), new.encode("utf-8", "surrogateescape"), 1)

    return change


def drop(name: str) -> Change:
    return lambda files: files.pop(name)


NUMBERS = "tableTemplates/numbers"
VALUE = f"{NUMBERS}/columns/value"
META = f"{MAIN}#"
# name: (change, code, message, where)
WRONG: dict[str, tuple[Change, str, str, str]] = {
    "another type": (put("documentInfo/documentType", "https://xbrl.org/2099/xbrl-csv"), "oimce:unsupportedDocumentType", "its documentType is", f"{META}/documentInfo"),
    "extends": (put("documentInfo/extends", ["other.json"]), "fx:structure", "it extends other metadata, which is not read here", f"{META}/documentInfo/extends"),
    "no taxonomy": (put("documentInfo/taxonomy", []), "oime:noTaxonomy", "there is no list of schemas", f"{META}/documentInfo/taxonomy"),
    "unknown member": (put("colour", "red"), "xbrlce:invalidJSONStructure", "there is no property 'colour' here", META),
    "no columns": (put(NUMBERS, {}), "xbrlce:invalidJSONStructure", "a template has columns", f"{META}/{NUMBERS}"),
    "unknown template": (put("tables/numbers/template", "other"), "xbrlce:unknownTableTemplate", "there is no template 'other'", f"{META}/tables/numbers"),
    "no url": (put("tables/numbers", {}), "xbrlce:invalidJSONStructure", "a table is an object with a url", f"{META}/tables/numbers"),
    "no file": (drop("filing-numbers.csv"), "xbrlce:missingRequiredCSVFile", "'filing-numbers.csv' is not beside it", f"{META}/tables/numbers"),
    "file above": (put("tables/numbers/url", "../filing-numbers.csv"), "xbrlce:missingRequiredCSVFile", "is not beside it", f"{META}/tables/numbers"),
    "file of an address": (put("tables/numbers/url", "http://other.example/x.csv"), "xbrlce:missingRequiredCSVFile", "is not beside it", f"{META}/tables/numbers"),
    "no parameter file": (put("parameterURL", "none.csv"), "xbrlce:missingParametersFile", "'none.csv' is not beside it", MAIN),
    "two kinds of column": (put(f"{VALUE}/comment", True), "xbrlce:conflictingColumnType", "a column is one of", f"{META}/{VALUE}"),
    "decimals on a parameter": (put(f"{NUMBERS}/columns/unit/decimals", 0), "xbrlce:misplacedDecimalsOnNonFactColumn", "makes no facts", f"{META}/{NUMBERS}/columns/unit"),
    "decimals in words": (put(f"{VALUE}/decimals", "many"), "xbrlce:invalidDecimalsValue", "a whole number, #none or a reference", f"{META}/{VALUE}/decimals"),
    "property group": (put(f"{VALUE}/propertiesFrom", ["unit"]), "xbrlce:invalidPropertyGroupColumnReference", "names 'unit', which is no column with propertyGroups", f"{META}/{VALUE}"),
    "parameter's name": (put("parameters", {"a b": "x"}), "xbrlce:invalidIdentifier", "'a b' is no identifier", f"{META}/parameters/a b"),
    "a table's parameter": (put("tables/numbers/parameters", {"a b": "x"}), "xbrlce:invalidIdentifier", "'a b' is no identifier", f"{META}/tables/numbers/parameters/a b"),
    "row ids": (put(f"{NUMBERS}/rowIdColumn", "none"), "xbrlce:undefinedRowIdColumn", "there is no column 'none'", f"{META}/{NUMBERS}/rowIdColumn"),
    "reference": (put(f"{VALUE}/dimensions/period", "$a b"), "xbrlce:invalidReference", "is no reference such as $period", f"{META}/{VALUE}/dimensions/period"),
    "period specifier": (put(f"{VALUE}/dimensions/period", "$period@middle"), "xbrlce:invalidPeriodSpecifier", "is no reference such as $period", f"{META}/{VALUE}/dimensions/period"),
    "special value": (put(f"{VALUE}/dimensions/unit", "#all"), "xbrlce:unknownSpecialValue", "'#all' is no special value", f"{META}/{VALUE}/dimensions/unit"),
    "a dollar is written twice": (put(f"{VALUE}/dimensions/unit", "$$x"), "oimce:unboundPrefix", "the measure '$x'", "filing-numbers.csv:2"),
    "leads nowhere": (put(f"{VALUE}/dimensions/unit", "$none"), "xbrlce:invalidReferenceTarget", "$none is neither a column nor a parameter", "filing-numbers.csv:2"),
    "link type": (put("links", {"other": {}}), "xbrlce:unknownLinkType", "'other' is not among the linkTypes", f"{META}/links/other"),
    "link from nowhere": (put("links/footnote/_", {"x.r_1.value": ["notes.r_1.value"]}), "xbrlce:unknownLinkSource", "is no fact of this report", f"{META}/links/footnote/_/x.r_1.value"),
    "link to nowhere": (put("links/footnote/_", {"numbers.r_1.value": ["notes.r_9.value"]}), "xbrlce:unknownLinkTarget", "is no note of this report", f"{META}/links/footnote/_/numbers.r_1.value"),
    "unknown column": (swap("numbers", '"unit"', '"colour"'), "xbrlce:unknownColumn", "has no column 'colour'", "filing-numbers.csv:1"),
    "column twice": (swap("numbers", '"unit"', '"period"'), "xbrlce:repeatedColumnIdentifier", "the column 'period' stands twice", "filing-numbers.csv:1"),
    "column's name": (swap("numbers", '"unit"', '"a b"'), "xbrlce:invalidHeaderValue", "'a b' is no identifier", "filing-numbers.csv:1"),
    "empty table": (lambda files: files.update({"filing-numbers.csv": b""}), "xbrlce:invalidHeaderValue", "has no header", "filing-numbers.csv"),
    "not UTF-8": (lambda files: files.update({"filing-numbers.csv": b"\xff"}), "xbrlce:invalidCSVFileFormat", "is not the text in UTF-8", "filing-numbers.csv"),
    "open quote": (swap("numbers", '"16"', '"16'), "xbrlce:invalidCSVFileFormat", "is no CSV", "filing-numbers.csv:2"),
    "open quote in the header": (swap("numbers", '"unit"', '"unit'), "xbrlce:invalidCSVFileFormat", "is no CSV", "filing-numbers.csv:1"),
    "cell too many": (swap("numbers", '"16"', '"16","3","x"'), "xbrlce:unmappedCellValue", "stands in a column without a name", "filing-numbers.csv:2"),
    "special cell": (swap("numbers", '"16"', '"#sixteen"'), "xbrlce:unknownSpecialValue", "'#sixteen' is no special value", "filing-numbers.csv:2"),
    "none as a value": (swap("numbers", '"16"', '"#none"'), "xbrlce:illegalUseOfNone", "#none stands in the column 'value'", "filing-numbers.csv:2"),
    "value without fact": (swap("numbers", '"16"', ""), "xbrlce:unmappedCellValue", "no fact of the row uses what stands in the column", "filing-numbers.csv:2"),
    "accuracy": (swap("numbers", ',"0",', ',"many",'), "xbrlce:invalidDecimalsValue", "decimals 'many' is no whole number", "filing-numbers.csv:2"),
    "period": (swap("numbers", "2007-04-01..2008-03-31", "last year"), "xbrlce:invalidPeriodRepresentation", "'last year' is not a period", "filing-numbers.csv:2"),
    "period backwards": (swap("numbers", "2007-04-01..2008-03-31", "2008-03-31..2007-04-01"), "xbrlce:invalidPeriodRepresentation", "ends before it begins", "filing-numbers.csv:2"),
    "thirteenth month": (swap("numbers", "2007-04-01..2008-03-31", "2008-13"), "xbrlce:invalidPeriodRepresentation", "", "filing-numbers.csv:2"),
    "concept": (swap("numbers", "fx:FiscalTermOrdinal", "FiscalTermOrdinal"), "xbrlce:invalidConceptQName", "is no name such as fx:CompanyName", "filing-numbers.csv:2"),
    "concept missing": (swap("numbers", '"fx:FiscalTermOrdinal"', ""), "oime:missingConceptDimension", "it has no concept", "filing-numbers.csv:2"),
    "pure": (swap("numbers", ',,"0"', ',"q:pure","0"'), "oimce:unboundPrefix", "the prefix of the measure 'q:pure'", "filing-numbers.csv:2"),
    "language": (swap("text", '"en"', '"en_us"'), "xbrlce:invalidLanguageCode", "is no language tag", "filing-text.csv:2"),
    "id twice": (swap("numbers", '"fiscal_term"', '"company.name.en"'), "fx:structure", "the id 'company.name.en' is used twice", "filing-numbers.csv:2"),
}  # fmt: skip


def findings_of(files: Files, limits: Limits | None = None) -> list[Finding]:
    with pytest.raises(FilingError) as caught:
        read(files[MAIN], beside=files, limits=limits or Limits())
    return [attrs.evolve(each, place=each.place.replace("instance", MAIN)) for each in in_both(caught.value.findings)]


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_with_its_place(name: str, files: Files) -> None:
    change, code, message, where = WRONG[name]
    change(files)
    found = findings_of(files)
    assert any(
        (each.code, each.place, each.severity) == (code, where, Severity.ERROR) and message in each.message
        for each in found
    ), found


@pytest.mark.parametrize(
    "name",
    ["no file", "unknown column", "column twice", "column's name", "empty table", "cell too many", "special cell", "accuracy"],
)  # fmt: skip
def test_what_follows_from_a_table_or_row_that_is_wrong_is_not_told_too(name: str, files: Files) -> None:
    """Its facts are not read, and that they are not there for what is tied to them is no other mistake."""
    change, code, _, where = WRONG[name]
    change(files)
    assert [(each.code, each.place) for each in findings_of(files)] == [(code, where)]


def test_all_that_is_wrong_with_a_header_is_told(files: Files) -> None:
    swap("numbers", '"unit"', '"a b"')(files)
    swap("numbers", '"period"', '"colour"')(files)
    assert sorted(each.code for each in findings_of(files)) == ["xbrlce:invalidHeaderValue", "xbrlce:unknownColumn"]


def test_limits_hold(files: Files) -> None:
    for limits, message in (
        (Limits(file=100), "is larger than 100 bytes"),
        (Limits(facts=2), "has more than 2 facts"),
        (Limits(text=10), "has a value of more than 10 characters"),
        (Limits(depth=2), "is nested more than 2 levels deep"),
    ):
        assert any(message in each.message for each in findings_of(files, limits)), message


def test_a_cell_longer_than_csv_reads_by_itself(filing: Filing) -> None:
    long = attrs.evolve(filing, company=attrs.evolve(filing.company, short_name=Text(en="x" * 200_000)))
    files = documents(long, ["csv"])
    assert read(files[MAIN], beside=files) == long


def test_tables_are_looked_for_beside_the_metadata_only(files: Files, filing: Filing, tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    for name, data in files.items():
        (inside / name).write_bytes(data)
    assert read(inside / MAIN) == filing
    (inside / "filing-numbers.csv").rename(tmp_path / "numbers.csv")
    (inside / "filing-numbers.csv").symlink_to(tmp_path / "numbers.csv")
    with pytest.raises(FilingError, match="is not beside it"):
        read(inside / MAIN)


@pytest.mark.parametrize("value", ["", "#", "##", "#nil", "#none", "plain", " #x", "#empty", None])
def test_cells_say_what_they_hold(value: str | None) -> None:
    assert cells.read(cells.written(value)) == value
    assert cells.read("") is Special.EMPTY
    assert cells.read("#none") is Special.NONE


# A layout as people make it: a column a concept, parameters, groups of properties, periods in words, accuracy as a suffix.
OTHER: dict[str, Any] = {
    "documentInfo": {
        "documentType": "https://xbrl.org/2021/xbrl-csv",
        "namespaces": {"fx": FX, "e": "http://filingexport.example/company", "o": "http://other.example"},
        "taxonomy": [f"{BASE}/{ENTRY_FILE}"],
    },
    "parameterURL": "parameters.csv",
    "dimensions": {"entity": "$entity", "period": "$year"},
    "tableTemplates": {
        "company": {
            "rowIdColumn": "row",
            "columns": {
                "row": {},
                "name": {"dimensions": {"concept": "fx:CompanyName", "language": "$language"}},
                "scheme": {"dimensions": {"concept": "fx:CompanyIdentifierScheme"}},
                "identifier": {"dimensions": {"concept": "fx:CompanyIdentifier"}},
                "first": {"dimensions": {"concept": "fx:FiscalYearStartDate"}},
                "last": {"dimensions": {"concept": "fx:FiscalYearEndDate"}},
                "remark": {"comment": True},
            },
        },
        "any": {
            "columns": {
                "what": {"propertyGroups": {"term": {"decimals": "#none", "dimensions": {"concept": "fx:FiscalTermOrdinal"}}}},
                "amount": {"propertiesFrom": ["what"]},
                "o_x": {"comment": True, "o:x": 1},
            },
            "decimals": 3,
        },
    },
    "tables": {
        "company": {"url": "company.csv", "parameters": {"language": "en"}},
        "terms": {"url": "terms.csv", "template": "any"},
        "more": {"url": "more.csv", "template": "any", "optional": True},
    },
}  # fmt: skip
OTHER_FILES = {
    "parameters.csv": b"name,value\r\nentity,e:Example\r\nyear,2007-04-01..2008-03-31\r\n",
    "company.csv": (
        b"\xef\xbb\xbfrow,remark,name,scheme,identifier,first,last\r\n"
        b"1,x,Example Inc.,http://filingexport.example/company,Example,2007-04-01,2008-03-31\r\n"
    ),
    "terms.csv": b"what,amount\nterm,16d0\n\n",
}


def test_a_layout_as_people_make_it_is_read(filing: Filing) -> None:
    findings: list[Finding] = []
    data = json.dumps(OTHER).encode()
    assert read(data, beside=OTHER_FILES, findings=findings) == attrs.evolve(filing, fiscal_term=Count(16))
    assert [each.message for each in findings] == ["the property o:x is of another's making and is not kept"]
    assert [each.severity for each in validate(data, beside=OTHER_FILES)] == [Severity.WARNING]


def test_a_row_may_end_before_its_last_columns(filing: Filing) -> None:
    short = b"row,name,scheme,identifier,first,last,remark\r\n1,Example Inc.,http://filingexport.example/company,Example,2007-04-01,2008-03-31\r\n"
    found = read(json.dumps(OTHER).encode(), beside={**OTHER_FILES, "company.csv": short})
    assert found == attrs.evolve(filing, fiscal_term=Count(16))


def test_a_column_without_a_name_holds_nothing(filing: Filing) -> None:
    files = {**OTHER_FILES, "terms.csv": b'what,,amount,\nterm,,16d0\n""\n'}
    assert read(json.dumps(OTHER).encode(), beside=files) == attrs.evolve(filing, fiscal_term=Count(16))
    with pytest.raises(FilingError, match="'x' stands in a column without a name"):
        read(json.dumps(OTHER).encode(), beside={**files, "terms.csv": b"what,,amount,\nterm,,16,x\n"})


@pytest.mark.parametrize("group", ["other", "#nil"])
def test_a_property_group_that_is_none_is_told_of(group: str) -> None:
    with pytest.raises(FilingError) as raised:
        read(json.dumps(OTHER).encode(), beside={**OTHER_FILES, "terms.csv": f"what,amount\n{group},16\n".encode()})
    found = raised.value.findings[-1]
    assert (found.code, found.place) == ("xbrlce:unknownPropertyGroup", "terms.csv:2")


@pytest.mark.parametrize("name", ["my%20terms.csv", "my terms.csv"])
def test_the_file_of_a_table_is_found_as_it_is_written_or_as_a_url(name: str, filing: Filing) -> None:
    """A url is percent-encoded; a file whose own name has a % is found first."""
    report = {**OTHER, "tables": {**OTHER["tables"], "terms": {"url": "my%20terms.csv", "template": "any"}}}
    files = {each: data for each, data in OTHER_FILES.items() if each != "terms.csv"} | {name: OTHER_FILES["terms.csv"]}
    assert read(json.dumps(report).encode(), beside=files) == attrs.evolve(filing, fiscal_term=Count(16))
    both = {**files, "my%20terms.csv": OTHER_FILES["terms.csv"], "my terms.csv": b"nothing"}
    assert read(json.dumps(report).encode(), beside=both) == attrs.evolve(filing, fiscal_term=Count(16))


def test_a_parameter_file_has_a_header() -> None:
    with pytest.raises(FilingError, match="the header of a parameter file is name,value") as raised:
        read(json.dumps(OTHER).encode(), beside={**OTHER_FILES, "parameters.csv": b"entity,e:Example\r\n"})
    assert raised.value.findings[0].place == "parameters.csv:1"


def test_one_end_of_a_period_is_an_instant(filing: Filing) -> None:
    amount = {"dimensions": {"concept": "o:Stock", "unit": "o:piece", "period": "$year@end"}}
    start = {"dimensions": {"concept": "o:Stock", "unit": "o:piece", "period": "$year@start"}}
    templates = {**OTHER["tableTemplates"], "stock": {"columns": {"end": amount, "start": start}}}
    report = {**OTHER, "tableTemplates": templates, "tables": {**OTHER["tables"], "stock": {"url": "stock.csv"}}}
    found = read(json.dumps(report).encode(), beside={**OTHER_FILES, "stock.csv": b"end,start\n7,8\n"})
    assert [(each.value, each.period) for each in found.unplaced] == [
        ("7", Period(None, date(2008, 3, 31))), ("8", Period(None, date(2007, 3, 31)))
    ]  # fmt: skip


LATE: dict[str, Any] = {
    **{name: {} for name in ("what", "accuracy", "unit", "axis")},
    "amount": {"dimensions": {"concept": "$what", "unit": "$unit", "o:Axis": "$axis"}, "decimals": "$accuracy"},
}


@pytest.mark.parametrize("cells", range(3, 6))
def test_a_row_may_end_before_any_of_its_columns(cells: int, filing: Filing) -> None:
    """The unit and the axes of a row that ends before them are not given."""
    templates = {**OTHER["tableTemplates"], "rows": {"columns": LATE}}
    report = {**OTHER, "tableTemplates": templates, "tables": {**OTHER["tables"], "rows": {"url": "rows.csv"}}}
    row = ["fx:FiscalTermOrdinal", "0", "16", "", ""][:cells]
    table = f"what,accuracy,amount,unit,axis\r\n{','.join(row)}\r\n".encode()
    files = {**OTHER_FILES, "terms.csv": b"what,amount\n", "rows.csv": table}
    assert read(json.dumps(report).encode(), beside=files) == attrs.evolve(filing, fiscal_term=Count(16))


@pytest.mark.parametrize(
    "rows",
    [
        b"entity\r\n",
        b"entity,a,b\r\n",
        b"1x,a\r\n",
        b"entity,\r\n",
        b"entity,e:A\r\nentity,e:A\r\n",
        b"entity,#what\r\n",
    ],
)
def test_parameters_that_are_none_are_told_of(rows: bytes) -> None:
    with pytest.raises(FilingError) as raised:
        read(json.dumps(OTHER).encode(), beside={**OTHER_FILES, "parameters.csv": b"name,value\r\n" + rows})
    [found] = raised.value.findings
    assert found.code == "xbrlce:invalidParameterCSVFile"
    assert found.place.startswith("parameters.csv:")


@pytest.mark.parametrize("value", ["16d0", "1 d INF", "16", "d0"])
@pytest.mark.parametrize("unit", [Unit(("{http://other.example}piece",)), None])
def test_what_looks_like_a_number_with_its_accuracy_is_read_back_as_it_is(
    value: str, unit: Unit | None, filing: Filing
) -> None:
    period = Period(date(2007, 4, 1), date(2008, 3, 31))
    kept = Fact("{http://other.example}Pieces", period, (), unit, None, value, None, "x")
    whole = attrs.evolve(filing, unplaced=(kept,))
    files = documents(whole, ["csv"])
    assert read(files[MAIN], beside=files) == whole


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("2007", "2007-01-01", "2007-12-31"), ("2008-02", "2008-02-01", "2008-02-29"), ("2008Q3", "2008-07-01", "2008-09-30"),
        ("2008H2", "2008-07-01", "2008-12-31"), ("2008W01", "2007-12-31", "2008-01-06"), ("2008-02-29", "2008-02-29", "2008-02-29"),
    ],
)  # fmt: skip
def test_periods_in_short(said: str, start: str, end: str) -> None:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    assert parse_short(said) == Period(first, last)
    assert parse_short(f"{said}@end") == parse_short(said, "end") == Period(None, last)
    assert parse_short(f"{said}@start") == parse_short(said, "start") == Period(None, first - timedelta(days=1))
    with pytest.raises(ValueError, match="is a moment, and has no start and end"):
        parse_short(f"{said}@end", "start")
