"""Show a filing in a browser."""

from __future__ import annotations

import tempfile
import webbrowser
from pathlib import Path

from filingexport.authoring.source import ROOT_FILE, load
from filingexport.cli.exit_status import VALID
from filingexport.cli.progress import steps
from filingexport.cli.speaker import speaker
from filingexport.formats.registry import by_suffix
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.library import export, read
from filingexport.said import verbatim
from filingexport.viewer import build, is_installed


def view(file: Path, output: Path | None, opened: bool, plain: bool, limits: Limits = DEFAULT_LIMITS) -> int:
    """The page of a document or of source files, in the ixbrl-viewer where it is installed; prints where it is."""
    folder = output or Path(tempfile.mkdtemp(prefix="filingexport-"))
    form = by_suffix(file.name)
    if form is not None and form.name == "ixbrl" and file.is_file():
        page = file
    else:
        filing = load(file, limits) if (file / ROOT_FILE).is_file() else read(file, limits=limits)
        with steps() as progress:
            page = export(filing, folder, file.stem or "filing", ("ixbrl",), progress).instance
    if not plain and is_installed():
        inside = folder / "viewer"
        inside.mkdir(parents=True, exist_ok=True)
        page = build(page, inside)
    speaker().data["page"] = str(page)
    speaker().say(verbatim(str(page)))  # nothing else, so that a shell can take it
    if opened:
        webbrowser.open(page.resolve().as_uri())
    return VALID
