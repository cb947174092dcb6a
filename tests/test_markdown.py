"""Prose as people write it and as the filing keeps it."""

from __future__ import annotations

import pytest
from hypothesis import given

from filingexport.authoring.markdown import from_xhtml, to_xhtml
from tests.strategies import fragments


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("One\ntwo.\n\nThree.", "<p>One two.</p><p>Three.</p>"),
        ("拝啓\nますます", "<p>拝啓ますます</p>"),
        ("拝啓 A\nB ますます", "<p>拝啓 A B ますます</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("2. a\n3. b", '<ol start="2"><li>a</li><li>b</li></ol>'),
        ("*a* **b** \\*c", "<p><em>a</em> <strong>b</strong> *c</p>"),
        ("a\\\nb", "<p>a<br/>b</p>"),
        ("(1) a & b < c", "<p>(1) a &amp; b &lt; c</p>"),
        ("# no heading", "<p># no heading</p>"),
        (
            "[no](link) ![no](image) `no code` http://no.example",
            "<p>[no](link) ![no](image) `no code` http://no.example</p>",
        ),
        (
            "| a | b |\n| --- | --- |\n| 1 | 2 |",
            "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
        ),
        ("<p><u>under</u></p>", "<p><u>under</u></p>"),
        ("a <script>x</script>", "<p>a &lt;script&gt;x&lt;/script&gt;</p>"),
    ],
)
def test_what_people_write(written: str, kept: str) -> None:
    assert to_xhtml(written) == kept


@pytest.mark.parametrize("written", ["<script>x</script>", "<p onclick='x'>y</p>", "", "  \n "])
def test_what_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"not allowed|has no paragraph"):
        to_xhtml(written)


def test_lists_in_lists_are_kept_or_refused_but_never_cut_off() -> None:
    deepest = 15
    assert "<li>x</li>" in to_xhtml("- " * deepest + "x")
    for depth in (20, 60, 1_000):
        with pytest.raises(ValueError, match="nested more than 32 levels deep"):
            to_xhtml("- " * depth + "x")


@pytest.mark.parametrize("row", ["| 1 | 2 | 3 |", "1 | 2 | 3", "| 1 | 2 | |"])
@pytest.mark.parametrize("indent", ["", "  "])
def test_a_row_with_more_cells_than_its_table_is_refused(row: str, indent: str) -> None:
    table = ["| a | b |", "| --- | --- |", "| x | y |", row]
    if indent:
        table = ["- item", "", *(indent + line for line in table)]
    with pytest.raises(ValueError, match="a row has more cells than the first row of its table"):
        to_xhtml("One.\r\n\r\n" + "\r\n".join(table))


def test_a_row_may_lack_cells_and_hold_escaped_bars() -> None:
    assert to_xhtml("| a | b |\n| --- | --- |\n| x \\| y |").endswith("<tr><td>x | y</td><td/></tr></tbody></table>")


@pytest.mark.parametrize("character", ["\0", "\x01", "\ufffe"])
def test_characters_xml_cannot_hold_are_refused(character: str) -> None:
    with pytest.raises(ValueError, match=r"cannot be written in XML|must be XML compatible|not well-formed"):
        to_xhtml(f"a{character}b")


@given(fragments)
def test_what_is_kept_is_written_so_that_it_reads_the_same(fragment: str) -> None:
    assert to_xhtml(from_xhtml(fragment)) == fragment


def test_simple_prose_is_written_as_people_would() -> None:
    assert from_xhtml("<p>One.</p><ul><li>a</li><li>b</li></ul>") == "One.\n\n- a\n- b"
    assert from_xhtml("<p><u>x</u></p>") == "<p><u>x</u></p>"


def test_long_paragraphs_are_wrapped() -> None:
    written = from_xhtml("<p>" + "word " * 60 + "end</p>")
    assert max(len(line) for line in written.split("\n")) <= 100
    assert to_xhtml(written) == "<p>" + "word " * 60 + "end</p>"
