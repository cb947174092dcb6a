"""The facts of an instance column by column, for those who keep columns: no object a fact is made, and no tree of them.

What few facts say and many repeat (item, context, unit, accuracy, language) is understood once, and stands in the column by the
bytes that it is written in; values and ids stay bytes. Only an instance that looks in everything as instances mostly do
has columns here; any other is read to a `Report` by the reader of text or of trees, which say what is wrong in it.

libxml2 parses what is neither a context nor a fact: the root, units, links. Contexts and facts are not parsed, but each
matches a pattern to which only well-formed elements do: what is in them are names, values without "<" and texts without "<",
their end tags repeat the names, no attribute stands twice. What patterns do not see is looked for in the document as
a whole: that it is UTF-8, holds only characters that XML may hold, no "&" but of the five entities that XML has itself, and
no "]]>". So what is read here libxml2 would have parsed, and what it would have refused is left to it.
"""

from __future__ import annotations

import re
from codecs import utf_8_decode
from collections.abc import Hashable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from lxml import etree

from filingexport.collector import collector_paused
from filingexport.declaring import frozen
from filingexport.findings import FilingError
from filingexport.formats.document import Parsed
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, parse_xml
from filingexport.formats.xbrl.common import in_order
from filingexport.formats.xbrl.reader import Broken, Context
from filingexport.formats.xbrl.scan import END, NAME, OTHER, ROOT, Look, look_of
from filingexport.formats.xbrl.text_reader import Asked, TextReader, Unusual, has_room, read
from filingexport.names import XBRLDI, XBRLI, XSI
from filingexport.report import Dimensions, Entity, Note, Period, Unit


@frozen
class Kind:
    """What facts of one kind have in common: unit, language and accuracy as in `Fact`, and whether they are nil."""

    unit: Unit | None
    language: str | None
    decimals: int | None
    nil: bool


@frozen(eq=False)
class Columns:
    """The facts of one instance in the order of the document, a sequence a column. There is nothing to find fault with.

    taxonomy: the schemas that it refers to. spaces: the namespaces that names may be of.
    concepts, contexts, kinds: a key a fact; what each means is in `named`, `placed` and `said`. values: as UTF-8; of a nil
    fact empty. ids: as UTF-8, empty where there is none. notes: of the facts that have any, by their position.
    """

    entity: Entity
    taxonomy: tuple[str, ...]
    spaces: tuple[str, ...]
    concepts: Sequence[bytes]
    named: Mapping[bytes, str]
    contexts: Sequence[bytes]
    placed: Mapping[bytes, Context]
    kinds: Sequence[Hashable]
    said: Mapping[Hashable, Kind]
    values: Sequence[bytes]
    ids: Sequence[bytes]
    notes: Mapping[int, tuple[Note, ...]]

    def __len__(self) -> int:
        return len(self.values)


@collector_paused()
def read_columns(data: bytes, place: str, limits: Limits = DEFAULT_LIMITS) -> Columns | Parsed:
    """The facts in this instance document, in columns where it looks as usual; see `text_reader.read`."""
    start = ROOT.match(data)
    if (
        start is not None
        and len(data) <= limits.file
        and limits.levels >= _LEVELS
        and has_room(limits)
        and _is_plain(data)
    ):
        try:
            return _read(data, start.end(), place, limits)
        except (Unusual, Broken, FilingError):
            pass  # of a document as a whole, in which another fault may come first
    return read(data, place, limits)


_LEVELS: Final = 8
"""Deeper than contexts and facts are."""
_LONG: Final = 10_000
"""Bytes of a name, an id or a context that is not usual."""
_NO_CHARACTERS: Final = bytes({*range(32), 127} - {*b"\t\n"})
"""Bytes that no XML may hold, or that a parser would replace."""
_OTHER_REFERENCE: Final = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)")
_PIECE: Final = 1 << 15
"""Bytes that are decoded at a time: as many as stay in the cache. To decode all at once takes four times as long."""
_HEAD: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?+(?:<\?xml version=[\"']1\.0[\"'](?: encoding=[\"']utf-8[\"'])?+\s*+\?>\s*+)?+<[^?!]",
    re.IGNORECASE,
)


def _is_plain(data: bytes) -> bool:
    """Whether it holds only characters and references that mean in every XML document what they mean here."""
    return (
        _HEAD.match(data) is not None
        and len(data.translate(None, _NO_CHARACTERS)) == len(data)
        and _OTHER_REFERENCE.search(data) is None
        and (b"]" not in data or b"]]>" not in data)
        and _is_text(data)
    )


def _is_text(data: bytes) -> bool:
    """Whether it is UTF-8, without the two characters of it that no XML may hold."""
    position, view = 0, memoryview(data)
    try:
        while position < len(data):
            end = position + _PIECE
            text, count = utf_8_decode(view[position:end], "strict", end >= len(data))
            if "\ufffe" in text or "\uffff" in text:
                return False
            position += count
    except UnicodeDecodeError:
        return False
    return True


def _read(data: bytes, start: int, place: str, limits: Limits) -> Columns:
    root = parse_xml(data[:start] + b"</%b>" % _name_of_root(data[:start]), place, limits)
    look = look_of(root)
    if look is None:
        raise Unusual
    reader = _ColumnReader(root, place, limits, data, look)
    before = reader.before(start)
    end = reader.end_of_facts(before)
    found = reader.found(before, end)
    rest = reader.after(end)
    # Whatever stands around contexts and facts, in its own order.
    reader.root = parse_xml(data[:start] + b"".join(reader.others) + data[rest:], place, limits)
    return reader.columns(found)


def _name_of_root(head: bytes) -> bytes:
    name = NAME.match(head, head.rfind(b"<") + 1)
    if name is None:
        raise Unusual
    return name[0]


_VALUE: Final = rb'="([^"]++)"'  # of facts, in which each "<" is counted
_PASSED: Final = rb'="[^"]++"'
_DIMENSION: Final = rb' dimension="[^"<]++"'
_NAME: Final = rb"[A-Za-z_][\w.\-]*+(?::[A-Za-z_][\w.\-]*+)?+"
_TAG: Final = re.compile(rb"(?: xml:lang%b)?+" % _VALUE)


@lru_cache(maxsize=16)
def _fact(xsi: bytes) -> re.Pattern[bytes]:
    """A fact. Groups: name, contextRef, unitRef and decimals, id, xml:lang, content, the end of one that is nil."""
    return re.compile(
        rb'<([^ ]++) contextRef%b((?: unitRef%b)?+(?: decimals%b)?+)(?: id%b)?+((?: xml:lang%b)?+)(?:>([^<]*+)</\1>|( %b:nil="true"/>))'
        % (_VALUE, _PASSED, _PASSED, _VALUE, _PASSED, re.escape(xsi))
    )


@lru_cache(maxsize=16)
def _scenario(xbrli: bytes, xbrldi: bytes) -> re.Pattern[bytes]:
    """The members of a scenario, up to its end."""
    x, d = re.escape(xbrli), re.escape(xbrldi)
    typed = rb"typedMember%b>\s*+<(%b)>[^<]*+</\1>\s*+</%b:typedMember" % (_DIMENSION, _NAME, d)
    explicit = rb"explicitMember%b>[^<]*+</%b:explicitMember" % (_DIMENSION, d)
    return re.compile(rb"\s*+(?:<%b:(?:%b|%b)>\s*+)*+</%b:scenario>\s*+" % (d, typed, explicit, x))


Found = list[tuple[bytes, ...]]


class _ColumnReader(TextReader):
    """root: first the root alone, by which prefixes are known, then with what stands around contexts and facts."""

    def __init__(self, root: etree._Element, place: str, limits: Limits, data: bytes, look: Look) -> None:
        super().__init__(root, place, limits, data, look)
        xbrli, xbrldi, self.xsi = (self.prefix(space) for space in (XBRLI, XBRLDI, XSI))
        self.scenario = _scenario(xbrli, xbrldi)
        self.others: list[bytes] = []

    def prefix(self, space: str) -> bytes:
        """Of a namespace; empty where it has none, with which no name of this look begins."""
        return next((prefix for prefix, known in self.spaces.items() if known == space and prefix), "").encode()

    def before(self, position: int) -> int:
        """Read the contexts before the facts, and pass over what else stands there; returns where the first fact begins."""
        start = self.look.context
        while True:
            if self.data.startswith(start, position):
                end = self.context_at(position)
                if end - position > _LONG:
                    raise Unusual
                position = end
            elif self.look.fact.match(self.data, position):
                return position
            else:
                position = self.other(position)

    def end_of_facts(self, start: int) -> int:
        """Where the facts from there on end."""
        links = self.data.find(b"footnoteLink", start)
        return self.data.rfind(b"<", start, links) if links >= 0 else self.data.rfind(b"</")

    def found(self, start: int, end: int) -> Found:
        """The facts between these positions, where nothing but facts stands there."""
        found = _fact(self.xsi).findall(self.data, start, end)
        tags = self.data.count(b"<", start, end)
        if (
            not found
            or len(found) > self.limits.facts
            or tags + self.data.count(b"<", 0, start) + self.data.count(b"<", end) > self.limits.nodes
        ):
            raise Unusual
        # Each "<" begins a tag. If those that were matched are all there are, there is nothing else.
        columns: Found = list(zip(*found, strict=True))
        if tags != len(found) + columns[6].count(b""):
            raise Unusual
        return columns

    def after(self, position: int) -> int:
        """Pass over what stands after the facts; returns where the end of the root begins."""
        while END.fullmatch(self.data, position) is None:
            position = self.other(position)
        return position

    def other(self, position: int) -> int:
        """Pass over an element that is read from the tree, or not at all."""
        match = OTHER.match(self.data, position)
        if match is None:
            raise Unusual
        self.pass_over(match[1])
        self.others.append(match[0])
        return match.end()

    def columns(self, found: Found) -> Columns:
        """The columns of these facts."""
        schemas, links = self.around()
        concepts, contexts, kinds, written_ids, tags, contents, nils = found
        values, ids = self.texts(contents), self.texts(written_ids)
        if not schemas or max(map(len, values)) > self.limits.text or max(map(len, ids)) > _LONG:
            raise Unusual
        codes: Sequence[Hashable] = tuple(zip(kinds, tags, nils, strict=True))
        if not self.written.keys() >= set(contexts):
            raise Unusual
        notes = self.notes_of(links, ids)
        named = {each: self.concepts.get(each) or self.concept(each) for each in dict.fromkeys(concepts)}
        placed = {each: self.written[each] for each in dict.fromkeys(contexts)}
        said = {each: self.what_is_said(each) for each in dict.fromkeys(codes)}
        entity = self.entity()
        if self.findings or not b"".join(named).isascii():
            raise Unusual  # lines are those of the whole document; names of other letters are for libxml2
        self.shared.keep(self.new_concepts, self.scenarios)
        return Columns(
            entity, tuple(schemas), tuple(filter(None, self.spaces.values())), concepts, named, contexts, placed, codes, said,
            values, ids, notes,
        )  # fmt: skip

    def concept(self, written: bytes) -> str:
        """The name of an item."""
        if len(written) > _LONG:
            raise Unusual
        return super().concept(written)

    def head(self, written: bytes) -> Period:
        """See there; a value of an attribute has no "<"."""
        period = super().head(written)
        match = self.look.head.fullmatch(written)
        if match is None or b"<" in match[1]:
            raise Unusual
        return period

    def dimensions(self, written: bytes) -> Dimensions:
        """See there; of well-formed members."""
        if self.scenario.fullmatch(written) is None:
            raise Unusual
        return super().dimensions(written)

    def texts(self, written: Sequence[bytes]) -> Sequence[bytes]:
        """The characters of values or texts, all at once, as most of them are as they are written."""
        whole = b"\0".join(written)  # which no XML can hold
        if b"&" not in whole:
            return written
        for name, character in ((b"&lt;", b"<"), (b"&gt;", b">"), (b"&quot;", b'"'), (b"&apos;", b"'")):
            whole = whole.replace(name, character)
        return whole.replace(b"&amp;", b"&").split(b"\0")

    def notes_of(self, links: list[etree._Element], ids: Sequence[bytes]) -> dict[int, tuple[Note, ...]]:
        """The notes of the facts by their position; the ids are each one fact's own, and a parser would have changed nothing in them."""
        given = set(ids)
        given.discard(b"")
        whole = b"".join(given)
        if len(given) != len(ids) - ids.count(b"") or b"\t" in whole or b"\n" in whole:
            raise Unusual
        if not links:
            return {}
        asked = Asked()
        notes = {each.encode(): in_order(told) for each, told in self.notes(links, asked).items()}
        if not given.issuperset(each.encode() for each in asked):
            raise Unusual
        positions = dict(zip(ids, range(len(ids)), strict=True))
        return {positions[each]: told for each, told in notes.items()}

    def what_is_said(self, code: Any) -> Kind:
        """What these attributes say."""
        written, tag, nil = code
        language = _TAG.fullmatch(tag)
        assert language is not None
        return Kind(*self.kind_of_value(written, language[1] or b"", nil))
