"""Facts as elements of Inline XBRL 1.1, in place; what cannot stand in place is hidden, and where it is shown says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from markupsafe import Markup

from filingexport.declaring import frozen
from filingexport.formats.ixbrl import printed, prose
from filingexport.formats.ixbrl.printed import Figure, Language, Printed
from filingexport.formats.xbrl.common import ARCROLES
from filingexport.formats.xbrl.resources import Resources, attribute, escape
from filingexport.model.item import Label
from filingexport.report import Fact, Note, NoteKind, Report

_NUMBER: Final = re.compile(r"([ \t\r\n]*)([+-]?)([0-9]+(?:\.[0-9]*)?|\.[0-9]+)([ \t\r\n]*)")
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
_WEB: Final = re.compile(r"https?://", re.IGNORECASE)
KEPT: Final = "http://filingexport.example/inline/kept"
"""The namespace of attributes that keep what Inline XBRL has no way to say, of facts that were wrong when they came."""
_KEPT_ID: Final = f"{{{KEPT}}}id"
DASH: Final = Markup("—")


def markup(value: str) -> Markup:
    """What is markup already. `Markup` would look first whether it can tell so itself, for longer than this takes."""
    return str.__new__(Markup, value)


def text(value: str) -> Markup:
    """Characters as markup; nothing in them is markup."""
    return markup(escape(value))


def join(pieces: Iterable[Markup], by: str = "") -> Markup:
    """Pieces of markup one after another."""
    return markup(escape(by).join(pieces))


@frozen
class Languages:
    """The languages a page is shown in, the one it opens in first."""

    shown: tuple[Language, ...]

    @property
    def first(self) -> Language:
        """The language of the page where nothing else is said."""
        return self.shown[0]

    @property
    def both(self) -> bool:
        """Whether there is a switch."""
        return len(self.shown) > 1

    def words(self, label: Label) -> Markup:
        """Words of the page's own, in each language; one is shown at a time."""
        return self.each({"en": text(label.en), "ja": text(label.ja)})

    def each(self, said: Mapping[Language, Markup], block: bool = False) -> Markup:
        """Markup in each language of the page, one of which is shown at a time; no elements where all say the same."""
        chosen = [(language, said[language]) for language in self.shown if language in said]
        if len(chosen) == 1 or len({piece for _, piece in chosen}) == 1:
            return chosen[0][1]
        name = "div" if block else "span"
        pieces = []
        for language, piece in chosen:
            lang = "" if language == self.first else f' xml:lang="{language}"'
            pieces.append(markup(f'<{name} class="{language}"{lang}>{piece}</{name}>'))
        return join(pieces)

    def readings(self, said: Mapping[str, Markup], block: bool = False) -> Markup:
        """Readings of a text: those in languages of the page in turn, those in others beside them."""
        known: dict[Language, Markup] = {each: said[each] for each in self.shown if each in said}
        name = "div" if block else "span"
        others = [piece for language, piece in said.items() if language not in known]
        if not known:
            return join(others, " ")
        beside = [Markup(f' <{name} class="other">{piece}</{name}>') for piece in others]  # noqa: S704
        return join([self.each(known, block), *beside])


@frozen(eq=False)
class Footnote:
    """A footnote: its number on the page, the id that marks lead to, the ids of its elements, its text."""

    number: int
    anchor: str
    identifiers: tuple[str, ...]
    said: Markup


class _Ids:
    """The ids of elements. A fact is found by its concept and context; only some need an id, and few need it long.

    wanted: whether a fact keeps its own id, which tells its place; others with notes, or shown elsewhere, get a short one.
    """

    def __init__(self, resources: Resources, wanted: Callable[[Fact], bool]) -> None:
        self.resources = resources
        self.wanted = wanted
        self.known: dict[int, str] = {}

    def attributes(self, fact: Fact) -> str:
        """The attributes that say a fact's id, if it has one."""
        if id(fact) in self.known or fact.notes:
            said = f' id="{self.of(fact)}"'
            if not _NAME.fullmatch(fact.id):  # came so from elsewhere, and can be no id
                said += f' {self.resources.name(_KEPT_ID)}="{attribute(fact.id)}"'
            return said
        if fact.id and self.wanted(fact):
            if _NAME.fullmatch(fact.id):
                return f' id="{fact.id}"'
            return f' {self.resources.name(_KEPT_ID)}="{attribute(fact.id)}"'
        return ""

    def of(self, fact: Fact) -> str:
        """The id of this fact's element."""
        known = self.known.get(id(fact))
        if known is None:
            if self.wanted(fact) and _NAME.fullmatch(fact.id):
                known = fact.id
            else:
                known = self.resources.free_id(f"f{len(self.known) + 1}")
            self.known[id(fact)] = known
        return known


class Tagger:
    """Makes the elements of one report and keeps what goes into the header: contexts, units, hidden facts, relationships."""

    def __init__(
        self, report: Report, prefixes: dict[str, str], languages: Languages, wanted: Callable[[Fact], bool]
    ) -> None:
        self.report = report
        self.languages = languages
        self.facts = {fact.id: fact for fact in report.facts if fact.id}
        self.resources = Resources(report.entity, prefixes, self.facts, short=True)
        self.elements = _Ids(self.resources, wanted)
        self.done: set[int] = set()
        self.hidden: list[Markup] = []
        self.list_starts: set[int] = set()
        self.count = 0
        self.footnotes: dict[tuple[tuple[str, str], ...], Footnote] = {}
        self.fresh: list[Footnote] = []
        self.tied: dict[str, list[tuple[NoteKind, tuple[str, ...]]]] = {}
        sides = [printed.brackets(language) for language in languages.shown]
        self._brackets = tuple(
            languages.each({language: text(side[end]) for language, side in zip(languages.shown, sides, strict=True)})
            for end in (0, 1)
        )

    # --- elements --------------------------------------------------------------------------------------------

    def _open(self, name: str, fact: Fact, more: str) -> str:
        self.done.add(id(fact))
        return (
            f'<ix:{name} name="{self.resources.name(fact.concept)}" contextRef="{self.resources.context(fact.period, fact.dimensions)}"'
            f"{more}{self.elements.attributes(fact)}"
        )

    def _numeric(
        self, fact: Fact, digits: str, scale: int = 0, format: str | None = None, negative: bool = False
    ) -> Markup:
        assert fact.unit is not None
        more = f' unitRef="{self.resources.unit(fact.unit)}" decimals="{"INF" if fact.decimals is None else fact.decimals}"'
        if scale:
            more += f' scale="{scale}"'
        if negative:
            more += ' sign="-"'
        if format:
            more += f' format="ixt:{format}"'
        return markup(f"{self._open('nonFraction', fact, more)}>{escape(digits)}</ix:nonFraction>")

    def _words(self, fact: Fact, content: Markup, format: str | None = None, escaped: bool = False) -> Markup:
        more = f' format="ixt:{format}"' if format else ""
        if escaped:
            more += ' escape="true"'
        if not format and fact.language != self.languages.first:
            more += f' xml:lang="{attribute(fact.language or "")}"'
        return markup(f"{self._open('nonNumeric', fact, more)}>{content}</ix:nonNumeric>")

    def _nil(self, fact: Fact) -> Markup:
        if fact.unit is None:
            return markup(f'{self._open("nonNumeric", fact, "")} xsi:nil="true"/>')
        unit = f' unitRef="{self.resources.unit(fact.unit)}"'
        return markup(f'{self._open("nonFraction", fact, unit)} xsi:nil="true"/>')

    # --- values ----------------------------------------------------------------------------------------------

    def number(self, fact: Fact, figure: Figure, suffix: str = "") -> Markup:
        """A number in its brackets, if it has any, with the marks of its footnotes. suffix: such as ``%``."""
        element = self._numeric(fact, figure.digits, figure.scale, figure.format, figure.negative)
        before, after = self._brackets if figure.printed_negative else ("", "")
        return markup(f"{before}{element}{escape(suffix)}{after}{self.marks(fact)}")

    def dash(self, fact: Fact) -> Markup:
        """A printed dash: a nil fact."""
        return markup(f'<span class="f">{DASH}{self._nil(fact)}</span>{self.marks(fact)}')

    def nothing(self, fact: Fact) -> Markup:
        """A disclosed nothing: a nil fact with its sentence."""
        return Markup('<span class="f">{}{}</span>').format(
            join([self.tie(note, (fact,)) for note in fact.notes if note.kind == "nothing"], " "), self._nil(fact)
        )

    def words(self, facts: Mapping[str, Fact]) -> Markup:
        """A text, a fact a language."""
        said = {language: self._words(fact, text(fact.value or "")) for language, fact in facts.items()}
        return self.languages.readings(said)

    def prose(self, facts: Mapping[str, Fact]) -> Markup:
        """A text block, a fact a language."""
        said = {language: self._block(fact) for language, fact in facts.items()}
        return self.languages.readings(said, block=True)

    def _block(self, fact: Fact) -> Markup:
        fragment = fact.value or ""
        if prose.fits(fragment):
            return self._words(fact, Markup(fragment), escaped=True)  # noqa: S704  # canonical: only the subset of prose
        identifier = self.elements.of(fact)
        self.hidden.append(self._words(fact, text(fragment)))
        shown, starts = prose.shown(fragment)
        self.list_starts |= starts
        return markup(f'<div class="f of-{identifier}">{shown}</div>')

    def transformed(self, fact: Fact, said: Mapping[Language, Printed]) -> Markup:
        """A value that a transformation reads from how it is printed in the page's first language."""
        first = said[self.languages.first]
        pieces = {language: text(each.text) for language, each in said.items()}
        pieces[self.languages.first] = self._words(fact, text(first.text), first.format)
        if not self.languages.both:
            return pieces[self.languages.first]
        return Markup('<span class="f">{}</span>').format(self.languages.each(pieces))

    def labelled(self, fact: Fact, said: Mapping[Language, str]) -> Markup:
        """A value that is shown by a label: in place where the label is the value itself but for its first letter, which
        the page's style makes large; hidden elsewhere.
        """
        pieces = {language: text(each) for language, each in said.items()}
        value = fact.value or ""
        plain = [
            language for language in self.languages.shown if said[language][:1].lower() + said[language][1:] == value
        ]
        if plain:
            pieces[plain[0]] = Markup('<span class="choice">{}</span>').format(self._words(fact, text(value)))
            return Markup('<span class="f">{}</span>').format(self.languages.each(pieces))
        identifier = self.elements.of(fact)
        self.hide(fact)
        return markup(f'<span class="f of-{identifier}">{self.languages.each(pieces)}</span>')

    def hide(self, fact: Fact) -> None:
        """A value whose own words stand in the text, as a fact of their own, and which no transformation could read."""
        self.hidden.append(self._words(fact, text(fact.value or "")))

    def code(self, fact: Fact) -> Markup:
        """A code or address, as it is; an address of the web can be followed."""
        element = self._words(fact, text(fact.value or ""))
        if _WEB.match(fact.value or ""):
            return markup(f'<a href="{attribute(fact.value or "")}" rel="noreferrer">{element}</a>')
        return element

    def kept(self, fact: Fact) -> Markup:
        """A fact from elsewhere, character by character."""
        if fact.value is None:
            return Markup('<span class="f">{}{}</span>').format(DASH, self._nil(fact))
        if fact.unit is None:
            return self._words(fact, text(fact.value))
        found = _NUMBER.fullmatch(fact.value)
        if found is None:
            return self._no_number(fact)
        before, sign, digits, after = found.groups()
        plus = "+" if sign == "+" else ""
        element = self._numeric(fact, before + plus + digits + after, negative=sign == "-")
        return text("−") + element if sign == "-" else element

    def _no_number(self, fact: Fact) -> Markup:
        """A value in a unit that is no number: a text that says its unit in attributes of ours, which our reader knows."""
        assert fact.unit is not None
        unit, decimals = (self.resources.name(f"{{{KEPT}}}{name}") for name in ("unitRef", "decimals"))
        accuracy = "INF" if fact.decimals is None else str(fact.decimals)
        more = f' {unit}="{self.resources.unit(fact.unit)}" {decimals}="{accuracy}"'
        return markup(f"{self._open('nonNumeric', fact, more)}>{text(fact.value or '')}</ix:nonNumeric>")

    # --- notes -----------------------------------------------------------------------------------------------

    def tie(self, note: Note, facts: Iterable[Fact]) -> Markup:
        """A note in place, tied to these facts, which all have it."""
        identifiers, pieces = self._footnote(note.readings)
        for each in facts:
            self._tie(each, note.kind, identifiers)
        return self.languages.readings(pieces)

    def _footnote(self, readings: tuple[tuple[str, str], ...]) -> tuple[tuple[str, ...], dict[str, Markup]]:
        identifiers, pieces = [], {}
        for language, said in readings:
            self.count += 1
            identifier = self.resources.free_id(f"n{self.count}")
            identifiers.append(identifier)
            lang = "" if language == self.languages.first else f' xml:lang="{attribute(language)}"'
            element = f'<ix:footnote id="{identifier}"{lang}>{escape(said)}</ix:footnote>'
            pieces[language] = Markup(element)  # noqa: S704
        return tuple(identifiers), pieces

    def _tie(self, fact: Fact, kind: NoteKind, identifiers: tuple[str, ...]) -> None:
        self.tied.setdefault(fact.id, []).append((kind, identifiers))

    def marks(self, fact: Fact) -> Markup:
        """The marks that lead to a figure's footnotes; a footnote met first is kept for the end of its section."""
        marks = []
        for note in fact.notes:
            if note.kind != "footnote":
                continue
            known = self.footnotes.get(note.readings)
            if known is None:
                number = len(self.footnotes) + 1
                identifiers, pieces = self._footnote(note.readings)
                known = self.footnotes[note.readings] = Footnote(
                    number, self.resources.free_id(f"note-{number}"), identifiers, self.languages.readings(pieces)
                )
                self.fresh.append(known)
            self._tie(fact, "footnote", known.identifiers)
            marks.append(Markup('<sup class="mark"><a href="#{}">*{}</a></sup>').format(known.anchor, known.number))
        return join(marks)

    def take_footnotes(self) -> list[Footnote]:
        """The footnotes met since this was last asked."""
        taken, self.fresh = self.fresh, []
        return taken

    def untold(self) -> list[tuple[Fact, Note]]:
        """Notes that stand nowhere yet."""
        found = []
        for fact in self.report.facts:
            tied = [kind for kind, _ in self.tied.get(fact.id, ())]
            for note in fact.notes:
                if note.kind in tied:
                    tied.remove(note.kind)
                else:
                    found.append((fact, note))
        return found

    def relationships(self) -> list[Markup]:
        """The elements that tie notes to facts. Each fact's notes come in its order; facts with one note share an element."""
        shared: dict[tuple[NoteKind, tuple[str, ...]], list[str]] = {}
        elements = []

        def element(kind: NoteKind, facts: list[str], notes: tuple[str, ...]) -> Markup:
            arcrole = f' arcrole="{ARCROLES[kind]}"' if kind != "footnote" else ""
            return markup(f'<ix:relationship{arcrole} fromRefs="{" ".join(facts)}" toRefs="{" ".join(notes)}"/>')

        for fact in self.report.facts:
            left = list(self.tied.get(fact.id, ()))
            if len(fact.notes) == 1 and left:
                shared.setdefault(left[0], []).append(self.elements.of(fact))
                continue
            for note in fact.notes:
                kind, notes = left.pop(next(i for i, each in enumerate(left) if each[0] == note.kind))
                elements.append(element(kind, [self.elements.of(fact)], notes))
        return [element(kind, facts, notes) for (kind, notes), facts in shared.items()] + elements

    def arcroles(self) -> list[str]:
        """The arcroles of ours that relationships have."""
        kinds = {kind for tied in self.tied.values() for kind, _ in tied}
        return sorted(ARCROLES[kind] for kind in kinds if kind != "footnote")
