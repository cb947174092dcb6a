"""A fact in the words of the Open Information Model: dimensions by name, values as text."""

from __future__ import annotations

from typing import Any

from filingexport.binding.values import PURE
from filingexport.binding.vocabulary import Vocabulary
from filingexport.declaring import frozen
from filingexport.findings import FilingError, finding
from filingexport.formats.oim import periods, units
from filingexport.formats.oim.names import NOTE, Prefixes
from filingexport.report import Dimensions, Entity, Fact, Period, TypedMember
from filingexport.said import say, told


@frozen
class Encoded:
    """The dimensions of a fact, its accuracy (None for exact), and what of it only we can read back: see `Encoder.kept`."""

    dimensions: dict[str, str | None]
    decimals: int | None
    kept: dict[str, Any]


class Encoder:
    """Encodes the facts of one report."""

    def __init__(self, entity: Entity, prefixes: Prefixes, vocabulary: Vocabulary) -> None:
        self.prefixes = prefixes
        self.vocabulary = vocabulary
        self.entity = self.entity_name(entity)
        self.contexts: dict[tuple[int, int], dict[str, str | None]] = {}

    def entity_name(self, entity: Entity) -> str:
        """The entity as an SQName; raises FilingError for an identifier with white space, which an SQName cannot have."""
        if entity.identifier.split() != [entity.identifier]:
            message = say(
                "the entity identifier {identifier!r} has white space, which the formats of the Open Information Model cannot say (OIM Common 1.0, 4.2); file under an identifier without",
                "提出者の識別子{identifier!r}に空白があり、Open Information Modelの形式では表せません（OIM Common 1.0, 4.2）。空白のない識別子で提出してください。",
                identifier=entity.identifier,
            )
            raise FilingError([finding("fx:value", message, path="company.identifier")])
        return f"{self.prefixes.prefix(entity.scheme, 'entity')}:{entity.identifier}"

    def fact(self, fact: Fact) -> Encoded:
        """What this fact is in these words; raises FilingError for one that cannot be said."""
        if fact.concept == NOTE:
            raise FilingError(
                [
                    finding(
                        "fx:value",
                        say(
                            "xbrl:note is the concept of notes, and no fact's",
                            "xbrl:noteは注記のための要素であり、事実には使えません。",
                        ),
                        path=fact.id,
                    )
                ]
            )
        dimensions: dict[str, str | None] = {"concept": self.prefixes.name(fact.concept)}
        dimensions |= self.context(fact)
        kept = self.kept(fact)
        if fact.unit is not None and "unit" not in kept and (unit := units.text(fact.unit, self.prefixes)) is not None:
            dimensions["unit"] = unit
        if fact.language is not None and "language" not in kept:
            dimensions["language"] = fact.language.lower()
        decimals = fact.decimals if fact.value is not None and "decimals" not in kept else None
        return Encoded(dimensions, decimals, kept)

    def context(self, fact: Fact) -> dict[str, str | None]:
        """Entity, period and taxonomy-defined dimensions."""
        key = (id(fact.period), id(fact.dimensions))  # facts of one context mostly share its objects
        known = self.contexts.get(key)
        if known is None:
            known = self.contexts[key] = self._new_context(fact.period, fact.dimensions, fact.id)
        return known

    def _new_context(self, period: Period, dimensions: Dimensions, path: str) -> dict[str, str | None]:
        try:
            when = periods.text(period)
        except ValueError as error:
            raise FilingError([finding("fx:period", told(error), path=path)]) from None
        made: dict[str, str | None] = {"entity": self.entity}
        if when is not None:
            made["period"] = when
        for axis, member in dimensions:
            said = member.text if isinstance(member, TypedMember) else self.prefixes.name(member)
            made[self.prefixes.name(axis)] = said
        return made

    def kept(self, fact: Fact) -> dict[str, Any]:
        """What the model has no way to say of facts that break the taxonomy or are unknown to it; mostly nothing.

        "unit": that of a number of which no taxonomy says that it is one, or of what should be none; null for what is
        no number and should be one. "decimals", "language": where they should not be. "members": axis to the element of its
        typed member, or to null if its member is a name.
        """
        kept: dict[str, Any] = {}
        sort = self.vocabulary.sort(fact.concept)
        if fact.unit is None:
            if sort == "number":
                kept["unit"] = None
        elif sort in ("text", "other") or (sort is None and fact.unit == PURE):
            kept["unit"] = units.text(fact.unit, self.prefixes) or self.prefixes.name(PURE.numerators[0])
            if sort is not None and fact.decimals is not None:
                kept["decimals"] = fact.decimals
        if fact.language is not None and sort in ("number", "other"):
            kept["language"] = fact.language.lower()
        members = {}
        for axis, member in fact.dimensions:
            element = member.element if isinstance(member, TypedMember) else None
            if element != self.vocabulary.element(axis):
                members[self.prefixes.name(axis)] = None if element is None else self.prefixes.name(element)
        if members:
            kept["members"] = members
        return kept
