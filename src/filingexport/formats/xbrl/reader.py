"""The reader of instances from their trees; nothing that an instance refers to is opened."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Final, TypeVar

from lxml import etree

from filingexport.collector import collector_paused
from filingexport.findings import FilingError, Finding, finding
from filingexport.formats.document import Parsed
from filingexport.formats.safe import (
    DEFAULT_LIMITS,
    MAX_MEMBER,
    MAX_MEMBERS,
    MAX_NAMESPACES,
    Limits,
    too_many,
    too_many_namespaces,
)
from filingexport.formats.xbrl.common import FOREVER, Ties, in_order, kind_of, long_member, many_members
from filingexport.languages import in_usual_case, is_tag
from filingexport.names import LINK, XBRLDI, XBRLI, XLINK, XML, XSI, local_name, namespace
from filingexport.report import Dimensions, Entity, Fact, Note, NoteKind, Period, Report, TypedMember, Unit
from filingexport.said import Mistake, Said, joined, quoted, say, told


@collector_paused()
def read_tree(root: etree._Element, place: str, limits: Limits = DEFAULT_LIMITS) -> Parsed:
    """The report in a document parsed by `filingexport.formats.safe.parse_xml`; see `filingexport.formats.xbrl.read`."""
    return Reader(root, place, limits).read()


T = TypeVar("T")

Context = tuple[Period, Dimensions]
_X: Final = f"{{{XBRLI}}}"
CONTEXT: Final = _X + "context"
UNIT: Final = _X + "unit"
_ENTITY: Final = _X + "entity"
_IDENTIFIER: Final = _X + "identifier"
_PERIOD: Final = _X + "period"
_SCENARIO: Final = _X + "scenario"
_L: Final = f"{{{LINK}}}"
SCHEMA_REF: Final = _L + "schemaRef"
FOOTNOTE_LINK: Final = _L + "footnoteLink"
REFERENCES: Final = frozenset({_L + "roleRef", _L + "arcroleRef", _L + "linkbaseRef"})
"""What refers to something that no reader here opens."""
_LOC: Final = _L + "loc"
_FOOTNOTE: Final = _L + "footnote"
_ARC: Final = _L + "footnoteArc"
_XL: Final = f"{{{XLINK}}}"
_LABEL: Final = _XL + "label"
HREF: Final = _XL + "href"
_DI: Final = f"{{{XBRLDI}}}"
_TYPED: Final = _DI + "typedMember"
_EXPLICIT: Final = _DI + "explicitMember"
_NIL: Final = f"{{{XSI}}}nil"
_LANG: Final = f"{{{XML}}}lang"
_SPACE: Final = " \t\r\n"


class Broken(Mistake):
    """Something inside one context, unit or fact that cannot be read."""


CONTEXTS: Final = say("contexts", "コンテキスト")
UNITS: Final = say("units", "単位")
"""What there may not be too many of."""


class Reader:
    """Reads an instance from its tree, whatever it looks like, and says what is wrong in it."""

    def __init__(self, root: etree._Element, place: str, limits: Limits) -> None:
        if root.tag != f"{{{XBRLI}}}xbrl":
            name = root.tag if isinstance(root.tag, str) else "?"
            raise FilingError(
                [
                    finding(
                        "fx:notInstance",
                        say(
                            "its root is {root}, not xbrli:xbrl",
                            "ルート要素が{root}であり、xbrli:xbrlではありません。",
                            root=name,
                        ),
                        f"{place}:{root.sourceline}",
                    )
                ]
            )
        self.root = root
        self.place = place
        self.limits = limits
        self.findings: list[Finding] = []
        self.contexts: dict[str, Context | None] = {}
        self.units: dict[str, Unit | None] = {}
        self.entities: dict[tuple[str, str], Entity] = {}
        self.ids: set[str] = set()
        self.periods: dict[tuple[str, ...], Period] = {}

    def at(self, element: etree._Element) -> str:
        """Where this element stands, for messages."""
        return f"{self.place}:{element.sourceline}"

    def wrong(self, code: str, message: Said, element: etree._Element, path: str = "") -> None:
        """Say what is wrong there."""
        self.findings.append(finding(code, message, self.at(element), path))

    def read(self) -> Parsed:
        """The whole document."""
        schemas: list[str] = []
        items: list[etree._Element] = []
        links: list[etree._Element] = []
        for child in self.root:
            tag = child.tag
            if tag == CONTEXT:
                self.keyed(child, self.contexts, self.context, self.limits.contexts, CONTEXTS)
            elif tag == UNIT:
                self.keyed(child, self.units, self.unit, self.limits.units, UNITS)
            elif tag == SCHEMA_REF:
                schemas += filter(None, [child.get(HREF)])
            elif tag == FOOTNOTE_LINK:
                links.append(child)
            elif tag in REFERENCES:
                continue
            elif isinstance(tag, str):
                items.append(child)
        if not schemas:
            self.wrong(
                "fx:structure",
                say(
                    "there is no link:schemaRef, so no taxonomy", "link:schemaRefがないため、タクソノミが分かりません。"
                ),
                self.root,
            )
        if len(items) > self.limits.facts:
            raise too_many(self.place, "facts", self.limits)
        notes = self.notes(links, {item.get("id", "") for item in items})
        facts = [fact for item in items if (fact := self.fact(item, notes)) is not None]
        return Parsed(Report(self.entity(), tuple(facts)), tuple(self.findings), tuple(schemas), self.root)

    def keyed(
        self,
        element: etree._Element,
        into: dict[str, T | None],
        read: Callable[[etree._Element], T],
        limit: int,
        what: Said,
    ) -> None:
        """Read a context or unit into the dictionary of its kind, by its id."""
        identifier = element.get("id", "")
        if identifier in into:
            self.wrong(
                "fx:structure",
                say("the id {id!r} is used twice", "id{id!r}が二度使われています。", id=identifier),
                element,
            )
            return
        if len(into) >= limit:
            raise too_many(self.place, "contexts" if what is CONTEXTS else "units", self.limits)
        try:
            into[identifier] = read(element)
        except Broken as error:
            into[identifier] = None
            self.wrong(
                "fx:structure",
                say(
                    "{element} {id!r}: {error}",
                    "{element} {id!r}: {error}",
                    element=local_name(str(element.tag)),
                    id=identifier,
                    error=told(error),
                ),
                element,
            )

    def entity(self) -> Entity:
        """Whom the contexts are about; raises FilingError where there is none."""
        distinct = list(dict.fromkeys(self.entities.values()))
        if not distinct:
            raise FilingError(
                [
                    *self.findings,
                    finding(
                        "fx:structure",
                        say("there is no context, so no entity", "コンテキストがないため、提出者が分かりません。"),
                        self.place,
                    ),
                ]
            )
        if len(distinct) > 1:
            said = joined(quoted(entity.identifier) for entity in distinct[:3])
            self.findings.append(
                finding(
                    "fx:entity",
                    say(
                        "the contexts are about several entities: {entities}",
                        "コンテキストの提出者が一致していません: {entities}",
                        entities=said,
                    ),
                    self.place,
                )
            )
        return distinct[0]

    # --- contexts and units ----------------------------------------------------------------------------------

    def context(self, element: etree._Element) -> Context:
        """What a context says; raises Broken."""
        # Children are taken by one pass: a path expression each would cost more than all the rest.
        entity = period = scenario = None
        for child in element:
            tag = child.tag
            if tag == _ENTITY:
                entity = child
            elif tag == _PERIOD:
                period = child
            elif tag == _SCENARIO:
                scenario = child
        identifier = None if entity is None else next(iter(entity), None)
        if identifier is None or entity is None or identifier.tag != _IDENTIFIER:
            raise Broken(say("it names no entity", "提出者の記載がありません。"))
        self.note_entity(identifier.get("scheme", ""), identifier.text or "")
        if len(entity) > 1:
            raise Broken(
                say(
                    "members stand in the segment; this taxonomy has them in the scenario",
                    "メンバーがsegmentにあります。このタクソノミではscenarioに記載します。",
                )
            )
        if period is None:
            raise Broken(say("it has no period", "期間がありません。"))
        if scenario is None:
            return self.period(period), ()
        if len(scenario) > MAX_MEMBERS:
            raise Broken(many_members(len(scenario)))
        dimensions = [self.dimension(child) for child in scenario]
        if len(dimensions) > 1:
            dimensions.sort(key=_axis_of)
            if len({axis for axis, _ in dimensions}) != len(dimensions):
                raise Broken(
                    say(
                        "a dimension has two members (xbrldie:RepeatedDimensionInInstanceError)",
                        "一つの次元にメンバーが二つあります（xbrldie:RepeatedDimensionInInstanceError）。",
                    )
                )
        return self.period(period), tuple(dimensions)

    def note_entity(self, scheme: str, identifier: str) -> None:
        """Note whom a context is about; raises Broken."""
        said = (scheme, identifier)
        if said not in self.entities:
            entity = Entity(scheme, identifier.strip(_SPACE))
            if not entity.identifier:
                raise Broken(say("the entity's identifier is empty", "提出者の識別子が空です。"))
            self.entities[said] = entity

    def dimension(self, element: etree._Element) -> tuple[str, str | TypedMember]:
        """Axis and member; raises Broken."""
        tag = element.tag
        if tag not in (_TYPED, _EXPLICIT):
            raise Broken(
                say(
                    "{element} in the scenario is not understood",
                    "scenario内の{element}は解釈できません。",
                    element=local_name(str(tag)),
                )
            )
        axis = self.qname(element, element.get("dimension", ""))
        if tag == _TYPED:
            values = list(element)
            if len(values) != 1 or len(values[0]) > 0:
                raise Broken(
                    say(
                        "the typed member of {axis} is not one plain element",
                        "{axis}の型付きメンバーが単純な一つの要素ではありません。",
                        axis=local_name(axis),
                    )
                )
            value = values[0]
            name = str(value.tag)
            if not namespace(name):
                raise Broken(
                    say(
                        "the typed member of {axis} is in no namespace",
                        "{axis}の型付きメンバーに名前空間がありません。",
                        axis=local_name(axis),
                    )
                )
            if len(value.text or "") > MAX_MEMBER:
                raise Broken(long_member(local_name(axis)))
            nil = value.get(_NIL)
            is_nil = nil is not None and nil.strip(_SPACE) in ("true", "1")
            return axis, TypedMember(name, None if is_nil else value.text or "")
        return axis, self.qname(element, element.text or "")

    def qname(self, element: etree._Element, text: str) -> str:
        """The name that is written in this element; raises Broken."""
        spaces = element.nsmap  # which lxml makes anew each time it is asked
        if len(spaces) > MAX_NAMESPACES:
            raise too_many_namespaces(self.at(element))
        return self.expanded(text, spaces)

    def expanded(self, text: str, spaces: Mapping[str | None, str]) -> str:
        """The name that this is where these prefixes are declared; raises Broken."""
        prefix, colon, local = text.strip(_SPACE).rpartition(":")
        space = spaces.get(prefix if colon else None)
        if space is None or not local:
            raise Broken(
                say(
                    "the name {name!r} has no declared prefix",
                    "名前{name!r}の接頭辞が宣言されていません。",
                    name=text.strip(_SPACE),
                )
            )
        return f"{{{space}}}{local}"

    def period(self, element: etree._Element) -> Period:
        """The period of a context; raises Broken."""
        # A filing has a handful of periods and thousands of contexts.
        key = tuple([said for child in element for said in (str(child.tag), child.text or "")])
        known = self.periods.get(key)
        if known is None:
            names = map(local_name, key[::2])
            known = self.periods[key] = self.new_period(dict(zip(names, key[1::2], strict=True)))
        return known

    def new_period(self, said: dict[str, str]) -> Period:
        """The period that elements of these names and texts say; raises Broken."""
        if "instant" in said:
            return Period(None, _end(said["instant"]))
        if "forever" in said:
            return FOREVER
        if "startDate" not in said or "endDate" not in said:
            raise Broken(
                say(
                    "its period is neither an instant nor a start and an end",
                    "期間が時点でも、開始日と終了日でもありません。",
                )
            )
        start, end = _start(said["startDate"]), _end(said["endDate"])
        no_length = isinstance(end, datetime) and start == end  # of a day it has one
        if no_length or _moment(start, time.min) > _moment(end, time.max):
            raise Broken(
                say(
                    "its period does not end ({end}) after it begins ({start})",
                    "期間の終わり（{end}）が始まり（{start}）より後ではありません。",
                    end=said["endDate"],
                    start=said["startDate"],
                )
            )
        return Period(start, end)

    def unit(self, element: etree._Element) -> Unit:
        """What a unit says; raises Broken."""
        divide = element.find(_X + "divide")

        def measures(parent: etree._Element | None) -> tuple[str, ...]:
            if parent is None:
                return ()
            return tuple(sorted(self.qname(each, each.text or "") for each in parent.iterfind(_X + "measure")))

        if divide is None:
            unit = Unit(measures(element))
        else:
            unit = Unit(measures(divide.find(_X + "unitNumerator")), measures(divide.find(_X + "unitDenominator")))
        if not unit.numerators:
            raise Broken(say("it has no measure", "測定単位（measure）がありません。"))
        if len(unit.numerators) + len(unit.denominators) > MAX_MEMBERS:
            raise Broken(
                say(
                    "it has more than {most} measures",
                    "測定単位（measure）が{most}個を超えています。",
                    most=MAX_MEMBERS,
                )
            )
        return unit

    # --- footnotes -------------------------------------------------------------------------------------------

    def notes(self, links: list[etree._Element], ids: set[str]) -> dict[str, list[Note]]:
        """The notes in these links by the ids of the facts they are for; `ids` are those there are."""
        notes: dict[str, list[Note]] = {}
        ties = Ties(self.place, self.limits)
        for link in links:
            located: dict[str, list[str]] = {}
            resources: dict[str, list[etree._Element]] = {}
            arcs: list[etree._Element] = []
            for child in link:
                tag, label = child.tag, child.get(_LABEL, "")
                if tag == _LOC:
                    href = child.get(HREF, "")
                    if not href.startswith("#") or href[1:] not in ids:
                        self.wrong(
                            "fx:reference",
                            say(
                                "a footnote is for {id!r}, but no fact here has that id",
                                "脚注の対象{id!r}をidとする事実がありません。",
                                id=href,
                            ),
                            child,
                        )
                        continue
                    located.setdefault(label, []).append(href[1:])
                elif tag == _FOOTNOTE:
                    resources.setdefault(label, []).append(child)
                elif tag == _ARC:
                    arcs.append(child)
            read = {label: self.footnote(each) for label, each in resources.items()}
            for arc in arcs:
                target = arc.get(_XL + "to", "")
                if target not in read:
                    self.wrong(
                        "fx:reference",
                        say(
                            "an arc leads to the footnote {target!r}, which is not there",
                            "アークの指す脚注{target!r}がありません。",
                            target=target,
                        ),
                        arc,
                    )
                    continue
                if not read[target]:
                    continue
                note = Note(self.kind(arc), read[target])
                starts = located.get(arc.get(_XL + "from", ""), ())
                ties.count(note, len(starts))
                for identifier in starts:
                    notes.setdefault(identifier, []).append(note)
        return notes

    def kind(self, arc: etree._Element) -> NoteKind:
        """The kind of note that an arc leads to."""
        arcrole = arc.get(_XL + "arcrole", "")
        kind = kind_of(arcrole)
        if kind is None:
            self.wrong(
                "fx:structure",
                say(
                    "the arcrole {arcrole!r} is not known; what it leads to is read as a footnote",
                    "アークロール{arcrole!r}は未知のものです。その先は脚注として読み込みます。",
                    arcrole=arcrole,
                ),
                arc,
            )
            return "footnote"
        return kind

    def footnote(self, resources: list[etree._Element]) -> tuple[tuple[str, str], ...]:
        """The readings of one note, a resource a language."""
        readings: dict[str, str] = {}
        for resource in resources:
            language = in_usual_case(resource.get(_LANG, ""))
            text = "".join(str(piece) for piece in resource.itertext())
            if len(resource):
                self.wrong(
                    "fx:structure",
                    say(
                        "a footnote has markup; its text is kept",
                        "脚注にマークアップがあります。文字列だけを保持します。",
                    ),
                    resource,
                )
            if not is_tag(language) or not text or language in readings:
                self.wrong(
                    "fx:structure",
                    say("a footnote needs text and one language of its own", "脚注には、文字列とその言語が必要です。"),
                    resource,
                )
                continue
            readings[language] = text
        return tuple(sorted(readings.items()))

    # --- facts -----------------------------------------------------------------------------------------------

    def fact(self, element: etree._Element, notes: dict[str, list[Note]]) -> Fact | None:
        """The fact; None, with a finding, where it cannot be said."""
        attributes = dict(element.attrib)
        identifier = str(attributes.get("id", ""))
        name = str(element.tag)
        if len(attributes) > self.limits.attributes:
            raise too_many(self.at(element), "attributes", self.limits)
        if not namespace(name):
            self.wrong(
                "fx:structure",
                say(
                    "{element} is in no namespace, so no item",
                    "{element}には名前空間がなく、項目ではありません。",
                    element=name,
                ),
                element,
                identifier,
            )
            return None
        if len(element):
            self.wrong(
                "fx:structure",
                say(
                    "{item} has elements in it; items hold text only, and tuples are not used",
                    "{item}の中に要素があります。項目には文字列だけを記載でき、タプルは使いません。",
                    item=local_name(name),
                ),
                element,
                identifier,
            )
            return None
        if identifier in self.ids:
            self.wrong(
                "fx:structure",
                say("the id {id!r} is used twice", "id{id!r}が二度使われています。", id=identifier),
                element,
            )
        if identifier:
            self.ids.add(identifier)
        reference = attributes.get("contextRef", "").strip(_SPACE)
        context = self.contexts.get(reference)
        if context is None:
            if reference not in self.contexts:
                said = (
                    say(
                        "refers to the context {context!r}, which is not there",
                        "参照するコンテキスト{context!r}がありません。",
                        context=reference,
                    )
                    if reference
                    else say("has no contextRef", "contextRefがありません。")
                )
                self.wrong(
                    "fx:reference",
                    say("{item} {said}", "{item}: {said}", item=local_name(name), said=said),
                    element,
                    identifier,
                )
            return None
        unit: Unit | None = None
        measure = attributes.get("unitRef")
        if measure is not None:
            unit = self.units.get(measure.strip(_SPACE))
            if unit is None:
                if measure.strip(_SPACE) not in self.units:
                    self.wrong(
                        "fx:reference",
                        say(
                            "{item} refers to the unit {unit!r}, which is not there",
                            "{item}の参照する単位{unit!r}がありません。",
                            item=local_name(name),
                            unit=measure,
                        ),
                        element,
                        identifier,
                    )
                return None
        nil = attributes.get(_NIL, "false").strip(_SPACE)
        if nil not in ("true", "1", "false", "0"):
            self.wrong(
                "fx:structure",
                say(
                    'xsi:nil="{nil}" is neither true nor false',
                    'xsi:nil="{nil}"はtrueでもfalseでもありません。',
                    nil=nil,
                ),
                element,
                identifier,
            )
            return None
        is_nil = nil in ("true", "1")
        if is_nil and element.text:
            self.wrong(
                "fx:structure",
                say("{item} is nil and has content", "{item}はnilですが、内容があります。", item=local_name(name)),
                element,
                identifier,
            )
            return None
        try:
            decimals = self.accuracy_of(attributes.get("decimals"), attributes.get("precision"), unit, is_nil)
        except Broken as error:
            self.wrong(
                "fx:structure",
                say("{item}: {error}", "{item}: {error}", item=local_name(name), error=told(error)),
                element,
                identifier,
            )
            return None
        # A nil fact has no language, and xml:lang of a number says nothing (OIM 1.0, 4.2).
        language = (attributes.get(_LANG) or None) if unit is None and not is_nil else None
        if language is not None:
            if not is_tag(language):
                self.wrong(
                    "fx:structure",
                    say(
                        "xml:lang={tag!r} is no language tag such as en or ja (BCP 47)",
                        "xml:lang={tag!r}は言語タグではありません。enやjaのように指定してください（BCP 47）。",
                        tag=language,
                    ),
                    element,
                    identifier,
                )
                return None
            language = in_usual_case(language)
        return Fact(
            name, context[0], context[1], unit, language, None if is_nil else element.text or "", decimals, identifier,
            in_order(notes[identifier]) if identifier and identifier in notes else (), self.at(element),
        )  # fmt: skip

    def accuracy_of(self, said: str | None, precision: str | None, unit: Unit | None, nil: bool) -> int | None:
        """The accuracy of a fact with these attributes; raises Broken."""
        if precision is not None:
            raise Broken(
                say(
                    "accuracy is given as precision; give decimals instead",
                    "精度がprecisionで示されています。decimalsで示してください。",
                )
            )
        if unit is None or nil:
            if said is not None:
                raise Broken(say("decimals stand on what is not a number", "数値でないものにdecimalsがあります。"))
            return None
        if said is None:
            raise Broken(
                say(
                    "a number has no decimals, so its accuracy is not known",
                    "数値にdecimalsがないため、精度が分かりません。",
                )
            )
        return self.decimals(said)

    def decimals(self, said: str) -> int | None:
        """The accuracy that this attribute gives, None for an exact number; raises Broken."""
        text = said.strip(_SPACE)
        if text == "INF":
            return None
        if not re.fullmatch(r"[+-]?[0-9]{1,9}", text):
            raise Broken(
                say(
                    "decimals {decimals!r} is neither a whole number nor INF",
                    "decimalsの値{decimals!r}は整数でもINFでもありません。",
                    decimals=said,
                )
            )
        return int(text)


def _axis_of(dimension: tuple[str, str | TypedMember]) -> str:
    return dimension[0]


def _parse(text: str) -> date | datetime:
    stripped = text.strip(_SPACE)
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", stripped):
            return date.fromisoformat(stripped)
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?", stripped):
            return datetime.fromisoformat(stripped)
    except ValueError:
        pass
    raise Broken(
        say(
            "{text!r} is not a date such as 2008-03-31 (time zones are not used)",
            "{text!r}は日付ではありません。2008-03-31の形で、時差を付けずに指定してください。",
            text=text,
        )
    )


def _start(text: str) -> date | datetime:
    value = _parse(text)
    if isinstance(value, datetime) and value.time() == time.min:
        return value.date()
    return value


def _end(text: str) -> date | datetime:
    value = _parse(text)
    if isinstance(value, datetime) and value.time() == time.min:
        if value.date() == date.min:
            raise Broken(say("{text!r} is before any day", "{text!r}より前の日はありません。", text=text))
        return value.date() - timedelta(days=1)
    return value


def _moment(value: date | datetime, of_day: time) -> datetime:
    return value if isinstance(value, datetime) else datetime.combine(value, of_day)
