"""The standard schemas of XBRL, found in the arelle-release package; nothing is ever fetched."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from filingexport.findings import FilingError, finding
from filingexport.said import say


@cache
def folder() -> Path:
    """Where the arelle-release package keeps its copies; raises FilingError if it is not installed."""
    spec = find_spec("arelle")  # finds the package without importing it
    if spec is not None and spec.origin is not None:
        found = Path(spec.origin).parent / "resources" / "cache"
        if found.is_dir():
            return found
    raise FilingError(
        [
            finding(
                "fx:processor",
                say(
                    "the standard schemas of XBRL are not here; install the package arelle-release",
                    "XBRLの標準スキーマがありません。arelle-releaseパッケージをインストールしてください。",
                ),
            )
        ]
    )


def path_of(url: str) -> Path | None:
    """The local copy of a standard schema, None for an address that is none or is not kept there."""
    scheme, separator, rest = url.partition("://")
    if not separator or scheme not in ("http", "https") or ".." in rest.split("/"):
        return None
    found = folder() / scheme / rest
    return found if found.is_file() else None
