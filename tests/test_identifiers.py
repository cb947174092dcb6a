"""Identifiers of companies: well-formed ones pass, mistyped ones are told of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from filingexport import Filing, FilingError, load, read, validate, write
from filingexport.model.identifiers import corporate_number, edinet_code, lei, securities_code

Check = Callable[[str], None]


@pytest.mark.parametrize(
    ("check", "code"),
    [
        (corporate_number, "7000012050002"),
        (edinet_code, "E00001"),
        (securities_code, "1301"),
        (securities_code, "130A"),
        (securities_code, "13010"),
        (lei, "529900T8BM49AURSDO55"),
    ],
)
def test_well_formed(check: Check, code: str) -> None:
    check(code)


@pytest.mark.parametrize("check", [corporate_number, edinet_code, securities_code, lei])
@pytest.mark.parametrize(
    "code", ["", "abc", "１３０１", "7000012050002 ", "E0001", "e00001", "130I", "529900t8bm49aursdo55"]
)
def test_malformed(check: Check, code: str) -> None:
    with pytest.raises(ValueError, match="is not a"):
        check(code)


@pytest.mark.parametrize(("check", "code"), [(corporate_number, "7000012050002"), (lei, "529900T8BM49AURSDO55")])
def test_one_mistyped_digit_is_found(check: Check, code: str) -> None:
    for place, digit in enumerate(code):
        if digit.isdigit():
            other = str((int(digit) + 1) % 10)
            with pytest.raises(ValueError, match=r"mistyped|first digit should be"):
                check(code[:place] + other + code[place + 1 :])


def test_identifiers_go_round(small: Filing) -> None:
    company = attrs.evolve(
        small.company,
        corporate_number="7000012050002",
        edinet_code="E00001",
        securities_code="130A",
        lei="529900T8BM49AURSDO55",
    )
    filing = attrs.evolve(small, company=company)
    assert read(write(filing)) == filing
    assert validate(write(filing)) == ()


def test_a_mistyped_identifier_is_told_of_everywhere(small: Filing, tmp_path: Path) -> None:
    wrong = attrs.evolve(small, company=attrs.evolve(small.company, corporate_number="7000012050003"))
    with pytest.raises(FilingError, match=r"company\.corporate_number: error fx:value: .* its first digit should be"):
        write(wrong)
    right = attrs.evolve(small, company=attrs.evolve(small.company, corporate_number="7000012050002"))
    [finding] = validate(write(right).replace(b"7000012050002", b"7000012050003"))
    assert (finding.code, finding.path) == ("fx:value", "company.corporate_number")
    source = tmp_path / "filing.yaml"
    source.write_text(
        "company:\n  name: x\n  identifier_scheme: http://filingexport.example/company\n  identifier: x\n"
        "  corporate_number: 7000012050003\nfiscal_year_start: 2007-04-01\nfiscal_year_end: 2008-03-31\n"
    )
    with pytest.raises(FilingError, match=r"filing\.yaml:5 \(company\.corporate_number\): error fx:value"):
        load(source)
