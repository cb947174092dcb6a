"""Units as the Open Information Model writes them: ``iso4217:JPY/xbrli:shares`` (OIM Common 1.0, 4.5); pure is not written."""

from __future__ import annotations

import re
from typing import Final

from filingexport.binding.values import PURE
from filingexport.formats.oim.names import Namespaces, Prefixes
from filingexport.report import Unit

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
    sides = (match["alone"], "") if match and match["alone"] else (match["above"], match["below"]) if match else ()
    measures: list[tuple[str, ...]] = []
    for side in sides:
        names = side.removeprefix("(").removesuffix(")").split("*") if side else []
        parenthesised = side.startswith("(")
        if parenthesised != (len(names) > 1 and len(sides) == 2 and bool(sides[1])) or names != sorted(names):
            raise ValueError(f"{said!r} is not how a unit is written; its measures stand in alphabetical order")
        found = [namespaces.name(each) for each in names]
        for each, name in zip(names, found, strict=True):
            if name is None:
                raise KeyError(each)
        measures.append(tuple(sorted(name for name in found if name is not None)))
    if not measures:
        raise ValueError(f"{said!r} is not how a unit is written, such as iso4217:JPY/xbrli:shares")
    return Unit(*measures)
