"""Ties of dividends: a share, in total, proposed, paid, and what the law has set aside from them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final

from filingexport.checks.capital import CLASSES, Capital, capital, number_of, same_class, split_in_the_year
from filingexport.checks.context import At, Context
from filingexport.checks.numbers import agree, foots, grouped, money, shown, to_places, unit
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.business_report.share_classes import ShareClass
from filingexport.model.reference_documents.appropriation_of_surplus import AppropriationOfSurplus
from filingexport.model.reference_documents.proposed_capital import ProposedDividend
from filingexport.model.reference_documents.share_class_dividend import ClassDividend
from filingexport.model.statements.dividends import Dividend
from filingexport.model.statements.ifrs.changes_in_equity import IfrsChangesInEquity
from filingexport.model.statements.japan_gaap.changes_in_equity import ChangesInNetAssets
from filingexport.model.statements.us_gaap.changes_in_equity import UsGaapChangesInEquity
from filingexport.model.values import Money, YearMonth
from filingexport.model.values import Shares as Quantity
from filingexport.said import Said, say, verbatim

_WHY_SHARES: Final = Said(
    "What is told a share, times the shares, is what is told in total.",
    "１株当たりの額に株式数を乗じた額は総額に一致します。",
)


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
        if per_share.amount <= 0 or total.amount <= 0 or split_in_the_year(context):
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
        of = next((each.value for each in classes[:CLASSES] if same_class(each.value.name, at.value.share_class)), None)
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
        stock = number_of(opening.capital_stock)
        reserves = (number_of(opening.legal_capital_surplus) or Decimal(0)) + (
            number_of(opening.legal_retained_earnings) or Decimal(0)
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
            put += sum(((number_of(getattr(line, each)) or Decimal(0)) for each in columns), Decimal(0)) if line else 0
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
