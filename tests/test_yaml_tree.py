"""YAML is read as text with places, and written so that it reads the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filingexport.authoring.yaml_tree import Mapping, Scalar, Sequence, Tree, emit, parse
from filingexport.findings import FilingError
from tests.strategies import words

keys = st.from_regex(r"[a-z][a-z_]{0,10}", fullmatch=True)
trees: st.SearchStrategy[Tree] = st.recursive(
    words.map(lambda text: Scalar(text, plain=text == text.strip())),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda items: Sequence(tuple(items))),
        st.dictionaries(keys, inner, min_size=1, max_size=3).map(Mapping),
    ),
    max_leaves=6,
)


@given(st.dictionaries(keys, trees, min_size=1, max_size=3))
def test_what_is_written_reads_the_same(entries: dict[str, Tree]) -> None:
    tree = Mapping(entries)
    assert parse(emit(tree), "x.yaml") == tree


nasty = st.one_of(
    words,
    st.text("\n\r\t \x85\u2028\ufeff#:-?!&*|>%@`'\"{}[],a京", max_size=12),
    st.sampled_from(["", "\n", "---", "...", "? a", "- x", "<<", "a\n# b", "x \ny ", "word " * 60, "k" * 2_000]),
)
nasty_trees: st.SearchStrategy[Tree] = st.recursive(
    st.builds(lambda text, plain: Scalar(text, plain=plain), nasty, st.booleans()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: Sequence(tuple(items))),
        st.dictionaries(nasty, inner, max_size=3).map(Mapping),
    ),
    max_leaves=6,
)


@given(nasty_trees)
def test_any_text_may_stand_anywhere_even_as_a_key(tree: Tree) -> None:
    assert parse(emit(tree), "x.yaml") == tree


def test_nothing_is_guessed() -> None:
    tree = parse(b"a: 1,234\nb: no\nc: 2008-06-27\nd: null\ne: 0x1F\nf:\n", "x.yaml")
    assert isinstance(tree, Mapping)
    assert {key: value.text for key, value in tree.entries.items() if isinstance(value, Scalar)} == {
        "a": "1,234", "b": "no", "c": "2008-06-27", "d": "null", "e": "0x1F", "f": "",
    }  # fmt: skip


def test_places_are_file_and_line() -> None:
    tree = parse(b"a:\n- x\n- y: z\n", "x.yaml")
    assert isinstance(tree, Mapping)
    rows = tree.entries["a"]
    assert isinstance(rows, Sequence)
    assert [row.place for row in rows.items] == ["x.yaml:2", "x.yaml:3"]
    assert tree.key_places == {"a": "x.yaml:1"}


def test_an_empty_file_is_nothing() -> None:
    assert parse(b"", "x.yaml") is None
    assert parse(b"# only a comment\n", "x.yaml") is None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a: 1\na: 2\n", "x.yaml:2: error fx:duplicateKey: 'a' stands here again, first at x.yaml:1"),
        (b"a: *b\n", "has an alias"),
        (b"a: &b c\n", "has an anchor"),
        (b"a: !!python/name:os.system x\n", "has a tag"),
        (b"? [a]\n: b\n", "a key must be a plain word"),
        (b"a: 1\n---\nb: 2\n", "holds a second document"),
        (b"a: 'x\n", "cannot be read as YAML"),
        (b"a: \x01\n", "cannot be read as YAML"),
        (b"\xff\xfe", "is not in UTF-8"),
        (b"[" * 1_000, "nested more than 64 levels deep"),
    ],
)
def test_what_is_wrong_is_said(data: bytes, message: str) -> None:
    with pytest.raises(FilingError) as caught:
        parse(data, "x.yaml")
    assert message in str(caught.value)


def test_several_wrong_keys_are_reported_at_once() -> None:
    with pytest.raises(FilingError) as caught:
        parse(b"a: 1\na: 2\nb: 1\nb: 2\n", "x.yaml")
    assert len(caught.value.findings) == 2
