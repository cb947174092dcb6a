"""Ties of shares: per-share figures, dividends, holdings and balances, all of the same number of shares."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

from filingexport.checks import intervals
from filingexport.checks.context import At, Context, Figure
from filingexport.checks.intervals import Interval, exactly
from filingexport.checks.numbers import agree, foots, grouped, money, percent, shown, to_places, unit
from filingexport.checks.ratios import figure_of
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.declaring import frozen
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.business_report.share_classes import ShareClass, SharesHeldOfClass
from filingexport.model.business_report.shares import MajorShareholder, Shares
from filingexport.model.business_report.stock_acquisition_rights import RightsGrant, RightsHeld
from filingexport.model.business_report.stock_compensation import StockCompensation, StockPlan
from filingexport.model.business_report.trend import Trend, TrendYear
from filingexport.model.meaning import Measure
from filingexport.model.proposal_kinds import Proposer
from filingexport.model.reference_documents.appropriation_of_surplus import AppropriationOfSurplus
from filingexport.model.reference_documents.proposal import Proposal, ShareholderProposal
from filingexport.model.reference_documents.proposed_capital import ProposedDividend
from filingexport.model.reference_documents.share_class_dividend import ClassDividend
from filingexport.model.statements.common_notes.equity import EquityNote, PerShareNote, ShareMovement
from filingexport.model.statements.dividends import Dividend
from filingexport.model.statements.ifrs.changes_in_equity import IfrsChangesInEquity
from filingexport.model.statements.japan_gaap.changes_in_equity import ChangesInNetAssets
from filingexport.model.statements.us_gaap.changes_in_equity import UsGaapChangesInEquity, UsGaapSharesOutstanding
from filingexport.model.values import Money, Number, Ratio, Text, YearMonth
from filingexport.model.values import Shares as Quantity
from filingexport.said import Said, say, verbatim

_CLASSES: Final = 100
"""Classes of shares that are looked through; no company has so many."""
_WHY_SHARES: Final = Said(
    "What is told a share, times the shares, is what is told in total.",
    "１株当たりの額に株式数を乗じた額は総額に一致します。",
)


@frozen
class Capital:
    """The shares of the company, as far as the notice tells.

    issued, treasury: at the end of the year. outstanding: issued without those held by the company.
    at_start: outstanding when the year began, None where not told. classes: how many classes of shares there are.
    """

    issued: Decimal
    treasury: Decimal
    at_start: Decimal | None
    classes: int

    @property
    def outstanding(self) -> Decimal:
        """Shares in the hands of others at the end of the year."""
        return self.issued - self.treasury


def capital(context: Context) -> Capital | None:
    """The shares of this filing; None where the number issued is not told."""
    return context.once(_capital)


def _capital(context: Context) -> Capital | None:
    issued = figure_of(context, Measure.SHARES_ISSUED, context.year_end)
    if issued is None or issued.value.amount <= 0:
        return None
    treasury = figure_of(context, Measure.TREASURY_SHARES, context.year_end)
    held = treasury.value.amount if treasury is not None else Decimal(0)
    return Capital(issued.value.amount, held, _at_start(context), max(len(context.of(ShareClass)), 1))


def _at_start(context: Context) -> Decimal | None:
    """Shares outstanding at the beginning: told, or those at the end without the increase told."""
    for at in context.of(UsGaapSharesOutstanding):
        if at.end == context.year_end and at.value.opening is not None:
            shares = at.value.opening.shares
            if isinstance(shares, Quantity):
                return shares.amount
    for at in context.of(EquityNote):
        issued = [_amount(each.opening) for each in at.value.issued]
        held = [_amount(each.opening) for each in at.value.treasury]
        if issued and None not in issued and None not in held:
            return sum((each for each in issued if each), Decimal(0)) - sum((each for each in held if each), Decimal(0))
    return None


def _in_trusts(context: Context) -> Decimal:
    """Shares that trusts hold for officers, which figures a share may leave out."""
    return sum((_amount(at.value.shares_in_trust) or Decimal(0) for at in context.of(StockPlan)), Decimal(0))


def _amount(value: Any) -> Decimal | None:
    return value.amount if isinstance(value, (Money, Quantity)) else None


# --- dividends ----------------------------------------------------------------------------------------------------


def _split_in_the_year(context: Context) -> bool:
    trend = context.first(Trend)
    day = trend.stock_split_effective_date if trend is not None else None
    return day is not None and day >= context.year_start


@rule(
    "fx.tie.dividendShares",
    Kind.TIES,
    Severity.ERROR,
    title=Said("Dividend a share times shares is not the total", "１株当たり配当額×株式数と配当総額の不一致"),
    why=_WHY_SHARES,
    todo=Said(
        "Compare the dividend a share, the total, and the shares at the record date.",
        "１株当たり配当額、総額、基準日の株式数を照合してください。",
    ),
    basis=(Standard.ARITHMETIC, item.act("454", "1", "2"), item.accounting("105")),
)
def dividend_shares(context: Context) -> Iterator[Found]:
    """Each dividend, paid, declared or proposed: the shares that it implies against those there were."""
    shares = capital(context)
    if shares is None:
        return
    for at, per_share, total, path, record in _dividends(context, shares):
        if per_share.amount <= 0 or total.amount <= 0 or _split_in_the_year(context):
            continue
        low, high = _entitled(shares, record, context.year_end)
        least, most = per_share.amount * low - unit(total), per_share.amount * high + unit(total)
        if least <= total.amount <= most:
            continue
        implied = total.amount / per_share.amount
        yield Found(
            path,
            say(
                "{total} at {per_share} a share is for {implied} shares; there were {shares}",
                "１株当たり{per_share}で総額{total}となる株式数は{implied}株ですが、株式数は{shares}株です",
                total=shown(total),
                per_share=shown(per_share),
                implied=grouped(to_places(implied, 0)),
                shares=grouped(low) if low == high else f"{grouped(low)} – {grouped(high)}",
            ),
            shown(total),
            money(per_share.amount * high, total.currency, total.decimals),
            severity=None if record == context.year_end or shares.at_start is not None else Severity.WARNING,
            others=(at.sub("per_share"),),
        )


def _entitled(shares: Capital, record: date | None, year_end: date) -> tuple[Decimal, Decimal]:
    """How few and how many shares there may have been on the record date."""
    if record == year_end:
        return shares.outstanding, shares.issued if shares.treasury else shares.outstanding
    if shares.at_start is not None:
        ends = (shares.at_start, shares.outstanding)
        return min(ends), max(ends)
    # How many the company held then is not told: up to twice those it holds now.
    return shares.issued - 2 * shares.treasury, shares.issued


def _dividends(context: Context, shares: Capital) -> Iterator[tuple[At, Money, Money, str, date | None]]:
    for at in context.of(Dividend):
        value = at.value
        if isinstance(value.per_share, Money) and isinstance(value.total_amount, Money) and shares.classes == 1:
            yield at, value.per_share, value.total_amount, at.sub("total_amount"), value.record_date
    for at in context.of(AppropriationOfSurplus):
        value = at.value
        one_class = shares.classes == 1 and len(value.classes) < 2
        if isinstance(value.dividend_per_share, Money) and isinstance(value.total_dividend, Money) and one_class:
            yield at, value.dividend_per_share, value.total_dividend, at.sub("total_dividend"), context.year_end


@rule(
    "fx.tie.classDividend",
    Kind.TIES,
    Severity.ERROR,
    title=Said("A dividend by class does not fit the shares of the class, or the total", "種類株式の配当額の不一致"),
    why=_WHY_SHARES,
    todo=Said(
        "Correct the dividend a share, the total, or the shares of the class.", "配当額又は株式数を訂正してください。"
    ),
    basis=(Standard.ARITHMETIC, item.act("454", "2")),
)
def class_dividend(context: Context) -> Iterator[Found]:
    """Dividends by class against the shares of the class, and their sum against the total proposed."""
    classes = context.of(ShareClass)
    for at in context.of(ClassDividend):
        per_share, total = at.value.per_share, at.value.total
        of = next(
            (each.value for each in classes[:_CLASSES] if _same_class(each.value.name, at.value.share_class)), None
        )
        issued = of.issued if of is not None else None
        if not isinstance(per_share, Money) or not isinstance(total, Money) or not isinstance(issued, Quantity):
            continue
        held = of.treasury.amount if of is not None and isinstance(of.treasury, Quantity) else Decimal(0)
        low = per_share.amount * (issued.amount - held) - unit(total)
        high = per_share.amount * issued.amount + unit(total)
        if not low <= total.amount <= high:
            expected = money(per_share.amount * (issued.amount - held), total.currency, total.decimals)
            yield Found(
                at.sub("total"),
                say(
                    "{per_share} a share on {issued} is {expected}, not {total}",
                    "１株当たり{per_share}、{issued}の配当総額は{expected}となり、{total}と一致しません",
                    per_share=shown(per_share),
                    issued=shown(issued),
                    expected=expected,
                    total=shown(total),
                ),
                shown(total),
                expected,
                others=(at.sub("per_share"),),
            )
    for at in context.of(AppropriationOfSurplus, ProposedDividend):
        total = at.value.total_dividend if isinstance(at.value, AppropriationOfSurplus) else at.value.total
        parts = [each.total for each in at.value.classes if isinstance(each.total, Money)]
        if not isinstance(total, Money) or not parts or len(parts) < len(at.value.classes):
            continue
        if not foots(total, ((each, 1) for each in parts)):
            summed = money(sum((each.amount for each in parts), Decimal(0)), total.currency, total.decimals)
            name = "total_dividend" if isinstance(at.value, AppropriationOfSurplus) else "total"
            yield Found(
                at.sub(name),
                say(
                    "the total is {total}, the classes come to {summed}",
                    "配当総額は{total}ですが、種類別の合計は{summed}です",
                    total=shown(total),
                    summed=summed,
                ),
                shown(total),
                summed,
            )


def _same_class(one: Text, other: Text) -> bool:
    return any(reading == other.get(language) for language, reading in one.readings)


@rule(
    "fx.tie.dividendsPaid",
    Kind.TIES,
    Severity.ERROR,
    title=Said(
        "Dividends in the notes are not those of the statement of equity", "注記の配当額と株主資本等変動計算書の不一致"
    ),
    why=Said(
        "The dividends that took effect in the year are what equity fell by.",
        "当期に効力を生じた配当の合計は、株主資本等変動計算書の剰余金の配当に一致します。",
    ),
    todo=Said("Compare the list of dividends with the movement.", "配当の一覧と変動額を照合してください。"),
    basis=(Standard.ACCOUNTING, item.accounting("105")),
)
def dividends_paid(context: Context) -> Iterator[Found]:
    """The dividends of the notes that took effect in the year, against the movement in the statements."""
    for group in (True, False):
        paid = _paid_in_the_year(context, group)
        if not paid:
            continue
        for path, movement in _dividend_movements(context, group):
            positive = Money(-movement.amount, movement.currency, movement.decimals)
            items = [(each, 1) for _, each in paid]
            if foots(positive, items):
                continue
            summed = sum((each.amount for each, _ in items), Decimal(0))
            # Dividends on shares that a trust of the company holds do not leave the group.
            slight = 0 < summed - positive.amount <= summed / 50
            yield Found(
                path,
                say(
                    "dividends of {movement} here; those that the notes list for the year come to {summed}",
                    "剰余金の配当は{movement}ですが、注記に記載された当期の配当の合計は{summed}です",
                    movement=shown(positive),
                    summed=money(summed, positive.currency, positive.decimals),
                ),
                shown(positive),
                money(summed, positive.currency, positive.decimals),
                severity=Severity.WARNING if slight else None,
                others=tuple(other for other, _ in paid),
            )


def _paid_in_the_year(context: Context, group: bool) -> list[tuple[str, Money]]:
    found: dict[tuple[Any, ...], tuple[str, Money]] = {}
    for at in context.of(Dividend):
        value, day = at.value, at.value.effective_date
        if at.consolidated is not group or not isinstance(value.total_amount, Money):
            continue
        if day is not None and context.year_start <= day <= context.year_end:
            # Both of the notes' lists may tell the same dividend.
            name = (value.record_date, value.resolution_date, value.total_amount.amount, str(value.class_of_stock))
            found.setdefault(name, (at.sub("total_amount"), value.total_amount))
    return list(found.values())


def _dividend_movements(context: Context, group: bool) -> Iterator[tuple[str, Money]]:
    for cls, line, columns in (
        (UsGaapChangesInEquity, "payment_of_dividends", ("total",)),
        (ChangesInNetAssets, "dividends_from_surplus", ("net_assets",)),
        (IfrsChangesInEquity, "dividends", ("owners", "total")),
    ):
        for at in context.of(cls):
            cells = getattr(at.value, line)
            if at.consolidated is not group or at.end != context.year_end or cells is None:
                continue
            for column in columns:
                cell = getattr(cells, column)
                if isinstance(cell, Money):
                    yield at.sub(f"{line}.{column}"), cell
                    break


@rule(
    "fx.tie.proposedDividend",
    Kind.TIES,
    Severity.ERROR,
    title=Said("The proposed dividend is not the one in the notes", "配当議案と注記の不一致"),
    why=Said(
        "The notes tell the dividend that the meeting is asked for: amount, a share, effective date.",
        "注記の翌期に効力を生じる配当は、株主総会に付議する配当と一致します。",
    ),
    todo=Said("Correct the note or the proposal.", "注記又は議案を訂正してください。"),
    basis=(item.act("454", "1"), item.accounting("105")),
)
def proposed_dividend(context: Context) -> Iterator[Found]:
    """The proposal on surplus against the dividend of the notes whose record date is the end of the year."""
    for at in context.of(AppropriationOfSurplus):
        for other in context.of(Dividend):
            if other.value.record_date != context.year_end or len(at.value.classes) > 1:
                continue
            pairs = (
                ("dividend_per_share", "per_share"), ("total_dividend", "total_amount"),
                ("effective_date", "effective_date"),
            )  # fmt: skip
            for mine, theirs in pairs:
                one, two = getattr(at.value, mine), getattr(other.value, theirs)
                if isinstance(one, Money) and isinstance(two, Money):
                    wrong, printed, expected = not agree(one, two), shown(one), shown(two)
                elif isinstance(one, date) and isinstance(two, date):
                    wrong, printed, expected = one != two, verbatim(one.isoformat()), verbatim(two.isoformat())
                else:
                    continue
                if wrong:
                    yield Found(
                        at.sub(mine),
                        say(
                            "{printed} is proposed, the notes say {expected}",
                            "議案では{printed}ですが、注記では{expected}です",
                            printed=printed,
                            expected=expected,
                        ),
                        printed,
                        expected,
                        others=(other.sub(theirs),),
                    )


@rule(
    "fx.tie.annualDividend",
    Kind.TIES,
    Severity.ERROR,
    title=Said("The annual dividend is not the interim and the year-end one", "年間配当額と中間・期末配当額の不一致"),
    why=Said(
        "What was paid for the half year and what is proposed for its end make up the dividend of the year.",
        "中間配当と期末配当の合計は年間配当額に一致します。",
    ),
    todo=Said("Add the two anew.", "中間配当と期末配当を合計し直してください。"),
    basis=Standard.ARITHMETIC,
)
def annual_dividend(context: Context) -> Iterator[Found]:
    """The dividend of the year against the interim dividend and the one proposed."""
    for at in context.of(AppropriationOfSurplus):
        annual, interim = at.value.annual_dividend_per_share, at.value.interim_dividend_per_share
        proposed = at.value.dividend_per_share
        if not isinstance(annual, Money) or not isinstance(interim, Money) or not isinstance(proposed, Money):
            continue
        total = interim.amount + proposed.amount
        if annual.amount != total:
            expected = money(total, annual.currency, annual.decimals)
            yield Found(
                at.sub("annual_dividend_per_share"),
                say(
                    "{annual} a year; {interim} and {proposed} are {expected}",
                    "年間{annual}とありますが、{interim}と{proposed}の合計は{expected}です",
                    annual=shown(annual), interim=shown(interim), proposed=shown(proposed), expected=expected,
                ),
                shown(annual),
                expected,
                others=(at.sub("interim_dividend_per_share"), at.sub("dividend_per_share")),
            )  # fmt: skip


@rule(
    "fx.tie.interimDividend",
    Kind.TIES,
    Severity.ERROR,
    title=Said("The interim dividend is not the one in the notes", "中間配当の記載と注記の不一致"),
    why=Said(
        "The proposal tells the year's dividend with the interim dividend, which the notes list as paid.",
        "議案に記載された中間配当は、注記の配当支払額に記載されたものと一致します。",
    ),
    todo=Said("Correct the amount or the month.", "金額又は支払月を訂正してください。"),
    basis=(Standard.CONSISTENCY, item.accounting("105")),
)
def interim_dividend(context: Context) -> Iterator[Found]:
    """The interim dividend of the proposal against the dividends paid in the year after its first day's record date."""
    for at in context.of(AppropriationOfSurplus):
        interim, month = at.value.interim_dividend_per_share, at.value.interim_paid_in
        paid = [
            each for each in context.of(Dividend)
            if each.value.record_date is not None
            and context.year_start <= each.value.record_date < context.year_end
            and isinstance(each.value.per_share, Money)
        ]  # fmt: skip
        if not isinstance(interim, Money) or not paid:
            continue
        fitting = [each for each in paid if each.value.per_share.amount == interim.amount]
        if not fitting:
            other = paid[0]
            yield Found(
                at.sub("interim_dividend_per_share"),
                say(
                    "an interim dividend of {interim} a share; the notes list {paid}",
                    "中間配当は１株当たり{interim}とありますが、注記では{paid}です",
                    interim=shown(interim),
                    paid=shown(other.value.per_share),
                ),
                shown(interim),
                shown(other.value.per_share),
                others=(other.sub("per_share"),),
            )
            continue
        day = fitting[0].value.effective_date
        if isinstance(month, YearMonth) and day is not None and (month.year, month.month) != (day.year, day.month):
            yield Found(
                at.sub("interim_paid_in"),
                say(
                    "the interim dividend is said to have been paid in {month}; the notes say {day}",
                    "中間配当の支払月は{month}とありますが、注記では{day}です",
                    month=str(month),
                    day=day.isoformat(),
                ),
                verbatim(str(month)),
                verbatim(day.isoformat()),
                others=(fitting[0].sub("effective_date"),),
            )


@rule(
    "fx.tie.legalReserve",
    Kind.TIES,
    Severity.ERROR,
    title=Said("Less than a tenth of the dividends was put into reserves", "準備金の積立不足"),
    why=Said(
        "Until its reserves are a quarter of its stated capital, a company that pays a dividend puts a tenth of it into them.",
        "準備金が資本金の４分の１に達するまで、配当により減少する剰余金の10分の１を準備金に計上する必要があります。",
    ),
    todo=Said(
        "Check the provision of the legal reserve in the statement of changes in net assets.",
        "株主資本等変動計算書の準備金の積立てを確認してください。",
    ),
    basis=(item.act("445", "4"), item.accounting("22")),
)
def legal_reserve(context: Context) -> Iterator[Found]:
    """The year's provision in the company's own statement against its dividends and the ceiling of the reserves."""
    for at in context.of(ChangesInNetAssets):
        if at.consolidated is not False or at.end != context.year_end:
            continue
        opening, dividends = at.value.opening, at.value.dividends_from_surplus
        if opening is None or dividends is None or not isinstance(dividends.net_assets, Money):
            continue
        stock = _amount(opening.capital_stock)
        reserves = (_amount(opening.legal_capital_surplus) or Decimal(0)) + (
            _amount(opening.legal_retained_earnings) or Decimal(0)
        )
        if stock is None or opening.legal_capital_surplus is None:
            continue
        paid = -dividends.net_assets.amount
        due = min(paid / 10, stock / 4 - reserves)
        if due <= 0:
            continue
        put = Decimal(0)
        for name in ("provision_of_legal_retained_earnings", "issuance_of_new_shares", "increase_by_share_exchanges"):
            line = getattr(at.value, name)
            columns = ("legal_retained_earnings", "legal_capital_surplus")
            put += sum(((_amount(getattr(line, each)) or Decimal(0)) for each in columns), Decimal(0)) if line else 0
        if put < due - unit(dividends.net_assets):
            like = dividends.net_assets
            yield Found(
                at.sub("dividends_from_surplus.net_assets"),
                say(
                    "dividends of {paid} call for {due} in reserves; {put} was put there",
                    "配当{paid}に対し準備金の積立ては{due}必要ですが、積立額は{put}です",
                    paid=money(paid, like.currency, like.decimals),
                    due=money(to_places(due, 0), like.currency, None),
                    put=money(put, like.currency, like.decimals),
                ),
                money(put, like.currency, like.decimals),
                money(to_places(due, 0), like.currency, None),
            )


# --- per share ----------------------------------------------------------------------------------------------------


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
    if shares is None or _split_in_the_year(context):
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
    issued = _amount(common.issued) if common is not None else None
    if common is None or issued is None or issued <= 0:
        return
    others = sum(
        (
            _amount(at.value.total) or Decimal(0)
            for at in context.of(ClassDividend)
            if not _same_class(at.value.share_class, common.name) and not _of_shareholders(at)
        ),
        Decimal(0),
    )
    income = figure_of(context, Measure.NET_INCOME, context.year_end)
    for figure in context.measured.get(Measure.EARNINGS_PER_SHARE, ()):
        if income is None or figure.at.end != context.year_end or not _of(context, figure, context.tells_group):
            continue
        left = intervals.rounded(income.value).shifted(-others)
        held = issued - (_amount(common.treasury) or Decimal(0))
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
    counts = [shares.outstanding, shares.outstanding - _in_trusts(context)]
    for note in context.of(PerShareNote):
        trust = _amount(note.value.trust_shares_deducted)
        at_end = _amount(note.value.shares_at_end)
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


@rule(
    "fx.tie.stockCompensation",
    Kind.TIES,
    Severity.ERROR,
    title=Said(
        "Shares given to officers do not fit the plan they were given under", "役員に交付した株式数と制度の不一致"
    ),
    why=Said(
        "The shares given in the year are those given under the plans; their value is the price times their number.",
        "当期に交付した株式数は制度により交付した株式数に、価額の総額は１株の価額に株式数を乗じた額に一致します。",
    ),
    todo=Said("Correct the number of shares, the price or the value.", "株式数又は価額を訂正してください。"),
    basis=(Standard.ARITHMETIC, item.enforcement("122", "1", "2")),
)
def stock_compensation(context: Context) -> Iterator[Found]:
    """Shares by class of officers against shares by plan; price times shares of a plan against its value."""
    for at in context.of(StockCompensation):
        given = [each.shares for each in at.value.given if isinstance(each.shares, Quantity)]
        plans = [each.shares for each in at.value.plans if isinstance(each.shares, Quantity)]
        mine, theirs = (sum((each.amount for each in some), Decimal(0)) for some in (given, plans))
        # Plans may be for employees too.
        if given and plans and mine > theirs:
            yield Found(
                f"{at.sub('given')}.1.shares",
                say(
                    "{mine} shares were given to officers, {theirs} under the plans",
                    "役員に交付した株式は{mine}株ですが、制度により交付した株式は{theirs}株です",
                    mine=grouped(mine),
                    theirs=grouped(theirs),
                ),
                verbatim(grouped(mine)),
                verbatim(grouped(theirs)),
            )
        for number, plan in enumerate(at.value.plans, 1):
            if (
                not isinstance(plan.amount, Money)
                or not isinstance(plan.price, Money)
                or not isinstance(plan.shares, Quantity)
            ):
                continue
            value = intervals.rounded(plan.price) * intervals.rounded(plan.shares)
            if not intervals.fits(plan.amount, value):
                yield Found(
                    f"{at.sub('plans')}.{number}.amount",
                    say(
                        "{shares} at {price} are {expected}, not {amount}",
                        "{shares}に{price}を乗じた額は{expected}となり、{amount}と一致しません",
                        shares=shown(plan.shares),
                        price=shown(plan.price),
                        expected=money(to_places(value.middle, 0), plan.amount.currency, None),
                        amount=shown(plan.amount),
                    ),
                    shown(plan.amount),
                    money(to_places(value.middle, 0), plan.amount.currency, None),
                )


@rule(
    "fx.tie.proposerVotes",
    Kind.TIES,
    Severity.WARNING,
    title=Said("The votes of a proposing shareholder are not those held", "提案株主の議決権数と持株数の不一致"),
    why=Said(
        "Who proposes holds votes; a major shareholder's are in the list.",
        "提案株主の議決権の数は、大株主一覧の議決権のある株式数を超えません。",
    ),
    todo=Said("Compare the votes with the register of shareholders.", "株主名簿と照合してください。"),
    basis=(item.act("303"), item.enforcement("93")),
)
def proposer_votes(context: Context) -> Iterator[Found]:
    """The votes of proposers who are all in the list of major shareholders against the voting shares they hold."""
    voting = [at.value for at in context.of(ShareClass) if at.value.voting is True]
    unit_shares = next((_amount(at.value.share_unit) for at in context.of(Shares)), None) or Decimal(1)
    holders: dict[str, Decimal] = {}
    for at in context.of(MajorShareholder):
        held = _amount(at.value.shares_held)
        by_class = sum((_votes(each, voting) for each in at.value.by_class), Decimal(0))
        for _, reading in at.value.name.readings:
            holders.setdefault(reading, held if held is not None else by_class)
    for at in context.of(ShareholderProposal):
        names = [reading for each in at.value.proposers for _, reading in each.readings[:1]]
        votes = getattr(at.value.votes, "amount", None)
        if votes is None or not names or not all(each in holders for each in names):
            continue
        most = sum((holders[each] for each in names), Decimal(0)) / unit_shares
        if votes > most:
            yield Found(
                at.sub("votes"),
                say(
                    "{votes} votes; the proposers hold {most} by the list of major shareholders",
                    "議決権数は{votes}個ですが、大株主一覧からは{most}個となります",
                    votes=grouped(votes),
                    most=grouped(to_places(most, 0)),
                ),
                verbatim(grouped(votes)),
                verbatim(grouped(to_places(most, 0))),
            )


@rule(
    "fx.footing.split",
    Kind.FOOTING,
    Severity.ERROR,
    title=Said("A figure adjusted for a stock split is not the unadjusted one divided", "株式分割調整後の数値の不一致"),
    why=Said(
        "One share became several; a figure a share is divided by as many.",
        "株式分割の比率で除した額は調整後の１株当たりの数値に一致します。",
    ),
    todo=Said("Recompute the adjusted figure.", "調整後の数値を計算し直してください。"),
    basis=Standard.ARITHMETIC,
)
def split(context: Context) -> Iterator[Found]:
    """Adjusted net income and equity a share of the trend against those unadjusted and the ratio of the split."""
    for at in context.of(TrendYear):
        trend = at.outer(Trend)
        times = trend.stock_split_shares if trend is not None else None
        ratio = getattr(times, "amount", None)
        for name in ("net_income_per_share", "equity_per_share"):
            before, after = getattr(at.value, name), getattr(at.value, f"{name}_adjusted")
            if ratio and isinstance(before, Money) and isinstance(after, Money):
                computed = intervals.rounded(before) / exactly(ratio)
                if not intervals.fits(after, computed):
                    expected = money(to_places(computed.middle, 2), after.currency, 2)
                    yield Found(
                        at.sub(f"{name}_adjusted"),
                        say(
                            "{after} after a split into {times}, but {before} divided by it is {expected}",
                            "分割調整後{after}ですが、{before}を{times}で除した額は{expected}です",
                            after=shown(after),
                            times=grouped(ratio),
                            before=shown(before),
                            expected=expected,
                        ),
                        shown(after),
                        expected,
                        others=(at.sub(name),),
                    )


# --- who holds them -----------------------------------------------------------------------------------------------


@rule(
    "fx.tie.shareholders",
    Kind.TIES,
    Severity.ERROR,
    title=Said(
        "Shareholders hold more shares than are issued, or are more than there are", "大株主の持株数等が総数を上回る"
    ),
    why=Said(
        "The largest holders together hold at most all shares, and their ranks run from the largest down.",
        "大株主の持株数の合計は発行済株式の総数を超えず、記載は持株数の多い順となります。",
    ),
    todo=Said("Compare the list with the register of shareholders.", "株主名簿と照合してください。"),
    basis=(Standard.ARITHMETIC, item.enforcement("122", "1", "1")),
)
def shareholders(context: Context) -> Iterator[Found]:
    """The holdings of the list against the shares issued; their order; how many holders there are."""
    shares = capital(context)
    for holder in context.of(Shares):
        listed = [
            (at.sub("shares_held"), at.value.shares_held)
            for at in context.within(holder, MajorShareholder)
            if isinstance(at.value.shares_held, Quantity)
        ]
        total = sum((value.amount for _, value in listed), Decimal(0))
        if listed and shares is not None and total > shares.issued:
            path, value = max(listed, key=lambda each: each[1].amount)
            yield Found(
                path,
                say(
                    "those listed hold {total} shares, {issued} are issued",
                    "記載された大株主の持株数の合計は{total}株で、発行済株式の総数{issued}株を超えています",
                    total=grouped(total),
                    issued=grouped(shares.issued),
                ),
                shown(value),
            )
        for (_, before), (path, after) in pairwise(listed):
            if after.amount > before.amount:
                yield Found(
                    path,
                    say(
                        "{after} stands below {before}",
                        "{after}が{before}より下位に記載されています",
                        after=shown(after),
                        before=shown(before),
                    ),
                    shown(after),
                    severity=Severity.WARNING,
                )
        number = getattr(holder.value.number_of_shareholders, "amount", None)
        by_class = [getattr(each.holders, "amount", None) for each in holder.value.classes]
        told = [each for each in by_class if each is not None]
        if number is not None and told and len(told) == len(by_class) and not max(told) <= number <= sum(told):
            yield Found(
                holder.sub("number_of_shareholders"),
                say(
                    "{number} shareholders, but the classes have {told} holders",
                    "株主数は{number}名ですが、種類別の株主数は{told}名です",
                    number=grouped(number),
                    told=" + ".join(grouped(each) for each in told),
                ),
            )
        if number is not None and number < len(holder.value.major_shareholders):
            yield Found(
                holder.sub("number_of_shareholders"),
                say(
                    "{number} shareholders, of whom {listed} are listed",
                    "株主数は{number}名ですが、大株主が{listed}名記載されています",
                    number=grouped(number),
                    listed=len(holder.value.major_shareholders),
                ),
            )


@rule(
    "fx.footing.holdingRatio",
    Kind.FOOTING,
    Severity.ERROR,
    title=Said("A holding ratio is not that of the shares held", "持株比率と持株数の不一致"),
    why=Said(
        "The ratio is that of the shares held to those issued, without treasury shares.",
        "持株比率は、自己株式を除く発行済株式の総数に対する持株数の割合です。",
    ),
    todo=Said("Recompute the ratio.", "持株比率を計算し直してください。"),
    basis=(Standard.ARITHMETIC, item.enforcement("122", "1", "1")),
)
def holding_ratio(context: Context) -> Iterator[Found]:
    """Each ratio of a major shareholder; of votes, by the shares of the classes that vote."""
    shares = capital(context)
    if shares is None:
        return
    voting = [at.value for at in context.of(ShareClass) if at.value.voting is True]
    for at in context.of(MajorShareholder):
        held = at.value.shares_held
        printed = at.value.holding_ratio
        if isinstance(held, Quantity) and isinstance(printed, Ratio) and shares.outstanding > 0:
            yield from _ratio(at.sub("holding_ratio"), printed, held.amount, shares.outstanding, at.sub("shares_held"))
        votes = at.value.voting_ratio
        if isinstance(votes, Ratio) and voting:
            base = sum(((_amount(each.issued) or Decimal(0)) - (_amount(each.treasury) or Decimal(0)) for each in voting[:_CLASSES]), Decimal(0))  # fmt: skip
            mine = sum((_votes(each, voting) for each in at.value.by_class), Decimal(0))
            if base > 0 and mine:
                yield from _ratio(at.sub("voting_ratio"), votes, mine, base, at.sub("by_class"))


def _votes(held: SharesHeldOfClass, voting: list[ShareClass]) -> Decimal:
    if any(_same_class(each.name, held.share_class) for each in voting[:_CLASSES]):
        return _amount(held.shares) or Decimal(0)
    return Decimal(0)


def _ratio(path: str, printed: Ratio, part: Decimal, whole: Decimal, other: str) -> Iterator[Found]:
    exact = part / whole
    if not intervals.fits(printed, exactly(exact)):
        expected = percent(exact, printed.decimals)
        yield Found(
            path,
            say(
                "{printed}, but {part} of {whole} shares are {expected}",
                "{printed}とありますが、{whole}株中{part}株の割合は{expected}です",
                printed=shown(printed),
                part=grouped(part),
                whole=grouped(whole),
                expected=expected,
            ),
            shown(printed),
            expected,
            others=(other,),
        )


@rule(
    "fx.tie.shareClasses",
    Kind.TIES,
    Severity.ERROR,
    title=Said("Shares by class do not come to the total", "種類別の株式数と総数の不一致"),
    why=Said(
        "The shares issued are those of all classes, at the end of the year in the notes as in the business report.",
        "発行済株式の総数は種類別の合計であり、注記と事業報告で一致します。",
    ),
    todo=Said("Correct the number of the class or the total.", "種類別又は総数を訂正してください。"),
    basis=(Standard.ARITHMETIC, item.act("108", "1"), item.accounting("105")),
)
def share_classes(context: Context) -> Iterator[Found]:
    """Shares issued and treasury shares by class, of the business report and of the notes, against the totals told."""
    shares = capital(context)
    if shares is None:
        return
    issued = [at for at in context.of(ShareClass) if isinstance(at.value.issued, Quantity)]
    if issued:
        yield from _classes(issued, "issued", shares.issued)
    for at in context.of(EquityNote):
        for attribute, whole in (("issued", shares.issued), ("treasury", shares.treasury)):
            rows = [
                each for each in context.of(ShareMovement)
                if each.path.startswith(at.sub(attribute) + ".") and isinstance(each.value.closing, Quantity)
            ]  # fmt: skip
            if rows and (attribute == "issued" or whole):
                yield from _classes(rows, "closing", whole)


def _classes(rows: list[At], attribute: str, whole: Decimal) -> Iterator[Found]:
    summed = sum((getattr(at.value, attribute).amount for at in rows), Decimal(0))
    if summed != whole:
        yield Found(
            rows[0].sub(attribute),
            say(
                "the classes come to {summed} shares, {whole} are told",
                "種類別の合計は{summed}株ですが、総数は{whole}株と記載されています",
                summed=grouped(summed),
                whole=grouped(whole),
            ),
            verbatim(grouped(summed)),
            verbatim(grouped(whole)),
        )


@rule(
    "fx.tie.withinAuthorized",
    Kind.TIES,
    Severity.ERROR,
    title=Said("More shares are issued than authorized", "発行済株式の総数が発行可能株式総数を超える"),
    why=Said(
        "The articles set how many shares may be issued.", "発行済株式の総数は定款の発行可能株式総数を超えられません。"
    ),
    todo=Said("Correct one of the numbers.", "いずれかの株式数を訂正してください。"),
    basis=(item.act("113"), item.act("37")),
)
def shares_authorized(context: Context) -> Iterator[Found]:
    """Shares issued against shares authorized, in total and by class."""
    for at in context.of(Shares, ShareClass):
        issued, authorized = at.value.issued, at.value.authorized
        if isinstance(issued, Quantity) and isinstance(authorized, Quantity) and issued.amount > authorized.amount:
            yield Found(
                at.sub("issued"),
                say(
                    "{issued} are issued, {authorized} authorized",
                    "発行済株式の総数{issued}が発行可能株式総数{authorized}を超えています",
                    issued=shown(issued),
                    authorized=shown(authorized),
                ),
                shown(issued),
                shown(authorized),
                others=(at.sub("authorized"),),
            )


@rule(
    "fx.tie.outstanding",
    Kind.TIES,
    Severity.ERROR,
    title=Said("Shares outstanding are not those issued without treasury shares", "流通株式数と発行済株式数の不一致"),
    why=Said(
        "The statement of equity counts the shares in the hands of others: those issued, less those the company holds.",
        "発行済株式の総数から自己株式数を控除した数は、持分計算書の株式数に一致します。",
    ),
    todo=Said("Correct the number of shares.", "株式数を訂正してください。"),
    basis=Standard.ARITHMETIC,
)
def shares_outstanding(context: Context) -> Iterator[Found]:
    """The closing number of shares of a statement of equity against the shares issued and held."""
    shares = capital(context)
    for at in context.of(UsGaapSharesOutstanding) if shares is not None else ():
        closing = at.value.closing
        if shares is None or at.end != context.year_end or not isinstance(closing, Quantity):
            continue
        if closing.amount not in (shares.outstanding, shares.issued):
            yield Found(
                at.sub("closing"),
                say(
                    "{closing} outstanding; {issued} issued, {treasury} of them held by the company",
                    "流通株式数は{closing}ですが、発行済株式の総数は{issued}株、自己株式は{treasury}株です",
                    closing=shown(closing),
                    issued=grouped(shares.issued),
                    treasury=grouped(shares.treasury),
                ),
                shown(closing),
                verbatim(grouped(shares.outstanding)),
            )


# --- rights -------------------------------------------------------------------------------------------------------


@rule(
    "fx.tie.rights",
    Kind.TIES,
    Severity.ERROR,
    title=Said("Stock acquisition rights and the shares under them do not fit", "新株予約権の数と目的株式数の不整合"),
    why=Said(
        "Each right of a grant is for the same number of shares, and all officers' rights together are for no more than the notes tell.",
        "同一の発行に係る新株予約権１個当たりの株式数は同一で、役員保有分は注記の株式数を超えません。",
    ),
    todo=Said("Correct the number of rights, of shares, or of holders.", "個数、株式数又は人数を訂正してください。"),
    basis=(Standard.ARITHMETIC, item.enforcement("123"), item.accounting("105")),
)
def rights(context: Context) -> Iterator[Found]:
    """Shares a right: whole, and the same for all holders of a grant; the sum against the notes."""
    held_in_all = Decimal(0)
    last = ""
    for grant in context.of(RightsGrant):
        each_for: Decimal | None = None
        for at in context.within(grant, RightsHeld):
            people, number, under = (getattr(at.value, name) for name in ("people", "rights", "shares"))
            count, of = getattr(number, "amount", None), _amount(under)
            holders = getattr(people, "amount", None)
            if of is not None:
                held_in_all, last = held_in_all + of, at.sub("shares")
            if holders and count is not None and holders > count:
                yield Found(
                    at.sub("people"),
                    say(
                        "{holders} hold {count} rights",
                        "{holders}名が{count}個の新株予約権を保有するとされています",
                        holders=grouped(holders),
                        count=grouped(count),
                    ),
                )
            if not count or of is None:
                continue
            per_right = of / count
            if per_right != int(per_right) or (each_for is not None and per_right != each_for):
                yield Found(
                    at.sub("shares"),
                    say(
                        "{of} shares under {count} rights are {per_right} a right",
                        "新株予約権{count}個の目的となる株式数{of}株は１個当たり{per_right}株となります",
                        of=grouped(of),
                        count=grouped(count),
                        per_right=grouped(to_places(per_right, 3)),
                    ),
                    shown(under),
                    others=(at.sub("rights"),),
                )
            each_for = per_right if each_for is None else each_for
    told = _under_rights(context)
    if told is not None and held_in_all > told[1].amount:
        yield Found(
            last,
            say(
                "officers' rights are for {held} shares, the notes tell {told} under all rights",
                "役員保有分の目的株式数{held}株が、注記の{told}を超えています",
                held=grouped(held_in_all),
                told=shown(told[1]),
            ),
            others=(told[0],),
        )


def _under_rights(context: Context) -> tuple[str, Number] | None:
    for figure in context.figures:
        if figure.leaf.attribute == "shares_under_rights":
            return figure.path, figure.value
    return None
