"""Shape: running text. Brackets and quotations closed, words once, figures spaced, counted things counted once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from filingexport.checks.company_names import in_text
from filingexport.checks.context import Context, Passage
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.checks.said import Said, say, verbatim
from filingexport.findings import Severity

_ADDRESS: Final = re.compile(r"https?://\S+|\b[\w.+-]+@[\w.-]+|\bwww\.\S+")


def _texts(context: Context, *languages: str) -> Iterator[Passage]:
    for passage in context.passages:
        if passage.language in languages:
            yield passage


def _around(text: str, begin: int, end: int, span: int = 24) -> str:
    """A stretch of a text with what stands around it, cut at words."""
    left, right = max(0, begin - span), min(len(text), end + span)
    piece = text[left:right].replace("\n", " ").replace("\t", " ")
    if left > 0:
        piece = "…" + (piece.split(" ", 1)[-1] if " " in piece[:span] else piece)
    if right < len(text):
        piece = (piece.rsplit(" ", 1)[0] if " " in piece[-span:] else piece) + "…"
    return " ".join(piece.split())


def _quote(passage: Passage, begin: int, end: int) -> Said:
    return verbatim(_around(passage.text, begin, end))


_PAIRS: Final = {")": "(", "）": "（", "]": "[", "」": "「", "』": "『", "】": "【", "”": "“", "〕": "〔"}
_MIXED: Final = {"）": "(", ")": "（"}
_MARKER: Final = re.compile(r"^\s*(?:[\dA-Za-z]{1,3}|[ivx]+|[①-⑳])[)）]")


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
    for passage in _texts(context, "en", "ja"):
        place = _unbalanced(passage.text)
        if place is not None:
            yield Found(
                passage.path,
                say(
                    "“{mark}” has no partner in “{text}”",
                    "「{text}」の「{mark}」に対応する括弧又は引用符がありません",
                    mark=passage.text[place],
                    text=_quote(passage, place, place + 1),
                ),
                _quote(passage, place, place + 1),
            )


def _unbalanced(text: str) -> int | None:
    markers = {match.end() - 1 for line in _lines(text) if (match := _MARKER.match(text, *line))}
    opened: list[int] = []
    for at, mark in enumerate(text):
        if mark in "(（[「『【“〔":
            opened.append(at)
        elif mark in _PAIRS and at not in markers:
            if opened and text[opened[-1]] in (_PAIRS[mark], _MIXED.get(mark)):
                opened.pop()
            else:
                return at
    if opened:
        return opened[0]
    straight = [at for at, mark in enumerate(text) if mark == '"']
    return straight[-1] if len(straight) % 2 else None


def _lines(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for line in text.split("\n"):
        yield begin, begin + len(line)
        begin += len(line) + 1


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
    for passage in _texts(context, "en"):
        for match in _APOSTROPHE.finditer(passage.text) if "'" in passage.text or "’" in passage.text else ():
            if not re.search(r"(?:^|[\s(])['‘]\w", passage.text[: match.start() + 1]):
                yield Found(
                    passage.path,
                    say("“{word}” lacks an s", "「{word}」に「s」がありません", word=match[0]),
                    _quote(passage, match.start(), match.end()),
                )
                break


_TWICE: Final = re.compile(r"\b([A-Za-z]{2,})\s+\1\b")
_FINE_TWICE: Final = frozenset({"that", "had", "so", "very", "bye", "etc", "no"})
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
    for passage in _texts(context, "en", "ja"):
        pattern = _TWICE if passage.language == "en" else _TWICE_JA
        for match in pattern.finditer(passage.text):
            if match[0].split()[0].lower() in _FINE_TWICE or "\n" in match[0] or "\t" in match[0]:
                continue
            yield Found(
                passage.path,
                say(
                    "“{words}” is a word too many", "「{words}」は語が重複しています", words=" ".join(match[0].split())
                ),
                _quote(passage, match.start(), match.end()),
            )


_BROKEN: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"\bpursuant\b(?!\s+(?:to|thereto)\b)", re.IGNORECASE), "pursuant to"),
    (re.compile(r"\baccording\b(?!\s+(?:to|as)\b)", re.IGNORECASE), "according to"),
    (
        re.compile(r"\bin (?:accordance|compliance|conformity)\b(?!\s+(?:with|therewith|to)\b)", re.IGNORECASE),
        "in … with",
    ),
    (re.compile(r"\bin respect\b(?!\s+(?:of|to)\b)", re.IGNORECASE), "in respect of"),
    (re.compile(r"\bact(?:ed|ing|s)?\s+good faith\b", re.IGNORECASE), "in good faith"),
    (re.compile(r"\bdespite of\b", re.IGNORECASE), "despite"),
    (re.compile(r"\bwhere as\b", re.IGNORECASE), "whereas"),
    (
        re.compile(
            r"\bwhichever is (?!the\b|(?:high|low|great|larg|small|lat|earli|soon|long|short)(?:er|est)\b|less\b|more\b)\w+",
            re.IGNORECASE,
        ),
        "whichever is higher (or lower)",
    ),
    (
        re.compile(
            r"\b(?:The|These|Those) (?:agreements|contracts|directors|auditors|companies|shares|statements) "
            r"(?:stipulates|provides|states|includes|has|is|was)\b"
        ),
        "a verb in the plural",
    ),
    (re.compile(r"\bsets? for a standard\b", re.IGNORECASE), "set forth a standard"),
    (re.compile(r"\ban affect\b", re.IGNORECASE), "an effect"),
    (re.compile(r"\b(?:equipments|informations|advices)\b", re.IGNORECASE), "a word without a plural"),
    (re.compile(r"\bDirector of Chief \w+ Officer\b"), "Director and Chief … Officer"),
)


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
    for passage in _texts(context, "en"):
        for pattern, meant in _BROKEN:
            match = pattern.search(passage.text)
            if match is not None:
                yield _broken(passage, match.start(), match.end(), meant)
        for begin, end, _ in in_text(passage.text):
            title = _TITLE_BEFORE.search(passage.text, max(0, begin - 24), begin)
            if title is not None:
                yield _broken(passage, title.start(), end, f"{title[1]} of")


_TITLE_BEFORE: Final = re.compile(r"\b([Dd]irector|[Pp]resident|[Cc]hairman|[Aa]dvisor|[Aa]uditor)\s+$")


def _broken(passage: Passage, begin: int, end: int, meant: str) -> Found:
    return Found(
        passage.path,
        say(
            "“{text}” should perhaps have “{meant}”",
            "「{text}」は「{meant}」の誤りと思われます",
            text=_quote(passage, begin, end),
            meant=meant,
        ),
        _quote(passage, begin, end),
        verbatim(meant),
    )


_SPACES: Final[tuple[tuple[re.Pattern[str], Said], ...]] = (
    (re.compile(r"\b(?:JPY|USD|EUR|THB|GBP)\d"), Said("no blank after the currency", "通貨コードの後の空白がない")),
    (
        re.compile(r"\d(?:points?|shares?|yen|percent|million|thousand|billion)\b"),
        Said("no blank before the unit", "単位の前の空白がない"),
    ),
    (re.compile(r"\b[a-z]{3,}\((?!s\)|es\)|ies\)|\))"), Said("no blank before the bracket", "括弧の前の空白がない")),
    (re.compile(r"\)(?=[A-Za-z]{2,})"), Said("no blank after the bracket", "括弧の後の空白がない")),
    (
        re.compile(r"(?<=[A-Za-z])[ \u00a0]+[,.;:](?=\s|$|[^\w.])"),
        Said("a blank before the mark", "句読点の前に空白がある"),
    ),
    (re.compile(r"(?<=[a-z])[.,;](?=\([A-Za-z])"), Said("no blank after the mark", "句読点の後の空白がない")),
    (
        re.compile(r"\b(?:and|or) /(?=\w)|\b(?:and|or)/ (?=\w)"),
        Said("a blank at the stroke", "斜線の前後の空白が不揃い"),
    ),
    (re.compile(r"(?<=[a-z]) -(?=[a-z])"), Said("a blank at the hyphen", "ハイフンの前後の空白が不揃い")),
    (re.compile(r"\bNo\.(?=\d)"), Said("no blank after “No.”", "「No.」の後の空白がない")),
)
_SPACES_JA: Final = (
    (re.compile(r"(?<=[ぁ-んァ-ヶ一-龥])[ 　]+(?=[、。])"), Said("a blank before the mark", "句読点の前に空白がある")),
    (re.compile(r"\d[ 　]+(?=(?:百万|千)?円)"), Said("a blank before the unit", "単位の前に空白がある")),
    (re.compile(r"(?<=[、。])[、。]"), Said("two marks", "句読点の重複")),
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
    for passage in _texts(context, "en", "ja"):
        patterns = _SPACES if passage.language == "en" else _SPACES_JA
        text = _ADDRESS.sub(lambda match: "x" * len(match[0]), passage.text)
        found = [(match, what) for pattern, what in patterns for match in pattern.finditer(text)]
        if not found:
            continue
        found.sort(key=lambda each: each[0].start())
        yield Found(
            passage.path,
            say(
                "{pieces}",
                "{pieces}",
                pieces=Said(
                    ", ".join(f"“{_around(passage.text, *match.span(), 12)}”: {what.en}" for match, what in found[:6]),
                    "、".join(f"「{_around(passage.text, *match.span(), 12)}」{what.ja}" for match, what in found[:6]),
                ),
            ),
            _quote(passage, *found[0][0].span()),
        )


_STRAY: Final[tuple[tuple[re.Pattern[str], Said], ...]] = (
    (re.compile(r",\s*\)"), Said("a comma before a closing bracket", "閉じ括弧の前の読点")),
    (
        re.compile(r"\b(?:of|and|or|the|to|in|for|by);"),
        Said("a semicolon in the middle of a phrase", "句の途中のセミコロン"),
    ),
    (re.compile(r"\b(?:and|or|but),\s+(?:which|that|who)\b"), Said("a conjunction that joins nothing", "接続語の誤り")),
    (re.compile(r",\s*,|;\s*;|(?<!\.)\.\.(?!\.)"), Said("a mark twice", "句読点の重複")),
    (re.compile(r"\(\s*,|\(\s*\)"), Said("an empty bracket", "空の括弧")),
    (re.compile(r"\s:>|<[^<>]*\s:>"), Said("a colon inside the bracket", "括弧内のコロン")),
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
    for passage in _texts(context, "en"):
        for pattern, what in _STRAY:
            match = pattern.search(passage.text)
            if match is not None:
                yield Found(
                    passage.path,
                    say(
                        "{what} in “{text}”",
                        "「{text}」: {what}",
                        what=what,
                        text=_quote(passage, match.start(), match.end()),
                    ),
                    _quote(passage, match.start(), match.end()),
                )


_NUMBERS: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_COUNTED: Final = (
    r"(?:years?|months?|weeks?|days?|shares?|directors?|auditors?|persons?|members?|companies|meetings?|officers?|"
    r"(?:full-time|outside|incumbent|new|external)\s+\w+)"
)
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
    for passage in _texts(context, "en"):
        for match in _IN_BRACKETS.finditer(passage.text) if "(" in passage.text else ():
            word, digits = (match["word"] or "").lower(), int(match["digits"])
            if word in _NUMBERS and _NUMBERS.index(word) != digits:
                yield Found(
                    passage.path,
                    say(
                        "“{word} ({digits})” gives two numbers",
                        "「{word} ({digits})」は語と数字が一致しません",
                        word=match["word"],
                        digits=digits,
                    ),
                    _quote(passage, match.start(), match.end()),
                )
            elif (
                match["what"]
                and word not in _NUMBERS
                and word not in ("paragraph", "item", "article", "note", "section")
            ):
                yield Found(
                    passage.path,
                    say(
                        "“({digits}) {what}” stands without the number in words",
                        "「({digits}) {what}」の前に語による数がありません",
                        digits=digits,
                        what=match["what"],
                    ),
                    _quote(passage, match.start(), match.end()),
                    severity=Severity.NOTE,
                )


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
    for passage in _texts(context, "en", "ja"):
        pattern = _POINTS if passage.language == "en" else _POINTS_JA
        for match in pattern.finditer(passage.text) if "oint" in passage.text or "ポイント" in passage.text else ():
            if passage.language == "en" and _CHANGED.search(match[0]):
                continue
            yield Found(
                passage.path,
                say(
                    "“{text}” gives the ratio itself in points",
                    "「{text}」は比率自体をポイントで示しています",
                    text=" ".join(match[0].split()),
                ),
                verbatim(" ".join(match[0].split())),
            )


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
    for passage in _texts(context, "en", "ja"):
        for match in _CURRENCY_TWICE.finditer(passage.text):
            yield Found(
                passage.path,
                say(
                    "“{amount}” has two words for its currency",
                    "「{amount}」に通貨が二重に記載されています",
                    amount=" ".join(match[0].split()),
                ),
                verbatim(" ".join(match[0].split())),
            )


_LEAST: Final = 8
_END: Final = re.compile(r"[.!?。．！？:：;)）」』”\"'’\]>…]\s*$")


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
    for passage in _texts(context, "en", "ja"):
        if passage.leaf.concept.kind not in ("prose", "words") or passage.nothing or passage.note:
            continue
        last = passage.text.rstrip().rpartition("\n")[2]
        if "\t" in last or not last:
            continue
        hanging = re.search(
            r"(?:,|\b(?:and|or|of|the|to|in|for|by|with|that|which|a|an|from|at|on|as|than|be))\s*$|[、，]$", last
        )
        sentence = (
            passage.leaf.concept.kind == "prose"
            and not _END.search(last)
            and (_is_sentence(last) if passage.language == "en" else _is_sentence_ja(last))
        )
        if sentence or (hanging and len(last) > 12 and passage.leaf.concept.kind == "prose"):
            yield Found(
                passage.path,
                say(
                    "“{text}” ends without a full stop",
                    "「{text}」に文末がありません",
                    text=_around(last, max(0, len(last) - 20), len(last)),
                ),
                verbatim(_around(last, max(0, len(last) - 20), len(last))),
            )


_VERB: Final = re.compile(r"\b(?:is|are|was|were|has|have|had|will|shall|may|can|be|been)\b")


def _is_sentence(text: str) -> bool:
    words = text.split()
    return len(words) >= _LEAST and text[:1].isupper() and bool(_VERB.search(text)) and words[-1][-1:].isalpha()


def _is_sentence_ja(text: str) -> bool:
    return len(text) > 20 and bool(re.search(r"[はがを].*[ぁ-ん]$", text)) and "。" in text
