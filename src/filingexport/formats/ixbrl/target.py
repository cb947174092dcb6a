"""From an inline document to the instance that it says (Inline XBRL 1.1): its target document, as a tree.

What the instance then says is read, and validated, as of any instance. Messages keep the lines of the inline document.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from lxml import etree

from filingexport.binding.values import decimal_text, shifted
from filingexport.findings import FilingError, Finding, finding
from filingexport.formats.ixbrl.tags import KEPT
from filingexport.formats.ixbrl.transformations import REGISTRIES
from filingexport.formats.safe import (
    DEFAULT_LIMITS,
    MAX_NAMESPACES,
    Limits,
    beyond,
    too_many,
    too_many_namespaces,
)
from filingexport.model.values import MAX_DECIMALS, MAX_DIGITS
from filingexport.names import (
    ARC_FACT_FOOTNOTE,
    LINK,
    ROLE_FOOTNOTE,
    ROLE_LINK,
    XBRLDI,
    XBRLI,
    XLINK,
    XML,
    XSI,
    free_names,
    local_name,
)
from filingexport.said import Mistake, Said, say, told

IX: Final = "http://www.xbrl.org/2013/inlineXBRL"
XHTML: Final = "http://www.w3.org/1999/xhtml"
ORDER: Final = "filingexport-order"
"""The name of the meta element with ids of facts in the order of the filing, where the page shows them in another."""
_OLD_IX: Final = "http://www.xbrl.org/2008/inlineXBRL"

_I: Final = f"{{{IX}}}"
_X: Final = f"{{{XBRLI}}}"
_L: Final = f"{{{LINK}}}"
_XL: Final = f"{{{XLINK}}}"
_NIL: Final = f"{{{XSI}}}nil"
_LANG: Final = f"{{{XML}}}lang"
_FACTS: Final = frozenset({_I + "nonNumeric", _I + "nonFraction"})
_PLAIN: Final = re.compile(r"([ \t\r\n]*)([+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+))([ \t\r\n]*)")
_SPACE: Final = " \t\r\n"


_TIMES: Final = 2
"""Times as many characters as one value may have, and as many elements as a page, that all facts' texts may have together."""


class _Broken(Mistake):
    """Something in one fact that cannot be said in the instance."""


def target(root: etree._Element, place: str, limits: Limits = DEFAULT_LIMITS) -> tuple[etree._Element, list[Finding]]:
    """The instance of this inline document, and what is wrong with it; a fact that cannot be said is left out.

    Raises FilingError for what is no inline document, or only one of a set.
    """
    return _Mapper(root, place, limits).map()


def looks_inline(root: etree._Element) -> bool:
    """Whether this is an XHTML document."""
    return root.tag == f"{{{XHTML}}}html"


class _Mapper:
    def __init__(self, root: etree._Element, place: str, limits: Limits) -> None:
        self.root = root
        self.place = place
        self.limits = limits
        self.findings: list[Finding] = []
        self.continuations: dict[str, etree._Element] = {}
        self.continued: set[str] = set()
        self.footnotes: dict[str, etree._Element] = {}
        self.own_ids: dict[str, str] = {}
        # Facts that were told of already, and are not told of again where a note is tied to them.
        self.lost: set[str] = set()
        self.languages: dict[etree._Element, str | None] = {}
        self.in_texts: dict[etree._Element, bool] = {}
        self.prefixes: dict[str, str] = {}  # of the new tree, by their namespace
        self.characters = 0
        self.nodes = 0

    def at(self, element: etree._Element) -> str:
        return f"{self.place}:{element.sourceline}"

    def wrong(self, message: Said, element: etree._Element, code: str = "fx:inline") -> None:
        self.findings.append(finding(code, message, self.at(element), element.get("id", "")))

    def refuse(self, message: Said, element: etree._Element | None = None) -> FilingError:
        where = self.at(element) if element is not None else self.place
        return FilingError([*self.findings, finding("fx:notInline", message, where)])

    def map(self) -> tuple[etree._Element, list[Finding]]:
        if not looks_inline(self.root):
            raise self.refuse(
                say(
                    "its root is {root!s}, not html in the namespace of XHTML",
                    "ルート要素が{root!s}であり、XHTMLの名前空間のhtmlではありません。",
                    root=self.root.tag,
                ),
                self.root,
            )
        facts: list[etree._Element] = []
        references: list[etree._Element] = []
        resources: list[etree._Element] = []
        relationships: list[etree._Element] = []
        old = next(self.root.iter(f"{{{_OLD_IX}}}*"), None)
        if old is not None:
            raise self.refuse(
                say(
                    "is Inline XBRL 1.0, which is not read; write it as Inline XBRL 1.1",
                    "インラインXBRL 1.0には対応していません。インラインXBRL 1.1で作成してください。",
                ),
                old,
            )
        for element in self.root.iter(_I + "*"):
            tag = str(element.tag)
            if tag in _FACTS:
                facts.append(element)
            elif tag == _I + "references":
                references.append(element)
            elif tag == _I + "resources":
                resources += list(element)
            elif tag == _I + "relationship":
                relationships.append(element)
            elif tag == _I + "continuation":
                self.keyed(element, self.continuations, "continuation")
            elif tag == _I + "footnote":
                self.keyed(element, self.footnotes, "footnote")
            elif tag in (_I + "tuple", _I + "fraction"):
                self.wrong(
                    say(
                        "ix:{element} is not read here: the taxonomy has no {element}s; give its facts by themselves",
                        "ix:{element}には対応していません（このタクソノミに{element}はありません）。それぞれの事実を個別に記載してください。",
                        element=local_name(tag),
                    ),
                    element,
                )
            elif tag == _I + "exclude" and not self.inside(element):
                self.wrong(
                    say(
                        "ix:exclude stands in no text that it could be left out of",
                        "ix:excludeが、除外の対象となる文章の外にあります。",
                    ),
                    element,
                )
            elif tag not in _KNOWN:
                self.wrong(
                    say(
                        "ix:{element} is no element of Inline XBRL 1.1",
                        "ix:{element}はインラインXBRL 1.1にない要素です。",
                        element=local_name(tag),
                    ),
                    element,
                )
        if not facts and not references and not resources:
            raise self.refuse(say("is a page without any Inline XBRL in it", "インラインXBRLを含まないページです。"))
        if not references:
            raise self.refuse(
                say(
                    "has no ix:references: it names no taxonomy, or is one of several documents that belong together, which are not read",
                    "ix:referencesがなく、タクソノミが分かりません。複数の文書で一組となるものには対応していません。",
                )
            )
        if not any(each.tag == _X + "context" for each in resources):
            raise self.refuse(
                say(
                    "has no contexts in ix:resources: it is one of several documents that belong together, which are not read",
                    "ix:resourcesにコンテキストがありません。複数の文書で一組となるものには対応していません。",
                )
            )
        if len(facts) > self.limits.facts:
            raise self.refuse(
                say("has more than {most:,} facts", "事実が{most:,}件を超えています。", most=self.limits.facts)
            )
        return self.instance(references, resources, facts, relationships), self.findings

    def spaces(self, element: etree._Element) -> dict[str | None, str]:
        """The namespaces that are declared for this element; raises FilingError for more than are taken."""
        spaces = element.nsmap  # which lxml makes anew each time it is asked
        if len(spaces) > MAX_NAMESPACES:
            raise too_many_namespaces(self.at(element))
        return spaces

    def keyed(self, element: etree._Element, into: dict[str, etree._Element], what: str) -> None:
        identifier = element.get("id", "")
        if not identifier:
            self.wrong(say("a {what} has no id", "{what}にidがありません。", what=what), element)
        elif identifier in into:
            self.wrong(
                say(
                    "the id {id!r} is used for two {what}s",
                    "id{id!r}が二つの{what}に使われています。",
                    id=identifier,
                    what=what,
                ),
                element,
            )
        else:
            into[identifier] = element

    def inside(self, element: etree._Element) -> bool:
        parent = element.getparent()
        if parent is None:
            return False
        if parent not in self.in_texts:
            self.in_texts[parent] = parent.tag in _TEXTS or self.inside(parent)
        return self.in_texts[parent]

    # --- the instance ----------------------------------------------------------------------------------------

    def instance(
        self, references: list[etree._Element], resources: list[etree._Element], facts: list[etree._Element],
        relationships: list[etree._Element],
    ) -> etree._Element:  # fmt: skip
        # Names within text (dimensions, measures) have prefixes too: the instance declares each namespace once.
        spaces = {"xbrli": XBRLI, "link": LINK, "xlink": XLINK, "xsi": XSI}
        known = set(spaces.values())
        for each in (*references, *resources):
            for prefix, space in self.spaces(each).items():
                if prefix and space not in known:
                    known.add(space)
                    if _can_be_declared(space):  # a name of another stays as it is, and is told of
                        spaces[prefix if prefix not in spaces else next(free_names("ns", spaces))] = space
            if len(spaces) > MAX_NAMESPACES:
                raise too_many_namespaces(self.at(each))
        self.prefixes = {space: prefix for prefix, space in spaces.items()}
        root = etree.Element(_X + "xbrl", nsmap=spaces)
        _line(root, self.root.sourceline)
        targets = {each.get("target") for each in references}
        for reference in references:
            if reference.get("target") is None:
                for child in reference:
                    root.append(self.copied(child, root))
        if None not in targets:
            raise self.refuse(
                say(
                    "has no ix:references without a target: all of it is for other documents than the one that is read",
                    "targetのないix:referencesがなく、すべてが読込みの対象でない文書のものです。",
                ),
                references[0],
            )
        for each in resources:
            if each.tag in (_X + "context", _X + "unit", _L + "roleRef", _L + "arcroleRef"):
                root.append(self.copied(each, root))
            elif each.tag != _I + "relationship":
                self.wrong(
                    say(
                        "{element} has no place in ix:resources",
                        "{element}はix:resourcesに置けません。",
                        element=local_name(str(each.tag)),
                    ),
                    each,
                )
        said: list[etree._Element] = []
        for each in facts:
            try:
                said.append(self.fact(each, root))
            except _Broken as error:
                self.wrong(
                    say(
                        "{item}: {error}",
                        "{item}: {error}",
                        item=each.get("name") or say("a fact without name", "名前のない事実"),
                        error=told(error),
                    ),
                    each,
                )
                self.lose(each)
        for each in self.ordered(said):
            root.append(each)
        for name, element in self.continuations.items():
            if name not in self.continued:
                self.wrong(
                    say(
                        "the continuation {name!r} continues nothing",
                        "継続要素{name!r}を参照するものがありません。",
                        name=name,
                    ),
                    element,
                )
        if relationships:
            root.append(self.link(relationships))
        return root

    def lose(self, element: etree._Element) -> None:
        """Note that a fact is left out; what continues it then continues something all the same."""
        self.lost.add(element.get("id", ""))
        following: etree._Element | None = element
        while following is not None and (name := following.get("continuedAt")) is not None:
            following = None if name in self.continued else self.continuations.get(name)
            self.continued.add(name)

    def copied(self, element: etree._Element, root: etree._Element) -> etree._Element:
        """A copy for the new tree, with its lines; names in its text get the prefixes that they have there."""
        tag = str(element.tag)
        own: dict[str, str] = {}
        values = {str(name): str(value) for name, value in element.attrib.items()}
        if "dimension" in values:
            values["dimension"] = self.renamed(values["dimension"], element, own)
        text = self.renamed(element.text, element, own) if tag in _NAMES and element.text else element.text
        copy = etree.Element(tag, nsmap=own)
        for name, value in values.items():
            copy.set(name, value)
        copy.text = text
        _line(copy, element.sourceline)
        for child in element:
            inner = self.copied(child, root)
            inner.tail = child.tail
            copy.append(inner)
        return copy

    def renamed(self, said: str, element: etree._Element, own: dict[str, str]) -> str:
        """A name with a prefix of the new tree, or one of its own for a namespace that the tree has not; as it is where it is not declared.

        One without prefix is in the namespace that is declared as the default (XML Schema 1.0, 3.2.18), but for the page's own.
        """
        prefix, _, local = said.strip(_SPACE).rpartition(":")
        space = self.spaces(element).get(prefix or None)
        if space is None or (space == XHTML and not prefix):
            return said
        known = self.prefixes.get(space)
        if known is None:
            if not _can_be_declared(space):
                return said
            known = next((each for each, other in own.items() if other == space), None)
            if known is None:
                known = next(free_names("own", {*self.prefixes.values(), *own}))
                own[known] = space
        return f"{known}:{local}"

    def ordered(self, facts: list[etree._Element]) -> list[etree._Element]:
        """The facts in the order of the filing."""
        meta = next(
            (each for each in self.root.iterfind(f"{{{XHTML}}}head/{{{XHTML}}}meta") if each.get("name") == ORDER), None
        )
        if meta is None:
            return facts
        order = {name: place for place, name in enumerate(meta.get("content", "").split())}
        places = [place for place, each in enumerate(facts) if each.get("id", "") in order]
        moved = sorted((facts[place] for place in places), key=lambda each: order[each.get("id", "")])
        for place, each in zip(places, moved, strict=True):
            facts[place] = each
        return facts

    # --- facts -----------------------------------------------------------------------------------------------

    def fact(self, element: etree._Element, root: etree._Element) -> etree._Element:
        name = self.name(element, "name")
        if element.get("target") is not None:
            raise _Broken(
                say(
                    "it is for the document {target!r}; only the document without a name is read",
                    "文書{target!r}のものです。読み込むのは名前（target）のない文書だけです。",
                    target=element.get("target"),
                )
            )
        if element.get("tupleRef") is not None:
            raise _Broken(
                say(
                    "it belongs to a tuple, and the taxonomy has none",
                    "タプルに属していますが、このタクソノミにタプルはありません。",
                )
            )
        if len(element.attrib) > self.limits.attributes:
            raise self.refuse(
                say("has more than {most} attributes", "属性が{most}個を超えています。", most=self.limits.attributes),
                element,
            )
        fact = etree.SubElement(root, name)
        root.remove(fact)
        _line(fact, element.sourceline)
        for attribute in ("contextRef", "unitRef", "decimals", "precision", "id"):
            if (said := element.get(attribute)) is not None:
                fact.set(attribute, said)
        nil = element.get(_NIL)
        if nil is not None:
            fact.set(_NIL, nil)
        if (own := element.get(f"{{{KEPT}}}id")) is not None:
            self.own_ids[element.get("id", "")] = own
            fact.set("id", own)
        for attribute in ("unitRef", "decimals"):
            if (said := element.get(f"{{{KEPT}}}{attribute}")) is not None:
                fact.set(attribute, said)
        if nil is not None and nil.strip(_SPACE) in ("true", "1"):
            if element.tag == _I + "nonFraction" and (element.text or "").strip(_SPACE) in ("", "-", "–", "—"):
                return fact
            fact.text = self.content(element) or None  # nil with content: what reads the instance tells of it
            return fact
        transform = self.transformation(element)
        if element.tag == _I + "nonFraction":
            fact.text = self.number(element, transform)
        else:
            fact.text = self.words(element, transform)
            if transform is None and (language := self.language(element)):
                fact.set(_LANG, language)
        return fact

    def name(self, element: etree._Element, attribute: str) -> str:
        said = element.get(attribute, "").strip(_SPACE)
        prefix, colon, local = said.rpartition(":")
        space = self.spaces(element).get(prefix) if colon else None
        if not local or space is None:
            raise _Broken(
                say("the name {name!r} has no declared prefix", "名前{name!r}の接頭辞が宣言されていません。", name=said)
            )
        try:
            return etree.QName(space, local).text
        except ValueError:
            raise _Broken(
                say("{name!r} is no name of an item", "{name!r}は項目の名前ではありません。", name=said)
            ) from None

    def transformation(self, element: etree._Element) -> str | None:
        if element.get("format") is None:
            return None
        return self.name(element, "format")

    def transformed(self, name: str, said: str) -> str:
        space, _, local = name[1:].partition("}")
        known = REGISTRIES.get(space)
        if known is None:
            raise _Broken(
                say(
                    "the transformation registry {registry} is not known; those of 2011, 2015, 2020 and 2022 are",
                    "変換規則の登録簿{registry}は未知のものです。2011年、2015年、2020年及び2022年のものに対応しています。",
                    registry=space,
                )
            )
        function = known.get(local)
        if function is None:
            raise _Broken(
                say(
                    "the transformation {transformation} is not known; write the value so that one of {known}, … reads it",
                    "変換規則{transformation}は未知のものです。{known}などで読める形で記載してください。",
                    transformation=local,
                    known=", ".join(sorted(known)[:6]),
                )
            )
        try:
            return function(" ".join(said.split()) if local != "fixed-empty" else said)
        except ValueError as error:
            raise _Broken(
                say(
                    "{transformation} does not read it: {error}",
                    "変換規則{transformation}で読み込めません。{error}",
                    transformation=local,
                    error=told(error),
                )
            ) from None

    def number(self, element: etree._Element, transform: str | None) -> str:
        inner = [child for child in element if isinstance(child.tag, str)]
        if inner:
            if (
                len(inner) > 1
                or inner[0].tag != _I + "nonFraction"
                or (element.text or "").strip(_SPACE)
                or (inner[0].tail or "").strip(_SPACE)
            ):
                raise _Broken(
                    say(
                        "a number holds either digits or one other number, nothing else",
                        "数値の中には、数字又は他の数値一つだけを記載できます。",
                    )
                )
            for attribute in ("format", "scale", "unitRef"):
                if inner[0].get(attribute) != element.get(attribute):
                    raise _Broken(
                        say(
                            "it holds a number with another {attribute}",
                            "{attribute}の異なる数値が中にあります。",
                            attribute=attribute,
                        )
                    )
            said = "".join(str(each) for each in element.itertext())
            self.spend(len(said))
        else:
            said = element.text or ""
        if len(said) > 4 * MAX_DIGITS:
            raise _Broken(
                say(
                    "its digits take {count} characters; at most {most} are read",
                    "数値が{count}文字あります。読み込めるのは{most}文字までです。",
                    count=len(said),
                    most=4 * MAX_DIGITS,
                )
            )
        sign = element.get("sign")
        if sign not in (None, "-"):
            raise _Broken(say('sign="{sign}" is not "-"', 'sign="{sign}"は"-"ではありません。', sign=sign))
        scale = self.scale(element)
        if transform is not None:
            digits = self.transformed(transform, said)
            if not _PLAIN.fullmatch(digits):
                raise _Broken(
                    say(
                        "{transformation} gives {digits!r}, which is no number",
                        "変換規則{transformation}の結果{digits!r}は数値ではありません。",
                        transformation=local_name(transform),
                        digits=digits,
                    )
                )
            said = decimal_text(Decimal(digits))
        found = _PLAIN.fullmatch(said)
        if found is None:
            raise _Broken(
                say(
                    "{digits!r} is no number without sign, such as 1234.5; a format says how it is printed",
                    "{digits!r}は1234.5のような符号のない数値ではありません。印刷の形式はformatで示してください。",
                    digits=said[:60],
                )
            )
        before, digits, after = found.groups()
        if scale:
            digits = decimal_text(shifted(Decimal(digits), scale))
        self.spend(len(digits))
        return before + (sign or "") + digits + after

    def spend(self, characters: int, nodes: int = 0) -> None:
        """Note what the text of one more fact takes; raises FilingError beyond what all may take, as texts stand in texts."""
        self.characters += characters
        self.nodes += nodes
        if self.characters <= _TIMES * self.limits.text and self.nodes <= _TIMES * self.limits.nodes:
            return
        for name, taken in (("text", self.characters), ("nodes", self.nodes)):
            most = _TIMES * getattr(self.limits, name)
            if taken > most:
                said = say(
                    "has facts in facts whose texts take more than {most:,} characters or elements together",
                    "入れ子の事実の文字列が、合計で{most:,}文字又は要素を超えています",
                    most=most,
                )
                raise beyond(said, self.place, name)

    def scale(self, element: etree._Element) -> int:
        said = element.get("scale", "0").strip(_SPACE)
        if not re.fullmatch(r"[+-]?[0-9]{1,9}", said) or abs(int(said)) > MAX_DECIMALS:
            raise _Broken(
                say(
                    "scale {scale!r} is not a whole number from -{most} to {most}",
                    "scale{scale!r}は-{most}から{most}までの整数ではありません。",
                    scale=said[:40],
                    most=MAX_DECIMALS,
                )
            )
        return int(said)

    def words(self, element: etree._Element, transform: str | None) -> str:
        escape = element.get("escape", "false").strip(_SPACE)
        if escape not in ("true", "1", "false", "0"):
            raise _Broken(
                say(
                    'escape="{escape}" is neither true nor false',
                    'escape="{escape}"はtrueでもfalseでもありません。',
                    escape=escape,
                )
            )
        said = "".join(self.content(each, escape in ("true", "1")) for each in self.chain(element))
        return said if transform is None else self.transformed(transform, said)

    def chain(self, element: etree._Element) -> list[etree._Element]:
        """The element and what continues it."""
        found = [element]
        seen = {element}
        while (name := found[-1].get("continuedAt")) is not None:
            following = self.continuations.get(name)
            if following is None:
                raise _Broken(
                    say(
                        "it is continued at {name!r}, but there is no such continuation",
                        "続きとされる{name!r}がありません。",
                        name=name,
                    )
                )
            if following in seen:
                raise _Broken(
                    say("its continuations run in a circle, at {name!r}", "続きが{name!r}で循環しています。", name=name)
                )
            if name in self.continued:
                raise _Broken(
                    say(
                        "the continuation {name!r} continues two texts",
                        "継続要素{name!r}が二つの文章の続きとなっています。",
                        name=name,
                    )
                )
            self.continued.add(name)
            found.append(following)
            seen.add(following)
        return found

    def content(self, element: etree._Element, escaped: bool = False) -> str:
        """The text of an element, or its markup, without what is excluded and without inner tags of Inline XBRL."""
        if not escaped:
            pieces: list[str] = []
            _gather(element, pieces)
            said = "".join(pieces)
            self.spend(len(said), len(pieces) // 2)
            return said
        copier = _Copier()
        copier.copy(element)
        copier.flush()
        holder = copier.at
        inside = "".join(etree.tostring(child, encoding="unicode") for child in holder)
        said = _escaped(holder.text or "") + inside
        self.spend(len(said), copier.nodes)
        return said

    def language(self, element: etree._Element) -> str | None:
        """The language in scope (XML 1.0, 2.12); None where none is said, or said to be none."""
        if (own := element.get(_LANG)) is not None:
            return own or None
        parent = element.getparent()
        if parent is None:
            return None
        if parent not in self.languages:
            self.languages[parent] = self.language(parent)
        return self.languages[parent]

    # --- notes -----------------------------------------------------------------------------------------------

    def link(self, relationships: list[etree._Element]) -> etree._Element:
        """The footnote link that the relationships say (Inline XBRL 1.1, 13)."""
        link = etree.Element(_L + "footnoteLink", nsmap={"link": LINK, "xlink": XLINK})
        link.set(_XL + "type", "extended")
        link.set(_XL + "role", ROLE_LINK)
        located: set[str] = set()
        labels: dict[tuple[str, ...], str] = {}
        arcs = 0
        for each in relationships:
            _line(link, link.sourceline or each.sourceline)
            for group in self.groups(each):
                label = labels.get(group)
                if label is None:
                    label = labels[group] = f"note_{len(labels) + 1}"
                    for name in group:
                        self.footnote(link, self.footnotes[name], label)
                for name in dict.fromkeys(each.get("fromRefs", "").split()):
                    if name in self.lost:
                        continue
                    arcs += 1
                    if arcs > self.limits.nodes // 2:  # an arc is an element, and a note of a fact
                        raise too_many(self.place, "nodes", self.limits)
                    source = self.own_ids.get(name, name)
                    if source not in located:
                        located.add(source)
                        self.sub(link, "loc", each, type="locator", href=f"#{source}", label=source)
                    arcrole = each.get("arcrole", ARC_FACT_FOOTNOTE)
                    self.sub(link, "footnoteArc", each, type="arc", arcrole=arcrole, **{"from": source, "to": label})
        return link

    def groups(self, relationship: etree._Element) -> list[tuple[str, ...]]:
        """The footnotes that a relationship leads to: those that are one in several languages together."""
        groups: list[list[str]] = []
        taken: set[str | None] = set()
        for name in dict.fromkeys(relationship.get("toRefs", "").split()):
            footnote = self.footnotes.get(name)
            if footnote is None:
                self.wrong(
                    say(
                        "a relationship leads to {name!r}, which is no footnote here",
                        "関連（relationship）の指す{name!r}という脚注はありません。",
                        name=name,
                    ),
                    relationship,
                    "fx:reference",
                )
                continue
            language = self.language(footnote)
            if not groups or language in taken:
                groups.append([])
                taken = set()
            groups[-1].append(name)
            taken.add(language)
        return [tuple(group) for group in groups]

    def footnote(self, link: etree._Element, element: etree._Element, label: str) -> None:
        try:
            chain = self.chain(element)
        except _Broken as error:
            self.wrong(say("a footnote: {error}", "脚注: {error}", error=told(error)), element)
            return
        made = self.sub(link, "footnote", element, type="resource", label=label, role=ROLE_FOOTNOTE)
        made.text = "".join(self.content(each) for each in chain)
        if (language := self.language(element)) is not None:
            made.set(_LANG, language)

    def sub(self, link: etree._Element, tag: str, origin: etree._Element, **attributes: str) -> etree._Element:
        made = etree.SubElement(link, _L + tag)
        _line(made, origin.sourceline)
        for name, value in attributes.items():
            made.set(_XL + name, value)
        return made


def _can_be_declared(space: str) -> bool:
    """Whether a namespace is one for lxml too, which takes no address with a space in it though it has read one."""
    try:
        etree.Element("x", nsmap={"x": space})
    except ValueError:
        return False
    return True


def _line(element: etree._Element, line: int | None) -> None:
    """Let messages about an element name this line."""
    element.sourceline = line  # type: ignore[misc]  # lxml lets it be set


_KNOWN: Final = frozenset(
    _I + name
    for name in (
        "nonNumeric", "nonFraction", "references", "resources", "relationship", "continuation", "footnote", "tuple", "fraction",
        "exclude", "header", "hidden", "numerator", "denominator",
    )
)  # fmt: skip
_NAMES: Final = frozenset({_X + "measure", f"{{{XBRLDI}}}explicitMember"})
"""Elements whose text is a prefixed name."""
_TEXTS: Final = frozenset(_I + name for name in ("nonNumeric", "continuation", "footnote"))


def _gather(element: etree._Element, pieces: list[str]) -> None:
    pieces.append(element.text or "")
    for child in element:
        if child.tag != _I + "exclude":
            _gather(child, pieces)
        pieces.append(child.tail or "")


class _Copier:
    """Copies the content of elements below `at`: XHTML without its namespace, no elements of Inline XBRL."""

    def __init__(self) -> None:
        self.at = etree.Element("holder")
        self.last: etree._Element | None = None
        self.nodes = 0
        self._pieces: list[str] = []

    def copy(self, element: etree._Element) -> None:
        """The content of this element."""
        self._pieces.append(element.text or "")
        for child in element:
            self.nodes += 1
            if str(child.tag).startswith(_I):
                if child.tag != _I + "exclude":
                    self.copy(child)
            else:
                self.flush()
                outer = self.at
                made = etree.SubElement(outer, local_name(str(child.tag)))
                for name, value in sorted((str(name), str(value)) for name, value in child.attrib.items()):
                    made.set(name, value)
                self.at, self.last = made, None
                self.copy(child)
                self.flush()
                self.at, self.last = outer, made
            self._pieces.append(child.tail or "")

    def flush(self) -> None:
        """Put the text so far where it stands: pieces are put together at once, as each would be copied with all before."""
        said = "".join(self._pieces)
        self._pieces.clear()
        if said and self.last is not None:
            self.last.tail = said
        elif said:
            self.at.text = said


def _escaped(said: str) -> str:
    return said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
