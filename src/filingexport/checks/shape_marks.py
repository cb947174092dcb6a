"""Shape: marks, numbers and headings. Every mark has its note, no number is left out, no heading stands alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final, TypeVar

from filingexport.binding.marks import mark
from filingexport.binding.plan import Entry, Leaf, Plan, RowsField
from filingexport.checks.context import NUMBERS, At, Context
from filingexport.checks.memory import remembered
from filingexport.checks.rule import Found, Kind, Standard, rule
from filingexport.checks.texts import where_any
from filingexport.findings import Severity
from filingexport.model import item
from filingexport.model.meaning import QuotedIn
from filingexport.model.statements.useful_life import UsefulLife
from filingexport.model.values import Nothing, Years
from filingexport.said import Said, say, verbatim

T = TypeVar("T")
_NOTE_MARK: Final = re.compile(
    r"[(（]\s*(?:Notes?|注)\s*(?:\d{1,2})?\s*[)）]|[（(]※\d*[)）]|※\d*|(?<=\w)\*{1,4}(?!\w)", re.IGNORECASE
)
_STAR: Final = re.compile(
    r"^\s*(?P<mark>\*{1,5}|※\d*|＊{1,5}|†|‡|[（(]?(?:Note|注)\s*\d+[)）]?)(?=[\s:：.、　]|$)", re.IGNORECASE
)


@rule(
    "fx.shape.markWithoutNote",
    Kind.SHAPE,
    Severity.WARNING,
    title=Said("A mark has no note", "注記号に対応する注記がありません"),
    why=Said("The mark promises an explanation that is not there.", "注記号が示す説明が記載されていません。"),
    todo=Said("Add the note, or take the mark out.", "注記を記載し、又は注記号を削除してください。"),
    basis=Standard.PRACTICE,
)
def mark_without_note(context: Context) -> Iterator[Found]:
    """“(Note)” and the like in captions, names and mark columns, where no note stands in the part or below its heading."""
    for passage, match in where_any(context, {"": _note_mark}):
        kind = passage.leaf.concept.kind
        short = kind == "words" or passage.note
        if (
            passage.nothing
            or not short
            or (passage.note and _STAR.match(passage.text))
            or (match.start() == 0 and passage.leaf.attribute != "mark")
            or _has_note(passage.at)
        ):
            continue
        yield Found(
            passage.path,
            say(
                "“{mark}” in “{text}” refers to a note that is not there",
                "「{text}」の「{mark}」に対応する注記がありません",
                mark=match[0],
                text=passage.text,
            ),
            verbatim(match[0]),
        )


_SHORT: Final = 160


@remembered
def _note_mark(text: str) -> re.Match[str] | None:
    if len(text) <= _SHORT and ("(" in text or "（" in text or "※" in text or "*" in text):
        return _NOTE_MARK.search(text)
    return None


def _has_note(at: At) -> bool:
    """Whether a note stands on the figure, in the part, or in those that hold it up to its chapter."""
    here: At | None = at
    while here is not None:
        if any(getattr(here.value, each) for each in _notes(here.plan)):
            return True
        if here.plan.info.role:
            return False
        here = here.parent
    return False


@cache
def _notes(plan: Plan) -> tuple[str, ...]:
    """The fields of a class that hold notes."""
    names = [entry.attribute for entry in plan.entries]
    return tuple(each for each in names if ("note" in each and each != "unit_note") or each == "terms")


@rule(
    "fx.shape.noteMarks",
    Kind.SHAPE,
    Severity.ERROR,
    title=Said("One mark stands for two notes, or a mark is left out of the row", "注記号の重複・欠番"),
    why=Said(
        "A mark with two notes cannot be resolved; one that is left out was lost with its note.",
        "同じ注記号に二つの注記があると対応が特定できず、欠番は注記の脱落を示します。",
    ),
    todo=Said("Number the marks anew.", "注記号を付け直してください。"),
    basis=Standard.PRACTICE,
)
def note_marks(context: Context) -> Iterator[Found]:
    """Footnotes of a chapter's figures by the mark they begin with: one text each, *, **, *** without a gap."""
    chapters: dict[tuple[str, str], dict[str, dict[str, str]]] = {}
    for figure in context.figures:
        for note in figure.value.footnotes:
            for language, text in note.readings:
                match = _STAR.match(text)
                if match:
                    key = (_chapter(figure.at), language)
                    chapters.setdefault(key, {}).setdefault(match["mark"], {}).setdefault(text, figure.path)
    for marks in chapters.values():
        for printed, texts in marks.items():
            if len(texts) > 1:
                first, *others = texts.values()
                for path in others:
                    yield Found(
                        path,
                        say(
                            "the mark {mark} stands for another note at {first}",
                            "注記号「{mark}」は{first}では別の注記を示しています",
                            mark=printed,
                            first=first,
                        ),
                        verbatim(printed),
                        others=(first,),
                    )
        stars = sorted(len(printed) for printed in marks if set(printed) <= {"*"} or set(printed) <= {"＊"})
        for count in range(1, max(stars, default=0)):
            if count not in stars:
                path = next(iter(marks[next(each for each in marks if len(each) > count)].values()))
                yield Found(
                    path,
                    say(
                        "there is a note {later}, but none {missing}",
                        "注記「{later}」がありますが、「{missing}」がありません",
                        later="*" * max(stars),
                        missing="*" * count,
                    ),
                    expected=verbatim("*" * count),
                    severity=Severity.WARNING,
                )


def _chapter(at: At) -> str:
    here: At | None = at
    while here is not None and not here.plan.info.role and here.parent is not None:
        here = here.parent
    return here.path if here is not None else ""


@rule(
    "fx.shape.missingMark",
    Kind.SHAPE,
    Severity.NOTE,
    title=Said("One row has no mark where the others have", "注記号の記載漏れの可能性"),
    why=Said(
        "If the note holds for this row too, its mark was forgotten.",
        "注記がこの行にも及ぶ場合、注記号の記載漏れです。",
    ),
    todo=Said("Check whether a note belongs to the figure.", "注記の要否を確認してください。"),
    basis=Standard.PRACTICE,
)
def missing_mark(context: Context) -> Iterator[Found]:
    """Columns of a table where all cells but one carry a footnote."""
    marked_tables = {
        at.parent.sub(at.entry.attribute)
        for figure in context.figures
        if figure.value.footnotes and (at := figure.at).parent is not None and isinstance(at.entry, RowsField)
    }
    for table, rows in context.tables.items() if marked_tables else ():
        if table not in marked_tables:
            continue
        columns: dict[str, list[tuple[At, bool]]] = {}
        for at in rows:
            for entry in at.plan.entries:
                value = getattr(at.value, entry.attribute)
                if isinstance(entry, Leaf) and isinstance(value, NUMBERS):
                    columns.setdefault(entry.attribute, []).append((at, bool(value.footnotes)))
        for attribute, cells in columns.items():
            without = [at for at, marked in cells if not marked]
            if len(without) == 1 and len(cells) > 2:
                yield Found(
                    without[0].sub(attribute),
                    Said(
                        "all other figures of the column have a mark for a note, and this one has none",
                        "列の他の数値には全て注記号がありますが、この数値にはありません",
                    ),
                    others=tuple(at.sub(attribute) for at, marked in cells if marked),
                )


# --- numbers -----------------------------------------------------------------------------------------------------


_HEADING: Final = re.compile(
    r"^\s*(?:(?P<plain>\d{1,2})[.．](?!\d)|[（(](?P<round>\d{1,2})[)）]|(?P<hyphen>\d{1,2}-\d{1,2})[.．]?\s|[（(](?P<roman>[ivx]{1,5})[)）])"
)
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


@rule(
    "fx.shape.headingNumbers",
    Kind.SHAPE,
    Severity.WARNING,
    title=Said("Numbers of headings have a gap or stand twice", "見出し番号の欠番・重複"),
    why=Said(
        "A heading was left out, or two have one number, so that references to it are open.",
        "見出しの脱落又は重複があり、参照先が特定できません。",
    ),
    todo=Said("Number the headings anew.", "見出し番号を付け直してください。"),
    basis=Standard.PRACTICE,
)
def heading_numbers(context: Context) -> Iterator[Found]:
    """Numbers at the head of titles, captions and paragraphs: one more than the last of their kind, or 1 again."""
    last: dict[tuple[str, str, str, str], tuple[int, str]] = {}
    for passage, match in where_any(context, {"en": _HEADING.match, "ja": _HEADING.match}, as_read=True):
        if passage.nothing or match is None:
            continue
        title = passage.leaf.attribute.endswith(("title", "heading"))
        if not title and not (passage.leaf.concept.kind == "prose" or passage.note):
            continue
        document = passage.path.partition(".")[0]
        style, number, group = _numbered(match)
        key = (document, passage.language, style, group)
        before = last.get(key)
        if before is not None and title and number not in (1, before[0] + 1):
            yield _heading(passage.path, passage.text, match[0].strip(), before)
        last[key] = (number, passage.path)


def _numbered(match: re.Match[str]) -> tuple[str, int, str]:
    if match["hyphen"]:
        group, _, number = match["hyphen"].partition("-")
        return "hyphen", int(number), group
    if match["roman"]:
        return "roman", _ROMAN.get(match["roman"], 0), ""
    if match["round"]:
        return "round", int(match["round"]), ""
    return "plain", int(match["plain"]), ""


def _heading(path: str, text: str, printed: str, before: tuple[int, str]) -> Found:
    return Found(
        path,
        say(
            "“{text}” has number {printed}, but the heading before it has {before}",
            "「{text}」の番号は{printed}ですが、前の見出しの番号は{before}です",
            text=text.partition("\n")[0][:60],
            printed=printed,
            before=before[0],
        ),
        verbatim(printed),
        verbatim(str(before[0] + 1)),
        others=(before[1],),
    )


# --- headings without content ------------------------------------------------------------------------------------


@rule(
    "fx.shape.emptySection",
    Kind.SHAPE,
    Severity.WARNING,
    title=Said("A heading has nothing below it", "見出しのみで内容がありません"),
    why=Said(
        "A heading without text leaves open whether there is nothing to report or the text was lost.",
        "見出しのみでは、該当事項がないのか記載漏れかが分かりません。",
    ),
    todo=Said(
        "Add the text, or say that there is nothing to report.", "内容又は「該当事項はありません」と記載してください。"
    ),
    basis=Standard.PRACTICE,
)
def empty_section(context: Context) -> Iterator[Found]:
    """Fields with a heading of their own, and parts that hold a heading only."""
    for at, (name, below) in _of_classes(context, _headed):
        if name == "title" and at.row is not None:
            continue  # a row whose title is what it tells
        if _given(getattr(at.value, name)) and not any(_given(getattr(at.value, each)) for each in below):
            yield _nothing_below(at, name)


def _of_classes(context: Context, fields: Callable[[Plan], tuple[T, ...]]) -> Iterator[tuple[At, T]]:
    """Each part with each of what this function gives of its class."""
    for parts in context.by_class.values():
        found = fields(parts[0].plan)
        for at in parts if found else ():
            for each in found:
                yield at, each


@cache
def _headed(plan: Plan) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The headings of a class with what stands below each: the fields named like it; below `title`, all that are none."""
    names = [entry.attribute for entry in plan.entries]
    found = []
    for name in names:
        stem = name.removesuffix("_title")
        if name != stem and stem in names:
            found.append((name, tuple(each for each in names if each.startswith(stem) and each != name)))
    below = tuple(each for each in names if each != "heading" and not each.endswith(("title", "_heading")))
    if "title" in names and below:
        found.append(("title", below))
    return tuple(found)


def _given(value: Any) -> bool:
    return value is not None and value != ()


def _nothing_below(at: At, attribute: str) -> Found:
    text = str(getattr(at.value, attribute))
    return Found(
        at.sub(attribute),
        say("nothing stands below “{text}”", "「{text}」の内容が記載されていません", text=text),
        verbatim(text),
    )


@rule(
    "fx.shape.nothingAndSomething",
    Kind.SHAPE,
    Severity.ERROR,
    title=Said("“Nothing to report” stands beside figures", "「該当事項なし」と数値の併存"),
    why=Said(
        "The text says that there is nothing, the figures say what there is.",
        "該当事項がないとしながら、内容が記載されています。",
    ),
    todo=Said("Take out one of the two.", "いずれかを削除してください。"),
    basis=Standard.CONSISTENCY,
)
def nothing_and_something(context: Context) -> Iterator[Found]:
    """Disclosed nothings whose text is what figures of the same part are quoted from."""
    for at, (entry, texts) in _of_classes(context, _quoting):
        if not _given(getattr(at.value, entry.attribute)):
            continue
        for text in texts:
            nothing = getattr(at.value, text, None)
            if isinstance(nothing, Nothing):
                yield Found(
                    at.sub(text),
                    say(
                        "“{nothing}” stands beside {what}",
                        "「{nothing}」としながら、{what}が記載されています",
                        nothing=str(nothing),
                        what=_what(entry),
                    ),
                    verbatim(str(nothing)),
                    others=(at.sub(entry.attribute),),
                )


@cache
def _quoting(plan: Plan) -> tuple[tuple[Entry, tuple[str, ...]], ...]:
    """The fields of a class that are quoted from texts, with these."""
    found = ((entry, mark(plan.cls, entry.attribute, QuotedIn)) for entry in plan.entries)
    return tuple((entry, said.texts) for entry, said in found if said is not None)


def _what(entry: Any) -> Said:
    if isinstance(entry, Leaf):
        return Said(entry.concept.en.lower(), entry.concept.ja)
    if isinstance(entry, RowsField):
        return Said(entry.rows.en.lower(), entry.rows.ja)
    return Said("its figures", "数値")


_YEARS: Final = re.compile(
    r"(\d{1,3})\s*年?\s*(?:(?:to|through|-|–|~|～|〜|から|ないし)\s*(\d{1,3}))?\s*(?:years?|年)|(\d{1,3})\s*年"
)


@rule(
    "fx.shape.usefulLife",
    Kind.SHAPE,
    Severity.ERROR,
    title=Said("A useful life is printed otherwise than told as data", "耐用年数の記載とデータの不一致"),
    why=Said("What readers and programs read must be one.", "読者の読む記載とデータは一致しなければなりません。"),
    todo=Said("Correct one of the two.", "いずれかを訂正してください。"),
    basis=(item.accounting("101", "1", "2"), Standard.CONSISTENCY),
)
def useful_life(context: Context) -> Iterator[Found]:
    """Years in the printed text against the shortest and the longest, and these against each other."""
    for at in context.of(UsefulLife):
        life: UsefulLife = at.value
        low, high = life.minimum, life.maximum
        if isinstance(low, Years) and isinstance(high, Years) and low > high:
            yield _life(at, "minimum", f"{low.number}", f"{high.number}")
            continue
        for _, text in getattr(life.printed, "readings", ()):
            match = _YEARS.search(text)
            if match is None:
                continue
            first = int(match[1] or match[3])
            last = int(match[2] or first)
            if isinstance(low, Years) and low.number != first:
                yield _life(at, "minimum", f"{low.number}", text)
            if isinstance(high, Years) and high.number != last:
                yield _life(at, "maximum", f"{high.number}", text)


def _life(at: At, attribute: str, told: str, printed: str) -> Found:
    return Found(
        at.sub(attribute),
        say(
            "the useful life is told as {told} years, but printed as “{printed}”",
            "耐用年数が{told}年とされていますが、「{printed}」と記載されています",
            told=told,
            printed=printed,
        ),
        verbatim(told),
        verbatim(printed),
        others=(at.sub("printed"),),
    )
