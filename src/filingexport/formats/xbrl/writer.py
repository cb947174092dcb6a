"""The writer of instances.

Written straight as text in document order, from pooled contexts, units and footnotes, with ids that tell what
they are, so that the same report is the same bytes.
"""

from __future__ import annotations

from typing import Final

from filingexport.collector import collector_paused
from filingexport.formats.document import OwnTaxonomy
from filingexport.formats.xbrl.common import ARCROLES
from filingexport.formats.xbrl.resources import Resources, attribute, escape
from filingexport.names import ARC_FACT_FOOTNOTE, ENTRY_FILE, ROLE_FOOTNOTE, ROLE_LINK, SCHEMA_FILE
from filingexport.report import Dimensions, Note, Period, Report, Unit


@collector_paused()
def write(report: Report, schema_location: str = ENTRY_FILE, own: OwnTaxonomy | None = None) -> bytes:
    """The instance document of this report, in UTF-8.

    schema_location: where, from the instance, the taxonomy's entry point lies, beside the schema of its elements. own: the company's extension, which is
    then what the instance refers to. The same report gives the same bytes.
    """
    return _Writer(report, schema_location, own).write()


_MARKUP: Final = '&<>"\t\n\r'


class _Writer:
    def __init__(self, report: Report, schema_location: str, own: OwnTaxonomy | None) -> None:
        self.report = report
        self.schema_location = schema_location
        self.entry_point = schema_location if own is None else own.schema_location
        prefixes = {} if own is None else {own.namespace: own.prefix}
        self.resources = Resources(report.entity, prefixes, (fact.id for fact in report.facts if fact.id))
        self.footnotes: dict[Note, str] = {}
        self.facts: list[str] = []
        self.arcs: list[tuple[str, Note]] = []

    def write_facts(self) -> None:
        resources = self.resources
        names, context_of = resources.names, resources.context
        # All ids are looked at once, as hardly any holds what must not stand in an attribute.
        together = "".join(resources.ids)
        plain = not any(character in together for character in _MARKUP)
        measures: dict[tuple[Unit, int | None], str] = {}
        languages: dict[str | None, str] = {None: ""}
        period: Period | None = None
        dimensions: Dimensions | None = None
        context = ""
        for fact in self.report.facts:
            name = names.get(fact.concept) or resources.name(fact.concept)
            if fact.dimensions is not dimensions or fact.period is not period:
                period, dimensions, context = fact.period, fact.dimensions, context_of(fact)
            value, unit, identifier, language = fact.value, fact.unit, fact.id, fact.language
            measure = ""
            if unit is not None:
                measure = measures.get((unit, fact.decimals), "")
                if not measure:
                    accuracy = "INF" if fact.decimals is None else fact.decimals
                    measure = f' unitRef="{resources.unit(unit)}" decimals="{accuracy}"'
                    measures[unit, fact.decimals] = measure
                if value is None:
                    measure = measure.partition(" decimals")[0]
            if identifier:
                identifier = f' id="{identifier if plain else attribute(identifier)}"'
            tag = languages.get(language)
            if tag is None:
                tag = languages[language] = f' xml:lang="{attribute(language or "")}"'
            if value is None:
                self.facts.append(f'<{name} contextRef="{context}"{measure}{identifier}{tag} xsi:nil="true"/>\n')
            else:
                self.facts.append(
                    f'<{name} contextRef="{context}"{measure}{identifier}{tag}>{escape(value)}</{name}>\n'
                )
            for note in fact.notes:
                self.arcs.append((fact.id, note))
                if note not in self.footnotes:
                    self.footnotes[note] = f"{note.kind}_{len(self.footnotes) + 1}"

    def footnote_link(self) -> list[str]:
        if not self.arcs:
            return []
        lines = [f'<link:footnoteLink xlink:type="extended" xlink:role="{ROLE_LINK}">\n']
        located: set[str] = set()
        for identifier, note in self.arcs:
            if identifier not in located:
                located.add(identifier)
                lines.append(
                    f'<link:loc xlink:type="locator" xlink:href="#{attribute(identifier)}" xlink:label="{attribute(identifier)}"/>\n'
                )
            label = self.footnotes.get(note)
            if label is not None and label not in located:
                located.add(label)
                for language, text in note.readings:
                    lines.append(
                        f'<link:footnote xlink:type="resource" xlink:label="{label}" xlink:role="{ROLE_FOOTNOTE}" '
                        f'xml:lang="{attribute(language)}">{escape(text)}</link:footnote>\n'
                    )
            lines.append(
                f'<link:footnoteArc xlink:type="arc" xlink:arcrole="{ARCROLES[note.kind]}" '
                f'xlink:from="{attribute(identifier)}" xlink:to="{label}"/>\n'
            )
        lines.append("</link:footnoteLink>\n")
        return lines

    def write(self) -> bytes:
        self.write_facts()
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
        lines += self.facts
        lines += footnotes
        lines.append("</xbrli:xbrl>\n")
        return "".join(lines).encode("utf-8")
