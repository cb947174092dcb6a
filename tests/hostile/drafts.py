# mypy: disable-error-code="misc"
"""Hostile texts for `draft`: Word documents, pages, Markdown and plain text that others wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.hostile.base import Files, inside, made, repacked

_PLACE = re.compile(r"<w:sectPr|</w:body>")


def _word(more: str, parts: Files | None = None) -> Files:
    """The Word document with more in its body, and with these parts."""
    [(name, data)] = made("docx").items()
    document = inside(data)["word/document.xml"].decode()
    at = _PLACE.search(document)
    assert at is not None
    changed = document[: at.start()] + more + document[at.start() :]
    return {name: repacked(data, {"word/document.xml": changed.encode("utf-8", "surrogatepass"), **(parts or {})})}


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _cell(text: str, more: str = "") -> str:
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{paragraph(text)}</w:tc>"


def _spanning(columns: str) -> str:
    return _cell("x", f'<w:gridSpan w:val="{columns}"/>')


def _table(rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>"


RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'
)
RELS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _relation(kind: str, target: str, mode: str = ' TargetMode="External"') -> bytes:
    one = f'<Relationship Id="rIdX" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return RELATIONS.replace("{relations}", one).encode()


def word() -> Iterator[tuple[str, Files, bool | None]]:
    """Name, files, and whether it must be read."""
    for kind in ("attachedTemplate", "image", "hyperlink", "aFChunk", "frame", "subDocument", "oleObject"):
        for what, target in (("file", "file://{secret}"), ("host", "http://127.0.0.1:{port}/x"), ("share", "\\\\127.0.0.1\\x")):  # fmt: skip
            yield f"{kind} of a {what}", _word(paragraph("x"), {RELS: _relation(kind, target)}), True
    for what, target in (("way up", "../../../{secret}"), ("absolute", "/{secret}"), ("itself", "document.xml")):
        yield f"styles that are a {what}", _word(paragraph("x"), {RELS: _relation("styles", target, "")}), None
    yield "a macro", _word(paragraph("x"), {"word/vbaProject.bin": b"macro"}), True
    yield "an embedded object", _word("<w:object><o:OLEObject/></w:object>".replace("o:", "w:")), True
    for field in ('INCLUDETEXT "{secret}"', 'INCLUDEPICTURE "http://127.0.0.1:{port}/x"', "DDEAUTO cmd /c calc"):
        instruction = f"<w:p><w:r><w:instrText>{field}</w:instrText></w:r><w:r><w:t>x</w:t></w:r></w:p>"
        yield f"a field {field.split()[0]}", _word(instruction), True
    yield "another content type", _word(paragraph("x"), {"[Content_Types].xml": b"<x/>"}), True
    yield "no content types that can be read", _word(paragraph("x"), {"[Content_Types].xml": b"\xff"}), True
    yield "relations that are no XML", _word(paragraph("x"), {RELS: b"<"}), False
    laughs = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file://{secret}">]><w:styles xmlns:w="x">&a;</w:styles>'
    yield "an entity in its styles", _word(paragraph("x"), {"word/styles.xml": laughs}), False
    yield "an entity in its footnotes", _word(paragraph("x"), {"word/footnotes.xml": laughs}), False
    yield "an entity in a part that is not read", _word(paragraph("x"), {"word/comments.xml": laughs}), True
    for number in ("0", "-1", "1000000000", "9" * 5_000, "x", "1e9", "٣"):
        spanned = _table(f"<w:tr>{_spanning(number)}{_cell('1')}</w:tr>")
        yield f"a cell over {number[:12]} columns", _word(spanned), None
    wide = _table(f"<w:tr>{_spanning('200') * 150}</w:tr>" * 20)
    yield "a table of 30,000 columns", _word(wide), None
    long = _table(f"<w:tr>{_spanning('200') * 20}</w:tr>" + f"<w:tr>{_cell('1')}</w:tr>" * 5_000)
    yield "one wide row and many narrow ones", _word(long), None
    for levels in (60, 200, 5_000):
        start = "<w:tbl><w:tr><w:tc>" * levels
        yield (
            f"tables in tables, {levels} levels",
            _word(start + paragraph("x") + "</w:tc></w:tr></w:tbl>" * levels),
            None,
        )
        inserted = '<w:ins w:id="1" w:author="x">' * levels
        yield f"insertions in insertions, {levels} levels", _word(f"<w:p>{inserted}<w:r><w:t>x</w:t></w:r>{'</w:ins>' * levels}</w:p>"), None  # fmt: skip
    for levels in (20, 70):
        cell = paragraph("x" * 50)
        for _ in range(levels):
            cell = f"<w:p><w:r><w:t>y</w:t></w:r></w:p>{cell}"
            cell = f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"
        yield f"text in tables in tables, {levels} levels", _word(cell), None
    yield "30,000 paragraphs", _word(paragraph("x") * 30_000), None
    yield "60,000 paragraphs", _word("<w:p/>" * 60_000), None
    yield "10,000 lines in a paragraph", _word(f"<w:p><w:r>{'<w:br/>' * 10_000}</w:r></w:p>"), None
    yield "10,000 tabs in a paragraph", _word(f"<w:p><w:r><w:t>x</w:t>{'<w:tab/>' * 10_000}</w:r></w:p>"), None
    yield "a paragraph of a million characters", _word(paragraph("x" * 1_000_000)), None
    yield (
        "an amount of a million digits",
        _word(_table(f"<w:tr>{_cell('資産の部')}{_cell('9' * 1_000_000)}</w:tr>")),
        None,
    )
    style = '<w:style w:styleId="a" w:type="paragraph"><w:name w:val="a"/><w:basedOn w:val="a"/></w:style>'
    styles = f'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{style}</w:styles>'
    styled = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    yield "a style based on itself", _word(styled, {"word/styles.xml": styles.encode()}), None
    for text in (
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "=cmd|'/c calc'!A1",
        "!!python/object:x",
        "&#x202e;x",
        "*a",
        "%x",
        "@x",
        "- x: y",
    ):
        yield f"text {text[:14]!r}", _word(paragraph(text)), True
    for what, body in {"no body": "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>", "another root": "<x/>", "another namespace": "<w:document xmlns:w='x'><w:body/></w:document>"}.items():  # fmt: skip
        [(name, data)] = made("docx").items()
        yield what, {name: repacked(data, {"word/document.xml": body.encode()})}, False


ENCODINGS = (
    "utf-7", "utf-16", "idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "zlib", "base64", "rot13",
    "hex", "mbcs", "oem", "uu", "quopri", "iso-2022-jp", "euc-jp", "x-sjis", "utf_8_sig", "nothing", "../../x",
)  # fmt: skip


def pages() -> Iterator[tuple[str, str, bool | None]]:
    body = made("html")["notice.html"].decode()

    def put(more: str, head: str = "") -> str:
        return body.replace("<head>", "<head>" + head, 1).replace("</body>", more + "</body>", 1)

    for name, more in {
        "an image": '<img src="http://127.0.0.1:{port}/x">', "a frame": '<iframe src="file://{secret}">x</iframe>',
        "an object": '<object data="{secret}">x</object>', "a script": '<script src="http://127.0.0.1:{port}/x">document.write(1)</script>',
        "a picture that fails": "<img src=x onerror=alert(1)>", "a form": '<form action="http://127.0.0.1:{port}/x"><input autofocus></form>',
        "XInclude": '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{secret}" parse="text"/>',
        "a picture with a script": "<svg><script>x</script><use href='http://127.0.0.1:{port}/x'/></svg>",
        "a comment without end": "<!-- x", "a tag without end": "<p x='", "an entity without end": "&#99999999999999;&x",
        "CDATA": "<![CDATA[<p>x</p>]]>", "a NUL by number": "&#0;&#xD800;&#x110000;",
    }.items():  # fmt: skip
        yield name, put(more), None
    yield "a tag that is text", body.replace("<p>株式会社", "<p>&lt;p>株式会社", 1), True
    for name, head in {
        "a base": '<base href="http://127.0.0.1:{port}/">', "a style": '<link rel="stylesheet" href="http://127.0.0.1:{port}/x">',
        "a refresh": '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:{port}/x">',
    }.items():  # fmt: skip
        yield name, put("", head), True
    for encoding in ENCODINGS:
        yield (
            f"an encoding {encoding}",
            put("", f'<meta charset="{encoding}">').replace('<meta charset="UTF-8">', ""),
            None,
        )
    for doctype in (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>',
        '<!DOCTYPE html SYSTEM "http://127.0.0.1:{port}/x">',
    ):
        yield f"{doctype[:24]}", doctype + put("&x;"), None
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    yield "a billion laughs", f'<!DOCTYPE html [<!ENTITY a0 "ha">{laughs}]>' + put("&a9;"), None
    for levels in (200, 300, 20_000):
        for tag in ("div", "b", "table><tr><td", "ul><li", "font"):
            yield f"{levels} levels of {tag}", put(f"<{tag}>" * levels + "x"), None
    yield "30,000 paragraphs", put("<p>x" * 30_000), None
    yield "100,000 tags", put("<b>x</b>" * 60_000), None
    yield "100,000 attributes", put(f"<p {' '.join(f'a{n}=x' for n in range(60_000))}>x</p>"), None
    yield "an attribute of 500 kB", put(f"<p title='{'x' * 500_000}'>x</p>"), None
    yield "wide cells", put("<table>" + f"<tr>{'<td colspan=9999>x' * 100}" * 20 + "</table>"), None
    yield "high cells", put("<table>" + f"<tr>{'<td rowspan=9999>x' * 200}" + "<tr><td>1" * 5_000 + "</table>"), None
    yield "high and wide cells", put("<table>" + "<tr>" + "<td rowspan=9999 colspan=200>x" * 50 + "<tr><td>1" * 3_000 + "</table>"), None  # fmt: skip
    yield "one wide row and many narrow ones", put("<table><tr>" + "<td>x" * 10_000 + "<tr><td>1" * 10_000 + "</table>"), None  # fmt: skip
    yield "cells that span nothing", put("<table><tr><td colspan=0>x<td rowspan=-1>y<td colspan=x>z</table>"), None
    yield "tables in cells", put("<table><tr><td>" * 100 + "x"), None
    yield "a list that begins late", put("<ol start=99999999999999999999><li>x</ol><ol start=-1><li>y</ol>"), None
    yield "a paragraph of 500 kB", put(f"<p>{'株' * 160_000}</p>"), None


def texts() -> Iterator[tuple[str, str, str, bool | None]]:
    """Name, reader, text, whether it must be read."""
    notice = made("md")["notice.md"].decode()
    for name, text in {
        "quotes": "> " * 50_000, "lists": "- " * 50_000, "stars": "*" * 100_000, "brackets": "[" * 100_000,
        "links": "[a](" * 30_000, "pictures": "![" * 50_000, "ticks": "`" * 100_000 + "x", "pipes": "|a" * 50_000,
        "marks of a table": "|" + "a|" * 3_000 + "\n|" + "-|" * 3_000 + "\n" + "|b\n" * 3_000,
        "references": "".join(f"[{n}]: x\n" for n in range(20_000)) + "[1]" * 20_000,
        "entities": "&amp;" * 60_000, "emphasis": "*a _b " * 40_000, "escapes": "\\" * 200_000, "tags": "<a" * 100_000,
        "comments": "<!--" * 50_000, "a link to a file": "![x](file://{secret}) [y](http://127.0.0.1:{port}/x)",
        "markup": "<script>alert(1)</script><iframe src='http://127.0.0.1:{port}/x'>", "headings": "# x\n" * 20_000,
        "a row of 25,000 cells": "|" + "a|" * 25_000 + "\n|" + "-|" * 25_000,
        "under lines": "x\n" + "=" * 200_000, "numbers of lists": "9" * 200_000 + ". x",
    }.items():  # fmt: skip
        yield name, "md", f"{notice}\n\n{text}\n", None
    plain = made("txt")["notice.txt"].decode()
    for name, text in {
        "a line of 500 kB": "株" * 160_000, "40,000 lines": "x\n" * 40_000, "60,000 lines": "x\n" * 60_000, "9,500 lines": "".join(f"見出し{n}の件\n" for n in range(9_500)),
        "tabs": "\t" * 200_000, "cells": "x\t" * 100_000, "a wide row and narrow ones": "x\t" * 10_000 + "\n" + "1\t2\n" * 10_000,
        "strokes": "|" * 200_000, "a wide stroked row": "|" + "x|" * 10_000 + "\n" + "|1|\n" * 10_000,
        "digits": "9" * 300_000, "digits with commas": "1," * 100_000, "spaces": " " * 300_000 + "x", "dots": "." * 300_000,
        "brackets": "(" * 100_000, "numbers of articles": "(1) " * 60_000, "days": "2026年6月10日" * 15_000,
        "full stops": "。" * 100_000, "money": "売上高 1,000百万円 " * 10_000, "colons": "社名：" * 30_000,
        "rules": "-" * 200_000 + "\n" + "|-" * 100_000, "controls": "a\x01\x1b[2J\x7f\u202e\u2066\ufeff",
        "formulas": "=cmd|' /c calc'!A1\n+1\n@SUM(1)\n", "markup": "<script>alert(1)</script>\n&lt;&amp;",
        "a sheet of figures": "貸借対照表\n" + "".join(f"科目{n}\t{n},000\t{n},000\n" for n in range(5_000)),
        "one caption many times": "流動資産\t1,000\n" * 5_000, "one heading many times": "連結貸借対照表\n" * 5_000,
        "shareholders": "事業報告\n\n会社の株式に関する事項\n\n大株主\n\n株主名\t持株数\t持株比率\n" + "".join(f"株主{n}\t{n},000株\t1.0%\n" for n in range(5_000)),
        "accounts in many columns": "貸借対照表\n\n" + "科目\t金額\t" * 50 + "\n" + "".join(f"流動資産その他{n}の合計額\t{n},000\t" * 50 + "\n" for n in range(400)),
        "years in many columns": "財産及び損益の状況の推移\n\n区分" + "".join(f"\t第{n % 999}期" for n in range(9_000)) + "\n" + f"売上高{chr(9)}1,000".replace("\t", "\t1,000\t" * 4_500) + "\n",
        "names and lines": "会社役員に関する事項\n\n地位\t氏名\n" + "".join(f"取締役\tKitahama Taro{n}\n" for n in range(5_000)) + "".join(f"The officer number {n} did it.\n" for n in range(4_000)),
        "a rule and no rule": "|" + "-" * 200_000 + "x", "stars at last": ("＊" * 19_000 + "x\n") * 60, "brackets in brackets": ("(" * 9_900 + ")" * 9_900 + "\n") * 60,
        "capitals": ("A" * 1_990 + "\n") * 800, "a unit in a heading": "\t".join(["(" + "株 (" * 6_000] * 3) + "\na\tb\tc\n1\t2\t3\n",
        "groups of digits": ("1" + ",111" * 4_900 + "x\n") * 60, "an amount of 1,500 digits": "売上高は1" + ",111" * 500 + "円です\n",
        "figures in a caption": "貸借対照表\n\n科目\t金額\n" + ("資産" + " 1,000;x" * 2_400 + "\t1\n") * 60,
        "proposals": "第1号議案 取締役選任の件\n" * 3_000, "white space of all kinds": "\u3000\u2003\xa0\u200b" * 40_000,
        "noncharacters": "\ufffe\uffff\U000e0001", "many officers": "氏名\t地位\n" + "北浜太郎\t取締役\n" * 5_000,
        "years": "".join(f"第{n}期 平成{n}年3月期 {n},000\n" for n in range(5_000)), "paths": "../../{secret}\n{secret}\n",
    }.items():  # fmt: skip
        yield name, "txt", f"{plain}\n{text}\n", None
    for kind, notes in (("txt", plain), ("md", notice)):
        yield "a line of controls", kind, notes.replace("売上高", "\x16\x0e\n\n売上高", 1), True
    for name, data in {"UTF-16 cut": b"\xff\xfea", "a stray byte": b"\xff\xfe\xff", "surrogates": b"\xed\xa0\x80", "nothing": b"", "a mark": b"\xef\xbb\xbf"}.items():  # fmt: skip
        yield name, "txt", data.decode("latin-1"), None
