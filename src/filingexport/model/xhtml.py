"""The XHTML subset that prose is kept in: small enough to be cut into a page, a cell and a text block without loss.

Block elements: ``p``, ``ul``, ``ol``, ``li``, ``table``, ``thead``, ``tbody``, ``tr``, ``th``, ``td``.
Inline elements: ``br``, ``em``, ``strong``, ``u``, ``sub``, ``sup``. Attributes: ``colspan`` and ``rowspan`` of cells,
``start`` of an ordered list. Nothing else: no links, images, styles, scripts or comments, so text can carry no behaviour.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from lxml import etree

from filingexport.characters import check_characters, is_digits
from filingexport.reasons import reason
from filingexport.said import Mistake, Said, say
from filingexport.xml_parser import parser

_INLINE: Final = frozenset({"br", "em", "strong", "u", "sub", "sup"})
_FLOW: Final = frozenset({"p", "ul", "ol", "table"})
# Which elements may stand in which; None is the fragment itself. "#" allows text.
_CONTENT: Final[dict[str | None, frozenset[str]]] = {
    None: _FLOW,
    "p": _INLINE | {"#"},
    "li": _INLINE | _FLOW | {"#"},
    "th": _INLINE | _FLOW | {"#"},
    "td": _INLINE | _FLOW | {"#"},
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "table": frozenset({"thead", "tbody"}),
    "thead": frozenset({"tr"}),
    "tbody": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
    "br": frozenset(),
    **{name: _INLINE | {"#"} for name in ("em", "strong", "u", "sub", "sup")},
}
_ATTRIBUTES: Final[dict[str, frozenset[str]]] = {
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan"}),
    "ol": frozenset({"start"}),
}
_MUST_HAVE_CHILDREN: Final = frozenset({"ul", "ol", "table", "thead", "tbody", "tr"})
MAX_DEPTH: Final = 32
"""Levels of nesting: far beyond any notice, far below what would exhaust a stack."""


def _parse(fragment: str) -> etree._Element:
    if "<!" in fragment:
        raise Mistake(
            say("markup declarations (<!…) are not allowed in prose", "文章ではマークアップ宣言（<!…）を使えません。")
        )
    if "<?" in fragment:
        raise Mistake(
            say("processing instructions (<?…) are not allowed in prose", "文章では処理命令（<?…）を使えません。")
        )
    try:
        # As characters, not bytes: no encoding declaration can change what is read.
        return etree.fromstring(f"<div>{fragment}</div>".encode(), parser())
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        raise Mistake(
            say(
                "the prose is not well-formed XHTML: {why}",
                "文章が整形式のXHTMLではありません（{why}）。",
                why=reason(error),
            )
        ) from None


@cache
def _where(name: str | None) -> Said:
    """In what element, as a message says it; None for the prose itself."""
    if name is None:
        return say("at the top of prose", "文章の最上位")
    return say("in <{outer}>", "<{outer}>の中", outer=name)


def _check(element: etree._Element, name: str | None, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise Mistake(
            say("prose nested more than {most} levels deep", "文章の入れ子が{most}段を超えています。", most=MAX_DEPTH)
        )
    allowed = _CONTENT[name]
    structural = "#" not in allowed
    if structural and element.text:
        if element.text.strip(" \t\r\n"):
            raise Mistake(
                say(
                    "text stands {where} without a paragraph: {text!r}",
                    "{where}に、段落に入っていない文字列があります: {text!r}",
                    where=_where(name),
                    text=element.text.strip()[:40],
                )
            )
        element.text = None
    if name in _MUST_HAVE_CHILDREN and len(element) == 0:
        raise Mistake(say("<{tag}> is empty", "<{tag}>が空です。", tag=name))
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or tag not in allowed:
            raise Mistake(
                say(
                    "<{tag!s}> is not allowed {where}",
                    "<{tag!s}>は{where}では使えません。",
                    tag=tag,
                    where=_where(name),
                )
            )
        if child.nsmap:
            raise Mistake(
                say(
                    "a declaration of a namespace is not allowed on <{tag}>",
                    "<{tag}>では名前空間を宣言できません。",
                    tag=tag,
                )
            )
        known = _ATTRIBUTES.get(tag, frozenset())
        for attribute, value in child.attrib.items():
            if attribute not in known:
                raise Mistake(
                    say(
                        "attribute {attribute!s} is not allowed on <{tag}>",
                        "属性{attribute!s}は<{tag}>では使えません。",
                        attribute=attribute,
                        tag=tag,
                    )
                )
            text = str(value)
            if not is_digits(text, 4):
                raise Mistake(
                    say(
                        "{attribute!s}={text!r} on <{tag}> is not a small whole number",
                        "<{tag}>の{attribute!s}={text!r}は小さな整数ではありません。",
                        attribute=attribute,
                        text=text,
                        tag=tag,
                    )
                )
        _check(child, tag, depth + 1)
        if structural and child.tail:
            if child.tail.strip(" \t\r\n"):
                raise Mistake(
                    say(
                        "text stands {where} without a paragraph: {text!r}",
                        "{where}に、段落に入っていない文字列があります: {text!r}",
                        where=_where(name),
                        text=child.tail.strip()[:40],
                    )
                )
            child.tail = None


_TOKEN: Final = re.compile(
    r'<(/?)([a-z]+)((?: [a-z]+="[0-9]{1,4}")*+)(/?)>'  # a tag
    r"([^<>&\r]*+(?:&(?:amp|lt|gt|#13);[^<>&\r]*+)*+)"  # and the text up to the next
)
_PARAGRAPHS: Final = re.compile(r"(?:<p>(?!<)[^<>&\r]*+(?:&(?:amp|lt|gt|#13);[^<>&\r]*+)*+</p>)++")
_NUMBERED: Final = {
    name: re.compile("".join(f'(?: {each}="[0-9]+")?' for each in sorted(attributes)))
    for name, attributes in _ATTRIBUTES.items()
}


def _is_canonical(fragment: str) -> bool:
    """Whether this is canonical already, as most prose is that is read: told from its tags, without a tree of it."""
    if _PARAGRAPHS.fullmatch(fragment):
        return True
    open_elements: list[str | None] = [None]
    end = 0
    opened = False  # by the last tag, with nothing after it so far
    for token in _TOKEN.finditer(fragment):
        if token.start() != end:
            return False
        end = token.end()
        closing, name, attributes, empty, text = token.groups()
        if closing:
            if empty or attributes or opened or open_elements.pop() != name:
                return False
        elif name not in _CONTENT[open_elements[-1]] or (
            attributes and (name not in _NUMBERED or not _NUMBERED[name].fullmatch(attributes))
        ):
            return False
        elif not empty:
            open_elements.append(name)
        elif name in _MUST_HAVE_CHILDREN:
            return False
        if text and "#" not in _CONTENT[open_elements[-1]]:
            return False
        opened = not (closing or empty or text)
        if len(open_elements) > MAX_DEPTH:
            return False
    return end == len(fragment) > 0 and len(open_elements) == 1


def canonical(fragment: str) -> str:
    """The one spelling of this fragment; raises ValueError where it is not well-formed or not of the subset.

    White space between block elements goes, white space within text stays, attributes come sorted.
    """
    check_characters(fragment)
    return canonical_of_document(fragment)


def canonical_of_document(fragment: str) -> str:
    """The same of a fragment out of a document, whose reader has seen to the characters."""
    return fragment if _is_canonical(fragment) else _canonical(fragment)


def _canonical(fragment: str) -> str:
    root = _parse(fragment)
    _check(root, None, 0)
    if len(root) == 0:
        raise Mistake(say("the prose has no paragraph, list or table", "文章に段落、箇条書又は表がありません。"))
    for element in root.iter():
        if len(element.attrib) > 1:
            ordered = sorted(element.attrib.items())
            element.attrib.clear()
            element.attrib.update(ordered)
    return "".join(etree.tostring(child, encoding="unicode") for child in root)


def paragraph(text: str) -> str:
    """One plain paragraph as a canonical fragment."""
    element = etree.Element("p")
    element.text = text
    return etree.tostring(element, encoding="unicode")


def elements(fragment: str) -> list[etree._Element]:
    """The block elements of a canonical fragment."""
    return list(_parse(fragment))


_LINE_ENDS: Final = frozenset({"p", "li", "tr", "br"})


def plain(fragment: str) -> str:
    """The text without markup: a line a paragraph, item or row; cells parted by a tab."""
    text = _of_paragraphs(fragment) if _PARAGRAPHS.fullmatch(fragment) else _of_elements(fragment)
    return "\n".join(line for line in text.replace("\t\n", "\n").split("\n") if line.strip())


def _of_paragraphs(fragment: str) -> str:
    """Of paragraphs without further markup, as most prose is: without a tree of it."""
    text = fragment.replace("<p>", "").replace("</p>", "\n")
    if "&" in text:
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&#13;", "\r").replace("&amp;", "&")
    return text


def _of_elements(fragment: str) -> str:
    pieces: list[str] = []

    def walk(element: etree._Element) -> None:
        if element.tag == "li" and pieces and not pieces[-1].endswith("\n"):
            pieces.append("\n")
        pieces.append(element.text or "")
        for child in element:
            walk(child)
            pieces.append(child.tail or "")
        if element.tag in _LINE_ENDS:
            pieces.append("\n")
        elif element.tag in ("td", "th"):
            pieces.append("\t")

    for element in elements(fragment):
        walk(element)
    return "".join(pieces)
