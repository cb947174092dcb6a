"""Shape: running text. Brackets and quotations closed, words once, figures spaced, counted things counted once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from filingexport.checks.company_names import in_text
from filingexport.checks.context import Context
from filingexport.checks.memory import remembered
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.checks.texts import Spot, around, mentions, quoted, spotted
from filingexport.findings import Severity
from filingexport.said import Said, say, verbatim

_ADDRESS: Final = re.compile(r"https?://\S+|\b[\w.+-]{1,64}@[\w.-]+|\bwww\.\S+")


_OF_ADDRESSES: Final = ("http", "@", "www.")
_PAIRS: Final = {")": "(", "）": "（", "]": "[", "」": "「", "』": "『", "】": "【", "”": "“", "〕": "〔"}
_MIXED: Final = {"）": "(", ")": "（"}
_MARKS: Final = re.compile('[()（）\\[\\]「」『』【】“”〔〕"]')
_MARKER: Final = re.compile(r"^[ \t　]*(?:[\dA-Za-z]{1,3}|[ivx]{1,6}|[①-⑳])[)）]", re.MULTILINE)


@rule(
    "fx.shape.brackets",
    Kind.SHAPE,
    Severity.WARNING,
    title=Said("A bracket or quotation is not closed", "括弧・引用符の不一致"),
    why=Said(
        "Where the aside or the quotation ends is left to the reader.", "括弧書きや引用の範囲が不明確になります。"
    ),
    todo=Said(
        "Add the bracket or mark that is missing, or take out the one too many.",
        "括弧又は引用符を補い、又は削除してください。",
    ),
    basis=Standard.PRACTICE,
)
def brackets(context: Context) -> Iterator[Found]:
    """Round, square and corner brackets, and quotation marks, in each text."""
    yield from spotted(context, "en", _brackets)
    yield from spotted(context, "ja", _brackets)


@remembered
def _brackets(text: str) -> tuple[Spot, ...]:
    place = _unbalanced(text)
    if place is None:
        return ()
    said = quoted(text, place, place + 1)
    message = say(
        "“{mark}” has no partner in “{text}”",
        "「{text}」の「{mark}」に対応する括弧又は引用符がありません",
        mark=text[place],
        text=said,
    )
    return (Spot(message, said),)


def _unbalanced(text: str) -> int | None:
    marks = [(match.start(), match[0]) for match in _MARKS.finditer(text)]
    if not marks:
        return None
    markers = {match.end() - 1 for match in _MARKER.finditer(text)}
    opened: list[tuple[int, str]] = []
    straight: list[int] = []
    for at, mark in marks:
        if mark == '"':
            straight.append(at)
        elif mark not in _PAIRS:
            opened.append((at, mark))
        elif at not in markers:
            if opened and opened[-1][1] in (_PAIRS[mark], _MIXED.get(mark)):
                opened.pop()
            else:
                return at
    if opened:
        return opened[0][0]
    return straight[-1] if len(straight) % 2 else None


_QUOTES: Final = re.compile(r"(?:^|[\s(])['‘]\w")
_APOSTROPHE: Final = re.compile(r"\b[A-Za-z]+[a-rt-z]['’](?=\s+[a-z])")


@rule(
    "fx.shape.apostrophe",
    Kind.SHAPE,
    Severity.NOTE,
    title=Said("An apostrophe stands where its s is missing", "アポストロフィの誤り"),
    why=Said("The possessive of a word without s needs one.", "所有格の「s」が脱落しています。"),
    todo=Said("Write 's, or s' for several.", "「's」又は「s'」に訂正してください。"),
    basis=Standard.PRACTICE,
)
def apostrophe(context: Context) -> Iterator[Found]:
    """A word without s before a closing apostrophe that no opening one precedes."""
    yield from spotted(context, "en", _apostrophe)


@remembered
def _apostrophe(text: str) -> tuple[Spot, ...]:
    if "'" not in text and "’" not in text:
        return ()
    quotes = _QUOTES.search(text)
    for match in _APOSTROPHE.finditer(text):
        if quotes is None or quotes.end() > match.start() + 1:
            message = say("“{word}” lacks an s", "「{word}」に「s」がありません", word=match[0])
            return (Spot(message, quoted(text, match.start(), match.end())),)
    return ()


_TWICE: Final = re.compile(r"\b([A-Za-z]{2,})\s+\1\b")
_FINE_TWICE: Final = frozenset({"that", "had", "so", "very", "bye", "etc"})
_TWICE_JA: Final = re.compile(
    r"(をを|がが|にに|へへ|のの|はは、|でで|ととも?と|すするる|ましたました|しますします|[、，]{2}|[。．]{2})"
)


@rule(
    "fx.shape.repeatedWord",
    Kind.SHAPE,
    Severity.WARNING,
    title=Said("A word stands twice in a row", "語の重複"),
    why=Said("It was typed or pasted twice.", "入力又は貼付けの重複と思われます。"),
    todo=Said("Take one out.", "一方を削除してください。"),
    basis=Standard.PRACTICE,
)
def repeated_word(context: Context) -> Iterator[Found]:
    """“the the” in English, をを in Japanese."""
    yield from spotted(context, "en", _repeated)
    yield from spotted(context, "ja", _repeated_japanese)


@remembered
def _repeated(text: str) -> tuple[Spot, ...]:
    return tuple(
        _twice(text, match)
        for match in _TWICE.finditer(text)
        if match[1].lower() not in _FINE_TWICE and "\n" not in match[0] and "\t" not in match[0]
    )


@remembered
def _repeated_japanese(text: str) -> tuple[Spot, ...]:
    return tuple(_twice(text, match) for match in _TWICE_JA.finditer(text))


def _twice(text: str, match: re.Match[str]) -> Spot:
    words = " ".join(match[0].split())
    message = say("“{words}” is a word too many", "「{words}」は語が重複しています", words=words)
    return Spot(message, quoted(text, match.start(), match.end()))


_BROKEN: Final[tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...]] = (
    (("pursuant",), re.compile(r"\bpursuant\b(?!\s+(?:to|thereto)\b)", re.IGNORECASE), "pursuant to"),
    (("according ",), re.compile(r"\baccording\b(?!\s+(?:to|as)\b)", re.IGNORECASE), "according to"),
    (
        ("in accordance", "in conformity"),
        re.compile(r"\bin (?:accordance|conformity)\b(?!\s+(?:with|therewith|to)\b)", re.IGNORECASE),
        "in … with",
    ),
    (  # not "experience in compliance"
        ("in compliance",),
        re.compile(r"\bin compliance\s+(?:the|this|these|its|all|any|laws?|articles?|applicable)\b", re.IGNORECASE),
        "in compliance with",
    ),
    (("in respect",), re.compile(r"\bin respect\b(?!\s+(?:of|to)\b)", re.IGNORECASE), "in respect of"),
    (("good faith",), re.compile(r"\bact(?:ed|ing|s)?\s+good faith\b", re.IGNORECASE), "in good faith"),
    (("despite of",), re.compile(r"\bdespite of\b", re.IGNORECASE), "despite"),
    (("where as",), re.compile(r"\bwhere as\b", re.IGNORECASE), "whereas"),
    (
        ("whichever is",),
        re.compile(
            r"\bwhichever is (?!the\b|(?:high|low|great|larg|small|lat|earli|soon|long|short)(?:er|est)\b|less\b|more\b)\w+",
            re.IGNORECASE,
        ),
        "whichever is higher (or lower)",
    ),
    (
        ("the ", "these ", "those "),
        re.compile(
            r"\b(?:The|These|Those) (?:agreements|contracts|directors|auditors|companies|shares|statements) "
            r"(?:stipulates|provides|states|includes|has|is|was)\b"
        ),
        "a verb in the plural",
    ),
    (("for a standard",), re.compile(r"\bsets? for a standard\b", re.IGNORECASE), "set forth a standard"),
    (("an affect",), re.compile(r"\ban affect\b", re.IGNORECASE), "an effect"),
    (
        ("equipments", "informations", "advices"),
        re.compile(r"\b(?:equipments|informations|advices)\b", re.IGNORECASE),
        "a word without a plural",
    ),
    (("director of chief",), re.compile(r"\bDirector of Chief \w+ Officer\b"), "Director and Chief … Officer"),
)
"""Words without which a text need not be read, what is broken, and what is meant."""


@rule(
    "fx.shape.brokenPhrase",
    Kind.SHAPE,
    Severity.NOTE,
    title=Said("A phrase is broken", "語句の欠落・誤り"),
    why=Said(
        "A word that always follows is missing, or another stands for it: the sentence was broken off or mistyped.",
        "必ず続くべき語が欠けているか、別の語に置き換わっています。",
    ),
    todo=Said("Read the sentence and complete it.", "文を見直してください。"),
    basis=Standard.PRACTICE,
)
def broken_phrase(context: Context) -> Iterator[Found]:
    """Standing phrases of notices without one of their words: “pursuant the”, “acted good faith”, “whichever is height”."""
    yield from spotted(context, "en", _broken_phrases)


@remembered
def _broken_phrases(text: str) -> tuple[Spot, ...]:
    lower = text.lower()
    found = []
    for hints, pattern, meant in _BROKEN:
        match = pattern.search(text) if mentions(lower, hints) else None
        if match is not None:
            found.append(_broken(text, match.start(), match.end(), meant))
    for begin, end, _ in in_text(text):
        title = _TITLE_BEFORE.search(text, max(0, begin - 24), begin)
        if title is not None:
            found.append(_broken(text, title.start(), end, f"{title[1]} of"))
    return tuple(found)


_TITLE_BEFORE: Final = re.compile(r"\b([Dd]irector|[Pp]resident|[Cc]hairman|[Aa]dvisor|[Aa]uditor)\s+$")


def _broken(text: str, begin: int, end: int, meant: str) -> Spot:
    said = quoted(text, begin, end)
    message = say(
        "“{text}” should perhaps have “{meant}”", "「{text}」は「{meant}」の誤りと思われます", text=said, meant=meant
    )
    return Spot(message, said, verbatim(meant))


_SPACES: Final[tuple[tuple[tuple[str, ...], re.Pattern[str], Said], ...]] = (
    (
        ("JPY", "USD", "EUR", "THB", "GBP"),
        re.compile(r"\b(?:JPY|USD|EUR|THB|GBP)\d"),
        Said("no blank after the currency", "通貨コードの後の空白がない"),
    ),
    (
        ("point", "share", "yen", "percent", "illion", "thousand"),
        re.compile(r"\d(?:points?|shares?|yen|percent|million|thousand|billion)\b"),
        Said("no blank before the unit", "単位の前の空白がない"),
    ),
    (
        ("(",),
        re.compile(r"\b[a-z]{3,}\((?!s\)|es\)|ies\)|\))"),
        Said("no blank before the bracket", "括弧の前の空白がない"),
    ),
    ((")",), re.compile(r"\)(?=[A-Za-z]{2,})"), Said("no blank after the bracket", "括弧の後の空白がない")),
    (
        (" ,", " .", " ;", " :", "\u00a0"),
        re.compile(r"(?<=[A-Za-z])[ \u00a0]+[,.;:](?=\s|$|[^\w.])"),
        Said("a blank before the mark", "句読点の前に空白がある"),
    ),
    (
        (".(", ",(", ";("),
        re.compile(r"(?<=[a-z])[.,;](?=\([A-Za-z])"),
        Said("no blank after the mark", "句読点の後の空白がない"),
    ),
    (
        (" /", "/ "),
        re.compile(r"\b(?:and|or) /(?=\w)|\b(?:and|or)/ (?=\w)"),
        Said("a blank at the stroke", "斜線の前後の空白が不揃い"),
    ),
    (
        (" -",),
        re.compile(r"(?<=[a-z]) -(?=[a-z])"),
        Said("a blank at the hyphen", "ハイフンの前後の空白が不揃い"),
    ),
    (("No.",), re.compile(r"\bNo\.(?=\d)"), Said("no blank after “No.”", "「No.」の後の空白がない")),
)
"""Characters without which a text need not be read, what is spaced wrongly, and how."""
_SPACES_JA: Final[tuple[tuple[tuple[str, ...], re.Pattern[str], Said], ...]] = (
    (
        (" 、", " 。", "　、", "　。"),
        re.compile(r"(?<=[ぁ-んァ-ヶ一-龥])[ 　]+(?=[、。])"),
        Said("a blank before the mark", "句読点の前に空白がある"),
    ),
    (("円",), re.compile(r"\d[ 　]+(?=(?:百万|千)?円)"), Said("a blank before the unit", "単位の前に空白がある")),
    (("、、", "。。", "、。", "。、"), re.compile(r"(?<=[、。])[、。]"), Said("two marks", "句読点の重複")),
)


@rule(
    "fx.shape.spacing",
    Kind.SHAPE,
    Severity.NOTE,
    title=Said("Blanks are missing or too many", "空白の過不足"),
    why=Said("Run together, figures and units are misread and not found.", "数値と単位等が判読しにくくなります。"),
    todo=Said("Put the blank where it belongs.", "空白を整えてください。"),
    basis=Standard.PRACTICE,
)
def spacing(context: Context) -> Iterator[Found]:
    """Currencies, units, brackets, marks, hyphens: one finding a text."""
    yield from spotted(context, "en", _spacing)
    yield from spotted(context, "ja", _spacing_japanese)


@remembered
def _spacing(text: str) -> tuple[Spot, ...]:
    return _spaced(text, _SPACES)


@remembered
def _spacing_japanese(text: str) -> tuple[Spot, ...]:
    return _spaced(text, _SPACES_JA)


def _spaced(text: str, patterns: tuple[tuple[tuple[str, ...], re.Pattern[str], Said], ...]) -> tuple[Spot, ...]:
    patterns = tuple([each for each in patterns if mentions(text, each[0])])
    if not patterns:
        return ()
    plain = _ADDRESS.sub(lambda match: "x" * len(match[0]), text) if mentions(text, _OF_ADDRESSES) else text
    found = [(match.span(), what) for _, pattern, what in patterns for match in pattern.finditer(plain)]
    if not found:
        return ()
    found.sort(key=lambda each: each[0])
    message = Said(
        ", ".join(f"“{around(text, *span, 12)}”: {what.en}" for span, what in found[:6]),
        "、".join(f"「{around(text, *span, 12)}」{what.ja}" for span, what in found[:6]),
    )
    return (Spot(message, quoted(text, *found[0][0])),)


_STRAY: Final[tuple[tuple[tuple[str, ...], re.Pattern[str], Said], ...]] = (
    ((",)", ", )"), re.compile(r",\s?\)"), Said("a comma before a closing bracket", "閉じ括弧の前の読点")),
    (
        (";",),
        re.compile(r"\b(?:of|and|or|the|to|in|for|by);"),
        Said("a semicolon in the middle of a phrase", "句の途中のセミコロン"),
    ),
    (
        (", which", ", that", ", who"),
        re.compile(r"\b(?:and|or|but),\s(?:which|that|who)\b"),
        Said("a conjunction that joins nothing", "接続語の誤り"),
    ),
    (
        (",,", ", ,", ";;", "; ;", ".."),
        re.compile(r",\s?,|;\s?;|(?<!\.)\.\.(?!\.)"),
        Said("a mark twice", "句読点の重複"),
    ),
    (("(,", "( ,", "()", "( )"), re.compile(r"\(\s?,|\(\s?\)"), Said("an empty bracket", "空の括弧")),
    ((":>",), re.compile(r"\s:>"), Said("a colon inside the bracket", "括弧内のコロン")),
)


@rule(
    "fx.shape.punctuation",
    Kind.SHAPE,
    Severity.NOTE,
    title=Said("A mark stands where none belongs", "句読点の誤り"),
    why=Said(
        "It is left from a change of the text: a word before or after it may be missing.",
        "文章の修正の残りであり、前後の語が欠けている可能性があります。",
    ),
    todo=Said("Read the sentence and correct it.", "文を見直してください。"),
    basis=Standard.PRACTICE,
)
def punctuation(context: Context) -> Iterator[Found]:
    """Commas before brackets, semicolons after small words, conjunctions before relative clauses, doubled marks."""
    yield from spotted(context, "en", _punctuation)


@remembered
def _punctuation(text: str) -> tuple[Spot, ...]:
    found = []
    for hints, pattern, what in _STRAY:
        match = pattern.search(text) if mentions(text, hints) else None
        if match is not None:
            said = quoted(text, match.start(), match.end())
            found.append(Spot(say("{what} in “{text}”", "「{text}」: {what}", what=what, text=said), said))
    return tuple(found)


_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        (
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
        )
    )
}  # fmt: skip
_REFERRED: Final = frozenset({"paragraph", "item", "article", "note", "section"})
_COUNTED: Final = (
    r"(?:years?|months?|weeks?|days?|shares?|directors?|auditors?|persons?|members?|companies|meetings?|officers?|"
    r"(?:full-time|outside|incumbent|new|external)\s+\w+)"
)
_BRACKETED: Final = re.compile(r"\(\d{1,2}\)")
_IN_BRACKETS: Final = re.compile(
    rf"(?:\b(?P<word>[A-Za-z]+)\s*)?\((?P<digits>\d{{1,2}})\)(?=\s+(?P<what>{_COUNTED})\b)?"
)


@rule(
    "fx.shape.numberInWords",
    Kind.SHAPE,
    Severity.ERROR,
    title=Said("A number in words and its figure differ", "語と数字による数の不一致"),
    why=Said(
        "Two numbers for one thing: which of them was resolved is open.",
        "同一の事項に二つの数が記載され、いずれが正しいか判別できません。",
    ),
    todo=Said("Correct the word or the figure.", "いずれかを訂正してください。"),
    basis=Standard.CONSISTENCY,
)
def number_in_words(context: Context) -> Iterator[Found]:
    """“nine (8)”, and figures in brackets before something counted without the word before them."""
    yield from spotted(context, "en", _numbers_in_words)


@remembered
def _numbers_in_words(text: str) -> tuple[Spot, ...]:
    found = []
    for match in _IN_BRACKETS.finditer(text) if _BRACKETED.search(text) else ():
        word, digits = (match["word"] or "").lower(), int(match["digits"])
        said = quoted(text, match.start(), match.end())
        if word in _NUMBERS and _NUMBERS[word] != digits:
            message = say(
                "“{word} ({digits})” gives two numbers",
                "「{word} ({digits})」は語と数字が一致しません",
                word=match["word"],
                digits=digits,
            )
            found.append(Spot(message, said))
        elif match["what"] and word not in _NUMBERS and word not in _REFERRED:
            message = say(
                "“({digits}) {what}” stands without the number in words",
                "「({digits}) {what}」の前に語による数がありません",
                digits=digits,
                what=match["what"],
            )
            found.append(Spot(message, said, severity=Severity.NOTE))
    return tuple(found)


_POINTS: Final = re.compile(
    r"\b(?:ratio|margin|rate)\b[^.;]{0,40}?\b(?:was|is|were|to|of)\s+(?P<number>\d+(?:\.\d+)?)\s*(?:percentage\s+)?points?\b",
    re.IGNORECASE,
)
_CHANGED: Final = re.compile(r"\b(?:increas|decreas|improv|declin|rose|fell|up|down|by|change)\w*\b", re.IGNORECASE)
_POINTS_JA: Final = re.compile(
    r"率[はがも、]?[^。、]{0,12}?(?P<number>[\d.]+)\s*ポイント(?!\s*(?:[^。]{0,3}?(?:上昇|低下|改善|悪化|増|減|上回|下回)))"
)


@rule(
    "fx.shape.ratioInPoints",
    Kind.SHAPE,
    Severity.WARNING,
    title=Said("A ratio is told in points", "比率のポイント表記"),
    why=Said(
        "Points are the change of a ratio; the ratio itself is in per cent.",
        "「ポイント」は比率の増減を示す単位であり、比率自体は「％」で示します。",
    ),
    todo=Said(
        "Give the ratio in per cent, or say that it is a change.",
        "比率を％で記載するか、増減であることを明記してください。",
    ),
    basis=Standard.PRACTICE,
)
def ratio_in_points(context: Context) -> Iterator[Found]:
    """“the ratio was 1.3 points”, without a word of change."""
    yield from spotted(context, "en", _points)
    yield from spotted(context, "ja", _points_japanese)


@remembered
def _points(text: str) -> tuple[Spot, ...]:
    if "oint" not in text:
        return ()
    return tuple(_in_points(match) for match in _POINTS.finditer(text) if not _CHANGED.search(match[0]))


@remembered
def _points_japanese(text: str) -> tuple[Spot, ...]:
    return tuple(_in_points(match) for match in _POINTS_JA.finditer(text)) if "ポイント" in text else ()


def _in_points(match: re.Match[str]) -> Spot:
    text = " ".join(match[0].split())
    message = say(
        "“{text}” gives the ratio itself in points", "「{text}」は比率自体をポイントで示しています", text=text
    )
    return Spot(message, verbatim(text))


_CURRENCY_TWICE: Final = re.compile(
    r"(?:JPY|[¥￥])\s?[\d,.]+\s*(?:(?:thousand|million|billion)\s+)?yen\b|[¥￥]\s?[\d,.]+\s*(?:千|百万|億)?円|"
    r"(?:USD|US\$|\$)\s?[\d,.]+\s*(?:(?:thousand|million|billion)\s+)?(?:U\.?S\.?\s+)?dollars\b",
    re.IGNORECASE,
)


@rule(
    "fx.shape.currencyTwice",
    Kind.SHAPE,
    Severity.WARNING,
    title=Said("An amount has its currency twice", "通貨の二重表記"),
    why=Said(
        "Before and after the amount: one was left from another wording.",
        "金額の前後に通貨が重複して記載されています。",
    ),
    todo=Said("Take one out.", "一方を削除してください。"),
    basis=Standard.PRACTICE,
)
def currency_twice(context: Context) -> Iterator[Found]:
    """“JPY 1,515 million yen”, “¥100円”."""
    yield from spotted(context, "en", _currency_twice)
    yield from spotted(context, "ja", _currency_twice)


@remembered
def _currency_twice(text: str) -> tuple[Spot, ...]:
    if not mentions(text, ("yen", "Yen", "円", "dollars")):
        return ()
    found = []
    for match in _CURRENCY_TWICE.finditer(text):
        amount = " ".join(match[0].split())
        message = say(
            "“{amount}” has two words for its currency", "「{amount}」に通貨が二重に記載されています", amount=amount
        )
        found.append(Spot(message, verbatim(amount)))
    return tuple(found)


_LEAST: Final = 8


@rule(
    "fx.shape.unfinished",
    Kind.SHAPE,
    Severity.NOTE,
    title=Said("A sentence breaks off", "文の途切れ"),
    why=Said(
        "The last sentence has no full stop: its end may be lost.",
        "文末に句点がなく、文章が欠落している可能性があります。",
    ),
    todo=Said("Complete the sentence.", "文を補ってください。"),
    basis=Standard.PRACTICE,
)
def unfinished(context: Context) -> Iterator[Found]:
    """Prose whose last paragraph is a sentence without an end; a text that ends with a small word or a comma."""
    yield from spotted(context, "en", _ends_nowhere, prose=True)
    yield from spotted(context, "ja", _ends_nowhere_japanese, prose=True)


@remembered
def _ends_nowhere(text: str) -> tuple[Spot, ...]:
    last = _last_line(text)
    words = last.split()
    sentence = len(words) >= _LEAST and last[:1].isupper() and words[-1][-1:].isalpha() and bool(_VERB.search(last))
    return _unfinished(last) if sentence or (len(last) > _HANGS_FROM and _HANGING.search(last)) else ()


@remembered
def _ends_nowhere_japanese(text: str) -> tuple[Spot, ...]:
    last = _last_line(text)
    broken = len(last) > _LONG and "。" in last and "ぁ" <= last[-1:] <= "ん"
    sentence = broken and any(particle in last for particle in "はがを")
    return _unfinished(last) if sentence or (len(last) > _HANGS_FROM and last.endswith(("、", "，"))) else ()


def _last_line(text: str) -> str:
    last = text.rstrip().rpartition("\n")[2]
    return "" if "\t" in last else last


def _unfinished(last: str) -> tuple[Spot, ...]:
    said = verbatim(around(last, max(0, len(last) - 20), len(last)))
    return (Spot(say("“{text}” ends without a full stop", "「{text}」に文末がありません", text=said), said),)


_HANGS_FROM: Final = 12
_LONG: Final = 20
_HANGING: Final = re.compile(r"(?:,|\b(?:and|or|of|the|to|in|for|by|with|that|which|a|an|from|at|on|as|than|be))$")


_VERB: Final = re.compile(r"\b(?:is|are|was|were|has|have|had|will|shall|may|can|be|been)\b")
