"""The writer of instances.

Written straight as text in document order, from pooled contexts, units and footnotes, with ids that tell what
they are, so that the same report is the same bytes.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from attrs import frozen

from filingexport.collector import collector_paused
from filingexport.formats.xbrl.common import ARCROLES, FOREVER
from filingexport.names import (
    ARC_FACT_FOOTNOTE,
    ENTRY_FILE,
    FX,
    FX_PREFIX,
    ISO4217,
    LINK,
    ROLE_FOOTNOTE,
    ROLE_LINK,
    SCHEMA_FILE,
    XBRLDI,
    XBRLI,
    XLINK,
    XSI,
    local_name,
    namespace,
)
from filingexport.report import Dimensions, Fact, Note, Period, Report, TypedMember, Unit

_PREFIXES: Final = {
    XBRLI: "xbrli", LINK: "link", XLINK: "xlink", XBRLDI: "xbrldi", ISO4217: "iso4217", XSI: "xsi", FX: FX_PREFIX,
}  # fmt: skip


@frozen
class OwnTaxonomy:
    """The company's extension, for the head of an instance: its prefix, its namespace, where its schema lies."""

    prefix: str
    namespace: str
    schema_location: str


@collector_paused()
def write(report: Report, schema_location: str = ENTRY_FILE, own: OwnTaxonomy | None = None) -> bytes:
    """The instance document of this report, in UTF-8.

    schema_location: where, from the instance, the taxonomy's entry point lies, beside the schema of its elements. own: the company's extension, which is
    then what the instance refers to. The same report gives the same bytes.
    """
    return _Writer(report, schema_location, own).write()


def _escape(text: str) -> str:
    # A carriage return would be read back as a line feed (XML 1.0, 2.11).
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _attribute(text: str) -> str:
    return _escape(text).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")


def _date_text(value: date | datetime) -> str:
    return value.isoformat()


def _compact(value: date | datetime) -> str:
    return re.sub(r"[^0-9T]", "", value.isoformat())


class _Writer:
    def __init__(self, report: Report, schema_location: str, own: OwnTaxonomy | None) -> None:
        self.report = report
        self.schema_location = schema_location
        self.entry_point = schema_location if own is None else own.schema_location
        self.prefixes = dict(_PREFIXES)
        if own is not None:
            self.prefixes[own.namespace] = own.prefix
        self.names: dict[str, str] = {}
        self.contexts: dict[tuple[Period, Dimensions], str] = {}
        self.units: dict[Unit, str] = {}
        self.footnotes: dict[Note, str] = {}
        self.ids: set[str] = set()
        self.head: list[str] = []
        self.facts: list[str] = []
        self.arcs: list[tuple[str, Note]] = []

    def name(self, expanded: str) -> str:
        known = self.names.get(expanded)
        if known is None:
            space = namespace(expanded)
            prefix = self.prefixes.get(space)
            if prefix is None:
                prefix = self.prefixes[space] = self.free_prefix()
            known = self.names[expanded] = f"{prefix}:{local_name(expanded)}"
        return known

    def free_prefix(self) -> str:
        taken = set(self.prefixes.values())
        return next(f"ns{number}" for number in range(1, len(taken) + 2) if f"ns{number}" not in taken)

    def free_id(self, wanted: str) -> str:
        chosen, number = wanted, 1
        while chosen in self.ids:
            number += 1
            chosen = f"{wanted}_{number}"
        self.ids.add(chosen)
        return chosen

    def context(self, fact: Fact) -> str:
        key = (fact.period, fact.dimensions)
        known = self.contexts.get(key)
        if known is not None:
            return known
        period = fact.period
        pieces: list[str] = []
        if period == FOREVER:
            pieces.append("Forever")
            when = "<xbrli:forever/>"
        elif period.start is None:
            pieces.append("I" + _compact(period.end))
            when = f"<xbrli:instant>{_date_text(period.end)}</xbrli:instant>"
        else:
            pieces.append(f"D{_compact(period.start)}-{_compact(period.end)}")
            when = (
                f"<xbrli:startDate>{_date_text(period.start)}</xbrli:startDate>"
                f"<xbrli:endDate>{_date_text(period.end)}</xbrli:endDate>"
            )
        scenario: list[str] = []
        for axis, member in fact.dimensions:
            if isinstance(member, TypedMember):
                element = self.name(member.element)
                if member.text is None:
                    content = f'<{element} xsi:nil="true"/>'
                else:
                    content = f"<{element}>{_escape(member.text)}</{element}>"
                scenario.append(f'<xbrldi:typedMember dimension="{self.name(axis)}">{content}</xbrldi:typedMember>')
                text = re.sub(r"[^A-Za-z0-9]", "", member.text or "nil")[:20]
                pieces.append(local_name(axis).removesuffix("Axis") + "-" + text)
            else:
                scenario.append(
                    f'<xbrldi:explicitMember dimension="{self.name(axis)}">{self.name(member)}</xbrldi:explicitMember>'
                )
                pieces.append(local_name(member).removesuffix("Member"))
        chosen = self.contexts[key] = self.free_id("_".join(pieces))
        entity = self.report.entity
        where = f"<xbrli:scenario>{''.join(scenario)}</xbrli:scenario>" if scenario else ""
        self.head.append(
            f'<xbrli:context id="{chosen}"><xbrli:entity><xbrli:identifier scheme="{_attribute(entity.scheme)}">'
            f"{_escape(entity.identifier)}</xbrli:identifier></xbrli:entity>"
            f"<xbrli:period>{when}</xbrli:period>{where}</xbrli:context>\n"
        )
        return chosen

    def unit(self, unit: Unit) -> str:
        known = self.units.get(unit)
        if known is not None:
            return known
        over = "".join(local_name(each).capitalize() for each in unit.denominators)
        wanted = "".join(local_name(each) for each in unit.numerators) + (f"Per{over}" if over else "")
        chosen = self.units[unit] = self.free_id(wanted)

        def measures(names: tuple[str, ...]) -> str:
            return "".join(f"<xbrli:measure>{self.name(each)}</xbrli:measure>" for each in names)

        if unit.denominators:
            content = (
                f"<xbrli:divide><xbrli:unitNumerator>{measures(unit.numerators)}</xbrli:unitNumerator>"
                f"<xbrli:unitDenominator>{measures(unit.denominators)}</xbrli:unitDenominator></xbrli:divide>"
            )
        else:
            content = measures(unit.numerators)
        self.head.append(f'<xbrli:unit id="{chosen}">{content}</xbrli:unit>\n')
        return chosen

    def fact(self, fact: Fact) -> None:
        name = self.name(fact.concept)
        parts = [f'<{name} contextRef="{self.context(fact)}"']
        if fact.unit is not None:
            parts.append(f' unitRef="{self.unit(fact.unit)}"')
            if fact.value is not None:
                parts.append(f' decimals="{"INF" if fact.decimals is None else fact.decimals}"')
        if fact.id:
            parts.append(f' id="{fact.id}"')
        if fact.language is not None:
            parts.append(f' xml:lang="{_attribute(fact.language)}"')
        if fact.value is None:
            parts.append(' xsi:nil="true"/>\n')
        else:
            parts.append(f">{_escape(fact.value)}</{name}>\n")
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
                    f'<link:loc xlink:type="locator" xlink:href="#{identifier}" xlink:label="{identifier}"/>\n'
                )
            label = self.footnotes.get(note)
            if label is not None and label not in located:
                located.add(label)
                for language, text in note.readings:
                    lines.append(
                        f'<link:footnote xlink:type="resource" xlink:label="{label}" xlink:role="{ROLE_FOOTNOTE}" '
                        f'xml:lang="{_attribute(language)}">{_escape(text)}</link:footnote>\n'
                    )
            lines.append(
                f'<link:footnoteArc xlink:type="arc" xlink:arcrole="{ARCROLES[note.kind]}" '
                f'xlink:from="{identifier}" xlink:to="{label}"/>\n'
            )
        lines.append("</link:footnoteLink>\n")
        return lines

    def write(self) -> bytes:
        self.ids = {fact.id for fact in self.report.facts if fact.id}
        for fact in self.report.facts:
            self.fact(fact)
        footnotes = self.footnote_link()
        arcroles = sorted({ARCROLES[note.kind] for note in self.footnotes} - {ARC_FACT_FOOTNOTE})
        spaces = "".join(f' xmlns:{prefix}="{_attribute(space)}"' for space, prefix in self.prefixes.items())
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>\n',
            f"<xbrli:xbrl{spaces}>\n",
            f'<link:schemaRef xlink:type="simple" xlink:href="{_attribute(self.entry_point)}"/>\n',
        ]
        for arcrole in arcroles:
            anchor = arcrole.rpartition("/")[2]
            elements = self.schema_location.rpartition("/")[0] + "/" * ("/" in self.schema_location) + SCHEMA_FILE
            lines.append(
                f'<link:arcroleRef xlink:type="simple" xlink:href="{_attribute(elements)}#{anchor}" arcroleURI="{arcrole}"/>\n'
            )
        lines += self.head
        lines += self.facts
        lines += footnotes
        lines.append("</xbrli:xbrl>\n")
        return "".join(lines).encode("utf-8")
