"""Reasonableness against last year's filing: what went over unchanged must, what changed must be told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import chain
from typing import Final

from filingexport.checks import people
from filingexport.checks.capital import capital
from filingexport.checks.choices import chosen
from filingexport.checks.context import At, Context, Figure
from filingexport.checks.numbers import agree, grouped, percent, shown
from filingexport.checks.ratios import figure_of
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.checks.tie_group import company_key
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.business_report.accounting_auditor import AccountingAuditor
from filingexport.model.business_report.group import Operations, Subsidiaries
from filingexport.model.business_report.officers import ChangeOfOffice, OfficeChange, Officer
from filingexport.model.business_report.shares import Shares
from filingexport.model.business_report.trend import TrendYear
from filingexport.model.meaning import Measure
from filingexport.model.notice import Meeting, MeetingKind
from filingexport.model.reference_documents.appropriation_of_surplus import AppropriationOfSurplus
from filingexport.model.reference_documents.candidates import Candidate
from filingexport.model.statements.common_notes.consolidation import EquityMethodScope, ScopeOfConsolidation
from filingexport.model.statements.common_notes.further import FurtherNotes
from filingexport.model.statements.consolidated import Consolidated
from filingexport.model.statements.dividends import Dividend
from filingexport.model.statements.non_consolidated import NonConsolidated
from filingexport.model.values import Block, Count, Money, Text
from filingexport.model.values import Shares as Quantity
from filingexport.said import Said, say, verbatim

_LARGE: Final = Decimal("0.5")
"""A change of half is large …"""
_MATERIAL: Final = Decimal("0.05")
"""… where the amount is a twentieth of total assets, or of revenue."""
_CHANGE_NOTES: Final = frozenset(
    {
        "change_in_accounting_method", "change_in_presentation", "changes_in_accounting_policies", "changes_in_presentation",
        "changes_in_estimates", "correction_of_errors", "policies", "presentation", "estimates", "corrections", "additional",
        "accounting_changes",
    }
)  # fmt: skip
_PRIOR: Final = ".prior_year."


def _restatement_told(context: Context) -> bool:
    """Whether a note of the statements tells of a change of policy, of presentation, or of the correction of an error."""
    for at in context.of(FurtherNotes):
        if at.value.accounting_changes is not None:
            return True
    return any(
        passage.leaf.attribute in _CHANGE_NOTES and not passage.nothing and passage.at.consolidated is not None
        for passage in context.passages
    )


def _both(context: Context) -> Context:
    """Last year's filing; these rules run only where there is one."""
    assert context.last is not None
    return context.last


@rule(
    "fx.lastYear.term",
    Kind.LAST_YEAR,
    Severity.ERROR,
    title=Said("The fiscal year does not follow last year's", "事業年度が前年から連続していない"),
    why=Said(
        "One fiscal year begins where the other ends, and terms and meetings are numbered on.",
        "事業年度は前期末の翌日に始まり、期数及び総会の回次は前年の次となります。",
    ),
    todo=Said(
        "Check the dates and the ordinals, and that last year's filing is the right one.",
        "日付・期数・回次及び比較した前年の書類を確認してください。",
    ),
    basis=(Standard.CALENDAR, item.accounting("59", "2")),
    against_last_year=True,
)
def term(context: Context) -> Iterator[Found]:
    """First day, ordinal of the term, ordinal of the ordinary meeting."""
    last = _both(context)
    follows = last.year_end + timedelta(days=1)
    if context.year_start != follows:
        yield Found(
            "fiscal_year_start",
            say(
                "the year begins on {start}; last year ended on {end}",
                "当期の開始日は{start}ですが、前期の終了日は{end}です",
                start=context.year_start.isoformat(),
                end=last.year_end.isoformat(),
            ),
            verbatim(context.year_start.isoformat()),
            verbatim(follows.isoformat()),
        )
    now, before = context.filing.fiscal_term, last.filing.fiscal_term
    if isinstance(now, Count) and isinstance(before, Count) and now.amount != before.amount + 1:
        yield _ordinal("fiscal_term", now, before)
    at, other = context.first_at(Meeting), last.first_at(Meeting)
    if at is None or other is None or {at.value.kind, other.value.kind} != {MeetingKind.ORDINARY}:
        return
    now, before = at.value.ordinal, other.value.ordinal
    if isinstance(now, Count) and isinstance(before, Count) and now.amount != before.amount + 1:
        yield _ordinal(at.sub("ordinal"), now, before)


def _ordinal(path: str, now: Count, before: Count) -> Found:
    return Found(
        path,
        say("{now} now, {before} last year", "当期は{now}、前年は{before}です", now=shown(now), before=shown(before)),
        shown(now),
        verbatim(grouped(before.amount + 1)),
    )


# --- figures that went over ---------------------------------------------------------------------------------------


@rule(
    "fx.lastYear.column",
    Kind.LAST_YEAR,
    Severity.ERROR,
    title=Said(
        "A figure of the prior year's column is not that of last year's filing", "前期の数値と前年提出書類の不一致"
    ),
    why=Said(
        "What is printed beside the year is what was filed for the year before; a restatement must be told in the notes.",
        "前期の数値は前年に提出した数値と一致し、遡及処理を行った場合は注記が必要です。",
    ),
    todo=Said(
        "Correct the column, or tell the restatement and its reason in the notes.",
        "前期の数値を訂正するか、遡及処理の内容と理由を注記してください。",
    ),
    basis=(Standard.CONSISTENCY, item.accounting("102-2"), item.accounting("102-5")),
    against_last_year=True,
)
def column(context: Context) -> Iterator[Found]:
    """Every figure of the prior year's statements against the same field of last year's filing."""
    last = _both(context)
    told = _restatement_told(context)
    before = {figure.path: figure for figure in last.figures}
    for figure in context.figures:
        if _PRIOR not in figure.path or figure.at.consolidated is None:
            continue
        other = before.get(figure.path.replace(_PRIOR, "."))
        if other is not None and not agree(figure.value, other.value):
            yield _restated(context, figure, other, told)


@rule(
    "fx.lastYear.closing",
    Kind.LAST_YEAR,
    Severity.ERROR,
    title=Said("A figure of the year before is not that of last year's filing", "前期に係る数値と前年提出書類の不一致"),
    why=Said(
        "Opening balances and the trend repeat last year's figures; where they differ, something was restated or mistyped.",
        "期首残高及び推移表は前年の数値を引き継ぐもので、相違は遡及処理又は誤記を示します。",
    ),
    todo=Said(
        "Correct the figure, or tell the restatement and its reason.",
        "数値を訂正するか、遡及処理の内容と理由を記載してください。",
    ),
    basis=(Standard.ACCOUNTING, item.accounting("96", "7")),
    against_last_year=True,
)
def closing(context: Context) -> Iterator[Found]:
    """Measures at last year's end and over last year, in this filing, against last year's statements."""
    last = _both(context)
    told = _restatement_told(context)
    for measure, figures in context.measured.items():
        for figure in figures:
            if _PRIOR in figure.path or (figure.moment if figure.leaf.instant else figure.at.end) != last.year_end:
                continue
            of_group = figure.at.consolidated
            of_group = context.tells_group if of_group is None else of_group
            other = figure_of(last, measure, last.year_end, of_group)
            if other is not None and other.at.consolidated is not None and not agree(figure.value, other.value):
                yield _restated(context, figure, other, told)


def _restated(context: Context, figure: Figure, other: Figure, told: bool) -> Found:
    negated = figure.leaf.concept.negated
    return Found(
        figure.path,
        say(
            "{label} of the year before is {now} here; last year's filing has {before}",
            "前期の{label}はここでは{now}ですが、前年提出書類では{before}です",
            label=figure.label,
            now=shown(figure.value, negated),
            before=shown(other.value, negated),
        ),
        shown(figure.value, negated),
        shown(other.value, negated),
        severity=Severity.NOTE if told else None,
    )


@rule(
    "fx.lastYear.trend",
    Kind.LAST_YEAR,
    Severity.WARNING,
    title=Said("An earlier year of the trend is not as it was told last year", "推移表の過年度数値の変更"),
    why=Said(
        "Years that are past do not change without a restatement or a stock split, which a note tells.",
        "過年度の数値は、遡及処理又は株式分割等の注記なく変更されません。",
    ),
    todo=Said(
        "Correct the figure, or say in a note why it changed.", "数値を訂正するか、変更の理由を注記してください。"
    ),
    basis=(Standard.CONSISTENCY, item.enforcement("120", "3")),
    against_last_year=True,
)
def trend(context: Context) -> Iterator[Found]:
    """Each figure of each year that both trends tell."""
    last = _both(context)
    years = {at.end: at for at in last.of(TrendYear)}
    for at in context.of(TrendYear):
        other = years.get(at.end)
        if other is None:
            continue
        for figure in context.figures_in(at):
            before = getattr(other.value, figure.leaf.attribute, None)
            if type(before) is type(figure.value) and not agree(figure.value, before):
                yield Found(
                    figure.path,
                    say(
                        "{label} of the year to {end}: {now} now, {before} last year",
                        "{end}に終了した年度の{label}が前年の{before}から{now}に変わっています",
                        label=figure.label,
                        end=str(at.end),
                        now=shown(figure.value),
                        before=shown(before),
                    ),
                    shown(figure.value),
                    shown(before),
                )


@rule(
    "fx.lastYear.shares",
    Kind.LAST_YEAR,
    Severity.ERROR,
    title=Said("Shares did not go over from last year", "株式数が前年から連続していない"),
    why=Said(
        "The shares of last year and those issued in the year are the shares of today.",
        "前期末の株式数に当期の増減を加減した数は当期末の株式数に一致します。",
    ),
    todo=Said(
        "Check the opening number, the increase and the closing number.",
        "期首株式数、増減及び期末株式数を確認してください。",
    ),
    basis=(Standard.ARITHMETIC, item.accounting("105")),
    against_last_year=True,
)
def shares(context: Context) -> Iterator[Found]:
    """The number at the year's beginning, and the increase told, against last year's number."""
    now, before = capital(context), capital(_both(context))
    if now is None or before is None:
        return
    for at in context.of(Shares):
        told = at.value.increase
        grown = now.issued - before.issued
        if isinstance(told, Quantity) and told.amount != grown:
            yield Found(
                at.sub("increase"),
                say(
                    "an increase of {told} is told; there were {before} shares and are {now}",
                    "増加数は{told}とありますが、前期末{before}株、当期末{now}株です",
                    told=shown(told),
                    before=grouped(before.issued),
                    now=grouped(now.issued),
                ),
                shown(told),
                verbatim(grouped(grown)),
            )
        elif not isinstance(told, Quantity) and grown:
            yield Found(
                at.sub("issued"),
                say(
                    "there were {before} shares last year and are {now}; nothing says why",
                    "発行済株式の総数が前期末{before}株から{now}株に変わっていますが、理由の記載がありません",
                    before=grouped(before.issued),
                    now=grouped(now.issued),
                ),
                severity=Severity.WARNING,
            )
    if now.at_start is not None and now.at_start not in (before.outstanding, before.issued):
        yield Found(
            _path_of_shares(context),
            say(
                "the year begins with {start} shares; last year ended with {end}",
                "期首の株式数は{start}株ですが、前期末は{end}株です",
                start=grouped(now.at_start),
                end=grouped(before.outstanding),
            ),
        )


def _path_of_shares(context: Context) -> str:
    at = context.first_at(Shares)
    return at.sub("issued") if at is not None else ""


@rule(
    "fx.lastYear.employees",
    Kind.LAST_YEAR,
    Severity.ERROR,
    title=Said("The change in employees is not that against last year", "従業員数の増減と前年の不一致"),
    why=Said(
        "The change told is today's number less last year's.", "増減数は当期末と前期末の従業員数の差に一致します。"
    ),
    todo=Said("Correct the number or the change.", "従業員数又は増減数を訂正してください。"),
    basis=Standard.ARITHMETIC,
    against_last_year=True,
)
def employees(context: Context) -> Iterator[Found]:
    """Number and change against last year's number."""
    last = _both(context)
    before = figure_of(last, Measure.EMPLOYEES, last.year_end)
    now = figure_of(context, Measure.EMPLOYEES, context.year_end)
    for at in context.of(Operations):
        told = at.value.change_in_employees
        if before is None or now is None or not isinstance(told, Count):
            continue
        if told.amount != now.value.amount - before.value.amount:
            yield Found(
                at.sub("change_in_employees"),
                say(
                    "a change of {told}; there were {before} and are {now}",
                    "増減数は{told}とありますが、前期末{before}名、当期末{now}名です",
                    told=shown(told),
                    before=shown(before.value),
                    now=shown(now.value),
                ),
                shown(told),
                verbatim(grouped(now.value.amount - before.value.amount)),
            )


@rule(
    "fx.lastYear.dividend",
    Kind.LAST_YEAR,
    Severity.ERROR,
    title=Said("The increase of the dividend is not that against last year", "増配額と前年の年間配当の不一致"),
    why=Said(
        "The increase told is this year's annual dividend less last year's.",
        "増加額は当期と前期の年間配当の差に一致します。",
    ),
    todo=Said("Correct the increase or the annual dividend.", "増加額又は年間配当を訂正してください。"),
    basis=Standard.ARITHMETIC,
    against_last_year=True,
)
def dividend(context: Context) -> Iterator[Found]:
    """The increase in the proposal on surplus against the annual dividend of last year's."""
    last = _both(context)
    for at in context.of(AppropriationOfSurplus):
        annual, increase = at.value.annual_dividend_per_share, at.value.increase_per_share
        if not isinstance(annual, Money) or not isinstance(increase, Money):
            continue
        before = _annual(last)
        if before is not None and annual.amount - increase.amount != before:
            yield Found(
                at.sub("increase_per_share"),
                say(
                    "{annual} a year is called an increase of {increase}; last year it was {before}",
                    "年間配当{annual}は{increase}の増加とありますが、前年は{before}円です",
                    annual=shown(annual),
                    increase=shown(increase),
                    before=grouped(before),
                ),
                shown(increase),
                verbatim(grouped(annual.amount - before)),
            )


def _annual(last: Context) -> Decimal | None:
    for at in last.of(AppropriationOfSurplus):
        annual = at.value.annual_dividend_per_share
        if isinstance(annual, Money):
            return annual.amount
        final = at.value.dividend_per_share
        if isinstance(final, Money):
            interim = {
                (each.value.record_date, each.value.per_share.amount)
                for each in last.of(Dividend)
                if each.value.record_date is not None
                and last.year_start <= each.value.record_date < last.year_end
                and isinstance(each.value.per_share, Money)
            }
            return final.amount + sum((amount for _, amount in interim), Decimal(0))
    return None


# --- what changed -------------------------------------------------------------------------------------------------


def _lines(context: Context) -> dict[str, Figure]:
    """The lines of the year's own statements, without matrices and notes, by path."""
    return {
        figure.path: figure
        for figure in context.figures
        if figure.at.consolidated is not None
        and figure.line is None
        and _PRIOR not in figure.path
        and ".notes." not in figure.path
        and isinstance(figure.value, Money)
        and figure.leaf.concept.kind == "money"
    }


@rule(
    "fx.lastYear.largeChange",
    Kind.LAST_YEAR,
    Severity.NOTE,
    title=Said("A line changed by half or more", "著しい増減のある科目"),
    why=Said(
        "Readers ask about changes of this size; a figure in the wrong unit or line looks the same.",
        "著しい増減は説明を求められるほか、単位や科目の誤りの可能性があります。",
    ),
    todo=Said(
        "Check the figure; say in the business report what happened.",
        "数値を確認し、事業報告で増減の理由を説明してください。",
    ),
    basis=Standard.PRACTICE,
    against_last_year=True,
)
def large_change(context: Context) -> Iterator[Found]:
    """Lines of the statements whose change is half of last year's amount and a twentieth of total assets or of revenue."""
    before = _lines(_both(context))
    for path, figure in _lines(context).items():
        other = before.get(path)
        if other is None or other.value.amount == 0:
            continue
        change = figure.value.amount - other.value.amount
        scale = figure_of(
            context,
            Measure.TOTAL_ASSETS if figure.leaf.instant else Measure.REVENUE,
            context.year_end,
            figure.at.consolidated,
        )
        if scale is None or abs(change) < abs(scale.value.amount) * _MATERIAL:
            continue
        if abs(change) >= abs(other.value.amount) * _LARGE:
            negated = figure.leaf.concept.negated
            yield Found(
                path,
                say(
                    "{label} went from {before} to {now}, by {change}",
                    "{label}が{before}から{now}へ{change}変動しています",
                    label=figure.label,
                    before=shown(other.value, negated),
                    now=shown(figure.value, negated),
                    change=percent(change / abs(other.value.amount), 2),
                ),
                shown(figure.value, negated),
            )


@rule(
    "fx.lastYear.vanished",
    Kind.LAST_YEAR,
    Severity.NOTE,
    title=Said("A line of last year is not there any more", "前年にあった科目の消滅"),
    why=Said(
        "A line that goes was put into another, which the notes tell, or was forgotten.",
        "科目の消滅は、他の科目への集約（表示方法の変更の注記を要する）又は脱漏を示します。",
    ),
    todo=Said(
        "Tell the change of presentation, or add the line.", "表示方法の変更を注記するか、科目を追加してください。"
    ),
    basis=(Standard.CONSISTENCY, item.accounting("102-3")),
    against_last_year=True,
)
def vanished(context: Context) -> Iterator[Found]:
    """Lines with a material amount last year and none now, where no note tells of a change of presentation."""
    if _restatement_told(context):
        return
    now, last = _lines(context), _both(context)
    for path, figure in _lines(last).items():
        part = path.rpartition(".")[0]
        if path in now or part not in context.by_path:
            continue
        field = path.rpartition(".")[2]
        value = getattr(context.by_path[part].value, field, None)
        scale = figure_of(last, Measure.TOTAL_ASSETS, last.year_end, figure.at.consolidated)
        if value is None and scale is not None and abs(figure.value.amount) >= abs(scale.value.amount) / 100:
            yield Found(
                part,
                say(
                    "{label} was {before} last year and is not there now",
                    "前年に{before}あった{label}が記載されていません",
                    label=figure.label,
                    before=shown(figure.value, figure.leaf.concept.negated),
                ),
            )


@rule(
    "fx.lastYear.policy",
    Kind.LAST_YEAR,
    Severity.WARNING,
    title=Said("An accounting policy reads otherwise than last year, and no change is told", "会計方針の記載の変更"),
    why=Said(
        "A policy is applied from year to year; a change of it is disclosed with its reason and effect.",
        "会計方針は継続して適用し、変更した場合は変更の内容、理由及び影響額を注記します。",
    ),
    todo=Said(
        "Tell the change of policy, or restore the wording.", "会計方針の変更を注記するか、記載を元に戻してください。"
    ),
    basis=(item.accounting("102-2"), item.accounting("101")),
    against_last_year=True,
)
def policy(context: Context) -> Iterator[Found]:
    """Texts on accounting policies that are not the same, but for years and spaces, where no note tells of a change."""
    if _restatement_told(context):
        return
    last = {(each.path, each.language): each for each in _both(context).passages if _is_policy(each.path)}
    seen = set()
    for passage in context.passages:
        other = last.get((passage.path, passage.language))
        if other is None or passage.path in seen:
            continue
        if _wording(passage.text) != _wording(other.text):
            seen.add(passage.path)
            yield Found(
                passage.path,
                Said(
                    "the policy reads otherwise than last year, and the notes tell of no change",
                    "会計方針の記載が前年と異なりますが、変更の注記がありません",
                ),
            )


def _is_policy(path: str) -> bool:
    return ".accounting_policies" in path and not path.endswith("title")


def _wording(text: str) -> str:
    return re.sub(r"[\s0-9０-９]+", "", text).casefold()


@rule(
    "fx.lastYear.standards",
    Kind.LAST_YEAR,
    Severity.WARNING,
    title=Said("Other accounting standards than last year", "会計基準の変更"),
    why=Said(
        "With other standards, no figure compares with last year's until it is restated.",
        "会計基準を変更した場合、前期の数値は組替えなければ比較できません。",
    ),
    todo=Said(
        "Tell the first application and restate the prior year.",
        "適用初年度である旨を記載し、前期の数値を組み替えてください。",
    ),
    basis=(item.accounting("120"), item.accounting("101")),
    against_last_year=True,
)
def standards(context: Context) -> Iterator[Found]:
    """The standards of both kinds of statements."""
    last = _both(context)
    for cls in (Consolidated, NonConsolidated):
        at, other = context.first_at(cls), last.first_at(cls)
        if at is None or other is None:
            continue
        now, before = at.value.accounting_standards, other.value.accounting_standards
        if now is not None and before is not None and now is not before:
            yield Found(
                at.sub("accounting_standards"),
                say(
                    "{now} now, {before} last year",
                    "当期は{now}、前年は{before}です",
                    now=chosen(now),
                    before=chosen(before),
                ),
                chosen(now),
                chosen(before),
            )


@rule(
    "fx.lastYear.name",
    Kind.LAST_YEAR,
    Severity.WARNING,
    title=Said("A name is not the one of last year, and nothing says why", "名称の変更に関する記載がない"),
    why=Said(
        "A company or an auditor that changes is told; a name that is spelled otherwise is a slip.",
        "商号又は会計監査人の変更は記載を要し、変更がない場合は表記の誤りです。",
    ),
    todo=Said("Correct the name, or tell the change.", "名称を訂正するか、変更の旨を記載してください。"),
    basis=(Standard.CONSISTENCY, item.enforcement("126", "", "1")),
    against_last_year=True,
)
def name(context: Context) -> Iterator[Found]:
    """The company's name and identifiers, and its accounting auditor."""
    last = _both(context)
    company, before = context.filing.company, last.filing.company
    for attribute in ("identifier", "corporate_number", "edinet_code", "securities_code", "lei"):
        mine, theirs = getattr(company, attribute), getattr(before, attribute)
        if mine is not None and theirs is not None and mine != theirs:
            yield _renamed(f"company.{attribute}", verbatim(mine), verbatim(theirs), Severity.ERROR)
    if not people.same(company.name, before.name) and not _mentioned(context, before.name):
        yield _renamed("company.name", people.said(company.name), people.said(before.name), None)
    at, other = context.first_at(AccountingAuditor), last.first_at(AccountingAuditor)
    if at is None or other is None:
        return
    now, was = at.value.name, other.value.name
    if isinstance(now, Text) and isinstance(was, Text) and not people.same(now, was):
        told = isinstance(at.value.resignation, Block) or _mentioned(context, was)
        if not told:
            yield _renamed(at.sub("name"), people.said(now), people.said(was), None)


_CHANGED: Final = re.compile(
    r"\b(?:former|chang|renam|succe|replac|resign|retir|new)|旧|変更|就任|退任|辞任|新た|商号", re.IGNORECASE
)


def _mentioned(context: Context, name: Text) -> bool:
    """Whether a text speaks of this name and of a change."""
    readings = [reading for _, reading in name.readings]
    return any(
        any(reading in passage.text for reading in readings) and _CHANGED.search(passage.text) is not None
        for passage in context.passages
        if passage.leaf.concept.kind == "prose"
    )


def _renamed(path: str, now: Said, before: Said, severity: Severity | None) -> Found:
    return Found(
        path,
        say("{now} now, {before} last year", "当期は{now}、前年は{before}です", now=now, before=before),
        now,
        before,
        severity=severity,
    )


@rule(
    "fx.lastYear.officers",
    Kind.LAST_YEAR,
    Severity.WARNING,
    title=Said("An officer came or went, and nothing says so", "役員の異動の記載がない"),
    why=Said(
        "Between the two lists stand the elections of last year's meeting and the changes of the year, nothing else.",
        "前年の役員一覧との差は、前年の総会における選任及び期中の異動により説明されます。",
    ),
    todo=Said(
        "Add the officer, or tell when and how the office began or ended.",
        "役員を追加するか、就任・退任の時期を記載してください。",
    ),
    basis=(item.enforcement("121", "", "1"), item.enforcement("121", "", "7")),
    against_last_year=True,
)
def officers(context: Context) -> Iterator[Found]:
    """Last year's list with last year's candidates against this year's list with its changes."""
    last = _both(context)
    now, before = context.of(Officer), last.of(Officer)
    if not now or not before:
        return
    elected = last.of(Candidate)
    changes = context.of(ChangeOfOffice)
    everybody = people.people(context)
    known = everybody.index([*before, *elected, *changes])
    listed = everybody.index(now)
    retired = everybody.index(
        each for each in chain(last.of(ChangeOfOffice), changes) if each.value.kind is OfficeChange.RETIREMENT
    )
    for at in now:
        if known.find(at.value.name) is None and at.value.assumed_on is None:
            yield Found(
                at.sub("name"),
                say(
                    "{name} was neither in office last year nor a candidate, and no assumption of office is told",
                    "{name}は前年の役員にも候補者にもなく、就任の記載もありません",
                    name=people.said(at.value.name),
                ),
                people.said(at.value.name),
            )
    holder = now[0].parent
    leaving = {each for name in _leaving(last) for each in everybody.ids(name)}
    for at in before:
        gone = not leaving.isdisjoint(everybody.ids(at.value.name))
        if listed.find(at.value.name) is None and not gone and retired.find(at.value.name) is None:
            yield Found(
                holder.sub("officers") if holder is not None else "",
                say(
                    "{name} was in office last year, is not in the list now, and no retirement is told",
                    "前年に在任していた{name}が一覧になく、退任の記載もありません",
                    name=people.said(at.value.name),
                ),
            )


def _leaving(last: Context) -> list[Text]:
    """Who left at last year's meeting: those whose terms expired and who were no candidates, and those who retired."""
    found: list[Text] = []
    candidates = people.people(last).index(last.of(Candidate))
    for at in last.parts:
        for attribute in ("terms_expiring_names", "retiring_names"):
            names = getattr(at.value, attribute, ())
            found += [each for each in names if candidates.find(each) is None]
    return found


@rule(
    "fx.lastYear.subsidiaries",
    Kind.LAST_YEAR,
    Severity.WARNING,
    title=Said("A company came into or left the group, and nothing says so", "連結の範囲の変更の記載がない"),
    why=Said(
        "The notes tell which companies were newly included and which left, and why.",
        "連結の範囲又は持分法の適用の範囲の変更は、その旨及び理由を注記します。",
    ),
    todo=Said("Tell the change of scope, or correct the names.", "範囲の変更を記載するか、名称を訂正してください。"),
    basis=(item.accounting("102", "1"),),
    against_last_year=True,
)
def subsidiaries(context: Context) -> Iterator[Found]:
    """The companies named in the scope of consolidation and of the equity method in both years."""
    last = _both(context)
    pairs: list[tuple[At, At, str]] = []
    for cls, attribute in ((ScopeOfConsolidation, "subsidiaries"), (EquityMethodScope, "investees"), (Subsidiaries, "subsidiaries")):  # fmt: skip
        at, other = context.first_at(cls), last.first_at(cls)
        if at is not None and other is not None:
            pairs.append((at, other, attribute))
    for at, other, attribute in pairs:
        mine, theirs = _companies(at, attribute), _companies(other, attribute)
        told = {
            company_key(reading)
            for each in getattr(at.value, "newly_included", ())
            for _, reading in each.name.readings
        }
        for number, (key, name) in enumerate(mine.items(), 1):
            if key not in theirs and key not in told and not _told_elsewhere(context, at, attribute, name):
                yield Found(
                    f"{at.sub(attribute)}.{number}",
                    say(
                        "{name} was not named last year, and nothing says that it is new",
                        "{name}は前年に記載がなく、新規である旨の記載もありません",
                        name=name,
                    ),
                    verbatim(name),
                )
        for key, name in theirs.items():
            if key not in mine and not _told_elsewhere(context, at, attribute, name):
                yield Found(
                    at.sub(attribute),
                    say(
                        "{name} was named last year and is not now; nothing says why",
                        "前年に記載された{name}がなく、除外の理由の記載もありません",
                        name=name,
                    ),
                )


def _companies(at: At, attribute: str) -> dict[str, str]:
    found = {}
    for each in getattr(at.value, attribute):
        name = each if isinstance(each, Text) else each.name
        reading = name.readings[0][1]
        found[company_key(reading)] = reading
    return found


def _told_elsewhere(context: Context, at: At, attribute: str, name: str) -> bool:
    """Whether another text than this list itself speaks of the company."""
    here = at.sub(attribute)
    return any(
        name in passage.text and not passage.path.startswith(here) and passage.leaf.concept.kind == "prose"
        for passage in context.passages
    )
