"""The reader of instances that look as instances mostly do: contexts and facts from the text, all else from the tree.

libxml2 has parsed the document before, so it is known to be well-formed. To make a Python object of each element of its
tree takes several times as long as parsing; the bytes of a usual fact say the same in one match of a pattern, and what
stands in one context as in another is understood once. What is matched is certain: from the start tag of the root to its
end tag nothing is left out, each element begins where the one before ended, and nothing lets a comment, a processing
instruction or a CDATA section pass, so that every "<" begins a tag. Where anything looks unusual, or is wrong, the whole
document is read from its tree, and that reader says what is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Final

from lxml import etree

from filingexport.collector import collector_paused
from filingexport.findings import FilingError
from filingexport.formats.document import Parsed
from filingexport.formats.safe import (
    DEFAULT_LIMITS,
    MAX_MEMBER,
    MAX_MEMBERS,
    MAX_NAMESPACES,
    Limits,
    bound,
    parse_unbounded,
)
from filingexport.formats.xbrl.common import in_order
from filingexport.formats.xbrl.reader import (
    CONTEXT,
    FOOTNOTE_LINK,
    HREF,
    REFERENCES,
    SCHEMA_REF,
    UNIT,
    UNITS,
    Broken,
    Context,
    Reader,
    read_tree,
)
from filingexport.formats.xbrl.scan import END, NAME, OTHER, ROOT, SPACE, Look, look_of, resolved, text
from filingexport.languages import in_usual_case, is_tag
from filingexport.names import FX, LINK, XBRLI, fx, namespace
from filingexport.report import Dimensions, Fact, Note, Period, Report, TypedMember, Unit
from filingexport.unchecked import unchecked

_MANY: Final = 10_000
"""Bytes of facts that are worth reading together."""
_ATTRIBUTES: Final = 6
"""More attributes than a fact has here."""
_ELSEWHERE: Final = REFERENCES | {UNIT, SCHEMA_REF, FOOTNOTE_LINK}
_NAME: Final = bytes(byte for byte in range(256) if byte >= 0x80 or chr(byte).isalnum() or byte in b"._-")
"""Bytes of names in which nothing is left to resolve."""


@collector_paused()
def read(data: bytes, place: str = "instance", limits: Limits = DEFAULT_LIMITS) -> Parsed:
    """The report in this instance document; nothing it refers to is opened.

    place: how messages call it. What is wrong in single facts is in the findings, and such facts are left out
    only where they cannot be said at all. Raises FilingError where there is no instance to read.
    """
    root = parse_unbounded(data, place, limits)
    look = look_of(root)
    if look is not None and has_room(limits) and len(root.nsmap) <= MAX_NAMESPACES:
        try:
            return TextReader(root, place, limits, data, look).read()
        except Unusual:
            pass
        except FilingError:
            bound(root, place, limits)  # which is told first
            raise
    bound(root, place, limits)
    return read_tree(root, place, limits)


def has_room(limits: Limits) -> bool:
    """Whether the limits allow for what a usual fact has, so that none needs to be asked."""
    return limits.attributes >= _ATTRIBUTES


def _is_changed(values: str) -> bool:
    """Whether a parser would have changed something in these values of attributes."""
    return "\t" in values or "\n" in values


class Unusual(Exception):
    """Something is not as it mostly is; the tree tells."""


class Asked(set[str]):
    """The ids that were asked for, said to be there until all are known."""

    def __contains__(self, identifier: object) -> bool:
        self.add(str(identifier))
        return True


_KEPT: Final = 20_000
"""Names, and members of contexts, that are kept from one document for the next."""
_LONG: Final = 1_000
"""Bytes of one that is not."""


class _Shared:
    """What was understood in other documents and means the same in each that gives our namespace the same one prefix.

    Documents of one taxonomy say the same few hundred names and members again and again. Only what is of that namespace
    alone is kept, and nothing long.
    """

    def __init__(self) -> None:
        self.concepts: dict[bytes, str] = {}
        self.scenarios: dict[bytes, Dimensions] = {}

    def keep(self, concepts: dict[bytes, str], scenarios: dict[bytes, Dimensions]) -> None:
        """Take in what was new in a document that was read as a whole."""
        if len(self.concepts) < _KEPT:
            self.concepts |= {each: name for each, name in concepts.items() if _is_ours(name) and len(each) < _LONG}
        if len(self.scenarios) < _KEPT:
            self.scenarios |= {each: said for each, said in scenarios.items() if len(each) < _LONG and _all_ours(said)}


_OURS: Final = fx("")


def _is_ours(name: str) -> bool:
    return name.startswith(_OURS)


def _all_ours(said: Dimensions) -> bool:
    return all(
        _is_ours(axis) and _is_ours(member.element if isinstance(member, TypedMember) else member)
        for axis, member in said
    )


@lru_cache(maxsize=16)
def _shared_of(look: Look, prefix: str) -> _Shared:
    return _Shared()


def _shared(look: Look, spaces: dict[str | None, str]) -> _Shared:
    prefixes = [prefix for prefix, space in spaces.items() if space == FX]
    return _shared_of(look, prefixes[0]) if len(prefixes) == 1 and prefixes[0] else _Shared()


def _texts(written: Sequence[bytes]) -> list[str]:
    """The characters of many values or texts."""
    joined = b"\0".join(written)  # which no XML can hold
    said = joined.decode().split("\0")
    return [resolved(each) if "&" in each else each for each in said] if b"&" in joined else said


class TextReader(Reader):
    """Reads an instance from its text; raises `Unusual` where the tree must tell."""

    def __init__(self, root: etree._Element, place: str, limits: Limits, data: bytes, look: Look) -> None:
        super().__init__(root, place, limits)
        self.data = data
        self.look = look
        self.spaces = dict(root.nsmap)  # which lxml makes anew each time it is asked
        self.shared = _shared(look, self.spaces)
        # What was understood so far, by how it is written.
        self.written: dict[bytes, Context] = {}
        self.heads: dict[bytes, Period] = {}
        self.known_periods: dict[Period, Period] = {}
        self.scenarios: dict[bytes, Dimensions] = {}
        self.members: dict[bytes, Dimensions] = {}
        self.names: dict[bytes, str] = {}
        self.concepts: dict[bytes, str] = self.shared.concepts.copy()
        self.new_concepts: dict[bytes, str] = {}
        self.measures: dict[bytes, Unit | None] = {}
        self.accuracies: dict[bytes | None, int | None] = {}
        self.languages: dict[bytes | None, str | None] = {None: None}

    def around(self) -> tuple[list[str], list[etree._Element]]:
        """Read units from the tree; returns the schemas and the links that stand there."""
        schemas: list[str] = []
        links: list[etree._Element] = []
        # Contexts and facts are known to have few attributes, and to be a few levels deep, by how they look.
        bound(self.root, self.place, self.limits, list(self.root.iterchildren(*_ELSEWHERE)))
        for child in self.root.iterchildren(UNIT, SCHEMA_REF, FOOTNOTE_LINK):
            if child.tag == UNIT:
                self.keyed(child, self.units, self.unit, self.limits.units, UNITS)
            elif child.tag == FOOTNOTE_LINK:
                links.append(child)
            else:
                schemas += filter(None, [child.get(HREF)])
        self.measures = {identifier.encode(): unit for identifier, unit in self.units.items()}
        return schemas, links

    def read(self) -> Parsed:
        """The whole document."""
        schemas, links = self.around()
        asked = Asked()
        try:
            facts = self.facts(self.notes(links, asked))
        except Broken:
            raise Unusual from None
        if not schemas or len(facts) > self.limits.facts or not self.ids.issuperset(asked):
            raise Unusual
        self.shared.keep(self.new_concepts, self.scenarios)
        names = frozenset([fact.concept for fact in facts])
        report = Report(self.entity(), facts, self.place_of)
        return Parsed(report, tuple(self.findings), tuple(schemas), self.root, names)

    def place_of(self, position: int) -> str:
        """Where the fact at this position stands; most facts are never asked for it."""
        return f"{self.place}:{self.lines[position]}"

    @cached_property
    def lines(self) -> list[int | None]:
        """The lines of the facts."""
        passed = _ELSEWHERE | {CONTEXT}
        return [child.sourceline for child in self.root if child.tag not in passed]

    def facts(self, notes: dict[str, list[Note]]) -> tuple[Fact, ...]:
        """The facts in order, with the contexts before them."""
        data, ids = self.data, self.ids
        context_start, fact_at = self.look.context, self.look.fact.match
        written, concepts, measures = self.written, self.concepts, self.measures
        accuracies, languages = self.accuracies, self.languages
        make = unchecked(Fact)
        facts: list[Fact] = []
        start = ROOT.match(data)
        if start is None or b"\r" in data:  # which a parser would replace
            raise Unusual
        position = start.end()
        while True:
            if data.startswith(context_start, position):
                position = self.context_at(position)
                continue
            match = fact_at(data, position)
            if match is not None and not facts and (end := self.facts_end(position)):
                together = self.together(position, end, notes)
                if together is not None:
                    facts, position = together, end
                    continue
            if match is None:
                other = OTHER.match(data, position)
                if other is None:
                    break
                self.pass_over(other[1])
                position = other.end()
                continue
            position = match.end()
            said, reference, measure, accuracy, named, tag, content, nil = match.groups()
            concept = concepts.get(said) or self.concept(said)
            context = written.get(reference)
            identifier = "" if named is None else named.decode() if b"&" not in named else text(named)
            if context is None or identifier in ids:
                raise Unusual
            unit = language = decimals = value = None
            if measure is not None:
                unit = measures.get(measure)
                if unit is None:
                    raise Unusual
                if nil is None:
                    decimals = accuracies[accuracy] if accuracy in accuracies else self.accuracy(accuracy)
            elif nil is None:
                language = languages[tag] if tag in languages else self.language(tag)
            if accuracy is not None and (measure is None or nil is not None):
                raise Unusual
            if nil is None:
                value = content.decode() if b"&" not in content else text(content)
            if identifier:
                ids.add(identifier)
            noted = in_order(notes[identifier]) if identifier in notes else ()
            facts.append(make(concept, context[0], context[1], unit, language, value, decimals, identifier, noted))
        if END.fullmatch(data, position) is None or _is_changed("".join(ids)):
            raise Unusual
        return tuple(facts)

    def facts_end(self, position: int) -> int:
        """Where the facts from this position on end, if they stand together and are many; else 0."""
        data = self.data
        if len(data) - position < _MANY:
            return 0
        end = data.find(b"footnoteLink", position)
        return data.rfind(b"<", position, end) if end >= 0 else data.rfind(b"</")

    def together(self, start: int, end: int, notes: dict[str, list[Note]]) -> list[Fact] | None:
        """The facts from `start` to `end`, column by column; None where something else stands between them.

        The same as reading them one by one, for a third of the time: what is the same in many is understood once.
        """
        found = self.look.facts.findall(self.data, start, end)
        if not found:
            return None
        said, references, numeric, named, tags, contents, nils = zip(*found, strict=True)
        # The start tags and end tags of these facts, and nothing else.
        if self.data.count(b"<", start, end) != len(found) + nils.count(b""):
            return None
        concepts = {each: self.concepts.get(each) or self.concept(each) for each in dict.fromkeys(said)}
        if not self.written.keys() >= set(references):
            raise Unusual
        contexts = [self.written[each] for each in references]
        kinds = list(zip(numeric, tags, nils, strict=True))
        known = {each: self.kind_of_value(*each) for each in dict.fromkeys(kinds)}
        ids = _texts(named)
        given = [each for each in ids if each]
        if len(set(given)) != len(given) or not self.ids.isdisjoint(given):
            raise Unusual
        self.ids.update(given)
        values = _texts(contents)
        make = unchecked(Fact)
        facts = []
        for name, (period, dimensions), kind, value, identifier in zip(said, contexts, kinds, values, ids, strict=True):
            unit, language, decimals, is_nil = known[kind]
            noted = in_order(notes[identifier]) if identifier in notes else ()
            facts.append(
                make(concepts[name], period, dimensions, unit, language, None if is_nil else value, decimals, identifier, noted)
            )  # fmt: skip
        return facts

    def kind_of_value(self, numeric: bytes, tag: bytes, nil: bytes) -> tuple[Unit | None, str | None, int | None, bool]:
        """Unit, language, accuracy, and whether it is nil, of a fact with these attributes; what it has not is empty.

        numeric: the attributes unitRef and decimals.
        """
        unit = language = decimals = None
        of_unit, _, accuracy = numeric.partition(b' decimals="')
        measure, accuracy = of_unit[len(b' unitRef="') : -1], accuracy[:-1]
        if measure:
            unit = self.measures.get(measure)
            if unit is None:
                raise Unusual
            if not nil:
                decimals = (
                    self.accuracies.get(accuracy) if accuracy in self.accuracies else self.accuracy(accuracy or None)
                )
        elif not nil:
            language = self.languages[tag or None] if (tag or None) in self.languages else self.language(tag)
        if accuracy and (not measure or nil):
            raise Unusual
        return unit, language, decimals, bool(nil)

    def pass_over(self, name: bytes) -> None:
        """Nothing for an element that is read from the tree, or not at all; unusual for any other."""
        if self.tag(name) not in _ELSEWHERE:
            raise Unusual

    def context_at(self, start: int) -> int:
        """Read the context that starts there; returns where the next element starts."""
        data, look = self.data, self.look
        end = data.find(look.end, start)
        identifier, closed, content = data[start + len(look.context) : end].partition(b'">')
        written = self.written
        if not closed or identifier in written or identifier.translate(None, _NAME):
            raise Unusual
        if len(written) >= self.limits.contexts:
            raise Unusual
        head, scenario, members = content.partition(look.scenario)
        period = self.heads.get(head) or self.head(head)
        if not scenario:
            written[identifier] = (period, ())
        else:
            known = self.shared.scenarios.get(members) or self.scenarios.get(members)
            written[identifier] = (period, self.dimensions(members) if known is None else known)
        end += len(look.end)
        return end + 1 if data.startswith(b"\n<", end) else SPACE.match(data, end).end()  # type: ignore[union-attr]

    def head(self, written: bytes) -> Period:
        """The period of a context, from what stands before its members."""
        match = self.look.head.fullmatch(written)
        if match is None:
            raise Unusual
        scheme, identifier, instant, start, end = match.groups()
        if _is_changed(scheme.decode()):
            raise Unusual
        self.note_entity(text(scheme), text(identifier))
        if instant is not None:
            period = self.new_period({"instant": text(instant)})
        else:
            period = self.new_period({"startDate": text(start), "endDate": text(end)})
        # Facts of one period share its object, however it is written.
        period = self.heads[written] = self.known_periods.setdefault(period, period)
        return period

    def dimensions(self, written: bytes) -> Dimensions:
        """The members in this scenario."""
        known = self.members
        found: list[tuple[str, str | TypedMember]] = []
        for piece in written.split(self.look.typed_end):
            found += known[piece] if piece in known else self.piece(piece)
        last = ""
        for axis, _ in found:
            if axis <= last:  # in another order than that of their names, or two of one axis
                raise Unusual
            last = axis
        if len(found) > MAX_MEMBERS:
            raise Unusual
        self.scenarios[written] = tuple(found)
        return self.scenarios[written]

    def piece(self, written: bytes) -> Dimensions:
        """The members in a piece of a scenario, which is cut at the end of each typed member."""
        look = self.look
        if len(written) > MAX_MEMBER:
            raise Unusual
        if match := look.typed.fullmatch(written):
            axis, element, said = match.groups()
            self.members[written] = ((self.named(axis), TypedMember(self.named(element), text(said))),)
            return self.members[written]
        end = written.rstrip()
        whole = written + look.typed_end
        if end.endswith(look.scenario_end):
            whole = end.removesuffix(look.scenario_end)
        found: list[tuple[str, str | TypedMember]] = []
        position = 0
        while match := look.member.match(whole, position):
            typed_axis, element, said, axis, member = match.groups()
            if element is not None:
                found.append((self.named(typed_axis), TypedMember(self.named(element), text(said))))
            else:
                found.append((self.named(axis), self.named(member)))
            position = match.end()
        if whole[position:].strip():
            raise Unusual
        self.members[written] = tuple(found)
        return self.members[written]

    def named(self, written: bytes) -> str:
        """The name of an axis, a member or the element of a typed one."""
        known = self.names.get(written)
        if known is None:
            known = self.names[written] = self.expanded(text(written), self.spaces)
        return known

    def tag(self, written: bytes) -> str:
        """The name of an element."""
        prefix, _, local = written.decode().rpartition(":")
        space = self.spaces.get(prefix or None)
        if not space:
            raise Unusual
        return f"{{{space}}}{local}"

    def concept(self, written: bytes) -> str:
        """The name of an item."""
        tag = self.tag(written)
        if NAME.fullmatch(written) is None or namespace(tag) in (XBRLI, LINK):
            raise Unusual
        self.concepts[written] = self.new_concepts[written] = tag
        return tag

    def accuracy(self, written: bytes | None) -> int | None:
        """What ``decimals`` says."""
        if written is None:
            raise Unusual
        self.accuracies[written] = self.decimals(text(written))
        return self.accuracies[written]

    def language(self, written: bytes | None) -> str | None:
        """What ``xml:lang`` says."""
        tag = text(written or b"")
        if tag and not is_tag(tag):
            raise Unusual
        self.languages[written] = in_usual_case(tag) if tag else None
        return self.languages[written]
