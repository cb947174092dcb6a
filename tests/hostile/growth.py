"""Documents whose reading once took the square of their length, or many times their size: a few of many, or one thing many times."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from tests.hostile.base import Files, inside, into, made, on_root, own, repacked

Grown = tuple[str, str, Files, bool | None]
"""Name, reader, files, and whether they must be read."""
Changed = Callable[[str, Callable[[str], str]], Files]
"""The files of a reader with its XML changed."""

CONTEXT = (
    '<xbrli:context id="c{n}"><xbrli:entity><xbrli:identifier scheme="http://www.houjin-bangou.nta.go.jp">7000012050002'
    "</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:instant>{day}</xbrli:instant></xbrli:period>{scenario}</xbrli:context>\n"
)
LINK = '<link:footnoteLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">{}</link:footnoteLink>'
LOC = '<link:loc xlink:type="locator" xlink:href="#fiscal_term" xlink:label="f"/>'
NOTE = (
    '<link:footnote xlink:type="resource" xlink:label="n" xlink:role="http://www.xbrl.org/2003/role/footnote" '
    'xml:lang="en">{}</link:footnote>'
)
ARC = '<link:footnoteArc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/fact-footnote" xlink:from="f" xlink:to="n"/>'
RESOURCES = '<ix:resources xmlns="http://www.xbrl.org/2003/instance">'


def _context_of(page: str) -> str:
    found = re.search(r'contextRef="([^"]+)"', page)
    assert found is not None
    return found[1]


def _before(text: str, more: str) -> str:
    assert "<xbrli:context" in text
    return text.replace("<xbrli:context", more + "<xbrli:context", 1)


def instances(changed: Changed) -> Iterator[Grown]:
    """Instances of XBRL."""

    def numbers(text: str, value: str, many: int, more: str = "") -> str:
        fact = f'<fx:FiscalTermOrdinal contextRef="{_context_of(text)}" unitRef="pure" decimals="0"{more}>{value}</fx:FiscalTermOrdinal>\n'
        return into(text, fact * many)

    days = [date(1900, 1, 1) + timedelta(days=n) for n in range(8_000)]
    refs = '<link:linkbaseRef\nxlink:type="simple"\nxlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"\nxlink:href="x.xml"/>\n'
    spread = " ".join(f'xmlns:a{n}="http://x/{n}"' for n in range(5_000))
    measures = "<xbrli:measure>fx:a</xbrli:measure>" * 5_000
    long = f'xmlns:z="http://{"z" * 50_000}"'
    members = "".join(
        f'<xbrldi:explicitMember dimension="fx:A{n:05}">fx:m</xbrldi:explicitMember>' for n in range(1_000)
    )
    crowded = CONTEXT.format(n=1, day="2026-03-31", scenario=f"<xbrli:scenario>{members}</xbrli:scenario>")
    ways: dict[str, tuple[Callable[[str], str], bool | None]] = {
        "8,000 periods": (
            lambda text: _before(text, "".join(CONTEXT.format(n=n, day=day, scenario="") for n, day in enumerate(days))),
            None,
        ),
        "2,000 arcs from 2,000 locators": (
            lambda text: into(text, LINK.format(LOC * 2_000 + NOTE.format("x") + ARC * 2_000)), False,
        ),
        "a footnote of 200,000 characters on 1,000 facts": (
            lambda text: into(text, LINK.format(LOC * 1_000 + NOTE.format("x" * 200_000) + ARC)), False,
        ),
        "5,000 zeros in a reference": (lambda text: text.replace("株主各位", f"&#{'0' * 5_000}65;", 1), None),
        "references without a space": (lambda text: _before(text, refs * 20_000), None),
        "elements without a space": (
            lambda text: into(numbers(text, "33", 1), f"<fx:T>{'<fx:a/>' * 60_000}</fx:T>"), False,
        ),
        "a namespace of 50,000 characters": (
            lambda text: into(
                on_root(text, long), "".join(f'<z:a{n} contextRef="{_context_of(text)}">1</z:a{n}>' for n in range(5_000))
            ), False,
        ),
        "5,000 namespaces, 5,000 measures": (
            lambda text: into(on_root(text, spread), f'<xbrli:unit id="u">{measures}</xbrli:unit>'), False,
        ),
        "5,000 schemas": (
            lambda text: _before(
                text, "".join(f'<link:schemaRef xlink:type="simple" xlink:href="a{n}.xsd"/>' for n in range(5_000))
            ), False,
        ),
        "20,000 facts that are no number": (lambda text: numbers(text, "y", 20_000), False),
        "1,000 dimensions, 5,000 facts": (
            lambda text: into(
                _before(text, crowded),
                '<fx:FiscalTermOrdinal contextRef="c1" unitRef="pure" decimals="0">33</fx:FiscalTermOrdinal>\n' * 5_000,
            ), False,
        ),
    }  # fmt: skip
    for name, (change, reads) in ways.items():
        yield f"xbrl {name}", "xbrl", changed("xbrl", change), reads


def pages(changed: Changed) -> Iterator[Grown]:
    """Inline XBRL."""

    def tag(text: str, more: str = "") -> str:
        return f'<ix:nonNumeric name="fx:NoticeAddressees" contextRef="{_context_of(text)}" xml:lang="ja"{more}>'

    def body(text: str, more: str) -> str:
        return text.replace("</body>", f"<div>{more}</div></body>", 1)

    def tied(text: str) -> str:
        number = f'<ix:nonFraction id="qq{{}}" name="fx:FiscalTermOrdinal" contextRef="{_context_of(text)}" unitRef="pure" decimals="0">33</ix:nonFraction>'
        many = range(2_000)
        page = body(text, "".join(number.format(n) + f'<ix:footnote id="nn{n}">x</ix:footnote>' for n in many))
        assert RESOURCES in page
        start, end = (" ".join(f"{each}{n}" for n in many) for each in ("qq", "nn"))
        return page.replace(RESOURCES, f'{RESOURCES}<ix:relationship fromRefs="{start}" toRefs="{end}"/>', 1)

    date_of = '<ix:nonNumeric name="fx:NoticeDate" contextRef="{}" format="ixt:date-day-monthname-year-en">1 {}</ix:nonNumeric>'
    spread = " ".join(f'xmlns:a{n}="http://x/{n}"' for n in range(5_000))
    escaped = ' escape="true"'
    ways: dict[str, tuple[Callable[[str], str], bool | None]] = {
        "5,000 namespaces": (lambda text: on_root(text, spread), False),
        "200 facts around 500,000 characters": (
            lambda text: body(text, tag(text) * 200 + "x" * 500_000 + "</ix:nonNumeric>" * 200), False,
        ),
        "200 facts around 10,000 paragraphs": (
            lambda text: body(text, tag(text, escaped) * 200 + "<p>x</p>" * 10_000 + "</ix:nonNumeric>" * 200), False,
        ),
        "a text with 30,000 exclusions": (
            lambda text: body(text, tag(text, escaped) + ("<ix:exclude/>" + "x" * 20) * 30_000 + "</ix:nonNumeric>"), False,
        ),
        "exclusions far below": (
            lambda text: body(text, tag(text) + "<b>" * 200 + "<ix:exclude/>" * 50_000 + "</b>" * 200 + "</ix:nonNumeric>"),
            None,
        ),
        "2,000 footnotes of 2,000 facts": (tied, False),
        "a date of 20,000 months": (lambda text: body(text, date_of.format(_context_of(text), "May " * 20_000)), False),
    }  # fmt: skip
    for name, (change, reads) in ways.items():
        yield f"ixbrl {name}", "ixbrl", changed("ixbrl", change), reads


def of_the_model() -> Iterator[Grown]:
    """xBRL-JSON and xBRL-CSV."""
    names = ",".join(f'"a{n}":1' for n in range(20_000))
    yield (
        "json a key twice under a long key",
        "json",
        {"notice.json": f'{{"{"k" * 100_000}":{{{names},"a1":1}}}}'.encode()},
        False,
    )
    yield (
        "json a key twice after a long text",
        "json",
        {"notice.json": f'{{"a":"{"k" * 5_000_000}","b":1,"b":2}}'.encode()},
        False,
    )

    def whole() -> dict[str, Any]:
        said: dict[str, Any] = json.loads(made("json")["notice.json"])
        return said

    said = whole()
    said["documentInfo"] |= {"baseURL": f"http://x/{'x' * 100_000}", "taxonomy": ["a"] * 10_000}
    yield "json 10,000 schemas below a long address", "json", {"notice.json": json.dumps(said).encode()}, False
    said = whole()
    said["documentInfo"]["namespaces"]["z"] = f"http://{'x' * 100_000}"
    model = next(each for each in said["facts"].values() if each["value"] == "33")
    for n in range(5_000):
        said["facts"][f"q{n}"] = {**model, "dimensions": {**model["dimensions"], "concept": f"z:a{n}"}}
    yield "json a namespace of 100,000 characters", "json", {"notice.json": json.dumps(said).encode()}, False
    said = whole()
    for n in range(3):
        dimensions = {**model["dimensions"], **{f"fx:A{each}": f"fx:b{n}" for each in range(10_000)}}
        said["facts"][f"q{n}"] = {**model, "dimensions": dimensions}
    yield "json facts of 10,000 dimensions", "json", {"notice.json": json.dumps(said).encode()}, False

    def csv(template: dict[str, Any], rows: str, **more: Any) -> Files:
        said = json.loads(made("csv")["notice-csv.json"])
        shared = {
            "entity": "entity:7000012050002",
            "period": "2025-04-01..2026-03-31",
            "concept": "fx:FiscalTermOrdinal",
        }
        template["dimensions"] = shared | template.get("dimensions", {})
        said["tableTemplates"]["numbers"] = template
        return {
            **made("csv"),
            "notice-csv.json": json.dumps(said | more).encode(),
            "notice-numbers.csv": rows.encode(),
        }

    columns: dict[str, Any] = {f"c{n}": {"dimensions": {}} for n in range(10_000)}
    yield (
        "csv short rows below a wide header",
        "csv",
        csv({"columns": columns}, ",".join(columns) + "\n" + "1\n" * 50_000),
        False,
    )
    refs = {f"fx:A{n}": "$d" for n in range(20_000)}
    yield (
        "csv a column of 20,000 dimensions",
        "csv",
        csv({"columns": {"v": {"dimensions": refs}, "d": {}}}, "v,d\n" + "1,\n" * 400),
        False,
    )
    named = {"k": {}, **{f"c{n}": {"dimensions": {"concept": "$k"}} for n in range(200)}}
    cells = f"{','.join(named)}\nfx:{'K' * 500_000}{',1' * 200}\n"
    yield "csv a name of 500,000 characters of 200 facts", "csv", csv({"columns": named}, cells), False
    chosen = {"v": {"propertiesFrom": ["g"] * 50_000}, "g": {"propertyGroups": {"a": {"dimensions": {}}}}}
    yield (
        "csv properties from one column 50,000 times",
        "csv",
        csv({"columns": chosen}, "v,g\n" + "1,a\n" * 5_000),
        None,
    )
    member = {"v": {"dimensions": {"fx:AgendaProposalsAxis": "$p"}}}
    parameter = {"p": "x" * 1_000_000}
    yield (
        "csv a parameter of a million characters",
        "csv",
        csv({"columns": member}, "v\n" + "1\n" * 150, parameters=parameter),
        False,
    )
    said = json.loads(made("csv")["notice-csv.json"])
    said["tables"] |= {f"t{n}": {"url": "notice-text.csv", "template": "text"} for n in range(5_000)}
    yield "csv 5,000 tables in one file", "csv", {**made("csv"), "notice-csv.json": json.dumps(said).encode()}, False


def beside() -> Iterator[Grown]:
    """Packages and extensions."""
    package = made("package")["notice.xbr"]
    top = next(iter(inside(package))).partition("/")[0]
    rewritten = "".join(f'<rewriteURI uriStartString="http://x/{n}" rewritePrefix="../"/>' for n in range(5_000))
    catalog = f'<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">{rewritten}</catalog>'.encode()
    yield (
        "package a catalog of 5,000 addresses",
        "package",
        {"notice.xbr": repacked(package, {f"{top}/META-INF/catalog.xml": catalog})},
        False,
    )
    extended = dict(own())
    name = next(each for each in extended if each.endswith("-lab-ja.xml"))
    text = extended[name].decode()
    loc = re.search(r"<link:loc [^>]*>", text)
    assert loc is not None
    label = '<link:label xlink:type="resource" xlink:label="z" xlink:role="http://www.xbrl.org/2003/role/label" xml:lang="ja">x</link:label>'
    arc = '<link:labelArc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/concept-label" xlink:from="q" xlink:to="z"/>'
    more = re.sub(r'xlink:label="[^"]*"', 'xlink:label="q"', loc[0]) + label * 2_000 + arc * 2_000
    labelled = text.replace("</link:labelLink>", f"{more}</link:labelLink>", 1).encode()
    yield "extension 2,000 labels by 2,000 arcs", "xbrl", {**extended, name: labelled}, False
    turned = {
        each: data.replace(b"2026-11-24", b"2020-01-01") if each.startswith("taxonomy/") else data
        for each, data in extended.items()
    }
    name = next(each for each in turned if each.endswith("-pre.xml"))
    text = turned[name].decode()
    link = re.search(r'<link:presentationLink.*?xlink:role="([^"]*)".*?</link:presentationLink>', text, re.DOTALL)
    assert link is not None
    links = "".join(link[0].replace(link[1], f"http://x/{n}") for n in range(1_500))
    turned[name] = text.replace("</link:linkbase>", f"{links}</link:linkbase>").encode()
    yield "extension of another version, 1,500 sections", "xbrl", turned, False


def all_of_them(changed: Changed) -> Iterator[Grown]:
    """Each case."""
    yield from instances(changed)
    yield from pages(changed)
    yield from of_the_model()
    yield from beside()
