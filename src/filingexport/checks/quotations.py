"""Figures in sentences: against the statements, against the fields they were taken into, against the other language."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache, partial
from typing import Final

from filingexport.binding.marks import mark
from filingexport.binding.plan import Plan
from filingexport.checks import intervals
from filingexport.checks.context import At, Context, Figure, Passage
from filingexport.checks.memory import remembered
from filingexport.checks.numbers import agree, shown
from filingexport.checks.once import once
from filingexport.checks.prose import Claim, Mention, amounts, claims, counts, normal, plain_numbers, ratios
from filingexport.checks.ratios import computed_change, figure_of, not_the_change, year_before
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.checks.texts import english, japanese, where_any
from filingexport.checks.tie_measures import name_of
from filingexport.findings import Severity
from filingexport.model.business_report.progress import ServiceResults
from filingexport.model.business_report.report import BusinessReport
from filingexport.model.business_report.segments import SegmentResults
from filingexport.model.meaning import Measure, QuotedIn
from filingexport.model.values import Block, Count, Money, Ratio, Shares, Text
from filingexport.said import Said, say, verbatim

_OF_A_PART: Final[dict[type, dict[Measure, str]]] = {
    ServiceResults: {
        Measure.REVENUE: "revenues",
        Measure.COST_OF_REVENUE: "cost",
        Measure.GROSS_PROFIT: "gross_margin",
        Measure.GROSS_MARGIN_RATIO: "gross_margin_ratio",
    },
    SegmentResults: {
        Measure.REVENUE: "revenue",
        Measure.OPERATING_INCOME: "profit",
    },
}
"""In the results of a service or a segment, which field a measure is: there "revenues" are those of the service."""
_SIMILAR: Final = {Measure.NET_INCOME: Measure.PROFIT, Measure.PROFIT: Measure.NET_INCOME}
"""Measures whose words mean either."""


@once
def _spoken(context: Context) -> list[tuple[Passage, Claim]]:
    """What the sentences of the business report say."""
    readers = {language: partial(claims, language=language) for language in ("en", "ja")}
    return [(passage, claim) for passage, said in where_any(context, readers, among=_reports) for claim in said]


def _reports(passage: Passage) -> bool:
    return _is_prose(passage) and passage.at.outer_at(BusinessReport) is not None


def _is_prose(passage: Passage) -> bool:
    return passage.leaf.concept.kind == "prose"


def _of_the_whole(passage: Passage, claim: Claim) -> bool:
    return not claim.of and type(passage.at.value) not in _OF_A_PART


def _quote(claim: Claim) -> Said:
    cut = claim.quote if len(claim.quote) <= 90 else claim.quote[:89] + "…"
    return Said(f'"{cut}"', f"「{cut}」")


@rule(
    "fx.footing.prose",
    Kind.FOOTING,
    Severity.ERROR,
    title=Said("A figure in the text is not that of the statements", "本文の数値と計算書類の不一致"),
    why=Said(
        "The text speaks of the same figure as the statements, in millions where they are in thousands.",
        "本文の数値は、単位が異なっても計算書類の数値と一致します。",
    ),
    todo=Said("Correct the text after the statements.", "計算書類に合わせて本文を訂正してください。"),
    basis=Standard.CONSISTENCY,
)
def prose(context: Context) -> Iterator[Found]:
    """Sentences of the business report on the whole business, against the statements and the trend."""
    for passage, claim in _spoken(context):
        if claim.amount is None or not _of_the_whole(passage, claim):
            continue
        told = [figure_of(context, measure, context.year_end) for measure in _meant(claim.measure)]
        figures = [each for each in told if each is not None and each.path != passage.path]
        if figures and not any(agree(claim.amount, each.value) for each in figures):
            first = figures[0]
            yield Found(
                passage.path,
                say(
                    "{quote}: {name} is {expected} in {section} ({path})",
                    "{quote}とありますが、{name}は{section}では{expected}です（{path}）",
                    quote=_quote(claim),
                    name=name_of(claim.measure),
                    expected=shown(first.value),
                    section=context.section(first.path),
                    path=verbatim(first.path),
                ),
                shown(claim.amount),
                shown(first.value),
                others=(first.path,),
            )


def _meant(measure: Measure) -> tuple[Measure, ...]:
    return (measure, _SIMILAR[measure]) if measure in _SIMILAR else (measure,)


@rule(
    "fx.footing.proseChange",
    Kind.FOOTING,
    Severity.ERROR,
    title=Said("A change told in the text is not that of the figures", "本文の増減率と数値の不一致"),
    why=Said(
        "A percentage in a sentence follows from the figures of the two years.",
        "本文の増減率は、両年度の数値から計算される率に一致します。",
    ),
    todo=Said("Compute the change anew, and correct the text.", "増減率を計算し直し、本文を訂正してください。"),
    basis=Standard.ARITHMETIC,
)
def prose_change(context: Context) -> Iterator[Found]:
    """Sentences of the business report on the change of a measure, against the figures of both years."""
    for passage, claim in _spoken(context):
        if claim.change is None or claim.points or not _of_the_whole(passage, claim):
            continue
        computed = computed_change(context, claim.measure)
        if computed is None:
            continue
        signed = Ratio(claim.change.amount * (claim.direction or 1), claim.change.decimals)
        unsigned = Ratio(-signed.amount, signed.decimals)
        # A wrong word with a right percentage is another rule's.
        if not intervals.fits(signed, computed) and not intervals.fits(unsigned, computed):
            yield not_the_change(context, passage.path, claim.measure, signed, computed)


@rule(
    "fx.footing.direction",
    Kind.FOOTING,
    Severity.ERROR,
    title=Said("An increase is called a decrease, or the other way round", "増加と減少の取り違え"),
    why=Said(
        "The word and the figures contradict each other; a reader believes the word.",
        "「増加」「減少」の語と数値の動きが矛盾しています。",
    ),
    todo=Said("Correct the word, or the figure.", "語又は数値を訂正してください。"),
    basis=Standard.ARITHMETIC,
)
def direction(context: Context) -> Iterator[Found]:
    """The words increased and decreased against the figures of both years, or the change in the part's own field."""
    for passage, claim in _spoken(context):
        if not claim.direction:
            continue
        moved: Decimal | None = None
        if _of_the_whole(passage, claim):
            now = figure_of(context, claim.measure, context.year_end)
            before = figure_of(context, claim.measure, year_before(context))
            if now is not None and before is not None:
                moved = now.value.amount - before.value.amount
        else:
            attribute = _OF_A_PART.get(type(passage.at.value), {}).get(claim.measure)
            change = getattr(passage.at.value, f"{attribute}_change", None) if attribute is not None else None
            if isinstance(change, Ratio) and claim.change is not None:
                moved = change.amount if abs(change.amount) == claim.change.amount else None
        if moved and (moved > 0) is not (claim.direction > 0):
            yield Found(
                passage.path,
                say(
                    "{quote}: but {name} {moved}",
                    "{quote}とありますが、{name}は{moved}しています",
                    quote=_quote(claim),
                    name=name_of(claim.measure),
                    moved=Said("increased", "増加") if moved > 0 else Said("decreased", "減少"),
                ),
            )


@rule(
    "fx.footing.proseCount",
    Kind.FOOTING,
    Severity.ERROR,
    title=Said(
        "A number of companies or employees in the text is not the one told elsewhere",
        "本文の会社数・従業員数と他の記載の不一致",
    ),
    why=Said(
        "How many there are at the end of the year is one number, in a sentence as in a table.",
        "期末の会社数及び従業員数は、本文と表で一致します。",
    ),
    todo=Said("Correct the text or the table.", "本文又は表の記載を訂正してください。"),
    basis=Standard.CONSISTENCY,
)
def prose_count(context: Context) -> Iterator[Found]:
    """Sentences on how many consolidated subsidiaries, investees and employees there are, against the fields that tell it."""
    readers = {language: partial(counts, language=language) for language in ("en", "ja")}
    for passage, told in where_any(context, readers, among=_is_prose):
        for measure, number, quote in told:
            figure = figure_of(context, measure, context.year_end)
            if figure is not None and figure.value.amount != number:
                yield Found(
                    passage.path,
                    say(
                        "“{quote}”: {name} is {expected} elsewhere ({path})",
                        "「{quote}」とありますが、{name}は他の箇所では{expected}です（{path}）",
                        quote=quote,
                        name=name_of(measure),
                        expected=shown(figure.value),
                        path=verbatim(figure.path),
                    ),
                    verbatim(quote),
                    shown(figure.value),
                    others=(figure.path,),
                )


# --- fields that were taken from a text ----------------------------------------------------------------------------


_Texts = tuple[tuple[str, str, str], ...]
"""Texts that a figure was taken from: path, language and, normalised, what they say."""


@cache
def _quoting(plan: Plan) -> dict[str, QuotedIn]:
    """The fields of a class that were taken from texts, or hold what was."""
    found = {}
    for entry in plan.entries:
        said = mark(plan.cls, entry.attribute, QuotedIn)
        if said is not None:
            found[entry.attribute] = said
    return found


def _quoted(context: Context) -> Iterator[tuple[Figure, _Texts]]:
    """Every figure that was taken from texts, with them."""
    above: dict[int, tuple[QuotedIn, At]] = {}
    for parts in context.by_class.values():
        for entry in _quoting(parts[0].plan):
            for at in parts:
                for held in context.at_field(at, entry):
                    above[held.number] = (_quoting(at.plan)[entry], at)
    for at in context.parts if above else ():  # a part comes after the one that holds it
        if at.number not in above and at.parent is not None and at.parent.number in above:
            above[at.number] = above[at.parent.number]
    of_holder: dict[tuple[int, tuple[str, ...]], _Texts] = {}
    for figure in context.figures:
        at = figure.at
        quoting = _quoting(at.plan)
        if not quoting and at.number not in above:
            continue
        said = quoting.get(figure.line.attribute if figure.line is not None else figure.leaf.attribute)
        where = at
        if said is None:
            if at.number not in above:
                continue
            said, where = above[at.number]
        key = (where.number, said.texts)
        texts = of_holder.get(key)
        if texts is None:
            texts = of_holder[key] = tuple(_texts(context, where, said))
        if texts:
            yield figure, texts


def _texts(context: Context, at: At, said: QuotedIn) -> Iterator[tuple[str, str, str]]:
    for name in said.texts:
        value = getattr(at.value, name, None)
        several = isinstance(value, tuple)
        for number, each in enumerate(value if isinstance(value, tuple) else (value,), 1):
            if isinstance(each, (Block, Text)):
                path = f"{at.prefix}{name}.{number}" if several else at.prefix + name
                for language, reading in each.readings:
                    plain = context.plain(reading) if isinstance(each, Block) else reading
                    yield path, language, _normal(plain)


_normal: Final = remembered(normal)


@rule(
    "fx.tie.quoted",
    Kind.TIES,
    Severity.ERROR,
    title=Said("A figure is not in the text that it was taken from", "抽出した数値が本文に見当たらない"),
    why=Said(
        "The field repeats a number of the sentence beside it, for programs; readers and programs must see the same.",
        "数値項目は隣接する本文の数値を転記したもので、両者は一致する必要があります。",
    ),
    todo=Said("Correct the field after the text, or the text after the field.", "数値項目又は本文を訂正してください。"),
    basis=Standard.CONSISTENCY,
)
def in_the_text(context: Context) -> Iterator[Found]:
    """Figures declared as quoted, against the numbers of the text, in each language; a text without numbers says nothing."""
    for figure, texts in _quoted(context):
        missing: list[tuple[str, str]] = []
        found = False
        for path, language, text in texts:
            said = _is_said(figure, text)
            if said is False:
                missing.append((path, language))
            found = found or said is True
        # Of several texts one is enough.
        if missing and not (found and any(path != texts[0][0] for path, _, _ in texts)):
            path, language = missing[0]
            yield Found(
                figure.path,
                say(
                    "{label} is {printed} here, which the text it is quoted from does not say ({path}, in {language})",
                    "{label}は{printed}ですが、引用元の本文にこの数値はありません（{path}、{language}）",
                    label=figure.label,
                    printed=shown(figure.value),
                    path=verbatim(path),
                    language=language,
                ),
                shown(figure.value),
                others=(path,),
            )


def _is_said(figure: Figure, text: str) -> bool | None:
    """Whether the text says this number; None where it says none of this kind."""
    value = figure.value
    if isinstance(value, Money):
        told = _amounts(text)
        if not told:
            return None
        positive = _positive(value)
        return any(agree(positive, each) for each in told)
    if isinstance(value, Ratio):
        ratios_told = _ratios(text)
        return None if not ratios_told else abs(value.amount) in ratios_told
    if isinstance(value, (Count, Shares)):
        numbers = plain_numbers(text)
        return None if not numbers else abs(value.amount) in numbers
    return None


@remembered
def _amounts(text: str) -> tuple[Money, ...]:
    """The amounts of money in a normalised text, without their signs."""
    return tuple(_positive(each.value) for each in amounts(text) if isinstance(each.value, Money))


@remembered
def _ratios(text: str) -> frozenset[Decimal]:
    return frozenset(each.value.amount for each in ratios(text))


def _positive(value: Money) -> Money:
    return value if value.amount >= 0 else Money(-value.amount, value.currency, value.decimals)


# --- the two languages --------------------------------------------------------------------------------------------


@rule(
    "fx.tie.translation",
    Kind.TIES,
    Severity.ERROR,
    title=Said("The English and the Japanese text tell different figures", "英文と和文の数値の不一致"),
    why=Said(
        "Readers of the two languages must be told the same amounts and percentages.",
        "英文と和文の読者に同じ金額・比率が伝わる必要があります。",
    ),
    todo=Said("Compare both texts, and correct the one that is wrong.", "両文を照合し、誤りを訂正してください。"),
    basis=Standard.CONSISTENCY,
)
def translation(context: Context) -> Iterator[Found]:
    """Amounts of money and percentages in texts that are given in English and in Japanese."""
    by_path = {each.path: each.text for each in japanese(context) if not each.note}
    told: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    for passage in english(context) if by_path else ():
        path = passage.path
        if not passage.note and path in by_path:
            texts = (passage.text, by_path[path])
            apart = told.get(texts)
            if apart is None:
                apart = told[texts] = tuple(_told_by_one(*map(_normal, texts)))
            for only_english, only_japanese in apart:
                yield Found(
                    path,
                    say(
                        "only the English text says {english}; only the Japanese says {japanese}",
                        "英文のみ：{english}、和文のみ：{japanese}",
                        english=only_english or "–",
                        japanese=only_japanese or "–",
                    ),
                    verbatim(only_english or "–"),
                    verbatim(only_japanese or "–"),
                )


def _told_by_one(english: str, japanese: str) -> Iterator[tuple[str, str]]:
    """What only one of two normalised texts tells: amounts of money, then percentages."""
    for tell in (amounts, ratios):
        in_english, in_japanese = tell(english)[:_MOST], tell(japanese)[:_MOST]
        if in_english and in_japanese:
            only_english = _unmatched(in_english, in_japanese, english)
            only_japanese = _unmatched(in_japanese, in_english, japanese)
            if only_english or only_japanese:
                yield only_english, only_japanese


_MOST: Final = 200
"""Figures of a text that are compared with the other language's."""


def _unmatched(mine: tuple[Mention, ...], theirs: tuple[Mention, ...], text: str) -> str:
    """The figures that the other language does not tell, in whatever unit and accuracy."""
    left = [each for each in mine if not any(_one_figure(each.value, other.value) for other in theirs)]
    return ", ".join(dict.fromkeys(text[each.start : each.end] for each in left))


def _one_figure(one: Money | Ratio, other: Money | Ratio) -> bool:
    if isinstance(one, Money) and isinstance(other, Money):
        return one.currency == other.currency and agree(_positive(one), _positive(other))
    return agree(one, other)
