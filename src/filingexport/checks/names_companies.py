"""Names: companies. One spelling and one legal form each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from attrs import define, field

from filingexport.checks.company_names import CompanyName, company_names, parted, without_aside
from filingexport.checks.context import Context
from filingexport.checks.memory import remembered
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.checks.spelling import Near
from filingexport.checks.texts import vocabulary, where_any
from filingexport.findings import Severity
from filingexport.model.meaning import NameOf
from filingexport.said import Said, say, verbatim

_SHORTEST_NEAR: Final = 6
"""From how many letters on one letter's difference is a slip, not another company."""


@remembered
def _squeezed(text: str) -> str:
    return " ".join(text.split())


@remembered
def _plain(text: str) -> str:
    return re.sub(r"[\s.,]+", "", re.sub(r"^[Tt]he\s+", "", text))


@rule(
    "fx.name.company",
    Kind.NAMES,
    Severity.WARNING,
    title=Said("A company is written in two ways", "会社名の表記の不一致"),
    why=Said(
        "Two spellings or legal forms are two companies to everyone who searches, compares or counts.",
        "表記又は会社の種類が異なると、別の会社として扱われます。",
    ),
    todo=Said("Write the registered name everywhere.", "登記された商号に統一してください。"),
    basis=Standard.CONSISTENCY,
)
def company(context: Context) -> Iterator[Found]:
    """Mentions with one key but another form, case or punctuation, and keys that are a letter apart."""
    by_key: dict[str, list[CompanyName]] = {}
    for name in company_names(context):
        by_key.setdefault(name.key, []).append(name)
    near = Near()
    usual = {key: _usual(names) for key, names in by_key.items()}
    for key, names in by_key.items():
        differ: dict[tuple[str, str], Severity | None] = {}  # by how it is written, in which language
        for each in names:
            if (each.written, each.language) not in differ:
                differ[each.written, each.language] = _differs(each, usual[key])
        for each in _first_of_each(names) if any(differ.values()) else ():
            if (severity := differ[each.written, each.language]) is not None:
                yield _two_ways(each, usual[key], severity)
        for other in near.of(key) if len(key) >= _SHORTEST_NEAR else ():
            if {each.table for each in names if each.table} & {each.table for each in by_key[other] if each.table}:
                continue
            rare, common = (key, other) if len(names) <= len(by_key[other]) else (other, key)
            for each in _first_of_each(by_key[rare]):
                yield _two_ways(each, usual[common], Severity.WARNING)
        near.add(key)


def _usual(names: list[CompanyName]) -> CompanyName:
    """The mention that others are held against: the writing that is used most, in fields rather than in texts."""
    counts: dict[str, int] = {}
    none_has_a_form = not any(each.form for each in names)
    for each in names:
        if each.form or none_has_a_form:
            counts[_squeezed(each.written)] = counts.get(_squeezed(each.written), 0) + (2 if each.marked else 1)
    most = max(counts, key=lambda written: counts[written])
    return next(each for each in names if _squeezed(each.written) == most)


def _first_of_each(names: list[CompanyName]) -> list[CompanyName]:
    seen: dict[tuple[str, str], CompanyName] = {}
    for each in names:
        seen.setdefault((_squeezed(each.written), each.path), each)
    return list(seen.values())


def _differs(one: CompanyName, usual: CompanyName) -> Severity | None:
    if one.language != usual.language:
        return None
    if not one.form and usual.form:  # its short name
        base, _ = parted(usual.written)
        short, _ = parted(one.written)
        same = _squeezed(short).lower() == _squeezed(base).lower() and _squeezed(short) != _squeezed(base)
        return Severity.WARNING if same else None
    if one.form != usual.form and one.form and usual.form:
        return Severity.WARNING
    if _plain(one.written) != _plain(usual.written) and not one.written.isupper():
        return Severity.WARNING
    if _squeezed(re.sub(r"^[Tt]he\s+", "", one.written)) != _squeezed(re.sub(r"^[Tt]he\s+", "", usual.written)):
        return Severity.NOTE if not one.written.isupper() else None
    return None


def _two_ways(one: CompanyName, usual: CompanyName, severity: Severity) -> Found:
    return Found(
        one.path,
        say(
            "“{one}” is written “{usual}” elsewhere",
            "「{one}」は他の箇所では「{usual}」と表記されています",
            one=one.written,
            usual=usual.written,
        ),
        verbatim(one.written),
        verbatim(usual.written),
        severity,
        (usual.path,),
    )


@rule(
    "fx.name.companyInText",
    Kind.NAMES,
    Severity.WARNING,
    title=Said("A text writes a company's name in other letters", "文中の会社名の表記の相違"),
    why=Said(
        "A name without its capitals is overlooked, and is no name to a program.",
        "大文字・小文字の異なる名称は固有名詞として認識されないことがあります。",
    ),
    todo=Said("Write the name as it is registered.", "登記された商号の表記に合わせてください。"),
    basis=Standard.CONSISTENCY,
)
def company_in_text(context: Context) -> Iterator[Found]:
    """Known names of two words or more, found in texts whatever their case; Japanese names with the form at the other end."""
    known: dict[str, _Beginning] = {}
    japanese = _Bases()
    seen: set[tuple[str, str]] = set()
    for name in company_names(context):
        if (name.language, name.written) in seen:
            continue
        seen.add((name.language, name.written))
        base, form = parted(without_aside(name.written))
        base = re.sub(r"^[Tt]he\s+", "", base)
        words = _WORDS.findall(base)
        if name.language == "en" and form and len(words) > 1:
            usual = " ".join(_WORDS.findall(re.sub(r"^[Tt]he\s+", "", parted(name.written)[0])))
            known.setdefault(words[0].lower(), _Beginning()).add(" ".join(words).lower(), name, usual)
        elif name.language == "ja" and form and len(base) > 2:
            japanese.add(base, name)
    readers = {"en": lambda text: tuple(_other_case(text, known)), "ja": lambda text: tuple(_other_end(text, japanese))}
    for passage, slips in where_any(context, readers):
        for printed, usual, name in slips if not passage.nothing else ():
            english = passage.language == "en"
            yield Found(
                passage.path,
                say(
                    "“{printed}” is the company “{name}”" if english else "“{printed}” is written “{name}” elsewhere",
                    "「{printed}」は会社名「{name}」と思われます"
                    if english
                    else "「{printed}」は他の箇所では「{name}」と表記されています",
                    printed=printed,
                    name=name.written,
                ),
                verbatim(printed),
                verbatim(usual),
                others=(name.path,),
            )


_WORDS: Final = re.compile(r"[A-Za-z0-9][\w&’'-]*")


@remembered
def _spans(text: str) -> tuple[tuple[tuple[str, int, int], ...], dict[str, list[int]]]:
    """The words of a text in lower case, with begin and end; and which of them each is."""
    spans = tuple([(match[0].lower(), match.start(), match.end()) for match in _WORDS.finditer(text)])
    places: dict[str, list[int]] = {}
    for place, (word, _, _) in enumerate(spans):
        places.setdefault(word, []).append(place)
    return spans, places


_Slip = tuple[str, str, CompanyName]
"""What is printed, what is usual, and the name that is meant."""


@define(eq=False)
class _Beginning:
    """The companies whose names begin with one word. lengths: how many words their names have, in the order met."""

    names: dict[str, tuple[CompanyName, str]] = field(factory=dict)
    lengths: dict[int, None] = field(factory=dict)

    def add(self, base: str, name: CompanyName, usual: str) -> None:
        self.names.setdefault(base, (name, usual))
        self.lengths[base.count(" ") + 1] = None


def _other_case(text: str, known: dict[str, _Beginning]) -> Iterator[_Slip]:
    if known.keys().isdisjoint(vocabulary(text)):
        return
    spans, places = _spans(text)
    for at in sorted([place for word in known.keys() & places.keys() for place in places[word]]):
        word, begin, _ = spans[at]
        here = known[word]
        for length in here.lengths:
            stretch = spans[at : at + length]
            found = here.names.get(" ".join(each for each, _, _ in stretch)) if len(stretch) == length else None
            if found is None:
                continue
            name, usual = found
            printed = text[begin : stretch[-1][2]]
            if " ".join(_WORDS.findall(printed)) != usual and not printed.isupper():
                yield printed, usual, name


_COMPANY: Final = "株式会社"


@define(eq=False)
class _Bases:
    """Japanese names of companies without their form, numbered in their order. lengths: how many letters they have."""

    names: dict[str, tuple[int, CompanyName]] = field(factory=dict)
    lengths: dict[int, None] = field(factory=dict)

    def add(self, base: str, name: CompanyName) -> None:
        self.names.setdefault(base, (len(self.names), name))
        self.lengths[len(base)] = None


def _other_end(text: str, japanese: _Bases) -> Iterator[_Slip]:
    found: dict[tuple[int, int], tuple[str, CompanyName]] = {}
    beside = text.find(_COMPANY)
    while beside >= 0:
        behind = beside + len(_COMPANY)
        for length in japanese.lengths:
            for at in (behind, beside - length):
                base = text[at : at + length] if at >= 0 else ""
                if base in japanese.names:
                    number, name = japanese.names[base]
                    found[number, at] = (base, name)
        beside = text.find(_COMPANY, behind)
    for (_, at), (base, name) in sorted(found.items(), key=itemgetter(0)):
        before, after = text.endswith(_COMPANY, 0, at), text.startswith(_COMPANY, at + len(base))
        front = name.written.startswith(_COMPANY)
        if _COMPANY in name.written and before is not front and after is not (not front):
            yield (_COMPANY if before else "") + base + (_COMPANY if after else ""), name.written, name


@rule(
    "fx.name.filer",
    Kind.NAMES,
    Severity.ERROR,
    title=Said("The company's own name is written in two ways", "自社の商号の表記の不一致"),
    why=Said(
        "A notice or report in another name is one of another company.",
        "商号の異なる招集通知又は監査報告は、他の会社のものとみなされます。",
    ),
    todo=Said("Write the registered name.", "登記された商号に訂正してください。"),
    basis=Standard.CONSISTENCY,
)
def filer(context: Context) -> Iterator[Found]:
    """The name over the convener and under the auditing body, against that of the company."""
    ours = dict(context.filing.company.name.readings)
    for name in context.names:
        if name.kind is not NameOf.FILER or name.path == "company.name" or name.language not in ours:
            continue
        if _squeezed(name.text) != _squeezed(ours[name.language]) and not name.text.isupper():
            yield Found(
                name.path,
                say(
                    "the company is called “{printed}” here, and “{ours}” elsewhere",
                    "会社名が「{printed}」とされていますが、他の箇所では「{ours}」です",
                    printed=name.text,
                    ours=ours[name.language],
                ),
                verbatim(name.text),
                verbatim(ours[name.language]),
                others=("company.name",),
            )


_LTD: Final = re.compile(r"\bL(?:td|TD)\b\.?")


@rule(
    "fx.name.legalForm",
    Kind.NAMES,
    Severity.NOTE,
    title=Said("“Ltd.” is written in more than one way", "「Ltd.」の表記の不統一"),
    why=Said(
        "One legal form in one document is written in one way.", "同一書類内で会社の種類の表記は統一されるべきです。"
    ),
    todo=Said("Choose one way.", "表記を統一してください。"),
    basis=Standard.PRACTICE,
)
def legal_form(context: Context) -> Iterator[Found]:
    """Ltd, Ltd. and LTD side by side: the rarer are told."""
    ways: dict[str, list[CompanyName]] = {}
    for name in company_names(context):
        if name.marked and name.language == "en":
            for match in _LTD.finditer(name.written):
                ways.setdefault(match[0], []).append(name)
    if len(ways) < 2:
        return
    usual = max(ways, key=lambda way: len(ways[way]))
    for way, names in ways.items():
        for each in names if way != usual else ():
            yield Found(
                each.path,
                say(
                    "“{name}” ends in “{way}”; elsewhere it is “{usual}”",
                    "「{name}」は「{way}」と表記されていますが、他の会社では「{usual}」です",
                    name=each.written,
                    way=way,
                    usual=usual,
                ),
                verbatim(way),
                verbatim(usual),
            )
