"""Prose is a small XHTML subset in one canonical spelling; nothing else gets in."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filingexport.model import xhtml
from filingexport.model.values import Block
from tests.strategies import fragments


@given(fragments)
def test_canonical_is_canonical(fragment: str) -> None:
    assert xhtml.canonical(fragment) == fragment


@given(fragments, st.sampled_from(["", " ", "\n", "\r\n\t"]))
def test_space_between_blocks_is_not_kept(fragment: str, space: str) -> None:
    spaced = re.sub("(</?(?:ul|ol|table|tbody|tr)>)(?=<(?:ul|ol|li|table|tbody|tr|td)>)", rf"\1{space}", fragment)
    once = xhtml.canonical(space + spaced + space)
    assert xhtml.canonical(once) == once


_PIECES = st.sampled_from(
    ["<br/>", "<br>", "</p><p>", "<p/>", "<p></p>", "&#13;", "\r", "&quot;", "\x00", "\ufffe", "<td>", " ", ">", "<em></em>",
     "<em/>", "&amp;", ' start="2"', ' class="a"', "<em>x</em>", "<li/>", "<ul/>", "\n", "<ul><li/></ul>", "x", "</p/>"]
)  # fmt: skip


@given(fragments, _PIECES, st.floats(0, 1), st.integers(0, 4))
def test_what_is_canonical_by_its_look_is_so_by_its_tree(fragment: str, piece: str, place: float, cut: int) -> None:
    at = int(place * len(fragment))
    changed = fragment[:at] + piece + fragment[at + cut :]
    assert xhtml._is_canonical(fragment)
    if xhtml._is_canonical(changed):
        assert xhtml._canonical(changed) == changed


@pytest.mark.parametrize(
    ("fragment", "canonical"),
    [
        ("<p>a</p>\n<p>b</p>", "<p>a</p><p>b</p>"),
        ("<p>a<br></br>b</p>", "<p>a<br/>b</p>"),
        ("<p><![CDATA[a]]></p>", None),
        ("<p>&#65;&amp;&lt;</p>", "<p>A&amp;&lt;</p>"),
        ("<ul> <li>a <em>b</em></li> </ul>", "<ul><li>a <em>b</em></li></ul>"),
        ('<ol start="2"><li>a</li></ol>', '<ol start="2"><li>a</li></ol>'),
        ("<table><tbody><tr><td rowspan='2' colspan='1'>x</td></tr></tbody></table>",
         '<table><tbody><tr><td colspan="1" rowspan="2">x</td></tr></tbody></table>'),
    ],
)  # fmt: skip
def test_one_spelling(fragment: str, canonical: str | None) -> None:
    if canonical is None:
        with pytest.raises(ValueError, match="markup declarations"):
            xhtml.canonical(fragment)
    else:
        assert xhtml.canonical(fragment) == canonical


@pytest.mark.parametrize(
    ("fragment", "message"),
    [
        ("plain", "text stands at the top of prose without a paragraph: 'plain'"),
        ("<p>a</p>tail", "text stands at the top of prose without a paragraph: 'tail'"),
        (" ", "the prose has no paragraph, list or table"),
        ("<p>a", "not well-formed XHTML"),
        ("</div><p>a</p><div>", "not well-formed XHTML"),
        ("<p>&nbsp;</p>", "not well-formed XHTML"),
        ("<p><script>alert(1)</script></p>", "<script> is not allowed in <p>"),
        ("<p><a href='javascript:alert(1)'>x</a></p>", "<a> is not allowed in <p>"),
        ("<p><img src='http://example.com/x.png'/></p>", "<img> is not allowed in <p>"),
        ("<p style='color:red'>x</p>", "attribute style is not allowed on <p>"),
        ("<p onclick='x()'>x</p>", "attribute onclick is not allowed on <p>"),
        ("<p><p>x</p></p>", "<p> is not allowed in <p>"),
        ("<ul>x<li>y</li></ul>", "text stands in <ul> without a paragraph"),
        ("<ul></ul>", "<ul> is empty"),
        ("<table><tbody><tr><td colspan='-1'>x</td></tr></tbody></table>", "is not a small whole number"),
        ("<table><tr><td>x</td></tr></table>", "<tr> is not allowed in <table>"),
        ("<!DOCTYPE x><p>x</p>", "markup declarations"),
        ("<p><!-- x --></p>", "markup declarations"),
        ("<p>a<?php x?>b</p>", r"processing instructions"),
        ("<p xmlns:x='urn:x'>x</p>", "a declaration of a namespace is not allowed on <p>"),
        ("<p>x<em xmlns=''>y</em></p>", "a declaration of a namespace is not allowed on <em>"),
        ("<p xml:lang='ja'>x</p>", "is not allowed on <p>"),
        ("<p>&#0;</p>", "not well-formed XHTML"),
        ("<p>" * 300 + "</p>" * 300, "not well-formed XHTML"),
        ("<p>" + "<em>" * 40 + "x" + "</em>" * 40 + "</p>", "nested more than 32 levels deep"),
        ("<x:p xmlns:x='http://www.w3.org/1999/xhtml'>x</x:p>", "is not allowed at the top"),
    ],
)
def test_what_is_not_of_the_subset_is_refused(fragment: str, message: str) -> None:
    with pytest.raises(ValueError, match=message.replace("(", r"\(")):
        Block(en=fragment)


def test_plain_text_has_a_line_a_paragraph_item_and_row() -> None:
    block = Block(
        en="<p>One <em>two</em><br/>three</p><ul><li>a<ul><li>b</li></ul></li></ul><table><tbody><tr><th>x</th><td>y</td></tr></tbody></table>"
    )
    assert block.plain("en") == "One two\nthree\na\nb\nx\ty"
    with pytest.raises(KeyError):
        block.plain("ja")


def test_a_paragraph_is_made_safely() -> None:
    assert xhtml.paragraph("a < b & c") == "<p>a &lt; b &amp; c</p>"


@given(st.lists(st.text(st.sampled_from("ab<>&;#13lgtmp/\t\n\r あ"), min_size=1), min_size=1))
def test_plain_text_of_paragraphs_is_that_of_their_elements(texts: list[str]) -> None:
    """Most prose is paragraphs alone, which are read without a tree."""
    fragment = xhtml.canonical("".join(xhtml.paragraph(each) for each in texts))
    assert xhtml._PARAGRAPHS.fullmatch(fragment)
    assert xhtml._of_paragraphs(fragment) == xhtml._of_elements(fragment)
