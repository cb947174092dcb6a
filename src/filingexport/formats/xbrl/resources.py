"""The head of a document: its namespaces, contexts and units, pooled, as markup.

Instances and inline documents have the same ones, with ids that tell what they are, or with short ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from filingexport.declaring import frozen
from filingexport.formats.xbrl.common import FOREVER
from filingexport.names import (
    FX,
    FX_PREFIX,
    ISO4217,
    LINK,
    XBRLDI,
    XBRLI,
    XLINK,
    XSI,
    free_names,
    local_name,
    namespace,
)
from filingexport.report import Dimensions, Entity, Period, TypedMember, Unit

_PREFIXES: Final = {
    XBRLI: "xbrli", LINK: "link", XLINK: "xlink", XBRLDI: "xbrldi", ISO4217: "iso4217", XSI: "xsi", FX: FX_PREFIX,
}  # fmt: skip


def escape(text: str) -> str:
    """Text for XML."""
    # A carriage return would be read back as a line feed (XML 1.0, 2.11).
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def attribute(text: str) -> str:
    """A value for an attribute in double quotes."""
    return escape(text).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")


def _date_text(value: date | datetime) -> str:
    return value.isoformat()


def _compact(value: date | datetime) -> str:
    return re.sub(r"[^0-9T]", "", value.isoformat())


_STANDARD: Final = f"{{{FX}}}"


def _standard_name(expanded: str) -> str:
    return f"{FX_PREFIX}:{local_name(expanded)}"


@lru_cache(maxsize=10_000)
def _standard_member(di: str, axis: str, member: str) -> tuple[str, str]:
    return _member(di, axis, member, _standard_name)


def _member(di: str, axis: str, member: str, name: Callable[[str], str]) -> tuple[str, str]:
    """How an explicit member is told at the end of an id, and its markup."""
    piece = local_name(member).removesuffix("Member")
    return f"_{piece}", f'<{di}:explicitMember dimension="{name(axis)}">{name(member)}</{di}:explicitMember>'


@frozen
class _Row:
    """What all typed members of an axis have in common: how their ids begin, and what stands around their element, and its name."""

    piece: str
    start: str
    element: str
    end: str

    def told(self, text: str | None) -> tuple[str, str]:
        """How the member with this text is told at the end of an id, and its markup."""
        if text is None:
            return f"{self.piece}nil", f'{self.start}<{self.element} xsi:nil="true"/>{self.end}'
        if text.isalnum() and text.isascii():  # mostly the number of a row
            return f"{self.piece}{text[:20]}", f"{self.start}<{self.element}>{text}</{self.element}>{self.end}"
        told = re.sub(r"[^A-Za-z0-9]", "", text or "nil")[:20]
        return f"{self.piece}{told}", f"{self.start}<{self.element}>{escape(text)}</{self.element}>{self.end}"


class Resources:
    """The contexts and units of one report.

    prefixes: more namespaces, each with its prefix. given: ids that are not free. short: whether ids of contexts are
    numbers (``c1``) and not told by what they say; elements of the instance's namespace then go without a prefix.
    """

    def __init__(
        self, entity: Entity, prefixes: dict[str, str], given: Iterable[str] = (), short: bool = False
    ) -> None:
        self.entity = entity
        self.short = short
        self.x = "" if short else "xbrli:"
        self.prefixes = {**_PREFIXES, **({XBRLDI: "di"} if short else {}), **prefixes}
        self.names: dict[str, str] = {}
        self._free_prefixes = free_names("ns", set(self.prefixes.values()))
        # By the name that tells it, each context's content with its id. Equal periods and members are written alike, and
        # others never; of those few that share a name, `_others` has all but the first, by content.
        self.contexts: dict[str, tuple[str, str]] = {}
        self._others: dict[str, str] = {}
        self.units: dict[Unit, str] = {}
        self.ids = set(given)
        self._last: dict[str, int] = {}  # the number of the last id of those that would be called the same
        self.head: list[str] = []
        self._entity = (
            f'<{self.x}entity><{self.x}identifier scheme="{attribute(entity.scheme)}">{escape(entity.identifier)}'
            f"</{self.x}identifier></{self.x}entity>"
        )
        self._scenario = f"<{self.x}scenario>", f"</{self.x}scenario>"
        # What is met mostly is the very object met before, which is found by its identity. All that were met are kept,
        # so that no other gets the identity of one.
        self._periods: dict[int, tuple[str, str, Period]] = {}
        self._rows: dict[tuple[str, str], _Row] = {}
        self._members: dict[int, tuple[str, str, tuple[str, str | TypedMember]]] = {}

    def name(self, expanded: str) -> str:
        """The prefixed form of an expanded name."""
        known = self.names.get(expanded)
        if known is None:
            space = namespace(expanded)
            prefix = self.prefixes.get(space)
            if prefix is None:
                prefix = self.prefixes[space] = next(self._free_prefixes)
            known = self.names[expanded] = f"{prefix}:{local_name(expanded)}"
        return known

    def free_id(self, wanted: str) -> str:
        """Take this id, or the next one that is free."""
        chosen, number = wanted, self._last.get(wanted, 1)
        while chosen in self.ids:
            number += 1
            chosen = f"{wanted}_{number}"
        self._last[wanted] = number
        self.ids.add(chosen)
        return chosen

    def context(self, period: Period, dimensions: Dimensions) -> str:
        """The id of the context with this period and these members."""
        said = self._periods.get(id(period))
        if said is None:
            said = self._periods[id(period)] = (*self._period(period), period)
        name, content, _ = said
        if dimensions:
            members = self._members
            scenario = ""
            for pair in dimensions:
                member = members.get(id(pair))
                if member is None:
                    member = members[id(pair)] = (*self._member(*pair), pair)
                name += member[0]
                scenario += member[1]
            content += self._scenario[0] + scenario + self._scenario[1]
        first = self.contexts.get(name)
        if first is None:
            chosen = self._new_context(name, content)
            self.contexts[name] = content, chosen
            return chosen
        if first[0] == content:
            return first[1]
        other = self._others.get(content)
        if other is None:
            other = self._others[content] = self._new_context(name, content)
        return other

    def _new_context(self, name: str, content: str) -> str:
        chosen = f"c{len(self.contexts) + len(self._others) + 1}" if self.short else name
        if chosen in self.ids:
            chosen = self.free_id(chosen)
        self.ids.add(chosen)
        self.head.append(f'<{self.x}context id="{chosen}">{self._entity}{content}</{self.x}context>\n')
        return chosen

    def _period(self, period: Period) -> tuple[str, str]:
        """How a period is told in an id, and its markup."""
        if period == FOREVER:
            piece, when = "Forever", f"<{self.x}forever/>"
        elif period.start is None:
            piece = "I" + _compact(period.end)
            when = f"<{self.x}instant>{_date_text(period.end)}</{self.x}instant>"
        else:
            piece = f"D{_compact(period.start)}-{_compact(period.end)}"
            when = (
                f"<{self.x}startDate>{_date_text(period.start)}</{self.x}startDate>"
                f"<{self.x}endDate>{_date_text(period.end)}</{self.x}endDate>"
            )
        return piece, f"<{self.x}period>{when}</{self.x}period>"

    def _member(self, axis: str, member: str | TypedMember) -> tuple[str, str]:
        """How a member is told at the end of an id, and its markup."""
        if not isinstance(member, str):
            row = self._rows.get((axis, member.element))
            if row is None:
                row = self._rows[axis, member.element] = self._row(axis, member.element)
            return row.told(member.text)
        if axis.startswith(_STANDARD) and member.startswith(_STANDARD):
            return _standard_member(self.prefixes[XBRLDI], axis, member)
        return _member(self.prefixes[XBRLDI], axis, member, self.name)

    def _row(self, axis: str, element: str) -> _Row:
        di = self.prefixes[XBRLDI]
        piece = local_name(axis).removesuffix("Axis")
        start = f'<{di}:typedMember dimension="{self.name(axis)}">'
        return _Row(f"_{piece}-", start, self.name(element), f"</{di}:typedMember>")

    def unit(self, unit: Unit) -> str:
        """The id of this unit."""
        known = self.units.get(unit)
        if known is not None:
            return known
        over = "".join(local_name(each).capitalize() for each in unit.denominators)
        wanted = "".join(local_name(each) for each in unit.numerators) + (f"Per{over}" if over else "")
        chosen = self.units[unit] = self.free_id(wanted)

        def measures(names: tuple[str, ...]) -> str:
            return "".join(f"<{self.x}measure>{self.name(each)}</{self.x}measure>" for each in names)

        if unit.denominators:
            content = (
                f"<{self.x}divide><{self.x}unitNumerator>{measures(unit.numerators)}</{self.x}unitNumerator>"
                f"<{self.x}unitDenominator>{measures(unit.denominators)}</{self.x}unitDenominator></{self.x}divide>"
            )
        else:
            content = measures(unit.numerators)
        self.head.append(f'<{self.x}unit id="{chosen}">{content}</{self.x}unit>\n')
        return chosen
