"""What is read from the text of an instance is what is read from its tree, whatever is done to the text."""

from __future__ import annotations

import random
from typing import Any

import pytest

from filingexport import Filing, FilingError, write
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, parse_xml
from filingexport.formats.xbrl import read, read_tree, text_reader
from filingexport.formats.xbrl.scan import look_of
from filingexport.formats.xbrl.text_reader import TextReader, Unusual
from filingexport.names import ARC_CAPTION, BASE, ISO4217, LINK, XBRLDI, XBRLI, XLINK, XSI
from tests.conftest import EFFORT


@pytest.fixture(params=[10_000, 0], ids=["one by one", "together"], autouse=True)
def many(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """From how many bytes on facts are read together: the documents here are small."""
    monkeypatch.setattr(text_reader, "_MANY", request.param)


def context(identifier: str, when: str, members: str = "") -> str:
    scenario = f"<xbrli:scenario>{members}</xbrli:scenario>" if members else ""
    return (
        f'<xbrli:context id="{identifier}"><xbrli:entity><xbrli:identifier scheme="http://a.example/?b&amp;c">X &amp; Y'
        f"</xbrli:identifier></xbrli:entity><xbrli:period>{when}</xbrli:period>{scenario}</xbrli:context>\n"
    )


YEAR = "<xbrli:startDate>2007-04-01</xbrli:startDate><xbrli:endDate>2008-03-31</xbrli:endDate>"
DAY = "<xbrli:instant>2008-03-31</xbrli:instant>"
ROW = '<xbrldi:typedMember dimension="fx:RowsAxis"><fx:RowNumber>1</fx:RowNumber></xbrldi:typedMember>'
MEMBER = '<xbrldi:explicitMember dimension="fx:AnAxis">fx:AMember</xbrldi:explicitMember>'
SPACES = {"xbrli": XBRLI, "link": LINK, "xlink": XLINK, "xbrldi": XBRLDI, "iso4217": ISO4217, "xsi": XSI, "fx": BASE}
DOCUMENT = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    "<xbrli:xbrl" + "".join(f' xmlns:{prefix}="{space}"' for prefix, space in SPACES.items()) + ">\n"
    '<link:schemaRef xlink:type="simple" xlink:href="taxonomy/a.xsd"/>\n'
    + context("year", YEAR)
    + context("day", DAY)
    + '<xbrli:unit id="JPY"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit>\n'
    + context("row", YEAR, MEMBER + ROW)
    + context("member", DAY, MEMBER)
    + """<fx:Name contextRef="year" id="name.en" xml:lang="en">A &lt;b&gt; &amp;amp; &quot;c&quot; &#13;日本</fx:Name>
<fx:Name contextRef="year" id="name.ja" xml:lang="JA">日本</fx:Name>
<fx:Cash contextRef="day" unitRef="JPY" decimals="-3" id="cash">1000</fx:Cash>
<fx:Cash contextRef="member" unitRef="JPY" decimals="INF" id="cash.2">-1.5</fx:Cash>
<fx:Debt contextRef="member" unitRef="JPY" id="debt" xsi:nil="true"/>
<fx:Row contextRef="row" id="row.1">2008-03-31</fx:Row>
<fx:Row contextRef="year"></fx:Row>
<link:footnoteLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">
<link:loc xlink:type="locator" xlink:href="#cash" xlink:label="cash"/>
<link:footnote xlink:type="resource" xlink:label="note" xml:lang="en">Cash on hand</link:footnote>
"""
    + f'<link:footnoteArc xlink:type="arc" xlink:arcrole="{ARC_CAPTION}" xlink:from="cash" xlink:to="note"/>\n'
    + "</link:footnoteLink>\n</xbrli:xbrl>\n"
)


def from_text(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Any:
    root = parse_xml(data, "a.xbrl", limits)
    look = look_of(root)
    assert look is not None
    return TextReader(root, "a.xbrl", limits, data, look).read()


def told(parsed: Any) -> Any:
    places = [parsed.report.place(position) for position in range(len(parsed.report.facts))]
    return parsed.report, places, parsed.findings, parsed.taxonomy


def either(data: bytes, limits: Limits = DEFAULT_LIMITS) -> tuple[Any, Any]:
    """What comes of reading as a reader does, and from the tree."""
    try:
        one = told(read(data, "a.xbrl", limits))
    except FilingError as error:
        one = error.findings
    try:
        other = told(read_tree(parse_xml(data, "a.xbrl", limits), "a.xbrl", limits))
    except FilingError as error:
        other = error.findings
    return one, other


def test_what_is_usual_is_read_from_the_text(sample: Filing, instance: bytes) -> None:
    for data in (DOCUMENT.encode(), instance):
        parsed = from_text(data)
        assert told(parsed) == told(read_tree(parse_xml(data, "a.xbrl"), "a.xbrl"))
        assert parsed.findings == ()
    report = from_text(DOCUMENT.encode()).report
    assert report.facts[0].value == 'A <b> &amp; "c" \r日本'
    assert report.entity.identifier == "X & Y"
    assert [fact.decimals for fact in report.facts] == [None, None, -3, None, None, None, None]
    assert [note.kind for note in report.facts[2].notes] == ["caption"]
    assert len(report.facts[5].dimensions) == 2


FRAGMENT = '<fx:Fake contextRef="year" id="fake">x</fx:Fake>'
HIDDEN = [
    f"<!-- {FRAGMENT} -->", f"<![CDATA[{FRAGMENT}]]>", f"<?a {FRAGMENT}?>", "<!-- </xbrli:context> -->",
    "<!-- </link:footnoteLink>" + FRAGMENT + "<link:footnoteLink> -->", f"<?a </xbrli:context>{FRAGMENT}?>",
]  # fmt: skip


@pytest.mark.parametrize("hidden", HIDDEN)
def test_what_is_hidden_is_not_read(hidden: str) -> None:
    ends = [at for at, character in enumerate(DOCUMENT) if character == ">" and at > DOCUMENT.index("schemaRef")]
    for at in ends[:-1]:
        one, other = either((DOCUMENT[: at + 1] + hidden + DOCUMENT[at + 1 :]).encode())
        assert one == other


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id="year"', "id='a\">b'"),
        ('id="year"', 'id="day"'),
        ('id="cash.2"', 'id="cash"'),
        ('id="cash.2"', 'id="a&amp;b"'),
        ('"#cash"', '"#none"'),
        ('"#cash"', '"#"'),
        ("<fx:Row contextRef", '<fx:Row xmlns:fx="http://other.example" contextRef'),
        ("<xbrli:scenario>", '<xbrli:scenario xmlns:fx="http://other.example">'),
        ("<fx:RowNumber>1", '<fx:RowNumber xsi:nil="false">1'),
        ("<xbrli:context id", "<xbrli:context\nid"),
        ("<xbrli:startDate>", "<xbrli:scenario/><xbrli:startDate>"),
        ("</xbrli:entity>", "<xbrli:segment/></xbrli:entity>"),
        (MEMBER + ROW, ROW + MEMBER),
        (MEMBER + ROW, ROW + ROW),
        ("2008-03-31</xbrli:instant>", "2008-02-30</xbrli:instant>"),
        ("2008-03-31</xbrli:instant>", "2008-04-01T00:00:00</xbrli:instant>"),
        ("fx:AMember", "zz:AMember"),
        ("fx:AMember", " fx:AMember "),
        ('contextRef="day"', 'contextRef=" day "'),
        ('decimals="-3" id="cash"', 'id="cash" decimals="-3"'),
        ('decimals="-3"', ""),
        ('decimals="-3"', 'precision="3"'),
        ('unitRef="JPY" decimals="-3"', 'decimals="-3"'),
        ('unitRef="JPY" id="debt"', 'unitRef="JPY" decimals="0" id="debt"'),
        ('unitRef="JPY" id="debt"', 'id="debt"'),
        ('xml:lang="JA"', 'xml:lang=""'),
        ('xml:lang="JA"', 'xml:lang="a_b"'),
        (">1000<", "><"),
        (">1000<", "><b/>1<"),
        ("fx:Cash", "xbrli:Cash"),
        ("fx:Cash", "link:Cash"),
        ('fx:Cash contextRef="day"', 'fx:Cash contextRef="none"'),
        ("<link:schemaRef", "<fx:schemaRef"),
        ("X &amp; Y", " "),
        ("A &lt;b&gt;", "A &#x41;&#x6F;&#x65E5;&#97;"),
        ("A &lt;b&gt;", "&apos;&quot;&lt;&gt;&amp;#x41;"),
        ("\n", "\r\n"),
        ("日本", "日\n本"),
        ("<fx:Row contextRef", "text<fx:Row contextRef"),
        ('xmlns:xbrli="' + XBRLI + '"', f'xmlns:xbrli="{XBRLI}" xmlns:x="{XBRLI}"'),
    ],
)
def test_what_is_unusual_is_read_all_the_same(old: str, new: str) -> None:
    assert old in DOCUMENT
    one, other = either(DOCUMENT.replace(old, new).encode())
    assert one == other


def test_what_a_prefix_meant_in_one_document_it_need_not_mean_in_the_next() -> None:
    """What was understood of one document is kept for others, of names of the standard taxonomy alone."""
    places = '<xbrldi:explicitMember dimension="fx:AnAxis">o:AMember</xbrldi:explicitMember>'
    typed = '<xbrldi:typedMember dimension="fx:RowsAxis"><o:RowNumber>1</o:RowNumber></xbrldi:typedMember>'
    for old, new in ((MEMBER, places), (ROW, typed), ("fx:AnAxis", "o:AnAxis"), ("fx:Cash", "o:Cash")):
        for space in ("http://one.example", "http://two.example"):
            text = DOCUMENT.replace(old, new).replace("<xbrli:xbrl", f'<xbrli:xbrl xmlns:o="{space}"')
            one, other = either(text.encode())
            assert one == other
    for space in (BASE, "http://two.example", BASE):
        one, other = either(DOCUMENT.replace(f'xmlns:fx="{BASE}"', f'xmlns:fx="{space}"').encode())
        assert one == other


def test_limits_hold_as_they_do_in_the_tree() -> None:
    for limits in (Limits(attributes=2), Limits(contexts=2), Limits(facts=3), Limits(units=0)):
        one, other = either(DOCUMENT.encode(), limits)
        assert one == other


@pytest.mark.parametrize("where", ["<xbrli:xbrl", "<xbrli:unit", "<xbrli:measure", "<link:schemaRef", "<link:loc", "<link:footnote ", "<fx:Cash", "<xbrli:context", "<xbrli:entity"])  # fmt: skip
def test_what_is_read_from_the_text_has_no_more_attributes_than_the_limit(where: str) -> None:
    many = "".join(f' a{number}="x"' for number in range(10))
    data = DOCUMENT.replace(where, where.rstrip() + many + " " * where.endswith(" "), 1).encode()
    limits = Limits(attributes=9)
    one, other = either(data, limits)
    assert one == other
    [found] = one
    assert "attributes" in found.message
    assert found.place == f"a.xbrl:{parse_xml(data, 'a.xbrl').xpath('//*[@a9]')[0].sourceline}"


@pytest.mark.parametrize("seed", range(60 * EFFORT))
def test_damage_is_seen_as_in_the_tree(seed: int) -> None:
    source = random.Random(seed)
    text = DOCUMENT
    for _ in range(source.randint(1, 3)):
        start = source.randrange(len(text))
        piece = source.choice(["<", ">", '"', "&", "&#65;", "\n", " ", "x", "", FRAGMENT, *HIDDEN])
        text = text[:start] + piece + text[start + source.choice([0, 0, 1, 5]) :]
    one, other = either(text.encode())
    assert one == other


def test_other_encodings_are_read(small: Filing) -> None:
    data = write(small)
    for other in (data.decode().encode("utf-16"), b"\xef\xbb\xbf" + data, data.replace(b"\n", b"\n  ")):
        assert read(other).report == read(data).report
    with pytest.raises(Unusual):
        from_text(data.decode().encode("utf-16"))
