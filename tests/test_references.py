"""References to law: as it stands today for every item, and as it stood in 2008 where the first notice cites it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest

from filingexport.model import item
from filingexport.model.filing import Filing
from filingexport.model.item import Law
from filingexport.model.law import in_2008
from filingexport.names import FX, fx, local_name
from filingexport.taxonomy import build
from filingexport.taxonomy.catalogue import citation
from filingexport.taxonomy.contents import Reference, undated
from filingexport.taxonomy.network import network
from filingexport.taxonomy.reader import read
from tests.conftest import SEED

NETWORK = network(Filing)


@cache
def contents() -> Any:
    return read(build.files(), "built")


SEED_TEXT = SEED.read_text("utf-8")


def parts(law: Law) -> tuple[tuple[str, str], ...]:
    said = (("Name", law.name), ("Article", law.article), ("Paragraph", law.paragraph), ("Clause", law.item))
    return tuple((name, text) for name, text in said if text)


def test_every_item_follows_a_provision_but_the_companys_identity() -> None:
    without = {info.part_en for info in NETWORK.concepts.values() if not info.refs}
    assert without == {"Company", "Listing", "Convocation notice of a general meeting of shareholders"}
    assert sum(not info.refs for info in NETWORK.concepts.values()) < 20


def test_a_part_follows_the_provision_of_the_part_it_stands_in() -> None:
    [balance_sheet] = {info.refs for info in NETWORK.concepts.values() if info.part_en == "Current assets"} - {
        NETWORK.concepts[fx("Inventories")].refs  # told under US GAAP too
    }
    assert balance_sheet == NETWORK.concepts[fx("BalanceSheetTitle")].refs
    shared = [citation(law).en for law in NETWORK.concepts[fx("Inventories")].refs]
    assert "Ordinance on Company Accounting, article 73" in shared
    assert "Ordinance on Company Accounting, article 120-3" in shared


def test_the_files_say_both_apart() -> None:
    told = 0
    for info in NETWORK.concepts.values():
        expected = {Reference("reference", parts(law)) for law in info.refs}
        expected |= {Reference("provisionIn2008", parts(law)) for law in in_2008(info.refs)}
        if info.edinet:
            expected.add(Reference("reference", (("Name", "EDINET taxonomy"), ("Section", info.edinet))))
        assert contents().references.get(info.name.replace(FX, undated(FX)), frozenset()) == expected
        told += len(in_2008(info.refs))
    assert told > 300


@pytest.mark.parametrize(
    ("cited", "name", "law"),
    [
        # What the notice of 2008 cites, an item whose text it is, and the provision as it was then.
        (r"paragraph 1, Article 148 of Company Accounting Regulations", "NetIncomeUSGAAP",
         Law("Ordinance on Company Accounting", "148", "1")),
        (r"Article 159 of the Company Calculation Regulations", "CompanyAuditorsReportMethod",
         Law("Ordinance on Company Accounting", "159")),
        (r"Articles 280-19-1 of the Commercial Code", "StockAcquisitionRightsBasis",
         Law("Commercial Code", "280-19", "1")),
        (r"Article 100, Paragraphs 1 and 3", "CompanyAuditorsReportMethod", item.enforcement("100", "3")),
        (r"Article 427, Paragraph 1 of the Company Law", "OutsideOfficersLiabilityLimitation", item.act("427", "1")),
        (r"paragraph 4, Article 444 of the Corporation Law", "AuditReportTitle", item.act("444", "4")),
        (r"item 1, paragraph 2, Article 436 of the Corporation Law", "AuditReportTitle", item.act("436", "2", "1")),
        (r"Article 2, Item 16, and Article 335, Paragraph 3", "SignatoryOutside", item.act("335", "3")),
    ],
)  # fmt: skip
def test_what_the_first_notice_cites_is_recorded(cited: str, name: str, law: Law) -> None:
    assert re.search(cited, " ".join(SEED_TEXT.split()))
    refs = NETWORK.concepts[fx(name)].refs
    then = [each.in_2008 or each for each in refs]
    assert parts(law) in [parts(each) for each in then]


def test_ifrs_has_no_law_of_2008() -> None:
    for key, section in NETWORK.sections.items():
        if not key.startswith("Ifrs"):
            continue
        below = [each for top in section.nodes for each in top.children]
        while below:
            node = below.pop()
            below += node.children
            info = NETWORK.concepts.get(node.name)
            if info is not None and info.part_en.endswith("(IFRS)"):
                assert not in_2008(info.refs), local_name(node.name)


def test_numbers_of_2008_keep_the_order_of_the_ordinance() -> None:
    """The ordinance was numbered anew, not put in another order."""
    laws = {law for info in NETWORK.concepts.values() for law in info.refs if law.in_2008}
    numbers = {
        (int(law.article), int(law.in_2008.article))
        for law in laws
        if law.in_2008 and law.name == law.in_2008.name == "Ordinance on Company Accounting" and law.article.isdigit()
    }
    then = [earlier for _, earlier in sorted(numbers)]
    assert len(then) > 15
    assert then == sorted(then)
    assert {earlier - today for today, earlier in numbers} <= {28, 31, 32}


def test_citations_in_both_languages() -> None:
    assert citation(item.commercial_code("280-19", "1")).ja == "商法第280条の19第1項"
    assert citation(item.accounting("131").in_2008 or Law("")).en == "Ordinance on Company Accounting, article 159"
