"""The writer of instances.

Written straight as text in document order, from pooled contexts, units and footnotes, with ids that tell what
they are, so that the same report is the same bytes.
"""

from __future__ import annotations

from filingexport.collector import collector_paused
from filingexport.formats.document import OwnTaxonomy
from filingexport.formats.xbrl.common import ARCROLES
from filingexport.formats.xbrl.resources import Resources, attribute, escape
from filingexport.names import ARC_FACT_FOOTNOTE, ENTRY_FILE, ROLE_FOOTNOTE, ROLE_LINK, SCHEMA_FILE
from filingexport.report import Fact, Note, Report


@collector_paused()
def write(report: Report, schema_location: str = ENTRY_FILE, own: OwnTaxonomy | None = None) -> bytes:
    """The instance document of this report, in UTF-8.

    schema_location: where, from the instance, the taxonomy's entry point lies, beside the schema of its elements. own: the company's extension, which is
    then what the instance refers to. The same report gives the same bytes.
    """
    return _Writer(report, schema_location, own).write()


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

    def fact(self, fact: Fact) -> None:
        name = self.resources.name(fact.concept)
        parts = [f'<{name} contextRef="{self.resources.context(fact)}"']
        if fact.unit is not None:
            parts.append(f' unitRef="{self.resources.unit(fact.unit)}"')
            if fact.value is not None:
                parts.append(f' decimals="{"INF" if fact.decimals is None else fact.decimals}"')
        if fact.id:
            parts.append(f' id="{attribute(fact.id)}"')
        if fact.language is not None:
            parts.append(f' xml:lang="{attribute(fact.language)}"')
        if fact.value is None:
            parts.append(' xsi:nil="true"/>\n')
        else:
            parts.append(f">{escape(fact.value)}</{name}>\n")
        self.facts.append("".join(parts))
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
        for fact in self.report.facts:
            self.fact(fact)
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
