"""Terse labels: what is printed in place, derived by a rule that knows every qualifier there is."""

from __future__ import annotations

import re

import pytest
from attrs import frozen

from filingexport.model import item
from filingexport.model.filing import Filing
from filingexport.model.item import Label
from filingexport.model.terse import QUALIFIERS, unqualified
from filingexport.names import FX, fx, local_name
from filingexport.taxonomy.catalogue import labels, terse_labels
from filingexport.taxonomy.contents import undated
from filingexport.taxonomy.network import network
from tests.test_references import contents

NETWORK = network(Filing)
LABELS = labels(NETWORK)
TERSE = terse_labels(NETWORK)

CONTENT = {
    "(accumulated deficit)", "(benefit)", "(capital)", "(cost)", "(decrease)", "(earnings)", "(excluding outside directors)", "(expense)", "(gain)", "(gains)", "(income)", "(increase)", "(loss)",
    "(losses)", "(payment)", "(profit)", "(used in)",
    "（△利益）", "（△増加）", "（△支払）", "（△減少）", "（取得現金控除後）", "（譲渡現金控除後）", "（△は増加）", "（△は減少）", "（△は益）", "（キャピタル）", "（キャピタル・リースを含む）", "（ポイント）", "（全労働者）", "（基本報酬）",
    "（契約社員を含みパートタイマーを除く）", "（年間平均）", "（年額・月額等）", "（年額）", "（年）", "（損失）", "（新株予約権の行使）",
    "（正規雇用）", "（発行費用控除後）", "（社外取締役を除く）", "（税効果後）", "（累積欠損）", "（純額）", "（控除）", "（被所有）", "（買収への対応方針）",
    "（費用）", "（非正規雇用）", "（１年内）", "（１年超）", "（ＬＥＩ）", "（ｔ－ＣＯ２）",
}  # fmt: skip
"""What stands in brackets and belongs to the thing itself, so that it is printed too."""
DECLARED = {"（営業活動によるキャッシュ・フロー）"}
"""What only a label with a terse one of its own has."""
BRACKETED = re.compile(r"\([^()]*\)|（[^（）]*）")


def test_whatever_stands_in_brackets_is_known_to_be_a_qualifier_or_content() -> None:
    """A label with brackets nobody has thought of fails here: add them to `QUALIFIERS`, or to CONTENT above."""
    qualifiers = {form for english, _ in QUALIFIERS for form in english if form.startswith("(")}
    qualifiers |= {f"（{form}）" for _, japanese in QUALIFIERS for form in japanese}
    found = {each for label in LABELS.values() for text in (label.en, label.ja) for each in BRACKETED.findall(text)}
    # What is taken off an asset names the asset.
    found -= {
        each
        for name, label in LABELS.items()
        for each in BRACKETED.findall(label.ja)
        if label.en != TERSE[name].en and label.en.startswith("Accumulated ")
    }
    assert found - CONTENT - DECLARED - qualifiers == set(), "new brackets"
    assert (CONTENT | DECLARED | qualifiers) - found == set(), "brackets that no label has any more"
    assert not CONTENT & qualifiers
    left = {each for label in TERSE.values() for text in (label.en, label.ja) for each in BRACKETED.findall(text)}
    assert left == CONTENT


def test_every_way_of_saying_a_qualifier_in_english_is_used() -> None:
    trailing = [form for english, _ in QUALIFIERS for form in english if not form.startswith("(")]
    taken = {name: label.en.removeprefix(TERSE[name].en) for name, label in LABELS.items()}
    assert set(trailing) <= set(taken.values())


@pytest.mark.parametrize(
    ("label", "terse"),
    [
        (("Net income (US GAAP)", "当期純利益（米国基準）"), ("Net income", "当期純利益")),
        (("Going concern assumption (consolidated)", "継続企業の前提に関する注記（連結）"),
         ("Going concern assumption", "継続企業の前提に関する注記")),
        (("Title of the statement (IFRS)", "計算書（ＩＦＲＳ）の表題"), ("Title of the statement", "計算書の表題")),
        (("Revenues of the fiscal year", "売上高（推移表）"), ("Revenues", "売上高")),
        (("Net assets at the end of the fiscal year", "純資産（推移表）"), ("Net assets", "純資産")),
        (("First day of the fiscal year", "事業年度開始日"), ("First day of the fiscal year", "事業年度開始日")),
        (("Income tax expense (benefit)", "法人税等"), ("Income tax expense (benefit)", "法人税等")),
        (("Buildings, net", "建物（純額）"), ("Buildings, net", "建物（純額）")),
        (("Accumulated depreciation, buildings", "減価償却累計額（建物）"), ("Accumulated depreciation", "減価償却累計額")),
        (("Accumulated depreciation and impairment, vehicles", "減価償却累計額及び減損損失累計額（車両運搬具）"),
         ("Accumulated depreciation and impairment", "減価償却累計額及び減損損失累計額")),
        (("Shares of parent (current)", "親会社株式"), ("Shares of parent", "親会社株式")),
    ],
)  # fmt: skip
def test_qualifiers_go_and_content_stays(label: tuple[str, str], terse: tuple[str, str]) -> None:
    assert unqualified(*label) == terse
    assert unqualified(*terse) == terse


def test_what_is_declared_goes_before_the_rule() -> None:
    concept = item.debit("Costs (US GAAP)", "費用（米国基準）", terse=("Cost", "原価"))
    assert item.terse(concept) == Label("Cost", "原価")
    assert TERSE[fx("SubtotalOpeCF")] == Label("Subtotal", "小計")

    @item.part("Sales (IFRS)", "売上（ＩＦＲＳ）", terse=("Turnover", "売上高"))
    @frozen(kw_only=True)
    class Sales:
        """A part."""

    assert item.terse(item.part_info(Sales)) == Label("Turnover", "売上高")


def test_every_element_that_is_shown_has_standard_labels_in_both_languages_and_terse_ones_in_both_or_none() -> None:
    """Read back from the files, not from what they were made of."""
    counted = dict.fromkeys(("item", "heading", "axis", "domain or member"), 0)
    for name, element in contents().elements.items():
        said = contents().labels[name]
        assert said["label", "en"]
        assert re.search("[\u3040-\u30ff\u4e00-\u9fff]", said["label", "ja"]), name
        if element.kind == "table":
            continue
        terse = {language: said.get(("terseLabel", language)) for language in ("en", "ja")}
        expected = TERSE[name.replace(undated(FX), FX)]
        if element.kind == "item" and LABELS[fx(local_name(name))] == expected:
            assert terse == {"en": None, "ja": None}, "the standard label is the terse one"
        else:
            assert terse == {"en": expected.en, "ja": expected.ja}
            counted[element.kind] += 1
    assert counted["item"] > 250
    assert counted["heading"] == len(NETWORK.abstracts)
    assert counted["axis"] == len(NETWORK.axes)
    assert counted["domain or member"] > 50


def test_labels_for_a_place_say_what_is_printed_there() -> None:
    said = contents().labels[f"{{{undated(FX)}}}AssetsUSGAAP"]
    assert said["label", "en"] == "Total assets (US GAAP)"
    assert said["totalLabel", "en"] == "Total assets"
    assert said["totalLabel", "ja"] == "資産合計"
    heading = contents().labels[f"{{{undated(FX)}}}UsGaapCurrentAssetsAbstract"]
    assert heading["label", "ja"] == "流動資産（米国基準） [タイトル項目]"
    assert heading["terseLabel", "ja"] == "流動資産"
