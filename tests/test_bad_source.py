"""Source files that are wrong: all of it reported at once, each with file, line, field path and what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from attrs import frozen

from filingexport import FilingError, Severity, export, load
from filingexport.formats.safe import Limits
from tests.conftest import SAMPLE
from tests.japanese import in_both


@frozen
class Case:
    """A change of one file, and the finding it must give: code, part of the message, the changed line, the field's path."""

    file: str
    old: str
    new: str
    code: str
    message: str
    path: str = ""
    line: str = ""
    """The text of the line that is named; by default the line of the change."""


N = "notice.yaml"
T = "business-report.trend.yaml"
S = "business-report.shares.yaml"
B = "consolidated.us-gaap.balance-sheet.yaml"
CASES: dict[str, Case] = {
    "unknown field": Case(N, "notice_date:", "notice_dat:", "fx:unknownField", "there is no field 'notice_dat' here; did you mean 'notice_date'?", "notice"),
    "unknown field, nothing like it": Case(N, "notice_date:", "zzz:", "fx:unknownField", "there is no field 'zzz' here; known are: document_title,", "notice"),
    "field given twice": Case(N, "notice_date: 2008-06-09", "notice_date: 2008-06-08\nnotice_date: 2008-06-09", "fx:duplicateKey", "'notice_date' stands here again, first at notice.yaml:", line="notice_date: 2008-06-09"),
    "impossible date": Case(N, "2008-06-09", "2008-06-31", "fx:value", "'2008-06-31' is not a date such as 2008-03-31", "notice.notice_date"),
    "date in words": Case(N, "2008-06-09", "June 9, 2008", "fx:value", "'June 9, 2008' is not a date", "notice.notice_date"),
    "moment without time": Case(N, "2008-06-27T10:00", "2008-06-27", "fx:value", "is not a date and time such as 2008-06-27T10:00", "notice.meeting.starts_at"),
    "moment with a zone": Case(N, "2008-06-27T10:00", "2008-06-27T10:00+09:00", "fx:value", "without a time zone", "notice.meeting.starts_at"),
    "none of the list": Case(N, "kind: ordinary", "kind: annual", "fx:value", "'annual' is none of: ordinary, extraordinary, class", "notice.meeting.kind"),
    "number in words": Case(N, "ordinal: 16", "ordinal: sixteen", "fx:value", "'sixteen' is not a number such as 206,478", "notice.meeting.ordinal"),
    "full-width digits": Case(N, "ordinal: 16", "ordinal: １６", "fx:value", "'１６' is not a number", "notice.meeting.ordinal"),
    "address of the web": Case(N, "changes_url: http://www.iij.ad.jp/IR/", "changes_url: www.iij.ad.jp", "fx:value", "is not an address such as http://", "notice.changes_url"),
    "text where fields belong": Case(N, "meeting:\n", "meeting: June 27\nunknown:\n", "fx:type", "the fields of 'Meeting' (name: value) belong here", "notice.meeting"),
    "text where a list belongs": Case(N, "proposals:\n", "proposals: seven\nx:\n", "fx:type", "a list (one '- ' a row) belongs here", "notice.proposals"),
    "list where a value belongs": Case(N, "notice_date: 2008-06-09", "notice_date:\n- 2008-06-09", "fx:type", "a value belongs here, not a list", "notice.notice_date", line="- 2008-06-09"),
    "required name missing": Case(N, "  name: Koichi Suzuki\n", "", "fx:missing", "'name' (Name of the convener) is missing and must be given", "notice.convener.name", line="  title: Representative"),
    "required name blank": Case(N, "  name: Koichi Suzuki\n", "  name:\n", "fx:missing", "'name' (Name of the convener) is missing", "notice.convener.name"),
    "empty row": Case(N, "- number: 1\n  title: Appropriation", "- number:\n- number: 1\n  title: Appropriation", "fx:empty", "the row holds nothing; fill it in or remove it", "notice.proposals.1", line="- number:\n"),
    "markup in prose": Case(N, "request: ", "request: <script>alert(1)</script>", "fx:value", "<script> is not allowed at the top of prose", "notice.request"),
    "markup not closed": Case(N, "request: ", "request: <p>", "fx:value", "the prose is not well-formed XHTML", "notice.request"),
    "language tag": Case(N, "  ja-Latn:", "  japanese language:", "fx:value", "'japanese language' is not a language tag", "notice.original_title", line="  japanese"),
    "unclosed quote": Case(N, "title: CONVOCATION", 'title: "CONVOCATION', "fx:yaml", "cannot be read as YAML", line=""),
    "tabs": Case(N, "  name: Koichi", "\tname: Koichi", "fx:yaml", "cannot be read as YAML"),
    "alias": Case(N, "title: CONVOCATION", "title: *CONVOCATION", "fx:yaml", "has an alias (*name); write the text out, or put it in quotes"),
    "anchor": Case(N, "title: CONVOCATION", "title: &CONVOCATION x", "fx:yaml", "has an anchor (&name)"),
    "tag": Case(N, "title: CONVOCATION", "title: !!python/object:os.system x", "fx:yaml", "has a tag"),
    "second document": Case(N, "addressees:", "---\naddressees:", "fx:yaml", "holds a second document (---)"),
    "no currency": Case(T, "unit: JPY thousands\n", "", "fx:value", "has no currency; write it (JPY 41,702,567) or state a unit above", "business_report.trend.years.1.revenues", line="  revenues: 41,702,567"),
    "unit": Case(T, "JPY thousands\n", "yen thousands\n", "fx:value", "'yen thousands' is not a unit such as JPY thousands", "business_report.trend"),
    "separators": Case(T, "41,702,567", "4,17,02,567", "fx:value", "'4,17,02,567' is not an amount such as 1,234", "business_report.trend.years.1.revenues"),
    "note to a figure": Case(S, "value: 377,600", "valu: 377,600", "fx:value", "'valu' is not said of a figure; it has value, caption, footnotes, decimals", "business_report.shares.authorized"),
    "decimals": Case(S, "value: 377,600", "value: 377,600\n  decimals: many", "fx:value", "decimals are a whole number such as -3, or exact", "business_report.shares.authorized"),
    "nothing where there must be something": Case(S, "increase_effective_on: 2007-05-11", "increase_effective_on:\n  nothing: None.", "fx:value", "there is no way to disclose nothing here", "business_report.shares.increase_effective_on", line="  nothing"),
    "dash with a caption": Case(B, "commitments_and_contingencies: \"-\"", "commitments_and_contingencies:\n  value: \"-\"\n  caption: C", "fx:value", "a dash has no caption", "consolidated.us_gaap.balance_sheet.commitments_and_contingencies", line="  value: \"-\""),
}  # fmt: skip


def changed(case: Case, folder: Path) -> int:
    """A copy of the sample with this change; the number of the line that is changed or named."""
    shutil.copytree(SAMPLE, folder)
    path = folder / case.file
    text = path.read_text("utf-8")
    assert case.old in text, f"{case.old!r} is not in {case.file}"
    text = text.replace(case.old, case.new, 1)
    path.write_text(text, "utf-8")
    return text[: text.index(case.line or case.new)].count("\n") + 1


@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_is_said_where_it_is(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    line = changed(case, tmp_path / "source")
    with pytest.raises(FilingError) as caught:
        load(tmp_path / "source")
    said = [str(each) for each in in_both(caught.value.findings)]
    matching = [each for each in caught.value.findings if each.code == case.code and case.message in each.message]
    assert matching, said
    places = {each.place for each in matching}
    # A quote that is never closed is noticed where the file ends.
    assert f"{case.file}:{line}" in places or name == "unclosed quote", (line, places)
    assert matching[0].path == case.path
    assert matching[0].severity is Severity.ERROR


def test_everything_is_reported_at_once(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "source")
    for case in (CASES["impossible date"], CASES["none of the list"], CASES["separators"], CASES["number in words"]):
        path = tmp_path / "source" / case.file
        path.write_text(path.read_text("utf-8").replace(case.old, case.new, 1), "utf-8")
    with pytest.raises(FilingError) as caught:
        load(tmp_path / "source")
    assert [each.path for each in caught.value.findings] == [
        "notice.notice_date",
        "notice.meeting.ordinal",
        "notice.meeting.kind",
        "business_report.trend.years.1.revenues",
    ]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FilingError, match="cannot be opened: No such file or directory"):
        load(tmp_path / "none")


def test_a_folder_of_something_else(tmp_path: Path) -> None:
    with pytest.raises(FilingError, match=r"there is no filing\.yaml; is this the folder of a notice\?"):
        load(tmp_path)


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "filing.yaml").write_text("")
    with pytest.raises(FilingError, match="the file is empty"):
        load(tmp_path)


def test_a_file_of_no_part(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "source")
    (tmp_path / "source" / "notise.yaml").write_text("title: x\n")
    with pytest.raises(FilingError, match=r"there is no part of this name; did you mean notice\.yaml\?"):
        load(tmp_path / "source")


def test_a_part_given_in_two_places(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "source")
    root = tmp_path / "source" / "filing.yaml"
    root.write_text(root.read_text("utf-8") + "notice:\n  title: Another\n", "utf-8")
    with pytest.raises(
        FilingError,
        match=r"notice\.yaml:\d+ \(notice\): error fx:duplicateKey: 'title' stands here again, first at filing\.yaml:",
    ):
        load(tmp_path / "source")


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "filing.yaml").write_bytes("company:\n  name: 東京\n".encode("shift_jis"))
    with pytest.raises(FilingError, match=r"filing\.yaml:2: error fx:encoding: is not in UTF-8"):
        load(tmp_path)


def test_a_file_nested_too_deep(tmp_path: Path) -> None:
    (tmp_path / "filing.yaml").write_text("company: " + "[" * 100_000)
    with pytest.raises(FilingError, match="nested more than 64 levels deep"):
        load(tmp_path)


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "filing.yaml").write_text("company:\n" + " " * 1_000)
    with pytest.raises(FilingError, match="is larger than 500 bytes"):
        load(tmp_path, Limits(file=500))


def test_a_fiscal_year_that_ends_before_it_begins(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "source")
    root = tmp_path / "source" / "filing.yaml"
    root.write_text(root.read_text("utf-8").replace("2008-03-31", "2006-03-31"), "utf-8")
    with pytest.raises(FilingError, match="its period begins on 2007-04-01, after it ends on 2006-03-31"):
        export(load(tmp_path / "source"), tmp_path / "out", "notice")
    assert not (tmp_path / "out").exists(), "nothing is written"


def test_one_file_can_hold_everything(tmp_path: Path) -> None:
    file = tmp_path / "all.yaml"
    file.write_text(
        "language: ja\ncompany:\n  name: 株式会社例\n  identifier_scheme: http://filingexport.example/company\n"
        "  identifier: example\nfiscal_year_start: 2007-04-01\nfiscal_year_end: 2008-03-31\n"
        "notice:\n  title: 招集ご通知\n  request: |\n    拝啓　ますますご清栄の\n    こととお慶び申しあげます。\n",
        "utf-8",
    )
    filing = load(file)
    assert filing.notice is not None
    assert str(filing.notice.request) == "<p>拝啓　ますますご清栄のこととお慶び申しあげます。</p>"
