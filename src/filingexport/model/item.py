"""The vocabulary for declaring a disclosure: what a field means, said once, next to the field.

A part of the notice is a frozen attrs class under `part`; each of its fields carries, inside ``Annotated``,
what it is in the taxonomy::

    from filingexport.declaring import Is, frozen
    from filingexport.model import item

    @item.part("Current assets", "流動資産", prefix="", instant=True)
    @frozen(kw_only=True)
    class CurrentAssets:
        inventories: Is[Amount, item.debit("Inventories", "たな卸資産")] = None
        total: Is[Amount, item.debit("Total current assets", "流動資産合計", name="CurrentAssets", total=True)] = None

From this the taxonomy, the reader, the writer and the source format are derived. Names of concepts are
``prefix + field name`` in upper camel case, ``name=`` where another is the standard one (EDINET, XBRL US).
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, StrEnum
from typing import Any, Final, Literal, Protocol, Self, TypedDict, TypeVar, Unpack

from filingexport.declaring import fields, frozen, resolve
from filingexport.model.law import Law as Law
from filingexport.model.law import accounting as accounting
from filingexport.model.law import accounting_ifrs as accounting_ifrs
from filingexport.model.law import act as act
from filingexport.model.law import commercial_code as commercial_code
from filingexport.model.law import enforcement as enforcement
from filingexport.model.terse import unqualified
from filingexport.said import Mistake, joined, say
from filingexport.said import Said as InBoth

Balance = Literal["debit", "credit"]
Kind = Literal[
    "money", "per_share", "shares", "ratio", "count", "day", "moment", "month", "years",
    "words", "prose", "code", "uri", "flag", "choice",
]  # fmt: skip
NUMERIC: Final[frozenset[Kind]] = frozenset({"money", "per_share", "shares", "ratio", "count"})
Ref = Law | tuple[Law, ...] | None
Terse = tuple[str, str] | None
LOCALIZED: Final[frozenset[Kind]] = frozenset({"words", "prose"})


@frozen
class Label:
    """An English and a Japanese label."""

    en: str
    ja: str


@frozen(eq=False)
class Concept:
    """What one field is. Two fields share a concept only by sharing this very object (see `same`).

    kind: which values it takes, see `filingexport.model.values`.
    en, ja: standard labels. doc: documentation, where the label does not say it all.
    name: element name, where it is not prefix + field.
    balance: debit or credit, of money.
    instant: whether the value is at a moment (True) or over a period (False); None as the part says.
    total: True if it sums the other amounts of its part (and the totals of the parts in it), or the
        dotted names of what it sums; weights follow from the balances.
    memo: an amount told beside the statement, in no total.
    negated: printed with the opposite sign (an expense in brackets).
    edinet: whether it is the element of this name in the EDINET taxonomy of its part, where its part has one; or the
        name of the element that it is, with the taxonomy's prefix where that is another (``jpcrp_cor:NumberOfEmployees``).
    refs: the law it follows. role: which date of a part's own period it gives.
    terse: what is printed in place, in English and in Japanese, where that is not the label without its qualifiers
        (see `filingexport.model.terse`).
    check: of a code, raises ValueError for a malformed one. example: a well-formed one.
    """

    kind: Kind
    en: str
    ja: str
    name: str | None = None
    doc: str = ""
    balance: Balance | None = None
    instant: bool | None = None
    total: bool | tuple[str, ...] = False
    memo: bool = False
    negated: bool = False
    refs: tuple[Law, ...] = ()
    role: Literal["start", "end", "as_of", "entity_scheme", "entity_identifier"] | None = None
    check: Callable[[str], None] | None = None
    example: str = ""
    edinet: bool | str = True
    terse: Terse = None


class Said(TypedDict, total=False):
    """What any concept may say of itself; see `Concept`, of whose `refs` `ref` is one or several."""

    name: str | None
    doc: str
    ref: Ref
    terse: Terse
    edinet: bool | str


class Timed(Said, total=False):
    """What a number may say too."""

    instant: bool | None


class Sided(Timed, total=False):
    """What an amount on a side of the books may say too."""

    total: bool | tuple[str, ...]
    memo: bool
    negated: bool


def _refs(ref: Ref) -> tuple[Law, ...]:
    if ref is None:
        return ()
    return (ref,) if isinstance(ref, Law) else ref


def _concept(kind: Kind, en: str, ja: str, balance: Balance | None = None, ref: Ref = None, **more: Any) -> Concept:
    return Concept(kind, en, ja, balance=balance, refs=_refs(ref), **more)


def debit(en: str, ja: str, **more: Unpack[Sided]) -> Concept:
    """Money on the debit side (assets, costs). The field's type is `Amount`."""
    return _concept("money", en, ja, "debit", **more)


def credit(en: str, ja: str, **more: Unpack[Sided]) -> Concept:
    """Money on the credit side (liabilities, equity, income). The field's type is `Amount`."""
    return _concept("money", en, ja, "credit", **more)


def money(en: str, ja: str, **more: Unpack[Timed]) -> Concept:
    """Money on neither side (a limit, a price, a turnover). The field's type is `Amount`."""
    return _concept("money", en, ja, **more)


def per_share(en: str, ja: str, **more: Unpack[Timed]) -> Concept:
    """Money a share (unit currency per ``xbrli:shares``). The field's type is `Amount`."""
    return _concept("per_share", en, ja, **more)


def shares(en: str, ja: str, **more: Unpack[Timed]) -> Concept:
    """A number of shares. The field's type is `Quantity`."""
    return _concept("shares", en, ja, **more)


def ratio(en: str, ja: str, **more: Unpack[Timed]) -> Concept:
    """A ratio or a change in points, as a fraction. The field's type is `Rate`."""
    return _concept("ratio", en, ja, **more)


def count(en: str, ja: str, **more: Unpack[Timed]) -> Concept:
    """A number of persons, companies, meetings, rights. The field's type is `Tally`."""
    return _concept("count", en, ja, **more)


class _Plain(Protocol):
    def __call__(self, en: str, ja: str, **more: Unpack[Said]) -> Concept: ...


def _plain(kind: Kind) -> _Plain:
    def make(en: str, ja: str, **more: Unpack[Said]) -> Concept:
        return _concept(kind, en, ja, instant=False, **more)

    return make


day = _plain("day")
"""A date; the field's type is ``date | None``."""
moment = _plain("moment")
"""A date with a time of day, local to the company; the field's type is ``datetime | None`` (without a time zone)."""
month = _plain("month")
"""A month of a year; the field's type is ``YearMonth | None``."""
years = _plain("years")
"""A length of time in years; the field's type is ``Years | None``."""
words = _plain("words")
"""A name, caption or sentence; the field's type is `Words`, or ``Text`` where it is required."""
prose = _plain("prose")
"""Paragraphs, lists and tables; the field's type is `Prose`."""


def code(
    en: str, ja: str, *, check: Callable[[str], None] | None = None, example: str = "", **more: Unpack[Said]
) -> Concept:
    """An identifier or code, of no language; the field's type is ``str | None``.

    check: raises ValueError, with what is wrong, for a code that is malformed. example: one that is not.
    """
    return _concept("code", en, ja, instant=False, check=check, example=example, **more)


uri = _plain("uri")
"""An address of the web; the field's type is ``str | None``."""
flag = _plain("flag")
"""Yes or no; the field's type is ``bool | None``."""
choice = _plain("choice")
"""One of a closed list; the field's type is a `Choice`, or None."""


def _dated(role: Literal["start", "end", "as_of"]) -> _Plain:
    def make(en: str, ja: str, **more: Unpack[Said]) -> Concept:
        return _concept("day", en, ja, instant=False, role=role, **more)

    return make


period_start = _dated("start")
"""The first day of the part's own period: its facts are over this period and at its end. Goes with `period_end`."""
period_end = _dated("end")
"""The last day of the part's own period."""
as_of = _dated("as_of")
"""The day that the part's instant facts are as of, where it is not the end of the fiscal year."""


def entity_scheme(en: str, ja: str, *, doc: str = "", example: str = "") -> Concept:
    """The naming authority of the company's identifier (XBRL 2.1, 4.7.3.1)."""
    return Concept("uri", en, ja, doc=doc, instant=False, role="entity_scheme", example=example)


def entity_identifier(en: str, ja: str, *, doc: str = "", example: str = "") -> Concept:
    """The company's identifier under its scheme (XBRL 2.1, 4.7.3.1)."""
    return Concept("code", en, ja, doc=doc, instant=False, role="entity_identifier", example=example)


def same(owner: type, name: str) -> Concept:
    """The concept of another class's field: the same thing told in another statement."""
    for field in fields(owner):
        for meta in getattr(field.type, "__metadata__", ()) if field.name == name else ():
            if isinstance(meta, Concept):
                return meta
    raise TypeError(f"{owner.__name__}.{name} declares no concept")


# --- closed lists -------------------------------------------------------------------------------------------------


class Choice(StrEnum):
    """A closed list. A member is its words, as they stand in a filing, and its Japanese label, declared together::

        class Opinion(item.Choice):
            UNQUALIFIED = "unqualified", "無限定適正意見"

    The words are its English label too.
    """

    label: Label

    def __new__(cls, words: str, ja: str) -> Self:
        """Make a member from the words that stand in a filing and the Japanese label."""
        member = str.__new__(cls, words)
        member._value_ = words
        member.label = Label(words[:1].upper() + words[1:], ja)
        return member


H = TypeVar("H", bound=Choice)


def choice_label(value: Choice, language: str) -> str:
    """What a value of a closed list is called in this language: in Japanese (``ja``), else in English."""
    return value.label.ja if language == "ja" else value.label.en


def choice_named(cls: type[H], text: str) -> H:
    """The value that these words, or one of its labels, name; raises ValueError, with all that there are, for none."""
    found = next((each for each in cls if text in (each.value, each.label.en, each.label.ja)), None)
    if found is None:
        raise Mistake(
            say(
                "{text!r} is none of: {known}",
                "{text!r}は選択肢にありません。次のいずれかです: {known}",
                text=text,
                known=joined(InBoth(each.value, f"{each.value}（{each.label.ja}）") for each in cls),
            )
        )
    return found


# --- dimensions ---------------------------------------------------------------------------------------------------


class Axis(Enum):
    """An explicit dimension: subclass it under `axis` with one `Label` a member."""

    @property
    def label(self) -> Label:
        """The member's labels."""
        assert isinstance(self.value, Label)
        return self.value


@frozen(eq=False)
class AxisInfo:
    """What `axis` says of an `Axis`: its labels, which member goes without saying (the dimension's default), and
    what the names of its members begin with.
    """

    en: str
    ja: str
    default: str | None
    prefix: str


E = TypeVar("E", bound=Axis)
_AXES: dict[type[Axis], AxisInfo] = {}


def axis(en: str, ja: str, *, default: str | None = None, prefix: str | None = None) -> Callable[[type[E]], type[E]]:
    """Declare the labels of an `Axis`, its default member by name, and what its members' names begin with.

    Without `prefix` that is the name of the class; "" for members whose names are standard (``NonConsolidatedMember``).
    """

    def declare(cls: type[E]) -> type[E]:
        if default is not None and default not in cls.__members__:
            raise TypeError(f"{cls.__name__} has no member {default}")
        _AXES[cls] = AxisInfo(en, ja, default, cls.__name__.removesuffix("Axis") if prefix is None else prefix)
        return cls

    return declare


def axis_info(cls: type[Axis]) -> AxisInfo:
    """What was declared of this axis."""
    return _AXES[cls]


@frozen
class Member:
    """The field's part stands under this member (see `member`)."""

    member: Axis


def member(value: Axis) -> Member:
    """On a field that holds a part: all of it is under this member of an explicit dimension."""
    return Member(value)


@frozen
class Column:
    """The amount in one column of a matrix: the concept is the line's, the member the column's (see `column`)."""

    member: Axis | None


def column(value: Axis | None) -> Column:
    """On an amount of a matrix's row class: its column; None for the column of the total (no member)."""
    return Column(value)


@frozen(eq=False)
class Rows:
    """A table of open rows: a typed dimension whose value is the row's number, from 1."""

    en: str
    ja: str
    name: str | None = None


def rows(en: str, ja: str, *, name: str | None = None) -> Rows:
    """On ``tuple[Row, ...]``, or with a concept on ``tuple[Text, ...]``: a table. The axis is named after the field, or `name`."""
    return Rows(en, ja, name)


# --- parts --------------------------------------------------------------------------------------------------------


class At(Enum):
    """The period of a part, told from the period of what holds it."""

    OPENING = "opening"
    """The moment at which the period begins: the end of the day before its first."""


@frozen
class PartInfo:
    """What `part` says of a class."""

    en: str
    ja: str
    prefix: str
    instant: bool
    role: bool
    file: bool
    refs: tuple[Law, ...]
    edinet: str = ""
    terse: Terse = None


C = TypeVar("C")
_PARTS: dict[type, PartInfo] = {}
_NAMES: dict[Concept, str] = {}
_OWNERS: dict[Concept, type] = {}


@frozen
class Unplaced:
    """Marks the field that keeps the facts a reader could not place."""


@frozen
class Extended:
    """Marks the field that holds the company's own items (see `filingexport.model.part`)."""


@frozen
class Declares:
    """Marks the field that holds the company's extension (see `filingexport.model.extension`)."""


def camel(name: str) -> str:
    """``cash_and_deposits`` as ``CashAndDeposits``: from the name of a field to a part of the name of an element."""
    return "".join(word[:1].upper() + word[1:] for word in name.split("_"))


def concept_name(concept: Concept) -> str:
    """The local name of this concept's element."""
    return _NAMES[concept]


def terse(declared: Concept | PartInfo | Label | AxisInfo) -> Label:
    """What is printed in place: as declared, or the label without its qualifiers."""
    own = declared.terse if isinstance(declared, (Concept, PartInfo)) else None
    return Label(*(own or unqualified(declared.en, declared.ja)))


def declared_in(concept: Concept) -> type:
    """The class whose field declares this concept; others share it."""
    return _OWNERS[concept]


def part(
    en: str, ja: str, *, prefix: str | None = None, instant: bool = False, role: bool = False, file: bool = False,
    ref: Ref = None, edinet: str = "", terse: Terse = None,
) -> Callable[[type[C]], type[C]]:  # fmt: skip
    """Declare a class as a part of the notice.

    en, ja: its heading. prefix: what its concepts' names begin with, by default the class's name; "" for
    statements. instant: its numbers are at the end of the period, not over it. role: it is a chapter of its own
    in the taxonomy (an extended link role). file: it is a file of its own in a source folder. ref: the law all
    of it follows. edinet: the EDINET taxonomy (``jppfs_cor``) whose elements its amounts are, by name. terse: the heading as it
    is printed in place, where that is not the heading without its qualifiers.
    """

    def declare(cls: type[C]) -> type[C]:
        start = cls.__name__ if prefix is None else prefix
        info = PartInfo(en, ja, start, instant, role, file, _refs(ref), edinet, terse)
        _PARTS[cls] = info
        resolve(cls)
        # A concept is named where it is declared first; `same` and shared constants find that name.
        for attribute in fields(cls):
            for meta in getattr(attribute.type, "__metadata__", ()):
                if isinstance(meta, Concept):
                    _NAMES.setdefault(meta, meta.name or info.prefix + camel(attribute.name))
                    _OWNERS.setdefault(meta, cls)
        return cls

    return declare


def part_info(cls: type) -> PartInfo:
    """What was declared of this class; raises TypeError for a class that is no part."""
    try:
        return _PARTS[cls]
    except KeyError:
        raise TypeError(f"{cls.__name__} is not declared with @item.part") from None


def is_part(cls: Any) -> bool:
    """Whether this class is declared as a part."""
    return isinstance(cls, type) and cls in _PARTS
