"""Ties of figures per share to what they are made of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from filingexport.checks import intervals
from filingexport.checks.capital import capital, in_trusts, number_of, same_class, split_in_the_year
from filingexport.checks.context import At, Context, Figure
from filingexport.checks.intervals import Interval, exactly
from filingexport.checks.numbers import grouped, money, shown, to_places
from filingexport.checks.ratios import figure_of
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.business_report.share_classes import ShareClass
from filingexport.model.meaning import Measure
from filingexport.model.proposal_kinds import Proposer
from filingexport.model.reference_documents.proposal import Proposal
from filingexport.model.reference_documents.share_class_dividend import ClassDividend
from filingexport.model.statements.common_notes.equity import PerShareNote
from filingexport.model.values import Money
from filingexport.model.values import Shares as Quantity
from filingexport.said import Said, say

_WHY_SHARES: Final = Said(
    "What is told a share, times the shares, is what is told in total.",
    "１株当たりの額に株式数を乗じた額は総額に一致します。",
)


@rule(
    "fx.tie.earningsShares",
    Kind.TIES,
    Severity.ERROR,
    title=Said("Net income a share does not fit the number of shares", "１株当たり当期純利益と株式数の不整合"),
    why=Said(
        "Net income divided by that a share is the average number of shares, which lies between those of the year.",
        "当期純利益を１株当たり当期純利益で除した期中平均株式数は、当期中の株式数の範囲内となります。",
    ),
    todo=Said(
        "Recompute net income a share with the weighted average of the shares outstanding.",
        "期中平均株式数により１株当たり当期純利益を計算し直してください。",
    ),
    basis=(Standard.ARITHMETIC, item.accounting("113")),
)
def earnings_shares(context: Context) -> Iterator[Found]:
    """The average number of shares that net income a share implies, against the numbers of the year."""
    shares = capital(context)
    if shares is None or split_in_the_year(context):
        return
    if shares.classes > 1:
        yield from _earnings_of_common(context)
        return
    low = min(shares.outstanding, shares.at_start) if shares.at_start is not None else shares.issued / 2
    high = max(shares.outstanding, shares.at_start) if shares.at_start is not None else shares.issued
    if shares.at_start is None:
        low = shares.outstanding - max(shares.treasury, shares.issued / 50)
        high = min(shares.issued, shares.outstanding + max(shares.treasury, shares.issued / 50))
    for group in (True, False):
        income = figure_of(context, Measure.NET_INCOME, context.year_end, group)
        if income is None or income.value.amount == 0:
            continue
        for figure in context.measured.get(Measure.EARNINGS_PER_SHARE, ()):
            if figure.at.end != context.year_end or not _of(context, figure, group) or figure.value.amount == 0:
                continue
            try:
                implied = intervals.rounded(income.value) / intervals.rounded(figure.value)
            except ZeroDivisionError:
                continue
            if not implied.meets(Interval(low, high)):
                yield Found(
                    figure.path,
                    say(
                        "{income} at {per_share} a share means {implied} shares on average; there were {low} to {high}",
                        "当期純利益{income}、１株当たり{per_share}から平均株式数は{implied}株となりますが、"
                        "株式数は{low}～{high}株です",
                        income=shown(income.value),
                        per_share=shown(figure.value),
                        implied=grouped(to_places(implied.middle, 0)),
                        low=grouped(to_places(low, 0)),
                        high=grouped(to_places(high, 0)),
                    ),
                    shown(figure.value),
                    severity=None if shares.at_start is not None else Severity.WARNING,
                    others=(income.path,),
                )


def _of_shareholders(at: At) -> bool:
    """Whether it stands in a proposal of shareholders, which comes instead of the company's."""
    proposal = at.outer(Proposal)
    return proposal is not None and proposal.proposer is Proposer.SHAREHOLDER


def _earnings_of_common(context: Context) -> Iterator[Found]:
    """With several classes: net income less what the others are given, over the shares of the class that votes first."""
    classes = [at.value for at in context.of(ShareClass)]
    common = next((each for each in classes if each.voting is True), None)
    issued = number_of(common.issued) if common is not None else None
    if common is None or issued is None or issued <= 0:
        return
    others = sum(
        (
            number_of(at.value.total) or Decimal(0)
            for at in context.of(ClassDividend)
            if not same_class(at.value.share_class, common.name) and not _of_shareholders(at)
        ),
        Decimal(0),
    )
    income = figure_of(context, Measure.NET_INCOME, context.year_end)
    for figure in context.measured.get(Measure.EARNINGS_PER_SHARE, ()):
        if income is None or figure.at.end != context.year_end or not _of(context, figure, context.tells_group):
            continue
        left = intervals.rounded(income.value).shifted(-others)
        held = issued - (number_of(common.treasury) or Decimal(0))
        # The average of the year may be a little below or above.
        if not intervals.fits(figure.value, left / Interval(held * Decimal("0.98"), issued * Decimal("1.02"))):
            expected = money(to_places((left / exactly(held)).middle, 2), "JPY", 2)
            yield Found(
                figure.path,
                say(
                    "{printed} a share; net income less {others} for other classes over {held} shares is {expected}",
                    "１株当たり{printed}ですが、他の種類株式への{others}を控除し{held}株で除した額は{expected}です",
                    printed=shown(figure.value),
                    others=money(others),
                    held=grouped(held),
                    expected=expected,
                ),
                shown(figure.value),
                expected,
                others=(income.path,),
            )


def _of(context: Context, figure: Figure, group: bool) -> bool:
    of_group = figure.at.consolidated
    return (context.tells_group if of_group is None else of_group) is group


@rule(
    "fx.tie.equityShares",
    Kind.TIES,
    Severity.ERROR,
    title=Said("Net assets a share do not fit the number of shares", "１株当たり純資産額と株式数の不整合"),
    why=Said(
        "Equity of the shareholders divided by the shares outstanding at the end of the year is what is told a share.",
        "株主に帰属する純資産額を期末の株式数で除した額は１株当たり純資産額に一致します。",
    ),
    todo=Said(
        "Recompute with the shares outstanding at the end of the year, or say on which number it is computed.",
        "期末の株式数により計算し直すか、算定の基礎とした株式数を注記してください。",
    ),
    basis=(Standard.ARITHMETIC, item.accounting("113")),
)
def equity_shares(context: Context) -> Iterator[Found]:
    """Each figure at the end of the year against the statements and the shares outstanding."""
    shares = capital(context)
    if shares is None or shares.classes > 1 or shares.outstanding <= 0:
        return
    counts = [shares.outstanding, shares.outstanding - in_trusts(context)]
    for note in context.of(PerShareNote):
        trust = number_of(note.value.trust_shares_deducted)
        at_end = number_of(note.value.shares_at_end)
        counts += [shares.outstanding - trust] if trust else []
        counts += [at_end] if at_end else []
    for figure in context.measured.get(Measure.EQUITY_PER_SHARE, ()):
        if figure.moment != context.year_end:
            continue
        group = context.tells_group if figure.at.consolidated is None else figure.at.consolidated
        owners = _owners_equity(context, group)
        if owners is None:
            continue
        computed = [owners / exactly(count) for count in counts if count > 0]
        if not any(intervals.fits(figure.value, each) for each in computed):
            expected = money(to_places(computed[0].middle, 2), "JPY", 2)
            yield Found(
                figure.path,
                say(
                    "{printed} a share, but equity divided by {count} shares is {expected}",
                    "１株当たり{printed}ですが、純資産額を{count}株で除した額は{expected}です",
                    printed=shown(figure.value),
                    count=grouped(counts[0]),
                    expected=expected,
                ),
                shown(figure.value),
                expected,
            )


def _owners_equity(context: Context, group: bool) -> Interval | None:
    """What belongs to the shareholders: of net assets without rights and non-controlling interests, else equity."""
    rights = figure_of(context, Measure.SHARE_ACQUISITION_RIGHTS, context.year_end, group)
    others = figure_of(context, Measure.NON_CONTROLLING_INTERESTS, context.year_end, group)
    whole = figure_of(context, Measure.NET_ASSETS, context.year_end, group)
    if whole is None or whole.at.consolidated is None:
        equity = figure_of(context, Measure.EQUITY, context.year_end, group)
        return intervals.rounded(equity.value) if equity is not None and equity.at.consolidated is not None else None
    found = intervals.rounded(whole.value)
    for each in (rights, others):
        if each is not None:
            found = found - intervals.rounded(each.value)
    return found


@rule(
    "fx.tie.perShareNote",
    Kind.TIES,
    Severity.ERROR,
    title=Said("A figure a share is not that of its own basis", "１株当たり情報と算定の基礎の不一致"),
    why=Said(
        "The note tells what each figure a share is computed from; the division must come out.",
        "１株当たり情報は、注記された算定の基礎から計算した額に一致します。",
    ),
    todo=Said("Recompute the figure.", "計算し直してください。"),
    basis=(Standard.ARITHMETIC, item.accounting("113")),
)
def per_share_note(context: Context) -> Iterator[Found]:
    """Basic and diluted earnings of the note against its profit and average shares."""
    for at in context.of(PerShareNote):
        value = at.value
        if not isinstance(value.profit, Money) or not isinstance(value.average_shares, Quantity):
            continue
        shares = intervals.rounded(value.average_shares)
        more = intervals.rounded(value.dilutive_shares) if isinstance(value.dilutive_shares, Quantity) else None
        for name, count in (("basic_earnings", shares), ("diluted_earnings", shares + more if more else None)):
            printed = getattr(value, name)
            if not isinstance(printed, Money) or count is None or count.low <= 0:
                continue
            computed = intervals.rounded(value.profit) / count
            if not intervals.fits(printed, computed):
                expected = money(to_places(computed.middle, 2), printed.currency, 2)
                yield Found(
                    at.sub(name),
                    say(
                        "{printed} is told, its basis gives {expected}",
                        "{printed}と記載されていますが、算定の基礎からは{expected}となります",
                        printed=shown(printed),
                        expected=expected,
                    ),
                    shown(printed),
                    expected,
                    others=(at.sub("profit"), at.sub("average_shares")),
                )


@rule(
    "fx.tie.averageShares",
    Kind.TIES,
    Severity.WARNING,
    title=Said(
        "Consolidated and non-consolidated figures a share imply different numbers of shares",
        "連結・個別の１株当たり情報の株式数の不整合",
    ),
    why=Said(
        "Both are of the same shares, so that both divisions lead to the same average number, but for shares held in the group.",
        "連結と個別の１株当たり当期純利益は同一の期中平均株式数に基づくため、逆算した株式数はほぼ一致します。",
    ),
    todo=Said("Recompute both figures a share.", "双方の１株当たり当期純利益を計算し直してください。"),
    basis=(Standard.ARITHMETIC, item.accounting("113")),
)
def average_shares(context: Context) -> Iterator[Found]:
    """The average number of shares implied by the consolidated figures against that of the non-consolidated."""
    implied: dict[bool, tuple[Interval, str]] = {}
    for group in (True, False):
        income = figure_of(context, Measure.NET_INCOME, context.year_end, group)
        per_share = figure_of(context, Measure.EARNINGS_PER_SHARE, context.year_end, group)
        if income is None or per_share is None or context.of(ShareClass):
            continue
        try:
            quotient = intervals.rounded(income.value) / intervals.rounded(per_share.value)
        except ZeroDivisionError:
            continue
        implied[group] = (quotient, per_share.path)
    if len(implied) < 2:
        return
    (group_shares, group_path), (own_shares, own_path) = implied[True], implied[False]
    slack = own_shares.middle / 100
    wider = Interval(own_shares.low - slack, own_shares.high + slack)
    if not group_shares.meets(wider):
        yield Found(
            own_path,
            say(
                "{own} shares on average here, {group} by the consolidated figures",
                "個別の平均株式数は{own}株、連結では{group}株と逆算されます",
                own=grouped(to_places(own_shares.middle, 0)),
                group=grouped(to_places(group_shares.middle, 0)),
            ),
            others=(group_path,),
        )
