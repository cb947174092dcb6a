"""What the elements of an instance look like as text, where they look as they mostly do: patterns and their parts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from lxml import etree

from filingexport.declaring import frozen
from filingexport.names import XBRLDI, XBRLI, XSI

_LETTERS: Final = rb"[\w.\-\x80-\xff]*+"
_NAME: Final = rb"[A-Za-z_\x80-\xff]" + _LETTERS + rb"(?::[A-Za-z_\x80-\xff]" + _LETTERS + rb")?+"
# Values of attributes and texts end where they do in any well-formed document. Kept simple, as most of the time goes here.
_VALUE: Final = rb'="([^"]*+)"'
_SAID: Final = rb'="([^"]++)"'
_TEXT: Final = rb"([^<]*+)"

NAME: Final = re.compile(_NAME)
ROOT: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?+(?:<\?xml [^<>]*+>)?+\s*+<%b(?:\s++%b\s*+=\s*+(?:\"[^\"<]*+\"|'[^'<]*+'))*+\s*+>\s*+"
    % (_NAME, _NAME)
)
"""The start of a document up to the first child of its root."""
END: Final = re.compile(rb"</%b\s*+>\s*+" % _NAME)
"""The end of a document after the last one."""
OTHER: Final = re.compile(
    rb"<(%b)(?:[^<>]*/>|[^<>]*+>[^<]*+(?:<(?!/\1[\s>]|\1[\s/>]|[!?])[^<]*+)*+</\1\s*+>)\s*+" % _NAME
)
"""Any element in which there is no other of its name, and no comment or the like. Group: its name."""
SPACE: Final = re.compile(rb"\s*+")


@frozen(eq=False)
class Look:
    """How contexts and facts look under the prefixes of one document.

    context: how a context begins, up to the value of its id; end: how it ends. scenario, scenario_end: what stands around
    its members; typed_end: how a typed one ends.
    head: what stands in a context before them: scheme and identifier, then the instant, or start and end.
    member: a member: axis, element and text of a typed one, then axis and member of an explicit one.
    typed: axis, element and text of a typed member up to its end.
    facts: the same as `fact` without empty attributes, in fewer groups: name, contextRef, unitRef and decimals as they are
    written, id, language, content, whether it is nil.
    fact: name (to be checked against `NAME`), contextRef, unitRef, decimals, id, language, content, whether it is nil.
    """

    context: bytes
    end: bytes
    scenario: bytes
    scenario_end: bytes
    typed_end: bytes
    head: re.Pattern[bytes]
    member: re.Pattern[bytes]
    typed: re.Pattern[bytes]
    fact: re.Pattern[bytes]
    facts: re.Pattern[bytes]


@lru_cache(maxsize=16)
def _look(xbrli: bytes, xbrldi: bytes, xsi: bytes) -> Look:
    x, d, nil = map(re.escape, (xbrli, xbrldi, xsi))

    def element(name: bytes, content: bytes) -> bytes:
        return rb"<%b:%b>%b</%b:%b>\s*+" % (x, name, content, x, name)

    identifier = rb"\s*+<%b:identifier scheme%b>%b</%b:identifier>\s*+" % (x, _VALUE, _TEXT, x)
    instant = element(b"instant", _TEXT)
    duration = element(b"startDate", _TEXT) + element(b"endDate", _TEXT)
    head = rb"\s*+" + element(b"entity", identifier) + element(b"period", rb"\s*+(?:%b|%b)" % (instant, duration))
    typed = rb"typedMember dimension%b>\s*+<(%b)>%b</%b>\s*+</%b:typedMember" % (_VALUE, _NAME, _TEXT, _NAME, d)
    explicit = rb"explicitMember dimension%b>%b</%b:explicitMember" % (_VALUE, _TEXT, d)
    member = rb"\s*+<%b:(?:%b|%b)>" % (d, typed, explicit)
    fact = (
        rb'<([^ <]++) contextRef%b(?: unitRef%b)?+(?: decimals%b)?+(?: id%b)?+(?: xml:lang%b)?+(?:>%b</[^>]++>|( %b:nil="true"/>))\s*+'
        % (_VALUE, _VALUE, _VALUE, _VALUE, _VALUE, _TEXT, nil)
    )
    facts = (
        rb'<([^ <]++) contextRef%b((?: unitRef="[^"]++")?+(?: decimals="[^"]++")?+)(?: id%b)?+(?: xml:lang%b)?+(?:>%b</[^>]++>|( %b:nil="true"/>))'
        % (_SAID, _SAID, _SAID, _TEXT, nil)
    )
    return Look(
        b'<%b:context id="' % xbrli,
        b"</%b:context>" % xbrli,
        b"<%b:scenario>" % xbrli,
        b"</%b:scenario>" % xbrli,
        b"</%b:typedMember>" % xbrldi,
        re.compile(head),
        re.compile(member),
        re.compile(rb"\s*+<%b:%b" % (d, typed.removesuffix(b"</%b:typedMember" % d))),
        re.compile(fact),
        re.compile(facts),
    )


def look_of(root: etree._Element) -> Look | None:
    """The look of a document with this root; None where one of its namespaces has several prefixes, or is the default."""
    found: dict[str, list[str | None]] = {XBRLI: [], XBRLDI: [], XSI: []}
    for prefix, space in root.nsmap.items():
        if space in found:
            found[space].append(prefix)
    if not found[XBRLI] or any(len(prefixes) > 1 or None in prefixes for prefixes in found.values()):
        return None
    # A prefix that is not there is asked for in vain: no name begins with a colon.
    return _look(*("".join(prefix or "" for prefix in prefixes).encode() for prefixes in found.values()))


_NUMBERED: Final = re.compile("&#(?:x0*+([0-9A-Fa-f]+)|0*+([0-9]+));")


def text(said: bytes) -> str:
    """The characters of a value or text of a well-formed document without declarations of entities."""
    return resolved(said.decode())


def resolved(found: str) -> str:
    """The same of what is decoded already."""
    if "&" not in found:
        return found
    for name, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'")):
        found = found.replace(name, character)
    if "&#" in found:
        found = _NUMBERED.sub(lambda one: chr(int(one[1], 16) if one[1] else int(one[2])), found)
    return found.replace("&amp;", "&")
