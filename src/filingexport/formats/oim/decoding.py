"""A fact from the words of the Open Information Model: the mirror image of `encoding`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from filingexport.binding.values import PURE
from filingexport.binding.vocabulary import Sort, Vocabulary
from filingexport.characters import unwritable
from filingexport.findings import FilingError, Finding, Severity, coded, finding
from filingexport.formats.oim import notes, periods, units
from filingexport.formats.oim.names import MAX_NAME, NOTE, Namespaces
from filingexport.formats.safe import DEFAULT_LIMITS, MAX_MEMBER, MAX_MEMBERS, Limits, too_many
from filingexport.formats.xbrl.common import FOREVER, Ties, in_order, kind_of, long_member, many_members
from filingexport.languages import in_usual_case, is_tag
from filingexport.names import local_name
from filingexport.report import Dimensions, Entity, Fact, Note, NoteKind, Period, Report, TypedMember, Unit
from filingexport.said import Mistake, Said, joined, quoted, say, told

_CORE: Final = frozenset({"concept", "entity", "period", "unit", "language", "noteId"})
_LONGEST: Final = {**dict.fromkeys(sorted(_CORE), MAX_NAME), "unit": 10 * MAX_NAME, "noteId": DEFAULT_LIMITS.text}
"""Characters of what these say; a cell or parameter of a table may say it of many facts."""
MAX_ACCURACY: Final = 999_999_999


class Wrong(Mistake):
    """Something in one fact that cannot be read; said with the code of the standard's finding."""

    def __init__(self, code: str, message: Said) -> None:
        self.code = code
        super().__init__(message)


_CONCEPT: Final = say("the concept", "要素")
_DIMENSION: Final = say("the dimension", "次元")
_ELEMENT: Final = say("the element of a typed member", "型付きメンバーの要素")


class Decoder:
    """Decodes the facts of one document, and gathers what is wrong with them.

    code: the prefix of the format's own codes, ``xbrlje`` or ``xbrlce``. place: the document. period: reads a period.
    """

    def __init__(
        self,
        namespaces: Namespaces,
        vocabulary: Vocabulary,
        code: str,
        place: str,
        limits: Limits,
        period: Callable[[str], Period] = periods.parse,
    ) -> None:
        self.namespaces = namespaces
        self.vocabulary = vocabulary
        self.code = code
        self.place = place
        self.limits = limits
        self.period_of = period
        self.findings: list[Finding] = []
        self.contexts: dict[Any, tuple[Period, Dimensions]] = {}
        self.units: dict[str, Unit] = {}
        self.entities: dict[str, Entity] = {}
        self.facts: dict[str, Fact] = {}
        self.notes: dict[str, tuple[str, str, str]] = {}
        self.tied: dict[str, dict[NoteKind, list[str]]] = {}
        self.used: set[str] = set()
        self.ids: set[str] = set()
        self.broken: set[str] = set()  # what was told of already, and is not told of again where it is linked

    def _wrong(self, code: str, message: Said, place: str, path: str = "", severity: Severity = Severity.ERROR) -> None:
        self.findings.append(coded(code, message, place, path, severity))

    # --- facts -----------------------------------------------------------------------------------------------

    def add(
        self, identifier: str, dimensions: Mapping[str, Any], value: str | None, decimals: Any, kept: Mapping[str, Any],
        place: str, name: str | None = None,
    ) -> None:  # fmt: skip
        """Take in one fact or note. kept: what our own writer says beside it. name: its id as read, where that is another."""
        if len(self.facts) + len(self.notes) >= self.limits.facts:
            raise too_many(self.place, "facts", self.limits)
        try:
            for core in _LONGEST:
                if (text := dimensions.get(core)) is not None and len(text) > _LONGEST[core]:
                    raise Wrong(
                        "fx:limit",
                        say(
                            "its {dimension} has {count:,} characters; at most {most:,} are read",
                            "{dimension}が{count:,}文字あります。読み込めるのは{most:,}文字までです。",
                            dimension=core,
                            count=len(text),
                            most=_LONGEST[core],
                        ),
                    )
            concept = self._concept(dimensions)
            if concept == NOTE:
                self._note(identifier, dimensions, value, decimals, identifier if name is None else name)
                return
            said = identifier if name is None else name
            if "id" in kept and kept["id"] is None:
                said = ""
            if said in self.ids:
                raise Wrong(
                    "fx:structure", say("the id {id!r} is used twice", "id{id!r}が二度使われています。", id=said)
                )
            self.facts[identifier] = self._fact(said, concept, dimensions, value, decimals, kept, place)
            if said:
                self.ids.add(said)
        except Wrong as error:
            self._wrong(error.code, told(error), place, name or identifier)
            self.broken.add(identifier)

    def _fact(
        self, identifier: str, concept: str, dimensions: Mapping[str, Any], value: str | None, decimals: Any,
        kept: Mapping[str, Any], place: str,
    ) -> Fact:  # fmt: skip
        if "noteId" in dimensions:
            raise Wrong(
                "oime:misplacedNoteIDDimension",
                say("only a note has the dimension noteId", "次元noteIdを持つのは注記だけです。"),
            )
        self._writable(identifier)
        if value is not None:
            self._writable(value)
        period, members = self._context(dimensions, kept.get("members"))
        self._entity(dimensions)
        self._check_kept(kept)
        sort = self.vocabulary.sort(concept)
        decimals = kept.get("decimals", decimals)
        unit = self._unit(sort, dimensions, decimals, kept)
        language = self._language("text", kept) if "language" in kept else self._language(sort, dimensions)
        if language is not None and unit is not None:
            raise Wrong("oime:misplacedLanguageDimension", say("a number has no language", "数値に言語はありません。"))
        accuracy = self._accuracy(decimals, value, unit)
        return Fact(
            concept, period, members, unit, language if value is not None else None, value, accuracy, identifier, (), place
        )  # fmt: skip

    def _check_kept(self, kept: Mapping[str, Any]) -> None:
        for name in ("unit", "language"):
            if not isinstance(kept.get(name), (str, type(None))):
                raise Wrong(
                    f"{self.code}:invalidJSONStructure",
                    say("{what} is no text", "{what}が文字列ではありません。", what=name),
                )

    def _concept(self, dimensions: Mapping[str, Any]) -> str:
        said = dimensions.get("concept")
        if said is None:
            raise Wrong("oime:missingConceptDimension", say("it has no concept", "要素（concept）がありません。"))
        return self._name(said, _CONCEPT)

    def _name(self, said: Any, of: Said | str) -> str:
        """The name; raises Wrong. of: what it names, in words, or the axis of which it is the member."""
        if isinstance(said, str) and (found := self.namespaces.name(said)) is not None:
            return found
        what = of if isinstance(of, Said) else say("the member of {axis}", "次元{axis}のメンバー", axis=of)
        if not isinstance(said, str):
            raise Wrong(
                f"{self.code}:invalidJSONStructure",
                say("{what} is no text", "{what}が文字列ではありません。", what=what),
            )
        prefix, colon, _ = said.partition(":")
        shown = said if len(said) <= MAX_NAME else f"{said[:MAX_NAME]}…"
        if colon and prefix not in self.namespaces.uris:
            raise Wrong(
                "oimce:unboundPrefix",
                say(
                    "the prefix of {what} {text!r} is not among the namespaces",
                    "{what}{text!r}の接頭辞がnamespacesにありません。",
                    what=what,
                    text=shown,
                ),
            )
        code = "invalidConceptQName" if self.code == "xbrlce" else "invalidJSONStructure"
        raise Wrong(
            f"{self.code}:{code}",
            say(
                "{what} {text!r} is no name such as fx:CompanyName",
                "{what}{text!r}はfx:CompanyNameのような名前ではありません。",
                what=what,
                text=shown,
            ),
        )

    def _writable(self, text: str) -> None:
        bad = unwritable(text)
        if bad is not None:
            raise Wrong(
                "fx:value",
                say(
                    "character U+{code:04X} cannot be in a report; remove it",
                    "文字U+{code:04X}は報告書に使えません。削除してください。",
                    code=ord(bad.group()),
                ),
            )

    # --- where a fact is -------------------------------------------------------------------------------------

    def _context(self, dimensions: Mapping[str, Any], members: Any) -> tuple[Period, Dimensions]:
        """The period and the members; facts of one context share its objects."""
        axes = tuple((name, said) for name, said in dimensions.items() if name not in _CORE)
        key = (dimensions.get("period"), *axes, repr(members) if members else "")
        known = self.contexts.get(key)
        if known is None:
            if len(self.contexts) >= self.limits.contexts:
                raise too_many(self.place, "contexts", self.limits)
            elements = members if isinstance(members, dict) else {}
            known = self.contexts[key] = self._period(dimensions), self._members(axes, elements)
        return known

    def _period(self, dimensions: Mapping[str, Any]) -> Period:
        said = dimensions.get("period")
        if said is None:
            return FOREVER
        try:
            return self.period_of(said)
        except (ValueError, OverflowError, TypeError) as error:
            code = "oimce" if self.code == "xbrlje" else self.code
            raise Wrong(f"{code}:invalidPeriodRepresentation", periods.refusal(said, error)) from None

    def _members(self, axes: tuple[tuple[str, Any], ...], elements: Mapping[str, Any]) -> Dimensions:
        if len(axes) > MAX_MEMBERS:
            raise Wrong("fx:limit", many_members(len(axes)))
        found: dict[str, str | TypedMember] = {}
        for axis, said in axes:
            if ":" not in axis:
                raise Wrong(
                    f"{self.code}:invalidJSONStructure",
                    say("there is no dimension {axis!r}", "{axis!r}という次元はありません。", axis=axis),
                )
            name = self._name(axis, _DIMENSION)
            if said is not None:
                if len(said) > MAX_MEMBER:
                    raise Wrong("fx:limit", long_member(local_name(name)))
                self._writable(said)
            element = self.vocabulary.element(name)
            if axis in elements:
                element = None if elements[axis] is None else self._name(elements[axis], _ELEMENT)
            if name in found:
                raise Wrong(
                    "xbrldie:RepeatedDimensionInInstanceError",
                    say("the dimension {axis} stands twice", "次元{axis}が二度あります。", axis=axis),
                )
            if element is not None:
                found[name] = TypedMember(element, said)
            elif said is None:
                raise Wrong(
                    f"{self.code}:invalidDimensionValue",
                    say(
                        "only a typed dimension can be nil, and {axis} is none",
                        "nilにできるのは型付き次元だけで、{axis}は違います。",
                        axis=axis,
                    ),
                )
            else:
                found[name] = self._name(said, axis)
        return tuple(sorted(found.items()))

    def _entity(self, dimensions: Mapping[str, Any]) -> None:
        said = dimensions.get("entity")
        if said is None:
            raise Wrong(
                "fx:entity", say("it does not say of which entity it is", "どの提出者についてかの記載がありません。")
            )
        if said not in self.entities:
            pair = self.namespaces.pair(said)
            if pair is None:
                prefix = said.partition(":")[0]
                if ":" in said and prefix not in self.namespaces.uris:
                    raise Wrong(
                        "oimce:unboundPrefix",
                        say(
                            "the prefix of the entity {entity!r} is not among the namespaces",
                            "提出者{entity!r}の接頭辞がnamespacesにありません。",
                            entity=said,
                        ),
                    )
                raise Wrong(
                    "oimce:invalidSQName",
                    say(
                        "the entity {entity!r} is no prefix, colon and identifier",
                        "提出者{entity!r}が「接頭辞:識別子」の形ではありません。",
                        entity=said,
                    ),
                )
            self._writable(pair[1])
            self.entities[said] = Entity(*pair)

    # --- what a number is ------------------------------------------------------------------------------------

    def _unit(
        self, sort: Sort | None, dimensions: Mapping[str, Any], decimals: Any, kept: Mapping[str, Any]
    ) -> Unit | None:
        if "unit" in kept:
            return None if kept["unit"] is None else self._measured(kept["unit"])
        said = dimensions.get("unit")
        if said is None:
            return PURE if sort == "number" or (sort is None and decimals is not None) else None
        if sort in ("text", "other"):
            raise Wrong(
                "oime:misplacedUnitDimension",
                say("it has a unit, and its item is no number", "単位がありますが、数値の項目ではありません。"),
            )
        unit = self._measured(said)
        if unit == PURE:
            raise Wrong(
                "oime:illegalPureUnit",
                say(
                    "the unit xbrli:pure is not written; leave it out",
                    "単位xbrli:pureは記載しません。削除してください。",
                ),
            )
        return unit

    def _measured(self, said: str) -> Unit:
        if said not in self.units:
            if len(self.units) >= self.limits.units:
                raise too_many(self.place, "units", self.limits)
            try:
                self.units[said] = units.parse(said, self.namespaces)
            except ValueError as error:
                raise Wrong("oimce:invalidUnitStringRepresentation", told(error)) from None
            except KeyError as error:
                message = say(
                    "the prefix of the measure {prefix!r} is not among the namespaces",
                    "測定単位{prefix!r}の接頭辞がnamespacesにありません。",
                    prefix=error.args[0],
                )
                raise Wrong("oimce:unboundPrefix", message) from None
        return self.units[said]

    def _accuracy(self, decimals: Any, value: str | None, unit: Unit | None) -> int | None:
        if decimals is None:
            return None
        if isinstance(decimals, bool) or not isinstance(decimals, int) or abs(decimals) > MAX_ACCURACY:
            raise Wrong(
                f"{self.code}:invalidJSONStructure",
                say(
                    "decimals {decimals} is no whole number of up to nine digits",
                    "decimalsの値{decimals}は9桁以内の整数ではありません。",
                    decimals=decimals,
                ),
            )
        if value is None or unit is None:
            what = say("a nil fact", "nilの事実") if value is None else say("what is no number", "数値でないもの")
            raise Wrong(
                "oime:misplacedDecimalsProperty",
                say("decimals stand on {what}", "{what}にdecimalsがあります。", what=what),
            )
        return decimals

    def _language(self, sort: Sort | None, dimensions: Mapping[str, Any]) -> str | None:
        said = dimensions.get("language")
        if said is None:
            return None
        if sort == "other":
            raise Wrong(
                "oime:misplacedLanguageDimension", say("only text has a language", "言語を持つのは文字列だけです。")
            )
        if not is_tag(said):
            code = "invalidLanguageCode" if self.code == "xbrlce" else "invalidJSONStructure"
            raise Wrong(
                f"{self.code}:{code}",
                say(
                    "{tag!r} is no language tag such as en or ja (BCP 47)",
                    "{tag!r}は言語タグではありません。enやjaのように記載してください（BCP 47）。",
                    tag=said,
                ),
            )
        if self.code == "xbrlje" and said != said.lower():
            raise Wrong(
                "xbrlje:invalidLanguageCodeCase",
                say("the language {tag!r} is not in small letters", "言語{tag!r}が小文字ではありません。", tag=said),
            )
        return in_usual_case(said)

    # --- notes -----------------------------------------------------------------------------------------------

    def _note(
        self, identifier: str, dimensions: Mapping[str, Any], value: str | None, decimals: Any, name: str
    ) -> None:
        strange = [name for name in dimensions if name not in ("concept", "language", "noteId")]
        if strange:
            raise Wrong(
                "oime:misplacedNoteFactDimension",
                say("a note has no dimension {dimension}", "注記に次元{dimension}はありません。", dimension=strange[0]),
            )
        if decimals is not None:
            raise Wrong("oime:misplacedDecimalsProperty", say("decimals stand on a note", "注記にdecimalsがあります。"))
        if self.code == "xbrlje":
            if "noteId" not in dimensions:
                raise Wrong(
                    "oime:missingNoteIDDimension",
                    say("a note needs the dimension noteId", "注記に次元noteIdがありません。"),
                )
            if dimensions["noteId"] != identifier:
                raise Wrong(
                    "oime:invalidNoteIDValue",
                    say(
                        "noteId {id!r} is not its own id",
                        "noteId{id!r}が注記自身のidではありません。",
                        id=dimensions["noteId"],
                    ),
                )
        language = self._language("text", dimensions)
        if language is None:
            raise Wrong("oime:missingLanguageForNoteFact", say("a note needs a language", "注記に言語がありません。"))
        try:
            text, markup = notes.plain(value or "")
        except ValueError as error:
            raise Wrong("oime:invalidXHTMLFragment", told(error)) from None
        self._writable(text)
        if not text:
            raise Wrong("fx:structure", say("a note needs text", "注記に文字列がありません。"))
        if markup:
            raise Wrong(
                "fx:structure",
                say(
                    "a note has markup, which is not kept; give its text alone",
                    "注記にマークアップがあり、保持できません。文字列だけを記載してください。",
                ),
            )
        self.notes[identifier] = (name, language, text)

    def link(self, source: str, arcrole: str, targets: list[str], place: str) -> None:
        """Tie a fact to notes."""
        if source in self.broken:
            self.used.update(targets)
            return
        kind = kind_of(arcrole)
        if kind is None:
            self._wrong(
                "fx:structure",
                say(
                    "the link type {arcrole!r} is not known; what it leads to is not kept",
                    "リンクの種類{arcrole!r}は未知のものであり、その先は保持されません。",
                    arcrole=arcrole,
                ),
                place,
            )
            return
        if source not in self.facts:
            known = source in self.notes
            said = (
                say("is a note, and notes on notes are not kept", "は注記であり、注記への注記は保持されません。")
                if known
                else say("is no fact of this report", "はこの報告書の事実ではありません。")
            )
            self._wrong(
                "fx:structure" if known else f"{self.code}:unknownLinkSource",
                say("{id!r} {said}", "{id!r}{said}", id=source, said=said),
                place,
            )
            return
        tied = self.tied.setdefault(source, {}).setdefault(kind, [])
        for target in targets:
            if target in self.notes:
                tied.append(target)
                self.used.add(target)
            elif target in self.facts:
                self._wrong(
                    "oime:illegalStandardFootnoteTarget",
                    say("{id!r} is a fact, not a note", "{id!r}は注記ではなく事実です。", id=target),
                    place,
                )
            elif target not in self.broken:
                self._wrong(
                    f"{self.code}:unknownLinkTarget",
                    say("{id!r} is no note of this report", "{id!r}はこの報告書の注記ではありません。", id=target),
                    place,
                )

    # --- the whole -------------------------------------------------------------------------------------------

    def report(self) -> Report:
        """The report; raises FilingError where there is none."""
        for identifier in self.notes:
            if identifier not in self.used:
                self._wrong(
                    "oime:unusedNoteFact",
                    say("no fact is tied to this note", "この注記に結び付く事実がありません。"),
                    self.place,
                    identifier,
                )
        entities = list(dict.fromkeys(self.entities.values()))
        if not entities:
            raise FilingError(
                [
                    *self.findings,
                    finding(
                        "fx:structure",
                        say("there is no fact, so no entity", "事実がないため、提出者が分かりません。"),
                        self.place,
                    ),
                ]
            )
        if len(entities) > 1:
            said = joined(quoted(each.identifier) for each in entities[:3])
            self.findings.append(
                finding(
                    "fx:entity",
                    say(
                        "the facts are about several entities: {entities}",
                        "事実の提出者が一致していません: {entities}",
                        entities=said,
                    ),
                    self.place,
                )
            )
        facts = []
        ties = Ties(self.place, self.limits)
        for identifier, fact in self.facts.items():
            tied = self.tied.get(identifier)
            if tied:
                found: list[Note] = []
                for kind, targets in tied.items():
                    found += notes.grouped(kind, [self.notes[target] for target in targets])
                for note in found:
                    ties.count(note)
                fact = Fact(
                    fact.concept, fact.period, fact.dimensions, fact.unit, fact.language, fact.value, fact.decimals,
                    fact.id, in_order(found), fact.place,
                )  # fmt: skip
            facts.append(fact)
        return Report(entities[0], tuple(facts))
