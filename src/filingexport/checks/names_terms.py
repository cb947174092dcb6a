"""Names: terms. Abbreviations defined before they are used, laws and offices called by one name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from attrs import define, field

from filingexport.checks.company_names import in_text
from filingexport.checks.context import Context, Passage
from filingexport.checks.defined_terms import Definition, definitions
from filingexport.checks.memory import remembered
from filingexport.checks.once import once
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.checks.spelling import Near, letters, stem
from filingexport.checks.texts import by_language, mentions, number_of_texts, vocabulary, where
from filingexport.findings import Severity
from filingexport.model.notice import Convener, Meeting
from filingexport.said import Said, say, verbatim

KNOWN: Final[dict[str, str]] = {
    **dict.fromkeys(("JPY", "USD", "EUR", "GBP", "CNY", "THB", "HKD", "SGD", "KRW", "TWD"), "codes of currencies (ISO 4217)"),
    **dict.fromkeys(("US", "UK", "EU", "UN", "OECD", "ASEAN"), "countries and their unions"),
    **dict.fromkeys(("CEO", "COO", "CFO", "CTO", "CIO", "CHRO"), "titles of executives, which every reader of notices knows"),
    **dict.fromkeys(("GAAP", "IFRS", "IAS", "JMIS"), "accounting standards, which the Ordinance on Company Accounting names"),
    **dict.fromkeys(("ROE", "ROA", "ROIC", "EPS", "BPS", "EBITDA", "PBR", "PER"), "ratios of financial statements"),
    **dict.fromkeys(("IT", "AI", "PC", "TV", "DVD", "ATM", "LED", "GPS", "ID", "QR", "URL", "PDF", "FAX", "CD", "DNA"), "household words"),
    **dict.fromkeys(("ESG", "SDG", "SDGs", "CSR", "IR", "M&A", "R&D", "PR", "HR", "OEM", "VAT", "GDP", "CPA", "TSE"), "terms of business and finance"),
    **dict.fromkeys(("FY", "MOU", "NPO", "NGO", "PLC", "LTD", "INC", "CO", "LLC", "LLP", "AM", "PM", "NO", "VS"), "parts of names, dates and numbers"),
}  # fmt: skip
"""Abbreviations that need no definition, each with the reason; any other is defined where it is first used."""

_TOKEN: Final = re.compile(r"(?<![\w&’'.-])(?:\d{1,2}[A-Z]\d{2}|[A-Z][A-Z&]{0,6}[A-Z]s?)(?![\w&-]|\.\w)")
_ROMAN: Final = re.compile(r"[IVXLC]+")
_QUOTED: Final = re.compile(r"[\"“][^\"”“]{1,80}[\"”]")
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-&][A-Za-z0-9]+)*")


@remembered
def _shouted(text: str) -> bool:
    """Whether a text is a heading in capitals, where every word looks like an abbreviation."""
    plain = _LETTER.findall(text[:400])
    return len(plain) > 4 and len(_CAPITAL.findall(text[:400])) > 0.6 * len(plain)


_LETTER: Final = re.compile(r"[A-Za-z]")
_CAPITAL: Final = re.compile(r"[A-Z]")


_CAPITALS_BEFORE: Final = re.compile(r"\b[A-Z]{2,}[\s,]+$")
_CAPITALS_AFTER: Final = re.compile(r"[\s,]+[A-Z]{2,}\b|\s+\w+\s+(?:Inc|Co|Ltd|Corporation)\b")


def _among_capitals(text: str, begin: int, end: int) -> bool:
    """Whether the words beside it are in capitals too, or make it the beginning of a company's name."""
    return bool(_CAPITALS_BEFORE.search(text, max(0, begin - 20), begin) or _CAPITALS_AFTER.match(text, end))


@define
class Abbreviation:
    """An abbreviation and where it is used: (number of the text in reading order, offset, text)."""

    token: str
    uses: list[tuple[int, int, Passage]] = field(factory=list)


@once
def abbreviations(context: Context) -> dict[str, Abbreviation]:
    """Abbreviations in English texts outside names, places and quotations, by the token without its plural."""
    names = {name.path for name in context.names}
    found: dict[str, Abbreviation] = {}
    for passage, told in where(context, "en", _abbreviated, as_read=True):
        if passage.nothing or passage.path in names or isinstance(passage.at.value, (Meeting, Convener)):
            continue
        for offset, token in told:
            each = found.get(token)
            if each is None:
                each = found[token] = Abbreviation(token)
            each.uses.append((passage.number, offset, passage))
    return found


@remembered
def _abbreviated(text: str) -> tuple[tuple[int, str], ...]:
    """Where an English text has an abbreviation, without its plural."""
    matches = list(_TOKEN.finditer(text))
    if not matches or _shouted(text):
        return ()
    hidden = bytearray(len(text))  # 1 within quotation marks and names of companies
    for begin, end in (*(match.span() for match in _QUOTED.finditer(text)), *(each[:2] for each in in_text(text))):
        hidden[begin:end] = b"\1" * (end - begin)
    found = []
    for match in matches:
        token = match[0].removesuffix("s")
        if token in KNOWN or _ROMAN.fullmatch(token) or hidden[match.start()]:
            continue
        if not _among_capitals(text, match.start(), match.end()):
            found.append((match.start(), token))
    return tuple(found)


@once
def _defined(context: Context) -> dict[str, Definition]:
    """The first definition of each term, by the term."""
    found: dict[str, Definition] = {}
    for each in definitions(context):
        found.setdefault(each.term, each)
    return found


def _own_names(context: Context) -> set[str]:
    """The words of the company's own names: its short name needs no definition."""
    company = context.filing.company
    texts = [text for _, text in company.name.readings] + [
        text for _, text in getattr(company.short_name, "readings", ())
    ]
    return {word for text in texts for word in _WORD.findall(text)}


@rule(
    "fx.name.abbreviation",
    Kind.NAMES,
    Severity.NOTE,
    title=Said("An abbreviation is never defined", "定義のない略語"),
    why=Said(
        "Shareholders are no specialists: an abbreviation is written out where it is first used.",
        "株主は専門家とは限らないため、略語は初出時に正式な用語を示す必要があります。",
    ),
    todo=Said(
        "Write it out where it is first used, with the abbreviation in brackets.",
        "初出時に正式な用語を記載してください。",
    ),
    basis=Standard.PRACTICE,
)
def abbreviation(context: Context) -> Iterator[Found]:
    """Abbreviations without a definition, once each; not those that everyone knows."""
    defined, own = _defined(context), _own_names(context)
    slips = _slips(context)
    patterns = {re.sub(r"\d", "0", term) for term in defined}
    for token, each in abbreviations(context).items():
        if token in defined or token in own or re.sub(r"\d", "0", token) in patterns:
            continue
        if token in slips:
            continue
        _, _, passage = each.uses[0]
        yield Found(
            passage.path,
            say("“{token}” is never written out", "「{token}」の正式な用語が示されていません", token=token),
            verbatim(token),
            others=tuple(dict.fromkeys(use[2].path for use in each.uses[1:6] if use[2].path != passage.path)),
        )


@rule(
    "fx.name.abbreviationEarly",
    Kind.NAMES,
    Severity.NOTE,
    title=Said("A term is used before it is defined", "定義前の用語の使用"),
    why=Said(
        "Who reads from the beginning meets the short form before its meaning.",
        "読者は定義より前に略称に接することになります。",
    ),
    todo=Said("Move the definition to the first use.", "定義を初出箇所に移してください。"),
    basis=Standard.PRACTICE,
)
def abbreviation_early(context: Context) -> Iterator[Found]:
    """Abbreviations with a definition that comes after a use of them."""
    defined, own = _defined(context), _own_names(context)
    for token, each in abbreviations(context).items():
        definition = defined.get(token)
        if definition is None or token in own:
            continue
        number, offset, passage = each.uses[0]
        if (number, offset) < (definition.number, definition.offset):
            yield Found(
                passage.path,
                say(
                    "“{token}” is used here, and defined only later",
                    "「{token}」が定義より前に使用されています",
                    token=token,
                ),
                verbatim(token),
                others=(definition.passage.path,),
            )


@once
def _slips(context: Context) -> dict[str, str]:
    """The abbreviations that are slips of others: a letter less, more or other than one that is defined."""
    terms = [each for each in (*_defined(context), *sorted(_own_names(context))) if each.isupper() and each.isalpha()]
    places = {term: number for number, term in reversed(list(enumerate(terms)))}
    near = Near()
    for term in terms:
        if len(term) > 2:
            near.add(term)
    found = {}
    for token in abbreviations(context):
        if len(token) > 1 and token.isalpha():
            meant = min(near.of(token), key=places.__getitem__, default=None)
            if meant is not None:
                found[token] = meant
    return found


@rule(
    "fx.name.abbreviationMisspelt",
    Kind.NAMES,
    Severity.WARNING,
    title=Said("An abbreviation is a letter off one that is defined", "略称の誤記"),
    why=Said(
        "It is defined nowhere and differs by a letter from one that is: a slip of the pen.",
        "定義がなく、定義された略称と一文字違いであるため、誤記と思われます。",
    ),
    todo=Said("Write the abbreviation that is meant.", "正しい略称に訂正してください。"),
    basis=Standard.CONSISTENCY,
)
def abbreviation_misspelt(context: Context) -> Iterator[Found]:
    """Undefined abbreviations near to a defined one or to the company's own short name, and other cases of those."""
    defined, own, slips = _defined(context), _own_names(context), _slips(context)
    seen = set()
    for token, each in abbreviations(context).items():
        if token in defined or token in own:
            continue
        meant = slips.get(token)
        if meant is None:
            continue
        for _, _, passage in each.uses:
            if (passage.path, token) not in seen:
                seen.add((passage.path, token))
                yield _slip(passage.path, token, meant, defined)
    lower = {term.casefold(): term for term in defined if not term.islower() and " " not in term and term.isascii()}
    for passage, words in where(context, "en", lambda text: tuple(_other_cases(text, lower))):
        for word, short in words:
            if (passage.path, word) not in seen:
                seen.add((passage.path, word))
                yield _slip(passage.path, word, short, defined)


def _other_cases(text: str, lower: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The words of a text that are a defined term in another case, each with the term."""
    if lower.keys().isdisjoint(vocabulary(text)) or _shouted(text):
        return
    for folded, word, start in _folded(text):
        short = lower.get(folded)
        if short is not None and word != short and not _in_address(text, start, start + len(word)):
            capital = word[1:] == short[1:]
            if capital and (word.islower() or _sentence_start(text, start)):
                continue  # a common word, or the first of its sentence
            yield word, short


@remembered
def _folded(text: str) -> tuple[tuple[str, str, int], ...]:
    """The words of a text, whatever their case: each so, as it is written, and where it begins."""
    return tuple([(match[0].casefold(), match[0], match.start()) for match in _WORD.finditer(text)])


def _in_address(text: str, begin: int, end: int) -> bool:
    return text[begin - 1 : begin] in tuple("./@:") or bool(re.match(r"[./@]\w", text[end : end + 2]))


def _sentence_start(text: str, at: int) -> bool:
    before = text[:at].rstrip()
    return not before or before[-1] in ".:;\n•-" or "\n" in text[len(before) : at]


def _slip(path: str, printed: str, meant: str, defined: dict[str, Definition]) -> Found:
    other = defined.get(meant)
    return Found(
        path,
        say(
            "“{printed}” is mostly written “{meant}”",
            "「{printed}」は「{meant}」の誤記と思われます",
            printed=printed,
            meant=meant,
        ),
        verbatim(printed),
        verbatim(meant),
        others=(other.passage.path,) if other is not None else ("company.short_name",),
    )


@rule(
    "fx.name.definedTwice",
    Kind.NAMES,
    Severity.NOTE,
    title=Said("A term is defined twice", "用語の重複定義"),
    why=Said(
        "A second definition makes readers look for a difference; if it differs, nobody knows which one holds.",
        "定義が重複すると相違の有無が不明確になり、内容が異なる場合はいずれが有効か分かりません。",
    ),
    todo=Said("Define the term where it is first used, and only there.", "初出箇所でのみ定義してください。"),
    basis=Standard.PRACTICE,
)
def defined_twice(context: Context) -> Iterator[Found]:
    """Definitions of one term within one document of the filing."""
    first: dict[tuple[str, str, str], Definition] = {}
    for each in definitions(context):
        key = (each.document, each.passage.language, each.term)
        before = first.setdefault(key, each)
        if before is each or before.passage.path == each.passage.path:
            continue
        differs = not _same_meaning(before.means, each.means)
        yield Found(
            each.passage.path,
            say(
                "“{term}” was defined before{differently}",
                "「{term}」は既に{differently}定義されています",
                term=each.term,
                differently=Said(", as something else", "別の意味で") if differs else Said("", ""),
            ),
            verbatim(each.term),
            severity=Severity.WARNING if differs else None,
            others=(before.passage.path,),
        )


def _same_meaning(one: str, other: str) -> bool:
    last = [letters(" ".join(text.split()[-2:])) for text in (one, other)]
    return last[0] == last[1] or last[0].endswith(last[1]) or last[1].endswith(last[0])


@rule(
    "fx.name.definedTermCase",
    Kind.NAMES,
    Severity.NOTE,
    title=Said("A defined term is written without its capital", "定義語の大文字表記の不統一"),
    why=Said(
        "“The Company” is this company; “the company” may be any.",
        "定義語を小文字で記載すると、一般名詞と区別できません。",
    ),
    todo=Said("Write the term as it is defined.", "定義どおりに表記してください。"),
    basis=Standard.PRACTICE,
)
def defined_term_case(context: Context) -> Iterator[Found]:
    """“The company” at the head of a sentence where “the Company” is defined, document by document."""
    documents: dict[str, set[str]] = {}
    for each in definitions(context):
        match = re.fullmatch(r"the ([A-Z][a-z]+)", each.term)
        if match:
            documents.setdefault(match[1], set()).add(each.document)
    small = {word.lower() for word in documents}
    paths_of: dict[str, list[str]] = {}
    for passage, begins in where(context, "en", lambda text: tuple(_begins_with(text) & small)):
        for word in begins:
            paths_of.setdefault(word, []).append(passage.path)
    places = {word: paths_of[word.lower()] for word in documents if word.lower() in paths_of}
    for word, paths in places.items():
        yield Found(
            paths[0],
            say(
                "“The {small}” begins a sentence in {count}; the term is defined as “the {word}”",
                "文頭の「The {small}」が{count}ありますが、定義語は「the {word}」です",
                small=word.lower(),
                word=word,
                count=number_of_texts(len(paths)),
            ),
            verbatim(f"The {word.lower()}"),
            verbatim(f"The {word}"),
            others=tuple(paths[1:10]),
        )


# --- laws --------------------------------------------------------------------------------------------------------

_BEGINS: Final = re.compile(r"(?:^|[.:;]\s+|\n)The ([a-z]+)\b(?!\s+(?:that|which|whose|to be))")


@remembered
def _begins_with(text: str) -> frozenset[str]:
    """The words that begin a sentence behind “The”."""
    return frozenset(_BEGINS.findall(text)) if "The " in text else frozenset()


_LAWS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "会社法": ("Companies Act", (r"Compan(?:y|ies) (?:Act|Law)", r"Corporat(?:e|ion|ions) (?:Act|Law)")),
    "会社法施行規則": (
        "Ordinance for Enforcement of the Companies Act",
        (
            r"(?:Ordinance|Regulations?|Rules?) for (?:the )?Enforcement of the (?:Companies Act|Company Law|Corporation Law)",
            r"Enforcement (?:Ordinance|Regulations?|Rules?) of the (?:Companies Act|Company Law|Corporation Law)",
            r"(?:Companies Act|Company Law|Corporation Law) Enforcement (?:Ordinance|Regulations?|Rules?)",
        ),
    ),
    "会社計算規則": (
        "Ordinance on Company Accounting",
        (
            r"(?:Ordinance|Regulations?|Rules?) (?:on|of|for) (?:Company|Corporate) (?:Accounting|Calculations?)",
            r"(?:Company|Corporate) (?:Accounting|Calculations?) (?:Ordinance|Regulations?|Rules?)",
        ),
    ),
    "公認会計士法": ("Certified Public Accountants Act", (r"Certified Public Accountants?(?:['’]s?)? (?:Act|Law)",)),
    "金融商品取引法": (
        "Financial Instruments and Exchange Act",
        (r"Financial (?:Instruments|Products) (?:and |& )?(?:Exchange|Trading|Transaction) (?:Act|Law)",),
    ),
}  # fmt: skip
_LAW: Final = {
    japanese: re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
    for japanese, (_, patterns) in _LAWS.items()
}
_HINTS: Final = ("Law", "Act", "Ordinance", "Regulation", "Rule")
_WRONG_JAPANESE: Final = {
    "会社施行規則": "会社法施行規則", "会社法計算規則": "会社計算規則", "会社法会計規則": "会社計算規則",
    "金融商品取引所法": "金融商品取引法", "公認会計士法施行規程": "公認会計士法施行規則",
}  # fmt: skip


@rule(
    "fx.name.law",
    Kind.NAMES,
    Severity.WARNING,
    title=Said("One law is called by several names", "法令名の不統一"),
    why=Said(
        "Two names read as two laws; the Act that came into force in 2006 is not the Commercial Code's “company law”.",
        "名称が異なると別の法令と理解されます。",
    ),
    todo=Said(
        "Use one name throughout, that of the official translation where there is one.",
        "法令名を統一してください。英文は法務省の訳語が標準です。",
    ),
    basis=Standard.CONSISTENCY,
)
def law(context: Context) -> Iterator[Found]:
    """Each further name of a law that has several in this filing; in Japanese, titles that no law has."""
    told: dict[str, list[tuple[str, str]]] = {}
    for passage, told_here in where(context, "en", _laws):
        for title, written in told_here if not passage.nothing else ():
            told.setdefault(title, []).append((written, passage.path))
    for title in _LAW:
        ways: dict[str, list[str]] = {}
        for written, path in told.get(title, ()):
            ways.setdefault(written, []).append(path)
        official = _LAWS[title][0]
        if len(ways) < 2:
            continue
        usual = official if official in ways else max(ways, key=lambda way: len(ways[way]))
        for way, paths in ways.items():
            if way != usual:
                yield Found(
                    paths[0],
                    say(
                        "“{way}” is the {official} ({japanese}), called “{usual}” elsewhere",
                        "「{way}」は{japanese}（{official}）であり、他の箇所では「{usual}」とされています",
                        way=way,
                        official=official,
                        japanese=title,
                        usual=usual,
                    ),
                    verbatim(way),
                    verbatim(usual),
                    others=(ways[usual][0], *dict.fromkeys(paths[1:6])),
                )
    for passage, wrongs in where(context, "ja", _no_laws):
        for wrong in wrongs:
            right = _WRONG_JAPANESE[wrong]
            yield Found(
                passage.path,
                say(
                    "“{wrong}” is no law; “{right}” is",
                    "「{wrong}」という法令はなく、「{right}」の誤記と思われます",
                    wrong=wrong,
                    right=right,
                ),
                verbatim(wrong),
                verbatim(right),
            )


@remembered
def _no_laws(text: str) -> tuple[str, ...]:
    return tuple(wrong for wrong in _WRONG_JAPANESE if wrong in text)


@remembered
def _laws(text: str) -> tuple[tuple[str, str], ...]:
    """The laws that an English text names: the Japanese title, and the name as written."""
    if not mentions(text, _HINTS):
        return ()
    return tuple(
        (title, " ".join(match[0].split()))
        for title, pattern in _LAW.items()
        for match in pattern.finditer(text)
        if title != "会社法" or not _OTHER_LAW.match(text, match.end())
    )


_OTHER_LAW: Final = re.compile(r"\s+Enforcement\b")
_PROVISION: Final = re.compile(
    r"\bArticle\s+(?P<article>\d+(?:-\d+)*)\s*+,?\s*+(?P<word>Paragraphs?|Sections?|Subsections?|Clauses?)\s+(?P<number>\d+)",
    re.IGNORECASE,
)


@remembered
def _cited(text: str) -> tuple[tuple[str, str, str], ...]:
    """The provisions that a text cites: article, number, and the word between them."""
    if "rticle" not in text:
        return ()
    return tuple(
        (match["article"], match["number"], match["word"].lower().rstrip("s")) for match in _PROVISION.finditer(text)
    )


@rule(
    "fx.name.provision",
    Kind.NAMES,
    Severity.NOTE,
    title=Said("One provision is cited in two ways", "条項の引用の不統一"),
    why=Said(
        "A paragraph (項) that is called a section elsewhere reads as another provision.",
        "項の呼称が異なると別の規定と理解されます。",
    ),
    todo=Said("Cite articles, paragraphs and items.", "条、項、号の呼称を統一してください。"),
    basis=Standard.CONSISTENCY,
)
def provision(context: Context) -> Iterator[Found]:
    """Article and number that are followed by “Paragraph” here and by another word there."""
    ways: dict[tuple[str, str], dict[str, str]] = {}
    for passage, cited in where(context, "en", _cited):
        for article, number, word in cited:
            ways.setdefault((article, number), {}).setdefault(word, passage.path)
    for (article, number), words in ways.items():
        if len(words) > 1 and "paragraph" in words:
            for word, path in words.items():
                if word != "paragraph":
                    yield Found(
                        path,
                        say(
                            "article {article}, {word} {number} is cited as paragraph {number} elsewhere",
                            "第{article}条の「{word} {number}」は、他の箇所では「paragraph {number}」と引用されています",
                            article=article,
                            word=word,
                            number=number,
                        ),
                        verbatim(f"{word} {number}"),
                        verbatim(f"paragraph {number}"),
                        others=(words["paragraph"],),
                    )


# --- offices and terms -------------------------------------------------------------------------------------------

_UNITS: Final = frozenset({"office", "department", "division", "section", "bureau"})
_TOKENS: Final = re.compile(r"[A-Za-z][A-Za-z’'&-]*|[.,;:()\n]")
_STOPS: Final = frozenset({"the", "a", "an", "our", "its", "of", "this", "each", "in", "to", "by", "for", "and"})


@remembered
def _units(text: str) -> tuple[tuple[frozenset[str], str], ...]:
    """The offices that a text names: the stems of their names without the unit's word, and the name as written."""
    return tuple(_named_units(text)) if any(unit in text.lower() for unit in _UNITS) else ()


def _named_units(text: str) -> Iterator[tuple[frozenset[str], str]]:
    tokens = [match[0] for match in _TOKENS.finditer(text)]
    for at, token in enumerate(tokens):
        unit = token.lower()
        if unit not in _UNITS:
            continue
        name: list[str] = []
        for each in reversed(tokens[max(0, at - 4) : at]):
            if each.lower() in _STOPS or not each[0].isalpha() or each.endswith(("'s", "’s")):
                break
            if token[0].isupper() and not each[0].isupper():
                break
            name.insert(0, each)
        written = " ".join([*name, token])
        if not name and token[0].isupper() and tokens[at + 1 : at + 2] == ["of"]:
            name = list(takewhile(lambda each: each[0].isupper(), tokens[at + 2 : at + 6]))
            written = " ".join([token, "of", *name])
        key = frozenset(stem(each) for each in name)
        if len(key) > 1:
            yield key, written


@rule(
    "fx.name.office",
    Kind.NAMES,
    Severity.WARNING,
    title=Said("An office of the company is called by several names", "部署名の不統一"),
    why=Said(
        "Whether one office or several audit, report and decide, is what readers of these texts want to know.",
        "同一の部署か別の部署かが判別できません。",
    ),
    todo=Said("Use the office's name as it is in the organisation.", "組織規程上の名称に統一してください。"),
    basis=Standard.CONSISTENCY,
)
def office(context: Context) -> Iterator[Found]:
    """Names of offices and departments with the same words in another order, number, or with another word for the unit."""
    ways: dict[frozenset[str], dict[str, list[str]]] = {}
    for passage, told_here in where(context, "en", _units):
        for key, written in told_here if not passage.nothing else ():
            ways.setdefault(key, {}).setdefault(written, []).append(passage.path)
    for names in ways.values():
        if len({name.lower() for name in names}) < 2 or not any(name[0].isupper() for name in names):
            continue
        usual = max(names, key=lambda name: (name[0].isupper(), len(names[name])))
        for name, paths in names.items():
            if name.lower() != usual.lower():
                yield Found(
                    paths[0],
                    say(
                        "the “{name}” is called “{usual}” elsewhere",
                        "「{name}」は他の箇所では「{usual}」とされています",
                        name=name,
                        usual=usual,
                    ),
                    verbatim(name),
                    verbatim(usual),
                    others=(names[usual][0], *dict.fromkeys(paths[1:5])),
                )


@rule(
    "fx.name.officeLonger",
    Kind.NAMES,
    Severity.NOTE,
    title=Said("An office's name has a word more here than there", "部署名の語の過不足"),
    why=Said(
        "Two offices, or one whose name was shortened or changed: the reader cannot tell.",
        "別の部署か、名称の一部が省略・変更されたものかが判別できません。",
    ),
    todo=Said("Use the office's full name.", "正式な部署名に統一してください。"),
    basis=Standard.CONSISTENCY,
)
def office_longer(context: Context) -> Iterator[Found]:
    """Names of offices of three words and more that are another's with one word added."""
    ways: dict[frozenset[str], tuple[str, str]] = {}
    for passage, told_here in where(context, "en", _units):
        for key, written in told_here if not passage.nothing else ():
            if written[0].isupper():
                ways.setdefault(key, (written, passage.path))
    for key, (written, path) in ways.items():
        for word in sorted(key) if len(key) > _FEW_WORDS else ():
            shorter = ways.get(key - {word})
            if shorter is not None:
                yield Found(
                    path,
                    say(
                        "“{longer}” is called “{shorter}” elsewhere, if it is the same office",
                        "「{longer}」は、同一の部署であれば他の箇所では「{shorter}」とされています",
                        longer=written,
                        shorter=shorter[0],
                    ),
                    verbatim(written),
                    verbatim(shorter[0]),
                    others=(shorter[1],),
                )


_FEW_WORDS: Final = 3

_SYNONYMS: Final[tuple[tuple[Said, tuple[tuple[str, str], ...]], ...]] = (
    (
        Said("shareholders' equity", "株主資本"),
        (("shareholder", r"\bshareholders?['’]s? equity\b"), ("stockholder", r"\bstockholders?['’]s? equity\b")),
    ),
    (
        Said("outside directors", "社外取締役"),
        (("outside director", r"\boutside directors?\b"), ("external director", r"\bexternal directors?\b")),
    ),
    (
        Said("company auditors", "監査役"),
        (
            ("company auditor", r"\bcompany auditors?\b"),
            ("corporate auditor", r"\bcorporate auditors?\b"),
            ("statutory auditor", r"\bstatutory auditors?\b"),
        ),
    ),
    (
        Said("the accounting auditor", "会計監査人"),
        (
            ("accounting auditor", r"\baccounting auditors?\b"),
            ("independent auditor", r"\bindependent auditors?\b(?!['’]s? report)"),
        ),
    ),
    (
        Said("reference documents", "株主総会参考書類"),
        (
            ("reference document", r"\breference documents?\b"),
            ("referential document", r"\breferential documents?\b"),
        ),
    ),
    (
        Said("the fiscal year", "事業年度"),
        (
            ("fiscal year", r"\bfiscal years?\b"),
            ("business year", r"\bbusiness years?\b"),
            ("fiscal term", r"\bfiscal terms?\b"),
            ("fiscal period", r"\bfiscal periods?\b"),
        ),
    ),
    (
        Said("retained earnings", "利益剰余金"),
        (("retained earnings", r"\bretained earnings\b"), ("earned surplus", r"\bearned surplus\b")),
    ),
    (
        Said("stock acquisition rights", "新株予約権"),
        (
            ("stock acquisition right", r"\bstock acquisition rights?\b"),
            ("share acquisition right", r"\bshare acquisition rights?\b"),
            ("subscription right", r"\bsubscription rights?\b"),
        ),
    ),
)
"""One thing of law or accounting, and the terms for it: words without which a text need not be read, and the term."""
_SYNONYM: Final = tuple(
    (number, order, hint, re.compile(way, re.IGNORECASE))
    for number, (_, ways) in enumerate(_SYNONYMS)
    for order, (hint, way) in enumerate(ways)
)


@remembered
def _terms(text: str) -> tuple[tuple[int, int, str], ...]:
    """Which thing an English text speaks of, by which of its terms, and the words."""
    lower = text.lower()
    return tuple(
        (number, order, " ".join(match[0].split()))
        for number, order, hint, pattern in _SYNONYM
        if hint in lower and (match := pattern.search(text))
    )


@rule(
    "fx.name.synonym",
    Kind.NAMES,
    Severity.NOTE,
    title=Said("One thing is called by two terms", "用語の不統一"),
    why=Said(
        "Terms of law and accounting mean one thing each; a second term makes readers look for a second thing.",
        "法令・会計の用語は一義的に用いられるべきであり、別の用語は別の概念と理解されます。",
    ),
    todo=Said("Choose one term and use it throughout.", "用語を統一してください。"),
    basis=Standard.PRACTICE,
)
def synonym(context: Context) -> Iterator[Found]:
    """Pairs of English terms for one thing of law or accounting, both in this filing: the rarer is told."""
    told: dict[tuple[int, int], list[tuple[str, str]]] = {}
    for passage, told_here in where(context, "en", _terms):
        for number, order, written in told_here:
            told.setdefault((number, order), []).append((written, passage.path))
    for number, (what, ways) in enumerate(_SYNONYMS):
        uses = [told.get((number, order), []) for order in range(len(ways))]
        present = [each for each in uses if each]
        if len(present) < 2:
            continue
        usual = max(present, key=len)
        for each in present:
            if each is not usual:
                yield Found(
                    each[0][1],
                    say(
                        "“{word}” stands in {count} for {what}; mostly it is “{usual}”",
                        "{what}が「{word}」とも記載されています（{count}）。主に「{usual}」が用いられています",
                        word=each[0][0],
                        usual=usual[0][0],
                        what=what,
                        count=number_of_texts(len(each)),
                    ),
                    verbatim(each[0][0]),
                    verbatim(usual[0][0]),
                    others=(usual[0][1], *dict.fromkeys(path for _, path in each[1:5])),
                )


_HYPHENED: Final = re.compile(r"\b[a-z]{3,}-[a-z]{3,}\b")


@rule(
    "fx.name.hyphen",
    Kind.NAMES,
    Severity.NOTE,
    title=Said("A word is written with and without a hyphen", "ハイフンの有無の不統一"),
    why=Said("One word in one document is written in one way.", "同一書類内で同じ語の表記は統一されるべきです。"),
    todo=Said("Choose one way.", "表記を統一してください。"),
    basis=Standard.PRACTICE,
)
def hyphen(context: Context) -> Iterator[Found]:
    """Hyphened words of a filing's English texts that stand as one word or as two elsewhere."""
    hyphened: dict[str, tuple[str, str]] = {}
    plain: dict[str, Passage] = {}
    for passage, joined in where(context, "en", lambda text: _hyphens(text)[0]):
        for word in joined:
            hyphened.setdefault(word, (word, passage.path))
    if not hyphened:
        return
    asked = {written for word in hyphened for written in (word.replace("-", ""), word.replace("-", " "))}
    for text, places in by_language(context)["en"].places.items():
        for written in asked & _hyphens(text)[1]:
            plain.setdefault(written, context.passages[places[0]])
    for word, (_, path) in hyphened.items():
        for written in (word.replace("-", ""), word.replace("-", " ")):
            if written in plain:
                first = plain[written]
                yield Found(
                    first.path,
                    say(
                        "“{printed}” is written “{other}” elsewhere",
                        "「{printed}」は他の箇所では「{other}」と表記されています",
                        printed=written,
                        other=word,
                    ),
                    verbatim(written),
                    verbatim(word),
                    others=(path,),
                )
                break


@remembered
def _hyphens(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The hyphened words of an English text, and its other words and pairs of words, in lower case only."""
    pieces = _PIECE.findall(text)
    joined = tuple(dict.fromkeys(each for each in pieces if "-" in each and _HYPHENED.fullmatch(each)))
    single = [each if each.isalpha() and each.islower() else "" for each in pieces]
    pairs = {
        f"{one} {other}"
        for one, other, after in zip(single, single[1:], [*single[2:], ""], strict=False)
        if one and other and (other not in _HEADS or (after and after not in _LITTLE))
    }
    return joined, frozenset({*single, *pairs})


_HEADS: Final = frozenset({"day", "end", "hand", "level", "scale", "term", "time"})
"""Words that rightly stand without a hyphen unless a noun follows: a medium-term plan, but in the medium term."""
_LITTLE: Final = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "had",
        "has",
        "have",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "that",
        "the",
        "this",
        "to",
        "was",
        "were",
        "which",
        "will",
        "with",
    ]
)
_PIECE: Final = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*|[^\sA-Za-z]")


_POSSESSIVE: Final = re.compile(r"\b([a-z]{3,}?)(s['’]|['’]s)\s+(?!and\b|or\b)([a-z]{3,})")


@rule(
    "fx.name.possessive",
    Kind.NAMES,
    Severity.NOTE,
    title=Said("A term is of one here and of several there", "所有格の単複の不統一"),
    why=Said(
        "“Shareholders' equity” is a term; with the apostrophe elsewhere it is one shareholder's.",
        "アポストロフィの位置により、用語の意味が変わります。",
    ),
    todo=Said("Choose one way.", "表記を統一してください。"),
    basis=Standard.CONSISTENCY,
)
def possessive(context: Context) -> Iterator[Found]:
    """“shareholder's equity” beside “shareholders' equity”: the rarer is told."""
    ways: dict[tuple[str, str], dict[str, list[tuple[str, str]]]] = {}
    for passage, told_here in where(context, "en", _possessives):
        for owner, number, owned, written in told_here if not passage.nothing else ():
            ways.setdefault((owner, owned), {}).setdefault(number, []).append((written, passage.path))
    for forms in ways.values():
        if len(forms) == 2:
            rare, usual = sorted(forms.values(), key=len)
            yield Found(
                rare[0][1],
                say(
                    "“{rare}” is written “{usual}” elsewhere",
                    "「{rare}」は他の箇所では「{usual}」と表記されています",
                    rare=rare[0][0],
                    usual=usual[0][0],
                ),
                verbatim(rare[0][0]),
                verbatim(usual[0][0]),
                others=(usual[0][1],),
            )


@remembered
def _possessives(text: str) -> tuple[tuple[str, str, str, str], ...]:
    """Owner, whether of one or several, what is owned, and how it is written."""
    if "'" not in text and "’" not in text:
        return ()
    return tuple(
        (match[1], "several" if match[2][0] == "s" else "one", match[3], match[0])
        for match in _POSSESSIVE.finditer(text.lower())
    )


_CURRENCY: Final = {"JPY": re.compile(r"\bJPY\s?\d"), "yen": re.compile(r"\d\s*(?:million |thousand |billion )?yen\b", re.IGNORECASE), "¥": re.compile(r"[¥]\s?\d")}  # fmt: skip


@remembered
def _currencies(text: str) -> tuple[str, ...]:
    return tuple(way for way, pattern in _CURRENCY.items() if way in text and pattern.search(text))


@rule(
    "fx.name.currency",
    Kind.NAMES,
    Severity.NOTE,
    title=Said("One currency is written in more than one way", "通貨の表記の不統一"),
    why=Said("Amounts of one document are written in one way.", "同一書類内で金額の表記は統一されるべきです。"),
    todo=Said("Choose one way.", "表記を統一してください。"),
    basis=Standard.PRACTICE,
)
def currency(context: Context) -> Iterator[Found]:
    """JPY, yen and ¥ beside amounts in English texts."""
    ways: dict[str, list[str]] = {}
    for passage, found in where(context, "en", _currencies):
        for way in found:
            ways.setdefault(way, []).append(passage.path)
    if len(ways) > 1:
        usual = max(ways, key=lambda way: len(ways[way]))
        for way, paths in ways.items():
            if way != usual:
                yield Found(
                    paths[0],
                    say(
                        "amounts are written with “{way}” in {count}, mostly with “{usual}”",
                        "金額が「{way}」で{count}記載されていますが、主に「{usual}」が用いられています",
                        way=way,
                        usual=usual,
                        count=number_of_texts(len(paths)),
                    ),
                    verbatim(way),
                    verbatim(usual),
                    others=tuple(paths[1:5]),
                )
