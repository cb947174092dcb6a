"""YAML as a tree of text with places: nothing is guessed to be a number, a date or a truth value.

Built from the parser's events, one after the other, so that depth is bounded and no alias, anchor or tag is followed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import yaml
from attrs import field

from filingexport.declaring import frozen
from filingexport.findings import FilingError, Finding, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, beyond, too_long, too_many
from filingexport.said import Said, say

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@frozen
class Scalar:
    """A text; `plain` if it was written without quotes, `place` its file and line."""

    text: str
    place: str = field(default="", eq=False)
    plain: bool = field(default=True, eq=False)


@frozen
class Sequence:
    """A list."""

    items: tuple[Tree, ...]
    place: str = field(default="", eq=False)


@frozen
class Mapping:
    """Keys and values in the order written."""

    entries: dict[str, Tree]
    place: str = field(default="", eq=False)
    key_places: dict[str, str] = field(factory=dict, eq=False)


Tree = Scalar | Sequence | Mapping

BLANK: Final = Scalar("")
"""What is still to be filled in: it is written as a key with nothing after it."""


def parse(data: bytes, place: str, limits: Limits = DEFAULT_LIMITS) -> Tree | None:
    """The tree of one document, None for an empty file; raises FilingError with all that is wrong."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise FilingError(
            [
                finding(
                    "fx:encoding",
                    say(
                        "is not in UTF-8; save it as UTF-8",
                        "文字コードがUTF-8ではありません。UTF-8で保存してください。",
                    ),
                    f"{place}:{line}",
                )
            ]
        ) from None
    findings: list[Finding] = []
    try:
        tree = _build(yaml.parse(text, Loader=_Loader), place, limits, findings)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark is not None else 1
        problem = " ".join(filter(None, (error.context, error.problem)))
        if "maximum nesting depth" in problem:  # newer libyaml has a bound of its own, met while it looks ahead
            raise _too_deep(limits, f"{place}:{line}") from None
        hint = say(
            "; text that begins with a mark such as * & ! % @ or holds ': ' must stand in quotes",
            "。* & ! % @ などの記号で始まる文字列や「: 」を含む文字列は、引用符で囲んでください",
        )
        raise FilingError(
            [
                finding(
                    "fx:yaml",
                    say(
                        "cannot be read as YAML: {problem}{hint}",
                        "YAMLとして読み込めません（{problem}）{hint}。",
                        problem=Said(problem, _PROBLEMS.get(error.problem or "", "")),
                        hint=hint,
                    ),
                    f"{place}:{line}",
                )
            ]
        ) from None
    except yaml.YAMLError as error:
        character = getattr(error, "character", None)
        japanese = f"使えない文字U+{character:04X}があります" if isinstance(character, int) else ""
        why = Said(f"{error}", japanese)
        raise FilingError(
            [
                finding(
                    "fx:yaml",
                    say("cannot be read as YAML: {why}", "YAMLとして読み込めません（{why}）。", why=why),
                    place,
                )
            ]
        ) from None
    if findings:
        raise FilingError(findings)
    return tree


_PROBLEMS: Final = {
    "did not find expected key": "キーがあるべき位置にありません。字下げを確認してください",
    "did not find expected '-' indicator": "「- 」があるべき位置にありません。字下げを確認してください",
    "could not find expected ':'": "キーの後に「:」がありません",
    "did not find expected ',' or ']'": "「,」又は「]」がありません",
    "did not find expected ',' or '}'": "「,」又は「}」がありません",
    "mapping values are not allowed in this context": "この位置に「キー: 値」は書けません",
    "block sequence entries are not allowed in this context": "この位置に「- 」は書けません",
    "found character that cannot start any token": "値の先頭に使えない文字か、字下げのタブがあります",
    "found a tab character that violates indentation": "字下げにタブは使えません。空白を使ってください",
    "found a tab character where an indentation space is expected": "字下げにタブは使えません。空白を使ってください",
    "found unexpected end of stream": "引用符が閉じられていません",
    "found unexpected document indicator": "引用符が閉じられていません",
    "found unknown escape character": "引用符の中に使えない「\\」があります",
    "did not find expected alphabetic or numeric character": "記号の後に名前がありません",
    "did not find expected node content": "値がありません",
    "did not find expected comment or line break": "「|」又は「>」の後に余分な文字があります",
    "found unexpected non-alphabetical character": "行頭の「%」は引用符で囲んでください",
    "did not find expected <document start>": "文書の始まりが正しくありません。字下げを確認してください",
}
"""What the parser says most, in Japanese; the rest is told in its own words."""


def _too_deep(limits: Limits, place: str) -> FilingError:
    said = say("is nested more than {most} levels deep", "入れ子が{most}段を超えています", most=limits.depth)
    return beyond(said, place, "depth")


class _Open:
    """A list or mapping whose end is not yet read."""

    def __init__(self, place: str, mapping: bool) -> None:
        self.place = place
        self.mapping = mapping
        self.items: list[Tree] = []
        self.entries: dict[str, Tree] = {}
        self.key_places: dict[str, str] = {}
        self.key: str | None = None
        self.skip = False


def _build(events: Iterable[Any], place: str, limits: Limits, findings: list[Finding]) -> Tree | None:
    stack: list[_Open] = []
    root: Tree | None = None
    documents = 0

    def add(node: Tree) -> None:
        nonlocal root
        if not stack:
            root = node
            return
        top = stack[-1]
        if not top.mapping:
            top.items.append(node)
        elif top.key is None and not top.skip:
            if not isinstance(node, Scalar):
                findings.append(
                    finding(
                        "fx:yaml",
                        say("a key must be a plain word", "キーは単純な文字列で記入してください。"),
                        node.place,
                    )
                )
                top.skip = True
            elif node.text in top.entries:
                first = top.key_places[node.text]
                findings.append(
                    finding(
                        "fx:duplicateKey",
                        say(
                            "{key!r} stands here again, first at {place}",
                            "{key!r}が二度あります（最初は{place}）。一方を削除してください。",
                            key=node.text,
                            place=first,
                        ),
                        node.place,
                    )
                )
                top.skip = True
            else:
                top.key = node.text
                top.key_places[node.text] = node.place
        elif top.skip:
            top.skip = False
        else:
            assert top.key is not None
            top.entries[top.key] = node
            top.key = None

    for number, event in enumerate(events):
        if number > limits.nodes:
            raise FilingError([*findings, *too_many(place, "nodes", limits).findings])
        where = f"{place}:{event.start_mark.line + 1}" if event.start_mark is not None else place
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise FilingError(
                    [
                        *findings,
                        finding(
                            "fx:yaml",
                            say(
                                "holds a second document (---)",
                                "二つ目の文書（---）があります。一つにまとめてください。",
                            ),
                            where,
                        ),
                    ]
                )
        elif isinstance(event, yaml.AliasEvent):
            raise FilingError(
                [
                    *findings,
                    finding(
                        "fx:yaml",
                        say(
                            "has an alias (*name); write the text out, or put it in quotes",
                            "エイリアス（*名前）は使えません。内容を書くか、引用符で囲んでください。",
                        ),
                        where,
                    ),
                ]
            )
        elif isinstance(event, (yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            if event.anchor is not None:
                raise FilingError(
                    [
                        *findings,
                        finding(
                            "fx:yaml",
                            say(
                                "has an anchor (&name); put the text in quotes",
                                "アンカー（&名前）は使えません。文字列を引用符で囲んでください。",
                            ),
                            where,
                        ),
                    ]
                )
            if event.tag is not None:
                raise FilingError(
                    [
                        *findings,
                        finding(
                            "fx:yaml",
                            say(
                                "has a tag ({tag}); put the text in quotes",
                                "タグ（{tag}）は使えません。文字列を引用符で囲んでください。",
                                tag=event.tag,
                            ),
                            where,
                        ),
                    ]
                )
            if isinstance(event, yaml.ScalarEvent):
                if len(event.value) > limits.text:
                    raise FilingError([*findings, *too_long(limits, where).findings])
                add(Scalar(event.value, where, event.style is None))
            else:
                if len(stack) >= limits.depth:
                    raise FilingError([*findings, *_too_deep(limits, where).findings])
                stack.append(_Open(where, isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            done = stack.pop()
            if done.mapping:
                add(Mapping(done.entries, done.place, done.key_places))
            else:
                add(Sequence(tuple(done.items), done.place))
    return root


def emit(tree: Tree) -> bytes:
    """The tree as YAML in UTF-8, that `parse` reads back equal."""
    text = yaml.emit(_events(tree), Dumper=_Dumper, allow_unicode=True, width=110)
    return str(text).encode("utf-8")


def _events(tree: Tree) -> Iterator[Any]:
    yield yaml.StreamStartEvent()
    yield yaml.DocumentStartEvent(explicit=False)
    yield from _node_events(tree)
    yield yaml.DocumentEndEvent(explicit=False)
    yield yaml.StreamEndEvent()


def _node_events(tree: Tree) -> Iterator[Any]:
    match tree:
        case Scalar():
            plain = tree is BLANK or (tree.plain and tree.text)
            style = "|" if "\n" in tree.text else None if plain else '"'
            yield yaml.ScalarEvent(None, None, (True, True), tree.text, style=style)
        case Sequence():
            yield yaml.SequenceStartEvent(None, None, True, flow_style=False)
            for item in tree.items:
                yield from _node_events(item)
            yield yaml.SequenceEndEvent()
        case Mapping():
            yield yaml.MappingStartEvent(None, None, True, flow_style=False)
            for key, value in tree.entries.items():
                yield yaml.ScalarEvent(None, None, (True, True), key)
                yield from _node_events(value)
            yield yaml.MappingEndEvent()
