"""Language tags (BCP 47). Their case has no meaning (RFC 5646, 2.1.1), and not every format keeps it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_TAG: Final = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")


@lru_cache(maxsize=256)
def is_tag(text: str) -> bool:
    """Whether this has the form of a language tag."""
    return _TAG.fullmatch(text) is not None


@lru_cache(maxsize=256)
def in_usual_case(tag: str) -> str:
    """The tag as RFC 5646 writes it, ``zh-Hant-TW``: regions in capitals, scripts with one, all else in small letters."""
    first, *rest = tag.lower().split("-")
    written = [first]
    for subtag in rest:
        if len(written[-1]) == 1:  # what follows a singleton stays in small letters
            written.append(subtag)
        elif len(subtag) == 2:
            written.append(subtag.upper())
        else:
            written.append(subtag.capitalize() if len(subtag) == 4 and subtag.isalpha() else subtag)
    return "-".join(written)
