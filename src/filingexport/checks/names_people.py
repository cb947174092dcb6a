"""Names: people. One spelling and one translation each; who has a contract as an officer is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import define, field

from filingexport.checks.context import Context
from filingexport.checks.memory import remembered
from filingexport.checks.once import once
from filingexport.checks.people import board
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.checks.spelling import Near, person_key, within_one
from filingexport.checks.texts import where
from filingexport.checks.time_people import name_of
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.audit import AuditReport
from filingexport.model.business_report.protection import IndemnityContracts, LiabilityLimitation
from filingexport.model.meaning import NameOf
from filingexport.said import Said, say, verbatim

_CAPITALISED: Final = re.compile(r"\b[A-Z][\w’'-]{1,60}+\s+[A-Z][\w’'-]{1,60}\b")
_SHORTEST_NEAR: Final = {False: 8, True: 4}
"""From how many letters on one letter's difference is a slip: of names in Latin letters, and in Japanese."""


@define
class Spelling:
    """One way to write a name: where, and in which tables (two rows of one table are two people)."""

    text: str
    paths: list[str] = field(factory=list)
    tables: set[str] = field(factory=set)
    marked: bool = False


def table_of(path: str) -> str:
    """The table that a path leads through, its row's number left out: ``officers.officers`` of ``officers.officers.3.name``."""
    head, _, _ = path.rpartition(".")
    rows, _, number = head.rpartition(".")
    return rows if number.isdigit() else head


@once
def spellings(context: Context) -> dict[str, dict[str, Spelling]]:
    """How each person is written: by key, the spellings in the order of the document."""
    found: dict[str, dict[str, Spelling]] = {}
    by_text: dict[str, Spelling] = {}
    for name in context.names:
        if name.kind is NameOf.PERSON:
            each = by_text.get(name.text)
            if each is None:
                each = by_text[name.text] = _spelling(found, name.text)
            each.paths.append(name.path)
            each.tables.add(f"{table_of(name.path)} {getattr(name.at.value, 'kind', None)}")
            each.marked = True
    near = Near()
    for key in found:
        near.add(key)
    like: dict[str, bool] = {}

    def names(text: str) -> list[str]:
        known = []
        for pair in _pairs(text):
            if pair not in like:
                key = person_key(pair)
                like[pair] = key in named or any(_slip(key, other) for other in near.of(key))
            if like[pair]:
                known.append(pair)
        return known

    named = frozenset(found)
    for passage, pairs in where(context, "en", names):
        for text in pairs if not passage.nothing else ():
            each = _spelling(found, text)
            if passage.path not in each.paths[-3:]:
                each.paths.append(passage.path)
    return found


@remembered
def _pairs(text: str) -> tuple[str, ...]:
    """Two words with capitals that follow each other, each pair once."""
    return tuple(dict.fromkeys(_CAPITALISED.findall(text)))


def _spelling(found: dict[str, dict[str, Spelling]], text: str) -> Spelling:
    written = " ".join(text.split())
    return found.setdefault(person_key(text), {}).setdefault(written, Spelling(written))


def _slip(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _SHORTEST_NEAR[not one.isascii()]


@rule(
    "fx.name.person",
    Kind.NAMES,
    Severity.WARNING,
    title=Said("A person is written in two ways", "人名の表記の不一致"),
    why=Said(
        "Two spellings are two people to everyone who searches, compares or counts.",
        "表記が異なると、検索や照合において別人として扱われます。",
    ),
    todo=Said("Write the name in one way everywhere.", "表記を統一してください。"),
    basis=Standard.CONSISTENCY,
)
def person(context: Context) -> Iterator[Found]:
    """Spellings with one key, and those a letter apart that are not two rows of one table."""
    found = spellings(context)
    near = Near()
    for key, ways in found.items():
        distinct = {each.text.casefold().replace(" ", ""): each for each in reversed(ways.values())}
        usual = max(ways.values(), key=lambda each: (each.marked, len(each.paths)))
        for each in distinct.values():
            if each.text.casefold().replace(" ", "") != usual.text.casefold().replace(" ", ""):
                yield from _two_ways(each, usual)
        for other in near.of(key):
            if not _slip(key, other):
                continue
            one, two = usual, max(found[other].values(), key=lambda each: (each.marked, len(each.paths)))
            if one.tables & two.tables:
                continue
            rare, common = (one, two) if (one.marked, len(one.paths)) < (two.marked, len(two.paths)) else (two, one)
            yield from _two_ways(rare, common)
        near.add(key)


def _two_ways(rare: Spelling, usual: Spelling) -> Iterator[Found]:
    for path in rare.paths:
        yield Found(
            path,
            say(
                "“{rare}” is written “{usual}” elsewhere",
                "「{rare}」は他の箇所では「{usual}」と表記されています",
                rare=rare.text,
                usual=usual.text,
            ),
            verbatim(rare.text),
            verbatim(usual.text),
            others=tuple(usual.paths[:5]),
        )


@rule(
    "fx.name.twoLanguages",
    Kind.NAMES,
    Severity.ERROR,
    title=Said("A name has two translations", "日英の氏名・名称の対応の不一致"),
    why=Said(
        "Of a name that is given in two languages each belongs to the other; a second partner is someone else's.",
        "日本語と英語の名称は一対一に対応すべきであり、他の者の名称が混入しています。",
    ),
    todo=Said("Correct the reading that belongs to another.", "誤った方の表記を訂正してください。"),
    basis=Standard.CONSISTENCY,
)
def two_languages(context: Context) -> Iterator[Found]:
    """Names of people and companies given in Japanese and English, against their other places."""
    pairs: dict[tuple[str, str], tuple[str, str]] = {}
    by_path: dict[str, dict[str, str]] = {}
    for name in context.names:
        by_path.setdefault(name.path, {})[name.language] = name.text
    for path, readings in by_path.items():
        if "en" not in readings or "ja" not in readings:
            continue
        for here, there in (("ja", "en"), ("en", "ja")):
            key = (here, person_key(readings[here]))
            first = pairs.setdefault(key, (person_key(readings[there]), path))
            partner = person_key(readings[there])
            if first[0] != partner and not (_slip(first[0], partner) and within_one(first[0], partner)):
                other = by_path[first[1]][there]
                yield Found(
                    path,
                    say(
                        "“{one}” goes with “{two}” here, and with “{other}” elsewhere",
                        "「{one}」に「{two}」が対応していますが、他の箇所では「{other}」です",
                        one=readings[here],
                        two=readings[there],
                        other=other,
                    ),
                    verbatim(readings[there]),
                    verbatim(other),
                    others=(first[1],),
                )


# --- people who must be officers ----------------------------------------------------------------------------------


@rule(
    "fx.name.unknownOfficer",
    Kind.NAMES,
    Severity.ERROR,
    title=Said("A contract on liability is told of someone who is no officer", "役員の一覧にない者"),
    why=Said(
        "Such contracts are told of officers; anyone else is misspelt or left over.",
        "責任限定契約及び補償契約は役員について記載するものであり、一覧にない者は誤記又は記載の残りです。",
    ),
    todo=Said("Correct the name, or complete the list of officers.", "氏名を訂正し、又は役員の一覧を補ってください。"),
    basis=(item.enforcement("121", "", "3"), item.enforcement("121", "", "3-2"), Standard.CONSISTENCY),
)
def unknown_officer(context: Context) -> Iterator[Found]:
    """Names of officers with limited liability and with indemnity, against the list."""
    officers = board(context)
    if not officers.index:
        return
    for cls, what in (
        (LiabilityLimitation, Said("has a contract that limits liability", "責任限定契約を締結した役員")),
        (IndemnityContracts, Said("has an indemnity contract", "補償契約を締結した役員")),
    ):
        for at in context.of(cls):
            for number, name in enumerate(at.value.names, 1):
                if officers.index.find(name) is None and not officers.has_changed(name):
                    yield Found(
                        f"{at.sub('names')}.{number}",
                        say(
                            "{name} {what}, but is not in the list of officers",
                            "{name}は{what}とされていますが、会社役員の一覧に記載がありません",
                            name=name_of(name),
                            what=what,
                        ),
                        name_of(name),
                        others=("business_report.officers.officers",),
                    )


@rule(
    "fx.name.auditPartners",
    Kind.NAMES,
    Severity.WARNING,
    title=Said("The two audit reports are signed by different partners", "監査報告書の署名者の相違"),
    why=Said(
        "The same engagement partners audit the statements of the company and of the group.",
        "計算書類と連結計算書類の監査は同一の業務執行社員が行います。",
    ),
    todo=Said("Compare the signatures with the reports.", "監査報告書の署名と照合してください。"),
    basis=(item.act("436", "2", "1"), item.act("444", "4"), Standard.CONSISTENCY),
)
def audit_partners(context: Context) -> Iterator[Found]:
    """The signatories of both reports of the accounting auditor: none of them is on both."""
    reports = [at for at in context.of(AuditReport) if at.value.signatories]
    for at in reports[1:]:
        one, other = (_signed(each.value) for each in (reports[0], at))
        if not one & other:
            yield Found(
                at.sub("signatories"),
                Said(
                    "none of the partners who sign this report signs the other",
                    "署名した業務執行社員が、もう一方の監査報告書の署名者と一人も一致しません",
                ),
                others=(reports[0].sub("signatories"),),
            )


def _signed(report: AuditReport) -> frozenset[str]:
    return frozenset(person_key(text) for each in report.signatories for _, text in each.name.readings)
