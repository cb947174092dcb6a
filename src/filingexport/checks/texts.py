"""Reading texts: which are in which language, what was read of a text before, and a place in one as it is quoted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Final, TypeVar

import attrs

from filingexport.checks.context import Context, Passage
from filingexport.checks.memory import remembered
from filingexport.checks.once import once
from filingexport.checks.rule import Found
from filingexport.declaring import frozen
from filingexport.findings import Severity
from filingexport.said import Said, say, verbatim

T = TypeVar("T")
_WORD: Final = re.compile(r"[a-z][a-z0-9]*(?:[-&'’][a-z0-9]+)*")


@remembered
def vocabulary(text: str) -> frozenset[str]:
    """The distinct words of an English text, in lower case."""
    return frozenset(_WORD.findall(text.lower()))


@attrs.define(eq=False, slots=True)
class Texts:
    """The texts of one language, in the order of the document, and where each distinct one stands: by its number there."""

    passages: list[Passage] = attrs.field(factory=list)
    places: dict[str, list[int]] = attrs.field(factory=dict)


@once
def by_language(context: Context) -> dict[str, Texts]:
    """The texts of each language."""
    found: dict[str, Texts] = {}
    for number, passage in enumerate(context.passages):
        texts = found.get(passage.language)
        if texts is None:
            texts = found[passage.language] = Texts()
        places = texts.places.get(passage.text)
        if places is None:
            texts.places[passage.text] = [number]
        else:
            places.append(number)
        texts.passages.append(passage)
    return found


_NONE: Final = Texts()


def english(context: Context) -> list[Passage]:
    """The English texts."""
    return by_language(context).get("en", _NONE).passages


def japanese(context: Context) -> list[Passage]:
    """The Japanese texts."""
    return by_language(context).get("ja", _NONE).passages


@once
def by_field(context: Context) -> dict[str, list[int]]:
    """Which texts stand in the fields of each name."""
    found: dict[str, list[int]] = {}
    for place, passage in enumerate(context.passages):
        found.setdefault(passage.leaf.attribute, []).append(place)
    return found


def in_fields(context: Context, wanted: Callable[[str], bool]) -> list[Passage]:
    """The texts of the fields whose name this function says yes to, in the order of the document."""
    fields = by_field(context)
    places = sorted([place for name, places in fields.items() if wanted(name) for place in places])
    return [context.passages[place] for place in places]


def mentions(text: str, words: Iterable[str]) -> bool:
    """Whether the text has one of these words, in these letters."""
    for word in words:  # noqa: SIM110  three times as fast as `any`, and asked of every text
        if word in text:
            return True
    return False


def where(
    context: Context, language: str, read: Callable[[str], T | None], *, as_read: bool = False
) -> Iterator[tuple[Passage, T]]:
    """The texts of a language of which this function gives something, each with what it gives.

    It is asked once about each distinct text: most of them stand in many rows, and of most it gives nothing.
    They come in the order of the document; as_read: in the order in which they are read.
    """
    return where_any(context, {language: read}, as_read=as_read)


def where_any(
    context: Context,
    readers: Mapping[str, Callable[[str], T | None]],
    *,
    as_read: bool = False,
    among: Callable[[Passage], bool] | None = None,
) -> Iterator[tuple[Passage, T]]:
    """The same with a function for each of several languages; under "" for all. among: only of the texts it says yes to."""
    passages = context.passages
    found: list[tuple[int, T]] = []
    for language, texts in by_language(context).items():
        read = readers.get(language) or readers.get("")
        if read is None:
            continue
        for text, places in texts.places.items():
            given = read(text)
            if given and among is not None:
                places = [place for place in places if among(passages[place])]
            if given:
                found += [(place, given) for place in places]
    if as_read:
        found = [(passages[place].number, given) for place, given in found]
        passages = context.in_order
    found.sort(key=_PLACE)
    for place, given in found:
        yield passages[place], given


_PLACE: Final = itemgetter(0)


@frozen
class Spot:
    """What is found in one text, whichever it is: as `Found` without the path."""

    message: Said
    printed: Said | None = None
    expected: Said | None = None
    severity: Severity | None = None


def spotted(
    context: Context, language: str, read: Callable[[str], tuple[Spot, ...]], *, prose: bool = False
) -> Iterator[Found]:
    """What a function finds in the texts of a language; prose: only in those with markup."""
    for passage, spots in where_any(context, {language: read}, among=_is_prose if prose else None):
        for spot in spots:
            yield Found(passage.path, spot.message, spot.printed, spot.expected, spot.severity)


def _is_prose(passage: Passage) -> bool:
    return bool(passage.markup)


def around(text: str, begin: int, end: int, span: int = 24) -> str:
    """A stretch of a text with what stands around it, cut at words."""
    left, right = max(0, begin - span), min(len(text), end + span)
    piece = text[left:right].replace("\n", " ").replace("\t", " ")
    if left > 0:
        piece = "…" + (piece.split(" ", 1)[-1] if " " in piece[:span] else piece)
    if right < len(text):
        piece = (piece.rsplit(" ", 1)[0] if " " in piece[-span:] else piece) + "…"
    return " ".join(piece.split())


def quoted(text: str, begin: int, end: int) -> Said:
    """The same, as it is said."""
    return verbatim(around(text, begin, end))


def number_of_texts(count: int) -> Said:
    """How many texts, in a sentence."""
    return Said("a text", "１箇所") if count == 1 else say("{count} texts", "{count}箇所", count=count)
