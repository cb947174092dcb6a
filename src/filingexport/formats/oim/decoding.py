"""A fact from the words of the Open Information Model: the mirror image of `encoding`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from filingexport.binding.values import PURE
from filingexport.binding.vocabulary import Sort, Vocabulary
from filingexport.characters import unwritable
from filingexport.findings import FilingError, Finding, Severity, finding
from filingexport.formats.oim import notes, periods, units
from filingexport.formats.oim.names import NOTE, Namespaces
from filingexport.formats.safe import Limits, too_many
from filingexport.formats.xbrl.common import FOREVER, in_order, kind_of
from filingexport.languages import in_usual_case, is_tag
from filingexport.report import Dimensions, Entity, Fact, Note, NoteKind, Period, Report, TypedMember, Unit

_CORE: Final = frozenset({"concept", "entity", "period", "unit", "language", "noteId"})
MAX_ACCURACY: Final = 999_999_999


class Wrong(ValueError):
    """Something in one fact that cannot be read; said with the code of the standard's finding."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


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

    def _wrong(self, code: str, message: str, place: str, path: str = "", severity: Severity = Severity.ERROR) -> None:
        self.findings.append(Finding(code, message, place, path, severity))

    # --- facts -----------------------------------------------------------------------------------------------

    def add(
        self, identifier: str, dimensions: Mapping[str, Any], value: str | None, decimals: Any, kept: Mapping[str, Any],
        place: str, name: str | None = None,
    ) -> None:  # fmt: skip
        """Take in one fact or note. kept: what our own writer says beside it. name: its id as read, where that is another."""
        if len(self.facts) + len(self.notes) >= self.limits.facts:
            raise too_many(self.place, "facts", self.limits)
        try:
            concept = self._concept(dimensions)
            if concept == NOTE:
                self._note(identifier, dimensions, value, decimals, identifier if name is None else name)
                return
            said = identifier if name is None else name
            if "id" in kept and kept["id"] is None:
                said = ""
            if said in self.ids:
                raise Wrong("fx:structure", f"the id {said!r} is used twice")
            self.facts[identifier] = self._fact(said, concept, dimensions, value, decimals, kept, place)
            if said:
                self.ids.add(said)
        except Wrong as error:
            self._wrong(error.code, f"{error}", place, name or identifier)
            self.broken.add(identifier)

    def _fact(
        self, identifier: str, concept: str, dimensions: Mapping[str, Any], value: str | None, decimals: Any,
        kept: Mapping[str, Any], place: str,
    ) -> Fact:  # fmt: skip
        if "noteId" in dimensions:
            raise Wrong("oime:misplacedNoteIDDimension", "only a note has the dimension noteId")
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
            raise Wrong("oime:misplacedLanguageDimension", "a number has no language")
        accuracy = self._accuracy(decimals, value, unit)
        return Fact(
            concept, period, members, unit, language if value is not None else None, value, accuracy, identifier, (), place
        )  # fmt: skip

    def _check_kept(self, kept: Mapping[str, Any]) -> None:
        for name in ("unit", "language"):
            if not isinstance(kept.get(name), (str, type(None))):
                raise Wrong(f"{self.code}:invalidJSONStructure", f"{name} is no text")

    def _concept(self, dimensions: Mapping[str, Any]) -> str:
        said = dimensions.get("concept")
        if said is None:
            raise Wrong("oime:missingConceptDimension", "it has no concept")
        return self._name(said, "the concept")

    def _name(self, said: Any, what: str) -> str:
        if not isinstance(said, str):
            raise Wrong(f"{self.code}:invalidJSONStructure", f"{what} is no text")
        found = self.namespaces.name(said)
        if found is None:
            prefix, colon, _ = said.partition(":")
            if colon and prefix not in self.namespaces.uris:
                raise Wrong("oimce:unboundPrefix", f"the prefix of {what} {said!r} is not among the namespaces")
            code = "invalidConceptQName" if self.code == "xbrlce" else "invalidJSONStructure"
            raise Wrong(f"{self.code}:{code}", f"{what} {said!r} is no name such as fx:CompanyName")
        return found

    def _writable(self, text: str) -> None:
        bad = unwritable(text)
        if bad is not None:
            raise Wrong("fx:value", f"character U+{ord(bad.group()):04X} cannot be in a report; remove it")

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
            raise Wrong(f"{code}:invalidPeriodRepresentation", f"{error}") from None

    def _members(self, axes: tuple[tuple[str, Any], ...], elements: Mapping[str, Any]) -> Dimensions:
        found: dict[str, str | TypedMember] = {}
        for axis, said in axes:
            if ":" not in axis:
                raise Wrong(f"{self.code}:invalidJSONStructure", f"there is no dimension {axis!r}")
            name = self._name(axis, "the dimension")
            if said is not None:
                self._writable(said)
            element = self.vocabulary.element(name)
            if axis in elements:
                element = (
                    None if elements[axis] is None else self._name(elements[axis], "the element of a typed member")
                )
            if name in found:
                raise Wrong("xbrldie:RepeatedDimensionInInstanceError", f"the dimension {axis} stands twice")
            if element is not None:
                found[name] = TypedMember(element, said)
            elif said is None:
                raise Wrong(
                    f"{self.code}:invalidDimensionValue", f"only a typed dimension can be nil, and {axis} is none"
                )
            else:
                found[name] = self._name(said, f"the member of {axis}")
        return tuple(sorted(found.items()))

    def _entity(self, dimensions: Mapping[str, Any]) -> None:
        said = dimensions.get("entity")
        if said is None:
            raise Wrong("fx:entity", "it does not say of which entity it is")
        if said not in self.entities:
            pair = self.namespaces.pair(said)
            if pair is None:
                prefix = said.partition(":")[0]
                if ":" in said and prefix not in self.namespaces.uris:
                    raise Wrong("oimce:unboundPrefix", f"the prefix of the entity {said!r} is not among the namespaces")
                raise Wrong("oimce:invalidSQName", f"the entity {said!r} is no prefix, colon and identifier")
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
            raise Wrong("oime:misplacedUnitDimension", "it has a unit, and its item is no number")
        unit = self._measured(said)
        if unit == PURE:
            raise Wrong("oime:illegalPureUnit", "the unit xbrli:pure is not written; leave it out")
        return unit

    def _measured(self, said: str) -> Unit:
        if said not in self.units:
            if len(self.units) >= self.limits.units:
                raise too_many(self.place, "units", self.limits)
            try:
                self.units[said] = units.parse(said, self.namespaces)
            except ValueError as error:
                raise Wrong("oimce:invalidUnitStringRepresentation", f"{error}") from None
            except KeyError as error:
                message = f"the prefix of the measure {error.args[0]!r} is not among the namespaces"
                raise Wrong("oimce:unboundPrefix", message) from None
        return self.units[said]

    def _accuracy(self, decimals: Any, value: str | None, unit: Unit | None) -> int | None:
        if decimals is None:
            return None
        if isinstance(decimals, bool) or not isinstance(decimals, int) or abs(decimals) > MAX_ACCURACY:
            raise Wrong(
                f"{self.code}:invalidJSONStructure", f"decimals {decimals} is no whole number of up to nine digits"
            )
        if value is None or unit is None:
            what = "a nil fact" if value is None else "what is no number"
            raise Wrong("oime:misplacedDecimalsProperty", f"decimals stand on {what}")
        return decimals

    def _language(self, sort: Sort | None, dimensions: Mapping[str, Any]) -> str | None:
        said = dimensions.get("language")
        if said is None:
            return None
        if sort == "other":
            raise Wrong("oime:misplacedLanguageDimension", "only text has a language")
        if not is_tag(said):
            code = "invalidLanguageCode" if self.code == "xbrlce" else "invalidJSONStructure"
            raise Wrong(f"{self.code}:{code}", f"{said!r} is no language tag such as en or ja (BCP 47)")
        if self.code == "xbrlje" and said != said.lower():
            raise Wrong("xbrlje:invalidLanguageCodeCase", f"the language {said!r} is not in small letters")
        return in_usual_case(said)

    # --- notes -----------------------------------------------------------------------------------------------

    def _note(
        self, identifier: str, dimensions: Mapping[str, Any], value: str | None, decimals: Any, name: str
    ) -> None:
        strange = [name for name in dimensions if name not in ("concept", "language", "noteId")]
        if strange:
            raise Wrong("oime:misplacedNoteFactDimension", f"a note has no dimension {strange[0]}")
        if decimals is not None:
            raise Wrong("oime:misplacedDecimalsProperty", "decimals stand on a note")
        if self.code == "xbrlje":
            if "noteId" not in dimensions:
                raise Wrong("oime:missingNoteIDDimension", "a note needs the dimension noteId")
            if dimensions["noteId"] != identifier:
                raise Wrong("oime:invalidNoteIDValue", f"noteId {dimensions['noteId']!r} is not its own id")
        language = self._language("text", dimensions)
        if language is None:
            raise Wrong("oime:missingLanguageForNoteFact", "a note needs a language")
        try:
            text, markup = notes.plain(value or "")
        except ValueError as error:
            raise Wrong("oime:invalidXHTMLFragment", f"{error}") from None
        self._writable(text)
        if not text:
            raise Wrong("fx:structure", "a note needs text")
        if markup:
            raise Wrong("fx:structure", "a note has markup, which is not kept; give its text alone")
        self.notes[identifier] = (name, language, text)

    def link(self, source: str, arcrole: str, targets: list[str], place: str) -> None:
        """Tie a fact to notes."""
        if source in self.broken:
            self.used.update(targets)
            return
        kind = kind_of(arcrole)
        if kind is None:
            self._wrong("fx:structure", f"the link type {arcrole!r} is not known; what it leads to is not kept", place)
            return
        if source not in self.facts:
            known = source in self.notes
            said = "is a note, and notes on notes are not kept" if known else "is no fact of this report"
            self._wrong("fx:structure" if known else f"{self.code}:unknownLinkSource", f"{source!r} {said}", place)
            return
        tied = self.tied.setdefault(source, {}).setdefault(kind, [])
        for target in targets:
            if target in self.notes:
                tied.append(target)
                self.used.add(target)
            elif target in self.facts:
                self._wrong("oime:illegalStandardFootnoteTarget", f"{target!r} is a fact, not a note", place)
            elif target not in self.broken:
                self._wrong(f"{self.code}:unknownLinkTarget", f"{target!r} is no note of this report", place)

    # --- the whole -------------------------------------------------------------------------------------------

    def report(self) -> Report:
        """The report; raises FilingError where there is none."""
        for identifier in self.notes:
            if identifier not in self.used:
                self._wrong("oime:unusedNoteFact", "no fact is tied to this note", self.place, identifier)
        entities = list(dict.fromkeys(self.entities.values()))
        if not entities:
            raise FilingError([*self.findings, finding("fx:structure", "there is no fact, so no entity", self.place)])
        if len(entities) > 1:
            said = ", ".join(repr(each.identifier) for each in entities[:3])
            self.findings.append(finding("fx:entity", f"the facts are about several entities: {said}", self.place))
        facts = []
        for identifier, fact in self.facts.items():
            tied = self.tied.get(identifier)
            if tied:
                found: list[Note] = []
                for kind, targets in tied.items():
                    found += notes.grouped(kind, [self.notes[target] for target in targets])
                fact = Fact(
                    fact.concept, fact.period, fact.dimensions, fact.unit, fact.language, fact.value, fact.decimals,
                    fact.id, in_order(found), fact.place,
                )  # fmt: skip
            facts.append(fact)
        return Report(entities[0], tuple(facts))
