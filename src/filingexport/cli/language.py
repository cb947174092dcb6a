"""The language in which a command speaks."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from filingexport.said import Language


def language_of(environment: Mapping[str, str]) -> Language:
    """The language that the locale asks for (POSIX: the first of these variables that is set); English for any other."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if said := environment.get(name):
            return "ja" if said.lower().startswith("ja") else "en"
    return "en"


def language_asked(arguments: Sequence[str]) -> Language:
    """The language that these arguments ask for, which are not understood yet; else that of the locale."""
    for position, each in enumerate(arguments):
        if each == "--":
            break
        said = each.partition("=")[2] if each.startswith("--lang=") else "".join(arguments[position + 1 : position + 2])
        if (each == "--lang" or each.startswith("--lang=")) and said in ("en", "ja"):
            return "ja" if said == "ja" else "en"
    return language_of(os.environ)
