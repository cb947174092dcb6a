"""JSON that others wrote (RFC 8259), taken strictly: UTF-8, no key twice, no NaN, no number without bounds, no depth without end."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any, Final, NoReturn

from filingexport.findings import FilingError, Severity, coded
from filingexport.formats.safe import Limits, beyond, too_large, too_many
from filingexport.reasons import reason
from filingexport.said import Said, say

MAX_NUMBER: Final = 40
"""Characters of a number: JSON carries none here but accuracies."""


class _Refused(Exception):
    """Something that the parser met and that has no place of its own there."""


def parse(data: bytes, place: str, limits: Limits, code: str) -> Any:
    """The value in this document; numbers are int or Decimal. Raises FilingError with file and line.

    code: the code of a finding for what is no such JSON, as ``xbrlje:invalidJSON``.
    """
    if len(data) > limits.file:
        raise too_large(place, limits)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        said = say(
            "is not the text in UTF-8 that JSON must be: {why}",
            "JSONに必要なUTF-8の文字列として読み込めません（{why}）。",
            why=reason(error),
        )
        raise FilingError([coded(code, said, place)]) from None
    if sum(map(data.count, (b",", b"[", b"{"))) > limits.nodes:
        raise too_many(place, "nodes", limits)
    try:
        value = json.loads(
            text, object_pairs_hook=_unique, parse_constant=_constant, parse_int=_whole, parse_float=_number
        )
    except json.JSONDecodeError as error:
        raise FilingError(
            [
                coded(
                    code,
                    say("is not JSON: {why}", "JSONとして読み込めません（{why}）。", why=reason(error)),
                    f"{place}:{error.lineno}",
                )
            ]
        ) from None
    except _Refused:
        raise _told(text, place, limits, code) from None
    except RecursionError:
        raise _too_deep(place, limits) from None
    if _depth(value, limits.depth) > limits.depth:
        raise _too_deep(place, limits)
    return value


def _too_deep(place: str, limits: Limits) -> FilingError:
    said = say("is nested more than {most} levels deep", "入れ子が{most}段を超えています", most=limits.depth)
    return beyond(said, place, "depth")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _Refused
    return made


def _constant(text: str) -> NoReturn:
    raise _Refused


def _whole(text: str) -> int:
    if len(text) > MAX_NUMBER:
        raise _Refused
    return int(text)


def _number(text: str) -> Decimal:
    if len(text) > MAX_NUMBER:
        raise _Refused
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent of 19 digits and more
        raise _Refused from None


def _depth(value: Any, most: int) -> int:
    """The levels of objects and arrays, no further than one more than `most`."""
    depth, level = 0, [value] if isinstance(value, (dict, list)) else []
    while level and depth <= most:
        depth += 1
        inside = (inner for each in level for inner in (each.values() if isinstance(each, dict) else each))
        level = [each for each in inside if isinstance(each, (dict, list))]
    return depth


# --- what was refused, said with its line: a slow second look, taken only then ------------------------------------

_CONSTANT: Final = re.compile("NaN|-?Infinity")
_EXPONENT: Final = re.compile(r"-?[0-9.]+[eE][+-]?[0-9]{16,}")
_TOKEN: Final = re.compile(r'"((?:[^"\\]|\\.)*)"|[\[\]{}:,]|[^\s\[\]{}:,"]+', re.DOTALL)


def _told(text: str, place: str, limits: Limits, code: str) -> FilingError:
    for line, pointer, said in _faults(text):
        return FilingError(
            [
                coded(
                    code,
                    say("{fault} at {where}", "{where}: {fault}", fault=said, where=pointer or "/"),
                    f"{place}:{line}",
                    "",
                    Severity.ERROR,
                )
            ]
        )
    return FilingError([coded(code, say("is not JSON as RFC 8259 has it", "RFC 8259のJSONではありません。"), place)])


def _faults(text: str) -> Iterator[tuple[int, str, Said]]:
    """(line, JSON pointer, what) of each key that stands twice and each value that is none."""
    stack: list[tuple[set[str], list[str | int]]] = []  # the keys so far, and where we are
    awaits_key = False
    for token in _TOKEN.finditer(text):
        said = token[0]
        pointer = "".join(f"/{str(where[0]).replace('~', '~0').replace('/', '~1')}" for _, where in stack)

        def at(token: re.Match[str] = token) -> int:
            return text.count("\n", 0, token.start()) + 1

        if said in ("{", "["):
            stack.append((set(), [""] if said == "{" else [0]))
            awaits_key = said == "{"
        elif said in ("}", "]"):
            if stack:
                stack.pop()
            awaits_key = False
        elif said == ",":
            if stack and isinstance(stack[-1][1][0], int):
                stack[-1][1][0] += 1
            awaits_key = bool(stack) and isinstance(stack[-1][1][0], str)
        elif said == ":":
            awaits_key = False
        elif awaits_key and stack and said.startswith('"'):
            try:
                key = json.loads(said, strict=False)
            except ValueError:
                return  # what was refused stands before this
            if key in stack[-1][0]:
                yield (
                    at(),
                    pointer.rpartition("/")[0],
                    say("the key {key!r} stands twice", "キー{key!r}が二度あります。", key=key),
                )
            stack[-1][0].add(key)
            stack[-1][1][0] = key
        elif constant := _CONSTANT.match(said):
            yield at(), pointer, say("{value} is no JSON value", "{value}はJSONの値ではありません。", value=constant[0])
        elif said[0] in "-0123456789" and len(said) > MAX_NUMBER:
            yield at(), pointer, say("a number of {count} characters", "数値が{count}文字あります。", count=len(said))
        elif number := _EXPONENT.match(said):
            yield at(), pointer, say("{number} is beyond all bounds", "数値{number}が大きすぎます。", number=number[0])
