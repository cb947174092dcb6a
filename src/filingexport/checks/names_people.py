"""Names: people. One spelling each, and everyone who is named as an officer is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from attrs import define, field

from filingexport.checks.company import company
from filingexport.checks.context import At, Context
from filingexport.checks.once import once
from filingexport.checks.printed_dates import said
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.checks.said import Said, say, verbatim
from filingexport.checks.spelling import Near, person_key
from filingexport.checks.time_people import name_of
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.audit import AuditReport, BoardOfCompanyAuditorsReport
from filingexport.model.audit_bodies import AuditBodyReport
from filingexport.model.business_report.accounting_auditor import AccountingAuditor
from filingexport.model.business_report.officers import (
    ChangeOfOffice,
    OfficeChange,
    Officer,
    OfficerKind,
    OutsideOfficerActivities,
)
from filingexport.model.business_report.protection import IndemnityContracts, LiabilityLimitation
from filingexport.model.business_report.remuneration import IndividualRemuneration, RemunerationDelegation
from filingexport.model.governance import GoverningBody
from filingexport.model.meaning import NameOf
from filingexport.model.notice import Convener
from filingexport.model.reference_documents.candidates import Candidate
from filingexport.model.reference_documents.elections import ElectionOfCompanyAuditors, ElectionOfDirectors
from filingexport.model.reference_documents.remuneration import RetiringOfficer
from filingexport.model.skills import SkillHolder, SkillsMatrix
from filingexport.model.values import Text

_CAPITALISED: Final = re.compile(r"\b[A-Z][\w’'-]+\s+[A-Z][\w’'-]+\b")
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
    for name in context.names:
        if name.kind is NameOf.PERSON:
            each = _spelling(found, name.text)
            each.paths.append(name.path)
            each.tables.add(table_of(name.path))
            each.marked = True
    near = Near()
    for key in found:
        near.add(key)
    for passage in context.passages:
        if passage.language != "en" or passage.nothing:
            continue
        for match in _CAPITALISED.finditer(passage.text):
            key = person_key(match[0])
            if key in found or any(_slip(key, other) for other in near.of(key)):
                each = _spelling(found, match[0])
                if passage.path not in each.paths:
                    each.paths.append(passage.path)
    return found


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
            if first[0] != person_key(readings[there]):
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


# --- people who must be there twice ------------------------------------------------------------------------------


@define
class People:
    """The officers by the keys of their names; `left` those who left office in the year."""

    by_key: dict[str, list[At]] = field(factory=dict)
    left: dict[str, At] = field(factory=dict)

    def find(self, name: Text) -> At | None:
        """The officer of this name."""
        return next((found[0] for _, text in name.readings if (found := self.by_key.get(person_key(text)))), None)

    def gone(self, name: Text) -> At | None:
        """The change by which the officer of this name left office in the year."""
        return next((at for _, text in name.readings if (at := self.left.get(person_key(text))) is not None), None)


@once
def people(context: Context) -> People | None:
    """The officers, None where the filing has no list of them. A near spelling counts: it is another rule's finding."""
    if not context.of(Officer):
        return None
    found = People()
    for at in context.of(Officer):
        for key in _keys(context, at.value.name):
            found.by_key.setdefault(key, []).append(at)
    for at in context.of(ChangeOfOffice):
        if at.value.kind is OfficeChange.RETIREMENT:
            for key in _keys(context, at.value.name):
                found.left[key] = at
    return found


def _keys(context: Context, name: Text) -> set[str]:
    keys = {person_key(text) for _, text in name.readings}
    near = _near(context)
    return keys | {other for key in keys for other in near.of(key) if _slip(key, other)}


@once
def _near(context: Context) -> Near:
    near = Near()
    for name in context.names:
        if name.kind is NameOf.PERSON:
            near.add(person_key(name.text))
    return near


@rule(
    "fx.name.incumbent",
    Kind.NAMES,
    Severity.ERROR,
    title=Said("A candidate told to be reappointed is no officer, or one told to be new is", "再任・新任の別の誤り"),
    why=Said(
        "Who is reappointed stands in the list of officers; who does not is new.",
        "再任候補者は会社役員の一覧に記載されている者であり、記載のない者は新任です。",
    ),
    todo=Said(
        "Correct the name, the mark of reappointment or the list of officers.",
        "氏名、再任・新任の別又は役員の一覧を訂正してください。",
    ),
    basis=(item.enforcement("74", "2", "4"), Standard.CONSISTENCY),
)
def incumbent(context: Context) -> Iterator[Found]:
    """Candidates and those whose terms expire or who retire, against the list of officers."""
    officers = people(context)
    if officers is None:
        return
    for at in context.of(Candidate):
        candidate: Candidate = at.value
        officer = officers.find(candidate.name)
        if candidate.reappointed and officer is None:
            yield _is_no_officer(at.sub("name"), candidate.name, Said("told to be reappointed", "再任候補者"))
        elif candidate.reappointed is False and officer is not None and officers.gone(candidate.name) is None:
            if _same_office(at, officer):
                yield Found(
                    at.sub("reappointed"),
                    say(
                        "{name} is told to be a new candidate, but is in the list of officers",
                        "{name}は新任候補者とされていますが、会社役員の一覧に記載されています",
                        name=name_of(candidate.name),
                    ),
                    others=(officer.sub("name"),),
                )
    for at in context.of(ElectionOfDirectors, ElectionOfCompanyAuditors):
        for attribute, what in (
            ("terms_expiring_names", Said("told to be an officer whose term expires", "任期満了となる役員")),
            ("retiring_names", Said("told to retire", "退任する役員")),
        ):
            for number, name in enumerate(getattr(at.value, attribute, ()), 1):
                if officers.find(name) is None:
                    yield _is_no_officer(f"{at.sub(attribute)}.{number}", name, what)
    for at in context.of(RetiringOfficer):
        if officers.find(at.value.name) is None and officers.gone(at.value.name) is None:
            yield _is_no_officer(at.sub("name"), at.value.name, Said("told to retire", "退任する役員"))


def _same_office(candidate: At, officer: At) -> bool:
    auditors = candidate.outer(ElectionOfCompanyAuditors) is not None
    return officer.value.kind is (OfficerKind.COMPANY_AUDITOR if auditors else OfficerKind.DIRECTOR)


def _is_no_officer(path: str, name: Text, what: Said) -> Found:
    return Found(
        path,
        say(
            "{name} is {what}, but is not in the list of officers",
            "{name}は{what}とされていますが、会社役員の一覧に記載がありません",
            name=name_of(name),
            what=what,
        ),
        name_of(name),
        others=("business_report.officers.officers",),
    )


@rule(
    "fx.name.unknownOfficer",
    Kind.NAMES,
    Severity.ERROR,
    title=Said("Someone named as an officer is not in the list of officers", "役員の一覧にない者"),
    why=Said(
        "Pay, contracts, skills and activities are told of officers and candidates; anyone else is misspelt or left over.",
        "報酬、契約、スキル、活動状況等は役員又は候補者について記載するものであり、一覧にない者は誤記又は記載の残りです。",
    ),
    todo=Said("Correct the name, or complete the list of officers.", "氏名を訂正し、又は役員の一覧を補ってください。"),
    basis=(item.enforcement("121", "", "1"), Standard.CONSISTENCY),
)
def unknown_officer(context: Context) -> Iterator[Found]:
    """Convener, outside officers' activities, individual pay, contracts, skills, changes of office."""
    officers = people(context)
    if officers is None:
        return
    candidates = {key for at in context.of(Candidate) for key in _keys(context, at.value.name)}
    for at, path, name, what in _named(context):
        if officers.find(name) is not None or officers.gone(name) is not None:
            continue
        if isinstance(at.value, SkillHolder) and any(person_key(text) in candidates for _, text in name.readings):
            continue
        yield _is_no_officer(path, name, what)


def _named(context: Context) -> Iterator[tuple[At, str, Text, Said]]:
    single = (
        (Convener, Said("told to convene the meeting", "招集者")),
        (OutsideOfficerActivities, Said("told to be an outside officer", "社外役員")),
        (IndividualRemuneration, Said("told to be an officer paid", "報酬等を受けた役員")),
        (SkillHolder, Said("in the skills matrix", "スキル・マトリックスの対象者")),
    )
    for cls, what in single:
        for at in context.of(cls):
            yield at, at.sub("name"), at.value.name, what
    for at in context.of(ChangeOfOffice):
        if at.value.kind is OfficeChange.ASSUMPTION:
            yield at, at.sub("name"), at.value.name, Said("told to have taken office", "就任した役員")
    several = (
        (LiabilityLimitation, Said("told to have a contract that limits liability", "責任限定契約を締結した役員")),
        (IndemnityContracts, Said("told to have an indemnity contract", "補償契約を締結した役員")),
        (RemunerationDelegation, Said("told to decide remuneration", "報酬等の決定の委任を受けた者")),
    )
    for cls, what in several:
        for at in context.of(cls):
            for number, name in enumerate(getattr(at.value, "names", ()), 1):
                yield at, f"{at.sub('names')}.{number}", name, what


@rule(
    "fx.name.outside",
    Kind.NAMES,
    Severity.WARNING,
    title=Said("An officer is outside here and not there", "社外役員の別の不一致"),
    why=Said(
        "Whether an officer is outside decides on majorities, on contracts and on what must be told.",
        "社外役員であるかどうかは、構成要件、責任限定契約、記載事項に影響します。",
    ),
    todo=Said("Correct the mark in one of the two places.", "いずれかの記載を訂正してください。"),
    basis=(item.act("2", "", "15"), item.act("2", "", "16"), item.enforcement("124")),
)
def outside(context: Context) -> Iterator[Found]:
    """Activities of outside officers, candidates and signatories against the marks in the list of officers."""
    officers = people(context)
    if officers is None:
        return
    for at in context.of(OutsideOfficerActivities):
        officer = officers.find(at.value.name)
        if officer is not None and not officer.value.outside:
            yield _not_outside(at, officer, Said("the activities of outside officers", "社外役員の活動状況"))
    for at in context.of(Candidate):
        officer = officers.find(at.value.name)
        if officer is None or at.value.outside is None or officer.value.outside is None or not at.value.reappointed:
            continue
        if at.value.outside != officer.value.outside and _same_office(at, officer):
            yield _not_outside(at, officer, Said("the candidates", "候補者"), at.value.outside)


def _not_outside(at: At, officer: At, where: Said, here: bool = True) -> Found:
    return Found(
        at.sub("name"),
        say(
            "{name} is {here} in {where}, but {there} in the list of officers",
            "{name}は{where}では{here}ですが、役員の一覧では{there}",
            name=name_of(at.value.name),
            where=where,
            here=Said("outside", "社外") if here else Said("not outside", "社外ではない者"),
            there=Said("not marked as outside", "社外と表示されていません") if here else Said("outside", "社外です"),
        ),
        others=(officer.sub("name"),),
    )


@rule(
    "fx.name.leftOffice",
    Kind.NAMES,
    Severity.WARNING,
    title=Said("Someone who left office stands in the list of officers", "退任者が役員の一覧に記載されています"),
    why=Said(
        "A list as of the year-end that holds someone who left before it contradicts the change of office beside it.",
        "事業年度末現在の一覧に、それ以前に退任した者が記載されており、異動の記載と矛盾します。",
    ),
    todo=Said(
        "Take the person out of the list, or tell beside the name until when the office was held.",
        "一覧から除くか、退任日を併記してください。",
    ),
    basis=(item.enforcement("121", "", "1"), Standard.CONSISTENCY),
)
def left_office(context: Context) -> Iterator[Found]:
    """Retirements before the year-end of people who are still listed."""
    officers = people(context)
    if officers is None:
        return
    for key, change in officers.left.items():
        day = change.value.changed_on
        for at in officers.by_key.get(key, ()):
            if day is not None and day <= context.year_end and not _told_beside(at.value):
                yield Found(
                    at.sub("name"),
                    say(
                        "{name} left office on {day}, but is in the list of officers",
                        "{name}は{day}に退任していますが、会社役員の一覧に記載されています",
                        name=name_of(at.value.name),
                        day=said(day),
                    ),
                    name_of(at.value.name),
                    others=(change.sub("changed_on"),),
                )


def _told_beside(officer: Officer) -> bool:
    texts = [text for _, text in getattr(officer.position, "readings", ())]
    texts += [text for post in officer.posts for _, text in post.readings]
    return any(re.search(r"retire|resign|until|退任|辞任|まで", text, re.IGNORECASE) for text in texts)


@rule(
    "fx.name.signatory",
    Kind.NAMES,
    Severity.ERROR,
    title=Said("Signatories of an audit report are not the auditors", "監査報告の署名者と監査役等の不一致"),
    why=Said(
        "The report of a body is signed by its members: one who is none signed wrongly, one who is missing must be named.",
        "監査役会等の監査報告には構成員全員が署名し、構成員でない者が署名することはありません。",
    ),
    todo=Said("Compare the signatories with the list of officers.", "署名者と役員の一覧を照合してください。"),
    basis=(item.act("390", "2", "1"), item.act("393", "2"), Standard.CONSISTENCY),
)
def signatory(context: Context) -> Iterator[Found]:
    """Signatories of the body's report against its members in the list of officers, in both directions."""
    officers = people(context)
    if officers is None:
        return
    members = {id(at): at for at in context.of(Officer) if _audits(context, at.value)}
    if not members:
        return
    for at in context.of(BoardOfCompanyAuditorsReport, AuditBodyReport):
        signed = set()
        for number, each in enumerate(at.value.signatories, 1):
            path = f"{at.sub('signatories')}.{number}"
            keys = {key for _, text in each.name.readings for key in [person_key(text)]}
            found = [one for key in keys for one in officers.by_key.get(key, ()) if id(one) in members]
            signed |= {id(one) for one in found}
            if not found:
                yield Found(
                    f"{path}.name",
                    say(
                        "{name} signs the audit report, but is no member of the auditing body in the list of officers",
                        "{name}が監査報告に署名していますが、役員の一覧に監査役等として記載がありません",
                        name=name_of(each.name),
                    ),
                    name_of(each.name),
                    others=("business_report.officers.officers",),
                )
            elif each.outside is not None and found[0].value.outside is not None:
                if each.outside != found[0].value.outside:
                    yield Found(
                        f"{path}.outside",
                        say(
                            "{name} signs as {here}, but the list of officers says otherwise",
                            "{name}は署名欄では{here}ですが、役員の一覧の記載と異なります",
                            name=name_of(each.name),
                            here=Said("outside", "社外") if each.outside else Said("not outside", "社外でない者"),
                        ),
                        severity=Severity.WARNING,
                        others=(found[0].sub("outside"),),
                    )
        for one in members.values() if at.value.signatories else ():
            if id(one) not in signed and officers.gone(one.value.name) is None:
                yield Found(
                    at.sub("signatories"),
                    say(
                        "{name} is a member of the auditing body, but does not sign its report",
                        "{name}は監査役等ですが、監査報告に署名がありません",
                        name=name_of(one.value.name),
                    ),
                    expected=name_of(one.value.name),
                    severity=Severity.WARNING,
                    others=(one.sub("name"),),
                )


def _audits(context: Context, officer: Officer) -> bool:
    known = company(context)
    if known.committees:
        return any(each.body is GoverningBody.AUDIT_COMMITTEE for each in officer.committees)
    if known.committee:
        return bool(officer.committee_director)
    return officer.kind is OfficerKind.COMPANY_AUDITOR


@rule(
    "fx.name.auditFirm",
    Kind.NAMES,
    Severity.ERROR,
    title=Said("The audit firm or its partners differ between the parts", "会計監査人の名称等の不一致"),
    why=Said(
        "One firm audits both statements, and the business report names it.",
        "計算書類及び連結計算書類は同一の会計監査人が監査し、その名称は事業報告に記載されます。",
    ),
    todo=Said("Correct the name that is wrong.", "誤った名称を訂正してください。"),
    basis=(item.enforcement("126", "", "1"), item.act("444", "4"), Standard.CONSISTENCY),
)
def audit_firm(context: Context) -> Iterator[Found]:
    """The firm in the business report and in the reports, and the partners of both reports."""
    first: tuple[str, Text] | None = None
    for at in context.of(AccountingAuditor, AuditReport):
        attribute = "name" if isinstance(at.value, AccountingAuditor) else "firm"
        name: Any = getattr(at.value, attribute)
        if not isinstance(name, Text):
            continue
        if first is None:
            first = (at.sub(attribute), name)
        elif (apart := _apart(first[1], name)) is not None:
            yield Found(
                at.sub(attribute),
                say(
                    "the accounting auditor is “{here}” here, and “{there}” elsewhere",
                    "会計監査人は「{here}」とされていますが、他の箇所では「{there}」です",
                    here=apart[1],
                    there=apart[0],
                ),
                verbatim(apart[1]),
                verbatim(apart[0]),
                others=(first[0],),
            )
    reports = [at for at in context.of(AuditReport) if at.value.signatories]
    for at in reports[1:]:
        one, other = (_signed(each.value) for each in (reports[0], at))
        if one != other and not one & other:
            yield Found(
                at.sub("signatories"),
                Said(
                    "the partners who sign this report are not those who sign the other",
                    "署名した業務執行社員がもう一方の監査報告書と異なります",
                ),
                severity=Severity.WARNING,
                others=(reports[0].sub("signatories"),),
            )


def _signed(report: AuditReport) -> frozenset[str]:
    return frozenset(person_key(text) for each in report.signatories for _, text in each.name.readings)


def _apart(one: Text, other: Text) -> tuple[str, str] | None:
    there = dict(one.readings)
    for language, text in other.readings:
        if language in there and " ".join(there[language].split()) != " ".join(text.split()):
            return there[language], text
    return None


@rule(
    "fx.name.skill",
    Kind.NAMES,
    Severity.ERROR,
    title=Said("A skill is marked that the matrix does not have", "スキル・マトリックスにない項目"),
    why=Said(
        "A mark belongs to a column of the matrix; one of another name is lost in every table made from it.",
        "スキルの表示は列の項目に対応するものであり、名称が異なると表に反映されません。",
    ),
    todo=Said("Write the skill as the column is headed.", "スキルの名称を列の見出しに合わせてください。"),
    basis=Standard.CONSISTENCY,
)
def skill(context: Context) -> Iterator[Found]:
    """Skills of people against the columns, language by language."""
    for matrix in context.of(SkillsMatrix):
        columns: dict[str, set[str]] = {}
        for each in matrix.value.skills:
            for language, text in each.name.readings:
                columns.setdefault(language, set()).add(" ".join(text.split()))
        for at in context.of(SkillHolder) if columns else ():
            if at.parent is not matrix:
                continue
            for number, marked in enumerate(at.value.skills, 1):
                for language, text in marked.readings:
                    if language in columns and " ".join(text.split()) not in columns[language]:
                        yield Found(
                            f"{at.sub('skills')}.{number}",
                            say(
                                "{name} has the skill “{skill}”, which is no column of the matrix",
                                "{name}のスキル「{skill}」はスキル・マトリックスの項目にありません",
                                name=name_of(at.value.name),
                                skill=text,
                            ),
                            verbatim(text),
                            others=(matrix.sub("skills"),),
                        )

