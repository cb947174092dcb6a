"""Why a parser or the operating system refused: what they say most, in Japanese too; the rest stays in their own words.

Of lxml (libxml2), json, csv, zipfile and zlib, of decoding, and of xmlschema. They say it in English alone, and some of it
so that only a programmer understands it; that is said in other words in English too.
"""

from __future__ import annotations

import errno
import re
from typing import Final

from filingexport.said import LONGEST, Said, say, verbatim

_AT: Final = re.compile(r"(?P<text>.*), line (?P<line>\d+), column (?P<column>\d+)", re.DOTALL)
_OWN: Final = "{text}"
"""The parser's own words will do in English."""

# The words of the parser, then ours in English and Japanese. What a name stands for in the one stands for it in the others.
_XML: Final = (
    (r"Document is empty", _OWN, "内容がありません"),
    (r"Start tag expected, '<' not found", _OWN, "最初のタグがありません"),
    (r"Extra content at the end of the document", _OWN, "文書の終わりの後に余分な内容があります"),
    (r"Opening and ending tag mismatch: (?P<a>\S+) line (?P<n>\d+) and (?P<b>\S+)", _OWN, "{n}行目で始まる{a}が、{b}の終了タグで閉じられています"),
    (r"Premature end of data in tag (?P<a>\S+) line (?P<n>\d+)", _OWN, "{n}行目で始まる{a}が閉じられていません"),
    (r"Couldn't find end of Start Tag (?P<a>\S+)(?: line \d+)?", _OWN, "{a}の開始タグが閉じられていません"),
    (r"\S+: Empty XML namespace is not allowed", _OWN, "名前空間が空です"),
    (r"expected '='", _OWN, "属性の名前の後に「=」がありません"),
    (r"expected '>'|Couldn't find end of Start Tag", _OWN, "タグの終わりの「>」がありません"),
    (r"StartTag: invalid element name|xmlParseStartTag: .*", _OWN, "要素の名前が正しくありません"),
    (r"error parsing attribute name", _OWN, "属性の名前が正しくありません"),
    (r"attributes construct error", _OWN, "属性の書き方が正しくありません"),
    (r"Failed to parse QName '(?P<a>.*)'", _OWN, "{a!r}は名前ではありません"),
    (r"AttValue: \" or ' expected|AttValue: ' expected", _OWN, "属性の値が引用符で囲まれていません"),
    (r"Unescaped '<' not allowed in attributes values", _OWN, "属性の値に「<」は使えません。「&lt;」と記載してください"),
    (r"Specification mandates? value for attribute (?P<a>\S+)", _OWN, "属性{a}に値がありません"),
    (r"Attribute (?P<a>\S+) redefined", _OWN, "属性{a}が二度あります"),
    (r"Namespaced Attribute (?P<a>\S+) in '(?P<b>.*)' redefined", _OWN, "属性{a}が二度あります"),
    (r"Namespace prefix (?P<a>\S+)(?: for \S+)? on \S+ is not defined", _OWN, "名前空間の接頭辞{a}が宣言されていません"),
    (r"\S+: '(?P<a>.*)' is not a valid URI", _OWN, "名前空間{a!r}はURIではありません"),
    (r"(?:xmlParseCharRef: )?(?:PCDATA )?[Ii]nvalid (?:xmlChar|Char) value (?P<n>\d+)", _OWN, "使えない文字（{n}番）があります"),
    (r"invalid character in attribute value|Invalid character: .*|Input is not proper UTF-8.*", _OWN, "使えない文字があります"),
    (r"Invalid bytes in character encoding|.*encoding error.*", _OWN, "文字コードに合わないバイトがあります"),
    (r"xmlParseCharRef: .*|CharRef: invalid (?:hexa)?decimal value", _OWN, "文字参照（&#…;）が正しくありません"),
    (r"xmlParseEntityRef: no name", _OWN, "「&」の後に名前がありません。「&」そのものは「&amp;」と記載してください"),
    (r"EntityRef: expecting ';'", _OWN, "「&」で始まる実体参照に「;」がありません"),
    (r"Entity '(?P<a>.*)' not defined", _OWN, "実体{a!r}は宣言されていません"),
    (r"Sequence '\]\]>' not allowed in content", _OWN, "本文に「]]>」は使えません"),
    (r"CData section not finished.*", _OWN, "CDATAが閉じられていません"),
    (r"Double hyphen within comment: .*", _OWN, "コメントの中に「--」は使えません"),
    (r"Comment not terminated.*", _OWN, "コメントが閉じられていません"),
    (r"parsing XML declaration: '\?>' expected|Malformed declaration expecting version|Invalid XML encoding name|Blank needed here|String not (?:started|closed) expecting .*", _OWN, "XML宣言が正しくありません"),
    (r"(?:xmlParse|Parse)?PI ?: .*|PI .* never end.*", _OWN, "処理命令が正しくありません"),
)  # fmt: skip
_JSON: Final = (
    (r"Expecting value", _OWN, "値がありません"),
    (r"Expecting '(?P<a>[,:])' delimiter", _OWN, "「{a}」がありません"),
    (r"Expecting property name enclosed in double quotes", _OWN, "二重引用符で囲まれた名前がありません"),
    (r"Illegal trailing comma before end of (?:object|array)", _OWN, "最後の値の後に余分な「,」があります"),
    (r"Extra data", _OWN, "終わりの後に余分な内容があります"),
    (r"Unterminated string starting at", _OWN, "文字列が閉じられていません"),
    (r"Invalid control character at", _OWN, "文字列の中に制御文字があります"),
    (r"Invalid \\(?:u\w+ )?escape", _OWN, "文字列の中の「\\」の使い方が正しくありません"),
)  # fmt: skip
_CSV: Final = (
    (r"'(?P<a>.)' expected after '\"'", _OWN, "閉じる引用符の後に「{a}」がありません"),
    (r"unexpected end of data", _OWN, "引用符が閉じられていません"),
    (r"new-line character seen in unquoted field.*", _OWN, "引用符のないセルに改行があります"),
    (r"field larger than field limit \((?P<n>\d+)\)", _OWN, "セルが{n}文字を超えています"),
)  # fmt: skip
_BYTES: Final = (
    (r"'(?P<a>[\w-]+)' codec can't decode bytes? (?:0x\w+ )?in position (?P<n>\d+)(?:-\d+)?: .*", _OWN, "先頭から{n}バイトの後に、{a}でないバイトがあります"),
    (r"'(?P<a>[\w-]+)' codec can't encode characters? .* surrogates not allowed", _OWN, "対になっていないサロゲートがあります"),
    (r"File is not a zip file|Bad magic number for central directory|.*[Cc]entral [Dd]irectory.*", _OWN, "ZIPファイルの目録がないか、壊れています"),
    (r"Bad magic number for file header|Truncated file header|File name in directory .*|Overlapped entries: .*|negative seek value .*", _OWN, "ZIPファイルの中での位置が正しくありません"),
    (r"Bad CRC-32 for file '.*'", _OWN, "チェックサムが合いません"),
    (r"Error -\d+ while decompressing data: .*|[Cc]ompressed file ended before .*", _OWN, "圧縮されたデータが壊れています"),
)  # fmt: skip
_NAME: Final = re.escape(r"value doesn't match any pattern of ['[\\i-[:]][\\c-[:]]*']")
_SCHEMA: Final = (
    (_NAME, "is no name: a letter or _, then letters, digits, -, _ and .", "名前（英字又は_で始まる英数字、-、_、.）ではありません"),
    (r"value doesn't match any pattern of \[(?P<a>.*)\]", "is not of the form {a}", "{a}の形ではありません"),
    (r"value must be one of \[(?P<a>.*)\]", "is none of {a}", "{a}のいずれでもありません"),
    (r"Invalid datetime string '.*' for .*|Invalid \w+ string .*", "is no such date or time", "日付又は時刻として正しくありません"),
    (r"invalid value '.*' for xs:(?:decimal|integer|nonNegativeInteger)|invalid literal for int\(\) with base 10: .*|\[<class 'decimal.*|.*InvalidOperation.*", "is no number", "数値ではありません"),
    (r"invalid value .*", _OWN, "値として正しくありません"),
    (r"Unexpected child with tag '(?P<a>[^']*)' at position (?P<n>\d+)\.?", _OWN, "{n}番目の{a}は、ここに置けません"),
    (r"Unexpected child with tag '(?P<a>[^']*)' at position (?P<n>\d+)\. Tag '?(?P<b>.*?)'? expected\.", _OWN, "{n}番目に、{a}ではなく{b}が必要です"),
    (r"The content of element '(?P<a>.*?)' is not complete\.(?: Tag '?(?P<b>.*?)'? expected\.)?", _OWN, "{a}の中に足りないもの（{b}）があります"),
    (r"character data (?:between child elements not allowed|is not allowed because content is empty)", _OWN, "文字列を置けない位置に文字列があります"),
    (r"missing required attribute '(?P<a>.*)'", _OWN, "属性{a}がありません"),
    (r"'(?P<a>.*)' attribute not allowed for element|attribute '(?P<b>.*)' not allowed", _OWN, "{a}{b}という属性は置けません"),
    (r"unavailable namespace '(?P<a>.*)'", _OWN, "名前空間{a!r}は読み込まれていません"),
    (r"element '(?P<a>.*)' (?:is not allowed here|not found)", _OWN, "要素{a}はここに置けません"),
    (r"IDREF ['\"](?P<a>.*)['\"] not found in XML document", _OWN, "id{a!r}を参照していますが、ありません"),
    (r"duplicated xs:ID value '(?P<a>.*)'", _OWN, "id{a!r}が二度使われています"),
    (r"value has to be greater or equal than (?P<a>.*)", "is less than {a}", "{a}より小さい値です"),
    (r"value has to be (?:less|lesser) or equal than (?P<a>.*)", "is more than {a}", "{a}より大きい値です"),
    (r"value is not an xs:QName|unmapped prefix '.*' in a QName", "is no name with a declared prefix", "宣言された接頭辞を持つ名前ではありません"),
    (r"['\"].*['\"] is not a boolean value", "is neither true nor false", "trueでもfalseでもありません"),
    (r"day is out of range for month|year '.*' is an illegal value .*|.* out of range", "is no such date or time", "日付又は時刻として正しくありません"),
    (r"Element '(?:\{[^}]*\})?(?P<a>[^']*)': .* is not a valid value of the atomic type '[^']*'\.", _OWN, "{a}の値として正しくありません"),
    (r"Element '(?:\{[^}]*\})?(?P<a>[^']*)', attribute '(?P<b>[^']*)': .* is not a valid value of .*", _OWN, "{a}の属性{b}の値として正しくありません"),
    (r"element is not nillable", _OWN, "nilにできない項目です"),
    (r"xsi:nil='true' but the element is not empty", _OWN, "nilとされていますが、値があります"),
    (r"xsi:nil attribute must have a boolean value", _OWN, "xsi:nilの値がtrueでもfalseでもありません"),
    (r"a simple content element can't have child elements", _OWN, "値の中に要素は置けません"),
)  # fmt: skip
_ATTRIBUTE: Final = re.compile(
    r"attribute (?P<name>[\w:.-]+)=(?P<quote>['\"])(?P<value>.*?)(?P=quote): (?P<reason>.*)", re.DOTALL
)
_KNOWN: Final = tuple(
    (re.compile(words, re.DOTALL), en, ja) for words, en, ja in (*_XML, *_JSON, *_CSV, *_BYTES, *_SCHEMA)
)


_CAUSES: Final = {
    errno.ENOENT: "ファイル又はフォルダがありません",
    errno.EACCES: "アクセス権がありません",
    errno.EPERM: "許可されていない操作です",
    errno.EISDIR: "フォルダです",
    errno.ENOTDIR: "フォルダではありません",
    errno.EEXIST: "既に存在します",
    errno.ENOSPC: "空き容量がありません",
    errno.EROFS: "読取り専用です",
    errno.ENAMETOOLONG: "名前が長すぎます",
}
"""The usual reasons of the operating system, in Japanese."""


def reason(error: Exception | str) -> Said:
    """What it says, for the person who must act: in both languages where it is known, else in its own words."""
    if isinstance(error, OSError) and error.strerror:
        return Said(error.strerror, _CAUSES.get(error.errno or 0, ""))
    text = " ".join((getattr(error, "msg", None) or str(error)).split()) if isinstance(error, Exception) else error
    if len(text) > LONGEST:  # it is cut when it is told
        return Said(text, "")
    at = _AT.fullmatch(text)
    if at is not None:
        inner = _known(at["text"])
        if inner is None:
            return Said(text, "")
        return say(
            "{why}, line {line}, column {column}",
            "{why}、{line}行{column}桁",
            why=inner,
            line=at["line"],
            column=at["column"],
        )
    return _known(text) or Said(text, "")


def _known(text: str) -> Said | None:
    attribute = _ATTRIBUTE.fullmatch(text)
    if attribute is not None:
        inner = _known(attribute["reason"]) or Said(attribute["reason"], "")
        return say(
            "its {name} {value!r}: {why}",
            "属性{name}の値{value!r}: {why}",
            name=attribute["name"],
            value=attribute["value"],
            why=inner,
        )
    for words, en, ja in _KNOWN:
        found = words.fullmatch(text)
        if found is not None:
            values = {name: each or "" for name, each in found.groupdict().items()}
            return say(en, ja, text=verbatim(text), **values)
    return None
