"""Reading sentences: the numbers in a text and, of sentences such as ``revenues increased by 17.1% to JPY 66,835 million``
or ``売上高は78,450百万円（前期比7.3％増）``, what they say of which measure.

Nothing is guessed: a sentence that is built otherwise, or that speaks of a part of the business, is passed over.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final, Literal

from filingexport.binding.values import shifted
from filingexport.checks.memory import MAX_LENGTH
from filingexport.declaring import frozen
from filingexport.model.meaning import Measure
from filingexport.model.values import Money, Ratio

# --- numbers ------------------------------------------------------------------------------------------------------

_DIGITS: Final = r"[0-9]{1,3}(?:,[0-9]{3}){1,8}(?:\.[0-9]{1,6})?|[0-9]{1,15}(?:\.[0-9]{1,6})?"
_EN_SCALE: Final = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_JA_SCALE: Final = {"兆": 12, "億": 8, "千万": 7, "百万": 6, "万": 4, "千": 3}
_EN_AMOUNT: Final = re.compile(
    rf"(?P<currency>[A-Z]{{3}}|[¥￥$€])\s?(?P<digits>{_DIGITS})(?:\s?(?P<scale>thousand|million|billion|trillion))?(?:\s?yen)?"
    rf"|(?P<digits2>{_DIGITS})(?:\s?(?P<scale2>thousand|million|billion|trillion))?\s?yen"
)
_JA_UNIT: Final = "兆|億|千万|百万|万|千"
_JA_AMOUNT: Final = re.compile(
    rf"(?<![0-9,.])(?P<sign>[△▲−-])?(?P<pieces>(?:(?:{_DIGITS})(?:{_JA_UNIT})){{0,4}}(?:(?:{_DIGITS})(?:{_JA_UNIT})?))"
    r"(?P<currency>円|米ドル|ドル|ユーロ)"
)
_JA_PIECES: Final = re.compile(rf"({_DIGITS})({_JA_UNIT})?")
_PERCENT: Final = re.compile(
    rf"(?P<digits>{_DIGITS})\s?(?P<unit>%|percentage points?|points?|ポイント|per cent|percent)"
)
_CURRENCIES: Final = {
    "¥": "JPY",
    "￥": "JPY",
    "$": "USD",
    "€": "EUR",
    "円": "JPY",
    "米ドル": "USD",
    "ドル": "USD",
    "ユーロ": "EUR",
}
_PLAIN: Final = re.compile(rf"(?<![0-9,.])(?:{_DIGITS})(?![0-9])")
_WORDS: Final = {
    word: number for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
    )
}  # fmt: skip
_WORD: Final = re.compile(r"\b(" + "|".join(_WORDS) + r")\b", re.IGNORECASE)


@frozen
class Mention:
    """A number in a text: an amount of money, or a percentage or points; from where to where it stands."""

    value: Money | Ratio
    start: int
    end: int
    points: bool = False


def normal(text: str) -> str:
    """The text with full-width digits and signs as ASCII (NFKC), which is what all reading here is done on."""
    text = text[:MAX_LENGTH]
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def _number(digits: str) -> tuple[Decimal, int]:
    plain = digits.replace(",", "")
    return Decimal(plain), len(plain.partition(".")[2])


@lru_cache(maxsize=4096)
def amounts(text: str) -> tuple[Mention, ...]:
    """The amounts of money in a normalised text, in both languages' ways to write them."""
    found = []
    for match in _EN_AMOUNT.finditer(text):
        number, places = _number(match["digits"] or match["digits2"])
        scale = _EN_SCALE.get(match["scale"] or match["scale2"] or "", 0)
        currency = _CURRENCIES.get(match["currency"] or "円", match["currency"] or "JPY")
        found.append(Mention(Money(shifted(number, scale), currency, places - scale), match.start(), match.end()))
    for match in _JA_AMOUNT.finditer(text):
        total, decimals = Decimal(0), 0
        for digits, unit in _JA_PIECES.findall(match["pieces"]):
            number, places = _number(digits)
            scale = _JA_SCALE.get(unit, 0)
            total += shifted(number, scale)
            decimals = places - scale
        if match["sign"]:
            total = -total
        found.append(Mention(Money(total, _CURRENCIES[match["currency"]], decimals), match.start(), match.end()))
    return tuple(sorted(found, key=lambda each: each.start))


@lru_cache(maxsize=4096)
def ratios(text: str) -> tuple[Mention, ...]:
    """The percentages and points in a normalised text, as fractions."""
    found = []
    for match in _PERCENT.finditer(text):
        number, places = _number(match["digits"])
        points = "oint" in match["unit"] or match["unit"] == "ポイント"
        found.append(Mention(Ratio(shifted(number, -2), places + 2), match.start(), match.end(), points))
    return tuple(found)


@lru_cache(maxsize=4096)
def plain_numbers(text: str) -> frozenset[Decimal]:
    """All numbers in figures in a normalised text, and the English words from zero to twenty."""
    found = {_number(match.group())[0] for match in _PLAIN.finditer(text)}
    found |= {Decimal(_WORDS[match.group().lower()]) for match in _WORD.finditer(text)}
    return frozenset(found)


# --- sentences ----------------------------------------------------------------------------------------------------

_EN_ABBREVIATION: Final = re.compile(r"\b(?:Co|Ltd|Inc|Corp|No|Mr|Ms|Dr|vs|etc|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\.$")  # fmt: skip
_ABBREVIATION: Final = 16
"""Characters at the end of a piece among which an abbreviation is."""


def sentences(text: str, language: str) -> Iterator[str]:
    """The sentences of a normalised text."""
    for line in text.split("\n"):
        if language == "ja":
            yield from (each for each in re.split(r"(?<=。)", line) if each.strip())
            continue
        kept: list[str] = []
        for piece in re.split(r"(?<=[.!?])\s+", line):
            kept.append(piece)
            if not _EN_ABBREVIATION.search(piece, max(0, len(piece) - _ABBREVIATION)):
                yield " ".join(kept)
                kept = []
        if any(each.strip() for each in kept):
            yield " ".join(kept)


# --- claims -------------------------------------------------------------------------------------------------------

Direction = Literal[-1, 0, 1]


@frozen
class Claim:
    """What a sentence says of a measure.

    of: what it speaks of where that is not the whole ("from connectivity and VAS"), "" for the whole.
    direction: 1 for more, -1 for less, 0 where it does not say. change: by how much, as a fraction; in points where
    `points`. amount: what it comes to; negative where the words say a loss. quote: the words.
    """

    measure: Measure
    of: str
    direction: Direction
    change: Ratio | None
    points: bool
    amount: Money | None
    ratio: Ratio | None
    quote: str


_UP: Final = r"increas\w*|rose|rise[sn]?|grew|grown|growth|up|improved|expanded|gained"
_DOWN: Final = r"decreas\w*|fell|fallen|declin\w*|dropped|down|reduced|shrank|contracted"
_EN_MOVE: Final = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_EN_VERB: Final = re.compile(
    rf"\s+(?:(?:has|have|had)\s+)?(?:continued\s+to\s+)?(?:(?:{_UP}|{_DOWN})\b|(?:was|were|is|amounted|total+ed|came|stood|reached)\b)"
    rf"|\s*,?\s*(?=(?:[A-Z]{{3}}|[¥￥])\s?[0-9])",
    re.IGNORECASE,
)
_EN_BEFORE: Final = re.compile(
    r"(?:^|[.;:,(\u2013\u2014-]\s*|\b(?:and|while|whereas|but|the|our|its|their|consolidated|total|group's|company's|result)\s+)$",
    re.IGNORECASE,
)
_EN_WHOLE: Final = re.compile(
    r"(?:of|for|in)\s+(?:the\s+)?(?:group|company|fy\s?[0-9]{2,4}|(?:current\s+|fiscal\s+|consolidated\s+)*(?:year|period)(?:\s+ended\s+[a-z]+\s+[0-9]{1,2},?\s+[0-9]{4})?)",
    re.IGNORECASE,
)
_EN_QUALIFIED: Final = re.compile(r"\s+(?:of|for|in|from|by|at|related|on)\b[^,.;()]{0,80}?(?=\s+(?:has|have|had|continued|was|were|is|amounted|total|came|stood|reached|increas|rose|rise|grew|improv|expand|gain|decreas|fell|declin|drop|reduc|shr|contract))", re.IGNORECASE)  # fmt: skip
_EN_ASIDE: Final = re.compile(
    r"\b(?:mainly|due to|because|as a result|resulting|including|despite|compared|where as|whereas|while|which)\b",
    re.IGNORECASE,
)
_EN_ELSE: Final = re.compile(
    r"\b(?:expect\w*|forecast\w*|plan\w*|target\w*|aim\w*|will|would|budget\w*|(?:first|second|third|fourth|[1-4]q)\s+(?:half|quarter)|quarter|half-year)\b",
    re.IGNORECASE,
)
"""A sentence on another time, or on what is hoped for."""
_EN_PART: Final = re.compile(r"\b(?:in|at|from|for)\s+(?:the\s+)?(?!FY|JPY|Group\b|Company\b)[A-Z][a-z]+")
_JA_ELSE: Final = re.compile(r"見込|予想|計画|目標|見通|四半期|上期|下期|上半期|下半期|中間期|予定")
_JA_COMPARED: Final = re.compile(r"(?:を|に対し)?(?:上回|下回|超え)|から|に対して|を(?:控除|除)|の?(?:増|減|改善|悪化)")
_JA_BEFORE: Final = re.compile(
    r"(?:^|[、。「（(・\s]|当期の|当連結会計年度の|当事業年度の|当社グループの|当社の|連結|個別|における|及び|ならびに|その結果)$"
)
_JA_AFTER: Final = re.compile(r"(?:（[^）]{0,40}）|\([^)]{0,40}\))?(?:は|が|につきましては|については)、?")
_JA_MOVE: Final = re.compile(r"(?P<up>増|上昇|改善)|(?P<down>減|低下|悪化)")


@cache
def _phrases(language: str) -> tuple[re.Pattern[str], dict[str, Measure]]:
    words: dict[str, Measure] = {}
    for measure in Measure:
        for phrase in measure.info.ja if language == "ja" else measure.info.en:
            words.setdefault(normal(phrase).lower(), measure)
    ordered = sorted(words, key=len, reverse=True)
    either = "|".join(re.escape(each) for each in ordered)
    pattern = either if language == "ja" else rf"\b(?:{either})(?!\w|'s|-)"
    return re.compile(pattern, re.IGNORECASE), words


def is_loss(phrase: str) -> bool:
    """Whether these words speak of a loss, whose amount is told without a sign."""
    return phrase.lower().startswith(("loss", "net loss", "operating loss", "ordinary loss")) or phrase.endswith("損失")


@lru_cache(maxsize=4096)
def claims(text: str, language: str) -> tuple[Claim, ...]:
    """What the sentences of this text (not normalised) say of measures; of other languages than English and Japanese, nothing."""
    if language not in ("en", "ja"):
        return ()
    if not _speaks_of(normal(text), _phrases(language)[1]):
        return ()
    read = _ja_claims if language == "ja" else _en_claims
    return tuple(each for sentence in sentences(normal(text), language) for each in read(sentence))


def _speaks_of(text: str, phrases: Iterable[str]) -> bool:
    """Whether one of these phrases, in lower case, may be in a text, whatever its case."""
    lower = text.lower()
    for phrase in phrases:
        if phrase in lower:
            return True
    # Letters that are alike to a pattern without case, but not in lower case (İ, ı).
    return not _USUAL.isdisjoint(text)


_USUAL: Final = frozenset("İı")


def _en_claims(sentence: str) -> Iterator[Claim]:
    pattern, words = _phrases("en")
    starts: list[tuple[int, int, int, str]] = []  # from, end of the phrase, end of the subject, of what
    for match in pattern.finditer(sentence):
        if not _EN_BEFORE.search(sentence[max(0, match.start() - 40) : match.start()]):
            continue
        rest = sentence[match.end() : match.end() + 160]
        qualified = _EN_QUALIFIED.match(rest)
        end = match.end() + (qualified.end() if qualified else 0)
        if not _EN_VERB.match(sentence[end : end + 80]):
            continue
        of = qualified.group().strip() if qualified else ""
        starts.append((match.start(), match.end(), end, re.sub(r"\s+", " ", _EN_WHOLE.sub("", of)).strip()))
    for number, (start, phrase_end, end, of) in enumerate(starts):
        stop = starts[number + 1][0] if number + 1 < len(starts) else len(sentence)
        tail = sentence[end:stop]
        phrase = sentence[start:phrase_end]
        claim = _en_claim(words[phrase.lower()], phrase, of, tail, sentence[start:stop].strip(" ,;"))
        if claim is not None:
            yield claim


def _en_claim(measure: Measure, phrase: str, of: str, tail: str, quote: str) -> Claim | None:
    # What comes after "mainly due to", "as", "including" explains, and is about something else.
    said = _EN_ASIDE.split(tail)[0]
    if _EN_ELSE.search(said):
        return None
    move = _EN_MOVE.search(said)
    direction: Direction = 0 if move is None else 1 if move["up"] else -1
    change: Ratio | None = None
    ratio: Ratio | None = None
    points = False
    for each in ratios(said):
        before = said[: each.start].rstrip().lower()
        if before.endswith((" to", " was", " at", " were")):
            ratio = ratio or _as_ratio(each)
        elif direction and change is None and not before.endswith(" from"):
            change, points = _as_ratio(each), each.points
    amount: Money | None = None
    for each in amounts(said):
        before = said[: each.start].rstrip().lower()
        if isinstance(each.value, Money) and not before.endswith((" by", " from", " than", " with", " over")):
            amount = each.value
            break
    if amount is not None and is_loss(phrase):
        amount = Money(-amount.amount, amount.currency, amount.decimals)
    return Claim(measure, of or _part(said), direction, change, points, amount, ratio, quote)


def _part(said: str) -> str:
    """Of what part the sentence speaks after its verb: ``increased in Asia by 5%``."""
    match = _EN_PART.search(said)
    return match.group().strip() if match is not None else ""


def _as_ratio(mention: Mention) -> Ratio:
    assert isinstance(mention.value, Ratio)
    return mention.value


def _ja_claims(sentence: str) -> Iterator[Claim]:
    pattern, words = _phrases("ja")
    starts: list[tuple[int, int, str]] = []
    for match in pattern.finditer(sentence):
        after = _JA_AFTER.match(sentence[match.end() : match.end() + 60])
        if after is not None and _JA_BEFORE.search(sentence[max(0, match.start() - 12) : match.start()]):
            starts.append((match.start(), match.end() + after.end(), match.group()))
    for number, (start, end, phrase) in enumerate(starts):
        stop = starts[number + 1][0] if number + 1 < len(starts) else len(sentence)
        tail = sentence[end:stop]
        # 「…により」「…に伴い」 explains what comes after it, and is about something else.
        tail = re.sub(r"^.*?(?:により|によって|に伴い|を受け|の影響で)、?", "", tail)
        if _JA_ELSE.search(tail):
            continue
        move = _JA_MOVE.search(tail)
        direction: Direction = 0 if move is None else 1 if move["up"] else -1
        change: Ratio | None = None
        ratio: Ratio | None = None
        points = False
        for each in ratios(tail):
            follows = tail[each.end :].lstrip("の")
            if re.match(r"増|減|上昇|低下|改善|悪化", follows):
                if change is None:
                    change, points = _as_ratio(each), each.points
                    direction = 1 if re.match(r"増|上昇|改善", follows) else -1
            else:
                ratio = ratio or _as_ratio(each)
        amount = None
        for each in amounts(tail):
            follows = tail[each.end :].lstrip("の")
            if isinstance(each.value, Money) and not _JA_COMPARED.match(follows):
                amount = each.value
                break
        if amount is not None and is_loss(phrase):
            amount = Money(-abs(amount.amount), amount.currency, amount.decimals)
        yield Claim(
            words[phrase.lower()], "", direction, change, points, amount, ratio, sentence[start:stop].strip("、。")
        )


# --- counts -------------------------------------------------------------------------------------------------------

_EN_COUNTED: Final = re.compile(
    r"\b(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,8}|[0-9]{1,6}|" + "|".join(_WORDS) + r")\s*(?:\([0-9]{1,4}\)\s*)?"
    r"(?:(?P<subsidiaries>consolidated subsidiaries)"
    r"|(?P<investees>(?:equity[- ]method (?:investees|affiliates|associates)|(?:companies|associates|affiliates|investments)\s+"
    r"(?:are\s+|is\s+)?accounted for (?:by|using|under) the equity method))"
    r"|(?P<employees>employees)\b)",
    re.IGNORECASE,
)
_JA_COUNTED: Final = re.compile(
    r"(?:(?P<subsidiaries>連結子会社)|(?P<investees>持分法を?適用(?:した|する|の)?(?:非連結子会社及び)?関連会社|持分法適用会社)|(?P<employees>従業員))"
    r"の?数?(?:は|が|：|:)、?(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,8}|[0-9]{1,6})(?:社|名|人)"
)
_EN_COUNTED_WORDS: Final = ("subsidiaries", "equity", "employees")
_JA_COUNTED_WORDS: Final = ("連結子会社", "持分法", "従業員")
_COUNTED: Final = {
    "subsidiaries": Measure.CONSOLIDATED_SUBSIDIARIES,
    "investees": Measure.EQUITY_METHOD_INVESTEES,
    "employees": Measure.EMPLOYEES,
}
_COUNT_ELSE: Final = re.compile(
    r"\b(?:new\w*|increase\w*|decrease\w*|added|includ\w*|exclud\w*|of which|other|principal|previous|last year|more|fewer)\b"
    r"|新た|増加|減少|前期|前連結|うち|除外|主要",
    re.IGNORECASE,
)
"""A sentence on some of them, or on how the number changed."""


@lru_cache(maxsize=4096)
def counts(text: str, language: str) -> tuple[tuple[Measure, Decimal, str], ...]:
    """How many consolidated subsidiaries, investees under the equity method, and employees a text says there are."""
    if language not in ("en", "ja"):
        return ()
    pattern, words = (_JA_COUNTED, _JA_COUNTED_WORDS) if language == "ja" else (_EN_COUNTED, _EN_COUNTED_WORDS)
    if not _speaks_of(normal(text), words):
        return ()
    found = []
    for sentence in sentences(normal(text), language):
        for match in pattern.finditer(sentence):
            before = sentence[max(0, match.start() - 60) : match.start()]
            if _COUNT_ELSE.search(before) or _COUNT_ELSE.search(match.group()):
                continue
            word = match["number"].lower()
            number = Decimal(_WORDS[word]) if word in _WORDS else _number(word)[0]
            kind = next(name for name in _COUNTED if match[name])
            if kind == "employees" and word in _WORDS:
                continue  # "two employees assist the committee": not all there are
            found.append((_COUNTED[kind], number, match.group()))
    return tuple(found)
