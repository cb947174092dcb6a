"""Declaring what the law asks for: a field, of which companies, since when, by which article.

A requirement is a rule that is declared by data::

    OFFICES = requires(
        "fx.law.offices", "business_report.operations.offices",
        basis=item.enforcement("120", "1", "2"), of=PUBLIC,
    )

It speaks only where the document that the field stands in is there (that a document itself is missing is a rule of its
own) and the company is known to be one that the law means (see `filingexport.checks.company`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any, Final, Literal

import attrs

from filingexport.binding.plan import Entry, Leaf, ListLeaf, PartField, Plan, RowsField, plan
from filingexport.checks.company import Company, company
from filingexport.checks.context import At, Context
from filingexport.checks.rule import Asked, Asks, Basis, Found, Kind, Rule, basis_text, rule
from filingexport.checks.time_meeting import meeting_day
from filingexport.declaring import frozen
from filingexport.findings import Severity
from filingexport.model.filing import Filing
from filingexport.model.item import Law
from filingexport.said import Said, say
from filingexport.taxonomy.catalogue import citation


@frozen
class Whom:
    """Of which companies something is asked: in words, and as a test of what is known of one."""

    said: Said
    test: Callable[[Company], bool | None]

    def __and__(self, other: Whom) -> Whom:
        return Whom(
            say("{one}, {other}", "{one}かつ{other}", one=self.said, other=other.said),
            lambda known: bool(self.test(known) and other.test(known)),
        )


ALL: Final = Whom(Said("every company", "全ての会社"), lambda known: True)
PUBLIC: Final = Whom(Said("public companies", "公開会社"), lambda known: known.public)
LARGE: Final = Whom(Said("large companies", "大会社"), lambda known: known.large)
LISTED: Final = Whom(Said("listed companies", "上場会社"), lambda known: known.listed)
AUDITED: Final = Whom(
    Said("companies with an accounting auditor", "会計監査人設置会社"), lambda known: known.accounting_auditor
)
UNAUDITED: Final = Whom(
    Said("companies without an accounting auditor", "会計監査人設置会社以外の会社"),
    lambda known: known.accounting_auditor is False,
)
GROUP: Final = Whom(
    Said("companies that prepare consolidated statements", "連結計算書類作成会社"), lambda known: known.group
)
COMMITTEE: Final = Whom(
    Said("companies with an audit and supervisory committee", "監査等委員会設置会社"), lambda known: known.committee
)
COMMITTEES: Final = Whom(
    Said("companies with nominating and other committees", "指名委員会等設置会社"), lambda known: known.committees
)
ANY_COMMITTEE: Final = Whom(
    Said("companies with an audit (and supervisory) committee", "監査等委員会設置会社又は指名委員会等設置会社"),
    lambda known: known.committee or known.committees,
)
POLICY_ON_PAY: Final = Whom(
    Said(
        "listed companies with a board of company auditors, and companies with committees",
        "監査役会設置会社である上場会社及び委員会型の会社",
    ),
    lambda known: known.committee or known.committees or bool(known.listed and known.auditors),
)

_RENUMBERED: Final = date(2009, 4, 1)
"""From this day on the ordinances have the numbers of today (see `filingexport.model.law`)."""


def as_it_stood(law: Basis, day: date) -> Said | None:
    """How a provision was numbered on a day before it was renumbered; None where it has the number of today."""
    if isinstance(law, Law) and law.in_2008 is not None and day < _RENUMBERED:
        cited = citation(law.in_2008)
        return Said(cited.en, cited.ja)
    return None


def _entry(owner: Plan, attribute: str) -> Entry:
    return next(each for each in owner.entries if each.attribute == attribute)


@cache
def label(path: str, cls: type = Filing) -> Said:
    """The label of the field at this path of a class."""
    owner = plan(cls)
    entry: Entry | None = None
    for step in path.split("."):
        entry = _entry(owner, step)
        if isinstance(entry, (PartField, RowsField)):
            owner = entry.plan
    return _label(entry)


def _label(entry: Entry | None) -> Said:
    if isinstance(entry, Leaf):
        return Said(entry.concept.en, entry.concept.ja)
    if isinstance(entry, (ListLeaf, RowsField)):
        return Said(entry.rows.en, entry.rows.ja)
    assert isinstance(entry, PartField)
    return Said(entry.plan.info.en, entry.plan.info.ja)


def given(value: Any) -> bool:
    """Whether a field holds something; a disclosed nothing and a dash are something."""
    return value is not None and value != ()


def at_path(filing: Any, path: str) -> Any:
    """What stands at a path, None where anything on the way is missing."""
    value = filing
    for step in path.split("."):
        value = getattr(value, step, None)
        if value is None:
            return None
    return value


def _depth(filing: Any, path: str) -> int:
    """How many steps of a path there are: the field is missing where the path goes on longest."""
    steps = path.split(".")
    return next((n for n in range(len(steps), 0, -1) if given(at_path(filing, ".".join(steps[:n])))), 0)


def lower(said: Said) -> Said:
    """A label in the middle of a sentence."""
    return Said(said.en[:1].lower() + said.en[1:], said.ja)


def requires(
    id: str,
    *fields: str,
    basis: Basis | tuple[Basis, ...],
    of: Whom = ALL,
    what: Said | None = None,
    since: date = date.min,
    by: Literal["year end", "year start", "meeting"] = "year end",
    unless: Callable[[Context], bool] | None = None,
    severity: Severity = Severity.ERROR,
) -> Rule:
    """A field that the law asks for; of several, any one will do.

    what: what is asked for, where it is not the first field's label. since: from which day on the provision applies, by
    the year's end or start, or by the meeting. unless: filings in which there is nothing to tell.
    """
    asked = what or label(fields[0])
    laws = basis if isinstance(basis, tuple) else (basis,)

    def asks(context: Context) -> Iterator[Asked]:
        filing, document = context.filing, fields[0].partition(".")[0]
        if "." in fields[0] and getattr(filing, document) is None:
            return
        if (
            not of.test(company(context))
            or not _applies(context, since, by)
            or (unless is not None and unless(context))
        ):
            return
        told = next((path for path in fields if given(at_path(filing, path))), None)
        yield Asked(told or max(fields, key=lambda path: _depth(filing, path)), told is not None, asked)

    return _declared(id, asked, laws, of, since, severity, asks)


def requires_each(
    id: str,
    cls: type,
    *attributes: str,
    basis: Basis | tuple[Basis, ...],
    of: Whom = ALL,
    what: Said | None = None,
    since: date = date.min,
    by: Literal["year end", "year start", "meeting"] = "year end",
    only: Callable[[Context, At], bool] | None = None,
    severity: Severity = Severity.ERROR,
) -> Rule:
    """A field that the law asks for in every row or part of a class; of several, any one will do.

    only: the rows of which it is asked.
    """
    asked = what or label(attributes[0], cls)
    laws = basis if isinstance(basis, tuple) else (basis,)

    def asks(context: Context) -> Iterator[Asked]:
        if not of.test(company(context)) or not _applies(context, since, by):
            return
        for at in context.of(cls):
            if only is None or only(context, at):
                told = next((each for each in attributes if given(getattr(at.value, each))), None)
                yield Asked(at.sub(told or attributes[0]), told is not None, asked, _named(at))

    return _declared(id, asked, laws, of, since, severity, asks)


def _applies(context: Context, since: date, by: str) -> bool:
    if by == "meeting":
        day = meeting_day(context)
        return since == date.min or (day is not None and day >= since)
    return (context.year_end if by == "year end" else context.year_start) >= since


def _named(at: At) -> Said:
    name = getattr(at.value, "name", None) or getattr(at.value, "title", None)
    readings = dict(getattr(name, "readings", ()))
    if not readings:
        return Said("", "")
    english = readings.get("en", next(iter(readings.values())))
    return Said(english, readings.get("ja", english))


def missing(asked: Said, laws: tuple[Basis, ...], context: Context, whose: Said | None = None) -> Said:
    """The sentence that says what is missing, with the number that the provision had in a year before it was renumbered."""
    then = as_it_stood(laws[0], context.year_end)
    note = (
        say(" ({law} at that time)", "（当時の{law}）", law=then) if then is not None else Said("", "")
    )  # fmt: skip
    if whose:
        return say(
            "{asked}: nothing is told of {whose}{note}",
            "{whose}について{asked}の記載がありません{note}",
            asked=asked,
            whose=whose,
            note=note,
        )
    return say("{asked}: nothing is told{note}", "{asked}の記載がありません{note}", asked=asked, note=note)


def _declared(
    id: str,
    asked: Said,
    laws: tuple[Basis, ...],
    of: Whom,
    since: date,
    severity: Severity,
    asks: Asks,
) -> Rule:
    def check(context: Context) -> Iterator[Found]:
        for each in asks(context):
            if not each.told:
                yield Found(each.path, missing(asked, laws, context, each.whose))

    when = (
        say(" since {day}", "（{day}以後）", day=Said(f"{since:%B} {since.day}, {since.year}", f"{since.year}年{since.month}月{since.day}日"))
        if since != date.min
        else Said("", "")
    )  # fmt: skip
    declared = rule(
        id,
        Kind.COMPLETENESS,
        severity,
        title=say("Missing: {asked}", "{asked}の記載漏れ", asked=lower(asked)),
        why=say(
            "{law} asks it of {whom}{when}.",
            "{law}により、{whom}は記載しなければなりません{when}。",
            law=basis_text(laws[0]),
            whom=of.said,
            when=when,
        ),
        todo=say(
            "Tell {asked}; where there is nothing to tell, say so.",
            "{asked}を記載してください。該当がない場合はその旨を記載してください。",
            asked=lower(asked),
        ),
        basis=laws,
    )(check)
    return attrs.evolve(declared, asks=asks)
