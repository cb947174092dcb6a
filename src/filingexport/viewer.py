"""The page of a filing in the open-source ixbrl-viewer, an add-on of Arelle's, where its package is installed.

The viewer's script comes with its package and is copied beside the page: nothing is loaded from a network.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from filingexport.findings import FilingError, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits, read_bytes, write_file
from filingexport.processor import run
from filingexport.said import say

PACKAGE: Final = "iXBRLViewerPlugin"
SCRIPT: Final = "ixbrlviewer.js"
# Our page lets no script run but its own. The viewer's, which is a file beside it, may run instead of it, and still
# nothing comes from a network.
_POLICY: Final = re.compile(rb"(<meta content=\")[^\"]*(\" http-equiv=\"Content-Security-Policy\"/>)")
_OPEN: Final = b"default-src file: data: blob: 'unsafe-inline' 'unsafe-eval'"
_OWN_SCRIPT: Final = re.compile(rb"<script type=\"text/javascript\">.*?</script>", re.DOTALL)


def is_installed() -> bool:
    """Whether the package ixbrl-viewer is there."""
    return find_spec(PACKAGE) is not None


def build(page: Path, folder: Path) -> Path:
    """The viewer of this inline document, made in this folder with its script beside; raises FilingError."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise FilingError(
            [
                finding(
                    "fx:processor",
                    say(
                        "the package ixbrl-viewer is not installed",
                        "ixbrl-viewerパッケージがインストールされていません。",
                    ),
                )
            ]
        )
    script = Path(spec.origin).parent / "viewer" / "dist" / SCRIPT
    entries, said = run(
        page, ["--plugins", spec.origin.removesuffix("__init__.py"), "--save-viewer", str(folder.resolve()), "--viewer-url", str(script)]
    )  # fmt: skip
    made = sorted(each for each in folder.glob("*.html") if each != page)
    if len(made) != 1 or not (folder / SCRIPT).is_file():
        told = "; ".join(str(each["message"]["text"]) for each in entries if each.get("level") == "error") or said
        raise FilingError(
            [
                finding(
                    "fx:processor",
                    say(
                        "the viewer could not be made of {page}: {why}",
                        "{page}のビューアを作成できませんでした: {why}",
                        page=page.name,
                        why=told,
                    ),
                )
            ]
        )
    data = read_bytes(made[0], Limits(file=10 * DEFAULT_LIMITS.file))
    data = _POLICY.sub(rb"\g<1>" + _OPEN + rb"\g<2>", data, count=1)
    write_file(made[0], _OWN_SCRIPT.sub(b"", data, count=1))
    return made[0]
