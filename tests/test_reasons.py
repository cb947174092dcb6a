"""What parsers say, in Japanese too: each is made to say it, so that a parser that changes its words is noticed."""

from __future__ import annotations

import csv
import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from filingexport import extension_files, validate
from filingexport.formats.archive import files
from filingexport.reasons import reason
from filingexport.xml_parser import parser
from tests.golden.example import example
from tests.golden.example import files as examples


def refused(read: Callable[[], object]) -> Exception:
    with pytest.raises(Exception) as raised:
        read()
    return raised.value


XML = {
    "": "内容がありません",
    "x": "最初のタグがありません",
    "<a/><b/>": "文書の終わりの後に余分な内容があります",
    "<a>\n<b></a>": "2行目で始まるbが、aの終了タグで閉じられています",
    "<a><b>": "1行目で始まるbが閉じられていません",
    "<a><1/></a>": "要素の名前が正しくありません",
    "<a b='1'c='2'/>": "属性の書き方が正しくありません",
    "<a><b 1='x'/></a>": "属性の名前が正しくありません",
    "<a b=c/>": "属性の値が引用符で囲まれていません",
    "<a b='<'/>": "属性の値に「<」は使えません。「&lt;」と記載してください",
    "<a b/>": "属性bに値がありません",
    "<a b='1' b='2'/>": "属性bが二度あります",
    "<a><b": "bの開始タグが閉じられていません",
    "<p:a/>": "名前空間の接頭辞pが宣言されていません",
    "<a p:b=''/>": "名前空間の接頭辞pが宣言されていません",
    "<a:b:c xmlns:a='x'/>": "「a:b:c」は名前ではありません",
    "<a>\x01</a>": "使えない文字（1番）があります",
    "<a>&#0;</a>": "使えない文字（0番）があります",
    "<a>&#y;</a>": "文字参照（&#…;）が正しくありません",
    "<a>A & B</a>": "「&」の後に名前がありません。「&」そのものは「&amp;」と記載してください",
    "<a>&lt</a>": "「&」で始まる実体参照に「;」がありません",
    "<a>&nbsp;</a>": "実体「nbsp」は宣言されていません",
    "<a>]]></a>": "本文に「]]>」は使えません",
    "<a><![CDATA[x</a>": "CDATAが閉じられていません",
    "<a><!-- x </a>": "コメントが閉じられていません",
    "<a><!-- -- --></a>": "コメントの中に「--」は使えません",
    "<?xml version='1.0'><a/>": "XML宣言が正しくありません",
}


@pytest.mark.parametrize("text", XML)
def test_what_is_no_xml(text: str) -> None:
    error = refused(lambda: etree.fromstring(text.encode(), parser()))
    said = reason(error)
    assert said.en == " ".join((getattr(error, "msg", "") or "").split())
    assert said.ja.rpartition("、")[0] == XML[text]
    assert said.ja.endswith("桁")


JSON = {
    "": "値がありません",
    "[1 2]": "「,」がありません",
    '{"a" 1}': "「:」がありません",
    "{a: 1}": "二重引用符で囲まれた名前がありません",
    "1 2": "終わりの後に余分な内容があります",
    '["a': "文字列が閉じられていません",
    '["a\n"]': "文字列の中に制御文字があります",
    '["\\q"]': "文字列の中の「\\」の使い方が正しくありません",
    '["\\u12"]': "文字列の中の「\\」の使い方が正しくありません",
}


@pytest.mark.parametrize("text", JSON)
def test_what_is_no_json(text: str) -> None:
    assert reason(refused(lambda: json.loads(text))).ja == JSON[text]


@pytest.mark.parametrize(
    ("text", "ja"),
    [('"a"b', "閉じる引用符の後に「,」がありません"), ('"a', "引用符が閉じられていません"), (f"{'a' * 50}", "セルが40文字を超えています")],
)  # fmt: skip
def test_what_is_no_csv(text: str, ja: str) -> None:
    usual = csv.field_size_limit(40)
    try:
        assert reason(refused(lambda: list(csv.reader(io.StringIO(text), strict=True)))).ja == ja
    finally:
        csv.field_size_limit(usual)


def test_what_is_no_text() -> None:
    assert (
        reason(refused(lambda: b"abc\xff".decode("utf-8"))).ja == "先頭から3バイトの後に、utf-8でないバイトがあります"
    )
    assert (
        reason(refused(lambda: b"\xe3\x81".decode("utf-8"))).ja == "先頭から0バイトの後に、utf-8でないバイトがあります"
    )
    assert reason(refused(lambda: "\ud800".encode())).ja == "対になっていないサロゲートがあります"


def archive() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(zipfile.ZipInfo("a"), b"abcdefgh" * 99, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def changed(at: int, to: bytes) -> bytes:
    data = archive()
    return data[:at] + to + data[at + len(to) :]


@pytest.mark.parametrize(
    ("data", "ja"),
    [
        (b"x", "ZIPファイルの目録がないか、壊れています"),
        (changed(archive().index(b"PK\x01\x02"), b"xx"), "ZIPファイルの目録がないか、壊れています"),
        (changed(0, b"xx"), "ZIPファイルの中での位置が正しくありません"),
        (changed(31, b"\xff\xff"), "圧縮されたデータが壊れています"),
        (changed(archive().index(b"PK\x01\x02") + 16, b"xxxx"), "チェックサムが合いません"),
    ],
)
def test_what_is_no_archive(data: bytes, ja: str) -> None:
    def read() -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            file.read("a")

    assert reason(refused(read)).ja == ja
    if data.startswith(b"PK"):  # what does not is told of before it is opened
        assert ja in refused(lambda: files(data, "p.zip")).findings[0].line("ja")  # type: ignore[attr-defined]


SCHEMA = [
    ('id="fiscal_term"', 'id="1"', "its id '1': is no name: a letter or _", "属性idの値「1」: 名前（英字又は_で始まる英数字、-、_、.）ではありません"),
    (">33<", ">three<", "MeetingOrdinal 'three': is no number", "MeetingOrdinalの値「three」がXMLスキーマに反しています（数値ではありません）"),
    (">2026-06-10<", ">2026-06-31<", "is no such date or time", "日付又は時刻として正しくありません"),
    (">false<", ">no<", "is neither true nor false", "trueでもfalseでもありません"),
    (">ordinary<", ">usual<", "is none of 'ordinary', ", "のいずれでもありません"),
    ('contextRef="D20250401-20260331" id="notice.meeting.kind"', 'contextRef="x" id="notice.meeting.kind"', "IDREF 'x' not found", "id「x」を参照していますが、ありません"),
    ('<fx:NoticeDate ', '<fx:NoticeDate colour="red" ', "attribute 'colour' not allowed", "colourという属性は置けません"),
    ('<fx:NoticeDate contextRef="D20250401-20260331" ', "<fx:NoticeDate ", "missing required attribute 'contextRef'", "属性contextRefがありません"),
    ("<fx:NoticeDate ", "x<fx:NoticeDate ", "character data between child elements", "文字列を置けない位置に文字列があります"),
    (">2026-06-10<", "><a/><", "can't have child elements", "値の中に要素は置けません"),
    ("<xbrli:startDate>2025-04-01</xbrli:startDate><xbrli:endDate>2026-03-31</xbrli:endDate>", "<xbrli:startDate>2025-04-01</xbrli:startDate>", "is not complete", "の中に足りないもの（"),
    ('id="notice.meeting.kind"', 'id="fiscal_term"', "duplicated xs:ID value 'fiscal_term'", "id「fiscal_term」が二度使われています"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "en", "ja"), SCHEMA)
def test_what_breaks_the_schema(old: str, new: str, en: str, ja: str) -> None:
    text = examples()["example.xbrl"].decode()
    assert old in text
    found = validate(text.replace(old, new, 1).encode(), extension=extension_files(example()))
    assert any(en in each.line("en") and ja in each.line("ja") for each in found), [each.line("ja") for each in found]


def test_what_the_operating_system_says(tmp_path: Path) -> None:
    assert reason(refused(lambda: open(tmp_path))).ja == "フォルダです"  # noqa: SIM115
    assert reason(refused(lambda: os.stat(tmp_path / "none"))).ja == "ファイル又はフォルダがありません"


def test_what_is_not_known_stays_in_its_own_words_and_long_texts_are_not_looked_through() -> None:
    assert (reason("said so").en, reason("said so").ja) == ("said so", "")
    long = f"Entity '{'x' * 3_000}' not defined"
    assert (reason(long).en, reason(long).ja) == (long, "")
