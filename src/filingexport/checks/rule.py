"""Declaring a rule: what it looks for, why, by which law, and what to do about it, beside the function that looks.

A rule is a pure function of a `Context` that yields what it found::

    @rule(
        "fx.tie.agenda", Kind.TIES, Severity.ERROR,
        title=Said("Agenda and reference documents differ", "議案と参考書類の不一致"),
        why=Said("…", "…"), todo=Said("…", "…"), basis=item.act("298", "1", "5"),
    )
    def agenda(context: Context) -> Iterator[Found]: ...
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from attrs import define, field

from filingexport.declaring import frozen
from filingexport.findings import Severity
from filingexport.model.item import Law
from filingexport.said import Said
from filingexport.taxonomy.catalogue import citation

if TYPE_CHECKING:
    from filingexport.checks.context import Context

_ID: Final = re.compile(r"fx\.(footing|tie|time|name|shape|law|lastYear|waiver)\.[a-z][A-Za-z0-9]*")


class Kind(StrEnum):
    """The kinds of rules, in the order in which an auditor reads."""

    FOOTING = "footing"
    TIES = "ties"
    TIME = "time"
    NAMES = "names"
    SHAPE = "shape"
    COMPLETENESS = "completeness by law"
    LAST_YEAR = "reasonableness against last year"
    WAIVERS = "waivers"

    @property
    def label(self) -> Said:
        """The kind in both languages."""
        return _KINDS[self]


_KINDS: Final = {
    Kind.FOOTING: Said("Footing", "計算の一致"),
    Kind.TIES: Said("Ties between parts", "各部分間の一致"),
    Kind.TIME: Said("Dates and periods", "日付と期間"),
    Kind.NAMES: Said("Names and terms", "名称と用語"),
    Kind.SHAPE: Said("Shape of tables and marks", "表と注記の形式"),
    Kind.COMPLETENESS: Said("Completeness by law", "法定記載事項"),
    Kind.LAST_YEAR: Said("Against last year's filing", "前年との比較"),
    Kind.WAIVERS: Said("Waivers", "適用除外"),
}


class Standard(StrEnum):
    """What a rule rests on where it is no article of law."""

    ARITHMETIC = "arithmetic"
    CONSISTENCY = "one document, one statement of a fact"
    CALCULATIONS = "XBRL Calculations 1.1"
    ACCOUNTING = "double-entry bookkeeping"
    CALENDAR = "calendar"
    PRACTICE = "practice of notices"

    @property
    def ja(self) -> str:
        """The same in Japanese."""
        return _STANDARDS[self]


_STANDARDS: Final = {
    Standard.ARITHMETIC: "算術",
    Standard.CONSISTENCY: "同一書類内の記載の一致",
    Standard.CALCULATIONS: "XBRL Calculations 1.1",
    Standard.ACCOUNTING: "複式簿記",
    Standard.CALENDAR: "暦",
    Standard.PRACTICE: "招集通知の実務",
}

Basis = Law | Standard


@define(unsafe_hash=True)  # thousands are made in a moment, which a frozen class takes twice as long for
class Found:
    """One thing a rule found.

    path: the field it is about, as ``consolidated.notes.title``; "" for the filing.
    message: what is wrong, in one sentence. printed: the value as printed. expected: the value as it should be.
    severity: where this one matters less than the rule's others.
    others: the paths of the other values it was compared with.
    """

    path: str
    message: Said
    printed: Said | None = None
    expected: Said | None = None
    severity: Severity | None = None
    others: tuple[str, ...] = ()


Check = Callable[["Context"], Iterator[Found]]


@frozen
class Asked:
    """One thing that the law asks of this filing.

    path: the field that tells it or, where none does, the one that should. told: whether it is there.
    what: what is asked for. whose: the row it is asked of, where it is asked of each.
    """

    path: str
    told: bool
    what: Said
    whose: Said | None = None


Asks = Callable[["Context"], Iterator[Asked]]


@frozen(eq=False)
class Rule:
    """One rule.

    id: never renamed. severity: error (contradicts itself or the law), warning (very likely wrong), note (worth a look).
    title: what it is about. why: what follows from a violation. todo: what to do. basis: law or standard.
    against_last_year: needs last year's filing. asks: of a requirement, what it asks of a filing, be it there or not.
    """

    id: str = field()
    kind: Kind
    severity: Severity
    title: Said
    why: Said
    todo: Said
    basis: tuple[Basis, ...]
    check: Check
    against_last_year: bool = False
    asks: Asks | None = None

    @id.validator
    def _well_formed(self, _: object, value: str) -> None:
        if not _ID.fullmatch(value):
            raise ValueError(f"{value!r} is not the id of a rule, such as fx.footing.total")


def rule(
    id: str,
    kind: Kind,
    severity: Severity,
    *,
    title: Said,
    why: Said,
    todo: Said,
    basis: Basis | tuple[Basis, ...],
    against_last_year: bool = False,
) -> Callable[[Check], Rule]:
    """Declare the function below as a rule."""

    def declare(check: Check) -> Rule:
        laws = basis if isinstance(basis, tuple) else (basis,)
        return Rule(id, kind, severity, title, why, todo, laws, check, against_last_year)

    return declare


def basis_text(basis: Basis) -> Said:
    """A basis as people cite it: ``Companies Act, article 298, paragraph 1, item 5``."""
    if isinstance(basis, Standard):
        return Said(basis.value, basis.ja)
    cited = citation(basis)
    return Said(cited.en, cited.ja)
