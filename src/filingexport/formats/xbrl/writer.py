"""The writer of instances.

Written straight as text in document order, from pooled contexts, units and footnotes, with ids that tell what
they are, so that the same report is the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from filingexport.collector import collector_paused
from filingexport.formats.document import OwnTaxonomy
from filingexport.formats.xbrl.common import ARCROLES
from filingexport.formats.xbrl.resources import Resources, attribute, escape
from filingexport.names import ARC_FACT_FOOTNOTE, ENTRY_FILE, FX, ROLE_FOOTNOTE, ROLE_LINK, SCHEMA_FILE
from filingexport.report import Dimensions, Entity, Note, Period, Report, Unit


@collector_paused()
def write(report: Report, schema_location: str = ENTRY_FILE, own: OwnTaxonomy | None = None) -> bytes:
    """The instance document of this report, in UTF-8.

    schema_location: where, from the instance, the taxonomy's entry point lies, beside the schema of its elements. own: the company's extension, which is
    then what the instance refers to. The same report gives the same bytes.
    """
    ids = [fact.id for fact in report.facts if fact.id]
    writer = _Writer(report.entity, schema_location, own, ids)
    line = writer.facts([], _are_plain(ids))
    return writer.whole(
        [
            line(each.concept, each.period, each.dimensions, each.unit, each.language, each.value, each.decimals, each.id, each.notes)
            for each in report.facts
        ]
    )  # fmt: skip


@collector_paused()
def write_filing(filing: Any, schema_location: str = ENTRY_FILE, own: OwnTaxonomy | None = None) -> bytes:
    """The instance document of this filing: what `write` makes of its facts, each written as soon as it is told.

    Raises FilingError as `filingexport.binding.to_facts.to_facts` does.
    """
    # Here, as it loads the model, which a process that only reads facts has no need of.
    from filingexport.binding.to_facts import entity_of, tell, to_facts

    try:
        writer = _Writer(entity_of(filing), schema_location, own)
    except AttributeError:  # what it lacks is said in full below
        return write(to_facts(filing), schema_location, own)
    ids: list[str] = []
    lines: list[str] = []
    kept = tell(filing, writer.facts(ids, plain=True), lines)
    # What contexts, units and notes are called gives way to the ids of facts, of which not all were known then.
    if kept or not writer.is_apart_from(ids) or not _are_plain(ids):
        return write(to_facts(filing), schema_location, own)
    return writer.whole(lines)


_MARKUP: Final = '&<>"\t\n\r'
_TOGETHER: Final = 512
"""Lines that become bytes at once: of a few, they are still where the processor has them at hand."""


_STANDARD: Final = f"{{{FX}}}"
_MOST_KEPT: Final = 20_000
_names: Final[dict[str, tuple[str, str]]] = {}
"""What stands before the context and after the value of a fact; of the standard taxonomy's items it is the same in every document."""


def _are_plain(ids: list[str]) -> bool:
    """Whether all ids are what may stand in an attribute; they are looked at at once, as hardly any is not."""
    together = "".join(ids)
    return not any(character in together for character in _MARKUP)


class _Writer:
    """One document. taken: the ids of facts, to which the ids of contexts and units and the labels of notes must give way."""

    def __init__(
        self, entity: Entity, schema_location: str, own: OwnTaxonomy | None, taken: list[str] | None = None
    ) -> None:
        self.schema_location = schema_location
        self.entry_point = schema_location if own is None else own.schema_location
        prefixes = {} if own is None else {own.namespace: own.prefix}
        self.taken = frozenset(taken or ())
        self.resources = Resources(entity, prefixes, self.taken)
        self.footnotes: dict[Note, str] = {}
        self.last_note = 0
        self.arcs: list[tuple[str, Note, str]] = []
        """Facts' ids with their notes and the labels of these."""

    def facts(self, ids: list[str], plain: bool) -> Callable[..., str]:
        """A function that takes what the constructor of a fact takes, and gives the fact's line.

        ids: the list to which the ids of facts are added. plain: whether there is no markup in any.
        """
        resources = self.resources
        context_of, noted = resources.context, self.noted
        names: dict[str, tuple[str, str]] = {}
        standard = _names
        measures: dict[tuple[int, int | None], tuple[str, str, Unit]] = {}  # by identity; they are kept
        languages: dict[str, str] = {}
        last_period: Period | None = None
        last_dimensions: Dimensions | None = None
        context = ""
        add = ids.append

        def line(
            concept: str, period: Period, dimensions: Dimensions, unit: Unit | None, language: str | None,
            value: str | None, decimals: int | None, identifier: str, notes: tuple[Note, ...] = (),
        ) -> str:  # fmt: skip
            nonlocal last_period, last_dimensions, context
            around = standard.get(concept) or names.get(concept)
            if around is None:
                name = resources.name(concept)
                around = f'<{name} contextRef="', f"</{name}>\n"
                kept = standard if concept.startswith(_STANDARD) and len(standard) < _MOST_KEPT else names
                kept[concept] = around
            if dimensions is not last_dimensions or period is not last_period:
                last_period, last_dimensions, context = period, dimensions, context_of(period, dimensions)
            if unit is None:
                measure = ""
            else:
                known = measures.get((id(unit), decimals))
                if known is None:
                    reference = f' unitRef="{resources.unit(unit)}"'
                    accuracy = "INF" if decimals is None else decimals
                    known = measures[id(unit), decimals] = f'{reference} decimals="{accuracy}"', reference, unit
                measure = known[0] if value is not None else known[1]
            if identifier:
                add(identifier)
                measure = f'{measure} id="{identifier if plain else attribute(identifier)}"'
            if language is not None:
                tag = languages.get(language)
                if tag is None:
                    tag = languages[language] = f' xml:lang="{attribute(language)}"'
                measure += tag
            for note in notes:
                noted(identifier, note)
            if value is None:
                return f'{around[0]}{context}"{measure} xsi:nil="true"/>\n'
            if "&" in value or "<" in value or ">" in value or "\r" in value:
                value = escape(value)
            return f'{around[0]}{context}"{measure}>{value}{around[1]}'

        return line

    def noted(self, identifier: str, note: Note) -> None:
        """Tie a note to a fact."""
        label = self.footnotes.get(note)
        if label is None:
            label = self.footnotes[note] = self.free_label(note)
        self.arcs.append((identifier, note, label))

    def free_label(self, note: Note) -> str:
        """A label that no fact has: facts are labelled by their ids, and what both were called would stand for either."""
        self.last_note += 1
        while f"{note.kind}_{self.last_note}" in self.taken:
            self.last_note += 1
        return f"{note.kind}_{self.last_note}"

    def is_apart_from(self, ids: list[str]) -> bool:
        """Whether nothing but facts is called by any of these ids."""
        return self.resources.ids.isdisjoint(ids) and frozenset(self.footnotes.values()).isdisjoint(ids)

    def footnote_link(self) -> list[str]:
        if not self.arcs:
            return []
        lines = [f'<link:footnoteLink xlink:type="extended" xlink:role="{ROLE_LINK}">\n']
        located: set[str] = set()
        for identifier, note, label in self.arcs:
            said = attribute(identifier)
            if identifier not in located:
                located.add(identifier)
                lines.append(f'<link:loc xlink:type="locator" xlink:href="#{said}" xlink:label="{said}"/>\n')
            if label not in located:
                located.add(label)
                for language, text in note.readings:
                    lines.append(
                        f'<link:footnote xlink:type="resource" xlink:label="{label}" xlink:role="{ROLE_FOOTNOTE}" '
                        f'xml:lang="{attribute(language)}">{escape(text)}</link:footnote>\n'
                    )
            lines.append(
                f'<link:footnoteArc xlink:type="arc" xlink:arcrole="{ARCROLES[note.kind]}" '
                f'xlink:from="{said}" xlink:to="{label}"/>\n'
            )
        lines.append("</link:footnoteLink>\n")
        return lines

    def whole(self, facts: list[str]) -> bytes:
        """The document with these facts."""
        footnotes = self.footnote_link()
        arcroles = sorted({ARCROLES[note.kind] for note in self.footnotes} - {ARC_FACT_FOOTNOTE})
        spaces = "".join(f' xmlns:{prefix}="{attribute(space)}"' for space, prefix in self.resources.prefixes.items())
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>\n',
            f"<xbrli:xbrl{spaces}>\n",
            f'<link:schemaRef xlink:type="simple" xlink:href="{attribute(self.entry_point)}"/>\n',
        ]
        for arcrole in arcroles:
            anchor = arcrole.rpartition("/")[2]
            elements = self.schema_location.rpartition("/")[0] + "/" * ("/" in self.schema_location) + SCHEMA_FILE
            lines.append(
                f'<link:arcroleRef xlink:type="simple" xlink:href="{attribute(elements)}#{anchor}" arcroleURI="{arcrole}"/>\n'
            )
        lines += self.resources.head
        lines += facts
        lines += footnotes
        lines.append("</xbrli:xbrl>\n")
        return b"".join(["".join(lines[at : at + _TOGETHER]).encode("utf-8") for at in range(0, len(lines), _TOGETHER)])
