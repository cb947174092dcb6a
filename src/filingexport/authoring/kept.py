"""Facts that have no place in the model, in a source: written out whole, read back equal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

from filingexport.authoring.yaml_tree import Mapping, Scalar, Sequence, Tree
from filingexport.findings import Finding, finding
from filingexport.report import Dimensions, Fact, Note, NoteKind, Period, TypedMember, Unit
from filingexport.said import Mistake, Said, WrongType, quoted, say, told

_KEYS: Final = frozenset(
    {"concept", "start", "end", "dimensions", "unit", "language", "value", "decimals", "id", "notes"}
)
_NOTE_KINDS: Final[tuple[NoteKind, ...]] = ("footnote", "caption", "nothing")


def write(facts: tuple[Fact, ...]) -> Tree:
    """The facts as a list of mappings."""
    return Sequence(tuple(_fact(fact) for fact in facts))


def _text(text: str) -> Scalar:
    return Scalar(text, plain=False)


def _names(names: tuple[str, ...]) -> Sequence:
    return Sequence(tuple(_text(name) for name in names))


def _fact(fact: Fact) -> Mapping:
    entries: dict[str, Tree] = {"concept": _text(fact.concept)}
    if fact.period.start is not None:
        entries["start"] = Scalar(fact.period.start.isoformat())
    entries["end"] = Scalar(fact.period.end.isoformat())
    if fact.dimensions:
        members = []
        for axis, member in fact.dimensions:
            said: dict[str, Tree] = {"axis": _text(axis)}
            if isinstance(member, TypedMember):
                said["element"] = _text(member.element)
                if member.text is not None:
                    said["text"] = _text(member.text)
            else:
                said["member"] = _text(member)
            members.append(Mapping(said))
        entries["dimensions"] = Sequence(tuple(members))
    if fact.unit is not None:
        unit: dict[str, Tree] = {"numerators": _names(fact.unit.numerators)}
        if fact.unit.denominators:
            unit["denominators"] = _names(fact.unit.denominators)
        entries["unit"] = Mapping(unit)
    if fact.language is not None:
        entries["language"] = _text(fact.language)
    if fact.value is not None:
        entries["value"] = _text(fact.value)
    if fact.decimals is not None:
        entries["decimals"] = Scalar(str(fact.decimals))
    if fact.id:
        entries["id"] = _text(fact.id)
    if fact.notes:
        entries["notes"] = Sequence(
            tuple(
                Mapping(
                    {"kind": Scalar(note.kind), "text": Mapping({lang: _text(text) for lang, text in note.readings})}
                )
                for note in fact.notes
            )
        )
    return Mapping(entries)


def read(tree: Tree, path: str, findings: list[Finding]) -> tuple[Fact, ...]:
    """The facts written so; what is wrong goes to `findings`."""
    facts = []
    rows = tree.items if isinstance(tree, Sequence) else (tree,)
    if isinstance(tree, Mapping) and set(tree.entries) == {"facts"}:
        inner = tree.entries["facts"]
        rows = inner.items if isinstance(inner, Sequence) else (inner,)
    for number, row in enumerate(rows, 1):
        try:
            facts.append(_read_fact(row))
        except (ValueError, TypeError) as error:
            findings.append(
                finding(
                    "fx:value",
                    say(
                        "a kept fact cannot be read: {error}",
                        "保持された事実を読み込めません。{error}",
                        error=told(error),
                    ),
                    row.place,
                    f"{path}.{number}",
                )
            )
    return tuple(facts)


def _scalar(tree: Tree | None, what: str | Said) -> str:
    if not isinstance(tree, Scalar):
        raise WrongType(say("{what} is missing or is no text", "{what}がないか、文字列ではありません。", what=what))
    return tree.text


def _optional(tree: Tree | None, what: str | Said) -> str | None:
    return None if tree is None else _scalar(tree, what)


def _items(tree: Tree | None, what: str | Said) -> tuple[Tree, ...]:
    if tree is None:
        return ()
    if not isinstance(tree, Sequence):
        raise WrongType(say("{what} is no list", "{what}がリストではありません。", what=what))
    return tree.items


def _day(text: str) -> date | datetime:
    try:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError as error:
        raise Mistake(Said(f"{error}", f"{quoted(text).ja}は日付でも日時でもありません。")) from None


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise Mistake(Said(f"{error}", f"{quoted(text).ja}は整数ではありません。")) from None


def _mapping(tree: Tree, what: str | Said) -> dict[str, Tree]:
    if not isinstance(tree, Mapping):
        raise WrongType(say("{what} has no fields", "{what}に項目がありません。", what=what))
    return tree.entries


def _read_member(tree: Tree) -> tuple[str, str | TypedMember]:
    said = _mapping(tree, say("a dimension", "次元"))
    axis = _scalar(said.get("axis"), "axis")
    if "element" in said:
        return axis, TypedMember(_scalar(said["element"], "element"), _optional(said.get("text"), "text"))
    return axis, _scalar(said.get("member"), "member")


def _read_note(tree: Tree) -> Note:
    said = _mapping(tree, say("a note", "注記"))
    kind = next((each for each in _NOTE_KINDS if each == _scalar(said.get("kind"), "kind")), None)
    if kind is None:
        raise Mistake(
            say(
                "the kind of a note is one of {kinds}",
                "注記の種類（kind）は{kinds}のいずれかです。",
                kinds=", ".join(_NOTE_KINDS),
            )
        )
    readings = _mapping(said.get("text", Scalar("")), say("the text of a note", "注記の文言（text）"))
    return Note(kind, tuple(sorted((language, _scalar(text, "text")) for language, text in readings.items())))


def _read_fact(tree: Tree) -> Fact:
    said = _mapping(tree, say("a kept fact", "保持された事実"))
    strange = sorted(set(said) - _KEYS)
    if strange:
        raise Mistake(say("{key!r} is not said of a fact", "{key!r}は事実の項目ではありません。", key=strange[0]))
    start = _optional(said.get("start"), "start")
    dimensions: Dimensions = tuple(_read_member(each) for each in _items(said.get("dimensions"), "dimensions"))
    unit = None
    if "unit" in said:
        measures = _mapping(said["unit"], say("the unit", "単位（unit）"))
        each_of: Callable[[str], tuple[str, ...]] = lambda key: tuple(  # noqa: E731
            _scalar(each, key) for each in _items(measures.get(key), key)
        )
        unit = Unit(each_of("numerators"), each_of("denominators"))
    decimals = _optional(said.get("decimals"), "decimals")
    more: dict[str, Any] = {"notes": tuple(_read_note(each) for each in _items(said.get("notes"), "notes"))}
    return Fact(
        concept=_scalar(said.get("concept"), "concept"),
        period=Period(_day(start) if start is not None else None, _day(_scalar(said.get("end"), "end"))),
        dimensions=dimensions,
        unit=unit,
        language=_optional(said.get("language"), "language"),
        value=_optional(said.get("value"), "value"),
        decimals=_whole(decimals) if decimals is not None else None,
        id=_optional(said.get("id"), "id") or "",
        **more,
    )
