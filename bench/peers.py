"""Other programs on the same files, as their documentation says that they are used, without the network.

They are of the extra ``bench``. The standard schemas that they want to fetch are given to them from the arelle-release
package. A peer that is not installed, or cannot open the file, says so.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import logging
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from filingexport.taxonomy import standard


class CannotError(Exception):
    """A peer does not do it; why, in its own words."""


def _needed(module: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise CannotError(f"{error}") from error


def _told(run: Callable[[], object]) -> Callable[[], object]:
    """The same, in silence; what it raises is why it cannot."""

    def quietly() -> object:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            try:
                return run()
            except Exception as error:
                raise CannotError(f"{type(error).__name__}: {error}"[:160]) from error

    return quietly


def _arelle(folder: Path, validate: bool) -> Callable[[], object]:
    api = _needed("arelle.api.Session")
    options = importlib.import_module("arelle.RuntimeOptions")
    logs = importlib.import_module("arelle.logging.handlers.StructuredMessageLogHandler")

    def run() -> object:
        with api.Session() as session:
            session.run(
                options.RuntimeOptions(
                    entrypointFile=str(folder / "filing.xbrl"), validate=validate, internetConnectivity="offline",
                    disablePersistentConfig=True, keepOpen=True,
                ),
                logHandler=logs.StructuredMessageLogHandler(),
            )  # fmt: skip
            [model] = session.get_models()
            if not model.facts:
                raise ValueError("no fact was loaded")
            return len(model.facts)

    return run


def _cache(folder: Path) -> Path:
    """The standard schemas laid out as addresses, as caches of downloads are."""
    cache = folder.parent / "cache"
    if not cache.is_dir():
        for scheme in ("http", "https"):
            shutil.copytree(standard.folder() / scheme, cache, dirs_exist_ok=True)
    return cache


def _py_xbrl(folder: Path) -> Callable[[], object]:
    cache_module, instance = _needed("xbrl.cache"), _needed("xbrl.instance")
    logging.disable(logging.CRITICAL)
    cache = cache_module.HttpCache(str(_cache(folder)))

    def run() -> object:
        parsed = instance.XbrlParser(cache).parse_instance(str(folder / "filing.xbrl"))
        return len(parsed.facts)

    return run


ACTIONS: dict[str, Callable[[Path], Callable[[], object]]] = {
    "Arelle: load": lambda folder: _arelle(folder, False),
    "Arelle: load and validate": lambda folder: _arelle(folder, True),
    "py-xbrl: read": _py_xbrl,
}


def action(name: str, folder: Path) -> Callable[[], object]:
    """What is timed; raises `CannotError`, as what it gives does."""
    return _told(ACTIONS[name](folder))
