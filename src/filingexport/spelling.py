"""What somebody may have meant by a name that is not known: a hint, bounded in what it costs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_LONGEST: Final = 100
"""Characters of a name that may be misspelt; comparing costs more than their product."""


def meant(name: str, known: Iterable[str]) -> str:
    """The known name that is most like this one; empty if none is."""
    if len(name) > _LONGEST:
        return ""
    from difflib import get_close_matches  # only where something is misspelt

    return next(iter(get_close_matches(name, known, 1)), "")
