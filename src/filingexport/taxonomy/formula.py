"""The formula linkbase: ties across statements as value assertions (Formula 1.0), which other processors evaluate.

Sums are in the calculation linkbase. It names elements only by their names, so that it can be loaded beside any entry
point; nothing is loaded unless a processor is told to.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from filingexport.names import FX, FX_PREFIX, LINK, ROLE_LINK, SCHEMA_FILE, XLINK, XML, local_name
from filingexport.taxonomy.markup import arcrole_ref, q, role_ref, to_bytes
from filingexport.taxonomy.ties import NON_CONSOLIDATED, Roll, Term, Tie, rolls, ties

FILE: Final = SCHEMA_FILE.removesuffix(".xsd") + "-formula.xml"
"""The name of the linkbase."""

_ROOT: Final = "http://www.xbrl.org/2008/"
_GEN: Final = "http://xbrl.org/2008/generic"
_VARIABLE: Final = "http://xbrl.org/2008/variable"
_VALUE: Final = "http://xbrl.org/2008/assertion/value"
_CONCEPT: Final = "http://xbrl.org/2008/filter/concept"
_DIMENSION: Final = "http://xbrl.org/2008/filter/dimension"
_PERIOD: Final = "http://xbrl.org/2008/filter/period"
_LABEL: Final = "http://xbrl.org/2008/label"
_XFI: Final = "http://www.xbrl.org/2008/function/instance"
_SET: Final = "http://xbrl.org/arcrole/2008/variable-set"
_FILTER: Final = "http://xbrl.org/arcrole/2008/variable-filter"
_ELEMENT_LABEL: Final = "http://xbrl.org/arcrole/2008/element-label"
_LABEL_ROLE: Final = "http://www.xbrl.org/2008/role/label"
_NAMESPACES: Final = {
    "link": LINK, "xlink": XLINK, "gen": _GEN, "variable": _VARIABLE, "va": _VALUE, "cf": _CONCEPT, "df": _DIMENSION,
    "pf": _PERIOD, "label": _LABEL, "xfi": _XFI, FX_PREFIX: FX,
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}  # fmt: skip
_SCHEMAS: Final = {
    _GEN: "generic-link.xsd", _VARIABLE: "variable.xsd", _VALUE: "value-assertion.xsd", _CONCEPT: "concept-filter.xsd",
    _DIMENSION: "dimension-filter.xsd", _PERIOD: "period-filter.xsd", _LABEL: "generic-label.xsd",
}  # fmt: skip

_SAME: Final = "$one eq $other or xfi:decimals($one) ne xfi:decimals($other)"
"""Two figures of one accuracy are the same; of different accuracy they are left to the checks."""
_UNIT: Final = (
    "(if (xfi:decimals($closing) eq -6) then 1000000 else if (xfi:decimals($closing) eq -3) then 1000 else 1)"
)


def linkbase() -> bytes:
    """All assertions."""
    root = etree.Element(q(LINK, "linkbase"), nsmap=_NAMESPACES)
    root.set(
        "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation",
        " ".join(f"{space} {_ROOT}{file}" for space, file in _SCHEMAS.items()),
    )
    role_ref(root, _LABEL_ROLE, f"{_ROOT}generic-label.xsd#standard-label")
    arcrole_ref(root, _SET, f"{_ROOT}variable.xsd#variable-set")
    arcrole_ref(root, _FILTER, f"{_ROOT}variable.xsd#variable-filter")
    arcrole_ref(root, _ELEMENT_LABEL, f"{_ROOT}generic-label.xsd#element-label")
    link = etree.SubElement(root, q(_GEN, "link"), {q(XLINK, "type"): "extended", q(XLINK, "role"): ROLE_LINK})
    for tie in ties():
        _Assertion(link, tie_id(tie), _SAME).tie(tie)
    for roll in rolls():
        more = " - $more" if roll.more else ""
        test = f"abs($closing - $opening - $movement{more}) le 1.5 * {_UNIT}"
        _Assertion(link, roll_id(roll), test).roll(roll)
    return to_bytes(root)


def tie_id(tie: Tie) -> str:
    """The id of the assertion: the measure, and the two figures."""
    first, *rest = tie.measure.name.lower().split("_")
    measure = first + "".join(each.capitalize() for each in rest)
    return f"tie.{measure}.{_figure(tie.one)}.{_figure(tie.other)}"


def roll_id(roll: Roll) -> str:
    """The id of the assertion: what closes."""
    return f"forward.{local_name(roll.balance)}"


def _figure(term: Term) -> str:
    return local_name(term.concept) + (f"-{local_name(term.member)}" if term.member is not None else "")


class _Assertion:
    """One value assertion with its variables and their filters."""

    def __init__(self, link: etree._Element, name: str, test: str) -> None:
        self.link = link
        self.name = name
        self._resource(
            _VALUE, "valueAssertion", name,
            id=name, test=test, aspectModel="dimensional", implicitFiltering="true",
        )  # fmt: skip

    def tie(self, tie: Tie) -> None:
        """Both figures; all aspects that no filter is about are the same of both."""
        label = tie.measure.info
        self._label(f"{label.en[0]}: one figure in all statements", f"{label.ja[0]}の一致")
        for variable, term in (("one", tie.one), ("other", tie.other)):
            self._variable(variable, term)
            if tie.alone and NON_CONSOLIDATED is not None:
                axis, member = NON_CONSOLIDATED
                self._dimension(variable, "alone", axis, member)

    def roll(self, roll: Roll) -> None:
        """The balance at both ends of the period of the movement."""
        self._label(
            f"{roll.closing.en}: at the end, from what was at the beginning and the movements",
            f"{roll.closing.ja}：期首残高と変動額による期末残高",
        )
        self._variable("movement", Term(roll.movement))
        if roll.more:
            self._variable("more", Term(roll.more), fallback="0")
        for variable, concept, boundary in (("opening", roll.opening, "start"), ("closing", roll.balance, "end")):
            self._variable(variable, Term(concept))
            name = f"{self.name}.{variable}.at"
            self._resource(_PERIOD, "instantDuration", name, variable="movement", boundary=boundary)
            self._filter(variable, name)

    def _variable(self, variable: str, term: Term, fallback: str | None = None) -> None:
        name = f"{self.name}.{variable}"
        attributes = {"bindAsSequence": "false"}
        if fallback is not None:
            attributes["fallbackValue"] = fallback
        self._resource(_VARIABLE, "factVariable", name, **attributes)
        self._arc(_VARIABLE, "variableArc", _SET, self.name, name, name=variable)
        concept = self._resource(_CONCEPT, "conceptName", f"{name}.concept")
        holder = etree.SubElement(concept, q(_CONCEPT, "concept"))
        etree.SubElement(holder, q(_CONCEPT, "qname")).text = f"{FX_PREFIX}:{local_name(term.concept)}"
        self._filter(variable, f"{name}.concept")
        if term.axis:
            self._dimension(variable, "column", term.axis, term.member)

    def _dimension(self, variable: str, what: str, axis: str, member: str | None) -> None:
        """The figure is under this member or, for None, under none of the axis."""
        name = f"{self.name}.{variable}.{what}"
        element = self._resource(_DIMENSION, "explicitDimension", name)
        dimension = etree.SubElement(element, q(_DIMENSION, "dimension"))
        etree.SubElement(dimension, q(_DIMENSION, "qname")).text = f"{FX_PREFIX}:{local_name(axis)}"
        if member is not None:
            holder = etree.SubElement(element, q(_DIMENSION, "member"))
            etree.SubElement(holder, q(_DIMENSION, "qname")).text = f"{FX_PREFIX}:{local_name(member)}"
        self._filter(variable, name, complement="false" if member is not None else "true")

    def _filter(self, variable: str, name: str, complement: str = "false") -> None:
        self._arc(
            _VARIABLE,
            "variableFilterArc",
            _FILTER,
            f"{self.name}.{variable}",
            name,
            complement=complement,
            cover="true",
        )

    def _label(self, en: str, ja: str) -> None:
        for language, text in (("en", en), ("ja", ja)):
            element = self._resource(_LABEL, "label", f"{self.name}.label")
            element.set(q(XLINK, "role"), _LABEL_ROLE)
            element.set(q(XML, "lang"), language)
            element.text = text
        self._arc(_GEN, "arc", _ELEMENT_LABEL, self.name, f"{self.name}.label")

    def _resource(self, namespace: str, kind: str, label: str, **attributes: str) -> etree._Element:
        marks = {q(XLINK, "type"): "resource", q(XLINK, "label"): label}
        return etree.SubElement(self.link, q(namespace, kind), marks, None, **attributes)

    def _arc(
        self, namespace: str, kind: str, arcrole: str, source: str, target: str, **attributes: str
    ) -> etree._Element:
        ends = {q(XLINK, "type"): "arc", q(XLINK, "arcrole"): arcrole, q(XLINK, "from"): source, q(XLINK, "to"): target}
        return etree.SubElement(self.link, q(namespace, kind), ends, None, **attributes)
