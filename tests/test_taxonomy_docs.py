"""The page of the taxonomy: all of the network is there, it needs nothing from elsewhere, and text stays text."""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Annotated as Is
from typing import Any, get_args

import pytest
from attrs import frozen
from lxml import html

from filingexport.cli.main import main
from filingexport.content_policy import digest
from filingexport.findings import FilingError
from filingexport.model import item
from filingexport.model.filing import Filing
from filingexport.model.item import Label, Law
from filingexport.model.law import in_2008
from filingexport.model.values import Amount
from filingexport.names import local_name
from filingexport.taxonomy import docs
from filingexport.taxonomy.catalogue import KIND_WORDS, SHOWN, catalogue, citation, labels, terse_labels
from filingexport.taxonomy.item_types import item_type
from filingexport.taxonomy.network import Preferred, network

NETWORK = network(Filing)


@cache
def page() -> Any:
    return docs.page(NETWORK)


@cache
def tree() -> Any:
    return html.document_fromstring(page().decode("utf-8"))


@cache
def items() -> Any:
    return {each.get("id"): each for each in tree().xpath("//li[@class='item']")}


NASTY = "</script><script>alert('x')</script><img src=x onerror=alert(1)>"


@item.part("Nasty " + NASTY, "危険" + NASTY, prefix="Nasty")
@frozen(kw_only=True)
class Nasty:
    """What a label must never do."""

    formula: Is[Amount, item.credit("=1+1", "=危険" + NASTY, doc="@SUM(A1) " + NASTY, ref=Law(NASTY, "1"))] = None
    plus: Is[Amount, item.credit("+1", "-危険")] = None


def said(name: str) -> dict[str, list[str]]:
    """What is said of an item, in English, by the words it is said under."""
    facts = deepcopy(items()[name].xpath(".//dl")[0])
    result: dict[str, list[str]] = {}
    term = ""
    for each in facts:
        for other in each.xpath(".//span[@lang='ja']"):
            other.drop_tree()
        text = " ".join(each.text_content().split())
        if each.tag == "dt":
            term = text
            result[term] = []
        else:
            result[term].append(text)
    return result


def test_every_item_of_the_network_is_told_once_with_both_labels() -> None:
    assert set(items()) == {local_name(name) for name in NETWORK.concepts}
    for name, info in NETWORK.concepts.items():
        shown = {
            each.get("lang"): each.text_content()
            for each in items()[local_name(name)].xpath("./details/summary//*[@class='label']")
        }
        assert shown == {"en": info.concept.en, "ja": info.concept.ja}
        if info.concept.doc:
            assert info.concept.doc in items()[local_name(name)].xpath("string(.//p[@class='doc'])")


def test_what_is_said_of_each_item_is_what_the_network_says() -> None:
    known, printed = labels(NETWORK), terse_labels(NETWORK)
    for name, entry in catalogue(NETWORK).items():
        info = entry.info
        shown = said(local_name(name))
        assert item_type(info.leaf) in shown["Type"][0]
        assert ("instant" if info.instant else "duration") in shown["Period"][0]
        assert ("Balance" in shown) == (info.concept.balance is not None)
        assert ("Nil" in shown) == info.nillable
        assert len(shown["Place"]) == len(entry.places) >= 1
        assert all(place.section.en in line for place, line in zip(entry.places, shown["Place"], strict=True))
        sums = [f"{'+' if weight > 0 else '−'} {known[part].en}" for items in entry.total_of for part, weight in items]
        assert shown.get("Total of", []) == sums
        parts = [f"{'+' if each.weight > 0 else '−'} {known[each.total].en}" for each in entry.part_of]
        assert shown.get("Part of", []) == parts
        assert len(set(parts)) == len(parts)
        axes = [" × ".join(known[axis].en for axis in axes) or "None" for axes in entry.axes]
        assert shown["Axes"] == axes
        assert shown.get("Law", []) == [citation(law).en for law in info.refs]
        assert shown.get("Law in 2008", []) == [citation(law).en for law in in_2008(info.refs)]
        assert shown.get("EDINET", []) == [info.edinet] * bool(info.edinet)
        assert shown.get("Printed as", []) == [printed[name].en] * (printed[name] != entry.label)


def test_every_sum_of_every_section_is_told_from_both_ends_once() -> None:
    drawn = {
        (each.total, name, weight)
        for section in NETWORK.sections.values()
        for each in section.sums
        for name, weight in each.items
    }
    entries = catalogue(NETWORK).items()
    down = [(total, *part) for total, entry in entries for items in entry.total_of for part in items]
    up = [(each.total, name, each.weight) for name, entry in entries for each in entry.part_of]
    assert sorted(down) == sorted(up) == sorted(drawn)


def test_what_is_printed_the_law_of_2008_and_edinets_element_are_said_and_searched() -> None:
    assert said("CashAndDeposits")["EDINET"] == ["jppfs_cor:CashAndDeposits"]
    terms = Counter(term for name in items() for term in said(name))
    assert terms["EDINET"] > 700
    assert terms["Printed as"] > 100
    assert terms["Law in 2008"] > 100
    assert terms["Law"] > terms["Law in 2008"]
    searched = {
        term
        for dd in tree().xpath("//dd[@class='also']")
        for term in dd.xpath("preceding-sibling::dt[1]/text() | preceding-sibling::dt[1]/span[@lang='en']/text()")
    }
    assert searched == {"EDINET", "Printed as"}


def test_sections_stand_in_the_order_of_the_network() -> None:
    assert [each.get("id") for each in tree().xpath("//section")] == [f"section-{key}" for key in NETWORK.sections]


def test_anchors_are_unique_and_every_link_leads_to_one() -> None:
    ids: Counter[str] = Counter(tree().xpath("//@id"))
    assert not [name for name, count in ids.items() if count > 1]
    links = tree().xpath("//a/@href")
    assert len(links) > 2000
    assert all(each.startswith("#") and each[1:] in ids for each in links)
    for axis in NETWORK.axes.values():
        assert local_name(axis.name) in ids
        assert all(local_name(member.name) in ids for member in axis.members)


def test_the_page_needs_nothing_from_elsewhere() -> None:
    assert not tree().xpath("//@src | //link[not(@rel='icon' and @href='data:,')] | //iframe | //object")
    style = tree().xpath("string(//style)")
    assert "url(" not in style
    assert "@import" not in style
    [policy] = tree().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for element in ("style", "script"):
        [text] = tree().xpath(f"//{element}/text()")
        assert f"{element}-src '{digest(text)}'" in policy


def test_it_can_be_searched_and_read_in_either_language_and_without_script() -> None:
    [box] = tree().xpath("//form[@role='search']//input[@type='search']")
    assert tree().xpath("//label[@for=$name]", name=box.get("id"))
    assert {each.get("value") for each in tree().xpath("//input[@type='radio' and @name='language']")} == {"en", "ja"}
    assert not tree().xpath("//main//details[not(@open)]"), "all is open until the script closes it"
    assert tree().xpath("//main//*[@hidden]/@id") == ["nothing"]
    english, japanese = (
        tree().xpath("count(//main//span[not(@class) and @lang='en'])"),
        tree().xpath("count(//main//span[not(@class) and @lang='ja'])"),
    )
    assert english == japanese > 5000


def test_the_same_classes_give_the_same_bytes() -> None:
    assert docs.page(NETWORK) == page()


def test_markup_in_a_label_stays_text() -> None:
    data = docs.page(network(Nasty)).decode("utf-8")
    tree = html.document_fromstring(data)
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//img | //*[@onerror]")
    [shown] = tree.xpath("//li[@id='NastyFormula']/details/summary//*[@class='label' and @lang='ja']")
    assert shown.text_content() == "=危険" + NASTY
    assert NASTY not in data


def test_kinds_are_all_named_and_places_of_law_are_cited_in_both_languages() -> None:
    assert set(KIND_WORDS) == set(get_args(item.Kind))
    assert set(SHOWN) == set(get_args(Preferred)) - {"standard"}
    assert citation(Law("Companies Act", "435", "2")) == Label(
        "Companies Act, article 435, paragraph 2", "会社法第435条第2項"
    )
    assert citation(item.accounting("102-2", "1", "3")).ja == "会社計算規則第102条の2第1項第3号"
    assert citation(Law("Another Act")) == Label("Another Act", "Another Act")
    laws = {law for info in NETWORK.concepts.values() for law in info.refs}
    assert not [law for law in laws if re.match("[A-Z]", citation(law).ja)], "a law without its Japanese title"


def test_the_verb_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["taxonomy", "docs", "--output", str(tmp_path / "a" / "b")]) == 0
    assert (tmp_path / "a" / "b" / "index.html").read_bytes() == page()
    assert re.fullmatch(r".*index\.html  [\d.]+ MB\n", capsys.readouterr().out)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(FilingError, match="cannot be made"):
        docs.write(tmp_path / "file")
    assert main(["taxonomy", "docs", "--output", str(tmp_path / "file")]) == 2
    assert "cannot be made" in capsys.readouterr().err
