"""Diff: equal filings have none, a changed field has one, rows keep who they are; what is shown is text and nothing else."""

from __future__ import annotations

import json
import random
import re
import shutil
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from filingexport import Filing, extension_files, load, read, write, write_workbook
from filingexport.binding.plan import Leaf, ListLeaf, PartField, RowsField, plan
from filingexport.cli.main import main
from filingexport.comparing.compare import Change, compare
from filingexport.comparing.compared import Compared, compared, digest
from filingexport.comparing.edits import stretches
from filingexport.comparing.outputs import as_json, html, text
from filingexport.comparing.outputs.marked import visible
from filingexport.comparing.words import runs
from filingexport.model.business_report.officers import Officer
from filingexport.model.values import DASH, Block, Money, Nothing, Text
from filingexport.report import Fact, Period
from tests.conftest import ROOT
from tests.strategies import all_places, entry_values, filings
from tests.test_cli import run

AOBA = ROOT / "samples" / "aoba-2026"
SAMPLES = ("iij-2008", "aoba-2026", "minato-2026", "kitahama-2026")
anywhere = st.sampled_from(list(all_places().values())).flatmap(lambda path: filings(path, extension=True))


@cache
def aoba() -> Filing:
    return load(AOBA)


def changed(filing: Any, path: str, new: Callable[[Any], Any]) -> Any:
    """The filing with the value at this path made anew."""
    step, _, rest = path.partition(".")
    if isinstance(filing, tuple):
        number = int(step) - 1
        inner = changed(filing[number], rest, new) if rest else new(filing[number])
        return (*filing[:number], inner, *filing[number + 1 :])
    held = getattr(filing, step)
    return attrs.evolve(filing, **{step: changed(held, rest, new) if rest else new(held)})


def officers(change: Callable[[tuple[Officer, ...]], tuple[Officer, ...]]) -> tuple[Change, ...]:
    path = "business_report.officers.officers"
    return compare(aoba(), changed(aoba(), path, change))


def both(old: Filing, new: Filing) -> Compared:
    return compared(("old", "new"), (old, new), ({}, {}))


# --- by fact ------------------------------------------------------------------------------------------------------


@given(anywhere)
def test_a_filing_does_not_differ_from_itself(filing: Filing) -> None:
    assert compare(filing, attrs.evolve(filing)) == ()


@given(anywhere, anywhere)
def test_what_differs_is_told_and_its_opposite_too(old: Filing, new: Filing) -> None:
    there, back = compare(old, new), compare(new, old)
    assert bool(there) == bool(back) == (old != new)
    assert all(each.differences for each in there)
    turned = {"added": "removed", "removed": "added"}
    assert sorted(each.path for each in there if each.kind == "added") == sorted(
        each.path for each in back if turned.get(each.kind) == "added"
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_every_field_of_a_sample_is_told_once_when_it_changes(name: str) -> None:
    """A field of each part is taken away and exchanged: exactly this field is told."""
    filing = load(ROOT / "samples" / name)
    tried = 0
    for path, entry in _leaves(filing):
        tried += 1
        if not entry.required:
            (gone,) = compare(filing, changed(filing, path, lambda _: None))
            assert (gone.kind, gone.path) == ("removed", path)
            (come,) = compare(changed(filing, path, lambda _: None), filing)
            assert (come.kind, come.path) == ("added", path)
        value = _at(filing, path)
        if isinstance(value, Money):
            found = compare(filing, changed(filing, path, lambda held: attrs.evolve(held, amount=held.amount + 1)))
            assert [(each.kind, each.path, each.old_path) for each in found] == [("changed", path, path)]
            assert found[0].apart is not None
            (accuracy,) = compare(filing, changed(filing, path, lambda held: attrs.evolve(held, decimals=7)))
            assert [each.aspect for each in accuracy.differences] == ["accuracy"]
        elif isinstance(value, Block):
            longer = Block(**{tag: f"{markup}<p>more</p>" for tag, markup in value.readings})
            (found_one,) = compare(filing, changed(filing, path, _put(longer)))
            assert (found_one.kind, found_one.path) == ("changed", path)
    assert tried > 20


def _put(value: Any) -> Callable[[Any], Any]:
    return lambda _: value


def _leaves(filing: Filing) -> list[tuple[str, Leaf]]:
    """A third of the fields that stand in no table; what rows are told by is another test's."""
    found: list[tuple[str, Leaf]] = []

    def walk(at: Any, of: Any, path: str) -> None:
        for entry in of.entries:
            value = getattr(at, entry.attribute)
            here = f"{path}.{entry.attribute}" if path else entry.attribute
            if isinstance(entry, Leaf) and value is not None:
                found.append((here, entry))
            elif isinstance(entry, PartField) and entry.line is None and value is not None:
                walk(value, entry.plan, here)

    walk(filing, plan(Filing), "")
    return random.Random(1).sample(found, len(found) // 3)


def _at(filing: Any, path: str) -> Any:
    for step in path.split("."):
        filing = filing[int(step) - 1] if isinstance(filing, tuple) else getattr(filing, step)
    return filing


def test_what_is_printed_about_a_figure_is_compared_too() -> None:
    path = "consolidated.japan_gaap.balance_sheet.assets.current_assets.cash_and_deposits"
    new = changed(
        aoba(), path, lambda held: attrs.evolve(held, caption=Text(en="Cash"), footnotes=(Text(en="a"), Text(en="b")))
    )
    (found,) = compare(aoba(), new)
    assert [(each.aspect, each.before, each.after and each.after.raw) for each in found.differences] == [
        ("caption", None, "Cash"), ("footnote", None, "a"), ("footnote", None, "b"),
    ]  # fmt: skip
    (dash,) = compare(aoba(), changed(aoba(), path, lambda _: DASH))
    assert [each.after and each.after.raw for each in dash.differences] == ["-"]


def test_a_nothing_is_not_its_sentence() -> None:
    path = "business_report.issues_to_address.text"
    said = changed(aoba(), path, lambda _: Block(en="<p>None.</p>"))
    (found,) = compare(said, changed(aoba(), path, lambda _: Nothing(en="None.")))
    assert {each.aspect for each in found.differences} == {"text", "nothing"}


def test_formatting_alone_is_told_as_formatting() -> None:
    path = "business_report.issues_to_address.text"
    plain = changed(aoba(), path, lambda _: Block(en="<p>One word.</p>"))
    (found,) = compare(plain, changed(aoba(), path, lambda _: Block(en="<p>One <strong>word</strong>.</p>")))
    assert [each.aspect for each in found.differences] == ["formatting"]


def test_facts_without_a_place_are_compared() -> None:
    day = Period(None, aoba().fiscal_year_end)
    one, two = Fact("{http://o.example}A", day, value="1", language="en"), Fact("{http://o.example}B", day, value="1")
    old, new = (attrs.evolve(aoba(), unplaced=facts) for facts in ((one,), (two, attrs.evolve(one, value="2"))))
    found = compare(old, new)
    assert [(each.kind, each.path) for each in found] == [
        ("added", "unplaced.1"),
        ("changed", "unplaced.2.value"),
    ]


def test_the_extension_is_compared_by_item() -> None:
    filing = load(ROOT / "samples" / "iij-2008")
    assert filing.extension is not None
    items = filing.extension.items
    other = attrs.evolve(
        filing.extension, items=(*items[1:2], attrs.evolve(items[0], label=Text(en="Other")), *items[2:])
    )
    found = compare(filing, attrs.evolve(filing, extension=other))
    assert {each.kind for each in found} == {"moved", "changed"}
    assert [each.differences[0].after.raw for each in found if each.kind == "changed" and each.differences[0].after] == ["Other"]  # fmt: skip
    (order,) = compare(filing, changed(filing, _own_path(filing), lambda held: held[::-1]))
    assert order.kind == "moved"


def _own_path(filing: Filing) -> str:
    def walk(at: Any, of: Any, path: str) -> str | None:
        if len(at.own) > 1:
            return f"{path}.own" if path else "own"
        for entry in of.entries:
            if (
                isinstance(entry, PartField)
                and entry.line is None
                and (inner := getattr(at, entry.attribute)) is not None
            ):
                found = walk(inner, entry.plan, f"{path}.{entry.attribute}" if path else entry.attribute)
                if found:
                    return found
        return None

    found = walk(filing, plan(Filing), "")
    assert found is not None
    return found


# --- rows ---------------------------------------------------------------------------------------------------------


def newcomer() -> Officer:
    return Officer(name=Text(en="Ichiro Aoba", ja="青葉 一郎"), position=Text(en="Director", ja="取締役"))


def test_an_officer_who_is_put_in_is_one_change() -> None:
    (found,) = officers(lambda rows: (newcomer(), *rows))
    assert (found.kind, found.path, found.old_path) == ("added", "business_report.officers.officers.1", "")
    assert found.label[-1].ja == "1 青葉 一郎"
    (found,) = compare(changed(aoba(), "business_report.officers.officers", lambda rows: (newcomer(), *rows)), aoba())
    assert (found.kind, found.path) == ("removed", "business_report.officers.officers.1")


def test_an_officer_who_is_another_came_and_went() -> None:
    found = officers(lambda rows: (rows[0], newcomer(), *rows[2:]))
    assert sorted(each.kind for each in found) == ["added", "removed"]


def test_a_name_that_is_spelt_otherwise_is_the_same_officer() -> None:
    (found,) = officers(lambda rows: (attrs.evolve(rows[0], name=Text(en="Haruka Minamii", ja="南 はるか")), *rows[1:]))
    assert (found.kind, found.path) == ("changed", "business_report.officers.officers.1.name")


def test_who_moved_is_told_and_nobody_else() -> None:
    found = officers(lambda rows: (*rows[1:], rows[0]))
    assert [(each.kind, each.old_path.rpartition(".")[2]) for each in found] == [("moved", "1")]
    changed_too = officers(lambda rows: (*rows[1:], attrs.evolve(rows[0], position=Text(en="Adviser"))))
    assert [each.kind for each in changed_too] == ["moved", "changed"]


def test_many_rows_are_compared_in_time() -> None:
    """Two thousand rows that have nothing in common, and two thousand of which one is new."""
    many = tuple(Officer(name=Text(en=f"Name {number}")) for number in range(2000))
    others = tuple(Officer(name=Text(en=f"Other {number}")) for number in range(2000))
    path = "business_report.officers.officers"
    old = changed(aoba(), path, lambda _: many)
    assert [each.kind for each in compare(old, changed(aoba(), path, lambda _: (newcomer(), *many)))] == ["added"]
    assert compare(old, changed(aoba(), path, lambda _: others))


@given(st.data())
def test_rows_that_are_shuffled_lose_nothing(data: st.DataObject) -> None:
    """Made-up tables: what is added and removed makes up for the difference in length, and equal rows are never told."""
    tables = [entry for place in all_places().values() for entry in place[-1].plan.entries if isinstance(entry, (RowsField, ListLeaf))]  # fmt: skip
    entry = data.draw(st.sampled_from(tables))
    rows = data.draw(entry_values(entry, 1))
    holder = next(path for path in all_places().values() if entry in path[-1].plan.entries)
    filing = data.draw(filings(holder))
    path = ".".join(f"{step.attribute}.1" if isinstance(step, RowsField) else step.attribute for step in holder)
    here = f"{path}.{entry.attribute}"
    old = changed(filing, here, lambda _: rows)
    new = changed(filing, here, lambda _: tuple(data.draw(st.permutations(rows))))
    assert {each.kind for each in compare(old, new)} <= {"moved"}


# --- by word ------------------------------------------------------------------------------------------------------


def marked(before: str, after: str) -> str:
    signs = {"same": "{}", "removed": "[-{}-]", "added": "[+{}+]"}
    return "".join(signs[run.kind].format(run.text) for run in runs(before, after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a big house", "a small house", "a [-big-][+small+] house"),
        ("net sales of 1,234 million", "net sales of 1,243 million", "net sales of [-1,234-][+1,243+] million"),
        ("第20回定時株主総会", "第21回定時株主総会", "第[-20-][+21+]回定時株主総会"),
        ("資本コストを意識した経営", "資本コスト及び株価を意識した経営", "資本コスト[+及び株価+]を意識した経営"),
        ("定時株主総会", "臨時株主総会", "[-定-][+臨+]時株主総会"),
        ("東京", "大阪", "[-東京-][+大阪+]"),
        ("two old words", "three new words", "[-two old-][+three new+] words"),
        ("", "new", "[+new+]"),
    ],
)
def test_words_are_marked(before: str, after: str, expected: str) -> None:
    assert marked(before, after) == expected


@given(st.text("ab 、。の東京\n.", max_size=40), st.text("ab 、。の東京\n.", max_size=40))
def test_runs_make_up_both_texts(before: str, after: str) -> None:
    found = runs(before, after)
    assert "".join(run.text for run in found if run.kind != "added") == before
    assert "".join(run.text for run in found if run.kind != "removed") == after
    assert all(one.kind != other.kind for one, other in pairwise(found))


@given(st.text("abc", max_size=12), st.text("abc", max_size=12))
def test_edits_are_the_fewest(before: str, after: str) -> None:
    found = list(stretches(before, after))
    assert sum(each.old_end - each.old_start for each in found if each.same) == _longest_common(before, after)
    at = (0, 0)
    for each in found:
        assert (each.old_start, each.new_start) == at
        at = each.old_end, each.new_end
    assert at == (len(before), len(after))


def _longest_common(one: str, other: str) -> int:
    row = [0] * (len(other) + 1)
    for letter in one:
        new = [0]
        for number, each in enumerate(other, 1):
            new.append(row[number - 1] + 1 if each == letter else max(row[number], new[-1]))
        row = new
    return row[-1]


def test_hostile_texts_take_no_time() -> None:
    for before, after in (("a b " * 20_000, "b a " * 20_000), ("の、" * 30_000, "、の" * 30_000)):
        assert marked(before, after)


def test_what_cannot_be_seen_is_named() -> None:
    assert visible("a\u202eb\u200bc\u00a0d\u3000e\nf") == "a⟨U+202E⟩b⟨U+200B⟩c⟨U+00A0⟩d\u3000e\nf"
    assert visible("\u3000", changed=True) == "⟨U+3000⟩"
    assert visible(" ", changed=True) == "␣"


# --- what is shown ------------------------------------------------------------------------------------------------

HOSTILE = "<script>alert(1)</script>\"'&\u202e"


def hostile() -> Any:
    return changed(aoba(), "company.name", lambda _: Text(en=HOSTILE, ja=HOSTILE))


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_page_shows_all_and_hostile_text_is_text(language: Any) -> None:
    found = both(aoba(), changed(hostile(), "business_report.officers.officers", lambda rows: (newcomer(), *rows)))
    page = html.text(found, language)
    tree = lxml_html.document_fromstring(page)
    assert not tree.xpath("//script | //*[@onclick] | //img | //link")
    assert tree.xpath("string(/html/@lang)") == language
    assert len(tree.xpath("//article")) == len(found.changes) == len(tree.xpath("//article//input[@type='checkbox']"))
    said = tree.text_content()
    assert "<script>alert(1)</script>" in said
    assert "\u202e" not in said
    assert all(side.digest in said for side in (found.old, found.new))
    assert {"Sign-off", "Signature"} <= set(re.split(r"\s*\n\s*|(?<=e)\s", said)) or language == "ja"
    assert not re.search(r"""(?:src|href)=""", page), "nothing is fetched"


def test_json_holds_every_change() -> None:
    found = both(aoba(), changed(aoba(), "business_report.issues_to_address.text", lambda _: Block(en="<p>New.</p>")))
    said = json.loads(as_json.text(found))
    assert said["same"] is False
    assert [each["path"] for each in said["changes"]] == [each.path for each in found.changes]
    assert {run[0] for run in said["changes"][0]["differences"][0]["words"]} >= {"removed", "added"}


def test_the_digest_is_of_what_is_said_whatever_the_format() -> None:
    again = read(write(aoba()), extension=extension_files(aoba()))
    assert digest(again) == digest(aoba()) != digest(hostile())


def test_plain_lines_hide_no_control_characters() -> None:
    lines = list(text.plain(both(aoba(), hostile()), "en"))
    assert all("\u202e" not in line and "\x1b" not in line for line in lines)


# --- the command line ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with one figure changed."""
    folder = tmp_path_factory.mktemp("diff") / "draft"
    shutil.copytree(AOBA, folder)
    path = folder / "consolidated.japan-gaap.balance-sheet.yaml"
    path.write_text(path.read_text("utf-8").replace("18,420", "18,402", 1), "utf-8")
    return folder


def test_a_draft_and_a_filing_of_another_format(
    draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(aoba(), tmp_path / "aoba.json")
    done = run("diff", tmp_path / "aoba.json", draft)
    assert done.returncode == 1, done.stderr
    for said in ("~ Consolidated financial statements (Japanese GAAP) › Balance sheet › Assets", "(JPY -18 million)",
                 "[-JPY 18,420 million-]", "{+JPY 18,402 million+}", "consolidated.japan-gaap.balance-sheet.yaml:14",
                 "1 change: 1 changed"):  # fmt: skip
        assert said in done.stdout
    assert "\x1b" not in done.stdout
    assert main(["diff", str(AOBA), str(draft), "--lang", "ja"]) == 1
    japanese = capsys.readouterr().out
    assert "流動資産 › 現金及び預金" in japanese
    assert "変更1件" in japanese
    assert main(["diff", str(AOBA), str(draft), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["changes"][0]["by"]["en"] == "JPY -18 million"


def test_a_workbook_is_compared_with_its_filing(small: Filing, tmp_path: Path) -> None:
    write_workbook(small, tmp_path / "small.xlsx")
    write(small, tmp_path / "small.xbrl")
    assert main(["diff", str(tmp_path / "small.xlsx"), str(tmp_path / "small.xbrl"), "--quiet"]) == 0


def test_exit_status_says_whether_they_differ(draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(AOBA), str(AOBA), "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    assert (out.splitlines()[-1], err) == ("the same", "")
    assert main(["diff", str(AOBA), str(draft), "--quiet"]) == 1
    assert capsys.readouterr().out == ""
    page = tmp_path / "page.html"
    assert main(["diff", str(AOBA), str(draft), "--format", "html", "--output", str(page), "--lang", "en"]) == 1
    assert "1 change: 1 changed" in capsys.readouterr().out
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert main(["diff", str(AOBA), str(tmp_path / "nothing")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "nothing" in err
