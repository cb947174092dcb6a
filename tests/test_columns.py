"""What is read to columns is what is read from the tree, and nothing is that a parser would refuse."""

from __future__ import annotations

import random
from typing import Any

import pytest

from filingexport import Filing, FilingError, write
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, parse_xml
from filingexport.formats.xbrl import columns, read_tree
from filingexport.formats.xbrl.columns import Columns, read_columns
from filingexport.report import Fact, Report
from tests.conftest import EFFORT
from tests.test_text_reader import DOCUMENT, FRAGMENT, HIDDEN, MEMBER, ROW, told

USUAL = DOCUMENT.replace("&#13;", "")


def report_of(columns: Columns) -> Report:
    facts = []
    for at, code in enumerate(columns.concepts):
        period, dimensions = columns.placed[columns.contexts[at]]
        kind = columns.said[columns.kinds[at]]
        value = None if kind.nil else columns.values[at].decode()
        identifier, notes = columns.ids[at].decode(), columns.notes.get(at, ())
        facts.append(
            Fact(
                columns.named[code], period, dimensions, kind.unit, kind.language, value, kind.decimals, identifier, notes
            )
        )  # fmt: skip
    return Report(columns.entity, tuple(facts))


def outcome(data: bytes, limits: Limits = DEFAULT_LIMITS) -> tuple[Any, Any, bool]:
    """What comes of reading to columns, of reading the tree, and whether there were columns."""
    in_columns = False
    one: Any
    other: Any
    try:
        parsed = read_columns(data, "a.xbrl", limits)
        if isinstance(parsed, Columns):
            in_columns = True
            one = report_of(parsed), (), parsed.taxonomy
        else:
            one = parsed.report, parsed.findings, parsed.taxonomy
    except FilingError as error:
        one = error.findings
    try:
        report, _, findings, taxonomy = told(read_tree(parse_xml(data, "a.xbrl", limits), "a.xbrl", limits))
        other = report, findings, taxonomy
    except FilingError as error:
        other = error.findings
    return one, other, in_columns


def test_what_is_usual_is_read_to_columns(sample: Filing, instance: bytes, small: Filing) -> None:
    for data in (USUAL.encode(), instance, write(small), b"\xef\xbb\xbf" + USUAL.encode()):
        one, other, in_columns = outcome(data)
        assert one == other
        assert in_columns


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A &lt;b&gt;", "A &#65;"),
        ("A &lt;b&gt;", "A &none;"),
        ("A &lt;b&gt;", "A & b"),
        ("A &lt;b&gt;", "A &lt b"),
        ("A &lt;b&gt;", "A &ltb;"),
        ("A &lt;b&gt;", "A &LT; b"),
        ("A &lt;b&gt;", "A ]]> b"),
        ("A &lt;b&gt;", "A > ]] b"),
        ("A &lt;b&gt;", "A \x01 b"),
        ("A &lt;b&gt;", "A \x7f b"),
        ("A &lt;b&gt;", "A \x1f b"),
        ('id="cash.2"', 'id="cash"'),
        ('id="cash.2"', 'id="ca\tsh"'),
        ('id="cash.2"', 'id="ca\nsh"'),
        ("A &lt;b&gt;", "A \ufffe b"),
        ("A &lt;b&gt;", "A \r b"),
        ("</fx:Cash>", "</fx:Debt>"),
        ("</fx:Cash>", "</fx:Cash >"),
        ("</fx:RowNumber>", "</fx:Row>"),
        ("fx:RowNumber>", "fx:1>"),
        ('id="cash"', 'id="ca<sh"'),
        ('id="cash"', 'id="ca\tsh"'),
        ('id="cash"', 'id="ca>sh"'),
        ('id="cash"', 'id="cash" id="cash"'),
        ('contextRef="day"', 'contextRef="day" contextRef="day"'),
        ('scheme="http://a.example/?b&amp;c"', 'scheme="<"'),
        ('scheme="http://a.example/?b&amp;c"', 'scheme="\t"'),
        ('dimension="fx:AnAxis"', 'dimension="fx:An<Axis"'),
        ("fx:Cash", "zz:Cash"),
        ("fx:Cash", "fx:1Cash"),
        ("fx:Cash", "fx:現金"),
        ("fx:Cash", "fx:Ca×sh"),
        ("fx:Cash", "fx:a:b"),
        ('encoding="UTF-8"', 'encoding="us-ascii"'),
        ('encoding="UTF-8"', 'encoding="Shift_JIS"'),
        ('encoding="UTF-8"', 'encoding="UTF-8" standalone="maybe"'),
        ('version="1.0"', 'version="1.1"'),
        ("</link:footnoteLink>", ""),
        ("</xbrli:xbrl>", "</xbrli:xbrl><x/>"),
        ("</xbrli:xbrl>", "</xbrli:other>"),
        ("</xbrli:unit>", "</xbrli:units>"),
        ("<xbrli:xbrl", '<!DOCTYPE x [<!ENTITY a "b">]><xbrli:xbrl'),
        ("<xbrli:xbrl", '<xbrli:xbrl a="1" a="2"'),
        ("</link:footnoteLink>", "</link:footnoteLink>" + FRAGMENT),
        ("Cash on hand", "Cash<b>on</b> hand"),
        (MEMBER + ROW, ROW + MEMBER),
        (MEMBER + ROW, MEMBER + ROW + "x"),
        (' xsi:nil="true"/>', ' xsi:nil="true"></fx:Debt>'),
        ("2008-03-31</xbrli:instant>", "2008-02-30</xbrli:instant>"),
    ],
)
def test_what_is_unusual_is_left_to_the_others(old: str, new: str) -> None:
    assert old in USUAL
    one, other, _ = outcome(USUAL.replace(old, new).encode())
    assert one == other


def test_bytes_that_are_no_utf_8_are_refused() -> None:
    one, other, in_columns = outcome(USUAL.encode().replace("日本".encode(), b"\xed\xa0\x80\xff"))
    assert one == other
    assert not in_columns


@pytest.mark.parametrize("ahead", range(4))
@pytest.mark.parametrize("bad", [b"", b"\xed\xa0\x80", b"\xe6\x97", b"\xef\xbf\xbe", b"\xf0\x9f"])
def test_text_is_text_wherever_its_pieces_end(ahead: int, bad: bytes) -> None:
    head, tail = USUAL.encode().split("日本".encode(), 1)
    long = b" " * (columns._PIECE - len(head) - ahead)
    one, other, in_columns = outcome(head + long + "\U00020bb7日".encode() + bad + tail)
    assert one == other
    assert in_columns is not bool(bad)


def test_limits_hold() -> None:
    for limits in (
        Limits(attributes=2), Limits(contexts=2), Limits(facts=3), Limits(units=0), Limits(nodes=20), Limits(file=500),
        Limits(levels=3), Limits(text=5), Limits(nodes=USUAL.count("<")), Limits(nodes=USUAL.count("<") - 1), Limits(file=len(USUAL.encode())),
    ):  # fmt: skip
        one, other, _ = outcome(USUAL.encode(), limits)
        assert one == other, limits


PIECES = [
    "<",
    ">",
    '"',
    "&",
    "&amp;",
    "&#65;",
    "\n",
    " ",
    "x",
    "",
    "/",
    "]]>",
    "\x02",
    "\uffff",
    ":",
    "'",
    FRAGMENT,
    *HIDDEN,
]


@pytest.mark.parametrize("seed", range(150 * EFFORT))
def test_damage_is_seen_as_in_the_tree(seed: int) -> None:
    source = random.Random(f"columns {seed}")
    text = USUAL
    for _ in range(source.randint(1, 2)):
        start = source.randrange(len(text))
        text = text[:start] + source.choice(PIECES) + text[start + source.choice([0, 0, 1, 5]) :]
    one, other, _ = outcome(text.encode())
    assert one == other


def test_much_that_is_damaged_is_seen() -> None:
    """A bit of a byte of an own filing, turned over: either seen as the parser does, or of no account to it."""
    data = bytearray(USUAL.encode())
    source = random.Random("bits")
    kept = 0
    for _ in range(300 * EFFORT):
        at, bit = source.randrange(len(data)), 1 << source.randrange(8)
        data[at] ^= bit
        one, other, in_columns = outcome(bytes(data))
        assert one == other, (at, bit)
        kept += in_columns
        data[at] ^= bit
    assert kept > 10
