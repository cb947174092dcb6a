"""Units as the Open Information Model writes them: ``iso4217:JPY/xbrli:shares`` (OIM Common 1.0, 4.5); pure is not written."""

from __future__ import annotations

import re
from typing import Final

from filingexport.binding.values import PURE
from filingexport.formats.oim.names import Namespaces, Prefixes
from filingexport.formats.safe import MAX_MEMBERS
from filingexport.report import Unit
from filingexport.said import Mistake, say

_UNIT: Final = re.compile(r"(?P<alone>[^()/]+)|(?P<above>\([^()/]+\)|[^()*/]+)/(?P<below>\([^()/]+\)|[^()*/]+)")


def text(unit: Unit, prefixes: Prefixes) -> str | None:
    """The unit as text; None for pure."""
    if unit == PURE:
        return None
    above, below = (sorted(prefixes.name(each) for each in side) for side in (unit.numerators, unit.denominators))
    if not below:
        return "*".join(above)
    return "/".join(f"({'*'.join(side)})" if len(side) > 1 else side[0] for side in (above, below))


def parse(said: str, namespaces: Namespaces) -> Unit:
    """The unit; raises ValueError, KeyError for a prefix that is not told."""
    match = _UNIT.fullmatch(said)
    if match is None:
        raise Mistake(
            say(
                "{text!r} is not how a unit is written, such as iso4217:JPY/xbrli:shares",
                "{text!r}は単位の表記ではありません。iso4217:JPY/xbrli:sharesの形で記載してください。",
                text=said,
            )
        )
    sides = [match["alone"]] if match["alone"] else [match["above"], match["below"]]
    measures: list[tuple[str, ...]] = []
    for side in sides:
        bare = side.removeprefix("(").removesuffix(")")
        names = bare.split("*")
        needs_parentheses = len(names) > 1 and len(sides) > 1
        if (side != bare) != needs_parentheses or names != sorted(names):
            raise Mistake(
                say(
                    "{text!r} is not how a unit is written; its measures stand in alphabetical order",
                    "{text!r}は単位の表記ではありません。測定単位はアルファベット順に記載してください。",
                    text=said,
                )
            )
        if len(names) > MAX_MEMBERS:
            raise Mistake(
                say(
                    "a unit of {count:,} measures; at most {most} are read",
                    "単位に測定単位が{count:,}個あります。読み込めるのは{most}個までです。",
                    count=len(names),
                    most=MAX_MEMBERS,
                )
            )
        found = []
        for each in names:
            name = namespaces.name(each)
            if name is None:
                raise KeyError(each)
            found.append(name)
        measures.append(tuple(sorted(found)))
    return Unit(*measures)
