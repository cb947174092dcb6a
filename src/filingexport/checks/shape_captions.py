"""Shape: captions. What is printed beside a figure says the same as the item that the figure is filed under."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from filingexport.binding.plan import Leaf, PartField
from filingexport.checks.context import At, Context, Figure
from filingexport.checks.fields import entries
from filingexport.checks.memory import remembered
from filingexport.checks.numbers import shown
from filingexport.checks.once import once
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.checks.spelling import stem, within_one
from filingexport.checks.texts import in_fields
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.meaning import Measure
from filingexport.model.values import Money
from filingexport.said import Said, say, verbatim

_WORD: Final = re.compile(r"[a-z]+")
_EMPTY: Final = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "other",
        "others",
        "than",
        "the",
        "to",
        "with",
        "net",
        "total",
        "subtotal",
        "amount",
        "equivalent",
        "item",
        "items",
        "note",
        "end",
        "beginning",
        "year",
        "fiscal",
        "per",
        "gaap",
        "us",
        "ifrs",
        "consolidated",
    ]
)
"""Words that tell one item from another only together with others."""


@once
def captioned(context: Context) -> list[tuple[Figure, str, str]]:
    """Figures with a caption of their own: the figure, the language, the caption."""
    return [
        (figure, language, text)
        for figure in context.figures
        if figure.value.caption is not None
        for language, text in figure.value.caption.readings
    ]


@remembered
def _words(text: str) -> frozenset[str]:
    plain = re.sub(r"['’]s?\b", "", re.sub(r"[,;:]?\s{0,8}\bnet of\b.*", "", text.lower()))
    return frozenset(stem(word) for word in _WORD.findall(plain) if word not in _EMPTY)


@remembered
def _plain(text: str) -> str:
    """A caption as the words of a measure are told: lower case, without marks, numbers and what follows a colon."""
    text = text.rpartition(":")[2] or text.rstrip(":")
    return " ".join(re.sub(r"[(（\[][^)）\]]{0,200}[)）\]]|[\d.*＊※]+", " ", text).casefold().split()).strip(" :：")


@once
def _by_words(context: Context) -> dict[str, Measure]:
    found: dict[str, Measure] = {}
    for measure in Measure:
        for word in (*measure.info.en, *measure.info.ja):
            found.setdefault(word.casefold(), measure)
    return found


@rule(
    "fx.shape.captionOfAnother",
    Kind.SHAPE,
    Severity.ERROR,
    title=Said("A figure is captioned as another item", "他の項目の名称が付された金額"),
    why=Said(
        "Readers take a figure for what is printed beside it: a margin called a cost misstates both.",
        "読者は金額を表示された名称の項目と理解するため、利益に原価の名称が付されると双方が誤って理解されます。",
    ),
    todo=Said(
        "Correct the caption, or move the figure to the item that it names.",
        "名称を訂正し、又は金額を該当する項目に移してください。",
    ),
    basis=(item.accounting("88"), Standard.CONSISTENCY),
)
def caption_of_another(context: Context) -> Iterator[Found]:
    """Captions that are the name of another measure, or of another item of the same part."""
    yield from _of_others(context)


@once
def _of_others(context: Context) -> list[Found]:
    return list(_found_of_others(context))


def _found_of_others(context: Context) -> Iterator[Found]:
    words = _by_words(context)
    measures: dict[str, set[Measure]] = {}
    for measure, figures in context.measured.items():
        for figure in figures:
            measures.setdefault(figure.path, set()).add(measure)
    for figure, language, text in captioned(context):
        own = measures.get(figure.path, set())
        named = words.get(_plain(text))
        if own and named is not None and named not in own and not any(_said_by(each, text) for each in own):
            yield _another(figure, text, Said(named.info.en[0], named.info.ja[0]), None)
        elif language == "en" and not own and (label := _of_sibling(context, figure, text)) is not None:
            yield _another(figure, text, label, Severity.WARNING)


def _said_by(measure: Measure, text: str) -> bool:
    return _plain(text) in {word.casefold() for word in (*measure.info.en, *measure.info.ja)}


def _of_sibling(context: Context, figure: Figure, text: str) -> Said | None:
    """The label of another item of the chapter that the caption names, where it has no word of its own item's label."""
    caption, own = _words(text), _words(figure.leaf.concept.en)
    if not caption or caption & own:
        return None
    for label, words, printed in _siblings(figure):
        if words and words <= caption and label.en != figure.leaf.concept.en and not words <= printed:
            return label
    return None


def _siblings(figure: Figure) -> Iterator[tuple[Said, frozenset[str], frozenset[str]]]:
    """The other items of the chapter: label, its words, and the words printed beside the item where it is given."""
    at: At | None = figure.at
    while at is not None:
        for entry in at.plan.entries:
            if isinstance(entry, Leaf) and entry.concept.kind == figure.leaf.concept.kind:
                value = getattr(at.value, entry.attribute)
                printed = dict(value.caption.readings).get("en", "") if getattr(value, "caption", None) else ""
                label = Said(entry.concept.en, entry.concept.ja)
                yield label, _words(label.en), _words(printed)
        if at.plan.info.role or at.row is None:
            return
        at = at.parent


def _another(figure: Figure, text: str, named: Said, severity: Severity | None) -> Found:
    return Found(
        figure.path,
        say(
            "{figure} is captioned “{caption}”, which is {named}; it is filed as {label}",
            "{figure}に「{caption}」（{named}）の名称が付されていますが、項目は{label}です",
            figure=shown(figure.value, figure.leaf.concept.negated),
            caption=text,
            named=named,
            label=Said(figure.leaf.concept.en.lower(), figure.leaf.concept.ja),
        ),
        verbatim(text),
        Said(figure.leaf.concept.en, figure.leaf.concept.ja),
        severity,
    )


_OPPOSITES: Final[tuple[tuple[frozenset[str], frozenset[str], Said], ...]] = (
    (
        frozenset({"profit", "income", "gain", "margin", "earning", "benefit"}),
        frozenset({"cost", "expense", "loss", "expenditure"}),
        Said("income and expense", "収益と費用"),
    ),
    (frozenset({"asset"}), frozenset({"liability", "obligation"}), Said("asset and liability", "資産と負債")),
    (frozenset({"receivable"}), frozenset({"payable"}), Said("receivable and payable", "債権と債務")),
    (frozenset({"increase"}), frozenset({"decrease"}), Said("increase and decrease", "増加と減少")),
    (frozenset({"acquisition", "purchase"}), frozenset({"disposal"}), Said("acquisition and disposal", "取得と処分")),
    (frozenset({"amortization"}), frozenset({"depreciation"}), Said("amortization and depreciation", "償却の種類")),
    (frozenset({"opening"}), frozenset({"closing"}), Said("opening and closing", "期首と期末")),
)
_OPPOSITES_JA: Final = (
    ("資産", "負債", Said("asset and liability", "資産と負債")),
    ("利益", "損失", Said("income and loss", "利益と損失")),
    ("売掛", "買掛", Said("receivable and payable", "債権と債務")),
    ("増加", "減少", Said("increase and decrease", "増加と減少")),
    ("収入", "支出", Said("receipt and payment", "収入と支出")),
    ("流動", "固定", Said("current and non-current", "流動と固定")),
)  # fmt: skip


@rule(
    "fx.shape.captionAgainstItem",
    Kind.SHAPE,
    Severity.WARNING,
    title=Said("A caption says the opposite of its item", "項目と反対の名称"),
    why=Said(
        "A caption with the opposite word turns the meaning of the figure round.",
        "反対の語を用いた名称は金額の意味を逆にします。",
    ),
    todo=Said("Correct the caption, or file the figure under the right item.", "名称又は項目を訂正してください。"),
    basis=Standard.CONSISTENCY,
)
def caption_against_item(context: Context) -> Iterator[Found]:
    """Captions with a word opposed to one of the item's label, and without that word itself."""
    told = {each.path for each in _of_others(context)}
    for figure, language, text in captioned(context):
        if figure.path in told:
            continue
        if language == "ja":
            label = figure.leaf.concept.ja
            for one, other, what in _OPPOSITES_JA:
                for ours, theirs in ((one, other), (other, one)):
                    if ours in label and theirs not in label and theirs in text and ours not in text:
                        yield _opposite(figure, text, what)
            continue
        if language != "en":
            continue
        caption, own = _all_words(text), _all_words(figure.leaf.concept.en)
        for one_side, other_side, what in _OPPOSITES:
            for ours_en, theirs_en in ((one_side, other_side), (other_side, one_side)):
                if own & ours_en and not own & theirs_en and caption & theirs_en and not caption & ours_en:
                    yield _opposite(figure, text, what)


@remembered
def _all_words(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(text.lower()))


def _opposite(figure: Figure, text: str, what: Said) -> Found:
    return Found(
        figure.path,
        say(
            "the caption “{caption}” is the opposite of the item, {label} ({what})",
            "名称「{caption}」は項目「{label}」と反対の意味です（{what}）",
            caption=text,
            label=Said(figure.leaf.concept.en.lower(), figure.leaf.concept.ja),
            what=what,
        ),
        verbatim(text),
        Said(figure.leaf.concept.en, figure.leaf.concept.ja),
    )


_TWO_WAYS: Final = re.compile(r"(?P<plus>[A-Za-z]+)\s*\((?P<minus>[A-Za-z]+)\)")
_OPPOSED: Final = frozenset({"loss", "benefit", "deficit", "expense"})
_GAIN: Final = frozenset({"income", "profit", "gain", "earning", "benefit"})
_LOSS: Final = frozenset({"loss", "deficit"})


@rule(
    "fx.shape.signAgainstCaption",
    Kind.SHAPE,
    Severity.WARNING,
    title=Said("The sign of a figure contradicts its caption", "名称と符号の矛盾"),
    why=Said(
        "A gain in brackets is a loss, and what is added as “minority interests in earnings” is their share of losses.",
        "括弧書きの利益は損失を意味し、加算される少数株主「利益」は損失の負担分を意味します。",
    ),
    todo=Said("Correct the caption or the sign.", "名称又は符号を訂正してください。"),
    basis=Standard.CONSISTENCY,
)
def sign_against_caption(context: Context) -> Iterator[Found]:
    """Captions with one of the two words of a label such as “Income (loss)”, against the sign; gains below zero."""
    for figure, language, text in captioned(context):
        if language != "en" or not isinstance(figure.value, Money) or figure.value.amount == 0:
            continue
        caption, negative = _all_words(text), figure.value.amount < 0
        match = _two_ways(figure.leaf.concept.en)
        if match is not None and _OPPOSED & {stem(match["plus"]), stem(match["minus"])}:
            plus, minus = stem(match["plus"]), stem(match["minus"])
            if (plus in caption) == (minus in caption):
                continue
            if (plus in caption) == negative:
                yield _signed(figure, text, match["minus"] if negative else match["plus"])
        elif negative and caption & _GAIN and not caption & (_LOSS | {"expense", "cost"}) and not _contra(figure):
            yield _signed(figure, text, "loss")


@remembered
def _two_ways(label: str) -> re.Match[str] | None:
    return _TWO_WAYS.search(label)


def _contra(figure: Figure) -> bool:
    """Whether a negative amount is what its item is made of: a deduction, or a change in equity."""
    return figure.leaf.concept.negated or figure.leaf.concept.balance != "credit" or figure.line is not None


def _signed(figure: Figure, text: str, meant: str) -> Found:
    printed = shown(figure.value, figure.leaf.concept.negated)
    return Found(
        figure.path,
        say(
            "“{caption}” is {printed}; with that sign it means {meant}",
            "「{caption}」が{printed}とされていますが、この符号では{meant}を意味します",
            caption=text,
            printed=printed,
            meant=Said(meant, _MEANT.get(stem(meant), meant)),
        ),
        printed,
    )


_MEANT: Final = {
    "loss": "損失", "income": "利益", "expense": "費用", "benefit": "税効果による利益", "earning": "利益", "gain": "利益",
    "deficit": "欠損",
}  # fmt: skip


@rule(
    "fx.shape.bracketsTwoMeanings",
    Kind.SHAPE,
    Severity.NOTE,
    title=Said("Brackets add here and subtract there", "括弧の意味の不統一"),
    why=Said(
        "In one column a figure in brackets is taken off; a benefit in brackets is read as an expense.",
        "同一の列で括弧書きは控除を意味するため、括弧書きの利益は費用と誤読されます。",
    ),
    todo=Said(
        "Print what adds to income without brackets, or name the item “expense (benefit)”.",
        "利益を増加させる項目は括弧を付さずに記載するか、名称を「費用（利益）」としてください。",
    ),
    basis=Standard.PRACTICE,
)
def brackets_two_meanings(context: Context) -> Iterator[Found]:
    """Statements of income: items printed below zero that raise the income, beside others that lower it."""
    adding: dict[str, list[Figure]] = {}
    lowering: dict[str, list[Figure]] = {}
    statements: dict[int, str | None] = {}
    for figure in context.figures_of(_may_be_in_brackets):
        concept = figure.leaf.concept
        if figure.line is not None or not isinstance(figure.value, Money) or figure.value.amount == 0:
            continue
        if figure.at.number not in statements:
            statements[figure.at.number] = _statement(figure.at)
        statement = statements[figure.at.number]
        if statement is None:
            continue
        printed = -figure.value.amount if concept.negated else figure.value.amount
        effect = figure.value.amount if concept.balance == "credit" else -figure.value.amount
        if printed < 0:
            (adding if effect > 0 else lowering).setdefault(statement, []).append(figure)
    for statement, figures in adding.items():
        others = lowering.get(statement, [])
        for figure in figures if others else ():
            yield Found(
                figure.path,
                say(
                    "{label} is in brackets and raises the income; {other}, in brackets too, lowers it",
                    "{label}は括弧書きで利益を増加させますが、同じ括弧書きの{other}は利益を減少させます",
                    label=figure.label,
                    other=others[0].label,
                ),
                shown(figure.value, figure.leaf.concept.negated),
                others=(others[0].path,),
            )


def _may_be_in_brackets(leaf: Leaf) -> bool:
    concept = leaf.concept
    amount = concept.kind == "money" and concept.balance is not None and not concept.memo and not leaf.instant
    return amount and not (concept.total and concept.balance == "credit")


def _statement(at: At) -> str | None:
    """The path of the statement of income that a part is of."""
    found: At | None = at
    while found is not None:
        if found.plan.info.role and hasattr(found.value, "unit_note"):
            income = any(each.attribute in ("net_income", "profit_loss", "profit") for each in found.plan.entries)
            matrix = any(isinstance(each, PartField) and each.line is not None for each in found.plan.entries)
            return found.path if income and not matrix else None
        found = found.parent
    return None


@rule(
    "fx.shape.totalBelowPart",
    Kind.SHAPE,
    Severity.WARNING,
    title=Said("A total is smaller than what its name says it holds", "名称上の内訳より小さい合計"),
    why=Said(
        "“Total costs and expenses” below “Total costs” cannot be smaller than it.",
        "「原価・費用合計」は「原価合計」より小さくなりません。",
    ),
    todo=Said("Correct the captions.", "名称を訂正してください。"),
    basis=Standard.CONSISTENCY,
)
def total_below_part(context: Context) -> Iterator[Found]:
    """Captions that begin with “Total” in one part: one that has all words of another is not smaller than it."""
    totals: dict[int, list[tuple[Figure, str, frozenset[str]]]] = {}
    for figure, language, text in captioned(context):
        if language == "en" and text.lower().startswith("total ") and isinstance(figure.value, Money):
            words = frozenset(stem(word) for word in _WORD.findall(text.lower())) - {"total", "and", "of"}
            totals.setdefault(id(figure.at), []).append((figure, text, words))
    for same in totals.values():
        for figure, text, words in same[:_MOST]:
            for other, whole_text, whole in same[:_MOST]:
                holds = words < whole and whole_text.lower().startswith(f"{text.lower()} and ")
                if holds and 0 < abs(other.value.amount) < abs(figure.value.amount):
                    yield Found(
                        other.path,
                        say(
                            "“{whole}” is {less}, less than “{part}”, {more}, which it names as a part",
                            "「{whole}」（{less}）が、その一部である「{part}」（{more}）より小さくなっています",
                            whole=whole_text,
                            less=shown(other.value),
                            part=text,
                            more=shown(figure.value),
                        ),
                        shown(other.value),
                        others=(figure.path,),
                    )


_MOST: Final = 40
"""Totals compared in one part: more than any statement has."""

_UNIT: Final = re.compile(
    r"(?P<currency>JPY|USD|EUR|yen|￥|¥|円|千円|百万円|億円)|(?P<scale>thousands?|millions?|billions?|千|百万|十億|億)",
    re.IGNORECASE,
)
_SCALES: Final = {
    "thousand": -3, "million": -6, "billion": -9, "千": -3, "百万": -6, "十億": -9, "億": -8,
}  # fmt: skip


@rule(
    "fx.shape.unitNote",
    Kind.SHAPE,
    Severity.ERROR,
    title=Said("The unit printed over a statement is not that of its figures", "単位の表示と数値の単位の不一致"),
    why=Said(
        "All figures below it are read a thousand times too large or too small.",
        "表示された単位により、全ての数値が千倍又は千分の一に読まれます。",
    ),
    todo=Said("Correct the printed unit, or the unit of the figures.", "単位の表示又は数値の単位を訂正してください。"),
    basis=(item.accounting("57", "1"), Standard.CONSISTENCY),
)
def unit_note(context: Context) -> Iterator[Found]:
    """Notes on units against the accuracy of most figures of the part."""
    for passage in in_fields(context, ("unit_note", "amount_heading").__contains__):
        match = next((each for each in _UNIT.finditer(passage.text) if each["scale"]), None)
        text = passage.text
        scale = 0
        if match is not None:
            scale = _SCALES[match["scale"].lower().rstrip("s")]
        elif (joined := re.search(r"(百万|十億|千|億)円", text)) is not None:
            scale = _SCALES[joined[1]]
        elif not re.search(r"円|yen|JPY", text, re.IGNORECASE):
            continue
        decimals = _usual_accuracy(context, passage.at)
        if decimals is not None and decimals != scale:
            yield Found(
                passage.path,
                say(
                    "“{note}” is printed, but the figures are in {unit}",
                    "「{note}」と表示されていますが、数値は{unit}単位です",
                    note=text,
                    unit=_scale_word(decimals),
                ),
                verbatim(text),
                _scale_word(decimals),
            )


def _usual_accuracy(context: Context, at: At) -> int | None:
    counts: dict[int, int] = {}
    for figure in figures_below(context).get(at.path, ()):
        if (
            isinstance(figure.value, Money)
            and figure.leaf.concept.kind == "money"
            and figure.value.decimals is not None
        ):
            counts[figure.value.decimals] = counts.get(figure.value.decimals, 0) + 1
    return max(counts, key=lambda each: counts[each]) if counts else None


@once
def figures_below(context: Context) -> dict[str, list[Figure]]:
    """The figures of each part that has a note on its unit, with those of the parts in it."""
    found: dict[str, list[Figure]] = {}
    holders: list[At | None] = []  # of each part, the nearest that has such a note
    for at in context.parts:
        noted = hasattr(at.value, "unit_note") or hasattr(at.value, "amount_heading")
        holders.append(at if noted else None if at.parent is None else holders[at.parent.number])
    for figure in context.figures:
        holder = holders[figure.at.number]
        if holder is not None:
            found.setdefault(holder.path, []).append(figure)
    return found


def _scale_word(decimals: int) -> Said:
    words = {0: ("yen", "円"), -3: ("thousands", "千円"), -6: ("millions", "百万円"), -8: ("hundred millions", "億円")}
    en, ja = words.get(decimals, (f"units of 10^{-decimals}", f"10の{-decimals}乗円"))
    return Said(en, ja)


@rule(
    "fx.shape.captionSlip",
    Kind.SHAPE,
    Severity.NOTE,
    title=Said("A caption is a word off the name of its item", "項目名の誤記"),
    why=Said(
        "One word of the caption stands where a similar one belongs.",
        "項目名の一語が類似の語に置き換わっています。",
    ),
    todo=Said("Check the word.", "表記を確認してください。"),
    basis=Standard.PRACTICE,
)
def caption_slip(context: Context) -> Iterator[Found]:
    """Captions of figures and of lines with a word that is near to a word of the label, and not that word."""
    for path, text, label in _captions(context):
        for word, near in _slips(text.lower(), label.lower()):
            yield Found(
                path,
                say(
                    "“{word}” in “{caption}” should perhaps be “{near}”",
                    "「{caption}」の「{word}」は「{near}」の誤記と思われます",
                    word=word,
                    caption=text,
                    near=near,
                ),
                verbatim(word),
                verbatim(near),
            )


@lru_cache(maxsize=4_096)
def _slips(caption: str, label: str) -> tuple[tuple[str, str], ...]:
    """The words of a caption that are near to one of the label's, each with that."""
    found = []
    printed, meant = _WORD.findall(caption), _WORD.findall(label)
    stems, there = {stem(word) for word in meant}, {stem(word) for word in printed}
    lacking = [word for word in meant if stem(word) not in there]
    for word in printed if len(there & stems) > 1 else ():
        if len(word) >= 5 and stem(word) not in stems:
            near = next((other for other in lacking if len(other) > 4 and _alike(word, other)), None)
            if near is not None:
                found.append((word, near))
    return tuple(found)


def _alike(one: str, other: str) -> bool:
    return within_one(one, other) or (one.endswith(other) and len(one) - len(other) < 3)


_LINE_CAPTIONS: Final[dict[str, str]] = {
    "issuance_caption": "issuance_of_new_shares", "dividends_caption": "dividends_from_surplus",
    "provision_caption": "provision_of_legal_retained_earnings", "net_changes_caption": "net_changes_of_other_items",
    "total_changes_caption": "total_changes",
}  # fmt: skip


def _captions(context: Context) -> Iterator[tuple[str, str, str]]:
    """Captions in English with the label of what they stand beside."""
    for figure, language, text in captioned(context):
        if language == "en":
            yield figure.path, text, figure.leaf.concept.en
    for passage in in_fields(context, _LINE_CAPTIONS.__contains__):
        entry = entries(passage.at.plan).get(_LINE_CAPTIONS[passage.leaf.attribute])
        if passage.language == "en" and isinstance(entry, PartField) and entry.line is not None:
            yield passage.path, passage.text, entry.line.concept.en


@rule(
    "fx.shape.captionOrder",
    Kind.NAMES,
    Severity.NOTE,
    title=Said("One item is captioned with the same words in another order", "項目名の語順・語句の不統一"),
    why=Said(
        "An item that is worded otherwise in the note than in the statement is hard to find there.",
        "計算書類と注記で項目名が異なると対応関係が分かりません。",
    ),
    todo=Said("Use one wording.", "項目名を統一してください。"),
    basis=Standard.CONSISTENCY,
)
def caption_order(context: Context) -> Iterator[Found]:
    """Captions and labels within the statements that have the same words, but not in the same order or not all."""
    ways: dict[tuple[str, frozenset[str]], dict[str, tuple[str, str]]] = {}
    for figure in context.figures:
        if figure.line is not None or not figure.path.startswith(("consolidated.", "non_consolidated.")):
            continue
        caption = figure.value.caption
        text = figure.leaf.concept.en if caption is None else figure.label.en
        key, shape = _wording(text)
        if len(key) > 2:
            statements = figure.path.partition(".")[0]
            ways.setdefault((statements, key), {}).setdefault(shape, (text, figure.path))
    for shapes in ways.values():
        if len(shapes) > 1:
            first, *others = shapes.values()
            for text, path in others:
                yield Found(
                    path,
                    say(
                        "“{text}” is worded “{first}” elsewhere",
                        "「{text}」は他の箇所では「{first}」と表記されています",
                        text=text,
                        first=first[0],
                    ),
                    verbatim(text),
                    verbatim(first[0]),
                    others=(first[1],),
                )


@remembered
def _wording(text: str) -> tuple[frozenset[str], str]:
    """The words of a caption, and the same in their order."""
    plain = " ".join(word for word in re.sub(r"['’]s?\b", "", text.lower()).replace("-", " ").split())
    words = _WORD.findall(plain)
    key = frozenset(stem(word) for word in words if word not in _EMPTY)
    return key, " ".join(stem(word) for word in words if word == "for" or word not in _EMPTY)


@rule(
    "fx.shape.captionOfMeasure",
    Kind.NAMES,
    Severity.NOTE,
    title=Said("One measure is captioned with different words", "同一項目の名称の相違"),
    why=Said(
        "The same balance under another name looks like another balance.",
        "同一の残高に異なる名称が付されると、別の項目と理解されます。",
    ),
    todo=Said("Use one caption in all statements.", "計算書類間で名称を統一してください。"),
    basis=Standard.CONSISTENCY,
)
def caption_of_measure(context: Context) -> Iterator[Found]:
    """Captions of one measure, of one entity and day, that have no word in common."""
    groups: dict[tuple[Measure, bool | None, bool], list[tuple[Figure, str, frozenset[str]]]] = {}
    for measure, figures in context.measured.items():
        for figure in figures:
            if figure.at.consolidated is None or figure.at.end != context.year_end or figure.opening:
                continue
            text = figure.label.en
            words = _exact(text)
            groups.setdefault((measure, figure.at.consolidated, figure.leaf.instant), []).append((figure, text, words))
    for same in groups.values():
        first, text, words = same[0]
        for figure, other, others in same[1:]:
            if figure.value.caption is not None and words and others and not words & others:
                yield Found(
                    figure.path,
                    say(
                        "{amount} is captioned “{other}” here, and “{text}” elsewhere",
                        "{amount}の名称が「{other}」とされていますが、他の箇所では「{text}」です",
                        amount=shown(figure.value),
                        other=other,
                        text=text,
                    ),
                    verbatim(other),
                    verbatim(text),
                    others=(first.path,),
                )


@remembered
def _exact(text: str) -> frozenset[str]:
    words = _WORD.findall(text.rpartition(":")[2].lower())
    return frozenset(word.removesuffix("s") for word in words if word not in _EMPTY)


_DEDUCTED: Final = re.compile(
    r"\ballowances?\b.*\bdoubtful\b|\baccumulated (?:depreciation|amortization|impairment)\b", re.IGNORECASE
)
_DEDUCTED_JA: Final = ("貸倒引当金", "減価償却累計額", "減損損失累計額")


@rule(
    "fx.shape.deduction",
    Kind.SHAPE,
    Severity.ERROR,
    title=Said("A deduction is printed with the sign of what it is taken from", "控除項目の符号の誤り"),
    why=Said(
        "Allowances, accumulated depreciation and treasury shares are taken off; without the sign they are added.",
        "貸倒引当金、減価償却累計額及び自己株式は控除項目であり、符号がなければ加算と読まれます。",
    ),
    todo=Said("Print it with △ or in brackets.", "△又は括弧を付してください。"),
    basis=(item.accounting("78"), item.accounting("79"), item.accounting("76", "2")),
)
def deduction(context: Context) -> Iterator[Found]:
    """Amounts of balance sheets that are deducted, printed above zero."""
    for figure in context.figures_of(lambda leaf: _contra_item(leaf) or _treasury(leaf)):
        if not isinstance(figure.value, Money) or figure.line is not None or figure.value.amount <= 0:
            continue
        if _treasury(figure.leaf) or _subtracted(figure):
            printed = shown(figure.value)
            yield Found(
                figure.path,
                say(
                    "{label} is deducted, but printed as {printed}",
                    "{label}は控除項目ですが、{printed}と記載されています",
                    label=figure.label,
                    printed=printed,
                ),
                printed,
                shown(figure.value, negated=True),
            )


def _contra_item(leaf: Leaf) -> bool:
    concept = leaf.concept
    named = bool(_DEDUCTED.match(concept.en)) or concept.ja.startswith(_DEDUCTED_JA)
    return concept.balance == "debit" and named and not concept.memo


def _treasury(leaf: Leaf) -> bool:
    named = leaf.attribute in ("treasury_stock", "treasury_shares")
    return leaf.concept.balance == "credit" and leaf.instant and named and not leaf.concept.memo


def _subtracted(figure: Figure) -> bool:
    """Whether the item stands in a sum of assets, as one of its summands."""
    return any(
        isinstance(entry, Leaf) and entry.concept.total and entry.concept.balance == "debit"
        for entry in figure.at.plan.entries
    )
