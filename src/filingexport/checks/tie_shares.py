"""Ties of shares: who holds them, how many of which class there are, and what rights are to more."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from filingexport.checks import intervals
from filingexport.checks.capital import CLASSES, capital, number_of
from filingexport.checks.context import At, Context
from filingexport.checks.intervals import exactly
from filingexport.checks.numbers import grouped, money, percent, shown, to_places
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.business_report.share_classes import ShareClass, SharesHeldOfClass
from filingexport.model.business_report.shares import MajorShareholder, Shares
from filingexport.model.business_report.stock_acquisition_rights import RightsGrant, RightsHeld
from filingexport.model.business_report.stock_compensation import StockCompensation
from filingexport.model.business_report.trend import Trend, TrendYear
from filingexport.model.reference_documents.proposal import ShareholderProposal
from filingexport.model.statements.common_notes.equity import EquityNote, ShareMovement
from filingexport.model.statements.us_gaap.changes_in_equity import UsGaapSharesOutstanding
from filingexport.model.values import Money, Number, Ratio
from filingexport.model.values import Shares as Quantity
from filingexport.said import Said, say, verbatim

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
    names = _voting_names(voting)
    base = sum([(number_of(each.issued) or Decimal(0)) - (number_of(each.treasury) or Decimal(0)) for each in voting[:CLASSES]], Decimal(0))  # fmt: skip
    for at in context.of(MajorShareholder):
        held = at.value.shares_held
        printed = at.value.holding_ratio
        if isinstance(held, Quantity) and isinstance(printed, Ratio) and shares.outstanding > 0:
            yield from _ratio(at.sub("holding_ratio"), printed, held.amount, shares.outstanding, at.sub("shares_held"))
        votes = at.value.voting_ratio
        if isinstance(votes, Ratio) and voting:
            mine = sum((_votes(each, names) for each in at.value.by_class), Decimal(0))
            if base > 0 and mine:
                yield from _ratio(at.sub("voting_ratio"), votes, mine, base, at.sub("by_class"))


def _voting_names(voting: list[ShareClass]) -> set[tuple[str, str]]:
    return {name for each in voting[:CLASSES] for name in each.name.readings}


def _votes(held: SharesHeldOfClass, voting: set[tuple[str, str]]) -> Decimal:
    if voting.isdisjoint(held.share_class.readings):
        return Decimal(0)
    return number_of(held.shares) or Decimal(0)


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
            count, of = getattr(number, "amount", None), number_of(under)
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
    for figure in context.figures_of(lambda leaf: leaf.attribute == "shares_under_rights"):
        return figure.path, figure.value
    return None


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
    proposals = context.of(ShareholderProposal)
    if not proposals:
        return
    voting = _voting_names([at.value for at in context.of(ShareClass) if at.value.voting is True])
    unit_shares = next((number_of(at.value.share_unit) for at in context.of(Shares)), None) or Decimal(1)
    holders: dict[str, Decimal] = {}
    for at in context.of(MajorShareholder):
        held = number_of(at.value.shares_held)
        for _, reading in at.value.name.readings:
            if reading not in holders:
                by_class = (_votes(each, voting) for each in at.value.by_class)
                holders[reading] = held if held is not None else sum(by_class, Decimal(0))
    for at in proposals:
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
