"""Ties of the group and of the notes: subsidiaries, borrowings, segments, captions, related parties, deferred tax."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import Final

import attrs

from filingexport.binding.marks import marks
from filingexport.checks import intervals, people
from filingexport.checks.capital import capital
from filingexport.checks.context import NUMBERS, At, Context, Figure
from filingexport.checks.intervals import exactly
from filingexport.checks.memory import remembered
from filingexport.checks.numbers import agree, foots, money, percent, shown, unit
from filingexport.checks.prose import amounts, normal, plain_numbers
from filingexport.checks.ratios import figure_of, year_before
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.business_report.accounting_auditor import AccountingAuditor
from filingexport.model.business_report.group import Lender, Operations, Subsidiaries, Subsidiary
from filingexport.model.business_report.investment import InvestmentInCompany
from filingexport.model.business_report.progress import ProgressAndResults, QuotedResults, ServiceResults
from filingexport.model.business_report.segments import SegmentResults
from filingexport.model.business_report.shares import MajorShareholder
from filingexport.model.meaning import Equals, Measure
from filingexport.model.statements.common_notes.balance_sheet import NotesToBalanceSheet
from filingexport.model.statements.common_notes.consolidation import EquityMethodScope, ScopeOfConsolidation
from filingexport.model.statements.common_notes.financial_instruments import FairValue
from filingexport.model.statements.common_notes.income_statement import NotesToIncomeStatement
from filingexport.model.statements.common_notes.revenue import DisaggregatedRevenue, RevenueRecognitionNote
from filingexport.model.statements.common_notes.segments import Segment, SegmentLine
from filingexport.model.statements.japan_gaap.balance_sheet import BalanceSheet
from filingexport.model.statements.japan_gaap.notes import DeferredTaxes
from filingexport.model.statements.japan_gaap.related_parties import RelatedParty, RelatedPartyTransaction
from filingexport.model.values import Count, Money, Ratio, Text
from filingexport.model.values import Shares as Quantity
from filingexport.said import Said, say, verbatim

_FEW: Final = 300
"""Companies among which a short name is looked for."""
_ALL: Final = ("total", "consolidated", "合計", "連結", "計", "連結計上額", "連結財務諸表計上額")


# --- the balance sheet balances -----------------------------------------------------------------------------------


@rule(
    "fx.tie.balance",
    Kind.TIES,
    Severity.ERROR,
    title=Said("Assets are not liabilities and equity", "資産と負債・純資産の合計の不一致"),
    why=Said("A balance sheet balances.", "貸借対照表の借方と貸方は一致します。"),
    todo=Said("Find the item that is wrong; do not change a total to fit.", "誤っている科目を特定し訂正してください。"),
    basis=Standard.ACCOUNTING,
)
def balance(context: Context) -> Iterator[Found]:
    """Total assets against total liabilities and equity, of every balance sheet in the notice."""
    for parts in context.by_class.values():
        equal = _equal(parts[0].plan.cls)
        for at, (attribute, said) in ((at, each) for at in parts for each in equal) if equal else ():
            value, other = getattr(at.value, attribute), at.value
            for step in said.path.split("."):
                other = getattr(other, step, None)
            if isinstance(value, Money) and isinstance(other, Money) and not agree(value, other):
                yield Found(
                    at.sub(attribute),
                    say(
                        "liabilities and equity are {value}, assets {other}",
                        "負債・純資産の合計は{value}ですが、資産合計は{other}です",
                        value=shown(value),
                        other=shown(other),
                    ),
                    shown(value),
                    shown(other),
                    others=(at.sub(said.path),),
                )


@cache
def _equal(cls: type) -> tuple[tuple[str, Equals], ...]:
    return tuple((name, each) for name, said in marks(cls).items() for each in said if isinstance(each, Equals))


# --- subsidiaries, lenders ----------------------------------------------------------------------------------------


@rule(
    "fx.tie.subsidiariesNamed",
    Kind.TIES,
    Severity.ERROR,
    title=Said("More companies are named than counted, or one that is new is not named", "会社数と記載会社名の不一致"),
    why=Said(
        "The number of subsidiaries or investees covers all that are named, and those newly included are among them.",
        "記載された会社は会社数に含まれ、新たに含めた会社は会社名の一覧に含まれます。",
    ),
    todo=Said("Correct the number or the names.", "会社数又は会社名を訂正してください。"),
    basis=(Standard.ARITHMETIC, item.accounting("102", "1")),
)
def subsidiaries_named(context: Context) -> Iterator[Found]:
    """Names of the scope of consolidation and of the equity method against their numbers; the list of the business report."""
    for at, names, number in (
        *((at, "subsidiaries", "number_of_subsidiaries") for at in context.of(ScopeOfConsolidation)),
        *((at, "investees", "number_of_investees") for at in context.of(EquityMethodScope)),
        *((at, "subsidiaries", "number_of_consolidated_subsidiaries") for at in context.of(Subsidiaries)),
    ):
        listed, count = getattr(at.value, names), getattr(at.value, number)
        if isinstance(count, Count) and len(listed) > count.amount:
            yield Found(
                at.sub(number),
                say(
                    "{count} are counted, {listed} are named",
                    "{count}社とありますが、{listed}社の名称が記載されています",
                    count=shown(count),
                    listed=len(listed),
                ),
                shown(count),
                verbatim(str(len(listed))),
                others=(at.sub(names),),
            )
        newly = getattr(at.value, "newly_included", ())
        known = {company_key(reading) for each in listed for _, reading in each.readings} if newly else set()
        for place, new in enumerate(newly, 1):
            if listed and not any(company_key(reading) in known for _, reading in new.name.readings):
                yield Found(
                    f"{at.sub('newly_included')}.{place}.name",
                    say(
                        "{name} is said to be newly included, but is not among those named",
                        "新たに含めたとされる{name}が、会社名の一覧にありません",
                        name=people.said(new.name),
                    ),
                    people.said(new.name),
                    severity=Severity.WARNING,
                )


_COMPANY: Final = re.compile(
    r"\b(?:co|ltd|inc|corp|corporation|company|limited|llc|plc|k\.?k)\b\.?|株式会社|有限会社|合同会社|\(株\)|[\s.,、。・()-]",
    re.IGNORECASE,
)


@remembered
def company_key(name: str) -> str:
    """A company's name without its legal form, spaces and points."""
    return _COMPANY.sub("", unicodedata.normalize("NFKC", name)).casefold()


@rule(
    "fx.tie.borrowings",
    Kind.TIES,
    Severity.ERROR,
    title=Said("Borrowings listed exceed those of the balance sheet", "借入先別残高が貸借対照表の借入金を超える"),
    why=Said(
        "What is owed to the lenders listed is part of the borrowings of the balance sheet.",
        "主要な借入先の残高の合計は、貸借対照表の借入金残高を超えません。",
    ),
    todo=Said("Compare the list of lenders with the balance sheet.", "借入先一覧と貸借対照表を照合してください。"),
    basis=(Standard.ARITHMETIC, item.enforcement("120", "1", "3")),
)
def borrowings(context: Context) -> Iterator[Found]:
    """The sum of the balances of major lenders against the borrowings of the group, else of the company."""
    for holder in context.of(Operations):
        lenders = [at for at in context.within(holder, Lender) if isinstance(at.value.balance, Money)]
        owed = _borrowed(context)
        if not lenders or not owed:
            continue
        summed = sum((at.value.balance.amount for at in lenders), Decimal(0))
        whole = sum((each.amount for _, each in owed), Decimal(0))
        slack = sum((unit(each) for _, each in owed), Decimal(0)) + unit(lenders[0].value.balance)
        if summed > whole + slack:
            like = lenders[0].value.balance
            largest = max(lenders, key=lambda at: at.value.balance.amount)
            yield Found(
                largest.sub("balance"),
                say(
                    "the lenders listed are owed {summed}, the balance sheet has borrowings of {whole}",
                    "借入先の残高の合計は{summed}ですが、貸借対照表の借入金は{whole}です",
                    summed=money(summed, like.currency, like.decimals),
                    whole=money(whole, like.currency, like.decimals),
                ),
                shown(largest.value.balance),
                others=tuple(path for path, _ in owed),
            )


_BORROWED: Final = frozenset(
    {
        "short_term_borrowings", "current_portion_of_long_term_debt", "short_term_debt_and_current_portion",
        "long_term_debt", "short_term_loans_payable", "current_portion_of_long_term_loans_payable", "long_term_loans_payable",
        "bonds_and_borrowings", "short_term_loans_payable_to_subsidiaries_and_affiliates",
        "long_term_loans_payable_to_subsidiaries_and_affiliates",
    }
)  # fmt: skip


def _borrowed(context: Context) -> list[tuple[str, Money]]:
    return [
        (figure.path, figure.value)
        for figure in context.figures_of(lambda leaf: leaf.attribute in _BORROWED and leaf.instant)
        if isinstance(figure.value, Money)
        and figure.at.consolidated is context.tells_group
        and figure.moment == context.year_end
    ]


@rule(
    "fx.tie.ownership",
    Kind.TIES,
    Severity.ERROR,
    title=Said("Ownership of a company differs between parts", "所有割合の記載の不一致"),
    why=Said(
        "What the company owns of another, or another of it, is one percentage at one time.",
        "同一時点の所有（被所有）割合は、各記載で一致します。",
    ),
    todo=Said("Correct the percentage.", "割合を訂正してください。"),
    basis=(Standard.CONSISTENCY, item.accounting("112")),
)
def ownership(context: Context) -> Iterator[Found]:
    """Ownership in the notes on related parties and in the text on investments, against subsidiaries and shareholders."""
    subsidiaries, holders = context.once(_subsidiaries_by_name), context.once(_holders_by_name)
    shares = capital(context)
    for at in context.of(RelatedParty, InvestmentInCompany):
        printed = at.value.ownership
        if not isinstance(printed, Ratio) or not isinstance(at.value.name, Text):
            continue
        owned = _company_of(at.value.name, subsidiaries)
        if owned is not None:
            if not _agree(printed, owned.value.ownership):
                yield _other_ownership(at, printed, shown(owned.value.ownership), owned.sub("ownership"))
        elif shares is not None and isinstance(at.value, RelatedParty):
            holder = _company_of(at.value.name, holders)
            if holder is not None and shares.outstanding > 0:
                exact = holder.value.shares_held.amount / shares.outstanding
                if not intervals.fits(printed, exactly(exact)):
                    yield _other_ownership(at, printed, percent(exact, printed.decimals), holder.sub("shares_held"))


def _subsidiaries_by_name(context: Context) -> dict[str, At]:
    return _by_name(at for at in context.of(Subsidiary) if isinstance(at.value.ownership, Ratio))


def _holders_by_name(context: Context) -> dict[str, At]:
    return _by_name(at for at in context.of(MajorShareholder) if isinstance(at.value.shares_held, Quantity))


def _by_name(parts: Iterable[At]) -> dict[str, At]:
    found: dict[str, At] = {}
    for at in parts:
        for _, reading in at.value.name.readings:
            found.setdefault(company_key(reading), at)
    return found


def _company_of(name: Text, known: dict[str, At]) -> At | None:
    """The company of this name or, among not too many, of one that begins with it: a text may give a short name."""
    spelled = [company_key(reading) for _, reading in name.readings]
    for each in spelled:
        if each in known:
            return known[each]
    if len(known) > _FEW:
        return None
    return next(
        (at for full, at in known.items() for each in spelled if len(each) >= 3 and full.startswith(each)), None
    )


def _agree(one: Ratio, other: Ratio) -> bool:
    return intervals.rounded(one).meets(intervals.rounded(other))


def _other_ownership(at: At, printed: Ratio, expected: Said, path: str) -> Found:
    return Found(
        at.sub("ownership"),
        say(
            "{printed} of {name} here, {expected} by {path}",
            "{name}の割合がここでは{printed}ですが、{path}では{expected}です",
            printed=shown(printed),
            name=people.said(at.value.name),
            expected=expected,
            path=verbatim(path),
        ),
        shown(printed),
        expected,
        others=(path,),
    )


# --- services and segments ----------------------------------------------------------------------------------------


@rule(
    "fx.tie.services",
    Kind.TIES,
    Severity.ERROR,
    title=Said("Figures by service do not come to those of the business", "サービス別の数値と全体の不一致"),
    why=Said(
        "Where every service has its figure, together they are that of the whole.",
        "すべてのサービスの数値が記載されている場合、その合計は全体の数値に一致します。",
    ),
    todo=Said(
        "Correct the service's figure, or add the service that is missing.",
        "数値を訂正するか、欠けているサービスを追加してください。",
    ),
    basis=Standard.ARITHMETIC,
)
def services(context: Context) -> Iterator[Found]:
    """Revenue, cost and margin of all services against those of the whole, within rounding."""
    wholes = (
        ("revenues", Measure.REVENUE, "revenues"), ("cost", Measure.COST_OF_REVENUE, "cost_of_revenues"),
        ("gross_margin", Measure.GROSS_PROFIT, "gross_margin"),
    )  # fmt: skip
    for holder in context.of(ProgressAndResults):
        rows = context.within(holder, ServiceResults)
        quoted = next(iter(context.within(holder, QuotedResults)), None)
        for attribute, measure, name in wholes:
            parts = [value for at in rows if isinstance(value := getattr(at.value, attribute), Money)]
            whole = figure_of(context, measure, context.year_end)
            value = whole.value if whole is not None else getattr(quoted.value, name) if quoted is not None else None
            if not parts or len(parts) < len(rows) or len(rows) < 2 or not isinstance(value, Money):
                continue
            if not foots(value, ((each, 1) for each in parts)):
                summed = sum((each.amount for each in parts), Decimal(0))
                yield Found(
                    rows[0].sub(attribute),
                    say(
                        "the services come to {summed}, the whole is {whole}",
                        "サービス別の合計は{summed}ですが、全体は{whole}です",
                        summed=money(summed, value.currency, parts[0].decimals),
                        whole=shown(value),
                    ),
                    money(summed, value.currency, parts[0].decimals),
                    shown(value),
                    severity=None if summed > value.amount else Severity.WARNING,  # one may be left untold
                    others=(whole.path,) if whole is not None else (),
                )


@rule(
    "fx.tie.serviceLine",
    Kind.TIES,
    Severity.ERROR,
    title=Said(
        "A figure of a service is not that of its line in the statement", "サービスの数値と損益計算書の内訳の不一致"
    ),
    why=Said(
        "The text tells in millions what the statement has for the same service.",
        "本文のサービス別数値は、損益計算書の同一区分の数値と一致します。",
    ),
    todo=Said("Correct the text after the statement.", "損益計算書に合わせて本文を訂正してください。"),
    basis=Standard.CONSISTENCY,
)
def service_line(context: Context) -> Iterator[Found]:
    """Revenue and cost of a service against the company's own line that is called the same."""
    lines = context.once(_own_lines)
    for at in context.of(ServiceResults) if lines else ():
        title = at.value.title
        if not isinstance(title, Text):
            continue
        for attribute, side in (("revenues", "credit"), ("cost", "debit")):
            value = getattr(at.value, attribute)
            called = [(side, _line(reading)) for _, reading in title.readings]
            figure = next((lines[each] for each in called if each in lines), None)
            if isinstance(value, Money) and figure is not None and not agree(value, figure.value):
                yield Found(
                    at.sub(attribute),
                    say(
                        "{value} here, {other} in the statement",
                        "ここでは{value}、損益計算書では{other}です",
                        value=shown(value),
                        other=shown(figure.value),
                    ),
                    shown(value),
                    shown(figure.value),
                    others=(figure.path,),
                )


def _own_lines(context: Context) -> dict[tuple[str, str], Figure]:
    """The company's own lines of the year's statements, by side and by what they are called."""
    found: dict[tuple[str, str], Figure] = {}
    for figure in context.figures_of(lambda leaf: leaf.attribute[:1].isupper()):
        own = isinstance(figure.value, Money) and context.filing.extension is not None
        if own and figure.at.consolidated is context.tells_group and figure.at.end == context.year_end:
            concept = figure.leaf.concept
            for name in (figure.label.en, figure.label.ja, concept.en, concept.ja):
                found.setdefault((concept.balance or "", _line(name)), figure)
    return found


def _line(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold()
    plain = re.sub(
        r"^(?:total|cost of|revenues? from|sales of)\s+|[:\s]*total$|(?:計|合計|事業|売上高|原価)$",
        "",
        plain.strip("[]【】 "),
    )
    return re.sub(r"[\s,.\-()\[\]]", "", plain)


@rule(
    "fx.tie.segments",
    Kind.TIES,
    Severity.ERROR,
    title=Said("Segments do not come to the consolidated figure", "セグメント情報の合計と連結数値の不一致"),
    why=Said(
        "Segments, others and reconciliation together are the total, and that is what the statements have.",
        "報告セグメント、その他及び調整額の合計は、連結計算書類の計上額に一致します。",
    ),
    todo=Said(
        "Correct the segment, the reconciliation or the total.", "セグメント、調整額又は合計を訂正してください。"
    ),
    basis=(Standard.ARITHMETIC, Standard.CONSISTENCY),
)
def segments(context: Context) -> Iterator[Found]:
    """The columns of each segment table downwards; its totals against revenue, assets and profit of the statements."""
    tables: dict[str, list[At]] = {}
    for at in context.of(Segment):
        tables.setdefault(at.path.rpartition(".")[0], []).append(at)
    for rows in tables.values():
        whole = next((at for at in rows if _is_whole(at)), None)
        if whole is None:
            continue
        for attribute in _AMOUNTS:
            total = getattr(whole.value, attribute, None)
            parts = [
                value
                for at in rows
                if not _is_sum(at) and isinstance(value := getattr(at.value, attribute, None), (Money, Count))
            ]
            if isinstance(total, (Money, Count)) and parts and not foots(total, ((each, 1) for each in parts)):
                summed = shown(attrs.evolve(total, amount=sum((each.amount for each in parts), Decimal(0))))
                yield _segment_total(whole.sub(attribute), total, summed, ())
        for attribute, measure in _OF_THE_GROUP:
            value = getattr(whole.value, attribute, None)
            figure = figure_of(context, measure, whole.end or context.year_end, whole.consolidated)
            if isinstance(value, (Money, Count)) and figure is not None and not agree(value, figure.value):
                yield _segment_total(whole.sub(attribute), value, shown(figure.value), (figure.path,))


_AMOUNTS: Final = (
    "external_revenue", "intersegment_revenue", "revenue", "profit", "assets", "liabilities", "depreciation",
    "impairment", "capital_expenditures", "employees",
)  # fmt: skip
_OF_THE_GROUP: Final = (
    ("external_revenue", Measure.REVENUE),
    ("assets", Measure.TOTAL_ASSETS),
    ("liabilities", Measure.TOTAL_LIABILITIES),
    ("employees", Measure.EMPLOYEES),
)


def _is_whole(at: At) -> bool:
    return at.value.line is SegmentLine.TOTAL


def _is_sum(at: At) -> bool:
    return at.value.line in (SegmentLine.TOTAL, SegmentLine.SUBTOTAL, SegmentLine.REPORTABLE_TOTAL)


def _segment_total(path: str, printed: Money | Count, expected: Said, others: tuple[str, ...]) -> Found:
    return Found(
        path,
        say(
            "{printed} is printed, {expected} expected",
            "{printed}と記載されていますが、{expected}となるはずです",
            printed=shown(printed),
            expected=expected,
        ),
        shown(printed),
        expected,
        others=others,
    )


_TOLD_OF_SEGMENTS: Final = (
    ("revenue", ("external_revenue", "revenue")),
    ("profit", ("profit",)),
    ("capital_expenditures", ("capital_expenditures",)),
    ("employees", ("employees",)),
)
"""What the business report tells of a segment, and what of it the notes do."""


@rule(
    "fx.tie.segmentResults",
    Kind.TIES,
    Severity.ERROR,
    title=Said(
        "A segment's figure in the business report is not that of the notes", "事業報告と注記のセグメント数値の不一致"
    ),
    why=Said(
        "The business report and the notes tell the results of the same segments.",
        "事業報告のセグメント別業績は、注記のセグメント情報と一致します。",
    ),
    todo=Said("Correct the one that is wrong.", "いずれかを訂正してください。"),
    basis=Standard.CONSISTENCY,
)
def segment_results(context: Context) -> Iterator[Found]:
    """Revenue (external or with that between segments), profit, investment and employees of each segment in both."""
    noted: dict[tuple[str, str], At] = {}
    for at in context.of(Segment):
        if at.end == context.year_end and isinstance(at.value.name, Text):
            for spelled in people.keys(at.value.name):
                noted.setdefault(spelled, at)
    for at in context.of(SegmentResults):
        names = people.keys(at.value.name) if isinstance(at.value.name, Text) else ()
        other = next((noted[spelled] for spelled in names if spelled in noted), None)
        if other is None:
            continue
        for attribute, theirs in _TOLD_OF_SEGMENTS:
            value = getattr(at.value, attribute)
            told = [each for name in theirs if isinstance(each := getattr(other.value, name), (Money, Count))]
            if isinstance(value, (Money, Count)) and told and not any(agree(value, each) for each in told):
                yield Found(
                    at.sub(attribute),
                    say(
                        "{value} for {name} here, {told} in the notes",
                        "{name}がここでは{value}、注記では{told}です",
                        value=shown(value),
                        name=people.said(at.value.name),
                        told=shown(told[-1]),
                    ),
                    shown(value),
                    shown(told[-1]),
                    others=(other.sub(theirs[-1]),),
                )


@rule(
    "fx.tie.disaggregation",
    Kind.TIES,
    Severity.ERROR,
    title=Said("Revenue by category does not come to its total", "収益の分解情報の合計の不一致"),
    why=Said(
        "The categories of one split are all of the revenue; across, the segments are the category.",
        "収益の分解情報は、区分の合計及びセグメントの合計が記載額に一致します。",
    ),
    todo=Said("Correct the category or the total.", "区分又は合計を訂正してください。"),
    basis=(Standard.ARITHMETIC, item.accounting("115-2", "1", "1")),
)
def disaggregation(context: Context) -> Iterator[Found]:
    """Each total of categories against the rows above it since the last total; each row against its segments."""
    since: dict[str, list[Money]] = {}
    for at in context.of(DisaggregatedRevenue):
        amount = at.value.amount
        parts = [each.amount for each in at.value.segments if isinstance(each.amount, Money)]
        if isinstance(amount, Money) and parts and len(parts) == len(at.value.segments):
            yield from _not_all(at, amount, parts)
        table = at.path.rpartition(".")[0]
        if at.value.is_total is True:
            rows = since.pop(table, [])
            if isinstance(amount, Money) and rows:
                yield from _not_all(at, amount, rows)
        elif isinstance(amount, Money):
            since.setdefault(table, []).append(amount)


def _not_all(at: At, printed: Money, parts: list[Money]) -> Iterator[Found]:
    if not foots(printed, ((each, 1) for each in parts)):
        summed = money(sum((each.amount for each in parts), Decimal(0)), printed.currency, printed.decimals)
        yield _segment_total(at.sub("amount"), printed, summed, ())


# --- notes and captions -------------------------------------------------------------------------------------------


@rule(
    "fx.tie.caption",
    Kind.TIES,
    Severity.WARNING,
    title=Said("A number in a caption is not that of its own item", "科目名に付記された数値の不一致"),
    why=Said(
        "A caption such as “net of allowance of JPY 24,667 thousand” tells a figure that stands beside it as an item.",
        "「貸倒引当金○千円控除後」等の付記の数値は、当該項目の数値と一致します。",
    ),
    todo=Said("Correct the caption or the item.", "付記又は項目の数値を訂正してください。"),
    basis=Standard.CONSISTENCY,
)
def caption(context: Context) -> Iterator[Found]:
    """Amounts and numbers of shares in a figure's caption, against the other figures of its part that are in no sum."""
    beside: dict[int, list[Figure]] = {}
    for figure in context.figures:
        if figure.value.caption is None:
            continue
        memos = beside.get(figure.at.number)
        if memos is None:
            memos = beside[figure.at.number] = [
                each
                for each in context.figures_in(figure.at)
                if each.leaf.concept.memo or isinstance(each.value, Quantity)
            ]
        if not memos or figure.value.caption is None:
            continue
        for language, reading in figure.value.caption.readings:
            if language not in ("en", "ja"):
                continue
            text = normal(reading)
            told = [each.value for each in amounts(text) if isinstance(each.value, Money)]
            monetary = [each for each in memos if isinstance(each.value, Money)]
            for each in told if monetary else ():
                if not any(agree(each, memo.value) for memo in monetary):
                    yield _not_beside(figure, shown(each), monetary)
            shares = [each for each in memos if isinstance(each.value, Quantity)]
            if shares and re.search(r"\bshares\b|株", text):
                known = {each.value.amount for each in shares}
                for number in sorted(plain_numbers(text) - known):
                    if number > 100 and not told:
                        yield _not_beside(figure, verbatim(f"{number:,}"), shares)


def _not_beside(figure: Figure, told: Said, memos: Iterable[Figure]) -> Found:
    first = next(iter(memos))
    return Found(
        figure.path,
        say(
            "the caption says {told}; beside it stands {other}",
            "科目名には{told}とありますが、並記の項目は{other}です",
            told=told,
            other=shown(first.value),
        ),
        told,
        shown(first.value),
        others=(first.path,),
    )


_DEFERRED: Final = {"deferred_tax_assets": 1, "deferred_tax_liabilities": -1}


@rule(
    "fx.tie.deferredTax",
    Kind.TIES,
    Severity.ERROR,
    title=Said("Deferred tax assets of the note are not those of the balance sheet", "税効果注記と貸借対照表の不一致"),
    why=Said(
        "The net amount of the note is what the balance sheet shows, current and non-current together.",
        "税効果会計の注記の純額は、貸借対照表の繰延税金資産（負債）の純額に一致します。",
    ),
    todo=Said("Compare the note with the balance sheet.", "注記と貸借対照表を照合してください。"),
    basis=(Standard.CONSISTENCY, item.accounting("107")),
)
def deferred_tax(context: Context) -> Iterator[Found]:
    """The net amount of the note on deferred tax against the assets and liabilities of the same balance sheet."""
    for at in context.of(DeferredTaxes):
        net = at.value.net_assets
        sheet = next(
            (
                each
                for each in context.of(BalanceSheet)
                if each.consolidated is at.consolidated and each.moment == at.moment
            ),
            None,
        )
        if sheet is None or not isinstance(net, Money):
            continue
        shown_there: list[tuple[Money, int]] = []
        paths = []
        for each in context.figures_of(lambda leaf: leaf.attribute in _DEFERRED):
            weight = _DEFERRED[each.leaf.attribute]
            if each.at.path.startswith(sheet.path + ".") and isinstance(each.value, Money):
                shown_there.append((each.value, weight))
                paths.append(each.path)
        if shown_there and not foots(net, shown_there):
            summed = sum((value.amount * weight for value, weight in shown_there), Decimal(0))
            expected = money(summed, net.currency, net.decimals)
            yield Found(
                at.sub("net_assets"),
                say(
                    "{net} by the note, {expected} in the balance sheet",
                    "注記では{net}、貸借対照表では{expected}です",
                    net=shown(net),
                    expected=expected,
                ),
                shown(net),
                expected,
                others=tuple(paths),
            )


@rule(
    "fx.tie.relatedParties",
    Kind.TIES,
    Severity.WARNING,
    title=Said(
        "Transactions or balances with related parties exceed what holds them", "関連当事者との取引・残高が総額を超える"
    ),
    why=Said(
        "A balance with one party is part of its account; transactions with subsidiaries are part of those noted in total.",
        "関連当事者に対する残高は該当科目の残高に、子会社との取引高は注記された総額に含まれます。",
    ),
    todo=Said(
        "Compare the note with the accounts and with the totals for subsidiaries.",
        "注記と各科目及び総額を照合してください。",
    ),
    basis=(Standard.ARITHMETIC, item.accounting("112"), item.accounting("104")),
)
def related_parties(context: Context) -> Iterator[Found]:
    """Each balance against the account of the same name; balances with subsidiaries against the totals of the notes."""
    lines = [
        figure for figure in context.figures_of(lambda leaf: leaf.instant)
        if figure.at.consolidated is False and figure.moment == context.year_end
        and isinstance(figure.value, Money) and figure.at.outer_at(BalanceSheet) is not None
    ]  # fmt: skip
    accounts: dict[str, Figure] = {}
    for figure in lines:
        for name in (figure.label.en, figure.label.ja, figure.leaf.concept.en, figure.leaf.concept.ja):
            accounts.setdefault(_account(name), figure)
    for at in context.of(RelatedPartyTransaction):
        balance_, account = at.value.balance, at.value.account
        if not isinstance(balance_, Money) or not isinstance(account, Text):
            continue
        for _, reading in account.readings:
            line = accounts.get(_account(reading))
            if line is not None and balance_.amount > line.value.amount + unit(line.value):
                yield _more_than(at.sub("balance"), balance_, line.value, line.path)
                break
    yield from _of_subsidiaries(context)


def _of_subsidiaries(context: Context) -> Iterator[Found]:
    """Purchases and the like from subsidiaries, whose total the notes to the statement of income tell."""
    totals = context.first_at(NotesToIncomeStatement)
    claims = context.first_at(NotesToBalanceSheet)
    subsidiaries = [at for at in context.of(RelatedParty) if _is_subsidiary(at)]
    if not subsidiaries:
        return
    rows = [row for at in subsidiaries for row in context.within(at, RelatedPartyTransaction)]
    if totals is not None:
        known = [v for name in ("revenues", "purchases", "non_operating_transactions") if isinstance(v := getattr(totals.value, name), Money)]  # fmt: skip
        whole = sum((each.amount for each in known), Decimal(0))
        amounts_ = [(at, at.value.amount) for at in rows if isinstance(at.value.amount, Money)]
        summed = sum((amount.amount for _, amount in amounts_), Decimal(0))
        if len(known) == 3 and amounts_ and summed > whole + sum((unit(each) for each in known), Decimal(0)):
            at, largest = max(amounts_, key=lambda each: each[1].amount)
            yield _more_than(at.sub("amount"), Money(summed, largest.currency, largest.decimals), Money(whole, largest.currency, largest.decimals), totals.path)  # fmt: skip
    if claims is not None:
        known = [v for name in ("short_term_monetary_claims", "long_term_monetary_claims", "short_term_monetary_liabilities") if isinstance(v := getattr(claims.value, name), Money)]  # fmt: skip
        whole = sum((each.amount for each in known), Decimal(0))
        for at in rows:
            value = at.value.balance
            if isinstance(value, Money) and known and value.amount > whole + unit(value):
                yield _more_than(at.sub("balance"), value, Money(whole, value.currency, value.decimals), claims.path)


def _is_subsidiary(at: At) -> bool:
    attribute = at.value.attribute
    return isinstance(attribute, Text) and any(
        reading.strip().casefold() in ("subsidiary", "子会社") for _, reading in attribute.readings
    )


@remembered
def _account(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold()
    return re.sub(r"[\s\-–—,.()]", "", re.sub(r"accounts?\b", "account", plain))


def _more_than(path: str, value: Money, whole: object, other: str) -> Found:
    assert isinstance(whole, NUMBERS)
    return Found(
        path,
        say(
            "{value} is more than the {whole} that it is a part of",
            "{value}が、これを含むはずの{whole}を上回っています",
            value=shown(value),
            whole=shown(whole),
        ),
        shown(value),
        Said(f"at most {shown(whole).en}", f"{shown(whole).ja}以下"),
        others=(other,),
    )


@rule(
    "fx.tie.auditFees",
    Kind.TIES,
    Severity.ERROR,
    title=Said("The audit fee exceeds all fees payable", "監査報酬が支払総額を上回る"),
    why=Said(
        "All that the company and its subsidiaries owe the accounting auditor holds the fee for the audit.",
        "当社及び子会社が支払うべき金銭等の合計額は、監査報酬を含みます。",
    ),
    todo=Said("Correct one of the amounts.", "いずれかの金額を訂正してください。"),
    basis=(Standard.ARITHMETIC, item.enforcement("126", "", "2"), item.enforcement("126", "", "8")),
)
def audit_fees(context: Context) -> Iterator[Found]:
    """The fee of the year against the total of the group."""
    for at in context.of(AccountingAuditor):
        fee, total = at.value.audit_fee, at.value.total_fees_payable
        if isinstance(fee, Money) and isinstance(total, Money) and fee.amount > total.amount:
            yield _more_than(at.sub("audit_fee"), fee, total, at.sub("total_fees_payable"))


@rule(
    "fx.tie.fairValueLevels",
    Kind.TIES,
    Severity.ERROR,
    title=Said("The levels do not come to the fair value", "レベル別の時価と時価の不一致"),
    why=Said(
        "A fair value is told again by level; what is carried at fair value has no other carrying amount.",
        "時価はレベル別に再掲され、時価をもって計上するものは計上額と時価が一致します。",
    ),
    todo=Said(
        "Correct the level, the fair value or the carrying amount.",
        "レベル別の時価、時価又は計上額を訂正してください。",
    ),
    basis=(Standard.ARITHMETIC, item.accounting("109", "1", "3")),
)
def fair_value_levels(context: Context) -> Iterator[Found]:
    """The sum of the levels that are told against the fair value, and that against the carrying amount of what is carried so."""
    for at in context.of(FairValue):
        whole = at.value.fair_value
        if not isinstance(whole, Money):
            continue
        names = [name for name in ("level_1", "level_2", "level_3") if isinstance(getattr(at.value, name), Money)]
        levels = [getattr(at.value, name) for name in names]
        if levels and not foots(whole, ((each, 1) for each in levels)):
            summed = money(sum((each.amount for each in levels), Decimal(0)), whole.currency, whole.decimals)
            yield _segment_total(at.sub("fair_value"), whole, summed, tuple(at.sub(name) for name in names))
        carried = at.value.carrying_amount
        if at.value.at_fair_value and isinstance(carried, Money) and not agree(carried, whole):
            yield _segment_total(at.sub("carrying_amount"), carried, shown(whole), (at.sub("fair_value"),))


@rule(
    "fx.tie.contractBalances",
    Kind.TIES,
    Severity.ERROR,
    title=Said("Contract balances are not those of the balance sheet", "契約残高と貸借対照表の不一致"),
    why=Said(
        "Contract assets and liabilities that the balance sheet shows on lines of their own are noted with the same amounts.",
        "貸借対照表に区分掲記された契約資産及び契約負債は、収益認識に関する注記の残高と一致します。",
    ),
    todo=Said("Correct the note or the balance sheet.", "注記又は貸借対照表を訂正してください。"),
    basis=(Standard.CONSISTENCY, item.accounting("115-2")),
)
def contract_balances(context: Context) -> Iterator[Found]:
    """The balances at both ends of the year against current lines of the balance sheets; noncurrent ones may come beside them."""
    notes = context.of(RevenueRecognitionNote)
    if not notes:
        return
    figures = {
        name: context.figures_of(lambda leaf, name=name: leaf.attribute == f"contract_{name}")  # type: ignore[misc]
        for name in ("assets", "liabilities")
    }
    for at in notes:
        for attribute, moment in (("opening_balances", year_before(context)), ("closing_balances", context.year_end)):
            balances = getattr(at.value, attribute)
            for name in ("assets", "liabilities"):
                noted = getattr(balances, name, None)
                lines = [
                    figure
                    for figure in figures[name]
                    if figure.at.consolidated == at.consolidated
                    and figure.moment == moment
                    and isinstance(figure.value, Money)
                ]
                if isinstance(noted, Money) and len(lines) == 1 and not agree(noted, lines[0].value):
                    yield _segment_total(at.sub(f"{attribute}.{name}"), noted, shown(lines[0].value), (lines[0].path,))
